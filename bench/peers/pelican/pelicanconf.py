"""Plain Pelican on the corpus: its own generators, a reader as fast as Python's parsers get, a theme of ours."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
HUB = Path(os.environ["BENCH_HUB"])
sys.path.insert(0, str(HERE))

import front  # noqa: E402

SITENAME = front.site(HUB)["name"]
SITEURL = "https://hub.example"
TIMEZONE = "UTC"
DEFAULT_LANG = "en-gb"
PATH = str(HUB / "content")
THEME = str(HERE / "theme")
PLUGINS = [front]

ARTICLE_PATHS = ["stories"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
IGNORE_FILES = ["*.lock"]
THEME_STATIC_PATHS = [str(HERE.parent / "shared" / "theme")]
SLUGIFY_SOURCE = "basename"

ARTICLE_URL, ARTICLE_SAVE_AS = "stories/{slug}/", "stories/{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "topics/{slug}/", "topics/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "entities/{slug}/", "entities/{slug}/index.html"
ARCHIVES_URL, ARCHIVES_SAVE_AS = "archive/", "archive/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
STORIES_SAVE_AS = "data/stories.json"
AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "archives", "sitemap", "stories"]
PAGINATED_TEMPLATES = {"archives": 20, "category": 20, "tag": 20}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)

FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None

JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": []}
JINJA_FILTERS = {"day": front.day}
JINJA_GLOBALS = front.names(HUB)

CACHE_PATH = os.environ.get("BENCH_CACHE", "")
CACHE_CONTENT = LOAD_CONTENT_CACHE = bool(CACHE_PATH)
CONTENT_CACHING_LAYER = "reader"
