"""The tokens of sentences as plain lists: of those that can say an event at all, cut to a length for the rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.symbols import NAMES as SYMBOLS

from depesche.events.grammar import Grammar
from depesche.likely import TRIGGERS
from depesche.records import Date, Entity

if TYPE_CHECKING:
    from depesche.annotate import Part

LONGEST = 250
"""Tokens that the rules read at once: they weigh words against words, and no writer's sentence is longer."""
MARKS = ({";", ":", "–", "—"}, {","})
"""Where a longer one is cut, in the order of preference."""


@dataclass(slots=True)
class Tokens:
    """The tokens of one sentence that are no white space.

    :param forms: as written. :param lower: in small letters. :param lemmas: base forms in small letters.
    :param starts: offsets in the raw text, as are ``ends``. :param spaced: whether white space follows.
    :param in_name: whether the token is inside a name of ``doc.ents``.
    :param heads: the token that each depends on, the root on itself; ``deps`` the relation (Universal Dependencies),
    ``pos`` the part of speech.
    :param likely: by token, of what it may say an event, as the model has it: the type, how probable, and whether that
    is enough by itself.
    """

    forms: list[str]
    lower: list[str]
    lemmas: list[str]
    starts: list[int]
    ends: list[int]
    spaced: list[bool]
    in_name: list[bool]
    heads: list[int]
    deps: list[str]
    pos: list[str]
    likely: Mapping[int, tuple[str, float, bool]]

    def cut(self, first: int, end: int) -> Tokens:
        """Tokens ``first`` to ``end`` (exclusive); one that depends on a token outside becomes a root."""
        at = slice(first, end)
        heads = [head - first if first <= head < end else i for i, head in enumerate(self.heads[at])]
        return Tokens(
            self.forms[at], self.lower[at], self.lemmas[at], self.starts[at], self.ends[at], self.spaced[at],
            self.in_name[at], heads, self.deps[at], self.pos[at],
            {i - first: kind for i, kind in self.likely.items() if first <= i < end},
        )  # fmt: skip


def sentences(part: Part, grammar: Grammar) -> Iterator[Tokens]:
    """The sentences of a part with a word that may trigger an event.

    Read out of spaCy in one go: to ask it again for each token takes longer than all the rules.
    """
    if not len(part.doc):
        return
    columns = part.doc.to_array(
        ["LEMMA", "SENT_START", "IDX", "LENGTH", "SPACY", "ENT_TYPE", "HEAD", "DEP", "POS", "LOWER"]
    )
    strings = part.doc.vocab.strings
    unique = dict.fromkeys(zip(columns[:, 0].tolist(), columns[:, 9].tolist(), strict=True))
    lemmas = {key: strings[key].lower() for key in dict.fromkeys(lemma for lemma, _ in unique)}
    ways = {(lemma, form): found for lemma, form in unique if (found := grammar.ways(lemmas[lemma], strings[form]))}
    likely = part.doc.user_data.get(TRIGGERS, {})
    firsts = [0, *((columns[1:, 1] == 1).nonzero()[0] + 1).tolist()]
    for first, end in zip(firsts, [*firsts[1:], len(columns)], strict=True):
        rows = columns[first:end].tolist()
        asked = [ask for row in rows for ask in ways.get((row[0], row[9]), ())]
        vocabulary = frozenset(lemmas[row[0]] for row in rows) if asked else frozenset()
        own = {i - first: likely[i] for i in range(first, end) if i in likely} if likely else {}
        if any(not ask or ask.among(vocabulary) for ask in asked):
            yield _tokens(part, rows, lemmas, own)


def _tokens(
    part: Part, rows: Sequence[Sequence[int]], lemmas: Mapping[int, str], likely: Mapping[int, tuple[str, float, bool]]
) -> Tokens:
    text, offset, strings = part.text, part.start, part.doc.vocab.strings
    kept = [(i, row, form) for i, row in enumerate(rows) if not (form := text[row[2] : row[2] + row[3]]).isspace()]
    place = {i: number for number, (i, *_) in enumerate(kept)}
    # a head is a distance, and negative ones come wrapped around
    above = [i + (row[6] - (1 << 64) if row[6] >> 63 else row[6]) for i, row, _ in kept]
    return Tokens(
        forms=[form for *_, form in kept],
        lower=[form.lower() for *_, form in kept],
        lemmas=[lemmas[row[0]] for _, row, _ in kept],
        starts=[offset + row[2] for _, row, _ in kept],
        ends=[offset + row[2] + row[3] for _, row, _ in kept],
        spaced=[bool(row[4]) for _, row, _ in kept],
        in_name=[bool(row[5]) for _, row, _ in kept],
        heads=[place.get(head, number) for number, head in enumerate(above)],
        deps=[strings[row[7]].lower() if row[7] else "dep" for _, row, _ in kept],
        pos=[SYMBOLS[row[8]] for _, row, _ in kept],
        likely={place[i]: kind for i, kind in likely.items() if i in place},
    )


def pieces(tokens: Tokens, rows: Sequence[Entity | Date]) -> Iterator[Tokens]:
    """The tokens, or what is far too long for one sentence in pieces: cut at a mark, and in no name and no date.

    :param rows: sorted by start.
    """
    first, total = 0, len(tokens.forms)
    while total - first > LONGEST:
        end = _cut(tokens, first, rows)
        yield tokens.cut(first, end)
        first = end
    yield tokens.cut(first, total) if first else tokens


def _cut(tokens: Tokens, first: int, rows: Sequence[Entity | Date]) -> int:
    """The last place in the second half of the reach behind a mark, or else the last one."""
    reach = range(first + LONGEST, first + LONGEST // 2, -1)
    for marks in MARKS:
        for end in reach:
            if tokens.forms[end - 1] in marks and not _inside(tokens.starts[end], rows):
                return end
    return next((end for end in reach if not _inside(tokens.starts[end], rows)), first + LONGEST)


def _inside(offset: int, rows: Sequence[Entity | Date]) -> bool:
    """Whether a row goes over this offset; of two that begin together the longer comes first."""
    before = bisect_left(rows, offset, key=lambda row: row.start)
    return any(row.end > offset for row in rows[max(before - 8, 0) : before])
