"""Assembles static/site.css from the parts: styles/ in order, then the components, each in its layer.

Run `python themes/ledger/build.py`; a test proves that what is committed is what this makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import rcssmin  # type: ignore[import-untyped]

THEME = Path(__file__).parent
STYLES = THEME / "styles"
TARGET = THEME / "static" / "site.css"
LAYERS = ("base", "components", "layout", "prose", "media")
"""Later ones win over earlier ones, whatever the selectors weigh."""

LAYER_OF = {
    "03-base": "base",
    "04-layout": "layout",
    "04-pages": "layout",
    "05-prose": "prose",
    "06-code": "prose",
    "07-media": "media",
}
"""Fonts and tokens stand outside any layer: they are declarations, not rules that compete."""


def site_css() -> str:
    """The whole stylesheet, minified, with a final newline."""
    return rcssmin.cssmin("\n".join(_parts())) + "\n"


def _parts() -> Iterator[str]:
    yield f"@layer {', '.join(LAYERS)};"
    for part in sorted(STYLES.glob("*.css")):
        layer = LAYER_OF.get(part.stem)
        yield _in_layer(layer, part.read_text("utf-8")) if layer else part.read_text("utf-8")
    for part in sorted(THEME.glob("components/*/*.css")):
        yield _in_layer("components", part.read_text("utf-8"))


def _in_layer(layer: str, css: str) -> str:
    return f"@layer {layer} {{\n{css}}}"


if __name__ == "__main__":
    TARGET.write_text(site_css(), "utf-8")
