"""Settings for a preview: `pelican` prints the hub, `pelican -lr` serves it and follows changes."""

import importlib.util
import os
import sys
from pathlib import Path

if importlib.util.find_spec("twosource") is None:
    sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))

from twosource import press

PATH = "content"
OUTPUT_PATH = "output"
THEME = "themes/ledger"
SITEURL = os.environ.get("SITEURL", "http://127.0.0.1:8000").rstrip("/")
TIMEZONE = "UTC"
PLUGINS = [press]
TWOSOURCE_SEARCH = os.environ.get("TWOSOURCE_SEARCH", "fresh")
