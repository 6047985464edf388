"""Markdown to safe markup: marks become links, terms are explained at first mention, headings fit the page.

Raw HTML is never passed on, and a link is kept only if a page may lead there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

from twosource.newsroom.blocks import Block, Sign, term_words
from twosource.newsroom.body import Body
from twosource.newsroom.markdown_reader import read_markdown
from twosource.pages.glossing import Glossary
from twosource.pages.prose_draft import Draft
from twosource.pages.prose_markup import TERMS, Markup
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
    return _set(read_markdown(text), text, setting)


def set_body(body: Body, setting: Setting) -> Prose:
    """The same for the text of a file, which was parsed when the file was read."""
    return _set(body.blocks, body.text, setting)


def _set(read: tuple[Block, ...], text: str, setting: Setting) -> Prose:
    draft = Draft(setting.prefix, setting.top, setting.glossary, setting.gloss)
    blocks = list(read)
    for step in STEPS:
        blocks = step(blocks, draft)
    html = Markup(setting.prefix, _linker(setting)).render(blocks)
    headings = tuple(Heading(anchor, words) for anchor, words in draft.headings)
    return Prose(html, headings, tuple(dict.fromkeys(draft.terms)), len(text.split()))


def _linker(setting: Setting) -> Callable[[Sign], str]:
    """What each mark becomes; one that names nothing stays as the writer typed it."""
    defined: set[str] = set()
    return lambda sign: _term(sign, setting, defined) if sign[0] in TERMS else MAKERS[sign[0]](sign, setting)


def _term(sign: Sign, setting: Setting, defined: set[str]) -> str:
    """A marked term, or the first plain mention of one, whose target is its id.

    The first time a button that opens the definition beside it, which needs no script; later a plain link.
    """
    kind, words, target = sign
    term = setting.glossary.terms[target] if kind == "mention" else setting.glossary.resolve(target)
    shown = escape(words if kind == "mention" else term_words(words))
    if term is None:
        return shown
    href = escape(f"{setting.base}/glossary/{term.id}/")
    if term.id in defined:
        return f'<a class="term" href="{href}">{shown}</a>'
    defined.add(term.id)
    anchor = f"{setting.prefix}-term-{escape(term.id)}"
    return (
        f'<button class="term" popovertarget="{anchor}">{shown}</button><span class="definition" id="{anchor}" popover'
        f' data-pagefind-ignore>{escape(term.definition)} <a href="{href}">More on {escape(term.term)}</a></span>'
    )


def _cite(sign: Sign, setting: Setting) -> str:
    _, written, source = sign
    if source not in setting.cites:
        return escape(written)
    return f'<a class="cite" href="#source-{escape(source)}">[{escape(setting.cites[source])}]</a>'


def _fact(sign: Sign, setting: Setting) -> str:
    _, written, number = sign
    if not 1 <= int(number) <= setting.facts:
        return escape(written)
    return f'<a class="fact-ref" href="#fact-{int(number)}">fact {int(number)}</a>'


def _link(sign: Sign, setting: Setting) -> str:
    _, title, href = sign
    outside = not href.startswith(("/", "#"))
    named = f' title="{escape(title)}"' if title else ""
    target = setting.base + href if href.startswith("/") else href
    return f'<a href="{escape(target)}"{named}{REL if outside else ""}>'


MAKERS: Mapping[str, Callable[[Sign, Setting], str]] = {"cite": _cite, "fact_ref": _fact, "link_open": _link}
"""Who makes what of a mark or a link; `mention` is made by the step that links terms."""
