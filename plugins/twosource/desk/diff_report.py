"""A difference in print: for a terminal, for a pull request, for a program."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twosource.desk.excuse_change import ExcuseChange
from twosource.desk.paint import Paint
from twosource.desk.ratings import RATINGS, RatingChange
from twosource.desk.report import counted, entry, in_text
from twosource.desk.stealth import Edit
from twosource.newsroom.problems import Problem
from twosource.verification.review import Review

SHOWN = 4
"""Reasons of one change that are printed; JSON has all."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two states of a hub, and what came out of comparing them."""

    root: Path
    """The hub's folder."""
    ref: str
    """The base as it was asked for."""
    base: Review
    """The hub as it was."""
    head: Review
    """The hub as it is."""
    ratings: tuple[RatingChange, ...]
    """Ratings that changed."""
    edits: tuple[Edit, ...]
    """Parts of published stories that changed, told to readers or not."""
    problems: tuple[Problem, ...]
    """What readers are not told of."""
    excuses: tuple[ExcuseChange, ...]
    """Warnings that files let stand now and did not, or no longer do."""
    moved: Mapping[str, str]
    """Old slugs by new ones."""

    @property
    def versions(self) -> tuple[str, str]:
        """The rubric's version before and after."""
        return self.base.library.rubric.version, self.head.library.rubric.version

    @property
    def came(self) -> tuple[str, ...]:
        """Stories that are judged now and were not, under whatever name."""
        before = self.base.verdicts
        return tuple(slug for slug in self.head.verdicts if self.moved.get(slug, slug) not in before)


def in_words(found: Difference, paint: Paint) -> str:
    """The summary, each rating with its reasons, told edits in a line each, then every problem with its place."""
    lines = [paint.bold(summary(found)), *_rubric(found)]
    for change in found.ratings:
        lines += [f"  {paint.bold(change.slug)}: {change.rating} {change.before} → {change.after}", *_because(change)]
    told = [edit for edit in found.edits if edit.told]
    if told:
        lines += ["", f"Told to readers: {counted(len(told), 'edit')}."]
        lines += [f"  {edit.place}: {edit.part}. {edit.what}" for edit in told]
    if found.problems:
        lines += ["", in_text(found.problems, found.root, paint)]
    if found.excuses:
        lines += ["", "Excuses, each for every warning of its rule in the file:"]
        lines += [f"  {_sign(one)} {one.place}: {one.rule}. {one.because}" for one in found.excuses]
    lines += ["", _closing(found)]
    return "\n".join(lines)


def summary(found: Difference) -> str:
    """`Against main: 2 stories change badge, 1 changes impact 7 → 8, …`: one sentence, zeros included."""
    parts = (_part(rating.name, [one for one in found.ratings if one.rating == rating.name]) for rating in RATINGS)
    new = f"; {counted(len(found.came), 'story', 'stories')} new" if found.came else ""
    return f"Against {found.ref}: {', '.join(parts)}{new}."


def _part(name: str, changes: list[RatingChange]) -> str:
    if len(changes) == 1:
        return f"1 story changes {name} {changes[0].before} → {changes[0].after}"
    return f"{counted(len(changes), 'story', 'stories')} change {name}"


def _rubric(found: Difference) -> Iterator[str]:
    before, after = found.versions
    if before != after:
        yield f"The rubric went from {before} to {after}; every story is judged by the new one."


def _because(change: RatingChange) -> Iterator[str]:
    yield from (f"      {reason}" for reason in change.because[:SHOWN])
    if len(change.because) > SHOWN:
        yield f"      and {counted(len(change.because) - SHOWN, 'further reason')}; --format json has all"


def _closing(found: Difference) -> str:
    if not found.problems:
        return "Readers are told of everything that changed."
    return f"{counted(len(found.problems), 'thing')} of which readers are not told."


def _sign(change: ExcuseChange) -> str:
    return "+" if change.added else "−"


def in_markdown(found: Difference, paint: Paint) -> str:
    """For a comment on a pull request: the summary, a table of ratings, a list of what is not told."""
    lines = ["### Ratings", "", _escaped(summary(found)), *(f"\n{line}" for line in _rubric(found))]
    if found.ratings:
        lines += ["", "| story | rating | before | after | because |", "|---|---|---|---|---|"]
        for change in found.ratings:
            because = " ".join(change.because[:SHOWN])
            cells = (f"`{change.slug}`", change.rating, change.before, change.after, because)
            lines.append(f"| {' | '.join(_escaped(cell) for cell in cells)} |")
    lines += ["", "### What readers are not told", ""]
    for problem in found.problems:
        where = f"`{problem.place.path}` line {problem.place.line}"
        lines.append(f"- **{problem.rule}** {where}: {_escaped(problem.message)} {_escaped(problem.hint)}")
    lines += [] if found.problems else [_closing(found)]
    if found.excuses:
        lines += ["", "### Warnings that files excuse", ""]
    for one in found.excuses:
        where = f"`{one.place.path}` line {one.place.line}"
        lines.append(f"- {'added' if one.added else 'removed'}: **{one.rule}** {where}: {_escaped(one.because)}")
    return "\n".join(lines)


def _escaped(text: str) -> str:
    """Text that a table and Markdown leave as it is; what stands between backticks is ours."""
    plain = " ".join(text.split())
    for sign in ("|", "<", "*", "_") if not plain.startswith("`") else ("|",):
        plain = plain.replace(sign, f"\\{sign}")
    return plain


def in_json(found: Difference, paint: Paint) -> str:
    """`{base, rubric, summary, new, ratings, edits, excuses, problems}`."""
    return json.dumps(
        {
            "base": found.ref,
            "rubric": dict(zip(("before", "after"), found.versions, strict=True)),
            "summary": {rating.name: sum(one.rating == rating.name for one in found.ratings) for rating in RATINGS},
            "new": list(found.came),
            "ratings": [_rating(change) for change in found.ratings],
            "edits": [_edit(edit) for edit in found.edits],
            "excuses": [_excuse(change) for change in found.excuses],
            "problems": [entry(problem) for problem in found.problems],
        },
        ensure_ascii=False,
        indent=1,
    )


def _rating(change: RatingChange) -> Mapping[str, Any]:
    names = ("slug", "rating", "before", "after")
    return {**{name: getattr(change, name) for name in names}, "because": list(change.because)}


def _edit(edit: Edit) -> Mapping[str, Any]:
    place = {"path": edit.place.path, "line": edit.place.line, "column": edit.place.column}
    return {"story": edit.story.slug, "part": edit.part, **place, "what": edit.what, "told": edit.told}


def _excuse(change: ExcuseChange) -> Mapping[str, Any]:
    place = {"path": change.place.path, "line": change.place.line, "column": change.place.column}
    return {"added": change.added, "rule": change.rule, "because": change.because, **place}


FORMS: Mapping[str, Callable[[Difference, Paint], str]] = {"text": in_words, "markdown": in_markdown, "json": in_json}
"""By the word of the command line."""
