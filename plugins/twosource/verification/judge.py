"""From a story and its lock to its verdict: the recipe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from twosource.newsroom.library import Library
from twosource.newsroom.lock import Lock
from twosource.newsroom.problems import Problem
from twosource.newsroom.story import Quote, Story
from twosource.newsroom.story_words import FactKind, Stance
from twosource.verification.badge import badge_words, level_of
from twosource.verification.boilerplate import prints_of, standing_text
from twosource.verification.case import Case, agency_names
from twosource.verification.clusters import clusters_of, event_joins_set_aside, groups_for, set_aside
from twosource.verification.confidence import fact_confidence, story_confidence
from twosource.verification.evidence import Groups, carriers, judge_fact, judge_quote, primary_carriers
from twosource.verification.gate import judge_gate
from twosource.verification.impact import judge_impact
from twosource.verification.joins import find_joins
from twosource.verification.never_counting import never_counts
from twosource.verification.outlook import judge_outlook
from twosource.verification.receipt import basis_of, receipt_of
from twosource.verification.verdict import VERIFIED_FROM, Cluster, FactStatus, JudgedFact, JudgedQuote, Level, Verdict
from twosource.verification.web_addresses import site_of


def judge(library: Library, cases: tuple[Case, ...], as_of: datetime) -> Mapping[str, Verdict]:
    """Verdicts by slug."""
    return {case.story.slug: judge_story(case, library, as_of) for case in cases}


UNJUDGEABLE = frozenset(
    {
        "file-unreadable",
        "file-too-large",
        "not-utf-8",
        "merge-conflict",
        "unknown-publisher",
        "unknown-source",
        "duplicate-id",
        "no-essential-fact",
        "lock-unreadable",
        "duplicate-slug",
    }
)
"""Rules whose breach leaves nothing sensible to count."""


def open_cases(library: Library) -> tuple[Case, ...]:
    """One case for each story that can be judged: sound, and with every reference resolved."""
    if not library.readable:
        return ()
    told: dict[str, list[Problem]] = defaultdict(list)
    for problem in library.problems:
        told[problem.place.path.removesuffix(".lock").removesuffix(".md")].append(problem)
    common = common_of(library)
    prints = {path: prints_of(lock) for path, lock in library.locks.items()}
    standing = standing_text(prints, library.rubric.independence.boilerplate_stories)
    return tuple(
        open_case(
            story, library.lock_of(story), standing.under(story.path, prints.get(story.path, ())), library, common
        )
        for story in library.stories
        if is_judgeable(story, told[story.name])
    )


def is_judgeable(story: Story, problems: Iterable[Problem]) -> bool:
    """True for a sound story without a problem, in its file or its lock, that leaves nothing sensible to count."""
    return story.sound and not any(problem.rule in UNJUDGEABLE and not _in_text(story, problem) for problem in problems)


def _in_text(story: Story, problem: Problem) -> bool:
    """True for a citation in the analysis that leads nowhere: what is counted stands in the front matter."""
    place = problem.place
    return problem.rule == "unknown-source" and place.path == story.path and place.line >= story.body.line


class Common(NamedTuple):
    """What all cases of a hub share; made once."""

    ids: Mapping[str, str]
    """Publisher ids by every name."""
    own_names: frozenset[str]
    """Case-folded names of the hub and its publisher."""
    own_site: str
    """Registrable domain of the hub; empty when it has no address yet."""


def common_of(library: Library) -> Common:
    """Make what all cases share."""
    hub = library.hub
    names = frozenset(name.casefold() for name in (hub.name, hub.publisher) if name)
    return Common(agency_names(library), names, site_of(hub.address) if hub.address else "")


def open_case(story: Story, lock: Lock | None, boilerplate: frozenset[bytes], library: Library, common: Common) -> Case:
    """The case of a story; of the library only what is no story is looked at."""
    known = {source.id for source in story.sources}
    return Case(
        sources=story.sources,
        locked={name: entry for name, entry in lock.sources.items() if name in known} if lock else {},
        publishers=library.publishers,
        ids=common.ids,
        own_names=common.own_names,
        own_site=common.own_site,
        boilerplate=boilerplate,
        rules=library.rubric.independence,
        never_counting=library.rubric.gate.never_counts,
        story=story,
        rubric=library.rubric,
    )


TOP_RATING_FROM = 3
"""Independent sources from which information has the best rating; the rubric says so in words, and sets none."""


def judge_story(case: Case, library: Library, as_of: datetime, digests: Mapping[str, str] | None = None) -> Verdict:
    """Everything that is reckoned for one story.

    Of the library only what is no story is looked at. `digests` are those of the story's files and of all that the
    library holds besides; without them the library has read the story itself.
    """
    excluded = never_counts(case)
    joins, undone = set_aside(case, find_joins(case), excluded)
    clusters = clusters_of(case, joins, excluded)
    groups = {n: groups_for(case, fact.kind, joins) for n, fact in enumerate(case.story.facts, 1)}
    facts = tuple(_fact(case, n, groups[n], excluded) for n in groups)
    n, level = level_of(facts)
    publications = _publications(case, facts, clusters, excluded)
    basis = basis_of(case, library, digests)
    badge, detail = badge_words(level, n, publications, len(case.story.sources), len(case.locked))
    return Verdict(
        slug=case.story.slug,
        n=n,
        level=level,
        badge=badge,
        detail=detail,
        claims_only=all(fact.kind is not FactKind.FACT for fact in facts if fact.essential),
        publications=publications,
        cited=len(case.story.sources),
        saved=len(case.locked),
        confirmed=sum(fact.status is FactStatus.CONFIRMED for fact in facts),
        gate=judge_gate(case, facts, excluded, library.entities),
        clusters=clusters,
        set_aside=(*undone, *event_joins_set_aside(case, joins)),
        facts=facts,
        watch=tuple(_quotes(case, item.evidence) for item in case.story.watch),
        information=_information(case, n, level, facts, excluded),
        impact=judge_impact(case.story, case.rubric),
        confidence=story_confidence(case, facts, groups, excluded),
        outlook=judge_outlook(case.story, case.rubric),
        checked=max((entry.retrieved for entry in case.locked.values()), default=""),
        basis=basis,
        receipt=receipt_of(basis, as_of.date().isoformat()),
    )


def _fact(case: Case, n: int, groups: Groups, excluded: Mapping[str, str]) -> JudgedFact:
    fact = case.story.facts[n - 1]
    quotes = _quotes(case, fact.evidence)
    return judge_fact(n, fact, quotes, groups, excluded, fact_confidence(case, quotes, groups, excluded)[0])


def _quotes(case: Case, quotes: tuple[Quote, ...]) -> tuple[JudgedQuote, ...]:
    return tuple(judge_quote(case, quote) for quote in quotes)


def _publications(
    case: Case, facts: tuple[JudgedFact, ...], clusters: tuple[Cluster, ...], excluded: Mapping[str, str]
) -> int:
    """Publishers with at least one found, supporting quote; one that a written reason splits counts twice."""
    sources = {name for fact in facts for name in carriers(fact.evidence, Stance.SUPPORTS, excluded)}
    place = {name: n for n, cluster in enumerate(clusters) for name in cluster.sources}
    return len({(place[one.id], one.publisher) for one in case.story.sources if one.id in sources})


def _information(case: Case, n: int, level: Level, facts: tuple[JudgedFact, ...], excluded: Mapping[str, str]) -> str:
    """The Admiralty code's second axis, reckoned: `1` (confirmed) to `6` (cannot be judged)."""
    if level is Level.UNCHECKED:
        return "6"
    if level is Level.DISPUTED:
        return "5"
    if n >= VERIFIED_FROM:
        return "1" if n >= TOP_RATING_FROM else "2"
    lone = [fact for fact in facts if fact.essential and fact.count < VERIFIED_FROM]
    return "3" if all(primary_carriers(case, fact.evidence, excluded) for fact in lone) else "4"
