"""What may be said: bursts, episodes and momentum, each with the numbers that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import ceil, log

from twosource.pages import addresses
from twosource.pages.names import entity_name, topic_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.trend_words import burst_words, episode_words, month_words, span_words
from twosource.pages.views import Finding, MomentumRow
from twosource.pages.wording import counted, decimal
from twosource.trends.bursts import CHANCE, LEAST, Burst
from twosource.trends.episodes import Episode
from twosource.trends.movement import Movement
from twosource.trends.series import Kind
from twosource.trends.trends import SUBJECTS

SHOWN = 24
"""Findings on the page, at most; the data holds them all."""

MOVING = 12
"""Entities and terms whose momentum is shown, at most; topics all."""

EDGE = 16.0
"""The scale of the momentum reaches from a sixteenth to sixteenfold."""

MARKS = (1 / 16, 1 / 4, 1.0, 4.0, 16.0)
"""Ratios that stand on the scale."""


def name_of(stand: Newsstand, kind: Kind, key: str) -> str:
    """A subject's name."""
    if kind is Kind.TOPIC:
        return topic_name(stand, key)
    return entity_name(stand, key) if kind is Kind.ENTITY else stand.library.terms[key].term


def href_of(stand: Newsstand, kind: Kind, key: str) -> str:
    """A subject's page."""
    if kind is Kind.TOPIC:
        return stand.href(addresses.trend(key))
    return stand.href(addresses.entity(key) if kind is Kind.ENTITY else addresses.term(key))


def findings(stand: Newsstand, kinds: Iterable[Kind] = SUBJECTS, only: str = "") -> tuple[list[Finding], int]:
    """Bursts and episodes, those that ended last first; and how many there are, of which SHOWN at most are told."""
    found = [(kind, one) for kind in kinds for one in _found(stand, kind) if one.id == only or not only]
    found.sort(key=lambda held: (held[1].last, held[1].first), reverse=True)
    return [_finding(stand, kind, one) for kind, one in found[:SHOWN]], len(found)


def _found(stand: Newsstand, kind: Kind) -> Iterator[Burst | Episode]:
    yield from stand.trends.findings[kind].bursts
    yield from stand.trends.findings[kind].episodes


def _finding(stand: Newsstand, kind: Kind, one: Burst | Episode) -> Finding:
    return {
        "name": name_of(stand, kind, one.id),
        "href": href_of(stand, kind, one.id),
        "kind": kind.value,
        "what": "burst" if isinstance(one, Burst) else "episode",
        "text": burst_words(one) if isinstance(one, Burst) else episode_words(one),
        "when": span_words(one.first, one.last),
        "n": one.n,
    }


def found_words(stand: Newsstand, kind: Kind, key: str) -> str:
    """What was found of a subject in a few words: `Burst, March 2018`."""
    held = stand.trends.findings[kind]
    bursts = [("Burst", one.first, one.first) for one in held.bursts if one.id == key]
    episodes = [("Episode", one.first, one.last) for one in held.episodes if one.id == key]
    return "; ".join(text for found in (bursts, episodes) for text in _in_short(found))


def _in_short(found: Sequence[tuple[str, date, date]]) -> Iterator[str]:
    if found:
        what, first, last = found[-1]
        many = f"{counted(len(found), what.lower())}, last " if len(found) > 1 else f"{what}, "
        yield many + month_words(first) + (f" to {month_words(last)}" if last != first else "")


def tested(stand: Newsstand) -> str:
    """How many windows were tested, and how many bursts chance alone would make at most.

    That is reckoned from all windows that were looked at. Those with enough developments are picked by chance too: in
    simulated hubs in which nothing changed, a thousandth of these alone was less than half of the bursts that rare
    subjects had, while a thousandth of all was never less.
    """
    n, seen = (sum(held) for held in zip(*_windows(stand), strict=True))
    if not n:
        return "Nothing had enough developments, and weeks before them that were covered, to be tested for a burst."
    made = decimal(ceil(seen * CHANCE * 100) / 100, 0 if seen * CHANCE >= 10 else 2)
    return (
        f"{counted(n, 'window')} of four weeks with {LEAST} developments or more tested for a burst, "
        f"of {seen:,} in all; chance alone would make at most about {made} bursts."
    )


def _windows(stand: Newsstand) -> list[tuple[int, int]]:
    return [(held.tested, held.seen) for held in stand.trends.findings.values()]


def momentum(stand: Newsstand) -> list[MomentumRow]:
    """Topics, then the terms and entities of which most can be said, the surest first."""
    held = stand.trends.findings
    others = [(kind, one) for kind in (Kind.TERM, Kind.ENTITY) for one in held[kind].movements if one.named]
    others.sort(key=lambda one: (one[1].chance, one[1].id))
    topics = [(Kind.TOPIC, one) for one in held[Kind.TOPIC].movements]
    return [_momentum(stand, kind, one) for kind, one in (*topics, *others[:MOVING])]


def unmoved(stand: Newsstand) -> str:
    """Why there is no momentum."""
    if not stand.trends.years_compared:
        return "These two years were not covered throughout: nothing is compared."
    return f"No subject has {stand.minimum_n} developments in these two years."


def marks() -> list[dict[str, object]]:
    """Ratios on the scale."""
    words = {1 / 16: "÷16", 1 / 4: "÷4", 1.0: "same", 4.0: "×4", 16.0: "×16"}
    return [{"x": round(_place(ratio), 2), "text": words[ratio]} for ratio in MARKS]


def _momentum(stand: Newsstand, kind: Kind, held: Movement) -> MomentumRow:
    high = decimal(held.high, 2) if held.high is not None else "no upper bound"
    return {
        "name": name_of(stand, kind, held.id),
        "href": href_of(stand, kind, held.id),
        "before": held.before,
        "after": held.after,
        "ratio": f"×{decimal(held.ratio, 2)}" if held.ratio is not None else "none before",
        "bounds": f"{decimal(held.low, 2)} to {high}",
        "verdict": ("rises" if held.rises else "falls") if held.named else "no change shown",
        "low": round(_place(held.low), 2),
        "high": round(_place(held.high if held.high is not None else EDGE), 2),
        "middle": round(_place(held.ratio), 2) if held.ratio is not None else None,
    }


def _place(ratio: float) -> float:
    """A ratio on its logarithmic scale, in percent; beyond the ends at them."""
    inside = min(EDGE, max(1 / EDGE, ratio))
    return 50 + 50 * log(inside) / log(EDGE)
