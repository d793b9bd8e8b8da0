"""Figures of the encoder by itself: syntax on the words of a treebank, sentence vectors on aligned documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from depesche.corpora import Example
from depesche.encoder import Encoder, Words
from depesche.evaluate.common import Lines, f1

SKIP = 0.15  # similarity that a pair must beat for two sentences to belong together
GROUPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))


def syntax(examples: Sequence[Example], model: Encoder) -> dict[str, Any]:
    """``upos``, ``uas`` and ``las`` (with subtypes) on gold words, punctuation included, as UD's shared tasks count."""
    counts: Counter[str] = Counter()
    readings = model.read([Words(e.words, e.spaces) for e in examples])
    for example, reading in zip(examples, readings, strict=True):
        counts.update(_hits(example, reading.pos, reading.heads, reading.relations))
    words = counts["words"]
    shares = {name: round(counts[name] / words, 4) if words else 0.0 for name in ("upos", "uas", "las")}
    return shares | {"sentences": len(examples), "words": words}


def names(examples: Sequence[Example], model: Encoder) -> dict[str, Any]:
    """Strict precision, recall, F1 of PERSON, ORG and LOC on gold words; GPE counts as LOC.

    A prediction that touches gold of which the corpus does not say which of these it is counts for nothing.
    """
    right = predicted = wanted = 0
    readings = model.read([Words(e.words, e.spaces) for e in examples])
    for example, reading in zip(examples, readings, strict=True):
        golds, open_words = _gold(example.allowed or ())
        found = {(n.start, n.end, _FOLDED[n.label]) for n in reading.names if n.label in _FOLDED}
        found = {n for n in found if n in golds or not any(i in open_words for i in range(n[0], n[1]))}
        right += len(golds & found)
        predicted += len(found)
        wanted += len(golds)
    return f1(right, predicted, wanted) | {"sentences": len(examples)}


_FOLDED = {"PERSON": "PERSON", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC"}


def _gold(allowed: Sequence[frozenset[str]]) -> tuple[set[tuple[int, int, str]], set[int]]:
    """The names that a corpus marks, and the positions of words that may be a name of several kinds or none."""
    golds: set[tuple[int, int, str]] = set()
    unsure: set[int] = set()
    start = 0
    for i, tags in enumerate(allowed):
        if any(tag.startswith("B-") for tag in tags):
            start = i
        ends = i + 1 == len(allowed) or not _continues(allowed[i + 1])
        labels = {_FOLDED.get(tag[2:]) for tag in tags}
        if "O" in tags and len(tags) > 1 and not _everything(tags):
            continue
        if _everything(tags) or (labels - {None} and len(labels) > 1):
            unsure.add(i)
        elif "O" not in tags and ends and len(labels) == 1:
            label = labels.pop()
            if label:
                golds.add((start, i + 1, label))
            else:
                unsure.update(range(start, i + 1))
    return golds, unsure


def _continues(tags: frozenset[str]) -> bool:
    return "O" not in tags and all(tag.startswith("I-") for tag in tags)


def _everything(tags: frozenset[str]) -> bool:
    return "O" in tags and any(tag[2:] in _FOLDED for tag in tags)


def _hits(
    example: Example, pos: Sequence[str], heads: Sequence[int], relations: Sequence[str]
) -> Iterator[str]:
    assert example.pos
    assert example.heads
    assert example.relations
    for i, gold in enumerate(example.heads):
        yield "words"
        if pos[i] == example.pos[i]:
            yield "upos"
        if (0 if heads[i] == i else heads[i] + 1) == gold:
            yield "uas"
            if relations[i] == example.relations[i]:
                yield "las"
            if relations[i].partition(":")[0] == example.relations[i].partition(":")[0]:
                yield "las_universal"


# --------------------------------------------------------------------------------------------------------------- align


def alignment(gold: Lines, model: Encoder) -> dict[str, Any]:
    """Strict precision, recall and F1 of sentence alignment by vectors alone, counted as vecalign's scorer does
    (Thompson and Koehn 2019, "Vecalign", D19-1136).
    """
    right = predicted = recalled = wanted = 0
    for line in gold.values():
        found = align(vectors(line["src"], model), vectors(line["tgt"], model))
        golds = {(tuple(a), tuple(b)) for a, b in line["gold"]}
        right += len(found & golds)
        predicted += len(found)
        filled = {bead for bead in golds if all(bead)}
        recalled += len(found & filled)
        wanted += len(filled)
    precision, recall = right / max(predicted, 1), recalled / max(wanted, 1)
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(both, 4), "documents": len(gold)}


def vectors(sentences: Sequence[str], model: Encoder) -> NDArray[np.float32]:
    """``[n, hidden]``, one row a sentence, length 1."""
    readings = model.read([Words(tuple(s.split()), (True,) * len(s.split())) for s in sentences])
    return np.stack([r.vector for r in readings])


def align(
    source: NDArray[np.float32], target: NDArray[np.float32]
) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The beads of the cheapest monotone path: one to three sentences against one to three, or against none."""
    n, m = len(source), len(target)
    similar = {(a, b): _grouped(source, a) @ _grouped(target, b).T for a, b in GROUPS}
    middle = float(np.median(similar[1, 1])) if n and m else 0.0
    best = np.full((n + 1, m + 1), -np.inf)
    best[0, 0] = 0
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(n + 1):
        for j in range(m + 1):
            options = [((a, b), similar[a, b][i - a, j - b]) for a, b in GROUPS if i >= a and j >= b]
            moves = [((a, b), best[i - a, j - b] + _gain(float(s), middle, a + b)) for (a, b), s in options]
            moves += [((1, 0), best[i - 1, j])] if i else []
            moves += [((0, 1), best[i, j - 1])] if j else []
            if moves:
                step[i, j], best[i, j] = max(moves, key=lambda move: move[1])
    beads = set()
    i, j = n, m
    while i or j:
        a, b = step[i, j]
        beads.add((tuple(range(i - a, i)), tuple(range(j - b, j))))
        i, j = i - a, j - b
    return beads


def _gain(similarity: float, middle: float, size: int) -> float:
    """What a pair adds: how far it is nearer than any two sentences, a group of several paying for its size."""
    return (similarity - middle) / max(1 - middle, 1e-6) * size / 2 - SKIP * (size / 2) - (0.1 if size > 2 else 0.0)


def _grouped(vectors: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    if len(vectors) < size:
        return np.zeros((0, vectors.shape[1] if vectors.ndim == 2 else 0), np.float32)
    total = sum(vectors[i : len(vectors) - size + 1 + i] for i in range(size))
    return np.asarray(total / np.linalg.norm(total, axis=1, keepdims=True), dtype=np.float32)

