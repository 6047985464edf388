"""What a preview adds to a page: a banner on what readers do not see, and a panel with all that is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape

from twosource.press.preview.board import State
from twosource.press.preview.messages import Fault, Report
from twosource.press.report import counted

STYLE = '<link rel="stylesheet" href="/.preview/panel.css">'

WIDEST, BEFORE, LONGEST = 34, 16, 160
"""Columns that a phone shows; and of a line whose place lies beyond, those before it, and those in all."""


def banner(url: str, state: State) -> str:
    """The words for a page that readers do not see, as markup; empty for any other."""
    words = (state.report or Report()).unpublished.get(url)
    return f'{STYLE}<p class="banner" role="note">{escape(words)}</p>' if words else ""


def panel(url: str, state: State, news: bool = False) -> str:
    """All problems, those of this page first and open, as markup; empty where there are none.

    With `news`, for a page that is open while another one changes, there is a way to that.
    """
    report = state.report
    if report is None:
        return f'{STYLE}<p class="quiet" role="status">Printing for the first time …</p>'
    parts = [_turned(url, state)] if news else []
    own = [fault for fault in report.faults if fault.url == url]
    rest = [fault for fault in report.faults if fault.url != url]
    if own or not report.printed:
        loose, rest = [fault for fault in rest if not fault.url], [fault for fault in rest if fault.url]
        parts.append(_list(_heading(url, own, report), (*own, *(() if report.printed else loose))))
        rest = [*(loose if report.printed else ()), *rest]
    if rest:
        parts.append(_fold(f"{_counts(report)} in all" if own else _counts(report), rest, report))
    found = "".join(parts)
    return f"{STYLE}{found}" if found else ""


def badges(state: State) -> str:
    """Addresses of what readers do not see, as JSON: each with a word for lists."""
    found = (state.report or Report()).unpublished
    return json.dumps({url: words.partition(":")[0] for url, words in found.items()})


def _heading(url: str, own: list[Fault], report: Report) -> str:
    if not report.printed:
        return "Nothing new was printed: the last good pages stand"
    stays = ": it stands as it last was" if url in report.stays else ""
    return f"{counted(len(own), 'problem')} on this page{stays}"


def _counts(report: Report) -> str:
    both = (counted(report.errors, "error"), counted(report.warnings, "warning"))
    return " and ".join(words for words in both if not words.startswith("0 "))


def _turned(url: str, state: State) -> str:
    if state.turned is None or state.turned[0] == url:
        return ""
    address, title = map(escape, state.turned)
    return f'<p class="turned"><a href="{address}">Changed: {title} →</a></p>'


def _list(heading: str, faults: Iterable[Fault]) -> str:
    items = "".join(_item(fault, linked=False) for fault in faults)
    return f'<details open class="own"><summary>{escape(heading)}</summary><ol>{items}</ol></details>'


def _fold(heading: str, faults: list[Fault], report: Report) -> str:
    items = "".join(_item(fault, linked=True) for fault in faults)
    more = report.errors + report.warnings - len(report.faults)
    left = f"<p>And {more:,} more: desk check lists them.</p>" if more > 0 else ""
    return f'<details class="all"><summary>{escape(heading)}</summary><ol>{items}</ol>{left}</details>'


def _item(fault: Fault, linked: bool) -> str:
    place = ":".join([fault.path, *(str(number) for number in (fault.line, fault.column) if number)])
    shown = f'<a href="{escape(fault.url)}">{escape(place)}</a>' if linked and fault.url else escape(place)
    weight = "error" if fault.error else "warning"
    code = _excerpt(fault) if fault.excerpt else ""
    return (
        f'<li class="{weight}"><p><code>{shown}</code></p><p><b>{weight}</b> <code>{escape(fault.rule)}</code> '
        f"{escape(fault.message)}</p>{code}<p>{escape(fault.hint)}</p></li>"
    )


def _excerpt(fault: Fault) -> str:
    """The line with a caret below the place; of a long one, what is around that."""
    number = f"{fault.line} | "
    cut = max(0, fault.column - 1 - BEFORE) if fault.column > WIDEST else 0
    shown = (
        f"{'…' if cut else ''}{fault.excerpt[cut : cut + LONGEST]}{'…' if len(fault.excerpt) > cut + LONGEST else ''}"
    )
    caret = f"\n{' ' * (len(number) + bool(cut) + fault.column - 1 - cut)}^" if fault.column else ""
    return f"<pre>{escape(number + shown)}{caret}</pre>"
