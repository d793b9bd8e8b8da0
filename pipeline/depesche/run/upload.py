"""A store at an address: a run works on a copy in the cache folder and puts it in its place at the end."""

from __future__ import annotations

from pathlib import Path

from depesche import remote
from depesche.errors import MissingExtraError, StoreError
from depesche.records import stable_id


def copy_of(address: str) -> Path:
    """Where the copy of a store lies on this machine; the folder is made."""
    try:
        import platformdirs
    except ImportError:
        raise MissingExtraError("platformdirs", "scale") from None
    folder = Path(platformdirs.user_cache_dir("depesche")) / "stores" / stable_id(address)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / (address.rsplit("/", 1)[-1] or "events.duckdb")


def fetch(address: str, copy: Path) -> None:
    """Bring the copy up to date, unless it is the one that was made there and not delivered yet.

    :raises StoreError: the address cannot be reached.
    """
    try:
        there = remote.version(address)
        if there is None:
            if _noted(copy):
                copy.unlink(missing_ok=True) # somebody has removed it
        elif there != _noted(copy):
            draft = copy.with_name(copy.name + ".fetched")
            remote.fetch(address, draft)
            draft.replace(copy)
        _note(copy, there)
    except OSError as error:
        raise StoreError(f"{address}: cannot be read ({error})") from error


def deliver(copy: Path, address: str) -> None:
    """:raises StoreError: the address cannot be written, or holds another store than the one that was fetched."""
    try:
        if (remote.version(address) or "") != _noted(copy):
            raise StoreError(f"{address}: was changed by somebody else meanwhile; run the same command again")
        remote.deliver(copy, address)
        _note(copy, remote.version(address))
    except OSError as error:
        raise StoreError(f"{address}: cannot be written ({error}); the store is in {copy}") from error


def _note(copy: Path, version: str | None) -> None:
    remote.write_bytes(str(_beside(copy)), (version or "").encode())


def _noted(copy: Path) -> str:
    try:
        return remote.read_bytes(str(_beside(copy))).decode()
    except FileNotFoundError:
        return ""


def _beside(copy: Path) -> Path:
    return copy.with_name(copy.name + ".version")
