"""Links that writers put into their texts: those that lead nowhere on this site, and those that cannot be printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote

from twosource.newsroom.library import Library, is_public
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.reference import Entity, Note, Term
from twosource.newsroom.rules import found
from twosource.newsroom.story import Story
from twosource.newsroom.suggest import did_you_mean
from twosource.pages import addresses
from twosource.pages.glossing import make_glossary
from twosource.pages.prose import Setting, set_body
from twosource.pages.wording import web_address
from twosource.trends.developments import entities_of

PARTS = (
    *("takeaways", "facts", "affected", "unknowns", "analysis", "watch", "timeline", "coverage", "sources", "scored"),
    *("scored-impact", "scored-confidence", "scored-outlook", "related", "changes", "receipt", "main"),
)
"""Places on a story's page besides its facts, its sources and its own headings."""

ID = re.compile(r'\bid="([^"]+)"')


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


def check_links(library: Library, as_of: datetime) -> Iterator[Problem]:
    """Warnings about links in every text; those to other sites are not followed."""
    known = _addresses(library, as_of)
    for story in library.stories:
        links = tuple(_links(story))
        yield from _wrong_addresses(links, known, library)
        yield from _dead_places([link for link in links if link.href.startswith("#") and not link.picture], story)
    others: tuple[Text, ...] = (*library.terms.values(), *library.entities.values(), *library.notes, library.about)
    for other in others:
        yield from _wrong_addresses(_links(other), known, library)


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


def _links(text: Text) -> Iterator[Written]:
    for _, _, _, first, end, pieces in text.body.blocks:
        for piece in pieces:
            if not isinstance(piece, str) and piece[0] in ("link_open", "image"):
                yield Written(piece[2], piece[0] == "image", (first, end), text)


def _wrong_addresses(links: Iterable[Written], known: frozenset[str], library: Library) -> Iterator[Problem]:
    for link in links:
        yield from _dropped(link) or _dead_address(link, known, library)


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
    if not link.href.startswith("/"):
        return
    address = re.split("[?#]", link.href)[0]
    machine = address.startswith(addresses.RESERVED) or addresses.PAGED.fullmatch(address)
    if address not in known and not machine:
        hidden = address in {addresses.story(story.slug) for story in library.stories}
        hint = "That story is a draft, or still to come." if hidden else did_you_mean(address, sorted(known))
        yield found(link.place, "dead-link", f"This site has no page {address}.", hint or "Correct it.")


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
