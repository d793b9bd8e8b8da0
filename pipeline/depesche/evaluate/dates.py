"""Figures of temporal expressions (TIMEX3 values) and of the dates of records (EDTF values)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import partial
from typing import Any

from depesche.dates import compatible, edtf_bounds
from depesche.errors import UsageError
from depesche.evaluate.common import Line, Lines, Pair, f1, greedy, prf, shared

_CALENDAR = re.compile(
    r"(?:BC)?\d{2,4}X{0,2}(?:-(?:\d\d|W\d\d(?:-WE|-\d)?|Q[1-4]|H[12]|SP|SU|FA|AU|WI)(?:-\d\d)?)?(?:T.*)?"
)
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_FOLDS = (
    (r"(T\d\d):00(?::00)?Z?$", r"\1"),
    (r"(T\d\d:\d\d):00Z?$", r"\1"),
    (r"Z$", ""),
    (r"^(\d{3})$", r"\1X"),
    (r"^(\d\d)$", r"\1XX"),
    (r"-AU$", "-FA"),
    (r"-XX(?:-XX)?$", ""),
)


def timexes(gold: Lines, pred: Lines, subset: str = "all") -> dict[str, Any]:
    """Figures of temporal expressions per language, in percent, [precision, recall, F1] (UzZaman et al. 2013).

    ``strict``: same span; ``relaxed``: overlapping span, one to one; ``value``: overlapping and the same TIMEX3 value;
    ``value~``: the same after folding notations that mean the same (P12M = P1Y); ``type``: overlapping and the same
    type. ``valacc``, ``valacc~``, ``typeacc``: shares of
    the overlapping pairs. Gold without a value counts for spans alone.

    :param subset: ``all`` or ``calendar``: only gold dates and times that name a place on the calendar; predictions
        that touch other gold alone, or that name no such place, are left out.
    :raises UsageError: when predictions are for other documents or another text, or lie outside it.
    """
    strangers = sorted(set(pred) - set(gold))
    if strangers:
        raise UsageError(f"predictions for documents that gold does not have: {', '.join(strangers[:5])}")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for doc_id, line in gold.items():
        found = _timexes_of(pred.get(doc_id, {}), line, doc_id)
        counts[str(line.get("lang"))] += _document_timexes(*_subset(line["timex"], found, subset))
    return {lang: _timex_figures(tally) for lang, tally in counts.items()}


def _timexes_of(line: Line, gold: Line, doc_id: str) -> list[Line]:
    if line.get("text", gold["text"]) != gold["text"]:
        raise UsageError(f"{doc_id}: the text of the prediction is not the text of gold")
    found: list[Line] = line.get("timex", [{**date, "value": date["timex"]} for date in line.get("dates", ())])
    if bad := [item for item in found if not 0 <= item["start"] < item["end"] <= len(gold["text"])]:
        raise UsageError(f"{doc_id}: offsets outside the text: {bad[0]}")
    return found


def _is_calendar(item: Line) -> bool:
    return item.get("type") in ("DATE", "TIME", None) and bool(_CALENDAR.fullmatch(item.get("value") or ""))


def _subset(gold: Sequence[Line], pred: Sequence[Line], subset: str) -> tuple[Sequence[Line], Sequence[Line]]:
    if subset == "all":
        return gold, pred
    kept = [item for item in gold if _is_calendar(item)]
    other = [item for item in gold if not _is_calendar(item)]
    touches = partial(_touches_any, kept)
    return kept, [p for p in pred if touches(p) or (_is_calendar(p) and not _touches_any(other, p))]


def _touches_any(items: Sequence[Line], one: Line) -> bool:
    return any(shared((item["start"], item["end"]), (one["start"], one["end"])) for item in items)


def _document_timexes(gold: Sequence[Line], pred: Sequence[Line]) -> Counter[str]:
    tally = Counter(
        {"gold": len(gold), "pred": len(pred), "gold_v": sum(bool(g.get("value")) for g in gold), "pred_v": len(pred)}
    )
    for g, p in _pair(gold, pred):
        a, b = gold[g], pred[p]
        exact = (a["start"], a["end"]) == (b["start"], b["end"])
        tally.update(relaxed=1, strict=exact, type=a.get("type") == b.get("type"))
        if not a.get("value"):
            tally["pred_v"] -= 1
            continue
        same = a["value"] == b.get("value")
        meant = {_fold(value) for value in (a["value"], *(a.get("value_alt") or ()))}
        tally.update(
            {"relaxed_v": 1, "value": same, "value~": same or _fold(b.get("value")) in meant, "exact_v": same and exact}
        )
    return tally


def _pair(gold: Sequence[Line], pred: Sequence[Line]) -> list[Pair]:
    """One to one: equal spans first, then the longest overlap."""
    candidates = []
    for g, a in enumerate(gold):
        for p, b in enumerate(pred):
            if overlap := shared((a["start"], a["end"]), (b["start"], b["end"])):
                candidates.append(((a["start"], a["end"]) != (b["start"], b["end"]), -overlap, g, p))
    return list(greedy((g, p) for *_, g, p in sorted(candidates)).items())


def _timex_figures(tally: Counter[str]) -> dict[str, Any]:
    figures: dict[str, Any] = {"gold": tally["gold"], "pred": tally["pred"]}
    for name, hits, suffix in (
        ("strict", "strict", ""), ("relaxed", "relaxed", ""), ("value", "value", "_v"), ("value~", "value~", "_v"),
        ("strict+value", "exact_v", "_v"), ("type", "type", ""),
    ):  # fmt: skip
        figures[name] = [round(100 * x, 2) for x in prf(tally[hits], tally["pred" + suffix], tally["gold" + suffix])]
    for name, hits, total in (
        ("valacc", "value", "relaxed_v"),
        ("valacc~", "value~", "relaxed_v"),
        ("typeacc", "type", "relaxed"),
    ):
        figures[name] = round(100 * tally[hits] / tally[total], 2) if tally[total] else None
    return figures


def _fold(value: str | None) -> str | None:
    """One spelling for TIMEX3 values that mean the same: P12M for P1Y, T10 for T10:00:00, 199X for 199."""
    if not value:
        return value
    value = value.strip().upper()
    if found := re.fullmatch(r"P(\d+(?:\.\d+)?|X+)(DE|CE|D|W|M|Q|Y)(?:/.*)?", value):
        number, unit = found.groups()
        if number[0] == "X":
            return f"PX{unit}"
        days = {"D": 1, "W": 7}.get(unit)
        return f"P{float(number) * days:g}D" if days else f"P{float(number) * _MONTHS[unit]:g}M"
    if found := re.fullmatch(r"PT(\d+(?:\.\d+)?)([HMS])", value):
        return f"PT{float(found[1]) * {'H': 3600, 'M': 60, 'S': 1}[found[2]]:g}S"
    for pattern, short in _FOLDS:
        value = re.sub(pattern, short, value)
    return value


def dates(gold: Lines, pred: Lines) -> dict[str, Any]:
    """Figures of the dates of records, for ``all`` and each ``lang:``.

    - ``strict``, ``relaxed``: precision, recall, F1 of spans. Predictions without a place on the calendar that touch no
      gold are left out: durations, sets and "now" are not annotated.
    - ``edtf``: of overlapping pairs with a gold value, the share with exactly this value; ``edtf_n`` how many.
    - ``wrong``: pairs whose two values cannot be the same time; ``finer``: pairs where the prediction names fewer days
      than gold; ``invented``: pairs where gold has no value and the prediction has one.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for doc_id, line in gold.items():
        golds = line.get("dates", ())
        preds = [p for p in pred.get(doc_id, {}).get("dates", ()) if p.get("edtf") or _touches_any(golds, p)]
        tally = Counter(gold=len(golds), pred=len(preds))
        for g, p in _pair(golds, preds):
            a, b = golds[g], preds[p]
            tally.update(relaxed=1, strict=(a["start"], a["end"]) == (b["start"], b["end"]))
            tally.update(_edtf_tally(a.get("edtf"), b.get("edtf")))
        for group in ("all", f"lang:{line.get('lang', '?')}"):
            counts[group].update(tally)
    return {group: _date_figures(tally) for group, tally in sorted(counts.items())}


def _edtf_tally(gold: str | None, pred: str | None) -> dict[str, int]:
    if gold is None:
        return {"invented": int(pred is not None)}
    tally = {"edtf_n": 1, "edtf_ok": int(gold == pred)}
    if pred and pred != gold:
        try:
            tally["wrong"] = int(not compatible(gold, pred))
            tally["finer"] = int(not tally["wrong"] and _inside(edtf_bounds(pred), edtf_bounds(gold)))
        except ValueError:
            tally["wrong"] = 1
    return tally


def _inside(a: tuple[str | None, str | None], b: tuple[str | None, str | None]) -> bool:
    if a == b or None in a:
        return False
    return (b[0] or "0000") <= (a[0] or "") and (a[1] or "") <= (b[1] or "9999-12-31")


def _date_figures(tally: Counter[str]) -> dict[str, Any]:
    return {
        "strict": f1(tally["strict"], tally["pred"], tally["gold"]),
        "relaxed": f1(tally["relaxed"], tally["pred"], tally["gold"]),
        "edtf": round(tally["edtf_ok"] / tally["edtf_n"], 4) if tally["edtf_n"] else None,
        **{name: tally[name] for name in ("edtf_n", "wrong", "finer", "invented")},
    }
