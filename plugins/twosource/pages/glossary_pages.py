"""The glossary: every term, and where it is used."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

from twosource.newsroom.reference import Term
from twosource.pages import addresses, dates
from twosource.pages.cards import cards
from twosource.pages.chrome import Head, html_page, link
from twosource.pages.json_ld import defined_term, term_set
from twosource.pages.lists import PAGE_LENGTH
from twosource.pages.newsstand import Newsstand
from twosource.pages.page import Page
from twosource.pages.prose import Setting, set_body
from twosource.pages.sheet import Sheet
from twosource.pages.subject_charts import use_over_time
from twosource.pages.views import GlossaryBody, TermBody
from twosource.pages.wording import web_address


def glossary_pages(stand: Newsstand) -> Iterator[Sheet]:
    """The overview, then every entry."""
    yield Sheet(addresses.GLOSSARY, "glossary.html", _overview, indexed=True)
    for name in stand.library.terms:
        yield Sheet(addresses.term(name), "term.html", partial(_term, name=name), indexed=True)


def _overview(stand: Newsstand) -> Page:
    head = Head(
        title="Glossary",
        description=f"Terms that {stand.library.hub.name} uses, each in a sentence.",
        crumbs=(("Glossary", addresses.GLOSSARY),),
        json_ld=(term_set(stand),),
    )
    ordered = sorted(stand.library.terms.values(), key=lambda term: (_letter(term), term.term.lower(), term.id))
    body: GlossaryBody = {
        "letters": [
            {"letter": letter, "terms": [_row(stand, term) for term in terms]}
            for letter, terms in groupby(ordered, key=_letter)
        ]
    }
    return html_page(stand, addresses.GLOSSARY, "glossary.html", head, body)


def _letter(term: Term) -> str:
    """The letter under which a term stands; accents do not part it from its fellows."""
    first = unicodedata.normalize("NFKD", term.term)[:1].upper()
    return first if first.isalpha() else "#"


def _row(stand: Newsstand, term: Term) -> dict[str, Any]:
    return {
        "id": term.id,
        "term": term.term,
        "href": stand.href(addresses.term(term.id)),
        "definition": term.definition,
        "count": len(stand.using(term.id)),
    }


def _term(stand: Newsstand, name: str) -> Page:
    terms = stand.library.terms
    term = terms[name]
    head = Head(
        title=term.term,
        description=term.definition,
        json_ld=(defined_term(stand, term),),
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
        "related": [link(stand, terms[other].term, addresses.term(other)) for other in term.related if other in terms],
        "use": use_over_time(stand, name),
        "cards": cards(stand, stand.using(name)[:PAGE_LENGTH]),
    }
    return html_page(stand, addresses.term(term.id), "term.html", head, body)
