"""A figure as it stands in a sentence: what it measures, how much, how sure, and where it is written."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Measure(StrEnum):
    """What a figure is a figure of."""

    MONEY = "amount"
    PERCENT = "percentage"
    POINTS = "percentage points"
    MONTHS = "period in months"
    SECONDS = "period in seconds"
    QUANTITY = "quantity"
    DATE = "date"
    TIME = "time of day"
    ORDINAL = "rank"
    TIMES = "multiple"
    SCORE = "score"
    VAGUE = "order of size"
    NUMBER = "number"


class Bound(StrEnum):
    """How a number is meant: as it stands, roughly, or as a limit."""

    EXACT = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "more than"
    UNDER = "less than"
    AT_LEAST = "at least"
    AT_MOST = "up to"


class Role(StrEnum):
    """The part that a figure plays in a change."""

    PLAIN = ""
    BEFORE = "from"
    AFTER = "to"
    STEP = "by"


class Figure(NamedTuple):
    """One figure in its normal form; a tuple, for they are made and changed by the thousand."""

    measure: Measure
    """What it measures."""
    low: float
    """Value in the measure's own unit; the lower end of a range. 0 for dates."""
    high: float
    """The same as `low`, or the upper end of a range; the second number of a score."""
    unit: str
    """Currency code, physical dimension, or empty."""
    per: str
    """What a rate is reckoned by (`barrel`, `day`); empty for no rate."""
    bound: Bound
    """How the number is meant."""
    role: Role
    """Old value, new value or step, where the words say so."""
    step: float
    """Worth of the last digit that is not a padding zero: 100 for 1,300 and 0.01 for 1.19."""
    days: tuple[str, ...]
    """Of a date, the ISO texts that it can mean, `--07-06` when the year is not said; empty for others."""
    written: str
    """Unit word as written, in the singular, so that a conversion is known as one."""
    text: str
    """As written, without the words of its bound."""
    start: int
    """First character in the sentence."""
    end: int
    """One past the last character."""
    loose: bool = False
    """True when its bound may also be read as none: “flights over 11 states”."""

    @property
    def exact(self) -> bool:
        """True for a single number that is meant as it stands."""
        return self.bound is Bound.EXACT and self.low == self.high
