"""docs/settings.md: every setting that the press reads or sets, found in its code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.docs.reading import ROOT, page, rows, sections
from twosource.desk import clock
from twosource.press.settings import IDLE

PLUGINS = ROOT / "plugins" / "twosource"
WRITTEN = sections(page("settings.md"), 2)


def names_read(folder: Path, holder: str) -> Iterator[str]:
    """Keys that the code of a room asks a mapping of this name for."""
    for path in sorted(folder.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=str(key))) if name == holder:
                    yield key
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name), attr="get"),
                    args=[ast.Constant(value=str(key)), *_],
                ) if name == holder:
                    yield key


def test_every_setting_that_the_press_reads_is_documented_and_no_other() -> None:
    """PLUGINS is read by Pelican; without it nothing of the press runs."""
    told = rows(WRITTEN["What the press reads"])
    assert set(told) == {*names_read(PLUGINS / "press", "settings"), "PLUGINS"}


def test_every_setting_that_the_press_enforces_is_documented() -> None:
    """Who sets one of these in vain must be able to find out why."""
    assert set(rows(WRITTEN["What the press sets"])) == set(IDLE)


def test_every_environment_variable_is_documented() -> None:
    """Those of the two rooms, and the two that the settings files read."""
    asked = {key for room in ("press", "desk") for key in names_read(PLUGINS / room, "environ")}
    known = rows(WRITTEN["Environment variables"])
    assert set(known) == (asked - {"TERM"}) | {clock.VARIABLE, "SITEURL", "TWOSOURCE_SEARCH"}


def test_the_defaults_shown_are_those_of_the_settings_file() -> None:
    """`pelicanconf.py` is what `make site` prints with."""
    file = (ROOT / "pelicanconf.py").read_text("utf-8")
    told = rows(WRITTEN["What the press reads"])
    for name in ("PATH", "OUTPUT_PATH", "THEME"):
        default = told[name].split("`")[1]
        assert f'{name} = "{default}"' in file
