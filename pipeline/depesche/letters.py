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
from depesche.entities import name_id
from depesche.errors import ResourceError
from depesche.records import Date, Entity, Event, EventTime, Quote, Role, Span, stable_id

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
        meta = dict(known)
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


def find(text: str, entities: Sequence[Entity], dates: Sequence[Date], *, mail: bool = False) -> Letter | None:
    """The letter that a text is; None for any other text.

    :param entities: :param dates: of the text, sorted by start. :param mail: it came with the headers of a mail.
    """
    return _Reader(text, entities, dates, _rules()).read(mail=mail)


def event(doc_id: str, text: str, letter: Letter, entities: Sequence[Entity], dates: Sequence[Date]) -> Event | None:
    """The letter as an event, where the text itself has a salutation or a closing; its quote is the head of the letter,
    or the end where there is no salutation."""
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
