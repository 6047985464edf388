"""What comes out: figures that quotes carry, an open gate, an outlook that agrees."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.newsroom.library import Library
from twosource.newsroom.moments import PartialDate
from twosource.newsroom.problems import Problem
from twosource.newsroom.rules import found
from twosource.newsroom.story_words import Stance, Status
from twosource.verification.case import Case
from twosource.verification.checks.quotes import has_unfound
from twosource.verification.figures import Finding, Quoted, judge_quotes
from twosource.verification.figures.reasons import NOWHERE
from twosource.verification.never_counting import LOOP, never_counts
from twosource.verification.verdict import JudgedFact, State, Verdict


def figures_supported(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """Figures of a fact stand in its supporting quotes, and no two quotes give two figures for it."""
    for fact in verdict.facts:
        judged = _judged(case, fact)
        for one in judged.missing:
            yield found(
                case.story.where.place("facts", fact.n - 1, "text"),
                "figure-without-evidence",
                f"The {one.measure} “{one.text}” stands in none of the quotes that support key fact {fact.n}."
                if one.because == NOWHERE
                else f"No quote carries the {one.measure} “{one.text}” of key fact {fact.n}. {one.because}",
                "Quote the words that carry it, or take it out.",
            )
        for other in judged.conflicts:
            yield found(
                case.story.where.place("facts", fact.n - 1, "text"),
                "sources-disagree",
                f"Key fact {fact.n} says “{other.stated}”, and the quote of `{other.source}` says “{other.figure}”.",
                "Give both figures or their range, or mark that quote `stance: contradicts`.",
            )


def _judged(case: Case, fact: JudgedFact) -> Finding:
    """The fact against its supporting quotes; against none while one of them was not found."""
    days = {source.id: source.published for source in case.story.sources}
    quotes = [
        Quoted(quote.source, quote.quote, days[quote.source].first if _whole(days[quote.source]) else None)
        for quote in fact.evidence
        if quote.stance is Stance.SUPPORTS
    ]
    waits = any(quote.state is State.NOT_FOUND for quote in fact.evidence)
    return judge_quotes("" if waits else fact.text, quotes)


def _whole(day: PartialDate) -> bool:
    return day.first == day.last


def gate_passed(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """What the gate refuses is not published; an unfound quote, and origins in a circle, are reported by themselves."""
    if verdict.gate.passed or case.story.status is Status.RETRACTED:
        return
    if has_unfound(case.story, verdict) or LOOP in never_counts(case).values():
        return
    yield found(
        case.story.where.place("facts", verdict.gate.fact - 1),
        "gate-refused",
        f"Not published: {verdict.gate.because}",
        f"See: desk explain {case.story.slug}",
    )


def outlook_agrees(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """The outlook does not contradict the effects."""
    outlook = verdict.outlook
    if outlook and not outlook.agrees:
        yield found(
            case.story.where.place("outlook", "value"),
            "outlook-contradicts",
            f"The outlook is {outlook.value}, but the effects make it {outlook.derived}.",
            "Correct the outlook or the effect.",
        )
