"""What stands in quotation marks."""

from __future__ import annotations

import re

from depesche.records import Span

DOUBLE_MARKS = "„“”»«\""

_MARK = re.compile(r"\n\s*\n|[„“”»«‚‘’‹›\"']|(?m:^[ \t]*>.*(?:\n[ \t]*>.*)*)")
_CLOSED_BY = {"„": "“”\"", "“": "”\"“", "”": "”\"", "»": "«", "«": "»", '"': '"”“', "‚": "‘’'", "‘": "’'", "'": "'’",
              "‹": "›", "›": "‹"}  # fmt: skip
_SINGLE = "‚‘’‹›'"
_ALWAYS_OPEN = "„‚"
_LONGEST = 600  # characters between single marks: an apostrophe is the same sign
_DECADE = re.compile(r"['’‘]\d0")


def quotations(text: str) -> list[Span]:
    """What stands in quotation, without the marks: German, English, French and straight marks, double and single ones,
    and lines that begin with ``>``. What is quoted inside a quotation counts with it.

    Of marks that may open or close, what stands beside them decides. One that is opened anew, as paragraphs of a long
    quotation are, ends with its line; over a blank line, or one that begins with ``>``, none goes on.
    """
    found: list[Span] = []
    opened: int | None = None
    clear = 0  # no line ends between the open mark and here
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        if mark[0] == "\n":
            opened = None
        elif len(mark) > 1 or mark == ">":
            found.append(Span(at, match.end()))
            opened = None
        elif opened is not None and mark in _CLOSED_BY[text[opened]] and _closes(text, at) and (
            mark not in _SINGLE or at - opened < _LONGEST
        ):
            found.append(Span(opened + 1, at))
            opened = None
        elif _opens(text, at) and not (opened is not None and mark in _SINGLE and text[opened] not in _SINGLE):
            line = text.find("\n", clear, at) if opened is not None else -1
            clear = at
            if opened is not None and line >= 0 and mark not in _SINGLE and text[opened] not in _SINGLE:
                found.append(Span(opened + 1, line))
            if opened is None or line >= 0 or text[opened] in _SINGLE:
                opened = at
    return [span for span in found if span.end > span.start]


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in _ALWAYS_OPEN or text[at] not in _CLOSED_BY:
        return text[at] in _ALWAYS_OPEN
    free = not before or before.isspace() or before in "([{-–—/„“\"»«‚‘‹'"
    french = text[at] == "«" and after in ("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", " ")
    return free and bool(after) and (french or not after.isspace()) and not _DECADE.match(text, at)


def _closes(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before.isspace():
        return not after.isalnum() and after != "„"
    return not after.strip() or text[at] == "»"
