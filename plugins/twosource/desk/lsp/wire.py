"""Our places and values in the protocol's own, and back: its columns count units of the encoding agreed upon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lsprotocol import types
from pygls.workspace import PositionCodec

from twosource.desk.lsp.offers import Offer
from twosource.desk.lsp.spot import Spot
from twosource.newsroom.problems import Place, Problem, Severity

TOKEN = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|\[\[[^\]]*\]\]|[^\s,\[\]{}]+|\S")
"""What is underlined from a problem's place on."""

SEVERITIES = {Severity.ERROR: types.DiagnosticSeverity.Error, Severity.WARNING: types.DiagnosticSeverity.Warning}
KINDS = {
    "key": types.CompletionItemKind.Property,
    "word": types.CompletionItemKind.EnumMember,
    "entity": types.CompletionItemKind.Class,
    "publisher": types.CompletionItemKind.Module,
    "story": types.CompletionItemKind.File,
    "source": types.CompletionItemKind.Reference,
    "fact": types.CompletionItemKind.Value,
}


def span(codec: PositionCodec, lines: Sequence[str], row: int, start: int, end: int) -> types.Range:
    """A stretch of one line; columns are characters, from 0."""
    line = lines[row] if row < len(lines) else ""
    units = [codec.client_num_units(line[: max(0, column)]) for column in (start, end)]
    return types.Range(types.Position(row, units[0]), types.Position(row, units[1]))


def columns(codec: PositionCodec, lines: Sequence[str], position: types.Position) -> tuple[int, int]:
    """Row and column, in characters from 0, of a place that an editor names."""
    line = lines[position.line].rstrip("\r\n") if position.line < len(lines) else ""
    found = next((n for n in range(len(line) + 1) if codec.client_num_units(line[:n]) >= position.character), len(line))
    return position.line, found


def diagnostic(codec: PositionCodec, lines: Sequence[str], problem: Problem) -> types.Diagnostic:
    """A problem as an editor shows it."""
    row, start = problem.place.line - 1, problem.place.column - 1
    line = lines[row].rstrip("\r\n") if row < len(lines) else ""
    token = TOKEN.match(line, start)
    return types.Diagnostic(
        range=span(codec, lines, row, start, token.end() if token else len(line)),
        message=f"{problem.message} {problem.hint}".strip(),
        severity=SEVERITIES[problem.severity],
        code=problem.rule,
        source="twosource",
    )


def item(codec: PositionCodec, lines: Sequence[str], row: int, spot: Spot, offer: Offer) -> types.CompletionItem:
    """An offer, which takes the place of the word."""
    return types.CompletionItem(
        label=offer.text.rstrip("]}: "),
        kind=KINDS.get(offer.kind, types.CompletionItemKind.Text),
        detail=offer.label or None,
        documentation=types.MarkupContent(types.MarkupKind.Markdown, offer.about) if offer.about else None,
        text_edit=types.TextEdit(span(codec, lines, row, spot.start, spot.end), offer.text),
    )


def spot_of(place: Place, codec: PositionCodec, lines: Sequence[str]) -> types.Range:
    """Where a place begins."""
    return span(codec, lines, place.line - 1, place.column - 1, place.column - 1)
