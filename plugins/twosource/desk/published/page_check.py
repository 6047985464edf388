"""A story's page against its data: headline, badge, scores, key facts, quotes and receipt, word for word."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from twosource.desk.published.as_read import Json, record, records, text
from twosource.desk.published.difference import ABSENT, Difference, differences
from twosource.desk.published.page_marks import Element, Marks
from twosource.newsroom.story_words import FactKind
from twosource.pages.story_facts import status_words
from twosource.verification.verdict import FactStatus

Said = tuple[str, Any, Any]
"""A part of the page, what it says, and what the data say."""


def check_page(held: Json, file: str, html: str) -> Iterator[Difference]:
    """Everything in which a page does not say what the story's data do."""
    page = Marks.of(html)
    for part in PARTS:
        for where, said, told in part(page, held):
            yield from differences(file, where, said, told)


def _headline(page: Marks, held: Json) -> Iterator[Said]:
    yield "headline", _text(page.tags("h1")), one_line(held.get("title"))


def _badge(page: Marks, held: Json) -> Iterator[Said]:
    """In the page's head: the level as an attribute, the words as they are read."""
    words = one_line(held.get("badge")).replace(" · ", " ")
    head = page.marked("story__verification")
    yield "badge, level", head[0].given.get("data-level", ABSENT) if head else ABSENT, held.get("level")
    said = head[0].text if head else ""
    yield "badge", words if said.startswith(words) else said or ABSENT, words
    told = text(_article(page).get("alternativeHeadline"))
    yield "structured data, badge", told.removesuffix(f": {text(held.get('title'))}"), text(held.get("badge"))


def _scores(page: Marks, held: Json) -> Iterator[Said]:
    confidence, outlook = record(held.get("confidence")), record(held.get("outlook"))
    yield "impact", _text(page.id("scored-impact")), f"Impact {record(held.get('impact')).get('score')} of 10"
    value = confidence.get("value")
    shown = f"{value:.2f}" if isinstance(value, int | float) else value
    yield "confidence", _text(page.id("scored-confidence")), f"Confidence {shown}, {confidence.get('band')}"
    if outlook:
        said, told = _text(page.id("scored-outlook")), f"Outlook: {outlook.get('value')} for"
        yield "outlook", told if isinstance(said, str) and said.startswith(f"{told} ") else said, told
    else:
        yield "outlook", _text(page.id("scored-outlook")), ABSENT


def _facts(page: Marks, held: Json) -> Iterator[Said]:
    facts = list(records(held.get("facts")))
    yield "key facts", len(page.within("facts").marked("fact")), len(facts)
    for fact in facts:
        name = f"fact-{fact.get('n')}"
        here = page.within(name)
        yield name, _text(here.marked("fact__text")), one_line(fact.get("text"))
        yield f"{name}, badge", _text(here.marked("badge")), _status(fact)
        quotes = list(records(fact.get("evidence")))
        yield (
            f"{name}, quotes",
            [each.text for each in here.tags("q")],
            [one_line(each.get("quote")) for each in quotes],
        )


def _receipt(page: Marks, held: Json) -> Iterator[Said]:
    yield "receipt", _text(page.within("receipt").tags("code")), held.get("receipt")


class Place(NamedTuple):
    """Where the page shows one kind of sentence."""

    keys: tuple[str, ...]
    """Keys that lead to it."""
    part: str
    """Id of the part of the page, or empty for the whole of it."""
    elements: str
    """The elements that hold such sentences: a name, or a class after a full stop."""
    alone: bool = False
    """True where they hold nothing else, so that one too many is told as well."""
    amid: bool = False
    """True where the theme sets words of its own before or after it."""


SENTENCES = (
    Place(("summary",), "", ".intro", alone=True),
    Place(("takeaways", "text"), "takeaways", "li"),
    Place(("unknowns",), "unknowns", "li", alone=True),
    Place(("affected", "because"), "affected", "p"),
    Place(("timeline", "title"), "timeline", "p"),
    Place(("impact", "parts", "because"), "scored", ".scoring__why"),
    Place(("outlook", "because"), "scored", ".sentences", amid=True),
    Place(("sources", "title"), "sources", ".source__title", alone=True),
    Place(("sources", "independent_because"), "sources", ".meta", amid=True),
    Place(("watch", "statement"), "watch", ".watch__statement", alone=True),
    Place(("watch", "outcome"), "watch", ".watch__outcome", amid=True),
    Place(("changes", "text"), "changes", "p"),
    Place(("authors",), "", "strong"),
    Place(("cite_as",), "receipt", "dd"),
)
"""Words that the page has to show, each in an element of its own."""


def _sentences(page: Marks, held: Json) -> Iterator[Said]:
    """Whatever else the story says stands in its part of the page, word for word."""
    for place in SENTENCES:
        left = [each.text for each in _elements(page, place) if not each.unseen]
        missing = []
        for words in map(one_line, _at(held, place.keys)):
            found = next((said for said in left if _holds(said, words, place.amid)), None)
            if found is None:
                missing.append(words)
            else:
                left.remove(found)
        for said, told in zip_longest(left if place.alone else (), missing, fillvalue=ABSENT):
            yield ", ".join(place.keys), said, told


def _elements(page: Marks, place: Place) -> tuple[Element, ...]:
    here = page.within(place.part) if place.part else page
    return here.marked(place.elements[1:]) if place.elements.startswith(".") else here.tags(place.elements)


def _holds(said: str, words: str, amid: bool) -> bool:
    return said == words or (amid and (said.startswith(f"{words} ") or said.endswith(f" {words}")))


def _at(held: Any, keys: tuple[str, ...]) -> Iterator[str]:
    """Every text at the end of a way through objects and lists."""
    if isinstance(held, list):
        for item in held:
            yield from _at(item, keys)
    elif keys:
        yield from _at(record(held).get(keys[0]), keys[1:])
    elif text(held):
        yield text(held)


PARTS: tuple[Callable[[Marks, Json], Iterator[Said]], ...] = (_headline, _badge, _scores, _facts, _sentences, _receipt)
"""What is compared, in the order of the page."""


def _text(found: Element | tuple[Element, ...] | None) -> Any:
    """Text of an element, or of the first of several."""
    one = found[0] if isinstance(found, tuple) and found else found
    return one.text if isinstance(one, Element) else ABSENT


def _status(fact: Json) -> str:
    """The words of a fact's badge, by its data."""
    count = fact.get("count")
    try:
        status, kind = FactStatus(text(fact.get("status"))), FactKind(text(fact.get("kind")))
    except ValueError:
        return "a status that there is"
    return status_words(status, kind, count if isinstance(count, int) else 0)


def _article(page: Marks) -> dict[str, Any]:
    """Structured data of the article."""
    for script in page.tags("script"):
        if script.given.get("type") == "application/ld+json" and '"NewsArticle"' in "".join(script.code):
            try:
                return record(json.loads("".join(script.code)))
            except ValueError:
                return {}
    return {}


def one_line(value: Any) -> str:
    """A text with its spaces as a page shows them."""
    return " ".join(text(value).split())
