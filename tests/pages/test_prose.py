"""Markdown becomes safe markup in which our marks lead where they say."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.newsroom.body import Body
from twosource.newsroom.reference import Term
from twosource.newsroom.source_map import SourceMap
from twosource.pages.glossing import Glossary, make_glossary, mentions, possible
from twosource.pages.prose import Prose, Setting, set_prose


def _term(name: str, term: str, *, aliases: tuple[str, ...] = (), plurals: tuple[str, ...] = ()) -> Term:
    return Term(
        name,
        f"glossary/{name}.md",
        term,
        aliases,
        plurals,
        f'A "{term}" & more.',
        (),
        (),
        (),
        Body("", 1),
        SourceMap(""),
    )


GLOSSARY = make_glossary(
    {
        "black-mass": _term("black-mass", "black mass", plurals=("black masses",), aliases=("battery powder",)),
        "mass": _term("mass", "Mass"),
        "mass-balance": _term("mass-balance", "mass balance"),
        "wto": _term("wto", "World Trade Organization", aliases=("WTO",)),
        "us-law": _term("us-law", "U.S. law"),
    }
)


def _prose(text: str, **more: Any) -> Prose:
    given: dict[str, Any] = {
        "prefix": "analysis",
        "top": 3,
        "glossary": GLOSSARY,
        "base": "/hub",
        "gloss": True,
        "cites": {"cfr": "The Council"},
        "facts": 3,
    }
    return set_prose(text, Setting(**(given | more)))


def _linked(text: str) -> list[tuple[str, str]]:
    return re.findall(r'<button class="term" popovertarget="analysis-term-([^"]*)">([^<]*)</button>', _prose(text).html)


def test_marks_become_links() -> None:
    html = _prose("See [[black mass]], [[the powder|battery powder]], [@cfr] and {fact 2}.").html
    assert '<button class="term" popovertarget="analysis-term-black-mass">black mass</button>' in html
    assert '<a class="term" href="/hub/glossary/black-mass/">the powder</a>' in html
    assert '<a class="cite" href="#source-cfr">[The Council]</a>' in html
    assert '<a class="fact-ref" href="#fact-2">fact 2</a>' in html


def test_a_term_is_defined_beside_its_first_mention_and_only_there() -> None:
    html = _prose("Some [[black mass]], more [[black mass]], and [[black mass]] again. A WTO rule.").html
    shown = '<span class="definition" id="analysis-term-black-mass" popover data-pagefind-ignore>'
    link = '<a href="/hub/glossary/black-mass/">More on black mass</a></span>'
    assert f"</button>{shown}A &quot;black mass&quot; &amp; more. {link}" in html
    assert html.count('<a class="term" href="/hub/glossary/black-mass/">black mass</a>') == 2
    assert html.count("popovertarget=") == html.count(" popover ") == 2


def test_marks_that_name_nothing_stay_words() -> None:
    html = _prose("See [[no term]], [@nobody] and {fact 9}.").html
    assert html == "<p>See no term, [@nobody] and {fact 9}.</p>\n"


def test_the_first_plain_mention_of_a_term_is_linked_and_the_second_is_not() -> None:
    assert _linked("Black mass is sold. More black mass.") == [("black-mass", "Black mass")]


def test_the_longest_form_wins_and_a_part_of_it_is_not_linked_too() -> None:
    assert _linked("They sell black masses.") == [("black-mass", "black masses")]


def test_of_two_forms_that_begin_alike_the_longer_wins() -> None:
    assert _linked("A mass balance is drawn up.") == [("mass-balance", "mass balance")]


def test_a_plural_an_alias_and_a_line_break_count() -> None:
    assert _linked("Some battery\npowder.") == [("black-mass", "battery\npowder")]


def test_a_term_is_a_whole_word() -> None:
    assert _linked("Massive masses amass biomass.") == []


def test_a_name_in_capitals_is_matched_as_it_is_written() -> None:
    assert _linked("The wto is not the WTO.") == [("wto", "WTO")]
    assert _linked("Under U.S. law, so it is.") == [("us-law", "U.S. law")]


def test_a_term_that_the_writer_marked_is_not_linked_a_second_time() -> None:
    html = _prose("Plain black mass, then [[black mass]].").html
    assert html.startswith("<p>Plain black mass, then <button")


@pytest.mark.parametrize(
    "text",
    [
        "[black mass](https://example.org)",
        "`black mass`",
        "```\nblack mass\n```",
        "## On black mass",
        "> said of black mass",
        "He said “black mass is gold” there.",
        'He said "black *or* black mass" there.',
        "| black mass |\n|---|\n| x |",
    ],
)
def test_no_term_is_linked_within_links_code_headings_and_quotations(text: str) -> None:
    assert _linked(text) == []


def test_a_mention_after_a_quotation_is_linked() -> None:
    assert _linked("He said “black mass”. The black mass is sold.") == [("black-mass", "black mass")]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (
                "Black",
                "MASSES",
                "mass",
                "balance",
                "Battery",
                "powder",
                "U.S.",
                "law",
                "WTO",
                "é",
                "“",
                "”",
                "biomass",
                " ",
                " ",
                " ",
                "\n",
                ".",
            )
        ),
        max_size=12,
    ).map("".join)
)
def test_a_text_is_searched_only_for_terms_that_it_may_hold_and_none_is_missed(text: str) -> None:
    assert list(mentions(possible(GLOSSARY, text), text)) == list(mentions(GLOSSARY.forms, text))


def test_the_terms_used_are_told() -> None:
    assert _prose("The [[WTO]] on black mass.").terms == ("wto", "black-mass")


def test_headings_begin_at_the_level_of_their_place_and_never_skip_one() -> None:
    html = _prose("## One\n\n##### Deep\n\n### Middle\n\n# Big\n\n## One").html
    assert re.findall(r"<(h\d) id=\"([^\"]*)\"", html) == [
        ("h3", "analysis-one"),
        ("h4", "analysis-deep"),
        ("h4", "analysis-middle"),
        ("h3", "analysis-big"),
        ("h4", "analysis-one-2"),
    ]


def test_headings_of_the_first_level_make_the_contents() -> None:
    prose = _prose("## The `code` & [[black mass]] [@cfr]\n\n### Below\n\n## Été")
    assert [(held.id, held.text) for held in prose.headings] == [
        ("analysis-the-code-black-mass", "The code & black mass"),
        ("analysis-ete", "Été"),
    ]


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("https://example.org/a?b=1&c=2", 'href="https://example.org/a?b=1&amp;c=2" rel="noopener"'),
        ("/watch/", 'href="/hub/watch/"'),
        ("#fact-1", 'href="#fact-1"'),
        ("mailto:a@example.org", 'href="mailto:a@example.org"'),
    ],
)
def test_links_lead_where_a_page_may_lead(written: str, href: str) -> None:
    assert href in _prose(f"[words]({written})").html


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "java&#115;cript:alert(1)",
        "ftp://example.org/x",
        "relative/path",
    ],
)
def test_links_to_anywhere_else_are_reduced_to_their_words(written: str) -> None:
    html = _prose(f"[words]({written}) and <{written}>").html
    assert "<a" not in html


def test_pictures_are_links_since_a_page_asks_nobody_for_anything() -> None:
    html = _prose("![A plant](https://example.org/a.png) ![x](javascript:alert(1))").html
    assert '<a href="https://example.org/a.png" rel="noopener">A plant</a>' in html
    assert "<img" not in html


def test_raw_html_is_text() -> None:
    html = _prose("<script>alert(1)</script>\n\nA <b onclick=x>b</b>.").html
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "&lt;b onclick=x&gt;" in html


def test_listings_are_coloured_by_classes_and_scroll_by_keyboard() -> None:
    html = _prose('```python\nprint("<b>")\n```').html
    assert '<pre class="highlight" tabindex="0"><code class="language-python">' in html
    assert '<span class="nb">print</span>' in html
    assert "style=" not in html
    assert _prose("```nosuchlanguage\na < b\n```").html.count("a &lt; b") == 1


def test_tables_have_a_frame_and_no_inline_style() -> None:
    html = _prose("| a | b |\n|---|--:|\n| 1 | 2 |").html
    assert '<div class="table" role="group" aria-label="Table 1" tabindex="0"><table>' in html
    assert '<td class="align-right">2</td>' in html


def test_footnotes_of_two_texts_on_a_page_do_not_clash() -> None:
    one, two = (_prose("A.[^n] B.[^n]\n\n[^n]: Note.", prefix=name).html for name in ("one", "two"))
    ids = re.findall(r'id="([^"]*)"', one + two)
    assert len(ids) == len(set(ids)) == 6
    assert set(re.findall(r'href="#([^"]*)"', one + two)) <= set(ids)


TEXTS = st.text(
    st.sampled_from("ab <>\"&'[]()|{}@!#*_`~^:/\\\n-.“”") | st.characters(exclude_categories=["Cs"]), max_size=120
)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_text_at_all_makes_markup_of_its_own(text: str) -> None:
    html = _prose(text).html
    tags = set(re.findall(r"</?([a-z][a-z0-9]*)", html))
    assert tags <= {
        "p",
        "a",
        "em",
        "strong",
        "code",
        "pre",
        "ul",
        "ol",
        "li",
        "blockquote",
        "hr",
        "br",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "div",
        "sup",
        "span",
    }
    assert not re.search(r"<[^>]*\son\w+=", html)
    assert not re.search(r'href="(?!https?://|mailto:|/hub/|#)', html, re.IGNORECASE)


def test_the_glossary_finds_a_term_by_any_of_its_names() -> None:
    found: list[Term | None] = [GLOSSARY.resolve(name) for name in ("WTO", "world trade  organization", "wto")]
    assert [term.id if term else "" for term in found] == ["wto", "wto", "wto"]
    assert isinstance(GLOSSARY, Glossary)
    assert GLOSSARY.resolve("nothing") is None
