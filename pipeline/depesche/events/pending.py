"""What is still to come, though words name it as a thing: a bid, a planned deal, talks of one."""

from __future__ import annotations

from depesche.events import actors, phrases, standing, syntax
from depesche.events.sentence import Sentence
from depesche.events.triggers import Trigger

AHEAD = 7
"""How far before a noun the words may stand that say what is done ahead of it, in tokens."""
UNMADE = frozenset({"negative", "ended", "ceased", "failed"})
"""What says that something is not so, or no longer."""


def named(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun is of what is still to come, though an article says that it is known."""
    return not_let_through(sentence, trigger) or searched_for(sentence, trigger) or starting(sentence, trigger) or (
        ahead(sentence, trigger)) or (
        still_to_come(trigger) and standing.awaited(sentence, trigger.head) is not None
    )


def still_to_come(trigger: Trigger) -> bool:
    """Whether a noun means what somebody does: a measure may be there before it takes effect."""
    return trigger.voice == "nominal" and not trigger.frame.tentative


def ahead(sentence: Sentence, trigger: Trigger) -> bool:
    """``ahead of talks with Russia``, ``Im Vorfeld des Treffens``, ``the upcoming talks``: it is still to come; of what
    had been done before it may be told afterwards.
    """
    words, first = sentence.grammar.words, max(trigger.head - AHEAD, 0)
    if not sentence.heads or not still_to_come(trigger) or not (
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


def planned(sentence: Sentence, trigger: Trigger, kinds: frozenset[str]) -> bool:
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


def drafted(sentence: Sentence, trigger: Trigger) -> bool:
    """``a bill to ban TikTok``, ``The bill bans it``, ``Der Entwurf verpflichtet Betreiber``: what a draft says is only
    proposed till it is law.
    """
    agent = trigger.frame.roles.get("agent", ())
    if trigger.voice not in ("active", "passive") or trigger.frame.speaks or "subject" not in agent or (
        not sentence.heads
    ):
        return False
    words, verb = sentence.grammar.words, syntax.main_verb(sentence, trigger.head)
    if trigger.voice == "passive":  # durch den Gesetzentwurf werden Ausnahmen eingeführt
        nouns = [i for i in syntax.dependents(sentence, verb, ("obl", "obl:agent", "obl:arg")) if (
            syntax.preposition(sentence, i) in words["passive_agent"])]
    else:
        nouns = actors.subject(sentence, trigger.head)
    if sentence.deps[verb] in ("acl", "acl:relcl"):
        nouns = [*nouns, sentence.heads[verb]]
    found = next((i for i in nouns if i not in trigger.tokens and _draft(sentence, i)), None)
    above = None if found is None else syntax.verb_above(sentence, found)
    return found is not None and (above is None or syntax.whole(sentence, above) not in words["enacting"])


def _draft(sentence: Sentence, noun: int) -> bool:
    """``the bill``, ``the draft regulation``, ``die geplante Verordnung``."""
    drafts = tuple(sentence.grammar.words["drafts"])
    return sentence.lemmas[noun].endswith(drafts) or any(
        sentence.lemmas[i] in drafts or not sentence.governs(i).isdisjoint({"proposed", "intended"})
        for i in syntax.dependents(sentence, noun, ("compound", "amod"))
    )


def part_of_deal(sentence: Sentence, trigger: Trigger) -> bool:
    """``merger talks``, ``their takeover agreement``: what is done to these is not done to the deal."""
    head = sentence.heads[trigger.head] if sentence.heads else trigger.head
    return trigger.frame.pending and trigger.voice == "nominal" and head > trigger.head and (
        sentence.deps[trigger.head] == "compound" and sentence.pos[head] == "NOUN"
    )


def unnamed_deal(sentence: Sentence, trigger: Trigger) -> bool:
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


def but_for(sentence: Sentence, trigger: Trigger) -> bool:
    """``Without the sale of its unit, Bosch would be bankrupt``: what something would be like if it did not come."""
    if trigger.voice != "nominal" or not trigger.frame.pending or not sentence.heads:
        return False
    modals = {sentence.grammar.modals.get(sentence.lower[i]) for i in syntax.children(
        sentence, sentence.heads[trigger.head]
    )}
    return syntax.preposition(sentence, trigger.head) in sentence.grammar.words["without"] and "conditional" in modals
