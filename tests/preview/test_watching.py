"""The watch of a preview: where the hub may lie, and that no save is lost while the watch is set up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from types import SimpleNamespace
from typing import Any

import pytest

from twosource.press.preview import watching
from twosource.press.preview.messages import Job
from twosource.press.preview.session import Session
from twosource.press.preview.watching import Watcher

from .started import PATIENCE

Heard = set[str] | None


@pytest.mark.parametrize("above", [".cache", ".venv", "node_modules"])
def test_a_hub_is_seen_wherever_it_lies(above: str, tmp_path: Path) -> None:
    folder = tmp_path / above / "hub" / "content"
    folder.mkdir(parents=True)
    heard: SimpleQueue[Heard] = SimpleQueue()
    watcher = Watcher(folder.parent, [str(folder)], heard.put)
    watcher.start()
    try:
        assert heard.get(timeout=PATIENCE) is None
        (folder / "4913-workers.md").write_text("saved", encoding="utf-8")
        assert heard.get(timeout=PATIENCE) == {str(folder / "4913-workers.md")}
    finally:
        watcher.stop()


def test_a_save_while_the_watch_is_set_up_is_made_up_for_once_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time it is: at the start, and again when a folder came."""
    order: list[object] = []
    (tmp_path / "content").mkdir()

    def watch(*folders: str, **settings: object) -> Iterator[set[Any]]:
        order.append("a save that nobody hears")
        order.append("the watch stands")
        if (tmp_path / "glossary").exists():
            watcher._stop.set()
        (tmp_path / "glossary").mkdir(exist_ok=True)
        yield set()

    monkeypatch.setattr(watching, "watch", watch)
    watcher = Watcher(tmp_path, [str(tmp_path / "content"), str(tmp_path / "glossary")], order.append)
    watcher._run()
    assert order == ["a save that nobody hears", "the watch stands", None] * 2


@pytest.mark.parametrize(
    ("heard", "changed"),
    [
        ([{"b.md"}, {"a.md"}], ("a.md", "b.md")),
        ([{"a.md"}, None], None),
        ([None, {"pelicanconf.py"}], ("pelicanconf.py",)),
    ],
)
def test_settings_that_change_while_all_is_to_be_looked_at_are_read_anew(
    heard: list[Heard], changed: tuple[str, ...] | None
) -> None:
    """What prints starts anew for Python files that it is told by name, and looks at everything then."""
    changes: SimpleQueue[Heard] = SimpleQueue()
    for one in heard:
        changes.put(one)
    session: Any = SimpleNamespace(_changes=changes)
    assert Session._next(session, 0, 0.0) == Job(changed)
