"""`desk diff`: what a change does to ratings, and what it changes without telling readers."""

from __future__ import annotations

import sys
from argparse import Namespace

from twosource.desk.clock import as_of
from twosource.desk.diff_report import FORMS, Difference
from twosource.desk.excuse_change import excuse_changes
from twosource.desk.history import at_revision
from twosource.desk.hub import find_hub
from twosource.desk.moves import moves
from twosource.desk.paint import Paint
from twosource.desk.ratings import rating_changes
from twosource.desk.rubric_change import rubric_problems
from twosource.desk.stealth import edits, gone_problems, stealth_problems
from twosource.newsroom.problems import in_order, stop_the_press
from twosource.verification.review import review


def run(given: Namespace) -> int:
    """Print the difference between the base and the files as they are; 1 where readers are not told of something."""
    root, moment = find_hub(given.root), as_of(given.as_of)
    with at_revision(root, given.base) as folder:
        base, head = review(folder, moment), review(root, moment)
        old, new = base.library, head.library
        moved = moves(old, new)
        found = edits(old, new, moved, moment)
        problems = in_order(
            (*stealth_problems(found), *gone_problems(old, new, moved, moment), *rubric_problems(old, new))
        )
        changes = rating_changes(base, head, moved)
        # Places are looked up in the base while its files are there.
        excuses = excuse_changes(old, new, moved)
    difference = Difference(root, given.base, base, head, changes, found, problems, excuses, moved)
    print(FORMS[given.format](difference, Paint.for_stream(sys.stdout)))
    return int(stop_the_press(problems))
