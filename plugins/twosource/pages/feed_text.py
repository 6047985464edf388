"""A story as a text of its own, for readers of feeds: whole, its badge first, every address absolute."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from twosource.newsroom.story import Source
from twosource.pages import addresses, dates
from twosource.pages.cards import badge, badge_line
from twosource.pages.folio import Folio
from twosource.pages.names import publisher_name
from twosource.pages.newsstand import Newsstand
from twosource.pages.story_facts import status_text
from twosource.pages.wording import web_address
from twosource.trends.corrections import changes_until

TAG = re.compile(r"<(\w+)([^>]*)>")
"""The beginning of an element in markup of ours: in texts and in values `<` and `>` are always escaped."""
POPOVER = re.compile(
    r'<button class="term"[^>]*>([^<]*)</button><span class="definition"[^>]*>[^<]*<a href="([^"]*)">[^<]*</a></span>'
)
"""A term with its definition (see `prose`), which would stand open in the sentence where nothing folds it away."""
KEPT = re.compile(r' (href|start)="([^"]*)"')
"""Attributes that mean something away from the site; ids, styles and definitions do not."""


def full_text(stand: Newsstand, folio: Folio) -> str:
    """Everything that a story says, in the order of its page; of the apparatus the sources and the way there."""
    story, brief = folio.story, folio.brief
    url = stand.url(addresses.story(story.slug))
    when = f"Development of {dates.moment_day(story.date)['shown']}"
    when += f", written {dates.moment_day(story.written)['shown']}." if story.written else "."
    parts = (
        f"<p><strong>{escape(badge_line(badge(brief)))}</strong></p><p>{when}</p>",
        *(f"<p>{escape(told)}</p>" for told in _notices(stand, folio)),
        f"<p>{escape(story.summary)}</p>",
        _section("Key takeaways", "ul", (escape(line.text) for line in story.takeaways)),
        _section("Key facts", "ol", (f"{escape(fact.text)} ({escape(status_text(fact))})" for fact in brief.facts)),
        _section("What we do not know", "ul", map(escape, story.unknowns)),
        f"<h2>Analysis</h2>{abroad(folio.prose.html, _origin(stand), url)}" if folio.prose.html else "",
        _section("Sources", "ul", (_source(stand, source) for source in story.sources)),
        f'<p><a href="{escape(url)}">The story with its evidence, scores and changes</a></p>',
    )
    return "".join(parts)


def abroad(html: str, origin: str, page: str) -> str:
    """Markup of the site for any other place: addresses absolute, and nothing that only the site's own styles need.

    A term leads to its entry in the glossary, its definition stays behind.

    `origin` is scheme and host, `page` the address of the page from which the markup is taken.
    """

    def address(name: str, value: str) -> str:
        if name != "href":
            return value
        return f"{page if value[:1] == '#' else origin if value[:1] == '/' else ''}{value}"

    def tag(found: re.Match[str]) -> str:
        kept = "".join(f' {name}="{address(name, value)}"' for name, value in KEPT.findall(found[2]))
        return f"<{found[1]}{kept}>"

    return TAG.sub(tag, POPOVER.sub(r'<a href="\2">\1</a>', html))


def _origin(stand: Newsstand) -> str:
    return stand.house.site_url.removesuffix(stand.house.base)


def _notices(stand: Newsstand, folio: Folio) -> Iterable[str]:
    """What was changed, and when: readers of a feed may have seen what stood before."""
    for _, change in changes_until(folio.brief, stand.day):
        yield f"{change.kind.value.capitalize()}, {dates.partial(change.date)['shown']}: {change.text}"


def _section(title: str, kind: str, items: Iterable[str]) -> str:
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f"<h2>{title}</h2><{kind}>{listed}</{kind}>" if listed else ""


def _source(stand: Newsstand, source: Source) -> str:
    name = escape(publisher_name(stand, source.publisher))
    return f'{name}: <a href="{escape(web_address(source.url))}">{escape(source.title)}</a>'
