"""From the tokens of a sentence to what the rules read."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.events import actors, clauses, mending, mentions
from depesche.events.grammar import Grammar
from depesche.events.sentence import BREAKS, Sentence
from depesche.events.tokens import Tokens
from depesche.records import Date, Entity
from depesche.sentences import title_case

NO_VERB = frozenset({"NOUN", "PROPN", "DET", "PRON", "NUM", "ADP"})


def read(tokens: Tokens, entities: Sequence[Entity], dates: Sequence[Date], grammar: Grammar) -> Sentence:
    """A sentence with its clauses and mentions.

    :param entities: those inside the sentence, like ``dates``.
    """
    sentence = Sentence(
        tokens.forms, tokens.lower, tokens.lemmas, tokens.starts, tokens.ends, tokens.spaced, tokens.in_name,
        tokens.heads, tokens.deps, tokens.pos, tokens.likely, grammar,
    )
    sentence.dated = _inside(sentence, dates)
    sentence.named = _inside(sentence, [e for e in entities if e.kind == "name"])
    sentence.named |= _capitalised(sentence)
    sentence.verbal = [i not in sentence.named and _is_verb(sentence, i) for i in range(len(sentence))]
    sentence.verbs = [i for i, verb in enumerate(sentence.verbal) if verb]
    sentence.stops = [i for i, form in enumerate(sentence.forms) if form == "," or form in BREAKS]
    sentence.clauses = clauses.cut(sentence)
    sentence.clause_at = [number for number, c in enumerate(sentence.clauses) for _ in range(c.first, c.end)]
    sentence.mentions = mentions.place(sentence, entities)
    sentence.inside = frozenset(i for m in sentence.mentions for i in range(m.first, m.last + 1))
    mending.mend(sentence)
    actors.stand_in(sentence)
    return sentence


def _capitalised(sentence: Sentence) -> frozenset[int]:
    """Words with a capital inside a plain sentence: the State in Secretary of State is no verb."""
    known = sentence.named | sentence.dated
    words = [form for i, form in enumerate(sentence.forms) if form[:1].isalpha() and i not in known]
    if sentence.grammar.syntax.nouns_capitalised or sum(word.islower() for word in words) * 2 < len(words) or (
        title_case(sentence.forms, sentence.grammar.lang)
    ):
        return frozenset()
    return frozenset(
        i for i in range(1, len(sentence))
        if sentence.forms[i][:1].isupper() and sentence.forms[i - 1][:1].isalnum()
    )


def _inside(sentence: Sentence, rows: Sequence[Entity | Date]) -> frozenset[int]:
    """Tokens inside names (the States of the United States are no verb), or inside dates."""
    return frozenset(
        i for row in rows for i in sentence.touched(row.start, row.end)
        if row.start <= sentence.starts[i] and sentence.ends[i] <= row.end
    )


def _is_verb(sentence: Sentence, index: int) -> bool:
    grammar, form, lower, lemma = sentence.grammar, sentence.forms[index], sentence.lower[index], sentence.lemmas[index]
    if lower in grammar.modals:
        return True
    if sentence.pos[index] in NO_VERB:
        return False
    if not grammar.endings.verb:
        return lemma in grammar.verb_lemmas
    if not form[:1].islower() or lower in grammar.prepositions or (
        lower in grammar.words["not_verbs"] and sentence.pos[index] != "VERB"
    ):
        return False
    if lower in grammar.words["determiners"]:
        return False
    return lemma in grammar.verb_lemmas or (lemma.endswith(grammar.endings.verb) and form.isalpha())
