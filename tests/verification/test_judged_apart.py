"""Stories that are judged one by one, as worker processes do it, get just what they get together."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.verification.build import AS_OF, library
from tests.verification.test_reckoning import TWO
from twosource.newsroom.checks import check_across, check_house
from twosource.newsroom.loading import load_masthead, load_stories
from twosource.newsroom.problems import Problem, in_order
from twosource.newsroom.ties import ties_of
from twosource.verification.boilerplate import prints_of, standing_text
from twosource.verification.checks import check_case, check_evidence
from twosource.verification.checks.across import account_of, check_accounts
from twosource.verification.judge import common_of, is_judgeable, judge, open_cases
from twosource.verification.review import Judged, judge_held, review

ROOT = Path(__file__).parent.parent.parent
FAULTS = {
    "2018/zte-ban-under-review.md": ("slug:", "related: [no-such-story]\nslug:"),
    "2018/us-china-truce.md": ("kind: fact", "kind: fcat"),
    "2019/tanker-seized-in-hormuz.md": ("23 crew members.", "29 crew members."),
    "2020/oil-price-war-crash.md": ("status: published", "status: draft\nunknwon: 1"),
}


def apart(root: Path) -> tuple[list[Judged], tuple[Problem, ...]]:
    masthead = load_masthead(root)
    common, least = common_of(masthead.library), masthead.library.rubric.independence.boilerplate_stories
    held = load_stories(root, masthead, masthead.stories.texts)
    prints = {one.story.path: prints_of(one.lock) for one in held if one.lock}
    standing = standing_text(prints, least)
    known = {path: standing.under(path, found) for path, found in prints.items()}
    judged = [judge_held(one, masthead, common, known.get(one.story.path, frozenset()), AS_OF) for one in held]
    ties = [ties_of(one.story, one.lock) for one in held]
    accounts = [account_of(one.held.story, ties[n]) for n, one in enumerate(judged) if one.verdict]
    wheres = {one.story.path: one.story.where for one in held}
    slugs = [one.slug for one in ties]
    across = (*check_across(ties, wheres.__getitem__), *check_accounts(accounts, slugs, wheres.__getitem__))
    alone = [problem for one in judged for problem in (*one.reading, *one.evidence)]
    return judged, in_order(
        (*alone, *across, *check_house(masthead.library), *masthead.library.problems, *masthead.astray)
    )


def broken(tmp_path: Path) -> Path:
    for name in ("content", "glossary", "methodology"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name, (old, new) in FAULTS.items():
        path = tmp_path / "content" / "stories" / name
        text = path.read_text(encoding="utf-8")
        text = text if old in text else text.replace("---\n", f"---\n{old} {path.stem}\n", 1)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return tmp_path


def test_the_parts_give_what_the_whole_gives(tmp_path: Path) -> None:
    """Verdicts and problems, of a good hub and of one with faults of every reach."""
    for root in (ROOT, broken(tmp_path)):
        whole = review(root, AS_OF)
        judged, problems = apart(root)
        assert {one.held.story.slug: one.verdict for one in judged if one.verdict} == whole.verdicts
        assert problems == whole.problems
    assert {"unknown-story", "unknown-key", "figure-without-evidence"} <= {problem.rule for problem in problems}


def test_a_story_that_could_not_be_read_is_not_judged(tmp_path: Path) -> None:
    """A misspelt kind leaves a blank where a fact's kind should stand."""
    judged, _ = apart(broken(tmp_path))
    unsound = [one for one in judged if not is_judgeable(one.held.story, one.reading)]
    assert [one.held.story.slug for one in unsound] == ["us-china-truce"]
    assert unsound[0].verdict is None


def test_a_hub_of_one_story_has_the_problems_of_its_case() -> None:
    """Nothing is left for the checks across stories to find."""
    made = library([{**TWO, "facts": [{"found": ["a"]}]}])
    (case,) = open_cases(made)
    verdicts = judge(made, (case,), AS_OF)
    assert (
        list(check_case(case, verdicts[case.story.slug], made)) == list(check_evidence(made, (case,), verdicts)) != []
    )
