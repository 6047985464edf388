"""`desk new`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
example:
  desk new "Copper tariff takes effect" --topic tariffs

exit codes: 0 written, 1 a story of that name exists, 2 wrong usage."""


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("headline", metavar="HEADLINE", help="the story's title")
    parser.add_argument("--topic", metavar="TOPIC", help="id or name of a topic in content/site.yml")


NEW = Word("new", "twosource.desk.new", "begin a story", TOLD, _takes)
