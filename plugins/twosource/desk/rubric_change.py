"""A number of the rubric that changed without a new version: readers could not tell by which one a story was judged."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.newsroom.library import Library
from twosource.newsroom.problems import Problem
from twosource.newsroom.rubric import Rubric
from twosource.newsroom.rules import found
from twosource.newsroom.yaml_tree import Entries, Items, Node, Scalar

LOG = ("version", "changes")
"""What is no rule."""

Steps = tuple[str | int, ...]

HINT = "Raise `version:` and say in `changes:` what changed and why."


def rubric_problems(base: Library, head: Library) -> tuple[Problem, ...]:
    """One error for each rule that is not what it was under the same version."""
    if not (base.readable and head.readable) or base.rubric.version != head.rubric.version:
        return ()
    before, after = _rules(base.rubric), _rules(head.rubric)
    return tuple(
        found(head.rubric.where.place(*steps), "rubric-unversioned", _what(steps, before, head.rubric.version), HINT)
        for steps in sorted({*before, *after}, key=str)
        if before.get(steps) != after.get(steps)
    )


def _what(steps: Steps, before: Mapping[Steps, str], version: str) -> str:
    name = ".".join(map(str, steps))
    return f"`{name}` {f'was {before[steps]}' if steps in before else 'did not exist'} in version {version}."


def _rules(rubric: Rubric) -> Mapping[Steps, str]:
    """Every value as it is written, by the way to it."""
    held: dict[Steps, str] = {}
    _gather(rubric.where.root, (), held)
    return {steps: text for steps, text in held.items() if steps[0] not in LOG}


def _gather(node: Node | None, steps: Steps, held: dict[Steps, str]) -> None:
    match node:
        case Scalar():
            held[steps] = node.text
        case Entries():
            for key, value in node.pairs:
                _gather(value, (*steps, key.text), held)
        case Items():
            for n, item in enumerate(node.items):
                _gather(item, (*steps, n), held)
