"""A wheel in an empty environment goes from a new hub to a page in a browser, with no file of the repository."""

from __future__ import annotations

import ast
import re
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.conftest import ROOT
from tests.desk.conftest import COURIER, GAZETTE, PUBLISHER, STORY
from tests.preview.started import running
from tests.wheel.conftest import Built, Elsewhere, Run, build

PLUGINS = ROOT / "plugins" / "twosource"


def test_a_wheel_alone_goes_from_nothing_to_a_printed_page(alone: Run) -> None:
    home = Path(alone("python", "-c", "import os; print(os.getcwd())").stdout.strip())
    where = alone("python", "-c", "import sys, twosource; print(twosource.__file__, *sys.path, sep='\\n')").stdout
    assert where.startswith(f"{home}/env/")
    assert not any(Path(line).is_relative_to(ROOT) and "site-packages" not in line for line in where.splitlines())

    alone("desk", "init", "hub", "--contact", "desk@hub.example", "--name", "The Pipe", "--topic", "Duties")
    new = alone("desk", "new", "A second duty", within="hub")
    assert "content/stories/2026/a-second-duty.md is written" in new.stdout
    hub = home / "hub"
    (hub / "content/stories/2026/pipes.md").write_text(STORY, encoding="utf-8")
    with open(hub / "methodology/publishers.yml", "a", encoding="utf-8") as registry:
        registry.writelines(PUBLISHER.format(id=id, name=id.capitalize()) for id in ("courier", "gazette"))
    saved = home / "saved"
    saved.mkdir()
    for name, text, url in (
        ("courier.txt", COURIER, "https://www.courier.example/pipes"),
        ("gazette.txt", GAZETTE, "https://gazette.example/duty"),
    ):
        (saved / name).write_text(text, encoding="utf-8")
        (saved / f"{name}.url").write_text(url, encoding="utf-8")
    locked = alone("desk", "lock", "pipes", "--from", str(saved), "--retrieved", "2026-02-20", within="hub")
    assert "2 of 2 quotes found" in locked.stdout
    assert " error" not in alone("desk", "check", within="hub").stdout
    printed = alone("python", "-m", "pelican", within="hub")
    assert "Printed" in printed.stdout
    page = (hub / "output/stories/pipes/index.html").read_text("utf-8")
    assert "Verified by 2 independent sources" in page
    assert not (hub / "output/stories/a-second-duty").exists()
    assert (hub / "output/theme/site.css").stat().st_size > 0
    assert "no difference" in alone("desk", "verify-site", "hub/output").stdout
    assert "quote-not-found" in alone("desk", "rule", "quote-not-found").stdout


def test_a_wheel_holds_the_program_and_what_it_ships_and_nothing_else(built: Built) -> None:
    """Theme, rubric, methodology and the page of rules among it; no test, no content of the demonstration."""
    names = zipfile.ZipFile(built.wheel).namelist()
    assert {name.partition("/")[0] for name in names} - {"twosource"} == {
        name.partition("/")[0] for name in names if ".dist-info/" in name
    }
    code = {path.relative_to(PLUGINS.parent).as_posix() for path in PLUGINS.rglob("*.py")}
    assert code <= set(names)
    shipped = {name.removeprefix("twosource/shipped/") for name in names if name.startswith("twosource/shipped/")}
    assert {"docs/rules.md", "methodology/rubric.yml", "themes/ledger/templates/story.html"} <= shipped
    assert "twosource/py.typed" in names
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_the_source_archive_builds_the_same_wheel(built: Built, tmp_path: Path) -> None:
    """File by file: names, bytes and metadata."""
    with tarfile.open(built.archive) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = (path for path in tmp_path.iterdir() if path.is_dir())
    build(source, tmp_path / "again", "--wheel")
    (again,) = (tmp_path / "again").glob("*.whl")
    first, second = zipfile.ZipFile(built.wheel), zipfile.ZipFile(again)
    assert sorted(first.namelist()) == sorted(second.namelist())
    assert [name for name in first.namelist() if first.read(name) != second.read(name)] == []


def imported(module: Path) -> set[str]:
    """Packages that a module imports, by the first part of their names."""
    nodes = list(ast.walk(ast.parse(module.read_text("utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    members = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in plain | members}


def test_every_package_that_the_program_imports_is_one_that_it_asks_for() -> None:
    """Else an empty environment would lack it, and only this one have it by chance."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [each for group in project["optional-dependencies"].values() for each in group]
    asked = {re.split(r"[\[<>=;\s]", each)[0].lower() for each in (*project["dependencies"], *extras)}
    known = packages_distributions()
    modules = (path for path in PLUGINS.rglob("*.py") if "starter" not in path.parts)
    names = set().union(*map(imported, modules)) - sys.stdlib_module_names - {"twosource"}
    missing = {name for name in names if not {each.lower() for each in known.get(name, ())} & asked}
    assert missing <= BROUGHT_ALONG


BROUGHT_ALONG = {"blinker", "docutils", "markdown"}
"""What Pelican itself asks for, and the press meets only through Pelican."""


def test_a_hub_of_the_wheel_can_be_previewed(alone: Run, elsewhere: Elsewhere) -> None:
    """A draft stands there with what it lacks; the preview ends as it is asked to."""
    alone("desk", "init", "looked-at", "--contact", "desk@hub.example")
    alone("desk", "new", "A duty is announced", within="looked-at")
    words = (str(elsewhere.programs / "desk"), "preview")
    with running(elsewhere.home / "looked-at", words, elsewhere.variables) as preview:
        assert preview.shows("/", "<!doctype html>")
        assert preview.shows("/stories/a-duty-is-announced/", "a-duty-is-announced.md")
        assert preview.stop() == 0
