"""Marks of a merge that nobody finished."""

from __future__ import annotations

import re

from twosource.newsroom.problems import Place, Problem

SIDE = re.compile(r"<{7}(?: .*)?|>{7}(?: .*)?|\|{7} .*")
"""A line that names one side of a merge; seven bars alone are an empty row of a table."""

BETWEEN = "======="
"""The line between the sides. Below words in Markdown it underlines a heading."""

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")

SIGNS = ("<<<<<<<", BETWEEN, ">>>>>>>", "|||||||")
"""A text without any of these need not be gone through."""


def conflict(text: str, path: str) -> tuple[Problem, ...]:
    """One problem at the first mark of an unfinished merge; marks in fenced code are none."""
    line = _first(text.split("\n"), path.endswith(".md")) if any(sign in text for sign in SIGNS) else 0
    if not line:
        return ()
    hint = "Keep one side, and take out the other and all the marks."
    if path.endswith(".lock"):
        hint = "Take one side of the merge, then run `desk lock` on the story again."
    return (Problem(Place(path, line, 1), "merge-conflict", "A merge was left unfinished here.", hint),)


def _first(lines: list[str], markdown: bool) -> int:
    """Number of the first line that is a mark, from 1; 0 where none is."""
    body = _body_from(lines) if markdown else len(lines)
    between, fence = 0, ""
    for index, line in enumerate(lines):
        fence = _open_after(fence, line) if index >= body else ""
        if fence:
            continue
        if SIDE.fullmatch(line):
            return index + 1 if line[0] == "<" or not between else between
        if line == BETWEEN and (index < body or not lines[index - 1].strip()):
            return index + 1
        between = index + 1 if line == BETWEEN else between
    return 0


def _body_from(lines: list[str]) -> int:
    """Index of the first line after the front matter; 0 where there is none."""
    if lines[0].rstrip() != "---":
        return 0
    return next((index + 1 for index, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), len(lines))


def _open_after(fence: str, line: str) -> str:
    """The fence that is open after this line; empty when none is."""
    match = FENCE.match(line)
    if match is None:
        return fence
    if not fence:
        return match[1]
    return "" if match[1].startswith(fence) and not line.strip(" `~") else fence
