"""Reads the theme's example views, beside its examples; the tests and the style guide are driven by the same files."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

THEME = Path(__file__).resolve().parents[2] / "themes" / "ledger"
VIEWS = Path(__file__).resolve().parent / "views"
CHROME = "_chrome.yml"


def script(name: str, path: Path) -> ModuleType:
    """A script that is no part of a package, as a module."""
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


_kit = script("ledger_examples", THEME / "examples.py")
Example, components, examples, examples_of, read = (
    getattr(_kit, name) for name in ("Example", "components", "examples", "examples_of", "read")
)


@cache
def views() -> Mapping[str, tuple[str, Mapping[str, Any]]]:
    """Template and view by the name of the example: `story` and `story-single` both use `story.html`."""
    found = {}
    for path in sorted(VIEWS.glob("*.yml")):
        if path.name != CHROME:
            body = read(path)
            template = body.pop("printed_by", f"{path.stem}.html")
            found[path.stem] = (template, (_with_site if template.endswith(".xml") else _in_chrome)(body, template))
    return found


def _with_site(body: dict[str, Any], template: str) -> dict[str, Any]:
    """Of the chrome only the site, for those that say `site: {}`."""
    return {**body, "site": read(VIEWS / CHROME)["site"]} if "site" in body else body


def _in_chrome(body: dict[str, Any], template: str) -> dict[str, Any]:
    chrome: dict[str, Any] = read(VIEWS / CHROME)
    kind = template.removesuffix(".html")
    page = {**chrome["page"], "kind": kind, **body.pop("page", {})}
    for link in chrome["site"]["nav"] + chrome["site"]["topics"]:
        link["current"] = link["href"] == page["href"]
    page["url"] = chrome["site"]["url"].removesuffix(chrome["site"]["base"]) + page["href"]
    return {"site": chrome["site"], "page": page, **body}
