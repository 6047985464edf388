"""A published story as its case: what its writer committed, and what the lock says of the saved copies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from twosource.desk.published.as_read import Json, record, records, text, texts, values_of
from twosource.desk.published.difference import Difference
from twosource.newsroom.body import Body
from twosource.newsroom.lock import Hint, LockedQuote, LockedSource
from twosource.newsroom.parsing import STORY
from twosource.newsroom.source_map import SourceMap
from twosource.newsroom.story import Story
from twosource.newsroom.story_words import OriginKind
from twosource.verification.quotes import quote_key
from twosource.verification.verdict import Basis, State

AS_WRITTEN = (
    *("title", "date", "written", "updated", "authors", "editor", "ai_use", "status", "expires", "summary"),
    *("takeaways", "affected", "unknowns", "pull_quote"),
)
"""Keys that stand in the data as they do in the story's file."""

OF_SOURCES = ("id", "url", "title", "kind", "published", "author", "independent_because")
OF_FACTS = ("text", "kind", "speaker", "essential", "as_of")
OF_EVIDENCE = ("source", "quote", "stance")
OF_OUTLOOK = ("value", "for", "because", "facts")
OF_SCORES = ("score", "because", "facts")
LARGEST_HASH = 2**32 - 1


def story_of(held: Json, slug: str, file: str, faults: list[Difference]) -> Story:
    """The story as its writer committed it, without its text and its forecasts, for no rating asks for these."""
    basis = basis_of(held)
    parts = records(record(held.get("impact")).get("parts"))
    front = {
        **_only(held, AS_WRITTEN),
        "timeline": [_of_timeline(each) for each in records(held.get("timeline"))],
        "category": record(held.get("topic")).get("id"),
        "mentioned": [each.get("id") for each in records(held.get("mentioned"))],
        "sources": [_source(each) for each in records(held.get("sources"))],
        "facts": [_fact(each) for each in records(held.get("facts"))],
        "impact": {text(each.get("dimension")): _only(each, OF_SCORES) for each in parts},
        "outlook": _only(record(held.get("outlook")), OF_OUTLOOK) or None,
    }
    before = len(faults)
    values = values_of(STORY, {key: value for key, value in front.items() if value is not None}, file, faults)
    path = basis.files[0][0] if basis.files else f"{slug}.md"
    where, sound = SourceMap(path), len(faults) == before
    return Story(path=path, body=Body("", 1), sound=sound, where=where, **{**values, "slug": slug})


def locked_of(held: Json) -> Mapping[str, LockedSource]:
    """What is told of the saved copies, by source; a source without one has no entry."""
    found = {}
    for source in records(held.get("sources")):
        saved = source.get("copy")
        if isinstance(saved, dict):
            found[text(source.get("id"))] = _locked(source, saved, held)
    return found


def basis_of(held: Json) -> Basis:
    """What the receipt is said to be a digest of."""
    told = record(held.get("reckoned_from"))
    files = tuple((text(each.get("path")), text(each.get("sha256"))) for each in records(told.get("files")))
    numbers = told.get("standing_text")
    standing = numbers if isinstance(numbers, list) else []
    return Basis(files, tuple(n for n in standing if isinstance(n, int) and 0 <= n <= LARGEST_HASH))


def _only(held: Json, keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: held[key] for key in keys if key in held}


def _of_timeline(held: Json) -> dict[str, Any]:
    """An entry as written: one that rests on no fact has no `facts`."""
    return {key: value for key, value in held.items() if value != []}


def _source(held: Json) -> dict[str, Any]:
    origin = record(held.get("origin"))
    kind = text(origin.get("kind"))
    return {
        **_only(held, OF_SOURCES),
        "publisher": record(held.get("publisher")).get("id"),
        "origin": kind if kind == OriginKind.OWN else {kind: origin.get("name")},
    }


def _fact(held: Json) -> dict[str, Any]:
    evidence = [_only(each, OF_EVIDENCE) for each in records(held.get("evidence"))]
    return {**_only(held, OF_FACTS), "evidence": evidence}


def _locked(source: Json, saved: Json, story: Json) -> LockedSource:
    return LockedSource(
        url=text(source.get("url")),
        canonical=text(saved.get("canonical")),
        retrieved=text(saved.get("retrieved")),
        sha256=text(saved.get("sha256")),
        words=saved["words"] if isinstance(saved.get("words"), int) else 0,
        publisher=text(saved.get("publisher")),
        authors=texts(saved.get("authors")),
        published=text(saved.get("published")),
        hints=tuple(
            Hint(text(hint.get("kind")), text(hint.get("name")), text(hint.get("span")))
            for hint in records(saved.get("hints"))
        ),
        fingerprint=text(saved.get("fingerprint")),
        quotes=_found(text(source.get("id")), story),
    )


def _found(source: str, story: Json) -> Mapping[str, LockedQuote]:
    """Quotes that are said to have been found in one source."""
    evidence = (quote for fact in records(story.get("facts")) for quote in records(fact.get("evidence")))
    return {
        quote_key(text(quote.get("quote"))): LockedQuote(text(quote.get("link")), "")
        for quote in evidence
        if quote.get("source") == source and quote.get("state") == State.FOUND
    }
