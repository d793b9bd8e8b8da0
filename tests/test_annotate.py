"""Parts, sentences, tokens and lemmas on real text in both languages."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import SHARED, needs_shared
from depesche import annotate
from depesche.annotate import lemma, parse, pipeline, sentences
from depesche.errors import UsageError
from depesche.language import Language, detect
from depesche.records import Span

GOLD = Path(__file__).resolve().parents[1] / "corpora" / "gold" / "gold.jsonl"
DATA = SHARED / "data"


def split(text: str, lang: str = "de") -> list[str]:
    found = sentences(parse(text, Language(lang, 1.0, "user")))
    return [text[s.start : s.end] for s in found]


def tokens(text: str, lang: str) -> list[str]:
    return [token.text for part in parse(text, Language(lang, 1.0, "user")) for token in part.doc]


# ----------------------------------------------------------------------------------------------------------- sentences

# One sentence a line; joined with a space they must come apart again.
GERMAN = """
Der Brief vom 25. April (pdf) unter der Leitung von Senator Bill Hagerty (R-Tenn.) drückte Sorge aus.
Das gilt z. B. für Dr. Müller, d. h. für Nr. 5 nach Abs. 3 der Verordnung.
Am 3. und 4. Mai tagte die St. Gallener Gruppe, ca. 20 Personen bzw. Firmen u. a. aus Wien.
Der Umsatz lag bei 3,5 Mio. Euro, der Gewinn bei 1,2 Mrd. Dollar.
Es ging um Zölle, Quoten usw.
Danach sprach Donald J. Trump mit Wilhelm II. von Preußen.
„Wir gehen nicht.“
„Was soll das?“, fragte er.
»Nein!« rief sie und ging.
Er kam zum 3. Weltkrieg zu spät …
Das steht auf www.example.org/a.b und kostete 3.500 Euro.
Die Zahl stieg auf 12.
Das Haus ist 200 Jahre alt (erbaut 1821).
Wirklich?!
Ja.
"""
ENGLISH = """
Sen. Mark Warner, Democrat of Virginia, met Mr. Wang and Gen. Li on Jan. 5 at 3 p.m. in Washington, D.C.
The U.S. government fined Acme Inc. and Widget Corp. for it.
Former President Donald J. Trump and Antony J. Blinken agreed on No. 7 of the list.
“We will not go.”
"What is this?" she asked.
"Stop!" he said.
It grew by 3.5 percent to $1.2 billion, i.e. less than before.
He moved to the U.S.
They declined to comment…
See www.example.org/a.b for more.
Huawei. said five people with knowledge of the subject.
It was founded in 1987.
Rep. Smith (R-Tenn.) wrote to St. Louis.
Really?!
Yes.
"""


@pytest.mark.parametrize(("lang", "text"), [("de", GERMAN), ("en", ENGLISH)])
def test_sentences_of_print(lang: str, text: str) -> None:
    expected = text.strip().splitlines()
    assert split(" ".join(expected), lang) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("de", ["Alibaba verbündet sich mit dem Militär", "Die Firma wurde im Mai gelistet.", "Mehr dazu hier:"]),
        ("de", ["Dazu gehören:", "* transparente Verfahren,", "* faire Preise.", "- und mehr"]),
        ("de", ["Sehr geehrte Frau Ministerin,", "wir schreiben Ihnen in Sorge.", "Mit freundlichen Grüßen"]),
        ("en", ["SEN. HUTCHISON URGES SYRIA SANCTIONS", "February 17, 2005", "Dear Mr. President,", "The U.S. can."]),
        ("en", ["date 2023-06-22", "In the cold war, officials act.", "1. The first point", "2. The second point"]),
    ],
)
def test_a_line_break_ends_a_line_without_a_stop(lang: str, expected: list[str]) -> None:
    assert split("\n".join(expected), lang) == expected
    assert split(" \n\n".join(expected), lang) == expected


def test_wrapped_lines_are_joined() -> None:
    text = (
        "Dear Madam Secretary,\n\n"
        "We write to urge you to investigate and sanction the companies that\n"
        "pose a threat to our national security. Over the past months we have\n"
        "heard from constituents who are deeply worried about their data and\n"
        "about the future of Huawei Cloud in Tennessee. We ask you to act.\n"
        "\n"
        "Sincerely,\n"
        "Bill Hagerty\n"
    )
    found = split(text, "en")
    assert [" ".join(s.split()) for s in found] == [
        "Dear Madam Secretary,",
        "We write to urge you to investigate and sanction the companies that pose a threat to our national security.",
        (
            "Over the past months we have heard from constituents who are deeply worried about their data and about "
            "the future of Huawei Cloud in Tennessee."
        ),
        "We ask you to act.",
        "Sincerely,",
        "Bill Hagerty",
    ]


def test_a_line_that_goes_on_in_small_letters_is_joined() -> None:
    assert len(split("Es ist eben eine verzweifelt\n \nschwere Sache um\n \nsolche Skizzen. Doch bitte ich sehr.")) == 2


def test_sentences_of_a_mail_in_small_letters() -> None:
    text = "i have to go to berlin. call me at 8. they have not heard from you, e.g. by mail. are you ok?"
    assert split(text, "en") == [
        "i have to go to berlin.", "call me at 8.", "they have not heard from you, e.g. by mail.", "are you ok?",
    ]


def gold(path: Path) -> Iterator[tuple[str, str, list[Span]]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            yield record["lang"], record["text"], [Span(s["start"], s["end"]) for s in record["sentences"]]


@pytest.mark.parametrize("path", [GOLD, pytest.param(DATA / "events" / "dev.jsonl", marks=needs_shared)])
def test_annotated_sentences(path: Path) -> None:
    documents = list(gold(path))
    wrong = sum(len(set(sentences(parse(text, detect(text)))) ^ set(spans)) for _, text, spans in documents)
    assert wrong <= 0.01 * sum(len(spans) for _, _, spans in documents)


def treebank(name: str, size: int = 10) -> Iterator[tuple[str, set[int]]]:
    """Ten sentences at a time joined by spaces, and where each but the first begins."""
    with gzip.open(DATA / "treebanks" / f"{name}.conllu.gz", "rt", encoding="utf-8") as file:
        found = [line[9:].strip() for line in file if line.startswith("# text = ")]
    for i in range(0, len(found), size):
        group = found[i : i + size]
        yield " ".join(group), {sum(len(s) + 1 for s in group[:k]) for k in range(1, len(group))}


def boundary_f1(found: list[tuple[set[int], set[int]]]) -> float:
    right = sum(len(a & b) for a, b in found)
    return 2 * right / sum(len(a) + len(b) for a, b in found)


@needs_shared
@pytest.mark.parametrize(
    ("name", "floor"),
    [("de_pud-ud-test", 0.995), ("de_gsd-ud-dev", 0.975), ("en_pud-ud-test", 0.995), ("en_ewt-ud-dev", 0.80)],
)
def test_sentence_boundaries_of_treebanks(name: str, floor: float) -> None:
    import spacy

    lang = name[:2]
    baseline = spacy.blank(lang)
    baseline.add_pipe("sentencizer")
    ours, theirs = [], []
    for text, starts in treebank(name):
        ours.append((starts, {s.start for s in sentences(parse(text, Language(lang, 1.0, "user")))[1:]}))
        theirs.append((starts, {s.start_char for s in list(baseline(text).sents)[1:]}))
    assert boundary_f1(ours) >= floor
    assert boundary_f1(ours) > boundary_f1(theirs)


# --------------------------------------------------------------------------------------------------------------- parts

MIXED = (
    "Der Minister sagte am Dienstag in Berlin: „We will not yield to any pressure from abroad.“ Danach reiste er "
    "weiter nach Paris.\n"
    "The European Commission declined to comment on the matter. It will publish its report in May.\n"
    "Die Kommission will ihren Bericht im Mai vorlegen, heißt es in Brüssel. Er ist seit Jahren überfällig.\n"
    "Le gouvernement français a annoncé mardi de nouvelles sanctions contre plusieurs entreprises chinoises.\n"
    "Das Haus ist groß und die Stadt ist schön.\n"
)


def test_each_language_is_a_part_of_its_own() -> None:
    parts = parse(MIXED, detect(MIXED))
    assert [part.lang for part in parts] == ["de", "en", "de", "en", "de", "fr", "de"]
    assert parts[1].doc.text == "„We will not yield to any pressure from abroad.“"
    assert "".join(part.doc.text for part in parts) == MIXED
    found = [MIXED[s.start : s.end] for s in sentences(parts)]
    assert "The European Commission declined to comment on the matter." in found
    assert not any("gouvernement" in sentence for sentence in found)


def test_a_foreign_name_in_quotation_marks_does_not_split_its_sentence() -> None:
    text = GOLD.read_text(encoding="utf-8").splitlines()[0]
    article = json.loads(text)["text"]
    assert "Non-SDN Chinese Military-Industrial Complex Companies List" in article
    assert [part.lang for part in parse(article, detect(article))] == ["de"]


@needs_shared
def test_documents_in_one_language_are_one_part() -> None:
    for name, lang in (("de_pud-ud-test", "de"), ("en_pud-ud-test", "en")):
        found = [[p.lang for p in parse(text, detect(text))] for text, _ in list(treebank(name))[::5]]
        assert found == [[lang]] * len(found)


PIECES = [
    "Der Brief ging an drei Minister.", "The letter went to three ministers of the government.", "„Nein.“", " ", "\n",
    "\n\n", "\u2028", "\r\n", "“Yes, we will go there soon.”", "z. B.", "3.", "…", "\U0001f600", "\x00", "a" * 1200,
    "* ",
    "Il governo ha annunciato nuove sanzioni contro diverse aziende cinesi.",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_parts_and_sentences_are_true_to_the_text(text: str) -> None:
    parts = parse(text, detect(text))
    assert "".join(part.doc.text for part in parts) == text
    assert [part.start for part in parts] == [sum(len(p.doc.text) for p in parts[:i]) for i in range(len(parts))]
    for part in parts:
        for token in part.doc:
            start = part.start + token.idx
            assert text[start : start + len(token.text)] == token.text
    found = sentences(parts)
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_long_texts_are_cut_between_paragraphs() -> None:
    article = "\n".join(text for lang, text, _ in gold(GOLD) if lang == "de")
    text = "\n".join([article] * 30)
    parts = parse(text, Language("de", 1.0, "user"))
    assert "".join(part.doc.text for part in parts) == text
    assert max(len(part.doc.text) for part in parts) <= annotate.PART_LENGTH
    assert len(sentences(parts)) == 30 * len(split(article))


@pytest.mark.parametrize("filling", ["a", "a.b-", '".(', "Ab.\n", " .", "中国外交部。"])
def test_a_megabyte_without_words_takes_seconds(filling: str) -> None:
    text = filling * (1_000_000 // len(filling))
    begin = time.process_time()
    parts = parse(text, detect(text))
    assert time.process_time() - begin < 30
    assert sum(len(part.doc.text) for part in parts) == len(text)


def test_there_is_no_pipeline_for_other_languages() -> None:
    with pytest.raises(UsageError, match="fr"):
        pipeline("fr")


def test_vocabularies_do_not_grow_inside_a_memory_zone() -> None:
    german, english = pipeline("de"), pipeline("en")
    for lang in ("de", "en"):
        parse("Warm up.", Language(lang, 1.0, "user"))
    before = len(german.vocab.strings), len(english.vocab.strings)
    with german.memory_zone(), english.memory_zone():
        text = " ".join(f"Wort{i} und Ding{i}" for i in range(500)) + ". " + MIXED
        assert len(sentences(parse(text, detect(text)))) > 5
    assert (len(german.vocab.strings), len(english.vocab.strings)) == before


# -------------------------------------------------------------------------------------------------------------- tokens


@pytest.mark.parametrize(
    ("lang", "text", "whole"),
    [
        ("de", "Neun Biden-Beamte des US-Handelsministeriums lasen die NS-CMIC-Liste.",
         ["Biden-Beamte", "US-Handelsministeriums", "NS-CMIC-Liste"]),
        ("de", "Hagerty (R-Tenn.) traf Dr. Müller z. B. in den U.S. am 25. April.",
         ["R-Tenn.", "Dr.", "z.", "B.", "U.S."]),
        ("en", "Mr. Smith (R-Tenn.), Sen. Warner and U.S. officials met a U.S.-based firm.",
         ["Mr.", "R-Tenn.", "Sen.", "U.S.", "U.S.-based"]),
        ("en", "The cloud-computing arm wrote, “No.”", ["cloud-computing", "wrote", ",", "“", "No", ".", "”"]),
    ],
)
def test_tokens_stay_whole(lang: str, text: str, whole: list[str]) -> None:
    found = tokens(text, lang)
    assert [word for word in whole if word not in found] == []


# -------------------------------------------------------------------------------------------------------------- lemmas


@pytest.mark.parametrize(
    ("lang", "base", "forms"),
    [
        ("de", "aufnehmen", "aufgenommen aufzunehmen aufnimmt aufnahm"),
        ("de", "setzen", "gesetzt setzte setzt"),
        ("de", "verhängen", "verhängte verhängt verhängten"),
        ("de", "sanktionieren", "sanktioniert sanktionierte sanktionierten"),
        ("de", "fordern", "forderte fordern gefordert"),
        ("de", "auffordern", "aufgefordert aufzufordern"),
        ("de", "ablehnen", "abgelehnt abzulehnen"),
        ("de", "zurückweisen", "zurückgewiesen zurückzuweisen"),
        ("de", "listen", "gelistet gelistete"),
        ("de", "vorverlegen", "vorverlegt vorzuverlegen"),
        ("de", "ausspionieren", "ausspioniert auszuspionieren"),
        ("de", "einbestellen", "einbestellt einzubestellen"),
        ("de", "schreiben", "schrieb geschrieben schreibt"),
        ("de", "Prozess", "Prozess Prozesse Prozesses"),
        ("en", "add", "added adds adding"),
        ("en", "write", "wrote written writing"),
        ("en", "blacklist", "blacklisted blacklists"),
        ("en", "decouple", "decoupled decouples"),
        ("en", "cancel", "cancelled canceled"),
        ("en", "leave", "left leaves leaving"),
        ("en", "agency", "agencies agency"),
    ],
)
def test_base_forms(lang: str, base: str, forms: str) -> None:
    assert {form: lemma(form, lang) for form in forms.split()} == dict.fromkeys(forms.split(), base)


def test_the_first_word_of_a_sentence_is_a_verb_if_its_form_is() -> None:
    doc = parse("„Verhängte Sanktionen bleiben.“ Sanktionen wirken. Hat er recht?", Language("de", 1.0, "user"))[0].doc
    found = {token.text: token.lemma_ for token in doc}
    assert (found["Verhängte"], found["Sanktionen"], found["Hat"]) == ("verhängen", "Sanktion", "haben")


@needs_shared
@pytest.mark.parametrize(("name", "floor"), [("de_gsd-ud-dev", 0.97), ("en_ewt-ud-dev", 0.95)])
def test_verbs_of_treebanks(name: str, floor: float) -> None:
    right = total = 0
    with gzip.open(DATA / "treebanks" / f"{name}.conllu.gz", "rt", encoding="utf-8") as file:
        for line in file:
            row = line.split("\t")
            if len(row) > 3 and row[3] in {"VERB", "AUX"} and row[0].isdigit() and len(row[1]) > 2:
                total += 1
                right += lemma(row[1], name[:2], initial=row[0] == "1") == row[2]
    assert right / total >= floor
