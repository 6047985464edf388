"""What evidence, addresses and links show to be wrong, told by `desk check` with its place: one case each."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.conftest import ABOUT, PUBLISHER, RUBRIC, SITE
from tests.newsroom.golden import Case, cases
from twosource.desk.main import main
from twosource.newsroom.rules import RULES

HERE = Path(__file__).parent
CASES = [pytest.param(case, id=case.title) for case in cases(HERE / "broken" / "evidence.txt")]
NETWORK_OR_HISTORY = frozenset({"rubric-unversioned", "stealth-edit", "story-removed", "quote-gone"})
"""Rules that a file by itself cannot break: they need an earlier commit, or a page that was fetched."""

Check = Callable[[Path], list[str]]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub of three stories with their saved pages and locks, and no problem."""
    root = tmp_path_factory.mktemp("evidence") / "hub"
    shutil.copytree(HERE / "broken" / "hub", root)
    publishers = "".join(PUBLISHER.format(id=id, name=id.capitalize()) for id in ("courier", "gazette", "herald"))
    agency = PUBLISHER.format(id="agency", name="Northern Press Agency").replace("newspaper", "agency")
    for path, text in {
        "content/site.yml": SITE,
        "content/about.md": ABOUT,
        "methodology/publishers.yml": publishers + agency,
        "methodology/rubric.yml": RUBRIC.read_text("utf-8").replace("unchecked: mark ", "unchecked: refuse "),
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    lock = ["lock", str(root / "content/stories"), "--from", str(root / "saved"), "--retrieved", "2026-02-20"]
    assert main([*lock, "--root", str(root), "--as-of", "2026-03-01"]) == 0
    return root


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    """What `desk check` says of a hub: problems as a golden case writes them."""

    def run(root: Path) -> list[str]:
        capsys.readouterr()
        main(["check", "--root", str(root), "--as-of", "2026-03-01", "--no-cache", "--format", "json"])
        return [
            f"{one['path']}:{one['line']}:{one['column']} {one['rule']} {one['hint']}"
            for one in json.loads(capsys.readouterr().out)
        ]

    return run


def edited(whole: Path, case: Case, folder: Path) -> Path:
    root = folder / "hub"
    shutil.copytree(whole, root)
    for edit in case.edits:
        edit.apply(root)
    return root


def test_the_hub_by_itself_has_no_problem(whole: Path, check: Check) -> None:
    assert check(whole) == []


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_told_with_its_place_and_rule_and_nothing_else(
    case: Case, whole: Path, tmp_path: Path, check: Check
) -> None:
    found = check(edited(whole, case, tmp_path))
    assert len(found) == len(case.expected), found
    for got, wanted in zip(found, case.expected, strict=True):
        assert got.startswith(wanted), found


def test_every_rule_that_files_can_break_has_a_case_here_or_in_the_newsroom() -> None:
    """Those that need a network or an earlier commit have suites of their own."""
    files = [*(HERE / "broken").glob("*.txt"), *(HERE.parent / "newsroom" / "broken").glob("*.txt")]
    lines = [line for file in files for case in cases(file) for line in case.expected]
    covered = {re.sub(r"^.*?:\d+:\d+ (\S+).*", r"\1", line) for line in lines}
    elsewhere = NETWORK_OR_HISTORY | {name for name in RULES if name.startswith("fetch-")}
    assert RULES.keys() - covered == elsewhere


def test_the_corpus_is_as_large_as_promised() -> None:
    files = [*(HERE / "broken").glob("*.txt"), *(HERE.parent / "newsroom" / "broken").glob("*.txt")]
    assert sum(1 for file in files for _ in cases(file)) > 300
