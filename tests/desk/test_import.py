"""`desk import`: what other generators' Markdown becomes here, what is kept of it, and what is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desk.conftest import PATH, SITE, Desk
from twosource.desk.importing.draft import draft_of
from twosource.desk.importing.front import take_apart
from twosource.desk.importing.keys import moment
from twosource.newsroom.loading import load_library, topic_names
from twosource.newsroom.moments import Moment
from twosource.newsroom.parsing import parse_hub, parse_story

JEKYLL = """\
---
layout: post
title: "Steel: a second duty"
date: 2018-03-08 10:20:00 +0100
categories: [Duties, metal]
tags: [steel, pipes]
author: Jane Doe
excerpt: The ministry puts a duty on steel.
redirect_from: [/old/steel, /steel.html]
---
The rate is in {% include rate.html %}, see [the notice](https://gazette.example/duty).

| a | b |
|---|---|
| 1 | 2 |
"""

HUGO = """\
+++
title = "Quay wages rise"
date = 2019-05-01T10:00:00Z
lastmod = 2019-05-04
draft = true
weight = 3
authors = ["A. B.", "C. D."]
aliases = ["/posts/quay/"]
[cover]
image = "quay.jpg"
+++
{{< figure src="quay.jpg" >}}

Wages rise.
"""

PELICAN = """\
Title: Gas lines: dearer
Date: 2010-12-03 10:20
Category: Ports
Authors: Doe, Jane; Roe, Richard
Slug: dearer-gas-lines
Summary: On gas
    lines and prices.

See {filename}other.md for more.
"""

CORPUS = {
    "_posts/2018-03-08-steel.md": JEKYLL,
    "content/posts/quay-wages/index.md": HUGO,
    "articles/gas.md": PELICAN,
    "plain.markdown": "# A headline in the text\n\nNo metadata at all.\n",
    "content/_index.md": "+++\ntitle = 'A list'\n+++\n",
    ".drafts/hidden.md": "Hidden.\n",
    "picture.png": "no text",
}


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """A folder of three generators' files."""
    return write(tmp_path / "blog", CORPUS)


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def told(desk: Desk, capsys: pytest.CaptureFixture[str]) -> Callable[..., dict[str, dict[str, Any]]]:
    def ask(folder: Path, *words: str, code: int = 0) -> dict[str, dict[str, Any]]:
        assert desk("import", folder, "--format", "json", *words) == code
        return {one["from"]: one for one in json.loads(capsys.readouterr().out)}

    return ask


Told = Callable[..., dict[str, dict[str, Any]]]


def test_each_file_becomes_a_draft_that_the_hub_takes(small: Path, blog: Path, told: Told) -> None:
    """Lists and hidden files are none."""
    found = told(blog)
    assert {name: one["to"] for name, one in found.items()} == {
        "_posts/2018-03-08-steel.md": "content/stories/2018/steel.md",
        "content/posts/quay-wages/index.md": "content/stories/2019/quay-wages.md",
        "articles/gas.md": "content/stories/2010/dearer-gas-lines.md",
        "plain.markdown": "content/stories/2026/plain.md",
    }
    library = load_library(small)
    stories = {story.slug: story for story in library.stories}
    assert stories.keys() == {"pipes", "steel", "quay-wages", "dearer-gas-lines", "plain"}
    assert all(story.status == "draft" for slug, story in stories.items() if slug != "pipes")


def test_metadata_with_a_place_is_put_there(small: Path, blog: Path, told: Told) -> None:
    told(blog)
    stories = {story.slug: story for story in load_library(small).stories}
    steel, quay, gas = stories["steel"], stories["quay-wages"], stories["dearer-gas-lines"]
    assert (steel.title, steel.date.text, steel.category) == (
        "Steel: a second duty",
        "2018-03-08T10:20:00+01:00",
        "duties",
    )
    assert (steel.authors, steel.summary) == (("Jane Doe",), "The ministry puts a duty on steel.")
    assert steel.aliases == ("/old/steel/",)
    assert (quay.title, quay.authors, quay.aliases) == ("Quay wages rise", ("A. B.", "C. D."), ("/posts/quay/",))
    assert (quay.date.text, quay.updated and quay.updated.text) == ("2019-05-01T10:00:00+00:00", "2019-05-04")
    assert (gas.title, gas.category, gas.date.text) == ("Gas lines: dearer", "ports", "2010-12-03")
    assert gas.summary == "On gas lines and prices."
    assert gas.authors == ("Doe, Jane", "Roe, Richard")
    assert stories["plain"].title == "A headline in the text"


def test_the_text_is_kept_to_the_last_character(small: Path, blog: Path, told: Told) -> None:
    told(blog)
    for name, start in (
        ("steel", "The rate is in {% include"),
        ("quay-wages", "{{< figure"),
        ("plain", "# A headline"),
    ):
        (path,) = (small / "content/stories").rglob(f"{name}.md")
        source = next(text for text in CORPUS.values() if start in text)
        assert path.read_text("utf-8").endswith("\n---\n" + source[source.index(start) :])


def test_metadata_without_a_place_is_named_and_kept_as_notes(small: Path, blog: Path, told: Told) -> None:
    found = told(blog)
    assert found["_posts/2018-03-08-steel.md"]["unmapped"] == {"layout": "post"}
    assert found["content/posts/quay-wages/index.md"]["unmapped"] == {
        "draft": "true",
        "weight": "3",
        "cover": {"image": "quay.jpg"},
    }
    text = (small / "content/stories/2018/steel.md").read_text("utf-8")
    for note in ('#   layout: "post"', '#   tags: ["steel", "pipes"]', '#   categories: ["metal"]'):
        assert f"\n{note}\n" in text
    assert "\n#   https://gazette.example/duty\n" in text


def test_of_two_keys_for_one_thing_the_second_is_noted(small: Path, tmp_path: Path, told: Told) -> None:
    """Also what is no single text or no date, states, addresses that are lost, and an author's own address."""
    kept = {"description": "Longer words.", "publishdate": "2018-03-09", "lastmod": "soon", "published": "false"}
    kept |= {"draft": "true", "author": {"name": "Jane Doe", "url": "https://jane.example"}, "slug": ["a", "b"]}
    used = {"title": "Steel", "date": "2018-03-08", "summary": "Words.", "updated": "2018-03-10", "url": "/steel.html"}
    write(tmp_path / "two", {"steel.md": f"{json.dumps(used | kept)}\nText.\n"})
    found = told(tmp_path / "two")["steel.md"]
    assert found["unmapped"] == kept
    (story,) = (story for story in load_library(small).stories if story.slug == "steel")
    assert (story.summary, story.date.text, story.authors) == ("Words.", "2018-03-08", ("Jane Doe",))
    text = (small / story.path).read_text("utf-8")
    wanted = [*kept.items(), ("addresses", ["/steel.html"])]
    assert [key for key, value in wanted if f"\n#   {key}: {json.dumps(value)}\n" not in text] == []


@pytest.mark.parametrize(
    ("key", "written", "people"),
    [
        ("author", "Doe, Jane", ("Doe, Jane",)),
        ("author", "Jane Doe and Richard Roe", ("Jane Doe", "Richard Roe")),
        ("author", "Doe, Jane; Roe, Richard", ("Doe, Jane", "Roe, Richard")),
        ("authors", "Jane Doe, Richard Roe, and Ann Andover", ("Jane Doe", "Richard Roe", "Ann Andover")),
        ("authors", ["Doe, Jane", "Brandon and Sons"], ("Doe, Jane", "Brandon and Sons")),
    ],
)
def test_a_comma_parts_people_under_a_plural_only(
    key: str, written: object, people: tuple[str, ...], small: Path, tmp_path: Path, told: Told
) -> None:
    """key ; written ; people"""
    write(
        tmp_path / "by", {"steel.md": json.dumps({"title": "Steel", "date": "2018-03-08", key: written}) + "\nText.\n"}
    )
    told(tmp_path / "by")
    (story,) = (story for story in load_library(small).stories if story.slug == "steel")
    assert story.authors == people


def test_what_is_lost_and_what_means_nothing_here_is_told_with_its_line(small: Path, blog: Path, told: Told) -> None:
    found = told(blog)
    assert found["_posts/2018-03-08-steel.md"]["lost"] == ["no redirect can be printed from /steel.html"]
    assert found["articles/gas.md"]["lost"] == ["`date`: of “2010-12-03 10:20” only the day is kept"]
    marks = {name: [(mark["kind"], mark["line"]) for mark in one["foreign"]] for name, one in found.items()}
    assert marks["_posts/2018-03-08-steel.md"] == [("Liquid", 11)]
    assert marks["content/posts/quay-wages/index.md"] == [("shortcode", 12)]
    assert marks["articles/gas.md"] == [("placeholder", 9)]


def test_what_verification_still_needs_is_told(
    small: Path, blog: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk("import", blog) == 0
    said = capsys.readouterr().out
    steel = said[said.index("content/stories/2018/steel.md") :].partition("\n\n")[0]
    needs = next(line for line in steel.splitlines() if "still needs" in line)
    assert {"takeaways", "sources", "facts", "score"} <= set(needs.partition(": ")[2].split(", "))
    assert said.endswith("4 stories written, as drafts.\n`desk check` names what each still needs, with its place.\n")


def test_what_a_strange_file_says_does_not_command_the_terminal(
    small: Path, tmp_path: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither by its name, nor by its keys, nor by what stands in its text."""
    odd = "Title: Odd\nDate: 2010-12-03\nCategory: Ports\nQuirk\x9b: 1\n\nSee {{< figure x\x9b2J >}}.\n"
    desk("import", write(tmp_path / "odd", {"a\x1b[2J.md": odd, "b\x1b.md": odd}))
    said = capsys.readouterr().out
    assert "a␛[2J.md" in said
    assert not {"\x1b", "\x9b"} & set(said)


def test_a_dry_run_writes_nothing_and_tells_the_same(small: Path, blog: Path, told: Told) -> None:
    before = sorted(small.rglob("*"))
    dry = told(blog, "--dry-run")
    assert sorted(small.rglob("*")) == before
    assert told(blog) == dry


def test_nothing_is_overwritten(small: Path, tmp_path: Path, blog: Path, told: Told) -> None:
    """Neither a story of that name, nor one that was taken over a moment ago; the rest is written."""
    kept = (small / PATH).read_text("utf-8")
    folder = write(tmp_path / "more", {"a/pipes.md": "Pipes.\n", "b/quay.md": "One.\n", "c/quay.md": "Two.\n"})
    found = told(folder, code=1)
    assert (small / PATH).read_text("utf-8") == kept
    assert [bool(one["refused"]) for one in found.values()] == [True, False, True]
    assert (small / "content/stories/2026/quay.md").read_text("utf-8").endswith("---\nOne.\n")
    assert {one["to"] for one in told(folder, code=1).values()} == {None}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("---\ntitle: never closed\n", "never closed"),
        ("---\n- a list\n---\n", "no keys with values"),
        ("---\na: [1\n---\n", "cannot be read"),
        ("+++\nnot toml\n+++\n", "cannot be read"),
        ("---\na: !!python/object:os.system x\nb: *nothing\n---\n", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_left(
    small: Path, tmp_path: Path, told: Told, text: str, why: str
) -> None:
    found = told(write(tmp_path / "odd", {"odd.md": text}), code=1)
    assert why in found["odd.md"]["refused"]


def test_other_encodings_are_told(small: Path, tmp_path: Path, told: Told) -> None:
    folder = write(tmp_path / "odd", {})
    folder.mkdir()
    (folder / "latin.md").write_bytes("Zölle".encode("latin-1"))
    assert "UTF-8" in told(folder, code=1)["latin.md"]["refused"]


@pytest.mark.parametrize(
    ("written", "kept", "lossy"),
    [
        ("2018-03-08", "2018-03-08", False),
        ("2018/3/8", "2018-03-08", False),
        ("2018-03-08T10:20:00Z", "2018-03-08T10:20:00Z", False),
        ("2018-03-08 10:20 +0100", "2018-03-08T10:20+01:00", False),
        ("2018-03-08 10:20", "2018-03-08", True),
        ("last spring", "", False),
        ("2018-02-31", "", False),
    ],
)
def test_dates_are_kept_as_far_as_they_go(written: str, kept: str, lossy: bool) -> None:
    found, less = moment(written)
    assert (found, bool(less)) == (kept, lossy)


@given(st.text(max_size=60))
def test_no_text_of_a_date_breaks_it(text: str) -> None:
    found, _ = moment(text)
    assert not found or Moment.parse(found)


@given(st.text(alphabet="-+:{}[]ab \n\"'#é1=", max_size=80))
def test_any_text_is_taken_apart(text: str) -> None:
    """And what is no metadata is text, to the last character."""
    read = take_apart(text)
    assert text.endswith(read.body) or read.fault


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = st.recursive(WORDS | st.integers() | st.booleans() | st.none(), lambda some: st.lists(some, max_size=3))
KEYS = st.sampled_from(("title", "date", "slug", "author", "tags", "categories", "summary", "aliases", "draft", "x"))


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(KEYS | WORDS, VALUES, max_size=6), WORDS)
def test_whatever_a_file_says_of_itself_its_draft_can_be_read(meta: dict[str, Any], body: str) -> None:
    """No quotation mark, brace, line end or invisible sign of a title ends the front matter or changes a key."""
    read = take_apart(json.dumps(meta) + "\n" + body.replace("\r", "\n"))
    hub, _ = parse_hub(SITE, "content/site.yml")
    draft = draft_of("some/file.md", read, hub, topic_names(hub), "2026-03-01")
    story, problems = parse_story(draft.text, draft.path, topic_names(hub))
    assert {problem.rule for problem in problems} <= {"missing-value", "too-few", "yaml-character"}
    assert story.status == "draft"
    assert story.body.text == read.body


def test_wrong_usage_is_told(small: Path, desk: Desk) -> None:
    assert desk("import", small / "nowhere") == 2
