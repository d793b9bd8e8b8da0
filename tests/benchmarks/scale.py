"""A folder of articles to a store, end to end: one process, two, and Ray on this machine.

    python tests/benchmarks/scale.py [ARTICLES] [ENGINE:WORKERS …]

An article has 400 words or a little more: sentences of one of the two gold articles in another order, with other years.
Seconds hold all: start of the processes, loading of the model, merging, writing.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

GOLD = Path(__file__).resolve().parents[2] / "corpora" / "gold" / "gold.jsonl"
WORDS = 400
MODES = ("local:1", "local:2", "ray:2")


def articles(count: int) -> Iterator[str]:
    rng = random.Random(3)
    with GOLD.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    for i in range(count):
        record = records[i % len(records)]
        sentences = [record["text"][s["start"] : s["end"]] for s in record["sentences"]]
        rng.shuffle(sentences)
        text = ""
        for sentence in sentences:
            text += re.sub(r"\b20[012]\d\b", lambda _: str(rng.randint(2000, 2029)), sentence) + " "
            if len(text.split()) >= WORDS:
                break
        yield text.strip()


def megabytes(process: psutil.Process, spent: dict[int, float]) -> list[float]:
    """What each process of a family holds, the largest first; ``spent`` gets its seconds of processor time."""
    sizes = []
    for member in [process, *process.children(recursive=True)]:
        try:
            times = member.cpu_times()
            spent[member.pid] = times.user + times.system
            sizes.append(member.memory_info().rss / 2**20)
        except psutil.NoSuchProcess:
            continue
    return sorted(sizes, reverse=True)


def measure(texts: Path, store: Path, mode: str, words: int, count: int) -> str:
    engine, _, workers = mode.partition(":")
    command = [sys.executable, "-m", "depesche.cli", "run", str(texts), "-o", str(store), "-q", "--json"]
    started = time.monotonic()
    most: list[float] = []
    spent: dict[int, float] = {}
    with subprocess.Popen([*command, "--engine", engine, "--workers", workers], stdout=subprocess.PIPE) as child:
        process = psutil.Process(child.pid)
        out: list[bytes] = []
        reader = threading.Thread(target=lambda: out.append(child.communicate()[0]))
        reader.start()
        while reader.is_alive():
            try:
                most = max(most, megabytes(process, spent), key=sum)
            except psutil.NoSuchProcess:
                break
            time.sleep(0.3)
        reader.join()
    seconds = time.monotonic() - started
    assert json.loads(out[0])["documents"] == count
    largest = ", ".join(f"{size:.0f}" for size in most[: int(workers) + 1])
    size = store.stat().st_size / 2**20 / count * 1000
    return (f"| {engine}, {workers} | {seconds:.1f} s | {words / seconds:.0f} | {count / seconds:.1f} | {words / sum(spent.values()):.0f} | "
            f"{sum(most):.0f} MB ({largest}) | {size:.1f} MB |")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder, "texts")
        texts.mkdir()
        words = 0
        for i, text in enumerate(articles(count)):
            (texts / f"{i:06}.txt").write_text(text, encoding="utf-8")
            words += len(text.split())
        print(f"{count} articles, {words / count:.0f} words each; load {psutil.getloadavg()[0]:.1f}")
        print("| engine, workers | seconds | words/s | articles/s | words/s of processor time | memory, all (largest) | store of 1,000 articles |")
        for mode in sys.argv[2:] or MODES:
            print(measure(texts, Path(folder, f"{mode.replace(':', '')}.duckdb"), mode, words, count), flush=True)


if __name__ == "__main__":
    main()
