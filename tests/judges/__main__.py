"""`python -m tests.judges OUTPUT [JUDGE ...]`: what the judges say of a printed site. Without names all of them sit."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.judges.browser import open_browser
from tests.judges.fault import CannotJudge, Fault
from tests.judges.panel import JUDGES, READERS, WATCHERS
from tests.judges.site import open_site


def main(arguments: list[str]) -> int:
    """0 without faults, 1 with some, 2 where it cannot be judged."""
    known = {judge.name: judge.bar for judge in JUDGES}
    wanted = set(arguments[1:]) or set(known)
    if not arguments or wanted - set(known) or not (Path(arguments[0]) / "index.html").is_file():
        print("python -m tests.judges OUTPUT [JUDGE ...]\n\nOUTPUT is a printed site. The judges:", file=sys.stderr)
        print("\n".join(f"  {name:<9} {bar}" for name, bar in known.items()), file=sys.stderr)
        return 2
    try:
        return sit(Path(arguments[0]), wanted)
    except CannotJudge as error:
        print(error, file=sys.stderr)
        return 2


def sit(folder: Path, wanted: set[str]) -> int:
    """Let the wanted judges speak one after the other; 1 where one found a fault."""
    site = open_site(folder.resolve())
    total = sum(say(judge.name, judge.find(site)) for judge in READERS if judge.name in wanted)
    if any(judge.name in wanted for judge in WATCHERS):
        with open_browser() as browser:
            total += sum(say(judge.name, judge.find(site, browser)) for judge in WATCHERS if judge.name in wanted)
    return 1 if total else 0


def say(name: str, faults: tuple[Fault, ...]) -> int:
    """Print what one judge found; how many faults."""
    print(f"{name}: {len(faults) or 'no'} {'fault' if len(faults) == 1 else 'faults'}", flush=True)
    for fault in faults:
        print(f"  {fault}")
    return len(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
