"""What each fault gives: one case each in broken/*.txt, told by place, rule and hint."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from twosource import newsroom
from twosource.newsroom.loading import load_library
from twosource.newsroom.rules import RULES

from .golden import BROKEN, HUB, Case, cases, told

CASES = [
    pytest.param(case, id=f"{file.stem}: {case.title}") for file in sorted(BROKEN.glob("*.txt")) for case in cases(file)
]

JUDGED_ELSEWHERE = frozenset(
    {
        "rubric-unversioned",
        "stealth-edit",
        "story-removed",
        "quote-not-found",
        "evidence-unseen",
        "publisher-address",
        "source-changed",
        "gate-refused",
        "figure-without-evidence",
        "sources-disagree",
        "stories-disagree",
        "quote-without-evidence",
        "origin-not-declared",
        "copy-suspected",
        "release-not-joined",
        "outlook-contradicts",
        "cites-ourselves",
        "moved-without-alias",
        "address-taken",
        "dead-link",
        "ignore-idle",
        "quote-too-common",
        "quote-gone",
        *(name for name in RULES if name.startswith("fetch-")),
    }
)
"""Rules that need evidence, addresses or the network: other rooms find these, and their suites test them."""


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_told_with_its_place_and_rule_and_nothing_else(case: Case, tmp_path: Path) -> None:
    found = [told(problem) for problem in load_library(case.hub(tmp_path)).problems]
    assert len(found) == len(case.expected), found
    for got, wanted in zip(found, case.expected, strict=True):
        assert got.startswith(wanted), found


def test_a_whole_hub_has_no_problem() -> None:
    library = load_library(HUB)
    assert library.problems == ()
    assert library.readable
    assert [story.sound for story in library.stories] == [True, True, True]


def test_every_case_has_its_own_title() -> None:
    titles = [param.id for param in CASES]
    assert len(titles) == len(set(titles))


def rules_that_the_newsroom_names() -> set[str]:
    """Names of rules that stand in the code of the room, save where they are only listed."""
    room = Path(newsroom.__path__[0])
    lists = {room / name for name in ("rules.py", "drafts.py", "excuses.py")}
    files = [file for file in room.rglob("*.py") if file not in lists]
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    words = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return {word for word in words if isinstance(word, str) and word in RULES}


def test_every_rule_that_the_newsroom_can_find_has_a_case() -> None:
    lines = [line for file in BROKEN.glob("*.txt") for case in cases(file) for line in case.expected]
    covered = {re.sub(r"^.*?:\d+:\d+ (\S+).*", r"\1", line) for line in lines}
    assert rules_that_the_newsroom_names() == covered


def test_every_other_rule_belongs_to_another_room() -> None:
    assert RULES.keys() - rules_that_the_newsroom_names() == JUDGED_ELSEWHERE
