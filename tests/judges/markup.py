"""Every page and style sheet by the Nu Html Checker: no errors."""

from __future__ import annotations

import json
from pathlib import Path

from tests.judges.fault import CannotJudge, Fault
from tests.judges.site import Site, files
from tests.judges.tools import module, program, run

JAR = "vnu-jar/build/dist/vnu.jar"
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")
"""A short run on few cores: 2.6 s for 280 pages instead of 6.8 s."""


def markup(site: Site) -> tuple[Fault, ...]:
    """Errors in the HTML of any page."""
    return checked(site, "--skip-non-html", site.folder)


def style_values(site: Site) -> tuple[Fault, ...]:
    """Errors in any style sheet."""
    return checked(site, "--css", *files(site, "*.css"))


def checked(site: Site, *arguments: str | Path) -> tuple[Fault, ...]:
    """What the checker says of files; the way it looks at them comes first."""
    done = run(program("java"), *QUICK, "-jar", module(JAR), "--errors-only", "--format", "json", *arguments)
    try:
        messages = json.loads(done.stderr)["messages"]
    except (json.JSONDecodeError, KeyError) as error:
        raise CannotJudge(f"The Nu Html Checker gave no report: {done.stderr[:500]}") from error
    return tuple(Fault(named(site, message.get("url", "")), told(message)) for message in messages)


def named(site: Site, url: str) -> str:
    """The file that a message is about, from the site's folder."""
    return "/" + url.removeprefix(f"file:{site.folder}").lstrip("/")


def told(message: dict[str, object]) -> str:
    """The message with its line and what stands there."""
    extract = " ".join(str(message.get("extract", "")).split())
    return f"line {message.get('lastLine', '?')}: {message.get('message')} [{extract}]"
