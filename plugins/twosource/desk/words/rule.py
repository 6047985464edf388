"""`desk rule`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
examples:
  desk rule
  desk rule quote-not-found

exit codes: 0 explained, 2 there is no such rule."""


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="NAME", help="the rule's name, in brackets where it is reported")


RULE = Word("rule", "twosource.desk.rule", "explain a rule, or list all of them", TOLD, _takes)
