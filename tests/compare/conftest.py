"""Reports made up for comparing: long enough to judge, and of different words unless a test says otherwise."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from twosource.desk.main import main

Record = dict[str, Any]
Answer = dict[str, Any]
Compare = Callable[..., Answer]


def prose(seed: int, words: int = 260) -> str:
    """Sentences of made-up words; the same seed gives the same."""
    chance = random.Random(seed)
    lexicon = ["".join(chance.choices("aeioubcdfglmnprst", k=chance.randint(3, 9))) for _ in range(900)]
    picked = chance.choices(lexicon, k=words)
    return " ".join(" ".join(picked[at : at + 13]).capitalize() + "." for at in range(0, words, 13))


def report(name: str, seed: int, *, before: str = "", after: str = "", **keys: Any) -> Record:
    """One report on a site of its own."""
    given = {
        "id": name,
        "url": f"https://{name}.example/pipes",
        "publisher": name.capitalize(),
        "published": "2026-02-18",
    }
    return {**given, "text": f"{before}{prose(seed)}{after}", **keys}


@pytest.fixture
def compare(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Compare:
    """Runs the command on records, in a folder that is no hub, and reads its JSON."""
    monkeypatch.chdir(tmp_path)

    def run(records: Iterable[Record], *words: str) -> Answer:
        (tmp_path / "given.json").write_text(json.dumps({"articles": list(records)}), encoding="utf-8")
        assert main(["compare", str(tmp_path / "given.json"), "--format", "json", *words]) == 0
        answer: Answer = json.loads(capsys.readouterr().out)
        return answer

    return run


def kinds(answer: Answer) -> list[str]:
    """Kinds of all joins, in order."""
    return [join["kind"] for pair in answer["pairs"] for join in pair["joins"]]
