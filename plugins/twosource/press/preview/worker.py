"""The process that prints: it reads jobs from standard input until that ends, and answers each with a report."""

from __future__ import annotations

import os
import signal
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from pelican.settings import read_settings

from twosource.press.preview.builder import Builder, at_present
from twosource.press.preview.faults import fault_of_settings
from twosource.press.preview.messages import Job, Report
from twosource.press.preview.origin import ADDRESS
from twosource.press.preview.site import site_below
from twosource.press.settings import Order, order


def main(argv: Sequence[str] | None = None) -> int:
    """Answer jobs until there are no more."""
    parser = ArgumentParser(prog="twosource.press.preview.worker")
    parser.add_argument("--settings", type=Path, required=True)
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--as-of", default="")
    parser.add_argument("--no-drafts", dest="drafts", action="store_false")
    given = parser.parse_args(argv)
    # Who started this process is asked to stop, and ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _answer(given, _own_output())
    return 0


def _own_output() -> BinaryIO:
    """Standard output for reports alone: whatever is printed meanwhile goes to standard error."""
    channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return channel


def _answer(given: Namespace, channel: BinaryIO) -> None:
    builder: Builder | None = None
    for line in sys.stdin.buffer:
        job = msgspec.json.decode(line, type=Job)
        try:
            builder = builder or Builder(_orders(given))
        except (Exception, SystemExit) as error:
            report = Report((fault_of_settings(error, given.settings, given.root),), errors=1)
        else:
            report = builder.build(job)
        channel.write(msgspec.json.encode(report) + b"\n")
        channel.flush()


def _orders(given: Namespace) -> Any:
    """Read the settings; gives what says what to print."""
    read = read_settings(str(given.settings), override=_overrides(given))
    asked = order(read)
    asked = replace(asked, extras=replace(asked.extras, lenient=True, unpublished=given.drafts))
    fixed = bool(read.get("TWOSOURCE_AS_OF") or os.environ.get("TWOSOURCE_AS_OF"))

    def present() -> Order:
        return at_present(asked, fixed)

    return present


def _overrides(given: Namespace) -> dict[str, Any]:
    """What a preview has otherwise than the site: its own folder, its own address, nothing that costs time."""
    found = {
        "TWOSOURCE_ROOT": str(given.root),
        "OUTPUT_PATH": str(site_below(given.root)),
        "SITEURL": ADDRESS,
        "TWOSOURCE_CARDS": False,
        "TWOSOURCE_SEARCH": "off",
        "TWOSOURCE_EXECUTOR": "",
    }
    return found | ({"TWOSOURCE_AS_OF": given.as_of} if given.as_of else {})


if __name__ == "__main__":
    sys.exit(main())
