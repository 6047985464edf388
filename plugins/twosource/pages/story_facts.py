"""The key facts of a story, quote by quote, and what refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from twosource.newsroom.story import Quote, Source, Story
from twosource.pages import addresses, dates
from twosource.pages.names import entity_chip, entity_link, numbered, publisher_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.views import AffectedView, FactView, PullQuoteView, QuoteView, Takeaway
from twosource.pages.wording import web_address
from twosource.verification.quotes import quote_key
from twosource.verification.verdict import FactStatus, JudgedFact, JudgedQuote, State

STATES: Mapping[State, str] = {
    State.FOUND: "Found in the saved copy",
    State.NOT_FOUND: "Not found in the saved copy",
    State.UNSEEN: "No saved copy",
}
"""What became of a quote, in words."""

ARROWS: Mapping[str, str] = {"positive": "↑", "negative": "↓", "mixed": "↕", "unclear": "?"}
"""A sign beside the word, never instead of it."""


def facts(stand: Newsstand, story: Story) -> list[FactView]:
    """Every key fact with its evidence folded in."""
    return [_fact(stand, story, fact) for fact in stand.verdict(story).facts]


def quote_view(stand: Newsstand, story: Story, quote: JudgedQuote, page: str = "") -> QuoteView:
    """One quote, for the story's own page or for the page given."""
    source = next(held for held in story.sources if held.id == quote.source)
    return {
        "quote": quote.quote,
        "source": quote.source,
        "source_title": source.title,
        "publisher": publisher_name(stand, source.publisher),
        "source_href": f"{page}#source-{source.id}",
        "href": web_address(quote.link or source.url),
        "stance": quote.stance.value,
        "state": quote.state.value,
        "state_text": STATES[quote.state],
    }


def looked_up(stand: Newsstand, story: Story, quotes: Iterable[Quote]) -> list[JudgedQuote]:
    """What became of quotes that decide a forecast: they carry no key fact, so no verdict holds them."""
    return [_looked_up(stand, story, quote) for quote in quotes if quote.source in _ids(story.sources)]


def takeaways(story: Story) -> list[Takeaway]:
    """Sentences to take away, with the facts that carry them."""
    return [{"text": held.text, "facts": numbered(held.facts)} for held in story.takeaways]


def affected(stand: Newsstand, story: Story) -> list[AffectedView]:
    """Who is affected, how and why."""
    return [
        {
            "entity": entity_chip(stand, party.entity),
            "effect": party.effect.value,
            "arrow": ARROWS[party.effect.value],
            "because": party.because,
            "facts": numbered(party.facts),
            "horizon": party.horizon,
        }
        for party in story.affected
    ]


def pull_quote(stand: Newsstand, story: Story) -> PullQuoteView | None:
    """The quote set large: verbatim and attributed, or none."""
    chosen = story.pull_quote
    if chosen is None or not 1 <= chosen.fact <= len(story.facts):
        return None
    judged = stand.verdict(story).facts[chosen.fact - 1]
    if not 1 <= chosen.evidence <= len(judged.evidence):
        return None
    view = quote_view(stand, story, judged.evidence[chosen.evidence - 1])
    speaker = entity_link(stand, judged.speaker) if judged.speaker else None
    return {"quote": view["quote"], "speaker": speaker, "publisher": view["publisher"], "href": view["href"]}


def status_text(fact: JudgedFact) -> str:
    """Badge of a key fact in words: `2 independent`, `1 source`, `Disputed`, `Not checked`."""
    words = {
        FactStatus.CONFIRMED: f"{fact.count} independent",
        FactStatus.SINGLE: "1 source",
        FactStatus.DISPUTED: "Disputed",
        FactStatus.UNCHECKED: "Not checked",
    }
    return words[fact.status]


def _fact(stand: Newsstand, story: Story, fact: JudgedFact) -> FactView:
    as_of = story.facts[fact.n - 1].as_of
    return {
        "n": fact.n,
        "text": fact.text,
        "kind": fact.kind.value,
        "speaker": entity_link(stand, fact.speaker) if fact.speaker else None,
        "essential": fact.essential,
        "count": fact.count,
        "status": fact.status.value,
        "status_text": status_text(fact),
        "as_of": dates.partial(as_of) if as_of else None,
        "evidence": [quote_view(stand, story, quote) for quote in fact.evidence],
    }


def _looked_up(stand: Newsstand, story: Story, quote: Quote) -> JudgedQuote:
    lock = stand.library.lock_of(story)
    saved = lock.sources.get(quote.source) if lock else None
    found = saved.quotes.get(quote_key(quote.quote)) if saved else None
    state = State.FOUND if found else State.NOT_FOUND if saved else State.UNSEEN
    return JudgedQuote(quote.source, quote.quote, quote.stance, state, found.link if found else "")


def _ids(sources: Iterable[Source]) -> set[str]:
    return {source.id for source in sources}


def story_href(stand: Newsstand, story: Story) -> str:
    """Link to a story."""
    return stand.href(addresses.story(story.slug))
