"""Checks a story's quotes against copies of its sources and makes the lock: the offline heart of `desk lock`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from twosource.desk.evidence_problems import common, gone, lost_quotes, not_found
from twosource.desk.saved_page import SavedPage
from twosource.newsroom.lock import Lock, LockedQuote, LockedSource
from twosource.newsroom.lock_file import MANY_WORDS
from twosource.newsroom.problems import Problem
from twosource.newsroom.story import Source, Story, quotes_of
from twosource.newsroom.story_words import Status
from twosource.verification.bylines import visible_authors
from twosource.verification.fingerprint import fingerprint, hashes
from twosource.verification.hints import find_hints
from twosource.verification.quotes import context_hash, find_quote, fragment_link, quote_key
from twosource.verification.web_addresses import document_of, site_of

QUOTING = re.compile(r"[“”„«»\"]|^[ \t]*>", re.M)
"""Marks of quotations."""

BEGINNING = 1500
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
    lost = tuple(lost_quotes(story, before, given)) if desk.guarded else ()
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
            *not_found(story, sources, texts),
            *common(story, sources, texts),
        ),
        texts={page.sha256: page.text for page in pages.values()},
        taken=tuple(pages),
        kept=tuple(kept),
        missing=tuple(source.id for source in story.sources if source.id not in entries),
    )


def _one_document(a: str, b: str) -> bool:
    return document_of(a) == document_of(b)


def _addresses(story: Story, old: Lock | None) -> tuple[str, ...]:
    """Every address under which the story was ever locked as published."""
    now = (f"/stories/{story.slug}/",) if story.status is Status.PUBLISHED else ()
    return tuple(sorted({*(old.addresses if old else ()), *now}))


def _entry(page: SavedPage, old: LockedSource | None, desk: Desk) -> LockedSource:
    """A page's entry, its quotes still to come; the day stays while the text does."""
    entry = entry_of(page, old.retrieved if old and old.sha256 == page.sha256 else _day(page, desk), desk.agencies)
    hints = tuple(replace(hint, span=hint.span[:SPAN]) for hint in entry.hints[:HINTS])
    return replace(entry, hints=hints, fingerprint=_print_of(_beginning(page.prose), _beginning(page.text)))


def entry_of(page: SavedPage, retrieved: str, agencies: Mapping[str, str]) -> LockedSource:
    """What a lock keeps of a page that was saved on a day, quotes aside; `agencies` gives names by alias."""
    about = page.metadata
    return LockedSource(
        url=about.url,
        canonical=about.canonical,
        retrieved=retrieved,
        sha256=page.sha256,
        words=len(page.text.split()),
        publisher=about.site or about.publisher or site_of(about.url),
        authors=about.authors or visible_authors(page.text),
        published=page.published,
        hints=find_hints(page.text, about, agencies),
        fingerprint=_print_of(page.prose, page.text),
        quotes={},
    )


def _print_of(prose: str, text: str) -> str:
    """Fingerprint of the prose; of the quoted words, too, where a long text is a quotation throughout."""
    made = fingerprint(prose)
    long = len(text.split()) >= MANY_WORDS
    return fingerprint(QUOTING.sub(" ", text)) if long and not hashes(made) else made


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
