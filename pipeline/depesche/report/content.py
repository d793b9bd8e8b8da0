"""What a report shows, read from a store: merged events with their mentions, and the texts that these quote."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depesche import store
from depesche.errors import UsageError
from depesche.records import Entity, Event, Record, Role
from depesche.resources import load

if TYPE_CHECKING:
    import duckdb

Row = dict[str, Any]

WHOLE = 4_000_000
"""Characters of quoted texts up to which a report holds them whole."""
CONTEXTS = (300, 100, 0)
"""Characters kept before and after each quote of more text than that: the first with which a report holds no more
than four times :data:`WHOLE`, else the last."""
FAILURES = 200
"""Failures that a report lists; it counts all."""

REVIEWED = ("accepted", "corrected", "added")
"""What ``review_status`` says where a person has looked at a mention."""

RECEIVERS = ("target", "addressee", "beneficiary")

TRUTHS = {
    "done": "happened", "ongoing": "happened", "attempted": "tried", "failed": "tried", "offered": "tried",
    "requested": "wanted", "proposed": "wanted", "intended": "wanted", "possible": "open", "conditional": "open",
    "feared": "open", "not_started": "open", "told": "open", "denied": "denied",
}
"""What is said of an event, in the order in which it is shown, and the family that it is drawn as."""
_ASSERTED = {"completed": "done", "unknown": "told"}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events a report is about.

    :param types: event types, or none for all.
    :param first: first day, ISO, from which an event may be; :param last: last day. With one of them, events that no
        date places are left out.
    """

    types: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None

    @classmethod
    def of(cls, types: Iterable[str] = (), since: str | None = None, until: str | None = None) -> Selection:
        """
        :param since: EDTF from whose first day on, and ``until`` to whose last day events are wanted.
        :raises UsageError: when a type does not exist, a date is none, or ends before it begins.
        """
        from depesche.dates import edtf_bounds

        known = load("events")
        chosen = tuple(dict.fromkeys(types))
        for name in chosen:
            if name not in known:
                raise UsageError(f"--type {name}: no such event type; there are {', '.join(sorted(known))}")
        days: list[str | None] = []
        for option, value, end in (("--from", since, 0), ("--to", until, 1)):
            try:
                days.append(edtf_bounds(value)[end] if value is not None else None)
            except ValueError:
                days.append(None)
            if value is not None and days[-1] is None:
                raise UsageError(f"{option} {value}: no day, month or year; write 2023-06-22, 2023-06 or 2023")
        first, last = days
        if first and last and first > last:
            raise UsageError(f"--from {since} is after --to {until}")
        return cls(chosen, first, last)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody with a name: what the network is made of.

    :param key: the entity's id, or the name in small letters where it has none.
    :param name: with the key behind it where others have the same name.
    """

    key: str
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Content:
    """:param events: rows of ``events`` in order of time, with ``truth``, ``parties`` and so on; undated ones last.
    :param mentions: of each event its mentions. Offsets count UTF-16 units, as browsers do.
    :param documents: those that a mention quotes. :param context: characters kept around each quote, None for all.
    :param figures: counts of the whole store. :param failures: reason, document and message.
    """

    events: list[Row]
    mentions: list[Row]
    documents: list[Row]
    parties: list[Party]
    context: int | None
    figures: Row
    failures: list[tuple[str, str, str]]
    selection: Selection = field(default_factory=Selection)


def truth(modality: str, polarity: str, status: str) -> str:
    """One of :data:`TRUTHS`.

    >>> truth("asserted", "positive", "completed"), truth("requested", "positive", "not_started")
    ('done', 'requested')
    """
    if modality != "asserted":
        return modality
    return "denied" if polarity == "negative" else _ASSERTED.get(status, status)


def read(path: Path, selection: Selection | None = None) -> Content:
    """What the report on the store at ``path`` shows.

    :raises StoreError: when it cannot be read. :raises UsageError: when it holds no event, or none of the selection.
    """
    selection = selection or Selection()
    with store.reading(path) as connection:
        figures = _figures(connection)
        events = _events(connection, selection)
        if not events:
            raise UsageError(_nothing(connection, path, figures, selection))
        places = {event["event_id"]: place for place, event in enumerate(events)}
        names = {key: (name, label) for key, name, label in connection.execute(
            "SELECT entity_id, name, label FROM entities").fetchall()}
        reader = _Reader(places, names, _mention_rows(connection, selection), _document_rows(connection))
        for record in store.records(connection):
            reader.take(record)
        failures = connection.execute(
            "SELECT reason, coalesce(doc_id, path), message FROM failures ORDER BY ALL LIMIT ?", [FAILURES]).fetchall()
        _link(connection, events, places)
    for place, event in enumerate(events):
        for role, keys in reader.parties_of[place].items():
            event[role] = keys
        event["reviewed"] = False
    for mention in reader.mentions:
        events[mention["event"]]["reviewed"] |= mention["review"] in REVIEWED
    mentions = sorted(reader.mentions, key=lambda m: (m["event"], m["document"], m["quote"], m["mention_id"]))
    context = _cut(reader.documents, reader.quotes)
    return Content(
        events, mentions, reader.documents, _distinct(reader.parties), context, figures, failures, selection
    )


def _distinct(parties: Sequence[Party]) -> list[Party]:
    held = Counter(party.name for party in parties)
    return [replace(p, name=f"{p.name} ({p.key})") if held[p.name] > 1 else p for p in parties]


def _rows(cursor: duckdb.DuckDBPyConnection) -> list[Row]:
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _figures(connection: duckdb.DuckDBPyConnection) -> Row:
    [figures] = _rows(connection.execute("""
        SELECT count(*) AS documents, count(DISTINCT source_group) AS sources,
               count(set_aside) AS set_aside, (SELECT count(*) FROM events) AS events,
               (SELECT count(*) FROM event_mentions) AS mentions, (SELECT count(*) FROM failures) AS failures,
               (SELECT max(model_version) FROM event_mentions) AS model_version
        FROM documents"""))
    figures["languages"] = connection.execute(
        "SELECT lang, count(*) FROM documents GROUP BY lang ORDER BY count(*) DESC, lang").fetchall()
    figures["failure_reasons"] = connection.execute(
        "SELECT reason, count(*) FROM failures GROUP BY reason ORDER BY count(*) DESC, reason").fetchall()
    return figures


_CHOSEN = """
    (len($types) = 0 OR list_contains($types, e.event_type))
    AND ($first IS NULL AND $last IS NULL OR e.date_start IS NOT NULL OR e.date_end IS NOT NULL)
    AND ($first IS NULL OR e.date_end IS NULL OR e.date_end >= $first::DATE)
    AND ($last IS NULL OR e.date_start IS NULL OR e.date_start <= $last::DATE)"""


def _asked(selection: Selection) -> Row:
    return {"types": list(selection.types), "first": selection.first, "last": selection.last}


def _events(connection: duckdb.DuckDBPyConnection, selection: Selection) -> list[Row]:
    events = _rows(connection.execute(f"""
        SELECT event_id, event_type, agent, target, addressee, object, instrument, time_edtf,
               date_start::VARCHAR AS date_start, date_end::VARCHAR AS date_end, modality, polarity, status,
               n_documents, n_sources, langs, conflicts, confidence
        FROM events e WHERE {_CHOSEN}
        ORDER BY e.date_start NULLS LAST, e.date_end NULLS LAST, time_edtf NULLS LAST, event_type, event_id
        """, _asked(selection)))  # noqa: S608 names are ours
    for event in events:
        event["truth"] = truth(event["modality"], event["polarity"], event["status"])
        event["links"] = []
    return events


def _nothing(connection: duckdb.DuckDBPyConnection, path: Path, figures: Row, selection: Selection) -> str:
    if not figures["events"]:
        counts = f"{figures['documents']} documents, {figures['failures']} failures"
        return f"{path}: holds no events ({counts}), so there is nothing to report; `depesche run PATH… -o {path}` adds"
    types = connection.execute("SELECT DISTINCT event_type FROM events ORDER BY 1").fetchall()
    first, last = connection.execute("SELECT min(date_start), max(date_end) FROM events").fetchall()[0]
    days = f", dated ones from {first} to {last}" if first else ", none with a date"
    asked = ", ".join(filter(None, [", ".join(selection.types), selection.first and f"from {selection.first}",
                                    selection.last and f"to {selection.last}"]))
    return f"{path}: has no event of {asked}; it has {', '.join(kind for (kind,) in types)}{days}"


def _mention_rows(connection: duckdb.DuckDBPyConnection, selection: Selection) -> dict[str, Row]:
    return {row["mention_id"]: row for row in _rows(connection.execute(f"""
        SELECT mention_id, event_id, time_text, m.time_edtf, date_precision, date_basis, source, trigger_text, cue,
               review_status
        FROM event_mentions m JOIN events e USING (event_id) WHERE {_CHOSEN}""", _asked(selection)))}  # noqa: S608


def _document_rows(connection: duckdb.DuckDBPyConnection) -> dict[str, Row]:
    return {row["doc_id"]: row for row in _rows(connection.execute("""
        SELECT doc_id, sender, recipients, place, count(*) OVER (PARTITION BY coalesce(source_group, doc_id)) AS copies
        FROM documents"""))}


def _link(connection: duckdb.DuckDBPyConnection, events: Sequence[Row], places: Mapping[str, int]) -> None:
    """Links between events of the selection, on both of them."""
    for a, b, relation, score, differences in connection.execute(
        "SELECT from_id, to_id, relation, score, differences FROM event_links ORDER BY ALL"
    ).fetchall():
        if a in places and b in places:
            for one, other in ((a, b), (b, a)):
                events[places[one]]["links"].append([places[other], relation, score, differences or []])


class _Reader:
    """Takes records, one after the other, and keeps what their mentions of the chosen events need."""

    def __init__(
        self, places: Mapping[str, int], names: Mapping[str, tuple[str, str]], rows: Mapping[str, Row],
        documents: Mapping[str, Row],
    ) -> None:
        self.places, self.names, self.rows, self.known = places, names, rows, documents
        self.mentions: list[Row] = []
        self.documents: list[Row] = []
        self.quotes: list[list[tuple[int, int]]] = []
        self.parties: list[Party] = []
        self.numbers: dict[str, int] = {}
        roles = ("agents", "receivers", "lists")
        self.parties_of: list[dict[str, list[int]]] = [{role: [] for role in roles} for _ in places]

    def take(self, record: Record) -> None:
        events = [event for event in record.events if event.event_id in self.rows]
        if not events:
            return
        units = _Units(record.text)
        for event in events:
            self.mentions.append(self._mention(record, event, units))
        self.quotes.append([(event.quote.start, event.quote.end) for event in events])
        self.documents.append({
            **self.known[record.doc_id], "lang": record.lang, "title": record.title, "source": record.source,
            "published": record.published.edtf, "basis": record.published.basis, "text": record.text,
        })

    def _mention(self, record: Record, event: Event, units: _Units) -> Row:
        row = self.rows[event.event_id]
        place = self.places[row["event_id"]]
        self._note_parties(record, event, self.parties_of[place])
        date = record.dates[event.time.date] if event.time else None
        said = event.attribution
        return {
            "event": place, "document": len(self.documents), "mention_id": event.event_id,
            "quote": units(event.quote), "trigger": [units(span) for span in event.trigger],
            "roles": [[role.role, *units(role), role.entity_id] for role in event.roles],
            "date": units(date) if date else None, "source": units(said.source) if said.source else None,
            "cue": units(said.cue) if said.cue else None, "time_text": row["time_text"], "edtf": row["time_edtf"],
            "precision": row["date_precision"], "basis": row["date_basis"], "kind": said.kind,
            "source_text": row["source"], "source_id": said.source_id, "anonymous": said.n_anonymous_sources,
            "trigger_text": row["trigger_text"], "status": event.status, "subtype": event.subtype,
            "confidence": event.confidence, "rule": event.rule, "flags": list(event.flags),
            "review": row["review_status"],
        }

    def _note_parties(self, record: Record, event: Event, of: dict[str, list[int]]) -> None:
        for role in event.roles:
            kind = {"agent": "agents", "co_agent": "agents", "instrument": "lists"}.get(
                role.role, "receivers" if role.role in RECEIVERS else None)
            if kind is None:
                continue
            number = self._party(role, record.entities)
            if number is not None and number not in of[kind] and (
                kind != "lists" or self.parties[number].label in ("LIST", "LAW")
            ):
                of[kind].append(number)

    def _party(self, role: Role, entities: Sequence[Entity]) -> int | None:
        """The number of a filler that has an id or a name; a filler that is only described is nobody in particular."""
        key, name, label = role.entity_id, role.text, ""
        if key is None:
            head = [e for e in entities if e.kind == "name" and e.start <= role.head[0] and role.head[1] <= e.end]
            if not head:
                return None
            found = max(head, key=lambda e: e.end - e.start)
            key, name, label = found.entity_id or found.text.casefold(), found.text, found.label
        name, label = self.names.get(key, (name, label))
        if key not in self.numbers:
            self.numbers[key] = len(self.parties)
            self.parties.append(Party(key, name, label))
        return self.numbers[key]


class _Units:
    """Offsets of a text in UTF-16 units, by which browsers count."""

    def __init__(self, text: str) -> None:
        self.wide = [] if text.isascii() else [place for place, sign in enumerate(text) if sign > "\uffff"]

    def __call__(self, span: Any) -> list[int]:
        return [self.at(span.start), self.at(span.end)]

    def at(self, offset: int) -> int:
        return offset + bisect_left(self.wide, offset)


def _cut(documents: Sequence[Row], quotes: Sequence[Sequence[tuple[int, int]]]) -> int | None:
    """Give each document its ``pieces``, offset in UTF-16 units and text, in the place of its ``text``."""
    context = None
    if sum(len(document["text"]) for document in documents) > WHOLE:
        context = next(
            (size for size in CONTEXTS if sum(
                end - start for document, spans in zip(documents, quotes, strict=True)
                for start, end in _windows(spans, len(document["text"]), size)) <= 4 * WHOLE),
            CONTEXTS[-1])
    for document, spans in zip(documents, quotes, strict=True):
        text = document.pop("text")
        units = _Units(text)
        windows = [(0, len(text))] if context is None else _windows(spans, len(text), context)
        document["pieces"] = [[units.at(start), text[start:end]] for start, end in windows]
        document["length"] = units.at(len(text))
    return context


def _windows(spans: Iterable[tuple[int, int]], length: int, context: int) -> Iterator[tuple[int, int]]:
    """The spans with what stands around them; those that touch are one."""
    first, last = -1, -1
    for start, end in sorted(spans):
        low, high = max(start - context, 0), min(end + context, length)
        if low > last >= 0:
            yield first, last
            first = low
        first, last = (low, high) if last < 0 else (first, max(last, high))
    if last >= 0:
        yield first, last
