"""Bytes in order, read a little at a time: lines with a limit, and compressed data with a budget."""

from __future__ import annotations

import codecs
import gzip
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from depesche.errors import DocumentError
from depesche.ingest.decode import BOMS
from depesche.ingest.items import MIB, ReadOptions, Stream

CHUNK = 1 << 16
# What the zipfile module raises for archives whose directory is wrong, an offset before the beginning among it.
ZIP_ERRORS = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, struct.error)


class Budget:
    """How much one compressed file may still expand to, whatever its headers claim.

    :param compressed: size in bytes of the file on disk.
    """

    __slots__ = ("compressed", "options", "spent")

    def __init__(self, compressed: int, options: ReadOptions) -> None:
        self.compressed = compressed
        self.options = options
        self.spent = 0

    def spend(self, size: int) -> None:
        """:raises DocumentError: ``bomb`` once the limits are passed, and at every call from then on."""
        self.spent += size
        if self.spent > self.options.max_archive_bytes:
            raise DocumentError("bomb", f"it expands to more than {self.options.max_archive_bytes // MIB} MiB")
        ratio = self.options.max_archive_ratio
        if self.spent > 16 * MIB and self.spent > ratio * self.compressed:
            raise DocumentError("bomb", f"it expands to more than {ratio} times its size: no text does that")


class Expanding:
    """A compressed stream whose errors are ours and whose output is counted."""

    __slots__ = ("_budget", "_stream")

    def __init__(self, stream: Stream, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, size: int = -1, /) -> bytes:
        try:
            data = self._stream.read(CHUNK if size < 0 else min(size, CHUNK))
        except EOFError as error:
            raise DocumentError("truncated", "the compressed data breaks off: fetch the file again") from error
        except (zlib.error, gzip.BadGzipFile, zipfile.BadZipFile, ValueError) as error:
            raise DocumentError("corrupt", f"the compressed data is damaged ({error}): fetch the file again") from error
        self._budget.spend(len(data))
        return data


def gunzip(stream: IO[bytes], budget: Budget) -> Expanding:
    return Expanding(gzip.GzipFile(fileobj=stream, mode="rb"), budget)


def read_all(stream: Stream, limit: int) -> bytes:
    """:raises DocumentError: ``too_large`` when there are more than ``limit`` bytes."""
    parts: list[bytes] = []
    size = 0
    while chunk := stream.read(CHUNK):
        size += len(chunk)
        if size > limit:
            raise too_large(limit)
        parts.append(chunk)
    return b"".join(parts)


def spool(stream: Stream) -> IO[bytes]:
    """The rest of the stream as a file one can seek in; on disk from 16 MiB on. The caller closes it."""
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=16 * MIB) # noqa: SIM115
    try:
        while chunk := stream.read(CHUNK):
            file.write(chunk)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


def too_large(limit: int) -> DocumentError:
    return DocumentError("too_large", f"it is larger than {limit / MIB:.3g} MiB: split it")


def lines(stream: Stream, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Number from 1 and bytes of each line, with its line end; None for a line longer than ``limit``, which is dropped.

    A byte order mark is dropped; UTF-16 and UTF-32 with a mark become UTF-8.
    """
    number, held, dropping = 1, bytearray(), False
    for chunk in _chunks(stream):
        *ended, rest = chunk.split(b"\n")
        for piece in ended:
            if held or dropping:
                held += piece
                piece = bytes(held) # noqa: PLW2901
                held.clear()
            yield number, None if dropping or len(piece) >= limit else piece + b"\n"
            number, dropping = number + 1, False
        held += rest
        if len(held) > limit:
            dropping = True
            held.clear()
    if held or dropping:
        yield number, None if dropping else bytes(held)


def _chunks(stream: Stream) -> Iterator[bytes]:
    first = stream.read(CHUNK)
    while 0 < len(first) < 4 and (more := stream.read(CHUNK)):
        first += more
    bom, encoding = next(((b, e) for b, e in BOMS if first.startswith(b)), (b"", "utf-8"))
    first = first[len(bom):]
    if encoding == "utf-8":
        while first:
            yield first
            first = stream.read(CHUNK)
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while first:
        yield decoder.decode(first).encode()
        first = stream.read(CHUNK)
    yield decoder.decode(b"", final=True).encode()
