"""The page: what is counted is written as HTML, what can be filtered is embedded as data for its script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from depesche import __version__, page
from depesche.dates import edtf_bounds
from depesche.report.content import FAILURES, TRUTHS, Content, Row
from depesche.resources import LANGUAGES, load

TOP = 8
"""Bars of an overview list that are seen at once; the rest opens."""
MORE = 40
SIGNS = {
    "done": "✓", "ongoing": "▸", "attempted": "◐", "failed": "✗", "offered": "◔", "requested": "!", "proposed": "?",
    "intended": "◇", "possible": "~", "conditional": "≈", "feared": "△", "not_started": "○", "told": "·", "denied": "¬",
}
"""What stands before the word for each of :data:`TRUTHS`."""
D3 = ("array", "time", "quadtree", "dispatch", "timer", "force")  # each needs some before it
PARTS = ("events", "filters", "table", "text", "time", "network", "page")  # the script, all in one function


def render(content: Content, *, lang: str | None = None, title: str | None = None) -> str:
    """The report as HTML: German and English, for screen and paper, without any request to the net.

    :param lang: language in which the page opens, or None: the reader's browser decides.
    :param title: heading and title of the page.
    """
    strings = load("report")
    libraries = page.resource(*(f"d3/d3-{name}.min.js" for name in D3))
    own = page.resource(*(f"report/{name}.js" for name in PARTS))
    script = f'/* D3\n{page.resource("d3/LICENSE")}*/\n{libraries}\n(() => {{\n"use strict";\n{own}}})();\n'
    shown = lang or "en"
    labels = _labels()
    return page.render(
        "report.html.j2",
        style=page.resource("page.css", "report.css"),
        script=script,
        title=title,
        lang=shown,
        strings=strings,
        words=strings[shown],
        labels=labels,
        content=content,
        span=_span(content.events),
        published=_published(content.documents),
        lists=_lists(content),
        families=list(dict.fromkeys(TRUTHS.values())),
        truths=TRUTHS,
        signs=SIGNS,
        present=_present(content),
        reasons=_reasons(content),
        left_out=max(content.figures["failures"] - FAILURES, 0),
        version=__version__,
        data={
            "lang": lang, "labels": labels, "truths": TRUTHS, "signs": SIGNS, "events": _packed(content.events),
            "mentions": _packed(content.mentions), "documents": _packed(content.documents),
            "parties": [[party.key, party.name, party.label] for party in content.parties],
            "context": content.context,
        },
    )


def _labels() -> dict[str, dict[str, str]]:
    """The name of each event type in each language: the entry's own, else that of the gold articles' ontology."""
    known = {entry["code"]: entry for entry in load("gold/ontology.json")["event_types"]}
    return {
        code: entry.get("label")
        or {lang: known.get(code, {}).get(f"label_{lang}", code.replace("_", " ").lower()) for lang in LANGUAGES}
        for code, entry in load("events").items()
    }


def _packed(rows: Sequence[Row]) -> dict[str, Any]:
    """Names once, then the values of each row: half the size of objects."""
    names = list(rows[0]) if rows else []
    return {"names": names, "rows": [[row[name] for name in names] for row in rows]}


def _span(events: Sequence[Row]) -> tuple[str, str] | None:
    """The values of the dates that begin first and end last, as exact as they are told."""
    placed = [event for event in events if event["date_start"] and event["date_end"]]
    if not placed:
        return None
    first = min(placed, key=lambda event: (event["date_start"], event["date_end"]))
    last = max(placed, key=lambda event: (event["date_end"], event["date_start"]))
    return first["time_edtf"], last["time_edtf"]


def _published(documents: Sequence[Row]) -> tuple[str, str] | None:
    """First and last day on which a quoted document may have been published."""
    bounds = [edtf_bounds(document["published"]) for document in documents if document["published"]]
    firsts, lasts = ([bound[end] for bound in bounds if bound[end]] for end in (0, 1))
    return (min(map(str, firsts)), max(map(str, lasts))) if firsts and lasts else None


def _lists(content: Content) -> list[Row]:
    """What the overview counts, each by merged events, the most frequent first."""
    events = content.events
    parties = {
        name: Counter(number for event in events for number in event[name]) for name in ("agents", "receivers", "lists")
    }
    lists = [
        {"name": "types", "field": "type", "rows": _bars(Counter(event["event_type"] for event in events))},
        *({"name": name, "field": "party", "rows": [
            {**bar, "name": content.parties[bar["value"]].name, "key": content.parties[bar["value"]].key}
            for bar in _bars(counts)
        ]} for name, counts in parties.items()),
    ]
    return [each for each in lists if each["rows"]]


def _bars(counts: Counter[Any]) -> list[Row]:
    most = max(counts.values(), default=1)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [
        {"value": value, "count": count, "share": round(100 * count / most), "late": place >= TOP}
        for place, (value, count) in enumerate(ordered[: TOP + MORE])
    ]


def _present(content: Content) -> Row:
    """The values that filters offer, with the number of events of each, in the order of the vocabulary."""
    truths = Counter(event["truth"] for event in content.events)
    langs = Counter(lang for event in content.events for lang in event["langs"])
    return {
        "truth": {name: truths[name] for name in TRUTHS if truths[name]},
        "lang": {name: langs[name] for name in LANGUAGES if langs[name]},
        "type": dict(sorted(Counter(event["event_type"] for event in content.events).items())),
        "more": {name: count for name, count in (
            ("several", sum(event["n_sources"] > 1 for event in content.events)),
            ("conflicts", sum(bool(event["conflicts"]) for event in content.events)),
            ("links", sum(bool(event["links"]) for event in content.events)),
            ("reviewed", sum(event["reviewed"] for event in content.events)),
        ) if count},
    }


def _reasons(content: Content) -> list[Row]:
    listed: dict[str, list[tuple[str, str]]] = {}
    for reason, document, message in content.failures:
        listed.setdefault(reason, []).append((document, message))
    return [
        {"reason": reason, "count": count, "listed": listed.get(reason, [])}
        for reason, count in content.figures["failure_reasons"]
    ]


def summary(content: Content) -> dict[str, Any]:
    """What a report shows, in numbers, for machines."""
    truths: Iterable[str] = (event["truth"] for event in content.events)
    return {
        "events": len(content.events), "mentions": len(content.mentions), "documents": len(content.documents),
        "parties": len(content.parties), "truths": dict(sorted(Counter(truths).items())),
        "dated": sum(bool(event["date_start"] and event["date_end"]) for event in content.events),
        "texts": "whole" if content.context is None else f"{content.context} characters around each quote",
        "store": {name: content.figures[name] for name in (
            "documents", "sources", "set_aside", "events", "mentions", "failures")},
    }
