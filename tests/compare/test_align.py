from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche import components
from depesche.compare.align import align
from depesche.encoder import Words

GERMAN = [
    "Die Regierung verhängte am Montag neue Sanktionen gegen Huawei.",
    "Der Konzern wies die Vorwürfe zurück und kündigte Klage an.",
    "Es regnete in Strömen.",
    "In Brüssel beriet die Kommission bis spät in die Nacht über Strafzölle auf Stahl.",
    "Ein Ergebnis gab es nicht.",
    "Der Hund schläft auf dem Sofa.",
]
ENGLISH = [
    "On Monday the government imposed new sanctions on Huawei.",
    "The company rejected the allegations.",
    "It announced that it would sue.",
    "In Brussels the Commission discussed punitive tariffs on steel until late at night.",
    "There was no result.",
    "Nobody had expected one.",
    "The dog is sleeping on the sofa.",
]


def vectors(sentences):
    return components.reader().vectors([Words(s.split(), [True] * len(s.split())) for s in sentences])


def beads(source, target, langs=("de", "en")):
    return [(b.source, b.target) for b in align(source, target, (vectors(source), vectors(target)), langs)]


@pytest.mark.xfail(strict=True, reason="a sentence left out behind one that was split is taken for its third part")
def test_omissions_additions_and_split_sentences_are_found() -> None:
    expected = [
        ((0,), (0,)), ((1,), (1, 2)), ((2,), ()), ((3,), (3,)), ((4,), (4,)), ((), (5,)), ((5,), (6,)),
    ]  # fmt: skip
    assert beads(GERMAN, ENGLISH) == expected
    assert sorted(beads(ENGLISH, GERMAN, ("en", "de"))) == sorted((b, a) for a, b in expected)


def test_a_text_against_nothing_is_one_omission_after_another() -> None:
    assert beads(GERMAN, []) == [((i,), ()) for i in range(6)]
    assert beads([], ENGLISH) == [((), (i,)) for i in range(7)]
    assert beads([], []) == []


def test_long_texts_take_memory_by_their_length() -> None:
    rng = random.Random(5)
    order = [rng.randrange(6) for _ in range(3_000)]
    pairs = {0: [0], 1: [1, 2], 2: [], 3: [3], 4: [4, 5], 5: [6]}
    source = [GERMAN[i] for i in order]
    target = [ENGLISH[j] for i in order for j in pairs[i]]
    rows = dict(zip([*GERMAN, *ENGLISH], np.concatenate([vectors(GERMAN), vectors(ENGLISH)]), strict=True))
    found = align(source, target, (np.stack([rows[s] for s in source]), np.stack([rows[t] for t in target])), ("de", "en"))
    right = sum(
        bool(b.source) and bool(b.target) and all(ENGLISH.index(target[j]) in pairs[order[i]] for i in b.source for j in b.target)
        for b in found
    )  # fmt: skip
    assert right > 0.88 * sum(bool(b.source) and bool(b.target) for b in found)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 2**32 - 1))
def test_every_sentence_stands_in_one_bead_in_order(n, m, seed) -> None:
    rng = np.random.default_rng(seed)
    rows = [rng.normal(size=(k, 8)).astype(np.float32) for k in (n, m)]
    rows = [r / np.linalg.norm(r, axis=1, keepdims=True) if len(r) else r for r in rows]
    texts = [["x" * int(rng.integers(0, 80)) for _ in range(k)] for k in (n, m)]
    found = align(texts[0], texts[1], (rows[0], rows[1]), ("de", "en"))
    assert [i for b in found for i in b.source] == list(range(n))
    assert [j for b in found for j in b.target] == list(range(m))
    assert all(0 <= b.score <= 1 and (b.source or b.target) for b in found)


@pytest.mark.parametrize("copies", [1, 40])
def test_the_same_sentence_again_and_again(copies) -> None:
    assert len(beads([GERMAN[0]] * copies, [ENGLISH[0]] * copies)) == copies
