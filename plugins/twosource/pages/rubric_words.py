"""The rubric's numbers where words or data need them: in the chapters of the methodology, in tables, as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from twosource.newsroom.rubric import Rubric
from twosource.newsroom.rubric_values import REFERENCE, rubric_value
from twosource.pages.wording import listed

SILENT = frozenset({"where"})
"""Fields that belong to the file and not to the rubric."""


def with_numbers(text: str, rubric: Rubric) -> str:
    """The chapter with `{{ rubric.a.b }}` replaced; an unknown one stays, since the check has refused it already."""
    return REFERENCE.sub(lambda found: rubric_value(rubric, found[1]) or found[0], text)


def rubric_numbers(rubric: Rubric) -> Mapping[str, str]:
    """Every single value by its path (`rubric.gate.quote_words`), as printed, in the rubric's own order."""
    return dict(_leaves("rubric", rubric))


def plain(node: object) -> Any:
    """A part of the rubric as JSON would hold it."""
    if isinstance(node, StrEnum):
        return node.value
    if isinstance(node, date):
        return node.isoformat()
    if isinstance(node, tuple):
        return [plain(item) for item in node]
    children = _children(node)
    return {name: plain(child) for name, child in children.items()} if children else node


def _children(node: object) -> Mapping[str, object]:
    if is_dataclass(node) and not isinstance(node, type):
        return {field.name: getattr(node, field.name) for field in fields(node) if field.name not in SILENT}
    if isinstance(node, Mapping):
        return {str(key): value for key, value in node.items()}
    return {}


def _leaves(path: str, node: object) -> Iterator[tuple[str, str]]:
    shown = _printed(node)
    if shown is not None:
        yield path, shown
    for name, child in _children(node).items():
        yield from _leaves(f"{path}.{name}", child)


def _printed(node: object) -> str | None:
    match node:
        case StrEnum():
            return node.value
        case str():
            return node
        case int():
            return str(node)
        case float():
            return format(node, "g")
        case tuple() if all(isinstance(item, str) for item in node):
            return listed([plain(item) for item in node])
    return None
