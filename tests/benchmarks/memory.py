"""Does memory stay flat? Streams short documents through ``depesche annotate`` and prints the curve.

    python tests/benchmarks/memory.py [DOCUMENTS] [WORKERS]
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

TEXTS = (
    "{name} wurde im {month} {year} auf die Entity List des US-Handelsministeriums gesetzt. {noise}",
    "The Commerce Department added {name} to the Entity List in {month} {year}. {noise}",
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def write(path: Path, count: int) -> None:
    """Every document has words that no other has, so that anything kept per word would show."""
    rng = random.Random(5)
    with path.open("w", encoding="utf-8") as out:
        for i in range(count):
            words = ("".join(rng.choices(LETTERS, k=rng.randint(4, 10))) for _ in range(12))
            name = "".join(rng.choices(LETTERS, k=7)).capitalize()
            text = TEXTS[i % 2].format(
                name=name, month=("Mai", "May")[i % 2], year=rng.randint(2010, 2024), noise=" ".join(words)
            )
            out.write(json.dumps({"doc_id": str(i), "text": text}) + "\n")


def megabytes(process: psutil.Process) -> list[float]:
    family = [process, *process.children(recursive=True)]
    sizes = []
    for member in family:
        try:
            sizes.append(member.memory_info().rss / 2**20)
        except psutil.NoSuchProcess:
            continue
    return sizes


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    workers = sys.argv[2] if len(sys.argv) > 2 else "2"
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        write(source, count)
        command = [sys.executable, "-m", "depesche.cli", "annotate", str(source), "-o", str(target), "-q"]
        started = time.monotonic()
        with subprocess.Popen([*command, "--workers", workers]) as child:
            process = psutil.Process(child.pid)
            mark = 0
            print(f"{'documents':>10} {'seconds':>8}  MB of each process")
            while child.poll() is None:
                part = Path(f"{target}.part")
                done = part.stat().st_size / max(part_size(part), 1) if part.exists() else 0
                if done >= mark:
                    sizes = ", ".join(f"{size:.0f}" for size in megabytes(process))
                    print(f"{int(done):>10} {time.monotonic() - started:8.0f}  {sizes}", flush=True)
                    mark += count // 10
                time.sleep(0.5)
        lines = sum(1 for _ in target.open(encoding="utf-8"))
        seconds = time.monotonic() - started
        print(f"{lines:>10} {seconds:8.0f}  done, {lines / seconds:.0f} documents/s, exit {child.returncode}")


def part_size(path: Path) -> float:
    """Mean bytes of a written line, from the first ones."""
    with path.open("rb") as lines:
        first = [len(line) for _, line in zip(range(100), lines, strict=False)]
    return sum(first) / len(first) if first else 0


if __name__ == "__main__":
    main()
