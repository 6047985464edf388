"""`desk compare` reads what writers have, says it in two forms, and gives the same bytes for the same documents."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.compare.conftest import Compare, prose, report
from twosource.desk.compare import what_is_known
from twosource.desk.main import main
from twosource.newsroom.loading import load_library
from twosource.verification.built_in import INDEPENDENCE, NEVER_COUNTS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (
    '<!doctype html><html lang="en"><head><title>Pipes</title><meta property="og:site_name" content="The Courier">'
    '<meta property="og:url" content="https://courier.example/pipes">'
    '<link rel="canonical" href="https://wire.example/pipes"></head><body><article><h1>Pipes</h1>{}</article></body></html>'
)


def test_the_built_in_thresholds_are_those_of_the_rubric() -> None:
    """Where there is no hub, the same holds as where there is one."""
    rubric = load_library(ROOT).rubric
    assert rubric.independence == INDEPENDENCE
    assert rubric.gate.never_counts == NEVER_COUNTS


def test_the_form_is_the_one_that_is_promised(compare: Compare) -> None:
    """Programs rely on these names."""
    answer = compare(
        [report("alpha", 1, canonical="https://alpha.example/x", before="OSLO (AP) — "), report("beta", 1)]
    )
    assert list(answer) == ["documents", "pairs", "clusters"]
    assert answer["documents"][0] == {
        "id": "alpha",
        "publisher": "Alpha",
        "published": "2026-02-18",
        "origin": "Associated Press",
        "canonical": "https://alpha.example/x",
        "words": 263,
    }
    assert answer["documents"][1]["origin"] == "own"
    assert [list(pair) for pair in answer["pairs"]] == [["a", "b", "containment", "verdict", "joins"]]
    assert [list(join) for join in answer["pairs"][0]["joins"]] == [["kind", "detail"]]
    assert answer["clusters"] == [["alpha", "beta"]]


def test_files_of_all_forms_are_named_after_themselves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts need no address; of several records without id each has its number; one id twice is told apart."""
    (tmp_path / "a.txt").write_text(prose(1), encoding="utf-8")
    paragraphs = "".join(f"<p>{prose(seed, 65)}</p>" for seed in range(4))
    (tmp_path / "b.html").write_text(PAGE.format(paragraphs), encoding="utf-8")
    (tmp_path / "c.json").write_text(json.dumps({"text": prose(3), "authors": "Jane Doe"}), encoding="utf-8")
    (tmp_path / "d.json").write_text(json.dumps([{"text": prose(4)}, {"text": prose(5), "id": 7}]), encoding="utf-8")
    (tmp_path / "e.json").write_text(json.dumps({"text": prose(6), "id": "a.txt"}), encoding="utf-8")
    assert main(["compare", str(tmp_path), "--format", "json", "--root", str(ROOT)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in answer["documents"]] == ["7", "a.txt", "a.txt#2", "b.html", "c.json", "d.json#1"]
    page = answer["documents"][3]
    assert (page["publisher"], page["origin"], page["canonical"]) == (
        "The Courier",
        "wire.example",
        "https://wire.example/pipes",
    )


def test_publishers_are_those_of_the_hub_s_registry(compare: Compare) -> None:
    """By site, with owners on the day of publication; without a hub the page's own name stands."""
    wsj = {"url": "https://www.wsj.com/articles/x", "publisher": "WSJ.com"}
    post = {"url": "https://nypost.com/x", "publisher": "nypost"}
    records = [report("a", 1, **wsj), report("b", 2, **post)]
    registered, alone = compare(records, "--root", str(ROOT)), compare(records)
    assert [one["publisher"] for one in registered["documents"]] == ["The Wall Street Journal", "New York Post"]
    assert [one["publisher"] for one in alone["documents"]] == ["WSJ.com", "nypost"]
    assert registered["pairs"][0]["joins"] == [
        {"kind": "owner", "detail": "News Corp owns both The Wall Street Journal and New York Post."}
    ]
    assert alone["clusters"] == [["a"], ["b"]]


def test_the_order_of_the_documents_and_the_hash_seed_change_no_byte(tmp_path: Path) -> None:
    """Nothing hangs on who stands first."""
    records = [report(f"r{n}", n % 4, before="OSLO (AP) — " if n % 3 else "", authors=["Jane Doe"]) for n in range(9)]
    said = set()
    for seed in ("0", "1", "7"):
        random.Random(seed).shuffle(records)
        (tmp_path / "given.json").write_text(json.dumps(records), encoding="utf-8")
        command = [sys.executable, "-m", "twosource.desk", "compare", "given.json", "--format", "json"]
        known = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "plugins")}
        said.add(subprocess.run(command, cwd=tmp_path, env=known, capture_output=True, check=True).stdout)
    assert len(said) == 1


def test_an_aggregator_joins_nobody_that_counts(compare: Compare, tmp_path: Path) -> None:
    """Two reports are not one because a collection holds both."""
    hub = tmp_path / "hub"
    for folder in ("content", "methodology"):
        (hub / folder).mkdir(parents=True)
    for path in ("content/site.yml", "content/about.md", "methodology/rubric.yml"):
        (hub / path).write_bytes((ROOT / path).read_bytes())
    keys = "name: Heap, domain: heap.example, owner: Heap Ltd, kind: aggregator, country: GB, grade: F"
    entry = f"heap: {{{keys}, reason: It collects., date: 2026-01-05}}\n"
    (hub / "methodology" / "publishers.yml").write_text(entry, encoding="utf-8")
    a, b = prose(1), prose(2)
    records = [report("a", 0, text=a), report("b", 0, text=b), report("heap", 0, text=f"{a} {b}")]
    assert compare(records, "--root", str(hub))["clusters"] == [["a"], ["b"], ["heap"]]
    assert compare(records)["clusters"] == [["a", "b", "heap"]]


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The answer stays whole; the code is 1."""
    (tmp_path / "a.txt").write_text(prose(1), encoding="utf-8")
    (tmp_path / "b.json").write_text("{", encoding="utf-8")
    (tmp_path / "c.json").write_text("[{}, []]", encoding="utf-8")
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "e.txt").write_text(" ", encoding="utf-8")
    assert main(["compare", str(tmp_path), "--format", "json", "--root", str(ROOT)]) == 1
    told = capsys.readouterr()
    assert [one["id"] for one in json.loads(told.out)["documents"]] == ["a.txt"]
    assert all(name in told.err for name in ("b.json", "c.json", "d.pdf", "e.txt"))


def test_a_file_or_hub_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    """Exit code 2."""
    for words in (["compare", str(tmp_path / "no.txt")], ["compare", str(ROOT / "README.md"), "--root", str(tmp_path)]):
        with pytest.raises(SystemExit) as left:
            main(words)
        assert left.value.code == 2


def test_without_a_hub_the_built_in_numbers_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside any hub nothing is missing."""
    monkeypatch.chdir(tmp_path)
    assert what_is_known(None).rules == INDEPENDENCE
    assert dict(what_is_known(None).registry) == {}


def test_the_text_form_tells_pairs_reasons_and_clusters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For a reader."""
    records = [report("alpha", 1), report("beta", 1), report("gamma", 2)]
    (tmp_path / "given.json").write_text(json.dumps(records), encoding="utf-8")
    assert main(["compare", str(tmp_path / "given.json"), "--root", str(ROOT)]) == 0
    told = capsys.readouterr().out
    assert "alpha + beta: 100%, same" in told
    assert "[copy] They are one text: 100% of the shorter one stands in the other." in told
    assert "2 pairs with nothing in common" in told
    assert "2 clusters: who counts as one\n  1. alpha, beta\n  2. gamma" in told


@pytest.mark.parametrize("key", ["documents", "articles", "docs", "pages"])
def test_a_collection_may_keep_its_pages_under_any_of_its_usual_keys(
    key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The names for outlet, day and text differ between collections, too."""
    record = {"id": "a", "source": "The Courier", "date": "2019-03-04T10:00:00Z", "content": prose(1)}
    (tmp_path / "given.json").write_text(json.dumps({key: [record]}), encoding="utf-8")
    assert main(["compare", str(tmp_path / "given.json"), "--format", "json", "--root", str(ROOT)]) == 0
    (page,) = json.loads(capsys.readouterr().out)["documents"]
    assert (page["publisher"], page["published"]) == ("The Courier", "2019-03-04")


def test_a_reason_calls_a_document_of_no_known_outlet_by_its_id(compare: Compare) -> None:
    """And no outlet is made up for it."""
    unknown = [{"id": name, "text": f"OSLO (AP) — {prose(seed)}"} for name, seed in (("one", 1), ("two", 2))]
    answer = compare(unknown)
    assert [page["publisher"] for page in answer["documents"]] == ["", ""]
    assert answer["pairs"][0]["joins"][0]["detail"] == (
        "Both carry Associated Press: one prints “OSLO (AP) —”; two prints “OSLO (AP) —”."
    )


@pytest.mark.parametrize("key", ["author", "publisher"])
def test_structured_data_may_name_an_agency_in_a_list_within_a_graph(
    key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A single word is no person to the extractor, so that it must be read from the page."""
    paragraphs = "".join(f"<p>{prose(seed, 65)}</p>" for seed in range(4))
    data = {"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", key: [{"name": "Reuters"}]}]}
    page = PAGE.format(paragraphs).replace("wire.example", "courier.example")
    page = page.replace("</head>", f'<script type="application/ld+json">{json.dumps(data)}</script></head>')
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    assert main(["compare", str(tmp_path / "a.html"), "--format", "json", "--root", str(ROOT)]) == 0
    assert json.loads(capsys.readouterr().out)["documents"][0]["origin"] == "Reuters"
