"""Every number in judging that a hub can set, read from `methodology/rubric.yml` and printed on the methodology page.

What is no setting is a constant: that two sources make a story verified is what the word means, and three what the
rubric's words for the best rating of information say. Such constants are printed on the same page; see
`pages.rubric_tables`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from twosource.newsroom.reference import Grade, PublisherKind
from twosource.newsroom.source_map import SourceMap
from twosource.newsroom.story_words import SourceKind


class Unchecked(StrEnum):
    """What happens to a story whose sources have no saved copy."""

    REFUSE = "refuse"
    MARK = "mark"


class Splittable(StrEnum):
    """Kinds of join that a written reason can undo."""

    SITE = "site"
    OWNER = "owner"
    TEXT = "text"
    CREDIT = "credit"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class RubricChange:
    """One entry of the rubric's change log."""

    version: str
    """Version that the change made."""
    date: date
    """When."""
    what: str
    """What changed and why."""


@dataclass(frozen=True, slots=True)
class IndependenceRules:
    """When two sources count as one."""

    join_containment: float
    """Containment from which text joins two sources."""
    review_containment: float
    """Containment from which the writer is asked to look."""
    same_copy_containment: float
    """Containment from which the two are one copy; no reason undoes it."""
    minimum_hashes: int
    """Fewer hashes than this are too few to judge."""
    boilerplate_stories: int
    """A hash met in this many stories, or more, is boilerplate."""
    byline_hours: int
    """Two pages that name one author within so many hours are joined."""
    byline_names: int
    """A byline of more names than this is a list of staff and joins nobody."""
    splittable: tuple[Splittable, ...]
    """Kinds of join that a written reason can undo."""


@dataclass(frozen=True, slots=True)
class GateRules:
    """What may be published."""

    primary_kinds: tuple[SourceKind, ...]
    """Kinds that are primary documents."""
    never_counts: tuple[PublisherKind, ...]
    """Kinds of publisher whose pages never count."""
    unchecked: Unchecked
    """What happens without saved copies."""
    quote_words: int
    """Longest quote, in words."""
    quote_least_words: int
    """Shortest quote, in words."""


@dataclass(frozen=True, slots=True)
class GradeRule:
    """What a grade is worth."""

    reliability: float
    """Probability that a report of this grade is right, 0 to 1."""
    meaning: str
    """In words."""


@dataclass(frozen=True, slots=True)
class ConfidenceRules:
    """How confidence is reckoned."""

    kinds: Mapping[SourceKind, float]
    """Weight of each kind of source, 0 to 1."""
    contradicted: float
    """Factor for each contradicting cluster, 0 to 1."""
    stale_after_days: int
    """Evidence older than this at the story's date is stale."""
    stale: float
    """Factor for stale evidence, 0 to 1."""
    single_source_ceiling: float
    """Highest value with one independent cluster."""
    ceiling: float
    """Highest value with any number of them."""
    high: float
    """Lowest value called high."""
    moderate: float
    """Lowest value called moderate."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension of impact."""

    weight: float
    """Share of the score; the three add up to 1."""
    anchors: Mapping[str, str]
    """What a score (`0`, `2`, …) means."""


@dataclass(frozen=True, slots=True)
class ImpactRules:
    """How impact is reckoned."""

    regulatory: Dimension
    """Rules and law."""
    financial: Dimension
    """Money."""
    operational: Dimension
    """The work itself."""


@dataclass(frozen=True, slots=True)
class OutlookRules:
    """How an outlook is derived from the effects."""

    tilt: float
    """Balance of effects (0 to 1) from which a derived outlook is bullish, or bearish below nought, and not mixed."""


@dataclass(frozen=True, slots=True)
class TrendRules:
    """What the longitudinal view may claim."""

    minimum_n: int
    """Fewer developments than this are dots, not lines, and nothing is claimed."""


@dataclass(frozen=True, slots=True)
class Rubric:
    """The whole rubric."""

    version: str
    """Version of these numbers."""
    changes: tuple[RubricChange, ...]
    """Change log, newest first."""
    independence: IndependenceRules
    """When two sources count as one."""
    gate: GateRules
    """What may be published."""
    grades: Mapping[Grade, GradeRule]
    """What each grade is worth."""
    information: Mapping[str, str]
    """The six ratings of information, `1` to `6`, in words."""
    confidence: ConfidenceRules
    """How confidence is reckoned."""
    impact: ImpactRules
    """How impact is reckoned."""
    outlook: OutlookRules
    """How an outlook is derived."""
    trends: TrendRules
    """What the longitudinal view may claim."""
    where: SourceMap
    """Places of every key and value."""
