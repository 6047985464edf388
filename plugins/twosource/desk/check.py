"""`desk check`: every problem of the hub in one run."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic

from twosource.desk.clock import as_of, nanoseconds
from twosource.desk.hub import covers, find_hub, inside
from twosource.desk.paint import Paint
from twosource.desk.progress import watch
from twosource.desk.report import FORMATS, closing, in_text
from twosource.newsroom.layout import CACHE
from twosource.newsroom.look import look_at
from twosource.newsroom.morgue import Morgue
from twosource.newsroom.problems import problems_of, stop_the_press
from twosource.pages.clippings import open_morgue, with_morgue
from twosource.pages.findings import Findings, keep_findings, kept_findings, told_of_marked
from twosource.pages.stages import Stages


def run(given: Namespace) -> int:
    """Print the problems of the files asked for, the whole hub by default; 1 when one is an error."""
    root = find_hub(given.root)
    wanted = [inside(root, path) for path in given.paths]
    stages = Stages(watch, monotonic)
    found = _find(root, as_of(given.as_of), root / CACHE if given.cache else None, stages)
    problems = problems_of(one for one in found.problems if not wanted or _asked(one[0], wanted))
    if given.format == "text":
        told = in_text(problems, root, Paint.for_stream(sys.stdout))
        print(f"{told}\n\n{closing(problems)}" if told else closing(problems))
        if marked := told_of_marked(path for path in found.marked if not wanted or _asked(path, wanted)):
            print(marked)
    elif problems or given.format == "json":
        print(FORMATS[given.format](problems))
    if given.profile:
        print(stages.table(), file=sys.stderr)
    return int(stop_the_press(problems))


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


def _asked(path: str, wanted: Sequence[str]) -> bool:
    """True when the file is among those asked for; a story's lock belongs to the story."""
    story = path.removesuffix(".lock") + ".md"
    return any(covers(one, path) or one == story for one in wanted)
