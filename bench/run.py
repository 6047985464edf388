"""Measures this project beside Hugo, Eleventy and plain Pelican on the same stories, and writes bench/results/.

    make bench                  or, with more stories and rounds:    make bench N=10000 ROUNDS=5

What a story costs as a hub grows is in growth.py: make bench GROWTH=1.

Machines are shared and noisy, so that only ratios within one run mean anything: in each round every tool takes its
turn. What the peers need is installed on first use.
"""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from bench import cases, floor, installing, machine  # noqa: E402
from bench.cases import CASES, COLD, OWN, Case, Place  # noqa: E402
from bench.corpus import SEED, write_corpus  # noqa: E402
from bench.jobs import Cost, run  # noqa: E402
from bench.summary import Key  # noqa: E402
from bench.writing import Measured, Printed, write  # noqa: E402


def tell(words: str) -> None:
    """A line on how far it is; what is measured takes minutes."""
    print(words, file=sys.stderr, flush=True)


def available() -> tuple[tuple[Case, ...], tuple[str, ...]]:
    """The cases whose tools can be had, and why the others cannot."""
    missing: dict[str, str] = {}
    for tool, install in ((cases.HUGO, installing.hugo), (cases.ELEVENTY, installing.eleventy)):
        try:
            install()
        except installing.MissingError as reason:
            missing[tool] = f"{tool} was not measured: {reason}"
            tell(missing[tool])
    return tuple(case for case in CASES if case.tool not in missing), tuple(missing.values())


def lay_out(folder: Path, stories: int, seed: int) -> Place:
    """Write the corpus and copy the theme."""
    tell(f"Writing {stories:,} stories, seed {seed} ...")
    place = Place(folder / "hub", folder / "theme", folder / "work")
    write_corpus(stories, place.hub, seed)
    shutil.copytree(ROOT / "themes" / "ledger", place.theme)
    place.work.mkdir()
    return place


def measure(place: Place, todo: Sequence[Case], rounds: int) -> dict[Key, list[Cost]]:
    """Every case once a round, in their order."""
    tell("Filling the cache of plain Pelican ...")
    run(cases.cached_pelican(place, -1))
    costs: dict[Key, list[Cost]] = {Key(case.tool, case.name): [] for case in todo}
    for turn in range(rounds):
        for number, case in enumerate(todo, 1 + turn * len(todo)):
            case.happen(place, turn)
            cost = case.cost(place, turn)
            costs[Key(case.tool, case.name)].append(cost)
            figures = f"{cost.wall:7.2f} s  CPU {cost.cpu:7.2f} s  {cost.peak / 2**20:6.0f} MiB"
            tell(f"[{number:3}/{rounds * len(todo)}] {figures}  {case.tool}, {case.name}")
    return costs


def printed(place: Place, todo: Sequence[Case]) -> dict[str, Printed]:
    """What each tool printed in the first round. Raises `RuntimeError` when two peers printed different files."""
    sums: dict[str, Printed] = {}
    peers: dict[frozenset[str], str] = {}
    for tool in (case.tool for case in todo if case.name == COLD):
        output = place.output(tool, 0)
        sizes = {
            path.relative_to(output).as_posix(): path.stat().st_size for path in output.rglob("*") if path.is_file()
        }
        sums[tool] = Printed(len(sizes), sum(sizes.values()))
        if tool != OWN:
            peers[frozenset(sizes)] = tool
    if len(peers) > 1:
        raise RuntimeError(f"{' and '.join(peers.values())} do not print the same files: nothing can be compared.")
    return sums


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description="Measure this project beside Hugo, Eleventy and plain Pelican.")
    parser.add_argument("n", type=int, nargs="?", default=1000, metavar="N", help="stories (default: 1000)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each case is measured (default: 3)")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    facts = machine.facts()
    todo, missing = available()
    versions = machine.versions(frozenset(case.tool for case in todo))
    installing.CACHE.mkdir(parents=True, exist_ok=True)
    # Beside the checkout and not in the system's temporary folder, which may lie in memory.
    with tempfile.TemporaryDirectory(dir=installing.CACHE, prefix="run-") as folder:
        place = lay_out(Path(folder), asked.n, asked.seed)
        costs = measure(place, todo, asked.rounds)
        sums = printed(place, todo)
        tell("Looking where the time of a cold build goes ...")
        spent = floor.stages(place.hub, place.work / "profiled")
        least = floor.floor(place.hub, place.work / "profiled", place.work / "floor")
    day = dt.datetime.now(dt.UTC).date()
    measured = Measured(asked.n, asked.seed, asked.rounds, day, facts, versions, missing, sums, costs, spent, least)
    for path in write(measured):
        print(f"Wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
