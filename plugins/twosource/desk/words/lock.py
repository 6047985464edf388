"""`desk lock`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
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


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("stories", nargs="+", metavar="STORY", help="slug, file, or folder of stories")
    parser.add_argument(
        "--from",
        dest="saved",
        default=[],
        action="append",
        metavar="FILE_OR_DIR",
        help="saved pages, or - for pasted text; may be given several times",
    )
    parser.add_argument("--offline", action="store_true", help="use only what the private store holds")
    parser.add_argument("--verify", action="store_true", help="write nothing; say what became of each source")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print")
    parser.add_argument("--retrieved", metavar="DATE", help="day on which pages were saved (default: today)")
    parser.add_argument("--ignore-robots", action="store_true", help="do not ask for robots.txt")
    parser.add_argument(
        "--allow-address",
        dest="allowed",
        default=[],
        action="append",
        metavar="NETWORK",
        help="fetch from this private address or network, too",
    )


LOCK = Word("lock", "twosource.desk.lock", "fetch sources and look for the quotes in them", TOLD, _takes)
