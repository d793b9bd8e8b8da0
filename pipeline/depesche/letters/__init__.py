"""Letters: who wrote to whom, where and when, as far as head, salutation and signature say so.

A text is a letter when two of these are in it, each in its place: a salutation at its beginning, a closing with a
signature at its end ("Ihr Arthur" counts twice), a line with the date, an address or fields (``From:``, ``An:``), the
headers of a mail. What a news item quotes is none of these: before a salutation no prose may stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from depesche.dates import edtf_bounds
from depesche.entities import by_name, name_id
from depesche.letters import closing, dateline, grammar, opening
from depesche.letters.page import Page, Piece, lines, own
from depesche.records import Attribution, Date, Entity, Event, EventTime, Published, Quote, Role, Span, stable_id

__all__ = ["Letter", "Piece", "event", "explain", "find"]

CONFIDENCE = {"salutation": 0.96, "closing": 0.9}
"""By what the event is read from: the share of old letters whose sender and recipient, where they are given, are those
that the edition names, one right and one wrong added to each count (724 of 750 and 125 of 138)."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Meta = Mapping[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says about itself.

    :param senders: of the signature, else of a field at its head. :param recipients: of the address or the salutation.
    :param addressed: whom the salutation names, if nobody by name: "Damen und Herren", "Freund".
    :param place: from the line of the date, or (``letterhead``) from the address on the paper.
    :param date: position in the record's dates. :param head: from the line of the date to the end of the salutation.
    """

    salutation: Span | None
    closing: Span | None
    senders: tuple[Piece, ...]
    recipients: tuple[Piece, ...]
    addressed: tuple[Piece, ...]
    place: Piece | None
    letterhead: bool
    date: int | None
    head: Span | None

    def meta(self, known: Meta, dates: Sequence[Date]) -> dict[str, str | list[str]]:
        """``known`` with what the text says besides; what the headers of a mail say stays.

        ``evidence`` names for each value from the text its key and the offsets.
        """
        meta = {key: value for key, value in known.items() if key not in _from_text(known)}
        place = (self.place,) if self.place else ()
        evidence = []
        for key, pieces in (("sender", self.senders), ("recipients", self.recipients), ("place", place)):
            if pieces and key not in meta:
                values = [piece.value for piece in pieces]
                meta[key] = values if key == "recipients" else "; ".join(values)
                evidence += [f"{key} {piece.start} {piece.end}" for piece in pieces]
        if self.date is not None and (edtf := dates[self.date].edtf):
            meta["written"] = edtf
            evidence.append(f"written {dates[self.date].start} {dates[self.date].end}")
        return meta | {"evidence": evidence} if evidence else meta

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


def find(text: str, entities: Sequence[Entity], dates: Sequence[Date], meta: Meta | None = None) -> Letter | None:
    """The letter that a text is; None for any other text.

    :param entities: :param dates: of the text, sorted by start. :param meta: of the document; the sender and recipients
        in it are those of a mail's headers.
    """
    rules = grammar.rules()
    page = Page(text, entities, dates, rules, own(tuple(lines(text)), rules))
    if not page.lines:
        return None
    meta = meta or {}
    mail = bool({"sender", "recipients"} & (set(meta) - _from_text(meta)))
    fields, begin = opening.fields(page)
    greeting = opening.salutation(page, begin)
    head = dateline.head(page, begin, greeting.line if greeting else None)
    address, block = opening.address(page, head)
    spoken = not greeting and opening.speaks(page, begin)
    signed = closing.closing(page, greeting, spoken=spoken or begin in block)
    if not (greeting or signed or fields or mail):
        return None
    inside = [i for i in head if i not in block]
    foot = dateline.foot(page, signed.line if signed else None)
    dated = dateline.dateline(page, inside, foot) or dateline.dated(page, fields.get("date"))
    signs = [greeting, signed, signed and signed.mine, dated, address or fields, mail, spoken]
    bare = signed is not None and signed.bare and greeting is None
    if sum(map(bool, signs)) < (3 if bare else 2) or not (greeting or signed or fields or mail):
        return None
    senders = opening.named_in_full(signed.senders if signed else (), opening.people(fields.get("sender")))
    place, letterhead = dateline.place(page, dated, senders, inside, foot)
    if place and any(sender.start < place.end and place.start < sender.end for sender in senders):
        place, letterhead = None, False  # Tom Hill
    addressed = greeting.addressed if greeting else ()
    to = (address,) if address else opening.people(fields.get("recipients"))
    recipients = opening.recipients(page, to, addressed)
    if not recipients and not addressed and signed:
        recipients = opening.vocative(page, begin)
    top = [page.lines[dated.line].start] if dated and greeting and dated.line < greeting.line else []
    return Letter(
        salutation=greeting.span if greeting else None, closing=signed.span if signed else None,
        senders=senders, recipients=recipients, addressed=addressed,
        place=place, letterhead=letterhead, date=dated.number if dated else None,
        head=Span(min([greeting.span.start, *top]), greeting.span.end) if greeting else None,
    )  # fmt: skip


def event(doc_id: str, text: str, letter: Letter, entities: Sequence[Entity], dates: Sequence[Date]) -> Event | None:
    """The letter as an event, where the text itself has a salutation or a signature.

    Its quote is the head of the letter with the salutation, or the closing with the signature where there is none.
    """
    trigger = tuple(span for span in (letter.salutation, letter.closing) if span)
    filled = [("agent", piece) for piece in letter.senders]
    filled += [("addressee", piece) for piece in letter.recipients or letter.addressed]
    if letter.place and not letter.letterhead:
        filled.append(("place", letter.place))
    if not trigger or not (letter.senders or letter.recipients or letter.closing):
        return None  # "Liebe Leser," and no more
    end = max([trigger[-1].end, *(piece.end for piece in letter.senders)])
    quote = letter.head or Span(trigger[-1].start, end)
    kind = "salutation" if letter.salutation else "closing"
    return Event(
        event_id=stable_id(doc_id, "LETTER", *(f"{span.start}-{span.end}" for span in trigger)), event_type="LETTER",
        trigger=trigger, roles=tuple(_role(role, piece, text, entities) for role, piece in filled),
        time=EventTime(dates[letter.date].edtf, letter.date) if letter.date is not None else None,
        modality="asserted", polarity="positive", status="completed", attribution=Attribution(),
        quote=Quote(quote.start, quote.end, text[quote.start : quote.end]),
        confidence=CONFIDENCE[kind], rule=f"letter.{kind}",
    )  # fmt: skip


def explain(text: str, event: Event) -> list[str]:
    """What made a letter's event: its salutation and closing, and the words for each role."""
    trigger = " … ".join(text[span.start : span.end] for span in event.trigger)
    return [f"trigger   {trigger} ({event.rule})", *(f"{role.role:<9} {role.text}" for role in event.roles)]


def _from_text(meta: Meta) -> set[str]:
    """The keys whose values an earlier reading took from the text."""
    return {"evidence", *(line.split()[0] for line in meta["evidence"])} if "evidence" in meta else set()


def _role(role: str, piece: Piece, text: str, entities: Sequence[Entity]) -> Role:
    words = text[piece.start : piece.end]
    covering = [e for e in entities if e.kind == "name" and e.start < piece.end and piece.start < e.end]
    found = max(covering, key=lambda e: min(e.end, piece.end) - max(e.start, piece.start), default=None)
    if found and found.start < piece.start and by_name(found.entity_id):
        found = None  # the form of greeting was read as a part of the name: LG Micha
    head = (piece.start, piece.end)
    if found and piece.start <= found.start and found.end <= piece.end:
        head = (found.start, found.end)
    full = name_id(piece.value) if len(piece.value.split()) > 1 else None
    named = full if words[:1].isupper() and role == "agent" else None
    return Role(role, piece.start, piece.end, words, head, found.entity_id if found else named)
