"""Problems in print: for a reader, for a program, for a code host's annotations."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from twosource.desk.paint import Paint
from twosource.desk.source_line import visible, window
from twosource.newsroom.excuses import Excused
from twosource.newsroom.files import read_text
from twosource.newsroom.problems import Problem, Severity


def in_text(problems: Sequence[Problem], root: Path, paint: Paint) -> str:
    """Place, message, source line with a caret, and what to do; one paragraph for each problem."""
    lines: dict[str, tuple[str, ...]] = {}
    told = []
    for found in problems:
        path = found.place.path
        if path not in lines:
            lines[path] = tuple(read_text(root, path).text.split("\n"))
        told.append(_paragraph(found, lines[path], paint))
    return "\n\n".join(told)


def _paragraph(found: Problem, lines: tuple[str, ...], paint: Paint) -> str:
    colour = paint.red if found.severity is Severity.ERROR else paint.yellow
    place, rule = paint.bold(visible(str(found.place))), paint.faint(f"[{found.rule}]")
    head = f"{place}: {colour(found.severity.value)} {visible(found.message)} {rule}"
    return "\n".join((head, *_shown(found, lines, paint), f"      {visible(found.hint)}"))


def _shown(found: Problem, lines: tuple[str, ...], paint: Paint) -> tuple[str, ...]:
    """The source line and the caret under its column; nothing where the file has no such line."""
    line, column = found.place.line, found.place.column
    if not (0 < line <= len(lines)) or not lines[line - 1].strip():
        return ()
    text, before, after = window(lines[line - 1], column - 1)
    number = f"{line:>5} | "
    cut = f"{'…' * before}{text.shown}{'…' * after}"
    return f"{paint.faint(number)}{cut}", f"{paint.faint('      | ')}{' ' * before}{text.indent}{paint.red('^')}"


def excuses_in_text(excused: Sequence[Excused], paint: Paint) -> str:
    """What files excuse, a line for each, and the reason in the next; empty where there is nothing."""
    lines = []
    for problem, because in excused:
        lines.append(f"  excused: {visible(f'{problem.place}: {problem.message}')} [{problem.rule}]")
        lines.append(f"      because: {visible(because)}")
    return "\n".join(map(paint.faint, lines))


def in_json(problems: Sequence[Problem]) -> str:
    """A list of `{path, line, column, rule, severity, message, hint}`."""
    return json.dumps([entry(found) for found in problems], ensure_ascii=False, indent=1)


def entry(found: Problem) -> Mapping[str, str | int]:
    """A problem for a program."""
    return {
        "path": found.place.path,
        "line": found.place.line,
        "column": found.place.column,
        "rule": found.rule,
        "severity": found.severity.value,
        "message": found.message,
        "hint": found.hint,
    }


def in_annotations(problems: Sequence[Problem]) -> str:
    """Workflow commands, one a line: `::error file=…,line=…,col=…,title=rule::message`."""
    return "\n".join(_annotation(found) for found in problems)


def _annotation(found: Problem) -> str:
    place = found.place
    message = _escaped(f"{found.message} {found.hint}", DATA)
    spot = f"file={_escaped(place.path, PROPERTY)},line={place.line},col={place.column}"
    return f"::{found.severity.value} {spot},title={_escaped(found.rule, PROPERTY)}::{message}"


DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
PROPERTY = (*DATA, (":", "%3A"), (",", "%2C"))


def _escaped(text: str, signs: Sequence[tuple[str, str]]) -> str:
    for sign, code in signs:
        text = text.replace(sign, code)
    return text


def counted(number: int, noun: str, many: str = "") -> str:
    """`1 error`, `2 errors`; `many` where an s is not enough."""
    return f"{number:,} {noun if number == 1 else many or f'{noun}s'}"


def rule_address(hub: str, name: str) -> str:
    """The page of a rule on a hub's own site; `hub` is its public address."""
    return f"{hub.rstrip('/')}/methodology/rules/{name}/"


def closing(problems: Sequence[Problem], excused: int = 0) -> str:
    """How many of each, and in how many files; then how many warnings the files themselves excuse."""
    rest = f" {counted(excused, 'warning')} excused, with a reason in the file." if excused else ""
    if not problems:
        return f"No problems.{rest}"
    errors = sum(found.severity is Severity.ERROR for found in problems)
    numbers = {"error": errors, "warning": len(problems) - errors}
    parts = [counted(number, noun) for noun, number in numbers.items() if number]
    files = len({found.place.path for found in problems})
    return f"{' and '.join(parts)} in {counted(files, 'file')}.{rest}"


FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {"json": in_json, "github": in_annotations}
"""Forms for machines; the text form needs the files as well."""
