"""The front page, the overviews and the profiles: what each has to say, and long lists that go on over pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from twosource.newsroom.reference import Entity
from twosource.pages import addresses, directory, glossary_pages, registry
from twosource.pages.edition import make_edition
from twosource.pages.fact_lines import known_of
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page

from .hub import AS_OF, SITE, stories, write_hub


@pytest.fixture
def short(hub: Path, monkeypatch: pytest.MonkeyPatch) -> Mapping[str, Page]:
    """The pages of the small hub, where every list of names has two to a page."""
    for module in (directory, glossary_pages, registry):
        monkeypatch.setattr(module, "EACH", 2)
    return {page.url: page for page in make_edition(hub, AS_OF, SITE).pages}


@pytest.mark.parametrize("address", [addresses.ENTITIES, addresses.GLOSSARY, addresses.PUBLISHERS])
def test_a_long_list_of_names_goes_on_over_pages_and_loses_none(
    short: Mapping[str, Page], pages: Mapping[str, Page], address: str
) -> None:
    """The first page keeps its address; each name stands on one page."""
    last = short[address].view["paging"]["pages"]
    assert last > 1
    found = [names(short[addresses.paged(address, n)]) for n in range(1, last + 1)]
    assert [len(held) for held in found[:-1]] == [2] * (last - 1)
    assert [name for held in found for name in held] == names(pages[address])
    assert pages[address].view["paging"]["pages"] == 1
    assert all(addresses.PAGED.fullmatch(addresses.paged(address, n)) for n in range(2, last + 1))


def names(page: Page) -> list[str]:
    """Ids of what the page lists."""
    groups = page.view.get("groups") or page.view.get("letters") or [{"entities": page.view.get("publishers")}]
    return [one["id"] for group in groups for one in group.get("entities") or group.get("terms")]


def test_kinds_letters_and_publishers_are_found_on_the_page_where_they_stand(short: Mapping[str, Page]) -> None:
    """A link into a list that goes on leads to the right page of it."""
    base = "/hub"
    for link in (*short[addresses.ENTITIES].view["kinds"], *short[addresses.GLOSSARY].view["index"]):
        address, _, place = link["href"].removeprefix(base).partition("#")
        groups = short[address].view.get("groups") or short[address].view["letters"]
        assert place in {group.get("type") or group["id"] for group in groups}
    told = {
        source["publisher"]["href"] for one in short["/stories/verified/"].view["clusters"] for source in one["sources"]
    }
    for href in told:
        address, _, place = href.removeprefix(base).partition("#publisher-")
        assert place in names(short[address])


def test_terms_that_begin_with_no_letter_have_a_place_that_an_address_can_name(tmp_path: Path) -> None:
    """A fragment may not hold a second `#`."""
    hub = write_hub(tmp_path / "hub", stories())
    entry = (hub / "glossary/wto.md").read_text("utf-8").replace("World Trade Organization", "5G")
    (hub / "glossary/5g.md").write_text(entry.replace("WTO", "fifth generation"), "utf-8")
    view = next(page for page in make_edition(hub, AS_OF, SITE).pages if page.url == addresses.GLOSSARY).view
    assert view["index"][0] == {"text": "#", "href": "/hub/glossary/#letter-0"}
    assert (view["letters"][0]["letter"], view["letters"][0]["id"]) == ("#", "letter-0")


def test_the_front_page_shows_what_the_lead_rests_on(pages: Mapping[str, Page]) -> None:
    """Each line leads to the proof on the lead's own page."""
    view = pages["/"].view
    assert view["facts"]
    assert all(line["href"].startswith(f"{view['lead']['href']}#fact-") for line in view["facts"])
    assert view["lead"]["slug"] not in {card["slug"] for card in view["latest"]}


def test_what_moved_last_on_the_beat_comes_first(pages: Mapping[str, Page]) -> None:
    days = [move["latest"]["date"]["iso"] for move in pages["/"].view["moves"]]
    assert days == sorted(days, reverse=True)


def test_the_badges_of_a_list_add_up_to_its_count(pages: Mapping[str, Page]) -> None:
    """On the front page, on every topic and on every entity; a badge that no story has is not shown."""
    counted = [page.view for url, page in pages.items() if re.fullmatch(r"/(?:topics|entities)/[^/]+/", url)]
    assert len(counted) > 4
    for view in (*counted, {**pages["/"].view, "count": pages["/"].view["counts"]["stories"]}):
        assert sum(view["levels"].values()) == view["count"]
        assert all(view["levels"].values())


def test_what_we_know_of_an_entity_are_facts_and_never_claims(stand: Newsstand, pages: Mapping[str, Page]) -> None:
    """A claim is what somebody said; a name is found as a whole word, and short forms are not looked for."""
    claims = {fact.text for slug in stand.stories for fact in stand.brief(slug).facts if fact.speaker}
    told = [line for page in pages.values() if page.template == "entity.html" for line in page.view["known"]]
    assert not claims & {line["text"] for line in told}
    slug = stand.stories[0]
    brief = stand.brief(slug)
    fact = next(fact for fact in brief.facts if not fact.speaker)
    word = max(fact.text.strip(".").split(), key=len)
    some = next(iter(stand.entities.values()))
    assert known_of(stand, renamed(some, word), [brief], 3)
    assert not known_of(stand, renamed(some, word[:-1]), [brief], 3)
    assert not known_of(stand, renamed(some, "US"), [brief], 3)


def renamed(entity: Entity, name: str) -> Entity:
    """The entity under another name alone."""
    return replace(entity, name=name, aliases=())


def test_a_chapter_may_not_take_the_place_of_a_page_of_the_site(tmp_path: Path) -> None:
    """`methodology/rules.md` would be printed where the rules of the checks stand."""
    root = write_hub(tmp_path, stories())
    (root / "methodology" / "rules.md").write_text("---\ntitle: Rules\norder: 9\n---\nWords.\n", "utf-8")
    told = [found for found in make_edition(root, AS_OF, SITE).problems if found.rule == "address-taken"]
    assert [found.place.path for found in told] == ["methodology/rules.md"]
