"""`desk diff`: the rating diff and the stealth-edit gate, over a scripted history of a small hub."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.conftest import PATH, STORY, Desk, edit
from twosource.desk.spelling import differs_in_spelling, one_slip

LOCK = "content/stories/2026/pipes.lock"
RUBRIC = "methodology/rubric.yml"
SECOND = "content/stories/2026/quay.md"
CHANGE = "changes:\n  - {date: 2026-02-2%d, kind: %s, text: %s}\n"
EVIDENCE = '      - {source: gazette, quote: "pipes of steel will carry 12 percent from Monday"}\n'
SECOND_STORY = STORY.replace("title: Duty on steel pipes takes effect", "title: Warehouses hold enough pipes").replace(
    "status: published", "status: draft"
)

Act = Callable[[Path], None]


def change(old: str, new: str, path: str = PATH) -> Act:
    """An edit of a file."""
    return lambda root: edit(root, old, new, path)


def both(*acts: Act) -> Act:
    """Several in one commit."""

    def act(root: Path) -> None:
        for one in acts:
            one(root)

    return act


def told(n: int, kind: str = "correction", words: str = "A word to readers.") -> Act:
    """A new entry in the change log, which stands at the end of the front matter."""

    def act(root: Path) -> None:
        text = (root / PATH).read_text("utf-8")
        head, body = text.rsplit("\n---\n", 1)
        entry = f"\n  - {{date: 2026-02-{n}, kind: {kind}, text: {words}}}"
        head += entry if "\nchanges:" in head else f"\nchanges:{entry}"
        (root / PATH).write_text(f"{head}\n---\n{body}", "utf-8")

    return act


def moved(old: str, new: str) -> Act:
    """A story and its lock under another name."""

    def act(root: Path) -> None:
        for ending in (".md", ".lock"):
            if (root / old).with_suffix(ending).exists():
                (root / old).with_suffix(ending).rename((root / new).with_suffix(ending))

    return act


def wrote(path: str, text: str) -> Act:
    """A new file."""

    def act(root: Path) -> None:
        (root / path).write_text(text, "utf-8")

    return act


class Commit(NamedTuple):
    """One step of the history."""

    name: str
    """What the writer did."""
    act: Act
    """The edit."""
    rules: tuple[str, ...] = ()
    """Rules that are broken."""
    parts: tuple[str, ...] = ()
    """Parts of the story that changed."""
    ratings: tuple[tuple[str, str, str], ...] = ()
    """Rating, before and after."""


FORECAST = "statement: The duty ends., says: desk, due: 2026-06, decided_by: A notice., status: open, likelihood: 0.8"
KNOWN = "statement: Ships turn back., says: desk, due: 2026-06, decided_by: A count., status: came-true"
LOST = ("badge", "Verified by 2 independent sources", "Single source")
WON = ("badge", "Single source", "Verified by 2 independent sources")

HISTORY = (
    Commit("a comma in the headline", change("pipes takes", "pipes, takes")),
    Commit("a capital in a fact", change("text: The duty is 12", "text: The Duty is 12")),
    Commit(
        "a fact grows, with a slip, told",
        both(change("The Duty is 12 per cent.", "The Duty is 12 per cent at the minsitry."), told(20)),
        (),
        ("facts",),
    ),
    Commit("a slip is mended", change("minsitry", "ministry")),
    Commit(
        "the headline is rewritten",
        change("pipes, takes effect", "pipes, is doubled"),
        ("stealth-edit",),
        ("headline",),
    ),
    Commit(
        "the headline again, and readers are told", both(change("is doubled", "begins"), told(20)), (), ("headline",)
    ),
    Commit("a figure in a fact", change("12 per cent at", "13 per cent at"), ("stealth-edit",), ("facts",)),
    Commit("the figure back, told", both(change("13 per cent at", "12 per cent at"), told(21)), (), ("facts",)),
    Commit(
        "a million becomes a billion in the analysis",
        change("The analysis.", "The analysis of 3 million."),
        ("stealth-edit",),
        ("figures",),
    ),
    Commit("by one letter", change("3 million", "3 billion"), ("stealth-edit",), ("figures",)),
    Commit("the figure is taken out, told", both(change(" of 3 billion", ""), told(22, "update")), (), ("figures",)),
    Commit("the analysis is rewritten without figures", change("The analysis.", "Another analysis, at length.")),
    Commit(
        "a quote is cut",
        change("a duty of 12 percent on steel pipes", "duty of 12 percent on steel pipes"),
        ("stealth-edit",),
        ("quotes",),
        (LOST,),
    ),
    Commit("and put back, told", both(change('"duty of 12', '"a duty of 12'), told(23)), (), ("quotes",), (WON,)),
    Commit("a quote is taken out", change(EVIDENCE, ""), ("stealth-edit",), ("quotes",), (LOST,)),
    Commit("and put back, told", both(change("impact:", f"{EVIDENCE}impact:"), told(23)), (), ("quotes",), (WON,)),
    Commit(
        "a score is raised",
        change("regulatory: {score: 3", "regulatory: {score: 9"),
        ("stealth-edit",),
        ("scores",),
        (("impact", "2", "5"),),
    ),
    Commit(
        "and lowered, told", both(change("{score: 9", "{score: 3"), told(24)), (), ("scores",), (("impact", "5", "2"),)
    ),
    Commit("a source's title", change("title: Pipes\n", "title: All about steel\n"), ("stealth-edit",), ("sources",)),
    Commit(
        "a source's publisher",
        change("publisher: gazette", "publisher: courier"),
        ("stealth-edit",),
        ("sources",),
        (LOST,),
    ),
    Commit(
        "and back, told",
        both(
            change(
                "    publisher: courier\n    kind: reporting\n    published: 2026-02-18\nfacts",
                "    publisher: gazette\n    kind: reporting\n    published: 2026-02-18\nfacts",
            ),
            told(25),
        ),
        (),
        ("sources",),
        (WON,),
    ),
    Commit(
        "a fact that is no longer essential",
        change("    essential: true\n", "    essential: true\n    as_of: 2026-02-18\n"),
        ("stealth-edit",),
        ("facts",),
    ),
    Commit(
        "an entry of the log is rewritten, and readers are told of something",
        both(
            change("2026-02-25, kind: correction, text: A word to", "2026-02-25, kind: update, text: All is well,"),
            told(26),
        ),
        ("stealth-edit",),
        ("changes",),
    ),
    Commit(
        "an entry is taken out, and two are added",
        both(change("  - {date: 2026-02-26, kind: correction, text: A word to readers.}", ""), told(27), told(27)),
        ("stealth-edit",),
        ("changes",),
    ),
    Commit("a slip in the log is mended", change("All is well, readers", "All is well, raeders")),
    Commit("a forecast is made", change("impact:", f"watch:\n  - {{{FORECAST}}}\nimpact:")),
    Commit("it is put off", change("due: 2026-06,", "due: 2026-09,"), ("stealth-edit",), ("watch",)),
    Commit("it is less likely, told", both(change("0.8", "0.4"), told(27)), (), ("watch",)),
    Commit("it is by somebody else", change("says: desk", "says: gazette"), ("stealth-edit",), ("watch",)),
    Commit("it comes true", change("status: open", "status: came-true")),
    Commit("its verdict is turned", change("status: came-true", "status: did-not"), ("stealth-edit",), ("watch",)),
    Commit(
        "a forecast is made when its end is known",
        change("watch:\n", f"watch:\n  - {{{KNOWN}}}\n"),
        ("stealth-edit",),
        ("watch",),
    ),
    Commit("it is taken out", change(f"  - {{{KNOWN}}}\n", ""), ("stealth-edit",), ("watch",)),
    Commit("a draft is begun", wrote(SECOND, SECOND_STORY)),
    Commit("a draft is rewritten", change("12 per cent", "14 per cent", SECOND)),
    Commit("a draft is deleted", lambda root: (root / SECOND).unlink()),
    Commit("a story is renamed", moved(PATH, "content/stories/2026/tubes.md"), ("moved-without-alias",)),
    Commit(
        "and renamed back",
        both(moved("content/stories/2026/tubes.md", PATH), change("changes:", "aliases: [/stories/tubes/]\nchanges:")),
    ),
    Commit(
        "renamed with an alias",
        both(
            moved(PATH, "content/stories/2026/tubes.md"),
            lambda root: edit(root, "[/stories/tubes/]", "[/stories/pipes/]", "content/stories/2026/tubes.md"),
        ),
    ),
    Commit(
        "and back again",
        both(moved("content/stories/2026/tubes.md", PATH), change("[/stories/pipes/]", "[/stories/tubes/]")),
    ),
    Commit(
        "a number of the rubric",
        change("single_source_ceiling: 0.", "single_source_ceiling: 0.0", RUBRIC),
        ("rubric-unversioned",),
    ),
    Commit(
        "a story is hidden", change("status: published", "status: draft"), ("stealth-edit", "story-removed"), ("facts",)
    ),
    Commit("and shown again", change("status: draft", "status: published")),
    Commit(
        "a story is retracted, told",
        both(change("status: published", "status: retracted"), told(28, "retraction")),
        (),
        ("facts",),
    ),
    Commit("a story is deleted", lambda root: (root / PATH).unlink(), ("story-removed",)),
)
"""Every kind of edit, one after the other; each is compared with the commit before."""


def git(root: Path, *words: str) -> None:
    """Run git quietly, under a name of its own."""
    name = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", root, *name, *words], check=True, capture_output=True)


@pytest.fixture
def tracked(small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> Path:
    """The hub, locked and committed."""
    assert desk("lock", "pipes", "--from", saved) == 0
    git(small, "init", "-q", "-b", "main")
    (small / ".gitignore").write_text(".store/\n.cache/\n")
    git(small, "add", "-A")
    git(small, "commit", "-q", "-m", "Begin")
    capsys.readouterr()
    return small


def compared(desk: Desk, capsys: pytest.CaptureFixture[str], code: int, *words: str) -> Any:
    """What the command says as JSON."""
    assert desk("diff", "--format", "json", *words) == code
    return json.loads(capsys.readouterr().out)


def test_a_history_of_every_kind_of_edit_is_told_exactly(
    tracked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rules broken, parts changed and ratings changed, commit by commit."""
    assert len(HISTORY) >= 30
    for commit in HISTORY:
        commit.act(tracked)
        code = desk("diff", "--format", "json")
        said = json.loads(capsys.readouterr().out)
        assert code == int(bool(said["problems"]))
        got = (
            commit.name,
            tuple(sorted({problem["rule"] for problem in said["problems"]})),
            tuple(sorted({one["part"] for one in said["edits"]})),
            tuple(
                (one["rating"], one["before"], one["after"]) for one in said["ratings"] if one["rating"] != "confidence"
            ),
        )
        assert got == (commit.name, commit.rules, commit.parts, commit.ratings), said["edits"]
        git(tracked, "add", "-A")
        git(tracked, "commit", "-q", "-m", commit.name)


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("The minsitry said", "The ministry said", True),
        ("recieve", "receive", True),
        ("co-operate", "cooperate", True),
        ("it\u2019s done", "it's done", True),
        ("Duty, on pipes.", "duty on pipes", True),
        ("12 million", "12 billion", False),
        ("it rose", "it rise", False),
        ("is not done", "is now done", False),
        ("the duty", "a duty", False),
        ("12 per cent", "13 per cent", False),
        ("a legal act", "an illegal act", False),
        ("imports fell", "exports fell", False),
        ("a typical case", "a atypical case", False),
        ("मंत्री की बात", "मंत्री का बात", False),
        ("मंत्री की बात", "मंत्री, की बात", True),
    ],
)
def test_spelling_is_what_no_reader_would_call_another_statement(old: str, new: str, same: bool) -> None:
    """old ; new ; same"""
    assert differs_in_spelling(old, new, {"rose", "rise", "million", "not", "now"}) is same


@given(st.text("abc", min_size=1, max_size=6), st.text("abc", min_size=1, max_size=6))
def test_one_slip_is_what_a_slip_made_by_hand_can_reach(old: str, new: str) -> None:
    """Held against all that one deletion, insertion, change or swap gives."""
    cuts = range(len(old) + 1)
    slips = {old[:n] + old[n + 1 :] for n in range(len(old))}
    slips |= {old[:n] + letter + old[n:] for n in cuts for letter in "abc"}
    slips |= {old[:n] + letter + old[n + 1 :] for n in range(len(old)) for letter in "abc"}
    slips |= {old[:n] + old[n + 1] + old[n] + old[n + 2 :] for n in range(len(old) - 1)}
    assert one_slip(old, new) is (new in slips)


def test_as_text_each_rating_has_its_reasons_and_as_markdown_a_table(
    tracked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """For a terminal, and for a comment on a pull request."""
    edit(tracked, "regulatory: {score: 3", "regulatory: {score: 9")
    assert desk("diff") == 1
    said = capsys.readouterr().out
    assert said.startswith("Against HEAD: 0 stories change badge, 1 story changes impact 2 → 5, 0 stories change")
    assert "      Regulatory is 9 at weight" in said
    assert "No longer: Regulatory is 3 at weight" in said
    assert f"{PATH}:32:" in said
    assert "1 thing of which readers are not told." in said
    assert desk("diff", "--format", "markdown") == 1
    table = capsys.readouterr().out
    assert "| `pipes` | impact | 2 | 5 | Regulatory is 9" in table
    assert "- **stealth-edit** `content/stories/2026/pipes.md` line 32" in table


def test_excuses_that_come_and_go_are_told(tracked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """One hides every later warning of its rule in the file, so that whoever reviews has to see it."""
    edit(tracked, "impact:", "ignore:\n  - {rule: boilerplate, because: Both quote the oath.}\nimpact:")
    git(tracked, "commit", "-q", "-a", "-m", "Excuse")
    edit(tracked, "{rule: boilerplate, because: Both", "{rule: malformed-mark, because: Both")
    told = [(one["added"], one["rule"], one["path"]) for one in compared(desk, capsys, 0)["excuses"]]
    assert told == [(False, "boilerplate", PATH), (True, "malformed-mark", PATH)]
    assert desk("diff") == 0
    said = capsys.readouterr().out
    assert re.search(rf"^  \+ {PATH}:\d+:\d+: malformed-mark\. Both quote the oath\.$", said, re.M)
    assert re.search(rf"^  − {PATH}:\d+:\d+: boilerplate\. ", said, re.M)
    assert desk("diff", "--format", "markdown") == 0
    assert "\n- added: **malformed-mark** `" in capsys.readouterr().out


def test_a_new_version_of_the_rubric_is_told_with_every_rating_that_it_moves(
    tracked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """And needs no entry in a story: the rubric has a change log of its own."""
    text = (tracked / RUBRIC).read_text("utf-8")
    (tracked / RUBRIC).write_text(
        text.replace('version: "1.1"', 'version: "2"', 1)
        .replace("changes:\n", 'changes:\n  - {version: "2", date: 2026-02-25, what: Weights moved.}\n', 1)
        .replace("weight: 0.4", "weight: 0.8", 1),
        "utf-8",
    )
    said = compared(desk, capsys, 0)
    assert said["rubric"] == {"before": "1.1", "after": "2"}
    assert all("The rubric went from 1.1 to 2." in one["because"] for one in said["ratings"])


def test_a_base_that_does_not_exist_is_wrong_usage(
    tracked: Path, tmp_path: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """A branch that was not fetched, and a folder without git."""
    assert desk("diff", "--base", "origin/main") == 2
    assert "no commit “origin/main”. Fetch it" in capsys.readouterr().err
    (tracked / ".git").rename(tmp_path / "elsewhere")
    assert desk("diff") == 2
    assert "no git repository" in capsys.readouterr().err
