"""Two reports are joined by signs that a reader can check, and by nothing that independent reports share, too."""

from __future__ import annotations

from typing import Any

import pytest

from tests.compare.conftest import Compare, kinds, prose, report

SPEECH = "we will not be the ones who blink first in a quarrel that nobody here wanted or began and nobody can win"
TOLD = f"The minister told The Night Courier in an interview: “{SPEECH}.” "

JOINED: tuple[tuple[str, str, dict[str, Any], dict[str, Any]], ...] = (
    ("one agency in two datelines", "credit", {"before": "OSLO (AP) — "}, {"before": "PARIS (AP) — "}),
    (
        "a dateline and a copyright line",
        "credit",
        {"before": "OSLO (AP) — "},
        {"after": "\n\n© 2026 The Associated Press."},
    ),
    (
        "an agency as author and its own page",
        "credit",
        {"authors": ["The Associated Press"]},
        {"url": "https://apnews.com/x", "publisher": "AP News"},
    ),
    (
        "the signature of one agency",
        "credit",
        {"after": "\n\n(Reporting by A. Doe; Editing by B. Roe)"},
        {"before": "OSLO, Feb 18 (Reuters) - "},
    ),
    ("a page elsewhere as the original", "credit", {"canonical": "https://beta.example/pipes"}, {}),
    (
        "one canonical address",
        "document",
        {"canonical": "https://third.example/x"},
        {"canonical": "https://third.example/x"},
    ),
    (
        "one address in two forms",
        "document",
        {"url": "https://www.one.example/x?utm_source=a"},
        {"url": "http://one.example/x/"},
    ),
    ("one site", "site", {"url": "https://news.one.example/a"}, {"url": "https://blog.one.example/b"}),
    (
        "one author on two days",
        "byline",
        {"authors": ["By Jane Q. Doe"]},
        {"authors": ["JANE DOE", "John Roe"], "published": "2026-02-20"},
    ),
    ("one author in a line at the head", "byline", {"before": "By Jane Doe\n\n"}, {"authors": ["Jane Doe"]}),
    ("one outlet that was told it", "origin", {"before": TOLD}, {"before": f"“{SPEECH}”, he told the Night Courier. "}),
    ("the origin that both declare", "wire", {"origin": "The Night Courier"}, {"origin": "Night Courier"}),
    ("the other's publisher as declared origin", "wire", {"origin": "Beta"}, {}),
)


@pytest.mark.parametrize(("kind", "a", "b"), [row[1:] for row in JOINED], ids=[row[0] for row in JOINED])
def test_a_sign_joins_reports_that_share_no_text(
    compare: Compare, kind: str, a: dict[str, Any], b: dict[str, Any]
) -> None:
    """kind ; what one report has ; what the other has"""
    answer = compare([report("alpha", 1, **a), report("beta", 2, **b)])
    assert kind in kinds(answer)
    assert answer["clusters"] == [["alpha", "beta"]]
    assert answer["pairs"][0]["verdict"] == "independent"
    assert all(join["detail"].endswith(".") for join in answer["pairs"][0]["joins"])


STAFF = ["Ann Ash", "Bob Birch", "Cay Cedar", "Dan Dogwood"]

APART: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("nothing", {}, {}),
    (
        "a mention of an agency",
        {"after": " Reuters reported it first."},
        {"after": " It was first reported by Reuters on Tuesday."},
    ),
    (
        "the words of one agency, late",
        {"after": " A clerk told the AP so."},
        {"after": " Another told the Associated Press."},
    ),
    (
        "an agency explained",
        {"before": "The Associated Press (AP) says so. "},
        {"before": "The Associated Press (AP) – so it says – knows. "},
    ),
    (
        "agencies that contributed",
        {"after": "\n\nThe Associated Press contributed to this report."},
        {"after": "\n\nContributing: Jane Doe; Associated Press"},
    ),
    (
        "an agency's page and its contribution",
        {"url": "https://apnews.com/x"},
        {"after": "\n\nThe Associated Press contributed to this report."},
    ),
    (
        "wire services",
        {"after": "\n\nThis article is based in part on wire service reports."},
        {"after": "\n\nThis article is based in part on wire-service reports."},
    ),
    (
        "photographs of one agency",
        {"before": "A ship in port. (AP Photo/Jane Doe)\n\n"},
        {"before": "The same ship. (AP Photo/Jane Doe)\n\n"},
    ),
    ("a caption's credit", {"before": "A ship. Jane Doe/Reuters\n\n"}, {"before": "A ship. © Reuters/Jane Doe\n\n"}),
    ("one speech", {"before": f"He said: “{SPEECH}.” "}, {"before": f"“{SPEECH}”, in his words. "}),
    (
        "an interview on air",
        {"before": f"He told Fox News: “{SPEECH}.” "},
        {"before": f"“{SPEECH}”, he told Fox News. "},
    ),
    (
        "an outlet without its words",
        {"before": "He told The Night Courier so. "},
        {"before": "She told The Night Courier otherwise. "},
    ),
    ("a list of staff as authors", {"authors": STAFF}, {"authors": STAFF}),
    ("one desk as author", {"authors": ["Our Staff", "News Desk"]}, {"authors": ["Our Staff", "News Desk"]}),
    ("one author long ago", {"authors": ["Jane Doe"]}, {"authors": ["Jane Doe"], "published": "2026-02-21"}),
    ("one author without a day", {"authors": ["Jane Doe"], "published": ""}, {"authors": ["Jane Doe"]}),
    ("a surname", {"authors": ["Doe"]}, {"authors": ["Doe"]}),
)


@pytest.mark.parametrize(("a", "b"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_what_independent_reports_share_joins_them_not(compare: Compare, a: dict[str, Any], b: dict[str, Any]) -> None:
    """what one report has ; what the other has"""
    answer = compare([report("alpha", 1, **a), report("beta", 2, **b)])
    assert kinds(answer) == []
    assert answer["clusters"] == [["alpha"], ["beta"]]
    assert answer["pairs"][0]["verdict"] == "independent"


def shared(share: float, words: int = 520) -> tuple[str, str]:
    """Two texts of which the given share is common."""
    common = prose(9, int(words * share))
    return (f"{common} {prose(1, int(words * (1 - share)))}", f"{common} {prose(2, int(words * (1 - share)))}")


@pytest.mark.parametrize(
    ("share", "verdict", "kind"),
    [
        (1.0, "same", "copy"),
        (0.6, "same", "copy"),
        (0.3, "joined", "text"),
        (0.15, "review", ""),
        (0.0, "independent", ""),
    ],
)
def test_shared_text_gives_the_verdict(compare: Compare, share: float, verdict: str, kind: str) -> None:
    """share ; verdict ; kind of join"""
    a, b = shared(share)
    answer = compare([report("alpha", 0, text=a), report("beta", 0, text=b)])
    assert answer["pairs"][0]["verdict"] == verdict
    assert answer["pairs"][0]["containment"] == pytest.approx(share, abs=0.07)
    assert kinds(answer) == ([kind] if kind else [])


def test_a_contribution_joins_what_shares_more_than_chance(compare: Compare) -> None:
    """The line at the foot says where the shared passage came from."""
    a, b = shared(0.15)
    line = "\n\nThe Associated Press contributed to this report."
    answer = compare([report("alpha", 0, text=a + line), report("beta", 0, text=b, url="https://apnews.com/x")])
    assert kinds(answer) == ["credit"]
    assert "contributed to this report” and 1" in answer["pairs"][0]["joins"][0]["detail"].replace("”, and", "” and")


def test_leading_with_the_other_s_outlet_joins_what_shares_more_than_chance(compare: Compare) -> None:
    """An article on an essay quotes it without saying so everywhere."""
    a, b = shared(0.15)
    lead = "She explained it in an essay for Beta. "
    assert kinds(compare([report("alpha", 0, text=lead + a), report("beta", 0, text=b)])) == ["origin"]
    assert kinds(compare([report("alpha", 0, text=lead + prose(1)), report("beta", 0, text=prose(2))])) == []


def test_too_little_text_is_said_to_be_too_short(compare: Compare) -> None:
    """Not that it is independent."""
    answer = compare([report("alpha", 0, text=prose(1, 26)), report("beta", 2)])
    assert answer["pairs"][0]["verdict"] == "too-short"


def test_copies_of_a_copy_are_one_cluster(compare: Compare) -> None:
    """The two ends need not share anything."""
    left, right = prose(1, 260), prose(2, 260)
    answer = compare([report("a", 0, text=left), report("b", 0, text=f"{left} {right}"), report("c", 0, text=right)])
    assert {pair["verdict"] for pair in answer["pairs"]} == {"same", "independent"}
    assert answer["clusters"] == [["a", "b", "c"]]


def test_what_a_site_prints_under_everything_is_no_copy(compare: Compare) -> None:
    """A passage under four stories of one site, met on another site, too."""
    standing = prose(50, 45)
    mine = [report(f"m{n}", n, url=f"https://mine.example/{n}", after=f"\n\n{standing}") for n in range(5)]
    other = report("other", 9, after=f"\n\n{standing}")
    answer = compare([*mine, other])
    across = [pair for pair in answer["pairs"] if "other" in (pair["a"], pair["b"])]
    assert {pair["verdict"] for pair in across} == {"independent"}
    lonely = compare([mine[0], other])
    assert lonely["pairs"][0]["verdict"] == "review"
