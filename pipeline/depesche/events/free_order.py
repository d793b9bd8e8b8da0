"""Menders for languages in which objects may stand first and verbs last."""

from __future__ import annotations

from depesche.events import actors, relatives, syntax
from depesche.events.grafting import (
    COUNTRY,
    OBJECT,
    OBLIQUE,
    PARTIES,
    PERSON,
    RECEIVER,
    SUBJECTS,
    Mender,
    hang,
    label_at,
    may_act,
    mends,
    mention_around,
    subject_of,
    takes,
)
from depesche.events.sentence import Mention, Sentence


@mends("nsubj")
def _never_subject(sentence: Sentence, index: int) -> None:
    """``Den Hersteller übernimmt Bosch``, ``Ihm entzog Washington die Lizenz``: what shows that it is no subject is an
    object, and what the parser takes for one acts.
    """
    verb, words = sentence.heads[index], sentence.grammar.words
    objects = [i for i in syntax.dependents(sentence, verb, (OBJECT,)) if sentence.pos[i] in syntax.NOMINAL]
    if may_act(sentence, index) or sentence.pos[verb] != "VERB" or syntax.passive_auxiliaries(sentence, verb) or (
        len(syntax.subjects(sentence, verb)) > 1 or syntax.preposition(sentence, index) is not None
    ):
        return
    acting = [i for i in objects if may_act(sentence, i) and (len(objects) == 1 or label_at(sentence, i))]
    if len(acting) == 1 and not syntax.infinitive(sentence, verb):
        given = sentence.lower[index] in words["dative_determiners"] and len(objects) > 1
        hang(sentence, index, verb, RECEIVER if given else OBJECT)
        hang(sentence, acting[0], verb, "nsubj")


@mends("nsubj")
def _disagrees(sentence: Sentence, index: int) -> None:
    """``Drei Händler setzte das Ministerium auf die Liste``: several are no subject of a verb for one; who stands
    behind it is.
    """
    verb, words = sentence.heads[index], sentence.grammar.words
    finite = min([verb, *syntax.auxiliaries(sentence, verb)])
    objects = [i for i in syntax.dependents(sentence, verb, (OBJECT,)) if syntax.preposition(sentence, i) is None]
    if not index < finite or sentence.pos[verb] != "VERB" or len(objects) != 1 or syntax.plural(sentence, verb) or (
        sentence.lower[finite] in words["plural_forms"] or syntax.passive_auxiliaries(sentence, verb)
    ):
        return
    acting = objects[0]
    one = sentence.lower[acting] == sentence.lemmas[acting].lower() and not _many(sentence, acting)
    if finite < acting and one and may_act(sentence, acting) and label_at(sentence, acting) in PARTIES and (
        _many(sentence, index)
    ):
        hang(sentence, index, verb, OBJECT)
        hang(sentence, acting, verb, "nsubj")


def _many(sentence: Sentence, index: int) -> bool:
    """``drei Händler``, ``mehrere Firmen``, ``Siemens und Bosch``"""
    words = sentence.grammar.words
    counted = [i for i in syntax.dependents(sentence, index, ("nummod",)) if sentence.lower[i] not in words["for_one"]]
    several = [i for i in syntax.dependents(sentence, index, ("det", "amod")) if (
        sentence.lower[i] in words["plural_determiners"])]
    joined = any(
        sentence.lower[i] in words["conjunctions"] for child in syntax.dependents(sentence, index, ("conj",))
        for i in syntax.dependents(sentence, child, ("cc",)))
    return bool(counted or several) or (joined and sentence.pos[index] in ("NOUN", "PROPN"))


@mends("nsubj")
def _likened(sentence: Sentence, index: int) -> None:
    """``Wie schon die USA schließt auch Berlin Huawei aus``: whoever does so, too, is not the subject beside it."""
    verb, likening = sentence.heads[index], sentence.grammar.words["likening"]
    first = min([index, *syntax.dependents(sentence, index, ("det", "amod", "advmod"))])
    finite = min([verb, *syntax.auxiliaries(sentence, verb)])
    if likening.isdisjoint(sentence.lower[max(first - 1, 0) : first + 1]) or index > finite:
        return
    others = [i for i in syntax.dependents(sentence, verb, (*SUBJECTS, OBJECT)) if i > finite and may_act(sentence, i)]
    if others:
        hang(sentence, index, verb, OBLIQUE)
        if not syntax.subjects(sentence, verb):
            hang(sentence, others[0], verb, subject_of(sentence, verb))


@mends("compound:prt")
def _particle_of(sentence: Sentence, index: int) -> None:
    """``wies die Vorwürfe entschieden zurück``: a particle of the finite verb, not of what only says how."""
    how = sentence.heads[index]
    verb, known, form = sentence.heads[how], sentence.grammar.particles, sentence.lower[index]
    if sentence.deps[how] != "xcomp" or not verb < how < index or (
        (sentence.lemmas[how], form) in known or (sentence.lemmas[verb], form) not in known
    ):
        return
    for child in list(syntax.children(sentence, how)):
        hang(sentence, child, verb, sentence.deps[child])
    hang(sentence, how, verb, "advmod")


@mends("aux")
def _of_passive(sentence: Sentence, index: int) -> None:
    """``dass Huawei verboten werde``: no future stands beside a participle that something is done to."""
    verb = sentence.heads[index]
    undergone = syntax.dependents(sentence, verb, ("nsubj:pass",))
    if sentence.lemmas[index] in sentence.grammar.words["aux_passive"] and undergone and (
        sentence.lower[verb] != sentence.lemmas[verb]
    ):
        hang(sentence, index, verb, "aux:pass")


@mends("acl:relcl")
def _verb_ahead(sentence: Sentence, index: int) -> None:
    """``Gewarnt hatte uns die Regierung``: an auxiliary right behind the participle that opens the sentence."""
    verb, words = sentence.heads[index], sentence.grammar.words
    if verb or index != 1 or sentence.lemmas[index] not in words["auxiliaries"] or sentence.pos[verb] != "VERB":
        return
    for child in list(syntax.children(sentence, index)):
        hang(sentence, child, verb, sentence.deps[child])
    hang(sentence, index, verb, "aux")


@mends(OBJECT, "obl:arg")
def _left_to_act(sentence: Sentence, index: int) -> None:
    """``Uns hat die Regierung nicht gewarnt``: beside what shows that it is no subject the other one acts, where the
    parser finds nobody who does.
    """
    verb = sentence.heads[index]
    others = [i for i in syntax.dependents(sentence, verb, (OBJECT, "obl:arg", RECEIVER)) if i != index and (
        syntax.preposition(sentence, i) is None)]
    if sentence.pos[index] in ("NOUN", "PROPN") and len(others) == 1 and not may_act(sentence, others[0]) and (
        may_act(sentence, index) and label_at(sentence, index) and sentence.pos[verb] == "VERB"
        and not syntax.subjects(sentence, verb) and not syntax.infinitive(sentence, verb)
        and not syntax.passive_auxiliaries(sentence, verb) and sentence.deps[verb] not in ("conj", "xcomp", "acl")
    ):
        hang(sentence, index, verb, "nsubj")


@mends("obl:arg")
def _takes_object(sentence: Sentence, index: int) -> None:
    """``warnte die Anleger, dass …``: what has no preposition is the object of a verb that takes one and no dative."""
    verb = sentence.heads[index]
    if sentence.pos[index] in ("NOUN", "PROPN") and may_act(sentence, index) and index not in sentence.dated and not (
        syntax.dependents(sentence, verb, (OBJECT,)) or syntax.passive_auxiliaries(sentence, verb)
    ) and syntax.subjects(sentence, verb) and takes(sentence, verb, "object") and not takes(sentence, verb, "dative"):
        hang(sentence, index, verb, OBJECT)


@mends(OBJECT)
def _undergone(sentence: Sentence, index: int) -> None:
    """``Verhaftet wurde ein Mann``: the object of a passive that has no subject is that."""
    verb = sentence.heads[index]
    if syntax.passive_auxiliaries(sentence, verb) and not syntax.subjects(sentence, verb) and (
        sentence.pos[index] in ("NOUN", "PROPN", "NUM", "PRON") and may_act(sentence, index)
        and not syntax.infinitive(sentence, verb) and sentence.deps[verb] not in ("conj", "acl", "xcomp")
    ):
        hang(sentence, index, verb, subject_of(sentence, verb))


@mends("appos")
def _no_apposition(sentence: Sentence, index: int) -> None:
    """``ob die Regierung TikTok verbietet``, ``Gestern verhaftete die Polizei Nawalny``: a name that the noun before it
    does not bear is the object of a verb that takes one and has none; so is any where the verb cannot do without.
    """
    noun = sentence.heads[index]
    verb, name = sentence.heads[noun], mention_around(sentence, index)
    if sentence.deps[noun] != "nsubj" or index != noun + 1 or sentence.pos[noun] != "NOUN" or name is None or (
        syntax.plural(sentence, verb) or syntax.dependents(sentence, index, ("conj",))
    ) or name.entity.kind != "name" or syntax.dependents(sentence, verb, (OBJECT,)):
        return
    people = tuple(sentence.grammar.words["named_after"])
    ruler = name.entity.label == PERSON and sentence.lemmas[noun].endswith(people)  # traf die Regierung Merkel in Rom
    other = _not_named(sentence, noun, name, people) and takes(sentence, verb, "object")
    apart = other or (not ruler and _lacks_object(sentence, verb, noun))
    if apart and not syntax.dependents(sentence, verb, ("aux:pass", "ccomp", "xcomp")):
        hang(sentence, index, verb, OBJECT)


def _not_named(sentence: Sentence, noun: int, name: Mention, people: tuple[str, ...]) -> bool:
    """Whether a noun does not bear the name behind it: one of another kind, or none does (``die Polizei``), or only
    ``people`` do (``die Regierung Merkel``).
    """
    words, lemma, label = sentence.grammar.words, sentence.lemmas[noun], label_at(sentence, noun)
    nameless = tuple(words["nameless"])
    if lemma.endswith(nameless):
        return True
    if name.entity.label == PERSON:
        return False
    return lemma.endswith(people) or (bool(label) and name.entity.label not in ("", label))


def _lacks_object(sentence: Sentence, verb: int, noun: int) -> bool:
    """Whether a verb that says nothing without an object stands where subject and object may be side by side: both
    before it, or both behind.
    """
    finite = min([verb, *syntax.auxiliaries(sentence, verb)])
    marked = bool(syntax.dependents(sentence, verb, ("mark",)))
    if noun < finite and not marked:
        return False
    frames = sentence.grammar.by_verb.get(syntax.whole(sentence, verb), ())
    joined = {syntax.preposition(sentence, i) for i in syntax.children(sentence, verb)}
    return any(
        "object" in slots and role in frame.needs and joined.isdisjoint(slots)
        for frame in frames for role, slots in frame.roles.items()
    )


@mends("appos")
def _delivered(sentence: Sentence, index: int) -> None:
    """``So liefern Firmen aus Bonn Waffen``: what a verb's own frames are about is in no apposition to its subject."""
    noun = sentence.heads[index]
    verb = sentence.heads[noun]
    if not verb < noun < index or sentence.deps[noun] != "nsubj" or not sentence.verbal[verb] or (
        "," in sentence.forms[noun:index] or mention_around(sentence, index)
        or syntax.passive_auxiliaries(sentence, verb) or syntax.dependents(sentence, verb, (OBJECT,))
    ):
        return
    frames = sentence.grammar.by_verb.get(sentence.lemmas[verb], ())
    if any("object" in frame.roles.get(role, ()) and nouns.match(sentence.lemmas, index)
           for frame in frames for role, nouns in frame.heads.items()):
        hang(sentence, index, verb, OBJECT)


@mends("nsubj", "obl:arg")
def _no_subject(sentence: Sentence, index: int) -> None:
    """``beschloss, der Ukraine weitere Waffen zu liefern``, ``es werde der Ukraine Waffen liefern``: who gets
    something, where nobody, or somebody else, is there to act. Articles that are no object's may be a receiver's.
    """
    verb, words = sentence.heads[index], sentence.grammar.words
    objects = [i for i in syntax.dependents(sentence, verb, (OBJECT,)) if i > index]
    if syntax.dependents(sentence, index, ("case",)) or (
        index > verb or not objects or not takes(sentence, verb, "dative")
    ):
        return
    before = [i for i in syntax.dependents(sentence, verb, ("expl", "nsubj")) if i < index]
    itself = next((i for i in before if sentence.lower[i] in words["itself"]), None)
    article = index - 1 if sentence.before(index) in words["nominative_articles"] else None
    acting = bool(syntax.dependents(sentence, verb, SUBJECTS)) and sentence.deps[index] not in SUBJECTS
    opened = sentence.deps[index] in SUBJECTS and bool(syntax.dependents(sentence, verb, ("mark",)))
    told = itself is not None and (  # es werde Airbus keine Lizenz erteilen, weil es Airbus eine Lizenz erteilte
        opened or actors.speech(sentence, verb) is not None)
    if itself is not None and (article is not None or told) and label_at(sentence, index) in (COUNTRY, "ORG"):
        hang(sentence, itself, verb, "nsubj")
    elif not syntax.infinitive(sentence, verb) and not (acting and article is not None):
        return
    hang(sentence, index, verb, RECEIVER)
    if article is not None:
        hang(sentence, article, index, "det")


@mends("nsubj")
def _ahead(sentence: Sentence, index: int) -> None:
    """``US-Firmen dürfen Gazprom nicht beliefern``: one name behind a plural is no subject; what stands ahead is."""
    verb = sentence.heads[index]
    finite = min(syntax.auxiliaries(sentence, verb), default=verb)
    before = [i for i in syntax.dependents(sentence, verb, (OBJECT, "compound")) if i < finite]
    several = syntax.dependents(sentence, index, ("conj", "det", "nummod"))
    if index > finite and len(before) == 1 and not several and syntax.plural(sentence, verb) and (
        sentence.pos[before[0]] in ("NOUN", "PROPN") and index in sentence.named
        and not syntax.passive_auxiliaries(sentence, verb)
    ):
        hang(sentence, before[0], verb, "nsubj")
        hang(sentence, index, verb, OBJECT)


@mends("nsubj")
def _second_subject(sentence: Sentence, index: int) -> None:
    """``und warf der Behörde Willkür vor``: who gets something, where the subject stands before; ``Die Regierung, sagte
    sie, habe Huawei ausgeschlossen``: what is done to, of two that the parser takes for subjects.
    """
    verb, words = sentence.heads[index], sentence.grammar.words
    first = [i for i in syntax.dependents(sentence, verb, ("nsubj",)) if i < index]
    finite = min([verb, *syntax.auxiliaries(sentence, verb)])
    if first and first[0] < finite < index and not syntax.children(sentence, index) and takes(
        sentence, verb, "object"
    ) and not syntax.dependents(sentence, verb, (OBJECT, "aux:pass")):
        hang(sentence, index, verb, OBJECT)
        return
    if index < verb or sentence.lower[index - 1] not in (
        words["dative_determiners"] | words["genitive_determiners"]
    ) or not any(i > index for i in syntax.dependents(sentence, verb, (OBJECT,))):
        return
    goes_on = sentence.deps[verb] == "conj" and sentence.deps[verb - 1] == "cc" and (
        bool(syntax.subjects(sentence, sentence.heads[verb]))
    )
    if goes_on or any(i < index for i in syntax.dependents(sentence, verb, SUBJECTS)):
        hang(sentence, index, verb, RECEIVER)


def _no_name(sentence: Sentence, index: int) -> bool:
    """``Erbost beschuldigte …``: a verb's form at the head of a sentence, which the parser takes for a name."""
    lemma = sentence.lemmas[index]
    return not index and lemma != sentence.lower[index] and lemma.endswith(sentence.grammar.endings.verb) and not (
        syntax.children(sentence, index)
    )


@mends("flat", "flat:name")
def _two_names(sentence: Sentence, index: int) -> None:
    """``nachdem Spanien Ghali empfangen hatte``: two names side by side are one who acts and one who is acted on."""
    first = sentence.heads[index]
    verb, one, other = sentence.heads[first], mention_around(sentence, first), mention_around(sentence, index)
    if sentence.deps[first] != OBJECT or one is None or (
        other is None or one is other or {one.entity.kind, other.entity.kind} != {"name"}
    ):
        return
    acting = syntax.subjects(sentence, verb)
    if index < verb:
        told = not acting
    else:  # Erbost beschuldigte Paris London
        told = verb < first and one.entity.label == other.entity.label == COUNTRY and all(
            _no_name(sentence, i) for i in acting)
        for i in acting if told else ():
            hang(sentence, i, verb, "advmod")
        for i in syntax.dependents(sentence, first, ("conj", "nmod")) if told else ():
            hang(sentence, i, index, sentence.deps[i])
    if told and not syntax.infinitive(sentence, verb):
        hang(sentence, first, verb, subject_of(sentence, verb))
        hang(sentence, index, verb, OBJECT)


@mends("conj")
def _after_speech(sentence: Sentence, index: int) -> None:
    """``sagte, Müller habe sie nicht informiert, und forderte …``: a plain past goes on with the verb of speech, not
    with what is reported.
    """
    said, words = sentence.heads[index], sentence.grammar.words
    if sentence.deps[said] != "ccomp" or syntax.subjects(sentence, index) or (
        syntax.auxiliaries(sentence, index) or not sentence.verbal[index]
    ):
        return
    past = sentence.lower[index].endswith(sentence.grammar.endings.past)
    reported = any(sentence.lower[i] in words["reported"] for i in (said, *syntax.auxiliaries(sentence, said)))
    if past and reported and sentence.heads[said] < said < index:
        hang(sentence, index, sentence.heads[said], "conj")


@mends(OBJECT)
def _looms(sentence: Sentence, index: int) -> None:
    """``Zypern droht der Ausschluss``: of a verb with a dative and no other object a thing behind the first noun is the
    subject, and the noun gets it, unless somebody threatens with something.
    """
    verb = sentence.heads[index]
    frames = sentence.grammar.by_verb.get(sentence.lemmas[verb], ())
    slots = {slot for frame in frames for some in frame.roles.values() for slot in some}
    light = [frame for frame in frames if frame.companions and not frame.beside]  # gave a warning
    given = any("dative" in some for frame in frames if frame not in light for some in frame.roles.values())
    if sentence.pos[index] != "NOUN" or not given or (
        "object" in slots or syntax.particle(sentence, verb) is not None
    ):
        return
    other = sentence.grammar.words["dative_determiners"] - sentence.grammar.words["genitive_determiners"]
    articles = {sentence.lower[i] for i in syntax.dependents(sentence, index, ("det", "det:poss"))}
    before = [i for i in syntax.subjects(sentence, verb) if i < index and sentence.deps[i] in SUBJECTS]
    threat = syntax.dependents(sentence, verb, ("xcomp", "ccomp")) or any(
        syntax.preposition(sentence, i) in sentence.grammar.words["means"]
        for i in syntax.dependents(sentence, verb, (OBLIQUE,))
    )
    if before and not threat and not articles & other and not label_at(sentence, index):
        hang(sentence, before[0], verb, RECEIVER)
        hang(sentence, index, verb, "nsubj")


@mends(OBJECT)
def _of_noun_before(sentence: Sentence, index: int) -> None:
    """``einigten sich auf die Einrichtung hochrangiger Gruppen``: no accusative, but a genitive behind its noun."""
    before = [i for i in syntax.children(sentence, index) if i < index]
    noun = min(before, default=0) - 1
    strong = sentence.grammar.endings.strong
    if noun >= 0 and sentence.pos[noun] == "NOUN" and all(
        sentence.deps[i] == "amod" and sentence.forms[i].islower() and sentence.lower[i].endswith(strong)
        for i in before
    ):
        hang(sentence, index, noun, "nmod")


@mends(OBJECT, "nsubj:pass")
def _given(sentence: Sentence, index: int) -> None:
    """``Dem Angeklagten wird vorgeworfen, …``, ``drohte den USA``: of a verb with a dative what has the article of one,
    where it is no subject and the verb takes no object.
    """
    verb, words = sentence.heads[index], sentence.grammar.words
    articles = {sentence.lower[i] for i in syntax.dependents(sentence, index, ("det", "det:poss"))}
    oblique = words["dative_determiners"] - words["genitive_determiners"] | words["accusative_only"]
    if articles & oblique and takes(sentence, verb, "dative") and (
        sentence.deps[index] != OBJECT or not (
            takes(sentence, verb, "object") or syntax.particle(sentence, verb) is not None)
    ):
        hang(sentence, index, verb, RECEIVER)


MENDERS: tuple[Mender, ...] = (
    _particle_of, _likened, _of_noun_before, _of_passive, _verb_ahead, _no_apposition, _delivered, _undergone,
    _never_subject, _disagrees, _left_to_act, _takes_object, _ahead, _no_subject, _second_subject, _two_names,
    _after_speech, _looms, _given, relatives.relative,
)  # fmt: skip
"""In the order in which they mend."""
