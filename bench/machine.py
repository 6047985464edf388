"""What the figures depend on beside the code: the machine and the versions of everybody."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from bench import installing
from bench.cases import ELEVENTY, HUGO, OWN, PELICAN


def facts() -> Mapping[str, str]:
    """Names and values, for printing."""
    return {
        "Cores": str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()),
        "Processor": _first("/proc/cpuinfo", "model name") or platform.machine(),
        "Memory": _memory(),
        "System": f"{platform.system()} {platform.release()}",
        "Load at the start": f"{os.getloadavg()[0]:.1f}",
        "Python": platform.python_version(),
    }


def versions(tools: frozenset[str]) -> Mapping[str, str]:
    """The version of each tool that is measured, with what it runs on or reads with."""
    known = {OWN: lambda: version("twosource"), HUGO: _hugo, ELEVENTY: _eleventy, PELICAN: _pelican}
    return {tool: tell() for tool, tell in known.items() if tool in tools}


def _hugo() -> str:
    said = subprocess.run([installing.hugo(), "version"], capture_output=True, text=True, check=True).stdout
    return said.split()[1].partition("-")[0].removeprefix("v")


def _eleventy() -> str:
    package = installing.eleventy() / "node_modules" / "@11ty" / "eleventy" / "package.json"
    node = subprocess.run([installing.node(), "--version"], capture_output=True, text=True, check=True).stdout
    return f"{json.loads(package.read_text(encoding='utf-8'))['version']}, Node {node.strip().removeprefix('v')}"


def _pelican() -> str:
    return f"{version('pelican')}, markdown-it-py {version('markdown-it-py')}, PyYAML {version('pyyaml')} with libyaml"


def _memory() -> str:
    kibibytes = _first("/proc/meminfo", "MemTotal").removesuffix(" kB")
    return f"{int(kibibytes) / 2**20:.0f} GiB" if kibibytes else "unknown"


def _first(path: str, key: str) -> str:
    """The first value of a key in one of the system's files; empty where there is none."""
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")
