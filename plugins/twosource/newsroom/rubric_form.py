"""The form of `methodology/rubric.yml`."""

from __future__ import annotations

from typing import Any

from twosource.newsroom.fields import DAY, TEXT, Choice, number, whole
from twosource.newsroom.records import Key, ListOf, MapOf, Record
from twosource.newsroom.reference import Grade, PublisherKind
from twosource.newsroom.rubric import (
    ConfidenceRules,
    Dimension,
    GateRules,
    GradeRule,
    ImpactRules,
    IndependenceRules,
    OutlookRules,
    RubricChange,
    Splittable,
    TrendRules,
    Unchecked,
)
from twosource.newsroom.story_words import SourceKind

SHARE = number(0, 1)
DAYS = whole(1, 36500)


def _change(version: str, date: Any, what: str) -> RubricChange:
    return RubricChange(version, date.first, what)


CHANGE: Record[RubricChange] = Record(_change, (Key("version", TEXT), Key("date", DAY), Key("what", TEXT)))
INDEPENDENCE: Record[IndependenceRules] = Record(
    IndependenceRules,
    (
        Key("join_containment", SHARE),
        Key("review_containment", SHARE),
        Key("same_copy_containment", SHARE),
        Key("minimum_hashes", whole(1, 1000)),
        Key("boilerplate_stories", whole(2, 1000)),
        Key("byline_hours", whole(0, 1000)),
        Key("byline_names", whole(1, 100)),
        Key("splittable", ListOf(Choice(Splittable))),
    ),
)
GATE: Record[GateRules] = Record(
    GateRules,
    (
        Key("primary_kinds", ListOf(Choice(SourceKind))),
        Key("never_counts", ListOf(Choice(PublisherKind))),
        Key("unchecked", Choice(Unchecked)),
        Key("quote_words", whole(3, 100)),
        Key("quote_least_words", whole(1, 20)),
    ),
)
GRADE: Record[GradeRule] = Record(GradeRule, (Key("reliability", SHARE), Key("meaning", TEXT)))
CONFIDENCE: Record[ConfidenceRules] = Record(
    ConfidenceRules,
    (
        Key("kinds", MapOf(SHARE, tuple(SourceKind))),
        Key("contradicted", SHARE),
        Key("stale_after_days", DAYS),
        Key("stale", SHARE),
        Key("single_source_ceiling", SHARE),
        Key("ceiling", SHARE),
        Key("high", SHARE),
        Key("moderate", SHARE),
    ),
)
SCORES = tuple(str(score) for score in range(0, 11, 2))
DIMENSION: Record[Dimension] = Record(Dimension, (Key("weight", SHARE), Key("anchors", MapOf(TEXT, SCORES))))
IMPACT: Record[ImpactRules] = Record(
    ImpactRules, (Key("regulatory", DIMENSION), Key("financial", DIMENSION), Key("operational", DIMENSION))
)
RUBRIC_KEYS: tuple[Key[Any], ...] = (
    Key("version", TEXT),
    Key("changes", ListOf(CHANGE, at_least=1)),
    Key("independence", INDEPENDENCE),
    Key("gate", GATE),
    Key("grades", MapOf(GRADE, tuple(Grade))),
    Key("information", MapOf(TEXT, tuple("123456"))),
    Key("confidence", CONFIDENCE),
    Key("impact", IMPACT),
    Key("outlook", Record(OutlookRules, (Key("tilt", SHARE),))),
    Key("trends", Record(TrendRules, (Key("minimum_n", whole(1, 1000)),))),
)
