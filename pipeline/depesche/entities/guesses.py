"""Guesses where no known name and no form helps: words that no dictionary has, first names, unexplained acronyms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from depesche.entities.gazetteer import name_id
from depesche.entities.grammar import head
from depesche.entities.words import Span
from depesche.records import Label

if TYPE_CHECKING:
    from depesche.entities.names import Reader


def unknown(reader: Reader, spans: Sequence[Span]) -> Iterator[Span]:
    """Capitalised words that no dictionary has, where a preposition or a verb of speech says what they name."""
    words, gap, lang = reader.words.text, reader.words.gap, reader.lang
    taken = {i for span in spans for i in range(span.start, span.end)}
    i = 0
    while i < len(words):
        if i in taken or not strange(reader, i):
            i += 1
            continue
        start, end = i, i + 1
        while (
            end < len(words)
            and end not in taken
            and gap[end] == 1
            and reader.nameable(end)
            and end - i < 3
            and (lang.proper_runs or strange(reader, end))
        ):
            end += 1
        while (
            lang.proper_runs
            and start > 0
            and start - 1 not in taken
            and gap[start] == 1
            and end - start < 3
            and (reader.nameable(start - 1) and not reader.words.fresh[start - 1])
        ):
            start -= 1
        label = _guess(reader, start, end)
        if label is not None:
            yield Span(start, end, label, name_id(" ".join(words[start:end])), 0)
        i = end


def first_names(reader: Reader, spans: Sequence[Span]) -> Iterator[Span]:
    """A first name by itself, unless it starts a sentence in the form of a common word."""
    words, gap = reader.words.text, reader.words.gap
    taken = {i for span in spans for i in range(span.start, span.end)}
    for i, word in enumerate(words):
        if word in reader.lang.given and i not in taken and _alone(reader, i):
            neighbours = [j for j in (i - 1, i + 1) if 0 <= j < len(words) and gap[max(i, j)] == 1]
            if not any(words[j][0].isupper() and (j > i or not reader.words.fresh[j]) for j in neighbours):
                yield Span(i, i + 1, "PERSON", name_id(word), 0)


def capitals(reader: Reader, spans: Sequence[Span]) -> Iterator[Span]:
    """An acronym that nothing explains, where the words round it are not in capitals: mostly an organisation."""
    words = reader.words.text
    taken = {i for span in spans for i in range(span.start, span.end)}
    # What stands in brackets abbreviates words that were not read as an organisation: a law, a technique.
    bracketed = {words[i] for i in range(1, len(words) - 1) if words[i - 1] == "(" and words[i + 1] == ")"}
    for i, word in enumerate(words):
        if not (2 < len(word) < 6 and word.isupper() and word.isalpha()) or i in taken or word in bracketed:
            continue
        if word in reader.lang.no_acronym or set(word) <= set("IVXLCDM") or _in_dictionary(word.lower(), reader.name):
            continue
        near = words[max(i - 1, 0) : i] + words[i + 1 : i + 2]
        shouted = any(len(w) > 1 and w.isupper() for w in near) or not any(w.islower() for w in near)
        if not shouted and reader.free(i, i + 1, "ORG"):
            yield Span(i, i + 1, "ORG", name_id(word), 0)


def _alone(reader: Reader, i: int) -> bool:
    words = reader.words.text
    if reader.words.hyphen(i + 1) or not reader.nameable(i) or words[i].lower() in reader.lower:
        return False
    return not any(word in reader.lang.no_person for word in words[max(i - 2, 0) : i])


def strange(reader: Reader, i: int) -> bool:
    word = reader.words.text[i]
    if not (word[0].isupper() and 2 < len(word) < 13 and word[1:].islower() and word.isalpha() and reader.nameable(i)):
        return False
    if reader.words.hyphen(i + 1) or (i and reader.words.text[i - 1] in "-@#/" and reader.words.gap[i] == 0):
        return False
    return head(word, reader.lang) is None and not _in_dictionary(word, reader.name)


def _guess(reader: Reader, start: int, end: int) -> Label | None:
    words, gap, lang = reader.words.text, reader.words.gap, reader.lang
    before = words[start - 1] if start and gap[start] == 1 else ""
    after = words[end] if end < len(words) and gap[end] == 1 else ""
    if after in lang.speech or before in lang.speech:
        return "PERSON"
    if before in lang.place_heads or (before == "of" and start > 1 and words[start - 2] in lang.place_heads):
        return "LOC"
    if reader.announced(start):
        return "ORG"
    if end - start == 1 and before in lang.into and not (after and after[0].isupper()):
        return "LOC"
    if (
        1 < end - start <= lang.proper_run
        and before not in lang.into
        and strange(reader, end - 1)
        and not (lang.no_person & set(words[start:end]) or any(word in lang.forms for word in words[start:end]))
    ):
        return "PERSON"
    return None


@lru_cache(maxsize=1 << 14)
def _in_dictionary(word: str, lang: str) -> bool:
    from simplemma import is_known

    return bool(is_known(word, lang, low_memory=True))
