"""The beginning of a letter: fields, the address, the salutation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from depesche.letters.page import Line, Page, Piece, share
from depesche.quotations import DOUBLE_MARKS
from depesche.records import Span

_HEAD_LINES, _HEAD_REACH = 30, 3_000  # lines and characters within which a salutation may stand
_ADDRESSEE_WORDS, _SHORT = 8, 5
_WIDTH = 200  # characters of a line within which the last of several people may be greeted
_FIELD_LINES, _FIELD_LENGTH = 12, 500
_VOCATIVE_LINES = 10
_WORD = re.compile(r"[ \t\xa0]*((?!-+(?:\s|$))[^\s,!:;()<>|–—]+)")
_SIGN = re.compile(r"\s?(?:[,!:;.–—]|-+)")
_FOLLOWING = re.compile(r"[\s,]*")
_MAIL = re.compile(r"\s*[<(\[]?\b[\w.+-]+@[\w.-]+\.\w+[>)\]]?")


@dataclass(frozen=True, slots=True)
class Greeting:
    """A salutation. :param addressed: one piece for each person. :param filled: it fills its line."""

    line: int
    span: Span
    addressed: tuple[Piece, ...]
    filled: bool


def fields(page: Page) -> tuple[dict[str, Line], int]:
    """``From: …`` lines near the top, without their names, and the first line behind them."""
    found: dict[str, Line] = {}
    last = 0
    for i, line in enumerate(page.lines[:_FIELD_LINES]):
        for key, pattern in page.rules.fields.items():
            match = pattern.match(line.text)
            if match and match.end() < len(line.text) < _FIELD_LENGTH:
                begin = line.start + match.end()
                found.setdefault(key, Line(begin, line.end, line.text[match.end() :], fresh=False, prose=False))
                last = i + 1
    if len(found) < 2 or not {"sender", "recipients"} & set(found):
        return {}, 0
    return found, last


def people(line: Line | None) -> tuple[Piece, ...]:
    """The names in a field, without addresses of mail."""
    if line is None:
        return ()
    found = []
    start = 0
    for joint in [*re.finditer(r"\s*;\s*|,\s+(?=[^,]*@)", line.text), None]:
        stop = joint.start() if joint else len(line.text)
        words = line.text[start:stop]
        cut = _MAIL.search(words)
        kept = words[: cut.start()] if cut and cut.start() else words
        kept = kept.strip(" \"'<>")
        if kept:
            offset = line.start + start + words.index(kept)
            found.append(Piece(offset, offset + len(kept), " ".join(kept.split())))
        start = joint.end() if joint else stop
    return tuple(found)


def address(page: Page, head: Sequence[int]) -> tuple[Piece | None, set[int]]:
    """The name in the block that says where the letter goes, and the lines of the block."""
    unnamed: set[int] = set()  # The Manager, Barclays Bank
    for position, i in enumerate(head):
        line = page.lines[i]
        opened = page.rules.address.match(line.text)
        if not opened:
            continue
        block = {i}
        for j in head[position + 1 :]:
            if page.lines[j].fresh and j != i + 1:
                break
            block.add(j)
        skip = page.courtesy_end(line.text)
        begin, stop = line.start + skip, line.end
        after = page.lines[i + 1] if i + 1 in block else None
        only = line.text[skip:].strip()
        if after and (not only or page.rules.titles.fullmatch(only)):
            extra = page.courtesy_end(after.text)
            begin, stop = after.start + extra, after.end
        name = page.name(begin, stop)
        if name is None:
            name = page.name(begin, begin + len(re.split(r"[,\n]", page.text[begin:stop])[0]))
        place = after and page.is_place(after.start, after.end)
        if name and after and begin < line.end and _incomplete(page, name) and not place:
            name = page.name(begin, after.end) or name
        if name and not any(e.label == "LOC" for e in page.covering(name.start, name.end)):
            return name, block
        unnamed = unnamed or (block if only and opened.end() == len(line.text) else set())
    return None, unnamed


def _incomplete(page: Page, name: Piece) -> bool:
    """``Dr. Richard``, whose surname stands on the next line."""
    words = [word for word in name.value.split() if not page.rules.titles.fullmatch(word)]
    return len(words) == 1


def salutation(page: Page, begin: int) -> Greeting | None:
    """The salutation; before it no prose may stand."""
    for i, line in enumerate(page.lines[begin : begin + _HEAD_LINES], begin):
        if line.start > _HEAD_REACH:
            break
        if (whole := page.rules.whole.match(line.text)) and whole.end() == len(line.text):
            return Greeting(i, Span(line.start, line.end), (), filled=True)
        if found := _greeting(page, line, 0):
            span, addressed = found
            return Greeting(i, span, tuple(addressed), filled=span.end >= line.end)
        if line.prose:
            break
    return None


def _greeting(page: Page, line: Line, at: int) -> tuple[Span, list[Piece]] | None:
    """The salutation that begins at a place of a line, and whom it names; ``Liebe Anna, lieber Karl`` is one."""
    opened = page.rules.open.match(line.text, at)
    if not opened or at > _WIDTH:
        return None
    words, stop, sign = _addressee(page, line.text, opened.end())
    if words and page.rules.never.match(" ".join(words)):
        return None
    if words and not (words[0][0].isupper() or page.particle(words[0]) or page.rules.nobody.fullmatch(" ".join(words))):
        return None
    small = sum(word[0].islower() and not page.particle(word) for word in words)
    if small > (1 if sign == "," else 0) or (not sign and stop < len(line.text)):
        return None
    if (not words and not sign and (at or len(page.lines) < 3)) or len(words) > _ADDRESSEE_WORDS:
        return None
    if len(words) > _SHORT and line.text[stop:].strip(" ,.!:;–-"):
        return None
    addressed = _each(page, line, opened.end(), stop) if words else []
    following = _FOLLOWING.match(line.text, stop + len(sign))
    if following and (more := _greeting(page, line, page.rules.skip_joint(line.text, following.end()))):
        return Span(line.start + at, more[0].end), [*addressed, *more[1]]
    return Span(line.start + at, line.start + stop + len(sign)), addressed


def _addressee(page: Page, line: str, at: int) -> tuple[list[str], int, str]:
    """The words up to the sign that ends a salutation, where they end, and the sign."""
    words: list[str] = []
    while len(words) <= _ADDRESSEE_WORDS:
        word = _WORD.match(line, at)
        if not word:
            sign = _SIGN.match(line, at)
            return words, at, sign[0] if sign else ""
        token = word[1]
        if token.endswith(".") and not (page.rules.abbreviated.fullmatch(token) or len(token) == 2):
            bare = token.rstrip(".")
            return [*words, bare] if bare else words, word.start(1) + len(bare), "."
        if any(sign in token for sign in DOUBLE_MARKS):
            return [], at, ""
        if len(words) > 1 and page.rules.joint.fullmatch(words[-1]) and page.rules.open.match(line, word.start(1)):
            before = len(line[: at - len(words[-1])].rstrip())
            return words[:-1], before, line[before:at]
        words.append(token)
        at = word.end()
    return words, at, ""


def _each(page: Page, line: Line, begin: int, stop: int) -> list[Piece]:
    """One piece for each addressee in ``Anna und Karl``; ``Damen und Herren`` are one."""
    begin += len(line.text[begin:stop]) - len(line.text[begin:stop].lstrip())
    if page.rules.nobody.fullmatch(line.text[begin:stop]):
        return [page.piece(line.start + begin, line.start + stop)]
    found, start = [], begin
    for joint in [*page.rules.joints.finditer(line.text, begin, stop), None]:
        end = joint.start() if joint else stop
        if line.text[start:end].strip():
            found.append(page.piece(line.start + start, line.start + end))
        start = joint.end() if joint else stop
    return found


def recipients(page: Page, written: Sequence[Piece], addressed: Sequence[Piece]) -> tuple[Piece, ...]:
    """The names in the address or a field where those of the salutation are among them or it has none; else the
    salutation's.
    """
    named = _somebody(page, addressed)
    if written and all(any(share(one.value, name.value) for one in written) for name in named):
        return tuple(written)
    return named


def _somebody(page: Page, addressed: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(p for p in addressed if not page.rules.nobody.fullmatch(page.text[p.start : p.end]))


def vocative(page: Page, begin: int) -> tuple[Piece, ...]:
    """``Herzlichste Grüße, lieber Arthur, von Richard``: whom a letter without a salutation speaks to."""
    return _somebody(page, next(_spoken_to(page, begin), []))


def speaks(page: Page, begin: int) -> bool:
    """Whether a letter without a salutation speaks to somebody, by name or not: Ihr Brief, mein werter Freund, …"""
    return next(_spoken_to(page, begin), None) is not None


def _spoken_to(page: Page, begin: int) -> Iterator[list[Piece]]:
    for line in page.lines[begin : begin + _VOCATIVE_LINES]:
        for comma in re.finditer(r",\s", line.text):
            opened = page.rules.open.match(line.text, comma.end())
            if opened and opened[0][0].islower():
                words, stop, sign = _addressee(page, line.text, opened.end())
                if sign and words and all(word[0].isupper() for word in words) and len(words) < _SHORT:
                    yield _each(page, line, opened.end(), stop)


def named_in_full(signed: Sequence[Piece], written: Sequence[Piece]) -> tuple[Piece, ...]:
    """Who signs, by the name in a field where that is the same one: Petra Wolff, who signs as Petra or P."""
    if len(signed) != 1 or len(written) != 1:
        return tuple(signed or written)
    own, full = signed[0].value.split(), written[0].value
    short = all(len(word.strip(".")) == 1 for word in own)
    initials = short and [word[0] for word in own] == [word[0] for word in full.split()[: len(own)]]
    return tuple(written if initials or share(own[0], full) or share(own[-1], full) else signed)
