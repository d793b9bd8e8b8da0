"""Events that aligned sentences tell otherwise: asked for here and done there, denied, only tried, on another's word,
or with the parts exchanged.

Only events of which each side tells one of a type, in words that translate each other, are set against each other, and
only differences that no translation makes: what is asked for may be planned, what goes on may be over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from depesche.compare import claims
from depesche.compare.records import Finding, Note, Place
from depesche.compare.side import Side, finding
from depesche.entities import by_name
from depesche.entities.alike import root
from depesche.records import Event, Role
from depesche.resources import load

SURE = 0.8  # confidence of an event
TRANSLATED = 0.5  # likeness of the words that two events are told with, where they do not befall the same one
GROUPS = frozenset({"measures", "policy", "activity"})  # what is said, felt or the case is put in too many ways
_OPEN = frozenset({"requested", "proposed", "intended", "feared"})
_DONE = frozenset({"completed", "ongoing"})
_ACTED_UPON = ("target", "object", "beneficiary", "addressee")
_TRIED = frozenset({"attempted", "failed"})


def find(ours: Side, theirs: Side) -> Iterator[Finding]:
    first, second = _told(ours), _told(theirs)
    for event_type in sorted(first.keys() & second.keys()):
        if len(first[event_type]) == len(second[event_type]) == 1:
            (a,), (b,) = first[event_type], second[event_type]
            if _ids(a, "target") & _ids(b, "target") or _alike(a, ours, b, theirs) >= TRANSLATED:
                yield from _differences(a, ours, b, theirs)


def _told(side: Side) -> dict[str, list[Event]]:
    types = load("events")
    found: dict[str, list[Event]] = defaultdict(list)
    for event in side.text.record.events:
        start = event.trigger[0].start
        if side.start <= start < side.end and types[event.event_type]["group"] in GROUPS:
            found[event.event_type].append(event)
    return found


def _alike(a: Event, ours: Side, b: Event, theirs: Side) -> float:
    first, second = _meaning(a, ours), _meaning(b, theirs)
    return float(first @ second / max(float(np.linalg.norm(first) * np.linalg.norm(second)), 1e-9))


def _meaning(event: Event, side: Side) -> NDArray[np.float32]:
    words = [i for span in event.trigger for i in side.text.words_within(span.start, span.end)]
    total: NDArray[np.float32] = side.text.meanings[words].sum(0)
    return total


def _differences(a: Event, ours: Side, b: Event, theirs: Side) -> Iterator[Finding]:
    if min(a.confidence, b.confidence) < SURE:
        return
    places = _place(ours, a), _place(theirs, b)
    if {"asserted"} < {a.modality, b.modality} and {a.modality, b.modality} & _OPEN and not _soon(a, b):
        yield _finding("event_modality", places, (a.modality, b.modality))
    elif a.modality == b.modality and a.polarity != b.polarity:
        yield _finding("event_polarity", places, (a.polarity, b.polarity))
    elif {a.status, b.status} & _DONE and {a.status, b.status} & _TRIED:
        yield _finding("event_status", places, (a.status, b.status))
    elif _exchanged(a, b):
        yield _finding("event_parts", places, (_parties(a), _parties(b)))
    elif _lost_source(a, b, theirs) or _lost_source(b, a, ours):
        yield _finding("event_source", places, (a.attribution.kind, b.attribution.kind))


def _soon(a: Event, b: Event) -> bool:
    """Whether a present may stand for what the other language puts in the future: er kommt, he will come."""
    told, planned = (a, b) if a.modality == "asserted" else (b, a)
    return told.status == "ongoing" and planned.modality == "intended"


def _lost_source(told: Event, other: Event, there: Side) -> bool:
    """Whether one is on somebody's word and the other, in whatever words, on the author's."""
    return _on_others_word(told) and other.attribution.kind == "author" and not claims.may_say(there)


def _finding(note: Note, places: tuple[Place, Place], values: tuple[str, str]) -> Finding:
    return finding("claim", *places, note, "high", 0.7, values)


def _place(side: Side, event: Event) -> Place:
    start, end = event.trigger[0].start, event.trigger[0].end
    return Place(start, end, side.text.record.text[start:end], side.text.sentence_at(start))


def _on_others_word(event: Event) -> bool:
    told = event.attribution
    return told.kind not in ("author", "headline") and told.source is not None and told.cue is not None


def _ids(event: Event, *names: str) -> frozenset[str]:
    """Of those who fill some roles, as far as they would have them in the other language, too."""
    return frozenset(found for role in event.roles if role.role in names and (found := _known(role)))


def _known(role: Role) -> str | None:
    known = root(role.entity_id)
    return None if known is None or by_name(known) else known


def _exchanged(a: Event, b: Event) -> bool:
    """Whether who acts in one is acted upon in the other, and the reverse."""
    (agent, target), (actor, aim) = ((_ids(e, "agent"), _ids(e, *_ACTED_UPON)) for e in (a, b))
    return bool(agent & aim and target & actor and not agent & actor)


def _parties(event: Event) -> str:
    agent, target = ("+".join(sorted(some)) or "?" for some in (_ids(event, "agent"), _ids(event, *_ACTED_UPON)))
    return f"{agent} → {target}"
