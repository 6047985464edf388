"""Planted faults: in each the sound site with one thing broken, the judge that must find it, and what it must say."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

HOME, STORY, SEARCH = "index.html", "stories/harbour/index.html", "search/index.html"
CSS, PRINT, SITEMAP, CALENDAR = "theme/site.css", "theme/print.css", "sitemap.xml", "watch.ics"
ATOM, JSON = "feeds/all.atom.xml", "feed.json"
END = "</main>"


@dataclass(frozen=True, slots=True)
class Plant:
    """One fault."""

    judge: str
    """Who must find it."""

    file: str
    """What is broken; a file that is not there is made."""

    old: str
    """What goes; it must stand there. Empty for a file that is made."""

    new: str
    """What comes."""

    says: str
    """What the judge must say of it, in part."""


def noise(octets: int) -> str:
    """Letters that compression makes no smaller than this, the same each time."""
    return "".join(sha256(str(number).encode()).hexdigest() for number in range(octets // 32))


def script(text: str) -> str:
    """What stands for a page's script: it is loaded from a file, and this names the file."""
    return f'<script src="/theme/{text}.js"></script></head>'


PLANTS = (
    Plant("markup", HOME, "<ul><li>", "<p><ul><li></p>", "p"),
    Plant("markup", HOME, 'content="A page', 'content="A "quoted" page', "quote"),
    Plant("markup", STORY, '<h2 id="dredging">', '<h2 id="main">', "Duplicate ID"),
    Plant("styles", CSS, ".chart { fill", ".chart { colour: red; fill", "colour"),
    Plant(
        "lint", CSS, ".chart { fill", ".chart { fill: red; margin: 0; fill", "declaration-block-no-duplicate-properties"
    ),
    Plant("links", HOME, 'href="/stories/harbour/#dredging"', 'href="/stories/elsewhere/"', "no /stories/elsewhere/"),
    Plant("links", HOME, "#dredging", "#drilling", "id “drilling”"),
    Plant(
        "links",
        HOME,
        'og:image" content="https://sound.example/theme/icon.svg',
        'og:image" content="https://sound.example/cards/x.png',
        "no /cards/x.png",
    ),
    Plant(
        "links",
        STORY,
        '"url": "https://sound.example/stories/harbour/"',
        '"url": "https://sound.example/stories/port/"',
        "no /stories/port/",
    ),
    Plant("links", CSS, "/theme/late.woff2", "/theme/lost.woff2", "no /theme/lost.woff2"),
    Plant(
        "links",
        ATOM,
        'href="https://sound.example/stories/harbour/"&gt;',
        'href="https://sound.example/stories/harbour/#gone"&gt;',
        "id “gone”",
    ),
    Plant(
        "links",
        CALENDAR,
        "URL:https://sound.example/stories/harbour/",
        "URL:https://sound.example/stories/haven/",
        "no /stories/haven/",
    ),
    Plant(
        "links",
        JSON,
        '"url": "https://sound.example/stories/harbour/"',
        '"url": "https://sound.example/story/"',
        "no /story/",
    ),
    Plant("links", HOME, 'href="/search/"', 'href="https:///search/"', "names no host"),
    Plant("feeds", ATOM, "<updated>2026-03-02T00:00:00Z</updated>\n<content", "<content", "updated"),
    Plant("feeds", ATOM, "<published>2026-03-01T00:00:00Z", "<published>1 March 2026", "published"),
    Plant("feeds", ATOM, "<author><name>The sound desk</name></author>", "", "no author"),
    Plant(
        "feeds",
        ATOM,
        "<id>https://sound.example/stories/harbour/</id>",
        "<id>https://sound.example/feeds/all.atom.xml</id>",
        "stands twice",
    ),
    Plant("feeds", ATOM, '&lt;a href="https://sound.example', '&lt;a href="', "relative address"),
    Plant("feeds", ATOM, 'type="text/html" href="https://sound.example', 'type="text/html" href="', "not absolute"),
    Plant("feeds", ATOM, "<title>A harbour is dredged</title>", "<title><b>A harbour</b></title>", "title"),
    Plant("jsonfeed", JSON, "version/1.1", "version/1", "version"),
    Plant("jsonfeed", JSON, '"content_html"', '"content"', "neither content_html nor content_text"),
    Plant("jsonfeed", JSON, "2026-03-01T00:00:00Z", "1 March", "date_published"),
    Plant("calendar", CALENDAR, "SUMMARY:The harbour opens again\r\n", "SUMMARY:The harbour opens again\n", "CRLF"),
    Plant("calendar", CALENDAR, "opens again", "opens again " + "and again " * 6, "not folded"),
    Plant("calendar", CALENDAR, "DTSTAMP:20260301T000000Z\r\n", "", "DTSTAMP"),
    Plant("calendar", CALENDAR, "DATE:20260401", "DATE:1 April", "DTSTART"),
    Plant("calendar", CALENDAR, "PRODID:-//Sound//Watch list//EN\r\n", "", "PRODID"),
    Plant("sitemap", SITEMAP, "2026-03-02", "2 March 2026", "lastmod"),
    Plant("sitemap", SITEMAP, "<url><loc>https://sound.example/search/</loc></url>\n", "", "/search/ is not listed"),
    Plant("sitemap", SITEMAP, "example/search/", "example/find/", "/find/ is listed, and is no page"),
    Plant("data", STORY, '"NewsArticle", ', '"NewsArticle" ', "no JSON"),
    Plant("data", STORY, '"@type": "NewsArticle"', '"@type": "NewsPiece"', "no type NewsPiece"),
    Plant("data", STORY, '"headline": "A', '"headlines": "A', "no property headlines"),
    Plant("data", STORY, '"headline": "A', '"startDate": "2026-03-01", "headline": "A', "may not have startDate"),
    Plant("data", STORY, '"datePublished": "2026-03-01"', '"datePublished": "1 March"', "datePublished may not be"),
    Plant("data", STORY, '"author": {"@type": "Organization"', '"author": {"@type": "Place"', "author may not be"),
    Plant("data", STORY, '"BreadcrumbList"', '"ItemList"', "no BreadcrumbList is described"),
    Plant("policy", HOME, "default-src 'none'", "default-src 'self'", "default-src 'none'"),
    Plant("policy", HOME, "style-src 'self'", "style-src 'self' 'unsafe-inline'", "'unsafe-inline'"),
    Plant("policy", HOME, "<ul>", '<ul style="margin:0">', "style attribute"),
    Plant("policy", HOME, "</head>", "<script>let a = 1;</script></head>", "inline script"),
    Plant("trip", STORY, END, f"<p>{noise(14_000)}</p>{END}", "more than 14,000"),
    Plant("axe", STORY, END, f'<p><img src="/theme/icon.svg" width="9" height="9"></p>{END}', "image-alt"),
    Plant("axe", CSS, "light-dark(#111, #eee)", "light-dark(#111, #555)", "dark: color-contrast"),
    Plant("axe", STORY, "<h2", "<h4", "heading-order"),
    Plant(
        "ace",
        STORY,
        END,
        f'<form action="/search/"><input name="q"><button>Go</button></form>{END}',
        "input_label_exists",
    ),
    Plant(
        "refusals",
        STORY,
        END,
        f'<p><img alt="" width="9" height="9" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>{END}',
        "img-src",
    ),
    Plant(
        "hosts", HOME, "</head>", '<link rel="preconnect" href="https://fonts.example"></head>', "https://fonts.example"
    ),
    Plant("requests", HOME, "</head>", script("lost"), "/theme/lost.js (404)"),
    Plant("light", STORY, END, f"<p>{noise(61_000)}</p>{END}", "more than 60,000"),
    Plant("still", CSS, "font-display: optional", "font-display: swap", "moved by"),
    Plant("still", STORY, '<p class="lead">', '<p><img src="/theme/icon.svg" alt=""></p><p class="lead">', "moved by"),
    Plant("keyboard", STORY, '<a class="skip" href="#main">Skip to the content</a>\n', "", "no link to the main part"),
    Plant("keyboard", STORY, 'type="button"', 'type="button" tabindex="3"', "tabindex"),
    Plant("keyboard", CSS, "button, summary {", "button, summary { outline: none;", "without an outline"),
    Plant("keyboard", CSS, ".lead {", "header { position: fixed; inset: 0; background: Canvas; }\n.lead {", "covered"),
    Plant("keyboard", STORY, 'id="berth" popover', 'id="berth" popover="manual"', "Escape does not shut"),
    Plant(
        "keyboard",
        CSS,
        "left: -999px; }",
        "left: -999px; }\n.skip:focus { position: absolute; left: -999px; }",
        "skip link is not to be seen",
    ),
    Plant("search", SEARCH, "/stories/harbour/", "/", "does not list /stories/harbour/"),
    Plant("search", HOME, ' <a href="/search/">Search</a>', "", "no link or form"),
    Plant("search", "pagefind/pagefind.js", "", "export const search = () => ({});", "no field to search in"),
    Plant("paper", PRINT, "content-visibility: visible", "content-visibility: hidden", "folded away on paper"),
    Plant("paper", PRINT, 'content: " (" attr(href) ")"', 'content: ""', "no address on paper"),
    Plant("overflow", CSS, ".lead {", ".lead { min-width: 30rem;", "at 320 px"),
    Plant("overflow", CSS, ".lead {", ".lead { width: 45rem;", "twice the size"),
    Plant("colours", CSS, "fill: currentcolor", "fill: #aaa", "in a chart"),
    Plant(
        "colours",
        CSS,
        ".lead {",
        ".lead { forced-color-adjust: none; color: #777; background: #888;",
        "forced colours: color-contrast",
    ),
    Plant("motion", CSS, ".lead {", ".lead { transition: color 1s;", "transition"),
    Plant("motion", CSS, ":root {", ":root { scroll-behavior: smooth;", "smoothly"),
    Plant("motion", CSS, ":root {", "@view-transition { navigation: auto; }\n:root {", "glide"),
)
