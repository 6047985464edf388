"""What the library holds of a whole hub, and what it answers."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from twosource.newsroom.library import Library, has_expired, is_public
from twosource.newsroom.loading import load_library
from twosource.newsroom.marks import marks
from twosource.newsroom.problems import Place, Problem, in_order
from twosource.newsroom.rubric_values import rubric_value
from twosource.newsroom.rules import RULES
from twosource.newsroom.source_map import SourceMap
from twosource.newsroom.story import Story, quotes_of
from twosource.newsroom.story_words import OriginKind, Stance
from twosource.newsroom.suggest import did_you_mean
from twosource.newsroom.terms import term_ids
from twosource.newsroom.yaml_reader import read_tree
from twosource.newsroom.yaml_tree import Entries
from twosource.pages.edition import proofread

from .golden import HUB


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(HUB)


@pytest.fixture(scope="module")
def alpha(library: Library) -> Story:
    return next(story for story in library.stories if story.slug == "alpha")


def test_everything_is_sorted(library: Library) -> None:
    assert [story.slug for story in library.stories] == ["alpha", "beta", "gamma"]
    assert list(library.entities) == ["ann-example", "dockers", "france", "port-authority"]
    assert list(library.terms) == ["draught", "loading-gauge"]
    assert list(library.publishers) == ["source-a", "source-b"]
    assert list(library.topics) == ["ports", "ores"]


def test_a_category_may_be_a_topics_name_or_its_id(library: Library) -> None:
    assert [story.category for story in library.stories] == ["ports", "ores", "ports"]


def test_every_field_of_a_story_is_read(alpha: Story) -> None:
    assert alpha.title == "Harbour closes its north quay for repairs"
    assert alpha.date.instant == datetime(2025, 10, 14, 7, 30, tzinfo=UTC)
    assert alpha.authors == ("Jane Doe", "Richard Roe")
    assert [source.origin.kind for source in alpha.sources] == [OriginKind.OWN, OriginKind.EVENT, OriginKind.SOURCE]
    assert [fact.essential for fact in alpha.facts] == [True, False, False]
    assert alpha.facts[2].evidence[1].stance is Stance.CONTRADICTS
    assert alpha.outlook
    assert alpha.outlook.entity == "port-authority"
    assert alpha.impact.operational.score == 5
    assert [item.likelihood for item in alpha.watch] == [0.7, None]
    assert alpha.aliases == ("/2025/quay/",)
    assert alpha.name == "content/stories/2025/alpha"
    assert alpha.body.line == 107


def test_quotes_come_from_facts_and_forecasts_with_the_way_to_them(alpha: Story) -> None:
    ways = [steps for steps, _ in quotes_of(alpha)]
    assert ways[0] == ("facts", 0, "evidence", 0)
    assert ways[-1] == ("watch", 1, "evidence", 0)
    assert len(ways) == 6
    assert all(alpha.where.text(*steps, "quote") == quote.quote for steps, quote in quotes_of(alpha))


def test_places_lead_to_keys_and_values(alpha: Story) -> None:
    path = alpha.path
    assert alpha.where.key("status") == Place(path, 9, 1)
    assert alpha.where.place("status") == Place(path, 9, 9)
    assert alpha.where.key("sources", 0, "url") == Place(path, 19, 5)
    assert alpha.where.place("mentioned", 1) == Place(path, 61, 29)
    assert alpha.where.key("mentioned", 1) == Place(path, 61, 29)


def test_a_way_that_ends_nowhere_leads_to_the_last_part_of_it(alpha: Story) -> None:
    assert alpha.where.place("sources", 0, "colour") == Place(alpha.path, 18, 5)
    assert alpha.where.place("sources", 9) == alpha.where.place("sources")
    assert alpha.where.place("colour") == Place(alpha.path, 2, 1)
    assert alpha.where.text("colour") is None
    assert alpha.where.text("sources") is None


def test_a_story_is_public_from_its_moment_on_and_a_draft_never(library: Library) -> None:
    alpha, _, gamma = library.stories
    assert not is_public(alpha, datetime(2025, 10, 14, 7, 29, tzinfo=UTC))
    assert is_public(alpha, datetime(2025, 10, 14, 7, 30, tzinfo=UTC))
    assert not is_public(gamma, datetime(2030, 1, 1, tzinfo=UTC))


def test_a_story_expires_at_its_moment(library: Library) -> None:
    alpha, beta, _ = library.stories
    assert not has_expired(alpha, datetime(2034, 12, 31, 23, 59, tzinfo=UTC))
    assert has_expired(alpha, datetime(2035, 1, 1, tzinfo=UTC))
    assert not has_expired(beta, datetime(2035, 1, 1, tzinfo=UTC))


def test_every_file_has_its_digest(library: Library) -> None:
    files = {file.relative_to(HUB).as_posix(): file for file in HUB.rglob("*") if file.is_file()}
    assert dict(library.digests) == {
        path: hashlib.sha256(file.read_bytes()).hexdigest() for path, file in files.items()
    }


def test_files_that_are_no_content_are_left_alone(tmp_path: Path) -> None:
    root = tmp_path / "hub"
    shutil.copytree(HUB, root)
    for name in ("README.md", "_template.md", ".hidden.md", "notes.txt"):
        for folder in ("content/stories/2025", "content/entities", "glossary", "methodology"):
            (root / folder / name).write_bytes(b"\xff no story")
    assert load_library(root).problems == ()
    assert load_library(root) == load_library(HUB)


def test_nothing_in_a_library_can_be_changed(library: Library, alpha: Story) -> None:
    with pytest.raises(FrozenInstanceError):
        alpha.title = "Other"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        library.stories = ()  # type: ignore[misc]


def test_an_owner_is_the_one_of_the_day(library: Library) -> None:
    publisher = library.publishers["source-a"]
    assert publisher.owner_on(date(2019, 12, 31)) == "Owner Z"
    assert publisher.owner_on(date(2020, 1, 1)) == "Owner A"


def test_a_term_is_found_under_all_its_names(library: Library) -> None:
    ids = term_ids(library.terms.values())
    for name in ("loading-gauge", "loading gauge", "structure gauge", "loading gauges"):
        assert ids[name] == "loading-gauge"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("rubric.independence.join_containment", "0.20"),
        ("rubric.gate.primary_kinds", "document, filing, dataset, transcript, statement"),
        ("rubric.grades.A.reliability", "0.90"),
        ("rubric.grades", None),
        ("rubric", None),
        ("rubric.", None),
        ("gate.quote_words", None),
        ("rubric.gate.quote_words.more", None),
    ],
)
def test_the_rubrics_numbers_are_printed_as_they_are_written(library: Library, path: str, value: str | None) -> None:
    assert rubric_value(library.rubric, path) == value


def test_marks_come_with_their_kind_and_target(alpha: Story) -> None:
    assert [(mark.kind, mark.target, mark.place.line) for mark in marks(alpha.body, alpha.path)] == [
        ("cite", "notice", 107),
        ("fact_ref", "1", 107),
        ("term_ref", "loading gauge", 107),
        ("term_ref", "structure gauge", 111),
        ("cite", "paper", 111),
        ("fact_ref", "2", 115),
        ("cite", "notice", 117),
    ]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("us-deo", "Did you mean `us-doe`?"),
        ("US DOE", "Did you mean `us-doe`?"),
        ("us_doe", "Did you mean `us-doe`?"),
        ("reuters", ""),
        ("", ""),
    ],
)
def test_the_nearest_name_is_offered(written: str, hint: str) -> None:
    assert did_you_mean(written, ["us-doe", "china"]) == hint


def test_problems_come_in_order_and_once() -> None:
    one, two = (Problem(Place("a.md", 10, n), "bad-id", "It is none.", "Mend it.") for n in (2, 9))
    other = Problem(Place("a.md", 9, 1), "bad-url", "It is none.", "Mend it.")
    assert in_order((two, one, other, one)) == (other, one, two)


def test_every_rule_says_what_is_wrong_and_what_to_do() -> None:
    for name, rule in RULES.items():
        assert rule.name == name == name.lower()
        assert rule.what.endswith(".")
        assert rule.remedy.endswith(".")


def test_nobody_asks_for_a_place_in_a_file_without_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A place costs more than all other reading of a file; a check that asks for one too early is a slow one."""
    asked: set[str] = set()

    def root(where: SourceMap) -> Entries | None:
        asked.add(where.path)
        return read_tree(where.yaml, where.path, where.line)[0]

    monkeypatch.setattr(SourceMap, "root", property(root))
    found = proofread(HUB, datetime(2026, 3, 1, tzinfo=UTC))
    faulty = {problem.place.path for problem in found.problems}
    named = (*found.library.stories, *found.library.entities.values(), *found.library.terms.values())
    assert asked & {one.path for one in named} <= faulty < {one.path for one in named}
