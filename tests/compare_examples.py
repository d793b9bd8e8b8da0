"""Comparisons built by hand: a German article and its English translation, with faults; and the story told again."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import get_args

from depesche.compare.records import (
    Bead,
    Comparison,
    Difference,
    EntityLink,
    EventLink,
    Finding,
    FindingType,
    Operation,
    Place,
    Severity,
    Side,
)

GERMAN = [
    "Handelsministerium setzt elf Firmen auf die Liste\n\n",
    "Washington hat am 3. Mai 2019 elf chinesische Unternehmen auf die Entity List gesetzt. ",
    "Betroffen sind vor allem Hersteller von Halbleitern und Netztechnik, darunter Huawei. ",
    "Der Umsatz der Firmen lag zuletzt bei 3,2 Milliarden Euro.\n\n",
    "„Das ist ein schwerer Schlag für die ganze Branche“, sagte der Analyst Karl Weber in Frankfurt. ",
    "Er rechnet mit einem Rückgang der Lieferungen um 15 Prozent. ",
    "Das Ministerium in Peking wies die Vorwürfe zurück und kündigte Gegenmaßnahmen an. ",
    "Welche das sein werden, blieb offen.\n\n",
    "Die Europäische Kommission will bis zum Herbst prüfen, ob europäische Firmen betroffen sind. ",
    "Kommissarin Anna Lindqvist hatte im April in Brüssel mit Vertretern der Industrie gesprochen. ",
    "Nach Angaben aus Verhandlungskreisen nahmen 27 Verbände teil. ",
    "Die Anlage in Dresden, 40 Kilometer von der Grenze entfernt, liefert vorerst weiter. ",
    "Ein Sprecher wollte sich dazu nicht äußern.",
]
ENGLISH = [
    "Commerce Department puts eleven companies on list\n\n",
    "Washington placed eleven Chinese companies on the Entity List on 5 May 2019. ",
    "Most of those affected make semiconductors and network equipment; Huawei is among them. ",
    "The companies' latest revenue was 3.2 million euros.\n\n",
    "“This is a heavy blow to the whole industry,” said the analyst Karl Weber, who expects deliveries to fall. ",
    "The ministry in Beijing rejected the accusations and announced countermeasures. ",
    "Observers expect these to hit agriculture first. ",
    "What they will be remained open.\n\n",
    "The European Commission has decided to examine by autumn whether European companies are affected. ",
    "Commissioner Anna Lindqvist had spoken with representatives of industry in Paris in April. ",
    "The plant in Dresden, 40 miles from the border, continues to deliver for the time being. ",
    "A spokesman declined to comment.",
]
BEADS = [
    ((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), (3,)), ((4, 5), (4,)), ((6,), (5,)), ((), (6,)), ((7,), (7,)),
    ((8,), (8,)), ((9,), (9,)), ((10,), ()), ((11,), (10,)), ((12,), (11,)),
]  # fmt: skip
STORY = [
    "US blacklist grows\n\n",
    "The United States added about a dozen Chinese technology groups to its Entity List in early May. ",
    "Huawei said it would appeal against the decision. ",
    "Beijing called the step bullying and promised to answer in kind. ",
    "The Commission in Brussels said it saw no reason to act.",
]
HOSTILE = [
    "<script>window.hurt = 1</script>", "</script><script>window.hurt = 1</script>", '"><img src=x onerror="hurt=1">',
    "' onmouseover='hurt=1", "javascript:hurt=1", "</style><svg/onload=hurt=1>", "{{ 7 * 7 }}{% raw %}", "<!-- ]]>",
    "</title><iframe srcdoc='<script>parent.hurt=1</script>'>", "&lt;b&gt; &amp;amp; &#x3c;", "\u202e\u2028\u2029",
]  # fmt: skip


def side(doc_id: str, lang: str, sentences: list[str], events: tuple[tuple[str, str, str], ...] = ()) -> Side:
    text, spans = "", []
    for sentence in sentences:
        spans.append((len(text), len(text) + len(sentence.rstrip())))
        text += sentence
    found = tuple((name, kind, text.index(quote), text.index(quote) + len(quote)) for name, kind, quote in events)
    return Side(doc_id, lang, text, tuple(spans), found)


def place(where: Side, words: str | None) -> Place | None:
    if words is None:
        return None
    start = where.text.index(words)
    sentence = max(number for number, span in enumerate(where.sentences) if span[0] <= start)
    return Place(start, start + len(words), words, sentence)


def translation() -> Comparison:
    source = side("handelsblatt_2019-05-06.txt", "de", GERMAN, (
        ("d1", "LIST_ADD", "Washington hat am 3. Mai 2019 elf chinesische Unternehmen auf die Entity List gesetzt."),
        ("d2", "MEETING", GERMAN[9].strip()),
    ))
    target = side("translation_en.txt", "en", ENGLISH, (
        ("e1", "LIST_ADD", "Washington placed eleven Chinese companies on the Entity List on 5 May 2019."),
        ("e2", "MEETING", "Commissioner Anna Lindqvist had spoken with representatives of industry in Paris in April."),
    ))

    def finding(kind, operation, words, values, severity, confidence, note):
        places = place(source, words[0]), place(target, words[1])
        return Finding(kind, operation, *places, values, severity, confidence, _note(kind, operation, note))

    findings = (
        finding("date", "changed", ("am 3. Mai 2019", "on 5 May 2019"), ("2019-05-03", "2019-05-05"), "high", 0.97,
                "another day"),
        finding("number", "changed", ("3,2 Milliarden Euro", "3.2 million euros"), ("3200000000 EUR", "3200000 EUR"),
                "high", 0.99, "a thousand times less"),
        finding("number", "dropped", ("15 Prozent", None), ("15 %", None), "medium", 0.9, "no number in the target"),
        finding("claim", "added", (None, "Observers expect these to hit agriculture first."), (None, None), "medium",
                0.72, "a sentence without a counterpart"),
        finding("claim", "changed", ("will bis zum Herbst prüfen", "has decided to examine by autumn"),
                ("intended", "decided"), "low", 0.55, "an intention became a decision"),
        finding("entity", "changed", ("Brüssel", "Paris"), ("Q239", "Q90"), "high", 0.93, "another place"),
        finding("claim", "dropped", ("Nach Angaben aus Verhandlungskreisen nahmen 27 Verbände teil.", None),
                (None, None), "medium", 0.88, "a sentence without a counterpart"),
        finding("number", "dropped", ("27", None), ("27", None), "low", 0.8, "goes with the dropped sentence"),
        finding("unit", "changed", ("40 Kilometer", "40 miles"), ("40 km", "64.4 km"), "medium", 0.95,
                "same number, another unit"),
    )  # fmt: skip
    links = (
        EventLink("same_event", ("d1",), ("e1",), 0.94, (
            Difference("agent", "United States", "United States", "agree"),
            Difference("time", "2019-05-03", "2019-05-05", "conflict"),
        )),
        EventLink("same_event", ("d2",), ("e2",), 0.91, (Difference("place", "Brüssel", "Paris", "conflict"),)),
    )
    beads = tuple(Bead(*bead, 0.8 if all(bead) else 0.0) for bead in BEADS)
    return Comparison("translation", source, target, beads, findings, links, 0.81)


def same_story() -> Comparison:
    source = side("handelsblatt_2019-05-06.txt", "de", GERMAN, (
        ("d1", "LIST_ADD", GERMAN[1].strip()),
        ("d2", "REJECT", GERMAN[6].strip()),
        ("d3", "THREATEN", "kündigte Gegenmaßnahmen an"),
        ("d4", "MEETING", GERMAN[9].strip()),
        ("d5", "INVESTIGATE", GERMAN[8].strip()),
        ("d6", "FORECAST", GERMAN[5].strip()),
    ))
    target = side("reuters_blacklist.txt", "en", STORY, (
        ("e1", "LIST_ADD", STORY[1].strip()),
        ("e2", "APPEAL", STORY[2].strip()),
        ("e3", "THREATEN", STORY[3].strip()),
        ("e4", "DENY", STORY[4]),
    ))
    links = (
        EventLink("same_event", ("d1",), ("e1",), 0.88, (
            Difference("agent", "United States", "United States", "agree"),
            Difference("target", "elf chinesische Unternehmen", "about a dozen Chinese technology groups",
                       "target_less_specific"),
            Difference("time", "2019-05-03", "2019-05", "target_less_specific"),
            Difference("instrument", "US-BIS-EL", "US-BIS-EL", "agree"),
        )),
        EventLink("overlap", ("d2", "d3"), ("e3",), 0.64, (
            Difference("agent", "Ministerium in Peking", "Beijing", "target_less_specific"),
            Difference("attribution", None, "direct_quote_partial", "missing_in_source"),
        )),
        EventLink("contradicts", ("d5",), ("e4",), 0.58, (
            Difference("polarity", "positive", "negative", "conflict"),
            Difference("time", "2019-09/2019-11", None, "missing_in_target"),
        )),
        EventLink("missing_in_target", ("d4",), (), 0.0),
        EventLink("missing_in_source", (), ("e2",), 0.0),
    )
    entities = (
        EntityLink("entity_same", "Q160120", "Q160120", "Huawei", "Huawei"),
        EntityLink("entity_overlap", "desc:11", "desc:12", "elf chinesische Unternehmen", "a dozen Chinese technology groups"),
    )
    return Comparison("same_story", source, target, (), (), links, 0.46, entities)


def large(sentences: int, findings: int = 0, seed: int = 1) -> Comparison:
    """Random words in as many sentences on either side, with findings strewn over them that overlap."""
    random = Random(seed)
    words = [
        "Ministerium", "und", "die", "Liste", "2019", "–", "„Übersicht“", "😀", "von", "Firmen\n", "in", "<b>", "&",
    ]  # fmt: skip

    def build(lang: str) -> Side:
        parts = [" ".join(random.choices(words, k=random.randint(3, 30))) + ". " for _ in range(sentences)]
        return side(f"large_{lang}", lang, parts)

    def some(where: Side, sentence: int) -> Place:
        start = random.randint(*where.sentences[sentence])
        end = min(start + random.choice([0, 3, 12, 200]), len(where.text))
        return Place(start, end, where.text[start:end], sentence)

    source, target = build("de"), build("en")
    found = []
    for number in range(findings or 2 * sentences):
        sentence = number % sentences
        operation = random.choice(get_args(Operation))
        places = some(source, sentence), some(target, sentence)
        found.append(Finding(
            random.choice(get_args(FindingType)), operation,
            None if operation == "added" else places[0], None if operation == "dropped" else places[1],
            ("1", None), random.choice(get_args(Severity)), random.random(), f"difference {number}",
        ))  # fmt: skip
    beads = tuple(Bead((number,), (number,), 0.9) for number in range(sentences))
    return Comparison("translation", source, target, beads, tuple(found), (), 0.5)


def hostile() -> Comparison:
    """Every field that can come from a document says something hostile."""
    text = "\n".join(HOSTILE)
    spans = tuple((text.index(line), text.index(line) + len(line)) for line in HOSTILE)
    events = tuple((line, line, *span) for line, span in zip(HOSTILE, spans, strict=True))
    side = Side(HOSTILE[2], "de", text, spans, events)
    findings = tuple(
        Finding("claim", "changed", *[Place(*span, line, number)] * 2, (line, line), "high", 0.5, line)
        for number, (line, span) in enumerate(zip(HOSTILE, spans, strict=True))
    )
    beads = tuple(Bead((number,), (number,), 0.5) for number in range(len(spans)))
    links = tuple(EventLink("same_event", (line,), (line, "unknown" + line), 0.5) for line in HOSTILE)
    entities = tuple(EntityLink("entity_same", line, line, line, line) for line in HOSTILE)
    return Comparison("translation", side, replace(side, doc_id=HOSTILE[0], lang='en" onclick="hurt=1'), beads,
                      findings, links, 0.5, entities)


def _note(kind, operation, note):
    """Hostile words stay as they are; all others become the key that a comparison would give."""
    if "<" in note or "javascript" in note:
        return note
    if kind == "claim":
        return "opposite" if operation == "changed" else "no_counterpart"
    return f"another_{'name' if kind == 'entity' else kind}" if operation == "changed" else {"dropped": "missing"}.get(operation, "new")
