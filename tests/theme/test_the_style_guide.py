"""The style guide shows every component with every example, in both schemes, and is no part of any site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from ledger_kit import THEME, components, examples, script
from pages_read import elements

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def guide() -> Mapping[str, bytes]:
    """Every file of the style guide."""
    made: Mapping[str, bytes] = script("ledger_styleguide", ROOT / "tools" / "styleguide.py").guide()
    return made


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_example_of_every_component_is_in_it(guide: Mapping[str, bytes], scheme: str) -> None:
    page = guide[f"{scheme}.html"].decode()
    shown = [one.attributes["data-example"] for one in elements(page) if "data-example" in one.attributes]
    assert shown == [f"{one.component}/{one.name}" for one in examples()]
    assert all(f'id="component-{name}"' in page for name in components())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_scheme_has_all_the_colours_of_the_theme(guide: Mapping[str, bytes], scheme: str) -> None:
    css = guide[f"{scheme}.css"].decode()
    other = guide[f"{'dark' if scheme == 'light' else 'light'}.css"].decode()
    assert css.count("--") == other.count("--") > 10
    assert "--paper: #15181b;" in guide["dark.css"].decode()
    assert "--paper: #fffefb;" in guide["light.css"].decode()


def test_it_loads_the_theme_s_own_styles_and_no_site_has_it(guide: Mapping[str, bytes]) -> None:
    page = guide["light.html"].decode()
    for sheet in ("site.css", "lists.css", "code.css"):
        assert f'href="theme/{sheet}"' in page
        assert guide[f"theme/{sheet}"] == (THEME / "static" / sheet).read_bytes()
    assert "styleguide/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()
