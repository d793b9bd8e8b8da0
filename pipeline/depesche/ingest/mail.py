"""Letters: single (eml, msg) and in a box (mbox)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.utils import getaddresses
from itertools import islice
from typing import Any

from depesche.errors import DocumentError, MissingExtraError
from depesche.ingest.decode import Decoded, check_text, decode
from depesche.ingest.items import Failure, Item, Part, Place, ReadOptions, Source, Stream
from depesche.ingest.published import published_of
from depesche.ingest.streams import lines, too_large
from depesche.ingest.web import html_text
from depesche.records import Document, Published

# RFC 4155: the line that begins a message ends in the time as asctime writes it.
_ASCTIME = re.compile(
    rb"^From .*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    rb" +\d{1,2} \d\d:\d\d(?::\d\d)?(?: [+A-Z][\w+-]*)* \d{4}(?: [+A-Z-][\w+-]*)*\s*$",
)
_ANY_FROM = re.compile(rb"^From \S")
_QUOTED_FROM = re.compile(rb"^>(>*From )")
# What the standard library raises where a header is malformed in a way it does not know.
_STUMBLES = (ValueError, LookupError, AttributeError, TypeError)
_MAX_PARTS = 5000
_HEADERS = ("from", "to", "cc", "subject", "date", "message-id", "received", "return-path", "mime-version", "sender",
            "delivered-to", "content-type")


def mbox_leaves(stream: Stream, place: Place, options: ReadOptions) -> Iterator[Item | Failure]:
    """Each message of a mailbox, numbered from 1; ``>From`` at the beginning of a line becomes ``From`` again."""
    separator = _ASCTIME
    number, size, after_blank = 0, 0, True
    held: list[bytes] = []
    for _, line in lines(stream, options.max_line_bytes):
        if line is not None and not number and not line.strip():
            continue
        if not number and (line is None or not _ANY_FROM.match(line)):
            raise DocumentError("corrupt", "this is no mailbox: its first line does not begin with `From `")
        if line is not None and after_blank and len(line) < 1000 and (separator.match(line) or not number):
            if number:
                yield _message(place.child(number), held, size, options)
            elif not separator.match(line):
                separator = _ANY_FROM
            number, size, held = number + 1, 0, []
        else:
            size += options.max_document_bytes + 1 if line is None else len(line)
            if line is not None and size <= options.max_document_bytes:
                held.append(_QUOTED_FROM.sub(rb"\1", line))
        after_blank = line is not None and not line.strip()
    if not number:
        raise DocumentError("empty", "this file is empty")
    yield _message(place.child(number), held, size, options)


def _message(place: Place, held: list[bytes], size: int, options: ReadOptions) -> Item | Failure:
    if size > options.max_document_bytes:
        return place.failure(too_large(options.max_document_bytes))
    if held and not held[-1].strip(): # the blank line belongs to the box
        held.pop()
    return place.item("eml", b"".join(held))


def read_eml(source: Source, data: bytes, options: ReadOptions) -> Iterator[Document | Part]:
    """The letter and then what is attached to it; ``published`` is the day of its Date header in its own offset."""
    message = message_from_bytes(data, policy=policy.default)
    if not any(name in message for name in _HEADERS):
        raise DocumentError("corrupt", "this is no letter: it has none of the header lines From, To, Subject, Date")
    parts = list(islice(_leaf_parts(message), _MAX_PARTS + 1))
    if len(parts) > _MAX_PARTS:
        raise DocumentError("too_many", f"this letter has more than {_MAX_PARTS} parts")
    body, rest = _body(parts)
    attached = [_part(part, number) for number, part in enumerate(rest, 1)]
    text, decoded = body
    published, flags = published_of(_header(message, "date"))
    meta = _letter_meta({name: _header(message, name) for name in ("from", "to", "cc", "subject")})
    if attached:
        meta["attachments"] = [part.name for part in attached]
    if decoded:
        meta |= {"encoding": decoded.encoding, "encoding_basis": decoded.basis}
        flags = (*flags, *decoded.flags)
    if flags:
        meta["flags"] = sorted(flags)
    yield Document(source.doc_id, text, None, _header(message, "subject") or None, None, published, meta)
    yield from attached


def _letter_meta(headers: dict[str, str]) -> dict[str, str | list[str]]:
    def people(value: str) -> list[str]:
        return [f"{name} <{address}>" if name and address else name or address
                for name, address in getaddresses([value]) if name or address]

    meta: dict[str, str | list[str]] = {}
    if headers["from"]:
        meta["sender"] = "; ".join(people(headers["from"])) or headers["from"]
    for key, name in (("recipients", "to"), ("cc", "cc")):
        if headers[name]:
            meta[key] = people(headers[name]) or [headers[name]]
    if headers["subject"]:
        meta["subject"] = headers["subject"]
    return meta


def _header(message: Message[Any, Any], name: str) -> str:
    """A header as text, on one line; the raw line where the standard library stumbles over it."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    try:
        raw.encode("ascii")
        # The parser of modern headers takes minutes for a header of a megabyte, the old one milliseconds.
        value = str(message[name] or "") if len(raw) < 10_000 else str(make_header(decode_header(raw)))
    except UnicodeEncodeError: # eight-bit header: against the rules, and common
        value = decode(raw.encode("utf-8", "surrogateescape")).text
    except _STUMBLES:
        value = raw
    return " ".join(value.encode("utf-8", "replace").decode().split())


def _leaf_parts(message: Message[Any, Any]) -> Iterator[EmailMessage]:
    """The parts that hold something, in order; a letter inside is one part, and so is every other alternative."""
    if message.get_content_maintype() == "multipart" and message.is_multipart():
        for part in message.get_payload():
            assert isinstance(part, EmailMessage)
            yield from _leaf_parts(part)
    else:
        assert isinstance(message, EmailMessage)
        yield message


def _is_body(part: EmailMessage, kind: str) -> bool:
    named = part.get_content_disposition() == "attachment" or _filename(part)
    return part.get_content_type() == kind and not named


def _filename(part: EmailMessage) -> str:
    try:
        name = part.get_filename() or ""
    except _STUMBLES:
        name = ""
    return " ".join(name.encode("utf-8", "replace").decode().split()).rpartition("/")[2]


def _body(parts: list[EmailMessage]) -> tuple[tuple[str, Decoded | None], list[EmailMessage]]:
    """The text of the letter (plain if there is any, else made of the HTML) and the parts that are not it."""
    plain = [part for part in parts if _is_body(part, "text/plain")]
    pages = [part for part in parts if _is_body(part, "text/html")]
    taken = {id(part) for part in (*plain, *pages)}
    rest = [part for part in parts if id(part) not in taken]
    for bodies, convert in ((plain, str), (pages, html_text)):
        decoded = [decode(_bytes(part), _charset(part)) for part in bodies]
        texts = [text for part, found in zip(bodies, decoded, strict=True)
                 if (text := convert(check_text(_bytes(part), found))).strip()]
        if texts:
            # Mail programs cut a letter where a picture stands; the pieces belong together.
            return ("\n\n".join(texts) if len(texts) > 1 else texts[0], _least_sure(decoded)), rest
    return ("", None), rest


def _least_sure(decoded: list[Decoded]) -> Decoded:
    return max(decoded, key=lambda found: (bool(found.flags), found.basis == "fallback", not found.text.isascii()))


def _charset(part: Message[Any, Any]) -> str | None:
    try:
        return part.get_content_charset()
    except _STUMBLES:
        return None


def _bytes(part: Message[Any, Any]) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except _STUMBLES:
        payload = str(part.get_payload()).encode("utf-8", "surrogateescape")
    return payload if isinstance(payload, bytes) else b""


def _part(part: EmailMessage, number: int) -> Part:
    kind = part.get_content_type()
    name = _filename(part)
    if kind == "message/rfc822" and part.is_multipart():
        inner = part.get_payload(0)
        assert isinstance(inner, EmailMessage)
        try:
            data = inner.as_bytes()
        except _STUMBLES:
            data = inner.as_bytes(policy=policy.compat32)
        return Part(name or f"{number}.eml", kind, data)
    return Part(name or f"part-{number}", kind, _bytes(part), _charset(part))


def read_msg(source: Source, data: bytes, options: ReadOptions) -> Iterator[Document | Part]:
    """A letter as Outlook saves it. Needs the extra ``msg``."""
    try:
        from extract_msg import openMsg
        from extract_msg.exceptions import ExMsgBaseException
    except ImportError as error:
        raise DocumentError("missing_extra", str(MissingExtraError("extract-msg", "msg"))) from error

    if not data.startswith(b"\xd0\xcf\x11\xe0"):
        raise DocumentError("corrupt", "this is no Outlook file")
    try:
        message = openMsg(data, delayAttachments=False)
    except (ExMsgBaseException, OSError) as error:
        raise DocumentError("corrupt", f"this is no readable Outlook letter ({error})") from error
    with message:
        text = message.body or ""
        if not text.strip() and message.htmlBody:
            text = html_text(decode(message.htmlBody).text)
        header = message.header.get("date") if message.header else None
        published, flags = published_of(str(header)) if header else (Published(), ())
        if not published.edtf and message.date is not None:
            published = Published(message.date.date().isoformat(), "metadata")
        headers = {"from": message.sender, "to": message.to, "cc": message.cc, "subject": message.subject}
        named = {key: " ".join(str(value or "").replace(";", ",").split()) for key, value in headers.items()}
        meta = _letter_meta(named)
        attached = [
            Part(a.longFilename or a.shortFilename or f"part-{number}", a.mimetype or "", a.data)
            for number, a in enumerate(message.attachments, 1) if isinstance(a.data, bytes)
        ]
    if attached:
        meta["attachments"] = [part.name for part in attached]
    if flags:
        meta["flags"] = list(flags)
    yield Document(source.doc_id, text, None, headers["subject"] or None, None, published, meta)
    yield from attached
