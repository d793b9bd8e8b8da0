"""The shared event table: one DuckDB file that readers only ever see whole.

A run collects finished shards beside the file. :func:`publish` writes them into a copy in one transaction and puts
the copy in the file's place: a reader sees the old state or the new one, and a kill at any moment leaves one of them.
"""

from depesche.store.exports import FORMATS, Choice, export, export_tasks
from depesche.store.exports.records import records
from depesche.store.frames import event_frame
from depesche.store.opening import is_current, reading, reading_or_none
from depesche.store.queries import Known, event_rows, known
from depesche.store.reviews import Change, Decision, Review, kept
from depesche.store.rows import Item, mention_row
from depesche.store.schema import MIGRATIONS, TABLES
from depesche.store.writing import has_stale, keep_reviews, locked, publish

__all__ = [
    "FORMATS", "MIGRATIONS", "TABLES", "Change", "Choice", "Decision", "Item", "Known", "Review", "event_frame",
    "event_rows", "export", "export_tasks", "has_stale", "is_current", "keep_reviews", "kept", "known", "locked",
    "mention_row", "publish", "reading", "reading_or_none", "records",
]
