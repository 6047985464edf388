"""A verdict in words: cluster by cluster, join by join, fact by fact, and what would change it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twosource.desk.ceiling import confidence, copies, why_not_higher
from twosource.desk.paint import Paint
from twosource.desk.report import counted
from twosource.desk.told import Told, set_lines
from twosource.newsroom.library import Library
from twosource.newsroom.story import Story
from twosource.newsroom.story_words import FactKind, Stance
from twosource.verification.verdict import JudgedFact, JudgedQuote, Level, State, Verdict


def explanation(story: Story, verdict: Verdict, library: Library, paint: Paint) -> str:
    """The whole explanation, 100 columns wide."""
    told = Told(story, verdict, library, paint)
    written = []
    for heading, section in SECTIONS:
        lines = list(section(told))
        if lines:
            written.append("\n".join((paint.bold(heading), *lines)))
    return "\n\n".join(written)


def _badge(told: Told) -> Iterator[str]:
    verdict, paint = told.verdict, told.paint
    colour = paint.green if verdict.level is Level.VERIFIED else paint.yellow
    yield from set_lines(f"{told.story.title} ({told.story.path}, {told.story.status.value})")
    yield f"  {colour(f'{verdict.badge} · {verdict.detail}')}"
    counts = ", ".join(f"key fact {fact.n}: {fact.count}" for fact in told.essential())
    yield from set_lines(f"The count is {verdict.n}, the lowest among the essential key facts ({counts}).")
    yield from set_lines(
        f"{counted(verdict.cited, 'source')} named, {counted(verdict.publications, 'publication')} with a found"
        f" quote, {verdict.confirmed} of {counted(len(verdict.facts), 'key fact')} independently confirmed."
    )


def _gate(told: Told) -> Iterator[str]:
    gate = told.verdict.gate
    answer = "It may be published." if gate.passed else "It may not be published."
    yield f"  {(told.paint.green if gate.passed else told.paint.red)(answer)}"
    yield from set_lines(f"{gate.because} [{gate.rule}]")


def _clusters(told: Told) -> Iterator[str]:
    """Each cluster with its members, the reason for each join, and why it does not count."""
    for number, cluster in enumerate(told.verdict.clusters, 1):
        members = ", ".join(told.name(source) for source in cluster.sources)
        as_one = f": {len(cluster.sources)} sources that count as one" if len(cluster.sources) > 1 else ""
        yield from set_lines(f"{members}{as_one}.", mark=f"{number}. ")
        for join in cluster.joins:
            yield from set_lines(f"{join.a} + {join.b} [{join.kind.value}]: {join.detail}", 5)
        if not cluster.counts:
            yield from set_lines(f"Counts for nothing: {cluster.because}", 5)


def _set_aside(told: Told) -> Iterator[str]:
    for one in told.verdict.set_aside:
        yield from set_lines(f"{one.join.a} + {one.join.b} [{one.join.kind.value}]: {one.join.detail}")
        yield from set_lines(f"Not applied: {one.because}", 4)


def _facts(told: Told) -> Iterator[str]:
    for fact in told.verdict.facts:
        yield from set_lines(fact.text, mark=f"{fact.n}. ")
        yield from set_lines(_standing(told, fact), 5)
        for quote in fact.evidence:
            yield from _quote(told, quote)


def _standing(told: Told, fact: JudgedFact) -> str:
    speaker = told.library.entities.get(fact.speaker)
    name = speaker.name if speaker else fact.speaker
    kind = fact.kind.value if fact.kind is FactKind.FACT else f"{fact.kind.value} by {name}"
    weight = f"Essential {kind}" if fact.essential else kind[0].upper() + kind[1:]
    against = f", {fact.against} against" if fact.against else ""
    sources = counted(fact.count, "independent source") + against
    return f"{weight}: {fact.status.value}, {sources}, confidence {fact.confidence:.2f}."


def _quote(told: Told, quote: JudgedQuote) -> Iterator[str]:
    colours = {State.FOUND: told.paint.green, State.NOT_FOUND: told.paint.red, State.UNSEEN: told.paint.yellow}
    stance = ", against" if quote.stance is Stance.CONTRADICTS else ""
    lines = list(set_lines(f"{quote.state.value}{stance}: {quote.source} “{quote.quote}”", 5))
    state = quote.state.value
    yield lines[0].replace(state, colours[quote.state](state), 1)
    yield from lines[1:]


SECTIONS: tuple[tuple[str, Callable[[Told], Iterator[str]]], ...] = (
    ("Badge", _badge),
    ("Gate", _gate),
    ("Clusters: who counts as one", _clusters),
    ("Joins found and set aside", _set_aside),
    ("Key facts", _facts),
    ("Confidence", confidence),
    ("Why not higher", why_not_higher),
    ("What a copy would not do", copies),
)
"""The explanation, section by section; one without lines is left out."""
