"""Code in a fence, coloured by classes: a page needs no inline style."""

from __future__ import annotations

from html import escape


def highlighted(code: str, language: str) -> str:
    """Safe markup of a listing; plain text where the language is not known."""
    name = next(iter(language.split()), "")
    known = f' class="language-{escape(name)}"' if name else ""
    return f'<pre class="highlight" tabindex="0"><code{known}>{_coloured(code, name)}</code></pre>\n'


def _coloured(code: str, name: str) -> str:
    if not name:
        return escape(code)
    # Imported here: Pygments costs 40 ms, and most hubs hold no listing at all.
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return highlight(code, get_lexer_by_name(name), HtmlFormatter(nowrap=True))
    except ClassNotFound:
        return escape(code)
