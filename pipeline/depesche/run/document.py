"""One document through all the rooms."""

from __future__ import annotations

import logging
from dataclasses import replace

from depesche.config import Settings
from depesche.records import Date, Document, Entity, Quote, Record, Role, Span
from depesche.resources import LANGUAGES

logger = logging.getLogger(__name__)


def annotate_document(document: Document, settings: Settings) -> Record:
    """Everything that is found in one document.

    A text that is neither German nor English comes back with its language and empty lists.
    """
    from depesche import annotate, dates, entities, events
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
        return record
    parts = annotate.parse(document.text, language)
    published = dates.publication(parts, document.published)
    found_dates = dates.find(parts, published)
    found_entities = entities.find(parts)
    record = replace(
        record, published=published, segments=language.segments, sentences=tuple(annotate.sentences(parts)),
        dates=tuple(found_dates), entities=tuple(found_entities),
        events=tuple(events.find(document.doc_id, parts, found_entities, found_dates)),
    )
    return with_evidence(record)


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
