"""The end of a letter: the closing and who signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from depesche.letters.opening import Greeting
from depesche.letters.page import Page, Piece
from depesche.records import Span

_TAIL_LINES = 12  # lines at the end among which a closing counts where there is no salutation
_FOOT_LINES = 60
_CLOSING_REACH = 240  # characters at the end of a line in which a closing may stand
_SIGNATURE_LINES = 5
_FUNCTION = re.compile(r",|\s[|•·](?=\s)")
_SHORT = 80  # characters


@dataclass(frozen=True, slots=True)
class Closing:
    """:param mine: it has the writer's "Ihr", "Dein", "Yours", which hardly anything but letters has.
    :param bare: it is a name alone, without a greeting.
    """

    line: int
    span: Span
    senders: tuple[Piece, ...]
    mine: bool = False
    bare: bool = False


def closing(page: Page, greeting: Greeting | None, *, spoken: bool) -> Closing | None:
    """The last closing and who signs; one signed by somebody who is known for a person before others, as postscripts
    end in greetings too.

    :param spoken: it begins with an address or speaks to its reader; then, as after a salutation on its own line, a
        name at the end signs.
    """
    count = len(page.lines)
    first = max(greeting.line, count - _FOOT_LINES) if greeting else max(count - _TAIL_LINES, 0)
    spare: Closing | None = None
    for i in range(count - 1, first - 1, -1):
        if found := _closing_in(page, i, greeting.span.end if greeting and i == greeting.line else 0):
            if _in_words(page, found):
                above = _closing_in(page, i - 1, 0) if i > first + 1 else None
                if above and _in_words(page, above) and above.senders[-1].end < found.span.start:
                    return replace(above, senders=(*above.senders, *found.senders))  # each of two greets
                return found
            spare = spare or found
    if spare or not (spoken or (greeting and greeting.filled)):
        return spare
    for i in range(count - 1, max(count - 4, greeting.line if greeting else 0), -1):
        if names := _alone(page, i):
            first, signed = i, names[:1]
            while first > 1 and (another := _signatory(page, first - 1, signed)):
                first, signed = first - 1, (another, *signed)
            return Closing(first, Span(signed[0].start, signed[0].end), signed, bare=True)
    return None


def _in_words(page: Page, found: Closing) -> bool:
    """Whether people sign by name; an initial signs what was added below one."""
    return page.are_people(found.senders) and any(len(word) > 2 for word in found.senders[0].value.split())


def _closing_in(page: Page, i: int, begin: int) -> Closing | None:
    """The closing at the end of a line, with the name behind it or below.

    :param begin: where on its line the salutation ends, which says "Liebe" too.
    """
    line, rules = page.lines[i], page.rules
    offset = max(len(line.text) - _CLOSING_REACH, begin - line.start, 0)
    tail = line.text[offset:]
    opened = False  # a closing stands before on this line
    for found in rules.closing.finditer(tail):
        before = tail[: found.start()].rstrip()
        if found["mine"] and not (opened or rules.before_mine.search(before)):
            continue
        end = rules.end.match(tail, found.end())
        assert end
        start, behind = line.start + offset + found.start(), line.start + offset + end.end()
        alone = not before or before[-1] in ".!?,;–—-"
        phrase = alone or len(found[0].split()) > 1
        mine = bool(found["mine"] or rules.mine.search(tail, found.end(), end.end()))
        if behind >= line.end:
            if (alone or opened or len(line.text) < _SHORT) and (names := _signature(page, i + 1)):
                return Closing(i, Span(start, line.end), names, mine)
        elif phrase or opened or mine:
            names = page.names(behind, line.end)
            if names and (mine or not page.particle(names[0].value.split()[0])):
                return Closing(i, Span(start, line.start + offset + len(tail[: end.end()].rstrip())), names, mine)
            if not before and len(line.text) < _SHORT and found["closing"] and (names := _alone(page, i + 1)):
                return Closing(i, Span(start, line.end), names, mine)
        opened = opened or (bool(found["closing"]) and phrase)
    return None


def _alone(page: Page, i: int) -> tuple[Piece, ...]:
    """The names that fill a line, which is no place, no heading and no firm."""
    if i >= len(page.lines) or page.lines[i].text.endswith("!"):
        return ()
    names = page.names(page.lines[i].start, page.lines[i].end)
    labels = {e.label for name in names for e in page.covering(name.start, name.end)}
    if not names or labels - {"PERSON"} or (not labels and len(names[0].value.split()) > 2):
        return ()
    return names


def _name_end(page: Page, begin: int, end: int) -> int:
    """Where a name ends before what its bearer is: Hans Meier, Vorsitzender; Laura Chen | General Counsel."""
    found = _FUNCTION.search(page.text, begin + 1, end)
    return found.start() if found else end


def _signatory(page: Page, j: int, others: Sequence[Piece]) -> Piece | None:
    """Who signs beside others, on a line of the same kind; not the same one in type, nor the reader's address."""
    line = page.lines[j] if j < len(page.lines) else None
    if line is None or line.prose or page.rules.address.match(line.text):
        return None
    names = page.names(line.start, _name_end(page, line.start, line.end))
    if len(names) != 1 or len(names[0].value.split()) == 1 or not page.are_people(names):
        return None
    surnames = {other.value.split()[-1] for other in others}
    return names[0] if names[0].value.split()[-1] not in surnames else None


def _signature(page: Page, i: int) -> tuple[Piece, ...]:
    """The names under a closing: of people before firms, function lines and notes aside."""
    firm: tuple[Piece, ...] = ()
    for j, line in enumerate(page.lines[i : i + _SIGNATURE_LINES], i):
        greets = page.rules.closing.match(line.text)
        if line.prose or page.rules.postscript.match(line.text) or (greets and greets["closing"]):
            break
        words = line.text.strip("()/ _-")
        begin = line.start + line.text.index(words)
        end = begin + len(words)
        for pattern in (page.rules.warm, page.rules.before_name):
            if match := pattern.match(page.text, begin, end):
                begin = match.end()
        names = page.names(begin, _name_end(page, begin, end))
        labels = {e.label for name in names for e in page.covering(name.start, name.end)}
        full = "PERSON" in labels and len(names[-1].value.split()) > 1
        if names and ("PERSON" in labels or not labels - {"GPE", "LOC"}):
            while full and (another := _signatory(page, j + 1, names)) and not page.lines[j + 1].fresh:
                j, names = j + 1, (*names, another)  # noqa: PLW2901
            return names
        orgs = [Piece(e.start, e.end, " ".join(e.text.split())) for e in page.covering(begin, end, "ORG")]
        firm = firm or names or tuple(orgs[:1])
    return firm
