"""What taking evidence finds to be wrong: quotes that are not there, not there any more, or there too often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from twosource.desk.saved_page import SavedPage
from twosource.newsroom.lock import LockedSource
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.rules import found
from twosource.newsroom.story import Quote, Story, quotes_of
from twosource.verification.quotes import find_quote, nearest, quote_key, too_common
from twosource.verification.web_addresses import document_of

STUB = 150
"""Words below which a page without any of its quotes is likely to be a stub."""

Lost = tuple[Place, Quote, str]
"""A quote with its place, and the passage nearest to it."""

Steps = tuple[str | int, ...]
"""The way to a piece of evidence within its story."""


def quote_place(story: Story, steps: Steps) -> Place:
    """Where the words of a quote stand."""
    return story.where.place(*steps, "quote")


def lost_quotes(story: Story, before: Mapping[str, LockedSource], pages: Mapping[str, SavedPage]) -> Iterator[Lost]:
    """Quotes that the locked copy holds and the new page does not."""
    urls = {source.id: source.url for source in story.sources}
    for steps, quote in quotes_of(story):
        entry, page = before.get(quote.source), pages.get(quote.source)
        if entry is None or page is None or quote_key(quote.quote) not in entry.quotes:
            continue
        if document_of(urls[quote.source]) == document_of(entry.url) and find_quote(quote.quote, page.text) is None:
            yield quote_place(story, steps), quote, nearest(quote.quote, page.text)


def gone(place: Place, quote: Quote, near: str) -> Problem:
    """The problem of a quote that the locked copy holds and the source no more."""
    said = f"The source `{quote.source}` no longer says this; the locked copy does, and is kept."
    then = f"There it says now: {near}" if near else "It may stand behind a wall now: give a saved page with --from."
    return found(place, "quote-gone", said, then)


def not_found(story: Story, entries: Mapping[str, LockedSource], texts: Mapping[str, str]) -> Iterator[Problem]:
    for steps, quote in quotes_of(story):
        entry = entries.get(quote.source)
        if entry is None or quote_key(quote.quote) in entry.quotes:
            continue
        text = texts.get(quote.source)
        if text is None:
            message = f"This quote is new, and the text of `{quote.source}` is not at hand."
            yield Problem(quote_place(story, steps), "quote-not-found", message, "Give its saved page with --from.")
        else:
            message = f"These words do not stand in the saved copy of `{quote.source}`."
            yield Problem(quote_place(story, steps), "quote-not-found", message, _instead(quote, text))


def _instead(quote: Quote, text: str) -> str:
    near, words = nearest(quote.quote, text), len(text.split())
    if near:
        return f"The nearest passage: {near}"
    if words < STUB:
        return f"The copy has {words} words in all: behind a wall? Save the page as you read it, and use --from."
    return "Nothing like them stands there."


def common(story: Story, entries: Mapping[str, LockedSource], texts: Mapping[str, str]) -> Iterator[Problem]:
    """Quotes that were found, and whose being found says little."""
    for steps, quote in quotes_of(story):
        entry = entries.get(quote.source)
        if entry is not None and quote_key(quote.quote) in entry.quotes:
            reason = too_common(quote.quote, texts.get(quote.source, ""))
            if reason:
                yield found(quote_place(story, steps), "quote-too-common", reason, "Quote more of the sentence.")
