"""How we covered a story: sentences made from its own data, so that no two stories share them by habit."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twosource.newsroom.story import Status, Story
from twosource.pages import dates
from twosource.pages.names import publisher_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.wording import counted, listed, sentence
from twosource.verification.verdict import State, Verdict

Part = Callable[[Newsstand, Story, Verdict], Iterator[str]]


def sources_named(stand: Newsstand, story: Story, verdict: Verdict) -> Iterator[str]:
    """How many sources, whose, and from when."""
    publishers = dict.fromkeys(publisher_name(stand, source.publisher) for source in story.sources)
    dated = [source.published for source in story.sources]
    days = sorted([when for when in dated if when.first == when.last] or dated, key=lambda when: when.first)
    span = dates.partial(days[0])["shown"], dates.partial(days[-1])["shown"]
    when = f"dated {span[0]}" if span[0] == span[1] else f"dated {span[0]} to {span[1]}"
    yield f"The story names {counted(len(story.sources), 'source')}, {when}: {listed(list(publishers))}."


def copies_read(stand: Newsstand, story: Story, verdict: Verdict) -> Iterator[str]:
    """What of it we hold and looked into."""
    lock = stand.library.lock_of(story)
    held = [source.id for source in story.sources if lock and source.id in lock.sources]
    last = dates.iso_day(verdict.checked)
    if not held:
        yield "We hold a saved copy of none of them, so nothing here was checked and nothing counts."
        return
    when = f", the last of them on {last['shown']}" if last else ""
    whole = "all of them" if len(held) == len(story.sources) else f"{len(held)} of {len(story.sources)}"
    yield f"We saved and read copies of {whole}{when}."


def quotes_found(stand: Newsstand, story: Story, verdict: Verdict) -> Iterator[str]:
    """How many quotes stand in the copies."""
    states = [quote.state for fact in verdict.facts for quote in fact.evidence]
    found = states.count(State.FOUND)
    behind = "behind the one key fact" if len(verdict.facts) == 1 else f"behind the {len(verdict.facts)} key facts"
    if found == len(states):
        every = f"All {found} quotes {behind} were" if found > 1 else f"The one quote {behind} was"
        yield f"{every} found there word for word."
    elif found:
        were = "was" if found == 1 else "were"
        yield f"Of {counted(len(states), 'quote')} {behind}, {found} {were} found there word for word."


def merged(stand: Newsstand, story: Story, verdict: Verdict) -> Iterator[str]:
    """How many remain when what has one origin counts as one."""
    counting = [cluster for cluster in verdict.clusters if cluster.counts]
    joined = [cluster for cluster in verdict.clusters if len(cluster.sources) > 1]
    for cluster in joined:
        names = listed(list(dict.fromkeys(_publisher(stand, story, source) for source in cluster.sources)))
        why = f" {sentence(cluster.joins[0].detail)}" if cluster.joins else ""
        yield f"{len(cluster.sources)} sources ({names}) count as one.{why}"
    if not joined and len(counting) > 1:
        yield "No two of the sources share an origin that we could find, so each counts for itself."
    if verdict.set_aside:
        reasons = counted(len(verdict.set_aside), "link between sources", "links between sources")
        yield f"We found {reasons} that we did not count as a common origin; the reasons stand with the sources."


def weakest_fact(stand: Newsstand, story: Story, verdict: Verdict) -> Iterator[str]:
    """Where the number on the badge comes from."""
    essential = [fact for fact in verdict.facts if fact.essential]
    lowest = next((fact for fact in essential if fact.count == verdict.n), None)
    if not lowest or not verdict.n:
        return
    held = counted(verdict.n, "independent source")
    if len(essential) == 1:
        yield f"The story rests on key fact {lowest.n}, which has {held}; that is the number on the badge."
    else:
        yield (
            f"The story rests on {counted(len(essential), 'key fact')}; the least supported of them, number "
            f"{lowest.n}, has {held}, and that is the number on the badge."
        )


def disputes(stand: Newsstand, story: Story, verdict: Verdict) -> Iterator[str]:
    """What speaks against it."""
    against = [fact for fact in verdict.facts if fact.against]
    for fact in against:
        yield f"Key fact {fact.n} is contradicted by {counted(fact.against, 'independent source')}."


def gate(stand: Newsstand, story: Story, verdict: Verdict) -> Iterator[str]:
    """Why it may be published."""
    yield sentence(verdict.gate.because)


def unknowns(stand: Newsstand, story: Story, verdict: Verdict) -> Iterator[str]:
    """What stays open."""
    if story.unknowns:
        yield f"{counted(len(story.unknowns), 'question')} stayed open and {_stands(story)} under what we do not know."


def retracted(stand: Newsstand, story: Story, verdict: Verdict) -> Iterator[str]:
    """That none of it counts any more."""
    if story.status is Status.RETRACTED:
        yield "The story was retracted: it stays here for the record and is in no count but that of corrections."


PARTS: tuple[Part, ...] = (
    sources_named,
    copies_read,
    quotes_found,
    merged,
    weakest_fact,
    disputes,
    gate,
    unknowns,
    retracted,
)
"""The sentences in their order."""


def coverage(stand: Newsstand, story: Story) -> list[str]:
    """How we covered the story, in sentences."""
    verdict = stand.verdict(story)
    return [words for part in PARTS for words in part(stand, story, verdict)]


def _publisher(stand: Newsstand, story: Story, name: str) -> str:
    source = next(held for held in story.sources if held.id == name)
    return publisher_name(stand, source.publisher)


def _stands(story: Story) -> str:
    return "stands" if len(story.unknowns) == 1 else "stand"
