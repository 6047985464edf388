"""Makes libraries out of short descriptions of cases, by the very parsers that read a hub's files.

A description says only what its case turns on. What it leaves out is ordinary: every source has a saved copy with a
text of its own, every quote that a fact lists as `found` was found, and a fact is essential.

    sources: {ap: {publisher: associated-press}, paper: {publisher: morning, origin: {wire: AP}}}
    facts: [{kind: fact, found: [ap, paper]}]
"""

from __future__ import annotations

import json
from base64 import b85encode
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path
from struct import pack
from typing import Any
from zlib import crc32

import yaml

from twosource.newsroom.layout import RUBRIC
from twosource.newsroom.library import Library
from twosource.newsroom.lock import Hint, Lock, LockedQuote, LockedSource
from twosource.newsroom.parsing import (
    parse_entity,
    parse_hub,
    parse_note,
    parse_publishers,
    parse_rubric,
    parse_story,
    parse_term,
)
from twosource.newsroom.problems import Problem
from twosource.newsroom.reference import Entity, Hub, Publisher, Term
from twosource.newsroom.rubric import Rubric
from twosource.newsroom.story import Quote, Story, quotes_of
from twosource.verification.fingerprint import NAME
from twosource.verification.impact import DIMENSIONS
from twosource.verification.judge import judge, open_cases
from twosource.verification.quotes import quote_key
from twosource.verification.review import Review, review_library
from twosource.verification.verdict import Verdict

Description = Mapping[str, Any]

ROOT = Path(__file__).resolve().parents[2]
CASES = Path(__file__).parent / "cases"
AS_OF = datetime(2026, 3, 1, 12, tzinfo=UTC)
OWN_TEXT = 60
"""Hashes of a source whose text no description mentions."""

ENTITIES = {"jane-roe": "person", "acme": "company", "recyclers": "group", "us-doe": "agency", "china": "country"}


def judged(description: Description) -> Verdict:
    """The verdict on one description."""
    return verdicts([description])[description.get("slug", "story-0")]


def verdicts(descriptions: Iterable[Description]) -> Mapping[str, Verdict]:
    """The verdicts on the stories of one library, by slug."""
    made = library(descriptions)
    return judge(made, open_cases(made), AS_OF)


def reviewed(descriptions: Iterable[Description], problems: tuple[Problem, ...] = ()) -> Review:
    """The same with every problem of the evidence; `problems` are those that reading is taken to have found."""
    return review_library(library(descriptions, problems), AS_OF)


def library(descriptions: Iterable[Description], problems: tuple[Problem, ...] = ()) -> Library:
    """One library of the stories described, and of those that a description sets `elsewhere`."""
    described = [each for one in descriptions for each in (one, *one.get("elsewhere", ()))]
    stories = [story(one, f"story-{n}") for n, one in enumerate(described)]
    first = described[0] if described else {}
    return Library(
        hub=_hub(json.dumps(first.get("hub", {}))),
        rubric=_rubric(json.dumps(first.get("rubric", {}))),
        stories=tuple(sorted(stories, key=lambda one: one.slug)),
        entities=entities(),
        terms=terms(),
        publishers=publishers(json.dumps(first.get("publishers", {}))),
        notes=(),
        about=parse_note("", "content/about.md")[0],
        locks={made.path: lock(one, made) for made, one in zip(stories, described, strict=True) if has_lock(one)},
        digests={made.path: made.slug for made in stories},
        readable=True,
        problems=problems,
    )


@cache
def _hub(changes: str) -> Hub:
    said = {key: value for key, value in (HUB | json.loads(changes)).items() if value}
    hub, problems = parse_hub(json.dumps(said), "content/site.yml")
    assert not problems, problems
    return hub


HUB: dict[str, Any] = {
    "name": "The Test Ledger",
    "tagline": "A hub for tests",
    "description": "A hub for tests.",
    "language": "en-GB",
    "publisher": "Ledger Desk",
    "address": "https://ledger.example.edu/",
    "contact": "mailto:desk@example.edu",
    "licence": {"name": "CC", "url": "https://creativecommons.org/"},
    "topics": [{"id": "trade", "name": "Trade", "description": "Trade."}],
}


@cache
def _rubric(changes: str) -> Rubric:
    """The project's own rubric, with what a description sets otherwise."""
    numbers = yaml.safe_load((ROOT / RUBRIC).read_text(encoding="utf-8"))
    for section, values in json.loads(changes).items():
        numbers[section] |= values
    rubric, problems = parse_rubric(json.dumps(numbers, default=str), RUBRIC)
    assert not problems, problems
    return rubric


@cache
def publishers(more: str) -> Mapping[str, Publisher]:
    """The registry of the cases, with what a description adds."""
    text = (CASES / "registry.yml").read_text(encoding="utf-8")
    read, problems = parse_publishers(text, "methodology/publishers.yml")
    added, faults = parse_publishers(more, "methodology/publishers.yml")
    assert not problems, problems
    assert not [fault for fault in faults if fault.rule != "missing-value"] or more == "{}", faults
    return {**read, **added}


@cache
def entities() -> Mapping[str, Entity]:
    """A person, a company, an agency, a country and a group."""
    text = "---\nname: {}\ntype: {}\n---\n"
    read = [parse_entity(text.format(id.title(), kind), f"content/entities/{id}.md") for id, kind in ENTITIES.items()]
    assert not any(problems for _, problems in read)
    return {entity.id: entity for entity, _ in read}


@cache
def terms() -> Mapping[str, Term]:
    """One glossary term."""
    front = {"term": "black mass", "definition": "Powder.", "sources": [{"title": "T", "url": "https://example.com/"}]}
    term, problems = parse_term(f"---\n{json.dumps(front)}\n---\n", "glossary/black-mass.md")
    assert not problems, problems
    return {term.id: term}


def story(one: Description, slug: str) -> Story:
    """The story as its file would be read."""
    front = {
        "title": "A story",
        "date": one.get("date", "2026-02-19"),
        "category": "trade",
        "authors": ["A"],
        "status": one.get("status", "published"),
        "summary": "A summary.",
        "takeaways": [{"text": "A takeaway.", "facts": [1]}],
        "sources": [_source(name, spec or {}) for name, spec in one["sources"].items()],
        "facts": [_fact(n, fact) for n, fact in enumerate(one["facts"], 1)],
        "mentioned": list(ENTITIES),
        "affected": [_affected(*pair) for pair in one.get("affected", {}).items()],
        "impact": {name: _score(one.get("impact", {}).get(name, 4)) for name in DIMENSIONS},
        "aliases": one.get("aliases", []),
    }
    if "outlook" in one:
        front["outlook"] = {"value": one["outlook"], "for": one.get("for", "acme"), "because": "So.", "facts": [1]}
    text = f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n{one.get('body', 'The analysis.')}\n"
    return _parsed(text, f"content/stories/{one.get('slug', slug)}.md")


@lru_cache(maxsize=64)
def _parsed(text: str, path: str) -> Story:
    read, problems = parse_story(text, path, {"trade": "trade"})
    assert not problems, problems
    return read


def _source(name: str, spec: Description) -> dict[str, Any]:
    front = {
        "id": name,
        "url": address(name, spec),
        "title": f"Page {name}",
        "publisher": spec["publisher"],
        "kind": spec.get("kind", "reporting"),
        "published": str(spec.get("published", "2026-02-18")),
        "origin": spec.get("origin", "own"),
    }
    named = {"independent_because": "because", "author": "author"}
    return front | {key: spec[said] for key, said in named.items() if said in spec}


def address(name: str, spec: Description) -> str:
    """Where a source stands: on its publisher's site, unless it says otherwise."""
    return str(spec.get("url", f"https://{publishers('{}')[spec['publisher']].domain}/{name}"))


def _fact(n: int, fact: Description) -> dict[str, Any]:
    kind = fact.get("kind", "fact")
    speaker = {} if kind == "fact" else {"speaker": fact.get("speaker", "jane-roe")}
    return {
        "text": fact.get("text", "This happened."),
        "kind": kind,
        "essential": fact.get("essential", True),
        "evidence": [{"source": name, "quote": words, "stance": way} for name, words, way, _ in evidence(n, fact)],
        **speaker,
    }


def evidence(n: int, fact: Description) -> Iterator[tuple[str, str, str, bool]]:
    """Source, words, stance and whether the words stand in the saved copy, for every quote of a fact."""
    told = fact.get("quotes", {})
    for key, stance in (("found", "supports"), ("missing", "supports"), ("against", "contradicts")):
        for name in fact.get(key, ()):
            yield name, told.get(name, f"{name} says of {n} {key}"), stance, key != "missing"


def _affected(entity: str, effect: str) -> dict[str, Any]:
    return {"entity": entity, "effect": effect, "because": "So.", "facts": [1]}


def _score(score: int) -> dict[str, Any]:
    return {"score": score, "because": "So.", "facts": [1]}


def has_lock(one: Description) -> bool:
    return any((spec or {}).get("locked", True) for spec in one["sources"].values())


def lock(one: Description, made: Story) -> Lock:
    """The lock that would stand beside the story."""
    missing = {words for n, fact in enumerate(one["facts"], 1) for _, words, _, there in evidence(n, fact) if not there}
    quotes = [quote for _, quote in quotes_of(made) if quote.quote not in missing]
    saved = {name: spec or {} for name, spec in one["sources"].items() if (spec or {}).get("locked", True)}
    return Lock(
        f"{made.name}.lock",
        tuple(one.get("addresses", (f"/stories/{made.slug}/",))),
        {name: _locked(name, spec, made.slug, quotes) for name, spec in saved.items()},
    )


def _locked(name: str, spec: Description, slug: str, quotes: list[Quote]) -> LockedSource:
    url = str(spec.get("locked_url", address(name, spec)))
    text = print_of(spec.get("text", ()), f"{slug} {url}")
    return LockedSource(
        url=url,
        canonical=spec.get("canonical", ""),
        retrieved="2026-02-20",
        sha256=f"{slug} {url} {text}",
        words=400,
        publisher="",
        authors=(),
        published="",
        hints=tuple(_hint(*hint.split(" ", 1)) for hint in spec.get("hints", ())),
        fingerprint=text,
        quotes={
            quote_key(quote.quote): LockedQuote(f"{url}#:~:text=x", "0") for quote in quotes if quote.source == name
        },
    )


def _hint(kind: str, name: str) -> Hint:
    return Hint(kind, name, f"({name})")


def print_of(spans: Iterable[str] | str, own: str) -> str:
    """A fingerprint of the hashes in spans such as `0-99`; of hashes that nobody else has when there are none."""
    spans = [spans] if isinstance(spans, str) else list(spans)
    numbers = {n for span in spans for n in range(int(span.split("-")[0]), int(span.split("-")[1]) + 1)}
    base = 2**31 + crc32(own.encode()) // 4
    kept = sorted(numbers or range(base, base + OWN_TEXT))
    return NAME + b85encode(pack(f">{len(kept)}I", *kept)).decode()
