"""Every template prints from an example view of the contract's shape, and what it prints keeps the site's promises."""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from jinja2 import Environment
from ledger_kit import THEME, views
from pages_read import elements, named

from twosource.pages import views as contract

BODIES = {
    "home.html": contract.HomeBody,
    "story.html": contract.StoryBody,
    "topics.html": contract.TopicsBody,
    "topic.html": contract.TopicBody,
    "entities.html": contract.EntitiesBody,
    "entity.html": contract.EntityBody,
    "glossary.html": contract.GlossaryBody,
    "term.html": contract.TermBody,
    "methodology.html": contract.MethodologyBody,
    "chapter.html": contract.ChapterBody,
    "numbers.html": contract.NumbersBody,
    "rules.html": contract.RulesBody,
    "rule.html": contract.RuleBody,
    "publishers.html": contract.PublishersBody,
    "trends.html": contract.TrendsBody,
    "trend.html": contract.TrendBody,
    "watch.html": contract.WatchBody,
    "corrections.html": contract.CorrectionsBody,
    "search.html": contract.SearchBody,
    "archive.html": contract.ArchiveBody,
    "about.html": contract.AboutBody,
    "404.html": contract.NotFoundBody,
    "redirect.html": contract.RedirectBody,
    "atom.xml": contract.FeedBody,
    "sitemap.xml": contract.SitemapBody,
    "opensearch.xml": contract.OpenSearchBody,
}
TEMPLATES = set(BODIES)
PAGES = sorted(name for name, (template, _) in views().items() if template.endswith(".html"))
WHOLE = [name for name in PAGES if name != "redirect"]


def faults(value: Any, shape: Any, where: str = "view") -> list[str]:
    """Where a value departs from a TypedDict, a list or a union of them."""
    if typing.is_typeddict(shape):
        hints = get_type_hints(shape)
        wrong = set(value) ^ set(hints)
        inner = [fault for key in set(value) & set(hints) for fault in faults(value[key], hints[key], f"{where}.{key}")]
        return [f"{where}: {sorted(wrong)}" for _ in [0] if wrong] + inner
    if get_origin(shape) is list:
        return [fault for n, one in enumerate(value) for fault in faults(one, get_args(shape)[0], f"{where}[{n}]")]
    if get_origin(shape) in (types.UnionType, typing.Union):
        return [] if value is None else faults(value, get_args(shape)[0], where)
    plain = shape if isinstance(shape, type) else get_origin(shape) or object
    return [] if isinstance(value, plain) else [f"{where}: {value!r} is no {plain.__name__}"]


def test_the_templates_are_those_that_the_pages_ask_for() -> None:
    assert {path.name for path in (THEME / "templates").iterdir()} == TEMPLATES | {"base.html"}


def test_every_template_has_an_example_view() -> None:
    assert {template for template, _ in views().values()} == TEMPLATES


@pytest.mark.parametrize("name", sorted(views()))
def test_an_example_view_has_the_shape_of_the_contract(name: str) -> None:
    template, view = views()[name]
    frame = {"site", "page"} - get_type_hints(BODIES[template]).keys()
    body = {key: value for key, value in view.items() if key not in frame}
    chrome = {key: value for key, value in view.items() if key in frame}
    assert faults(body, BODIES[template]) == []
    assert not chrome or faults(chrome, contract.Chrome) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_well_formed_and_its_ids_are_unique(printed: Mapping[str, str], name: str) -> None:
    ids = [one.attributes["id"] for one in elements(printed[name]) if "id" in one.attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", WHOLE)
def test_a_page_has_one_h1_a_main_landmark_and_a_way_past_the_masthead(printed: Mapping[str, str], name: str) -> None:
    found = elements(printed[name])
    assert [one.name for one in found].count("h1") == 1
    assert [one.attributes.get("id") for one in found if one.name == "main"] == ["main"]
    first = next(one for one in found if one.name == "a")
    assert first.attributes["href"] == "#main"


@pytest.mark.parametrize("name", WHOLE)
def test_headings_never_skip_a_level(printed: Mapping[str, str], name: str) -> None:
    levels = [int(one.name[1]) for one in elements(printed[name]) if re.fullmatch("h[1-6]", one.name)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", WHOLE)
def test_links_within_the_page_arrive(printed: Mapping[str, str], name: str) -> None:
    found = elements(printed[name])
    ids = {one.attributes.get("id") for one in found}
    inside = {one.attributes["href"][1:] for one in found if one.attributes.get("href", "").startswith("#")}
    # Examples are shared between views, so facts that one story lacks may be named in a part of it.
    assert {link for link in inside - ids if not link.startswith(("fact-", "source-"))} == set()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_inline_style_script_or_handler(printed: Mapping[str, str], name: str) -> None:
    for one in elements(printed[name]):
        assert not [key for key in one.attributes if key == "style" or key.startswith("on")]
        assert one.name != "style"
        if one.name == "script" and one.attributes.get("type") != "application/ld+json":
            assert one.attributes.get("src")
            assert not one.text


@pytest.mark.parametrize("name", PAGES)
def test_a_page_forbids_by_policy_what_it_does_not_use(printed: Mapping[str, str], name: str) -> None:
    policy = next(one.attributes["content"] for one in named(printed[name], "meta") if "http-equiv" in one.attributes)
    assert policy.startswith("default-src 'none'")
    assert "unsafe-inline" not in policy
    assert "base-uri 'none'" in policy
    assert ("connect-src 'self'" in policy) is (name != "redirect"), "Lighthouse reads robots.txt from within a page"
    assert ("'wasm-unsafe-eval'" in policy) is (name == "search-indexed")


def test_without_an_index_the_search_page_loads_no_script_and_shows_no_form(printed: Mapping[str, str]) -> None:
    bare, indexed = printed["search"], printed["search-indexed"]
    assert not [one for one in named(bare, "script") if "src" in one.attributes]
    assert "<form" not in bare
    assert "pagefind" not in bare
    assert "All 6 stories are on this page" in bare
    assert 'data-find="/hub/pagefind/pagefind.js"' in indexed
    assert "The newest 6 of 600 stories are on this page" in indexed


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_from_its_own_host_only(printed: Mapping[str, str], name: str) -> None:
    loading = ("stylesheet", "preload", "icon", "apple-touch-icon", "search", "alternate")
    for one in named(printed[name], "link", "script", "img", "source", "iframe"):
        address = one.attributes.get("src") or one.attributes.get("href", "")
        if address and (one.name != "link" or one.attributes["rel"] in loading):
            assert address.startswith("/hub/")


def test_no_template_names_another_host() -> None:
    for path in THEME.rglob("*.html"):
        assert not re.findall(r"""(?:src|href|url)=?["'(]\s*(?:https?:)?//""", path.read_text("utf-8")), path


def test_quotes_and_brackets_in_a_headline_break_nothing(printed: Mapping[str, str]) -> None:
    headline = views()["story"][1]["title"]
    found = elements(printed["story"])
    assert next(one for one in found if one.name == "h1").text == headline
    assert next(one for one in found if one.attributes.get("property") == "og:title").attributes["content"] == headline
    data = json.loads(next(one for one in found if one.name == "script" and "type" in one.attributes).text)
    assert data["headline"].endswith("</script>")


def test_a_story_keeps_the_order_of_its_parts(printed: Mapping[str, str]) -> None:
    found = elements(printed["story"])
    parts = [one.attributes["id"] for one in found if one.name == "section" and "section" in one.classes]
    assert parts == [
        "takeaways",
        "facts",
        "unknowns",
        "affected",
        "analysis",
        "watch",
        "timeline",
        "sources",
        "coverage",
        "scored",
        "changes",
        "related",
        "receipt",
    ]
    head = [one.classes[0] for one in found if one.classes]
    order = ["notice", "story__kicker", "title", "verification", "intro", "byline", "share", "ledger", "contents"]
    assert [name for name in head if name in order] == order


def test_each_part_of_the_verification_line_leads_to_its_proof(printed: Mapping[str, str]) -> None:
    line = printed["story"].partition('<p class="verification">')[2].partition("</p>")[0]
    assert re.findall('href="([^"]+)"', line) == ["#sources", "#sources", "#facts"]
    assert line.startswith('<a class="badge badge--verified" href="#sources">Verified by 3 independent sources</a>')


def test_a_story_with_one_source_says_so_in_its_title(printed: Mapping[str, str]) -> None:
    title = next(named(printed["story-single"], "title")).text
    assert "(single source)" in title
    assert "(" not in next(named(printed["story"], "title")).text


def test_a_headline_that_holds_the_words_of_the_mark_carries_the_mark_all_the_same(environment: Environment) -> None:
    template, view = views()["story-single"]
    headline = "Mine is the single source of cobalt"
    page = environment.get_template(template).render({**view, "page": {**view["page"], "title": headline}})
    assert next(named(page, "title")).text.startswith(f"{headline} (single source)")


def test_a_story_with_little_in_it_shows_no_empty_part(printed: Mapping[str, str]) -> None:
    found = elements(printed["story-single"])
    parts = [one.attributes["id"] for one in found if one.name == "section"]
    assert parts == ["facts", "analysis", "sources", "scored", "changes", "receipt"]
    assert "None since publication." in printed["story-single"]


def test_the_badge_of_a_fact_stands_on_the_fold_of_its_quotes(printed: Mapping[str, str]) -> None:
    facts = views()["story"][1]["facts"]
    found = elements(printed["story"])
    folded = [one for one in found if "badge" in one.classes and one.parents[-2:] == ("details", "summary")]
    assert [one.text for one in folded] == [fact["status_text"] for fact in facts if fact["evidence"]]


def test_each_button_of_a_term_opens_a_definition_that_leads_on_to_the_glossary(printed: Mapping[str, str]) -> None:
    found = elements(printed["story"])
    opened = [one.attributes["popovertarget"] for one in found if one.name == "button" and "term" in one.classes]
    defined = [one for one in found if "definition" in one.classes]
    assert opened
    assert [one.attributes["id"] for one in defined] == opened
    assert all("popover" in one.attributes and "More on" in one.text for one in defined)


def test_related_stories_carry_their_badges(printed: Mapping[str, str]) -> None:
    listed = printed["story"].partition('<ul class="related">')[2].partition("</ul>")[0]
    titles, badges = (re.findall(rf'class="{name}[ "]', listed) for name in ("related__title", "badge"))
    assert len(titles) == len(badges) == len(views()["story"][1]["related"])


def test_a_text_of_paragraphs_alone_loads_no_styles_for_more(environment: Environment) -> None:
    template, view = views()["story-single"]
    sheets = {
        html: re.findall(r"/theme/(\w+)\.css", environment.get_template(template).render({**view, "html": html}))
        for html in ("<p>Plain.</p>", "<ul><li>One.</li></ul>")
    }
    assert sheets == {"<p>Plain.</p>": ["site", "print"], "<ul><li>One.</li></ul>": ["site", "code", "print"]}


def test_what_is_expected_is_told_apart_from_what_happened_in_words(printed: Mapping[str, str]) -> None:
    items = [one for one in elements(printed["story"]) if "timeline__item" in one.classes]
    assert ["expected" in one.text for one in items] == ["timeline__item--expected" in one.classes for one in items]


def test_a_front_page_without_stories_says_so(printed: Mapping[str, str]) -> None:
    assert "No story has been published yet." in printed["home-empty"]


def test_a_redirect_goes_to_its_target_and_stays_out_of_search(printed: Mapping[str, str]) -> None:
    found = {
        one.attributes.get("http-equiv", one.attributes.get("name")): one.attributes.get("content")
        for one in named(printed["redirect"], "meta")
    }
    assert found["refresh"] == "0; url=/hub/stories/steel-tariffs-signed/"
    assert found["robots"] == "noindex"


@pytest.mark.parametrize("name", ["trends", "trend"])
def test_findings_that_were_cut_say_of_how_many_and_lead_to_the_chapter(printed: Mapping[str, str], name: str) -> None:
    (section,) = (one for one in elements(printed[name]) if one.attributes.get("id") == "findings")
    assert re.search(r"The newest \d+ of 30; the data holds them all\.", section.text)
    assert "/hub/methodology/bursts/" in [one.attributes["href"] for one in named(printed[name], "a")]


def test_without_a_chapter_or_findings_left_out_nothing_is_said_of_them(printed: Mapping[str, str]) -> None:
    assert "How this is reckoned" not in printed["trends-empty"]
    assert "The newest" not in printed["trends-empty"]
    assert "These two years were not covered throughout" in printed["trends-empty"]
