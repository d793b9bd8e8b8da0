"""Corrections of people, from Label Studio back into the store and out again as gold records.

What a person marked becomes a record once more. Each of its events is one that was found before, as it was
(``accepted``) or otherwise (``corrected``), or a new one (``added``); one that was found and is marked no more is
``rejected``. Nothing is taken that does not stand in the text in the marked place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from depesche import store
from depesche.errors import UsageError
from depesche.records import Record, stable_id
from depesche.review.correcting import corrected
from depesche.review.regions import Regions, TaskError
from depesche.store import Choice, Decision, Review
from depesche.store.exports.labelstudio import shown
from depesche.store.rows import sha256

__all__ = ["Choice", "Imported", "export_tasks", "gold", "import_reviews", "write_gold"]

export_tasks = store.export_tasks


@dataclass(slots=True)
class Imported:
    """What came of a file.

    :param documents: by document, how it was judged. :param refused: by task, why.
    :param stale: documents whose text in the store is another one by now.
    :param unchanged: tasks that the store has already, or a later word on them.
    :param open: tasks that nobody has worked on.
    """

    documents: dict[str, dict[Decision, int]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    stale: list[str] = field(default_factory=list)
    unchanged: int = 0
    open: int = 0


def import_reviews(
    file: Path, store_path: Path, *, reviewer: str | None = None, allow_empty: bool = False
) -> Imported:
    """Take the corrections of Label Studio's JSON export into a store. What it has already is not taken twice.

    :param reviewer: whose word it is; left out, whom Label Studio names.
    :param allow_empty: take a task in which nothing is marked any more as a rejection of all rows.
    :raises UsageError: the file is no such export. :raises StoreError: the store cannot be used.
    """
    tasks = _tasks(file)
    out = Imported()
    with store.locked(store_path):
        with store.reading(store_path) as connection:
            query = "SELECT doc_id, doc_sha256, path, ordinal FROM documents"
            documents = {row[0]: row[1:] for row in connection.execute(query).fetchall()}
        texts = {sha for sha, *_ in documents.values()}
        before = {review.sha: review for review in store.kept(store_path)}
        reviews: list[Review] = []
        for number, task in enumerate(tasks, 1):
            name = f"task {task.get('id', number)}" if isinstance(task, dict) else f"task {number}"
            try:
                review = _review(task, reviewer, allow_empty=allow_empty)
                if review is None:
                    out.open += 1
                    continue
                doc_id = review.record.doc_id
                if _is_known(review, before.get(review.sha)):
                    out.unchanged += 1
                    continue
                if doc_id not in documents and review.sha not in texts:
                    raise TaskError(f"there is no document {doc_id} in {store_path}")
            except (TaskError, KeyError, TypeError, ValueError, AttributeError) as error:
                reason = str(error) if isinstance(error, TaskError) else f"is no task of ours ({error!r})"
                out.refused[name] = reason
                continue
            if review.sha not in texts:
                out.stale.append(doc_id)
            _, path, ordinal = documents.get(doc_id, (None, None, None))
            reviews.append(replace(review, path=path, ordinal=ordinal))
            decisions = list(review.decisions.values())
            out.documents[doc_id] = {decision: decisions.count(decision) for decision in sorted(set(decisions))}
        store.keep_reviews(store_path, sorted(reviews, key=lambda review: review.reviewed_at))
    return out


def gold(store_path: Path) -> Iterator[dict[str, Any]]:
    """All reviewed texts as gold records; one of which only some event types were looked at says so.

    :raises StoreError: when the store cannot be read.
    """
    latest: dict[str, Review] = {}
    for review in store.kept(store_path):
        latest[review.record.doc_id] = review
    for review in latest.values():
        yield review.record.to_json() | ({} if review.types is None else {"annotated_types": list(review.types)})


def write_gold(store_path: Path, file: Path) -> int:
    """Write :func:`gold` into a file of JSON lines; documents in it that the store does not know stay.

    :returns: how many documents it has now. :raises UsageError: when it cannot be read or written.
    """
    lines = {}
    try:
        if file.exists():
            for line in file.read_text(encoding="utf-8").split("\n"):
                if line:
                    lines[json.loads(line)["doc_id"]] = line
        lines |= {record["doc_id"]: json.dumps(record, ensure_ascii=False) for record in gold(store_path)}
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(file.name + ".part")
        draft.write_text("".join(f"{lines[doc_id]}\n" for doc_id in sorted(lines)), encoding="utf-8", newline="\n")
        draft.replace(file)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{file}: gold records cannot be written there ({error})") from error
    return len(lines)


# ---------------------------------------------------------------------------------------------------------------- tasks


def _tasks(file: Path) -> list[Any]:
    try:
        tasks = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise UsageError(f"{file}: cannot be read as JSON ({reason or error})") from error
    if not isinstance(tasks, list) or (tasks and not any(isinstance(t, dict) and "data" in t for t in tasks)):
        raise UsageError(f"{file}: no list of tasks with their data; export from Label Studio as JSON, not as JSON-MIN")
    return tasks


def _review(task: Mapping[str, Any], reviewer: str | None, *, allow_empty: bool) -> Review | None:
    """None where nobody has worked on the task."""
    done = [a for a in task.get("annotations") or () if not a.get("was_cancelled")]
    if not done:
        return None
    annotation = max(done, key=lambda a: (bool(a.get("ground_truth")), _when(a)))
    data = task["data"]
    found = Record.from_json(data["record"])
    sha = sha256(found.text)
    if sha != data["doc_sha256"] or data["text"] != shown(found.text):
        raise TaskError("its text is not the one that was exported")
    regions = Regions.read(annotation["result"], found.text)
    if not regions.by_id and (found.events or found.entities or found.dates) and not allow_empty:
        raise TaskError(
            "nothing is marked in it, though rows were found: have Label Studio use the predictions to prelabel tasks; "
            "if all rows are wrong, import with --allow-empty"
        )
    types = tuple(data.get("event_types") or ()) or None
    record, decisions, changes = corrected(found, regions)
    who = reviewer or _reviewer(annotation)
    when = _when(annotation)
    return Review(
        review_id=stable_id(found.doc_id, sha, types, json.dumps(record.to_json(), sort_keys=True), who),
        record=record, found=found, types=types, decisions=decisions, changes=tuple(changes), reviewer=who,
        reviewed_at=when,
    )  # fmt: skip


def _is_known(review: Review, known: Review | None) -> bool:
    """Whether the store has this review already, or a later one of the same event types."""
    if known is None:
        return False
    covered = known.types is None or (review.types is not None and set(review.types) <= set(known.types))
    return known.review_id == review.review_id or (covered and known.reviewed_at > review.reviewed_at)


def _when(annotation: Mapping[str, Any]) -> str:
    """When it was last changed, ISO in UTC; now where that is not said."""
    said = annotation.get("updated_at") or annotation.get("created_at")
    moment = datetime.fromisoformat(said) if said else datetime.now(UTC)
    if moment.tzinfo:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment.isoformat()


def _reviewer(annotation: Mapping[str, Any]) -> str | None:
    by = annotation.get("completed_by")
    if isinstance(by, dict):
        by = by.get("email") or by.get("id")
    return None if by is None else str(by)
