"""`desk due`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError

from twosource.desk.word import Word

TOLD = """\
Without --fetch and --from nothing is compared, and a source is told by the age of
its saved copy alone. Drafts, retracted stories and those kept for the record
(expires) are left out.

examples:
  desk due
  desk due --within 90d --as-of 2027-01-01
  desk due --fetch --format json

exit codes: 0 told, 1 errors may hide more, 2 wrong usage."""


def days(text: str) -> int:
    """`30` or `30d`, and `4w`: a number of days."""
    number, unit = (text[:-1], text[-1]) if text[-1:] in ("d", "w") else (text, "d")
    if not number.isascii() or not number.isdecimal() or len(number) > 5:
        raise ArgumentTypeError(f"“{text}” is no span: write 30d or 4w")
    return int(number) * (7 if unit == "w" else 1)


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("--within", type=days, default=30, metavar="SPAN", help="forecasts due so soon (default: 30d)")
    parser.add_argument("--single", type=days, default=30, metavar="SPAN", help="single for so long (default: 30d)")
    parser.add_argument(
        "--unseen", type=days, default=365, metavar="SPAN", help="copies as old as this (default: 365d)"
    )
    parser.add_argument("--fetch", action="store_true", help="fetch every source and tell which drifted")
    parser.add_argument(
        "--from", dest="saved", default=[], action="append", metavar="FILE_OR_DIR", help="compare with saved pages"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print")
    parser.set_defaults(offline=False, verify=True, allowed=[], ignore_robots=False, retrieved=None)


DUE = Word("due", "twosource.desk.due", "what to look at again, and by when", TOLD, _takes)
