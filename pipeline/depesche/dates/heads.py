"""How the matches of a regular expression may begin, so that it is tried only where the text begins in this way.

Reads as much of the syntax as the data files use. What it does not know counts as "anything", which costs time and
loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

SIZE = 7  # characters; longer heads rule out little more
_MANY = 10_000  # heads of one expression, beyond which it is left open how they go on
_ANY = frozenset({""})
_PIECE = re.compile(
    r"\(\?P<\w+>|\(\?-?i?:|\(\?<?[=!]|\\x[0-9a-f]{2}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[*+?]\??|\{\d*,?\d*\}"
    r"|[^\W_]+(?=[^\W_])|.", re.DOTALL
)
_RANGE = re.compile(r"\\x[0-9a-f]{2}|\\.|.(?:-[^\]])?", re.DOTALL)
_ZERO_WIDTH = frozenset({r"\b", r"\B", r"\Z", "$", "^"})
_NO_PARTS: Mapping[str, str] = MappingProxyType({})
_BLANKS = frozenset({r"\s", r"\n", r"\t", r"[^\S\n]"})
_EQUAL = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})  # to a regular expression that ignores case


@dataclass(frozen=True, slots=True)
class _Start:
    """What a piece of an expression may begin with.

    :param whole: what it may be altogether, so that the next piece goes on; shorter than :data:`SIZE`.
    :param cut: how else it may begin.
    """

    whole: frozenset[str] = _ANY
    cut: frozenset[str] = frozenset()

    def then(self, other: _Start) -> _Start:
        if self.whole == _ANY and not self.cut:
            return other
        if len(self.whole) * len(other.whole | other.cut) > _MANY:
            for size in range(SIZE - 1, 0, -1):  # less of what comes then tells enough
                shorter = {other_start[:size] for other_start in other.whole | other.cut}
                if len(self.whole) * len(shorter) <= _MANY:
                    return _Start(frozenset(), self.cut | {(a + b)[:SIZE] for a in self.whole for b in shorter})
            return _Start(frozenset(), self.cut | self.whole)
        joined = {a + b for a in self.whole for b in other.whole}
        whole = frozenset(j for j in joined if len(j) < SIZE)
        opened = {(a + b)[:SIZE] for a in self.whole for b in other.cut}
        return _Start(whole, self.cut | opened | {j[:SIZE] for j in joined - whole})

    def times(self, least: int, most: int) -> _Start:
        ways = [_Start()]
        for _ in range(min(most, SIZE)):
            ways.append(ways[-1].then(self))
        return _either(ways[min(least, SIZE) :])


def plain(text: str) -> str:
    """``text`` as heads are written, character for character: small letters, a blank for white space, 0 for a digit."""
    return re.sub(r"\d", "0", re.sub(r"\s", " ", text.translate(_EQUAL).lower()))


def heads(regex: str, parts: Mapping[str, str] = _NO_PARTS) -> frozenset[str]:
    """The beginnings of all that ``regex`` matches, :func:`plain` and cut to :data:`SIZE`.

    A shorter one may go on in any way; it stands for every text that begins with it.

    :param parts: characters in ``regex`` that stand for expressions, each of which is read once.
    """
    start = _read(regex, parts)
    return start.whole | start.cut


def _either(starts: Iterable[_Start]) -> _Start:
    listed = list(starts)
    return _Start(frozenset().union(*(s.whole for s in listed)), frozenset().union(*(s.cut for s in listed)))


@lru_cache(maxsize=1_000)  # the same pieces stand in many patterns
def _part(regex: str) -> _Start:
    return _read(regex, _NO_PARTS)


def _read(regex: str, parts: Mapping[str, str]) -> _Start:
    done: list[_Start] = []
    row: list[_Start] = []
    pieces = list(_PIECE.finditer(regex))
    at = 0
    while at < len(pieces):
        piece = pieces[at][0]
        if piece == "|":
            done.append(_row(row))
            row = []
        elif piece[0] in "*+?" or (piece[0] == "{" and len(piece) > 1):
            row[-1] = row[-1].times(*_count(piece))
        elif piece[0] == "(":
            opened, at = at, _closing(pieces, at)
            ahead = piece[-1] in "=!"
            inner = "" if ahead else regex[pieces[opened].end() : pieces[at].start()]
            row.append(_part(inner) if parts.keys().isdisjoint(inner) else _read(inner, parts))
        elif piece in parts:
            row.append(_part(parts[piece]))
        else:
            row.append(_atom(piece))
        at += 1
    return _either([*done, _row(row)])


def _closing(pieces: Sequence[re.Match[str]], at: int) -> int:
    """Where the bracket is closed that piece ``at`` opens."""
    depth = 1
    while depth:
        at += 1
        depth += (pieces[at][0][0] == "(") - (pieces[at][0] == ")")
    return at


def _row(starts: Iterable[_Start]) -> _Start:
    joined = _Start()
    for start in starts:
        joined = joined.then(start)
    return joined


def _count(piece: str) -> tuple[int, int]:
    if piece[0] == "{":
        least, comma, most = piece[1:-1].partition(",")
        return int(least or 0), int(most or SIZE) if comma else int(least)
    return int(piece[0] == "+"), 1 if piece[0] == "?" else SIZE


@cache
def _atom(piece: str) -> _Start:
    if piece in _ZERO_WIDTH:
        return _Start()
    signs = _signs(piece)
    if not signs:
        return _Start(frozenset(), _ANY)
    whole = frozenset(s for s in signs if len(s) < SIZE)
    return _Start(whole, frozenset(s[:SIZE] for s in signs - whole))


def _signs(piece: str) -> frozenset[str]:
    """The characters that letters, an escape or a set stand for; none when they are too many to say."""
    if piece in _BLANKS:
        return frozenset({" "})
    if piece.startswith("["):
        return frozenset() if piece[1] == "^" else _members(piece[1:-1])
    if piece.startswith(r"\x"):
        return frozenset({plain(bytes.fromhex(piece[2:]).decode("latin-1"))})
    if piece.startswith("\\"):
        if piece[1].isalpha():
            return frozenset({"0"}) if piece == r"\d" else frozenset()
        return frozenset({piece[1]})
    return frozenset({plain(piece)}) if piece != "." else frozenset()


def _members(inside: str) -> frozenset[str]:
    found: set[str] = set()
    for member in _RANGE.findall(inside):
        if len(member) == 3:
            found.update(plain(chr(code)) for code in range(ord(member[0]), ord(member[2]) + 1))
        elif signs := _signs(member) if member != "." else frozenset({"."}):
            found |= signs
        else:
            return frozenset()
    return frozenset(found)
