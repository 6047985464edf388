"""`desk check`: every problem of the hub in one run."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence

from twosource.desk.clock import as_of
from twosource.desk.hub import covers, find_hub, inside
from twosource.desk.paint import Paint
from twosource.desk.report import FORMATS, closing, in_text
from twosource.newsroom.problems import in_order, stop_the_press
from twosource.pages.edition import proofread


def run(given: Namespace) -> int:
    """Print the problems of the files asked for, the whole hub by default; 1 when one is an error."""
    root = find_hub(given.root)
    wanted = [inside(root, path) for path in given.paths]
    found = proofread(root, as_of(given.as_of)).problems
    problems = in_order(tuple(one for one in found if not wanted or _asked(one.place.path, wanted)))
    if given.format == "text":
        told = in_text(problems, root, Paint.for_stream(sys.stdout))
        print(f"{told}\n\n{closing(problems)}" if told else closing(problems))
    elif problems or given.format == "json":
        print(FORMATS[given.format](problems))
    return int(stop_the_press(problems))


def _asked(path: str, wanted: Sequence[str]) -> bool:
    """True when the file is among those asked for; a story's lock belongs to the story."""
    story = path.removesuffix(".lock") + ".md"
    return any(covers(one, path) or one == story for one in wanted)
