"""Whether a date beside a trigger is that of the event, or of another word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depesche.events import phrases, standing, syntax
from depesche.events.sentence import BREAKS, Sentence

if TYPE_CHECKING:
    from depesche.events.triggers import Trigger


def ends(sentence: Sentence, index: int, *, told: bool) -> bool:
    """``extended the sanctions until May``, ``bis zum 31. Mai``: when something is to end is not when it is done, nor
    is a deadline behind what is told as a fact: ``unveiled a plan to build homes by 2031``.
    """
    before = [i for i in range(max(index - 2, 0), index) if i not in sentence.dated]
    words = sentence.grammar.words
    limits = words["until"] | words["deadlines"] if told else words["until"]
    return any(
        sentence.lower[i] in limits
        and all(sentence.lower[j] in sentence.grammar.prepositions for j in range(i, index)) for i in before
    )


def limits(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``agreed on it before Christmas``, ``droht für Freitag mit Streik``: what is done before a day is not done on it,
    nor is something asked or threatened on the day that it is for.
    """
    words = sentence.grammar.words
    at = index - 1
    while at > 0 and sentence.lower[at] in words["determiners"]:
        at -= 1
    if at < 0 or sentence.heads[at] not in sentence.dated:
        return False  # for tomorrow's meeting
    return sentence.lower[at] in words["ahead_of"] or (
        trigger.frame.speaks and sentence.lower[at] in words["for_when"] and trigger.voice != "nominal"
    )


def dates(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """Whether a date, of which ``index`` is one token, depends on the trigger's verb or on one that it goes on with.

    What is demanded or rejected is so when it is said: then the verb of speech above counts too.
    """
    between = sentence.forms[min(index, trigger.head) : max(index, trigger.head)]
    at, near = index, BREAKS.isdisjoint(between)
    for _ in range(syntax.STEPS):
        if sentence.pos[at] in ("VERB", "AUX") or at == trigger.head:
            break
        at = sentence.heads[at]
    verb: int | None = syntax.main_verb(sentence, trigger.head)
    if trigger.voice == "nominal":
        verb = standing.holding(sentence, trigger.head) or syntax.verb_above(sentence, trigger.head)
    at = syntax.main_verb(sentence, at)
    if verb is not None and trigger.frame.speaks:
        verb = _written(sentence, verb)
    for _ in range(syntax.STEPS):
        if verb is None or at == verb:
            break
        relation = sentence.deps[verb]
        beside = relation == "parataxis" and sentence.lemmas[sentence.heads[verb]] in sentence.grammar.words["speech"]
        tells = trigger.frame.speaks or _resolved(sentence, trigger, verb)
        said = tells and (beside or relation in ("ccomp", "xcomp")) and not (
            _parted(sentence, verb) or _over(sentence, verb))
        near = near or said
        verb = sentence.heads[verb] if relation == "conj" or said else None
    return near and verb == at


def _over(sentence: Sentence, verb: int) -> bool:
    """``said in May that it had signed it``: what was done before it was told."""
    perfect = sentence.grammar.words["aux_perfect"]
    return any(sentence.lemmas[i] in perfect for i in syntax.dependents(sentence, verb, ("aux",)))


def _written(sentence: Sentence, verb: int) -> int:
    """``wrote a letter in which she asks for it``: what is said in a document is said when it is written."""
    words, noun = sentence.grammar.words, sentence.heads[verb]
    told = sentence.deps[verb] in ("acl", "acl:relcl") and sentence.lemmas[noun].lower() in words["document_nouns"]
    above = sentence.heads[noun]
    inside = syntax.gerund(sentence, verb) or any(
        syntax.preposition(sentence, i) in words["settings"] and sentence.lower[i] in words["relative_pronouns"]
        for i in syntax.dependents(sentence, verb, ("obl",))
    )
    return above if told and inside and sentence.deps[noun] == "obj" and sentence.pos[above] == "VERB" else verb


def _resolved(sentence: Sentence, trigger: Trigger, verb: int) -> bool:
    """``beschloss am Montag, es zu verbieten``: whether a measure is resolved on by the verb above."""
    above = sentence.lemmas[sentence.heads[verb]]
    return trigger.frame.official and above in sentence.grammar.words["resolving"]


def dates_last_time(sentence: Sentence, index: int, *, denied: bool) -> bool:
    """``for the first time since 2011``, ``had not met since 2011``: the date of the time before."""
    words, first = sentence.grammar.words, index
    while first - 1 in sentence.dated:
        first -= 1
    if not first or sentence.lower[first - 1] not in words["since"]:
        return False
    told = first - 1
    while told and sentence.forms[told] != "," and sentence.lower[told] not in words["conjunctions"]:
        told -= 1
    return denied or any(word in words["occasions"] for word in sentence.lower[told : first - 1])


def planned(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``The summit, first set for May, …``: the date of a plan that a participle tells of."""
    at = index
    for _ in range(syntax.STEPS):
        if sentence.heads[at] == trigger.head:
            plans = sentence.governs(at) & {"intended", "proposed"} or (
                sentence.grammar.words["scheduling"] & {sentence.lemmas[at], sentence.lower[at], *_stems(sentence, at)}
            )
            return bool(plans) and sentence.deps[at] in ("acl", "acl:relcl", "amod")
        at = sentence.heads[at]
    return False


def _stems(sentence: Sentence, index: int) -> set[str]:
    return {sentence.lower[index].removesuffix(ending) for ending in sentence.grammar.endings.adjective}


def coordinated(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``was arrested and died in May``, ``banned it in May and will recall its envoy``: the date of a verb that stands
    beside the trigger's and shares no time with it.
    """
    own, other = _row(sentence, trigger.head), _row(sentence, index)
    first = next((verb for verb in own if verb in other), None)
    if first is None:  # has no plans to sell it and sued in May
        beside = any(_below(sentence, own[0], verb) for verb in other[1:]) and not _below(sentence, own[0], other[0])
        return beside and index > _opening(sentence, other[0]) > trigger.head
    if own[0] == other[0]:
        return False
    if other[0] != first:
        return index > _opening(sentence, other[other.index(first) - 1]) and not _joined(sentence, first, other[0])
    links = own[: own.index(first)]
    return any(_other_time(sentence, verb, sentence.heads[verb], index) for verb in links)


def above(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``The yacht seized by Cyprus is moored in Kiel``: what belongs to the verb of the sentence, not to one that only
    tells of a noun in it.
    """
    own, other = syntax.main_verb(sentence, trigger.head), _row(sentence, index)[0]
    tells = any(sentence.deps[verb] in ("acl", "acl:relcl") for verb in _row(sentence, own))
    return tells and other != own and _below(sentence, own, other)


def behind_verb_above(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``The militia, which Iran supplies, attacked in May``: what stands behind the verb that it belongs to, when a
    clause ahead of that has told of a noun.
    """
    told = trigger.voice != "nominal" and above(sentence, trigger, index)
    return told and trigger.head < _row(sentence, index)[0] < index


def _row(sentence: Sentence, index: int) -> list[int]:
    """The verb or predicate that a word depends on, and those before it that it is coordinated with."""
    at = index
    for _ in range(syntax.STEPS):
        if sentence.pos[at] == "VERB" or syntax.dependents(sentence, at, ("cop",)) or sentence.heads[at] == at:
            break
        at = sentence.heads[at]
    found = [at]
    while sentence.deps[at] == "conj" and len(found) <= syntax.STEPS:
        at = sentence.heads[at]
        found.append(at)
    return found


def _opening(sentence: Sentence, verb: int) -> int:
    """Where a coordinated clause begins: at its conjunction."""
    return min([verb, *syntax.dependents(sentence, verb, ("cc",))])


def _joined(sentence: Sentence, first: int, last: int) -> bool:
    """``arrested and charged in May``: verbs that nothing parts share what stands behind them."""
    own = syntax.dependents(sentence, first, ("obj", "iobj", "obl", "obl:agent", "obl:arg", "xcomp"))
    return last > first and not _finite(sentence, last) and not any(first < i < last for i in own)


def _other_time(sentence: Sentence, verb: int, before: int, index: int) -> bool:
    """Whether a coordinated verb has a time that is not that of the verb before it, whose date ``index`` is."""
    words = sentence.grammar.words
    if any(sentence.lower[i] in words["own_times"] for i in syntax.children(sentence, verb)) or _parted(sentence, verb):
        return True
    apart = bool(syntax.subjects(sentence, verb)) or not syntax.dependents(sentence, verb, ("cc",))
    if apart and _finite(sentence, verb) and index > min([before, *syntax.auxiliaries(sentence, before)]):
        return True
    return _finite(sentence, verb) and standing.tense(sentence, verb) != standing.tense(sentence, before)


def _finite(sentence: Sentence, verb: int) -> bool:
    """Whether a coordinated verb is no participle or infinitive that shares the auxiliary of the one before."""
    if syntax.auxiliaries(sentence, verb) or syntax.subjects(sentence, verb):
        return True
    if sentence.lower[verb] == sentence.lemmas[verb] or not syntax.auxiliaries(sentence, sentence.heads[verb]):
        return sentence.lower[verb] != sentence.lemmas[verb]
    if sentence.grammar.syntax.verb_final:  # und verkauft Innomotics: a participle would stand last
        return any(i > verb for i in syntax.dependents(sentence, verb, ("obj", "obl", "obl:arg", "xcomp", "ccomp")))
    return sentence.lower[verb].endswith(sentence.grammar.endings.present)


def _parted(sentence: Sentence, verb: int) -> bool:
    """``… is planned for 2024; the Commission must …``"""
    head = sentence.heads[verb]
    return ";" in sentence.forms[min(head, verb) : max(head, verb)]


def dates_modifier(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``Der 1999 geborene Hacker``, ``arrested Braun, who fled in 2020``: the date of another verb, which tells of a
    noun that is not the trigger; ``said it was cold in May``: of what is said to be so; ``retaliated after Rome acted
    in May``: of what came before.
    """
    at, own = index, syntax.main_verb(sentence, trigger.head)
    for _ in range(syntax.STEPS):
        if at == own or sentence.heads[at] == at:
            return False
        clause = sentence.deps[at] in ("ccomp", "parataxis", "advcl", "csubj")
        if clause and sentence.pos[at] != "VERB" and syntax.dependents(sentence, at, ("cop", "nsubj")):
            return not _below(sentence, own, at)
        if _marked(sentence, at):
            return not _below(sentence, own, at)
        if sentence.deps[at] == "ccomp" and sentence.heads[at] == own and sentence.pos[at] == "VERB" and (
            any(i < index for i in (*syntax.subjects(sentence, at), *syntax.dependents(sentence, at, ("mark",))))
        ):
            return True  # said that in May it had sold it
        tells = sentence.deps[at] in ("amod", "acl", "acl:relcl") and (
            sentence.pos[at] in ("VERB", "AUX", "ADJ") or bool(syntax.dependents(sentence, at, ("cop",)))
        )
        plan = bool(sentence.governs(sentence.heads[at]) & {"intended", "proposed"})  # with plans to visit it in July
        if tells and at not in sentence.dated and (plan or not syntax.infinitive(sentence, at)):
            return sentence.heads[at] != trigger.head and not _below(sentence, own, at)
        at = sentence.heads[at]
    return False


def dates_answered(sentence: Sentence, index: int) -> bool:
    """``in response to the expulsion of its envoys in March``: the date of what something is an answer to."""
    first = index
    while first - 1 in sentence.dated:
        first -= 1
    at = first - 2 if first and sentence.lower[first - 1] in sentence.grammar.prepositions else first - 1
    for _ in range(syntax.STEPS):
        if at < 0 or sentence.pos[at] not in ("NOUN", "PROPN"):
            return False
        if sentence.lemmas[at] in sentence.grammar.words["answers"]:
            return at < first - 2  # the response in March is dated itself
        if sentence.deps[at] not in ("nmod", "compound", "flat", "appos", "conj"):
            return False
        at = sentence.heads[at]
    return False


def _marked(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has a clause of its own: ``after Rome acted``."""
    return (
        sentence.deps[verb] == "advcl" and sentence.pos[verb] == "VERB" and not syntax.infinitive(sentence, verb)
        and bool(syntax.subjects(sentence, verb)) and bool(syntax.dependents(sentence, verb, ("mark",)))
    )


def dates_saying(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``said on Monday it would buy it``: the day on which a plan was told."""
    verb: int | None = syntax.main_verb(sentence, trigger.head)
    if trigger.voice == "nominal":
        verb = syntax.verb_above(sentence, trigger.head)
    for _ in range(syntax.STEPS):
        if verb is None or sentence.heads[verb] == verb or sentence.deps[verb] in ("acl", "acl:relcl", "advcl"):
            return False
        above = sentence.heads[verb]
        if sentence.deps[verb] in ("ccomp", "parataxis"):
            opening = min([verb, *syntax.subjects(sentence, verb), *syntax.dependents(sentence, verb, ("mark", "aux"))])
            return _row(sentence, index)[0] == above or above < index < opening
        verb = above
    return False


def own(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """Whether a date depends on the trigger's own verb, not on a noun below it or a verb that it goes on with."""
    return _above(sentence, index) == syntax.main_verb(sentence, trigger.head)


def far(sentence: Sentence, trigger: Trigger, index: int) -> int:
    """How loosely a date belongs to the trigger: 0 where it is that of its verb, 1 somewhere below that, else 2."""
    if own(sentence, trigger, index):
        return 0
    return 1 if _row(sentence, index)[0] == syntax.main_verb(sentence, trigger.head) else 2


def _above(sentence: Sentence, index: int) -> int:
    """The word that a date of several depends on."""
    return sentence.heads[_top(sentence, index)]


def _top(sentence: Sentence, index: int) -> int:
    at = index
    for _ in range(syntax.STEPS):
        if sentence.heads[at] not in sentence.dated:
            break
        at = sentence.heads[at]
    return at


def same_occasion(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``In seiner heutigen Sitzung beschloss …``, ``At Thursday's hearing they accused …``, ``Mit Beschluss vom 3. Mai
    verbot …``, ``the 2021 decision to fine them``: the date of the occasion on which something is done, or of the
    ruling by which.
    """
    if not trigger.verbal:
        return False
    words, noun = sentence.grammar.words, _above(sentence, index)
    verb, rulings = syntax.main_verb(sentence, trigger.head), tuple(words["rulings"])
    ruling = sentence.lemmas[noun].lower().endswith(rulings)
    if ruling and sentence.heads[verb] == noun and sentence.deps[verb] == "acl" and trigger.frame.official:
        return True
    if sentence.heads[noun] != verb or sentence.deps[noun] != "obl":
        return False
    joined = syntax.preposition(sentence, noun)
    rules = ruling and joined in words["rulings_by"]
    ahead = sentence.lower[noun] in words["event_prepositions"]  # im Vorfeld des Gipfels im Juni
    return sentence.pos[noun] == "NOUN" and not ahead and (joined in words["settings"] or rules) and not any(
        i < index < noun or noun < i < index for i in sentence.verbs
    )


def entry(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``May 2019: Sweden bans Huawei``, ``3. Mai 2019 – Verhängung von Sanktionen``: a line of a chronicle."""
    end = next((i for i in range(len(sentence)) if i not in sentence.dated), len(sentence))
    if index >= end or sentence.forms[end : end + 1] not in ([":"], ["–"], ["—"], ["-"]):
        return False
    return trigger.verbal or sentence.heads[trigger.head] in (trigger.head, *range(end))


def set_ahead(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``It was in May 2019 that Sweden banned it``, ``Es war im Mai 2019, als Schweden es verbot``."""
    top, verb = _top(sentence, index), syntax.main_verb(sentence, trigger.head)
    told = trigger.verbal and sentence.heads[verb] == top and sentence.deps[verb] in ("acl:relcl", "advcl", "ccomp")
    return told and syntax.copular(sentence, top)


def had_been(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``When prices fell in May, Sweden had banned it``: the date of a clause before which something was done."""
    words, clause = sentence.grammar.words, sentence.clauses[sentence.clause_at[index]]
    verb = syntax.main_verb(sentence, trigger.head)
    finite = (*syntax.auxiliaries(sentence, verb), sentence.heads[verb])
    over = trigger.verbal and any(sentence.lower[i] in words["pluperfect"] for i in finite)
    apart = sentence.clause_at[index] != sentence.clause_at[trigger.head] and (
        sentence.lower[clause.first] in words["whens"]
    )
    other = _row(sentence, index)[0]
    return over and (apart or (sentence.deps[other] == "advcl" and sentence.heads[other] == verb and any(
        sentence.lower[i] in words["whens"] for i in syntax.children(sentence, other)
    )))


def governs(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """Whether a date is that of the event, whatever it depends on."""
    return any(rule(sentence, trigger, index) for rule in (dates_document, same_occasion, begins, set_ahead))


def of_other(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """Whether a date is that of something else that the sentence tells."""
    return dates_answered(sentence, index) or any(rule(sentence, trigger, index) for rule in (
        dates_modifier, coordinated, behind_verb_above, dates_more, dates_other, had_been))


def begins(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``Starting Sunday, they will hold talks``."""
    if not trigger.verbal:
        return False
    verb, words = _above(sentence, index), sentence.grammar.words
    own = syntax.main_verb(sentence, trigger.head)
    return verb < index and sentence.lower[verb] in words["starting"] and sentence.heads[verb] == own and not (
        syntax.has_arguments(sentence, verb)
    )


def dates_governor(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``decided on Monday to ban it``: the date of the verb of which the trigger is the complement."""
    verb = syntax.main_verb(sentence, trigger.head)
    return sentence.deps[verb] == "xcomp" and _above(sentence, index) == sentence.heads[verb]


def dates_other(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``the upcoming 2020 election``, ``compete in this year's race``, ``the arrest of Meng in 2018`` behind ``after``:
    a date that stands ahead of another noun, or behind one that tells before or after what something else is done.
    """
    top, words = _top(sentence, index), sentence.grammar.words
    noun, relation = sentence.heads[top], sentence.deps[top]
    if noun == trigger.head or sentence.pos[noun] not in ("NOUN", "PROPN") or noun == top:
        return False
    ahead = relation in ("compound", "nmod:poss", "amod") or (
        relation == "nummod" and sentence.grammar.syntax.fixed_order
    )
    if ahead and top < noun and not _apart(sentence, index):
        return noun not in trigger.tokens or noun in sentence.named  # the 2007 Farm Bill
    year = len(sentence.forms[top]) == standing.YEAR and sentence.forms[top].isdigit()
    if year and relation in ("obl:tmod", "nmod:tmod") and noun not in trigger.tokens and noun not in sentence.named:
        return True  # vom Typ SP 2022
    if relation == "nummod" and top > noun and noun not in trigger.tokens and noun not in sentence.dated:
        return _apart_in_time(sentence, trigger, noun)  # vor den Wahlen 2014
    if relation != "nmod" or noun in trigger.tokens:
        return False
    if trigger.voice == "nominal" and not _below(sentence, trigger.head, noun):
        return noun not in syntax.upward(sentence, trigger.head) and not _below(sentence, noun, trigger.head)
    since = syntax.preposition(sentence, top) in words["since"] and index < trigger.head
    return since or _apart_in_time(sentence, trigger, noun)


def _apart(sentence: Sentence, index: int) -> bool:
    """``Yesterday New York …``, ``In 1991 Charles …``: a date that opens a clause or has a preposition of its own is no
    noun's behind it.
    """
    first = index
    while first - 1 in sentence.dated:
        first -= 1
    opens = first == sentence.clauses[sentence.clause_at[first]].first
    return opens or (sentence.deps[first - 1] == "case" and sentence.heads[first - 1] in sentence.dated)


def _apart_in_time(sentence: Sentence, trigger: Trigger, noun: int) -> bool:
    """``after the arrest of Meng``: whether a noun, or one that it says more of, is what something comes after."""
    words, own = sentence.grammar.words, syntax.main_verb(sentence, trigger.head)
    at = noun
    for _ in range(syntax.STEPS):
        if at == own or sentence.pos[at] not in ("NOUN", "PROPN", "NUM"):
            return False
        cases = {sentence.lower[i] for i in syntax.dependents(sentence, at, ("case",))}
        if {sentence.grammar.prepositions.get(word, word) for word in cases & words["event_prepositions"]} - (
            words["settings"]
        ):
            return trigger.head not in (at, noun) and not _below(sentence, trigger.head, at)
        at = sentence.heads[at]
    return False


def dates_clause(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``Das von der Koalition beschlossene Gesetz tritt im Mai in Kraft``: a date of the clause around a participle."""
    return trigger.voice == "participle" and not own(sentence, trigger, index)


def dates_more(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``reported a gain from the sale of its unit for the third quarter``: a deal that says more of another noun has no
    date but its own.
    """
    if trigger.voice != "nominal" or not trigger.frame.pending:
        return False
    return sentence.deps[trigger.head] == "nmod" and not _below(sentence, _row(sentence, index)[0], trigger.head)


def dates_decision(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``agreed to buy it on Monday``: whether a day may be that of the decision, which is over, as well as of the deed
    to come.
    """
    if trigger.voice == "nominal" or trigger.frame.speaks:
        return False
    verb = syntax.main_verb(sentence, trigger.head)
    above = sentence.heads[verb]
    return (
        sentence.deps[verb] == "xcomp" and above < verb < index and standing.past(sentence, above)
        and sentence.lemmas[above] in sentence.grammar.words["deciding"]
    )


def _below(sentence: Sentence, index: int, top: int) -> bool:
    for _ in range(syntax.STEPS):
        if index == top:
            return True
        index = sentence.heads[index]
    return False


def dates_document(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``The report of May 2021 warned``: what a dated document says it says on its date."""
    if not trigger.frame.speaks or trigger.voice == "nominal":
        return False
    at = index
    subjects = syntax.subjects(sentence, syntax.main_verb(sentence, trigger.head))
    for _ in range(syntax.STEPS):
        if at in subjects:
            named = phrases.mention_at(sentence, at).entity
            return named.label not in ("PERSON", "ORG", "GPE") or named.kind != "name"
        if sentence.pos[at] in ("VERB", "AUX"):
            return False
        at = sentence.heads[at]
    return False
