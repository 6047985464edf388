"""`desk schema`: what the reader takes, the schema takes; what it refuses for its form, the schema refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.desk.conftest import Desk
from twosource.desk.schema import FORMS, as_json
from twosource.desk.words.schema import FORMS as NAMED

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    "story": "content/stories/**/*.md",
    "entity": "content/entities/*.md",
    "term": "glossary/*.md",
    "chapter": "methodology/*.md",
    "publishers": "methodology/publishers.yml",
    "rubric": "methodology/rubric.yml",
    "site": "content/site.yml",
}


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2's core types, which editors use: dates and `no` stay text."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in rules if tag != "tag:yaml.org,2002:timestamp" and first not in "yYnNoO"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def held(path: Path) -> Any:
    """The front matter of a Markdown file, or a whole YAML file."""
    text = path.read_text("utf-8")
    return yaml.load(text.split("\n---\n")[0].removeprefix("---\n") if path.suffix == ".md" else text, AsEditorsRead)


def with_text_keys(value: Any) -> Any:
    """As JSON has it: every key is text."""
    if isinstance(value, dict):
        return {str(key): with_text_keys(each) for key, each in value.items()}
    return [with_text_keys(each) for each in value] if isinstance(value, list) else value


def test_the_command_offers_every_form_there_is() -> None:
    """The list of the command line is written apart, so that help stays quick."""
    assert tuple(FORMS) == NAMED


@pytest.mark.parametrize("form", FORMS)
def test_a_schema_is_valid_and_describes_every_key(form: str) -> None:
    """form"""
    schema = FORMS[form]()
    Draft202012Validator.check_schema(schema)
    below = schema.get("properties") or schema["additionalProperties"]["properties"]
    assert all(each.get("description") for each in below.values())


@pytest.mark.parametrize("form", FORMS)
def test_every_file_of_the_demonstration_is_valid(form: str) -> None:
    """form"""
    judge = Draft202012Validator(FORMS[form]())
    files = [path for path in ROOT.glob(FILES[form]) if path.name != "README.md"]
    assert files
    for path in files:
        faults = [
            f"{path.name}: {fault.json_path} {fault.message}" for fault in judge.iter_errors(with_text_keys(held(path)))
        ]
        assert faults == []


@pytest.mark.parametrize(
    ("way", "value"),
    [
        (("title",), ""),
        (("verified_by",), 3),
        (("status",), "publishd"),
        (("date",), "19 February"),
        (("authors",), "Ada"),
        (("authors",), []),
        (("facts", 0, "evidence"), []),
        (("facts", 0, "kind"), "rumour"),
        (("sources", 0, "url"), "example.org/page"),
        (("sources", 0, "origin"), {"rumour": "x"}),
        (("sources", 0, "id"), "Us Doe"),
        (("impact", "financial", "score"), 11),
        (("impact", "financial", "score"), "high"),
        (("impact", "financial", "facts"), "1"),
        (("aliases",), ["old"]),
    ],
)
def test_faults_of_form_are_refused(way: tuple[str | int, ...], value: object) -> None:
    """way ; value"""
    story = held(sorted(ROOT.glob(FILES["story"]))[0])
    judge = Draft202012Validator(FORMS["story"]())
    assert judge.is_valid(story)
    inner = story
    for step in way[:-1]:
        inner = inner[step]
    inner[way[-1]] = value
    assert not judge.is_valid(story)


def test_one_schema_is_printed_and_all_are_written(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same bytes both ways."""
    assert desk("schema", "term") == 0
    printed = capsys.readouterr().out
    assert desk("schema", "--to", str(tmp_path / "all")) == 0
    assert printed == (tmp_path / "all/term.schema.json").read_text("utf-8") == as_json("term")
    assert {json.loads(path.read_text("utf-8"))["title"] for path in (tmp_path / "all").iterdir()} == {
        make()["title"] for make in FORMS.values()
    }


def test_neither_a_form_nor_a_folder_is_wrong_usage(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """And it says what would be right."""
    assert desk("schema") == 2
    assert "publishers" in capsys.readouterr().err


@pytest.mark.parametrize("form", FORMS)
def test_the_schemas_for_editors_in_this_repository_are_up_to_date(form: str) -> None:
    """`desk schema --to .vscode/schema` writes them."""
    assert (ROOT / f".vscode/schema/{form}.schema.json").read_text("utf-8") == as_json(form)
