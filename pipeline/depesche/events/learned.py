"""Triggers whose frame lacks a role that it needs, but which the model holds for likely (:mod:`depesche.likely`).

A frame asks for roles because its words alone say too little: ``The rivers meet`` is no meeting. A model that has seen
many sentences knows better what a word means in one. It only vouches for what a frame proposes: words that no frame has
were wrong more often than right on news.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from depesche.events import syntax
from depesche.events.sentence import Mention, Sentence
from depesche.events.triggers import Trigger

NOMINAL, SURE = 0.3, 0.5
"""How probable a trigger must be for the model to vouch for it, if it is a noun with a role, and else. Where the text
comes back to what it has told of, a verb may be as probable as a noun, and a noun as little as the model says.
"""


def likely(sentence: Sentence, candidates: Sequence[Trigger], before: Collection[str]) -> Iterator[Trigger]:
    """Those that the model takes for a trigger of the same type, by a frame that needs no role.

    :param before: types of which the text has told with roles before.
    """
    for trigger in candidates:
        said = [sentence.likely[index] for index in trigger.tokens if index in sentence.likely]
        again = _again(trigger, before)
        scores = [score for event_type, score, alone in said if (
            event_type == trigger.frame.event_type and (alone or again))]
        if scores and trigger.voice != "participle":
            roles = trigger.frame.roles
            if trigger.voice == "nominal":  # Lernen stand bei dem Treffen im Vordergrund
                roles = {role: tuple(slot for slot in slots if slot != "subject") for role, slots in roles.items()}
            frame = replace(trigger.frame, needs=frozenset(), roles=roles, plain=True)
            yield replace(trigger, frame=frame, score=max(scores))


def enough(trigger: Trigger, roles: Sequence[tuple[str, Mention]], before: Collection[str]) -> bool:
    """Whether it is likely enough. A noun often lacks roles, and surely says an event without any (``After the merger
    …``); a verb in the active that nobody does is no more than an idea (``a licence to supply turbines``).

    :param before: types of which the text has told with roles before.
    """
    again = _again(trigger, before)
    if trigger.voice == "nominal":
        return again or trigger.score >= (NOMINAL if roles else SURE)
    acts = trigger.voice != "active" or any(role == "agent" for role, _ in roles)
    return bool(roles) and acts and trigger.score >= (NOMINAL if again else SURE)


def _again(trigger: Trigger, before: Collection[str]) -> bool:
    """Whether the text may come back to what it has told of. Of a measure that says little, as the next one is against
    another; and a letter that was sent is only named from then on.
    """
    frame = trigger.frame
    return frame.event_type in before and not (frame.tentative or frame.once)


def told(sentence: Sentence, trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether a word beside the trigger tells of such an event already (``imposed`` of the sanctions), or for a noun
    any word of the sentence: ``praised Putin, whom she had met, for the talks``.
    """
    heads = {token for f in found if f.frame.event_type == trigger.frame.event_type for token in f.tokens}
    if heads and trigger.voice == "nominal":
        return True
    return not heads.isdisjoint(
        {sentence.heads[trigger.head], *syntax.children(sentence, trigger.head),
         *syntax.children(sentence, sentence.heads[trigger.head])}
    )


def most(filled: Sequence[tuple[Trigger, tuple[tuple[str, Mention], ...]]]) -> list[int]:
    """For each token the candidate with the most roles, of two the first: their positions, in the order of the text."""
    best: dict[int, int] = {}
    for number, (trigger, roles) in enumerate(filled):
        if trigger.head not in best or len(roles) > len(filled[best[trigger.head]][1]):
            best[trigger.head] = number
    return [best[head] for head in sorted(best)]
