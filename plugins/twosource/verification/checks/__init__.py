"""What only the evidence can show to be wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from twosource.newsroom.library import Library
from twosource.newsroom.problems import Problem
from twosource.newsroom.ties import ties_of
from twosource.verification.case import Case
from twosource.verification.checks.across import account_of, check_accounts
from twosource.verification.checks.outcome import figures_supported, gate_passed, outlook_agrees
from twosource.verification.checks.quotes import body_quotes, copies_saved, quotes_found, quotes_telling
from twosource.verification.checks.sources import (
    addresses_locked,
    cites_ourselves,
    copies_suspected,
    origins_declared,
    publishers_own,
    releases_joined,
)
from twosource.verification.verdict import Verdict

CHECKS: tuple[Callable[[Case, Verdict, Library], Iterator[Problem]], ...] = (
    quotes_found,
    quotes_telling,
    copies_saved,
    publishers_own,
    addresses_locked,
    figures_supported,
    body_quotes,
    gate_passed,
    origins_declared,
    copies_suspected,
    releases_joined,
    outlook_agrees,
    cites_ourselves,
)
"""Every check of one story's evidence."""


def check_case(case: Case, verdict: Verdict, library: Library) -> Iterator[Problem]:
    """Every problem that the evidence of one story shows; of the library only what is no story is looked at."""
    for check in CHECKS:
        yield from check(case, verdict, library)


def check_evidence(library: Library, cases: tuple[Case, ...], verdicts: Mapping[str, Verdict]) -> Iterator[Problem]:
    """Every problem that the evidence shows, for the stories that were judged."""
    for case in cases:
        yield from check_case(case, verdicts[case.story.slug], library)
    accounts = [account_of(case.story, ties_of(case.story, library.lock_of(case.story))) for case in cases]
    wheres = {story.path: story.where for story in library.stories}
    yield from check_accounts(accounts, [story.slug for story in library.stories], wheres.__getitem__)
