"""Reading and judging a hub for `desk check`, with all processors, and without what earlier runs have done already."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from twosource.newsroom.excuses import plain_excused
from twosource.newsroom.look import Look
from twosource.newsroom.morgue import Morgue
from twosource.newsroom.problems import plain_problems
from twosource.pages.assignment import Assignment, Stage, silent_stage
from twosource.pages.findings import Findings, until
from twosource.pages.shift import open_shift
from twosource.pages.staff import cores

NOWHERE = "http://127.0.0.1:8000"
"""No page is made, and problems do not hang on the site's address."""


def inspect(root: Path, as_of: datetime, morgue: Morgue, look: Look, stage: Stage = silent_stage) -> Findings:
    """Find every problem of the hub below `root`; what may be of use again goes into the morgue."""
    with open_shift(Assignment(root, as_of, NOWHERE, morgue, look, cores=cores(), stage=stage)) as shift:
        return Findings(
            hub=look.mark or b"",
            since=as_of.timestamp(),
            until=until(as_of, shift.moments),
            problems=plain_problems(shift.problems),
            excused=plain_excused(shift.excused),
            address=shift.house.library.hub.address,
            marked=shift.marked,
        )
