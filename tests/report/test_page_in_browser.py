"""The report as its reader has it: in a real browser, with keyboard and mouse, on a narrow screen and on paper."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import duckdb
import pytest

from conftest import CONTRAST, needs_browser
from depesche.report import Selection, content, read, render
from depesche.report.content import TRUTHS
from depesche.resources import load
from report_examples import hostile, hostile_failures, many, story, write

pytestmark = needs_browser

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def pages(fixture_store: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each store's report as a file."""
    folder = tmp_path_factory.mktemp("pages")
    stores = {
        "gold": fixture_store, "story": write(folder / "story.duckdb", story()),
        "hostile": write(folder / "hostile.duckdb", hostile(), hostile_failures()),
        "some": write(folder / "some.duckdb", many(600)), "many": write(folder / "many.duckdb", many(6000)),
    }
    for name, store in stores.items():
        (folder / f"{name}.html").write_text(render(read(store)), encoding="utf-8", newline="")
    return {name: folder / f"{name}.html" for name in stores}


@pytest.fixture
def show(opened: Open, pages: dict[str, Path]) -> Open:
    """Opens a report, by its name or its file."""
    return lambda name, *args, **options: opened(pages[name] if isinstance(name, str) else name, *args, **options)


def places(page: Any) -> list[int]:
    """The events on the page of the table, by their number in order of time."""
    return page.eval_on_selector_all(".item", "rows => rows.map(row => Number(row.dataset.place))")


def status(page: Any) -> str:
    return page.locator(".status").text_content()


def search(page: Any, words: str) -> str:
    """What the count says once it has changed."""
    before = status(page)
    page.locator("[type=search]").fill(words)
    page.wait_for_function("before => document.querySelector('.status').textContent !== before", arg=before)
    return status(page)


def focused(page: Any) -> str:
    return page.evaluate("document.activeElement.closest('.item')?.id ?? document.activeElement.id"
                         " ?? document.activeElement.className")


def test_hostile_text_does_not_run(show: Open) -> None:
    page = show("hostile")
    for summary in page.locator("#overview summary").all():
        summary.click()
    for go in page.locator(".go").all():
        go.click()
    for read_button in page.locator(".read").all():
        read_button.click()
        for mark in page.locator("#reader mark").all()[:1]:
            mark.hover()
        page.keyboard.press("Escape")
    for bar in page.locator(".bar").all()[:6]:
        bar.dispatch_event("click")
    page.get_by_role("button", name="Deutsch").click()
    page.locator("[type=search]").fill("<script>")
    page.wait_for_timeout(250)
    assert page.evaluate("typeof hurt") == "undefined"
    assert page.url.startswith("file:")
    assert page.locator("img, iframe, object, script:not([type], :last-of-type)").count() == 0
    assert page.evaluate("[...document.querySelectorAll('*')].flatMap(element => element.getAttributeNames())"
                         ".filter(name => name.startsWith('on') || name === 'style')") == []


def test_addresses_are_links_only_where_they_are_of_the_web(show: Open, tmp_path: Path) -> None:
    from dataclasses import replace

    sources = ["https://example.org/a?b='\"<", "javascript:hurt=1", "java\nscript:hurt=1", "data:text/html,x", "a feed",
               "file:///etc/passwd", " HTTP://example.org"]
    records = [replace(story()[0], doc_id=f"d{i}", source=each) for i, each in enumerate(sources)]
    records = [replace(r, events=tuple(replace(e, event_id=f"{r.doc_id}{e.event_id}") for e in r.events)) for r in records]
    file = tmp_path / "links.html"
    file.write_text(render(read(write(tmp_path / "links.duckdb", records))), encoding="utf-8")
    page = show(file)
    for go in page.locator(".go").all():
        go.click()
    links = set(page.eval_on_selector_all(".mention a", "links => links.map(link => link.href)"))
    assert links == {"https://example.org/a?b=%27%22%3C", "http://example.org/"}
    assert set(page.eval_on_selector_all(".mention a", "links => links.map(link => link.rel)")) == {"noopener noreferrer"}


def test_what_would_get_in_is_not_run_either(show: Open) -> None:
    page = show("story")
    refused = page.evaluate(
        "() => { let refused = ''; try { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"hurt = 1\">'); }"
        " catch (error) { refused = error.name; } return refused; }")
    assert refused == "TypeError"
    page.evaluate("""() => { const image = document.createElement('img'); image.src = 'https://example.org/x';
        document.body.append(image); fetch('https://example.org/').catch(() => 0); document.body.setAttribute('style', 'top: 0'); }""")
    page.wait_for_timeout(150)
    assert page.evaluate("typeof hurt") == "undefined"
    assert len(page.trouble) >= 3
    assert all("ecurity Policy" in line or "TrustedHTML" in line or "trusted" in line.lower() for line in page.trouble)
    page.trouble.clear()
    del page.requests[1:]  # asked of the policy, which refused


@pytest.mark.parametrize("name", ["gold", "hostile"])
def test_the_browser_shows_texts_and_marks_as_the_store_has_them(
    show: Open, pages: dict[str, Path], fixture_store: Path, name: str
) -> None:
    store = fixture_store if name == "gold" else pages[name].with_suffix(".duckdb")
    with duckdb.connect(str(store), read_only=True) as connection:
        known = {row[0]: row[1:] for row in connection.execute("""
            SELECT m.mention_id, m.quote, d.text, list(r.text ORDER BY r.start_char) FROM event_mentions m
            JOIN documents d USING (doc_id) LEFT JOIN event_roles r USING (mention_id) GROUP BY ALL""").fetchall()}
    page = show(name)
    for go in page.locator(".go").all()[:9]:
        go.click()
    for mention in page.locator(".mention").all():
        quote, text, roles = known[mention.locator("dd").last.text_content()]
        assert mention.locator("blockquote").text_content() == quote
        marked = "".join(mention.locator("blockquote mark.role").all_text_contents())
        assert all(role is None or (role in quote and role in marked) for role in roles)
    for button in page.locator(".read").all()[:4]:
        mention_id = button.locator("xpath=..").locator("dd").last.text_content()
        button.click()
        quote, text, _ = known[mention_id]
        assert page.locator("#reader-text").text_content() == text
        assert "".join(page.locator("#reader-text mark.quoted").all_text_contents()) == quote
        assert page.locator("mark.quoted").first.evaluate(
            "mark => { const box = mark.getBoundingClientRect(); return box.top > 0 && box.top < innerHeight; }")
        page.locator("#close").click()


def test_filters_change_table_charts_and_count(show: Open) -> None:
    page = show("some")
    assert status(page) == "600 of 600 events"
    page.locator("input[value=done]").check()
    page.locator("input[value=denied]").check()
    done = int(status(page).split()[0])
    assert 100 < done < 120
    assert set(page.eval_on_selector_all("td .truth", "all => all.map(one => one.textContent)")) <= {"done", "denied"}
    assert page.locator("#time-chart .fill.wanted").count() == 0
    assert page.locator("#time-chart .fill.denied").count() > 0
    page.locator("select[name=type]").select_option("WARN")
    assert 10 < int(status(page).split()[0]) < done / 5
    page.get_by_role("button", name="Show all").click()
    assert status(page) == "600 of 600 events"
    few = search(page, '"company 7 ag" 20')
    assert 0 < int(few.split()[0]) < 10
    assert all("Company 7 AG" in row for row in page.locator(".item .who").all_text_contents())
    assert search(page, "no such thing") == "0 of 600 events"
    assert page.locator("#table .nothing").is_visible()


def test_time_filters_take_what_may_lie_in_the_span(show: Open) -> None:
    page = show("gold")
    page.locator("[name=first]").fill("2020-08-15")
    page.locator("[name=last]").fill("2020-12")
    page.wait_for_timeout(250)
    assert sorted(set(page.locator(".when").all_text_contents())) == ["2020-08", "2020-12"]
    page.locator("[name=last]").fill("soon")
    page.wait_for_timeout(250)
    assert page.locator("#wrong").text_content() == load("report")["en"]["filter.day.wrong"]
    assert page.locator("[name=last]").get_attribute("aria-invalid") == "true"


def test_overview_and_network_choose_parties(show: Open) -> None:
    page = show("gold")
    page.locator("#overview .set", has_text="Huawei").first.click()
    count = int(status(page).split()[0])
    assert 0 < count < 30
    assert page.locator("#overview .set[aria-pressed=true]").count() >= 1
    page.locator("#extra .remove").click()
    assert int(status(page).split()[0]) > 30
    page.locator("#relations .pair").first.click()
    assert int(status(page).split()[0]) >= 1
    assert page.locator("#extra .remove").count() == 2
    page.get_by_role("button", name="Show all").click()
    node = page.locator(".node").first
    name = node.get_attribute("aria-label").split(" (")[0]
    node.dispatch_event("click")
    assert page.locator("#extra .remove").text_content() == f"with {name} ×"


def test_columns_sort_both_ways(show: Open) -> None:
    page = show("some")
    assert page.locator("th[data-column=when]").get_attribute("aria-sort") == "ascending"
    page.locator("[data-sort=who]").click()
    first = page.locator(".item .who div").first.text_content()
    assert first.startswith("Ministry 0 → Company 0 AG")
    page.locator("[data-sort=who]").click()
    assert page.locator("th[data-column=who]").get_attribute("aria-sort") == "descending"
    assert page.locator(".item .who div").first.text_content().startswith("Ministry 9 ")
    page.locator("[data-sort=truth]").click()
    assert set(page.locator("td .truth").all_text_contents()) == {"done"}
    page.locator("[data-sort=when]").click()
    assert places(page)[:3] == [0, 1, 2]


def test_thousands_of_rows_stay_fluent(show: Open) -> None:
    began = time.perf_counter()
    page = show("many")
    page.wait_for_selector(".item")
    assert time.perf_counter() - began < 20  # what matters is that nothing grows with the square
    assert len(places(page)) == 50
    assert page.locator("#page").text_content() == "Page 1 of 120"
    page.locator("[data-page=last]").click()
    assert page.locator("#page").text_content() == "Page 120 of 120"
    assert len(places(page)) == 48
    assert page.locator("[data-page=on]").get_attribute("aria-disabled") == "true"
    page.emulate_media(media="print")
    page.wait_for_function("() => document.querySelectorAll('.item').length === 1000")
    assert page.locator(".paper").text_content() == "On paper are the first 1,000 of 5,998 events."
    page.emulate_media(media="screen")
    page.wait_for_function("() => document.querySelectorAll('.item').length < 1000")
    taken = page.evaluate("""() => { const began = performance.now();
        for (const name of ['who', 'word', 'texts', 'when']) document.querySelector(`[data-sort=${name}]`).click();
        for (const box of [...document.querySelectorAll('.chip input')].slice(0, 4)) box.click();
        return performance.now() - began; }""")
    assert taken < 20_000


def test_a_bar_is_as_long_as_its_date_is_open(show: Open) -> None:
    page = show("gold")
    bars = page.eval_on_selector_all("#time-chart .bar", """bars => bars.map(bar => [bar.getAttribute('aria-label'),
        bar.querySelector('rect').width.baseVal.value])""")
    widths = {label.split(" (")[0]: width for label, width in bars}
    assert widths["2017"] / widths["2018"] == pytest.approx(1, abs=0.01)
    assert widths["2017"] / widths["2019-05"] == pytest.approx(365 / 31, rel=0.02)
    assert widths["2019-05"] > 5  # a month is no dot
    assert not any("XX" in label for label, _ in bars)
    apart = page.locator("#apart").text_content()
    assert "XXXX-04-25" in apart
    assert "Year not told" in apart
    page.locator("#apart .pill", has_text="XXXX-04-25").click()
    assert page.locator(".when").all_text_contents() == ["XXXX-04-25"] * page.locator(".item").count()


def test_vague_open_and_approximate_dates(show: Open) -> None:
    page = show("some")
    groups = dict(page.eval_on_selector_all("#apart .apart", """groups => groups.map(group =>
        [group.querySelector('h4').textContent.split(' (')[0], group.querySelector('bdi').textContent])"""))
    assert groups == {"Year not told": "XXXX-04-25", "Open at one end": "2021-12/..", "Vague, or only a length": "recently"}
    labels = page.eval_on_selector_all("#time-chart .bar", "bars => bars.map(bar => bar.getAttribute('aria-label'))")
    assert any(label.startswith("Quarters, 2020-34 (events: ") for label in labels)
    assert not any(word in label for label in labels for word in ("XXXX", "..", "recently"))
    about = page.locator("#time-chart .bar", has=page.locator(".about"))
    assert {label.split(" (")[0] for label in about.evaluate_all("all => all.map(one => one.ariaLabel)")} == {
        "Years, 2017~"}
    drawn = sum(int(re.search(r"events: ([\d,]+)", label)[1].replace(",", "")) for label in labels)  # type: ignore[index]
    apart = sum(map(int, page.eval_on_selector_all("#apart .pill .count", "all => all.map(one => one.textContent)")))
    assert drawn + apart == 600
    bar = about.first
    label = bar.get_attribute("aria-label")
    count = int(re.search(r"events: (\d+)\): happened \d+, tried \d+, asked for", label)[1])
    bar.dispatch_event("click")
    assert status(page) == f"{count} of 600 events"


def test_truths_differ_by_word_sign_border_and_pattern_not_only_by_colour(show: Open) -> None:
    page = show("some")
    seen = {}
    for name in ("done", "attempted", "requested", "feared", "denied"):
        badge = page.locator(f".chip [data-truth={name}]")
        seen[name] = (badge.text_content(), badge.evaluate("it => getComputedStyle(it, '::before').content"))
    assert len({word for word, _ in seen.values()}) == 5
    assert len({sign for _, sign in seen.values()}) == 5
    looks = page.evaluate("""names => names.map(([name, family]) => {
        document.querySelector('#all').click();
        document.querySelector(`input[value=${name}]`).click();
        const [badge, bar, edge] = [`td [data-truth=${name}]`, `#time-chart .fill.${family}`, `.edge.${family}`]
            .map(selector => getComputedStyle(document.querySelector(selector)));
        const fill = bar.fill.startsWith('url') ? bar.fill : 'plain';
        return [badge.borderTopStyle + badge.backgroundImage.slice(0, 6), fill, edge.strokeDasharray]; })""",
        [[name, TRUTHS[name]] for name in seen])
    for kind in zip(*looks, strict=True):
        assert len(set(kind)) == 5, kind


def test_what_is_asked_for_and_what_is_done_are_two_rows_with_a_link(show: Open) -> None:
    page = show("story")
    assert sorted(page.locator("td .truth").all_text_contents()) == ["denied", "done", "requested"]
    row = page.locator(".item", has=page.locator("[data-truth=done]"))
    assert row.locator(".texts").text_content().startswith("3 texts from 2 sources")
    row.locator(".go").click()
    detail = page.locator(".detail")
    assert detail.locator(".mention").count() == 3
    assert "time: 2019-05-16 | 2019-05" in detail.locator(".conflict").text_content()
    assert "one of 2 copies, one source" in detail.text_content()
    assert "contradicts" in detail.locator(".links").text_content()
    page.locator("input[value=done]").check()
    page.locator(".to", has_text="2019-05").first.click()  # the filters hid it
    assert focused(page) == page.locator(".item", has=page.locator(".go:focus")).get_attribute("id")
    assert page.locator(".detail").count() >= 1
    assert page.locator(".item:has(.go:focus) .truth").text_content() in ("requested", "denied")


def test_the_network_is_drawn_the_same_each_time(show: Open) -> None:
    page = show("gold")
    drawn = page.locator("#network-chart svg").evaluate("svg => svg.outerHTML")
    page.reload()
    page.requests.pop()
    assert page.locator("#network-chart svg").evaluate("svg => svg.outerHTML") == drawn
    shapes = page.eval_on_selector_all(".node", """nodes => nodes.map(node => [node.ariaLabel.split(' (')[0],
        node.querySelector('rect') ? 'list' : 'party'])""")
    assert ["Entity List", "list"] in shapes
    assert ["Alibaba Cloud", "party"] in shapes
    frame = page.locator("#network-chart svg").evaluate("svg => svg.viewBox.baseVal.height")
    assert page.eval_on_selector_all(".node circle", "all => Math.max(...all.map(one => one.cy.baseVal.value))") < frame


def test_keyboard_alone(show: Open) -> None:
    page = show("some")
    press = page.keyboard.press
    press("Tab")
    press("Tab")
    press("Enter")  # the second skip link
    for _ in range(12):
        press("Tab")
        if page.evaluate("document.activeElement.matches('.go')"):
            break
    assert focused(page) == "e0"
    press("ArrowDown")
    assert focused(page) == "e1"
    press("Enter")
    assert page.locator("#d1").is_visible()
    assert page.locator("#e1 .go").get_attribute("aria-expanded") == "true"
    press("Tab")
    assert page.evaluate("document.activeElement.className") in ("read", "to")
    while page.evaluate("document.activeElement.className") != "read":
        press("Tab")
    press("Enter")
    assert focused(page) == "reader-text"
    press("Tab")
    press("Tab")
    assert page.evaluate("document.activeElement === document.body || Boolean(document.activeElement.closest('dialog'))")
    press("Escape")
    assert page.evaluate("document.activeElement.className") == "read"
    press("Escape")
    assert focused(page) == "e1"
    assert page.locator("#d1").count() == 0
    press("End")
    assert focused(page) == "e49"
    press("ArrowDown")
    assert focused(page) == "e50"
    assert page.locator("#page").text_content() == "Page 2 of 12"
    press("ArrowUp")
    assert focused(page) == "e49"
    press("PageDown")
    assert focused(page) == "e50"
    press("Home")
    press("PageUp")
    assert focused(page) == "e0"


def test_charts_are_one_stop_each_and_led_through_by_arrows(show: Open) -> None:
    page = show("gold")
    for chart, act in (("#time-chart", None), ("#network-chart", "#extra .remove")):
        assert page.locator(f"{chart} [tabindex='0']").count() == 1
        page.locator(f"{chart} [tabindex='0']").focus()
        first = page.evaluate("document.activeElement.ariaLabel")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.ariaLabel") != first
        assert page.locator(f"{chart} [tabindex='0']").count() == 1
        page.keyboard.press("Enter")
        if act:
            assert page.locator(act).count() == 1
        else:
            assert page.locator(".detail").count() == 1
            assert page.evaluate("document.activeElement.matches('.go')")


def test_tab_reaches_everything_and_the_focus_is_seen(show: Open) -> None:
    page = show("story")
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("""(element => [element.className.baseVal ?? (element.className || element.name || element.tagName),
            element.closest('.chip') ? getComputedStyle(element.nextElementSibling).outlineStyle
            : element.matches('.bar') ? (getComputedStyle(element.querySelector('rect, circle')).strokeWidth === '3px' ? 'solid' : 'none')
            : getComputedStyle(element).outlineStyle])(document.activeElement)"""))
        if seen[-1][0] == "go":
            break
    names = {name.split()[0] for name, _ in seen}
    assert {"A", "set", "search", "type", "truth", "first", "last", "bar", "go"} <= names, names
    assert all(style in ("solid", "auto") for _, style in seen), seen


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
def test_the_page_never_scrolls_sideways(show: Open, width: int) -> None:
    for name in ("hostile", "some"):
        page = show(name, width)
        for summary in page.locator("#overview summary").all():
            summary.click()
        for go in page.locator(".go").all()[:3]:
            go.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator(".read").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("#reader-text").evaluate("it => it.scrollWidth <= it.clientWidth")


def test_a_narrow_screen_has_filters_at_hand_and_no_table_head(show: Open) -> None:
    page = show("gold", 390, 844)
    assert page.locator("thead").is_hidden()
    assert page.locator("form").is_hidden()
    page.locator("#table").evaluate("it => it.scrollIntoView()")
    assert page.locator(".shown").is_visible()
    page.locator("#filters summary").click()
    page.locator("input[value=requested]").check()
    assert set(page.locator("td .truth").all_text_contents()) <= {"requested", "requested (that not)"}
    page.locator("select[name=sort]").select_option("what")
    page.locator("input[name=down]").check()
    whats = page.locator(".go").all_text_contents()
    assert whats == sorted(whats, key=str.casefold, reverse=True)


def test_nothing_lies_over_anything_on_a_narrow_screen(show: Open) -> None:
    page = show("story", 320, locale="de-DE")
    page.locator("[data-truth=done]").last.evaluate("it => it.scrollIntoView()")
    for row in page.locator(".item").all():
        boxes = [cell.bounding_box() for cell in row.locator("td").all()]
        for a, b in combinations(boxes, 2):
            wide = min(a["x"] + a["width"], b["x"] + b["width"]) - max(a["x"], b["x"])
            high = min(a["y"] + a["height"], b["y"] + b["height"]) - max(a["y"], b["y"])
            assert min(wide, high) < 1, (a, b)
        assert row.locator(".go").bounding_box()["width"] > 60


def test_paper_shows_all_events_and_no_controls(show: Open, tmp_path: Path) -> None:
    import pypdfium2

    page = show("gold")
    count = int(status(page).split()[0])
    page.locator(".go").nth(2).click()
    file = tmp_path / "paper.pdf"
    file.write_bytes(page.pdf(format="A4"))
    text = "".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(file))
    assert len(places(page)) == 50  # the screen has its page again
    assert "Huawei wurde im Mai 2019 auf" in text
    assert "Show all" not in text
    page.emulate_media(media="print")
    page.wait_for_function("count => document.querySelectorAll('.item').length === count", arg=count)
    assert page.locator("form:visible, .pages:visible, .languages:visible, .read:visible").count() == 0
    assert page.locator("#d2").is_visible()
    for quote in page.locator(".words").all_text_contents()[-3:]:
        assert re.sub(r"\W", "", quote[:40]) in re.sub(r"\W", "", text)


def test_both_languages(show: Open, tmp_path: Path, fixture_store: Path) -> None:
    page = show("gold", locale="de-AT")
    words = load("report")["de"]
    assert page.evaluate("document.documentElement.lang") == "de"
    assert page.locator("h1").text_content() == words["title"]
    assert page.locator("#e3 .go").text_content() == "Aufnahme in eine Liste"
    page.get_by_role("button", name="English").click()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.title() == load("report")["en"]["title"]
    assert page.locator("#e3 .go").text_content() == "added to a restrictive list"
    assert re.fullmatch(r"(\d+) of \1 events", status(page))
    assert show("gold", locale="fr-FR").locator("h1").text_content() == load("report")["en"]["title"]
    file = tmp_path / "german.html"
    file.write_text(render(read(fixture_store), lang="de", title="Lage"), encoding="utf-8")
    page = show(file)
    assert page.locator("h1").text_content() == "Lage"
    assert page.get_by_role("button", name="Deutsch").get_attribute("aria-pressed") == "true"
    assert page.locator(".status").text_content().endswith("Ereignissen")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(show: Open, scheme: str) -> None:
    page = show("some", color_scheme=scheme)
    for go in page.locator(".go").all()[:3]:
        go.click()
    page.locator(".chip").first.click()
    assert page.evaluate(CONTRAST) == []
    page.locator(".read").first.click()
    assert page.evaluate(CONTRAST) == []


def test_without_script_the_overview_can_be_read(show: Open) -> None:
    page = show("gold", java_script_enabled=False)
    assert page.locator("noscript p").is_visible()
    assert page.locator("#overview .figures").is_visible()
    assert page.locator("form").is_hidden()


def test_texts_that_are_cut_say_where(
    show: Open, fixture_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "WHOLE", 1)
    monkeypatch.setattr(content, "CONTEXTS", (10,))
    file = tmp_path / "cut.html"
    file.write_text(render(read(fixture_store, Selection.of(["LIST_ADD"]))), encoding="utf-8")
    page = show(file)
    page.locator(".go").first.click()
    page.locator(".read").first.click()
    assert page.locator("#reader-text .gap").count() >= 2
    assert "Huawei wurde im Mai 2019 auf" in page.locator("#reader-text").text_content()
    assert load("report")["en"]["cut"] in page.locator("#reader-facts").text_content()
