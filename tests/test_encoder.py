"""The encoder: trees, tags, windows, and the same reading in any company."""

from __future__ import annotations

import itertools
import json
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marisa_trie import Trie

from conftest import SHARED, needs_shared
from depesche import annotate, corpora, models
from depesche.encoder import OVERLAP, WINDOW, Encoder, Lexicon, Words, _joined, _Tags, cores, tree, trees
from depesche.errors import ModelError
from depesche.evaluate import gate
from depesche.run import measure

SENTENCES = {
    "de": "Die Regierung in Berlin schickte Annalena Baerbock am Montag nach Washington .",
    "en": "The Commerce Department added Huawei to the Entity List in May 2019 .",
}
EMPTY = np.zeros(0, np.float32)
DE, EN = (text.split() for text in SENTENCES.values())


def words(texts: list[str]) -> Words:
    return Words(texts, [True] * (len(texts) - 1) + [False])


@pytest.fixture(scope="module")
def model() -> Encoder:
    return Encoder(models.folder())


def test_names_in_both_languages(model: Encoder) -> None:
    german, english = model.read([words(DE), words(EN)])
    assert {(" ".join(DE[n.start : n.end]), n.label) for n in german.names} >= {
        ("Annalena Baerbock", "PERSON"),
        ("Berlin", "GPE"),
        ("Washington", "GPE"),
    }
    assert {(" ".join(EN[n.start : n.end]), n.label) for n in english.names} >= {
        ("Huawei", "ORG"),
    }
    assert all(0 < n.score <= 1 for n in german.names)


def test_syntax_in_both_languages(model: Encoder) -> None:
    german, english = model.read([words(DE), words(EN)])
    assert german.relations[DE.index("schickte")] == "root"
    assert german.relations[DE.index("Regierung")] == "nsubj"
    assert english.pos[EN.index("added")] == "VERB"
    assert english.heads[EN.index("Huawei")] == EN.index("added")
    assert english.relations[EN.index("Huawei")] == "obj"


def test_vectors_join_the_languages(model: Encoder) -> None:
    pairs = [
        ("Die Regierung verhängte neue Sanktionen .", "The government imposed new sanctions ."),
        ("Der Hund schläft auf dem Sofa .", "The dog is sleeping on the sofa ."),
    ]
    read = model.read([words(text.split()) for pair in pairs for text in pair])
    german, english = (np.stack([r.vector for r in read[i::2]]) for i in (0, 1))
    assert (german @ english.T).argmax(1).tolist() == [0, 1]
    assert np.allclose(np.linalg.norm(german, axis=1), 1, atol=1e-5)


def test_a_sentence_reads_the_same_in_any_company(model: Encoder) -> None:
    many = [words((DE + EN)[i : i + n]) for i in range(10) for n in (1, 3, 7, 15)]
    together = model.read(many)
    for sentence, reading in zip(many, together, strict=True):
        (alone,) = model.read([sentence])
        assert (alone.names, alone.pos, alone.heads, alone.relations) == (
            reading.names,
            reading.pos,
            reading.heads,
            reading.relations,
        )
        assert np.allclose(alone.vector, reading.vector, atol=1e-5)


def test_it_matters_not_how_much_is_kept_between_the_graphs(model: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    many = [words((DE + EN)[i : i + n]) for i in range(6) for n in (1, 4, 9)] + [words([*DE, *EN] * 12)]
    whole = model.read(many)
    monkeypatch.setattr("depesche.encoder.BAND", 10)
    for one, other in zip(model.read(many), whole, strict=True):
        assert (one.names, one.pos, one.heads, one.relations) == (other.names, other.pos, other.heads, other.relations)
        assert np.array_equal(one.vector, other.vector)


def test_threads_read_what_one_reads() -> None:
    sentences = [words(text[:n]) for n in range(1, 14) for text in (DE, EN) for _ in range(30)]
    alone, beside = Encoder(models.folder(), threads=1), Encoder(models.folder(), threads=3)
    for one, other in zip(alone.read(sentences), beside.read(sentences), strict=True):
        assert replace(one, vector=EMPTY) == replace(other, vector=EMPTY)
        assert (one.vector == other.vector).all()
    assert (alone.vectors(sentences) == beside.vectors(sentences)).all()


def test_a_reading_takes_the_cores_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    free = cores()
    assert 1 <= free <= (os.cpu_count() or 1)
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    assert cores() == 1
    monkeypatch.setenv("OMP_NUM_THREADS", "4096")
    assert cores() == free
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as workers:
        assert workers.submit(cores).result() == 1  # it has siblings


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="no processes are forked here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_pipeline_that_has_read_goes_on_in_forked_processes() -> None:
    nlp = annotate.load("en")
    texts = [" ".join(EN)] * 8
    here = [[ent.text for ent in doc.ents] for doc in nlp.pipe(texts)]
    there = [[ent.text for ent in doc.ents] for doc in nlp.pipe(texts, n_process=2, batch_size=2)]
    assert there == here
    assert "Huawei" in here[0]


def test_without_vectors_the_reading_is_the_same(model: Encoder) -> None:
    sentences = [words(DE), words(EN)]
    for whole, plain in zip(model.read(sentences), model.read(sentences, vectors=False), strict=True):
        assert plain.vector.shape == (0,)
        assert replace(whole, vector=plain.vector) == plain


def test_the_lexicon_knows_a_word_in_any_case(tmp_path: Path) -> None:
    Trie(["berlin", "öl", "new-york"]).save(str(tmp_path / "words"))
    row = Lexicon(tmp_path / "words")
    assert row("Berlin") == row("BERLIN") == row("berlin")
    assert {row("Berlin"), row("Öl"), row("New-York")} == {1, 2, 3}
    assert row("Bonn") == row("") == row("Berlin ") == 0


def test_soft_hyphens_are_not_read(model: Encoder) -> None:
    plain, hyphened = model.read([words(EN), words([f"{w[:2]}\u00ad{w[2:]}" for w in EN])])
    assert plain.names == hyphened.names
    assert np.array_equal(plain.vector, hyphened.vector)


def test_the_lexicon_counts_only_for_its_own_word(model: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = words(EN)
    known = model._lexicon
    read = model.read([sentence])[0]
    monkeypatch.setattr(model, "_lexicon", lambda word: 0 if word == "Huawei" else known(word))
    other = model.read([sentence])[0]
    assert known("Huawei") != 0
    assert not np.allclose(read.vector, other.vector, atol=1e-4)
    monkeypatch.setattr(model, "_lexicon", lambda word: known(word.lower()))
    assert np.allclose(read.vector, model.read([sentence])[0].vector)


def test_a_word_is_the_mean_of_its_pieces() -> None:
    pieces = np.arange(2 * 6 * 3, dtype=np.float32).reshape(2, 6, 3)  # begin, four of words, end
    joined = _joined(pieces, [[1, 2], [1, 2, 3, 4]])
    assert joined.tolist() == [
        pieces[0, 0].tolist(), pieces[0, 1].tolist(), pieces[0, 2:5].mean(0).tolist(),
        *pieces[1, :5].tolist(),
    ]  # fmt: skip


def test_a_long_sentence_is_read_to_its_end(model: Encoder) -> None:
    texts = (EN[:-1] * 60) + DE
    (reading,) = model.read([words(texts)])
    assert len(texts) > WINDOW > OVERLAP
    assert len(reading.pos) == len(reading.heads) == len(texts)
    assert ("Annalena Baerbock", "PERSON") in {(" ".join(texts[n.start : n.end]), n.label) for n in reading.names}
    assert is_tree(reading.heads)


def test_windows_that_have_no_word_of_their_own_lose_none(model: Encoder) -> None:
    link = "https://www.example.org/abcxyz0123456789/qqqzzz8877/wvut"
    reading = model.read([words([link, "und"] * 30)])[0]
    assert len(reading.pos) == len(reading.heads) == 60
    assert is_tree(reading.heads)


@pytest.mark.parametrize("texts", [[""], ["\u200b"], ["x" * 5000], ["😀"], ["漢字"], ["\u0000"], ["▁"], ["<s>"], [" "]])
def test_odd_words_have_a_reading(model: Encoder, texts: list[str]) -> None:
    (reading,) = model.read([words(texts)])
    assert reading.heads == (0,)
    assert reading.relations == ("root",)


def test_nothing_to_read(model: Encoder) -> None:
    assert model.read([]) == []
    (reading,) = model.read([Words([], [])])
    assert reading.heads == ()


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=tmp_path.name):
        Encoder(tmp_path)
    (tmp_path / "config.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match=tmp_path.name):
        Encoder(tmp_path)


def is_tree(heads: tuple[int, ...] | list[int]) -> bool:
    """Of heads with the root its own head: one root, and every word leads to it."""
    roots = [i for i, head in enumerate(heads) if head == i]
    reached = list(heads)
    for _ in heads:
        reached = [heads[i] for i in reached]
    return len(roots) == 1 and set(reached) == set(roots)


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_the_tree_is_the_best_of_all(n: int, seed: int) -> None:
    arc = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    arc[np.arange(n), np.arange(1, n + 1)] = -1e4
    every = itertools.product(range(n + 1), repeat=n)
    possible = [heads for heads in every if is_tree([i if x == 0 else x - 1 for i, x in enumerate(heads)])]
    best = max(possible, key=lambda heads: sum(arc[i, x] for i, x in enumerate(heads)))
    found = tree(arc)
    assert sum(arc[i, x] for i, x in enumerate(found)) == pytest.approx(sum(arc[i, x] for i, x in enumerate(best)))
    assert found.count(0) == 1


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 6), st.integers(1, 9), st.integers(0, 10_000))
def test_the_trees_of_a_batch_are_those_of_its_sentences(rows: int, n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    arc = rng.normal(size=(rows, n, n + 1)).astype(np.float32) * rng.choice([1, 4])
    arc[:, np.arange(n), np.arange(1, n + 1)] = -1e4
    for row, heads in zip(arc, trees(arc).tolist(), strict=True):
        alone = tree(row)
        assert heads.count(0) == 1
        assert sum(row[i, h] for i, h in enumerate(heads)) == pytest.approx(sum(row[i, h] for i, h in enumerate(alone)))


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 12), st.integers(0, 10_000))
def test_tags_are_well_formed_and_the_most_probable(n: int, seed: int) -> None:
    tags = _Tags(["O", "B-X", "I-X", "B-Y", "I-Y"], {})
    logits = np.random.default_rng(seed).normal(size=(1, n, 5)) * 2
    found, _ = tags.best(logits)
    labels = ["O", *(tags.tags[i] for i in found[0])]
    assert not any(b.startswith("I-") and a[2:] != b[2:] for a, b in itertools.pairwise(labels))
    if n <= 4:
        logs = logits[0] - np.log(np.exp(logits[0]).sum(-1, keepdims=True))
        legal = [
            path
            for path in itertools.product(range(5), repeat=n)
            if not any(tags._breaks(tags.tags[a], tags.tags[b]) for a, b in itertools.pairwise((0, *path)))
        ]
        best = max(legal, key=lambda path: sum(logs[i, t] for i, t in enumerate(path)))
        assert tuple(found[0]) == best


@needs_shared
@pytest.mark.parametrize(
    ("gold", "every", "layer", "floors"),
    [
        ("entities/de_germeval2014_dev.jsonl.gz", 5, "entities", {"all": {"f1": 0.87}}),
        ("entities/de_smartdata_dev.jsonl.gz", 1, "entities", {"all": {"f1": 0.755}}),
        ("entities/en_crossner_politics_dev.jsonl.gz", 2, "entities", {"all": {"f1": 0.87}}),
        ("entities/en_uner_ewt_dev.jsonl.gz", 4, "entities", {"all": {"f1": 0.785}}),
        ("treebanks/de_gsd-ud-dev.conllu.gz", 5, "syntax", {"las": 0.83, "upos": 0.95}),
        ("treebanks/en_ewt-ud-dev.conllu.gz", 4, "syntax", {"las": 0.88, "upos": 0.96}),
        ("compare/align.dev.jsonl", 20, "alignment", {"f1": 0.96}),
    ],
)
def test_accuracy_does_not_fall(gold: str, every: int, layer: str, floors: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({layer: floors}), encoding="utf-8")
    assert gate(measure(SHARED / "data" / gold, every=every), path) == []


@needs_shared
def test_translations_are_found_among_two_hundred(model: Encoder) -> None:
    pairs = [corpora.read(name, SHARED / "data", fold=(5, True)) for name in ("ud_de_pud", "ud_en_pud")]
    german, english = (
        np.stack([r.vector for r in model.read([Words(e.words, e.spaces) for e in examples])]) for examples in pairs
    )
    assert ((german @ english.T).argmax(1) == np.arange(len(german))).mean() >= 0.97
