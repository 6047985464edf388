"""Sentences without meaning, of the length and the make-up of a newsroom's: what the corpus is written with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple


def read_words(path: Path) -> Mapping[str, tuple[str, ...]]:
    """Lists of words by their heading; a line may end wherever there is a blank."""
    _, *parts = re.split(r"^\[(.+)\]$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    texts = zip(parts[::2], parts[1::2], strict=True)
    return {heading: tuple(" ".join(word.split()) for word in text.split(",")) for heading, text in texts}


WORDS = read_words(Path(__file__).with_name("words.txt"))
PLAIN, NOUNS, VERBS = WORDS["plain"], WORDS["nouns"], WORDS["verbs"]


class Named(NamedTuple):
    """An entity of the corpus."""

    id: str
    name: str
    type: str


def slug(words: str) -> str:
    """Words as an id."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def entities() -> tuple[Named, ...]:
    """Eighty people, a hundred bodies and twenty sites."""
    first, last = WORDS["first names"], WORDS["last names"]
    people = [f"{first[n % 20]} {last[(n * 3 + n // 20) % 20]}" for n in range(80)]
    bodies = [f"{seat} {body}" for seat in WORDS["seats"] for body in WORDS["bodies"]]
    sites = [f"Port {name}" for name in last]
    kinds = [(people, "person"), (bodies, "organisation"), (sites, "site")]
    return tuple(Named(slug(name), name, kind) for names, kind in kinds for name in names)


def words(chance: Random, least: int, most: int) -> list[str]:
    """Plain words and nouns, about half and half."""
    return [chance.choice(PLAIN if chance.random() < 0.5 else NOUNS) for _ in range(chance.randint(least, most))]


def sentence(chance: Random, least: int = 9, most: int = 22) -> str:
    """A sentence that says nothing."""
    said = " ".join(words(chance, least, most))
    return f"{said[0].upper()}{said[1:]}."


def phrase(chance: Random, least: int, most: int) -> str:
    """A few nouns, the first with a capital."""
    said = " ".join(chance.choices(NOUNS, k=chance.randint(least, most)))
    return said[0].upper() + said[1:]


def finding(chance: Random, subject: str) -> str:
    """What a source reports: a subject, a verb, and in two of three a figure with what it measures."""
    thing, place = chance.choice(NOUNS), chance.choice(NOUNS)
    verb = chance.choice(VERBS)
    match chance.randrange(3):
        case 0:
            return f"{subject} {verb} the {thing} beside the {place}"
        case 1:
            measure = chance.choice(WORDS["measures"]).format(thing)
            number = chance.randint(21, 9999)
            return (
                f"{subject} {verb} {number:,} {measure} in {chance.choice(WORDS['months'])} 20{chance.randint(21, 25)}"
            )
        case _:
            return f"{subject} {verb} the {place} for ${chance.randint(2, 900)} million"
