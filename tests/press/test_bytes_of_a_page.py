"""What exactly a page becomes: JSON, CSV, text, and templates that escape."""

from __future__ import annotations

import csv
import io
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from twosource.pages.page import PLAIN_PRINTERS, Page
from twosource.press.environment import json_ld, make_environment
from twosource.press.plain import PLAIN
from twosource.press.press_error import PressError
from twosource.press.rendering import Printer, make_printer, render
from twosource.press.statics import load_statics, marks

from .hall import THEME, page

FOLDERS = (THEME / "templates", THEME)
HOSTILE = "</script><b a='1' b=\"2\">&\u2028\u2029é"


def printer() -> Printer:
    return make_printer(FOLDERS, marks(load_statics(THEME)))


def printed(view: dict[str, Any], template: str) -> bytes:
    return printer()(Page("/data/x", template, view))[1]


@pytest.mark.parametrize("value", [1e-7, -2.5e-5, 1e16, 1.5e300, 0.0001, 123456789012345680.0, -0.0, 0.1 + 0.2])
def test_json_spells_a_number_as_the_standard_library_does(value: float) -> None:
    """Deep in other data, too, and beside a text that looks like a number."""
    view = {"a": [{"b": value, "c": "1e-7"}, 0.5, True], "d": (value,)}
    assert printed(view, "json") == (json.dumps(view, indent=1) + "\n").encode()


def test_json_keeps_the_order_of_keys_and_the_letters_as_they_are() -> None:
    """One space of indent, UTF-8, a newline at the end."""
    assert printed({"b": [1, None, True], "a": "Zoë"}, "json") == (
        '{\n "b": [\n  1,\n  null,\n  true\n ],\n "a": "Zoë"\n}\n'.encode()
    )


def test_json_refuses_a_number_that_json_does_not_have() -> None:
    """NaN would make a file that no strict reader accepts; the page is named."""
    with pytest.raises(PressError, match=r"JSON compliant(.|\n)*/data/x"):
        printed({"x": float("nan")}, "json")


def test_csv_is_rfc_4180() -> None:
    """CRLF after every line, quotes where needed and doubled inside, None empty, truth as in JSON."""
    rows = [["a,b", 'say "so"'], ["two\nlines", None], [True, 0.5]]
    body = printed({"header": ["name", "é"], "rows": rows}, "csv")
    assert body == 'name,é\r\n"a,b","say ""so"""\r\n"two\nlines",\r\ntrue,0.5\r\n'.encode()
    assert list(csv.reader(io.StringIO(body.decode(), newline="")))[2] == ["two\nlines", ""]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_in_csv_is_a_formula_to_a_spreadsheet(text: str) -> None:
    """An apostrophe stands before it; inside a text the signs are harmless."""
    body = printed({"header": ["a", "b"], "rows": [[text, f"x{text}"]]}, "csv")
    assert list(csv.reader(io.StringIO(body.decode(), newline="")))[1] == [f"'{text}", f"x{text}"]


def test_a_number_below_nought_in_csv_stays_a_number() -> None:
    assert printed({"header": ["a", "b"], "rows": [[-2, -0.5]]}, "csv") == b"a,b\r\n-2,-0.5\r\n"


def test_text_is_printed_as_it_stands() -> None:
    """Calendars bring their own line ends."""
    assert printed({"text": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"}, "text").endswith(b"VCALENDAR\r\n")


def test_every_plain_printer_of_the_contract_exists() -> None:
    """The pages room names them; the press prints them."""
    assert set(PLAIN) == set(PLAIN_PRINTERS)


@pytest.mark.parametrize("template", ["page.html", "feed.xml"])
def test_templates_escape_what_they_print(template: str) -> None:
    """A headline with markup and quotes stays a headline, in HTML and in XML."""
    body = printer()(page("/", title=HOSTILE, template=template))[1].decode()
    assert "&lt;/script&gt;&lt;b a=&#39;1&#39; b=&#34;2&#34;&gt;&amp;" in body
    assert "<b a=" not in body


def test_json_ld_cannot_close_its_script_and_still_says_the_same() -> None:
    """The five dangerous characters are escapes; reading it back gives the value."""
    text = json_ld({"headline": HOSTILE})
    assert not set("<>&\u2028\u2029") & set(text)
    assert "é" in text
    assert json.loads(text) == {"headline": HOSTILE}


def test_an_asset_has_the_sites_base_and_a_mark_of_its_content() -> None:
    """So a browser may keep it for ever, and a changed file gets a new address."""
    body = printer()(page("/"))[1].decode()
    mark = marks(load_statics(THEME))["theme/style.css"]
    assert f'href="/hub/theme/style.css?v={mark}"' in body
    assert len(mark) == 8


def test_a_macro_sees_the_view_when_it_is_imported_with_context() -> None:
    """Components may use what is common to all pages."""
    assert b'<b data-base="/hub">2</b>' in printer()(page("/"))[1]


@pytest.mark.parametrize(
    ("template", "place", "reason"),
    [
        ("forgetful.html", "forgetful.html:3", "'nobody' is undefined"),
        ("unclosed.html", "unclosed.html:2", "Unexpected end of template"),
        ("missing.html", "missing.html", "the theme has no template missing.html"),
    ],
)
def test_a_template_that_fails_is_told_with_its_line_and_its_page(template: str, place: str, reason: str) -> None:
    """One message: where in the theme, what, and for which page."""
    with pytest.raises(PressError) as stopped:
        printer()(page("/stories/a/", template=template))
    first, second = str(stopped.value).split("\n")
    assert f"{place}: error template: {reason}" in first
    assert "The page /stories/a/ could not be printed" in second


@pytest.mark.parametrize("chance", ["{{ lipsum() }}", "{{ [1, 2] | random }}"])
def test_a_template_cannot_roll_dice(chance: str) -> None:
    """Two prints of one edition are the same bytes."""
    with pytest.raises(Exception, match=r"lipsum|random"):
        make_environment(FOLDERS, {}).from_string(chance).render()


def test_pages_may_be_printed_by_any_executor() -> None:
    """`render` takes the `map` of an executor, and gives the same files in the same order."""
    pages = [page(f"/stories/{number}/", title=str(number)) for number in range(20)]
    serial = list(render(pages, printer()))
    with ThreadPoolExecutor(4) as pool:
        assert list(render(pages, printer(), pool.map)) == serial
    assert [path for path, _ in serial] == [page.path for page in pages]
