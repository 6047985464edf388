"""Pages that are pictures: what draws each, and the mark by which one that stands is known again.

Drawing takes twenty times as long as printing a page. So a picture carries the mark of all that it was drawn from, and
where one with the right mark stands, unaltered, it is left: a new day or a new template makes all pages again, but no
picture.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from PIL import features

from twosource.newsroom.files import digest_of
from twosource.pages.page import Page
from twosource.press.card import draw_card
from twosource.press.card_look import Look, load_look
from twosource.press.plain import strict_json

DRAWN: Mapping[str, Callable[[Mapping[str, Any], Look, str], bytes]] = {"card": draw_card}
"""Each name of `pages.page.PICTURES` and what draws it: from the view, the theme's look and the mark."""
HEAD = 256
"""Bytes at the beginning of a picture within which its mark stands."""


def draw(page: Page, folders: tuple[Path, ...]) -> bytes:
    """The picture. Raises PressError where the theme does not say how it looks."""
    return DRAWN[page.template](page.view, load_look(folders), mark_of_picture(page, folders))


def mark_of_picture(page: Page, folders: tuple[Path, ...]) -> str:
    """Of the view and of the theme's look; that the code is the same is sure where anything is known of the output."""
    return blake2b(strict_json(page.view, None), key=mark_of_look(folders), digest_size=16).hexdigest()


def stands_there(path: str, mark: str) -> bool:
    """True where a picture with this mark lies under a path."""
    with open(path, "rb", buffering=0) as file:
        return f"tEXtTwosource\0{mark}".encode() in file.read(HEAD)


@lru_cache(maxsize=2)
def mark_of_look(folders: tuple[Path, ...]) -> bytes:
    """Of the colours, the fonts and how letters are set."""
    look = load_look(folders)
    fonts = [digest_of(str(look.folder / path)) for _, path in look.fonts]
    # Letters stand closer where Pillow finds the library that shapes text.
    told = (replace(look, folder=Path()), fonts, features.check("raqm"))
    return blake2b(repr(told).encode(), digest_size=16).digest()
