"""The documentation says what is so: pages made from sources, commands with their outputs, links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import ROOT, render
from depesche.resources import load
from depesche.store import TABLES

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "corpora" / "README.md", *ROOT.glob("models/**/*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


@pytest.mark.parametrize("page", render.made(), ids=lambda page: page.name)
def test_pages_made_from_sources_are_up_to_date(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == render.made()[page](), "stale: make docs"


@pytest.mark.parametrize("page", render.PAGES, ids=lambda page: page.name)
def test_commands_print_what_the_page_says(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert render.BLOCK.search(text)
    assert render.swinging(render.run_page(page)) == render.swinging(text), "stale: make docs"


def test_a_page_whose_output_is_stale_does_not_pass(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```sh\necho new; ls nowhere\n```\n\n```text\nold\n```\n", encoding="utf-8")
    assert re.search(r"```text\nnew\nls: .*nowhere.*\n```\n$", render.run_page(page))


def test_every_column_of_the_store_has_a_meaning_and_no_other() -> None:
    meanings = load("store")
    assert list(meanings) == ["shared", *TABLES]
    for table, columns in TABLES.items():
        own = set(meanings[table]["columns"])
        assert own <= set(columns), table
        assert set(columns) <= own | set(meanings["shared"]), table


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"https?://|mailto:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name}: {link}"
        assert target.is_relative_to(ROOT), f"{page.name}: {link}"
        if anchor:
            assert anchor in anchors(target), f"{page.name}: {link}"


def anchors(page: Path) -> set[str]:
    """What a git host calls the headings of a page."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_made_pages_name_every_type_and_table() -> None:
    assert {name.lower() for name in load("events")} <= anchors(ROOT / "docs" / "ontology.md")
    assert set(TABLES) <= anchors(ROOT / "docs" / "store.md")
