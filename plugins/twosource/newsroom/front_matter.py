"""A `---` too many: front matter that ends before its last key."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Any

from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.records import Key
from twosource.newsroom.text_file import Parts

YAML_LINE = re.compile(r"\s*(?:- |#|\w[\w-]*:(?:\s|$))")
"""How a line of front matter begins: an entry, a comment, or a key."""

KEY = re.compile(r"^(\w+):(?:\s|$)", re.M)


def cut_short(parts: Parts, written: Container[str], keys: tuple[Key[Any], ...], path: str) -> tuple[Problem, ...]:
    """One problem at the fence where the text begins like YAML and has a required key that the front matter lacks."""
    start = parts.body.lstrip("\n")
    if not YAML_LINE.match(start):
        return ()
    after = set(KEY.findall(start))
    lost = [key.name for key in keys if key.default is ... and key.name in after and key.name not in written]
    if not lost:
        return ()
    message = f"This line ends the front matter, and `{lost[0]}:` stands below it."
    hint = "Take the line out; the next `---` ends the front matter."
    return (Problem(Place(path, parts.body_line - 1, 1), "front-matter-cut", message, hint),)
