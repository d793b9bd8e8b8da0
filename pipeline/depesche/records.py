"""The records that travel between the rooms, and the JSON object that one document becomes.

Offsets are Unicode code points into the raw text, end exclusive, and ``text[start:end]`` equals the quoted text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, Self

Basis = Literal["metadata", "header", "inferred", "user", "unknown"]
Kind = Literal["name", "nominal", "pronoun"]
Label = Literal[
    "PERSON", "ORG", "GPE", "LOC", "NORP", "LAW", "LIST", "PRODUCT", "EVENT", "FACILITY", "MISC",
]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal["day", "week", "month", "quarter", "season", "year", "decade", "interval", "vague"]
DateBasis = Literal["explicit", "implied_year", "relative_dct", "anaphoric", "document_date", "inferred"]
Modality = Literal["asserted", "intended", "proposed", "requested", "possible", "conditional", "feared"]
Polarity = Literal["positive", "negative"]
Status = Literal["completed", "ongoing", "attempted", "failed", "offered", "not_started", "unknown"]
AttributionKind = Literal[
    "author", "direct_quote", "direct_quote_partial", "direct_quote_unmarked", "indirect_speech", "document",
    "anonymous_source", "headline",
]


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published (its document creation time).

    :param edtf: EDTF date or interval, or None when nothing is known. Never the day of the run.
    :param basis: where the value comes from.
    """

    edtf: str | None = None
    basis: Basis = "unknown"


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read, before anything is known about it.

    :param text: the raw text, exactly as decoded.
    :param lang: what the source says (``de``, ``en``), or None: then it is detected.
    :param source: where the text says it comes from (a URL, a feed), not the file it was read from.
    :param meta: what only some formats know: sender, recipients, subject, author, site, attachments, encoding,
        encoding_basis, flags. Values are strings or lists of strings.
    """

    doc_id: str
    text: str
    lang: str | None = None
    title: str | None = None
    source: str | None = None
    published: Published = field(default_factory=Published)
    meta: Mapping[str, str | list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text in one language.

    :param kind: the unit that was looked at; a quotation lies inside a sentence.
    :param method: how the language was found, ``inherited`` when the stretch was too short to tell.
    """

    start: int
    end: int
    lang: str
    score: float
    kind: Literal["paragraph", "sentence", "quotation"]
    method: str


@dataclass(frozen=True, slots=True)
class Entity:
    start: int
    end: int
    text: str
    label: Label
    kind: Kind
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A temporal expression.

    :param timex: TIMEX3 value (``2019-05``, ``P18M``, ``PAST_REF``), or None where the words give none.
    :param edtf: EDTF of the place on the calendar, or None when it stays open.
    :param date_start: first day, ISO, or None. :param date_end: last day, ISO, or None.
    """

    start: int
    end: int
    text: str
    type: DateType
    timex: str | None
    edtf: str | None
    date_start: str | None
    date_end: str | None
    precision: Precision
    basis: DateBasis


ROLES = (
    "agent", "co_agent", "leader", "target", "addressee", "beneficiary", "object", "instrument", "content", "topic",
    "reason", "place", "venue", "amount", "intensity", "jurisdiction",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """A role filler: ``head`` is the name or head noun inside the span. :param role: one of :data:`ROLES`."""

    role: str
    start: int
    end: int
    text: str
    head: tuple[int, int]
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class EventTime:
    """:param date: index into the record's dates."""

    edtf: str | None
    date: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """On whose word. ``source`` and ``cue`` are spans; ``n_anonymous_sources`` counts unnamed people."""

    kind: AttributionKind = "author"
    source: Span | None = None
    source_id: str | None = None
    cue: Span | None = None
    n_anonymous_sources: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of an event or claim in one document."""

    event_id: str
    event_type: str
    trigger: tuple[Span, ...]
    roles: tuple[Role, ...]
    time: EventTime | None
    modality: Modality
    polarity: Polarity
    status: Status
    attribution: Attribution
    quote: Quote
    confidence: float
    rule: str
    subtype: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One document with everything found in it: the JSON line of ``depesche annotate``."""

    doc_id: str
    lang: str
    lang_score: float
    text: str
    title: str | None = None
    source: str | None = None
    published: Published = field(default_factory=Published)
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    dates: tuple[Date, ...] = ()
    events: tuple[Event, ...] = ()
    segments: tuple[Segment, ...] = ()
    meta: Mapping[str, str | list[str]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """A dict in the key order of the format, ready for ``json.dumps``."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Read back what :meth:`to_json` wrote.

        :raises KeyError: when a key of the format is missing.
        """
        values = dict(data)
        values["published"] = Published(**data["published"])
        values["sentences"] = tuple(Span(**s) for s in data["sentences"])
        values["entities"] = tuple(Entity(**e) for e in data["entities"])
        values["dates"] = tuple(Date(**d) for d in data["dates"])
        values["events"] = tuple(_event(e) for e in data["events"])
        values["segments"] = tuple(Segment(**s) for s in data.get("segments", ()))
        return cls(**values)


def _event(data: Mapping[str, Any]) -> Event:
    attribution = dict(data["attribution"])
    for name in ("source", "cue"):
        attribution[name] = Span(**attribution[name]) if attribution[name] else None
    values = dict(data)
    values["trigger"] = tuple(Span(**s) for s in data["trigger"])
    values["roles"] = tuple(Role(**{**r, "head": tuple(r["head"])}) for r in data["roles"])
    values["time"] = EventTime(**data["time"]) if data["time"] else None
    values["attribution"] = Attribution(**attribution)
    values["quote"] = Quote(**data["quote"])
    values["flags"] = tuple(data["flags"])
    return Event(**values)


def stable_id(*parts: object) -> str:
    """Twelve hex digits that depend on nothing but ``parts``."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:12]
