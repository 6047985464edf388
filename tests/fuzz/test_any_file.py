"""Whatever bytes stand in a file, the checks say what is wrong with it: never does one of them raise."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.fuzz.inputs import KINDS, seeds, try_one
from tests.newsroom.golden import HUB
from tests.newsroom.test_any_bytes import SNIPPETS
from twosource.desk.main import main

quick = settings(
    deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck), max_examples=60
)
SCRAPS = [*(scrap.encode() for scrap in SNIPPETS), b"\xff\xfe", b"\xed\xa0\x80", b"\r", b"\r\n", b"\x00", b"9" * 400]
changes = st.lists(
    st.tuples(
        st.floats(0, 1), st.integers(0, 40), st.one_of(st.binary(max_size=6), st.sampled_from(SCRAPS)), st.booleans()
    ),
    min_size=1,
    max_size=5,
)
Changes = list[tuple[float, int, bytes, bool]]


def changed(raw: bytes, how: Changes) -> bytes:
    """Bytes taken out, put in, or said twice."""
    for where, many, new, twice in how:
        at = int(where * len(raw))
        middle = raw[at : at + many] * 2 if twice else new
        raw = raw[:at] + middle + raw[at + many :]
    return raw


def test_the_files_as_they_are_lack_nothing_but_saved_copies() -> None:
    gaps = {"evidence-unseen", "gate-refused", "quote-without-evidence", "figure-without-evidence"}
    whole = [(kind, raw) for kind, raw in seeds() if not KINDS[kind][0].endswith(".lock")]
    assert {problem.rule for kind, raw in whole for problem in try_one(kind, raw)} <= gaps


@pytest.mark.parametrize("kind", range(len(KINDS)), ids=[path for path, _, _ in KINDS])
@quick
@given(how=changes)
def test_any_slip_of_bytes_in_any_kind_of_file_is_told_and_never_raises(kind: int, how: Changes) -> None:
    try_one(kind, changed(seeds()[kind][1], how))


@settings(quick, max_examples=40)
@given(kind=st.sampled_from([n for n, (path, _, _) in enumerate(KINDS) if not path.endswith(".lock")]), how=changes)
@example(kind=0, how=[(0.5, 0, b"\x1b[31m", False)])
@example(kind=6, how=[(0.0, 40, b"", False)])
def test_the_command_never_shows_a_traceback(kind: int, how: Changes) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "hub"
        shutil.copytree(HUB, root)
        path = root / KINDS[kind][0]
        path.write_bytes(changed(path.read_bytes(), how))
        asked = ["check", "--root", str(root), "--as-of", "2026-03-01", "--no-cache"]
        assert main([*asked, "--diff"]) in (0, 1)
        assert main(asked) in (0, 1)
        assert main([*asked, "--format", "sarif"]) in (0, 1)
