"""The paper of a card: four inks in shades, and no other colour.

The picture is made in that palette. Drawn in full colour it would have to be reduced afterwards, which takes twice as
long as all the rest and chooses other colours for each card.
"""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image, ImageDraw

from twosource.press.card_look import Colour, Look

WIDTH, HEIGHT = 1200, 630
"""Pixels: what social networks show large."""
SHADES = 24
"""Steps from the paper to the full ink: letters keep their round edges."""
TEXT, MUTED, LINE, LEVEL = range(4)
"""The inks: LEVEL is the colour of the badge."""


class Paper:
    """What is drawn on, with four inks, one layer each."""

    def __init__(self, look: Look, level: Colour) -> None:
        self.look = look
        self._inks = (look.text, look.muted, look.line, level)
        self._layers = [Image.new("L", (WIDTH, HEIGHT)) for _ in self._inks]
        self._pens = [ImageDraw.Draw(layer) for layer in self._layers]

    def box(self, ink: int, x: int, y: int, width: int, height: int, strength: int = 255) -> None:
        """A filled rectangle; with no strength it takes the ink away."""
        self._pens[ink].rectangle((x, y, x + width - 1, y + height - 1), fill=strength)

    def stroke(self, ink: int, line: tuple[int, int, int, int], width: int, strength: int = 255) -> None:
        """A straight line."""
        self._pens[ink].line(line, fill=strength, width=width)

    def words(self, ink: int, place: tuple[int, int], text: str, use: str, size: int, anchor: str = "ls") -> None:
        """One line of text; `place` is where its baseline begins, or ends with the anchor `rs`."""
        self._pens[ink].text(place, text, font=self.look.font(use, size), fill=255, anchor=anchor)

    def picture(self) -> Image.Image:
        """All layers on the paper; no two inks meet."""
        whole = Image.new("L", (WIDTH, HEIGHT))
        for number, layer in enumerate(self._layers):
            shades = [number * SHADES + value * (SHADES - 1) // 255 for value in range(256)]
            box = layer.getbbox()
            if box:
                part = layer.crop(box)
                whole.paste(part.point(shades), box[:2], part.point([0, *[255] * 255]))
        whole.putpalette([value for ink in self._inks for value in self._ramp(ink)])
        return whole

    def _ramp(self, ink: Colour) -> Iterator[int]:
        """From the paper to the full ink."""
        for step in range(SHADES):
            for ground, full in zip(self.look.paper, ink, strict=True):
                yield ground + (full - ground) * step // (SHADES - 1)
