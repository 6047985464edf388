"""The words that a story's keys may take: one closed list for each."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a story stands in its life."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RETRACTED = "retracted"


class SourceKind(StrEnum):
    """What a source is."""

    DOCUMENT = "document"
    FILING = "filing"
    DATASET = "dataset"
    TRANSCRIPT = "transcript"
    STATEMENT = "statement"
    PRESS_RELEASE = "press-release"
    WIRE = "wire"
    REPORTING = "reporting"
    ANALYSIS = "analysis"
    SOCIAL = "social"


class OriginKind(StrEnum):
    """Where a source's own information came from."""

    OWN = "own"
    SOURCE = "source"
    WIRE = "wire"
    RELEASE = "release"
    EVENT = "event"


class FactKind(StrEnum):
    """What sort of statement a key fact is."""

    FACT = "fact"
    CLAIM = "claim"
    FORECAST = "forecast"


class Stance(StrEnum):
    """Whether a quote carries a fact or speaks against it."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"


class Effect(StrEnum):
    """What a development does to somebody."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    MIXED = "mixed"
    UNCLEAR = "unclear"


class OutlookValue(StrEnum):
    """The writer's reading of where things go."""

    BULLISH = "bullish"
    BEARISH = "bearish"
    NEUTRAL = "neutral"
    MIXED = "mixed"


class WatchStatus(StrEnum):
    """What became of a forecast."""

    OPEN = "open"
    CAME_TRUE = "came-true"
    DID_NOT = "did-not"
    UNCLEAR = "unclear"


class ChangeKind(StrEnum):
    """What sort of change was made after publication."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    RETRACTION = "retraction"
