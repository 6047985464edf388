"""A preview from its start to its end: files change, pages are printed, browsers are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue

from twosource.press.preview.board import Board
from twosource.press.preview.child import Child
from twosource.press.preview.dressing import title_of
from twosource.press.preview.messages import Job, Report
from twosource.press.preview.watching import Watcher
from twosource.press.report import counted

FIRST = ("content", "glossary", "methodology", "plugins", "themes")
"""Folders of a hub that are watched until the settings have said which they are."""


BREATH, REST = 0.2, 3.0
"""Seconds without a save after which the other pages are printed, too; and feeds and data, which nobody looks at."""
BEAT = 1.0
"""Seconds of one wait for a save: Windows lets nobody interrupt one that has no end."""


class Session:
    """One preview of one hub."""

    def __init__(self, root: Path, site: Path, child: Child, board: Board, say: Callable[[str], object]) -> None:
        """`say` is told a line after each printing."""
        self._root, self._site = root, site
        self._child, self._board, self._say = child, board, say
        self._changes: SimpleQueue[set[str] | None] = SimpleQueue()
        self._watched = tuple(str(root / name) for name in FIRST)
        self._watcher = Watcher(root, self._watched, self._changes.put)

    def run(self) -> None:
        """Print what there is, then whatever changes, until an exception ends it."""
        self._watcher.start()
        try:
            report, resting = self._print(Job(None)), False
            while True:
                job = self._next(report.left, 0.0 if resting else BREATH if report.pages_left else REST)
                report, resting = self._print(job), job.rest
        finally:
            self._watcher.stop()
            self._child.stop()

    def _next(self, left: int, pause: float) -> Job:
        """All that changed since the last printing. Waits for it; after a pause some of what is `left` is asked for."""
        heard: list[set[str] | None] = []
        while not heard:
            try:
                heard.append(self._changes.get(timeout=pause if left else BEAT))
            except Empty:
                if left:
                    return Job((), rest=True)
        while not self._changes.empty():
            heard.append(self._changes.get())
        named = set().union(*(paths for paths in heard if paths))
        return Job(None if None in heard and not _is_code(named) else tuple(sorted(named)))

    def _print(self, job: Job) -> Report:
        changed = job.changed
        if changed and _is_code(changed):
            self._say(f"{self._named(changed)} changed: starting anew")
            self._child.stop()
            job = Job(None)
        report = self._child.ask(replace(job, seen=self._board.seen))
        if report.watched and report.watched != self._watched:
            self._watched = report.watched
            self._watcher.follow(report.watched)
        state = self._board.state
        self._board.change(report=report, turned=self._turned(report) or state.turned)
        if job.rest and state.report and report.faults != state.report.faults:
            self._say(line("the other pages", report))
        elif not job.rest and (changed is not None or _is_news(report, state.report)):
            self._say(line(self._named(changed), report))
        return report

    def _turned(self, report: Report) -> tuple[str, str] | None:
        """The page that was changed last, if it stands."""
        for url in report.turned:
            path = self._site / url.strip("/") / "index.html"
            if path.is_file():
                return url, title_of(path.read_text(encoding="utf-8", errors="replace")) or url
        return None

    def _named(self, names: Sequence[str] | None) -> str:
        if not names:
            return "all files"
        root = f"{self._root}/"
        more = f" and {len(names) - 1:,} more" if len(names) > 1 else ""
        return f"{names[0].removeprefix(root)}{more}"


def _is_code(changed: Iterable[str]) -> bool:
    """Whether what prints has to start anew, which looks at everything, too."""
    return any(path.endswith(".py") for path in changed)


def _is_news(report: Report, before: Report | None) -> bool:
    """False where a second look found all as it was."""
    same = before and (report.faults, report.pages, report.printed) == (before.faults, 0, before.printed)
    return not same or report.pages > 0


def line(named: str, report: Report) -> str:
    """What the terminal says of one printing: `content/stories/x.md  0.21 s  2 pages  1 problem`."""
    problems = report.errors + report.warnings
    done = counted(report.pages, "page") if report.printed else "nothing printed"
    told = [named, f"{report.seconds:.2f} s", done, counted(problems, "problem") if problems else "no problems"]
    if report.faults and report.errors:
        first = report.faults[0]
        place = f"{first.path}:{first.line}: " if first.path else ""
        told.append(f"{place}{first.message}")
    return "  ".join(told)
