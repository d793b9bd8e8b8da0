"""The patterns of one language, compiled from its data file, and the matches they make in a text.

A pattern is a regular expression with named slots: ``{month}`` stands for the words of the table ``month`` and hands on
the value that the table gives, ``{month2}`` is a second use of the same table, ``<approx>`` is a piece of pattern that
has a name in ``pieces``, a space is any white space up to one line break. Where only part of the match is the temporal
expression (``in May`` -> ``May``), the group ``t`` marks it; ``first`` and ``last`` mark two that belong together, each
of which is a match (``from 1991 to 1997``). A pattern among ``leads`` stands right before a date and counts from it
(``two days before Christmas``): both are one expression.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any

from depesche import resources
from depesche.dates import heads
from depesche.errors import ResourceError
from depesche.numbers import digits, spelled

# Bounded, so that a page of blanks costs no more than a word.
_SPACE = r"(?:[^\S\n]{1,4}(?:\n[^\S\n]{0,8})?|\n[^\S\n]{0,8})"
_LEFT = r"(?<![\w$€£])(?<!\d[.,:/-])"
_RIGHT = r"(?!\w)(?![.,:/]\d)"
_SLOT = re.compile(r"\{([a-z_]+)(\d?)\}")
_COUNTED = re.compile(r"\{number(?:_range)?\}.*(?:\{unit|\{singular|\{period|\?P<unit>)")
_COUNTING = 100  # characters within which a number, with its words around, has its unit
_UNMEASURED = ("time", "months", "times", "money", "cent")
_SPANS = ("t", "first", "last")
_LEAD, _WORD = 48, 12  # characters before a date: what counts from it, and its last words
_PRIVATE = 0xE000  # characters that stand for slots
_REMEMBERED = 1 << 16  # beginnings of words
_PLACE = re.compile(_LEFT + r"(?=\S)")
_NAME = re.compile(r"[^\S\n][A-ZÄÖÜ]")


@dataclass(frozen=True, slots=True)
class Match:
    """One place where a pattern fits.

    :param start: :param end: the temporal expression.
    :param slots: table values of the slots, and the constants that the pattern brings.
    """

    start: int
    end: int
    rule: str
    slots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A slot: what it may look like, and what its words mean."""

    regex: str
    words: Mapping[str, str]
    exact: bool
    name: str
    counts: str  # the language whose number words it reads, besides its own; empty for none
    joined: re.Pattern[str] | None = None  # what stands between two numbers of which neither is sure

    def value(self, surface: str) -> str:
        key = re.sub(r"\s+", " ", surface)
        if self.joined and (joint := self.joined.search(key)):
            return f"{self.value(key[: joint.start()])}-{self.value(key[joint.end() :])}"
        if (known := self.words.get(key if self.exact else key.lower())) is not None or not self.counts:
            return known or key
        if not key[0].isdigit():
            return str(spelled(key, self.counts) or key)
        return key if " " in key else f"{float(digits(key, self.counts)):.10g}"


@dataclass(frozen=True)
class Pattern:
    source: str
    rule: str
    constants: Mapping[str, str]
    place: str  # in the data file, for messages
    template: str  # of ``source``, with the names of slots

    @cached_property
    def counts(self) -> bool:
        """Whether it needs a number and, not far behind, what is counted."""
        return bool(_COUNTED.search(self.template))

    @cached_property
    def ranged(self) -> bool:
        """Whether it needs two numbers of which neither is sure."""
        return "{number_range}" in self.template

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when a text has the beginning of a match, which for most patterns none has.

        :raises ResourceError: it is no regular expression.
        """
        try:
            return re.compile(self.source, re.IGNORECASE)
        except re.error as error:
            raise ResourceError(f"{self.place}: {error}") from error


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that the data file of one language says about dates.

    :param leads: what stands before a date and counts from it.
    :param heads: how matches may begin, and the places of the patterns that may match so.
    :param fitting: what is remembered of these, for beginnings seen in texts.
    :param units: words for lengths of time. :param joined: what stands between two numbers of which neither is sure.
    """

    lang: str
    tables: Mapping[str, Table]
    patterns: tuple[Pattern, ...]
    leads: tuple[Pattern, ...]
    heads: Mapping[str, Sequence[int]]
    cues: Mapping[str, re.Pattern[str]]
    units: re.Pattern[str]
    joined: re.Pattern[str]
    fitting: dict[str, tuple[int, ...]] = field(default_factory=dict, compare=False)

    def scan(self, text: str) -> list[Match]:
        """Matches in reading order, without overlaps: leftmost first, then longest, ends of ranges, first in the file.

        Traps are among them (rule ``trap``): they keep other patterns from their words. Dates before Christ, which no
        value here can say, are traps too, with the slot ``ancient``.
        """
        plain, known = heads.plain(text), self.fitting
        found = []
        for place in _PLACE.finditer(text):
            start = place.start()
            head = plain[start : start + heads.SIZE]
            ranks = known.get(head)
            counted: list[bool] = []  # whether a unit is near, and two numbers
            for rank in self._ranks(head) if ranks is None else ranks:
                pattern = self.patterns[rank]
                if pattern.counts:
                    counted = counted or [
                        bool(cue.search(text, start, start + _COUNTING)) for cue in (self.units, self.joined)
                    ]
                    if not (counted[0] and (counted[1] or not pattern.ranged)):
                        continue
                found += [
                    (match.start, -match.end, "end" not in match.slots, rank, match)
                    for match in self._match(pattern, text, start)
                ]
        found.sort(key=lambda item: item[:4])
        kept: list[Match] = []
        for *_, match in found:
            if not kept or match.start >= kept[-1].end:
                dated = "month" in match.slots and len(match.slots.get("year", "")) == 4  # "May 2019 B.C. premier"
                ancient = not dated and self.cues["ancient"].match(text, match.end)
                kept.append(replace(match, rule="trap", slots={"ancient": ""}) if ancient else match)
                if lead := self._lead(kept[-1], text):
                    kept = [*(other for other in kept[:-1] if other.end <= lead.start), lead]
        return kept

    def _lead(self, date: Match, text: str) -> Match | None:
        """A date together with what stands before it and counts from it, where it is fine enough for that."""
        fineness = _fineness(date)
        if text[date.end - 1].isalpha() and _NAME.match(text, date.end):  # the day after Christmas Island voted
            return None
        if not fineness or not self.cues["counted"].search(text, max(0, date.start - _WORD), date.start):
            return None
        for lead in self.leads:
            for place in _PLACE.finditer(text, max(0, date.start - _LEAD), date.start):
                found = lead.regex.fullmatch(text, place.start(), date.start)
                slots = {**lead.constants, **dict(self._slots(found))} if found else {}
                if slots.get("unit", "-") in fineness and "weekday" not in slots.keys() & date.slots.keys():
                    counted = {"of": date.rule, "lead": lead.rule} | {f"lead_{k}": v for k, v in slots.items()}
                    return Match(place.start(), date.end, "lead", {**date.slots, **counted})
        return None

    def _ranks(self, head: str) -> tuple[int, ...]:
        """The patterns that may fit what begins so; at most places the first characters say that none does."""
        found = {rank for end in range(len(head) + 1) for rank in self.heads.get(head[:end], ())}
        if len(self.fitting) >= _REMEMBERED:
            self.fitting.clear()
        ranks = self.fitting[head] = tuple(sorted(found))
        return ranks

    def _match(self, pattern: Pattern, text: str, place: int) -> list[Match]:
        found = pattern.regex.match(text, place)
        if not found:
            return []
        slots = {**pattern.constants, **dict(self._slots(found))}
        groups = found.groupdict()
        spans = [(name, *found.span(name)) for name in _SPANS if groups.get(name) is not None]
        return [
            Match(start, end, pattern.rule, slots if name == "t" else slots | {"end": name})
            for name, start, end in spans or [("t", *found.span())]
        ]

    def _slots(self, found: re.Match[str]) -> Iterator[tuple[str, str]]:
        for name, surface in found.groupdict().items():
            if surface is not None and name not in _SPANS:
                bare = name.rstrip("0123456789")
                table = self.tables[bare]
                yield name.replace(bare, table.name), table.value(surface)


@cache
def load(lang: str) -> Grammar:
    """The grammar of a language.

    :raises ResourceError: when a pattern names a slot or a piece that does not exist.
    """
    data = resources.language(lang, "dates")
    tables = {name: _table(lang, name, content) for name, content in data["slots"].items()}
    tables["number_range"] = _range(tables["number"], **data["ranges"])
    pieces = {"measure": _measures(lang)}
    for name, piece in data["pieces"].items():
        pieces[name] = _fill(piece, pieces)
    patterns = tuple(_pattern(lang, entry, tables, pieces) for entry in _with_ranges(data["patterns"]))
    leads = tuple(
        _pattern(lang, [rule, f"(?:{template}) ", *rest], tables, pieces) for rule, template, *rest in data["leads"]
    )
    told = {name: said if isinstance(said, str) else "|".join(said) for name, said in data["cues"].items()}
    cues = {
        name: re.compile(rf"(?<!\w)(?:{_fill(regex, pieces)})(?!\w)", re.IGNORECASE)
        for name, regex in told.items()
    }
    cues |= {
        name: re.compile(told[name])
        for name in ("owner", "clause", "ancient", "joint", "done", "daytime", "listed", "in_year", "clock")
    }
    for name in ("until", "deadline", "over", "at", "of", "dated", "record", "counted", "passing"):
        cues[name] = re.compile(rf"(?<!\w)(?:{told[name]})\s+", re.IGNORECASE)
    units = {word for table in tables.values() if table.name == "unit" for word in table.words}
    forms = _trie(units)
    joined = re.compile(data["ranges"]["joined"], re.IGNORECASE)
    return Grammar(
        lang, tables, patterns, leads, _heads(patterns, tables), cues, re.compile(forms, re.IGNORECASE), joined
    )


def _measures(lang: str) -> str:
    """Units behind which four figures are no year; those of time and money stand behind years too often."""
    units = [unit for unit in resources.load("units")["units"].values() if unit["kind"] not in _UNMEASURED]
    words = {form.removeprefix("-") for unit in units for form in unit[lang]}
    forms = "|".join(re.escape(word).replace(r"\~", r"\w*").replace(r"\ ", "[ -]") for word in sorted(words))
    signs = "|".join(re.escape(str(sign)) for unit in units for sign in unit.get("symbols", ()))
    return f"{forms}|(?-i:{signs})"


def _pattern(lang: str, entry: list[Any], tables: Mapping[str, Table], pieces: Mapping[str, str]) -> Pattern:
    rule, template, *rest = entry
    where = f"{lang}.yaml: pattern {template!r} of the dates"
    try:
        template = _fill(template, pieces)
        body = _spaced(_SLOT.sub(lambda found: f"(?P<{found[1]}{found[2]}>{tables[found[1]].regex})", template))
    except KeyError as error:
        raise ResourceError(f"{where}: {error}") from error
    constants = {key: str(value) for key, value in (rest[0] if rest else {}).items()}
    return Pattern(_LEFT + f"(?:{body})" + _RIGHT, rule, constants, where, template)


def _spaced(template: str) -> str:
    """A space in a template is any white space, but in a set of characters."""
    return re.sub(r"\[[^\]]*\]| ", lambda found: _SPACE if found[0] == " " else found[0], template)


def _heads(patterns: Sequence[Pattern], tables: Mapping[str, Table]) -> dict[str, list[int]]:
    """How matches may begin, and the places of the patterns that may match so."""
    signs = {name: chr(_PRIVATE + number) for number, name in enumerate(tables)}
    parts = {signs[name]: _spaced(table.regex) for name, table in tables.items()}
    found: dict[str, list[int]] = {}
    for place, pattern in enumerate(patterns):
        for head in heads.heads(_spaced(_SLOT.sub(lambda slot: signs[slot[1]], pattern.template)), parts):
            found.setdefault(head, []).append(place)
    return found


def _fineness(match: Match) -> str:
    """In which units may be counted from a date: in days from a day, in years from what has its year written out."""
    slots = match.slots
    if match.rule not in ("date", "weekday", "shift") or {"end", "place", "base"} & slots.keys():
        return ""
    if match.rule == "weekday" or {"day", "holiday"} & slots.keys() or slots.get("unit") == "D":
        return "DWM" if match.rule == "date" and not {"year", "yy"} & slots.keys() else "DWMY"
    return ("MY" if "year" in slots else "M") if "month" in slots else "Y" if slots.keys() == {"year"} else ""


def _fill(template: str, pieces: Mapping[str, str]) -> str:
    return re.sub(r"(?<!\?P)<([a-z_]+)>", lambda found: f"(?:{pieces[found[1]]})", template)


def _table(lang: str, name: str, content: Mapping[str, Any]) -> Table:
    """Words with their values, a regular expression, or both; ``exact`` keeps the case, ``as`` renames the slot,
    ``counts`` reads what only the expression covers as a number.
    """
    exact = bool(content.get("exact"))
    words = {
        word if exact else word.lower(): str(value)
        for value, forms in content.get("words", {}).items()
        for form in (forms if isinstance(forms, list) else [forms])
        for word in _braces(str(form))
    }
    regex = "|".join(filter(None, (content.get("regex"), _trie(words))))
    counts = lang if content.get("counts") else ""
    return Table(f"(?-i:{regex})" if exact else f"(?:{regex})", words, exact, content.get("as", name), counts)


def _range(number: Table, begin: str, joined: str) -> Table:
    """Two numbers of which neither is sure: two to three; its value is 2-3."""
    regex = f"{begin}{number.regex}(?:{joined}){number.regex}"
    return replace(number, regex=regex, joined=re.compile(joined, re.IGNORECASE))


def _with_ranges(entries: Iterable[list[Any]]) -> Iterator[list[Any]]:
    """The patterns, those that count once more with two numbers in the place of one."""
    for rule, template, *rest in entries:
        if "{number}" in template and "{number2}" not in template:
            yield [rule, template.replace("{number}", "{number_range}"), *rest]
        yield [rule, template, *rest]


def _braces(form: str) -> list[str]:
    """``letzt{e,en}`` -> letzte, letzten."""
    parts = re.split(r"\{([^{}]*)\}", form)
    choices = [part.split(",") if index % 2 else [part] for index, part in enumerate(parts)]
    return ["".join(choice) for choice in itertools.product(*choices)]


def _trie(words: Iterable[str]) -> str:
    """One regular expression for many words that looks at each character of the text once."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _trie_regex(root) if root else ""


def _trie_regex(node: Mapping[str, Any]) -> str:
    branches = [re.escape(char) + _trie_regex(node[char]) for char in sorted(node) if char]
    branches = [branch.replace(r"\ ", " ") for branch in branches]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if "" in node else body
