"""Excuses that a change brings or takes away: one hides every later warning of its rule in that file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from twosource.newsroom.library import Library, house_texts
from twosource.newsroom.problems import Place


@dataclass(frozen=True, slots=True)
class ExcuseChange:
    """One excuse that is new, gone or has another reason; of the last there are two, the old one and the new one."""

    added: bool
    """True for an excuse that the base does not have, False for one that only the base has."""
    place: Place
    """Where it stands, or stood in the base."""
    rule: str
    """Name of the rule."""
    because: str
    """Reason in a sentence."""


Key = tuple[str, str, str]
"""Text, rule and reason."""


def excuse_changes(old: Library, new: Library, moved: Mapping[str, str]) -> tuple[ExcuseChange, ...]:
    """Every such excuse, by place; `moved` has old slugs by new ones, so that a story may change its name."""
    then, now = dict(_excuses(old, {})), dict(_excuses(new, moved))
    gone = [ExcuseChange(False, place, *key[1:]) for key, place in then.items() if key not in now]
    came = [ExcuseChange(True, place, *key[1:]) for key, place in now.items() if key not in then]
    return tuple(sorted((*gone, *came), key=lambda one: (one.place, one.added, one.rule)))


def _excuses(library: Library, moved: Mapping[str, str]) -> Iterator[tuple[Key, Place]]:
    stories = ((f"story {moved.get(story.slug, story.slug)}", story) for story in library.stories)
    for name, text in (*stories, *((text.path, text) for text in house_texts(library))):
        for n, excuse in enumerate(text.ignore):
            yield (name, excuse.rule, excuse.because), text.where.place("ignore", n, "rule")
