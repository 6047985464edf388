"""The house: six rooms, imports that point one way, small modules and functions, and no clock below the desk."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "plugins" / "twosource"
MAY_IMPORT = {
    "newsroom": set(),
    "verification": {"newsroom"},
    "trends": {"newsroom", "verification"},
    "pages": {"newsroom", "verification", "trends"},
    "press": {"newsroom", "verification", "trends", "pages"},
    "desk": {"newsroom", "verification", "trends", "pages"},
}
MODULES = sorted(HOUSE.rglob("*.py"))
PRINTERS = {"pelican", "jinja2", "docutils"}
CLOCKS = {"now", "today", "utcnow", "time", "monotonic", "perf_counter"}
NETWORK = {"socket", "http", "urllib.request", "urllib3", "httpx", "requests", "ssl", "ftplib", "smtplib", "asyncio"}


def room(module: Path) -> str:
    parts = module.relative_to(HOUSE).parts
    return parts[0] if len(parts) > 1 else ""


def imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import hides which room it enters"
            yield node.module or ""


def test_the_house_has_its_six_rooms() -> None:
    assert {path.name for path in HOUSE.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(MAY_IMPORT)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_imports_point_one_way(module: Path) -> None:
    here = room(module)
    rooms = {name.split(".")[1] for name in imports(module) if name.startswith("twosource.")}
    assert rooms <= MAY_IMPORT.get(here, set()) | {here}


@pytest.mark.parametrize("module", [m for m in MODULES if room(m) != "press"], ids=lambda path: path.name)
def test_only_the_press_knows_pelican_and_jinja(module: Path) -> None:
    assert not {name.split(".")[0] for name in imports(module)} & PRINTERS


def clock_readings(module: Path) -> set[str]:
    calls = (
        node.func for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    )
    named = {
        call.attr
        for call in calls
        if isinstance(call, ast.Attribute)
        and isinstance(call.value, ast.Name)
        and call.value.id in ("datetime", "date", "time")
    }
    return named & CLOCKS


BELOW_THE_DESK = [m for m in MODULES if room(m) in ("newsroom", "verification", "trends", "pages")]


@pytest.mark.parametrize("module", BELOW_THE_DESK, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_nothing_below_the_desk_reads_a_clock_or_opens_the_network(module: Path) -> None:
    assert not clock_readings(module)
    assert not {name for name in imports(module) if name in NETWORK or name.split(".")[0] in NETWORK}


OPENERS = {"open", "read_text", "read_bytes", "fdopen"}


def openings(module: Path) -> set[str]:
    """Calls that open a file, whether of the built-in function or of a method."""
    calls = (
        node.func for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    )
    named = {
        "open" if isinstance(call, ast.Name) and call.id == "open" else getattr(call, "attr", "") for call in calls
    }
    return named & OPENERS


def test_below_the_desk_one_module_opens_files() -> None:
    """Everything else asks it for a text, so that what cannot be read is a problem, and the same one everywhere."""
    opening = {module.relative_to(HOUSE).as_posix() for module in BELOW_THE_DESK if openings(module)}
    assert opening == {"newsroom/files.py"}


def network_users() -> set[str]:
    """Modules that import what opens connections, as paths within the house."""
    named = {module: set(imports(module)) for module in MODULES}
    users = (module for module, names in named.items() if {*names, *(name.split(".")[0] for name in names)} & NETWORK)
    return {module.relative_to(HOUSE).as_posix() for module in users}


def test_only_desk_fetching_opens_the_network() -> None:
    """Not the rest of the desk; the three that may are named, so that a fourth is noticed. The press asks nobody: its
    preview answers, and only on this machine."""
    asking = {f"desk/fetching/{name}.py" for name in ("addresses", "exchange", "wire")}
    assert network_users() == asking | {"press/preview/server.py"}


def test_the_preview_answers_this_machine_alone() -> None:
    from twosource.press.preview.origin import HOST

    assert HOST == "127.0.0.1"


def test_nothing_that_fetches_reads_the_clock_by_itself() -> None:
    """Time comes in, so that a test of a minute's wait takes none."""
    for module in (HOUSE / "desk" / "fetching").glob("*.py"):
        assert not clock_readings(module)
        assert "time" not in set(imports(module)), module.name


def test_a_clock_reading_would_be_noticed(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("from datetime import datetime\nmoment = datetime.now()\n", encoding="utf-8")
    assert clock_readings(planted) == {"now"}


def functions(module: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield f"{module.name}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


MEDIAN_FUNCTION, LONGEST_FUNCTION = 10, 45
MEDIAN_MODULE, LONGEST_MODULE = 100, 250

LONG_MODULES = {
    "newsroom/reference.py": "the records of hub, publishers, entities, terms and notes, a docstring under each field",
    "newsroom/rules.py": "one table: a row for each rule that can be broken",
    "newsroom/story.py": "the records of one story, a docstring under each field",
    "pages/views.py": "the shape of every view, a docstring under each field",
    "verification/verdict.py": "the records of one verdict, a docstring under each field",
}
"""Modules above the longest length, each with the reason why it is not parted: all are tables to look things up in."""


def lines_of(module: Path) -> int:
    return len(module.read_text(encoding="utf-8").splitlines())


def middle(numbers: Iterable[int]) -> int:
    """The upper median."""
    ordered = sorted(numbers)
    return ordered[len(ordered) // 2]


def test_functions_are_short() -> None:
    """Median under 10 lines, none over 45."""
    lengths = {f"{module}:{name}": lines for module in MODULES for name, lines in functions(module)}
    assert middle(lengths.values()) < MEDIAN_FUNCTION
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_modules_are_small() -> None:
    """Median at most 100 lines; those above 250 are the ones that are listed with a reason, and no others."""
    assert middle(map(lines_of, MODULES)) <= MEDIAN_MODULE
    long = {module.relative_to(HOUSE).as_posix() for module in MODULES if lines_of(module) > LONGEST_MODULE}
    assert long == set(LONG_MODULES)


@pytest.mark.parametrize("name", LONG_MODULES)
def test_a_long_module_is_a_table(name: str) -> None:
    """Its functions have 6 lines at most: what is long is what is listed."""
    assert max((lines for _, lines in functions(HOUSE / name)), default=0) <= 6
