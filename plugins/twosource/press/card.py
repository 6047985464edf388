"""A story's social card: whose it is, what happened, and in words and sign how well that is verified.

The layout of the theme's pages in the light: what differs between themes stands in their `card.toml`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

from PIL.PngImagePlugin import PngInfo

from twosource.press.card_look import Font, Look
from twosource.press.card_paper import LEVEL, LINE, MUTED, TEXT, WIDTH, Paper
from twosource.press.card_text import fit, legible, shortened

EDGE = 72
"""Pixels that are kept free on the left and on the right."""
HEADLINE = (92, 84, 76, 68, 62, 56, 50, 46)
"""Sizes in pixels, the first that has room."""
TOP, FOOT = 196, 478
"""Where the headline begins and ends at the latest."""
BADGE, SIGN = 512, 68
"""Where the badge begins, and the size of its sign."""

View = Mapping[str, Any]


def draw_card(view: View, look: Look, mark: str) -> bytes:
    """The card as PNG, 1200 by 630 pixels; `mark` is written into it. See `pages.views.SocialCard` for the view."""
    paper = Paper(look, look.level(view["badge"]["level"]))
    _masthead(paper, view["site"])
    _story(paper, view)
    _badge(paper, view["badge"])
    told = PngInfo()
    told.add_text("Twosource", mark)
    told.add_itxt("Title", view["headline"])
    raw = io.BytesIO()
    paper.picture().save(raw, "PNG", pnginfo=told)
    return raw.getvalue()


def _masthead(paper: Paper, name: str) -> None:
    """Mark and name of the hub above a double rule, as on the site."""
    for x, y, width, height in paper.look.mark:
        paper.box(TEXT, EDGE + x, 56 + y, width, height)
    left = EDGE + max((x + width + 20 for x, _, width, _ in paper.look.mark), default=0)
    room = WIDTH - EDGE - left
    setting = fit(legible(name, paper.look.font("headline", 46)), (46, 40, 34), room, 52, _size(paper, "headline"))
    paper.words(TEXT, (left, 89), setting.lines[0], "headline", round(setting.font.size))
    paper.box(TEXT, EDGE, 112, WIDTH - 2 * EDGE, 2)
    paper.box(TEXT, EDGE, 117, WIDTH - 2 * EDGE, 1)


def _story(paper: Paper, view: View) -> None:
    """Topic and date in small, the headline as large as it may be."""
    small = paper.look.font("plain", 30)
    date = legible(view["date"], small)
    paper.words(MUTED, (WIDTH - EDGE, 168), date, "plain", 30, "rs")
    room = WIDTH - 2 * EDGE - 48 - int(small.getlength(date))
    paper.words(MUTED, (EDGE, 168), shortened(legible(view["topic"], small), small.getlength, room), "plain", 30)
    words = legible(view["headline"], paper.look.font("headline", HEADLINE[-1]))
    setting = fit(words, HEADLINE, WIDTH - 2 * EDGE, FOOT - TOP, _size(paper, "headline"))
    for number, line in enumerate(setting.lines):
        base = TOP + round(setting.font.size * 0.82) + number * setting.leading
        paper.words(TEXT, (EDGE, base), line, "headline", round(setting.font.size))


def _badge(paper: Paper, badge: View) -> None:
    """The sign, the words, and below them what they rest on."""
    paper.box(LINE, EDGE, BADGE - 22, WIDTH - 2 * EDGE, 2)
    _sign(paper, badge["level"], EDGE, BADGE)
    left, room = EDGE + SIGN + 24, WIDTH - 2 * EDGE - SIGN - 24
    strong, plain = paper.look.font("strong", 40), paper.look.font("plain", 30)
    base = BADGE + (32 if badge["detail"] else 48)
    paper.words(LEVEL, (left, base), shortened(legible(badge["text"], strong), strong.getlength, room), "strong", 40)
    detail = shortened(legible(badge["detail"], plain), plain.getlength, room)
    paper.words(MUTED, (left, BADGE + 67), detail, "plain", 30)


def _sign(paper: Paper, level: str, x: int, y: int) -> None:
    """As on the site: = two agree, – one alone, ≠ they disagree, × taken back; ? nobody looked, and no solid ground."""
    if level == "unchecked":
        for at in range(0, SIGN - 4, 16):
            for left, top, wide, high in ((at, 0, 10, 3), (at, SIGN - 3, 10, 3), (0, at, 3, 10), (SIGN - 3, at, 3, 10)):
                paper.box(LEVEL, x + left, y + top, wide, high)
        paper.words(LEVEL, (x + SIGN // 2, y + SIGN // 2 + 17), "?", "strong", 48, "ms")
        return
    paper.box(LEVEL, x, y, SIGN, SIGN)
    for top in {"single-source": (30,), "retracted": ()}.get(level, (22, 38)):
        paper.box(LEVEL, x + 18, y + top, SIGN - 36, 8, 0)
    if level == "disputed":
        paper.stroke(LEVEL, (x + 24, y + 54, x + 44, y + 14), 6, 0)
    if level == "retracted":
        paper.stroke(LEVEL, (x + 20, y + 20, x + 48, y + 48), 8, 0)
        paper.stroke(LEVEL, (x + 20, y + 48, x + 48, y + 20), 8, 0)


def _size(paper: Paper, use: str) -> Callable[[int], Font]:
    return lambda size: paper.look.font(use, size)
