"""Builds the stories of a hub with another generator, through a theme that prints the same pages as the other peers'.

    .venv/bin/python bench/peers.py hugo|eleventy|pelican DIR OUT

DIR is a hub, as bench/corpus.py writes it; OUT is a folder to print to. What a peer needs is installed on first use.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]

from bench import installing  # noqa: E402
from bench.jobs import Job  # noqa: E402

THEMES = ROOT / "bench" / "peers"
SHARED = THEMES / "shared"


def hugo(hub: Path, output: Path, work: Path) -> Job:
    """Hugo. The hub's folders are mounted, locks left out, so that it neither reads nor copies them."""
    mounts = {
        "content/stories": (hub / "content" / "stories", ["! **.lock"]),
        "content/entities": (hub / "content" / "entities", []),
        "data/site.yml": (hub / "content" / "site.yml", []),
        "data/publishers.yml": (hub / "methodology" / "publishers.yml", []),
        "layouts": (THEMES / "hugo" / "layouts", []),
        "static": (SHARED, []),
    }
    lines = (
        f"[[module.mounts]]\nsource = {json.dumps(str(source))}\ntarget = {json.dumps(target)}\nfiles = {files}\n"
        for target, (source, files) in mounts.items()
    )
    config = work / "hugo.toml"
    config.write_text("".join(lines), encoding="utf-8")
    program = str(installing.hugo())
    options = ["--quiet", "--noBuildLock", "--config", f"hugo.toml,{config}", "--destination", str(output)]
    return Job((program, *options, "--cacheDir", str(work / "cache")), THEMES / "hugo")


def eleventy(hub: Path, output: Path, work: Path) -> Job:
    """Eleventy, which wants its theme, its modules and what it reads in one folder."""
    modules = installing.eleventy() / "node_modules"
    folder = work / "eleventy"
    if not folder.exists():
        shutil.copytree(THEMES / "eleventy", folder)
        links = {
            "node_modules": modules,
            "hub": hub / "content",
            "publishers.yml": hub / "methodology" / "publishers.yml",
            "shared": SHARED,
        }
        for name, target in links.items():
            (folder / name).symlink_to(target)
    program = str(modules / "@11ty" / "eleventy" / "cmd.cjs")
    return Job((installing.node(), program, "--quiet", f"--output={output}"), folder)


def pelican(hub: Path, output: Path, work: Path, *, cached: bool = False) -> Job:
    """Pelican with its own generators; `cached` lets it keep what its readers made."""
    program = str(Path(sys.executable).with_name("pelican"))
    settings = str(THEMES / "pelican" / "pelicanconf.py")
    known = {"BENCH_HUB": str(hub), "BENCH_CACHE": str(work / "pelican-cache") if cached else ""}
    return Job((program, "--quiet", "--settings", settings, "--output", str(output)), work, known)


PEERS: Mapping[str, Callable[[Path, Path, Path], Job]] = {"hugo": hugo, "eleventy": eleventy, "pelican": pelican}


def main() -> int:
    """Build once; 2 where the peer cannot be had, else as the peer ended."""
    parser = argparse.ArgumentParser(description="Build the stories of a hub with another generator.")
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("hub", type=Path, metavar="DIR")
    parser.add_argument("output", type=Path, metavar="OUT")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        try:
            job = PEERS[asked.peer](asked.hub.resolve(), asked.output.resolve(), Path(work))
        except installing.MissingError as missing:
            print(missing, file=sys.stderr)
            return 2
        return subprocess.run(job.command, cwd=job.folder, env={**os.environ, **job.environment}).returncode


if __name__ == "__main__":
    sys.exit(main())
