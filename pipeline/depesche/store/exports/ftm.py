"""What happened as entities of FollowTheMoney, for OpenSanctions, Aleph and their kin.

Only asserted, positive, completed mentions count. A named party put on a list or under sanctions is a Sanction, all
else an Event. The documents are Articles; each Sanction and Event names those that say so (proof) and quotes them
(summary).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from depesche.dates import edtf_bounds
from depesche.records import stable_id
from depesche.resources import load
from depesche.store.exports.tables import rows, write_lines

if TYPE_CHECKING:
    import duckdb

Entity = dict[str, Any]

SANCTIONS = ("LIST_ADD", "SANCTION_IMPOSE")
ORGANIZERS = ("agent", "leader")
INVOLVED = ("agent", "co_agent", "leader", "target", "addressee", "beneficiary", "object")
LANGUAGES = {"de": "deu", "en": "eng"}
NAME, STRING, TEXT, PLACE, URL = 384, 1024, 65_000, 250, 4096  # how long FollowTheMoney lets values be

_HAPPENED = "m.modality = 'asserted' AND m.polarity = 'positive' AND m.status = 'completed'"
_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,60}[A-Za-z0-9])?")  # what its ids are made of
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_URL = re.compile(r"(?i:https?)://(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,}(?::\d{1,4})?(?:[/?#]\S*)?")


def write_ftm(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[tuple[str, int]]:
    """``entities.ftm.json``, one entity a line, each before the first that refers to it."""
    name = "entities.ftm.json"
    yield name, write_lines(folder / name, _entities(connection))


def _entities(connection: duckdb.DuckDBPyConnection) -> Iterator[Entity]:
    parties = {entity_id: _party(entity_id, label, name) for entity_id, label, name in rows(
        connection, "SELECT entity_id, label, name FROM entities")}
    documents: dict[str, Entity] = {
        row[0]: _article(*row) for row in rows(connection, """
            SELECT doc_id, title, source, author, published_edtf, lang, coalesce(member, path) FROM documents d
            WHERE doc_id IN (SELECT doc_id FROM event_mentions)""")
    }
    written: set[str] = set()
    found = rows(connection, f"""
        WITH mentions AS (
            SELECT m.event_id, list({{'doc_id': m.doc_id, 'quote': m.quote, 'reason': m.reason,
                                     'instrument': m.instrument, 'instrument_id': m.instrument_id,
                                     'attribution': m.attribution_kind, 'source': m.source}}
                                    ORDER BY m.doc_id, m.quote_start, m.mention_id) AS mentions
            FROM event_mentions m WHERE {_HAPPENED} GROUP BY m.event_id),
        roles AS (
            SELECT m.event_id, list({{'role': r.role, 'text': r.text, 'entity_id': r.entity_id}}
                                    ORDER BY r.doc_id, r.start_char, r.role) AS roles
            FROM event_roles r JOIN event_mentions m USING (mention_id) WHERE {_HAPPENED} GROUP BY m.event_id)
        SELECT e.event_id, e.event_type, e.time_edtf, mentions.mentions, coalesce(roles.roles, [])
        FROM events e JOIN mentions USING (event_id) LEFT JOIN roles USING (event_id)
        ORDER BY e.date_start NULLS LAST, e.time_edtf NULLS LAST, e.event_id""")  # noqa: S608
    for event_id, event_type, edtf, mentions, roles in found:
        articles = [documents[doc_id] for doc_id in dict.fromkeys(mention["doc_id"] for mention in mentions)]
        made = _event(event_id, event_type, edtf, mentions, roles, parties, articles)
        named = [parties[role["entity_id"]] for role in roles if role["entity_id"] in parties]
        referred = {value for values in made["properties"].values() for value in values}
        for entity in (*articles, *filter(None, named)):
            if entity["id"] in referred and entity["id"] not in written:
                written.add(entity["id"])
                yield entity
        yield made


def _event(
    event_id: str, event_type: str, edtf: str | None, mentions: Sequence[Mapping[str, Any]],
    roles: Sequence[Mapping[str, Any]], parties: Mapping[str, Entity | None], articles: Sequence[Entity],
) -> Entity:
    def of(*wanted: str) -> list[str]:
        known = (parties.get(role["entity_id"]) for role in roles if role["role"] in wanted)
        return [party["id"] for party in known if party]

    def words(*wanted: str, named: bool = False) -> list[str]:
        return [" ".join(role["text"].split()) for role in roles
                if role["role"] in wanted and (role["entity_id"] or not named)]

    when = prefix(edtf)
    told = [f"{role['role']}: {role['text']}" for role in roles] + ([f"time: {edtf}"] if edtf else [])
    told += [f"{m['attribution']}: {m['source'] or '?'}" for m in mentions if m["attribution"] != "author"]
    common = {
        "recordId": [event_id], "summary": [mention["quote"][:TEXT] for mention in mentions],
        "proof": [article["id"] for article in articles],
        "sourceUrl": [url for article in articles for url in article["properties"].get("sourceUrl", ())],
        "description": ["; ".join(dict.fromkeys(told))[:TEXT]],
    }
    if event_type in SANCTIONS and (targets := of("target")):
        return _entity(_own("sanction", event_id), "Sanction", {
            "entity": targets, "authority": [word[:STRING] for word in words("agent", named=True)],
            "program": [mention["instrument"][:STRING] for mention in mentions if mention["instrument"]],
            "programId": [code for mention in mentions for code in (mention["instrument_id"] or "").split("; ")
                          if _SAFE.fullmatch(code)],
            "country": [code for role in roles if role["role"] == "agent" for code in _country(role["entity_id"])],
            "reason": [mention["reason"][:TEXT] for mention in mentions if mention["reason"]],
            "startDate": [when] if when else [], **common,
        })
    who = words("agent") or ["?"]
    whom = words("target") or words("addressee") or words("object") or words("topic")
    name = f"{event_type}: {', '.join(who)}" + (f" → {', '.join(whom)}" if whom else "")
    return _entity(_own("event", event_id), "Event", {
        "name": _name(name), "date": [when] if when else [], "organizer": of(*ORGANIZERS), "involved": of(*INVOLVED),
        "location": [word[:PLACE] for word in words("place", "venue")], "keywords": [event_type], **common,
    })


def _party(entity_id: str, label: str, name: str) -> Entity | None:
    """A person, an organisation or a state; nationalities, lists, laws and products are no parties."""
    if label not in ("PERSON", "ORG", "GPE") or not _name(name):
        return None
    schema = {"PERSON": "Person", "ORG": _organisation(entity_id, name)}.get(label, "LegalEntity")
    qid = [entity_id] if re.fullmatch(r"Q\d+", entity_id) else []
    return _entity(qid[0] if qid else _own("party", entity_id), schema, {
        "name": _name(name), "wikidataId": qid,
        "country": _country(entity_id) if label == "GPE" else [],
    })


def _organisation(entity_id: str, name: str) -> str:
    last = name.strip().rpartition(" ")[2].lower().strip(".,")
    for schema, ids, ends in _organisations():
        if entity_id in ids or last in ends:
            return schema
    return "Organization"


@cache
def _organisations() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    known = load("knowledge")["ORG"]

    def entity_id(key: str) -> str:
        entry = known[key]
        return str(entry.get("wikidata", key)) if isinstance(entry, dict) else key

    return tuple(
        (schema, frozenset(map(entity_id, lists["known"])), frozenset(lists["ends"]))
        for schema, lists in load("exports")["organisations"].items()
    )


def _article(
    doc_id: str, title: str | None, source: str | None, author: str | None, published: str | None, lang: str | None,
    path: str | None,
) -> Entity:
    is_url = bool(source and len(source) <= URL and _URL.fullmatch(source))
    when = prefix(published)
    return _entity(_doc_id(doc_id), "Article", {
        "name": _name(doc_id), "title": [title[:STRING]] if title else [],
        "fileName": [PurePath(path).name[:STRING]] if path else [],
        "sourceUrl": [source] if source and is_url else [],
        "publisher": [source[:STRING]] if source and not is_url else [],
        "author": [author[:STRING]] if author else [], "publishedAt": [when] if when else [],
        "language": [LANGUAGES[lang]] if lang in LANGUAGES else [],
    })


def prefix(edtf: str | None) -> str | None:
    """The date that FollowTheMoney can hold and that says no more: a day, month or year without doubt.

    >>> prefix("2019-05"), prefix("2021-34"), prefix("2019-05-03/2019-05-07"), prefix("XXXX-04-25"), prefix("2019~")
    ('2019-05', '2021', '2019-05', None, None)
    """
    if not edtf or "~" in edtf or "?" in edtf or "%" in edtf:
        return None
    try:
        bounds = edtf_bounds(edtf)
    except ValueError:
        return None
    if not bounds[0] or not bounds[1]:
        return None
    first, last = map(date.fromisoformat, (bounds[0], bounds[1]))
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return first.isoformat()[:4] if first.year == last.year else None


def _name(words: str) -> list[str]:
    """A name in one line; signs alone are none."""
    name = " ".join(_CONTROL.sub("", words).split())[:NAME]
    return [name] if any(map(str.isalnum, name)) else []


def _country(entity_id: str | None) -> list[str]:
    """ISO codes are the ids of countries; two small letters are something else."""
    return [entity_id.lower()] if entity_id and re.fullmatch("[A-Z]{2}", entity_id) else []


def _doc_id(doc_id: str) -> str:
    return _own("doc", doc_id)


def _own(kind: str, name: str) -> str:
    return f"dep-{kind}-{name if _SAFE.fullmatch(name) else stable_id(kind, name)}"


def _entity(entity_id: str, schema: str, properties: Mapping[str, Sequence[str]]) -> Entity:
    """An entity without empty properties, each value once, without what no program can show."""
    kept = {
        name: list(dict.fromkeys(filter(None, (_CONTROL.sub("", value).strip() for value in values))))
        for name, values in properties.items()
    }
    return {"id": entity_id, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}
