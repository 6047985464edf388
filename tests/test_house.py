"""The house: six rooms, imports that point one way, small modules and functions, and no clock below the desk."""

from __future__ import annotations

import ast
from collections.abc import Iterator
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
    """Not the press, and not the rest of the desk; the three that may are named, so that a fourth is noticed."""
    assert network_users() == {f"desk/fetching/{name}.py" for name in ("addresses", "exchange", "wire")}


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


def test_functions_are_short_and_modules_are_small() -> None:
    """Median function under 10 lines, none over 45; median module about 80 lines."""
    lengths = sorted(lines for module in MODULES for _, lines in functions(module))
    longest = max((pair for module in MODULES for pair in functions(module)), key=lambda pair: pair[1])
    sizes = sorted(len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES)
    assert lengths[len(lengths) // 2] < 10
    assert longest[1] <= 45, longest
    assert sizes[len(sizes) // 2] <= 110
