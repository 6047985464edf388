"""Workflow files: in their hosts' form, with least rights, and pinned; ours and those that a new hub gets."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, run
from twosource.desk.main import main
from twosource.desk.words import WORDS

STARTER = "plugins/twosource/desk/starter/ci"
GITHUB = (
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / ".github/workflows").glob("*.yml")),
    f"{STARTER}/github-pages.yml",
    f"{STARTER}/github-review.yml",
)
GITLAB = (".gitlab-ci.yml", f"{STARTER}/gitlab.yml")
PINNED = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new hub with everything for both hosts, in places where their tools look for it."""
    hub = tmp_path_factory.mktemp("hosted") / "hub"
    assert main(["init", str(hub), "--ci", "github", "--ci", "gitlab", "--as-of", "2026-03-01"]) == 0
    return hub


def test_workflows_have_the_form_that_their_hosts_publish(hosted: Path) -> None:
    for kind, names in (("vendor.github-workflows", GITHUB), ("vendor.gitlab-ci", GITLAB)):
        done = run("check-jsonschema", "--builtin-schema", kind, *names)
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_workflow_of_another_form_would_be_noticed(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    broken.write_text((ROOT / GITHUB[0]).read_text("utf-8").replace("runs-on:", "runs_on:"), encoding="utf-8")
    assert run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(broken)).returncode == 1


def test_an_auditor_finds_no_fault_with_any_workflow(hosted: Path) -> None:
    """In its strictest mood, for what it knows without asking anybody."""
    for where in (ROOT / ".github/workflows", hosted / ".github/workflows"):
        done = run("zizmor", "--offline", "--pedantic", "--no-progress", str(where))
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("permissions: {}", "permissions: write-all"),
        ("@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2", "@v4"),
        ("          persist-credentials: false\n", ""),
        ('"$BASE"', '"${{ github.event.pull_request.title }}"'),
        ("  pull_request:\n", "  pull_request_target:\n"),
    ],
)
def test_a_dangerous_workflow_would_be_noticed(hosted: Path, tmp_path: Path, old: str, new: str) -> None:
    text = (hosted / ".github/workflows/review.yml").read_text("utf-8")
    assert old in text
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    (folder / "review.yml").write_text(text.replace(old, new), encoding="utf-8")
    assert run("zizmor", "--offline", "--pedantic", "--no-progress", str(folder)).returncode > 0


@pytest.mark.parametrize("name", GITHUB)
def test_nothing_may_be_done_that_a_job_does_not_ask_for(name: str) -> None:
    """No right by default, and none to write but where a comment or the site is written."""
    held = yaml.safe_load((ROOT / name).read_text("utf-8"))
    assert held["permissions"] == {}
    for job, told in held["jobs"].items():
        rights = {right for right, level in told["permissions"].items() if level == "write"}
        assert rights <= {"comment": {"pull-requests"}, "deploy": {"pages", "id-token"}}.get(job, set())
        assert told["timeout-minutes"] <= 30


@pytest.mark.parametrize("name", GITHUB)
def test_every_action_is_pinned_by_its_whole_hash_with_its_version_beside_it(name: str) -> None:
    used = re.findall(r"uses: (.+)", (ROOT / name).read_text("utf-8"))
    assert all(PINNED.fullmatch(each) for each in used)


def test_one_action_has_one_hash_everywhere() -> None:
    """In workflows, starters and docs: a pin that was raised in one file only is an oversight."""
    files = [*(ROOT / name for name in GITHUB), *(ROOT / "docs").glob("*.md")]
    found = {each for path in files for each in re.findall(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", path.read_text("utf-8"))}
    names = [each.partition("@")[0] for each in found]
    assert sorted(names) == sorted(set(names))


REVIEWS = (".github/workflows/review.yml", f"{STARTER}/github-review.yml")

GH = """\
#!/bin/sh
printf '%s\\n' "$*" >> "$ASKED"
case "$*" in *--paginate*) printf '%s' "$FOUND";; esac
"""


def _script(name: str, job: str, last: str) -> str:
    """What the step of a job runs."""
    steps = yaml.safe_load((ROOT / name).read_text("utf-8"))["jobs"][job]["steps"]
    return str(next(step["run"] for step in reversed(steps) if last in step.get("run", "")))


@pytest.mark.parametrize("name", REVIEWS)
@pytest.mark.parametrize(
    ("found", "asked"),
    [("", "--method POST repos/a/b/issues/7/comments"), ("12\n34\n", "PATCH repos/a/b/issues/comments/12")],
)
def test_a_report_is_written_over_its_own_comment_and_over_no_other_job_s(
    name: str, found: str, asked: str, tmp_path: Path
) -> None:
    """name ; ids of comments with its mark ; what the host is asked"""
    (tmp_path / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    told = {"REPORT": "### Ratings\n$(touch PWNED)", "NUMBER": "7", "REPOSITORY": "a/b", "FOUND": found}
    known = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "ASKED": str(tmp_path / "asked"), **told}
    subprocess.run(["bash", "-e", "-c", _script(name, "comment", "gh api")], cwd=tmp_path, env=known, check=True)
    said = (tmp_path / "asked").read_text("utf-8")
    assert "startswith(env.mark)" in said
    assert 'user.login == "github-actions[bot]"' in said
    assert asked in said
    assert said.endswith("body=<!-- twosource: ratings -->\n### Ratings\n$(touch PWNED)\n")
    assert not (tmp_path / "PWNED").exists()


@pytest.mark.parametrize("name", REVIEWS)
def test_a_long_report_is_cut_between_lines(name: str, tmp_path: Path) -> None:
    """By bytes a letter could be halved, and with it the form of the comment."""
    line = "é" * 50
    (tmp_path / "report.md").write_text(f"{line}\n" * 1000, encoding="utf-8")
    script = _script(name, "stories", "GITHUB_OUTPUT").partition("cut=")[2].partition('exit "$code"')[0]
    known = {"PATH": os.environ["PATH"], "GITHUB_OUTPUT": str(tmp_path / "output"), "end": "END"}
    subprocess.run(["bash", "-e", "-c", f"cut={script}"], cwd=tmp_path, env=known, check=True)
    told = (tmp_path / "output").read_text("utf-8").splitlines()
    assert told[0] == "report<<END"
    assert told[-3:] == ["", "The rest stands in the summary of this run.", "END"]
    assert set(told[1:-3]) == {line}
    assert 590 < len(told) < 600


def test_a_new_hub_has_workflows_only_for_the_host_that_was_asked_for(tmp_path: Path) -> None:
    assert main(["init", str(tmp_path / "plain")]) == 0
    assert not (tmp_path / "plain/.github").exists()
    assert main(["init", str(tmp_path / "lab"), "--ci", "gitlab"]) == 0
    assert (tmp_path / "lab/.gitlab-ci.yml").is_file()
    assert not (tmp_path / "lab/.github").exists()
    assert re.search(r"^twosource\[lock,search\]==\d", (tmp_path / "lab/requirements.txt").read_text("utf-8"), re.M)


def test_what_workflows_call_is_there() -> None:
    """Commands, options and targets of make; a misspelt one would be noticed on the host only."""
    known = {word.name for word in WORDS}
    texts = "".join((ROOT / name).read_text("utf-8") for name in (*GITHUB, *GITLAB))
    assert set(re.findall(r"bin/desk ([\w-]+)", texts)) == {"check", "diff", "verify-site"} <= known
    made = set(re.findall(r"make ([\w./-]+)", texts))
    assert all(re.search(rf"^{re.escape(each)}:", (ROOT / "Makefile").read_text("utf-8"), re.M) for each in made)
