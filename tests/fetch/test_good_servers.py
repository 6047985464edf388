"""A page that can be had is had: charsets, compression, redirects, new attempts, cookies, 304."""

from __future__ import annotations

import gzip
import zlib

import pytest

from tests.fetch.conftest import AGENT, HTML, WORDS, Clock, Fetch, Make
from tests.fetch.server import Behaviour, Request, Server, Wire, answer, head, in_turn, page, reset, silent, status, to
from twosource.desk.fetching.failure import Failure
from twosource.desk.saved_page import SavedPage

RAW = HTML.encode()
UMLAUTS = HTML.replace("announced", "kündigte „sehr“ an —")
LATIN = HTML.replace("announced", "kündigte an").encode("latin-1")
GOOD = UMLAUTS.replace("<head>", '<head><meta charset="utf-8">')


def meta(charset: str, text: str = UMLAUTS) -> str:
    return text.replace("<head>", f'<head><meta charset="{charset}">')


def chunked(wire: Wire, _: Request) -> None:
    wire.sendall(head(200, {"content-type": "text/html", "transfer-encoding": "chunked"}))
    for start in range(0, len(RAW), 100):
        piece = RAW[start : start + 100]
        wire.sendall(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
    wire.sendall(b"0\r\n\r\n")


def in_chunks(*pieces: bytes, **headers: str) -> Behaviour:
    """Each piece in a chunk of its own."""
    body = b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in (*pieces, b""))
    return lambda wire, _: wire.sendall(head(200, {"transfer-encoding": "chunked", **headers}) + body)


GZIP = {"content-encoding": "gzip", "content-type": "text/html"}
FIRST, SECOND = gzip.compress(RAW[:150]), gzip.compress(RAW[150:])


def without_length(wire: Wire, _: Request) -> None:
    wire.sendall(head(200, {"content-type": "text/html"}) + RAW)


DEFLATE = zlib.compressobj(9, zlib.DEFLATED, -15)
BARE = DEFLATE.compress(RAW) + DEFLATE.flush()


@pytest.mark.parametrize(
    "behaviour",
    [
        page(RAW),
        page(RAW, "application/xhtml+xml"),
        page(RAW, "application/octet-stream"),
        answer(RAW),
        page(gzip.compress(RAW), content_encoding="gzip"),
        page(gzip.compress(RAW) + b"\0" * 20, content_encoding="GZIP"),
        page(gzip.compress(RAW[:50]) + gzip.compress(RAW[50:]), content_encoding="x-gzip"),
        in_chunks(FIRST, SECOND, **GZIP),
        in_chunks(FIRST + SECOND[:1], SECOND[1:], **GZIP),
        in_chunks(FIRST + SECOND + b"\x1f", **GZIP),
        page(zlib.compress(RAW), content_encoding="deflate"),
        page(BARE, content_encoding="deflate"),
        page(RAW, content_encoding="identity"),
        chunked,
        without_length,
    ],
)
def test_every_form_of_a_good_answer_is_read(behaviour: Behaviour, server: Server, fetch: Fetch) -> None:
    """behaviour"""
    server.routes["/x"] = behaviour
    told = fetch("/x")
    assert isinstance(told, SavedPage), told
    assert WORDS[:80] in told.text


@pytest.mark.parametrize(
    ("raw", "content_type", "wanted"),
    [
        (UMLAUTS.encode(), "text/html; charset=iso-8859-1", "kündigte „sehr“ an —"),
        (UMLAUTS.encode("cp1252"), "text/html; charset=iso-8859-1", "kündigte „sehr“ an —"),
        (meta("windows-1252").encode("cp1252"), "text/html", "kündigte „sehr“ an —"),
        (meta("windows-1252").encode("cp1252"), "text/html; charset=utf-8", "kündigte „sehr“ an —"),
        (meta("utf-8").encode("cp1252"), "text/html; charset=windows-1252", "kündigte „sehr“ an —"),
        (UMLAUTS.encode("cp1252"), "text/html", "kündigte „sehr“ an —"),
        (b"\xef\xbb\xbf" + UMLAUTS.encode(), "text/html", "kündigte „sehr“ an —"),
        (UMLAUTS.encode("utf-16"), "text/html", "kündigte „sehr“ an —"),
        (meta("shift_jis", HTML.replace("announced", "発表")).encode("shift_jis"), "text/html", "発表"),
        (UMLAUTS.encode(), "text/html; charset=made-up", "kündigte „sehr“ an —"),
        (GOOD.encode().replace(b"talks", b"t\xff", 1), "text/html; charset=utf-8", "kündigte „sehr“ an —"),
        (LATIN, "text/plain; charset=latin1", "kündigte an"),
        (WORDS.encode("utf-16-le"), "text/plain; charset=utf-16le", WORDS[:60]),
        (WORDS.encode(), "text/plain; charset=utf-16", WORDS[:60]),
        (HTML.replace("announced", "発表").encode("iso-2022-jp"), "text/html; charset=iso-2022-jp", "発表"),
        (meta("iso-2022-jp", HTML.replace("announced", "発表")).encode("iso-2022-jp"), "text/html", "発表"),
    ],
)
def test_the_charset_is_found_though_header_and_page_disagree(
    raw: bytes, content_type: str, wanted: str, server: Server, fetch: Fetch
) -> None:
    """raw ; content type ; words of the text"""
    server.routes["/x"] = page(raw, content_type)
    told = fetch("/x", robots=False)
    assert isinstance(told, SavedPage), told
    assert wanted in told.text


@pytest.mark.parametrize("location", ["/caf\u00c3\u00a9", "/caf\u00e9", "/caf%C3%A9"])
def test_a_redirect_may_be_written_in_bytes_of_utf_8_or_latin_1(location: str, server: Server, fetch: Fetch) -> None:
    """As browsers read it. The server of these tests writes heads in Latin-1."""
    server.routes |= {"/x": to(location), "/caf%C3%A9": page(RAW)}
    assert isinstance(fetch("/x"), SavedPage)


def test_redirects_lead_to_the_page_and_the_address_stays_the_source_s(server: Server, fetch: Fetch) -> None:
    """Relative ones, permanent ones; the fragment stays at home."""
    server.routes |= {"/a": to("b/c", 301), "/b/c": to(f"//127.0.0.1:{server.port}/d#x", 308), "/d": page(RAW)}
    told = fetch("/a", robots=False)
    assert isinstance(told, SavedPage)
    assert told.metadata.url == server.url + "/a"
    assert [request.path for request in server.seen] == ["/a", "/b/c", "/d"]


@pytest.mark.parametrize("first", [status(500), status(503, retry_after="7"), status(429), reset, silent])
def test_a_server_that_recovers_is_asked_again(first: Behaviour, server: Server, fetch: Fetch, clock: Clock) -> None:
    """first"""
    server.routes["/x"] = in_turn(first, page(RAW))
    assert isinstance(fetch("/x", robots=False, silence=0.1), SavedPage)
    assert len(server.asked("/x")) == 2
    assert any(seconds >= 1.0 for seconds in clock.slept)


@pytest.mark.parametrize(
    ("asked", "waited"), [("7", 7.0), ("Sun, 01 Mar 2026 12:00:09 GMT", 9.0), ("soon", 1.0), ("-5", 1.0)]
)
def test_a_site_that_asks_for_time_is_given_it(
    asked: str, waited: float, server: Server, fetch: Fetch, clock: Clock
) -> None:
    """Retry-After as seconds or as a date; nonsense asks for nothing."""
    server.routes["/x"] = in_turn(status(503, retry_after=asked), page(RAW))
    assert isinstance(fetch("/x", robots=False), SavedPage)
    assert waited in clock.slept


def test_an_hour_is_not_waited_for_and_a_refusal_is_not_asked_again(server: Server, fetch: Fetch, clock: Clock) -> None:
    """One request each."""
    server.routes |= {"/x": status(503, retry_after="3600"), "/y": status(403), "/z": status(404)}
    for path in server.routes:
        assert isinstance(fetch(path, robots=False), Failure)
        assert len(server.asked(path)) == 1
    assert clock.slept == []


def test_a_site_that_wants_its_cookie_back_gets_it_and_no_other_host_does(server: Server, fetch: Fetch) -> None:
    """Many sites redirect in a circle until then."""

    def wall(wire: Wire, request: Request) -> None:
        known = "pass=1" in request.headers.get("cookie", "")
        (page(RAW) if known else status(302, location="/x", set_cookie="pass=1; Path=/; HttpOnly"))(wire, request)

    server.routes["/x"] = wall
    assert isinstance(fetch("/x", robots=False), SavedPage)
    assert [request.headers.get("cookie") for request in server.seen] == [None, "pass=1"]
    assert isinstance(fetch("/x", robots=False), SavedPage)
    assert server.seen[2].headers.get("cookie") is None


def test_the_desk_says_who_asks(server: Server, fetch: Fetch) -> None:
    """And what it can read."""
    server.routes["/x"] = page(RAW)
    fetch("/x")
    assert {request.headers["user-agent"] for request in server.seen} == {AGENT}
    assert server.seen[0].headers["accept-encoding"] == "gzip, deflate"


def test_a_page_that_did_not_change_is_not_sent_again(server: Server, make: Make) -> None:
    """ETag and date of the kept copy are sent; the copy on the shelf is read."""

    def conditional(wire: Wire, request: Request) -> None:
        known = request.headers.get("if-none-match") == '"v1"'
        (status(304) if known else page(RAW, etag='"v1"', last_modified="Sun, 01 Feb 2026 00:00:00 GMT"))(wire, request)

    server.routes["/x"] = conditional
    first, second = (make(robots=False).fetch(server.url + "/x") for _ in range(2))
    assert isinstance(first, SavedPage)
    assert isinstance(second, SavedPage)
    assert second.text == first.text
    assert second.retrieved == "2026-03-01"
    assert server.seen[1].headers["if-modified-since"] == "Sun, 01 Feb 2026 00:00:00 GMT"


def test_a_copy_kept_behind_a_redirect_is_asked_for_at_its_own_address(server: Server, make: Make) -> None:
    """The short address gets no conditions."""
    server.routes |= {"/s": to("/x"), "/x": in_turn(page(RAW, etag='"v1"'), status(304))}
    for _ in range(2):
        assert isinstance(make(robots=False).fetch(server.url + "/s"), SavedPage)
    assert [request.headers.get("if-none-match") for request in server.seen] == [None, None, None, '"v1"']
