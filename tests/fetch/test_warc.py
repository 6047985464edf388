"""WARC files are read with `--from`, and the private store keeps what was fetched as one."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.fetch.conftest import HTML, Make
from tests.fetch.server import Server, page, to
from twosource.desk.fetching.shelf import Shelf
from twosource.desk.saved_page import SavedPage
from twosource.desk.saved_pages import find_saved
from twosource.desk.warc_file import records, warc_of
from twosource.newsroom.problems import Problem

URL = "https://news.example/a"
DAY = "2026-02-20T08:00:00Z"
HEADERS = {"content-type": "text/html; charset=utf-8"}


def test_a_fetched_page_can_be_given_again_from_the_store_under_its_first_address(server: Server, make: Make) -> None:
    """The redirect is kept with it."""
    server.routes |= {"/short": to("/long"), "/long": page(HTML.encode())}
    fetcher = make(robots=False)
    fetched = fetcher.fetch(f"{server.url}/short")
    pages, problems = find_saved([fetcher.shelf.folder])
    assert problems == ()
    assert [one.url for one in pages] == [f"{server.url}/long", f"{server.url}/short"]
    again = pages[1].read()
    assert isinstance(again, SavedPage)
    assert isinstance(fetched, SavedPage)
    assert (again.text, again.retrieved) == (fetched.text, "2026-03-01")


def test_archives_of_others_are_read_compressed_or_not(tmp_path: Path) -> None:
    """Requests and records of other kinds are passed over; the last copy of an address counts."""
    old = gzip.decompress(warc_of(URL, URL, HEADERS, b"<p>old</p>", "2025-01-01T00:00:00Z"))
    new = gzip.decompress(warc_of(URL, URL, HEADERS, HTML.encode(), DAY))
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nx\n\r\n\r\n"
    (tmp_path / "a.warc").write_bytes(info + old + new)
    pages, problems = find_saved([tmp_path])
    assert problems == ()
    read = [one.read() for one in pages]
    assert [one.retrieved for one in read if isinstance(one, SavedPage)] == ["2026-02-20"]


@pytest.mark.parametrize("raw", [b"", b"no archive at all", warc_of(URL, URL, HEADERS, HTML.encode(), DAY)[:200]])
def test_a_broken_archive_is_a_warning_or_a_problem_and_never_raises(raw: bytes, tmp_path: Path) -> None:
    """raw"""
    (tmp_path / "a.warc.gz").write_bytes(raw)
    pages, problems = find_saved([tmp_path])
    assert all(problem.severity == "warning" for problem in problems)
    assert all(isinstance(one.read(), Problem) for one in pages)


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc"])
def test_a_copy_that_breaks_off_is_not_half_an_article(name: str, tmp_path: Path) -> None:
    """A download that was interrupted in the middle of the page."""
    body = HTML.encode()
    packed = warc_of(URL, URL, HEADERS, body, DAY)
    raw = packed if name.endswith("gz") else gzip.decompress(packed)
    for end, told in ((len(raw), SavedPage), (len(raw) - 20, Problem)):
        (tmp_path / name).write_bytes(raw[:end])
        assert isinstance(find_saved([tmp_path])[0][0].read(), told), end


def test_a_copy_of_no_use_within_an_archive_says_why(tmp_path: Path) -> None:
    """It was wanted, so the writer is told."""
    (tmp_path / "a.warc.gz").write_bytes(warc_of(URL, URL, {"content-type": "image/png"}, b"\x89PNG", DAY))
    pages, _ = find_saved([tmp_path])
    told = pages[0].read()
    assert isinstance(told, Problem)
    assert "image/png" in told.message


def test_the_same_page_gives_the_same_bytes_and_headers_cannot_add_lines() -> None:
    """What a server sent is kept on one line."""
    evil = {"etag": 'x\r\nContent-Type: text/plain\r\n\r\n<b>"'}
    first, second = (warc_of(URL, URL, evil, b"x", DAY) for _ in range(2))
    assert first == second
    assert b"\r\nContent-Type: text/plain" not in gzip.decompress(first)


def test_a_damaged_copy_on_the_shelf_is_as_good_as_none(server: Server, make: Make) -> None:
    """The page is fetched whole."""
    server.routes["/x"] = page(HTML.encode(), etag='"1"')
    fetcher = make(robots=False)
    fetcher.fetch(f"{server.url}/x")
    shelved = next(fetcher.shelf.folder.iterdir())
    shelved.write_bytes(shelved.read_bytes()[:100])
    assert isinstance(fetcher.fetch(f"{server.url}/x"), SavedPage)
    assert "if-none-match" not in server.seen[-1].headers
    assert isinstance(fetcher.shelf, Shelf)


def test_records_tell_status_day_and_address(tmp_path: Path) -> None:
    """In the order of the file."""
    (tmp_path / "a.warc.gz").write_bytes(warc_of("https://n.example/s", URL, HEADERS, b"x", DAY))
    told = [(one.url, one.status, one.day) for one in records(tmp_path / "a.warc.gz")]
    assert told == [("https://n.example/s", 302, "2026-02-20"), (URL, 200, "2026-02-20")]
