"""How social cards look: colours and fonts, from `card.toml` in the theme's folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from PIL import ImageColor, ImageFont

from twosource.press.press_error import PressError
from twosource.press.settings import CARD_LOOK, place_of_look

NEEDED = (
    "It has to give the colours paper, text, muted and line, one for each level of a badge, and the fonts headline, "
    "plain and strong."
)

Colour = tuple[int, int, int]
Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class Look:
    """What a theme says of its cards."""

    folder: Path
    """Where `card.toml` lies."""
    fonts: tuple[tuple[str, str], ...]
    """Paths of the fonts by their use: `headline`, `plain`, `strong`."""
    paper: Colour
    """The ground."""
    text: Colour
    """Headline and name of the hub."""
    muted: Colour
    """Topic, date and what the badge says in small."""
    line: Colour
    """The line above the badge."""
    levels: tuple[tuple[str, Colour], ...]
    """Colours of the badges by level."""
    mark: tuple[tuple[int, int, int, int], ...]
    """Rectangles of the hub's mark: x, y, width, height."""

    def level(self, name: str) -> Colour:
        """Colour of a badge."""
        return dict(self.levels)[name]

    def font(self, use: str, size: int) -> Font:
        """A font in a size in pixels; each is opened once in a process."""
        return _font(str(self.folder / dict(self.fonts)[use]), size)


@lru_cache(maxsize=2)
def load_look(folders: tuple[Path, ...]) -> Look:
    """The look of a theme. Raises PressError where there is none, or where it cannot be used."""
    place = place_of_look(folders)
    if place is None:
        raise PressError(f"The theme has no {CARD_LOOK}, which says how cards look.\n    Set TWOSOURCE_CARDS = False.")
    try:
        look = _look(place.parent, tomllib.loads(place.read_text(encoding="utf-8")))
        for use, _ in look.fonts:
            look.font(use, 12)
        return look
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise PressError(f"{place} cannot be used: {error!r}.\n    {NEEDED}") from error


def _look(folder: Path, told: Mapping[str, Any]) -> Look:
    colours = told["colours"]
    paper, text, muted, line = (_colour(colours[name]) for name in ("paper", "text", "muted", "line"))
    return Look(
        folder,
        tuple((use, str(told["fonts"][use])) for use in ("headline", "plain", "strong")),
        *(paper, text, muted, line),
        tuple((level, _colour(colour)) for level, colour in colours["levels"].items()),
        tuple((x, y, width, height) for x, y, width, height in told.get("mark", ())),
    )


def _colour(written: str) -> Colour:
    red, green, blue = ImageColor.getrgb(written)[:3]
    return red, green, blue


@lru_cache(maxsize=64)
def _font(path: str, size: int) -> Font:
    return ImageFont.truetype(path, size)
