"""Pages of strangers are read in a child that can be given up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fetch.conftest import HTML
from tests.fetch.pdfs import pdf
from twosource.desk.html_page import read_html
from twosource.desk.reader import Reader
from twosource.desk.reader_child import answer
from twosource.desk.saved_page import SavedPage
from twosource.newsroom.problems import Problem

URL = "https://x.example/a"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(20.0) as one:
        yield one


def test_the_child_reads_what_would_be_read_here(reader: Reader) -> None:
    """HTML with its metadata, text, PDF."""
    raw = HTML.replace("<title>", '<meta property="og:site_name" content="Kurier “Ä”"><title>').encode()
    assert reader.read("html", "x", URL, raw) == read_html("x", URL, raw)
    assert isinstance(reader.read("text", "x", URL, "Wörter.".encode()), SavedPage)
    assert isinstance(reader.read("pdf", "x", URL, pdf("A duty of 12 percent on pipes.")), SavedPage)


def test_a_page_of_no_use_is_a_problem_and_the_child_goes_on(reader: Reader) -> None:
    """The next page is read."""
    assert isinstance(reader.read("html", "x", URL, b"<html></html>"), Problem)
    assert isinstance(reader.read("html", "x", URL, HTML.encode()), SavedPage)


def test_a_page_that_takes_too_long_is_given_up_and_the_next_is_read_by_a_new_child(reader: Reader) -> None:
    """Whatever the extractor is doing by then."""
    with Reader(0.01) as hasty:
        told = hasty.read("html", "x", URL, HTML.encode())
        assert isinstance(told, Problem)
        assert "time and memory" in told.message
        hasty.seconds = 20.0
        assert isinstance(hasty.read("html", "x", URL, HTML.encode()), SavedPage)


def test_a_page_built_to_break_an_extractor_is_a_problem_or_a_page(reader: Reader) -> None:
    """A hundred thousand open elements; nothing of it reaches this process."""
    deep = b"<html><body><article>" + b"<div>" * 100_000 + HTML.encode()
    assert isinstance(reader.read("html", "x", URL, deep), SavedPage | Problem)


def test_what_breaks_in_a_reader_is_told_and_not_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page broke it, so the page is the problem."""

    def broken(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("twosource.desk.reader_child.READERS", {"html": broken})
    assert "RecursionError" in answer({"kind": "html", "path": "", "url": ""}, b"")["message"]
