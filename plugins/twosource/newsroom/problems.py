"""A mistake is a value: what is wrong, where, under which permanent rule, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs: an error stops the press, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file that a writer can jump to."""

    path: str
    """Address of the file, relative to the hub's root, with forward slashes."""
    line: int
    """Line, counted from 1."""
    column: int
    """Column in characters, counted from 1."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a writer has to mend, or to know."""

    place: Place
    """Where the fault stands: the key or value itself, not the top of the file."""
    rule: str
    """Permanent name of the rule, a key of `newsroom.rules.RULES`."""
    message: str
    """What is wrong, in one sentence."""
    hint: str
    """What to do about it, in one sentence; never empty."""
    severity: Severity = Severity.ERROR
    """Error or warning."""


def in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Sort by place, then rule, each problem once."""
    return tuple(sorted(set(problems), key=lambda found: (found.place, found.rule, found.message)))


def errors_first(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """What stops the work before what is only to be known; each part in its order."""
    return tuple(sorted(problems, key=lambda found: found.severity is not Severity.ERROR))


def stop_the_press(problems: tuple[Problem, ...]) -> bool:
    """True when at least one problem is an error."""
    return any(found.severity is Severity.ERROR for found in problems)


PlainProblem = tuple[str, int, int, str, str, str, str]


def plain_problems(problems: Iterable[Problem]) -> tuple[PlainProblem, ...]:
    """Problems as plain values."""
    return tuple(
        (one.place.path, one.place.line, one.place.column, one.rule, one.message, one.hint, one.severity.value)
        for one in problems
    )


def problems_of(plain: Iterable[PlainProblem]) -> tuple[Problem, ...]:
    """The problems that were written down so."""
    return tuple(
        Problem(Place(path, line, column), rule, message, hint, Severity(severity))
        for path, line, column, rule, message, hint, severity in plain
    )
