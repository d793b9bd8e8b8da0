"""Figures of the encoder by itself: syntax on the words of a treebank, sentence vectors on aligned documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from depesche.corpora import Example
from depesche.encoder import Encoder, Words
from depesche.evaluate.common import Line, Lines

Bead = tuple[tuple[int, ...], tuple[int, ...]]  # sentences of one text and those of the other that say the same
GROUPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
SKIP = 0.05  # of the way from any two sentences' likeness to a good pair's, that a pair must go to be one
LENGTHS = 0.3  # how much a difference in length, as the logarithm of the quotient, takes from likeness
GROUP = 0.2  # what each sentence more than one and one costs

def syntax(examples: Sequence[Example], model: Encoder) -> dict[str, Any]:
    """``upos``, ``uas`` and ``las`` (with subtypes) on gold words, punctuation included, as UD's shared tasks count."""
    counts: Counter[str] = Counter()
    readings = model.read([Words(e.words, e.spaces) for e in examples])
    for example, reading in zip(examples, readings, strict=True):
        counts.update(_hits(example, reading.pos, reading.heads, reading.relations))
    words = counts["words"]
    shares = {name: round(counts[name] / words, 4) if words else 0.0 for name in ("upos", "uas", "las")}
    return shares | {"sentences": len(examples), "words": words}


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


def alignment(gold: Lines, found: Mapping[str, set[Bead]]) -> dict[str, Any]:
    """Strict precision, recall and F1 of sentence alignment, counted as vecalign's scorer does (Thompson and Koehn
    2019, "Vecalign: Improved Sentence Alignment in Linear Time and Space", D19-1136): unpaired sentences count for
    precision alone. Beads inside a stretch that the gold leaves open count for nothing.
    """
    right = predicted = recalled = wanted = 0
    for doc_id, line in gold.items():
        beads = _decided(found.get(doc_id, set()), line)
        golds = {(tuple(a), tuple(b)) for a, b in line["gold"]}
        filled = {bead for bead in golds if all(bead)}
        right += len(beads & golds)
        predicted += len(beads)
        recalled += len(beads & filled)
        wanted += len(filled)
    precision, recall = right / max(predicted, 1), recalled / max(wanted, 1)
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(both, 4), "documents": len(gold)}


def aligned(gold: Lines, model: Encoder) -> dict[str, set[Bead]]:
    """Alignments of documents (``src`` and ``tgt``: lists of sentences) by vectors and lengths."""
    return {doc_id: align(line["src"], line["tgt"], model) for doc_id, line in gold.items()}


def align(source: Sequence[str], target: Sequence[str], model: Encoder) -> set[Bead]:
    """The best monotone path: one to three sentences against one to three, or against none.

    A group's vector is the mean of its sentences'. Likeness is measured between that of any two sentences of the
    documents, which is 0, and that of every sentence with its best partner, which is 1 on average.
    """
    n, m = len(source), len(target)
    texts, others = _vectors(source, model), _vectors(target, model)
    like = {(a, b): _likeness(source, target, texts, others, a, b) for a, b in GROUPS}
    pairs = like[1, 1]
    middle = float(pairs.mean()) if pairs.size else 0.0
    top = float(max(pairs.max(1).mean(), pairs.max(0).mean())) if pairs.size else 1.0
    best = np.full((n + 1, m + 1), -np.inf)
    best[0, 0] = 0
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(n + 1):
        for j in range(m + 1):
            moves = [((1, 0), best[i - 1, j])] if i else []
            moves += [((0, 1), best[i, j - 1])] if j else []
            for a, b in GROUPS:
                if i >= a and j >= b:
                    share = (like[a, b][i - a, j - b] - middle) / max(top - middle, 1e-6)
                    gain = (share - SKIP) * (a + b) / 2 - GROUP * (a + b - 2)
                    moves.append(((a, b), best[i - a, j - b] + gain))
            if moves:
                step[i, j], best[i, j] = max(moves, key=lambda move: move[1])
    beads = set()
    i, j = n, m
    while i or j:
        a, b = step[i, j]
        beads.add((tuple(range(i - a, i)), tuple(range(j - b, j))))
        i, j = i - a, j - b
    return beads


def _decided(beads: set[Bead], line: Line) -> set[Bead]:
    """Without what lies in stretches that the gold leaves open; a sentence in no bead stands alone."""
    covered = [{i for bead in beads for i in bead[side]} for side in (0, 1)]
    alone: set[Bead] = {((i,), ()) for i in range(len(line["src"])) if i not in covered[0]}
    alone |= {((), (j,)) for j in range(len(line["tgt"])) if j not in covered[1]}
    opened = [{i for stretch in line.get("dontcare") or () for i in stretch[side]} for side in (0, 1)]
    return {(a, b) for a, b in beads | alone if not (opened[0].issuperset(a) and opened[1].issuperset(b))}


def _vectors(sentences: Sequence[str], model: Encoder) -> NDArray[np.float32]:
    """``[n, hidden]``, one row a sentence, length 1."""
    readings = model.read([Words(tuple(s.split()), (True,) * len(s.split())) for s in sentences])
    return np.stack([r.vector for r in readings]) if readings else np.zeros((0, 1), np.float32)


def _likeness(
    source: Sequence[str],
    target: Sequence[str],
    texts: NDArray[np.float32],
    others: NDArray[np.float32],
    a: int,
    b: int,
) -> NDArray[np.float32]:
    """``[n - a + 1, m - b + 1]`` for groups of ``a`` and ``b`` neighbours."""
    first, second = _grouped(texts, a), _grouped(others, b)
    long, wide = (
        np.array([sum(map(len, part[i : i + size])) for i in range(max(0, len(part) - size + 1))]) + 5.0
        for part, size in ((source, a), (target, b))
    )
    return np.asarray(first @ second.T - LENGTHS * np.abs(np.log(long[:, None] / wide[None])), dtype=np.float32)


def _grouped(vectors: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    total = np.array([vectors[i : i + size].sum(0) for i in range(len(vectors) - size + 1)], dtype=np.float32)
    total = total.reshape(-1, vectors.shape[1])
    return np.asarray(total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-9), dtype=np.float32)
