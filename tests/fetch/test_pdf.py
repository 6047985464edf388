"""A PDF is read as its text; one without text says what to do."""

from __future__ import annotations

import pytest

from tests.fetch.conftest import Fetch
from tests.fetch.pdfs import bomb, locked, pdf
from tests.fetch.server import Server, page
from twosource.desk.fetching.failure import Failure
from twosource.desk.pdf_page import read_pdf, unbroken
from twosource.desk.saved_page import SavedPage
from twosource.newsroom.problems import Problem
from twosource.verification.quotes import find_quote

LINES = ("The ministry announced a duty of 12 percent on steel pipes, an impor-", "tant step for non-binding talks.")


def test_a_quote_is_found_over_the_end_of_a_line_and_through_a_broken_word(server: Server, fetch: Fetch) -> None:
    """Whatever type the server gives it."""
    for kind in ("application/pdf", "application/octet-stream", "text/html"):
        server.routes["/x"] = page(pdf(*LINES), kind)
        told = fetch("/x", robots=False)
        assert isinstance(told, SavedPage), told
        assert find_quote("on steel pipes, an important step for non-binding talks", told.text)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (pdf(), "pictures of text"),
        (locked("secret"), "password"),
        (b"%PDF-1.4\nnothing more", "broken"),
        (pdf(*LINES)[:300], "broken"),
    ],
)
def test_a_pdf_without_text_says_so(raw: bytes, said: str, server: Server, fetch: Fetch) -> None:
    """raw ; words of the message"""
    server.routes["/x"] = page(raw, "application/pdf")
    told = fetch("/x", robots=False)
    assert isinstance(told, Failure)
    assert told.rule == "fetch-unreadable"
    assert said in told.message


def test_a_pdf_with_an_empty_password_is_open() -> None:
    """Viewers open it without asking."""
    assert isinstance(read_pdf("x.pdf", "https://x.example/", locked("")), SavedPage)


def test_a_bomb_within_a_pdf_is_a_problem() -> None:
    """A hundred megabytes of blanks in a hundred kilobytes."""
    told = read_pdf("x.pdf", "https://x.example/", bomb())
    assert isinstance(told, Problem)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("an impor-\ntant step", "an important step"),
        ("non-\nbinding and non-binding", "non-binding and non-binding"),
        ("Anglo-\nSaxon", "Anglo-Saxon"),
        ("2018-\n2019", "2018-2019"),
        ("a dash -\nhere", "a dash -\nhere"),
    ],
)
def test_a_hyphen_at_a_line_s_end_goes_or_stays(text: str, whole: str) -> None:
    """text ; whole"""
    assert unbroken(text) == whole
