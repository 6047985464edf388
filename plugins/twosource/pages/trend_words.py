"""Periods, chances and findings in words, the same on every page."""

from __future__ import annotations

from datetime import date

from twosource.newsroom.written_dates import MONTH_NAMES
from twosource.pages import dates
from twosource.pages.newsstand import Newsstand
from twosource.pages.wording import counted, decimal
from twosource.trends.bursts import Burst
from twosource.trends.coverage_gaps import Gap
from twosource.trends.episodes import Episode
from twosource.trends.periods import Grain, Period

RARE = 1e-6
"""A chance below this is told as such: more noughts help nobody."""


def month_words(day: date) -> str:
    """`March 2018`."""
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def period_words(period: Period, grain: Grain) -> str:
    """`March 2018`, `Q1 2018`, `week of 5 March 2018`."""
    if grain is Grain.MONTH:
        return month_words(period.first)
    if grain is Grain.QUARTER:
        return f"Q{(period.first.month + 2) // 3} {period.first.year}"
    return f"week of {dates.day(period.first)['shown']}"


def span_words(first: date, last: date) -> str:
    """`2 to 22 March 2018`, `14 May to 10 June 2019`."""
    if first == last:
        return dates.day(first)["shown"]
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {dates.day(last)['shown']}"
    start = dates.day(first)["shown"].removesuffix(f" {last.year}")
    return f"{start} to {dates.day(last)['shown']}"


def chance_words(chance: float) -> str:
    """`p = 0.0007`, `p < 0.000001`."""
    if chance < RARE:
        return "p < 0.000001"
    places = next(n for n in range(1, 8) if round(chance, n) > 0)
    return f"p = {decimal(chance, places + 1)}"


def burst_words(burst: Burst) -> str:
    """What a burst rests on."""
    more = f" ({burst.n} in all)" if burst.n != burst.count else ""
    return (
        f"{counted(burst.count, 'development')} within four weeks{more}, where "
        f"{decimal(burst.expected, 1 if burst.expected >= 1 else 2)} were to be expected "
        f"({chance_words(burst.chance)})."
    )


def episode_words(episode: Episode) -> str:
    """What an episode rests on."""
    return f"{episode.n} of the {episode.of} developments in this time: far above its usual share of the beat."


def gap_words(gap: Gap) -> str:
    """`15 May 2020 to 22 May 2024`."""
    return span_words(gap.first, gap.last)


def gaps(stand: Newsstand) -> list[str]:
    """Stretches without coverage."""
    return [gap_words(gap) for gap in stand.trends.gaps]
