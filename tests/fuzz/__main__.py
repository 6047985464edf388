"""`make fuzz`: looks for bytes that make the reader or a check raise, led by which code they reach."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["twosource", "yaml"]):
    from tests.fuzz.inputs import seeds, try_one

WORDS = (
    *(
        "---\\x0A",
        "- ",
        ": ",
        "\\x0A  ",
        "[",
        "]",
        "{",
        "}",
        "&a",
        "*a",
        "!!x",
        "|\\x0A",
        ">-\\x0A",
        "<<: ",
        "%YAML 1.1\\x0A",
    ),
    *("\\xEF\\xBB\\xBF", "\\x0D\\x0A", "\\xC2\\x85", "\\xE2\\x80\\xA8", "\\x00", "\\x09", "'", '\\"', "# "),
    *(
        "[[x]]",
        "[@y]",
        "{fact 9}",
        "^[x]",
        "[^1]: ",
        "```\\x0A",
        "| a |\\x0A|---|\\x0A",
        "<b>",
        "](javascript:x)",
        "2025-02-30",
    ),
    *("facts:", "sources:", "ignore:", "evidence:", "origin:", "null", "~", "no", "012", "1:30", ".inf"),
)
"""What YAML and our Markdown are made of, as libFuzzer's dictionaries write it."""


def one(data: bytes) -> None:
    """The first byte says which file."""
    if data:
        try_one(data[0], data[1:])


def main() -> None:
    """The first argument is for how many seconds."""
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for kind, raw in seeds():
            (corpus / f"seed-{kind}").write_bytes(bytes([kind]) + raw)
        words = Path(folder) / "words.txt"
        words.write_text("".join(f'"{word}"\n' for word in WORDS), "utf-8")
        atheris.Setup(
            [sys.argv[0], str(corpus), f"-dict={words}", f"-max_total_time={seconds}", "-max_len=6000", "-timeout=10"],
            one,
        )
        atheris.Fuzz()


main()
