"""Figures of events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from depesche.evaluate.common import Lines, Pair, f1, greedy, shared
from depesche.resources import load

HARMLESS = frozenset({"EVADE_VIOLATE", "COUNTERMEASURE"})  # of the group of measures, what puts nobody under one
NEAR = 120  # characters between triggers of one event that two annotators anchored on different words


@dataclass(frozen=True, slots=True)
class _Filler:
    role: str
    span: Pair
    head: Pair

    def found_by(self, other: _Filler) -> bool:
        """Whether a predicted filler covers the head, or lies inside the span and touches the head."""
        if self.role != other.role:
            return False
        covers = other.span[0] <= self.head[0] and self.head[1] <= other.span[1]
        inside = self.span[0] <= other.span[0] and other.span[1] <= self.span[1]
        return covers or (inside and shared(other.span, self.head) > 0)


@dataclass(frozen=True, slots=True)
class _Event:
    type: str
    types: frozenset[str]
    optional: bool
    triggers: tuple[Pair, ...]
    fillers: tuple[_Filler, ...]
    edtf: str | None
    modality: str
    polarity: str

    @property
    def firm(self) -> bool:
        """Said to be so: a row that an analyst takes for a fact."""
        return self.modality == "asserted" and self.polarity == "positive"

    @classmethod
    def of(cls, data: Mapping[str, Any], text: str, roles: frozenset[str] | None = None) -> _Event:
        name = data.get("event_type") or data["type"]
        fillers = (
            _Filler(role["role"], (role["start"], role["end"]), _head(role, text))
            for role in data.get("roles") or ()
            if role.get("start") is not None
        )
        return cls(
            type=name,
            types=frozenset((name, *data.get("alt_types", ()))),
            optional=bool(data.get("optional")),
            triggers=(*_spans(data.get("trigger")), *_spans(data.get("trigger_alts"))),
            fillers=tuple(filler for filler in fillers if roles is None or filler.role in roles),
            edtf=(data.get("time") or data.get("date") or {}).get("edtf"),
            modality=data.get("modality") or "asserted",
            polarity=data.get("polarity") or "positive",
        )


def events(gold: Lines, pred: Lines) -> dict[str, Any]:
    """Figures of event extraction for ``all``, each ``lang:`` and each ``type:``.

    - ``event``: precision, recall, F1 of events. Two match when the type is equal (or among ``alt_types``) and triggers
      overlap; what is left over when triggers lie within :data:`NEAR` characters and a filler of the same role matches.
      Optional gold events are neither demanded nor held against anybody.
    - ``roles``: the same of fillers, over all events: a missed event loses its roles.
    - ``time``: among matched events with a gold value, the share with the same EDTF; ``time_invented`` counts values
      given where gold has none.
    - ``modality``, ``polarity``: accuracy over matched events.
    - ``unsafe``: predicted asserted, positive measures that no asserted, positive gold event backs.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for doc_id, line in gold.items():
        text = line.get("text", "")
        types, roles = (
            frozenset(line[name]) if line.get(name) else None for name in ("annotated_types", "annotated_roles")
        )
        golds = [_Event.of(event, text) for event in line["events"]]
        preds = [_Event.of(event, text, roles) for event in pred.get(doc_id, {}).get("events", ())]
        preds = [event for event in preds if types is None or event.type in types]
        for event_type, tally in _document_events(golds, preds):
            for group in ("all", f"lang:{line.get('lang', '?')}", f"type:{event_type}"):
                counts[group].update(tally)
    return {group: _event_figures(tally) for group, tally in sorted(counts.items())}


@cache
def _measures() -> frozenset[str]:
    """The types that put somebody under a measure: a false row of these harms."""
    return frozenset(code for code, entry in load("events").items() if entry["group"] == "measures") - HARMLESS


def _document_events(golds: Sequence[_Event], preds: Sequence[_Event]) -> Iterator[tuple[str, dict[str, int]]]:
    pairs = _match_events(golds, preds)
    partner = {p: golds[g] for g, p in pairs.items()}
    for g, event in enumerate(golds):
        if not event.optional:
            yield event.type, _gold_event(event, preds[pairs[g]] if g in pairs else None)
    for p, event in enumerate(preds):
        if p not in partner:
            yield event.type, {"pred": 1, "role_pred": len(event.fillers)}
        backed = p in partner and partner[p].firm
        if event.type in _measures() and event.firm and not backed:
            yield event.type, {"unsafe": 1}


def _gold_event(event: _Event, found: _Event | None) -> dict[str, int]:
    tally = {"gold": 1, "role_gold": len(event.fillers)}
    if found is None:
        return tally
    free = list(found.fillers)
    hits = 0
    for filler in event.fillers:
        hit = next((index for index, other in enumerate(free) if filler.found_by(other)), None)
        if hit is not None:
            del free[hit]
            hits += 1
    tally |= {"tp": 1, "pred": 1, "role_tp": hits, "role_pred": len(found.fillers)}
    if event.edtf:
        tally |= {"time_n": 1, "time_ok": int(found.edtf == event.edtf)}
    elif found.edtf:
        tally["time_invented"] = 1
    for name in ("modality", "polarity"):
        tally |= {f"{name}_n": 1, f"{name}_ok": int(getattr(found, name) == getattr(event, name))}
    return tally


def _match_events(golds: Sequence[_Event], preds: Sequence[_Event]) -> dict[int, int]:
    """Gold index -> prediction index, one to one, greedily: required events, then overlap, roles, length of overlap."""
    candidates = []
    for g, gold in enumerate(golds):
        for p, pred in enumerate(preds):
            if pred.type not in gold.types:
                continue
            overlap = max((shared(a, b) for a in gold.triggers for b in pred.triggers), default=0)
            roles = sum(any(a.found_by(b) for b in pred.fillers) for a in gold.fillers)
            close = any(abs(a[0] - b[0]) <= NEAR for a in gold.triggers for b in pred.triggers)
            if overlap or (roles and close):
                candidates.append((gold.optional, not overlap, -roles, -overlap, g, p))
    return greedy(((g, p) for *_, g, p in sorted(candidates)))


def _event_figures(tally: Counter[str]) -> dict[str, Any]:
    figures: dict[str, Any] = {
        "event": f1(tally["tp"], tally["pred"], tally["gold"]),
        "roles": f1(tally["role_tp"], tally["role_pred"], tally["role_gold"]),
        "unsafe": tally["unsafe"],
    }
    for name in ("time", "modality", "polarity"):
        if tally[f"{name}_n"]:
            figures[name] = round(tally[f"{name}_ok"] / tally[f"{name}_n"], 4)
    return figures | {"time_n": tally["time_n"], "time_invented": tally["time_invented"]}


def _spans(value: Mapping[str, int] | Sequence[Mapping[str, int]] | None) -> list[Pair]:
    spans = [value] if isinstance(value, Mapping) else value or []
    return [(span["start"], span["end"]) for span in spans]


def _head(role: Mapping[str, Any], text: str) -> Pair:
    """The head's offsets; a head given as a word is looked up in the span, without one the span is its own head."""
    head = role.get("head")
    if isinstance(head, str) and text and (at := text.find(head, role["start"], role["end"])) >= 0:
        return at, at + len(head)
    if isinstance(head, Sequence) and not isinstance(head, str):
        return head[0], head[1]
    return role["start"], role["end"]
