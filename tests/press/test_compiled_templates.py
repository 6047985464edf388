"""Compiled templates that were kept: a harmed one, or a disk that takes none, costs time and nothing else."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from twosource.press import compiled
from twosource.press.environment import make_environment
from twosource.press.rendering import make_printer
from twosource.press.theme_mark import mark_of_templates

from .hall import page

RIGHT = b"a title\n"

HARMS: dict[str, Callable[[bytes], bytes]] = {
    "nothing in it": lambda raw: b"",
    "cut off": lambda raw: raw[:-20],
    "other words in the code": lambda raw: raw.replace(b"title", b"tilte"),
    "the seal alone": lambda raw: raw[:16],
}


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "page.html").write_text("a {{ 'title' }}", encoding="utf-8")
    return tmp_path / "theme"


def printed(theme: Path, cache: Path) -> bytes:
    """By an environment of its own, as in another process."""
    text = make_environment((theme,), {}, cache).get_template("page.html").render()
    return f"{text}\n".encode()


@pytest.mark.parametrize("name", HARMS)
def test_a_harmed_one_is_compiled_again(theme: Path, tmp_path: Path, name: str) -> None:
    cache = tmp_path / "cache"
    assert printed(theme, cache) == RIGHT
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(HARMS[name](whole))
    assert file.read_bytes() != whole
    assert printed(theme, cache) == RIGHT
    assert file.read_bytes() == whole


def test_another_version_of_the_tool_overwrites_them(
    theme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a module did to a template while compiling it is not seen in the template: no file is left behind either."""
    cache = tmp_path / "cache"
    printed(theme, cache)
    (file,) = cache.iterdir()
    before = file.read_bytes()
    (tmp_path / "module.py").write_text("pass", encoding="utf-8")
    monkeypatch.setattr("twosource.press.environment.SOURCES", (str(tmp_path / "module.py"),))
    assert printed(theme, cache) == RIGHT
    assert list(cache.iterdir()) == [file]
    assert file.read_bytes() != before


@pytest.mark.parametrize("call", ["tempfile.mkstemp", "os.replace"])
def test_a_disk_that_takes_nothing_is_done_without(
    theme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """It may be full, or not to be written to; nothing half written stays."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(f"{compiled.__name__}.{call}", full)
    assert printed(theme, tmp_path / "cache") == RIGHT
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.parametrize("name", ["parts.j2", "static/sign.inc", "__own__/line.txt", "linked/line.html"])
def test_whatever_a_template_includes_marks_the_theme(theme: Path, tmp_path: Path, name: str) -> None:
    """Of any ending and in any folder: else `pelican -r` would print the old text, and keep it for good."""
    (tmp_path / "elsewhere").mkdir()
    (theme / "linked").symlink_to(tmp_path / "elsewhere")
    (theme / name).parent.mkdir(exist_ok=True)
    (theme / "page.html").write_text(f"{{% include '{name}' %}}", encoding="utf-8")
    marks = set()
    for text in ("old", "new"):
        (theme / name).write_text(text, encoding="utf-8")
        assert make_printer((theme,), {})(page("/stories/a/", title="A"))[1] == f"{text}\n".encode()
        marks.add(mark_of_templates((theme,)))
    assert len(marks) == 2


def test_links_in_a_circle_and_to_nowhere_end(theme: Path) -> None:
    (theme / "again").symlink_to(theme)
    (theme / "lost.html").symlink_to("nowhere")
    assert mark_of_templates((theme,)) == mark_of_templates((theme,))


def test_the_order_of_the_folders_marks_the_theme(theme: Path, tmp_path: Path) -> None:
    """The first wins."""
    assert mark_of_templates((theme, tmp_path)) != mark_of_templates((tmp_path, theme))
