"""The badge: its level, and its words on every surface."""

from __future__ import annotations

from twosource.verification.verdict import VERIFIED_FROM, FactStatus, JudgedFact, Level


def level_of(facts: tuple[JudgedFact, ...]) -> tuple[int, Level]:
    """N, the lowest count among essential facts, and the level that it gives."""
    essential = [fact for fact in facts if fact.essential]
    n = min((fact.count for fact in essential), default=0)
    if any(fact.status is FactStatus.DISPUTED for fact in essential):
        return n, Level.DISPUTED
    if n == 0:
        return 0, Level.UNCHECKED
    return n, Level.VERIFIED if n >= VERIFIED_FROM else Level.SINGLE_SOURCE


def badge_words(level: Level, n: int, publications: int, cited: int, saved: int) -> tuple[str, str]:
    """Badge and what stands beside it: `("Verified by 2 independent sources", "3 publications")`."""
    match level:
        case Level.VERIFIED:
            return f"Verified by {n} independent sources", counted(publications, "publication")
        case Level.SINGLE_SOURCE:
            return "Single source", "not independently confirmed"
        case Level.DISPUTED:
            return "Disputed", "sources contradict each other on an essential fact"
        case Level.UNCHECKED:
            copies = "no saved copies" if saved == 0 else "1 saved copy" if saved == 1 else f"{saved} saved copies"
            return "Cited, not checked", f"{counted(cited, 'source')} named, {copies}"


def counted(number: int, noun: str) -> str:
    """`1 source`, `2 sources`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
