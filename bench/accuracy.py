"""How well copies and common origins are found, on labelled articles and pages that are not part of the project.

    make accuracy             or:    .venv/bin/python bench/accuracy.py [FOLDER]

FOLDER holds `evidence/` and `sources/` (default: `../shared`); a part whose data is absent is skipped, and says so.
Ends with 1 when a labelled case came out wrong, or when nothing could be measured.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "plugins"))

from twosource.desk.compare_input import Given, documents_of, read_given  # noqa: E402
from twosource.desk.html_page import read_html  # noqa: E402
from twosource.desk.saved_forms import page_of_record  # noqa: E402
from twosource.desk.saved_page import SavedPage  # noqa: E402
from twosource.newsroom.loading import load_library  # noqa: E402
from twosource.verification.agencies import name_key, publisher_ids  # noqa: E402
from twosource.verification.comparison import Comparison, Known, Likeness, compare  # noqa: E402
from twosource.verification.union_find import partition  # noqa: E402

Components = set[frozenset[str]]
Pair = frozenset[str]

COPIED = (Likeness.SAME, Likeness.JOINED)


@dataclass
class Tally:
    """Right and wrong answers, with what was wrong."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, name: str, good: bool, said: object = "") -> None:
        """Count one answer."""
        self.right += good
        self.wrong += [] if good else [f"{name}: {said}"]

    def __str__(self) -> str:
        lines = [f"{self.right} of {self.right + len(self.wrong)} right", *(f"    WRONG {one}" for one in self.wrong)]
        return "\n".join(lines)


@dataclass
class Score:
    """Precision and recall over pairs."""

    both: int = 0
    said: int = 0
    meant: int = 0

    def add(self, said: set[Pair], meant: set[Pair]) -> None:
        """Count the pairs of one group."""
        self.both += len(said & meant)
        self.said += len(said)
        self.meant += len(meant)

    def __str__(self) -> str:
        precision = f"{self.both / self.said:.2f}" if self.said else "   -"
        recall = f"{self.both / self.meant:.2f}" if self.meant else "   -"
        return f"precision {precision} ({self.both} of {self.said}), recall {recall} ({self.both} of {self.meant})"


def known() -> Known:
    """What the demo hub knows: its registry, locks and rubric."""
    library = load_library(ROOT)
    rubric = library.rubric
    return Known(library.publishers, library.locks, rubric.independence, rubric.gate.never_counts)


def compared(records: Iterable[Mapping[str, Any]], hub: Known) -> Comparison:
    """Records of the form that `desk compare` reads."""
    given = [Given(str(one["id"]), page_of_record(Path("x.json"), one), "") for one in records]
    return compare(documents_of(given, hub.registry), hub)


def by_text(result: Comparison) -> Components:
    """Who hangs together by copied text alone."""
    ids = [document.id for document in result.documents]
    pairs = [(pair.a, pair.b) for pair in result.pairs if pair.verdict in COPIED]
    return set(map(frozenset, partition(ids, pairs)))


def pairs_of(components: Iterable[Iterable[str]]) -> set[Pair]:
    """Every two members of one component."""
    return {frozenset(pair) for component in components for pair in combinations(sorted(component), 2)}


def clusters(folder: Path, hub: Known) -> Iterator[str]:
    """Labelled groups of articles on one event: copied text, and origins."""
    components, origins, apart, score = Tally(), Tally(), Tally(), Score()
    for group in json.loads((folder / "evidence" / "clusters.json").read_text("utf-8")):
        docs, name = group["docs"], group["cluster"]
        result = compared(({**doc, "publisher": doc.get("source", ""), "published": doc["date"]} for doc in docs), hub)
        domains = {doc["id"]: doc["domain"] for doc in docs}
        found = {frozenset(domains[one] for one in part) for part in by_text(result)}
        expected = set(map(frozenset, group["expected_text_components"]))
        components.add(name, found == expected, sorted(map(sorted, found)))
        score.add(pairs_of(found), pairs_of(expected))
        if "expected_origin_count" in group:
            count = len(result.clusters)
            origins.add(name, count == group["expected_origin_count"], f"{count}, not {group['expected_origin_count']}")
        else:
            joins = [join.detail for pair in result.pairs for join in pair.joins]
            apart.add(name, not joins, joins)
    yield f"components by text alone: {components}"
    yield f"pairs by text alone: {score}"
    yield f"number of origins, declared by nobody: {origins}"
    yield f"independent reports without any join: {apart}"


def labelled_components(group: Mapping[str, Any]) -> Components:
    """Ids with one origin, as labelled."""
    labels = group["independence"]
    return {
        *(frozenset(part["ids"]) for part in labels["groups"]),
        *(frozenset([one]) for one in labels["independent"]),
    }


def events(folder: Path, hub: Known) -> Iterator[str]:
    """Labelled events of the second set: exact clusters, number of origins, pairs by kind of join."""
    exact, origins, kinds, score = Tally(), Tally(), dict[str, Score](), Score()
    for path in sorted((folder / "sources").glob("*.json")):
        group = json.loads(path.read_text("utf-8"))
        result = compared(group["articles"], hub)
        found, expected = set(map(frozenset, result.clusters)), labelled_components(group)
        exact.add(path.stem, found == expected, sorted(map(sorted, found - expected)))
        count = len(result.clusters)
        origins.add(path.stem, count == group["independence"]["origins"], count)
        score.add(pairs_of(found), pairs_of(expected))
        for kind in {join.kind.value for pair in result.pairs for join in pair.joins}:
            said = {frozenset((p.a, p.b)) for p in result.pairs if any(join.kind.value == kind for join in p.joins)}
            kinds.setdefault(kind, Score()).add(said, said & pairs_of(expected))
    yield f"clusters: {exact}"
    yield f"number of origins: {origins}"
    yield f"pairs: {score}"
    yield from (f"    joined by {kind}: {one.both} of {one.said} right" for kind, one in sorted(kinds.items()))


def credits(folder: Path, hub: Known) -> Iterator[str]:
    """Agency texts of the second set: who is named as origin. Without a credit in the saved text, nobody can be."""
    ids = publisher_ids(hub.registry.values())
    score, hidden = Score(), Counter[str]()
    for path in sorted((folder / "sources").glob("*.json")):
        group = json.loads(path.read_text("utf-8"))
        result = compared(group["articles"], hub)
        whole = {label["id"]: label for label in group["independence"]["wire"] if label["how"].startswith("full")}
        meant = {frozenset((one, ids.get(name_key(label["origin"]), ""))) for one, label in whole.items()}
        said = {frozenset((one, ids.get(name_key(name), ""))) for one, name in result.origins.items()}
        score.add(said, meant)
        hidden.update(label["how"].partition(" ")[0] for label in group["independence"]["wire"])
    yield f"whole agency texts with a credit: {score}"
    yield f"    labels by form: {', '.join(f'{form} {number}' for form, number in sorted(hidden.items()))}"


def pages(folder: Path, hub: Known) -> Iterator[str]:
    """Saved HTML pages: publisher, origin, syndicated or not."""
    ids = publisher_ids(hub.registry.values())
    tally = Tally()
    for case in json.loads((folder / "evidence" / "html_cases.json").read_text("utf-8")):
        page = read_html(case["file"], case["url"], (folder / "evidence" / case["file"]).read_bytes())
        if not isinstance(page, SavedPage):
            tally.add(case["file"], False, page.message)
            continue
        result = compare(documents_of([Given("page", page, "")], hub.registry), hub)
        publisher, origin = result.publishers["page"], result.origins.get("page", "")
        wanted = case["expected_origin"] or ""
        same = ids.get(name_key(origin), name_key(origin)) == ids.get(name_key(wanted), name_key(wanted))
        good = publisher.casefold() == case["expected_publisher"].casefold() and same
        tally.add(
            case["file"],
            good and bool(origin) == case["expected_syndicated"],
            f"{publisher}, from {origin or 'itself'}",
        )
    yield f"publisher, origin, syndicated or not: {tally}"


def addresses(folder: Path, hub: Known) -> Iterator[str]:
    """The same pages as bare files: the address is found in the page."""
    given, problems = read_given([folder / "evidence" / "html"])
    cases = {
        Path(case["file"]).name: case
        for case in json.loads((folder / "evidence" / "html_cases.json").read_text("utf-8"))
    }
    tally = Tally()
    for one in given:
        found = compare(documents_of([one], hub.registry), hub).origins.get(one.id, "")
        tally.add(one.id, bool(found) == cases[one.id]["expected_syndicated"], found or "itself")
    for problem in problems:
        tally.add(problem.place.path, False, problem.message)
    yield f"syndicated or not, without being told the address: {tally}"


Part = Callable[[Path, Known], Iterator[str]]

PARTS: tuple[tuple[str, str, Part], ...] = (
    ("Articles on one event", "evidence/clusters.json", clusters),
    ("Thirty trade events", "sources", events),
    ("Agency credits", "sources", credits),
    ("Saved pages", "evidence/html_cases.json", pages),
    ("Saved pages, bare", "evidence/html_cases.json", addresses),
)
"""What is measured: heading, data, function. Further benchmarks of accuracy are added here."""


def main() -> int:
    """Print every part; 1 when something came out wrong or nothing was measured."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
    hub, wrong, measured = known(), 0, 0
    for heading, data, part in PARTS:
        print(f"\n{heading}")
        if not (folder / data).exists():
            print(
                f"  SKIPPED: {folder / data} is absent. The articles are their publishers' and not part of the project."
            )
            continue
        measured += 1
        for told in part(folder, hub):
            wrong += told.count("    WRONG ")
            print(f"  {told}")
    print(f"\n{wrong} wrong, {measured} of {len(PARTS)} parts measured.")
    return int(bool(wrong) or not measured)


if __name__ == "__main__":
    sys.exit(main())
