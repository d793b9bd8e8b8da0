"""The event rules on real and typical sentences of both languages. Names are in the knowledge file or have a form."""

from __future__ import annotations

import ast
import json
import random
import re
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

import pytest

import news
from benchmarks import rules as bench
from conftest import GOLD, ROOT, SHARED, needs_shared
from depesche import annotate, resources
from depesche.config import Settings
from depesche.errors import ResourceError
from depesche.events import CONFIDENCE, explain, grafting, grammar, mending, sentence, tokens, truth
from depesche.language import Language
from depesche.records import (
    ROLES,
    AttributionKind,
    Document,
    Entity,
    Event,
    Kind,
    Modality,
    Polarity,
    Published,
    Record,
    Status,
)
from depesche.run import annotate_document

EXAMPLES = [
    (event_type, lang, entry["examples"][lang])
    for event_type, entry in resources.load("events").items() for lang in resources.LANGUAGES
]


TAKEN_IN = pytest.mark.xfail(reason="the model takes it for such an event", strict=True)


def found(text: str, lang: str | None = None, published: str | None = None) -> list[Event]:
    document = Document("x", text, lang=lang, published=Published(published, "user" if published else "unknown"))
    return list(annotate_document(document, Settings()).events)


def only(text: str, event_type: str, lang: str | None = None) -> Event:
    (event,) = [e for e in found(text, lang) if e.event_type == event_type]
    return event


def fillers(event: Event, role: str) -> list[str]:
    return [r.text for r in event.roles if r.role == role]


@pytest.mark.parametrize(("event_type", "lang", "text"), EXAMPLES, ids=[f"{t}-{lang}" for t, lang, _ in EXAMPLES])
def test_every_type_has_an_example_that_it_finds(event_type: str, lang: str, text: str) -> None:
    event = only(text, event_type, lang)
    assert (event.modality, event.polarity) == ("asserted", "positive")


@pytest.mark.parametrize(("text", "event_type", "role", "filler"), [
    ("Die Lieferung der Panzer begann im Mai.", "SUPPLY", "object", "der Panzer"),
    ("The delivery of the tanks began in May.", "SUPPLY", "object", "the tanks"),
    ("Die Verhandlungen über den Hafen zogen sich bis Mitternacht hin.", "MEET", "topic", "den Hafen"),
])
def test_the_model_vouches_for_what_lacks_a_role(text: str, event_type: str, role: str, filler: str) -> None:
    event = only(text, event_type)
    assert (event.rule, event.confidence) == (f"{event_type.lower()}.learned", CONFIDENCE["learned"])
    assert fillers(event, role) == [filler]


@pytest.mark.parametrize(("text", "event_type"), [
    ("Contract negotiations that began in February broke down in August.", "MEET"),
    ("Nach der Übernahme soll der Standort in Kiel schließen.", "OWNERSHIP_CHANGE"),
    ("Die Lieferung kam im Mai.", "SUPPLY"),
])
def test_the_model_vouches_for_a_noun_that_is_sure_without_roles(text: str, event_type: str) -> None:
    event = only(text, event_type)
    assert (event.rule, event.roles) == (f"{event_type.lower()}.learned", ())


def test_a_bare_noun_takes_nothing_from_who_said_what() -> None:
    assert fillers(only("Norway said the negotiations were useful.", "STATEMENT"), "agent") == ["Norway"]
    assert fillers(only("Norwegen erklärte, die Verhandlungen seien nützlich.", "STATEMENT"), "agent") == ["Norwegen"]


@pytest.mark.parametrize("text", [
    "The delivery of the lines was flat.",
    "Die Verhandlungen waren zäh.",
    "The rivers meet near the old mill.",
    "Die Flüsse treffen bei der alten Mühle aufeinander.",
    "The shop sells bread.",
])
def test_the_model_does_not_vouch_for_everything(text: str) -> None:
    assert not [e for e in found(text) if e.rule.endswith(".learned")]


@pytest.mark.parametrize(("first", "again", "event_type"), [
    ("Bain acquired Toshiba's chip unit in 2018.", "The purchase paid off.", "OWNERSHIP_CHANGE"),
    ("Siemens verkaufte die Sparte an Bosch.", "Der Verkauf dürfte Folgen haben.", "OWNERSHIP_CHANGE"),
    ("The union accused Ford of dumping waste.", "Analysts heard the allegation before.", "ACCUSE"),
])
def test_a_text_comes_back_to_what_it_has_told(first: str, again: str, event_type: str) -> None:
    assert not [e for e in found(again) if e.event_type == event_type]
    told, named = [e for e in found(f"{first} {again}") if e.event_type == event_type]
    assert (told.rule.endswith(".learned"), named.rule.endswith(".learned")) == (False, True)
    assert named.confidence < told.confidence


@pytest.mark.parametrize(("text", "event_type"), [
    ("The EU imposed sanctions on Belarus. The sanctions hurt exports.", "SANCTION_IMPOSE"),
    ("Die EU verhängte Sanktionen gegen Belarus. Die Sanktionen wirken nicht.", "SANCTION_IMPOSE"),
    ("Senators wrote a letter to Yellen on Monday. The letter is long.", "LETTER"),
])
def test_a_measure_and_a_letter_are_told_once(text: str, event_type: str) -> None:
    assert len([e for e in found(text) if e.event_type == event_type]) == 1


def test_who_vouches_is_explained() -> None:
    text = "The delivery of the tanks began in May."
    parts = annotate.parse(text, Language("en", 1.0, "given"))
    annotate.encode(parts)
    (_, lines), = explain("x", parts, (), ())
    assert lines[0].startswith("trigger   delivery (nominal), frame: SUPPLY, en, ")
    assert lines[0].endswith("%")


# --- voice and roles -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [
    "Das US-Handelsministerium setzte ZTE im März 2016 auf die Entity List.",
    "ZTE wurde im März 2016 vom US-Handelsministerium auf die Entity List gesetzt.",
    "Im März 2016 hat das US-Handelsministerium ZTE auf die Entity List gesetzt.",
    "The Commerce Department added ZTE to the Entity List in March 2016.",
    "In March 2016, ZTE was added to the Entity List by the Commerce Department.",
    "The Commerce Department has placed ZTE on the Entity List in March 2016.",
])
def test_active_and_passive_say_the_same(text: str) -> None:
    event = only(text, "LIST_ADD")
    assert fillers(event, "target") == ["ZTE"]
    assert [r.entity_id for r in event.roles if r.role == "instrument"] == ["US-BIS-EL"]
    assert "andelsministerium" in fillers(event, "agent")[0] or "Commerce Department" in fillers(event, "agent")[0]
    assert event.time is not None
    assert event.time.edtf == "2016-03"
    assert (event.modality, event.polarity, event.status) == ("asserted", "positive", "completed")


def test_a_passive_without_agent_has_none() -> None:
    event = only("BUPT wurde im Dezember 2020 in die Entity List aufgenommen.", "LIST_ADD")
    assert fillers(event, "agent") == []


@pytest.mark.parametrize(("text", "targets"), [
    ("Washington verhängte Sanktionen gegen Russland, Belarus und den Iran.", ["Russland", "Belarus", "den Iran"]),
    ("Washington imposed sanctions on Russia, Belarus and Iran.", ["Russia", "Belarus", "Iran"]),
])
def test_coordinated_targets_are_all_found(text: str, targets: list[str]) -> None:
    event = only(text, "SANCTION_IMPOSE")
    assert [t.removeprefix("den ") for t in fillers(event, "target")] == [t.removeprefix("den ") for t in targets]


# --- did it happen? --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "event_type", "modality", "polarity"), [
    ("Die Senatoren forderten Präsident Joe Biden auf, ZTE auf die Entity List zu setzen.",
     "LIST_ADD", "requested", "positive"),
    ("Senators urged President Joe Biden to add ZTE to the Entity List.", "LIST_ADD", "requested", "positive"),
    ("Die Senatoren wollen, dass ZTE auf die Entity List gesetzt wird.", "LIST_ADD", "requested", "positive"),
    ("Die Regierung fordert Sanktionen gegen Belarus.", "SANCTION_IMPOSE", "requested", "positive"),
    ("Brüssel erwägt Sanktionen gegen Belarus.", "SANCTION_IMPOSE", "proposed", "positive"),
    ("Brussels is considering sanctions against Belarus.", "SANCTION_IMPOSE", "proposed", "positive"),
    ("Das Ministerium könnte ZTE auf die Entity List setzen.", "LIST_ADD", "possible", "positive"),
    ("The Commerce Department could add ZTE to the Entity List.", "LIST_ADD", "possible", "positive"),
    ("The Commerce Department may add ZTE to the Entity List.", "LIST_ADD", "possible", "positive"),
    ("Das Ministerium plant, ZTE auf die Entity List zu setzen.", "LIST_ADD", "intended", "positive"),
    ("Die Polizei setzte Clearview AI ein, um Verdächtige zu identifizieren.", "TECH_USE", "asserted", "positive"),
    ("The police used Clearview AI to identify suspects.", "TECH_USE", "asserted", "positive"),
    ("The police did not use Palantir to track migrants.", "TECH_USE", "asserted", "negative"),
    ("Die Polizei setzte Palantir nicht ein, um Migranten zu verfolgen.", "TECH_USE", "asserted", "negative"),
    ("The police want to use facial recognition to identify suspects.", "TECH_USE", "intended", "positive"),
    ("Die Polizei will Gesichtserkennung einsetzen, um Verdächtige zu identifizieren.",
     "TECH_USE", "intended", "positive"),
    ("The ministry bought cameras to monitor Tibetans.", "TECH_USE", "intended", "positive"),
    ("Das Ministerium kaufte Kameras, um Tibeter zu überwachen.", "TECH_USE", "intended", "positive"),
    ("Poland received no tanks from Germany.", "SUPPLY", "asserted", "negative"),
    ("Polen erhielt von Deutschland keine Panzer.", "SUPPLY", "asserted", "negative"),
    ("Ethiopia wants to buy drones from Turkey.", "SUPPLY", "intended", "positive"),
    ("Äthiopien will Drohnen von der Türkei kaufen.", "SUPPLY", "intended", "positive"),
    ("Adobe gab die Übernahme von Figma auf.", "OWNERSHIP_CHANGE", "asserted", "negative"),
    ("Adobe abandoned its takeover of Figma.", "OWNERSHIP_CHANGE", "asserted", "negative"),
    ("Bosch und Hitachi kamen überein, bei Batterien zusammenzuarbeiten.", "PARTNER", "intended", "positive"),
    ("Die Firmen erklärten sich bereit, mit Bosch zusammenzuarbeiten.", "PARTNER", "intended", "positive"),
    ("The Commerce Department plans to add ZTE to the Entity List.", "LIST_ADD", "intended", "positive"),
    ("ZTE wurde nicht auf die Entity List gesetzt.", "LIST_ADD", "asserted", "negative"),
    ("ZTE was never added to the Entity List.", "LIST_ADD", "asserted", "negative"),
    ("Das Ministerium weigerte sich, ZTE auf die Entity List zu setzen.", "LIST_ADD", "asserted", "negative"),
    ("The Commerce Department refused to add ZTE to the Entity List.", "LIST_ADD", "asserted", "negative"),
    ("Wenn das Ministerium ZTE auf die Entity List setzt, fallen die Kurse.", "LIST_ADD", "conditional", "positive"),
    ("If the Commerce Department adds ZTE to the Entity List, prices will fall.",
     "LIST_ADD", "conditional", "positive"),
])
def test_a_wish_is_no_fact(text: str, event_type: str, modality: str, polarity: str) -> None:
    event = only(text, event_type)
    assert (event.modality, event.polarity) == (modality, polarity)


@pytest.mark.parametrize(("text", "event_type", "modality", "polarity"), [
    # hearsay and hedges
    ("Die USA sollen Sanktionen gegen ZTE verhängt haben.", "SANCTION_IMPOSE", "possible", "positive"),
    ("The US is said to have imposed sanctions on ZTE.", "SANCTION_IMPOSE", "possible", "positive"),
    ("Angeblich hat Washington Sanktionen gegen Rosneft verhängt.", "SANCTION_IMPOSE", "possible", "positive"),
    ("The US reportedly imposed sanctions on ZTE.", "SANCTION_IMPOSE", "possible", "positive"),
    ("There are rumours that Washington has added ZTE to the Entity List.", "LIST_ADD", "possible", "positive"),
    ("Es ist unklar, ob die EU Sanktionen gegen Serbien verhängt.", "SANCTION_IMPOSE", "possible", "positive"),
    ("It is unclear whether the EU imposed sanctions on Serbia.", "SANCTION_IMPOSE", "possible", "positive"),
    ("Die Bafin prüft, ob Wirecard die Sanktionen umgangen hat.", "EVADE_VIOLATE", "possible", "positive"),
    ("The Treasury is examining whether Binance violated sanctions.", "EVADE_VIOLATE", "possible", "positive"),
    ("Die Minister diskutierten, ob die EU Sanktionen gegen Serbien verhängen soll.",
     "SANCTION_IMPOSE", "possible", "positive"),
    ("The ministers discussed whether the EU should impose sanctions on Serbia.",
     "SANCTION_IMPOSE", "possible", "positive"),
    ("Norway is considering whether to impose sanctions on Serbia.", "SANCTION_IMPOSE", "proposed", "positive"),
    # a gerund in the perfect is as open as its verb leaves it
    ("Trafigura was accused of having violated sanctions.", "EVADE_VIOLATE", "possible", "positive"),
    ("Prosecutors charged Trafigura with having violated sanctions.", "EVADE_VIOLATE", "possible", "positive"),
    ("Trafigura admitted to having violated sanctions.", "EVADE_VIOLATE", "asserted", "positive"),
    ("Trafigura was fined for having violated sanctions.", "EVADE_VIOLATE", "asserted", "positive"),
    ("Trafigura left Angola without having violated sanctions.", "EVADE_VIOLATE", "asserted", "negative"),
    ("Trafigura denies having circumvented the embargo.", "EVADE_VIOLATE", "asserted", "negative"),
    # nobody and nothing
    ("Die Polizei hat noch niemanden festgenommen.", "ENFORCE", "asserted", "negative"),
    ("Die Behörde hat gegen niemanden ermittelt.", "INVESTIGATE", "asserted", "negative"),
    ("Siemens hat nichts nach Libyen geschmuggelt.", "EVADE_VIOLATE", "asserted", "negative"),
    # denied, avoided, excluded; and the denial denied
    ("Die Bundesregierung bestreitet, dass sie Sanktionen gegen Ungarn verhängt habe.",
     "SANCTION_IMPOSE", "asserted", "negative"),
    ("Germany denied imposing sanctions on Hungary.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("Vietnam denied having banned rice exports.", "EXPORT_CONTROL", "asserted", "negative"),
    ("Norway withdrew the licence last week to punish Rosneft.", "SANCTION_IMPOSE", "intended", "positive"),
    ("Vietnam dementierte, den Export von Reis verboten zu haben.", "EXPORT_CONTROL", "asserted", "negative"),
    ("Der Kanzler schloss Sanktionen gegen China aus.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("The EU ruled out sanctions on Gazprom.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("Die EU schloss Sanktionen gegen China nicht aus.", "SANCTION_IMPOSE", "possible", "positive"),
    ("The EU did not rule out sanctions on China.", "SANCTION_IMPOSE", "possible", "positive"),
    ("Die EU sah davon ab, Sanktionen gegen Georgien zu verhängen.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("The EU stopped short of imposing sanctions on Gazprom.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("Es stimmt nicht, dass Washington ZTE auf die Entity List gesetzt hat.", "LIST_ADD", "asserted", "negative"),
    ("It is not true that Washington imposed sanctions on Rosneft.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("Weder die EU noch die USA haben Sanktionen gegen Rosneft verhängt.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("The EU imposed no sanctions on Gazprom.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("China has yet to impose sanctions on Boeing.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("Ohne Sanktionen gegen Rosneft zu verhängen, kehrte Brüssel zur Tagesordnung zurück.",
     "SANCTION_IMPOSE", "asserted", "negative"),
    ("Without imposing sanctions on Rosneft, Brussels went back to business.",
     "SANCTION_IMPOSE", "asserted", "negative"),
    ("Washington almost imposed sanctions on Turkey.", "SANCTION_IMPOSE", "asserted", "negative"),
    # a condition without its "if", and what is still to come
    ("Verhängt Washington Sanktionen gegen die Türkei, will Ankara zurückschlagen.",
     "SANCTION_IMPOSE", "conditional", "positive"),
    ("Had Washington imposed sanctions on Turkey, Ankara would have responded.",
     "SANCTION_IMPOSE", "conditional", "positive"),
    ("Erst wenn die EU Sanktionen gegen Belarus verhängt, wird Kiew zufrieden sein.",
     "SANCTION_IMPOSE", "conditional", "positive"),
    ("Only if the EU imposes sanctions on Belarus will Kyiv be satisfied.",
     "SANCTION_IMPOSE", "conditional", "positive"),
    ("Bevor die EU Sanktionen gegen Serbien verhängt, will sie verhandeln.",
     "SANCTION_IMPOSE", "conditional", "positive"),
    ("Until the EU imposes sanctions on Serbia, nothing will change.", "SANCTION_IMPOSE", "conditional", "positive"),
    ("Nachdem die EU Sanktionen gegen Serbien verhängt hatte, reagierte Moskau.",
     "SANCTION_IMPOSE", "asserted", "positive"),
    ("After the EU imposed sanctions on Serbia, Moscow reacted.", "SANCTION_IMPOSE", "asserted", "positive"),
    # a wish that reaches over a clause boundary, a shared modal, a passive infinitive, an accusation
    ("Brüssel will Sanktionen gegen Minsk verhängen und Exporte nach Belarus beschränken.",
     "EXPORT_CONTROL", "intended", "positive"),
    ("Amnesty bat die Bundesregierung in einem Brief, die Ausfuhr von Waffen nach Saudi-Arabien zu stoppen.",
     "EXPORT_CONTROL", "requested", "positive"),
    ("The opposition fears the EU imposed sanctions on Serbia too late.", "SANCTION_IMPOSE", "feared", "positive"),
    ("SMIC steht kurz davor, auf die Entity List gesetzt zu werden.", "LIST_ADD", "intended", "positive"),
    ("SMIC is about to be added to the Entity List.", "LIST_ADD", "intended", "positive"),
    ("Der Senator warf Peking vor, Sanktionen gegen Litauen verhängt zu haben.",
     "SANCTION_IMPOSE", "possible", "positive"),
    ("The senator accused China of imposing sanctions on Lithuania.", "SANCTION_IMPOSE", "possible", "positive"),
    # a measure only named
    ("Die Abgeordneten stimmten für Sanktionen gegen Belarus.", "SANCTION_IMPOSE", "possible", "positive"),
    ("Lawmakers voted for sanctions on Belarus.", "SANCTION_IMPOSE", "possible", "positive"),
    ("Der DAX reagierte kaum auf die Sanktionen gegen Russland.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("U.S. sanctions on Russia hurt the economy.", "SANCTION_IMPOSE", "asserted", "positive"),
    # who wants to act plans it, who wants others to act asks for it; what is allowed is possible
    ("Toyota wants to open a plant in Ohio.", "LAUNCH_OPEN", "intended", "positive"),
    ("Paris wants Berlin to ban Huawei.", "BAN_EXCLUDE", "requested", "positive"),
    ("Airbus darf Hubschrauber an Indien liefern.", "SUPPLY", "possible", "positive"),
    ("Airbus is allowed to sell helicopters to India.", "SUPPLY", "possible", "positive"),
    # a gerund is a fact when what governs it says so
    ("Poland blamed Russia for hacking Microsoft.", "TECH_USE", "possible", "positive"),
    ("Macron thanked Norway for supplying gas to France.", "SUPPLY", "asserted", "positive"),
    ("Brussels punished Apple for violating the sanctions.", "EVADE_VIOLATE", "asserted", "positive"),
    ("Macron lobte Polen dafür, Panzer an die Ukraine geliefert zu haben.", "SUPPLY", "asserted", "positive"),
    ("Norway cautioned against sanctioning Serbia.", "SANCTION_IMPOSE", "possible", "positive"),
    ("Norway backs banning Huawei.", "BAN_EXCLUDE", "possible", "positive"),
    ("Norway is dreaming about sanctioning Serbia.", "SANCTION_IMPOSE", "possible", "positive"),
    ("Norway came close to sanctioning Serbia.", "SANCTION_IMPOSE", "possible", "positive"),
    ("Norway is far from sanctioning Serbia.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("Rather than ban TikTok, Norway sent a letter to Beijing.", "BAN_EXCLUDE", "asserted", "negative"),
    ("Norway decided against sanctioning Serbia.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("Norwegen entschied sich dagegen, Serbien zu sanktionieren.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("A judge kept Texas from banning TikTok.", "BAN_EXCLUDE", "asserted", "negative"),
    ("Norway succeeded in banning Huawei.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Norway admitted selling arms to Serbia.", "SUPPLY", "asserted", "positive"),
    ("Norway retaliated by banning TikTok.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Norway began exporting gas to Poland.", "SUPPLY", "asserted", "positive"),
    ("Norway will begin exporting gas to Poland.", "SUPPLY", "intended", "positive"),
    ("Airbus confirmed supplying helicopters to Egypt.", "SUPPLY", "asserted", "positive"),
    ("Merkel mentioned meeting Putin.", "MEET", "asserted", "positive"),
    ("Hikvision specialises in supplying cameras to China.", "SUPPLY", "asserted", "positive"),
    ("Norway is famous for exporting gas to Germany.", "SUPPLY", "asserted", "positive"),
    ("Nokia won a prize for supplying antennas to India.", "SUPPLY", "asserted", "positive"),
    ("ZTE was found guilty of exporting phones to Iran.", "SUPPLY", "asserted", "positive"),
    ("The court sentenced the trader to a fine for exporting parts to Iran.", "SUPPLY", "asserted", "positive"),
    ("In addition to sanctioning Rosneft, Oslo expelled two spies.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Apart from banning Huawei, Sweden fined Ericsson.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Norway is interested in banning Huawei.", "BAN_EXCLUDE", "possible", "positive"),
    ("Norway received approval for selling jets to Egypt.", "SUPPLY", "possible", "positive"),
    ("Norway hired lawyers for banning Huawei.", "BAN_EXCLUDE", "possible", "positive"),
    ("Norway was cleared of hacking Microsoft.", "TECH_USE", "possible", "positive"),
    ("Norway shrank from banning Huawei.", "BAN_EXCLUDE", "possible", "positive"),
    # what ended is no longer so
    ("Norway ceased exporting arms to Serbia.", "SUPPLY", "asserted", "negative"),
    ("Nokia quit working with MTS.", "PARTNER", "asserted", "negative"),
    ("Norwegen hörte auf, Waffen an Serbien zu liefern.", "SUPPLY", "asserted", "negative"),
    ("The UN urged Norway to stop exporting arms to Serbia.", "SUPPLY", "requested", "negative"),
    ("Norwegen soll aufhören, Waffen an Serbien zu liefern.", "SUPPLY", "requested", "negative"),
    ("Norway plans to begin exporting gas to Poland.", "SUPPLY", "intended", "positive"),
    ("Norway sanctioned neither Serbia nor Belarus.", "SANCTION_IMPOSE", "asserted", "negative"),
    # a clause that nobody vouches for
    ("Allegations that Norway had banned Huawei were false.", "BAN_EXCLUDE", "possible", "positive"),
    ("The notion that Norway banned Huawei is absurd.", "BAN_EXCLUDE", "possible", "positive"),
    ("The minister doubted that Norway had banned Huawei.", "BAN_EXCLUDE", "possible", "positive"),
    ("Nobody doubts that Norway banned Huawei.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Es gibt keinen Zweifel daran, dass Norwegen TikTok verboten hat.", "BAN_EXCLUDE", "asserted", "positive"),
    ("The fact that Norway banned Huawei is known.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Nobody says that Norway banned Huawei.", "BAN_EXCLUDE", "possible", "positive"),
    ("The paper falsely reported that Norway had banned Huawei.", "BAN_EXCLUDE", "possible", "positive"),
    ("The paper reported that Norway had banned Huawei.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Die Behauptung, dass Norwegen TikTok verboten hat, stammt von Putin.", "BAN_EXCLUDE", "possible", "positive"),
    ("Es gibt keine Beweise dafür, dass die NSA Airbus ausspioniert hat.", "TECH_USE", "possible", "positive"),
    ("Der Minister bezweifelt, dass Norwegen TikTok verboten hat.", "BAN_EXCLUDE", "possible", "positive"),
    ("Niemand sagt, dass Norwegen TikTok verboten hat.", "BAN_EXCLUDE", "possible", "positive"),
    ("Die Zeitung hat nie berichtet, dass Norwegen TikTok verboten hat.", "BAN_EXCLUDE", "possible", "positive"),
    ("Die Zeitung berichtet, dass Norwegen TikTok verboten hat.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Die Nachricht, dass Norwegen TikTok verboten hat, kam am Montag.", "BAN_EXCLUDE", "asserted", "positive"),
    ("There is proof that Iran supplied drones to Russia.", "SUPPLY", "asserted", "positive"),
    ("There is no proof that Iran supplied drones to Russia.", "SUPPLY", "possible", "positive"),
    ("Es gibt keine Belege dafür, dass Norwegen TikTok verboten hat.", "BAN_EXCLUDE", "possible", "positive"),
    ("The story that Norway banned Huawei is true.", "BAN_EXCLUDE", "asserted", "positive"),
    ("The claim that Iran supplied drones to Russia was confirmed by Kyiv.", "SUPPLY", "asserted", "positive"),
    ("The rumour that Norway banned Huawei was not confirmed.", "BAN_EXCLUDE", "possible", "positive"),
    ("The claim that Norway banned Huawei may be true.", "BAN_EXCLUDE", "possible", "positive"),
    ("Die Behauptung, dass Norwegen TikTok verboten hat, ist wahr.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Das Gerücht, dass Norwegen TikTok verboten hat, wurde nicht bestätigt.", "BAN_EXCLUDE", "possible", "positive"),
    ("Officials did not explain why Norway banned Huawei.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Officials did not say how Iran supplied drones to Russia.", "SUPPLY", "asserted", "positive"),
    ("The minister did not say how Norway would ban Huawei.", "BAN_EXCLUDE", "conditional", "positive"),
    ("The minister did not say that Norway banned Huawei.", "BAN_EXCLUDE", "possible", "positive"),
    ("Der Minister sagte nicht, warum Norwegen TikTok verboten hat.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Der Minister sagte nicht, ob Norwegen TikTok verboten hat.", "BAN_EXCLUDE", "possible", "positive"),
    ("Norway did nothing but sanction Iran.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Nothing was supplied to Iran by Siemens.", "SUPPLY", "asserted", "negative"),
    # what another clause says stays there
    ("Once the EU lifts the sanctions, Norway will supply gas to Serbia.", "SUPPLY", "intended", "positive"),
    ("The dispute ended with Norway sanctioning Rosneft.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Siemens ended up selling turbines to Iran.", "SUPPLY", "asserted", "positive"),
    ("Provided that Norway lifts the sanctions, Serbia will agree.", "SANCTION_EASE", "conditional", "positive"),
    ("Exxon wants to stop selling oil to Russia.", "SUPPLY", "intended", "negative"),
    ("Norway wants Exxon to stop selling oil to Russia.", "SUPPLY", "requested", "negative"),
    ("Norwegen hat TikTok verboten, was Ungarn nicht tat.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Indien hat TikTok verboten, während Pakistan das nicht tat.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Norwegen hat TikTok nicht verboten, während Schweden schwieg.", "BAN_EXCLUDE", "asserted", "negative"),
    ("Indien hat TikTok nicht verboten, wohl aber Pakistan.", "BAN_EXCLUDE", "asserted", "negative"),
    ("France did not sanction Rosneft but Lukoil.", "SANCTION_IMPOSE", "asserted", "positive"),
    # a negator that denies a part leaves the event
    ("Norwegen hat TikTok verboten, Dänemark nicht.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Oslo schloss Huawei vom Netz aus, Kopenhagen dagegen nicht.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Rosneft wurde von der Liste gestrichen, Gazprom nicht.", "LIST_REMOVE", "asserted", "positive"),
    ("Google verkauft keine Handys, sondern Werbung.", "SUPPLY", "asserted", "positive"),
    ("Norwegen hat TikTok gestern nicht verboten.", "BAN_EXCLUDE", "asserted", "negative"),
    ("Norwegen hat Huawei nicht verboten, sondern gelobt.", "BAN_EXCLUDE", "asserted", "negative"),
    ("Norway and Sweden, but not Denmark, banned TikTok.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Not Norway but Denmark banned TikTok.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Norway did not ban TikTok but praised it.", "BAN_EXCLUDE", "asserted", "negative"),
    ("No country but Denmark signed the agreement.", "AGREE_SIGN", "asserted", "negative"),
    # what attributes and the verb behind it say of a noun
    ("Die erwartete Übernahme von Opel durch Stellantis beunruhigt Rüsselsheim.",
     "OWNERSHIP_CHANGE", "intended", "positive"),
    ("Das angebliche Verbot von TikTok machte Schlagzeilen.", "BAN_EXCLUDE", "possible", "positive"),
    ("Ein Verbot von Huawei wird es nicht geben.", "BAN_EXCLUDE", "possible", "negative"),
    ("There will not be a ban on TikTok.", "BAN_EXCLUDE", "intended", "negative"),
    ("Er lobt die Kommission, die Huawei nicht verbieten, sondern nur einschränken möchte.", "BAN_EXCLUDE", "intended",
     "negative"),
    ("Die angedrohten Sanktionen gegen Serbien blieben aus.", "SANCTION_IMPOSE", "intended", "positive"),
    ("Das Verbot von TikTok machte Schlagzeilen.", "BAN_EXCLUDE", "asserted", "positive"),
    ("The alleged meeting between Merkel and Putin made headlines.", "MEET", "possible", "positive"),
    ("Die Übernahme von Opel durch Peugeot platzte.", "OWNERSHIP_CHANGE", "asserted", "negative"),
    ("Peugeot's takeover of Opel fell through.", "OWNERSHIP_CHANGE", "asserted", "negative"),
    ("The talks between Norway and Serbia collapsed.", "MEET", "asserted", "positive"),
    ("The export ban does not take effect immediately.", "EXPORT_CONTROL", "intended", "positive"),
    ("Norway and Chile reached an agreement on the arms embargo on Mali.", "EXPORT_CONTROL", "intended", "positive"),
    ("Die EU erzielte eine Einigung über das Ölembargo gegen Russland.", "EXPORT_CONTROL", "intended", "positive"),
    ("The panel objected to the acquisition of Qualcomm by Broadcom.", "OWNERSHIP_CHANGE", "intended", "positive"),
    ("The announced acquisition of Qualcomm by Broadcom made headlines.", "OWNERSHIP_CHANGE", "intended", "positive"),
    ("Der Verkauf von Opel an Stellantis steht kurz vor dem Abschluss.", "OWNERSHIP_CHANGE", "intended", "positive"),
    ("Chile urged Oslo to reverse its decision to impose sanctions on Nokia.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Lima drängte Oslo dazu, seine Entscheidung, Sanktionen gegen Nokia zu verhängen, zurückzuziehen.",
     "SANCTION_IMPOSE", "asserted", "positive"),
    ("Oslo should decide to impose sanctions on Nokia.", "SANCTION_IMPOSE", "requested", "positive"),
    ("Er soll Turbinen an Kuba verkauft und nach Kuba gebracht haben.", "SUPPLY", "possible", "positive"),
    ("Am Montag soll in Genf über einen Waffenstillstand verhandelt werden.", "MEET", "intended", "positive"),
    ("Die Unterschrift unter den Vertrag steht unmittelbar bevor.", "AGREE_SIGN", "intended", "positive"),
    ("Die Gespräche zwischen Norwegen und Serbien scheiterten.", "MEET", "asserted", "positive"),
    ("Die geplante Übernahme von Opel durch Peugeot wurde 2017 vollzogen.", "OWNERSHIP_CHANGE", "asserted", "positive"),
    ("The proposed takeover of Opel by Peugeot was completed in 2017.", "OWNERSHIP_CHANGE", "asserted", "positive"),
    ("Bosch und Siemens konnten sich nicht auf eine Übernahme von Osram einigen.", "OWNERSHIP_CHANGE", "intended",
     "negative"),
    ("Siemens hat nicht für einen Verkauf von Osram gestimmt.", "OWNERSHIP_CHANGE", "possible", "negative"),
    ("The planned takeover of Opel by Peugeot was not completed.", "OWNERSHIP_CHANGE", "intended", "positive"),
    ("The planned takeover of Opel by Peugeot may be completed.", "OWNERSHIP_CHANGE", "intended", "positive"),
    ("Die geplante Übernahme von Opel durch Peugeot wird am Montag vollzogen.",
     "OWNERSHIP_CHANGE", "intended", "positive"),
    ("Die angekündigten Sanktionen gegen Serbien traten in Kraft.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Die geplanten Sanktionen gegen Serbien treten am Montag in Kraft.", "SANCTION_IMPOSE", "intended", "positive"),
    ("The anticipated meeting between Merkel and Macron took place on Tuesday.", "MEET", "asserted", "positive"),
    ("The planned meeting between Merkel and Macron takes place on Friday.", "MEET", "intended", "positive"),
    ("The alleged meeting between Merkel and Putin took place in Vienna.", "MEET", "possible", "positive"),
    ("Das angekündigte Treffen zwischen Merkel und Macron fand statt.", "MEET", "asserted", "positive"),
    ("Merkel must have met Putin.", "MEET", "possible", "positive"),
    # a wish in its own form
    ("Belgrade insists that the sanctions be lifted.", "SANCTION_EASE", "requested", "positive"),
    ("Ministers insist that Norway ban Huawei.", "BAN_EXCLUDE", "requested", "positive"),
    ("Belgrade's demand that the sanctions be lifted was rejected by Oslo.", "SANCTION_EASE", "requested", "positive"),
    ("Belgrade insists that the sanctions were lifted.", "SANCTION_EASE", "asserted", "positive"),
    # a future seen from the past is a plan; what hangs on a condition is none
    ("Norway said it would ban Huawei.", "BAN_EXCLUDE", "intended", "positive"),
    ("Norwegen sagte, die Regierung würde Huawei verbieten.", "BAN_EXCLUDE", "intended", "positive"),
    ("Norway said it would ban Huawei if Oslo agreed.", "BAN_EXCLUDE", "conditional", "positive"),
    ("Norway said it would have banned Huawei.", "BAN_EXCLUDE", "conditional", "positive"),
    # who does not hesitate acts
    ("Norway did not hesitate to ban Huawei.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Norway will not hesitate to ban Huawei.", "BAN_EXCLUDE", "intended", "positive"),
    ("Norway hesitated to ban Huawei.", "BAN_EXCLUDE", "possible", "positive"),
    ("Navalny left, becoming the second politician to be convicted.", "ENFORCE", "asserted", "positive"),
    # where a verb acts is not what it plans
    ("In einem Brief an Vučić drohte Merkel mit Streik.", "LETTER", "asserted", "positive"),
    ("Beim Treffen mit Vučić hat Merkel einen Abzug gefordert.", "MEET", "asserted", "positive"),
    ("Merkel forderte ein Treffen mit Vučić.", "MEET", "requested", "positive"),
    # what is denied or planned together
    ("Oslo did not sanction Belavia and ban Huawei.", "BAN_EXCLUDE", "asserted", "negative"),
    ("Oslo did not sanction Belavia but banned Huawei.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Oslo did not wait and banned Huawei.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Norwegen wird Belavia nicht sanktionieren und Huawei verbieten.", "BAN_EXCLUDE", "intended", "positive"),
    ("Norwegen wird Belavia sanktionieren und Huawei verbieten.", "BAN_EXCLUDE", "intended", "positive"),
    # the form in which several people's speech is reported is no condition, unless there is one
    ("Die USA erklärten, sie hätten Sanktionen gegen Rosneft verhängt.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Die USA erklärten, sie hätten Sanktionen verhängt, wenn Rosneft nicht eingelenkt hätte.", "SANCTION_IMPOSE",
     "conditional", "positive"),
    ("Die Unterzeichnung des Vertrags zwischen Katar und Eni ist für Mai geplant.", "AGREE_SIGN", "intended", "positive"),
    ("The signing of the treaty between Qatar and Egypt is planned for May.", "AGREE_SIGN", "intended", "positive"),
    ("The spokesman for Novartis would not give details.", "NO_COMMENT", "asserted", "positive"),
    ("Kolumbien hat die diplomatischen Beziehungen zu Israel nicht abgebrochen.", "DIPLO_MEASURE", "asserted",
     "negative"),
    ("Colombia has not severed diplomatic relations with Israel.", "DIPLO_MEASURE", "asserted", "negative"),
    # what follows a condition, but a threat is made, and what holds even if; a demand that is rejected was made
    ("Falls Ungarn zustimmt, unterzeichnet die EU das Abkommen mit Armenien.", "AGREE_SIGN", "conditional", "positive"),
    ("If Hungary agrees, the EU signs the agreement with Armenia.", "AGREE_SIGN", "conditional", "positive"),
    ("Auch wenn Ungarn protestiert, unterzeichnet die EU das Abkommen mit Armenien.", "AGREE_SIGN", "asserted",
     "positive"),
    ("Falls die EU Zölle erhebt, droht Peking mit Vergeltung.", "THREATEN", "asserted", "positive"),
    ("Premier Ibrahim lehnte die Forderung der USA ab, Huawei auszuschließen.", "CALL_FOR", "asserted", "positive"),
    ("Ibrahim rejected demands by the US to exclude Huawei.", "CALL_FOR", "asserted", "positive"),
    ("Die EU verzichtete auf die Forderung, Huawei auszuschließen.", "CALL_FOR", "asserted", "negative"),
    ("Ibrahim lehnte ein Treffen mit Trump ab.", "MEET", "asserted", "negative"),
    ("Ibrahim rejected a meeting with Trump.", "MEET", "asserted", "negative"),
    # the negation of a refusal is the event's own, whatever stands between
    ("The Portuguese government does not want to comment on it.", "NO_COMMENT", "asserted", "positive"),
    ("Die portugiesische Regierung will sich dazu nicht äußern.", "NO_COMMENT", "asserted", "positive"),
    ("Pegatron has not rejected the allegations.", "DENY_REJECT", "asserted", "negative"),
    # what one is for or against is not there, and a verb governs none beside it
    ("London is not against talks with the Taliban.", "MEET", "possible", "positive"),
    ("Oslo ist nicht gegen Gespräche mit den Taliban.", "MEET", "possible", "positive"),
    ("Lima was for a meeting with Chile.", "MEET", "possible", "positive"),
    ("Der Minister sagte, Lima sei für ein Treffen mit Chile.", "MEET", "possible", "positive"),
    ("Vale announced that it would appeal and did not comment on the fine.", "NO_COMMENT", "asserted", "positive"),
    ("Kenya vowed to appeal and imposed sanctions on Rwanda.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Kenya vowed to impose sanctions on Rwanda.", "SANCTION_IMPOSE", "intended", "positive"),
    # who agrees a partnership has one
    ("Airbus and Tata have agreed a partnership.", "PARTNER", "asserted", "positive"),
    ("Airbus agreed on a partnership with Tata.", "PARTNER", "asserted", "positive"),
    ("Airbus and Tata agreed to form an alliance with Safran.", "PARTNER", "intended", "positive"),
    ("Airbus hat eine Partnerschaft mit Tata vereinbart.", "PARTNER", "asserted", "positive"),
    ("No treaty was signed.", "AGREE_SIGN", "asserted", "negative"),
    ("Ein Vertrag wurde nicht unterzeichnet.", "AGREE_SIGN", "asserted", "negative"),
    # an auxiliary in the place of "if", behind what holds under the condition
    ("Paris will sue should Brussels block the merger.", "INVEST_RESTRICT", "conditional", "positive"),
    ("Tokyo hinted at reprisals, should Washington sanction Toyota.", "SANCTION_IMPOSE", "conditional", "positive"),
    ("Tokio kündigte eine Klage an, sollte Washington Toyota sanktionieren.", "SANCTION_IMPOSE", "conditional",
     "positive"),
    ("Falls die Lage eskaliert, sollte Brüssel Rosneft sanktionieren.", "SANCTION_IMPOSE", "requested", "positive"),
    # what is not so is the attribute of another noun
    ("Die Bafin verhängte gegen Wirecard ein Bußgeld wegen nicht erfüllter Auflagen.", "ENFORCE", "asserted", "positive"),
    ("Kanada verbot Huawei wegen nicht beantworteter Fragen.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Kanada verbot Huawei nicht.", "BAN_EXCLUDE", "asserted", "negative"),
    ("Canada fined Huawei over unanswered questions.", "ENFORCE", "asserted", "positive"),
    # an attribute tells of what is there, whatever is threatened or wanted beside it
    ("Nach einem 2019 verabschiedeten Gesetz drohen den Händlern zehn Jahre Haft.", "LEGISLATE", "asserted", "positive"),
    ("Under a law passed in 2019 the traders face ten years in prison.", "LEGISLATE", "asserted", "positive"),
    # a condition may open with a plural verb, which looks like an infinitive
    ("Ermitteln sie dennoch, prüfen sie nur lustlos.", "INVESTIGATE", "conditional", "positive"),
    # who wants a thing done has not got it
    ("The government wants him arrested.", "ENFORCE", "requested", "positive"),
    ("Iran wants sanctions lifted.", "SANCTION_EASE", "requested", "positive"),
    ("Der Iran fordert eine Aufhebung der Sanktionen.", "SANCTION_EASE", "requested", "positive"),
    ("Er forderte ein Ende der Sanktionen.", "SANCTION_EASE", "requested", "positive"),
    ("Die Regierung will ihn verhaften lassen.", "ENFORCE", "intended", "positive"),
    ("No arrests have been made.", "ENFORCE", "asserted", "negative"),
    ("Prosecutors decided not to charge the officer.", "ENFORCE", "intended", "negative"),
    ("He denied that he was under investigation.", "INVESTIGATE", "asserted", "negative"),
    ("Die Behörde hat keine Ermittlungen eingeleitet.", "INVESTIGATE", "asserted", "negative"),
    # the appeals court appeals for nothing
    ("The appeals court upheld the conviction of the former president.", "ENFORCE", "asserted", "positive"),
    ("The council did not approve the plan.", "LEGISLATE", "asserted", "negative"),
    ("The House is expected to approve the measure this week.", "LEGISLATE", "intended", "positive"),
    ("Parliament must approve the deal.", "LEGISLATE", "requested", "positive"),
    ("A vote in Parliament on the treaty is expected next week.", "LEGISLATE", "intended", "positive"),
    ("Wenn der Bundesrat zustimmt, öffnen die Läden.", "LEGISLATE", "conditional", "positive"),
    ("Der Bundestag muss der Reform noch zustimmen.", "LEGISLATE", "requested", "positive"),
    ("Es wird zu einem neuen Gesetz kommen.", "LEGISLATE", "intended", "positive"),
    ("Die Abstimmung im Bundestag über das Gesetz ist für Freitag geplant.", "LEGISLATE", "intended", "positive"),
    # who was unable to did not; who had been able to did
    ("The two studios were unable to reach a deal.", "AGREE_SIGN", "asserted", "negative"),
    ("Die Regierung war außerstande, eine Einigung zu erzielen.", "AGREE_SIGN", "asserted", "negative"),
    ("Paris hatte mit Rom eine Übereinkunft erzielen können.", "AGREE_SIGN", "asserted", "positive"),
    ("Paris hätte mit Rom eine Übereinkunft erzielen können.", "AGREE_SIGN", "possible", "positive"),
    # a condition that something between commas cuts
    ("They threatened to leave if his uncle, Lazaro Gonzalez, did not sign the agreement.", "AGREE_SIGN", "conditional",
     "negative"),
    # talks about what is possible are no possible talks
    ("Die Firma führt Gespräche mit Siemens über einen möglichen Verkauf.", "MEET", "asserted", "positive"),
    ("Der Pensionsfonds hat Gespräche mit Versicherern eingeleitet, um einen Plan auszuarbeiten.", "MEET", "asserted",
     "positive"),
    # who is searched for is not arrested yet
    ("Police offer $5,000 for information leading to the arrest of the killer.", "ENFORCE", "intended", "positive"),
    ("Hinweise, die zur Festnahme des Täters führen, werden belohnt.", "ENFORCE", "intended", "positive"),
    ("Hinweise führten zur Festnahme des Täters.", "ENFORCE", "asserted", "positive"),
    ("The tip led to the arrest of the killer.", "ENFORCE", "asserted", "positive"),
    ("Die Klage wird im Mai abgewiesen werden.", "DENY_REJECT", "intended", "positive"),
    ("Brown sagte, dass Müller wegen Mordes angeklagt werden wird.", "ENFORCE", "intended", "positive"),
    ("Müller wird wegen Mordes angeklagt.", "ENFORCE", "asserted", "positive"),
    ("The senator potentially faces charges over the payments.", "ENFORCE", "possible", "positive"),
    ("Police arrested a man with a potentially deadly weapon.", "ENFORCE", "asserted", "positive"),
    ("Müller wurde fast festgenommen.", "ENFORCE", "asserted", "negative"),
    # what somebody takes them for asks for nothing
    ("He called the allegations against him a lie.", "ACCUSE", "asserted", "positive"),
    ("Verdi rief die Mitglieder auf, das Angebot abzulehnen.", "DENY_REJECT", "requested", "positive"),
    # what is ended is done no longer
    ("Russia's gas deliveries to Hungary were stopped.", "SUPPLY", "asserted", "negative"),
    ("Die Gaslieferungen Russlands an Ungarn wurden gestoppt.", "SUPPLY", "asserted", "negative"),
    ("Mali broke off cooperation with France.", "PARTNER", "asserted", "negative"),
    ("Mali brach die Zusammenarbeit mit Frankreich ab.", "PARTNER", "asserted", "negative"),
    ("Huawei terminated its cooperation with the university.", "PARTNER", "asserted", "negative"),
    ("Deutschland stellt Waffenlieferungen an Israel teilweise ein.", "SUPPLY", "asserted", "negative"),
    ("Merz kündigte einen Stopp der Waffenlieferungen an Israel an.", "SUPPLY", "intended", "negative"),
    ("The sale of chips to Huawei was prohibited.", "SUPPLY", "possible", "negative"),
    ("Die geplante Fusion der beiden Stahlkonzerne ist gescheitert.", "OWNERSHIP_CHANGE", "intended", "negative"),
    ("Siemens dropped its plan to buy Alstom.", "OWNERSHIP_CHANGE", "intended", "negative"),
    ("Siemens gab den Plan auf, Alstom zu kaufen.", "OWNERSHIP_CHANGE", "intended", "negative"),
    ("Berlin hat die Übernahme von Siemens durch Alstom untersagt.", "OWNERSHIP_CHANGE", "possible", "positive"),
    ("Der Minister sprach sich für eine engere Kooperation mit Taiwan aus.", "PARTNER", "requested", "positive"),
    ("She spoke of a desire for closer collaboration between Oslo and Rome.", "PARTNER", "requested", "positive"),
    # what does something is there
    ("Lieferungen an die Türkei machten ein Drittel aller Exporte aus.", "SUPPLY", "asserted", "positive"),
    ("Shipments of chips to Iran fell sharply.", "SUPPLY", "asserted", "positive"),
    ("Shipments of chips to Iran may fall sharply.", "SUPPLY", "possible", "positive"),
    # a measure that is resolved on is taken; a deal is still to come, and so is what may yet be resolved on
    ("The ministry decided to revoke the export licence of Intel.", "LICENCE_DECISION", "asserted", "positive"),
    ("Die Behörde hat entschieden, die Ausfuhrgenehmigung für Intel zu widerrufen.", "LICENCE_DECISION", "asserted",
     "positive"),
    ("Intel lauded the Commission's decision to fine Apple.", "ENFORCE", "asserted", "positive"),
    ("Die Entscheidung, Huawei auf die Entity List zu setzen, traf die Branche.", "LIST_ADD", "asserted", "positive"),
    ("Die von der EU beschlossenen Sanktionen gegen Russland wirken.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("The Commission will decide to fine Apple.", "ENFORCE", "intended", "positive"),
    ("The Commission has not decided to fine Apple.", "ENFORCE", "asserted", "negative"),
    ("A decision to fine Apple would please Intel.", "ENFORCE", "intended", "positive"),
    ("Bosch decided to sell its stake in Rosneft.", "OWNERSHIP_CHANGE", "intended", "positive"),
    ("Israel hat beschlossen, Waffen nach Aserbaidschan zu liefern.", "SUPPLY", "intended", "positive"),
    # what a draft says is proposed, until it is law
    ("Congress debated a bill banning TikTok.", "BAN_EXCLUDE", "proposed", "positive"),
    ("The bill bans TikTok from phones.", "BAN_EXCLUDE", "proposed", "positive"),
    ("Der Gesetzentwurf verbietet TikTok auf Handys.", "BAN_EXCLUDE", "proposed", "positive"),
    ("Biden signed a bill banning TikTok.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Das Gesetz verbietet TikTok auf Handys.", "BAN_EXCLUDE", "asserted", "positive"),
    ("The bill passed the Senate in May.", "LEGISLATE", "asserted", "positive"),
    # what something is said or done ahead of
    ("Maas warned Washington before a round of negotiations with Iran.", "MEET", "intended", "positive"),
    ("Ahead of his meeting with Xi, Macron warned Beijing.", "MEET", "intended", "positive"),
    ("Vor Gesprächen mit Russland warnte Blinken Moskau.", "MEET", "intended", "positive"),
    ("Before the meeting with Putin, Biden was in Rome.", "MEET", "asserted", "positive"),
    ("Die Verhandlungsrunde findet am Montag in Genf statt.", "MEET", "intended", "positive"),
    ("Die Verhandlungsrunde fand am Montag in Genf statt.", "MEET", "asserted", "positive"),
    # what is broken or kept is there, whatever is said of the breach, and so is what a verb only tells of beside
    ("Companies must comply with US sanctions on Iran.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Mutmaßliche Verstöße gegen das Waffenembargo wurden gemeldet.", "EXPORT_CONTROL", "asserted", "positive"),
    ("Iran should be paid for the US sanctions.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Nur ein bestehendes Waffenembargo gegen Belarus wird aufrechterhalten.", "EXPORT_CONTROL", "asserted", "positive"),
    ("In order to escape US sanctions, Statkraft left Gabon.", "SANCTION_IMPOSE", "possible", "positive"),
    ("Oslo avoided sanctions against Turkey.", "SANCTION_IMPOSE", "asserted", "negative"),
    # questions that take it for granted, and those that do not
    ("Why did the US impose sanctions on Huawei?", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Warum haben die USA Sanktionen gegen Huawei verhängt?", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Wann verhängt die EU Sanktionen gegen Georgien?", "SANCTION_IMPOSE", "possible", "positive"),
    ("Did the EU sanction Georgia?", "SANCTION_IMPOSE", "possible", "positive"),
    # openers, modals and negators of German
    ("Die Frist endete, ohne dass das Ministerium die Genehmigung erteilt hätte.", "LICENCE_DECISION", "asserted",
     "negative"),
    ("Die Firma hätte die Waffen an Iran verkaufen müssen.", "SUPPLY", "conditional", "positive"),
    ("Die Bank könnte gegen Sanktionen verstoßen haben.", "EVADE_VIOLATE", "possible", "positive"),
    ("Genehmigt hat Bern die Ausfuhr nach Peru, nicht aber nach Gabun.", "LICENCE_DECISION",
     "asserted", "positive"),
    ("Berlin wird keine Lizenzen für Drohnen, die Mali nutzen könnte, erteilen.",
     "LICENCE_DECISION", "intended", "negative"),
    ("Er wurde wegen seines Aufrufs zu Sanktionen gegen Belarus verurteilt.", "SANCTION_IMPOSE", "requested", "positive"),
    ("Alles spricht dafür, dass die EU Georgien sanktioniert.", "SANCTION_IMPOSE", "possible", "positive"),
    ("Er kündigte an, die USA würden Rosneft sanktionieren.", "SANCTION_IMPOSE", "intended", "positive"),
    ("Orkem said it would fund the acquisition of Coates.", "OWNERSHIP_CHANGE", "intended", "positive"),
    # who owes a penalty was given one; what is said of nobody in particular holds under a condition
    ("Google must pay a fine of 20 million euros.", "ENFORCE", "asserted", "positive"),
    ("Die Firma muss 20 Millionen Euro Strafe zahlen.", "ENFORCE", "asserted", "positive"),
    ("Google stimmte zu, eine Geldstrafe zu zahlen.", "ENFORCE", "asserted", "positive"),
    ("Die Firma könnte 20 Millionen Euro Strafe zahlen müssen.", "ENFORCE", "possible", "positive"),
    ("Companies that break the rules must pay a fine.", "ENFORCE", "requested", "positive"),
    ("Companies that violate the sanctions will be fined.", "EVADE_VIOLATE", "conditional", "positive"),
    ("Firmen, die gegen die Sanktionen verstoßen, müssen eine Geldstrafe zahlen.", "EVADE_VIOLATE", "conditional",
     "positive"),
    ("Die Firma, die gegen die Sanktionen verstieß, muss eine Geldstrafe zahlen.", "EVADE_VIOLATE", "asserted",
     "positive"),
    ("Washington threatened Turkey with sanctions.", "SANCTION_IMPOSE", "intended", "positive"),
    # a duty to pay a fine says that it was imposed; what looms was not
    ("Die Commerzbank muss eine Milliardenstrafe zahlen.", "ENFORCE", "asserted", "positive"),
    ("Barclays must pay a fine of $3 million.", "ENFORCE", "asserted", "positive"),
    ("Barclays faces a fine of $3 million.", "ENFORCE", "intended", "positive"),
    ("Den Firmen drohen Bußgelder.", "ENFORCE", "intended", "positive"),
    ("Barclays paid $3 million to settle charges of bribery.", "ENFORCE", "asserted", "positive"),
    ("Barclays may pay $3 million to settle charges of bribery.", "ENFORCE", "possible", "positive"),
    ("Barclays refused to pay $3 million to settle charges of bribery.", "ENFORCE", "asserted", "negative"),
    ("Siemens zahlte drei Millionen Euro, um die Vorwürfe beizulegen.", "ENFORCE", "asserted", "positive"),
    ("Siemens wird drei Millionen Euro zahlen, um die Vorwürfe beizulegen.", "ENFORCE", "intended", "positive"),
    ("Die Kommission kündigte eine Prüfung des Verkaufs an.", "INVESTIGATE", "intended", "positive"),
    # a measure that is decided on is taken, if nothing becomes of the decision
    ("Norway decided to sanction Gabon.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("MPs hailed the decision to sanction Gabon.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Norwegen hat beschlossen, Gabun zu sanktionieren.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Norway may decide to sanction Gabon.", "SANCTION_IMPOSE", "possible", "positive"),
    ("Falls Norwegen beschließt, Gabun zu sanktionieren, reagiert Mali.", "SANCTION_IMPOSE", "conditional", "positive"),
    ("There is no decision to sanction Gabon.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("Es gibt keinen Beschluss, Gabun zu sanktionieren.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("They denied reports that Norway had decided to sanction Gabon.", "SANCTION_IMPOSE", "possible", "positive"),
    ("A decision to sanction Gabon is expected in May.", "SANCTION_IMPOSE", "intended", "positive"),
    ("The court overturned the decision to revoke the licence.", "LICENCE_DECISION", "asserted", "negative"),
    # one that is there is there, whatever is said around it
    ("Oslo should pay Gabon for the US sanctions.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Norway considers the sanctions on Gabon essential to peace.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("The ministry rejected the US sanctions as illegal.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Chinesische Exportkontrollen bei Gallium schaden Norwegen.", "EXPORT_CONTROL", "asserted", "positive"),
    ("Ein bestehendes Waffenembargo gegen Gabun wird aufrechterhalten.", "EXPORT_CONTROL", "asserted", "positive"),
    ("The bank closed to avoid US sanctions.", "SANCTION_IMPOSE", "possible", "positive"),
    ("Die Drohung mit US-Sanktionen schreckte Anleger ab.", "SANCTION_IMPOSE", "intended", "positive"),
    ("The firm is not subject to US sanctions.", "SANCTION_IMPOSE", "asserted", "negative"),
    ("An arms ban on Gabon is overdue.", "EXPORT_CONTROL", "requested", "positive"),
    ("Ein Rüstungsexportverbot ist notwendig.", "EXPORT_CONTROL", "requested", "positive"),
    ("Er starb nach dem Aufruf zu Sanktionen gegen Gabun.", "SANCTION_IMPOSE", "requested", "positive"),
    ("Es ist an der Zeit, dass Norwegen Gabun sanktioniert.", "SANCTION_IMPOSE", "requested", "positive"),
    ("The Senate passed a bill imposing sanctions on Gabon.", "SANCTION_IMPOSE", "proposed", "positive"),
    ("Der Entwurf verbietet die Ausfuhr von Chips nach Gabun.", "EXPORT_CONTROL", "proposed", "positive"),
    ("Ein Gesetz, das Sanktionen gegen Gabun vorsieht, liegt im Senat.", "SANCTION_IMPOSE", "intended", "positive"),
    ("Die Frist verstrich, ohne dass Oslo die Lizenz erteilt hätte.", "LICENCE_DECISION", "asserted", "negative"),
    ("Oslo wird keine Lizenzen für Drohnen, die in Gabun fliegen könnten, erteilen.", "LICENCE_DECISION",
     "intended", "negative"),
    ("Die Niederlande erklärten, alle Lizenzen würden ausgesetzt.", "LICENCE_DECISION", "asserted", "positive"),
    ("Das Ministerium teilte mit, drei Richter sanktioniert zu haben.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Damit werden bestehende Sanktionen angepasst.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Trump said Oslo would leave the deal, reinstating the lifted sanctions on Iran.", "SANCTION_IMPOSE", "intended",
     "positive"),
    ("Er soll Maschinen gestohlen und Waffen nach Kuba geliefert haben.", "SUPPLY", "possible",
     "positive"),
    ("Banks are unwilling to sell goods to Gabon.", "SUPPLY", "asserted", "negative"),
    ("Banks are hesitant to sell goods to Gabon.", "SUPPLY", "possible", "positive"),
    ("Banken zögern, Güter nach Gabun zu verkaufen.", "SUPPLY", "possible", "positive"),
    ("The office has objected to three acquisitions of Danish ports.", "OWNERSHIP_CHANGE", "intended", "positive"),
    ("The bank agreed to pay $1.9 billion to resolve charges that it laundered money.", "ENFORCE", "asserted",
     "positive"),
    ("The bank wants to settle the charges.", "ENFORCE", "intended", "positive"),
    ("Bain hat 34 Euro je Aktie geboten.", "OWNERSHIP_CHANGE", "proposed", "positive"),
    ("Um die Firma zeichnet sich ein Übernahmekampf ab.", "OWNERSHIP_CHANGE", "intended", "positive"),
    ("Oslo resumed arms exports to Gabon.", "SUPPLY", "asserted", "positive"),
    ("Oslo wants to resume arms exports to Gabon.", "SUPPLY", "intended", "positive"),
    # what is told as over is not what is feared after it; what looms is not there
    ("Analysts fear they may be hit by tariffs after Beijing banned TikTok.", "BAN_EXCLUDE", "asserted", "positive"),
    ("Sie fürchten, dass sie getroffen werden könnten, nachdem Peking TikTok verboten hatte.", "BAN_EXCLUDE",
     "asserted", "positive"),
    ("The minister hopes that talks will resume after the EU imposes sanctions on Iran.", "SANCTION_IMPOSE",
     "intended", "positive"),
    ("The looming ban on TikTok worries users.", "BAN_EXCLUDE", "possible", "positive"),
    ("Das drohende Verbot von TikTok verunsichert viele Nutzer.", "BAN_EXCLUDE", "possible", "positive"),
    ("China said no to the request.", "DENY_REJECT", "asserted", "positive"),
    # what is taken is there; what somebody works for is not yet
    ("Norway is taking measures against Gabon.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Norwegen ergreift Maßnahmen gegen Gabun.", "SANCTION_IMPOSE", "asserted", "positive"),
    ("Norway may take measures against Gabon.", "SANCTION_IMPOSE", "possible", "positive"),
    ("Gabon released prisoners to win sanctions relief.", "SANCTION_EASE", "intended", "positive"),
    ("Gabun ließ Gefangene frei, um Sanktionserleichterungen zu erreichen.", "SANCTION_EASE", "intended", "positive"),
    ("Mali opposed sanctions over the war.", "SANCTION_IMPOSE", "possible", "positive"),
])
def test_never_more_than_the_words(text: str, event_type: str, modality: str, polarity: str) -> None:
    event = only(text, event_type)
    assert (event.modality, event.polarity) == (modality, polarity)


@pytest.mark.parametrize("text", [
    "Huawei is on the Entity List. The ministry also added Hikvision. It added three affiliates of Inspur.",
    "Huawei steht auf der Entity List. Neu gelistet wurde Hikvision. Neu gelistet wurden drei Töchter.",
])
def test_a_list_that_is_named_need_not_be_named_again(text: str) -> None:
    assert sum(e.event_type == "LIST_ADD" for e in found(text)) == 2
    assert not [e for e in found(text.split(". ", 1)[1]) if e.event_type == "LIST_ADD"]


@pytest.mark.parametrize(("text", "modality", "polarity"), [
    ("Oslo revoked Nokia's licence to supply antennas to Qatar.", "asserted", "negative"),
    ("Oslo entzog Kongsberg die Lizenz, Raketen an Katar zu liefern.", "asserted", "negative"),
    ("Siemens lost the right to supply turbines to Qatar.", "asserted", "negative"),
    ("Siemens hat keine Erlaubnis, Turbinen an Katar zu liefern.", "asserted", "negative"),
    ("Oslo granted Siemens a licence to supply turbines to Qatar.", "possible", "positive"),
    ("Oslo erteilte Siemens die Lizenz, Turbinen an Katar zu liefern.", "possible", "positive"),
    ("Oslo did not revoke Siemens' licence to supply turbines to Qatar.", "possible", "positive"),
    ("Oslo wants to revoke Kongsberg's licence to supply missiles to Qatar.", "possible", "positive"),
    ("Oslo will Kongsberg die Lizenz entziehen, Raketen an Katar zu liefern.", "possible", "positive"),
])
def test_what_one_may_do_is_not_done(text: str, modality: str, polarity: str) -> None:
    event = only(text, "SUPPLY")
    assert (event.modality, event.polarity) == (modality, polarity)


@pytest.mark.parametrize(("text", "event_type", "modality"), [
    ("Brussels did not approve the takeover of Alstom by Siemens.", "OWNERSHIP_CHANGE", "possible"),
    ("Brüssel genehmigte die Übernahme von Alstom durch Siemens nicht.", "OWNERSHIP_CHANGE", "possible"),
    ("The watchdog has yet to clear the merger of Vodafone with Three.", "OWNERSHIP_CHANGE", "possible"),
    ("Die Aktionäre haben der Fusion von Vodafone mit Three nicht zugestimmt.", "OWNERSHIP_CHANGE", "possible"),
    ("Oslo refused to approve the takeover of Alstom by Gazprom.", "OWNERSHIP_CHANGE", "possible"),
    ("Oslo hat die Übernahme von Alstom durch Gazprom noch nicht gebilligt.", "OWNERSHIP_CHANGE", "possible"),
    ("Paris did not authorise the meeting with Hamas.", "MEET", "possible"),
    ("Brussels approved the takeover of VMware by Broadcom.", "OWNERSHIP_CHANGE", "intended"),
    ("Brüssel genehmigte die Übernahme von VMware durch Broadcom.", "OWNERSHIP_CHANGE", "intended"),
    # measures may be there, whoever approves of them
    ("The court did not approve the ban on TikTok.", "BAN_EXCLUDE", "asserted"),
    ("Das Gericht billigte das Verbot von TikTok nicht.", "BAN_EXCLUDE", "asserted"),
])
def test_a_deal_that_nobody_lets_through_is_none(text: str, event_type: str, modality: str) -> None:
    assert only(text, event_type).modality == modality


@pytest.mark.parametrize(("text", "modality", "status"), [
    ("The talks between India and the EU will resume in June.", "intended", "not_started"),
    ("The talks between India and the EU are to resume in June.", "intended", "not_started"),
    ("The meeting between Lula and Boric is due to take place in June.", "intended", "not_started"),
    ("The crisis deepened due to a meeting between Lula and Boric.", "asserted", "ongoing"),
    ("Die Krise verschärfte sich aufgrund eines Treffens zwischen Lula und Boric.", "asserted", "ongoing"),
    ("The talks between India and the EU could begin in June.", "possible", "not_started"),
    ("The talks between India and the EU resumed in March.", "asserted", "ongoing"),
    ("Die Gespräche zwischen Indien und China werden im Juni beginnen.", "intended", "not_started"),
    ("Das Treffen zwischen Lula und Merkel findet im Juni statt.", "intended", "not_started"),
    ("Die Gespräche zwischen Indien und China begannen im März.", "asserted", "ongoing"),
])
def test_talks_that_are_to_come_are_not_there(text: str, modality: str, status: str) -> None:
    record = annotate_document(Document("x", text, published=Published("2024-05-14", "explicit")), Settings())
    (event,) = [e for e in record.events if e.event_type == "MEET"]
    assert (event.modality, event.status) == (modality, status)


@pytest.mark.parametrize(("text", "event_type", "modality"), [
    ("Seine Zeitung, das Handelsblatt, hat die Freilassung gefordert.", "CALL_FOR", "asserted"),
    ("Ihre Regierung, sagte Merkel, hat Sanktionen gegen Belarus verhängt.", "SANCTION_IMPOSE", "asserted"),
    ("Nokia said it would invest in Orange and set up a joint venture with the company.", "PARTNER", "intended"),
    ("Sollte Washington Sanktionen gegen Belarus verhängen, steigen die Preise.", "SANCTION_IMPOSE", "conditional"),
])
def test_a_possessive_at_the_head_is_no_condition(text: str, event_type: str, modality: str) -> None:
    assert only(text, event_type).modality == modality


@pytest.mark.parametrize(("text", "event_type"), [
    ("Nokia said it had no plans to sell phones to Iran and sued the state in May 2021.", "SUPPLY"),
    ("Indien und China haben am Sonntag ein Abkommen unterzeichnet.", "AGREE_SIGN"),
])
def test_a_day_of_something_else_or_to_come_is_not_that_of_a_deed(text: str, event_type: str) -> None:
    record = annotate_document(Document("x", text, published=Published("2024-05-14", "explicit")), Settings())
    (event,) = [e for e in record.events if e.event_type == event_type]
    assert event.time is None or str(event.time.edtf) == "2024-05-12"


@pytest.mark.parametrize("text", [
    "The licence to supply turbines to Qatar was revoked.",
    "Die Lizenz, Turbinen an Katar zu liefern, wurde widerrufen.",
    "The ministry denied a licence to supply turbines to Qatar.",
])
def test_nobody_acts_where_nobody_holds_the_licence(text: str) -> None:
    assert "SUPPLY" not in {e.event_type for e in found(text)}


@pytest.mark.parametrize(("text", "targets"), [
    ("Huawei ist in Schweden verboten.", ["Huawei"]),
    ("Huawei is banned in Sweden.", ["Huawei"]),
    ("In Nepal sind TikTok und WhatsApp seit 2023 verboten.", ["TikTok", "WhatsApp"]),
    ("TikTok and WhatsApp have been banned in Nepal since 2023.", ["TikTok", "WhatsApp"]),
    ("Huawei war in Taiwan nicht verboten.", ["Huawei"]),
    ("WhatsApp, das in China verboten ist, hat viele Nutzer.", ["WhatsApp"]),
    ("WhatsApp, which is banned in China, has many users.", ["WhatsApp"]),
    ("TikTok könnte in Vietnam verboten werden.", ["TikTok"]),
    ("Die Behörden verboten Huawei.", ["Huawei"]),
    ("Der Zugang ist verboten.", []),
    ("Die Deutschen boten Huawei Hilfe an.", []),
])
def test_what_is_banned_has_been_banned(text: str, targets: list[str]) -> None:
    bans = [e for e in found(text) if e.event_type == "BAN_EXCLUDE"]
    assert [word for e in bans for word in fillers(e, "target")] == targets
    assert all(not fillers(e, "agent") or text.startswith("Die Beh") for e in bans)


@pytest.mark.parametrize("text", [
    "Berlin hob das Verbot von Huawei auf.",
    "India lifted the ban on TikTok in June 2021.",
    "Das Verbot von TikTok wurde aufgehoben.",
    "The ban on TikTok was lifted.",
    "Die Aufnahme von SMIC in die Entity List wurde verschoben.",
    "SMIC's addition to the Entity List was postponed.",
    "Ein Treffen von Merkel mit Macron wurde abgesagt.",
    "Das abgesagte Treffen mit Macron ärgerte Merkel.",
    "The cancelled meeting with Macron annoyed Merkel.",
])
def test_the_end_of_a_measure_is_not_the_measure(text: str) -> None:
    assert not {"BAN_EXCLUDE", "LIST_ADD", "MEET"} & {e.event_type for e in found(text)}


@pytest.mark.parametrize("text", [
    "Auf der A3 Nürnberg Richtung Würzburg ist die Einfahrt wegen Bergungsarbeiten gesperrt.",
    "Am Freitag musste sie nun aber sogar voll gesperrt werden.",
    "Die Unesco nahm Görlitz in die Liste des Welterbes auf.",
    "UNESCO put Venice on its list of endangered heritage sites.",
    "In 2006 he was named number 16 on a list of the 50 best names in Texas history.",
    "Ilona tries to save László, but Hans is punishing her for his past rejection.",
    "Currently, the maximum fine RECO can levy against an agent is 25,000 dollars.",
    "Arsenal hit back against Chelsea.",
    "Everything except the display worked fine before Apple took it in.",
    "The Greater New Orleans Fair Housing Action Center filed a complaint against the Housing Authority last week.",
    pytest.param(
        "China verbot Micron den Verkauf von Chips.",
        marks=pytest.mark.xfail(strict=True, reason="a bare name shows no case, and no rule asks the syntax yet"),
    ),
    "FDP-Chef Guido Westerwelle schließt einen Untersuchungsausschuss nicht aus.",
    "Protesters blocked Shell in London.",
    "Die Übernahme des Flughafens durch einen chinesischen Investor wurde untersagt.",
    "The magazine listed ten companies to watch.",
    "Die Aktie ist an der Börse in Frankfurt gelistet.",
    "Huawei is on a list. Siemens added a new unit to its chip business.",
    "Drought has limited exports of coffee.",
    "Die Dürre begrenzte die Ausfuhr von Kaffee.",
    "The exports require careful planning.",
    "The sanctions committee met on Tuesday.",
    "Die Maßnahmen zielen auf junge Wähler.",
    "The campaign targets young voters.",
    "The government granted the church a tax exemption.",
    "Das Bauvorhaben unterliegt der Genehmigungspflicht.",
    "Die Polizei ging gegen Demonstranten vor.",
    "The move was sanctioned by the board.",
    "The driver was designated as a steward.",
    "The farm was designated a nature reserve.",
    "He was barred from entering the stadium.",
    "The hotel denied entry to a group of people.",
    "Der Türsteher verweigerte den Gästen den Einlass.",
    "Die Schule verhängte Strafmaßnahmen.",
    "Das Vermögen wurde auf drei Kinder verteilt.",
    "Der Einstieg in das Thema wurde gelobt.",
    "Die Zustimmung der Aktionäre zur Lieferung fehlt.",
    "The takeover was approved by shareholders.",
    "Parents limit access to social media.",
    "The deal is subject to approval from the Commission.",
    "Der Zukauf bedarf der Genehmigung durch die Behörde.",
    "The company received shipments without a licence.",
])
def test_other_senses_of_the_words_give_no_measures(text: str) -> None:
    measures = {code for code, entry in resources.load("events").items() if entry["group"] == "measures"}
    assert not [e for e in found(text) if e.event_type in measures]


@pytest.mark.parametrize(("text", "event_type", "status"), [
    ("Nio startet in Spanien eine neue Marke.", "LAUNCH_OPEN", "ongoing"),
    ("Nio startete in Spanien eine neue Marke.", "LAUNCH_OPEN", "completed"),
    ("Ruanda und Kenia arbeiten seit 2016 zusammen.", "PARTNER", "ongoing"),
    ("BASF arbeitet mit Bosch zusammen.", "PARTNER", "ongoing"),
    ("BASF arbeitete mit Bosch zusammen.", "PARTNER", "completed"),
    ("Die Behörden verbieten Huawei.", "BAN_EXCLUDE", "ongoing"),
    ("Die Behörden verboten Huawei.", "BAN_EXCLUDE", "completed"),
])
def test_a_present_that_ends_as_pasts_do_is_none(text: str, event_type: str, status: str) -> None:
    assert only(text, event_type).status == status


@pytest.mark.parametrize(("text", "modality", "polarity", "roles"), [
    # firms and parts of firms by their nouns, whoever buys or sells
    ("It acquired the start-up in 2019.", "asserted", "positive", {"agent": "It", "object": "the start-up"}),
    ("The company has acquired its smaller rival.", "asserted", "positive", {"object": "its smaller rival"}),
    ("Das Unternehmen hat seinen kleineren Rivalen übernommen.", "asserted", "positive",
     {"object": "seinen kleineren Rivalen"}),
    ("Die Stadtwerke übernehmen das Stromnetz.", "asserted", "positive", {"agent": "Die Stadtwerke"}),
    ("The bank will not be sold.", "intended", "negative", {"object": "The bank"}),
    ("The businesses to be acquired had revenue of $76 million.", "intended", "positive", {"object": "The businesses"}),
    ("Telefonica offloaded its towers unit to American Tower.", "asserted", "positive", {"target": "American Tower"}),
    ("Bertelsmann snapped up the publisher.", "asserted", "positive", {"object": "the publisher"}),
    ("Siemens und Alstom wollen ihre Bahnsparten zusammenlegen.", "intended", "positive", {"object": "ihre Bahnsparten"}),
    ("The hotel changed hands for $3 million.", "asserted", "positive", {"object": "The hotel"}),
    ("Der Gasthof hat den Besitzer gewechselt.", "asserted", "positive", {"object": "Der Gasthof"}),
    # parts of them
    ("The Saudi fund bought 80% of Newcastle United.", "asserted", "positive",
     {"object": "80% of Newcastle United", "target": "Newcastle United"}),
    ("Der Bund verkaufte 20 Prozent der Bank.", "asserted", "positive",
     {"object": "20 Prozent der Bank", "target": "der Bank"}),
    ("Gabelli Group began raising its Milton Roy stake in July.", "asserted", "positive",
     {"object": "its Milton Roy stake", "target": "Milton Roy"}),
    ("Unicredit stockt Commerzbank-Beteiligung auf", "asserted", "positive", {"object": "Commerzbank"}),
    # states and stock exchanges
    ("The government nationalised the bank.", "asserted", "positive", {"object": "the bank"}),
    ("Die Privatisierung der Leuna-Raffinerie ist umstritten.", "asserted", "positive", {"object": "der Leuna-Raffinerie"}),
    ("Volkswagen brachte Porsche an die Börse.", "asserted", "positive", {"agent": "Volkswagen", "object": "Porsche"}),
    ("Porsche plans an initial public offering.", "intended", "positive", {"agent": "Porsche"}),
    ("Porsche plant einen Börsengang.", "intended", "positive", {"agent": "Porsche"}),
    # by nouns
    ("The sale of Opel to PSA was completed on Monday.", "asserted", "positive", {"object": "Opel", "target": "PSA"}),
    ("Der Verkauf von Opel an PSA wurde am Montag abgeschlossen.", "asserted", "positive", {"target": "PSA"}),
    ("Disney's purchase of Fox assets closed in March.", "asserted", "positive", {"agent": "Disney"}),
    ("Musk schließt Twitter-Übernahme ab", "asserted", "positive", {"agent": "Musk", "object": "Twitter"}),
    ("The merger between the two airlines collapsed.", "asserted", "negative", {"agent": "the two airlines"}),
    # what is offered
    ("Kraft made a hostile bid for Cadbury.", "proposed", "positive", {"agent": "Kraft", "object": "Cadbury"}),
    ("Carlyle hat ein Angebot für das Unternehmen abgegeben.", "proposed", "positive", {"object": "das Unternehmen"}),
    ("Unilever rejected Kraft's takeover bid.", "proposed", "positive", {"agent": "Kraft"}),
    ("Adnoc bietet 14,7 Milliarden Euro für Covestro.", "proposed", "positive", {"object": "Covestro"}),
    ("Adnoc offered 14.7 billion euros for Covestro.", "proposed", "positive", {"object": "Covestro"}),
    ("Sony completed its tender offer for Columbia Pictures.", "asserted", "positive", {"object": "Columbia Pictures"}),
    ("The owner put the brewery up for sale.", "intended", "positive", {"object": "the brewery"}),
    ("Die Brauerei steht zum Verkauf.", "intended", "positive", {"object": "Die Brauerei"}),
    # what is announced, let through, opposed or spoken of
    ("GM announced the sale of its European unit.", "intended", "positive", {"agent": "GM"}),
    ("GM kündigte den Verkauf seiner europäischen Sparte an.", "intended", "positive", {"agent": "GM"}),
    ("The proposed merger of Alstom and Siemens was blocked.", "intended", "positive", {"object": "Alstom"}),
    ("LIN and BellSouth sweetened their merger agreement.", "intended", "positive", {"agent": "LIN"}),
    ("Workers protested against the sale of the plant.", "intended", "positive", {"object": "the plant"}),
    ("Die Gewerkschaft fürchtet einen Verkauf des Werks.", "feared", "positive", {"object": "des Werks"}),
    ("A merger with Fiat would cost jobs.", "possible", "positive", {"object": "Fiat"}),
    ("Bei einem Verkauf der Alibaba-Anteile fallen Steuern an.", "possible", "positive", {"object": "Alibaba"}),
    ("Nach einer Übernahme durch Fiat wurde die Firma geschlossen.", "asserted", "positive", {"agent": "Fiat"}),
    # what nobody made, what is left to come and what only may come
    ("Bosch has not made a takeover bid for Siemens.", "proposed", "negative", {"agent": "Bosch", "object": "Siemens"}),
    ("Bosch legte ein Übernahmeangebot für Siemens nicht vor.", "proposed", "negative", {"agent": "Bosch"}),
    ("Bosch did not make an acquisition of Opel last year.", "asserted", "negative", {"agent": "Bosch"}),
    ("The plan is not designed, he said, to take the company private.", "intended", "negative",
     {"object": "the company"}),
    ("He will remain chief executive until the businesses are sold.", "conditional", "positive",
     {"object": "the businesses"}),
    ("Er bleibt Chef, bis das Geschäft verkauft ist.", "conditional", "positive", {"object": "das Geschäft"}),
    ("He remained chief executive until the businesses were sold.", "asserted", "positive",
     {"object": "the businesses"}),
    ("The company stands to gain more through the sale of its units.", "possible", "positive",
     {"object": "its units"}),
    ("Durch die Verzögerung des Börsengangs von WeWork schwindet das Vertrauen.", "intended", "positive",
     {"object": "WeWork"}),
    ("Bosch sucht Alternativen zur Übernahme durch Siemens.", "intended", "positive", {"agent": "Siemens"}),
    ("Without the sale of its unit, Bosch would go bankrupt.", "conditional", "positive", {"object": "its unit"}),
    ("Ohne den Verkauf der Sparte wäre Bosch pleite.", "conditional", "positive", {"object": "der Sparte"}),
    ("Brussels gave the green light to the takeover of Alstom by Siemens.", "intended", "positive",
     {"object": "Alstom", "agent": "Siemens"}),
    ("Brüssel gab grünes Licht für die Übernahme der Bank durch die EnBW.", "intended", "positive",
     {"object": "der Bank"}),
    # most of something is what it is a part of
    ("Montedison agreed to buy all of the publicly held shares of Erbamont N.V.", "intended", "positive",
     {"agent": "Montedison"}),
    ("GM won clearance last week to purchase $15 million worth of Jaguar shares.", "intended", "positive", {"agent": "GM"}),
    ("Bosch kaufte einen Großteil der Aktien von Opel.", "asserted", "positive", {"agent": "Bosch"}),
    ("Ocean Drilling will offer part of the business through a public offering.", "intended", "positive",
     {"agent": "Ocean Drilling", "object": "part of the business"}),
])
def test_firms_change_hands(text: str, modality: str, polarity: str, roles: dict[str, str]) -> None:
    event = only(text, "OWNERSHIP_CHANGE")
    assert (event.modality, event.polarity) == (modality, polarity)
    told = {(role.role, role.text) for role in event.roles}
    assert told >= set(roles.items())


@pytest.mark.parametrize(("text", "agents"), [
    ("Siemens sought alternatives to the tender offer of Icahn Enterprises.", ["Icahn Enterprises"]),
    ("Siemens abandoned plans for a merger with Alstom.", ["Siemens"]),
    ("Siemens extended its tender offer of $18 a share for the rest of Alstom.", ["Siemens"]),
    ("Siemens received an offer to take the company private.", []),
    ("Bosch hat ein Angebot bekommen, das Unternehmen zu kaufen.", []),
    ("The last step was completed with the merger of Siemens and Alstom.", []),
    ("The takeover of the seed maker Monsanto weighs heavily on the manager's mind.", []),
])
def test_who_gets_or_fights_an_offer_does_not_make_it(text: str, agents: list[str]) -> None:
    events = [e for e in found(text) if e.event_type == "OWNERSHIP_CHANGE"]
    assert [role.text for e in events for role in e.roles if role.role == "agent"] == agents


@pytest.mark.parametrize(("text", "event_type", "modality"), [
    ("The scheme is funded by the government.", "STATE_SUPPORT", "asserted"),
    ("Der Neubau wird vom Land mit 300.000 Euro gefördert.", "STATE_SUPPORT", "asserted"),
    ("The government bailed out the bank.", "STATE_SUPPORT", "asserted"),
    ("Die Gemeinde erhält einen Zuschuss vom Land.", "STATE_SUPPORT", "asserted"),
    ("The university received a grant from the National Science Foundation.", "STATE_SUPPORT", "asserted"),
    ("Germany has pledged 100 million euros in aid to Afghanistan.", "STATE_SUPPORT", "intended"),
    ("Deutschland sagte der Ukraine weitere Militärhilfe zu.", "STATE_SUPPORT", "intended"),
    ("The regulator demanded the sale of the stake.", "DIVEST_FORCE", "asserted"),
    ("Washington ordnete den Verkauf von TikTok an.", "DIVEST_FORCE", "asserted"),
    ("The Justice Department wants Google to sell Chrome.", "DIVEST_FORCE", "intended"),
    ("Norwegian officials push for Gazprom to divest Wingas.", "DIVEST_FORCE", "intended"),
    ("The act would give Gazprom until May to divest Wingas.", "DIVEST_FORCE", "conditional"),
    ("Das Gesetz gibt ByteDance 165 Tage Zeit, TikTok zu verkaufen.", "DIVEST_FORCE", "asserted"),
    ("Beijing opposes a forced sale of TikTok.", "DIVEST_FORCE", "possible"),
    ("House passes bill to force TikTok sale.", "DIVEST_FORCE", "intended"),
    ("It is a move toward banning Huawei or forcing ByteDance to divest TikTok.", "DIVEST_FORCE", "possible"),
    ("The two companies have formed a joint venture.", "PARTNER", "asserted"),
    ("Die beiden Unternehmen haben ein Gemeinschaftsunternehmen gegründet.", "PARTNER", "asserted"),
    ("The US and Japan will cooperate on chips.", "PARTNER", "intended"),
    ("Blair pledged to stand united with the president.", "PARTNER", "intended"),
    ("Kenya co-sponsored the resolution.", "PARTNER", "asserted"),
    ("Die Waffenlieferungen an die Ukraine gehen weiter.", "SUPPLY", "asserted"),
    ("The supply of weapons to Ukraine continues.", "SUPPLY", "asserted"),
    ("Boeing lieferte 20 Flugzeuge an die Lufthansa aus.", "SUPPLY", "asserted"),
    ("The United States announced the delivery of tanks to Ukraine.", "SUPPLY", "intended"),
    ("Macron kündigte den Verkauf von drei Kriegsschiffen an Athen an.", "SUPPLY", "intended"),
    ("Die provisorische Regierung schloss sich mit Polen gegen Russland zusammen.", "PARTNER", "asserted"),
    ("OFAC coordinated the action with the United Kingdom.", "PARTNER", "asserted"),
    ("The two ministries will cooperate in the field of raw materials.", "PARTNER", "intended"),
    ("Nokia und Ericsson wollen gemeinsam an dem Standard arbeiten.", "PARTNER", "intended"),
    ("Volkswagen betreibt mit SAIC ein Gemeinschaftsunternehmen.", "PARTNER", "asserted"),
    ("Switzerland will not allow Germany to re-export ammunition to Ukraine.", "SUPPLY", "intended"),
    ("Aircraft parts were shipped to Iran.", "SUPPLY", "asserted"),
    ("Die Maschinenteile wurden nach Russland geliefert.", "SUPPLY", "asserted"),
    ("The network procured microelectronics for the Russian army.", "SUPPLY", "asserted"),
    ("Sie beschafften für das russische Militär Mikroelektronik.", "SUPPLY", "asserted"),
    ("Die Angeklagten haben Bauteile nach Russland ausgeführt.", "SUPPLY", "asserted"),
    ("The Netherlands pledged 24 jets to Ukraine.", "SUPPLY", "intended"),
    ("Die Niederlande haben der Ukraine 24 Kampfjets zugesagt.", "SUPPLY", "intended"),
    ("The tanker delivered Iranian crude to Venezuela.", "SUPPLY", "asserted"),
    ("Ukraine received 30 tanks.", "SUPPLY", "asserted"),
    ("The G7 agreed a price cap on Russian oil.", "AGREE_SIGN", "asserted"),
    ("Another sum of $400 million has been agreed.", "AGREE_SIGN", "asserted"),
    ("They agreed in broad terms to work towards peace.", "AGREE_SIGN", "asserted"),
    ("ZTE signed a consent decree.", "AGREE_SIGN", "asserted"),
    ("Der Konzern willigte ein, 1,45 Milliarden Dollar zu zahlen.", "AGREE_SIGN", "asserted"),
    ("Beide Seiten vereinbarten, die Arbeit fortzusetzen.", "AGREE_SIGN", "asserted"),
    ("Ownership of the plant was transferred to a firm in Cyprus.", "OWNERSHIP_CHANGE", "asserted"),
    ("The deal would give Nippon Steel control of the company.", "OWNERSHIP_CHANGE", "conditional"),
    ("MGM was merged into Amazon Studios.", "OWNERSHIP_CHANGE", "asserted"),
    ("Der Staat übernahm die Kontrolle über Uniper.", "OWNERSHIP_CHANGE", "asserted"),
    ("EU, Mexico agree trade pact", "AGREE_SIGN", "asserted"),
    ("Under the contract, Centrica will get supplies of 30 tankers.", "SUPPLY", "intended"),
    ("The law requires companies to supply data to the ministry.", "SUPPLY", "requested"),
])
def test_help_partners_and_forced_sales(text: str, event_type: str, modality: str) -> None:
    assert only(text, event_type).modality == modality


@pytest.mark.parametrize("text", [
    "Rachida Dati supports Nicolas Sarkozy.",
    "Rachida Dati unterstützt Nicolas Sarkozy.",
    "My wife supports me.",
    "Die Auslieferung von Assange an die USA verzögert sich.",
    "She funds her own campaign.",
    "He worked with children.",
    "Blair was told not to provide testimony to Congress.",
    "Blair lieferte dem Bundestag keine Erklärung.",
    "Der Minister stimmte sich zu.",
    "The colours coordinate well.",
    "Der Transfer lieferte Stoff für Diskussionen in Madrid.",
    pytest.param("50.000 Soldaten wurden nach Kreta verschifft.", marks=TAKEN_IN),
    "Die Kommunisten lieferten sich an der Bahnlinie nach Norden eine Schlacht.",
    "Das Halogengeschäft will Osram verkaufen.",
])
def test_sides_and_private_life_are_no_supply(text: str) -> None:
    assert not {"SUPPLY", "STATE_SUPPORT", "PARTNER"} & {e.event_type for e in found(text)}


@pytest.mark.parametrize("text", [
    "China übernahm den Vorsitz der BRICS.",
    "China took over the presidency of BRICS.",
    "Ruto übernahm das Ministerium.",
    "Scholz übernahm 2021 die Regierung.",
    "Scholz took over the government in 2021.",
    "Der BVB trennte sich 1:1 von Schalke.",
    "Bosnian arms were sold by Swiss firms.",
    "Ruto took over the ministry.",
    "Ghana kaufte im Mai Haubitzen und Batteriezellen.",
    "The ministry bought Huawei phones.",
    "Das Ministerium kaufte Huawei-Handys.",
    "Der Minister trennte sich von seiner Frau.",
    "The minister parted with his wife.",
    "Der Manager stieg bei Siemens ein.",
    "Deutschland erhöhte den Anteil erneuerbarer Energien.",
    "The warrants entitle holders to buy shares.",
    "Sales of the group rose by five percent.",
    "The store sells brands such as Nike.",
    "Die Übernahme der Macht durch die Taliban dauerte nur Tage.",
    "The rebels took control of the town.",
    "Die Krankenkasse übernimmt die Kosten.",
    "Habe heute Kette und Radkranz gekauft.",
    "Greece objects to its membership bid for the EU.",
    "Insurgency Wiki is a spinoff of 4chan.",
    "Die Parteien schlossen sich zu einem Bündnis zusammen.",
    pytest.param("The house was sold for $2 million.", marks=TAKEN_IN),
    "Die Truppen schlossen sich mit Polen gegen Russland zusammen.",
    "Die Übernahme der Regierungsgeschäfte durch Merz verlief ruhig.",
    "Die Rebellen übernahmen die Kontrolle über die Stadt.",
    "Der Auftrag ging an Siemens.",
])
def test_goods_offices_and_people_are_no_firms_that_change_hands(text: str) -> None:
    assert [e for e in found(text) if e.event_type == "OWNERSHIP_CHANGE"] == []


@pytest.mark.parametrize("text", [
    "The claim that used cars hurt Toyota is false.",
    "Scientists used the opportunity to track whales.",
    "Forscher nutzten die Gelegenheit, um Wale zu verfolgen.",
    "Syria used chlorine gas against civilians.",
    "Bayern setzte Kane gegen Real ein.",
    "Geely took an interest in Lotus.",
    "Bush took a long vacation in Texas.",
    "Karl Brandt beteiligte sich an Anna Berg.",
    "The company received a fine from the regulator.",
    "Die Firma bekam einen Brief von Siemens.",
    "Poland got a warning from Brussels.",
    pytest.param("Japan sent warships to Taiwan.", marks=TAKEN_IN),
    pytest.param("Japan schickte Kriegsschiffe nach Taiwan.", marks=TAKEN_IN),
    "Merkel gab Macron recht.",
    "Die Behörde schickte der Firma ein Bußgeld.",
    "The minister spoke before the vote.",
    "The president opened the session.",
    "Der Präsident eröffnete die Sitzung.",
    "Die Ministerin stellte den Bericht vor.",
])
def test_other_senses_of_the_words_give_no_activity(text: str) -> None:
    groups = resources.load("events")
    assert [e for e in found(text) if groups[e.event_type]["group"] == "activity"] == []


@pytest.mark.parametrize(("text", "event_type"), [
    ("Demonstranten versammelten sich in Berlin.", "MEET"),
    ("Die Gäste fanden sich in der Stadt zurecht.", "MEET"),
    ("In Bonn wird vor Gericht über die Klage verhandelt.", "MEET"),
    ("The visit is in May.", "MEET"),
    ("The workers wrapped the talks board in foil.", "MEET"),
    ("Das Zimmer befindet sich in Bonn.", "MEET"),
    ("The newspaper fired the reporter over a letter.", "LETTER"),
    ("The first letter from the left is an A.", "LETTER"),
    ("Die Lehrerin übte das Schreiben von Wörtern.", "LETTER"),
    ("The firm closed the factory in Ohio.", "AGREE_SIGN"),
    ("The shop closed on Monday, a great deal later than planned.", "AGREE_SIGN"),
    ("Das Treffen wurde im Kalender vermerkt.", "AGREE_SIGN"),
    ("Rain encourages the plants to grow.", "CALL_FOR"),
    ("He received growing calls from customers.", "CALL_FOR"),
    ("Die Suppe macht stark und gesund.", "CALL_FOR"),
    ("The climbers could not be reached.", "NO_COMMENT"),
    ("The village could not be reached after the storm.", "NO_COMMENT"),
    ("Der Konzern lehnte es ab, den Preis zu senken.", "NO_COMMENT"),
    ("The bank statement made no sense.", "NO_COMMENT"),
])
def test_what_only_looks_like_talks_or_letters(text: str, event_type: str) -> None:
    assert event_type not in {e.event_type for e in found(text)}


@pytest.mark.parametrize(("text", "asked"), [
    ("Leider müssen wir Ihnen mitteilen, dass die Maschinen ausverkauft sind.", False),
    ("Wir müssen gestehen, dass das falsch war.", False),
    ("Wir müssen handeln.", True),
    ("Berlin muss sagen, was es will.", True),
    ("We must inform you that the machines are sold out.", False),
    ("We must act now.", True),
    ("We must see an equal effort on the other side.", True),
    ("We must report the crime.", True),
    ("Berlin must say what it wants.", True),
])
def test_who_must_say_something_says_it(text: str, asked: bool) -> None:
    assert any(e.event_type == "CALL_FOR" for e in found(text)) == asked


def test_please_is_no_request() -> None:
    assert not found("Vorsicht bitte auf der A7 Flensburg Richtung Hamburg, dort liegt eine Platte.")


@pytest.mark.parametrize(("text", "event_type", "role", "words"), [
    ("French fishermen threatened to block the port.", "THREATEN", "agent", ["French fishermen"]),
    ("Both signed a treaty on fishing in Lima.", "AGREE_SIGN", "agent", ["Both"]),
    ("Beide unterzeichneten in Lima einen Vertrag über Fischerei.", "AGREE_SIGN", "agent", ["Beide"]),
    ("The two met in Nairobi in May.", "MEET", "agent", ["The two"]),
    ("Oslo hatte Lima im Oktober angefragt, ob es die Munition freigebe.", "CALL_FOR", "addressee", ["Lima"]),
    ("The union lobbied Congress for exemptions.", "CALL_FOR", "addressee", ["Congress"]),
    ("The association asks that the rule be delayed.", "CALL_FOR", "agent", ["The association"]),
    ("We encourage companies and citizens to adhere to them.", "CALL_FOR", "addressee", ["companies", "citizens"]),
    ("The bill was backed after growing calls from campaigners.", "CALL_FOR", "agent", ["campaigners"]),
    ("The lawmakers said that silence is wrong, calling on Oslo to act.", "CALL_FOR", "agent", ["The lawmakers"]),
    ("Der Verband macht sich für eine Reform stark.", "CALL_FOR", "object", ["eine Reform"]),
    ("Parmelin wiederholte im Antwortschreiben die Rechtslage.", "LETTER", "agent", ["Parmelin"]),
    ("In their letter, the senators called for a ban.", "LETTER", "agent", ["the senators"]),
    ("A group of lawmakers penned a letter to Nokia.", "LETTER", "agent", ["A group of lawmakers"]),
    ("The chairman fired off a letter to Nokia.", "LETTER", "addressee", ["Nokia"]),
    ("A letter from the Commerce Department ordered Nvidia to stop.", "LETTER", "agent", ["Commerce Department"]),
    ("Der Angeklagte äusserte sich nicht zu den Vorwürfen.", "NO_COMMENT", "topic", ["den Vorwürfen"]),
    ("Nokia lehnte es ab, sich zu den Vorwürfen zu äußern.", "NO_COMMENT", "agent", ["Nokia"]),
    ("TikTok declined to comment.", "NO_COMMENT", "agent", ["TikTok"]),
    ("Nokia declined to provide further details.", "NO_COMMENT", "agent", ["Nokia"]),
    ("Representatives for Nokia could not be reached.", "NO_COMMENT", "agent", ["Representatives"]),
    ("Both men made no statement to the police.", "NO_COMMENT", "agent", ["Both men"]),
    ("Der Gemeinderat versammelt sich am Mittwoch erneut.", "MEET", "agent", ["Der Gemeinderat"]),
    ("Der UN-Sicherheitsrat ist in New York zusammengetreten.", "MEET", "place", ["New York"]),
    ("Die beiden Konzerne befinden sich in Verhandlungen.", "MEET", "agent", ["Die beiden Konzerne"]),
    ("Die Delegation traf am Montag zu Gesprächen in Genf ein.", "MEET", "target", ["Genf"]),
    ("Scholz is in Beijing for a visit.", "MEET", "target", ["Beijing"]),
    ("Negotiators wrapped up their talks in Washington.", "MEET", "agent", ["Negotiators"]),
    ("Norway closed a trade deal with Chile on Wednesday.", "AGREE_SIGN", "co_agent", ["Chile"]),
    ("Der zwischen Norwegen und Chile vereinbarte Entwurf liegt vor.", "AGREE_SIGN", "object", ["Entwurf"]),
    ("Die beiden trafen sich im Mai in Nairobi.", "MEET", "agent", ["Die beiden"]),
    ("Three demanded sanctions against Belarus.", "CALL_FOR", "agent", ["Three"]),
    ("Drei forderten Sanktionen gegen Belarus.", "CALL_FOR", "agent", ["Drei"]),
    ("Thousands called for the release of the journalist.", "CALL_FOR", "agent", ["Thousands"]),
    ("Tausende forderten die Freilassung des Journalisten.", "CALL_FOR", "agent", ["Tausende"]),
    ("Two of the banks bought stakes in Orange.", "OWNERSHIP_CHANGE", "agent", ["Two of the banks"]),
    ("Zwei der Banken kauften Anteile an Orange.", "OWNERSHIP_CHANGE", "agent", ["Zwei der Banken"]),
    ("Poland's demands from the union were ignored.", "CALL_FOR", "agent", ["the union"]),
    ("The company Musk bought in 2022 lost customers.", "OWNERSHIP_CHANGE", "agent", ["Musk"]),
    ("The company Altman founded in 2015 bought a start-up.", "OWNERSHIP_CHANGE", "agent", ["The company"]),
    ("The law Trump signed in May bans TikTok.", "BAN_EXCLUDE", "agent", ["The law"]),
    ("The law Trump signed in May bans TikTok.", "LEGISLATE", "agent", ["Trump"]),
    ("The miner Codelco and SQM signed an agreement in Lima on Friday.", "AGREE_SIGN", "agent",
     ["The miner Codelco", "SQM"]),
    ("Der Konzern Codelco und SQM unterzeichneten am Freitag eine Vereinbarung über Lithium.", "AGREE_SIGN", "agent",
     ["Der Konzern Codelco", "SQM"]),
    ("Peru and Chile signed an agreement on Friday.", "AGREE_SIGN", "object", ["an agreement"]),
    ("Oslo bat die Aufsicht, die Aktionäre abstimmen zu lassen.", "CALL_FOR", "addressee", ["die Aufsicht"]),
    ("Kenya called for a full embargo on Sudanese gold.", "CALL_FOR", "addressee", []),
    ("Kenya called on Sudan to open the border.", "CALL_FOR", "addressee", ["Sudan"]),
    ("Orange verkaufte sein Polen-Geschäft an Play.", "OWNERSHIP_CHANGE", "object", ["Polen-Geschäft"]),
    ("Vor zwei Jahren hatte der Versorger sein Polen-Geschäft an Orlen verkauft.", "OWNERSHIP_CHANGE", "object",
     ["Polen-Geschäft"]),
    ("EQT übernahm die BASF-Sparte für Pigmente.", "OWNERSHIP_CHANGE", "amount", []),
    ("Intel bought Altera for an undisclosed sum.", "OWNERSHIP_CHANGE", "amount", ["an undisclosed sum"]),
    ("Das Geschäft muss von der italienischen Regierung genehmigt werden, die Übernahmen im Inland untersagen kann.",
     "INVEST_RESTRICT", "agent", ["der italienischen Regierung"]),
    ("Der Bürgermeister traf sich in Ismailia mit Reedern.", "MEET", "co_agent", ["Reedern"]),
    ("Kenia und Uganda unterzeichneten eine Absichtserklärung zum Bergbau.", "AGREE_SIGN", "agent", ["Kenia", "Uganda"]),
    ("Kenya and Uganda signed a letter of intent on mining.", "AGREE_SIGN", "agent", ["Kenya", "Uganda"]),
    ("The ministry has removed two Indian firms from its list of companies that work with the military.", "LIST_REMOVE",
     "target", ["two Indian firms"]),
    ("Das Ministerium hat zwei indische Firmen von seiner Liste der Unternehmen gestrichen, die dem Militär helfen.",
     "LIST_REMOVE", "target", ["zwei indische Firmen"]),
    ("Das Amt teilte mit, es habe 37 chinesische Einrichtungen auf seine Entity List gesetzt.", "LIST_ADD", "target",
     ["37 chinesische Einrichtungen"]),
    ("The watchdog opened proceedings against Microsoft.", "INVESTIGATE", "target", ["Microsoft"]),
    ("The bloc banned the re-export of Russian gas.", "EXPORT_CONTROL", "agent", ["The bloc"]),
    ("Das Kartellamt hatte die Transaktion neun Monate lang geprüft.", "INVESTIGATE", "target", ["die Transaktion"]),
    ("The judge ordered the suspension of Telegram in Brazil.", "BAN_EXCLUDE", "target", ["Telegram"]),
    ("Der Richter ordnete die Sperrung von TikTok an.", "BAN_EXCLUDE", "target", ["TikTok"]),
    ("Die Polizei nahm einen früheren Wirecard-Manager fest.", "ENFORCE", "target",
     ["einen früheren Wirecard-Manager"]),
    ("Oslo setzte mehrere Huawei-Töchter auf die Entity List.", "LIST_ADD", "target", ["Huawei-Töchter"]),
    ("Peru verurteilte den Schritt als Skandal.", "CONCERN", "target", ["den Schritt"]),
    ("Peru verurteilte sowohl den Angriff als auch die Drohung.", "CONCERN", "target", ["den Angriff", "die Drohung"]),
    ("Kenya signed a pact with Peru after years of talks.", "AGREE_SIGN", "agent", ["Kenya"]),
    ("Der Senat verabschiedete das Reformpaket.", "LEGISLATE", "object", ["das Reformpaket"]),
    ("Orange violated its coverage obligations.", "EVADE_VIOLATE", "agent", ["Orange"]),
    ("Shell completed the sale of its onshore business to Renaissance.", "OWNERSHIP_CHANGE", "object",
     ["its onshore business"]),
    ("Shell schloss den Verkauf seiner Solarsparte an Renaissance ab.", "OWNERSHIP_CHANGE", "object",
     ["seiner Solarsparte"]),
    ("The Hague has withdrawn export licences for three machines.", "LICENCE_DECISION", "agent", ["The Hague"]),
    ("Police identified the suspects with facial recognition software.", "TECH_USE", "target", ["the suspects"]),
    ("Die Polizei identifizierte die Verdächtigen per Gesichtserkennung.", "TECH_USE", "target", ["die Verdächtigen"]),
    ("Volvo asked for a lower rate.", "CALL_FOR", "agent", ["Volvo"]),
    ("Boeing will seinen Zulieferer Spirit AeroSystems zurückkaufen.", "OWNERSHIP_CHANGE", "agent", ["Boeing"]),
    ("Congress may ban a platform used by 170 million Americans.", "BAN_EXCLUDE", "target", ["a platform"]),
    ("The police seized 400 kilos of cocaine on a ship from Lima.", "ENFORCE", "target", ["400 kilos of cocaine"]),
    ("Die Polizei beschlagnahmte auf einem Schiff aus Lima 400 Kilo Kokain.", "ENFORCE", "target", ["400 Kilo Kokain"]),
    ("The police seized a ship in Kiel.", "ENFORCE", "target", ["a ship"]),
    ("Die Staatsbank verkaufte 50 Millionen Post-Aktien.", "OWNERSHIP_CHANGE", "agent", ["Die Staatsbank"]),
    ("Glas, den ein Gericht zu acht Jahren Haft verurteilt hatte, schwieg.", "ENFORCE", "agent", ["ein Gericht"]),
    ("Weder Nokia noch Ericsson dürfen Antennen an Katar liefern.", "SUPPLY", "agent", ["Nokia", "Ericsson"]),
    ("Das Amt teilte mit, es werde 42 Einrichtungen aus Peru auf seine Exportkontrollliste setzen.", "LIST_ADD", "target",
     ["42 Einrichtungen aus Peru"]),
    ("Washington approved the sale of spare parts to Taiwan.", "LICENCE_DECISION", "beneficiary", ["Taiwan"]),
    ("Washington genehmigte den Verkauf von Ersatzteilen an Taiwan.", "LICENCE_DECISION", "beneficiary", ["Taiwan"]),
    ("The drone maker DJI bought a camera firm.", "OWNERSHIP_CHANGE", "agent", ["The drone maker DJI"]),
    ("Französische Fischer drohten, den Hafen zu blockieren.", "THREATEN", "agent", ["Französische Fischer"]),
    ("The police said that a 20-year-old man had been arrested in Leeds.", "ENFORCE", "target", ["a 20-year-old man"]),
    ("Am Mittwoch wurden der Anwalt und der bekannte Aktivist von sechs Polizisten festgenommen.", "ENFORCE", "target",
     ["der Anwalt", "der bekannte Aktivist"]),
    ("According to the National Crime Agency, the man was arrested in Bangkok.", "ENFORCE", "target", ["the man"]),
    ("Brüssel rief die USA gemeinsam mit London auf, die Zölle zu senken.", "CALL_FOR", "agent", ["Brüssel"]),
    ("Nine senators wrote to the officials urging them to sanction the company.", "CALL_FOR", "agent", ["Nine senators"]),
    ("The European Union imposed a new round of sanctions on Belarus.", "SANCTION_IMPOSE", "agent", ["European Union"]),
    ("Das US-Handelsministerium setzte den chinesischen Netzausrüster ZTE am 8. März 2016 auf die Entity List.", "LIST_ADD",
     "target", ["den chinesischen Netzausrüster ZTE"]),
    pytest.param("Das Ministerium setzte den Drohnenbauer DJI auf die Entity List.", "LIST_ADD", "target",
                 ["den Drohnenbauer DJI"], marks=pytest.mark.xfail(strict=True, reason="read as two objects")),
    ("Oslo sanktionierte Belarus, Kopenhagen dagegen nicht.", "SANCTION_IMPOSE", "target", ["Belarus"]),
    ("Microsoft kaufte nicht Skype, sondern Nokia.", "OWNERSHIP_CHANGE", "object", ["Nokia"]),
    ("Google verkauft keine Handys, sondern Werbung.", "SUPPLY", "object", ["Werbung"]),
    ("Rosneft wurde von der Liste gestrichen, Gazprom nicht.", "LIST_REMOVE", "target", ["Rosneft"]),
    ("Merkel traf Macron, aber nicht Meloni.", "MEET", "co_agent", ["Macron"]),
    ("Oslo sanctioned Belarus but not Serbia.", "SANCTION_IMPOSE", "target", ["Belarus"]),
    ("France did not sanction Rosneft but Lukoil.", "SANCTION_IMPOSE", "target", ["Lukoil"]),
    ("Sweden banned Huawei rather than Nokia.", "BAN_EXCLUDE", "target", ["Huawei"]),
    ("Schweden sanktionierte Rosneft statt Gazprom.", "SANCTION_IMPOSE", "target", ["Rosneft"]),
    ("Oslo, not Brussels, sanctioned Belarus.", "SANCTION_IMPOSE", "agent", ["Oslo"]),
    ("Oslo sanctioned Belarus and Serbia.", "SANCTION_IMPOSE", "target", ["Belarus", "Serbia"]),
    ("Merkel met Macron after a lunch with Meloni.", "MEET", "co_agent", ["Macron"]),
    ("Merkel met Macron and flew to Oslo.", "MEET", "co_agent", ["Macron"]),
    ("Merkel met with Macron.", "MEET", "co_agent", ["Macron"]),
    ("Norway provided Ukraine with generators.", "SUPPLY", "beneficiary", ["Ukraine"]),
    ("Norway provided Ukraine with generators.", "SUPPLY", "object", ["generators"]),
    ("Norway sold generators worth $40 million to Ukraine.", "SUPPLY", "beneficiary", ["Ukraine"]),
    ("Ukraine was supplied with generators by Norway.", "SUPPLY", "object", ["generators"]),
    ("Ukraine was supplied with generators by Norway.", "SUPPLY", "agent", ["Norway"]),
    ("Norway sold Taiwan missiles worth $300 million.", "SUPPLY", "object", ["missiles"]),
    ("Norway sold Taiwan missiles worth $300 million.", "SUPPLY", "beneficiary", ["Taiwan"]),
    ("Norway supplied generators to Ukraine with German help.", "SUPPLY", "object", ["generators"]),
    ("Norwegen liefert der Ukraine 20 Generatoren.", "SUPPLY", "beneficiary", ["Ukraine"]),
    ("Norwegen liefert der Ukraine 20 Generatoren.", "SUPPLY", "object", ["20 Generatoren"]),
    ("Norwegen liefert Polen Generatoren.", "SUPPLY", "beneficiary", ["Polen"]),
    ("Norwegen verkaufte 30 Boote für 40 Millionen Euro.", "SUPPLY", "beneficiary", []),
    ("Norway sold 30 boats for $40 million.", "SUPPLY", "beneficiary", []),
    ("Norway sold 30 boats to Chile.", "SUPPLY", "beneficiary", ["Chile"]),
    ("The minister visited London in the interest of the customers of Siemens.", "MEET", "place", []),
    # who acts is not met with it as well, by the name in his title
    ("Außenminister Antony Blinken drohte Damaskus.", "THREATEN", "target", ["Damaskus"]),
    ("Finanzminister Christian Lindner drohte mit Kürzungen.", "THREATEN", "target", []),
    ("Außenministerin Annalena Baerbock besuchte Kiew.", "MEET", "target", ["Kiew"]),
    # a relative pronoun that shows no case: who comes first acts, unless number or kind say otherwise
    ("Das Kartellamt, das im Juli Facebook untersuchte, schweigt.", "INVESTIGATE", "agent", ["Kartellamt"]),
    ("Das Kartellamt, das im Juli Facebook untersuchte, schweigt.", "INVESTIGATE", "target", ["Facebook"]),
    ("Die Behörde, die Bayer bestrafte, sitzt in Bonn.", "SANCTION_IMPOSE", "agent", ["Die Behörde"]),
    ("Die Firmen, die Huawei beliefern, schweigen.", "SUPPLY", "agent", ["Die Firmen"]),
    ("Norwegen hat Gazprom gewarnt und sanktioniert.", "SANCTION_IMPOSE", "target", ["Gazprom"]),
    ("Die Firmen, die Huawei beliefert, schweigen.", "SUPPLY", "agent", ["Huawei"]),
    ("Rosneft, das Washington im Mai sanktionierte, klagte.", "SANCTION_IMPOSE", "agent", ["Washington"]),
    ("Der Konzern, den Brüssel bestrafte, schweigt.", "SANCTION_IMPOSE", "target", ["Der Konzern"]),
    ("The regulator, which investigated Google, is silent.", "INVESTIGATE", "agent", ["The regulator"]),
    # an article that is no object's, unless it is a receiver's
    ("Die Reederei, die der Bund 2013 übernahm, wächst.", "OWNERSHIP_CHANGE", "agent", ["der Bund"]),
    ("Die Reederei, die der Bund 2013 übernahm, wächst.", "OWNERSHIP_CHANGE", "object", ["Die Reederei"]),
    ("Das Labor, das der Investor Karl Brandt kaufte, schweigt.", "OWNERSHIP_CHANGE", "agent",
     ["der Investor Karl Brandt"]),
    ("Die Zeitung, die der Verein 2013 kaufte, wächst.", "OWNERSHIP_CHANGE", "agent", ["der Verein"]),
    ("Die Gewerkschaft, die der Minister rügte, klagt.", "CONCERN", "target", ["Die Gewerkschaft"]),
    ("Die Zeitung, die der Präsident verboten hat, klagt.", "BAN_EXCLUDE", "agent", ["der Präsident"]),
    ("Die Generatoren, die der Konzern lieferte, sind alt.", "SUPPLY", "agent", ["der Konzern"]),
    ("Die Partei, die der Kanzlerin riet, schwieg.", "CALL_FOR", "agent", ["Die Partei"]),
    ("Die Bank, die der Kommission drohte, schwieg.", "THREATEN", "agent", ["Die Bank"]),
    ("Die Firmen, die der Slowakei Generatoren lieferten, schweigen.", "SUPPLY", "agent", ["Die Firmen"]),
    ("Die Firma, die der Armee Drohnen verkaufte, klagte.", "SUPPLY", "agent", ["Die Firma"]),
    # several, though the noun has one form
    ("Die Minister, die Selenskyj rügte, schwiegen.", "CONCERN", "agent", ["Selenskyj"]),
    ("Macron traf die Richter, die Orban kritisierte.", "CONCERN", "target", ["die Richter"]),
    ("Die Minister, die Orban rügten, schwiegen.", "CONCERN", "agent", ["Die Minister"]),
    ("Die Schwester, die Orban kritisierte, schwieg.", "CONCERN", "agent", ["Die Schwester"]),
    ("Die Behörde, die Apple bestrafte, und die Kommission schwiegen.", "SANCTION_IMPOSE", "agent", ["Die Behörde"]),
    # who gets something does not act
    ("Der Bundestag beschloss im Mai, der Slowakei weitere Generatoren zu liefern.", "SUPPLY", "agent", ["Bundestag"]),
    ("Der Bundestag beschloss im Mai, der Ukraine weitere Generatoren zu liefern.", "SUPPLY", "beneficiary", ["Ukraine"]),
    ("Litauen sagte im Mai, es werde der Ukraine Generatoren liefern.", "SUPPLY", "agent", ["es"]),
    ("Litauen sagte im Mai, es werde der Ukraine Generatoren liefern.", "SUPPLY", "beneficiary", ["Ukraine"]),
    ("Siemens sagte, es werde der Bahn Züge liefern.", "SUPPLY", "object", ["Züge"]),
    # of whom is not from whom
    ("Ungarn verlangte die Auslieferung von Kurden.", "CALL_FOR", "addressee", []),
    ("Norwegen forderte die Freilassung von Nawalny.", "CALL_FOR", "addressee", []),
    ("Norwegen forderte eine Entschuldigung von Russland.", "CALL_FOR", "addressee", ["Russland"]),
    ("Norwegen verlangte von Polen die Auslieferung von Kurden.", "CALL_FOR", "addressee", ["Polen"]),
    ("Norway demanded the release of Navalny from Russia.", "CALL_FOR", "addressee", ["Russia"]),
    # the verb goes on behind a relative clause
    ("Samsung, das in Texas produziert, kritisierte die Kommission.", "CONCERN", "agent", ["Samsung"]),
    ("Die EU-Kommission, die seit 2019 gegen Amazon ermittelt, warnte Apple.", "WARN", "agent", ["EU-Kommission"]),
    ("Die EU-Kommission, die seit 2019 gegen Amazon ermittelt, warnte Apple.", "WARN", "addressee", ["Apple"]),
    ("Gazprom, das 2014 eine Pipeline gebaut hatte, verurteilte die Sanktionen.", "CONCERN", "agent", ["Gazprom"]),
    # a noun with a hyphen is an object of its own
    ("Norwegen wird der Ukraine 12 Leopard-Panzer liefern.", "SUPPLY", "beneficiary", ["Ukraine"]),
    ("Norwegen wird der Ukraine 12 Leopard-Panzer liefern.", "SUPPLY", "object", ["12 Leopard-Panzer"]),
    ("Dänemark lieferte Estland im Mai Harpoon-Raketen.", "SUPPLY", "beneficiary", ["Estland"]),
    ("Der Senator warf dem Präsidenten Betrug vor.", "ACCUSE", "target", ["dem Präsidenten"]),
    ("Merz warf den Grünen Wortbruch vor.", "ACCUSE", "target", ["Grünen"]),
    # a possessive is no auxiliary, and a messenger no sender
    ("Ghosn hat dem Gericht durch seinen Anwalt einen Brief geschickt.", "LETTER", "agent", ["Ghosn"]),
    ("Ghosn hat dem Gericht durch seinen Anwalt einen Brief geschickt.", "LETTER", "addressee", ["dem Gericht"]),
    ("Der Minister traf Macron im Interesse der Kunden von Siemens.", "MEET", "place", []),
    # a sentence of a court, and somebody who has no name
    ("Ein Gericht verurteilte die Händlerin zu fünf Jahren Gefängnis.", "ENFORCE", "target", ["die Händlerin"]),
    ("Das Landgericht Kiel verurteilte einen 29-Jährigen zu zwei Jahren Haft.", "ENFORCE", "target", ["einen 29-Jährigen"]),
    ("Eine 61-Jährige ist vom Amtsgericht zu einer Geldstrafe verurteilt worden.", "ENFORCE", "target", ["61-Jährige"]),
    ("Das Landgericht hat den Händler für voll schuldfähig erklärt und zu vier Jahren Gefängnis verurteilt.", "ENFORCE", "target",
     ["den Händler"]),
    ("Das Gericht hat den Kläger angehört und Google zu einer Geldstrafe verurteilt.", "ENFORCE", "target", ["Google"]),
    ("Die EU hat Huawei gerügt und auf die schwarze Liste gesetzt.", "LIST_ADD", "target", ["Huawei"]),
    ("A court in Oslo sentenced the trader to four years in prison.", "ENFORCE", "target", ["the trader"]),
    ("Die Polizei nahm eine 19-Jährige fest.", "ENFORCE", "target", ["eine 19-Jährige"]),
    ("Police detained a 45-year-old in Hull.", "ENFORCE", "target", ["a 45-year-old"]),
    ("A 30-year-old Norwegian was arrested in Riga.", "ENFORCE", "target", ["Norwegian"]),
    ("Die Küstenwache hat einen russischen Frachter beschlagnahmt.", "ENFORCE", "target", ["einen russischen Frachter"]),
    ("Iran seized a Greek tanker.", "ENFORCE", "target", ["a Greek tanker"]),
    # a receiver gives nothing, and a threat is on somebody
    ("Northvolt bekam Beihilfen vom Bund.", "STATE_SUPPORT", "beneficiary", ["Northvolt"]),
    ("Northvolt bekam Beihilfen vom Bund.", "STATE_SUPPORT", "agent", ["Bund"]),
    ("TSMC received subsidies from the Japanese government.", "STATE_SUPPORT", "beneficiary", ["TSMC"]),
    ("TSMC received subsidies from the Japanese government.", "STATE_SUPPORT", "agent", ["the Japanese government"]),
    ("Trump threatened new tariffs on Canada.", "THREATEN", "target", ["Canada"]),
    ("China threatened countermeasures against Lithuania.", "THREATEN", "target", ["Lithuania"]),
    ("Trump threatened Canada with tariffs.", "THREATEN", "target", ["Canada"]),
    ("Washington drohte mit Zöllen gegen Kanada.", "THREATEN", "target", ["Kanada"]),
    # an office and a name, an office of two
    ("Nokia's chief executive, Pekka Lundmark, was arrested in Espoo.", "ENFORCE", "target", ["Pekka Lundmark"]),
    ("Two traders, Tom Hayes and Carlo Palombo, were arrested in London.", "ENFORCE", "target", ["Two traders"]),
    ("Der Chef des Konzerns, Pekka Lundmark, kritisierte Ericsson.", "CONCERN", "agent", ["Pekka Lundmark"]),
    ("The president of France, Emmanuel Macron, met Olaf Scholz.", "MEET", "agent", ["Emmanuel Macron"]),
    ("Der Präsident Frankreichs, Emmanuel Macron, traf Olaf Scholz.", "MEET", "agent", ["Emmanuel Macron"]),
    # whose name it is, his or that of the one behind him
    ("Der Anwalt des Reporters, Karl Brandt, traf Olaf Scholz.", "MEET", "agent", ["Der Anwalt"]),
    ("Die Frau des Präsidenten, Asif Zardari, wurde verhaftet.", "ENFORCE", "target", ["Die Frau"]),
    ("The wife of the former president, Asif Zardari, was arrested.", "ENFORCE", "target", ["The wife"]),
    ("The lawyer of the company, Karl Brandt, met Olaf Scholz.", "MEET", "agent", ["Karl Brandt"]),
    ("Der Anwalt des Konzerns, Karl Brandt, traf Olaf Scholz.", "MEET", "agent", ["Karl Brandt"]),
    ("The spokesman of the president, Dmitry Peskov, met Macron.", "MEET", "agent", ["Dmitry Peskov"]),
    ("Der Sprecher des Kanzlers, Karl Brandt, traf Emmanuel Macron.", "MEET", "agent", ["Karl Brandt"]),
    ("The foreign ministers of Norway and Chile met in Oslo.", "MEET", "agent", ["The foreign ministers of Norway and Chile"]),
    ("Die Außenminister von Norwegen und Chile trafen sich in Oslo.", "MEET", "agent",
     ["Die Außenminister von Norwegen und Chile"]),
    ("EU-Handelskommissar Maroš Šefčovič warnte davor, Nokia auszuschließen.", "WARN", "addressee", []),
    # who completes a purchase made it
    ("Broadcom completed its $69 billion takeover of VMware.", "OWNERSHIP_CHANGE", "agent", ["Broadcom"]),
    ("Peugeot schloss die Übernahme von Opel ab.", "OWNERSHIP_CHANGE", "agent", ["Peugeot"]),
    # a speaker speaks of itself; of somebody else where it is a person
    ("Norway said it would supply Ukraine with tanks.", "SUPPLY", "agent", ["it"]),
    ("Nokia announced it would acquire Infinera.", "OWNERSHIP_CHANGE", "agent", ["it"]),
    ("Macron said it would sanction Belarus.", "SANCTION_IMPOSE", "agent", ["it"]),
    # a name that nobody knows
    ("Google bought Fitbit.", "OWNERSHIP_CHANGE", "object", ["Fitbit"]),
    ("Google kaufte Fitbit.", "OWNERSHIP_CHANGE", "object", ["Fitbit"]),
    # firms change hands, whatever the parser takes their names for; goods are supplied
    ("Intel sold Altera to Silver Lake.", "OWNERSHIP_CHANGE", "object", ["Altera"]),
    ("Siemens verkauft Innomotics an KPS.", "OWNERSHIP_CHANGE", "object", ["Innomotics"]),
    ("Siemens verkauft Innomotics an KPS.", "OWNERSHIP_CHANGE", "target", ["KPS"]),
    ("Vodafone agreed to sell its Spanish business to Zegona.", "OWNERSHIP_CHANGE", "object", ["its Spanish business"]),
    ("Nestlé hat sein Wassergeschäft verkauft.", "OWNERSHIP_CHANGE", "object", ["sein Wassergeschäft"]),
    ("VMware was sold to Broadcom in 2023.", "OWNERSHIP_CHANGE", "target", ["Broadcom"]),
    ("VMware wurde 2023 an Broadcom verkauft.", "OWNERSHIP_CHANGE", "target", ["Broadcom"]),
    ("VMware wurde 2023 an Broadcom verkauft.", "OWNERSHIP_CHANGE", "agent", []),
    ("Siemens kaufte Varian.", "OWNERSHIP_CHANGE", "object", ["Varian"]),
    ("Adnoc kaufte 2024 Covestro.", "OWNERSHIP_CHANGE", "object", ["Covestro"]),
    ("Saab sold Gripen to Hungary.", "SUPPLY", "beneficiary", ["Hungary"]),
    ("Saab verkaufte Gripen an Ungarn.", "SUPPLY", "beneficiary", ["Ungarn"]),
    ("Nestlé verkauft in Nigeria Wasser.", "SUPPLY", "object", ["Wasser"]),
    ("Der Händler verkaufte in seinem Geschäft Waffen.", "SUPPLY", "object", ["Waffen"]),
    ("Lafarge was taken over by Holcim.", "OWNERSHIP_CHANGE", "agent", ["Holcim"]),
    ("Siemens spun off Osram.", "OWNERSHIP_CHANGE", "object", ["Osram"]),
    ("Siemens gliederte Osram aus.", "OWNERSHIP_CHANGE", "object", ["Osram"]),
    ("Renault parted with Avtovaz.", "OWNERSHIP_CHANGE", "object", ["Avtovaz"]),
    ("Renault trennte sich von Avtovaz.", "OWNERSHIP_CHANGE", "object", ["Avtovaz"]),
    ("Geely took a 10 percent stake in Aston Martin.", "OWNERSHIP_CHANGE", "object", ["Aston Martin"]),
    ("Geely stieg mit zehn Prozent bei Aston Martin ein.", "OWNERSHIP_CHANGE", "object", ["Aston Martin"]),
    ("Saudi Telecom beteiligte sich an Telefónica.", "OWNERSHIP_CHANGE", "object", ["Telefónica"]),
    # what is used, on whom it is used, and no second row for the purpose
    ("The police used Clearview AI to identify suspects.", "TECH_USE", "object", ["Clearview AI"]),
    ("Die Polizei setzte Clearview AI ein, um Verdächtige zu identifizieren.", "TECH_USE", "object", ["Clearview AI"]),
    ("To identify suspects, the police used Clearview AI.", "TECH_USE", "target", ["suspects"]),
    ("Spanien setzte seine Drohnen ein, um Migranten zu orten.", "TECH_USE", "target", ["Migranten"]),
    ("Palantir was used by the police to track migrants.", "TECH_USE", "agent", ["the police"]),
    ("Palantir wurde von der Polizei eingesetzt, um Migranten zu verfolgen.", "TECH_USE", "agent", ["der Polizei"]),
    ("Hungary used Pegasus against journalists.", "TECH_USE", "object", ["Pegasus"]),
    ("Ungarn setzte Pegasus gegen Journalisten ein.", "TECH_USE", "object", ["Pegasus"]),
    # a pronoun that looks like an article
    ("The firm that supplied Iran with parts was fined.", "SUPPLY", "agent", ["The firm"]),
    ("The countries that sanctioned Belarus met in Oslo.", "SANCTION_IMPOSE", "agent", ["The countries"]),
    # who takes part, works together, speaks where
    ("Kenia beteiligte sich am Gipfel.", "PARTICIPATE", "object", ["Gipfel"]),
    ("Vertreter Kenias besuchten den Workshop.", "PARTICIPATE", "object", ["den Workshop"]),
    ("Lula spoke before parliament.", "PARTICIPATE", "venue", ["parliament"]),
    ("Nokia joined forces with Ericsson.", "PARTNER", "co_agent", ["Ericsson"]),
    ("Nokia tat sich mit Ericsson zusammen.", "PARTNER", "co_agent", ["Ericsson"]),
    ("Nokia formed a joint venture with Tata.", "PARTNER", "co_agent", ["Tata"]),
    ("Nokia gründete mit Tata ein Gemeinschaftsunternehmen.", "PARTNER", "co_agent", ["Tata"]),
    ("Honda and Sony work together on electric cars.", "PARTNER", "agent", ["Honda", "Sony"]),
    ("Samsung put a factory into operation in Texas.", "LAUNCH_OPEN", "object", ["a factory"]),
    ("Samsung nahm in Texas eine Fabrik in Betrieb.", "LAUNCH_OPEN", "object", ["eine Fabrik"]),
    # who gives and who gets, and what
    ("China gave Kenya 20 buses.", "SUPPLY", "beneficiary", ["Kenya"]),
    ("China gab Kenia 20 Busse.", "SUPPLY", "beneficiary", ["Kenia"]),
    ("China gave 20 buses to Kenya.", "SUPPLY", "object", ["20 buses"]),
    ("China übergab 20 Busse an Kenia.", "SUPPLY", "beneficiary", ["Kenia"]),
    ("Norway donated 22 ambulances to Lebanon.", "SUPPLY", "agent", ["Norway"]),
    ("Norwegen spendete dem Libanon 22 Krankenwagen.", "SUPPLY", "beneficiary", ["Libanon"]),
    ("Japan sent medical equipment to Kenya.", "SUPPLY", "beneficiary", ["Kenya"]),
    ("Japan schickte medizinische Geräte nach Kenia.", "SUPPLY", "beneficiary", ["Kenia"]),
    ("India made vaccines available to Nepal.", "SUPPLY", "beneficiary", ["Nepal"]),
    ("Indien stellte Nepal Impfstoffe zur Verfügung.", "SUPPLY", "beneficiary", ["Nepal"]),
    ("Kenya received 20 buses from China in 2019.", "SUPPLY", "agent", ["China"]),
    ("Kenya received 20 buses from China in 2019.", "SUPPLY", "object", ["20 buses"]),
    ("Kenia bekam 20 Busse aus China.", "SUPPLY", "agent", ["China"]),
    ("Kenia erhielt 2019 von China 20 Busse.", "SUPPLY", "beneficiary", ["Kenia"]),
    ("Ethiopia bought drones from Turkey.", "SUPPLY", "agent", ["Turkey"]),
    ("Äthiopien kaufte Drohnen von der Türkei.", "SUPPLY", "object", ["Drohnen"]),
    ("Die Panzer, die Polen von Deutschland erhielt, sind alt.", "SUPPLY", "agent", ["Deutschland"]),
    ("The Red Cross supplied the camp with water.", "SUPPLY", "object", ["water"]),
    ("Das Rote Kreuz versorgte das Lager mit Wasser.", "SUPPLY", "object", ["Wasser"]),
    ("Greece received an aid package from the EU.", "STATE_SUPPORT", "agent", ["EU"]),
    ("Griechenland erhielt von der EU ein Hilfspaket.", "STATE_SUPPORT", "beneficiary", ["Griechenland"]),
    ("The German government gave Intel a subsidy of ten billion euros.", "STATE_SUPPORT", "beneficiary", ["Intel"]),
    ("Die Bundesregierung gab Intel eine Subvention.", "STATE_SUPPORT", "beneficiary", ["Intel"]),
    ("The group bought the plant in Görlitz from Siemens.", "OWNERSHIP_CHANGE", "target", ["Siemens"]),
    ("Die Bank ING verkaufte ihre russische Tochter an KPS.", "OWNERSHIP_CHANGE", "target", ["KPS"]),
    ("The Dutch bank ING sold its Russian unit in May.", "OWNERSHIP_CHANGE", "target", []),
    ("Renault handed over its Russian business to the state.", "OWNERSHIP_CHANGE", "target", ["the state"]),
    ("Renault übergab sein Russlandgeschäft für einen Rubel an den Staat.", "OWNERSHIP_CHANGE", "amount",
     ["einen Rubel"]),
    ("Elon Musk took over Twitter.", "OWNERSHIP_CHANGE", "agent", ["Elon Musk"]),
    ("Elon Musk übernahm Twitter.", "OWNERSHIP_CHANGE", "agent", ["Elon Musk"]),
    ("Die Regierung übernahm Uniper.", "OWNERSHIP_CHANGE", "object", ["Uniper"]),
    ("Nvidia darf Alibaba keine Chips verkaufen.", "SUPPLY", "beneficiary", ["Alibaba"]),
    ("Nvidia may not sell Alibaba chips.", "SUPPLY", "agent", ["Nvidia"]),
    # of what the stake was, and not to whom it went
    ("Shell verkaufte seinen Anteil an Puma an Novatek.", "OWNERSHIP_CHANGE", "object", ["seinen Anteil an Puma"]),
    ("Shell sold its stake in Puma to Novatek.", "OWNERSHIP_CHANGE", "target", ["Puma", "Novatek"]),
    # deliveries with both parties, speeches somewhere, a speaker that a separable verb has
    ("Turkey's delivery of drones to Ethiopia continued.", "SUPPLY", "agent", ["Turkey"]),
    ("Die Lieferung von Drohnen an Äthiopien durch die Türkei ging weiter.", "SUPPLY", "object", ["Drohnen"]),
    ("Die Waffenlieferungen der Türkei an den Sudan gingen weiter.", "SUPPLY", "beneficiary", ["Sudan"]),
    ("The minister gave a speech at the conference.", "PARTICIPATE", "venue", ["the conference"]),
    ("Der Minister hielt auf der Konferenz eine Rede.", "PARTICIPATE", "venue", ["der Konferenz"]),
    ("Das Ministerium teilte mit, es habe Software von Cellebrite gekauft.", "SUPPLY", "beneficiary",
     ["Das Ministerium"]),
    # where the other verb was
    ("The spy was arrested and was not in Oslo that day.", "ENFORCE", "place", []),
    ("The spy was arrested in Oslo.", "ENFORCE", "place", ["Oslo"]),
    ("Die Polizei teilte mit, sie sei in Berlin festgenommen worden.", "ENFORCE", "target", ["sie"]),
    ("Von der Leyen traf Xi Jinping im Dezember 2023 in Peking.", "MEET", "co_agent", ["Xi Jinping"]),
    ("Von der Leyen wurde von Putin kritisiert.", "CONCERN", "target", ["Von der Leyen"]),
    # what is denied, who is summoned or left, whom a letter is to
    ("Novartis bestreitet jedes Fehlverhalten.", "DENY_REJECT", "topic", ["jedes Fehlverhalten"]),
    ("Novartis denies any wrongdoing.", "DENY_REJECT", "topic", ["any wrongdoing"]),
    ("Die Vorwürfe wurden von Novartis zurückgewiesen.", "DENY_REJECT", "topic", ["Die Vorwürfe"]),
    ("Das Gericht wies die Klage von Dahua ab.", "DENY_REJECT", "topic", ["die Klage von Dahua"]),
    ("Litauen bestellte den chinesischen Botschafter wegen seiner Äußerungen ein.", "DIPLO_MEASURE", "target",
     ["den chinesischen Botschafter"]),
    ("Lithuania summoned the Chinese ambassador over his remarks.", "DIPLO_MEASURE", "target",
     ["the Chinese ambassador"]),
    ("Der russische Botschafter wurde einbestellt.", "DIPLO_MEASURE", "target", ["Der russische Botschafter"]),
    ("The Russian ambassador was summoned.", "DIPLO_MEASURE", "target", ["The Russian ambassador"]),
    ("Ecuador rief seine Botschafterin aus Mexiko zurück.", "DIPLO_MEASURE", "target", ["Mexiko"]),
    ("Ecuador recalled its ambassador from Mexico.", "DIPLO_MEASURE", "target", ["Mexico"]),
    ("Serbien zog seinen Botschafter ab.", "DIPLO_MEASURE", "target", []),
    ("Die USA schlossen ihre Botschaft in Khartum.", "DIPLO_MEASURE", "target", []),
    ("Peru brach die diplomatischen Beziehungen zu Nordkorea ab.", "DIPLO_MEASURE", "target", ["Nordkorea"]),
    ("Peru broke off diplomatic relations with North Korea.", "DIPLO_MEASURE", "target", ["North Korea"]),
    ("Argentinien erklärte den iranischen Gesandten zur unerwünschten Person.", "DIPLO_MEASURE", "target",
     ["den iranischen Gesandten"]),
    ("The Iranian envoy was declared persona non grata by Argentina.", "DIPLO_MEASURE", "target",
     ["The Iranian envoy"]),
    ("In einem Brief an EU-Kommissarin Vera Jourova warnte Siemens vor Zöllen.", "LETTER", "addressee",
     ["Vera Jourova"]),
    ("In a letter to EU Commissioner Vera Jourova, Siemens warned of tariffs.", "LETTER", "addressee",
     ["Vera Jourova"]),
    ("In a letter to EU Commissioner Vera Jourova, Siemens warned of tariffs.", "LETTER", "agent", ["Siemens"]),
    ("Reuters saw a letter to Biden from Boeing.", "LETTER", "agent", ["Boeing"]),
    ("Reuters saw a letter to Joe Biden.", "LETTER", "agent", []),
    ("The open letter was signed by 300 scientists.", "LETTER", "addressee", []),
    ("Senator Marco Rubio schrieb im Januar an den Intel-Chef.", "LETTER", "addressee", ["den Intel-Chef"]),
    ("Die UN äußerte sich besorgt über die Angriffe auf Krankenhäuser.", "CONCERN", "target",
     ["die Angriffe auf Krankenhäuser"]),
    ("Pakistan machte Indien für die Explosion verantwortlich.", "ACCUSE", "target", ["Indien"]),
    ("Pakistan held India responsible for the explosion.", "ACCUSE", "target", ["India"]),
    ("Germany issued a warning about Huawei.", "WARN", "target", ["Huawei"]),
    ("Lula und Macron trafen sich im März in Belém.", "MEET", "co_agent", ["Macron"]),
    ("The organisation urged Microsoft to end the deal and warned of abuse.", "WARN", "agent", ["The organisation"]),
    ("The organisation told Microsoft to end the deal and warn its users.", "WARN", "agent", ["Microsoft"]),
    ("Weder Ericsson noch Nokia haben TikTok verboten.", "BAN_EXCLUDE", "agent", ["Ericsson", "Nokia"]),
    ("Neither Ericsson nor Nokia have banned TikTok.", "BAN_EXCLUDE", "agent", ["Ericsson", "Nokia"]),
    ("Der Hersteller Bosch betonte, er habe Russland keine Teile geliefert.", "SUPPLY", "agent",
     ["er"]),
    ("In a letter to Siemens Energy, Amnesty called for an end to the project.", "LETTER", "addressee",
     ["Siemens Energy"]),
    ("In einem Brief an Siemens Energy forderte Amnesty das Ende des Projekts.", "LETTER", "addressee",
     ["Siemens Energy"]),
    ("The UN's warning about famine in Sudan came in March.", "WARN", "agent", ["UN"]),
    ("Volvo expressed disappointment over the tariffs.", "CONCERN", "target", ["the tariffs"]),
    ("Ein Abkommen zwischen Ruanda und Eritrea wurde im April 2022 unterzeichnet.", "AGREE_SIGN", "agent", ["Ruanda"]),
    ("An agreement between Rwanda and Eritrea was signed in April 2022.", "AGREE_SIGN", "co_agent", ["Eritrea"]),
    ("Brazil signed an agreement between Mercosur and the EU.", "AGREE_SIGN", "agent", ["Brazil"]),
    # the whole word, not the name in it
    ("Der EU-Botschafter in Tiflis kritisierte das Gesetz.", "CONCERN", "agent", ["Der EU-Botschafter"]),
    ("Der UN-Sonderberichterstatter mahnte Thailand.", "WARN", "agent", ["UN-Sonderberichterstatter"]),
    ("Das EU-Parlament verurteilte den Angriff.", "CONCERN", "agent", ["EU-Parlament"]),
    ("Der Sprecher sagte, das Unternehmen habe die Vorwürfe geprüft, und es habe sie zurückgewiesen.", "DENY_REJECT",
     "agent", ["es"]),
    # whom an indirect question is about; not the one who asks
    ("Die Bafin untersucht, ob Wirecard die Auflagen verletzt hat.", "INVESTIGATE", "target", ["Wirecard"]),
    ("Die Ermittler prüfen, ob der Händler Waffen nach Syrien geliefert hat.", "INVESTIGATE", "target", ["der Händler"]),
    ("The regulator is examining whether Ryanair and Wizz Air misled passengers.", "INVESTIGATE", "target",
     ["Ryanair", "Wizz Air"]),
    ("Investigators are looking into whether the dealer supplied arms to Syria.", "INVESTIGATE", "target", ["the dealer"]),
    # what somebody is said to have done is no part of him; what he is chief of is
    ("A jury convicted Huawei's former finance chief of bank fraud.", "ENFORCE", "target",
     ["Huawei's former finance chief"]),
    ("Human Rights Watch accused Mali's army of torture.", "ACCUSE", "target", ["Mali's army"]),
    ("A court in Oslo convicted the former chief executive of Danske Bank of fraud.", "ENFORCE", "target",
     ["the former chief executive of Danske Bank"]),
    ("A court convicted the former head of state.", "ENFORCE", "target", ["the former head of state"]),
    ("Eine Richterin in Lagos sprach den Händler des Betrugs schuldig.", "ENFORCE", "target", ["den Händler"]),
    ("Ein Gericht in Lima befand Siemens für schuldig.", "ENFORCE", "target", ["Siemens"]),
    ("Siemens wurde in Lima schuldig gesprochen.", "ENFORCE", "target", ["Siemens"]),
    # where to is no place, but of what goes there; nor is where it was done for which somebody is held
    ("Die Ermittler klagten den Händler wegen Lieferungen in den Irak an.", "ENFORCE", "place", []),
    ("Die Polizei nahm den Händler nach einem Flug in die Schweiz fest.", "ENFORCE", "place", []),
    ("Die Polizei nahm den Händler in den USA fest.", "ENFORCE", "place", ["USA"]),
    ("Die Polizei nahm den Händler in der Schweiz fest.", "ENFORCE", "place", ["Schweiz"]),
    ("Russland schmuggelte Kameras in den Sudan.", "EVADE_VIOLATE", "place", ["Sudan"]),
    ("Russia smuggled cameras into Sudan.", "EVADE_VIOLATE", "place", ["Sudan"]),
    ("Die Polizei nahm den Händler wegen eines Mordes in Genf fest.", "ENFORCE", "place", []),
    ("Police arrested the trader over a murder in Hull.", "ENFORCE", "place", []),
    ("Police arrested the trader after a raid in Hull.", "ENFORCE", "place", ["Hull"]),
    # who answers a measure with one of his own
    ("Jakarta reagierte mit einem Exportverbot für Nickel.", "COUNTERMEASURE", "agent", ["Jakarta"]),
    ("Jakarta reagierte mit einem Exportverbot für Nickel.", "EXPORT_CONTROL", "agent", ["Jakarta"]),
    ("Jakarta responded with an export ban on nickel.", "COUNTERMEASURE", "agent", ["Jakarta"]),
    ("Jakarta responded with an export ban on nickel.", "EXPORT_CONTROL", "agent", ["Jakarta"]),
    ("Mexiko verhängte Vergeltungszölle gegen Kanada.", "COUNTERMEASURE", "target", ["Kanada"]),
    ("Mexico imposed retaliatory tariffs against Canada.", "COUNTERMEASURE", "target", ["Canada"]),
    ("Als Vergeltung wies Ankara zwei Diplomaten aus.", "COUNTERMEASURE", "agent", ["Ankara"]),
    ("In retaliation, Ankara expelled two diplomats.", "COUNTERMEASURE", "agent", ["Ankara"]),
    # who condemns an inquiry does not hold it
    ("The investigation into Nokia was condemned by Finland.", "INVESTIGATE", "agent", []),
    ("Die Festnahme von Alexej Nawalny wurde von Norwegen verurteilt.", "ENFORCE", "target", ["Alexej Nawalny"]),
    ("The arrest of Alexei Navalny was condemned by Norway.", "ENFORCE", "target", ["Alexei Navalny"]),
    ("Mit dem Gesetz umgeht Ungarn die Vorgaben der EU.", "EVADE_VIOLATE", "instrument", ["die Vorgaben der EU"]),
    ("Siemens has broken the export rules.", "EVADE_VIOLATE", "instrument", ["the export rules"]),
    ("Die Datenschutzbehörde verhängte eine Geldbuße gegen TikTok.", "ENFORCE", "target", ["TikTok"]),
    ("Nestlé zahlte ein Bußgeld von zwei Millionen Euro.", "ENFORCE", "target", ["Nestlé"]),
    ("Nestlé was ordered to pay a fine of two million euros.", "ENFORCE", "target", ["Nestlé"]),
    ("Nestlé paid $4 million to settle charges of bribery.", "ENFORCE", "amount", ["$4 million"]),
    ("Nestlé zahlte vier Millionen Euro, um die Vorwürfe beizulegen.", "ENFORCE", "amount", ["vier Millionen Euro"]),
    ("Ein Gericht verurteilte den Journalisten zu fünf Jahren Haft.", "ENFORCE", "target", ["den Journalisten"]),
    ("Das Gesetz der Regierung wurde verschoben, die Verordnung der Kommission trat in Kraft.", "REGULATE", "agent",
     ["der Kommission"]),
    ("Die Verabschiedung des Gesetzes durch den Kongress löste Proteste aus.", "LEGISLATE", "agent", ["den Kongress"]),
    ("The passage of the law by Congress sparked protests.", "LEGISLATE", "agent", ["Congress"]),
    ("Die Minister aus Oslo und Kiew legten eine Strategie für die Arktis vor.", "STRATEGY", "target", ["Arktis"]),
    ("Denmark has presented a strategy for the Arctic.", "STRATEGY", "target", ["Arctic"]),
    # an office with a hyphen before a name
    ("Siemens-Chef Roland Busch kritisierte die EU-Kommission.", "CONCERN", "target", ["EU-Kommission"]),
    ("Siemens-Chef Roland Busch kritisierte die EU-Kommission.", "CONCERN", "agent", ["Siemens-Chef Roland Busch"]),
    # that may be a pronoun
    ("The authority that investigated Meta has closed the case.", "INVESTIGATE", "agent", ["The authority"]),
    ("The ministry that sanctioned Rosneft is silent.", "SANCTION_IMPOSE", "target", ["Rosneft"]),
    ("The law that banned TikTok was popular.", "BAN_EXCLUDE", "target", ["TikTok"]),
    # where the other verb was
    ("The spy was arrested and was not in Oslo that day.", "ENFORCE", "place", []),
    ("The spy was arrested in Oslo.", "ENFORCE", "place", ["Oslo"]),
    ("The yacht seized by Cyprus is moored in Kiel.", "ENFORCE", "place", []),
    ("The yacht seized in Cyprus is moored in Kiel.", "ENFORCE", "place", ["Cyprus"]),
    ("Der Spion, den die Polizei festnahm, wohnte in Kiel.", "ENFORCE", "place", []),
    ("Der Spion, den die Polizei in Rom festnahm, wohnte in Kiel.", "ENFORCE", "place", ["Rom"]),
    # a verb between two nouns parts them, an office right before a name does not
    ("UN-Gesandte Rosa Lind traf am Freitag in Bonn den kenianischen Minister Musalia Mudavadi.", "MEET", "co_agent",
     ["den kenianischen Minister Musalia Mudavadi"]),
    ("Institute director Sami Solanki warned that funds would run out.", "WARN", "addressee", []),
    ("Sami Solanki warned Spain that funds would run out.", "WARN", "addressee", ["Spain"]),
    # who gets the reproach, the goods
    ("Boluarte wies das zurück und warf der Behörde Willkür vor.", "ACCUSE", "agent", ["Boluarte"]),
    ("Boluarte wies das zurück und warf der Behörde Willkür vor.", "ACCUSE", "target", ["der Behörde"]),
    ("Die Partei lehnte ab und warf der Wahlkommission Betrug vor.", "ACCUSE", "target", ["der Wahlkommission"]),
    ("The party declined and accused the electoral commission of fraud.", "ACCUSE", "target",
     ["the electoral commission"]),
    ("Chile lehnte ab und lieferte der Regierung in Lima Waffen.", "SUPPLY", "beneficiary", ["der Regierung"]),
    # who is against a meeting does not meet
    ("Oslo protestierte gegen das Treffen mit Hamas.", "MEET", "agent", []),
    ("Oslo protested against the meeting with Hamas.", "MEET", "agent", []),
    ("Oslo bestätigte das Treffen mit Hamas.", "MEET", "agent", ["Oslo"]),
    # what is said is nobody who is warned, and no country is supplied to another
    ("Matthias Bürk warnte, höhere Löhne gefährdeten Standorte.", "WARN", "addressee", []),
    ("Matthias Bürk warnte die Gewerkschaft, höhere Löhne gefährdeten Standorte.", "WARN", "addressee",
     ["die Gewerkschaft"]),
    ("Matthias Bürk warnte die Gewerkschaft vor Streiks.", "WARN", "addressee", ["die Gewerkschaft"]),
    ("Matthias Bürk warned the union, the board and Siemens.", "WARN", "addressee", ["the union", "the board", "Siemens"]),
    ("Brasilien liefert Angola Saatgut.", "SUPPLY", "object", []),
    ("Brasilien liefert Angola Saatgut.", "SUPPLY", "beneficiary", ["Angola"]),
    ("Germany supplied Angola.", "SUPPLY", "object", []),
    ("Germany supplied generators to Angola.", "SUPPLY", "object", ["generators"]),
    ("Das Parlament debattierte über einen Antrag auf Absetzung von Präsidentin Dina Boluarte.", "DELIBERATE", "venue",
     []),
    ("The ministers discussed the war at a summit in Vilnius.", "DELIBERATE", "venue", ["a summit in Vilnius"]),
    # by name, whom a noun for several means: what stands behind it in apposition, as examples, behind a colon
    ("The ministry sanctioned the Chechen commanders Daniil Martynov, Ruslan Geremeyev and Abuzaid Vismuradov.",
     "SANCTION_IMPOSE", "target",
     ["the Chechen commanders Daniil Martynov", "Ruslan Geremeyev", "Abuzaid Vismuradov"]),
    ("Das Ministerium sanktionierte die tschetschenischen Kommandeure Daniil Martynow und Ruslan Geremejew.",
     "SANCTION_IMPOSE", "target", ["die tschetschenischen Kommandeure Daniil Martynow", "Ruslan Geremejew"]),
    ("The minister met the carmakers Volkswagen, Renault and Stellantis in Brussels.", "MEET", "co_agent",
     ["the carmakers Volkswagen", "Renault", "Stellantis"]),
    ("Der Brief war an Ministerin Nina Warken, Finanzminister Lars Klingbeil und Innenminister Alexander Dobrindt adressiert.",
     "LETTER", "addressee",
     ["Ministerin Nina Warken", "Finanzminister Lars Klingbeil", "Innenminister Alexander Dobrindt"]),
    ("The Commission fined three banks, including UBS and Barclays, over currency trading.", "ENFORCE", "target",
     ["three banks", "UBS", "Barclays"]),
    ("Kanada schloss mehrere Lieferanten, unter ihnen Huawei und ZTE, von seinem Netz aus.", "BAN_EXCLUDE", "target",
     ["mehrere Lieferanten", "Huawei", "ZTE"]),
    ("Die Polizei nahm drei Aktivisten fest, darunter den niederländischen Anwalt Frank van der Linde.", "ENFORCE", "target",
     ["drei Aktivisten", "den niederländischen Anwalt Frank van der Linde"]),
    ("The European Union imposed sanctions on three entities: Rosneft, Gazprombank and Alrosa.", "SANCTION_IMPOSE", "target",
     ["three entities", "Rosneft", "Gazprombank", "Alrosa"]),
    ("The court fined the group, but not its subsidiaries Audi and Porsche.", "ENFORCE", "target", ["the group"]),
    ("Die EU untersucht einen Konkurrenten der Autobauer Volkswagen und Renault.", "INVESTIGATE", "target",
     ["einen Konkurrenten der Autobauer"]),
    ("Frankreich sanktionierte den Bruder des Ministers, Igor Setschin und Rosneft.", "SANCTION_IMPOSE", "target",
     ["den Bruder"]),
    ("The United States sanctioned every bank except the lenders Raiffeisen and Citibank.", "SANCTION_IMPOSE", "target",
     ["every bank"]),
    # whose list it is acts, where nobody else does
    ("Rosneft wurde in die „SDN-Liste“ des US-Finanzministeriums aufgenommen.", "LIST_ADD", "agent",
     ["US-Finanzministeriums"]),
    ("Yangtze Memory was added to the Entity List of the Commerce Department in 2022.", "LIST_ADD", "agent",
     ["Commerce Department"]),
    ("Rosneft was put on the Treasury Department's SDN List in 2014.", "LIST_ADD", "agent", ["Treasury Department"]),
    ("Senators want Washington to add Inspur to the Commerce Department's Entity List.", "LIST_ADD", "agent",
     ["Washington"]),
    ("Alstom wurde von Kanada in die Entity List des Handelsministeriums aufgenommen.", "LIST_ADD", "agent", ["Kanada"]),
    # where the parser takes a noun with a hyphen for part of another
    ("Das Treffen zwischen einer führenden US-Diplomatin und einem iranischen Unterhändler fand in Maskat statt.", "MEET",
     "agent", ["einer führenden US-Diplomatin"]),
    ("Das Treffen zwischen einer führenden US-Diplomatin und einem iranischen Unterhändler fand in Maskat statt.", "MEET",
     "co_agent", ["einem iranischen Unterhändler"]),
    ("Die Prüfung des Software-Quellcodes eines Herstellers dauerte drei Monate.", "INVESTIGATE", "target",
     ["des Software-Quellcodes eines Herstellers"]),
    ("Die Untersuchung des Daten-Lecks bei der Bank begann im Mai.", "INVESTIGATE", "target", ["des Daten-Lecks"]),
    ("US-Konzerne sollten Gazprom Neft nicht mit Technik beliefern, sagte der Senator.", "SUPPLY", "agent", ["US-Konzerne"]),
    ("US-Konzerne sollten Gazprom Neft nicht mit Technik beliefern, sagte der Senator.", "SUPPLY", "beneficiary",
     ["Gazprom Neft"]),
    ("EU-Firmen dürfen Hikvision nicht mehr beliefern.", "SUPPLY", "agent", ["EU-Firmen"]),
    ("EU-Firmen beliefern Siemens und Bosch mit Chips.", "SUPPLY", "agent", ["EU-Firmen"]),
    ("Das Ministerium wurde verklagt, weil es Huawei eine Lizenz erteilte.", "LICENCE_DECISION", "target", ["Huawei"]),
    # a subject of its own begins the next clause, an office and its field stand before a name
    ("Oslo fined Meta, and President of the Council Charles Michel met Zelensky.", "MEET", "agent", ["Charles Michel"]),
    # who takes a measure, makes an arrest, gets a stake
    ("Congress wants the president to take swift action against ByteDance.", "SANCTION_IMPOSE", "agent", ["the president"]),
    ("Das Parlament bat Brüssel, schärfere Maßnahmen gegen Temu zu treffen.", "SANCTION_IMPOSE", "agent", ["Brüssel"]),
    ("Moskau kritisierte Maßnahmen gegen Gazprom.", "SANCTION_IMPOSE", "agent", []),
    ("Moscow criticised the measures against Gazprom.", "SANCTION_IMPOSE", "agent", []),
    ("The arrest of Meng Wanzhou by Canadian police strained relations.", "ENFORCE", "agent", ["Canadian police"]),
    ("Die Verhaftung von Meng Wanzhou durch die kanadische Polizei belastete die Beziehungen.", "ENFORCE", "agent",
     ["die kanadische Polizei"]),
    ("Die Mehrheit an Opel wurde von General Motors an PSA verkauft.", "OWNERSHIP_CHANGE", "target", ["Opel", "PSA"]),
    # a headline has no full stop: what stands last is not before what stands first
    ("An Opel erwarb Volkswagen eine Mehrheitsbeteiligung", "OWNERSHIP_CHANGE", "object", ["Opel"]),
    ("An Opel kauft VW eine Beteiligung", "OWNERSHIP_CHANGE", "agent", ["VW"]),
    ("Bosch erwarb von Siemens einen Anteil an Osram.", "OWNERSHIP_CHANGE", "target", ["Osram", "Siemens"]),
    # who acts with the subject; behind a party that it is done to they may be one of those
    ("Together with France and Italy, Germany banned the app.", "BAN_EXCLUDE", "co_agent", ["France", "Italy"]),
    ("Estonia, alongside Latvia, called for talks with Tallinn.", "CALL_FOR", "co_agent", ["Latvia"]),
    ("The Treasury sanctioned, jointly with London, four members of the cartel.", "SANCTION_IMPOSE", "co_agent", ["London"]),
    ("Kanada hat zusammen mit Australien Sanktionen gegen Belarus verhängt.", "SANCTION_IMPOSE", "co_agent", ["Australien"]),
    ("Sie forderte gemeinsam mit 80 Verbänden die Mitgliedstaaten auf, das Gesetz abzulehnen.", "CALL_FOR", "co_agent",
     ["80 Verbänden"]),
    ("Police arrested Navalny together with Lyubov Sobol.", "ENFORCE", "co_agent", []),
    ("Die Polizei nahm Nawalny zusammen mit Ljubow Sobol fest.", "ENFORCE", "co_agent", []),
    ("Nawalny wurde zusammen mit Sobol festgenommen.", "ENFORCE", "co_agent", []),
    ("Siemens sold the unit together with its debts to KKR.", "OWNERSHIP_CHANGE", "co_agent", []),
    ("Along with Syria, the EU sanctioned Belarus.", "SANCTION_IMPOSE", "co_agent", []),
    ("Zusammen mit Huawei setzten die USA ZTE auf die Entity List.", "LIST_ADD", "co_agent", []),
    ("The US, together with Japan, put Dahua on the Entity List.", "LIST_ADD", "co_agent", ["Japan"]),
    ("Die USA haben gemeinsam mit Japan den Konzern ZTE auf die Entity List gesetzt.", "LIST_ADD", "co_agent", ["Japan"]),
    ("Die USA setzten gemeinsam mit Hikvision auch Dahua auf die Entity List.", "LIST_ADD", "co_agent", []),
    ("Jointly with Hikvision, the US also put Dahua on the Entity List.", "LIST_ADD", "co_agent", []),
    # whom a relative pronoun means: no person with which, no noun of another gender; who acts, where its form tells
    ("Poland handed over the suspect to Germany, which had accused him of sabotage.", "ACCUSE", "agent", ["Germany"]),
    ("Polen lieferte den Verdächtigen an Deutschland aus, das ihm Sabotage vorgeworfen hatte.", "ACCUSE", "agent",
     ["Deutschland"]),
    ("The minister met a man from Oslo who accused Siemens of fraud.", "ACCUSE", "agent", ["a man"]),
    ("Brüssel verklagt die Tochter des Konzerns, der Russland beliefert hatte.", "SUPPLY", "agent", ["des Konzerns"]),
    ("Brüssel verklagt die Tochter des Konzerns, der Russland beliefert hatte.", "SUPPLY", "beneficiary", ["Russland"]),
    ("Die Firma, der Russland Öl liefert, sitzt in Dubai.", "SUPPLY", "agent", ["Russland"]),
    ("Die Firma, der Russland Öl liefert, sitzt in Dubai.", "SUPPLY", "beneficiary", ["Die Firma"]),
    ("Der Konzern, der Russland beliefert, wurde verklagt.", "SUPPLY", "agent", ["Der Konzern"]),
    ("Auf der Messe, bei der Fachleute die Pläne diskutierten, sprach Scholz.", "DELIBERATE", "agent", ["Fachleute"]),
    ("Das Treffen, bei dem Politiker der Opposition den Vorschlag erörterten, dauerte lange.", "DELIBERATE", "agent",
     ["Politiker"]),
    ("Der Gipfel, auf dem die Minister Sanktionen gegen Belarus beschlossen, endete.", "SANCTION_IMPOSE", "agent",
     ["die Minister"]),
    # an attribute that is a list is whole, an owner is in no list, a word with a hyphen is whole in every role
    ("The foreign ministers of Turkey, Iran and Russia met in Astana.", "MEET", "agent",
     ["The foreign ministers of Turkey, Iran and Russia"]),
    ("Die Außenminister der Türkei, des Iran und Russlands trafen sich in Astana.", "MEET", "agent",
     ["Die Außenminister der Türkei, des Iran und Russlands"]),
    ("The governments of Kenya, Uganda and Rwanda accused Sudan of spying.", "ACCUSE", "agent",
     ["The governments of Kenya, Uganda and Rwanda"]),
    ("Die Regierungen von Kenia, Uganda und Ruanda warfen dem Sudan Spionage vor.", "ACCUSE", "agent",
     ["Die Regierungen von Kenia, Uganda und Ruanda"]),
    ("Oslo imposed sanctions on the defence ministries of Russia and Belarus.", "SANCTION_IMPOSE", "target",
     ["the defence ministries of Russia and Belarus"]),
    ("Oslo verhängte Sanktionen gegen die Verteidigungsministerien von Russland und Belarus.", "SANCTION_IMPOSE",
     "target", ["die Verteidigungsministerien von Russland und Belarus"]),
    ("Søreide traf sich mit den Außenministern von Ungarn und Serbien.", "MEET", "co_agent",
     ["den Außenministern von Ungarn und Serbien"]),
    ("Scholz traf sich mit den Präsidenten von Kenia und Uganda.", "MEET", "co_agent",
     ["den Präsidenten von Kenia und Uganda"]),
    # one man is not the head of two
    ("The president of Kenya and Uganda signed an agreement.", "AGREE_SIGN", "agent", ["The president of Kenya"]),
    ("Der Präsident von Kenia und Uganda unterzeichneten ein Abkommen.", "AGREE_SIGN", "agent",
     ["Der Präsident von Kenia"]),
    ("Scholz traf den Präsidenten von Kenia und Uganda.", "MEET", "co_agent", ["den Präsidenten von Kenia"]),
    ("Both students of Franz Liszt, Hans von Bülow and Karl Tausig met in Weimar.", "MEET", "agent",
     ["Both students of Franz Liszt"]),
    ("Scholz empfing den Botschafter der Türkei, Kaya Türkmen.", "MEET", "co_agent",
     ["Kaya Türkmen"]),
    ("Belgium's Solvay and Italy's Eni were fined by the Commission.", "ENFORCE", "target", ["Solvay", "Eni"]),
    ("Beim Gespräch zwischen dem scheidenden EU-Kommissar und einem türkischen Minister ging es um Visa.", "MEET", "agent",
     ["EU-Kommissar"]),
    ("Rheinmetall belieferte die Ukraine mit 20 Marder-Fahrzeugen und Munition.", "SUPPLY", "object",
     ["20 Marder-Fahrzeugen", "Munition"]),
    ("Washington verhängte Sanktionen gegen zwei Wagner-Kommandeure und eine Iran-Firma.", "SANCTION_IMPOSE", "target",
     ["zwei Wagner-Kommandeure", "eine Iran-Firma"]),
    # whom a word with a hyphen names is meant, and the word is no other party
    ("Oslo verhängte Sanktionen gegen den Nissan-Partner Dongfeng.", "SANCTION_IMPOSE", "target", ["Dongfeng"]),
    ("Oslo verhängte Sanktionen gegen die Putin-Vertrauten Igor Setschin und Gennadi Timtschenko.", "SANCTION_IMPOSE",
     "target", ["Igor Setschin", "Gennadi Timtschenko"]),
    ("Oslo imposed sanctions on Putin confidants Igor Sechin and Gennady Timchenko.", "SANCTION_IMPOSE", "target",
     ["Putin confidants Igor Sechin", "Gennady Timchenko"]),
    ("Oslo verhängte Sanktionen gegen die Huawei-Partner in Iran.", "SANCTION_IMPOSE", "target", ["Huawei-Partner"]),
    ("Der Flugzeug-Bauer Airbus liefert die Hubschrauber.", "SUPPLY", "beneficiary", []),
    ("Die Anlagen-Bauer Siemens Energy und Vestas liefern Ägypten die Turbinen.", "SUPPLY", "beneficiary", ["Ägypten"]),
    # a relative pronoun that says whose somebody is means nobody who is acted on
    ("Die Bank, deren Chef Moskau kritisiert hatte, wurde von der EU gerettet.", "CONCERN", "target", ["Moskau"]),
    ("Die Partei, deren Chefin Merkel die Reform kritisierte, verlor.", "CONCERN", "target", ["die Reform"]),
    ("The party whose leader Merkel criticised the reform lost.", "CONCERN", "target", ["the reform"]),
    # nobody says what is said; an action between a preposition and a name parts them
    ("„Der Bund muss Huawei ausschließen“, hieß es in dem Bericht.", "CALL_FOR", "agent", []),
    ("The State Department developed a strategy for communicating US concerns about Huawei.", "STRATEGY", "target", []),
    ("The State Department developed a strategy for Africa.", "STRATEGY", "target", ["Africa"]),
    # no name is the apposition of a verb; with whom, beside a verb that has no such particle
    ("Bundeskanzler Friedrich Merz und Präsident Emmanuel Macron trafen Premierminister Keir Starmer in Kiew.", "MEET",
     "agent", ["Friedrich Merz", "Präsident Emmanuel Macron"]),
    ("Rheinmetall gründete zusammen mit dem italienischen Konzern Leonardo ein Gemeinschaftsunternehmen.", "PARTNER",
     "co_agent", ["dem italienischen Konzern Leonardo"]),
    ("Die Kommission arbeitet zusammen mit Bosch.", "PARTNER", "co_agent", ["Bosch"]),
    ("The White House asked the chipmakers Nvidia, AMD and Intel to stop supplying China.", "SUPPLY", "agent",
     ["the chipmakers Nvidia", "AMD", "Intel"]),
    ("Die Firma, der Washington die Lieferung von Drohnen an den Iran vorwarf, wurde von der Liste gestrichen.", "ACCUSE",
     "target", ["Die Firma"]),
    ("A resolution, co-sponsored by Kenya and unanimously adopted, expresses its sorrow.", "LEGISLATE", "object",
     ["A resolution"]),
    ("He said guidelines to be published in November will decide.", "REGULATE", "object", ["guidelines"]),
    ("The bill passed the Senate on Thursday.", "LEGISLATE", "agent", ["Senate"]),
    ("Two Polish diplomats were expelled from Belarus.", "DIPLO_MEASURE", "agent", ["Belarus"]),
    ("FDA approval of the drug came in May.", "REGULATE", "agent", ["FDA"]),
    ("Activists are urging a boycott of the Olympics.", "CALL_FOR", "addressee", []),
    ("Norway condemned the bombing and called on all states to cooperate.", "CALL_FOR", "addressee", ["all states"]),
    ("Police are asking anyone with information to call.", "CALL_FOR", "addressee", ["anyone with information"]),
    ("Umweltschützer fordern ein Verbot von Plastiktüten.", "CALL_FOR", "addressee", []),
    ("Der Bericht empfiehlt die Schließung.", "CALL_FOR", "addressee", []),
    ("Der Bundesrat hat dem Gesetz zugestimmt.", "LEGISLATE", "object", ["dem Gesetz"]),
    ("Im Bundestag wurde gestern über die Sterbehilfe debattiert.", "DELIBERATE", "topic", ["die Sterbehilfe"]),
    # what a participle tells of its noun, and nothing that stands outside its phrase
    ("Das 2018 von Wingtech übernommene Unternehmen hat Sorgen.", "OWNERSHIP_CHANGE", "agent", ["Wingtech"]),
    ("Das 2018 von Wingtech übernommene Unternehmen hat Sorgen.", "OWNERSHIP_CHANGE", "object", ["Unternehmen"]),
    ("Die von Deutschland gelieferten Panzer sollen Russland nicht treffen.", "SUPPLY", "agent", ["Deutschland"]),
    ("Die von Deutschland gelieferten Panzer sollen Russland nicht treffen.", "SUPPLY", "object", ["Panzer"]),
    ("Der vom Finanzministerium sanktionierte Konzern klagt.", "SANCTION_IMPOSE", "agent", ["Finanzministerium"]),
    ("Das mit den USA ausgehandelte Abkommen stößt in Bern auf Kritik.", "AGREE_SIGN", "co_agent", ["USA"]),
    ("Die im Juli unterzeichnete Absichtserklärung gilt nicht mehr.", "AGREE_SIGN", "object", ["Absichtserklärung"]),
    # money before the noun, parties behind it
    ("Nvidia's $40 billion takeover of Arm collapsed.", "OWNERSHIP_CHANGE", "amount", ["$40 billion"]),
    ("Oslo discussed a takeover deal by Equinor and Statkraft.", "OWNERSHIP_CHANGE", "agent", ["Equinor", "Statkraft"]),
    ("Mit der Übernahme von Cypress stieg Infineon auf.", "OWNERSHIP_CHANGE", "agent", ["Infineon"]),
    ("With the acquisition of Cypress, Infineon became the largest maker of car chips.", "OWNERSHIP_CHANGE", "agent", ["Infineon"]),
    ("Google gab Pläne zur Übernahme von Fitbit bekannt.", "OWNERSHIP_CHANGE", "agent", ["Google"]),
    ("Under an agreement with Oslo, Meng admitted the fraud.", "AGREE_SIGN", "agent", ["Meng"]),
    ("The truce between Serbia and Kosovo was brokered by the EU.", "AGREE_SIGN", "agent", ["Serbia"]),
    ("The steps were taken in coordination with Tokyo.", "PARTNER", "agent", []),
    # to whom something goes, and where something is
    ("Shell verkauft seinen Anteil an der Raffinerie PCK an Rosneft.", "OWNERSHIP_CHANGE", "target", ["Rosneft"]),
    ("Der Händler verkaufte die Maschinen in den Iran und in die Türkei.", "SUPPLY", "beneficiary",
     ["Iran", "Türkei"]),
    ("Der Händler verkaufte Huawei in der Türkei Maschinen.", "SUPPLY", "beneficiary", ["Huawei"]),
    ("Die Firma versorgte die syrische Luftwaffe mit Kerosin.", "SUPPLY", "beneficiary", ["die syrische Luftwaffe"]),
    ("TSMC stopped supplying Huawei in 2020.", "SUPPLY", "beneficiary", ["Huawei"]),
    ("Berlin has delivered weapons worth 28 billion euros to Kyiv.", "SUPPLY", "object",
     ["weapons worth 28 billion euros"]),
    # a noun that says more of a name stands for it
    ("Berlin listed Hla Swe, a former officer who sold arms to Iran.", "SUPPLY", "agent", ["Hla Swe"]),
    ("Kuka war von der chinesischen Midea-Gruppe übernommen worden.", "OWNERSHIP_CHANGE", "agent", ["Midea-Gruppe"]),
    ("Rubio und Lawrow einigten sich auf die Einrichtung hochrangiger Gruppen.", "AGREE_SIGN", "agent",
     ["Rubio", "Lawrow"]),
    ("Die EU-Staaten haben sich auf ein neues Paket geeinigt.", "AGREE_SIGN", "agent", ["Die EU-Staaten"]),
    ("Secretary of State Marco Rubio and Minister Wang Yi signed a treaty.", "AGREE_SIGN", "agent",
     ["Marco Rubio", "Wang Yi"]),
    ("Der Hersteller hat nach eigenen Angaben Motoren nach Russland verkauft.", "SUPPLY", "beneficiary", ["Russland"]),
    ("Cisco announced its intention to acquire Acacia.", "OWNERSHIP_CHANGE", "agent", ["Cisco"]),
    ("Deripaska gave up control of Rusal in 2019.", "OWNERSHIP_CHANGE", "agent", ["Deripaska"]),
    ("Tehran has agreed with the IAEA to resume inspections.", "AGREE_SIGN", "co_agent", ["IAEA"]),
])
def test_phrases_fill_roles_whole_and_in_their_place(text: str, event_type: str, role: str, words: list[str]) -> None:
    assert fillers(only(text, event_type), role) == words


@pytest.mark.parametrize(("text", "expected"), [
    ("The Commission forced Siemens to sell its rail division.",
     {"agent": ["The Commission"], "target": ["Siemens"], "object": ["its rail division"]}),
    ("Die Kommission zwang Siemens, seine Bahnsparte zu verkaufen.",
     {"agent": ["Die Kommission"], "target": ["Siemens"], "object": ["seine Bahnsparte"]}),
    ("Nokia was ordered to sell its stake in Alcatel.", {"target": ["Nokia"], "object": ["its stake"]}),
    ("Das Gericht wies Nokia an, sich von seinen Anteilen zu trennen.",
     {"agent": ["Das Gericht"], "target": ["Nokia"], "object": ["seinen Anteilen"]}),
    ("The minister pressed Nokia to sell phones to Serbia.", None),
    ("Der Minister forderte Nokia auf, keine Handys mehr an Serbien zu verkaufen.", None),
    ("Der Minister drängte Nokia, die Netzsparte nicht zu verkaufen.", None),
    ("The minister pressed Nokia not to sell its network division.", None),
    ("The court ordered Nokia to stop selling its subsidiaries.", None),
])
def test_only_a_business_is_divested(text: str, expected: dict[str, list[str]] | None) -> None:
    rows = [e for e in found(text) if e.event_type == "DIVEST_FORCE"]
    assert [{role: fillers(e, role) for role in dict.fromkeys(r.role for r in e.roles)} for e in rows] == (
        [] if expected is None else [expected]
    )


@pytest.mark.parametrize(("text", "event_type", "targets", "objects"), [
    ("Canada blocked the sale of a mining company to Zijin.", "INVEST_RESTRICT", ["Zijin"], ["a mining company"]),
    ("Kanada untersagte den Verkauf eines Bergbaukonzerns an Zijin.", "INVEST_RESTRICT", ["Zijin"],
     ["eines Bergbaukonzerns"]),
    ("Norway blocked the purchase of Nokia by Siemens.", "INVEST_RESTRICT", ["Siemens"], ["Nokia"]),
    ("Norwegen blockierte den Kauf von Nokia durch Siemens.", "INVEST_RESTRICT", ["Siemens"], ["Nokia"]),
    ("Norway vetoed Siemens' takeover of Nokia.", "INVEST_RESTRICT", ["Siemens"], ["Nokia"]),
    ("Norwegen stoppte die Übernahme von Nokia durch Siemens.", "INVEST_RESTRICT", ["Siemens"], ["Nokia"]),
    ("Norway restricted investments in Chinese companies.", "INVEST_RESTRICT", [], ["Chinese companies"]),
    ("Norwegen beschränkte Investitionen in chinesische Firmen.", "INVEST_RESTRICT", [], ["chinesische Firmen"]),
    ("India banned the sale of TikTok merchandise to hospitals.", "BAN_EXCLUDE", ["TikTok merchandise"], []),
    ("Norwegen untersagte die Beteiligung von Huawei am Netz.", "BAN_EXCLUDE", ["Huawei"], []),
])
def test_what_is_blocked_is_a_purchase_or_goods(
    text: str, event_type: str, targets: list[str], objects: list[str]
) -> None:
    event = only(text, event_type)
    assert (fillers(event, "target"), fillers(event, "object")) == (targets, objects)
    assert not {"INVEST_RESTRICT", "BAN_EXCLUDE"} - {event_type} & {e.event_type for e in found(text)}


@pytest.mark.parametrize(("text", "event_type", "expected"), [
    ("Gabon was removed from the EU sanctions list.", "LIST_REMOVE",
     {"target": ["Gabon"], "instrument": ["EU sanctions list"]}),
    ("Oslo protested over the removal of Rosneft from the sanctions list.", "LIST_REMOVE",
     {"target": ["Rosneft"], "instrument": ["the sanctions list"]}),
    ("Wegen der Streichung von Rosneft von der Sanktionsliste protestierte Oslo.", "LIST_REMOVE",
     {"target": ["Rosneft"], "instrument": ["der Sanktionsliste"]}),
    ("The EU announced the removal of Rosneft from the sanctions list.", "LIST_REMOVE",
     {"agent": ["EU"], "target": ["Rosneft"], "instrument": ["the sanctions list"]}),
    ("Die EU kündigte die Streichung von Rosneft von der Sanktionsliste an.", "LIST_REMOVE",
     {"agent": ["EU"], "target": ["Rosneft"], "instrument": ["der Sanktionsliste"]}),
    ("Das US-Finanzministerium hat den Reeder Sergei Petrow von der SDN-Liste gestrichen.", "LIST_REMOVE",
     {"target": ["den Reeder Sergei Petrow"], "agent": ["US-Finanzministerium"], "instrument": ["SDN-Liste"]}),
    ("The sanctions on Gabon were extended until May 2025.", "SANCTION_RENEW", {"target": ["Gabon"]}),
    ("Die Sanktionen gegen Gabun wurden bis Mai 2025 verlängert.", "SANCTION_RENEW", {"target": ["Gabun"]}),
    ("The EU agreed on the extension of sanctions against Gabon.", "SANCTION_RENEW", {"target": ["Gabon"]}),
    ("Die EU einigte sich auf die Verlängerung der Sanktionen gegen Gabun.", "SANCTION_RENEW", {"target": ["Gabun"]}),
    ("Der Rat beschloss die Aufhebung der Sanktionen gegen Gabun.", "SANCTION_EASE",
     {"agent": ["Der Rat"], "target": ["Gabun"]}),
    ("The sanctions on Gabon expired in July 2022.", "SANCTION_EASE", {"target": ["Gabon"]}),
    ("Die Sanktionen gegen Gabun liefen im Juli 2022 aus.", "SANCTION_EASE", {"target": ["Gabun"]}),
    ("Oslo exempted Rosneft from the sanctions.", "SANCTION_EASE", {"agent": ["Oslo"], "target": ["Rosneft"]}),
    ("Oslo befreite Rosneft von den Sanktionen.", "SANCTION_EASE", {"agent": ["Oslo"], "target": ["Rosneft"]}),
    ("The king ordered sanctions against Gabon.", "SANCTION_IMPOSE", {"agent": ["The king"], "target": ["Gabon"]}),
    ("Die von Oslo gegen Gabun verhängten Sanktionen wirken.", "SANCTION_IMPOSE",
     {"target": ["Gabun"], "agent": ["Oslo"]}),
    ("Oslo imposed a package of sanctions on Gabon.", "SANCTION_IMPOSE", {"agent": ["Oslo"], "target": ["Gabon"]}),
    ("The export of drones to Gabon is banned.", "EXPORT_CONTROL", {"target": ["Gabon"], "object": ["drones"]}),
    ("Die Ausfuhr von Drohnen nach Gabun ist verboten.", "EXPORT_CONTROL",
     {"target": ["Gabun"], "object": ["Drohnen"]}),
    ("Norway tightened drone export rules.", "EXPORT_CONTROL", {"agent": ["Norway"]}),
    ("Norwegen verschärfte die Exportregeln.", "EXPORT_CONTROL", {"agent": ["Norwegen"]}),
    ("Norway tightened export controls on drones.", "EXPORT_CONTROL", {"agent": ["Norway"], "object": ["drones"]}),
    ("Oslo revoked Nokia's licence to ship antennas to Gabon.", "LICENCE_DECISION",
     {"agent": ["Oslo"], "target": ["Nokia"], "object": ["Nokia's licence"]}),
    ("Oslo entzog Nokia die Lizenz für den Bau eines Werks.", "LICENCE_DECISION",
     {"agent": ["Oslo"], "target": ["Nokia"], "object": ["die Lizenz"]}),
    ("Nokia was granted a licence to ship antennas to Gabon.", "LICENCE_DECISION",
     {"target": ["Nokia"], "object": ["a licence"]}),
    ("The licence to ship antennas to Gabon was revoked.", "LICENCE_DECISION", {"object": ["The licence"]}),
    ("Nokia did not receive a licence for the plant.", "LICENCE_DECISION",
     {"target": ["Nokia"], "object": ["a licence for the plant"]}),
    ("Nokia erhielt keine Lizenz für das Werk.", "LICENCE_DECISION",
     {"target": ["Nokia"], "object": ["keine Lizenz für das Werk"]}),
    ("Oslo approved the export of drones to Gabon.", "LICENCE_DECISION",
     {"agent": ["Oslo"], "object": ["drones"], "beneficiary": ["Gabon"]}),
    ("Oslo genehmigte die Ausfuhr von Drohnen nach Gabun.", "LICENCE_DECISION",
     {"agent": ["Oslo"], "object": ["Drohnen"], "beneficiary": ["Gabun"]}),
    ("Norway barred officials from using TikTok.", "BAN_EXCLUDE", {"agent": ["Norway"], "target": ["TikTok"]}),
    ("Norwegen untersagte Beamten, TikTok zu nutzen.", "BAN_EXCLUDE", {"agent": ["Norwegen"], "target": ["TikTok"]}),
    ("Norway barred Huawei from using American chips.", "BAN_EXCLUDE", {"agent": ["Norway"], "target": ["Huawei"]}),
    ("Norway banned TikTok on the phones of its envoys.", "BAN_EXCLUDE", {"agent": ["Norway"], "target": ["TikTok"]}),
    ("Norwegen hat TikTok auf den Handys seiner Botschafter verboten.", "BAN_EXCLUDE",
     {"agent": ["Norwegen"], "target": ["TikTok"]}),
    ("TikTok is blocked in Nepal.", "BAN_EXCLUDE", {"target": ["TikTok"], "place": ["Nepal"]}),
    ("TikTok ist in Nepal gesperrt.", "BAN_EXCLUDE", {"target": ["TikTok"], "place": ["Nepal"]}),
    ("A court annulled the sanctions against Gazprom.", "SANCTION_EASE", {"agent": ["A court"], "target": ["Gazprom"]}),
    ("Die Schweiz übernahm die EU-Sanktionen gegen Gabun.", "SANCTION_IMPOSE",
     {"agent": ["Schweiz"], "target": ["Gabun"]}),
    ("Norway suspended arms exports to Gabon.", "EXPORT_CONTROL",
     {"agent": ["Norway"], "target": ["Gabon"], "object": ["arms exports"]}),
    ("Norwegen setzte die Waffenexporte nach Gabun aus.", "EXPORT_CONTROL",
     {"agent": ["Norwegen"], "target": ["Gabun"], "object": ["die Waffenexporte"]}),
    ("Nokia was stripped of its licence.", "LICENCE_DECISION", {"target": ["Nokia"], "object": ["its licence"]}),
    ("Biden barred Intel from investing in Huawei.", "INVEST_RESTRICT",
     {"agent": ["Biden"], "target": ["Intel"], "object": ["Huawei"]}),
    ("Biden untersagte Intel, in Huawei zu investieren.", "INVEST_RESTRICT",
     {"agent": ["Biden"], "target": ["Intel"], "object": ["Huawei"]}),
    ("Die Übernahme von Nokia durch Siemens wurde von der Regierung untersagt.", "INVEST_RESTRICT",
     {"agent": ["der Regierung"], "target": ["Siemens"], "object": ["Nokia"]}),
    ("Huawei wurde durch das Ministerium verboten.", "BAN_EXCLUDE",
     {"agent": ["das Ministerium"], "target": ["Huawei"]}),
    ("Die US-Regierung hat Nvidia den Verkauf von H20-Chips an China untersagt.", "EXPORT_CONTROL",
     {"agent": ["US-Regierung"], "target": ["China"], "object": ["H20-Chips"]}),
    ("Norway banned equipment from Huawei.", "BAN_EXCLUDE", {"agent": ["Norway"], "target": ["Huawei"]}),
    ("Norwegen verbot Technik von Huawei.", "BAN_EXCLUDE", {"agent": ["Norwegen"], "target": ["Huawei"]}),
    ("Norwegen untersagte die Nutzung von TikTok auf Diensthandys.", "BAN_EXCLUDE",
     {"agent": ["Norwegen"], "target": ["TikTok"]}),
    ("Three youths were arrested on Friday.", "ENFORCE", {"target": ["Three youths"]}),
    ("Drei Randalierer wurden am Freitag festgenommen.", "ENFORCE", {"target": ["Drei Randalierer"]}),
    ("Two teenagers were charged with arson.", "ENFORCE", {"target": ["Two teenagers"], "reason": ["arson"]}),
    ("Ein 16-Jähriger wurde wegen Brandstiftung angeklagt.", "ENFORCE", {"target": ["Ein 16-Jähriger"], "reason": ["Brandstiftung"]}),
    ("Die Staatsanwaltschaft erhob Anklage gegen zwei frühere Manager.", "ENFORCE",
     {"agent": ["Die Staatsanwaltschaft"], "target": ["zwei frühere Manager"]}),
    ("Das Kartellamt hat Bußgelder gegen vier Brauereien verhängt.", "ENFORCE",
     {"agent": ["Kartellamt"], "target": ["vier Brauereien"]}),
    ("Man jailed for stealing car", "ENFORCE", {"target": ["Man"], "reason": ["stealing car"]}),
    ("Google fined 57 million euros by French regulator", "ENFORCE",
     {"agent": ["French regulator"], "target": ["Google"], "amount": ["57 million euros"]}),
    ("Mann nach Messerangriff verhaftet", "ENFORCE", {"target": ["Mann"]}),
    ("His arrest came after months.", "ENFORCE", {"target": ["His"]}),
    ("Seine Verhaftung sorgte für Aufsehen.", "ENFORCE", {"target": ["Seine"]}),
    ("Police made two arrests.", "ENFORCE", {"agent": ["Police"]}),
    ("The suspect was taken into custody.", "ENFORCE", {"target": ["The suspect"]}),
    ("Das Amtsgericht erließ Haftbefehl gegen den Verdächtigen.", "ENFORCE",
     {"agent": ["Das Amtsgericht"], "target": ["den Verdächtigen"]}),
    ("Canadian authorities issued an arrest warrant for James Kopp.", "ENFORCE",
     {"agent": ["Canadian authorities"], "target": ["James Kopp"]}),
    ("The regulator has taken Telstra and Optus to court over misleading claims.", "ENFORCE",
     {"agent": ["The regulator"], "target": ["Telstra", "Optus"], "reason": ["misleading claims"]}),
    ("Die Kartellbehörde zerrt Google vor Gericht.", "ENFORCE", {"agent": ["Die Kartellbehörde"], "target": ["Google"]}),
    ("The company was ordered to pay $4.8m in reparation to the victims.", "ENFORCE",
     {"target": ["The company"], "amount": ["$4.8m"]}),
    ("Siemens won a deal from Deutsche Bahn to supply trains.", "AGREE_SIGN",
     {"agent": ["Siemens"], "co_agent": ["Deutsche Bahn"], "object": ["a deal"]}),
    ("Hu and Lula on Monday signed a joint communique.", "AGREE_SIGN",
     {"agent": ["Hu", "Lula"], "object": ["a joint communique"]}),
    ("Hu und Lula unterzeichneten am Montag ein gemeinsames Kommuniqué.", "AGREE_SIGN",
     {"agent": ["Hu", "Lula"], "object": ["ein gemeinsames Kommuniqué"]}),
    ("The SEC sued Ripple over unregistered securities.", "ENFORCE",
     {"agent": ["SEC"], "target": ["Ripple"], "reason": ["unregistered securities"]}),
    ("The Justice Department has filed an antitrust suit against Microsoft.", "ENFORCE",
     {"agent": ["Justice Department"], "target": ["Microsoft"]}),
    ("The paper was ordered to pay damages of 50,000 pounds.", "ENFORCE",
     {"target": ["The paper"], "amount": ["50,000 pounds"]}),
    ("The company faces charges of fraud.", "ENFORCE", {"target": ["The company"], "reason": ["fraud"]}),
    ("Der Verfassungsschutz ermittelt wegen falscher Reisepässe.", "INVESTIGATE",
     {"agent": ["Verfassungsschutz"], "topic": ["falscher Reisepässe"]}),
    ("The company is under investigation by the SEC.", "INVESTIGATE",
     {"target": ["The company"], "agent": ["SEC"]}),
    ("Enron is the subject of a federal investigation.", "INVESTIGATE", {"target": ["Enron"]}),
    ("A task force is investigating the slayings.", "INVESTIGATE",
     {"agent": ["A task force"], "target": ["the slayings"]}),
    ("Ein Gutachter untersucht die Ursache des Brandes.", "INVESTIGATE",
     {"agent": ["Ein Gutachter"], "target": ["die Ursache des Brandes"]}),
    ("Der Rechnungshof prüft die Ausgaben der Stadt.", "INVESTIGATE",
     {"agent": ["Der Rechnungshof"], "target": ["die Ausgaben der Stadt"]}),
    ("Gegen die Bank laufen Ermittlungen.", "INVESTIGATE", {"target": ["die Bank"]}),
    ("Die Ermittlungen der Polizei dauerten Jahre.", "INVESTIGATE", {"agent": ["der Polizei"]}),
    ("FBI agents searched the home of the suspect.", "INVESTIGATE",
     {"agent": ["FBI agents"], "target": ["the home of the suspect"]}),
    ("Ermittler durchsuchten die Büros der Bank.", "INVESTIGATE",
     {"agent": ["Ermittler"], "target": ["die Büros der Bank"]}),
    ("Die Polizei vernahm den Verdächtigen.", "INVESTIGATE",
     {"agent": ["Die Polizei"], "target": ["den Verdächtigen"]}),
    ("Police questioned two men.", "INVESTIGATE", {"agent": ["Police"], "target": ["two men"]}),
    ("France has banned the film.", "BAN_EXCLUDE", {"agent": ["France"], "target": ["the film"]}),
    ("Frankreich hat den Film verboten.", "BAN_EXCLUDE", {"agent": ["Frankreich"], "target": ["den Film"]}),
    ("The government blocked access to Twitter.", "BAN_EXCLUDE",
     {"agent": ["The government"], "target": ["Twitter"]}),
    ("Die Regierung sperrte den Zugang zu Twitter.", "BAN_EXCLUDE",
     {"agent": ["Die Regierung"], "target": ["Twitter"]}),
    ("China hat die Einfuhr von Rindfleisch verboten.", "BAN_EXCLUDE",
     {"agent": ["China"], "target": ["Rindfleisch"]}),
    ("European regulators cleared the merger on Tuesday.", "LICENCE_DECISION",
     {"agent": ["European regulators"], "object": ["the merger"]}),
    ("Das Kartellamt genehmigte die Fusion.", "LICENCE_DECISION",
     {"agent": ["Kartellamt"], "object": ["die Fusion"]}),
    ("He lost his licence.", "LICENCE_DECISION", {"target": ["He"], "object": ["his licence"]}),
    ("Ihm wurde der Führerschein entzogen.", "LICENCE_DECISION", {"target": ["Ihm"], "object": ["der Führerschein"]}),
    ("The US hit China with sanctions.", "SANCTION_IMPOSE", {"agent": ["US"], "target": ["China"]}),
    ("Washington hat ein Netzwerk von Tarnfirmen sanktioniert.", "SANCTION_IMPOSE",
     {"agent": ["Washington"], "target": ["ein Netzwerk von Tarnfirmen"]}),
    ("The court froze his assets.", "SANCTION_IMPOSE",
     {"agent": ["The court"], "target": ["his"], "object": ["his assets"]}),
    ("Germany halted deliveries of weapons to Turkey.", "EXPORT_CONTROL",
     {"agent": ["Germany"], "target": ["Turkey"], "object": ["weapons"]}),
    ("Der Verkauf von Waffen an Indonesien wurde untersagt.", "EXPORT_CONTROL",
     {"target": ["Indonesien"], "object": ["Waffen"]}),
    ("Russland ist von den Olympischen Spielen ausgeschlossen.", "BAN_EXCLUDE", {"target": ["Russland"]}),
    ("The drugs were smuggled across the border.", "EVADE_VIOLATE", {"object": ["The drugs"]}),
    ("Die Rebellen brachen die Waffenruhe.", "EVADE_VIOLATE",
     {"agent": ["Die Rebellen"], "instrument": ["die Waffenruhe"]}),
    ("A North Korean ship carrying weapons was seized in Panama.", "ENFORCE",
     {"target": ["A North Korean ship"], "place": ["Panama"]}),
    ("Menschenrechtler fordern eine Untersuchung des Todes eines Aktivisten, der verhaftet wurde.", "ENFORCE",
     {"target": ["eines Aktivisten"]}),
    ("Zwei Broker bekannten sich schuldig.", "ENFORCE", {"target": ["Zwei Broker"]}),
    ("The company was hit with a fine of $3 million.", "ENFORCE", {"target": ["The company"], "amount": ["$3 million"]}),
    ("Der Oppositionsführer wurde unter Hausarrest gestellt.", "ENFORCE", {"target": ["Der Oppositionsführer"]}),
    ("She received a two-year prison sentence.", "ENFORCE", {"target": ["She"]}),
    ("Er erhielt eine Bewährungsstrafe.", "ENFORCE", {"target": ["Er"]}),
    ("Die Polizei fasste den mutmaßlichen Täter.", "ENFORCE",
     {"agent": ["Die Polizei"], "target": ["den mutmaßlichen Täter"]}),
    ("Tyco faces a criminal inquiry.", "INVESTIGATE", {"target": ["Tyco"]}),
    ("The company disclosed a federal probe of its accounts.", "INVESTIGATE", {"target": ["its accounts"]}),
    ("Companies under investigation by the SEC include Tyco.", "INVESTIGATE",
     {"target": ["Companies"], "agent": ["SEC"]}),
    ("Die Ärztekammer prüft die Vorwürfe gegen den Chirurgen.", "INVESTIGATE",
     {"agent": ["Die Ärztekammer"], "target": ["die Vorwürfe gegen den Chirurgen"]}),
    ("Das Kartellamt gab grünes Licht für die Fusion.", "LICENCE_DECISION",
     {"agent": ["Kartellamt"], "object": ["die Fusion"]}),
    ("The European Commission gave the green light to the merger.", "LICENCE_DECISION",
     {"agent": ["European Commission"], "object": ["the merger"]}),
    # what is banned, pulled from shops or kept out, and who by which rule
    ("The commission banned sales of Huawei phones.", "BAN_EXCLUDE",
     {"agent": ["The commission"], "target": ["Huawei phones"]}),
    ("Peking hat den Import von Meeresfrüchten aus Japan gestoppt.", "BAN_EXCLUDE",
     {"agent": ["Peking"], "target": ["Meeresfrüchten aus Japan"]}),
    ("China verhängt Importstopp für japanische Meeresprodukte.", "BAN_EXCLUDE",
     {"target": ["japanische Meeresprodukte"], "agent": ["China"]}),
    ("The European Parliament deleted TikTok from work phones.", "BAN_EXCLUDE",
     {"agent": ["European Parliament"], "target": ["TikTok"]}),
    ("Die Betreiber entfernten Bauteile von Huawei aus ihren Netzen.", "BAN_EXCLUDE",
     {"agent": ["Die Betreiber"], "target": ["Bauteile von Huawei"]}),
    ("The EU suspended the broadcasting activities of Sputnik and Russia Today.", "BAN_EXCLUDE",
     {"agent": ["EU"], "target": ["Sputnik", "Russia Today"]}),
    ("Der Rat hat die Ausstrahlung von RT und Sputnik ausgesetzt.", "BAN_EXCLUDE",
     {"agent": ["Der Rat"], "target": ["RT", "Sputnik"]}),
    ("Poland closed its border crossings to trucks.", "BAN_EXCLUDE",
     {"agent": ["Poland"], "target": ["trucks"], "object": ["its border crossings"]}),
    ("Polen schloss den Grenzübergang Bobrowniki für den Güterverkehr.", "BAN_EXCLUDE",
     {"agent": ["Polen"], "target": ["den Güterverkehr"], "object": ["den Grenzübergang Bobrowniki"]}),
    ("Polen kündigte an, dass es den Güterverkehr aus Belarus einstellt.", "BAN_EXCLUDE", {"agent": ["es"]}),
    ("The EU's ban on imports of Russian crude remains.", "BAN_EXCLUDE",
     {"target": ["imports of Russian crude"], "agent": ["EU"]}),
    ("The government does not allow TikTok on its devices.", "BAN_EXCLUDE",
     {"agent": ["The government"], "target": ["TikTok"]}),
    ("Die Telekom darf keine Huawei-Komponenten mehr verbauen.", "BAN_EXCLUDE", {"target": ["Huawei-Komponenten"]}),
    ("Switzerland adopted the EU's ban on Russian coal.", "BAN_EXCLUDE",
     {"target": ["Russian coal"], "agent": ["EU"]}),
    ("Das Verbot, Gold aus Russland zu kaufen, gilt weiter.", "BAN_EXCLUDE",
     {"content": ["Gold aus Russland zu kaufen"]}),
    ("Die Kommission will Gesichtserkennung verbieten.", "BAN_EXCLUDE",
     {"agent": ["Die Kommission"], "target": ["Gesichtserkennung"]}),
    ("Norway ordered Gazprom to sell at least 40% of Wingas.", "DIVEST_FORCE",
     {"agent": ["Norway"], "target": ["Gazprom"], "object": ["least 40% of Wingas"]}),
    ("The EU ordered Illumina to unwind its takeover of Grail.", "DIVEST_FORCE",
     {"agent": ["EU"], "target": ["Illumina"], "object": ["its takeover of Grail"]}),
    ("Das Ministerium hat die Rückabwicklung der Übernahme angeordnet.", "DIVEST_FORCE",
     {"agent": ["Das Ministerium"], "object": ["der Übernahme"]}),
    # rules: who sets them, what they make others do, whose order it is
    ("The SEC unveiled a set of rules.", "REGULATE", {"agent": ["SEC"], "object": ["a set of rules"]}),
    ("Die Kommission legte ein Paket von Regeln vor.", "REGULATE",
     {"agent": ["Die Kommission"], "object": ["ein Paket von Regeln"]}),
    ("The rule requires companies to report attacks.", "REGULATE",
     {"agent": ["The rule"], "target": ["companies"], "content": ["to report attacks"]}),
    ("Die Verordnung verpflichtet Betreiber, Angriffe zu melden.", "REGULATE",
     {"agent": ["Die Verordnung"], "target": ["Betreiber"], "content": ["Angriffe zu melden"]}),
    ("The law allows the ministry to ban components.", "REGULATE",
     {"agent": ["The law"], "beneficiary": ["the ministry"], "content": ["to ban components"]}),
    ("Die Verordnung ermächtigt das Ministerium, Händler zu prüfen.", "REGULATE",
     {"agent": ["Die Verordnung"], "beneficiary": ["das Ministerium"], "content": ["Händler zu prüfen"]}),
    ("Trump's executive order surprised the industry.", "REGULATE", {"agent": ["Trump"]}),
    ("Das Dekret von Putin überraschte die Branche.", "REGULATE", {"agent": ["Putin"]}),
    ("Am 5. Mai treten die Massnahmen in Kraft.", "REGULATE", {"object": ["die Massnahmen"]}),
    ("Die Bafin hat der Bank Auflagen erteilt.", "REGULATE",
     {"agent": ["Bafin"], "target": ["der Bank"], "object": ["Auflagen"]}),
    # bills on their way
    ("A bipartisan group of senators reintroduced the bill.", "LEGISLATE",
     {"agent": ["A bipartisan group of senators"], "object": ["the bill"]}),
    ("The measure stalled in the Senate.", "LEGISLATE", {"object": ["The measure"], "agent": ["Senate"]}),
    ("Das Gesetz scheiterte im Senat.", "LEGISLATE", {"object": ["Das Gesetz"], "agent": ["Senat"]}),
    ("Das von der Koalition vorgelegte Gesetz stößt auf Kritik.", "LEGISLATE",
     {"agent": ["der Koalition"], "object": ["Gesetz"]}),
    ("Die SPD und die Grünen stimmten dafür.", "LEGISLATE", {"agent": ["SPD", "Grünen"]}),
    ("Präsident Duda legte sein Veto gegen das Mediengesetz ein.", "LEGISLATE",
     {"agent": ["Duda"], "object": ["Mediengesetz"]}),
    # fines, settlements and what else a court or an agency does, with the sum
    ("The watchdog slapped Meta with a €1.2 billion penalty.", "ENFORCE",
     {"agent": ["The watchdog"], "target": ["Meta"], "amount": ["€1.2 billion"]}),
    ("Norway imposed a civil penalty of $3 million on Equinor for violating export controls.", "ENFORCE",
     {"agent": ["Norway"], "target": ["Equinor"], "amount": ["$3 million"], "reason": ["violating export controls"]}),
    ("Italy's antitrust authority has fined Shein 1 million euros over misleading claims.", "ENFORCE",
     {"agent": ["Italy's antitrust authority"], "target": ["Shein"], "reason": ["misleading claims"],
      "amount": ["1 million euros"]}),
    ("Under the deal, Ericsson will pay $892 million in fines.", "ENFORCE",
     {"target": ["Ericsson"], "amount": ["$892 million"]}),
    ("A Norwegian court handed a four-month suspended sentence to a Russian man.", "ENFORCE",
     {"agent": ["A Norwegian court"], "target": ["a Russian man"], "amount": ["a four-month suspended sentence"]}),
    ("Apple settled with the SEC for $7 million.", "ENFORCE",
     {"agent": ["SEC"], "target": ["Apple"], "amount": ["$7 million"]}),
    ("The Treasury's OFAC announced a $1.5 million settlement with Apple.", "ENFORCE",
     {"agent": ["OFAC"], "target": ["Apple"], "amount": ["$1.5 million"]}),
    ("The Justice Department announced charges against 12 Chinese hackers.", "ENFORCE",
     {"agent": ["Justice Department"], "target": ["12 Chinese hackers"]}),
    ("Spanish authorities seized Tango.", "ENFORCE", {"agent": ["Spanish authorities"], "target": ["Tango"]}),
    ("Since his arrest and detention by the Kenyan authorities he has been silent.", "ENFORCE",
     {"agent": ["the Kenyan authorities"], "target": ["his"]}),
    ("Die Aufsicht verdonnerte Meta zu einer Strafe von 1,2 Milliarden Euro.", "ENFORCE",
     {"agent": ["Die Aufsicht"], "target": ["Meta"], "amount": ["einer Strafe von 1,2 Milliarden Euro"]}),
    ("Er wurde zu elf Jahren Gefängnis verurteilt.", "ENFORCE", {"target": ["Er"], "amount": ["elf Jahren"]}),
    ("Angeklagt sind drei Manager der Firma.", "ENFORCE", {"target": ["drei Manager"]}),
    ("Außerdem wurde die Einziehung von 750.000 Euro angeordnet.", "ENFORCE", {"amount": ["750.000 Euro"]}),
    ("Arrested in Vienna last week, Firtash is silent.", "ENFORCE", {"target": ["Firtash"], "place": ["Vienna"]}),
    ("The court ordered the firm to pay 200,000 euros.", "ENFORCE",
     {"agent": ["The court"], "target": ["the firm"], "amount": ["200,000 euros"]}),
    ("Gegen die Bank ist ein Bußgeld in Höhe von 7 Millionen Euro verhängt worden.", "ENFORCE",
     {"target": ["die Bank"], "amount": ["7 Millionen Euro"]}),
    ("Die EU-Kommission brummte Apple eine Strafe von 1,8 Milliarden Euro auf.", "ENFORCE",
     {"agent": ["EU-Kommission"], "target": ["Apple"], "amount": ["1,8 Milliarden Euro"]}),
    ("Die Deutsche Bank hat mit dem US-Justizministerium einen Vergleich geschlossen.", "ENFORCE",
     {"agent": ["US-Justizministerium"], "target": ["Deutsche Bank"]}),
    ("Meta droht in der EU eine Milliardenstrafe.", "ENFORCE", {"target": ["Meta"]}),
    ("Der Beschuldigte befindet sich in Untersuchungshaft.", "ENFORCE", {"target": ["Der Beschuldigte"]}),
    ("Das US-Justizministerium verklagte Apple.", "ENFORCE",
     {"agent": ["US-Justizministerium"], "target": ["Apple"]}),
    ("Festnahme wegen mutmaßlicher Spionage", "ENFORCE", {"reason": ["mutmaßlicher Spionage"]}),
    ("Die Staatsanwaltschaft Hamburg ermittelt gegen drei Manager wegen illegaler Exporte.", "INVESTIGATE",
     {"agent": ["Staatsanwaltschaft Hamburg"], "target": ["drei Manager"], "topic": ["illegaler Exporte"]}),
    ("Im Visier der Ermittler steht ein Exportkaufmann.", "INVESTIGATE",
     {"agent": ["der Ermittler"], "target": ["ein Exportkaufmann"]}),
    ("Das Zollkriminalamt führt die Ermittlungen.", "INVESTIGATE", {"agent": ["Das Zollkriminalamt"]}),
    ("China's cyberspace regulator placed Didi under cybersecurity review.", "INVESTIGATE",
     {"agent": ["China's cyberspace regulator"], "target": ["Didi"]}),
    ("Several firms are under scrutiny over shipments to Russia.", "INVESTIGATE",
     {"target": ["Several firms"], "reason": ["shipments to Russia"]}),
    ("The takeover is being examined by the ministry.", "INVESTIGATE",
     {"agent": ["the ministry"], "target": ["The takeover"]}),
    ("Gegen Gazprom läuft ein Verfahren der EU-Kommission.", "INVESTIGATE",
     {"agent": ["EU-Kommission"], "target": ["Gazprom"]}),
    ("The committee subpoenaed Huawei, ZTE and Tencent.", "INVESTIGATE",
     {"agent": ["The committee"], "target": ["Huawei", "ZTE", "Tencent"]}),
    ("Norway ordered a review of the takeover of Equinor by Nexperia.", "INVESTIGATE",
     {"agent": ["Norway"], "target": ["the takeover of Equinor by Nexperia"]}),
    # of whom a clause tells that he did wrong, who is suspected, and to whom it is laid
    ("The Commission found that Apple had abused its position.", "ACCUSE",
     {"agent": ["The Commission"], "target": ["Apple"], "content": ["Apple had abused its position"]}),
    ("Die Kommission stellte fest, dass Apple seine Stellung missbraucht hat.", "ACCUSE",
     {"agent": ["Die Kommission"], "target": ["Apple"], "content": ["Apple seine Stellung missbraucht hat"]}),
    ("He denied claims that TikTok spied on reporters.", "ACCUSE",
     {"target": ["TikTok"], "content": ["TikTok spied on reporters"]}),
    ("Es gab den Vorwurf, dass Rheinmetall illegal Pistolen liefert.", "ACCUSE", {"target": ["Rheinmetall"]}),
    ("The firm is suspected of shipping goods to Crimea.", "ACCUSE",
     {"target": ["The firm"], "content": ["shipping goods to Crimea"]}),
    ("Die Firma steht im Verdacht, Güter geschmuggelt zu haben.", "ACCUSE",
     {"target": ["Die Firma"], "content": ["Güter geschmuggelt zu haben"]}),
    ("Accused of aiding the war, the bank denied it.", "ACCUSE",
     {"target": ["the bank"], "content": ["aiding the war"]}),
    ("They blamed the attack on Iran.", "ACCUSE",
     {"agent": ["They"], "target": ["Iran"], "content": ["the attack"]}),
    ("Dem Angeschuldigten wird vorgeworfen, Güter geschmuggelt zu haben.", "ACCUSE",
     {"target": ["Dem Angeschuldigten"], "content": ["Güter geschmuggelt zu haben"]}),
    ("Das Außenministerium drohte den USA mit Konsequenzen.", "THREATEN",
     {"agent": ["Das Außenministerium"], "target": ["USA"], "content": ["Konsequenzen"]}),
    ("The US has threatened Germany with sanctions.", "THREATEN",
     {"agent": ["US"], "target": ["Germany"], "content": ["sanctions"]}),
    # who is hit by a measure that a noun names, or that a verb says with a noun
    ("New sanctions targeting Belavia came into force on Tuesday.", "SANCTION_IMPOSE", {"target": ["Belavia"]}),
    ("Rosneft was hit by US sanctions.", "SANCTION_IMPOSE", {"target": ["Rosneft"], "agent": ["US"]}),
    ("Die Strafmaßnahmen richten sich gegen zwei Banken und 15 Tanker.", "SANCTION_IMPOSE",
     {"target": ["zwei Banken", "15 Tanker"]}),
    ("Rosneft ist von den US-Sanktionen betroffen.", "SANCTION_IMPOSE", {"target": ["Rosneft"], "agent": ["US"]}),
    ("Rosneft is subject to an asset freeze.", "SANCTION_IMPOSE", {"target": ["Rosneft"]}),
    ("Rosneft unterliegt US-Sanktionen.", "SANCTION_IMPOSE", {"target": ["Rosneft"], "agent": ["US"]}),
    ("The oligarch was hit with a travel ban by Norway.", "SANCTION_IMPOSE",
     {"agent": ["Norway"], "target": ["The oligarch"]}),
    ("Der Oligarch wurde von Norwegen mit einem Einreiseverbot belegt.", "SANCTION_IMPOSE",
     {"agent": ["Norwegen"], "target": ["Der Oligarch"]}),
    ("Norway revoked the visas of ten officials.", "SANCTION_IMPOSE",
     {"agent": ["Norway"], "target": ["ten officials"]}),
    ("Norway joined the EU's sanctions against Gabon.", "SANCTION_IMPOSE",
     {"agent": ["Norway"], "target": ["Gabon"]}),
    ("Der Bundesrat schliesst sich den Sanktionen der EU gegen Gabun an.", "SANCTION_IMPOSE",
     {"agent": ["Bundesrat"], "target": ["Gabun"]}),
    ("Huawei wurde von der schwedischen Regierung vom Netzausbau ausgeschlossen.", "BAN_EXCLUDE",
     {"target": ["Huawei"], "agent": ["der schwedischen Regierung"]}),
    ("Russische Banken wurden von Swift ausgeschlossen.", "BAN_EXCLUDE", {"target": ["Russische Banken"]}),
    ("Polen verwies drei russische Diplomaten des Landes.", "DIPLO_MEASURE",
     {"agent": ["Polen"], "target": ["drei russische Diplomaten"]}),
    ("Drei russische Diplomaten wurden des Landes verwiesen.", "DIPLO_MEASURE", {"target": ["Drei russische Diplomaten"]}),
    ("Three diplomats were declared personae non gratae by Poland.", "DIPLO_MEASURE",
     {"agent": ["Poland"], "target": ["Three diplomats"]}),
    ("Google was ordered by a court to pay $2 billion.", "ENFORCE",
     {"agent": ["a court"], "target": ["Google"], "amount": ["$2 billion"]}),
    ("Poland ordered three Russian diplomats to leave the country.", "DIPLO_MEASURE",
     {"agent": ["Poland"], "target": ["three Russian diplomats"]}),
    ("OFAC designated two companies for helping Iran.", "LIST_ADD",
     {"target": ["two companies"], "agent": ["OFAC"], "reason": ["helping Iran"]}),
    ("The committee blacklisted the ships.", "LIST_ADD", {"target": ["the ships"], "agent": ["The committee"]}),
    ("Mehrere Firmen stehen auf der schwarzen Liste der USA.", "LIST_ADD",
     {"target": ["Mehrere Firmen"], "instrument": ["der schwarzen Liste der USA"]}),
    ("Rosneft was removed from the EU's sanctions list.", "LIST_REMOVE",
     {"target": ["Rosneft"], "instrument": ["the EU's sanctions list"]}),
    # goods are what a control is on, and who may not get them is whom it is against
    ("China announced export controls on gallium.", "EXPORT_CONTROL", {"agent": ["China"], "object": ["gallium"]}),
    ("China verhängte Exportkontrollen für Gallium.", "EXPORT_CONTROL", {"agent": ["China"], "object": ["Gallium"]}),
    ("Norway tightened restrictions on exports of drones to Gabon.", "EXPORT_CONTROL",
     {"agent": ["Norway"], "target": ["Gabon"], "object": ["drones"]}),
    ("Norwegen stellte Gallium unter Exportkontrolle.", "EXPORT_CONTROL",
     {"agent": ["Norwegen"], "object": ["Gallium"]}),
    ("Norway requires a licence for exports of drones.", "EXPORT_CONTROL",
     {"agent": ["Norway"], "object": ["exports of drones"]}),
    ("Norwegen führt eine Genehmigungspflicht für den Export von Drohnen ein.", "EXPORT_CONTROL",
     {"agent": ["Norwegen"], "object": ["den Export von Drohnen"]}),
    ("Norway lifted its ban on drone exports.", "SANCTION_EASE", {"agent": ["Norway"], "object": ["drone exports"]}),
    ("Norwegen setzt seine Exportkontrollen aus.", "SANCTION_EASE",
     {"agent": ["Norwegen"], "object": ["seine Exportkontrollen"]}),
    ("Norway granted Nokia a waiver.", "SANCTION_EASE", {"agent": ["Norway"], "target": ["Nokia"]}),
    ("Das Ministerium gewährte Nokia eine Ausnahme.", "SANCTION_EASE",
     {"agent": ["Das Ministerium"], "target": ["Nokia"]}),
    ("Das Gericht erklärte die Sanktionen gegen Rosneft für nichtig.", "SANCTION_EASE",
     {"agent": ["Das Gericht"], "object": ["die Sanktionen"], "target": ["Rosneft"]}),
    ("Oslo rejected the export of drones to Gabon.", "LICENCE_DECISION",
     {"agent": ["Oslo"], "object": ["drones"], "beneficiary": ["Gabon"]}),
    ("Oslo lehnte den Export von Drohnen nach Gabun ab.", "LICENCE_DECISION",
     {"agent": ["Oslo"], "object": ["Drohnen"], "beneficiary": ["Gabun"]}),
    ("Oslo suspended licences for drones after they were used in Gabon.", "LICENCE_DECISION",
     {"agent": ["Oslo"], "object": ["licences"]}),
    ("Das Amt hatte die Ausfuhr nach Peru, nicht aber nach Gabun genehmigt.", "LICENCE_DECISION",
     {"agent": ["Das Amt"], "object": ["die Ausfuhr"], "beneficiary": ["Peru"]}),
    ("Industry criticised the ministry's decision to revoke the licences.", "LICENCE_DECISION",
     {"agent": ["the ministry"], "object": ["the licences"]}),
    ("Die Entscheidung des Ministeriums, die Lizenzen zu widerrufen, kam spät.", "LICENCE_DECISION",
     {"agent": ["des Ministeriums"], "object": ["die Lizenzen"]}),
    ("Gegenüber einer Bank setzte das Amt ein Bußgeld von 900 Euro fest.", "ENFORCE",
     {"agent": ["das Amt"], "target": ["einer Bank"], "amount": ["900 Euro"]}),
    ("The regulator obtained a $5 million penalty from Acme Bank.", "ENFORCE",
     {"agent": ["The regulator"], "target": ["Acme Bank"], "amount": ["$5 million"]}),
    ("The FTC settled with the website operator over data collection.", "ENFORCE",
     {"agent": ["FTC"], "target": ["the website operator"], "reason": ["data collection"]}),
    ("Seit Jahren liefern Unternehmen aus Bonn Waffen und Kriegstechnik nach Gabun.", "SUPPLY",
     {"agent": ["Unternehmen"], "object": ["Waffen", "Kriegstechnik"], "beneficiary": ["Gabun"]}),
    ("Renault handed its stake in Avtovaz to a Russian institute.", "OWNERSHIP_CHANGE",
     {"agent": ["Renault"], "object": ["its stake in Avtovaz"], "target": ["Avtovaz", "a Russian institute"]}),
    ("Bain offered 34 euros per share for the software maker.", "OWNERSHIP_CHANGE",
     {"agent": ["Bain"], "amount": ["34 euros per share"], "object": ["the software maker"]}),
    ("Die Ermittlungen der Staatsanwaltschaft dauern an.", "INVESTIGATE", {"agent": ["der Staatsanwaltschaft"]}),
    # trade that is stopped, bans that are approved, put off and looming
    ("Beijing suspended trade with an Australian grain exporter.", "BAN_EXCLUDE",
     {"agent": ["Beijing"], "target": ["an Australian grain exporter"]}),
    ("Peking setzte den Handel mit einem Getreideexporteur aus.", "BAN_EXCLUDE",
     {"agent": ["Peking"], "target": ["einem Getreideexporteur"]}),
    ("Macron approves French ban on Kaspersky.", "BAN_EXCLUDE", {"agent": ["Macron"], "target": ["Kaspersky"]}),
    ("Trump billigte das Verbot von Kaspersky.", "BAN_EXCLUDE", {"agent": ["Trump"], "target": ["Kaspersky"]}),
    ("Trump postponed the enforcement of the ban.", "REGULATE", {"agent": ["Trump"], "object": ["the ban"]}),
    ("Trump verschob den Vollzug des Verbots.", "REGULATE", {"agent": ["Trump"], "object": ["des Verbots"]}),
    # rules that say, give and change something, and what becomes of them
    ("The executive order expands the designation criteria.", "REGULATE",
     {"agent": ["The executive order"], "object": ["the designation criteria"]}),
    ("A new rule stipulates that exporters keep records.", "REGULATE",
     {"agent": ["A new rule"], "content": ["exporters keep records"]}),
    ("The rollback of the net neutrality rules drew protests.", "REGULATE", {"object": ["the net neutrality rules"]}),
    ("Die Einführung der Maskenpflicht sorgte für Protest.", "REGULATE", {"object": ["der Maskenpflicht"]}),
    ("The ordinance was revised several times.", "REGULATE", {"object": ["The ordinance"]}),
    ("Die Verordnung wurde mehrmals überarbeitet.", "REGULATE", {"object": ["Die Verordnung"]}),
    ("The state legalised cannabis in 2023.", "REGULATE", {"agent": ["The state"], "object": ["cannabis"]}),
    ("Der Besitz von Cannabis wurde erlaubt.", "REGULATE", {"object": ["Der Besitz von Cannabis"]}),
    ("The amendment was brought forward by Nash.", "LEGISLATE", {"agent": ["Nash"], "object": ["The amendment"]}),
    ("Berlin transposed the directive into national law.", "LEGISLATE",
     {"agent": ["Berlin"], "object": ["the directive"]}),
    ("Der Bundestag setzte die Richtlinie in nationales Recht um.", "LEGISLATE",
     {"agent": ["Bundestag"], "object": ["die Richtlinie"]}),
    ("Berlin machte das Gesetz rückgängig.", "LEGISLATE", {"agent": ["Berlin"], "object": ["das Gesetz"]}),
    # who says no
    ("China said no to the request.", "DENY_REJECT", {"agent": ["China"], "topic": ["the request"]}),
    ("Bern kann der Anfrage nicht zustimmen.", "DENY_REJECT", {"agent": ["Bern"], "topic": ["der Anfrage"]}),
    ("Oslo reiterated its opposition to the deal.", "DENY_REJECT", {"agent": ["Oslo"], "topic": ["the deal"]}),
    ("Oslo bekräftigte seine Ablehnung des Abkommens.", "DENY_REJECT",
     {"agent": ["Oslo"], "topic": ["des Abkommens"]}),
    ("Dänemark erteilte Trumps Plänen eine Absage.", "DENY_REJECT",
     {"agent": ["Dänemark"], "topic": ["Trumps Plänen"]}),
    ("Beijing reserves the right to respond.", "THREATEN", {"agent": ["Beijing"]}),
    # limits that a rule sets, from when it holds, a bill on its way
    ("The regulation sets limits on emissions from trucks.", "REGULATE",
     {"agent": ["The regulation"], "target": ["emissions from trucks"], "object": ["limits"]}),
    ("Die Verordnung legt Grenzwerte für Lastwagen fest.", "REGULATE",
     {"agent": ["Die Verordnung"], "target": ["Lastwagen"], "object": ["Grenzwerte"]}),
    ("The new rules apply from January.", "REGULATE", {"object": ["The new rules"]}),
    ("The president vetoed the measure.", "LEGISLATE", {"agent": ["The president"], "object": ["the measure"]}),
    ("Das Gesetz passierte den Senat.", "LEGISLATE", {"agent": ["den Senat"], "object": ["Das Gesetz"]}),
    ("Das Gesetz ging durch den Bundestag.", "LEGISLATE", {"object": ["Das Gesetz"]}),
    # who is sanctioned, let in or not, by whichever verb or noun says so
    ("Two oligarchs were designated on Thursday.", "LIST_ADD", {"target": ["Two oligarchs"]}),
    ("A notorious troll farm has been sanctioned.", "SANCTION_IMPOSE", {"target": ["A notorious troll farm"]}),
    ("Since May Gabon was subjected to sanctions from Norway.", "SANCTION_IMPOSE",
     {"target": ["Gabon"], "agent": ["Norway"]}),
    ("Danish traders now subject to EU sanctions left Oslo.", "SANCTION_IMPOSE",
     {"target": ["Danish traders"], "agent": ["EU"]}),
    ("The penalties announced by Norway were harsher than expected.", "SANCTION_IMPOSE", {"agent": ["Norway"]}),
    ("The imposition of sanctions on Gabon by Norway went unnoticed.", "SANCTION_IMPOSE",
     {"target": ["Gabon"], "agent": ["Norway"]}),
    ("Mali bedauerte die Verhängung von Sanktionen gegen Gabun durch Norwegen.", "SANCTION_IMPOSE",
     {"target": ["Gabun"], "agent": ["Norwegen"]}),
    ("The judges have been barred from entering Norway.", "SANCTION_IMPOSE",
     {"target": ["The judges"], "object": ["Norway"]}),
    ("Norway denied entry to two officials.", "SANCTION_IMPOSE",
     {"agent": ["Norway"], "target": ["two officials"]}),
    ("Die USA verweigern zwei Beamten die Einreise.", "SANCTION_IMPOSE",
     {"agent": ["USA"], "target": ["zwei Beamten"]}),
    ("The order blocks the property of persons contributing to the conflict.", "SANCTION_IMPOSE",
     {"agent": ["The order"], "target": ["persons"]}),
    ("MPs want asset freezes of ten officials.", "SANCTION_IMPOSE", {"target": ["ten officials"]}),
    ("Norwegen nahm mit seinen Sanktionen zwei Banken ins Visier.", "SANCTION_IMPOSE",
     {"agent": ["Norwegen"], "target": ["zwei Banken"]}),
    ("Die Strafmassnahmen gegen Personen und Firmen gelten weiter.", "SANCTION_IMPOSE",
     {"target": ["Personen", "Firmen"]}),
    ("Norwegen verhängte 2006 Strafmassnahmen.", "SANCTION_IMPOSE", {"agent": ["Norwegen"]}),
    ("Es verschärft die Resolution, in der der Rat nach dem Test Strafmassnahmen verhängt hatte.", "SANCTION_IMPOSE",
     {"agent": ["der Rat"]}),
    ("Mali verstieß gegen die Gabun-Sanktionen der EU.", "SANCTION_IMPOSE", {"target": ["Gabun"], "agent": ["EU"]}),
    ("Das Gabun-Embargo wurde verschärft.", "EXPORT_CONTROL", {"target": ["Gabun"]}),
    ("Norway has banned Nokia from exporting antennas to Gabon.", "EXPORT_CONTROL",
     {"agent": ["Norway"], "target": ["Nokia"], "object": ["antennas"]}),
    ("The amplifier is restricted for export to Gabon.", "EXPORT_CONTROL",
     {"object": ["The amplifier"], "target": ["Gabon"]}),
    ("The tanks were approved for export to Gabon.", "LICENCE_DECISION",
     {"object": ["The tanks"], "beneficiary": ["Gabon"]}),
    ("Eight licenses were yanked from Nokia.", "LICENCE_DECISION",
     {"object": ["Eight licenses"], "target": ["Nokia"]}),
    ("Oslo rejected five of the licence applications.", "LICENCE_DECISION",
     {"agent": ["Oslo"], "object": ["the licence applications"]}),
    ("Die Zustimmung der Schweiz zur Weitergabe von Munition steht aus.", "LICENCE_DECISION",
     {"agent": ["Schweiz"], "object": ["Weitergabe von Munition"]}),
    ("Das Kabinett genehmigte den Einstieg von Cosco bei einem Terminal.", "LICENCE_DECISION",
     {"agent": ["Das Kabinett"], "object": ["den Einstieg von Cosco"]}),
    ("Die Übernahme wurde unter Auflagen genehmigt.", "LICENCE_DECISION", {"object": ["Die Übernahme"]}),
    ("The merger was cleared without conditions.", "LICENCE_DECISION", {"object": ["The merger"]}),
])
def test_who_takes_which_measure_against_whom(text: str, event_type: str, expected: dict[str, list[str]]) -> None:
    event = only(text, event_type)
    assert {role: fillers(event, role) for role in dict.fromkeys(r.role for r in event.roles)} == expected


@pytest.mark.parametrize(("text", "event_type", "edtf", "status"), [
    ("The sanctions on Gabon were extended until May 2025.", "SANCTION_RENEW", None, "completed"),
    ("Die EU verlängerte die Sanktionen gegen Gabun bis zum 31. Mai 2025.", "SANCTION_RENEW", None, "completed"),
    ("In May 2024 the EU extended the sanctions on Gabon until July 2025.", "SANCTION_RENEW", "2024-05", "completed"),
    ("Huawei ist in Schweden verboten.", "BAN_EXCLUDE", None, "ongoing"),
    ("Huawei is banned in Sweden.", "BAN_EXCLUDE", None, "ongoing"),
    ("Die Behörden verbieten Huawei.", "BAN_EXCLUDE", None, "ongoing"),
    ("Die Behörden verboten Huawei.", "BAN_EXCLUDE", None, "completed"),
    ("Huawei has been banned in Sweden since 2020.", "BAN_EXCLUDE", "2020", "completed"),
])
def test_when_a_measure_is_taken_and_whether_it_holds(
    text: str, event_type: str, edtf: str | None, status: str
) -> None:
    event = only(text, event_type)
    assert (event.time and event.time.edtf, event.status) == (edtf, status)


@pytest.mark.parametrize(("text", "polarity"), [
    ("Oslo untersagte Nokia, Antennen an Gabun zu liefern.", "negative"),
    ("Oslo barred Nokia from supplying antennas to Gabon.", "negative"),
    ("Oslo forbade Nokia to supply antennas to Gabon.", "negative"),
    ("Oslo hat Nokia nicht verboten, Antennen an Gabun zu liefern.", "positive"),
])
def test_what_is_forbidden_is_not_done(text: str, polarity: str) -> None:
    event = only(text, "SUPPLY")
    assert (event.polarity, event.modality == "asserted") == (polarity, polarity == "negative")


@pytest.mark.parametrize(("text", "expected"), [
    ("The Treasury said it had added nine Iranian firms to its blacklist.",
     {"target": ["nine Iranian firms"], "agent": ["it"], "instrument": ["its blacklist"]}),
    ("Das Finanzministerium teilte mit, es habe neun iranische Firmen auf seine schwarze Liste gesetzt.",
     {"target": ["neun iranische Firmen"], "agent": ["Das Finanzministerium"], "instrument": ["seine schwarze Liste"]}),
    ("Japan's ministry put Rosneft on its sanctions list.",
     {"target": ["Rosneft"], "agent": ["Japan's ministry"], "instrument": ["its sanctions list"]}),
    ("Das Ministerium nahm Rosneft in seine Sanktionsliste auf.",
     {"target": ["Rosneft"], "agent": ["Das Ministerium"], "instrument": ["seine Sanktionsliste"]}),
])
def test_a_black_list_is_the_instrument(text: str, expected: dict[str, list[str]]) -> None:
    event = only(text, "LIST_ADD")
    assert {role: fillers(event, role) for role in dict.fromkeys(r.role for r in event.roles)} == expected


@pytest.mark.parametrize(("text", "event_type", "role", "words"), [
    # what is asked, said or charged, by a clause, an infinitive, a gerund or a noun
    ("The senators urged the White House to impose sanctions on Huawei.", "CALL_FOR", "content",
     ["to impose sanctions on Huawei"]),
    ("The senators demanded that Huawei be banned.", "CALL_FOR", "content", ["Huawei be banned"]),
    ("Die Regierung forderte Peking auf, die Gefangenen freizulassen.", "CALL_FOR", "content",
     ["die Gefangenen freizulassen"]),
    ("Greenpeace verlangt, dass Berlin die Lieferung stoppt.", "CALL_FOR", "content", ["Berlin die Lieferung stoppt"]),
    ("The union demanded higher wages and better conditions.", "CALL_FOR", "object",
     ["higher wages", "better conditions"]),
    ("Amnesty called for an investigation into the death of an activist.", "CALL_FOR", "object",
     ["an investigation into the death of an activist"]),
    ("Amnesty fordert die Freilassung der Journalisten und ein Ende der Folter.", "CALL_FOR", "object",
     ["die Freilassung der Journalisten", "ein Ende der Folter"]),
    ("Die Union forderte am Montag ein Verbot von Huawei.", "CALL_FOR", "addressee", []),
    ("Auch die Grünen fordern von Scholz ein Verbot von Huawei.", "CALL_FOR", "addressee", ["Scholz"]),
    ("Washington accused Iran of violating the deal and of supplying drones.", "ACCUSE", "content",
     ["violating the deal", "supplying drones"]),
    ("The Kremlin blamed Kyiv for the attack.", "ACCUSE", "content", ["the attack"]),
    ("Die Behörde warf dem Unternehmen vor, Kunden getäuscht zu haben.", "ACCUSE", "content",
     ["Kunden getäuscht zu haben"]),
    ("Dem Unternehmen wirft die Behörde Betrug vor.", "ACCUSE", "content", ["Betrug"]),
    ("Die Regierung ging gegen Beamte vor, die der Korruption und anderer Vergehen beschuldigt werden.", "ACCUSE", "content",
     ["der Korruption", "anderer Vergehen"]),
    ("The ministry warned against travelling to Mali.", "WARN", "content", ["travelling to Mali"]),
    ("Greenpeace warned of floods and droughts.", "WARN", "topic", ["floods", "droughts"]),
    ("The FBI warned companies about Chinese hackers.", "WARN", "target", ["Chinese hackers"]),
    ("Vor Überschwemmungen warnte der Deutsche Wetterdienst.", "WARN", "topic", ["Überschwemmungen"]),
    ("Teheran drohte Israel mit Vergeltung.", "THREATEN", "content", ["Vergeltung"]),
    ("A spokeswoman for the police declined to comment on the investigation.", "NO_COMMENT", "topic",
     ["the investigation"]),
    ("Zu dem Fall wollte sich die Staatsanwaltschaft nicht äußern.", "NO_COMMENT", "topic", ["dem Fall"]),
    ("Prosecutors charged the former mayor with accepting bribes and lying to investigators.", "ENFORCE", "reason",
     ["accepting bribes", "lying to investigators"]),
    ("Three men were charged with murder, robbery and arson.", "ENFORCE", "reason", ["murder", "robbery", "arson"]),
    ("The man was jailed for life.", "ENFORCE", "reason", []),
    ("The former minister was found guilty of taking bribes.", "ENFORCE", "reason", ["taking bribes"]),
    ("The bank was found guilty of fraud.", "ENFORCE", "reason", ["fraud"]),
    ("Police in Berlin arrested a man accused of spying for China.", "ENFORCE", "reason", []),
    ("He was sentenced to five years in prison for fraud.", "ENFORCE", "reason", ["fraud"]),
    ("He was sentenced to five years in prison for fraud.", "ENFORCE", "amount", ["five years"]),
    ("Drei Männer wurden wegen Mordes und Brandstiftung angeklagt.", "ENFORCE", "reason", ["Mordes", "Brandstiftung"]),
    ("Die Polizei nahm zwölf Menschen fest, weil sie die Straße blockiert hatten.", "ENFORCE", "reason",
     ["sie die Straße blockiert hatten"]),
    ("Smith was arrested on suspicion of fraud.", "ENFORCE", "reason", ["fraud"]),
    ("Smith was arrested on charges of spying for China.", "ENFORCE", "reason", ["spying for China"]),
    ("Her arrest on fraud charges drew protests.", "ENFORCE", "reason", ["fraud charges"]),
    ("Smith pleaded guilty to conspiring to export chips.", "ENFORCE", "reason", ["conspiring to export chips"]),
    ("Two men were arrested in connection with a robbery in Leeds.", "ENFORCE", "reason", ["a robbery in Leeds"]),
    ("Two men were arrested in connection with a robbery in Leeds.", "ENFORCE", "place", []),
    ("Zwei Männer wurden im Zusammenhang mit einem Raub in Leeds festgenommen.", "ENFORCE", "reason",
     ["einem Raub in Leeds"]),
    ("Müller wurde unter dem Verdacht der Spionage festgenommen.", "ENFORCE", "reason", ["der Spionage"]),
    ("Das Gericht verurteilte ihn für seine Taten zu zehn Jahren Haft.", "ENFORCE", "reason", ["seine Taten"]),
    ("Sweden banned Huawei because of security concerns.", "BAN_EXCLUDE", "reason", ["security concerns"]),
    ("Sweden banned Huawei on national security grounds.", "BAN_EXCLUDE", "reason", ["national security grounds"]),
    ("Sweden, citing security concerns, banned Huawei.", "BAN_EXCLUDE", "reason", ["security concerns"]),
    ("Citing a report, Sweden banned Huawei.", "BAN_EXCLUDE", "reason", []),
    ("Sweden banned Huawei to protect its networks.", "BAN_EXCLUDE", "reason", ["to protect its networks"]),
    ("Sweden banned Huawei for five years.", "BAN_EXCLUDE", "reason", []),
    ("Schweden verbot Huawei aus Sicherheitsgründen.", "BAN_EXCLUDE", "reason", ["Sicherheitsgründen"]),
    ("Schweden verbot Huawei unter Berufung auf die nationale Sicherheit.", "BAN_EXCLUDE", "reason",
     ["die nationale Sicherheit"]),
    ("Schweden verbot Huawei, um seine Netze zu schützen.", "BAN_EXCLUDE", "reason", ["seine Netze zu schützen"]),
    ("Schweden verbot Huawei für fünf Jahre.", "BAN_EXCLUDE", "reason", []),
    ("Aus Angst vor Spionage verbot Indien 59 Apps.", "BAN_EXCLUDE", "reason", ["Spionage"]),
    ("The US sanctioned Rusal for its ties to the Kremlin.", "SANCTION_IMPOSE", "reason", ["its ties to the Kremlin"]),
    ("The US imposed sanctions on Iran for the second time.", "SANCTION_IMPOSE", "reason", []),
    ("Als Reaktion auf die Angriffe verhängte die EU Sanktionen gegen Iran.", "SANCTION_IMPOSE", "reason",
     ["die Angriffe"]),
    ("Canada removed Rusal from its list due to a court ruling.", "LIST_REMOVE", "reason", ["a court ruling"]),
    ("Die EU hob die Sanktionen gegen Belarus aufgrund der Reformen auf.", "SANCTION_EASE", "reason", ["der Reformen"]),
    ("Berlin expelled two diplomats over the killing.", "DIPLO_MEASURE", "reason", ["the killing"]),
    ("Berlin wies wegen des Mordes zwei Diplomaten aus.", "DIPLO_MEASURE", "reason", ["des Mordes"]),
    ("Unions demanded higher pay because of inflation.", "CALL_FOR", "reason", ["inflation"]),
    ("Gewerkschaften forderten wegen der Inflation höhere Löhne.", "CALL_FOR", "reason", ["der Inflation"]),
    ("Germany criticised Poland for blocking the deal.", "CONCERN", "topic", ["blocking the deal"]),
    ("Brüssel rügte Warschau wegen der Beihilfen.", "CONCERN", "topic", ["der Beihilfen"]),
    ("The regulator fined TikTok £12.7 million.", "ENFORCE", "target", ["TikTok"]),
    ("The US fined the bank US $5 billion.", "ENFORCE", "amount", ["US $5 billion"]),
    ("Boeing sold Qatar 20 jets for $4 billion.", "SUPPLY", "beneficiary", ["Qatar"]),
    ("Boeing sold Qatar 20 jets for $4 billion.", "SUPPLY", "amount", ["$4 billion"]),
    ("Boeing sold Boeing 737 jets to Qatar.", "SUPPLY", "object", ["Boeing 737 jets"]),
    ("Germany delivered weapons worth $4 billion to Ukraine.", "SUPPLY", "amount", ["$4 billion"]),
    ("Deutschland lieferte der Ukraine Waffen im Wert von vier Milliarden Euro.", "SUPPLY", "amount",
     ["vier Milliarden Euro"]),
    ("Microsoft closed its $4 billion acquisition of Nuance.", "OWNERSHIP_CHANGE", "amount", ["$4 billion"]),
    ("Microsoft schloss die vier Milliarden Euro teure Übernahme von Nuance ab.", "OWNERSHIP_CHANGE", "amount",
     ["vier Milliarden Euro"]),
    ("Die EU billigte den 2,6 Milliarden Euro schweren Kauf von Nuance durch Microsoft.", "OWNERSHIP_CHANGE", "amount",
     ["2,6 Milliarden Euro"]),
    ("The EU fined Meta $1.3 billion for transferring data to the US.", "ENFORCE", "target", ["Meta"]),
    ("I'd ask all keepers to ring them.", "CALL_FOR", "content", ["to ring them"]),
    ("Biden sprach mit Xi am Telefon über Taiwan.", "MEET", "topic", ["Taiwan"]),
])
def test_what_it_is_about_fills_a_role(text: str, event_type: str, role: str, words: list[str]) -> None:
    assert fillers(only(text, event_type), role) == words


@pytest.mark.parametrize(("text", "event_type", "role", "words"), [
    # who goes on speaking
    ("The ministry said that prices had risen and urged shops to lower them.", "CALL_FOR", "agent", ["The ministry"]),
    ("A spokesman for the company said it would appeal and declined to comment further.", "NO_COMMENT", "agent",
     ["A spokesman"]),
    ("An officer at the police station said he could not comment on the case.", "NO_COMMENT", "agent", ["An officer"]),
    ("Eine Sprecherin sagte, sie könne sich zu den Ermittlungen nicht äußern.", "NO_COMMENT", "agent",
     ["Eine Sprecherin"]),
    ("The company denied that it had supplied weapons to Iran.", "SUPPLY", "agent", ["The company"]),
    ("Trump pressured Ukraine to investigate Biden.", "INVESTIGATE", "agent", ["Ukraine"]),
    # what no subject looks like
    ("Erbost beschuldigte Paris Washington und Canberra des Verrats.", "ACCUSE", "agent", ["Paris"]),
    ("Erbost beschuldigte Paris Washington und Canberra des Verrats.", "ACCUSE", "target", ["Washington", "Canberra"]),
    ("Uns hat die Regierung nicht gewarnt.", "WARN", "agent", ["die Regierung"]),
    ("Gewarnt hatte uns die Regierung schon im Mai.", "WARN", "agent", ["die Regierung"]),
    ("Den Hersteller übernimmt Bosch.", "OWNERSHIP_CHANGE", "agent", ["Bosch"]),
    ("Ihm hatte Washington die Lizenz entzogen.", "LICENCE_DECISION", "target", ["Ihm"]),
    ("Verhaftet wurde ein 34-jähriger Mann.", "ENFORCE", "target", ["ein 34-jähriger Mann"]),
    ("Dieses Mal, so das Militär, „hatten die USA uns gewarnt“.", "WARN", "agent", ["USA"]),
    ("Der Konzern, dem die Behörde Betrug vorwirft, schwieg.", "ACCUSE", "agent", ["die Behörde"]),
    ("Es ist unklar, ob die Regierung TikTok verbietet.", "BAN_EXCLUDE", "agent", ["die Regierung"]),
    ("Russland, dem Kiew den Beschuss des Kraftwerks vorwirft, schwieg.", "ACCUSE", "agent", ["Kiew"]),
    ("Das Unternehmen warnte die Anleger, dass der Gewinn sinken werde.", "WARN", "addressee", ["die Anleger"]),
    # a passive that goes on, or that only tells of the subject
    ("Der Mann wurde verfolgt und am Montag festgenommen.", "ENFORCE", "target", ["Der Mann"]),
    ("Die Zentrale wurde durchsucht und der Chef verhaftet.", "ENFORCE", "target", ["der Chef"]),
    ("Die Partei wurde 1990 gegründet und 2003 verboten.", "BAN_EXCLUDE", "target", ["Die Partei"]),
    ("Festgenommen wurde der Mann von der Bundespolizei.", "ENFORCE", "target", ["der Mann"]),
    ("Von der Polizei aufgefordert, den Platz zu räumen, setzten sich die Demonstranten hin.", "CALL_FOR", "agent",
     ["der Polizei"]),
    ("Von der Polizei aufgefordert, den Platz zu räumen, setzten sich die Demonstranten hin.", "CALL_FOR", "addressee",
     ["die Demonstranten"]),
    ("Activists called for Xi Jinping to step down.", "CALL_FOR", "addressee", ["Xi Jinping"]),
    # whose a measure is
    ("The minister blamed US sanctions for the lack of progress.", "SANCTION_IMPOSE", "agent", ["US"]),
    ("Washington's sanctions against Iran hit the economy.", "SANCTION_IMPOSE", "agent", ["Washington"]),
    ("Russia sanctions have hit German firms.", "SANCTION_IMPOSE", "target", ["Russia"]),
    # a people acts as its country does
    ("Wir haben auch den Vertrag mit den Griechen unterzeichnet.", "AGREE_SIGN", "co_agent", ["Griechen"]),
    ("The Russians signed an agreement with the Turks on Monday.", "AGREE_SIGN", "agent", ["Russians"]),
    ("Senators pushed for ByteDance to sell TikTok.", "CALL_FOR", "addressee", ["ByteDance"]),
    ("Beijing demanded that Washington lift the tariffs.", "CALL_FOR", "addressee", ["Washington"]),
    ("Peking verlangte, dass Washington die Zölle aufhebt.", "CALL_FOR", "addressee", ["Washington"]),
    ("Beijing demanded that Huawei be taken off the list.", "CALL_FOR", "addressee", []),
    # behind a finite verb that has a place before it somebody acts
    ("Vor einer Eskalation warnte auch UN-Generalsekretär António Guterres.", "WARN", "agent",
     ["UN-Generalsekretär António Guterres"]),
    ("Am Montag traf US-Außenminister Antony Blinken in Berlin Bundeskanzler Olaf Scholz.", "MEET", "co_agent",
     ["Olaf Scholz"]),
    ("Das EU-Gericht hat die Klage von Alischer Usmanow abgewiesen.", "DENY_REJECT", "agent", ["Das EU-Gericht"]),
    ("Firmen müssten die App löschen, sagte EU-Kommissar Thierry Breton heute.", "CALL_FOR", "agent",
     ["Thierry Breton"]),
    # whose word it is
    ("Die EU sollte nach Ansicht der Grünen mehr tun.", "CALL_FOR", "agent", ["Grünen"]),
    ("According to Amnesty, Berlin should do more.", "CALL_FOR", "agent", ["Amnesty"]),
    # who writes asks for it, not the letter or who gets it
    ("Lugar sent a letter to his colleagues urging support for the bill.", "CALL_FOR", "agent", ["Lugar"]),
    ("The committee wrote to the chief executives of four banks asking for details.", "CALL_FOR", "agent",
     ["The committee"]),
    ("Norway sanctioned Gabon Trade Minister Jean Obame and two officers.", "SANCTION_IMPOSE", "target",
     ["Jean Obame", "two officers"]),
    # one of those whom a noun means
    ("SMIC is among the companies that were added to the Entity List.", "LIST_ADD", "target", ["the companies", "SMIC"]),
    ("SMIC gehört zu den Firmen, die auf die Entity List gesetzt wurden.", "LIST_ADD", "target",
     ["den Firmen", "SMIC"]),
    ("The Treasury sanctioned two firms, Dragon Maritime Ltd and Ocean Star, and their owner, Li Wei.",
     "SANCTION_IMPOSE", "target", ["two firms", "Dragon Maritime Ltd", "Ocean Star", "Li Wei"]),
    ("Der Waffenhersteller Heckler & Koch wurde vom Landgericht Stuttgart zu einer Geldstrafe verurteilt.", "ENFORCE",
     "target", ["Der Waffenhersteller Heckler & Koch"]),
    # what stands before a participle belongs to it
    ("Die von US-Präsident Trump verhängten Sanktionen gegen Huawei treffen Zulieferer.", "SANCTION_IMPOSE", "agent",
     ["US-Präsident Trump"]),
    ("Die von der EU-Kommission verhängten Sanktionen gegen Huawei wirken.", "SANCTION_IMPOSE", "agent",
     ["EU-Kommission"]),
    ("Indien hatte Exportkontrollen als Antwort auf die von Präsident Macron angekündigten Zölle verhängt.",
     "EXPORT_CONTROL", "object", []),
    ("The EU discussed the sanctions reimposed on Tehran by the US.", "SANCTION_IMPOSE", "agent", ["US"]),
    ("Wingas has until May to conclude a takeover deal by Equinor and Statkraft.", "OWNERSHIP_CHANGE", "agent",
     ["Equinor", "Statkraft"]),
    # to whom it is done with others
    ("The two were indicted in May along with six other traders.", "ENFORCE", "target",
     ["The two", "six other traders"]),
    ("Der Händler wurde zusammen mit zwei Komplizen auf Zypern festgenommen.", "ENFORCE", "target",
     ["Der Händler", "zwei Komplizen"]),
    ("Lugar sent a letter to his colleagues urging support for the bill.", "CALL_FOR", "addressee", ["his colleagues"]),
    ("Auf Anordnung des US-Justizministeriums beschlagnahmte die Küstenwache den Tanker.", "ENFORCE", "agent",
     ["die Küstenwache"]),
    # whoever gives an order does what it says
    ("The bureau has issued a final rule adding 12 firms to the Entity List.", "LIST_ADD", "agent", ["The bureau"]),
    ("Das Unternehmen wies die Vorwürfe entschieden zurück.", "DENY_REJECT", "topic", ["die Vorwürfe"]),
    ("Merkel beriet sich mit den Staats- und Regierungschefs.", "MEET", "co_agent",
     ["den Staats- und Regierungschefs"]),
    ("Weder Huawei noch das Ministerium wollten sich äußern.", "NO_COMMENT", "agent", ["Huawei", "das Ministerium"]),
    ("Das Treffen mit Putin beunruhigt Kiew.", "MEET", "agent", []),
    ("Norway stressed its loyalty to the treaty, urging Washington to spare Equinor.", "CALL_FOR", "agent",
     ["Norway"]),
    # a description and the name set off behind it are one phrase; one of several is not the others
    ("The dealer, Pacific Wafer Exchange Inc., supplied turbines to Iran.", "SUPPLY", "agent",
     ["The dealer, Pacific Wafer Exchange Inc."]),
    ("Der Hersteller, die Ahrend GmbH, hatte nur an einen Klub in Kirgistan geliefert.", "SUPPLY", "agent",
     ["Der Hersteller, die Ahrend GmbH"]),
    ("The ministry wrote to its owner, the trader Pavlo Hrytsenko.", "LETTER", "addressee",
     ["its owner, the trader Pavlo Hrytsenko"]),
    ("The firms, Apple said, supplied turbines to Iran.", "SUPPLY", "agent", ["The firms"]),
    ("The president, Nokia said, supplied turbines to Iran.", "SUPPLY", "agent", ["The president"]),
    # whoever a letter goes to is asked for what it asks for
    ("Lindholm wrote to its suppliers to demand proof.", "CALL_FOR", "addressee", ["its suppliers"]),
    ("The senator has written to the minister and asked for help.", "CALL_FOR", "addressee", ["the minister"]),
    ("In einem Schreiben an den Minister forderte Greenpeace ein Verbot.", "CALL_FOR", "addressee", ["den Minister"]),
    ("In der Rede an die Nation forderte Greenpeace ein Verbot.", "CALL_FOR", "addressee", []),
    ("In einer Erklärung an die Presse forderte Greenpeace ein Verbot.", "CALL_FOR", "addressee", []),
    ("In a letter on China, the senators demanded a ban.", "CALL_FOR", "addressee", []),
    ("In a report on Iran, Greenpeace demanded a ban.", "CALL_FOR", "addressee", []),
    ("In a statement to Reuters, Greenpeace demanded a ban.", "CALL_FOR", "addressee", []),
    ("Greenpeace wrote on Monday and demanded a ban.", "CALL_FOR", "addressee", []),
    # where it was signed, and not where the thing is that it is about
    ("Der Vertrag mit Norwegen wurde in Oslo unterzeichnet.", "AGREE_SIGN", "place", ["Oslo"]),
    ("Norway and Poland signed a treaty in Gdansk.", "AGREE_SIGN", "place", ["Gdansk"]),
    ("Vesterly has agreed to sell its blade factory in Leeds to Siemens.", "AGREE_SIGN", "place", []),
    ("Vesterly hat vereinbart, sein Werk in Leeds an Siemens zu verkaufen.", "AGREE_SIGN", "place", []),
    ("Der Mann wurde am Flughafen festgenommen.", "ENFORCE", "place", []),
    ("The treasurer was detained at Ezeiza airport.", "ENFORCE", "place", ["Ezeiza airport"]),
    # several are no subject of a verb for one
    ("Drei Händler aus Wien setzte das Handelsministerium im Januar auf die Sanktionsliste.", "LIST_ADD", "agent",
     ["das Handelsministerium"]),
    ("Siemens und Bosch verklagt die Kommission wegen Betrugs.", "ENFORCE", "target", ["Siemens", "Bosch"]),
    ("Drei Ministerien setzten das Unternehmen auf die Sanktionsliste.", "LIST_ADD", "target", ["das Unternehmen"]),
    # who does the same is not the one who does it here
    ("Wie schon die USA schließt nun auch Deutschland Huawei aus dem Netz aus.", "BAN_EXCLUDE", "agent",
     ["Deutschland"]),
])
def test_who_is_meant_where_the_order_misleads(text: str, event_type: str, role: str, words: list[str]) -> None:
    assert fillers(only(text, event_type), role) == words


@pytest.mark.parametrize(("text", "event_type", "words", "same"), [
    ("Nokia announced it would acquire Infinera.", "OWNERSHIP_CHANGE", "it", "Nokia"),
    ("Norwegen teilte mit, es habe der Ukraine Panzer geliefert.", "SUPPLY", "es", "Norwegen"),
    # somebody without a name has no id that could tell who it is
    ("An officer said he could not comment on the case.", "NO_COMMENT", "An officer", None),
    ("Eine Sprecherin sagte, sie könne sich nicht äußern.", "NO_COMMENT", "Eine Sprecherin", None),
])
def test_a_pronoun_of_the_speaker_has_his_id(text: str, event_type: str, words: str, same: str | None) -> None:
    document = annotate_document(Document("x", text), Settings())
    (agent,) = [r for e in document.events if e.event_type == event_type for r in e.roles if r.role == "agent"]
    assert agent.text == words
    assert agent.entity_id == next((e.entity_id for e in document.entities if e.text == same), None)


@pytest.mark.parametrize(("text", "event_type", "modality"), [
    # what somebody is pressed or told to do is asked for
    ("The United States pushed Germany to ban Huawei.", "BAN_EXCLUDE", "requested"),
    ("Germany pushed to ban Huawei.", "BAN_EXCLUDE", "intended"),
    # what is offered or arranged is not there yet
    ("An American firm has offered Siemens a partnership.", "PARTNER", "proposed"),
    ("Further talks with Iran are pencilled in for Vienna.", "MEET", "intended"),
    ("Eine amerikanische Firma hat Siemens die Übernahme von Osram angetragen.", "OWNERSHIP_CHANGE", "proposed"),
    ("Facebook was ordered to sell drones to Kyiv.", "SUPPLY", "requested"),
    ("Die Behörde wies Siemens an, Drohnen an Kiew zu liefern.", "SUPPLY", "requested"),
    ("Acme made an offer for Opel last week.", "OWNERSHIP_CHANGE", "proposed"),
    ("Siemens legte am Montag ein Übernahmeangebot für Opel vor.", "OWNERSHIP_CHANGE", "proposed"),
    ("Die Fusionspläne von Siemens und Bosch sorgten für Unruhe.", "OWNERSHIP_CHANGE", "intended"),
    ("Peugeot soll ein Angebot für Opel vorgelegt haben.", "OWNERSHIP_CHANGE", "possible"),
    ("Die Übernahme von Opel soll 2017 abgeschlossen worden sein.", "OWNERSHIP_CHANGE", "possible"),
    ("Die Kammer soll die Übernahme von Opel genehmigen.", "OWNERSHIP_CHANGE", "requested"),
    ("Malta sucht ein Treffen mit den Außenministern der Nachbarn.", "MEET", "intended"),
    ("Peugeot peilt die Übernahme von Opel an.", "OWNERSHIP_CHANGE", "intended"),
    ("All eyes are on the takeover of Opel.", "OWNERSHIP_CHANGE", "asserted"),
    ("Nach der Übernahme von Opel plant Peugeot ein Werk in Posen.", "OWNERSHIP_CHANGE", "asserted"),
    ("Nach der geplanten Übernahme von Opel hofft Peugeot auf Gewinne.", "OWNERSHIP_CHANGE", "intended"),
    ("Since the takeover of Opel, Peugeot has been hoping for profits.", "OWNERSHIP_CHANGE", "asserted"),
    ("Acme completed its tender offer for Opel in May.", "OWNERSHIP_CHANGE", "asserted"),
    ("Bürgermeister Klaus Ortlepp regte ein Gespräch zwischen Bosch und Siemens an.", "MEET", "requested"),
    ("Teheran pocht auf die Aufhebung der Sanktionen gegen den Iran.", "SANCTION_EASE", "requested"),
    # what is agreed on, ordered or let through is still to come
    ("Bosch und Siemens einigten sich auf die Übernahme von Osram.", "OWNERSHIP_CHANGE", "intended"),
    ("Der Auftrag zur Lieferung von Drohnen an Kiew geht an Siemens.", "SUPPLY", "intended"),
    ("Acme received an order for the delivery of drones to Kyiv.", "SUPPLY", "intended"),
    ("The Council approved the supply of four patrol boats to Djibouti.", "SUPPLY", "intended"),
    ("Der Verkauf von Osram an Bosch steht unter dem Vorbehalt der Freigabe.", "OWNERSHIP_CHANGE", "intended"),
    # what is answered with, eased or stays is there
    ("The Dominican Republic eased a ban on imports from Haiti on Tuesday.", "BAN_EXCLUDE", "asserted"),
    ("An arms embargo against Burma stays.", "EXPORT_CONTROL", "asserted"),
    ("Minsk hat mit einem Einfuhrverbot für Käse geantwortet.", "BAN_EXCLUDE", "asserted"),
    # by what something is done was done before; what is written to be said is said
    ("Karatay will deliver drones to Somalia under a contract signed in Mogadishu.", "AGREE_SIGN", "asserted"),
    ("Kiew drängt, damit die EU Sanktionen gegen Belarus verhängt.", "SANCTION_IMPOSE", "intended"),
    ("The union will only return with a deal signed by both sides.", "AGREE_SIGN", "intended"),
    ("Lindholm wrote to its suppliers to demand proof of fire drills.", "CALL_FOR", "asserted"),
    ("We write to ask you to drop the rule.", "CALL_FOR", "asserted"),
    ("She plans to write to the minister to demand an inquiry.", "CALL_FOR", "intended"),
    ("Eine Entschuldigung, um die er den Minister gebeten hatte, blieb aus.", "CALL_FOR", "asserted"),
    # what is to be done is planned, unless somebody asks for it
    ("Das Unternehmen soll an einen chinesischen Investor verkauft werden.", "OWNERSHIP_CHANGE", "intended"),
    ("Das Gesetz soll Betreiber verpflichten, Daten zu speichern.", "REGULATE", "intended"),
    ("Sie loben eine Resolution, die die Kommission auffordert, Huawei zu verbieten.", "BAN_EXCLUDE", "requested"),
    ("Er lobt die Kommission, die Huawei nur einschränken und TikTok verbieten möchte.", "BAN_EXCLUDE", "intended"),
    ("Ein Zeuge, dessen Forderungen dazu geführt haben, dass Oslo Huawei verboten hat, schweigt.", "BAN_EXCLUDE",
     "asserted"),
    # what a draft says is proposed till it is law
    ("Senator Hawley introduced a bill banning TikTok.", "BAN_EXCLUDE", "proposed"),
    ("Biden signed a bill banning TikTok.", "BAN_EXCLUDE", "asserted"),
    ("The bill bans TikTok.", "BAN_EXCLUDE", "proposed"),
    ("The draft regulation requires firms to report attacks.", "REGULATE", "proposed"),
    ("Der Gesetzentwurf verbietet den Einsatz von Huawei-Technik.", "BAN_EXCLUDE", "proposed"),
    ("Die geplante Verordnung verpflichtet Betreiber, Angriffe zu melden.", "REGULATE", "proposed"),
    ("The Senate is working on a bill.", "LEGISLATE", "intended"),
    ("Das Innenministerium arbeitet an einem neuen Gesetz.", "LEGISLATE", "intended"),
    ("Die Bundesregierung plant strengere Regeln für Investoren.", "REGULATE", "intended"),
    ("China opposes a ban on TikTok.", "BAN_EXCLUDE", "possible"),
    ("Because it must sell bonds, accounting rules require the bank to value them.", "REGULATE", "asserted"),
    # what is to begin is not there yet
    ("The ban on TikTok will take effect in January.", "BAN_EXCLUDE", "intended"),
    ("The ban on TikTok took effect in January.", "BAN_EXCLUDE", "asserted"),
    ("Die Sanktionen gegen Belarus werden am Montag in Kraft treten.", "SANCTION_IMPOSE", "intended"),
    ("Das Verbot von TikTok steht bevor.", "BAN_EXCLUDE", "intended"),
    ("Jetzt soll es kommen: das Verbot von Huawei.", "BAN_EXCLUDE", "intended"),
    ("TikTok faces a ban in the United States.", "BAN_EXCLUDE", "intended"),
    ("Huawei soll verboten werden, fordert die Union.", "BAN_EXCLUDE", "requested"),
    ("Huawei solle verboten werden, sagte der Minister.", "BAN_EXCLUDE", "requested"),
    ("Die Regierung möge Huawei verbieten, sagte der Minister.", "BAN_EXCLUDE", "requested"),
    ("Die Bundesregierung soll Sanktionen gegen Huawei verhängen.", "SANCTION_IMPOSE", "requested"),
    ("Die Ministerin kündigte an, dass Huawei verboten werde.", "BAN_EXCLUDE", "intended"),
    ("Die Übernahme von Siemens durch Bosch steht bevor.", "OWNERSHIP_CHANGE", "intended"),
    ("Bosch has an option to buy Siemens.", "OWNERSHIP_CHANGE", "possible"),
    ("It has long been rumored that Bosch would buy Siemens.", "OWNERSHIP_CHANGE", "possible"),
    # what only tells when is not what the verb governs
    ("Nach einem Treffen mit Xi in Peking forderte Scholz fairen Wettbewerb.", "MEET", "asserted"),
    ("Scholz forderte Gespräche mit Xi.", "MEET", "requested"),
    ("Asked whether Apple had bought Beats, a spokesman declined to comment.", "NO_COMMENT", "asserted"),
    ("The meeting between Trump and Kim in Singapore ended without a result.", "MEET", "asserted"),
    # what is done ahead of a meeting finds it still to come
    ("Norway named its conditions ahead of talks with Russia.", "MEET", "intended"),
    ("Im Vorfeld des Treffens mit Putin forderte Erdogan eine Waffenruhe.", "MEET", "intended"),
    ("The imminent talks with the European Parliament worry Berlin.", "MEET", "intended"),
    ("Das bevorstehende Treffen mit Putin beunruhigt Kiew.", "MEET", "intended"),
    ("Vor den Gesprächen mit Russland bekräftigte die Nato ihre Position.", "MEET", "intended"),
    ("Erdogan hatte vor dem Treffen mit Putin eine Waffenruhe gefordert.", "MEET", "asserted"),
    ("Die Gespräche zwischen der EU und China sollen im Juni fortgesetzt werden.", "MEET", "intended"),
    ("Mit einem offenen Brief fordern 40 Verbände die EU-Kommission zum Handeln auf.", "LETTER", "asserted"),
    ("The spokesman would neither confirm nor deny the report.", "NO_COMMENT", "asserted"),
    ("Der Kreml wollte die Angaben weder bestätigen noch dementieren.", "NO_COMMENT", "asserted"),
])
def test_whether_it_is_asked_for_planned_or_done(text: str, event_type: str, modality: str) -> None:
    event = only(text, event_type)
    assert (event.modality, event.polarity) == (modality, "positive")


@pytest.mark.parametrize(("text", "event_type", "role", "words"), [
    ("Das Ministerium erklärte, es habe drei Firmen sanktioniert.", "SANCTION_IMPOSE", "agent", ["Das Ministerium"]),
    ("Kanada hat, so Außenministerin Mélanie Joly, keine Sanktionen gegen Gabun verhängt.", "SANCTION_IMPOSE", "agent",
     ["Kanada"]),
    ("Oslo habe, so der Minister, Huawei nicht verboten.", "BAN_EXCLUDE", "agent", ["Oslo"]),
    ("So verhängte Kanada Sanktionen gegen Gabun.", "SANCTION_IMPOSE", "agent", ["Kanada"]),
    ("Das Ministerium erklärte, es seien drei Firmen sanktioniert worden.", "SANCTION_IMPOSE", "agent", []),
    ("Das Ministerium erklärte, es seien drei Firmen sanktioniert worden.", "SANCTION_IMPOSE", "target", ["drei Firmen"]),
    ("Das Ministerium teilte mit, es werde Airbus keine Lizenz erteilen.", "LICENCE_DECISION", "target", ["Airbus"]),
    ("Das Ministerium teilte mit, es werde Airbus keine Lizenz erteilen.", "LICENCE_DECISION", "agent",
     ["Das Ministerium"]),
])
def test_whom_it_means_in_reported_speech(text: str, event_type: str, role: str, words: list[str]) -> None:
    assert fillers(only(text, event_type), role) == words


@pytest.mark.parametrize(("text", "event_type", "agents"), [
    ("Siemens zieht sein Angebot für Alstom zurück.", "OWNERSHIP_CHANGE", ["Siemens"]),
    ("Die niederländische Regierung dehnt ihre Exportbeschränkungen gegen China aus.", "EXPORT_CONTROL",
     ["Die niederländische Regierung"]),
    ("Germany suspended its deliveries of shells to Israel.", "SUPPLY", ["Germany"]),
    ("Canadian Maple Air and Trans-Prairie called off their merger.", "OWNERSHIP_CHANGE",
     ["Canadian Maple Air", "Trans-Prairie"]),
    ("Protesters have widened their demands to include direct elections.", "CALL_FOR", ["Protesters"]),
    # somebody else may be meant
    ("Peking kritisierte Washington wegen seiner Sanktionen gegen Huawei.", "SANCTION_IMPOSE", ["seiner"]),
    ("Die Regierung verzichtete auf seine Sanktionen gegen Huawei.", "SANCTION_IMPOSE", ["seine"]),
    ("Fiat rejected its offer for Opel.", "OWNERSHIP_CHANGE", ["its"]),
    ("At noon 11,580 shares had been tendered to their offer for Opel.", "OWNERSHIP_CHANGE", ["their"]),
])
def test_a_possessive_means_the_subject_where_nobody_else_may_be_meant(
    text: str, event_type: str, agents: list[str]
) -> None:
    assert fillers(only(text, event_type), "agent") == agents


@pytest.mark.parametrize(("text", "event_type", "modality", "agents"), [
    ("Deutschland nahm die Lieferungen von Panzern an die Ukraine auf.", "SUPPLY", "asserted", ["Deutschland"]),
    ("Gazprom hat die Gaslieferungen an Ungarn erhöht.", "SUPPLY", "asserted", ["Gazprom"]),
    ("Poland stepped up supplies of ammunition to Kyiv.", "SUPPLY", "asserted", ["Poland"]),
    ("Germany began deliveries of tanks to Ukraine.", "SUPPLY", "asserted", ["Germany"]),
    ("France could increase exports of uranium to Japan.", "SUPPLY", "possible", ["France"]),
    ("The storm slowed deliveries of gas to Poland.", "SUPPLY", "asserted", []),
    ("Rheinmetall will die Lieferungen von Granaten an Israel fortsetzen.", "SUPPLY", "intended", ["Rheinmetall"]),
    ("The ministry carried out a review of the contract with Palantir.", "INVESTIGATE", "asserted", ["The ministry"]),
    ("Die Behörde führte eine Untersuchung des Konzerns Uber durch.", "INVESTIGATE", "asserted", ["Die Behörde"]),
])
def test_who_goes_on_with_something_does_it(text: str, event_type: str, modality: str, agents: list[str]) -> None:
    event = only(text, event_type)
    assert (event.modality, fillers(event, "agent")) == (modality, agents)


@pytest.mark.parametrize(("text", "agents"), [
    ("Critics attacked the talks with Iran.", []),
    ("Democrats criticised the meeting with Putin.", []),
    ("The attack overshadowed the talks with Iran.", []),
    ("Police gave no details about the negotiations with the kidnappers.", []),
    ("Kritiker griffen die Gespräche mit dem Iran an.", []),
    ("Berlin begrüßte das Treffen mit Putin.", []),
    ("Die Polizei machte keine Angaben zu den Verhandlungen mit den Entführern.", []),
    ("Moscow broke off the talks with Kyiv.", ["Moscow"]),
    ("The firm confirmed talks with Bosch.", ["The firm"]),
    ("Moskau brach die Gespräche mit Kiew ab.", ["Moskau"]),
])
def test_who_judges_or_tells_of_a_meeting_is_not_there(text: str, agents: list[str]) -> None:
    assert fillers(only(text, "MEET"), "agent") == agents


@pytest.mark.parametrize("text", [
    "The party campaigned for a ban on Huawei.",
    "The paper speculated about an investigation into Enron.",
    "A spokesman spoke out against a partnership with Bosch.",
    "Experts warn of a takeover of Opel.",
    "Germany advised against talks with Putin.",
    "An agreement with Iran is unlikely.",
    "An agreement with Iran is out of the question.",
    "An investigation into Enron would be a mistake.",
    "The arrest of Navalny would be a mistake.",
    "The arrest of Navalny never took place.",
    "There is no evidence of an agreement with Iran.",
    "Instead of talks with Putin, Germany chose silence.",
    "Rumours of the arrest of Navalny spread on Monday.",
    "Germany hopes for the arrest of Navalny.",
    "There is talk of Germany banning Huawei.",
    "Investors took heart from signs of an agreement between Israel and Hamas.",
    "Im Falle einer Einigung mit dem Iran fallen die Preise.",
    "Die Polizei rechnet mit der Festnahme von Müller.",
    "Gespräche mit Putin kommen nicht in Frage.",
    "Ein Sprecher sprach sich gegen ein Verbot von Huawei aus.",
    "Deutschland stimmte gegen eine Untersuchung gegen Wirecard.",
    "Deutschland wandte ein Verbot von Huawei ab.",
    "Die Zeitung spekulierte über ein Abkommen mit dem Iran.",
    "Es gibt keine Hinweise auf Gespräche mit Putin.",
    "Ein Abkommen mit dem Iran hat es nie gegeben.",
    "Gerüchte über die Festnahme von Nawalny machten die Runde.",
    "Die Aufnahme von Sberbank in die Sanktionsliste ist unwahrscheinlich.",
    "Nichts deutet darauf hin, dass Deutschland Huawei verboten hat.",
    "Kaum jemand rechnet damit, dass Siemens Opel übernommen hat.",
])  # fmt: skip
def test_what_is_only_thought_of_is_no_fact(text: str) -> None:
    told = [e for e in found(text) if e.event_type not in ("STATEMENT", "WARN", "CALL_FOR", "CONCERN", "DENY_REJECT")]
    assert told
    assert not [e for e in told if (e.modality, e.polarity) == ("asserted", "positive")]


@pytest.mark.parametrize(("text", "event_type", "modality"), [
    ("Impose sanctions on Rosneft, lawmakers demand", "SANCTION_IMPOSE", "requested"),
    ("“Impose sanctions on Rosneft,” she told the European Union.", "SANCTION_IMPOSE", "requested"),
    ("Ban Huawei from the network, lawmakers tell Sweden", "BAN_EXCLUDE", "requested"),
    ("Do not sell arms to Saudi Arabia, Amnesty told Berlin.", "SUPPLY", "requested"),
    ("Let us impose sanctions on Rosneft.", "SANCTION_IMPOSE", "requested"),
    ("Repeat offenders were fined by the regulator.", "ENFORCE", "asserted"),
    ("Bitte liefern Sie die Maschinen bis zum 3. Mai.", "SUPPLY", "requested"),
    ("Liefern Sie uns die Maschinen bis zum 3. Mai.", "SUPPLY", "requested"),
    ("Gestern lieferten Sie uns die Maschinen.", "SUPPLY", "asserted"),
    ("Verhängt endlich Sanktionen gegen Iran!", "SANCTION_IMPOSE", "requested"),
    ("Sanktionen gegen Rosneft verhängen!", "SANCTION_IMPOSE", "requested"),
    ("Lasst uns Sanktionen gegen Rosneft verhängen!", "SANCTION_IMPOSE", "requested"),
    ("Die EU verhängt Sanktionen gegen Rosneft!", "SANCTION_IMPOSE", "asserted"),
    ("Critics say Sweden was wrong to ban Huawei from its network.", "BAN_EXCLUDE", "asserted"),
    ("It is wrong to ban Huawei from the network.", "BAN_EXCLUDE", "intended"),
    ("Sweden would be wrong to ban Huawei from its network.", "BAN_EXCLUDE", "conditional"),
    ("The European Union was the first to impose sanctions on Rosneft.", "SANCTION_IMPOSE", "asserted"),
    ("Bevor die Regierung Huawei vom Netzausbau ausschließen konnte, griff das Gericht ein.", "BAN_EXCLUDE", "conditional"),
    ("Dass die EU Sanktionen gegen Rosneft verhängt hat, ärgert Moskau.", "SANCTION_IMPOSE", "asserted"),
    ("Dass die EU Sanktionen gegen Rosneft verhängt hat, bestreitet Moskau.", "SANCTION_IMPOSE", "possible"),
    ("Ob die EU Sanktionen gegen Rosneft verhängen wird, muss sich zeigen.", "SANCTION_IMPOSE", "possible"),
    ("Die Regierung hat keinen Grund, ein Abkommen mit Japan zu unterzeichnen.", "AGREE_SIGN", "intended"),
    ("Poland has the power to sign a defence agreement with Japan.", "AGREE_SIGN", "possible"),
    ("Siemens vor Übernahme von Altair", "OWNERSHIP_CHANGE", "intended"),
    ("Siemens steht vor der Übernahme von Altair.", "OWNERSHIP_CHANGE", "intended"),
    ("Dem Konzern gelang es, den Softwarehersteller Altair zu übernehmen.", "OWNERSHIP_CHANGE", "asserted"),
])
def test_orders_judgements_and_headlines(text: str, event_type: str, modality: str) -> None:
    assert only(text, event_type).modality == modality


@pytest.mark.parametrize("text", [
    "In the novel, Sweden bans Huawei from its network.",
    "Im Roman hat die EU Sanktionen gegen Rosneft verhängt.",
])
def test_what_a_novel_tells_never_happened(text: str) -> None:
    assert found(text) == []


def test_an_opera_is_a_place_where_people_meet() -> None:
    assert only("In the opera, Scholz met Macron.", "MEET").modality == "asserted"


@pytest.mark.parametrize(("text", "event_type", "role", "words"), [
    ("Huawei added to US Entity List", "LIST_ADD", "target", ["Huawei"]),
    ("Sanctions against Iran lifted", "SANCTION_EASE", "target", ["Iran"]),
    ("Trade deal with Japan signed in Tokyo", "AGREE_SIGN", "co_agent", ["Japan"]),
    ("Huawei auf US-Sanktionsliste gesetzt", "LIST_ADD", "target", ["Huawei"]),
    ("Google zu fünf Millionen Euro Bußgeld verurteilt", "ENFORCE", "target", ["Google"]),
    ("Turbinen nach Russland geliefert", "SUPPLY", "object", ["Turbinen"]),
    ("Amnesty International called for the release of all detainees", "CALL_FOR", "agent", ["Amnesty International"]),
    ("Germany's cartel office imposed fines of 338 million euros on five firms", "ENFORCE", "target", ["five firms"]),
    ("Macron calls Putin, urges ceasefire", "CALL_FOR", "agent", ["Macron"]),
    ("Papst fordert Freilassung von Gefangenen", "CALL_FOR", "addressee", []),
])
def test_who_does_it_in_a_headline(text: str, event_type: str, role: str, words: list[str]) -> None:
    event = only(text, event_type)
    assert fillers(event, role) == words
    assert (event.modality, event.polarity) == ("asserted", "positive")


@pytest.mark.parametrize("text", [
    "Die EU hat, wie Borrell erklärte, Sanktionen gegen Rosneft verhängt.",
    "Die EU hat Sanktionen, die lange umstritten waren, gegen Rosneft verhängt.",
])
def test_an_auxiliary_far_ahead_of_its_participle(text: str) -> None:
    event = only(text, "SANCTION_IMPOSE")
    assert (event.modality, event.status, fillers(event, "agent")) == ("asserted", "completed", ["EU"])


def test_what_is_only_said_to_be_so_is_possible() -> None:
    event = only("Dem Vernehmen nach hat die EU Sanktionen gegen Rosneft verhängt.", "SANCTION_IMPOSE")
    assert (event.modality, fillers(event, "instrument")) == ("possible", [])


@pytest.mark.parametrize(("text", "event_type", "role", "words"), [
    ("Am Montag verhaftete die Polizei Nawalny in Moskau.", "ENFORCE", "target", ["Nawalny"]),
    ("Am Montag schloss die Regierung Huawei vom Netzausbau aus.", "BAN_EXCLUDE", "agent", ["die Regierung"]),
    ("Gestern hat die Regierung Merkel in Berlin getroffen.", "MEET", "co_agent", []),
    ("Gestern hat die Kanzlerin Macron in Paris getroffen.", "MEET", "co_agent", ["Macron"]),
    ("Die Regierung, sagte Japan, habe Huawei vom Netzausbau ausgeschlossen.", "BAN_EXCLUDE", "target", ["Huawei"]),
    ("Die Regierung beschloss, Ankara vor Sanktionen zu warnen.", "WARN", "addressee", ["Ankara"]),
    ("The decision by Sweden to ban Huawei from its network surprised Japan.", "BAN_EXCLUDE", "agent", ["Sweden"]),
    ("The request by Japan to ban Huawei surprised Sweden.", "BAN_EXCLUDE", "agent", []),
    ("It was Huawei that Sweden banned from its network.", "BAN_EXCLUDE", "target", ["Huawei"]),
])
def test_who_stands_beside_whom(text: str, event_type: str, role: str, words: list[str]) -> None:
    assert fillers(only(text, event_type), role) == words


@pytest.mark.parametrize("text", [
    "In response to the arrest of Navalny, Tokyo withdrew its ambassador.",
    "In protest at the arrest of Navalny, Tokyo cancelled the summit.",
    "Because of the arrest of Navalny, Tokyo called off the summit.",
    "Als Reaktion auf die Verhaftung von Nawalny zog Tokio seinen Botschafter ab.",
    "Aus Protest gegen die Verhaftung von Nawalny sagte Tokio das Treffen ab.",
    "Wegen der Verhaftung von Nawalny sagte Tokio den Gipfel ab.",
])
def test_for_what_something_is_called_off_happened(text: str) -> None:
    event = only(text, "ENFORCE")
    assert (event.modality, event.polarity) == ("asserted", "positive")
    assert fillers(event, "target") in (["Navalny"], ["Nawalny"])


@pytest.mark.parametrize(("text", "agents"), [
    ("Prices fell after the meeting with Macron.", []),
    ("The minister resigned after the meeting with Macron.", ["The minister"]),
    ("Nach den Gesprächen mit China stiegen die Aktien.", []),
])
def test_what_happens_after_a_meeting_was_not_at_it(text: str, agents: list[str]) -> None:
    assert fillers(only(text, "MEET"), "agent") == agents


@pytest.mark.parametrize(("text", "agent", "modality"), [
    ("Germany made Poland deliver tanks to Ukraine.", "Poland", "asserted"),
    ("Germany saw Poland deliver tanks to Ukraine.", "Poland", "asserted"),
    ("Germany helped deliver tanks to Ukraine.", "Germany", "asserted"),
    ("Germany used to deliver tanks to Ukraine.", "Germany", "asserted"),
    ("Germany is proud to have delivered tanks to Ukraine.", "Germany", "asserted"),
    ("Germany is said to have delivered tanks to Ukraine.", "Germany", "possible"),
    ("Germany is proud and ready to deliver tanks to Ukraine.", "Germany", "intended"),
    ("Deutschland ist stolz darauf, Panzer an die Ukraine geliefert zu haben.", "Deutschland", "asserted"),
    ("Deutschland brachte Polen dazu, Panzer an die Ukraine zu liefern.", "Polen", "asserted"),
])
def test_who_acts_where_somebody_else_makes_or_sees_him(text: str, agent: str, modality: str) -> None:
    event = only(text, "SUPPLY")
    assert (fillers(event, "agent"), event.modality) == ([agent], modality)


@pytest.mark.parametrize(("text", "polarity"), [
    ("It was not Sweden that banned Huawei.", "negative"),
    ("It was Sweden that banned Huawei.", "positive"),
    ("It was not until May 2019 that Sweden banned Huawei.", "positive"),
    ("Es war nicht Schweden, das Huawei verboten hat.", "negative"),
    ("Es war Schweden, das Huawei verboten hat.", "positive"),
])
def test_who_it_was_not_did_not_do_it(text: str, polarity: str) -> None:
    assert only(text, "BAN_EXCLUDE").polarity == polarity


@pytest.mark.parametrize(("text", "polarity"), [
    ("The ministry refused to revoke the export licence of Rheinmetall.", "negative"),
    ("The ministry denied having revoked the export licence of Rheinmetall.", "negative"),
])
def test_a_licence_is_what_was_not_revoked_and_not_refused(text: str, polarity: str) -> None:
    event = only(text, "LICENCE_DECISION")
    assert event.polarity == polarity
    assert "revok" in event.quote.text[event.trigger[0].start : event.trigger[-1].end]


@pytest.mark.parametrize(("text", "event_type"), [
    ("A spokesman spoke out against the ban on Huawei.", "BAN_EXCLUDE"),
    ("Critics campaigned against the sanctions against Belarus.", "SANCTION_IMPOSE"),
    ("Berlin fears the effects of the ban on Huawei.", "BAN_EXCLUDE"),
    ("Experts warn of the consequences of the sanctions against Belarus.", "SANCTION_IMPOSE"),
    ("Berlin condemned the arrest of Navalny.", "ENFORCE"),
    ("The arrest of Navalny was a mistake.", "ENFORCE"),
    ("Berlin fürchtet die Folgen der Sanktionen gegen Belarus.", "SANCTION_IMPOSE"),
    ("Ein Sprecher sprach sich gegen das Verbot von Huawei aus.", "BAN_EXCLUDE"),
    ("Berlin protestierte gegen die Festnahme von Nawalny.", "ENFORCE"),
    ("Die Festnahme von Nawalny löste Proteste aus.", "ENFORCE"),
])
def test_what_people_are_against_or_fear_the_effects_of_is_there(text: str, event_type: str) -> None:
    event = only(text, event_type)
    assert (event.modality, event.polarity) == ("asserted", "positive")


@pytest.mark.parametrize(("text", "event_type", "role", "words"), [
    ("Thermo Electron acquired some 6% of Milton Roy's common stock.", "OWNERSHIP_CHANGE", "object",
     ["some 6% of Milton Roy's common stock"]),
    ("Siemens bought 10% of Alstom's shares for $3 million.", "OWNERSHIP_CHANGE", "target", ["Alstom"]),
    ("Siemens acquired a 20% stake in Alstom.", "OWNERSHIP_CHANGE", "object", ["a 20% stake in Alstom"]),
    ("Siemens kaufte 10 Prozent der Aktien von Alstom.", "OWNERSHIP_CHANGE", "object",
     ["10 Prozent der Aktien von Alstom"]),
    ("Siemens kaufte 10 Prozent der Aktien von Alstom.", "OWNERSHIP_CHANGE", "target", ["Alstom"]),
    ("Bank of England Governor Andrew Bailey urged banks to lend.", "CALL_FOR", "agent", ["Andrew Bailey"]),
    ("Puerto Rico Police Superintendent Pedro Toledo urged people to be alert.", "CALL_FOR", "agent", ["Pedro Toledo"]),
    ("Christoph Metzelder hat die Nachfolge von Vorstandschef Heribert Bruchhagen abgelehnt.", "DENY_REJECT", "topic",
     ["die Nachfolge von Vorstandschef Heribert Bruchhagen"]),
    ("NEWARK, N.J. _ A task force began an investigation into Enron.", "INVESTIGATE", "agent", ["A task force"]),
])
def test_stakes_offices_and_datelines(text: str, event_type: str, role: str, words: list[str]) -> None:
    assert fillers(only(text, event_type), role) == words


@pytest.mark.parametrize(("text", "event_type", "modality"), [
    ("Washington will lift the sanctions.", "SANCTION_EASE", "intended"),
    ("Washington hob die Sanktionen auf.", "SANCTION_EASE", "asserted"),
    ("Nun soll in England und Wales ein neues Gesetz eingeführt werden.", "LEGISLATE", "intended"),
    ("Australia has banned the use of DeepSeek on official devices.", "BAN_EXCLUDE", "asserted"),
    ("Australien hat die Nutzung von DeepSeek auf Dienstgeräten verboten.", "BAN_EXCLUDE", "asserted"),
    ("The police launched an inquiry on Monday.", "INVESTIGATE", "asserted"),
    ("Die Polizei leitete am Montag Ermittlungen ein.", "INVESTIGATE", "asserted"),
    ("The EU designated the group as a terrorist organisation.", "LIST_ADD", "asserted"),
    ("Die EU stufte die Hamas als Terrororganisation ein.", "LIST_ADD", "asserted"),
    ("Parliament voted for the bill on Tuesday.", "LEGISLATE", "asserted"),
    ("Der Bundestag stimmte am Dienstag für das Gesetz.", "LEGISLATE", "asserted"),
])
def test_events_whose_other_party_is_not_named(text: str, event_type: str, modality: str) -> None:
    assert only(text, event_type).modality == modality


@pytest.mark.parametrize(("text", "event_type"), [
    ("Police in Oslo caught four Chinese spies.", "TECH_USE"),
    ("The bank publishes monthly reports.", "STATEMENT"),
    ("Macron ignored loud calls for a vote.", "CALL_FOR"),
    ("Norway dismissed Danish fears about fish.", "CONCERN"),
    ("Traders expect the Bank of England to cut rates.", "CALL_FOR"),
    ("Händler erwarten, dass die EZB die Zinsen senkt.", "CALL_FOR"),
    ("Die Zölle treffen Volvo und Scania.", "MEET"),
    ("Merkel sagte die Reise nach Oslo ab.", "STATEMENT"),
    ("Das Institut sagt einen Aufschwung voraus.", "STATEMENT"),
    ("Dem Spion drohen fünf Jahre Haft.", "THREATEN"),
    ("Den Banken drohen hohe Strafen.", "THREATEN"),
    ("Umweltschützer riefen die Regierung auf, die Kohle zu stoppen.", "MEET"),
    # a sentence is condemned, not passed; guests and purchases of companies have names
    ("Italy condemned the long prison sentences in Belarus.", "ENFORCE"),
    ("Der Minister verurteilte den Angriff zu Beginn des Jahres.", "ENFORCE"),
    ("Turkey received 70,000 Syrian refugees.", "MEET"),
    pytest.param("Greece completed the purchase of Leopard tanks.", "OWNERSHIP_CHANGE", marks=TAKEN_IN),
    # what buyers want is no demand of theirs
    ("The demand from customers in Brazil fell in June.", "CALL_FOR"),
    ("Indian demand for gold surged.", "CALL_FOR"),
    ("Demand from European buyers grew faster than supply.", "CALL_FOR"),
    ("Die Nachfrage der Kunden in Brasilien sank.", "CALL_FOR"),
    # to call it something, to have soldiers in the country, to train them
    ("The minister called the arrests a great success for the police.", "CALL_FOR"),
    ("Uganda refused to host foreign troops.", "PARTICIPATE"),
    ("The Bundesamt für Wirtschaft und Ausfuhrkontrolle grew.", "EXPORT_CONTROL"),
    ("Das Bundesamt für Wirtschaft und Ausfuhrkontrolle warnte vor Betrug.", "EXPORT_CONTROL"),
    ("The ministry has offered Boeing a plea deal.", "SUPPLY"),
    ("Das Ministerium hat Boeing eine Einigung angeboten.", "SUPPLY"),
    ("Police identified the suspect as John Smith.", "TECH_USE"),
    ("The army uses Indian chips in its drones.", "TECH_USE"),
    ("Die Armee nutzt indische Chips in ihren Drohnen.", "TECH_USE"),
    ("The man, identified only by his surname Kim, joined a rival.", "TECH_USE"),
    ("Die Polizei identifizierte den Verdächtigen.", "TECH_USE"),
    pytest.param("Kenya and Peru signed a pact on Sunday after years of talks.", "MEET", marks=TAKEN_IN),
    ("Peking begann am Montag ein Manöver vor der Küste.", "LAUNCH_OPEN"),
    ("Beijing launched a two-day exercise on Monday.", "LAUNCH_OPEN"),
    ("Kenya and Uganda signed a letter of intent on mining.", "LETTER"),
    # who bought whom, the pronoun does not say
    ("Das Start-up, das Nokia 2015 übernahm, wächst.", "OWNERSHIP_CHANGE"),
    ("Die Firma, die Intel 2012 kaufte, ist pleite.", "OWNERSHIP_CHANGE"),
    # goods, shares, tensions and matches are no rules and no bills; who only likes a ban has not made it
    ("Die Bank setzte den Handel mit Aktien aus.", "BAN_EXCLUDE"),
    ("Trading in Nokia was halted.", "BAN_EXCLUDE"),
    ("The president approved of the ban.", "BAN_EXCLUDE"),
    ("Nokia postponed the introduction of its phone.", "REGULATE"),
    ("Die Nokia verschob die Einführung ihres Telefons.", "REGULATE"),
    ("The rule of thumb says that prices rise in spring.", "REGULATE"),
    ("The relaxation of tensions helped shares.", "REGULATE"),
    ("Mit der Lockerung der Erde beginnt die Gartenarbeit.", "REGULATE"),
    ("Die Einführung der Software kostet Millionen.", "REGULATE"),
    ("Der Besitz des Grafen wurde verkauft.", "REGULATE"),
    ("The firm expanded the definition of its brand.", "REGULATE"),
    ("The bank reclassified assets worth 2 billion dollars.", "REGULATE"),
    ("The team brought forward the start of the match.", "LEGISLATE"),
    ("Der Schritt wurde rückgängig gemacht.", "LEGISLATE"),
    ("Die Reform des Vereins dauerte Jahre.", "LEGISLATE"),
    ("The reform of the company took years.", "LEGISLATE"),
    ("Die Ablehnung der Bewerber war hart.", "LEGISLATE"),
    ("Der Zug passierte die Grenze.", "LEGISLATE"),
    ("Der Minister ging durch das Parlament.", "LEGISLATE"),
    ("The rule applies to all.", "REGULATE"),
    ("Students apply from abroad.", "REGULATE"),
    ("The bank set a limit for cards.", "REGULATE"),
    ("The coach said no.", "DENY_REJECT"),
    ("Der Torwart reagierte mit einer Parade.", "DENY_REJECT"),
    ("Nokia reserves the right to change prices.", "THREATEN"),
    ("Nokia reserves the right to introduce fees.", "THREATEN"),
    ("Das Unternehmen behält sich das Recht vor, Preise zu ändern.", "THREATEN"),
    ("Angesichts eines drohenden Angebots besserte der Investor nach.", "THREATEN"),
    ("The book highlights the risk of failure.", "WARN"),
    ("Der Trainer wies auf den Spielplan hin.", "WARN"),
])
def test_no_event_in_a_noun_and_in_a_forecast(text: str, event_type: str) -> None:
    assert event_type not in {e.event_type for e in found(text)}


@pytest.mark.parametrize(("text", "event_type", "modality", "agents"), [
    ("Iran provided missiles to Russia.", "SUPPLY", "asserted", ["Iran"]),
    ("Missiles provided by Iran reached Moscow.", "SUPPLY", "asserted", ["Iran"]),
    ("The EU will lift the sanctions provided that Serbia agrees.", "SANCTION_EASE", "intended", ["EU"]),
    ("Huawei was put on the Entity List by Washington.", "LIST_ADD", "asserted", ["Washington"]),
    ("Die Lizenz wurde 2021 von der Bundesregierung widerrufen.", "LICENCE_DECISION", "asserted", ["Bundesregierung"]),
    ("Merkel wurde am Montag von Macron empfangen.", "MEET", "asserted", ["Macron"]),
    ("Macron will Merkel am Montag empfangen.", "MEET", "intended", ["Macron"]),
    ("Am Montag traf Angela Merkel in der Stadt Oslo den Präsidenten Emmanuel Macron.", "MEET", "asserted", ["Angela Merkel"]),
    ("Dem Iran drohte Trump mit Krieg.", "THREATEN", "asserted", ["Trump"]),
    ("Die EU wird eine Verordnung erlassen.", "REGULATE", "intended", ["EU"]),
])
def test_forms_that_look_like_others(text: str, event_type: str, modality: str, agents: list[str]) -> None:
    event = only(text, event_type)
    assert (event.modality, fillers(event, "agent")) == (modality, agents)


@pytest.mark.parametrize("text", [
    "Sollte es dazu kommen, steigen die Preise.",
    "Die Überschwemmungen forderten am Montag mehrere Todesopfer in Indien.",
    "Die Klinik bat die Eltern um Verzeihung.",
    "Ich muss morgen nach Berlin.",
    "It should be fine with a sweater.",
    "The police should have been called at once, but nobody did.",
    "Er hatte neue Darlehen aufnehmen müssen.",
    "Siemens muss zwei Millionen Euro Strafe zahlen.",
    "Siemens must pay a fine.",
    "Paris will sue should Brussels block the merger.",
    "Paris droht mit einer Klage, sollte Brüssel die Fusion untersagen.",
    "Der Verband droht mit Streik, sollten die Verhandlungen scheitern.",
    "Wegen Mordes muss sich ein Mann vor Gericht verantworten.",
    "Gonzalez told reporters later that he had to leave.",
    # what was to be done to somebody, or was still to come, is asked of nobody
    "Die UdSSR und China sollten so zu Zugeständnissen gezwungen werden.",
    "The checks must be conducted at once.",
    "Elian should be returned to his father.",
    "Einige Gemeinden sollten in der Folgezeit zu Hannibal übertreten.",
    "Es gibt keinen guten Grund, um eine Verlängerung zu beantragen.",
    "The defeat was a wake-up call for Rangers.",
])
def test_no_norm_and_no_request(text: str) -> None:
    assert not [e for e in found(text) if e.event_type == "CALL_FOR"]


@pytest.mark.parametrize("text", [
    "Berlin, 4. Mai 2021\n\nSehr geehrte Frau Ministerin,\n\nwir fordern Sie auf, die Firma zu untersuchen.\n",
    "Berlin, May 4, 2021\n\nDear Minister,\n\nwe urge you to investigate the company.\n",
])
def test_what_a_letter_asks_for_is_asked_on_its_day(text: str) -> None:
    record = annotate_document(Document("x", text), Settings())
    (event,) = [e for e in record.events if e.event_type == "CALL_FOR"]
    assert event.time and event.time.edtf == "2021-05-04"
    assert "2021" in record.dates[event.time.date].text


@pytest.mark.parametrize(("text", "event_type", "agents"), [
    ("Human Rights Watch forderte die EU auf, die Sanktionen gegen Myanmar auszuweiten.", "SANCTION_RENEW", ["EU"]),
    ("Human Rights Watch called on the EU to expand sanctions against Myanmar.", "SANCTION_RENEW", ["EU"]),
    ("Moskau drohte damit, Sanktionen gegen Deutschland zu verhängen.", "SANCTION_IMPOSE", ["Moskau"]),
    ("Moscow threatened to impose sanctions on Germany.", "SANCTION_IMPOSE", ["Moscow"]),
    ("Hungary prevented the EU from imposing sanctions on Belarus.", "SANCTION_IMPOSE", ["EU"]),
    ("The senator accused China of imposing sanctions on Lithuania.", "SANCTION_IMPOSE", ["China"]),
    ("The U.S. is believed to have added SMIC to the Entity List.", "LIST_ADD", ["U.S."]),
    ("Everyone except Germany imposed sanctions on Russia.", "SANCTION_IMPOSE", ["Everyone except Germany"]),
    ("Bis die EU Sanktionen gegen Serbien verhängt, vergehen Monate.", "SANCTION_IMPOSE", ["EU"]),
    ("The sanctions on Huawei by Washington were tightened in June 2020.", "SANCTION_IMPOSE", []),
    ("Poland blamed Russia for hacking Microsoft.", "TECH_USE", ["Russia"]),
    ("Poland rewarded Russia by supplying gas to Minsk.", "SUPPLY", ["Poland"]),
    ("Macron thanked Norway for supplying gas to France.", "SUPPLY", ["Norway"]),
    ("The court sentenced Apple for violating the sanctions.", "EVADE_VIOLATE", ["Apple"]),
    ("The court sentenced the trader to a fine for exporting parts to Iran.", "SUPPLY", ["the trader"]),
    ("Norway added three firms to its list for supplying drones to Russia.", "SUPPLY", ["three firms"]),
    ("Nokia won a prize for supplying antennas to India.", "SUPPLY", ["Nokia"]),
    ("Airbus confirmed supplying helicopters to Egypt.", "SUPPLY", ["Airbus"]),
    ("Norway condemned Serbia, banning TikTok.", "BAN_EXCLUDE", ["Norway"]),
    ("Norway blocked the deal, adding Fujian to the Entity List.", "LIST_ADD", ["Norway"]),
    ("As well as banning Huawei, London fined BT.", "BAN_EXCLUDE", ["London"]),
    ("In addition to sanctioning Rosneft, Norway expelled two spies.", "SANCTION_IMPOSE", ["Norway"]),
    ("Norway caught Huawei selling chips to Iran.", "SUPPLY", ["Huawei"]),
    ("Norway opposed the EU sanctioning Serbia.", "SANCTION_IMPOSE", ["EU"]),
    ("Macron lobte Polen dafür, Panzer an die Ukraine geliefert zu haben.", "SUPPLY", ["Polen"]),
    ("Norway cautioned against sanctioning Serbia.", "SANCTION_IMPOSE", []),
    ("Norway decided against sanctioning Serbia.", "SANCTION_IMPOSE", ["Norway"]),
    ("The idea of banning TikTok is popular.", "BAN_EXCLUDE", []),
    ("Norway stopped exporting arms to Serbia.", "SUPPLY", ["Norway"]),
    ("Belgrade's demand that the sanctions be lifted was rejected by Oslo.", "SANCTION_EASE", []),
    # a pronoun in indirect speech is the speaker whose gender and number it has
    ("Die dänische Regierung erklärte, sie werde Dahua verbieten.", "BAN_EXCLUDE", ["sie"]),
    ("The Danish government said it would ban Dahua.", "BAN_EXCLUDE", ["it"]),
    ("Das Finanzministerium teilte am Montag mit, es habe Sanktionen gegen Rosneft verhängt.", "SANCTION_IMPOSE",
     ["Das Finanzministerium"]),
    ("Der Konzern gab bekannt, dass er Fitbit übernommen habe.", "OWNERSHIP_CHANGE", ["Der Konzern"]),
    ("Die USA erklärten, sie hätten Sanktionen gegen Rosneft verhängt.", "SANCTION_IMPOSE", ["sie"]),
    ("Norwegen teilte mit, es habe der Ukraine Panzer geliefert.", "SUPPLY", ["es"]),
    ("Das Finanzministerium sagte, sie habe Sanktionen gegen Rosneft verhängt.", "SANCTION_IMPOSE", ["sie"]),
    ("Die Behörde sagte, sie hätten Sanktionen gegen Rosneft verhängt.", "SANCTION_IMPOSE", ["sie"]),
    ("Der Verband sagte über Müller, er habe Hikvision Kameras geliefert.", "SUPPLY", ["er"]),
    ("Der Minister sagte, er habe Sanktionen gegen Belarus verhängt.", "SANCTION_IMPOSE", ["Der Minister"]),
    ("The minister said he had imposed sanctions on Belarus.", "SANCTION_IMPOSE", ["The minister"]),
    ("Der Minister sagte, Müller habe versagt und er habe Sanktionen gegen Belarus verhängt.", "SANCTION_IMPOSE", ["er"]),
    # a surname with a preposition of its own
    ("Von der Leyen traf Xi Jinping im Dezember 2023 in Peking.", "MEET", ["Von der Leyen"]),
    ("Von der Leyen, die am Montag Xi Jinping traf, warnte vor Zöllen.", "WARN", ["Von der Leyen"]),
    ("Von der Leyen wurde von Putin kritisiert.", "CONCERN", ["Putin"]),
    ("Germany's Baerbock met Wang Yi in Beijing in April 2023.", "MEET", ["Baerbock"]),
    ("Nokia habe, so das Finanzministerium, Sanktionen umgangen.", "EVADE_VIOLATE", ["Nokia"]),
    ("Ericsson habe, so die Behörde, gegen Auflagen verstoßen.", "EVADE_VIOLATE", ["Ericsson"]),
    ("Kasachstan half Russland, die Sanktionen zu umgehen.", "EVADE_VIOLATE", ["Russland"]),
    ("Kazakhstan helped Russia evade sanctions.", "EVADE_VIOLATE", ["Russia"]),
    ("Georgia's parliament wants to pass the foreign agents law.", "LEGISLATE", ["Georgia's parliament"]),
    ("Kenya wants Rwanda to pass the law.", "LEGISLATE", ["Rwanda"]),
    ("Amnesty criticised Norway for having banned TikTok.", "BAN_EXCLUDE", ["Norway"]),
    ("Norway regretted having banned TikTok.", "BAN_EXCLUDE", ["Norway"]),
    ("Oslo revoked Nokia's licence to supply antennas to Qatar.", "SUPPLY", ["Nokia"]),
    ("Oslo entzog Siemens die Erlaubnis, Turbinen an Katar zu liefern.", "SUPPLY", ["Siemens"]),
    ("The ministry granted Siemens a permit to supply turbines to Qatar.", "SUPPLY", ["Siemens"]),
    ("Das Ministerium erteilte dem Konzern die Genehmigung, Turbinen an Katar zu liefern.", "SUPPLY", ["dem Konzern"]),
    ("Siemens received permission in May to supply turbines to Qatar.", "SUPPLY", ["Siemens"]),
    ("Siemens hat das Recht, Turbinen an Katar zu liefern.", "SUPPLY", ["Siemens"]),
    ("Belgrade accepted Oslo's offer to supply gas to Serbia.", "SUPPLY", ["Oslo"]),
    ("Oslo machte Belgrad das Angebot, Gas an Serbien zu liefern.", "SUPPLY", ["Oslo"]),
    ("Norway dropped a plan to supply gas to Serbia.", "SUPPLY", ["Norway"]),
    ("Trump renewed his pledge to ban TikTok.", "BAN_EXCLUDE", ["Trump"]),
    ("Trump erneuerte sein Versprechen, TikTok zu verbieten.", "BAN_EXCLUDE", ["Trump"]),
    ("A court confirmed Sweden's right to ban Huawei.", "BAN_EXCLUDE", ["Sweden"]),
    ("Ein Gericht bestätigte Schwedens Recht, Huawei zu verbieten.", "BAN_EXCLUDE", ["Schwedens"]),
    ("Der Kongress gab dem Präsidenten das Recht, TikTok zu verbieten.", "BAN_EXCLUDE", ["dem Präsidenten"]),
    ("Hungary rejected a proposal to sanction Rosneft.", "SANCTION_IMPOSE", []),
    ("Ungarn lehnte den Vorschlag ab, Rosneft zu sanktionieren.", "SANCTION_IMPOSE", []),
    ("Oslo sanktionierte Rosneft, um Russland zu bestrafen.", "SANCTION_IMPOSE", ["Oslo", "Oslo"]),
    ("Amnesty accused Turkey of having supplied drones to Mali.", "SUPPLY", ["Turkey"]),
    ("Amnesty accuses the group of having supplied drones to Mali.", "SUPPLY", ["the group"]),
    ("Amnesty wirft der Türkei vor, Drohnen an Mali geliefert zu haben.", "SUPPLY", ["Türkei"]),
    ("Norway discussed the idea of supplying Ukraine with jets.", "SUPPLY", ["Norway"]),
    # a finite clause has a subject of its own; a plain past goes on with the verb of speech
    ("Marokko protestierte, nachdem Spanien Ghali empfangen hatte.", "MEET", ["Spanien"]),
    ("Morocco protested after Spain received Brahim Ghali.", "MEET", ["Spain"]),
    ("Oslo reagierte, bevor Kiew Moskau beschuldigte.", "ACCUSE", ["Kiew"]),
    ("Scholz reiste nach Kiew, um Selenskyj zu treffen.", "MEET", ["Scholz"]),
    ("Die Bank sagte, Müller habe sie nicht informiert, und forderte ihn zum Rücktritt auf.", "CALL_FOR", ["Die Bank"]),
    ("Der Verband teilte mit, Siemens sei raus, und warnte vor Folgen.", "WARN", ["Der Verband"]),
    ("Siemens habe ihn getäuscht und warne nun vor Folgen, teilte der Verband mit.", "WARN", ["Siemens"]),
    ("The bank warned of losses and called on Müller to resign.", "CALL_FOR", ["The bank"]),
    # what somebody is dealt with for is that one's deed
    ("The league docked Chelsea nine points for breaching the rules.", "EVADE_VIOLATE", ["Chelsea"]),
    ("Estonia fined Telia two million euros for violating the sanctions.", "EVADE_VIOLATE", ["Telia"]),
    ("Telia was docked two million euros for violating the sanctions.", "EVADE_VIOLATE", ["Telia"]),
    ("Telia paid two million euros for violating the sanctions.", "EVADE_VIOLATE", ["Telia"]),
    ("Estland bestrafte Telia dafür, die Sanktionen verletzt zu haben.", "EVADE_VIOLATE", ["Telia"]),
    # whoever is accused did it, wherever the parser hung the gerund
    ("Greenpeace accuses a Vietnamese trader of evading the ban.", "EVADE_VIOLATE", ["a Vietnamese trader"]),
    ("Greenpeace wirft einem vietnamesischen Händler vor, das Verbot zu umgehen.", "EVADE_VIOLATE",
     ["einem vietnamesischen Händler"]),
    ("Brussels discussed the idea of banning Huawei.", "BAN_EXCLUDE", ["Brussels"]),
    # whoever is prompted to does it
    ("Russia seized the peninsula, prompting the West to impose sanctions on Moscow.", "SANCTION_IMPOSE", ["West"]),
    ("The defeat led Italy to sign a treaty with Ethiopia.", "AGREE_SIGN", ["Italy"]),
    ("Die Niederlage veranlasste Italien, dem Friedensvertrag zuzustimmen.", "AGREE_SIGN", ["Italien"]),
    ("A jury cleared Boeing of violating the export rules.", "EVADE_VIOLATE", ["Boeing"]),
    ("Das Gericht sprach Bayer vom Vorwurf frei, gegen Ausfuhrregeln verstoßen zu haben.", "EVADE_VIOLATE", ["Bayer"]),
    ("Washington warnte Peking davor, Moskau mit Waffen zu versorgen.", "SUPPLY", ["Peking"]),
    ("Dem Angeklagten wird vorgeworfen, Waffen an den Iran verkauft zu haben.", "SUPPLY", ["Dem Angeklagten"]),
    ("The ministry revoked the licences of Intel and AMD to ship chips to Huawei.", "SUPPLY", ["Intel", "AMD"]),
    ("Beijing condemned the Commerce Department's announcement of sanctioning ZTE.", "SANCTION_IMPOSE",
     ["Commerce Department"]),
])
def test_who_acts_in_an_infinitive(text: str, event_type: str, agents: list[str]) -> None:
    assert [word for e in found(text) if e.event_type == event_type for word in fillers(e, "agent")] == agents


@pytest.mark.parametrize(("text", "event_type", "edtf"), [
    ("Die Regierung hat vor den Wahlen 2014 Huawei vom Netzausbau ausgeschlossen.", "BAN_EXCLUDE", None),
    ("Mai 2019: Die Regierung hat Huawei vom Netzausbau ausgeschlossen.", "BAN_EXCLUDE", "2019-05"),
    ("3 May 2019 – Sweden bans Huawei from its network", "BAN_EXCLUDE", "2019-05-03"),
    ("2021: Sweden withdraws what it had banned in 2019, Siemens acquires Altair", "OWNERSHIP_CHANGE", "2021"),
    ("It was in May 2019 that Sweden banned Huawei from its network.", "BAN_EXCLUDE", "2019-05"),
    ("Es war im Mai 2019, als Schweden Huawei vom Netzausbau ausschloss.", "BAN_EXCLUDE", "2019-05"),
    ("When prices fell in May 2019, Sweden had banned Huawei from its network.", "BAN_EXCLUDE", None),
    ("When prices fell in May 2019, Sweden banned Huawei from its network.", "BAN_EXCLUDE", "2019-05"),
    ("Als im Mai 2019 die Preise fielen, hatte die EU Sanktionen gegen Rosneft verhängt.", "SANCTION_IMPOSE", None),
    ("Die Regierung teilte im Mai 2019 mit, sie habe ein Abkommen mit Japan unterzeichnet.", "AGREE_SIGN", None),
    ("Poland said in May 2019 that it had signed a defence agreement with Japan.", "AGREE_SIGN", None),
    ("Im Vorfeld des Gipfels im Juni 2023 verhängte Washington Sanktionen gegen Kuba.", "SANCTION_IMPOSE", None),
    ("Ahead of the June 2023 summit, Washington imposed sanctions on Cuba.", "SANCTION_IMPOSE", None),
    ("Washington, 3. Mai 2021 - Die EU hat Sanktionen gegen Serbien verhängt.", "SANCTION_IMPOSE", None),
    ("The minister promised in May 2021 to lift sanctions on Cuba by 2025.", "SANCTION_EASE", "2025"),
    ("Sanctions against Russia were imposed by Poland in 2022.", "SANCTION_IMPOSE", "2022"),
    ("Der 1987 geborene Spion wurde verhaftet.", "ENFORCE", None),
    ("Der Spion wurde 2019 verhaftet.", "ENFORCE", "2019"),
    ("Die EU verlängerte die 2014 verhängten Sanktionen gegen Russland.", "SANCTION_RENEW", None),
    ("Police arrested a spy who had fled in 2020.", "ENFORCE", None),
    ("Die Ministerin sagte, dass die Lage im Mai 2019 schwierig war.", "STATEMENT", None),
    ("Die Ministerin sagte, im Winter 2019 werde es kalt.", "STATEMENT", None),
    ("Die Ministerin sagte im Mai 2019, die Lage sei schwierig.", "STATEMENT", "2019-05"),
    ("The minister said that prices were high in the summer of 2019.", "STATEMENT", None),
    ("The minister said in May 2019 that prices were high.", "STATEMENT", "2019-05"),
    ("Norway fined Google, which opened an office in 2015.", "ENFORCE", None),
    # verbs side by side share a date unless they differ in tense, or tell that time has passed
    ("Lai was arrested in Hong Kong and moved to Macau on March 3, 2022.", "ENFORCE", None),
    ("Oracle was fined by the court and will appeal on May 9, 2023.", "ENFORCE", None),
    ("Lai was arrested on March 3, 2022 and moved to Macau.", "ENFORCE", "2022-03-03"),
    ("Norwegen verurteilte im Juni 2021 Serbien und will Huawei verbieten.", "BAN_EXCLUDE", None),
    ("Norway condemned Serbia in June 2021 and will ban Huawei.", "BAN_EXCLUDE", None),
    ("Norway condemned Serbia in June 2021 and is investigating Oracle.", "INVESTIGATE", None),
    ("Norwegen verurteilte im Juni 2021 Serbien und untersucht Oracle.", "INVESTIGATE", None),
    ("Norwegen verurteilte im Juni 2021 Serbien und hat inzwischen Huawei verboten.", "BAN_EXCLUDE", None),
    ("Die Fabrik ist für 2024 geplant; die Kommission muss zustimmen.", "CALL_FOR", None),
    ("Im Juni 2021 hat Norwegen Oracle verurteilt und Huawei verboten.", "BAN_EXCLUDE", "2021-06"),
    ("In May 2019 Norway banned Huawei and the EU sanctioned Rosneft.", "SANCTION_IMPOSE", "2019-05"),
    ("Navalny was fined in May 2019 and jailed for fraud.", "ENFORCE", "2019-05"),
    # the time before
    ("Oslo hat Serbien zum ersten Mal seit 1999 sanktioniert.", "SANCTION_IMPOSE", None),
    ("It was the third time Oslo had sanctioned Serbia since 1999.", "SANCTION_IMPOSE", None),
    ("Vučić besuchte Oslo erstmals seit 2018.", "MEET", None),
    ("Oslo had not sanctioned Serbia since 1999.", "SANCTION_IMPOSE", None),
    ("Gegen Oracle ermittelt Oslo seit 2019.", "INVESTIGATE", "2019"),
    # what was planned, and when it came
    ("The summit with Vučić, first set for March 2023, was held in June 2023.", "MEET", "2023-06"),
    ("Talks with Oracle, originally planned for March 2023, will begin in June 2023.", "MEET", "2023-06"),
    ("Das Treffen mit Vučić, zunächst für Mai 2023 angesetzt, fand im Juli 2023 statt.", "MEET", "2023-07"),
    ("Die für März 2023 geplante Übernahme von Oracle wurde im Juni 2023 vollzogen.", "OWNERSHIP_CHANGE", "2023-06"),
    ("Talks with Oracle planned for March 2023 will be difficult.", "MEET", "2023-03"),
    # the day of saying is not that of the deed, and each verb has its own
    ("Nokia said on 3 May 2021 it would buy Infinera.", "OWNERSHIP_CHANGE", None),
    ("Norway said on 3 May 2021 that it would ban Huawei in 2024.", "BAN_EXCLUDE", "2024"),
    ("Orban kündigte am 3. Mai 2021 an, er werde Putin treffen.", "MEET", None),
    ("Nokia kaufte Infinera 2019 und verkaufte Alcatel 2023 an Huawei.", "SUPPLY", "2023"),
    ("Norway has sanctioned Serbia since 2011 and renewed the measures for the first time.", "SANCTION_IMPOSE", "2011"),
    # of a decision or of the deed: the text does not say
    ("Alphabet agreed to acquire Wiz on 3 May 2021.", "OWNERSHIP_CHANGE", None),
    ("Congress voted to sanction Cuba on 3 May 2021.", "SANCTION_IMPOSE", None),
    ("The EU plans to sanction Cuba on 3 May 2021.", "SANCTION_IMPOSE", "2021-05-03"),
    ("Nokia agreed to buy Infinera in 2025.", "OWNERSHIP_CHANGE", "2025"),
    ("Merkel agreed to meet Macron on 3 May 2021.", "MEET", "2021-05-03"),
    ("Die EU beschloss, Kuba am 3. Mai 2021 zu sanktionieren.", "SANCTION_IMPOSE", "2021-05-03"),
    ("The EU, which in May 2014 sanctioned Rosneft, on 3 June 2014 banned Gazprombank.", "BAN_EXCLUDE", "2014-06-03"),
    ("The EU, which in May 2014 sanctioned Rosneft, on 3 June 2014 banned Gazprombank.", "SANCTION_IMPOSE", "2014-05"),
    # the date of what something is an answer to
    ("Chile expelled two envoys in response to Peru's recall of its ambassador in May 2021.", "DIPLO_MEASURE", None),
    ("Chile wies zwei Diplomaten aus, als Reaktion auf die Abberufung seines Botschafters durch Peru im Mai 2021.",
     "DIPLO_MEASURE", None),
    ("Chile expelled two envoys in May 2021 in response to a scandal.", "DIPLO_MEASURE", "2021-05"),
    ("Chile wies im Mai 2021 zwei Diplomaten als Reaktion auf den Skandal aus.", "DIPLO_MEASURE", "2021-05"),
    # a deadline is not when the aim was told
    ("Norway unveiled a strategy to halve its emissions by 2031.", "STRATEGY", None),
    ("Norwegen stellte eine Strategie vor, die Emissionen bis 2031 zu halbieren.", "STRATEGY", None),
    ("Norway unveiled a strategy to halve its emissions in May 2021.", "STRATEGY", "2021-05"),
    ("By May 2021 Norway had sanctioned Belavia.", "SANCTION_IMPOSE", "2021-05"),
    ("Norway plans to ban Huawei by 2031.", "BAN_EXCLUDE", "2031"),
    # the date of what came before, and of what somebody else did
    ("Canada retaliated with tariffs on steel after Washington imposed duties in May 2021.", "COUNTERMEASURE", None),
    ("Norwegen reagierte mit Zöllen, nachdem Washington im Mai 2021 Abgaben verhängt hatte.", "COUNTERMEASURE", None),
    ("In May 2021 Norway retaliated with tariffs after Washington had imposed duties.", "COUNTERMEASURE", "2021-05"),
    ("Die Taliban verboten 2022 Frauen den Besuch von Parks, die UN verlangten ein Ende des Verbots.", "CALL_FOR", None),
    ("Die UN verlangten 2022 ein Ende des Verbots.", "CALL_FOR", "2022"),
    ("Police arrested a man who was a minister in 2019.", "ENFORCE", None),
    ("Die Polizei nahm einen Mann fest, der 2019 Minister war.", "ENFORCE", None),
    ("Oslo has threatened doctors who have been on strike since February with dismissal.", "THREATEN", None),
    ("Police arrested a man in 2019 who was a minister.", "ENFORCE", "2019"),
    ("The militia, which Iran supplies with rockets, attacked Haifa in May 2021.", "SUPPLY", None),
    ("Die Miliz, die der Iran mit Raketen beliefert, griff im Mai 2021 Haifa an.", "SUPPLY", None),
    ("The bank that Oslo sanctioned in May 2021 was sold in June 2023.", "SANCTION_IMPOSE", "2021-05"),
    # the occasion on which it is done and the ruling by which have its date; what it comes after has not
    ("At a hearing in May 2021, senators accused TikTok of spying.", "ACCUSE", "2021-05"),
    ("In ihrer Sitzung vom 3. Mai 2021 beschloss die Regierung das Lieferkettengesetz.", "LEGISLATE", "2021-05-03"),
    ("Mit Beschluss vom 3. Mai 2023 verbot das Amtsgericht den Verkauf der Waffen.", "BAN_EXCLUDE", "2023-05-03"),
    ("In einem Brief vom 12. April 2022 fordern die Abgeordneten Siemens auf, zu handeln.", "CALL_FOR", "2022-04-12"),
    ("Following the trial of Kim in December 2018, China expelled two diplomats.", "DIPLO_MEASURE", None),
    ("Nach dem Prozess gegen Kim im Dezember 2018 wies China zwei Diplomaten aus.", "DIPLO_MEASURE", None),
    ("Im Vorfeld des Gipfels im Mai 2021 wies China zwei Diplomaten aus.", "DIPLO_MEASURE", None),
    # when it was said is not when it was done; when it was resolved on is when it was taken
    ("Nvidia said on 2 May 2022 Washington had banned exports of its chips.", "EXPORT_CONTROL", None),
    ("The Commission said on 2 May 2022 it fined Apple 1.8 billion euros in March 2021.", "ENFORCE", "2021-03"),
    ("The cabinet decided on 2 May 2022 to ban Huawei from the network.", "BAN_EXCLUDE", "2022-05-02"),
    ("Das Kabinett beschloss am 2. Mai 2022, Huawei aus dem Netz auszuschließen.", "BAN_EXCLUDE", "2022-05-02"),
    # what begins then, with an article and an object behind it
    ("Starting 2 May 2022, American and Chinese envoys will hold talks in Geneva.", "MEET", "2022-05-02"),
    ("Die Niederlande werden ab dem 1. Mai 2022 die Ausfuhr von Chips beschränken.", "EXPORT_CONTROL", "2022-05-01"),
    ("Oslo accused Moscow of meddling in the upcoming 2020 election.", "ACCUSE", None),
    # what comes before a day is not done on it, what is threatened for a day is threatened before
    ("Denmark and Norway signed the agreement before Christmas 2021.", "AGREE_SIGN", None),
    ("Dänemark und Norwegen unterzeichneten den Vertrag noch vor dem Sommer 2021.", "AGREE_SIGN", None),
    ("Die Gewerkschaft Verdi droht für Freitag, den 6. Mai 2022 mit einem Streik.", "THREATEN", None),
    ("Die Gewerkschaft Verdi drohte am 6. Mai 2022 der Bahn mit einem Streik.", "THREATEN", "2022-05-06"),
    ("The two envoys arrived in Geneva for the talks of 6 May 2022.", "MEET", "2022-05-06"),
    ("The Netherlands will restrict exports of chips from 1 May 2022.", "EXPORT_CONTROL", "2022-05-01"),
    ("The Commission's decision of 3 May 2022 to fine Intel was annulled.", "ENFORCE", "2022-05-03"),
    ("Intel lauded the 2021 decision to fine Apple.", "ENFORCE", "2021"),
    ("On 3 May 2022 Amnesty published a letter in which it called on Berlin to act.", "CALL_FOR", "2022-05-03"),
])
def test_a_date_belongs_to_its_own_event(text: str, event_type: str, edtf: str | None) -> None:
    times = {event.time and event.time.edtf for event in found(text) if event.event_type == event_type}
    assert times == {edtf}


@pytest.mark.parametrize(("text", "event_type", "modality", "status"), [
    ("Der Bundestag stimmt am Freitag über das Heizungsgesetz ab.", "LEGISLATE", "intended", "not_started"),
    ("The Bundestag votes on the heating law on Friday.", "LEGISLATE", "intended", "not_started"),
    ("Das Parlament berät am 6. Juni 2024 über den Haushalt.", "DELIBERATE", "intended", "not_started"),
    ("Parliament debates the budget on 6 June 2024.", "DELIBERATE", "intended", "not_started"),
    ("Das Parlament berät heute über den Haushalt.", "DELIBERATE", "asserted", "ongoing"),
    ("Parliament is debating the budget today.", "DELIBERATE", "asserted", "ongoing"),
    ("Der Bundestag stimmte am Montag über das Heizungsgesetz ab.", "LEGISLATE", "asserted", "completed"),
    ("The Bundestag voted on the heating law on Monday.", "LEGISLATE", "asserted", "completed"),
    ("Scholz trifft am Freitag Macron in Paris.", "MEET", "intended", "not_started"),
    ("The ministers meet on Friday in Brussels.", "MEET", "intended", "not_started"),
])
def test_a_present_on_a_day_to_come_is_a_plan(text: str, event_type: str, modality: str, status: str) -> None:
    (event,) = [e for e in found(text, published="2024-05-14") if e.event_type == event_type]
    assert (event.modality, event.status) == (modality, status)


def test_a_request_has_no_date_of_the_listing() -> None:
    events = found("Am 3. Mai 2021 forderten die Senatoren Präsident Joe Biden auf, ZTE auf die Entity List zu setzen.")
    times = {e.event_type: e.time and e.time.edtf for e in events}
    assert times["LIST_ADD"] is None
    assert times["CALL_FOR"] == "2021-05-03"


@pytest.mark.parametrize("text", [
    "Coutinho und Dembélé wurden im Sommer für Transfers gelistet.",
    "The union threatened legal action against Britain.",
    "Die Handelskammer sprach von einem guten Jahr. Die Preise stiegen um drei Prozent.",
    "Bayern München setzte sich im Finale durch und steht auf der Liste der Sieger ganz oben.",
    "Sweden defeated South Korea in the first game of the group.",
    "Heavy rain will hit the coast on Friday, and winds may reach 90 kilometres an hour.",
])
def test_sport_markets_and_weather_give_no_measures(text: str) -> None:
    measures = {code for code, entry in resources.load("events").items() if entry["group"] == "measures"}
    assert not [e for e in found(text) if e.event_type in measures]


# --- on whose word ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "event_type", "expected"), [
    ("Norway charged a former spy with treason.", "TECH_USE", False),
    ("Their agents spy on Norway.", "TECH_USE", True),
    ("Vučić insisted that the deal was good.", "CALL_FOR", False),
    ("Vučić insisted that Norway disclose the deal.", "CALL_FOR", True),
    ("Vučić insisted on an apology.", "CALL_FOR", True),
    ("Israel launched air strikes on Damascus.", "LAUNCH_OPEN", False),
    ("Oracle launched a new phone.", "LAUNCH_OPEN", True),
    ("Die Kommission eröffnete ein Verfahren gegen Polen.", "LAUNCH_OPEN", False),
    ("Die Kommission eröffnete ein Verfahren gegen Polen.", "INVESTIGATE", True),
    ("Oracle eröffnete ein Werk in Dresden.", "LAUNCH_OPEN", True),
    ("Lai was sentenced to nine years in prison.", "ENFORCE", True),
    ("A jury found Navalny guilty of fraud.", "ENFORCE", True),
    ("A jury found Navalny in Berlin.", "ENFORCE", False),
    ("Prosecutors filed charges against Oracle.", "ENFORCE", True),
    ("Die Behörde verhängte eine Strafe gegen Oracle.", "ENFORCE", True),
    ("Die Staatsanwaltschaft erhob Anklage gegen Oracle.", "ENFORCE", True),
    ("Merkel received Vučić in Berlin.", "MEET", True),
    ("Oracle received approval from Brussels.", "MEET", False),
    ("Merkel, speaking to reporters, said Norway had sanctioned Rosneft.", "MEET", False),
    ("Merkel spoke to Macron.", "MEET", True),
    ("Das Gericht verurteilte den Händler zu einer Bewährungsstrafe.", "CONCERN", False),
    ("Die Vereinten Nationen verurteilten den Angriff.", "CONCERN", True),
    ("Die Vereinten Nationen verurteilten den Angriff.", "ENFORCE", False),
    ("Der Kanzler verurteilte die Haft des Aktivisten.", "ENFORCE", False),
    ("Norwegen verurteilte die Entlassung von Karl Brandt.", "ENFORCE", False),
    ("Norwegen verurteilte die Entlassung von Karl Brandt.", "CONCERN", True),
    ("Die Rede von Viktor Orban wurde von Norwegen verurteilt.", "ENFORCE", False),
    ("Rebels seized power in Gabon.", "ENFORCE", False),
    ("Ich rufe den Tagesordnungspunkt 3 auf.", "CALL_FOR", False),
    ("Das Gericht rief die Zeugin Schmidt auf.", "CALL_FOR", False),
    ("Amnesty rief zum Boykott auf.", "CALL_FOR", True),
    ("Die EU rief Serbien auf, Russland zu sanktionieren.", "CALL_FOR", True),
    ("Oracle insisted that the deal was not a bailout.", "STATEMENT", True),
    ("Reuters meldete, die Preise seien gestiegen.", "STATEMENT", True),
    ("Wir melden, wenn die Gefahr vorüber ist.", "STATEMENT", False),
    ("Siemens meldete einen Rekord für das Jahr 2015, den bisher Bosch hielt.", "STATEMENT", False),
    ("Wie das Ministerium in Oslo mitteilte, wurden drei Diplomaten ausgewiesen.", "DIPLO_MEASURE", True),
    ("Three Russian diplomats were expelled.", "DIPLO_MEASURE", True),
    ("Google bought bread.", "OWNERSHIP_CHANGE", False),
    ("Google kaufte Brot.", "OWNERSHIP_CHANGE", False),
    ("Oracle received approval from Brussels.", "STATE_SUPPORT", False),
    ("Human Rights Watch schrieb im Mai an Volkswagen.", "LETTER", True),
    ("Die Anwältin schrieb an einem Roman.", "LETTER", False),
    ("Amnesty wandte sich in einem Schreiben an das Justizministerium.", "LETTER", True),
    ("Norwegen wies die Vorwürfe zurück.", "DENY_REJECT", True),
    ("Norwegen wies zwei Flüchtlinge an der Grenze zurück.", "DENY_REJECT", False),
    pytest.param("Die Firma wies den Mann ab.", "DENY_REJECT", False, marks=TAKEN_IN),
    ("Norwegen zog seine Truppen aus Mali ab.", "DIPLO_MEASURE", False),
    ("Das Ministerium war für eine Stellungnahme nicht zu erreichen.", "NO_COMMENT", True),
    ("Von Nvidia war keine Stellungnahme zu erhalten.", "NO_COMMENT", True),
    ("Vodafone ließ eine Anfrage unbeantwortet.", "NO_COMMENT", True),
    ("Das Ministerium machte keine Angaben.", "NO_COMMENT", True),
    ("The ministry gave no details.", "NO_COMMENT", True),
    ("The ministry did not answer questions.", "NO_COMMENT", True),
    ("Das Ministerium machte Angaben zu dem Fall.", "NO_COMMENT", False),
    ("Nokia hat von Vodafone keinen Auftrag erhalten.", "NO_COMMENT", False),
    ("Der Minister machte das Wetter verantwortlich.", "ACCUSE", False),
    ("Tonga und Samoa einigten sich auf ein Fischereiabkommen.", "AGREE_SIGN", True),
    ("Tonga and Samoa agreed on a fisheries accord.", "AGREE_SIGN", True),
    ("Tonga und Samoa einigten sich auf einen Kandidaten.", "AGREE_SIGN", True),
    ("Tonga und Samoa sind sich einig.", "AGREE_SIGN", False),
    ("Die Minister Indiens kamen in Astana zusammen.", "MEET", True),
    ("Verdi übte Kritik an Amazon.", "CONCERN", True),
    ("Oxfam beklagte die Zustände in den Lagern.", "CONCERN", True),
    ("Oxfam deplored the conditions in the camps.", "CONCERN", True),
    ("Die EU hat sich Waffen besorgt.", "CONCERN", False),
    ("The planned meeting between Trump and Kim was cancelled.", "MEET", False),
    ("Das geplante Treffen zwischen Trump und Kim wurde abgesagt.", "MEET", False),
    # whom something threatens threatens nobody
    ("Zypern droht der Ausschluss aus dem Programm.", "THREATEN", False),
    ("Huawei droht in Kanada ein Verbot.", "THREATEN", False),
    ("Belarus drohen weitere Sanktionen der EU.", "THREATEN", False),
    ("Iran droht Israel mit Vergeltung.", "THREATEN", True),
    ("Moskau drohte Warschau.", "THREATEN", True),
    ("Serbien drohte Konsequenzen an.", "THREATEN", True),
    ("Nordkorea drohte dem Nachbarn mit Krieg.", "THREATEN", True),
    ("Der Senat forderte die Regierung auf, TikTok zu verbieten, was diese ablehnte.", "DENY_REJECT", False),
    ("Kuba wird vorgeworfen, Söldner geschickt zu haben.", "ACCUSE", True),
    ("Cuba is accused of sending mercenaries.", "ACCUSE", True),
    ("The storm was blamed for the damage.", "ACCUSE", False),
    # acquitted, guilty by one's own word, talking
    ("Ein Gericht in Lyon sprach Lafarge frei.", "ENFORCE", False),
    ("A court in Lyon acquitted Lafarge of fraud.", "ENFORCE", False),
    ("Glencore bekannte sich der Bestechung schuldig.", "ENFORCE", True),
    ("Glencore pleaded guilty to bribery.", "ENFORCE", True),
    ("Der Minister sprach mit dem Chef von Glencore.", "ENFORCE", False),
    ("Siemens reagierte mit Kursverlusten auf die Zölle.", "COUNTERMEASURE", False),
    ("Siemens reacted with joy to the tariffs.", "COUNTERMEASURE", False),
    # other senses, and what is not there yet
    ("Siemens stellte die Versorgung mit Gas sicher.", "ENFORCE", False),
    ("Der Zoll von Siemens bezahlte die Rechnung.", "ENFORCE", False),
    ("Siemens charged customers over 20 euros.", "ENFORCE", False),
    ("Prosecutors charged Siemens over exports to Iran.", "ENFORCE", True),
    ("Washington offered a reward for the arrest of Julian Assange.", "ENFORCE", False),
    ("Washington setzte eine Belohnung für die Festnahme von Julian Assange aus.", "ENFORCE", False),
    ("The passage of time helped Siemens.", "LEGISLATE", False),
    ("Die Verabschiedung von Angela Merkel fand in Berlin statt.", "LEGISLATE", False),
    ("Siemens protested before the passage of the law.", "LEGISLATE", False),
    ("Der Präsident legte sein Veto gegen das Gesetz ein.", "LEGISLATE", True),
    ("The law took effect in May.", "REGULATE", False),
    ("The EU regulation took effect in May.", "REGULATE", True),
    ("Prosecutors have dropped the investigation into Siemens.", "INVESTIGATE", True),
    ("Das Kartellamt nimmt Ryanair unter die Lupe.", "INVESTIGATE", True),
    ("The ambassadors conferred about Haiti.", "DELIBERATE", True),
    ("The university conferred a degree on Merkel.", "DELIBERATE", False),
    ("After that ban Siemens left Nepal.", "BAN_EXCLUDE", False),
    ("Siemens lost that review.", "INVESTIGATE", False),
    # what is to be done is no matter of fact
    ("Die EU prüft, ob sie Huawei ausschließen soll.", "INVESTIGATE", False),
    ("Brüssel prüft, ob Huawei verboten werden soll.", "INVESTIGATE", False),
    pytest.param("Brussels is examining whether Huawei should be banned.", "INVESTIGATE", False, marks=TAKEN_IN),
    ("Brüssel prüft, ob Huawei die Auflagen verletzt.", "INVESTIGATE", True),
    ("A spokeswoman called the plan absurd; she insisted on talks.", "CALL_FOR", True),
    ("A spokeswoman called the plan absurd; she is on leave.", "CALL_FOR", False),
    ("A spokeswoman called again on Monday for talks.", "CALL_FOR", True),
    ("Der Minister wollte sich zu den Forderungen nicht äußern.", "CALL_FOR", False),
    ("Die Opposition wies das Ergebnis zurück und warf dem Minister Betrug vor.", "ACCUSE", True),
    ("Die Gewerkschaft warf dem Zeugen Betrug vor.", "ACCUSE", True),
    ("Das Abkommen wurde am Montag unterzeichnet.", "LEGISLATE", False),
    ("Das Abkommen wurde am Montag unterzeichnet.", "AGREE_SIGN", True),
    ("The agreement was signed on Monday.", "LEGISLATE", False),
    ("The agreement was signed on Monday.", "AGREE_SIGN", True),
    ("Das Gesetz wurde am Montag unterzeichnet.", "LEGISLATE", True),
    ("The law was signed on Monday.", "LEGISLATE", True),
    ("Norway offered both sides talks.", "SUPPLY", False),
    ("Norwegen bot beiden Seiten Gespräche an.", "SUPPLY", False),
    ("The minister offered President Macron his resignation.", "SUPPLY", False),
    ("Der Minister bot Präsident Macron den Rücktritt an.", "SUPPLY", False),
    ("Norway offered Ukraine generators.", "SUPPLY", True),
    ("Norwegen bot der Ukraine Generatoren an.", "SUPPLY", True),
    # who joins a treaty is on no list
    ("Finland will not join the nuclear weapons ban treaty.", "LIST_ADD", False),
    ("Finnland tritt dem Atomwaffenverbotsvertrag nicht bei.", "LIST_ADD", False),
    ("Huawei joins the Entity List.", "LIST_ADD", True),
    ("Das Ministerium beantwortete Fragen der Agentur AFP nicht.", "NO_COMMENT", True),
    ("Das Ministerium beantwortete Fragen der Agentur AFP.", "NO_COMMENT", False),
    ("The ministry did not answer questions from the AFP agency.", "NO_COMMENT", True),
    ("The ministry answered questions from the AFP agency.", "NO_COMMENT", False),
    ("The agency embargoed two farms that had cleared the forest.", "EXPORT_CONTROL", False),
    ("Turkey announced an embargo on Armenia.", "EXPORT_CONTROL", True),
    # who pays for an end investigates nothing
    ("Glencore paid a billion dollars to end an inquiry into bribes.", "INVESTIGATE", False),
    ("The SEC ended an inquiry into Glencore.", "INVESTIGATE", True),
    ("Die SEC stellte eine Untersuchung gegen Glencore ein.", "INVESTIGATE", True),
    # whom something threatens threatens nobody
    ("Ihnen drohen zehn Jahre Haft.", "THREATEN", False),
    ("Deshalb drohen ihm bis zu zehn Jahre Haft.", "THREATEN", False),
    ("Senatoren haben ein Gesetz gegen Wucher vorgeschlagen.", "LEGISLATE", True),
    ("Senators have proposed a law against usury.", "LEGISLATE", True),
    ("Die Regierung schaffte das Mietgesetz per Dekret ab.", "LEGISLATE", True),
    ("The government abolished the rent law by decree.", "LEGISLATE", True),
    ("Die Ermittlungen laufen.", "INVESTIGATE", True),
    ("An inquiry was launched after the accident.", "INVESTIGATE", True),
    ("Die unter Vermittlung der UN geführten Gespräche scheiterten.", "INVESTIGATE", False),
    ("Das Gericht ermittelte den Wert des Hauses.", "INVESTIGATE", False),
    ("Der Arzt untersuchte den Patienten.", "INVESTIGATE", False),
    ("Forscher untersuchten die Wirkung von Licht auf Pflanzen.", "INVESTIGATE", False),
    ("Das Institut befragte 1000 Bürger.", "INVESTIGATE", False),
    ("The reporter interviewed the minister.", "INVESTIGATE", False),
    ("She pleaded not guilty.", "ENFORCE", False),
    ("The couple sued the hospital.", "ENFORCE", False),
    ("Everybody should follow their own convictions.", "ENFORCE", False),
    ("The government failed to arrest the decline.", "ENFORCE", False),
    ("The department ensures frozen assets are not released.", "SANCTION_IMPOSE", False),
    ("Die A60 Richtung Bingen war gesperrt.", "BAN_EXCLUDE", False),
    ("Der Aufsichtsrat genehmigte die Übernahme.", "LICENCE_DECISION", False),
    ("The board approved the merger.", "LICENCE_DECISION", False),
    ("Rebels seized control of the ship.", "ENFORCE", False),
    ("Helmut Kohl wurde zu den Akten befragt.", "INVESTIGATE", True),
    ("Er lachte, als er zu der Übertragung befragt wurde.", "INVESTIGATE", False),
    ("The FBI will investigate a series of shootings of doctors.", "INVESTIGATE", True),
    ("Die EU will den Verkauf von Verbrennern ab 2035 verbieten.", "BAN_EXCLUDE", True),
    ("The EU plans to ban the sale of petrol cars by 2035.", "BAN_EXCLUDE", True),
    ("Siemens stellte die Versorgung mit Waffen sicher.", "ENFORCE", False),
    ("Die Anklage gegen den Bürgermeister wurde fallen gelassen.", "ENFORCE", False),
    ("Sein Tod führt zu Forderungen nach Ermittlungen.", "INVESTIGATE", False),
    ("The dispute has broken down the truce.", "EVADE_VIOLATE", False),
    # who passes, rejects and votes, whatever it is about; what only sounds so
    ("The city council approved the plan.", "LEGISLATE", True),
    ("Voters rejected a proposal to raise the tax.", "LEGISLATE", True),
    ("The Senate voted to raise the debt ceiling.", "LEGISLATE", True),
    pytest.param("The shareholders voted to approve the merger.", "LEGISLATE", False, marks=TAKEN_IN),
    ("The upper house voted in favor of their inclusion.", "LEGISLATE", True),
    ("The bill cleared the House on Friday.", "LEGISLATE", True),
    ("The resolution cleared the way for construction.", "LEGISLATE", False),
    ("Congress overrode the president's veto.", "LEGISLATE", True),
    ("The law goes into effect in January.", "LEGISLATE", True),
    ("The ceasefire took effect at midnight.", "LEGISLATE", False),
    ("The council rejected criticism of the plan.", "LEGISLATE", False),
    ("Monarchists hope to defeat the republic, the law says.", "LEGISLATE", False),
    ("Der Gemeinderat beschloss den Bau einer neuen Schule.", "LEGISLATE", True),
    ("Das Parlament stimmte dem Gesetz zur Fusion der fünf Gemeinden mit großer Mehrheit zu.", "LEGISLATE", True),
    ("Mit 90 zu 0 Stimmen nahm das Parlament die Fusion an.", "LEGISLATE", True),
    ("Der Kreistag hat die Erhöhung der Müllgebühren abgelehnt.", "LEGISLATE", True),
    ("Der Stadtrat hat am Dienstag beschlossen, das Freibad zu schließen.", "LEGISLATE", True),
    ("Die Stadtverordneten lehnten die Kritik der AfD ab.", "LEGISLATE", False),
    ("Das Gesetz tritt am 1. Januar in Kraft.", "LEGISLATE", True),
    ("Die Waffenruhe trat um Mitternacht in Kraft.", "LEGISLATE", False),
    ("Die Aktionäre stimmten der Übernahme zu.", "LEGISLATE", False),
    # what an authority orders, allows and changes
    ("The Food and Drug Administration has approved Pfizer's vaccine.", "REGULATE", True),
    ("The ministry eased rules for foreign workers.", "REGULATE", True),
    ("The rules were tightened in 2008.", "REGULATE", True),
    ("The court issued a ruling on Monday.", "REGULATE", False),
    ("The deal is subject to approval by the Federal Reserve.", "REGULATE", False),
    ("Das Bundeskartellamt genehmigte die Übernahme.", "REGULATE", True),
    ("Ab Januar gelten strengere Grenzwerte.", "REGULATE", True),
    ("Die Regierung lockerte die Vorschriften.", "REGULATE", True),
    ("Die Hauptversammlung genehmigte die Dividende.", "REGULATE", False),
    # requests in nouns, and claims, challenges and conditions that are none
    ("His kidnappers demanded a ransom.", "CALL_FOR", True),
    ("Timex had requested duty-free treatment.", "CALL_FOR", True),
    ("Both officials requested anonymity.", "CALL_FOR", False),
    ("The opposition's demand for early elections was rejected.", "CALL_FOR", True),
    ("There were calls from opposition parties for an early election.", "CALL_FOR", True),
    ("She received a call from police for her husband.", "CALL_FOR", False),
    ("Prosecutors are seeking the death penalty.", "CALL_FOR", True),
    ("Netanyahu told his Cabinet that Israel was willing to withdraw.", "CALL_FOR", False),
    ("The judge told the jury to disregard it.", "CALL_FOR", True),
    ("Residents asked the council for help.", "CALL_FOR", True),
    ("Die Forderungen der Revolutionäre wurden erfüllt.", "CALL_FOR", True),
    ("Das ist eine große Herausforderung für Siemens.", "CALL_FOR", False),
    ("Bei einem Unfall drohen zivilrechtliche Forderungen.", "CALL_FOR", False),
    ("Das System entspricht den Anforderungen der Bank.", "CALL_FOR", False),
    ("Rufe nach einem Rücktritt wurden lauter.", "CALL_FOR", True),
    ("Er hat einen guten Ruf.", "CALL_FOR", False),
    ("Die Gewerkschaft dringt auf höhere Löhne.", "CALL_FOR", True),
    ("Die Opposition pocht auf Neuwahlen.", "CALL_FOR", True),
    ("Merkel sprach sich für ein Verbot aus.", "CALL_FOR", True),
    ("Gaynor sprach sich vor dem Ausschuss für Sicherheit zu den Mitteln aus.", "CALL_FOR", False),
    ("Er solle das Geld gestohlen haben, sagte der Zeuge.", "CALL_FOR", False),
    ("The proposals are under consideration.", "DELIBERATE", True),
    ("Siemens überlegt, die Sparte zu verkaufen.", "DELIBERATE", True),
    ("Nordkorea war dem Süden weit überlegen.", "DELIBERATE", False),
    ("Im Stadtrat wurde heftig über die Gebühren gestritten.", "DELIBERATE", True),
    ("Der Konzern setzt auf Elektroautos.", "STRATEGY", True),
    ("The engine gives the car more power.", "REGULATE", False),
    ("A judge issued an order to search the house.", "REGULATE", False),
    ("The company introduced new measures to save energy.", "LEGISLATE", False),
    ("Das Gesetz untersagt es Johnson, die EU zu verlassen.", "BAN_EXCLUDE", False),
    ("Er darf das Auto nicht kaufen.", "BAN_EXCLUDE", False),
    ("Employees may use TikTok.", "BAN_EXCLUDE", False),
    ("Users deleted the app from their phones.", "BAN_EXCLUDE", False),
    ("Im Gegenzug verpflichtete sich die Regierung, den Anteil auszuzahlen.", "REGULATE", False),
    ("The bank ordered clients to sell bonds.", "DIVEST_FORCE", False),
    ("The court struck down the law.", "LEGISLATE", True),
    ("Im Streit um den Entwurf sind die Verhandlungen gescheitert.", "LEGISLATE", False),
    ("Der Konzern setzte Alibaba auf die Liste.", "STRATEGY", False),
    ("Venezuela cut ties with Colombia.", "DIPLO_MEASURE", True),
    ("He severed ties with the company.", "DIPLO_MEASURE", False),
    ("Die Ausweisung von fünf Diplomaten sorgte für Proteste.", "DIPLO_MEASURE", True),
    ("The expulsion of five diplomats drew protests.", "DIPLO_MEASURE", True),
    ("Im Gegenzug verbot Russland die Einfuhr von Lebensmitteln.", "COUNTERMEASURE", True),
    ("Canada said it would respond in kind.", "COUNTERMEASURE", True),
    # who agrees to do something, not with what somebody says
    ("Xi and Putin agreed to meet in May.", "AGREE_SIGN", True),
    ("EU leaders agreed late on Thursday to help Kyiv.", "AGREE_SIGN", True),
    ("Most lawmakers seem to agree the boy should go back to Cuba.", "AGREE_SIGN", False),
    ("Justices O'Connor and Kennedy seemed to agree that the law was bad.", "AGREE_SIGN", False),
    ("Bei den Verhandlungen über das Atomabkommen zeichnen sich Fortschritte ab.", "AGREE_SIGN", False),
    ("Ein Vertrag mit Athen wurde vor Tagen abgezeichnet.", "AGREE_SIGN", True),
    ("Airbus won an order for 292 jets from four Chinese airlines.", "AGREE_SIGN", True),
    ("The firm won a court order against Apple.", "AGREE_SIGN", False),
    ("A plan to sell its branch offices to First Citizens Bank fell through.", "SUPPLY", False),
    ("Norwegen untersagte Beamten, TikTok zu nutzen.", "BAN_EXCLUDE", True),
    ("Die angekündigten Sanktionen sollen im Mai in Kraft treten.", "AGREE_SIGN", False),
    ("The company received a warm welcome and a fine meal.", "ENFORCE", False),
    ("The company was ordered to pay its suppliers.", "ENFORCE", False),
    ("Rebels seized the town.", "ENFORCE", False),
    ("Police seized the opportunity.", "ENFORCE", False),
    ("I got fined by him.", "ENFORCE", True),
    ("Die Polizei stellt die Sicherheit der Gäste sicher.", "ENFORCE", False),
    ("Der Außenminister verfolgt die Debatte.", "ENFORCE", False),
    ("Siemens settled in Munich.", "ENFORCE", False),
    ("Siemens und Alstom haben einen Vergleich geschlossen.", "ENFORCE", False),
    ("Als Strafe dafür erhielt Müller Aufgaben im Archiv.", "ENFORCE", False),
    ("Moscow vowed to retaliate.", "THREATEN", True),
    ("China reserves the right to take further measures.", "THREATEN", True),
    ("Member states shall take the necessary measures.", "THREATEN", False),
    ("Die EU behält sich Gegenmaßnahmen vor.", "THREATEN", True),
    ("China werde die notwendigen Maßnahmen ergreifen, sagte er.", "THREATEN", True),
    ("Die Mitgliedstaaten treffen die erforderlichen Maßnahmen.", "THREATEN", False),
    ("Polen machte seine Drohung wahr.", "THREATEN", True),
    pytest.param("The prosecutor announced a development in the murder investigation.", "INVESTIGATE", False, marks=TAKEN_IN),
    pytest.param("Experten führen regelmäßig Untersuchungen durch.", "INVESTIGATE", False, marks=TAKEN_IN),
    ("Police arrest suspect Simpson in the death of a player.", "ACCUSE", False),
    ("Apple said that it had violated no rule.", "ACCUSE", False),
    ("Lawyers said that Apple would violate the order.", "ACCUSE", False),
    ("Lawyers said that Apple has not violated the order.", "ACCUSE", False),
    ("The minister said that Apple was deceived by a supplier.", "ACCUSE", False),
    ("Die Anwälte sagten, dass Apple die Auflagen nicht verletzt hat.", "ACCUSE", False),
    ("Zeigen Sie mir an, wohin ich sie schicken soll.", "ACCUSE", False),
    ("The 34-year-old entered a not guilty plea.", "ENFORCE", False),
    ("Lu entered a guilty plea in May.", "ENFORCE", True),
    ("The team won a penalty in the last minute.", "ENFORCE", False),
    ("The office is charged with keeping the list.", "ENFORCE", False),
    ("The battery was charged in the car.", "ENFORCE", False),
    ("Four companies were charged in the indictment.", "ENFORCE", True),
    ("Two men were charged in connection with the scheme.", "ENFORCE", True),
    ("The report was named in the index.", "ENFORCE", False),
    ("Three executives were named in the indictment.", "ENFORCE", True),
    ("The judge unsealed the indictment on Friday.", "ENFORCE", True),
    ("The museum unsealed the tomb.", "ENFORCE", False),
    ("The family settled with relatives in Ohio.", "ENFORCE", False),
    ("The company resolved the issue quickly.", "ENFORCE", False),
    ("Der Streit mit dem Nachbarn wurde beigelegt.", "ENFORCE", False),
    ("Der Trainer sprach der Elf ein Lob aus.", "ENFORCE", False),
    ("Die Jury setzte den Termin fest.", "ENFORCE", False),
    ("Wer zu schnell fährt, muss ein Bußgeld zahlen.", "ENFORCE", False),
    ("Der Zoll zog 21 Tonnen Waren ein.", "ENFORCE", True),
    ("Der Arzt zog die Spritze auf und das Messer ein.", "ENFORCE", False),
    ("Seoul says that 30,000 Koreans have illegally crossed the border.", "ACCUSE", False),
    ("Doctors say the man falsely believed he was cured.", "ACCUSE", False),
    ("Prosecutors say the company illegally exported drones.", "ACCUSE", True),
    ("The regulator said the bank violated its licence.", "ACCUSE", True),
    ("Der Minister sagte, Flüchtlinge hätten illegal die Grenze überquert.", "ACCUSE", False),
    ("Die Behörde teilte mit, dass der Händler die Maschinen illegal ausgeführt habe.", "ACCUSE", True),
    ("Google offered a new way to search the internet.", "INVESTIGATE", False),
    ("The case follows a long antitrust investigation by prosecutors.", "INVESTIGATE", True),
    pytest.param("An investigation by scientists found new species.", "INVESTIGATE", False, marks=TAKEN_IN),
    ("Seit Mai wurden 54 Investitionsprüfungen abgeschlossen.", "INVESTIGATE", True),
    ("Sie hat die Abschlussprüfung der Schule abgeschlossen.", "INVESTIGATE", False),
    ("Der Finanzinvestor sicherte sich 30 Prozent der Anteile an dem Autozulieferer.", "OWNERSHIP_CHANGE", True),
    ("Die CDU sicherte sich 30 Prozent der Stimmen.", "OWNERSHIP_CHANGE", False),
    ("Die Firma sicherte sich einen höheren Marktanteil.", "OWNERSHIP_CHANGE", False),
    ("Elliott has amassed a 5% stake in the company.", "OWNERSHIP_CHANGE", True),
    ("The company amassed debt of $5 billion.", "OWNERSHIP_CHANGE", False),
    ("The museum secured a loan from the bank.", "OWNERSHIP_CHANGE", False),
    ("Airbus wird zu den künftigen Eigentümern der Firma zählen.", "OWNERSHIP_CHANGE", True),
    ("Er zählt zu den neuen Gesichtern der Partei.", "OWNERSHIP_CHANGE", False),
    ("Im Parlament tobt ein Machtkampf um die Partei.", "OWNERSHIP_CHANGE", False),
    ("Silver Lake and Bain fight a bidding war for the software maker.", "OWNERSHIP_CHANGE", True),
    ("The bidding war for the striker ended.", "OWNERSHIP_CHANGE", False),
    ("The firm offered 20 dollars per share in dividends.", "OWNERSHIP_CHANGE", False),
    ("Die Bank bietet 3 Prozent Zinsen je Aktie.", "OWNERSHIP_CHANGE", False),
    pytest.param("Die Beteiligung von Bürgern an der Wahl war hoch.", "OWNERSHIP_CHANGE", False, marks=TAKEN_IN),
    ("Der Täter leistete ihm zu dessen Taten Hilfe.", "SUPPLY", False),
    ("Sie reichte das Salz weiter.", "SUPPLY", False),
    ("Die Firma gab Panzer an Gabun weiter.", "SUPPLY", True),
    ("Er gab das Geschenk an seine Tochter weiter.", "SUPPLY", False),
    ("Die Firma hat Maschinen verpackt und nach Gabun ausgeführt.", "SUPPLY", True),
    ("Er führte die Tätigkeit nach Anweisung aus.", "SUPPLY", False),
    ("Der Hund wurde nach draußen ausgeführt.", "SUPPLY", False),
    ("Airbus bestückt das Kampfflugzeug mit Raketen.", "SUPPLY", True),
    ("Die Schule bestückt den Weihnachtsbaum mit Kugeln.", "SUPPLY", False),
    ("Airbus will fit the fighter with missiles.", "SUPPLY", True),
    ("The suit fits him with ease.", "SUPPLY", False),
    ("Sales to Huawei fell last year.", "SUPPLY", True),
    ("Retail sales to households rose.", "SUPPLY", False),
    ("He armed himself with patience.", "SUPPLY", False),
    ("The bank paid $5 million to the regulator.", "ENFORCE", True),
    ("The firm paid $5 million in taxes to the authorities.", "ENFORCE", False),
    ("The family paid 500 euros to the landlord.", "ENFORCE", False),
    ("Die Bank zahlt 1,1 Milliarden Dollar an die US-Behörden.", "ENFORCE", True),
    ("Die Firma zahlte 5 Millionen Euro Steuern an das Kartellamt.", "ENFORCE", False),
    ("Er zahlt 500 Euro an den Vermieter.", "ENFORCE", False),
    ("Airbus geht an einen chinesischen Investor.", "OWNERSHIP_CHANGE", True),
    ("Der Preis geht an einen chinesischen Investor.", "OWNERSHIP_CHANGE", False),
    ("Airbus gets a 24.9 percent stake in the terminal.", "OWNERSHIP_CHANGE", True),
    ("Airbus gets a share of the blame.", "OWNERSHIP_CHANGE", False),
])
def test_which_sense_of_a_word_is_an_event(text: str, event_type: str, expected: bool) -> None:
    assert (event_type in {e.event_type for e in found(text)}) is expected


@pytest.mark.parametrize(("text", "event_type", "role", "words"), [
    # nobody that a list has, where only somebody can do it
    ("Der Wetterdienst warnte vor Regen.", "WARN", "agent", ["Der Wetterdienst"]),
    ("The weather service warned of rain.", "WARN", "agent", ["The weather service"]),
    ("Der Antrag wurde vom Vereinsvorstand abgelehnt.", "DENY_REJECT", "agent", ["Vereinsvorstand"]),
    ("Management rejected the demand of Verdi.", "DENY_REJECT", "agent", ["Management"]),
    ("Die Airline verhandelt mit Gläubigern.", "MEET", "co_agent", ["Gläubigern"]),
    ("Die Tarifparteien haben sich auf einen Abschluss geeinigt.", "AGREE_SIGN", "agent", ["Die Tarifparteien"]),
    ("Keine Stellungnahme gab es von BMW.", "NO_COMMENT", "agent", ["BMW"]),
    ("The study warns that such groups grew.", "WARN", "addressee", []),
    ("The study warned groups that it rained.", "WARN", "addressee", ["groups"]),
    # what is refused tells enough, though nobody says by whom
    ("Die Klage wurde abgewiesen.", "DENY_REJECT", "topic", ["Die Klage"]),
    ("Her request for asylum was denied.", "DENY_REJECT", "topic", ["Her request for asylum"]),
    ("Das BKA wirft den Männern Betrug vor.", "ACCUSE", "target", ["den Männern"]),
    ("Vorwürfe gegen Siemens wurden laut.", "ACCUSE", "target", ["Siemens"]),
    ("Allegations of fraud against Siemens surfaced in May.", "ACCUSE", "target", ["Siemens"]),
    ("Siemens einigte sich mit Alstom auf einen Preis.", "AGREE_SIGN", "co_agent", ["Alstom"]),
    ("Die Einigung zwischen Athen und den Gläubigern hielt.", "AGREE_SIGN", "agent", ["Athen"]),
    ("Der Besuch des Kanzlers in Rom war kurz.", "MEET", "target", ["Rom"]),
    ("Blair's visit to Washington was short.", "MEET", "agent", ["Blair"]),
    ("Bei einem Besuch in Warschau lobte Pence Polen.", "MEET", "agent", ["Pence"]),
    ("During a visit to Warsaw, Pence praised Poland.", "MEET", "agent", ["Pence"]),
    ("Merkel rief Erdogan an.", "MEET", "co_agent", ["Erdogan"]),
    ("Clinton discussed the crisis with Blair.", "MEET", "co_agent", ["Blair"]),
    ("Senators said in a letter that they were worried.", "LETTER", "agent", ["Senators"]),
    ("In einem Schreiben an die Mitarbeiter kündigte Siemens Kürzungen an.", "LETTER", "addressee", ["die Mitarbeiter"]),
    ("The Navy awarded Raytheon a contract.", "AGREE_SIGN", "co_agent", ["Raytheon"]),
    ("Oracle settled with Siemens.", "AGREE_SIGN", "co_agent", ["Siemens"]),
    ("Der HSV verpflichtet Thomas Müller.", "AGREE_SIGN", "co_agent", ["Thomas Müller"]),
    ("Die Drohung der Gewerkschaft beunruhigte Siemens.", "THREATEN", "agent", ["der Gewerkschaft"]),
    ("Iran's threat to close the strait worried Oman.", "THREATEN", "agent", ["Iran"]),
    ("Der Mann bedrohte die Kassiererin mit einer Pistole.", "THREATEN", "target", ["die Kassiererin"]),
    ("The Undersecretary met separately with representatives of Samsung.", "MEET", "agent", ["The Undersecretary"]),
    ("Officials have engaged with their European counterparts.", "MEET", "co_agent", ["their European counterparts"]),
    ("Biden and Xi spoke by phone on Tuesday.", "MEET", "agent", ["Biden"]),
    ("Janet Yellen sat down with Wang Wentao.", "MEET", "co_agent", ["Wang Wentao"]),
    ("Der Kommissar tauschte sich mit Wang Wentao über Zölle aus.", "MEET", "co_agent", ["Wang Wentao"]),
    ("Die Bundesregierung steht im Austausch mit dem Unternehmen.", "MEET", "co_agent", ["dem Unternehmen"]),
    ("Li Qiang wurde mit militärischen Ehren empfangen.", "MEET", "co_agent", ["Li Qiang"]),
    ("Das Treffen der Minister in Luxemburg endete ohne Ergebnis.", "MEET", "agent", ["der Minister"]),
    ("Statement on Commissioner Sefcovic's meeting with Wang Wentao", "MEET", "agent", ["Sefcovic"]),
    ("Eight EU countries urged the Commission in a joint letter to act.", "LETTER", "agent", ["Eight EU countries"]),
    ("Wir schreiben Ihnen aus Sorge.", "LETTER", "agent", ["Wir"]),
    ("The agency referred questions to the ministry.", "NO_COMMENT", "agent", ["The agency"]),
    ("Eine Stellungnahme des Unternehmens lag zunächst nicht vor.", "NO_COMMENT", "agent", ["des Unternehmens"]),
    ("Die Bank wollte den Bericht nicht kommentieren.", "NO_COMMENT", "topic", ["den Bericht"]),
    ("The bank declined to disclose the price.", "NO_COMMENT", "topic", ["the price"]),
    ("Moskau dementierte, Raketen geliefert zu haben.", "DENY_REJECT", "topic", ["Raketen geliefert zu haben"]),
    ("The company said the allegations were false.", "DENY_REJECT", "agent", ["The company"]),
    ("Der Verband nannte die Vorwürfe haltlos.", "DENY_REJECT", "topic", ["die Vorwürfe"]),
    ("The court threw out the lawsuit.", "DENY_REJECT", "agent", ["The court"]),
    ("Auf Ersuchen der USA nahm die Polizei ihn fest.", "CALL_FOR", "agent", ["USA"]),
    ("At the request of Norway, police arrested him.", "CALL_FOR", "agent", ["Norway"]),
    ("The FBI alerted banks to the threat.", "WARN", "addressee", ["banks"]),
    ("Iran has denied providing drones to Russia.", "DENY_REJECT", "topic", ["providing drones to Russia"]),
    ("Orban ruled out sending weapons to Ukraine.", "DENY_REJECT", "topic", ["sending weapons to Ukraine"]),
    ("Kyiv renewed its call for an oil embargo.", "CALL_FOR", "agent", ["Kyiv"]),
    ("Außenminister Wang Yi ist zu Besuch in Berlin.", "MEET", "target", ["Berlin"]),
    ("Lawyers for the two men could not immediately be reached.", "NO_COMMENT", "agent", ["Lawyers"]),
    ("Das Schreiben ging an alle Mitgliedstaaten.", "LETTER", "addressee", ["alle Mitgliedstaaten"]),
])
def test_who_speaks_and_deals_though_no_list_has_him(text: str, event_type: str, role: str, words: list[str]) -> None:
    fillers = [r.text for e in found(text) if e.event_type == event_type for r in e.roles if r.role == role]
    assert fillers[:1] == words


@pytest.mark.parametrize(("text", "event_type", "expected"), [
    # ways to say nothing
    ("Die Sparkasse wollte keine Stellungnahme abgeben.", "NO_COMMENT", True),
    ("Der Minister schweigt zu den Vorwürfen.", "NO_COMMENT", True),
    ("Er wollte nicht sagen, wie viel er bezahlt hat.", "NO_COMMENT", True),
    ("Er sagte nicht, dass er kommt.", "NO_COMMENT", False),
    ("Police would not say how the man died.", "NO_COMMENT", True),
    ("It wouldn't identify the bankers.", "NO_COMMENT", True),
    ("Siemens has no comment on the filing.", "NO_COMMENT", True),
    ("\"No comment,\" said a spokeswoman for Siemens.", "NO_COMMENT", True),
    ("Siemens declined to disclose the terms.", "NO_COMMENT", True),
    ("Officials didn't return calls.", "NO_COMMENT", True),
    ("The envoys returned with no new messages from Oslo.", "NO_COMMENT", False),
    ("Siemens was unavailable for comment.", "NO_COMMENT", True),
    # refusals
    ("Verdi hat abgelehnt.", "DENY_REJECT", True),
    ("Siemens schloss einen Verkauf der Sparte aus.", "DENY_REJECT", True),
    ("Siemens schloss Müller aus.", "DENY_REJECT", False),
    ("Siemens turned down the offer.", "DENY_REJECT", True),
    ("Siemens fended off a bid.", "DENY_REJECT", True),
    ("Iran refused to stop the work.", "DENY_REJECT", True),
    ("The engine refused to start.", "DENY_REJECT", False),
    ("Siemens dismissed the allegations.", "DENY_REJECT", True),
    ("Siemens dismissed 200 employees.", "DENY_REJECT", False),
    # agreements, and what all think
    ("Siemens agreed to acquire Varian.", "AGREE_SIGN", True),
    ("Siemens agreed that the matter was closed.", "AGREE_SIGN", False),
    ("Scientists agree on the cause.", "AGREE_SIGN", False),
    pytest.param("Siemens agreed with Merkel.", "AGREE_SIGN", False, marks=TAKEN_IN),
    ("Siemens erklärte sich bereit, eine Strafe zu zahlen.", "AGREE_SIGN", True),
    ("Oslo und Lima konnten sich nicht einigen.", "AGREE_SIGN", True),
    ("Siemens said it agreed to sell the division.", "AGREE_SIGN", True),
    ("It takes years to reach an agreement.", "AGREE_SIGN", False),
    ("Siemens erhält Auftrag aus Ägypten.", "AGREE_SIGN", True),
    ("According to officials, relations between Oman and Iran are good.", "AGREE_SIGN", False),
    ("Bosch traf eine Vereinbarung mit Siemens.", "AGREE_SIGN", True),
    # meetings, and what is up to a standard
    ("The board meets on Friday.", "MEET", True),
    ("Der Gemeinderat tagt am Freitag.", "MEET", True),
    ("The bank may not meet the capital criteria.", "MEET", False),
    ("The proposal met with criticism.", "MEET", False),
    ("The rivers meet near Passau.", "MEET", False),
    ("Ministers gathered in Rome for a conference.", "MEET", True),
    ("Protesters gathered in Rome.", "MEET", False),
    ("Der Bürgermeister besuchte das überflutete Dorf.", "MEET", True),
    pytest.param("Der Bürgermeister besuchte das Gymnasium.", "MEET", False, marks=TAKEN_IN),
    ("Der Besuch des Bergwerks in Prettau war ein Höhepunkt.", "MEET", False),
    pytest.param("Lernen und Austausch standen bei dem Treffen im Vordergrund.", "MEET", False, marks=TAKEN_IN),
    ("Das Spitzentreffen findet in Rom statt.", "MEET", True),
    ("Pilots broke off talks with Lufthansa.", "MEET", True),
    ("He reported on a call from Merkel to Macron.", "MEET", True),
    ("Ich hatte ein Gespräch.", "MEET", True),
    ("Lawyers conferred for an hour.", "MEET", True),
    ("Die Piloten brachen die Gespräche mit der Lufthansa ab.", "MEET", True),
    # a letter that is known has been sent before
    ("In a letter, Merkel said she was worried.", "LETTER", True),
    ("Halvorsen would not be drawn on the closures.", "NO_COMMENT", True),
    ("The curtains would not be drawn before nine.", "NO_COMMENT", False),
    ("A spokesman for the ministry had nothing to say.", "NO_COMMENT", True),
    ("The poem has nothing to say.", "NO_COMMENT", False),
    ("Merkel said nothing about the deal.", "NO_COMMENT", True),
    ("The bill says nothing about tariffs.", "NO_COMMENT", False),
    ("Nestlé hüllt sich in Schweigen.", "NO_COMMENT", True),
    ("Das Tal hüllt sich in Nebel.", "NO_COMMENT", False),
    ("The inspectors are looking into the conduct of officials.", "INVESTIGATE", True),
    ("The children looked into the well.", "INVESTIGATE", False),
    ("Die Beamten gehen dem Verdacht nach.", "INVESTIGATE", True),
    ("Die Rentner gehen ihren Hobbys nach.", "INVESTIGATE", False),
    ("The Commission made Nokia sell its Finnish subsidiary.", "DIVEST_FORCE", True),
    ("The crisis made Nokia sell cheap phones.", "DIVEST_FORCE", False),
    ("Der Rat hatte der Klägerin vorgehalten, das Regime zu unterstützen.", "ACCUSE", True),
    ("Der Händler hält genug Ware vor.", "ACCUSE", False),
    ("Telecom operators have cried foul over pricing.", "ACCUSE", True),
    ("The baby cried all night.", "ACCUSE", False),
    ("The regulator took the league to task for late accounts.", "ACCUSE", True),
    ("Siemens took on the task.", "ACCUSE", False),
    pytest.param("In the letter, Merkel said she was worried.", "LETTER", False, marks=TAKEN_IN),
    ("In einem Brief sagte Merkel, sie sei besorgt.", "LETTER", True),
    ("In dem Brief sagte Merkel, sie sei besorgt.", "LETTER", False),
    ("In einem Offenen Brief kritisierte Merkel die Vergabe.", "LETTER", True),
    # decisions and arrangements are made, too, but meet nobody
    ("Siemens traf mit der Stadt eine Abmachung.", "MEET", False),
    ("Siemens traf mit der Stadt eine Abmachung.", "AGREE_SIGN", True),
    ("Die Firma traf in letzter Minute die Entscheidung, den Verkauf auszusetzen.", "MEET", False),
    ("The union held a meeting with Siemens.", "MEET", True),
    ("Inter continues to ask for the clause to be met.", "MEET", False),
    ("The company is in talks with Siemens.", "MEET", True),
    pytest.param("Paris freut sich darauf, ihn bald bei einem Besuch in Rom zu begrüßen.", "MEET", False, marks=TAKEN_IN),
    ("Die Vorstellungen Zapatas ließen sich nicht vereinbaren.", "AGREE_SIGN", False),
    ("Paris will eine Umsetzung der Vereinbarung von Minsk erreichen.", "AGREE_SIGN", False),
    ("Paris und Rom wollen eine Vereinbarung erreichen.", "AGREE_SIGN", True),
    # what may come threatens nobody
    ("Der HSV droht die Lizenz zu verlieren.", "THREATEN", False),
    ("Die Deutsche Börse drohe von Platz vier auf Platz sechs abzurutschen.", "THREATEN", False),
    ("Verdi drohte, Siemens zu verklagen.", "THREATEN", True),
    ("Die Bedrohung Missouris durch die Truppen war abgewehrt.", "THREATEN", False),
    ("The dispute threatens to derail the talks.", "THREATEN", False),
    ("The man was threatened with a knife.", "THREATEN", True),
    ("The paper alleged that the minister took bribes.", "ACCUSE", True),
    ("The paper alleged that it rained.", "ACCUSE", False),
    ("Dem Mann wird Mord vorgeworfen.", "ACCUSE", True),
    ("Climate change threatens the species.", "THREATEN", False),
    ("Haltern von Hunden droht eine Strafe, teilte der Zoll mit.", "THREATEN", False),
    # to give up, to believe and to kick off deny nothing that anybody said
    ("Siemens refused to pay.", "DENY_REJECT", True),
    pytest.param("Tristan refused to give up.", "DENY_REJECT", False, marks=TAKEN_IN),
    ("The mayor refused to believe it.", "DENY_REJECT", False),
    ("Der Konzern weigerte sich zu zahlen.", "DENY_REJECT", True),
    ("Der Konzern weigert sich, aufzugeben.", "DENY_REJECT", False),
    ("Merkel weigerte sich zu glauben, dass er log.", "DENY_REJECT", False),
    ("Der Minister bestreitet die Vorwürfe.", "DENY_REJECT", True),
    ("Der Minister bestreitet seinen Lebensunterhalt mit Musik.", "DENY_REJECT", False),
    ("Bayern bestreitet am Samstag ein Testspiel.", "DENY_REJECT", False),
    ("Merkel widersprach sich.", "DENY_REJECT", False),
    ("Merkel widersprach dem Minister.", "DENY_REJECT", True),
    pytest.param("Kane was denied by the Rangers goalkeeper.", "DENY_REJECT", False, marks=TAKEN_IN),
    ("Siemens turned down the offer.", "DENY_REJECT", True),
    ("Merkel turned down the volume.", "DENY_REJECT", False),
    pytest.param("The general dismissed his troops.", "DENY_REJECT", False, marks=TAKEN_IN),
    ("Protesters dismissed his comments as selfish.", "DENY_REJECT", True),
    ("The spokesman would neither confirm nor deny the report.", "DENY_REJECT", False),
    ("The plan met with resistance.", "MEET", False),
    ("The players engaged in a dialogue with the fans.", "MEET", True),
    ("Er kam mit dem Geld in Kontakt.", "MEET", False),
    ("He pushed the door to the garden.", "CALL_FOR", False),
    ("The rumours prompted calls for an inquiry.", "CALL_FOR", True),
    ("Der Verband hat sich dafür ausgesprochen, Huawei auszuschließen.", "CALL_FOR", True),
    ("Die Tür war absurd hoch.", "DENY_REJECT", False),
    # writings and findings do not keep silent, nor does who is blamed for it
    ("Merkel would not say where they met.", "NO_COMMENT", True),
    ("The report does not say where they met.", "NO_COMMENT", False),
    ("Merkel nannte keine Gründe.", "NO_COMMENT", True),
    ("Die Studie nannte keine Gründe.", "NO_COMMENT", False),
    ("Siemens did not disclose the price.", "NO_COMMENT", True),
    ("Siemens was criticised for not disclosing the loan.", "NO_COMMENT", False),
    ("Siemens weigerte sich, den Vorfall zu kommentieren.", "NO_COMMENT", True),
    ("Bitte antworten Sie nicht auf diese Mail.", "NO_COMMENT", False),
    ("Siemens antwortete nicht auf eine Bitte um Auskunft.", "NO_COMMENT", True),
    ("The official refused to identify himself.", "NO_COMMENT", False),
    # the police search, and so do others
    ("Police searched the house.", "INVESTIGATE", True),
    ("The house was searched.", "INVESTIGATE", True),
    ("The boy searched the house for his keys.", "INVESTIGATE", False),
    ("Die Polizei durchsuchte das Haus.", "INVESTIGATE", True),
    ("Er durchsuchte das Haus nach seinen Schlüsseln.", "INVESTIGATE", False),
    ("Das Finanzamt nahm den Konzern unter die Lupe.", "INVESTIGATE", True),
    ("Der Trainer nahm den Gegner unter die Lupe.", "INVESTIGATE", False),
    ("Siemens is looking into the possibility of a move.", "INVESTIGATE", False),
    ("The town is under a flood warning.", "WARN", False),
    ("The ministry is warning travellers about floods.", "WARN", True),
    ("Smith was found guilty of murder.", "ENFORCE", True),
    ("Smith was found not guilty of murder.", "ENFORCE", False),
    ("The sentencing of Smith drew protests.", "ENFORCE", True),
    ("Smith's sentencing hearing drew protests.", "ENFORCE", False),
    ("Smith was convicted of espionage during the Cold War.", "ENFORCE", True),
    ("Police arrested the decline.", "ENFORCE", False),
])
def test_how_people_refuse_agree_meet_and_threaten(text: str, event_type: str, expected: bool) -> None:
    assert (event_type in {e.event_type for e in found(text)}) is expected


@pytest.mark.parametrize("text", [
    "He denied the allegations against Siemens.", "Er bestritt die Vorwürfe gegen Siemens.",
    "The allegations against Siemens were false.",
])
def test_a_denied_accusation_was_made(text: str) -> None:
    accused = [(e.modality, e.polarity) for e in found(text) if e.event_type == "ACCUSE"]
    assert accused == [("asserted", "positive")]


@pytest.mark.parametrize(("text", "status"), [
    ("Norway has been investigating Oracle since 2019.", "ongoing"),
    ("Norway has investigated Oracle.", "completed"),
    ("Norwegen untersucht Oracle seit 2019.", "ongoing"),
    ("Ryanair is being investigated by Italy.", "ongoing"),
    ("Ryanair was being investigated by Italy.", "completed"),
    ("Ryanair has been investigated by Italy.", "completed"),
    ("Gegen Ryanair wird ermittelt.", "ongoing"),
])
def test_what_goes_on_is_not_completed(text: str, status: str) -> None:
    assert only(text, "INVESTIGATE").status == status


@pytest.mark.parametrize(("text", "event_type", "status"), [
    ("Novartis wollte sich zu dem Bericht nicht äußern.", "NO_COMMENT", "completed"),
    ("Novartis will sich zu dem Bericht nicht äußern.", "NO_COMMENT", "ongoing"),
    ("Novartis would not comment on the report.", "NO_COMMENT", "completed"),
    ("Novartis bestreitet die Vorwürfe.", "DENY_REJECT", "ongoing"),
    ("Novartis bestritt die Vorwürfe.", "DENY_REJECT", "completed"),
    ("Norwegen fürchtet einen Angriff.", "CONCERN", "ongoing"),
    ("Scholz empfing Präsident Tokajew in Berlin.", "MEET", "completed"),
    ("Die USA erklärten, sie hätten Sanktionen gegen Rosneft verhängt.", "SANCTION_IMPOSE", "completed"),
    ("In a letter to Congress, Boeing denied the allegations.", "LETTER", "completed"),
    ("In einem Brief an den Bundestag bestritt Boeing die Vorwürfe.", "LETTER", "completed"),
])
def test_present_and_past_of_what_is_said(text: str, event_type: str, status: str) -> None:
    assert only(text, event_type).status == status


@pytest.mark.parametrize(("text", "status", "polarity"), [
    ("Broadcom completed its acquisition of VMware.", "completed", "positive"),
    ("Broadcom hat die Übernahme von VMware vollzogen.", "completed", "positive"),
    ("Broadcom has not completed its acquisition of VMware.", "completed", "negative"),
    ("Broadcom plans to complete its acquisition of VMware.", "not_started", "positive"),
    ("Broadcom will die Übernahme von VMware abschließen.", "not_started", "positive"),
])
def test_who_completes_a_takeover_has_made_it(text: str, status: str, polarity: str) -> None:
    event = only(text, "OWNERSHIP_CHANGE")
    assert (event.status, event.polarity, fillers(event, "agent")) == (status, polarity, ["Broadcom"])


@pytest.mark.parametrize("text", [
    "Beim Gipfel in Tallinn haben Scholz und Macron über Waffen beraten.",
    "At the summit, Merkel met Macron.",
])
def test_a_noun_with_the_parties_of_a_verb_is_no_second_event(text: str) -> None:
    only(text, "MEET")


@pytest.mark.parametrize(("text", "event_type", "kind"), [
    ("Nach Angaben von Diplomaten hat die EU Sanktionen gegen Rosneft verhängt.", "SANCTION_IMPOSE", "anonymous_source"),
    ("Aus Regierungskreisen hieß es, die EU habe Sanktionen gegen Rosneft verhängt.", "SANCTION_IMPOSE", "anonymous_source"),
    ("Aus einem Bericht der UNO geht hervor, dass die EU Sanktionen gegen Rosneft verhängt hat.", "SANCTION_IMPOSE",
     "document"),
    ("Medienberichten zufolge hat die EU Sanktionen gegen Rosneft verhängt.", "SANCTION_IMPOSE", "document"),
    ("Diplomats said the EU had imposed sanctions on Rosneft.", "SANCTION_IMPOSE", "anonymous_source"),
    ("Das Finanzministerium verhängte Sanktionen gegen Rosneft, heißt es in dem Schreiben.",
     "SANCTION_IMPOSE", "document"),
    ("Laut Reuters verhängte Washington im Mai 2014 Sanktionen gegen Rosneft.", "SANCTION_IMPOSE", "indirect_speech"),
    ("According to Reuters, Washington imposed sanctions on Rosneft in May 2014.",
     "SANCTION_IMPOSE", "indirect_speech"),
    ("Washington has imposed sanctions on Rosneft, two people with knowledge of the matter said.",
     "SANCTION_IMPOSE", "anonymous_source"),
    ("„Wir fordern Sie auf, Sanktionen gegen Rosneft zu verhängen“, schrieb Senator Bill Hagerty.",
     "CALL_FOR", "direct_quote"),
    ("Washington verhängte im Mai 2014 Sanktionen gegen Rosneft.", "SANCTION_IMPOSE", "author"),
    ("Der Sprecher sagte, die EU habe Sanktionen gegen Serbien verhängt.", "SANCTION_IMPOSE", "indirect_speech"),
    ("The spokesman said the EU had imposed sanctions on Serbia.", "SANCTION_IMPOSE", "indirect_speech"),
    ("Beijing claims that Washington sent spies and imposed sanctions on China.", "SANCTION_IMPOSE", "indirect_speech"),
    ("Gerüchten zufolge haben die USA ZTE auf die Entity List gesetzt.", "LIST_ADD", "indirect_speech"),
    # what a relative clause says of somebody is not said by him of the rest
    ("Police arrested two men in Oslo who are said to have worked for Moscow.", "ENFORCE", "author"),
    ("Oslo sanctioned the banker Igor Kim, who says he is innocent.", "SANCTION_IMPOSE", "author"),
    ("Oslo sanktionierte den Bankier Igor Kim, der sagt, er sei unschuldig.", "SANCTION_IMPOSE", "author"),
    ("Oslo sanctioned the banker Igor Kim, the minister said.", "SANCTION_IMPOSE", "indirect_speech"),
    # a form of the next clause tells nothing of this one
    ("Das Land stimmt zu. Verbandschef Jan Rau schrieb in einem Brief an Cem Özdemir, die Ernten seien in Gefahr.",
     "LETTER", "author"),
    ("The country agrees. Jan Rau wrote in a letter to Cem Özdemir that the harvests were in danger.",
     "LETTER", "author"),
])
def test_attribution(text: str, event_type: str, kind: str) -> None:
    assert only(text, event_type).attribution.kind == kind


@pytest.mark.parametrize(("text", "event_type", "source"), [
    # a relative clause has its own source, and its noun's word says nothing of it
    ("Washington setzte SMIC auf die Entity List, die laut Gina Raimondo lang ist.", "LIST_ADD", None),
    ("The EU sanctioned Rosneft, which according to Kyiv paid for the war.", "SANCTION_IMPOSE", None),
    ("Angela Merkel, who met Putin in Oslo, said the talks were good.", "MEET", None),
    ("Angela Merkel, who met Putin in Oslo, said the talks were good.", "STATEMENT", None),
    ("Angela Merkel, die Putin in Oslo traf, sagte, die Gespräche seien gut.", "MEET", None),
    ("Angela Merkel, die Putin in Oslo traf, sagte, die Gespräche seien gut.", "STATEMENT", None),
    ("Putin, whom Merkel met in Oslo, praised the talks, according to Reuters.", "MEET", "Reuters"),
    ("Rosneft, which the EU sanctioned, sells oil, Reuters reported.", "SANCTION_IMPOSE", "Reuters"),
    ("The EU sanctioned Rosneft, according to Reuters.", "SANCTION_IMPOSE", "Reuters"),
    ("Wie Reuters meldete, hat die EU Rosneft sanktioniert.", "SANCTION_IMPOSE", "Reuters"),
    # who says it is the subject, not who stands nearest to the verb
    ("Wang Yi, China's top diplomat, told Antony Blinken that Washington had sanctioned Huawei.",
     "SANCTION_IMPOSE", "Wang Yi"),
    ("Die EU hat Rosneft sanktioniert, heißt es in dem Brief.", "SANCTION_IMPOSE", "dem Brief"),
    ("Die kanadische Regierung kündigte an, sie werde TikTok verbieten.", "BAN_EXCLUDE", "Die kanadische Regierung"),
    ("The Canadian government announced that it would ban TikTok.", "BAN_EXCLUDE", "The Canadian government"),
    ("Der Konzern gab bekannt, dass er Fitbit übernommen habe.", "OWNERSHIP_CHANGE", "Der Konzern"),
    # two verbs of one subject: neither reports the other
    ("The senator wrote to Intel and urged it to leave China.", "CALL_FOR", None),
    ("Amnesty schrieb an Siemens und forderte den Konzern auf, die Lieferung zu stoppen.", "CALL_FOR", None),
    ("The organisation urged Microsoft to end the deal and warned of abuse.", "CALL_FOR", None),
    # a letter does not tell of itself
    ("The open letter was signed by 300 scientists.", "LETTER", None),
    ("In einem Brief an den Bundestag warnte Siemens vor Zöllen.", "WARN", "einem Brief"),
    ("The Commerce Department said on Thursday it had put 37 Chinese companies on its blacklist.", "LIST_ADD",
     "Commerce Department"),
    ("The manufacturer Bosch stressed it had supplied no parts to Russia.", "SUPPLY", "The manufacturer Bosch"),
    # so and whoever says it, between commas
    ("Nokia habe, so das Finanzministerium, Sanktionen umgangen.", "EVADE_VIOLATE", "das Finanzministerium"),
    ("Die EU hat Rosneft sanktioniert, so Reuters.", "SANCTION_IMPOSE", "Reuters"),
])
def test_whose_word_it_is(text: str, event_type: str, source: str | None) -> None:
    said = only(text, event_type).attribution
    assert (said.source and text[said.source.start : said.source.end]) == source


def test_anonymous_sources_are_counted() -> None:
    event = only("Washington has imposed sanctions on Rosneft, two people with knowledge of the matter said.",
                 "SANCTION_IMPOSE")
    assert event.attribution.n_anonymous_sources == 2


# --- the gold articles -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def german() -> Record:
    text = (GOLD / "000_66a098de51a96f95.txt").read_bytes().decode("utf-8")
    return annotate_document(Document("000_66a098de51a96f95", text), Settings())


@pytest.fixture(scope="module")
def english() -> Record:
    text = (GOLD / "002_cd497eac2b684e7c.txt").read_bytes().decode("utf-8")
    return annotate_document(Document("002_cd497eac2b684e7c", text), Settings())


def listings(record: Record) -> set[tuple[str, str, str, str | None]]:
    return {
        (target, e.modality, e.polarity, e.time.edtf if e.time else None)
        for e in record.events if e.event_type == "LIST_ADD" for target in fillers(e, "target")
    }


def test_the_three_listings_of_the_german_article(german: Record) -> None:
    asserted = {row for row in listings(german) if row[1] == "asserted"}
    assert asserted == {
        ("Huawei", "asserted", "positive", "2019-05"),
        ("Huawei Cloud", "asserted", "positive", "2020-08"),
        ("BUPT", "asserted", "positive", "2020-12"),
    }


def test_alibaba_cloud_was_not_listed(german: Record) -> None:
    rows = {row for row in listings(german) if "Alibaba" in row[0]}
    assert rows == {("Alibaba Cloud", "requested", "positive", None)}


def test_huawei_cloud_sanctioned_nobody(german: Record) -> None:
    for event in german.events:
        if event.event_type.startswith(("SANCTION", "LIST", "BAN")):
            assert not any("Huawei" in agent for agent in fillers(event, "agent"))


def test_tiktok_was_not_sold(english: Record) -> None:
    for event in english.events:
        if event.event_type in ("DIVEST_FORCE", "OWNERSHIP_CHANGE") and (event.modality, event.polarity) == (
            "asserted", "positive"
        ) and event.status not in ("attempted", "failed"):
            assert not any("TikTok" in r.text or "ByteDance" in r.text for r in event.roles)


def test_nothing_is_dated_by_the_day_of_publication(english: Record) -> None:
    assert english.published == Published("2023-06-22", "header")
    assert all(e.time is None or e.time.edtf != "2023-06-22" for e in english.events)


def figures(gold: Path, record_lines: list[dict[str, Any]], folder: Path, *options: str) -> dict[str, Any]:
    predicted = folder / "predicted.jsonl"
    predicted.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in record_lines), encoding="utf-8")
    out = subprocess.run(
        [sys.executable, str(SHARED / "tools" / "eval_events.py"), str(gold), str(predicted), "--json", *options],
        capture_output=True, text=True, check=True,
    )
    figures: dict[str, Any] = json.loads(out.stdout)
    return figures


@needs_shared
def test_floors_on_the_dev_texts(tmp_path: Path) -> None:
    gold = SHARED / "data" / "events" / "dev.jsonl"
    records = []
    for line in gold.open(encoding="utf-8", newline="\n"):
        data = json.loads(line)
        published = Published(data["published"]["edtf"], "metadata") if data["published"] else Published()
        document = Document(data["doc_id"], data["text"], published=published)
        records.append(annotate_document(document, Settings()).to_json())
    scores = figures(gold, records, tmp_path)
    assert scores["all"]["event"]["f1"] >= 0.93
    assert scores["lang:de"]["event"]["f1"] >= 0.94
    assert scores["lang:en"]["event"]["f1"] >= 0.91
    assert scores["all"]["event"]["p"] >= 0.97
    assert scores["all"]["roles"]["f1"] >= 0.76
    assert scores["all"]["time"] >= 0.86
    assert scores["all"]["time_invented"] <= 1
    assert scores["all"]["modality"] >= 0.95
    assert scores["all"]["polarity"] >= 0.96
    assert scores["all"]["unsafe"] <= 1


@pytest.mark.parametrize("family", [name for name in bench.FAMILIES if not name.startswith(("places", "dates"))])
def test_the_benchmark_leaves_a_family_of_rules_out(family: str) -> None:
    text = (
        "Die EU hat am 3. Mai 2021 angekündigt, Huawei zu verbieten. ZTE wurde von Norwegen verboten. Polen hat Dahua "
        "nicht verboten. Oslo könnte TikTok verbieten. Berlin erwägt ein Verbot von WeChat durch Indien."
    )
    with bench._without(bench.FAMILIES[family]):
        without = found(text)
    assert without and without != found(text)


@needs_shared
def test_floors_on_news_that_no_rule_was_written_for(tmp_path: Path) -> None:
    gold = list(news.gold(SHARED / "data", held=True))
    records = []
    for line in gold:
        published = Published(line["dct"], "metadata") if line.get("dct") else Published()
        records.append(annotate_document(Document(line["doc_id"], line["text"], published=published), Settings()).to_json())
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in gold), encoding="utf-8")
    scores = figures(path, records, tmp_path)
    assert scores["all"]["event"]["p"] >= 0.87
    assert scores["all"]["event"]["r"] >= 0.64
    assert scores["lang:de"]["event"]["f1"] >= 0.73
    assert scores["lang:en"]["event"]["f1"] >= 0.74
    assert scores["all"]["roles"]["f1"] >= 0.56
    assert scores["all"]["modality"] >= 0.85
    assert scores["all"]["unsafe"] <= 1


@pytest.mark.parametrize(("text", "filler"), [
    ("Da erhält Rosl Hilfe von ihrer Tante Cilli, die zugleich ihr Vormund ist.", "Hilfe"),
    ("Rosl received money from her aunt Cilli, who is her guardian as well.", "money"),
])
def test_what_is_given_is_not_named_by_who_gives_it(text: str, filler: str) -> None:
    event = only(text, "SUPPLY")
    assert (fillers(event, "object"), len(fillers(event, "agent"))) == ([filler], 1)


def test_a_mended_tree_has_no_circle() -> None:
    tree: Any = SimpleNamespace(heads=[0, 0, 1], deps=["root", "obj", "nmod"], below=[])
    grafting.hang(tree, 1, 2, "obj")
    assert (tree.heads, tree.deps) == ([0, 0, 1], ["root", "obj", "nmod"])
    grafting.hang(tree, 2, 0, "obl")
    assert (tree.heads, tree.deps) == ([0, 0, 0], ["root", "obj", "obl"])


def test_whatever_the_parser_says_the_mended_tree_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(7)
    read, mend = tokens._tokens, mending.mend
    mended = []

    def any_tree(*given: Any) -> tokens.Tokens:
        row = read(*given)
        order = rng.sample(range(len(row.heads)), len(row.heads))
        for place, i in enumerate(order):
            row.heads[i] = order[rng.randrange(place)] if place else i
        row.deps = ["root" if head == i else rng.choice(row.deps) for i, head in enumerate(row.heads)]
        return row

    def checked(whole: sentence.Sentence) -> None:
        mend(whole)
        mended.append(whole)
        for at in range(len(whole)):
            for _ in whole.heads:
                at = whole.heads[at]  # noqa: PLW2901
            assert whole.heads[at] == at
        below = [[i for i, head in enumerate(whole.heads) if head == at != i] for at in range(len(whole))]
        assert whole.below in ([], below)

    monkeypatch.setattr(tokens, "_tokens", any_tree)
    monkeypatch.setattr(mending, "mend", checked)
    for _, lang, text in EXAMPLES * 3:
        found(text, lang)
    assert len(mended) > 2 * len(EXAMPLES)


# --- the data file ---------------------------------------------------------------------------------------------


def test_every_type_of_the_gold_articles_has_rules_and_the_same_meaning() -> None:
    types = resources.load("events")
    ontology = json.loads((ROOT / "corpora" / "gold" / "ontology.json").read_text(encoding="utf-8"))
    assert set(ontology["roles"]) == set(ROLES)
    for wanted in ontology["event_types"]:
        entry = types[wanted["code"]]
        assert (entry["group"], entry["means"], entry["plover"]) == (
            wanted["group"], wanted["definition"], wanted["plover"]
        )  # fmt: skip
    for lang in resources.LANGUAGES:
        assert set(types) == {frame.event_type for frame in grammar.frames(lang)}


def test_a_malformed_entry_is_named_by_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    types = {code: {**entry} for code, entry in resources.load("events").items()}
    types["MEET"]["de"] = [types["MEET"]["de"][0], {**types["MEET"]["de"][1], "rolls": {}}]
    monkeypatch.setattr(grammar, "load", lambda name: types)
    text = resources.path("events.yaml").read_text(encoding="utf-8").splitlines()
    with pytest.raises(ResourceError, match=r"MEET, de, frame 2: unknown: rolls") as error:
        grammar.frames.__wrapped__("de")
    line = int(re.search(r"line (\d+)", str(error.value))[1])
    assert "sprechen" in text[line - 1]


@pytest.mark.parametrize(("frame", "message"), [
    ({"verbs": ["add"], "roles": {"target": "middle"}}, r"LIST_ADD, en, frame 1: 'middle' is neither a slot"),
    ({"verbs": ["add"], "roles": {"victim": "object"}}, r"frame 1: victim is no role"),
    ({"roles": {"target": "object"}}, r"frame 1: needs either verbs or nouns"),
    ({"verbs": ["add"], "needs": ["target"], "roles": {}}, r"frame 1: needs target, but no role"),
])
def test_a_malformed_frame_is_named(frame: dict[str, Any], message: str) -> None:
    with pytest.raises(ResourceError, match=message):
        grammar._frame("LIST_ADD", {}, "en", 0, frame)


LOOKS_AT_WORDS = {"endswith", "startswith", "removesuffix", "removeprefix", "replace", "count", "find", "index"}


def words_in_code(source: str) -> set[str]:
    """Strings of small letters that code compares with something, holds in a collection or looks for in a word."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        looked: list[ast.AST] = []
        if isinstance(node, ast.Compare):
            looked = [node.left, *node.comparators]
        elif isinstance(node, ast.Set | ast.Tuple | ast.List):
            looked = list(node.elts)
        elif isinstance(node, ast.Dict):
            looked = [key for key in node.keys if key]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LOOKS_AT_WORDS:
            looked = [inner for argument in node.args for inner in ast.walk(argument)]
        found |= {
            item.value for item in looked if isinstance(item, ast.Constant)
            and isinstance(item.value, str) and item.value.strip("'’").isalpha() and item.value.islower()
        }
    return found


def test_no_word_and_no_ending_of_a_language_stands_in_the_rules() -> None:
    own = {*get_args(Modality), *get_args(Polarity), *get_args(Status), *get_args(AttributionKind), *get_args(Kind)}
    own |= {*grammar.SLOTS, *sentence.KINDS, *CONFIDENCE, *truth.UNDONE, *ROLES}
    own |= {*grammar.ENTRY_KEYS, *grammar.FRAME_KEYS, *grammar.GROUPS, *grammar.ALONE}
    own |= set(json.loads((ROOT / "models" / "kurier" / "config.json").read_text(encoding="utf-8"))["relations"])
    for lang in resources.LANGUAGES:
        data = resources.language(lang, "events")
        own |= {*data["governors"], *data["modals"], *data["hedges"]}
    assert {"being", "zu", "ed", "'s"} <= words_in_code("w == 'being' or w in ['zu'] or w.endswith(('ed', \"'s\"))")
    for module in (ROOT / "pipeline" / "depesche" / "events").glob("*.py"):
        source = module.read_text(encoding="utf-8")
        assert 'lang == "' not in source
        assert words_in_code(source) <= own, module.name


# --- texts without sentences -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "clause", "event_type"), [
    ("de", "Washington verhängte im Mai 2014 Sanktionen gegen Rosneft ", "SANCTION_IMPOSE"),
    ("en", "Washington imposed sanctions on Rosneft in May 2014 ", "SANCTION_IMPOSE"),
])
def test_a_text_without_full_stops_is_read_in_pieces(lang: str, clause: str, event_type: str) -> None:
    text = clause * 300
    record = annotate_document(Document("x", text, lang=lang), Settings())
    events = [e for e in record.events if e.event_type == event_type]
    assert len(events) >= 290
    assert sum(e.text.startswith("Rosneft") for e in record.entities) == len(record.dates) == 300  # or Rosneft Washington
    for event in events:
        assert event.quote.text == text[event.quote.start : event.quote.end]
        assert len(event.quote.text.split()) <= tokens.LONGEST
        assert all(event.quote.start <= r.start < r.end <= event.quote.end for r in event.roles)


def test_a_piece_ends_behind_a_mark_and_in_no_name() -> None:
    n = tokens.LONGEST

    def cut(forms: list[str], *names: tuple[int, int]) -> list[int]:
        starts = list(range(0, 2 * len(forms), 2))
        row = tokens.Tokens(
            forms, forms, forms, starts, [s + 1 for s in starts], [True] * len(forms), [False] * len(forms), [], [], [], {}
        )
        rows = [Entity(2 * first, 2 * end - 1, "", "ORG", "name") for first, end in names]
        pieces = list(tokens.pieces(row, rows))
        assert [form for piece in pieces for form in piece.forms] == forms
        return [len(piece.forms) for piece in pieces]

    assert cut(["a"] * n) == [n]
    assert cut(["a"] * (n + 1)) == [n, 1]
    assert cut([*["a"] * (n - 20), ",", *["a"] * 50]) == [n - 19, 50]
    assert cut([*["a"] * (n - 40), ";", *["a"] * 19, ",", *["a"] * 50]) == [n - 39, 70]
    assert cut(["a"] * (n + 9), (n - 3, n + 2)) == [n - 3, 12]
    assert cut(["a"] * (n + 9), (0, n + 5)) == [n, 9]


@pytest.mark.parametrize(("lang", "words"), [
    ("de", "verhängte Sanktionen gegen Russland "), ("en", "to add to ban to "), ("en", "he said that "), ("de", ", "),
])
def test_endless_clauses_do_not_hold_up_a_run(lang: str, words: str) -> None:
    before = time.process_time()
    annotate_document(Document("x", words * (50_000 // len(words)), lang=lang), Settings())
    assert time.process_time() - before < 60  # what grows with the square takes minutes


@pytest.mark.parametrize(("text", "kind", "number"), [
    ("We urge you to sanction Huawei, they said.", "direct_quote_unmarked", None),
    ("„Wir fordern Sanktionen gegen Huawei und andere Firmen“, sagte der Senator.", "direct_quote", None),
    ("Der Minister drückte „tiefe Besorgnis“ über Huawei aus.", "direct_quote_partial", None),
    ("In dem Schreiben wurde Washington aufgefordert, Huawei auf die Entity List zu setzen.", "document", None),
    ("The Commerce Department will sanction Huawei, two of the people said.", "anonymous_source", 2),
    ("Washington habe Sanktionen gegen Huawei verhängt.", "indirect_speech", None),
    ("Washington verhängte Sanktionen gegen Huawei und sagte Kiew Hilfe zu.", "author", None),
])
def test_on_whose_word(text: str, kind: str, number: int | None) -> None:
    said = [e.attribution for e in found(text) if e.event_type != "STATEMENT"]
    assert said
    assert all((a.kind, a.n_anonymous_sources) == (kind, number) for a in said)


@pytest.mark.parametrize("text", [
    "Meta does not have to pay a fine of 20 million euros.",
    "You will never pay a penalty for it, Apple said.",
    "Meta muss keine Strafe von 20 Millionen Euro zahlen.",
    "Nokia muss nicht verkaufen.",
    "The firm was not receiving information on licensed drivers.",
    "So, to answer your question, no, Meta is not in Oslo.",
    "An old report called Bush an exceptionally fine young officer.",
    "A judge in Texas threw out the conviction of Edwin Wilson.",
    "Ein Gericht in Texas hob die Verurteilung von Edwin Wilson auf.",
])
def test_who_need_not_is_not_asked_and_a_word_in_passing_is_no_trigger(text):
    assert not {"ENFORCE", "CALL_FOR", "LICENCE_DECISION", "NO_COMMENT"} & {e.event_type for e in found(text)}


@pytest.mark.parametrize(("text", "event_type", "edtf"), [
    ("Lula testified before the 9/11 Commission.", "PARTICIPATE", None),
    ("Amnesty accused Mali of violating a 2003 peace agreement.", "ACCUSE", None),
    ("Amnesty accused Mali in 2003 of violating a peace agreement.", "ACCUSE", "2003"),
    ("Norway imposed the 2019 sanctions on Mali.", "SANCTION_IMPOSE", "2019"),
])
def test_a_date_in_a_name_or_before_a_noun_is_of_that_alone(text, event_type, edtf):
    time = only(text, event_type).time
    assert (time and time.edtf) == edtf


def test_who_does_not_set_out_does_not_do_it():
    assert only("Lula is not coming to visit Macron.", "MEET").polarity == "negative"
    assert only("Lula is coming to visit Macron.", "MEET").polarity == "positive"


def test_who_writes_is_not_what_the_letter_holds():
    roles = {r.role for r in only("Poison was contained in a letter to Siemens.", "LETTER").roles}
    assert roles == {"addressee"}


def test_without_syntax_places_tell_and_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_tokens", bench._unparsed)
    kinds = [{e.event_type for e in found(text, lang)} for _, lang, text in EXAMPLES]
    right = sum(event_type in some for (event_type, _, _), some in zip(EXAMPLES, kinds, strict=True))
    assert right > 0.7 * len(EXAMPLES)
    assert only("Amnesty accused Mali of violating a 2003 peace agreement.", "ACCUSE").time is None
