"""Files, pairs of files and records compared: what `depesche compare` does."""

from __future__ import annotations

import csv
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

from depesche import annotate, ingest
from depesche.compare.align import align
from depesche.compare.comparison import Kind, compare
from depesche.compare.records import Comparison, Finding, FindingType, Operation, Place, counts
from depesche.compare.text import Text, read
from depesche.components import reader
from depesche.config import Settings
from depesche.detectors import UNKNOWN
from depesche.encoder import Encoder, Words
from depesche.errors import DocumentError, UsageError
from depesche.hugging_face import Checkpoint
from depesche.language import detect, detect_short
from depesche.records import Document, Record, Span
from depesche.resources import LANGUAGES
from depesche.run.document import filled

if TYPE_CHECKING:
    from depesche.annotate import Part

TOGETHER = 32  # records whose sentences the encoder reads together


@dataclass(frozen=True, slots=True)
class Pair:
    """A line of a list of pairs. :param error: why it could not be compared."""

    name: str
    source: str
    target: str
    comparison: Comparison | None = None
    error: str | None = None


def compare_files(source: str, target: str, settings: Settings, kind: Kind | None = None) -> Comparison:
    """Compare two files, the original first; each holds one document, in German or English.

    :raises UsageError: a file holds none or several, is in another language, or both are in the same one.
    """
    documents = [_document(path, settings) for path in (source, target)]
    first, second = _texts([_started(document, settings) for document in documents], settings)
    if first.lang == second.lang:
        raise UsageError(f"{source} and {target} are both in {_NAMES[first.lang]}; one must be German, one English")
    return compare(first, second, kind)


def compare_sentences(
    source: Sequence[str], target: Sequence[str], langs: tuple[str, str] | None = None, settings: Settings | None = None
) -> Comparison:
    """Compare a text with its translation, both cut into sentences already.

    :param langs: of the two; None finds out.
    :raises UsageError: one is in another language.
    """
    settings = settings or Settings()
    found = langs or (_lang("\n".join(source)), _lang("\n".join(target)))
    started = [_cut(str(i), side, lang) for i, (side, lang) in enumerate(zip((source, target), found, strict=True))]
    first, second = _texts(started, settings)
    return compare(first, second, "translation")


_NAMES = {"de": "German", "en": "English"}


def compare_pairs(file: Path, settings: Settings, kind: Kind | None = None) -> Iterator[Pair]:
    """The pairs of a CSV with the columns ``source`` and ``target``, and ``id`` if there is one, in its order.

    Paths are relative to the file's folder; columns may be separated by semicolons, as a German Excel does. A pair that
    cannot be compared comes back with its error.

    :raises UsageError: the file is no such CSV.
    """
    for number, line in enumerate(_lines(file), 1):
        source, target = (str(file.parent / line[column]) for column in ("source", "target"))
        name = line.get("id") or f"{number:03}"
        try:
            yield Pair(name, source, target, compare_files(source, target, settings, kind))
        except (UsageError, DocumentError) as error:
            yield Pair(name, source, target, error=str(error))


def write_pairs(pairs: Iterable[Pair], folder: Path | None) -> Iterator[dict[str, Any]]:
    """A row for each pair with the number of its findings; with a folder also its report, and all rows as summary.csv.

    :raises UsageError: the folder cannot be written.
    """
    from depesche.compare.report import render

    rows = []
    written: Counter[str] = Counter()
    try:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        for pair in pairs:
            row = _row(pair)
            rows.append(row)
            if folder is not None and pair.comparison is not None:
                name = _file_name(pair.name)
                while written[name]:  # two rows may bear one id
                    written[name] += 1
                    name = f"{name}_{written[name]}"
                written[name] += 1
                (folder / f"{name}.html").write_text(render(pair.comparison), encoding="utf-8")
            yield row
        if folder is not None and rows:
            with (folder / "summary.csv").open("w", encoding="utf-8-sig", newline="") as out:
                table = csv.DictWriter(out, list(rows[0]))
                table.writeheader()
                table.writerows(rows)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written ({error.strerror or error})") from error


def _row(pair: Pair) -> dict[str, Any]:
    found = pair.comparison
    tally = counts(found.findings) if found else {}
    names = [f"{kind}_{operation}" for kind in get_args(FindingType) for operation in get_args(Operation)]
    return {
        "id": pair.name, "source": pair.source, "target": pair.target, "kind": found.kind if found else None,
        "score": found.score if found else None, "sentences": len(found.source.sentences) if found else None,
        **{name: tally.get(name, 0) for name in names}, "error": pair.error,
    }  # fmt: skip


def _file_name(name: str) -> str:
    return re.sub(r"[^\w.-]+", "_", name).strip(".") or "pair"


def _lines(file: Path) -> list[dict[str, str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            names = lines.readline()
            lines.seek(0)
            found = list(csv.DictReader(lines, delimiter=";" if names.count(";") > names.count(",") else ","))
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: is not UTF-8; save it as “CSV UTF-8”") from error
    except (OSError, csv.Error) as error:
        raise UsageError(f"{file}: cannot be read as CSV ({getattr(error, 'strerror', None) or error})") from error
    if not found or not {"source", "target"} <= set(found[0]):
        raise UsageError(f"{file}: needs a first line with the columns source and target, and a line for each pair")
    for number, line in enumerate(found, 2):
        if not line["source"] or not line["target"]:
            raise UsageError(f"{file}:{number}: names no source or no target")
    return found


def compare_records(file: Path, settings: Settings) -> Iterator[dict[str, Any]]:
    """The lines of a JSONL file compared or aligned, in its order.

    A line with ``source`` and ``target`` gives ``id``, ``flags`` and ``score``; one with ``src`` and ``tgt`` gives
    ``id``, ``beads`` and ``seconds``. All four are lists of sentences, or a text of one. ``src_lang`` and ``tgt_lang``
    are found out where they are missing. Places in flags are ``[sentence, start, end]``.

    :raises UsageError: the file cannot be read, or a line is not like this.
    """
    numbered = enumerate(_records(file), 1)
    while chunk := list(islice(numbered, TOGETHER)):
        for aligned, group in _by_form(file, chunk):
            yield from _aligned(group, settings) if aligned else _flagged(group, settings)


def _records(file: Path) -> Iterator[Any]:
    try:
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    try:
                        yield json.loads(line)
                    except ValueError as error:
                        raise UsageError(f"{file}:{number}: no JSON ({error})") from error
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read ({error})") from error


def _by_form(file: Path, chunk: Sequence[tuple[int, Any]]) -> Iterator[tuple[bool, list[dict[str, Any]]]]:
    """Runs of records of one form, their texts as lists."""
    group: list[dict[str, Any]] = []
    before: bool | None = None
    for number, record in chunk:
        aligned = isinstance(record, dict) and "src" in record
        names = ("src", "tgt") if aligned else ("source", "target")
        if not isinstance(record, dict) or "id" not in record or not all(_sentences(record.get(n)) for n in names):
            raise UsageError(f"{file}, record {number}: needs id, and source and target (or src and tgt): lists of "
                             "sentences")  # fmt: skip
        if group and aligned != before:
            yield bool(before), group
            group = []
        before = aligned
        sides = [record[n] if isinstance(record[n], list) else [record[n]] for n in names]
        group.append({"id": record["id"], "sides": sides, "langs": _langs(file, number, record, sides)})
    if group:
        yield bool(before), group


def _sentences(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(s, str) for s in value))


def _langs(file: Path, number: int, record: Mapping[str, Any], sides: Sequence[Sequence[str]]) -> list[str]:
    found = []
    for name, sentences in zip(("src_lang", "tgt_lang"), sides, strict=True):
        lang = record.get(name) or _lang("\n".join(sentences))
        if lang not in LANGUAGES:
            known = " and ".join(LANGUAGES)
            raise UsageError(f"{file}, record {number}: {name} is {lang!r}; only {known} can be compared")
        found.append(lang)
    return found


def _lang(text: str, engine: str = "langdetect") -> str:
    """The language of a text, of a few words too."""
    found = detect(text, engine=cast("Any", engine)).lang
    return detect_short(text)[0] if found == UNKNOWN else found


def _aligned(group: Sequence[Mapping[str, Any]], settings: Settings) -> Iterator[dict[str, Any]]:
    started = time.perf_counter()
    model = _encoder(settings.model)
    sentences = list(dict.fromkeys(s for record in group for side in record["sides"] for s in side))
    rows = dict(zip(sentences, model.vectors([_split(s) for s in sentences]), strict=True))
    reading = (time.perf_counter() - started) / max(sum(len(s) for r in group for s in r["sides"]), 1)
    for record in group:
        started = time.perf_counter()
        source, target = record["sides"]
        vectors = [model.vectors([]) if not side else _stacked([rows[s] for s in side]) for side in (source, target)]
        beads = align(source, target, (vectors[0], vectors[1]), (record["langs"][0], record["langs"][1]))
        seconds = time.perf_counter() - started + reading * (len(source) + len(target))
        pairs = [[list(bead.source), list(bead.target)] for bead in beads]
        yield {"id": record["id"], "beads": pairs, "seconds": round(seconds, 4)}


def _stacked(rows: Sequence[Any]) -> Any:
    import numpy as np

    return np.stack(rows)


def _split(sentence: str) -> Words:
    words = sentence.split()
    return Words(words, [True] * len(words))


def _flagged(group: Sequence[Mapping[str, Any]], settings: Settings) -> Iterator[dict[str, Any]]:
    started = []
    for record in group:
        for side, lang in zip(record["sides"], record["langs"], strict=True):
            started.append(_cut(str(record["id"]), side, lang))
    texts = iter(_texts(started, settings))
    for record in group:
        source, target = next(texts), next(texts)
        found = compare(source, target, "translation").findings
        yield {
            "id": record["id"], "flags": [_flag(finding, source, target) for finding in found],
            "score": round(sum(finding.confidence for finding in found), 4),
        }  # fmt: skip


def _flag(finding: Finding, source: Text, target: Text) -> dict[str, Any]:
    def place(at: Place | None, text: Text) -> list[int] | None:
        if at is None:
            return None
        start = text.sentences[at.sentence].start
        return [at.sentence, at.start - start, at.end - start]

    return {
        "type": finding.type, "op": finding.operation, "src": place(finding.source, source),
        "tgt": place(finding.target, target), "confidence": finding.confidence, "note": finding.note,
    }  # fmt: skip


# ---------------------------------------------------------------------------------------------------------------- texts


_Started = tuple[Record, "list[Part]", "list[Span]"]


def _cut(doc_id: str, sentences: Sequence[str], lang: str) -> _Started:
    parts, spans = annotate.parse_sentences(sentences, lang)
    return Record(doc_id, lang, 1.0, "\n".join(sentences)), parts, spans


def _started(document: Document, settings: Settings) -> _Started:
    lang = settings.lang or document.lang or _lang(document.text, settings.detector)
    if lang not in LANGUAGES:
        raise UsageError(f"{document.doc_id}: is neither German nor English but {lang}; --lang says otherwise")
    from depesche.language import Language

    parts = annotate.parse(document.text, Language(lang, 1.0, "given"))
    record = Record(document.doc_id, lang, 1.0, document.text, document.title, document.source, document.published)
    return record, parts, annotate.sentences(parts)


def _texts(started: Sequence[_Started], settings: Settings) -> list[Text]:
    annotate.encode([part for _, parts, _ in started for part in parts], settings.model)
    model = _encoder(settings.model)
    return [read(filled(record, parts), parts, spans, model) for record, parts, spans in started]


def _encoder(name: str) -> Encoder:
    found = reader(name)
    if isinstance(found, Checkpoint):
        return found.encoder
    assert isinstance(found, Encoder)
    return found


def _document(path: str, settings: Settings) -> Document:
    """The one document of a file.

    :raises UsageError: the file has none or several. :raises DocumentError: it cannot be read.
    """
    found: list[Document] = []
    for item in ingest.walk([path], settings.read):
        if isinstance(item, ingest.Failure):
            raise UsageError(item.message)
        if isinstance(item, ingest.Item):
            for document in ingest.read(item, ingest.load(item, settings.read), settings.read):
                if isinstance(document, ingest.Failure):
                    raise UsageError(document.message)
                found.append(document)
        if len(found) > 1:
            raise UsageError(f"{path}: holds several documents; name a file with one")
    if not found:
        raise UsageError(f"{path}: holds no document")
    return found[0]

