"""Figures must be those of the scorers that others quote, on real gold and on predictions with every kind of fault."""

import gzip
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SHARED, needs_shared, scorer
from depesche.errors import UsageError
from depesche.evaluate import common, evaluate, gate, inputs, tables
from depesche.evaluate.dates import _fold
from depesche.evaluate.encoder import alignment
from depesche.run import measure

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "corpora" / "gold" / "gold.jsonl"

def read(path):
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write(path, lines):
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def moved(span, rng, size):
    start = max(0, min(size - 1, span["start"] + rng.choice((-9, 0, 0, 0, 2))))
    return {**span, "start": start, "end": max(start + 1, min(size, span["end"] + rng.choice((-2, 0, 0, 0, 9))))}


def faulty_events(line, rng, types):
    """The gold events with some lost, some doubled, and types, triggers, roles, dates and modality changed."""
    out, size = [], len(line["text"])
    for event in line["events"] * 2:
        if rng.random() < 0.4:
            continue
        changed = {k: v for k, v in event.items() if k not in ("optional", "alt_types", "trigger_alts")}
        trigger = event["trigger"] if isinstance(event["trigger"], list) else [event["trigger"]]
        changed["trigger"] = [moved(span, rng, size) for span in trigger]
        changed["event_type"] = rng.choice([event["event_type"]] * 4 + types)
        changed["roles"] = [
            moved(role, rng, size) for role in event["roles"] if role.get("start") is not None and rng.random() > 0.2
        ]
        changed["time"] = rng.choice([event.get("time"), {"edtf": "2019-05"}, None])
        changed["modality"] = rng.choice([event["modality"], "asserted", "requested"])
        out.append(changed)
    rng.shuffle(out)
    return {"doc_id": line["doc_id"], "lang": line["lang"], "events": out}


@needs_shared
@pytest.mark.parametrize("name", ["fixtures/gold.jsonl", "data/events/dev.jsonl"])
@pytest.mark.parametrize("seed", range(4))
def test_events_have_the_figures_of_the_scorer(name, seed, tmp_path):
    gold = SHARED / name
    rng = random.Random(seed)
    lines = read(gold)
    types = sorted({event["event_type"] for line in lines for event in line["events"]})
    pred = write(tmp_path / "pred.jsonl", [faulty_events(line, rng, types) for line in lines[seed % 2 :]])
    figures = evaluate(gold, pred)["events"]
    assert figures == scorer("eval_events.py", gold, pred, "--json")
    assert 0 < figures["all"]["event"]["f1"] < 1


@needs_shared
@pytest.mark.parametrize("name", ["de_dev_krauts", "en_dev_timebank", "de_extra_smartdata_dev_spansonly"])
@pytest.mark.parametrize("subset", ["all", "calendar"])
def test_temporal_expressions_have_the_figures_of_the_scorer(name, subset, tmp_path):
    gold = SHARED / "data" / "dates" / f"{name}.jsonl"
    rng = random.Random(7)
    values = ["P1Y", "P12M", "2019-05", "T10:00", "199", "199X", "PXDE", "1998-XX", "2001-W33-WE", None]
    lines = []
    for line in read(gold):
        kept = [moved(item, rng, len(line["text"])) for item in line["timex"] if rng.random() > 0.2]
        for item in kept:
            item["value"] = rng.choice([item.get("value"), item.get("value"), rng.choice(values)])
            item["type"] = rng.choice([item.get("type"), "DATE", "DURATION"])
        lines.append(
            {"doc_id": line["doc_id"], "timex": [*kept, {"start": 0, "end": 4, "type": "DATE", "value": "2001"}]}
        )
    pred = write(tmp_path / "pred.jsonl", lines[1:])
    assert evaluate(gold, pred)["dates"][subset] == scorer("eval_timex.py", gold, pred, "--subset", subset, "--json")


@needs_shared
@pytest.mark.parametrize(
    "name",
    ["de_germeval2014_dev", "en_uner_ewt_dev", "de_smartdata_dev", "de_letters_schnitzler_dev", "de_ler_legal_dev"],
)
def test_entity_sets_have_the_figures_of_the_scorer(name, tmp_path):
    gold = SHARED / "data" / "entities" / f"{name}.jsonl.gz"
    rng = random.Random(3)
    blind = tmp_path / "blind.jsonl"
    subprocess.run([sys.executable, SHARED / "tools" / "eval_entities.py", "blind", gold, blind], check=True)
    texts = list(inputs(gold))
    assert [(t["doc_id"], t["lang"], t["text"]) for t in texts] == [
        (b["doc_id"], b["lang"], b["text"]) for b in read(blind)
    ]
    lines = []
    for item in texts:
        words = [(m, m + 7) for m in range(0, max(1, len(item["text"]) - 7), 11)]
        found = [
            {
                "start": a,
                "end": b,
                "label": rng.choice(["PERSON", "ORG", "GPE", "LAW"]),
                "kind": rng.choice(["name", "nominal"]),
            }
            for a, b in words
        ]
        lines.append({"doc_id": item["doc_id"], "lang": item["lang"], "entities": found})
    golden = {line["id"]: line for line in read(gold)}
    for line in lines[::2]:  # half of them right, so that something is found
        if "entities" in golden[line["doc_id"]]:
            wanted = {"person": "PERSON", "place": "LOC", "organization": "ORG", "location-city": "GPE", "RR": "PERSON"}
            line["entities"] = [
                {**e, "label": wanted.get(e.get("label") or e.get("type"), "MISC")}
                for e in golden[line["doc_id"]]["entities"]
            ]
    pred = write(tmp_path / "pred.jsonl", lines[3:])
    assert evaluate(gold, pred)["entities"] == scorer("eval_entities.py", "score", gold, pred, "--json")


@needs_shared
def test_alignments_have_the_figures_of_the_scorer(tmp_path):
    gold = SHARED / "data" / "compare" / "align.dev.jsonl"
    rng = random.Random(5)
    lines = list(common.read(gold, 7).values())
    found, written = {}, []
    for line in lines[1:]:
        beads = [bead for bead in line["gold"] if rng.random() > 0.2]
        beads = [bead if rng.random() > 0.2 or not all(bead) else [bead[0], []] for bead in beads]
        found[line["id"]] = {(tuple(a), tuple(b)) for a, b in beads}
        written.append({"id": line["id"], "beads": beads})
    some, pred = write(tmp_path / "gold.jsonl", lines), write(tmp_path / "pred.jsonl", written)
    scorer("eval_align.py", some, pred, "--json", tmp_path / "figures.json", parse=False)
    wanted = json.loads((tmp_path / "figures.json").read_text())["ALL"]
    ours = alignment({line["id"]: line for line in lines}, found)
    assert ours["f1"] == pytest.approx(wanted["f1_strict"], abs=1e-4)
    assert ours["p"] == pytest.approx(wanted["precision_strict"], abs=1e-4)
    assert ours["r"] == pytest.approx(wanted["recall_strict"], abs=1e-4)


TRANSLATED = {
    "id": "1",
    "src": ["Die Regierung verhängte neue Sanktionen gegen Huawei.", "Es regnete.", "Der Hund schläft auf dem Sofa."],
    "tgt": ["The government imposed new sanctions on Huawei.", "The dog is sleeping on the sofa."],
    "gold": [[[0], [0]], [[1], []], [[2], [1]]],
}


def test_aligned_documents_are_measured(tmp_path):
    gold = write(tmp_path / "gold.jsonl", [TRANSLATED])
    assert measure(gold) == {"alignment": {"p": 1.0, "r": 1.0, "f1": 1.0, "documents": 1}}


def test_a_treebank_is_measured(tmp_path):
    gold = tmp_path / "de_letters.conllu"
    rows = [("Peter", "PROPN", 2, "nsubj"), ("schläft", "VERB", 0, "root"), (".", "PUNCT", 2, "punct")]
    block = "".join(f"{i}\t{w}\t_\t{p}\t_\t_\t{h}\t{r}\t_\t_\n" for i, (w, p, h, r) in enumerate(rows, 1))
    gold.write_text((block + "\n") * 3, encoding="utf-8")
    figures = measure(gold, every=2)["syntax"]
    assert figures == {"upos": 1.0, "uas": 1.0, "las": 1.0, "sentences": 1, "words": 3}
    gold.write_text("no columns\n", encoding="utf-8")
    with pytest.raises(UsageError, match="de_letters"):
        measure(gold)
    other = gold.rename(tmp_path / "trees.conllu")
    with pytest.raises(UsageError, match="de_"):
        measure(other)


@needs_shared
def test_values_fold_as_in_the_scorer():
    sys.path.insert(0, str(SHARED / "tools"))
    try:
        from eval_timex import fold
    finally:
        sys.path.pop(0)
    values = {
        item.get("value")
        for path in (SHARED / "data" / "dates").glob("*.jsonl")
        for line in read(path)
        for item in line["timex"]
    }
    values |= {
        "P1DE",
        "P10Y",
        "P2Q",
        "PXXD",
        "T10:00:00Z",
        "T10:30:00",
        "T00",
        "1998-AU",
        "1998-XX-XX",
        "19",
        "199",
        "PT1.5H",
    }
    values |= {"2010-02-25T20:00:00", "1998-05-XX", "P2W/1998", "pxw", " 199 ", "T10Z", "2012-12-12T10:00Z"}
    assert {value: _fold(value) for value in values} == {value: fold(value) for value in values}


def test_gold_against_itself_is_perfect():
    figures = evaluate(GOLD, GOLD)
    assert figures["events"]["all"]["event"]["f1"] == 1
    assert figures["events"]["all"]["unsafe"] == 0
    assert figures["dates"]["all"]["strict"]["f1"] == 1
    assert figures["dates"]["all"]["edtf"] == 1
    assert figures["entities"]["all"]["f1"] == 1
    assert figures["language"] == {"accuracy": 1, "n": 2}


def test_dates_of_records_tell_wrong_from_finer_and_invented(tmp_path):
    def record(*dates):
        spans = [{"start": 10 * i, "end": 10 * i + 5, "edtf": edtf} for i, edtf in enumerate(dates)]
        return {"doc_id": "a", "lang": "de", "text": "x" * 99, "dates": spans}

    gold = write(tmp_path / "gold.jsonl", [record("2019-05", "2020", None, "2021-03-04", "XXXX-04-25")])
    pred = record("2019-05", "2020-06", "2018", "2021-03-05", "2023-04-25")
    pred["dates"].append({"start": 80, "end": 85, "edtf": None})  # a duration beside all gold: not held against anybody
    figures = evaluate(gold, write(tmp_path / "pred.jsonl", [pred]))["dates"]["all"]
    assert figures["strict"] == {"p": 1, "r": 1, "f1": 1, "tp": 5, "pred": 5, "gold": 5}
    assert (figures["edtf"], figures["edtf_n"]) == (0.25, 4)
    assert (figures["wrong"], figures["finer"], figures["invented"]) == (1, 2, 1)


def test_names_of_records_fold_places_and_lists(tmp_path):
    def line(*labels):
        entities = [{"start": i, "end": i + 1, "label": label, "kind": kind} for i, (label, kind) in enumerate(labels)]
        return {"doc_id": "a", "lang": "en", "text": "x" * 9, "entities": entities}

    gold = line(("GPE", "name"), ("LIST", "name"), ("ORG", "compound_part"), ("PERSON", "nominal"))
    pred = line(("LOC", "name"), ("LAW", "name"), ("PERSON", "name"), ("PERSON", "pronoun"), ("PRODUCT", "name"))
    figures = evaluate(write(tmp_path / "gold.jsonl", [gold]), write(tmp_path / "pred.jsonl", [pred]))["entities"]
    assert figures["all"] == {"p": 1, "r": 0.6667, "f1": 0.8, "tp": 2, "pred": 2, "gold": 3}
    assert set(figures) == {"all", "lang:en", "label:LOC", "label:LAW", "label:ORG"}


def test_inputs_hold_no_answers():
    for line, item in zip(read(GOLD), inputs(GOLD), strict=True):
        assert item["text"] == line["text"]
        assert set(item) <= {"doc_id", "text", "lang", "title", "source", "published"}
        assert "published" not in item  # worked out by the annotators from outside the metadata


def test_gate_names_each_figure_below_its_floor(tmp_path):
    figures = evaluate(
        GOLD, write(tmp_path / "pred.jsonl", [{**line, "lang": "fr", "dates": []} for line in read(GOLD)])
    )
    floors = {
        "events": {"all": {"event": {"f1": 0.5}, "unsafe": {"max": 0}}},
        "dates": {"all": {"strict": {"f1": 0.5}}, "nothing": {"f1": None, "p": 0.1}},
        "language": {"accuracy": 0.9},
    }
    path = tmp_path / "floors.json"
    path.write_text(json.dumps(floors))
    problems = gate(figures, path)
    assert [problem.partition(":")[0] for problem in problems] == [
        "dates all strict f1",
        "dates nothing p",
        "language accuracy",
    ]
    path.write_text(json.dumps({"events": {"all": {"unsafe": {"max": -1}}}}))
    assert len(gate(figures, path)) == 1
    path.write_text("{")
    with pytest.raises(UsageError, match="floors"):
        gate(figures, path)


def test_tables_show_every_figure():
    figures = evaluate(GOLD, GOLD)
    views = {view.columns[0].header: view for view in tables(figures)}
    assert set(views) == set(figures)
    assert views["events"].row_count == len(figures["events"])
    assert views["entities"].row_count == len(figures["entities"])
    headers = [column.header for column in views["events"].columns[1:]]
    assert headers == list(figures["events"]["all"])
    assert next(iter(views["events"].columns[1].cells)) == "100.0 100.0 100.0 (144/144/144)"


@pytest.mark.parametrize(
    ("content", "message"),
    [("", "no documents"), ("[1]\n", "JSON object"), ("{\n", "JSON object"), ('{"doc_id": "a"}\n' * 2, "twice")],
)
def test_files_that_are_no_gold_are_refused_in_words(content, message, tmp_path):
    bad = tmp_path / "bad.jsonl"
    bad.write_text(content)
    with pytest.raises(UsageError, match=message):
        evaluate(bad, GOLD)
    with pytest.raises(UsageError, match="cannot be read"):
        evaluate(tmp_path / "missing.jsonl", GOLD)


def test_predictions_for_another_text_are_refused(tmp_path):
    gold = write(tmp_path / "gold.jsonl", [{"doc_id": "a", "lang": "de", "text": "Mai 2019", "timex": []}])
    for line, message in (
        ({"doc_id": "b", "timex": []}, "does not have"),
        ({"doc_id": "a", "text": "Mai 2020", "timex": []}, "not the text"),
        ({"doc_id": "a", "timex": [{"start": 0, "end": 99}]}, "outside"),
    ):
        with pytest.raises(UsageError, match=message):
            evaluate(gold, write(tmp_path / "pred.jsonl", [line]))
