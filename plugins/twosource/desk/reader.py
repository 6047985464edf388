"""Reads pages of strangers in a process of its own, which may be given up.

An extractor has no bound of its own: a page of ten megabytes can be built to keep it busy for hours, or to take all
memory. So it works in a child that has a limit of memory, and is ended when it takes too long. One child reads one
page after the other, since starting it costs half a second.
"""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from typing import Any

import twosource
from twosource.desk.hub import UsageError
from twosource.desk.reader_child import FORM, SIZE
from twosource.desk.saved_page import SavedPage, unreadable
from twosource.newsroom.problems import Problem
from twosource.verification.hints import Metadata

START = "import sys; sys.path.insert(0, sys.argv[1]); from twosource.desk.reader_child import main; main()"
HINT = "Save its text as x.txt, with the address in x.txt.url beside it, and give that with --from."


class Reader:
    """A child process that reads pages; close it, or use it with `with`."""

    def __init__(self, seconds: float = 30.0) -> None:
        self.seconds = seconds
        self._lock = Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, kind: str, path: str, url: str, raw: bytes) -> SavedPage | Problem:
        """A page of kind `html`, `text` or `pdf`. Raises UsageError where the extractor is not installed."""
        with self._lock:
            answer = self._asked(json.dumps({"kind": kind, "path": path, "url": url}).encode(), raw)
        if "usage" in answer:
            raise UsageError(str(answer["usage"]))
        if "page" in answer:
            return _page(answer["page"])
        return unreadable(path, str(answer["message"]), str(answer["hint"]))

    def _asked(self, *parts: bytes) -> Mapping[str, Any]:
        child = self._child = self._child or _started()
        assert child.stdin is not None
        assert child.stdout is not None
        watch = Timer(self.seconds, child.kill)
        watch.start()
        try:
            for part in parts:
                child.stdin.write(FORM.pack(len(part)) + part)
            child.stdin.flush()
            size = FORM.unpack(child.stdout.read(SIZE))[0]
            read = json.loads(child.stdout.read(size))
        except (OSError, ValueError, struct.error):
            self.close()
            return {"message": "The page cannot be read in the time and memory that a page may take.", "hint": HINT}
        finally:
            watch.cancel()
        return read if isinstance(read, dict) else {}

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            with suppress(OSError):
                child.communicate()


def _started() -> subprocess.Popen[bytes]:
    """A child that finds this very package, wherever this process found it."""
    return subprocess.Popen(
        [sys.executable, "-c", START, str(Path(twosource.__file__).parent.parent)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _page(read: Mapping[str, Any]) -> SavedPage:
    about = read["metadata"]
    metadata = Metadata(**{**about, "authors": tuple(about["authors"])})
    return SavedPage(**{**read, "metadata": metadata})
