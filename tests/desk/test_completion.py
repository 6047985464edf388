"""`desk completion`: the scripts are good, and a shell that has one completes words and names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk.conftest import Desk
from twosource.desk.words import WORDS
from twosource.desk.words.completion import SHELLS

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"

ASK = """\
desk() { "$PYTHON" -m twosource.desk "$@"; }
source "$SCRIPT"
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
"$(complete -p desk | sed 's/.*-F \\([^ ]*\\).*/\\1/')" desk "${COMP_WORDS[COMP_CWORD]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script for bash, as the command prints it."""
    path = tmp_path_factory.mktemp("completion") / "desk.bash"
    command = [sys.executable, "-m", "twosource.desk", "completion", "bash"]
    known = {**os.environ, "PYTHONPATH": str(PLUGINS)}
    done = subprocess.run(command, env=known, capture_output=True, text=True, check=True)
    path.write_text(done.stdout, encoding="utf-8")
    return path


def completed(script: Path, hub: Path, *words: str) -> set[str]:
    """What bash offers for the last of some words."""
    known = {**os.environ, "PYTHON": sys.executable, "PYTHONPATH": str(PLUGINS), "SCRIPT": str(script)}
    command = ["bash", "--norc", "-c", ASK, "bash", "desk", *words]
    done = subprocess.run(command, cwd=hub, env=known, capture_output=True, text=True, check=False)
    return set(done.stdout.split())


def test_words_are_completed(script: Path, small: Path) -> None:
    assert completed(script, small, "") >= {word.name for word in WORDS}
    assert completed(script, small, "comp") == {"compare", "completion"}


def test_options_and_their_values_are_completed(script: Path, small: Path) -> None:
    assert "--dry-run" in completed(script, small, "import", "--")
    assert completed(script, small, "check", "--format", "") >= {"text", "json", "github"}


def test_stories_topics_and_rules_are_completed(script: Path, small: Path) -> None:
    """By the hub in which somebody types."""
    assert completed(script, small, "explain", "pi") == {"pipes"}
    assert completed(script, small, "new", "Headline", "--topic", "p") == {"ports"}
    assert completed(script, small, "rule", "quote-not") == {"quote-not-found"}


def test_no_name_of_a_file_or_topic_is_ever_run(script: Path, small: Path, desk: Desk) -> None:
    """bash expands what it is offered: a story from a stranger's branch could be a command."""
    (small / "content/stories/2026/$(touch PWNED).md").write_text("---\n---\n", encoding="utf-8")
    site = small / "content/site.yml"
    site.write_text(site.read_text("utf-8").replace("{id: ports,", "{id: '`touch PWNED`',"), encoding="utf-8")
    assert completed(script, small, "explain", "") >= {"pipes"}
    assert completed(script, small, "new", "Headline", "--topic", "") == {"duties"}
    assert not (small / "PWNED").exists()


def test_outside_a_hub_nothing_is_offered_and_nothing_said(script: Path, tmp_path: Path) -> None:
    assert completed(script, tmp_path, "explain", "pi") == set()


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_has_a_script_that_knows_every_word(
    shell: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk("completion", shell) == 0
    said = capsys.readouterr().out
    assert all(word.name in said for word in WORDS)


def test_names_are_listed(small: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    for kind, one in (("stories", "pipes"), ("topics", "duties"), ("rules", "stealth-edit")):
        assert desk("completion", "--list", kind) == 0
        assert one in capsys.readouterr().out.split()


def test_a_shell_has_to_be_named(small: Path, desk: Desk) -> None:
    assert desk("completion") == 2
    assert desk("completion", "cmd") == 2
