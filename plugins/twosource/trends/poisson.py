"""The upper tail of a Poisson distribution, summed term by term."""

from __future__ import annotations

from math import exp, lgamma, log

EXACT = 1e-16
"""A term that is smaller than so much of the sum can change none of its digits."""


def poisson_tail(count: int, expected: float) -> float:
    """Chance of `count` events or more where `expected` are expected: the sum of exp(-m) m^k / k! from k = count.

    The tail itself is summed, and not one less the head: a chance of one in a million million keeps its digits.
    `expected` is above 0.
    """
    if count <= 0:
        return 1.0
    if count <= expected:
        return min(1.0, max(0.0, 1.0 - _sum_down(count - 1, expected)))
    term = total = exp(count * log(expected) - expected - lgamma(count + 1))
    while term > total * EXACT:
        count += 1
        term *= expected / count
        total += term
    return min(1.0, total)


def _sum_down(count: int, expected: float) -> float:
    """Chance of `count` events or fewer, from the largest term down."""
    term = total = exp(count * log(expected) - expected - lgamma(count + 1))
    while count and term > total * EXACT:
        term *= count / expected
        count -= 1
        total += term
    return total
