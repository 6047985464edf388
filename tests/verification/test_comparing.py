"""What comparing rests on, part by part: names, cues, bylines, publishers of documents, the index."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verification.build import library
from twosource.newsroom.lock import Hint, LockedSource
from twosource.newsroom.reference import PublisherKind
from twosource.newsroom.story_words import OriginKind
from twosource.verification.agencies import AGENCIES, agency_aliases, agency_label, name_key, publisher_ids
from twosource.verification.built_in import INDEPENDENCE, NEVER_COUNTS
from twosource.verification.bylines import persons, visible_authors
from twosource.verification.case import Pool
from twosource.verification.comparison import Known, Likeness, compare, likeness
from twosource.verification.cues import find_cues, lead_cues
from twosource.verification.documents import WHENEVER, Document, in_order, publisher_of, source_of
from twosource.verification.fingerprint import NAME, containment, quoted
from twosource.verification.hints import any_of, short
from twosource.verification.origins import origin_of
from twosource.verification.overlaps import by_index, by_pairs, containments_of, overlaps
from twosource.verification.same_byline import same_author
from twosource.verification.same_contribution import contributed
from twosource.verification.same_cue import led_by_one_outlet, led_by_the_other
from twosource.verification.verdict import JoinKind

KNOWN = Known({}, {}, INDEPENDENCE, NEVER_COUNTS)
REGISTRY = library([{"sources": {"a": {"publisher": "morning"}}, "facts": [{"found": ["a"]}]}]).publishers
SETS = st.lists(st.frozensets(st.integers(0, 30), max_size=12), max_size=12)


def document(id: str, url: str = "", publisher: str = "", **keys: Any) -> Document:
    """A document of which a test says only what it turns on."""
    entry = LockedSource(url, "", "", id, 0, publisher, (), "2026-02-18", (), NAME, {})
    ours = {key: keys.pop(key) for key in ("cues", "quoted", "origin") if key in keys}
    plain = Document(id, "", replace(entry, **keys), {}, frozenset(), "")
    return replace(plain, **ours)


def pool(*documents: Document) -> Pool:
    """The documents as sources of unknown publishers."""
    made = {one.id: publisher_of(one, {}, publisher_ids(())) for one in documents}
    return Pool(
        sources=tuple(source_of(one, made[one.id]) for one in documents),
        locked={one.id: one.entry for one in documents},
        publishers={publisher.id: publisher for publisher in made.values()},
        ids=publisher_ids(made.values()),
        own_names=frozenset(),
        own_site="",
        boilerplate=frozenset(),
        rules=INDEPENDENCE,
        never_counting=NEVER_COUNTS,
    )


def test_names_are_one_with_their_article_and_without() -> None:
    """Every alias of an agency leads to one id: the registry's, else the key of its full name."""
    assert name_key("The Hollywood Reporter") == name_key("hollywood reporter")
    ids = publisher_ids(REGISTRY.values())
    assert {ids[name_key(name)] for name in ("AP", "the AP", "The Associated Press")} == {"associated-press"}
    assert publisher_ids(())["afp"] == "agence france-presse"
    assert agency_label("agence france-presse") == "Agence France-Presse"
    assert agency_label("nobody") == "nobody"
    assert agency_aliases(REGISTRY.values()).items() >= AGENCIES.items()


def test_a_cue_names_an_outlet_and_its_lead_tells_what_an_article_rests_on() -> None:
    """Broadcasters and what comes late lead nothing."""
    late = "Words. " * 200
    text = f"He told The Night Courier so, and Fox News reported it. {late} She wrote in the Post."
    assert find_cues(text, ()) == ("told The Night Courier", "Fox News reported", "wrote in the Post")
    assert lead_cues(text, ()) == {"night courier": "told The Night Courier"}
    assert lead_cues("An essay for Slab magazine says so.", ("Slab",)) == {"slab": "essay for Slab"}


def test_a_phrase_is_cut_to_fifteen_words_and_an_agency_found_by_its_longest_name() -> None:
    """A lock quotes no more of a page than a story may."""
    assert len(short("word " * 40).split()) == 15
    assert short(f"{'word ' * 40} end", "end").endswith("end")
    assert any_of(("AP", "AP News")).index("AP\\ News") < any_of(("AP", "AP News")).index("|AP")


@pytest.mark.parametrize(
    ("bylines", "names"),
    [
        (("By Jane Q. Doe and JOHN ROE",), ["jane doe", "john roe"]),
        (("Jane Doe, Night Courier Staff", "Doe", "The Editorial Board", "Press Association"), ["jane doe"]),
        (("Lars von der Heide; Analysis by Ann O'Neil",), ["lars von der heide", "ann o'neil"]),
        ((), []),
    ],
)
def test_persons_are_told_from_desks(bylines: tuple[str, ...], names: list[str]) -> None:
    """bylines ; names in the form in which they are compared"""
    assert list(persons(bylines)) == names


def test_a_person_with_the_name_of_an_outlet_is_an_outlet() -> None:
    """By the key of its name."""
    assert persons(("Night Courier",), {"night courier"}) == {}


def test_a_line_at_the_head_names_authors() -> None:
    """Nobody is named by a line further down, or by one that goes on."""
    assert visible_authors("Title\n\nBy Jane Doe and John Roe\n\nText.") == ("Jane Doe", "John Roe")
    assert visible_authors("By Friday, 12 ships had left.\n") == ()
    assert visible_authors("Text. " * 90 + "\nBy Jane Doe\n") == ()


def test_a_publisher_is_known_by_its_site_then_by_its_name_then_made_up() -> None:
    """An agency's site is an agency's without any registry."""
    ids = publisher_ids(REGISTRY.values())

    def of(url: str, name: str) -> tuple[str, PublisherKind]:
        made = publisher_of(document("x", url, name), REGISTRY, ids)
        return made.id, made.kind

    assert of("https://www.herald.com/x", "Whatever")[0] == "herald"
    assert of("https://elsewhere.example/x", "The Evening")[0] == "evening"
    assert of("https://www.afp.com/x", "") == ("agence france-presse", PublisherKind.AGENCY)
    assert of("https://elsewhere.example/x", "") == ("elsewhere.example", PublisherKind.DIGITAL)
    assert of("", "") == ("?x", PublisherKind.DIGITAL)


def test_a_document_is_a_source_with_what_is_known() -> None:
    """A date that is none is near no other; an origin that is given is declared."""
    plain, told = document("b", published="soon"), document("a", origin="The Night Courier")
    publisher = publisher_of(plain, {}, {})
    assert source_of(plain, publisher).published == WHENEVER
    assert source_of(told, publisher).origin.kind is OriginKind.WIRE
    assert [one.id for one in in_order((plain, told))] == ["a", "b"]


@pytest.mark.parametrize(
    ("share", "verdict"), [(0.4, "same"), (0.399, "joined"), (0.2, "joined"), (0.1, "review"), (0.0999, "independent")]
)
def test_likeness_goes_by_the_thresholds_of_the_rubric(share: float, verdict: str) -> None:
    """share ; verdict"""
    assert likeness(share, INDEPENDENCE) == Likeness(verdict)


def test_an_origin_is_what_is_surest() -> None:
    """Declared, then credited, then canonical; a cue only where it joined; nobody for own work."""
    hints = (Hint("credit", "Reuters", "x"), Hint("canonical", "other.example", "y"))
    declared, credited, moved, own = (
        document("a", "https://a.example/", "A", hints=hints, origin="The Night Courier"),
        document("b", "https://b.example/", "B", hints=hints),
        document("c", "https://c.example/", "C", hints=hints[1:]),
        document("d", "https://www.reuters.com/x", "Reuters", hints=hints[:1], cues={"post": "told the Post"}),
    )
    sources = pool(declared, credited, moved, own)
    by_id = {one.id: one for one in (declared, credited, moved, own)}
    found = [origin_of(sources, source, (), by_id) for source in sources.sources]
    assert found == ["The Night Courier", "Reuters", "other.example", ""]


def test_two_leads_with_one_outlet_need_its_words() -> None:
    """Neither of the two may be that outlet."""
    words = quoted("“we will not be the ones who blink first in a quarrel that nobody wanted”")
    a, b, c = (
        document(
            id, f"https://{id}.example/", id.upper(), cues={"night courier": "told The Night Courier"}, quoted=said
        )
        for id, said in (("a", words), ("b", words), ("c", frozenset()))
    )
    by_id = {one.id: one for one in (a, b, c)}
    joins = list(led_by_one_outlet(pool(a, b, c), by_id))
    assert [(join.kind, join.a, join.b) for join in joins] == [(JoinKind.ORIGIN, "a", "b")]
    itself = replace(b, entry=replace(b.entry, publisher="The Night Courier"))
    assert not list(led_by_one_outlet(pool(a, itself), {"a": a, "b": itself}))
    assert not list(led_by_the_other(pool(a, itself), {"a": a, "b": itself}))


def test_documents_without_text_share_nothing() -> None:
    """Neither text nor contribution nor byline joins them."""
    result = compare((document("b"), document("a")), KNOWN)
    assert result.clusters == (("a",), ("b",))
    assert [pair.verdict for pair in result.pairs] == [Likeness.TOO_SHORT]
    assert not list(contributed(pool(document("a"), document("b"))))


def test_one_author_on_one_site_is_no_news() -> None:
    """The site joins the two already."""
    a, b = (document(id, f"https://{id}.one.example/", authors=("Jane Doe",)) for id in "ab")
    assert not list(same_author(pool(a, b)))
    elsewhere = document("c", "https://two.example/", authors=("jane doe",))
    assert [join.b for join in same_author(pool(a, elsewhere))] == ["c"]


@given(SETS)
def test_every_overlap_is_found_and_no_other(sets: list[frozenset[int]]) -> None:
    """As set intersections say."""
    expected = {(a, b, len(sets[a] & sets[b])) for a, b in combinations(range(len(sets)), 2) if sets[a] & sets[b]}
    assert set(overlaps(sets)) == expected
    assert list(by_pairs(sets)) == list(by_index(sets)) == list(overlaps(sets))


@given(SETS)
def test_containments_come_in_order(sets: list[frozenset[int]]) -> None:
    """Shared over smaller, by the first set and then by the second."""
    found = list(containments_of(sets))
    assert found == sorted(found)
    assert all(share == containment(sets[a], sets[b]) for a, b, share in found)
