"""Files at addresses such as s3://bucket/folder, through fsspec; a path without a scheme needs nothing of it."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from depesche.errors import DepescheError, MissingExtraError, UsageError

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_VERSION = ("ETag", "etag", "generation", "md5Hash", "content_md5", "mtime", "created", "LastModified")


@dataclass(frozen=True, slots=True)
class Entry:
    """:param size: in bytes; None for a folder, and where the store does not say."""

    address: str
    is_folder: bool
    size: int | None


def is_remote(path: str) -> bool:
    return bool(_ADDRESS.match(path))


def plain(path: str) -> str:
    """An address that begins with ``file://`` as the path it is; everything else as it stands."""
    return path.removeprefix("file://")


def join(folder: str, name: str) -> str:
    return f"{folder.rstrip('/')}/{name}" if is_remote(folder) else str(Path(folder, name))


@contextlib.contextmanager
def reaching(path: str) -> Iterator[None]:
    """Turns what the client of some store raises into an OSError; a path without a scheme is left alone."""
    try:
        yield
    except (OSError, DepescheError):
        raise
    except Exception as error:
        if not is_remote(path):
            raise
        raise OSError(f"{path}: {type(error).__name__}: {error}") from error


def find(address: str) -> Entry | None:
    """What lies at an address, under the name that the listings have for it.

    :raises OSError: the store cannot be reached.
    :raises UsageError: nobody knows the scheme, or its package is missing.
    """
    files, path = _place(address)
    with reaching(address):
        try:
            return _entry(files, files.info(path))
        except FileNotFoundError:
            return None


def matches(pattern: str) -> list[Entry]:
    """What an address with wildcards stands for, sorted.

    :raises OSError: the store cannot be reached.
    """
    files, path = _place(pattern)
    with reaching(pattern):
        found = files.glob(path, detail=True)
    return [_entry(files, found[name]) for name in sorted(found)]


def listed(folder: str) -> list[Entry]:
    """What lies in a folder, sorted by name.

    :raises OSError: it cannot be listed.
    """
    files, path = _place(folder)
    with reaching(folder):
        files.invalidate_cache()
        found = files.ls(path, detail=True)
    # a store without folders may keep an empty file under the folder's own name
    entries = [_entry(files, info) for info in found if info["name"].strip("/") != path.strip("/")]
    return sorted(entries, key=lambda entry: entry.address)


def open_file(address: str) -> tuple[IO[bytes], int]:
    """A file and its size in bytes.

    :raises OSError: it cannot be opened, or the store does not say how large it is.
    """
    files, path = _place(address)
    with reaching(address):
        file = files.open(path, "rb")
        size = getattr(file, "size", None)
        size = files.info(path).get("size") if size is None else size
    if size is None:
        raise OSError("its store does not say how large it is: fetch it first")
    return file, size


def read_bytes(path: str) -> bytes:
    """:raises OSError: it cannot be read, FileNotFoundError where there is none."""
    if not is_remote(path):
        return Path(path).read_bytes()
    files, inside = _place(path)
    with reaching(path):
        return bytes(files.cat_file(inside))


def write_bytes(path: str, data: bytes) -> None:
    """Write a file that others see whole or not at all; missing folders are made.

    :raises OSError: it cannot be written.
    """
    if is_remote(path):
        files, inside = _place(path)
        with reaching(path):
            files.makedirs(files._parent(inside), exist_ok=True)
            files.pipe_file(inside, data)
        return
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f"{target.name}.{uuid.uuid4().hex}.part") # two nodes may write the same file
    try:
        with draft.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def remove(path: str) -> None:
    """Remove a file, or a folder with all that is in it; what is not there is no matter."""
    if not is_remote(path):
        if Path(path).is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            Path(path).unlink(missing_ok=True)
        return
    files, inside = _place(path)
    with reaching(path), contextlib.suppress(FileNotFoundError):
        files.invalidate_cache()
        files.rm(inside, recursive=True)


def version(address: str) -> str | None:
    """What changes whenever the file at an address does; None where there is no file."""
    files, path = _place(address)
    with reaching(address):
        files.invalidate_cache()
        try:
            info = files.info(path)
        except FileNotFoundError:
            return None
    return next((f"{key} {info[key]}" for key in _VERSION if info.get(key)), f"size {info.get('size')}")


def fetch(address: str, target: Path) -> None:
    files, path = _place(address)
    with reaching(address):
        files.get_file(path, str(target))


def deliver(source: Path, address: str) -> None:
    files, path = _place(address)
    with reaching(address):
        files.makedirs(files._parent(path), exist_ok=True)
        files.put_file(str(source), path)


def _place(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it."""
    try:
        import fsspec
        from fsspec.registry import known_implementations
    except ImportError:
        raise MissingExtraError("fsspec", "scale") from None
    scheme = address.split("://", 1)[0]
    try:
        files, path = fsspec.core.url_to_fs(address)
    except ImportError as error:
        package = known_implementations[scheme]["class"].split(".")[0] if scheme in known_implementations else scheme
        raise UsageError(f"{address}: {scheme}:// needs a package: pip install {package}") from error
    except ValueError as error:
        raise UsageError(f"{address}: cannot be used as an address ({error})") from error
    return files, path


def _entry(files: Any, info: dict[str, Any]) -> Entry:
    address = files.unstrip_protocol(info["name"].rstrip("/"))
    is_folder = info["type"] == "directory"
    return Entry(address, is_folder, None if is_folder else info.get("size"))
