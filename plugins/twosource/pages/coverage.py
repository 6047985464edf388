"""How we covered a story: sentences made from its own data, so that no two stories share them by habit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from twosource.newsroom.story_words import Status
from twosource.pages import dates
from twosource.pages.common_origin import in_short, set_aside
from twosource.pages.folio import Folio
from twosource.pages.names import publisher_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.wording import counted, listed, sentence
from twosource.verification.verdict import Level, State

BADGED: Mapping[Level, str] = {
    Level.VERIFIED: ", and that is the number on the badge",
    Level.SINGLE_SOURCE: ", and the badge says so",
    Level.DISPUTED: "",
    Level.UNCHECKED: "",
}
"""What the lowest count has to do with the badge."""

Part = Callable[[Newsstand, Folio], Iterator[str]]


def sources_named(stand: Newsstand, folio: Folio) -> Iterator[str]:
    """How many sources, whose, and from when."""
    publishers = dict.fromkeys(publisher_name(stand, source.publisher) for source in folio.story.sources)
    yield f"The story names {counted(len(folio.story.sources), 'source')}, {_dated(folio)}: {listed(list(publishers))}."


def written_later(stand: Newsstand, folio: Folio) -> Iterator[str]:
    """That an archive story was not written when it happened."""
    story = folio.story
    if story.written:
        then, now = story.date.day, story.written.day
        copies = " from saved copies" if folio.verdict.checked else ""
        yield (
            f"This is an archive story: the development is of {dates.day(then)['shown']}, and it was written{copies} "
            f"on {dates.day(now)['shown']}, {dates.later(then, now)} later."
        )


def copies_read(stand: Newsstand, folio: Folio) -> Iterator[str]:
    """What of it we hold and looked into."""
    story = folio.story
    lock = folio.lock
    held = [source.id for source in story.sources if lock and source.id in lock.sources]
    last = dates.iso_day(folio.verdict.checked)
    if not held:
        yield "We hold a saved copy of none of them, so nothing here was checked and nothing counts."
        return
    when = f", the last of them on {last['shown']}" if last else ""
    whole = "all of them" if len(held) == len(story.sources) else f"{len(held)} of {len(story.sources)}"
    yield f"We saved and read copies of {whole}{when}."


def quotes_found(stand: Newsstand, folio: Folio) -> Iterator[str]:
    """How many quotes stand in the copies."""
    verdict = folio.verdict
    states = [quote.state for fact in verdict.facts for quote in fact.evidence]
    found = states.count(State.FOUND)
    behind = "behind the one key fact" if len(verdict.facts) == 1 else f"behind the {len(verdict.facts)} key facts"
    if found == len(states):
        every = f"All {found} quotes {behind} were" if found > 1 else f"The one quote {behind} was"
        yield f"{every} found there word for word."
    elif found:
        were = "was" if found == 1 else "were"
        yield f"Of {counted(len(states), 'quote')} {behind}, {found} {were} found there word for word."


def merged(stand: Newsstand, folio: Folio) -> Iterator[str]:
    """How many remain when what has one origin counts as one."""
    verdict = folio.verdict
    counting = [cluster for cluster in verdict.clusters if cluster.counts]
    joined = [cluster for cluster in verdict.clusters if len(cluster.sources) > 1]
    for cluster in joined:
        names = listed(list(dict.fromkeys(_publisher(stand, folio, source) for source in cluster.sources)))
        why = in_short(stand, folio, cluster)
        whose = "" if names in why else f" ({names})"
        yield f"{len(cluster.sources)} sources{whose} count as one: {why}."
    if not joined and len(counting) > 1:
        yield "No two of the sources share an origin that we could find, so each counts for itself."
    if verdict.set_aside:
        links = counted(len(set_aside(stand, folio)), "link between sources", "links between sources")
        yield f"We found {links} that we did not count as a common origin; why not is said with the sources."


def weakest_fact(stand: Newsstand, folio: Folio) -> Iterator[str]:
    """Where the number on the badge comes from."""
    verdict = folio.verdict
    essential = [fact for fact in verdict.facts if fact.essential]
    lowest = next((fact for fact in essential if fact.count == verdict.n), None)
    if not lowest or not verdict.n:
        return
    held, badge = counted(verdict.n, "independent source"), BADGED[verdict.level]
    if len(essential) == 1:
        yield f"The story rests on key fact {lowest.n}, which has {held}{badge}."
    else:
        yield (
            f"The story rests on {counted(len(essential), 'key fact')}; the least supported of them, number "
            f"{lowest.n}, has {held}{badge}."
        )


def disputes(stand: Newsstand, folio: Folio) -> Iterator[str]:
    """What speaks against it, and what that does to the badge."""
    for fact in folio.verdict.facts:
        if fact.against:
            by = f"Key fact {fact.n} is contradicted by {counted(fact.against, 'independent source')}"
            if fact.essential and folio.verdict.level is Level.DISPUTED:
                yield f"{by}; the badge therefore says disputed, and no number."
            else:
                yield f"{by}; the story does not rest on it." if not fact.essential else f"{by}."


def gate(stand: Newsstand, folio: Folio) -> Iterator[str]:
    """Why it may be published; a contradiction forbids nothing, and is shown."""
    lead = "It could be published all the same" if folio.verdict.level is Level.DISPUTED else "It could be published"
    because = folio.verdict.gate.because
    yield sentence(f"{lead}: {because[:1].lower()}{because[1:]}")


def unknowns(stand: Newsstand, folio: Folio) -> Iterator[str]:
    """What stays open."""
    if folio.story.unknowns:
        questions = counted(len(folio.story.unknowns), "question")
        yield f"{questions} stayed open and {_stands(folio)} under what we do not know."


def retracted(stand: Newsstand, folio: Folio) -> Iterator[str]:
    """That none of it counts any more."""
    if folio.story.status is Status.RETRACTED:
        yield "The story was retracted: it stays here for the record and is in no count but that of corrections."


PARTS: tuple[Part, ...] = (
    sources_named,
    copies_read,
    written_later,
    quotes_found,
    merged,
    weakest_fact,
    disputes,
    gate,
    unknowns,
    retracted,
)
"""The sentences in their order."""


def coverage(stand: Newsstand, folio: Folio) -> list[str]:
    """How we covered the story, in sentences."""
    return [words for part in PARTS for words in part(stand, folio)]


def _publisher(stand: Newsstand, folio: Folio, name: str) -> str:
    source = next(held for held in folio.story.sources if held.id == name)
    return publisher_name(stand, source.publisher)


def _dated(folio: Folio) -> str:
    """`dated 4 March 2018 to 22 March 2018`; what is dated less precisely than by the day is said apart."""
    exact = [source.published for source in folio.story.sources if source.published.first == source.published.last]
    vague = [source.published for source in folio.story.sources if source.published.first != source.published.last]
    if not exact or not vague:
        return f"dated {dates.span(exact or vague)}"
    only = listed(list(dict.fromkeys(dates.partial(when)["shown"] for when in vague)))
    return f"{len(exact)} dated {dates.span(exact)} and {len(vague)} dated only {only}"


def _stands(folio: Folio) -> str:
    return "stands" if len(folio.story.unknowns) == 1 else "stand"
