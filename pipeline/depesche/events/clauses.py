"""One sentence as the rules see it: tokens, clauses, and mentions with their place in the clause.

There is no parser yet: clauses are cut at openers and commas, and a mention's place is read off its preposition, its
determiner and its side of the verb. A dependency parse will take this module's place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from depesche.events.grammar import Grammar
from depesche.records import Date, Entity

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

QUOTES = set("„“”\"«»‚‘‹›")
BREAKS = {";", ":", "–", "—"}


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity mention that no other contains.

    :param first: index of its first token in the sentence. :param last: of its last.
    :param prep: the preposition that governs it. :param genitive: it depends on the noun before it.
    :param case: ``dative`` or ``accusative`` where the determiner says so. :param aside: stands in brackets.
    """

    entity: Entity
    first: int
    last: int
    prep: str | None
    genitive: bool
    case: str | None
    aside: bool

    @property
    def bare(self) -> bool:
        return self.prep is None and not self.genitive and not self.aside


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``first`` to ``end`` (exclusive).

    :param kind: main, complement, contact (without its ``that``), condition, pending (``before``, ``until``), relative,
        other, purpose, or coordinate (goes on with the one before).
    """

    first: int
    end: int
    kind: str


@dataclass(slots=True)
class Sentence:
    grammar: Grammar
    tokens: list[Token]
    lemmas: list[str]
    starts: list[int]
    ends: list[int]
    named: frozenset[int] = frozenset()
    dated: frozenset[int] = frozenset()
    clauses: list[Clause] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def start(self, index: int) -> int:
        """Offset of a token in the raw text."""
        return self.starts[index]

    def end(self, index: int) -> int:
        return self.ends[index]

    def touched(self, start: int, end: int) -> range:
        """The tokens that the characters ``start`` to ``end`` of the raw text touch."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def clause_of(self, index: int) -> int:
        return bisect_right(self.clauses, index, key=lambda clause: clause.first) - 1

    def is_verb(self, index: int) -> bool:
        return index not in self.named and _is_verb(self.grammar, self.tokens[index].text, self.lemmas[index])

    def joined(self, index: int) -> str:
        """A German verb with the last word of its clause, which may be its particle (``schloss … aus``)."""
        last = self.clauses[self.clause_of(index)].end - 1
        while last > index and not self.tokens[last].text[-1:].isalpha():
            last -= 1
        if not self.grammar.verb_endings or last == index or not self.is_verb(index):
            return ""
        return self.tokens[last].text.lower() + self.lemmas[index]

    def governs(self, index: int) -> frozenset[str]:
        """What this word makes of an event that depends on it; with its particle (``schloss … aus``, ``ruled out``)."""
        governors, lemma = self.grammar.governors, self.lemmas[index]
        if joined := governors.get(self.joined(index)):
            return joined
        for following in self.tokens[index + 1 : index + 4]:
            if phrase := governors.get(f"{lemma} {following.text.lower()}"):
                return phrase
        return governors.get(lemma) or governors.get(self.tokens[index].text.lower()) or frozenset()


def read(
    span: SpacySpan, offset: int, entities: Sequence[Entity], dates: Sequence[Date], grammar: Grammar
) -> Sentence:
    """A sentence with its clauses and mentions.

    :param offset: raw-text offset of the span's document. :param entities: those inside the sentence, like ``dates``.
    """
    tokens = [token for token in span if not token.is_space]
    starts = [offset + token.idx for token in tokens]
    ends = [start + len(token.text) for start, token in zip(starts, tokens, strict=True)]
    sentence = Sentence(grammar, tokens, [token.lemma_.lower() for token in tokens], starts, ends)
    sentence.dated = _inside(sentence, dates)
    sentence.named = _inside(sentence, [e for e in entities if e.kind == "name"])
    sentence.named |= _capitalised(sentence)
    sentence.clauses = _clauses(sentence)
    sentence.mentions = _mentions(sentence, entities)
    return sentence


def _capitalised(sentence: Sentence) -> frozenset[int]:
    """English words with a capital inside a plain sentence: the State in Secretary of State is no verb."""
    known = sentence.named | sentence.dated
    words = [t.text for i, t in enumerate(sentence.tokens) if t.text[:1].isalpha() and i not in known]
    if sentence.grammar.verb_endings or sum(word.islower() for word in words) * 2 < len(words):
        return frozenset()
    return frozenset(
        i for i in range(1, len(sentence.tokens))
        if sentence.tokens[i].text[:1].isupper() and sentence.tokens[i - 1].text[:1].isalnum()
    )


def _inside(sentence: Sentence, rows: Sequence[Entity | Date]) -> frozenset[int]:
    """Tokens inside names (the States of the United States are no verb), or inside dates."""
    return frozenset(
        i for row in rows for i in sentence.touched(row.start, row.end)
        if row.start <= sentence.start(i) and sentence.end(i) <= row.end
    )


def _is_verb(grammar: Grammar, form: str, lemma: str) -> bool:
    lower = form.lower()
    if lower in grammar.modals:
        return True
    if not grammar.verb_endings:
        return lemma in grammar.verb_lemmas
    if not form[:1].islower() or lower in grammar.words["not_verbs"] or lower in grammar.prepositions:
        return False
    if lower in grammar.words["determiners"]:
        return False
    return lemma in grammar.verb_lemmas or (lemma.endswith(grammar.verb_endings) and form.isalpha())


# --- clauses ---------------------------------------------------------------------------------------------------


def _clauses(sentence: Sentence) -> list[Clause]:
    cuts = [(0, _opening(sentence, 0, "main"))]
    for index in range(1, len(sentence.tokens)):
        kind = _cut(sentence, index, cuts[-1][0])
        if kind:
            cuts.append((index, kind))
    ends = [first for first, _ in cuts[1:]] + [len(sentence.tokens)]
    return [Clause(first, end, kind) for (first, kind), end in zip(cuts, ends, strict=True)]


def _cut(sentence: Sentence, index: int, since: int) -> str | None:
    """The kind of the clause that starts at ``index``, or None."""
    before = sentence.tokens[index - 1].text
    if before in BREAKS or _dash(sentence, index - 1):
        return _opening(sentence, index, "main")
    if _contact(sentence, index):
        return "contact"
    if before == ",":
        kind = _opening(sentence, index, "")
        if kind == "relative" and not _verb_until_comma(sentence, index):
            return None
        if kind:
            return kind
        if _two_verbs(sentence, since, index) and not _closes_bracket(sentence, since, index):
            return "coordinate" if not sentence.grammar.verb_endings else "complement"
        return None
    word = sentence.tokens[index].text.lower()
    words = sentence.grammar.words
    if word in words["coordinating_openers"]:
        return "coordinate" if _two_clauses(sentence, since, index) else None
    if not sentence.grammar.verb_endings and (
        word in words["complementizers"] or word in words["relative_pronouns"] or word in words["conditional_openers"]
        or word in words["other_openers"] - set(sentence.grammar.prepositions)
    ) and _two_verbs(sentence, since, index):
        return _opening(sentence, index, "")
    return None


def _dash(sentence: Sentence, index: int) -> bool:
    """A hyphen between spaces, as behind a dateline: ``Berlin (ots) - FDP-Chef …``."""
    tokens = sentence.tokens
    return bool(
        tokens[index].text in {"-", "--"} and index and tokens[index].whitespace_ and tokens[index - 1].whitespace_
    )


def _contact(sentence: Sentence, index: int) -> bool:
    """``said Washington imposed``, ``fears the EU imposed``: an English clause without its ``that``."""
    words, grammar = sentence.grammar.words, sentence.grammar
    if grammar.verb_endings or sentence.lemmas[index - 1] not in words["clausal_verbs"]:
        return False
    word = sentence.tokens[index].text.lower()
    if not sentence.is_verb(index - 1) or not (
        index in sentence.named or word in words["determiners"] - words["complementizers"]
        or word in words["nominative_only"] or word == "it"
    ):
        return False
    for i in range(index + 1, len(sentence.tokens)):
        if sentence.tokens[i].text in {",", *BREAKS} or sentence.tokens[i].text.lower() in (
            words["relative_pronouns"] | words["infinitive_markers"]
        ):
            return False
        if sentence.is_verb(i):
            form = sentence.tokens[i].text.lower()
            following = sentence.tokens[i + 1].text.lower() if i + 1 < len(sentence.tokens) else ""
            return form in grammar.modals or (
                form != sentence.lemmas[i] and not form.endswith("ing") and following not in words["passive_agent"]
            )
    return False


def _conditional(sentence: Sentence, index: int) -> bool:
    """``Had Washington imposed …, …``, ``Verhängt Washington …, will Ankara …``: a verb in the place of ``if``."""
    if index or sentence.tokens[-1].text == "?" or len(sentence.tokens) < 3:
        return False
    word = sentence.tokens[0].text.lower()
    if not sentence.grammar.verb_endings:
        return word in sentence.grammar.words["inverted_conditionals"]
    known = sentence.lemmas[0] in sentence.grammar.verb_lemmas or word in sentence.grammar.modals
    if not known or word == sentence.lemmas[0] or 0 in sentence.named:
        return False
    commas = [i for i, token in enumerate(sentence.tokens[:-1]) if token.text == ","]
    return any(sentence.is_verb(i + 1) for i in commas) and sentence.tokens[1].text != ","


def _opening(sentence: Sentence, index: int, default: str) -> str:
    words = sentence.grammar.words
    while index < len(sentence.tokens) and sentence.tokens[index].text in QUOTES:
        index += 1
    if index >= len(sentence.tokens):
        return default
    word = sentence.tokens[index].text.lower()
    following = sentence.tokens[index + 1].text.lower() if index + 1 < len(sentence.tokens) else ""
    if _conditional(sentence, index) or following in words["conditional_openers"]:
        return "condition"
    if (word in words["pending_openers"] or f"{word} {following}" in words["pending_openers"]) and not (
        index + 1 in sentence.dated or _zu_infinitive(sentence, index)
    ):
        return "pending"
    for name, kind in (
        ("complementizers", "complement"), ("conditional_openers", "condition"), ("purpose_openers", "purpose"),
    ):
        if word in words[name]:
            return kind
    if default != "main" and (
        word in words["relative_pronouns"]
        or (word in sentence.grammar.prepositions and following in words["relative_pronouns"]
            and word not in words["other_openers"])
    ) and not _noun_phrase_follows(sentence, index):
        return "complement" if _zu_infinitive(sentence, index) or _verb_second(sentence, index) else "relative"
    if word in words["other_openers"] and word not in sentence.grammar.prepositions:
        return "other"
    if default != "main" and word in words["coordinating_openers"] and _verb_until_comma(sentence, index):
        return "coordinate"
    return default


def _noun_phrase_follows(sentence: Sentence, index: int) -> bool:
    """``, die Firma`` is an apposition, ``, die Firmen exportiert`` a relative clause: the verb decides."""
    return not _verb_until_comma(sentence, index)


def _zu_infinitive(sentence: Sentence, index: int) -> bool:
    """``, die Ausfuhr zu stoppen`` has no finite verb and so is no relative clause."""
    verb = next((i for i in range(index, len(sentence.tokens)) if sentence.is_verb(i)), None)
    if verb is None or not sentence.grammar.verb_endings:
        return False
    if sentence.tokens[verb - 1].text.lower() in sentence.grammar.words["infinitive_markers"]:
        return True
    form = sentence.tokens[verb].text.lower()
    return any(m in form[2:-2] and form.replace(m, "", 1) == sentence.lemmas[verb]
               for m in sentence.grammar.words["infinitive_markers"])


def _verb_second(sentence: Sentence, index: int) -> bool:
    """``sagte, die EU habe … verhängt``: a German clause whose finite verb is not its last word is no relative one."""
    if not sentence.grammar.verb_endings:
        return False
    end = next((i for i in range(index, len(sentence.tokens)) if sentence.tokens[i].text in {",", *BREAKS}),
               len(sentence.tokens))
    verbs = [i for i in range(index, end) if sentence.is_verb(i)]
    words = sentence.grammar.words
    auxiliaries = words["aux_passive"] | words["aux_state"] | words["aux_perfect"]
    first = sentence.tokens[verbs[0]].text.lower()
    finite = first in sentence.grammar.modals or sentence.lemmas[verbs[0]] in auxiliaries
    return finite and first not in words["infinitive_forms"] and verbs[0] != verbs[-1] and verbs[0] - index <= 4


def _verb_until_comma(sentence: Sentence, index: int) -> bool:
    for i in range(index, len(sentence.tokens)):
        if sentence.tokens[i].text in {",", *BREAKS}:
            return False
        if sentence.is_verb(i):
            return True
    return False


def _two_verbs(sentence: Sentence, since: int, index: int) -> bool:
    return any(sentence.is_verb(i) for i in range(since, index)) and _verb_until_comma(sentence, index)


def _closes_bracket(sentence: Sentence, since: int, index: int) -> bool:
    """German: does the stretch after a comma bring the verb that an auxiliary before it still waits for?

    ``hat eine Warnung vor Firmen, darunter Alibaba, herausgegeben`` is one clause.
    """
    if not sentence.grammar.verb_endings:
        return False
    words = sentence.grammar.words
    auxiliaries = words["aux_passive"] | words["aux_state"] | words["aux_perfect"]
    before = [i for i in range(since, index) if sentence.is_verb(i)]
    if not all(sentence.lemmas[i] in auxiliaries or sentence.tokens[i].text.lower() in sentence.grammar.modals
               for i in before):
        return False
    after = next(i for i in range(index, len(sentence.tokens)) if sentence.is_verb(i))
    following = sentence.tokens[after + 1].text if after + 1 < len(sentence.tokens) else "."
    finite = sentence.lemmas[after] in auxiliaries or sentence.tokens[after].text.lower() in sentence.grammar.modals
    return not finite and not following[:1].isalpha() and sentence.tokens[after - 1].text != "zu"


def _two_clauses(sentence: Sentence, since: int, index: int) -> bool:
    """Does a coordinator join clauses? It does when both sides have a verb; without cases, when one follows at once."""
    if not _two_verbs(sentence, since, index):
        return False
    if sentence.grammar.verb_endings:
        return True
    after = index + 1
    while after < len(sentence.tokens) and sentence.lemmas[after].endswith("ly"):
        after += 1
    if after >= len(sentence.tokens) or not sentence.is_verb(after):
        return any(sentence.is_verb(i) and sentence.tokens[i].text.lower() != sentence.lemmas[i]
                   for i in range(after, min(after + 6, len(sentence.tokens))))
    # "to investigate and sanction": a base form goes on with the infinitive before it.
    return sentence.tokens[after].text.lower() != sentence.lemmas[after]


# --- mentions --------------------------------------------------------------------------------------------------


def _mentions(sentence: Sentence, entities: Sequence[Entity]) -> list[Mention]:
    found: list[Mention] = []
    covered = -1
    for entity in sorted(entities, key=lambda e: (e.start, -e.end)):
        if entity.start < covered:
            continue
        inside = sentence.touched(entity.start, entity.end)
        if not inside:
            continue
        covered = entity.end
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
            gap = [sentence.tokens[k].text.lower() for k in range(found[end].last + 1, found[end + 1].first)]
            joints = [w for w in gap if w not in sentence.grammar.words["determiners"] and w not in QUOTES]
            if len(joints) != 1 or joints[0] not in {",", *conjunctions} or not found[end + 1].bare:
                break
            if sentence.clause_of(found[end + 1].first) != sentence.clause_of(first.first):
                break
            closed, end = joints[0] != ",", end + 1
        if closed:
            for k in range(i + 1, end + 1):
                found[k] = replace(found[k], prep=first.prep, genitive=first.genitive)
    return found


def _touch(sentence: Sentence, a: Mention, b: Mention) -> bool:
    between = range(a.last + 1, b.first)
    if a.last >= b.first or not all(sentence.tokens[i].text in QUOTES for i in between):
        return False
    heads = tuple(sentence.grammar.words["appositive_heads"])
    return bool(between) or sentence.tokens[a.last].text.lower().endswith(heads)


def _place(sentence: Sentence, entity: Entity, first: int, last: int) -> Mention:
    words, tokens = sentence.grammar.words, sentence.tokens
    determiner = tokens[first].text.lower() if tokens[first].text.lower() in words["determiners"] else None
    prep, at, steps = None, first - 1, 0
    while at >= 0 and steps < (1 if entity.kind == "pronoun" else 6):
        word = tokens[at].text.lower()
        if at in sentence.dated:
            break
        if word in sentence.grammar.prepositions and not (
            _infinitive_marker(sentence, at, first) or _conjunction(sentence, at, last)
        ):
            if entity.label == "PERSON" and word in words["noun_links"] and at and tokens[at - 1].text[:1].isupper():
                # Secretary of State Antony Blinken: the title's own preposition
                at, steps = at - 2, steps + 2
                continue
            prep = sentence.grammar.prepositions[word]
            break
        if word in words["determiners"]:
            determiner = determiner or word
        elif tokens[at].text not in QUOTES and not _modifier(sentence, at):
            break
        at, steps = at - 1, steps + 1
    if prep is None and tokens[first].text.lower() in sentence.grammar.prepositions:
        prep = sentence.grammar.prepositions[tokens[first].text.lower()]
    opened = sum(1 for t in tokens[:first] if t.text == "(") > sum(1 for t in tokens[:first] if t.text == ")")
    genitive = prep is None and (
        (determiner in words["genitive_determiners"] and at >= 0 and tokens[at].text[:1].isupper()
         and tokens[at].text not in QUOTES and at != 0)
        or (last + 1 < len(tokens) and tokens[last + 1].text in {"'s", "’s", "'", "’"})
        or (bool(sentence.grammar.verb_endings) and entity.kind == "name" and at == first - 1 and at >= 0
            and tokens[at].text[:1].isupper() and entity.text.endswith("s") and entity.label in ("GPE", "ORG", "PERSON")
            and at != 0 and not tokens[at].ent_type_)
    )
    case = None
    if determiner in words["accusative_only"] or entity.text.lower() in words["accusative_only"]:
        case = "accusative"
    elif determiner in words["dative_determiners"] and determiner not in words["nominative_only"]:
        case = "dative" if determiner not in ("der", "den") else case
    return Mention(entity, first, last, prep, genitive, case, opened)


def _infinitive_marker(sentence: Sentence, index: int, first: int) -> bool:
    """``to`` before a verb is no preposition; ``first`` is where the mention begins that it seems to govern."""
    words = sentence.grammar.words
    if sentence.tokens[index].text.lower() not in words["infinitive_markers"]:
        return False
    following = sentence.tokens[index + 1].text
    return index + 1 < first and following.islower() and following not in words["determiners"]


def _conjunction(sentence: Sentence, index: int, last: int) -> bool:
    """``After the EU imposed …`` and ``Bis die EU … verhängt``: the word opens a clause and governs no mention."""
    words = sentence.grammar.words
    clause = sentence.clauses[sentence.clause_of(index)]
    word = sentence.tokens[index].text.lower()
    if word not in words["other_openers"] | words["pending_openers"]:
        return False
    if sentence.grammar.verb_endings and index != clause.first:
        return False
    if not sentence.grammar.verb_endings:
        after = last + 1
        while after < clause.end and sentence.lemmas[after].endswith("ly"):
            after += 1
        return after < clause.end and sentence.is_verb(after)
    final = next((i for i in range(clause.end - 1, index, -1) if sentence.tokens[i].text[:1].isalpha()), index)
    return sentence.is_verb(final) and not any(
        sentence.is_verb(i) and sentence.lemmas[i] in words["aux_perfect"] | words["aux_passive"]
        for i in range(index, final)
    )


def _modifier(sentence: Sentence, index: int) -> bool:
    """May this token stand between a preposition and the name or noun it governs?"""
    token = sentence.tokens[index]
    lower = token.text.lower()
    if not token.text[:1].isalpha() or lower in sentence.grammar.words["conjunctions"]:
        return False
    words = sentence.grammar.words
    return not sentence.is_verb(index) and lower not in words["relative_pronouns"] - words["determiners"]
