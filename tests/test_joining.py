"""Publishing piece by piece gives the tables that publishing all at once gives."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche import duplicates, store
from depesche.records import Attribution, Date, Entity, Event, EventTime, Quote, Record, Role, Span

RUN = {"run_id": "r", "started_at": "2023-01-01", "finished_at": "2023-01-01", "version": "1", "model_version": "m", "arguments": ""}
JOINED = {
    "documents": "doc_id, source_group", "entities": "*", "events": "*", "event_links": "*",
    "event_mentions": "mention_id, event_id", "mention_blocks": "*",
}  # fmt: skip
WORDS = [f"wort{i}" for i in range(40)]
PARTIES = ["CN", "US", "Q1", "Q2"]


def text_of(rng: random.Random) -> str:
    """One of three texts, a little altered: some are copies of each other."""
    words = list(random.Random(rng.randrange(3)).choices(WORDS, k=30))
    for _ in range(rng.randrange(6)):
        words[rng.randrange(30)] = f"neu{rng.randrange(50)}"
    return " ".join(words)


def record(name: str, seed: int) -> Record:
    rng = random.Random(seed)
    text = text_of(rng)
    events, dates, entities = [], [], []
    for number in range(rng.randrange(4)):
        kind = rng.choice(["LIST_ADD", "LIST_ADD", "SANCTION_IMPOSE", "MEET", "LETTER"])
        edtf = rng.choice([None, "2019", "2019-05", "2019-05-16", "2020-01"])
        roles = []
        for role in ("target", "agent"):
            for party in rng.sample(PARTIES, rng.choice([0, 1, 1, 1, 2])):
                roles.append(Role(role, 0, 5, text[:5], (0, 5), party))
                entities.append(Entity(0, 5, text[:5], "GPE", "name", party))
        if edtf:
            dates.append(Date(6, 11, text[6:11], "DATE", edtf, edtf, None, None, "year", "explicit"))
        events.append(Event(
            f"{name}-{number}", kind, (Span(0, 5),), tuple(roles), EventTime(edtf, len(dates) - 1) if edtf else None,
            rng.choice(["asserted", "asserted", "requested"]), rng.choice(["positive", "positive", "negative"]), "completed",
            Attribution(), Quote(0, 5, text[:5]), 0.9, "x",
        ))  # fmt: skip
    return Record(
        name, rng.choice(["de", "en"]), 1.0, text, dates=tuple(dates), entities=tuple(entities), events=tuple(events),
    )


def item(number: int, seed: int) -> store.Item:
    return store.Item(f"{number}.txt", 0, None, f"{seed}", (record(f"d{number}", seed),), ())


def joined(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with store.reading(path) as connection:
        return {
            table: connection.execute(f"SELECT {columns} FROM {table} ORDER BY ALL").fetchall()
            for table, columns in JOINED.items()
        }


def published(path: Path, shards: list[list[store.Item]], walked: dict[str, int] | None = None) -> None:
    store.publish(path, shards, walked=walked or {}, run=RUN)


@pytest.mark.parametrize("seed", range(6))
def test_piece_by_piece_is_all_at_once(seed, tmp_path, monkeypatch) -> None:
    """Documents come, are replaced by others of their name, and go; also where buckets are too full to compare all."""
    monkeypatch.setattr(duplicates, "_NEIGHBOURS", 1 + 19 * (seed % 2))
    rng = random.Random(seed)
    step, whole = tmp_path / "step.duckdb", tmp_path / "whole.duckdb"
    last: dict[int, int] = {}
    for _ in range(4):
        shard = {rng.randrange(14): rng.randrange(10**6) for _ in range(rng.randrange(1, 8))}
        last |= shard
        published(step, [[item(number, one) for number, one in shard.items()]])
    removed = set(rng.sample(range(14), 4))
    published(step, [], {f"{number}.txt": 0 for number in removed})
    left = [item(number, one) for number, one in last.items() if number not in removed]
    rng.shuffle(left)
    published(whole, [left])
    assert joined(step) == joined(whole)
    assert joined(step)["events"]


def test_people_read_the_name_that_a_pronoun_stands_for(tmp_path) -> None:
    text = "Nokia said it would acquire Infinera."
    name, pronoun = Entity(0, 5, "Nokia", "ORG", "name", "Q1"), Role("agent", 11, 13, "it", (11, 13), "Q1")
    event = Event(
        "e", "OWNERSHIP_CHANGE", (Span(20, 27),), (pronoun,), None, "intended", "positive", "not_started", Attribution(),
        Quote(0, 37, text), 0.9, "x",
    )  # fmt: skip
    one = Record("d", "en", 1.0, text, entities=(name,), events=(event,))
    published(tmp_path / "s.duckdb", [[store.Item("1.txt", 0, None, "1", (one,), ())]])
    with store.reading(tmp_path / "s.duckdb") as connection:
        assert connection.execute("SELECT agent FROM events").fetchall() == [("Nokia",)]
        assert connection.execute("SELECT agent, agent_id FROM event_mentions").fetchall() == [("it", "Q1")]


def test_another_version_merges_all_anew(tmp_path, monkeypatch) -> None:
    path = tmp_path / "events.duckdb"
    published(path, [[item(number, number) for number in range(12)]])
    before = joined(path)
    assert len(before["events"]) > 5
    monkeypatch.setattr("depesche.store.joining.__version__", "next")
    published(path, [])
    assert joined(path) == before
    with store.reading(path) as connection:
        assert connection.execute("SELECT version FROM merged_by").fetchall() == [("next",)]


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 12))
def test_whoever_may_be_a_copy_is_found(seed, count) -> None:
    rng = random.Random(seed)
    signatures = {f"d{i}": duplicates.signature(text_of(rng)) for i in range(count)} | {"x": duplicates.signature("kurz")}
    for doc_id, one in signatures.items():
        near = duplicates.Likely([one]).among(list(signatures.items()))
        copies = {a for a, b in signatures.items() if len(set(duplicates.groups({doc_id: one, a: b}).values())) == 1}
        assert near >= copies
