"""Measures what a story costs as a hub grows, and writes bench/results/growth.md: this project alone, without peers.

    make bench GROWTH=1

The largest corpus takes 5 GB of disk while it is printed, and some minutes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from bench import installing, machine  # noqa: E402
from bench.cases import CASES, CHECK_COLD, COLD, OWN, SAME, STORY  # noqa: E402
from bench.corpus import SEED  # noqa: E402
from bench.jobs import Cost  # noqa: E402
from bench.run import lay_out, tell  # noqa: E402
from bench.summary import Bar, Key, Reached  # noqa: E402
from bench.writing import RESULTS, fill  # noqa: E402

SIZES = (1_000, 5_000, 20_000, 50_000)
"""Stories of each corpus."""
WATCHED = (COLD, SAME, STORY, CHECK_COLD)
"""Cases that are measured at each size, in this order."""
BARS = (
    Bar("Cold build, time for each story as a share of that at the smallest", "wall", Key(OWN, COLD), None, 1.2),
    Bar("Cold build, processor time for each story, the same", "cpu", Key(OWN, COLD), None, 1.2),
    Bar("Cold build, memory in GiB", "peak", Key(OWN, COLD), None, 4.0),
)
"""Bounds at the largest size."""

Costs = Mapping[tuple[int, str], Sequence[Cost]]
"""Every run, by stories and case."""


class Point(NamedTuple):
    """Medians of one case at one size."""

    stories: int
    case: str
    wall: float
    """Seconds."""
    each: float
    """Milliseconds of it for each story."""
    growth: float
    """The same as a share of that at the smallest size."""
    cpu: float
    """Milliseconds of user and system time for each story."""
    peak: float
    """Bytes of memory."""


@dataclass(frozen=True, slots=True)
class Growth:
    """One whole run."""

    seed: int
    """What the corpora were made with."""
    day: dt.date
    """When."""
    facts: Mapping[str, str]
    """The machine."""
    costs: Costs
    """What was measured."""


def points(costs: Costs) -> tuple[Point, ...]:
    """Medians by case, then by size."""
    smallest = min(stories for stories, _ in costs)
    walls = {key: median(run.wall for run in runs) / key[0] for key, runs in costs.items()}
    return tuple(
        Point(
            stories,
            case,
            walls[stories, case] * stories,
            walls[stories, case] * 1000,
            walls[stories, case] / walls[smallest, case],
            median(run.cpu for run in runs) / stories * 1000,
            median(run.peak for run in runs),
        )
        for (stories, case), runs in sorted(costs.items(), key=lambda item: (WATCHED.index(item[0][1]), item[0][0]))
    )


def reached(found: Iterable[Point]) -> tuple[Reached, ...]:
    """Values for the bars: of the largest size that was measured."""
    first, *_, last = sorted((point for point in found if point.case == COLD), key=lambda point: point.stories)
    values = (last.growth, last.cpu / first.cpu, last.peak / 2**30)
    return tuple(Reached(bar, value) for bar, value in zip(BARS, values, strict=True))


def measure(sizes: Sequence[int], seed: int, rounds: int) -> Costs:
    """Each case at each size; a corpus is thrown away before the next one is written."""
    todo = [next(case for case in CASES if (case.tool, case.name) == (OWN, name)) for name in WATCHED]
    costs: dict[tuple[int, str], list[Cost]] = {}
    for stories in sizes:
        with tempfile.TemporaryDirectory(dir=installing.CACHE, prefix="run-") as folder:
            place = lay_out(Path(folder), stories, seed)
            for turn in range(rounds):
                for case in todo:
                    case.happen(place, turn)
                    cost = case.cost(place, turn)
                    costs.setdefault((stories, case.name), []).append(cost)
                    tell(f"{stories:6,} stories  {cost.wall:7.2f} s  {cost.peak / 2**20:6.0f} MiB  {case.name}")
    return costs


def write(growth: Growth, folder: Path = RESULTS) -> tuple[Path, ...]:
    """Write the table and all figures; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    found = points(growth.costs)
    known = {"points": found, "reached": reached(found), "facts": growth.facts, "day": growth.day, "seed": growth.seed}
    runs = [
        {"stories": stories, "case": case, "runs": [asdict(run) for run in runs]}
        for (stories, case), runs in growth.costs.items()
    ]
    figures = {"seed": growth.seed, "day": f"{growth.day}", "facts": growth.facts, "costs": runs}
    texts = {"md": fill("growth.md", known), "json": json.dumps(figures, indent=1) + "\n"}
    for ending, text in texts.items():
        (folder / f"growth.{ending}").write_text(text, encoding="utf-8")
    return tuple(folder / f"growth.{ending}" for ending in texts)


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description="Measure what a story costs as a hub grows.")
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, metavar="N", help="stories of each corpus")
    parser.add_argument("--rounds", type=int, default=1, help="how often each case is measured (default: 1)")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    installing.CACHE.mkdir(parents=True, exist_ok=True)
    facts, day = machine.facts(), dt.datetime.now(dt.UTC).date()
    for path in write(Growth(asked.seed, day, facts, measure(asked.sizes, asked.seed, asked.rounds))):
        print(f"Wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
