"""What depends on what: plain questions to a tree of Universal Dependencies (de Marneffe et al. 2021)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from depesche.events.sentence import Sentence

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET", "SYM"})
STEPS = 6  # words to climb in a tree for what is not said beside a verb


def children(sentence: Sentence, index: int) -> Sequence[int]:
    return (sentence.below or _below(sentence))[index]


def _below(sentence: Sentence) -> list[list[int]]:
    sentence.below = [[] for _ in sentence.forms]
    for i, head in enumerate(sentence.heads):
        if head != i:
            sentence.below[head].append(i)
    return sentence.below


def dependents(sentence: Sentence, index: int, relations: Sequence[str]) -> list[int]:
    deps, below = sentence.deps, (sentence.below or _below(sentence))[index]
    return [i for i in below if deps[i] in relations] if below else []


def listed(sentence: Sentence, indices: Sequence[int]) -> list[int]:
    """With those that are coordinated with them, in the order of the text."""
    found: list[int] = []
    for index in indices:
        found += [index, *_conjuncts(sentence, index)]
    return sorted(dict.fromkeys(found))


def cut_off(sentence: Sentence, index: int) -> bool:
    """``Staats- und Regierungschefs``: the first part of a word that another one ends."""
    return sentence.forms[index].endswith("-") and len(sentence.forms[index]) > 1


def _conjuncts(sentence: Sentence, index: int) -> Iterator[int]:
    for name in dependents(sentence, index, ("appos",)):  # the miner Codelco and SQM
        if sentence.pos[name] == "PROPN" and all(sentence.pos[i] == "PROPN" for i in range(index + 1, name)):
            yield from _conjuncts(sentence, name)
    for child in dependents(sentence, index, ("conj",)):
        if sentence.pos[child] in NOMINAL and not _likened(sentence, child) and not (
            dependents(sentence, child, ("nsubj", "nsubj:pass", "cop"))
        ):
            yield child
            yield from _conjuncts(sentence, child)


def _likened(sentence: Sentence, index: int) -> bool:
    """``verurteilte den Schritt als Skandal``: what something is said to be is not coordinated with it."""
    words = sentence.grammar.words
    return any(
        sentence.lower[i] in words["likening"] and sentence.lower[i + 1] not in words["correlatives"]
        for i in dependents(sentence, index, ("cc",))
    )


def plural(sentence: Sentence, verb: int) -> bool:
    """Whether the finite verb is a plural: in a subordinate clause the last of its verbs, else the first."""
    last = sentence.deps[verb] == "acl:relcl" or bool(dependents(sentence, verb, ("mark",)))
    finite = auxiliaries(sentence, verb) or [verb]
    return sentence.lower[max([verb, *finite]) if last else min(finite)].endswith(sentence.grammar.endings.verb)


def gerund(sentence: Sentence, verb: int) -> bool:
    """``banning it``, ``having banned it``."""
    first = min([verb, *dependents(sentence, verb, ("aux", "aux:pass"))])
    return sentence.lower[verb].endswith(sentence.grammar.endings.gerund) or (
        sentence.lower[first].endswith(sentence.grammar.endings.gerund)
    )


def perfect_gerund(sentence: Sentence, verb: int) -> bool:
    """``having banned it``"""
    perfect = sentence.grammar.words["aux_perfect"]
    return verb > 0 and sentence.lemmas[verb - 1] in perfect and gerund(sentence, verb)


def infinitive(sentence: Sentence, verb: int) -> bool:
    markers = sentence.grammar.words["infinitive_markers"]
    marks = dependents(sentence, verb, ("mark", "aux", "case"))
    return any(sentence.lower[i] in markers for i in marks) or sentence.marked_inside(verb)


def wanted(sentence: Sentence, verb: int) -> int | None:
    """``wants him arrested``, ``wants sanctions lifted``: the verb that wishes for what a participle behind its object
    says.
    """
    if sentence.deps[verb] not in ("xcomp", "acl") or infinitive(sentence, verb) or (
        sentence.lower[verb] == sentence.lemmas[verb] or gerund(sentence, verb)
    ):
        return None
    above = sentence.heads[verb]
    wishes = sentence.heads[above] if sentence.deps[verb] == "acl" and sentence.deps[above] == "obj" else above
    objects = dependents(sentence, wishes, ("obj",))
    wished = sentence.lemmas[wishes] in sentence.grammar.words["wishes"] and any(wishes < i < verb for i in objects)
    return wishes if wished else None


def main_verb(sentence: Sentence, verb: int) -> int:
    """An auxiliary's main verb, which is what the rest of the clause depends on."""
    return sentence.heads[verb] if sentence.deps[verb] in ("aux", "aux:pass", "cop") else verb


def subjects(sentence: Sentence, verb: int) -> list[int]:
    """The subject first; what else the parser took for one is an object. An entity goes before other words, one of the
    verb's own clause before those, in a fixed order one ahead of the verb, and a pronoun that can be nothing else
    before all.
    """
    marks = sentence.grammar.words["possessive_clitics"]
    own = [
        i for i in dependents(sentence, verb, ("nsubj", "nsubj:pass", "nsubj:outer"))
        if all(sentence.lower[case] in marks for case in dependents(sentence, i, ("case",)))
    ]
    only, fixed = sentence.grammar.words["nominative_only"], sentence.grammar.syntax.fixed_order
    objects = [i for i in dependents(sentence, verb, ("obj",)) if sentence.lower[i] in only] if own else []
    return sorted([*own, *objects], key=lambda i: (
        sentence.lower[i] not in only, fixed and i > verb, _apart(sentence, i, verb), i not in sentence.inside
    ))  # fmt: skip


def _apart(sentence: Sentence, index: int, verb: int) -> bool:
    """Whether a word and a verb stand in different clauses; a relative clause between them parts none."""
    first, last = sorted((sentence.clause_at[index], sentence.clause_at[verb]))
    relatives = [clause.kind == "relative" for clause in sentence.clauses[first + 1 : last]]
    return first != last and not (relatives and all(relatives))


def meant(sentence: Sentence, index: int, verb: int) -> list[int]:
    """A relative pronoun stands for the noun that its clause depends on."""
    if sentence.lower[index] in sentence.grammar.words["clausal_relatives"]:
        return []
    if sentence.pos[index] in ("PRON", "DET") and sentence.lower[index] in sentence.grammar.words["relative_pronouns"]:
        at = verb
        for _ in range(STEPS):
            if sentence.deps[at] in ("acl:relcl", "acl") and sentence.heads[at] != at:
                return listed(sentence, [_described(sentence, sentence.heads[at])])
            at = sentence.heads[at]
        return []
    return listed(sentence, [index])


def _described(sentence: Sentence, noun: int) -> int:
    """``Hla Swe, a former officer who sold arms``: a noun that says more of a name stands for it."""
    name = sentence.heads[noun]
    if sentence.deps[noun] != "appos" or sentence.pos[noun] != "NOUN" or sentence.pos[name] != "PROPN" or noun < name:
        return noun
    between = [sentence.forms[i] for i in range(name + 1, noun) if sentence.pos[i] == "PUNCT"]
    party = any(m.first <= noun <= m.last and m.entity.label for m in sentence.mentions)  # no step that was taken
    return name if party and between == [","] else noun


def first(sentence: Sentence, index: int) -> int:
    """The first of words that are coordinated."""
    while sentence.deps[index] == "conj" and sentence.heads[index] < index:
        index = sentence.heads[index]
    return index


def attribute(sentence: Sentence, verb: int) -> bool:
    """``Cosco, sanctioned by Washington, …``: a past participle that depends on a noun, by itself or with another one
    (``sponsored by Kenya and adopted on Monday``), or has an agent.
    """
    if gerund(sentence, verb):
        return False
    first = sentence.heads[verb] if sentence.deps[verb] == "conj" and sentence.pos[verb] == "VERB" else verb
    reduced = sentence.deps[first] == "acl" and not gerund(sentence, first)
    return reduced or bool(dependents(sentence, verb, ("obl:agent", "aux:pass", "nsubj:pass")))


def attributed(sentence: Sentence, index: int) -> int | None:
    """``die von Oslo verhängten Sanktionen``: the noun that a past participle inflects with, to which that was done. A
    clause without another verb has this one for its own: ``Norwegen untersagte Beamten, …``.
    """
    inflections, noun = sentence.grammar.endings.adjective, sentence.heads[index]
    form = sentence.lower[index]
    if noun <= index or sentence.deps[index] != "amod" or not inflections or not form.endswith(inflections) or (
        sentence.pos[noun] not in ("NOUN", "PROPN")
    ):
        return None
    stems = (form[: -len(ending)] for ending in inflections if form.endswith(ending))
    clause = sentence.clauses[sentence.clause_at[index]]
    finite = any(sentence.pos[i] in ("VERB", "AUX") and i != index for i in range(clause.first, clause.end))
    return noun if finite and next(stems, "").endswith(sentence.grammar.endings.participle) else None


def above(sentence: Sentence, head: int) -> int | None:
    """The verb or noun that governs an infinitive or a complement clause, however far off it stands."""
    at = main_verb(sentence, head)
    relation, words = sentence.deps[at], sentence.grammar.words
    opened = [sentence.lower[i] for i in children(sentence, at) if sentence.deps[i] != "det"]
    complement = not words["complementizers"].isdisjoint(opened)
    if relation == "acl:relcl" and complement:  # the notion that Norway banned it: nothing is left for the pronoun
        objects = {sentence.lower[i] for i in dependents(sentence, at, ("obj",))}
        complement = bool(objects - words["relative_pronouns"])
    bare = relation == "acl:relcl" and words["relative_pronouns"].isdisjoint(opened) and _verb_second(sentence, at)
    noun = sentence.pos[sentence.heads[at]] == "NOUN" and bool(subjects(sentence, at)) and (
        bare or (relation in ("acl", "acl:relcl") and complement)
    )
    if relation not in ("xcomp", "ccomp", "csubj") and not noun:
        return None
    governor = sentence.heads[at]
    if sentence.pos[governor] != "ADV":
        return governor
    beside, above = governor - 1, sentence.heads[governor]
    noun = beside >= 0 and sentence.pos[beside] == "NOUN" and sentence.heads[beside] == above
    return beside if noun else above  # keine Belege dafür, dass …


def no_article(sentence: Sentence, index: int, verb: int) -> bool:
    """``the firm that supplied Iran``, ``Both signed``: what looks like an article is a part of the verb's clause."""
    if sentence.heads[index] != verb:
        return False
    relative = sentence.lower[index] in sentence.grammar.words["relative_pronouns"]
    return sentence.deps[index] == "nsubj" or (relative and sentence.deps[verb] == "acl:relcl")


def relative(sentence: Sentence, index: int) -> bool:
    """``companies that work with it``: a word that may open a complement, and is what acts or is acted on here."""
    if sentence.lower[index] not in sentence.grammar.words["relative_pronouns"]:
        return False
    verb = main_verb(sentence, sentence.heads[index])
    return sentence.pos[index] == "PRON" and sentence.deps[index] in ("nsubj", "nsubj:pass", "obj") and (
        sentence.deps[verb] == "acl:relcl" and sentence.heads[verb] == index - 1
    )


def contact(sentence: Sentence, noun: int, last: int) -> int | None:
    """``The company Musk had bought``: the verb of a clause without its pronoun, behind the name that acts in it.

    :param last: where the name ends.
    """
    following = sentence.next_verb(last + 1)
    if following is None or not sentence.grammar.syntax.reduced_relatives:
        return None
    verb = main_verb(sentence, following)
    between = set(range(last + 1, verb)) - set(auxiliaries(sentence, verb))
    tells = sentence.deps[verb] == "acl:relcl" and sentence.heads[verb] == noun and noun < last and (
        all(sentence.pos[i] == "ADV" for i in between)
    )
    return verb if tells and not passive_auxiliaries(sentence, verb) and not has_agent(sentence, verb) else None


def _verb_second(sentence: Sentence, verb: int) -> bool:
    """``die Meldung, Scholz habe …``: a clause without its opener, whose finite verb is not the last word."""
    last = sentence.last_word(sentence.clauses[sentence.clause_at[verb]], verb)
    finite = min([verb, *dependents(sentence, verb, ("aux", "aux:pass"))])
    return sentence.grammar.syntax.verb_second and finite < max(last, verb)


def circumstance(sentence: Sentence, verb: int) -> bool:
    """``by banning``, ``after meeting``: a gerund that tells how or when another thing was done by the same."""
    words = sentence.grammar.words
    if any(" ".join(sentence.lower[max(verb - n, 0) : verb]) in words["circumstances"] for n in (2, 3)):
        return True  # as well as banning it
    first = sentence.deps[verb] == "advcl" and verb < sentence.heads[verb]
    openers = words["circumstances"] | words["initial_circumstances"] if first else words["circumstances"]
    return any(sentence.lower[i] in openers for i in dependents(sentence, verb, ("mark", "case")))


def auxiliaries(sentence: Sentence, verb: int) -> list[int]:
    """The auxiliaries of a verb; of an auxiliary those of its main verb."""
    return dependents(sentence, main_verb(sentence, verb), ("aux", "aux:pass", "cop"))


def carried(sentence: Sentence, verb: int) -> list[int]:
    """Its auxiliaries, or those of the verb that it goes on with: ``hat Gazprom gewarnt und sanktioniert``."""
    own = auxiliaries(sentence, verb)
    goes_on = sentence.deps[verb] == "conj" and not dependents(sentence, verb, ("nsubj",))
    shared = goes_on and verb > sentence.heads[verb] and not any(
        i > verb for i in dependents(sentence, verb, ("obj", "obl"))  # und verhandelt mit Bosch
    )
    return own or (auxiliaries(sentence, sentence.heads[verb]) if shared else [])


def shares_passive(sentence: Sentence, verb: int) -> bool:
    """``wurde verfolgt und am Montag festgenommen``, ``Die Firma wurde durchsucht und der Chef verhaftet``: whether a
    participle goes on with a passive, which it may do with a subject of its own where it is the last word.
    """
    if sentence.deps[verb] != "conj" or auxiliaries(sentence, verb):
        return False
    before = sentence.heads[verb]
    own = dependents(sentence, verb, ("nsubj", "nsubj:pass"))
    last = not dependents(sentence, verb, ("obj",)) and all(i < verb or sentence.pos[i] == "PUNCT" for i in children(
        sentence, verb))
    shared = carried(sentence, verb) if not own else auxiliaries(sentence, before) if last else []
    return any(sentence.deps[i] == "aux:pass" for i in shared)


def fronted(sentence: Sentence, verb: int) -> bool:
    """``Von der Polizei aufgefordert, zu gehen, blieben sie``, ``Accused of fraud, the bank denied it``: a participle
    that only says what was done to the subject of the verb behind it.
    """
    if sentence.deps[verb] != "advcl" or verb > sentence.heads[verb]:
        return False
    finite = dependents(sentence, verb, ("mark", "nsubj", "nsubj:pass", "obj", "aux", "aux:pass", "cop"))
    return not finite and not infinitive(sentence, verb) and not gerund(sentence, verb)


def joins_nouns(sentence: Sentence, index: int) -> bool:
    """Whether a conjunction stands between noun phrases (``A und B festgenommen``), not between clauses."""
    if sentence.deps[index] != "cc":
        return False
    noun = sentence.heads[index]
    both = {sentence.pos[noun], sentence.pos[sentence.heads[noun]]}
    return sentence.deps[noun] == "conj" and both <= {"NOUN", "PROPN", "PRON"} and not dependents(
        sentence, noun, ("nsubj", "nsubj:pass", "cop", "aux")
    )


def acts(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has the subject of an active one."""
    return bool(dependents(sentence, verb, ("nsubj",)))


def has_arguments(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has a subject, an object or an agent."""
    return bool(dependents(sentence, verb, ("nsubj", "nsubj:pass", "obj", "obl:agent")))


def alone(sentence: Sentence, verb: int, *, reflexive: bool) -> bool:
    """Whether a verb acts and has no object: ``the ambassadors met``, or itself alone: ``sie trafen sich``. Its subject
    may be that of the verb that governs it or that it goes on with.
    """
    themselves, head = sentence.grammar.words["reflexives"], main_verb(sentence, verb)
    objects = {sentence.lower[i] for i in dependents(sentence, head, ("obj", "iobj", "expl", "expl:pv"))}
    shares = sentence.deps[head] in ("conj", "xcomp", "advcl")
    active = acts(sentence, head) or (shares and not passive_auxiliaries(sentence, head))
    return active and objects <= themselves and bool(objects) == reflexive


def portends(sentence: Sentence, verb: int) -> bool:
    """``droht die Lizenz zu verlieren``: with an infinitive that no comma parts from it such a verb says what may come,
    not what somebody does (``drohte, sie zu verklagen``). So it does before a noun: ``das drohende Verbot``, ``the
    looming ban``.
    """
    if sentence.lemmas[verb] not in sentence.grammar.words["portending"]:
        return False
    if sentence.deps[verb] == "amod":
        return not dependents(sentence, verb, ("obl", "obl:arg"))
    return any(
        infinitive(sentence, i) and "," not in sentence.forms[min(i, verb) : max(i, verb)]
        for i in dependents(sentence, verb, ("xcomp", "ccomp", "advcl"))
    )


def subjectless(sentence: Sentence, verb: int) -> bool:
    """``companies they said posed a threat``: who does it stands outside, ahead of the verb of speech. ``the idea of
    banning it``: nobody does.
    """
    if not sentence.grammar.syntax.fixed_order:
        return False
    if sentence.deps[verb] == "acl" and gerund(sentence, verb) and dependents(sentence, verb, ("mark",)):
        return not subjects(sentence, verb)
    complement = sentence.deps[verb] == "ccomp" and not infinitive(sentence, verb) and not gerund(sentence, verb)
    return complement and not subjects(sentence, verb)


def has_agent(sentence: Sentence, verb: int) -> bool:
    agents = sentence.grammar.words["passive_agent"]
    return any(preposition(sentence, i) in agents for i in dependents(sentence, verb, ("obl:agent",)))


def joined_gerund(sentence: Sentence, verb: int) -> int | None:
    """``a move toward banning or selling it``, ``options to set rules -- adopting this, introducing that``: the verb
    that a gerund without a word of its own goes on with, if that is a gerund or an infinitive.
    """
    at = verb
    for _ in range(STEPS):
        if not gerund(sentence, at) or sentence.deps[at] not in ("conj", "advcl") or dependents(
            sentence, at, ("mark", "case", "nsubj", "nsubj:pass", "aux")
        ):
            break
        above = sentence.heads[at]
        if not gerund(sentence, above) and at and sentence.forms[at - 1] == ",":
            break  # pledged to stand by him, warning Iraq
        at = above
    return at if at != verb and (gerund(sentence, at) or infinitive(sentence, at)) else None


def acted(sentence: Sentence, verb: int) -> bool:
    """``das von der Koalition vorgelegte Gesetz``: a participle before its noun that says who did it."""
    if sentence.deps[verb] != "amod" or sentence.heads[verb] <= verb:
        return False
    agents = sentence.grammar.words["passive_agent"]
    return any(
        i < verb and i not in sentence.dated and preposition(sentence, i) in agents
        for i in dependents(sentence, verb, ("obl", "obl:agent", "obl:arg"))
    )


def aims(sentence: Sentence, verb: int) -> list[int]:
    """The infinitives that tell what a verb is for, on whichever side of it."""
    below = dependents(sentence, main_verb(sentence, verb), ("advcl", "xcomp"))
    return [i for i in below if infinitive(sentence, i)]


def passive_auxiliaries(sentence: Sentence, verb: int) -> list[int]:
    return dependents(sentence, verb, ("aux:pass",))


def copular(sentence: Sentence, verb: int) -> bool:
    """``It should be fine``: what is said is a quality."""
    return bool(dependents(sentence, main_verb(sentence, verb), ("cop",)))


def adverbial(sentence: Sentence, verb: int) -> bool:
    """Whether a verb's clause only says under which circumstances another holds."""
    return sentence.deps[main_verb(sentence, verb)] == "advcl"


def particle(sentence: Sentence, verb: int) -> int | None:
    """The separated prefix of a verb."""
    return next(iter(dependents(sentence, verb, ("compound:prt",))), None)


def whole(sentence: Sentence, verb: int) -> str:
    """The lemma of a verb, with its separated prefix."""
    before = particle(sentence, verb)
    return sentence.lemmas[verb] if before is None else sentence.lower[before] + sentence.lemmas[verb]


def preposition(sentence: Sentence, index: int) -> str | None:
    for i in dependents(sentence, index, ("case",)):
        found = sentence.grammar.prepositions.get(sentence.lower[i])
        if found:
            return found
    return None


def told(sentence: Sentence, index: int) -> list[int]:
    """The verb of the clause that tells what is said: ``alleges that Apple copied it``; of a noun that of the clause
    right behind it: ``the claim that Apple copied it``, ``der Vorwurf, dass …``.
    """
    if sentence.pos[index] == "VERB":
        return dependents(sentence, index, ("ccomp",))
    mark = index + 1 + (sentence.forms[index + 1 : index + 2] == [","])
    opened = mark < len(sentence) and sentence.lower[mark] in sentence.grammar.words["complementizers"]
    return [sentence.heads[mark]] if opened and sentence.deps[mark] == "mark" else []


def relatives(sentence: Sentence, index: int) -> set[int]:
    """The verbs of the relative clauses that a token stands in."""
    return {i for i in upward(sentence, index) if sentence.deps[i] == "acl:relcl"}


def tells_who(sentence: Sentence, index: int, verb: int) -> bool:
    """``Scholz, who met Macron, said``: whether a token only says more of a verb's subject."""
    return any(
        sentence.deps[i] in ("nsubj", "nsubj:pass") and sentence.heads[i] == verb for i in upward(sentence, index)
    )


def upward(sentence: Sentence, index: int) -> Iterator[int]:
    """A token and those that it depends on, up to the root."""
    yield index
    while sentence.heads[index] != index:
        index = sentence.heads[index]
        yield index


def verb_above(sentence: Sentence, noun: int) -> int | None:
    """The verb whose object or adjunct a noun is: ``Huawei held talks``."""
    at = noun
    for _ in range(STEPS):
        head = sentence.heads[at]
        if head == at:
            return None
        if sentence.pos[head] in ("VERB", "AUX"):
            return head if sentence.deps[at] in ("obj", "obl", "obl:arg", "xcomp") else None
        at = head
    return None


def payment(sentence: Sentence, verb: int) -> int | None:
    """The verb that says that somebody pays for what ``verb`` says: ``paid $4 million to settle the charges``."""
    head = sentence.heads[verb]
    if sentence.deps[verb] == "acl" and sentence.deps[head] == "obj":  # the parser's: $4 million to settle the charges
        head = sentence.heads[head]
    purpose = sentence.deps[verb] in ("advcl", "acl", "xcomp") and infinitive(sentence, verb)
    return head if purpose and sentence.lemmas[head] in sentence.grammar.words["paying"] else None
