"""`desk verify-site` and `desk receipt`: what anybody can reckon again from a site, and what does not add up."""

from __future__ import annotations

import gc
import json
import shutil
import weakref
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import AS_OF
from tests.desk.conftest import PATH, Desk, edit
from twosource.desk.published.folder import Folder
from twosource.desk.published.listings import check_cards
from twosource.desk.published.lists import ENTRY, INDEX, Lists, check_listed
from twosource.desk.published.page_check import check_page
from twosource.desk.published.reckoning import bench_of, recheck
from twosource.desk.published.reference import shared

Change = Callable[[dict[str, Any]], None]
SLUG = "12bn-aid-for-farmers"
DATA = f"data/stories/{SLUG}.json"
PAGE = f"stories/{SLUG}/index.html"


@pytest.fixture
def printed(site: Path, tmp_path: Path) -> Path:
    """A copy of what is compared, of three stories only, to be tampered with."""
    root = tmp_path / "site"
    kept = {SLUG, *sorted(path.stem for path in (site / "data/stories").glob("*.json"))[-2:]}
    for name in ("rubric.json", "publishers.json", "entities.json"):
        (root / "data").mkdir(parents=True, exist_ok=True)
        shutil.copy(site / "data" / name, root / "data" / name)
    for slug in kept:
        shutil.copytree(site / "stories" / slug, root / "stories" / slug)
        (root / "data/stories").mkdir(exist_ok=True)
        shutil.copy(site / f"data/stories/{slug}.json", root / "data/stories")
    index = json.loads((site / INDEX).read_text("utf-8"))
    index["stories"] = [entry for entry in index["stories"] if entry["slug"] in kept]
    (root / INDEX).write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")
    for name in ("stories.csv", "facts.csv"):
        head, *rows = (site / "data" / name).read_text("utf-8").splitlines(keepends=True)
        (root / "data" / name).write_text(head + "".join(row for row in rows if row.partition(",")[0] in kept), "utf-8")
    return root


@pytest.fixture
def told(printed: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> Callable[[], list[dict[str, str]]]:
    """Every difference that the command tells; its exit code says whether there is one."""

    def ask() -> list[dict[str, str]]:
        code = desk("verify-site", printed, "--format", "json")
        found: list[dict[str, str]] = json.loads(capsys.readouterr().out)
        assert code == int(bool(found))
        return found

    return ask


Told = Callable[[], list[dict[str, str]]]


def tamper(printed: Path, change: Change, name: str = DATA) -> None:
    held = json.loads((printed / name).read_text("utf-8"))
    change(held)
    (printed / name).write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")


def rewrite(printed: Path, old: str, new: str, name: str = PAGE) -> None:
    text = (printed / name).read_text("utf-8")
    assert old in text
    (printed / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def places(found: list[dict[str, str]], file: str = DATA) -> set[str]:
    return {each["where"] for each in found if each["file"] == file}


def test_a_site_as_it_was_printed_has_no_difference(
    site: Path, printed: Path, desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a folder that is no hub, with nothing else of the hub at hand."""
    assert desk("verify-site", site) == 0
    monkeypatch.chdir(printed.parent)
    assert desk("verify-site", "site") == 0
    assert capsys.readouterr().out.endswith("stories reckoned again: no difference.\n")


def set_n(held: dict[str, Any]) -> None:
    held["verification"]["n"] = 3


def set_confidence(held: dict[str, Any]) -> None:
    held["confidence"]["value"] = 0.99


def set_impact(held: dict[str, Any]) -> None:
    held["impact"]["score"] = 9


def set_outlook(held: dict[str, Any]) -> None:
    held["outlook"]["derived"] = "bullish"


def set_count(held: dict[str, Any]) -> None:
    held["facts"][1]["count"] = 2


def set_receipt(held: dict[str, Any]) -> None:
    held["receipt"] = "0" * 64


def set_a_file_of_the_receipt(held: dict[str, Any]) -> None:
    held["reckoned_from"]["files"][0]["sha256"] = "0" * 64


def part_a_cluster(held: dict[str, Any]) -> None:
    held["verification"]["clusters"][1]["joins"].clear()


def forget_a_speaker(held: dict[str, Any]) -> None:
    held["reckoned_from"]["files"].pop()


def grade_a_source(held: dict[str, Any]) -> None:
    held["sources"][0]["grade"] = "A"


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (set_n, "verification.n"),
        (set_confidence, "confidence.value"),
        (set_impact, "impact.score"),
        (set_outlook, "outlook.derived"),
        (set_count, "facts[2].count"),
        (set_receipt, "receipt"),
        (set_a_file_of_the_receipt, "receipt"),
        (part_a_cluster, "verification.clusters[2].joins"),
        (forget_a_speaker, "receipt"),
        (grade_a_source, "sources[1].grade"),
    ],
)
def test_a_tampered_number_is_found_where_it_stands(printed: Path, told: Told, change: Change, where: str) -> None:
    tamper(printed, change)
    assert where in places(told())


def test_both_values_are_told(printed: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    tamper(printed, set_n)
    assert desk("verify-site", printed) == 1
    said = capsys.readouterr().out
    assert f"{DATA}: verification.n\n    it says   3\n    should be 2\n" in said
    assert said.endswith("reckoned again: 1 difference in 1 file.\n")


def test_a_badge_that_is_raised_everywhere_is_found_by_its_evidence(printed: Path, told: Told) -> None:
    """Numbers, words and page agree with each other: but sources that declare one wire count as one."""

    def raise_it(held: dict[str, Any]) -> None:
        clusters = held["verification"]["clusters"]
        wire = clusters.pop(1)
        clusters += ({"sources": [name], "counts": True, "because": "", "joins": []} for name in wire["sources"])
        held["verification"] |= {"n": 3, "badge": "Verified by 3 independent sources · 3 publications"}
        held |= {"n": 3, "badge": "Verified by 3 independent sources · 3 publications"}
        held["facts"][0]["count"] = 3

    tamper(printed, raise_it)
    for name in (PAGE, "data/stories.json", "data/stories.csv"):
        text = (printed / name).read_text("utf-8")
        raised = text.replace("Verified by 2 independent sources · 3", "Verified by 3 independent sources · 3")
        (printed / name).write_text(raised, encoding="utf-8")
    found = places(told())
    assert {"verification.n", "verification.clusters", "verification.badge", "facts[1].count", "badge", "n"} <= found


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        (">Verified by 2 independent sources</a>", ">Verified by 3 independent sources</a>", "badge"),
        ('data-level="verified"', 'data-level="disputed"', "badge, level"),
        ('"alternativeHeadline":"Verified by 2', '"alternativeHeadline":"Verified by 4', "structured data, badge"),
        ("Impact 5 of 10", "Impact 7 of 10", "impact"),
        ("Confidence 0.88, moderate", "Confidence 0.99, high", "confidence"),
        ("Outlook: mixed", "Outlook: bullish", "outlook"),
        (">1 source that it was said<", ">2 independent that it was said<", "fact-2, badge"),
        ("to spend $12 billion on gold crutches</a>", "to spend $13 billion on gold crutches</a>", "fact-4, quotes[1]"),
        ("up to $12 billion for farmers", "up to $21 billion for farmers", "fact-1"),
    ],
)
def test_a_page_that_says_something_else_is_found(printed: Path, told: Told, old: str, new: str, where: str) -> None:
    rewrite(printed, old, new)
    assert places(told(), PAGE) == {where}


def test_a_page_without_its_receipt_is_found(printed: Path, told: Told) -> None:
    receipt = json.loads((printed / DATA).read_text("utf-8"))["receipt"]
    rewrite(printed, receipt, "f" * 64)
    assert places(told(), PAGE) == {"receipt"}


def test_a_quote_that_is_changed_in_data_and_page_no_longer_fits_its_link(printed: Path, told: Told) -> None:
    old, new = "to spend $12 billion on gold crutches", "to spend $12 billion on wooden crutches"

    def change(held: dict[str, Any]) -> None:
        held["facts"][3]["evidence"][0]["quote"] = new

    tamper(printed, change)
    rewrite(printed, f">{old}</a></q>", f">{new}</a></q>")
    assert places(told()) == {"facts[4].evidence[1].link"}


def test_a_story_that_is_missing_is_found(printed: Path, told: Told) -> None:
    """Its data, its page, or its line in the index."""
    (printed / DATA).unlink()
    assert {each["file"] for each in told()} >= {DATA, "data/stories.csv", "data/facts.csv"}


def test_a_page_that_is_missing_is_found(printed: Path, told: Told) -> None:
    (printed / PAGE).unlink()
    assert [each["file"] for each in told()] == [PAGE]


def test_a_story_that_was_added_is_found(printed: Path, told: Told) -> None:
    """Under another name, and nowhere in the lists."""
    shutil.copy(printed / DATA, printed / "data/stories/added.json")
    shutil.copytree((printed / PAGE).parent, printed / "stories/added")
    files = {each["file"] for each in told() if "added" in each["file"] + each["where"]}
    assert files == {"data/stories/added.json", "data/stories.csv", "data/facts.csv"}


def test_an_added_page_is_found_and_a_former_address_is_none(printed: Path, told: Told) -> None:
    (printed / "stories/moved").mkdir()
    moved = f'<!doctype html><meta http-equiv="refresh" content="0; url=/stories/{SLUG}/"><p>It moved</p>'
    (printed / "stories/moved/index.html").write_text(moved, encoding="utf-8")
    assert told() == []
    shutil.copytree((printed / PAGE).parent, printed / "stories/added")
    assert [each["file"] for each in told()] == ["stories/added/index.html"]


def test_lists_that_say_something_else_are_found(printed: Path, told: Told) -> None:
    rewrite(printed, "12bn-aid-for-farmers,US offers", "12bn-aid-for-farmers,China offers", "data/stories.csv")
    tamper(printed, lambda held: held["stories"][0].update(n=9), "data/stories.json")
    assert {each["file"] for each in told()} == {"data/stories.csv", "data/stories.json"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("facts", value) for value in (None, [], {}, "x", [None], [{"n": 1}])),
        *(("sources", value) for value in (None, [], [{"id": "vox"}], [[]])),
        *((key, value) for key in ("verification", "impact", "confidence", "outlook") for value in (None, 7, [])),
        ("reckoned_from", {"files": [{}], "standing_text": ["x", -1, 2**40]}),
        ("date", "someday"),
    ],
)
def test_data_of_another_form_are_differences_and_no_crash(printed: Path, told: Told, key: str, value: Any) -> None:
    tamper(printed, lambda held: held.update({key: value}))
    assert told()


@pytest.mark.parametrize("name", [DATA, PAGE, "data/rubric.json", "data/publishers.json", "data/stories.csv"])
@pytest.mark.parametrize("text", ["", "[1]", "{", "\x00"])
def test_a_file_of_something_else_is_a_difference(printed: Path, told: Told, name: str, text: str) -> None:
    (printed / name).write_text(text, encoding="utf-8")
    assert told()


def leaves(held: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Ways to all values that are no lists and no objects; of a list the first entry stands for all."""
    if isinstance(held, dict):
        for key, value in held.items():
            yield from leaves(value, (*way, key))
    elif isinstance(held, list):
        yield from leaves(held[0], (*way, 0)) if held else ()
    else:
        yield way


def changed(held: Any, way: tuple[Any, ...]) -> Any:
    """The same with another value at the end of a way."""
    if way:
        copy = dict(held) if isinstance(held, dict) else list(held)
        copy[way[0]] = changed(held[way[0]], way[1:])
        return copy
    if isinstance(held, bool):
        return not held
    return held + 1 if isinstance(held, int | float) else f"{held or ''} altered"


UNSEEN = {
    *("$schema", "editor", "ai_use", "mentioned", "analysis", "terms", "coverage", "related", "licence", "expires"),
    *("takeaways.0.facts", "affected.0.facts", "timeline.0", "watch.0", "changes.0", "affected.0", "pull_quote"),
    *("impact.parts.0.facts", "outlook.for", "outlook.facts"),
}
"""Beginnings of ways to what is no rating and rests on none: what only other pages show, and numbers that only lead."""

NO_INPUT = {
    "author",
    "sha256",
    "words",
    "publisher",
    "retrieved",
    "span",
    "published",
    "canonical",
    "authors",
    "url",
} | {*("fingerprint", "origin")}
"""What is told of a source and decided nothing in this story."""


def test_whatever_is_reckoned_is_noticed_when_it_is_another(site: Path) -> None:
    """Value by value: of all keys of a story only those that are named here can be changed without notice."""
    folder = Folder(site)
    held, page = folder.record(DATA), folder.text(PAGE)
    bench, lists = bench_of(shared(folder)), Lists.of(folder)

    def missed(way: tuple[Any, ...]) -> bool:
        other = changed(held, way)
        found = chain(
            recheck(bench, other, SLUG, DATA), check_page(other, PAGE, page), check_listed(lists, SLUG, other)
        )
        return next(found, None) is None

    silent = {".".join(map(str, way)) for way in leaves(held) if missed(way)}
    assert {way for way in silent if not way.startswith(tuple(UNSEEN)) and not NO_INPUT & set(way.split("."))} == set()


@pytest.mark.parametrize(
    "decoy",
    ["<p hidden>{}</p>", "<template>{}</template>", "<script>{}</script>", '<div hidden><p class="intro">{}</p></div>'],
)
def test_true_words_that_nobody_sees_do_not_stand_for_those_that_were_replaced(
    printed: Path, told: Told, decoy: str
) -> None:
    """Neither hidden on the page nor anywhere but in the element that shows them."""
    summary = json.loads((printed / DATA).read_text("utf-8"))["summary"]
    rewrite(printed, f">{summary}</p>", f">Nothing was offered.</p>{decoy.format(summary)}")
    assert [(each["where"], each["said"]) for each in told()] == [("summary", "“Nothing was offered.”")]


def test_true_words_in_another_part_of_the_page_do_not_stand_for_those_that_were_replaced(
    printed: Path, told: Told
) -> None:
    summary = json.loads((printed / DATA).read_text("utf-8"))["summary"]
    rewrite(printed, f">{summary}</p>", f">{summary} Nobody believed it.</p>")
    rewrite(printed, '<div class="prose">', f'<div class="prose"><p>{summary}</p>')
    assert places(told(), PAGE) == {"summary"}


@pytest.mark.parametrize(
    "refresh",
    ["99999999; url=/stories/{}/", "99999999", "0; url=/stories/nobody/", "0; url=https://a.example/stories/{}/"],
)
def test_an_invented_page_is_no_former_address(printed: Path, told: Told, refresh: str) -> None:
    """It stays to be read, or leads away from the site."""
    (printed / "stories/fake").mkdir()
    page = f'<!doctype html><meta http-equiv="refresh" content="{refresh.format(SLUG)}"><h1>Invented</h1>'
    (printed / "stories/fake/index.html").write_text(page, encoding="utf-8")
    assert [each["file"] for each in told()] == ["stories/fake/index.html"]


def test_a_page_with_a_verification_is_no_former_address(printed: Path, told: Told) -> None:
    shutil.copytree((printed / PAGE).parent, printed / "stories/added")
    refresh = f'<meta http-equiv="refresh" content="0; url=/stories/{SLUG}/"><meta charset="utf-8">'
    rewrite(printed, '<meta charset="utf-8">', refresh, "stories/added/index.html")
    assert [each["file"] for each in told()] == ["stories/added/index.html"]


@pytest.mark.parametrize("more", [("", " and lied about it"), ("They lied: ", "")])
def test_a_quote_that_is_lengthened_in_data_and_page_no_longer_fits_its_link(
    printed: Path, told: Told, more: tuple[str, str]
) -> None:
    old = "to spend $12 billion on gold crutches"
    new = old.join(more)
    tamper(printed, lambda held: held["facts"][3]["evidence"][0].update(quote=new))
    rewrite(printed, f">{old}</a></q>", f">{new}</a></q>")
    assert places(told()) == {"facts[4].evidence[1].link"}


def test_a_link_with_two_ends_bounds_the_whole_quote(printed: Path, told: Told) -> None:
    """As of a quote that leaves words out."""
    old, words = "to spend $12 billion on gold crutches", "to spend … gold crutches"

    def link(last: str) -> None:
        def change(held: dict[str, Any]) -> None:
            quote = held["facts"][3]["evidence"][0]
            address = quote["link"].partition("#")[0]
            quote |= {"quote": words, "link": f"{address}#:~:text=plan-,to%20spend,{last},-now"}

        tamper(printed, change)

    link("gold%20crutches")
    rewrite(printed, f">{old}</a></q>", f">{words}</a></q>")
    assert places(told()) == set()
    link("gold")
    assert places(told()) == {"facts[4].evidence[1].link"}


def test_a_found_quote_has_a_link_to_its_words(printed: Path, told: Told) -> None:
    tamper(printed, lambda held: held["facts"][3]["evidence"][0].update(link=""))
    assert places(told()) == {"facts[4].evidence[1].link"}


def test_an_entry_of_the_index_has_all_its_keys(site: Path, printed: Path, told: Told) -> None:
    assert {tuple(entry) for entry in json.loads((site / INDEX).read_text("utf-8"))["stories"]} == {ENTRY}
    tamper(printed, lambda held: held.update(stories=[{"slug": each["slug"]} for each in held["stories"]]), INDEX)
    found = places(told(), INDEX)
    assert {f"{SLUG}.{key}" for key in ENTRY if key not in ("slug", "updated")} <= found


@pytest.mark.parametrize("name", [INDEX, "data/stories.csv", "data/facts.csv"])
def test_a_story_that_is_listed_twice_is_found(printed: Path, told: Told, name: str) -> None:
    if name == INDEX:
        tamper(printed, lambda held: held["stories"].append(held["stories"][0]), INDEX)
    else:
        with open(printed / name, "a", encoding="utf-8") as table:
            table.write((printed / name).read_text("utf-8").splitlines(keepends=True)[-1])
    assert [(each["file"], each["said"], each["reckoned"]) for each in told()] == [(name, "listed 2 times", "once")]


@pytest.mark.parametrize("value", ["zzz!", "", "w5x4-b2b32-1:zzz", "w5x4-b2b32-1:", None])
def test_a_fingerprint_that_cannot_be_read_is_found(printed: Path, told: Told, value: Any) -> None:
    """It would part what was copied from its original, and raise the count."""
    tamper(printed, lambda held: held["sources"][0]["copy"].update(fingerprint=value))
    assert "sources[1].copy.fingerprint" in places(told())


CARD = """<div class="card"><h3 class="card__title"><a href="/stories/{slug}/">{title}</a></h3>
<p class="card__badge"><span class="badge badge--{level}">{badge}</span> <span>{detail}</span></p></div>"""
TRUE = {
    "slug": SLUG,
    "title": "US offers farmers up to $12 billion against losses from the tariff dispute",
    "level": "verified",
    "badge": "2 independent sources",
    "detail": "3 publications",
}


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({}, None),
        ({"detail": "<time>25 July 2018</time>"}, None),
        ({"title": "US offers nothing"}, "title"),
        ({"level": "single-source"}, "level"),
        ({"badge": "9 independent sources"}, "badge"),
        ({"detail": "9 publications"}, "badge"),
    ],
)
def test_a_card_says_what_the_data_of_its_story_say(
    printed: Path, told: Told, change: dict[str, str], where: str | None
) -> None:
    """On the front page as on any other."""
    (printed / "topics").mkdir()
    for name in ("index.html", "topics/index.html"):
        (printed / name).write_text(CARD.format(**{**TRUE, **change}), encoding="utf-8")
        assert places(told(), name) == ({f"card of {SLUG}.{where}"} if where else set())


def test_a_card_of_no_story_is_found(printed: Path, told: Told) -> None:
    (printed / "index.html").write_text(CARD.format(**{**TRUE, "slug": "nobody"}), encoding="utf-8")
    assert places(told(), "index.html") == {"card 1"}


def test_the_front_page_of_the_demo_has_cards_that_are_read(site: Path) -> None:
    """With true data there is no difference; without any, each card is one."""
    page = (site / "index.html").read_text("utf-8")
    assert len(tuple(check_cards("index.html", page, {}))) == page.count('class="card__badge"') > 0


def test_a_strange_site_does_not_command_the_terminal(
    printed: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor does it set lines of its own, or stop the command with half a character."""
    held = json.loads((printed / DATA).read_text("utf-8"))
    held |= {"badge": "\x1b[2J\x9b\ud800", "tool_version": "\x1b]0;x\x07"}
    (printed / DATA).write_text(json.dumps(held), encoding="utf-8")
    text = (printed / INDEX).read_text("utf-8").replace('"badge":', '"a\\nno difference\\u001b[1A": 1, "badge":', 1)
    (printed / INDEX).write_text(text, encoding="utf-8")
    assert desk("verify-site", printed) == 1
    said = capsys.readouterr().out
    assert not {"\x1b", "\x9b", "\x07", "\ud800"} & set(said)
    assert "\nno difference" not in said
    assert "␛[2J" in said


def test_one_story_after_another_is_held(printed: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundredth of a story's data stays when its turn is over."""
    alive: list[weakref.ref[Held]] = []
    read, most = Folder.record, []

    def watched(self: Folder, name: str) -> dict[str, Any]:
        found = Held(read(self, name))
        if name.startswith("data/stories/"):
            gc.collect()
            most.append(sum(each() is not None for each in alive))
            alive.append(weakref.ref(found))
        return found

    monkeypatch.setattr(Folder, "record", watched)
    assert desk("verify-site", printed) == 0
    assert len(most) == 3
    assert max(most) <= 1


class Held(dict[str, Any]):
    """An object to which a weak reference can be held."""


def test_a_folder_without_a_site_is_wrong_usage(tmp_path: Path, desk: Desk) -> None:
    assert desk("verify-site", tmp_path) == 2
    assert desk("verify-site", tmp_path / "none") == 2


def test_the_receipt_of_the_hub_is_that_of_its_site(
    demo: Path, site: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Judged as of the day on which the site was printed, whatever today is."""
    assert desk("receipt", SLUG, "--root", demo, "--published", site, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["receipt"] == json.loads((site / DATA).read_text("utf-8"))["receipt"]
    assert found["as_of"] == AS_OF
    assert found["differences"] == []


def test_a_file_that_changed_since_is_named(
    small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """And so is another day; standing text is told, too."""
    assert desk("lock", "pipes", "--from", saved, "--retrieved", "2026-02-20") == 0
    capsys.readouterr()
    assert desk("receipt", "pipes", "--format", "json") == 0
    first = json.loads(capsys.readouterr().out)
    assert [each["path"] for each in first["files"]][:2] == [PATH, PATH.replace(".md", ".lock")]
    published = {
        "receipt": first["receipt"],
        "reckoned_from": {"files": first["files"], "standing_text": first["standing_text"]},
        "as_of": first["as_of"],
        "tool_version": first["tool_version"],
    }
    (small / "pipes.json").write_text(json.dumps(published), encoding="utf-8")
    assert desk("receipt", "pipes", "--published", "pipes.json") == 0
    assert "The published receipt is the same." in capsys.readouterr().out
    edit(small, "The analysis.", "Another analysis.")
    assert desk("receipt", "pipes", "--published", "pipes.json", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)["differences"]
    assert [each["part"] for each in found] == [PATH, "receipt"]


def test_a_receipt_of_nothing_is_wrong_usage(small: Path, desk: Desk) -> None:
    assert desk("receipt", "nobody") == 2
    assert desk("receipt", "pipes", "--published", "content/site.yml") == 2


def test_a_story_that_cannot_be_judged_has_no_receipt(
    small: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(small, "publisher: courier", "publisher: nobody")
    assert desk("receipt", "pipes") == 1
    assert "desk check" in capsys.readouterr().out
