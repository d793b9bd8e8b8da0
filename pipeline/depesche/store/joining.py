"""The tables that join documents (entities, copies, events and their links), brought up to date with what has changed.

What a new, changed or removed document can touch is known beforehand: the entities it names, the texts its own is like,
the blocks in which its mentions are merged (:mod:`depesche.merge`), and the events of the same measure and target, to
which those may be linked. Only these are read and computed again; the result is that of computing all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from depesche import __version__, duplicates, merge
from depesche.dates import edtf_bounds
from depesche.resources import load
from depesche.store.opening import value
from depesche.store.rows import insert

if TYPE_CHECKING:
    import duckdb

_ROWS = 10_000  # fetched at once
_TOUCHED = {
    "touched_documents": "doc_id VARCHAR", "touched_entities": "entity_id VARCHAR",
    "touched_events": "event_id VARCHAR", "touched_blocks": "block VARCHAR",
    "touched_targets": "event_type VARCHAR, target VARCHAR", "touched_texts": "signature BLOB",
    "touched_copies": "source_group VARCHAR",
}  # fmt: skip


def begin(connection: duckdb.DuckDBPyConnection) -> None:
    """Note from now on what changes."""
    for table, columns in _TOUCHED.items():
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} ({columns})")


def note(connection: duckdb.DuckDBPyConnection, doc_ids: Sequence[str]) -> None:
    """Note what documents touch: those that were put in, or, while they are there still, those that will go."""
    _register(connection, "noted", doc_id=list(doc_ids))
    ours = "(SELECT doc_id FROM noted)"
    for table, query in {
        "touched_documents": f"SELECT doc_id FROM documents WHERE doc_id IN {ours}",  # noqa: S608 all names are ours
        "touched_entities": f"SELECT DISTINCT entity_id FROM entity_mentions WHERE doc_id IN {ours}",  # noqa: S608
        "touched_events": f"SELECT DISTINCT event_id FROM event_mentions WHERE doc_id IN {ours}",  # noqa: S608
        "touched_blocks": f"SELECT DISTINCT block FROM mention_blocks WHERE doc_id IN {ours}",  # noqa: S608
        "touched_texts": f"SELECT signature FROM document_signatures WHERE doc_id IN {ours}",  # noqa: S608
        "touched_copies": f"SELECT source_group FROM documents WHERE doc_id IN {ours}",  # noqa: S608
        "touched_targets":
            f"SELECT DISTINCT event_type, unnest(targets) FROM mention_blocks WHERE doc_id IN {ours}",  # noqa: S608
    }.items():
        connection.execute(f"INSERT INTO {table} {query}")
    connection.unregister("noted")


def finish(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring all that joins documents up to date; all of it, where another version of Depesche has merged it."""
    if value(connection, "SELECT max(version) FROM merged_by") != __version__:
        for table in ("entities", "events", "event_links", "mention_blocks", "merged_by"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608
        connection.execute("INSERT INTO merged_by VALUES (?)", [__version__])
        note(connection, [row[0] for row in connection.execute("SELECT doc_id FROM documents").fetchall()])
    if not value(connection, "SELECT count(*) FROM touched_documents"):
        return
    _place(connection)
    _entities(connection)
    _copies(connection)
    _events(connection)


def _entities(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("DELETE FROM entities WHERE entity_id IN (SELECT entity_id FROM touched_entities)")
    connection.execute("""
        INSERT INTO entities
        WITH known AS (SELECT * FROM entity_mentions WHERE entity_id IN (SELECT entity_id FROM touched_entities)),
             names AS (SELECT entity_id, label, text, kind = 'name' AS named, count(*) AS n FROM known GROUP BY ALL),
             totals AS (SELECT entity_id, count(*) AS n, count(DISTINCT doc_id) AS docs FROM known GROUP BY entity_id)
        SELECT entity_id, arg_max(label, (named, names.n, label, text)), arg_max(text, (named, names.n, text)),
               any_value(totals.n), any_value(totals.docs)
        FROM names JOIN totals USING (entity_id) GROUP BY entity_id ORDER BY entity_id""")


# -------------------------------------------------------------------------------------------------------------- copies


def _copies(connection: duckdb.DuckDBPyConnection) -> None:
    """Group anew the texts that are like one that came or went, with all that were in a group with one of them."""
    near = _near(connection, "SELECT signature FROM touched_texts")
    _register(connection, "near", doc_id=sorted(near))
    some = {doc_id for (doc_id,) in connection.execute("""
        SELECT doc_id FROM documents WHERE doc_id IN (SELECT doc_id FROM touched_documents) OR source_group IN (
            SELECT source_group FROM touched_copies
            UNION SELECT source_group FROM documents WHERE doc_id IN (SELECT doc_id FROM near))""").fetchall()}
    _register(connection, "regrouped", doc_id=sorted(some))
    # who else stands in a bucket with them decides who is compared there
    beside = _near(
        connection, "SELECT signature FROM document_signatures WHERE doc_id IN (SELECT doc_id FROM regrouped)"
    )
    _register(connection, "regrouped", doc_id=sorted(some | beside))
    found = duplicates.groups(dict(connection.execute(
        "SELECT doc_id, signature FROM document_signatures WHERE doc_id IN (SELECT doc_id FROM regrouped)").fetchall()))
    changed = [doc_id for doc_id in sorted(some) if doc_id in found]
    _register(connection, "grouped", doc_id=changed, source_group=[found[doc_id] for doc_id in changed])
    connection.execute("""
        INSERT INTO touched_blocks SELECT DISTINCT block FROM mention_blocks WHERE doc_id IN (
            SELECT doc_id FROM grouped JOIN documents USING (doc_id)
            WHERE documents.source_group IS DISTINCT FROM grouped.source_group)""")
    connection.execute(
        "UPDATE documents SET source_group = grouped.source_group FROM grouped WHERE grouped.doc_id = documents.doc_id "
        "AND documents.source_group IS DISTINCT FROM grouped.source_group"
    )
    for name in ("near", "regrouped", "grouped"):
        connection.unregister(name)


def _near(connection: duckdb.DuckDBPyConnection, query: str) -> set[str]:
    signatures = [row[0] for row in connection.execute(query).fetchall()]
    likely = duplicates.Likely(signatures)
    found: set[str] = set()
    cursor = connection.execute("SELECT doc_id, signature FROM document_signatures")
    while rows := cursor.fetchmany(_ROWS):
        found |= likely.among(rows)
    return found


# -------------------------------------------------------------------------------------------------------------- events


def _place(connection: duckdb.DuckDBPyConnection) -> None:
    """Write down in which blocks the mentions of new documents are merged."""
    connection.execute("DELETE FROM mention_blocks WHERE doc_id IN (SELECT doc_id FROM touched_documents)")
    placed = list(merge.places(_mentions(connection, "m.doc_id IN (SELECT doc_id FROM touched_documents)")))
    _register(
        connection, "placed", mention_id=[m.mention_id for m, _ in placed], doc_id=[m.doc_id for m, _ in placed],
        event_type=[m.event_type for m, _ in placed], block=[place.block for _, place in placed],
        targets=[list(place.targets) for _, place in placed],
    )  # fmt: skip
    connection.execute("INSERT INTO mention_blocks SELECT mention_id, doc_id, event_type, block, targets FROM placed")
    connection.unregister("placed")
    connection.execute("""
        INSERT INTO touched_blocks SELECT DISTINCT block FROM mention_blocks
        WHERE doc_id IN (SELECT doc_id FROM touched_documents)""")


def _events(connection: duckdb.DuckDBPyConnection) -> None:
    """Merge the touched blocks anew, with those of the same measures and targets: their events may be linked."""
    connection.execute("""
        INSERT INTO touched_targets SELECT DISTINCT event_type, unnest(targets) FROM mention_blocks
        WHERE block IN (SELECT block FROM touched_blocks)""")
    at_targets = """
        SELECT DISTINCT b.block FROM (SELECT block, event_type, unnest(targets) AS target FROM mention_blocks) b
        JOIN touched_targets t ON b.event_type = t.event_type AND b.target = t.target"""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE linked_blocks AS {at_targets}")
    connection.execute("""
        INSERT INTO touched_targets SELECT DISTINCT event_type, unnest(targets) FROM mention_blocks
        WHERE block IN (SELECT block FROM linked_blocks)""")
    connection.execute(f"INSERT INTO touched_blocks {at_targets}")
    blocks = {block for (block,) in connection.execute("SELECT DISTINCT block FROM touched_blocks").fetchall()}
    mentions = _mentions(connection, _wanted(connection))
    merged, links = merge.merge(mentions, blocks)
    ids = [(m.mention_id, event.event_id) for event in merged for m in event.mentions]
    _register(connection, "clusters", mention_id=[i[0] for i in ids], event_id=[i[1] for i in ids])
    _replace(connection, merged, links)
    for name in ("clusters", "once_types"):
        connection.unregister(name)
    connection.execute("DROP TABLE linked_blocks")


def _wanted(connection: duckdb.DuckDBPyConnection) -> str:
    """The mentions of touched blocks, and of their documents those that say what a text tells of once."""
    _register(connection, "once_types", event_type=[name for name in load("events") if merge.once(name)])
    return """
        m.mention_id IN (SELECT mention_id FROM mention_blocks WHERE block IN (SELECT block FROM touched_blocks))
        OR (m.event_type IN (SELECT event_type FROM once_types) AND m.doc_id IN (
            SELECT doc_id FROM mention_blocks WHERE block IN (SELECT block FROM touched_blocks)
            AND event_type IN (SELECT event_type FROM once_types)))"""


def _replace(
    connection: duckdb.DuckDBPyConnection, merged: Sequence[merge.Merged], links: Sequence[merge.Link]
) -> None:
    """Put events in the place of those that their mentions, and the mentions that went, had before."""
    connection.execute("""
        INSERT INTO touched_events SELECT DISTINCT event_id FROM event_mentions
        WHERE mention_id IN (SELECT mention_id FROM clusters) AND event_id IS NOT NULL""")
    connection.execute("DELETE FROM events WHERE event_id IN (SELECT event_id FROM touched_events)")
    sources = dict(connection.execute("""
        SELECT doc_id, source_group FROM documents WHERE doc_id IN (
            SELECT doc_id FROM event_mentions WHERE mention_id IN (SELECT mention_id FROM clusters))""").fetchall())
    insert(connection, "events", [_event_row(event, sources) for event in merged])
    connection.execute(
        "UPDATE event_mentions SET event_id = clusters.event_id FROM clusters "
        "WHERE clusters.mention_id = event_mentions.mention_id "
        "AND event_mentions.event_id IS DISTINCT FROM clusters.event_id"
    )
    # of events that only lend their targets to a neighbour's, not all that they are linked to has been read
    fresh = {event_id for (event_id,) in connection.execute("""
        SELECT DISTINCT event_id FROM event_mentions JOIN mention_blocks USING (mention_id)
        WHERE block IN (SELECT block FROM linked_blocks)""").fetchall()}
    _register(connection, "fresh", event_id=sorted(fresh))
    gone = "(SELECT event_id FROM fresh UNION SELECT event_id FROM touched_events ANTI JOIN events USING (event_id))"
    connection.execute(f"DELETE FROM event_links WHERE from_id IN {gone} OR to_id IN {gone}")  # noqa: S608
    insert(connection, "event_links", [
        {"from_id": link.from_id, "to_id": link.to_id, "relation": link.relation, "score": link.score,
         "differences": list(link.differences)}
        for link in links if link.from_id in fresh or link.to_id in fresh
    ])  # fmt: skip
    connection.unregister("fresh")


def _register(connection: duckdb.DuckDBPyConnection, name: str, **columns: list[Any]) -> None:
    import pyarrow as pa

    texts = {column: pa.list_(pa.string()) if column == "targets" else pa.string() for column in columns}
    connection.register(name, pa.table({c: pa.array(values, texts[c]) for c, values in columns.items()}))


def _mentions(connection: duckdb.DuckDBPyConnection, condition: str) -> Iterator[merge.Mention]:
    types, pronouns = load("events"), ", ".join(f"'{word}'" for word in merge.pronouns())
    cursor = connection.execute(f"""
        WITH spoken AS (
                 SELECT DISTINCT m.doc_id, r.entity_id FROM event_mentions m JOIN event_roles r USING (mention_id)
                 WHERE lower(r.text) IN ({pronouns}) AND ({condition})),
             counts AS (
                 SELECT doc_id, entity_id, text, count(*) AS n
                 FROM entity_mentions JOIN spoken USING (doc_id, entity_id) WHERE kind = 'name' GROUP BY ALL),
             named AS (SELECT doc_id, entity_id, arg_max(text, (n, text)) AS name FROM counts GROUP BY ALL)
        SELECT m.mention_id, m.doc_id, m.lang, m.event_type, m.modality, m.polarity, m.status, m.time_edtf,
               m.confidence,
               list((r.role, r.entity_id, coalesce(named.name, r.text)) ORDER BY r.start_char)
                   FILTER (r.role IS NOT NULL)
        FROM event_mentions m LEFT JOIN event_roles r USING (mention_id) LEFT JOIN named
            ON named.doc_id = m.doc_id AND named.entity_id = r.entity_id AND lower(r.text) IN ({pronouns})
        WHERE m.review_status IS DISTINCT FROM 'rejected' AND ({condition})
        GROUP BY ALL ORDER BY m.mention_id""")  # noqa: S608
    while rows := cursor.fetchmany(_ROWS):
        for mention_id, doc_id, lang, event_type, modality, polarity, status, edtf, confidence, roles in rows:
            ids: dict[str, set[str]] = {}
            names: dict[str, list[str]] = {}
            for role, entity_id, text in roles or []:
                names.setdefault(role, []).append(text)
                known = entity_id or (merge.described(text, lang) if role in merge.PARTICIPANTS else None)
                if known and role in merge.PARTICIPANTS:
                    ids.setdefault(role, set()).add(known)
            yield merge.Mention(
                mention_id=mention_id, doc_id=doc_id, lang=lang, event_type=event_type,
                group=types[event_type]["group"], modality=modality, polarity=polarity, status=status, edtf=edtf,
                ids={role: frozenset(some) for role, some in ids.items()},
                names={role: "; ".join(some) for role, some in names.items()}, confidence=confidence,
            )


def _named(mention: merge.Mention, role: str) -> bool:
    """Whether the filler has an id and is no description: Janet Yellen rather than administration officials."""
    return any(not known.startswith("desc:") for known in mention.ids.get(role, ()))


def _event_row(event: merge.Merged, sources: Mapping[str, str]) -> dict[str, Any]:
    """:param sources: of each document its group of copies: a group is one source."""
    first = event.mentions[0]
    start, end = edtf_bounds(event.edtf) if event.edtf else (None, None)

    def best(role: str) -> str | None:
        counts = Counter(m.names[role] for m in event.mentions if role in m.names)
        known = {m.names[role] for m in event.mentions if role in m.names and _named(m, role)}
        return max(counts, key=lambda name: (name in known, counts[name], len(name), name)) if counts else None

    return {
        "event_id": event.event_id, "event_type": first.event_type,
        **{role: best(role) for role in ("agent", "target", "addressee", "instrument", "object")},
        "time_edtf": event.edtf, "date_start": start, "date_end": end, "modality": first.modality,
        "polarity": first.polarity, "status": Counter(sorted(m.status for m in event.mentions)).most_common(1)[0][0],
        "n_mentions": len(event.mentions), "n_documents": len({m.doc_id for m in event.mentions}),
        "langs": sorted({m.lang for m in event.mentions}), "conflicts": list(event.conflicts),
        "confidence": max(m.confidence for m in event.mentions),
        "n_sources": len({sources.get(m.doc_id, m.doc_id) for m in event.mentions}),
    }
