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

from depesche import remote, store
from depesche.records import Record
from depesche.run import parts
from depesche.run.parts import Done


class Desk:
    """Where finished shards lie, in order, until they are published.

    :param row: of the table ``runs``. :param publish_seconds: how often they are put into the store, at most.
    """

    def __init__(self, store_path: Path, row: dict[str, Any], publish_seconds: float) -> None:
        self.every = publish_seconds
        self.store_path = store_path
        self.folder = store_path.with_name(store_path.name + ".work")
        self.row = row
        self.parts: list[str] = []
        self.copies: list[Record] = []
        self.walked: dict[str, int] = {}
        self.published_at = time.monotonic()
        self.publish_seconds = 0.0

    def recover(self) -> None:
        """Publish what a killed run had finished, under that run's name; make or migrate the store where needed."""
        note = self.folder / "run.json"
        if note.exists():
            ours, self.row = self.row, json.loads(note.read_text(encoding="utf-8"))
            self.parts = sorted(map(str, self.folder.glob("*.parquet")))
            self.publish()
            self.row, self.copies = ours, []
        elif self.store_path.exists() and not store.is_current(self.store_path):
            self.publish()
        shutil.rmtree(self.folder, ignore_errors=True)

    def put(self, result: Sequence[Done], walked: Mapping[str, int], part: str | None = None) -> None:
        """:param part: where a worker has written the result; None to write it here."""
        if not all(done.unchanged for done in result):
            self.parts.append(part or self._written(result))
        self.walked.update(walked)
        if time.monotonic() - self.published_at > max(self.every, 10 * self.publish_seconds):
            self.publish()

    def _written(self, result: Sequence[Done]) -> str:
        self.folder.mkdir(exist_ok=True)
        if not self.parts:
            write_whole(self.folder / "run.json", [json.dumps(self.row)])
        path = str(self.folder / f"{len(self.parts):08d}.parquet")
        parts.write(path, result)
        return path

    def publish(self) -> None:
        started = time.monotonic()
        current = store.is_current(self.store_path)
        if self.parts or not current or store.has_stale(self.store_path, self.walked):
            row = {**self.row, "finished_at": str(datetime.now(UTC).replace(microsecond=0, tzinfo=None))}
            self.copies += store.publish(self.store_path, map(parts.items, self.parts), walked=self.walked, run=row)
        shutil.rmtree(self.folder, ignore_errors=True)
        for part in self.parts:
            remote.remove(part)
        self.parts, self.walked = [], {}
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
