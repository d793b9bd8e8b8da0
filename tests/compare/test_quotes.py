from __future__ import annotations

import pytest

from depesche.run.compare import compare_sentences

ALTERED = [
    # reason, operation, source, target
    ("quote_to_paraphrase", "changed", "„Wir haben den Angriff auf unsere Systeme sofort gemeldet“, sagte die Ministerin.",
     "The minister said that they had immediately reported the attack on their systems."),
    ("quote_to_paraphrase", "changed", "\"I will not sign this treaty before the election,\" the president said.",
     "Der Präsident sagte, er werde diesen Vertrag nicht vor der Wahl unterschreiben."),
    ("paraphrase_to_quote", "changed", "Der Präsident sagte, er werde diesen Vertrag nicht vor der Wahl unterschreiben.",
     "“I will not sign this treaty before the election,” the president said."),
    ("paraphrase_to_quote", "changed", "The minister said that the attack on the hospital had been a terrible mistake.",
     "Die Ministerin sagte: »Der Angriff auf das Krankenhaus war ein schrecklicher Fehler.«"),
    ("quote_words", "dropped",
     "„Die Gespräche mit dem Nachbarland waren offen und freundlich, obwohl die Lage an der Grenze seit Wochen gefährlich ist“, sagte er.",
     "\"The talks with the neighbouring country were open and friendly,\" he said."),
    ("quote_words", "added", "„Die Gespräche mit dem Nachbarland waren offen und freundlich“, sagte er.",
     "‘The talks with the neighbouring country were open and friendly, although the situation at the border has been dangerous for weeks,’ he said."),
    pytest.param(
        "quote_speaker", "changed",
        "„Der Plan wird an den hohen Kosten scheitern“, sagte Weber. Lindner schwieg zu dem Plan.",
        "\"The plan will fail because of the high costs,\" said Lindner. Weber was silent about the plan.",
        marks=pytest.mark.xfail(reason="the encoder takes one of the two for no name"),
    ),
]  # fmt: skip
FAITHFUL = [
    ("„Wir haben den Angriff sofort gemeldet“, sagte die Ministerin.", "“We reported the attack immediately,” the minister said."),
    ("„Wir haben den Angriff sofort gemeldet“, sagte die Ministerin.", "The minister said: 'We reported the attack immediately.'"),
    ("»Das ist«, sagte Weber, »ein schwerer Fehler der Regierung gewesen.«", "\"That was a serious mistake by the government,\" Weber said."),
    ("Er nannte den Plan „absurd“ und „gefährlich“.", "He called the plan absurd and 'dangerous'."),
    ("Der Film „Das Leben der Anderen“ gewann den Preis.", "The film The Lives of Others won the award."),
    ("„Das wird teuer für das ganze Land werden“, sagte Bundeskanzlerin Angela Merkel.",
     "\"That will be expensive for the whole country,\" said Merkel, the German chancellor."),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "operation", "source", "target"), ALTERED)
def test_altered_quotations(reason, operation, source, target) -> None:
    found = compare_sentences([source], [target]).findings
    assert [(f.type, f.operation, f.note) for f in found] == [("claim", operation, reason)], found
    for finding in found:
        for place, text in ((finding.source, source), (finding.target, target)):
            assert place is None or text[place.start : place.end] == place.text


@pytest.mark.parametrize(("german", "english"), FAITHFUL)
def test_marks_that_look_otherwise_or_moved_are_no_finding(german, english) -> None:
    assert compare_sentences([german], [english]).findings == ()
    assert compare_sentences([english], [german]).findings == ()


def test_a_quotation_of_several_sentences_is_one() -> None:
    source = ["„Wir haben die Regierung vor den Folgen gewarnt.", "Niemand hat auf unseren Rat gehört“, sagte der Ingenieur."]
    target = ["\"We warned the government of the consequences.", "Nobody listened to our advice,\" the engineer said."]
    assert compare_sentences(source, target).findings == ()
    target = ["The engineer said that they had warned the government of the consequences and that nobody had listened to their advice."]
    assert {f.note for f in compare_sentences(source, target).findings} == {"quote_to_paraphrase"}
