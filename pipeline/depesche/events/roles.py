"""Triggers in a sentence, and who fills which role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from depesche.events.clauses import QUOTES, Clause, Mention, Sentence
from depesche.events.grammar import Frame
from depesche.records import Role

REACH = 12
"""How many tokens after a noun a preposition may still belong to it."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """:param head: index of the verb or noun. :param tokens: all tokens of the trigger, in order.
    :param voice: active, passive, nominal, or participle (an attribute of its target).
    """

    frame: Frame
    head: int
    tokens: tuple[int, ...]
    voice: str


@dataclass(frozen=True, slots=True)
class Filled:
    trigger: Trigger
    roles: tuple[tuple[str, Mention], ...]


def find(sentence: Sentence) -> list[Filled]:
    """The triggers whose frame finds the roles that it needs, best frame first for each token."""
    taken: set[int] = set()
    found: list[Filled] = []
    candidates = sorted(_triggers(sentence), key=lambda t: (-len(t.tokens), t.voice == "nominal", t.head))
    for trigger in candidates:
        if taken & set(trigger.tokens):
            continue
        roles = _roles(sentence, trigger)
        if roles is not None:
            found.append(Filled(trigger, roles))
            taken |= set(trigger.tokens)
    return sorted(found, key=lambda f: f.trigger.head)


# --- triggers --------------------------------------------------------------------------------------------------


def _triggers(sentence: Sentence) -> Iterator[Trigger]:
    grammar = sentence.grammar
    for index, lemma in enumerate(sentence.lemmas):
        clause = sentence.clauses[sentence.clause_of(index)]
        particle = _particle(sentence, index, clause)
        joined = grammar.particles.get((lemma, sentence.tokens[particle].text.lower())) if particle else None
        for verb, extra in ((joined, (particle,)), (None if joined else lemma, ())):
            if not verb or index in sentence.named or not _verbal(sentence, index):
                continue
            for frame in grammar.by_verb.get(verb, ()):
                yield from _verb_trigger(sentence, frame, index, tuple(i for i in extra if i is not None), clause)
        yield from _noun_triggers(sentence, index, clause)


def _verbal(sentence: Sentence, index: int) -> bool:
    """German writes nouns with a capital; a sentence may begin with a verb, and a headline may shout."""
    text = sentence.tokens[index].text
    if sentence.grammar.verb_endings:
        return text[:1].islower() or index == 0
    before = sentence.tokens[index - 1].text.lower() if index else ""
    words = sentence.grammar.words
    if before in words["determiners"]:
        return False
    gerund = text.lower() != sentence.lemmas[index]
    return gerund or before not in sentence.grammar.prepositions or before in words["infinitive_markers"]


def _particle(sentence: Sentence, index: int, clause: Clause) -> int | None:
    """The last word of the clause, where a separated verb leaves its particle (``trat der Liste … bei``)."""
    last = clause.end - 1
    while last > index and not sentence.tokens[last].text[-1:].isalpha():
        last -= 1
    if last > index:
        return last
    return None


def _verb_trigger(
    sentence: Sentence, frame: Frame, index: int, extra: tuple[int, ...], clause: Clause
) -> Iterator[Trigger]:
    if frame.forms and sentence.tokens[index].text.lower() not in frame.forms:
        return
    if frame.negated and not any(_negates(sentence, i) for i in range(clause.first, clause.end)):
        return
    if frame.phrase and not _phrase_follows(sentence, frame, index, clause):
        return
    companion: tuple[int, ...] = ()
    if frame.companions:
        at = _companion(sentence, frame, index, clause)
        if at is None:
            return
        companion = (at,)
    yield Trigger(frame, index, tuple(sorted({index, *extra, *companion})), _voice(sentence, index, clause))


def _negates(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].text.lower() in sentence.grammar.words["negators"]


def _phrase_follows(sentence: Sentence, frame: Frame, index: int, clause: Clause) -> bool:
    """Words that follow at once (``to comment``), one of several soon (``~ with to``), or not at once (``~+ to``)."""
    end = min(len(sentence.tokens), index + REACH)
    following = [sentence.tokens[i].text.lower() for i in range(index + 1, end)]
    if frame.phrase[0] in ("~", "~+"):
        return any(word in following[len(frame.phrase[0]) - 1 :] for word in frame.phrase[1:])
    return following[: len(frame.phrase)] == list(frame.phrase)


def _companion(sentence: Sentence, frame: Frame, index: int, clause: Clause) -> int | None:
    near = sorted(range(clause.first, clause.end), key=lambda i: (abs(i - index), i))
    for i in near:
        if i != index and _matches(sentence, i, frame.companions):
            # English objects follow their verb; a passive subject comes before it.
            if not sentence.grammar.verb_endings and i < index and _voice(sentence, index, clause) == "active":
                continue
            if not _depends_on_noun(sentence, i):
                return i
    if clause.end < len(sentence.tokens) and sentence.grammar.verb_endings:
        # zwang …, den Sitz zu verkaufen: the infinitive stands in the next clause
        following = sentence.clauses[sentence.clause_of(clause.end)]
        verbs = tuple(w for w in frame.companions if w.endswith(("en", "ern")))
        return next((i for i in range(following.first, following.end) if _matches(sentence, i, verbs)), None)
    return None


def _depends_on_noun(sentence: Sentence, index: int) -> bool:
    """``the consideration of penalties``: the noun belongs to another noun, not to the verb."""
    at = index - 1
    while at >= 0 and _modifies(sentence, at):
        at -= 1
    return at >= 0 and sentence.grammar.prepositions.get(sentence.tokens[at].text.lower()) in (
        sentence.grammar.words["noun_links"]
    )


def _modifies(sentence: Sentence, index: int) -> bool:
    text = sentence.tokens[index].text
    return text[:1].islower() and text not in sentence.grammar.prepositions and not sentence.is_verb(index)


def _matches(sentence: Sentence, index: int, words: Sequence[str]) -> bool:
    lemma = sentence.lemmas[index]
    for word in words:
        if word.startswith("*"):
            if lemma.endswith(word[1:]):
                return True
        elif " " in word:
            parts = word.split()
            if sentence.lemmas[index - len(parts) + 1 : index + 1] == parts:
                return True
        elif lemma == word:
            return True
    return False


def _noun_triggers(sentence: Sentence, index: int, clause: Clause) -> Iterator[Trigger]:
    grammar, lemma = sentence.grammar, sentence.lemmas[index]
    if grammar.verb_endings and not sentence.tokens[index].text[:1].isupper():
        return
    frames = list(grammar.by_noun.get(lemma, ()))
    if index:
        frames += grammar.by_noun.get(f"{sentence.lemmas[index - 1]} {lemma}", ())
    frames += [frame for suffix, frame in grammar.by_suffix if lemma.endswith(suffix)]
    for frame in frames:
        if not grammar.verb_endings and lemma in grammar.by_verb and not _nominal(sentence, index):
            continue
        tokens = {index}
        if frame.companions:
            at = next((i for i in range(index + 1, min(clause.end, index + 5))
                       if _matches(sentence, i, frame.companions)), None)
            if at is None:
                continue
            tokens.add(at)
        yield Trigger(frame, index, tuple(sorted(tokens)), "nominal")


def _nominal(sentence: Sentence, index: int) -> bool:
    """Is an English form that may be a verb a noun here? A plural -s after an adjective is, and so is one with a
    determiner; after ``to`` or a subject it is not.
    """
    if index == 0:
        return False
    before = sentence.tokens[index - 1].text.lower()
    if before in sentence.grammar.words["infinitive_markers"] or before in sentence.grammar.modals:
        return False
    if before in sentence.grammar.words["determiners"] or before in sentence.grammar.prepositions:
        return True
    return sentence.tokens[index].text.lower() == sentence.lemmas[index] + "s" and not any(
        m.last == index - 1 and m.bare for m in sentence.mentions
    )


def _voice(sentence: Sentence, index: int, clause: Clause) -> str:
    grammar, form, lemma = sentence.grammar, sentence.tokens[index].text.lower(), sentence.lemmas[index]
    inside = next((m for m in sentence.mentions if m.first <= index < m.last), None)
    if inside is not None and inside.entity.kind == "nominal":
        return "participle"
    if form == lemma:
        return "active"
    reach = range(clause.first, clause.end) if grammar.verb_endings else range(max(clause.first, index - 4), index)
    participle = True
    if grammar.verb_endings:
        participle = form.endswith(("t", "en")) and not form.endswith(("te", "ten")) and not _finite_second(
            sentence, index, clause
        )
    elif form.endswith(("ing", "s")):
        participle = False
    if participle and any(
        sentence.lemmas[i] in grammar.words["aux_passive"] | grammar.words["aux_state"] and i != index for i in reach
    ):
        return "passive"
    if not grammar.verb_endings and participle and _reduced(sentence, index, clause):
        return "passive"
    return "active"


def _finite_second(sentence: Sentence, index: int, clause: Clause) -> bool:
    """A present form in -t (``verhängt``) is the finite verb when no auxiliary stands in its clause."""
    words = sentence.grammar.words
    auxiliaries = words["aux_passive"] | words["aux_state"] | words["aux_perfect"]
    return not any(sentence.lemmas[i] in auxiliaries for i in range(clause.first, clause.end) if i != index)


def _reduced(sentence: Sentence, index: int, clause: Clause) -> bool:
    """``companies added to the list``: a past form right after a mention, before a preposition and no object."""
    after = index + 1
    if after >= clause.end or sentence.tokens[after].text.lower() not in sentence.grammar.prepositions:
        return False
    others = [i for i in range(clause.first, clause.end) if i != index and _finite(sentence, i)]
    return bool(others) and any(m.last == index - 1 for m in sentence.mentions)


def _finite(sentence: Sentence, index: int) -> bool:
    if not sentence.is_verb(index) or _inside(sentence, index):
        return False
    words, form = sentence.grammar.words, sentence.tokens[index].text.lower()
    if form == sentence.lemmas[index]:
        return form in sentence.grammar.modals or form in words["aux_passive"] | words["aux_perfect"]
    return not form.endswith("ing")


# --- roles -----------------------------------------------------------------------------------------------------


def _roles(sentence: Sentence, trigger: Trigger) -> tuple[tuple[str, Mention], ...] | None:
    """The fillers, or None when the frame lacks one that it needs."""
    frame = trigger.frame
    filled: dict[str, list[Mention]] = {}
    used: set[int] = set()
    if trigger.voice == "participle":
        return _participle_roles(sentence, trigger)
    for role, slots in frame.roles.items():
        for slot in slots:
            mentions = [
                m for m in _slot(sentence, trigger, slot, filled)
                if m.first not in used and _fits(m, frame.labels.get(role))
            ]
            if mentions:
                filled[role] = mentions
                used |= {m.first for m in mentions}
                break
    if frame.needs - filled.keys():
        return None
    return tuple((role, mention) for role, mentions in filled.items() for mention in mentions)


def _participle_roles(sentence: Sentence, trigger: Trigger) -> tuple[tuple[str, Mention], ...] | None:
    frame = trigger.frame
    role = next((role for role, slots in frame.roles.items() if "object" in slots), None)
    if role is None or frame.needs - {role} or frame.companions:
        return None
    inside = next(m for m in sentence.mentions if m.first <= trigger.head < m.last)
    return ((role, inside),) if _fits(inside, frame.labels.get(role)) else None


def _fits(mention: Mention, labels: frozenset[str] | None) -> bool:
    return labels is None or mention.entity.label in labels


def _slot(
    sentence: Sentence, trigger: Trigger, slot: str, filled: dict[str, list[Mention]]
) -> list[Mention]:
    passive = trigger.voice == "passive"
    if slot.startswith("of:"):
        return [m for filler in filled.get(slot[3:], ()) for m in _attached(sentence, filler)]
    if slot == "subject" and trigger.voice == "nominal":
        return _subject_of_clause(sentence, sentence.clause_of(trigger.head))
    if slot == "subject":
        return _by_agent(sentence, trigger) if passive else _subject(sentence, trigger)
    if slot == "object":
        return _subject(sentence, trigger) if passive else _object(sentence, trigger, None)
    if slot == "dative":
        return _object(sentence, trigger, "dative")
    if slot == "genitive":
        return _genitive(sentence, trigger)
    if slot == "compound":
        return _compound(sentence, trigger)
    if slot == "document":
        return _prepositional(sentence, trigger, "in")
    return _prepositional(sentence, trigger, slot)


def _in_clause(sentence: Sentence, clause: int) -> list[Mention]:
    limits = sentence.clauses[clause]
    return [m for m in sentence.mentions if limits.first <= m.first < limits.end]


def _chain(sentence: Sentence, first: Mention) -> list[Mention]:
    """The mention and those coordinated with it: ``A, B und C``. An apposition (``A, the company``) is left out."""
    chain = [first]
    words = sentence.grammar.words
    for mention in sentence.mentions:
        if mention.first <= chain[-1].last:
            continue
        between = [sentence.tokens[i].text.lower() for i in range(chain[-1].last + 1, mention.first)]
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
    words = sentence.grammar.words["conjunctions"]
    return any(
        sentence.tokens[i].text.lower() in words for i in range(chain[0].last + 1, chain[-1].first)
    )


def _subject(sentence: Sentence, trigger: Trigger) -> list[Mention]:
    return _subject_at(sentence, trigger.head, sentence.clause_of(trigger.head))


def _subject_of_clause(sentence: Sentence, clause: int) -> list[Mention]:
    limits = sentence.clauses[clause]
    verb = next((i for i in range(limits.first, limits.end) if sentence.is_verb(i)), limits.end)
    return _subject_at(sentence, verb, clause)


def _subject_at(sentence: Sentence, verb: int, number: int) -> list[Mention]:
    clause = sentence.clauses[number]
    nominative = [m for m in _in_clause(sentence, number) if m.bare and m.case is None]
    if sentence.grammar.verb_endings:
        # verb second: the subject is the first bare mention; an infinitive with zu has none
        if not _infinitive(sentence, verb, clause) and nominative:
            return _chain(sentence, nominative[0])
    else:
        before = [m for m in nominative if m.last < verb and not _object_of_earlier_verb(sentence, m, verb, clause)]
        behind = next((m for m in nominative if m.first == verb + 1), None)
        if behind and (verb == 0 or not sentence.tokens[verb - 1].text[:1].isalnum()):
            # said five people with knowledge of the matter
            return _chain(sentence, behind)
        if before:
            return _chain(sentence, _chain_head(sentence, before))
    if number == 0 or clause.kind not in ("relative", "coordinate", "other"):
        return []
    if clause.kind == "relative":
        earlier = [m for m in sentence.mentions if m.last < clause.first]
        return earlier[-1:]
    return _subject_of_clause(sentence, number - 1) if clause.kind == "coordinate" else []


def _object_of_earlier_verb(sentence: Sentence, mention: Mention, verb: int, clause: Clause) -> bool:
    """``urging them to sanction``: what follows another verb in the clause is that verb's object."""
    auxiliaries = sentence.grammar.words["aux_passive"] | sentence.grammar.words["aux_perfect"]
    earlier = [
        i for i in range(clause.first, mention.first)
        if sentence.is_verb(i) and sentence.lemmas[i] not in auxiliaries and not _inside(sentence, i)
    ]
    if not earlier or mention.last >= verb:
        return False
    # urged the company to sell: whoever is asked is the one to act
    return "requested" not in sentence.grammar.governors.get(sentence.lemmas[earlier[-1]], frozenset())


def _inside(sentence: Sentence, index: int) -> bool:
    return any(m.first <= index <= m.last for m in sentence.mentions)


def _chain_head(sentence: Sentence, before: Sequence[Mention]) -> Mention:
    """The mention nearest to the verb, or the one that it stands in apposition to or in a list with."""
    head = before[-1]
    for mention in reversed(before[:-1]):
        between = [sentence.tokens[i].text.lower() for i in range(mention.last + 1, head.first)]
        if between and all(w == "," or w in sentence.grammar.words["conjunctions"] for w in between):
            head = mention
        else:
            break
    return head


def _infinitive(sentence: Sentence, verb: int, clause: Clause) -> bool:
    """A German infinitive with zu, before it or inside it (``aufzunehmen``)."""
    markers = sentence.grammar.words["infinitive_markers"]
    form, lemma = sentence.tokens[verb].text.lower(), sentence.lemmas[verb]
    if verb > clause.first and sentence.tokens[verb - 1].text.lower() in markers:
        return True
    return any(m in form[2:-2] and form.replace(m, "", 1) == lemma for m in markers)


def _object(sentence: Sentence, trigger: Trigger, case: str | None) -> list[Mention]:
    number = sentence.clause_of(trigger.head)
    clause = sentence.clauses[number]
    own = set(trigger.tokens)
    bare = [m for m in _in_clause(sentence, number) if m.bare and not own & set(range(m.first, m.last + 1))]
    if not sentence.grammar.verb_endings:
        after = [m for m in bare if m.first > trigger.head and not _verb_between(sentence, trigger.head, m.first)]
        return _chain(sentence, after[0]) if after else []
    subject = set() if _infinitive(sentence, trigger.head, clause) else {
        m.first for m in _subject(sentence, trigger)
    }
    if case:
        fitting = [m for m in bare if m.case == case or (m.case is None and m.first not in subject)]
    else:
        fitting = [m for m in bare if m.first not in subject and m.case != "dative"]
    return _chain(sentence, fitting[0]) if fitting else []


def _verb_between(sentence: Sentence, first: int, last: int) -> bool:
    return any(
        sentence.is_verb(i) and not _inside(sentence, i)
        and sentence.tokens[i - 1].text.lower() not in sentence.grammar.words["conjunctions"]
        for i in range(first + 2, last)
    )


def _by_agent(sentence: Sentence, trigger: Trigger) -> list[Mention]:
    number = sentence.clause_of(trigger.head)
    agents = sentence.grammar.words["passive_agent"]
    fitting = [m for m in _in_clause(sentence, number) if m.prep in agents]
    return _chain(sentence, fitting[0]) if fitting else []


def _attached(sentence: Sentence, filler: Mention) -> list[Mention]:
    """Genitive attributes and of-phrases right behind a filler."""
    for mention in sentence.mentions:
        if mention.first <= filler.last:
            continue
        gap = [sentence.tokens[i].text for i in range(filler.last + 1, mention.first)]
        words = [w for w in gap if w not in QUOTES]
        if len(words) > 3:
            return []
        if mention.genitive or mention.prep in sentence.grammar.words["noun_links"]:
            return [mention]
        return []
    return []


def _genitive(sentence: Sentence, trigger: Trigger) -> list[Mention]:
    at = trigger.tokens[-1] if trigger.voice == "nominal" else next(
        (i for i in trigger.tokens if i != trigger.head), trigger.head
    )
    for mention in sentence.mentions:
        if mention.genitive and 0 < mention.first - at <= 4 and sentence.grammar.verb_endings:
            return _chain(sentence, mention)
        if mention.genitive and not sentence.grammar.verb_endings and 0 < at - mention.last <= 4:
            return [mention]
    return []


def _compound(sentence: Sentence, trigger: Trigger) -> list[Mention]:
    return [
        m for m in sentence.mentions
        if m.entity.kind == "name" and m.entity.label in ("GPE", "ORG") and m.last in (trigger.head - 1, trigger.head)
        and m.bare
    ][:1]


def _prepositional(sentence: Sentence, trigger: Trigger, prep: str) -> list[Mention]:
    number = sentence.clause_of(trigger.head)
    fitting = [m for m in _in_clause(sentence, number) if m.prep == prep and not m.aside]
    if trigger.voice == "nominal":
        fitting = [m for m in fitting if 0 < m.first - trigger.head <= REACH
                   and not _verb_between(sentence, trigger.head, m.first)]
    elif not sentence.grammar.verb_endings:
        fitting = [m for m in fitting if m.first > trigger.head]
    return _chain(sentence, fitting[0]) if fitting else []


def as_role(sentence: Sentence, role: str, mention: Mention, text: str, offset: int) -> Role:
    """A filler as it goes into the record; the head of a noun phrase is its last word before an of-phrase.

    :param text: the part's text, which starts at ``offset`` of the document.
    """
    entity = mention.entity
    head = (entity.start, entity.end)
    if entity.kind == "nominal":
        last = mention.last
        for i in range(mention.first + 1, mention.last + 1):
            if sentence.tokens[i].text.lower() in sentence.grammar.prepositions or (
                sentence.tokens[i].text.lower() in sentence.grammar.words["genitive_determiners"]
            ):
                last = i - 1
                break
        head = (max(sentence.start(last), entity.start), min(sentence.end(last), entity.end))
    words = text[entity.start - offset : entity.end - offset]
    return Role(role, entity.start, entity.end, words, head, entity.entity_id)
