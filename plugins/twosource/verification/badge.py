"""The badge: its level, and its words on every surface."""

from __future__ import annotations

from twosource.verification.verdict import FactStatus, JudgedFact, Level


def level_of(facts: tuple[JudgedFact, ...]) -> tuple[int, Level]:
    """N, the lowest count among essential facts, and the level that it gives."""
    essential = [fact for fact in facts if fact.essential]
    n = min((fact.count for fact in essential), default=0)
    if n == 0:
        return 0, Level.UNCHECKED
    if any(fact.status is FactStatus.DISPUTED for fact in essential):
        return n, Level.DISPUTED
    return n, Level.VERIFIED if n >= 2 else Level.SINGLE_SOURCE


def badge_words(level: Level, n: int, publications: int, cited: int) -> tuple[str, str]:
    """Badge and what stands beside it: `("Verified by 2 independent sources", "3 publications")`."""
    match level:
        case Level.VERIFIED:
            return f"Verified by {n} independent sources", counted(publications, "publication")
        case Level.SINGLE_SOURCE:
            return "Single source", "not independently confirmed"
        case Level.DISPUTED:
            return "Disputed", "sources contradict each other on an essential fact"
        case Level.UNCHECKED:
            return "Cited, not checked", f"{counted(cited, 'source')} named, no saved copies"


def counted(number: int, noun: str) -> str:
    """`1 source`, `2 sources`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
