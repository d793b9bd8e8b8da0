"""Triggers in a sentence: the verbs and nouns that say an event, and in which voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from depesche.events import actors, phrases, standing, syntax
from depesche.events.grammar import Frame
from depesche.events.sentence import Clause, Sentence

OFFICE = "ORG"
REACH = 12
"""How many tokens after a noun a preposition may still belong to it."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """:param head: index of the verb or noun. :param tokens: all tokens of the trigger, in order.
    :param voice: active, passive, nominal, or participle (an attribute of its target).
    :param score: how probable the model holds it, where its frame lacks a role; else 0.
    """

    frame: Frame
    head: int
    tokens: tuple[int, ...]
    voice: str
    score: float = 0.0

    @property
    def verbal(self) -> bool:
        """Whether a verb says it, and no noun or attribute."""
        return self.voice in ("active", "passive")


def triggers(sentence: Sentence) -> Iterator[Trigger]:
    grammar = sentence.grammar
    sentence.vocabulary = frozenset(sentence.lemmas)
    for index, lemma in enumerate(sentence.lemmas):
        if not grammar.may_trigger(lemma) and lemma not in grammar.participles:
            continue
        clause = sentence.clauses[sentence.clause_at[index]]
        noun = None if index in sentence.named else syntax.attributed(sentence, index)
        if noun is not None:
            for frame in grammar.by_verb.get(grammar.participles.get(lemma, lemma), ()):
                yield from _attribute_trigger(sentence, frame, index, noun, clause)
        elif index not in sentence.named and _verbal(sentence, index) and not _helps(sentence, index):
            particle = sentence.last_word(clause, index)
            joined = grammar.particles.get((lemma, sentence.lower[particle])) if particle > index else None
            parsed = None if joined else syntax.particle(sentence, index)
            if parsed is not None and parsed > index:
                particle, joined = parsed, grammar.particles.get((lemma, sentence.lower[parsed]))
            verb, extra = (joined, (particle,)) if joined else (lemma, ())
            other = parsed is not None and not joined and grammar.syntax.separable_verbs  # sagte den Besuch ab
            yield from () if other else _verb_triggers(sentence, grammar.by_verb.get(verb, ()), index, extra, clause)
        yield from _noun_triggers(sentence, index, clause)


def _verbal(sentence: Sentence, index: int) -> bool:
    """May this be a verb? Where nouns have a capital a small letter says so, at the head of a sentence any."""
    if sentence.deps[index] == "compound" and sentence.pos[index] == "NOUN":
        return False  # arms export licences
    if sentence.grammar.syntax.nouns_capitalised:
        parsed = sentence.pos[index] == "VERB"  # sich nicht einigen
        return (sentence.forms[index][:1].islower() or index == 0) and (
            parsed or sentence.lower[index] not in sentence.grammar.words["not_verbs"]
        )
    if not index:
        return True
    if _inflected_noun(sentence, index):
        return False
    before = sentence.lower[index - 1]
    words, form, lemma = sentence.grammar.words, sentence.lower[index], sentence.lemmas[index]
    article = before in words["determiners"] and not syntax.no_article(sentence, index - 1, index)
    if article or before in words["possessive_clitics"]:
        return False
    governed = before in sentence.grammar.prepositions and before not in words["infinitive_markers"]
    if form == lemma:
        return not governed and not _is_noun(sentence, index)
    return not (governed and form.endswith(sentence.grammar.endings.plural))


def _inflected_noun(sentence: Sentence, index: int) -> bool:
    """``Russian spies``, ``a warm meeting``; of a base form the words around it tell more than the parser."""
    if sentence.pos[index] != "NOUN" or sentence.lower[index] == sentence.lemmas[index]:
        return False
    told = syntax.copular(sentence, index) and syntax.dependents(sentence, index, ("case",))  # is under a warning
    return bool(told) or not syntax.has_arguments(sentence, index)


def _is_noun(sentence: Sentence, index: int) -> bool:
    """A base form that is a noun or attribute: ``Trump's travel ban``, ``breach of trust``, ``a fine officer``."""
    words, endings = sentence.grammar.words, sentence.grammar.endings
    following = sentence.lower[index + 1] if index + 1 < len(sentence) else ""
    if sentence.pos[index] == "NOUN" and sentence.deps[index] == "obj" and (
        syntax.dependents(sentence, index, ("compound",)) and sentence.heads[index] < index
    ):
        return True  # slams US ban on Huawei
    own = ("det", "nmod:poss", "amod") if following in sentence.grammar.prepositions else ("det", "nmod:poss")
    if sentence.pos[index] == "NOUN" and not syntax.has_arguments(sentence, index) and (
        syntax.dependents(sentence, index, own)
    ):
        return True  # a former spy, Chinese demand for chips
    if sentence.pos[index] == "ADJ" and sentence.deps[index] == "amod" and (
        index < sentence.heads[index]
    ):
        return True  # a fine young officer
    if sentence.pos[index] == "VERB" and syntax.acts(sentence, index):
        return False  # Japan's ministry put it on the list
    if following in words["noun_links"]:
        return True
    if index and sentence.verbal[index - 1] and sentence.lemmas[index - 1] not in words["noun_free"] and (
        sentence.lower[index - 1] not in sentence.grammar.modals and index - 1 not in sentence.inside
    ):
        return True  # worked fine
    for i in range(index - 1, max(index - 4, -1), -1):
        word = sentence.forms[i]
        if sentence.lower[i] in words["determiners"] or word in words["possessive_clitics"]:
            return i not in sentence.inside
        plural = word.endswith(endings.plural) and i == index - 1
        if not word.isalpha() or not word.islower() or plural or word.endswith(endings.adverb) or (
            sentence.verbal[i] or word in sentence.grammar.prepositions or word in words["noun_ends"]
            or i in sentence.inside
        ):
            return False
    return False


def _attributive(sentence: Sentence, index: int, clause: Clause) -> bool:
    """``die verhängten Sanktionen``, ``im SDAX gelistete Firmen``: a participle that inflects like an adjective."""
    form, grammar = sentence.lower[index], sentence.grammar
    inflections = grammar.endings.adjective
    if not form.endswith(inflections) or form == sentence.lemmas[index] or form in grammar.modals or (
        index in sentence.inside or (index and syntax.no_article(sentence, index - 1, index))
    ):
        return False
    stem = next((form[: -len(e)] for e in inflections if form.endswith(e)), "")
    at = index + 1
    while at + 1 < len(sentence) and sentence.forms[at].islower() and not sentence.verbal[at] and (
        sentence.forms[at].endswith(inflections)
    ) and sentence.forms[at] not in grammar.words["determiners"]:
        at += 1
    following = sentence.forms[at] if at < len(sentence) else ""
    if not stem.endswith(grammar.endings.participle) or not following[:1].isupper() or at in sentence.named:
        return False
    prefixed = form.startswith(tuple(grammar.words["participle_prefixes"]))
    before = sentence.before(index)
    others = any(i != index and not infinitive(sentence, i, clause)
                 for i in sentence.verbs_in(clause.first, clause.end))
    return prefixed or before in grammar.words["determiners"] or others


def _verb_triggers(
    sentence: Sentence, frames: Sequence[Frame], index: int, extra: tuple[int, ...], clause: Clause
) -> Iterator[Trigger]:
    """Those of a verb, by what all of its frames ask once the words of a frame are there."""
    vocabulary, form = sentence.vocabulary, sentence.lower[index]
    said = [
        frame for frame in frames if not (
            (frame.companions and not frame.companions.among(vocabulary)) or (frame.forms and form not in frame.forms)
            or (frame.before and frame.before.isdisjoint(sentence.told))
        )
    ]
    if not said:
        return
    acted = syntax.acted(sentence, index)
    if (_attributive(sentence, index, clause) and not acted) or syntax.portends(sentence, index):
        return
    voice = voice_of(sentence, index, clause)
    for frame in said:
        yield from _verb_trigger(sentence, frame, index, extra, clause, voice, acted=acted)


def _verb_trigger(
    sentence: Sentence, frame: Frame, index: int, extra: tuple[int, ...], clause: Clause, voice: str, *, acted: bool
) -> Iterator[Trigger]:
    if (frame.active and voice != "active") or (frame.passive and voice != "passive"):
        return
    if (frame.alone and not syntax.alone(sentence, index, reflexive=frame.alone == "reflexive")) or (
        frame.norm and not _ought(sentence, index, clause)
    ):
        return
    if frame.beside and not _beside(sentence, frame, index, extra, clause):
        return
    if _barred(sentence, frame, clause, index):
        return
    unsaid = frame.phrase and not _phrase_follows(sentence, frame, index)
    if unsaid or (frame.wish and not standing.wished(sentence, index)):
        return
    companion = _companions(sentence, frame, index, clause, acted=acted)
    if companion is None:
        return
    # in a fixed order a negator behind both denies nothing: to answer your question, no
    last = max(index, *companion, 0) if sentence.grammar.syntax.fixed_order else clause.end
    if frame.negated and not any(_negates(sentence, i) for i in range(clause.first, last)):
        return
    undergone = _undergone(sentence, index, voice) if frame.patient else []
    if frame.patient and (acted or (voice == "passive" and sentence.deps[index] == "acl")):
        undergone = [*undergone, sentence.heads[index]]  # rules to be published in May
    if not frame.patient or set(companion) & set(undergone):
        yield Trigger(frame, index, tuple(sorted({index, *extra, *companion})), voice)


def _attribute_trigger(
    sentence: Sentence, frame: Frame, index: int, noun: int, clause: Clause
) -> Iterator[Trigger]:
    """``der von Washington gelistete Konzern``, ``das 2021 geschlossene Abkommen``: a participle says what was done to
    its noun; one that leaves that open (``die geforderten Sanktionen``) says nothing.
    """
    joints = {syntax.preposition(sentence, i) for i in syntax.children(sentence, index)}
    other = frame.alone or frame.norm or frame.phrase or frame.wish or frame.active or frame.forms or frame.negated
    if other or sentence.governs(index) or (frame.beside and frame.beside.isdisjoint(joints)) or (
        frame.companions and not frame.companions.match(sentence.lemmas, noun)
    ) or _barred(sentence, frame, clause):
        return
    yield Trigger(frame, index, (index, noun) if frame.companions else (index,), "participle")


def _helps(sentence: Sentence, index: int) -> bool:
    """``has reached a deal``: nobody has what only helps another verb."""
    perfect = sentence.grammar.words["aux_perfect"]
    return sentence.deps[index] == "aux" and sentence.lemmas[index] in perfect


def _companions(
    sentence: Sentence, frame: Frame, index: int, clause: Clause, *, acted: bool
) -> tuple[int, ...] | None:
    """The words of a frame's ``with`` that join its verb; None where it has some and none stands there."""
    if not frame.companions:
        return ()
    if frame.tells:
        return () if sentence.pos[index] == "VERB" and _tells(sentence, frame, index) else None
    at = _companion(sentence, frame, index, clause)
    if at is None or (sentence.deps[index] == "amod" and (sentence.heads[index] == at) != acted):
        return None  # frozen assets, but das von der Koalition vorgelegte Gesetz
    return (at,)


def _tells(sentence: Sentence, frame: Frame, index: int) -> bool:
    """``said that Apple violated the rules``: whether the clause that a word governs says that somebody did such a
    thing; not that he did not, was to do so, or had it done to him.
    """
    return any(
        _tells_wrong(sentence, frame, i) and _done(sentence, index, i)
        and not _barred(sentence, frame, sentence.clauses[sentence.clause_at[i]])
        for i in syntax.told(sentence, syntax.main_verb(sentence, index))
    )


def _tells_wrong(sentence: Sentence, frame: Frame, verb: int) -> bool:
    """``violated the rules``, ``illegally exported it``: whether a verb or how something is done is the frame's."""
    ways = syntax.dependents(sentence, verb, ("advmod",))
    return syntax.whole(sentence, verb) in frame.companions.exact or any(
        frame.companions.match(sentence.lemmas, i) for i in (verb, *ways)
    )


def _done(sentence: Sentence, teller: int, verb: int) -> bool:
    """Whether a verb in the clause that another word governs says what somebody has done or does to others."""
    words, clause = sentence.grammar.words, sentence.clauses[sentence.clause_at[verb]]
    own, around = syntax.auxiliaries(sentence, verb), range(max(clause.first, teller + 1), clause.end)
    return not syntax.passive_auxiliaries(sentence, verb) and not any(
        sentence.lower[i] in sentence.grammar.modals or sentence.lemmas[i] in words["aux_future"] for i in own
    ) and words["negators"].isdisjoint(sentence.lower[i] for i in around) and words["reflexives"].isdisjoint(
        sentence.lower[i] for i in syntax.children(sentence, verb)
    )


def _barred(sentence: Sentence, frame: Frame, clause: Clause, verb: int | None = None) -> bool:
    """Whether words stand in the clause with which a frame means something else (legal action), or such an infinitive
    beside its verb (weigert sich, aufzugeben).
    """
    if not frame.unless or not frame.unless.among(sentence.vocabulary):
        return False
    infinitives = [] if verb is None else syntax.dependents(sentence, verb, ("xcomp",))
    places = (*range(clause.first, clause.end), *infinitives)
    return any(frame.unless.match(sentence.lemmas, i) for i in places)


def _ought(sentence: Sentence, index: int, clause: Clause) -> bool:
    """Whether a modal says what is to be done: no condition (``sollte es dazu kommen``), nothing that is past (``should
    have been called``, ``hatte aufnehmen müssen``), no infinitive of its own (``ohne zahlen zu müssen``).
    """
    words, grammar = sentence.grammar.words, sentence.grammar
    opens = grammar.syntax.verb_first_conditional and index == clause.first
    if _says_by_it(sentence, index):
        return False
    if clause.kind == "condition" or standing.inverted(sentence, index) or (
        opens and (not index or syntax.adverbial(sentence, index))
    ):
        return False
    perfect = words["aux_perfect"]
    done = any(sentence.lemmas[i] in perfect for i in syntax.auxiliaries(sentence, index))  # solle … gestohlen haben
    if not grammar.syntax.verb_final or done:
        return not done
    bare = sentence.lower[index] == sentence.lemmas[index]
    return not infinitive(sentence, index, clause) and not (
        bare and any(sentence.lemmas[i] in perfect for i in sentence.verbs_in(clause.first, clause.end) if i != index)
    )


def _says_by_it(sentence: Sentence, modal: int) -> bool:
    """``We must inform you that …``, ``Leider müssen wir Ihnen mitteilen, …``: who says that he has to say something
    says it.
    """
    words, verb = sentence.grammar.words, syntax.main_verb(sentence, modal)
    oneself = any(sentence.lower[i] in words["first_person"] for i in syntax.subjects(sentence, verb))
    tells = {sentence.lemmas[verb], syntax.whole(sentence, verb)} & (words["speech"] | words["informing"])
    return oneself and bool(tells) and bool(syntax.dependents(sentence, verb, ("ccomp",)))



def _negates(sentence: Sentence, index: int) -> bool:
    return sentence.lower[index] in sentence.grammar.words["negators"]


def _phrase_follows(sentence: Sentence, frame: Frame, index: int) -> bool:
    """Words that follow at once (``to comment``), one of several soon (``~ with to``), or not at once (``~+ to``)."""
    end = min(len(sentence), index + REACH)
    following = sentence.lower[index + 1 : end]
    following = following[: next((i for i, word in enumerate(following) if word == ";"), None)]
    if frame.phrase[0] == "~+" and following[:1] and following[0] in frame.phrase[1:]:
        return False  # wanted to sell goods to them
    if frame.phrase[0] in ("~", "~+"):
        near = len(frame.phrase[0])
        return any(
            word in frame.phrase[1:] and (near == 1 or _joins(sentence, index, index + at))
            for at, word in enumerate(following[near - 1 :], near)
        )
    return following[: len(frame.phrase)] == list(frame.phrase)


def _joins(sentence: Sentence, verb: int, marker: int) -> bool:
    """``asked him to go``; but ``told him that he wanted to go``, ``asked him about a letter to the editor``: whether
    the infinitive is of what somebody is asked.
    """
    if sentence.lower[marker] not in sentence.grammar.words["infinitive_markers"]:
        return True
    at, main = sentence.heads[sentence.heads[marker]], syntax.main_verb(sentence, verb)
    while at != main and sentence.pos[at] in syntax.NOMINAL - {"ADJ"} and sentence.heads[at] != at:
        at = sentence.heads[at]  # asks anyone with information to call
    return sentence.pos[marker] == "PART" and at == main


def _beside(sentence: Sentence, frame: Frame, index: int, extra: tuple[int, ...], clause: Clause) -> bool:
    """Whether one of the frame's prepositions stands in the clause; where the frame has companions, too, the verb
    itself must govern one of them by it (sentenced to ten years; not: condemned the sentence handed to him).
    """
    if frame.companions:
        return any(
            frame.companions.match(sentence.lemmas, i) and _governed_by(sentence, i, index, frame.beside)
            for i in range(len(sentence))
        )
    return any(
        sentence.grammar.prepositions.get(sentence.lower[i]) in frame.beside
        for i in range(clause.first, clause.end) if i not in extra
    )


def _governed_by(sentence: Sentence, noun: int, verb: int, prepositions: frozenset[str]) -> bool:
    """Whether a verb governs a noun by one of these prepositions: zu Haft, zu drei Jahren Haft, with a ban and a fine,
    with a $3m fine, on a package of sanctions.
    """
    top = sentence.heads[noun] if sentence.deps[noun] == "conj" else noun
    if sentence.deps[top] == "nmod" and sentence.lemmas[sentence.heads[top]] in sentence.grammar.words["containers"]:
        top = sentence.heads[top]
    if sentence.heads[top] != syntax.main_verb(sentence, verb):
        return False
    if syntax.preposition(sentence, top) in prepositions:
        return True
    first = top
    while first and sentence.heads[first - 1] in range(first - 1, top + 1) and not sentence.verbal[first - 1]:
        first -= 1
        if sentence.grammar.prepositions.get(sentence.lower[first]) in prepositions:
            return True
    return False


def _undergone(sentence: Sentence, index: int, voice: str) -> list[int]:
    """What is done to; ``unveiled a set of rules``, ``rejected five of the requests``, ``legte ein Bündel von Regeln
    vor``: also what is only counted.
    """
    patients = actors.patients(sentence, index, passive=voice == "passive")
    words = sentence.grammar.words
    return patients + [
        i for noun in patients if sentence.lemmas[noun].lower() in words["containers"] or sentence.pos[noun] == "NUM"
        for i in syntax.dependents(sentence, noun, ("nmod",))
        if syntax.preposition(sentence, i) in {None, *words["noun_links"]}
    ]


def _companion(sentence: Sentence, frame: Frame, index: int, clause: Clause) -> int | None:
    voice = voice_of(sentence, index, clause)
    undergone = _undergone(sentence, index, voice)
    for i in nearest(index, clause.first, clause.end):
        if frame.patient and i not in undergone:
            continue  # a ship carrying weapons was seized
        if i != index and frame.companions.match(sentence.lemmas, i) and not _no_companion(sentence, frame, i, index):
            # In a fixed order objects follow their verb; a passive subject comes before it.
            if sentence.grammar.syntax.fixed_order and i < index and not frame.alone and voice == "active":
                continue
            if not _depends_on_noun(sentence, i) or sentence.heads[i] == index:
                return i
    for i in undergone:
        if i != index and frame.companions.match(sentence.lemmas, i) and not _no_companion(sentence, frame, i, index):
            return i
    for i in syntax.aims(sentence, index):
        if frame.companions.match(sentence.lemmas, i) and not _no_companion(sentence, frame, i, index):
            return i  # Um ihn zu finden, nutzte …
    if clause.end < len(sentence) and sentence.grammar.syntax.infinitive_clauses:
        # zwang …, den Sitz zu verkaufen: the infinitive stands in the next clause
        following = sentence.clauses[sentence.clause_at[clause.end]]
        places = range(following.first, following.end)
        return next((i for i in places if frame.infinitives.match(sentence.lemmas, i)
                     and not _no_companion(sentence, frame, i, index)), None)
    return None


def _no_companion(sentence: Sentence, frame: Frame, index: int, verb: int) -> bool:
    """``the sanctions list``: a part of a noun that means something else, unless that only counts it (a package of
    sanctions); what another noun says more of (the lifting of sanctions). ``urged it not to sell``, ``to stop
    selling``: what somebody is not to do is not what he is forced to.
    """
    words, head = sentence.grammar.words, sentence.heads[index]
    if sentence.deps[index] == "amod" and index < head:
        return True  # licensed drivers
    if sentence.deps[index] == "obj" and head > verb and _not_its_own(sentence, frame, index, verb):
        return True
    if sentence.pos[index] == "VERB" and verb < head < index and sentence.deps[index] in ("xcomp", "advcl") and (
        sentence.lemmas[head] in words["object_control"]
    ):
        return True  # wants a judge to order Google to sell it
    if sentence.pos[index] == "VERB" and sentence.deps[index] == "acl" and head != verb and not (
        syntax.infinitive(sentence, index) or syntax.gerund(sentence, index)
    ):
        return True  # may ban a platform used by Americans
    if sentence.deps[index] == "obj" and head not in (index, verb) and syntax.gerund(sentence, head) and not (
        words["grounds"].isdisjoint(sentence.lower[i] for i in syntax.dependents(sentence, head, ("mark", "case")))
    ):
        return True  # imposed a fine on it for violating export controls
    if sentence.deps[index] == "compound" and sentence.pos[head] == "NOUN" and head > index:
        listed = any(m.first <= index < head <= m.last and m.entity.label == "LIST" for m in sentence.mentions)
        return listed or sentence.lemmas[head] not in words["containers"]
    nouns = sentence.grammar.by_noun.get(sentence.lemmas[head], ()) if sentence.deps[index] == "nmod" else ()
    ends = "ended" in sentence.governs(verb)
    if any(n.companions.match(sentence.lemmas, index) and (ends or n.event_type != frame.event_type) for n in nouns):
        return True  # announced the lifting of sanctions, suspended a ban on exports; but tightened curbs on exports
    return sentence.pos[index] == "VERB" and (
        any(sentence.lower[i] in words["negators"] for i in standing.modifiers(sentence, index))
        or (head not in (index, verb) and "ceased" in sentence.governs(head))
    )


def _not_its_own(sentence: Sentence, frame: Frame, index: int, verb: int) -> bool:
    """``refused to revoke the licence``, ``denied having revoked it``, ``has power to sign a deal``: what is another
    verb's, which says such an event itself.
    """
    head, words = sentence.heads[index], sentence.grammar.words
    open_to = "negative" in sentence.governs(verb) or sentence.lemmas[verb] in words["aux_perfect"]
    below = sentence.pos[head] == "VERB" and verb in syntax.upward(sentence, head) and (
        syntax.infinitive(sentence, head) or syntax.gerund(sentence, head) or syntax.perfect_gerund(sentence, head)
    )
    return open_to and below and any(
        other.event_type == frame.event_type and not other.negated and other.companions
        and other.companions.match(sentence.lemmas, index)
        for other in sentence.grammar.by_verb.get(sentence.lemmas[head], ())
    )


def nearest(index: int, first: int, end: int) -> Iterator[int]:
    """The numbers ``first`` to ``end`` (exclusive), the nearest to ``index`` first, of two the smaller."""
    if first <= index < end:
        yield index
    for step in range(1, max(index - first, end - index) + 1):
        if first <= index - step < end:
            yield index - step
        if first <= index + step < end:
            yield index + step


def _depends_on_noun(sentence: Sentence, index: int) -> bool:
    """``the consideration of penalties``: the noun belongs to another noun, not to the verb."""
    words, at = sentence.grammar.words, index - 1
    while at >= 0 and _modifies(sentence, at):
        at -= 1
    linked = at >= 0 and sentence.grammar.prepositions.get(sentence.lower[at]) in words["noun_links"]
    counted = at > 0 and sentence.pos[at - 1] == "NUM"  # two of the licences were revoked
    return linked and not counted and sentence.lemmas[at - 1] not in words["containers"]  # but a round of sanctions is


def _modifies(sentence: Sentence, index: int) -> bool:
    text = sentence.forms[index]
    return text[:1].islower() and text not in sentence.grammar.prepositions and not sentence.verbal[index]


def _noun_triggers(sentence: Sentence, index: int, clause: Clause) -> Iterator[Trigger]:
    grammar, lemma = sentence.grammar, sentence.lemmas[index]
    if grammar.syntax.nouns_capitalised:
        if not sentence.forms[index][:1].isupper() or _in_office(sentence, index):
            return
    elif index in sentence.named:
        return  # the Fair Housing Action Center
    form = sentence.lower[index]
    following = sentence.lemmas[index + 1] if index + 1 < len(sentence) else ""
    if f"{lemma} {following}" in grammar.by_noun:
        return  # a takeover bid is no takeover
    frames = list(grammar.by_noun.get(form, ()))
    if form != lemma and not form.endswith(grammar.endings.gerund):  # "according" is no accord
        frames = [*grammar.by_noun.get(lemma, ()), *frames]
    double = grammar.by_noun.get(f"{sentence.lemmas[index - 1]} {lemma}", ()) if index else ()
    frames += double
    frames += [frame for suffix, frame in grammar.by_suffix if lemma.endswith(suffix)]
    for frame in frames:
        if (frame.dated and not _dated(sentence, index)) or _barred(sentence, frame, clause) or (
            frame.phrase and not _phrase_follows(sentence, frame, index)
        ):
            continue
        if (frame.forms and form not in frame.forms) or (frame.tentative and _only_kind(sentence, index)):
            continue
        if not grammar.syntax.nouns_capitalised and (
            lemma in grammar.by_verb or _conjugated(sentence, index)
        ) and not _nominal(sentence, index):
            continue
        tokens = {index, index - 1} if frame in double else {index}
        companion = _companions_behind(sentence, frame, index, clause)
        if companion is not None:
            yield Trigger(frame, index, tuple(sorted({*tokens, *companion})), "nominal")


def _companions_behind(sentence: Sentence, frame: Frame, noun: int, clause: Clause) -> tuple[int, ...] | None:
    """The words of a frame's ``with`` that join its noun; None where it has some and none stands there."""
    if not frame.companions:
        return ()
    if frame.tells:
        return () if frame.companions.among(sentence.vocabulary) and _tells(sentence, frame, noun) else None
    places = range(noun + 1, min(clause.end, noun + 5))
    at = next((i for i in places if frame.companions.match(sentence.lemmas, i)), None)
    return None if at is None else (at,)


def _only_kind(sentence: Sentence, index: int) -> bool:
    """``the sanctions committee``: a noun that says what kind of thing another is, unless that only counts it."""
    if sentence.deps[index] != "compound":
        return False
    head = sentence.heads[index]
    return head > index and sentence.pos[head] == "NOUN" and (
        sentence.lemmas[head] not in sentence.grammar.words["containers"]
    )


def _in_office(sentence: Sentence, index: int) -> bool:
    """``Bundesamt für Wirtschaft und Ausfuhrkontrolle``: what an office is named after."""
    return any(
        m.first < index <= m.last and m.entity.kind == "name" and m.entity.label == OFFICE for m in sentence.mentions
    )


def _conjugated(sentence: Sentence, index: int) -> bool:
    """``embargoed two farms``: a verb, though no frame has it as one."""
    regular = sentence.lower[index] != sentence.lemmas[index] and (
        sentence.lower[index].endswith(sentence.grammar.endings.past)
    )
    return regular and sentence.pos[index] == "VERB" and syntax.has_arguments(sentence, index)


def _dated(sentence: Sentence, index: int) -> bool:
    """``the letter of 25 April``, ``Der Brief vom 25. April``, ``the 25 April letter``."""
    linked = index + 2 < len(sentence) and sentence.grammar.prepositions.get(sentence.lower[index + 1]) in (
        sentence.grammar.words["noun_links"]
    )
    dated = sentence.dated
    return index not in dated and (index - 1 in dated or index + 1 in dated or (linked and index + 2 in dated))


def _nominal(sentence: Sentence, index: int) -> bool:
    """Is a form that may be a verb a noun here? A plural after an adjective is, and so is one with a determiner; after
    ``to`` or a subject it is not.
    """
    if _inflected_noun(sentence, index):
        return True
    if sentence.pos[index] == "VERB" and syntax.has_arguments(sentence, index):
        return False  # on the verge of signing an agreement
    words, prepositions = sentence.grammar.words, sentence.grammar.prepositions
    plural = any(sentence.lower[index] == sentence.lemmas[index] + ending for ending in sentence.grammar.endings.plural)
    following = sentence.lower[index + 1] if index + 1 < len(sentence) else ""
    if plural and following in prepositions and following not in words["infinitive_markers"]:
        return True  # U.S. sanctions on Russia
    if index == 0:
        return False
    before = sentence.lower[index - 1]
    if before in words["infinitive_markers"] or before in sentence.grammar.modals:
        return False
    if before in prepositions and sentence.pos[index] == "VERB" and (
        syntax.gerund(sentence, index)
    ):
        return False  # in talking about it
    if before in words["determiners"] or before in prepositions or before in words["possessive_clitics"]:
        return True
    if sentence.pos[index] == "NOUN" and syntax.dependents(sentence, index, ("det", "nmod:poss")):
        return True  # the planned purchase of the bank
    return plural and not any(m.last == index - 1 and m.bare for m in sentence.mentions)


def voice_of(sentence: Sentence, index: int, clause: Clause) -> str:
    grammar, form, lemma = sentence.grammar, sentence.lower[index], sentence.lemmas[index]
    if syntax.acted(sentence, index):
        return "participle"
    if index in sentence.inside:
        around = next((m for m in sentence.mentions if m.first <= index < m.last), None)
        if around is not None and around.entity.kind == "nominal":
            return "participle"
    if form == lemma and _past_passive(sentence, index):
        return "passive"
    if form == lemma or not _is_participle(sentence, index):
        return "active"
    if syntax.wanted(sentence, index) is not None:
        return "passive"
    bracket = grammar.syntax.verb_bracket
    reach = range(clause.first, clause.end) if bracket else range(max(clause.first, index - 4), index)
    if not bracket:
        # is believed to have added: the nearest auxiliary counts
        cut = next((i for i in reversed(reach) if sentence.lemmas[i] in grammar.words["aux_perfect"]), None)
        reach = range(reach.start if cut is None else cut, index)
    if syntax.passive_auxiliaries(sentence, index) or any(
        sentence.lemmas[i] in grammar.words["passive_auxiliaries"] and i != index
        and sentence.verbal[i] for i in reach  # sein Anwalt: no form of sein
    ) or (bracket and (syntax.shares_passive(sentence, index) or syntax.fronted(sentence, index))):
        return "passive"
    if grammar.syntax.reduced_relatives and not syntax.acts(sentence, index) and (
        _reduced(sentence, index, clause) or _goes_on_passive(sentence, index, clause)
        or syntax.attribute(sentence, index) or syntax.fronted(sentence, index)
    ):
        return "passive"
    return "passive" if _elliptic(sentence, index, clause) else "active"


def _elliptic(sentence: Sentence, index: int, clause: Clause) -> bool:
    """``Man jailed for theft``, ``Siemens fined 5 million euros``, ``Trade deal signed``, ``Mann nach Raub verhaftet``:
    a headline without the auxiliary of its passive.
    """
    words = sentence.grammar.words
    if syntax.auxiliaries(sentence, index) or sentence.deps[index] != "root" or any(
        sentence.lemmas[i] in words["all_auxiliaries"] for i in range(clause.first, clause.end)
    ):
        return False
    subjects = syntax.dependents(sentence, index, ("nsubj", "nsubj:pass"))
    known = sentence.lemmas[index] in words["elliptic"]
    if not subjects or not (known or _titled(sentence, index, subjects[0])):
        return False
    if sentence.grammar.syntax.verb_final and _last(sentence, index):
        return True
    objects = [i for i in syntax.dependents(sentence, index, ("obj", "iobj", "ccomp")) if i not in sentence.dated]
    return all(known and phrases.money(sentence, phrases.mention_at(sentence, i)) for i in objects)


def _titled(sentence: Sentence, index: int, subject: int) -> bool:
    """``Huawei added to Entity List``, ``Trade deal signed``, ``Huawei auf Sanktionsliste gesetzt``: in a line without
    a mark at its end, verbs that hardly ever lack an object, or whose subject is what a frame has for one. Where the
    verb stands last, one that has an object at all.
    """
    words, lemma = sentence.grammar.words, sentence.lemmas[index]
    if not sentence.forms[-1][-1:].isalnum() or subject > index or sentence.lower[subject] in words["nominative_only"]:
        return False
    frames = sentence.grammar.by_verb.get(lemma, ())
    if sentence.grammar.syntax.verb_final:
        return _last(sentence, index) and any("object" in slots for f in frames for slots in f.roles.values())
    return lemma in words["elliptic_titles"] or any(
        frame.companions and frame.companions.match(sentence.lemmas, subject) for frame in frames
    )


def _last(sentence: Sentence, index: int) -> bool:
    """Whether no word follows, and no verb comes before."""
    return sentence.verbs == [index] and not any(form[:1].isalnum() for form in sentence.forms[index + 1 :])


def _past_passive(sentence: Sentence, index: int) -> bool:
    """``wurde widerrufen``, ``was put on the list``: a participle that looks like the base form. What may be a future
    as well (``wird erlassen``) is none.
    """
    words = sentence.grammar.words
    return not syntax.acts(sentence, index) and any(
        i > index or sentence.lower[i] in words["past_auxiliaries"] or sentence.lemmas[i] not in words["aux_future"]
        or syntax.has_agent(sentence, index) for i in syntax.passive_auxiliaries(sentence, index)
    )


def _is_participle(sentence: Sentence, index: int) -> bool:
    """By its ending; where a past has it as well (verboten, rieten) with the auxiliary of a passive alone."""
    endings, form = sentence.grammar.endings, sentence.lower[index]
    return (not endings.participle or form.endswith(endings.participle)) and (
        not form.endswith(endings.no_participle) or bool(syntax.passive_auxiliaries(sentence, index))
        or syntax.copular(sentence, index) or syntax.shares_passive(sentence, index)
    )


def _goes_on_passive(sentence: Sentence, index: int, clause: Clause) -> bool:
    """``were transported to Jordan and then smuggled to …``: one auxiliary for two participles."""
    words, at = sentence.grammar.words, index - 1
    adverbs = sentence.grammar.endings.adverb
    while at > clause.first and (sentence.lemmas[at].endswith(adverbs) or sentence.lemmas[at] in words["adverbs"]):
        at -= 1
    if at < 1 or sentence.lower[at] not in words["conjunctions"]:
        return False
    after = index + 1
    if after < len(sentence) and sentence.lower[after] not in sentence.grammar.prepositions and (
        sentence.forms[after][:1].isalpha()
    ):
        return False
    earlier = any(
        i not in sentence.inside and sentence.lower[i] != sentence.lemmas[i] for i in sentence.verbs_in(1, at)
    )
    near = sentence.lemmas[max(at - 14, 0) : at]
    return earlier and not words["aux_passive"].isdisjoint(near)


def _reduced(sentence: Sentence, index: int, clause: Clause) -> bool:
    """``companies added to the list``: a past form right after a mention, before a preposition and no object."""
    after = index + 1
    if after >= clause.end or sentence.lower[after] not in sentence.grammar.prepositions:
        return False
    if not any(m.last == index - 1 for m in sentence.mentions):
        return False
    return any(i != index and _finite(sentence, i) for i in sentence.verbs_in(clause.first, clause.end))


def _finite(sentence: Sentence, index: int) -> bool:
    if index in sentence.inside or not _verbal(sentence, index):
        return False
    words, form = sentence.grammar.words, sentence.lower[index]
    if _nominal(sentence, index):
        return False
    if form == sentence.lemmas[index]:
        return form in sentence.grammar.modals or form in words["auxiliaries"]
    return not form.endswith(sentence.grammar.endings.gerund)


def marker(sentence: Sentence, verb: int, clause: Clause) -> int | None:
    """Index of the ``to`` of an infinitive: ``to add``, ``to be added``, ``to have added``."""
    words, adverbs = sentence.grammar.words, sentence.grammar.endings.adverb
    if sentence.lower[verb].endswith(sentence.grammar.endings.gerund) and (
        sentence.before(verb) in words["infinitive_markers"]
    ):
        return None  # pleaded guilty to violating
    for i in range(verb - 1, max(clause.first, verb - 5) - 1, -1):
        word = sentence.lower[i]
        if word in words["infinitive_markers"]:
            return i
        if sentence.lemmas[i] not in words["auxiliaries"] and not word.endswith(adverbs) and (
            word not in words["negators"]
        ):
            break
        if word.endswith(sentence.grammar.endings.gerund):
            break  # admitted to having violated
    return None


def dependent(sentence: Sentence, verb: int, clause: Clause) -> bool:
    """Is this an infinitive or a gerund?"""
    if sentence.grammar.syntax.infinitive_clauses:
        return infinitive(sentence, verb, clause)
    form, lemma = sentence.lower[verb], sentence.lemmas[verb]
    words = sentence.grammar.words
    if form.endswith(sentence.grammar.endings.gerund) or syntax.perfect_gerund(sentence, verb):
        return verb > clause.first and sentence.lemmas[verb - 1] not in words["aux_passive"]
    if marker(sentence, verb, clause) is not None:
        return True
    if form != lemma:
        return not words["passive_gerunds"].isdisjoint(sentence.lower[max(clause.first, verb - 3) : verb])
    # rather than ban; to investigate and sanction: a base form coordinated with an infinitive
    return sentence.before(verb) in words["comparatives"] or any(
        sentence.lower[i] in words["infinitive_markers"] and sentence.verbal[i + 1] for i in range(clause.first, verb)
    )


def infinitive(sentence: Sentence, verb: int, clause: Clause) -> bool:
    """An infinitive with its marker before it or inside it (``aufzunehmen``)."""
    markers = sentence.grammar.words["infinitive_markers"]
    if verb > clause.first and sentence.lower[verb - 1] in markers:
        return True
    if verb + 2 < len(sentence) and sentence.lower[verb + 1] in markers and sentence.verbal[verb + 2]:
        return True  # verhängt zu haben, gesetzt zu werden
    return sentence.marked_inside(verb)
