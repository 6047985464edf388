"""The slip and the file of a story: all that is kept of it from one run to the next, in plain values.

They hold what other stories and lists need. The story itself is read again when its own page has to be made.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from twosource.newsroom.by_value import value_in
from twosource.newsroom.problems import PlainProblem
from twosource.newsroom.ties import Ties
from twosource.trends.row import Row
from twosource.verification.boilerplate import Print
from twosource.verification.checks.across import Account
from twosource.verification.figures.across import Told

PlainPrint = tuple[str, str, str]


class Slip(NamedTuple):
    """What every run has to know of every story: little, and in plain values."""

    files: tuple[str, str]
    """SHA-256 of the story's file and of its lock; the latter empty without one."""
    key: bytes
    """Of everything else that it was judged by, other stories aside."""
    left_out: tuple[bytes, ...]
    """Hashes of standing text that were left out of its fingerprints."""
    reading: tuple[PlainProblem, ...]
    """What was wrong in its texts."""
    evidence: tuple[PlainProblem, ...]
    """What was wrong in its evidence."""
    slug: str
    """Last part of its address."""
    aliases: tuple[str, ...]
    """Former addresses."""
    public_from: float | None
    """Moment from which it is neither a draft nor still to come, seconds since 1970, UTC; None for a draft."""
    seen_from: float | None
    """The same for a story that the gate lets through; None for one that readers will never see."""
    row: tuple[Any, ...] | None
    """Its row; None where `seen_from` is."""
    ties: bytes
    """Mark of its ties, paragraphs apart."""
    paragraphs: bytes
    """The paragraphs of its ties: else these would have to be opened for every story when the text of one changed."""
    account: bytes
    """Mark of its account; empty for a story that was not judged."""
    links: int
    """Links in its analysis to addresses of this site."""
    marked: bool
    """True when it is published without any saved copy, and the rubric says that it is marked so."""
    pleas: tuple[tuple[str, str, int, int], ...]
    """What it excuses, as `Plea` has it."""
    fault: str = ""
    """Why it cannot be laid out although it has no errors; only where such stories are kept, as in a preview."""


class File(NamedTuple):
    """The rest of what is kept of a story, in parts that are read only when something like them has changed.

    The larger ones are bytes, as `by_value` makes them: read for ten thousand stories, they are at hand until the end.
    """

    ties: bytes
    """Its names, and the names of others in it."""
    account: bytes
    """What it tells; empty for a story that was not judged."""
    links: tuple[tuple[str, int, int, str], ...]
    """Links in its analysis to addresses of this site."""
    named: tuple[str, ...]
    """Entities it names, whose pages it so calls into being."""
    prints: bytes
    """Site, document and text of each saved page."""
    brief: bytes
    """Its brief, packed; empty without a row."""


def ties_in(kept: bytes) -> Ties:
    """The ties of a story, from their kept form."""
    return Ties(*value_in(kept))


def account_in(kept: bytes, ties: Ties) -> Account:
    """What a story tells, from its kept form."""
    instant, facts = value_in(kept)
    return Account(ties, instant, tuple(Told(*told) for told in facts))


def row_on(slip: Slip) -> Row | None:
    """Its row."""
    return Row(*slip.row) if slip.row else None


def prints_in(kept: bytes) -> tuple[Print, ...]:
    """Saved pages, without their fingerprints."""
    plain: tuple[PlainPrint, ...] = value_in(kept)
    return tuple(Print(site, document, text, "") for site, document, text in plain)
