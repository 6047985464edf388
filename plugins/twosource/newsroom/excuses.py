"""Excuses: warnings that a writer has looked at and lets stand, with the reason in the file itself.

Only suspicions can be excused, where a person may know better than a program. What keeps unchecked words from being
printed cannot, nor can links that lead nowhere: whoever reads the page meets them all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from twosource.newsroom.problems import Place, PlainProblem, Problem, Severity, plain_problems, problems_of
from twosource.newsroom.rules import found

if TYPE_CHECKING:
    from twosource.newsroom.source_map import SourceMap

EXCUSABLE = (
    "malformed-mark",
    "duplicate-name",
    "claim-not-attributed",
    "source-after-story",
    "boilerplate",
    "quote-too-common",
    "stories-disagree",
)
"""Rules whose warnings a file may excuse. Sources that may depend on each other are explained to readers instead, by
`independent_because`."""

INSTEAD = {
    "origin-not-declared": "Declare the origin, or tell readers in `independent_because:` why there is none.",
    "copy-suspected": "Declare the origin, or tell readers in `independent_because:` why there is none.",
    "release-not-joined": "Name the release, or tell readers in `independent_because:` why it is another one.",
}
"""What to do about warnings that have a key of their own to say why they are wrong."""


@dataclass(frozen=True, slots=True)
class Excuse:
    """One rule whose warnings this file lets stand, and why."""

    rule: str
    """Name of the rule, one of those whose warnings may be ignored."""
    because: str
    """Reason in a sentence."""


class Plea(NamedTuple):
    """An excuse as every run keeps it, in plain values."""

    rule: str
    """Name of the rule."""
    because: str
    """Reason."""
    line: int
    """Line of the rule's name."""
    column: int
    """Column of the rule's name."""


class Excused(NamedTuple):
    """A warning that its file excuses."""

    problem: Problem
    """The warning."""
    because: str
    """Reason that the file gives."""


class Sorted(NamedTuple):
    """The problems of a hub, told apart."""

    told: tuple[Problem, ...]
    """What has to be mended or known."""
    excused: tuple[Excused, ...]
    """What a file excuses."""


def pleas_of(excuses: tuple[Excuse, ...], where: SourceMap) -> tuple[Plea, ...]:
    """The excuses of one file with their places; those that cannot hold, which are told of, are left out."""
    places = (where.place("ignore", n, "rule") for n in range(len(excuses)))
    return tuple(
        Plea(excuse.rule, excuse.because, place.line, place.column)
        for excuse, place in zip(excuses, places, strict=True)
        if excuse.rule in EXCUSABLE and excuse.because
    )


def sort_out(problems: tuple[Problem, ...], pleas: Mapping[str, Iterable[Plea]]) -> Sorted:
    """Set apart what the files excuse; `pleas` are given by path.

    An excuse without effect is a problem itself, though not where an error may hide what it excuses.
    """
    if not pleas:
        return Sorted(problems, ())
    reasons = {(path, plea.rule): plea.because for path, several in pleas.items() for plea in several}
    told: list[Problem] = []
    excused: list[Excused] = []
    for problem in problems:
        because = reasons.get((problem.place.path, problem.rule))
        if because and problem.severity is Severity.WARNING:
            excused.append(Excused(problem, because))
        else:
            told.append(problem)
    if all(problem.severity is Severity.WARNING for problem in told):
        told += _idle(pleas, {(one.problem.place.path, one.problem.rule) for one in excused})
    return Sorted(tuple(sorted(told, key=lambda one: (one.place, one.rule, one.message))), tuple(excused))


def _idle(pleas: Mapping[str, Iterable[Plea]], used: set[tuple[str, str]]) -> Iterator[Problem]:
    """Excuses of what is not there, and second ones of what the first excuses."""
    for path, several in pleas.items():
        left = {rule for at, rule in used if at == path}
        for plea in several:
            if plea.rule in left:
                left.remove(plea.rule)
                continue
            message = f"Nothing in this file breaks `{plea.rule}`, or another entry excuses it."
            yield found(Place(path, plea.line, plea.column), "ignore-idle", message, "Take the entry out.")


PlainExcused = tuple[PlainProblem, str]


def plain_excused(excused: Iterable[Excused]) -> tuple[PlainExcused, ...]:
    """Excused warnings as plain values."""
    return tuple((plain_problems([one.problem])[0], one.because) for one in excused)


def excused_of(plain: Iterable[PlainExcused]) -> tuple[Excused, ...]:
    """The excused warnings that were written down so."""
    return tuple(Excused(problems_of([problem])[0], because) for problem, because in plain)


def pleas_by_path(held: Iterable[tuple[str, tuple[Excuse, ...], SourceMap]]) -> Mapping[str, tuple[Plea, ...]]:
    """Excuses of several files; files without any are left out."""
    pleas: dict[str, tuple[Plea, ...]] = defaultdict(tuple)
    for path, excuses, where in held:
        if excuses:
            pleas[path] = pleas_of(excuses, where)
    return pleas
