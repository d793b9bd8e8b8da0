"""What the figures of all layers share: lines by document, pairs of spans, precision and recall."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from depesche.errors import UsageError

Line = Mapping[str, Any]
Lines = Mapping[str, Line]
Pair = tuple[int, int]


def read(path: Path, every: int = 1) -> dict[str, Line]:
    """The lines by document. :param every: keep the last of every so many lines alone."""
    out: dict[str, Line] = {}
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for number, text in enumerate(lines, 1):
                if not text.strip():
                    continue
                line = json.loads(text)
                doc_id = line["doc_id"] if "doc_id" in line else line["id"]
                if doc_id in out:
                    raise UsageError(f"{path}:{number}: document {doc_id!r} stands there twice")
                out[doc_id] = line
        return dict(list(out.items())[every - 1 :: every])
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path}: not one JSON object with doc_id or id a line: {error}") from error


def shared(a: Pair, b: Pair) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def touch(a: Pair, b: Pair) -> bool:
    return b[0] < a[1] and a[0] < b[1]


def greedy(candidates: Iterable[Pair]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for g, p in candidates:
        if g not in pairs and p not in used:
            pairs[g] = p
            used.add(p)
    return pairs


def prf(hits: int, pred: int, gold: int) -> tuple[float, float, float]:
    precision = hits / pred if pred else 0.0
    recall = hits / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def f1(hits: int, pred: int, gold: int) -> dict[str, Any]:
    p, r, f = (round(x, 4) for x in prf(hits, pred, gold))
    return {"p": p, "r": r, "f1": f, "tp": hits, "pred": pred, "gold": gold}
