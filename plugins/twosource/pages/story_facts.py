"""The key facts of a story, quote by quote, and what refers to them."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.newsroom.story import Source
from twosource.newsroom.story_words import FactKind
from twosource.pages import addresses, dates
from twosource.pages.folio import Folio
from twosource.pages.names import entity_chip, entity_link, numbered, publisher_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.views import AffectedView, FactView, PullQuoteView, QuoteView, Takeaway
from twosource.pages.wording import web_address
from twosource.trends.brief import Brief, BriefFact, CitedQuote
from twosource.trends.ledger import Forecast
from twosource.verification.verdict import FactStatus, JudgedFact, State

STATES: Mapping[State, str] = {
    State.FOUND: "Found in the saved copy",
    State.NOT_FOUND: "Not found in the saved copy",
    State.UNSEEN: "No saved copy",
}
"""What became of a quote, in words."""

ARROWS: Mapping[str, str] = {"positive": "↑", "negative": "↓", "mixed": "↕", "unclear": "?"}
"""A sign beside the word, never instead of it."""


def facts(stand: Newsstand, folio: Folio) -> list[FactView]:
    """Every key fact with its evidence folded in."""
    sources = {source.id: source for source in folio.story.sources}
    return [_fact(stand, folio, fact, sources) for fact in folio.verdict.facts]


def quote_view(stand: Newsstand, held: CitedQuote, page: str = "") -> QuoteView:
    """One quote, for the story's own page or for the page given."""
    quote = held.judged
    return {
        "quote": quote.quote,
        "source": quote.source,
        "publisher": publisher_name(stand, held.publisher),
        "source_href": f"{page}#source-{quote.source}",
        "href": web_address(quote.link or held.url),
        "stance": quote.stance.value,
        "state": quote.state.value,
        "state_text": STATES[quote.state],
    }


def looked_up(brief: Brief, entry: Forecast) -> tuple[CitedQuote, ...]:
    """What became of the quotes that decided a forecast; none while it is open on the site's day."""
    return brief.watch_quotes[entry.n - 1] if entry.decided else ()


def takeaways(folio: Folio) -> list[Takeaway]:
    """Sentences to take away, with the facts that carry them."""
    return [{"text": held.text, "facts": numbered(held.facts)} for held in folio.story.takeaways]


def affected(stand: Newsstand, folio: Folio) -> list[AffectedView]:
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
        for party in folio.story.affected
    ]


def pull_quote(stand: Newsstand, folio: Folio) -> PullQuoteView | None:
    """The quote set large: verbatim and attributed, or none."""
    chosen = folio.story.pull_quote
    if chosen is None or not 1 <= chosen.fact <= len(folio.story.facts):
        return None
    judged = folio.verdict.facts[chosen.fact - 1]
    if not 1 <= chosen.evidence <= len(judged.evidence):
        return None
    quote = judged.evidence[chosen.evidence - 1]
    source = next(held for held in folio.story.sources if held.id == quote.source)
    view = quote_view(stand, CitedQuote(quote, source.publisher, source.url))
    speaker = entity_link(stand, judged.speaker) if judged.speaker else None
    return {"quote": view["quote"], "speaker": speaker, "publisher": view["publisher"], "href": view["href"]}


def status_text(fact: JudgedFact | BriefFact) -> str:
    """Badge of a key fact in words: `2 independent`, `1 source`, `Disputed`, `Not checked`.

    Of a claim or a forecast it is counted who reports that it was made, and not who holds it to be so.
    """
    return status_words(fact.status, fact.kind, fact.count)


def status_words(status: FactStatus, kind: FactKind, count: int) -> str:
    """The same for a status, a kind and a count that stand alone."""
    said = "" if kind is FactKind.FACT else " that it was said"
    words = {
        FactStatus.CONFIRMED: f"{count} independent{said}",
        FactStatus.SINGLE: f"1 source{said}",
        FactStatus.DISPUTED: "Disputed",
        FactStatus.UNCHECKED: "Not checked",
    }
    return words[status]


def _fact(stand: Newsstand, folio: Folio, fact: JudgedFact, sources: Mapping[str, Source]) -> FactView:
    as_of = folio.story.facts[fact.n - 1].as_of
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
        "evidence": [
            quote_view(stand, CitedQuote(quote, source.publisher, source.url))
            for quote in fact.evidence
            for source in (sources[quote.source],)
        ],
    }


def story_href(stand: Newsstand, slug: str) -> str:
    """Link to a story."""
    return stand.href(addresses.story(slug))
