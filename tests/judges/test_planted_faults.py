"""The judges can be trusted: they find nothing on a sound site, and each fault that is planted in it is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT
from tests.judges.fault import Fault
from tests.judges.panel import JUDGES, READERS, WATCHERS
from tests.judges.plants import PLANTS, Plant
from tests.judges.site import open_site
from tests.judges.tools import HERE

FONT = "newsreader-400.woff2"


def sound(folder: Path) -> Path:
    """A copy of the sound site, with a font of the theme that comes late."""
    shutil.copytree(HERE / "sound", folder)
    shutil.copy(ROOT / "themes" / "ledger" / "static" / "fonts" / FONT, folder / "theme" / "late.woff2")
    return folder


def plant(folder: Path, fault: Plant) -> None:
    """Break one thing. Texts are altered as octets, so that the ends of lines stay what they are."""
    file = folder / fault.file
    file.parent.mkdir(exist_ok=True)
    before = file.read_bytes() if fault.old else b""
    assert before.count(fault.old.encode()) >= 1, f"{fault.file} does not hold what is to be broken"
    file.write_bytes(before.replace(fault.old.encode(), fault.new.encode(), 1))


def judged(name: str, folder: Path, browser: Browser) -> tuple[Fault, ...]:
    """What the judge of a name says."""
    site = open_site(folder)
    for reader in READERS:
        if reader.name == name:
            return reader.find(site)
    return next(watcher for watcher in WATCHERS if watcher.name == name).find(site, browser)


@pytest.mark.parametrize("name", [judge.name for judge in JUDGES])
def test_nothing_is_said_of_a_sound_site(tmp_path: Path, browser: Browser, name: str) -> None:
    """A judge that cries wolf would soon not be heard."""
    assert [str(fault) for fault in judged(name, sound(tmp_path / "site"), browser)] == []


@pytest.mark.parametrize("fault", PLANTS, ids=[f"{one.judge}-{number}" for number, one in enumerate(PLANTS)])
def test_a_planted_fault_is_named(tmp_path: Path, browser: Browser, fault: Plant) -> None:
    """In words that tell what is wrong."""
    folder = sound(tmp_path / "site")
    plant(folder, fault)
    found = [str(one) for one in judged(fault.judge, folder, browser)]
    assert any(fault.says in one for one in found), found


def test_every_judge_has_a_fault_planted_for_it() -> None:
    """A new judge proves itself before it sits."""
    assert {one.judge for one in PLANTS} == {judge.name for judge in JUDGES}
