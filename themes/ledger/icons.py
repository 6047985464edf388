"""Draws the pictures that cannot be SVG: the small icons and the card of pages that have none of their own.

Run `python themes/ledger/icons.py`; needs Pillow. The shapes are those of static/icon.svg.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

STATIC = Path(__file__).parent / "static"
INK, PAPER = "#191b1d", "#fffefb"
GRID = 32
BARS = ((5, 8, 21, 14), (11, 18, 27, 24))
"""Left, top, right and bottom of the two bars on a grid of 32."""
ICONS = {"icon-32.png": 32, "icon-180.png": 180}
CARD, CARD_MARK = (1200, 630), 360
OVERSAMPLED = 4


def icon(size: int, ground: str, ink: str) -> Image.Image:
    """The mark on its ground, `size` pixels square."""
    drawn = size * OVERSAMPLED
    image = Image.new("RGB", (drawn, drawn), ground)
    draw = ImageDraw.Draw(image)
    for left, top, right, bottom in BARS:
        scale = drawn / GRID
        draw.rectangle((left * scale, top * scale, right * scale - 1, bottom * scale - 1), fill=ink)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def card() -> Image.Image:
    """The mark in the middle of an empty card of 1200 by 630 pixels."""
    image = Image.new("RGB", CARD, PAPER)
    image.paste(icon(CARD_MARK, PAPER, INK), ((CARD[0] - CARD_MARK) // 2, (CARD[1] - CARD_MARK) // 2))
    return image


def save(image: Image.Image, name: str) -> None:
    """Write a picture of few colours as a small PNG."""
    image.quantize(16).save(STATIC / name, optimize=True)


if __name__ == "__main__":
    for name, size in ICONS.items():
        save(icon(size, INK, PAPER), name)
    save(card(), "card.png")
