"""How sure a verdict makes us, why not surer, and what would change nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.desk.report import counted
from twosource.desk.told import Told, set_lines
from twosource.verification.verdict import Cluster, FactStatus, JudgedFact, Level, State

COPIES = (
    "Another copy of any of these texts, a page that relays one of them, a second article of the same owner, or"
    " another outlet that prints the same agency or release joins the cluster it came from. The count, the"
    " confidence and the impact stay as they are; a worse-graded copy can only lower the confidence."
)
"""What adding a copy would not do."""


def confidence(told: Told) -> Iterator[str]:
    made = told.verdict.confidence
    yield from set_lines(f"{made.band.value.capitalize()} ({made.value:.2f}), decided by key fact {made.fact}.")
    for share in made.shares:
        yield from set_lines(
            f"{', '.join(share.sources)}: {share.value:.2f}, set by {told.name(share.weakest)}, "
            f"grade {share.grade}, {share.kind}.",
            5,
        )


def why_not_higher(told: Told) -> Iterator[str]:
    for fact in told.weakest():
        yield from set_lines(_holds_down(told, fact), mark="- ")
    if told.verdict.level is Level.DISPUTED:
        names = ", ".join(str(fact.n) for fact in told.essential() if fact.status is FactStatus.DISPUTED)
        yield from set_lines(f"Sources contradict each other on key fact {names}: no count lifts that.", mark="- ")
    for reason in told.verdict.confidence.why_not_higher:
        yield from set_lines(f"Confidence: {reason}", mark="- ")


def _holds_down(told: Told, fact: JudgedFact) -> str:
    """What keeps one essential fact at the lowest count, and what would lift it."""
    carrying = {quote.source for quote in fact.evidence if quote.state is State.FOUND}
    idle = [cluster for cluster in told.verdict.clusters if cluster.counts and not carrying & set(cluster.sources)]
    unseen = sorted({quote.source for quote in fact.evidence if quote.state is State.UNSEEN})
    said = f"Key fact {fact.n} is carried by {counted(fact.count, 'independent source')}."
    if unseen:
        said += f" No saved copy of {', '.join(unseen)}: lock them, and their quotes can count."
    if idle:
        said += f" No found quote for it from {_listed(idle)}: one would make the count {fact.count + 1}."
    elif not unseen:
        said += " Every source that can count carries it already: only a further independent one would add to it."
    return said


def _listed(clusters: Sequence[Cluster]) -> str:
    names = [" + ".join(cluster.sources) for cluster in clusters]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def copies(told: Told) -> Iterator[str]:
    yield from set_lines(COPIES)
