"""Corpora as examples: labels that a corpus leaves open, contractions, folds."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from depesche import corpora
from depesche.errors import ModelError

IM = """# text = Er war im Haus.
1\tEr\ter\tPRON\t_\t_\t5\tnsubj\t_\t_
2\twar\tsein\tAUX\t_\t_\t5\tcop\t_\t_
3-4\tim\t_\t_\t_\t_\t_\t_\t_\t_
3\tin\tin\tADP\t_\t_\t5\tcase\t_\t_
4\tdem\tder\tDET\t_\t_\t5\tdet\t_\t_
5\tHaus\tHaus\tNOUN\t_\t_\t0\troot\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t5\tpunct\t_\t_

"""
DONT = """1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\t_\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\t_\t_\t0\troot\t_\t_

"""


def test_a_contraction_is_one_word_in_german_and_two_in_english(tmp_path: Path) -> None:
    (tmp_path / "de_x.conllu").write_text(IM, encoding="utf-8")
    (tmp_path / "en_x.conllu").write_text(DONT, encoding="utf-8")
    (german,) = corpora.conllu(tmp_path / "de_x.conllu")
    assert german.words == ("Er", "war", "im", "Haus", ".")
    assert german.heads == (4, 4, 4, 0, 4)
    assert german.relations == ("nsubj", "cop", "case", "root", "punct")
    assert german.spaces == (False, True, True, True, False)
    (english,) = corpora.conllu(tmp_path / "en_x.conllu")
    assert english.words == ("Do", "n't", "go")
    assert english.spaces == (False, False, True)


GUM = """1\tThe\tthe\tDET\tDT\t_\t3\tdet\t_\tEntity=(1-person-new
2\tFrench\tFrench\tADJ\tJJ\t_\t3\tamod\t_\t_
3\tdean\tdean\tNOUN\tNN\t_\t9\tnsubj\t_\t_
4\tof\tof\tADP\tIN\t_\t5\tcase\t_\t_
5\tUniversity\tUniversity\tPROPN\tNNP\t_\t3\tnmod\t_\tEntity=(2-organization-new
6\tof\tof\tADP\tIN\t_\t7\tcase\t_\t_
7\tKent\tKent\tPROPN\tNNP\t_\t5\tnmod\t_\tEntity=(3-place-new)2)1)
8\t,\t,\tPUNCT\t,\t_\t5\tpunct\t_\t_
9\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_
10\tDr.\tDr.\tPROPN\tNNP\t_\t9\tobj\t_\tEntity=(4-person-new
11\tSmith\tSmith\tPROPN\tNNP\t_\t10\tflat\t_\tEntity=4)
12\tMonday\tMonday\tPROPN\tNNP\t_\t9\tobl\t_\t_

"""


def test_names_are_the_proper_nouns_in_a_treebank_s_mentions(tmp_path: Path) -> None:
    (tmp_path / "treebanks").mkdir()
    with gzip.open(tmp_path / "treebanks" / "en_gum-ud-train.selected.conllu.gz", "wt", encoding="utf-8") as out:
        out.write(GUM)
    (example,) = corpora.read("ud_en_gum", tmp_path)
    found = dict(zip(example.words, example.allowed or (), strict=True))
    assert "O" in found["dean"]
    assert found["University"] == {"B-ORG"}
    assert found["Kent"] == {"I-ORG"}
    assert found["Dr."] == {"B-PERSON"}
    assert found["Smith"] == {"I-PERSON"}
    assert not found["French"] & {"B-PERSON", "B-ORG", "B-LOC", "B-GPE"}
    assert found["Monday"] == set(corpora.tags(corpora.LABELS))  # a proper noun that no mention explains


def test_recased_copies_keep_what_is_marked(tmp_path: Path) -> None:
    write(
        tmp_path,
        "en_uner_ewt_train.jsonl.gz",
        {"id": "1", "tokens": ["IBM", "left"], "tags": ["B-ORG", "O"]},
        {"id": "2", "tokens": ["We", "left"], "tags": ["O", "O"]},
    )
    plain = corpora.read("uner_ewt", tmp_path)
    small, capital = corpora.recased(plain)
    assert (small.words, capital.words) == (("ibm", "left"), ("WE", "LEFT"))
    assert small.allowed == plain[0].allowed


def test_mixed_copies_have_other_names_and_no_gold() -> None:
    words = ("Gestern", "traf", "Maas", "in", "Berlin", "den", "Minister", ".")
    example = corpora.Example("x", "de", words, (False, *[True] * 6, False), tuple([frozenset("O")] * 8), ("X",) * 8)
    copies = corpora.mixed([example] * 50, ["Hai", "Ross"], seed=1)
    assert copies == corpora.mixed([example] * 50, ["Hai", "Ross"], seed=1)
    assert {len(copy.words) for copy in copies} == {8}
    assert {copy.words[i] for copy in copies for i in (0, 1, 3, 5, 7)} == {"Gestern", "traf", "in", "den", "."}
    assert {copy.words[2] for copy in copies} == {"Maas", "Berlin", "Minister", "Hai", "Ross"}
    assert all(copy.allowed is None and copy.pos is None and copy.spaces == example.spaces for copy in copies)
    assert corpora.mixed([example], [], seed=1)[0].words[0] == "Gestern"
    assert corpora.mixed([], ["Hai"], seed=1) == []


def write(root: Path, file: str, *lines: dict[str, object]) -> None:
    (root / "entities").mkdir(exist_ok=True)
    with gzip.open(root / "entities" / file, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(line) + "\n" for line in lines)


def test_what_a_corpus_does_not_mark_stays_open(tmp_path: Path) -> None:
    write(
        tmp_path,
        "en_uner_ewt_train.jsonl.gz",
        {"id": "1", "tokens": ["IBM", "left", "Paris"], "tags": ["B-ORG", "O", "B-LOC"]},
    )
    (example,) = corpora.read("uner_ewt", tmp_path)
    assert example.allowed is not None
    assert example.allowed[0] == {"B-ORG"}
    assert example.allowed[1] >= {"O", "B-MISC", "I-LAW"}
    assert not example.allowed[1] & {"B-PERSON", "B-ORG", "B-LOC", "B-GPE"}
    assert example.allowed[2] == {"B-LOC", "B-GPE"}


def test_a_letter_leaves_its_writers_open(tmp_path: Path) -> None:
    text = "Lieber Arthur! Grüße an Salten aus Wien. Ihr Richard"
    at = text.index("Salten")
    write(
        tmp_path,
        "de_letters_schnitzler_dev.jsonl.gz",
        {
            "id": "1",
            "text": text,
            "meta": {"sent": {"person": "Beer-Hofmann, Richard"}, "received": {"person": "Schnitzler, Arthur"}},
            "entities": [{"start": at, "end": at + 6, "type": "person", "subtype": None}],
        },
    )
    found = {
        word: allowed
        for example in corpora.read("letters", tmp_path)
        for word, allowed in zip(example.words, example.allowed or (), strict=True)
    }
    assert found["Salten"] == {"B-PERSON"}
    assert found["Arthur"] == found["Richard"] == set(corpora.tags(corpora.LABELS))
    assert "B-PERSON" not in found["Grüße"]


def test_gold_records_are_examples_of_names_alone(tmp_path: Path) -> None:
    text = "Er traf Maas auf der Entity List."
    spans = [("Maas", "PERSON", "name"), ("Er", "PERSON", "pronoun"), ("Entity List", "LIST", "name")]
    record = {"doc_id": "1", "lang": "de", "text": text, "entities": [
        {"start": text.index(words), "end": text.index(words) + len(words), "label": label, "kind": kind}
        for words, label, kind in spans
    ]}  # fmt: skip
    path = tmp_path / "gold.jsonl"
    lines = [record, record | {"doc_id": "2", "annotated_types": ["LIST_ADD"]}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    (example,) = corpora.records(path)  # of the second somebody looked at some events alone
    found = dict(zip(example.words, example.allowed or (), strict=True))
    assert found["Maas"] == {"B-PERSON"}
    assert found["Er"] == found["traf"] == {"O"}
    assert found["Entity"] == set(corpora.tags(corpora.LABELS))  # a label that the encoder does not have
    assert corpora.records(path, fold=(2, True)) == []
    path.write_text("{}\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"gold\.jsonl: no gold records"):
        corpora.records(path)


def test_nothing_is_trained_on_what_is_there_to_measure_with(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"krauts is there to measure with, not to train on \(CC BY-NC 4\.0\)"):
        corpora.read("krauts", tmp_path)


def test_folds_part_a_corpus(tmp_path: Path) -> None:
    lines = [{"id": str(i), "tokens": [f"w{i}"], "tags": ["O"]} for i in range(10)]
    write(tmp_path, "de_germeval2014_dev.jsonl.gz", *lines)
    held = corpora.read("germeval2014", tmp_path, fold=(5, True))
    rest = corpora.read("germeval2014", tmp_path, fold=(5, False))
    assert [e.words[0] for e in held] == ["w4", "w9"]
    assert len(rest) == 8


def test_errors_name_corpus_and_file(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no corpus 'nothing'"):
        corpora.read("nothing", tmp_path)
    with pytest.raises(ModelError, match="de_germeval2014_dev"):
        corpora.read("germeval2014", tmp_path)
    write(tmp_path, "de_germeval2014_dev.jsonl.gz", {"id": "1", "tokens": ["x"], "tags": ["B-ODD"]})
    with pytest.raises(ModelError, match="ODD"):
        corpora.read("germeval2014", tmp_path)


def test_the_catalogue_is_complete() -> None:
    for name, entry in corpora.catalogue().items():
        assert {"title", "url", "licence", "lang", "format", "files"} <= set(entry), name
        for label, ours in entry.get("labels", {}).items():
            options = ours if isinstance(ours, list) else [ours]
            assert all(o in (*corpora.LABELS, "O", "any") for o in options), (name, label)
