"""A page that carries somebody else's words says so in one of four ways; photographs do not count."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from twosource.verification.agencies import AGENCIES
from twosource.verification.cues import find_cues
from twosource.verification.hints import Metadata, find_hints

PAGE = Metadata("https://www.example.org/story", site="Example")
FILLER = "\n\nA paragraph of the report that says nothing of where it came from." * 12


def found(text: str, page: Metadata = PAGE) -> set[tuple[str, str]]:
    return {(hint.kind, hint.name) for hint in find_hints(text, page)}


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("BEIJING (AP) — The duty rose." + FILLER, "dateline", "Associated Press"),
        ("WASHINGTON/PARIS (Reuters) - The duty rose." + FILLER, "dateline", "Reuters"),
        ("(AP)\nThe duty rose." + FILLER, "dateline", "Associated Press"),
        (f"Lead.{FILLER}\n\nCopyright 2018 The Associated Press. All rights reserved.", "credit", "Associated Press"),
        (f"Lead.{FILLER}\n\nThe Associated Press contributed to this report.", "contribution", "Associated Press"),
        (f"Lead.{FILLER}\n\nAP Writer Jane Doe on the road contributed.", "credit", "Associated Press"),
        (f"Lead.{FILLER}\n\nContributing: Jane Doe, from Washington, D.C.; Reuters", "contribution", "Reuters"),
        (f"Lead.{FILLER}\n\n(Reporting by Jane Doe; Editing by John Roe)", "credit", "Reuters"),
        (
            f"Lead.{FILLER}\n\nThis report contains material from Agence France-Presse.",
            "contribution",
            "Agence France-Presse",
        ),
        (f"Lead.{FILLER}\n\nThis article is based in part on wire-service reports.", "contribution", "wire services"),
        (
            f"Lead.{FILLER}\n\nThis article was originally published by The Night Courier.",
            "credit",
            "The Night Courier",
        ),
        (f"Jane Doe\n\nAssociated Press\n\nTORONTO – The duty rose.{FILLER}", "byline", "Associated Press"),
    ],
)
def test_a_sign_in_the_text_is_read(text: str, kind: str, name: str) -> None:
    """text ; kind ; name"""
    assert (kind, name) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        f"A ship. REUTERS/Jane Doe{FILLER}",
        f"toggle caption Jane Doe/AP Jane Doe/AP{FILLER}",
        f"(Photo: AP){FILLER}",
        f"A ship. (Jane Doe/Reuters){FILLER}",
        f"Lead.{FILLER}\n\nA spokesman told Reuters that Reuters had reported it first.",
        f"Lead.{FILLER}\n\nJane Doe contributed to this report.",
        f"Lead. Mr Bloomberg contributed to the campaign of a friend.{FILLER}",
        f"Lead.{FILLER}\n\nThe map of AP Hill was redrawn.",
    ],
)
def test_a_photograph_or_a_mention_is_no_sign(text: str) -> None:
    """text"""
    assert found(text) == set()


def test_both_agencies_of_one_line_are_named() -> None:
    """A composite names two upstreams."""
    names = {name for _, name in found(f"Lead.{FILLER}\n\nReuters and The Associated Press contributed.")}
    assert names == {"Reuters", "Associated Press"}


def test_an_agency_as_author_or_as_publisher_of_another_site_is_a_byline() -> None:
    """Metadata says what the text does not."""
    by_author = Metadata(PAGE.url, site="Example", authors=("The Associated Press",))
    by_publisher = Metadata(PAGE.url, site="Example", publisher="Associated Press")
    itself = Metadata("https://apnews.com/x", site="Associated Press", publisher="Associated Press")
    assert found("Lead.", by_author) == found("Lead.", by_publisher) == {("byline", "Associated Press")}
    assert found("Lead.", itself) == set()


def test_a_canonical_address_on_another_domain_names_that_domain() -> None:
    """Not on a sister host of one domain."""
    away = Metadata("https://www.example.org/x", canonical="https://edition.example.co.uk/x")
    home = Metadata("https://www.example.org/x", canonical="https://amp.example.org/x")
    assert found("Lead.", away) == {("canonical", "example.co.uk")}
    agency = Metadata("https://www.example.org/x", canonical="https://apnews.com/x")
    assert found("Lead.", agency) == {("canonical", "apnews.com"), ("credit", "Associated Press")}
    assert found("Lead.", home) == set()


def test_the_callers_agencies_are_read_by_the_callers_names() -> None:
    """A hub's registry may know agencies that we do not."""
    hints = find_hints("LIMA (Andina) — The duty rose.", PAGE, {**AGENCIES, "Andina": "Agencia Andina"})
    assert [(hint.kind, hint.name, hint.span) for hint in hints] == [("dateline", "Agencia Andina", "LIMA (Andina) —")]


def test_a_hint_quotes_fifteen_words_at_most(shared: Path) -> None:
    """A lock goes to git; publishers' texts do not."""
    for file in sorted((shared / "sources").glob("*.json")):
        for article in json.loads(file.read_text(encoding="utf-8"))["articles"]:
            page = Metadata(article["url"], site=article["publisher"], authors=tuple(article["authors"]))
            assert all(len(hint.span.split()) <= 15 for hint in find_hints(article["text"], page))


def test_every_labelled_agency_text_with_a_visible_sign_is_found(shared: Path) -> None:
    """Bylines without a credit line, relays and other newspapers' texts are beyond a text search."""
    missed = []
    for file in sorted((shared / "sources").glob("*.json")):
        group = json.loads(file.read_text(encoding="utf-8"))
        articles = {article["id"]: article for article in group["articles"]}
        for label in group["independence"].get("wire", []):
            visible = label.get("span") and not label["how"].startswith("relay")
            if visible and not found(articles[label["id"]]["text"], Metadata(articles[label["id"]]["url"])):
                missed.append(label)
    assert missed == []


def test_cues_name_the_outlet_that_had_it_first(shared: Path) -> None:
    """Four own texts on one interview: each names the magazine."""
    groups = json.loads((shared / "evidence" / "clusters.json").read_text(encoding="utf-8"))
    docs = next(group["docs"] for group in groups if group["cluster"] == "hillary-nobody-likes")
    for doc in docs:
        assert any("Hollywood Reporter" in cue for cue in find_cues(doc["text"], AGENCIES)), doc["domain"]


@pytest.mark.parametrize(
    "noise", [".\n" * 200_000, "“" * 400_000, "A" * 400_000, "A." * 200_000, "According to A" + "a" * 400_000]
)
def test_a_text_built_to_keep_the_search_busy_is_searched_in_one_pass(noise: str) -> None:
    """Forty thousand full stops once took more than a minute. Where one pass is not enough, this test does not end."""
    text = f"WASHINGTON (AP) — The duty rose.\n{noise}\nIt ended. He told The Courier so."
    assert ("dateline", "Associated Press") in found(text)
    assert find_cues(text, ()) == ("told The Courier",)
