"""What is still to come, though words name it as a thing: a bid, a planned deal, talks of one."""

from __future__ import annotations

from depesche.events import phrases, standing, syntax
from depesche.events.sentence import Sentence
from depesche.events.triggers import Trigger

AHEAD = 7
"""How far before a noun the words may stand that say what is done ahead of it, in tokens."""
UNMADE = frozenset({"negative", "ended", "ceased", "failed"})
"""What says that something is not so, or no longer."""


def named(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun is of what is still to come, though an article says that it is known."""
    return not_let_through(sentence, trigger) or searched_for(sentence, trigger) or starting(sentence, trigger) or (
        agreed_on(sentence, trigger) or nearing(sentence, trigger)) or (
        upcoming(sentence, trigger) or ahead(sentence, trigger, known=True)
    ) or (
        still_to_come(trigger) and standing.awaited(sentence, trigger.head) is not None
    )


def still_to_come(trigger: Trigger) -> bool:
    """Whether a noun means what somebody does: a measure may be there before it takes effect."""
    return trigger.voice == "nominal" and not trigger.frame.tentative


def upcoming(sentence: Sentence, trigger: Trigger) -> bool:
    """``ahead of talks with Russia``, ``Im Vorfeld des Treffens``, ``the upcoming talks``: it is still to come; of what
    had been done before it may be told afterwards.
    """
    words, first = sentence.grammar.words, max(trigger.head - AHEAD, 0)
    if not still_to_come(trigger) or not (
        trigger.frame.speaks and "co_agent" in trigger.frame.labels):
        return False
    coming = tuple(words["coming"])
    if any(sentence.lower[i].startswith(coming) for i in syntax.dependents(sentence, trigger.head, ("amod",))):
        return True
    links = words["noun_links"] | words["determiners"]
    before = next((i for i in range(trigger.head - 1, first - 1, -1) if sentence.lower[i] in words["ahead"] or (
        sentence.pos[i] not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON") and sentence.lower[i] not in links
    )), None)
    if before is None or sentence.lower[before] not in words["ahead"]:
        return False
    verb = next((i for i in syntax.upward(sentence, trigger.head) if sentence.pos[i] in ("VERB", "AUX")), trigger.head)
    return not any(
        sentence.lemmas[i] in words["aux_perfect"] and sentence.lower[i] in words["past_auxiliaries"]
        for i in syntax.auxiliaries(sentence, verb)
    )


def not_let_through(sentence: Sentence, trigger: Trigger) -> bool:
    """``did not approve the takeover``; but ``did not back the sanctions``, which may be there all the same."""
    return still_to_come(trigger) and standing.let_through(sentence, trigger.head) is False


def searched_for(sentence: Sentence, trigger: Trigger) -> bool:
    return trigger.voice == "nominal" and standing.searched_for(sentence, trigger.head)


def starting(sentence: Sentence, trigger: Trigger) -> bool:
    return trigger.voice == "nominal" and trigger.frame.tentative and standing.yet_to_start(sentence, trigger.head)


def agreed_on(sentence: Sentence, trigger: Trigger) -> bool:
    """``a deal on the embargo``, ``eine Einigung über das Embargo``, ``an order for the delivery of tanks``: a measure
    that parties agreed on is not there yet, nor what somebody ordered.
    """
    if trigger.voice != "nominal" or not trigger.frame.tentative:
        return False
    words, noun = sentence.grammar.words, trigger.head
    above, joint = sentence.lemmas[sentence.heads[noun]], syntax.preposition(sentence, noun)
    agreed = above in words["accords"] and joint in words["about"]
    ordered = above.lower().endswith(tuple(words["order_nouns"])) and joint in words["order_links"]
    return sentence.deps[noun] == "nmod" and (agreed or ordered)


def nearing(sentence: Sentence, trigger: Trigger) -> bool:
    """``The sale is nearing completion``, ``Der Verkauf steht kurz vor dem Abschluss``."""
    if trigger.voice != "nominal" or not trigger.frame.pending:
        return False
    verb = sentence.heads[trigger.head]
    if sentence.deps[trigger.head] != "nsubj":
        return False
    beside = {f"{sentence.lemmas[verb]} {sentence.lemmas[i]}" for i in syntax.children(sentence, verb)}
    return not beside.isdisjoint(sentence.grammar.words["nearing"])


def ahead(sentence: Sentence, trigger: Trigger, *, known: bool) -> bool:
    """``ahead of talks with Russia``, ``vor den Gesprächen warnte sie``: what somebody speaks before is still to come;
    what was before the talks may be told long after them.
    """
    if trigger.voice != "nominal" or not trigger.frame.speaks:
        return False
    words, noun = sentence.grammar.words, trigger.head
    if sentence.deps[noun] == "nmod" and sentence.lemmas[sentence.heads[noun]] in words["containers"]:
        noun = sentence.heads[noun]  # a round of negotiations
    beside = {sentence.heads[noun], *syntax.dependents(sentence, noun, ("case", "advmod"))} - {noun}
    linked = noun - 1
    while linked > 0 and (sentence.pos[linked] in ("ADJ", "NUM") or sentence.lower[linked] in words["determiners"]):
        linked -= 1
    if sentence.lower[linked] in words["noun_links"]:
        linked -= 1  # ahead of talks
    spoken = standing.speaks(sentence, sentence.heads[noun])  # vor den Gesprächen bekräftigte die Nato …
    told = words["lying_ahead"] if known and not spoken else words["beforehand"]
    return any(sentence.lower[i] in told for i in (*beside, max(linked, 0)))


def implied(sentence: Sentence, trigger: Trigger) -> bool:
    """``violated the sanctions``, ``Verstöße gegen das Embargo``: what is broken or kept is there, whatever is said of
    the breach.
    """
    if trigger.voice != "nominal" or not trigger.frame.tentative:
        return False
    noun = syntax.first(sentence, trigger.head)
    above = sentence.heads[noun]
    told = {sentence.lemmas[above].lower(), sentence.joined(above)}
    return above != noun and sentence.deps[noun] in ("obj", "obl", "obl:arg", "nmod") and bool(
        told & sentence.grammar.words["breaking"]
    )


def resolved(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``decided to revoke the licence``, ``hat beschlossen, sie zu widerrufen``: an official measure that is resolved
    on is taken; a sale is still to come.
    """
    told = {sentence.lemmas[index].lower(), sentence.joined(index)} & sentence.grammar.words["resolving"]
    if not (told and trigger.frame.official) or not trigger.verbal:
        return False
    above = sentence.heads[syntax.main_verb(sentence, trigger.head)]
    return above == index and sentence.verbal[index] and standing.past(sentence, index) and (
        not standing.left_open(sentence, index)
    )


def owed(sentence: Sentence, trigger: Trigger, index: int | None) -> bool:
    """``The firm must pay a fine``, ``Bosch verpflichtet sich, ein Bußgeld zu zahlen``, ``paid to settle the charges``:
    who owes a penalty was given one; not so ``Firms that break the law must``.
    """
    words, told = sentence.grammar.words, set(syntax.auxiliaries(sentence, trigger.head)) - set(trigger.tokens)
    if not trigger.frame.due or trigger.voice != "active":
        return False
    main = syntax.main_verb(sentence, trigger.head)
    if index is None:
        index = syntax.payment(sentence, main)
    debtors = syntax.subjects(sentence, main if index is None else index)
    if not any(i in sentence.named or _known(sentence, i) for i in debtors):
        return False
    if index is not None:
        own = {sentence.lemmas[index], sentence.joined(index)} & words["owing"]
        return bool(own) and not standing.left_open(sentence, index) and not standing.denied(sentence, index)
    return any(sentence.lower[i] in words["duties"] for i in told)


def _ruling(sentence: Sentence, trigger: Trigger) -> int | None:
    """The noun above an official act that says that somebody resolves on it."""
    noun = sentence.heads[syntax.main_verb(sentence, trigger.head)]
    resolved = sentence.pos[noun] == "NOUN" and sentence.lemmas[noun] in sentence.grammar.words["resolving"]
    return noun if resolved and trigger.frame.official else None


def decision(sentence: Sentence, trigger: Trigger) -> bool:
    """``the decision to fine Apple``, ``die Entscheidung, die Lizenz zu widerrufen``: one that is known was taken."""
    words, noun = sentence.grammar.words, _ruling(sentence, trigger)
    if noun is None:
        return False
    above = sentence.heads[noun]
    taken = sentence.verbal[above] and standing.past(sentence, above)  # upheld a decision to fine them
    opens = words["negators"] if taken else words["indefinite"] | words["negators"]
    if not opens.isdisjoint(sentence.lower[i] for i in syntax.children(sentence, noun)):
        return False
    if sentence.deps[noun] == "obl" and sentence.verbal[above]:
        return True  # following the decision to ban it, Google suspended …
    return sentence.governs(above) <= {"asserted"} and not standing.left_open(sentence, above)


def withdrawn(sentence: Sentence, trigger: Trigger) -> bool:
    """``urged Oslo to reverse its decision to ban it``, ``seine Entscheidung, sie zu verbieten, zurückzunehmen``: what
    somebody is to withdraw was decided.
    """
    words, noun = sentence.grammar.words, _ruling(sentence, trigger)
    if noun is None or not trigger.verbal:
        return False
    known = any(
        sentence.lower[i] in words["definite"] or sentence.deps[i] in ("det:poss", "nmod:poss")
        for i in syntax.children(sentence, noun)
    )
    return known and syntax.infinitive(sentence, sentence.heads[noun]) and (
        syntax.whole(sentence, sentence.heads[noun]) in words["withdrawing"]
    )


def written(sentence: Sentence, trigger: Trigger) -> bool:
    """``wrote to its suppliers to demand proof``, ``schrieb ihm, um zu protestieren``: what somebody wrote to say is
    said.
    """
    if not trigger.frame.speaks or trigger.voice != "active":
        return False
    verb = syntax.main_verb(sentence, trigger.head)
    above = sentence.heads[verb]
    return above < verb and sentence.deps[verb] in ("advcl", "xcomp") and syntax.infinitive(sentence, verb) and (
        sentence.lemmas[above] in sentence.grammar.words["writing"]
    ) and not (sentence.governs(above) or syntax.infinitive(sentence, above) or standing.left_open(sentence, above))


def undecided(sentence: Sentence, trigger: Trigger) -> bool:
    """``There is no decision to fine Apple``, ``Es gibt keinen Beschluss, …``."""
    noun = _ruling(sentence, trigger) if trigger.verbal else None
    negators = sentence.grammar.words["negators"]
    return noun is not None and any(sentence.lower[i] in negators for i in syntax.children(sentence, noun))


def drafted(sentence: Sentence, trigger: Trigger) -> bool:
    """``a bill banning it``, ``Der Gesetzentwurf verbietet es``, ``This bill is a ban``: what a draft says is proposed,
    until it is law.
    """
    words = sentence.grammar.words
    if not trigger.frame.official:
        return False
    verb = syntax.first(sentence, syntax.main_verb(sentence, trigger.head))
    nouns = syntax.dependents(sentence, verb, ("nsubj",))
    if sentence.lemmas[verb] in words["advancing"]:
        nouns = []  # the bill passed the Senate
    if trigger.voice == "nominal":
        nouns = nouns if syntax.dependents(sentence, verb, ("cop",)) else []
    elif sentence.deps[verb] in ("acl", "acl:relcl"):
        nouns = [*nouns, sentence.heads[verb]]
    if trigger.voice == "passive":
        nouns = [*nouns, *(
            i for i in syntax.dependents(sentence, verb, ("obl", "obl:agent"))
            if syntax.preposition(sentence, i) in words["passive_agent"]
        )]
    return any(i not in trigger.tokens and _draft(sentence, i) and not _enacted(sentence, i) for i in nouns)


def _known(sentence: Sentence, noun: int) -> bool:
    below = syntax.children(sentence, noun)
    return any(sentence.lower[i] in sentence.grammar.words["definite"] for i in below) and not any(
        sentence.deps[i] == "acl:relcl" for i in below
    )


def _enacted(sentence: Sentence, noun: int) -> bool:
    above = sentence.heads[noun]
    told = {sentence.lemmas[above], sentence.joined(above)} & sentence.grammar.words["enacting"]
    return bool(told) and standing.past(sentence, above)


def planned(sentence: Sentence, trigger: Trigger, kinds: frozenset[str]) -> bool:
    """``a bid for the company``, ``approved the takeover``, ``talks about a merger``: what is offered, let through or
    spoken of is not done; but ``completed its tender offer``.
    """
    head = sentence.heads[trigger.head]
    words, above = sentence.grammar.words, {sentence.lemmas[head], sentence.joined(head)}
    if trigger.voice != "nominal" or not trigger.frame.pending:
        let = trigger.voice == "nominal" and trigger.frame.activity and standing.let_through(sentence, trigger.head)
        return bool(trigger.frame.planned or let)
    if standing.fulfilled(sentence, trigger.head) or above & words["completing"]:
        return False
    bargained = head != trigger.head and bool(above & words["bargaining"]) and kinds.isdisjoint(UNMADE)
    bargained = bargained or phrases.opposed(sentence, trigger.head) or any(
        sentence.lemmas[i] in words["announcing"] for i in syntax.dependents(sentence, trigger.head, ("amod",))
    )  # 87 announced acquisitions
    return bool(trigger.frame.planned) or bargained or standing.let_through(sentence, trigger.head) is True


def _draft(sentence: Sentence, noun: int) -> bool:
    """``the bill``, ``the draft regulation``, ``die geplante Verordnung``."""
    drafts = tuple(sentence.grammar.words["drafts"])
    return sentence.lemmas[noun].lower().endswith(drafts) or any(
        sentence.lemmas[i] in drafts or not sentence.governs(i).isdisjoint({"proposed", "intended"})
        for i in syntax.dependents(sentence, noun, ("compound", "amod"))
    )


def part_of_deal(sentence: Sentence, trigger: Trigger) -> bool:
    """``merger talks``, ``their takeover agreement``: what is done to these is not done to the deal."""
    head = sentence.heads[trigger.head]
    return trigger.frame.pending and trigger.voice == "nominal" and head > trigger.head and (
        sentence.deps[trigger.head] == "compound" and sentence.pos[head] == "NOUN"
    )


def unnamed_deal(sentence: Sentence, trigger: Trigger) -> bool:
    """``A merger with Fiat would …``, ``hält eine Fusion für sinnvoll``: of a deal that is one of several possible ones
    nothing says that it was made, unless it is what somebody did (``made an acquisition``), or a cause.
    """
    if trigger.voice != "nominal" or not trigger.frame.pending:
        return False
    words, head = sentence.grammar.words, sentence.heads[trigger.head]
    articles = {sentence.lower[i] for i in syntax.dependents(sentence, trigger.head, ("det",))} & words["indefinite"]
    joined = syntax.preposition(sentence, trigger.head)
    done = {sentence.lemmas[head], sentence.joined(head)} & (words["takes"] | words["fulfilling"] | words["support"])
    return bool(articles) and joined not in words["causes"] and not done


def but_for(sentence: Sentence, trigger: Trigger) -> bool:
    """``Without the sale of its unit, Bosch would be bankrupt``: what something would be like if it did not come."""
    if trigger.voice != "nominal" or not trigger.frame.pending:
        return False
    modals = {sentence.grammar.modals.get(sentence.lower[i]) for i in syntax.children(
        sentence, sentence.heads[trigger.head]
    )}
    return syntax.preposition(sentence, trigger.head) in sentence.grammar.words["without"] and "conditional" in modals
