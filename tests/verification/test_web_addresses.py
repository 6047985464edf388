"""Which document an address names and whose site it is on, for addresses as they occur."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publicsuffixlist import PSLFILE, PublicSuffixList

from twosource.verification.web_addresses import _private_suffix, absolute, document_of, site_of

SAME = [
    "https://www.example.com/story",
    "http://example.com/story/",
    "https://m.example.com/story",
    "https://mobile.example.com/story",
    "https://amp.example.com/story",
    "https://WWW.EXAMPLE.COM/story",
    "https://www2.example.com/story",
    "https://example.com./story",
    "https://example.com:443/story",
    "https://user:pw@example.com/story",
    "https://example.com//story",
    "https://example.com/story/index.html",
    "https://example.com/story/index.php",
    "https://example.com/story/amp",
    "https://example.com/story/amp/",
    "https://example.com/story.amp",
    "https://example.com/amp/story",
    "https://example.com/story?amp",
    "https://example.com/story?outputType=amp",
    "https://example.com/story?utm_source=a&utm_medium=b",
    "https://example.com/story?fbclid=1#comments",
    "https://example.com/%73tory",
    "https://www.google.com/amp/s/www.example.com/story",
    "https://www.google.co.uk/amp/s/example.com/story?amp=1",
    "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/story",
    "https://web.archive.org/web/20200101000000/https://www.example.com/story",
    "https://web.archive.org/web/2020/http:/example.com/story",
    "https://web.archive.org/web/20200101000000id_/example.com/story",
]


@pytest.mark.parametrize("url", SAME)
def test_one_document_under_many_addresses(url: str) -> None:
    """Each of these is the same article."""
    assert document_of(url) == "example.com/story"
    assert site_of(url) == "example.com"


APART = [
    ("https://example.com/story", "https://example.com/Story"),
    ("https://example.com/story", "https://example.org/story"),
    ("https://example.com/?p=1", "https://example.com/?p=2"),
    ("https://example.com/?article-1", "https://example.com/?article-2"),
    ("https://example.com/story", "https://example.com/story?page=2"),
    ("https://example.com/story", "https://news.example.com/story"),
    ("https://example.com:8080/story", "https://example.com/story"),
    ("https://example.com/amplify", "https://example.com/lify"),
    ("https://example.com/camp", "https://example.com/c"),
    ("https://m.co/x", "https://amp.co/x"),
    ("https://m.co.uk/x", "https://amp.co.uk/x"),
    ("https://www.m.co.uk/x", "https://www.amp.co.uk/x"),
    ("https://m.github.io/x", "https://github.io/x"),
    ("https://web.archive.org/web/2020/https://a.com/x", "https://web.archive.org/web/2020/https://b.com/x"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_documents_stay_two(one: str, other: str) -> None:
    """What tells these apart is no ornament."""
    assert document_of(one) != document_of(other)


def test_a_name_that_is_all_that_somebody_registered_stays() -> None:
    """Before a public suffix `m` is a site, and behind `www` still."""
    assert document_of("https://m.co.uk/x") == document_of("https://www.m.co.uk/x") == "m.co.uk/x"
    assert document_of("https://www.m.example.co.uk/x") == "example.co.uk/x"


def test_the_order_of_parameters_does_not_matter() -> None:
    """Parameters are a set, and some of them are the document's name."""
    assert document_of("https://a.com/?b=1&a=2") == document_of("https://a.com/?a=2&b=1") == "a.com?a=2&b=1"


SITES = {
    "https://www.bbc.co.uk/news": "bbc.co.uk",
    "https://blogs.news.example.com/x": "example.com",
    "https://one.github.io/x": "one.github.io",
    "https://www.gov.uk/x": "www.gov.uk",
    "https://github.io/": "github.io",
    "http://192.168.10.7/x": "192.168.10.7",
    "http://[2001:db8::1]:8000/x": "2001:db8::1",
    "http://localhost:8000/": "localhost",
    "example.com": "example.com",
    "//www.example.com/x": "example.com",
    "example.com/?next=https://other.com": "example.com",
    "https://müller.de/x": "xn--mller-kva.de",
    "https://www.xn--mller-kva.de/x": "xn--mller-kva.de",
    "": "",
    "not an address": "not an address",
}


@pytest.mark.parametrize(("url", "site"), SITES.items())
def test_the_site_is_the_registrable_domain(url: str, site: str) -> None:
    """Hosting services are suffixes, numbers have no domain, and a bare host will do."""
    assert site_of(url) == site


def test_two_machines_on_one_network_are_two_sites() -> None:
    """The end of a number is no suffix."""
    assert site_of("http://10.0.0.1/") != site_of("http://192.168.0.1/")


@pytest.mark.parametrize(
    "url", ["http://[", "http://a:99999999/", "https://[::1/x", "\x00", "http://a..b/", "https://xn--/"]
)
def test_what_is_no_address_raises_nothing(url: str) -> None:
    """Pages name what they like as canonical address; it ends up here."""
    assert isinstance(document_of(url) + site_of(url) + absolute(url, "https://a.com/"), str)


def test_a_relative_address_is_meant_on_its_page() -> None:
    """So two sites that both name `/news/1` name two documents."""
    assert absolute("/news/1", "https://a.com/x") == "https://a.com/news/1"
    assert absolute("https://b.com/", "https://a.com/x") == "https://b.com/"
    assert absolute("", "https://a.com/x") == absolute("http://[", "https://a.com/x") == ""


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(
    st.text(max_size=40), st.sampled_from(["", "https://", "https://example.com/", "https://web.archive.org/web/1/"])
)
def test_any_text_is_put_up_with(text: str, start: str) -> None:
    """No address makes these raise, and a document is its own canonical form."""
    url = start + text
    assert isinstance(site_of(url), str)
    assert document_of(url) == document_of(url)


segments = st.sampled_from(
    ("amp", "story", "index.html", "index.php", "a.amp", "2018", "", ".", "..", "a~b", "x_y-z", "b.amp.html")
)
hosts = st.sampled_from(
    (
        "example.com",
        "www.example.co.uk",
        "m.amp.example.org",
        "m.co.uk",
        "192.0.2.7",
        "web.archive.org",
        "xn--bcher-kva.example",
    )
)


@given(st.sampled_from(("http", "https")), hosts, st.lists(segments, max_size=4))
@settings(deadline=None)
def test_a_plain_address_taken_apart_at_once_gives_what_it_gives_by_the_book(
    scheme: str, host: str, path: list[str]
) -> None:
    """With a fragment, or its scheme in capitals, the same address is none of the plain ones."""
    address = "/".join((f"{scheme}://{host}", *path))
    assert document_of(address) == document_of(f"{address}#top") == document_of(address.replace("http", "HTTP", 1))
    assert site_of(address) == site_of(address.replace("http", "HTTP", 1))


def rules_of_the_list() -> list[str]:
    """Every rule as a name that it is about, in its own letters and in ASCII."""
    lines = (line.strip() for line in Path(PSLFILE).read_text("utf-8").splitlines())
    names = [line.lstrip("!").replace("*", "any") for line in lines if line and not line.startswith("//")]
    return [*names, *(name.encode("idna").decode() for name in names if not name.isascii())]


def test_the_few_lines_that_are_read_for_a_host_say_what_the_whole_list_says() -> None:
    """For a site under each of its rules; only the lines of one top-level domain are read for a host."""
    whole = PublicSuffixList()
    hosts = [f"{above}{name}" for name in rules_of_the_list() for above in ("", "paper.")]
    assert len(hosts) > 15_000
    assert [host for host in hosts if _private_suffix(host) != whole.privatesuffix(host)] == []
