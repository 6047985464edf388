"""`desk diff`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
Both states are judged as of the same day, each by its own rubric. A story that
readers could see needs a new entry in `changes` when its headline, facts, quotes,
scores, sources, figures or forecasts changed; correcting the spelling needs none.
Entries of `changes` are only added: rewriting one is never excused.

examples:
  desk diff --base main
  desk diff --base origin/main --format markdown > comment.md

exit codes: 0 readers are told of everything, 1 they are not, 2 wrong usage."""


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("--base", default="HEAD", metavar="REF", help="branch, tag or commit (default: HEAD)")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="how to print")


DIFF = Word("diff", "twosource.desk.diff", "what a change does to ratings, and does in silence", TOLD, _takes)
