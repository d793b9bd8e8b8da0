"""Events as PLOVER codes them. It cannot say that something is only asked for or denied: that has a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depesche.store.exports.tables import plain, rows, write_lines

if TYPE_CHECKING:
    import duckdb

FACTS, OTHERS = "events.plover.jsonl", "non_facts.plover.jsonl"
ACTORS, RECIPIENTS, PLACES = ("agent", "co_agent", "leader"), ("target", "addressee", "beneficiary"), ("place", "venue")

_IS_FACT = "(e.modality = 'asserted' AND e.polarity = 'positive' AND e.status IN ('completed', 'ongoing'))"
_CODE = re.compile(r"(?P<type>[A-Z]+|none)?(?:-(?P<mode>[a-z]+))?(?: \((?P<when>[^)]*)\))?")


def codes(plover: str) -> list[tuple[str, str | None, str]]:
    """The codes that an event type may have: type, mode, and when the code holds, if that is said.

    >>> codes("CONCEDE (announced) / RETREAT (done)")
    [('CONCEDE', None, 'announced'), ('RETREAT', None, 'done')]
    >>> codes("none (context legislative)"), codes("SANCTION-expel / -withdraw")
    ([], [('SANCTION', 'expel', ''), ('SANCTION', 'withdraw', '')])
    """
    if plover.startswith("none"):
        return []
    found: list[tuple[str, str | None, str]] = []
    for part in re.split(r" / (?![^(]*\))| or ", plover.partition(";")[0]):
        match = _CODE.fullmatch(part.strip())
        if match:
            when = match["when"] or ""
            # several modes in brackets: which one holds is not known
            mode = None if re.search(r"(?:^|[ A-Z])-[a-z]", when) else match["mode"]
            found.append((match["type"] or (found[-1][0] if found else "none"), mode, when))
    return found


def write_plover(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[tuple[str, int]]:
    """What happened in one file, what was only asked for, planned, denied … in the other; one line a merged event."""
    for name, condition in ((FACTS, _IS_FACT), (OTHERS, f"NOT {_IS_FACT}")):
        yield name, write_lines(folder / name, _events(connection, condition))


def _events(connection: duckdb.DuckDBPyConnection, condition: str) -> Iterator[dict[str, Any]]:
    found = rows(connection, f"""
        WITH mentions AS (
            SELECT event_id, any_value(plover) AS plover,
                   list({{'mention_id': mention_id, 'doc_id': doc_id, 'lang': lang, 'quote': quote, 'edtf': time_edtf,
                          'precision': date_precision, 'attribution': attribution_kind, 'source': source}}
                        ORDER BY doc_id, quote_start, mention_id) AS mentions
            FROM event_mentions WHERE plover IS NOT NULL GROUP BY event_id),
        roles AS (
            SELECT m.event_id, list({{'role': r.role, 'text': r.text, 'entity_id': r.entity_id}}
                                    ORDER BY r.doc_id, r.start_char, r.role) AS roles
            FROM event_roles r JOIN event_mentions m USING (mention_id) GROUP BY m.event_id)
        SELECT e.event_id, e.event_type, mentions.plover, e.modality, e.polarity, e.status, {_IS_FACT}, e.time_edtf,
               e.date_start, e.date_end, e.conflicts, mentions.mentions, coalesce(roles.roles, [])
        FROM events e JOIN mentions USING (event_id) LEFT JOIN roles USING (event_id)
        WHERE {condition} ORDER BY e.date_start NULLS LAST, e.time_edtf NULLS LAST, e.event_id""")  # noqa: S608
    for (event_id, kind, plover, modality, polarity, status, fact, edtf, first, last, conflicts, mentions,
         roles) in found:
        known = codes(plover)
        if not known:
            continue
        code, mode = _chosen(known, status if fact else "")
        yield {
            "event_id": event_id, "is_fact": fact, "modality": modality, "polarity": polarity, "status": status,
            "event_type": code, "event_mode": mode, "codes": [f"{c}-{m}" if m else c for c, m, _ in known],
            "depesche_type": kind, "plover": plover,
            "date": {
                "edtf": edtf, "start": plain(first), "end": plain(last),
                "precision": next((m["precision"] for m in mentions if m["edtf"] == edtf), None),
            } if edtf else None,
            "actors": _fillers(roles, ACTORS), "recipients": _fillers(roles, RECIPIENTS),
            "location": [filler["text"] for filler in _fillers(roles, PLACES)],
            "language": sorted({m["lang"] for m in mentions}), "source_docs": sorted({m["doc_id"] for m in mentions}),
            "text": mentions[0]["quote"], "conflicts": conflicts or [],
            "mentions": [
                {key: m[key] for key in ("mention_id", "doc_id", "lang", "attribution", "source", "quote")}
                for m in mentions
            ],
        }


def _chosen(known: Sequence[tuple[str, str | None, str]], status: str) -> tuple[str | None, str | None]:
    """The code that all agree on, or that holds of what is done; of others the one nearest would be a guess."""
    done = [code for code in known if code[2] == "done" and status == "completed"]
    types, modes = ({code[place] for code in done or known} for place in (0, 1))
    if len(types) > 1 or "none" in types:
        return None, None
    return next(iter(types)), next(iter(modes)) if len(modes) == 1 else None


def _fillers(roles: Sequence[dict[str, Any]], wanted: Sequence[str]) -> list[dict[str, Any]]:
    """The fillers of some roles, each once: two mentions of one id are one filler."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for role in roles:
        if role["role"] in wanted:
            found.setdefault((role["role"], role["entity_id"] or role["text"]), role)
    return sorted(found.values(), key=lambda role: wanted.index(role["role"]))
