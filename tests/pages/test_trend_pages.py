"""The longitudinal view claims nothing below the stated n, and every chart has its table."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from twosource.pages import trend_findings
from twosource.pages.chart_frame import LARGE, Axis, Frame, Scale, ticks
from twosource.pages.charts import Column, Dot, draw
from twosource.pages.charts import Text as Words
from twosource.pages.edition import make_edition
from twosource.pages.page import Page
from twosource.pages.trend_axis import last_day
from twosource.pages.trend_findings import MOVING, SHOWN, findings, momentum
from twosource.pages.trend_words import span_words
from twosource.trends.bursts import Burst
from twosource.trends.episodes import Episode
from twosource.trends.movement import Movement
from twosource.trends.periods import Grain, period_of
from twosource.trends.series import Kind
from twosource.trends.trends import Findings

from .hub import AS_OF, SITE, Text, front, stories, write_hub

WORDS = Words("t", "d")


def test_with_enough_developments_there_are_bars_and_shares(pages: Mapping[str, Page]) -> None:
    view = pages["/trends/"].view
    assert view["n"] == 5
    assert [one["id"] for one in view["series"]] == ["developments", "impact", "unconfirmed", "confidence", "outlook"]
    assert view["series"][0]["chart"]["bars"]
    assert not view["series"][0]["chart"]["dots"]
    (minerals,) = (one for one in view["tables"][0]["rows"] if one["n"] == 4)
    assert minerals["share"] == "25 %"


def test_below_the_minimum_there_are_dots_and_a_note_and_no_mean(pages: Mapping[str, Page]) -> None:
    view = pages["/trends/trade/"].view
    assert [series["id"] for series in view["series"]] == ["developments", "impact"]
    for series in view["series"]:
        assert series["chart"]["dots"]
        assert not series["chart"]["bars"]
        assert "nothing is claimed" in series["note"]
    (trade,) = (one for one in pages["/trends/"].view["tables"][0]["rows"] if one["n"] == 1)
    assert (trade["share"], trade["impact"], trade["confidence"], trade["outlook"]) == ("",) * 4
    (held,) = pages["/data/trends-trade.json"].view["series"]
    assert held["enough"] is False
    assert held["total"]["mean_impact"] is None


def test_the_minimum_is_the_rubrics(tmp_path: Path) -> None:
    pages = {page.url: page for page in make_edition(write_hub(tmp_path, stories(), minimum_n=6), AS_OF, SITE).pages}
    assert pages["/trends/"].view["minimum_n"] == 6
    assert not any(series["chart"]["bars"] for series in pages["/trends/"].view["series"])
    assert pages["/watch/"].view["record"][0]["share"] == ""


def test_each_series_has_a_table_as_wide_as_its_head_and_its_files(pages: Mapping[str, Page]) -> None:
    for url in ("/trends/", "/trends/minerals/", "/trends/trade/"):
        for series in pages[url].view["series"]:
            assert series["rows"]
            assert all(len(row) == len(series["columns"]) for row in series["rows"])
            for link in (series["csv"], series["json"]):
                assert link["href"].removeprefix("/hub") in pages


def test_every_file_that_the_page_offers_is_there(pages: Mapping[str, Page]) -> None:
    for held in pages["/trends/"].view["files"]:
        for link in filter(None, (held["csv"], held["json"])):
            assert link["href"].removeprefix("/hub") in pages


def test_the_table_adds_up_to_n(pages: Mapping[str, Page]) -> None:
    series = pages["/trends/"].view["series"][0]
    assert sum(int(row[1]) for row in series["rows"]) == series["n"]
    assert sum(int(cell) for row in series["rows"] for cell in row[2:]) == series["n"]


def test_every_series_has_its_form(pages: Mapping[str, Page]) -> None:
    schema = Draft202012Validator(pages["/data/trends.schema.json"].view)
    for name in ("trends", "trends-minerals", "trends-trade", "entity-trends", "term-trends"):
        view = pages[f"/data/{name}.json"].view
        assert view["$schema"] == f"{SITE}/data/trends.schema.json"
        assert [fault.message for fault in schema.iter_errors(json.loads(json.dumps(view)))] == []


@pytest.mark.parametrize("name", ["trends", "trends-minerals", "entity-trends", "term-trends"])
def test_csv_and_json_of_a_series_agree(pages: Mapping[str, Page], name: str) -> None:
    table, view = pages[f"/data/{name}.csv"].view, pages[f"/data/{name}.json"].view
    rows = [[held["scope"], held["id"], *row] for held in view["series"] for row in held["points"]]
    assert table["header"] == ["scope", "id", *view["columns"]]
    assert table["rows"] == rows


def test_each_width_of_period_adds_up_to_the_total(pages: Mapping[str, Page]) -> None:
    view = pages["/data/entity-trends.json"].view
    column = view["columns"].index("developments")
    for held in view["series"]:
        sums = dict.fromkeys(("week", "month", "quarter"), 0)
        for row in held["points"]:
            sums[row[0]] += row[column]
        assert set(sums.values()) == {held["total"]["developments"]}


def test_an_entity_shows_its_effects_and_a_term_its_use(pages: Mapping[str, Page]) -> None:
    held = pages["/entities/recyclers/"].view["effects_over_time"]
    assert held["n"] == sum(dot["n"] for dot in held["chart"]["dots"]) > 0
    assert [rule["text"] for rule in held["chart"]["rules"]] == ["Positive", "Mixed", "Unclear", "Negative"]
    assert pages["/entities/us-senate/"].view["effects_over_time"] is None
    use = pages["/glossary/black-mass/"].view["use"]
    assert sum(int(row[1]) for row in use["rows"]) == use["n"] == len(pages["/glossary/black-mass/"].view["cards"])
    assert pages["/glossary/mass/"].view["use"] is None


def test_the_calendar_holds_every_development_once(pages: Mapping[str, Page]) -> None:
    calendar = pages["/trends/"].view["calendar"]
    cells = [cell for year in calendar["years"] for cell in year["cells"] if cell]
    assert sum(cell["n"] for cell in cells) == pages["/trends/"].view["n"]
    assert all(1 <= cell["top"] <= 10 and 1 <= cell["step"] <= 4 for cell in cells)


def test_the_matrix_says_what_the_pairs_say(pages: Mapping[str, Page]) -> None:
    matrix, pairs = pages["/trends/"].view["matrix"], pages["/data/together.json"].view["pairs"]
    counts = {(pair["a"], pair["b"]): pair["count"] for pair in pairs}
    ids = [name["id"] for name in matrix["names"]]
    for place, row in enumerate(matrix["rows"]):
        assert [cell["count"] for cell in row] == [
            counts.get((min(ids[place], other), max(ids[place], other)), 0) for other in ids[:place]
        ]


def test_nothing_stands_out_where_n_is_small(pages: Mapping[str, Page]) -> None:
    view = pages["/trends/"].view
    assert (view["findings"], view["findings_of"], view["momentum"]) == ([], 0, [])
    data = pages["/data/trend-findings.json"].view
    assert (data["bursts"], data["episodes"]) == ([], [])


COLUMN = Column(date(2018, 1, 1), date(2018, 1, 31), "a")
AXIS = Axis(date(2018, 1, 1), date(2018, 2, 28))


def frame(low: float, high: float) -> Frame:
    return Frame(AXIS, Scale(low, high), LARGE)


def test_bars_stand_on_the_foot_and_stack() -> None:
    chart = draw(WORDS, frame(0, 4), [replace(COLUMN, bars=(("verified", 2), ("disputed", 1)))])
    first, second = chart["bars"]
    assert first["y"] + first["height"] == chart["bottom"] == chart["zero"]
    assert second["y"] + second["height"] == first["y"]
    assert (first["height"], second["height"]) == (LARGE.plot / 2, LARGE.plot / 4)


def test_values_below_nought_hang_from_the_line() -> None:
    up, down = draw(WORDS, frame(-1, 1), [replace(COLUMN, bars=(("", 1), ("", -0.5)))])["bars"]
    assert up["y"] == LARGE.head
    assert down["y"] == LARGE.head + LARGE.plot / 2
    assert down["height"] == LARGE.plot / 4


@pytest.mark.parametrize("low", [0, -1])
def test_nought_can_be_seen_and_a_gap_is_a_gap(low: float) -> None:
    chart = draw(WORDS, frame(low, 1), [replace(COLUMN, bars=(("", 0.0),)), COLUMN])
    (mark,) = chart["bars"]
    assert mark["height"] > 0
    assert mark["y"] + mark["height"] == chart["zero"]


def test_a_line_goes_from_mean_to_mean_and_never_over_a_period_without_one() -> None:
    months = [(date(2018, n, 1), date(2018, n + 1, 1) - timedelta(days=1)) for n in range(1, 7)]
    held = [Column(*month, "a", mean=0.5, spread=0.2) for month in months]
    one, other, _, fourth, _, last = held
    columns = [one, other, replace(COLUMN, first=months[2][0], last=months[2][1]), fourth, last]
    kinds = [line["kind"] for line in draw(WORDS, frame(0, 1), columns)["lines"]]
    assert sorted(kinds) == ["spread"] * 4 + ["trend"], "the third has no mean, and the fifth no column"


def test_every_mark_lies_within_its_chart(pages: Mapping[str, Page]) -> None:
    found = list(_charts([page.view for page in pages.values()]))
    assert found
    for chart in found:
        assert chart["title"]
        assert chart["desc"]
        for mark in chart["bars"]:
            assert 0 <= mark["x"] <= mark["x"] + mark["width"] <= 100.01
            assert chart["top"] - 0.1 <= mark["y"] <= mark["y"] + mark["height"] <= chart["bottom"] + 0.1
            assert mark["label"]
        for mark in chart["dots"]:
            assert 0 <= mark["x"] <= 100
            assert chart["top"] <= mark["y"] <= chart["bottom"]
            assert mark["label"]


def test_dots_stand_at_their_values() -> None:
    held = replace(COLUMN, dots=(Dot("ten", "verified", 10.0), Dot("none", "verified", 0.0)))
    dots = draw(WORDS, frame(0, 10), [held])["dots"]
    assert [mark["y"] for mark in dots] == [LARGE.head, LARGE.head + LARGE.plot]


def test_a_month_shows_a_mean_from_the_minimum_on_and_single_values_below_it(pages: Mapping[str, Page]) -> None:
    """March 2026 has three stories, and the small hub's minimum is three; the other months have one each."""
    series = {one["id"]: one for one in pages["/trends/"].view["series"]}
    for name in ("impact", "unconfirmed", "confidence"):
        dots = series[name]["chart"]["dots"]
        assert {dot["label"].partition(":")[0] for dot in dots if dot["level"] == "mean"} == {"March 2026"}
        assert {dot["label"].partition(":")[0] for dot in dots if dot["level"] != "mean"} == {
            "March 2025",
            "February 2026",
        }
        assert "2 of 3 months do not have 3 developments" in series[name]["note"]
        assert len(series[name]["chart"]["rules"]) == 3
    assert series["impact"]["rows"][0] == ["March 2025", "1", "too few", "", "6"]
    view = pages["/data/trends.json"].view
    column = view["columns"].index("mean_impact")
    points = {row[1]: row[column] for row in view["series"][0]["points"] if row[0] == "month"}
    assert (points["2025-03"], points["2026-03"]) == (None, 6)


def test_a_balance_has_its_nought_in_the_middle(pages: Mapping[str, Page]) -> None:
    chart = next(one["chart"] for one in pages["/trends/"].view["series"] if one["id"] == "outlook")
    assert [rule["text"] for rule in chart["rules"]] == ["all bullish", "0", "all bearish"]
    assert chart["zero"] == (chart["top"] + chart["bottom"]) / 2


def test_a_stretch_without_coverage_and_a_new_rubric_are_marked(pages: Mapping[str, Page]) -> None:
    """From March 2025 to February 2026 the small hub has no development."""
    view = pages["/trends/"].view
    flags = {flag["kind"] for flag in view["series"][0]["chart"]["flags"]}
    assert "gap" in flags
    assert len(view["gaps"]) == 1
    assert pages["/data/trends.json"].view["gaps"][0]["first"].startswith("2025-03")


def test_ticks_thin_out_before_they_run_into_each_other() -> None:
    shown = ticks(Axis(date(2000, 1, 1), date(2024, 12, 31)))
    assert 1 < len(shown) <= 10
    assert shown[0]["text"] == "2000"
    assert [tick["text"] for tick in ticks(AXIS)] == ["2018-01", "2018-02"]


def test_the_rate_of_corrections_is_told_in_words(pages: Mapping[str, Page], tmp_path: Path) -> None:
    assert pages["/corrections/"].view["rate"] == "2 of 6 stories published (33.3 %) were corrected or retracted."
    few = {page.url: page for page in make_edition(write_hub(tmp_path, stories(), minimum_n=50), AS_OF, SITE).pages}
    assert "too few stories for a rate" in few["/corrections/"].view["rate"]


@pytest.mark.parametrize("url", ["/trends/", "/watch/"])
def test_a_track_record_counts_decided_forecasts_only(pages: Mapping[str, Page], url: str) -> None:
    (record,) = pages[url].view["record"]
    assert (record["who"]["text"], record["decided"], record["came_true"]) == ("Jane Roe", 1, 1)
    assert record["share"] == "", "too few for one"


def test_a_mean_line_stops_where_a_month_has_no_developments(tmp_path: Path) -> None:
    days = [f"2025-{month}-{day}" for month in ("03", "04", "08") for day in ("10", "11", "12")]
    pages = printed(tmp_path, days)
    chart = next(one["chart"] for one in pages["/trends/"].view["series"] if one["id"] == "confidence")
    assert len([dot for dot in chart["dots"] if dot["level"] == "mean"]) == 3
    assert len([line for line in chart["lines"] if line["kind"] == "trend"]) == 1


@pytest.mark.parametrize("day", ["0016-11-30", "0001-01-01"])
def test_a_development_at_the_beginning_of_the_calendar_is_laid_out(tmp_path: Path, day: str) -> None:
    pages = printed(tmp_path, [day, "2026-02-19"])
    for chart in _charts([page.view for page in pages.values()]):
        assert all(0 <= mark["x"] <= 100 for mark in (*chart["bars"], *chart["dots"]))
    (covered,) = (one for one in pages["/trends/"].view["page"]["json_ld"] if one["@type"] == "Dataset")
    assert covered["temporalCoverage"].startswith(f"{day[:4]}-{'10' if day[5:7] > '03' else '01'}/")


def test_the_last_month_and_quarter_end_with_the_calendar() -> None:
    for grain in Grain:
        assert last_day(period_of(date.max, grain), grain) == date.max


def test_by_quarters_data_still_cover_months(tmp_path: Path) -> None:
    """ISO 8601 has no quarters."""
    pages = printed(tmp_path, ["2005-05-30", "2026-02-19"])
    (covered,) = (one for one in pages["/trends/"].view["page"]["json_ld"] if one["@type"] == "Dataset")
    assert covered["temporalCoverage"] == "2005-04/2026-03"


def test_the_newest_findings_are_told_and_none_is_lost_without_a_word() -> None:
    days = [date(2020, 1, 1) + timedelta(days=30 * n) for n in range(20)]
    bursts = tuple(Burst("trade", day, day, 3, 3, 0.1, 0.0001) for day in days)
    episodes = tuple(Episode("trade", day, day + timedelta(days=9), 3, 4, 2.0) for day in days)
    told, of = findings(stand_with(Findings(bursts, episodes, (), 0, 0)), (Kind.TOPIC,))
    assert (len(told), of) == (SHOWN, 40)
    assert [one["what"] for one in told[:4]] == ["episode", "burst", "episode", "burst"]
    assert told[0]["when"] == span_words(days[-1], days[-1] + timedelta(days=9))


def test_no_kind_crowds_the_surest_movements_out() -> None:
    held = {
        Kind.TOPIC: Findings((), (), (), 0, 0),
        Kind.TERM: Findings(
            (), (), tuple(Movement(f"t{n}", 1, 9, 9.0, 2.0, 99.0, 0.001, True) for n in range(20)), 0, 0
        ),
        Kind.ENTITY: Findings((), (), (Movement("e", 0, 30, None, 5.0, None, 1e-9, True),), 0, 0),
    }
    names = [row["name"] for row in momentum(stand_with(held))]
    assert (names[0], len(names)) == ("Name of e", MOVING)


def test_what_chance_makes_is_reckoned_from_all_windows() -> None:
    """Chance picks which windows have enough developments."""
    told = trend_findings.tested(stand_with(Findings((), (), (), 114, 420)))
    assert told.startswith("114 windows of four weeks with 3 developments or more tested for a burst, of 420 in all")
    assert told.endswith("chance alone would make at most about 0.42 bursts.")
    assert trend_findings.tested(stand_with(Findings((), (), (), 1, 3))).endswith("at most about 0.01 bursts.")


def test_the_way_findings_are_reckoned_is_linked_where_the_hub_tells_it(tmp_path: Path) -> None:
    for name, href in (("counting", None), ("bursts", "/hub/methodology/bursts/")):
        root = write_hub(tmp_path / name, stories())
        (root / "methodology" / "bursts.md").unlink(missing_ok=True)
        text = "---\ntitle: Bursts\norder: 7\nsummary: How.\n---\nBy a test.\n"
        (root / "methodology" / f"{name}.md").write_text(text, "utf-8")
        pages = {page.url: page for page in make_edition(root, AS_OF, SITE).pages}
        for url in ("/trends/", "/trends/minerals/"):
            method = pages[url].view["method"]
            assert (method and method["href"]) == href
            assert method is None or href.removeprefix("/hub") in pages


def test_effects_are_one_in_csv_and_json_and_the_chart_leads_to_both(pages: Mapping[str, Page]) -> None:
    held = pages["/entities/recyclers/"].view["effects_over_time"]
    table, view = (pages[held[form]["href"].removeprefix("/hub")].view for form in ("csv", "json"))
    assert [list(one.values()) for one in view["effects"]] == table["rows"] != []
    assert list(view["effects"][0]) == table["header"]
    assert {"recyclers"} <= {one["entity"] for one in view["effects"]}
    assert view["licence"]


def test_a_hub_that_did_not_cover_both_years_says_so(pages: Mapping[str, Page]) -> None:
    view = pages["/trends/"].view
    assert view["momentum"] == []
    assert "not covered" in view["unmoved"]


def printed(tmp_path: Path, days: Sequence[str]) -> Mapping[str, Page]:
    """The pages of a hub with a story of each of these days."""
    facts = front("x", "2026-02-19")["facts"][:1]
    texts = {f"s{n}": Text(front(f"Title {n}", day, facts=facts)) for n, day in enumerate(days)}
    return {page.url: page for page in make_edition(write_hub(tmp_path, texts), AS_OF, SITE).pages}


def stand_with(held: Findings | Mapping[Kind, Findings]) -> Any:
    """As much of a newsstand as findings look at; findings of no kind are those of topics."""
    found = {Kind.TOPIC: held} if isinstance(held, Findings) else held
    named = defaultdict[str, Any](lambda: None)
    ids = [one.id for each in found.values() for one in (*each.movements, *each.bursts)]
    for name in ids:
        named[name] = SimpleNamespace(name=f"Name of {name}", term=f"Name of {name}")
    library = SimpleNamespace(topics=named, entities=named, terms=named)
    return SimpleNamespace(trends=SimpleNamespace(findings=found), library=library, house=library, href=str)


def _charts(node: Any) -> list[Mapping[str, Any]]:
    if isinstance(node, dict):
        here = [node] if "bars" in node else []
        return here + [chart for child in node.values() for chart in _charts(child)]
    return [chart for child in node for chart in _charts(child)] if isinstance(node, list) else []
