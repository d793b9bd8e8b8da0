"""Triggers in a sentence: the verbs and nouns that say an event, and in which voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from depesche.events.clauses import Clause, Sentence
from depesche.events.grammar import Frame

REACH = 12
"""How many tokens after a noun a preposition may still belong to it."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """:param head: index of the verb or noun. :param tokens: all tokens of the trigger, in order.
    :param voice: active, passive, nominal, or participle (an attribute of its target).
    """

    frame: Frame
    head: int
    tokens: tuple[int, ...]
    voice: str


def triggers(sentence: Sentence) -> Iterator[Trigger]:
    grammar = sentence.grammar
    for index, lemma in enumerate(sentence.lemmas):
        clause = sentence.clauses[sentence.clause_of(index)]
        particle = _particle(sentence, index, clause)
        joined = grammar.particles.get((lemma, sentence.tokens[particle].text.lower())) if particle else None
        for verb, extra in ((joined, (particle,)), (None if joined else lemma, ())):
            if not verb or index in sentence.named or not _verbal(sentence, index):
                continue
            for frame in grammar.by_verb.get(verb, ()):
                yield from _verb_trigger(sentence, frame, index, tuple(i for i in extra if i is not None), clause)
        yield from _noun_triggers(sentence, index, clause)


def _verbal(sentence: Sentence, index: int) -> bool:
    """German writes nouns with a capital; a sentence may begin with a verb, and a headline may shout."""
    text = sentence.tokens[index].text
    if sentence.grammar.verb_endings:
        return (text[:1].islower() or index == 0) and text.lower() not in sentence.grammar.words["not_verbs"]
    if not index:
        return True
    before = sentence.tokens[index - 1].text.lower()
    words, form, lemma = sentence.grammar.words, text.lower(), sentence.lemmas[index]
    if before in words["determiners"] or before in {"'s", "’s"}:
        return False
    governed = before in sentence.grammar.prepositions and before not in words["infinitive_markers"]
    if form == lemma:
        return not governed and not _is_noun(sentence, index)
    return not (governed and form.endswith("s"))


def _is_noun(sentence: Sentence, index: int) -> bool:
    """An English base form that is a noun: ``the main target``, ``Trump's travel ban``, ``breach of trust``."""
    words = sentence.grammar.words
    if index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].text.lower() in words["noun_links"]:
        return True
    auxiliaries = words["aux_passive"] | words["aux_perfect"] | words["light_verbs"] | words["infinitive_markers"]
    if sentence.is_verb(index - 1) and sentence.lemmas[index - 1] not in auxiliaries and (
        sentence.tokens[index - 1].text.lower() not in sentence.grammar.modals and not inside(sentence, index - 1)
    ):
        return True  # worked fine
    for i in range(index - 1, max(index - 4, -1), -1):
        word = sentence.tokens[i].text
        if word.lower() in words["determiners"] or word in {"'s", "’s"}:
            return not inside(sentence, i)
        plural = word.endswith("s") and i == index - 1
        if not word.isalpha() or not word.islower() or sentence.is_verb(i) or plural or word.endswith("ly") or (
            word in sentence.grammar.prepositions or word in words["conjunctions"] or word in words["relative_pronouns"]
            or word in words["negators"] or inside(sentence, i)
        ):
            return False
    return False


def _attributive(sentence: Sentence, index: int, clause: Clause) -> bool:
    """``die verhängten Sanktionen``, ``im SDAX gelistete Firmen``: a German participle that inflects."""
    form, lemma = sentence.tokens[index].text.lower(), sentence.lemmas[index]
    if not sentence.grammar.verb_endings or form == lemma or form in sentence.grammar.modals or inside(sentence, index):
        return False
    stem = next((form[: -len(e)] for e in ("en", "er", "es", "em", "e") if form.endswith(e)), "")
    at = index + 1
    while at + 1 < len(sentence.tokens) and sentence.tokens[at].text.islower() and not sentence.is_verb(at) and (
        sentence.tokens[at].text.endswith(("e", "en", "er", "es", "em"))
    ) and sentence.tokens[at].text not in sentence.grammar.words["determiners"]:
        at += 1
    following = sentence.tokens[at].text if at < len(sentence.tokens) else ""
    if not stem.endswith(("t", "en")) or not following[:1].isupper() or at in sentence.named:
        return False
    prefixed = form.startswith(tuple(sentence.grammar.words["participle_prefixes"]))
    before = sentence.tokens[index - 1].text.lower() if index else ""
    others = any(sentence.is_verb(i) and i != index and not infinitive(sentence, i, clause)
                 for i in range(clause.first, clause.end))
    return prefixed or before in sentence.grammar.words["determiners"] or others


def _particle(sentence: Sentence, index: int, clause: Clause) -> int | None:
    """The last word of the clause, where a separated verb leaves its particle (``trat der Liste … bei``)."""
    last = clause.end - 1
    while last > index and not sentence.tokens[last].text[-1:].isalpha():
        last -= 1
    if last > index:
        return last
    return None


def _verb_trigger(
    sentence: Sentence, frame: Frame, index: int, extra: tuple[int, ...], clause: Clause
) -> Iterator[Trigger]:
    if frame.forms and sentence.tokens[index].text.lower() not in frame.forms:
        return
    if frame.forms and clause.kind == "condition" and frame.polar:
        return
    if _attributive(sentence, index, clause):
        return
    if frame.beside and not any(
        sentence.grammar.prepositions.get(sentence.tokens[i].text.lower()) in frame.beside
        for i in range(clause.first, clause.end)
    ):
        return
    if frame.negated and not any(_negates(sentence, i) for i in range(clause.first, clause.end)):
        return
    if frame.phrase and not _phrase_follows(sentence, frame, index, clause):
        return
    companion: tuple[int, ...] = ()
    if frame.companions:
        at = _companion(sentence, frame, index, clause)
        if at is None:
            return
        companion = (at,)
    yield Trigger(frame, index, tuple(sorted({index, *extra, *companion})), voice_of(sentence, index, clause))


def _negates(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].text.lower() in sentence.grammar.words["negators"]


def _phrase_follows(sentence: Sentence, frame: Frame, index: int, clause: Clause) -> bool:
    """Words that follow at once (``to comment``), one of several soon (``~ with to``), or not at once (``~+ to``)."""
    end = min(len(sentence.tokens), index + REACH)
    following = [sentence.tokens[i].text.lower() for i in range(index + 1, end)]
    if frame.phrase[0] in ("~", "~+"):
        return any(word in following[len(frame.phrase[0]) - 1 :] for word in frame.phrase[1:])
    return following[: len(frame.phrase)] == list(frame.phrase)


def _companion(sentence: Sentence, frame: Frame, index: int, clause: Clause) -> int | None:
    near = sorted(range(clause.first, clause.end), key=lambda i: (abs(i - index), i))
    for i in near:
        if i != index and _matches(sentence, i, frame.companions):
            # English objects follow their verb; a passive subject comes before it.
            if not sentence.grammar.verb_endings and i < index and voice_of(sentence, index, clause) == "active":
                continue
            if not _depends_on_noun(sentence, i):
                return i
    if clause.end < len(sentence.tokens) and sentence.grammar.verb_endings:
        # zwang …, den Sitz zu verkaufen: the infinitive stands in the next clause
        following = sentence.clauses[sentence.clause_of(clause.end)]
        verbs = tuple(w for w in frame.companions if w.endswith(("en", "ern")))
        return next((i for i in range(following.first, following.end) if _matches(sentence, i, verbs)), None)
    return None


def _depends_on_noun(sentence: Sentence, index: int) -> bool:
    """``the consideration of penalties``: the noun belongs to another noun, not to the verb."""
    at = index - 1
    while at >= 0 and _modifies(sentence, at):
        at -= 1
    return at >= 0 and sentence.grammar.prepositions.get(sentence.tokens[at].text.lower()) in (
        sentence.grammar.words["noun_links"]
    )


def _modifies(sentence: Sentence, index: int) -> bool:
    text = sentence.tokens[index].text
    return text[:1].islower() and text not in sentence.grammar.prepositions and not sentence.is_verb(index)


def _matches(sentence: Sentence, index: int, words: Sequence[str]) -> bool:
    lemma = sentence.lemmas[index]
    for word in words:
        if word.startswith("*"):
            if lemma.endswith(word[1:]):
                return True
        elif " " in word:
            parts = word.split()
            if sentence.lemmas[index - len(parts) + 1 : index + 1] == parts:
                return True
        elif lemma == word:
            return True
    return False


def _noun_triggers(sentence: Sentence, index: int, clause: Clause) -> Iterator[Trigger]:
    grammar, lemma = sentence.grammar, sentence.lemmas[index]
    if grammar.verb_endings and not sentence.tokens[index].text[:1].isupper():
        return
    if not grammar.verb_endings and index in sentence.named:
        return  # the Fair Housing Action Center
    frames = list(grammar.by_noun.get(lemma, ()))
    if index:
        frames += grammar.by_noun.get(f"{sentence.lemmas[index - 1]} {lemma}", ())
    frames += [frame for suffix, frame in grammar.by_suffix if lemma.endswith(suffix)]
    for frame in frames:
        if not grammar.verb_endings and lemma in grammar.by_verb and not _nominal(sentence, index):
            continue
        tokens = {index}
        if frame.companions:
            at = next((i for i in range(index + 1, min(clause.end, index + 5))
                       if _matches(sentence, i, frame.companions)), None)
            if at is None:
                continue
            tokens.add(at)
        yield Trigger(frame, index, tuple(sorted(tokens)), "nominal")


def _nominal(sentence: Sentence, index: int) -> bool:
    """Is an English form that may be a verb a noun here? A plural -s after an adjective is, and so is one with a
    determiner; after ``to`` or a subject it is not.
    """
    plural = sentence.tokens[index].text.lower() == sentence.lemmas[index] + "s"
    following = sentence.tokens[index + 1].text.lower() if index + 1 < len(sentence.tokens) else ""
    if plural and following in sentence.grammar.prepositions and following not in (
        sentence.grammar.words["infinitive_markers"]
    ):
        return True  # U.S. sanctions on Russia
    if index == 0:
        return False
    before = sentence.tokens[index - 1].text.lower()
    if before in sentence.grammar.words["infinitive_markers"] or before in sentence.grammar.modals:
        return False
    if before in sentence.grammar.words["determiners"] or before in sentence.grammar.prepositions:
        return True
    return sentence.tokens[index].text.lower() == sentence.lemmas[index] + "s" and not any(
        m.last == index - 1 and m.bare for m in sentence.mentions
    )


def voice_of(sentence: Sentence, index: int, clause: Clause) -> str:
    grammar, form, lemma = sentence.grammar, sentence.tokens[index].text.lower(), sentence.lemmas[index]
    inside = next((m for m in sentence.mentions if m.first <= index < m.last), None)
    if inside is not None and inside.entity.kind == "nominal":
        return "participle"
    if form == lemma:
        return "active"
    reach = range(clause.first, clause.end) if grammar.verb_endings else range(max(clause.first, index - 4), index)
    participle = True
    if grammar.verb_endings:
        participle = form.endswith(("t", "en")) and not form.endswith(("te", "ten")) and not _finite_second(
            sentence, index, clause
        )
    elif form.endswith(("ing", "s")):
        participle = False
    if not grammar.verb_endings:
        # is believed to have added: the nearest auxiliary counts
        cut = next((i for i in reversed(reach) if sentence.lemmas[i] in grammar.words["aux_perfect"]), None)
        reach = range(reach.start if cut is None else cut, index)
    if participle and any(
        sentence.lemmas[i] in grammar.words["aux_passive"] | grammar.words["aux_state"] and i != index for i in reach
    ):
        return "passive"
    if not grammar.verb_endings and participle and (
        _reduced(sentence, index, clause) or _goes_on_passive(sentence, index, clause)
    ):
        return "passive"
    return "active"


def _finite_second(sentence: Sentence, index: int, clause: Clause) -> bool:
    """A present form in -t (``verhängt``) is the finite verb when no auxiliary stands in its clause."""
    words = sentence.grammar.words
    auxiliaries = words["aux_passive"] | words["aux_state"] | words["aux_perfect"]
    return not any(sentence.lemmas[i] in auxiliaries for i in range(clause.first, clause.end) if i != index)


def _goes_on_passive(sentence: Sentence, index: int, clause: Clause) -> bool:
    """``were transported to Jordan and then smuggled to …``: one auxiliary for two participles."""
    words, at = sentence.grammar.words, index - 1
    while at > clause.first and (sentence.lemmas[at].endswith("ly") or sentence.lemmas[at] in words["adverbs"]):
        at -= 1
    if at < 1 or sentence.tokens[at].text.lower() not in words["conjunctions"]:
        return False
    after = index + 1
    if after < len(sentence.tokens) and sentence.tokens[after].text.lower() not in sentence.grammar.prepositions and (
        sentence.tokens[after].text[:1].isalpha()
    ):
        return False
    earlier = next((i for i in range(at - 1, 0, -1) if sentence.is_verb(i) and not inside(sentence, i)
                    and sentence.tokens[i].text.lower() != sentence.lemmas[i]), None)
    near = range(max(at - 14, 0), at)
    return earlier is not None and any(sentence.lemmas[i] in words["aux_passive"] for i in near)


def _reduced(sentence: Sentence, index: int, clause: Clause) -> bool:
    """``companies added to the list``: a past form right after a mention, before a preposition and no object."""
    after = index + 1
    if after >= clause.end or sentence.tokens[after].text.lower() not in sentence.grammar.prepositions:
        return False
    others = [i for i in range(clause.first, clause.end) if i != index and _finite(sentence, i)]
    return bool(others) and any(m.last == index - 1 for m in sentence.mentions)


def _finite(sentence: Sentence, index: int) -> bool:
    if not sentence.is_verb(index) or inside(sentence, index) or not _verbal(sentence, index):
        return False
    words, form = sentence.grammar.words, sentence.tokens[index].text.lower()
    if _nominal(sentence, index):
        return False
    if form == sentence.lemmas[index]:
        return form in sentence.grammar.modals or form in words["aux_passive"] | words["aux_perfect"]
    return not form.endswith("ing")


def marker(sentence: Sentence, verb: int, clause: Clause) -> int | None:
    """Index of the ``to`` of an English infinitive: ``to add``, ``to be added``, ``to have added``."""
    words = sentence.grammar.words
    auxiliaries = words["aux_passive"] | words["aux_perfect"]
    for i in range(verb - 1, max(clause.first, verb - 5) - 1, -1):
        word = sentence.tokens[i].text.lower()
        if word in words["infinitive_markers"]:
            return i
        if sentence.lemmas[i] not in auxiliaries and not word.endswith("ly") and word not in words["negators"]:
            break
    return None


def dependent(sentence: Sentence, verb: int, clause: Clause) -> bool:
    """An English infinitive or gerund (base form after ``to``, also one coordinated with it; ``-ing``)."""
    form, lemma = sentence.tokens[verb].text.lower(), sentence.lemmas[verb]
    words = sentence.grammar.words
    if form.endswith("ing"):
        return verb > clause.first and sentence.lemmas[verb - 1] not in words["aux_passive"]
    if marker(sentence, verb, clause) is not None:
        return True
    before = range(clause.first, verb)
    if form != lemma:
        return any(sentence.tokens[i].text.lower() == "being" for i in before[-3:])
    return any(
        sentence.tokens[i].text.lower() in words["infinitive_markers"] and sentence.is_verb(i + 1) for i in before
    )


def infinitive(sentence: Sentence, verb: int, clause: Clause) -> bool:
    """A German infinitive with zu, before it or inside it (``aufzunehmen``)."""
    markers = sentence.grammar.words["infinitive_markers"]
    form, lemma = sentence.tokens[verb].text.lower(), sentence.lemmas[verb]
    if verb > clause.first and sentence.tokens[verb - 1].text.lower() in markers:
        return True
    following = [token.text.lower() for token in sentence.tokens[verb + 1 : verb + 3]]
    if len(following) == 2 and following[0] in markers and sentence.is_verb(verb + 2):
        return True  # verhängt zu haben, gesetzt zu werden
    return any(m in form[2:-2] and form.replace(m, "", 1) == lemma for m in markers)


def inside(sentence: Sentence, index: int) -> bool:
    return any(m.first <= index <= m.last for m in sentence.mentions)
