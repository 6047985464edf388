"""Links that writers put into their texts: those that lead nowhere on this site, and those that cannot be printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from urllib.parse import unquote

from twosource.newsroom.late import late
from twosource.newsroom.library import Library, house_texts, is_public
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.reference import Entity, Note, Term
from twosource.newsroom.rules import found
from twosource.newsroom.story import Story
from twosource.newsroom.suggest import did_you_mean
from twosource.pages import addresses
from twosource.pages.glossing import make_glossary
from twosource.pages.prose import Setting, set_body
from twosource.pages.wording import web_address
from twosource.trends.named import entities_of

PARTS = (
    *("takeaways", "facts", "affected", "unknowns", "analysis", "watch", "timeline", "coverage", "sources", "scored"),
    *("scored-impact", "scored-confidence", "scored-outlook", "related", "changes", "receipt", "main"),
)
"""Places on a story's page besides its facts, its sources and its own headings."""

ID = late(r'\bid="([^"]+)"')


Text = Story | Term | Entity | Note


@dataclass(frozen=True, slots=True)
class Written:
    """One link or picture of a text."""

    href: str
    """Where it leads."""
    picture: bool
    """True for a picture."""
    rows: tuple[int, int]
    """The rows of its block, as in `newsroom.blocks`."""
    text: Text
    """What has it in its text."""

    @property
    def place(self) -> Place:
        """Where the address stands: in its block, else in the definition that gives it; searched for, so ask last."""
        body, (first, end) = self.text.body, self.rows
        lines = body.text.split("\n")
        start, end = (first, end) if first >= 0 else (0, len(lines))
        for row in (*range(start, end), *range(len(lines))):
            for written in (self.href, unquote(self.href)):
                column = lines[row].find(written) if written else -1
                if column >= 0:
                    return Place(self.text.path, body.line + row, column + 1)
        return Place(self.text.path, body.line + start, 1)


class Inner(NamedTuple):
    """A link to an address of this site; plain values, which a cache can keep."""

    path: str
    """The file that it stands in."""
    line: int
    """Its line."""
    column: int
    """Its column."""
    href: str
    """Where it leads."""


class Reach(NamedTuple):
    """What one story makes of the site; plain values, too."""

    slug: str
    """Last part of its address."""
    aliases: tuple[str, ...]
    """Former addresses."""
    named: tuple[str, ...]
    """Entities that it names, which so have pages."""
    public: bool
    """True when readers may see it."""


def check_links(library: Library, as_of: datetime) -> Iterator[Problem]:
    """Warnings about links in every text; those to other sites are not followed."""
    for story in library.stories:
        yield from story_links(story)
    yield from house_links(library)
    links = [link for story in library.stories for link in inner_links(story)]
    reach = [Reach(story.slug, story.aliases, entities_of(story), is_public(story, as_of)) for story in library.stories]
    yield from dead_links(library, links, reach)


def story_links(story: Story) -> Iterator[Problem]:
    """Links in a story's analysis that are wrong whatever else the site has."""
    links = tuple(_links(story))
    yield from (problem for link in links for problem in _dropped(link))
    yield from _dead_places([link for link in links if link.href.startswith("#") and not link.picture], story)


def house_links(library: Library) -> Iterator[Problem]:
    """The same in all texts that are no story."""
    yield from (problem for text in house_texts(library) for link in _links(text) for problem in _dropped(link))


def inner_links(text: Text) -> tuple[Inner, ...]:
    """Links of a text to addresses of this site."""
    inside = (link for link in _links(text) if link.href.startswith("/") and not _dropped(link))
    return tuple(Inner(*_spot(link), link.href) for link in inside)


def _spot(link: Written) -> tuple[str, int, int]:
    place = link.place
    return place.path, place.line, place.column


def dead_links(library: Library, links: Iterable[Inner], reach: Iterable[Reach]) -> Iterator[Problem]:
    """Links of stories, and of all other texts, to pages that the site does not have.

    Of the library only what is no story is looked at.
    """
    every = [*links, *(link for text in house_texts(library) for link in inner_links(text))]
    if every:
        stories = list(reach)
        known = _addresses(library, stories)
        yield from (problem for link in every for problem in _dead_address(link, known, stories))


def _addresses(library: Library, reach: Iterable[Reach]) -> frozenset[str]:
    """Addresses of pages that a link may lead to."""
    public = [story for story in reach if story.public]
    named = {name for story in public for name in story.named}
    offices = {role.at for entity in library.entities.values() for role in entity.roles}
    return frozenset(
        (
            *addresses.FIXED,
            *(address for story in public for address in (addresses.story(story.slug), *story.aliases)),
            *(address for name in library.topics for address in (addresses.topic(name), addresses.trend(name))),
            *map(addresses.entity, named | offices),
            *map(addresses.term, library.terms),
            *(addresses.chapter(note.id) for note in library.notes),
        )
    )


def _links(text: Text) -> Iterator[Written]:
    for _, _, _, first, end, pieces in text.body.blocks:
        for piece in pieces:
            if not isinstance(piece, str) and piece[0] in ("link_open", "image"):
                yield Written(piece[2], piece[0] == "image", (first, end), text)


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


def _dead_address(link: Inner, known: frozenset[str], reach: Sequence[Reach]) -> Iterator[Problem]:
    address = re.split("[?#]", link.href)[0]
    machine = address.startswith(addresses.RESERVED) or addresses.PAGED.fullmatch(address)
    if address not in known and not machine:
        hidden = any(address == addresses.story(story.slug) for story in reach)
        hint = "That story is a draft, or still to come." if hidden else did_you_mean(address, sorted(known))
        place = Place(link.path, link.line, link.column)
        yield found(place, "dead-link", f"This site has no page {address}.", hint or "Correct it.")


def _dead_places(links: list[Written], story: Story) -> Iterator[Problem]:
    """Links to places on the story's own page; which it has does not hang on the glossary."""
    if not links:
        return
    own = ID.findall(set_body(story.body, Setting("analysis", 3, make_glossary({}), "")).html)
    facts = (f"fact-{n}" for n in range(1, len(story.facts) + 1))
    known = (*own, *PARTS, *facts, *(f"source-{source.id}" for source in story.sources))
    for link in links:
        name = unquote(link.href.removeprefix("#"))
        if name not in known:
            heading = f"analysis-{name}"
            hint = f"Did you mean `#{heading}`?" if heading in own else did_you_mean(name, known)
            yield found(link.place, "dead-link", f"The story's page has no place #{name}.", hint or "Correct it.")
