"""Paths and builders that many tests use."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "corpora" / "gold"
SHARED = ROOT.parent / "shared"

_SPEC = importlib.util.spec_from_file_location("render", ROOT / "docs" / "render.py")
assert _SPEC
assert _SPEC.loader
render = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(render)

needs_shared = pytest.mark.skipif(
    not ((SHARED / "data").is_dir() and (SHARED / "tools").is_dir()), reason="needs the outside corpora in ../shared, whose licences differ from ours"
)

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
needs_browser = pytest.mark.skipif(BROWSER is None, reason="needs Chromium or Chrome on the PATH")

CONTRAST = """() => {
  const rgba = (text) => { const n = text.match(/[\\d.]+/g).map(Number), f = text.startsWith('color') ? 255 : 1;
    return [n[0] * f, n[1] * f, n[2] * f, n[3] ?? 1]; };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const ground = (element) => { const own = rgba(getComputedStyle(element).backgroundColor);
    const up = element.parentElement; return over(own, up ? ground(up) : [255, 255, 255, 1]); };
  const light = (c) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => { const v = c[i] / 255;
    return sum + weight * (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); }, 0);
  const poor = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!(own || element.matches('.ref')) || element.matches('script, .skip a')) continue;
    if (!element.getClientRects().length) continue;
    const [a, b] = [light(over(rgba(getComputedStyle(element).color), ground(element))), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push([element.className, element.textContent.slice(0, 30), ratio]);
  }
  return poor;
}"""
"""Text of too little contrast with what lies under it, to be evaluated in a page."""


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def scorer(name: str, *args: object, parse: bool = True) -> Any:
    """What one of the corpora's own scorers prints."""
    command = [sys.executable, str(SHARED / "tools" / name), *map(str, args)]
    out = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(out.stdout) if parse else None


@pytest.fixture(scope="session", autouse=True)
def settings_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Tests read with the model that is shipped, whatever the person who runs them has chosen."""
    os.environ["DEPESCHE_CONFIG"] = str(tmp_path_factory.mktemp("config"))


@pytest.fixture(scope="session")
def gold_records() -> dict[str, dict[str, Any]]:
    """The two gold articles by document id."""
    lines = (GOLD / "gold.jsonl").open(encoding="utf-8", newline="\n")
    return {record["doc_id"]: record for record in map(json.loads, lines)}


@pytest.fixture(scope="session")
def fixture_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the two gold articles."""
    from depesche.config import Settings
    from depesche.run import run

    store = tmp_path_factory.mktemp("store") / "events.duckdb"
    run([str(path) for path in sorted(GOLD.glob("*.txt"))], store, Settings())
    return store


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api", reason="needs playwright, of the dependency group dev")
    with api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def opened(browser: Any) -> Iterator[Any]:
    """Opens files as pages; at the end nothing has gone wrong in them, and nothing but they was asked for."""
    contexts, trouble, requests = [], [], []

    def open_file(file: Path, width: int = 1280, height: int = 900, **options: Any) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", **{"locale": "en-GB", **options}
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("dialog", lambda dialog: (trouble.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: requests.append(request.url))
        context.on("page", lambda other: trouble.append(other.url) if other is not page else None)
        page.goto(file.as_uri())
        page.trouble, page.requests = trouble, requests
        return page

    yield open_file
    pages = len(contexts)
    for context in contexts:
        context.close()
    assert trouble == []
    assert len(requests) == pages, requests
    assert all(url.startswith("file:") for url in requests)
