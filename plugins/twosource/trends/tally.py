"""Tallies: what is counted over some developments.

While it is counted, a tally is one whole number in which every field has WIDTH bits. Each development is in a dozen
series at three widths of period: adding one number takes a tenth of the time that adding eleven takes.
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from twosource.newsroom.story_words import OutlookValue
from twosource.trends.developments import Development
from twosource.verification.verdict import Level

WIDTH = 40
"""Bits of a field: room for ten thousand million developments of the highest impact."""

FIELD = (1 << WIDTH) - 1
HUNDREDTHS = 100
"""Confidence is rounded to two places, so that it can be added without a rounding error."""

OUTLOOKS = {OutlookValue.BULLISH: (1, 1, 0), OutlookValue.BEARISH: (1, 0, 1), None: (0, 0, 0)}
"""Whether an outlook counts, as bullish, as bearish; neutral and mixed are neither."""

NEITHER = (1, 0, 0)


class Tally(NamedTuple):
    """What was counted over some developments."""

    n: int
    """Developments."""
    verified: int
    """Of these, verified."""
    single_source: int
    """Of these, single-source."""
    disputed: int
    """Of these, disputed."""
    unchecked: int
    """Of these, cited and not checked."""
    impact_sum: int
    """Impact scores added up."""
    impact_squares: int
    """Squares of the impact scores added up."""
    confidence_sum: int
    """Confidence in hundredths, added up."""
    outlooks: int
    """Developments that give an outlook."""
    bullish: int
    """Of these, bullish."""
    bearish: int
    """Of these, bearish."""

    @property
    def impact(self) -> float | None:
        """Mean impact, 1 to 10; None without developments."""
        return self.impact_sum / self.n if self.n else None

    @property
    def spread(self) -> float | None:
        """Standard deviation of the impact (n - 1 below the line); None for fewer than two developments."""
        if self.n < 2:
            return None
        return sqrt(max(self.impact_squares - self.impact_sum**2 / self.n, 0) / (self.n - 1))

    @property
    def unconfirmed_share(self) -> float | None:
        """Share of single-source and unchecked developments, 0 to 1; None without developments."""
        return (self.single_source + self.unchecked) / self.n if self.n else None

    @property
    def balance(self) -> float | None:
        """Outlook balance from -1 (all bearish) to 1 (all bullish); None without outlooks."""
        return (self.bullish - self.bearish) / self.outlooks if self.outlooks else None

    @property
    def confidence(self) -> float | None:
        """Mean confidence, 0 to 1; None without developments."""
        return self.confidence_sum / HUNDREDTHS / self.n if self.n else None


LEVELS = (Level.VERIFIED, Level.SINGLE_SOURCE, Level.DISPUTED, Level.UNCHECKED)
"""Badges in the order of the fields."""


def packed(row: Development) -> int:
    """One development as a number to be added."""
    levels = (int(row.level is level) for level in LEVELS)
    outlooks, bullish, bearish = OUTLOOKS.get(row.outlook, NEITHER)
    values = (1, *levels, row.impact, row.impact**2, round(row.confidence * HUNDREDTHS), outlooks, bullish, bearish)
    return sum(value << (WIDTH * place) for place, value in enumerate(values))


def unpacked(total: int) -> Tally:
    """The tally in a sum of such numbers; 0 is the empty one."""
    return Tally(*[total >> shift & FIELD for shift in SHIFTS])


SHIFTS = tuple(range(0, WIDTH * len(Tally._fields), WIDTH))
"""Where each field begins."""
