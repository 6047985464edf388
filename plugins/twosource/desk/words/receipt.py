"""`desk receipt`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
A receipt is a digest of every file that bears on a badge. With --published it
says which of them is another than when the story was printed.

examples:
  desk receipt zte-ban-under-review
  desk receipt zte-ban-under-review --published output

exit codes: 0 told, 1 the published one differs or nothing can be judged, 2 wrong usage."""


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("story", metavar="STORY", help="slug or file of a story")
    parser.add_argument(
        "--published", metavar="FILE_OR_DIR", help="a story's published JSON, or a printed site, to compare with"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print")


RECEIPT = Word("receipt", "twosource.desk.receipt", "what a story's receipt is reckoned from", TOLD, _takes)
