"""What else to read, with the reason in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.pages.names import entity_name, topic_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.stock import Kinship
from twosource.pages.wording import listed
from twosource.trends.brief import Brief


@dataclass(frozen=True, slots=True)
class Related:
    """One recommendation."""

    slug: str
    """The story."""
    reason: str
    """Why, in a few words."""


def related(stand: Newsstand, brief: Brief, kin: Iterable[Kinship]) -> tuple[Related, ...]:
    """The stories related to one, each with its reason."""
    return tuple(Related(held.slug, _reason(stand, brief, held)) for held in kin)


def _reason(stand: Newsstand, brief: Brief, held: Kinship) -> str:
    names = listed([_name(stand, key) for key in held.shared])
    if held.chosen:
        return f"Chosen by the writer; shares {names}" if names else "Chosen by the writer"
    return f"Shares {names}" if names else f"Also on {topic_name(stand, brief.category)}"


def _name(stand: Newsstand, key: str) -> str:
    kind, _, name = key.partition(":")
    return entity_name(stand, name) if kind == "entity" else f"the term {stand.library.terms[name].term}"
