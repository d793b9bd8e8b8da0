"""Relative clauses, mended: which noun their pronoun means, and whether it acts or is acted on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from depesche.events import syntax
from depesche.events.grafting import (
    COUNTRY,
    OBJECT,
    OBLIQUE,
    PARTIES,
    PERSON,
    RECEIVER,
    SUBJECTS,
    UNTOLD,
    hang,
    label_at,
    mends,
    mention_around,
    subject_of,
    takes,
)
from depesche.events.sentence import Sentence


@mends("acl:relcl")
def antecedent(sentence: Sentence, verb: int) -> None:
    """``lieferte den Mann an Oslo aus, das …``, ``handed the man to Oslo, which …``: a pronoun means the noun before
    its clause, where it cannot mean the one that the parser chose.
    """
    first, noun = sentence.clauses[sentence.clause_at[verb]].first, sentence.heads[verb]
    nearest = next((i for i in range(first - 1, noun, -1) if sentence.pos[i] in ("NOUN", "PROPN")), noun)
    if sentence.heads[first] == verb and nearest != noun and not _may_mean(sentence, first, noun) and (
        _may_mean(sentence, first, nearest)
    ):
        hang(sentence, verb, nearest, "acl:relcl")


def _may_mean(sentence: Sentence, pronoun: int, noun: int) -> bool:
    """Whether a relative pronoun fits a noun, as far as its article and its label tell."""
    told = {sentence.lower[i] for i in syntax.dependents(sentence, noun, ("det", "det:poss"))}
    around = mention_around(sentence, noun)
    if around is not None and sentence.heads[noun] not in range(around.first, around.last + 1):
        told.add(around.entity.label)
    return sentence.grammar.misfits.get(sentence.lower[pronoun], frozenset()).isdisjoint(told)


@mends("acl:relcl")
def relative(sentence: Sentence, verb: int) -> None:
    """Who acts in ``die Behörde, die Apple bestrafte``, where neither pronoun nor name shows a case."""
    words = sentence.grammar.words
    first = sentence.clauses[sentence.clause_at[verb]].first
    _article(sentence, first, verb)
    _behind_preposition(sentence, first, verb)
    arguments = syntax.dependents(sentence, verb, (*SUBJECTS, OBJECT))
    pronoun = next((i for i in arguments if sentence.lower[i] in words["relative_pronouns"]), None)
    if pronoun is None or _shows_case(sentence, verb, pronoun, arguments):
        return
    others = [i for i in arguments if i != pronoun and sentence.pos[i] not in ("SYM", "ADJ")]
    acting = [i for i in others if sentence.deps[i] in SUBJECTS]
    if _anybody(sentence, verb, pronoun, others):
        for index in (pronoun, *others):
            hang(sentence, index, verb, UNTOLD)
    elif sentence.deps[pronoun] in SUBJECTS:
        for other in acting:
            hang(sentence, other, verb, OBJECT)
    elif not others:
        hang(sentence, pronoun, verb, subject_of(sentence, verb))
    elif len(others) == 1 and not (acting and syntax.dependents(sentence, others[0], ("det", "det:poss", "case"))):
        subject, other = (pronoun, others[0]) if _pronoun_acts(sentence, verb, others[0]) else (others[0], pronoun)
        hang(sentence, subject, verb, subject_of(sentence, verb))
        hang(sentence, other, verb, OBJECT)


def _shows_case(sentence: Sentence, verb: int, pronoun: int, arguments: Sequence[int]) -> bool:
    """Whether the pronoun's form, or the article of the other argument, says who acts; then the tree says it too."""
    words, form = sentence.grammar.words, sentence.lower[pronoun]
    if form in words["accusative_only"] | words["dative_determiners"]:
        if form in words["accusative_only"] and sentence.deps[pronoun] in SUBJECTS:  # Glas, den ein Gericht verurteilte
            for other in [i for i in arguments if i > pronoun and sentence.deps[i] == OBJECT][:1]:
                hang(sentence, other, verb, "nsubj")
            hang(sentence, pronoun, verb, OBJECT)
        elif form in words["dative_determiners"] and sentence.deps[pronoun] == "nsubj":
            hang(sentence, pronoun, verb, RECEIVER)  # Glas, dem die Behörde Betrug vorwirft
            acting = [i for i in syntax.dependents(sentence, verb, (OBJECT, "obl:arg")) if label_at(sentence, i)]
            for other in acting if len(acting) == 1 else ():
                hang(sentence, other, verb, "nsubj")
        return True
    if form in words["nominative_articles"] and _masculine(sentence, sentence.heads[verb]):
        for other in arguments:
            if sentence.deps[other] in SUBJECTS:
                hang(sentence, other, verb, OBJECT)
        hang(sentence, pronoun, verb, subject_of(sentence, verb))
        return True
    if _given(sentence, pronoun, verb):
        hang(sentence, pronoun, verb, RECEIVER)
        return True
    if (nominative := _nominative(sentence, verb, pronoun)) is not None:
        hang(sentence, nominative, verb, "nsubj")
        hang(sentence, pronoun, verb, OBJECT)
        return True
    return False


def _article(sentence: Sentence, index: int, verb: int) -> None:
    """``der Konzern, den Brüssel bestrafte``, ``die Behörde, die Fusionen verbietet``: the pronoun is no article of the
    noun behind it.
    """
    words, name = sentence.grammar.words, sentence.heads[index]
    opens = sentence.lower[index] in words["relative_pronouns"]
    if not opens or sentence.deps[index] != "det" or sentence.heads[name] != verb:
        return
    several = sentence.pos[name] == "NOUN" and sentence.lower[name] != sentence.lemmas[name].lower()
    if sentence.deps[name] == "nsubj" and several and not syntax.plural(sentence, verb) and (
        sentence.lower[index] in words["caseless"]
    ):
        hang(sentence, index, verb, "nsubj")
        hang(sentence, name, verb, OBJECT)
    given = sentence.lower[index] in words["dative_determiners"] - words["genitive_determiners"]
    if sentence.pos[name] != "PROPN" or not (given or sentence.lower[index] in words["accusative_only"]):
        return
    hang(sentence, index, verb, RECEIVER if given else OBJECT)
    if not syntax.dependents(sentence, verb, SUBJECTS):
        hang(sentence, name, verb, subject_of(sentence, verb))


def _behind_preposition(sentence: Sentence, index: int, verb: int) -> None:
    """``eine Messe, bei der Fachleute …``: the pronoun is no article of somebody who acts, where nobody else does."""
    pronoun, words = index + 1, sentence.grammar.words
    if sentence.deps[index] != "case" or sentence.deps[pronoun] != "det" or (
        sentence.lower[pronoun] not in words["relative_pronouns"] or sentence.heads[pronoun] != pronoun + 1
    ):
        return
    noun = pronoun + 1
    pronouns = [i for i in syntax.children(sentence, verb) if sentence.lower[i] in words["relative_pronouns"]]
    acting = [i for i in syntax.subjects(sentence, verb) if i != noun]
    around = mention_around(sentence, noun)
    if sentence.heads[noun] == verb and around is not None and not pronouns and not acting:
        hang(sentence, index, pronoun, "case")
        hang(sentence, pronoun, verb, OBLIQUE)
        hang(sentence, noun, verb, subject_of(sentence, verb))
        if around.first == pronoun:
            entity = replace(around.entity, start=sentence.starts[noun])
            sentence.mentions[sentence.mentions.index(around)] = replace(around, entity=entity, first=noun, prep=None)


def _given(sentence: Sentence, pronoun: int, verb: int) -> bool:
    """``die Firma, der Oslo Öl liefert``: the pronoun of a noun with a feminine article is no subject."""
    words = sentence.grammar.words
    articles = {sentence.lower[i] for i in syntax.dependents(sentence, sentence.heads[verb], ("det", "det:poss"))}
    either = words["nominative_articles"] & words["genitive_determiners"]
    feminine = bool(articles & words["caseless"])
    return sentence.lower[pronoun] in either and feminine and takes(sentence, verb, "dative")


def _masculine(sentence: Sentence, noun: int) -> bool:
    """``des Konzerns, der …``: its article is no feminine's, so that the pronoun is no dative."""
    words = sentence.grammar.words
    oblique = words["genitive_determiners"] ^ words["dative_determiners"] | words["accusative_only"]
    told = oblique | (words["nominative_articles"] if sentence.deps[noun] in SUBJECTS else frozenset())
    return any(sentence.lower[i] in told for i in syntax.dependents(sentence, noun, ("det", "det:poss")))


def _nominative(sentence: Sentence, verb: int, pronoun: int) -> int | None:
    """``die Bank, die der Bund übernahm``: the article is no object's, so that it is a subject's where the verb takes
    an object and has none but the pronoun; else it may be a dative (``die Firma, die der Ukraine Drohnen lieferte``).
    """
    relations = (*SUBJECTS, OBJECT, RECEIVER, "obl:arg")
    joined = [i for i in syntax.dependents(sentence, verb, relations)
              if i != pronoun and not syntax.dependents(sentence, i, ("case",))]
    if len(joined) != 1 or syntax.plural(sentence, verb) or syntax.passive_auxiliaries(sentence, verb) or (
        syntax.dependents(sentence, verb, ("xcomp", "ccomp")) or _feminine(sentence, joined[0])
    ):
        return None
    man = label_at(sentence, joined[0]) == PERSON
    if not takes(sentence, verb, "object", "" if man else "dative"):
        return None
    articles = {sentence.lower[i] for i in syntax.dependents(sentence, joined[0], ("det",))}
    return joined[0] if articles & sentence.grammar.words["nominative_articles"] else None


def _feminine(sentence: Sentence, noun: int) -> bool:
    return sentence.lemmas[noun].endswith(sentence.grammar.endings.feminine)


def _pronoun_acts(sentence: Sentence, verb: int, other: int) -> bool:
    """By number, else whoever comes first acts, but a thing on no party, and on a country only another one."""
    told = _by_number(sentence, verb)
    if told is not None:
        return told
    own, its = label_at(sentence, sentence.heads[verb]), label_at(sentence, other)
    return not its or (bool(own) and (its != COUNTRY or own == COUNTRY))


def _by_number(sentence: Sentence, verb: int) -> bool | None:
    """Whether the pronoun acts, where number tells: of a verb in the plural a name is no subject, of one in the
    singular no noun in the plural.
    """
    noun, words = sentence.heads[verb], sentence.grammar.words
    if syntax.plural(sentence, verb):
        return True
    articles = {sentence.lower[i] for i in syntax.dependents(sentence, noun, ("det", "det:poss"))}
    many = sentence.pos[noun] == "NOUN" and (
        sentence.lower[noun] != sentence.lemmas[noun] or _many(sentence, noun, articles)
    )
    return False if many and articles.isdisjoint(words["genitive_determiners"]) else None


def _many(sentence: Sentence, noun: int, articles: Collection[str]) -> bool:
    """``Die Minister, die …, schwiegen``: several, by an article that is no man's alone, or by the verb."""
    words, above = sentence.grammar.words, sentence.heads[noun]
    several = not words["caseless"].isdisjoint(articles) and label_at(sentence, noun) == PERSON
    same = sentence.lemmas[noun].endswith(sentence.grammar.endings.same_plural)
    if several and same and not _feminine(sentence, noun):
        return True
    alone = not syntax.dependents(sentence, noun, ("conj",))
    return alone and sentence.deps[noun] in SUBJECTS and syntax.plural(sentence, above)


def _anybody(sentence: Sentence, verb: int, pronoun: int, others: Sequence[int]) -> bool:
    """``die Firma, die Google kaufte``: who may buy and be bought, behind a pronoun that shows no case."""
    words = sentence.grammar.words
    firm = sentence.lemmas[sentence.heads[verb]].lower() in words["firms"]
    named = len(others) == 1 and label_at(sentence, others[0]) in PARTIES
    return firm and named and sentence.lower[pronoun] in words["caseless"] and _by_number(sentence, verb) is None
