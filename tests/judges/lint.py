"""Every style sheet by stylelint with its recommended rules: nothing to say."""

from __future__ import annotations

import json
from pathlib import Path

from tests.judges.fault import CannotJudge, Fault
from tests.judges.site import Site, address_of, files
from tests.judges.tools import HERE, module, program, run


def lint(site: Site) -> tuple[Fault, ...]:
    """What the linter warns of in the site's own style sheets; those of the search engine's box are not ours."""
    sheets = [path for path in files(site, "*.css") if "pagefind" not in path.parts]
    if not sheets:
        return (Fault("/", "the site has no style sheet"),)
    done = run(program("node"), module("stylelint/bin/stylelint.mjs"), "--config", HERE / "stylelint.json",
               "--formatter", "json", "--no-color", *sheets)  # fmt: skip
    try:
        results = json.loads(done.stdout or done.stderr)
    except json.JSONDecodeError as error:
        raise CannotJudge(f"stylelint gave no report: {done.stderr[:500]}") from error
    return tuple(
        Fault(address_of(site, Path(result["source"])), f"line {one['line']}:{one['column']}: {one['text']}")
        for result in results
        for one in result["warnings"]
    )
