"""`desk lock --from` keeps what was found in saved pages, and nothing else, without the network."""

from __future__ import annotations

import gzip
import json
import os
import socket
from pathlib import Path

import pytest

from tests.desk.conftest import COURIER, PATH, Desk, edit
from twosource.newsroom.lock import Lock
from twosource.newsroom.lock_file import MANY_WORDS, read_lock

LOCK = PATH.replace(".md", ".lock")


def locked(root: Path) -> Lock:
    lock, problems = read_lock((root / LOCK).read_text(encoding="utf-8"), LOCK)
    assert problems == ()
    assert lock is not None
    return lock


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any attempt to open a connection fails the test."""

    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_pages_are_matched_by_address_and_every_quote_is_found(small: Path, saved: Path, desk: Desk) -> None:
    """Tracking, `www.`, scheme and a final slash do not tell pages apart."""
    assert desk("lock", "pipes", "--from", saved, "--retrieved", "2026-02-20") == 0
    lock = locked(small)
    assert set(lock.sources) == {"courier", "gazette"}
    assert [len(source.quotes) for source in lock.sources.values()] == [1, 1]
    assert lock.sources["gazette"].authors == ("A. B.",)
    assert {source.retrieved for source in lock.sources.values()} == {"2026-02-20"}
    assert lock.addresses == ("/stories/pipes/",)
    quote = next(iter(lock.sources["courier"].quotes.values()))
    assert quote.link.startswith("https://www.courier.example/pipes?utm_source=letter#:~:text=a%20duty%20of%2012")


def test_a_locked_story_is_verified_and_an_unlocked_one_is_refused(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only what was found counts."""
    assert desk("check") == 1
    assert "gate-refused" in capsys.readouterr().out
    desk("lock", "pipes", "--from", saved)
    capsys.readouterr()
    assert desk("check") == 0


def test_texts_go_to_the_private_store_and_not_into_the_lock(small: Path, saved: Path, desk: Desk) -> None:
    """Gzip without a time stamp: the same text gives the same bytes."""
    desk("lock", "pipes", "--from", saved)
    entry = locked(small).sources["courier"]
    packed = (small / ".store" / f"{entry.sha256}.txt.gz").read_bytes()
    assert gzip.decompress(packed).decode() == COURIER
    assert packed[4:8] == b"\0\0\0\0"
    assert "two days of talks" not in (small / LOCK).read_text(encoding="utf-8")


def test_the_same_pages_give_the_same_lock_and_keep_their_day(small: Path, saved: Path, desk: Desk) -> None:
    """A text that did not change was not retrieved anew."""
    desk("lock", "pipes", "--from", saved, "--retrieved", "2026-02-20")
    first = (small / LOCK).read_bytes()
    desk("lock", "pipes", "--from", saved, "--retrieved", "2026-02-27")
    assert (small / LOCK).read_bytes() == first
    (saved / "courier.txt").write_text(COURIER + " More.", encoding="utf-8")
    desk("lock", "pipes", "--from", saved, "--retrieved", "2026-02-27")
    assert locked(small).sources["courier"].retrieved == "2026-02-27"
    assert locked(small).sources["gazette"].retrieved == "2026-02-20"


def test_a_quote_that_does_not_occur_is_refused_with_its_place_and_the_nearest_passage(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """The found ones are written all the same."""
    edit(small, "a duty of 12 percent on steel", "a duty of 2 percent on steel")
    assert desk("lock", "pipes", "--from", saved) == 1
    said = capsys.readouterr().out
    assert f"{PATH}:29:34: error" in said
    assert "[-2-]{+12+}" in said
    assert len(locked(small).sources["courier"].quotes) == 0
    assert len(locked(small).sources["gazette"].quotes) == 1


def test_entries_without_a_new_page_are_kept_and_those_of_dropped_sources_go(
    small: Path, saved: Path, desk: Desk
) -> None:
    """One source at a time can be locked."""
    desk("lock", "pipes", "--from", saved, "--retrieved", "2026-02-20")
    before = locked(small).sources["gazette"]
    assert desk("lock", "pipes", "--from", saved / "courier.txt") == 0
    assert locked(small).sources["gazette"] == before
    edit(small, "id: gazette", "id: herald")
    edit(small, "source: gazette", "source: herald")
    desk("lock", "pipes", "--from", saved / "courier.txt")
    assert set(locked(small).sources) == {"courier"}


def test_a_new_quote_is_looked_for_in_the_stored_text_where_no_page_is_given(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the store the writer is asked for the page."""
    desk("lock", "pipes", "--from", saved)
    edit(small, "pipes of steel will carry 12 percent from Monday", "pipes of steel will carry 12 percent")
    assert desk("lock", "pipes", "--from", saved / "courier.txt") == 0
    for file in (small / ".store").iterdir():
        file.unlink()
    edit(small, "pipes of steel will carry 12 percent", "steel will carry 12 percent")
    capsys.readouterr()
    assert desk("lock", "pipes", "--from", saved / "courier.txt") == 1
    assert "Give its saved page with --from." in capsys.readouterr().out


def test_an_entry_for_another_address_is_not_kept(small: Path, saved: Path, desk: Desk) -> None:
    """The quotes were found on the old page, not on the new one."""
    desk("lock", "pipes", "--from", saved)
    edit(small, "gazette.example/duty", "gazette.example/other")
    desk("lock", "pipes", "--from", saved)
    assert set(locked(small).sources) == {"courier"}


def test_addresses_of_earlier_locks_are_kept_and_drafts_add_none(small: Path, saved: Path, desk: Desk) -> None:
    """So that a moved story without an alias can be found out."""
    desk("lock", "pipes", "--from", saved)
    edit(small, "status: published", "status: published\nslug: tubes")
    desk("lock", "tubes", "--from", saved)
    assert locked(small).addresses == ("/stories/pipes/", "/stories/tubes/")
    (small / LOCK).unlink()
    edit(small, "status: published", "status: draft")
    desk("lock", "tubes", "--from", saved)
    assert locked(small).addresses == ()


def test_a_story_that_cannot_be_read_keeps_its_lock_and_shows_its_problems(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """The old lock is not touched."""
    desk("lock", "pipes", "--from", saved)
    before = (small / LOCK).read_bytes()
    edit(small, "kind: fact", "kind: fakt")
    capsys.readouterr()
    assert desk("lock", PATH, "--from", saved) == 1
    assert "unknown-word" in capsys.readouterr().out
    assert (small / LOCK).read_bytes() == before


def test_a_lock_with_a_merge_conflict_is_made_anew(small: Path, saved: Path, desk: Desk) -> None:
    """Nothing in it can be trusted."""
    desk("lock", "pipes", "--from", saved)
    whole = (small / LOCK).read_text(encoding="utf-8")
    (small / LOCK).write_text("<<<<<<< HEAD\n" + whole, encoding="utf-8")
    assert desk("lock", "pipes", "--from", saved) == 0
    assert (small / LOCK).read_text(encoding="utf-8") == whole


def test_a_write_that_fails_leaves_the_old_lock_and_no_litter(
    small: Path, saved: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lock is replaced whole or not at all."""
    desk("lock", "pipes", "--from", saved)
    before = (small / LOCK).read_bytes()
    (saved / "courier.txt").write_text(COURIER + " More.", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device", "pipes.lock")

    monkeypatch.setattr("os.replace", fail)
    assert desk("lock", "pipes", "--from", saved) == 1
    assert capsys.readouterr().err == "desk: pipes.lock: No space left on device.\n"
    assert (small / LOCK).read_bytes() == before
    assert sorted(path.name for path in (small / PATH).parent.iterdir()) == ["pipes.lock", "pipes.md"]


def test_pages_of_other_addresses_are_told_to_be_of_no_use(
    small: Path, tmp_path: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """No lock is made from them."""
    (tmp_path / "other.json").write_text(json.dumps({"url": "https://x.example/", "text": "Words."}), encoding="utf-8")
    assert desk("lock", "pipes", "--from", tmp_path / "other.json") == 1
    assert "None of 1 saved page" in capsys.readouterr().out
    assert not (small / LOCK).exists()


def test_a_folder_without_a_saved_page_is_told_as_such(
    small: Path, tmp_path: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not as none of nought."""
    (tmp_path / "empty").mkdir()
    assert desk("lock", "pipes", "--from", tmp_path / "empty") == 1
    assert capsys.readouterr().out.endswith("\nNo saved page was found where --from looks.\n")


def test_a_story_that_cannot_be_read_is_what_the_run_ends_with(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its mistake stands before warnings about pages, and nobody is told to look for other pages."""
    (saved / "a.txt").write_text("Words without an address.", encoding="utf-8")
    edit(small, "kind: fact", "kind: [fact")
    assert desk("lock", PATH, "--from", saved) == 1
    said = capsys.readouterr().out
    assert "None of" not in said
    assert said.index("[yaml-syntax]") < said.index("no address")


def test_a_lock_that_is_a_pipe_is_not_waited_for(small: Path, saved: Path, desk: Desk) -> None:
    """It gives way to a lock."""
    os.mkfifo(small / LOCK)
    assert desk("lock", "pipes", "--from", saved) == 0
    assert (small / LOCK).is_file()


def test_a_long_page_that_is_a_quotation_throughout_has_a_fingerprint(small: Path, saved: Path, desk: Desk) -> None:
    """A lock without one would be refused."""
    spoken = "\n\n".join(f"“{part}" for part in [COURIER] * 6)
    (saved / "courier.txt").write_text(spoken, encoding="utf-8")
    assert desk("lock", "pipes", "--from", saved) == 0
    assert locked(small).sources["courier"].words >= MANY_WORDS


def test_a_folder_of_stories_is_locked_in_one_run(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line for each story."""
    (small / PATH.replace("pipes", "tubes")).write_text((small / PATH).read_text(encoding="utf-8"), encoding="utf-8")
    assert desk("lock", "content/stories", "--from", saved) == 0
    said = capsys.readouterr().out
    assert said.count("2 of 2 sources locked, 2 of 2 quotes found") == 2


def test_an_origin_that_a_page_names_is_proposed_to_the_writer(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not when the source's own newspaper was told."""
    told = COURIER + "\n\nA clerk told the Courier so. A trader told the Gazette."
    (saved / "courier.txt").write_text(told, encoding="utf-8")
    desk("lock", "pipes", "--from", saved)
    said = capsys.readouterr().out
    assert "courier says “told the Gazette”" in said
    assert "told the Courier" not in said


@pytest.mark.parametrize(
    "words",
    [
        ("lock", "pipes", "--from", ".", "--allow-address", "home"),
        ("lock", "nothing", "--from", "."),
        ("lock", "pipes", "--from", "nowhere"),
        ("lock", "pipes", "--from", ".", "--retrieved", "yesterday"),
        ("lock", "methodology", "--from", "."),
    ],
)
def test_wrong_usage_leaves_with_two(small: Path, desk: Desk, words: tuple[str, ...]) -> None:
    """words"""
    assert desk(*words) == 2


def test_a_quote_that_proves_little_is_warned_of_and_locked_all_the_same(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """A warning stops nothing."""
    edit(small, "a duty of 12 percent on steel pipes", "12 percent on steel pipes")
    (saved / "courier.txt").write_text(COURIER + "\n\nAgain: a duty of 12 percent on steel pipes.", encoding="utf-8")
    assert desk("lock", "pipes", "--from", saved) == 0
    said = capsys.readouterr().out
    assert "warning These few words stand in the source more than once. [quote-too-common]" in said
    assert len(locked(small).sources["courier"].quotes) == 1


def test_an_entry_of_a_very_long_document_stays_small(small: Path, saved: Path, desk: Desk) -> None:
    """Only its beginning is fingerprinted."""
    words = " ".join(f"word{n} stands here" for n in range(20_000))
    (saved / "courier.txt").write_text(f"{COURIER}\n\n{words}", encoding="utf-8")
    assert desk("lock", "pipes", "--from", saved) == 0
    entry = json.loads((small / LOCK).read_text(encoding="utf-8"))["sources"]["courier"]
    assert len(json.dumps(entry, indent=1)) < 4096


def test_a_fresh_draft_cannot_be_locked_and_the_code_says_so(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a draft may lack is a warning in a check; a lock was asked for, and none was made."""
    assert desk("new", "Pipes get cheaper") == 0
    capsys.readouterr()
    assert desk("lock", "pipes-get-cheaper", "--from", saved) == 1
    said = capsys.readouterr().out
    assert "Every quote" not in said
    assert "error" in said
