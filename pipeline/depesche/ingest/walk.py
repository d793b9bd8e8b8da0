"""Paths to items, in an order that depends on names alone: what the coordinator does."""

from __future__ import annotations

import glob
import logging
import os
import re
import stat
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import IO

from depesche import remote
from depesche.errors import DocumentError, UsageError
from depesche.ingest.archives import leaves
from depesche.ingest.formats import FORMATS, Kind, kind_of, known_suffixes, may_be_document, unsupported
from depesche.ingest.items import Failure, Item, Place, ReadOptions, Walked
from depesche.ingest.published import is_edtf
from depesche.ingest.reading import open_file
from depesche.ingest.streams import Budget

_log = logging.getLogger(__name__)
_DEFAULT = ReadOptions()
STDIN = "-"


@dataclass(frozen=True, slots=True)
class _Targets:
    """The arguments, made absolute: ``files`` and ``folders`` in the order given, ``root`` the folder above all."""

    order: tuple[str, ...]
    files: frozenset[str]
    folders: frozenset[str]
    root: str


def walk(paths: Sequence[str], options: ReadOptions = _DEFAULT, without: str = "") -> Iterator[Item | Failure | Walked]:
    """Everything there is to read under ``paths``: files, folders, globs, and ``-`` for JSONL on standard input.

    An address (``s3://bucket/folder``) is read as a path is: the same names, the same order.

    Folders are walked in the order of their names; hidden files and what is no document are passed over there (a line
    in the log counts the latter), and a folder reached twice (by a link) is read once. Nothing is held in memory but
    the names of the folders on the way.

    :param without: the absolute path of a file that is passed over in folders.
    :raises UsageError: at the call, before anything is read: a path that does not exist, a glob without a match, a
        file named directly that nobody reads, a publication date that is not EDTF.
    """
    if options.published and not is_edtf(options.published):
        raise UsageError(f"{options.published!r} is no EDTF date: write 2023-06-22, 2023-06 or 2023-06-01/2023-06-30")
    return _walk(_targets(paths), options, without)


def _targets(paths: Sequence[str]) -> _Targets:
    if not paths:
        raise UsageError("nothing to read: name a file, a folder, a glob, or - for standard input")
    found = [target for path in paths for target in _expand(str(path))]
    folders = [path for path in found if path != STDIN and _is_folder(path)]
    files = [path for path in found if path != STDIN and path not in set(folders)]
    inside = [folder for folder in folders if any(_lies_in(folder, other) for other in folders)]
    order = tuple(dict.fromkeys(path for path in found if path not in set(inside)))
    bases = [*map(_spot, folders), *(os.path.dirname(_spot(path)) for path in files)] # noqa: PTH120
    try:
        root = os.path.commonpath(bases) if bases else os.sep
    except ValueError: # two drives, or a path and an address
        root = ""
    return _Targets(order, frozenset(files), frozenset(folders), root)


def _is_folder(path: str) -> bool:
    if not remote.is_remote(path):
        return os.path.isdir(path) # noqa: PTH112
    entry = remote.find(path)
    return entry is not None and entry.is_folder


def _spot(path: str) -> str:
    """An address as a path without a root, so that places can be compared."""
    return re.sub("/+", "/", path.replace("://", "/", 1)) if remote.is_remote(path) else path


def _lies_in(path: str, folder: str) -> bool:
    if remote.is_remote(path) != remote.is_remote(folder):
        return False
    path, folder = _spot(path), _spot(folder)
    return path != folder and os.path.commonpath([path, folder]) == folder


def _expand(path: str) -> list[str]:
    if path == STDIN:
        return [STDIN]
    if not path:
        raise UsageError("'' names nothing to read")
    path = remote.plain(path)
    if remote.is_remote(path):
        return _expand_address(path)
    if os.path.lexists(path):
        target = os.path.abspath(path) # noqa: PTH100 links stay as the user named them
        if not os.path.exists(path): # noqa: PTH110
            raise UsageError(f"{path} is a link to nothing")
        if not os.path.isdir(path) and kind_of(path) is None: # noqa: PTH112
            raise UsageError(f"{path}: nobody here reads this kind of file; known are {known_suffixes()}")
        return [target]
    if not glob.has_magic(path):
        raise UsageError(f"{path} does not exist")
    matches = sorted(glob.glob(_literal_folders(path), recursive=True)) # noqa: PTH207 a pattern may be absolute
    if not matches:
        raise UsageError(f"nothing matches {path}")
    # What a pattern catches by accident is passed over as in a folder.
    return [os.path.abspath(match) for match in matches # noqa: PTH100
            if os.path.isdir(match) or may_be_document(os.path.basename(match))] # noqa: PTH112, PTH119


def _expand_address(address: str) -> list[str]:
    try:
        if entry := remote.find(address):
            if not entry.is_folder and kind_of(entry.address) is None:
                raise UsageError(f"{address}: nobody here reads this kind of file; known are {known_suffixes()}")
            return [entry.address]
        if not glob.has_magic(address):
            raise UsageError(f"{address} does not exist")
        found = remote.matches(address)
    except OSError as error:
        raise UsageError(f"{address}: cannot be reached ({error})") from error
    if not found:
        raise UsageError(f"nothing matches {address}")
    return [entry.address for entry in found if entry.is_folder or may_be_document(os.path.basename(entry.address))] # noqa: PTH119


def _literal_folders(pattern: str) -> str:
    """The pattern, with folders that do exist under such a name taken at their word: ``Briefe [2021]/*.txt``."""
    folder, rest = os.path.split(pattern)
    while folder and not os.path.isdir(folder) and os.path.dirname(folder) != folder: # noqa: PTH112, PTH120
        folder, name = os.path.split(folder)
        rest = os.path.join(name, rest) # noqa: PTH118
    return os.path.join(glob.escape(folder), rest) # noqa: PTH118


def _walk(targets: _Targets, options: ReadOptions, without: str) -> Iterator[Item | Failure | Walked]:
    visited: set[tuple[int, int]] = set()
    for target in targets.order:
        if target == STDIN:
            yield from _counted(sys.stdin.buffer, Kind("jsonl"), Place(STDIN, STDIN, ""), None, options)
        elif target in targets.folders:
            path, passed = None, Counter[str]()
            far = remote.is_remote(target)
            for path, size in _far_files(target, passed) if far else _files(target, visited, passed):
                if path not in targets.files and path != without:
                    yield from _file(path, targets.root, options, size)
            if path is None:
                _log.warning("%s: there is nothing to read in this folder; known are %s", target, known_suffixes())
            if passed:
                kinds = ", ".join(f"{count} {suffix}" for suffix, count in passed.most_common())
                _log.warning("%s: passed over, for no documents: %s", target, kinds)
        else:
            yield from _file(target, targets.root, options)


def _far_files(folder: str, passed: Counter[str]) -> Iterator[tuple[str, int | None]]:
    """Addresses of what is in a folder and the folders in it, in the order of :func:`_files`, with their sizes."""
    try:
        entries = remote.listed(folder)
    except OSError:
        yield folder, None # opening it will say what is wrong
        return
    for entry in entries:
        if _is_wanted(os.path.basename(entry.address), passed): # noqa: PTH119
            if entry.is_folder:
                yield from _far_files(entry.address, passed)
            else:
                yield entry.address, entry.size


def _files(folder: str, visited: set[tuple[int, int]], passed: Counter[str]) -> Iterator[tuple[str, None]]:
    """Paths of what is in a folder and the folders in it and is not to be passed over, sorted by name."""
    waiting: list[Iterator[str]] = [iter([folder])]
    while waiting:
        path = next(waiting[-1], None)
        if path is None:
            waiting.pop()
            continue
        try:
            info = os.stat(path) # noqa: PTH116
        except OSError:
            yield path, None # a broken link, a loop of links: opening it will say so
            continue
        if not stat.S_ISDIR(info.st_mode):
            yield path, None
        elif (info.st_dev, info.st_ino) not in visited and not _is_second_name(path, folder):
            visited.add((info.st_dev, info.st_ino))
            try:
                names = sorted(os.listdir(path)) # noqa: PTH208 a million Paths would weigh too much
            except OSError:
                yield path, None
                continue
            waiting.append(map(partial(os.path.join, path), [name for name in names if _is_wanted(name, passed)]))


def _is_second_name(path: str, folder: str) -> bool:
    """Whether a link leads to a folder that the walk comes to by its own name."""
    if not os.path.islink(path): # noqa: PTH114
        return False
    real, top = os.path.realpath(path), os.path.realpath(folder)
    return path != folder and (real == top or (_lies_in(real, top) and may_be_document(os.path.relpath(real, top))))


def _is_wanted(name: str, passed: Counter[str]) -> bool:
    """:param passed: counts by suffix what is passed over, but for what systems hide."""
    wanted = may_be_document(name)
    if not wanted:
        _log.debug("passed over: %s", name)
        if not name.startswith((".", "~$")):
            passed[os.path.splitext(name)[1].lower() or name] += 1 # noqa: PTH122
    return wanted


def _file(
    path: str, root: str, options: ReadOptions, size: int | None = None
) -> Iterator[Item | Failure | Walked]:
    """:param size: where a listing has told it, and a document need not be opened before it is read."""
    place = Place(_printable(path), _doc_id(path, root), os.path.basename(path)) # noqa: PTH119
    kind = kind_of(place.name)
    try:
        if size is None and _is_folder(path):
            raise DocumentError("unreadable", "this folder cannot be listed: check its permissions")
        if kind is None:
            raise unsupported(place.name)
        if size is not None and FORMATS[kind.format].read:
            yield Item(place.path, 0, place.doc_id, kind.format, size=size)
            yield Walked(place.path, 1)
            return
        file, size = open_file(path)
    except OSError as error:
        yield place.failure(DocumentError("unreadable", error.strerror or str(error)))
        yield Walked(place.path, 1)
        return
    except DocumentError as error:
        yield place.failure(error)
        yield Walked(place.path, 1)
        return
    with file:
        if FORMATS[kind.format].read:
            yield Item(place.path, 0, place.doc_id, kind.format, size=size)
            yield Walked(place.path, 1)
        else:
            yield from _counted(file, kind, place, Budget(size, options), options)


def _counted(
    stream: IO[bytes], kind: Kind, place: Place, budget: Budget | None, options: ReadOptions,
) -> Iterator[Item | Failure | Walked]:
    count = 0
    for leaf in leaves(stream, kind, place, budget or Budget(0, options), options):
        yield replace(leaf, ordinal=count)
        count += 1
    yield Walked(place.path, count)


def _doc_id(path: str, root: str) -> str:
    relative = os.path.relpath(_spot(path), root) if root else path
    return _printable(relative).removesuffix(".txt")


def _printable(path: str) -> str:
    if remote.is_remote(path):
        return path
    return Path(path).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
