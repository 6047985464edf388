"""What a writer sees in the browser while files change: the page, or why it stays as it was."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from .started import Started, until

STORY = "content/stories/2020/oil-price-war-crash.md"
URL = "/stories/oil-price-war-crash/"
OWN, ALL = "#preview-panel details.own", "#preview-panel details.all"


@contextmanager
def edited(path: Path, old: str, new: str) -> Iterator[None]:
    """The file with one passage replaced inside the block."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(text, encoding="utf-8")


def opened(page: Page, preview: Started, url: str) -> Page:
    """The page, at rest: nothing is wrong with it, and no other test's edit is under way."""
    until(lambda: "preview-panel details" not in preview.get(url)[1] and preview.get(url)[0] == 200)
    page.goto(f"{preview.address}{url}")
    expect(page.locator("#preview-panel details")).to_have_count(0)
    return page


def test_a_save_shows_in_the_open_page_where_it_was_scrolled_to(preview: Started, page: Page) -> None:
    opened(page, preview, URL)
    page.evaluate("scrollTo(0, 900)")
    with edited(preview.hub / STORY, "\n---\n", "\n---\nBarrels of a test.\n\n"):
        expect(page.locator("main")).to_contain_text("Barrels of a test.")
        until(lambda: abs(page.evaluate("() => scrollY") - 900) < 3)
    expect(page.locator("main")).not_to_contain_text("Barrels of a test.")


def test_another_page_is_not_reloaded_and_shows_the_way(preview: Started, page: Page) -> None:
    opened(page, preview, "/about/")
    page.evaluate("window.mark = 'never reloaded'")
    with edited(preview.hub / STORY, "\n---\n", "\n---\nBarrels of another test.\n\n"):
        way = page.locator("#preview-panel .turned a")
        expect(way).to_contain_text("Changed: ")
        assert way.get_attribute("href") == URL
        assert page.evaluate("window.mark") == "never reloaded"
        way.click()
        expect(page.locator("main")).to_contain_text("Barrels of another test.")


def test_broken_yaml_is_told_in_the_page_that_stands_until_it_is_mended(preview: Started, page: Page) -> None:
    opened(page, preview, URL)
    headline = page.locator("h1").inner_text()
    with edited(preview.hub / STORY, "title: ", "title: ["):
        problem = page.locator(f"{OWN} li.error")
        expect(problem).to_have_count(1)
        expect(problem).to_contain_text(re.compile(rf"{STORY}:\d+:\d+"))
        expect(problem).to_contain_text("yaml-syntax")
        expect(problem).to_contain_text("Close the bracket")
        expect(problem.locator("pre")).to_contain_text("^")
        expect(page.locator(f"{OWN} summary")).to_contain_text("it stands as it last was")
        assert page.locator("h1").inner_text() == headline
        page.reload()
        expect(page.locator(f"{OWN} li.error")).to_contain_text("yaml-syntax")
        assert page.locator("h1").inner_text() == headline
    expect(page.locator("#preview-panel details")).to_have_count(0)


def test_a_problem_elsewhere_is_counted_on_every_page_and_leads_to_its_own(preview: Started, page: Page) -> None:
    opened(page, preview, "/about/")
    with edited(preview.hub / STORY, "\nsummary: ", "\nsumary: "):
        fold = page.locator(ALL)
        expect(fold.locator("summary")).to_contain_text("error")
        assert not fold.evaluate("fold => fold.open")
        fold.locator("summary").click()
        assert fold.locator("li a").first.get_attribute("href") == URL


def test_a_story_with_errors_holds_up_no_other(preview: Started, page: Page) -> None:
    opened(page, preview, "/stories/europe-travel-ban-cargo-error/")
    other = preview.hub / "content/stories/2020/europe-travel-ban-cargo-error.md"
    with edited(preview.hub / STORY, "title: ", "title: ["), edited(other, "\n---\n", "\n---\nFreight of a test.\n\n"):
        expect(page.locator("main")).to_contain_text("Freight of a test.")


def test_a_draft_is_shown_and_marked_on_its_page_and_in_lists(preview: Started, page: Page) -> None:
    opened(page, preview, URL)
    with edited(preview.hub / STORY, "status: published", "status: draft"):
        expect(page.locator("#preview-banner .banner")).to_have_text("Draft: not published")
        page.goto(f"{preview.address}/archive/2020/")
        badge = page.locator(f'a[href$="{URL}"] + .preview-badge').first
        expect(badge).to_have_text("Draft")
    expect(page.locator(".preview-badge")).to_have_count(0)


def test_a_story_still_to_come_says_from_when(preview: Started, page: Page) -> None:
    opened(page, preview, URL)
    with edited(preview.hub / STORY, "date: 2020", "date: 2031"):
        expect(page.locator("#preview-banner .banner")).to_contain_text(re.compile(r"Still to come: .* 2031, .* UTC"))


def test_a_new_story_comes_says_what_it_lacks_and_goes(preview: Started, page: Page) -> None:
    path = preview.hub / "content/stories/2020/brand-new.md"
    page.goto(f"{preview.address}/stories/brand-new/")
    expect(page.locator("h1")).not_to_have_text("content/stories/2020/brand-new.md")
    path.write_text("---\ntitle: Brand new\nstatus: draft\n---\nWords.\n", encoding="utf-8")
    expect(page.locator(f"{OWN} li").first).to_contain_text("brand-new.md")
    page.reload()
    expect(page.locator("h1")).to_have_text("content/stories/2020/brand-new.md")
    path.unlink()
    expect(page.locator(OWN)).to_have_count(0)


def test_a_renamed_story_moves_and_a_deleted_one_is_gone(preview: Started, page: Page) -> None:
    opened(page, preview, URL)
    files = [preview.hub / STORY, (preview.hub / STORY).with_suffix(".lock")]
    moved = [path.with_stem("oil-price-collapse") for path in files]
    for path, target in zip(files, moved, strict=True):
        path.rename(target)
    assert preview.shows("/stories/oil-price-collapse/", "<main")
    expect(page.locator("main")).not_to_contain_text("Key takeaways")
    assert preview.get(URL)[0] == 404
    for path, target in zip(files, moved, strict=True):
        target.rename(path)
    expect(page.locator("main")).to_contain_text("Key takeaways")


def test_a_broken_template_is_told_with_its_line_and_the_pages_stand(preview: Started, page: Page) -> None:
    opened(page, preview, URL)
    with edited(preview.hub / "themes/ledger/templates/story.html", "{% block main %}", "{% block main %}{% if %}"):
        problem = page.locator(f"{OWN} li.error")
        expect(problem).to_contain_text(re.compile(r"themes/ledger/templates/story\.html:\d+"))
        expect(page.locator(f"{OWN} summary")).to_contain_text("the last good pages stand")
        expect(page.locator("main")).to_contain_text("Key takeaways")
    expect(page.locator("#preview-panel details")).to_have_count(0)


def test_a_theme_s_style_shows_at_once(preview: Started, page: Page) -> None:
    opened(page, preview, "/about/")
    style = preview.hub / "themes/ledger/static/site.css"
    text = style.read_text(encoding="utf-8")
    style.write_text(f"{text}\nmain {{ outline: 7px solid; }}\n", encoding="utf-8")
    expect(page.locator("main")).to_have_css("outline-width", "7px")
    style.write_text(text, encoding="utf-8")
    expect(page.locator("main")).not_to_have_css("outline-width", "7px")


def test_broken_settings_are_told_and_mended_ones_taken_up(preview: Started, page: Page) -> None:
    opened(page, preview, "/about/")
    said = len(preview.said)
    with edited(preview.hub / "pelicanconf.py", 'PATH = "content"', 'PATH = "content'):
        expect(page.locator(f"{OWN} li.error")).to_contain_text(re.compile(r"pelicanconf\.py:\d+"))
        expect(page.locator(f"{OWN} li.error")).to_contain_text("SyntaxError")
    expect(page.locator("#preview-panel details")).to_have_count(0)
    assert preview.line("pelicanconf.py changed: starting anew", said)


def test_a_broken_rubric_is_told_and_costs_no_page(preview: Started, page: Page) -> None:
    opened(page, preview, URL)
    with edited(preview.hub / "methodology/rubric.yml", "\nversion: ", "\nversion: ["):
        expect(page.locator(f"{OWN} li.error").first).to_contain_text("methodology/rubric.yml:")
        expect(page.locator("main")).to_contain_text("Key takeaways")
    expect(page.locator("#preview-panel details")).to_have_count(0)


def test_a_folder_that_goes_and_comes_again_is_followed(preview: Started, page: Page) -> None:
    opened(page, preview, URL)
    folder, away = preview.hub / "content", preview.hub / "elsewhere"
    folder.rename(away)
    expect(page.locator(f"{OWN} li.error").first).to_be_visible()
    away.rename(folder)
    expect(page.locator("#preview-panel details")).to_have_count(0)
    with edited(preview.hub / STORY, "\n---\n", "\n---\nBack again.\n\n"):
        expect(page.locator("main")).to_contain_text("Back again.")


def test_a_save_by_another_file_put_in_place_is_one_change(preview: Started, page: Page) -> None:
    opened(page, preview, URL)
    said, path = len(preview.said), preview.hub / STORY
    text = path.read_text(encoding="utf-8")
    half = path.with_name("oil-price-war-crash.md.tmp")
    half.write_text(text[:200], encoding="utf-8")
    half.write_text(text.replace("\n---\n", "\n---\nPut in place.\n\n", 1), encoding="utf-8")
    os.replace(half, path)
    expect(page.locator("main")).to_contain_text("Put in place.")
    assert [line for line in preview.said[said:] if "problem" in line and "no problems" not in line] == []
    path.write_text(text, encoding="utf-8")


def test_nothing_in_the_console_complains(preview: Started, page: Page) -> None:
    """The page's own policy lets the preview in, and nothing else that it did not."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    for url in ("/", URL, "/search/", "/methodology/"):
        opened(page, preview, url)
    assert told == []


def test_a_link_that_cannot_be_read_costs_the_page_nothing(preview: Started, page: Page) -> None:
    told: list[str] = []
    page.on("pageerror", lambda error: told.append(str(error)))
    opened(page, preview, "/about/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('afterbegin', '<a href=\"/a%zz\">A link</a>')")
    with edited(preview.hub / STORY, "\n---\n", "\n---\nBarrels of a third test.\n\n"):
        expect(page.locator("#preview-panel .turned a")).to_contain_text("Changed: ")
    opened(page, preview, "/about/")
    assert told == []


def test_a_broken_template_is_told_on_pages_that_it_does_not_make(preview: Started, page: Page) -> None:
    """Nobody has one open that it makes: it is told when those are printed, moments later."""
    opened(page, preview, "/about/")
    with edited(preview.hub / "themes/ledger/templates/story.html", "{% block main %}", "{% block main %}{% if %}"):
        expect(page.locator(f"{OWN} li.error")).to_contain_text("themes/ledger/templates/story.html:")
    expect(page.locator("#preview-panel details")).to_have_count(0)
