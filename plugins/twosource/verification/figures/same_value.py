"""Whether a quoted figure says the number that a fact states, whatever the two count."""

from __future__ import annotations

from math import isclose

from twosource.verification.figures.bounds import SAYS, spread
from twosource.verification.figures.calendar import days_apart, same_day
from twosource.verification.figures.figure import Bound, Figure, Measure

TENS = 20
"""Whole numbers from which a rough one that ends in 0 is taken for rounded."""

ROUGH = (Bound.ABOUT, Bound.NEARLY, Bound.OVER, Bound.UNDER)


def says(quoted: Figure, stated: Figure) -> bool:
    """True when the quoted number entails the stated one: same measure and unit, same value, a bound as strong."""
    if not comparable(quoted, stated):
        return False
    if stated.measure is Measure.DATE:
        return any(same_day(said, wanted) for said in quoted.days for wanted in stated.days)
    if stated.measure is Measure.SCORE:
        return {quoted.low, quoted.high} == {stated.low, stated.high}
    return _same_number(quoted, stated) or (quoted.loose and _bounded(quoted, stated, (Bound.EXACT,)))


def comparable(quoted: Figure, stated: Figure) -> bool:
    """True for two figures of one measure and unit, and of one rate where both are rates."""
    if stated.measure is Measure.TIME:
        return quoted.measure is Measure.TIME and (quoted.unit == stated.unit or "" in (quoted.unit, stated.unit))
    same_rate = quoted.per == stated.per or not stated.per or (not quoted.per and stated.measure is Measure.MONEY)
    return quoted.measure is stated.measure and quoted.unit == stated.unit and same_rate


def _same_number(quoted: Figure, stated: Figure) -> bool:
    if stated.loose and _bounded(quoted, stated, SAYS[Bound.EXACT]):
        return True
    return _bounded(quoted, stated, SAYS[stated.bound])


def _bounded(quoted: Figure, stated: Figure, enough: tuple[Bound, ...] | frozenset[Bound]) -> bool:
    if stated.low != stated.high or quoted.low != quoted.high:
        return _range_says(quoted, stated)
    if _equal(quoted.low, stated.low, quoted, stated):
        return quoted.bound in enough or (quoted.loose and Bound.EXACT in enough)
    return stated.bound in ROUGH and quoted.bound is Bound.EXACT and _rounds_to(quoted.low, stated)


def _equal(quoted: float, stated: float, one: Figure, other: Figure) -> bool:
    """Equal, or after a conversion between unlike units equal to the stated digits."""
    if isclose(quoted, stated, rel_tol=1e-9):
        return True
    converted = one.written != other.written and other.measure is Measure.QUANTITY
    rounded = (one.step == 1 or other.step == 1) and one.low != int(one.low)
    thirds = other.measure is Measure.PERCENT and (rounded or (other.step == 1 and other.low != int(other.low)))
    return (converted or thirds) and abs(quoted - stated) <= max(other.step, one.step if thirds else 0) / 2


def _rounds_to(value: float, stated: Figure) -> bool:
    """True when an exact value is the stated rough one: 994 is nearly 1,000, 1,333 is more than 1,300."""
    apart = value - stated.low
    step = stated.step or (10.0 if stated.low >= TENS and stated.low % 10 == 0 else 0.0)
    near = abs(apart) <= step * (0.5 if stated.bound is Bound.ABOUT else 1)
    match stated.bound:
        case Bound.NEARLY | Bound.UNDER:
            return near and apart < 0 and abs(apart) <= stated.low * 0.1
        case Bound.OVER:
            return near and 0 < apart <= stated.low * 0.1
        case _:
            return near and abs(apart) <= stated.low * 0.1


def _range_says(quoted: Figure, stated: Figure) -> bool:
    if stated.low == stated.high:
        ends = {Bound.AT_LEAST: quoted.low, Bound.AT_MOST: quoted.high}
        return stated.bound in ends and isclose(ends[stated.bound], stated.low)
    return (
        isclose(quoted.low, stated.low)
        and isclose(quoted.high, stated.high)
        and (quoted.bound is stated.bound or stated.bound is Bound.ABOUT)
    )


def excludes(one: Figure, other: Figure) -> bool:
    """True when two comparable figures cannot both be right of one thing, rounding and bounds considered."""
    if one.measure is Measure.DATE:
        return all(days_apart(a, b) for a in one.days for b in other.days)
    if Measure.SCORE in (one.measure, other.measure):
        return {one.low, one.high} != {other.low, other.high}
    a, b = spread(one.low, one.high, one.bound, one.step), spread(other.low, other.high, other.bound, other.step)
    return a[1] < b[0] or b[1] < a[0]
