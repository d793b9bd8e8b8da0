"""A comparison as one HTML file that needs nothing else: both texts side by side, what differs listed and marked."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any, Literal, get_args

from markupsafe import Markup, escape

from depesche import page
from depesche.compare.records import (
    Comparison,
    Difference,
    EventLink,
    Finding,
    FindingType,
    Operation,
    Relation,
    Severity,
    Side,
)
from depesche.resources import load

DEPTH = 6  # marks that may lie over each other in the text; a browser's parser ends at 512 elements in each other

Where = Literal["source", "target"]


def render(comparison: Comparison) -> str:
    """The report: German and English, for screen and paper, without any request to the net.

    What comes from documents is escaped; offsets that lie outside a text are moved to its ends. NUL and lone
    surrogates, which HTML cannot hold, are shown as U+FFFD.
    """
    findings = [_finding(number, finding) for number, finding in enumerate(comparison.findings, 1)]
    links = [_link(number, link, comparison) for number, link in enumerate(comparison.events, 1)]
    source = _Text.of(comparison.source, "source", _marks(comparison, links, "source"))
    target = _Text.of(comparison.target, "target", _marks(comparison, links, "target"))
    aligned = comparison.kind == "translation" and bool(comparison.beads)
    return page.render(
        "compare.html.j2",
        style=page.resource("page.css", "compare.css"),
        script=page.resource("compare.js"),
        comparison=comparison,
        score=_percent(comparison.score),
        strings=load("compare_report"),
        words=load("compare_report")["en"],
        rows=list(_rows(comparison, source, target)) if aligned else None,
        whole=None if aligned else (source.block(0, len(source.sentences)), target.block(0, len(target.sentences))),
        findings=findings,
        links=links,
        facets={
            "findings": _facets(
                findings, {"type": get_args(FindingType), "op": get_args(Operation), "severity": get_args(Severity)}
            ),
            "events": _facets(links, {"relation": get_args(Relation)}),
        },
        omitted=sum(not bead.target for bead in comparison.beads),
        added=sum(not bead.source for bead in comparison.beads),
    )


def _percent(score: float) -> int:
    return round(100 * min(max(0.0, score), 1.0))  # in this order NaN is nothing


def _facets(items: Sequence[dict[str, Any]], facets: dict[str, tuple[str, ...]]) -> dict[str, dict[str, int]]:
    """How many items there are of each value that occurs, in the order of the vocabulary."""
    found = {facet: Counter(item[facet] for item in items) for facet in facets}
    return {facet: {value: found[facet][value] for value in facets[facet] if found[facet][value]} for facet in facets}


def _finding(number: int, finding: Finding) -> dict[str, Any]:
    places = [
        {"where": where, "id": f"f{number}{where}", "text": place.text, "value": value}
        for where, place, value in zip(get_args(Where), (finding.source, finding.target), finding.values, strict=True)
        if place is not None
    ]
    return {
        "number": number, "id": f"f{number}", "type": finding.type, "op": finding.operation,
        "severity": finding.severity, "confidence": _percent(finding.confidence), "note": finding.note,
        "places": places,
    }  # fmt: skip


def _link(number: int, link: EventLink, comparison: Comparison) -> dict[str, Any]:
    return {
        "number": number, "id": f"e{number}", "relation": link.relation, "score": _percent(link.score),
        "source": _told(f"e{number}source", link.source, comparison.source),
        "target": _told(f"e{number}target", link.target, comparison.target),
        "differences": sorted(link.differences, key=_agrees),
    }  # fmt: skip


def _told(anchor: str, ids: Iterable[str], side: Side) -> list[dict[str, Any]]:
    """The events of one side of a link; one that the side does not know has nothing to link to."""
    known = {event[0]: event for event in side.events}
    told: list[dict[str, Any]] = []
    for position, event_id in enumerate(ids):
        if event_id not in known:
            told.append({"id": None, "type": event_id})
            continue
        _, kind, start, end = known[event_id]
        start, end = _within(start, end, len(side.text))
        text = side.text[start:end]
        told.append({"id": f"{anchor}{position}", "type": kind, "start": start, "end": end, "text": text})
    return told


def _agrees(difference: Difference) -> bool:
    return difference.verdict == "agree"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of text that belongs to the entry ``owner`` of a list; ``anchor`` is what the entry links to."""

    start: int
    end: int
    owner: str | None
    anchor: str | None
    label: str
    look: str


def _within(start: int, end: int, length: int) -> tuple[int, int]:
    start = min(max(start, 0), length)
    return start, min(max(end, start), length)


def _marks(comparison: Comparison, links: Sequence[dict[str, Any]], where: Where) -> list[_Mark]:
    side: Side = getattr(comparison, where)
    length = len(side.text)
    marks = []
    for number, finding in enumerate(comparison.findings, 1):
        place = finding.source if where == "source" else finding.target
        if place is not None:
            start, end = _within(place.start, place.end, length)
            look = f"{finding.type} {finding.operation}"
            marks.append(_Mark(start, end, f"f{number}", f"f{number}{where}", str(number), look))
    linked: set[str] = set()
    for number, (link, entry) in enumerate(zip(comparison.events, links, strict=True), 1):
        linked.update(link.source if where == "source" else link.target)
        for event in entry[where]:
            if event["id"] is not None:
                look = f"event {link.relation}"
                marks.append(_Mark(event["start"], event["end"], f"e{number}", event["id"], f"E{number}", look))
    for event_id, _, start, end in side.events:
        if event_id not in linked:
            marks.append(_Mark(*_within(start, end, length), None, None, "", "event"))
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


@dataclass(frozen=True, slots=True)
class _Block:
    """Neighbouring sentences of one side, with the text around them, as HTML."""

    where: Where
    lang: str
    html: Markup


@dataclass(frozen=True, slots=True)
class _Text:
    """A side whose sentences do not overlap, and the HTML of each with the text around it; last, what ends the text.

    Of what stands between two sentences, leading white space belongs to the first, all else to the second.
    """

    where: Where
    side: Side
    sentences: tuple[tuple[int, int], ...]
    html: tuple[Markup, ...]

    @classmethod
    def of(cls, side: Side, where: Where, marks: Sequence[_Mark]) -> _Text:
        text, sentences, last = side.text, [], 0
        for begin, end in side.sentences:
            start, last = _within(max(begin, last), max(end, last), len(text))
            sentences.append((start, last))
        turns = [start - len(text[end:start].lstrip()) for (_, end), (start, _) in pairwise(sentences)]
        starts, ends = [0, *turns], [*turns, len(text)]
        pen = _Pen(text, marks)
        html = [] if sentences else [pen.write(0, len(text))]
        for (start, end), first, last in zip(sentences, starts, ends, strict=False):
            html.append(pen.outside(first, start) + pen.sentence(start, end) + pen.outside(end, last))
        html.append(pen.rest())
        return cls(where, side, tuple(sentences), tuple(html))

    def block(self, first: int, last: int) -> _Block:
        """Sentences ``first`` to ``last``, exclusive; the last sentence of all comes with what follows it."""
        html = self.html[first:] if last >= len(self.sentences) else self.html[first:last]
        return _Block(self.where, self.side.lang, Markup("").join(html))

    def blank(self, number: int) -> bool:
        start, end = self.sentences[number]
        return not self.side.text[start:end].strip()

    def shows(self, run: _Run) -> bool:
        return run.last > run.first or any(self.html)


class _Pen:
    """Writes a text once from start to end, piece by piece, with its marks.

    Marks may overlap, and cross the borders of pieces: each stretch between two borders is written with all that lie
    over it. The anchor of a mark, which holds no text, stands where the mark begins.
    """

    def __init__(self, text: str, marks: Sequence[_Mark]) -> None:
        self.text = text
        self.coming = list(reversed(marks))
        self.open: list[_Mark] = []

    def outside(self, start: int, end: int) -> Markup:
        """Text in no sentence."""
        html = self.write(start, end)
        if start == end:
            return html
        return Markup('<span class="{}">{}</span>').format("outside" if self.text[start:end].strip() else "space", html)

    def sentence(self, start: int, end: int) -> Markup:
        return Markup('<span class="sentence">{}</span>').format(self.write(start, end))

    def write(self, start: int, end: int) -> Markup:
        opening = []
        while self.coming and self.coming[-1].start < end:
            opening.append(self.coming.pop())
        borders = {start, end}
        for mark in [*self.open, *opening]:
            borders.update(border for border in (mark.start, mark.end) if start < border < end)
        places = sorted(borders)
        opening.reverse()
        html = []
        for left, right in pairwise(places):
            while opening and opening[-1].start <= left:
                html.append(_anchor(opening[-1]))
                self.open.append(opening.pop())
            self.open = [mark for mark in self.open if mark.end > left]
            html.append(_marked(self.text[left:right], self.open[-DEPTH:]))
        return Markup("").join(html)

    def rest(self) -> Markup:
        """The anchors of marks that begin where the text ends."""
        return Markup("").join(_anchor(mark) for mark in reversed(self.coming))


def _anchor(mark: _Mark) -> Markup:
    if mark.anchor is None:
        return Markup("")
    return Markup('<a class="ref {}" id="{}" href="#{}" data-of="{}" data-n="{}" aria-label="{}"></a>').format(
        mark.look, mark.anchor, mark.owner, mark.owner, mark.label, mark.label
    )


def _marked(text: str, marks: Iterable[_Mark]) -> Markup:
    html = escape(text)
    for mark in reversed(list(marks)):
        of = Markup(' data-of="{}"').format(mark.owner) if mark.owner else Markup("")
        html = Markup('<mark class="{}"{}>{}</mark>').format(mark.look, of, html)
    return html


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands level: ``state`` is ``aligned``, ``moved``, ``omitted``, ``added``, ``unaligned`` or ``blank``."""

    state: str
    bead: int | None
    source: _Block | None
    target: _Block | None
    ratio: str = ""


def _rows(comparison: Comparison, source: _Text, target: _Text) -> Iterator[_Row]:
    """The texts in rows, both in reading order, whatever the beads say.

    Beads whose sides are in the same order in both texts stand level; of one that is not, each side has a row.
    """
    beads = comparison.beads
    left = _runs([bead.source for bead in beads], source)
    right = _runs([bead.target for bead in beads], target)
    first, second = ({run.bead: place for place, run in reversed(list(enumerate(runs)))} for runs in (left, right))
    pairs = sorted((place, second[bead]) for bead, place in first.items() if bead is not None and bead in second)

    def alone(run: _Run, text: _Text) -> _Row:
        state = {"source": "omitted", "target": "added"}[text.where]
        if run.bead is None:
            state = "blank" if all(text.blank(number) for number in range(run.first, run.last)) else "unaligned"
        elif beads[run.bead].source and beads[run.bead].target:
            state = "moved"
        block = text.block(run.first, run.last)
        source, target = (block, None) if text.where == "source" else (None, block)
        return _Row(state, run.bead, source, target)

    i = j = 0
    for level, opposite in [*_longest_ascent(pairs), (len(left), len(right))]:
        yield from (alone(run, source) for run in left[i:level] if source.shows(run))
        yield from (alone(run, target) for run in right[j:opposite] if target.shows(run))
        i, j = level + 1, opposite + 1
        if level < len(left):
            a, b = left[level], right[opposite]
            assert a.bead is not None
            bead = beads[a.bead]
            ratio = f"{len(bead.source)}:{len(bead.target)}"
            ours, theirs = source.block(a.first, a.last), target.block(b.first, b.last)
            yield _Row("aligned", a.bead, ours, theirs, ratio if ratio != "1:1" else "")


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring sentences ``first`` to ``last``, exclusive, of one bead, or of none."""

    bead: int | None
    first: int
    last: int


def _runs(beads: Sequence[tuple[int, ...]], text: _Text) -> list[_Run]:
    """All sentences, those without words with the one before; a text without any is one run of none."""
    owner: dict[int, int] = {}
    for number, sentences in enumerate(beads):
        for sentence in sentences:
            owner.setdefault(sentence, number)
    count = len(text.sentences)
    for number in range(1, count):
        if number not in owner and number - 1 in owner and text.blank(number):
            owner[number] = owner[number - 1]
    runs = []
    for bead, group in groupby(range(count), key=owner.get):
        members = list(group)
        runs.append(_Run(bead, members[0], members[-1] + 1))
    return runs or [_Run(None, 0, 0)]


def _longest_ascent(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs, ascending in the first, that ascend in the second too."""
    tails: list[int] = []  # the least last value of an ascent of each length, and below where it stands
    ends: list[int] = []
    before: list[int | None] = []
    for position, (_, value) in enumerate(pairs):
        length = bisect_left(tails, value)
        before.append(ends[length - 1] if length else None)
        tails[length : length + 1] = [value]
        ends[length : length + 1] = [position]
    chain: list[tuple[int, int]] = []
    last = ends[-1] if ends else None
    while last is not None:
        chain.append(pairs[last])
        last = before[last]
    return chain[::-1]
