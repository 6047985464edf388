"""The hall as a fixture."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest

from .hall import THEME, Hall, fill

SETTINGS = """
from twosource import press
from press_hall_of_this_test import make_edition as TWOSOURCE_EDITION
PATH = "content"
THEME = {theme!r}
SITEURL = "https://example.org/hub"
TIMEZONE = "UTC"
PLUGINS = [press]
"""


@pytest.fixture
def hall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hall:
    """A hub with one story, of which the press may know nothing."""
    made = Hall(tmp_path / "hub")
    fill(made.root, {"content/stories/a.md": b"title: A\n\nText.\n", "glossary/term.md": b"Term\n"})
    (made.root / "pelicanconf.py").write_text(SETTINGS.format(theme=str(THEME)), encoding="utf-8")
    module = types.ModuleType("press_hall_of_this_test")
    module.make_edition = made.make_edition  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.delenv("TWOSOURCE_AS_OF", raising=False)
    monkeypatch.chdir(made.root)
    return made
