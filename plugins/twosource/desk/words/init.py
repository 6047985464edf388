"""`desk init`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
It writes a rubric, the words of the methodology, settings for Pelican and a
registry of news agencies. Nothing that exists is overwritten.

examples:
  desk init copper-watch
  desk init copper-watch --name "Copper Watch" --topic Mining --topic "Duties on copper"
  desk init copper-watch --ci github

exit codes: 0 written, 1 files stand in the way, 2 wrong usage."""


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="folder of the hub; it is made")
    parser.add_argument("--name", metavar="NAME", help="the hub's name (default: made from the folder's)")
    parser.add_argument("--topic", action="append", metavar="NAME", help="a topic; may be given several times")
    parser.add_argument("--language", default="en", metavar="TAG", help="language of the stories (default: en)")
    parser.add_argument(
        "--contact", default="your-address@example.org", metavar="ADDRESS", help="mail for reports of errors"
    )
    parser.add_argument(
        "--ci",
        action="append",
        metavar="HOST",
        choices=("github", "gitlab"),
        help="files by which this code host checks and publishes it: github, gitlab",
    )


INIT = Word("init", "twosource.desk.init", "begin a hub of your own", TOLD, _takes)
