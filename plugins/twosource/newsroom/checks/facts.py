"""What a story rests on: essential facts, speakers, parties, origins, quotes."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.newsroom.house_style import OMISSION, breaks_off
from twosource.newsroom.library import Library
from twosource.newsroom.problems import Problem
from twosource.newsroom.rules import found
from twosource.newsroom.story import Story, quotes_of
from twosource.newsroom.story_words import ChangeKind, FactKind, OriginKind, Status
from twosource.newsroom.upstream import declared_upstream, in_circles


def essential_facts(story: Story, library: Library) -> Iterator[Problem]:
    """At least one key fact states the development itself."""
    if story.facts and not any(fact.essential or _marked(story, n) for n, fact in enumerate(story.facts)):
        yield found(
            story.where.key("facts"),
            "no-essential-fact",
            "No key fact is marked as essential.",
            "Write `essential: true` in the fact that states the development.",
        )


def _marked(story: Story, n: int) -> bool:
    """True when the mark is there, however it is written."""
    return story.where.text("facts", n, "essential") not in (None, "false")


def speakers(story: Story, library: Library) -> Iterator[Problem]:
    """Claims and forecasts have a speaker; facts have none."""
    for n, fact in enumerate(story.facts):
        if fact.kind is FactKind.FACT and fact.speaker and story.where.text("facts", n, "kind") == fact.kind:
            yield found(
                story.where.place("facts", n, "speaker"),
                "fact-with-speaker",
                f"Key fact {n + 1} is a fact, but has a speaker.",
                "Make it `kind: claim`, or take the speaker out.",
            )
        if fact.kind is not FactKind.FACT and not fact.speaker and _absent(story, n, "speaker"):
            yield found(
                story.where.place("facts", n, "kind"),
                "claim-without-speaker",
                f"Key fact {n + 1} is a {fact.kind}, but nobody says it.",
                "Add `speaker:` with an entity id, or make it `kind: fact`.",
            )


def _absent(story: Story, n: int, key: str) -> bool:
    return story.where.place("facts", n, key) == story.where.place("facts", n)


def affected_parties(story: Story, library: Library) -> Iterator[Problem]:
    """Who is affected is also mentioned; a retraction is explained."""
    for n, party in enumerate(story.affected):
        if party.entity in library.entities and party.entity not in story.mentioned:
            yield found(
                story.where.place("affected", n, "entity"),
                "affected-not-mentioned",
                f"`{party.entity}` is affected, but not mentioned.",
                f"Add {party.entity} to `mentioned:`.",
            )
    if story.status is Status.RETRACTED and not any(change.kind is ChangeKind.RETRACTION for change in story.changes):
        yield found(
            story.where.place("status"),
            "retracted-without-reason",
            "The story is retracted, and its changes do not say why.",
            "Add an entry of `kind: retraction` under `changes:`.",
        )


def origins(story: Story, library: Library) -> Iterator[Problem]:
    """No source is, by whatever way round, its own origin, nor older than the one that it had its words from."""
    upstream = declared_upstream(story.sources)
    circling = in_circles(upstream)
    for n, source in enumerate(story.sources):
        if source.id in circling:
            yield found(
                story.where.place("sources", n, "origin"),
                "origin-loop",
                f"`{source.id}` is its own origin, by way of {upstream[source.id]}.",
                "Find out which came first, and declare that one `own`.",
            )
    yield from _younger(story)


def _younger(story: Story) -> Iterator[Problem]:
    """Origins that were published after what is said to come from them."""
    by_id = {source.id: source for source in story.sources}
    for n, source in enumerate(story.sources):
        first = by_id.get(source.origin.name) if source.origin.kind is OriginKind.SOURCE else None
        if first and source.published.text and source.published.last < first.published.first:
            yield found(
                story.where.place("sources", n, "origin"),
                "origin-younger",
                f"`{source.id}` is of {source.published.text}, and its origin `{first.id}` of {first.published.text}.",
                "Turn the two round, or correct one of the dates.",
            )


def pull_quote(story: Story, library: Library) -> Iterator[Problem]:
    """The pull quote is a quote of a key fact, and whole."""
    pull = story.pull_quote
    if pull is None:
        return
    facts = story.facts[pull.fact - 1 : pull.fact]
    quotes = facts[0].evidence[pull.evidence - 1 : pull.evidence] if facts else ()
    if story.facts and not quotes:
        yield found(
            story.where.place("pull_quote", "evidence" if facts else "fact"),
            "pull-quote-missing",
            f"Key fact {pull.fact} has no quote {pull.evidence}.",
            "Point to a key fact and one of its quotes, both counted from 1.",
        )
    elif quotes and breaks_off(quotes[0].quote):
        yield found(
            story.where.place("pull_quote"),
            "quote-cut-off",
            f"The pull quote breaks off at “{quotes[0].quote[-24:]}”.",
            "End the quote where the thought ends.",
        )


def quote_lengths(story: Story, library: Library) -> Iterator[Problem]:
    """Quotes are short spans that carry the figure or claim, and no scraps that stand anywhere."""
    rules = library.rubric.gate
    for steps, quote in quotes_of(story) if library.readable else ():
        words = len(quote.quote.split())
        if words > rules.quote_words:
            yield found(
                story.where.place(*steps, "quote"),
                "quote-too-long",
                f"The quote has {words} words; the rubric allows {rules.quote_words}.",
                "Keep the words that carry the fact; `[…]` marks an omission.",
            )
        elif quote.quote and _shortest_part(quote.quote, words) < rules.quote_least_words:
            yield found(
                story.where.place(*steps, "quote"),
                "quote-too-short",
                f"The quote, or a part of it, has fewer than {rules.quote_least_words} words.",
                "Quote enough of the sentence to carry the fact.",
            )


def _shortest_part(quote: str, words: int) -> int:
    """Words of the shortest part between omissions, `words` without any; 0 when there is nothing but omissions."""
    if "[" not in quote:
        return words
    return min((len(part.split()) for part in OMISSION.split(quote) if part.strip()), default=0)
