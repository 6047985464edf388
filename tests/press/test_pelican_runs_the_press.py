"""The whole run through Pelican's command: settings, refusals, output, and what is said."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from twosource.newsroom.problems import Severity

from .hall import THEME, Hall, fill, page, problem, tree

REPOSITORY = Path(__file__).parents[2]
Said = pytest.CaptureFixture[str]


def test_a_good_edition_is_printed_and_nothing_else(hall: Hall, capsys: Said) -> None:
    """Pages, theme files and the record; no article of Pelican's; a calm closing line and no warning."""
    hall.prints(page("/"), page("/stories/a/"), page("/feed.json", template="json"))
    assert hall.pelican() == 0
    assert {path for path, body in tree(hall.output).items() if body != "/"} == {
        *("index.html", "stories/a/index.html", "feed.json", ".twosource.json"),
        *("theme/style.css", "theme/fonts/serif.woff2"),
    }
    said = capsys.readouterr()
    assert re.fullmatch(r"Printed 3 pages and 2 theme files \(5 changed, 0 removed\) in \d+\.\d s\n", said.out)
    assert said.err == ""


def test_a_failing_edition_prints_every_problem_and_touches_nothing(hall: Hall, capsys: Said) -> None:
    """Sorted, each with its hint, then the count; exit 1, no traceback, the old bytes stand."""
    hall.prints(page("/"), page("/stories/a/"))
    hall.pelican()
    before = tree(hall.output)
    capsys.readouterr()
    hall.prints(page("/", title="new"), problems=(problem(line=9), problem(Severity.WARNING, line=4)))
    assert hall.pelican() == 1
    assert tree(hall.output) == before
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "content/stories/a.md:4:7: warning story-date: The date is no date.\n"
        "    Write it as 2026-02-21.\n"
        "content/stories/a.md:9:7: error story-date: The date is no date.\n"
        "    Write it as 2026-02-21.\n"
        "\n"
        "1 error and 1 warning. Nothing was printed; the last good site stands.\n"
    )


@pytest.mark.parametrize("how", ["-d", "setting"])
def test_a_failing_edition_leaves_the_site_even_when_told_to_delete_the_output(hall: Hall, how: str) -> None:
    """`pelican -d` and DELETE_OUTPUT_DIRECTORY must not reach a reader."""
    hall.prints(page("/"))
    hall.pelican()
    fill(hall.output, {"CNAME": b"news.example.org"})
    before = tree(hall.output)
    words = ["-d"] if how == "-d" else ["-e", "DELETE_OUTPUT_DIRECTORY=true"]
    hall.prints(page("/"), problems=(problem(),))
    assert hall.pelican(*words) == 1
    assert tree(hall.output) == before
    hall.prints(page("/"))
    assert hall.pelican(*words) == 0
    assert tree(hall.output) == before


def test_a_warning_is_shown_and_the_print_goes_on(hall: Hall, capsys: Said) -> None:
    """It stands on standard error, the closing line on standard output."""
    hall.prints(page("/"), problems=(problem(Severity.WARNING),))
    assert hall.pelican() == 0
    said = capsys.readouterr()
    assert said.err.startswith("content/stories/a.md:3:7: warning story-date:")
    assert said.out.startswith("Printed 1 page ")


def test_fatal_warnings_stop_the_press(hall: Hall, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    """`pelican --fatal warnings` means it."""
    from pelican.log import FatalLogger

    monkeypatch.setattr(FatalLogger, "fatal_lvl", FatalLogger.fatal_lvl)
    hall.prints(page("/"), problems=(problem(Severity.WARNING),))
    assert hall.pelican("--fatal", "warnings") == 1
    assert capsys.readouterr().err.endswith("\n\n1 warning. Nothing was printed.\n")
    assert not hall.output.exists()


def test_pelicans_own_machinery_stays_idle_whatever_the_settings_say(hall: Hall) -> None:
    """A hub's settings cannot switch on articles, direct templates, feeds, sources or copies."""
    greedy: dict[str, object] = {"ARTICLE_PATHS": ["stories"], "PAGE_PATHS": ["stories"]}
    greedy |= {"STATIC_PATHS": ["stories"], "DIRECT_TEMPLATES": ["index"]}
    greedy |= {"THEME_STATIC_PATHS": ["static"], "THEME_STATIC_DIR": "copied"}
    greedy |= {"TEMPLATE_PAGES": {"stories/a.md": "a.html"}, "OUTPUT_SOURCES": True, "CACHE_CONTENT": True}
    greedy |= {"FEED_ALL_ATOM": "feeds/pelican.xml", "FEED_ALL_RSS": "feeds/pelican.rss"}
    hall.prints(page("/"))
    words = [f"{name}={json.dumps(value)}" for name, value in greedy.items()]
    assert hall.pelican("-e", *words) == 0
    assert set(tree(hall.output)) == {
        *("index.html", ".twosource.json", "theme", "theme/style.css", "theme/fonts"),
        "theme/fonts/serif.woff2",
    }
    assert set(tree(hall.root)) & {"cache", "output.staging"} == set()


def test_the_edition_is_made_once_from_root_moment_and_address(hall: Hall) -> None:
    """The hub's root is the folder around content/; a date means the end of that day, UTC."""
    hall.prints(page("/"))
    hall.pelican("-e", 'TWOSOURCE_AS_OF="2026-02-21"')
    assert hall.asked == [(hall.root, datetime(2026, 2, 21, 23, 59, 59, tzinfo=UTC), "https://example.org/hub")]


def test_the_moment_may_come_from_the_environment(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    """A date-time is taken to UTC."""
    monkeypatch.setenv("TWOSOURCE_AS_OF", "2026-02-21T18:00+02:00")
    hall.prints(page("/"))
    hall.pelican()
    assert hall.asked[0][1] == datetime(2026, 2, 21, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("setting", "reason"),
    [
        ('TWOSOURCE_AS_OF="last week"', "TWOSOURCE_AS_OF is 'last week', which is no date."),
        ('SITEURL=""', "SITEURL is '', which is no absolute address."),
        ('SITEURL="example.org"', "SITEURL is 'example.org', which is no absolute address."),
        ('OUTPUT_PATH="."', "holds the hub itself"),
        ('OUTPUT_PATH="content"', "holds the content itself"),
        ('OUTPUT_PATH="pelicanconf.py"', "is a file"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused(
    hall: Hall, capsys: Said, monkeypatch: pytest.MonkeyPatch, setting: str, reason: str
) -> None:
    """In words, without a traceback, with nothing altered."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # Python's own, of the settings file
    hall.prints(page("/"))
    before = tree(hall.root)
    assert hall.pelican("-e", setting) == 1
    said = capsys.readouterr()
    assert reason in said.err
    assert "Traceback" not in said.err + said.out
    assert tree(hall.root) == before


def test_an_edition_without_a_page_does_not_clear_the_site(hall: Hall, capsys: Said) -> None:
    """An empty folder given by mistake is not a wish for an empty site."""
    hall.prints(page("/"))
    hall.pelican()
    before = tree(hall.output)
    hall.prints()
    assert hall.pelican() == 1
    assert "gives no page at all. Nothing was printed; the last good site stands." in capsys.readouterr().err
    assert tree(hall.output) == before


def test_a_failing_template_leaves_the_site_and_names_the_page(hall: Hall, capsys: Said) -> None:
    """The first page is fine and new, the second fails: neither is printed."""
    hall.prints(page("/"), page("/stories/a/"))
    hall.pelican()
    before = tree(hall.output)
    hall.prints(page("/", title="new"), page("/stories/a/", template="forgetful.html"))
    assert hall.pelican() == 1
    said = capsys.readouterr()
    assert "forgetful.html:3: error template: 'nobody' is undefined" in said.err
    assert "Traceback" not in said.err + said.out
    assert tree(hall.output) == before
    assert not (hall.root / "output.staging").exists()


def test_clashing_pages_are_refused_before_any_is_printed(hall: Hall, capsys: Said) -> None:
    """Theme files count as well."""
    hall.prints(page("/a/"), page("/a/index.html"), page("/theme/style.css"))
    assert hall.pelican() == 1
    said = capsys.readouterr().err
    assert "/a/ and /a/index.html: error page-collision" in said
    assert "/theme/style.css and theme/style.css: error page-collision" in said
    assert not hall.output.exists()


def test_paths_given_on_the_command_line_count(hall: Hall, tmp_path: Path) -> None:
    """`-o`, `-t` and the content's path; the root follows the content."""
    fill(tmp_path / "other" / "content", {"stories/b.md": b"B"})
    (tmp_path / "bare" / "templates").mkdir(parents=True)
    (tmp_path / "bare" / "templates" / "page.html").write_text("bare {{ title }}", encoding="utf-8")
    hall.prints(page("/"))
    words = [str(tmp_path / "other" / "content"), "-o", str(tmp_path / "out"), "-t", str(tmp_path / "bare")]
    assert hall.pelican(*words) == 0
    assert tree(tmp_path / "out")["index.html"] == b"bare A title\n"
    assert hall.asked[0][0] == tmp_path / "other"


def test_two_prints_of_one_edition_are_the_same_bytes(hall: Hall, tmp_path: Path) -> None:
    """The record too."""
    hall.prints(page("/"), page("/b/"), page("/a/"))
    hall.pelican("-o", str(tmp_path / "one"))
    hall.pelican("-o", str(tmp_path / "two"))
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_under_autoreload_a_broken_library_is_shown_once_and_waited_on(
    hall: Hall, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Broken from the start, mended, broken again: `-r` goes on, and watches the glossary as well."""
    import pelican

    watched: list[list[str]] = []
    sites: list[set[str]] = []
    good = (page("/"),)
    steps = iter([(good, ()), (good, (problem(line=5),)), None])

    def change(_: str, settings: dict[str, list[str]]) -> set[tuple[int, str]]:
        watched.append(settings["STATIC_PATHS"])
        sites.append(set(tree(hall.output)) if hall.output.exists() else set())
        step = next(steps)
        if step is None:
            raise KeyboardInterrupt
        hall.prints(*step[0], problems=step[1])
        return {(1, "content/stories/a.md")}

    monkeypatch.setattr(pelican, "wait_for_changes", change)
    hall.prints(page("/"), problems=(problem(line=3),))
    hall.pelican("-r")
    said = capsys.readouterr()
    assert said.err.count(":3:7: error") == 1, "the run that follows at once says nothing new"
    assert said.err.count(":5:7: error") == 1
    assert "Caught exception" not in said.out + said.err
    assert "Done: Processed" not in said.out
    assert said.out.count("Printed 1 page") == 1
    assert sites[0] == set()
    assert sites[1] == sites[2] != set(), "the good site stands while it is broken"
    assert watched == [[str(hall.root / "glossary")]] * 3


def test_an_unforeseen_failure_under_autoreload_is_waited_on_as_well(
    hall: Hall, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pelican alone would try again without end."""
    import pelican

    runs = []

    def broken(*_: object) -> None:
        runs.append(1)
        raise RuntimeError("a fault of ours")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["press_hall_of_this_test"], "make_edition", broken)
    monkeypatch.setattr(pelican, "wait_for_changes", stop)
    hall.pelican("-r")
    assert len(runs) == 2


def test_a_print_that_was_cut_off_is_finished_by_the_next_run_even_if_that_one_fails(hall: Hall, capsys: Said) -> None:
    """The site is whole before the library is looked at."""
    hall.prints(page("/"))
    hall.pelican()
    staged = {"journal.json": b'{"move": [["0", "index.html"]], "remove": [], "folders": []}', "0": b"finished"}
    fill(hall.root / "output.staging", staged)
    hall.prints(page("/"), problems=(problem(),))
    assert hall.pelican() == 1
    assert tree(hall.output)["index.html"] == b"finished"
    assert "Finished a print that had been cut off." in capsys.readouterr().out


def test_pelican_typed_alone_prints_in_a_process_of_its_own(hall: Hall) -> None:
    """The real command, once: nothing on standard error, a true closing line, exit 0 and 1."""
    maker = (
        "from twosource.pages.page import Page\n"
        "from types import SimpleNamespace\n"
        "from twosource import press\n"
        "def TWOSOURCE_EDITION(root, as_of, site_url):\n"
        "    pages = (Page('/', 'text', {'text': site_url}),)\n"
        "    return SimpleNamespace(pages=pages if root.name == 'hub' else (), problems=())\n"
        f"THEME, PATH, SITEURL, TIMEZONE = {str(THEME)!r}, 'content', 'https://example.org', 'UTC'\n"
        "PLUGINS = [press]\n"
    )
    (hall.root / "pelicanconf.py").write_text(maker, encoding="utf-8")
    environment = {"PYTHONPATH": str(REPOSITORY / "plugins"), "PATH": "/usr/bin:/bin"}
    run = [sys.executable, "-m", "pelican"]
    done = subprocess.run(run, cwd=hall.root, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Printed 1 page and 2 theme files (3 changed, 0 removed)")
    assert tree(hall.output)["index.html"] == b"https://example.org"
    with open("/dev/full", "wb") as full:
        done = subprocess.run(run, cwd=hall.root, env=environment, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (0, ""), "a full disk takes the closing line, not the site"
    done = subprocess.run([*run, "glossary"], cwd=hall.root, env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout
    assert "gives no page at all" in done.stderr


def test_publication_needs_the_sites_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """publishconf.py says so in words; with the address it is pelicanconf.py."""
    spec = importlib.util.spec_from_file_location("publishconf", REPOSITORY / "publishconf.py")
    assert spec is not None
    assert spec.loader is not None
    settings = importlib.util.module_from_spec(spec)
    monkeypatch.syspath_prepend(str(REPOSITORY))
    monkeypatch.delenv("SITEURL", raising=False)
    with pytest.raises(SystemExit, match="SITEURL is not set"):
        spec.loader.exec_module(settings)
    monkeypatch.setenv("SITEURL", "https://news.example.org/")
    monkeypatch.delitem(sys.modules, "pelicanconf", raising=False)
    spec.loader.exec_module(settings)
    assert settings.SITEURL == "https://news.example.org"
