"""`desk verify-site`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
Nothing but the folder is needed: no hub, no network. Every story is judged
anew from its published JSON, and its page, the index, the tables and the
cards of other pages are compared with that.

examples:
  desk verify-site output
  desk verify-site output --format json

exit codes: 0 all is as reckoned, 1 something differs, 2 wrong usage."""


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("output", metavar="OUTPUT", help="folder of a printed site")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print")


VERIFY_SITE = Word(
    "verify-site", "twosource.desk.verify_site", "reckon a printed site again from its own data", TOLD, _takes
)
