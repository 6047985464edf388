"""The form of a story's JSON, as a JSON Schema that is published beside it and that every story is tested against."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from twosource.newsroom import story_words
from twosource.newsroom.reference import EntityType
from twosource.trends.ledger import ForecastState
from twosource.verification import verdict

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
WHOLE: Schema = {"type": "integer", "minimum": 0}
YES: Schema = {"type": "boolean"}
PART: Schema = {"type": "number", "minimum": 0, "maximum": 1}
ADDRESS: Schema = {"type": "string", "pattern": "^(https?://.*)?$"}
DATE: Schema = {"type": "string", "pattern": r"^\d{4}(-Q[1-4]|-\d\d(-\d\d)?)?$"}
MOMENT: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$"}


def one_of(words: Iterable[StrEnum | str]) -> Schema:
    """One of some words."""
    return {"enum": [str(word) for word in words]}


def many(item: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": item}


def maybe(held: Schema) -> Schema:
    """A value or null."""
    return {"anyOf": [held, {"type": "null"}]}


def record(**fields: Schema) -> Schema:
    """An object with exactly these fields; a trailing underscore parts a name from Python's own words."""
    properties = {name.rstrip("_"): held for name, held in fields.items()}
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


FACTS = many({"type": "integer", "minimum": 1})
JOIN = {"kind": one_of(verdict.JoinKind), "a": TEXT, "b": TEXT, "detail": TEXT}
QUOTE = record(source=TEXT, quote=TEXT, stance=one_of(story_words.Stance), state=one_of(verdict.State), link=ADDRESS)

VERIFICATION = record(
    n=WHOLE,
    level=one_of(verdict.Level),
    badge=TEXT,
    gate=record(passed=YES, rule=TEXT, because=TEXT),
    publications=WHOLE,
    claims_only=YES,
    cited=WHOLE,
    confirmed=WHOLE,
    information=one_of("123456"),
    checked=TEXT,
    clusters=many(record(sources=many(TEXT), counts=YES, because=TEXT, joins=many(record(**JOIN)))),
    set_aside=many(record(**JOIN, because=TEXT)),
)

FACT = record(
    n=WHOLE,
    text=TEXT,
    kind=one_of(story_words.FactKind),
    speaker=TEXT,
    essential=YES,
    as_of=maybe(DATE),
    count=WHOLE,
    against=WHOLE,
    status=one_of(verdict.FactStatus),
    confidence=PART,
    evidence=many(QUOTE),
)

IMPACT = record(
    score={"type": "integer", "minimum": 1, "maximum": 10},
    exact=NUMBER,
    parts=many(
        record(
            dimension=one_of(("regulatory", "financial", "operational")),
            score=WHOLE,
            weight=PART,
            points=NUMBER,
            anchor=TEXT,
            because=TEXT,
            facts=FACTS,
        )
    ),
)

CONFIDENCE = record(
    value=PART,
    band=one_of(verdict.Band),
    fact=WHOLE,
    against=WHOLE,
    capped=YES,
    why_not_higher=many(TEXT),
    shares=many(record(sources=many(TEXT), weakest=TEXT, grade=TEXT, kind=TEXT, value=PART)),
    rules=record(
        contradicted=PART,
        stale_after_days=WHOLE,
        stale=PART,
        single_source_ceiling=PART,
        ceiling=PART,
        high=PART,
        moderate=PART,
    ),
)

OUTLOOK = record(
    value=one_of(story_words.OutlookValue),
    for_=TEXT,
    because=TEXT,
    facts=FACTS,
    derived=one_of(story_words.OutlookValue),
    agrees=YES,
)

COPY = record(
    retrieved=TEXT,
    sha256=TEXT,
    words=WHOLE,
    publisher=TEXT,
    canonical=TEXT,
    authors=many(TEXT),
    published=TEXT,
    hints=many(record(kind=TEXT, name=TEXT, span=TEXT)),
    fingerprint=TEXT,
)

SOURCE = record(
    id=TEXT,
    url=ADDRESS,
    title=TEXT,
    publisher=record(id=TEXT, name=TEXT),
    kind=one_of(story_words.SourceKind),
    primary=YES,
    published=DATE,
    author=TEXT,
    origin=record(kind=one_of(story_words.OriginKind), name=TEXT),
    independent_because=TEXT,
    grade=TEXT,
    reliability=PART,
    kind_weight=PART,
    copy=maybe(COPY),
)

WATCH = record(
    id=TEXT,
    n=WHOLE,
    statement=TEXT,
    says=TEXT,
    due=DATE,
    decided_by=TEXT,
    status=one_of(ForecastState),
    hindsight=YES,
    likelihood=maybe(PART),
    decided_on=maybe(DATE),
    outcome=TEXT,
    evidence=many(QUOTE),
)


def story_schema(address: str) -> Schema:
    """The schema; `address` is where it is published."""
    form = record(**_head(), **_apparatus())
    form["properties"] = {"$schema": ADDRESS, **form["properties"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": "A story in machine form",
        **form,
    }


def _head() -> dict[str, Schema]:
    return {
        "slug": TEXT,
        "title": TEXT,
        "url": ADDRESS,
        "data": ADDRESS,
        "status": one_of(("published", "retracted")),
        "notice": TEXT,
        "summary": TEXT,
        "topic": record(id=TEXT, name=TEXT),
        "date": MOMENT,
        "written": maybe(MOMENT),
        "updated": maybe(MOMENT),
        "badge": TEXT,
        "level": one_of((*verdict.Level, "retracted")),
        "n": WHOLE,
        "authors": many(TEXT),
        "editor": TEXT,
        "ai_use": TEXT,
        "expires": maybe(MOMENT),
        "takeaways": many(record(text=TEXT, facts=FACTS)),
    }


def _apparatus() -> dict[str, Schema]:
    return {
        "verification": VERIFICATION,
        "facts": many(FACT),
        "impact": IMPACT,
        "confidence": CONFIDENCE,
        "outlook": maybe(OUTLOOK),
        "sources": many(SOURCE),
        "mentioned": many(record(id=TEXT, name=TEXT, type=one_of((*EntityType, "")))),
        "affected": many(
            record(entity=TEXT, effect=one_of(story_words.Effect), because=TEXT, facts=FACTS, horizon=TEXT)
        ),
        "unknowns": many(TEXT),
        "pull_quote": maybe(record(fact=WHOLE, evidence=WHOLE)),
        "analysis": TEXT,
        "terms": many(TEXT),
        "timeline": many(record(date=DATE, title=TEXT, facts=FACTS)),
        "watch": many(WATCH),
        "coverage": many(TEXT),
        "changes": many(record(n=WHOLE, date=DATE, kind=one_of(story_words.ChangeKind), text=TEXT, facts=FACTS)),
        "related": many(record(slug=TEXT, reason=TEXT)),
        "rubric_version": TEXT,
        "receipt": TEXT,
        "reckoned_from": record(files=many(record(path=TEXT, sha256=TEXT)), standing_text=many(WHOLE)),
        "tool_version": TEXT,
        "as_of": TEXT,
        "cite_as": TEXT,
        "licence": record(name=TEXT, url=TEXT),
    }
