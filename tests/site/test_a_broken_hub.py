"""One mistake, one line: each fails the check and the build at the right place, and yesterday's site still stands."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import run

STORY = "content/stories/2018/us-tariffs-on-34-billion-of-chinese-goods.md"


def change(hub: Path, path: str, pattern: str, replacement: str) -> tuple[int, int]:
    """Edit the first match in a file; the place (line, column) of the match's last group, or of the match."""
    file = hub / path
    text = file.read_text(encoding="utf-8")
    match = re.search(pattern, text, re.M)
    assert match, f"{path} holds nothing like {pattern}"
    file.write_text(text[: match.start()] + match.expand(replacement) + text[match.end() :], encoding="utf-8")
    at = match.start(match.lastindex or 0)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def drop_a_quoted_word(hub: Path) -> tuple[str, str, int, int]:
    line, column = change(hub, STORY, r'(?<=quote: )("\w+) \w+', r"\1")
    return "quote-not-found", STORY, line, column


def swap_a_digit(hub: Path) -> tuple[str, str, int, int]:
    line, column = change(hub, STORY, r'(?<=quote: )("[^"\d]*)\$34', r"\1$43")
    return "quote-not-found", STORY, line, column


def misspell_a_key(hub: Path) -> tuple[str, str, int, int]:
    line, column = change(hub, STORY, r"^(summary):", "sumary:")
    return "unknown-key", STORY, line, column


def dangle_an_entity(hub: Path) -> tuple[str, str, int, int]:
    line, column = change(hub, STORY, r"^mentioned: \[(\w[\w-]*)", "mentioned: [nobody-we-know")
    return "unknown-entity", STORY, line, column


def give_two_stories_one_slug(hub: Path) -> tuple[str, str, int, int]:
    other = "content/stories/2018/zte-ban-under-review.md"
    change(hub, other, r"^title:", "slug: us-tariffs-on-34-billion-of-chinese-goods\ntitle:")
    return "duplicate-slug", other, 2, 7


BREAKS = (drop_a_quoted_word, swap_a_digit, misspell_a_key, dangle_an_entity, give_two_stories_one_slug)


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("break_it", BREAKS, ids=lambda function: function.__name__)
def test_one_mistake_gives_one_line_and_stops_the_press(
    hub: Path, break_it: Callable[[Path], tuple[str, str, int, int]]
) -> None:
    good = run("pelican", cwd=hub)
    assert good.returncode == 0, good.stdout + good.stderr
    yesterday = digest(hub / "output")

    rule, path, line, column = break_it(hub)
    checked = run("desk", "check", "--format", "json", cwd=hub)
    found = [problem for problem in json.loads(checked.stdout) if problem["severity"] == "error"]
    assert checked.returncode == 1
    assert [(p["rule"], p["path"], p["line"], p["column"]) for p in found] == [(rule, path, line, column)]

    built = run("pelican", cwd=hub)
    said = built.stdout + built.stderr
    assert built.returncode != 0
    assert f"{path}:{line}:{column}" in said
    assert rule in said
    assert "Traceback" not in said
    assert digest(hub / "output") == yesterday


def test_all_mistakes_are_told_in_one_run(hub: Path) -> None:
    expected = {break_it(hub)[0] for break_it in BREAKS}
    built = run("pelican", cwd=hub)
    assert all(rule in built.stdout + built.stderr for rule in expected)


def test_a_story_that_lost_its_lock_is_named_by_every_run(hub: Path) -> None:
    """The demo's rubric lets it through, marked: no error, but nobody should learn of it from the site alone."""
    (hub / STORY).with_suffix(".lock").unlink()
    line = f"Marked as not checked, for want of saved copies: {STORY}"
    for _ in ("printed", "nothing changed"):
        built = run("pelican", cwd=hub)
        assert built.returncode == 0
        assert line in built.stdout
    assert line in run("desk", "check", cwd=hub).stdout
