"""Figures of predictions against gold: events, dates, entities, language; the inputs of a gold file; floors.

Three kinds of gold file are scored against records and told apart by their lines: records (``doc_id`` with ``events``,
``entities``, ``dates``), temporal expressions (``doc_id`` with ``timex``), and entity sets (``id`` with ``tokens`` and
BIO ``tags``, or with ``text`` and ``entities``). Predictions are records; for temporal expressions lines with ``timex``
do as well. Two kinds measure the encoder by itself: treebanks (CoNLL-U) and aligned documents (``src``, ``tgt``).

All counts are micro counts: added up over documents first, divided then.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depesche.errors import UsageError
from depesche.evaluate.common import Line, Lines, read
from depesche.evaluate.dates import dates, timexes
from depesche.evaluate.entities import Surface, entities, entity_set
from depesche.evaluate.events import events

if TYPE_CHECKING:
    from rich.table import Table

    from depesche.encoder import Encoder

__all__ = ["evaluate", "evaluate_encoder", "for_encoder", "gate", "inputs", "tables"]

TREEBANK = (".conllu", ".conllu.gz")


def evaluate(gold_path: Path, pred_path: Path, every: int = 1) -> dict[str, Any]:
    """Figures for each layer that the gold file has: ``events``, ``dates``, ``entities``, ``language``.

    :param every: score the last of every so many documents alone, which a training with that ``fold`` left out.
    :raises UsageError: when a file cannot be read, has a document twice, or does not belong to the other.
    """
    gold, pred = read(gold_path, every), read(pred_path)
    first: Line = next(iter(gold.values()), {})
    if not first:
        raise UsageError(f"{gold_path} has no documents")
    figures: dict[str, Any] = {}
    if "timex" in first:
        figures["dates"] = {subset: timexes(gold, pred, subset) for subset in ("all", "calendar")}
    elif "doc_id" not in first:
        figures["entities"] = entity_set(gold, pred)
    else:
        layers: dict[str, Callable[[Lines, Lines], dict[str, Any]]] = {
            "events": events,
            "dates": dates,
            "entities": entities,
        }
        figures |= {
            name: layer(gold, pred) for name, layer in layers.items() if any(name in line for line in gold.values())
        }
    if "doc_id" in first and any("lang" in line for line in pred.values()):
        figures["language"] = language(gold, pred)
    return figures


def for_encoder(gold_path: Path) -> bool:
    """Whether the file is gold for the encoder by itself, so that there are no records to score."""
    return gold_path.name.endswith(TREEBANK) or "src" in next(iter(read(gold_path).values()), {})


def evaluate_encoder(gold_path: Path, model: Encoder, every: int = 1) -> dict[str, Any]:
    """Figures of ``syntax`` on a treebank's words, or of ``alignment`` on documents in two languages.

    :param every: as in :func:`evaluate`.
    :raises UsageError: when the file cannot be read.
    """
    from depesche import corpora
    from depesche.evaluate.encoder import aligned, alignment, syntax

    if not gold_path.name.endswith(TREEBANK):
        gold = read(gold_path, every)
        return {"alignment": alignment(gold, aligned(gold, model))}
    try:
        return {"syntax": syntax(list(corpora.conllu(gold_path))[every - 1 :: every], model)}
    except (OSError, ValueError, IndexError) as error:
        raise UsageError(f"{gold_path}: no treebank in CoNLL-U can be read: {error}") from error


def inputs(gold_path: Path, every: int = 1) -> Iterator[dict[str, Any]]:
    """The texts of a gold file as records to annotate: ``doc_id``, ``text``, and what else is known of each.

    Only a date of publication that came with the text is passed on, not one that the annotators worked out. The
    language is left to be found, but for the single sentences of entity sets.

    :raises UsageError: when the file cannot be read.
    """
    for doc_id, line in read(gold_path, every).items():
        out = {"doc_id": doc_id, "text": Surface.of(line).text if "doc_id" not in line else line["text"]}
        out |= {"lang": line["lang"][:2]} if line.get("lang") and "doc_id" not in line else {}
        out |= {name: line[name] for name in ("title", "source") if line.get(name)}
        published = line.get("published") or {}
        if line.get("dct"):
            out["published"] = {"edtf": line["dct"], "basis": "metadata"}
        elif isinstance(published, Mapping) and published.get("basis") in ("metadata", "user"):
            out["published"] = {"edtf": published["edtf"], "basis": published["basis"]}
        yield out


def gate(figures: Mapping[str, Any], floors_path: Path) -> list[str]:
    """What falls below its floor, one sentence each; empty when all is well.

    The file has the shape of the figures. A number is the least that is good enough, ``{"max": n}`` the most (for
    ``unsafe``, ``invented``), ``null`` is no demand; lists are compared place by place.

    :raises UsageError: when the file cannot be read.
    """
    try:
        floors = json.loads(floors_path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{floors_path}: no floors can be read: {error}") from error
    return list(_violations(figures, floors, ()))


def tables(figures: Mapping[str, Any]) -> list[Table]:
    """The figures for people: a table a layer, a row a group; shares in percent, counts as TP/pred/gold."""
    from rich.table import Table

    views = []
    for layer, values in figures.items():
        groups = dict(_groups(values, ()))
        names = list(dict.fromkeys(name for row in groups.values() for name in row))
        view = Table(layer, *names, box=None, header_style="bold", title_justify="left")
        for group, row in groups.items():
            view.add_row(group or "all", *(_cell(row.get(name)) for name in names))
        views.append(view)
    return views


def _groups(values: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The innermost groups of figures with their path; precision, recall and F1 together are one figure."""
    if "f1" in values:
        yield " ".join(path), {"P R F1": values}
    elif all(isinstance(value, Mapping) for value in values.values()):
        for name, value in values.items():
            yield from _groups(value, (*path, name))
    else:
        yield " ".join(path), dict(values)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, Mapping):
        shares = " ".join(f"{100 * value[key]:.1f}" for key in ("p", "r", "f1"))
        return f"{shares} ({value['tp']}/{value['pred']}/{value['gold']})" if "tp" in value else shares
    if isinstance(value, list):
        return " ".join("-" if v is None else f"{v:.1f}" for v in value)
    return f"{100 * value:.1f} %" if isinstance(value, float) and value <= 1 else f"{value:g}"


def language(gold: Lines, pred: Lines) -> dict[str, Any]:
    """``accuracy``: share of the gold documents whose language (first two letters) is the same; ``n``: how many."""
    known = {doc_id: line["lang"][:2] for doc_id, line in gold.items() if line.get("lang")}
    right = sum((pred.get(doc_id, {}).get("lang") or "")[:2] == lang for doc_id, lang in known.items())
    return {"accuracy": round(right / len(known), 4) if known else None, "n": len(known)}


def _violations(figures: object, floors: object, path: tuple[str, ...]) -> Iterator[str]:
    name = " ".join(path)
    if floors is None:
        return
    if isinstance(floors, Mapping) and set(floors) == {"max"}:
        if not isinstance(figures, (int, float)) or figures > floors["max"]:
            yield f"{name}: {figures} is more than {floors['max']}"
    elif isinstance(floors, Mapping):
        for key, floor in floors.items():
            inner = figures.get(key) if isinstance(figures, Mapping) else None
            yield from _violations(inner, floor, (*path, key))
    elif isinstance(floors, list):
        for index, floor in enumerate(floors):
            inner = figures[index] if isinstance(figures, list) and index < len(figures) else None
            yield from _violations(inner, floor, (*path, str(index)))
    elif not isinstance(figures, (int, float)) or not isinstance(floors, (int, float)) or figures < floors:
        yield f"{name}: {figures} is less than {floors}"
