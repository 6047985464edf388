"""`desk figures`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
With --quote it judges a fact by its quotes: only what they contradict or leave
out counts against it. With --source it searches whole texts (plain text, saved
HTML, or JSON with text and published) and proposes the passages as quotes.

examples:
  desk figures --fact "ZTE paid a $1.2 billion fine." --quote "a $1.2 billion fine"
  desk figures --fact "Eight countries got waivers." --source saved/cbs.json
  desk figures --fact "..." --source a.txt --source b.txt --format json

exit codes: 0 supported, 1 unsupported or sources disagree, 2 wrong usage."""


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("--fact", required=True, metavar="TEXT", help="the fact in one sentence")
    parser.add_argument("--quote", action="append", metavar="TEXT", help="a quote; may be given several times")
    parser.add_argument("--source", action="append", metavar="FILE", help="a text; may be given several times")
    parser.add_argument("--published", metavar="DATE", help="day of publication of texts that do not say it")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print")


FIGURES = Word("figures", "twosource.desk.figures", "look for the figures of a fact in quotes or texts", TOLD, _takes)
