"""How large and how quick the page of a large store is: `python tests/benchmarks/report_page.py [MENTIONS]`."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from conftest import BROWSER
from depesche.report import read, render, summary
from report_examples import many, write

STEPS = {
    "sort by who": "document.querySelector('[data-sort=who]').click()",
    "filter by truth": "document.querySelector('.chip input').click()",
    "open an event": "document.querySelector('.go').click()",
    "read its text": "document.querySelector('.read').click()",
    "switch the language": "document.querySelector('[data-choose=de]').click()",
}


def main(mentions: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = write(Path(folder) / "events.duckdb", many(mentions, 8, 600))
        began = time.perf_counter()
        content = read(store)
        html = render(content)
        print(f"{mentions} mentions: written in {time.perf_counter() - began:.1f} s, {len(html.encode()) / 1e6:.1f} MB")
        print(summary(content))
        page = Path(folder) / "r.html"
        page.write_text(html, encoding="utf-8", newline="")
        if BROWSER:
            in_browser(page)


def in_browser(file: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page: Any = browser.new_page(viewport={"width": 1280, "height": 900})
        began = time.perf_counter()
        page.goto(file.as_uri())
        page.wait_for_selector(".item")
        print(f"opens in {time.perf_counter() - began:.1f} s")
        for name, step in STEPS.items():
            took = page.evaluate(
                f"() => {{ const began = performance.now(); {step}; document.body.offsetHeight; return performance.now() - began; }}")
            print(f"{name}: {took:.0f} ms")
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
