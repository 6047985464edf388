"""Checks a story's quotes against copies of its sources and makes the lock: the offline heart of `desk lock`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from twosource.desk.saved_page import SavedPage
from twosource.newsroom.lock import Lock, LockedQuote, LockedSource
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.rules import found
from twosource.newsroom.story import Quote, Source, Status, Story
from twosource.verification.fingerprint import fingerprint
from twosource.verification.hints import find_hints
from twosource.verification.quotes import context_hash, find_quote, fragment_link, nearest, quote_key, too_common
from twosource.verification.web_addresses import document_of, site_of

STUB = 150
"""Words below which a page without any of its quotes is likely to be a stub."""


BEGINNING = 1600
"""Words of a source that are fingerprinted: so an entry has about 4 kB at most. Who copies begins at the top."""

HINTS = 8
"""Hints of one source that are kept."""

SPAN = 200
"""Characters of a hint's words that are kept."""


@dataclass(frozen=True, slots=True)
class Taking:
    """What came of locking one story."""

    lock: Lock
    """The new lock."""
    problems: tuple[Problem, ...]
    """Quotes that were not found."""
    texts: Mapping[str, str]
    """Texts to keep, by SHA-256."""
    taken: tuple[str, ...]
    """Ids of the sources for which a page was given."""
    kept: tuple[str, ...]
    """Ids of the sources whose entries were kept from the old lock."""
    missing: tuple[str, ...]
    """Ids of the sources without a saved copy."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What evidence-taking may use, handed in so that it opens no file and asks no clock."""

    page_of: Callable[[str], SavedPage | None]
    """The page given for an address, if any."""
    text_of: Callable[[str], str | None]
    """The stored text with this SHA-256, if any."""
    agencies: Mapping[str, str]
    """Names of agencies by alias."""
    day: str
    """Day on which the pages were saved, ISO, where they do not say it themselves."""
    dated: bool = False
    """True when that day goes before what they say."""
    guarded: bool = False
    """True for pages that nobody has seen yet: one that lost a quote does not take the place of an entry."""


def take_evidence(story: Story, old: Lock | None, desk: Desk) -> Taking:
    """Lock a story anew: what was given, and from the old lock what still belongs to it."""
    before = old.sources if old else {}
    given = {source.id: page for source in story.sources if (page := desk.page_of(source.url))}
    lost = tuple(_lost(story, before, given)) if desk.guarded else ()
    pages = {id: page for id, page in given.items() if all(id != quote.source for _, quote, _ in lost)}
    kept = {
        source.id: before[source.id]
        for source in story.sources
        if source.id in before and source.id not in pages and _one_document(source.url, before[source.id].url)
    }
    stored = {id: desk.text_of(entry.sha256) for id, entry in kept.items()}
    texts = {id: page.text for id, page in pages.items()} | {id: text for id, text in stored.items() if text}
    entries = {id: _entry(page, before.get(id), desk) for id, page in pages.items()} | kept
    sources = {
        source.id: replace(entries[source.id], url=source.url, quotes=_found(story, source, texts, kept))
        for source in story.sources
        if source.id in entries
    }
    return Taking(
        lock=Lock(f"{story.name}.lock", _addresses(story, old), sources),
        problems=(
            *(gone(place, quote, near) for place, quote, near in lost),
            *_not_found(story, sources, texts),
            *_common(story, sources, texts),
        ),
        texts={page.sha256: page.text for page in pages.values()},
        taken=tuple(pages),
        kept=tuple(kept),
        missing=tuple(source.id for source in story.sources if source.id not in entries),
    )


Lost = tuple[Place, Quote, str]
"""A quote with its place, and the passage nearest to it."""


def _lost(story: Story, before: Mapping[str, LockedSource], pages: Mapping[str, SavedPage]) -> Iterator[Lost]:
    """Quotes that the locked copy holds and the new page does not."""
    urls = {source.id: source.url for source in story.sources}
    for place, quote in quotes_of(story):
        entry, page = before.get(quote.source), pages.get(quote.source)
        if entry is None or page is None or quote_key(quote.quote) not in entry.quotes:
            continue
        if _one_document(urls[quote.source], entry.url) and find_quote(quote.quote, page.text) is None:
            yield place, quote, nearest(quote.quote, page.text)


def gone(place: Place, quote: Quote, near: str) -> Problem:
    """The problem of a quote that the locked copy holds and the source no more."""
    said = f"The source `{quote.source}` no longer says this; the locked copy does, and is kept."
    then = f"There it says now: {near}" if near else "It may stand behind a wall now: give a saved page with --from."
    return found(place, "quote-gone", said, then)


def _one_document(a: str, b: str) -> bool:
    return document_of(a) == document_of(b)


def _addresses(story: Story, old: Lock | None) -> tuple[str, ...]:
    """Every address under which the story was ever locked as published."""
    now = (f"/stories/{story.slug}/",) if story.status is Status.PUBLISHED else ()
    return tuple(sorted({*(old.addresses if old else ()), *now}))


def _entry(page: SavedPage, old: LockedSource | None, desk: Desk) -> LockedSource:
    """A page's entry, its quotes still to come; the day stays while the text does."""
    about = page.metadata
    return LockedSource(
        url=about.url,
        canonical=about.canonical,
        retrieved=old.retrieved if old and old.sha256 == page.sha256 else _day(page, desk),
        sha256=page.sha256,
        words=len(page.text.split()),
        publisher=about.site or about.publisher or site_of(about.url),
        authors=about.authors,
        published=page.published,
        hints=tuple(
            replace(hint, span=hint.span[:SPAN]) for hint in find_hints(page.text, about, desk.agencies)[:HINTS]
        ),
        fingerprint=fingerprint(_beginning(page.prose)),
        quotes={},
    )


def _beginning(text: str) -> str:
    """The text, or the first words of a long one."""
    words = list(islice(re.finditer(r"\S+", text), BEGINNING))
    return text[: words[-1].end()] if words else text


def _day(page: SavedPage, desk: Desk) -> str:
    return desk.day if desk.dated else page.retrieved or desk.day


def _found(
    story: Story, source: Source, texts: Mapping[str, str], kept: Mapping[str, LockedSource]
) -> Mapping[str, LockedQuote]:
    """Quotes of a source that stand in its text; those found before, where the text is not at hand."""
    mine = (quote.quote for _, quote in quotes_of(story) if quote.source == source.id)
    wanted = {quote_key(words): words for words in mine}
    if source.id not in texts:
        return {key: entry for key, entry in kept[source.id].quotes.items() if key in wanted}
    text = texts[source.id]
    passages = {key: find_quote(words, text) for key, words in wanted.items()}
    return {
        key: LockedQuote(fragment_link(source.url, text, passage), context_hash(text, passage))
        for key, passage in passages.items()
        if passage
    }


def quotes_of(story: Story) -> Iterator[tuple[Place, Quote]]:
    """Every piece of evidence of the story, for facts and for decided forecasts, with its place."""
    for n, fact in enumerate(story.facts):
        for m, quote in enumerate(fact.evidence):
            yield story.where.place("facts", n, "evidence", m, "quote"), quote
    for n, item in enumerate(story.watch):
        for m, quote in enumerate(item.evidence):
            yield story.where.place("watch", n, "evidence", m, "quote"), quote


def _not_found(story: Story, entries: Mapping[str, LockedSource], texts: Mapping[str, str]) -> Iterator[Problem]:
    for place, quote in quotes_of(story):
        entry = entries.get(quote.source)
        if entry is None or quote_key(quote.quote) in entry.quotes:
            continue
        text = texts.get(quote.source)
        if text is None:
            message = f"This quote is new, and the text of `{quote.source}` is not at hand."
            yield Problem(place, "quote-not-found", message, "Give its saved page with --from.")
        else:
            message = f"These words do not stand in the saved copy of `{quote.source}`."
            yield Problem(place, "quote-not-found", message, _instead(quote, text))


def _instead(quote: Quote, text: str) -> str:
    near, words = nearest(quote.quote, text), len(text.split())
    if near:
        return f"The nearest passage: {near}"
    if words < STUB:
        return f"The copy has {words} words in all: behind a wall? Save the page as you read it, and use --from."
    return "Nothing like them stands there."


def _common(story: Story, entries: Mapping[str, LockedSource], texts: Mapping[str, str]) -> Iterator[Problem]:
    """Quotes that were found, and whose being found says little."""
    for place, quote in quotes_of(story):
        entry = entries.get(quote.source)
        if entry is not None and quote_key(quote.quote) in entry.quotes:
            reason = too_common(quote.quote, texts.get(quote.source, ""))
            if reason:
                yield found(place, "quote-too-common", reason, "Quote more of the sentence.")
