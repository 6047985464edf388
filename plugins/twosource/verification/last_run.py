"""The last run of the tests of the properties. `make evidence` writes this file from a run; nobody edits it."""

from __future__ import annotations

from twosource.verification.tried import Run

LAST_RUN: Run | None = None
