"""The longitudinal view claims nothing below the stated n, and every chart has its table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from twosource.pages.charts import WIDE, Column, Dot, Scale, Text, draw
from twosource.pages.edition import make_edition
from twosource.pages.page import Page

from .hub import AS_OF, SITE, stories, write_hub

TEXT = Text("t", "d")


def test_with_enough_developments_there_are_bars_and_shares(pages: Mapping[str, Page]) -> None:
    view = pages["/trends/"].view
    assert view["n"] == 5
    assert [series["id"] for series in view["series"]] == ["developments", "impact", "unconfirmed", "outlook"]
    assert not any(mark["dot"] for mark in view["series"][0]["chart"]["marks"])
    assert view["topics"][0]["single_share"] == "25 %"


def test_below_the_minimum_there_are_dots_and_a_note_and_no_mean(pages: Mapping[str, Page]) -> None:
    view = pages["/trends/trade/"].view
    assert [series["id"] for series in view["series"]] == ["developments", "impact"]
    for series in view["series"]:
        assert all(mark["dot"] for mark in series["chart"]["marks"])
        assert "nothing is claimed" in series["note"]
    trade = pages["/trends/"].view["topics"][1]
    assert (trade["n"], trade["single_share"], trade["impact"]) == (1, "", "")
    data = pages["/data/trends-trade.json"].view["series"]
    assert data["enough"] is False
    assert data["total"]["mean_impact"] is None


def test_the_minimum_is_the_rubrics(tmp_path: Path) -> None:
    pages = {page.url: page for page in make_edition(write_hub(tmp_path, stories(), minimum_n=6), AS_OF, SITE).pages}
    assert pages["/trends/"].view["minimum_n"] == 6
    assert all(mark["dot"] for series in pages["/trends/"].view["series"] for mark in series["chart"]["marks"])
    assert pages["/watch/"].view["record"][0]["share"] == ""


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
    chart = draw(TEXT, [Column("a", (("verified", 2), ("disputed", 1))), Column("b", ())], WIDE, Scale(0, 4))
    first, second = chart["marks"]
    assert first["y"] + first["height"] == WIDE.height
    assert second["y"] + second["height"] == first["y"]
    assert (first["height"], second["height"]) == (80, 40)


def test_values_below_nought_hang_from_the_line() -> None:
    chart = draw(TEXT, [Column("a", (("", 1),)), Column("b", (("", -0.5),))], WIDE, Scale(-1, 1))
    up, down = chart["marks"]
    assert chart["zero"] == 80
    assert (up["y"], up["height"]) == (0, 80)
    assert (down["y"], down["height"]) == (80, 40)


@pytest.mark.parametrize("low", [0, -1])
def test_nought_can_be_seen_and_a_gap_is_a_gap(low: float) -> None:
    chart = draw(TEXT, [Column("measured", (("", 0.0),)), Column("nothing known")], WIDE, Scale(low, 1))
    (mark,) = chart["marks"]
    assert mark["label"] == "measured"
    assert mark["height"] > 0
    assert mark["y"] + mark["height"] == chart["zero"]


def test_every_mark_lies_within_its_chart(pages: Mapping[str, Page]) -> None:
    for chart in _charts([page.view for page in pages.values()]):
        for mark in chart["marks"]:
            assert 0 <= mark["x"] <= mark["x"] + mark["width"] <= chart["width"] + 0.05
            assert 0 <= mark["y"] <= mark["y"] + mark["height"] <= chart["height"] + 0.05
            assert mark["label"]


def test_dots_stand_at_their_values() -> None:
    held = Column("a", dots=(Dot("ten", "verified", 10.0), Dot("none", "verified", 0.0)))
    chart = draw(TEXT, [held], WIDE, Scale(0, 10))
    assert [mark["y"] for mark in chart["marks"]] == [0, 160]
    assert all(mark["dot"] for mark in chart["marks"])


def test_a_month_shows_a_mean_from_the_minimum_on_and_single_values_below_it(pages: Mapping[str, Page]) -> None:
    """March 2026 has three stories, and the small hub's minimum is three; the other months have one each."""
    series = {one["id"]: one for one in pages["/trends/"].view["series"]}
    for name in ("impact", "unconfirmed"):
        marks = series[name]["chart"]["marks"]
        assert {mark["label"][:7] for mark in marks if not mark["dot"]} == {"2026-03"}
        assert {mark["label"][:7] for mark in marks if mark["dot"]} == {"2025-03", "2026-02"}
        assert "2 of 3 months do not have 3 developments" in series[name]["note"]
        assert len(series[name]["chart"]["axis"]) == 2
    assert series["impact"]["rows"][0] == ["2025-03", "1", "too few", "6"]
    points = {point["period"]: point for point in pages["/data/trends.json"].view["beat"]["points"]}
    assert points["2025-03"]["mean_impact"] is None
    assert points["2026-03"]["mean_impact"] == 6


def test_a_balance_has_its_nought_in_the_middle(pages: Mapping[str, Page]) -> None:
    chart = next(one["chart"] for one in pages["/trends/"].view["series"] if one["id"] == "outlook")
    assert chart["axis"] == ["1", "0", "−1"]
    assert chart["zero"] == chart["height"] / 2


def test_ticks_thin_out_before_they_run_into_each_other() -> None:
    chart = draw(TEXT, [Column("a", ())] * 300, WIDE, Scale(0, 1), [(n * 12, str(2000 + n)) for n in range(25)])
    assert len(chart["ticks"]) <= 10
    assert chart["ticks"][0]["text"] == "2000"


def test_the_rate_of_corrections_is_told_in_words(pages: Mapping[str, Page], tmp_path: Path) -> None:
    assert pages["/corrections/"].view["rate"] == "2 of 6 stories published (33.3 %) were corrected or retracted."
    few = {page.url: page for page in make_edition(write_hub(tmp_path, stories(), minimum_n=50), AS_OF, SITE).pages}
    assert "too few stories for a rate" in few["/corrections/"].view["rate"]


@pytest.mark.parametrize("url", ["/trends/", "/watch/"])
def test_a_track_record_counts_decided_forecasts_only(pages: Mapping[str, Page], url: str) -> None:
    (record,) = pages[url].view["record"]
    assert (record["who"]["text"], record["decided"], record["came_true"]) == ("Jane Roe", 1, 1)
    assert record["share"] == "", "too few for one"


def _charts(node: Any) -> list[Mapping[str, Any]]:
    if isinstance(node, dict):
        here = [node] if "marks" in node else []
        return here + [chart for child in node.values() for chart in _charts(child)]
    return [chart for child in node for chart in _charts(child)] if isinstance(node, list) else []
