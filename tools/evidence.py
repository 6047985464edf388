"""Runs the tests of the properties on many random stories and writes down what came of it: make evidence

The outcome goes into the package, so that the methodology of every hub shows what its program was last seen
to do. Only a run writes it: nobody types a result in. EXAMPLES says how many stories each test is to try.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests" / "verification" / "test_properties.py"
TARGET = ROOT / "plugins" / "twosource" / "verification" / "last_run.py"
ABOUT = "The last run of the tests of the properties. `make evidence` writes this file from a run; nobody edits it."
EXAMPLES = os.environ.get("EXAMPLES", "1000")

sys.path.insert(0, str(ROOT / "plugins"))

from twosource.verification.properties import property_of  # noqa: E402


class Witness:
    """Notes the outcome of each test, and on how many examples it held."""

    def __init__(self) -> None:
        self.examples: dict[str, int] = {}
        self.held: dict[str, bool] = {}

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]):  # type: ignore[no-untyped-def]
        """Hypothesis leaves its account of the run with the test."""
        report = (yield).get_result()
        if report.when == "call" and property_of(item.name):
            told = re.findall(r"(\d+) passing", getattr(item, "hypothesis_statistics", ""))
            self.examples[item.name] = sum(map(int, told))
            self.held[item.name] = report.passed


def commit() -> str:
    """The commit that is tested, marked where what is tested differs from it."""
    told = subprocess.run(
        ["git", "rev-parse", "--short=7", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    changed = subprocess.run(
        ["git", "diff", "--quiet", "HEAD", "--", "plugins", "tests", f":!{TARGET.relative_to(ROOT)}"],
        cwd=ROOT,
        check=False,
    )
    return told.stdout.strip() + ("+" if changed.returncode else "")


def written(witness: Witness, day: str, tested: str) -> str:
    """The module that holds the run."""
    rows = "".join(
        f'        Tried("{name}", "{property_of(name)}", {witness.examples[name]}, {held}),\n'
        for name, held in witness.held.items()
    )
    year, month, number = (int(part) for part in day.split("-"))
    return (
        f'"""{ABOUT}"""\n\n'
        "from __future__ import annotations\n\nfrom datetime import date\n\n"
        "from twosource.verification.tried import Run, Tried\n\n"
        f'LAST_RUN: Run | None = Run(\n    date({year}, {month}, {number}),\n    "{tested}",\n    (\n{rows}    ),\n)\n'
    )


def main() -> int:
    """Run, write, and say how it ended; a test that fails is written down too, and ends with 1."""
    os.environ["TWOSOURCE_EXAMPLES"] = EXAMPLES
    os.chdir(ROOT)
    tested, witness = commit(), Witness()
    pytest.main([str(TESTS), "-q", "-p", "no:cacheprovider", "-p", "no:xdist"], plugins=[witness])
    if not witness.held:
        return 1
    TARGET.write_text(written(witness, datetime.now(UTC).date().isoformat(), tested), "utf-8")
    sys.stdout.write(f"Wrote {TARGET.relative_to(ROOT)}: {len(witness.held)} tests.\n")
    return 0 if all(witness.held.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
