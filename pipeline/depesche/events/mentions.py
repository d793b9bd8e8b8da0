"""The place of each mention in its clause, read off its preposition, its determiner and its side of the verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from depesche.events import syntax
from depesche.events.sentence import QUOTES, Mention, Sentence
from depesche.records import Entity


def place(sentence: Sentence, entities: Sequence[Entity]) -> list[Mention]:
    found: list[Mention] = []
    covered = -1
    for entity in sorted(entities, key=lambda e: (e.start, -e.end)):
        if entity.start < covered:
            continue
        inside = sentence.touched(entity.start, entity.end)
        if not inside:
            continue
        covered = entity.end
        if len(inside) > 1 and sentence.heads[inside[0]] not in inside and (
            sentence.lower[inside[0]] in sentence.grammar.words["relative_pronouns"]
        ):  # die Regierung, der Firmen …
            inside = inside[1:]
            entity = replace(entity, start=sentence.starts[inside[0]])  # noqa: PLW2901
        mention = _place(sentence, entity, inside[0], inside[-1])
        last = found[-1] if found else None
        if last and last.entity.kind == "nominal" and entity.kind == "name" and _touch(sentence, last, mention):
            # die Handels-Blacklist „Entity List“: the name says what the noun means.
            mention = Mention(entity, mention.first, mention.last, last.prep, last.genitive, last.case, last.aside)
            found.pop()
        found.append(mention)
    return _coordinated(sentence, found)


def _coordinated(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """``from A, B and C``: the preposition governs all of a list that a conjunction closes."""
    conjunctions = sentence.grammar.words["conjunctions"]
    found = list(mentions)
    for i, first in enumerate(mentions):
        if not (first.prep or first.genitive):
            continue
        end, closed = i, False
        while end + 1 < len(mentions) and not closed:
            gap = sentence.lower[found[end].last + 1 : found[end + 1].first]
            joints = [w for w in gap if w not in sentence.grammar.words["determiners"] and w not in QUOTES]
            if len(joints) != 1 or joints[0] not in {",", *conjunctions} or not found[end + 1].bare:
                break
            if sentence.clause_at[found[end + 1].first] != sentence.clause_at[first.first]:
                break
            closed, end = joints[0] != ",", end + 1
        if closed:
            for k in range(i + 1, end + 1):
                found[k] = replace(found[k], prep=first.prep, genitive=first.genitive)
    return found


def _touch(sentence: Sentence, a: Mention, b: Mention) -> bool:
    between = range(a.last + 1, b.first)
    if a.last >= b.first or not all(sentence.forms[i] in QUOTES for i in between):
        return False
    heads = tuple(sentence.grammar.words["appositive_heads"])
    owner = sentence.heads[b.first] == a.last and sentence.deps[b.first] == "nmod"
    if syntax.contact(sentence, a.last, b.last) is not None:
        return False
    return bool(between) or (sentence.lower[a.last].endswith(heads) and not owner)  # der Ministerpräsident Israels


def _place(sentence: Sentence, entity: Entity, first: int, last: int) -> Mention:
    words, forms, lower = sentence.grammar.words, sentence.forms, sentence.lower
    determiner = lower[first] if lower[first] in words["determiners"] else None
    prep, at, steps = None, first - 1, 0
    while at >= 0 and steps < (1 if entity.kind == "pronoun" else 6):
        word = lower[at]
        owned = determiner in _genitive_only(sentence) and forms[at][:1].isupper()  # auf die Liste des Ministeriums
        if at in sentence.dated or (owned and word not in sentence.grammar.prepositions):
            break
        if word in sentence.grammar.prepositions and not (
            _infinitive_marker(sentence, at, first) or _conjunction(sentence, at, last)
        ):
            if entity.label == "PERSON" and word in words["noun_links"] and 0 < at < first - 1 and (
                forms[at - 1][:1].isupper()
            ):
                # Secretary of State Antony Blinken: the title's own preposition
                at, steps = at - 2, steps + 2
                continue
            prep = sentence.grammar.prepositions[word]
            break
        if word in words["determiners"]:
            determiner = determiner or word
        elif forms[at] not in QUOTES and not _modifier(sentence, at):
            break
        at, steps = at - 1, steps + 1
    if prep is None and lower[first] in sentence.grammar.prepositions and entity.label != "PERSON":  # Von der Leyen
        prep = sentence.grammar.prepositions[lower[first]]
    genitive = prep is None and _genitive(sentence, entity, first, last, at, determiner)
    case = None
    if determiner in words["accusative_only"] or entity.text.lower() in words["accusative_only"]:
        case = "accusative"
    elif determiner in words["dative_determiners"] and determiner not in words["nominative_only"]:
        case = "dative"
    elif entity.text.lower() in words["dative_determiners"] - words["nominative_only"] - words["first_person"]:
        case = "dative"  # ihnen drohen zehn Jahre Haft
    return Mention(entity, first, last, prep, genitive, case, _in_brackets(sentence, first))


def _in_brackets(sentence: Sentence, first: int) -> bool:
    before = sentence.forms[:first]
    return before.count("(") > before.count(")")


def _genitive(
    sentence: Sentence, entity: Entity, first: int, last: int, at: int, determiner: str | None
) -> bool:
    """:param at: the token before the mention and its modifiers."""
    words, forms = sentence.grammar.words, sentence.forms
    if sentence.lower[first] in words["genitive_determiners"]:
        at = first - 1
    if at > 0 and forms[at] in QUOTES and determiner in _genitive_only(sentence):
        at -= 1  # die „SDN-Liste“ des Ministeriums
    behind = at > 0 and forms[at][:1].isupper()
    if determiner in words["genitive_determiners"] and behind and forms[at] not in QUOTES:
        return True
    if last + 1 < len(sentence) and forms[last + 1] in words["possessive_marks"]:
        return True
    return (
        entity.kind == "name" and behind and at == first - 1 and entity.text.endswith(sentence.grammar.endings.genitive)
        and entity.label in ("GPE", "ORG", "PERSON") and not sentence.in_name[at]
    )


def _genitive_only(sentence: Sentence) -> frozenset[str]:
    words = sentence.grammar.words
    return words["genitive_determiners"] - words["dative_determiners"] - words["nominative_articles"]


def _infinitive_marker(sentence: Sentence, index: int, first: int) -> bool:
    """``to`` before a verb is no preposition; ``first`` is where the mention begins that it seems to govern."""
    words = sentence.grammar.words
    if sentence.lower[index] not in words["infinitive_markers"]:
        return False
    following = sentence.forms[index + 1]
    return index + 1 < first and following.islower() and following not in words["determiners"]


def _conjunction(sentence: Sentence, index: int, last: int) -> bool:
    """``After the EU imposed …`` and ``Bis die EU … verhängt``: the word opens a clause and governs no mention."""
    words, grammar = sentence.grammar.words, sentence.grammar
    clause = sentence.clauses[sentence.clause_at[index]]
    if sentence.lower[index] not in words["ambiguous_openers"]:
        return False
    if not grammar.syntax.verb_final:
        after = last + 1
        while after < clause.end and sentence.lemmas[after].endswith(grammar.endings.adverb):
            after += 1
        return after < clause.end and sentence.verbal[after]
    if index != clause.first:
        return False
    final = next((i for i in range(clause.end - 1, index, -1) if sentence.forms[i][:1].isalpha()), index)
    return sentence.verbal[final] and not any(
        sentence.lemmas[i] in words["auxiliaries"] for i in sentence.verbs_in(index, final)
    )


def _modifier(sentence: Sentence, index: int) -> bool:
    """May this token stand between a preposition and the name or noun it governs?"""
    words, lower = sentence.grammar.words, sentence.lower[index]
    if not sentence.forms[index][:1].isalnum() or lower in words["conjunctions"]:
        return False
    verb = sentence.pos[index] == "VERB" and sentence.deps[index] in ("acl", "advcl")
    return not sentence.verbal[index] and not verb and (  # a strategy for communicating US concerns
        lower not in words["relative_pronouns"] or lower in words["determiners"]
    )
