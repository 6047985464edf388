"""Whatever a server does ends in one clear problem, in bounded time and memory."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from time import monotonic

import pytest

from tests.fetch.conftest import HTML, QUICK, Clock, Fetch
from tests.fetch.server import Behaviour, Server, answer, endless, garbage, head, page, reset, silent, status, to
from twosource.desk.fetching.failure import Failure
from twosource.desk.saved_page import SavedPage

RAW = HTML.encode()
BOMB = gzip.compress(b"a" * 5_000_000)
ENDLESS = endless(b"a" * 10_000, before=head(200, {"content-type": "text/html"}))
DRIP = endless(b"a", before=head(200, {"content-type": "text/html"}), seconds=0.03)
SLOW_HEAD = endless(b"a", before=b"HTTP/1.1 200 OK\r\nX-Long: ", seconds=0.03)
CHUNKED = head(200, {"content-type": "text/html", "transfer-encoding": "chunked"})
MANY_100S = endless(b"HTTP/1.1 100 Continue\r\n\r\n", seconds=0.01)

CASES = [
    ("an endless body", ENDLESS, "fetch-too-large"),
    ("ten gigabytes announced", answer(b"x", length=10_000_000_000, content_type="text/html"), "fetch-too-large"),
    ("a length of a thousand digits", page(RAW, content_length="9" * 1000), "fetch-too-large"),
    ("a gzip bomb", page(BOMB, content_encoding="gzip"), "fetch-too-large"),
    ("a deflate bomb", page(zlib.compress(b"a" * 5_000_000), content_encoding="deflate"), "fetch-too-large"),
    (
        "a bomb of many small members",
        page(gzip.compress(b"a" * 60_000) * 20, content_encoding="gzip"),
        "fetch-too-large",
    ),
    ("compression that was not offered", page(b"\x0b\x02\x80", content_encoding="br"), "fetch-failed"),
    ("compression twice over", page(gzip.compress(gzip.compress(RAW)), content_encoding="gzip, gzip"), "fetch-failed"),
    ("broken compression", page(b"\x1f\x8b" + b"\x00" * 40, content_encoding="gzip"), "fetch-failed"),
    ("compression that breaks off", page(gzip.compress(RAW)[:-20], content_encoding="gzip"), "fetch-failed"),
    ("a body shorter than announced", answer(RAW, length=len(RAW) + 9, content_type="text/html"), "fetch-failed"),
    ("a chunk of less than no length", endless(b"a" * 10_000, before=CHUNKED + b"-1\r\n"), "fetch-too-large"),
    ("trailers without end", endless(b"a: b\r\n" * 1000, before=CHUNKED + b"0\r\n"), "fetch-too-large"),
    ("a chunk whose length is no number", page(b"zz\r\nhello\r\n", transfer_encoding="chunked"), "fetch-failed"),
    ("a slow drip", DRIP, "fetch-too-slow"),
    ("a head that never ends", SLOW_HEAD, "fetch-too-slow"),
    ("interim answers without end", MANY_100S, "fetch-too-slow"),
    ("silence", silent, "fetch-too-slow"),
    ("a connection reset", reset, "fetch-failed"),
    ("another protocol", garbage, "fetch-failed"),
    ("a redirect to itself", to("/x"), "fetch-redirects"),
    ("a redirect to another scheme", to("file:///etc/passwd"), "fetch-address"),
    ("a redirect into a script", to("javascript:alert(1)"), "fetch-address"),
    ("a redirect to what is no address", to("http://[::1"), "fetch-address"),
    ("a redirect to the cloud's metadata", to("http://169.254.169.254/latest/meta-data/"), "fetch-address"),
    ("a redirect to loopback", to("http://[::1]/admin"), "fetch-address"),
    ("a redirect to a number for loopback", to("http://2130706434/admin"), "fetch-address"),
    ("a redirect to a private address within IPv6", to("http://[::ffff:10.0.0.1]/admin"), "fetch-address"),
    ("a redirect with a password", to("http://me:secret@example.org/x"), "fetch-address"),
    ("a redirect to the front page", to("/"), "fetch-gone"),
    ("no such page", status(404), "fetch-gone"),
    ("a page that was taken down", status(410), "fetch-gone"),
    ("a page for members", status(401), "fetch-refused"),
    ("a site that forbids", status(403), "fetch-refused"),
    ("too many requests for an hour", status(429, retry_after="3600"), "fetch-refused"),
    ("a broken server", status(500), "fetch-failed"),
    ("a part that nobody asked for", status(206), "fetch-failed"),
    ("nothing new, though nothing is known", status(304), "fetch-failed"),
    ("an empty page", page(b"  \n"), "fetch-unreadable"),
    ("a page without an article", page(b"<html><body></body></html>"), "fetch-unreadable"),
    ("a picture", page(b"\x89PNG\r\n\x1a\n" + bytes(300), "image/png"), "fetch-unreadable"),
    ("a picture that calls itself a page", page(b"\x89PNG\r\n\x1a\n" + bytes(300)), "fetch-unreadable"),
    ("text in no charset that it names", page("ž€ß".encode("cp1252") * 300), "fetch-unreadable"),
    (
        "a charset that is no charset",
        page("ä\x81".encode("latin-1") * 300, "text/html; charset=rot13"),
        "fetch-unreadable",
    ),
]


@pytest.mark.parametrize(("what", "behaviour", "rule"), CASES, ids=[what for what, _, _ in CASES])
def test_each_ends_in_one_problem(what: str, behaviour: Behaviour, rule: str, server: Server, fetch: Fetch) -> None:
    """what ; behaviour ; rule"""
    server.routes["/x"] = behaviour
    slow = rule == "fetch-too-slow"
    started = monotonic()
    told = fetch("/x", robots=False, **({"seconds": 0.6} if slow else {}))
    assert isinstance(told, Failure), what
    assert told.rule == rule, told.message
    assert told.message.endswith(".")
    assert told.hint
    assert monotonic() - started < 3


def test_a_bomb_does_not_take_memory(server: Server, fetch: Fetch) -> None:
    """A gigabyte in a megabyte: no more is unpacked than the limit and one piece."""
    machine = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = b"".join(machine.compress(bytes(1_000_000)) for _ in range(100)) + machine.flush()
    server.routes["/x"] = page(packed, content_encoding="gzip")
    tracemalloc.start()
    told = fetch("/x", robots=False)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(told, Failure)
    assert told.rule == "fetch-too-large"
    assert peak < 5_000_000


def test_a_server_that_speaks_no_tls_is_refused(server: Server, fetch: Fetch, make: Fetch) -> None:
    """No way back to plain text."""
    server.routes["/x"] = page(RAW)
    told = make(robots=False).fetch(server.url.replace("http:", "https:") + "/x")  # type: ignore[union-attr]
    assert isinstance(told, Failure)
    assert told.rule == "fetch-failed"
    assert server.asked("/x") == []


def test_a_port_that_nobody_listens_on_is_a_failure(server: Server, fetch: Fetch) -> None:
    """After as many attempts as are made for others."""
    server.close()
    told = fetch("/x", robots=False)
    assert isinstance(told, Failure)
    assert "cannot be reached" in told.message


def test_a_host_without_an_address_is_a_failure(make: Fetch) -> None:
    """The name is told."""
    told = make(robots=False, look_up=lambda host, port: ()).fetch("https://nowhere.example/x")  # type: ignore[union-attr]
    assert isinstance(told, Failure)
    assert "no host nowhere.example" in told.message


def test_a_script_in_a_title_or_byline_stays_text_and_short(server: Server, fetch: Fetch) -> None:
    """Names go to the lock; controls that steer a terminal do not."""
    evil = (
        f'<title>\x1b[2J<script>alert(1)</script>{"x" * 9000}</title><meta name="author" content="A\x9b31m{"y" * 900}">'
    )
    canonical = f'<link rel="canonical" href="https://a.example/{"z" * 9000}">'
    server.routes["/x"] = page(HTML.replace("<title>Pipes</title>", evil + canonical).encode())
    told = fetch("/x", robots=False)
    assert isinstance(told, SavedPage)
    assert len(told.title) <= 120
    assert told.metadata.canonical == ""
    assert all(len(name) <= 120 and name.isprintable() for name in told.metadata.authors)
    assert "\x1b" not in told.title + told.text
    assert "\x9b" not in told.text


def test_what_turns_the_direction_of_text_is_left_out(server: Server, fetch: Fetch) -> None:
    """Names and words go to the lock, to the terminal and to readers."""
    turned = '<title>P\u202eipes</title><meta property="og:site_name" content="Cou\u2066rier\u202e">'
    server.routes["/x"] = page(HTML.replace("<title>Pipes</title>", turned).replace("duty", "du\u202dty").encode())
    told = fetch("/x", robots=False)
    assert isinstance(told, SavedPage)
    assert (told.title, told.metadata.site) == ("Pipes", "Courier")
    assert "a duty of 12 percent" in told.text


@pytest.mark.parametrize("canonical", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_a_canonical_address_is_one_of_the_web(canonical: str, server: Server, fetch: Fetch) -> None:
    """It stands in the lock and in the published data."""
    link = f'<link rel="canonical" href="{canonical}"></head>'
    server.routes["/x"] = page(HTML.replace("</head>", link).encode())
    told = fetch("/x", robots=False)
    assert isinstance(told, SavedPage)
    assert told.metadata.canonical == ""


def test_messages_cannot_steer_a_terminal(server: Server, fetch: Fetch) -> None:
    """What a server sends is shown in part, and only what can be printed."""
    server.routes["/x"] = page(b"x", "a/\x1b]0;owned\x07" + "b" * 500)
    told = fetch("/x", robots=False)
    assert isinstance(told, Failure)
    assert told.message.isprintable()
    assert len(told.message) < 200


def test_the_whole_run_has_an_end(server: Server, make: Fetch, clock: Clock) -> None:
    """A source that is reached too late says so."""
    server.routes["/x"] = page(RAW)
    told = make(robots=False).fetch(server.url + "/x", end_of_run=clock.now() - 1)  # type: ignore[union-attr]
    assert isinstance(told, Failure)
    assert "for this run" in told.message
    assert QUICK.total > 0
