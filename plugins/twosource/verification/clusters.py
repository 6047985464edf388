"""From joins to clusters: what was set aside, what counts, and which sources stand together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from twosource.newsroom.story import Story
from twosource.newsroom.story_words import FactKind
from twosource.verification.case import Case
from twosource.verification.joining import fewest
from twosource.verification.union_find import partition
from twosource.verification.verdict import Cluster, Join, JoinKind, SetAside

SAID_THERE = "Two reporters who were there both heard it: an event joins sources for facts, not for what was said."


def set_aside(
    case: Case, joins: Iterable[Join], excluded: Mapping[str, str]
) -> tuple[tuple[Join, ...], tuple[SetAside, ...]]:
    """Joins that hold, and those that a written reason undoes.

    A reason undoes only kinds that the rubric lists; a copy of one text is none of them. What counts for nothing joins
    nobody that counts: two reports are not one because an aggregator holds both.
    """
    reasons = {source.id: source.independent_because for source in case.sources if source.independent_because}
    kinds = {kind.value for kind in case.rubric.independence.splittable}
    held: list[Join] = []
    undone: list[Join] = []
    for join in joins:
        if (join.a in excluded) == (join.b in excluded):
            split = join.kind in kinds and (join.a in reasons or join.b in reasons)
            (undone if split else held).append(join)
    told = (SetAside(join, reasons.get(join.a) or reasons[join.b]) for join in undone)
    return tuple(fewest(held)), tuple(told)


def joins_for(kind: FactKind, joins: Iterable[Join]) -> tuple[Join, ...]:
    """Joins that apply to a statement of this kind."""
    return tuple(join for join in joins if kind is FactKind.FACT or join.kind is not JoinKind.EVENT)


def story_kind(story: Story) -> FactKind:
    """The strictest kind among the essential facts: it decides which joins the shown clusters use."""
    facts = any(fact.essential and fact.kind is FactKind.FACT for fact in story.facts)
    return FactKind.FACT if facts else FactKind.CLAIM


def groups_for(case: Case, kind: FactKind, joins: Iterable[Join]) -> tuple[tuple[str, ...], ...]:
    """Partition of all sources for a statement of this kind."""
    pairs = [(join.a, join.b) for join in joins_for(kind, joins)]
    return partition([source.id for source in case.sources], pairs)


def clusters_of(case: Case, joins: tuple[Join, ...], excluded: Mapping[str, str]) -> tuple[Cluster, ...]:
    """The clusters that readers are shown; each source is in exactly one."""
    kind = story_kind(case.story)
    applied = joins_for(kind, joins)
    primary = {source.id for source in case.story.sources if source.kind in case.rubric.gate.primary_kinds}
    made = []
    for group in groups_for(case, kind, joins):
        inside = tuple(join for join in applied if join.a in group)
        counts = any(name not in excluded for name in group)
        made.append(
            Cluster(
                sources=tuple(sorted(group, key=lambda name: name not in primary)),
                joins=inside,
                counts=counts,
                because="" if counts else excluded[group[0]],
            )
        )
    return tuple(sorted(made, key=lambda cluster: (not cluster.counts, cluster.sources[0] not in primary)))


def event_joins_set_aside(case: Case, joins: Iterable[Join]) -> tuple[SetAside, ...]:
    """Event joins that the shown clusters do not use."""
    if story_kind(case.story) is FactKind.FACT:
        return ()
    return tuple(SetAside(join, SAID_THERE) for join in joins if join.kind is JoinKind.EVENT)
