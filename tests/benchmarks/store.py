"""What the one machine that merges has to do: seconds of processor time and memory to put finished articles into a store.

    python tests/benchmarks/store.py [ARTICLES …]

Forty articles as in ``scale.py`` are read once; copies of them, other names and other days, are published.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from scale import articles

from depesche import store
from depesche.config import Settings
from depesche.records import Document, Record
from depesche.run import annotate_document


def shards(records: list[dict[str, object]], count: int) -> Iterator[list[store.Item]]:
    for first in range(0, count, 200):
        items = []
        for i in range(first, min(first + 200, count)):
            number = str(i // len(records))
            data = json.loads(json.dumps(records[i % len(records)]))
            data["doc_id"] = f"{i:07}"
            data["text"] += f" {number}"
            for event in data["events"]:
                event["event_id"] = f"{event['event_id']}-{number}"
                for role in event["roles"]:
                    role["entity_id"] = f"{role['entity_id'] or role['text']}-{int(number) % 97}"
            items.append(store.Item(f"/texts/{i:07}.txt", 0, None, str(i), (Record.from_json(data),), ()))
        yield items


def main() -> None:
    records = [annotate_document(Document(str(i), text), Settings()).to_json() for i, text in enumerate(articles(40))]
    print(f"{sum(len(r['events']) for r in records) / len(records):.1f} events an article")
    run = {"run_id": "r", "started_at": "2026-01-01", "finished_at": "2026-01-01", "version": "0", "model_version": "0",
           "arguments": "{}"}
    for count in map(int, sys.argv[1:] or ["500", "1000", "2000"]):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "events.duckdb")
            started = time.process_time()
            store.publish(path, shards(records, count), walked={}, run=run)
            seconds, size = time.process_time() - started, path.stat().st_size / 2**20
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count} articles: {seconds:.1f} s, {1000 * seconds / count:.1f} ms each; {size:.0f} MB; peak {peak:.0f} MB",
              flush=True)


if __name__ == "__main__":
    main()
