"""How often the judging of figures is right, on labelled facts about real articles that are not part of the project.

Three sets: the facts of `evidence/facts.json`; our own of `tests/figures/labelled.txt` about the articles of
`sources/`, each also with its figures swapped for every other figure of the same measure in its article; and our own
with quotes of `tests/figures/quoted.txt`, which need no articles. Right means the verdict, and for unsupported facts
that the wrong figure or name is among what is missing.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from twosource.verification.figures import Document, Finding, Quoted, judge_quotes, search
from twosource.verification.figures.figure import Measure
from twosource.verification.figures.same_value import comparable, excludes, says
from twosource.verification.figures.sentence import sentence

LABELLED = Path(__file__).resolve().parent.parent / "tests" / "figures" / "labelled.txt"
QUOTED = LABELLED.with_name("quoted.txt")
VERDICTS = {"s": "supported", "u": "unsupported", "c": "conflict"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A fact with the answer that a reader gave."""

    fact: str
    """The sentence."""
    documents: tuple[Document, ...]
    """The articles."""
    expect: str
    """`supported`, `unsupported` or `conflict`."""
    bad: str
    """What must be among the missing; empty where nothing is said."""


@dataclass(frozen=True, slots=True)
class Score:
    """What came of one set."""

    name: str
    """Which set."""
    total: int
    """Facts judged."""
    right: int
    """Facts judged as labelled."""
    precision: float
    """Of the facts called supported, the share that are."""
    recall: float
    """Of the supported facts, the share called so; 0 for a set that has none."""
    wrong: tuple[str, ...]
    """Each fact judged otherwise, with both verdicts."""
    milliseconds: float
    """Time for a fact with its articles, at the median; each article is read anew only the first time."""

    def __str__(self) -> str:
        counted = f"{self.right} of {self.total} right"
        if self.recall:
            counted += f", precision {self.precision:.3f}, recall {self.recall:.3f}"
        counted += f", {self.milliseconds:.1f} ms a fact"
        return "\n".join((f"{self.name}: {counted}", *(f"  {line}" for line in self.wrong)))


def run(shared: Path) -> tuple[Score, ...]:
    """Scores of the sets whose articles are below `shared`; of those with quotes only where the folder is absent."""
    quotes = score("figures, quotes", tuple(of_quotes()), by_quotes)
    if not (shared / "evidence" / "facts.json").is_file() or not (shared / "sources").is_dir():
        return (quotes,)
    ours = tuple(of_sources(shared))
    return (
        score("figures, facts.json", tuple(of_evidence(shared))),
        score("figures, our labels", ours),
        score("figures, swapped", tuple(swapped(ours))),
        quotes,
    )


def by_text(case: Labelled) -> Finding:
    """The articles searched."""
    return search(case.fact, case.documents)


def by_quotes(case: Labelled) -> Finding:
    """The texts taken for quotes."""
    return judge_quotes(case.fact, [Quoted(one.name, one.text) for one in case.documents])


def score(name: str, cases: tuple[Labelled, ...], judge: Callable[[Labelled], Finding] = by_text) -> Score:
    """Judge every case of a set."""
    called = true = supported = right = 0
    wrong: list[str] = []
    took: list[float] = []
    for case in cases:
        began = time.perf_counter()
        found = judge(case)
        took.append(time.perf_counter() - began)
        named = not case.bad or any(case.bad in one.text or one.text in case.bad for one in found.missing)
        fine = found.outcome == case.expect and named
        called += found.outcome == "supported"
        supported += case.expect == "supported"
        true += found.outcome == case.expect == "supported"
        right += fine
        wrong += [] if fine else [f"{case.expect}, judged {found.outcome}: {case.fact}"]
    return Score(
        name,
        len(cases),
        right,
        true / max(1, called),
        true / max(1, supported),
        tuple(wrong),
        1000 * statistics.median(took),
    )


def of_evidence(shared: Path) -> Iterator[Labelled]:
    """The facts of facts.json, with the articles of clusters.json."""
    documents = _articles(shared)
    for case in json.loads((shared / "evidence" / "facts.json").read_text("utf-8")):
        found = tuple(documents[name] for name in case["docs"])
        yield Labelled(case["fact"], found, case["expect"], case.get("bad", ""))


def of_sources(shared: Path) -> Iterator[Labelled]:
    """Our labelled facts, with the saved articles."""
    documents = _articles(shared)
    for line in LABELLED.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            verdict, names, bad, fact = (part.strip() for part in line.split("|", 3))
            found = tuple(documents[name.strip()] for name in names.split(","))
            yield Labelled(fact, found, VERDICTS[verdict], bad)


def of_quotes() -> Iterator[Labelled]:
    """Our labelled facts with quotes."""
    for line in QUOTED.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            verdict, bad, fact, quotes = (part.strip() for part in line.split("|", 3))
            texts = tuple(Document(f"quote {n}", text.strip(), None) for n, text in enumerate(quotes.split("||"), 1))
            yield Labelled(fact, texts, VERDICTS[verdict], bad)


def _articles(shared: Path) -> Mapping[str, Document]:
    """Every article of both folders by its id."""
    clusters = json.loads((shared / "evidence" / "clusters.json").read_text("utf-8"))
    events = (json.loads(path.read_text("utf-8")) for path in sorted((shared / "sources").glob("*.json")))
    found = {one["id"]: _document(one, "date") for cluster in clusters for one in cluster["docs"]}
    return found | {one["id"]: _document(one, "published") for event in events for one in event["articles"]}


def swapped(cases: tuple[Labelled, ...]) -> Iterator[Labelled]:
    """Supported facts with one figure swapped for another of its article: nearly all of them wrong, and none marked."""
    for case in cases:
        stated = sentence(case.fact).figures if case.expect == "supported" else ()
        for one in stated:
            others = (other for spot in case.documents[0].spots for other in spot.sentence.figures)
            texts = {
                other.text
                for other in others
                if one.measure not in (Measure.DATE, Measure.ORDINAL, Measure.TIMES, Measure.VAGUE)
                and comparable(other, one)
                and excludes(other, one)
                and other.low == other.high
                and not any(says(other, known) for known in stated)
            }
            for text in sorted(texts):
                yield Labelled(
                    case.fact[: one.start] + text + case.fact[one.end :], case.documents[:1], "unsupported", ""
                )


def _document(record: Mapping[str, Any], day: str) -> Document:
    written = str(record.get(day) or "")[:10]
    return Document(record["id"], record["text"], date.fromisoformat(written) if written else None)


def main() -> int:
    """Print every score; 0 also where the articles are absent, which is said."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared"
    scores = run(shared)
    print("\n".join(map(str, scores)))
    if len(scores) == 1:
        print(f"SKIPPED: no labelled articles in {shared}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
