"""`desk check` shows what is asked for, in SARIF too, counts what files excuse, and checks again on a change."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator

from tests.desk.conftest import PATH, Desk, edit
from twosource.desk.report import closing, rule_address
from twosource.desk.sarif import in_sarif
from twosource.desk.source_line import cells, visible, window
from twosource.newsroom.excuses import Excused
from twosource.newsroom.problems import Place, Problem, Severity, errors_first
from twosource.newsroom.rules import RULES

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["error", "warning"]}
WHOLE = {"type": "integer", "minimum": 1}
FORM = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "minItems": 1, "maxItems": 1, "items": {"$ref": "#/$defs/run"}},
    },
    "$defs": {
        "run": {
            "type": "object",
            "required": ["tool", "results", "columnKind", "invocations", "originalUriBaseIds"],
            "additionalProperties": False,
            "properties": {
                "tool": {
                    "type": "object",
                    "required": ["driver"],
                    "properties": {
                        "driver": {
                            "type": "object",
                            "required": ["name", "version", "rules"],
                            "additionalProperties": False,
                            "properties": {
                                "name": {"const": "Twosource"},
                                "version": {"type": "string"},
                                "rules": {"type": "array", "uniqueItems": True, "items": {"$ref": "#/$defs/rule"}},
                            },
                        }
                    },
                },
                "columnKind": {"const": "unicodeCodePoints"},
                "originalUriBaseIds": {"type": "object", "additionalProperties": {"type": "object"}},
                "invocations": {"items": {"required": ["executionSuccessful"]}},
                "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
            },
        },
        "rule": {
            "type": "object",
            "required": ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
            "additionalProperties": False,
            "properties": {
                "id": {"enum": list(RULES)},
                "shortDescription": TEXT,
                "fullDescription": TEXT,
                "help": {**TEXT, "required": ["text", "markdown"]},
                "helpUri": {"type": "string", "format": "uri"},
                "defaultConfiguration": {"required": ["level"], "properties": {"level": LEVEL}},
                "properties": {"type": "object"},
            },
        },
        "result": {
            "type": "object",
            "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
            "additionalProperties": False,
            "properties": {
                "ruleId": {"enum": list(RULES)},
                "ruleIndex": {"type": "integer", "minimum": 0, "maximum": len(RULES) - 1},
                "level": LEVEL,
                "message": TEXT,
                "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
                "suppressions": {
                    "type": "array",
                    "items": {"required": ["kind", "justification"], "properties": {"kind": {"const": "inSource"}}},
                },
                "locations": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/location"}},
            },
        },
        "location": {
            "required": ["physicalLocation"],
            "properties": {
                "physicalLocation": {
                    "required": ["artifactLocation", "region"],
                    "properties": {
                        "artifactLocation": {"required": ["uri", "uriBaseId"]},
                        "region": {
                            "required": ["startLine", "startColumn"],
                            "additionalProperties": False,
                            "properties": {"startLine": WHOLE, "startColumn": WHOLE},
                        },
                    },
                }
            },
        },
    },
}
"""What the standard requires of the part of SARIF 2.1.0 that is written here, stricter where the standard leaves a
choice: a property under another name or of another kind is refused."""


def problem(path: str = "a.md", rule: str = "bad-id", line: int = 1, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(Place(path, line, 2), rule, "Wrong.", "Mend it.", severity)


def as_sarif(*problems: Problem, excused: tuple[Excused, ...] = (), hub: str = "") -> dict[str, Any]:
    log: dict[str, Any] = json.loads(in_sarif(problems, excused, hub))
    Draft202012Validator(FORM).validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


@pytest.fixture
def locked(small: Path, saved: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> Path:
    """The hub without a problem."""
    desk("lock", "pipes", "--from", saved)
    capsys.readouterr()
    return small


def test_sarif_holds_every_rule_with_its_page_whether_it_was_broken_or_not() -> None:
    run = as_sarif()
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert all("Wrong:" in rule["help"]["text"] and "```" in rule["help"]["markdown"] for rule in rules)
    assert not any("helpUri" in rule for rule in rules)
    assert run["results"] == []


def test_a_rule_s_help_is_on_the_hub_s_own_site_where_it_has_one() -> None:
    for rule in as_sarif(hub="https://news.example.org/hub/")["tool"]["driver"]["rules"]:
        assert rule["helpUri"] == f"https://news.example.org/hub/methodology/rules/{rule['id']}/"
        assert urlsplit(rule["helpUri"]).scheme == "https"
    assert rule_address("https://a.example", "bad-id") == "https://a.example/methodology/rules/bad-id/"


def test_a_result_points_to_its_rule_and_place_with_a_relative_escaped_address() -> None:
    (found,) = as_sarif(problem("content/stories/a b&ü.md", "dead-link", 3, Severity.WARNING))["results"]
    assert list(RULES)[found["ruleIndex"]] == found["ruleId"] == "dead-link"
    place = found["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/stories/a%20b%26%C3%BC.md"
    assert place["region"] == {"startLine": 3, "startColumn": 2}
    assert found["level"] == "warning"


def test_a_fingerprint_stays_when_lines_move_and_tells_like_problems_apart() -> None:
    def marks(*lines: int) -> list[dict[str, str]]:
        return [one["partialFingerprints"] for one in as_sarif(*(problem(line=n) for n in lines))["results"]]

    assert marks(1, 5) == marks(7, 9)
    assert marks(1, 5)[0] != marks(1, 5)[1]


def test_what_a_file_excuses_is_in_sarif_as_suppressed_with_its_reason() -> None:
    excused = Excused(problem(rule="boilerplate", severity=Severity.WARNING), "Both quote the oath.")
    (found,) = as_sarif(excused=(excused,))["results"]
    assert found["suppressions"] == [{"kind": "inSource", "justification": "Both quote the oath."}]


def test_the_command_writes_sarif_with_its_exit_code(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(locked, "kind: fact", "kind: fakt")
    assert desk("check", "--format", "sarif") == 1
    log = json.loads(capsys.readouterr().out)
    Draft202012Validator(FORM).validate(log)
    assert log["runs"][0]["results"][0]["ruleId"] == "unknown-word"
    assert log["runs"][0]["invocations"] == [{"executionSuccessful": True, "exitCode": 1}]


def test_rules_are_chosen_and_left_out_and_the_exit_code_follows(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Several options and commas mean the same."""
    edit(locked, "kind: fact", "kind: fakt")
    edit(locked, "category: duties", "category: dutys")
    for words, rules in {
        (): ["unknown-topic", "unknown-word"],
        ("--select", "unknown-word"): ["unknown-word"],
        ("--ignore", "unknown-word"): ["unknown-topic"],
        ("--select", "unknown-word,unknown-topic", "--ignore", "unknown-topic"): ["unknown-word"],
        ("--select", "unknown-word", "--select", "unknown-topic"): ["unknown-topic", "unknown-word"],
    }.items():
        assert desk("check", *words, "--format", "json") == 1
        assert [one["rule"] for one in json.loads(capsys.readouterr().out)] == rules
    assert desk("check", "--ignore", "unknown-word, unknown-topic") == 0
    told = "No problems.\n2 problems of other rules not shown. The press looks at all of them.\n"
    assert capsys.readouterr().out == told


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_misspelt_rule_is_answered_with_the_nearest(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    """option"""
    assert desk("check", option, "ded-link") == 2
    assert "Did you mean `dead-link`?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("word", "answer"), [("chek", "Did you mean `check`?"), ("lokc", "Did you mean `lock`?"), ("zzz", "--help")]
)
def test_a_misspelt_command_is_answered_with_the_nearest(
    desk: Desk, capsys: pytest.CaptureFixture[str], word: str, answer: str
) -> None:
    """word ; answer"""
    assert desk(word) == 2
    assert answer in capsys.readouterr().err


def test_excuses_are_listed_with_their_reasons_and_counted_and_an_error_cannot_be_excused(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(locked, "published: 2026-02-18\n  - id", "published: 2026-02-27\n  - id")
    assert desk("check") == 0
    assert capsys.readouterr().out.endswith("1 warning in 1 file.\n")
    edit(locked, "---\nThe", "ignore: [{rule: source-after-story, because: It was dated ahead.}]\n---\nThe")
    for _ in range(2):  # the second time from the cache
        assert desk("check") == 0
        said = capsys.readouterr().out
        assert re.match(
            rf"  excused: {PATH}:\d+:\d+: .+ \[source-after-story\]\n      because: It was dated ahead\.\n\n", said
        )
        assert said.endswith("\n\nNo problems. 1 warning excused, with a reason in the file.\n")
    assert desk("check", "methodology") == 0
    assert capsys.readouterr().out == "No problems.\n"
    edit(locked, "rule: source-after-story", "rule: unknown-topic")
    assert desk("check") == 1
    said = capsys.readouterr().out
    assert "[ignore-forbidden]" in said
    assert said.endswith("1 error and 1 warning in 1 file.\n")


def test_errors_stand_before_warnings_and_both_are_counted() -> None:
    found = (problem(line=1, severity=Severity.WARNING), problem(line=2), problem(line=3, severity=Severity.WARNING))
    assert [one.place.line for one in errors_first(found)] == [2, 1, 3]
    assert closing(found, 2) == "1 error and 2 warnings in 1 file. 2 warnings excused, with a reason in the file."


def test_where_to_read_more_is_on_the_hub_s_site_where_it_has_one(
    locked: Path, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(locked, "kind: fact", "kind: fakt")
    desk("check")
    assert "\nMore on a rule: desk rule unknown-word\n" in capsys.readouterr().out
    edit(locked, "contact:", "address: https://pipe.example/hub\ncontact:", "content/site.yml")
    desk("check")
    assert "More on a rule: https://pipe.example/hub/methodology/rules/unknown-word/\n" in capsys.readouterr().out


def test_a_caret_stands_below_wide_letters_and_accents() -> None:
    """Two columns for a Chinese letter, none for an accent of its own."""
    line, before, after = window("山田: e\u0301x", 6)
    assert (line.shown, before, after) == ("山田: e\u0301x", False, False)
    assert len(line.indent) == 2 + 2 + 1 + 1 + 1
    assert [cells(sign) for sign in "a山\u0301é"] == [1, 2, 0, 1]


def test_a_terminal_is_never_told_to_do_anything() -> None:
    """Control characters are shown as signs, one for one."""
    assert visible("a\x1b[31mb\x00\x7f\u202e") == "a␛[31mb␀␡\ufffd"
    assert visible("\tkept") == "\tkept"


def started(root: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(PLUGINS), "PYTHONUNBUFFERED": "1"}
    code = "import sys; from twosource.desk.main import main; sys.exit(main(['check', '--watch']))"
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def until(process: subprocess.Popen[str], words: str) -> list[str]:
    """What it says up to a line with these words."""
    assert process.stdout
    said: list[str] = []
    while not said or words not in said[-1]:
        line = process.stdout.readline()
        assert line, f"it ended after {said}, {process.stderr.read() if process.stderr else ''}"
        said.append(line)
    return said


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_watching_checks_again_after_each_change_and_ends_with_ctrl_c(locked: Path) -> None:
    process = started(locked)
    try:
        assert until(process, "Watching")[0] == "No problems.\n"
        edit(locked, "kind: fact", "kind: fakt")
        assert any("[unknown-word]" in line for line in until(process, "Watching"))
        edit(locked, "kind: fakt", "kind: fact")
        assert "No problems.\n" in until(process, "Watching")
    finally:
        process.send_signal(signal.SIGINT)
        said, wrong = process.communicate(timeout=30)
    assert (process.returncode, wrong) == (130, "")
    assert said.count("Watching") <= 1, "nothing that was not changed is checked again"


def test_watching_prints_text_only(locked: Path, desk: Desk) -> None:
    assert desk("check", "--watch", "--format", "json") == 2


def test_a_choice_of_rules_says_what_it_leaves_out(small: Path, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Else “No problems.” would be taken for a hub without any."""
    edit(small, "date: 2026-02-19\n", "date: 19 February 2026\n")
    assert desk("check", "--ignore", "bad-date") == 0
    assert "1 problem of other rules not shown. The press looks at all of them." in capsys.readouterr().out
    desk("check")
    assert "not shown" not in capsys.readouterr().out
