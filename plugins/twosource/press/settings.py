"""Pelican's settings: those that the press enforces, and the order for a run that it reads out of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from twosource.newsroom.layout import CACHE
from twosource.pages.extras import USUAL, Extras
from twosource.press.moment import as_of
from twosource.press.pagefind import find_pagefind
from twosource.press.press_error import PressError
from twosource.press.search_choice import FOLDER, Search, search_choice

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from twosource.pages.edition import Edition

IDLE: Mapping[str, Any] = {
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": [],
    "STATIC_PATHS": [],
    "THEME_STATIC_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "TEMPLATE_PAGES": {},
    "OUTPUT_SOURCES": False,
    "CACHE_CONTENT": False,
    "LOAD_CONTENT_CACHE": False,
    "DELETE_OUTPUT_DIRECTORY": False,
}
"""Settings with which Pelican itself reads, prints and deletes nothing."""

CARD_LOOK = "card.toml"
"""Name of the file that says how cards look, in the theme's folder or in one that goes before it."""

PREVIEW = "preview"
"""Folder of a preview's own cache and pages, in the hub's cache."""

MakeEdition = Callable[[Path, datetime, str], "Edition"]
Choice = str | Callable[[], "Executor"]
"""`""` for this process, `dask` for Dask workers on this machine, `dask:ADDRESS` for those of a scheduler elsewhere,
or a function that gives an executor."""


@dataclass(frozen=True, slots=True)
class Order:
    """What one run has to print, and where."""

    root: Path
    """Folder of the hub: it holds content/, glossary/ and methodology/."""
    output: Path
    """Folder of the printed site, links resolved."""
    theme: Path
    """Folder of the theme: templates/, static/, and whatever its templates import by a path from here."""
    overrides: tuple[Path, ...]
    """Folders whose templates go before the theme's."""
    site_url: str
    """Absolute address of the site, without a slash at the end."""
    as_of: datetime
    """The moment that counts as now, UTC."""
    make_edition: MakeEdition | None
    """Makes an edition in the hub's place; None for the hub."""
    extras: Extras = USUAL
    """What is printed beside the pages."""
    executor: Choice = ""
    """What prints the pages; empty for this process."""
    profile: bool = False
    """Whether to say at the end what took how long."""
    search: Search = Search.OFF
    """Whether to make a search index."""
    indexer: str = ""
    """Path of the program that makes it; empty where there is none, or none is needed."""
    hurry: tuple[str, ...] | None = None
    """Addresses of pages for which somebody waits: what no browser shows is left for the next run where it stands, and
    so are all others where there are many. None where nobody does, and everything is printed in one go."""
    handful: bool = False
    """Whether some of what was left is printed, too: nobody waits now, and may do so in a second."""

    @property
    def index(self) -> str:
        """Address of the script of the search index, for the pages; empty where there is or will be none."""
        return f"/{FOLDER}/pagefind.js" if self.indexer else ""

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Where templates are looked for, in this order."""
        return (*self.overrides, self.theme / "templates", self.theme)

    @property
    def compiled(self) -> Path:
        """Folder that keeps compiled templates from run to run."""
        return self.cache / "templates"

    @property
    def cache(self) -> Path:
        """Folder of what is kept from run to run; a preview judges and shows otherwise, and has its own."""
        return self.root / CACHE / PREVIEW if self.extras.lenient else self.root / CACHE


def idle(settings: dict[str, Any]) -> None:
    """Alter Pelican's settings in place so that its own machinery rests."""
    settings.update(deepcopy(dict(IDLE)))
    settings.update({name: None for name in settings if "FEED" in name and name.endswith(("_ATOM", "_RSS"))})


def order(settings: Mapping[str, Any]) -> Order:
    """Read the order out of Pelican's settings. Raises PressError when a setting makes no sense."""
    content = Path(settings["PATH"]).resolve()
    theme = Path(settings["THEME"]).resolve()
    overrides = tuple(Path(folder).resolve() for folder in settings["THEME_TEMPLATES_OVERRIDES"])
    search = search_choice(settings.get("TWOSOURCE_SEARCH"))
    asked = Order(
        root=hub_root(settings),
        output=Path(settings["OUTPUT_PATH"]).resolve(),
        theme=theme,
        overrides=overrides,
        site_url=_site_url(settings["SITEURL"]),
        as_of=as_of(str(settings.get("TWOSOURCE_AS_OF") or os.environ.get("TWOSOURCE_AS_OF", ""))),
        make_edition=settings.get("TWOSOURCE_EDITION"),
        extras=_extras(settings, (*overrides, theme / "templates", theme)),
        executor=settings.get("TWOSOURCE_EXECUTOR") or "",
        profile=bool(settings.get("TWOSOURCE_PROFILE") or os.environ.get("TWOSOURCE_PROFILE")),
        search=search,
        indexer=find_pagefind() if search is not Search.OFF else "",
    )
    _keep_sources_safe(asked, content)
    return asked


def hub_root(settings: Mapping[str, Any]) -> Path:
    """The folder named by TWOSOURCE_ROOT; else PATH, or the folder around it when PATH is its content/."""
    if settings.get("TWOSOURCE_ROOT"):
        return Path(settings["TWOSOURCE_ROOT"]).resolve()
    content = Path(settings["PATH"]).resolve()
    return content.parent if content.name == "content" else content


def _site_url(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme in ("http", "https") and parts.netloc and not (parts.query or parts.fragment):
        return address.rstrip("/")
    raise PressError(
        f"SITEURL is {address!r}, which is no absolute address.\n"
        "    Write it whole, such as https://news.example.org or https://example.org/hub."
    )


def place_of_look(folders: Iterable[Path]) -> Path | None:
    """The file that says how cards look; None for a theme that has none, and so no cards."""
    return next((folder / CARD_LOOK for folder in folders if (folder / CARD_LOOK).is_file()), None)


def _extras(settings: Mapping[str, Any], folders: Iterable[Path]) -> Extras:
    hub = str(settings.get("TWOSOURCE_WEBSUB") or "")
    if hub and not (urlsplit(hub).scheme in ("http", "https") and urlsplit(hub).netloc):
        raise PressError(
            f"TWOSOURCE_WEBSUB is {hub!r}, which is no absolute address.\n"
            "    Write the whole address of a WebSub hub, or leave it out."
        )
    cards = settings.get("TWOSOURCE_CARDS", True) and place_of_look(folders)
    return Extras(cards=bool(cards), websub=hub)


def _keep_sources_safe(asked: Order, content: Path) -> None:
    """Refuse an output folder that holds what is printed from: pruning could delete it."""
    if asked.output.exists() and not asked.output.is_dir():
        raise PressError(f"OUTPUT_PATH {asked.output} is a file.\n    Choose a folder for the printed site.")
    for name, folder in (("hub", asked.root), ("content", content), ("theme", asked.theme)):
        if folder.is_relative_to(asked.output):
            raise PressError(
                f"OUTPUT_PATH {asked.output} holds the {name} itself ({folder}).\n"
                "    Choose a folder of its own for the printed site, such as output."
            )
