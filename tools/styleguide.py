"""Prints the style guide: every component of the theme with its examples, in light and in dark: make styleguide

It is made by the press's own environment from the files that the tests read, into a folder that no site publishes.
"""

from __future__ import annotations

import re
import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
THEME = ROOT / "themes" / "ledger"
TARGET = ROOT / "styleguide"
SCHEMES = ("light", "dark")

sys.path[:0] = [str(ROOT / "plugins"), str(THEME)]

from examples import about, components, examples_of  # noqa: E402

from twosource.press.environment import make_environment  # noqa: E402
from twosource.press.statics import load_statics, marks  # noqa: E402

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ledger: components, {scheme}</title>
<meta name="robots" content="noindex">
<link rel="stylesheet" href="theme/site.css">
<link rel="stylesheet" href="theme/lists.css">
<link rel="stylesheet" href="theme/code.css">
<link rel="stylesheet" href="{scheme}.css">
</head>
<body class="page">
<main class="main frame">
<h1 class="title">Components of Ledger</h1>
<p class="links count">{switch}</p>
<nav aria-label="Components"><ul class="links count">{contents}</ul></nav>
{parts}
</main>
</body>
</html>
"""


def scheme_css(scheme: str) -> str:
    """Holds a page to one scheme, whatever the reader's machine asks for: the colours of the theme's own tokens."""
    css = (THEME / "styles" / "02-tokens.css").read_text("utf-8")
    light, _, dark = css.partition("prefers-color-scheme: dark")
    colours = re.findall(r"--[a-z]+: #[0-9a-f]{6};", dark if scheme == "dark" else light)
    return f":root:root {{ color-scheme: {scheme}; {' '.join(colours)} }}\n"


def guide() -> dict[str, bytes]:
    """Every file of the style guide by its path."""
    environment = make_environment((THEME / "templates", THEME), marks(load_statics(THEME)))
    parts = []
    for component in components():
        shown = "".join(
            f'<h3 class="section__sub">{escape(one.name)}</h3>\n<div data-example="{component}/{escape(one.name)}">'
            f"{environment.from_string(one.source).render(one.arguments)}</div>\n"
            for one in examples_of(component)
        )
        head = f'<section class="section" id="component-{component}"><h2 class="section__title">{component}</h2>'
        parts.append(f'{head}\n<div><p class="section__note">{escape(about(component))}</p>\n{shown}</div></section>\n')
    contents = "".join(f'<li><a href="#component-{name}">{name}</a></li>' for name in components())
    switch = "".join(f'<a href="{scheme}.html">{scheme.capitalize()}</a>' for scheme in SCHEMES)
    files = {f"theme/{path.relative_to(THEME / 'static').as_posix()}": path.read_bytes() for path in _statics()}
    for scheme in SCHEMES:
        page = PAGE.format(scheme=scheme, switch=switch, contents=contents, parts="".join(parts))
        files |= {f"{scheme}.html": page.encode(), f"{scheme}.css": scheme_css(scheme).encode()}
    return files


def _statics() -> list[Path]:
    return [path for path in sorted((THEME / "static").rglob("*")) if path.is_file()]


if __name__ == "__main__":
    for name, content in guide().items():
        file = TARGET / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    sys.stdout.write(f"Wrote {TARGET.name}/light.html and {TARGET.name}/dark.html\n")
