"""Which problems a writer asks for: those of some files, of some rules, or of all but some."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.desk.hub import UsageError, covers
from twosource.newsroom.problems import Problem
from twosource.newsroom.rules import RULES
from twosource.newsroom.suggest import did_you_mean


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown, and by that what the exit code speaks of."""

    paths: Sequence[str]
    """Files and folders, from the hub's root; none for all."""
    only: frozenset[str]
    """Rules; none for all."""
    never: frozenset[str]
    """Rules that are not shown."""

    def has_path(self, path: str) -> bool:
        """True for a file that is among those asked for; a story's lock belongs to the story."""
        story = path.removesuffix(".lock") + ".md"
        return not self.paths or any(covers(one, path) or one == story for one in self.paths)

    def has(self, problem: Problem) -> bool:
        """True for a problem that is asked for."""
        rule_fits = (not self.only or problem.rule in self.only) and problem.rule not in self.never
        return rule_fits and self.has_path(problem.place.path)

    def of(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Those that are asked for, in their order."""
        return tuple(problem for problem in problems if self.has(problem))


def rules_named(given: Iterable[str]) -> frozenset[str]:
    """The rules of an option that takes several, joined by commas. Raises UsageError for one that does not exist."""
    names = frozenset(name.strip() for several in given for name in several.split(",") if name.strip())
    for name in sorted(names - RULES.keys()):
        raise UsageError(f"There is no rule “{name}”. {did_you_mean(name, RULES) or '`desk rule` lists all.'}")
    return names
