"""Where and when a letter was written: the line of its date, else the address on its paper."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from depesche.letters.page import DIGITS, SMALL, Line, Page, Piece, heads
from depesche.records import Date

_LENGTH = 90  # characters of a line with a date or an address
_CARD = 12  # lines in which a postcard says where it comes from
_ROOM = 4  # words on it besides place and date
_NOTE = 2  # small words between a place that begins a line and the date that ends it: Rom, poste restante 3. 4. 1901
_HEAD_LINES, _FOOT_LINES, _LAST_LINES = 15, 6, 3
_ABOVE = 2  # lines before the foot
_BASES = ("explicit", "implied_year", "document_date", "anaphoric", "inferred")  # a weekday alone is no date of writing
_ROMAN = re.compile(r"[\s,.]*[IVX]+\b")
_POSTAL_CODE = re.compile(r"[\s.,]*(?:[A-Z]{1,2}-)?\d{4,5}\s+")
_BLANKS = re.compile(r"[\s.,;–—-]*")
_UP_TO_SIGN = re.compile(r"\s*(?P<name>[^,;:\n…]*[^\s,;:…–—-])")
_BEHIND_NUMBER = re.compile(r"\d[a-z]?\.?\s+(?=[A-ZÄÖÜ]\S+$)")  # 7 Wien
_FOR_NOW = re.compile(r"(?:[a-z]\w*\. ?)(?:\w+\. ?)?")  # z. Zt. Bad Gastein
_BRACKETS = re.compile(r"\(.*?\)")


@dataclass(frozen=True, slots=True)
class Dated:
    """:param number: position in the dates of the text."""

    number: int
    line: int


def head(page: Page, begin: int, greeting: int | None) -> list[int]:
    """Lines before the salutation; without one, those before the first prose."""
    if greeting is not None:
        return list(range(begin, greeting))
    found = []
    for i, line in enumerate(page.lines[begin : begin + _HEAD_LINES], begin):
        if line.prose:
            break
        found.append(i)
    return found


def foot(page: Page, closing: int | None) -> list[int]:
    """Lines from the closing on; without one, the last."""
    count = len(page.lines)
    first = closing if closing is not None else max(count - _LAST_LINES, 0)
    return list(range(first, min(count, first + _FOOT_LINES)))


def dateline(page: Page, head: Sequence[int], foot: Sequence[int]) -> Dated | None:
    """The date of writing: days before months, the head before the foot, with the year before without, with a place
    before without. Right above the foot a place and a day may fill a line: Bonn, 3. Juni 1985.
    """
    found = []
    above = [i for i in range(max(foot[0] - _ABOVE, 0), foot[0]) if i not in head] if foot else []
    for at_foot, indices in ((False, head), (True, [*above, *foot])):
        for i in indices:
            line = page.lines[i]
            for number in _dates_in(page, line.start, line.end):
                date = page.dates[number]
                lead, room = _lead(page, line, date)
                if room is not None and (i not in above or (lead and not room and date.end >= line.end - 1)):
                    open_year = (date.edtf or "").startswith("XXXX")
                    found.append((date.precision != "day", at_foot, open_year, lead is None, room, number, i))
    best = min(found, default=None)
    return Dated(best[5], best[6]) if best else None


def dated(page: Page, line: Line | None) -> Dated | None:
    """The date in a field."""
    number = next(_dates_in(page, line.start, line.end), None) if line else None
    if line is None or number is None:
        return None
    return Dated(number, bisect_left(page.lines, line.end, key=lambda other: other.end))


def place(
    page: Page, dated: Dated | None, senders: Sequence[Piece], head: Sequence[int], foot: Sequence[int]
) -> tuple[Piece | None, bool]:
    """The place in or beside the line of the date, or that a postcard greets from; else (True) in the address of the
    writer on the paper.
    """
    if dated and (found := _beside(page, dated, senders, {*head, *foot})):
        return found, False
    if found := _greeted_from(page) or _signed_at(page, foot[1:]):
        return found, False
    for j in [*head, *foot[1:]]:
        line = page.lines[j]
        if _of_others(page, page.lines[_begin(page, j)].start, line.end, senders):
            continue
        people = page.covering(line.start, line.end, "PERSON")
        names = [e.end for e in people if e.start == line.start]
        addressed = j + 1 < len(page.lines) and page.rules.address.match(page.lines[j + 1].text)
        lone = j in head and not addressed  # Austria, before "Herrn Dr. Beer-Hofmann"
        if found := _in_address(page, line, max(names, default=line.start), lone=lone):
            return found, True
    return None, False


def _begin(page: Page, j: int) -> int:
    """The first line of the block that a line is in."""
    return next((k for k in range(j, 0, -1) if page.lines[k].fresh), 0)


def _ends_address(page: Page, j: int, senders: Sequence[Piece]) -> bool:
    """Whether a line is the last of a block that a name begins which nobody signs with: the address of the reader."""
    first = _begin(page, j)
    line = page.lines[first]
    if not senders or first == j or page.rules.dated.search(page.lines[j].text):
        return False
    named = page.name(line.start, line.end) is not None
    return named and _of_others(page, line.start, line.end, senders)


def _of_others(page: Page, start: int, end: int, senders: Sequence[Piece]) -> bool:
    """Whether a stretch names somebody who does not sign."""
    own = {word for sender in senders for word in heads(sender.value)}
    signed = "".join(sender.value.lower() for sender in senders)  # DrBurckhard
    initials = {word[0] for sender in senders for word in sender.value.split() if len(word.strip(".")) == 1}
    for e in page.covering(start, end, "PERSON"):
        words = e.text.split()
        glued = any(len(word) > 3 and word.lower() in signed for word in words)
        if not (glued or own & set(heads(e.text)) or initials & {word[0] for word in words}):
            return True
    return False


def _greeted_from(page: Page) -> Piece | None:
    """``Besten Gruss aus Villach``: what stands behind, or last on its line (``Gruss aus dem Keller, Leipzig``)."""
    for line in page.lines[:_CARD]:
        if match := page.rules.greeting.search(page.text, line.start, line.end):
            places = list(_places(page, match.end(), line.end))
            if places and not line.prose and places[-1].end >= line.end - 1:
                return places[-1]
            if places and places[0].start == match.end():
                return places[0]
    return None


def _signed_at(page: Page, foot: Sequence[int]) -> Piece | None:
    """``Rodaun, Montag`` below the signature: a place with which a line begins or ends, and hardly anything besides."""
    for j in foot:
        line = page.lines[j]
        if line.prose or page.rules.address.match(line.text) or page.covering(line.start, line.end, "PERSON"):
            return None
        for found in _places(page, line.start, line.end):
            before, after = page.text[line.start : found.start], page.text[found.end : line.end]
            rest = re.findall(r"\w{2,}", page.rules.dated.sub(" ", before + " " + after))
            edge = not before.strip(" (") or not after.strip(" .)")
            if edge and len(rest) < 3 and not SMALL.search(" ".join(rest)):
                return found
    return None


def _dates_in(page: Page, start: int, end: int) -> Iterator[int]:
    for number in range(bisect_left(page.dates, start, key=lambda d: d.start), len(page.dates)):
        date = page.dates[number]
        if date.start >= end:
            break
        fine = date.precision in ("day", "month") and date.type in ("DATE", "TIME") and date.edtf
        if date.basis in _BASES and fine and DIGITS.search(date.text):
            yield number


def _lead(page: Page, line: Line, date: Date) -> tuple[Piece | None, int | None]:
    """The place before a date on its line; and how many words stand there besides, None if they are too many."""
    if line.end - line.start > _LENGTH or date.start < line.start:
        return None, None
    found = _before(page, line.start, date.start)
    before, after = page.text[found.end if found else line.start : date.start], page.text[date.end : line.end]
    rest = page.rules.dated.sub(" ", before)
    small = len(SMALL.findall(rest))
    if small > (_NOTE if found and found.start == line.start and date.end >= line.end - 1 else 0):
        return None, None
    count = len(re.findall(r"[^\W\d_]{2,}", rest + " " + page.rules.dated.sub(" ", after)))
    return found, count if count <= _ROOM else None


def _beside(page: Page, dated: Dated, senders: Sequence[Piece], near: set[int]) -> Piece | None:
    """The place before the date, on the line above or below where the date stands alone, or right behind it."""
    line, date = page.lines[dated.line], page.dates[dated.number]
    if found := _lead(page, line, date)[0]:
        return found
    if _without_dates(page, page.text[line.start : date.start]):
        return None
    above = dated.line - 1
    while above in near and not _without_dates(page, page.lines[above].text):
        above -= 1  # "am" on a line of its own
    for j in (above, dated.line + 1):
        if j not in near or (j == above and line.fresh and _ends_address(page, j, senders)):
            continue
        other = page.lines[j]
        found = _before(page, other.start, other.end)
        if found is None or any(other.start <= s.start < other.end for s in senders):
            continue
        before, after = page.text[other.start : found.start], page.text[found.end : other.end]
        if before and (after.strip(" .,") or not DIGITS.search(before)):  # XVIII Spöttelgasse 7, Wien
            continue
        word = j < dated.line and len(_BRACKETS.sub("", other.text).split()) == 1
        if word or page.is_place(found.start, found.end):
            return found
    gap = _BLANKS.match(page.text, min(date.end, line.end), line.end)
    assert gap
    return next((p for p in _places(page, gap.end(), line.end) if p.start == gap.end()), None)


def _without_dates(page: Page, words: str) -> str:
    return page.rules.dated.sub("", words).strip(" ,.")


def _places(page: Page, start: int, end: int) -> Iterator[Piece]:
    """The names of places in a stretch, streets, houses and districts aside."""
    spans: list[tuple[int, int]] = []
    for e in page.covering(start, end, "GPE", "LOC"):
        if not (start <= e.start and e.end <= end):
            continue
        joint = spans and page.rules.near.search(page.text, spans[-1][0], e.start)
        if joint and joint.start() <= spans[-1][1]:  # Baden bei Wien
            spans[-1] = (spans[-1][0], e.end)
        else:
            spans.append((e.start, e.end))
    for begun, ended in spans:
        for part in re.finditer(r"[^\s,][^,\n]*", page.text[begun:ended]):
            name = page.rules.district.sub("", part[0])
            behind = _BEHIND_NUMBER.search(name) or _FOR_NOW.match(name)
            skip = behind.end() if behind else 0
            name = name[skip:]
            street = DIGITS.search(name) or page.rules.street.search(name) or _ROMAN.match(name)
            if len(name) > 2 and not street and not page.rules.no_place.match(name):
                begin = begun + part.start() + skip
                yield Piece(begin, begin + len(name), " ".join(name.split()))


def _before(page: Page, start: int, end: int) -> Piece | None:
    """The place before a date: the first name of one, else what stands there if nothing speaks against it."""
    if known := next(_places(page, start, end), None):
        return known
    if end - start > _LENGTH:
        return None
    words = page.rules.dated.sub(lambda found: " " * len(found[0]), page.text[start:end])
    first = _UP_TO_SIGN.match(words)
    if not first or not first["name"][0].isupper() or DIGITS.search(first["name"]):
        return None
    name = page.rules.district.sub("", first["name"]).rstrip(" .")
    if len(name) < 3 or len(name.split()) > 2 or SMALL.search(name.split()[-1]):
        return None
    if _ROMAN.match(name) or page.rules.no_place.match(name) or page.rules.street.search(name):
        return None
    begin = start + first.start("name")
    others = [e for e in page.covering(begin, begin + len(name)) if e.label not in ("GPE", "LOC", "FACILITY")]
    alone = len(name.split()) == 1 and not page.rules.titles.fullmatch(name)
    if others and not (alone and all(e.label == "PERSON" for e in others)):
        return None
    return Piece(begin, begin + len(name), " ".join(name.split()))


def _in_address(page: Page, line: Line, start: int, *, lone: bool) -> Piece | None:
    """The place in a line of an address: it begins the line or follows its postal code, and a street, a district or a
    number stands beside it; ``lone``: or hardly anything.
    """
    if line.prose or line.end - line.start > _LENGTH:
        return None
    code = _POSTAL_CODE.match(page.text, start, line.end)
    blanks = _BLANKS.match(page.text, start, line.end)
    assert blanks
    begin = (code or blanks).end()
    house = page.rules.no_place.match(page.text, begin, line.end)
    found = next((p for p in _places(page, begin, line.end) if p.start == begin or house), None)
    if found is None:
        return None
    after = page.text[found.end : line.end]
    rest = re.findall(r"\w+", page.rules.dated.sub(" ", after))
    few = lone and len(rest) < 3 and not SMALL.search(" ".join(rest))
    day = not rest and after.strip(" .,")
    sure = code or page.rules.street.search(after) or _ROMAN.match(after) or DIGITS.search(after)
    return found if sure or few or day else None
