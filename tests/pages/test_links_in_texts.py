"""Links in texts: one that leads nowhere on this site, or that no page can print, is a warning at its place."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.newsroom.golden import HUB
from twosource.newsroom.loading import load_library
from twosource.newsroom.problems import Severity
from twosource.newsroom.ties import ties_of
from twosource.pages.claims import check_addresses
from twosource.pages.link_checks import check_links

STORY = "content/stories/2025/beta.md"
AS_OF = datetime(2025, 12, 31, tzinfo=UTC)


def told(tmp_path: Path, text: str, path: str = STORY) -> list[tuple[int, int, str, str]]:
    """Line below the end of the file's own text, column, rule and hint of each problem."""
    root = tmp_path / "hub"
    shutil.copytree(HUB, root)
    before = (root / path).read_text(encoding="utf-8")
    (root / path).write_text(f"{before}\n{text}\n", encoding="utf-8")
    library = load_library(root)
    assert library.problems == ()
    found = list(check_links(library, AS_OF))
    assert all(one.place.path == path and one.severity is Severity.WARNING for one in found)
    return [(one.place.line - before.count("\n") - 1, one.place.column, one.rule, one.hint) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "[a](/stories/alpha/) [b](/stories/alpha/#fact-1) [c](/2025/quay/) [d](/entities/france/)",
        "[a](/glossary/draught/) [b](/topics/ores/) [c](/trends/ores/) [d](/data/stories.json) [e](/feed.json)",
        "[a](/about/?x=1) [b](https://example.org/) [c](mailto:a@example.org) <https://example.org/>",
        "[a](#fact-1) [b](#source-register) [c](#analysis-later) [d](#timeline)\n\n## Later\n",
        "`[a](/nope/)` and \\[b](/nope/)\n\n    [c](/nope/)",
    ],
)
def test_what_leads_somewhere_is_left_alone(tmp_path: Path, text: str) -> None:
    """text"""
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "place", "rule", "hint"),
    [
        ("[x](/stories/alpa/)", (1, 5), "dead-link", "Did you mean `/stories/alpha/`?"),
        ("[x](/stories/gamma/)", (1, 5), "dead-link", "That story is a draft, or still to come."),
        ("One\n[x][y]\n\n[y]: /nope/", (4, 6), "dead-link", "Correct it"),
        ("[x](#nope)", (1, 5), "dead-link", "Correct it."),
        ("[x](#later)\n\n## Later", (1, 5), "dead-link", "Did you mean `#analysis-later`?"),
        ("[x](#fact-9)", (1, 5), "dead-link", "Did you mean `fact-1`?"),
        ("Words [x](alpha.md)", (1, 11), "dropped-link", "Write a whole https address"),
        ("[x](//example.org/a)", (1, 5), "dropped-link", "Write a whole https address"),
        ("[x](ftp://example.org/a)", (1, 5), "dropped-link", "Write a whole https address"),
        ("[x]()", (1, 1), "dropped-link", "Write one between the brackets."),
        ("![A quay](https://example.org/quay.png)", (1, 11), "dropped-link", "Link to it instead"),
        ("![A quay](quay.png)", (1, 11), "dropped-link", "Link to it instead"),
    ],
)
def test_what_leads_nowhere_is_told(tmp_path: Path, text: str, place: tuple[int, int], rule: str, hint: str) -> None:
    """text ; line and column ; rule ; beginning of the hint"""
    ((line, column, said, why),) = told(tmp_path, text)
    assert (line, column, said) == (*place, rule)
    assert why.startswith(hint)


@pytest.mark.parametrize("path", ["content/about.md", "content/entities/dockers.md", "glossary/draught.md"])
def test_other_texts_are_looked_at_too(tmp_path: Path, path: str) -> None:
    """Their places have names that only their pages know."""
    assert [row[2] for row in told(tmp_path, "[x](/nope/) [y](#anything)", path)] == ["dead-link"]


@pytest.mark.parametrize(("aliases", "rules"), [("[old]", ["bad-alias"]), ("[/a/, /a/]", ["duplicate-id"])])
def test_a_bad_alias_is_told_once(tmp_path: Path, aliases: str, rules: list[str]) -> None:
    """aliases ; rules"""
    root = tmp_path / "hub"
    shutil.copytree(HUB, root)
    text = (root / STORY).read_text(encoding="utf-8")
    (root / STORY).write_text(text.replace("\nfacts:", f"\naliases: {aliases}\nfacts:", 1), encoding="utf-8")
    library = load_library(root)
    ties = [ties_of(story, None) for story in library.stories]
    wheres = {story.path: story.where for story in library.stories}
    told = (*library.problems, *check_addresses(library, ties, wheres.__getitem__))
    assert [one.rule for one in told] == rules
