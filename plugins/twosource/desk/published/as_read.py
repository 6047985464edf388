"""Published JSON as what the newsroom's own readers take for a hub's files: so every value has its type again.

Whatever they find fault with was not printed by the press, and is told as a difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from twosource.desk.published.difference import Difference
from twosource.newsroom.parsing import Fields
from twosource.newsroom.report import Report
from twosource.newsroom.source_map import SourceMap
from twosource.newsroom.yaml_tree import Quoted, Value

Json = Mapping[str, Any]


def values_of(form: Fields, held: Json, file: str, faults: list[Difference]) -> dict[str, Any]:
    """Values by field of one record; what its readers find fault with is added to `faults`."""
    report = Report(SourceMap(file))
    tree = written({key.name: held[key.name] for key in form.keys if key.name in held})
    found = form.values(tree if isinstance(tree, dict) else {}, file, (), report)
    faults += (Difference(file, "", problem.message, "what the press would print") for problem in report.problems)
    return found


def written(value: Any) -> Value:
    """JSON as a reader of YAML gives it; keys without a value are left out, as a writer would leave them."""
    if isinstance(value, Mapping):
        return {str(key): written(held) for key, held in value.items() if held is not None and held != ""}
    if isinstance(value, list):
        return [written(item) for item in value]
    if isinstance(value, str):
        return Quoted(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def records(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of a list; nothing of what is none."""
    yield from (item for item in value if isinstance(item, dict)) if isinstance(value, list) else ()


def record(value: Any) -> dict[str, Any]:
    """An object, or an empty one."""
    return value if isinstance(value, dict) else {}


def text(value: Any) -> str:
    """A text, or an empty one."""
    return value if isinstance(value, str) else ""


def texts(value: Any) -> tuple[str, ...]:
    """The texts of a list."""
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def without(held: Json, *keys: str) -> dict[str, Any]:
    """An object without some of its keys."""
    return {key: value for key, value in held.items() if key not in keys}
