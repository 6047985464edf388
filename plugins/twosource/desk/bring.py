"""`desk import`: plain Markdown of another site generator becomes drafts, and what they still lack is told."""

from __future__ import annotations

import json
import re
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from twosource.desk.clock import as_of
from twosource.desk.hub import UsageError, find_hub
from twosource.desk.importing.draft import Draft, draft_of
from twosource.desk.importing.front import take_apart
from twosource.desk.paint import Paint
from twosource.desk.progress import each
from twosource.desk.report import counted
from twosource.desk.source_line import visible
from twosource.newsroom.checks import check_story
from twosource.newsroom.drafts import soften_story
from twosource.newsroom.library import Library
from twosource.newsroom.loading import load_library, topic_names
from twosource.newsroom.parsing import parse_story
from twosource.newsroom.problems import Problem, Severity
from twosource.newsroom.text_file import decode

ENDINGS = frozenset({".md", ".markdown", ".mkd", ".mdown"})
LISTS = frozenset({"_index"})
"""Pages that only list others."""

EMPTY = frozenset({"missing-key", "missing-value", "too-few"})
"""Rules about what is not there yet: of these the keys are named."""

NAME = re.compile(r"`([^`]+)`")

SHOWN = 5
"""Marks of one kind that are named."""


class Outcome(NamedTuple):
    """What became of one file."""

    source: str
    """The file, relative to the folder that is imported."""
    draft: Draft | None
    """The draft; None where there is none."""
    refused: str
    """Why nothing was written; empty where something was, or would be."""
    problems: tuple[Problem, ...]
    """What the checks say of the draft."""


def run(given: Namespace) -> int:
    """Write the drafts and tell of each what it lacks; 1 where a file could not be taken over."""
    root, folder = find_hub(given.root), Path(given.folder)
    if not folder.is_dir():
        raise UsageError(f"There is no folder {given.folder}.")
    today = as_of(given.as_of).date().isoformat()
    files = sorted(_files(folder))
    found = tuple(_taken_over(root, folder, each(files, "Importing"), today, given.dry_run))
    if given.format == "json":
        print(json.dumps([_in_json(one) for one in found], ensure_ascii=False, indent=1))
    else:
        print(_in_text(found, given.dry_run, Paint.for_stream(sys.stdout)))
    return int(any(one.refused for one in found))


def _files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in name.parts)
        if path.suffix.lower() in ENDINGS and path.stem not in LISTS and not hidden and path.is_file():
            yield name.as_posix()


def _taken_over(root: Path, folder: Path, files: Iterable[str], today: str, dry: bool) -> Iterator[Outcome]:
    library = load_library(root)
    taken = {story.slug: story.path for story in library.stories}
    for source in files:
        outcome = _outcome(folder, source, library, today)
        draft = outcome.draft
        if draft:
            slug = Path(draft.path).stem
            if slug in taken or (root / draft.path).exists():
                yield outcome._replace(refused=f"{taken.get(slug, draft.path)} has that name already")
                continue
            taken[slug] = draft.path
            if not dry:
                _write(root / draft.path, draft.text)
        yield outcome


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _outcome(folder: Path, source: str, library: Library, today: str) -> Outcome:
    try:
        text, faults = decode((folder / source).read_bytes(), source)
    except OSError as error:
        return Outcome(source, None, f"it cannot be read: {error.strerror}", ())
    if text is None:
        return Outcome(source, None, faults[0].message, ())
    read = take_apart(text)
    if read.fault:
        return Outcome(source, None, read.fault, ())
    try:
        draft = draft_of(source, read, library.hub, topic_names(library.hub), today)
    except UsageError as error:
        return Outcome(source, None, str(error), ())
    return Outcome(source, draft, "", _problems(draft, library))


def _problems(draft: Draft, library: Library) -> tuple[Problem, ...]:
    story, problems = parse_story(draft.text, draft.path, topic_names(library.hub))
    return soften_story(story, (*problems, *check_story(story, library)))


def _in_json(one: Outcome) -> dict[str, Any]:
    draft = one.draft
    return {
        "from": one.source,
        "to": draft.path if draft and not one.refused else None,
        "refused": one.refused,
        "unmapped": dict(draft.unmapped) if draft else {},
        "lost": list(draft.lost) if draft else [],
        "foreign": [mark._asdict() for mark in draft.foreign] if draft else [],
        "wanting": [{"rule": held.rule, "line": held.place.line, "message": held.message} for held in one.problems],
    }


def _in_text(found: tuple[Outcome, ...], dry: bool, paint: Paint) -> str:
    written = [one for one in found if not one.refused]
    told = [line for one in found for line in (*_lines(one, paint), "")]
    done = "would be written" if dry else "written, as drafts"
    left = f", {len(found) - len(written)} not" if len(written) < len(found) else ""
    told.append(f"{counted(len(written), 'story', 'stories')} {done}{left}.")
    if written and not dry:
        told.append("`desk check` names what each still needs, with its place.")
    return "\n".join(told)


def _lines(one: Outcome, paint: Paint) -> Iterator[str]:
    draft = one.draft
    if one.refused or draft is None:
        yield f"{paint.bold(visible(one.source))}: {paint.red('not taken over')}, {visible(one.refused)}"
        return
    yield f"{paint.bold(visible(draft.path))} from {visible(one.source)}"
    if draft.unmapped:
        yield f"    kept as notes: {visible(', '.join(draft.unmapped))}"
    yield from (f"    {paint.yellow('lost')}: {visible(each)}" for each in draft.lost)
    for kind, number in Counter(mark.kind for mark in draft.foreign).items():
        marks = [f"{mark.text[:40]} (line {mark.line})" for mark in draft.foreign if mark.kind == kind][:SHOWN]
        more = f" and {number - SHOWN} more" if number > SHOWN else ""
        yield f"    {paint.yellow(kind)} in the text: {visible(', '.join(marks))}{more}"
    empty = dict.fromkeys(name[1] for held in one.problems if held.rule in EMPTY and (name := NAME.match(held.message)))
    if empty:
        yield f"    still needs: {visible(', '.join(empty))}"
    others = Counter((held.severity, held.rule) for held in one.problems if held.rule not in EMPTY)
    for (severity, rule), number in others.items():
        word = paint.red("to mend") if severity is Severity.ERROR else "to do"
        yield f"    {word}: {rule}, {counted(number, 'place')}"
