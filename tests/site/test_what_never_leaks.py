"""Drafts and stories dated in the future are in no page, feed, list, count or data file."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import run
from tests.site.test_a_broken_hub import STORY, digest

WORD = "Zyzzyva"


def add_story(hub: Path, slug: str, edit: tuple[str, str]) -> None:
    """A copy of a published story under another name, with a headline nobody else has."""
    text = (hub / STORY).read_text(encoding="utf-8")
    text = re.sub(r"^title: .*$", f"title: {WORD} {slug}", text, flags=re.M)
    text = re.sub(edit[0], edit[1], text, count=1, flags=re.M)
    (hub / "content/stories" / f"{slug}.md").write_text(text, encoding="utf-8")
    (hub / "content/stories" / f"{slug}.lock").write_bytes((hub / STORY).with_suffix(".lock").read_bytes())


def build(hub: Path, as_of: str = "2026-11-23") -> dict[str, str]:
    done = run("pelican", cwd=hub, TWOSOURCE_AS_OF=as_of)
    assert done.returncode == 0, done.stdout + done.stderr
    return digest(hub / "output")


def strip_receipts(folder: Path) -> dict[str, str]:
    """Texts of a site by path; nothing but files that hold text matters here."""
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8", "replace") for p in folder.rglob("*") if p.is_file()}


def test_a_draft_changes_not_one_byte_of_the_site(hub: Path) -> None:
    before = build(hub)
    add_story(hub, "a-draft", (r"^status: .*$", "status: draft"))
    assert build(hub) == before


def test_a_future_story_changes_not_one_byte_before_its_day_and_appears_on_it(hub: Path) -> None:
    before = build(hub)
    add_story(hub, "to-come", (r"^date: .*$", "date: 2026-12-24"))
    text = (hub / "content/stories/to-come.md").read_text(encoding="utf-8")
    text = re.sub(r"^(written|updated): .*\n", "", text, flags=re.M)
    text = re.sub(r"due: \d{4}[-\d]*", "due: 2027-06-01", text)
    (hub / "content/stories/to-come.md").write_text(text, encoding="utf-8")
    assert build(hub) == before
    build(hub, "2026-12-24")
    assert (hub / "output/stories/to-come/index.html").is_file()
    assert WORD in (hub / "output/index.html").read_text(encoding="utf-8")
