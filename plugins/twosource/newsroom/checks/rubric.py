"""The rubric must make sense, and the methodology may only quote numbers that it has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from twosource.newsroom.library import Library
from twosource.newsroom.problems import Place, Problem
from twosource.newsroom.rubric_values import REFERENCE, rubric_value
from twosource.newsroom.rules import found


def rubric_weights(library: Library) -> Iterator[Problem]:
    """The three weights share out the whole score."""
    impact = library.rubric.impact
    total = impact.regulatory.weight + impact.financial.weight + impact.operational.weight
    if library.readable and abs(total - 1) > 1e-9:
        yield found(
            library.rubric.where.key("impact"),
            "rubric-weights",
            f"The weights of impact add up to {total:g}, not 1.",
            "Correct them.",
        )


def rubric_order(library: Library) -> Iterator[Problem]:
    """Thresholds rise in the order in which they are meant."""
    independence, confidence = library.rubric.independence, library.rubric.confidence
    ladders = (
        ("independence", ("review_containment", "join_containment", "same_copy_containment"), independence),
        ("confidence", ("moderate", "high", "ceiling"), confidence),
        ("confidence", ("single_source_ceiling", "high"), confidence),
    )
    for section, names, rules in ladders if library.readable else ():
        for low, high in pairwise(names):
            if getattr(rules, low) >= getattr(rules, high):
                yield found(
                    library.rubric.where.place(section, low),
                    "rubric-order",
                    f"`{low}` is not below `{high}`.",
                    "Correct one of them.",
                )


def rubric_version(library: Library) -> Iterator[Problem]:
    """The version in force is the newest in the log."""
    rubric = library.rubric
    if library.readable and rubric.changes[0].version != rubric.version:
        yield found(
            rubric.where.place("version"),
            "rubric-version",
            f"The version is {rubric.version}, but the log begins with {rubric.changes[0].version}.",
            "Put an entry for this version at the top of `changes:`.",
        )


def rubric_values(library: Library) -> Iterator[Problem]:
    """Numbers that the methodology prints exist in the rubric."""
    for note in library.notes if library.readable else ():
        for n, line in enumerate(note.body.text.split("\n")):
            for match in REFERENCE.finditer(line):
                if rubric_value(library.rubric, match[1]) is None:
                    yield found(
                        Place(note.path, note.body.line + n, match.start() + 1),
                        "unknown-rubric-value",
                        f"The rubric has no value `{match[1]}`.",
                        "Write the path of a number in methodology/rubric.yml.",
                    )
