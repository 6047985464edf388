"""`desk schema`: what it takes."""

from __future__ import annotations

from argparse import ArgumentParser

from twosource.desk.word import Word

TOLD = """\
JSON Schema, draft 2020-12, made from the forms that the reader itself uses.

examples:
  desk schema story > story.schema.json
  desk schema --to .vscode/schema

exit codes: 0 written, 1 the folder cannot be written, 2 wrong usage."""

FORMS = ("story", "entity", "term", "chapter", "publishers", "rubric", "site")


def _takes(parser: ArgumentParser) -> None:
    parser.add_argument("form", nargs="?", choices=FORMS, metavar="FORM", help=f"one of {', '.join(FORMS)}")
    parser.add_argument("--to", metavar="DIR", help="write every schema into this folder")


SCHEMA = Word("schema", "twosource.desk.schema", "write JSON Schema of every form", TOLD, _takes)
