"""A small hub as files: one story of each fate, with locks, so that what is tested went from text to page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from twosource.newsroom.lock import Lock, LockedQuote, LockedSource
from twosource.newsroom.lock_file import write_lock
from twosource.verification.fingerprint import fingerprint
from twosource.verification.quotes import quote_key

AS_OF = datetime(2026, 3, 10, 12, tzinfo=UTC)
SITE = "https://example.org/hub"
Front = dict[str, Any]

ENTITIES: dict[str, tuple[str, str, Front]] = {
    "us-doe": (
        "US Department of Energy",
        "agency",
        {"links": {"url": "https://www.energy.gov/", "wikidata": "Q217810"}},
    ),
    "jane-roe": ("Jane Roe", "person", {"roles": [{"title": "Deputy head", "at": "us-senate", "from": "2025-10"}]}),
    "us-senate": ("US Senate", "organisation", {}),
    "recyclers": ("US recyclers", "group", {"aliases": ["recycling firms"]}),
    "china": ("China", "country", {}),
    "secret-corp": ("Secret Corporation", "company", {}),
}
TERMS: dict[str, tuple[str, Front]] = {
    "black-mass": ("black mass", {"plurals": ["black masses"], "aliases": ["battery powder"]}),
    "mass": ("mass", {}),
    "wto": ("World Trade Organization", {"aliases": ["WTO"], "related": ["black-mass"]}),
}
PUBLISHERS = {
    "energy": ("Energy Office", "energy.gov", "government", "A"),
    "daily": ("The Daily", "daily.example", "newspaper", "B"),
    "gazette": ("The Gazette", "gazette.example", "newspaper", "B"),
}


@dataclass
class Text:
    """One story file and what was saved of its sources."""

    front: Front
    body: str = "The plant makes [[black mass]] from old cells {fact 1} [@office].\n\n## Later\n\nThe next report."
    saved: tuple[str, ...] = ("office", "daily")
    missing: tuple[str, ...] = field(default=())


def source(name: str, publisher: str, kind: str = "reporting", **more: Any) -> Front:
    domain = PUBLISHERS[publisher][1]
    return {
        "id": name,
        "url": f"https://{domain}/{name}",
        "title": f"Page {name}",
        "publisher": publisher,
        "kind": kind,
        "published": "2026-02-18",
        **more,
    }


def front(title: str, date: str, **more: Any) -> Front:
    """A complete front matter, verified by two, with keys replaced; None takes a key out."""
    whole: Front = {
        "title": title,
        "date": date,
        "category": "minerals",
        "authors": ["Ann Author"],
        "status": "published",
        "summary": f"{title} in one sentence.",
        "takeaways": [{"text": f"{title} matters.", "facts": [1]}],
        "sources": [source("office", "energy", "document"), source("daily", "daily")],
        "facts": [
            {
                "text": "The plant opened in Ohio.",
                "kind": "fact",
                "essential": True,
                "evidence": [
                    {"source": "office", "quote": "the plant opened in Ohio"},
                    {"source": "daily", "quote": "a plant opened in Ohio"},
                ],
            },
            {
                "text": "Jane Roe says that output will rise.",
                "kind": "claim",
                "speaker": "jane-roe",
                "as_of": "2026-02",
                "evidence": [{"source": "daily", "quote": "output will rise, she said"}],
            },
        ],
        "mentioned": ["us-doe", "jane-roe", "recyclers"],
        "affected": [{"entity": "recyclers", "effect": "positive", "because": "They sell more.", "facts": [1]}],
        "outlook": {"value": "bullish", "for": "recyclers", "because": "They sell more.", "facts": [1]},
        "impact": {
            name: {"score": score, "because": "It shows.", "facts": [1]}
            for name, score in (("regulatory", 4), ("financial", 6), ("operational", 8))
        },
    }
    whole.update(more)
    return {key: value for key, value in whole.items() if value is not None}


def one_source(fact: Front) -> Front:
    return {**fact, "evidence": fact["evidence"][:1]}


def stories() -> dict[str, Text]:
    """One story of each fate; what must not leak says `secret`."""
    plain = front("x", "2026-02-19")["facts"]
    watch = [
        {
            "statement": "The office reports a rise.",
            "says": "jane-roe",
            "due": "2026-03-31",
            "status": "open",
            "decided_by": "The office's report, \nyear by year; or, a letter",
            "likelihood": 0.6,
        },
        {
            "statement": "The plant doubles.",
            "says": "desk",
            "due": "2026-Q4",
            "decided_by": "A notice",
            "status": "open",
        },
        {
            "statement": "The plant opens.",
            "says": "jane-roe",
            "due": "2026-03",
            "decided_by": "A notice",
            "status": "came-true",
            "decided_on": "2026-03-01",
            "outcome": "It opened.",
            "evidence": [{"source": "daily", "quote": "a plant opened in Ohio"}],
        },
        {
            "statement": "A rival opens.",
            "says": "desk",
            "due": "2026-03-05",
            "decided_by": "A notice",
            "status": "open",
        },
    ]
    return {
        "verified": Text(
            front(
                "Plant opens",
                "2026-02-19T14:30+01:00",
                updated="2026-02-21",
                watch=watch,
                aliases=["/old/plant/"],
                timeline=[{"date": "2025-Q4", "title": "Permit"}, {"date": "2027", "title": "Second plant"}],
                changes=[{"date": "2026-02-21", "kind": "correction", "text": "We had the wrong state.", "facts": [1]}],
                unknowns=["Who paid."],
                pull_quote={"fact": 1, "evidence": 1},
                related=["single", "draft-secret"],
                editor="Ed Itor",
            )
        ),
        "single": Text(
            front(
                "Lone report",
                "2026-03-01",
                facts=[one_source(plain[0])],
                outlook=None,
                mentioned=["us-doe", "recyclers", "china"],
            ),
            saved=("office",),
        ),
        "disputed": Text(
            front(
                "Two accounts",
                "2026-03-02",
                facts=[
                    {
                        **plain[0],
                        "evidence": [
                            *plain[0]["evidence"],
                            {"source": "gazette", "quote": "no plant opened in Ohio", "stance": "contradicts"},
                        ],
                    }
                ],
                sources=[*front("x", "2026-02-19")["sources"], source("gazette", "gazette")],
            ),
            saved=("office", "daily", "gazette"),
        ),
        "merged": Text(
            front(
                "Same wire",
                "2026-03-03",
                category="trade",
                sources=[
                    source("office", "energy", "document"),
                    source("daily", "daily", origin={"wire": "Reuters"}),
                    source("gazette", "gazette", origin={"wire": "Reuters"}),
                ],
                facts=[
                    {
                        **plain[0],
                        "evidence": [*plain[0]["evidence"], {"source": "gazette", "quote": "a plant opened in Ohio"}],
                    }
                ],
            ),
            saved=("office", "daily", "gazette"),
        ),
        "retracted": Text(
            front(
                "Withdrawn report",
                "2026-02-25",
                status="retracted",
                updated="2026-02-26",
                watch=watch[:1],
                changes=[{"date": "2026-02-26", "kind": "retraction", "text": "It was wrong."}],
            )
        ),
        "expired": Text(
            front(
                "Old notice",
                "2025-03-01",
                expires="2026-01-01",
                facts=[plain[0], {**plain[1], "as_of": "2025-02"}],
                sources=[
                    source("office", "energy", "document", published="2025-02-28"),
                    source("daily", "daily", published="2025-02-28"),
                ],
            )
        ),
        "draft-secret": Text(
            front(
                "Secret draft",
                "2026-02-20",
                status="draft",
                watch=watch[1:2],
                aliases=["/old/secret/"],
                mentioned=["us-doe", "secret-corp", "jane-roe", "recyclers"],
            )
        ),
        "future-secret": Text(
            front(
                "Secret to come",
                "2026-03-11",
                watch=watch[1:2],
                aliases=["/old/secret-to-come/"],
                mentioned=["secret-corp", "jane-roe", "recyclers"],
            )
        ),
    }


def write_hub(root: Path, texts: Mapping[str, Text], *, minimum_n: int = 3, **site: Any) -> Path:
    """Write the hub below `root`."""
    for path, text in (*_reference(minimum_n, site), *_stories(texts)):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return root


def markdown(keys: Mapping[str, Any], body: str) -> str:
    return f"---\n{_yaml(keys)}---\n{body}\n"


def _stories(texts: Mapping[str, Text]) -> Iterator[tuple[str, str]]:
    for slug, text in texts.items():
        path = f"content/stories/{text.front['date'][:4]}/{slug}"
        yield f"{path}.md", markdown(text.front, text.body)
        if text.saved:
            yield f"{path}.lock", write_lock(_lock(path, text))


def _lock(path: str, text: Text) -> Lock:
    quotes = [quote for fact in text.front["facts"] for quote in fact["evidence"]]
    quotes += [quote for item in text.front.get("watch", []) for quote in item.get("evidence", [])]
    saved = {}
    for held in text.front["sources"]:
        if held["id"] not in text.saved:
            continue
        found = {
            quote_key(quote["quote"]): LockedQuote(f"{held['url']}#:~:text=here", "c" * 32)
            for quote in quotes
            if quote["source"] == held["id"] and quote["quote"] not in text.missing
        }
        saved[held["id"]] = LockedSource(
            url=held["url"],
            canonical="",
            retrieved="2026-03-01",
            sha256="a" * 64,
            words=10,
            publisher="",
            authors=(),
            published="2026-02-18",
            hints=(),
            fingerprint=fingerprint(f"Some words of {held['id']}."),
            quotes=found,
        )
    return Lock(f"{path}.lock", (), saved)


def _reference(minimum_n: int, site: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    hub = {
        "name": "Mineral Desk",
        "tagline": "Word for word",
        "description": "A hub for tests.",
        "language": "en-GB",
        "publisher": "Test Press",
        "contact": "mailto:desk@example.org",
        "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        "topics": [
            {"id": "minerals", "name": "Minerals", "description": "Ores and scrap."},
            {"id": "trade", "name": "Trade", "description": "Duties."},
        ],
    }
    yield "content/site.yml", _yaml({**hub, **site})
    yield "content/about.md", markdown({"title": "About us", "summary": "Who we are."}, "We read [[WTO]] papers.")
    yield (
        "methodology/1-counting.md",
        markdown(
            {"title": "Counting", "order": 1, "summary": "How we count."},
            "A quote has {{ rubric.gate.quote_words }} words at most.\n\n## Text\n\nCopies join.[^1]\n\n[^1]: A note.",
        ),
    )
    rubric = (Path(__file__).parent / "rubric.yml").read_text("utf-8")
    yield "methodology/rubric.yml", rubric.replace("NNN", str(minimum_n))
    yield (
        "methodology/publishers.yml",
        _yaml(
            {
                name: {
                    "name": shown,
                    "domain": domain,
                    "owner": f"{shown} Ltd",
                    "kind": kind,
                    "country": "US",
                    "grade": grade,
                    "reason": "Read for years.",
                    "date": "2026-01-01",
                }
                for name, (shown, domain, kind, grade) in PUBLISHERS.items()
            }
        ),
    )
    for name, (shown, kind, more) in ENTITIES.items():
        yield f"content/entities/{name}.md", markdown({"name": shown, "type": kind, **more}, f"About {shown}.")
    for name, (shown, more) in TERMS.items():
        yield (
            f"glossary/{name}.md",
            markdown(
                {
                    "term": shown,
                    "definition": f"What {shown} is.",
                    **more,
                    "sources": [{"title": "A page", "url": "https://energy.gov/terms", "publisher": "Energy Office"}],
                },
                f"More on {shown}.",
            ),
        )


def _yaml(keys: Mapping[str, Any]) -> str:
    apart = json.loads(json.dumps(keys))  # no object twice: YAML would write an alias, which the format refuses
    return yaml.safe_dump(apart, sort_keys=False, allow_unicode=True, width=1000)
