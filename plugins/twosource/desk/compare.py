"""`desk compare`: which of several texts are copies of each other, and which have one origin."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from twosource.desk.compare_input import documents_of, read_given
from twosource.desk.compare_report import in_json, in_words
from twosource.desk.hub import UsageError, find_hub
from twosource.desk.paint import Paint
from twosource.desk.report import in_text
from twosource.newsroom.loading import load_library
from twosource.verification.built_in import INDEPENDENCE, NEVER_COUNTS
from twosource.verification.comparison import Known, compare


def run(given: Namespace) -> int:
    """Compare the files and print what came of it; 1 when one of them could not be read."""
    places = [Path(name) for name in given.files]
    for place in places:
        if not place.exists():
            raise UsageError(f"There is no file or folder {place}.")
    known = what_is_known(given.root)
    pages, problems = read_given(places)
    result = compare(documents_of(pages, known.registry), known)
    paint = Paint.for_stream(sys.stdout)
    print(in_json(result) if given.format == "json" else in_words(result, paint))
    if problems:
        print(in_text(problems, Path(), Paint.for_stream(sys.stderr)), file=sys.stderr)
    return int(bool(problems))


def what_is_known(root: str | None) -> Known:
    """Registry, locks and thresholds of the hub that is given or lies here; without one, the built-in thresholds."""
    try:
        library = load_library(find_hub(root))
    except UsageError:
        if root is not None:
            raise
        return Known({}, {}, INDEPENDENCE, NEVER_COUNTS)
    if not library.readable:
        raise UsageError("The hub's description, rubric or registry cannot be read: run `desk check`.")
    rubric = library.rubric
    return Known(library.publishers, library.locks, rubric.independence, rubric.gate.never_counts)
