"""What a story's page says of its verification, by the ids and classes that the theme gives to these parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""Elements that nothing stands in, and that have no end."""

UNSEEN = frozenset({"script", "template", "style", "noscript", "title", "textarea", "dialog"})
"""Elements of which a page shows nothing."""

UNSEEN_CLASSES = frozenset({"hide", "fact-links"})
"""Classes of the theme for words that only a screen reader says, and for numbers that lead to key facts."""

UNSEEN_STYLES = ("display:none", "visibility:hidden", "opacity:0", "font-size:0")

AT_ONCE = re.compile(r"\s*0+(?:\.0*)?\s*[;,]\s*url\s*=\s*['\"]?(?P<address>[^'\"]*)", re.I)
"""What a redirect says that leads on before anybody could read it."""


@dataclass(slots=True)
class Element:
    """One element of a page with the text in it."""

    tag: str
    """Its name."""
    given: Mapping[str, str]
    """Its attributes."""
    end: int
    """Number of the first element after it that does not stand in it."""
    unseen: bool = False
    """True where a browser does not show what stands in it, or nobody could read it."""
    parts: list[str] = field(default_factory=list)
    """Pieces of its text that a reader sees, in order."""
    code: list[str] = field(default_factory=list)
    """Pieces of a script."""

    @property
    def text(self) -> str:
        """Its text in one line."""
        return " ".join("".join(self.parts).split())

    @property
    def classes(self) -> Sequence[str]:
        """Its classes."""
        return self.given.get("class", "").split()


class Elements(HTMLParser):
    """Takes a page apart into its elements; one that is never closed ends with the page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        given = {name: value or "" for name, value in attrs}
        unseen = bool(self._open and self._open[-1].unseen) or is_unseen(tag, given)
        element = Element(tag, given, len(self.found) + 1, unseen)
        self.found.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that is closed at once, as in a drawing."""
        self.found.append(Element(tag, {name: value or "" for name, value in attrs}, len(self.found) + 1))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost open element of this name, and whatever stands open in it."""
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].tag == tag:
                self._close(depth)
                return

    def _close(self, depth: int) -> None:
        for element in self._open[depth:]:
            element.end = len(self.found)
        del self._open[depth:]

    def close(self) -> None:
        """End the page."""
        super().close()
        self._close(0)

    def handle_data(self, data: str) -> None:
        """Give a text that is seen to every element that it stands in, and code to its script."""
        if self._open and self._open[-1].tag == "script":
            self._open[-1].code.append(data)
        elif self._open and not self._open[-1].unseen:
            for element in self._open:
                element.parts.append(data)


@dataclass(frozen=True, slots=True)
class Marks:
    """A page, to be asked for its parts."""

    elements: tuple[Element, ...]
    """Every element in the order of the page."""

    @classmethod
    def of(cls, html: str) -> Marks:
        """Read a page; whatever is no HTML has no elements."""
        return cls(tuple(Elements(html).found))

    def id(self, name: str) -> Element | None:
        """The element with an id."""
        return next((one for one in self.elements if one.given.get("id") == name), None)

    def within(self, name: str) -> Marks:
        """What stands in the element with an id; nothing where there is none."""
        found = [n for n, one in enumerate(self.elements) if one.given.get("id") == name]
        return Marks(self.elements[found[0] + 1 : self.elements[found[0]].end]) if found else Marks(())

    def marked(self, name: str) -> tuple[Element, ...]:
        """Elements with a class."""
        return tuple(one for one in self.elements if name in one.classes)

    def tags(self, name: str) -> tuple[Element, ...]:
        """Elements of a name."""
        return tuple(one for one in self.elements if one.tag == name)

    def inside(self, name: str) -> Iterator[tuple[Element, Marks]]:
        """Each element of a whole page with a class, and what stands in it."""
        for n, one in enumerate(self.elements):
            if name in one.classes:
                yield one, Marks(self.elements[n + 1 : one.end])

    @property
    def leads_to(self) -> str:
        """Address to which the page leads on at once, as former addresses do; empty where it can be read as a story."""
        told = (one.given.get("content", "") for one in self.tags("meta") if is_refresh(one))
        found = next(filter(None, map(AT_ONCE.match, told)), None)
        return found["address"].strip() if found and not self.marked("story__verification") else ""


def is_unseen(tag: str, given: Mapping[str, str]) -> bool:
    """True for an element that hides what stands in it."""
    style = "".join(given.get("style", "").split()).lower()
    named = not UNSEEN_CLASSES.isdisjoint(given.get("class", "").split())
    return tag in UNSEEN or "hidden" in given or named or any(each in style for each in UNSEEN_STYLES)


def is_refresh(one: Element) -> bool:
    """True for an element by which a page leads on."""
    return one.given.get("http-equiv", "").lower() == "refresh"
