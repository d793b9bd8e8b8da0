"""The encoder in spaCy: found by name, saved, loaded, and true to spaCy's own rules."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from depesche import annotate

TEXTS = {
    "de": "Huawei wurde im Mai 2019 auf die Liste gesetzt.\n\nHeiko Maas sagte in Berlin, man müsse handeln. ",
    "en": "  Wilbur Ross met Huawei in Washington.\nThe company, he said, must leave the United States.",
}


@pytest.mark.parametrize("lang", TEXTS)
def test_any_spacy_pipeline_can_have_it(lang: str, tmp_path: Path) -> None:
    nlp = spacy.blank(lang)
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("depesche_encoder")
    doc = nlp(TEXTS[lang])
    assert {ent.label_ for ent in doc.ents} >= {"PERSON", "ORG", "GPE"}
    assert len(list(doc.sents)) == 2
    for sent in doc.sents:
        assert sum(token.head == token for token in sent) == 1
        assert all(token.head.sent == sent for token in sent)
        assert sent.root.pos_ in {"VERB", "AUX", "NOUN", "PROPN"}
        assert sent.vector.shape == (384,)
    assert doc.vector.shape == (384,)
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")(TEXTS[lang])
    assert [(t.pos_, t.dep_, t.head.i) for t in again] == [(t.pos_, t.dep_, t.head.i) for t in doc]


@pytest.mark.parametrize("lang", TEXTS)
def test_our_pipeline_loads_by_its_name(lang: str) -> None:
    nlp = spacy.load("depesche", config={"lang": lang})
    doc = nlp(TEXTS[lang])
    assert nlp.pipe_names[-2:] == ["depesche_encoder", "depesche_record"]
    assert all(token.lemma_ for token in doc if not token.is_space)
    assert doc.ents
    assert [t.lemma_ for t in doc if t.text == "said"] in ([], ["say"])


def test_dates_and_events_are_where_spacy_users_look() -> None:
    nlp = spacy.load("depesche", config={"lang": "en"})
    text = "SMIC was added to the Entity List in December 2020, it said yesterday."
    doc = nlp(text)
    assert [(s.text, s.label_, s.kb_id_, s.id_) for s in doc.spans["dates"]] == [
        ("December 2020", "DATE", "2020-12", "2020-12"), ("yesterday", "DATE", "", ""),
    ]  # fmt: skip
    assert [(e.event_type, e.time.edtf) for e in doc._.events] == [("LIST_ADD", "2020-12")]
    assert doc._.record.text == text
    known = nlp.make_doc(text)
    known._.published = "2021-03-02"
    assert [s.id_ for s in nlp(known).spans["dates"]] == ["2020-12", "2021-03-01"]


def test_batches_change_nothing() -> None:
    nlp = annotate.load("de")
    texts = [TEXTS["de"], "Kurz.", "", "   ", TEXTS["de"][:30]]
    one = [[(t.dep_, t.head.i, t.ent_type_) for t in nlp(text)] for text in texts]
    for size in (1, 2, 5):
        assert [[(t.dep_, t.head.i, t.ent_type_) for t in doc] for doc in nlp.pipe(texts, batch_size=size)] == one


@pytest.mark.parametrize(("headline", "verb"), [
    ("House Passes Bill That Could Ban TikTok", "Passes"),
    ("Xi Meets Putin in Beijing", "Meets"),
    ("Blinken Visits Kyiv", "Visits"),
])
def test_verbs_of_headlines_in_title_case(headline: str, verb: str) -> None:
    doc = annotate.load("en")(headline)
    assert doc.text == headline
    assert [token.text for token in doc if token.dep_ == "root" and token.pos_ == "VERB"] == [verb]


def test_names_alone_are_no_headline() -> None:
    doc = annotate.load("en")("Angela Merkel met Grant Cook and Rose Block.")
    assert [ent.text for ent in doc.ents] == ["Angela Merkel", "Grant Cook", "Rose Block"]


def test_a_doc_without_boundaries_is_one_sentence() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("depesche_encoder")
    doc = nlp("He left. She stayed.")
    assert sum(token.head == token for token in doc) == 1
