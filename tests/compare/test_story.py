"""The links between the two gold articles, and what two tellings of a story have in common."""

from __future__ import annotations

import json
from collections import defaultdict

import pytest

import depesche
from conftest import GOLD
from depesche.compare import parties
from depesche.compare.parties import Party, party
from depesche.compare.story import Told, in_one_role, link, relate, told
from depesche.entities.alike import description, keys, said
from depesche.merge import Mention, described, merge
from depesche.records import Entity, Record
from depesche.resources import load

LINKS = json.loads((GOLD / "gold_links.json").read_text(encoding="utf-8"))["links"]
EVENTS = {entry["id"]: entry for entry in LINKS if entry["kind"] == "event"}
ENTITIES = {entry["id"]: entry for entry in LINKS if entry["kind"] == "entity"}


def as_told(record):
    """The events of a gold record; whom a phrase refers to is annotated there, and stands for an id."""
    found = []
    for event in record["events"]:
        roles = defaultdict(list)
        for role in event["roles"]:
            known = role.get("refers_to") or []
            if "text" in role:
                roles[role["role"]].append(party(role["text"], record["lang"], known))
                roles[role["role"]] += [party(name, "en", [name]) for name in known if len(known) > 1]
        found.append(
            Told(
                event["event_id"], event["event_type"], event["modality"], event["polarity"],
                event["time"] and event["time"].get("edtf"), {k: tuple(v) for k, v in roles.items()}, event["status"],
                description(event["quote"]["text"], record["lang"]),
            )
        )
    return found


@pytest.fixture(scope="module")
def sides(gold_records):
    german, english = (gold_records[doc] for doc in ("000_66a098de51a96f95", "002_cd497eac2b684e7c"))
    return as_told(german), as_told(english)


@pytest.fixture(scope="module")
def links(sides):
    return link(*sides)


@pytest.mark.parametrize("name", [n for n, e in EVENTS.items() if e["relation"] in ("same_event", "same_claim", "overlap")])
def test_what_both_articles_tell(name, links) -> None:
    german, english = (tuple(member["ids"]) for member in EVENTS[name]["members"])
    found = [e for e in links if set(e.source) & set(german) and set(e.target) & set(english)]
    assert [(e.relation, sorted(e.source), sorted(e.target)) for e in found] == [
        (EVENTS[name]["relation"], sorted(german), sorted(english))
    ]


def test_the_requests_of_the_letter_are_told_differently(links) -> None:
    for name in ("X03", "X04"):
        german, english = (set(member["ids"]) for member in EVENTS[name]["members"])
        (found,) = [e for e in links if e.relation == "overlap" and set(e.source) == german and set(e.target) == english]
        assert ("target", "conflict") in {(d.field, d.verdict) for d in found.differences}


def test_the_letter_is_dated_to_the_day_and_addressed_by_name_in_german_alone(links) -> None:
    (letter,) = [e for e in links if e.relation == "same_event" and "V56" in e.target and "V01" in e.source]
    verdicts = {d.field: d.verdict for d in letter.differences}
    assert verdicts["time"] == "target_less_specific"
    assert verdicts["agent"] == "agree"
    assert verdicts["leader"] == "missing_in_target"
    assert verdicts["addressee"] in ("target_less_specific", "conflict")


@pytest.mark.parametrize("name", ["X07", "X08"])
def test_what_the_english_article_leaves_out(name, links) -> None:
    (member, _) = EVENTS[name]["members"]
    missing = {i for e in links if e.relation == "missing_in_target" for i in e.source}
    assert missing >= set(member["ids"])


@pytest.mark.parametrize("name", ["X09", "X10", "X11", "X12"])
def test_what_looks_alike_stays_apart(name, sides, links) -> None:
    ours, theirs = ({told.event_id: told for told in side} for side in sides)
    german, english = (member["ids"] for member in EVENTS[name]["members"])
    for i in german:
        for j in english:
            relation = relate(ours[i], theirs[j])
            assert relation is None if name == "X12" else relation[0] == "related_not_same"
            assert not any(
                i in e.source and j in e.target for e in links if e.relation in ("same_event", "same_claim", "overlap")
            )


@pytest.fixture(scope="module")
def entity_links(gold_records, sides, links):
    """By the canonical names of the gold articles, which stand for ids."""
    some = []
    for doc in ("000_66a098de51a96f95", "002_cd497eac2b684e7c"):
        record = gold_records[doc]
        entities = tuple(
            Entity(e["start"], e["end"], e["text"], e["label"], e["kind"], e.get("canonical"))
            for e in record["entities"] if "start" in e
        )
        some.append(parties.named(Record(doc, record["lang"], 1.0, record["text"], entities=entities)))
    return {(e.source, e.target): e.relation for e in parties.link(*some, in_one_role(*sides, links))}


@pytest.mark.parametrize("name", ENTITIES)
def test_entities_of_both_articles(name, gold_records, entity_links) -> None:
    entry = ENTITIES[name]
    german, english = (
        {e.get("canonical") for e in gold_records[m["doc"]]["entities"] if e["entity"] in m["ids"]} - {None}
        for m in entry["members"]
    )
    assert {entity_links[a, b] for a in german for b in english if (a, b) in entity_links} == {entry["relation"]}


def test_few_entities_are_linked_that_the_gold_links_do_not_have(gold_records, entity_links) -> None:
    listed = {
        (a.get("canonical"), b.get("canonical"))
        for entry in ENTITIES.values()
        for (a, b) in (
            (a, b)
            for a in gold_records[entry["members"][0]["doc"]]["entities"] if a["entity"] in entry["members"][0]["ids"]
            for b in gold_records[entry["members"][1]["doc"]]["entities"] if b["entity"] in entry["members"][1]["ids"]
        )
    }
    assert len(entity_links.keys() - listed) <= 12


def as_read(doc):
    path = next(GOLD.glob(f"{doc}*.txt"))
    return depesche.extract(path.read_text(encoding="utf-8"), doc_id=doc)


@pytest.mark.parametrize("read", [False, True])
def test_links_are_those_of_every_pair_set_against_each_other(read, sides, monkeypatch) -> None:
    if read:
        records = [as_read(doc) for doc in ("000", "002")]
        told_by = [told(record) for record in records]
        some = [parties.named(record) for record in records]
    else:
        told_by, some = list(sides), [[], []]
    linked = link(*told_by), parties.link(*some, set())
    monkeypatch.setattr(Party, "keys", property(lambda _: frozenset({"any"})))
    assert (link(*told_by), parties.link(*some, set())) == linked
    assert len(linked[0]) > 20


def test_words_that_may_be_one_name_have_a_key_in_common(gold_records) -> None:
    german, english = (
        sorted({word for e in gold_records[doc]["entities"] for word in e["text"].split() if word.isalpha()})
        for doc in ("000_66a098de51a96f95", "002_cd497eac2b684e7c")
    )
    german += ["Kiew", "Köln", "Chruschtschow", "Karl", "Mykene", "Nordalgerien", "Oberbayern", "Ägypten", "Wien", "Ho", "Li"]
    english += ["Kyiv", "Cologne", "Khrushchev", "Charles", "Mycenae", "Algeria", "Bavaria", "Egypt", "Vienna", "Hu", "Lee"]
    found = [(a, b) for a in german for b in english if said(a, [b]) or said(b, [a])]
    assert len(found) > 100
    assert not [pair for pair in found if not keys(pair[0]) & keys(pair[1])]


def test_the_letter_of_both_articles_becomes_one_event_dated_to_the_day(gold_records) -> None:
    mentions = []
    for doc, record in gold_records.items():
        for event in record["events"]:
            ids, names = defaultdict(set), defaultdict(list)
            for role in event["roles"]:
                if "text" in role:
                    names[role["role"]].append(role["text"])
                    known = {r for r in role.get("refers_to") or [] if role["role"] == "addressee"}
                    ids[role["role"]] |= known or {described(role["text"], record["lang"])} - {None}
            mentions.append(
                Mention(
                    f"{doc}:{event['event_id']}", doc, record["lang"], event["event_type"],
                    load("events")[event["event_type"]]["group"], event["modality"], event["polarity"], event["status"],
                    event["time"] and event["time"].get("edtf"),
                    {role: frozenset(some) for role, some in ids.items() if some and role in ("agent", "target")},
                    {role: "; ".join(some) for role, some in names.items()}, 0.9,
                )
            )
    events, _ = merge(mentions)
    (letter,) = [e for e in events if e.mentions[0].event_type == "LETTER" and len({m.doc_id for m in e.mentions}) > 1]
    assert {m.mention_id.split(":")[1] for m in letter.mentions} == {"V01", "V05", "V61", "V56"}
    assert letter.edtf == "2023-04-25"
    assert "time: 2023-04-25 | 2023-04" in letter.conflicts
    for name in ("X09", "X10", "X11", "X12"):
        german, english = (
            {f"{member['doc']}:{i}" for i in member["ids"]} for member in EVENTS[name]["members"]
        )
        assert not any({m.mention_id for m in e.mentions} & german and {m.mention_id for m in e.mentions} & english for e in events)


def test_two_reports_of_one_story() -> None:
    german = depesche.extract(
        "Das US-Handelsministerium setzte Huawei im Mai 2019 auf die Entity List. China verhängte Zölle auf Autos aus den USA.",
        doc_id="de",
    )
    english = depesche.extract(
        "The Commerce Department added Huawei to the Entity List on May 16, 2019. Germany did not impose sanctions on Iran.",
        doc_id="en",
    )
    found = link(told(german), told(english))
    (same,) = [e for e in found if e.relation == "same_event"]
    assert {d.field: d.verdict for d in same.differences}["time"] == "source_less_specific"
    assert {e.relation for e in found} - {"related_not_same"} >= {"same_event", "missing_in_source"}
    linked = [i for e in found for i in e.source if e.relation != "related_not_same"]
    assert sorted(linked) == sorted(e.event_id for e in german.events)
