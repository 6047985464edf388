"""A lock is read strictly, with the place of what is wrong, and written the same way every time."""

from __future__ import annotations

from base64 import b85encode
from collections.abc import Iterable
from dataclasses import replace

import pytest

from twosource.newsroom.lock import Hint, Lock, LockedQuote, LockedSource
from twosource.newsroom.lock_file import read_lock, write_lock
from twosource.newsroom.lock_values import METHODS
from twosource.verification.fingerprint import NAME, fingerprint


def print_of(hashes: Iterable[int]) -> str:
    """A fingerprint of just these hashes, in this order."""
    return NAME + b85encode(b"".join(value.to_bytes(4) for value in hashes)).decode()


SOURCE = LockedSource(
    url="https://example.org/story",
    canonical="",
    retrieved="2026-02-20",
    sha256="ab" * 32,
    words=412,
    publisher="Exämple",
    authors=("Jane Doe",),
    published="2026-02-18",
    hints=(Hint("dateline", "Reuters", "PARIS (Reuters) -"),),
    fingerprint=print_of(range(1, 9)),
    quotes={
        "k2": LockedQuote("https://example.org/story#:~:text=b", "c2"),
        "k1": LockedQuote("https://example.org/story#:~:text=a", "c1"),
    },
)
LOCK = Lock("content/stories/2026/x.lock", ("/stories/x/", "/stories/old/"), {"b": SOURCE, "a": SOURCE})
TEXT = write_lock(LOCK)


def test_what_was_written_is_read_back() -> None:
    """Texts, lists and mappings, apart from their order."""
    lock, problems = read_lock(TEXT, LOCK.path)
    assert problems == ()
    assert lock == replace(LOCK, addresses=("/stories/old/", "/stories/x/"))


def test_the_order_of_mappings_does_not_show() -> None:
    """The same lock gives the same bytes."""
    turned = replace(SOURCE, quotes=dict(reversed(SOURCE.quotes.items())))
    assert write_lock(replace(LOCK, sources={"a": turned, "b": turned})) == TEXT


def test_each_key_has_a_line_of_its_own_so_that_two_writers_can_merge() -> None:
    """No line holds two keys."""
    assert all(line.count('": ') <= 1 for line in TEXT.splitlines())


def test_an_entry_of_an_article_and_eight_quotes_stays_under_four_kilobytes() -> None:
    """Links are written without the page's own address."""
    quotes = {f"{n:032x}": LockedQuote(SOURCE.url + "#:~:text=" + "w%20" * 25, "c" * 32) for n in range(8)}
    whole = write_lock(Lock("x", (), {"a": replace(SOURCE, quotes=quotes, fingerprint="w" * 1300)}))
    assert len(whole.encode()) < 4096


def test_what_is_locked_for_a_page_opens_that_page() -> None:
    """A link cannot lead elsewhere: the file holds the fragment alone."""
    lock, _ = read_lock(TEXT, "x.lock")
    assert lock is not None
    assert lock.sources["a"].quotes["k1"].link == "https://example.org/story#:~:text=a"
    assert read_lock(TEXT.replace('"#:~:text=a"', '"https://evil.example/#a"'), "x.lock")[0] is None


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "said"),
    [
        ('"words": 412', '"words": "412"', 13, 4, "whole number"),
        ('"words": 412', '"words": true', 13, 4, "whole number"),
        ('"version": 1', '"version": 2', 2, 2, "version 2"),
        ('"version": 1,', '"version": 1', 3, 2, "not valid JSON"),
        ('"retrieved"', '"retreived"', 8, 3, "missing"),
        ('"authors": [', '"authors": {', 17, 4, "not valid JSON"),
        ('"canonical": ""', '"canonical": null', 10, 4, "wants a text"),
        (' "sources": {', '<<<<<<< HEAD\n "sources": {', 7, 1, "merge conflict"),
        ('"publisher": "Exämple"', '"publisher": "\\ud800"', 14, 4, "half a character"),
        ('"published"', '"extra": "",\n   "published"', 18, 4, "not part of a lock"),
        ('"version": 1', '"version": 1, "version": 1', 2, 2, "twice"),
        ('"version": 1', '"version": NaN', 2, 2, "version nan"),
    ],
)
def test_a_fault_is_told_with_its_place(old: str, new: str, line: int, column: int, said: str) -> None:
    """what stood ; what stands ; line ; column ; words of the message"""
    assert old in TEXT
    lock, problems = read_lock(TEXT.replace(old, new, 1), "x.lock")
    assert lock is None
    assert [problem.rule for problem in problems] == ["lock-unreadable"]
    assert said in problems[0].message
    assert (problems[0].place.line, problems[0].place.column) == (line, column)


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ("", "no known method"),
        ("w9x9-sha1-7:" + print_of([1])[len(NAME) :], "no known method"),
        (NAME + "not base85 \\u00e9", "no whole hashes"),
        (NAME + "00", "no whole hashes"),
        (NAME + "0" * 6, "no whole hashes"),
        (NAME + "|NsC1", "no whole hashes"),
        (print_of([2, 1]), "not sorted"),
        (print_of([1, 1]), "not sorted"),
        (NAME, "empty"),
    ],
)
def test_a_fingerprint_that_was_not_made_by_desk_lock_is_refused(spoilt: str, said: str) -> None:
    """Emptied or garbled, it would hide a copy."""
    lock, problems = read_lock(TEXT.replace(SOURCE.fingerprint, spoilt, 1), "x.lock")
    assert lock is None
    assert said in problems[0].message
    assert problems[0].place.line == 19


@pytest.mark.parametrize(
    ("key", "spoilt", "said"),
    [
        ("sha256", "ab" * 31, "64 hexadecimal digits"),
        ("sha256", "AB" * 32, "64 hexadecimal digits"),
        ("sha256", "../../../etc/passwd", "64 hexadecimal digits"),
        ("retrieved", "", "wants a day"),
        ("retrieved", "2026-02", "wants a day"),
        ("retrieved", "2026-02-30", "wants a day"),
        ("retrieved", "20260220", "wants a day"),
        ("published", "yesterday", "wants a date"),
        ("published", "2026-Q1", "wants a date"),
        ("published", "2026-13", "wants a date"),
    ],
)
def test_checksums_and_dates_have_one_form(key: str, spoilt: str, said: str) -> None:
    """key ; what stands there ; words of the message"""
    old = f'"{key}": "{getattr(SOURCE, key)}"'
    assert old in TEXT
    lock, problems = read_lock(TEXT.replace(old, f'"{key}": "{spoilt}"', 1), "x.lock")
    assert lock is None
    assert [problem.rule for problem in problems] == ["lock-unreadable"]
    assert said in problems[0].message


@pytest.mark.parametrize("known", ["", "2026", "2026-02", "2026-02-18"])
def test_a_page_may_give_as_much_of_its_date_as_it_likes(known: str) -> None:
    """known"""
    lock, _ = read_lock(write_lock(replace(LOCK, sources={"a": replace(SOURCE, published=known)})), "x.lock")
    assert lock is not None
    assert lock.sources["a"].published == known


def test_a_date_that_cannot_be_read_is_not_written() -> None:
    """A page may give anything; what is locked can be read again."""
    lock, _ = read_lock(write_lock(replace(LOCK, sources={"a": replace(SOURCE, published="Feb 18, 20")})), "x.lock")
    assert lock is not None
    assert lock.sources["a"].published == ""


def test_a_short_text_may_have_no_fingerprint() -> None:
    """One that is a quotation throughout, such as a statement."""
    short = write_lock(replace(LOCK, sources={"a": replace(SOURCE, words=80, fingerprint=fingerprint("“Words.”"))}))
    assert read_lock(short, "x.lock")[1] == ()


def test_the_method_in_use_is_one_that_is_known() -> None:
    """The rooms do not share the name, so a test does."""
    assert NAME in METHODS


@pytest.mark.parametrize("text", ["", "[]", "null", "[" * 100_000, '{"version": ' + "9" * 5000 + "}"])
def test_anything_else_is_refused_and_never_raises(text: str) -> None:
    """text"""
    lock, problems = read_lock(text, "x.lock")
    assert lock is None
    assert len(problems) == 1
