"""What a story's page says of its verification, by the ids and classes that the theme gives to these parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""Elements that nothing stands in, and that have no end."""


@dataclass(slots=True)
class Element:
    """One element of a page with the text in it."""

    tag: str
    """Its name."""
    given: Mapping[str, str]
    """Its attributes."""
    end: int
    """Number of the first element after it that does not stand in it."""
    parts: list[str] = field(default_factory=list)
    """Pieces of its text, in order."""

    @property
    def text(self) -> str:
        """Its text in one line."""
        return " ".join("".join(self.parts).split())


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
        element = Element(tag, {name: value or "" for name, value in attrs}, len(self.found) + 1)
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
        """Give the text to every element that it stands in."""
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
        return tuple(one for one in self.elements if name in one.given.get("class", "").split())

    def tags(self, name: str) -> tuple[Element, ...]:
        """Elements of a name."""
        return tuple(one for one in self.elements if one.tag == name)

    @property
    def is_redirect(self) -> bool:
        """True for a page that only leads on, as former addresses do."""
        return any(one.given.get("http-equiv", "").lower() == "refresh" for one in self.tags("meta"))
