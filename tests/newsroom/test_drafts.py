"""A draft may lack things; what is there and wrong stays wrong, and only a file that says so is a draft."""

from __future__ import annotations

from pathlib import Path

from twosource.newsroom.drafts import GAPS, soften
from twosource.newsroom.loading import load_library
from twosource.newsroom.problems import Severity, stop_the_press
from twosource.newsroom.rules import RULES

from .golden import Case, Edit

BETA = "content/stories/2025/beta.md"
GAPPY = ["summary: The mine sold 400 tonnes of ore on 1 November 2025."]
DRAFT = Edit(BETA, ["status: published"], ["status: draft"])


def severities(tmp_path: Path, *edits: Edit) -> dict[str, Severity]:
    """Rules that the hub breaks, with their weight once drafts are softened."""
    library = load_library(Case("", list(edits), [], 0).hub(tmp_path))
    return {problem.rule: problem.severity for problem in soften(library, library.problems)}


def test_a_gap_in_a_draft_is_a_warning(tmp_path: Path) -> None:
    assert severities(tmp_path, DRAFT, Edit(BETA, GAPPY)) == {"missing-key": Severity.WARNING}


def test_a_gap_in_a_published_story_is_an_error(tmp_path: Path) -> None:
    assert severities(tmp_path, Edit(BETA, GAPPY)) == {"missing-key": Severity.ERROR}


def test_a_fault_in_a_draft_is_an_error(tmp_path: Path) -> None:
    wrong = Edit(BETA, ["published: 2025-11-01"], ["published: 1 November"])
    assert severities(tmp_path, DRAFT, wrong) == {"bad-date": Severity.ERROR}


def test_a_gap_beside_a_draft_is_an_error(tmp_path: Path) -> None:
    term = Edit("glossary/draught.md", ["definition: The draught is how deep a ship lies in the water."])
    assert severities(tmp_path, DRAFT, term) == {"missing-key": Severity.ERROR}


def test_a_story_whose_status_is_missing_is_no_draft(tmp_path: Path) -> None:
    assert severities(tmp_path, Edit(BETA, ["status: published"])) == {"missing-key": Severity.ERROR}


def test_a_story_whose_status_is_misspelt_is_no_draft(tmp_path: Path) -> None:
    found = severities(tmp_path, Edit(BETA, ["status: published"], ["status: darft"]), Edit(BETA, GAPPY))
    assert found == {"unknown-word": Severity.ERROR, "missing-key": Severity.ERROR}


def test_a_story_that_cannot_be_read_is_no_draft(tmp_path: Path) -> None:
    assert severities(tmp_path, DRAFT, Edit(BETA, ["title: Mine"], ["title: Mine: its"])) == {
        "yaml-syntax": Severity.ERROR
    }


def test_every_gap_is_a_rule_that_would_stop_the_press() -> None:
    assert {RULES[rule].severity for rule in GAPS} == {Severity.ERROR}


def test_only_errors_stop_the_press(tmp_path: Path) -> None:
    library = load_library(Case("", [DRAFT, Edit(BETA, GAPPY)], [], 0).hub(tmp_path))
    assert stop_the_press(library.problems)
    assert not stop_the_press(soften(library, library.problems))
