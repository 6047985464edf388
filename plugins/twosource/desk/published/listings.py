"""Stories in the lists of a site, as on its front page: headline and badge of each against the story's data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from twosource.desk.published.addressed import story_of
from twosource.desk.published.as_read import Json, record, text
from twosource.desk.published.difference import ABSENT, Difference, differences
from twosource.desk.published.page_marks import Marks
from twosource.pages.cards import SHORT
from twosource.pages.wording import counted
from twosource.verification.verdict import Level

RETRACTED = "retracted"


class Listed(NamedTuple):
    """What every list says of a story."""

    title: str
    """Its headline."""
    level: str
    """Class of its badge."""
    badge: str
    """Words of its badge."""
    detail: str
    """What stands behind it where there is room; empty where nothing does."""


def listed(held: Json) -> Listed:
    """Take it from the story's data."""
    level, n = text(held.get("level")), record(held.get("verification")).get("n")
    verified = counted(n if isinstance(n, int) else 0, "independent source")
    short: Mapping[str, str] = {RETRACTED: "Retracted", Level.VERIFIED.value: verified} | {
        str(level): words for level, words in SHORT.items()
    }
    detail = text(held.get("badge")).partition(" · ")[2]
    return Listed(" ".join(text(held.get("title")).split()), level, short.get(level, ""), detail)


def check_cards(file: str, html: str, stories: Mapping[str, Listed]) -> Iterator[Difference]:
    """Cards of one page that do not say what the data of their stories do."""
    if "card__badge" not in html:
        return
    for n, (_, card) in enumerate(Marks.of(html).inside("card"), 1):
        if card.marked("card__badge"):
            yield from _of_card(card, file, n, stories)


def _of_card(card: Marks, file: str, n: int, stories: Mapping[str, Listed]) -> Iterator[Difference]:
    links = [(story_of(link.given.get("href", "")), link) for link in card.tags("a")]
    slug, link = next(((slug, link) for slug, link in links if slug), ("", None))
    if link is None or slug not in stories:
        yield Difference(file, f"card {n}", f"the story “{slug}”", "a story of the site")
        return
    told = stories[slug]
    said = {"title": link.text, "level": _level(card), "badge": _badge(card)}
    days = {each.text for each in card.tags("time")}
    lines = (f"{told.badge} {told.detail}".strip(), *(f"{told.badge} {day}" for day in days))
    badge = said["badge"] if said["badge"] in lines else lines[0]
    yield from differences(file, f"card of {slug}", said, {"title": told.title, "level": told.level, "badge": badge})


def _level(card: Marks) -> Any:
    """What the class of the badge says; it decides the mark before the words."""
    found = card.marked("badge")
    return " ".join(name.removeprefix("badge--") for name in found[0].classes if name != "badge") if found else ABSENT


def _badge(card: Marks) -> str:
    """The line of the badge; in a narrow column the day stands in it instead of the detail."""
    return card.marked("card__badge")[0].text
