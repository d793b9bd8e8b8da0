"""Which words belong together: the noun phrase, the name or the office around a token of the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from depesche import quantities
from depesche.annotate import is_word
from depesche.events.sentence import BREAKS, QUOTES, Mention, Sentence
from depesche.events.syntax import (
    STEPS,
    auxiliaries,
    children,
    cut_off,
    dependents,
    gerund,
    infinitive,
    listed,
    main_verb,
    preposition,
    subjects,
)
from depesche.records import Entity

_OUTSIDE = frozenset({
    "acl", "acl:relcl", "appos", "conj", "cc", "cc:preconj", "case", "mark", "parataxis", "advcl", "punct", "dep",
    "nsubj", "cop", "aux", "advmod", "dislocated", "list", "ccomp", "xcomp", "orphan",
})  # fmt: skip
"""What depends on a noun and is no part of its phrase."""
NAMING = ("appos", "flat", "flat:name", "compound")
"""What joins a name to the noun that says what it is."""
EXAMPLES = ("appos", "nmod", "parataxis", "dep")
"""What joins to a noun the names of those whom it means."""
BESIDE = 3  # tokens from a verb to the next one that has the same object
PERSON = "PERSON"
FIRM = "ORG"
SHORTEST = 4  # letters of a noun at the end of a compound


def mention_at(sentence: Sentence, index: int) -> Mention:
    """The mention around a token, else the noun phrase that it heads, without label and id."""
    for number, mention in enumerate(sentence.mentions):
        if mention.first <= index <= mention.last and not _joined_elsewhere(sentence, mention, index):
            if mention.entity.end < sentence.ends[index] and (person := _person_behind(sentence, index, index)):
                return replace(person, first=index, prep=preposition(sentence, index))  # EU-Kommissarin Vera Jourova
            beside = next(iter(sentence.mentions[number + 1 : number + 2]), mention)
            if mention.entity.kind != "nominal" or beside.entity.kind != "name" or beside.first != mention.last + 1 or (
                all(sentence.heads[i] != index or sentence.deps[i] not in NAMING
                    for i in range(beside.first, beside.last + 1))
            ):
                return _by_name(sentence, mention)
            entity = replace(beside.entity, start=mention.entity.start)  # the drone maker DJI
            return replace(mention, entity=entity, last=beside.last)
    first, last = _phrase(sentence, index)
    above = sentence.heads[index]
    first = next((i + 1 for i in range(index - 1, first - 1, -1) if i == above or _ends_phrase(sentence, i)), first)
    last = next((i - 1 for i in range(index + 1, last + 1) if i == above or _ends_phrase(sentence, i)), last)
    if sentence.forms[first] in QUOTES and QUOTES.isdisjoint(sentence.forms[first + 1 : last + 1]):
        first += 1  # „Die Durchsetzung der Sanktionen muss …“
    if first < index and sentence.lower[first] in sentence.grammar.words["complementizers"] and (
        sentence.clauses[sentence.clause_at[first]].first == first
    ):
        first += 1  # fear that providers may …: the parser takes "that" for an article
    for child in dependents(sentence, index, NAMING):
        name = next((m for m in sentence.mentions if m.first <= child <= m.last), None)
        reach = BESIDE if name and name.entity.label == "PERSON" else 1
        if name and name.entity.kind == "name" and 0 < name.first - last <= reach and not any(
            sentence.pos[i] == "PUNCT" for i in range(last, name.first)
        ):  # the President of Panama Juan Carlos Varela, the drone maker DJI
            entity = replace(name.entity, start=sentence.starts[first])
            return replace(name, entity=entity, first=first, prep=preposition(sentence, index))
    name = _person_behind(sentence, index, last) if sentence.pos[index] in ("NOUN", "PROPN") else None
    if name is not None and (sentence.pos[index] == "NOUN" or name.first == last + 1):
        return replace(name, first=first, prep=preposition(sentence, index))
    if last > index and (apposed := [
        m for child in dependents(sentence, last, NAMING) for m in sentence.mentions
        if m.first == last + 1 and m.first <= child <= m.last and m.entity.kind == "name" and not (
            dependents(sentence, child, ("conj",)))
    ]):
        last = apposed[0].last  # die Nachfolge von Vorstandschef Heribert Bruchhagen
    proper = all(sentence.pos[i] == "PROPN" for i in range(first, last + 1)) or (
        first == last and _unknown(sentence, index)
    )
    names = [
        m.entity for m in sentence.mentions if first <= m.first and m.last <= last
        and ((m.first < index and not _of_participle(sentence, m, index))
             or (index in sentence.heads[m.first : m.last + 1] and (
                 m.bare or sentence.lower[index] in sentence.grammar.words["counting"])))
    ]  # the police force, the newspaper Le Monde, two of the firms; but a decision of the paper is not the paper
    inside = names[0].label if names else ""
    kind = "pronoun" if sentence.pos[index] == "PRON" else "nominal"
    words = " ".join(sentence.forms[first : last + 1])
    entity = Entity(sentence.starts[first], sentence.ends[last], words, "", kind)  # type: ignore[arg-type]
    found = Mention(entity, first, last, preposition(sentence, index), False, None, False, inside, proper)
    return _set_off_name(sentence, index, found) or _with_list(sentence, index, found)


def behind(sentence: Sentence, mention: Mention, index: int) -> Mention:
    """``die von Oslo verhängten Sanktionen``: what of a phrase stands behind a word in it."""
    if not mention.first <= index < mention.last:
        return mention
    first, words = index + 1, " ".join(sentence.forms[index + 1 : mention.last + 1])
    entity = replace(mention.entity, start=sentence.starts[first], text=words)
    return replace(mention, entity=entity, first=first)


def joined_verbs(sentence: Sentence, verb: int) -> list[int]:
    """The verbs coordinated with one that have a form of their own: ``of spying and of lying``, ``to stop it and to
    pay``; not ``to investigate and sanction it``.
    """
    return [i for i in _verbs_beside(sentence, verb) if (
        gerund(sentence, i) == gerund(sentence, verb) and (gerund(sentence, i) or infinitive(sentence, i)))]


def _verbs_beside(sentence: Sentence, verb: int) -> list[int]:
    return [i for i in dependents(sentence, verb, ("conj",)) if sentence.pos[i] in ("VERB", "AUX")]


def clause(sentence: Sentence, verb: int) -> Mention:
    """A clause without its opener, and without the verbs coordinated with its own: ``(accused it of) spying``."""
    words = sentence.grammar.words
    own_form = gerund(sentence, verb) or infinitive(sentence, verb)
    shares = [i for i in _verbs_beside(sentence, verb) if own_form and sentence.lower[i] == sentence.lemmas[i]]
    apart = {*joined_verbs(sentence, verb), *(i for i in _verbs_beside(sentence, verb) if i not in shares)}
    if sentence.grammar.syntax.fixed_order and infinitive(sentence, verb):
        apart.update(subjects(sentence, verb))  # called for Xi to go
    own, rest = {verb}, [verb]
    while rest:
        below = [i for i in children(sentence, rest.pop()) if i not in apart]
        own.update(below)
        rest += below
    first = last = verb
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    openers = words["complementizers"] | words["clause_links"] | words["conjunctions"]
    openers |= words["reasons"] | words["grounds"] | words["purpose_openers"]
    if gerund(sentence, verb) and sentence.lower[verb] != sentence.lemmas[verb]:  # to ring them
        openers |= words["gerund_links"]
    while first < verb and (sentence.pos[first] == "PUNCT" or sentence.lower[first] in openers):
        first += 1
    while last > verb and (sentence.pos[last] == "PUNCT" or sentence.lower[last] in words["conjunctions"]):
        last -= 1
    text = " ".join(sentence.forms[first : last + 1])
    entity = Entity(sentence.starts[first], sentence.ends[last], text, "", "nominal")  # type: ignore[arg-type]
    return Mention(entity, first, last, None, False, None, False)


def _joined_elsewhere(sentence: Sentence, mention: Mention, index: int) -> bool:
    """``Festgenommen wurde der Mann von der Polizei``: what belongs to a verb is no part of the phrase before it."""
    return mention.entity.kind == "nominal" and sentence.deps[index] == "obl:agent" and (
        sentence.heads[index] not in range(mention.first, mention.last + 1)
        and outermost(sentence, mention) < index
    )


def named(sentence: Sentence, noun: int, name: Mention) -> bool:
    """``der Hersteller BMW``: whether a noun says what the name right behind it is, whichever the other depends on."""
    joined = sentence.heads[noun] in range(name.first, name.last + 1) and sentence.deps[noun] in NAMING
    return name.first == noun + 1 and (joined or any(
        sentence.heads[i] == noun and sentence.deps[i] in NAMING for i in range(name.first, name.last + 1)
    ))


def _by_name(sentence: Sentence, mention: Mention) -> Mention:
    """``The chief executive, Tim Cook``, ``Der Chef des Konzerns, Tim Cook``: the person, by name, whose office
    stands before.
    """
    if mention.entity.kind != "nominal":
        return mention
    head = outermost(sentence, mention)
    person = mention.entity.label == PERSON
    if person and (name := _person_behind(sentence, head, mention.last)):
        return replace(name, first=mention.first, prep=mention.prep)
    if name := _set_off_name(sentence, head, mention):
        return name
    return _with_list(sentence, head, mention) if mention.entity.label in (PERSON, FIRM) else mention


def _set_off_name(sentence: Sentence, noun: int, phrase: Mention) -> Mention | None:
    """``The dealer, Acme Ltd, …``, ``der Hersteller, die Ahrend GmbH, …``: a phrase with the name of whom it means."""
    comma = phrase.last + 1
    if comma >= len(sentence) or sentence.forms[comma] != "," or _several(sentence, noun):
        return None
    for child in dependents(sentence, noun, ("appos",)):
        name = mention_at(sentence, child) if child > comma else phrase
        between = range(comma + 1, name.first)
        kinds = {PERSON, FIRM} if phrase.entity.label in ("", PERSON, FIRM) else {phrase.entity.label}
        speaks = name.last + 1 < len(sentence) and sentence.verbal[name.last + 1]  # the president, Nokia said, …
        alone = not speaks and not dependents(sentence, child, ("conj",))
        if alone and name.entity.kind == "name" and name.entity.label in kinds and len(between) <= BESIDE and all(
            sentence.pos[i] in ("DET", "ADJ", "NOUN", "PRON") for i in between
        ):
            entity = replace(name.entity, start=phrase.entity.start)
            return replace(name, entity=entity, first=phrase.first, prep=phrase.prep, genitive=phrase.genitive)
    return None


def _with_list(sentence: Sentence, head: int, phrase: Mention) -> Mention:
    """``the ministers of Japan and Britain``: with all whose they are; ``the president of Mali and France`` are two."""
    if not _several(sentence, head):
        return phrase
    others = sorted({
        m.last for i in range(phrase.first, phrase.last + 1) if i != head
        for other in dependents(sentence, i, ("conj",)) for m in sentence.mentions
        if m.first <= other <= m.last and m.entity.label != PERSON  # both students of Liszt, Bülow and Tausig
    })
    last = phrase.last
    for end in others:  # a list has its last member behind a conjunction
        between = [i for i in range(last + 1, end) if sentence.pos[i] in ("PUNCT", "CCONJ")]
        last = end if between and between[0] == last + 1 else last
    if last == phrase.last or not any(sentence.deps[i] == "cc" for i in range(phrase.last + 1, last)):
        return phrase
    words = " ".join(sentence.forms[phrase.first : last + 1])
    return replace(phrase, entity=replace(phrase.entity, end=sentence.ends[last], text=words), last=last)


def _several(sentence: Sentence, noun: int) -> bool:
    """Whether a noun means more than one, by its form and its article. ``den Präsidenten`` is one man or several, but
    behind ``mit``.
    """
    endings, lemma, words = sentence.grammar.endings, sentence.lemmas[noun], sentence.grammar.words
    form = sentence.lower[noun]
    articles = {sentence.lower[i] for i in dependents(sentence, noun, ("det", "det:poss"))}
    if sentence.pos[noun] != "NOUN" or articles & words["for_one"] or not (
        form != lemma or form.endswith(endings.plural + endings.same_plural)
    ):
        return False
    if sentence.deps[noun] in ("nsubj", "nsubj:pass") and articles & words["genitive_determiners"]:
        return False  # der Minister
    man = form.endswith(endings.weak) and not lemma.endswith(endings.feminine + endings.same_plural)
    dative = preposition(sentence, noun) in words["dative_prepositions"]
    return dative or not (man and articles & words["accusative_only"])


def from_first(sentence: Sentence, mention: Mention, first: int) -> Mention:
    """``den Staats- und Regierungschefs``: a phrase with the words before it that it ends."""
    words = " ".join(sentence.forms[first : mention.last + 1])
    entity = replace(mention.entity, start=sentence.starts[first], text=words, kind="nominal")
    return replace(mention, entity=entity, first=first)


def sum_alone(sentence: Sentence, mention: Mention, index: int) -> Mention:
    """``der drei Millionen Euro teure Kauf``: of a phrase its money alone, which ends at ``index``."""
    first = index
    while first > mention.first and sentence.heads[first - 1] in range(first, index + 1):
        first -= 1
    counted = next((i for i in range(first, index) if sentence.pos[i] in ("NUM", "SYM")), index)
    text = " ".join(sentence.forms[counted : index + 1])
    own = Entity(sentence.starts[counted], sentence.ends[index], text, "", "nominal")  # type: ignore[arg-type]
    return replace(mention, entity=own, first=counted, last=index)


def instances(sentence: Sentence, index: int, phrase: Mention) -> list[Mention]:
    """By name, who is meant by a noun for several: ``three banks, including UBS``, ``the carmakers Renault and
    Stellantis``, of which the first is in the phrase already.
    """
    if sentence.pos[index] != "NOUN":
        return []
    found: list[Mention] = []
    aside = dependents(sentence, sentence.heads[index], ("obl", "obj"))  # nahm drei fest, darunter den Anwalt Sahin
    for child in [*dependents(sentence, index, EXAMPLES), *aside]:
        several = listed(sentence, [child])
        apposed = sentence.deps[child] == "appos" and (len(several) > 1 or _lists(sentence, index, child))
        if child > index and (apposed or _exemplified(sentence, mention_at(sentence, child))):
            found += [mention_at(sentence, i) for i in several]
    found = [m for m in found if m.first > phrase.last]
    found += [mention_at(sentence, i) for i in _members(sentence, index)]
    return [m for m in found if m.entity.kind == "name" and phrase.entity.label in ("", m.entity.label)]


def _lists(sentence: Sentence, noun: int, name: int) -> bool:
    """``two firms, Mara Ltd and Ocean Star``: a name that others follow, which the parser hung from the noun."""
    others = [i for i in dependents(sentence, noun, ("conj",)) if i > name and sentence.pos[i] == "PROPN"]
    return bool(others) and _several(sentence, noun)


def _members(sentence: Sentence, noun: int) -> list[int]:
    """``SMIC is among the firms that were listed``, ``Zu den gelisteten Firmen gehört SMIC``: who is said to be one of
    those whom a noun means.
    """
    words, verb = sentence.grammar.words, sentence.heads[noun]
    case = {sentence.lower[i] for i in dependents(sentence, noun, ("case",))}
    if case.isdisjoint(words["among"]):
        return []
    if dependents(sentence, noun, ("cop",)):
        verb = noun
    elif sentence.deps[noun] not in ("obl", "obl:arg") or sentence.lemmas[verb] not in words["belonging"]:
        return []
    return listed(sentence, subjects(sentence, verb)[:1])


def _exemplified(sentence: Sentence, mention: Mention) -> bool:
    """``including UBS``, ``among them UBS``"""
    before = sentence.lower[max(mention.first - 2, 0) : mention.first]
    return not sentence.grammar.words["examples"].isdisjoint({" ".join(before), *before[-1:]})


def _person_behind(sentence: Sentence, head: int, last: int) -> Mention | None:
    """The one person whose name stands in apposition to a noun whose phrase ends with ``last``, or right behind what
    he is the head of: ``President of the Council Charles Michel``. ``the wife of the president, Asif Ali Zardari`` may
    be either, as no office may.
    """
    if sentence.lemmas[head] in sentence.grammar.words["relations"] and any(
        sentence.pos[i] == "NOUN" and i > head and all(
            m.entity.label == PERSON for m in sentence.mentions if m.first <= i <= m.last and m.first > head
        ) for i in dependents(sentence, head, ("nmod",))
    ):
        return None
    relations = sentence.grammar.words["relations"]  # help from her aunt Cilli
    offices = tuple(sentence.grammar.words["offices_held"])  # die Nachfolge von Vorstandschef Heribert Bruchhagen
    parts = [i for i in dependents(sentence, head, ("nmod",)) if (
        head < i and sentence.pos[i] in ("NOUN", "PROPN") and sentence.lemmas[i] not in relations
        and not sentence.lemmas[i].endswith(offices))]
    headed = [i for part in parts for i in dependents(sentence, part, ("appos",)) if i == last + 1 and not any(
        m.entity.label == PERSON for m in sentence.mentions if m.first <= part <= m.last)]
    for child in [*dependents(sentence, head, ("appos",)), *headed]:
        name = next((m for m in sentence.mentions if m.first <= child <= m.last), None)
        if name and name.entity.kind == "name" and name.entity.label == PERSON and name.first > last and not (
            dependents(sentence, child, ("conj",))
        ):
            return name
    return None


def _of_participle(sentence: Sentence, mention: Mention, noun: int) -> bool:
    """``die von London verhängten Sanktionen``: who did something to what the phrase names is not what it names."""
    above = described_by(sentence, mention)
    joined = mention.prep or preposition(sentence, outermost(sentence, mention))
    return above != noun and sentence.deps[above] == "amod" and joined is not None


def _unknown(sentence: Sentence, index: int) -> bool:
    """``kaufte Varian``: a noun without an article that no dictionary has, nor any noun that it may be made of, is a
    name, whatever the parser takes it for.
    """
    form, grammar = sentence.forms[index], sentence.grammar
    return sentence.pos[index] == "NOUN" and grammar.syntax.nouns_capitalised and form.isalpha() and (
        form[:1].isupper()
    ) and not any(is_word(form[at:].capitalize(), grammar.lang) for at in range(max(len(form) - SHORTEST + 1, 1)))


def described_person(sentence: Sentence, mention: Mention, verb: int) -> Mention:
    """``eine Untersuchung des Todes eines Aktivisten, der verhaftet wurde``, ``the arrest of Bin Laden, indicted …``: a
    clause that says more of a phrase with a person at its end may be joined to the whole, and means the person.
    """
    clause = sentence.deps[main_verb(sentence, verb)] in ("acl", "acl:relcl")
    last = [m for m in sentence.mentions if mention.first < m.first and m.last == mention.last]
    if not clause or mention.entity.label or not last or last[-1].entity.label != PERSON:
        return mention
    return last[-1]


def possessive(sentence: Sentence, mention: Mention) -> bool:
    """``his conviction``, ``seine Verurteilung``: a pronoun alone that owns what the noun means."""
    at, words = mention.first, sentence.grammar.words
    return at == mention.last and sentence.deps[at] in ("nmod:poss", "det:poss") and (
        sentence.pos[at] in ("PRON", "DET") and sentence.lower[at] not in words["relative_pronouns"]
    )


def _ends_phrase(sentence: Sentence, index: int) -> bool:
    """A colon, a dash, or a verb with a subject of its own: wherever the parser hung it, a noun phrase ends there."""
    if sentence.forms[index] in BREAKS:
        return True
    return sentence.pos[index] in ("VERB", "AUX") and bool(subjects(sentence, main_verb(sentence, index)))


def _phrase(sentence: Sentence, index: int) -> tuple[int, int]:
    """First and last token of a noun phrase without relative clauses, appositions and coordinated phrases."""
    first = last = index
    for child in children(sentence, index):
        dated = child in sentence.dated and child > index and preposition(sentence, child) not in (
            None, *sentence.grammar.words["noun_links"]
        )  # signed an agreement on Friday
        if sentence.deps[child] in _OUTSIDE or sentence.pos[child] == "PUNCT" or dated:
            continue
        a, b = _phrase(sentence, child)
        if sentence.deps[child] in ("nmod", "nmod:poss", "nmod:desc") and child > index:
            a = min([a, *dependents(sentence, child, ("case",))])
        first, last = min(first, a), max(last, b)
    return first, last


def described(sentence: Sentence, mention: Mention) -> Mention:
    """The phrase whose attribute a nationality is: Chinese providers."""
    head = sentence.heads[mention.last]
    between = range(mention.last + 1, head + 1)
    if mention.entity.label != "NORP" or not 0 < len(between) <= BESIDE or head in sentence.inside or (
        any(sentence.pos[i] not in ("NOUN", "PROPN", "ADJ") for i in between)
    ):
        return mention
    words = " ".join(sentence.forms[mention.first : head + 1])
    entity = Entity(sentence.starts[mention.first], sentence.ends[head], words, "", "nominal")  # type: ignore[arg-type]
    return replace(mention, entity=entity, last=head, within=mention.entity.label)


def compound(sentence: Sentence, mention: Mention) -> Mention:
    """``UN-Sonderberichterstatter``, ``den VW-Partner SAIC``: who acts is the whole word or whom it names, not the name
    in it.
    """
    end = sentence.ends[mention.last]
    if mention.entity.kind != "name" or end - mention.entity.end < 2 or "-" not in sentence.forms[mention.last]:
        return mention
    for name in sentence.mentions:
        if name.entity.kind == "name" and named(sentence, mention.last, name):
            return replace(name, first=mention.first, prep=mention.prep)
    words = " ".join(sentence.forms[mention.first : mention.last + 1])
    entity = Entity(sentence.starts[mention.first], end, words, "", "nominal")  # type: ignore[arg-type]
    return replace(mention, entity=entity, within=mention.entity.label)


def document(sentence: Sentence, head: int) -> Mention | None:
    """The document that an event is told in or that tells it itself: ``In dem Schreiben wurde … gefordert``, ``a report
    which said that …``.
    """
    nouns = tuple(sentence.grammar.words["document_nouns"])
    within = sentence.grammar.syntax.document_preposition
    at = main_verb(sentence, head)
    for step in range(STEPS):
        joined = [i for i in children(sentence, at) if sentence.lemmas[i].endswith(nouns) and sentence.pos[i] == "NOUN"]
        for i in joined:
            subject_of = step == 0 and sentence.deps[i] in ("nsubj", "nsubj:pass")
            if preposition(sentence, i) == within or (subject_of and sentence.pos[head] == "VERB"):
                return mention_at(sentence, i)
        above = sentence.heads[at]
        if above == at:
            break
        if sentence.deps[at] == "acl:relcl" and sentence.lemmas[above].endswith(nouns):
            return mention_at(sentence, above)
        at = above
    return None


def outermost(sentence: Sentence, mention: Mention) -> int:
    """The token of a phrase on which the others depend."""
    inside = range(mention.first, mention.last + 1)
    return next((i for i in inside if sentence.heads[i] not in inside), mention.first)


def noun_above(sentence: Sentence, mention: Mention) -> int:
    """What a phrase depends on."""
    return sentence.heads[outermost(sentence, mention)]


def described_by(sentence: Sentence, mention: Mention) -> int:
    """What a phrase depends on, past the office or the noun that only says who a name is: ``von Präsident Trump``."""
    at = outermost(sentence, mention)
    while sentence.deps[at] in NAMING and sentence.heads[at] < at:
        at = sentence.heads[at]
    return sentence.heads[at]


def is_subject(sentence: Sentence, mention: Mention, verb: int) -> bool:
    """Whether a phrase is the verb's own subject, not one that it shares or takes over."""
    at = outermost(sentence, mention)
    return sentence.deps[at] == "nsubj" and sentence.heads[at] == main_verb(sentence, verb)


def is_attribute(sentence: Sentence, mention: Mention) -> bool:
    """``die Lizenz von Intel``: a phrase that belongs to the noun right before it."""
    at = outermost(sentence, mention)
    return sentence.deps[at] == "nmod" and 0 < mention.first - sentence.heads[at] <= BESIDE - 1


def in_subject(sentence: Sentence, index: int, verb: int) -> bool:
    """``Die Übernahme durch einen Investor wurde untersagt``: ahead of the finite verb stands one phrase alone, so that
    what follows the subject there is a part of it.
    """
    finite = min(auxiliaries(sentence, verb), default=verb)
    first = min(subjects(sentence, verb), default=index)
    return sentence.grammar.syntax.verb_second and first < index < finite < verb


def elsewhere_done(sentence: Sentence, mention: Mention, verb: int) -> bool:
    """Whether a phrase is the agent of another verb."""
    at = outermost(sentence, mention)
    return sentence.deps[at] == "obl:agent" and sentence.heads[at] != main_verb(sentence, verb)


def dative(sentence: Sentence, mention: Mention) -> bool:
    """Whether the article of a phrase can be nothing else, or is a plural's where it is no subject's."""
    words, at = sentence.grammar.words, outermost(sentence, mention)
    articles = words["dative_determiners"] - words["genitive_determiners"] | words["accusative_only"]
    return any(sentence.lower[i] in articles for i in dependents(sentence, at, ("det",)))


def of_what_is_asked(sentence: Sentence, index: int) -> bool:
    """``forderte ein Verbot von Huawei``, ``fordert Freilassung von Gefangenen``: of whom a noun asked for tells,
    where ``fordert Hilfe von Berlin`` says who is asked for it.
    """
    noun = sentence.heads[index]
    if sentence.deps[noun] != "obj":
        return False
    somebody = mention_at(sentence, index).entity.kind == "name" or bool(dependents(sentence, index, ("det",)))
    return sentence.grammar.may_trigger(sentence.lemmas[noun]) or not somebody


def money(sentence: Sentence, mention: Mention) -> bool:
    """Whether a phrase names an amount of money: ``$3 million``, ``ein Bußgeld von 3 Millionen Euro``."""
    counted = any(
        sentence.pos[i] in ("NUM", "SYM") or sentence.forms[i][:1].isdigit()
        for i in range(mention.first, mention.last + 1)
    )
    return counted and any(
        quantities.is_money(q.unit) for q in quantities.find(mention.entity.text, sentence.grammar.lang))


def business(sentence: Sentence, mention: Mention) -> bool:
    """Whether a phrase means a firm, a part of one or a stake in one: ``its stake in Opel``, ``seine Chipsparte``,
    ``86% of Newport Wafer Fab``.
    """
    owned = tuple(sentence.grammar.words["firms"] | sentence.grammar.words["holdings"])
    if sentence.lemmas[what_it_is(sentence, mention)].endswith(owned):
        return True
    share = sentence.lower[outermost(sentence, mention)] in sentence.grammar.words["shares"]
    return bool(share) and any(
        mention_at(sentence, i).entity.label == "ORG" or sentence.pos[i] == "PROPN"
        for i in dependents(sentence, outermost(sentence, mention), ("nmod",))
    )


def what_it_is(sentence: Sentence, mention: Mention) -> int:
    """The noun that tells what a phrase is: ``all of the shares``, ``ein Großteil der Aktien`` are shares."""
    words, head = sentence.grammar.words, outermost(sentence, mention)
    head = mention.last if cut_off(sentence, head) else head
    if sentence.lemmas[head] not in words["portions"]:
        return head
    links = {None, *words["noun_links"]}
    return next((i for i in dependents(sentence, head, ("nmod",)) if preposition(sentence, i) in links), head)


def stake(sentence: Sentence, mention: Mention) -> Mention | None:
    """``10% of Opel``, ``seine Anteile an Opel``, ``its Opel stake``, ``10% of Opel's shares``: what is held of
    somebody, from the noun that says how much it is.
    """
    noun, head = noun_above(sentence, mention), outermost(sentence, mention)
    relation = sentence.deps[head]
    held = mention.first - 2
    if relation == "obl" and head == mention.last and held >= 0 and sentence.deps[held] == "obj" and (
        sentence.deps[held + 1] == "case" and sentence.heads[held] == noun
    ):
        noun, relation = held, "nmod"  # acquired a stake | in Opel
    before = relation == "nmod" and noun < mention.first
    behind = relation in ("compound", "nmod:poss") and noun > mention.last
    if not (before or behind) or not says_stake(sentence, noun) or not (
        mention.entity.label or mention.proper or (before and says_stake(sentence, head))
    ):
        return None
    whole = mention_at(sentence, noun)
    first = mention.first if whole.entity.label else min(whole.first, mention.first)
    last = noun if behind else mention.last
    end = sentence.ends[noun] if behind else mention.entity.end
    text = " ".join(sentence.forms[first : last + 1])
    entity = Entity(sentence.starts[first], end, text, "", "nominal")  # type: ignore[arg-type]
    return Mention(entity, first, last, whole.prep, whole.genitive, whole.case, whole.aside)


def party(sentence: Sentence, index: int) -> bool:
    """Whether a phrase is somebody: by its label, by a name in it, or a pronoun."""
    found = mention_at(sentence, index)
    return found.entity.label in (PERSON, FIRM, "GPE") or bool(found.within) or found.proper or (
        sentence.pos[index] == "PRON")


def says_stake(sentence: Sentence, noun: int) -> bool:
    stakes, lemma = sentence.grammar.words["stakes"], sentence.lemmas[noun]
    return lemma in stakes or lemma.endswith(tuple(word for word in stakes if len(word) > SHORTEST))  # not on behalf of


def held_of(sentence: Sentence, mention: Mention) -> list[Mention]:
    """``Opel`` of ``Opel's shares``, ``den Aktien von Opel``: whose the shares are; of other phrases the phrase."""
    head = outermost(sentence, mention)
    if not says_stake(sentence, head):
        return [mention]
    owners = [head, *dependents(sentence, head, ("nmod:poss", "nmod", "compound"))]  # Opel-Aktien
    return [m for i in owners for m in sentence.mentions if m.first <= i <= m.last and m.entity.label][:1]


def counted(sentence: Sentence, mention: Mention) -> bool:
    """``Both signed``, ``Die drei trafen sich``: a number that stands for people named before."""
    return not mention.entity.label and sentence.lower[mention.last] in sentence.grammar.words["counting"] and all(
        sentence.lower[i] in sentence.grammar.words["determiners"] for i in range(mention.first, mention.last)
    )


def opposed(sentence: Sentence, noun: int) -> bool:
    """``protested against the meeting with Hamas``: who is against it takes no part in it."""
    return preposition(sentence, noun) in sentence.grammar.words["opposing"]


def has_owner(sentence: Sentence, noun: int, preposition: str) -> bool:
    """``die Auslieferung von Kurden``: what is definite takes what this preposition joins to it for itself."""
    words = sentence.grammar.words
    articles = {sentence.lower[i] for i in dependents(sentence, noun, ("det",))}
    return preposition in words["noun_links"] and sentence.pos[noun] == "NOUN" and bool(articles & words["definite"])


def inside(mention: Mention, others: Sequence[Mention]) -> bool:
    """``French`` of the French fishermen: the phrase acts, not the word in it."""
    return any(p.first <= mention.first and mention.last <= p.last for p in others)
