"""Letters of our own in both languages, texts that are none, and the corpus of old letters where it is at hand."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import depesche
from conftest import SHARED, needs_shared
from depesche import annotate, dates, entities, letters
from depesche.config import Settings
from depesche.language import Language
from depesche.records import Document, Event, Published, Record
from depesche.run import annotate_document, run
from depesche.run.document import explained


@dataclass(frozen=True)
class Written:
    """A letter and all that it says about itself."""

    name: str
    lang: str
    text: str
    sender: str | None = None
    recipients: list[str] = field(default_factory=list)
    place: str | None = None
    written: str | None = None
    addressee: list[str] = field(default_factory=list)  # where the event has more than the recipients


LETTERS = [
    Written("geschaeftsbrief", "de", """Muster & Söhne GmbH
Hafenstraße 12
20457 Hamburg

Frau
Dr. Petra Müller
Lindenallee 7
80331 München

Hamburg, 3. Februar 2022

Ihre Anfrage vom 20. Januar

Sehr geehrte Frau Dr. Müller,

vielen Dank für Ihre Anfrage. Wir liefern die Geräte bis zum 15. März.

Mit freundlichen Grüßen

i. A. Karl Brandt
Leiter Vertrieb
""", "Karl Brandt", ["Dr. Petra Müller"], "Hamburg", "2022-02-03"),
    Written("behoerde", "de", """Aktenzeichen: 4 C 17/21

Dresden, den 9. November 2021

Sehr geehrte Damen und Herren,

hiermit bestätigen wir den Eingang Ihres Antrags. Die Bearbeitung dauert etwa sechs Wochen.

Hochachtungsvoll

gez. Dr. Ulrike Sommer
Referatsleiterin
""", "Dr. Ulrike Sommer", [], "Dresden", "2021-11-09", ["Damen und Herren"]),
    Written("privat", "de", """Lieber Hermann,

gestern sind wir endlich angekommen. Das Haus ist kalt, aber der See ist wunderbar. Komm bald nach!

Herzlichst
Dein Arthur
""", "Arthur", ["Hermann"]),
    Written("alt_kopf", "de", """Berlin W., am 4ten März 1901

Verehrter Herr Doctor!

Das Manuscript habe ich erhalten und danke Ihnen sehr. Ich werde es nächste Woche lesen.

Ihr ergebener
Dr. Felix Anders
""", "Dr. Felix Anders", [], "Berlin", "1901-03-04", ["Doctor"]),
    Written("alt_kurz", "de", """Wien, den 3. II. 1892

Mein lieber guter Ludwig,

die Karten sind bestellt, wir sitzen in der dritten Reihe.

In alter Freundschaft Dein treuer Georg
""", "Georg", ["Ludwig"], "Wien", "1892-02-03"),
    Written("datum_am_ende", "de", """Liebe Frau Winter,

bitte schicken Sie mir die beiden Bücher zurück, ich brauche sie für die Arbeit.

Mit bestem Gruß Ihr Anton Berger
Graz, 12. 1. 1923
""", "Anton Berger", ["Winter"], "Graz", "1923-01-12"),
    Written("kurzes_jahr", "de", """Wien, 12/1 92

Lieber Richard!

Am Sonntag komme ich.

Herzlich Ihr Otto
""", "Otto", ["Richard"], "Wien", "XXXX-01-12"),
    Written("karte", "de", """Herrn Dr. Max Lindner
Salzburg
Getreidegasse 4

Innsbruck
7. 8. 1911
Herzliche Grüße aus den Bergen!
Ihre Helene Kern
""", "Helene Kern", ["Dr. Max Lindner"], "Innsbruck", "1911-08-07"),
    Written("mail_als_text", "de", """Von: Anna Weber <anna.weber@beispiel.de>
An: Thomas Krüger <t.krueger@beispiel.de>
Datum: 14. Mai 2020
Betreff: Treffen am Freitag

Hallo Thomas,

passt dir Freitag um zehn? Ich bringe die Unterlagen mit.

Viele Grüße
Anna
""", "Anna Weber", ["Thomas Krüger"], None, "2020-05-14"),
    Written("zwei_empfaenger", "de", """Liebe Paula, lieber Richard,

wir freuen uns sehr auf den Abend bei euch. Sollen wir etwas mitbringen?

Liebe Grüße
Gerda und Emil
""", "Gerda; Emil", ["Paula", "Richard"]),
    Written("leserbrief", "de", """Sehr geehrte Redaktion,

Ihr Bericht über den Radweg verschweigt, dass der Stadtrat schon im März zugestimmt hat.

Mit freundlichen Grüßen
Jürgen Albrecht, Kassel
""", "Jürgen Albrecht", [], None, None, ["Redaktion"]),
    Written("business", "en", """Acme Tools Ltd
14 Mill Road
Leeds LS1 4AP

Mr John Smith
22 Park Lane
York

Leeds, 5 October 2021

Dear Mr Smith,

Thank you for your order. We shall ship the parts next week.

Yours sincerely,

Margaret Hill
Head of Sales
""", "Margaret Hill", ["John Smith"], "Leeds", "2021-10-05"),
    Written("old_english", "en", """London, 3rd October 1846

My dear Sir,

I have received your letter and shall be glad to see you on Friday.

I am, Sir,
Your obedient servant,
Thomas Wright
""", "Thomas Wright", [], "London", "1846-10-03", ["Sir"]),
    Written("to_whom", "en", """March 2, 2019

To Whom It May Concern:

Ms Carter worked in our laboratory for three years and we recommend her warmly.

Yours faithfully,
Dr. Helen Brooks
Director
""", "Dr. Helen Brooks", [], None, "2019-03-02"),
    Written("editor", "en", """To the Editor:

Your report on the new bridge leaves out that the council voted for it in May.

Sincerely,
Jane Doe
""", "Jane Doe", [], None, None, ["the Editor"]),
    Written("private", "en", """Dear Anna and Tom,

We arrived last night and the cottage is lovely. Do come and visit us soon.

With love from us both,
Lucy
""", "Lucy", ["Anna", "Tom"]),
    Written("pasted_mail", "en", """From: Robert King <rk@example.org>
To: Susan Lee <sl@example.org>
Date: 6 June 2018
Subject: Minutes

Hi Susan,

the minutes are attached. Let me know if anything is missing.

Best regards,
Robert
""", "Robert King", ["Susan Lee"], None, "2018-06-06"),
    Written("postscript", "en", """Oxford, 11 May 1902

My dear Henry,

the book came this morning and I have read half of it already.

Ever yours,
William

P.S. Remember me to your sister. Kind regards to all the family.
""", "William", ["Henry"], "Oxford", "1902-05-11"),
]  # fmt: skip

OTHERS = {
    "news_with_a_quoted_letter": """Bürgermeister weist Kritik zurück

Kassel. Der Bürgermeister hat am Montag mit einem offenen Brief geantwortet, den er den Zeitungen schickte:

Sehr geehrte Frau Schröder,

Ihre Behauptung ist falsch. Der Rat hat den Plan im März beschlossen.

Mit freundlichen Grüßen
Hans Vogt

Die Opposition wollte sich am Dienstag zu dem Schreiben noch nicht äußern und kündigte eine Erklärung an.
""",
    "news_of_a_letter": """Senators write to Treasury

Washington, April 25, 2023 - A group of nine senators wrote to Treasury Secretary Janet Yellen on Tuesday.
"Dear Secretary Yellen, we urge you to act," the letter said. They asked for sanctions against two companies.
""",
    "poem": """Abend am See

O lieber Wind, du wehst so leise,
du trägst den Duft von Heu und Klee,
und alle Vögel gehn auf Reise
weit über Wald und Feld und See.

Anna Berg
""",
    "contract": """Mietvertrag

zwischen
Frau Erika Wolf, Lange Straße 3, 34117 Kassel (Vermieterin)
und
Herrn Paul Neumann, Am Markt 8, 34117 Kassel (Mieter)

§ 1 Die Vermieterin vermietet dem Mieter die Wohnung im zweiten Stock.
§ 2 Das Mietverhältnis beginnt am 1. April 2020.

Kassel, 3. Februar 2020

Erika Wolf                Paul Neumann
""",
    "agreement": """Loan Agreement

between John Carter, Leeds (the Lender) and Mary Hill, York (the Borrower)

1. The Lender lends the Borrower the sum of 5,000 pounds.
2. The loan is repaid by 31 December 2021.

Leeds, 5 October 2020

John Carter                Mary Hill
""",
    "speech": """Sehr geehrter Herr Präsident, meine sehr geehrten Damen und Herren,

wir beraten heute über ein Gesetz, das Millionen Menschen betrifft. Die Regierung hat drei Jahre verhandelt.
Ich bitte Sie um Ihre Zustimmung. Vielen Dank.
""",
    "press_release": """Pressemitteilung

Stuttgart, 12. Mai 2021. Die Firma Beispiel hat im ersten Quartal mehr Geräte verkauft als im Vorjahr.
Das teilte der Vorstand am Mittwoch mit.

Kontakt: Eva Stein, Telefon 0711 12345
""",
    "newsletter": """Weekly Digest

Five stories you should not miss this week: markets rally, a strike ends, and a new museum opens in Leeds.
Read more on our site.

Unsubscribe at any time.
The Digest Team
""",
}  # fmt: skip


def read(text: str, lang: str | None = None, **document) -> Record:
    return annotate_document(Document("x", text, lang=lang, **document), Settings())


def sent(record: Record) -> list[Event]:
    return [event for event in record.events if event.rule in ("letter.salutation", "letter.closing")]


@pytest.mark.parametrize("letter", LETTERS, ids=[letter.name for letter in LETTERS])
def test_a_letter_says_who_wrote_to_whom_where_and_when(letter: Written) -> None:
    record = read(letter.text, letter.lang)
    meta = record.meta
    said = (meta.get("sender"), meta.get("recipients", []), meta.get("place"), meta.get("written"))
    assert said == (letter.sender, letter.recipients, letter.place, letter.written)
    if letter.written and "X" not in letter.written:
        assert record.published == Published(letter.written, "header")


@pytest.mark.parametrize("letter", LETTERS, ids=[letter.name for letter in LETTERS])
def test_a_letter_is_an_event_in_its_own_words(letter: Written) -> None:
    record = read(letter.text, letter.lang)
    (event,) = sent(record)
    fillers = {name: [r for r in event.roles if r.role == name] for name in ("agent", "addressee", "place")}
    assert "; ".join(r.text for r in fillers["agent"]) == letter.sender
    words = [r.text for r in fillers["addressee"]]
    for expected, found in zip(letter.recipients or letter.addressee, words, strict=True):
        assert found.endswith(expected)
    assert all(letter.text[r.start : r.end] == r.text for r in event.roles)
    assert all(r.start <= r.head[0] < r.head[1] <= r.end for r in event.roles)
    assert event.quote.text == letter.text[event.quote.start : event.quote.end]
    assert event.time is None or record.dates[event.time.date].edtf == event.time.edtf == letter.written
    assert (event.modality, event.polarity, event.status) == ("asserted", "positive", "completed")


@pytest.mark.parametrize("letter", LETTERS, ids=[letter.name for letter in LETTERS])
def test_what_meta_says_from_the_text_has_its_place_there(letter: Written) -> None:
    meta = read(letter.text, letter.lang).meta
    for line in meta["evidence"]:
        key, start, end = line.split()
        words = letter.text[int(start) : int(end)]
        value = meta[key]
        if key != "written":
            assert any(one in words for one in (value if isinstance(value, list) else value.split("; ")))


@pytest.mark.parametrize("name", OTHERS)
def test_other_texts_are_no_letters(name: str) -> None:
    record = read(OTHERS[name])
    assert sent(record) == []
    assert not {"sender", "recipients", "place", "written", "evidence"} & set(record.meta)


def test_a_greeting_to_all_readers_without_a_signature_is_no_event() -> None:
    text = "Frankfurt, 3. Mai 2016\n\nLiebe Leser,\n\ndie Aktie ist gestern um drei Prozent gestiegen.\n"
    assert sent(read(text, "de")) == []


def test_a_title_that_ends_in_a_greeting_signs_nothing() -> None:
    text = "12. März 2016\n\nDie Sängerin singt Love Yourself\n\nDas Lied ist seit Freitag auf dem ersten Platz.\n"
    assert sent(read(text, "de")) == []


def test_headers_of_a_mail_stay_and_are_no_words_of_the_text() -> None:
    known = {"sender": "Anna Weber <a@b.de>", "recipients": ["Thomas Krüger <t@b.de>"]}
    record = read("Die Unterlagen sind unterwegs.\n\nSie kommen am Freitag an.\n", "de", meta=known)
    assert record.meta == known
    assert sent(record) == []
    record = read("Hallo Thomas,\n\ndie Unterlagen sind unterwegs.\n\nGruß\nAnna\n", "de", meta=known)
    assert {key: record.meta[key] for key in known} == known
    (event,) = sent(record)
    assert [(r.role, r.text) for r in event.roles] == [("agent", "Anna"), ("addressee", "Thomas")]


def test_a_newsletter_by_mail_without_a_salutation_is_no_event() -> None:
    known = {"sender": "Digest <news@b.org>", "recipients": ["me@b.org"]}
    assert sent(read(OTHERS["newsletter"], "en", meta=known)) == []


@pytest.mark.parametrize("closing", ["Es küßt Dich\nDein Heinrich", "LG Heinrich"])
def test_a_signature_is_no_name_with_what_stands_before_it(closing: str) -> None:
    record = depesche.extract(f"Meine liebe Grete!\n\nGestern kam endlich Dein Päckchen an.\n\n{closing}")
    signed = [role for event in record.events for role in event.roles if role.role == "agent" and role.text == "Heinrich"]
    assert [role.entity_id for role in signed] == [None]


def test_an_answer_is_dated_by_its_head_and_not_by_what_it_quotes() -> None:
    text = _MAIL + "Am 9. März 2022 um 09:15 schrieb Ute Wolf:\n" + _QUOTED
    assert depesche.extract(text).meta["written"] == "2022-03-10"


def test_the_range_of_an_edition_gives_short_years_their_century() -> None:
    (short,) = [letter for letter in LETTERS if letter.name == "kurzes_jahr"]
    record = read(short.text, "de", published=Published("1888/1931", "user"))
    assert record.meta["written"] == "1892-01-12"
    assert record.published == Published("1892-01-12", "header")
    record = read(short.text, "de", published=Published("1892-02-01", "metadata"))
    assert record.published == Published("1892-02-01", "metadata")


def test_a_record_read_again_is_the_same() -> None:
    first = read(LETTERS[0].text, "de")
    again = annotate_document(
        Document("x", first.text, lang="de", published=first.published, meta=first.meta), Settings()
    )
    assert again == first


def test_a_letter_is_explained() -> None:
    record = read(LETTERS[0].text, "de")
    lines = {event.event_id: lines for event, lines in explained(record, Settings())}
    (event,) = sent(record)
    assert lines[event.event_id] == [
        "trigger   Sehr geehrte Frau Dr. Müller, … Mit freundlichen Grüßen (letter.salutation)",
        "agent     Karl Brandt", "addressee Dr. Petra Müller", "place     Hamburg",
    ]  # fmt: skip


def same(found: str, known: str) -> bool:
    """Whether two ways to write a name have a word in common, the first letters of which are enough: ``Arth. Sch``."""
    words = [word[:4].lower() for word in re.findall(r"[^\W\d_]+", found)]
    return any(word.lower().startswith(short) for word in re.findall(r"[^\W\d_]+", known) for short in words)


def test_documents_say_who_wrote_to_whom_and_where(tmp_path: Path) -> None:
    for number, letter in enumerate(LETTERS[:2]):
        (tmp_path / f"{number}.txt").write_text(letter.text, encoding="utf-8")
    run([str(tmp_path)], tmp_path / "events.duckdb", Settings())
    with duckdb.connect(str(tmp_path / "events.duckdb"), read_only=True) as connection:
        rows = connection.execute(
            "SELECT sender, recipients, place, published_edtf, published_basis FROM documents ORDER BY path"
        ).fetchall()
        told = connection.execute("SELECT agent, addressee, place FROM event_mentions WHERE rule LIKE 'letter.%'")
        assert set(told.fetchall()) >= {("Karl Brandt", "Dr. Petra Müller", "Hamburg")}
    assert rows == [
        ("Karl Brandt", "Dr. Petra Müller", "Hamburg", "2022-02-03", "header"),
        ("Dr. Ulrike Sommer", None, "Dresden", "2021-11-09", "header"),
    ]


@pytest.mark.parametrize(("text", "place"), [
    ("Lieber Hans,\n\nherzliche Grüße aus Salzburg sendet Dir\n\nDein Karl\n", "Salzburg"),
    ("Lieber Hans,\n\nGruß aus Auerbachs Keller, Leipzig.\n\nDein Karl\n", "Leipzig"),
    ("Dear Anna,\n\ngreetings from Vienna, where it rains.\n\nYours,\nPaul\n", "Vienna"),
    ("Lieber Hans,\n\nich soll Dir Grüße von Berlin bestellen, sagt Anna.\n\nDein Karl\n", None),
])
def test_a_postcard_comes_from_where_it_greets_from(text: str, place: str | None) -> None:
    assert depesche.extract(text).meta.get("place") == place


@pytest.mark.parametrize(("text", "place"), [
    ("Steindorf am Ossiacher See 2/VI 1898.\nLieber Arthur!\nIch bin heute gefahren.\nIhr Richard Berg\n",
     "Steindorf am Ossiacher See"),
    ("Lieber Hugo!\nWir haben das Zimmer betreten.\nHerzlichst Ihr Felix Salten\n\nPieve di Cadore\nden 24. August 1893\n", "Pieve di Cadore"),
    ("Lieber Karl,\nich komme bald.\nDein Hugo Berg\nRodaun, Montag\n", "Rodaun"),
    ("Lieber Karl,\nich komme bald.\nDein Hugo Berg\nMittwoch. Abends. Neapel.\n", "Neapel"),
    ("Baden bei Wien, 10ter Juli 1898\nLieber Karl,\nich komme bald.\nDein Hugo Berg\n", "Baden bei Wien"),
    ("Lindenstraße 7, Hamburg\n10. 12. 1903\nLieber Karl,\nich komme bald.\nDein Hugo Berg\n", "Hamburg"),
    ("Austria\nHerrn Dr. Karl Richter\nLindenstraße 7\nWien\n\nLieber Karl,\nich komme bald.\nDein Hugo Berg\n", None),
    ("Dear Karl,\nI shall come soon.\nYours, Henry Miller\nBrighton, Monday night\n", "Brighton"),
])  # fmt: skip
def test_a_place_stands_at_the_head_or_below_the_signature(text: str, place: str | None) -> None:
    lang = "en" if "Dear" in text else "de"
    record = annotate_document(Document("letter", text, lang), Settings())
    assert record.meta.get("place") == place
    assert place or "sender" in record.meta


@needs_shared
def test_letters_of_a_hundred_years_ago() -> None:
    """Every other letter of the third that was set aside while the words were collected; what is given must be so."""
    path = SHARED / "data" / "entities" / "de_letters_schnitzler_dev.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][2::6]
    days, senders, recipients, places = [], [], [], []
    for row in rows:
        text, sender, to = row["text"], row["meta"]["sent"], row["meta"]["received"]
        parts = annotate.parse(text, Language("de", 1.0, "given"))
        annotate.encode(parts, Settings().model)
        found = dates.read(parts, Published("1888/1931", "user"))
        letter = letters.find(text, entities.find(parts), found)
        if letter is None:
            continue
        if letter.date is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", found[letter.date].edtf or ""):
            days.append(found[letter.date].edtf == sender["date"].get("when"))
        senders += [same(piece.value, sender["person"] or "") for piece in letter.senders[:1]]
        recipients += [same(piece.value, to["person"] or "") for piece in letter.recipients[:1]]
        places += [same(letter.place.value, sender["place"] or "")] if letter.place else []
    counts = {"days": days, "senders": senders, "recipients": recipients, "places": places}
    floors = {"days": (74, 0.95), "senders": (140, 0.87), "recipients": (100, 0.97), "places": (76, 0.83)}
    for name, rights in counts.items():  # some sign with a name that the edition does not have
        assert len(rights) >= floors[name][0], name
        assert sum(rights) / len(rights) >= floors[name][1], name


PARTS = [
    "Hi", "Dear", "Liebe", "Lieber", "Sehr geehrte", "Herr", "Frau", "Dr.", "Anna", "Smith", "und", "and", "von", ".", ",", "!", ":",
    "-", "–", "...", "<", ">", "\n", "\n\n", " ", "Wien, ", "2. Aug. 1889", "Von:", "An:", "Date:", "From:", "Datum:", "a@b.de",
    "Mit freundlichen Grüßen", "Yours sincerely", "Ihr", "Love", "i. A.", "PS", "»", "„", "“", "X", "3", "dein",
]  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PARTS), max_size=16), st.sampled_from(["", " "]))
@example(["Hi", "."], "")
def test_no_page_breaks_it(parts: list[str], joint: str) -> None:
    text = joint.join(parts)
    found = letters.find(text, [], dates.find(text, "de", "1900-01-01"))
    spans = [] if found is None else [s for s in (found.salutation, found.closing, found.head) if s]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


_MAIL = ("Von: Peter Kern\nGesendet: 10. März 2022\nAn: Ute Wolf\n\nHallo Ute,\n\nich komme am Montag.\n\n"
         "Gruß\nPeter\n\n")  # fmt: skip
_OLDER = "Hallo Peter,\n\nwann kommst du?\n\nViele Grüße\nUte\n"
_QUOTED = "".join(f"> {line}\n" for line in _OLDER.splitlines())
_ANSWER = "Dear Ann,\n\nno news yet.\n\nYours,\nBen\n\n"


@pytest.mark.parametrize(("text", "sender", "recipients", "place"), [
    ("Kiel, 3. Mai 1912\n\nLiebe Martha!\n\nDein Brief kam heute.\n\nHermann\n", "Hermann", ["Martha"], "Kiel"),
    (("Kiel, 3. Mai 1912\n\nEuer Exzellenz!\n\nDer Vertrag liegt bei.\n\nMit tiefer Ehrerbietung\n"
     "von Holst\n"),
     "von Holst", [], "Kiel"),
    ("Kiel, 3. Mai 1912\n\nMeine lieben Eltern!\n\nMir geht es gut.\n\nEurem dankbaren Sohne\nGustav\n",
     "Gustav", [], "Kiel"),
    ("Kiel, 3. Mai 2012\n\nLiebe Oma!\n\nDanke für das Paket.\n\nDeine Ilse\n", "Ilse", [], "Kiel"),
    ("Leeds, 3 May 2012\n\nDear Grandma,\n\nThanks for the parcel.\n\nLove,\nAlice\n", "Alice", [], "Leeds"),
    ("z. Zt. Bad Ischl, 3. Mai 1912\n\nLiebe Martha!\n\nEs regnet.\n\nDein Hermann\n", "Hermann", ["Martha"], "Bad Ischl"),
    (("Leeds, 3 May 2012\n\nHis Excellency Paul Kagame\nPresident of the Republic of Rwanda\nKigali\n\nYour Excellency,\n\n"
      "We write about the arrests.\n\nRespectfully,\nAlice Walker\nExecutive Director\n"),
     "Alice Walker", ["Paul Kagame"], "Leeds"),
    (("Leeds, 3 May 2012\n\nThe Honorable Janet Yellen\nSecretary\nDepartment of the Treasury\n\nDear Secretary Yellen:\n\n"
      "We write about the loan.\n\nSincerely,\n\npp Peter Walker\nHead of Accounts\n"),
     "Peter Walker", ["Janet Yellen"], "Leeds"),
    (("Kiel, 3. Mai 2012\n\nSeiner Exzellenz\nPaul Kagame\nPräsident der Republik Ruanda\n\nExzellenz,\n\n"
      "wir schreiben wegen der Festnahmen.\n\nHochachtungsvoll\ni. A. Ilse Walter\n"),
     "Ilse Walter", ["Paul Kagame"], "Kiel"),
    ("Kiel, 3. Mai 1912\n\nIhr Lieben!\n\nWir sind da.\n\nEure Ilse\n", "Ilse", [], "Kiel"),
    ("Kiel, 3. Mai 1912\n\nGeliebte Mutter!\n\nWir sind da.\n\nDein Karl\n", "Karl", [], "Kiel"),
    ("Kiel, 3. Mai 1921\n\nSehr geehrte Herren!\n\nDas Holz ist da.\n\nHochachtungsvoll\nMüller & Sohn\n",
     "Müller & Sohn", [], "Kiel"),
    ("Sehr geehrte Frau Vogel,\n\nwir vertreten den Käufer.\n\nMit freundlichen Grüßen\n\nKeller & Schulz\n",
     "Keller & Schulz", ["Vogel"], None),
    ("Dear Tom,\n\nWe came on Monday.\n\nLots of love\nMum & Dad\n", "Mum; Dad", ["Tom"], None),
    ("Guten Tag Frau Huber,\n\nanbei die Rechnung.\n\nViele Grüße\nJan Krause\n", "Jan Krause", ["Huber"], None),
    ("Dear Mr Brown,\n\nThe coat is here.\n\nYours sincerely,\nJune Carter\n", "June Carter", ["Brown"], None),
    ("Lieber Hans,\n\nwir kommen am Freitag.\n\nLiebe Grüße\nGerda & Emil\n", "Gerda; Emil", ["Hans"], None),
    ("Dear all,\n\nWe are safe.\n\nLove,\nJim\n", "Jim", [], None),
    ("Lieber Hans,\n\nwir sind am See.\n\nHerzliche Grüße Gerda\nHerzlichst Emil\n", "Gerda; Emil", ["Hans"], None),
    ("Dear Tom,\n\nWe are at the lake.\n\nLove, Alice\nBest wishes, Ben\n", "Alice; Ben", ["Tom"], None),
    ("Lieber Hans,\n\nes regnet.\n\nDein Emil\n\nP. S. Morgen kommt Besuch. Herzlichst E.\n", "Emil", ["Hans"], None),
    (("The Manager,\nMidland Bank,\nYork.\n\n3 May 1912\n\nDear Sir,\n\nClose it.\n\nYours truly,\n"
     "(Miss) G. M. Cole\n"),
     "G. M. Cole", [], None),
    (("Dr. Paul Weiss\nOld Grove Road\nLeeds\n\nMay 4, 1939\n\nMy dear Professor:\n\nThank you.\n\n"
     "Sincerely yours,\nNiels Holm\n"),
     "Niels Holm", [], None),
    ("14 Mill Road\nLeeds\n\nMay 4, 1939\n\nDear Anna,\n\nThank you.\n\nYrs. V.\n", "V.", ["Anna"], "Leeds"),
    (("Dear Mrs. Hill --\n\nWe agree.\n\nSincerely,\n\nAnna Vogt        Peter Lenz\n"
     "Chair            Treasurer\n"),
     "Anna Vogt; Peter Lenz", ["Hill"], None),
    ("From: Petra Wolff\nTo: Hans Klein; Anna Lee\n\nDear Hans,\n\nMonday works.\n\nRegards\nP.\n",
     "Petra Wolff", ["Hans Klein", "Anna Lee"], None),
    ("Von: Petra Wolff\nAn: Hans Klein\n\nSehr geehrte Frau Lenz,\n\nMontag passt.\n\nGruß\nOtto Maier\n",
     "Otto Maier", ["Lenz"], None),
    (_MAIL + "Von: Ute Wolf\nGesendet: 9. März 2022\nAn: Peter Kern\n\n" + _OLDER, "Peter Kern", ["Ute Wolf"], None),
    (_MAIL + "-----Ursprüngliche Nachricht-----\nFrom: Ute Wolf\nTo: Peter Kern\n\n" + _OLDER,
     "Peter Kern", ["Ute Wolf"], None),
    (_MAIL + "Am 9. März 2022 um 09:15 schrieb Ute Wolf:\n\n" + _OLDER, "Peter Kern", ["Ute Wolf"], None),
    (_MAIL + "On Wed, 9 Mar 2022 at 09:15, Ute Wolf <ute@wolf.example>\nwrote:\n" + _QUOTED, "Peter Kern", ["Ute Wolf"], None),
    (_ANSWER + "----- Original Message -----\nFrom: Ann Hill\nTo: Ben Shaw\n\nDear Ben,\n\nAny news?\n\nYours,\nAnn\n",
     "Ben", ["Ann"], None),
    ("On 3 May 2021, at 10:22, Ann Hill wrote:\n> Dear Ben,\n> any news?\n> Ann\n\n" + _ANSWER, "Ben", ["Ann"], None),
    ("---- Forwarded message ----\nFrom: Ben Shaw\nTo: Ann Hill\n\n" + _ANSWER, "Ben Shaw", ["Ann Hill"], None),
    ("MEMORANDUM\nFrom: Ben Shaw\nTo: Ann Hill\n\n" + _ANSWER, "Ben Shaw", ["Ann Hill"], None),
    ("Kiel, 3. Mai 1912\n\nLiebe Martha!\n\nAm 1. Mai 1912 schrieb mir Hugo:\nIch komme.\n\nDein Karl\n",
     "Karl", ["Martha"], "Kiel"),
    ("Liebe Frau Huber,\n\nanbei die Zahlen.\n\nViele Grüße\n\nMaria Gomez | Leiterin Vertrieb\nMaier GmbH | Bremen\n",
     "Maria Gomez", ["Huber"], None),
    ("Dear all,\n\nwe lost.\n\nBest,\n\nLaura Chen | General Counsel\nGlobex Corporation\n", "Laura Chen", [], None),
    (("Sehr geehrter Herr Minister,\n\nwir bitten um Auskunft.\n\nBonn, 3. Juni 1985\n\nMit freundlichen Grüßen\n\n"
      "Hans Meier, Vorsitzender\nPetra Schulz, Schriftführerin\nJutta Weber, Kassenwartin\n"),
     "Hans Meier; Petra Schulz; Jutta Weber", [], "Bonn"),
    ("Dear Minister,\n\nStop the road.\n\nLeeds, 3 June 1985\n\nThe signatories:\nSusan Baker, Chair\nPaul Scott, Treasurer\n",
     "Susan Baker; Paul Scott", [], "Leeds"),
    ("Dear Tom,\n\nWe agree.\n\nYours sincerely,\nH. Marsh\nHenry Marsh\n", "H. Marsh", ["Tom"], None),
    ("Im Felde, den 3. Oktober 1943\n\nMeine liebe Grete!\n\nMir geht es gut.\n\nDein Heinrich\n", "Heinrich", ["Grete"], None),
    ("Bonn, 5. Mai 1848\n\nAn den Herrn Doktor Paul Weiss\nin Köln\n\nWerter Genosse!\n\nDer Brief kam an.\n\nMit Gruß\nOtto Maier\n",
     "Otto Maier", ["Doktor Paul Weiss"], "Bonn"),
    ("May 4, 1862\n\nDear Wife,\n\nI am well.\n\nYour husband\nWilliam Tanner\n", "William Tanner", [], None),
    ("Kiel, 3. Mai 1912\n\nLieber Freund Paul Weiss!\n\nWir sind da.\n\nDein Karl\n", "Karl", ["Paul Weiss"], "Kiel"),
    ("Dear Friend Mary,\n\nWe are safe.\n\nLove,\nJim\n", "Jim", ["Mary"], None),
    (("Weimar den 12. Mai 1798.\n\nIhr Brief, mein werthester Freund, hat mich gestern Abend noch erreicht, und ich danke "
      "Ihnen.\n\nMeyer.\n"), "Meyer", [], "Weimar"),
    (("Weimar, 12. Mai 1998.\n\nDer Brief hat den Minister, seinen Freund und die Presse noch am Abend erreicht.\n\n"
      "Peter Meyer\n"), None, [], None),
])  # fmt: skip
def test_who_writes_to_whom_from_where(text: str, sender: str, recipients: list[str], place: str | None) -> None:
    meta = depesche.extract(text).meta
    assert (meta.get("sender"), meta.get("recipients", []), meta.get("place")) == (sender, recipients, place)
