"""No two files want one path, and none leaves the output folder."""

from __future__ import annotations

import pytest

from twosource.press.paths import check_paths
from twosource.press.press_error import PressError

from .hall import page


def claims(*urls: str) -> list[tuple[str, str]]:
    return [(page(url).path, url) for url in urls]


def test_different_paths_are_fine() -> None:
    """A page beside a folder of nearly its name is no clash."""
    check_paths(claims("/", "/stories/", "/stories/a/", "/stories.html", "/stories-b/a/", "/data/a.json"))


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        ("/stories/a/", "/stories/a/", "would both print stories/a/index.html"),
        ("/stories/a/", "/stories/a/index.html", "would both print stories/a/index.html"),
        ("/stories/a.json", "/stories/A.json", "they differ by case only"),
        ("/stories/a/", "/stories/A/", "folders that differ by case only"),
        ("/Stories/a/", "/stories/b/", "folders that differ by case only"),
        ("/caf\u00e9/", "/cafe\u0301/", "differ by case only"),
        ("/stories/a", "/stories/a/", "as a file and as a folder"),
        ("/STORIES", "/stories/a/", "as a file and as a folder"),
    ],
)
def test_two_pages_for_one_path_are_refused_by_name(first: str, second: str, how: str) -> None:
    """Both addresses are named, in either order, also where only macOS or Windows would see one path."""
    for urls in ((first, second), (second, first)):
        with pytest.raises(PressError) as stopped:
            check_paths(claims("/", *urls, "/about/"))
        assert how in str(stopped.value)
        assert first in str(stopped.value)
        assert second in str(stopped.value)


@pytest.mark.parametrize(
    "url",
    [
        "/../x.html",
        "/stories/../../x.html",
        "/stories/./x.html",
        "/stories//x.html",
        "",
        "/a\\..\\b",
        "/a\x00b",
        "/a\nb/",
        "/\udcff/",
        "/" + "x" * 256 + "/",
        "/.twosource.json",
        "/.twosource.json.staging/x",
    ],
)
def test_a_path_that_no_page_may_have_is_refused(url: str) -> None:
    """Out of the folder, unprintable, too long, or the press's own."""
    with pytest.raises(PressError, match="page-path"):
        check_paths(claims("/", url))


def test_all_faults_are_told_at_once() -> None:
    """One run shows every clash."""
    with pytest.raises(PressError) as stopped:
        check_paths(claims("/a/", "/a/", "/b/", "/B/", "/../c"))
    assert str(stopped.value).count("error page-") == 3
