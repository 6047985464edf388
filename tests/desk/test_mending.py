"""`desk check --fix` mends what can be meant in one way only, and leaves every other character as it is."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desk.conftest import PATH, STORY, Desk, edit
from twosource.desk import mending
from twosource.desk.mended_text import mended
from twosource.desk.normal_dates import normal
from twosource.desk.scaffold import scaffold
from twosource.newsroom.fields import DAY, MOMENT, PARTIAL_DATE
from twosource.newsroom.parsing import HUB, parse_story
from twosource.newsroom.parsing import STORY as FORM
from twosource.newsroom.reference_forms import PUBLISHERS

ROOT = Path(__file__).resolve().parents[2]


def mend(text: str) -> str:
    return mended(text.encode(), PATH, FORM)[0].decode()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026/2/19", "2026-02-19"),
        ("2026.02.19", "2026-02-19"),
        ("2026-2-9", "2026-02-09"),
        ("19 February 2026", "2026-02-19"),
        ("February 19, 2026", "2026-02-19"),
        ("Sept. 3rd 2025", "2025-09-03"),
        ("1st May 2025", "2025-05-01"),
        ("May 2025", "2025-05"),
        ("2025/5", "2025-05"),
        ("Q4 2025", "2025-Q4"),
        ("2025q4", "2025-Q4"),
        ("2025 Q4", "2025-Q4"),
    ],
)
def test_a_date_that_can_mean_one_day_only_is_written_as_the_house_writes_it(written: str, meant: str) -> None:
    """written ; meant"""
    assert normal(written, PARTIAL_DATE) == meant


@pytest.mark.parametrize(
    "written",
    [
        *("10/11/2026", "10.11.2026", "11-10-2026", "26-02-19", "2026/2-19", "yesterday", "2026-02-30", "Ju 2025"),
        *(
            "2025-10-14",
            "2025",
            "2025-Q4",
            "12 February 19 2026",
            "Fri 2025",
            "2011-12",
            "1 2025",
            "２０２６/２/１９",
            "",
        ),
    ],
)
def test_what_may_mean_several_days_or_none_stays(written: str) -> None:
    """written"""
    assert normal(written, PARTIAL_DATE) == written


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-02-19 14:30 +0100", "2026-02-19T14:30+01:00"),
        ("2026-02-19T14:30:00Z", "2026-02-19T14:30Z"),
        ("2026-02-19T14:30:15+01:00", "2026-02-19T14:30:15+01:00"),
        ("2026-02-19T14:30", "2026-02-19T14:30"),
        ("2026-02-19 25:30Z", "2026-02-19 25:30Z"),
        ("February 2026", "February 2026"),
        ("19 February 2026", "2026-02-19"),
    ],
)
def test_a_moment_keeps_its_time_and_zone(written: str, meant: str) -> None:
    """written ; meant"""
    assert normal(written, MOMENT) == meant


@given(text=st.text(max_size=20) | st.from_regex(r"\d{1,4}[-/. ][A-Za-z0-9]{1,9}[-/., ]{1,2}\d{1,4}", fullmatch=True))
def test_any_text_becomes_a_date_or_stays_and_a_second_time_nothing(text: str) -> None:
    for reader in (DAY, MOMENT, PARTIAL_DATE):
        once = normal(text, reader)
        assert once == text or reader.parse(once) is not None
        assert normal(once, reader) == once


def test_keys_come_into_order_with_their_comments_and_the_dash_stays_in_front() -> None:
    before = """\
---
# on the title
title: T
# on the sources
sources:
  # on the entry
  - publisher: courier  # who
    # on the id
    id: a

    url: https://courier.example/a
date: 2026-02-19
---
Words.
"""
    assert (
        mend(before)
        == """\
---
# on the title
title: T
date: 2026-02-19
# on the sources
sources:
  # on the entry
    # on the id
  - id: a

    url: https://courier.example/a
    publisher: courier  # who
---
Words.
"""
    )


def test_a_source_without_an_id_is_named_after_its_publisher() -> None:
    text = STORY.replace("  - id: courier\n    url:", "  - url:").replace("publisher: gazette", "publisher: courier", 1)
    found = mend(text)
    assert "  - id: courier\n    url: https://www.courier.example" in found
    twice = found.replace("  - id: courier\n    url:", "  - url:").replace("  - id: gazette\n", "  - id: courier\n")
    assert "  - id: courier-2\n    url: https://www.courier.example" in mend(twice)
    braces = "---\nsources:\n  - {url: x, publisher: post}\n---\n"
    assert mend(braces) == "---\nsources:\n  - {id: post, url: x, publisher: post}\n---\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_byte_order_marks_and_quotation_marks_stay(end: str, mark: str) -> None:
    """end ; mark"""
    right = STORY.replace("date: 2026-02-19\n", 'date: "2026-02-19"   # the day\n')
    wrong = right.replace('date: "2026-02-19"', 'date: "19 February 2026"')
    assert wrong != right
    raw, fixes = mended((mark + wrong.replace("\n", end)).encode(), PATH, FORM)
    assert raw.decode() == mark + right.replace("\n", end)
    assert [fix.line for fix in fixes] == [3]


def test_what_already_is_as_it_should_be_is_left_alone() -> None:
    for text in (STORY, scaffold("T", PATH, "2026-02-19", "duties", ["duties"])):
        assert mended(text.encode(), PATH, FORM) == (text.encode(), ())


@pytest.mark.parametrize(
    "text",
    [
        "---\ndate: 2026/2/1\ntitle: [\n---\n",
        "---\ndate: 2026/2/1\ndate: 2026/2/2\n---\n",
        "date: 2026/2/1\n",
        "---\ndate: &a 2026/2/1\n---\n",
        "---\nzzz: 1\ntitle: T\nsummary: S\ndate: today\n---\n",
        "---\n{date: 2026-02-01, title: T}\n---\n",
        "",
    ],
)
def test_a_file_that_cannot_be_read_for_sure_is_left_alone(text: str) -> None:
    """text"""
    assert mended(text.encode(), PATH, FORM) == (text.encode(), ())


def test_registries_and_the_hub_are_mended_too() -> None:
    registry = b"b:\n  name: B\n  date: 2026/1/5\n  domain: b.example\na:\n  name: A\n"
    assert mended(registry, "methodology/publishers.yml", PUBLISHERS)[0] == (
        b"b:\n  name: B\n  domain: b.example\n  date: 2026-01-05\na:\n  name: A\n"
    )
    assert mended(b"tagline: t\nname: n", "content/site.yml", HUB)[0] == b"name: n\ntagline: t"


def test_text_in_blocks_and_over_several_lines_moves_as_it_is() -> None:
    before = '---\nsummary: |\n  # no comment\n\n  more\n\ntitle: "A\n  # B"\n---\n'
    after = '---\ntitle: "A\n  # B"\nsummary: |\n  # no comment\n\n  more\n\n---\n'
    assert parse_story(mend(before), PATH, {})[0].summary == parse_story(before, PATH, {})[0].summary
    assert mend(before) == after


@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], database=None
)
@given(data=st.data())
def test_whatever_the_order_of_keys_the_story_stays_the_same_and_a_second_run_finds_nothing(
    data: st.DataObject,
) -> None:
    blocks = re.findall(r"^\w.*\n(?:[ ].*\n)*", STORY.split("---\n")[1], re.M)
    mixed = data.draw(st.permutations(blocks))
    notes = data.draw(st.lists(st.sampled_from(["", "\n", "# a note\n", "\n# one\n# two\n"]), min_size=13, max_size=13))
    text = "---\n" + "".join(note + block for note, block in zip(notes, mixed, strict=False)) + "---\nThe analysis.\n"
    once = mend(text)
    assert "".join(re.findall(r"^\w.*\n(?:[ ].*\n)*", once.split("---\n")[1], re.M)) == "".join(blocks)
    assert sorted(once.split("\n")) == sorted(text.split("\n"))
    assert mend(once) == once


def test_the_command_mends_shows_what_it_did_and_checks(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk("lock", "pipes", "--from", saved)
    edit(small, "date: 2026-02-19\n", "date: 19 February 2026\n")
    os.chmod(small / PATH, 0o640)
    before = (small / PATH).read_bytes()
    capsys.readouterr()
    assert desk("check", "--diff") == 1
    said = capsys.readouterr().out
    assert "-date: 19 February 2026\n+date: 2026-02-19\n" in said
    assert (small / PATH).read_bytes() == before
    assert desk("check", "--diff", "methodology") == 0
    assert "Nothing to mend." in capsys.readouterr().out
    assert desk("check", "--fix") == 0
    said = capsys.readouterr().out
    assert f"{PATH}:3: “19 February 2026” is written 2026-02-19\n" in said
    assert "1 file mended.\n\nNo problems.\n" in said
    assert (small / PATH).read_text("utf-8") == STORY
    assert (small / PATH).stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (small / PATH).parent.iterdir() if path.name.startswith(".")] == []
    assert desk("check", "--fix") == 0
    assert "Nothing to mend.\n\nNo problems.\n" in capsys.readouterr().out


def test_what_a_file_says_does_not_command_the_terminal(
    small: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """A header with such signs is not mended; a text stands beside what is."""
    edit(small, "date: 2026-02-19\n", "")
    edit(small, "---\nThe analysis.", "date: 19 February 2026\n---\nThe \x1b[2J analysis.")
    desk("check", "--diff")
    said = capsys.readouterr().out
    assert " The ␛[2J analysis." in said
    assert "\x1b" not in said


def test_the_exit_code_of_a_difference_is_no_count(small: Path, desk: Desk) -> None:
    """2 would be wrong usage, and 256 files a success."""
    edit(small, "date: 2026-02-19\n", "date: 19 February 2026\n")
    second = small / PATH.replace("pipes", "more-pipes")
    second.write_text((small / PATH).read_text("utf-8"), encoding="utf-8")
    assert desk("check", "--diff") == 1


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_a_program_gets_its_form_and_nothing_else_while_files_are_mended(
    form: str, small: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(small, "date: 2026-02-19\n", "date: 19 February 2026\n")
    desk("check", "--fix", "--format", form)
    said = capsys.readouterr()
    assert json.loads(said.out)
    assert "“19 February 2026” is written 2026-02-19\n" in said.err
    desk("check", "--fix", "--format", form)
    assert "Nothing to mend." in capsys.readouterr().err


def test_a_file_that_is_changed_meanwhile_is_not_overwritten(
    small: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(small, "date: 2026-02-19\n", "date: 19 February 2026\n")

    def meanwhile(raw: bytes, path: str, form: object) -> object:
        found = mended(raw, path, form)  # type: ignore[arg-type]
        if found[1]:
            edit(small, "The analysis.", "The new analysis.")
        return found

    monkeypatch.setattr(mending, "mended", meanwhile)
    desk("check", "--fix")
    assert f"{PATH}: changed meanwhile, and left alone.\n" in capsys.readouterr().err
    text = (small / PATH).read_text("utf-8")
    assert "date: 19 February 2026\n" in text
    assert "The new analysis." in text


def test_a_file_behind_a_link_is_mended_where_it_lies(small: Path, desk: Desk) -> None:
    edit(small, "date: 2026-02-19\n", "date: 2026/2/19\n")
    real = small / "elsewhere.md"
    (small / PATH).rename(real)
    (small / PATH).symlink_to(real)
    desk("check", "--fix")
    assert (small / PATH).is_symlink()
    assert "date: 2026-02-19\n" in real.read_text("utf-8")


@pytest.mark.parametrize("path", sorted((ROOT / "content/stories").rglob("*.md")), ids=lambda path: path.stem)
def test_stories_of_the_demonstration_say_the_same_after_mending(path: Path) -> None:
    raw = path.read_bytes()
    new, _ = mended(raw, "content/stories/x.md", FORM)
    was, now = (parse_story(text.decode(), "content/stories/x.md", {}) for text in (raw, new))
    assert was == now
    assert mended(new, "content/stories/x.md", FORM) == (new, ())
