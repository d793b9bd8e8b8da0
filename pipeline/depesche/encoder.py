"""The encoder at work: words of sentences in; names, parts of speech, syntax and a vector for each sentence out.

A model is a folder: the graphs ``pieces.onnx`` and ``words.onnx``, ``tokenizer.json``, ``lexicon.marisa`` and
``config.json``. Nothing in it is executable. The first layers read pieces of words; then those of a word become one,
what the lexicon has of the word is added, and the others read words, which are a quarter fewer.
"""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from depesche.errors import ModelError
from depesche.likely import NOTHING, Finder
from depesche.models import CONFIG, LEXICON, PIECES, TOKENIZER, TRIGGERS, WORDS

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

BEGIN, PAD, END, UNKNOWN = range(4)  # ids of <s>, <pad>, </s>, <unk>
WORD_PIECES = 16  # pieces that are looked at of one word: no longer word has more to say
WINDOW = 192  # pieces of the longest stretch read at once
OVERLAP = 24  # words that neighbouring windows share
BATCH = 512  # pieces or words read at once: what passes between two operators stays in the cache
SOFT_HYPHEN = "\u00ad"  # printed nowhere, in the middle of words
SAYING = ("NOUN", "VERB")  # what says an event
BAND = 16_384  # words whose states are kept between the graphs
THREADS = 8  # with which a reading gains: what is not the network's is done by one
_REMEMBERED = 200_000

Array = NDArray[Any]
_S = TypeVar("_S")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence's words, and for each whether a space stands before it (the first always counts as spaced)."""

    texts: Sequence[str]
    spaced: Sequence[bool]


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity: words from ``start`` to before ``end``. :param score: mean probability of its words' tags."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Likely:
    """A word that may say an event, as far as the model has learned it.

    :param score: its probability. :param alone: whether that is enough in a text that tells of no other such event.
    """

    word: int
    event_type: str
    score: float
    alone: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder says of a sentence.

    :param pos: universal part of speech of each word.
    :param heads: for each word the position of its head, its own for the root; always one tree with one root.
    :param relations: Universal Dependencies relation of each word to its head.
    :param vector: ``[hidden]`` float32, length 1; comparable between the languages. Empty where it was not asked for.
    :param triggers: in the order of the words; none where the model has no finder.
    """

    names: tuple[Name, ...]
    pos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    vector: NDArray[np.float32]
    triggers: tuple[Likely, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a sentence and its words mean, without any analysis.

    :param vector: as in :class:`Reading`.
    :param words: ``[words, hidden]`` float32, each of length 1, in its sentence; comparable between the languages.
    """

    vector: NDArray[np.float32]
    words: NDArray[np.float32]


class Pieces:
    """Words to pieces of words, remembered: a text's words repeat.

    :param file: a ``tokenizer.json`` whose first four ids are ``<s> <pad> </s> <unk>``.
    """

    def __init__(self, file: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(file))
        self._known: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str, spaced: bool) -> tuple[int, ...]:
        """Ids of a word's pieces, at least one.

        :param spaced: whether a space, or the sentence's beginning, stands before the word.
        """
        key = "▁" + word if spaced else word
        found = self._known.get(key)
        if found is None:
            ids = self._tokenizer.encode(key, add_special_tokens=False).ids
            found = tuple(ids[:WORD_PIECES]) or (UNKNOWN,)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = found
        return found


class Lexicon:
    """The words that a model knows by themselves, in small letters, and which row of its tables each has.

    :param file: a ``lexicon.marisa``, a trie of words.
    """

    def __init__(self, file: Path) -> None:
        from marisa_trie import Trie

        self._rows = Trie()
        self._rows.load(str(file))

    def __call__(self, word: str) -> int:
        """A word's row, 0 where it is not known."""
        return 1 + int(self._rows.get(word.lower(), -1))


class SideBySide(Protocol):
    """``map`` by whatever number of threads."""

    def __call__(self, work: Callable[[_S], _T], items: Iterable[_S], /) -> Iterator[_T]: ...


class Reader(Protocol):
    """What reads sentences."""

    def read(
        self, sentences: Sequence[Words], *, vectors: bool = True, by: SideBySide | None = None
    ) -> list[Reading]: ...


class Encoder:
    """A loaded model. One object serves any number of callers.

    :param threads: that read batches side by side; 0 for as many as :func:`cores` says whenever something is read.
    :raises ModelError: the folder holds no model, or one of another layout.
    """

    def __init__(self, folder: Path, threads: int = 0) -> None:
        import onnxruntime

        self.threads = threads
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # batches are small: threads that each have one never wait for one another
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # the graph is written as it runs best; further fusing makes it slower
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        try:
            self.config: dict[str, Any] = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
            self._tags = _Tags(self.config["tags"], self.config.get("doubted", {}))
            self._pos: list[str] = self.config["pos"]
            self._relations: list[str] = self.config["relations"]
            self._root = self._relations.index("root")
            self._pieces = Pieces(folder / TOKENIZER)
            self._lexicon = Lexicon(folder / LEXICON)
            floors = self.config.get("triggers")
            self._finder = Finder(folder / TRIGGERS, floors, options) if floors else None
            self._acting = np.isin(self._pos, SAYING)
            self._lower: InferenceSession
            self._upper: InferenceSession
            self._lower, self._upper = (
                onnxruntime.InferenceSession(folder / name, options, providers=["CPUExecutionProvider"])
                for name in (PIECES, WORDS)
            )
        except Exception as error:  # each library has errors of its own, without a common ancestor
            raise ModelError(f"{folder}: no model can be loaded from this folder: {error}") from error

    def read(
        self, sentences: Sequence[Words], *, vectors: bool = True, by: SideBySide | None = None
    ) -> list[Reading]:
        """Readings in the order of the sentences, each the same whatever else is read with it.

        A sentence of more than :data:`WINDOW` pieces is read in overlapping windows; no word is left out.

        :param vectors: whether they are wanted, which takes a little longer.
        :param by: the caller's threads, in the place of the reading's own.
        """
        outputs: dict[int, list[tuple[_Window, _Output]]] = {}
        for batch, found in self._each(sentences, lambda words: self._run(words, vectors), by):
            for window, output in zip(batch, found, strict=True):
                outputs.setdefault(window.sentence, []).append((window, output))
        return [self._reading(outputs.get(i, [])) for i in range(len(sentences))]

    def vectors(self, sentences: Sequence[Words]) -> NDArray[np.float32]:
        """``[sentences, hidden]``: the vectors alone, which takes less time than :meth:`read`."""
        found = np.zeros((len(sentences), self.config["hidden"]), np.float32)
        for batch, (rows,) in self._each(sentences, lambda words: self._upper.run(["vector"], words)):
            for window, row in zip(batch, rows, strict=True):
                found[window.sentence] += row
        return _unit(found)

    def meanings(self, sentences: Sequence[Words]) -> list[Meaning]:
        """The vectors of sentences and of their words. Where windows overlap, a word has the mean of both."""
        width = self.config["hidden"]
        vectors = np.zeros((len(sentences), width), np.float32)
        single = [np.zeros((len(s.texts), width), np.float32) for s in sentences]
        both = self._each(sentences, lambda words: self._upper.run(["vector", "words"], words))
        for batch, (whole, parts) in both:
            for window, row, part in zip(batch, whole, parts, strict=True):
                vectors[window.sentence] += row
                single[window.sentence][window.start : window.start + len(window.first)] += part
        return [Meaning(row, _unit(part)) for row, part in zip(_unit(vectors), single, strict=True)]

    def _each(
        self, sentences: Sequence[Words], run: Callable[[dict[str, Array]], _T], by: SideBySide | None = None
    ) -> Iterator[tuple[list[_Window], _T]]:
        """Windows of equally many words with what ``run`` makes of them, by as many threads as there are to be.

        It is given their ``states [B, 1 + W, hidden]``, once the pieces of words are one, and ``known [B, 1 + W]``, the
        words' rows in the lexicon.
        """
        windows = [w for i, s in enumerate(sentences) for w in self._windows(i, s)]
        windows.sort(key=lambda w: len(w.first))
        with nullcontext(by) if by else side_by_side(min(self.threads or cores(), len(windows))) as mapped:
            for band in _bands(windows):
                batches = list(_alike(band, lambda w: 1 + len(w.first)))
                inputs = _inputs(batches, self._states(band, mapped))
                yield from zip(batches, mapped(run, inputs), strict=True)

    def _states(self, windows: Sequence[_Window], mapped: SideBySide) -> Array:
        """``[rows, hidden]``: for each window its beginning, then its words, each the mean of its pieces."""
        ends = np.cumsum([1 + len(w.first) for w in windows])
        states = np.empty((ends[-1], self.config["hidden"]), np.float32)
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids))

        def fill(batch: Sequence[int]) -> None:
            ids = np.array([windows[i].ids for i in batch], dtype=np.int64)
            (found,) = self._lower.run(["states"], {"ids": ids})
            places = np.concatenate([np.arange(ends[i] - 1 - len(windows[i].first), ends[i]) for i in batch])
            states[places] = _joined(found, [windows[i].first for i in batch])

        for _ in mapped(fill, _alike(order, lambda i: len(windows[i].ids))):
            pass
        return states

    def _windows(self, sentence: int, words: Words) -> Iterator[_Window]:
        texts = [word.replace(SOFT_HYPHEN, "") or word for word in words.texts]
        pieces = self._pieces
        found = [pieces(word, spaced) for word, spaced in zip(texts, words.spaced, strict=True)]
        if found and not words.spaced[0]:
            found[0] = pieces(texts[0], spaced=True)
        known = [self._lexicon(word) for word in texts]
        start = 0
        while start < len(found):
            ids, first = [BEGIN], []
            end = start
            while end < len(found) and len(ids) + len(found[end]) < WINDOW:
                first.append(len(ids))
                ids += found[end]
                end += 1
            yield _Window(sentence, start, [*ids, END], first, known[start:end])
            if end == len(found):
                return
            start = max(end - OVERLAP, start + 1)

    def _run(self, words: dict[str, Array], vectors: bool) -> list[_Output]:
        wanted = ["entity", "pos", "arc", "relation", *(["vector"] if vectors else [])]
        wanted += ["words"] if self._finder else []
        entity, pos, arc, relation, *others = self._upper.run(wanted, words)
        vector = others[0] if vectors else np.zeros((len(entity), 0), np.float32)
        tags, scores = self._tags.best(entity)
        parts = pos.argmax(-1)
        events, chances = np.full(parts.shape, NOTHING), np.zeros(parts.shape, np.float32)
        if self._finder:
            acting = self._acting[parts]
            events[acting], chances[acting] = self._finder(others[-1][acting])
        heads = trees(arc)
        relation[..., self._root] = -np.inf  # it goes to the root of the tree, whatever a word's best head was
        labels = relation.argmax(-1)
        return list(map(_Output, tags, scores, parts, heads, labels, arc, vector, events, chances))

    def _reading(self, parts: list[tuple[_Window, _Output]]) -> Reading:
        if not parts:
            return Reading((), (), (), (), np.zeros(self.config["hidden"], np.float32))
        output = parts[0][1] if len(parts) == 1 else _one(sorted(parts, key=lambda part: part[0].start))
        labels = np.where(output.heads == 0, self._root, output.labels)
        vector = output.vector / max(float(np.linalg.norm(output.vector)), 1e-9)
        return Reading(
            tuple(self._tags.names(output.tags, output.scores)),
            tuple([self._pos[i] for i in output.pos.tolist()]),
            tuple([word if head == 0 else head - 1 for word, head in enumerate(output.heads.tolist())]),
            tuple([self._relations[i] for i in labels.tolist()]),
            vector.astype(np.float32),
            tuple(self._likely(output.events, output.chances)),
        )

    def _likely(self, events: Array, chances: Array) -> Iterator[Likely]:
        if self._finder:
            types, floors = self._finder.types, self._finder.floors
            for word in np.flatnonzero(events).tolist():
                kind, chance = events[word], float(chances[word])
                yield Likely(word, types[kind - NOTHING - 1], chance, bool(chance >= floors[kind]))


# ------------------------------------------------------------------------------------------------------------- threads


def cores() -> int:
    """How many cores a reading may keep busy: those that this process may use, as far as ``OMP_NUM_THREADS`` lets it,
    and no more than :data:`THREADS`.

    A process that another one has started beside others, as workers are, takes one.
    """
    if multiprocessing.parent_process() is not None:
        return 1
    free = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    limit = os.environ.get("OMP_NUM_THREADS", "")
    return max(1, min(free, THREADS, int(limit) if limit.isdecimal() else free))


@contextmanager
def side_by_side(number: int) -> Iterator[SideBySide]:
    """A map by so many threads. They end with it: in the child of a process that forks they would be missing."""
    if number <= 1:
        yield map
        return
    pool = ThreadPoolExecutor(number, "depesche")
    try:
        yield pool.map
    finally:
        pool.shutdown(cancel_futures=True)  # after Ctrl-C the batches under way are read, those that wait are not


# ------------------------------------------------------------------------------------------------------------- windows


@dataclass(frozen=True, slots=True)
class _Window:
    sentence: int
    start: int
    ids: list[int]
    first: list[int]
    known: list[int]


@dataclass(frozen=True, slots=True)
class _Output:
    """For n words, each ``[n]``: ``tags``, ``scores``, ``pos``, ``heads`` (0 for the root), ``labels`` of relations (of
    the root, too, the best that is not its own), ``events`` that it may say and their ``chances``; and
    ``arc [n, n + 1]``, ``vector [hidden]``.
    """

    tags: Array
    scores: Array
    pos: Array
    heads: Array
    labels: Array
    arc: Array
    vector: Array
    events: Array
    chances: Array


OF_WORDS = ("tags", "scores", "pos", "heads", "labels", "events", "chances")


def _inputs(batches: Iterable[Sequence[_Window]], states: Array) -> Iterator[dict[str, Array]]:
    """What the second graph is given for each batch.

    :param states: ``[rows, hidden]`` of all windows, in their order.
    """
    at = 0
    for batch in batches:
        known = np.array([[0, *w.known] for w in batch], dtype=np.int64)
        yield {"states": states[at : at + known.size].reshape(*known.shape, -1), "known": known}
        at += known.size


def _joined(states: Array, firsts: Sequence[Sequence[int]]) -> Array:
    """``[rows, hidden]``: of each window its beginning, then for each word the mean of its pieces.

    :param states: ``[B, S, hidden]`` of pieces, those of the end among them. :param firsts: each word's first piece.
    """
    windows, length, width = states.shape
    starts = np.array([length * row + at for row, first in enumerate(firsts) for at in (0, *first)])
    counts = np.diff(starts, append=windows * length)
    counts[np.cumsum([1 + len(first) for first in firsts]) - 1] -= 1  # the end is no word's
    pieces = states.reshape(-1, width)
    joined: Array = pieces[starts]
    for place in range(1, counts.max()):
        longer = np.flatnonzero(counts > place)
        joined[longer] += pieces[starts[longer] + place]
    several = np.flatnonzero(counts > 1)
    joined[several] /= counts[several, None].astype(np.float32)
    return joined


def _unit(rows: Array) -> NDArray[np.float32]:
    scaled: NDArray[np.float32] = (rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)).astype(
        np.float32
    )
    return scaled


def _bands(windows: Sequence[_Window]) -> Iterator[list[_Window]]:
    """Windows in their order, about :data:`BAND` words at once."""
    band: list[_Window] = []
    size = 0
    for window in windows:
        band.append(window)
        size += len(window.first)
        if size >= BAND:
            yield band
            band, size = [], 0
    if band:
        yield band


def _alike(items: Iterable[_T], length: Callable[[_T], int]) -> Iterator[list[_T]]:
    """Neighbours of the same length together: nothing is padded, so that attention needs no masks."""
    for size, group in groupby(items, length):
        alike = list(group)
        rows = max(1, BATCH // size)
        yield from (alike[at : at + rows] for at in range(0, len(alike), rows))


def _one(parts: Sequence[tuple[_Window, _Output]]) -> _Output:
    """Windows of one sentence as one.

    A shared word is taken from the window that has more of its surroundings. Each window's words are a tree of their
    own, whose root depends on the root of the window before.
    """
    pieces: list[_Output] = []
    begin, last = 0, 0
    for i, (window, output) in enumerate(parts):
        after = window.start + len(output.tags)
        if i + 1 < len(parts):
            after = (after + parts[i + 1][0].start) // 2
        if after <= begin:
            continue  # words of many pieces: the windows around have all of this one's
        own = slice(begin - window.start, after - window.start)
        columns = np.r_[0, own.start + 1 : own.stop + 1]
        local = np.array(tree(output.arc[own][:, columns]))
        top = int(np.flatnonzero(local == 0)[0])
        shifted = np.where(local > 0, local + begin, 0)
        shifted[top] = last
        last = begin + top + 1
        alike = {name: getattr(output, name)[own] for name in OF_WORDS}
        pieces.append(replace(output, **alike | {"heads": shifted}))
        begin = after
    joined = {name: np.concatenate([getattr(p, name) for p in pieces]) for name in OF_WORDS}
    return replace(pieces[0], **joined, vector=np.mean([p.vector for p in pieces], axis=0))


# ---------------------------------------------------------------------------------------------------------------- tags


class _Tags:
    """BIO tags decoded so that ``I-X`` only follows ``B-X`` or ``I-X`` (Viterbi over the words' probabilities).

    :param doubted: for labels the score under which a name is left out.
    """

    def __init__(self, tags: Sequence[str], doubted: Mapping[str, float]) -> None:
        self.tags = list(tags)
        self._doubted = doubted
        self._forbidden = np.array([[self._breaks(a, b) for b in tags] for a in tags])
        self._opening = np.array([tag.startswith("I-") for tag in tags])

    @staticmethod
    def _breaks(before: str, tag: str) -> bool:
        return tag.startswith("I-") and before[2:] != tag[2:]

    def best(self, logits: Array) -> tuple[Array, Array]:
        """``[B, W]`` tags and their probabilities for ``[B, W, tags]`` logits."""
        shifted = logits - logits.max(-1, keepdims=True)
        logs = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
        tags = logs.argmax(-1)
        # where the most probable tags follow one another they are the best path
        broken = self._forbidden[tags[:, :-1], tags[:, 1:]].any(1) | self._opening[tags[:, 0]]
        for row in np.flatnonzero(broken):
            tags[row] = self._path(logs[row])
        return tags, np.exp(np.take_along_axis(logs, tags[..., None], -1)[..., 0])

    def _path(self, logs: Array) -> Array:
        """The best tags for ``[n, tags]`` log probabilities (Viterbi)."""
        penalty = -1e4 * self._forbidden
        total = logs[0] - 1e4 * self._opening
        back = np.zeros(logs.shape, np.int64)
        for i in range(1, len(logs)):
            steps = total[:, None] + penalty
            back[i] = steps.argmax(0)
            total = steps.max(0) + logs[i]
        path = [int(total.argmax())]
        for i in range(len(logs) - 1, 0, -1):
            path.append(int(back[i, path[-1]]))
        return np.array(path[::-1])

    def names(self, tags: Array, scores: Array) -> Iterator[Name]:
        if not tags.any():  # the first tag is O
            return
        start: int | None = None
        labels = [self.tags[i] for i in tags.tolist()]
        for i, tag in enumerate([*labels, "O"]):
            if start is not None and not tag.startswith("I-"):
                name = Name(start, i, labels[start][2:], float(np.mean(scores[start:i])))
                if name.score >= self._doubted.get(name.label, 0.0):
                    yield name
                start = None
            if tag.startswith("B-") or (tag.startswith("I-") and start is None):
                start = i


# --------------------------------------------------------------------------------------------------------------- trees


def trees(arc: Array) -> Array:
    """:func:`tree` for sentences of equally many words: ``[B, W]`` heads for ``[B, W, W + 1]`` scores.

    The word that gains most as the root, and for every other its best word: mostly this is a tree, and then no other
    scores more. It is seen for all sentences at once.
    """
    words = np.arange(arc.shape[1])
    among = arc[:, :, 1:].copy()
    among[:, words, words] = -np.inf
    heads: Array = among.argmax(-1) + 1
    heads[np.arange(len(heads)), (arc[:, :, 0] - among.max(-1)).argmax(-1)] = 0
    reached = np.concatenate([np.zeros((len(heads), 1), heads.dtype), heads], axis=1)
    for _ in range(int(arc.shape[1]).bit_length()):
        reached = np.take_along_axis(reached, reached, 1)
    for row in np.flatnonzero(reached.any(1)):
        heads[row] = tree(arc[row])
    return heads


def tree(arc: Array) -> list[int]:
    """Each word's head, 0 for the root, so that they form the best tree with one root.

    The word with which a tree could score most is tried as the root: mostly its best tree beats what any other word's
    could reach. Where this stays open, a second root is made to cost more than a tree can gain.

    :param arc: ``[n, n + 1]`` scores of each word's heads, the root first.
    """
    n = len(arc)
    if n == 1:
        return [0]
    scores = np.full((n + 1, n + 1), -np.inf)
    scores[1:, 1:] = arc[:, 1:]
    scores[np.arange(n + 1), np.arange(n + 1)] = -np.inf
    others = scores[1:].max(1)
    most = others.sum() + arc[:, 0] - others
    second, word = np.argsort(most, kind="stable")[-2:]
    rooted = scores.copy()
    rooted[word + 1] = -np.inf
    rooted[word + 1, 0] = arc[word, 0]
    found = _spanning(rooted)[1:]
    if rooted[np.arange(1, n + 1), found].sum() >= most[second]:
        return found
    scores[1:, 0] = arc[:, 0].astype(np.float64) - (float(arc.max() - arc.min()) + 1.0) * n  # 32 bits would round
    return _spanning(scores)[1:]


def _spanning(scores: Array) -> list[int]:
    """The maximum spanning arborescence from node 0 (Chu and Liu 1965, Edmonds 1967); ``scores[child, head]``."""
    n = len(scores)
    heads = np.concatenate([[0], scores[1:].argmax(-1)])
    cycle = _cycle(heads)
    if cycle is None:
        return [int(h) for h in heads]
    inside = np.zeros(n, bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    size = len(outside)
    loop = np.array(cycle)
    kept = scores[loop, heads[loop]]
    contracted = np.full((size + 1, size + 1), -np.inf)
    contracted[:size, :size] = scores[outside][:, outside]
    into = scores[loop][:, outside] - kept[:, None]  # one word of the cycle takes an outer head instead
    entry = into.argmax(0)
    contracted[size, :size] = into[entry, np.arange(size)]
    from_loop = scores[outside][:, loop]
    leaving = from_loop.argmax(1)
    contracted[:size, size] = from_loop[np.arange(size), leaving]
    solved = _spanning(contracted)
    result = heads.copy()
    for i, child in enumerate(outside):
        if child:
            result[child] = loop[leaving[i]] if solved[i] == size else outside[solved[i]]
    result[loop[entry[solved[size]]]] = outside[solved[size]]
    return [int(h) for h in result]


def _cycle(heads: Array) -> list[int] | None:
    state = np.zeros(len(heads), np.int8)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        state[path] = 2
    return None
