"""One document through all the rooms."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from depesche.config import Settings
from depesche.errors import MissingExtraError, ModelError, ResourceError
from depesche.records import Date, Document, Entity, Event, Quote, Record, Role, Span
from depesche.resources import LANGUAGES

if TYPE_CHECKING:
    from depesche.annotate import Part

logger = logging.getLogger(__name__)


CHUNK = 30_000  # characters that are read together: enough to fill the encoder's batches, few enough to begin soon


def annotate_document(document: Document, settings: Settings) -> Record:
    """Everything that is found in one document.

    A text that is neither German nor English comes back with its language and empty lists.
    """
    started = _Started.of(document, settings)
    _encode([started], settings)
    return started.finish()


def annotate_documents(documents: Iterable[Document], settings: Settings) -> Iterator[Record | Exception]:
    """The same for many, read together; for a document that breaks an extractor, its exception.

    While the rules are at some of them, the encoder may be at the next ones already.
    """
    from depesche import annotate

    with annotate.ahead(settings.model) as begin:
        waiting: _Chunk = []
        finish = begin([])
        for chunk in _chunks(documents, settings):
            finish_next = begin(_parts(chunk))
            yield from _finished(_encoded(waiting, finish, settings))
            waiting, finish = chunk, finish_next
        yield from _finished(_encoded(waiting, finish, settings))


_BROKEN_INSTALLATION = (ResourceError, MissingExtraError, ModelError)
_Chunk = Sequence["_Started | Exception"]


def _chunks(documents: Iterable[Document], settings: Settings) -> Iterator[_Chunk]:
    """Those that the encoder reads together; for a document that could not even be cut into parts, its exception."""
    chunk: list[_Started | Exception] = []
    size = 0
    for document in documents:
        try:
            chunk.append(_Started.of(document, settings))
        except _BROKEN_INSTALLATION:
            raise
        except Exception as error:  # noqa: BLE001 the caller sets the document aside with it
            chunk.append(error)
        size += len(document.text)
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    yield chunk


def _finished(chunk: _Chunk) -> Iterator[Record | Exception]:
    for started in chunk:
        try:
            yield started.finish() if isinstance(started, _Started) else started
        except _BROKEN_INSTALLATION:
            raise
        except Exception as error:  # noqa: BLE001 the caller sets the document aside with it
            yield error


def _encoded(chunk: _Chunk, finish: Callable[[], None], settings: Settings) -> _Chunk:
    """What was started, once the encoder has read it; one by one where a document breaks it, to find out which."""
    try:
        finish()
    except _BROKEN_INSTALLATION:
        raise
    except Exception as error:  # noqa: BLE001 the caller sets the document aside with it
        if len(chunk) == 1:
            return [error]
        return [
            result for started in chunk
            for result in _encoded([started], partial(_encode, [started], settings), settings)
        ]
    return chunk


def _encode(chunk: _Chunk, settings: Settings) -> None:
    from depesche import annotate

    annotate.encode(_parts(chunk), settings.model)


def _parts(chunk: _Chunk) -> list[Part]:
    return [part for started in chunk if isinstance(started, _Started) for part in started.parts]


@dataclass(frozen=True, slots=True)
class _Started:
    """A document before the encoder has read it."""

    record: Record
    parts: list[Part]

    @classmethod
    def of(cls, document: Document, settings: Settings) -> _Started:
        from depesche import annotate
        from depesche.language import Language, detect

        lang = settings.lang or document.lang
        if lang in LANGUAGES:
            language = Language(lang=lang, score=1.0, method="given", segments=())
        else:
            language = detect(document.text, engine=settings.detector)
        record = Record(
            doc_id=document.doc_id, lang=language.lang, lang_score=language.score, text=document.text,
            title=document.title, source=document.source, published=document.published, meta=document.meta,
        )
        if language.lang not in LANGUAGES:
            return cls(record, [])
        return cls(replace(record, segments=language.segments), annotate.parse(document.text, language))

    def finish(self) -> Record:
        return filled(self.record, self.parts)


def filled(record: Record, parts: Sequence[Part]) -> Record:
    """The record with all that is found in its parts, which the encoder has read."""
    from depesche import annotate, dates, entities, events, letters

    if record.lang not in LANGUAGES:
        return record
    published = dates.publication(parts, record.published)
    found_dates = dates.read(parts, published)
    found_entities = entities.find(parts)
    letter = letters.find(record.text, found_entities, found_dates, record.meta)
    if letter and (written := letter.written(found_dates, published)) != published:
        published, found_dates = written, dates.read(parts, written)
        letter = letters.find(record.text, found_entities, found_dates, record.meta)
    found_events = events.find(record.doc_id, parts, found_entities, found_dates, published.edtf)
    if letter:
        sent = letters.event(record.doc_id, record.text, letter, found_entities, found_dates)
        found_events = sorted([*found_events, *([sent] if sent else [])], key=lambda event: event.trigger[0].start)
        record = replace(record, meta=letter.meta(record.meta, found_dates))
    record = replace(
        record, published=published, sentences=tuple(annotate.sentences(parts)),
        dates=tuple(found_dates), entities=tuple(found_entities), events=tuple(found_events),
    )
    return with_evidence(record)


def explained(record: Record, settings: Settings) -> Iterator[tuple[Event, list[str]]]:
    """The events of a record, read again from its text, each with the lines that say how it was found."""
    from depesche import dates, entities, events, letters

    lang = None if record.segments else record.lang  # found, or given
    started = _Started.of(
        Document(record.doc_id, record.text, lang=lang, published=record.published), replace(settings, lang=None)
    )
    _encode([started], settings)
    found, found_dates = entities.find(started.parts), dates.read(started.parts, record.published)
    yield from events.explain(record.doc_id, started.parts, found, found_dates, record.published.edtf)
    letter = letters.find(record.text, found, found_dates, record.meta)
    if letter and (event := letters.event(record.doc_id, record.text, letter, found, found_dates)):
        yield event, letters.explain(record.text, event)


def with_evidence(record: Record) -> Record:
    """The record without the rows whose offsets do not give the words that they quote."""
    text = record.text

    def true(row: Entity | Date | Quote | Role) -> bool:
        return 0 <= row.start < row.end <= len(text) and text[row.start : row.end] == row.text

    def inside(span: Span | None) -> bool:
        return span is None or 0 <= span.start < span.end <= len(text)

    kept = replace(
        record,
        entities=tuple(e for e in record.entities if true(e)),
        events=tuple(
            e for e in record.events
            if true(e.quote) and e.trigger and all(map(inside, e.trigger)) and all(map(true, e.roles))
            and inside(e.attribution.source) and inside(e.attribution.cue)
        ),
    )
    lost = len(record.entities) + len(record.events) - len(kept.entities) - len(kept.events)
    if lost or not all(map(true, record.dates)):
        logger.error("%s: rows without evidence were not written; please report this", record.doc_id)
    if not all(map(true, record.dates)):
        # Events point at dates by position, so a false date takes the whole list with it.
        kept = replace(kept, dates=(), events=tuple(replace(e, time=None) for e in kept.events))
    return kept
