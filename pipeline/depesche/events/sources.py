"""On whose word: the attribution of a claim."""

from __future__ import annotations

from dataclasses import replace

from depesche.events import actors, phrases, syntax
from depesche.events.sentence import Mention, Sentence
from depesche.events.triggers import Trigger
from depesche.records import Attribution, Span

QUOTE = 20  # characters from which a quotation says something by itself


def attribute(sentence: Sentence, trigger: Trigger, quoted: list[Span], headline: bool) -> Attribution:
    """Who says it: the author, a quotation, somebody reported, a document, or people without a name.

    :param quoted: the stretches of the document inside quotation marks.
    """
    start = sentence.starts[trigger.head]
    if headline:
        return Attribution(kind="headline")
    inside = next((q for q in quoted if q.start <= start < q.end), None)
    touched = next((q for i in trigger.tokens for q in quoted if q.start <= sentence.starts[i] < q.end), None)
    speaker = _speaker(sentence, trigger, inside)
    source, cue = speaker or (None, None)
    if inside is not None and inside.end - inside.start >= QUOTE:
        kind = "direct_quote_partial" if _goes_on(sentence, inside) else "direct_quote"
        return _attribution(kind, sentence, source, cue)
    if touched is not None:
        return _attribution("direct_quote_partial", sentence, source, cue)
    if speaker is None:
        document = phrases.document(sentence, trigger.head)
        if document is not None and not any(document.first <= i <= document.last for i in trigger.tokens):
            return _attribution("document", sentence, document, None)
        return Attribution(kind="indirect_speech") if _reported(sentence, trigger) else Attribution()
    if source is not None and _is_document(sentence, source):
        return _attribution("document", sentence, source, cue)
    if source is not None and _anonymous(sentence, source):
        return _attribution("anonymous_source", sentence, source, cue)
    own = sentence.clauses[sentence.clause_at[trigger.head]]
    first = sentence.grammar.words["first_person"]
    if cue is not None and cue >= own.end and not first.isdisjoint(sentence.lower[own.first : own.end]):
        return _attribution("direct_quote_unmarked", sentence, source, cue)  # We urge you to act, they said.
    return _attribution("indirect_speech", sentence, source, cue)


def _goes_on(sentence: Sentence, quotation: Span) -> bool:
    """Whether a quotation ends a sentence that somebody else began: ``to help „identify people“``."""
    before = [i for i in sentence.verbs if sentence.starts[i] < quotation.start - 1]
    known = sentence.grammar.words["speech"] | sentence.grammar.words["auxiliaries"]
    return bool(before) and sentence.lemmas[before[-1]] not in known and not any(
        sentence.forms[i] == ":" for i in range(before[-1], len(sentence)) if sentence.starts[i] < quotation.start
    )


def _reported(sentence: Sentence, trigger: Trigger) -> bool:
    """``Terex prüfe die Offerte``: a form that only speech has, though nobody is named."""
    clause = sentence.clause_at[trigger.head]
    own = [i for i in syntax.auxiliaries(sentence, trigger.head) if sentence.clause_at[i] == clause]
    forms = {trigger.head, *own}
    words, ending = sentence.grammar.words, sentence.grammar.endings.reported
    if not words["first_person"].isdisjoint(sentence.lower):
        return False
    return any(
        sentence.lower[i] in words["reported"]
        or any(sentence.lemmas[i] == sentence.lower[i] + e and sentence.verbal[i] for e in ending)
        for i in forms
    )


def _speaker(
    sentence: Sentence, trigger: Trigger, quotation: Span | None
) -> tuple[Mention | None, int] | None:
    """The mention beside a verb of saying in another clause, or behind ``according to``, and the cue's index."""
    words = sentence.grammar.words
    own = sentence.clause_at[trigger.head]
    while own and sentence.clauses[own].kind == "coordinate" and sentence.clauses[own - 1].kind in (
        "complement", "contact", "coordinate"
    ):
        own -= 1
    for index, lemma in enumerate(sentence.lemmas):
        word = sentence.lower[index]
        before = sentence.before(index)
        if (word in words["speech_prepositions"] or f"{before} {word}" in words["speech_prepositions"]) and (
            not _aside(sentence, trigger, index)
        ):
            after = next((m for m in sentence.mentions if 0 < m.first - index <= 4), None)
            return after, index
        if word in words["speech_asides"] and before == ",":
            said = next((m for m in sentence.mentions if 0 < m.first - index <= 2 and m.bare), None)
            if said and sentence.forms[said.last + 1 : said.last + 2] in ([","], ["."]):
                return said, index
        if word in words["speech_postpositions"]:
            told = index and sentence.pos[index - 1] in ("NOUN", "PROPN")
            return phrases.mention_at(sentence, index - 1) if told else None, index
        outside = quotation is None or not quotation.start <= sentence.starts[index] < quotation.end
        if _says(sentence, index, lemma) and index not in trigger.tokens and outside:
            clause = sentence.clause_at[index]
            # a relative clause says something of one that the event is about: spies who are said to …
            later = clause > own and sentence.clauses[clause].kind != "relative"
            governs = clause != own and (clause == own - 1 or later or quotation is not None)
            governs = governs and not syntax.tells_who(sentence, trigger.head, index)
            governs = governs and not _coordinated(sentence, trigger.head, index)
            if governs and sentence.verbal[index] and _reports(sentence, own, clause):
                near = [m for m in sentence.mentions if sentence.clause_at[m.first] == clause]
                near.sort(key=lambda m: (not m.bare, min(abs(m.first - index), abs(index - m.last))))
                steps = 0 if near else syntax.STEPS  # a subject that is not said again, where nobody else is named
                subject = actors.subject(sentence, index, steps)
                speakers = [phrases.mention_at(sentence, i) for i in subject]
                named = [m for m in speakers if m.entity.label or m.entity.kind != "pronoun"]  # heißt es in dem Brief
                return next(iter(named or near), None) or _origin(sentence, index), index
    return _complement(sentence, trigger, quotation)


def _origin(sentence: Sentence, verb: int) -> Mention | None:
    """``Aus Regierungskreisen hieß es``, ``Aus dem Bericht geht hervor``: where somebody has it from."""
    found = syntax.dependents(sentence, syntax.main_verb(sentence, verb), ("obl", "obl:arg"))
    said = [i for i in found if syntax.preposition(sentence, i) in sentence.grammar.words["origins"]]
    return phrases.mention_at(sentence, said[0]) if said else None


def _complement(
    sentence: Sentence, trigger: Trigger, quotation: Span | None
) -> tuple[Mention | None, int] | None:
    """``The ministry said on Monday it had …``: a complement that nothing in the words sets off from its verb."""
    said = actors.speech(sentence, syntax.main_verb(sentence, trigger.head))
    above = syntax.above(sentence, trigger.head)
    if above is not None and not {syntax.whole(sentence, above), sentence.joined(above)}.isdisjoint(
        sentence.grammar.words["emerging"]
    ):
        origin = _origin(sentence, above)
        return (origin, above) if origin and quotation is None else None
    if said is None or quotation is not None or said in trigger.tokens:
        return None
    subject = actors.subject(sentence, said)
    return (phrases.mention_at(sentence, subject[0]) if subject else None), said


def _coordinated(sentence: Sentence, one: int, other: int) -> bool:
    """``wrote to Intel and urged it to …``: two verbs of one subject, of which neither reports the other."""
    first, last = sorted((syntax.main_verb(sentence, one), syntax.main_verb(sentence, other)))
    return sentence.deps[last] == "conj" and sentence.heads[last] == first and not syntax.subjects(sentence, last)


def _aside(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``Wagner, which according to the UN …``: on whose word a relative clause is, from within it; what closes the
    sentence behind a comma speaks for all of it.
    """
    last = sentence.last_word(sentence.clauses[-1], index)
    closes = "," in sentence.forms[max(index - 2, 0) : index] and not sentence.verbs_in(index + 1, last + 1)
    return not closes and bool(
        syntax.relatives(sentence, sentence.heads[index]) - syntax.relatives(sentence, trigger.head)
    )


def _says(sentence: Sentence, index: int, lemma: str) -> bool:
    """Whether a word is a verb of speech or thought, also with its particle: sagte Hilfe zu is none."""
    words = sentence.grammar.words
    apart = syntax.particle(sentence, index) if sentence.grammar.syntax.separable_verbs else None
    verb = lemma if apart is None else sentence.lower[apart] + lemma
    return verb in words["speech"] | words["thought"] or sentence.joined(index) in words["speech"]


def _reports(sentence: Sentence, own: int, clause: int) -> bool:
    """Speech governs what follows it as its complement, or what precedes it after a comma at the sentence's end."""
    if clause > own:
        return clause == len(sentence.clauses) - 1 or sentence.forms[sentence.clauses[clause].first - 1] == ","
    return sentence.clauses[own].kind in ("complement", "contact", "main", "coordinate")


def _is_document(sentence: Sentence, mention: Mention) -> bool:
    return any(
        sentence.lemmas[i].endswith(tuple(sentence.grammar.words["document_nouns"]))
        for i in range(mention.first, mention.last + 1)
    ) and mention.entity.kind == "nominal"


def _anonymous(sentence: Sentence, mention: Mention) -> bool:
    words, circles = sentence.grammar.words["anonymous"], tuple(sentence.grammar.words["circles"])
    forms = [sentence.lower[i] for i in range(mention.first, mention.last + 1)]
    return mention.entity.kind == "nominal" and any(w in words or w.endswith(circles) for w in forms)


def _attribution(kind: str, sentence: Sentence, source: Mention | None, cue: int | None) -> Attribution:
    entity = source.entity if source else None
    number = None
    if kind == "anonymous_source" and source and entity:
        numbers, first = sentence.grammar.numbers, source.first
        if first > 1 and sentence.lower[first - 1] in sentence.grammar.words["noun_links"] and (
            sentence.lower[first - 2] in numbers
        ):
            first -= 2  # two of the people
            entity = replace(entity, start=sentence.starts[first])
        number = next((numbers[w] for i in range(first, source.last + 1) if (w := sentence.lower[i]) in numbers), None)
    return Attribution(
        kind=kind,  # type: ignore[arg-type]
        source=Span(entity.start, entity.end) if entity else None, source_id=entity.entity_id if entity else None,
        cue=Span(sentence.starts[cue], sentence.ends[cue]) if cue is not None else None, n_anonymous_sources=number,
    )
