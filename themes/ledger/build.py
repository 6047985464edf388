"""Assembles the stylesheets from the parts: styles/ in order, then the components, each in its layer.

`site.css` is all that a story needs on a screen, so that its first view fits the first round trip; `lists.css` is what
the other pages need besides, `code.css` what a story with lists, listings, tables or footnotes does, and
`print.css` waits for a printer.

Run `python themes/ledger/build.py`; a test proves that what is committed is what this makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import rcssmin  # type: ignore[import-untyped]

THEME = Path(__file__).parent
STYLES = THEME / "styles"
STATIC = THEME / "static"
LAYERS = ("base", "components", "layout", "prose", "media")
"""Later ones win over earlier ones, whatever the selectors weigh."""

LAYER_OF = {
    "03-base": "base",
    "04-layout": "layout",
    "04-pages": "layout",
    "04-places": "layout",
    "04-story": "layout",
    "05-prose": "prose",
    "06-code": "prose",
    "06-prose-more": "prose",
    "07-media": "media",
}
"""Fonts and tokens stand outside any layer: they are declarations, not rules that compete. Print does so to win."""

APART = {
    "04-pages": ("lists.css",),
    "04-places": ("lists.css",),
    "06-code": ("lists.css", "code.css"),
    "06-prose-more": ("lists.css", "code.css"),
    "08-print": ("print.css",),
    "card": ("lists.css",),
    "calendar": ("lists.css",),
    "chart": ("lists.css",),
    "crumbs": ("lists.css",),
    "day": ("lists.css",),
    "fact-lines": ("lists.css",),
    "find": ("lists.css",),
    "finding": ("lists.css",),
    "levels": ("lists.css",),
    "matrix": ("lists.css",),
    "momentum": ("lists.css",),
    "paging": ("lists.css",),
    "roll": ("lists.css",),
    "subjects": ("lists.css",),
}
"""Parts that no story needs at first view, and the stylesheets that hold them; all others make `site.css`."""

SHEETS = ("site.css", "lists.css", "code.css", "print.css")


def stylesheets() -> Mapping[str, str]:
    """Each stylesheet by its file name, minified, with a final newline."""
    return {sheet: rcssmin.cssmin("\n".join(_parts(sheet))) + "\n" for sheet in SHEETS}


def _parts(sheet: str) -> Iterator[str]:
    if sheet == SHEETS[0]:
        yield f"@layer {', '.join(LAYERS)};"
    for part in (*sorted(STYLES.glob("*.css")), *sorted(THEME.glob("components/*/*.css"))):
        if sheet in APART.get(part.stem, SHEETS[:1]):
            layer = LAYER_OF.get(part.stem) if part.parent == STYLES else "components"
            yield _in_layer(layer, part.read_text("utf-8")) if layer else part.read_text("utf-8")


def _in_layer(layer: str, css: str) -> str:
    return f"@layer {layer} {{\n{css}}}"


if __name__ == "__main__":
    for name, css in stylesheets().items():
        (STATIC / name).write_text(css, "utf-8")
