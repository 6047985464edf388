"""`desk check`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
examples:
  desk check
  desk check content/stories/2026/ --as-of 2026-02-21
  desk check --watch                              again whenever a file changes
  desk check --select dead-link,bad-url           two rules only
  desk check --fix                                dates, order of keys, ids of sources
  desk check --format github                      annotations for a pull request
  desk check --format json | jq '.[].rule'

exit codes: 0 no errors (warnings allowed), 1 errors, 2 wrong usage."""


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="show only these files or folders")
    parser.add_argument("--format", choices=("text", "json", "github", "sarif"), default="text", help="how to print")
    parser.add_argument("--watch", action="store_true", help="check again whenever a file changes, until Ctrl-C")
    parser.add_argument(
        "--select", action="append", default=[], metavar="RULE[,RULE]", help="show only problems of these rules"
    )
    parser.add_argument("--ignore", action="append", default=[], metavar="RULE[,RULE]", help="show all but these")
    parser.add_argument("--fix", action="store_true", help="first mend what is safe: dates, order of keys, ids")
    parser.add_argument("--diff", action="store_true", help="only show what --fix would change")
    parser.add_argument(
        "--no-cache", dest="cache", action="store_false", help="judge everything anew, and keep nothing in .cache/"
    )
    parser.add_argument("--profile", action="store_true", help="say on standard error, at the end, what took how long")


CHECK = Word("check", "twosource.desk.check", "find every problem of the hub", TOLD, _takes)
