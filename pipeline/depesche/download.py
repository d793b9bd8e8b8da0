"""Corpora from where they are published or from a copy, each file checked against the catalogue."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

from depesche.corpora import catalogue
from depesche.errors import DepescheError, UsageError

SECONDS = 60.0
"""How long a server may be silent."""
BLOBS = "https://api.github.com/repos/{repository}/git/blobs/{name}"
REMOTE = ("http://", "https://")


class FetchError(DepescheError):
    """A file cannot be had, or is not what the catalogue says; the message names file, address and reason."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """:param path: where the file lies. :param error: why it does not."""

    corpus: str
    file: str
    path: Path
    outcome: Literal["fetched", "there already", "failed"]
    error: str | None = None


def fetch(names: Sequence[str], folder: Path, mirror: str | None = None) -> Iterator[Fetched]:
    """Bring the files of corpora into a folder, one after the other; what is there and right is left alone.

    :param names: empty for all of the catalogue. :param mirror: a folder or address with the files as the catalogue
        names them; left out, they are asked for where they are published.
    :raises UsageError: there is no such corpus, or no such mirror.
    """
    entries = catalogue()
    for name in names:
        if name not in entries:
            raise UsageError(f"no corpus {name!r} in the catalogue: {', '.join(sorted(entries))}")
    if mirror and not mirror.startswith(REMOTE) and not Path(mirror).is_dir():
        raise UsageError(f"--mirror {mirror}: no such folder")
    done: set[str] = set()
    for name in names or entries:
        for file, sha in entries[name]["files"].items():
            if file not in done:
                done.add(file)
                yield _file(name, file, sha, folder / file, mirror)


def get(address: str, path: Path, sha: str) -> None:
    """One file, where it is not there already.

    :raises FetchError: it cannot be had, or is another.
    """
    if path.is_file() and _sha256(path) == sha:
        return
    draft = path.with_name(path.name + ".part")
    try:
        _load(address, draft)
        if (found := _sha256(draft)) != sha:
            raise FetchError(f"{address} is not the file that is expected: SHA-256 {found}, not {sha}")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _file(name: str, file: str, sha: str, path: Path, mirror: str | None) -> Fetched:
    draft = path.with_name(path.name + ".part")
    try:
        blob = catalogue()[name].get("blobs", {}).get(file)
        if path.is_file() and (_sha256(path) == sha or (blob and _git_name(path) == blob.split()[1])):
            return Fetched(name, file, path, "there already")
        path.parent.mkdir(parents=True, exist_ok=True)
        if mirror:
            source = f"{mirror.rstrip('/')}/{file}"
            _copy(source, draft)
            if (found := _sha256(draft)) != sha:
                raise FetchError(f"{file}: {source} is not the file of the catalogue: SHA-256 {found}, not {sha}")
        elif blob:
            _blob(file, blob, draft)
        else:
            raise FetchError(
                f"{file}: {name} is published in another form, at {catalogue()[name]['url']}; name a copy of the files "
                "as the catalogue has them with --mirror"
            )
        draft.replace(path)
    except FetchError as error:
        return Fetched(name, file, path, "failed", str(error))
    except OSError as error:
        return Fetched(name, file, path, "failed", f"{file}: cannot be written to {path.parent} ({error.strerror})")
    finally:
        draft.unlink(missing_ok=True)
    return Fetched(name, file, path, "fetched")


def _copy(source: str, target: Path) -> None:
    try:
        if source.startswith(REMOTE):
            _load(source, target)
        else:
            shutil.copyfile(source, target)
    except FileNotFoundError as error:
        raise FetchError(f"{source}: no such file") from error


def _load(address: str, target: Path, accept: str = "*/*") -> None:
    """:raises FetchError: the server does not answer, has no such file, or stops in the middle of it."""
    request = urllib.request.Request(address, headers={"Accept": accept, "User-Agent": "depesche"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer, target.open("wb") as out:  # noqa: S310
            length = answer.headers.get("Content-Length")
            _pour(answer, out)
        if length is not None and target.stat().st_size != int(length):
            raise FetchError(f"{address}: ended after {target.stat().st_size:,} of {int(length):,} bytes; try again")
    except urllib.error.HTTPError as error:
        raise FetchError(f"{address}: the server says {error.code} {error.reason}") from error
    except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
        raise FetchError(f"{address}: no answer ({getattr(error, 'reason', error)})") from error


def _pour(source: IO[bytes], out: IO[bytes]) -> None:
    try:
        shutil.copyfileobj(source, out)
    except (TimeoutError, ConnectionError) as error:
        raise FetchError(f"the server stopped in the middle ({error}); try again") from error


def _blob(file: str, blob: str, target: Path) -> None:
    """A published file by git's name of its content, which is the checksum as well; packed as the catalogue's are."""
    repository, name = blob.split()
    address = BLOBS.format(repository=repository, name=name)
    raw = target.with_name(target.name + ".raw")
    try:
        _load(address, raw, accept="application/vnd.github.raw+json")
        if (found := _git_name(raw)) != name:
            raise FetchError(f"{file}: {address} is not the file of the catalogue: git calls it {found}, not {name}")
        with raw.open("rb") as plain, gzip.GzipFile(filename="", mode="wb", fileobj=target.open("wb"), mtime=0) as out:
            shutil.copyfileobj(plain, out)
    finally:
        raw.unlink(missing_ok=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _git_name(path: Path) -> str:
    """What git calls a file's content, that inside of gzip."""
    try:
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    except (OSError, EOFError):
        return ""
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()  # noqa: S324 as git does
