"""What the words around an expression tell of its time: what lies ahead, what is over, what is arranged for a day.

The cues (``future``, ``told``, ``at``, …) are expressions of the section ``dates`` of a language's file.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

from depesche.dates.grammar import Grammar, Match

_FRONT = 12  # characters of a sentence within which an expression stands before the verb: "On Friday, the government …"
_OPENS = 5  # within which it is what the sentence begins with: "On Friday"
_CUE = 30  # characters that a cue right before an expression has at most
_NEAR = 45  # characters within which a verb in the past tells of the expression, not of who reports
_CLAUSE_END = re.compile(r"[,;:()\"”“]")
_QUOTES = "\"'”“»«)"
Bounds = tuple[int, int]


@dataclass(slots=True)
class Tense:
    """Asks the sentences of one text."""

    text: str
    rules: Grammar
    cued: tuple[Bounds, dict[str, list[Bounds]]] = field(default=((-1, -1), {}))  # of one sentence

    def cues(self, cue: str, sentence: Bounds) -> list[Bounds]:
        """Where the cues of a kind stand in a sentence, looked for once."""
        if sentence != self.cued[0]:
            self.cued = (sentence, {})
        known = self.cued[1]
        if cue not in known:
            known[cue] = [found.span() for found in self.rules.cues[cue].finditer(self.text, *sentence)]
        return known[cue]

    def follows(self, cue: str, match: Match, sentence: Bounds) -> bool:
        """Whether the expression stands right behind a cue."""
        return self.stands_behind(cue, match.start, sentence[0])

    def stands_behind(self, cue: str, place: int, first: int) -> bool:
        start = max(first, place - _CUE)
        return any(found.end() == place for found in self.rules.cues[cue].finditer(self.text, start, place))

    def gap(self, cue: str, match: Match, within: Bounds, sentence: Bounds | None = None) -> float:
        """Characters from the expression to the nearest cue of a kind in its sentence or a part of it; behind it they
        count twice.

        Unless the part begins with the expression, what stands behind the next comma is another clause; so is a verb
        right behind a conjunction: "found guilty on Monday and faces prison".
        """
        begin, end = within
        if match.start > begin + _FRONT and (comma := _CLAUSE_END.search(self.text, match.end, end)):
            end = comma.start()
        joints = [(a, b) for a, b in self.cues("joint", sentence or within) if a >= match.end]
        gaps = [
            match.start - last if last <= match.start else 2 * (first - match.end)
            for first, last in self.cues(cue, sentence or within)
            if begin <= first and last <= end and not any(a < first <= b for a, b in joints)
        ]
        return min((gap for gap in gaps if gap >= 0), default=math.inf)

    def looks_ahead(self, match: Match, sentence: Bounds, *, story: bool) -> bool:
        """Whether the nearest words that tell the tense look ahead.

        Behind "until" a date does unless something lasted until then, and behind "since" it does not, whatever they
        say; of "Friday's vote" only what stands behind tells. In an account of the past, in a sentence that tells what
        was, only what stands before does.
        """
        past = story and bool(self.cues("told", sentence))
        if self.follows("deadline", match, sentence) and not past:
            first, last = self.clause(match, sentence)
            lasted = any(first <= start and end <= last for start, end in self.cues("lasted", sentence))
            return not lasted or self.gap("future", match, sentence) < math.inf
        if self.follows("over", match, sentence):
            return False
        within = sentence
        if self.rules.cues["owner"].match(self.text, match.end):
            within = (match.start, sentence[1])
        future = self.gap("future", match, (within[0], match.start) if past else within, sentence)
        return future < math.inf and future <= self.gap("past", match, within, sentence)

    def untold(self, match: Match, sentence: Bounds) -> bool:
        """Whether nothing around the expression tells what was, and it does not belong to something: Friday's vote."""
        if self.rules.cues["owner"].match(self.text, match.end) or self.gap("told", match, sentence) < math.inf:
            return False
        before = ("over",) if match.rule == "range" else ("over", "of")
        return not any(self.follows(cue, match, sentence) for cue in before)

    def scheduled(self, match: Match, sentence: Bounds) -> bool:
        """Whether what is told in the present is to be on this day: "We are in Rome on Friday", "MPs vote on Friday".

        News tell in the present what a day left behind ("Two are dead after a fire on Friday"); so the verb must be one
        of what is arranged, in the same clause, and before the day unless that opens it.
        """
        before = [found.end() for found in _CLAUSE_END.finditer(self.text, sentence[0], match.start)]
        first, last = before[-1] if before else sentence[0], match.end
        if self._opens(match, first):
            behind = _CLAUSE_END.search(self.text, match.end + 1, sentence[1])  # "On Friday, MPs vote"
            last = behind.start() if behind else sentence[1]
        speaks = self.cues("speaker", sentence)
        verbs = [(a, b) for a, b in self.cues("present", sentence) if first <= a and b <= last]
        verb = max((b for _, b in [*speaks, *verbs] if b <= match.start), default=first)
        if any(verb <= b <= match.start for _, b in self.cues("aftermath", sentence)):
            return False
        asked = self.text.startswith("?", match.end)  # "Lunch on Friday?"
        return asked or bool(verbs) or self.gap("speaker", match, sentence) < math.inf

    def whole(self, match: Match, sentence: Bounds) -> bool:
        """Whether it ends as sentences do; headlines and heads of tables have no verb that could tell a tense."""
        return self.text[match.end : sentence[1]].rstrip().rstrip(_QUOTES)[-1:] in (".", "!", "?")

    def looks_back(self, match: Match, sentence: Bounds) -> bool:
        """Whether the sentence only tells what was, and the expression says when: "on 1 July", not "by 1 July"."""
        places = match.start <= sentence[0] + _FRONT or self.follows("at", match, sentence)
        if not places or not self.cues("told", sentence):
            return False
        # "In January, a week after the vote, a bomb killed two": the whole sentence tells
        opens = self._opens(match, sentence[0]) and self.text.startswith(",", match.end)
        first, last = clause = sentence if opens else self.clause(match, sentence)
        other = (span for cue in ("future", "announced") for span in self.cues(cue, sentence))
        return not any(first <= start and end <= last for start, end in other) and (
            opens or self.gap("told", match, clause, sentence) < _NEAR
        )

    def clause(self, match: Match, sentence: Bounds) -> Bounds:
        """What stands around an expression up to the next commas and conjunctions."""
        ends = self.cues("clause", sentence)
        before = max((end for _, end in ends if end <= match.start), default=sentence[0])
        return before, min((start for start, _ in ends if start >= match.end), default=sentence[1])

    def will_be(self, match: Match, sentence: Bounds) -> bool:
        """Whether what is to come is to come then, and nothing tells of what was: not "December's figures will …"."""
        opens = self._opens(match, sentence[0])
        if self.gap("future", match, sentence) >= 2 * _NEAR:
            return False
        behind = any(end <= match.start for _, end in self.cues("future", sentence))
        then = behind and any(self.follows(cue, match, sentence) for cue in ("at", "deadline"))
        return (opens or then) and not self._tells_what_was(sentence)

    def _opens(self, match: Match, start: int) -> bool:
        """Whether a sentence or a part of it begins with the expression: "On Friday"."""
        at = self.rules.cues["at"].fullmatch(self.text[start : match.start].lstrip())
        return bool(at) or match.start <= start + _OPENS

    def _tells_what_was(self, sentence: Bounds) -> bool:
        """Whether a cue of the past is no part of one that looks ahead: "will be announced"."""
        ahead, past = self.cues("future", sentence), self.cues("past", sentence)
        return any(not any(a <= start and end <= b and (a, b) != (start, end) for a, b in ahead) for start, end in past)
