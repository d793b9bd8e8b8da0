"""A text as lines, with what is known of its words: names, places, prose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from depesche.entities.gazetteer import FIRM_SIGNS, given_names
from depesche.letters.grammar import Rules
from depesche.records import Date, Entity
from depesche.sentences import lexicon

DIGITS = re.compile(r"\d")
SMALL = re.compile(r"(?<![\w.])[a-zäöüß]{2,}\b")
_CAPITAL = re.compile(r"(?:v|d['’])?[A-ZÄÖÜÉÈÁÅØŠČŽ][^\s,!?:;()<>|„“”\"»«=+/]*")
_INITIAL = re.compile(r"(?<!\w)\w\.$")
_PROSE, _LONG = 6, 60  # words in small letters, and characters, that make a line a sentence
_ENOUGH = 400  # characters that show it
_NAME_WORDS, _NAME_LENGTH = 6, 120
_LONGEST = 200  # characters that a name may have
_FIELDS = 4  # lines within which the next field of a head stands
_SIGN = re.compile(r">")  # before each line of a mail that another quotes
_EDGES = " \t\n\xa0,;:!+=*()"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text and what they say, without forms of address and line breaks."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks round it.

    :param fresh: it follows an empty line or is indented. :param prose: it is a sentence, or several.
    """

    start: int
    end: int
    text: str
    fresh: bool
    prose: bool


@dataclass(frozen=True, slots=True)
class Page:
    """:param entities: :param dates: sorted by start."""

    text: str
    entities: Sequence[Entity]
    dates: Sequence[Date]
    rules: Rules
    lines: Sequence[Line]

    def covering(self, start: int, end: int, *labels: str) -> list[Entity]:
        """The names that have characters in common with a stretch, of any label or of those given."""
        at = bisect_left(self.entities, start - _LONGEST, key=lambda e: e.start)
        stop = bisect_left(self.entities, end, at, key=lambda e: e.start)
        named = (e for e in self.entities[at:stop] if e.end > start and e.kind == "name")
        return [e for e in named if not labels or e.label in labels]

    def are_people(self, names: Sequence[Piece]) -> bool:
        return any(self.covering(name.start, name.end, "PERSON") for name in names)

    def is_place(self, start: int, end: int) -> bool:
        return bool(self.covering(start, end, "GPE", "LOC"))

    def particle(self, word: str) -> bool:
        return word in self.rules.particles

    def names(self, start: int, end: int) -> tuple[Piece, ...]:
        """One name, or several with ``und`` between them; nothing if there is anything else. A firm is one."""
        whole = self.name(start, end, firm=True)
        if whole and self._is_firm(whole):
            return (whole,)
        found, at = [], start
        for joint in [*self.rules.joints.finditer(self.text, start, end), None]:
            piece = self.name(at, joint.start() if joint else end)
            if piece is None:
                return ()
            found.append(piece)
            at = joint.end() if joint else end
        return tuple(found)

    def _is_firm(self, whole: Piece) -> bool:
        """Whether words with a sign between them name a firm: ``Marks & Spencer``, ``Müller & Sohn``."""
        signs = not FIRM_SIGNS.isdisjoint(whole.value.split())
        named = any(e.start <= whole.start and whole.end <= e.end for e in self.covering(whole.start, whole.end, "ORG"))
        return signs and (named or bool(self.rules.firm.search(whole.value)) or self._are_founders(whole.value.split()))

    def _are_founders(self, words: Sequence[str]) -> bool:
        """Whether a sign joins two surnames: Müller & Schulz, but neither Anna & Max nor Mama & Papa."""
        sides = [words[0], words[-1]]
        return len(words) == 3 and given_names().isdisjoint(sides) and not any(map(self.rules.nobody.fullmatch, sides))

    def name(self, start: int, end: int, *, firm: bool = False) -> Piece | None:
        """What looks like a name and nothing else: capitals, titles, initials, particles.

        :param firm: signs between the names of a firm may be among them.
        """
        if end - start > _NAME_LENGTH:
            return None
        words = self.text[start:end]
        kept = words.strip(_EDGES if _INITIAL.search(words.rstrip()) else _EDGES + ".")
        parts = kept.split()
        if not parts or len(parts) > _NAME_WORDS or DIGITS.search(kept) or self.rules.closing.fullmatch(kept):
            return None
        capitals = [part for n, part in enumerate(parts) if _CAPITAL.fullmatch(part) and self._may_name(parts, n)]
        others = [n for n, part in enumerate(parts) if part not in capitals and not (firm and part in FIRM_SIGNS)]
        leads = self.rules.leading.fullmatch(parts[0])
        if any(not self.particle(parts[n]) or n + 1 == len(parts) or not (n or leads) for n in others):
            return None
        if not capitals or (len(capitals) == 1 and self.rules.titles.fullmatch(capitals[0])):
            return None
        start += words.index(kept)
        return Piece(start, start + len(kept), " ".join(parts))

    def _may_name(self, parts: Sequence[str], n: int) -> bool:
        """Whether a word may be one of a name; of the months those that lead another: Jan Krause, June Carter."""
        word = parts[n]
        if word.lower() not in self.rules.no_names or self.rules.titles.fullmatch(word):
            return True
        leads = n == 0 and len(parts) > 1 and _CAPITAL.fullmatch(parts[1]) and self._may_name(parts, 1)
        return bool(leads) and any(month.startswith(word) for month in lexicon().months)

    def piece(self, start: int, end: int) -> Piece:
        """Words with the name in them as value, without ``Herr``."""
        words = self.text[start:end]
        return Piece(start, end, " ".join(words[self.courtesy_end(words) :].split()) or " ".join(words.split()))

    def courtesy_end(self, words: str) -> int:
        match = self.rules.courtesy.match(words)
        return match.end() if match else 0


def lines(text: str) -> Iterator[Line]:
    """The lines that are not empty."""
    fresh, at = True, 0
    for row in text.splitlines(keepends=True):
        words = row.strip()
        if words:
            start = at + row.index(words)
            prose = len(words) > _LONG and len(SMALL.findall(words[:_ENOUGH])) >= _PROSE
            yield Line(start, start + len(words), words, fresh or row[0].isspace(), prose)
        fresh = not words
        at += len(row)


def own(page: Sequence[Line], rules: Rules) -> tuple[Line, ...]:
    """The lines of a mail without those of the mails that it quotes, behind a sign or below; all of them where it says
    nothing of its own.
    """
    kept: list[Line] = []
    for i, line in enumerate(page):
        if _below(page, i, rules) and any(map(_says, kept)):
            break
        after = page[i + 1 : i + 3]
        told = [line.text, *(f"{line.text} {other.text}" for other in after[:1])]
        named = any(map(rules.quoted.fullmatch, told))  # On Monday, 3 May 2021, Tom Baker / wrote:
        if named and not any(_SIGN.match(other.text) for other in after) and line.fresh and any(map(_says, kept)):
            break
        if not named and not _SIGN.match(line.text):
            kept.append(line)
    return tuple(kept if any(map(_says, kept)) else page)


def _says(line: Line) -> bool:
    return any(map(str.isalnum, line.text))


def _below(page: Sequence[Line], i: int, rules: Rules) -> bool:
    """Whether an older mail begins with a line: with words that say so, or with fields that do not lead the text."""
    if rules.older.match(page[i].text):
        return True
    sender, others = rules.fields["sender"], [rules.fields["recipients"], rules.fields["date"]]
    near = [line.text for line in page[i + 1 : i + 1 + _FIELDS]]
    if not sender.match(page[i].text) or not any(other.match(text) for other in others for text in near):
        return False
    before = [line.text for line in page[:i]]
    told = any(line.prose for line in page[:i]) or any(
        text[-1] in ".!?" or rules.open.match(text) or rules.closing.match(text) for text in before
    )
    return told or any(map(sender.match, before))


def share(long: str, short: str) -> bool:
    """Whether two ways to write a name have a word in common, the first letters of which are enough."""
    return bool(set(heads(long)) & set(heads(short)))


def heads(name: str) -> Iterator[str]:
    """The first letters of each word of a name."""
    return (word.lower()[:3] for word in re.findall(r"[^\W\d_]{3,}", name))
