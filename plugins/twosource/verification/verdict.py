"""What the desk's rules say of one story: every number with what it was reckoned from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.newsroom.story_words import FactKind, OutlookValue, Stance

VERIFIED_FROM = 2
"""Independent sources from which a story is called verified and a fact confirmed: what the words mean, no setting."""


class State(StrEnum):
    """What became of a quote when it was looked for in the saved copy."""

    FOUND = "found"
    NOT_FOUND = "not-found"
    UNSEEN = "unseen"


class Level(StrEnum):
    """The badge of a story."""

    VERIFIED = "verified"
    SINGLE_SOURCE = "single-source"
    DISPUTED = "disputed"
    UNCHECKED = "unchecked"


class FactStatus(StrEnum):
    """The badge of one key fact."""

    CONFIRMED = "confirmed"
    SINGLE = "single-source"
    DISPUTED = "disputed"
    UNCHECKED = "unchecked"


class JoinKind(StrEnum):
    """Why two sources count as one."""

    DOCUMENT = "document"
    ORIGIN = "origin"
    SITE = "site"
    OWNER = "owner"
    WIRE = "wire"
    RELEASE = "release"
    EVENT = "event"
    CREDIT = "credit"
    COPY = "copy"
    TEXT = "text"
    BYLINE = "byline"


class Band(StrEnum):
    """Confidence in words."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Ceiling(StrEnum):
    """What kept a confidence below what the sources alone would give."""

    NONE = "none"
    SINGLE_SOURCE = "single-source"
    COMMON = "common"


@dataclass(frozen=True, slots=True)
class Join:
    """Two sources that count as one, and why."""

    kind: JoinKind
    """Which rule joined them."""
    a: str
    """Id of one source, the earlier in the story's order."""
    b: str
    """Id of the other."""
    detail: str
    """The reason in a sentence for readers."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A join that was found and not applied."""

    join: Join
    """The join."""
    because: str
    """Why it was not applied: the writer's reason, or the rule for claims made at an event."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Sources that count as one."""

    sources: tuple[str, ...]
    """Source ids: primary documents first, then in the story's order."""
    joins: tuple[Join, ...]
    """Every join among them."""
    counts: bool
    """False when nothing in it can count."""
    because: str
    """Why it does not count; empty when it does."""


@dataclass(frozen=True, slots=True)
class JudgedQuote:
    """One piece of evidence after the saved copy was asked."""

    source: str
    """Source id."""
    quote: str
    """The words."""
    stance: Stance
    """Supports or contradicts."""
    state: State
    """Found, not found or unseen."""
    link: str
    """Address that opens the source at the words; empty unless found."""


@dataclass(frozen=True, slots=True)
class JudgedFact:
    """One key fact with its count."""

    n: int
    """Number, from 1."""
    text: str
    """The statement."""
    kind: FactKind
    """Fact, claim or forecast."""
    speaker: str
    """Entity id; empty for a fact."""
    essential: bool
    """True when the story rests on it."""
    count: int
    """Independent clusters with found, supporting evidence."""
    against: int
    """Independent clusters with found, contradicting evidence."""
    status: FactStatus
    """Badge of the fact."""
    confidence: float
    """0 to 1, rounded to two places; facts are compared before rounding."""
    evidence: tuple[JudgedQuote, ...]
    """Every quote."""


@dataclass(frozen=True, slots=True)
class Gate:
    """May it be published?"""

    passed: bool
    """True when it may."""
    rule: str
    """Which case of the gate decided: see `verification.gate`."""
    because: str
    """The reason in a sentence."""
    fact: int
    """Number of the key fact that decided; 0 where it was no single one."""


@dataclass(frozen=True, slots=True)
class Points:
    """One dimension of impact with its share."""

    dimension: str
    """`regulatory`, `financial` or `operational`."""
    score: int
    """The writer's score, 0 to 10."""
    weight: float
    """The rubric's weight."""
    points: float
    """Score times weight."""
    anchor: str
    """The rubric's words for the highest anchor that the score reaches."""
    because: str
    """The writer's reason."""
    facts: tuple[int, ...]
    """Key facts that carry it."""


@dataclass(frozen=True, slots=True)
class Impact:
    """Consequence from 1 to 10; sources and coverage are no input."""

    score: int
    """1 to 10."""
    exact: float
    """Weighted mean before rounding."""
    parts: tuple[Points, ...]
    """The three dimensions."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one cluster adds to the confidence in one fact."""

    sources: tuple[str, ...]
    """Every source of the cluster."""
    weakest: str
    """The source that sets the value."""
    grade: str
    """Grade of its publisher."""
    kind: str
    """Kind of the source."""
    value: float
    """Reliability times kind weight times age factor, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure the evidence makes us, decided by the weakest essential fact."""

    value: float
    """0 to 1, rounded to two places."""
    band: Band
    """In words."""
    fact: int
    """Number of the essential fact that decides."""
    shares: tuple[Share, ...]
    """What each cluster adds to it."""
    against: int
    """Contradicting clusters."""
    ceiling: Ceiling
    """Which of the rubric's ceilings held it down."""
    why_not_higher: tuple[str, ...]
    """Reasons in sentences; never empty."""

    @property
    def capped(self) -> bool:
        """True when the single-source ceiling held it down."""
        return self.ceiling is Ceiling.SINGLE_SOURCE


@dataclass(frozen=True, slots=True)
class JudgedOutlook:
    """The writer's outlook beside the derived one."""

    value: OutlookValue
    """The writer's."""
    entity: str
    """For whom."""
    because: str
    """Why."""
    facts: tuple[int, ...]
    """Key facts that carry it."""
    derived: OutlookValue
    """What the effects give."""
    agrees: bool
    """False when the two contradict each other."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a verdict was reckoned from, beside the version of the tool and the day."""

    files: tuple[tuple[str, str], ...]
    """Path and SHA-256 of every file that bears on it; the digest of a file that is not there is empty."""
    standing: tuple[int, ...]
    """Hashes of standing text that were left out of its fingerprints, in order."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything that was reckoned for one story."""

    slug: str
    """The story."""
    n: int
    """Lowest count among its essential facts."""
    level: Level
    """Badge."""
    badge: str
    """Badge in words: `Verified by 2 independent sources`, `Single source`, `Disputed`, `Cited, not checked`."""
    detail: str
    """What stands beside it on every surface: `3 publications`, `not independently confirmed`."""
    claims_only: bool
    """True when every essential fact is a claim or forecast: what is counted then is that it was said."""
    publications: int
    """Distinct publications with found, supporting evidence."""
    cited: int
    """Sources named."""
    saved: int
    """Of these, with a saved copy."""
    confirmed: int
    """Key facts with two or more independent sources."""
    gate: Gate
    """May it be published?"""
    clusters: tuple[Cluster, ...]
    """Partition of the sources."""
    set_aside: tuple[SetAside, ...]
    """Joins found and not applied."""
    facts: tuple[JudgedFact, ...]
    """Every key fact."""
    watch: tuple[tuple[JudgedQuote, ...], ...]
    """Quotes that decide forecasts, for each forecast in the story's order."""
    information: str
    """Rating of the information, `1` to `6`."""
    impact: Impact
    """Consequence."""
    confidence: Confidence
    """How sure."""
    outlook: JudgedOutlook | None
    """Where it goes."""
    checked: str
    """Last day on which a source was retrieved, ISO; empty when none was."""
    basis: Basis
    """What it was reckoned from."""
    receipt: str
    """SHA-256 over the basis, tool and day: see `verification.receipt`."""
