"""The methodology page tells every number that judges, and what must always hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from twosource.pages.addresses import METHODOLOGY
from twosource.pages.methodology import tried
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.rubric_tables import CONSTANTS, MEANINGS, TITLES, meaning, rubric_tables
from twosource.pages.rubric_words import rubric_numbers
from twosource.verification.last_run import LAST_RUN
from twosource.verification.properties import PROPERTIES
from twosource.verification.tried import Run, Tried
from twosource.verification.verdict import Level


def paths(stand: Newsstand) -> list[str]:
    """Paths of the numbers that have a table."""
    names = (path.removeprefix("rubric.") for path in rubric_numbers(stand.library.rubric))
    return [name for name in names if name.split(".")[0] in TITLES]


def test_every_number_has_a_meaning_and_every_meaning_a_number(stand: Newsstand) -> None:
    """A meaning of a key that is gone would go unseen for ever."""
    numbers = paths(stand)
    assert [name for name in numbers if not meaning(f"rubric.{name}")] == []
    assert [
        name for name in MEANINGS if name not in numbers and not any(n.startswith(f"{name}.") for n in numbers)
    ] == []


def test_constants_stand_in_a_table_of_their_own_under_no_name_of_the_rubric(stand: Newsstand) -> None:
    """So that nobody looks for them in the file."""
    table = rubric_tables(stand.library.rubric)[-1]
    assert [row["name"] for row in table["rows"]] == [name for name, _, _ in CONSTANTS]
    assert not {name for name, _, _ in CONSTANTS} & set(paths(stand))
    assert {row["value"] for row in table["rows"]} >= {"2", "3", "0.05", "365", "30"}


def test_what_must_always_hold_is_on_the_page(pages: Mapping[str, Page]) -> None:
    """Every property with its sentence, in order."""
    told = [(each["name"], each["sentence"]) for each in pages[METHODOLOGY].view["tried"]["properties"]]
    assert told == [(each.name, each.sentence) for each in PROPERTIES]


def test_the_last_result_is_that_of_a_run_and_without_a_run_there_is_none(pages: Mapping[str, Page]) -> None:
    """What is printed is what `make evidence` wrote; a program that was never tried claims nothing."""
    assert pages[METHODOLOGY].view["tried"] == tried(LAST_RUN)
    assert LAST_RUN is not None
    day = tried(LAST_RUN)["run"]["date"]["iso"]
    assert day == LAST_RUN.day.isoformat()
    untried = tried(None)
    assert untried["run"] is None
    assert {(each["outcome"], each["examples"]) for each in untried["properties"]} == {("", 0)}


def test_one_test_that_failed_fails_its_property(pages: Mapping[str, Page]) -> None:
    """Two tests of one property are one result; a property without a test in the run has none."""
    run = Run(date(2026, 1, 1), "0a1b2c3", (Tried("test_any_order", "any-order", 50, True),))
    other = Run(run.day, run.commit, (*run.tests, Tried("test_any_order_of_joins", "any-order", 7, False)))
    for held, outcome in ((run, ("held", 50)), (other, ("failed", 57))):
        told = {each["name"]: (each["outcome"], each["examples"]) for each in tried(held)["properties"]}
        assert told["any-order"] == outcome
        assert told["recomputed"] == ("", 0)


def test_chapters_have_pages_of_their_own_with_the_numbers_in_their_words(pages: Mapping[str, Page]) -> None:
    """The overview leads to each; its entries keep the ids that the chapters had when all stood on one page."""
    entries = pages[METHODOLOGY].view["chapters"]
    assert entries
    for entry in entries:
        chapter = pages[f"{METHODOLOGY}{entry['id']}/"].view
        assert chapter["title"] == entry["title"]
        assert "{{" not in chapter["html"]
        assert [link["href"] for link in chapter["chapters"]] == [each["href"] for each in entries]


def test_the_worked_example_shows_a_real_story_with_the_numbers_of_its_page(
    pages: Mapping[str, Page], stand: Newsstand
) -> None:
    """Its links lead to that story, and the count that it ends with is the badge's."""
    example = pages[METHODOLOGY].view["example"]
    brief = stand.brief(example["card"]["slug"])
    assert brief.level is Level.VERIFIED
    assert example["n"] == brief.n == min(fact.count for fact in brief.facts if fact.essential)
    assert [fact["decides"] for fact in example["facts"]].count(True) == 1
    links = [one["href"] for one in (*example["clusters"], *example["facts"])]
    assert all(link.startswith(f"{example['card']['href']}#") for link in links)
    assert sum(one["counts"] for one in example["clusters"]) >= example["n"]
