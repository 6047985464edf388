"""The Markdown of a file, read once."""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.newsroom.blocks import Block
from twosource.newsroom.markdown_reader import read_markdown


@dataclass(frozen=True, slots=True)
class Body:
    """Markdown as written, and what it says."""

    text: str
    """The text after the front matter."""
    line: int
    """Line of the file in which it begins, from 1."""
    blocks: tuple[Block, ...] = field(init=False, repr=False, compare=False)
    """The same as blocks: whoever needs marks, links, quotations or markup takes these and parses nothing again."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "blocks", read_markdown(self.text))

    def put_away(self, text: str) -> Body:
        """The same with this text and without blocks, which take twice the memory, for whoever has used them."""
        bare = object.__new__(Body)
        for name, value in (("text", text), ("line", self.line), ("blocks", ())):
            object.__setattr__(bare, name, value)
        return bare
