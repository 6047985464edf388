"""`desk import`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
Takes YAML, TOML and JSON between fences, Pelican's lines of metadata, dates in
file names and index.md in folders of their own. Text and metadata are kept;
nothing is ever overwritten. Every story begins as a draft, without a source.

examples:
  desk import ../blog/_posts --dry-run
  desk import ../blog/content

exit codes: 0 all taken over, 1 some could not be, 2 wrong usage."""


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="folder of Markdown files")
    parser.add_argument("--dry-run", action="store_true", help="write nothing, and tell what would be")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print")


IMPORT = Word("import", "twosource.desk.bring", "take over Markdown of Pelican, Hugo or Jekyll", TOLD, _takes)
