"""No request goes to a private address, however it is spelt and whoever sends us there."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from tests.fetch.conftest import HTML, Make
from tests.fetch.server import Server, page, to
from twosource.desk.fetching.addresses import Gate, is_public, target_of
from twosource.desk.fetching.failure import Failure, StoppedError
from twosource.desk.saved_page import SavedPage

PRIVATE = """
127.0.0.1 127.9.9.9 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 255.255.255.255 224.0.0.1
192.0.2.1 198.18.0.1 240.0.0.1 ::1 :: fe80::1 fec0::1 fc00::1 fd12::1 ff02::1 ff0e::1 ::ffff:127.0.0.1 ::7f00:1
::ffff:10.0.0.1 64:ff9b::a00:1 64:ff9b::7f00:1 2002:7f00:1:: 2002:a00:1:: 2001:0:4136:e378:8000:63bf:f5ff:fffe
2001:db8::1
"""


def gate_to(*numbers: str, allowed: tuple[str, ...] = ()) -> Gate:
    return Gate(allowed, lambda host, port: numbers)


@pytest.mark.parametrize("number", PRIVATE.split())
def test_what_is_not_public_is_refused(number: str) -> None:
    """number"""
    with pytest.raises(StoppedError) as stopped:
        gate_to(number).addresses(target_of("http://news.example/x"))
    assert stopped.value.failure.rule == "fetch-address"


@pytest.mark.parametrize(
    "number", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34"]
)
def test_what_is_public_is_let_through(number: str) -> None:
    """number"""
    assert gate_to(number).addresses(target_of("https://news.example/x")) == (number,)


def test_one_private_address_among_public_ones_closes_the_gate() -> None:
    """Otherwise a server could hide one behind the other."""
    with pytest.raises(StoppedError):
        gate_to("93.184.216.34", "10.0.0.1").addresses(target_of("http://news.example/"))


@pytest.mark.parametrize("host", ["2130706433", "0177.0.0.1", "0x7f.1", "127.1", "localhost", "[::ffff:7f00:1]", "0"])
def test_other_spellings_of_loopback_are_looked_up_like_any_name(host: str) -> None:
    """By the system's own resolver, which knows them all; without an answer there is nothing to ask either."""
    with pytest.raises(StoppedError):
        Gate().addresses(target_of(f"http://{host}/"))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://a.example/x",
        "gopher://a.example/",
        "//a.example/x",
        "http:///x",
        "http://user@a.example/",
        "http://a.example:99999/",
        "http://[fe80::1%25eth0]/",
        "http://a b.example/",
        "http://a.example\\@b.example/",
        "http://" + "a" * 70 + "ü.example/",
        "",
    ],
)
def test_what_is_no_plain_web_address_is_refused_before_any_look_up(url: str) -> None:
    """url"""
    with pytest.raises(StoppedError) as stopped:
        target_of(url)
    assert stopped.value.failure.rule == "fetch-address"


def test_an_address_is_taken_apart_once_and_escaped() -> None:
    """Names in other alphabets, spaces, letters beyond ASCII."""
    target = target_of("https://Bücher.example:8443/a b/ü?q=ä&r=%20#f")
    assert (target.host, target.port) == ("xn--bcher-kva.example", 8443)
    assert target.path == "/a%20b/%C3%BC?q=%C3%A4&r=%20"
    assert target.origin == "https://xn--bcher-kva.example:8443"


def test_a_network_that_was_allowed_is_open_and_no_other() -> None:
    """For tests, and for archives in one's own house."""
    gate = gate_to("10.0.0.7", allowed=("10.0.0.0/29",))
    assert gate.addresses(target_of("http://archive.example/")) == ("10.0.0.7",)
    assert not is_public(ip_address("10.0.0.7"))


def test_the_connection_goes_to_the_address_that_was_judged(server: Server, make: Make) -> None:
    """A name that means something else at the second look-up (rebinding) gains nothing: there is no second one."""
    looked: list[str] = []

    def turning(host: str, port: int) -> tuple[str, ...]:
        looked.append(host)
        return ("127.0.0.1",) if len(looked) == 1 else ("169.254.169.254",)

    server.routes["/x"] = page(HTML.encode())
    url = f"http://news.example:{server.port}/x"
    assert isinstance(make(robots=False, look_up=turning).fetch(url), SavedPage)
    assert looked == ["news.example"]
    assert server.seen[0].headers["host"] == f"news.example:{server.port}"
    told = make(robots=False, look_up=turning).fetch(url)
    assert isinstance(told, Failure)
    assert "169.254.169.254" in told.message


def test_a_redirect_is_judged_like_the_first_address(server: Server, make: Make) -> None:
    """The second host is private; nobody asks it."""
    places = {"news.example": ("127.0.0.1",), "inside.example": ("10.0.0.1",)}
    server.routes["/x"] = to(f"http://inside.example:{server.port}/admin")
    told = make(robots=False, look_up=lambda host, port: places[host]).fetch(f"http://news.example:{server.port}/x")
    assert isinstance(told, Failure)
    assert told.rule == "fetch-address"
    assert server.asked("/admin") == []
