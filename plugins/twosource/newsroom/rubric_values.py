"""`{{ rubric.independence.join_containment }}`: the words of the methodology print the rubric's very numbers."""

from __future__ import annotations

import re

from twosource.newsroom.rubric import Rubric
from twosource.newsroom.yaml_tree import Entries, Items, Scalar

REFERENCE = re.compile(r"\{\{\s*([A-Za-z0-9_.-]+)\s*\}\}")
"""A reference to a number of the rubric."""


def rubric_value(rubric: Rubric, path: str) -> str | None:
    """The value at `rubric.a.b` as it is written in the file, lists joined by commas; None when there is none."""
    first, *steps = path.split(".")
    node = rubric.where.root if first == "rubric" else None
    for step in steps:
        node = node.get(step) if isinstance(node, Entries) else None  # type: ignore[assignment]
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return ", ".join(item.text for item in node.items if isinstance(item, Scalar))
    return None
