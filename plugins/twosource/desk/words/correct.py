"""`desk correct`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
It names every place that the fact is used in: takeaways, scores and text of its
own story, and facts of others that quote the same words or say nearly the same.
The places themselves are corrected by a person; --text enters what readers are
told into the change log of the story itself, and of published stories that quote
the same words. The others are named, to be looked at. Twice enters nothing twice.

examples:
  desk correct copper-duty#3
  desk correct copper-duty#3 --text "The duty is 14 per cent, not 12."

exit codes: 0 told or entered, 1 an entry has to be made by hand, 2 wrong usage."""


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("fact", metavar="FACT", help="story and number of the fact: slug#3")
    parser.add_argument("--text", metavar="TEXT", help="what readers are told")
    parser.add_argument(
        "--kind", choices=("correction", "clarification", "update"), default="correction", help="sort of change"
    )


CORRECT = Word("correct", "twosource.desk.correct", "carry a correction through all stories", TOLD, _takes)
