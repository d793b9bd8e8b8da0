"""Did it happen? Modality, polarity and status from cues."""

from __future__ import annotations

from dataclasses import dataclass

from depesche.events import actors, contrast, governors, pending, standing, syntax
from depesche.events.governors import FACTUAL, NONE, ORDER, PLANNED, POSSIBLE, UNDONE
from depesche.events.pending import UNMADE
from depesche.events.sentence import Clause, Sentence
from depesche.events.triggers import Trigger
from depesche.records import Modality, Polarity, Status

NEAR = 5
"""How far before a trigger a negator or a modifying adjective may stand, in tokens."""


@dataclass(frozen=True, slots=True)
class Truth:
    modality: Modality
    polarity: Polarity
    status: Status


def judge(sentence: Sentence, trigger: Trigger) -> Truth | None:
    """Never more than the words say: whatever is governed by a wish, a plan or a condition is not asserted.

    None when the words tell of the measure's end (``lifted the ban``): that is another event.
    """
    number = sentence.clause_at[trigger.head]
    clause = sentence.clauses[number]
    if pending.implied(sentence, trigger):
        return Truth("asserted", "positive", _status(sentence, trigger, clause, "asserted", NONE))
    index, kinds, own = _governed(sentence, trigger, number)
    done = trigger.frame.activity and trigger.voice == "nominal" and standing.wound_up(sentence, trigger.head)
    if done or ("ended" in kinds and not trigger.verbal):
        if not trigger.frame.activity:
            return None
        own = own or not trigger.frame.pending  # ended its cooperation
        kinds = kinds - {"ended"} or (frozenset({"intended"}) if trigger.frame.pending else FACTUAL)  # blocked the sale
    if trigger.voice == "participle":
        index, kinds = None, NONE  # nach einem 2021 verabschiedeten Gesetz drohen …
    if index is not None:
        own, kinds = _through(sentence, trigger, index, kinds, own=own)
    verbal = trigger.verbal
    if verbal and standing.left_undone(sentence, trigger.head):
        index, kinds = None, UNDONE
    own, kinds = _left_to(sentence, trigger, kinds, own=own)
    kinds = kinds or governors.form(sentence, trigger, clause)
    if kinds.isdisjoint(ORDER) and verbal and (
        standing.subjunctive(sentence, trigger.head) or standing.ordered(sentence, trigger.head)
    ):
        kinds = frozenset({"requested"})
    if "attempted" in kinds:
        kinds -= {"intended"}  # what was tried was tried: the status says so
    ahead = pending.named(sentence, trigger)
    given = governors.presupposed(sentence, trigger) and not (trigger.frame.activity and trigger.frame.tentative)
    if given and not ahead and not (
        index is not None and _scheduled(sentence, trigger, index)
    ):
        kinds -= {"intended", "possible", "attempted"}
    elif not kinds and _unsupported(sentence, trigger, clause):
        kinds = frozenset({"possible"})
    asked = verbal and standing.asked(sentence, trigger.head)
    if asked and not kinds.isdisjoint(ORDER):
        kinds = POSSIBLE
    modality = _modality(sentence, trigger, number, kinds, index)
    if modality in PLANNED and (asked or pending.owed(sentence, trigger, index)):
        modality = "possible" if asked else "asserted"
    unmade = pending.still_to_come(trigger) and trigger.frame.pending and standing.unmade(sentence, trigger.head)
    unmade = unmade or (trigger.frame.tentative and standing.not_undergone(sentence, trigger.head))
    unmade = unmade or (trigger.voice == "nominal" and standing.never_was(sentence, trigger.head))
    unmade = unmade or (verbal and standing.not_by_him(sentence, trigger.head))
    own = own or unmade or kinds >= UNDONE or _hedged(sentence, trigger, clause) == "negative"
    polarity: Polarity = "negative" if own and not trigger.frame.negated else "positive"
    return Truth(modality, polarity, _status(sentence, trigger, clause, modality, kinds))


def _governed(sentence: Sentence, trigger: Trigger, number: int) -> tuple[int | None, frozenset[str], bool]:
    """What governs the trigger, what that makes of it, and whether the trigger has a negator of its own."""
    index, kinds = governors.find(sentence, trigger, number)
    own = trigger.frame.polar is False and _negated(sentence, trigger, sentence.clauses[number], index)
    if pending.undecided(sentence, trigger):
        return None, FACTUAL, True
    if index is not None and _gone_before(sentence, trigger, sentence.clauses[number]):
        return None, FACTUAL, own
    if pending.withdrawn(sentence, trigger):
        return None, FACTUAL, False
    if trigger.frame.norm:
        kinds -= {"requested"}  # müssten handeln, forderten sie: the norm is the demand
    if index is None:
        return index, FACTUAL if not kinds and pending.decision(sentence, trigger) else kinds, own
    if kinds == {"intended"} and not own and pending.resolved(sentence, trigger, index):
        above = syntax.above(sentence, index)  # denied reports that it had decided to
        kinds = (governors.left_open(sentence, above, index) if above is not None else NONE) or FACTUAL
    elif kinds == {"intended"} and sentence.clauses[sentence.clause_at[index]].kind == "condition":
        kinds = frozenset({"conditional"})  # falls die EU beschließt, es zu verbieten
    index, kinds = _made_all_the_same(sentence, trigger, index, kinds)
    if kinds == FACTUAL and index is not None and sentence.clauses[sentence.clause_at[index]].kind == "purpose":
        kinds = frozenset({"intended"})  # um ihnen zu helfen, … zu überwachen
    return index, kinds, own


def _gone_before(sentence: Sentence, trigger: Trigger, clause: Clause) -> bool:
    """``fear that they may be hit after China banned imports``, ``nachdem China die Einfuhr verboten hatte``: what is
    told as over by then is no part of what is feared, wished or said to be likely.
    """
    if not trigger.verbal or sentence.deps[trigger.head] != "advcl":
        return False
    words = sentence.grammar.words
    modals = syntax.carried(sentence, sentence.heads[trigger.head])
    return any(
        sentence.lower[i] in words["gone_before"] for i in syntax.dependents(sentence, trigger.head, ("mark",))
    ) and words["past_modals"].isdisjoint(sentence.lower[i] for i in modals) and _past(sentence, trigger, clause)


def _left_to(
    sentence: Sentence, trigger: Trigger, kinds: frozenset[str], *, own: bool
) -> tuple[bool, frozenset[str]]:
    """What somebody has or has no leave to do, and what he is for or against, nobody has done yet."""
    permitted = standing.permitted(sentence, trigger.head) if trigger.verbal else None
    if permitted is not None:
        return not permitted, POSSIBLE if permitted else UNDONE
    if trigger.voice == "nominal" and (
        standing.sided(sentence, trigger.head) or pending.not_let_through(sentence, trigger)
    ):
        return False, POSSIBLE
    if trigger.frame.activity and trigger.voice == "nominal" and standing.forbidden(sentence, trigger.head):
        return not trigger.frame.pending, POSSIBLE
    if pending.upcoming(sentence, trigger) and kinds.isdisjoint(UNMADE | {"feared"}):
        return own, frozenset({"intended"})
    if pending.planned(sentence, trigger, kinds) or pending.searched_for(sentence, trigger) or (
        pending.starting(sentence, trigger) or pending.agreed_on(sentence, trigger)
    ) or pending.nearing(sentence, trigger):
        return own, kinds if kinds & {*ORDER} else kinds | {trigger.frame.planned or "intended"}
    if pending.part_of_deal(sentence, trigger):
        return False, kinds & PLANNED | {"intended"}
    if not kinds - {"intended"} and pending.drafted(sentence, trigger):
        return own, frozenset({"proposed"})
    if not kinds and (found := _unsaid(sentence, trigger)):
        return own, found
    awaited = standing.awaited(sentence, trigger.head) if pending.still_to_come(trigger) else None
    return own, kinds | ({awaited} if awaited else NONE)


def _unsaid(sentence: Sentence, trigger: Trigger) -> frozenset[str]:
    """What leaves an event open that nothing governs."""
    if pending.unnamed_deal(sentence, trigger):
        return POSSIBLE
    if pending.but_for(sentence, trigger):
        return frozenset({"conditional"})
    if trigger.voice == "nominal" and (left := standing.only_thought_of(sentence, trigger.head)):
        known = governors.presupposed(sentence, trigger)
        return NONE if known else frozenset({left})
    if trigger.verbal and standing.generic(sentence, trigger.head):
        return frozenset({"conditional"})
    if trigger.voice == "nominal" and standing.to_be_made(sentence, trigger.head):
        return frozenset({"intended"})
    known = governors.presupposed(sentence, trigger)
    if not known and trigger.voice == "nominal" and standing.headed_for(sentence, trigger.head):
        return frozenset({"intended"})
    if pending.ahead(sentence, trigger, known=known) or (
        trigger.voice == "active" and standing.set_for(sentence, trigger.head)
    ):
        return frozenset({"intended"})
    return NONE


def _made_all_the_same(
    sentence: Sentence, trigger: Trigger, index: int | None, kinds: frozenset[str]
) -> tuple[int | None, frozenset[str]]:
    """``denied the allegations against him``: they were made. ``broke off talks with the union``, ``beendete seinen
    Besuch in Rom``: there were some till then.
    """
    if trigger.voice != "nominal" or not trigger.frame.speaks or index is None:
        return index, kinds
    if trigger.frame.polar:
        return None, kinds & frozenset(ORDER)
    ends = sentence.grammar.words["interrupting"] & {sentence.lemmas[index], sentence.joined(index)}
    return index, kinds - {"ended"} if ends and pending.still_to_come(trigger) else kinds


def _through(
    sentence: Sentence, trigger: Trigger, index: int, kinds: frozenset[str], *, own: bool
) -> tuple[bool, frozenset[str]]:
    """Whether the event is denied once its governor, which may be denied itself, has had its say, and what is left.

    :param own: whether the event has a negator of its own.
    """
    denied, words = governors.denied(sentence, trigger, index), sentence.grammar.words
    if "true" in kinds:
        return own != denied, NONE
    if "doubted" in kinds:
        sure = FACTUAL if syntax.infinitive(sentence, trigger.head) else NONE  # did not hesitate to ban it
        return own, sure if denied else POSSIBLE
    if kinds.isdisjoint(UNMADE):
        dropped = "intended" in kinds and standing.dropped(sentence, index)
        return own or dropped or (denied and bool(sentence.governs(index) or kinds == FACTUAL)), kinds
    aimed = trigger.voice == "nominal" and not (trigger.frame.speaks or trigger.frame.pending) and (
        kinds == {"negative"} and standing.left_open(sentence, index)
    )
    if denied or own or aimed:
        return False, POSSIBLE  # in order to avoid sanctions
    answered = not words["answering"].isdisjoint({sentence.lemmas[index], sentence.joined(index)})
    if answered and trigger.frame.tentative and governors.presupposed(sentence, trigger) and sentence.governs(index):
        return False, NONE if trigger.head in sentence.inside else POSSIBLE  # wies die US-Sanktionen zurück
    held = "failed" in kinds and trigger.voice == "nominal" and trigger.frame.speaks  # the talks collapsed
    bargained = sentence.lemmas[index] in words["bargaining"] and "failed" not in kinds
    if bargained and trigger.voice == "nominal":  # opposes the sale, a ban
        return False, frozenset({"intended"}) if trigger.frame.pending else POSSIBLE
    answer = words["answering"] & {sentence.lemmas[index], sentence.joined(index)}
    asks = trigger.frame.planned or (trigger.frame.speaks and sentence.governs(trigger.head))
    if answer and trigger.voice == "nominal" and asks:
        return False, NONE  # lehnte die Forderung der USA ab, rejected the bid
    return not held, kinds


def cues(sentence: Sentence, trigger: Trigger) -> list[str]:
    """What :func:`judge` went by, in words."""
    number = sentence.clause_at[trigger.head]
    clause = sentence.clauses[number]
    found = []
    index, kinds = governors.find(sentence, trigger, number)
    if index is not None:
        denied = ", itself denied" if governors.denied(sentence, trigger, index) else ""
        found.append(f"governed by “{sentence.forms[index]}” ({', '.join(sorted(kinds))}{denied})")
    elif form := governors.form(sentence, trigger, clause):
        found.append(f"an infinitive or gerund that nothing known governs ({', '.join(sorted(form))})")
    if trigger.verbal and standing.subjunctive(sentence, trigger.head):
        found.append("a base form with a subject of its own: a wish")
    if clause.kind != "main":
        found.append(f"in a {clause.kind} clause")
    if modal := _modal(sentence, trigger, number):
        found.append(f"a modal or a future makes it {modal}")
    if hedge := _hedged(sentence, trigger, clause):
        found.append(f"hedged as {hedge}")
    if governors.presupposed(sentence, trigger):
        found.append("presupposed: it has an article or a possessive")
    elif _unsupported(sentence, trigger, clause):
        found.append("only named: nothing says that it is there")
    if trigger.frame.polar is False and _negated(sentence, trigger, clause, index):
        found.append("negated")
    return found or ["nothing that leaves it open"]


def _worked_for(sentence: Sentence, trigger: Trigger) -> bool:
    """``released prisoners to win sanctions relief``, ``um Sanktionserleichterungen zu erreichen``: a thing that
    somebody does something for.
    """
    if trigger.voice != "nominal" or sentence.deps[trigger.head] != "obj":
        return False
    above = sentence.heads[trigger.head]
    return sentence.deps[above] == "advcl" and syntax.infinitive(sentence, above) and (
        sentence.lemmas[above] in sentence.grammar.words["gaining"]
    )


def _modality(
    sentence: Sentence, trigger: Trigger, number: int, kinds: frozenset[str], governor: int | None
) -> Modality:
    clause = sentence.clauses[number]
    if governors.there(sentence, trigger):
        return next((m for m in ORDER if m in kinds), "asserted")
    opener = clause.kind
    if opener == "coordinate" and number:
        opener = sentence.clauses[number - 1].kind if sentence.clauses[number - 1].kind == "condition" else opener
    verbal = trigger.verbal
    known = governors.presupposed(sentence, trigger)
    inverted = verbal and (standing.inverted(sentence, trigger.head) or _conditioned(sentence, trigger.head))
    coming = (opener == "pending" and not known) or (verbal and standing.pending(sentence, trigger.head))
    above = sentence.heads[trigger.head]
    done = not verbal and sentence.verbal[above] and standing.past(sentence, above)  # bevor es die Sperre ankündigte
    coming = coming and not done and not pending.ahead(sentence, trigger, known=known)
    if opener == "condition" or inverted or (
        coming and (not _past(sentence, trigger, clause) or _could(sentence, trigger))
    ):
        return "conditional"
    modality = next((m for m in ORDER if m in kinds), None)
    bare = "asserted" in kinds or trigger.voice == "participle" or standing.under_it(sentence, trigger.head)
    modal = None if bare else _modal(sentence, trigger, number)
    if not modal and kinds & {"asserted", "attempted", *UNMADE}:
        modal = _modal_of(sentence, governor)
    if modal and not (
        (modality == "feared" and modal in ("possible", "conditional"))
        or (modality == "possible" and modal == "conditional")
    ):
        modality = modal
    refused = any(sentence.lower[i] in sentence.grammar.words["past_modals"] for i in syntax.auxiliaries(
        sentence, trigger.head
    ))
    if trigger.frame.negated and (modality in ("intended", "possible") or refused):
        return "asserted"  # would not comment, wollte sich nicht äußern: the refusal is the event
    aim = (opener == "purpose" and verbal) or (not known and _worked_for(sentence, trigger))
    if modality is None and aim and "asserted" not in kinds:
        modality = "intended"
    questioned = sentence.forms[-1] == "?" and not _granted(sentence, trigger)
    if modality is None and (
        questioned or _hedged(sentence, trigger, clause) == "possible" or _asked(sentence, trigger, clause)
    ):
        modality = "possible"
    if modality is None and trigger.verbal and not _past(sentence, trigger, clause) and (
        standing.conditioned(sentence, trigger.head)
    ):
        modality = "conditional"
    return modality or "asserted"


def _could(sentence: Sentence, trigger: Trigger) -> bool:
    """``bevor sie es verbieten konnte``: what somebody had not yet been able to do."""
    return trigger.verbal and any(
        sentence.lower[i] in sentence.grammar.words["past_modals"] for i in syntax.auxiliaries(sentence, trigger.head)
    )


def _granted(sentence: Sentence, trigger: Trigger) -> bool:
    """``Why did the EU ban it?``, ``Wann hat die EU es verboten?``: a question that takes it for granted."""
    verb = syntax.main_verb(sentence, trigger.head)
    if trigger.frame.norm or not trigger.verbal or standing.denied(sentence, verb):
        return False  # Why should they? Why don't you talk to him?
    return standing.taken_for_granted(sentence, trigger.head) and (
        standing.past(sentence, verb) or not sentence.grammar.words["whys"].isdisjoint(
            sentence.lower[i] for i in syntax.children(sentence, verb))
    )


def _conditioned(sentence: Sentence, verb: int) -> bool:
    """``if his uncle, Lazaro Gonzalez, did not sign``, ``falls Merz, der Kanzler, zustimmt``: a clause that something
    between commas cuts is a condition behind it, too.
    """
    marks = syntax.dependents(sentence, syntax.main_verb(sentence, verb), ("mark",))
    return not standing.asked(sentence, verb) and any(
        sentence.lower[i] in sentence.grammar.words["conditional_openers"]
        and sentence.clause_at[i] != sentence.clause_at[verb] for i in marks
    )


def _asked(sentence: Sentence, trigger: Trigger, clause: Clause) -> bool:
    """``whether the EU imposed …`` leaves it open, and so does ``Dass die EU …, …`` at the head of a sentence, but for
    what it does to somebody: ``Dass die EU es verbot, ärgerte ihn``.
    """
    if not clause.first and sentence.grammar.syntax.initial_complements and clause.kind == "complement":
        told = sentence.heads[syntax.main_verb(sentence, trigger.head)]
        moved = sentence.lemmas[told] in sentence.grammar.words["moving"] and not standing.denied(sentence, told)
        if not moved or standing.left_open(sentence, told):
            return True
    return sentence.lower[clause.first] in sentence.grammar.words["indirect_questions"]


# --- cues in the trigger's own clause --------------------------------------------------------------------------


def _modal(sentence: Sentence, trigger: Trigger, number: int) -> Modality | None:
    clause = sentence.clauses[number]
    found = _modals(sentence, trigger, clause)
    if not found and trigger.verbal:
        own = set(syntax.auxiliaries(sentence, trigger.head)) - set(trigger.tokens)  # wherever the clause was cut
        found = {kind for i in own if (kind := sentence.grammar.modals.get(sentence.lower[i]))}
    if not found and number and clause.kind == "coordinate" and _shares_modal(sentence, trigger, clause):
        found = _modals(sentence, trigger, sentence.clauses[number - 1])
    if not found and trigger.voice == "active":
        shared = standing.shared_auxiliaries(sentence, trigger.head)
        found = {kind for i in shared if (kind := sentence.grammar.modals.get(sentence.lower[i]))}
        if not found and any(sentence.lemmas[i] in sentence.grammar.words["aux_future"] for i in shared):
            return "intended"
        found = found or _hearsay_modals(sentence, trigger.head)
    if found in ({"possible", "requested"}, {"conditional", "requested"}) and sentence.grammar.syntax.verb_final:
        found -= {"requested"}  # könnte zahlen müssen, hätte verkaufen müssen
    if not found and trigger.voice == "active" and (modality := _beside_verb(sentence, trigger)):
        return modality
    if found == {"possible"} and _managed(sentence, trigger):
        return None
    if found and (_perfect_follows(sentence, trigger) or (found == {"requested"} and _perfect(sentence, trigger))):
        return "possible"
    if not found and _future(sentence, trigger, clause):
        return "intended"
    if found == {"requested"} and standing.scheduled(sentence, trigger.head, trigger.voice, clause):
        return "intended"
    if found == {"conditional"} and standing.reported(sentence, trigger.head):
        return None
    if found == {"conditional"} and standing.announced(sentence, trigger.head):
        return "intended"
    return next((m for m in ORDER if m in found), None)


def _beside_verb(sentence: Sentence, trigger: Trigger) -> Modality | None:
    """``would leave it, reinstating the sanctions``: what is done beside a verb is left open as that is."""
    verb = sentence.heads[trigger.head]
    if verb >= trigger.head or not actors.free(sentence, trigger.head):
        return None
    found = {sentence.grammar.modals.get(sentence.lower[i]) for i in syntax.auxiliaries(sentence, verb)}
    if "conditional" in found and standing.announced(sentence, verb):
        return "intended"
    return next((m for m in ORDER if m in found), None)


def _modal_of(sentence: Sentence, governor: int | None) -> Modality | None:
    """``will start exporting``, ``urged them to stop exporting``: what leaves the governor itself open."""
    if governor is None or not sentence.verbal[governor]:
        return None
    found = {sentence.grammar.modals.get(sentence.lower[i]) for i in syntax.auxiliaries(sentence, governor)}
    voice = "passive" if syntax.passive_auxiliaries(sentence, governor) else "active"
    if "requested" in found and standing.scheduled(
        sentence, governor, voice, sentence.clauses[sentence.clause_at[governor]]
    ):
        return "intended"  # die Gespräche sollen fortgesetzt werden
    if found.isdisjoint(ORDER) and syntax.infinitive(sentence, governor):
        above = syntax.above(sentence, governor)
        kinds = NONE if above is None else governors.willed(sentence, above)
        if above is not None and standing.pressed(sentence, above, governor):
            return "requested"
        found = set(kinds) if kinds & {"asserted", *ORDER} else {"intended"}
    return next((m for m in ORDER if m in found), None)


def _modals(sentence: Sentence, trigger: Trigger, clause: Clause) -> set[str]:
    bracket = sentence.grammar.syntax.verb_bracket
    end = clause.end if bracket else max(min(clause.end, trigger.head), clause.first)
    if end == clause.first:
        end = clause.end
    found: set[str] = set()
    for i in range(clause.first, end):
        kind = sentence.grammar.modals.get(sentence.lower[i])
        # "May" and "Will" inside a sentence are a month and a name.
        if kind and i not in trigger.tokens and (sentence.forms[i].islower() or i == clause.first) and (
            not standing.elsewhere(sentence, i, trigger.head)
        ):
            found.add(kind)
    return found


def _shares_modal(sentence: Sentence, trigger: Trigger, clause: Clause) -> bool:
    """``will Sanktionen verhängen und Exporte beschränken``: an infinitive without a verb that governs it; but
    ``As it must sell bonds, rules require it to …`` has a subject of its own.
    """
    if trigger.voice != "active" or sentence.lower[trigger.head] != sentence.lemmas[trigger.head] or (
        syntax.subjects(sentence, trigger.head)
    ):
        return False
    if not sentence.grammar.syntax.verb_final:
        return trigger.head - clause.first <= 2
    return not any(i != trigger.head for i in sentence.verbs_in(clause.first, clause.end))


def _perfect_follows(sentence: Sentence, trigger: Trigger) -> bool:
    """``soll … verhängt haben``, ``soll … gesetzt worden sein``: hearsay about the past, no duty; so of what goes on:
    ``soll Waffen gekauft und verschifft haben``; and of a noun, ``soll ein Angebot vorgelegt haben``.
    """
    if not sentence.grammar.syntax.verb_final or trigger.voice == "participle":
        return False
    verb = sentence.heads[trigger.head] if trigger.voice == "nominal" else trigger.head
    return any(_before_perfect(sentence, i) for i in (verb, *syntax.dependents(sentence, verb, ("conj",))))


def _hearsay_modals(sentence: Sentence, head: int) -> set[str]:
    """``soll Waffen gekauft und nach Russland verschifft haben``: the modals of what a perfect goes on with."""
    own = not syntax.subjects(sentence, head) and sentence.deps[head] == "conj"
    if not own or not sentence.grammar.syntax.verb_final or not _before_perfect(sentence, head):
        return set()
    before = syntax.auxiliaries(sentence, sentence.heads[head])
    return {kind for i in before if (kind := sentence.grammar.modals.get(sentence.lower[i]))}


def _before_perfect(sentence: Sentence, verb: int) -> bool:
    """``verhängt haben``, ``gesetzt worden sein``: a participle with the auxiliary of a perfect right behind it."""
    words, following = sentence.grammar.words, sentence.lemmas[verb + 1 : verb + 3]
    if following[:1] and following[0] in words["aux_passive"]:
        following = following[1:]
    participle = sentence.lower[verb] != sentence.lemmas[verb]
    return participle and bool(following[:1]) and following[0] in words["aux_perfect"]


def _managed(sentence: Sentence, trigger: Trigger) -> bool:
    """``hatte ein Abkommen erzielen können``: what somebody had been able to do he did; not so ``hätte … können``."""
    words, own = sentence.grammar.words, syntax.auxiliaries(sentence, trigger.head)
    bare = sentence.lower[trigger.head] == sentence.lemmas[trigger.head]
    finite = any(sentence.lower[i] in sentence.grammar.modals and sentence.lower[i] != sentence.lemmas[i] for i in own)
    return sentence.grammar.syntax.verb_final and bare and not finite and any(
        sentence.lemmas[i] in words["aux_perfect"] and sentence.lower[i] in words["past_auxiliaries"] for i in own
    )


def _perfect(sentence: Sentence, trigger: Trigger) -> bool:
    """``must have met``: a guess about the past, and ``should have met`` what was not done."""
    perfect = sentence.grammar.words["aux_perfect"]
    return sentence.grammar.syntax.fixed_order and any(
        sentence.lemmas[i] in perfect for i in syntax.auxiliaries(sentence, trigger.head)
    )


def _future(sentence: Sentence, trigger: Trigger, clause: Clause) -> bool:
    """``wird … besuchen``: an auxiliary that makes a future with an infinitive, though a passive with a participle, and
    of a passive as well with its own: ``wird verurteilt werden``.
    """
    if trigger.voice == "passive" and sentence.grammar.syntax.verb_final:
        future = sentence.grammar.words["aux_future"]
        own = [i for i in syntax.auxiliaries(sentence, trigger.head) if sentence.lemmas[i] in future]
        return len(own) > 1 and any(sentence.lower[i] == sentence.lemmas[i] for i in own)
    if trigger.voice != "active":
        return False
    bare = sentence.lower[trigger.head] == sentence.lemmas[trigger.head]
    return bare and any(
        sentence.lemmas[i] in sentence.grammar.words["aux_future"]
        for i in (*range(clause.first, clause.end), *syntax.auxiliaries(sentence, trigger.head))
        if i not in trigger.tokens and sentence.clauses[sentence.clause_at[i]].kind != "relative"
    )


def _hedged(sentence: Sentence, trigger: Trigger, clause: Clause) -> str | None:
    """``reportedly``, ``angeblich`` anywhere in the clause; ``almost`` right before the verb."""
    for i in range(clause.first, clause.end):
        both = " ".join(sentence.lower[i : i + 2])
        kind = sentence.grammar.hedges.get(sentence.lower[i]) or sentence.grammar.hedges.get(both)
        told = both in sentence.grammar.words["hedge_exceptions"]
        attribute = sentence.deps[sentence.heads[i]] == "amod"  # a potentially deadly weapon
        if kind == "possible" and i not in trigger.tokens and not told and not attribute:
            return kind
        if kind == "negative" and i < trigger.head and all(
            sentence.verbal[j] for j in range(i + 1, trigger.head)
        ):
            return kind
    return None


def _scheduled(sentence: Sentence, trigger: Trigger, governor: int) -> bool:
    """``The signing of the treaty is planned for May``: what somebody does is still to come, with an article too. What
    lasts may be there and go on.
    """
    scheduling = sentence.grammar.words["scheduling"] & {sentence.lower[governor], sentence.lemmas[governor]}
    impending = sentence.grammar.words["impending"] & {sentence.joined(governor), sentence.lemmas[governor]}
    undergone = bool(scheduling) and standing.undergoes(sentence, trigger.head, governor)
    return not trigger.frame.tentative and (undergone or (
        bool(impending) and sentence.heads[trigger.head] == governor))


def _unsupported(sentence: Sentence, trigger: Trigger, clause: Clause) -> bool:
    """Is a measure only named (``voted on sanctions against Belarus``), with nothing that says it is there?

    An article or a possessive presupposes it, and so do a cause or a time (``after sanctions on …``), whoever took it,
    and verbs such as ``announce``.
    """
    if trigger.voice != "nominal" or not trigger.frame.tentative:
        return False
    words, grammar = sentence.grammar.words, sentence.grammar
    at = trigger.head - 1
    while at >= clause.first and sentence.forms[at].islower() and not sentence.verbal[at] and (
        sentence.lower[at] not in grammar.prepositions and at not in sentence.inside
    ) and sentence.lower[at] not in words["determiners"]:
        at -= 1
    if at >= clause.first:
        word = sentence.lower[at]
        there = word in words["definite"] and not trigger.frame.activity  # the sale of chips to Iran may be banned
        if word in words["causes"] or there or sentence.forms[at] in words["possessive_marks"]:
            return False
        if at in sentence.inside:
            return False
    if trigger.frame.activity:
        return not standing.goes_on(sentence, trigger.head)
    if any(i in sentence.inside for i in range(at + 1, trigger.head + 1)):
        return False  # chinesische Exportkontrollen, US-Sanktionen
    if sentence.deps[trigger.head] in ("obj", "nsubj:pass"):
        verb = sentence.heads[trigger.head]
        if not words["takes"].isdisjoint({sentence.lemmas[verb], sentence.joined(verb)}):
            return False  # is taking measures against banks
    return not any(
        words["support"] & {sentence.lemmas[i], sentence.lower[i], sentence.joined(i)}
        for i in range(clause.first, clause.end) if i not in trigger.tokens
    )


def _negated(sentence: Sentence, trigger: Trigger, clause: Clause, governor: int | None) -> bool:
    """A negator that is the trigger's own, not its governor's."""
    words = sentence.grammar.words
    nominal = not trigger.verbal
    first = clause.first
    if governor is not None and clause.first <= governor < trigger.head:
        first = governor + 1
    if nominal:
        places = set(range(_phrase_start(sentence, trigger.head, first), trigger.head))
    elif sentence.grammar.syntax.verb_bracket:
        places = set(range(clause.first, clause.end))
        if _governor_is_near(trigger, clause, governor):
            places = set()
    else:
        verbs = [i for i in sentence.verbs_in(first, trigger.head) if i not in sentence.inside
                 and sentence.lemmas[i] not in words["auxiliaries"] and sentence.lemmas[i] not in words["light_verbs"]
                 and sentence.lower[i] not in sentence.grammar.modals]
        places = set(range(max([first, *(v + 1 for v in verbs)]), trigger.head))
        for companion in trigger.tokens:
            places |= set(range(max(trigger.head, companion - 2), companion))
    if not nominal:
        places |= set(standing.modifiers(sentence, trigger.head))
    for i in sorted(places - set(trigger.tokens)):
        word = sentence.lower[i]
        if word in words["negators"] and (nominal or word not in words["without"]) and (
            not standing.denies_other(sentence, i, trigger.head)
        ):
            following = sentence.lower[i + 1] if i + 1 < len(sentence) else ""
            if following not in words["negator_exceptions"] and not contrast.denies_part(sentence, trigger, i):
                return True
    if nominal and standing.lacks(sentence, trigger.head):
        return True
    return trigger.voice == "active" and (
        standing.denied_with(sentence, trigger.head) or standing.aim_denied(sentence, trigger.head)
    )


def _phrase_start(sentence: Sentence, head: int, first: int) -> int:
    """Where the noun phrase that ends with ``head`` begins, with a preposition or negator before it."""
    words, at = sentence.grammar.words, head - 1
    while at > first and at > head - NEAR and not sentence.verbal[at]:
        word = sentence.lower[at]
        if word in words["determiners"] or word in sentence.grammar.prepositions:
            before = sentence.lower[at - 1]
            return at - 1 if before in words["negators"] and word not in words["definite"] else at
        at -= 1
    return max(at, first)


def _governor_is_near(trigger: Trigger, clause: Clause, governor: int | None) -> bool:
    return governor is not None and clause.first <= governor < clause.end and governor not in trigger.tokens


def _past(sentence: Sentence, trigger: Trigger, clause: Clause) -> bool:
    words, endings = sentence.grammar.words, sentence.grammar.endings
    form, own = sentence.lower[trigger.head], syntax.carried(sentence, trigger.head)
    verbal = trigger.voice != "nominal"  # Brief ends like rief
    if form.endswith(endings.gerund) and any(sentence.lower[i] in words["lasting"] for i in own):
        return False  # has been investigating
    if any(sentence.lower[i].endswith(endings.gerund) for i in own) and (
        words["past_auxiliaries"].isdisjoint(sentence.lower[i] for i in own)
    ) and not any(sentence.lemmas[i] in words["aux_perfect"] for i in own):
        return False  # is being investigated
    if trigger.voice == "passive" and form != sentence.lemmas[trigger.head] and (
        not own or any(sentence.deps[i] != "aux" for i in own)
    ):  # Zwei Journalisten festgenommen; not: is banned
        return not own or any(sentence.lower[i] in words["past_auxiliaries"] for i in own)
    return (
        (verbal and form.endswith(endings.past) and form != sentence.lemmas[trigger.head])
        or (form.endswith(endings.undecided) and not syntax.acts(sentence, trigger.head))
        or not words["past_auxiliaries"].isdisjoint(sentence.lower[clause.first : clause.end])
        or any(sentence.lower[i] in words["past_auxiliaries"] | words["past_modals"] for i in own)
        or (form != sentence.lemmas[trigger.head] and not form.endswith(endings.present))
    )


def _status(
    sentence: Sentence, trigger: Trigger, clause: Clause, modality: Modality, kinds: frozenset[str]
) -> Status:
    if "failed" in kinds:
        return "failed"
    if "attempted" in kinds:
        # efforts to ban it have failed; tried to ban it and failed
        in_vain = any("failed" in sentence.governs(i) for i in sentence.verbs if i > trigger.head)
        return "failed" if in_vain else "attempted"
    if modality != "asserted":
        return "not_started"
    if trigger.frame.norm:
        return "ongoing"
    written = any("writer" in slots for slots in trigger.frame.roles.values())  # a letter that is told of was sent
    return "completed" if trigger.frame.dated or written or _past(sentence, trigger, clause) else "ongoing"
