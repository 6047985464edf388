"""The Jinja environment: what a template may do, and what it is given besides its page's view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from jinja2.runtime import Context
from markupsafe import Markup

from twosource.press import plain, quick_code
from twosource.press.compiled import CompiledTemplates
from twosource.press.plain import strict_json
from twosource.press.quick import Once, QuickEnvironment, WithContext
from twosource.press.statics import FOLDER

SOURCES = (__file__, plain.__file__, quick_code.__file__)
"""Modules that compiled templates depend on: constant parts, filters of them too, are reckoned while compiling."""

_UNSAFE_IN_SCRIPT = {mark.encode(): f"\\u{ord(mark):04x}".encode() for mark in "<>&\u2028\u2029"}


def make_environment(folders: Sequence[Path], marks: Mapping[str, str], compiled: Path | None = None) -> Environment:
    """Load each template at its first use, escape in HTML, XML and SVG, and fail on a name that the view lacks.

    `folders` hold templates, the first wins. `marks` names the content of each of the theme's printed files.
    `compiled` is a folder that keeps compiled templates for the next run, see `CompiledTemplates`.
    """
    made = QuickEnvironment(
        loader=FileSystemLoader(folders),
        autoescape=select_autoescape(("html", "xml", "svg"), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        # Compiling the theme takes 75 ms, loading what was compiled 10.
        bytecode_cache=CompiledTemplates(compiled, SOURCES) if compiled else None,
    )
    made.filters["json_ld"] = json_ld
    made.filters["tally"] = tally
    made.globals["asset"] = asset_of(marks)
    made.globals["once"] = Once()
    _take_out_chance(made)
    return made


def json_ld(value: object) -> Markup:
    """A value as JSON that may stand in a `<script type="application/ld+json">`.

    `<`, `>`, `&`, U+2028 and U+2029 are written as escapes, so that no value can close the element.
    """
    text = strict_json(value, None)
    for mark, written in _UNSAFE_IN_SCRIPT.items():
        text = text.replace(mark, written)
    return Markup(text.decode())


def tally(items: Sequence[Mapping[str, object]], key: str, value: object) -> int:
    """How many of these have a value under a key."""
    return sum(item[key] == value for item in items)


def asset_of(marks: Mapping[str, str]) -> WithContext:
    """The function `asset(path)`: a theme file's address, with a mark of its content.

    It reads `site.base` of the view, so a macro that calls it is imported `with context`.
    """

    addresses = {path.removeprefix(f"{FOLDER}/"): f"/{path}?v={mark}" for path, mark in marks.items()}

    def asset(context: Context, path: str) -> str:
        if path not in addresses:
            raise LookupError(f"the theme has no file static/{path}")
        return f"{context.resolve('site')['base']}{addresses[path]}"

    return WithContext(asset)


def _take_out_chance(made: Environment) -> None:
    """Two builds of one commit give the same bytes, so a template may not roll dice."""
    del made.filters["random"]
    del made.globals["lipsum"]
