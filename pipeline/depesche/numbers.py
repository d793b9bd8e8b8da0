"""Numbers as two languages write them, in figures and in words; the words live in ``quantities`` of their files."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from depesche.resources import language

LONGEST = 60  # letters of a number in one word
SPACES = "\u00a0\u2009\u202f"


@lru_cache(1 << 16)
def cardinal(word: str, lang: str) -> int | None:
    """The value of a number in one word, compounds included (zweitausenddreihundert); None for any other word."""
    data = language(lang, "quantities")
    if not word or len(word) > LONGEST:
        return None
    for name, value in (data["thousand"], 1000), (data["hundred"], 100):
        before, found, after = word.partition(name)
        if found:
            head = 1 if not before else cardinal(before, lang)
            tail = 0 if not after else cardinal(after.removeprefix(data["and"]), lang)
            return None if head is None or tail is None or head == 0 else head * value + tail
    if word in data["one_inside"]:
        return 1
    if word in data["ones"] or word in data["tens"]:
        return int(data["ones"].get(word) or data["tens"].get(word) or 0)
    before, found, after = word.rpartition(data["and"])
    if found and after in data["tens"]:
        one = 1 if before in data["one_inside"] else data["ones"].get(before)
        return None if not one or one > 9 else int(one + data["tens"][after])
    return None


@lru_cache(1 << 16)
def ordinal(word: str, lang: str) -> int | None:
    data = language(lang, "quantities")
    for stem, value in data["ordinals"].items():
        if any(word == stem + ending for ending in data["irregular_endings"]):
            return int(value)
    for ending in sorted(data["ordinal_endings"], key=len, reverse=True):
        if word.endswith(ending) and (value := cardinal(word.removesuffix(ending), lang)):
            return int(value)
    return None


def digits(written: str, lang: str) -> Fraction:
    """The value of a number in figures: 1.500 is 1500 in German and 1.5 in English; two marks settle it.

    >>> digits("1.500", "de"), digits("1,500.5", "de")
    (Fraction(1500, 1), Fraction(3001, 2))
    """
    plain = re.sub(rf"['’ {SPACES}]", "", written)
    marks = re.findall(r"[.,]", plain)
    if len(set(marks)) == 2:
        decimal = marks[-1]
        plain = plain.replace("," if decimal == "." else ".", "").replace(decimal, ".")
    elif len(marks) > 1:
        plain = re.sub(r"[.,]", "", plain)
    elif marks:
        mark = marks[0]
        thousands = mark == language(lang, "quantities")["grouping"] and re.fullmatch(r"[1-9]\d{0,2}.\d{3}", plain)
        plain = plain.replace(mark, "" if thousands else ".")
    return Fraction(plain)


def spelled(words: str, lang: str) -> int | None:
    """The value of a number in one word or several; None where a word is no number.

    >>> spelled("two hundred and fifty-three", "en"), spelled("hundertfünfzig", "de"), spelled("a few", "en")
    (253, 150, None)
    """
    data = language(lang, "quantities")
    total = current = 0
    for word in re.findall(r"[^\W\d_]+", words.lower()):
        if word == data["hundred"] or word == data["thousand"]:
            current = max(current, 1) * (100 if word == data["hundred"] else 1000)
            total, current = (total, current) if current < 1000 else (total + current, 0)
        elif word in data["articles"]:
            current += 1
        elif (value := cardinal(word, lang)) is not None:
            current += value
        elif word != data["and"]:
            return None
    return total + current or None
