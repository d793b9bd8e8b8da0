"""Where the parser is known to err, and the words around tell better: the tree, mended before a rule reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from depesche.events import free_order, relatives, syntax
from depesche.events.grafting import (
    COUNTRY,
    EMPTY,
    MENDED,
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


def mend(sentence: Sentence) -> None:
    sentence.heads, sentence.deps = list(sentence.heads), list(sentence.deps)
    perfect = sentence.grammar.words["aux_perfect"]
    for index, lemma in enumerate(sentence.lemmas):
        if lemma in perfect:
            _having(sentence, index)
    _each(sentence, (_bracketed, _noun_of_verb))
    for mention in sentence.mentions:
        _of_name(sentence, mention)
    for index in sorted(sentence.dated):
        _behind_relative(sentence, index)
    _each(sentence, (
        _leading, _no_number, _whose, _no_part, _ahead_of_noun, _of_office, _governed, _receiver, _charged, _first,
        _no_particle, _named, _measured, _worth, _before_sum, _somebody, _done_by, _owner, _own_subject, _goes_on,
        _says_more, _neither, _says_so, _behind_particle, _office, relatives.antecedent, _contact,
    ))  # fmt: skip
    if not sentence.grammar.syntax.fixed_order:
        _each(sentence, free_order.MENDERS)


def _each(sentence: Sentence, menders: tuple[Mender, ...]) -> None:
    """Each mender, in their order, for each token whose relation it mends."""
    fitting, deps = _by_relation(menders), sentence.deps
    for index in range(len(sentence)):
        if deps[index] not in fitting:
            continue
        last, relation = -1, ""
        while relation != deps[index]:  # until none has given it another
            relation = deps[index]
            for rank, mender in fitting.get(relation, ()):
                if rank > last:
                    last = rank
                    mender(sentence, index)
                    if deps[index] != relation:
                        break


@cache
def _by_relation(menders: tuple[Mender, ...]) -> Mapping[str, Sequence[tuple[int, Mender]]]:
    """Which menders mend a relation, with their rank among all."""
    relations = {relation for mender in menders for relation in MENDED[mender]}
    return {
        relation: [(rank, mender) for rank, mender in enumerate(menders) if relation in MENDED[mender]]
        for relation in relations
    }


def _of_name(sentence: Sentence, mention: Mention) -> None:
    """``Von der Leyen traf Xi``: a surname's own preposition governs nothing, so that the name may act."""
    first, last = mention.first, mention.last
    if mention.entity.label != PERSON or mention.entity.kind != "name" or sentence.deps[first] != "case" or (
        sentence.heads[first] not in range(first + 1, last + 1)
    ):
        return
    name = sentence.heads[first]
    for index in range(first, name):
        if sentence.heads[index] == name:
            hang(sentence, index, name, "flat")
    verb = sentence.heads[name]
    if sentence.deps[name] not in ("obl", "obl:agent", "nmod") or sentence.pos[verb] != "VERB" or mention.prep:
        return
    ahead = name < verb or not any(i < name for i in syntax.subjects(sentence, verb))
    hang(sentence, name, verb, subject_of(sentence, verb) if ahead else OBJECT)


def _verb_of(sentence: Sentence, noun: int) -> int:
    """The verb that a noun belongs to, or the root."""
    while sentence.pos[noun] != "VERB" and sentence.heads[noun] != noun:
        noun = sentence.heads[noun]
    return noun


def _having(sentence: Sentence, index: int) -> None:
    """``accused of having violated sanctions``: an auxiliary, taken for a verb of its own."""
    endings, verb = sentence.grammar.endings, index + 1
    if verb == len(sentence) or not sentence.lower[index].endswith(endings.gerund) or (
        not sentence.verbal[verb]
        or sentence.lower[verb] == sentence.lemmas[verb] or sentence.lower[verb].endswith(endings.gerund)
        or verb in syntax.upward(sentence, index)
    ):
        return
    above, relation = sentence.heads[index], sentence.deps[index]
    for child in list(syntax.children(sentence, index)):
        hang(sentence, child, verb, sentence.deps[child])
    hang(sentence, verb, verb if above == index else above, "advcl" if relation == "aux" else relation)
    hang(sentence, index, verb, "aux")


@mends("xcomp", "advcl", "ccomp")
def _bracketed(sentence: Sentence, index: int) -> None:
    """``Die EU hat, wie Borrell sagte, Sanktionen verhängt``: an auxiliary far ahead of its participle is no verb."""
    words, finite = sentence.grammar.words, sentence.heads[index]
    perfect = sentence.lemmas[finite] in words["aux_perfect"] - words["passive_auxiliaries"]
    passive = sentence.lemmas[finite] in words["aux_passive"]
    if not (sentence.grammar.syntax.verb_bracket and (perfect or passive)) or finite > index or (
        sentence.deps[finite] in ("aux", "aux:pass", "cop")
    ):
        return
    form, closes = sentence.lower[index], sentence.pos[index + 1 : index + 2] in ([], ["PUNCT"])
    if not closes or form == sentence.lemmas[index] or not form.endswith(sentence.grammar.endings.participle) or (
        syntax.infinitive(sentence, index) or syntax.dependents(sentence, index, ("aux", "aux:pass", *SUBJECTS))
    ):
        return
    above, relation = sentence.heads[finite], sentence.deps[finite]
    hang(sentence, index, index if above == finite else above, relation)
    for child in list(syntax.children(sentence, finite)):
        hang(sentence, child, index, sentence.deps[child])
    hang(sentence, finite, index, "aux" if perfect else "aux:pass")


@mends("compound", "nummod")
def _noun_of_verb(sentence: Sentence, index: int) -> None:
    """``arrested a 34-year-old``, ``Die EU-Kommission warnte``: a noun with a hyphen, taken for part of the verb."""
    verb, relation = sentence.heads[index], sentence.deps[index]
    if sentence.deps[verb] == "amod" and syntax.dependents(sentence, index, ("case",)):
        hang(sentence, index, verb, OBLIQUE)  # die von der EU-Kommission verhängten Sanktionen
    governed = sentence.pos[verb] == "ADJ" and syntax.copular(sentence, verb)  # von US-Sanktionen betroffen sind
    governed = governed and bool(syntax.dependents(sentence, index, ("case",)))
    if (sentence.pos[verb] != "VERB" and not governed) or index in sentence.dated:
        return
    words = sentence.grammar.words
    articles = {sentence.lower[i] for i in syntax.dependents(sentence, index, ("det", "dep"))} & words["determiners"]
    if relation == "nummod" and not articles:
        return
    others = [i for i in syntax.dependents(sentence, verb, (*SUBJECTS, OBJECT, OBLIQUE)) if i < index]
    beside = syntax.dependents(sentence, index, ("appos",))
    around = mention_around(sentence, index) or next((mention_around(sentence, i) for i in beside), None)
    office = around.last + 1 if around else len(sentence)
    if office < verb and sentence.deps[office] in ("nmod:desc", "compound") and sentence.deps[
        sentence.heads[office]] in SUBJECTS and sentence.heads[sentence.heads[office]] == verb:
        hang(sentence, index, office, "compound")  # Puerto Rico Police Superintendent Pedro Toledo urged …
        return
    finite = min([verb, *syntax.auxiliaries(sentence, verb)])
    named = around is not None and bool(around.entity.label) and (
        index < finite or around.entity.kind == "name" or around.entity.label == PERSON)
    first = min([around.first if around else index, *syntax.dependents(sentence, index, ("det",))])
    likened = first > 0 and sentence.lower[first - 1] in words["likening"]  # wie die EU-Kommission sagt Bayer
    acting = any(sentence.deps[i] in SUBJECTS for i in others)
    undergone = bool(syntax.passive_auxiliaries(sentence, verb))
    owned = first > 0 and sentence.lower[first] in words["genitive_determiners"] and sentence.pos[first - 1] == "NOUN"
    if owned and first - 1 not in sentence.dated and index < finite:
        hang(sentence, index, first - 1, "nmod")  # auf Anordnung des US-Justizministeriums
    elif likened or syntax.dependents(sentence, index, ("case",)):
        hang(sentence, index, verb, OBLIQUE)
    elif others and syntax.dependents(sentence, index, ("cc",)):
        hang(sentence, index, others[-1], "conj")
    elif not acting and (index < verb or _left_alone(sentence, index, verb)) and (
        undergone or (named and articles.isdisjoint(words["accusative_only"] | words["dative_determiners"]))
    ):
        hang(sentence, index, verb, subject_of(sentence, verb))
    else:
        hang(sentence, index, verb, OBJECT)


def _left_alone(sentence: Sentence, index: int, verb: int) -> bool:
    """``Vor einer Eskalation warnte UN-Generalsekretär Guterres``, ``sagte EU-Kommissar Breton``: behind a finite verb
    that has a place of its own before it nobody else is there to act.
    """
    finite = sentence.grammar.syntax.verb_second and sentence.deps[verb] in ("root", "parataxis") and not (
        syntax.auxiliaries(sentence, verb) or syntax.infinitive(sentence, verb)
    )
    return finite and not syntax.dependents(sentence, verb, (*SUBJECTS, OBJECT, EMPTY)) and any(
        i < verb for i in syntax.dependents(sentence, verb, (OBLIQUE, "advmod", "ccomp", "advcl")))


@mends(OBJECT, "nummod", "nmod")
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
        hang(sentence, index - 1, index, "det")
    if sentence.deps[index] not in ("nummod", "nmod") or sentence.forms[index].isnumeric() or (
        sentence.lower[index - 1] not in sentence.grammar.words["determiners"]
    ) or all(sentence.deps[i] != "case" for i in range(index + 1, noun)):
        return
    hang(sentence, index - 1, index, "det")
    hang(sentence, index, _verb_of(sentence, noun), "compound")
    _noun_of_verb(sentence, index)


@mends("case")
def _ahead_of_noun(sentence: Sentence, index: int) -> None:
    """``Sanktionen gegen zwei Wagner-Kommandeure``: a preposition governs the noun behind it, which the parser takes
    for part of another, not the word before it.
    """
    noun = index + 1
    while noun + 1 < len(sentence) and sentence.pos[noun] in ("DET", "NUM", "ADJ"):
        noun += 1
    if sentence.heads[index] < index and noun < len(sentence) and sentence.pos[noun] in ("NOUN", "PROPN") and (
        sentence.lower[index] in sentence.grammar.prepositions and sentence.deps[noun] == "compound"
        and sentence.heads[noun] < index
    ):
        hang(sentence, index, noun, "case")


@mends("case")
def _of_office(sentence: Sentence, index: int) -> None:
    """``Secretary of State Marco Rubio``: what the office is of, no preposition before the name."""
    before, after, parts = index - 1, index + 1, ("nmod:desc", "compound")
    name = sentence.heads[sentence.heads[index] if sentence.heads[index] == after else index]
    if before >= 0 and after < name and all(
        sentence.heads[i] == name and sentence.deps[i] in parts for i in (before, after)
    ):
        hang(sentence, index, after, "case")
        hang(sentence, after, before, "nmod")


@mends("case")
def _governed(sentence: Sentence, index: int) -> None:
    """``to EU Commissioner Vera Jourova``: a preposition before the first part of a name governs all of it."""
    at = sentence.heads[index]
    if sentence.deps[at] in ("flat", "flat:name") and index < sentence.heads[at] < at:
        hang(sentence, index, sentence.heads[at], "case")  # an Siemens Energy
        return
    while sentence.deps[at] in ("compound", "nmod:desc", "nummod") and sentence.heads[at] > at:
        at = sentence.heads[at]
    others = ("case", "det") if sentence.grammar.syntax.fixed_order else ("case", "det", "amod")
    own = all(sentence.deps[i] not in others for i in range(sentence.heads[index], at))
    if index < sentence.heads[index] < at and own:
        hang(sentence, index, at, "case")


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
        hang(sentence, index, above, OBLIQUE)


@mends("compound")
def _no_part(sentence: Sentence, index: int) -> None:
    """``der Ukraine 14 Leopard-Panzer``, ``die EU-Kommission eine Warnung vor Huawei``: no part of a name that stands
    before it, or behind an article or preposition of its own.
    """
    noun = sentence.heads[index]
    done = [i for i in syntax.dependents(sentence, noun, ("amod",)) if index < i < noun]
    if done and syntax.dependents(sentence, index, ("case",)):
        hang(sentence, index, done[-1], OBLIQUE)  # die von US-Präsident Trump angedrohten Zölle
        return
    if index > noun and sentence.pos[noun] in ("NOUN", "PROPN") and syntax.dependents(sentence, index, ("cc",)):
        hang(sentence, index, noun, "conj")
        return
    object_of = sentence.pos[index] == "NOUN" and sentence.deps[noun] in (OBJECT, RECEIVER)
    behind = index > noun and (
        object_of or noun in sentence.dated or bool(syntax.dependents(sentence, index, ("case", "det", "det:poss")))
    )
    name = mention_around(sentence, index)  # Bank of England Governor Andrew Bailey
    behind_name = range((name.last if name and name.entity.kind == "name" else index) + 1, noun)
    apart = any(sentence.deps[i] in ("det", "case") for i in behind_name)
    verbs = [i for i in sentence.verbs_in(min(index, noun), max(index, noun)) if sentence.deps[i] != "amod"]
    own = sentence.heads[noun]  # Das US-Ministerium hat den Reeder gestrichen
    if not (behind or apart or verbs):
        return
    if verbs and verbs[-1] == index - 1 and _left_alone(sentence, index, index - 1):
        hang(sentence, index, index - 1, "compound")
        _noun_of_verb(sentence, index)
        return
    if any(i != own and (sentence.heads[i] != own or sentence.deps[i] not in ("aux", "aux:pass")) for i in verbs):
        with_case = index > noun and syntax.dependents(sentence, index, ("case",))
        if (behind or apart) and with_case and sentence.pos[verbs[-1]] == "VERB":
            hang(sentence, index, verbs[-1], OBLIQUE)
        return
    if behind and syntax.dependents(sentence, index, ("case",)):
        apposed = syntax.dependents(sentence, noun, ("appos",)) and sentence.deps[noun] == OBJECT
        acts = bool(verbs) and sentence.pos[own] == "VERB"  # Kuka war von der Midea-Gruppe übernommen worden
        hang(sentence, index, *((own, OBLIQUE) if apposed or acts else (noun, "nmod")))
        return
    hang(sentence, index, _verb_of(sentence, noun), "compound")
    _noun_of_verb(sentence, index)


@mends("compound")
def _whose(sentence: Sentence, index: int) -> None:
    """``die Prüfung des Quellcodes eines Herstellers``: a noun with a genitive's article behind another is no part of
    its name, and what stands behind it belongs to it.
    """
    noun, words = sentence.heads[index], sentence.grammar.words
    article = index - 1
    while article > noun and sentence.pos[article] == "ADJ":
        article -= 1
    if article <= noun or sentence.lower[article] not in words["genitive_determiners"] or (
        syntax.dependents(sentence, index, ("case",)) or (sentence.pos[noun] != "NOUN" and noun not in sentence.named)
    ):
        return
    for behind in syntax.dependents(sentence, noun, ("nmod",)):
        if behind > index and not syntax.dependents(sentence, behind, ("case",)):
            hang(sentence, behind, index, "nmod")
    hang(sentence, article, index, "det")
    hang(sentence, index, noun, "nmod")


@mends("amod")
def _receiver(sentence: Sentence, index: int) -> None:
    """``warf dem Kanzler Wortbruch vor``: a noun with its own article, taken for an attribute of the object."""
    noun, words = sentence.heads[index], sentence.grammar.words
    if index != noun - 1 or sentence.deps[noun] != OBJECT:
        return
    around = mention_around(sentence, index)
    if around is None or around.last != index or not around.entity.label or (
        sentence.pos[index] == "ADJ" and around.entity.label not in ("ORG", "PERSON")
    ):
        return
    given = words["dative_determiners"] | words["accusative_only"]
    article = next((i for i in syntax.dependents(sentence, noun, ("det",)) if sentence.lower[i] in given), None)
    if article is not None and article < index:
        hang(sentence, article, index, "det")
        hang(sentence, index, sentence.heads[noun], RECEIVER)


@mends("nmod")
def _charged(sentence: Sentence, index: int) -> None:
    """``convicted the head of the bank of fraud``, ``accused by the court of fraud``, ``sprach den Chef des Betrugs
    schuldig``: what somebody is said to have done belongs to the verb.
    """
    words, noun = sentence.grammar.words, sentence.heads[index]
    if sentence.pos[index] not in ("NOUN", "PROPN"):
        return
    while sentence.deps[noun] == "nmod" and sentence.heads[noun] != noun:
        noun = sentence.heads[noun]
    verb, around = sentence.heads[noun], mention_around(sentence, index)
    said = {sentence.lemmas[verb], sentence.joined(verb)}
    said |= {f"{sentence.lemmas[verb]} {sentence.lemmas[i]}" for i in syntax.children(sentence, verb)}
    if sentence.deps[noun] not in (OBJECT, "obl:agent") or words["charging"].isdisjoint(said) or (
        sentence.lower[index] in words["offices_of"]
    ):
        return
    cases = syntax.dependents(sentence, index, ("case",))
    articles = {sentence.lower[i] for i in syntax.dependents(sentence, index, ("det", "det:poss"))}
    links = {sentence.lower[i] for i in cases} <= words["noun_links"] and not articles if cases else (
        bool(articles & words["genitive_determiners"])
    )
    whole = around is not None and around.first <= noun <= around.last
    name = index in sentence.named and sentence.forms[index][:1].isupper()
    later = any(i > index for i in syntax.dependents(sentence, sentence.heads[index], ("nmod",)))
    if not links or name or later or (around is not None and not whole):
        return
    if around is not None:
        last = min([index, *syntax.children(sentence, index)]) - 1
        entity = replace(around.entity, end=sentence.ends[last], text=" ".join(sentence.forms[around.first : last + 1]))
        place = sentence.mentions.index(around)
        sentence.mentions[place] = replace(around, entity=entity, last=last)
    hang(sentence, index, verb, OBLIQUE)


@mends("appos")
def _first(sentence: Sentence, index: int) -> None:
    """``Kanzler Merz und Präsident Macron trafen …``: no name stands in apposition to a verb; it is its subject, where
    there is no other, and behind it and its subject the object: ``Am Montag traf Merz in Paris Emmanuel Macron``.
    """
    verb = sentence.heads[index]
    if sentence.pos[verb] != "VERB" or sentence.pos[index] != "PROPN" or syntax.dependents(sentence, index, ("case",)):
        return
    acting = bool(syntax.subjects(sentence, verb))
    if not acting and (index < verb or _left_alone(sentence, index, verb)):
        hang(sentence, index, verb, subject_of(sentence, verb))
    elif acting and verb < index and not syntax.dependents(sentence, verb, (OBJECT,)) and not (
        syntax.passive_auxiliaries(sentence, verb)
    ) and takes(sentence, verb, "object"):
        hang(sentence, index, verb, OBJECT)


@mends("compound:prt")
def _no_particle(sentence: Sentence, index: int) -> None:
    """``gründete zusammen mit Bosch …``: of a verb without this particle it says with whom."""
    verb, behind = sentence.heads[index], index + 1
    own = (sentence.lemmas[verb], sentence.lower[index]) in sentence.grammar.particles
    if sentence.lower[index] in sentence.grammar.words["jointly"] and behind < len(sentence) and (
        sentence.deps[behind] == "case" and not own
    ):
        hang(sentence, index, verb, "advmod")


@mends("amod", "compound")
def _leading(sentence: Sentence, index: int) -> None:
    """``“Impose sanctions on Rosneft,” she told them``: of a base form that leads, the bare noun behind it is the
    object.
    """
    noun = sentence.heads[index]
    bare = noun == index + 1 and sentence.pos[index] == "VERB" and sentence.lower[index] == sentence.lemmas[index]
    if not (bare and sentence.grammar.syntax.fixed_order) or any(sentence.pos[i] != "PUNCT" for i in range(index)):
        return
    above = sentence.heads[noun]
    hang(sentence, index, index if above == noun else above, "root" if above == noun else "ccomp")
    hang(sentence, noun, index, OBJECT)


@mends(OBJECT)
def _named(sentence: Sentence, index: int) -> None:
    """``sanctioned the commanders Geremeyev and Martynov``: a name right behind an object of its kind is no second
    one.
    """
    before = index - 1
    name = mention_around(sentence, index)
    if not index or name is None or name.entity.kind != "name" or name.first != index or (
        sentence.pos[before] not in ("NOUN", "PROPN") or sentence.deps[before] not in (OBJECT, RECEIVER)
        or sentence.heads[before] != sentence.heads[index]
    ):
        return
    office = name.entity.label == PERSON and sentence.lemmas[before].endswith(
        tuple(sentence.grammar.words["offices_held"]))
    if office or (sentence.pos[before] == "NOUN" and label_at(sentence, before) == name.entity.label):
        hang(sentence, before, sentence.heads[index], OBJECT)
        hang(sentence, index, before, "appos")


@mends(OBJECT)
def _measured(sentence: Sentence, index: int) -> None:
    """``zu drei Jahren Haft``: what is measured so is no object."""
    amount, verb = index - 1, sentence.heads[index]
    bare = sentence.pos[index] == "NOUN" and not syntax.children(sentence, index)
    if amount < 0 or not bare or sentence.heads[amount] != verb:
        return
    to = sentence.grammar.words["infinitive_markers"]
    if syntax.dependents(sentence, amount, ("nummod",)) and syntax.preposition(sentence, amount) in to:
        hang(sentence, index, amount, "appos")


@mends(OBJECT)
def _worth(sentence: Sentence, index: int) -> None:
    """``delivered weapons worth 28 billion euros``: what tells the price of an object is no second one."""
    verb, worth = sentence.heads[index], sentence.grammar.words["worth"]
    noun = min((i for i in syntax.children(sentence, index) if sentence.lower[i] in worth), default=0) - 1
    if noun >= 0 and sentence.heads[noun] == verb and sentence.deps[noun] == OBJECT and verb < noun:
        hang(sentence, index, noun, "nmod")


@mends("compound")
def _before_sum(sentence: Sentence, index: int) -> None:
    """``fined Meta $1.3 billion``, ``sold Qatar 20 jets``: a name right before a sum of money, or that of a country
    before a number, is no part of it, but who pays or gets it.
    """
    thing, behind = sentence.heads[index], index + 1
    verb = sentence.heads[thing]
    own = sentence.deps[thing] == OBJECT and sentence.pos[verb] == "VERB" and verb < index < thing
    if not own or sentence.pos[index] != "PROPN" or any(
        i < index for i in syntax.dependents(sentence, verb, (OBJECT,))
    ):
        return
    money = thing == behind and sentence.pos[thing] == "SYM"
    counted = sentence.pos[behind] == "NUM" and label_at(sentence, index) == COUNTRY and (
        sentence.heads[behind] == thing)
    if (money and sentence.lower[index] not in sentence.grammar.words["money_prefixes"]) or counted:
        hang(sentence, index, verb, RECEIVER if counted else OBJECT)


@mends(*SUBJECTS, EMPTY)
def _somebody(sentence: Sentence, index: int) -> None:
    """``Das Amt teilte mit, es habe Firmen gelistet``: no empty "it" where a verb has an object and nobody else to act
    on it; but ``es seien drei Firmen gelistet worden``. Nor where it goes on with an infinitive: ``said it agreed to
    sell the division``.
    """
    verb, words = sentence.heads[index], sentence.grammar.words
    if sentence.lower[index] not in words["itself"]:
        return
    others = [i for i in syntax.subjects(sentence, verb) if i != index]
    if sentence.deps[index] in SUBJECTS and others and syntax.passive_auxiliaries(sentence, verb):
        hang(sentence, index, verb, EMPTY)
    elif sentence.deps[index] == EMPTY and not others and sentence.lemmas[verb] not in words["impersonal"] and (
        (sentence.deps[verb] in ("ccomp", "conj") and syntax.dependents(sentence, verb, (OBJECT,)))
        or _goes_on_with_infinitive(sentence, verb)
    ):
        hang(sentence, index, verb, "nsubj")


def _goes_on_with_infinitive(sentence: Sentence, verb: int) -> bool:
    """``agreed to sell``, ``plant, sie zu verkaufen``; but ``is planned to``, ``is ready to``."""
    return sentence.pos[verb] == "VERB" and not syntax.passive_auxiliaries(sentence, verb) and any(
        syntax.infinitive(sentence, i) for i in syntax.dependents(sentence, verb, ("xcomp",))
    )


@mends(*SUBJECTS, OBJECT)
def _says_so(sentence: Sentence, index: int) -> None:
    """``Nokia habe, so die Behörde, …``: whose word it is takes no part in it."""
    asides = sentence.grammar.words["speech_asides"]
    if not asides:
        return
    around = mention_around(sentence, index)
    first = around.first if around else min([index, *syntax.dependents(sentence, index, ("det",))])
    while first and sentence.lower[first - 1] in sentence.grammar.words["determiners"]:
        first -= 1
    if first < 2 or sentence.forms[first - 2] != "," or sentence.lower[first - 1] not in asides:
        return
    verb, acted = sentence.heads[index], sentence.deps[index] in SUBJECTS
    hang(sentence, index, verb, "parataxis")
    objects = syntax.dependents(sentence, verb, (OBJECT,))
    finite = min([verb, *syntax.auxiliaries(sentence, verb)])
    others = syntax.dependents(sentence, verb, (RECEIVER, "obl:arg"))
    if acted and not syntax.subjects(sentence, verb) and len(objects) == 1 and others and (
        finite < objects[0] < others[0] and may_act(sentence, objects[0])
    ):
        hang(sentence, objects[0], verb, subject_of(sentence, verb))  # „hatten die USA uns gewarnt“


@mends(*SUBJECTS, OBJECT, RECEIVER)
def _neither(sentence: Sentence, index: int) -> None:
    """``Weder A noch B``: the second of two is coordinated with the first, whatever the parser takes it for."""
    verb, words = sentence.heads[index], sentence.grammar.words
    before = min([index, *syntax.dependents(sentence, index, ("det",))]) - 1
    if before < 0 or sentence.lower[before] not in words["nor"]:
        return
    for first in syntax.dependents(sentence, verb, SUBJECTS):
        if first < index and any(sentence.lower[i] in words["negators"] for i in syntax.children(sentence, first)):
            hang(sentence, index, first, "conj")


@mends("xcomp")
def _done_by(sentence: Sentence, index: int) -> None:
    """``addressing the sanctions imposed by the US``: a participle behind an object, with who did it, tells of that;
    but ``wants it lifted by the court``, ``had it seized by the police``.
    """
    verb, words = sentence.heads[index], sentence.grammar.words
    objects = [i for i in syntax.dependents(sentence, verb, (OBJECT,)) if verb < i < index]
    if not sentence.grammar.syntax.reduced_relatives or not objects or sentence.pos[index] != "VERB" or (
        sentence.lower[index] == sentence.lemmas[index] or syntax.infinitive(sentence, index)
        or syntax.gerund(sentence, index)
        or sentence.lemmas[verb] in words["wishes"] | words["all_auxiliaries"] | words["perceiving"]
    ):
        return
    if syntax.dependents(sentence, index, ("obl:agent",)):
        hang(sentence, index, objects[-1], "acl")


@mends("conj")
def _owner(sentence: Sentence, index: int) -> None:
    """``Germany's Siemens and France's Alstom``: an owner is in no list beside what is owned."""
    marks, noun = tuple(sentence.grammar.words["possessive_clitics"]), index + 1
    if noun < len(sentence) and sentence.lower[index].endswith(marks) and (
        sentence.heads[noun] == sentence.heads[index] and sentence.deps[noun] == "conj"
    ):
        hang(sentence, index, noun, "nmod:poss")


@mends("conj")
def _own_subject(sentence: Sentence, index: int) -> None:
    """``Mali expelled one, and the Minister of Niger expelled …``: a noun behind the verb that its list acts in begins
    the next clause, where the verb of that has no subject.
    """
    first, verb = sentence.heads[index], sentence.next_verb(index)
    joint = min([index, *syntax.children(sentence, index)])
    if sentence.pos[index] not in ("NOUN", "PROPN") or verb is None or sentence.deps[verb] != "conj" or (
        sentence.deps[joint] != "cc" or sentence.forms[joint - 1] != "," or syntax.subjects(sentence, verb)
    ):
        return
    before, together = sentence.heads[verb], sentence.clause_at[index] == sentence.clause_at[verb]
    if first < before < joint and sentence.pos[before] == "VERB" and together:
        hang(sentence, index, verb, subject_of(sentence, verb))
        hang(sentence, joint, verb, "cc")


@mends("conj")
def _goes_on(sentence: Sentence, index: int) -> None:
    """``urged Microsoft to end it and warned of …``: a past form goes on with the finite verb, not with the infinitive
    of a base form.
    """
    verb, endings = sentence.heads[index], sentence.grammar.endings
    if not sentence.grammar.syntax.fixed_order or sentence.deps[verb] != "xcomp" or (
        sentence.pos[index] != "VERB" or sentence.lower[verb] != sentence.lemmas[verb]
        or not sentence.lower[index].endswith(endings.past) or sentence.lower[index] == sentence.lemmas[index]
    ):
        return
    if syntax.infinitive(sentence, verb) and not syntax.dependents(sentence, verb, ("aux", "aux:pass")) and not (
        syntax.dependents(sentence, index, ("aux", "aux:pass"))
    ):
        hang(sentence, index, sentence.heads[verb], "conj")


@mends("conj")
def _says_more(sentence: Sentence, index: int) -> None:
    """``The ministry said that prices rose and urged …``, ``said it would appeal and declined …``: who says something
    goes on, where what is told of is nobody who could, or has an auxiliary that a past form does not share.
    """
    told, words = sentence.heads[index], sentence.grammar.words
    said = sentence.heads[told]
    if sentence.deps[told] != "ccomp" or sentence.lemmas[said] not in words["speech"] or not (
        said < told < index and sentence.verbal[index] and syntax.subjects(sentence, said)
    ):
        return
    if syntax.subjects(sentence, index) or syntax.auxiliaries(sentence, index) or not (
        sentence.lower[index] != sentence.lemmas[index]
        and sentence.lower[index].endswith(sentence.grammar.endings.past)
    ):
        return
    frames = sentence.grammar.by_verb.get(sentence.lemmas[index], ())
    speaks = any(frame.speaks for frame in frames) or sentence.lemmas[index] in words["speech"]
    acting = [i for at in syntax.subjects(sentence, told) for i in syntax.listed(sentence, [at])]
    thing = bool(acting) and not any(label_at(sentence, i) in PARTIES or sentence.pos[i] == "PRON" for i in acting)
    passive = syntax.passive_auxiliaries(sentence, told) and syntax.dependents(
        sentence, index, (OBJECT, OBLIQUE, "xcomp", "ccomp"))
    modal = sentence.lower[told] == sentence.lemmas[told] and any(
        sentence.lower[i] in sentence.grammar.modals for i in syntax.auxiliaries(sentence, told))
    if modal or (speaks and (thing or passive)):
        hang(sentence, index, said, "conj")


@mends(OBLIQUE)
def _behind_particle(sentence: Sentence, index: int) -> None:
    """``took over Twitter``: a name behind a particle, without a preposition, is the object where there is no other."""
    verb = sentence.heads[index]
    bare = sentence.pos[index] == "PROPN" and index not in sentence.dated
    if bare and not syntax.dependents(sentence, index, ("case",)) and not (
        syntax.dependents(sentence, verb, (OBJECT,))
    ) and syntax.particle(sentence, verb) == index - 1:
        hang(sentence, index, verb, OBJECT)


@mends(*SUBJECTS)
def _office(sentence: Sentence, index: int) -> None:
    """``Institute director Sami Solanki warned``: an office right before a person's name is no subject beside it."""
    name, verb = index + 1, sentence.heads[index]
    around = mention_around(sentence, name) if name < verb else None
    if around is not None and around.first == name and around.entity.label == PERSON and (
        sentence.pos[index] == "NOUN" and sentence.deps[name] in SUBJECTS and sentence.heads[name] == verb
    ):
        hang(sentence, index, name, "compound")


@mends("appos", "compound", "flat", "flat:name")
def _contact(sentence: Sentence, index: int) -> None:
    """``The company Musk bought``: a name between a noun and a verb that tells of the noun acts in the verb."""
    noun, around = sentence.heads[index], mention_around(sentence, index)
    first, last = (around.first, around.last) if around else (index, index)
    verb = syntax.contact(sentence, noun, last)
    if verb is not None and noun < first and sentence.pos[index] == "PROPN" and not syntax.subjects(sentence, verb):
        hang(sentence, index, verb, "nsubj")
