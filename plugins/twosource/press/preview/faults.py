"""What went wrong, as a preview shows it: problems of the hub, and what the press or the settings stumbled over."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

from twosource.newsroom.files import read_text
from twosource.newsroom.problems import Problem, Severity
from twosource.press.preview.messages import Fault

STOP = re.compile(
    r"(?P<path>[^\n]+?)(?::(?P<line>\d+))?(?::\d+)?: error (?P<rule>[\w-]+): (?P<message>[^\n]*)(?:\n\s*(?P<hint>.*))?",
    re.S,
)
"""How the press names a place."""


def faults_of(problems: Iterable[Problem], root: Path, url_of: Callable[[str], str]) -> tuple[Fault, ...]:
    """Problems with the lines that they are about; each file is read once."""
    texts: dict[str, list[str]] = {}
    return tuple(_fault(problem, root, url_of, texts) for problem in problems)


def _fault(problem: Problem, root: Path, url_of: Callable[[str], str], texts: dict[str, list[str]]) -> Fault:
    place = problem.place
    if place.path not in texts:
        found = read_text(root, place.path) if (root / place.path).is_file() else None
        texts[place.path] = found.text.split("\n") if found else []
    lines = texts[place.path]
    excerpt = lines[place.line - 1].rstrip() if place.line <= len(lines) else ""
    error = problem.severity is Severity.ERROR
    told = problem.rule, problem.message, problem.hint
    return Fault(place.path, place.line, place.column, *told, error, url_of(place.path), excerpt)


def fault_of_stop(message: str, root: Path) -> Fault:
    """What a PressError says; its place where it names one."""
    found = STOP.fullmatch(message)
    if not found:
        first, _, rest = message.partition("\n")
        return Fault("", 0, 0, "preview", first.strip(), " ".join(rest.split()), True)
    path, line = _from_root(found["path"], root), int(found["line"] or 0)
    hint = " ".join((found["hint"] or "").split())
    return Fault(path, line, 0, found["rule"], found["message"], hint, True, excerpt=_excerpt(found["path"], line))


def fault_of_layout(path: str, reason: str, url: str) -> Fault:
    """A story without errors that fails in layout all the same."""
    hint = "No rule forbids what it says: the press is at fault, and its makers should hear of it."
    return Fault(path, 0, 0, "layout", f"The story cannot be laid out: {reason}.", hint, True, url)


def fault_of_settings(error: BaseException, settings: Path, root: Path) -> Fault:
    """Why settings cannot be read: at the line where they, or what they import from the hub, broke off."""
    path, line, column = _where(error, settings, root)
    said = error.msg if isinstance(error, SyntaxError) else str(error) or "no reason was given"
    message = f"The settings cannot be read: {type(error).__name__}, {said}."
    hint = "Mend them: the pages are printed again as soon as the file is saved."
    return Fault(_from_root(path, root), line, column, "settings", message, hint, True, excerpt=_excerpt(path, line))


def fault_of_crash(error: BaseException, root: Path) -> Fault:
    """An error that nobody foresaw; the traceback is on the terminal."""
    message = f"The pages cannot be printed: {type(error).__name__}, {error}."
    hint = "What happened stands on the terminal. The next save tries again from the beginning."
    return Fault("", 0, 0, "preview", message, hint, True)


def _where(error: BaseException, settings: Path, root: Path) -> tuple[str, int, int]:
    if isinstance(error, SyntaxError) and error.filename:
        return error.filename, error.lineno or 1, error.offset or 1
    frames = reversed(traceback.extract_tb(error.__traceback__))
    own = (frame for frame in frames if Path(frame.filename).resolve().is_relative_to(root))
    found = next(own, None)
    inside = found is not None and "site-packages" not in found.filename
    return (found.filename, found.lineno or 1, 0) if found and inside else (str(settings), 0, 0)


def _from_root(path: str, root: Path) -> str:
    whole = Path(path)
    return whole.relative_to(root).as_posix() if whole.is_absolute() and whole.is_relative_to(root) else path


def _excerpt(path: str, line: int) -> str:
    try:
        lines = Path(path).read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return ""
    return lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
