"""Where finished shards lie, in order, until they are published: what makes a killed run resume."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from depesche import store
from depesche.ingest import Failure
from depesche.records import Record
from depesche.run.shards import Done


class Desk:
    """Where finished shards lie, in order, until they are published."""

    def __init__(self, store_path: Path, row: dict[str, Any], publish_seconds: float) -> None:
        self.every = publish_seconds
        self.store_path = store_path
        self.folder = store_path.with_name(store_path.name + ".work")
        self.row = row
        self.count = 0
        self.copies: list[Record] = []
        self.walked: dict[str, int] = {}
        self.published_at = time.monotonic()
        self.publish_seconds = 0.0

    def recover(self) -> None:
        """Publish what a killed run had finished, under that run's name; make or migrate the store where needed."""
        note = self.folder / "run.json"
        if note.exists():
            ours, self.row = self.row, json.loads(note.read_text(encoding="utf-8"))
            self.publish()
            self.row, self.copies = ours, []
        elif self.store_path.exists() and not store.is_current(self.store_path):
            self.publish()
        shutil.rmtree(self.folder, ignore_errors=True)

    def put(self, result: Sequence[Done], walked: Mapping[str, int]) -> None:
        new = [done for done in result if not done.unchanged]
        if new:
            self.folder.mkdir(exist_ok=True)
            if not self.count:
                write_whole(self.folder / "run.json", [json.dumps(self.row)])
            write_whole(self.folder / f"{self.count:08d}.jsonl", (done.to_json() for done in new))
            self.count += 1
        self.walked.update(walked)
        if time.monotonic() - self.published_at > max(self.every, 10 * self.publish_seconds):
            self.publish()

    def publish(self) -> None:
        started = time.monotonic()
        shards = sorted(self.folder.glob("*.jsonl"))
        current = store.is_current(self.store_path)
        if shards or not current or store.has_stale(self.store_path, self.walked):
            row = {**self.row, "finished_at": str(datetime.now(UTC).replace(microsecond=0, tzinfo=None))}
            self.copies += store.publish(self.store_path, map(_read_shard, shards), walked=self.walked, run=row)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.count, self.walked = 0, {}
        self.published_at = time.monotonic()
        self.publish_seconds = self.published_at - started


def write_whole(path: Path, lines: Iterable[str]) -> None:
    draft = path.with_suffix(".part")
    with draft.open("w", encoding="utf-8", newline="\n") as out:
        for line in lines:
            out.write(line + "\n")
        out.flush()
        os.fsync(out.fileno())
    draft.replace(path)


def _read_shard(path: Path) -> list[Any]:
    items = []
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            data = json.loads(line)
            data["records"] = tuple(Record.from_json(r) for r in data["records"])
            data["failures"] = tuple(Failure(**f) for f in data["failures"])
            items.append(store.Item(**data))
    return items
