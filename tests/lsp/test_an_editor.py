"""What an editor gets from `desk lsp`, asked over the real protocol."""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from tests.conftest import ROOT
from tests.desk.conftest import PATH, STORY, Desk
from tests.lsp.conftest import Editor

Run = Callable[[Callable[[Editor], Awaitable[Any]]], Any]

RICH = (
    STORY.replace("    kind: fact\n", "    kind: claim\n    speaker: jane-roe\n")
    .replace("impact:", "mentioned: [jane-roe]\nimpact:")
    .replace(
        "The analysis.", "About [[black mass]], says [@courier], as {fact 1} has it.\n\nA 🚢 [[black mass]] and more."
    )
)


def rules(found: list[types.Diagnostic]) -> set[str]:
    return {str(one.code) for one in found}


def test_the_buffer_is_judged_and_not_the_file(edit_with: Run, hub: Path) -> None:
    """As soon as somebody types; what is mended is no longer told."""

    async def work(editor: Editor) -> tuple[list[types.Diagnostic], ...]:
        first = await editor.open(PATH)
        broken = await editor.type(PATH, STORY.replace("category: duties", "category: nothing"))
        return first, broken, await editor.type(PATH, STORY)

    first, broken, mended = edit_with(work)
    assert rules(broken) - rules(first) == {"unknown-topic"}
    (found,) = (one for one in broken if one.code == "unknown-topic")
    assert (found.range.start.line, found.range.start.character) == (3, 10)
    assert (found.range.end.character, found.severity) == (17, types.DiagnosticSeverity.Error)
    assert "nothing" in found.message
    assert mended == first


def test_places_are_counted_in_units_of_utf_16(edit_with: Run) -> None:
    """A sign beyond the first plane is two of them."""
    first = '- {source: courier, quote: "a duty'
    text = STORY.replace(first, '- {quote: "🚢", source: nobody}\n      ' + first)

    async def work(editor: Editor) -> list[types.Diagnostic]:
        return await editor.open(PATH, text)

    row = next(n for n, line in enumerate(text.splitlines()) if "🚢" in line)
    line = text.splitlines()[row]
    (found,) = (one for one in edit_with(work) if one.code == "unknown-source" and one.range.start.line == row)
    wanted = len(line[: line.index("nobody")].encode("utf-16-le")) // 2
    assert (found.range.start.character, found.range.end.character) == (wanted, wanted + len("nobody"))
    assert wanted == line.index("nobody") + 1


def test_the_rest_of_the_hub_is_told_too_and_cleared_when_it_is_well(edit_with: Run, hub: Path) -> None:
    """On opening and on saving any file."""
    path = "glossary/black-mass.md"
    good = (hub / path).read_text("utf-8")
    (hub / path).write_text(good.replace("definition:", "definitoin:"), encoding="utf-8")

    async def work(editor: Editor) -> tuple[set[str], list[types.Diagnostic]]:
        await editor.open(PATH)
        before = rules(await editor.next(path))
        (hub / path).write_text(good, encoding="utf-8")
        return before, await editor.save(PATH, path)

    before, after = edit_with(work)
    assert before == {"unknown-key"}
    assert after == []


def test_what_only_the_whole_hub_knows_is_told_in_a_buffer(edit_with: Run, hub: Path) -> None:
    """Two stories of one address."""
    (hub / "content/stories/2025").mkdir()
    (hub / "content/stories/2025/pipes.md").write_text(STORY, encoding="utf-8")

    async def work(editor: Editor) -> set[str]:
        await editor.open(PATH)
        return rules(await editor.type(PATH, STORY + "More.\n"))

    assert "duplicate-slug" in edit_with(work)


def test_names_are_completed_where_they_belong(edit_with: Run) -> None:
    asked = {
        "speaker: ": "jane-roe",
        "mentioned: [": "jane-roe",
        "category: ": "ports",
        "    publisher: ": "gazette",
        "- {source: ": "courier",
        "    facts: [": "1",
        "About [[": "black mass",
        "says [@": "gazette",
        "as {fact ": "1",
        "    kind: ": "wire",
        "status: ": "retracted",
    }

    async def work(editor: Editor) -> dict[str, set[str]]:
        await editor.open(PATH, RICH)
        return {mark: set(await editor.offered(PATH, RICH, mark)) for mark in asked}

    found = edit_with(work)
    assert {mark: name for mark, name in asked.items() if name not in found[mark]} == {}
    assert not {"jane-roe", "courier"} & found["category: "]


def test_an_offer_takes_the_place_of_the_word_and_closes_the_mark(edit_with: Run) -> None:
    """Also behind a sign that is two units wide, and where nothing closes the mark yet."""
    text = STORY.replace("The analysis.", "A 🚢 [[bl")

    async def work(editor: Editor) -> types.CompletionItem:
        await editor.open(PATH, text)
        return (await editor.offered(PATH, text, "[[bl"))["black mass"]

    item = edit_with(work)
    assert isinstance(item.text_edit, types.TextEdit)
    assert item.text_edit.new_text == "black mass]]"
    assert (item.text_edit.range.start.character, item.text_edit.range.end.character) == (7, 9)


def test_keys_are_completed_with_what_they_mean(edit_with: Run) -> None:
    """Those of the form, at the place: of the story, of a source, of a fact's evidence, of a score."""
    text = STORY.replace("summary:", "sum\nsummary:", 1).replace("    kind: fact\n", "    kind: fact\n    spea\n")

    async def work(editor: Editor) -> tuple[dict[str, types.CompletionItem], ...]:
        await editor.open(PATH, text)
        marks = ("\nsum", "    spea", "  - {source: courier, quo", "regulatory: {sco", "\n    publi")
        return tuple([await editor.offered(PATH, text, mark) for mark in marks])

    of_story, of_fact, of_evidence, of_score, of_source = edit_with(work)
    assert {"summary", "takeaways", "changes"} <= of_story.keys()
    assert {"speaker", "essential"} <= of_fact.keys()
    assert "takeaways" not in of_fact
    assert of_evidence.keys() == {"source", "quote", "stance"}
    assert of_score.keys() == {"score", "because", "facts"}
    assert "independent_because" in of_source
    told = of_fact["speaker"].documentation
    assert isinstance(told, types.MarkupContent)
    assert told.value


def test_hover_tells_what_a_name_means(edit_with: Run) -> None:
    asked = {
        "speaker: jane": "**Jane Roe**, person",
        "[[black": "What is left of ground batteries.",
        "🚢 [[black": "What is left of ground batteries.",
        "[@cour": "Courier, grade B",
        "{fact 1": "**Key fact 1**: The duty is 12 per cent.",
        "    publisher: cour": "Signed reports.",
        "category: dut": "Duties on pipes.",
        "summar": "`summary`:",
        "essent": "`essential`:",
    }

    async def work(editor: Editor) -> dict[str, str]:
        await editor.open(PATH, RICH)
        return {mark: await editor.hover(PATH, RICH, mark) for mark in asked}

    found = edit_with(work)
    assert {mark: found[mark] for mark, told in asked.items() if told not in found[mark]} == {}


def test_hover_tells_badges_as_they_are_reckoned_now(edit_with: Run, hub: Path, saved: Path, desk: Desk) -> None:
    """Of the story at its title, of a fact at its number, of a source at its name; from the buffer."""
    assert desk("lock", "pipes", "--from", saved, "--retrieved", "2026-02-20") == 0
    text = STORY.replace("The analysis.", "By {fact 1}, of [@gazette].")
    once = text.replace('      - {source: gazette, quote: "pipes of steel will carry 12 percent from Monday"}\n', "")

    async def work(editor: Editor) -> list[str]:
        await editor.open(PATH, text)
        twice = [await editor.hover(PATH, text, mark) for mark in ("\ntitl", "{fact 1", "[@gaz")]
        await editor.type(PATH, once)
        return [*twice, await editor.hover(PATH, once, "\ntitl")]

    title, fact, source, single = edit_with(work)
    assert "Verified by 2 independent sources" in title
    assert "2 independent, 2 of 2 quotes found" in fact
    assert "It counts on its own." in source
    assert "Single source" in single


def test_hover_explains_the_rule_that_is_broken_there(edit_with: Run) -> None:
    broken = STORY.replace("category: duties", "category: nothing")

    async def work(editor: Editor) -> str:
        await editor.open(PATH, broken)
        return await editor.hover(PATH, broken, "category: noth")

    assert "**unknown-topic**" in edit_with(work)


def test_definitions_are_gone_to(edit_with: Run, hub: Path) -> None:
    asked = {
        "speaker: jane": ("content/entities/jane-roe.md", 0),
        "[[black": ("glossary/black-mass.md", 0),
        "    publisher: gaz": ("methodology/publishers.yml", 9),
        "category: dut": ("content/site.yml", 8),
        "[@cour": (PATH, RICH[: RICH.index("id: courier")].count("\n")),
        "{fact 1": (PATH, RICH[: RICH.index("- text: The duty is")].count("\n")),
    }

    async def work(editor: Editor) -> dict[str, tuple[str, int] | None]:
        await editor.open(PATH, RICH)
        return {mark: await editor.definition(PATH, RICH, mark) for mark in asked}

    found = edit_with(work)
    assert found == {mark: ((hub / path).as_uri(), row) for mark, (path, row) in asked.items()}


def test_files_of_other_kinds_and_of_no_hub_are_left_alone(edit_with: Run, hub: Path, tmp_path: Path) -> None:
    """No answer, and no end of the server."""
    (tmp_path / "notes.md").write_text("A [[note]].\n", encoding="utf-8")

    async def work(editor: Editor) -> tuple[str, dict[str, Any], str]:
        uri = (tmp_path / "notes.md").as_uri()
        document = types.TextDocumentItem(uri, "markdown", 1, "A [[note]].\n")
        editor.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        place = {"text_document": types.TextDocumentIdentifier(uri), "position": types.Position(0, 5)}
        found = await editor.client.text_document_hover_async(types.HoverParams(**place))
        await editor.open(PATH, RICH)
        return str(found), {}, await editor.hover(PATH, RICH, "[@cour")

    none, _, told = edit_with(work)
    assert none == "None"
    assert "Courier" in told


def test_any_half_typed_text_is_answered(edit_with: Run) -> None:
    """Broken YAML, open braces, a place behind the end: an answer each time, be it none."""
    texts = [
        "",
        "---",
        "---\n",
        "---\nfacts:\n  - {source: [",
        "---\n: :\n---\n[[",
        "---\na: '\n---\n{fact ",
        "\ufeff---\nx",
        "a\r\nb\r[[c",
    ]

    async def work(editor: Editor) -> int:
        await editor.open(PATH)
        answers = 0
        for text in texts:
            await editor.type(PATH, text)
            place = types.TextDocumentIdentifier(editor.uri(PATH))
            for row, column in ((0, 0), (0, 99), (2, 4), (99, 0)):
                at = types.Position(row, column)
                await editor.client.text_document_completion_async(types.CompletionParams(place, at))
                await editor.client.text_document_hover_async(types.HoverParams(place, at))
                await editor.client.text_document_definition_async(types.DefinitionParams(place, at))
                answers += 1
        return answers

    assert edit_with(work) == len(texts) * 4


def test_without_its_packages_it_says_what_to_install(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "twosource.desk.lsp.server", None)
    assert desk("lsp") == 2
    assert "twosource[lsp]" in capsys.readouterr().err


def test_settings_of_vs_code_name_schemas_that_are_there(hub: Path, desk: Desk) -> None:
    """In this repository, and in a new hub."""
    assert desk("init", "new") == 0
    for root in (ROOT, hub / "new"):
        told = json.loads((root / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
        assert all((root / schema).is_file() and (root / file).is_file() for schema, file in told.items())
