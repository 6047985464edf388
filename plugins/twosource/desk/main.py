"""The command `desk`: its arguments, and which module answers to which word."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module

from twosource import __version__
from twosource.desk.hub import UsageError
from twosource.desk.streams import heard, prepare

OVERVIEW = """\
check, write, explain and lock the stories of a hub; for example:
  desk check                                  every problem, with its place
  desk new "Copper tariff takes effect"       a draft with every key
  desk lock copper-tariff                     fetch its sources, find the quotes
  desk explain copper-tariff                  why this badge, and why not higher
  desk compare saved/                         which texts copy each other
"""

EXIT_CODES = """\
exit codes: 0 well (warnings allowed), 1 errors or work refused, 2 wrong usage.
The clock is read once; TWOSOURCE_AS_OF=2026-02-21 or --as-of stands in for it."""

CHECK = """\
examples:
  desk check
  desk check content/stories/2026/ --as-of 2026-02-21
  desk check --format github                      annotations for a pull request
  desk check --format json | jq '.[].rule'

exit codes: 0 no errors (warnings allowed), 1 errors, 2 wrong usage."""

NEW = """\
example:
  desk new "Copper tariff takes effect" --topic tariffs

exit codes: 0 written, 1 a story of that name exists, 2 wrong usage."""

EXPLAIN = """\
examples:
  desk explain copper-tariff-takes-effect
  desk explain content/stories/2026/copper-tariff-takes-effect.md

exit codes: 0 explained, 1 the story has errors that keep it from being judged, 2 wrong usage."""

LOCK = """\
Without --from and --offline each source is fetched: robots.txt is minded, a site
gets one request at a time, and nothing but public addresses is asked. With --from
only files are read: x.html, x.pdf or x.txt with the address in x.html.url beside
it, WARC, JSON with url and text, or - for text pasted after its address. Texts go
to the git-ignored .store/, the lock beside the story. A source that cannot be had
keeps its entry.

examples:
  desk lock copper-tariff-takes-effect
  desk lock content/stories/ --from saved/ --retrieved 2026-02-20
  desk lock content/stories/ --verify --format json

exit codes: 0 every quote was found, 1 a quote was not found or is gone, or a
story, a source or a page could not be read; 2 wrong usage."""

FIGURES = """\
With --quote it judges a fact by its quotes: only what they contradict or leave
out counts against it. With --source it searches whole texts (plain text, saved
HTML, or JSON with text and published) and proposes the passages as quotes.

examples:
  desk figures --fact "ZTE paid a $1.2 billion fine." --quote "a $1.2 billion fine"
  desk figures --fact "Eight countries got waivers." --source saved/cbs.json
  desk figures --fact "..." --source a.txt --source b.txt --format json

exit codes: 0 supported, 1 unsupported or sources disagree, 2 wrong usage."""

COMPARE = """\
FILE is a text, a saved page (x.html, its address in x.html.url beside it) or JSON
with text and, as far as known, id, url, publisher, published, authors and title
(one page, a list, or {"articles": [...]}). All are taken to be on one event.
Thresholds, registry and boilerplate come from the hub; without one, the built-in
thresholds hold and publishers are told by their sites.

examples:
  desk compare a.txt b.txt
  desk compare saved/ --format json | jq '.clusters'

exit codes: 0 compared, 1 a file could not be read, 2 wrong usage."""

COMMANDS = {
    "check": ("twosource.desk.check", "find every problem of the hub", CHECK),
    "new": ("twosource.desk.new", "begin a story", NEW),
    "explain": ("twosource.desk.explain", "say why a story has its badge", EXPLAIN),
    "figures": ("twosource.desk.figures", "look for the figures of a fact in quotes or texts", FIGURES),
    "lock": ("twosource.desk.lock", "fetch sources and look for the quotes in them", LOCK),
    "compare": ("twosource.desk.compare", "find copies and common origins among texts", COMPARE),
}
"""Each word with the module that answers, what it does, and the end of its help."""


def arguments() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="desk", description=OVERVIEW, epilog=EXIT_CODES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"Twosource {__version__}")
    words = parser.add_subparsers(dest="command", metavar="command", required=True)
    made = {word: _command(words, word, about, end) for word, (_, about, end) in COMMANDS.items()}
    made["check"].add_argument("paths", nargs="*", metavar="PATH", help="show only these files or folders")
    made["check"].add_argument("--format", choices=("text", "json", "github"), default="text", help="how to print")
    made["check"].add_argument(
        "--no-cache", dest="cache", action="store_false", help="judge everything anew, and keep nothing in .cache/"
    )
    made["check"].add_argument(
        "--profile", action="store_true", help="say on standard error, at the end, what took how long"
    )
    made["new"].add_argument("headline", metavar="HEADLINE", help="the story's title")
    made["new"].add_argument("--topic", metavar="TOPIC", help="id or name of a topic in content/site.yml")
    made["explain"].add_argument("story", metavar="STORY", help="slug or file")
    _figures(made["figures"])
    _of_lock(made["lock"])
    made["compare"].add_argument(
        "files", nargs="+", metavar="FILE", help="texts, saved pages, JSON, or folders of them"
    )
    made["compare"].add_argument("--format", choices=("text", "json"), default="text", help="how to print")
    return parser


def _of_lock(lock: argparse.ArgumentParser) -> None:
    lock.add_argument("stories", nargs="+", metavar="STORY", help="slug, file, or folder of stories")
    lock.add_argument(
        "--from",
        dest="saved",
        default=[],
        action="append",
        metavar="FILE_OR_DIR",
        help="saved pages, or - for pasted text; may be given several times",
    )
    lock.add_argument("--offline", action="store_true", help="use only what the private store holds")
    lock.add_argument("--verify", action="store_true", help="write nothing; say what became of each source")
    lock.add_argument("--format", choices=("text", "json"), default="text", help="how to print")
    lock.add_argument("--retrieved", metavar="DATE", help="day on which pages were saved (default: today)")
    lock.add_argument("--ignore-robots", action="store_true", help="do not ask for robots.txt")
    lock.add_argument(
        "--allow-address",
        dest="allowed",
        default=[],
        action="append",
        metavar="NETWORK",
        help="fetch from this private address or network, too",
    )


def _figures(command: argparse.ArgumentParser) -> None:
    command.add_argument("--fact", required=True, metavar="TEXT", help="the fact in one sentence")
    command.add_argument("--quote", action="append", metavar="TEXT", help="a quote; may be given several times")
    command.add_argument("--source", action="append", metavar="FILE", help="a text; may be given several times")
    command.add_argument("--published", metavar="DATE", help="day of publication of texts that do not say it")
    command.add_argument("--format", choices=("text", "json"), default="text", help="how to print")


def _command(
    words: argparse._SubParsersAction[argparse.ArgumentParser], word: str, about: str, end: str
) -> argparse.ArgumentParser:
    command = words.add_parser(
        word,
        help=about,
        description=f"{about.capitalize()}.",
        epilog=end,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--root", metavar="DIR", help="the hub's folder (default: found from here upwards)")
    command.add_argument("--as-of", metavar="DATE", help="judge as of this day or moment (default: now, UTC)")
    return command


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; wrong usage leaves by SystemExit with 2, as argparse does."""
    prepare()
    return heard(lambda: _answer(argv))


def _answer(argv: Sequence[str] | None) -> int:
    parser = arguments()
    given = parser.parse_args(argv)
    try:
        return int(import_module(COMMANDS[given.command][0]).run(given))
    except UsageError as error:
        parser.exit(2, f"desk {given.command}: {error}\n")
    except KeyboardInterrupt:
        return 130
