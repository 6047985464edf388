"""Reads printed pages: elements with their attributes and text, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "br", "hr", "img"})


@dataclass(slots=True)
class Element:
    """One element."""

    name: str
    """Tag."""
    attributes: dict[str, str]
    """As a browser would read them."""
    words: list[str] = field(default_factory=list)
    """Text inside, with that of its children."""
    parents: tuple[str, ...] = ()
    """Tags around it, the outermost first."""

    @property
    def text(self) -> str:
        """Text with single spaces."""
        return " ".join("".join(self.words).split())

    @property
    def classes(self) -> list[str]:
        """Class names."""
        return self.attributes.get("class", "").split()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[Element] = []
        self.all: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs}, parents=tuple(e.name for e in self.open))
        self.all.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        last = self.open[-1].name if self.open else "nothing"
        assert last == tag, f"</{tag}> closes {last}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.words.append(data)


def elements(page: str) -> list[Element]:
    """Every element of a page; fails on a tag that is closed out of turn or left open."""
    reader = _Reader()
    reader.feed(page)
    assert not reader.open, f"left open: {[element.name for element in reader.open]}"
    return reader.all


def named(page: str, *tags: str) -> Iterator[Element]:
    """Elements of these tags."""
    return (element for element in elements(page) if element.name in tags)
