"""When two sources count as one: the rules, each giving its reason in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from twosource.verification.case import Pool
from twosource.verification.same_byline import same_author
from twosource.verification.same_contribution import contributed
from twosource.verification.same_place import same_document, same_owner, same_site
from twosource.verification.same_release import same_release
from twosource.verification.same_text import copied_text
from twosource.verification.same_upstream import credited, declared_origin, named_original, same_event, same_wire
from twosource.verification.verdict import Join

JOIN_RULES: tuple[Callable[[Pool], Iterator[Join]], ...] = (
    same_document,
    declared_origin,
    same_wire,
    same_release,
    same_event,
    credited,
    contributed,
    named_original,
    same_author,
    copied_text,
    same_site,
    same_owner,
)
"""Every rule that can join two sources, in the order in which reasons are told."""


def find_joins(pool: Pool) -> tuple[Join, ...]:
    """Every join among the sources of a story, by rule, then in the story's order; two sources may have many."""
    order = {source.id: n for n, source in enumerate(pool.sources)}
    found = (join for rule in JOIN_RULES for join in rule(pool))
    return tuple(join if order[join.a] < order[join.b] else replace(join, a=join.b, b=join.a) for join in found)
