"""YAML read without implicit types, anchors, tags or other surprises, and every refusal with its place.

libyaml's event stream carries the places and costs about 0.2 ms for a story of 3.4 kB.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.text_file import stray_character, stray_problem
from twosource.newsroom.yaml_tree import Entries, Items, Node, Scalar

DEEPEST = 24
"""Levels of nesting that a file may have; the format itself needs five."""

LINE_ENDS = "\x85\u2028\u2029"
"""YAML ends a line at these, which no editor shows as one: text pasted from the web would fall apart."""

LOST = re.compile(r"[ \t]+#(?=[^\s#])")
"""A `#1` or `#MeToo` in a value without quotation marks."""

NESTED = (f"Values are nested more than {DEEPEST} deep.", "Check the brackets and the indentation.")

TOO_DEEP = re.compile(rf"[^\[{{]*(?:[\[{{]\s*){{{DEEPEST}}}[\[{{]")
"""A line of brackets beyond which libyaml gives up before it tells of the first: it looks for a colon in them."""

LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)


class _RefusedError(Exception):
    """Carries one problem out of the builder; never leaves this module."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def read_tree(text: str, path: str, first_line: int = 1) -> tuple[Entries | None, tuple[Problem, ...]]:
    """Read YAML whose first line is `first_line` of the file at `path`; the tree, or None and why not."""
    stray = stray_character(text, LINE_ENDS)
    if stray is not None:
        return None, (stray_problem(text, stray, path, first_line),)
    builder = _Builder(text, path, first_line)
    try:
        return builder.document(yaml.parse(text, Loader=LOADER)), tuple(builder.problems)
    except _RefusedError as refused:
        return None, (*builder.problems, refused.problem)
    except yaml.MarkedYAMLError as error:
        return None, (*builder.problems, _syntax(error, text, path, first_line))


class _Builder:
    """Turns libyaml's events into nodes; lives for one file."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.shift = first_line
        self.problems: list[Problem] = []

    def spot(self, mark: Any) -> tuple[int, int]:
        return mark.line + self.shift, mark.column + 1

    def refuse(self, mark: Any, rule: str, message: str, hint: str) -> _RefusedError:
        return _RefusedError(Problem(Place(self.path, *self.spot(mark)), rule, message, hint))

    def document(self, events: Iterator[Any]) -> Entries | None:
        root: Node | None = None
        for event in events:
            match event:
                case yaml.DocumentStartEvent() if root is not None:
                    raise self.refuse(
                        event.start_mark,
                        "yaml-documents",
                        "A second YAML document begins here.",
                        "Keep one document in a file: take the extra `---` out.",
                    )
                case yaml.NodeEvent():
                    root = self.node(event, events, 0)
        if isinstance(root, Scalar) and not root.text:
            return None
        if isinstance(root, Scalar | Items):
            place = Place(self.path, root.line, root.column)
            raise _RefusedError(
                Problem(place, "wrong-type", "The file does not hold keys with values.", "Write `key: value` lines.")
            )
        return root

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self.refuse(
                event.start_mark,
                "yaml-anchor",
                "Anchors and aliases (`&name`, `*name`) are not read.",
                "Write the value out, or put it in quotation marks if it begins with `&` or `*`.",
            )
        if event.tag not in (None, "!"):
            raise self.refuse(
                event.start_mark,
                "yaml-tag",
                f"The tag `{event.tag}` is not read.",
                "Take the tag out, or put the value in quotation marks if it begins with `!`.",
            )
        if depth > DEEPEST:
            raise self.refuse(event.start_mark, "yaml-depth", *NESTED)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self.items(events, depth)), *self.spot(event.start_mark))
        return Entries(tuple(self.pairs(events, depth)), *self.spot(event.start_mark))

    def scalar(self, event: Any) -> Scalar:
        if event.style == '"' and stray_character(event.value) is not None:
            raise self.refuse(
                event.start_mark,
                "yaml-character",
                "The value writes a control character with a backslash.",
                "Take it out, or put the value in single quotation marks if the backslash is meant.",
            )
        plain = event.style in (None, "")
        if plain and event.value and LOST.match(self.text, event.end_mark.index):
            raise self.refuse(
                event.end_mark,
                "yaml-syntax",
                "From ` #` on, YAML takes the line for a comment, and the words are lost.",
                "Put the value in quotation marks; a comment has a space after its `#`.",
            )
        return Scalar(event.value, plain, *self.spot(event.start_mark))

    def items(self, events: Iterator[Any], depth: int) -> Iterator[Node]:
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            yield self.node(event, events, depth + 1)

    def pairs(self, events: Iterator[Any], depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Scalar] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                raise self.refuse(
                    event.start_mark,
                    "wrong-type",
                    "A key must be a single word.",
                    "Put text that begins with a bracket in quotation marks.",
                )
            if key.text in seen:
                self.problems.append(
                    Problem(
                        Place(self.path, key.line, key.column),
                        "duplicate-key",
                        f"`{key.text}` is written twice; the first is in line {seen[key.text].line}.",
                        "Keep one of the two.",
                    )
                )
                continue
            seen[key.text] = key
            yield key, value


def _syntax(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    line, column = _fault(error)
    lines = text.split("\n")
    if line >= len(lines):  # libyaml ends a last line that has no end
        line, column = len(lines) - 1, len(lines[-1])
    written = lines[line]
    place = Place(path, line + first_line, column + 1)
    indent = written[: len(written) - len(written.lstrip())]
    if "\t" in indent:
        tab = Place(path, line + first_line, written.index("\t") + 1)
        return Problem(tab, "yaml-tab", "A tab stands where YAML wants spaces.", "Indent with two spaces.")
    if deep := TOO_DEEP.match(written):
        brackets = Place(path, line + first_line, deep.end())
        return Problem(brackets, "yaml-depth", *NESTED)
    if (opening := _wrongly_closed(text, error)) is not None:
        spot = Place(path, opening.line + first_line, opening.column + 1)
        message = f"A quotation mark opens here, and the next one stands in line {line + first_line}."
        return Problem(spot, "yaml-syntax", message, "Close it where the value ends.")
    what = error.problem or "it could not be read"
    hint = HINTS.get(
        next((part for part in HINTS if part in what), ""), "Check the quotation marks, colons and indentation here."
    )
    return Problem(place, "yaml-syntax", f"This is not valid YAML: {what}.", hint)


def _fault(error: yaml.MarkedYAMLError) -> tuple[int, int]:
    """Line and column from 0: where a bracket or quotation mark opened that a later line leaves open, else the spot."""
    spot, opened = error.problem_mark, error.context_mark
    unclosed = opened and spot and opened.line < spot.line and OPENED.search(error.context or "")
    mark = opened if unclosed or not spot else spot
    return (mark.line, mark.column) if mark else (0, 0)


def _wrongly_closed(text: str, error: yaml.MarkedYAMLError) -> Any:
    """Where the quotation mark opened that closes, lines below, right before the spot: nobody writes such values."""
    spot, opened = error.problem_mark, None
    try:
        for token in yaml.scan(text, Loader=LOADER):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"') and spot:
                end = token.end_mark
                if token.start_mark.line < end.line == spot.line and end.column <= spot.column:
                    opened = token.start_mark
    except yaml.MarkedYAMLError:
        pass
    return opened


OPENED = re.compile(r"quoted scalar|flow (?:sequence|mapping)")

HINTS: Mapping[str, str] = {
    "mapping values are not allowed": "Put text that holds a colon and a space in quotation marks.",
    "did not find expected key": "Check the indentation, and close every quotation mark.",
    "found unexpected end of stream": "Close the quotation mark or bracket that was opened.",
    "found character that cannot start any token": "Put text that begins with @, ` or % in quotation marks.",
    "did not find expected ',' or": "Close the bracket, or put a comma between the entries.",
}
