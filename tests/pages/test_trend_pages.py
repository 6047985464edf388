"""The longitudinal view claims nothing below the stated n, and every chart has its table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from twosource.pages.charts import WIDE, Column, Text, columns, dots
from twosource.pages.edition import make_edition
from twosource.pages.page import Page

from .hub import AS_OF, SITE, stories, write_hub

TEXT = Text("t", "d", "p")


def test_with_enough_developments_there_are_bars_and_shares(pages: Mapping[str, Page]) -> None:
    view = pages["/trends/"].view
    assert view["n"] == 5
    assert [series["id"] for series in view["series"]] == ["developments", "impact", "unconfirmed", "outlook"]
    assert not any(series["chart"]["dots"] or series["note"] for series in view["series"])
    assert view["topics"][0]["single_share"] == "25 %"


def test_below_the_minimum_there_are_dots_and_a_note_and_no_mean(pages: Mapping[str, Page]) -> None:
    view = pages["/trends/trade/"].view
    assert [series["id"] for series in view["series"]] == ["developments", "impact"]
    assert all(series["chart"]["dots"] and "nothing is claimed" in series["note"] for series in view["series"])
    trade = pages["/trends/"].view["topics"][1]
    assert (trade["n"], trade["single_share"], trade["impact"]) == (1, "", "")
    data = pages["/data/trends-trade.json"].view["series"]
    assert data["enough"] is False
    assert data["total"]["mean_impact"] is None


def test_the_minimum_is_the_rubrics(tmp_path: Path) -> None:
    pages = {page.url: page for page in make_edition(write_hub(tmp_path, stories(), minimum_n=6), AS_OF, SITE).pages}
    assert pages["/trends/"].view["minimum_n"] == 6
    assert all(series["chart"]["dots"] for series in pages["/trends/"].view["series"])
    assert "too few" in pages["/watch/"].view["record"][0]["text"]


def test_each_series_has_a_table_as_wide_as_its_head_and_its_files(pages: Mapping[str, Page]) -> None:
    for url in ("/trends/", "/trends/minerals/", "/trends/trade/"):
        for series in pages[url].view["series"]:
            assert series["rows"]
            assert all(len(row) == len(series["columns"]) for row in series["rows"])
            for link in (series["csv"], series["json"]):
                assert link["href"].removeprefix("/hub") in pages


def test_the_table_adds_up_to_n(pages: Mapping[str, Page]) -> None:
    series = pages["/trends/"].view["series"][0]
    assert sum(int(row[1]) for row in series["rows"]) == series["n"]
    assert sum(int(cell) for row in series["rows"] for cell in row[2:]) == series["n"]


def test_csv_and_json_of_the_trends_agree(pages: Mapping[str, Page]) -> None:
    view = pages["/data/trends.csv"].view
    beat = [dict(zip(view["header"], row, strict=True)) for row in view["rows"] if row[0] == "beat"]
    points = pages["/data/trends.json"].view["beat"]["points"]
    assert [{key: row[key] for key in row if key != "scope"} for row in beat] == points


def test_bars_stand_on_the_foot_and_stack() -> None:
    chart = columns(TEXT, [Column("a", (("verified", 2), ("disputed", 1))), Column("b", ())], WIDE, (0, 4))
    first, second = chart["marks"]
    assert first["y"] + first["height"] == WIDE.height
    assert second["y"] + second["height"] == first["y"]
    assert (first["height"], second["height"]) == (80, 40)


def test_values_below_nought_hang_from_the_line() -> None:
    up, down = columns(TEXT, [Column("a", (("", 1),)), Column("b", (("", -0.5),))], WIDE, (-1, 1))["marks"]
    assert (up["y"], up["height"]) == (0, 80)
    assert (down["y"], down["height"]) == (80, 40)


def test_every_mark_lies_within_its_chart(pages: Mapping[str, Page]) -> None:
    for chart in _charts([page.view for page in pages.values()]):
        for mark in chart["marks"]:
            assert 0 <= mark["x"] <= mark["x"] + mark["width"] <= chart["width"] + 0.05
            assert 0 <= mark["y"] <= mark["y"] + mark["height"] <= chart["height"] + 0.05
            assert mark["label"]


def test_dots_stand_at_their_values() -> None:
    chart = dots(TEXT, [Column("a", (("verified", 10.0), ("verified", 0.0)))], WIDE, (0, 10))
    assert [mark["y"] for mark in chart["marks"]] == [0, 160]
    assert chart["dots"]


def test_ticks_thin_out_before_they_run_into_each_other() -> None:
    chart = columns(TEXT, [Column("a", ())] * 300, WIDE, (0, 1), [(n * 12, str(2000 + n)) for n in range(25)])
    assert len(chart["ticks"]) <= 10
    assert chart["ticks"][0]["text"] == "2000"


def test_the_rate_of_corrections_is_told_in_words(pages: Mapping[str, Page], tmp_path: Path) -> None:
    assert pages["/corrections/"].view["rate"] == "2 of 6 (33.3 %) of stories published were corrected or retracted."
    few = {page.url: page for page in make_edition(write_hub(tmp_path, stories(), minimum_n=50), AS_OF, SITE).pages}
    assert "too few stories for a rate" in few["/corrections/"].view["rate"]


@pytest.mark.parametrize("url", ["/trends/", "/watch/"])
def test_a_track_record_counts_decided_forecasts_only(pages: Mapping[str, Page], url: str) -> None:
    (record,) = pages[url].view["record"]
    assert (record["who"]["text"], record["decided"], record["came_true"]) == ("Jane Roe", 1, 1)
    assert "too few to judge" in record["text"]


def _charts(node: Any) -> list[Mapping[str, Any]]:
    if isinstance(node, dict):
        here = [node] if "marks" in node else []
        return here + [chart for child in node.values() for chart in _charts(child)]
    return [chart for child in node for chart in _charts(child)] if isinstance(node, list) else []
