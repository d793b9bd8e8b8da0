"""Annotated corpora as training examples: words, and whatever each corpus says of them.

Corpora differ in what they mark. The catalogue (``resources/corpora.yaml``) names for every label of a corpus the
labels of ours that it may be, and for an unmarked word those that the corpus does not mark at all: such a word is
``O`` or one of these, and training does not choose. What no corpus decides is learned from the others.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from depesche import resources
from depesche.annotate import pipeline
from depesche.errors import ModelError

ANY = "any"  # in the catalogue: a word that may be anything, of which nothing is learned
OUTSIDE = "O"
SWAPPED = 0.5  # share of capitalised words that are others in mixed copies
LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "LAW", "PRODUCT", "EVENT", "MISC")
_OURS: dict[str, Any] = {label: label for label in LABELS} | {"LIST": ANY, "FACILITY": ["LOC", "ORG", "MISC"]}


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence.

    :param spaces: for each word, whether a space stands before it.
    :param allowed: for each word, the BIO tags that the corpus allows; None where it marks no entities.
    :param heads: for each word, its head's position counted from 1, 0 for the root; None where there is no syntax.
    """

    corpus: str
    lang: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    allowed: tuple[frozenset[str], ...] | None = None
    pos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    relations: tuple[str, ...] | None = None


def catalogue() -> dict[str, Any]:
    """The corpora by name, as ``resources/corpora.yaml`` has them."""
    found: dict[str, Any] = resources.load("corpora")
    return found


def read(name: str, root: Path, *, fold: tuple[int, bool] | None = None) -> list[Example]:
    """All sentences of a corpus.

    :param root: the folder that the catalogue's file names are relative to.
    :param fold: of every ``n`` documents (sentences, where there are none) keep the last alone if true, else the
        others: ``(5, True)`` is the fifth that training with ``(5, False)`` never saw.
    :raises ModelError: the corpus is not in the catalogue, or a file is missing or broken.
    """
    entry = catalogue().get(name)
    if entry is None:
        raise ModelError(f"no corpus {name!r} in the catalogue: {', '.join(sorted(catalogue()))}")
    if entry.get("measure_only"):
        raise ModelError(f"{name} is there to measure with, not to train on ({entry['licence']})")
    examples: list[Example] = []
    for file in entry["files"]:
        path = root / file
        try:
            for i, unit in enumerate(READERS[entry["format"]](path, name, entry)):
                if fold is None or (i % fold[0] == fold[0] - 1) == fold[1]:
                    examples += unit
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{path}: corpus {name} cannot be read: {error!r}") from error
    return examples


def records(path: Path, *, fold: tuple[int, bool] | None = None) -> list[Example]:
    """All sentences of gold records, which ``depesche review import`` writes: names alone, as they mark nothing else.

    Records of which only some event types were looked at are left out: nobody answers for their names.

    :param fold: as in :func:`read`, by documents.
    :raises ModelError: the file is missing, or no gold records.
    """
    examples: list[Example] = []
    try:
        lines = [json.loads(line) for line in _lines(path) if line]
        for i, record in enumerate(lines):
            if not record.get("annotated_types") and (fold is None or (i % fold[0] == fold[0] - 1) == fold[1]):
                examples += _named_in(record, path.name)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: no gold records can be read: {error!r}") from error
    return examples


def texts(path: Path) -> list[Example]:
    """All sentences of records, of which nothing is known but their words.

    :raises ModelError: the file is missing, or no records.
    """
    try:
        return [
            Example(path.name, record["lang"], words, before)
            for record in map(json.loads, filter(None, _lines(path)))
            for words, before, _ in _tagged({"text": record["text"], "entities": []}, record["lang"])
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: no records can be read: {error!r}") from error


def _named_in(record: Mapping[str, Any], name: str) -> Iterator[Example]:
    allowed_for = _allowed({"labels": _OURS})
    names = [e for e in record["entities"] if e["kind"] == "name"]
    for words, before, found in _tagged({"text": record["text"], "entities": names}, record["lang"]):
        yield Example(name, record["lang"], words, before, tuple(map(allowed_for, found)))


def unique(examples: Iterable[Example]) -> list[Example]:
    """Without later examples of the same words: corpora overlap. What both say is joined."""
    seen: dict[tuple[str, ...], Example] = {}
    for example in examples:
        known = seen.get(example.words)
        if known is None:
            seen[example.words] = example
        else:
            seen[example.words] = replace(
                known,
                allowed=known.allowed or example.allowed,
                pos=known.pos or example.pos,
                heads=known.heads or example.heads,
                relations=known.relations or example.relations,
            )
    return list(seen.values())


def recased(examples: Sequence[Example]) -> list[Example]:
    """Copies in small letters and in capitals by turns: names are names in chats and headlines too."""
    turns = (str.lower, str.upper)
    return [replace(e, words=tuple(map(turns[i % 2], e.words))) for i, e in enumerate(examples)]


def mixed(examples: Sequence[Example], words: Sequence[str], seed: int) -> list[Example]:
    """Copies in which half of the capitalised words, the first of each sentence apart, are others: for a teacher to say
    what they are, since no gold does (Jiao et al. 2020, "TinyBERT", 2020.findings-emnlp.372, section 4).

    :param words: capitalised words to take; those that the examples have are taken as often.
    """
    rng = random.Random(seed)  # noqa: S311 no secret
    own = [word for e in examples for word in e.words[1:] if word[:1].isupper()]
    pools = (own, words) if own and words else (own or words,)

    def other(i: int, word: str) -> str:
        return rng.choice(rng.choice(pools)) if i and word[:1].isupper() and rng.random() < SWAPPED else word

    return [
        Example(e.corpus, e.lang, tuple(other(i, word) for i, word in enumerate(e.words)), e.spaces) for e in examples
    ]


def tags(labels: Sequence[str]) -> list[str]:
    """``O`` and for every label ``B-`` and ``I-``."""
    return [OUTSIDE, *(f"{prefix}-{label}" for label in labels for prefix in "BI")]


# ------------------------------------------------------------------------------------------------------------- readers


def _bio(path: Path, name: str, entry: Mapping[str, Any]) -> Iterator[list[Example]]:
    allowed_for = _allowed(entry)
    for line in _lines(path):
        record = json.loads(line)
        words = tuple(record["tokens"])
        allowed = tuple(map(allowed_for, record["tags"]))
        yield [Example(name, entry["lang"], words, spaces(words), allowed)] if words else []


def _spans(path: Path, name: str, entry: Mapping[str, Any]) -> Iterator[list[Example]]:
    allowed_for = _allowed(entry)
    for line in _lines(path):
        record = json.loads(line)
        yield [
            Example(name, entry["lang"], words, before, tuple(map(allowed_for, found)))
            for words, before, found in _tagged(record, entry["lang"])
        ]


def _tagged(record: Mapping[str, Any], lang: str) -> Iterator[tuple[tuple[str, ...], tuple[bool, ...], list[str]]]:
    """Words, spaces and tags of a record's sentences: a word that a span touches belongs to it."""
    text = record["text"]
    spans = sorted(
        (e["start"], e["end"], ANY if e.get("subtype") == "implied" else e.get("label") or e["type"])
        for e in record["entities"]
    )
    unmarked = _names(record.get("meta", {}))
    for sent in pipeline(lang)(text).sents:
        words = [token for token in sent if not token.is_space]
        found = []
        last = None
        for token in words:
            start, end = token.idx, token.idx + len(token)
            span = next((s for s in spans if s[0] < end and start < s[1]), None)
            if span is None:
                found.append(f"I-{ANY}" if token.text in unmarked else OUTSIDE)
            else:
                found.append(f"{'I' if span is last else 'B'}-{span[2]}")
            last = span
        before = tuple(i > 0 and words[i - 1].idx + len(words[i - 1]) < token.idx for i, token in enumerate(words))
        if words:
            yield tuple(token.text for token in words), before, found


def _names(meta: Mapping[str, Any]) -> set[str]:
    """The words of sender's and recipient's names, which letter editions leave unmarked in the text."""
    people = [str(meta.get(end, {}).get("person") or "") for end in ("sent", "received")]
    return {word for name in people for word in re.findall(r"\w{3,}", name)}


def conllu(path: Path) -> Iterator[Example]:
    """The sentences of a treebank that is not in the catalogue.

    :raises ValueError: the file's name does not begin with its language.
    """
    lang = path.name.partition("_")[0]
    if lang not in resources.LANGUAGES:
        raise ValueError("its name must begin with " + " or ".join(f"{known}_" for known in resources.LANGUAGES))
    for unit in _conllu(path, path.name, {"lang": lang}):
        yield from unit


def _conllu(path: Path, name: str, entry: Mapping[str, Any]) -> Iterator[list[Example]]:
    merge = resources.language(entry["lang"], "text")["contractions_are_words"]
    for block in "\n".join(_lines(path)).split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        if rows:
            contractions = {_range(row[0]): row[1] for row in rows if "-" in row[0]}
            example = _tree(name, entry, rows, contractions)
            yield [_merged(example, contractions) if merge else example]


_MENTION = re.compile(r"\((?P<opens>[^()-]+)-(?P<type>\w+)[^()]*|(?P<closes>[^()]+)?\)")


def _named(words: Sequence[Sequence[str]]) -> list[str]:
    """BIO tags of the names among a treebank's mentions (``Entity=`` in the last column, as GUM has them).

    Mentions are whole phrases, "the French president Hollande" and "she" among them. The name in one is the run of
    proper nouns around its head, with hyphens and "of" between them, where no smaller mention has that run; a mention
    without such a head is no name. Of a proper noun in no name nothing is said.
    """
    tags = [f"B-{ANY}" if row[4].startswith("NNP") else OUTSIDE for row in words]
    taken: set[int] = set()
    for start, end, label in sorted(_mentions(words), key=lambda m: m[1] - m[0]):
        heads = (i for i in range(start, end) if not start < int(words[i][6]) <= end)
        first = last = next(heads)
        if not words[first][4].startswith("NNP"):
            continue
        while first > start and _in_name(words, first - 1):
            first -= 1
        while last + 1 < end and _in_name(words, last + 1):
            last += 1
        while not words[first][4].startswith("NNP"):
            first += 1
        while not words[last][4].startswith("NNP"):
            last -= 1
        if not taken.intersection(range(first, last + 1)) or label != "person":
            taken.update(range(first, last + 1))
            tags[first : last + 1] = [f"B-{label}", *[f"I-{label}"] * (last - first)]
    return tags


def _in_name(words: Sequence[Sequence[str]], i: int) -> bool:
    return words[i][4].startswith("NNP") or words[i][1] in ("-", "of", "&", "'s")


def _mentions(words: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, str]]:
    """Start, end and type of the mentions that begin and end in a sentence."""
    opened: list[tuple[str, int, str]] = []
    for i, row in enumerate(words):
        field = next((f[7:] for f in row[9].split("|") if f.startswith("Entity=")), "")
        for found in _MENTION.finditer(field):
            if found["opens"]:
                opened.append((found["opens"], i, found["type"]))
            elif opened:
                key = found["closes"]
                place = next((n for n in reversed(range(len(opened))) if key in (None, opened[n][0])), None)
                if place is not None:
                    _, start, label = opened.pop(place)
                    yield start, i + 1, label


def _range(ids: str) -> tuple[int, int]:
    start, end = ids.split("-")
    return int(start), int(end)


def _tree(
    name: str, entry: Mapping[str, Any], rows: list[list[str]], contractions: Iterable[tuple[int, int]]
) -> Example:
    words = [row for row in rows if row[0].isdigit()]
    glued = {int(row[0].split("-")[-1]) for row in rows if "SpaceAfter=No" in row[9] and "." not in row[0]}
    glued |= {i for start, end in contractions for i in range(start, end)}
    return Example(
        name,
        entry["lang"],
        tuple(row[1] for row in words),
        tuple(i > 0 and i not in glued for i in range(len(words))),
        tuple(map(_allowed(entry), _named(words))) if "labels" in entry else None,
        pos=tuple(row[3] for row in words),
        heads=tuple(int(row[6]) for row in words),
        relations=tuple(row[7] for row in words),
    )


def _merged(example: Example, contractions: Mapping[tuple[int, int], str]) -> Example:
    """Contractions as the one word that they are in print ("im"), in the place of their first outward part."""
    pos, heads, relations = example.pos or (), example.heads or (), example.relations or ()
    owner = list(range(len(example.words) + 1))
    for start, end in contractions:
        owner[start : end + 1] = [start] * (end + 1 - start)
    kept = sorted(set(owner) - {0})
    place = {0: 0} | {i: n for n, i in enumerate(kept, 1)}
    spelled = {start: form for (start, _), form in contractions.items()}
    parts: dict[int, list[int]] = {i: [] for i in kept}
    for i in range(1, len(owner)):
        parts[owner[i]].append(i)
    outward = [next((j for j in parts[i] if owner[heads[j - 1]] != i), i) for i in kept]
    return replace(
        example,
        words=tuple(spelled.get(i, example.words[i - 1]) for i in kept),
        spaces=tuple(example.spaces[i - 1] for i in kept),
        pos=tuple(pos[j - 1] for j in outward),
        heads=tuple(place[owner[heads[j - 1]]] for j in outward),
        relations=tuple(relations[j - 1] for j in outward),
    )


READERS: dict[str, Callable[[Path, str, Mapping[str, Any]], Iterator[list[Example]]]] = {
    "bio": _bio,
    "spans": _spans,
    "conllu": _conllu,
}


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


# -------------------------------------------------------------------------------------------------------------- labels


def _allowed(entry: Mapping[str, Any]) -> Callable[[str], frozenset[str]]:
    """From a corpus's BIO tag to those of ours that it may be."""
    unmarked = frozenset(tag for tag in tags(entry.get("unmarked", ())) if tag != OUTSIDE)
    labels: Mapping[str, Any] = entry["labels"]

    @cache
    def allowed(tag: str) -> frozenset[str]:
        if tag == OUTSIDE:
            return unmarked | {OUTSIDE}
        prefix, _, label = tag.partition("-")
        if label == ANY or labels[label] == ANY:
            return frozenset(tags(LABELS))
        ours = labels[label] if isinstance(labels[label], list) else [labels[label]]
        return frozenset(OUTSIDE if name == OUTSIDE else f"{prefix}-{name}" for name in ours)

    return allowed


# -------------------------------------------------------------------------------------------------------------- spaces


def spaces(words: Sequence[str]) -> tuple[bool, ...]:
    """Whether a space stands before each word, guessed from print habits where a corpus has words alone."""
    found = []
    glued = True
    for word in words:
        found.append(not glued and word not in _GLUED_LEFT)
        glued = word in _GLUED_RIGHT
    return tuple(found)


_GLUED_LEFT = frozenset(".,;:!?%)]}’'…") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "’s"}
_GLUED_RIGHT = frozenset("([{„«$€£#")
