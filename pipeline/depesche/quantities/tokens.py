"""A text in numbers, words and signs, with what only looks like a number set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from depesche.numbers import LONGEST, SPACES
from depesche.quantities.units import Grammar, is_money

_GROUPS = rf"\d{{1,3}}(?P<mark>[.,'’{SPACES} ])\d{{3}}(?:(?P=mark)\d{{3}})*(?!\d)(?:[.,]\d+)?"
_TOKEN = re.compile(
    r"(?P<date>\d{1,2}\.\d{1,2}\.\d{2,4}(?!\d)|\d{1,2}/\d{1,2}/\d{2,4}(?!\d)|\d{4}-\d\d-\d\d(?!\d))"
    r"|(?<![\d-])(?P<phone>(?:\+\d{1,3}[ /-]|0)\d{2,5}(?:(?:[ /-]\d{2,}){2,}|[ /-]\d{5,})"
    r"|(?:\+?1[ -])?\d{3}[ -]\d{3}[ -]\d{4}(?!\d))"
    rf"|(?P<digits>{_GROUPS}|\d+(?:[.,]\d+)?|(?<![\w.,])(?<!\d )\.\d+)"
    r"|(?P<part>[½⅓⅔¼¾⅕⅛])|(?P<word>[^\W\d_]+[²³]?)|(?P<sign>\S)"
)
_YEAR = r"1\d{3}|20\d\d"
_UNIT = re.compile(r"\s?([^\W\d_]+|[^\s\w])")


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    text: str
    kind: str


def tokens(text: str, grammar: Grammar) -> list[Token]:
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        token = Token(found.start(), found.end(), found.group(), str(found.lastgroup))
        if token.kind == "digits" and found["mark"] == " " and not _grouped(token, tokens, text, grammar):
            pieces = [*re.finditer(r"\S+", token.text)]
            kind = "digits" if len(pieces) == 2 else "phone"  # 212 555 123
            tokens += [Token(token.start + p.start(), token.start + p.end(), p.group(), kind) for p in pieces]
        elif token.kind == "digits" and len(token.text) > LONGEST:
            tokens.append(replace(token, kind="phone"))
        else:
            tokens.append(token)
    return tokens


def _grouped(token: Token, before: Sequence[Token], text: str, grammar: Grammar) -> bool:
    """Whether plain blanks group a number: 20 000, but neither May 5 200 people nor row 5 300 people."""
    if token.text.startswith("0") or re.match(r" \d", text[token.end : token.end + 2]):
        return False
    last = before[-1] if before else None
    year = last is not None and re.fullmatch(_YEAR, last.text)
    if last and last.kind in ("digits", "phone", "date") and text[last.end : token.start] == " " and not year:
        return False
    if token.text.count(" ") > 1 and not token.text.endswith(" 000"):
        return not _called(token, before, text, grammar)
    if token.text.endswith(" 000") or (last and is_money(grammar.symbols.get(last.text))):
        return True
    return not names_number(before, grammar)


def _called(token: Token, before: Sequence[Token], text: str, grammar: Grammar) -> bool:
    """Whether three groups are a number to call or of an account: 212 555 123, unless what it counts follows."""
    words = [t.text.lower() for t in before[-3:] if t.kind == "word"]
    if any(word in grammar.data["called"] for word in words[-2:]) or names_number(before, grammar):
        return True
    after = _UNIT.match(text, token.end)
    counts = after is not None and (
        after[1] in grammar.symbols or after[1].lower() in grammar.forms or after[1][0].isupper()
        or after[1] in grammar.data["crowd"]["words"]
    )  # fmt: skip
    return len(token.text.split()[0]) == 3 and not counts


def names_number(before: Sequence[Token], grammar: Grammar) -> bool:
    """Whether the number after these tokens is a name: row 5, Platz 1, on May 5."""
    before = before[-3:]
    if before and before[-1].text == ".":
        before = before[:-1]  # Nr. 5
    if not before or before[-1].kind != "word":
        return False
    return before[-1].text.lower() in grammar.data["numbered"]
