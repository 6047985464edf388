"""`desk compare`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
FILE is a text, a saved page (x.html, its address in x.html.url beside it) or JSON
with text and, as far as known, id, url, publisher, published, authors and title
(one page, a list, or {"articles": [...]}). All are taken to be on one event.
Thresholds, registry and boilerplate come from the hub; without one, the built-in
thresholds hold and publishers are told by their sites.

examples:
  desk compare a.txt b.txt
  desk compare saved/ --format json | jq '.clusters'

exit codes: 0 compared, 1 a file could not be read, 2 wrong usage."""


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="texts, saved pages, JSON, or folders of them")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print")


COMPARE = Word("compare", "twosource.desk.compare", "find copies and common origins among texts", TOLD, _takes)
