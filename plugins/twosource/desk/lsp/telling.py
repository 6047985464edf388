"""What an editor shows of the word at a place, and where that word leads."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.desk.lsp.forms import below, lead_of
from twosource.desk.lsp.shelf import Shelf, Sight
from twosource.desk.lsp.spot import Spot
from twosource.desk.lsp.things import Thing, badge_of, thing
from twosource.desk.rule import section_of
from twosource.newsroom.problems import Problem

OF_THE_STORY = frozenset({"title", "status", "facts"})
"""Keys of a story at which its badge is told."""


def named_at(shelf: Shelf, sight: Sight, form: str, spot: Spot) -> Thing | None:
    """The thing that the word at a place names."""
    kind = lead_of(form, spot.key, spot.way) if spot.front else spot.key
    return thing(kind, spot.word, shelf, sight) if kind and spot.word else None


def told_at(shelf: Shelf, sight: Sight, form: str, spot: Spot, problems: Iterable[Problem]) -> str:
    """What is known of the word, then of the rules that are broken there; Markdown, empty where there is nothing."""
    found = named_at(shelf, sight, form, spot)
    told = [found.about] if found else [_of_key(sight, form, spot)] if spot.front and not spot.key else []
    told += (f"**{rule}**\n\n{section_of(rule)}" for rule in dict.fromkeys(problem.rule for problem in problems))
    return "\n\n---\n\n".join(each for each in told if each)


def _of_key(sight: Sight, form: str, spot: Spot) -> str:
    """The description of a key; at the head of a story its badge, too."""
    held = below(form, spot.way).get("properties", {}).get(spot.word) if form else None
    if held is None:
        return ""
    about = f"`{spot.word}`: {held.get('description', '')}"
    shown = form == "story" and not spot.way and spot.word in OF_THE_STORY and sight.verdict
    return f"{about}\n\n{badge_of(sight.verdict)}" if shown and sight.verdict else about
