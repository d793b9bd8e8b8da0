"""Did it happen, and on whose word? Modality, polarity and status from cues, and the attribution of a claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from depesche.events.clauses import Clause, Mention, Sentence
from depesche.events.roles import Trigger, _infinitive
from depesche.records import Attribution, Modality, Polarity, Span, Status

ORDER: tuple[Modality, ...] = ("requested", "proposed", "intended", "feared", "possible", "conditional")
NEAR = 5
"""How far before a trigger a negator or a modifying adjective may stand, in tokens."""


@dataclass(frozen=True, slots=True)
class Truth:
    modality: Modality
    polarity: Polarity
    status: Status


def judge(sentence: Sentence, trigger: Trigger) -> Truth:
    """Never more than the words say: whatever is governed by a wish, a plan or a condition is not asserted."""
    number = sentence.clause_of(trigger.head)
    clause = sentence.clauses[number]
    kinds = _governed_by(sentence, trigger, number) or _bare_infinitive(sentence, trigger, clause)
    negative = trigger.frame.polar is False and _negated(sentence, trigger, clause)
    if _presupposed(sentence, trigger):
        kinds -= {"intended", "possible", "attempted"}
    modality: Modality = "asserted"
    if clause.kind == "condition":
        modality = "conditional"
    elif "asserted" not in kinds and (modal := _modal(sentence, trigger, clause)):
        modality = modal
    elif kinds:
        modality = next((m for m in ORDER if m in kinds), "asserted")
    if modality == "asserted" and clause.kind == "purpose" and trigger.voice not in ("nominal", "participle"):
        modality = "intended"
    if modality == "asserted" and sentence.tokens[-1].text == "?":
        modality = "possible"
    if "negative" in kinds or "failed" in kinds:
        negative = not negative
    polarity: Polarity = "negative" if negative else "positive"
    return Truth(modality, polarity, _status(sentence, trigger, clause, modality, kinds))


def _modal(sentence: Sentence, trigger: Trigger, clause: Clause) -> Modality | None:
    end = clause.end if sentence.grammar.verb_endings else trigger.head
    found: set[str] = set()
    for i in range(clause.first, end):
        if i in trigger.tokens:
            continue
        kind = sentence.grammar.modals.get(sentence.tokens[i].text.lower())
        # "May" and "Will" inside a sentence are a month and a name.
        if kind and (sentence.tokens[i].text.islower() or i == clause.first):
            found.add(kind)
    if not found and _future(sentence, trigger, clause):
        return "intended"
    return next((m for m in ORDER if m in found), None)


def _future(sentence: Sentence, trigger: Trigger, clause: Clause) -> bool:
    """German ``wird … besuchen``: the passive auxiliary with an infinitive."""
    if not sentence.grammar.verb_endings or trigger.voice != "active":
        return False
    infinitive = sentence.tokens[trigger.head].text.lower() == sentence.lemmas[trigger.head]
    return infinitive and any(
        sentence.lemmas[i] in sentence.grammar.words["aux_passive"]
        for i in range(clause.first, clause.end) if i not in trigger.tokens
    )


def _presupposed(sentence: Sentence, trigger: Trigger) -> bool:
    """``the embargo`` speaks of one that is there, whatever the clause around it plans."""
    if trigger.voice != "nominal" or not trigger.head:
        return False
    return sentence.tokens[trigger.head - 1].text.lower() in sentence.grammar.words["definite"]


def _governed_by(sentence: Sentence, trigger: Trigger, number: int) -> frozenset[str]:
    """What the nearest word that takes an event as its complement makes of this one."""
    for index in _governor_places(sentence, trigger, number):
        kinds = sentence.grammar.governors.get(sentence.lemmas[index]) or sentence.grammar.governors.get(
            sentence.tokens[index].text.lower()
        )
        if kinds and index not in trigger.tokens and not _own_noun(sentence, trigger, index):
            return kinds
    return frozenset()


def _own_noun(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """A governor that stands inside a name or is itself a mention's head says nothing of the event."""
    return any(m.first <= index <= m.last and m.entity.kind == "name" for m in sentence.mentions)


def _governor_places(sentence: Sentence, trigger: Trigger, number: int) -> Iterator[int]:
    clause = sentence.clauses[number]
    verb_final = bool(sentence.grammar.verb_endings)
    nominal = trigger.voice in ("nominal", "participle")
    if nominal:
        # the wish may follow the noun (hat Sanktionen gefordert), so the whole clause counts, nearest first
        places = [i for i in range(clause.first, clause.end) if i < trigger.head or verb_final]
        yield from sorted(places, key=lambda i: (abs(i - trigger.head), i))
    elif not verb_final:
        if _dependent(sentence, trigger, clause):
            yield from range(trigger.head - 1, clause.first - 1, -1)
    elif _infinitive(sentence, trigger.head, clause):
        yield from range(trigger.head - 1, clause.first - 1, -1)
    while number and _inherits(sentence, trigger, number):
        number -= 1
        while number and sentence.clauses[number].kind == "relative":
            number -= 1
        earlier = sentence.clauses[number]
        yield from range(earlier.end - 1, earlier.first - 1, -1)


def _dependent(sentence: Sentence, trigger: Trigger, clause: Clause) -> bool:
    """An English infinitive or gerund (base form after ``to``, also one coordinated with it; ``-ing``)."""
    form, lemma = sentence.tokens[trigger.head].text.lower(), sentence.lemmas[trigger.head]
    if form.endswith("ing"):
        return trigger.head > clause.first
    if trigger.voice == "passive":
        return any(sentence.tokens[i].text.lower() in ("be", "being") for i in range(clause.first, trigger.head))
    return form == lemma and any(
        sentence.tokens[i].text.lower() in sentence.grammar.words["infinitive_markers"]
        for i in range(clause.first, trigger.head)
    )


def _bare_infinitive(sentence: Sentence, trigger: Trigger, clause: Clause) -> frozenset[str]:
    """An infinitive that nothing known governs is an aim, not a fact."""
    if trigger.voice in ("nominal", "participle"):
        return frozenset()
    before = sentence.tokens[trigger.head - 1].text.lower() if trigger.head else ""
    marked = before in sentence.grammar.words["infinitive_markers"]
    if marked or (sentence.grammar.verb_endings and _infinitive(sentence, trigger.head, clause)):
        return frozenset({"intended"})
    return frozenset()


def _inherits(sentence: Sentence, trigger: Trigger, number: int) -> bool:
    clause = sentence.clauses[number]
    first = sentence.tokens[clause.first].text.lower()
    words = sentence.grammar.words
    if first in words["complementizers"]:
        return True
    verbs = [i for i in range(clause.first, clause.end) if sentence.is_verb(i)]
    if sentence.grammar.verb_endings:
        return clause.kind in ("complement", "coordinate") and any(_infinitive(sentence, i, clause) for i in verbs)
    if clause.kind == "coordinate" and sentence.clauses[number - 1].kind == "complement":
        return True
    return clause.kind == "coordinate" and bool(verbs) and (
        sentence.tokens[verbs[0]].text.lower() == sentence.lemmas[verbs[0]] and verbs[0] == clause.first + 1
    )


def _negated(sentence: Sentence, trigger: Trigger, clause: Clause) -> bool:
    words = sentence.grammar.words
    wide = bool(sentence.grammar.verb_endings) and trigger.voice not in ("nominal", "participle")
    places = range(clause.first, clause.end) if wide else range(max(clause.first, trigger.head - NEAR), trigger.head)
    for i in places:
        if sentence.tokens[i].text.lower() in words["negators"] and i not in trigger.tokens:
            following = sentence.tokens[i + 1].text.lower() if i + 1 < len(sentence.tokens) else ""
            if following not in words["negator_exceptions"]:
                return True
    return False


def _status(
    sentence: Sentence, trigger: Trigger, clause: Clause, modality: Modality, kinds: frozenset[str]
) -> Status:
    if "failed" in kinds:
        return "failed"
    if "attempted" in kinds:
        return "attempted"
    if modality != "asserted":
        return "not_started"
    words = sentence.grammar.words
    form = sentence.tokens[trigger.head].text.lower()
    past = form.endswith(tuple(words["past_endings"])) or any(
        sentence.tokens[i].text.lower() in words["past_auxiliaries"] for i in range(clause.first, clause.end)
    )
    irregular = form != sentence.lemmas[trigger.head] and not form.endswith(("t", "s", "ing", "e", "en"))
    return "completed" if past or irregular else "ongoing"


# --- on whose word ---------------------------------------------------------------------------------------------


def attribute(sentence: Sentence, trigger: Trigger, quoted: list[Span], headline: bool) -> Attribution:
    """Who says it: the author, a quotation, somebody reported, a document, or people without a name.

    :param quoted: the stretches of the document inside quotation marks.
    """
    start = sentence.start(trigger.head)
    if headline:
        return Attribution(kind="headline")
    inside = next((q for q in quoted if q.start <= start < q.end), None)
    speaker = _speaker(sentence, trigger, inside)
    if inside is not None and inside.end - inside.start >= 20:
        source, cue = speaker or (None, None)
        return _attribution("direct_quote", sentence, source, cue)
    if speaker is None:
        return Attribution()
    source, cue = speaker
    if source is not None and _is_document(sentence, source):
        return _attribution("document", sentence, source, cue)
    if source is not None and _anonymous(sentence, source):
        return _attribution("anonymous_source", sentence, source, cue)
    return _attribution("indirect_speech", sentence, source, cue)


def _speaker(
    sentence: Sentence, trigger: Trigger, quotation: Span | None
) -> tuple[Mention | None, int] | None:
    """The mention beside a verb of saying in another clause, or behind ``according to``, and the cue's index."""
    words = sentence.grammar.words
    own = sentence.clause_of(trigger.head)
    for index, lemma in enumerate(sentence.lemmas):
        word = sentence.tokens[index].text.lower()
        if word in words["speech_prepositions"]:
            after = next((m for m in sentence.mentions if 0 < m.first - index <= 4), None)
            return after, index
        outside = quotation is None or not quotation.start <= sentence.start(index) < quotation.end
        if lemma in words["speech"] and index not in trigger.tokens and outside:
            clause = sentence.clause_of(index)
            governs = clause != own and (clause == own - 1 or clause > own or quotation is not None)
            if governs and sentence.is_verb(index) and _reports(sentence, own, clause):
                near = [m for m in sentence.mentions if sentence.clause_of(m.first) == clause]
                near.sort(key=lambda m: (not m.bare, min(abs(m.first - index), abs(index - m.last))))
                return (near[0] if near else None), index
    return None


def _reports(sentence: Sentence, own: int, clause: int) -> bool:
    """Speech governs what follows it as its complement, or what precedes it after a comma at the sentence's end."""
    if clause > own:
        return clause == len(sentence.clauses) - 1 or sentence.tokens[sentence.clauses[clause].first - 1].text == ","
    return sentence.clauses[own].kind in ("complement", "main", "coordinate")


def _is_document(sentence: Sentence, mention: Mention) -> bool:
    return any(
        sentence.lemmas[i].endswith(tuple(sentence.grammar.words["document_nouns"]))
        for i in range(mention.first, mention.last + 1)
    ) and mention.entity.kind == "nominal"


def _anonymous(sentence: Sentence, mention: Mention) -> bool:
    words = sentence.grammar.words["anonymous"]
    lemmas = [sentence.tokens[i].text.lower() for i in range(mention.first, mention.last + 1)]
    return mention.entity.kind == "nominal" and any(w in words for w in lemmas)


def _attribution(kind: str, sentence: Sentence, source: Mention | None, cue: int | None) -> Attribution:
    entity = source.entity if source else None
    number = None
    if kind == "anonymous_source" and source:
        numbers = sentence.grammar.numbers
        number = next((numbers[w] for i in range(source.first, source.last + 1)
                       if (w := sentence.tokens[i].text.lower()) in numbers), None)
    return Attribution(
        kind=kind,  # type: ignore[arg-type]
        source=Span(entity.start, entity.end) if entity else None, source_id=entity.entity_id if entity else None,
        cue=Span(sentence.start(cue), sentence.end(cue)) if cue is not None else None, n_anonymous_sources=number,
    )
