"""`desk lsp`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
An editor starts it and talks to it over standard input and output. How VS Code,
Neovim, Helix and Emacs are told of it stands in docs/editors.md.

examples:
  desk lsp
  desk lsp --root ~/hub

exit codes: 0 the editor left, 2 wrong usage."""


def _takes(parser: ArgumentParser) -> None:
    """Nothing but what every word takes; editors like to say by which way they talk."""
    parser.add_argument("--stdio", action="store_true", help="talk over standard input and output, as it does anyhow")


LSP = Word("lsp", "twosource.desk.language_server", "answer an editor (Language Server Protocol)", TOLD, _takes)
