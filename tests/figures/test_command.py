"""`desk figures` answers for one fact, by quotes or by whole texts, with no hub at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from twosource.desk.main import main

FACT = "Boeing plans to sell 100 aircraft to Vietjet."
TEXT = "Pratt & Whitney plans to sell 135 engines to the airline, and Boeing plans to sell 100 aircraft to Vietjet."


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, list[object] | str]]:
    code = main(["figures", *words, "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def test_quotes_are_judged_and_the_answer_is_json_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = answer(capsys, "--fact", FACT, "--quote", "Boeing plans to sell 100 aircraft")
    assert (code, said["verdict"], said["missing"], said["conflicts"]) == (0, "supported", [], [])
    assert said["passages"] == [{"source": "quote 1", "quote": "Boeing plans to sell 100 aircraft"}]
    code, said = answer(capsys, "--fact", FACT, "--quote", "Boeing plans to sell 135 engines")
    assert (code, said["verdict"], said["missing"]) == (1, "unsupported", ["100"])


@pytest.mark.parametrize("form", ["a.txt", "a.json", "list.json", "documents.json"])
def test_texts_are_searched_in_every_form(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = {"id": "fox", "published": "2016-05-23", "text": TEXT}
    forms = {"a.txt": TEXT, "a.json": record, "list.json": [record], "documents.json": {"documents": [record]}}
    path = tmp_path / form
    path.write_text(forms[form] if form == "a.txt" else json.dumps(forms[form]), encoding="utf-8")  # type: ignore[arg-type]
    code, said = answer(capsys, "--fact", FACT, "--source", str(path))
    assert (code, said["verdict"]) == (0, "supported")
    (passage,) = said["passages"]
    assert isinstance(passage, dict)
    assert passage["source"] == ("a.txt" if form == "a.txt" else "fox")
    assert passage["quote"] in TEXT


def test_a_day_of_publication_comes_from_the_record_the_address_or_the_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "The agency missed the deadline on Tuesday."
    fact = ("--fact", "The agency missed the deadline on April 23.")
    path = tmp_path / "a.json"
    for record in ({"published": "2019-04-23"}, {"url": "https://news.example/2019/04/23/deadline"}):
        path.write_text(json.dumps({"text": text, **record}), encoding="utf-8")
        assert answer(capsys, *fact, "--source", str(path))[0] == 0
    path.write_text(json.dumps({"text": text}), encoding="utf-8")
    assert answer(capsys, *fact, "--source", str(path))[1]["missing"] == ["April 23"]
    assert answer(capsys, *fact, "--source", str(path), "--published", "2019-04-23")[0] == 0


def test_two_texts_that_differ_are_a_conflict_with_the_other_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, many in (("a", 14), ("b", 17)):
        (tmp_path / f"{name}.txt").write_text(f"The strike closed {many} mines in the north.", encoding="utf-8")
    sources = ("--source", str(tmp_path / "a.txt"), "--source", str(tmp_path / "b.txt"))
    assert main(["figures", "--fact", "The strike closed 14 mines in the north.", *sources]) == 1
    said = capsys.readouterr().out
    assert said.startswith("conflict")
    assert "14, but b.txt: 17" in said
    assert "“The strike closed 17 mines in the north.”" in said


@pytest.mark.parametrize(
    "words",
    [
        ("--fact", FACT),
        ("--fact", FACT, "--quote", "x", "--source", "y"),
        ("--fact", FACT, "--source", "absent.txt"),
        ("--fact", FACT, "--quote", "x", "--published", "yesterday"),
    ],
)
def test_wrong_usage_ends_with_two(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["figures", *words])
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("desk figures:")


@pytest.mark.parametrize("content", ["no json", "[]", '{"documents": []}', '{"text": ""}', "[1, 2]", '{"text": 7}'])
def test_a_file_without_a_text_is_told(content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["figures", "--fact", FACT, "--source", str(path)])
    assert "a.json" in capsys.readouterr().err
