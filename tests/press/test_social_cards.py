"""Social cards: what is on them, whether it fits, and that one that stands is not drawn again."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.pages.hub import AS_OF, SITE, stories, write_hub
from tests.warm.newsroom import NOBODY
from twosource.pages.extras import Extras
from twosource.pages.page import Page
from twosource.press import drawing
from twosource.press.card import FOOT, HEADLINE, TOP, draw_card
from twosource.press.card_look import load_look
from twosource.press.card_paper import Paper
from twosource.press.card_text import CUT, fit, legible
from twosource.press.press_error import PressError
from twosource.press.run import run
from twosource.press.settings import CARD_LOOK, Order, order
from twosource.press.stages import Stages
from twosource.verification.verdict import Level

THEME = Path(__file__).resolve().parents[2] / "themes" / "ledger"
LOOK = load_look((THEME,))
BADGES = {
    "verified": {"level": "verified", "text": "Verified by 3 independent sources", "detail": "4 publications"},
    "single-source": {"level": "single-source", "text": "Single source", "detail": "not independently confirmed"},
    "disputed": {"level": "disputed", "text": "Disputed: sources contradict each other", "detail": "5 publications"},
    "unchecked": {"level": "unchecked", "text": "Cited, not checked", "detail": "2 sources named, no saved copies"},
    "retracted": {"level": "retracted", "text": "Retracted", "detail": "kept for the record, counted nowhere"},
}
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def view(level: str = "verified", headline: str = "Plant opens") -> dict[str, Any]:
    return {
        "site": "Mineral Desk",
        "topic": "Minerals",
        "headline": headline,
        "date": "19 February 2026",
        "badge": BADGES[level],
    }


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is put on paper."""
    texts: list[str] = []
    drawn = Paper.words

    def words(paper: Paper, ink: int, place: tuple[int, int], text: str, use: str, size: int, *rest: str) -> None:
        texts.append(text)
        drawn(paper, ink, place, text, use, size, *rest)

    monkeypatch.setattr(Paper, "words", words)
    return texts


def test_a_card_has_the_size_that_networks_show_large_and_few_bytes() -> None:
    raw = draw_card(
        view(headline="European carmakers stand behind a plan to cut duties on American cars to zero"), LOOK, ""
    )
    card = Image.open(io.BytesIO(raw))
    assert (card.format, card.size, card.mode) == ("PNG", (1200, 630), "P")
    assert len(raw) < 42_000


def test_two_drawings_of_one_card_have_the_same_bytes() -> None:
    assert draw_card(view(), LOOK, "mark") == draw_card(view(), LOOK, "mark")


@pytest.mark.parametrize("level", BADGES)
def test_a_card_says_in_words_how_well_its_story_is_verified(level: str, said: list[str]) -> None:
    draw_card(view(level), LOOK, "")
    assert {BADGES[level]["text"], BADGES[level]["detail"]} <= set(said)


def test_each_level_has_a_sign_of_its_own() -> None:
    """The same place of cards that differ in nothing else, without its colour."""
    places = {
        level: Image.open(io.BytesIO(draw_card(view(level), LOOK, ""))).crop((72, 512, 140, 580)) for level in BADGES
    }
    shapes = {
        level: sign.convert("L").point(lambda value: 255 * (value > 180)).tobytes() for level, sign in places.items()
    }
    assert len(set(shapes.values())) == len(BADGES)
    assert set(BADGES) == {*Level, "retracted"}


def test_a_single_source_is_in_its_own_colour() -> None:
    card = Image.open(io.BytesIO(draw_card(view("single-source"), LOOK, ""))).convert("RGB")
    assert card.getpixel((76, 516)) == LOOK.level("single-source") != LOOK.level("verified")


def test_a_long_headline_becomes_smaller_before_it_is_cut() -> None:
    sizes = [
        setting.font.size
        for many in (2, 8, 16, 24)
        for setting in [fit("tariff " * many, HEADLINE, 1056, FOOT - TOP, lambda size: LOOK.font("headline", size))]
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


def test_a_headline_without_end_is_cut_after_a_word() -> None:
    setting = fit("tariff " * 99, HEADLINE, 1056, FOOT - TOP, lambda size: LOOK.font("headline", size))
    assert setting.lines[-1].endswith(f"tariff{CUT}")
    assert not any(CUT in line for line in setting.lines[:-1])


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_no_headline_leaves_its_place(words: list[str]) -> None:
    text = legible(" ".join(words), LOOK.font("headline", 46))
    setting = fit(text, HEADLINE, 1056, FOOT - TOP, lambda size: LOOK.font("headline", size))
    assert len(setting.lines) * setting.leading <= FOOT - TOP
    assert all(setting.font.getlength(line) <= 1056 for line in setting.lines)


@settings(max_examples=25, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_any_words_can_be_drawn(site: str, topic: str, headline: str) -> None:
    assert draw_card({**view(), "site": site * 9, "topic": topic * 9, "headline": headline}, LOOK, "")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Erdoğan, López and Łukasiewicz", "Erdoğan, López and Łukasiewicz"),
        ("Erdog\u0306an", "Erdoğan"),
        ("“Việt Nam” — 5 % of  it", "“Viet Nam” — 5 % of it"),
        ("Talks in Пекин", "Talks in Pekin"),
        ("日本銀行が利上げ", ""),
        ("Пекин", ""),
    ],
)
def test_names_keep_their_letters_and_others_are_written_in_latin(written: str, shown: str) -> None:
    assert legible(written, LOOK.font("headline", 46)) == shown


def test_a_headline_in_a_script_that_the_font_lacks_is_left_out_and_the_rest_of_the_card_stands(
    said: list[str],
) -> None:
    draw_card(view("single-source", "日本銀行が政策金利を引き上げ"), LOOK, "")
    assert not [text for text in said if "Ri Ben" in text]
    assert {"Mineral Desk", "19 February 2026", "Single source"} <= set(said)


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return write_hub(tmp_path / "hub", stories())


def print_hub(hub: Path, theme: Path = THEME, day: int = 12, **extras: Any) -> Path:
    """Print as of a day in March 2026 and give the folder."""
    as_of, output = AS_OF.replace(day=day), hub.parent / "output"
    run(Order(hub, output, theme, (), SITE, as_of, None, Extras(**extras)), Stages(NOBODY))
    return output


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses of the cards that are drawn."""
    monkeypatch.setattr("twosource.press.work.cores", lambda: 1)
    addresses: list[str] = []
    draw = drawing.draw

    def told(page: Page, folders: tuple[Path, ...]) -> bytes:
        addresses.append(page.url)
        return draw(page, folders)

    monkeypatch.setattr(drawing, "draw", told)
    return addresses


def test_a_new_day_makes_every_page_again_and_no_card(hub: Path, drawn: list[str]) -> None:
    output = print_hub(hub)
    before = {path.name: path.read_bytes() for path in (output / "cards").iterdir()}
    assert len(before) == len(drawn) > 5
    drawn.clear()
    print_hub(hub, day=13)
    assert drawn == []
    assert {path.name: path.read_bytes() for path in (output / "cards").iterdir()} == before


def test_a_card_that_was_altered_is_drawn_again(hub: Path, drawn: list[str]) -> None:
    output = print_hub(hub)
    card = output / "cards" / "single.png"
    was = card.read_bytes()
    drawn.clear()
    card.write_bytes(was + b"more")
    print_hub(hub, day=13)
    assert drawn == ["/cards/single.png"]
    assert card.read_bytes() == was


def test_a_new_headline_draws_its_card_alone(hub: Path, drawn: list[str]) -> None:
    print_hub(hub)
    drawn.clear()
    (story,) = (path for path in hub.rglob("*.md") if "title: Lone report\n" in path.read_text("utf-8"))
    story.write_text(story.read_text("utf-8").replace("title: Lone report", "title: One report"), "utf-8")
    print_hub(hub)
    assert drawn == ["/cards/single.png"]


def test_a_theme_with_other_colours_draws_every_card_again(hub: Path, drawn: list[str], tmp_path: Path) -> None:
    theme = Path(shutil.copytree(THEME, tmp_path / "theme"))
    print_hub(hub, theme)
    many = len(drawn)
    look = theme / CARD_LOOK
    look.write_text(look.read_text("utf-8").replace("#fffefb", "#ffffff"), "utf-8")
    load_look.cache_clear()
    drawing.mark_of_look.cache_clear()
    drawn.clear()
    print_hub(hub, theme)
    assert len(drawn) == many


def test_without_cards_there_are_none_and_pages_name_the_theme_s_picture(hub: Path) -> None:
    output = print_hub(hub, cards=False)
    assert not (output / "cards").exists()
    assert "/theme/card.png" in (output / "stories/single/index.html").read_text("utf-8")


def settings_for(hub: Path, theme: Path, **more: Any) -> dict[str, Any]:
    known = {"PATH": str(hub), "OUTPUT_PATH": str(hub.parent / "output"), "THEME": str(theme), "SITEURL": SITE}
    return {**known, "THEME_TEMPLATES_OVERRIDES": [], **more}


def test_the_setting_turns_cards_off_and_a_theme_that_knows_none_has_none(tmp_path: Path) -> None:
    assert order(settings_for(tmp_path, THEME)).extras == Extras(cards=True, websub="")
    assert not order(settings_for(tmp_path, THEME, TWOSOURCE_CARDS=False)).extras.cards
    assert not order(settings_for(tmp_path, tmp_path / "bare")).extras.cards


def test_a_hub_for_websub_has_a_whole_address(tmp_path: Path) -> None:
    asked = order(settings_for(tmp_path, THEME, TWOSOURCE_WEBSUB="https://hub.example/"))
    assert asked.extras.websub == "https://hub.example/"
    with pytest.raises(PressError, match=r"TWOSOURCE_WEBSUB is 'hub[.]example'"):
        order(settings_for(tmp_path, THEME, TWOSOURCE_WEBSUB="hub.example"))


@pytest.mark.parametrize("broken", ["paper = 1", "[colours]\npaper = 'no colour'", "[[["])
def test_a_look_that_cannot_be_used_is_told_with_its_place(tmp_path: Path, broken: str) -> None:
    (tmp_path / CARD_LOOK).write_text(broken, "utf-8")
    with pytest.raises(PressError, match=re.escape(CARD_LOOK)):
        load_look((tmp_path,))
