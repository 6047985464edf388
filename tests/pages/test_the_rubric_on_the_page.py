"""The methodology page tells every number that judges, and what must always hold."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.pages.addresses import METHODOLOGY
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.rubric_tables import CONSTANTS, MEANINGS, TITLES, meaning, rubric_tables
from twosource.pages.rubric_words import rubric_numbers
from twosource.verification.properties import PROPERTIES


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
    told = [(each["name"], each["sentence"]) for each in pages[METHODOLOGY].view["properties"]]
    assert told == [(each.name, each.sentence) for each in PROPERTIES]
