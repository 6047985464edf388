"""A text on its way from blocks to markup."""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.pages.glossing import Glossary


@dataclass(slots=True)
class Draft:
    """A text on its way; lives while one text is set."""

    prefix: str
    """Begins every id."""
    top: int
    """Level of the first headings."""
    glossary: Glossary
    """Terms that may be named."""
    gloss: bool
    """True when first plain mentions are linked."""
    headings: list[tuple[str, str]] = field(default_factory=list)
    """Id and words of the headings of the first level."""
    terms: list[str] = field(default_factory=list)
    """Terms linked."""
