"""One item to its documents: what the workers do."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO

from depesche import remote
from depesche.errors import DocumentError
from depesche.ingest.archives import leaves
from depesche.ingest.decode import is_mojibake
from depesche.ingest.formats import FORMATS, kind_of, may_be_document, unsupported
from depesche.ingest.items import Failure, Item, Part, Place, ReadOptions, Source
from depesche.ingest.published import in_name
from depesche.ingest.rows import refuse_surrogates
from depesche.ingest.streams import Budget, gunzip, read_all, too_large
from depesche.records import Document, Published

_DEFAULT = ReadOptions()


def load(item: Item, options: ReadOptions = _DEFAULT) -> bytes:
    """The bytes of an item, from its file where it does not carry them.

    :raises DocumentError: ``unreadable``, ``too_large``, and for compressed files ``truncated``, ``corrupt``, ``bomb``.
    """
    if item.data is not None:
        return item.data
    limit = options.max_document_bytes
    try:
        with remote.reaching(item.path), _opened(item.path) as (file, size):
            if item.path.lower().endswith(".gz"):
                return read_all(gunzip(file, Budget(size, options)), limit)
            if size > limit:
                raise too_large(limit)
            return read_all(file, limit)
    except OSError as error:
        raise DocumentError("unreadable", f"{item.path}: {error.strerror or error}") from error
    except DocumentError as error:
        raise DocumentError(error.reason, f"{item.path}: {error}") from error


@contextmanager
def _opened(path: str) -> Iterator[tuple[IO[bytes], int]]:
    file, size = open_file(path)
    with file:
        yield file, size


def open_file(path: str) -> tuple[IO[bytes], int]:
    r"""A regular file or one at an address, and its size in bytes. Pipes and devices are refused before they block.

    :param path: as in :class:`Item`, ``\xNN`` standing for a byte that is no UTF-8.
    :raises OSError: when it cannot be opened.
    :raises DocumentError: ``unreadable``, when it is no regular file.
    """
    if remote.is_remote(path):
        return remote.open_file(path)
    disk = path
    if not os.path.lexists(path):
        disk = os.fsdecode(re.sub(rb"\\x([0-9a-f]{2})", lambda m: bytes([int(m[1], 16)]), path.encode()))
    info = os.stat(disk) # noqa: PTH116 a Path would refuse nothing more
    if not stat.S_ISREG(info.st_mode):
        raise DocumentError("unreadable", "this is no regular file but a folder, pipe, socket or device")
    return Path(disk).open("rb"), info.st_size


def read(item: Item, data: bytes, options: ReadOptions = _DEFAULT) -> Iterator[Document | Failure]:
    """The documents in an item: one, or for a letter the letter and each readable attachment.

    Bad content never raises: it becomes a :class:`Failure`.
    """
    place = Place(item.path, item.doc_id, _name(item), item.member, ordinal=item.ordinal)
    yield from _read(place, item.format, data, options)


def _name(item: Item) -> str:
    """The file name that belongs to the item, if it has one of its own."""
    if item.member is None:
        return "" if item.format in ("record", "row", "entry") else PurePosixPath(item.path).name
    name = re.split(r"[#/]", item.member)[-1]
    return name if kind_of(name) else ""


def _read(
    place: Place, format_: str, data: bytes, options: ReadOptions, *, charset: str | None = None, mail_depth: int = 0,
) -> Iterator[Document | Failure]:
    try:
        if not data.strip():
            raise DocumentError("empty", "this file is empty")
        flag = None
        if data.startswith(b"%PDF-") and format_ in ("txt", "md", "html"):
            format_, flag = "pdf", "read_as_pdf"
        reader = FORMATS[format_].read
        assert reader is not None
        names: dict[str, int] = {}
        for found in reader(Source(place.doc_id, place.name, charset), data, options):
            if isinstance(found, Part):
                names[found.name] = names.get(found.name, 0) + 1
                again = f"#{names[found.name]}" if names[found.name] > 1 else ""
                yield from _attached(place.child(found.name + again, found.name), found, options, mail_depth + 1)
            else:
                yield _finish(found, place, flag, options)
    except DocumentError as error:
        yield place.failure(error)
    except MemoryError:
        raise
    except RecursionError:
        yield place.failure(DocumentError("too_deep", "its parts are nested too deep"))
    except Exception as error: # noqa: BLE001 the parsers of other people may raise anything
        yield place.failure(DocumentError("failed", f"it cannot be read ({type(error).__name__}: {error})"))


def _attached(place: Place, part: Part, options: ReadOptions, mail_depth: int) -> Iterator[Document | Failure]:
    kind = kind_of(part.name, part.content_type)
    if kind is None:
        if may_be_document(part.name, part.content_type):
            yield place.failure(unsupported(part.name))
    elif mail_depth > options.max_mail_depth:
        yield place.failure(DocumentError("too_deep", f"letters lie {mail_depth} deep in one another here"))
    elif FORMATS[kind.format].read and not kind.gz:
        yield from _read(
            place, kind.format, part.data, options, charset=part.charset, mail_depth=mail_depth,
        )
    else:
        for leaf in leaves(BytesIO(part.data), kind, place, Budget(len(part.data), options), options):
            if isinstance(leaf, Failure):
                yield leaf
            else:
                inner = Place(leaf.path, leaf.doc_id, _name(leaf), leaf.member, ordinal=leaf.ordinal)
                yield from _read(inner, leaf.format, leaf.data or b"", options, mail_depth=mail_depth)


def _finish(document: Document, place: Place, flag: str | None, options: ReadOptions) -> Document | Failure:
    """What holds for every format: the user's date, the date in the name, the checks that nothing may skip."""
    try:
        _check(document)
    except DocumentError as error:
        return place.failure(error)
    flags = set(document.meta.get("flags", ())) | ({flag} if flag else set())
    if is_mojibake(document.text):
        flags.add("mojibake")
    published = document.published
    if options.published:
        published = Published(options.published, "user")
    elif published.edtf is None and (day := in_name(place.name)):
        published = Published(day, "metadata")
    meta = {**document.meta, "flags": sorted(flags)} if flags else document.meta
    return replace(document, published=published, meta=meta)


def _check(document: Document) -> None:
    if not document.text.strip():
        raise DocumentError("no_text", "there is no text in it")
    if "\0" in document.text:
        raise DocumentError("binary", "there are NUL characters in its text: this is binary data")
    refuse_surrogates(document.text, document.title or "", document.source or "", *map(str, document.meta.values()))
