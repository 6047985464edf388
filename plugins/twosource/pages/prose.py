"""Markdown to safe markup: marks become links, terms are explained at first mention, headings fit the page.

Raw HTML is never passed on, and a link is kept only if a page may lead there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

from markdown_it.token import Token

from twosource.newsroom.body import parse
from twosource.pages.glossing import Glossary
from twosource.pages.prose_draft import Draft
from twosource.pages.prose_markup import Markup
from twosource.pages.prose_steps import STEPS

REL = ' rel="noopener"'
"""What links to other sites carry."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text is set into: the page and the things that its marks may name."""

    prefix: str
    """Begins every id made here, so that texts on one page cannot clash."""
    top: int
    """Level of the text's own first headings, 2 to 6."""
    glossary: Glossary
    """Terms that may be named."""
    base: str
    """Path below which the site is hosted."""
    gloss: bool = False
    """True when first plain mentions of terms are linked too."""
    cites: Mapping[str, str] = field(default_factory=dict)
    """Shown name by source id; a citation of anything else stays text."""
    facts: int = 0
    """Key facts on the page."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a text."""

    id: str
    """Anchor."""
    text: str
    """Words."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text as markup."""

    html: str
    """Safe markup."""
    headings: tuple[Heading, ...]
    """Headings of the first level."""
    terms: tuple[str, ...]
    """Ids of the glossary terms linked, in order of first mention."""
    words: int
    """Length of the text."""


def set_prose(text: str, setting: Setting) -> Prose:
    """Turn Markdown into markup for one place of one page."""
    draft = Draft(setting.prefix, setting.top, setting.glossary, setting.gloss)
    tokens = list(parse(text))
    for step in STEPS:
        tokens = step(tokens, draft)
    html = Markup(setting.prefix, _linker(setting)).render(tokens)
    headings = tuple(Heading(anchor, words) for anchor, words in draft.headings)
    return Prose(html, headings, tuple(dict.fromkeys(draft.terms)), len(text.split()))


def _linker(setting: Setting) -> Callable[[Token], str]:
    """What each mark becomes; one that names nothing stays as the writer typed it."""
    makers: Mapping[str, Callable[[Token, Setting], str]] = {
        "term_ref": _term,
        "cite": _cite,
        "fact_ref": _fact,
        "link_open": _link,
    }
    return lambda token: makers[token.type](token, setting)


def _term(token: Token, setting: Setting) -> str:
    term = setting.glossary.resolve(token.meta["target"])
    shown = escape(token.meta["shown"])
    if term is None:
        return shown
    href = escape(f"{setting.base}/glossary/{term.id}/")
    return f'<a class="term" href="{href}" data-definition="{escape(term.definition)}">{shown}</a>'


def _cite(token: Token, setting: Setting) -> str:
    source = token.meta["target"]
    if source not in setting.cites:
        return escape(token.content)
    return f'<a class="cite" href="#source-{escape(source)}">[{escape(setting.cites[source])}]</a>'


def _fact(token: Token, setting: Setting) -> str:
    number = int(token.meta["target"])
    if not 1 <= number <= setting.facts:
        return escape(token.content)
    return f'<a class="fact-ref" href="#fact-{number}">fact {number}</a>'


def _link(token: Token, setting: Setting) -> str:
    href = str(token.attrs["href"])
    outside = not href.startswith(("/", "#"))
    title = token.attrs.get("title")
    named = f' title="{escape(str(title))}"' if title else ""
    target = setting.base + href if href.startswith("/") else href
    return f'<a href="{escape(target)}"{named}{REL if outside else ""}>'
