"""Letters: who wrote to whom, where and when, as far as head, salutation and signature say so.

A text is a letter when two of these are in it, each in its place: a salutation at its beginning, a closing with a
signature at its end, a line with place and date, an address or fields (``From:``, ``An:``), the headers of a mail.
A salutation such as ``Sehr geehrte Frau Dr. Müller,`` is enough by itself. What a news item quotes is none of these:
before a salutation no prose may stand. The words of both languages (section ``letters`` of the language files) are
looked for at once, as people mix them in heads and closings.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from depesche import resources
from depesche.dates import edtf_bounds
from depesche.entities import name_id
from depesche.errors import ResourceError
from depesche.records import Attribution, Date, Entity, Event, EventTime, Published, Quote, Role, Span, stable_id

CONFIDENCE = {"salutation": 0.95, "closing": 0.9}
"""By what the event is read from; the share of letters on the dev set whose sender and addressee are right, rounded
down."""

_HEAD_LINES, _HEAD_REACH = 30, 3_000  # lines and characters within which a salutation may stand
_TAIL_LINES = 12  # lines at the end among which a closing counts where there is no salutation
_FOOT_LINES = 60
_CLOSING_REACH = 240  # characters at the end of a line in which a closing may stand
_SIGNATURE_LINES = 5
_PROSE = 6  # words in small letters that make a line a sentence
_NAME_WORDS = 6
_ADDRESSEE_WORDS = 8
_DATELINE = 90  # characters
_HEADER_ROOM = 4  # words besides place and date

_WORD = r"(?:[^\W\d_][^\s,!:;()<>|]*)"
_CAPITAL = r"(?:[A-ZÄÖÜÉÈÁÅØŠČŽ][^\s,!?:;()<>|„“”\"»«=+/]*|v[A-ZÄÖÜ][^\s,!?:;()<>|„“”\"»«=+/]*|d['’][A-Z]\S*)"
_STOP = r"(?:[,!:;]|\.(?=\s|$)|\s?[–—-](?=\s|$)|$)"
_QUOTES = "„“”\"»«‚‘’‹›'"
_DIGITS = re.compile(r"\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MAIL = re.compile(r"\s*[<(\[]?\b[\w.+-]+@[\w.-]+\.\w+[>)\]]?")
_SMALL = re.compile(r"(?<![\w.])[a-zäöüß]{2,}\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text and what they say, without forms of address and line breaks."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says about itself.

    :param senders: of the signature, else of a field at its head. :param recipients: of the address or the salutation.
    :param addressed: the addressee of the salutation, who may be nobody by name ("Damen und Herren").
    :param place: from the line of the date, or (``letterhead``) from the head of the paper.
    :param date: position in the record's dates.
    """

    salutation: Span | None = None
    closing: Span | None = None
    senders: tuple[Piece, ...] = ()
    recipients: tuple[Piece, ...] = ()
    addressed: Piece | None = None
    place: Piece | None = None
    letterhead: bool = False
    date: int | None = None
    head: Span | None = None

    def meta(self, known: Mapping[str, str | list[str]], dates: Sequence[Date]) -> dict[str, str | list[str]]:
        """``known`` with what the text says besides; what the headers of a mail say stays.

        ``evidence`` names for each value from the text its key and the offsets.
        """
        meta = {key: value for key, value in known.items() if key not in _from_text(known)}
        known = dict(meta)
        found: dict[str, tuple[Piece, ...]] = {
            "sender": self.senders, "recipients": self.recipients, "place": (self.place,) if self.place else (),
        }  # fmt: skip
        evidence = []
        for key, pieces in found.items():
            if pieces and key not in known:
                values = [piece.value for piece in pieces]
                meta[key] = values if key == "recipients" else "; ".join(values)
                evidence += [f"{key} {piece.start} {piece.end}" for piece in pieces]
        if self.date is not None and (edtf := dates[self.date].edtf):
            meta["written"] = edtf
            evidence.append(f"written {dates[self.date].start} {dates[self.date].end}")
        if evidence:
            meta["evidence"] = evidence
        return meta


    def written(self, dates: Sequence[Date], published: Published) -> Published:
        """The day of writing, where the letter has it in full and nobody knows better than the text."""
        edtf = dates[self.date].edtf if self.date is not None else None
        if not edtf or not _DAY.fullmatch(edtf):
            return published
        if published.edtf is not None and published.basis in ("metadata", "user"):
            first, last = edtf_bounds(published.edtf)
            if "/" not in published.edtf or (first and edtf < first) or (last and edtf > last):
                return published
        return Published(edtf, "header")


def _from_text(meta: Mapping[str, str | list[str]]) -> set[str]:
    """The keys whose values an earlier reading took from the text."""
    return {"evidence", *(line.split()[0] for line in meta["evidence"])} if "evidence" in meta else set()


def find(
    text: str, entities: Sequence[Entity], dates: Sequence[Date], meta: Mapping[str, str | list[str]] | None = None
) -> Letter | None:
    """The letter that a text is; None for any other text.

    :param entities: :param dates: of the text, sorted by start. :param meta: of the document; the sender and recipients
        in it are those of a mail's headers.
    """
    mail = bool({"sender", "recipients"} & (set(meta or {}) - _from_text(meta or {})))
    return _Reader(text, entities, dates, _rules()).read(mail=mail)


def event(doc_id: str, text: str, letter: Letter, entities: Sequence[Entity], dates: Sequence[Date]) -> Event | None:
    """The letter as an event, where the text itself has a salutation or a closing; its quote is the head of the letter,
    or the end where there is no salutation.
    """
    quote = letter.salutation and letter.head
    trigger = tuple(span for span in (letter.salutation, letter.closing) if span)
    if not trigger or not (letter.salutation or letter.senders):
        return None
    if quote is None:
        last = max([trigger[-1].end, *(piece.end for piece in letter.senders if piece.start >= trigger[-1].start)])
        quote = Span(trigger[-1].start, last)
    roles = [_role("agent", piece, text, entities) for piece in letter.senders]
    addressed = letter.recipients or ((letter.addressed,) if letter.addressed else ())
    roles += [_role("addressee", piece, text, entities) for piece in addressed]
    if letter.place and not letter.letterhead:
        roles.append(_role("place", letter.place, text, entities))
    if not roles:
        return None
    time = EventTime(dates[letter.date].edtf, letter.date) if letter.date is not None else None
    kind = "salutation" if letter.salutation else "closing"
    return Event(
        event_id=stable_id(doc_id, "LETTER", *(f"{span.start}-{span.end}" for span in trigger)), event_type="LETTER",
        trigger=trigger, roles=tuple(roles), time=time, modality="asserted", polarity="positive", status="completed",
        attribution=_AUTHOR, quote=Quote(quote.start, quote.end, text[quote.start : quote.end]),
        confidence=CONFIDENCE[kind], rule=f"letter.{kind}",
    )  # fmt: skip


def explain(text: str, event: Event) -> list[str]:
    """What made a letter's event: its salutation and closing, and the words for each role."""
    lines = ["trigger   " + " … ".join(text[span.start : span.end] for span in event.trigger) + f" ({event.rule})"]
    return lines + [f"{role.role:<9} {role.text}" for role in event.roles]


_AUTHOR = Attribution()


def _role(role: str, piece: Piece, text: str, entities: Sequence[Entity]) -> Role:
    covering = [e for e in entities if e.kind == "name" and e.start < piece.end and piece.start < e.end]
    found = max(covering, key=lambda e: min(e.end, piece.end) - max(e.start, piece.start), default=None)
    named = piece.value[:1].isupper() and " ".join(text[piece.start : piece.end].split()) == piece.value
    entity_id = found.entity_id if found else name_id(piece.value) if named else None
    inside = found is not None and piece.start <= found.start and found.end <= piece.end
    head = (found.start, found.end) if found and inside else (piece.start, piece.end)
    return Role(role, piece.start, piece.end, text[piece.start : piece.end], head, entity_id)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the blanks round it. :param fresh: it follows an empty line or is indented."""

    start: int
    end: int
    text: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class _Rules:
    """The section ``letters`` of all language files, each key of them as one expression."""

    open: re.Pattern[str]
    whole: re.Pattern[str]
    never: re.Pattern[str]
    nobody: re.Pattern[str]
    address: re.Pattern[str]
    courtesy: re.Pattern[str]
    closing: re.Pattern[str]
    mine: re.Pattern[str]
    warm: re.Pattern[str]
    end: re.Pattern[str]
    before_mine: re.Pattern[str]
    before_name: re.Pattern[str]
    fields: Mapping[str, re.Pattern[str]]
    postscript: re.Pattern[str]
    joints: re.Pattern[str]
    particles: frozenset[str]
    titles: re.Pattern[str]
    abbreviated: re.Pattern[str]
    dated: re.Pattern[str]
    no_place: re.Pattern[str]
    district: re.Pattern[str]
    street: re.Pattern[str]
    no_names: frozenset[str]


@cache
def _rules() -> _Rules:
    """:raises ResourceError: a key is missing, or what stands under it is no regular expression."""
    sections = [resources.language(lang, "letters") for lang in resources.LANGUAGES]

    def one(key: str, *within: str) -> str:
        values = [section[within[0]][key] if within else section[key] for section in sections]
        return "(?:" + "|".join(value if isinstance(value, str) else "|".join(value) for value in values if value) + ")"

    try:
        closing, before_name, warm = one("closing"), one("before_name"), one("warm")
        mine = rf"{one('mine')}(?:,?\s{warm}(?![\w-]))*"
        part = rf"(?<![\w-])(?:(?P<closing>{closing})|(?P<mine>{mine}))(?![\w-])"
        more = rf"(?:[\s,.!:–—-]*(?<![\w-])(?:{closing}|{mine}|{before_name})(?![\w-]))*"
        return _Rules(
            open=re.compile(one("open", "salutation") + r"(?![\w-])"),
            whole=re.compile(one("whole", "salutation") + _STOP),
            never=re.compile(one("never", "salutation")),
            nobody=re.compile(rf"(?:{one('courtesy')}\s+)?{one('nobody', 'salutation')}"),
            address=re.compile(one("address")),
            courtesy=re.compile(rf"(?:{one('courtesy')}(?=\s|$)\s*)*"),
            closing=re.compile(part),
            mine=re.compile(rf"(?<![\w-]){mine}(?![\w-])"),
            warm=re.compile(rf"(?:{warm}(?!\w)\s+)*"),
            end=re.compile(rf"{more}[\s,.!:–—-]*"),
            before_mine=re.compile(rf"(?:^|[.!?,;:–—-]|(?<!\w){one('before_mine')})\s*$"),
            before_name=re.compile(rf"(?:{before_name}[\s:]*)?"),
            fields={key: re.compile(rf"{one(key, 'fields')}\s*:\s*") for key in sections[0]["fields"]},
            postscript=re.compile(one("postscript") + r"(?!\w)"),
            joints=re.compile(rf"\s+{one('joints')}\s+|\s*[,;]\s*"),
            particles=frozenset(word.replace("\\", "") for s in sections for word in s["particles"].split("|")),
            titles=re.compile(rf"{one('titles')}|{one('abbreviated')}\.?"),
            abbreviated=re.compile(one("abbreviated") + r"\."),
            dated=re.compile(rf"(?<!\w){one('dated')}(?![\w])\.?"),
            no_place=re.compile(one("no_place")),
            district=re.compile(one("district")),
            street=re.compile(one("street"), re.IGNORECASE),
            no_names=frozenset(
                word for lang in resources.LANGUAGES for word in resources.language(lang, "entities")["never"].split()
            ),
        )  # fmt: skip
    except (KeyError, TypeError, re.error) as error:
        raise ResourceError(f"letters of the language files: {type(error).__name__} {error}") from error


@dataclass(frozen=True, slots=True)
class _Closing:
    """:param mine: it has the writer's "Ihr", "Dein", "Yours", which hardly anything but letters has."""

    span: Span
    senders: tuple[Piece, ...]
    mine: bool


@dataclass(slots=True)
class _Reader:
    text: str
    entities: Sequence[Entity]
    dates: Sequence[Date]
    rules: _Rules
    lines: list[_Line] = field(default_factory=list)

    def read(self, *, mail: bool) -> Letter | None:
        self.lines = list(_lines(self.text))
        if not self.lines:
            return None
        fields, begin = self._fields()
        at, salutation, addressed = self._salutation(begin)
        filled = at is not None and salutation is not None and salutation.end >= self.lines[at].end
        closing_line, signed = self._closing(at, filled=filled)
        closing, senders = (signed.span, signed.senders) if signed else (None, ())
        if salutation is None and closing is None and not (fields or mail):
            return None
        head = self._head(begin, at)
        address, block = self._address(head)
        foot = self._foot(closing_line)
        dateline = self._dateline([i for i in head if i not in block], foot)
        if dateline is None and "date" in fields:
            dateline = self._dated(fields["date"])
        named = bool(closing and senders)
        signs = [salutation, named, dateline, address or fields, mail, signed and signed.mine]
        if sum(map(bool, signs)) < 2 or not (salutation or named or fields or mail):
            return None
        place, letterhead = self._place(dateline, senders, [i for i in head if i not in block], foot)
        recipients = self._recipients(address, addressed) or self._people(fields.get("recipients"))
        if not recipients and not addressed and named:
            recipients = self._vocative(begin if at is None else at)
        senders = senders or self._people(fields.get("sender"))
        first = min(
            [salutation.start, *(self.lines[d[1]].start for d in [dateline] if d and at is not None and d[1] < at)]
        ) if salutation else 0  # fmt: skip
        return Letter(
            salutation=salutation, closing=closing, senders=senders, recipients=recipients,
            addressed=addressed[0] if addressed else None, place=place, letterhead=letterhead,
            date=dateline[0] if dateline else None, head=Span(first, salutation.end) if salutation else None,
        )  # fmt: skip

    # fields and address

    def _fields(self) -> tuple[dict[str, _Line], int]:
        """``From: …`` lines near the top, without their names, and the first line behind them."""
        found: dict[str, _Line] = {}
        last = 0
        for i, line in enumerate(self.lines[:12]):
            for key, pattern in self.rules.fields.items():
                if (match := pattern.match(line.text)) and match.end() < len(line.text):
                    found.setdefault(key, _Line(line.start + match.end(), line.end, line.text[match.end() :], False))
                    last = i + 1
        if len(found) < 2 or not {"sender", "recipients"} & set(found):
            return {}, 0
        return found, last

    def _people(self, line: _Line | None) -> tuple[Piece, ...]:
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

    def _address(self, head: Sequence[int]) -> tuple[Piece | None, set[int]]:
        """The name in the block that says where the letter goes, and the lines of the block."""
        for position, i in enumerate(head):
            line = self.lines[i]
            if not self.rules.address.match(line.text):
                continue
            block = {i}
            for j in head[position + 1 :]:
                if self.lines[j].fresh and j != i + 1:
                    break
                block.add(j)
            skip = self._courtesy_end(line.text)
            begin, stop = line.start + skip, line.end
            after = self.lines[i + 1] if i + 1 in block else None
            only = line.text[skip:].strip()
            if after and (not only or self.rules.titles.fullmatch(only)):
                extra = self._courtesy_end(after.text)
                begin, stop = after.start + extra, after.end
            name = self._name(begin, stop)
            if name is None:
                name = self._name(begin, begin + len(re.split(r"[,\n]", self.text[begin:stop])[0]))
            place = after and self._is_place(Piece(after.start, after.end, ""))
            if name and after and begin < line.end and self._incomplete(name) and not place:
                name = self._name(begin, after.end) or name
            if name and not any(e.label == "LOC" for e in self._covering(name)):
                return name, block
        return None, set()

    def _courtesy_end(self, line: str) -> int:
        match = self.rules.courtesy.match(line)
        return match.end() if match else 0

    def _incomplete(self, name: Piece) -> bool:
        """``Dr. Richard``, whose surname stands on the next line."""
        words = [word for word in name.value.split() if not self.rules.titles.fullmatch(word)]
        return len(words) == 1

    # salutation

    def _salutation(self, begin: int) -> tuple[int | None, Span | None, list[Piece]]:
        """The line, the words and the addressees of a salutation; before it no prose may stand."""
        for i, line in enumerate(self.lines[begin : begin + _HEAD_LINES], begin):
            if line.start > _HEAD_REACH:
                break
            if whole := self.rules.whole.match(line.text):
                if whole.end() == len(line.text):
                    return i, Span(line.start, line.end), []
            elif (found := self._greeting(line, 0)) is not None:
                return i, *found
            if self._prose(line):
                break
        return None, None, []

    def _greeting(self, line: _Line, at: int) -> tuple[Span, list[Piece]] | None:
        opened = self.rules.open.match(line.text, at)
        if not opened:
            return None
        rest = opened.end()
        words, stop, sign = self._addressee(line.text, rest)
        value = " ".join(words)
        small = sum(word[0].islower() and word not in self.rules.particles for word in words)
        if value and (self.rules.never.match(value) or not (words[0][0].isupper() or words[0] in self.rules.particles)):
            return None
        if (not sign and len(line.text) > stop) or small > (1 if sign == "," else 0) or (not value and not sign and at):
            return None
        if not value and not sign and len(self.lines) < 3:
            return None
        if len(words) > 5 and line.text[stop:].strip(" ,.!:;–-"):
            return None
        pieces = self._pieces(line, rest, stop) if value else []
        end = line.start + stop + len(sign)
        following = re.compile(r"[\s,]*(?:(?:und|and|u\.)\s+)?").match(line.text, stop + len(sign))
        if following and (more := self._greeting(line, following.end())):
            return Span(line.start + at, more[0].end), [*pieces, *more[1]]
        return Span(line.start + at, end), pieces

    def _addressee(self, line: str, at: int) -> tuple[list[str], int, str]:
        """The words up to the sign that ends a salutation, where they end, and the sign."""
        words: list[str] = []
        while len(words) <= _ADDRESSEE_WORDS:
            blank = re.compile(r"[ \t\xa0]*").match(line, at)
            assert blank
            word = re.compile(r"[^\s,!:;()<>|–—]+").match(line, blank.end())
            if not word:
                sign = re.compile(r"\s?[,!:;.–—-]").match(line, at)
                return words, at, sign[0] if sign else ""
            token = word[0]
            if token.endswith(".") and not (self.rules.abbreviated.fullmatch(token) or len(token) == 2):
                return [*words, token.rstrip(".")], blank.end() + len(token.rstrip(".")), "."
            if any(sign in token for sign in _QUOTES[:6]):
                return [], at, ""
            if len(words) > 1 and words[-1] in ("und", "and", "u.") and self.rules.open.match(line, blank.end()):
                before = at - len(words[-1])
                return words[:-1], len(line[:before].rstrip()), line[len(line[:before].rstrip()) : at]
            words.append(token)
            at = word.end()
        return words, at, ""

    def _pieces(self, line: _Line, begin: int, stop: int) -> list[Piece]:
        """One piece for each addressee in ``Anna und Karl``; ``Damen und Herren`` are one."""
        begin += len(line.text[begin:stop]) - len(line.text[begin:stop].lstrip())
        whole = line.text[begin:stop]
        if self.rules.nobody.fullmatch(whole):
            return [self._piece(line.start + begin, line.start + stop)]
        found, start = [], begin
        for joint in [*self.rules.joints.finditer(line.text, begin, stop), None]:
            end = joint.start() if joint else stop
            if line.text[start:end].strip():
                found.append(self._piece(line.start + start, line.start + end))
            start = joint.end() if joint else stop
        return found

    def _piece(self, start: int, end: int) -> Piece:
        words = self.text[start:end]
        skip = self._courtesy_end(words)
        return Piece(start, end, " ".join(words[skip:].split()) or " ".join(words.split()))

    def _recipients(self, address: Piece | None, addressed: Sequence[Piece]) -> tuple[Piece, ...]:
        """The name in the address where it is the one of the salutation or that has none; else the salutation's."""
        named = tuple(p for p in addressed if not self.rules.nobody.fullmatch(self.text[p.start : p.end]))
        if address and (not named or (len(named) == 1 and _share(address.value, named[0].value))):
            return (address,)
        return named

    def _vocative(self, at: int) -> tuple[Piece, ...]:
        """``Herzlichste Grüße, lieber Arthur, von Richard``."""
        for line in self.lines[at:]:
            for comma in re.finditer(r",\s", line.text):
                found = self.rules.open.match(line.text, comma.end())
                if found and found[0][0].islower() and found.end() > found.start():
                    words, stop, sign = self._addressee(line.text, found.end())
                    if sign and words and all(word[0].isupper() for word in words) and len(words) < 4:
                        pieces = self._pieces(line, found.end(), stop)
                        return tuple(p for p in pieces if not self.rules.nobody.fullmatch(self.text[p.start : p.end]))
        return ()

    # closing and signature

    def _closing(self, salutation: int | None, *, filled: bool) -> tuple[int, _Closing | None]:
        """The last line with a closing, its words, and who signs; one signed by somebody who is known for a person
        before others, as postscripts end in greetings too.

        :param filled: the salutation fills its line; then a name at the end is enough of a signature.
        """
        first = salutation if salutation is not None else max(len(self.lines) - _TAIL_LINES, 0)
        first = max(first, len(self.lines) - _FOOT_LINES)
        spare: tuple[int, _Closing] | None = None
        for i in range(len(self.lines) - 1, first - 1, -1):
            if found := self._closing_in(i):
                if self._are_people(found.senders):
                    return i, found
                spare = spare or (i, found)
        if spare:
            return spare
        if salutation is not None and filled:
            for i in range(len(self.lines) - 1, max(len(self.lines) - 4, salutation), -1):
                line = self.lines[i]
                if (name := self._name(line.start, line.end)) and self._signs(name, line):
                    return i, _Closing(Span(name.start, name.end), (name,), mine=False)
        return len(self.lines), None

    def _are_people(self, names: Sequence[Piece]) -> bool:
        return any(e.label == "PERSON" and e.kind == "name" for name in names for e in self._covering(name))

    def _signs(self, name: Piece, line: _Line) -> bool:
        """A name alone on its line, which is no place, no heading and no firm."""
        labels = {e.label for e in self._covering(name) if e.kind == "name"}
        return not labels - {"PERSON"} and (bool(labels) or len(name.value.split()) < 3) and not line.text.endswith("!")

    def _closing_in(self, i: int) -> _Closing | None:
        line = self.lines[i]
        offset = max(len(line.text) - _CLOSING_REACH, 0)
        tail = line.text[offset:]
        opened = False  # a closing stands before on this line
        for found in self.rules.closing.finditer(tail):
            before = tail[: found.start()].rstrip()
            if found["mine"] and not (opened or self.rules.before_mine.search(before)):
                continue
            rest = self.rules.end.match(tail, found.end())
            assert rest
            start, begin = line.start + offset + found.start(), line.start + offset + rest.end()
            alone = not before or before[-1] in ".!?,;–—-"
            mine = bool(found["mine"]) or bool(self.rules.mine.search(tail, found.end(), rest.end()))
            if begin >= line.end:
                if (alone or opened or len(line.text) < 80) and (names := self._signature(i + 1)):
                    return _Closing(Span(start, line.end), names, mine)
            elif alone or opened or mine or not found[0][0].islower() or len(found[0].split()) > 1:
                names = self._names(begin, line.end)
                if names and not (found["closing"] and names[0].value.split()[0] in self.rules.particles and not mine):
                    return _Closing(Span(start, line.start + offset + len(tail[: rest.end()].rstrip())), names, mine)
                if not before and len(line.text) < 80 and found["closing"] and (names := self._below(i + 1)):
                    return _Closing(Span(start, line.end), names, mine)
            opened = opened or (bool(found["closing"]) and (alone or len(found[0].split()) > 1))
        return None

    def _below(self, i: int) -> tuple[Piece, ...]:
        """The name that fills a line."""
        names = self._names(self.lines[i].start, self.lines[i].end) if i < len(self.lines) else ()
        return names if names and self._signs(names[0], self.lines[i]) else ()

    def _signature(self, i: int) -> tuple[Piece, ...]:
        """The names under a closing: of people before firms, function lines and notes aside."""
        firm: tuple[Piece, ...] = ()
        for line in self.lines[i : i + _SIGNATURE_LINES]:
            if self.rules.postscript.match(line.text) or self._prose(line):
                break
            words = line.text.strip("()/ _-")
            begin = line.start + line.text.index(words) if words else line.start
            for pattern in (self.rules.warm, self.rules.before_name):
                match = pattern.match(self.text, begin, line.end)
                begin = match.end() if match else begin
            end = line.start + line.text.index(words) + len(words) if words else line.end
            end = min([end, *(begin + c for c in [self.text[begin:end].find(",")] if c > 0)])
            names = self._names(begin, end)
            if not names:
                if begin < end and (org := self._named(begin, end, "ORG")) and not firm:
                    firm = (org,)
                continue
            labels = {e.label for name in names for e in self._covering(name) if e.kind == "name"}
            if "PERSON" in labels or not labels - {"GPE", "LOC"}:
                return names
            firm = firm or names
        return firm

    def _named(self, start: int, end: int, label: str) -> Piece | None:
        for e in self._covering(Piece(start, end, "")):
            if e.label == label and e.kind == "name" and start <= e.start and e.end <= end:
                return Piece(e.start, e.end, " ".join(e.text.split()))
        return None

    def _names(self, start: int, end: int) -> tuple[Piece, ...]:
        """One name, or several with ``und`` between them."""
        words = self.text[start:end]
        found, at = [], 0
        for joint in [*self.rules.joints.finditer(words), None]:
            piece = self._name(start + at, start + (joint.start() if joint else len(words)))
            if piece is None:
                return ()
            found.append(piece)
            at = joint.end() if joint else len(words)
        return tuple(found)

    def _name(self, start: int, end: int) -> Piece | None:
        """What looks like a name and nothing else: capitals, titles, initials, particles."""
        words = self.text[start:end]
        kept = words.strip(" \t\n\xa0.,;:!+=*()")
        if words.rstrip().endswith(".") and re.search(r"(?<!\w)\w\.$", words.rstrip()):
            kept = words.strip(" \t\n\xa0,;:!+=*()")
        if not kept or _DIGITS.search(kept):
            return None
        start += words.index(kept)
        parts = kept.split()
        if len(parts) > _NAME_WORDS:
            return None
        capitals = 0
        for n, part in enumerate(parts):
            if re.fullmatch(_CAPITAL, part) and (part.lower() not in self.rules.no_names or part == "Frau"):
                capitals += 1
            elif not (part in self.rules.particles and (n or part.startswith("v")) and n + 1 < len(parts)):
                return None
        if self.rules.closing.fullmatch(kept.rstrip(".")):
            return None
        if not capitals or (capitals == 1 and self.rules.titles.fullmatch(parts[-1])):
            return None
        return Piece(start, start + len(kept), " ".join(parts))

    def _covering(self, piece: Piece) -> Iterator[Entity]:
        at = bisect_left(self.entities, piece.start - 200, key=lambda e: e.start)
        for e in self.entities[at:]:
            if e.start >= piece.end:
                break
            if e.end > piece.start:
                yield e

    # place and date

    def _head(self, begin: int, salutation: int | None) -> list[int]:
        """Lines before the salutation; without one, those before the first prose."""
        if salutation is not None:
            return list(range(begin, salutation))
        found = []
        for i, line in enumerate(self.lines[begin : begin + 15], begin):
            if self._prose(line):
                break
            found.append(i)
        return found

    def _foot(self, closing: int) -> list[int]:
        first = closing if closing < len(self.lines) else len(self.lines) - 3
        return [i for i in range(max(first, 0), len(self.lines)) if i < first + 6]

    def _dateline(self, head: Sequence[int], foot: Sequence[int]) -> tuple[int, int] | None:
        """The date of writing and its line: days before months, with the year before without, the head before the
        foot, with a place before without.
        """
        found = []
        for at_foot, indices in ((False, head), (True, foot)):
            for i in indices:
                line = self.lines[i]
                for number in self._dates_in(line.start, line.end):
                    date = self.dates[number]
                    lead, room = self._lead(line, date)
                    if room is None:
                        continue
                    full = date.edtf is not None and not date.edtf.startswith("XXXX")
                    found.append((date.precision != "day", not full, at_foot, lead is None, room, number, i))
        best = min(found, default=None)
        return (best[5], best[6]) if best else None

    def _dates_in(self, start: int, end: int) -> Iterator[int]:
        at = bisect_left(self.dates, start, key=lambda d: d.start)
        for number in range(at, len(self.dates)):
            date = self.dates[number]
            if date.start >= end:
                break
            written = date.basis in ("explicit", "implied_year", "document_date", "anaphoric", "inferred")
            fine = date.precision in ("day", "month") and date.type in ("DATE", "TIME") and date.edtf
            if written and fine and _DIGITS.search(date.text):
                yield number

    def _dated(self, line: _Line) -> tuple[int, int] | None:
        number = next(self._dates_in(line.start, line.end), None)
        if number is None:
            return None
        return number, bisect_left(self.lines, line.end, key=lambda other: other.end)

    def _lead(self, line: _Line, date: Date) -> tuple[Piece | None, int | None]:
        """The place before a date on its line; and how many words stand there besides, None if they are too many."""
        if len(line.text) > _DATELINE:
            return None, None
        stop = min(date.end, line.end)
        place = self._place_in(line.start, date.start)
        before, after = self.text[line.start : date.start], self.text[stop : line.end]
        if place:
            before = self.text[place.end : date.start]
        if _SMALL.search(self.rules.dated.sub(" ", before)):
            return None, None
        count = len(re.findall(r"[^\W\d_]{2,}", self.rules.dated.sub(" ", f"{before} | {after}")))
        return place, count if count <= _HEADER_ROOM else None

    def _place_behind(self, start: int, end: int) -> Piece | None:
        """``2. Juli 94. Wien``"""
        gap = re.compile(r"[\s.,;–—-]*").match(self.text, start, end)
        assert gap
        return next((p for p in self._places(gap.end(), end) if p.start == gap.end()), None)

    def _places(self, start: int, end: int) -> Iterator[Piece]:
        """The names of places in a stretch, streets, houses and districts aside."""
        for e in self._covering(Piece(start, end, "")):
            if not (e.kind == "name" and e.label in ("GPE", "LOC") and start <= e.start and e.end <= end):
                continue
            for part in re.finditer(r"[^\s,][^,\n]*", e.text):
                name = self.rules.district.sub("", part[0])
                if behind := re.search(r"\d[a-z]?\s+(?=[A-ZÄÖÜ]\S+$)", name):
                    part_start, name = e.start + part.start() + behind.end(), name[behind.end() :]
                else:
                    part_start = e.start + part.start()
                street = _DIGITS.search(name) or self.rules.street.search(name) or re.match(r"[IVX]+\b", name)
                if len(name) > 2 and not street and not self.rules.no_place.match(name):
                    yield Piece(part_start, part_start + len(name), " ".join(name.split()))

    def _place_in(self, start: int, end: int) -> Piece | None:
        """The place before a date: the first name of one, else what stands there if nothing speaks against it."""
        if known := next(self._places(start, end), None):
            return known
        words = self.rules.dated.sub(lambda found: " " * len(found[0]), self.text[start:end])
        first = re.compile(r"\s*(?P<name>[^,;:\n…]*[^\s,;:…–—-])").match(words)
        if not first or not first["name"][0].isupper() or _DIGITS.search(first["name"]):
            return None
        name = self.rules.district.sub("", first["name"]).rstrip(" .")
        if len(name) < 3 or re.match(r"[IVX]+\b", name) or self.rules.no_place.match(name):
            return None
        if len(name.split()) > 3 or self.rules.street.search(name) or _SMALL.search(name.split()[-1]):
            return None
        begin = start + first.start("name")
        piece = Piece(begin, begin + len(name), " ".join(name.split()))
        others = [e for e in self._covering(piece) if e.label not in ("GPE", "LOC", "FACILITY") and e.kind == "name"]
        alone = len(name.split()) == 1 and not self.rules.titles.fullmatch(name)
        return piece if not others or (alone and all(e.label == "PERSON" for e in others)) else None

    def _place(
        self, dateline: tuple[int, int] | None, senders: Sequence[Piece], head: Sequence[int], foot: Sequence[int]
    ) -> tuple[Piece | None, bool]:
        """The place in or beside the line of the date; else (True) in the address of the writer on the paper."""
        if dateline:
            number, i = dateline
            line = self.lines[i]
            if (date := self.dates[number]).start >= line.start and (place := self._lead(line, date)[0]):
                return place, False
            lone = not self.rules.dated.sub("", self.text[line.start : date.start]).strip(" ,.")
            for j in (i - 1, i + 1) if lone else ():
                if j not in head and j not in foot:
                    continue
                other = self.lines[j]
                if any(other.start <= sender.start < other.end for sender in senders):
                    continue
                alone = self._place_in(other.start, other.end)
                known = alone and self._is_place(alone)
                if alone and alone.start == other.start and (known or (j < i and len(other.text.split()) == 1)):
                    return alone, False
            if behind := self._place_behind(min(date.end, line.end), line.end):
                return behind, False
        own = {word for sender in senders for word in _heads(sender.value)}
        initials = {word[0] for sender in senders for word in sender.value.split() if len(word.strip(".")) == 1}
        block: list[int] = []
        for j in [*head, *foot[1:]]:
            block = [] if self.lines[j].fresh else block
            block.append(j)
            people = [e for k in block for e in self._covering(Piece(self.lines[k].start, self.lines[k].end, ""))
                      if e.label == "PERSON" and e.kind == "name"]  # fmt: skip
            if any(not own & set(_heads(e.text)) and not initials & {w[0] for w in e.text.split()} for e in people):
                continue
            written = [e.end for e in people if e.start == self.lines[j].start]
            if place := self._place_at(self.lines[j], max(written, default=self.lines[j].start), lone=j in head):
                return place, True
        return None, False

    def _is_place(self, piece: Piece) -> bool:
        return any(e.label in ("GPE", "LOC") and e.kind == "name" for e in self._covering(piece))

    def _place_at(self, line: _Line, start: int, *, lone: bool) -> Piece | None:
        """The place in a line of an address: it begins the line or follows its postal code, and a street, a district
        or a number stands beside it; ``lone``: or hardly anything.
        """
        if len(line.text) > _DATELINE or self._prose(line):
            return None
        code = re.compile(r"[\s.,]*(?:[A-Z]{1,2}-)?\d{4,5}\s+").match(line.text, start - line.start)
        blank = re.compile(r"[\s.,]*").match(line.text, start - line.start)
        assert blank
        begin = line.start + (code or blank).end()
        house = self.rules.no_place.match(line.text, begin - line.start)
        found = next((p for p in self._places(begin, line.end) if p.start == begin or house), None)
        after = line.text[found.end - line.start :] if found else ""
        sure = code or self.rules.street.search(after) or re.match(r"[\s,.]*[IVX]+\b", after) or _DIGITS.search(after)
        few = lone and len(re.findall(r"\w+", after)) < 3 and not _SMALL.search(self.rules.dated.sub(" ", after))
        return found if sure or few else None

    def _prose(self, line: _Line) -> bool:
        return len(line.text) > 60 and len(_SMALL.findall(line.text)) >= _PROSE


def _lines(text: str) -> Iterator[_Line]:
    fresh, at = True, 0
    for row in text.splitlines(keepends=True):
        words = row.strip()
        if words:
            start = at + row.index(words)
            yield _Line(start, start + len(words), words, fresh or row[0].isspace())
        fresh = not words
        at += len(row)


def _share(long: str, short: str) -> bool:
    """Whether two ways to write a name have a word in common, the first letters of which are enough."""
    return bool(set(_heads(long)) & set(_heads(short)))


def _heads(name: str) -> Iterable[str]:
    return (word.lower()[:3] for word in re.findall(r"[^\W\d_]{3,}", name))
