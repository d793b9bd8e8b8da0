"""What Label Studio's results mark: regions of the text, what they carry, and how relations make events of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from depesche.errors import DepescheError
from depesche.records import Date, Event
from depesche.store.exports.labelstudio import CHOICES, CUE, FIELDS, PART, SOURCE, marks, shown

Pair = tuple[int, int]


class TaskError(DepescheError):
    """A task cannot be taken; the message says why. The others are."""


@dataclass(slots=True)
class Region:
    start: int
    end: int
    marks: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    @property
    def span(self) -> Pair:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Regions:
    text: str
    by_id: dict[str, Region]
    joined: dict[str, set[str]]

    @classmethod
    def read(cls, marks: Sequence[Mapping[str, Any]], text: str) -> Self:
        """:raises TaskError: a region is not in the text, or has a mark or value that is not known."""
        seen = shown(text)
        by_id: dict[str, Region] = {}
        joined: dict[str, set[str]] = {}
        for result in marks:
            if result["type"] == "labels":
                region = _placed(result, seen)
                mine = by_id.setdefault(str(result["id"]), region)
                mine.marks |= region.marks
        for result in marks:
            if result["type"] == "relation":
                ends = str(result["from_id"]), str(result["to_id"])
                for one, other in (ends, ends[::-1]):
                    joined.setdefault(one, set()).add(other)
            elif result["type"] != "labels" and str(result.get("id")) in by_id:
                name, content = result["from_name"], _content(result)
                if name in CHOICES and content not in CHOICES[name][1]:
                    raise TaskError(f"{name} is {content!r}; there are {', '.join(CHOICES[name][1])}")
                if (name in CHOICES or name in FIELDS) and content:
                    by_id[str(result["id"])].values[name] = content
        return cls(text, by_id, joined)

    def of(self, tag: str) -> Iterator[tuple[str, Region, str]]:
        """Regions with a mark of this kind, in reading order: id, region, mark."""
        for name, region in sorted(self.by_id.items(), key=lambda item: (item[1].span, item[0])):
            if tag in region.marks:
                yield name, region, region.marks[tag]

    def quoted(self, region: Region) -> str:
        return f"“{self.text[region.start : region.end]}” ({region.start}-{region.end})"


def _placed(result: Mapping[str, Any], seen: str) -> Region:
    tag, value = result["from_name"], result["value"]
    start, end, words = value.get("start"), value.get("end"), value.get("text")
    if tag not in marks() or len(value["labels"]) != 1 or value["labels"][0] not in marks()[tag]:
        raise TaskError(f"{words!r} is marked as {tag} {' and '.join(value['labels'])}, which is not known")
    if not isinstance(start, int) or not isinstance(end, int) or not isinstance(words, str):
        raise TaskError(f"a region marked {value['labels'][0]} has no place or no words")
    if not 0 <= start < end <= len(seen) or "".join(seen[start:end].split()) != "".join(shown(words).split()):
        there = seen[max(start, 0) : end] if start < end else ""
        raise TaskError(f"{words!r} does not stand at {start}-{end}, where the text has {there!r}")
    bare = seen[start:end].strip()
    if not bare:
        raise TaskError(f"a region marked {value['labels'][0]} at {start}-{end} holds no words")
    start += len(seen[start:end]) - len(seen[start:end].lstrip())
    return Region(start, start + len(bare), {tag: value["labels"][0]})


def _content(result: Mapping[str, Any]) -> str:
    found = result["value"].get("choices") or result["value"].get("text") or ""
    return str(found[-1] if isinstance(found, list) and found else found or "").strip()


@dataclass(frozen=True, slots=True)
class Marked:
    """An event as far as marks can tell it."""

    event_type: str
    trigger: tuple[Pair, ...]
    roles: frozenset[tuple[str, int, int]]
    time: Pair | None
    modality: str
    polarity: str
    status: str
    attribution: str
    source: Pair | None
    cue: Pair | None

    @classmethod
    def of(cls, event: Event, dates: Sequence[Date]) -> Self:
        said, spans = event.attribution, [(s.start, s.end) for s in event.trigger]
        source, cue = ((span.start, span.end) if span else None for span in (said.source, said.cue))
        when = dates[event.time.date] if event.time else None
        return cls(
            event.event_type, (spans[0], *sorted(spans[1:])),
            frozenset((r.role, r.start, r.end) for r in event.roles), (when.start, when.end) if when else None,
            event.modality, event.polarity, event.status, said.kind, source, cue,
        )  # fmt: skip

    @classmethod
    def read(cls, name: str, region: Region, regions: Regions) -> Self:
        """:raises TaskError: it is joined to what is no part of an event, or to two of a kind."""
        spans: dict[str, list[Pair]] = {PART: [region.span], SOURCE: [], CUE: [], "date": []}
        roles = set()
        for other in regions.joined.get(name, ()):
            found = regions.by_id.get(other)
            if found is None:
                continue
            role = found.marks.get("role")
            if "date" in found.marks:
                spans["date"].append(found.span)
            if role in spans:
                spans[role].append(found.span)
            elif role:
                roles.add((role, *found.span))
            if role is None and "date" not in found.marks:
                raise TaskError(
                    f"the trigger {regions.quoted(region)} is joined to {regions.quoted(found)}, which is neither a "
                    "role nor a date"
                )
        for kind in (SOURCE, CUE, "date"):
            if len(spans[kind]) > 1:
                raise TaskError(f"the trigger {regions.quoted(region)} is joined to more than one {kind}")
        first = {kind: next(iter(spans[kind]), None) for kind in (SOURCE, CUE, "date")}
        chosen = {key: region.values.get(key, default) for key, (tag, _, default) in CHOICES.items() if tag == "event"}
        return cls(
            region.marks["event"], (region.span, *sorted(spans[PART][1:])), frozenset(roles), first["date"],
            chosen["modality"], chosen["polarity"], chosen["status"], chosen["attribution"], first[SOURCE], first[CUE],
        )  # fmt: skip
