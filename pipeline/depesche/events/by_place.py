"""Which phrases fill the slots of a trigger by their place in the clause, where no syntax tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from depesche.events import actors, phrases, standing, syntax
from depesche.events.sentence import QUOTES, Clause, Mention, Sentence
from depesche.events.triggers import REACH, Trigger, dependent, infinitive, marker, voice_of


def fillers(sentence: Sentence, trigger: Trigger, slot: str, filled: dict[str, list[Mention]]) -> list[Mention]:
    """The phrases in a slot, coordinated ones one by one. :param filled: the roles that are filled already."""
    passive = trigger.voice == "passive"
    if slot.startswith("of:"):
        return [m for filler in filled.get(slot[3:], ()) for m in _attached(sentence, filler)]
    if slot == "subject" and trigger.voice == "nominal":
        itself = sentence.deps[trigger.head] in ("nsubj", "nsubj:pass") and (
            sentence.grammar.syntax.fixed_order or bool(syntax.dependents(sentence, trigger.head, ("det",))))
        verb = syntax.verb_above(sentence, trigger.head)
        told = standing.only_told(sentence, trigger.head, verb)
        if itself or told or phrases.opposed(sentence, trigger.head):
            return []  # das Treffen mit Putin beunruhigt Kiew
        return _subject_of_clause(sentence, sentence.clause_at[trigger.head])
    if slot == "subject":
        return _by_agent(sentence, trigger) if passive else _subject(sentence, trigger)
    if slot in ("object", "dative"):
        return _object(sentence, trigger, "dative" if slot == "dative" else None, filled)
    if slot == "genitive":
        return _genitive(sentence, trigger)
    if slot == "compound":
        return _compound(sentence, trigger)
    return _prepositional(sentence, trigger, slot)


def _covers(mention: Mention, trigger: Trigger) -> bool:
    """``The open letter was signed by …``: what is part of the trigger fills no other role."""
    return any(mention.first <= i <= mention.last for i in trigger.tokens)


def _in_clause(sentence: Sentence, clause: int) -> list[Mention]:
    return sentence.within(sentence.clauses[clause])


def _chain(sentence: Sentence, first: Mention) -> list[Mention]:
    """The mention and those coordinated with it: ``A, B und C``. An apposition (``A, the company``) is left out."""
    chain = [first]
    words = sentence.grammar.words
    for mention in sentence.mentions[bisect_right(sentence.mentions, first.last, key=lambda m: m.first) :]:
        if mention.first <= chain[-1].last:
            continue
        between = sentence.lower[chain[-1].last + 1 : mention.first]
        joints = [w for w in between if w not in words["determiners"] and w not in QUOTES]
        joined = bool(joints) and all(w == "," or w in words["conjunctions"] for w in joints)
        named = mention.entity.kind == "name" or any(w in words["conjunctions"] for w in joints)
        if not joined or (mention.prep and mention.prep != first.prep) or mention.aside or not named:
            break
        chain.append(mention)
    if len(chain) > 1 and not _closed(sentence, chain):
        return chain[:1]
    return chain


def _closed(sentence: Sentence, chain: Sequence[Mention]) -> bool:
    """A list ends with ``and``; two names with only a comma between are an apposition."""
    conjunctions = sentence.grammar.words["conjunctions"]
    return not conjunctions.isdisjoint(sentence.lower[chain[0].last + 1 : chain[-1].first])


def _subject(sentence: Sentence, trigger: Trigger) -> list[Mention]:
    if syntax.subjectless(sentence, trigger.head) or actors.held(sentence, trigger.head) is not None:
        return []
    return _subject_at(sentence, trigger.head, sentence.clause_at[trigger.head])


def _subject_of_clause(sentence: Sentence, clause: int) -> list[Mention]:
    limits = sentence.clauses[clause]
    verbs = sentence.verbs_in(limits.first, limits.end)
    return _subject_at(sentence, verbs[0] if verbs else limits.end, clause)


def _subject_at(sentence: Sentence, verb: int, number: int) -> list[Mention]:
    if (verb, number) not in sentence.subjects:
        sentence.subjects[verb, number] = _find_subject(sentence, verb, number)
    return sentence.subjects[verb, number]


def _find_subject(sentence: Sentence, verb: int, number: int) -> list[Mention]:
    clause = sentence.clauses[number]
    if verb >= clause.end:
        return []
    nominative = [m for m in _in_clause(sentence, number) if m.bare and m.case is None]
    if (controller := _controller(sentence, verb, number)) is not None:
        return controller
    if not sentence.grammar.syntax.fixed_order:
        # the subject is the first bare mention; an infinitive with its marker has none
        if not infinitive(sentence, verb, clause) and nominative:
            return _chain(sentence, nominative[0])
    else:
        before = [m for m in nominative if m.last < verb and not _object_of_earlier_verb(sentence, m, verb, clause)]
        behind = next((m for m in nominative if m.first == verb + 1), None)
        speaks = sentence.lemmas[verb] in sentence.grammar.words["speech"]
        if behind and speaks and (verb == 0 or not sentence.forms[verb - 1][:1].isalnum()):
            # said five people with knowledge of the matter
            return _chain(sentence, behind)
        if before:
            return _chain(sentence, _chain_head(sentence, before))
    if number == 0 or clause.kind not in ("relative", "coordinate", "other"):
        return []
    if clause.kind == "relative":
        # who stands right before the comma; a noun that is no mention has the pronoun otherwise
        return [m for m in sentence.mentions if clause.first - 3 <= m.last < clause.first][-1:]
    if clause.kind != "coordinate" or _unknown_subject(sentence, clause, verb):
        return []
    number -= 1
    if sentence.lower[clause.first] not in sentence.grammar.words["coordinating_openers"]:
        while number and sentence.clauses[number].kind == "relative":  # X, who …, did
            number -= 1
    return _subject_of_clause(sentence, number)


def _unknown_subject(sentence: Sentence, clause: Clause, verb: int) -> bool:
    """``and the Franciscans were banned``: a subject of its own, though no mention."""
    if not sentence.grammar.syntax.fixed_order:
        return False
    return not sentence.grammar.words["affirmative_determiners"].isdisjoint(sentence.lower[clause.first + 1 : verb])


def _controller(sentence: Sentence, verb: int, number: int) -> list[Mention] | None:
    """Who is to act in an infinitive or gerund: whoever is asked, else the subject of the verb that governs it.

    None where the verb is finite or nothing governs it; empty where somebody unnamed is asked.
    """
    clause, words = sentence.clauses[number], sentence.grammar.words
    if not dependent(sentence, verb, clause):
        return None
    at = None
    if sentence.grammar.syntax.infinitive_clauses:
        number = _governing_clause(sentence, verb, number)
    else:
        at = marker(sentence, verb, clause)
    limit = verb if at is None else at
    home = sentence.clauses[number]
    modals = sentence.grammar.modals
    verbs = [i for i in sentence.verbs_in(home.first, min(home.end, limit)) if i not in sentence.inside
             and sentence.lemmas[i] not in words["auxiliaries"] and sentence.lower[i] not in modals]
    if not verbs:
        return None
    governor = verbs[-1]
    if not actors.asks(sentence, governor, verb) or (
        syntax.circumstance(sentence, verb)
    ) or voice_of(sentence, governor, home) == "passive":
        return _subject_at(sentence, governor, number)
    if not sentence.grammar.syntax.fixed_order:
        subject = {m.first for m in _subject_at(sentence, governor, number)}
        asked = [m for m in _in_clause(sentence, number)
                 if (m.bare or m.prep in words["addressee_prepositions"]) and m.first not in subject]
    else:
        asked = [m for m in sentence.mentions if governor < m.first and m.last < limit and not m.genitive
                 and (m.bare or m.prep in words["addressee_prepositions"])]
        if not asked and limit - governor <= 1 and (at is not None or actors.own_act(sentence, governor)):
            return _subject_at(sentence, governor, number)
    return _chain(sentence, asked[0]) if asked else []


def _governing_clause(sentence: Sentence, verb: int, number: int) -> int:
    """The clause of the verb that an infinitive depends on: its own, or the one before that is not relative."""
    clause = sentence.clauses[number]
    if not number or any(not infinitive(sentence, i, clause) for i in sentence.verbs_in(clause.first, verb)):
        return number
    number -= 1
    while number and sentence.clauses[number].kind == "relative":
        number -= 1
    return number


def _object_of_earlier_verb(sentence: Sentence, mention: Mention, verb: int, clause: Clause) -> bool:
    """``urging them to sanction``: what follows another verb in the clause is that verb's object."""
    auxiliaries = sentence.grammar.words["auxiliaries"]
    earlier = [
        i for i in sentence.verbs_in(clause.first, mention.first)
        if sentence.lemmas[i] not in auxiliaries and i not in sentence.inside
    ]
    if not earlier or mention.last >= verb:
        return False
    # urged the company to sell: whoever is asked is the one to act
    return "requested" not in sentence.grammar.governors.get(sentence.lemmas[earlier[-1]], frozenset())


def _chain_head(sentence: Sentence, before: Sequence[Mention]) -> Mention:
    """The mention nearest to the verb, or the one that it stands in apposition to or in a list with."""
    head = before[-1]
    for mention in reversed(before[:-1]):
        between = sentence.lower[mention.last + 1 : head.first]
        if between and all(w == "," or w in sentence.grammar.words["conjunctions"] for w in between):
            head = mention
        else:
            break
    return head


def _object(
    sentence: Sentence, trigger: Trigger, case: str | None, filled: dict[str, list[Mention]]
) -> list[Mention]:
    if trigger.voice == "passive" and not case:
        return [m for m in _subject(sentence, trigger) if not _covers(m, trigger)]
    number = sentence.clause_at[trigger.head]
    clause = sentence.clauses[number]
    own = set(trigger.tokens)
    never = sentence.grammar.words["nominative_only"]
    bare = [m for m in _in_clause(sentence, number) if m.bare and not own & set(range(m.first, m.last + 1))
            and sentence.lower[m.first] not in never and not _describes(sentence, m, trigger)]
    if sentence.grammar.syntax.fixed_order:
        after = [m for m in bare if m.first > trigger.head and not _verb_between(sentence, trigger.head, m.first)]
        return _chain(sentence, after[0]) if after else []
    acting = [
        m for role, some in filled.items() if "subject" in trigger.frame.roles[role]
        for m in some if clause.first <= m.first < clause.end
    ]
    subject: Sequence[Mention] = () if infinitive(sentence, trigger.head, clause) else (
        acting or _subject(sentence, trigger)
    )
    bare = [m for m in bare if not phrases.inside(m, subject)]
    fitting = [m for m in bare if m.case in (case, None)] if case else [m for m in bare if m.case != "dative"]
    if acting:
        fitting.sort(key=lambda m: m.first < acting[0].first)  # what stands ahead of the subject is rarely the object
    return _chain(sentence, fitting[0]) if fitting else []


def _describes(sentence: Sentence, mention: Mention, trigger: Trigger) -> bool:
    """``a general licence``: an adjective, whatever it is taken for, says more of the trigger."""
    last = mention.last
    return sentence.deps[last] == "amod" and sentence.heads[last] in trigger.tokens


def _verb_between(sentence: Sentence, first: int, last: int) -> bool:
    conjunctions = sentence.grammar.words["conjunctions"]
    return any(
        i not in sentence.inside and sentence.lower[i - 1] not in conjunctions
        for i in sentence.verbs_in(first + 2, last)
    )


def _by_agent(sentence: Sentence, trigger: Trigger) -> list[Mention]:
    number = sentence.clause_at[trigger.head]
    agents = sentence.grammar.words["passive_agent"]
    ordered = sentence.grammar.syntax.fixed_order
    fitting = [
        m for m in _in_clause(sentence, number) if m.prep in agents and (not ordered or m.first > trigger.head)
        and not (m.prep in sentence.grammar.words["noun_links"] and phrases.is_attribute(sentence, m))
        and not phrases.elsewhere_done(sentence, m, trigger.head)
        and not phrases.in_subject(sentence, m.first, syntax.main_verb(sentence, trigger.head))
    ]
    return _chain(sentence, fitting[0]) if fitting else []


def _attached(sentence: Sentence, filler: Mention) -> list[Mention]:
    """Genitive attributes and of-phrases right behind a filler, and an owner right before it."""
    marks, before = sentence.grammar.words["possessive_marks"], filler.first - 1
    owners = [m for m in sentence.mentions if m.last == before - 1 and sentence.forms[before] in marks]
    if owners:
        return owners
    number = bisect_right(sentence.mentions, filler.last, key=lambda m: m.first)
    for mention in sentence.mentions[number : number + 1]:
        words = [w for w in sentence.forms[filler.last + 1 : mention.first] if w not in QUOTES]
        if len(words) <= 3 and (mention.genitive or mention.prep in sentence.grammar.words["noun_links"]):
            return [mention]
    return []


def _genitive(sentence: Sentence, trigger: Trigger) -> list[Mention]:
    at = trigger.tokens[-1] if trigger.voice == "nominal" else next(
        (i for i in trigger.tokens if i != trigger.head), trigger.head
    )
    follows = sentence.grammar.syntax.genitive_follows
    for mention in sentence.mentions:
        if mention.genitive and follows and 0 < mention.first - at <= 4 and not (
            sentence.verbs_in(at + 1, mention.first)
        ):
            return _chain(sentence, mention)
        if mention.genitive and not follows and 0 < at - mention.last <= 4:
            return [mention]
    return []


def _compound(sentence: Sentence, trigger: Trigger) -> list[Mention]:
    """``US sanctions``, ``die Twitter-Übernahme``; of the noun beside a verb: ``schloss die Twitter-Übernahme ab``."""
    places = (trigger.head - 1, trigger.head) if trigger.voice == "nominal" else trigger.tokens
    return [
        m for m in sentence.mentions
        if m.entity.kind == "name" and m.entity.label in ("GPE", "ORG") and m.last in places
        and (m.bare or m.last == trigger.head)  # unter US-Sanktionen
    ][:1]


def _prepositional(sentence: Sentence, trigger: Trigger, prep: str) -> list[Mention]:
    number = sentence.clause_at[trigger.head]
    fitting = [m for m in _in_clause(sentence, number) if m.prep == prep and not m.aside
               and not _of_other(sentence, trigger, m, prep)]
    if trigger.voice == "nominal":
        fitting = [m for m in fitting if 0 < m.first - trigger.head <= REACH
                   and not phrases.elsewhere_done(sentence, m, trigger.head)
                   and not _of_noun_behind(sentence, trigger, m) and not _owner(sentence, trigger, m)
                   and not _verb_between(sentence, trigger.head, m.first)]
    elif sentence.grammar.syntax.fixed_order:
        fitting = [m for m in fitting if m.first > min(trigger.tokens)]
    return _chain(sentence, fitting[0]) if fitting else []


def _owner(sentence: Sentence, trigger: Trigger, mention: Mention) -> bool:
    """``verstieß gegen die Sanktionen der EU``: whose the noun is, not whom it is against."""
    noun = phrases.outermost(sentence, mention)
    return sentence.heads[noun] == trigger.head and sentence.deps[noun] == "nmod" and (
        syntax.preposition(sentence, noun) is None
    )


def _of_noun_behind(sentence: Sentence, trigger: Trigger, mention: Mention) -> bool:
    """``Sanktionen gegen Belarus, Taten zum Nachteil von Polen``: a phrase of another noun behind the trigger."""
    noun = phrases.noun_above(sentence, mention)
    return noun > trigger.head and sentence.pos[noun] == "NOUN" and (
        mention.prep in sentence.grammar.words["noun_links"] and phrases.is_attribute(sentence, mention)
    )


def _of_other(sentence: Sentence, trigger: Trigger, mention: Mention, prep: str) -> bool:
    """Whether a phrase belongs to a noun, or to an infinitive of one, that is no part of the trigger."""
    if actors.held(sentence, phrases.noun_above(sentence, mention)) is not None:
        return phrases.noun_above(sentence, mention) not in trigger.tokens  # revoked the licence to ship it to Egypt
    above = phrases.described_by(sentence, mention)
    adjunct = sentence.deps[phrases.outermost(sentence, mention)] in ("obl", "obl:arg")
    ahead = sentence.deps[above] == "amod" and mention.last < above
    described = ahead or (  # die von Trump angedrohten Zölle
        adjunct and sentence.pos[above] == "VERB" and sentence.deps[above] in ("acl", "acl:relcl"))
    if described and above not in syntax.upward(sentence, trigger.head) and (
        sentence.heads[above] not in trigger.tokens
    ):
        return True  # wrote about the licence granted to Intel
    if not phrases.is_attribute(sentence, mention):
        return False
    noun, words = phrases.noun_above(sentence, mention), sentence.grammar.words
    wanted = trigger.frame.speaks and prep in words["noun_links"] & words["passive_agent"] and (
        phrases.of_what_is_asked(sentence, phrases.outermost(sentence, mention)))
    return noun not in trigger.tokens and (wanted or phrases.has_owner(sentence, noun, prep))
