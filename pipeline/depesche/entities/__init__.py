"""Names, actor phrases and pronouns of a document, with ids that are the same in German and English.

A knowledge file gives names their ids (see the head of ``resources/knowledge.yaml`` for its format); the section
``entities`` of ``de.yaml`` and ``en.yaml`` says how names inflect, which words announce a person, an organisation
or a law, and which nouns are actors. One pass looks up the longest known name at each word, a second builds names
from their form, a third finds what the document itself introduced: acronyms and surnames. "The company" has the id of
the name that it stands for, where one is near.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from depesche import resources
from depesche.entities.antecedents import resolved
from depesche.entities.gazetteer import Entry, Knowledge, by_name, knowledge, name_id
from depesche.entities.grammar import everywhere
from depesche.entities.mentions import Mentions
from depesche.entities.names import Memory, Reader
from depesche.entities.words import Span, Words
from depesche.records import Entity, Label

if TYPE_CHECKING:
    from depesche.annotate import Part

_VERBS, _ATTRIBUTES = ("VERB", "AUX"), ("amod", "compound")
_WORDED = ("PERSON", "GPE", "LOC", "NORP")
_ADDRESS = re.compile(r"@|\b(?:www\.|https?://)")

__all__ = ["Entry", "Knowledge", "by_name", "find", "knowledge", "name_id"]


def find(parts: Sequence[Part], known: Knowledge | None = None) -> list[Entity]:
    """Names, nominal mentions and pronouns of one document, sorted by ``(start, -end)``.

    ``part.doc.ents`` is set to the names that fill whole tokens. Parts in a language without data are skipped.

    :param parts: the parts of one document; what one introduces is known in the others.
    :param known: the names to look up, by default those of :func:`knowledge`.
    """
    known = known or knowledge()
    here = [part for part in parts if part.lang in resources.LANGUAGES]
    readers = [Reader(part.text, known.table(part.lang), part.lang) for part in here]
    predicates = []
    for part, reader in zip(here, readers, strict=True):
        reader.tags, verbs = _tags(part, reader)
        predicates.append(verbs)
    memory = Memory()
    names = [reader.names(memory, _read_names(part, reader)) for part, reader in zip(here, readers, strict=True)]
    found: list[Entity] = []
    for part, reader, first, verbs in zip(here, readers, names, predicates, strict=True):
        spans = reader.echoes(first, memory)
        _set_ents(part.doc, reader, spans)
        text, words = part.text, reader.words
        mentions = [(span, "name") for span in {*spans, *reader.inner}]
        unnamed = Mentions(words, reader.lang, spans, verbs, reader.genitives(spans))
        mentions += [(span, "nominal") for span in unnamed.nominals()]
        mentions += [(span, "pronoun") for span in unnamed.pronouns()]
        own = []
        for span, kind in mentions:
            start, end = words.start[span.start], words.end[span.end - 1]
            own.append(Entity(start, end, text[start:end], span.label, cast("Any", kind), span.entity_id))
        own = resolved(sorted(own, key=lambda e: (e.start, -e.end, e.kind)), text, part.lang, known)
        found += [replace(e, start=part.start + e.start, end=part.start + e.end) for e in own]
    return sorted(_without_genitive(found), key=lambda e: (e.start, -e.end, e.kind))


def _read_names(part: Part, reader: Reader) -> list[Span]:
    """The names that the encoder read, in the words of the reader."""
    words = reader.words
    found = []
    for ent in part.doc.ents:
        first = bisect_right(words.end, ent.start_char)
        last = bisect_left(words.start, ent.end_char)
        sign = reader.lang.genitive_sign
        person = bool(sign) and ent.label_ == "PERSON"
        owner = person and ent[0].dep_ == "nmod:poss" and ent.start < ent[0].head.i < ent.end
        if owner and words.text[first].endswith(sign):
            last = first + 1  # Marthas Mantel, but Hans Müllers Frau
        if "@" in words.text[first + 1 : last]:  # John Griffith@ENRON
            last = words.text.index("@", first + 1)
        for start, after in _lines(words, first, last):
            stop = after - start > 1 and words.text[after - 1] == "." and reader.takes_no_stop(after - 2)
            end = after - stop  # it ends the sentence; an abbreviation's belongs to the name
            name = " ".join(words.text[start:end])
            says = str.isalpha if ent.label_ in _WORDED else str.isalnum  # 3M is a firm, 72 no place
            if any(map(says, name)) and not _ADDRESS.search(name):
                found.append(Span(start, end, cast("Label", ent.label_), name_id(_based(name, ent, part, reader)), 1))
    return found


def _lines(words: Words, start: int, end: int) -> list[tuple[int, int]]:
    """A name as one, or as two where a short line ends in it and the next one begins small: Rodaun / bei Wien."""
    cut = next((i for i in range(start + 1, end) if words.gap[i] == 2 and words.text[i].islower()), None)
    if cut is None:
        return [(start, end)]
    behind = next((i for i in range(cut, end) if not words.text[i].islower()), end)
    return [(start, cut), (behind, end)]


def _tags(part: Part, reader: Reader) -> tuple[dict[int, str], frozenset[int]]:
    """The word class of each word of the reader that is one for the encoder too; and which of them are verbs of a
    clause: a participle before its noun is none (detained activists), nor what modifies nouns and looks like an
    infinitive (added to trade blacklist).
    """
    nouns, strings = reader.lang.modifiers, part.doc.vocab.strings
    tags: dict[int, str] = {}
    verbs = set()
    # one by one each token would be made a Python object
    for start, tag, dep, lower, lemma in part.doc.to_array(["IDX", "POS", "DEP", "LOWER", "LEMMA"]).tolist():
        tags[start] = pos = strings[tag]
        if pos in _VERBS and strings[dep] not in _ATTRIBUTES and not (lower == lemma and strings[lower] in nouns):
            verbs.add(start)
    of = {i: tags[start] for i, start in enumerate(reader.words.start) if start in tags}
    return of, frozenset(i for i in of if reader.words.start[i] in verbs)


def _based(name: str, ent: Any, part: Part, reader: Reader) -> str:
    """A person's name without the genitive before what is hers: Hans Müllers Frau."""
    sign, root = reader.lang.genitive_sign, ent.root
    behind = root.head.i >= ent.end and root.dep_ == "nmod:poss" and part.text[ent.end_char : ent.end_char + 1] == " "
    surname = name.rpartition(" ")[2]
    return name.removesuffix(sign) if ent.label_ == "PERSON" and behind and 3 < len(surname) < len(name) else name


def _without_genitive(entities: list[Entity]) -> list[Entity]:
    """The same id for "Röttgens" and "Röttgen", where the document has both forms."""
    ids = {entity.entity_id for entity in entities}
    signs = everywhere("genitive_sign")

    def based(entity: Entity) -> Entity:
        if entity.entity_id is None or not by_name(entity.entity_id):
            return entity
        stems = {entity.entity_id.removesuffix(sign) for sign in signs} - {entity.entity_id}
        return replace(entity, entity_id=min(stems)) if (stems := stems & ids) else entity

    return [based(entity) for entity in entities]


def _set_ents(doc: Any, reader: Reader, spans: Sequence[Span]) -> None:
    words = reader.words
    ents: list[Any] = []
    for span in spans:
        ent = doc.char_span(
            words.start[span.start], words.end[span.end - 1], label=span.label, kb_id=span.entity_id or ""
        )
        if ent is not None and (not ents or ents[-1].end <= ent.start):
            ents.append(ent)
    doc.set_ents(ents)
