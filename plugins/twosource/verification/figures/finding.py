"""What became of a fact's figures and names: found, missing, or given otherwise elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """The answer for a whole fact."""

    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a source that carry a figure or a name of the fact."""

    source: str
    """Name of the source."""
    quote: str
    """Words of the source, verbatim."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A figure or name that nothing carries."""

    text: str
    """As the fact writes it."""
    measure: str
    """What it measures, in words; `name` for a name."""
    because: str
    """What stands in its way, in a sentence; empty where nothing like it was found."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another figure for what the fact states."""

    source: str
    """Name of the source that gives it."""
    figure: str
    """The figure, as written or as reckoned."""
    stated: str
    """The fact's figure, as written."""
    quote: str
    """Words of the source, verbatim."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer with its reasons."""

    outcome: Outcome
    """Supported, unsupported or in conflict; what is missing outweighs a conflict."""
    missing: tuple[Missing, ...]
    """What nothing carries, in the fact's order."""
    conflicts: tuple[Conflict, ...]
    """What speaks against it."""
    passages: tuple[Cited, ...]
    """What carries it, source by source."""


def finding(missing: tuple[Missing, ...], conflicts: tuple[Conflict, ...], passages: tuple[Cited, ...]) -> Finding:
    """The finding with its outcome."""
    outcome = Outcome.UNSUPPORTED if missing else Outcome.CONFLICT if conflicts else Outcome.SUPPORTED
    return Finding(outcome, missing, conflicts, passages)
