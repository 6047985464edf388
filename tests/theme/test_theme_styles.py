"""The stylesheets are what the parts make, their colours can be read, and a story's first view stays small."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Mapping
from types import ModuleType

import pytest
from ledger_kit import THEME

STATIC = THEME / "static"
PARTS = [*sorted((THEME / "styles").glob("*.css")), *sorted(THEME.glob("components/*/*.css"))]
TEXT_COLOURS = ("text", "muted", "link", "verified", "single", "disputed", "unchecked", "retracted")
GROUNDS = ("paper", "panel")
ENOUGH, AAA = 4.5, 7.0
FIRST_ROUND_TRIP = 14_000
FIRST_VIEW = 60_000


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """The build script as a module."""
    pytest.importorskip("rcssmin")
    spec = importlib.util.spec_from_file_location("ledger_build", THEME / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tokens() -> dict[str, dict[str, str]]:
    """Colours by scheme and name; the dark scheme fills its gaps from the light one."""
    css = (THEME / "styles" / "02-tokens.css").read_text("utf-8")
    light, _, dark = css.partition("prefers-color-scheme: dark")
    found = [dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", part)) for part in (light, dark)]
    return {"light": found[0], "dark": {**found[0], **found[1]}}


def contrast(one: str, other: str) -> float:
    """Contrast of two colours by WCAG 2."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("colour", TEXT_COLOURS)
def test_every_text_colour_can_be_read_on_every_ground(scheme: str, ground: str, colour: str) -> None:
    held = tokens()[scheme]
    assert contrast(held[colour], held[ground]) >= ENOUGH


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("colour", ["text", "muted", "link"])
def test_running_text_has_enhanced_contrast(scheme: str, colour: str) -> None:
    held = tokens()[scheme]
    assert contrast(held[colour], held["paper"]) >= AAA


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stays_readable_on_the_mark_of_a_target(scheme: str) -> None:
    held = tokens()[scheme]
    assert min(contrast(held[colour], held["highlight"]) for colour in TEXT_COLOURS) >= ENOUGH


def test_the_dark_scheme_names_every_colour_of_the_light_one() -> None:
    css = (THEME / "styles" / "02-tokens.css").read_text("utf-8")
    light, _, dark = css.partition("prefers-color-scheme: dark")
    names = [set(re.findall(r"--([a-z]+): #", part)) for part in (light, dark)]
    assert names[0] == names[1]


def test_colours_are_written_in_the_tokens_alone() -> None:
    for part in PARTS:
        if part.stem not in ("02-tokens", "08-print"):
            assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", part.read_text("utf-8")), part


def test_the_stylesheets_are_what_the_parts_make(build: ModuleType) -> None:
    for name, css in build.stylesheets().items():
        assert (STATIC / name).read_text("utf-8") == css, f"run `python themes/ledger/build.py` for {name}"


def test_no_part_has_a_selector_that_the_minifier_would_join() -> None:
    """It takes the space before a colon away, so `.a :is(b)` would become `.a:is(b)`."""
    for part in PARTS:
        css = re.sub(r"/\*.*?\*/", "", part.read_text("utf-8"), flags=re.DOTALL)
        assert not re.findall(r"[\w)\]*] +::?[a-z]", re.sub(r"{[^{}]*}", "{}", css)), part


def test_styles_load_nothing_but_the_fonts_beside_them() -> None:
    for sheet in STATIC.glob("*.css"):
        css = sheet.read_text("utf-8")
        assert "@import" not in css
        for address in re.findall(r"url\(([^)]+)\)", css):
            assert (STATIC / address).is_file()


def test_every_font_has_its_licence_beside_it() -> None:
    for font in (STATIC / "fonts").glob("*.woff2"):
        family = "newsreader" if font.name.startswith("newsreader") else "source-sans-3"
        licence = (STATIC / "fonts" / f"OFL-{family}.txt").read_text("utf-8")
        assert "SIL Open Font License, Version 1.1" in licence


def test_print_opens_the_folds_and_spells_the_links_out() -> None:
    paper = (STATIC / "print.css").read_text("utf-8")
    assert "::details-content" in paper
    assert "attr(href)" in paper


def test_print_wins_over_the_screen_s_colours() -> None:
    """Tokens stand outside the layers, so that a rule within one could not change them."""
    paper = (STATIC / "print.css").read_text("utf-8")
    assert paper.startswith(":root{color-scheme:light;")


@pytest.mark.parametrize("query", ["prefers-reduced-motion", "forced-colors: active", "prefers-color-scheme"])
def test_readers_wishes_are_heeded(query: str) -> None:
    assert query.replace(" ", "") in (STATIC / "site.css").read_text("utf-8").replace(" ", "")


def test_a_story_with_its_styles_fits_the_first_round_trip(printed: Mapping[str, str]) -> None:
    brotli = pytest.importorskip("brotli")
    page, css = printed["story"].encode(), (STATIC / "site.css").read_bytes()
    assert len(brotli.compress(page)) + len(brotli.compress(css)) <= FIRST_ROUND_TRIP


def test_the_first_view_of_a_story_stays_small(printed: Mapping[str, str]) -> None:
    named = re.findall(r'(?:href|src)="/hub/theme/([^"?]+\.(?:css|woff2|js|svg))', printed["story"])
    assert len(named) == len(set(named))
    loaded = sum((STATIC / name).stat().st_size for name in named if name.endswith("woff2"))
    assert loaded + FIRST_ROUND_TRIP <= FIRST_VIEW
