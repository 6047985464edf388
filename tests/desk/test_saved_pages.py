"""Saved pages are read in every form that writers save them in, and a useless one says why."""

from __future__ import annotations

import builtins
import json
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from tests.desk.conftest import COURIER, Desk
from tests.fetch.pdfs import pdf
from twosource.desk.html_page import read_html
from twosource.desk.hub import UsageError
from twosource.desk.saved_page import SavedPage, normal_text
from twosource.desk.saved_pages import Pages, by_document, find_saved
from twosource.verification.hints import find_hints
from twosource.verification.web_addresses import site_of

WORDS = "<p>" + "The ministry announced a duty on pipes after two days of talks with importers. " * 8 + "</p>"
PAGE = f"""<!doctype html><html lang="en"><head><title>Pipes</title>
<link rel="canonical" href="https://courier.example/pipes"><meta property="og:site_name" content="The Courier">
<script type="application/ld+json">
{{"@graph": [{{"@type": "NewsArticle", "publisher": {{"name": "Wire One"}}}}]}}</script>
</head><body><article><h1>Pipes</h1>{WORDS}<blockquote><p>{"A long quoted speech of the minister. " * 6}</p>
</blockquote>{WORDS}</article></body></html>"""


def test_html_takes_its_address_from_the_file_beside_it(tmp_path: Path) -> None:
    """Also from a browser's shortcut file."""
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "a.html.url").write_text("[InternetShortcut]\nURL=https://other.example/x\n", encoding="utf-8")
    pages, problems = find_saved([tmp_path])
    assert [page.url for page in pages] == ["https://other.example/x"]
    assert problems == ()


def test_html_without_it_takes_what_the_browser_noted_or_the_canonical_address(tmp_path: Path) -> None:
    """The note of the browser goes before."""
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.htm").write_text(f"<!-- saved from url=(0023)https://b.example/x -->{PAGE}", encoding="utf-8")
    pages, _ = find_saved([tmp_path])
    assert [page.url for page in pages] == ["https://courier.example/pipes", "https://b.example/x"]


def test_text_and_metadata_of_html_are_read_and_quoted_blocks_are_no_prose() -> None:
    """The text keeps them: a quote may stand there."""
    page = read_html("a.html", "https://courier.example/pipes", PAGE.encode())
    assert isinstance(page, SavedPage)
    assert (page.metadata.site, page.metadata.publisher) == ("The Courier", "Wire One")
    assert "quoted speech" in page.text
    assert "quoted speech" not in page.prose


def test_a_page_without_an_article_is_a_problem_and_no_empty_lock() -> None:
    """A paywall, a consent wall, an empty body."""
    page = read_html("a.html", "https://x.example/", b"<html><body></body></html>")
    assert not isinstance(page, SavedPage)
    assert page.rule == "file-unreadable"


def test_without_the_extractor_the_writer_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("trafilatura"):
            raise ImportError(name=name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=r"twosource\[lock\]"):
        read_html("a.html", "https://x.example/", PAGE.encode())


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"Words.", "no address"),
        ("a.html", b"<p>Words.</p>", "no address"),
        ("a.json", b"{", "not valid JSON"),
        ("a.json", b"\xff\xfe", "not JSON in UTF-8"),
        ("a.json", b'{"url": "ftp://x.example/", "text": "Words."}', "no address or no text"),
        ("a.json", b'[{"url": "https://x.example/", "text": ""}]', "no address or no text"),
        ("a.pdf", b"%PDF-1.7", "no address"),
        ("a.warc.gz", b"no archive", "cannot be read to its end"),
    ],
)
def test_a_file_of_no_use_is_a_warning_with_its_reason(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """name ; content ; words of the message"""
    (tmp_path / name).write_bytes(content)
    pages, problems = find_saved([tmp_path])
    assert pages == ()
    assert [said in problem.message for problem in problems] == [True]
    assert all(problem.severity == "warning" for problem in problems)


def test_files_of_other_kinds_and_hidden_ones_are_passed_over(tmp_path: Path) -> None:
    """A folder of downloads holds much."""
    for name in ("README.md", "a.png", ".a.json", "a.html.url", "readme.txt"):
        (tmp_path / name).write_text("{", encoding="utf-8")
    assert find_saved([tmp_path]) == ((), ())


def test_only_pages_that_are_wanted_are_read(tmp_path: Path) -> None:
    """Extraction is what costs."""
    for n in range(3):
        record = {"url": f"https://x.example/{n}", "text": f"Words {n}."}
        (tmp_path / f"{n}.json").write_text(json.dumps(record), encoding="utf-8")
    pages = Pages(by_document(find_saved([tmp_path])[0]))
    page = pages.of("https://www.x.example/1/?utm_source=a")
    assert page is not None
    assert page.text == "Words 1."
    assert pages.of("https://x.example/9") is None
    assert list(pages.read) == ["x.example/1"]


def test_text_is_normal_whatever_it_was_saved_with() -> None:
    """Line ends, trailing blanks, controls, composed letters."""
    assert normal_text("a \r\n\r\n\r\n\r\nb\x00\u2028cafe\u0301 ") == "a\n\nb\ncafé"


def test_real_pages_give_publisher_and_origin(shared: Path) -> None:
    """Eight real pages, seven of them syndicated; the eighth stays its own."""
    known = {"AP": "Associated Press", "CNN": "cnn.com"}
    for case in json.loads((shared / "evidence" / "html_cases.json").read_text(encoding="utf-8")):
        raw = (shared / "evidence" / case["file"]).read_bytes()
        page = read_html(case["file"], case["url"], raw)
        assert isinstance(page, SavedPage)
        assert (page.metadata.site or site_of(case["url"])).lower() == case["expected_publisher"].lower()
        names = {hint.name for hint in find_hints(page.text, page.metadata)}
        assert bool(names) == case["expected_syndicated"], case["url"]
        if case["expected_origin"]:
            assert known.get(case["expected_origin"], case["expected_origin"]) in names, case["url"]


def test_a_page_that_names_an_address_but_no_article_is_an_error_of_that_lock(
    small: Path, tmp_path: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """It was wanted, so the run fails."""
    (tmp_path / "a.html").write_text("<html><body></body></html>", encoding="utf-8")
    (tmp_path / "a.html.url").write_text("https://gazette.example/duty", encoding="utf-8")
    assert desk("lock", "pipes", "--from", tmp_path / "a.html") == 1
    assert "No article was found" in capsys.readouterr().out


@pytest.mark.parametrize("first", ["https://x.example/a\n", "\ufeff  https://x.example/a \r\n\r\n"])
def test_plain_text_may_carry_its_address_in_the_first_line(first: str, tmp_path: Path) -> None:
    """As it was pasted."""
    (tmp_path / "a.txt").write_bytes(f"{first}Words of the page.".encode())
    pages, problems = find_saved([tmp_path])
    assert problems == ()
    assert pages[0].url == "https://x.example/a"
    read = pages[0].read()
    assert isinstance(read, SavedPage)
    assert read.text == "Words of the page."


def test_what_json_says_of_a_page_is_as_short_as_what_html_says(tmp_path: Path) -> None:
    """It goes into the lock just so, and an entry has 4 kB at most."""
    long = dict.fromkeys(("title", "publisher"), f"\x1b[31m{'x' * 500}\n")
    record = {"url": "https://x.example/a", "text": "Words.", "authors": ["A. B.\n" * 90] * 50, **long}
    (tmp_path / "a.json").write_text(json.dumps(record), "utf-8")
    page = find_saved([tmp_path])[0][0].read()
    assert isinstance(page, SavedPage)
    assert len(page.metadata.authors) == 8
    for name in (page.title, page.metadata.publisher or page.metadata.site, *page.metadata.authors):
        assert name
        assert len(name) <= 120
        assert name.isprintable()


def test_text_can_be_pasted_into_the_terminal(
    small: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--from -`; without an address it is of no use."""
    for said, code in ((f"https://www.courier.example/pipes\n{COURIER}", 0), (COURIER, 1)):
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(said.encode())))
        assert desk("lock", "pipes", "--from", "-") == code
    assert "pasted text has no address" in capsys.readouterr().out


def test_a_pdf_with_its_address_beside_it_is_read(tmp_path: Path) -> None:
    """When it is wanted, not before."""
    (tmp_path / "a.pdf").write_bytes(pdf("A duty of 12 percent on steel pipes."))
    (tmp_path / "a.pdf.url").write_text("https://x.example/a", encoding="utf-8")
    pages, _ = find_saved([tmp_path])
    read = pages[0].read()
    assert isinstance(read, SavedPage)
    assert read.text == "A duty of 12 percent on steel pipes."
