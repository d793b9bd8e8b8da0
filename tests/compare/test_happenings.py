from __future__ import annotations

import pytest

from depesche.run.compare import compare_sentences

OTHERWISE = [
    ("event_modality", "Die Senatoren forderten, Sanktionen gegen den Iran zu verhängen.", "The senators imposed sanctions on Iran."),
    ("event_modality", "The commission plans to add Huawei to the Entity List.", "Die Kommission hat Huawei auf die Entity List gesetzt."),
    ("event_modality", "Das Handelsministerium setzte Alibaba auf die Entity List.", "The Commerce Department wants to add Alibaba to the Entity List."),
    ("event_polarity", "Die USA haben keine Sanktionen gegen die Türkei verhängt.", "The United States imposed sanctions on Turkey."),
    ("event_polarity", "The European Union imposed sanctions on Belarus.", "Die Europäische Union verhängte keine Sanktionen gegen Belarus."),
    pytest.param("event_status", "Die Polizei versuchte, den Journalisten festzunehmen.", "The police arrested the journalist.",
                 marks=pytest.mark.xfail(strict=True, reason="the words of both are too little alike here for one party")),
    ("event_parts", "China verhängte Sanktionen gegen die USA.", "The United States imposed sanctions on China."),
    ("event_parts", "Microsoft hat Nokia gekauft.", "Nokia has bought Microsoft."),
    ("event_source", "Nach Angaben der Opposition verhafteten die Behörden zwölf Journalisten.", "The authorities arrested twelve journalists."),
]  # fmt: skip
SAME = [
    ("Die Senatoren forderten, Sanktionen gegen den Iran zu verhängen.", "The senators called for sanctions to be imposed on Iran."),
    ("Die EU will Sanktionen gegen Belarus verhängen.", "The EU plans to impose sanctions on Belarus."),
    ("Huawei liefert die Server.", "Huawei will supply the servers."),
    ("Die USA verhängten Sanktionen gegen die Türkei.", "Turkey was sanctioned by the United States."),
    ("Die Polizei versuchte vergeblich, den Journalisten festzunehmen.", "The police tried in vain to arrest the journalist."),
    ("Nach Angaben der Opposition verhafteten die Behörden zwölf Journalisten.", "The authorities arrested twelve journalists, the opposition says."),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "source", "target"), OTHERWISE)
def test_events_told_otherwise(reason, source, target) -> None:
    for first, second in ((source, target), (target, source)):
        (found,) = [f for f in compare_sentences([first], [second]).findings if f.note.startswith("event_")]
        assert (found.type, found.operation, found.note) == ("claim", "changed", reason)
        assert found.values[0] != found.values[1]
        assert first[found.source.start : found.source.end] == found.source.text


@pytest.mark.parametrize(("german", "english"), SAME)
def test_events_told_alike(german, english) -> None:
    assert compare_sentences([german], [english]).findings == ()
    assert compare_sentences([english], [german]).findings == ()
