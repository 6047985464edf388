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


PLACES = {name: 1 << (WIDTH * place) for place, name in enumerate(Tally._fields)}
"""What one in each field adds to the number."""

BADGES = {
    Level.VERIFIED: PLACES["n"] + PLACES["verified"],
    Level.SINGLE_SOURCE: PLACES["n"] + PLACES["single_source"],
    Level.DISPUTED: PLACES["n"] + PLACES["disputed"],
    Level.UNCHECKED: PLACES["n"] + PLACES["unchecked"],
}
"""What one development of each badge adds."""

OUTLOOKS = {
    OutlookValue.BULLISH: PLACES["outlooks"] + PLACES["bullish"],
    OutlookValue.BEARISH: PLACES["outlooks"] + PLACES["bearish"],
    None: 0,
}
"""What an outlook adds; neutral and mixed ones are neither bullish nor bearish."""


def packed(row: Development) -> int:
    """One development as a number to be added."""
    impact = row.impact * PLACES["impact_sum"] + row.impact**2 * PLACES["impact_squares"]
    sure = round(row.confidence * HUNDREDTHS) * PLACES["confidence_sum"]
    return BADGES[row.level] + impact + sure + OUTLOOKS.get(row.outlook, PLACES["outlooks"])


def unpacked(total: int) -> Tally:
    """The tally in a sum of such numbers; 0 is the empty one."""
    return Tally(*fields_of(total))


def fields_of(total: int) -> list[int]:
    """The same as a bare list, in half the time."""
    return [total >> shift & FIELD for shift in SHIFTS]


SHIFTS = tuple(range(0, WIDTH * len(Tally._fields), WIDTH))
"""Where each field begins."""
