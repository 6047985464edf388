"""The child that reads pages, started and fed by `desk/reader.py` over its pipes.

A request is a head in JSON and the page's bytes, an answer is JSON; each has its length in four bytes before it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from struct import Struct
from typing import IO, Any

from twosource.desk.html_page import read_html
from twosource.desk.hub import UsageError
from twosource.desk.pdf_page import read_pdf
from twosource.desk.saved_page import SavedPage
from twosource.desk.text_page import read_text
from twosource.newsroom.problems import Problem

FORM = Struct(">I")
SIZE = FORM.size

MEMORY = 2_000_000_000
"""Bytes of address space; systems without such a limit have only that of time."""

READERS: Mapping[str, Callable[[str, str, bytes], SavedPage | Problem]] = {
    "html": read_html,
    "text": read_text,
    "pdf": read_pdf,
}
"""What reads which kind."""


def answer(head: Mapping[str, str], raw: bytes) -> Mapping[str, Any]:
    """`{"page": …}`, `{"message": …, "hint": …}`, or `{"usage": …}` where a library is missing."""
    try:
        read = READERS[head["kind"]](head["path"], head["url"], raw)
    except UsageError as error:
        return {"usage": str(error)}
    except MemoryError:
        return {"message": "The page takes too much memory to read.", "hint": "Save its text alone."}
    except Exception as error:  # whatever a hostile page breaks in an extractor is the page's fault
        return {"message": f"The page broke the extractor ({type(error).__name__}).", "hint": "Save its text alone."}
    if isinstance(read, Problem):
        return {"message": read.message, "hint": read.hint}
    return {"page": asdict(read)}


def _limit() -> None:
    try:
        from resource import RLIMIT_AS, RLIMIT_CORE, getrlimit, setrlimit

        setrlimit(RLIMIT_AS, (MEMORY, getrlimit(RLIMIT_AS)[1]))
        setrlimit(RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass


def _part(pipe: IO[bytes]) -> bytes | None:
    size = pipe.read(SIZE)
    return pipe.read(FORM.unpack(size)[0]) if len(size) == SIZE else None


def main() -> None:
    """Answer until the pipe closes. What libraries print goes nowhere near the answers."""
    _limit()
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    while (head := _part(sys.stdin.buffer)) is not None and (raw := _part(sys.stdin.buffer)) is not None:
        told = json.dumps(answer(json.loads(head), raw)).encode()
        out.write(FORM.pack(len(told)) + told)
        out.flush()
