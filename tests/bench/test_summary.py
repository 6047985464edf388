"""Medians, ratios and bars are reckoned right, and the files of a run say what was measured."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from pathlib import Path

import pytest
from bench.cases import CASES, CHECK_WARM, COLD, HUGO, OWN, PELICAN, STORY
from bench.floor import STAGE, floor
from bench.growth import Growth, points
from bench.growth import write as write_growth
from bench.jobs import Cost, Job, cpu_of, family, memory, run
from bench.summary import BARS, Key, ratio, reached, summarise
from bench.writing import Measured, Printed, write
from lxml import etree

MIB = 2**20
COSTS = {
    Key(OWN, COLD): [Cost(3.0, 5.0, 300 * MIB), Cost(9.0, 6.0, 400 * MIB), Cost(4.0, 7.0, 500 * MIB)],
    Key(HUGO, COLD): [Cost(8.0, 16.0, 1000 * MIB)],
    Key(OWN, STORY): [Cost(1.5, 1.0, 90 * MIB), Cost(0.5, 1.0, 90 * MIB)],
    Key(OWN, CHECK_WARM): [Cost(0.9, 0.5, 50 * MIB)],
}
SVG = "{http://www.w3.org/2000/svg}"


def measured() -> Measured:
    facts, versions, printed = {"Cores": "2"}, {HUGO: "1.0"}, {OWN: Printed(12, 3_000_000)}
    why = ("Eleventy was not measured: no node.",)
    return Measured(10_000, 7, 3, dt.date(2026, 11, 1), facts, versions, why, printed, COSTS)


def test_a_row_holds_medians_and_the_fastest_and_slowest_run() -> None:
    row = summarise(COSTS)[0]
    assert (row.wall, row.least, row.most, row.cpu, row.peak) == (4.0, 3.0, 9.0, 6.0, 400 * MIB)


def test_ratios_are_of_medians_and_none_without_a_base() -> None:
    rows = summarise(COSTS)
    assert ratio(rows[0], rows) == 0.5
    assert ratio(rows[0], rows, "peak") == 0.4
    assert ratio(rows[0], rows, base=Key(PELICAN, COLD)) is None


def test_a_bar_is_reached_up_to_its_bound_and_left_out_when_a_case_was_not_measured() -> None:
    found = {one.bar.text: (one.value, one.met) for one in reached(summarise(COSTS))}
    assert found["Cold build, time as a share of Hugo's"] == (0.5, True)
    assert found["One story edited, seconds"] == (1.0, True)
    assert found["desk check of everything, warm, seconds"] == (0.9, False)
    assert "Cold build, time as a share of Pelican's" not in found


def test_every_bar_is_of_cases_that_are_measured() -> None:
    keys = {Key(case.tool, case.name) for case in CASES}
    assert {bar.key for bar in BARS} | {bar.base for bar in BARS if bar.base} <= keys


def test_the_table_says_what_was_measured_where_and_what_was_not(tmp_path: Path) -> None:
    table, picture, figures = write(measured(), tmp_path)
    text = table.read_text(encoding="utf-8")
    assert "| Twosource | cold | 4.00 | 3.00 – 9.00 | 6.00 | 400 | 0.50 | 0.38 | 0.40 |" in text
    assert "| Twosource | desk check, warm | 0.90 | 0.90 – 0.90 | 0.50 | 50 |  |  |  |" in text
    for said in ("seed 7", "no node.", "What the peers leave out", "| Cores | 2 |", "| Hugo | 1.0 |", "| 12 | 3.0 |"):
        assert said in text
    assert f"({picture.name})" in text
    assert json.loads(figures.read_text(encoding="utf-8"))["costs"][1]["runs"][0]["wall"] == 8.0


def test_the_picture_has_a_title_a_description_and_bars_to_scale(tmp_path: Path) -> None:
    picture = etree.parse(write(measured(), tmp_path)[1]).getroot()
    named = picture.get("aria-labelledby").split()
    assert [picture.find(f"{SVG}{tag}").get("id") for tag in ("title", "desc")] == named
    assert "Hugo, cold: 8.00 seconds." in picture.findtext(f"{SVG}desc")
    widths = [float(bar.get("width")) for bar in picture.findall(f"{SVG}rect")[1:]]
    assert len(widths) == len(COSTS)
    assert widths[0] == pytest.approx(widths[1] / 2, abs=0.1)


def test_a_run_counts_its_children_and_a_failing_one_says_why(tmp_path: Path) -> None:
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(10**6))'], check=True)"
    cost = run(Job((sys.executable, "-c", child), tmp_path))
    assert cost.wall > 0
    assert cost.cpu > 0
    with pytest.raises(RuntimeError, match="no such luck"):
        run(Job((sys.executable, "-c", "import sys; sys.exit('no such luck')"), tmp_path))


def test_memory_is_of_processes_that_live() -> None:
    assert os.getpid() in set(family(os.getpid()))
    assert memory(os.getpid()) > MIB
    assert memory(2**22 + 1) == 0


def test_stages_are_read_out_of_the_table_that_a_profiled_run_prints() -> None:
    told = "Printed 3 pages\nReading                     0.870 s   15%\nTogether                    6.001 s  100%\n"
    assert dict(STAGE.findall(told)) == {"Reading": "0.870", "Together": "6.001"}


def test_the_floor_reads_the_hub_and_writes_as_many_files(tmp_path: Path) -> None:
    """Nothing is asserted of how long it takes."""
    for name in ("hub/content/a.md", "site/index.html", "site/b/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("words\n", encoding="utf-8")
    assert len(floor(tmp_path / "hub", tmp_path / "site", tmp_path / "new")) == 3
    assert [path.stat().st_size for path in sorted((tmp_path / "new").rglob("*.html"))] == [6, 6]


def grown() -> Growth:
    costs = {
        (50_000, COLD): [Cost(125.0, 200.0, 5 * 2**30)],
        (1_000, COLD): [Cost(2.0, 3.0, 100 * MIB), Cost(4.0, 5.0, 100 * MIB), Cost(2.5, 4.0, 100 * MIB)],
    }
    return Growth(7, dt.date(2026, 11, 1), {"Cores": "2"}, costs)


def test_growth_is_of_the_time_for_each_story_since_the_smallest_hub() -> None:
    small, large = points(grown().costs)
    assert (small.stories, small.each, small.growth, small.cpu) == (1_000, 2.5, 1.0, 4.0)
    assert (large.stories, large.each, large.growth, large.cpu) == (50_000, 2.5, 1.0, 4.0)


def test_the_report_of_growth_holds_the_largest_hub_against_its_bars(tmp_path: Path) -> None:
    table, figures = write_growth(grown(), tmp_path)
    text = table.read_text(encoding="utf-8")
    assert "| cold | 50,000 | 125.00 | 2.500 | 1.00 | 4.000 | 5120 |" in text
    assert "| Cold build, memory in GiB | 4.0 | 5.00 | not reached |" in text
    assert "share of that at the smallest | 1.2 | 1.00 | reached |" in text
    assert "processor time for each story, the same | 1.2 | 1.00 | reached |" in text
    assert json.loads(figures.read_text(encoding="utf-8"))["costs"][0]["stories"] == 50_000


def test_the_time_of_a_process_grows_with_its_work() -> None:
    before = cpu_of(os.getpid())
    while cpu_of(os.getpid()) == before:
        sum(range(10**5))
