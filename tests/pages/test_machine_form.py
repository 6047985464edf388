"""Everything that a story's page claims can be reckoned again from its JSON, whose form is published beside it."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from twosource.pages.page import Page
from twosource.pages.rubric_tables import TITLES

Record = Mapping[str, Any]
SLUGS = ("verified", "single", "disputed", "merged", "retracted", "expired")


@pytest.fixture(params=SLUGS)
def record(request: pytest.FixtureRequest, pages: Mapping[str, Page]) -> Record:
    return pages[f"/data/stories/{request.param}.json"].view


def test_the_schema_is_itself_a_valid_schema(pages: Mapping[str, Page]) -> None:
    Draft202012Validator.check_schema(dict(pages["/data/story.schema.json"].view))


def test_every_story_fits_the_published_schema(record: Record, pages: Mapping[str, Page]) -> None:
    Draft202012Validator(dict(pages["/data/story.schema.json"].view)).validate(dict(record))


def test_the_schema_refuses_what_it_does_not_know(record: Record, pages: Mapping[str, Page]) -> None:
    validator = Draft202012Validator(dict(pages["/data/story.schema.json"].view))
    assert not validator.is_valid({**record, "typed_badge": "Verified by 9"})
    assert not validator.is_valid({key: value for key, value in record.items() if key != "receipt"})


def test_the_names_that_others_rely_on_are_there(record: Record) -> None:
    assert {"verification", "facts", "impact", "confidence", "outlook", "rubric_version", "receipt"} <= record.keys()
    assert {"n", "level", "gate", "publications", "clusters"} <= record["verification"].keys()
    assert {"sources", "joins"} <= record["verification"]["clusters"][0].keys()
    assert {"n", "text", "kind", "speaker", "count", "status", "evidence"} <= record["facts"][0].keys()
    assert {"source", "quote", "stance", "state", "link"} == record["facts"][0]["evidence"][0].keys()


def test_a_join_names_its_two_sources_and_its_reason(pages: Mapping[str, Page]) -> None:
    clusters = pages["/data/stories/merged.json"].view["verification"]["clusters"]
    joined = next(cluster for cluster in clusters if len(cluster["sources"]) == 2)
    assert {"kind", "a", "b", "detail"} == joined["joins"][0].keys()
    assert joined["joins"][0]["kind"] == "wire"


def test_clusters_part_the_sources(record: Record) -> None:
    held = [name for cluster in record["verification"]["clusters"] for name in cluster["sources"]]
    assert sorted(held) == sorted(source["id"] for source in record["sources"])


def test_counts_can_be_recounted(record: Record) -> None:
    counting = [set(cluster["sources"]) for cluster in record["verification"]["clusters"] if cluster["counts"]]
    for fact in record["facts"]:
        assert fact["count"] == _clusters(fact, counting, "supports")
        assert fact["against"] == _clusters(fact, counting, "contradicts")


def test_the_number_on_the_badge_is_the_lowest_count_of_an_essential_fact(record: Record) -> None:
    essential = [fact for fact in record["facts"] if fact["essential"]]
    assert record["verification"]["n"] == min(fact["count"] for fact in essential)
    disputed = any(fact["against"] for fact in essential)
    n = record["verification"]["n"]
    expected = "disputed" if disputed else "verified" if n >= 2 else "single-source" if n else "unchecked"
    assert record["verification"]["level"] == expected


def test_impact_is_the_sum_of_its_points(record: Record) -> None:
    parts = record["impact"]["parts"]
    assert sum(part["score"] * part["weight"] for part in parts) == pytest.approx(record["impact"]["exact"])
    assert record["impact"]["score"] == max(1, int(record["impact"]["exact"] + 0.5))


def test_confidence_follows_from_its_shares_and_rules(record: Record) -> None:
    found, rules = record["confidence"], record["confidence"]["rules"]
    free = (1 - prod(1 - share["value"] for share in found["shares"])) * rules["contradicted"] ** found["against"]
    ceiling = rules["single_source_ceiling"] if len(found["shares"]) < 2 else rules["ceiling"]
    assert found["value"] == round(min(free, ceiling), 2)
    assert found["band"] == (
        "high" if found["value"] >= rules["high"] else "moderate" if found["value"] >= rules["moderate"] else "low"
    )


def test_a_share_follows_from_grade_kind_and_age(record: Record) -> None:
    sources = {source["id"]: source for source in record["sources"]}
    for share in record["confidence"]["shares"]:
        weakest = sources[share["weakest"]]
        assert share["value"] == pytest.approx(weakest["reliability"] * weakest["kind_weight"])


def test_the_index_and_the_table_agree_with_the_stories(pages: Mapping[str, Page]) -> None:
    index = {entry["slug"]: entry for entry in pages["/data/stories.json"].view["stories"]}
    assert index.keys() == set(SLUGS)
    for slug, entry in index.items():
        record = pages[f"/data/stories/{slug}.json"].view
        assert {key: record[key] for key in entry} == entry
    rows = pages["/data/facts.csv"].view["rows"]
    assert len(rows) == sum(len(pages[f"/data/stories/{slug}.json"].view["facts"]) for slug in SLUGS)
    assert all(len(row) == len(pages["/data/facts.csv"].view["header"]) for row in rows)


def test_page_and_data_say_the_same(record: Record, pages: Mapping[str, Page]) -> None:
    view = pages[f"/stories/{record['slug']}/"].view
    assert [fact["count"] for fact in view["facts"]] == [fact["count"] for fact in record["facts"]]
    assert view["impact"]["score"] == record["impact"]["score"]
    assert view["coverage"] == record["coverage"]
    assert view["receipt"]["hash"] == record["receipt"]


def test_the_rubric_is_published_whole(pages: Mapping[str, Page]) -> None:
    rubric = pages["/data/rubric.json"].view["rubric"]
    assert rubric["independence"]["join_containment"] == 0.2
    assert rubric["grades"]["A"] == {"reliability": 0.9, "meaning": "Long record"}
    assert rubric["changes"][0] == {"version": "2.1", "date": "2026-02-01", "what": "Second."}


def test_every_number_of_the_rubric_is_explained_on_the_methodology_page(pages: Mapping[str, Page]) -> None:
    view = pages["/methodology/numbers/"].view
    rows = [row for table in view["rubric"] for row in table["rows"]]
    assert all(row["meaning"] for row in rows), [row["name"] for row in rows if not row["meaning"]]
    assert {row["name"]: row["value"] for row in rows}["independence.join_containment"] == "0.2"
    assert {table["id"] for table in view["rubric"]} == {*TITLES, "constants"}
    first = pages["/methodology/"].view["chapters"][0]["id"]
    assert "A quote has 15 words at most." in pages[f"/methodology/{first}/"].view["html"]


def _clusters(fact: Record, counting: list[set[str]], stance: str) -> int:
    found = {quote["source"] for quote in fact["evidence"] if quote["state"] == "found" and quote["stance"] == stance}
    return sum(bool(cluster & found) for cluster in counting)
