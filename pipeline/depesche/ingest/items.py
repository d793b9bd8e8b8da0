"""What the walk hands out, and the options both sides share.

Reason codes of a failure: ``empty`` ``no_text`` ``too_large`` ``unreadable`` ``binary`` ``encoding`` ``encrypted``
``corrupt`` ``truncated`` ``unsupported`` ``unsafe_name`` ``unsafe_xml`` ``bomb`` ``too_many`` ``too_deep``
``invalid_json`` ``no_text_column`` ``no_feed`` ``missing_extra`` ``failed``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from depesche.errors import DocumentError
from depesche.records import Document

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Item:
    r"""One thing to read: a plain file, or one leaf of a container (archive member, message, line, row, feed entry).

    :param path: absolute posix path of the top-level file on disk or its address (``s3://…``), ``-`` for standard
        input. Bytes of a file name that are no UTF-8 are written ``\xNN``: every path can be printed and stored.
    :param ordinal: 0 for a plain file, else the place of this leaf among all leaves of the top-level file, from 0.
    :param format: key of :data:`depesche.ingest.formats.FORMATS`.
    :param member: where inside the file, for people: ``inner/letters.mbox#12``.
    :param data: None: the bytes of the file at ``path``, read by the worker that reads the document.
    :param size: of that file in bytes.
    """

    path: str
    ordinal: int
    doc_id: str
    format: str
    member: str | None = None
    data: bytes | None = None
    size: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that is set aside. ``message`` names the file and says what is wrong with it."""

    doc_id: str
    path: str
    ordinal: int
    member: str | None
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Walked:
    """The top-level file at ``path`` has been walked to its end; it had ``count`` leaves, items and failures."""

    path: str
    count: int


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user said, and the limits that keep a hostile file from taking the machine.

    :param published: EDTF date that wins over everything the documents say.
    :param text_column: column of CSV and parquet files that holds the text.
    :param max_document_bytes: of one document, as it is read.
    :param max_line_bytes: of one line of a JSONL, CSV or mbox file.
    :param max_archive_bytes: that one compressed file may expand to, everything inside it counted.
    :param max_archive_ratio: expanded to compressed size, looked at once 16 MiB have come out.
    :param max_archive_members: of one zip file.
    :param max_archive_depth: of archives in archives.
    :param max_mail_depth: of letters attached to letters.
    """

    published: str | None = None
    text_column: str = "text"
    max_document_bytes: int = 64 * MIB
    max_line_bytes: int = 16 * MIB
    max_archive_bytes: int = 64 * 1024 * MIB
    max_archive_ratio: int = 200
    max_archive_members: int = 1_000_000
    max_archive_depth: int = 3
    max_mail_depth: int = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where we are: a top-level file, or something inside it.

    :param name: file name that gives format and date; empty for a thing without one (a line, a message).
    :param depth: of archives around this place.
    """

    path: str
    doc_id: str
    name: str
    member: str | None = None
    depth: int = 0
    ordinal: int = 0

    def child(self, part: str | int, name: str = "", deeper: int = 0) -> Place:
        member = str(part) if self.member is None else f"{self.member}#{part}"
        return Place(self.path, f"{self.doc_id}#{part}", name, member, self.depth + deeper, self.ordinal)

    def item(self, format_: str, data: bytes, doc_id: str | None = None) -> Item:
        return Item(self.path, self.ordinal, doc_id or self.doc_id, format_, self.member, data)

    def failure(self, error: DocumentError) -> Failure:
        where = self.path if self.member is None else f"{self.path}#{self.member}"
        return Failure(self.doc_id, self.path, self.ordinal, self.member, error.reason, f"{where}: {error}")


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader is told about the bytes it gets.

    :param charset: what the envelope (a MIME part) declares, or None.
    """

    doc_id: str
    name: str = ""
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Something attached to a document that is read on its own."""

    name: str
    content_type: str
    data: bytes
    charset: str | None = None


class Stream(Protocol):
    """Bytes in order; ``read`` raises DocumentError where they are broken off or expand beyond the limits."""

    def read(self, size: int = -1, /) -> bytes: ...


Reader = Callable[[Source, bytes, ReadOptions], Iterator[Document | Part]]
"""Turns bytes into documents and parts; raises DocumentError for bytes it cannot read."""
