"""Stores for the tests of the report, written as a run writes them: many rows, and what would break a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from depesche import store
from depesche.dates import edtf_bounds
from depesche.ingest import Failure
from depesche.records import (
    Attribution,
    Date,
    Entity,
    Event,
    EventTime,
    Published,
    Quote,
    Record,
    Role,
    Span,
    stable_id,
)

RUN = {
    "run_id": "test", "started_at": "2026-01-01 00:00:00", "finished_at": "2026-01-01 00:00:01", "version": "0.1.0",
    "model_version": "by hand", "arguments": "{}",
}
HURT = "window.hurt=1"
ATTACKS = [
    f"<script>{HURT}</script>",
    f"</script><script>{HURT}</script>",
    f"<!--<script>{HURT}",
    f'"><img src=x onerror={HURT}>',
    f"' onmouseover='{HURT}",
    f"javascript:{HURT}",
    f"{{{{constructor.constructor('{HURT}')()}}}}",
    f"</title></textarea></style><svg onload={HURT}>",
    f"a\u2028{HURT}//\u2029b",
    f"\\u003cscript\\u003e{HURT}\\u003c/script\\u003e",
    f"${{{HURT}}}`",
    f"<iframe srcdoc='<script>parent.{HURT}</script>'>",
    f"]]><a href=javascript:{HURT}>x</a>",
    "\u202etxet desrever\u202c $& $1 {n} {x}",
]

TRUTHS = [
    ("asserted", "positive", "completed"), ("asserted", "positive", "ongoing"), ("asserted", "positive", "attempted"),
    ("asserted", "positive", "failed"), ("requested", "positive", "not_started"),
    ("proposed", "positive", "not_started"), ("asserted", "negative", "completed"),
    ("requested", "negative", "not_started"), ("feared", "positive", "not_started"),
    ("intended", "positive", "not_started"), ("asserted", "positive", "offered"),
]
TIMES: list[tuple[str, str | None, str]] = [
    ("on 22 June 2023", "2023-06-22", "day"), ("in May 2019", "2019-05", "month"), ("in 2021", "2021", "year"),
    ("in the second quarter of 2020", "2020-34", "quarter"), ("from March to May 2018", "2018-03/2018-05", "interval"),
    ("since December 2021", "2021-12/..", "interval"), ("on 25 April", "XXXX-04-25", "day"),
    ("recently", None, "vague"), ("around 2017", "2017~", "year"),
]


def sentence(
    number: int, agent: str, target: str, kind: str, verb: str, when: tuple[str, str | None, str] | None,
    truth: tuple[str, str, str], at: int, *, source: str | None = None, ids: tuple[str | None, str | None] = (None, None),
) -> tuple[str, Event, list[Entity], Date | None]:
    """One sentence that starts at ``at``, and the event, names and date in it."""
    text, spans = "", {}
    for name, words in (
        ("source", source), ("agent", agent), ("verb", verb), ("target", target), ("time", when[0] if when else None),
    ):
        if words is not None:
            text += " " if text else ""
            spans[name] = (at + len(text), at + len(text) + len(words))
            text += words
    text += "."
    roles = tuple(
        Role(role, *spans[role], words, spans[role], entity_id)
        for role, words, entity_id in (("agent", agent, ids[0]), ("target", target, ids[1]))
    )
    date = None
    if when:
        first, last = edtf_bounds(when[1]) if when[1] else (None, None)
        date = Date(*spans["time"], when[0], "DATE", when[1], when[1], first, last, when[2], "explicit")  # type: ignore[arg-type]
    said = Attribution("document", Span(*spans["source"])) if source else Attribution()
    event = Event(
        stable_id("m", number, text, at), kind, (Span(*spans["verb"]),), roles, EventTime(when[1], 0) if when else None,
        *truth, said, Quote(at, at + len(text), text), 0.5 + number % 50 / 100, "by.hand",  # type: ignore[arg-type]
    )
    entities = [Entity(*spans[r.role], r.text, "ORG", "name", r.entity_id) for r in roles]
    return text, event, entities, date


def document(doc_id: str, sentences: Iterable[dict[str, Any]], **more: Any) -> Record:
    """A record of sentences as :func:`sentence` makes them."""
    text, events, entities, dates = more.pop("head", ""), [], [], []
    for number, each in enumerate(sentences):
        words, event, names, date = sentence(number, at=len(text), **each)
        if date:
            event = replace(event, time=EventTime(date.edtf, len(dates)))
            dates.append(date)
        text += words + "\n"
        events.append(event)
        entities.extend(names)
    return Record(doc_id, more.pop("lang", "en"), 1.0, text, entities=tuple(entities), dates=tuple(dates),
                  events=tuple(replace(e, event_id=stable_id(doc_id, e.event_id)) for e in events), **more)


def write(path: Path, records: Sequence[Record], failures: Sequence[Failure] = ()) -> Path:
    """A store with these documents."""
    items = [store.Item("made.jsonl", number, None, "x", (record,), ()) for number, record in enumerate(records)]
    items += [store.Item(each.path, each.ordinal, each.member, "x", (), (each,)) for each in failures]
    store.publish(path, [items], walked={}, run=RUN)
    return path


def many(count: int, each: int = 20, padding: int = 0) -> list[Record]:
    """Documents with ``count`` mentions together, ``each`` in a document, of all truths and kinds of date."""
    kinds = ["LIST_ADD", "SANCTION_IMPOSE", "WARN", "MEET", "ACCUSE", "SUPPLY", "INVESTIGATE"]
    verbs = ["listed", "sanctioned", "warned", "met", "accused", "supplied", "investigated"]
    records = []
    for start in range(0, count, each):
        told = []
        for n in range(start, min(start + each, count)):
            year, month, day = 1990 + n % 34, 1 + n * 7 % 12, 1 + n * 11 % 28
            exact = f"{year}-{month:02}-{day:02}"
            when = TIMES[n // 3 % len(TIMES)] if n % 3 == 0 else (f"on {exact}", exact, "day") if n % 3 == 1 else (
                f"in {exact[:7]}", exact[:7], "month")
            told.append({
                "agent": f"Ministry {n * 13 % 40}", "target": f"Company {n * 7 % 90} AG", "kind": kinds[n % 7],
                "verb": verbs[n % 7], "when": when, "truth": TRUTHS[n * 5 % len(TRUTHS)],
                "ids": (f"ministry-{n * 13 % 40}", f"company-{n * 7 % 90}"),
            })
        records.append(document(
            f"doc{start:06}", told, lang="de" if start // each % 2 else "en", head=f"Report {start}\n" + "x y " * padding,
            title=f"Report {start}", published=Published("2023-06-22", "metadata"),
        ))
    return records


def story() -> list[Record]:
    """One listing that two texts tell with unlike dates, one of them in a copy, and that others ask for and deny."""
    told = {"agent": "The Commerce Department", "target": "Huawei", "kind": "LIST_ADD", "verb": "listed",
            "ids": ("us-commerce-department", "Q160120")}
    month, day = ("in May 2019", "2019-05", "month"), ("on 16 May 2019", "2019-05-16", "day")
    done, ongoing = TRUTHS[0], TRUTHS[1]
    words = " ".join(f"word{n} of the text" for n in range(60))
    return [
        document("a", [told | {"when": month, "truth": ongoing}, told | {"when": month, "truth": TRUTHS[4]}]),
        document("b", [told | {"when": day, "truth": done}], lang="de", head=words),
        document("b-again", [told | {"when": day, "truth": done}], lang="de", head=words),
        document("c", [told | {"when": month, "truth": TRUTHS[6]}]),
    ]


def hostile() -> list[Record]:
    """Letters whose every part attacks the page that shows them."""
    return [
        document(
            f"{attack}{number}",
            [{"agent": attack, "target": f"{attack} 😀 {attack}", "kind": "LETTER", "verb": f"wrote{attack}",
              "when": (f"on {attack}", "2020-05", "month") if number % 2 else (attack, None, "vague"),
              "truth": TRUTHS[number % len(TRUTHS)], "source": f"{attack} said", "ids": (attack, f"{attack}-2")}],
            head=f"😀 {attack}\r\n\n", title=attack, source=attack, published=Published("2020-05-06", "header"),
            meta={"sender": attack, "recipients": [attack, attack], "place": attack},
        )
        for number, attack in enumerate(ATTACKS)
    ]


def hostile_failures() -> list[Failure]:
    return [Failure(attack, attack, number, None, attack, attack) for number, attack in enumerate(ATTACKS)]
