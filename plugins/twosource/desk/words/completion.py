"""`desk completion`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")

TOLD = """\
Prints a script for the shell's own completion of words, options, files, stories,
topics and rules.

examples:
  source <(desk completion bash)
  desk completion fish > ~/.config/fish/completions/desk.fish

exit codes: 0 printed, 2 wrong usage."""


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("shell", nargs="?", choices=SHELLS, metavar="SHELL", help=f"one of {', '.join(SHELLS)}")
    parser.add_argument(
        "--list", choices=("stories", "topics", "rules"), help="print names of this kind, as the script asks for them"
    )


COMPLETION = Word("completion", "twosource.desk.completion", "let your shell complete words and names", TOLD, _takes)
