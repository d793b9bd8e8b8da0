"""The encoder as a spaCy component: names, parts of speech, syntax and sentence vectors where spaCy's users look.

In any spaCy project, after a component that sets sentence boundaries::

    nlp.add_pipe("depesche_encoder")
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Self, cast

import numpy as np
from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LENGTH, ORTH, POS, SENT_START
from spacy.language import Language as Nlp
from spacy.symbols import IDS
from spacy.tokens import Doc, Span

from depesche import models
from depesche.encoder import Encoder, Reader, Reading, Words, cores, side_by_side
from depesche.likely import TRIGGERS
from depesche.sentences import headlines, title_case

NAME = "depesche_encoder"
SWITCH = 2e-4  # seconds after which a thread at the rules makes room: those that read need little, but often
VECTORS = "depesche_vectors"  # key in doc.user_data: one row a sentence


class Stateless:
    """A component that spaCy saves by its configuration alone; a model stays where it is installed."""

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        """Nothing to write."""

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> Self:
        return self

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:
        return b""

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> Self:
        return self


class EncoderComponent(Stateless):
    """Sets ``doc.ents``, ``token.pos_``, ``token.dep_``, ``token.head``, and the vectors of doc and sentences.

    A token of white space depends on the token before it. Sentence boundaries stay as they are; a doc that has none is
    read as one sentence.
    """

    def __init__(self, nlp: Nlp, model: str = "", threads: int = 0) -> None:
        self.reader = reader(model, threads)

    def __call__(self, doc: Doc) -> Doc:
        encode([doc], self.reader)
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            encode(batch, self.reader)
            yield from batch


@Nlp.factory(NAME, default_config={"model": "", "threads": 0})
def make(nlp: Nlp, name: str, model: str, threads: int) -> EncoderComponent:
    """The factory, which spaCy finds through the package's entry point.

    :param model: a name or folder as :func:`depesche.models.folder` takes it; empty for the default.
    """
    return EncoderComponent(nlp, model, threads)


def reader(model: str = "", threads: int = 0) -> Reader:
    """A model by its name, loaded once a process.

    :param threads: as :class:`~depesche.encoder.Encoder` takes them.
    :raises ModelError: there is none. :raises MissingExtraError: a checkpoint needs libraries that are not installed.
    """
    return _loaded(model, threads)


@cache
def _loaded(model: str, threads: int) -> Reader:
    encoder = Encoder(models.folder(model), threads)
    if not model.startswith(models.HUB):
        return encoder
    from depesche.hugging_face import Checkpoint

    return Checkpoint(model.removeprefix(models.HUB), encoder)


def encode(docs: Sequence[Doc], model: Reader, *, vectors: bool = True) -> None:
    """Read all sentences of all docs together, and write into each doc what is found.

    :param vectors: those of sentences among it.
    """
    layouts = [layout(doc) for doc in docs]
    readings = model.read(_sentences(layouts), vectors=vectors)
    _written(docs, layouts, readings, vectors)


@contextmanager
def ahead(model: Reader) -> Iterator[Callable[[Sequence[Doc]], Callable[[], None]]]:
    """Read what comes next while the caller is at what came before, if this process has more than one core.

    What is yielded begins to read docs, without vectors, and returns what waits for it and writes into them what was
    found. Another thread reads; docs and their vocabulary are touched by the caller's alone.
    """
    number = cores()
    if number <= 1:
        yield lambda docs: lambda: encode(docs, model, vectors=False)
        return
    with ThreadPoolExecutor(1, "depesche") as reader, side_by_side(number) as by:

        def begin(docs: Sequence[Doc]) -> Callable[[], None]:
            layouts = [layout(doc) for doc in docs]
            reading = reader.submit(model.read, _sentences(layouts), vectors=False, by=by)
            return lambda: _written(docs, layouts, reading.result(), vectors=False)

        usual = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH)
        try:
            yield begin
        finally:
            sys.setswitchinterval(usual)
            reader.shutdown(wait=False, cancel_futures=True)


_Layout = list[tuple[list[int], Words]]


def _sentences(layouts: Iterable[_Layout]) -> list[Words]:
    return [words for sentences in layouts for _, words in sentences]


def _written(docs: Sequence[Doc], layouts: Iterable[_Layout], readings: Iterable[Reading], vectors: bool) -> None:
    following = iter(readings)
    for doc, sentences in zip(docs, layouts, strict=True):
        if sentences:
            found = [(positions, next(following)) for positions, _ in sentences]
            _write(doc, found)
            if vectors:
                _set_vectors(doc, found)


def layout(doc: Doc) -> _Layout:
    """For each sentence with words, their positions in the doc and themselves."""
    if not len(doc):
        return []
    strings = doc.vocab.strings
    found: _Layout = []
    positions: list[int] = []
    texts: list[str] = []
    spaced: list[bool] = []
    before = 0
    table = doc.to_array([ORTH, IDX, LENGTH, IS_SPACE, SENT_START]).tolist()
    for i, (orth, start, length, blank, opens) in enumerate(table):
        if opens == 1 and positions:
            found.append((positions, Words(_as_read(texts, doc.vocab.lang), spaced)))
            positions, texts, spaced = [], [], []
        if not blank:
            positions.append(i)
            texts.append(strings[orth])
            spaced.append(start > before)
            before = start + length
    if positions:
        found.append((positions, Words(_as_read(texts, doc.vocab.lang), spaced)))
    return found


def _as_read(texts: list[str], lang: str) -> list[str]:
    """A sentence's words as the encoder reads them: in a headline in title case verbs are small, which it takes for
    parts of names: ``House passes Bill to ban TikTok``.
    """
    if not title_case(texts, lang):
        return texts
    verbs = headlines(lang)[1]
    return [word.lower() if i and word.lower() in verbs else word for i, word in enumerate(texts)]


def _write(doc: Doc, sentences: Sequence[tuple[Sequence[int], Reading]]) -> None:
    strings = doc.vocab.strings
    names = {name: strings.add(name) for _, reading in sentences for name in {*reading.relations, "dep"}}
    values = np.zeros((len(doc), 3), dtype=np.int64)
    values[:, 0], values[:, 2] = IDS["SPACE"], -1  # white space depends on the token before
    dep = np.full(len(doc), names["dep"], dtype=np.uint64)
    ents = []
    for positions, reading in sentences:
        where = np.array(positions)
        values[where, 0] = [IDS[name] for name in reading.pos]
        values[where, 2] = where[list(reading.heads)] - where
        dep[where] = [names[name] for name in reading.relations]
        ents += [
            Span(doc, positions[name.start], positions[name.end - 1] + 1, label=name.label)
            for name in reading.names
        ]
    _attach_blanks(doc, values[:, 2])
    table = values.astype(np.uint64)
    table[:, 1] = dep
    doc.from_array([POS, DEP, HEAD], cast("Any", table))
    doc.set_ents(ents)
    doc.user_data[TRIGGERS] = {
        positions[likely.word]: (likely.event_type, likely.score, likely.alone)
        for positions, reading in sentences for likely in reading.triggers
    }


def _attach_blanks(doc: Doc, heads: Any) -> None:
    """White space that opens a sentence depends on its first word: a tree does not cross the boundary."""
    blank, opens = doc.to_array([IS_SPACE, SENT_START]).T
    opens[0] = 1
    for start in np.flatnonzero((blank != 0) & (opens == 1)):
        end = start + 1
        while end < len(doc) and blank[end] and opens[end] != 1:
            end += 1
        if end < len(doc) and opens[end] != 1:
            heads[start:end] = end - np.arange(start, end)
        else:
            heads[start] = 0


def _set_vectors(doc: Doc, sentences: Sequence[tuple[Sequence[int], Reading]]) -> None:
    rows = np.stack([reading.vector for _, reading in sentences])
    starts = [positions[0] for positions, _ in sentences]
    doc.user_data[VECTORS] = rows

    def of_doc(_: Doc) -> Any:
        return rows.mean(0)

    def of_span(span: Span) -> Any:
        first = int(np.searchsorted(starts, span.start, side="right")) - 1
        last = int(np.searchsorted(starts, span.end, side="left"))
        return rows[max(first, 0) : max(last, first + 1, 1)].mean(0)

    doc.user_hooks["vector"] = of_doc
    doc.user_hooks["has_vector"] = lambda _: True
    doc.user_span_hooks["vector"] = of_span
    doc.user_span_hooks["has_vector"] = lambda _: True
