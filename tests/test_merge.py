from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.merge import Mention, described, merge


def mention(number: int, **values: Any) -> Mention:
    ids = {role: frozenset(some.split()) for role, some in values.pop("ids", {"target": "huawei"}).items()}
    defaults: dict[str, Any] = {
        "mention_id": f"m{number}", "doc_id": f"d{number}", "lang": "de", "event_type": "LIST_ADD",
        "group": "measures", "modality": "asserted", "polarity": "positive", "status": "completed",
        "edtf": "2019-05", "ids": ids, "names": {"target": "Huawei"}, "confidence": 0.7,
    }
    return Mention(**{**defaults, **values})


def sizes(*mentions: Mention) -> list[int]:
    return sorted(len(event.mentions) for event in merge(mentions)[0])


def test_two_languages_one_event() -> None:
    assert sizes(mention(1), mention(2, lang="en")) == [2]


def test_a_coarser_date_is_the_same_time_and_the_conflict_is_listed() -> None:
    (event,), _ = merge([mention(1, edtf="2019-05"), mention(2, edtf="2019")])
    assert event.edtf == "2019-05"
    assert event.conflicts == ("time: 2019-05 | 2019",)


def test_what_must_stay_apart() -> None:
    assert sizes(mention(1), mention(2, edtf="2019-06")) == [1, 1]
    assert sizes(mention(1), mention(2, modality="requested")) == [1, 1]
    assert sizes(mention(1), mention(2, polarity="negative")) == [1, 1]
    assert sizes(mention(1), mention(2, ids={"target": "huawei-cloud"})) == [1, 1]
    assert sizes(mention(1, ids={}), mention(2, ids={})) == [1, 1]


def test_a_year_that_fits_two_dated_events_joins_neither() -> None:
    assert sizes(mention(1, edtf="2019-05"), mention(2, edtf="2019-08"), mention(3, edtf="2019")) == [1, 1, 1]


def test_undated_measures_merge_on_target_and_list_only() -> None:
    listed = {"target": "huawei", "instrument": "US-BIS-EL"}
    assert sizes(mention(1, edtf=None, ids=listed), mention(2, ids=listed)) == [2]
    assert sizes(mention(1, edtf=None), mention(2)) == [1, 1]
    assert sizes(mention(1, edtf="XXXX-04-25"), mention(2, edtf="XXXX-04-25")) == [1, 1]


def test_a_letter_without_its_year_is_the_letter_of_that_month() -> None:
    letter = {"event_type": "LETTER", "group": "communication", "ids": {"agent": "desc:9+republican+senator"}}
    german, english = mention(1, **letter, edtf="XXXX-04-25"), mention(2, **letter, lang="en", edtf="2023-04")
    ((event,), _), other = merge([german, english]), mention(3, **letter, edtf="2019-04-25")
    assert event.edtf == "2023-04-25"
    assert event.conflicts == ("time: XXXX-04-25 | 2023-04",)
    assert sizes(german, english, other) == [1, 1, 1]
    assert sizes(german, mention(2, **letter, edtf="2023-05")) == [1, 1]
    assert sizes(german, mention(2, **letter, edtf="XXXX-04-25")) == [1, 1]


def test_talks_merge_only_within_a_month_that_both_name() -> None:
    talks = {"event_type": "MEET", "group": "communication", "ids": {"agent": "biden", "co_agent": "xi"}}
    assert sizes(mention(1, **talks, edtf="2022-11-14"), mention(2, **talks, edtf="2022-11")) == [2]
    assert sizes(mention(1, **talks, edtf="2022"), mention(2, **talks, edtf="2022")) == [1, 1]
    assert sizes(mention(1, **talks, edtf=None), mention(2, **talks, edtf=None)) == [1, 1]


def test_a_denial_contradicts_and_a_request_is_related() -> None:
    _, links = merge([mention(1), mention(2, polarity="negative"), mention(3, modality="requested")])
    assert sorted(link.relation for link in links) == ["contradicts", "related_not_same"]
    _, links = merge([mention(1), mention(2, edtf="2019-08")])
    assert links == []


def test_a_link_says_on_what_two_events_agree_and_on_what_not() -> None:
    _, (link,) = merge([mention(1, edtf="2019-05-16"), mention(2, edtf="2019-05", modality="requested")])
    assert (link.relation, link.score) == ("related_not_same", 1.0)
    assert link.differences == ("time: 2019-05-16 | 2019-05", "modality: asserted | requested")


def test_a_group_told_by_number_and_words_is_one_in_both_languages() -> None:
    german, english = described("eine Gruppe von neun republikanischen Senatoren", "de"), described("nine Republican senators", "en")
    assert german
    assert german == english
    assert described("elf republikanische Senatoren", "de") != german
    assert described("die Senatoren", "de") is None
    assert described("neun Männer", "de") is None


def test_the_letter_of_a_text_is_the_one_its_senders_wrote() -> None:
    letter = {"event_type": "LETTER", "group": "communication"}
    sent = mention(1, **letter, doc_id="a", ids={"agent": "senators"}, edtf=None)
    dated = mention(2, **letter, doc_id="a", ids={}, edtf="2023-04-25")
    named = mention(3, **letter, doc_id="a", ids={"addressee": "yellen"}, edtf=None)
    other = mention(4, **letter, doc_id="b", lang="en", ids={"agent": "senators"}, edtf="2023-04")
    (event,), _ = merge([sent, dated, named, other])
    assert event.edtf == "2023-04-25"
    assert sizes(sent, dated, replace(named, ids={"agent": frozenset({"biden"})})) == [1, 1, 1]
    assert sizes(sent, dated, replace(other, edtf="2023-05")) == [1, 2]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["2019", "2019-05", "2019-05-16", "2020", None]),
                          st.sampled_from("abc"), st.sampled_from(["asserted", "requested"])), max_size=25), st.data())
def test_a_new_document_changes_only_the_events_it_touches(facts, data) -> None:
    mentions = [
        mention(i, doc_id=f"d{doc}", edtf=edtf, ids={"target": target}, modality=modality)
        for i, (doc, edtf, target, modality) in enumerate(facts)
    ]
    new = mention(99, doc_id="new", edtf="2019-05", ids={"target": "a"})
    before = {tuple(m.mention_id for m in e.mentions): e for e in merge(mentions)[0]}
    after = merge(data.draw(st.permutations([*mentions, new])))[0]
    for event in after:
        first = event.mentions[0]
        if first.modality == "requested" or "a" not in first.ids["target"]:
            assert before[tuple(m.mention_id for m in event.mentions)] == event


def test_the_order_of_the_input_does_not_matter() -> None:
    rng = random.Random(3)
    mentions = [
        mention(i, edtf=rng.choice(["2019", "2019-05", "2019-05-16", None]), ids={"target": rng.choice("ab")})
        for i in range(40)
    ]
    expected = merge(mentions)
    for _ in range(5):
        rng.shuffle(mentions)
        assert merge(mentions) == expected
