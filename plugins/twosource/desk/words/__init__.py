"""Every word that the command knows, in the order in which the overview names them.

A module here declares one word and imports nothing of the house but `word`: each call of `desk` reads all of them.
"""

from __future__ import annotations

from twosource.desk.word import Word
from twosource.desk.words.bring import IMPORT
from twosource.desk.words.check import CHECK
from twosource.desk.words.compare import COMPARE
from twosource.desk.words.completion import COMPLETION
from twosource.desk.words.correct import CORRECT
from twosource.desk.words.diff import DIFF
from twosource.desk.words.due import DUE
from twosource.desk.words.explain import EXPLAIN
from twosource.desk.words.figures import FIGURES
from twosource.desk.words.init import INIT
from twosource.desk.words.lock import LOCK
from twosource.desk.words.lsp import LSP
from twosource.desk.words.new import NEW
from twosource.desk.words.preview import PREVIEW
from twosource.desk.words.receipt import RECEIPT
from twosource.desk.words.rule import RULE
from twosource.desk.words.schema import SCHEMA
from twosource.desk.words.verify_site import VERIFY_SITE

WORDS: tuple[Word, ...] = (
    INIT,
    PREVIEW,
    CHECK,
    NEW,
    IMPORT,
    EXPLAIN,
    FIGURES,
    LOCK,
    COMPARE,
    CORRECT,
    DIFF,
    DUE,
    RECEIPT,
    VERIFY_SITE,
    RULE,
    SCHEMA,
    LSP,
    COMPLETION,
)
"""In the order of the docs."""
