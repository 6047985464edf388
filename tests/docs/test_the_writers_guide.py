"""docs/writing.md, “From nothing to published in ten minutes”: done as it stands there, command by command."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.docs.reading import FENCE, page, sections

GUIDE = sections(page("writing.md"), 2)["From nothing to published in ten minutes"]
STORY = "content/stories/2026/harbour-ferry-becomes-dearer-in-march.md"
SITE = "output/stories/harbour-ferry-becomes-dearer-in-march/index.html"
FILE = re.compile(r"\w+ (?P<how>add to |all of |)(?P<path>\S+\.\w+)")
PLUGINS = Path(__file__).resolve().parents[2] / "plugins"


class Command(NamedTuple):
    """One line behind a dollar sign."""

    words: tuple[str, ...]
    """What is typed."""
    answers: tuple[str, ...]
    """Lines that the page shows below it."""


def console(text: str) -> Iterator[Command]:
    for part in re.split(r"^\$ ", text, flags=re.M)[1:]:
        first, *answers = part.strip().splitlines()
        yield Command(tuple(shlex.split(first)), tuple(answers))


class Writer:
    """Somebody who does what the page says, and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def follow(self, guide: str) -> None:
        """Every fence of the page in its order."""
        for fence in FENCE.finditer(guide):
            written = FILE.fullmatch(fence[1])
            if fence[1] == "console":
                for command in console(fence[2]):
                    self.run(command)
            else:
                assert written, f"nobody could tell what to do with {fence[1]}"
                self.write(written["path"], fence[2], written["how"])

    def write(self, path: str, text: str, how: str) -> None:
        file = self.folder / path
        assert file.exists() == bool(how), path
        file.parent.mkdir(exist_ok=True)
        file.write_text((file.read_text("utf-8") if how == "add to " else "") + text, encoding="utf-8")

    def run(self, command: Command, code: int = 0) -> str:
        if command.words[0] == "cd":
            self.folder = self.folder / command.words[1]
            return ""
        module = {"desk": "twosource.desk", "pelican": "pelican"}[command.words[0]]
        known = {"PATH": os.environ["PATH"], "PYTHONPATH": str(PLUGINS), "TWOSOURCE_AS_OF": "2026-11-23"}
        words = [sys.executable, "-m", module, *command.words[1:]]
        done = subprocess.run(words, cwd=self.folder, env=known, capture_output=True, text=True, check=False)
        said = done.stdout + done.stderr
        assert done.returncode == code, said
        assert [answer for answer in command.answers if answer not in said] == [], said
        return said


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Writer:
    """The page was followed to its end."""
    writer = Writer(tmp_path_factory.mktemp("writer"))
    writer.follow(GUIDE)
    return writer


def test_whoever_follows_the_page_has_the_badge_that_it_promises(followed: Writer) -> None:
    """Every command ends well and answers what the page shows; the page in print says what the last lines say."""
    (promised,) = re.findall(r"below the headline it says \*([^*]+)\*", GUIDE.replace("\n", " "))
    printed = (followed.folder / SITE).read_text("utf-8")
    assert f">{promised}</a>" in printed
    assert "1 source<" in printed


def test_the_page_says_how_it_ends_when_a_quote_is_taken_out(followed: Writer) -> None:
    """What is said of the second try holds, too."""
    story = (followed.folder / STORY).read_text("utf-8")
    (quote,) = (line for line in story.splitlines(True) if "The single fare goes up" in line)
    (followed.folder / STORY).write_text(story.replace(quote, ""), encoding="utf-8")
    assert "Single source" in followed.run(Command(("desk", "explain", Path(STORY).stem), ()))
    assert "second hand" in followed.run(Command(("desk", "check"), ()), code=1)
    (followed.folder / STORY).write_text(story, encoding="utf-8")


def test_a_page_that_promises_something_else_would_fail(followed: Writer) -> None:
    with pytest.raises(AssertionError):
        followed.run(Command(("desk", "check"), ("7 problems.",)))


def test_the_page_uses_nothing_that_is_not_in_it() -> None:
    """Its commands are those of the desk and Pelican, and the files that it writes lie in the hub."""
    fences = [fence[1] for fence in FENCE.finditer(GUIDE)]
    assert [name for name in fences if name != "console" and not FILE.fullmatch(name)] == []
    typed = [
        command.words[0] for fence in FENCE.finditer(GUIDE) if fence[1] == "console" for command in console(fence[2])
    ]
    assert set(typed) == {"desk", "cd", "pelican"}
