"""A site is asked as it asks to be asked: robots.txt, one request at a time, a pause between two."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from tests.fetch.conftest import HTML, Clock, Fetch, Make
from tests.fetch.server import Behaviour, Request, Server, Wire, endless, head, in_turn, page, silent, status, to
from twosource.desk.fetching.assembly import name_of
from twosource.desk.fetching.failure import Failure
from twosource.desk.fetching.robots import rules_of
from twosource.desk.fetching.side_by_side import fetch_all
from twosource.desk.saved_page import SavedPage

RAW = HTML.encode()


def robots(text: str) -> Behaviour:
    return page(text.encode(), "text/plain")


@pytest.mark.parametrize(
    ("behaviour", "rule"),
    [
        (robots("User-agent: *\nDisallow: /x"), "fetch-robots"),
        (robots("User-agent: twosource-desk\nDisallow: /"), "fetch-robots"),
        (robots("User-agent: *\nDisallow: /*.php$\nAllow: /x"), ""),
        (robots("User-agent: other\nDisallow: /"), ""),
        (robots("<html>not rules</html>"), ""),
        (page(b"\xff\xfe\x00" * 50, "text/plain"), ""),
        (status(404), ""),
        (status(403), ""),
        (to("/robots.txt"), ""),
        (status(500), "fetch-robots"),
        (status(429), "fetch-robots"),
        (silent, "fetch-robots"),
        (endless(b"#" * 5000, before=head(200, {})), "fetch-robots"),
        (to("http://10.0.0.1/robots.txt"), "fetch-address"),
    ],
)
def test_robots_txt_is_minded(behaviour: Behaviour, rule: str, server: Server, fetch: Fetch) -> None:
    """behaviour ; rule, or none"""
    server.routes |= {"/x": page(RAW), "/robots.txt": behaviour}
    told = fetch("/x")
    assert (told.rule if isinstance(told, Failure) else "") == rule
    assert len(server.asked("/x")) == (not rule)


def test_a_redirect_does_not_lead_round_robots_txt(server: Server, fetch: Fetch) -> None:
    """Each step is asked for."""
    server.routes |= {"/a": to("/x"), "/x": page(RAW), "/robots.txt": robots("User-agent: *\nDisallow: /x")}
    told = fetch("/a")
    assert isinstance(told, Failure)
    assert told.rule == "fetch-robots"


def test_robots_txt_is_asked_once_for_many_pages_and_again_after_it_failed(server: Server, make: Make) -> None:
    """By origin."""
    server.routes |= {f"/{n}": page(RAW) for n in range(3)}
    server.routes["/robots.txt"] = in_turn(status(503), robots(""))
    fetcher = make()
    assert all(isinstance(fetcher.fetch(f"{server.url}/{n}"), SavedPage) for n in range(3))
    assert len(server.asked("/robots.txt")) == 2


def test_a_robots_txt_that_names_thousands_of_programs_costs_no_more_than_its_size() -> None:
    """The parser would keep each rule once for each program: 85 kB gave 600 MB and 13 seconds of work."""
    names = "".join(f"User-agent: a{n}\n" for n in range(500))
    paths = "".join(f"Disallow: /{n}\n" for n in range(500))
    rules = rules_of(f"{names}{paths}\nUser-agent: twosource-desk\nDisallow: /x\n")
    assert len(rules._user_agents) == 2
    assert not rules.can_fetch("https://a.example/x", "twosource-desk")
    assert rules.can_fetch("https://a.example/7", "twosource-desk")


def test_a_group_that_names_others_before_or_after_us_is_ours_too() -> None:
    """In any case, with any spelling that the parser takes."""
    for named in ("twosource-desk", "TWOSOURCE-DESK", "*", "twosource"):
        for group in (f"user-agent: b\nUser-Agent: {named}", f"User agent: {named} # we\nuseragent b"):
            assert not rules_of(f"{group}\nDisallow: /x").can_fetch("https://a.example/x", "twosource-desk"), group


def test_the_writer_may_decide_not_to_ask(server: Server, fetch: Fetch) -> None:
    """`--ignore-robots`."""
    server.routes |= {"/x": page(RAW), "/robots.txt": robots("User-agent: *\nDisallow: /")}
    assert isinstance(fetch("/x", robots=False), SavedPage)
    assert server.asked("/robots.txt") == []


@pytest.mark.parametrize(
    ("text", "pause"), [("", 1.0), ("User-agent: *\nCrawl-delay: 4", 4.0), ("User-agent: *\nCrawl-delay: 999", 30.0)]
)
def test_between_two_pages_of_a_site_there_is_a_pause(
    text: str, pause: float, server: Server, make: Make, clock: Clock
) -> None:
    """As long as the site asks for, within reason."""
    server.routes |= {"/1": page(RAW), "/2": page(RAW), "/robots.txt": robots(text)}
    fetcher = make(seconds=90.0)
    fetcher.fetch(f"{server.url}/1")
    before = len(clock.slept)
    fetcher.fetch(f"{server.url}/2")
    assert clock.slept[before:] == [pytest.approx(pause, abs=0.2)]


def test_sites_are_asked_side_by_side_and_one_site_one_request_at_a_time(make: Make, server: Server) -> None:
    """Three sites meet at a barrier, which two would not pass; none ever has two requests open."""
    meeting = threading.Barrier(3, timeout=3)
    open_now: dict[str, int] = {}
    most: list[int] = []

    def busy(then: Callable[[], object]) -> Behaviour:
        def behave(wire: Wire, request: Request) -> None:
            host = request.headers["host"]
            open_now[host] = open_now.get(host, 0) + 1
            most.append(open_now[host])
            then()
            open_now[host] -= 1
            page(RAW)(wire, request)

        return behave

    server.routes |= {"/1": busy(meeting.wait), "/2": busy(lambda: None)}
    sites = [f"http://{name}.example:{server.port}" for name in ("a", "b", "c")]
    fetcher = make(robots=False, silence=5.0, look_up=lambda host, port: ("127.0.0.1",))
    found = fetch_all([f"{site}/{n}" for site in sites for n in (1, 2)], fetcher)
    assert all(isinstance(one, SavedPage) for one in found.values()), found
    assert max(most) == 1


def test_a_document_is_fetched_once_under_however_many_addresses_and_order_does_not_show(
    make: Make, server: Server
) -> None:
    """Tracking parameters make no second document."""
    server.routes |= {path: page(RAW) for path in ("/a", "/b", "/a?utm_source=x")}
    urls = [server.url + path for path in ("/b", "/a?utm_source=x", "/a", "/a")]
    counted: list[int] = []
    first = fetch_all(urls, make(robots=False), lambda: counted.append(1))
    asked = [request.path for request in server.seen]
    second = fetch_all(reversed(urls), make(robots=False))
    assert first == second
    assert asked == ["/a", "/b"]
    assert len(counted) == 2


@pytest.mark.parametrize(
    ("address", "contact", "wanted"),
    [
        ("https://hub.example/", "mailto:a@hub.example", " (+https://hub.example/)"),
        ("", "mailto:a@hub.example", " (+a@hub.example)"),
        ("", "evil)\r\nX: y", " (+evilX: y)"),
        ("", "", ""),
    ],
)
def test_the_hub_s_address_is_in_the_name_and_cannot_break_it(address: str, contact: str, wanted: str) -> None:
    """address ; contact ; end of the name"""
    name = name_of(address, contact)
    assert name.startswith("twosource-desk/")
    assert name.endswith(wanted)
    assert name.isprintable()
