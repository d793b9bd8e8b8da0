"""Texts that are the same but for a few words: republished, lightly edited, spun by a machine.

Signatures of pairs of neighbouring words by MinHash (Broder 1997, "On the resemblance and containment of documents"),
pairs to compare by bands of them (locality-sensitive hashing).
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

HASHES = 96
ROWS = 3  # hashes of a band: two texts are compared if one band of their signatures is the same
ALIKE = 0.35  # share of pairs of words in common, of all that either has: every fifth word may be another
SHORT = 20  # words: a shorter text is a copy only if it is the same

Signature = NDArray[np.uint32]
_WORD = re.compile(r"[^\W_]+")
_RANDOM = np.random.Generator(np.random.PCG64(20190516))
_FACTORS = _RANDOM.integers(0, 1 << 63, HASHES, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
_SHIFTS = _RANDOM.integers(0, 1 << 63, HASHES, dtype=np.uint64)


def signature(text: str) -> bytes:
    """The text's signature, to be stored; equal for texts that differ in case, space and marks alone.

    A short text has one by which it is like its equals alone.
    """
    words = _WORD.findall(text.casefold())
    if len(words) < SHORT:
        return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).digest()
    codes = {word: int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest()) for word in set(words)}
    row = np.array([codes[word] for word in words], dtype=np.uint64)
    pairs = np.unique(row[:-1] * np.uint64(0x9E3779B97F4A7C15) + row[1:])  # all arithmetic is modulo 2 ** 64
    least = np.full(HASHES, np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, len(pairs), 2_048):
        least = np.minimum(least, (pairs[start : start + 2_048, None] * _FACTORS + _SHIFTS).min(axis=0))
    return (least >> np.uint64(32)).astype("<u4").tobytes()


def groups(signatures: Mapping[str, bytes]) -> dict[str, str]:
    """For each document the id of its group: the smallest of the ids of the documents that are alike, its own if alone.

    The result does not depend on the order of the documents.
    """
    parent = {doc_id: doc_id for doc_id in signatures}

    def root(doc_id: str) -> str:
        while parent[doc_id] != doc_id:
            parent[doc_id] = parent[parent[doc_id]]
            doc_id = parent[doc_id]
        return doc_id

    for first, second in _alike(signatures):
        a, b = sorted((root(first), root(second)))
        parent[b] = a
    return {doc_id: root(doc_id) for doc_id in signatures}


class Likely:
    """Finds the documents that may be copies of some: those that :func:`groups` compares with one of them.

    :param signatures: of these.
    """

    def __init__(self, signatures: Collection[bytes]) -> None:
        self.short = {found for found in signatures if len(found) != 4 * HASHES}
        self.bands = np.unique(_bands([found for found in signatures if len(found) == 4 * HASHES]))

    def among(self, rows: Sequence[tuple[str, bytes]]) -> set[str]:
        """:param rows: documents and their signatures."""
        long = [(doc_id, found) for doc_id, found in rows if len(found) == 4 * HASHES]
        hits = np.flatnonzero(np.isin(_bands([found for _, found in long]), self.bands).any(axis=1))
        return {doc_id for doc_id, found in rows if found in self.short} | {long[i][0] for i in hits}


def _bands(signatures: Sequence[bytes]) -> NDArray[np.uint64]:
    """``[signatures, bands]``: numbers that are equal where bands are, and hardly ever else."""
    rows = np.frombuffer(b"".join(signatures), dtype="<u4").astype(np.uint64)
    table = rows.reshape(len(signatures), HASHES // ROWS, ROWS)
    found: NDArray[np.uint64] = (table * _FACTORS[:ROWS]).sum(axis=2) + _SHIFTS[: HASHES // ROWS]  # modulo 2 ** 64
    return found


def _alike(signatures: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Pairs of documents that are alike; of equal ones each with the first."""
    equal: dict[bytes, str] = {}
    long: dict[str, Signature] = {}
    for doc_id in sorted(signatures):
        found = signatures[doc_id]
        if found in equal:
            yield equal[found], doc_id
            continue
        equal[found] = doc_id
        if len(found) == 4 * HASHES:
            long[doc_id] = np.frombuffer(found, dtype="<u4")
    compared: set[tuple[str, str]] = set()
    for bucket in _buckets(long):
        # in a crowded bucket each is compared with its neighbours: who is like one of them is like the others
        for i, second in enumerate(bucket):
            for first in bucket[max(0, i - _NEIGHBOURS) : i]:
                if (first, second) not in compared:
                    compared.add((first, second))
                    if float((long[first] == long[second]).mean()) >= ALIKE:
                        yield first, second


_NEIGHBOURS = 20


def _buckets(long: Mapping[str, Signature]) -> Iterable[list[str]]:
    if not long:
        return
    ids = list(long)
    table = np.stack([long[doc_id] for doc_id in ids])
    for band in range(0, HASHES, ROWS):
        buckets: dict[bytes, list[str]] = defaultdict(list)
        for doc_id, row in zip(ids, np.ascontiguousarray(table[:, band : band + ROWS]), strict=True):
            buckets[row.tobytes()].append(doc_id)
        yield from (some for some in buckets.values() if len(some) > 1)
