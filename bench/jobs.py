"""Commands to measure, and what one run of them costs with everything that they start."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

PAUSE = 0.025
"""Seconds between two looks at the memory, at least."""
SHARE = 19
"""Adding up a large process's pages takes long: so many times as long is waited after, so that looking costs a
twentieth of one core at most, and hardly slows what it looks at."""


@dataclass(frozen=True, slots=True)
class Job:
    """One command."""

    command: tuple[str, ...]
    """Program and arguments."""
    folder: Path
    """Where it is started."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """What is set beside the environment of this process."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took."""

    wall: float
    """Seconds from its start to its end."""
    cpu: float
    """Seconds of user and system time, of it and of all that it waited for."""
    peak: int
    """Bytes of memory at the highest, added up over its processes; shared pages count in parts."""


def run(job: Job) -> Cost:
    """Run the command alone. Raises `RuntimeError` with its last words when it fails."""
    # What an earlier run left to write would be written while this one is measured.
    os.sync()
    with tempfile.TemporaryFile() as words:
        start = time.perf_counter()
        process = subprocess.Popen(
            job.command, cwd=job.folder, env={**os.environ, **job.environment}, stdout=words, stderr=words
        )
        watch = Watch(process.pid)
        watch.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()  # whoever stops the bench is not left with what it measured
            raise
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = watch.end()
        if process.returncode:
            words.seek(0)
            said = words.read()[-2000:].decode(errors="replace")
            raise RuntimeError(f"{' '.join(job.command)} ended with {process.returncode}:\n{said}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak)


class Watch(threading.Thread):
    """Looks at the memory of a process and of all below it, until it is told to end."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._ended = threading.Event()
        self._peak = 0

    def run(self) -> None:
        """Look, and wait in proportion to what looking took."""
        pause = 0.0
        while not self._ended.wait(pause):
            start = time.perf_counter()
            self._peak = max(self._peak, sum(map(memory, family(self._pid))))
            pause = max(PAUSE, SHARE * (time.perf_counter() - start))

    def end(self) -> int:
        """Stop looking; gives the highest sum seen, in bytes."""
        self._ended.set()
        self.join()
        return self._peak


def family(pid: int) -> Iterator[int]:
    """A process and all below it, from the parents that processes name."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name in brackets may hold anything; the parent is the second field after it.
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        children.setdefault(parent, []).append(int(path.parent.name))
    found = [pid]
    while found:
        one = found.pop()
        yield one
        found += children.get(one, ())


def memory(pid: int) -> int:
    """Bytes of a process, pages that it shares counted in parts; as a whole where the system does not tell parts.

    0 for a process that has ended.
    """
    for name, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            lines = Path(f"/proc/{pid}/{name}").read_text().splitlines()
        except OSError:
            continue
        return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(key)), 0)
    return 0


def cpu_of(pid: int) -> float:
    """Seconds of user and system time of a process and of all that it waited for."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
