"""Search in the printed demo hub, as readers do it: in a browser, with typing errors, by keyboard, without scripts."""

from __future__ import annotations

import json
import mimetypes
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page, Route, expect, sync_playwright

BASE = "http://127.0.0.1:8000"
TYPES = {".woff2": "font/woff2", ".js": "text/javascript", ".json": "application/json"}
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
MISSING = "No Chromium could be started: install it (on Debian: apt-get install chromium), or name it in $CHROMIUM."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Search is a script: without a browser nothing can be said of it, so that a missing one fails."""
    named = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=named, args=FLAGS)
        except Error as error:
            pytest.fail(f"{MISSING}\n{error}")
        with started:
            yield started


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """A reader who gets the site's files, and for whom a request elsewhere or a refusal by the policy is a fault."""
    yield from reader(browser, site)


@pytest.fixture
def page_without_scripts(browser: Browser, site: Path) -> Iterator[Page]:
    yield from reader(browser, site, scripts=False)


@pytest.fixture
def page_with_faults(browser: Browser, site: Path) -> Iterator[Page]:
    """One that may say in its console what went wrong."""
    yield from reader(browser, site, faultless=False)


def reader(browser: Browser, site: Path, scripts: bool = True, faultless: bool = True) -> Iterator[Page]:
    faults: list[str] = []
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 390, "height": 844})
    context.set_default_timeout(20_000)
    context.route("**/*", lambda route: answer(site, route, faults))
    page = context.new_page()
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert not (faults and faultless), faults


def answer(site: Path, route: Route, faults: list[str]) -> None:
    address = route.request.url
    if not address.startswith(BASE):
        faults.append(f"asked for {address}")
        return route.abort()
    asked = unquote(urlsplit(address).path).lstrip("/")
    path = site / asked / "index.html" if asked == "" or asked.endswith("/") else site / asked
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return route.fulfill(body=path.read_bytes(), content_type=kind)


def search(page: Page, query: str = "") -> None:
    """Open the search page and wait until the form is there."""
    page.goto(f"{BASE}/search/{query}")
    expect(page.locator("form.find--ready")).to_have_count(1)


def titles(page: Page) -> list[str]:
    return page.locator("#results .card__title").all_inner_texts()


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def stories(site: Path, **wanted: str) -> list[str]:
    """Headlines of the published list with these values."""
    listed = json.loads((site / "data/stories.json").read_text(encoding="utf-8"))["stories"]
    return [one["title"] for one in listed if all(one[key] == value for key, value in wanted.items())]


def test_a_word_finds_stories_with_their_mark_date_and_topic(page: Page) -> None:
    """The mark is the badge of every other list, the word is marked, and the number is told to those who hear it."""
    search(page)
    page.get_by_label("Words to look for").fill("soybeans")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ pages found for “soybeans”\.$"))
    first = page.locator("#results > li", has=page.locator(".badge")).first
    assert re.search(r"independent sources|Single source|Disputed|Cited, not checked", first.inner_text())
    assert re.search(r"\d{4}\. Impact \d+ of 10", first.inner_text())
    assert first.locator(".card__kicker").inner_text()
    assert "soybean" in page.locator("#results mark").first.inner_text().lower()
    glyph = first.locator(".badge").evaluate("badge => getComputedStyle(badge, '::before').content")
    assert glyph[1] in "=–≠?"
    assert query(page) == {"q": ["soybeans"]}


def test_the_badge_of_a_result_is_that_of_the_story(page: Page, site: Path) -> None:
    """Single-source and disputed stories are exactly those of the published list."""
    for level, words in (("single-source", "Single source"), ("disputed", "Disputed")):
        search(page, f"?verification={level}")
        expect(page.get_by_role("status")).to_contain_text("found")
        shown = page.locator("#results .badge").all_inner_texts()
        assert shown
        assert set(shown) == {words}
        headlines = {
            title
            for path in (site / "stories").glob("*/index.html")
            for title in _headline(path.read_text("utf-8"), level)
        }
        assert set(titles(page)) == headlines


def _headline(html: str, level: str) -> list[str]:
    from lxml import html as reading

    tree = reading.fromstring(html)
    own = tree.xpath("//*[contains(@data-pagefind-meta, 'badge')]/@data-level")
    return [" ".join(tree.xpath("string(//h1)").split())] if own == [level] else []


def test_filters_narrow_what_was_found_tell_how_many_and_stand_in_the_address(page: Page) -> None:
    """The count beside a choice is the number of pages that the choice leaves."""
    search(page, "?q=tariff")
    expect(page.get_by_role("status")).to_contain_text("found")
    topic = page.locator("select[name=topic]")
    option = topic.locator("option", has_text="North America")
    expect(option).to_have_count(1)
    told = int(re.search(r"\((\d+)\)", option.inner_text())[1])  # type: ignore[index]
    topic.select_option("North America")
    expect(page.get_by_role("status")).to_have_text(f"{told} pages found for “tariff”.")
    assert set(page.locator("#results .card__kicker").all_inner_texts()) == {"North America"}
    assert query(page) == {"q": ["tariff"], "topic": ["North America"]}
    year = page.locator("select[name=year]")
    value = year.locator("option").nth(1).get_attribute("value")
    year.select_option(value)
    expect(page.locator("#results .card__meta").first).to_contain_text(str(value))


def test_an_address_with_words_and_filters_gives_the_results_that_were_linked(page: Page) -> None:
    """As OpenSearch calls it; impact is a number from which on."""
    search(page, "?q=tariff&impact=7&order=newest")
    expect(page.get_by_role("status")).to_contain_text("found for “tariff”")
    expect(page.locator("select[name=impact]")).to_have_value("7")
    told = page.locator("#results .card__meta").all_inner_texts()
    assert told
    assert all(int(re.search(r"Impact (\d+)", one)[1]) >= 7 for one in told)  # type: ignore[index]
    years = [int(re.search(r"\d{4}", one)[0]) for one in told]  # type: ignore[index]
    assert years == sorted(years, reverse=True)


def test_people_terms_and_topics_are_found_too_and_kept_apart_by_kind(page: Page) -> None:
    search(page, "?q=retaliation&kind=Glossary+term")
    expect(page.get_by_role("status")).to_contain_text("found")
    assert "retaliation" in titles(page)
    assert page.locator("#results .badge").count() == 0
    search(page, "?q=Mexico&kind=Country")
    expect(page.get_by_role("status")).to_contain_text("found")
    assert titles(page)[0] == "Mexico"


@pytest.mark.parametrize(("typed", "meant"), [("tarrif", "tariff"), ("trmup", "Trump"), ("retalation", "retaliation")])
def test_a_mistyped_word_is_answered_with_the_one_that_was_meant(page: Page, typed: str, meant: str) -> None:
    """A letter too many, two that changed places, one too few; the answer is a link that finds something."""
    search(page, f"?q={typed}")
    link = page.locator("[aria-live=polite] > #help").get_by_role("link", name=meant, exact=True)
    link.click()
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"^\d+ pages found for “{meant}”\.$"))
    assert query(page) == {"q": [meant]}
    expect(page.locator("#help")).to_be_hidden()


def test_words_that_stand_nowhere_find_nothing_and_the_page_says_what_to_do(page: Page) -> None:
    """Not the pages on which the first letter stands alone, which Pagefind would give."""
    search(page, "?q=xyzzyplugh&year=2019")
    expect(page.get_by_role("status")).to_have_text("Nothing found for “xyzzyplugh”.")
    assert titles(page) == []
    expect(page.locator("#help")).to_contain_text("Fewer words find more")
    expect(page.get_by_role("navigation", name="Lists").get_by_role("link", name="Archive")).to_be_visible()
    page.get_by_role("link", name="Look without the filters").click()
    expect(page.get_by_role("status")).to_have_text("Nothing found for “xyzzyplugh”.")
    assert query(page) == {"q": ["xyzzyplugh"]}


def focused(page: Page) -> str:
    return str(page.evaluate("() => document.activeElement.id || document.activeElement.textContent"))


def test_everything_can_be_done_by_keyboard(page: Page) -> None:
    """The slash leads to the words, arrows through the results, Escape back, Enter opens."""
    search(page)
    page.keyboard.press("/")
    assert focused(page) == "q"
    page.keyboard.type("soybeans")
    expect(page.get_by_role("status")).to_contain_text("found")
    found = titles(page)
    page.keyboard.press("ArrowDown")
    assert focused(page) == found[0]
    page.keyboard.press("ArrowDown")
    assert focused(page) == found[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focused(page) == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert focused(page) == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(found[0])


def test_the_slash_can_be_switched_off_and_escape_empties_the_words(page: Page) -> None:
    """Whoever speaks to the computer types letters without wanting to."""
    search(page, "?q=zinc")
    page.get_by_text("Keys", exact=True).click()
    page.locator("#slash").uncheck()
    page.keyboard.press("/")
    assert focused(page) == "slash"
    page.locator("#q").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_have_value("")
    expect(page.get_by_role("heading", name="Stories", exact=True)).to_be_visible()
    assert query(page) == {}


def test_without_scripts_there_is_no_form_and_the_page_says_where_everything_is(page_without_scripts: Page) -> None:
    page = page_without_scripts
    page.goto(f"{BASE}/search/?q=tariff")
    assert not page.locator("#q").is_visible()
    expect(page.get_by_text("The search form needs JavaScript")).to_be_visible()
    for name, address in (("Archive", "/archive/"), ("Topics", "/topics/"), ("Glossary", "/glossary/")):
        link = page.get_by_role("navigation", name="Lists").get_by_role("link", name=name)
        assert link.get_attribute("href") == address
    assert page.locator("#all .card").count() > 20


def test_an_index_that_cannot_be_fetched_leaves_the_lists_and_says_so(page_with_faults: Page) -> None:
    page = page_with_faults
    page.route("**/pagefind/pagefind-entry.json*", lambda route: route.fulfill(status=200, body="no index"))
    page.goto(f"{BASE}/search/")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
    expect(page.locator("#q")).to_be_hidden()
    expect(page.locator("#all")).to_be_visible()


def test_who_finds_no_page_can_search_from_there(page: Page) -> None:
    page.goto(f"{BASE}/404.html")
    page.get_by_label("Words to look for").fill("soybeans")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("found for “soybeans”")


def test_nothing_of_the_search_is_fetched_on_another_page(page: Page, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("/", "/archive/", "/topics/"):
        page.goto(f"{BASE}{address}", wait_until="networkidle")
    assert asked
    assert not [url for url in asked if "pagefind" in url or "search.js" in url]
