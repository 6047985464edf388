"""Settings for a preview: `pelican` prints the hub into output/, `pelican -lr` serves it and follows changes."""

import os

from twosource import press

PATH = "content"
OUTPUT_PATH = "output"
THEME = press.LEDGER
SITEURL = os.environ.get("SITEURL", "http://127.0.0.1:8000").rstrip("/")
TIMEZONE = "UTC"
PLUGINS = [press]
