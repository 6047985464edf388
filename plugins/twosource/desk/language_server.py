"""`desk lsp`: a language server for editors."""

from __future__ import annotations

from argparse import Namespace
from functools import partial

from twosource.desk.clock import as_of
from twosource.desk.hub import UsageError


def run(given: Namespace) -> int:
    """Answer an editor until it leaves; 0."""
    as_of(given.as_of)
    try:
        from twosource.desk.lsp.server import serve
    except ModuleNotFoundError as error:
        raise UsageError(f"{error.name} is missing: pip install 'twosource[lsp]' brings it.") from None
    serve(given.root, partial(as_of, given.as_of))
    return 0
