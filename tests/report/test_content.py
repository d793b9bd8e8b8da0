"""What a report holds, against the store that it was read from."""

from __future__ import annotations

import base64
import hashlib
import json
import random
import re
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import duckdb
import pytest
from lxml import html as lxml_html
from typer.testing import CliRunner

from depesche import page
from depesche.cli import app
from depesche.errors import StoreError, UsageError
from depesche.records import ROLES, AttributionKind, Basis, DateBasis, Modality, Polarity, Precision, Status
from depesche.report import Selection, content, read, render, rendering, summary
from depesche.report.content import TRUTHS, Content, truth
from depesche.report.rendering import PARTS, SIGNS
from depesche.resources import LANGUAGES, load
from depesche.resources import path as resource_path
from report_examples import ATTACKS, document, hostile, hostile_failures, many, story, write


def parsed(html: str) -> Any:
    return lxml_html.document_fromstring(html, parser=lxml_html.HTMLParser(huge_tree=True))


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(query).fetchall()


def sliced(document: dict[str, Any], span: list[int]) -> str | None:
    """What a browser, which counts in UTF-16 units, finds at a span."""
    for at, text in document["pieces"]:
        units = text.encode("utf-16-le", "surrogatepass")
        if at <= span[0] and span[1] <= at + len(units) // 2:
            return units[2 * (span[0] - at) : 2 * (span[1] - at)].decode("utf-16-le")
    return None


@pytest.fixture(scope="session")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("hostile") / "events.duckdb", hostile(), hostile_failures())


@pytest.fixture(scope="session")
def story_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("story") / "events.duckdb", story())


def test_every_span_is_the_words_of_the_store(fixture_store: Path, hostile_store: Path) -> None:
    for path in (fixture_store, hostile_store):
        found = read(path)
        stored = dict(rows(path, "SELECT mention_id, {'q': quote, 't': trigger_text, 's': source} FROM event_mentions"))
        roles: dict[str, list[str]] = {}
        for mention_id, text in rows(path, "SELECT mention_id, text FROM event_roles ORDER BY rowid"):
            roles.setdefault(mention_id, []).append(text)
        for mention in found.mentions:
            document = found.documents[mention["document"]]
            known = stored[mention["mention_id"]]
            assert sliced(document, mention["quote"]) == known["q"]
            assert [sliced(document, [start, end]) for _, start, end, _ in mention["roles"]] == roles.get(
                mention["mention_id"], [])
            if mention["trigger"]:
                assert " … ".join(str(sliced(document, span)) for span in mention["trigger"]) == known["t"]
            if mention["source"]:
                assert sliced(document, mention["source"]) == known["s"]
            if mention["date"]:
                assert sliced(document, mention["date"]) == mention["time_text"]
        assert sum(bool(mention["trigger"]) for mention in found.mentions) > 0.9 * len(found.mentions)


def test_each_event_is_there_once_with_its_mentions(fixture_store: Path, story_store: Path) -> None:
    for path in (fixture_store, story_store):
        found = read(path)
        assert sorted((e["event_id"],) for e in found.events) == rows(path, "SELECT event_id FROM events ORDER BY 1")
        told = sorted((found.events[m["event"]]["event_id"], m["mention_id"]) for m in found.mentions)
        assert told == rows(path, "SELECT event_id, mention_id FROM event_mentions ORDER BY ALL")


def test_merged_events_have_mentions_conflicts_and_links(story_store: Path) -> None:
    found = read(story_store)
    listed, asked, denied = (next(e for e in found.events if e["truth"] == name) for name in
                             ("done", "requested", "denied"))
    assert len([m for m in found.mentions if found.events[m["event"]] is listed]) == 3
    assert (listed["n_documents"], listed["n_sources"]) == (3, 2)  # a copy is no second source
    assert listed["conflicts"][0] == "time: 2019-05-16 | 2019-05"
    places = {event["event_id"]: place for place, event in enumerate(found.events)}
    assert [(link[0], link[1]) for link in listed["links"]] == sorted([
        (places[denied["event_id"]], "contradicts"), (places[asked["event_id"]], "related_not_same")],
        key=lambda link: found.events[link[0]]["event_id"])
    assert asked["links"][0][0] == places[listed["event_id"]]


def test_copies_count_as_one_source(story_store: Path) -> None:
    found = read(story_store)
    assert (found.figures["documents"], found.figures["sources"]) == (4, 3)
    assert [d["copies"] for d in found.documents] == [1, 2, 2, 1]
    overview = parsed(render(found)).get_element_by_id("overview").text_content()
    assert "1 text is a copy of another; copies count as one source." in " ".join(overview.split())


def test_what_people_have_reviewed_is_known(story_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "reviewed.duckdb"
    shutil.copyfile(story_store, path)
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE event_mentions SET review_status = 'accepted' WHERE doc_id = 'c'")
        connection.execute("UPDATE event_mentions SET review_status = 'stale' WHERE doc_id = 'b'")
    found = read(path)
    assert [event["truth"] for event in found.events if event["reviewed"]] == ["denied"]
    html = parsed(render(found))
    assert html.xpath("//input[@value='reviewed']/..")[0].text_content().split() == ["reviewed", "1"]
    assert not parsed(render(read(story_store))).xpath("//input[@value='reviewed']")


def test_parties_have_an_id_or_a_name(fixture_store: Path) -> None:
    found = read(fixture_store)
    names = {party.key: party.name for party in found.parties}
    assert names["Q160120"] == "Huawei"
    huawei = next(i for i, party in enumerate(found.parties) if party.key == "Q160120")
    assert sum(huawei in event["agents"] for event in found.events) >= 3
    assert "das Unternehmen" not in names.values()
    lists = {found.parties[number].key for event in found.events for number in event["lists"]}
    assert "US-BIS-EL" in lists


def test_parties_of_one_name_are_told_apart(tmp_path: Path) -> None:
    told = {"target": "Arthur", "kind": "LETTER", "verb": "wrote", "when": None, "truth": ("asserted", "positive", "completed")}
    records = [document("a", [told | {"agent": "Arthur", "ids": ("Q1", "Q2")}, told | {"agent": "Hugo", "ids": ("Q3", "Q1")}])]
    found = read(write(tmp_path / "names.duckdb", records))
    assert [party.name for party in found.parties] == ["Arthur (Q1)", "Arthur (Q2)", "Hugo"]


def test_a_type_is_shown_by_its_name_in_the_ontology_its_own_or_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    types = load("events")
    named = {**types["MEET"], "label": {"de": "Streik", "en": "Strike"}}
    more = {**types, "STRIKE": named, "WALK_OUT": types["MEET"]}
    monkeypatch.setattr(rendering, "load", lambda name: more if name == "events" else load(name))
    labels = rendering._labels()
    assert labels["STRIKE"] == {"de": "Streik", "en": "Strike"}
    assert labels["WALK_OUT"] == {"de": "walk out", "en": "walk out"}
    assert set(labels) == set(more)
    assert all(labels[code]["de"] != labels[code]["en"] for code in ("LIST_ADD", "MEET"))


@pytest.mark.parametrize("modality", get_args(Modality))
@pytest.mark.parametrize("polarity", get_args(Polarity))
@pytest.mark.parametrize("status", get_args(Status))
def test_there_is_a_word_for_every_truth(modality: str, polarity: str, status: str) -> None:
    assert truth(modality, polarity, status) in TRUTHS


def test_what_is_told_apart_by_truth() -> None:
    assert [truth("asserted", "positive", status) for status in ("completed", "attempted", "failed")] == [
        "done", "attempted", "failed"]
    assert truth("asserted", "negative", "completed") == "denied"
    assert truth("requested", "negative", "not_started") == "requested"  # to do nothing is asked for, not done
    families = [TRUTHS[name] for name in ("done", "attempted", "requested", "possible", "denied")]
    assert len(set(families)) == 5


def test_selection_by_type_and_time(fixture_store: Path) -> None:
    def chosen(*types: str, since: str | None = None, until: str | None = None) -> Content:
        return read(fixture_store, Selection.of(types, since, until))

    assert {e["event_type"] for e in chosen("LIST_ADD", "WARN").events} == {"LIST_ADD", "WARN"}
    assert [e["time_edtf"] for e in chosen("LIST_ADD", since="2019", until="2020-08-15").events] == [
        "2019-05", "2020-08"]  # a month that may lie in the span does
    some = chosen("LIST_ADD", since="2020-12")
    assert len(some.events) == 1
    assert {m["event"] for m in some.mentions} == {0}
    assert len(some.documents) == 1
    whole = len(read(fixture_store).events)
    assert some.figures["events"] == whole
    notice = " ".join(parsed(render(some)).find_class("notice")[0].text_content().split())
    assert notice.endswith(f"from 2020-12-01. Of {whole} events this report has 1.")


@pytest.mark.parametrize(("options", "message"), [
    ({"types": ["LIST"]}, "no such event type; there are ACCUSE"),
    ({"since": "soon"}, "--from soon: no day, month or year"),
    ({"until": "XXXX-04-25"}, "--to XXXX-04-25: no day"),
    ({"since": "2020-03", "until": "2020-02"}, "--from 2020-03 is after --to 2020-02"),
])
def test_a_selection_that_cannot_be(options: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)):
        Selection.of(**options)


def test_long_texts_are_cut_around_quotes(fixture_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read(fixture_store)
    assert whole.context is None
    assert [len(d["pieces"]) for d in whole.documents] == [1, 1]
    assert whole.documents[0]["pieces"][0][1] == rows(fixture_store, "SELECT text FROM documents ORDER BY doc_id")[0][0]
    monkeypatch.setattr(content, "WHOLE", 2_800)
    monkeypatch.setattr(content, "CONTEXTS", (10**6, 20, 0))
    cut = read(fixture_store)
    assert cut.context == 20
    for before, after in zip(whole.mentions, cut.mentions, strict=True):
        document = whole.documents[before["document"]]
        assert sliced(cut.documents[after["document"]], after["quote"]) == sliced(document, before["quote"])
    for document in cut.documents:
        ends = [(at, at + len(text)) for at, text in document["pieces"]]
        assert all(end < start for (_, end), (start, _) in pairwise(ends))
    assert "Only what stands around the quotes" in parsed(render(cut)).get_element_by_id("overview").text_content()
    assert summary(cut)["texts"] == "20 characters around each quote"


def test_the_same_documents_give_the_same_bytes(tmp_path: Path, fixture_store: Path) -> None:
    assert render(read(fixture_store)) == render(read(fixture_store))
    records = many(60)
    first = render(read(write(tmp_path / "a.duckdb", records)))
    random.Random(1).shuffle(records)
    assert render(read(write(tmp_path / "b.duckdb", records))) == first


def test_hostile_text_is_text(hostile_store: Path) -> None:
    html = render(read(hostile_store), title=ATTACKS[1])
    tree = parsed(html)
    assert [script.get("type") for script in tree.iter("script")] == ["application/json", "application/json", None]
    assert not tree.xpath("//img | //iframe | //object | //embed | //base | //link | //form[@action]")
    assert not tree.xpath("//@*[starts-with(name(), 'on') or name() = 'style' or name() = 'src' or name() = 'srcdoc']")
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    held = html[html.index('id="data">') + 10 :]
    held = held[: held.index("</script>")]
    assert not set("<>&'\u2028\u2029") & set(held)
    data = json.loads(held)
    column = data["documents"]["names"].index("title")
    assert sorted(row[column] for row in data["documents"]["rows"]) == sorted(ATTACKS)
    listed = tree.xpath("//details[contains(@class, 'failures')]//bdi")
    assert {each.text_content() for each in listed} == set(ATTACKS)
    assert tree.find(".//title").text == ATTACKS[1]


def test_the_policy_lets_our_script_and_style_in_and_nothing_else(fixture_store: Path) -> None:
    tree = parsed(render(read(fixture_store)))
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for element in (tree.find(".//style"), tree.xpath("//script[not(@type)]")[0]):
        digest = hashlib.sha256(element.text.encode()).digest()
        assert base64.b64encode(digest).decode() in policy


def test_what_html_cannot_hold_is_shown_as_such() -> None:
    assert page.embedded({"a": "</script>\u2028&'"}) == r'{"a":"\u003c/script\u003e\u2028\u0026\u0027"}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        page.embedded(float("nan"))


def test_words_are_there_in_both_languages() -> None:
    words = load("report")
    assert list(words) == ["en", "de"]
    assert list(words["en"]) == list(words["de"])
    for lang in LANGUAGES:
        for key, text in words[lang].items():
            assert re.findall(r"\{.\}", text) == re.findall(r"\{.\}", words["en"][key]) or sorted(
                re.findall(r"\{.\}", text)) == sorted(re.findall(r"\{.\}", words["en"][key])), key
    script = page.resource("report.html.j2", *(f"report/{part}.js" for part in PARTS))
    asked = set(re.findall(r"\bword\(\"([a-z_.]+[a-z_])\"", script))
    assert len(asked) > 60
    assert asked <= set(words["en"])
    vocabulary = {
        "role": [*ROLES, "time", "source", "cue", "status", "modality", "polarity"], "kind": get_args(AttributionKind),
        "basis": [*get_args(DateBasis), *get_args(Basis)], "precision": get_args(Precision),
        "exact": get_args(Precision), "truth": TRUTHS, "family": TRUTHS.values(),
    }
    for prefix, values in vocabulary.items():
        assert {f"{prefix}.{value}" for value in values} <= set(words["en"])
    assert set(SIGNS) == set(TRUTHS)
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_small_stores_give_small_pages(fixture_store: Path) -> None:
    assert len(render(read(fixture_store)).encode()) < 400_000


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["report", *map(str, arguments)])


def test_the_command(fixture_store: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    done = run(fixture_store, "-o", out, "--lang", "de", "--title", "Lage <b>", "--json")
    assert done.exit_code == 0, done.output
    figures = json.loads(done.stdout)
    assert figures["bytes"] == out.stat().st_size
    assert (figures["events"], figures["documents"], figures["texts"]) == (len(read(fixture_store).events), 2, "whole")
    assert sum(figures["truths"].values()) == figures["events"]
    tree = parsed(out.read_text(encoding="utf-8"))
    assert tree.get("lang") == "de"
    assert tree.find(".//h1").text_content() == "Lage <b>"
    assert not (tmp_path / "r.html.part").exists()
    again = run(fixture_store, "-o", out, "--type", "LIST_ADD", "--type", "WARN", "--from", "2020")
    assert again.exit_code == 0
    some = len(read(fixture_store, Selection.of(["LIST_ADD", "WARN"], "2020")).events)
    assert f"The report is {out} (events: {some}," in again.stderr


def test_what_the_command_refuses(fixture_store: Path, story_store: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "text.duckdb"
    foreign.write_text("Huawei")
    empty = write(tmp_path / "empty.duckdb", [], hostile_failures()[:2])
    for arguments, error, message in (
        ((tmp_path / "none.duckdb",), StoreError, "no such store; `depesche run"),
        ((foreign,), StoreError, "cannot be opened as a store"),
        ((empty,), UsageError, r"holds no events \(0 documents, 2 failures\)"),
        ((fixture_store, "-o", tmp_path / "no" / "r.html"), UsageError, "cannot be written: there is no folder .*no$"),
        ((fixture_store, "-o", tmp_path), UsageError, "is a folder; name a file"),
        ((fixture_store, "-o", fixture_store), UsageError, "is the store; give the page another name"),
        ((fixture_store, "--type", "LEGISLATE", "--from", "2030"), UsageError,
         "no event of LEGISLATE, from 2030-01-01; it has AGREE_SIGN, .* dated ones from 2015-01-01"),
    ):
        refused = run(*arguments)
        assert isinstance(refused.exception, error), (arguments, refused.output)
        assert re.search(message, str(refused.exception))
    assert fixture_store.stat().st_size > 100_000
    assert run(story_store, "-o", tmp_path / "r.html", "-q").stderr == ""


def test_the_libraries_are_those_of_npm_with_their_licence(fixture_store: Path) -> None:
    folder = resource_path("d3")
    known = (folder / "SHA256SUMS").read_text(encoding="utf-8").split()
    sums = dict(zip(known[1::2], known[::2], strict=True))
    files = {each.name for each in folder.iterdir()} - {"SHA256SUMS"}
    assert set(sums) == files
    for name in files:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sums[name]
    assert "provided that the above copyright notice" in render(read(fixture_store))
