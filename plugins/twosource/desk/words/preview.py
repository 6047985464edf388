"""`desk preview`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError

from twosource.desk.word import Word

TOLD = """\
examples:
  desk preview                  on http://127.0.0.1:8000/, or the next free port
  desk preview --port 8080 --open

Pages show what you save at once, and what is wrong in it. Drafts and stories
still to come are marked. What was printed to output/ stays as it is.

exit codes: 0 stopped by Ctrl-C, 2 wrong usage, or the port cannot be had."""


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise ArgumentTypeError(f"“{text}” is no port: choose one from 1024 to 65535")
    return int(text)


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=_port, metavar="N", help="serve on this port (default: 8000, or the next free)")
    parser.add_argument("--open", action="store_true", help="open the browser")
    parser.add_argument("--no-drafts", dest="drafts", action="store_false", help="show only what readers would see")
    parser.add_argument("--settings", metavar="FILE", help="Pelican's settings (default: pelicanconf.py of the hub)")


PREVIEW = Word("preview", "twosource.desk.preview", "show the pages in a browser while you write", TOLD, _takes)
