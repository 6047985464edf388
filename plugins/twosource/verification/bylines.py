"""Names of persons in bylines, brought to one form."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from twosource.verification.agencies import name_key

BETWEEN = re.compile(r"\s*(?:[,;|/&]|\band\b|\bwith\b|\bvia\b)\s*")
BEFORE = re.compile(r"^(?:(?:by|analysis|opinion|from|story by|written by)\b:?\s*)+", re.I)
VISIBLE = re.compile(r"^(?:By|BY) (?P<names>[A-Z][^\n\d:“”\"!?]{4,80})$", re.M)
TOP = 300
"""Characters in which a visible byline may stand."""

NO_PERSON = frozenset(
    """
    staff news newsroom press editor editors editorial board desk team online magazine reporter reporters agency
    agencies correspondent correspondents contributor contributors writer writers admin wire wires service services
    media business tv radio television times post tribune herald journal report reports network today digital
    associated reuters bureau politics world opinion guest blog
    """.split()  # noqa: SIM905 -- words in lines are easier to keep than a list of strings
)
"""Words of which no person's name is made up, though bylines are."""


def visible_authors(text: str) -> tuple[str, ...]:
    """Who a line that begins with `By` at the head of a text names; nobody where there is none."""
    line = VISIBLE.search(text[:TOP])
    return tuple(part for part in BETWEEN.split(line["names"].strip()) if part) if line else ()


def persons(bylines: Iterable[str], outlets: Container[str] = ()) -> Mapping[str, str]:
    """Names as written by a form in which they can be compared; `outlets` are keys of names that are no person's."""
    return {form: name for name in _names(bylines) if (form := _form(name)) and name_key(name) not in outlets}


def _names(bylines: Iterable[str]) -> Iterator[str]:
    for line in filter(None, bylines):
        yield from (BEFORE.sub("", part).strip(" \"'“”.") for part in BETWEEN.split(line))


def _form(name: str) -> str:
    """Case, points and middle initials do not tell persons apart; empty where the words are no full name."""
    words = name.casefold().replace(".", " ").split()
    full = [word for n, word in enumerate(words) if len(word) > 1 or n in (0, len(words) - 1)]
    person = 2 <= len(full) <= 5 and not NO_PERSON & set(full) and all(word[0].isalpha() for word in full)
    return " ".join(full) if person else ""
