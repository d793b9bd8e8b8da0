"""On whose word: the attribution of a claim."""

from __future__ import annotations

from depesche.events.sentence import Mention, Sentence
from depesche.events.triggers import Trigger
from depesche.records import Attribution, Span


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
    while own and sentence.clauses[own].kind == "coordinate" and sentence.clauses[own - 1].kind in (
        "complement", "contact", "coordinate"
    ):
        own -= 1
    for index, lemma in enumerate(sentence.lemmas):
        word = sentence.lower[index]
        before = sentence.lower[index - 1] if index else ""
        if word in words["speech_prepositions"] or f"{before} {word}" in words["speech_prepositions"]:
            after = next((m for m in sentence.mentions if 0 < m.first - index <= 4), None)
            return after, index
        if word in words["speech_postpositions"]:
            return next((m for m in sentence.mentions if m.last == index - 1), None), index
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
        return clause == len(sentence.clauses) - 1 or sentence.forms[sentence.clauses[clause].first - 1] == ","
    return sentence.clauses[own].kind in ("complement", "contact", "main", "coordinate")


def _is_document(sentence: Sentence, mention: Mention) -> bool:
    return any(
        sentence.lemmas[i].endswith(tuple(sentence.grammar.words["document_nouns"]))
        for i in range(mention.first, mention.last + 1)
    ) and mention.entity.kind == "nominal"


def _anonymous(sentence: Sentence, mention: Mention) -> bool:
    words = sentence.grammar.words["anonymous"]
    lemmas = [sentence.lower[i] for i in range(mention.first, mention.last + 1)]
    return mention.entity.kind == "nominal" and any(w in words for w in lemmas)


def _attribution(kind: str, sentence: Sentence, source: Mention | None, cue: int | None) -> Attribution:
    entity = source.entity if source else None
    number = None
    if kind == "anonymous_source" and source:
        numbers = sentence.grammar.numbers
        number = next((numbers[w] for i in range(source.first, source.last + 1)
                       if (w := sentence.lower[i]) in numbers), None)
    return Attribution(
        kind=kind,  # type: ignore[arg-type]
        source=Span(entity.start, entity.end) if entity else None, source_id=entity.entity_id if entity else None,
        cue=Span(sentence.start(cue), sentence.end(cue)) if cue is not None else None, n_anonymous_sources=number,
    )
