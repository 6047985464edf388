"""The slip of a story: all that is kept of it from one run to the next, in plain values.

It holds what other stories and lists need. The story itself is read again when its own page has to be made.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from twosource.newsroom.problems import Place, Problem, Severity
from twosource.newsroom.ties import Ties
from twosource.trends.brief import Brief
from twosource.trends.brief_form import unpack
from twosource.trends.row import Row
from twosource.verification.boilerplate import Print
from twosource.verification.checks.across import Account
from twosource.verification.figures.across import Told

PlainProblem = tuple[str, int, int, str, str, str, str]
PlainPrint = tuple[str, str, str]


class Slip(NamedTuple):
    """One story between runs."""

    files: tuple[str, str]
    """SHA-256 of the story's file and of its lock; the latter empty without one."""
    key: bytes
    """Of everything else that it was judged by, other stories aside."""
    prints: tuple[PlainPrint, ...]
    """Site, document and text of each saved page."""
    left_out: tuple[bytes, ...]
    """Hashes of standing text that were left out of its fingerprints."""
    reading: tuple[PlainProblem, ...]
    """What was wrong in its texts."""
    evidence: tuple[PlainProblem, ...]
    """What was wrong in its evidence."""
    ties: tuple[object, ...]
    """Its names, and the names of others in it."""
    account: tuple[float, tuple[tuple[object, ...], ...]] | None
    """What it tells; None for a story that was not judged."""
    links: tuple[tuple[str, int, int, str], ...]
    """Links in its analysis to addresses of this site."""
    named: tuple[str, ...]
    """Entities it names, whose pages it so calls into being."""
    public_from: float | None
    """Moment from which it is neither a draft nor still to come, seconds since 1970, UTC; None for a draft."""
    seen_from: float | None
    """The same for a story that the gate lets through; None for one that readers will never see."""
    row: tuple[object, ...] | None
    """Its row; None where `seen_from` is."""
    brief: tuple[object, ...]
    """Its brief, packed; empty without a row."""


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


def ties_on(slip: Slip) -> Ties:
    """The ties of a slip."""
    return Ties(*slip.ties)  # type: ignore[arg-type]  # written under this version of the tool


def account_on(slip: Slip) -> Account | None:
    """What its story tells."""
    if slip.account is None:
        return None
    instant, facts = slip.account
    return Account(ties_on(slip), instant, tuple(Told(*told) for told in facts))  # type: ignore[arg-type]


def row_on(slip: Slip) -> Row | None:
    """Its row."""
    return Row(*slip.row) if slip.row else None  # type: ignore[arg-type]


def prints_on(slip: Slip) -> tuple[Print, ...]:
    """Its saved pages, without their fingerprints."""
    return tuple(Print(*found, "") for found in slip.prints)


def brief_on(slip: Slip) -> Brief:
    """Its brief."""
    return unpack(slip.brief)
