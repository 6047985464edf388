"""What comes out: figures that quotes carry, an open gate, an outlook that agrees, addresses that still lead here."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.newsroom.library import Library
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.rules import found
from twosource.newsroom.story import Stance, Status
from twosource.verification.case import Case
from twosource.verification.checks.quotes import has_unfound
from twosource.verification.figures import missing_figures
from twosource.verification.never_counting import LOOP, never_counts
from twosource.verification.verdict import State, Verdict


def figures_supported(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """Figures of a fact stand in its supporting quotes; a fact with a quote that was not found waits for that first."""
    for fact in verdict.facts:
        supporting = tuple(quote for quote in fact.evidence if quote.stance is Stance.SUPPORTS)
        if any(quote.state is State.NOT_FOUND for quote in fact.evidence):
            continue
        for figure in missing_figures(fact.text, tuple(quote.quote for quote in supporting)):
            yield found(
                case.story.where.place("facts", fact.n - 1, "text"),
                "figure-without-evidence",
                f"The {figure.measure} “{figure.text}” stands in none of the quotes that support key fact {fact.n}.",
                "Quote the words that carry it, or take it out.",
            )


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


def old_addresses(cases: tuple[Case, ...], library: Library) -> Iterator[Problem]:
    """An address that a story once had still leads to a story: to it, or to the one whose file it was begun from."""
    taken = {f"/stories/{story.slug}/" for story in library.stories}
    for story, lock in ((case.story, library.lock_of(case.story)) for case in cases):
        for address in lock.addresses if lock else ():
            if address not in taken and address not in story.aliases:
                yield found(
                    story.where.place("aliases") if story.aliases else Place(story.path, 1, 1),
                    "moved-without-alias",
                    f"The story was published at {address}, which leads nowhere now.",
                    f"Add `{address}` to `aliases:`.",
                )
