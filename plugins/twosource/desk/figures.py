"""`desk figures`: whether quotes or whole texts carry the figures of a fact, and which passages do."""

from __future__ import annotations

import json
import sys
from argparse import Namespace

from twosource.desk.hub import UsageError
from twosource.desk.paint import Paint
from twosource.desk.source_texts import day_of, read_sources
from twosource.verification.figures import Finding, Outcome, Quoted, judge_quotes, search


def run(given: Namespace) -> int:
    """Judge one fact; 0 when it is supported, 1 when it is not or sources disagree."""
    if bool(given.quote) == bool(given.source):
        raise UsageError("give either --quote or --source")
    published = day_of(given.published or "")
    if given.published and published is None:
        raise UsageError(f"{given.published} is no day such as 2019-04-23")
    if given.quote:
        found = judge_quotes(
            given.fact, [Quoted(f"quote {n}", text, published) for n, text in enumerate(given.quote, 1)]
        )
    else:
        found = search(given.fact, tuple(read_sources(given.source, published)))
    print(_in_json(found) if given.format == "json" else _in_text(found, Paint.for_stream(sys.stdout)))
    return 0 if found.outcome is Outcome.SUPPORTED else 1


def _in_json(found: Finding) -> str:
    return json.dumps(
        {
            "verdict": found.outcome.value,
            "missing": [one.text for one in found.missing],
            "reasons": [one.because for one in found.missing],
            "conflicts": [
                {"source": one.source, "figure": one.figure, "stated": one.stated, "quote": one.quote}
                for one in found.conflicts
            ],
            "passages": [{"source": one.source, "quote": one.quote} for one in found.passages],
        },
        ensure_ascii=False,
        indent=2,
    )


def _in_text(found: Finding, paint: Paint) -> str:
    colour = {Outcome.SUPPORTED: paint.green, Outcome.UNSUPPORTED: paint.red, Outcome.CONFLICT: paint.yellow}
    lines = [colour[found.outcome](found.outcome.value)]
    lines += [f"  missing   {one.text} ({one.measure}). {one.because}".rstrip() for one in found.missing]
    lines += [
        f"  conflict  {one.stated}, but {one.source}: {one.figure}\n            “{one.quote}”"
        for one in found.conflicts
    ]
    lines += [f"  passage   {one.source}\n            “{one.quote}”" for one in found.passages]
    return "\n".join(lines)
