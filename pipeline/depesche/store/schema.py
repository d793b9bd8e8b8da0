"""The tables of the store, and the way from each version of them to the next."""

from __future__ import annotations

TABLES: dict[str, dict[str, str]] = {
    "documents": {
        "doc_id": "VARCHAR", "lang": "VARCHAR", "lang_score": "DOUBLE", "set_aside": "VARCHAR", "title": "VARCHAR",
        "source": "VARCHAR", "published_edtf": "VARCHAR", "published_basis": "VARCHAR", "sender": "VARCHAR",
        "recipients": "VARCHAR", "author": "VARCHAR", "flags": "VARCHAR[]", "meta": "VARCHAR", "text": "VARCHAR",
        "doc_sha256": "VARCHAR", "path": "VARCHAR", "ordinal": "BIGINT", "member": "VARCHAR",
        "fingerprint": "VARCHAR", "run_id": "VARCHAR", "source_group": "VARCHAR",
        "place": "VARCHAR",
    },
    "entities": {
        "entity_id": "VARCHAR", "label": "VARCHAR", "name": "VARCHAR", "n_mentions": "BIGINT", "n_documents": "BIGINT",
    },
    "entity_mentions": {
        "doc_id": "VARCHAR", "sentence": "INTEGER", "entity_id": "VARCHAR", "label": "VARCHAR", "kind": "VARCHAR",
        "text": "VARCHAR", "start_char": "BIGINT", "end_char": "BIGINT",
    },
    "dates": {
        "doc_id": "VARCHAR", "sentence": "INTEGER", "text": "VARCHAR", "start_char": "BIGINT", "end_char": "BIGINT",
        "type": "VARCHAR", "timex": "VARCHAR", "edtf": "VARCHAR", "date_start": "DATE", "date_end": "DATE",
        "date_precision": "VARCHAR", "date_basis": "VARCHAR",
    },
    "event_mentions": {
        "mention_id": "VARCHAR", "event_id": "VARCHAR", "doc_id": "VARCHAR", "lang": "VARCHAR", "sentence": "INTEGER",
        "event_type": "VARCHAR", "subtype": "VARCHAR", "plover": "VARCHAR", "cameo_root": "VARCHAR",
        "agent": "VARCHAR", "agent_id": "VARCHAR", "target": "VARCHAR", "target_id": "VARCHAR",
        "addressee": "VARCHAR", "beneficiary": "VARCHAR", "co_agent": "VARCHAR",
        "instrument": "VARCHAR", "instrument_id": "VARCHAR", "object": "VARCHAR", "topic": "VARCHAR",
        "place": "VARCHAR", "amount": "VARCHAR", "reason": "VARCHAR",
        "time_text": "VARCHAR", "time_edtf": "VARCHAR", "date_start": "DATE", "date_end": "DATE",
        "date_precision": "VARCHAR", "date_basis": "VARCHAR",
        "modality": "VARCHAR", "polarity": "VARCHAR", "status": "VARCHAR",
        "attribution_kind": "VARCHAR", "source": "VARCHAR", "source_id": "VARCHAR",
        "n_anonymous_sources": "INTEGER", "cue": "VARCHAR",
        "trigger_text": "VARCHAR", "quote": "VARCHAR", "quote_start": "BIGINT", "quote_end": "BIGINT",
        "doc_sha256": "VARCHAR",
        "confidence": "DOUBLE", "flags": "VARCHAR[]", "rule": "VARCHAR", "model_version": "VARCHAR",
        "run_id": "VARCHAR", "review_status": "VARCHAR",
    },
    "event_roles": {
        "mention_id": "VARCHAR", "doc_id": "VARCHAR", "role": "VARCHAR", "text": "VARCHAR", "entity_id": "VARCHAR",
        "start_char": "BIGINT", "end_char": "BIGINT", "head_start": "BIGINT", "head_end": "BIGINT",
    },
    "events": {
        "event_id": "VARCHAR", "event_type": "VARCHAR", "agent": "VARCHAR", "target": "VARCHAR",
        "addressee": "VARCHAR", "instrument": "VARCHAR", "object": "VARCHAR", "time_edtf": "VARCHAR",
        "date_start": "DATE", "date_end": "DATE", "modality": "VARCHAR", "polarity": "VARCHAR", "status": "VARCHAR",
        "n_mentions": "INTEGER", "n_documents": "INTEGER", "langs": "VARCHAR[]", "conflicts": "VARCHAR[]",
        "confidence": "DOUBLE", "n_sources": "INTEGER",
    },
    "event_links": {
        "from_id": "VARCHAR", "to_id": "VARCHAR", "relation": "VARCHAR", "score": "DOUBLE", "differences": "VARCHAR[]",
    },
    "runs": {
        "run_id": "VARCHAR", "started_at": "TIMESTAMP", "finished_at": "TIMESTAMP", "version": "VARCHAR",
        "model_version": "VARCHAR", "arguments": "VARCHAR",
    },
    "failures": {
        "doc_id": "VARCHAR", "reason": "VARCHAR", "message": "VARCHAR", "path": "VARCHAR", "ordinal": "BIGINT",
        "member": "VARCHAR", "fingerprint": "VARCHAR", "run_id": "VARCHAR",
    },
    "reviews": {
        "review_id": "VARCHAR", "mention_id": "VARCHAR", "doc_id": "VARCHAR", "decision": "VARCHAR",
        "field": "VARCHAR", "value": "VARCHAR", "reviewer": "VARCHAR", "reviewed_at": "TIMESTAMP", "note": "VARCHAR",
        "was": "VARCHAR", "doc_sha256": "VARCHAR",
    },
    "event_spans": {
        "mention_id": "VARCHAR", "doc_id": "VARCHAR", "part": "VARCHAR", "start_char": "BIGINT", "end_char": "BIGINT",
    },
    "reviewed_documents": {
        "doc_id": "VARCHAR", "doc_sha256": "VARCHAR", "review_id": "VARCHAR", "reviewer": "VARCHAR",
        "reviewed_at": "TIMESTAMP", "event_types": "VARCHAR[]", "decisions": "VARCHAR", "record": "VARCHAR",
        "found": "VARCHAR", "path": "VARCHAR", "ordinal": "BIGINT",
    },
}
"""Columns of every table, in order. Readable names first, bookkeeping last, what came later after that. Beside them
``document_signatures`` holds by what copies of a document are found, ``mention_blocks`` which mentions are merged with
which, and ``merged_by`` which version of Depesche has merged them."""


_FIRST = (
    "CREATE TABLE schema_version (version INTEGER);"
    "CREATE TABLE documents (doc_id VARCHAR, lang VARCHAR, lang_score DOUBLE, set_aside VARCHAR, title "
    "VARCHAR, source VARCHAR, published_edtf VARCHAR, published_basis VARCHAR, sender VARCHAR, recipients "
    "VARCHAR, author VARCHAR, flags VARCHAR[], meta VARCHAR, text VARCHAR, doc_sha256 VARCHAR, path VARCHAR, "
    "ordinal BIGINT, member VARCHAR, fingerprint VARCHAR, run_id VARCHAR);"
    "CREATE TABLE entities (entity_id VARCHAR, label VARCHAR, name VARCHAR, n_mentions BIGINT, n_documents "
    "BIGINT);"
    "CREATE TABLE entity_mentions (doc_id VARCHAR, sentence INTEGER, entity_id VARCHAR, label VARCHAR, kind "
    "VARCHAR, text VARCHAR, start_char BIGINT, end_char BIGINT);"
    "CREATE TABLE dates (doc_id VARCHAR, sentence INTEGER, text VARCHAR, start_char BIGINT, end_char BIGINT, "
    "type VARCHAR, timex VARCHAR, edtf VARCHAR, date_start DATE, date_end DATE, date_precision VARCHAR, "
    "date_basis VARCHAR);"
    "CREATE TABLE event_mentions (mention_id VARCHAR, event_id VARCHAR, doc_id VARCHAR, lang VARCHAR, sentence "
    "INTEGER, event_type VARCHAR, subtype VARCHAR, plover VARCHAR, cameo_root VARCHAR, agent VARCHAR, agent_id "
    "VARCHAR, target VARCHAR, target_id VARCHAR, addressee VARCHAR, beneficiary VARCHAR, co_agent VARCHAR, "
    "instrument VARCHAR, instrument_id VARCHAR, object VARCHAR, topic VARCHAR, place VARCHAR, amount VARCHAR, "
    "reason VARCHAR, time_text VARCHAR, time_edtf VARCHAR, date_start DATE, date_end DATE, date_precision "
    "VARCHAR, date_basis VARCHAR, modality VARCHAR, polarity VARCHAR, status VARCHAR, attribution_kind "
    "VARCHAR, source VARCHAR, source_id VARCHAR, n_anonymous_sources INTEGER, cue VARCHAR, trigger_text "
    "VARCHAR, quote VARCHAR, quote_start BIGINT, quote_end BIGINT, doc_sha256 VARCHAR, confidence DOUBLE, "
    "flags VARCHAR[], rule VARCHAR, model_version VARCHAR, run_id VARCHAR, review_status VARCHAR);"
    "CREATE TABLE event_roles (mention_id VARCHAR, doc_id VARCHAR, role VARCHAR, text VARCHAR, entity_id "
    "VARCHAR, start_char BIGINT, end_char BIGINT, head_start BIGINT, head_end BIGINT);"
    "CREATE TABLE events (event_id VARCHAR, event_type VARCHAR, agent VARCHAR, target VARCHAR, addressee "
    "VARCHAR, instrument VARCHAR, object VARCHAR, time_edtf VARCHAR, date_start DATE, date_end DATE, modality "
    "VARCHAR, polarity VARCHAR, status VARCHAR, n_mentions INTEGER, n_documents INTEGER, langs VARCHAR[], "
    "conflicts VARCHAR[], confidence DOUBLE);"
    "CREATE TABLE event_links (from_id VARCHAR, to_id VARCHAR, relation VARCHAR);"
    "CREATE TABLE runs (run_id VARCHAR, started_at TIMESTAMP, finished_at TIMESTAMP, version VARCHAR, "
    "model_version VARCHAR, arguments VARCHAR);"
    "CREATE TABLE failures (doc_id VARCHAR, reason VARCHAR, message VARCHAR, path VARCHAR, ordinal BIGINT, "
    "member VARCHAR, fingerprint VARCHAR, run_id VARCHAR);"
    "CREATE TABLE reviews (review_id VARCHAR, mention_id VARCHAR, doc_id VARCHAR, decision VARCHAR, field "
    "VARCHAR, value VARCHAR, reviewer VARCHAR, reviewed_at TIMESTAMP, note VARCHAR);"
)

_SOURCES = """
ALTER TABLE event_links ADD COLUMN score DOUBLE;
ALTER TABLE event_links ADD COLUMN differences VARCHAR[];
ALTER TABLE events ADD COLUMN n_sources INTEGER;
ALTER TABLE documents ADD COLUMN source_group VARCHAR;
CREATE TABLE document_signatures (doc_id VARCHAR, signature BLOB);
"""

_LETTERS = "ALTER TABLE documents ADD COLUMN place VARCHAR;"

_REVIEWS = """
CREATE TABLE event_spans (mention_id VARCHAR, doc_id VARCHAR, part VARCHAR, start_char BIGINT, end_char BIGINT);
ALTER TABLE reviews ADD COLUMN was VARCHAR;
ALTER TABLE reviews ADD COLUMN doc_sha256 VARCHAR;
CREATE TABLE reviewed_documents (doc_id VARCHAR, doc_sha256 VARCHAR, review_id VARCHAR, reviewer VARCHAR,
    reviewed_at TIMESTAMP, event_types VARCHAR[], decisions VARCHAR, record VARCHAR, found VARCHAR,
    path VARCHAR, ordinal BIGINT);
"""

_BLOCKS = """
CREATE TABLE mention_blocks (mention_id VARCHAR, doc_id VARCHAR, event_type VARCHAR, block VARCHAR, targets VARCHAR[]);
CREATE TABLE merged_by (version VARCHAR);
"""

MIGRATIONS: dict[int, str] = {1: _FIRST, 2: _SOURCES, 3: _LETTERS, 4: _REVIEWS, 5: _BLOCKS}
"""SQL that leads to each schema version from the one before. A released entry is never edited: a change of
:data:`TABLES` comes with a new entry. New columns come last, as ALTER TABLE puts them."""
