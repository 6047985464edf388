"""The ratio of two rates over spans of equal length, with its exact interval.

Given n = before + after events, the later ones are binomial (n, p), and the ratio of the rates is p / (1 - p). The
interval for p is that of Clopper and Pearson ("The use of confidence or fiducial limits", Biometrika 26, 1934): it
covers the truth at least as often as it says, also where n is small. Its bounds are quantiles of beta distributions,
found by regula falsi on the incomplete beta function (continued fraction 8.17.22 of the NIST handbook, DLMF).
"""

from __future__ import annotations

from math import exp, lgamma, log

SURE = 0.95
"""How often, at least, an interval covers the truth."""

STEPS, NEAR = 60, 1e-12
"""Steps of the search at most, and how near to the chance it ends; ten are the rule."""

TERMS, TINY = 500, 1e-300
"""Terms of the continued fraction at most; what stands for nought in it."""


def rate_ratio(before: int, after: int) -> float | None:
    """Later rate by earlier one; None where there was nothing before."""
    return after / before if before else None


def interval(before: int, after: int) -> tuple[float, float | None]:
    """Bounds of the ratio; the upper one is None where it has no end, as after nothing before."""
    tail = (1 - SURE) / 2
    low = _quantile(tail, after, before + 1) if after else 0.0
    high = _quantile(1 - tail, after + 1, before) if before else 1.0
    return low / (1 - low), high / (1 - high) if before else None


def _quantile(chance: float, a: int, b: int) -> float:
    """Regula falsi; a bound that stays twice loses half its weight (the Illinois rule), so that both close in."""
    low, high, below, above = 0.0, 1.0, -chance, 1 - chance
    found, side = 0.5, 0
    for _ in range(STEPS):
        found = (low * above - high * below) / (above - below)
        miss = beta(found, a, b) - chance
        if abs(miss) < NEAR:
            break
        if miss < 0:
            low, below, above, side = found, miss, above / 2 if side < 0 else above, -1
        else:
            high, above, below, side = found, miss, below / 2 if side > 0 else below, 1
    return found


def beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function of x between 0 and 1: chance of at most x under beta (a, b)."""
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction, by Lentz's method."""
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1) or TINY)
    found = d
    for m in range(1, TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d, c = 1 / (1 + even * d or TINY), 1 + even / c or TINY
        found *= d * c
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d, c = 1 / (1 + odd * d or TINY), 1 + odd / c or TINY
        found *= d * c
        if abs(d * c - 1) < 1e-14:
            break
    return found
