"""The server: what an editor asks and tells, handed to the rest of this room. One per editor, over its own pipes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import PositionCodec

from twosource import __version__
from twosource.desk.lsp.desk import Desk, Filed, by_file
from twosource.desk.lsp.offers import offers
from twosource.desk.lsp.shelf import Shelf, Sight
from twosource.desk.lsp.spot import Spot, lines_of, spot_at
from twosource.desk.lsp.telling import named_at, told_at
from twosource.desk.lsp.wire import columns, diagnostic, item, span, spot_of
from twosource.newsroom.files import read_text
from twosource.newsroom.problems import Problem

TRIGGERS = ["[", "@", " ", "{", "-"]
"""Signs after which an editor asks for offers by itself."""


class Here(NamedTuple):
    """A place in an open file, with all that is known of it."""

    filed: Filed
    """The file."""
    sight: Sight
    """Its buffer, judged."""
    lines: list[str]
    """Its lines."""
    row: int
    """The line, from 0."""
    column: int
    """The character, from 0."""
    spot: Spot
    """What stands there."""


class Server(LanguageServer):
    """A language server with a desk behind it."""

    def __init__(self, root: str | None, clock: Callable[[], datetime]) -> None:
        super().__init__("twosource", __version__)
        self._desk = Desk(root, clock)
        self._told: dict[str, set[str]] = {}

    @property
    def codec(self) -> PositionCodec:
        """How the editor counts columns."""
        return self.workspace.position_codec

    def filed(self, uri: str) -> Filed | None:
        """The file of a hub behind an address; None for what is no file or of no hub."""
        name = to_fs_path(uri)
        return self._desk.filed(Path(name)) if name else None

    def text(self, uri: str) -> str:
        """The buffer."""
        return self.workspace.get_text_document(uri).source.removeprefix("\ufeff")

    def here(self, uri: str, position: types.Position) -> Here | None:
        """What is known of a place in an open file."""
        filed = self.filed(uri)
        if filed is None:
            return None
        text = self.text(uri)
        lines = lines_of(text)
        row, column = columns(self.codec, lines, position)
        sight = self._desk.look(filed, _unix(text))
        return Here(filed, sight, lines, row, column, spot_at(lines, row, column, filed.path.endswith(".yml")))

    def check(self, uri: str) -> None:
        """Tell what is wrong in a buffer."""
        filed = self.filed(uri)
        if filed:
            text = self.text(uri)
            self.tell(uri, lines_of(text), self._desk.look(filed, _unix(text)).problems)

    def saved(self, uri: str) -> None:
        """Read the hub again and tell what is wrong in all of its files, open or not."""
        name = to_fs_path(uri)
        shelf = self._desk.saved(Path(name)) if name else None
        if shelf:
            self.tell_all(shelf)

    def tell_all(self, shelf: Shelf) -> None:
        """Tell what is wrong in the files of a hub; files that were told of and are well now are cleared."""
        found = by_file(shelf.problems)
        open_ones = {held: uri for uri in self.workspace.text_documents if (held := self._path(shelf, uri))}
        before = self._told.get(str(shelf.root), set())
        for path in sorted({*found, *before, *open_ones}):
            if path in open_ones:
                self.check(open_ones[path])
            else:
                lines = lines_of(read_text(shelf.root, path).text)
                self.tell(from_fs_path(str(shelf.root / path)) or "", lines, found.get(path, ()))
        self._told[str(shelf.root)] = set(found)

    def _path(self, shelf: Shelf, uri: str) -> str:
        filed = self.filed(uri)
        return filed.path if filed and filed.shelf.root == shelf.root else ""

    def tell(self, uri: str, lines: list[str], problems: Iterable[Problem]) -> None:
        """Tell what is wrong in one file."""
        found = [diagnostic(self.codec, lines, problem) for problem in problems]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def serve(root: str | None, clock: Callable[[], datetime]) -> None:
    """Answer an editor on standard input and output until it leaves."""
    server = Server(root, clock)
    for name, answer in ANSWERS.items():
        options = types.CompletionOptions(trigger_characters=TRIGGERS) if answer is complete else None
        server.feature(name, options)(answer)
    server.start_io()


def opened(server: Server, given: types.DidOpenTextDocumentParams) -> None:
    """A file was opened: its hub is read, and all of it told, unless it was before."""
    filed = server.filed(given.text_document.uri)
    if filed:
        server.tell_all(filed.shelf)


def changed(server: Server, given: types.DidChangeTextDocumentParams) -> None:
    """Somebody typed."""
    server.check(given.text_document.uri)


def saved(server: Server, given: types.DidSaveTextDocumentParams) -> None:
    """A file was saved."""
    server.saved(given.text_document.uri)


def watched(server: Server, given: types.DidChangeWatchedFilesParams) -> None:
    """Files were changed by others, such as `desk lock`."""
    for change in given.changes[:1]:
        server.saved(change.uri)


def complete(server: Server, given: types.CompletionParams) -> types.CompletionList:
    """What may be typed here."""
    here = server.here(given.text_document.uri, given.position)
    if here is None:
        return types.CompletionList(False, [])
    line = here.lines[here.row] if here.row < len(here.lines) else ""
    found = offers(here.filed.shelf, here.sight, here.filed.form, here.spot, line[here.spot.end :].strip("\r\n"))
    items = [item(server.codec, here.lines, here.row, here.spot, offer) for offer in found]
    return types.CompletionList(False, items)


def hover(server: Server, given: types.HoverParams) -> types.Hover | None:
    """What is known of the word here."""
    here = server.here(given.text_document.uri, given.position)
    if here is None:
        return None
    broken = [one for one in here.sight.problems if one.place.line == here.row + 1]
    told = told_at(here.filed.shelf, here.sight, here.filed.form, here.spot, broken)
    where = span(server.codec, here.lines, here.row, here.spot.start, here.spot.end)
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, told), where) if told else None


def define(server: Server, given: types.DefinitionParams) -> types.Location | None:
    """Where the thing stands that the word here names."""
    here = server.here(given.text_document.uri, given.position)
    found = named_at(here.filed.shelf, here.sight, here.filed.form, here.spot) if here else None
    if here is None or found is None:
        return None
    place = found.place()
    root = here.filed.shelf.root
    same = place.path == here.filed.path
    lines = here.lines if same else lines_of(read_text(root, place.path).text)
    uri = given.text_document.uri if same else from_fs_path(str(root / place.path))
    return types.Location(uri or "", spot_of(place, server.codec, lines))


ANSWERS: dict[str, Callable[..., object]] = {
    types.TEXT_DOCUMENT_DID_OPEN: opened,
    types.TEXT_DOCUMENT_DID_CHANGE: changed,
    types.TEXT_DOCUMENT_DID_SAVE: saved,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: watched,
    types.TEXT_DOCUMENT_COMPLETION: complete,
    types.TEXT_DOCUMENT_HOVER: hover,
    types.TEXT_DOCUMENT_DEFINITION: define,
}
"""What is answered, by the protocol's names."""
