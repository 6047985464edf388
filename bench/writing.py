"""Writes what a run measured into `bench/results/`: a table, a picture, and every single figure."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader

from bench.cases import CHECKS, INDEX
from bench.chart import chart
from bench.floor import Seconds
from bench.jobs import Cost
from bench.summary import BARS_AT, Key, Row, ratio, reached, summarise

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results"


class Printed(NamedTuple):
    """What a tool printed."""

    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One whole run."""

    stories: int
    """Stories of the corpus."""
    seed: int
    """What it was made with."""
    rounds: int
    """How often each case was measured."""
    day: dt.date
    """When."""
    facts: Mapping[str, str]
    """The machine."""
    versions: Mapping[str, str]
    """The tools."""
    missing: Sequence[str]
    """Why a tool was not measured."""
    printed: Mapping[str, Printed]
    """What each printed in its first cold build."""
    costs: Mapping[Key, Sequence[Cost]]
    """Every run of every case."""
    stages: Seconds = field(default_factory=dict)
    """Seconds by stage of one cold build of this project; the last is the whole."""
    floor: Seconds = field(default_factory=dict)
    """Seconds of what no program could avoid."""


def write(measured: Measured, folder: Path = RESULTS) -> tuple[Path, ...]:
    """Write the three files of a run; gives their paths. A run of the same number of stories is written over."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"md": table(measured), "svg": picture(measured), "json": figures(measured)}
    paths = tuple(folder / f"speed-{measured.stories}.{ending}" for ending in texts)
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def table(measured: Measured) -> str:
    """Markdown."""
    rows = summarise(measured.costs)
    known: dict[str, Any] = {name: getattr(measured, name) for name in Measured.__dataclass_fields__}
    shares = [[_share(row, rows, measure) for measure in ("wall", "cpu", "peak")] for row in rows]
    title = chart(rows, measured.stories).title
    return fill("speed.md", known | {"rows": rows, "shares": shares, "title": title, "reached": reached(rows)})


def picture(measured: Measured) -> str:
    """SVG."""
    return fill("speed.svg", chart(summarise(measured.costs), measured.stories)._asdict())


def figures(measured: Measured) -> str:
    """JSON of every run, for whoever wants to reckon for themselves."""
    runs = [
        {"tool": key.tool, "case": key.case, "runs": [asdict(run) for run in runs]}
        for key, runs in measured.costs.items()
    ]
    head = {name: getattr(measured, name) for name in ("stories", "seed", "rounds", "facts", "versions", "missing")}
    head |= {"stages": dict(measured.stages), "floor": dict(measured.floor)}
    return json.dumps({**head, "day": f"{measured.day}", "costs": runs}, indent=1) + "\n"


def _share(row: Row, rows: Sequence[Row], measure: str) -> str:
    """Empty for what is no build, and where Hugo was not measured."""
    share = None if row.key.case in (*CHECKS, INDEX) else ratio(row, rows, measure)
    return "" if share is None else f"{share:.2f}"


def fill(name: str, known: Mapping[str, Any]) -> str:
    """A report from its template."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "report"),
        autoescape=name.endswith(".svg"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(f"{name}.jinja").render({**known, "bars_at": BARS_AT})
