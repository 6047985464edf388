"""Each quote against the saved copy: found, not found, or never looked for; then counts for each fact."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from twosource.newsroom.story import Fact, Quote, Story, quotes_of
from twosource.newsroom.story_words import Stance
from twosource.verification.case import Case
from twosource.verification.quotes import quote_key
from twosource.verification.verdict import VERIFIED_FROM, FactStatus, JudgedFact, JudgedQuote, State, Verdict

Groups = tuple[tuple[str, ...], ...]


def judge_quote(case: Case, quote: Quote) -> JudgedQuote:
    """What became of one quote."""
    locked = case.locked.get(quote.source)
    entry = locked.quotes.get(quote_key(quote.quote)) if locked else None
    state = State.UNSEEN if locked is None else State.FOUND if entry else State.NOT_FOUND
    return JudgedQuote(quote.source, quote.quote, quote.stance, state, entry.link if entry else "")


def judged_quotes(story: Story, verdict: Verdict) -> Iterator[tuple[tuple[str | int, ...], JudgedQuote]]:
    """Every quote of a judged story with the steps to its entry: facts first, then forecasts."""
    judged = (*(fact.evidence for fact in verdict.facts), *verdict.watch)
    quotes = (quote for several in judged for quote in several)
    yield from ((steps, quote) for (steps, _), quote in zip(quotes_of(story), quotes, strict=True))


def carriers(quotes: tuple[JudgedQuote, ...], stance: Stance, excluded: Collection[str]) -> tuple[str, ...]:
    """Sources that can count and whose found quotes take this stance."""
    found = State.FOUND
    names = [
        quote.source
        for quote in quotes
        if quote.state is found and quote.stance is stance and quote.source not in excluded
    ]
    return tuple(dict.fromkeys(names))


def primary_carriers(case: Case, quotes: tuple[JudgedQuote, ...], excluded: Collection[str]) -> tuple[str, ...]:
    """Primary documents that carry a fact themselves, with a found quote."""
    kinds = {source.id: source.kind for source in case.story.sources}
    carrying = carriers(quotes, Stance.SUPPORTS, excluded)
    return tuple(name for name in carrying if kinds[name] in case.rubric.gate.primary_kinds)


def touched(groups: Groups, sources: Collection[str]) -> Groups:
    """Clusters that hold at least one of the sources."""
    wanted = frozenset(sources)
    return tuple([group for group in groups if not wanted.isdisjoint(group)])


def judge_fact(
    n: int, fact: Fact, quotes: tuple[JudgedQuote, ...], groups: Groups, excluded: Collection[str], confidence: float
) -> JudgedFact:
    """One key fact with its counts; `groups` is the partition for its kind, `quotes` its judged evidence.

    `confidence` is exact here and rounded in what is given back.
    """
    count = len(touched(groups, carriers(quotes, Stance.SUPPORTS, excluded)))
    against = len(touched(groups, carriers(quotes, Stance.CONTRADICTS, excluded)))
    return JudgedFact(
        n,
        fact.text,
        fact.kind,
        fact.speaker,
        fact.essential,
        count,
        against,
        _status(count, against),
        round(confidence, 2),
        quotes,
    )


def _status(count: int, against: int) -> FactStatus:
    if against:
        return FactStatus.DISPUTED
    if count == 0:
        return FactStatus.UNCHECKED
    return FactStatus.CONFIRMED if count >= VERIFIED_FROM else FactStatus.SINGLE
