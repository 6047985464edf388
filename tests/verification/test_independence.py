"""The rules of independence, one by one, and what they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from tests.verification.build import library
from twosource.newsroom.hashes import number_of
from twosource.newsroom.story import Source
from twosource.newsroom.story_words import FactKind
from twosource.verification import boilerplate
from twosource.verification.boilerplate import (
    by_site,
    first_met,
    first_under,
    often_on,
    prints_of,
    standing_of,
    standing_text,
)
from twosource.verification.case import Case, agency_names
from twosource.verification.clusters import (
    clusters_of,
    event_joins_set_aside,
    groups_for,
    joins_for,
    set_aside,
    story_kind,
)
from twosource.verification.fingerprint import in_print
from twosource.verification.joining import because, fewest, groups, pairs
from twosource.verification.joins import JOIN_RULES, find_joins
from twosource.verification.judge import open_cases
from twosource.verification.never_counting import CITES_US, LOOP, cites_us, never_counts
from twosource.verification.same_byline import same_author
from twosource.verification.same_contribution import contributed
from twosource.verification.same_place import owners, same_document, same_owner, same_site
from twosource.verification.same_release import is_release, same_release
from twosource.verification.same_text import copied_text
from twosource.verification.same_upstream import (
    carried,
    credited,
    credits_of,
    declared_origin,
    named_original,
    originals_of,
    same_event,
    same_wire,
)
from twosource.verification.verdict import Join, JoinKind

Spec = Mapping[str, Any]


def a_case(kind: str = "fact", **sources: Spec) -> Case:
    """A case of these sources with one fact that all of them carry."""
    return open_cases(library([{"sources": sources, "facts": [{"kind": kind, "found": list(sources)}]}]))[0]


def ends(joins: object) -> list[str]:
    assert hasattr(joins, "__iter__")
    return [f"{join.a}{join.b}" for join in joins]


MORNING, EVENING, WEEKLY = ({"publisher": name} for name in ("morning", "evening", "weekly"))

EACH_RULE = [
    (
        same_document,
        JoinKind.DOCUMENT,
        {**MORNING, "url": "https://x.com/1"},
        {**EVENING, "url": "https://www.x.com/1/"},
    ),
    (declared_origin, JoinKind.ORIGIN, MORNING, {**EVENING, "origin": {"source": "a"}}),
    (same_wire, JoinKind.WIRE, {"publisher": "reuters"}, {**EVENING, "origin": {"wire": "Thomson Reuters"}}),
    (same_release, JoinKind.RELEASE, {**MORNING, "origin": {"release": "R"}}, {**EVENING, "origin": {"release": "r"}}),
    (same_event, JoinKind.EVENT, {**MORNING, "origin": {"event": "E"}}, {**EVENING, "origin": {"event": "e"}}),
    (credited, JoinKind.CREDIT, {"publisher": "reuters"}, {**EVENING, "hints": ["byline Reuters"]}),
    (named_original, JoinKind.CREDIT, {"publisher": "herald"}, {**EVENING, "hints": ["canonical herald.com"]}),
    (
        contributed,
        JoinKind.CREDIT,
        {"publisher": "reuters", "text": "0-99"},
        {**EVENING, "hints": ["contribution Reuters"], "text": ["85-99", "200-284"]},
    ),
    (same_author, JoinKind.BYLINE, {**MORNING, "author": "Jane Roe"}, {**EVENING, "author": "JANE ROE"}),
    (copied_text, JoinKind.TEXT, {**MORNING, "text": "0-99"}, {**EVENING, "text": ["70-99", "200-269"]}),
    (copied_text, JoinKind.COPY, {**MORNING, "text": "0-99"}, {**EVENING, "text": "0-99"}),
    (same_site, JoinKind.SITE, MORNING, {**MORNING, "url": "https://elsewhere.com/"}),
    (same_owner, JoinKind.OWNER, {"publisher": "herald"}, {"publisher": "tribune"}),
]


@pytest.mark.parametrize(("rule", "kind", "one", "other"), EACH_RULE)
def test_each_rule_joins_what_it_is_there_for(rule: Any, kind: JoinKind, one: Spec, other: Spec) -> None:
    """It gives one join with a reason in a sentence, and none between strangers."""
    joins = list(rule(a_case(a=one, b=other, c=WEEKLY)))
    assert [(join.kind, join.a, join.b) for join in joins] == [(kind, "a", "b")]
    assert joins[0].detail.endswith(".")
    assert list(rule(a_case(a=MORNING, b=EVENING))) == []


def test_every_rule_is_in_the_list() -> None:
    """A rule that is not listed joins nobody."""
    assert {rule for rule, *_ in EACH_RULE} == set(JOIN_RULES)


def test_joins_name_the_earlier_source_first() -> None:
    """Whichever of them declares the other."""
    case = a_case(a={**MORNING, "origin": {"source": "b"}}, b=EVENING)
    assert ends(declared_origin(case)) == ["ba"]
    assert ends(find_joins(case)) == ["ab"]


def test_rules_tell_every_pair_and_fewest_thins_them() -> None:
    """Three of one site are joined three times and need two."""
    joins = list(same_site(a_case(a=MORNING, b=MORNING, c=MORNING)))
    assert ends(joins) == ["ab", "ac", "bc"]
    assert ends(fewest(joins)) == ["ab", "ac"]


def test_measured_texts_are_all_told() -> None:
    """Each share is a finding of its own."""
    joins = [Join(JoinKind.TEXT, a, b, f"{a}{b}.") for a, b in ("ab", "ac", "bc")]
    assert list(fewest(joins)) == joins


def test_one_kind_does_not_stand_in_for_another() -> None:
    """An event may be taken out later, and then what else joins must still be there."""
    joins = [Join(kind, "a", "b", ".") for kind in (JoinKind.EVENT, JoinKind.SITE)]
    assert list(fewest(joins)) == joins


def test_groups_leave_out_the_lonely_and_the_nameless() -> None:
    """A key that one source has, or that is empty, joins nobody; a key given twice counts once."""
    case = a_case(a=MORNING, b=MORNING, c=WEEKLY)
    by_key = groups(case, lambda one: (one.publisher, one.publisher, ""))
    assert {key: [one.id for one in group] for key, group in by_key.items()} == {"morning": ["a", "b"]}


def test_pairs_without_a_reason_are_none() -> None:
    """The reason is asked for each pair."""

    def reason(one: Source, other: Source) -> str:
        return "With c." if other.id == "c" else ""

    sources = a_case(a=MORNING, b=EVENING, c=WEEKLY).story.sources
    assert ends(pairs(JoinKind.SITE, sources, reason)) == ["ac", "bc"]
    assert because("Always.")(sources[0], sources[1]) == "Always."


def test_owners_are_those_of_the_day() -> None:
    """A year in which a station was sold leaves two open."""
    for published, names in (("2020-06-30", ["Station Family"]), ("2020-07-01", ["Chain Group"])):
        case = a_case(a={"publisher": "station", "published": published})
        assert list(owners(case, case.story.sources[0]).values()) == names
    case = a_case(a={"publisher": "station", "published": "2020"})
    assert list(owners(case, case.story.sources[0])) == ["station family", "chain group"]


def test_what_a_source_carries() -> None:
    """The wire it declares, and itself where it is one or is carried as one."""
    case = a_case(
        a={"publisher": "reuters", "origin": {"wire": "AP"}},
        b=MORNING,
        c={**EVENING, "origin": {"wire": "The Morning"}},
    )
    keys = carried(case)
    assert [keys(source) for source in case.story.sources] == [
        ("associated-press", "reuters"),
        ("morning",),
        ("morning",),
    ]


def test_hints_are_sorted_by_what_they_say() -> None:
    """Agencies on one side, canonical addresses on the other; a source without a copy has none."""
    case = a_case(a={**MORNING, "hints": ["dateline AP", "canonical herald.com"]}, b={**EVENING, "locked": False})
    a, b = case.story.sources
    assert [hint.name for hint in credits_of(case, a)] == ["AP"]
    assert originals_of(case, a) == {"herald.com"}
    assert credits_of(case, b) == ()
    assert originals_of(case, b) == frozenset()


def test_containment_is_measured_between_texts_that_can_be_judged() -> None:
    """Too short a text, or none, is in no pair."""
    case = a_case(
        a={**MORNING, "text": "0-99"}, b={**EVENING, "text": "50-149"}, c={**WEEKLY, "text": "0-9"},
        d={"publisher": "herald", "locked": False},
    )  # fmt: skip
    assert [(a.id, b.id, share) for a, b, share in case.shares] == [("a", "b", 0.5)]


def test_a_case_knows_agencies_by_all_their_names() -> None:
    """An agency wins a name that it shares with a paper."""
    shared = {"rival": {
        "name": "Reuters", "domain": "rival.com", "owner": "R", "kind": "newspaper", "country": "US", "grade": "C",
        "reason": "R.", "date": "2026-01-01"}}  # fmt: skip
    made = library([{"publishers": shared, "sources": {"a": MORNING}, "facts": [{"found": ["a"]}]}])
    names = agency_names(made)
    assert names["ap"] == names["the associated press"] == "associated-press"
    assert names["reuters"] == "reuters"
    case = open_cases(made)[0]
    assert case.upstream("THOMSON REUTERS") == "reuters"
    assert case.upstream("Northern News") == "northern news"
    assert case.label("reuters") == "Reuters"
    assert case.label("northern news") == "northern news"
    assert case.publisher(case.story.sources[0]).name == "The Morning"


def test_a_reason_undoes_only_what_the_rubric_lists_and_only_for_its_source() -> None:
    """Each join that it undoes is told with it."""
    case = a_case(
        a={"publisher": "herald", "because": "Because."}, b={"publisher": "tribune"}, c={"publisher": "herald"}
    )
    held, undone = set_aside(case, find_joins(case), {})
    assert ends(held) == ["bc"]
    assert sorted(ends(each.join for each in undone)) == ["ab", "ac"]
    assert {each.because for each in undone} == {"Because."}


def test_two_press_releases_of_one_title_are_not_one_release_for_that() -> None:
    """Somebody has to rest on it; and a release that came over a wire is no release's own page."""
    release = {"kind": "press-release"}
    case = a_case(a={**MORNING, **release}, b={**EVENING, **release, "origin": {"wire": "AP"}})
    assert list(same_release(case)) == []
    assert [is_release(source) for source in case.sources] == [True, False]


def test_what_never_counts_joins_only_its_like() -> None:
    """A join with one end excluded is neither held nor told."""
    case = a_case(a=MORNING, b=MORNING, c=MORNING)
    held, undone = set_aside(case, find_joins(case), {"b": "So.", "c": "So."})
    assert (ends(held), undone) == (["bc"], ())


def test_events_join_for_facts_only() -> None:
    """Any other join holds for claims too."""
    joins = (Join(JoinKind.EVENT, "a", "b", "."), Join(JoinKind.SITE, "b", "c", "."))
    case = a_case(a=MORNING, b=EVENING, c=WEEKLY)
    assert joins_for(FactKind.FACT, joins) == joins
    assert joins_for(FactKind.FORECAST, joins) == joins[1:]
    assert groups_for(case, FactKind.FACT, joins) == (("a", "b", "c"),)
    assert groups_for(case, FactKind.CLAIM, joins) == (("a",), ("b", "c"))


def test_the_shown_clusters_use_the_strictest_kind() -> None:
    """And tell which events they left out."""
    joins = (Join(JoinKind.EVENT, "a", "b", "."),)
    claims, facts = a_case("claim", a=MORNING, b=EVENING), a_case("fact", a=MORNING, b=EVENING)
    assert (story_kind(claims.story), story_kind(facts.story)) == (FactKind.CLAIM, FactKind.FACT)
    assert [each.join for each in event_joins_set_aside(claims, joins)] == list(joins)
    assert event_joins_set_aside(facts, joins) == ()
    assert [len(clusters_of(case, joins, {})) for case in (claims, facts)] == [2, 1]


def test_clusters_show_what_counts_and_primary_documents_first() -> None:
    """Worthless ones come last, with the reason."""
    case = a_case(a={"publisher": "digest"}, b=MORNING, c={"publisher": "ministry", "kind": "document"})
    clusters = clusters_of(case, (), never_counts(case))
    assert [cluster.sources for cluster in clusters] == [("c",), ("b",), ("a",)]
    assert [bool(cluster.because) for cluster in clusters] == [False, False, True]


def test_why_a_source_never_counts() -> None:
    """Each reason is a sentence, and what follows a worthless source names it."""
    case = a_case(
        a={**MORNING, "origin": {"source": "a"}}, b={**EVENING, "origin": {"source": "a"}},
        c={**WEEKLY, "origin": {"wire": "Ledger Desk"}}, d={"publisher": "herald"},
    )  # fmt: skip
    because_of_it = "It takes its information from The Morning, which counts for nothing here."
    assert never_counts(case) == {"a": LOOP, "b": because_of_it, "c": CITES_US}
    assert [cites_us(case, source) for source in case.story.sources] == [False, False, True, False]


def page(n: int, text: str, url: str = "") -> dict[str, Any]:
    source = {"publisher": "evening", "url": url or f"https://evening.example.org/{n}", "text": text}
    return {"sources": {"x": source}, "facts": [{"found": ["x"]}]}


def standing(*texts: dict[str, Any]) -> frozenset[int]:
    """What is standing text under the last of these stories, from two stories of one site on, itself among them."""
    made = library(texts)
    last = made.stories[-1]
    prints = {path: prints_of(lock) for path, lock in made.locks.items()}
    first = first_met(prints)
    counts = {
        site: often_on([[one.fingerprint for one in pages] for pages in stories.values()], 3)
        for site, stories in by_site(prints, first).items()
    }
    found = standing_text(prints, 3)
    assert standing_of(counts, first, 3) == found
    return frozenset(map(number_of, found.under(last.path, prints[last.path])))


def test_standing_text_is_what_a_site_prints_under_enough_stories() -> None:
    """The story that is judged is one of them; pages of other sites are none."""
    three = (page(1, "0-9"), page(2, "5-19"), page(3, "0-29"))
    assert standing(*three) == frozenset(range(5, 10))
    assert standing(three[0], three[2]) == frozenset()
    assert standing(three[0], page(2, "5-19", "https://other.com/2"), three[2]) == frozenset()


def test_a_page_that_two_stories_cite_is_one_page() -> None:
    """However often it is cited, it is no standing text."""
    same = page(1, "0-9", "https://evening.example.org/1")
    assert standing(same, same, page(3, "0-29")) == frozenset()
    made = library([same, same])
    prints = {path: prints_of(lock) for path, lock in made.locks.items()}
    standing_under = standing_text(prints, 3)
    first, second = ((path, found[0]) for path, found in sorted(prints.items()))
    assert first_under(standing_under.first, *first)
    assert not first_under(standing_under.first, *second)


def test_hashes_of_a_large_site_are_counted_range_by_range(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which gives what counting all at once gives."""
    locks = library([page(1, "0-99"), page(2, "50-199"), page(3, "90-120")]).locks
    found = {path: prints_of(lock) for path, lock in locks.items()}
    (site,) = by_site(found, first_met(found)).values()
    prints = [[one.fingerprint for one in pages] for pages in site.values()]
    expected = Counter(key for several in prints for key in in_print(several[0]))
    for size in (10**6, 400, 1):
        monkeypatch.setattr(boilerplate, "AT_A_TIME", size)
        assert often_on(prints, 3) == {key: count for key, count in expected.items() if count > 1}
    assert often_on(prints, 5) == {}


def test_a_wire_that_the_registry_does_not_know_is_called_as_the_writer_wrote_it() -> None:
    wire = {"wire": "The Gazette of Nowhere"}
    case = a_case(a={"publisher": "morning", "origin": wire}, b={"publisher": "evening", "origin": wire})
    assert [join.detail for join in same_wire(case)] == ["Both carry The Gazette of Nowhere."]
