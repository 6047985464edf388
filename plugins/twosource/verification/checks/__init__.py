"""What only the evidence can show to be wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from twosource.newsroom.library import Library
from twosource.newsroom.problems import Problem
from twosource.verification.case import Case
from twosource.verification.checks.across import stories_agree
from twosource.verification.checks.outcome import figures_supported, gate_passed, old_addresses, outlook_agrees
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

CHECKS_ACROSS: tuple[Callable[[tuple[Case, ...], Library], Iterator[Problem]], ...] = (old_addresses, stories_agree)
"""Every check that looks at all stories together."""


def check_evidence(library: Library, cases: tuple[Case, ...], verdicts: Mapping[str, Verdict]) -> Iterator[Problem]:
    """Every problem that the evidence shows, for the stories that were judged."""
    for case in cases:
        for check in CHECKS:
            yield from check(case, verdicts[case.story.slug], library)
    for across in CHECKS_ACROSS:
        yield from across(cases, library)
