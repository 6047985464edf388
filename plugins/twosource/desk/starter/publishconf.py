"""Settings for publication: as for a preview, but the address of the site must be given."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

if not os.environ.get("SITEURL"):
    raise SystemExit(
        "publishconf.py: the environment variable SITEURL is not set.\n"
        "    Give the site's address, such as SITEURL=https://news.example.org pelican -s publishconf.py."
    )
