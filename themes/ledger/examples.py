"""Reads the examples of the components: the tests and the style guide are driven by the same files.

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

THEME = Path(__file__).resolve().parent


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


def about(component: str) -> str:
    """What a component is, in a sentence."""
    return str(read(THEME / "components" / component / "examples.yml")["about"])


@cache
def examples_of(component: str) -> tuple[Example, ...]:
    """The examples of one component."""
    listed = read(THEME / "components" / component / "examples.yml")["examples"]
    return tuple(Example(component, one["name"], one["call"], one["with"]) for one in listed)


def examples() -> Iterator[Example]:
    """Every example of every component."""
    for component in components():
        yield from examples_of(component)
