"""Where the clauses of a sentence begin, and of which kind they are.

Clauses are cut at openers and commas: what leaves an event open must be seen where the parser errs, too. Who does
what is read from the parse, see :mod:`depesche.events.syntax`.
"""

from __future__ import annotations

from depesche.events import syntax
from depesche.events.sentence import BREAKS, QUOTES, Clause, Sentence


def cut(sentence: Sentence) -> list[Clause]:
    cuts = [(0, _opening(sentence, 0, "main"))]
    for index in range(1, len(sentence)):
        kind = _cut(sentence, index, cuts[-1][0])
        if kind:
            cuts.append((index, kind))
    ends = [first for first, _ in cuts[1:]] + [len(sentence)]
    return [Clause(first, end, kind) for (first, kind), end in zip(cuts, ends, strict=True)]


def _cut(sentence: Sentence, index: int, since: int) -> str | None:
    """The kind of the clause that starts at ``index``, or None."""
    before = sentence.forms[index - 1]
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
            return sentence.grammar.syntax.clause_after_comma
        return None
    word = sentence.lower[index]
    words = sentence.grammar.words
    if word in words["coordinating_openers"]:
        joins = sentence.grammar.syntax.verb_bracket and syntax.joins_nouns(sentence, index)
        return "coordinate" if not joins and _two_clauses(sentence, since, index) else None
    if not sentence.grammar.syntax.commas_part_clauses and word in words["clause_openers"] and (
        _two_verbs(sentence, since, index) and not _opened(sentence, since, index)
    ):
        return _opening(sentence, index, "")
    return None


def _opened(sentence: Sentence, since: int, index: int) -> bool:
    """``Provided that …``: the second word of an opener."""
    words = sentence.grammar.words
    return index == since + 1 and sentence.lower[index] in words["complementizers"] and (
        sentence.lower[since] in words["conditional_openers"]
    )


def _dash(sentence: Sentence, index: int) -> bool:
    """A hyphen between spaces, as behind a dateline: ``Berlin (ots) - FDP-Chef …``; of old wires also ``_``."""
    spaced = index > 0 and sentence.spaced[index] and sentence.spaced[index - 1]
    return spaced and sentence.forms[index] in {"-", "--", "_"}


def _contact(sentence: Sentence, index: int) -> bool:
    """``said Washington imposed``, ``fears the EU imposed``: a clause without its ``that``."""
    words, grammar = sentence.grammar.words, sentence.grammar
    if sentence.lemmas[index - 1] not in words["clausal_verbs"] or not sentence.verbal[index - 1]:
        return False
    if index not in sentence.named and sentence.lower[index] not in words["contact_openers"]:
        return False
    verb = sentence.next_verb(index + 1)
    if verb is None or sentence.next_stop(index + 1) < verb or not words["contact_ends"].isdisjoint(
        sentence.lower[index + 1 : verb + 1]
    ):
        return False
    form = sentence.lower[verb]
    following = sentence.lower[verb + 1] if verb + 1 < len(sentence) else ""
    return form in grammar.modals or (
        form != sentence.lemmas[verb] and not form.endswith(grammar.endings.gerund)
        and following not in words["passive_agent"]
    )


def _conditional(sentence: Sentence, index: int) -> bool:
    """``Had Washington imposed …, …``, ``Verhängt Washington …, will Ankara …``: a verb in the place of ``if``."""
    if index or sentence.forms[-1] == "?" or len(sentence) < 3:
        return False
    if sentence.pos[0] in ("DET", "PRON"):
        return False  # Seine Zeitung, …, hat
    word = sentence.lower[0]
    if not sentence.grammar.syntax.verb_first_conditional:
        return word in sentence.grammar.words["inverted_conditionals"]
    known = sentence.lemmas[0] in sentence.grammar.verb_lemmas or word in sentence.grammar.modals
    bare = word == sentence.lemmas[0] and not syntax.acts(sentence, 0)  # but: Verhängen die USA Sanktionen, …
    if not known or bare or 0 in sentence.named:
        return False
    commas = [i for i, form in enumerate(sentence.forms[:-1]) if form == ","]
    return any(sentence.verbal[i + 1] for i in commas) and sentence.forms[1] != ","


def _opening(sentence: Sentence, index: int, default: str) -> str:
    words = sentence.grammar.words
    while index < len(sentence) and sentence.forms[index] in QUOTES:
        index += 1
    if index >= len(sentence):
        return default
    word = sentence.lower[index]
    following = sentence.lower[index + 1] if index + 1 < len(sentence) else ""
    if _conditional(sentence, index) or (
        following in words["conditional_openers"] and not _acts(sentence, index + 1)
    ):
        return "condition"
    if (word in words["pending_openers"] or f"{word} {following}" in words["pending_openers"]) and not (
        index + 1 in sentence.dated or _infinitive_clause(sentence, index)
    ):
        return "pending"
    adverb = sentence.grammar.syntax.verb_second and word in words["purpose_openers"] and (
        index + 1 < len(sentence) and sentence.verbal[index + 1]
    )  # Damit werden die Sanktionen angepasst.
    if default != "main" and word in words["purpose_openers"] and word in sentence.grammar.prepositions and (
        following in words["relative_pronouns"] and _verb_until_comma(sentence, index)
        and not _infinitive_clause(sentence, index)
    ):
        return "relative"  # eine Entschuldigung, um die er gebeten hatte
    if (kind := sentence.grammar.openers.get(word)) and not adverb and not _acts(sentence, index):
        return "relative" if syntax.relative(sentence, index) else kind
    if default != "main" and (
        word in words["relative_pronouns"]
        or (word in sentence.grammar.prepositions and following in words["relative_pronouns"]
            and word not in words["other_openers"])
    ) and not _noun_phrase_follows(sentence, index):
        return "complement" if _infinitive_clause(sentence, index) or _verb_second(sentence, index) else "relative"
    if word in words["other_openers"] and word not in sentence.grammar.prepositions:
        return "other"
    if default != "main" and word in words["coordinating_openers"] and _verb_until_comma(sentence, index):
        return "coordinate"
    return default


def _acts(sentence: Sentence, index: int) -> bool:
    """``Iran provided drones``: what may open a clause is a verb here."""
    return sentence.pos[index] == "VERB" and (
        syntax.has_arguments(sentence, index) or bool(syntax.auxiliaries(sentence, index))
    )


def _noun_phrase_follows(sentence: Sentence, index: int) -> bool:
    """``, die Firma`` is an apposition, ``, die Firmen exportiert`` a relative clause: the verb decides."""
    return not _verb_until_comma(sentence, index)


def _infinitive_clause(sentence: Sentence, index: int) -> bool:
    """``, die Ausfuhr zu stoppen`` has no finite verb and so is no relative clause."""
    verb = sentence.next_verb(index)
    if verb is None or not sentence.grammar.syntax.infinitive_clauses:
        return False
    if sentence.lower[verb - 1] in sentence.grammar.words["infinitive_markers"]:
        return True
    return sentence.marked_inside(verb)


def _verb_second(sentence: Sentence, index: int) -> bool:
    """``sagte, die EU habe … verhängt``: a clause whose finite verb is not its last word is no relative one."""
    if not sentence.grammar.syntax.verb_second:
        return False
    verbs = sentence.verbs_in(index, sentence.next_stop(index))
    words = sentence.grammar.words
    first = sentence.lower[verbs[0]]
    finite = first in sentence.grammar.modals or sentence.lemmas[verbs[0]] in words["all_auxiliaries"]
    return finite and first not in words["infinitive_forms"] and verbs[0] != verbs[-1] and verbs[0] - index <= 4


def _verb_until_comma(sentence: Sentence, index: int) -> bool:
    verb = sentence.next_verb(index)
    return verb is not None and verb < sentence.next_stop(index)


def _two_verbs(sentence: Sentence, since: int, index: int) -> bool:
    return bool(sentence.verbs_in(since, index)) and _verb_until_comma(sentence, index)


def _closes_bracket(sentence: Sentence, since: int, index: int) -> bool:
    """Does the stretch after a comma bring the verb that an auxiliary before it still waits for?

    ``hat eine Warnung vor Firmen, darunter Alibaba, herausgegeben`` is one clause.
    """
    if not sentence.grammar.syntax.verb_bracket:
        return False
    words = sentence.grammar.words
    auxiliaries, modals = words["all_auxiliaries"], sentence.grammar.modals
    if not all(sentence.lemmas[i] in auxiliaries or sentence.lower[i] in modals
               for i in sentence.verbs_in(since, index)):
        return False
    after = sentence.next_verb(index) or 0
    following = sentence.forms[after + 1] if after + 1 < len(sentence) else "."
    finite = sentence.lemmas[after] in auxiliaries or sentence.lower[after] in modals
    return not finite and not following[:1].isalpha() and (
        sentence.forms[after - 1] not in words["infinitive_markers"]
    )


def _two_clauses(sentence: Sentence, since: int, index: int) -> bool:
    """Does a coordinator join clauses? When both sides have a verb; in a fixed order, when one follows at once."""
    if not _two_verbs(sentence, since, index):
        return False
    if not sentence.grammar.syntax.fixed_order:
        return True
    after = index + 1
    while after < len(sentence) and sentence.lemmas[after].endswith(sentence.grammar.endings.adverb):
        after += 1
    if after >= len(sentence) or not sentence.verbal[after]:
        return any(sentence.lower[i] != sentence.lemmas[i] for i in sentence.verbs_in(after, after + 6))
    # "to investigate and sanction": a base form goes on with the infinitive before it.
    return sentence.lower[after] != sentence.lemmas[after]
