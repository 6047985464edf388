"""A real editor's end of the line: the protocol's client, which starts the server as editors do and asks it things."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.desk.conftest import desk, saved, small

__all__ = ["desk", "saved", "small"]

T = TypeVar("T")
PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
ENTITY = "---\nname: Jane Roe\ntype: person\naliases: [J. Roe]\n---\n"
TERM = """\
---
term: black mass
definition: What is left of ground batteries.
sources:
  - {title: A, url: "https://example.org/a"}
---
"""


class Editor:
    """An editor with one hub."""

    def __init__(self, client: LanguageClient, root: Path) -> None:
        self.client, self.root = client, root
        self.told: dict[str, list[types.Diagnostic]] = {}
        self._news = asyncio.Event()
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda given: self._hear(given))

    def _hear(self, given: types.PublishDiagnosticsParams) -> None:
        self.told[given.uri] = list(given.diagnostics)
        self._news.set()

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    async def open(self, path: str, text: str | None = None) -> list[types.Diagnostic]:
        """Open a file, with the text of a buffer that was not saved, and wait for what is told of it."""
        held = (self.root / path).read_text("utf-8") if text is None else text
        document = types.TextDocumentItem(self.uri(path), "markdown", 1, held)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        return await self.next(path)

    async def type(self, path: str, text: str) -> list[types.Diagnostic]:
        """Replace the whole buffer."""
        document = types.VersionedTextDocumentIdentifier(uri=self.uri(path), version=2)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.told.pop(self.uri(path), None)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        return await self.next(path)

    async def save(self, path: str, waiting_for: str) -> list[types.Diagnostic]:
        self.told.pop(self.uri(waiting_for), None)
        given = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(self.uri(path)))
        self.client.text_document_did_save(given)
        return await self.next(waiting_for)

    async def next(self, path: str) -> list[types.Diagnostic]:
        while self.uri(path) not in self.told:
            self._news.clear()
            await asyncio.wait_for(self._news.wait(), 30)
        return self.told[self.uri(path)]

    def _at(self, path: str, text: str, mark: str) -> dict[str, Any]:
        """The place right after some words, counted as the protocol does: in units of UTF-16."""
        before = text[: text.index(mark) + len(mark)]
        row = before.count("\n")
        last = before.rpartition("\n")[2]
        position = types.Position(row, len(last.encode("utf-16-le")) // 2)
        return {"text_document": types.TextDocumentIdentifier(self.uri(path)), "position": position}

    async def offered(self, path: str, text: str, mark: str) -> dict[str, types.CompletionItem]:
        found = await self.client.text_document_completion_async(types.CompletionParams(**self._at(path, text, mark)))
        assert isinstance(found, types.CompletionList)
        return {item.label: item for item in found.items}

    async def hover(self, path: str, text: str, mark: str) -> str:
        found = await self.client.text_document_hover_async(types.HoverParams(**self._at(path, text, mark)))
        if found is None:
            return ""
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value

    async def definition(self, path: str, text: str, mark: str) -> tuple[str, int] | None:
        given = types.DefinitionParams(**self._at(path, text, mark))
        found = await self.client.text_document_definition_async(given)
        return (found.uri, found.range.start.line) if isinstance(found, types.Location) else None


@pytest.fixture
def hub(small: Path) -> Path:
    """The small hub with a person and a term."""
    for path, text in {"content/entities/jane-roe.md": ENTITY, "glossary/black-mass.md": TERM}.items():
        (small / path).parent.mkdir(parents=True, exist_ok=True)
        (small / path).write_text(text, encoding="utf-8")
    return small


@pytest.fixture
def edit_with(hub: Path) -> Callable[[Callable[[Editor], Awaitable[T]]], T]:
    """Starts the server over pipes, runs what an editor does with it, and sees that it leaves in peace."""

    def run(work: Callable[[Editor], Awaitable[T]]) -> T:
        return asyncio.run(_session(hub, work))

    return run


async def _session(hub: Path, work: Callable[[Editor], Awaitable[T]]) -> T:
    client = LanguageClient("tests", "1")
    editor = Editor(client, hub)
    known = {**os.environ, "PYTHONPATH": str(PLUGINS), "TWOSOURCE_AS_OF": "2026-03-01"}
    await client.start_io(sys.executable, "-m", "twosource.desk", "lsp", env=known)
    begun = types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=hub.as_uri())
    await client.initialize_async(begun)
    client.initialized(types.InitializedParams())
    try:
        return await work(editor)
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()
