"""docs/commands.md: every word and option of the desk, as its own parser knows them."""

from __future__ import annotations

import argparse

import pytest

from tests.docs.reading import page, sections
from twosource.desk.main import arguments

TEXT = page("commands.md")
WRITTEN = sections(TEXT, 2)
COMMON = {"-h", "--help", "--root", "--as-of"}


def words() -> dict[str, argparse.ArgumentParser]:
    """Each command with its parser."""
    chooser = next(action for action in arguments()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(chooser.choices)


def test_every_command_has_a_section_and_no_section_names_another() -> None:
    """A new command is documented, a removed one is not."""
    assert [title for title in WRITTEN if title.startswith("desk ")] == [f"desk {word}" for word in words()]


@pytest.mark.parametrize("word", words())
def test_every_option_and_argument_is_in_the_command_s_section(word: str) -> None:
    """Those that all share stand once, at the head of the page."""
    told = WRITTEN[f"desk {word}"]
    head = TEXT.partition("\n## ")[0]
    for action in words()[word]._actions:
        for name in action.option_strings or [str(action.metavar)]:
            assert f"`{name}" in (head if name in COMMON else told), name
        for choice in action.choices or ():
            assert f"`{choice}`" in told, choice


@pytest.mark.parametrize("word", words())
def test_every_option_that_is_told_exists(word: str) -> None:
    """Nothing is promised that the command refuses."""
    known = {name for action in words()[word]._actions for name in action.option_strings}
    told = {part.split()[0].strip("`,") for part in WRITTEN[f"desk {word}"].split("`") if part.startswith("--")}
    assert told <= known


@pytest.mark.parametrize("word", words())
def test_exit_codes_and_an_example_are_told(word: str) -> None:
    """A script needs the one, a writer the other."""
    assert "Exit codes: 0 " in WRITTEN[f"desk {word}"]
    assert f"$ desk {word}" in WRITTEN[f"desk {word}"]
