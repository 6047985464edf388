"""Stories by badge, for the bar that shows how a list is verified."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.trends.tally import Tally
from twosource.verification.verdict import Level

ORDER = (Level.VERIFIED, Level.SINGLE_SOURCE, Level.DISPUTED, Level.UNCHECKED)
"""Badges in the order in which they are shown."""


def levels(total: Tally) -> dict[str, int]:
    """Those of a tally; badges without any story are left out."""
    return in_order({level.value: getattr(total, level.name.lower()) for level in ORDER})


def in_order(counts: Mapping[str, int]) -> dict[str, int]:
    """Counts by the value of a badge, in the order in which they are shown."""
    return {level.value: counts[level.value] for level in ORDER if counts.get(level.value)}
