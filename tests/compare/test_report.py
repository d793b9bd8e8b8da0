"""The report as HTML, read with lxml: it says what the comparison says, and nothing in a document becomes markup."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from compare_examples import hostile, large, same_story, translation
from depesche.compare.records import (
    Bead,
    Comparison,
    EventLink,
    Finding,
    FindingType,
    Operation,
    Place,
    Relation,
    Severity,
    Side,
)
from depesche.compare.report import render
from depesche.resources import load, path


def read(comparison: Comparison) -> Any:
    return lxml_html.document_fromstring(render(comparison), parser=lxml_html.HTMLParser(huge_tree=True))


def text_of(page: Any, where: str) -> str:
    return "".join(cell.text_content() for cell in page.xpath(f"//div[@data-side='{where}']"))


@pytest.mark.parametrize("build", [translation, same_story, hostile, lambda: large(40)])
def test_both_texts_stand_there_whole(build) -> None:
    comparison = build()
    page = read(comparison)
    assert text_of(page, "source") == comparison.source.text
    assert text_of(page, "target") == comparison.target.text


def test_a_finding_and_its_places_point_at_each_other() -> None:
    comparison = translation()
    page = read(comparison)
    items = page.xpath("//section[@id='findings']//li")
    assert len(items) == len(comparison.findings)
    for item, finding in zip(items, comparison.findings, strict=True):
        assert (item.get("data-type"), item.get("data-op")) == (finding.type, finding.operation)
        links = item.xpath(".//a[contains(@class, 'quote')]/@href")
        places = [place for place in (finding.source, finding.target) if place]
        assert len(links) == len(places)
        for link, place in zip(links, places, strict=True):
            anchor = page.get_element_by_id(link[1:])
            assert anchor.get("href") == f"#{item.get('id')}"
            side = anchor.xpath("ancestor::div[@data-side][1]")[0]
            marked = side.xpath(f".//mark[@data-of='{item.get('id')}']")
            assert "".join(mark.text_content() for mark in marked) == place.text


def test_every_link_leads_somewhere_and_no_id_is_given_twice() -> None:
    for comparison in (translation(), same_story(), hostile(), large(40)):
        page = read(comparison)
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert {link[1:] for link in page.xpath("//a/@href")} <= set(ids)


def test_rows_follow_the_beads() -> None:
    page = read(translation())
    rows = page.find_class("row")
    assert [row.get("class").split()[1] for row in rows if "aligned" not in row.get("class")] == ["added", "omitted"]
    assert [row.get("data-ratio") for row in rows if row.get("data-ratio")] == ["2:1"]
    assert rows[6].find_class("gap")[0].text_content() == "Not in the original"
    for row in rows:
        assert [cell.get("lang") for cell in row.find_class("cell")] in (["de", "en"], ["de"], ["en"])


def test_events_of_the_same_story_instead_of_sentences() -> None:
    comparison = same_story()
    page = read(comparison)
    assert "not translations of each other" in page.find_class("notice")[0].text_content()
    assert not page.find_class("row")
    assert len(page.xpath("//section[@id='events']//li")) == len(comparison.events)
    first = page.get_element_by_id("e1")
    assert [quote.text_content() for quote in first.iter("q")] == [
        "Washington hat am 3. Mai 2019 elf chinesische Unternehmen auf die Entity List gesetzt.",
        "The United States added about a dozen Chinese technology groups to its Entity List in early May.",
    ]
    verdicts = [row.get("class") for row in first.iter("tr")]
    assert verdicts == ["target_less_specific", "target_less_specific", "agree", "agree"]
    assert not page.xpath("//section[@id='findings']")
    rows = page.xpath("//section[@id='entities']//tr")
    assert [[cell.text_content() for cell in row] for row in rows] == [
        ["Huawei", "Huawei", "the same"], ["elf chinesische Unternehmen", "a dozen Chinese technology groups", "overlap"],
    ]


def test_nothing_in_a_document_becomes_markup() -> None:
    page = read(hostile())
    assert {element.tag for element in page.iter() if isinstance(element.tag, str)} == {
        element.tag for element in read(translation()).iter()
    } - {"tr", "th", "td", "table"}
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on") or name == "src"]
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    scripts = page.xpath("//script")
    assert [script.get("type") for script in scripts] == ["application/json", None]
    assert "hurt" not in "".join(script.text for script in scripts)


def test_the_policy_allows_nothing_but_what_is_ours() -> None:
    page = read(translation())
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not page.xpath("//@style")
    assert not re.search(r"https?:|url\(|@import", render(translation()))


def test_what_html_cannot_hold_is_replaced() -> None:
    text = "A\r\nB\rC \0 \ud83d \U0001f600 e\u0301"
    side = Side("x", "de", text, ((0, len(text)),))
    page = render(Comparison("translation", side, side, (Bead((0,), (0,), 1.0),), (), (), 1.0))
    page.encode()
    assert text_of(lxml_html.document_fromstring(page), "source") == text.replace("\0", "\ufffd").replace(
        "\ud83d", "\ufffd")


@pytest.mark.parametrize("kind", ["translation", "same_story"])
def test_empty_texts(kind) -> None:
    empty = Side("nothing", "de", "", ())
    finding = Finding("claim", "dropped", Place(0, 0, "", 0), None, (None, None), "low", 0.0, "")
    for comparison in (
        Comparison(kind, empty, empty, (), (), (), 0.0),
        Comparison(kind, empty, translation().target, (), (finding,), (), float("nan")),
        Comparison("translation", empty, translation().target, (Bead((), (3,), 0.0),), (finding,), (), 0.0),
    ):
        page = read(comparison)
        assert text_of(page, "source") == ""
        assert text_of(page, "target") == comparison.target.text


def test_beads_that_cross_leave_both_texts_in_their_order() -> None:
    comparison = translation()
    crossed = [Bead(comparison.beads[-1].source, comparison.beads[0].target, 0.5), *comparison.beads[2:-1]]
    page = read(replace(comparison, beads=tuple(crossed)))
    assert text_of(page, "source") == comparison.source.text
    assert text_of(page, "target") == comparison.target.text
    moved = page.find_class("moved")
    assert len(moved) == 2
    assert moved[0].get("data-bead") == moved[1].get("data-bead") == "0"
    assert len(page.find_class("unaligned")) == 3


def test_sentences_without_words_do_not_tear_a_bead() -> None:
    source = Side("a", "de", "  \nEins.\n \nZwei. Drei.", ((0, 0), (3, 8), (9, 9), (11, 16), (17, 22)))
    target = Side("b", "en", "One, two. Three.", ((0, 9), (10, 16)))
    beads = (Bead((1, 3), (0,), 0.9), Bead((4,), (1,), 0.9))
    page = read(Comparison("translation", source, target, beads, (), (), 1.0))
    assert [row.get("class") for row in page.find_class("row")] == ["row blank", "row aligned", "row aligned"]
    assert page.find_class("row")[1].get("data-ratio") == "2:1"
    assert text_of(page, "source") == source.text


def test_words_are_there_in_both_languages() -> None:
    strings = load("compare_report")
    assert list(strings["de"]) == list(strings["en"])
    for key, value in strings["en"].items():
        assert re.findall(r"\{\w\}", value) == re.findall(r"\{\w\}", strings["de"][key]), key
    vocabularies = {"type": FindingType, "op": Operation, "severity": Severity, "relation": Relation}
    named = {f"{name}.{value}" for name, kind in vocabularies.items() for value in get_args(kind)}
    asked = re.findall(r'(?:word|figure|plain)\("([\w.]+\w)"[,)]', path("compare.html.j2").read_text(encoding="utf-8"))
    assert named | set(asked) <= set(strings["en"])
    for comparison in (translation(), same_story()):
        plain = read(comparison).xpath("//span[not(*) and not(@data-w) and not(@class)]")
        assert not [span.text for span in plain if re.match(r"\w", span.text or "")], "words without an entry"


CONTROLS = [chr(number) for number in range(32) if chr(number) not in "\t\n\r"]  # lxml drops them, browsers do not
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=CONTROLS), max_size=60)
NUMBER = st.integers(-5, 70)


@st.composite
def sides(draw) -> Side:
    text = draw(TEXT)
    spans = draw(st.one_of(
        st.lists(st.integers(0, len(text)), max_size=12).map(lambda cuts: list(pairwise(sorted(cuts)))[::2]),
        st.lists(st.tuples(NUMBER, NUMBER), max_size=6),
    ))
    events = draw(st.lists(st.tuples(st.sampled_from("abc"), TEXT, NUMBER, NUMBER), max_size=4))
    return Side(draw(TEXT), draw(st.sampled_from(["de", "en"])), text, tuple(spans), tuple(events))


PLACES = st.one_of(st.none(), st.builds(Place, NUMBER, NUMBER, TEXT, NUMBER))
FINDINGS = st.builds(
    Finding, st.sampled_from(get_args(FindingType)), st.sampled_from(get_args(Operation)), PLACES, PLACES,
    st.tuples(st.none() | TEXT, st.none() | TEXT), st.sampled_from(["high", "medium", "low"]), st.floats(0, 1), TEXT,
)  # fmt: skip
INDICES = st.lists(st.integers(0, 7), max_size=3).map(sorted).map(tuple)
IDS = st.lists(st.sampled_from("abcd"), max_size=2).map(tuple)
COMPARISONS = st.builds(
    Comparison, st.sampled_from(["translation", "same_story"]), sides(), sides(),
    st.lists(st.builds(Bead, INDICES, INDICES, st.floats(0, 1)), max_size=8).map(tuple),
    st.lists(FINDINGS, max_size=12).map(tuple),
    st.lists(st.builds(EventLink, st.sampled_from(["overlap", "contradicts"]), IDS, IDS, st.floats(0, 1)), max_size=3
             ).map(tuple),
    st.floats(0, 1),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(COMPARISONS)
def test_whatever_the_spans_the_texts_are_the_texts(comparison: Comparison) -> None:
    page = read(comparison)
    assert text_of(page, "source") == comparison.source.text
    assert text_of(page, "target") == comparison.target.text
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//a/@href")} <= set(ids)


def test_many_marks_over_each_other_stay_shallow() -> None:
    comparison = translation()
    length = len(comparison.source.text)
    many = tuple(
        Finding("claim", "changed", Place(number, length - number, "", 0), None, (None, None), "low", 0.5, "")
        for number in range(300)
    )
    page = read(replace(comparison, findings=many))
    assert text_of(page, "source") == comparison.source.text
    assert max(len(mark.xpath("ancestor::mark")) for mark in page.iter("mark")) < 10
    assert len(page.find_class("ref")) >= 300
