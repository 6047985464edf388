"""`desk check`: every problem of the hub in one run."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic

from twosource.desk.clock import as_of, nanoseconds
from twosource.desk.hub import UsageError, find_hub, inside
from twosource.desk.paint import Paint
from twosource.desk.progress import watch
from twosource.desk.report import FORMATS, closing, counted, excuses_in_text, in_text, rule_address
from twosource.desk.selection import Selection, rules_named
from twosource.newsroom.excuses import Excused, excused_of
from twosource.newsroom.layout import CACHE
from twosource.newsroom.look import look_at
from twosource.newsroom.morgue import Morgue
from twosource.newsroom.problems import Problem, errors_first, problems_of, stop_the_press
from twosource.pages.clippings import open_morgue, with_morgue
from twosource.pages.findings import Findings, keep_findings, kept_findings, told_of_marked
from twosource.pages.stages import Stages


def run(given: Namespace) -> int:
    """Print the problems that are asked for, all of the hub by default; 1 when one is an error."""
    root = find_hub(given.root)
    asked = Selection(
        [inside(root, path) for path in given.paths], rules_named(given.select), rules_named(given.ignore)
    )
    if given.watch and given.format != "text":
        raise UsageError("--watch prints text: leave --format out.")
    if given.diff or given.fix:
        from twosource.desk.mending import mend

        mended = mend(root, asked, write=not given.diff, told=sys.stdout if given.format == "text" else sys.stderr)
        if given.diff:
            return int(mended > 0)
    if given.watch:
        from twosource.desk.watching import repeat

        repeat(root, lambda: check(root, asked, given))
    return check(root, asked, given)


def check(root: Path, asked: Selection, given: Namespace) -> int:
    """Look for problems once and print them; 1 when one is an error."""
    stages = Stages(watch, monotonic)
    found = _find(root, as_of(given.as_of), root / CACHE if given.cache else None, stages)
    problems = asked.of(problems_of(found.problems))
    excused = tuple(one for one in excused_of(found.excused) if asked.has(one.problem))
    if given.format == "text":
        _print_text(root, problems, excused, found.address)
        if unshown := sum(asked.has_path(one.place.path) for one in problems_of(found.problems)) - len(problems):
            print(f"{counted(unshown, 'problem')} of other rules not shown. The press looks at all of them.")
        if marked := told_of_marked(path for path in found.marked if asked.has_path(path)):
            print(marked)
    elif given.format == "sarif":
        from twosource.desk.sarif import in_sarif

        print(in_sarif(problems, excused, found.address))
    elif problems or given.format == "json":
        print(FORMATS[given.format](problems))
    if given.profile:
        print(stages.table(), file=sys.stderr)
    return int(stop_the_press(problems))


def _print_text(root: Path, problems: tuple[Problem, ...], excused: tuple[Excused, ...], address: str) -> None:
    """Errors, then warnings; where to read more; what is excused and why; the count."""
    paint, ordered = Paint.for_stream(sys.stdout), errors_first(problems)
    told = [f"{in_text(ordered, root, paint)}\n\n{_more(ordered[0].rule, address)}"] if ordered else []
    listed = [f"{excuses_in_text(excused, paint)}\n"] if excused else []
    print("\n".join((*told, *[""] * bool(told and listed), *listed, closing(problems, len(excused)))))


def _more(rule: str, address: str) -> str:
    """Where the page of a rule is: on the hub's own site, if it has one."""
    return f"More on a rule: {rule_address(address, rule) if address else f'desk rule {rule}'}"


def _find(root: Path, moment: datetime, cache: Path | None, stages: Stages) -> Findings:
    """Every problem of the hub, in order; `cache` holds what earlier runs found, None where nobody may know."""
    work = partial(_findings, root, moment, stages)
    return with_morgue(cache, work, partial(print, file=sys.stderr)) if cache else work(open_morgue(None))


def _findings(root: Path, moment: datetime, stages: Stages, morgue: Morgue) -> Findings:
    with stages.stage("Looking at the files"):
        look = look_at(root, morgue, nanoseconds())
        found = kept_findings(morgue, look, moment)
    if found is None:
        with stages.stage("Starting"):
            # Not before something has to be judged: it imports all rooms, as long as a look at ten thousand stories
            # takes.
            from twosource.desk.inspection import inspect
        found = inspect(
            root, moment, morgue, look, lambda name, length: stages.stage(name.capitalize(), length, "stories")
        )
        with stages.stage("Keeping for the next run"):
            keep_findings(morgue, found)
            morgue.save()
    return found
