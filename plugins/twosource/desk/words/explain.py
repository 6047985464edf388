"""`desk explain`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
examples:
  desk explain copper-tariff-takes-effect
  desk explain content/stories/2026/copper-tariff-takes-effect.md

exit codes: 0 explained, 1 the story has errors that keep it from being judged, 2 wrong usage."""


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("story", metavar="STORY", help="slug or file")


EXPLAIN = Word("explain", "twosource.desk.explain", "say why a story has its badge", TOLD, _takes)
