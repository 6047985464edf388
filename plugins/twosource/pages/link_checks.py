"""Links that writers put into their texts: those that lead nowhere on this site, and those that cannot be printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote

from markdown_it.token import Token

from twosource.newsroom.body import Body, inline_tokens, parse
from twosource.newsroom.library import Library, is_public
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.reference import Entity, Note, Term
from twosource.newsroom.rules import found
from twosource.newsroom.story import Story
from twosource.newsroom.suggest import did_you_mean
from twosource.pages import addresses
from twosource.pages.glossing import make_glossary
from twosource.pages.prose import Setting, set_prose
from twosource.pages.wording import web_address
from twosource.trends.named import entities_of

LINKING = ("](", "][", "]:", "<")
"""A text without any of these need not be parsed."""

PARTS = (
    *("takeaways", "facts", "affected", "unknowns", "analysis", "watch", "timeline", "coverage", "sources", "scored"),
    *("scored-impact", "scored-confidence", "scored-outlook", "related", "changes", "receipt", "main"),
)
"""Places on a story's page besides its facts, its sources and its own headings."""

ID = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Written:
    """One link or picture of a text."""

    href: str
    """Where it leads."""
    picture: bool
    """True for a picture."""
    place: Place
    """Where it stands, or the text that it stands in."""


def check_links(library: Library, as_of: datetime) -> Iterator[Problem]:
    """Warnings about links in every text; those to other sites are not followed."""
    known = _addresses(library, as_of)
    for story in library.stories:
        for link in _links(story.body, story.path):
            yield from _dropped(link) or (
                _dead_place(link, library, story) if link.href.startswith("#") else _dead_address(link, known, library)
            )
    others: tuple[Term | Entity | Note, ...] = (*library.terms.values(), *library.entities.values(), *library.notes)
    for other in (*others, library.about):
        for link in _links(other.body, other.path):
            yield from _dropped(link) or (() if link.href.startswith("#") else _dead_address(link, known, library))


def _addresses(library: Library, as_of: datetime) -> frozenset[str]:
    """Addresses of pages that a link may lead to."""
    public = [story for story in library.stories if is_public(story, as_of)]
    named = {name for story in public for name in entities_of(story)}
    offices = {role.at for entity in library.entities.values() for role in entity.roles}
    return frozenset(
        (
            *addresses.FIXED,
            *(address for story in public for address in (addresses.story(story.slug), *story.aliases)),
            *(address for name in library.topics for address in (addresses.topic(name), addresses.trend(name))),
            *map(addresses.entity, named | offices),
            *map(addresses.term, library.terms),
        )
    )


def _links(body: Body, path: str) -> Iterator[Written]:
    if not any(sign in body.text for sign in LINKING):
        return
    lines = body.text.split("\n")
    for block, child in inline_tokens(parse(body.text)):
        if child.type in ("link_open", "image"):
            href = str(child.attrs.get("href", child.attrs.get("src", "")))
            line, column = _spot(lines, block, href)
            yield Written(href, child.type == "image", Place(path, body.line + line, column + 1))


def _spot(lines: list[str], block: Token, href: str) -> tuple[int, int]:
    """Row and column, from 0, of the address in its paragraph, else of the definition that gives it."""
    start, end = block.map or (0, len(lines))
    for rows in (range(start, end), range(len(lines))):
        for row in rows:
            for written in (href, unquote(href)):
                column = lines[row].find(written) if written else -1
                if column >= 0:
                    return row, column
    return start, 0


def _dropped(link: Written) -> tuple[Problem, ...]:
    inside = link.href.startswith(("/", "#")) and not link.href.startswith(("//", "/\\"))
    if link.picture:
        message = "Pictures are not printed: of this one, readers get its words."
        hint = "Link to it instead: [words](https://…)."
    elif not link.href:
        message, hint = "This link has no address.", "Write one between the brackets."
    elif not (inside or web_address(link.href)):
        message = f"{link.href} is no address that a page may lead to: readers get the words alone."
        hint = "Write a whole https address, or one on this site that begins with a single slash."
    else:
        return ()
    return (found(link.place, "dropped-link", message, hint),)


def _dead_address(link: Written, known: frozenset[str], library: Library) -> Iterator[Problem]:
    address = re.split("[?#]", link.href)[0]
    machine = address.startswith(addresses.RESERVED) or addresses.PAGED.fullmatch(address)
    if link.href.startswith("/") and address not in known and not machine:
        hidden = address in {addresses.story(story.slug) for story in library.stories}
        hint = "That story is a draft, or still to come." if hidden else did_you_mean(address, sorted(known))
        yield found(link.place, "dead-link", f"This site has no page {address}.", hint or "Correct it.")


def _dead_place(link: Written, library: Library, story: Story) -> Iterator[Problem]:
    """Places on the story's own page."""
    name = unquote(link.href.removeprefix("#"))
    html = set_prose(story.body.text, Setting("analysis", 3, make_glossary(library.terms), "")).html
    own = ID.findall(html)
    facts = (f"fact-{n}" for n in range(1, len(story.facts) + 1))
    known = (*own, *PARTS, *facts, *(f"source-{source.id}" for source in story.sources))
    if name not in known:
        heading = f"analysis-{name}"
        hint = f"Did you mean `#{heading}`?" if heading in own else did_you_mean(name, known)
        yield found(link.place, "dead-link", f"The story's page has no place #{name}.", hint or "Correct it.")
