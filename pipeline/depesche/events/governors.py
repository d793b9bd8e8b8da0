"""What governs a trigger, and what that makes of it: asked for, planned, feared, ended, denied."""

from __future__ import annotations

from collections.abc import Iterator

from depesche.events import actors, pending, standing, syntax
from depesche.events.pending import UNMADE
from depesche.events.sentence import Clause, Sentence
from depesche.events.triggers import Trigger, dependent, infinitive, marker, nearest
from depesche.records import Modality

ORDER: tuple[Modality, ...] = ("requested", "proposed", "intended", "feared", "possible", "conditional")
NONE: frozenset[str] = frozenset()
FACTUAL = frozenset({"asserted"})
POSSIBLE = frozenset({"possible"})
PLANNED = frozenset({"requested", "proposed", "intended"})
CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:arg"})
"""What a pronoun is that is no article."""
UNDONE = frozenset({"asserted", "undone"})
"""What ``without`` makes of a verb."""


def find(sentence: Sentence, trigger: Trigger, number: int) -> tuple[int | None, frozenset[str]]:
    """The nearest word that takes an event as its complement, and what it makes of this one. Of a planned merger that
    was called off the verb says more.
    """
    attribute: tuple[int, frozenset[str]] | None = None
    for index in _governor_places(sentence, trigger, number):
        if _governs_nothing(sentence, trigger, index):
            continue
        kinds = _kinds(sentence, trigger, index)
        if (kinds == POSSIBLE and standing.confirmed(sentence, index)) or _accompanies(sentence, trigger, kinds):
            continue
        if kinds == FACTUAL and sentence.pos[index] == "NOUN":
            continue  # "a move to impose" is what its own verb makes of it
        late = index > trigger.head and sentence.grammar.syntax.fixed_order and (
            not trigger.frame.tentative or presupposed(sentence, trigger)
        ) and not standing.undergoes(sentence, trigger.head, index) and not _predicated(sentence, trigger, index)
        vain = "failed" in kinds and index > trigger.head and trigger.voice == "nominal" and not (
            standing.ends_in(sentence, trigger.head, index)
        )
        if vain or (attribute and kinds.isdisjoint(UNMADE)):
            continue  # the sanctions failed to stop him
        if kinds and trigger.voice == "nominal" and sentence.deps[index] == "amod":
            attribute = attribute or (index, kinds)
        elif kinds and not (late and kinds.isdisjoint(UNMADE)):
            planned = attribute is not None and trigger.frame.pending and "ended" not in kinds
            return index, kinds | (attribute[1] & PLANNED if attribute and planned else NONE)
        if not kinds and index < trigger.head and standing.speaks(sentence, index):
            break  # sanctions will be lifted, and they had said that we …
    if attribute:
        fulfilled = attribute[1] <= PLANNED and standing.fulfilled(sentence, trigger.head)
        return (None, NONE) if fulfilled else attribute
    above = _above(sentence, trigger)
    if above is None or above in trigger.tokens:
        return None, NONE
    if kinds := _kinds(sentence, trigger, above) or left_open(sentence, above, trigger.head):
        return above, kinds  # too far off for the places above
    return None, NONE


def _predicated(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``An agreement is unlikely``: a word that is said of a noun before it."""
    own = sentence.heads[trigger.head]
    subject = trigger.voice == "nominal" and sentence.deps[trigger.head] in ("nsubj", "nsubj:outer")
    return subject and sentence.pos[own] != "VERB" and own in (index, sentence.heads[index])


def _governs_nothing(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """Whether a word near a trigger has no part in it."""
    if trigger.voice == "nominal" and _behind_reason(sentence, trigger.head, index):
        return True
    return index in trigger.tokens or index in sentence.named or _loose(sentence, trigger, index) or (
        _setting(sentence, trigger, index) or _beside(sentence, trigger, index)
    ) or standing.names(sentence, index, trigger.head) or _coordinated(sentence, trigger, index) or (
        standing.subjected(sentence, index, trigger.head) or _joined(sentence, trigger, index)
    )


def _behind_reason(sentence: Sentence, noun: int, index: int) -> bool:
    """``fears the effects of the ban``, ``In response to the arrest, Tokyo withdrew``: what a verb does for a reason,
    or to something's effects, is not done to that.
    """
    above, words = sentence.heads[noun], sentence.grammar.words
    reasons = words["effects"] | words["answers"]
    if sentence.deps[noun] == "nmod" and above != index and sentence.lemmas[above] in reasons:
        return True
    cases = {sentence.lower[i] for i in syntax.dependents(sentence, noun, ("case",))}
    return sentence.deps[noun] == "obl" and not cases.isdisjoint(words["prompted_by"])


def _accompanies(sentence: Sentence, trigger: Trigger, kinds: frozenset[str]) -> bool:
    """``withdrew from the deal, reinstating the sanctions``: what is ended is not what somebody does beside it."""
    return not kinds.isdisjoint(UNMADE) and trigger.voice == "active" and actors.free(sentence, trigger.head)


def _above(sentence: Sentence, trigger: Trigger) -> int | None:
    if not trigger.verbal:
        return None
    above = syntax.above(sentence, trigger.head)
    return syntax.wanted(sentence, trigger.head) if above is None and trigger.voice == "passive" else above


def _kinds(sentence: Sentence, trigger: Trigger, index: int) -> frozenset[str]:
    """What a governor makes of this trigger: who wants to act plans it, who wants somebody to act asks for it."""
    if sentence.deps[index] == "compound" and index < sentence.heads[index] and (
        sentence.heads[index] not in trigger.tokens
    ):
        return NONE  # the appeals court
    if trigger.voice == "nominal" and index > trigger.head and (
        sentence.deps[index] == "amod" and sentence.heads[index] not in trigger.tokens
    ) and (trigger.frame.speaks or (
        syntax.preposition(sentence, sentence.heads[index]) in sentence.grammar.words["grounds"]
    )):
        return NONE  # Gespräche über eine mögliche Fusion, die Festnahme wegen angeblicher Spionage
    kinds = willed(sentence, index)
    if sentence.deps[index] in ("amod", "acl") and (
        sentence.lemmas[index] in sentence.grammar.words["needful"]
    ):
        return NONE  # the force necessary to stop them
    if syntax.portends(sentence, index):
        return POSSIBLE
    if trigger.voice == "nominal" and sentence.deps[index] == "amod" and (
        sentence.lemmas[index] in sentence.grammar.words["resolving"]
    ):
        return NONE  # die beschlossenen Sanktionen
    if kinds.isdisjoint(UNMADE) and standing.pressed(sentence, index, trigger.head):
        kinds = frozenset({"requested"})
    if "ceased" in kinds and syntax.above(sentence, trigger.head) != index:
        ends = trigger.voice == "nominal" and standing.undergone(sentence, trigger.head, index)
        kinds = kinds - {"ceased"} | ({"ended"} if ends else NONE)  # deliveries were stopped
    if "ended" in kinds and (
        standing.concludes(sentence, trigger.head) or standing.is_aim(sentence, trigger.head)
        or (pending.still_to_come(trigger) and standing.closes(sentence, trigger.head, index))
    ):
        kinds -= {"ended"}
    return kinds


def willed(sentence: Sentence, index: int) -> frozenset[str]:
    kinds = sentence.governs(index)
    if kinds and sentence.deps[index] == "aux" and sentence.lower[index] in sentence.grammar.modals:
        return frozenset({sentence.grammar.modals[sentence.lower[index]]})  # will das Verbot ausweiten
    own = sentence.lemmas[index] in sentence.grammar.words["wishes"] and standing.wills(sentence, index)
    return frozenset({"intended"}) if own and "requested" in kinds else kinds


def left_open(sentence: Sentence, index: int, head: int) -> frozenset[str]:
    """``Rumours that …``, ``Nobody claims that …``, ``wrongly stated that …``: a clause that nobody vouches for."""
    words = sentence.grammar.words
    beside = syntax.dependents(sentence, index, ("obl",)) if sentence.lemmas[index] in words["aux_state"] else []
    if any(sentence.lemmas[i] in words["due_nouns"] for i in (index, *beside)):
        return frozenset({"requested"})  # Es ist an der Zeit, dass …
    if sentence.pos[index] == "NOUN":
        if sentence.lemmas[index].endswith(tuple(words["proof_nouns"])):
            return POSSIBLE if standing.lacking(sentence, index) else NONE
        doubtful = sentence.lemmas[index].endswith(tuple(words["doubtful_nouns"]))
        return POSSIBLE if doubtful and not standing.confirmed(sentence, index) else NONE
    says = sentence.lemmas[index] in words["speech"] | words["thought"]
    unsaid = says and standing.doubted(sentence, index)
    return POSSIBLE if unsaid and not standing.taken_for_granted(sentence, head) else NONE


def _loose(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``unsere Forderung mit einem Brief``: a noun does not govern what such a preposition joins to it."""
    if trigger.voice != "nominal" or not index < trigger.head or sentence.verbal[index]:
        return False
    words = sentence.grammar.words
    threat = sentence.heads[trigger.head] == index and "intended" in sentence.governs(index)
    loose = words["loose_prepositions"] - words["means"] if threat else words["loose_prepositions"]
    return any(sentence.lower[i] in loose for i in range(index + 1, trigger.head))  # Drohung mit Sanktionen


def _setting(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``In einem Brief drohte …``, ``at the summit they considered …``: a noun that only tells where a verb acts, which
    is said of nothing behind it but what describes it; nor is what was before of a verb behind it: ``Nach der Übernahme
    plant sie …``.
    """
    if trigger.voice != "nominal" or sentence.deps[trigger.head] != "obl":
        return False
    apart = index > trigger.head and sentence.heads[index] != trigger.head
    if set(syntax.dependents(sentence, trigger.head, ("case",))) & set(trigger.tokens):
        return True  # auf Drängen Berlins baten sie: the words themselves say so
    words = sentence.grammar.words
    places = words["settings"] | (words["times"] if trigger.frame.speaks else frozenset())
    places |= words["by_letter"] if any("writer" in slots for slots in trigger.frame.roles.values()) else frozenset()
    own, preposition = sentence.heads[trigger.head], syntax.preposition(sentence, trigger.head)
    if index > trigger.head and preposition in words["past_prepositions"]:
        return apart
    return (apart or syntax.main_verb(sentence, own) == index) and preposition in places


def _beside(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``agreed at the request of Rome to list it``: what only stands beside the verb that governs an infinitive."""
    if not trigger.verbal:
        return False
    above = sentence.heads[syntax.main_verb(sentence, trigger.head)]
    return sentence.pos[above] == "VERB" and sentence.deps[index] == "obl" and sentence.heads[index] == above and (
        syntax.preposition(sentence, index) in sentence.grammar.words["loose_prepositions"]
    )


def _coordinated(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``said it would appeal and did not comment``: a verb does not govern the one that it is coordinated with, nor
    does one that is told of by that, nor one that only says when or how: ``Asked whether …, he declined to comment``.
    """
    if not trigger.verbal:
        return False
    verb = syntax.main_verb(sentence, trigger.head)
    first, conj, above = sentence.heads[verb], sentence.deps[verb] == "conj", list(syntax.upward(sentence, index))
    if any(sentence.heads[i] == verb and sentence.deps[i] == "advcl" for i in above):
        return sentence.deps[verb] == "root" and bool(syntax.subjects(sentence, verb))
    return conj and (first == index or any(
        sentence.heads[i] == first and sentence.deps[i] == "ccomp" for i in above
    ))


def _joined(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``forderte ihn auf, gegen den Entwurf zu stimmen``: what a verb is done to does not govern it."""
    if not trigger.verbal or sentence.pos[index] != "NOUN":
        return False
    return sentence.heads[index] == syntax.main_verb(sentence, trigger.head) and sentence.deps[index] in ("obj", "obl")


def denied(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    words, prepositions = sentence.grammar.words, sentence.grammar.prepositions.keys()
    number = sentence.clause_at[index]
    clause = sentence.clauses[number]
    places = range(max(clause.first, index - 4), index)
    parsed = sentence.pos[index] == "VERB"  # einigen
    if sentence.grammar.syntax.verb_bracket and (parsed or sentence.verbal[index]):
        places = range(clause.first, clause.end)
    return any(
        sentence.lower[i] in words["negators"] and i not in trigger.tokens
        and (i + 1 >= len(sentence) or sentence.lower[i + 1] not in words["negator_exceptions"])
        and not (i < trigger.head <= i + 3 and index > trigger.head and trigger.voice == "nominal" and (
            prepositions.isdisjoint(sentence.lower[i + 1 : trigger.head])))  # sich nicht auf eine Übernahme einigen
        for i in places
    )


def _governor_places(sentence: Sentence, trigger: Trigger, number: int) -> Iterator[int]:
    clause = sentence.clauses[number]
    if not trigger.verbal:
        # the wish may follow the noun (hat Sanktionen gefordert, the ban was lifted), so the whole clause counts
        whole = sentence.grammar.syntax.verb_final or _is_subject(sentence, trigger, clause)
        yield from nearest(trigger.head, clause.first, clause.end if whole else trigger.head)
        verb = sentence.heads[trigger.head]
        if verb >= clause.end and standing.ends_in(sentence, trigger.head, verb) and sentence.governs(verb) & UNMADE:
            yield verb  # The planned talks between A and B were cancelled
    elif dependent(sentence, trigger.head, clause):
        yield from range(trigger.head - 1, clause.first - 1, -1)
    if not number and len(sentence.clauses) > 1 and _inherits(sentence, number):
        following = sentence.clauses[1]  # Dass …, ist unwahrscheinlich
        yield from range(following.first, following.end)
    above = _above(sentence, trigger)
    while number and _inherits(sentence, number):
        number -= 1
        while number and sentence.clauses[number].kind == "relative":
            if above is not None and sentence.clause_at[above] == number:
                yield above  # eine Resolution, die sie auffordert, es zu verbieten
            number -= 1
        earlier = sentence.clauses[number]
        yield from range(earlier.end - 1, earlier.first - 1, -1)


def _is_subject(sentence: Sentence, trigger: Trigger, clause: Clause) -> bool:
    """A noun with no verb before it in its clause but attributes."""
    return all(
        i in sentence.inside or sentence.deps[i] == "amod"
        for i in sentence.verbs_in(clause.first, trigger.head)
    )


def presupposed(sentence: Sentence, trigger: Trigger) -> bool:
    """``the embargo`` speaks of one that is there, whatever the clause around it plans."""
    if trigger.voice != "nominal" or trigger.frame.pending or not trigger.head:
        return False
    marks = sentence.grammar.words["possessive_marks"] if trigger.frame.tentative else frozenset()
    for i in range(trigger.head - 1, max(trigger.head - 6, -1), -1):
        word = sentence.forms[i]
        if sentence.pos[i] == "PRON" and sentence.deps[i] in CORE:
            return False  # ein Gesetz, das Sanktionen vorsieht
        if word.lower() in sentence.grammar.words["definite"] or word in marks:
            return not _act_upon(sentence, trigger)
        whose = sentence.deps[i] == "compound" and sentence.heads[i] == trigger.head
        if i not in sentence.dated and (
            sentence.verbal[i] or not (word.islower() or whose) or sentence.governs(i)
        ):
            return False  # but the US sanctions
    return False


def _act_upon(sentence: Sentence, trigger: Trigger) -> bool:
    """``the arrest of Navalny``: the article is that of an act which the words behind it tell, not of one that is
    known, as of a measure (``the ban of it``).
    """
    verb = sentence.heads[trigger.head]
    if trigger.frame.tentative or (sentence.deps[trigger.head] == "nsubj" and sentence.pos[verb] == "VERB"):
        return False  # hopes that the arrest of Navalny will help
    slots = {slot for role in ("target", "object") for slot in trigger.frame.roles.get(role, ())}
    owned = [i for i in syntax.dependents(sentence, trigger.head, ("nmod",)) if i > trigger.head]
    joined = {syntax.preposition(sentence, i) or "genitive" for i in owned}
    return bool(slots & joined & {"genitive", *sentence.grammar.words["noun_links"]})


def there(sentence: Sentence, trigger: Trigger) -> bool:
    """``When he spoke of the sanctions``, ``could suffer from the embargo``: a measure that words presuppose is there
    whatever is left open around it, unless they tell of itself: ``The sanctions could hit banks``.
    """
    if not (trigger.frame.tentative and presupposed(sentence, trigger)):
        return False
    at = trigger.head
    while sentence.deps[at] == "nmod":
        at = sentence.heads[at]  # the enforcement of the sanctions must go on
    return sentence.deps[at] not in ("nsubj", "nsubj:pass", "nsubj:outer", "conj", "root")


def form(sentence: Sentence, trigger: Trigger, clause: Clause) -> frozenset[str]:
    """What the form alone says of a verb that nothing known governs: an infinitive is an aim, not a fact."""
    if not trigger.verbal or pending.decision(sentence, trigger):
        return NONE
    if pending.written(sentence, trigger):
        return FACTUAL
    if sentence.grammar.syntax.infinitive_clauses:
        if not infinitive(sentence, trigger.head, clause) or _done_by_one(sentence, trigger.head):
            return NONE
        opener = sentence.lower[clause.first]
        if opener in sentence.grammar.words["without"]:
            return UNDONE
        if not _perfect_infinitive(sentence, trigger):
            return frozenset({"intended"})
        told = standing.factive(sentence, trigger.head) or standing.avowed(sentence, trigger.head)
        return NONE if told else POSSIBLE  # lobte ihn dafür, … zu haben
    at = marker(sentence, trigger.head, clause)
    if at is not None and not _done_by_one(sentence, trigger.head):
        perfect = not sentence.grammar.words["aux_perfect"].isdisjoint(sentence.lower[at : trigger.head])
        told = perfect and standing.factive(sentence, trigger.head)  # is proud to have delivered them
        return NONE if told else frozenset({"possible" if perfect else "intended"})
    joined = syntax.joined_gerund(sentence, trigger.head)
    if joined is not None and syntax.infinitive(sentence, joined):
        return POSSIBLE
    verb = trigger.head if joined is None else joined
    return _gerund(sentence, trigger, clause, verb) or (NONE if standing.vouched(sentence, verb) else POSSIBLE)


def _done_by_one(sentence: Sentence, verb: int) -> bool:
    """An infinitive that says what somebody did whom the words before it tell from others, or judge."""
    return standing.first_to(sentence, verb) or standing.judged(sentence, verb)


def _gerund(sentence: Sentence, trigger: Trigger, clause: Clause, verb: int) -> frozenset[str]:
    """``risks being added``, ``without imposing``, ``Banning TikTok would …``: what an ungoverned -ing leaves open.

    :param verb: the trigger, or the gerund that it goes on with.
    """
    words, first = sentence.grammar.words, verb
    if syntax.perfect_gerund(sentence, first):
        first -= 1  # accused of having violated
    before = sentence.lower[max(first - 3, 0) : first]
    last = before[-1] if before else ""
    linked = last in words["gerund_prepositions"]
    if last in words["passive_gerunds"] and trigger.voice == "passive":
        factual = len(before) > 1 and before[-2] in words["factual_gerunds"]
        return NONE if factual else frozenset({"possible"})
    if not sentence.lower[first].endswith(sentence.grammar.endings.gerund) or trigger.voice != "active":
        return NONE
    if words["without"] & set(before[-2:] if linked else before[-1:]):
        return UNDONE
    if linked and standing.factive(sentence, verb):
        return NONE  # guilty of exporting arms
    subject = verb == 0 and "," not in sentence.forms[clause.first : clause.end]
    return POSSIBLE if linked or subject else NONE


def _perfect_infinitive(sentence: Sentence, trigger: Trigger) -> bool:
    """``verhängt zu haben``"""
    following = sentence.lemmas[trigger.head + 1 : trigger.head + 3]
    return len(following) == 2 and following[1] in sentence.grammar.words["aux_perfect"]


def _inherits(sentence: Sentence, number: int) -> bool:
    clause = sentence.clauses[number]
    first = sentence.lower[clause.first]
    words = sentence.grammar.words
    if (first in words["complementizers"] and clause.kind != "relative") or clause.kind == "contact":
        return True
    verbs = sentence.verbs_in(clause.first, clause.end)
    if verbs and syntax.subjects(sentence, verbs[0]) and sentence.grammar.syntax.fixed_order:
        return clause.kind == "coordinate" and sentence.clauses[number - 1].kind in ("complement", "contact")
    if sentence.grammar.syntax.infinitive_clauses:
        return clause.kind in ("complement", "coordinate") and any(infinitive(sentence, i, clause) for i in verbs)
    if clause.kind == "coordinate" and sentence.clauses[number - 1].kind in ("complement", "contact"):
        return True
    return clause.kind == "coordinate" and bool(verbs) and (
        sentence.lower[verbs[0]] == sentence.lemmas[verbs[0]] and verbs[0] == clause.first + 1
        and sentence.lower[verbs[0]] not in sentence.grammar.modals
    )
