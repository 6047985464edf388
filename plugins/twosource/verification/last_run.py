"""The last run of the tests of the properties. `make evidence` writes this file from a run; nobody edits it."""

from __future__ import annotations

from datetime import date

from twosource.verification.tried import Run, Tried

LAST_RUN: Run | None = Run(
    date(2026, 11, 23),
    "cb78348",
    (
        Tried("test_one_cluster_each", "one-cluster-each", 1000, True),
        Tried("test_any_order", "any-order", 1000, True),
        Tried("test_any_order_of_joins", "any-order", 1000, True),
        Tried("test_copies_never_raise", "copies-never-raise", 1000, True),
        Tried("test_fewer_joins_never_lower", "fewer-joins-never-lower", 1000, True),
        Tried("test_fewer_joins_never_lower_by_a_written_reason", "fewer-joins-never-lower", 1000, True),
        Tried("test_independent_never_lowers", "independent-never-lowers", 1000, True),
        Tried("test_less_evidence_never_raises", "less-evidence-never-raises", 1000, True),
        Tried("test_single_never_verified", "single-never-verified", 1000, True),
        Tried("test_never_more_than_shown", "never-more-than-shown", 1000, True),
        Tried("test_worthless_changes_nothing", "worthless-changes-nothing", 1000, True),
        Tried("test_recomputed", "recomputed", 1000, True),
    ),
)
