"""Figures of the encoder by itself: syntax on the words of a treebank, sentence vectors on aligned documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from depesche.compare.align import align
from depesche.corpora import Example
from depesche.encoder import Encoder, Words
from depesche.evaluate.common import Line, Lines
from depesche.resources import LANGUAGES

Bead = tuple[tuple[int, ...], tuple[int, ...]]  # sentences of one text and those of the other that say the same


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
    """Alignments of documents (``src`` and ``tgt``: lists of sentences) as comparing makes them."""
    return {doc_id: _aligned(line, model) for doc_id, line in gold.items()}


def _aligned(line: Line, model: Encoder) -> set[Bead]:
    source, target = (
        model.vectors([Words(words, (True,) * len(words)) for words in map(str.split, line[side])])
        for side in ("src", "tgt")
    )
    langs = (line.get("src_lang") or LANGUAGES[0], line.get("tgt_lang") or LANGUAGES[0])
    return {(bead.source, bead.target) for bead in align(line["src"], line["tgt"], (source, target), langs)}


def _decided(beads: set[Bead], line: Line) -> set[Bead]:
    """Without what lies in stretches that the gold leaves open; a sentence in no bead stands alone."""
    covered = [{i for bead in beads for i in bead[side]} for side in (0, 1)]
    alone: set[Bead] = {((i,), ()) for i in range(len(line["src"])) if i not in covered[0]}
    alone |= {((), (j,)) for j in range(len(line["tgt"])) if j not in covered[1]}
    opened = [{i for stretch in line.get("dontcare") or () for i in stretch[side]} for side in (0, 1)]
    return {(a, b) for a, b in beads | alone if not (opened[0].issuperset(a) and opened[1].issuperset(b))}
