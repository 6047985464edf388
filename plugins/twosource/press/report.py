"""What the press says on the terminal."""

from __future__ import annotations

from twosource.newsroom.problems import Problem, Severity, in_order


def in_words(found: Problem) -> str:
    """One problem as two lines: place, weight, rule and message; then the hint."""
    return f"{found.place}: {found.severity} {found.rule}: {found.message}\n    {found.hint}"


def every(problems: tuple[Problem, ...]) -> str:
    """All problems in order, one paragraph."""
    return "\n".join(in_words(found) for found in in_order(problems))


def refusal(problems: tuple[Problem, ...], site_stands: bool) -> str:
    """All problems, then how many there are and what became of the site."""
    found = in_order(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    counts = [counted(errors, "error"), counted(len(found) - errors, "warning")]
    said = " and ".join(text for text in counts if not text.startswith("0 "))
    return f"{every(found)}\n\n{said}. {nothing_printed(site_stands)}"


def nothing_printed(site_stands: bool) -> str:
    """The closing sentence of a run that stopped before it altered the site."""
    return "Nothing was printed; the last good site stands." if site_stands else "Nothing was printed."


def summary(pages: int, statics: int, changed: int, removed: int, seconds: float) -> str:
    """The closing line of a run that went well."""
    theme = f" and {counted(statics, 'theme file')}" if statics else ""
    changes = f"{changed:,} changed, {removed:,} removed"
    return f"Printed {counted(pages, 'page')}{theme} ({changes}) in {seconds:.1f} s"


def counted(number: int, noun: str) -> str:
    """`1 page`, `2 pages`, `12,000 pages`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
