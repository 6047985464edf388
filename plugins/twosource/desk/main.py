"""The command `desk`: reads the command line and hands it to the module that answers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from twosource import __version__
from twosource.desk.hub import UsageError
from twosource.desk.streams import heard, prepare
from twosource.desk.word import Word
from twosource.desk.words import WORDS
from twosource.newsroom.suggest import did_you_mean

END = """\
Exit codes: 0 well (warnings allowed), 1 errors or work refused, 2 wrong usage.
The clock is read once; TWOSOURCE_AS_OF=2026-02-21 or --as-of stands in for it.
"""


class Overview(argparse.ArgumentParser):
    """The command as a whole: its help has a line for each word and fits a screen of 24 lines."""

    def format_help(self) -> str:
        """Usage, words and exit codes."""
        words = "".join(f"  {word.name:<12} {word.about}\n" for word in WORDS)
        return f"{self.format_usage()}The writers' command; desk WORD --help has examples.\n{words}\n{END}"


def arguments() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = Overview(prog="desk", usage="desk [--help] [--version] WORD ...")
    parser.add_argument("--version", action="version", version=f"Twosource {__version__}")
    words = parser.add_subparsers(
        dest="word", metavar="WORD", required=True, prog="desk", parser_class=argparse.ArgumentParser
    )
    for word in WORDS:
        _add(words, word)
    return parser


def _add(words: argparse._SubParsersAction[argparse.ArgumentParser], word: Word) -> None:
    command = words.add_parser(
        word.name,
        help=word.about,
        description=f"{word.about[:1].upper()}{word.about[1:]}.",
        epilog=word.told,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    word.takes(command)
    command.add_argument("--root", metavar="DIR", help="the hub's folder (default: found from here upwards)")
    command.add_argument("--as-of", metavar="DATE", help="judge as of this day or moment (default: now, UTC)")
    command.set_defaults(module=word.module)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one word and return its exit code; wrong usage leaves by SystemExit with 2, as argparse does."""
    prepare()
    return heard(lambda: _answer(argv))


def _answer(argv: Sequence[str] | None) -> int:
    parser = arguments()
    first = next(iter(sys.argv[1:] if argv is None else argv), "-")
    if not first.startswith("-") and first not in {word.name for word in WORDS}:
        near = did_you_mean(first, (word.name for word in WORDS)) or "desk --help lists all."
        parser.exit(2, f"desk: There is no word “{first}”. {near}\n")
    given = parser.parse_args(argv)
    try:
        return int(import_module(given.module).run(given))
    except UsageError as error:
        parser.exit(2, f"desk {given.word}: {error}\n")
    except KeyboardInterrupt:
        return 130
