"""What is wrong with one file, collected while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from twosource.newsroom.problems import Problem
from twosource.newsroom.source_map import SourceMap

Way = tuple["Way", "str | int"] | tuple[()]
"""The keys and numbers that lead to a value, the last one outermost: `((((), "facts"), 0), "text")`.

Readers make one for each value, for a fault that is hardly ever there: a link costs 30 ns, a longer tuple thrice that.
"""


@dataclass(slots=True)
class Report:
    """Collects the problems of one file while it is read."""

    where: SourceMap
    """Places in the file."""
    problems: list[Problem] = field(default_factory=list)
    """What was found so far."""

    def add(self, way: Way, rule: str, message: str, hint: str) -> None:
        """Report a problem at a value."""
        self.problems.append(Problem(self.where.place(*_steps(way)), rule, message, hint))

    def add_key(self, way: Way, rule: str, message: str, hint: str) -> None:
        """Report a problem at a key."""
        self.problems.append(Problem(self.where.key(*_steps(way)), rule, message, hint))

    def may_go(self, way: Way) -> None:
        """Say of a value that was just reported to be missing that its key may be taken out."""
        last = self.problems[-1] if self.problems else None
        if last and last.rule == "missing-value" and last.place == self.where.place(*_steps(way)):
            self.problems[-1] = replace(last, hint=f"{last.hint.removesuffix('.')}, or take the key out.")


def _steps(way: Way) -> list[str | int]:
    steps: list[str | int] = []
    while way:
        way, step = way
        steps.append(step)
    return steps[::-1]
