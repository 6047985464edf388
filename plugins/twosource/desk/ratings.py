"""The rating diff: which stories change their badge, score, confidence or outlook between two states of a hub."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from twosource.newsroom.rubric import Rubric
from twosource.verification.review import Review
from twosource.verification.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Rating:
    """One thing that readers are told of a story."""

    name: str
    """What it is called."""
    shown: Callable[[Verdict], str]
    """As it is shown."""
    reasons: Callable[[Verdict], tuple[str, ...]]
    """What it hangs on, in sentences that can be compared."""


@dataclass(frozen=True, slots=True)
class RatingChange:
    """One rating that changed."""

    slug: str
    """The story, as it is called now."""
    rating: str
    """`badge`, `impact`, `confidence` or `outlook`."""
    before: str
    """As it was."""
    after: str
    """As it is."""
    because: tuple[str, ...]
    """What was added to its reasons, or left out of them; never empty."""


def _counts(verdict: Verdict) -> tuple[str, ...]:
    facts = tuple(
        f"Key fact {fact.n} is {fact.status.value}, {fact.count} for, {fact.against} against." for fact in verdict.facts
    )
    joins = tuple(
        f"{join.a} and {join.b} count as one [{join.kind.value}]."
        for cluster in verdict.clusters
        for join in cluster.joins
    )
    quotes = tuple(
        f"{quote.source} “{quote.quote}”: {quote.state.value}." for fact in verdict.facts for quote in fact.evidence
    )
    return (f"The gate says {verdict.gate.rule}.", *facts, *joins, *quotes)


def _points(verdict: Verdict) -> tuple[str, ...]:
    return tuple(
        f"{part.dimension.capitalize()} is {part.score} at weight {part.weight:g}: {part.because}"
        for part in verdict.impact.parts
    )


def _trust(verdict: Verdict) -> tuple[str, ...]:
    shares = tuple(
        f"{', '.join(share.sources)}: {share.value:.2f}, grade {share.grade}, {share.kind}."
        for share in verdict.confidence.shares
    )
    return (f"Key fact {verdict.confidence.fact} decides.", *shares, *verdict.confidence.why_not_higher)


def _direction(verdict: Verdict) -> tuple[str, ...]:
    outlook = verdict.outlook
    return (f"For {outlook.entity}: {outlook.because}", f"Effects give {outlook.derived.value}.") if outlook else ()


def _outlook(verdict: Verdict) -> str:
    return f"{verdict.outlook.value.value} for {verdict.outlook.entity}" if verdict.outlook else "none"


RATINGS: tuple[Rating, ...] = (
    Rating("badge", lambda verdict: verdict.badge, _counts),
    Rating("impact", lambda verdict: f"{verdict.impact.score}", _points),
    Rating("confidence", lambda verdict: f"{verdict.confidence.band.value} {verdict.confidence.value:.2f}", _trust),
    Rating("outlook", _outlook, _direction),
)
"""What is compared, in the order in which it is told."""


def rating_changes(base: Review, head: Review, moved: Mapping[str, str]) -> tuple[RatingChange, ...]:
    """Every rating of a story judged in both states that is not as it was; `moved` gives old slugs by new ones."""
    return tuple(_changes(base, head, moved))


def _changes(base: Review, head: Review, moved: Mapping[str, str]) -> Iterator[RatingChange]:
    rules = _rubric_reasons(base.library.rubric, head.library.rubric)
    for slug, now in head.verdicts.items():
        then = base.verdicts.get(moved.get(slug, slug))
        if then is None:
            continue
        for rating in RATINGS:
            before, after = rating.shown(then), rating.shown(now)
            if before != after:
                because = (*_new(rating.reasons(then), rating.reasons(now)), *rules)
                yield RatingChange(slug, rating.name, before, after, because or ("Its rounding or order changed.",))


def _new(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    """Reasons that came, then those that went."""
    yield from (one for one in after if one not in before)
    yield from (f"No longer: {one}" for one in before if one not in after)


def _rubric_reasons(base: Rubric, head: Rubric) -> tuple[str, ...]:
    if base.version == head.version:
        return ()
    return (f"The rubric went from {base.version} to {head.version}.",)
