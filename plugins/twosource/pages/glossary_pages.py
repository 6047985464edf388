"""The glossary: every term, and where it is used."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from twosource.newsroom.reference import Term
from twosource.pages import addresses, dates
from twosource.pages.cards import card, date_of
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.json_ld import Thing
from twosource.pages.json_ld_things import defined_term, term_set
from twosource.pages.lists import list_page, numbers, page_note, paging, story_list
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.prose import Setting, set_body
from twosource.pages.sheet import Sheet
from twosource.pages.subject_charts import use_over_time
from twosource.pages.views import GlossaryBody, Link, TermBody
from twosource.pages.wording import web_address
from twosource.trends.brief import Brief

EACH = 200
"""Terms on one page of the overview."""


def glossary_pages(stand: Newsstand) -> Iterator[Sheet]:
    """The overview, then every entry."""
    for number in numbers(len(stand.library.terms), EACH):
        address = addresses.paged(addresses.GLOSSARY, number)
        yield Sheet(address, "glossary.html", partial(_overview, number=number), indexed=True)
    for name in stand.library.terms:
        for number in numbers(len(stand.using(name))):
            make = partial(_term, name=name, number=number)
            yield Sheet(addresses.term(name, number), "term.html", make, indexed=True)


def _overview(stand: Newsstand, number: int) -> Page:
    ordered = sorted(stand.library.terms.values(), key=lambda term: (_letter(term), term.term.lower(), term.id))
    shown = ordered[(number - 1) * EACH : number * EACH]
    head = Head(
        title=f"Glossary{page_note(number)}",
        description=f"Terms that {stand.library.hub.name} uses, each in a sentence.",
        crumbs=(("Glossary", addresses.GLOSSARY),),
        json_ld=(term_set(stand),) if number == 1 else (),
    )
    body: GlossaryBody = {
        "count": len(ordered),
        "letters": [
            {"letter": letter, "id": _anchor(letter), "terms": [_row(stand, term) for term in terms]}
            for letter, terms in groupby(shown, key=_letter)
        ],
        "index": _index(stand, ordered),
        "paging": paging(stand, addresses.GLOSSARY, len(ordered), number, EACH),
    }
    return html_page(stand, addresses.paged(addresses.GLOSSARY, number), "glossary.html", head, body)


def _index(stand: Newsstand, ordered: list[Term]) -> list[Link]:
    """Each letter with the page on which it begins."""
    starts = {_letter(term): place // EACH + 1 for place, term in reversed(list(enumerate(ordered)))}
    return [
        link(stand, letter, f"{addresses.paged(addresses.GLOSSARY, page)}#{_anchor(letter)}")
        for letter, page in sorted(starts.items())
    ]


def _letter(term: Term) -> str:
    """The letter under which a term stands; accents do not part it from its fellows."""
    first = unicodedata.normalize("NFKD", term.term)[:1].upper()
    return first if first.isalpha() else "#"


def _anchor(letter: str) -> str:
    """Id of a letter's part of the list; `#` may not stand in the fragment of an address."""
    return f"letter-{'0' if letter == '#' else letter}"


def _row(stand: Newsstand, term: Term) -> dict[str, Any]:
    return {
        "id": term.id,
        "term": term.term,
        "href": stand.href(addresses.term(term.id)),
        "definition": term.definition,
        "count": len(stand.using(term.id)),
    }


def _term(stand: Newsstand, name: str, number: int) -> Page:
    terms, slugs = stand.library.terms, stand.using(name)
    term, page = terms[name], list_page(stand, addresses.term(name), slugs, number)
    head = Head(
        title=f"{term.term}{page_note(number)}",
        description=term.definition,
        json_ld=(defined_term(stand, term), *_listed(stand, term, page.stories)),
        crumbs=(("Glossary", addresses.GLOSSARY), (term.term, addresses.term(term.id))),
    )
    body: TermBody = {
        "term": term.term,
        "definition": term.definition,
        "aliases": list(term.aliases),
        "html": set_body(term.body, Setting("about", 2, stand.house.glossary, stand.house.base)).html,
        "sources": [
            {
                "title": source.title,
                "href": web_address(source.url),
                "publisher": source.publisher,
                "published": dates.partial(source.published) if source.published else None,
            }
            for source in term.sources
        ],
        "related": [_related(stand, terms[other]) for other in term.related if other in terms],
        "use": use_over_time(stand, name) if number == 1 else None,
        "count": len(slugs),
        "first": date_of(stand, slugs[-1:]),
        "last": date_of(stand, slugs[:1]),
        "cards": [card(stand, brief) for brief in page.stories],
        "paging": page.paging,
    }
    return html_page(stand, addresses.term(term.id, number), "term.html", head, body)


def _listed(stand: Newsstand, term: Term, stories: Sequence[Brief]) -> Iterator[Thing]:
    """The stories that use it, where there are any: a list of nothing is no list."""
    if stories:
        yield story_list(stand, f"Stories that use {term.term}", stories)


def _related(stand: Newsstand, term: Term) -> dict[str, str]:
    return {"text": term.term, "href": stand.href(addresses.term(term.id)), "definition": term.definition}
