"""Problems as SARIF 2.1.0, which code hosts and editors read: with every rule, and with what files excuse."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any
from urllib.parse import quote

from twosource import __version__
from twosource.desk.report import rule_address
from twosource.newsroom.excuses import Excused
from twosource.newsroom.problems import Problem, stop_the_press
from twosource.newsroom.rule_book import RulePage, rule_book
from twosource.newsroom.rules import RULES, Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

ROOT = "%SRCROOT%"
"""What all paths are relative to; code hosts know the name."""

Thing = dict[str, Any]


def in_sarif(problems: Sequence[Problem], excused: Sequence[Excused], hub: str) -> str:
    """One run of the check; `hub` is the hub's public address, empty where it has none."""
    told = [_result(found) for found in problems]
    silent = [
        {**_result(one.problem), "suppressions": [{"kind": "inSource", "justification": one.because}]}
        for one in excused
    ]
    driver = {
        "name": "Twosource",
        "version": __version__,
        "rules": [_rule(rule, rule_book()[name], hub) for name, rule in RULES.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder of the hub."}}},
        "invocations": [{"executionSuccessful": True, "exitCode": int(stop_the_press(tuple(problems)))}],
        "results": _marked([*told, *silent]),
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(rule: Rule, page: RulePage, hub: str) -> Thing:
    shown = f"{page.why}\n\nWrong:\n\n{page.wrong.text}\nRight:\n\n{page.right.text}"
    fenced = (
        f"{page.why}\n\nWrong:\n\n```{page.wrong.kind}\n{page.wrong.text}```\n\n"
        f"Right:\n\n```{page.right.kind}\n{page.right.text}```\n"
    )
    more = f"More: desk rule {rule.name}"
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": f"{rule.what} {rule.remedy}"},
        "help": {"text": f"{shown}\n{more}", "markdown": f"{fenced}\n{more}"},
        **({"helpUri": rule_address(hub, rule.name)} if hub else {}),
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": ["verification"]},
    }


INDEX: Mapping[str, int] = {name: n for n, name in enumerate(RULES)}


def _result(found: Problem) -> Thing:
    place = found.place
    where: Thing = {
        "artifactLocation": {"uri": quote(place.path), "uriBaseId": ROOT},
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    return {
        "ruleId": found.rule,
        "ruleIndex": INDEX[found.rule],
        "level": found.severity.value,
        "message": {"text": f"{found.message} {found.hint}"},
        "locations": [{"physicalLocation": where}],
    }


def _marked(results: list[Thing]) -> list[Thing]:
    """Each with a fingerprint that stays when lines are added above it: of its file, rule and words, and its number."""
    seen: Counter[str] = Counter()
    for result in results:
        path = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        same = "\n".join((path, result["ruleId"], result["message"]["text"]))
        seen[same] += 1
        mark = blake2b(f"{same}\n{seen[same]}".encode(), digest_size=16).hexdigest()
        result["partialFingerprints"] = {"twosource/v1": mark}
    return results
