"""The Jinja environment: what a template may do, and what it is given besides its page's view."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context
from markupsafe import Markup

from twosource.press.statics import FOLDER

_UNSAFE_IN_SCRIPT = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"})


def make_environment(folders: Sequence[Path], marks: Mapping[str, str]) -> Environment:
    """Compile each template once, escape in HTML, XML and SVG, and fail on a name that the view lacks.

    `folders` hold templates, the first wins. `marks` names the content of each of the theme's printed files.
    """
    made = Environment(
        loader=FileSystemLoader(folders),
        autoescape=select_autoescape(("html", "xml", "svg"), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters["json_ld"] = json_ld
    made.globals["asset"] = asset_of(marks)
    _take_out_chance(made)
    return made


def json_ld(value: object) -> Markup:
    """A value as JSON that may stand in a `<script type="application/ld+json">`.

    `<`, `>`, `&`, U+2028 and U+2029 are written as escapes, so that no value can close the element.
    """
    return Markup(json.dumps(value, ensure_ascii=False, allow_nan=False).translate(_UNSAFE_IN_SCRIPT))


def asset_of(marks: Mapping[str, str]) -> Callable[[Context, str], str]:
    """The function `asset(path)`: a theme file's address, with a mark of its content.

    It reads `site.base` of the view, so a macro that calls it is imported `with context`.
    """

    @pass_context
    def asset(context: Context, path: str) -> str:
        printed = f"{FOLDER}/{path}"
        if printed not in marks:
            raise LookupError(f"the theme has no file static/{path}")
        site = context.resolve("site")
        return f"{site['base']}/{printed}?v={marks[printed]}"

    return asset


def _take_out_chance(made: Environment) -> None:
    """Two builds of one commit give the same bytes, so a template may not roll dice."""
    del made.filters["random"]
    del made.globals["lipsum"]
