"""`desk schema`: the forms of a hub's files as JSON Schema, for editors and other programs."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from twosource.desk.hub import UsageError
from twosource.desk.json_schema import Schema, map_schema, whole_schema
from twosource.newsroom.reference import Entity, Hub, Note, Term
from twosource.newsroom.reference_forms import ENTITY_KEYS, HUB_KEYS, NOTE_KEYS, PUBLISHERS, TERM_KEYS
from twosource.newsroom.rubric import Rubric
from twosource.newsroom.rubric_form import RUBRIC_KEYS
from twosource.newsroom.story import Story
from twosource.newsroom.story_form import STORY_KEYS

FORMS: Mapping[str, Callable[[], Schema]] = {
    "story": lambda: whole_schema("Front matter of a story", STORY_KEYS, Story),
    "entity": lambda: whole_schema("Front matter of an entity", ENTITY_KEYS, Entity),
    "term": lambda: whole_schema("Front matter of a glossary term", TERM_KEYS, Term),
    "chapter": lambda: whole_schema("Front matter of a chapter of the methodology", NOTE_KEYS, Note),
    "publishers": lambda: map_schema("The registry of publishers", PUBLISHERS),
    "rubric": lambda: whole_schema("The rubric", RUBRIC_KEYS, Rubric),
    "site": lambda: whole_schema("The hub", HUB_KEYS, Hub),
}
"""Each form by the word of the command line."""


def run(given: Namespace) -> int:
    """Print one schema, or write all of them into a folder; 0, or 1 when the folder cannot be written."""
    if bool(given.form) == bool(given.to):
        raise UsageError(f"Name one form ({', '.join(FORMS)}), or give a folder for all of them with --to.")
    if given.form:
        sys.stdout.write(as_json(given.form))
        return 0
    folder = Path(given.to)
    folder.mkdir(parents=True, exist_ok=True)
    for form in FORMS:
        (folder / f"{form}.schema.json").write_text(as_json(form), "utf-8")
    print(f"{len(FORMS)} schemas are written to {given.to}/.")
    return 0


def as_json(form: str) -> str:
    """The schema of one form, as it is written to a file."""
    return json.dumps(FORMS[form](), ensure_ascii=False, indent=2) + "\n"
