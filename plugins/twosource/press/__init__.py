"""The press room: a checked edition becomes files, whole or not at all. No other room knows Pelican or Jinja.

A hub's settings say `from twosource import press` and `PLUGINS = [press]`; nothing else is needed.
"""

from twosource.newsroom.shipped import shipped
from twosource.press.seam import register

__all__ = ["LEDGER", "register"]

LEDGER = str(shipped("themes/ledger"))
"""Folder of the theme that comes with the tool, for `THEME`."""
