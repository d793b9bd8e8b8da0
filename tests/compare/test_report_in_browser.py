"""The report as its reader has it: in a real browser, with keyboard and mouse, on a narrow screen and on paper."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from compare_examples import hostile, large, same_story, side, translation
from conftest import CONTRAST, needs_browser
from depesche.compare.records import Comparison, Difference, EventLink
from depesche.compare.report import render
from depesche.resources import load

pytestmark = needs_browser

Open = Callable[..., Any]


@pytest.fixture
def show(opened: Open, tmp_path: Path) -> Open:
    """Opens the report of a comparison."""
    def open_report(comparison: Comparison, *args: Any, **options: Any) -> Any:
        file = tmp_path / f"report{len(list(tmp_path.iterdir()))}.html"
        file.write_text(render(comparison), encoding="utf-8", newline="")
        return opened(file, *args, **options)

    return open_report


def focused(page: Any) -> str:
    """The id of what has the focus, or of the entry that it stands in."""
    return page.evaluate("(document.activeElement.id || document.activeElement.closest('.item')?.id) ?? ''")


def in_view(page: Any, selector: str) -> bool:
    return page.locator(selector).first.evaluate(
        "element => { const box = element.getBoundingClientRect();"
        " const pane = (element.closest('.cell') ?? document.body).getBoundingClientRect();"
        " return box.top >= Math.max(0, pane.top) - 1 && box.bottom <= Math.min(innerHeight, pane.bottom) + 1; }"
    )


def visible(page: Any, section: str = "findings") -> list[str]:
    return page.eval_on_selector_all(
        f"#{section} .item", "items => items.filter(item => item.offsetParent).map(item => item.id)"
    )


@pytest.mark.parametrize("kind", ["translation", "same_story"])
def test_hostile_text_does_not_run(show: Open, kind: str) -> None:
    page = show(replace(hostile(), kind=kind))
    for selector in (".sentence", "mark", ".quote", ".ref:visible"):
        for element in page.locator(selector).all()[:12]:
            element.hover()
            element.click()
    page.get_by_role("button", name="Deutsch").click()
    page.locator("input[type=search]").first.fill("<script>")
    page.wait_for_timeout(100)
    assert page.evaluate("typeof hurt") == "undefined"
    assert page.url.startswith("file:")
    assert page.locator("img, iframe, svg").count() == 0


def test_what_would_get_in_is_not_run_either(show: Open) -> None:
    page = show(translation())
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hurt = 1\">');"
        "const script = document.createElement('script'); script.textContent = 'window.hurt = 1';"
        "document.body.append(script);"
    )
    page.wait_for_timeout(100)
    assert page.evaluate("typeof hurt") == "undefined"
    assert len(page.trouble) == 3
    assert all("Content Security Policy" in line for line in page.trouble)
    page.trouble.clear()
    del page.requests[1:]  # asked of the policy, which refused


def test_the_browser_shows_the_texts_as_they_are(show: Open) -> None:
    families = "\U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301 \ufeff&amp;<b>\r"
    odd = side("odd", "de", ["Erste\r\nZeile \u2028 \x0c\x01\x85", families])
    for comparison in (hostile(), large(30), replace(translation(), source=odd)):
        page = show(comparison)
        for where in ("source", "target"):
            text = page.eval_on_selector_all(
                f"[data-side={where}]", "cells => cells.map(cell => cell.textContent).join('')"
            )
            assert text == getattr(comparison, where).text


def test_filters_change_list_count_and_marks(show: Open) -> None:
    page = show(translation())
    status = page.locator("#findings .status")
    assert status.text_content() == "9 of 9 findings shown"
    page.get_by_label("Number 3").check()
    assert visible(page) == ["f2", "f3", "f8"]
    assert status.text_content() == "3 of 9 findings shown"
    assert page.locator("#f1source").is_hidden()
    page.get_by_label("dropped 3").check()
    assert visible(page) == ["f3", "f8"]
    page.get_by_label("low 2").check()
    assert visible(page) == ["f8"]
    page.get_by_role("button", name="Reset").first.click()
    page.wait_for_timeout(50)
    assert len(visible(page)) == 9
    page.locator("#findings input[type=range]").fill("95")
    assert visible(page) == ["f1", "f2", "f9"]
    page.locator("#findings input[type=range]").fill("0")
    page.locator("#findings input[type=search]").fill("ANOTHER NUMBER")
    assert visible(page) == ["f2"]
    page.locator("#findings input[type=search]").fill("no such thing")
    assert visible(page) == []
    assert page.locator("#findings .nothing").is_visible()


def test_events_have_filters_of_their_own(show: Open) -> None:
    page = show(same_story())
    page.get_by_label("contradiction 1").check()
    assert visible(page, "events") == ["e3"]
    assert page.locator("#events .status").text_content() == "1 of 5 events shown"


def test_keyboard_alone(show: Open) -> None:
    page = show(translation())
    press = page.keyboard.press
    press("n")
    press("n")
    assert focused(page) == "f2"
    assert page.locator("#f2").get_attribute("aria-current") == "true"
    press("p")
    assert focused(page) == "f1"
    press("Enter")
    assert focused(page) == "f1source"
    press("n")
    assert focused(page) == "f2source"  # in the text, on in the text
    press("Enter")
    assert focused(page) == "f2"
    press("Enter")
    press("Escape")
    assert focused(page) == "f2"
    press("Escape")
    assert page.locator(".item.chosen").count() == 0
    page.get_by_label("Claim 3").check()
    press("n")
    assert focused(page) == "f4"  # past what the filters hide
    page.locator("#findings input[type=search]").focus()
    page.keyboard.type("n")
    assert page.locator("#findings input[type=search]").input_value() == "n"
    page.locator("#findings input[type=search]").fill("")
    page.locator("#keys").uncheck()
    press("n")
    assert focused(page) == "keys"


def test_tab_reaches_everything_once_and_the_focus_is_seen(show: Open) -> None:
    page = show(translation())
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(
            "(element => [element.className || element.type || element.tagName, element.closest('.chip')"
            " ? getComputedStyle(element.nextElementSibling).outlineStyle : getComputedStyle(element).outlineStyle])"
            "(document.activeElement)"
        ))
        if "sentence" in seen[-1][0]:
            break
    names = [name.split()[0] for name, _ in seen]
    assert names[:2] == ["A", "A"]  # the skip links
    assert {"search", "range", "reset", "checkbox", "go", "quote", "sentence"} <= set(names)
    assert all(style in ("solid", "auto") for _, style in seen), seen


def test_arrows_lead_from_entry_to_entry(show: Open) -> None:
    page = show(translation())
    page.locator("#f1 .go").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert focused(page) == "f3"
    page.keyboard.press("ArrowUp")
    assert focused(page) == "f2"
    assert page.locator("#findings a[tabindex='0']").count() == 3  # those of the second alone


def test_arrows_lead_from_sentence_to_sentence_and_across(show: Open) -> None:
    page = show(translation())
    where = "[document.activeElement.closest('.cell').dataset.side, document.activeElement.textContent]"
    page.locator(".sentence").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(where) == ["source", translation().source.text.split("\n\n")[1].split(". Betr")[0] + "."]
    page.keyboard.press("ArrowRight")
    assert page.evaluate(where)[1].startswith("Washington placed")
    assert page.locator(".sentence.linked").count() == 2
    page.keyboard.press("Enter")
    assert focused(page) == "f1target"


def test_pointing_at_a_sentence_shows_its_counterparts(show: Open) -> None:
    page = show(translation())
    page.locator("#texts").get_by_text("This is a heavy blow").hover()
    linked = page.locator(".sentence.linked").all_text_contents()
    assert [text[:10] for text in linked] == ["„Das ist e", "Er rechnet", "“This is a"]
    page.locator("#texts").get_by_text("Observers expect").hover()
    assert len(page.locator(".sentence.linked").all()) == 1


@pytest.mark.parametrize("width", [1280, 390])
def test_a_finding_brings_its_places_into_view_and_they_bring_it_back(show: Open, width: int) -> None:
    comparison = large(120)
    number = next(n for n, each in enumerate(comparison.findings, 1) if n > 90 and each.operation == "changed")
    page = show(comparison, width)
    page.locator(f"#f{number} .quote").first.click()
    assert in_view(page, f"#f{number}source")
    assert focused(page) == f"f{number}source"
    if width == 1280:
        assert in_view(page, f"#f{number}target")
    page.locator("#f200").evaluate("element => element.scrollIntoView()")
    page.locator(f"#f{number}source").click()
    assert focused(page) == f"f{number}"
    assert in_view(page, f"#f{number} .go")


def test_an_event_scrolls_both_texts_to_it(show: Open) -> None:
    story = same_story()
    long = [
        replace(each, text=each.text + "\n" * 80 + "Ende.", events=(*each.events, (f"z{i}", "END", len(each.text) + 80,
                len(each.text) + 85)))
        for i, each in enumerate((story.source, story.target))
    ]
    last = replace(story.events[0], source=("z0",), target=("z1",))
    page = show(replace(story, source=long[0], target=long[1], events=(*story.events, last)))
    page.locator("#e6 .go").click()
    assert in_view(page, "#e6source0")
    assert in_view(page, "#e6target0")


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
def test_the_page_never_scrolls_sideways(show: Open, width: int) -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 12
    comparison = translation()
    finding = replace(comparison.findings[0], values=(word, word), note=word)
    endless = replace(side(f"folder/{word}", "de", [word, word]), events=(("a", word, 0, 400),))
    difference = Difference("agent", word, word, "conflict")
    link = EventLink("same_event", ("a",), ("a",), 0.5, (difference,))
    unbroken = replace(comparison, source=endless, target=endless, findings=(finding,), events=(link,))
    for each in (comparison, same_story(), unbroken, replace(unbroken, kind="same_story")):
        page = show(each, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("Math.max(...[...document.querySelectorAll('.panel, .list ol, .cell')].map("
                             "element => element.scrollWidth - element.clientWidth))") <= 0


def test_narrow_screens_stack_bead_by_bead(show: Open) -> None:
    page = show(translation(), 390)
    tops = page.eval_on_selector_all(".row:nth-of-type(-n+4) .cell", "cells => cells.map(cell => cell.offsetTop + cell."
                                     "offsetParent.offsetTop)")
    sides = page.eval_on_selector_all(".row .cell", "cells => cells.map(cell => cell.dataset.side)")
    assert sides[:4] == ["source", "target", "source", "target"]
    assert tops == sorted(tops)


def test_paper_shows_everything(show: Open, tmp_path: Path) -> None:
    import pypdfium2

    for comparison in (translation(), same_story()):
        page = show(comparison)
        page.locator("input[type=search]").first.fill("no such thing")
        page.emulate_media(media="print")
        for section, count in (("findings", len(comparison.findings)), ("events", len(comparison.events))):
            assert len(visible(page, section)) == count
        assert page.locator("form:visible, .status:visible, .languages:visible, .keys:visible").count() == 0
        cut = "it => getComputedStyle(it).overflowY != 'visible' && it.scrollHeight > it.clientHeight"
        assert page.evaluate(f"[...document.querySelectorAll('main, main *:not(h2)')].filter({cut}).length") == 0
        file = tmp_path / "paper.pdf"
        file.write_bytes(page.pdf(format="A4"))
        text = "".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(file))
        shown = re.sub(r"\s+", "", text)
        for finding in comparison.findings:
            assert re.sub(r"\s+", "", load("compare_report")["en"][f"note.{finding.note}"]) in shown
        for number in range(1, len(comparison.findings) + 1):
            assert len(re.findall(rf"[≠−+]{number}(?!\d)", text)) >= 2  # in the list and in the text
        for start, end in comparison.target.sentences:
            assert comparison.target.text[start:end].split()[-1] in text


def test_both_languages(show: Open) -> None:
    page = show(translation(), locale="de-AT")
    assert page.evaluate("document.documentElement.lang") == "de"
    assert page.locator("h1").text_content() == "Übersetzung und Original im Vergleich"
    assert page.locator("#f1source").get_attribute("aria-label") == "≠1 Datum geändert"
    page.get_by_role("button", name="English").click()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.locator("#findings .status").text_content() == "9 of 9 findings shown"
    assert page.get_by_role("button", name="English").get_attribute("aria-pressed") == "true"
    assert show(translation(), locale="fr-FR").locator("h1").text_content() == "Translation compared with its original"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(show: Open, scheme: str) -> None:
    for comparison in (translation(), same_story()):
        page = show(comparison, color_scheme=scheme)
        for key in "nn":
            page.keyboard.press(key)
        page.locator(".sentence").nth(3).hover()
        assert page.evaluate(CONTRAST) == []


def test_without_script_all_can_be_read(show: Open) -> None:
    page = show(translation(), java_script_enabled=False)
    assert page.locator("#findings .item").last.is_visible()
    assert page.locator("form").first.is_hidden()
    page.locator("#f9 .quote").first.click()
    assert page.url.endswith("#f9source")


def test_a_thousand_findings_are_no_burden(show: Open) -> None:
    comparison = large(500, 1000)
    assert len(render(comparison).encode()) < 3_000_000
    began = time.perf_counter()
    page = show(comparison)
    page.wait_for_function("document.querySelector('.status').textContent.includes('1000')")
    assert time.perf_counter() - began < 20  # what matters is that nothing grows with the square
    taken = page.evaluate("""() => {
      const search = document.querySelector('input[type=search]'), began = performance.now();
      for (const asked of ['d', 'di', 'dif', '']) { search.value = asked;
        search.dispatchEvent(new Event('input', { bubbles: true })); document.body.offsetHeight; }
      for (let i = 0; i < 20; i++) document.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
      return performance.now() - began; }""")
    assert taken < 10_000
