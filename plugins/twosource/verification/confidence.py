"""How sure the evidence makes us: a noisy-OR over independent clusters, with the rubric's figures.

p = 1 - Π (1 - value of each supporting cluster), times a factor for each cluster that contradicts; the noisy-OR of
independent reports is Pearl's (1988). A cluster is worth its weakest member, so that a copy at a better-graded outlet
adds nothing: adding a source to a cluster can only lower its value, and taking a quote away leaves it or loses it.
"""

from __future__ import annotations

from collections.abc import Collection
from math import prod

from twosource.newsroom.story import Source
from twosource.newsroom.story_words import Stance
from twosource.verification.badge import counted
from twosource.verification.case import Case
from twosource.verification.evidence import Groups, carriers, touched
from twosource.verification.verdict import Band, Ceiling, Confidence, JudgedFact, JudgedQuote, Share


def share_of(case: Case, group: tuple[str, ...], excluded: Collection[str], quoted: Collection[str] = ()) -> Share:
    """What one cluster is worth: that of its weakest source that can count; a quoted one is named where worth ties."""
    worth = [
        (source_worth(case, source), source.id not in quoted, source.id, source)
        for source in case.story.sources
        if source.id in group and source.id not in excluded
    ]
    value, _, _, weakest = min(worth, key=lambda row: row[:3])
    return Share(group, weakest.id, case.publisher(weakest).grade.value, weakest.kind.value, round(value, 4))


def source_worth(case: Case, source: Source) -> float:
    """Reliability of the publisher's grade, times weight of the kind, times the factor for stale evidence; 0 to 1."""
    rules = case.rubric.confidence
    fresh = rules.stale if is_stale(case, source) else 1.0
    return case.rubric.grades[case.publisher(source).grade].reliability * rules.kinds[source.kind] * fresh


def is_stale(case: Case, source: Source) -> bool:
    """True when a source was older at the story's date than the rubric allows fresh evidence to be."""
    return (case.story.date.day - source.published.last).days > case.rubric.confidence.stale_after_days


def fact_confidence(
    case: Case, quotes: tuple[JudgedQuote, ...], groups: Groups, excluded: Collection[str]
) -> tuple[float, tuple[Share, ...], Ceiling]:
    """Value (0 to 1, not rounded), the shares behind it, and the ceiling that held it down."""
    quoted = carriers(quotes, Stance.SUPPORTS, excluded)
    supporting = touched(groups, quoted)
    against = touched(groups, carriers(quotes, Stance.CONTRADICTS, excluded))
    shares = tuple(share_of(case, group, excluded, quoted) for group in supporting)
    rules = case.rubric.confidence
    free = (1 - prod(1 - share.value for share in shares)) * rules.contradicted ** len(against)
    most, kind = (
        (rules.single_source_ceiling, Ceiling.SINGLE_SOURCE) if len(shares) < 2 else (rules.ceiling, Ceiling.COMMON)
    )
    return min(free, most), shares, kind if free > most else Ceiling.NONE


def story_confidence(
    case: Case, facts: tuple[JudgedFact, ...], groups: dict[int, Groups], excluded: Collection[str]
) -> Confidence:
    """The confidence of the weakest essential fact, with the reasons why it is not higher."""
    found = {fact: fact_confidence(case, fact.evidence, groups[fact.n], excluded) for fact in facts if fact.essential}
    weakest = min(found, key=lambda fact: (found[fact][0], fact.n))
    value, shares, ceiling = found[weakest]
    rules = case.rubric.confidence
    shown = round(value, 2)
    band = Band.HIGH if shown >= rules.high else Band.MODERATE if shown >= rules.moderate else Band.LOW
    reasons = tuple(_why_not_higher(case, weakest, shares, ceiling))
    return Confidence(shown, band, weakest.n, shares, weakest.against, ceiling, reasons)


def _why_not_higher(case: Case, fact: JudgedFact, shares: tuple[Share, ...], ceiling: Ceiling) -> list[str]:
    rules = case.rubric.confidence
    reasons = []
    if not shares:
        reasons.append(f"No quote for key fact {fact.n} was found in a saved copy.")
    if fact.against:
        reasons.append(f"Key fact {fact.n} is contradicted by {counted(fact.against, 'independent source')}.")
    if ceiling is Ceiling.SINGLE_SOURCE:
        most = f"the rubric allows {rules.single_source_ceiling:.2f} at most"
        reasons.append(f"Key fact {fact.n} rests on one independent source; {most}.")
    elif ceiling is Ceiling.COMMON:
        reasons.append(f"The rubric never goes above {rules.ceiling:.2f}: sources can all be wrong.")
    return reasons + [_limit(case, share) for share in shares]


def _limit(case: Case, share: Share) -> str:
    """Why one cluster is worth no more."""
    source = next(source for source in case.story.sources if source.id == share.weakest)
    stale = ", stale at the story's date" if is_stale(case, source) else ""
    name = case.publisher(source).name
    return f"{name} is worth {share.value:.2f}: grade {share.grade}, counted as {share.kind}{stale}."
