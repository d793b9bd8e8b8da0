"""Did it happen? Modality, polarity and status from cues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from depesche.events import contrast, phrases, standing, syntax
from depesche.events.sentence import Clause, Sentence
from depesche.events.triggers import Trigger, dependent, infinitive, marker, nearest
from depesche.records import Modality, Polarity, Status

ORDER: tuple[Modality, ...] = ("requested", "proposed", "intended", "feared", "possible", "conditional")
NEAR = 5
"""How far before a trigger a negator or a modifying adjective may stand, in tokens."""
NONE: frozenset[str] = frozenset()
FACTUAL = frozenset({"asserted"})
POSSIBLE = frozenset({"possible"})
PLANNED = frozenset({"requested", "proposed", "intended"})
UNMADE = frozenset({"negative", "ended", "ceased", "failed"})
"""What says that something is not so, or no longer."""
UNDONE = frozenset({"asserted", "undone"})
"""What ``without`` makes of a verb."""


@dataclass(frozen=True, slots=True)
class Truth:
    modality: Modality
    polarity: Polarity
    status: Status


def judge(sentence: Sentence, trigger: Trigger) -> Truth | None:
    """Never more than the words say: whatever is governed by a wish, a plan or a condition is not asserted.

    None when the words tell of the measure's end (``lifted the ban``): that is another event.
    """
    number = sentence.clause_of(trigger.head)
    clause = sentence.clauses[number]
    index, kinds = _governor(sentence, trigger, number)
    own = trigger.frame.polar is False and _negated(sentence, trigger, clause, index)
    index, kinds = _made_all_the_same(sentence, trigger, index, kinds)
    if "ended" in kinds and trigger.voice in ("nominal", "participle"):
        if not trigger.frame.pending:
            return None
        kinds = kinds - {"ended"} or frozenset({"intended"})  # blocked the takeover: it was to come
    if trigger.voice == "participle":
        index, kinds = None, NONE  # nach einem 2021 verabschiedeten Gesetz drohen …
    if index is not None:
        own, kinds = _through(sentence, trigger, index, kinds, own=own)
    if kinds == FACTUAL and index is not None and sentence.clauses[sentence.clause_of(index)].kind == "purpose":
        kinds = frozenset({"intended"})  # um ihnen zu helfen, … zu überwachen
    own, kinds = _left_to(sentence, trigger, kinds, own=own)
    kinds = kinds or _dependent_form(sentence, trigger, clause)
    if kinds.isdisjoint(ORDER) and trigger.voice in ("active", "passive") and (
        standing.subjunctive(sentence, trigger.head)
    ):
        kinds = frozenset({"requested"})
    if "attempted" in kinds:
        kinds -= {"intended"}  # what was tried was tried: the status says so
    pending = _pending(sentence, trigger)
    if _presupposed(sentence, trigger) and not pending and not (
        index is not None and _scheduled(sentence, trigger, index)
    ):
        kinds -= {"intended", "possible", "attempted"}
    elif not kinds and _unsupported(sentence, trigger, clause):
        kinds = frozenset({"possible"})
    asked = trigger.voice in ("active", "passive") and standing.asked(sentence, trigger.head)
    if asked and not kinds.isdisjoint(ORDER):
        kinds = POSSIBLE
    modality = _modality(sentence, trigger, number, kinds, index)
    if asked and modality in PLANNED:
        modality = "possible"
    unmade = _still_to_come(trigger) and trigger.frame.pending and standing.unmade(sentence, trigger.head)
    if unmade or kinds >= UNDONE or _hedged(sentence, trigger, clause) == "negative":
        own = True
    polarity: Polarity = "negative" if own and not trigger.frame.negated else "positive"
    return Truth(modality, polarity, _status(sentence, trigger, clause, modality, kinds))


def _pending(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun is of what is still to come, though an article says that it is known."""
    return _not_let_through(sentence, trigger) or _searched_for(sentence, trigger) or (
        _still_to_come(trigger) and standing.awaited(sentence, trigger.head) is not None
    )


def _searched_for(sentence: Sentence, trigger: Trigger) -> bool:
    return trigger.voice == "nominal" and standing.searched_for(sentence, trigger.head)


def _left_to(
    sentence: Sentence, trigger: Trigger, kinds: frozenset[str], *, own: bool
) -> tuple[bool, frozenset[str]]:
    """What somebody has or has no leave to do, and what he is for or against, nobody has done yet."""
    permitted = standing.permitted(sentence, trigger.head) if trigger.voice in ("active", "passive") else None
    if permitted is not None:
        return not permitted, POSSIBLE if permitted else UNDONE
    if trigger.voice == "nominal" and (
        standing.sided(sentence, trigger.head) or _not_let_through(sentence, trigger)
    ):
        return False, POSSIBLE
    if _planned(sentence, trigger, kinds) or _searched_for(sentence, trigger):
        return own, kinds if kinds & {*ORDER} else kinds | {"intended"}
    if _part_of_deal(sentence, trigger):
        return False, kinds & PLANNED | {"intended"}
    if not kinds and _unnamed_deal(sentence, trigger):
        return own, POSSIBLE
    if not kinds and _but_for(sentence, trigger):
        return own, frozenset({"conditional"})
    awaited = standing.awaited(sentence, trigger.head) if _still_to_come(trigger) else None
    return own, kinds | ({awaited} if awaited else NONE)


def _planned(sentence: Sentence, trigger: Trigger, kinds: frozenset[str]) -> bool:
    """``a bid for the company``, ``approved the takeover``, ``talks about a merger``: what is offered, let through or
    spoken of is not done; but ``completed its tender offer``.
    """
    head = sentence.heads[trigger.head] if sentence.heads else trigger.head
    words, above = sentence.grammar.words, {sentence.lemmas[head], sentence.joined(head)}
    if trigger.voice != "nominal" or not trigger.frame.pending:
        return trigger.frame.planned
    if standing.fulfilled(sentence, trigger.head) or above & words["completing"]:
        return False
    bargained = head != trigger.head and bool(above & words["bargaining"]) and kinds.isdisjoint(UNMADE)
    bargained = bargained or phrases.opposed(sentence, trigger.head)
    return trigger.frame.planned or bargained or standing.let_through(sentence, trigger.head) is True


def _part_of_deal(sentence: Sentence, trigger: Trigger) -> bool:
    """``merger talks``, ``their takeover agreement``: what is done to these is not done to the deal."""
    head = sentence.heads[trigger.head] if sentence.heads else trigger.head
    return trigger.frame.pending and trigger.voice == "nominal" and head > trigger.head and (
        sentence.deps[trigger.head] == "compound" and sentence.pos[head] == "NOUN"
    )


def _unnamed_deal(sentence: Sentence, trigger: Trigger) -> bool:
    """``A merger with Fiat would …``, ``hält eine Fusion für sinnvoll``: of a deal that is one of several possible ones
    nothing says that it was made, unless it is what somebody did (``made an acquisition``), or a cause.
    """
    if trigger.voice != "nominal" or not trigger.frame.pending or not sentence.heads:
        return False
    words, head = sentence.grammar.words, sentence.heads[trigger.head]
    articles = {sentence.lower[i] for i in syntax.dependents(sentence, trigger.head, ("det",))} & words["indefinite"]
    joined = syntax.preposition(sentence, trigger.head)
    done = {sentence.lemmas[head], sentence.joined(head)} & (words["takes"] | words["fulfilling"] | words["support"])
    return bool(articles) and joined not in words["causes"] and not done


def _but_for(sentence: Sentence, trigger: Trigger) -> bool:
    """``Without the sale of its unit, Bosch would be bankrupt``: what something would be like if it did not come."""
    if trigger.voice != "nominal" or not trigger.frame.pending or not sentence.heads:
        return False
    modals = {sentence.grammar.modals.get(sentence.lower[i]) for i in syntax.children(
        sentence, sentence.heads[trigger.head]
    )}
    return syntax.preposition(sentence, trigger.head) in sentence.grammar.words["without"] and "conditional" in modals


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
    return index, kinds - {"ended"} if ends and _still_to_come(trigger) else kinds


def _still_to_come(trigger: Trigger) -> bool:
    """Whether a noun means what somebody does: a measure may be there before it takes effect."""
    return trigger.voice == "nominal" and not trigger.frame.tentative


def _not_let_through(sentence: Sentence, trigger: Trigger) -> bool:
    """``did not approve the takeover``; but ``did not back the sanctions``, which may be there all the same."""
    return _still_to_come(trigger) and standing.let_through(sentence, trigger.head) is False


def _through(
    sentence: Sentence, trigger: Trigger, index: int, kinds: frozenset[str], *, own: bool
) -> tuple[bool, frozenset[str]]:
    """Whether the event is denied once its governor, which may be denied itself, has had its say, and what is left.

    :param own: whether the event has a negator of its own.
    """
    denied = _governor_negated(sentence, trigger, index)
    if "true" in kinds:
        return own != denied, NONE
    if "doubted" in kinds:
        sure = FACTUAL if syntax.infinitive(sentence, trigger.head) else NONE  # did not hesitate to ban it
        return own, sure if denied else POSSIBLE
    if kinds.isdisjoint(UNMADE):
        return own or (denied and bool(sentence.governs(index))), kinds
    if denied or own:
        return False, POSSIBLE
    held = "failed" in kinds and trigger.voice == "nominal" and trigger.frame.speaks  # the talks collapsed
    bargained = sentence.lemmas[index] in sentence.grammar.words["bargaining"] and "failed" not in kinds
    if bargained and trigger.frame.pending and trigger.voice == "nominal":
        return False, frozenset({"intended"})  # opposes the sale
    answer = sentence.grammar.words["answering"] & {sentence.lemmas[index], sentence.joined(index)}
    asks = trigger.frame.planned or (trigger.frame.speaks and sentence.governs(trigger.head))
    if answer and trigger.voice == "nominal" and asks:
        return False, NONE  # lehnte die Forderung der USA ab, rejected the bid
    return not held, kinds


def cues(sentence: Sentence, trigger: Trigger) -> list[str]:
    """What :func:`judge` went by, in words."""
    number = sentence.clause_of(trigger.head)
    clause = sentence.clauses[number]
    found = []
    index, kinds = _governor(sentence, trigger, number)
    if index is not None:
        denied = ", itself denied" if _governor_negated(sentence, trigger, index) else ""
        found.append(f"governed by “{sentence.forms[index]}” ({', '.join(sorted(kinds))}{denied})")
    elif form := _dependent_form(sentence, trigger, clause):
        found.append(f"an infinitive or gerund that nothing known governs ({', '.join(sorted(form))})")
    if trigger.voice in ("active", "passive") and standing.subjunctive(sentence, trigger.head):
        found.append("a base form with a subject of its own: a wish")
    if clause.kind != "main":
        found.append(f"in a {clause.kind} clause")
    if modal := _modal(sentence, trigger, number):
        found.append(f"a modal or a future makes it {modal}")
    if hedge := _hedged(sentence, trigger, clause):
        found.append(f"hedged as {hedge}")
    if _presupposed(sentence, trigger):
        found.append("presupposed: it has an article or a possessive")
    elif _unsupported(sentence, trigger, clause):
        found.append("only named: nothing says that it is there")
    if trigger.frame.polar is False and _negated(sentence, trigger, clause, index):
        found.append("negated")
    return found or ["nothing that leaves it open"]


def _modality(
    sentence: Sentence, trigger: Trigger, number: int, kinds: frozenset[str], governor: int | None
) -> Modality:
    clause = sentence.clauses[number]
    opener = clause.kind
    if opener == "coordinate" and number:
        opener = sentence.clauses[number - 1].kind if sentence.clauses[number - 1].kind == "condition" else opener
    verbal = trigger.voice in ("active", "passive")
    inverted = verbal and (standing.inverted(sentence, trigger.head) or _conditioned(sentence, trigger.head))
    pending = opener == "pending" or (verbal and standing.pending(sentence, trigger.head))
    if opener == "condition" or inverted or (pending and not _past(sentence, trigger, clause)):
        return "conditional"
    modality = next((m for m in ORDER if m in kinds), None)
    modal = None if "asserted" in kinds else _modal(sentence, trigger, number)
    if not modal and kinds & {"asserted", *UNMADE}:
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
    if modality is None and opener == "purpose" and trigger.voice not in ("nominal", "participle"):
        modality = "intended"
    if modality is None and (
        sentence.forms[-1] == "?" or _hedged(sentence, trigger, clause) == "possible" or _asked(sentence, clause)
    ):
        modality = "possible"
    if modality is None and trigger.voice in ("active", "passive") and not _past(sentence, trigger, clause) and (
        standing.conditioned(sentence, trigger.head)
    ):
        modality = "conditional"
    return modality or "asserted"


def _conditioned(sentence: Sentence, verb: int) -> bool:
    """``if his uncle, Lazaro Gonzalez, did not sign``, ``falls Merz, der Kanzler, zustimmt``: a clause that something
    between commas cuts is a condition behind it, too.
    """
    marks = syntax.dependents(sentence, syntax.main_verb(sentence, verb), ("mark",)) if sentence.heads else []
    return not standing.asked(sentence, verb) and any(
        sentence.lower[i] in sentence.grammar.words["conditional_openers"]
        and sentence.clause_of(i) != sentence.clause_of(verb) for i in marks
    )


def _asked(sentence: Sentence, clause: Clause) -> bool:
    """``whether the EU imposed …`` leaves it open, and so does ``Dass die EU …, …`` at the head of a sentence."""
    if not clause.first and sentence.grammar.syntax.initial_complements and clause.kind == "complement":
        return True
    return sentence.lower[clause.first] in sentence.grammar.words["indirect_questions"]


# --- cues in the trigger's own clause --------------------------------------------------------------------------


def _modal(sentence: Sentence, trigger: Trigger, number: int) -> Modality | None:
    clause = sentence.clauses[number]
    found = _modals(sentence, trigger, clause)
    if not found and trigger.voice in ("active", "passive"):
        own = set(syntax.auxiliaries(sentence, trigger.head)) - set(trigger.tokens)  # wherever the clause was cut
        found = {kind for i in own if (kind := sentence.grammar.modals.get(sentence.lower[i]))}
    if not found and number and clause.kind == "coordinate" and _shares_modal(sentence, trigger, clause):
        found = _modals(sentence, trigger, sentence.clauses[number - 1])
    if not found and trigger.voice == "active":
        shared = standing.shared_auxiliaries(sentence, trigger.head)
        found = {kind for i in shared if (kind := sentence.grammar.modals.get(sentence.lower[i]))}
        if not found and any(sentence.lemmas[i] in sentence.grammar.words["aux_future"] for i in shared):
            return "intended"
    if found == {"possible"} and _managed(sentence, trigger):
        return None
    if found and (_perfect_follows(sentence, trigger) or (found == {"requested"} and _perfect(sentence, trigger))):
        return "possible"
    if not found and _future(sentence, trigger, clause):
        return "intended"
    if found == {"requested"} and standing.scheduled(sentence, trigger.head, trigger.voice, clause):
        return "intended"
    if found == {"conditional"} and standing.announced(sentence, trigger.head):
        return "intended"
    if found == {"conditional"} and standing.reported(sentence, trigger.head):
        return None
    return next((m for m in ORDER if m in found), None)


def _modal_of(sentence: Sentence, governor: int | None) -> Modality | None:
    """``will start exporting``, ``urged them to stop exporting``: what leaves the governor itself open."""
    if governor is None or not sentence.is_verb(governor):
        return None
    found = {sentence.grammar.modals.get(sentence.lower[i]) for i in syntax.auxiliaries(sentence, governor)}
    if found.isdisjoint(ORDER) and syntax.infinitive(sentence, governor):
        above = syntax.above(sentence, governor)
        kinds = NONE if above is None else _willed(sentence, above)
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
    """``will Sanktionen verhängen und Exporte beschränken``: an infinitive without a verb that governs it."""
    if trigger.voice != "active" or sentence.lower[trigger.head] != sentence.lemmas[trigger.head]:
        return False
    if not sentence.grammar.syntax.verb_final:
        return trigger.head - clause.first <= 2
    return not any(i != trigger.head for i in sentence.verbs_in(clause.first, clause.end))


def _perfect_follows(sentence: Sentence, trigger: Trigger) -> bool:
    """``soll … verhängt haben``, ``soll … gesetzt worden sein``: hearsay about the past, no duty."""
    following = sentence.lemmas[trigger.head + 1 : trigger.head + 3]
    if not sentence.grammar.syntax.verb_final or trigger.voice in ("nominal", "participle"):
        return False
    words = sentence.grammar.words
    if following[:1] and following[0] in words["aux_passive"]:
        following = following[1:]
    form = sentence.lower[trigger.head]
    return form != sentence.lemmas[trigger.head] and bool(following[:1]) and following[0] in words["aux_perfect"]


def _managed(sentence: Sentence, trigger: Trigger) -> bool:
    """``hatte ein Abkommen erzielen können``: what somebody had been able to do he did; not so ``hätte … können``."""
    words, own = sentence.grammar.words, syntax.auxiliaries(sentence, trigger.head)
    bare = sentence.lower[trigger.head] == sentence.lemmas[trigger.head]
    return sentence.grammar.syntax.verb_final and bare and any(
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
        for i in range(clause.first, clause.end) if i not in trigger.tokens
    )


def _hedged(sentence: Sentence, trigger: Trigger, clause: Clause) -> str | None:
    """``reportedly``, ``angeblich`` anywhere in the clause; ``almost`` right before the verb."""
    for i in range(clause.first, clause.end):
        kind = sentence.grammar.hedges.get(sentence.lower[i])
        told = " ".join(sentence.lower[i : i + 2]) in sentence.grammar.words["hedge_exceptions"]
        attribute = bool(sentence.heads) and sentence.deps[sentence.heads[i]] == "amod"  # a potentially deadly weapon
        if kind == "possible" and i not in trigger.tokens and not told and not attribute:
            return kind
        if kind == "negative" and i < trigger.head and all(
            sentence.is_verb(j) for j in range(i + 1, trigger.head)
        ):
            return kind
    return None


def _presupposed(sentence: Sentence, trigger: Trigger) -> bool:
    """``the embargo`` speaks of one that is there, whatever the clause around it plans."""
    if trigger.voice != "nominal" or trigger.frame.pending or not trigger.head:
        return False
    for i in range(trigger.head - 1, max(trigger.head - 6, -1), -1):
        word = sentence.forms[i]
        if word.lower() in sentence.grammar.words["definite"]:
            return True
        if i not in sentence.dated and (sentence.is_verb(i) or not word.islower() or sentence.governs(i)):
            return False
    return False


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
    while at >= clause.first and sentence.forms[at].islower() and not sentence.is_verb(at) and (
        sentence.lower[at] not in grammar.prepositions
    ) and sentence.lower[at] not in words["determiners"]:
        at -= 1
    if at >= clause.first:
        word = sentence.lower[at]
        if word in words["causes"] or word in words["definite"] or sentence.forms[at] in words["possessive_marks"]:
            return False
        if at in sentence.inside:
            return False
    return not any(
        sentence.lemmas[i] in words["support"] or sentence.lower[i] in words["support"]
        for i in range(clause.first, clause.end) if i not in trigger.tokens
    )


def _negated(sentence: Sentence, trigger: Trigger, clause: Clause, governor: int | None) -> bool:
    """A negator that is the trigger's own, not its governor's."""
    words = sentence.grammar.words
    nominal = trigger.voice in ("nominal", "participle")
    first = clause.first
    if governor is not None and clause.first <= governor < trigger.head:
        first = governor + 1
    if nominal:
        places = set(range(_phrase_start(sentence, trigger.head, first), trigger.head))
    elif sentence.grammar.syntax.verb_bracket:
        places = set(range(clause.first, clause.end))
        if _governor_is_near(sentence, trigger, clause, governor):
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
    return trigger.voice == "active" and (
        standing.denied_with(sentence, trigger.head) or standing.aim_denied(sentence, trigger.head)
    )


def _phrase_start(sentence: Sentence, head: int, first: int) -> int:
    """Where the noun phrase that ends with ``head`` begins, with a preposition or negator before it."""
    words, at = sentence.grammar.words, head - 1
    while at > first and at > head - NEAR and not sentence.is_verb(at):
        word = sentence.lower[at]
        if word in words["determiners"] or word in sentence.grammar.prepositions:
            before = sentence.lower[at - 1]
            return at - 1 if before in words["negators"] and word not in words["definite"] else at
        at -= 1
    return max(at, first)


def _governor_is_near(sentence: Sentence, trigger: Trigger, clause: Clause, governor: int | None) -> bool:
    return governor is not None and clause.first <= governor < clause.end and governor not in trigger.tokens


def _past(sentence: Sentence, trigger: Trigger, clause: Clause) -> bool:
    words, endings = sentence.grammar.words, sentence.grammar.endings
    form, own = sentence.lower[trigger.head], syntax.carried(sentence, trigger.head)
    verbal = trigger.voice != "nominal"  # Brief ends like rief
    if endings.gerund and form.endswith(endings.gerund) and any(sentence.lower[i] in words["lasting"] for i in own):
        return False  # has been investigating
    if endings.gerund and any(sentence.lower[i].endswith(endings.gerund) for i in own) and (
        words["past_auxiliaries"].isdisjoint(sentence.lower[i] for i in own)
    ) and not any(sentence.lemmas[i] in words["aux_perfect"] for i in own):
        return False  # is being investigated
    if trigger.voice == "passive" and form != sentence.lemmas[trigger.head] and (
        any(sentence.deps[i] != "aux" for i in own)
    ):
        return any(sentence.lower[i] in words["past_auxiliaries"] for i in own)  # is banned
    return (
        (verbal and form.endswith(endings.past) and form != sentence.lemmas[trigger.head])
        or (bool(endings.undecided) and form.endswith(endings.undecided) and not syntax.acts(sentence, trigger.head))
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


# --- what governs the trigger ----------------------------------------------------------------------------------


def _governor(sentence: Sentence, trigger: Trigger, number: int) -> tuple[int | None, frozenset[str]]:
    """The nearest word that takes an event as its complement, and what it makes of this one. Of a planned merger that
    was called off the verb says more.
    """
    attribute: tuple[int, frozenset[str]] | None = None
    for index in _governor_places(sentence, trigger, number):
        if index in trigger.tokens or index in sentence.named or _loose(sentence, trigger, index) or (
            _setting(sentence, trigger, index)
        ) or standing.names(sentence, index, trigger.head) or _coordinated(sentence, trigger, index):
            continue
        kinds = _kinds(sentence, trigger, index)
        if kinds == POSSIBLE and standing.confirmed(sentence, index):
            continue
        if kinds == FACTUAL and sentence.pos and sentence.pos[index] == "NOUN":
            continue  # "a move to impose" is what its own verb makes of it
        late = index > trigger.head and sentence.grammar.syntax.fixed_order and (
            not trigger.frame.tentative or _presupposed(sentence, trigger)
        ) and not standing.undergoes(sentence, trigger.head, index)
        if "failed" in kinds and index > trigger.head and trigger.voice == "nominal" and not (
            standing.ends_in(sentence, trigger.head, index)
        ):
            continue  # the sanctions failed to stop him
        if attribute and kinds.isdisjoint(UNMADE):
            continue
        if kinds and trigger.voice == "nominal" and sentence.deps and sentence.deps[index] == "amod":
            attribute = attribute or (index, kinds)
        elif kinds and not (late and kinds.isdisjoint(UNMADE)):
            return index, kinds
        if not kinds and index < trigger.head and standing.speaks(sentence, index):
            break  # sanctions will be lifted, and they had said that we …
    if attribute:
        fulfilled = attribute[1] <= PLANNED and standing.fulfilled(sentence, trigger.head)
        return (None, NONE) if fulfilled else attribute
    above = _above(sentence, trigger)
    if above is None or above in trigger.tokens:
        return None, NONE
    if kinds := _kinds(sentence, trigger, above) or _left_open(sentence, above, trigger.head):
        return above, kinds  # too far off for the places above
    return None, NONE


def _above(sentence: Sentence, trigger: Trigger) -> int | None:
    if trigger.voice in ("nominal", "participle"):
        return None
    above = syntax.above(sentence, trigger.head)
    return syntax.wanted(sentence, trigger.head) if above is None and trigger.voice == "passive" else above


def _kinds(sentence: Sentence, trigger: Trigger, index: int) -> frozenset[str]:
    """What a governor makes of this trigger: who wants to act plans it, who wants somebody to act asks for it."""
    if sentence.deps and sentence.deps[index] == "compound" and index < sentence.heads[index] and (
        sentence.heads[index] not in trigger.tokens
    ):
        return NONE  # the appeals court
    if trigger.frame.speaks and trigger.voice == "nominal" and index > trigger.head and sentence.deps and (
        sentence.deps[index] == "amod" and sentence.heads[index] not in trigger.tokens
    ):
        return NONE  # Gespräche über eine mögliche Fusion
    kinds = _willed(sentence, index)
    if kinds.isdisjoint(UNMADE) and standing.pressed(sentence, index, trigger.head):
        kinds = frozenset({"requested"})
    if "ceased" in kinds and syntax.above(sentence, trigger.head) != index:
        ends = trigger.voice == "nominal" and standing.undergone(sentence, trigger.head, index)
        kinds = kinds - {"ceased"} | ({"ended"} if ends else NONE)  # deliveries were stopped
    if "ended" in kinds and (
        standing.concludes(sentence, trigger.head) or standing.is_aim(sentence, trigger.head)
        or (_still_to_come(trigger) and standing.closes(sentence, trigger.head, index))
    ):
        kinds -= {"ended"}
    return kinds


def _willed(sentence: Sentence, index: int) -> frozenset[str]:
    kinds = sentence.governs(index)
    own = sentence.lemmas[index] in sentence.grammar.words["wishes"] and standing.wills(sentence, index)
    return frozenset({"intended"}) if own and "requested" in kinds else kinds


def _left_open(sentence: Sentence, index: int, head: int) -> frozenset[str]:
    """``Rumours that …``, ``Nobody claims that …``, ``wrongly stated that …``: a clause that nobody vouches for."""
    words = sentence.grammar.words
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
    if trigger.voice != "nominal" or not index < trigger.head or sentence.is_verb(index):
        return False
    return any(
        sentence.lower[i] in sentence.grammar.words["loose_prepositions"]
        for i in range(index + 1, trigger.head)
    )


def _setting(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``In einem Brief drohte …``, ``at the summit they considered …``: a noun that only tells where a verb acts, which
    is said of nothing behind it but what describes it.
    """
    if trigger.voice != "nominal" or not sentence.heads or sentence.deps[trigger.head] != "obl":
        return False
    apart = index > trigger.head and sentence.heads[index] != trigger.head
    words = sentence.grammar.words
    places = words["settings"] | (words["times"] if trigger.frame.speaks else frozenset())
    return (apart or syntax.main_verb(sentence, sentence.heads[trigger.head]) == index) and (
        syntax.preposition(sentence, trigger.head) in places
    )


def _coordinated(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``said it would appeal and did not comment``: a verb does not govern the one that it is coordinated with, nor
    does one that is told of by that, nor one that only says when or how: ``Asked whether …, he declined to comment``.
    """
    if trigger.voice in ("nominal", "participle") or not sentence.heads:
        return False
    verb = syntax.main_verb(sentence, trigger.head)
    first, conj, above = sentence.heads[verb], sentence.deps[verb] == "conj", list(syntax.upward(sentence, index))
    if any(sentence.heads[i] == verb and sentence.deps[i] == "advcl" for i in above):
        return sentence.deps[verb] == "root" and bool(syntax.subjects(sentence, verb))
    return conj and (first == index or any(
        sentence.heads[i] == first and sentence.deps[i] == "ccomp" for i in above
    ))


def _governor_negated(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    words = sentence.grammar.words
    number = sentence.clause_of(index)
    clause = sentence.clauses[number]
    places = range(max(clause.first, index - 4), index)
    if sentence.grammar.syntax.verb_bracket and sentence.is_verb(index):
        places = range(clause.first, clause.end)
    return any(
        sentence.lower[i] in words["negators"] and i not in trigger.tokens
        and (i + 1 >= len(sentence) or sentence.lower[i + 1] not in words["negator_exceptions"])
        and not (i < trigger.head <= i + 3 and index > trigger.head and trigger.voice == "nominal")
        for i in places
    )


def _governor_places(sentence: Sentence, trigger: Trigger, number: int) -> Iterator[int]:
    clause = sentence.clauses[number]
    if trigger.voice in ("nominal", "participle"):
        # the wish may follow the noun (hat Sanktionen gefordert, the ban was lifted), so the whole clause counts
        whole = sentence.grammar.syntax.verb_final or _is_subject(sentence, trigger, clause)
        yield from nearest(trigger.head, clause.first, clause.end if whole else trigger.head)
        verb = sentence.heads[trigger.head] if sentence.heads else trigger.head
        if verb >= clause.end and standing.ends_in(sentence, trigger.head, verb) and sentence.governs(verb) & UNMADE:
            yield verb  # The planned talks between A and B were cancelled
    elif dependent(sentence, trigger.head, clause):
        yield from range(trigger.head - 1, clause.first - 1, -1)
    if not number and len(sentence.clauses) > 1 and _inherits(sentence, number):
        following = sentence.clauses[1]  # Dass …, ist unwahrscheinlich
        yield from range(following.first, following.end)
    while number and _inherits(sentence, number):
        number -= 1
        while number and sentence.clauses[number].kind == "relative":
            number -= 1
        earlier = sentence.clauses[number]
        yield from range(earlier.end - 1, earlier.first - 1, -1)


def _is_subject(sentence: Sentence, trigger: Trigger, clause: Clause) -> bool:
    """A noun with no verb before it in its clause but attributes."""
    return all(
        i in sentence.inside or (sentence.deps and sentence.deps[i] == "amod")
        for i in sentence.verbs_in(clause.first, trigger.head)
    )


def _dependent_form(sentence: Sentence, trigger: Trigger, clause: Clause) -> frozenset[str]:
    """What the form alone says of a verb that nothing known governs: an infinitive is an aim, not a fact."""
    if trigger.voice in ("nominal", "participle"):
        return NONE
    if sentence.grammar.syntax.infinitive_clauses:
        if not infinitive(sentence, trigger.head, clause) or standing.first_to(sentence, trigger.head):
            return NONE
        first = sentence.lower[clause.first]
        if first in sentence.grammar.words["without"]:
            return UNDONE
        if not _perfect_infinitive(sentence, trigger):
            return frozenset({"intended"})
        return NONE if standing.factive(sentence, trigger.head) else POSSIBLE  # lobte ihn dafür, … zu haben
    at = marker(sentence, trigger.head, clause)
    if at is not None and not standing.first_to(sentence, trigger.head):
        perfect = not sentence.grammar.words["aux_perfect"].isdisjoint(sentence.lower[at : trigger.head])
        return frozenset({"possible" if perfect else "intended"})
    return _gerund(sentence, trigger, clause) or (
        NONE if standing.vouched(sentence, trigger.head) else POSSIBLE
    )


def _gerund(sentence: Sentence, trigger: Trigger, clause: Clause) -> frozenset[str]:
    """``risks being added``, ``without imposing``, ``Banning TikTok would …``: what an ungoverned -ing leaves open."""
    words, first = sentence.grammar.words, trigger.head
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
    if linked and standing.factive(sentence, trigger.head):
        return NONE  # guilty of exporting arms
    subject = trigger.head == 0 and "," not in sentence.forms[clause.first : clause.end]
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
    if sentence.grammar.syntax.infinitive_clauses:
        return clause.kind in ("complement", "coordinate") and any(infinitive(sentence, i, clause) for i in verbs)
    if clause.kind == "coordinate" and sentence.clauses[number - 1].kind in ("complement", "contact"):
        return True
    return clause.kind == "coordinate" and bool(verbs) and (
        sentence.lower[verbs[0]] == sentence.lemmas[verbs[0]] and verbs[0] == clause.first + 1
        and sentence.lower[verbs[0]] not in sentence.grammar.modals
    )
