"""What comparing two texts gives: beads of aligned sentences, findings, events told by both, and the JSON of it all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

FindingType = Literal["date", "number", "unit", "entity", "claim"]
Operation = Literal["changed", "dropped", "added"]
Severity = Literal["high", "medium", "low"]
Relation = Literal[
    "same_event", "same_claim", "overlap", "related_not_same", "contradicts", "missing_in_target", "missing_in_source"
]
EntityRelation = Literal["entity_same", "entity_unit_of", "entity_overlap"]

Note = Literal[
    "another_date", "another_number", "another_unit", "another_name", "missing", "new", "no_counterpart", "opposite",
    "denial", "hearsay", "quote_words", "quote_to_paraphrase", "paraphrase_to_quote", "quote_speaker",
    "event_modality", "event_polarity", "event_status", "event_parts", "event_source",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences of the source and those of the target that say the same; an empty side is an omission or addition.

    :param source: indices of sentences, neighbours, ascending. :param target: likewise.
    :param score: likeness, 0 to 1; 0 where a side is empty.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a text: ``text[start:end]``, and in which sentence it begins."""

    start: int
    end: int
    text: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference between the texts.

    :param source: the words in the source; None where something was added.
    :param target: the words in the target; None where something was dropped.
    :param values: what the two places say, normalised (``2019-05-03``, ``3200000000 EUR``, ``Q160120``); None where
        nothing stands there or nothing is known.
    :param confidence: 0 to 1.
    :param note: what differs.
    """

    type: FindingType
    operation: Operation
    source: Place | None
    target: Place | None
    values: tuple[str | None, str | None]
    severity: Severity
    confidence: float
    note: Note


@dataclass(frozen=True, slots=True)
class Difference:
    """Two tellings of one event differ in a field (``time``, ``addressee``, ``modality`` …).

    :param verdict: ``agree`` ``source_less_specific`` ``target_less_specific`` ``missing_in_source``
        ``missing_in_target`` ``conflict``.
    """

    field: str
    source: str | None
    target: str | None
    verdict: str


@dataclass(frozen=True, slots=True)
class EventLink:
    """Events of the source and events of the target (ids) that belong together, or that one side alone tells."""

    relation: Relation
    source: tuple[str, ...]
    target: tuple[str, ...]
    score: float
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityLink:
    """An entity of the source and one of the target (ids) that are the same, one a unit of the other, or that overlap;
    with how each text calls them.
    """

    relation: EntityRelation
    source: str
    target: str
    source_name: str
    target_name: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts: its sentences as ``(start, end)``, its events as ``(event_id, type, start, end)``."""

    doc_id: str
    lang: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    events: tuple[tuple[str, str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """:param kind: whether the target translates the source or merely tells the same story: then there are no beads.
    :param score: the share of the text, in characters, that has a counterpart.
    """

    kind: Literal["translation", "same_story"]
    source: Side
    target: Side
    beads: tuple[Bead, ...]
    findings: tuple[Finding, ...]
    events: tuple[EventLink, ...]
    score: float
    entities: tuple[EntityLink, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def counts(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings there are of each type and operation (``date_changed``)."""
    found: dict[str, int] = {}
    for finding in findings:
        key = f"{finding.type}_{finding.operation}"
        found[key] = found.get(key, 0) + 1
    return dict(sorted(found.items()))
