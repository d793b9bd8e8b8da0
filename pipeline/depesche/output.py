"""Files that commands write: each takes its place only when it is whole, and never that of anything else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

from depesche.errors import UsageError

STDOUT = "-"
_KINDS = {"records": (b"{", "JSON lines"), "page": (b"<!doctype html", "an HTML page")}


@contextmanager
def new_file(output: str, kind: Literal["records", "page"], inputs: Iterable[str] = ()) -> Iterator[IO[str]]:
    """A text file to write to, or standard output for ``-``; if the block raises, what was there before stays.

    A link is followed, and a device or pipe written to as it is.

    :param inputs: paths that are read meanwhile.
    :raises UsageError: it cannot be written, is one of the inputs, or holds something of another kind.
    """
    if output == STDOUT:
        yield sys.stdout
        sys.stdout.flush()
        return
    target = Path(output).resolve()
    if target.is_dir():
        raise UsageError(f"{output}: is a folder; name a file to write to")
    if not target.parent.is_dir():
        raise UsageError(f"{output}: cannot be written: there is no folder {target.parent}")
    special = target.exists() and not target.is_file()
    if not special:
        _check_old(output, target, kind, inputs)
    draft = target if special else target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        file = draft.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{output}: cannot be written ({error.strerror})") from error
    try:
        with file:
            yield file
        if not special:
            draft.replace(target)
    finally:
        if not special:
            draft.unlink(missing_ok=True)


def _check_old(output: str, target: Path, kind: str, inputs: Iterable[str]) -> None:
    """Raises UsageError for a file that must not be replaced."""
    if not target.exists():
        return
    if any(Path(path).exists() and target.samefile(path) for path in inputs):
        raise UsageError(f"{output}: is one of the texts to be read; name another file to write to")
    begin, name = _KINDS[kind]
    with target.open("rb") as file:
        start = file.read(200).lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    # a store begins with a checksum, which is any bytes
    if start and (b"\0" in start or not start.startswith(begin)):
        raise UsageError(f"{output}: is there already and not {name}; remove it or name another file to write to")
