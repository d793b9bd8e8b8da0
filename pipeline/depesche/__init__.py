"""Depesche reads German and English news and letters and writes down who did what to whom, when, on whose word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd
    from spacy.language import Language as Nlp

    from depesche.records import Record

__version__ = "0.1.0"


def extract(text: str, *, lang: str | None = None, published: str | None = None, doc_id: str = "text") -> Record:
    """Everything found in one text.

    :param lang: ``de`` or ``en``; None detects it. :param published: EDTF of the day it was published, if known.
    """
    from depesche.config import Settings
    from depesche.records import Document, Published
    from depesche.run import annotate_document

    known = Published(published, "user") if published else Published()
    return annotate_document(Document(doc_id, text, lang=lang, published=known), Settings())


def read_table(store: str | Path, table: str = "event_mentions") -> pd.DataFrame:
    """One table of a store as a data frame.

    :raises StoreError: when ``store`` cannot be read. :raises UsageError: when it has no such table.
    """
    from depesche.errors import UsageError
    from depesche.store import TABLES, reading

    if table not in TABLES:
        raise UsageError(f"{table}: no such table; there are {', '.join(TABLES)}")
    with reading(Path(store)) as connection:
        return connection.execute(f"SELECT * FROM {table}").df()  # noqa: S608 the name is one of ours


def read_events(store: str | Path) -> pd.DataFrame:
    """The mentions of a store with the events they were merged into: one row a mention, in order of time.

    The columns of ``event_mentions`` come first, then those of ``events`` as ``event_agent``, ``event_time_edtf``,
    ``event_n_documents`` … Types, truth, languages and precisions are categories with all their values, days are
    ``datetime64[s]``, lists are lists, all other text is ``str``; what is missing is NA.

    :raises StoreError: when ``store`` cannot be read.
    """
    from depesche.store import event_frame

    return event_frame(Path(store))


def read_changes(pairs: str | Path) -> pd.DataFrame:
    """What the translations of a list of pairs changed, dropped or added: one row a finding.

    Words and offsets of both sides, their values, ``severity`` (ordered: low, medium, high) and ``note``; a pair
    without findings is a row without ``type``, one that could not be compared a row that has ``error``.

    :param pairs: a CSV with the columns ``source`` and ``target``, files relative to it, and ``id`` if you like.
    :raises UsageError: ``pairs`` is no such CSV.
    """
    from depesche.config import Settings
    from depesche.run.changes import change_frame
    from depesche.run.compare import compare_pairs

    return change_frame(compare_pairs(Path(pairs), Settings()))


def load(lang: str = "de", *, model: str = "", config: dict[str, Any] | None = None, **_: object) -> Nlp:
    """A spaCy pipeline of our own: tokens, sentences, lemmas, names, parts of speech, syntax, vectors, dates, events.

    ``spacy.load("depesche", config={"lang": "en"})`` comes here too.

    :param model: name or folder of the encoder's model; empty for the default.
    """
    from depesche import annotate

    nlp = annotate.load((config or {}).get("lang", lang), model)
    nlp.add_pipe("depesche_record")
    return nlp
