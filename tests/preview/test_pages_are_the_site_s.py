"""What a preview prints is what the press prints, and it comes to the same whatever was edited on the way."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.conftest import AS_OF, run
from twosource.press.preview.child import Child
from twosource.press.preview.messages import Job, Report
from twosource.press.preview.origin import ADDRESS
from twosource.press.preview.site import site_below

STORY = "content/stories/2020/oil-price-war-crash.md"
OTHER = "content/stories/2020/europe-travel-ban-cargo-error.md"
TERM = "glossary/futures.md"


def options(hub: Path) -> list[str]:
    return ["--settings", str(hub / "pelicanconf.py"), "--root", str(hub), "--as-of", AS_OF]


@pytest.fixture
def ask(fresh: Path) -> Iterator[Callable[..., Report]]:
    """Has the process that prints do one job after the other, each to its end."""
    child = Child(options(fresh))

    def asked(*changed: str) -> Report:
        report = child.ask(Job(tuple(str(fresh / path) for path in changed) if changed else None))
        while report.left:
            report = child.ask(Job((), rest=True))
        return report

    yield asked
    child.stop()


def printed(folder: Path) -> Mapping[str, bytes]:
    """Every page and file of a site, by path."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def cold(hub: Path, target: Path) -> Mapping[str, bytes]:
    """What a preview that begins from nothing prints of the same files."""
    shutil.copytree(hub, target, ignore=shutil.ignore_patterns(".cache"))
    child = Child(options(target))
    try:
        child.ask(Job(None))
    finally:
        child.stop()
    return printed(site_below(target))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_without_drafts_and_errors_it_is_the_site_byte_by_byte(fresh: Path, ask: Callable[..., Report]) -> None:
    ask()
    settings = "from pelicanconf import *\nTWOSOURCE_CARDS = False\nTWOSOURCE_SEARCH = 'off'\n"
    (fresh / "bare.py").write_text(settings, encoding="utf-8")
    path = os.pathsep.join([str(fresh), os.environ.get("PYTHONPATH", "")])
    done = run("pelican", "-s", "bare.py", cwd=fresh, TWOSOURCE_AS_OF=AS_OF, SITEURL=ADDRESS, PYTHONPATH=path)
    assert done.returncode == 0, done.stderr
    assert printed(site_below(fresh)) == printed(fresh / "output")


def test_after_edits_it_is_what_a_first_print_would_be(fresh: Path, tmp_path: Path, ask: Callable[..., Report]) -> None:
    ask()
    change(fresh / STORY, "status: published", "status: draft")
    assert ask(STORY).unpublished == {"/stories/oil-price-war-crash/": "Draft: not published"}
    change(fresh / OTHER, "title: ", "title: [")
    assert ask(OTHER).stays == ("/stories/europe-travel-ban-cargo-error/",)
    change(fresh / OTHER, "title: [", "title: About ")
    change(fresh / TERM, "definition: ", "definition: In short, ")
    assert not ask(OTHER, TERM).stays
    assert printed(site_below(fresh)) == cold(fresh, tmp_path / "cold")


def test_what_preview_and_press_keep_never_mixes(fresh: Path, ask: Callable[..., Report]) -> None:
    """Each judges drafts in its own way, and neither believes the other."""
    change(fresh / STORY, "status: published", "status: draft")
    ask()
    page = "stories/oil-price-war-crash/index.html"
    assert page in printed(site_below(fresh))
    assert run("pelican", cwd=fresh).returncode == 0
    assert page not in printed(fresh / "output")
    ask()
    assert page in printed(site_below(fresh))


def test_a_page_that_cannot_be_printed_is_named_and_holds_up_no_other(fresh: Path, ask: Callable[..., Report]) -> None:
    """A template that fails for one page alone, as it may for a draft that nobody foresaw."""
    ask()
    before = printed(site_below(fresh))
    broken = '{% if page.url.endswith("oil-price-war-crash/") %}{{ 1 / 0 }}{% endif %}'
    change(fresh / "themes/ledger/templates/story.html", "{% block main %}", f"{{% block main %}}{broken}<!-- new -->")
    report = ask("themes/ledger/templates/story.html")
    (fault,) = report.faults
    assert report.printed
    assert (fault.path, fault.rule) == ("themes/ledger/templates/story.html", "template")
    assert "division by zero" in fault.message
    now = printed(site_below(fresh))
    assert now["stories/oil-price-war-crash/index.html"] == before["stories/oil-price-war-crash/index.html"]
    assert b"<!-- new -->" in now["stories/europe-travel-ban-cargo-error/index.html"]
    assert ask().faults == report.faults
    change(fresh / "themes/ledger/templates/story.html", broken, "")
    assert ask("themes/ledger/templates/story.html").faults == ()
