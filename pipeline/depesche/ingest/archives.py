"""What lies in files that hold other files: zip archives, and whatever is compressed."""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterator
from contextlib import closing
from typing import IO, cast

from depesche.errors import DocumentError
from depesche.ingest.formats import FORMATS, Kind, kind_of, may_be_document, unsupported
from depesche.ingest.items import Failure, Item, Place, ReadOptions, Stream
from depesche.ingest.streams import ZIP_ERRORS, Budget, Expanding, gunzip, read_all, spool

_DEFLATE_OR_NONE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def leaves(stream: Stream, kind: Kind, place: Place, budget: Budget, options: ReadOptions) -> Iterator[Item | Failure]:
    """Everything to be read in ``stream``, in order; what breaks on the way is the last to come, as a failure.

    The ordinals are all that of ``place``: only the walk over the whole file can count.
    """
    try:
        if kind.gz:
            place = Place(place.path, place.doc_id, place.name, place.member, place.depth + 1, place.ordinal)
            _check_depth(place, options)
            stream = gunzip(cast("IO[bytes]", stream), budget)
        if kind.format == "zip":
            yield from _zip_leaves(stream, place, budget, options)
        elif opener := FORMATS[kind.format].leaves:
            yield from opener(stream, place, options)
        else:
            yield place.item(kind.format, read_all(stream, options.max_document_bytes))
    except DocumentError as error:
        yield place.failure(error)
    except MemoryError:
        raise
    except Exception as error: # noqa: BLE001 the parsers of other people may raise anything
        yield place.failure(DocumentError("failed", f"it cannot be read ({type(error).__name__}: {error})"))


def _check_depth(place: Place, options: ReadOptions) -> None:
    if place.depth > options.max_archive_depth:
        raise DocumentError("too_deep", f"archives lie {place.depth} deep in one another here: unpack them first")


def _zip_leaves(stream: Stream, outer: Place, budget: Budget, options: ReadOptions) -> Iterator[Item | Failure]:
    place = Place(outer.path, outer.doc_id, outer.name, outer.member, outer.depth + 1, outer.ordinal)
    _check_depth(place, options)
    with closing(spool(stream)) as file:
        try:
            archive = zipfile.ZipFile(file)
        except ZIP_ERRORS as error:
            raise DocumentError("corrupt", f"this is no complete zip archive ({error}): fetch it again") from error
        with archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            if len(members) > options.max_archive_members:
                raise DocumentError("too_many", f"this archive has {len(members)} members: unpack it in parts")
            seen: dict[str, int] = {}
            for info in members:
                seen[info.filename] = seen.get(info.filename, 0) + 1
                again = f"#{seen[info.filename]}" if seen[info.filename] > 1 else ""
                here = place.child(_printable(info.filename) + again, info.filename)
                for leaf in _member(archive, info, here, budget, options):
                    yield leaf
                    if isinstance(leaf, Failure) and leaf.reason == "bomb":
                        return # the budget is one for the whole file


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Place, budget: Budget, options: ReadOptions,
) -> Iterator[Item | Failure]:
    name = info.filename
    if not may_be_document(name):
        return
    try:
        _check_member(info)
        kind = kind_of(name)
        if kind is None:
            raise unsupported(name)
        try:
            file = archive.open(info)
        except ZIP_ERRORS as error:
            raise DocumentError("corrupt", f"this member cannot be opened ({error})") from error
    except DocumentError as error:
        yield place.failure(error)
        return
    with file:
        yield from leaves(Expanding(file, budget), kind, place, budget, options)


def _check_member(info: zipfile.ZipInfo) -> None:
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in name.split("/"):
        raise DocumentError("unsafe_name", "its name leads out of the archive")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise DocumentError("unsafe_name", "this member is a link to some other file")
    if info.flag_bits & 0x1:
        raise DocumentError("encrypted", "this member needs a password: unpack the archive first")
    if info.compress_type not in _DEFLATE_OR_NONE:
        raise DocumentError("unsupported", "this member is compressed in an unusual way: unpack the archive first")


def _printable(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()
