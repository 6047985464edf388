"""Reads the theme's examples and example views; the tests and every preview are driven by the same files.

In YAML, `!example badge/verified` stands for the first argument of that example of that component.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

THEME = Path(__file__).resolve().parents[2] / "themes" / "ledger"
VIEWS = Path(__file__).resolve().parent / "views"
CHROME = "_chrome.yml"


@dataclass(frozen=True, slots=True)
class Example:
    """One call of a component's macro."""

    component: str
    """Folder of the component."""
    name: str
    """What is shown."""
    call: str
    """Macro."""
    arguments: Mapping[str, Any]
    """By name."""

    @property
    def source(self) -> str:
        """A template that calls the macro with `arguments` as its variables."""
        given = ", ".join(f"{name}={name}" for name in self.arguments)
        path = f"components/{self.component}/{self.component}.html"
        return f'{{% from "{path}" import {self.call} as shown %}}{{{{ shown({given}) }}}}'


class _Loader(yaml.SafeLoader):
    """YAML with `!example`."""


def _example(loader: _Loader, node: yaml.ScalarNode) -> Any:
    component, _, name = loader.construct_scalar(node).partition("/")
    for found in examples_of(component):
        if found.name == name:
            return deepcopy(next(iter(found.arguments.values())))
    raise LookupError(f"no example {component}/{name}")


_Loader.add_constructor("!example", _example)


def read(path: Path) -> Any:
    """One YAML file."""
    return yaml.load(path.read_text("utf-8"), _Loader)


def components() -> list[str]:
    """Names of all components."""
    return sorted(path.name for path in (THEME / "components").iterdir() if path.is_dir())


@cache
def examples_of(component: str) -> tuple[Example, ...]:
    """The examples of one component."""
    listed = read(THEME / "components" / component / "examples.yml")["examples"]
    return tuple(Example(component, one["name"], one["call"], one["with"]) for one in listed)


def examples() -> Iterator[Example]:
    """Every example of every component."""
    for component in components():
        yield from examples_of(component)


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
