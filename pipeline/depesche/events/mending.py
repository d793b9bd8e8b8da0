"""Where the parser is known to err, and the words around tell better: the tree, mended before a rule reads it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from depesche.events import syntax
from depesche.events.sentence import Mention, Sentence

SUBJECTS = ("nsubj", "nsubj:pass")
OBJECT, RECEIVER, OBLIQUE, UNTOLD, EMPTY = "obj", "iobj", "obl", "dep", "expl"
COUNTRY, PERSON, PARTIES = "GPE", "PERSON", ("GPE", "ORG", "PERSON")


def mend(sentence: Sentence) -> None:
    if not sentence.heads:
        return
    sentence.heads, sentence.deps = list(sentence.heads), list(sentence.deps)
    for index in range(len(sentence)):
        _noun_of_verb(sentence, index)
    for index in range(len(sentence)):
        _no_number(sentence, index)
        _no_part(sentence, index)
        _behind_relative(sentence, index)
        _receiver(sentence, index)
        _measured(sentence, index)
        _perfect_gerund(sentence, index)
    if not sentence.grammar.syntax.fixed_order:
        for index in range(len(sentence)):
            _told_by(sentence, index)
            _no_subject(sentence, index)
            _no_expletive(sentence, index)
            if sentence.deps[index] == "acl:relcl":
                _relative(sentence, index)


def _hang(sentence: Sentence, index: int, head: int, relation: str) -> None:
    sentence.heads[index], sentence.deps[index] = head, relation
    sentence.below = []


def _verb_of(sentence: Sentence, noun: int) -> int:
    """The verb that a noun belongs to, or the root."""
    while sentence.pos[noun] != "VERB" and sentence.heads[noun] != noun:
        noun = sentence.heads[noun]
    return noun


def _subject_of(sentence: Sentence, verb: int) -> str:
    return SUBJECTS[bool(syntax.passive_auxiliaries(sentence, verb))]


def _noun_of_verb(sentence: Sentence, index: int) -> None:
    """``arrested a 34-year-old``, ``Die EU-Kommission warnte``: a noun with a hyphen, taken for part of the verb."""
    verb, relation = sentence.heads[index], sentence.deps[index]
    if relation not in ("compound", "nummod") or sentence.pos[verb] != "VERB" or index in sentence.dated:
        return
    words = sentence.grammar.words
    articles = {sentence.lower[i] for i in syntax.dependents(sentence, index, ("det", "dep"))} & words["determiners"]
    if relation == "nummod" and not articles:
        return
    others = [i for i in syntax.dependents(sentence, verb, (*SUBJECTS, OBJECT, OBLIQUE)) if i < index]
    around = _around(sentence, index)
    named = around is not None and (around.entity.kind == "name" or around.entity.label == PERSON)
    acting = any(sentence.deps[i] in SUBJECTS for i in others)
    undergone = bool(syntax.passive_auxiliaries(sentence, verb))
    if syntax.dependents(sentence, index, ("case",)):
        _hang(sentence, index, verb, OBLIQUE)
    elif others and syntax.dependents(sentence, index, ("cc",)):
        _hang(sentence, index, others[-1], "conj")
    elif not acting and index < verb and (
        undergone or (named and articles.isdisjoint(words["accusative_only"] | words["dative_determiners"]))
    ):
        _hang(sentence, index, verb, _subject_of(sentence, verb))
    else:
        _hang(sentence, index, verb, OBJECT)


def _no_number(sentence: Sentence, index: int) -> None:
    """``verurteilte einen 43-Jährigen zu drei Jahren Haft``: a noun with an article of its own counts nothing behind a
    preposition. ``detained a 45-year-old``: and its article is no object.
    """
    noun = sentence.heads[index]
    if not index:
        return
    if sentence.deps[index] == sentence.deps[index - 1] == OBJECT and sentence.pos[index - 1] == "DET" and (
        noun == sentence.heads[index - 1]
    ):
        _hang(sentence, index - 1, index, "det")
    if sentence.deps[index] not in ("nummod", "nmod") or sentence.forms[index].isnumeric() or (
        sentence.lower[index - 1] not in sentence.grammar.words["determiners"]
    ) or all(sentence.deps[i] != "case" for i in range(index + 1, noun)):
        return
    _hang(sentence, index - 1, index, "det")
    _hang(sentence, index, _verb_of(sentence, noun), "compound")
    _noun_of_verb(sentence, index)


def _behind_relative(sentence: Sentence, index: int) -> None:
    """``The EU, which in May sanctioned Rosneft, on Monday banned …``: what stands behind the comma that closes a
    relative clause belongs to the verb after it.
    """
    verb = sentence.heads[index]
    if index not in sentence.dated or sentence.deps[verb] != "acl:relcl" or verb > index:
        return
    noun = sentence.heads[verb]
    closed = any(sentence.forms[i] == "," and sentence.heads[i] == noun for i in range(verb + 1, index))
    above = sentence.heads[noun]
    if closed and index < above and sentence.deps[noun] in SUBJECTS:
        _hang(sentence, index, above, OBLIQUE)


def _no_part(sentence: Sentence, index: int) -> None:
    """``der Ukraine 14 Leopard-Panzer``, ``die EU-Kommission eine Warnung vor Huawei``: no part of a name that stands
    before it, or behind an article or preposition of its own.
    """
    noun, relation = sentence.heads[index], sentence.deps[index]
    object_of = sentence.pos[index] == "NOUN" and sentence.deps[noun] in (OBJECT, RECEIVER)
    behind = index > noun and (
        object_of or noun in sentence.dated or bool(syntax.dependents(sentence, index, ("case",)))
    )
    apart = any(sentence.deps[i] in ("det", "case") for i in range(index + 1, noun))
    verbs = sentence.verbs_in(min(index, noun), max(index, noun))
    own = sentence.heads[noun]  # Das US-Ministerium hat den Reeder gestrichen
    if relation != "compound" or not (behind or apart or verbs) or any(
        sentence.heads[i] != own or sentence.deps[i] not in ("aux", "aux:pass") for i in verbs
    ):
        return
    if behind and syntax.dependents(sentence, index, ("case",)):
        apposed = syntax.dependents(sentence, noun, ("appos",)) and sentence.deps[noun] == OBJECT
        _hang(sentence, index, *((own, OBLIQUE) if apposed else (noun, "nmod")))
        return
    _hang(sentence, index, _verb_of(sentence, noun), relation)
    _noun_of_verb(sentence, index)


def _receiver(sentence: Sentence, index: int) -> None:
    """``warf dem Kanzler Wortbruch vor``: a noun with its own article, taken for an attribute of the object."""
    noun, words = sentence.heads[index], sentence.grammar.words
    if sentence.deps[index] != "amod" or index != noun - 1 or sentence.deps[noun] != OBJECT:
        return
    around = _around(sentence, index)
    if around is None or around.last != index or not around.entity.label or (
        sentence.pos[index] == "ADJ" and around.entity.label not in ("ORG", "PERSON")
    ):
        return
    given = words["dative_determiners"] | words["accusative_only"]
    article = next((i for i in syntax.dependents(sentence, noun, ("det",)) if sentence.lower[i] in given), None)
    if article is not None and article < index:
        _hang(sentence, article, index, "det")
        _hang(sentence, index, sentence.heads[noun], RECEIVER)


def _measured(sentence: Sentence, index: int) -> None:
    """``zu drei Jahren Haft``: what is measured so is no object."""
    amount, verb = index - 1, sentence.heads[index]
    bare = sentence.pos[index] == "NOUN" and not syntax.children(sentence, index)
    if amount < 0 or sentence.deps[index] != OBJECT or not bare or sentence.heads[amount] != verb or verb < index:
        return
    to = sentence.grammar.words["infinitive_markers"]
    if syntax.dependents(sentence, amount, ("nummod",)) and syntax.preposition(sentence, amount) in to:
        _hang(sentence, index, amount, "nmod")


def _told_by(sentence: Sentence, index: int) -> None:
    """``Kanada hat, so Ministerin Joly, keine Sanktionen verhängt``: who says so between commas does nothing else."""
    if sentence.deps[index] not in (*SUBJECTS, OBJECT):
        return
    first = min([index, *syntax.dependents(sentence, index, ("det", "amod", "compound", "nmod:poss"))])
    opener = sentence.lower[first - 1] if first > 1 else ""
    if opener in sentence.grammar.words["told_by"] and sentence.forms[first - 2] == "," and (
        "," in sentence.forms[index:]
    ):
        _hang(sentence, index, sentence.heads[index], UNTOLD)


def _perfect_gerund(sentence: Sentence, index: int) -> None:
    """``denied having banned rice exports``: the participle behind the auxiliary is what is denied, no attribute."""
    verb, after = sentence.heads[index], index + 1
    if after < len(sentence) and sentence.deps[index] == "xcomp" and sentence.heads[after] == verb and (
        sentence.lemmas[index] in sentence.grammar.words["aux_perfect"] and syntax.gerund(sentence, index)
        and sentence.pos[after] == "VERB"
    ):
        _hang(sentence, after, verb, "xcomp")
        _hang(sentence, index, after, "aux")


def _no_subject(sentence: Sentence, index: int) -> None:
    """``beschloss, der Ukraine weitere Waffen zu liefern``, ``es werde der Ukraine Waffen liefern``: who gets
    something, where nobody, or somebody else, is there to act. Articles that are no object's may be a receiver's.
    """
    verb, words = sentence.heads[index], sentence.grammar.words
    objects = [i for i in syntax.dependents(sentence, verb, (OBJECT,)) if i > index]
    if sentence.deps[index] not in ("nsubj", "obl:arg") or syntax.dependents(sentence, index, ("case",)) or (
        index > verb or not objects or not _takes(sentence, verb, "dative")
    ):
        return
    before = [i for i in syntax.dependents(sentence, verb, ("expl", "nsubj")) if i < index]
    itself = next((i for i in before if sentence.lower[i] in words["itself"]), None)
    article = index - 1 if sentence.lower[index - 1] in words["nominative_articles"] else None
    acting = bool(syntax.dependents(sentence, verb, SUBJECTS)) and sentence.deps[index] not in SUBJECTS
    told = itself is not None and syntax.spoken(sentence, verb)  # teilte mit, es werde Airbus keine Lizenz erteilen
    if itself is not None and (article is not None or told) and _label(sentence, index) in (COUNTRY, "ORG"):
        _hang(sentence, itself, verb, "nsubj")
    elif not syntax.infinitive(sentence, verb) and not (acting and article is not None):
        return
    _hang(sentence, index, verb, RECEIVER)
    if article is not None:
        _hang(sentence, article, index, "det")


def _no_expletive(sentence: Sentence, index: int) -> None:
    """``Das Ministerium teilte mit, es habe drei Firmen sanktioniert``: what is said to do something to another is no
    empty subject; ``es seien drei Firmen sanktioniert worden``: here it is one.
    """
    verb, relation = sentence.heads[index], sentence.deps[index]
    if sentence.lower[index] not in sentence.grammar.words["itself"]:
        return
    others = [i for i in syntax.dependents(sentence, verb, SUBJECTS) if i != index]
    if relation in SUBJECTS and others and syntax.passive_auxiliaries(sentence, verb):
        _hang(sentence, index, verb, EMPTY)
    elif relation == EMPTY and not others and syntax.spoken(sentence, verb) and not _plural(sentence, verb) and (
        syntax.dependents(sentence, verb, (OBJECT,)) and _takes(sentence, verb, "object")
    ):
        _hang(sentence, index, verb, "nsubj")


def _takes(sentence: Sentence, verb: int, case: str, other: str = "") -> bool:
    """Whether some frame of a verb has a role in one case, which the other case does not fill as well."""
    frames = sentence.grammar.by_verb.get(sentence.lemmas[verb], ())
    return any(case in slots and other not in slots for frame in frames for slots in frame.roles.values())


def _relative(sentence: Sentence, verb: int) -> None:
    """Who acts in ``die Behörde, die Apple bestrafte``, where neither pronoun nor name shows a case."""
    words = sentence.grammar.words
    first = sentence.clauses[sentence.clause_of(verb)].first
    _article(sentence, first, verb)
    arguments = syntax.dependents(sentence, verb, (*SUBJECTS, OBJECT))
    pronoun = next((i for i in arguments if sentence.lower[i] in words["relative_pronouns"]), None)
    if pronoun is None or sentence.lower[pronoun] in words["accusative_only"] | words["dative_determiners"]:
        return
    if (nominative := _nominative(sentence, verb, pronoun)) is not None:
        _hang(sentence, nominative, verb, "nsubj")
        _hang(sentence, pronoun, verb, OBJECT)
        return
    others = [i for i in arguments if i != pronoun and sentence.pos[i] not in ("SYM", "ADJ")]
    acting = [i for i in others if sentence.deps[i] in SUBJECTS]
    if _anybody(sentence, verb, pronoun, others):
        for index in (pronoun, *others):
            _hang(sentence, index, verb, UNTOLD)
    elif sentence.deps[pronoun] in SUBJECTS:
        for other in acting:
            _hang(sentence, other, verb, OBJECT)
    elif not others:
        _hang(sentence, pronoun, verb, _subject_of(sentence, verb))
    elif len(others) == 1 and not (acting and syntax.dependents(sentence, others[0], ("det", "det:poss", "case"))):
        subject, other = (pronoun, others[0]) if _pronoun_acts(sentence, verb, others[0]) else (others[0], pronoun)
        _hang(sentence, subject, verb, _subject_of(sentence, verb))
        _hang(sentence, other, verb, OBJECT)


def _article(sentence: Sentence, index: int, verb: int) -> None:
    """``der Konzern, den Brüssel bestrafte``: the pronoun is no article of the name behind it."""
    words, name = sentence.grammar.words, sentence.heads[index]
    opens = sentence.lower[index] in words["relative_pronouns"] & words["accusative_only"]
    if not opens or sentence.deps[index] != "det" or sentence.pos[name] != "PROPN" or sentence.heads[name] != verb:
        return
    _hang(sentence, index, verb, OBJECT)
    if not syntax.dependents(sentence, verb, SUBJECTS):
        _hang(sentence, name, verb, _subject_of(sentence, verb))


def _nominative(sentence: Sentence, verb: int, pronoun: int) -> int | None:
    """``die Bank, die der Bund übernahm``: the article is no object's, so that it is a subject's where the verb takes
    an object and has none but the pronoun; else it may be a dative (``die Firma, die der Ukraine Drohnen lieferte``).
    """
    relations = (*SUBJECTS, OBJECT, RECEIVER, "obl:arg")
    joined = [i for i in syntax.dependents(sentence, verb, relations)
              if i != pronoun and not syntax.dependents(sentence, i, ("case",))]
    if len(joined) != 1 or _plural(sentence, verb) or syntax.passive_auxiliaries(sentence, verb) or (
        syntax.dependents(sentence, verb, ("xcomp", "ccomp")) or _feminine(sentence, joined[0])
    ):
        return None
    man = _label(sentence, joined[0]) == PERSON
    if not _takes(sentence, verb, "object", "" if man else "dative"):
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
    own, its = _label(sentence, sentence.heads[verb]), _label(sentence, other)
    return not its or (bool(own) and (its != COUNTRY or own == COUNTRY))


def _by_number(sentence: Sentence, verb: int) -> bool | None:
    """Whether the pronoun acts, where number tells: of a verb in the plural a name is no subject, of one in the
    singular no noun in the plural.
    """
    noun, words = sentence.heads[verb], sentence.grammar.words
    if _plural(sentence, verb):
        return True
    articles = {sentence.lower[i] for i in syntax.dependents(sentence, noun, ("det", "det:poss"))}
    many = sentence.pos[noun] == "NOUN" and (
        sentence.lower[noun] != sentence.lemmas[noun] or _many(sentence, noun, articles)
    )
    return False if many and articles.isdisjoint(words["genitive_determiners"]) else None


def _many(sentence: Sentence, noun: int, articles: Collection[str]) -> bool:
    """``Die Minister, die …, schwiegen``: several, by an article that is no man's alone, or by the verb."""
    words, above = sentence.grammar.words, sentence.heads[noun]
    several = not words["caseless"].isdisjoint(articles) and _label(sentence, noun) == PERSON
    same = sentence.lemmas[noun].endswith(sentence.grammar.endings.same_plural)
    if several and same and not _feminine(sentence, noun):
        return True
    alone = not syntax.dependents(sentence, noun, ("conj",))
    return alone and sentence.deps[noun] in SUBJECTS and _plural(sentence, above)


def _plural(sentence: Sentence, verb: int) -> bool:
    """Whether the finite verb is a plural: in a subordinate clause the last of its verbs, else the first."""
    last = sentence.deps[verb] == "acl:relcl"
    finite = syntax.auxiliaries(sentence, verb) or [verb]
    return sentence.lower[max([verb, *finite]) if last else min(finite)].endswith(sentence.grammar.endings.verb)


def _anybody(sentence: Sentence, verb: int, pronoun: int, others: Sequence[int]) -> bool:
    """``die Firma, die Google kaufte``: who may buy and be bought, behind a pronoun that shows no case."""
    words = sentence.grammar.words
    firm = sentence.lemmas[sentence.heads[verb]].lower() in words["firms"]
    named = len(others) == 1 and _label(sentence, others[0]) in PARTIES
    return firm and named and sentence.lower[pronoun] in words["caseless"] and _by_number(sentence, verb) is None


def _label(sentence: Sentence, index: int) -> str:
    around = _around(sentence, index)
    return around.entity.label if around else ""


def _around(sentence: Sentence, index: int) -> Mention | None:
    return next((m for m in sentence.mentions if m.first <= index <= m.last), None)
