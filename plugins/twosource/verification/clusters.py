"""From joins to clusters: what was set aside, what counts, and which sources stand together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from twosource.newsroom.checks.facts import loop_from
from twosource.newsroom.story import FactKind, OriginKind, Source, Story
from twosource.verification.case import Case
from twosource.verification.union_find import partition
from twosource.verification.verdict import Cluster, Join, JoinKind, SetAside
from twosource.verification.web_addresses import site_of

SAID_THERE = "Two reporters who were there both heard it: an event joins sources for facts, not for what was said."


def set_aside(case: Case, joins: Iterable[Join]) -> tuple[tuple[Join, ...], tuple[SetAside, ...]]:
    """Joins that hold, and those that a written reason undoes.

    A reason undoes only kinds that the rubric lists; a copy of one text is none of them.
    """
    reasons = {source.id: source.independent_because for source in case.story.sources if source.independent_because}
    kinds = {kind.value for kind in case.rubric.independence.splittable}
    held: list[Join] = []
    undone: list[SetAside] = []
    for join in joins:
        reason = reasons.get(join.a) or reasons.get(join.b)
        if reason and join.kind in kinds:
            undone.append(SetAside(join, reason))
        else:
            held.append(join)
    return tuple(held), tuple(undone)


def joins_for(kind: FactKind, joins: Iterable[Join]) -> tuple[Join, ...]:
    """Joins that apply to a statement of this kind."""
    return tuple(join for join in joins if kind is FactKind.FACT or join.kind is not JoinKind.EVENT)


def story_kind(story: Story) -> FactKind:
    """The strictest kind among the essential facts: it decides which joins the shown clusters use."""
    facts = any(fact.essential and fact.kind is FactKind.FACT for fact in story.facts)
    return FactKind.FACT if facts else FactKind.CLAIM


def never_counts(case: Case) -> Mapping[str, str]:
    """Sources that count for nothing, with the reason."""
    upstream = {
        source.id: source.origin.name for source in case.story.sources if source.origin.kind is OriginKind.SOURCE
    }
    reasons = {source.id: _why_not(case, source, upstream) for source in case.story.sources}
    return {name: reason for name, reason in reasons.items() if reason}


def _why_not(case: Case, source: Source, upstream: dict[str, str]) -> str:
    publisher = case.publisher(source)
    if publisher.kind in case.rubric.gate.never_counts:
        return f"{publisher.name} is {_a(publisher.kind.value)}: it collects what others report."
    if source.id in loop_from(source.id, upstream):
        return "Its origin leads back to itself."
    if (case.own_site and site_of(source.url) == case.own_site) or source.origin.name.casefold() in case.own_names:
        return "It cites this hub."
    return ""


def _a(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def groups_for(case: Case, kind: FactKind, joins: Iterable[Join]) -> tuple[tuple[str, ...], ...]:
    """Partition of all sources for a statement of this kind."""
    pairs = [(join.a, join.b) for join in joins_for(kind, joins)]
    return partition([source.id for source in case.story.sources], pairs)


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
