"""Figures of named entities, in records and in the token and text sets of others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from depesche.evaluate.common import Line, Lines, Pair, f1, touch

_SET_LABELS = {
    name: target
    for target, names in {
        "PERSON": "PER person politician scientist writer musicalartist researcher RR Person",
        "ORG": "ORG org organization organisation organization-company politicalparty university band UN INN GRT "
        "Organization",
        "LOC": "LOC place location location-city location-street location-stop location-route country LD ST STR LDS "
        "Location",
    }.items()
    for name in names.split()
}
_SET_PREDICTED = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FACILITY": "LOC"}
_RECORD_FOLDS = {"GPE": "LOC", "LIST": "LAW"}
_NAMED = ("name", "compound_part")
_GLUED_LEFT = frozenset(".,;:!?%)]}’'\"“»…") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "’s"}
_GLUED_RIGHT = frozenset("([{„«$€£#")


def entities(gold: Lines, pred: Lines) -> dict[str, Any]:
    """Precision, recall, F1 of names (and compound parts) with the same span and label: ``all``, ``lang:``, ``label:``.

    GPE counts as LOC and LIST as LAW. Labels that the gold file never uses are left out of the predictions.
    """
    golds = {doc_id: _names(line) for doc_id, line in gold.items()}
    used = {label for names in golds.values() for *_, label in names}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for doc_id, line in gold.items():
        found = {name for name in _names(pred.get(doc_id, {})) if name[2] in used}
        for kind, names in (("tp", golds[doc_id] & found), ("pred", found), ("gold", golds[doc_id])):
            for *_, label in names:
                for group in ("all", f"lang:{line.get('lang', '?')}", f"label:{label}"):
                    counts[group][kind] += 1
    return {group: f1(tally["tp"], tally["pred"], tally["gold"]) for group, tally in sorted(counts.items())}


def _names(line: Line) -> set[tuple[int, int, str]]:
    return {
        (e["start"], e["end"], _RECORD_FOLDS.get(e["label"], e["label"]))
        for e in line.get("entities", ())
        if e.get("kind", "name") in _NAMED
    }


@dataclass(frozen=True, slots=True)
class Surface:
    """An entity set's line as text, the spans of its tokens, and its entities in the set's own labels."""

    text: str
    tokens: list[Pair]
    entities: list[tuple[int, int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, line: Line) -> Surface:
        if "tokens" not in line:
            spans = [found.span() for found in re.finditer(r"\w+|[^\w\s]", line["text"])]
            return cls(
                line["text"], spans, [(e["start"], e["end"], e.get("label") or e.get("type")) for e in line["entities"]]
            )
        text, spans, glued = "", [], True
        for token in line["tokens"]:
            text += "" if glued or token in _GLUED_LEFT else " "
            spans.append((len(text), len(text) + len(token)))
            text += token
            glued = token in _GLUED_RIGHT
        return cls(text, spans, list(_bio(line["tags"], spans)))

    def widened(self, start: int, end: int) -> Pair:
        """The tokens that a span touches, so that tokenisers may differ."""
        touched = [token for token in self.tokens if token[0] < end and start < token[1]]
        return (touched[0][0], touched[-1][1]) if touched else (start, end)


def _bio(tags: Sequence[str], spans: Sequence[Pair]) -> Iterator[tuple[int, int, str]]:
    start: int | None = None
    for index, tag in enumerate((*tags, "O")):
        if start is not None and tag != "I-" + tags[start][2:]:
            yield spans[start][0], spans[index - 1][1], tags[start][2:]
            start = None
        if tag.startswith("B-"):
            start = index


def entity_set(gold: Lines, pred: Lines) -> dict[str, Any]:
    """Precision, recall, F1 of names for PERSON, ORG, LOC and ``all``, spans widened to the set's tokens.

    GPE and FACILITY count as LOC. Gold of other labels is neither demanded nor held against a prediction touching it.
    """
    counts: dict[str, Counter[str]] = {label: Counter() for label in ("PERSON", "ORG", "LOC")}
    for doc_id, line in gold.items():
        surface = Surface.of(line)
        golds = {(start, end, _SET_LABELS[label]) for start, end, label in surface.entities if label in _SET_LABELS}
        other = [(start, end) for start, end, label in surface.entities if label not in _SET_LABELS]
        found = set()
        for entity in pred.get(doc_id, {}).get("entities", ()):
            label = _SET_PREDICTED.get(entity["label"])
            if label and entity.get("kind", "name") == "name":
                span = surface.widened(entity["start"], entity["end"])
                if (*span, label) in golds or not any(touch(span, ignored) for ignored in other):
                    found.add((*span, label))
        for kind, names in (("tp", golds & found), ("pred", found), ("gold", golds)):
            for *_, label in names:
                counts[label][kind] += 1
    figures: dict[str, Any] = {label: f1(tally["tp"], tally["pred"], tally["gold"]) for label, tally in counts.items()}
    total = sum(counts.values(), Counter[str]())
    figures["all"] = f1(total["tp"], total["pred"], total["gold"])
    return figures | {"records": len(gold), "without_prediction": sum(doc_id not in pred for doc_id in gold)}
