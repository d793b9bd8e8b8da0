"""Names with ids: the knowledge file of the package, one of the user, and the forms of a name in a language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, cast

from depesche import resources
from depesche.entities.grammar import LABELS, Lang, everywhere, language, lengths
from depesche.entities.words import tokens
from depesche.errors import ResourceError
from depesche.records import Label

FIRM_SIGNS = frozenset("&+")  # between the names of a firm's founders
_MARKS = str.maketrans("", "", "~^")  # how words inflect
_SECTIONS = ("seats", "states", "kinds")  # of a knowledge file that are no labels


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something with an id.

    :param key: readable key, or a public code (ISO 3166 alpha-2, programme key), which is written in capitals.
    """

    key: str
    label: Label
    wikidata: str | None = None

    @property
    def entity_id(self) -> str:
        """The public code if the key is one, else the Wikidata id if it is known, else the key."""
        return self.key if self.key[:2].isupper() else self.wikidata or self.key


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All names of a knowledge file.

    :param entries: by key.
    :param names: per notation of the file (``names``, or a language), pairs of a name as written there and its key.
    :param seats: the country of a firm or city, by its id. :param states: that of a state that is named behind a city.
    :param kinds: what an organisation that is no firm is, by its id.
    """

    entries: Mapping[str, Entry]
    names: Mapping[str, tuple[tuple[str, str], ...]]
    seats: Mapping[str, str]
    states: Mapping[str, str]
    kinds: Mapping[str, str]
    tables: dict[str, Table] = field(default_factory=dict, compare=False, repr=False)

    def table(self, lang: str) -> Table:
        """The names as they appear in texts of ``lang``, made on first use."""
        if lang not in self.tables:
            self.tables[lang] = _inflect(self, lang)
        return self.tables[lang]


@dataclass(frozen=True)
class Table:
    """Forms by first word: number of words of each, longest first; and the entry of each form.

    :param seats: :param states: :param kinds: as :class:`Knowledge` has them.
    :param short: the ids of firms that the file has with a legal form, by their names without: what is read as
        an organisation is one of them, what else it may be is not.
    """

    lengths: Mapping[str, tuple[int, ...]]
    forms: Mapping[tuple[str, ...], Entry]
    seats: Mapping[str, str]
    states: Mapping[str, str]
    kinds: Mapping[str, str]
    short: Mapping[tuple[str, ...], str]

    @cached_property
    def shared(self) -> frozenset[str]:
        """The ids of names that several bear."""
        return frozenset(e.entity_id for e in self.forms.values() if by_name(e.entity_id))

    @cached_property
    def firms(self) -> frozenset[str]:
        """The words with which the names of organisations begin."""
        return frozenset(form[0] for form, entry in self.forms.items() if entry.label == "ORG")

    @cached_property
    def capitals(self) -> tuple[Mapping[str, tuple[int, ...]], Mapping[tuple[str, ...], Entry]]:
        """The same for text in capitals."""
        forms: dict[tuple[str, ...], Entry] = {}
        for form, entry in self.forms.items():
            forms.setdefault(tuple(word.upper() for word in form), entry)
        return lengths(forms), forms


def knowledge(extra_path: Path | None = None) -> Knowledge:
    """The names that come with the package, and those of a file of the user in the same format.

    :param extra_path: a YAML file; its entries are added, and replace entries that have the same key.
    :raises ResourceError: when a file cannot be read or an entry is not as it must be.
    """
    return _knowledge(extra_path.resolve() if extra_path else None)


def name_id(text: str) -> str:
    """Id of a name that is in no knowledge file: ``name:`` and the name without case, accents and legal form.

    >>> name_id("Müller Präzision GmbH")
    'name:muller-prazision'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    words = re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    kept = [*words[:1], *(word for word in words[1:] if word not in everywhere("legal_forms"))]  # AG Köln is a court
    return "name:" + "-".join(kept[1:] if kept[0] in everywhere("name_articles") and len(kept) > 1 else kept)


def by_name(entity_id: str | None) -> bool:
    """Whether an id was made of a name: nobody knows whose it is."""
    return entity_id is not None and entity_id.startswith("name:")


@cache
def given_names() -> frozenset[str]:
    """First names that are written differently in the languages, and those that go with the package."""
    data = resources.load("names")
    return frozenset(" ".join([*data["translated"], data["given"]]).split())


@cache
def shortened_names() -> frozenset[str]:
    """First names as they are written short, without the stop: Rob, Thos."""
    return frozenset(resources.load("names")["shortened"].split())


@cache
def _knowledge(extra: Path | None) -> Knowledge:
    entries: dict[str, Entry] = {}
    written: dict[str, dict[str, list[str]]] = {}
    countries: dict[str, dict[str, str]] = {section: {} for section in _SECTIONS}
    _add(resources.load("knowledge"), "knowledge.yaml", entries, written, countries)
    if extra is not None:
        import yaml

        try:
            data = yaml.safe_load(extra.read_text(encoding="utf-8"))
        except (OSError, ValueError, yaml.YAMLError) as error:
            raise ResourceError(f"{extra}: {error}") from error
        _add(data, str(extra), entries, written, countries)
    names: dict[str, list[tuple[str, str]]] = {}
    for key, fields in written.items():
        for notation, forms in fields.items():
            names.setdefault(notation, []).extend((name, key) for name in forms)
    seats, states, kinds = (
        {entries[key].entity_id: code for key, code in countries[section].items() if key in entries}
        for section in _SECTIONS
    )
    return Knowledge(entries, {notation: tuple(pairs) for notation, pairs in names.items()}, seats, states, kinds)


def _add(
    data: Any,
    file: str,
    entries: dict[str, Entry],
    written: dict[str, dict[str, list[str]]],
    countries: dict[str, dict[str, str]],
) -> None:
    if not isinstance(data, dict):
        raise ResourceError(f"{file}: must be a mapping of labels to entries")
    for label, group in data.items():
        if label in _SECTIONS:
            if not isinstance(group, dict) or not all(isinstance(keys, str) for keys in group.values()):
                raise ResourceError(f"{file}: {label}: must be words with the keys of entries behind them")
            countries[label] |= {key: code for code, keys in group.items() for key in keys.split()}
            continue
        if label not in LABELS or not isinstance(group, dict):
            raise ResourceError(f"{file}: {label}: must be one of {', '.join(sorted(LABELS))} with entries under it")
        for key, value in group.items():
            fields = {"names": value} if isinstance(value, str) else value
            where = f"{file}: {label}: {key}"
            if not isinstance(key, str) or not isinstance(fields, dict):
                raise ResourceError(f"{where}: must be names separated by ' | ', or a mapping with them")
            unknown = set(fields) - {
                "names",
                "wikidata",
                *resources.LANGUAGES,
                *(f"people_{lang}" for lang in resources.LANGUAGES),
            }
            if unknown or not all(isinstance(text, str) for text in fields.values()):
                raise ResourceError(
                    f"{where}: {', '.join(sorted(map(str, unknown))) or 'a value'} cannot be read; "
                    "keys are names, de, en, people_de, people_en, wikidata, all of them text"
                )
            if len(fields) == ("wikidata" in fields):
                raise ResourceError(f"{where}: has no names")
            entries[key] = Entry(key, cast("Label", label), fields.get("wikidata"))
            split = {n: [name.strip() for name in text.split("|")] for n, text in fields.items() if n != "wikidata"}
            if not all(name for names in split.values() for name in names):
                raise ResourceError(f"{where}: an empty name between two '|'")
            written[key] = split
            if any(notation.startswith("people") for notation in split):
                entries[f"norp:{key}"] = Entry(f"norp:{key}", "NORP")


def _inflect(known: Knowledge, name: str) -> Table:
    """All forms of all names in texts of the language ``name``."""
    lang = language(name)
    forms: dict[tuple[str, ...], Entry] = {}
    for notation in ("names", name, f"people_{name}"):
        people = notation.startswith("people")
        pairs = known.names.get(notation, ())
        for written, key in pairs:
            entry = known.entries[f"norp:{key}" if people else key]
            for form in _name_forms(written, lang, genitive=not people):
                forms.setdefault(tuple(tokens(form)), entry)
    return Table(lengths(forms), forms, known.seats, known.states, known.kinds, _short(known))


def _short(known: Knowledge) -> dict[tuple[str, ...], str]:
    """Names of firms without the legal form; in all languages, as a legal form goes with the firm."""
    found: dict[tuple[str, ...], set[str]] = {}
    for notation, pairs in known.names.items():
        for written, key in pairs if not notation.startswith("people") else ():
            words = tuple(tokens(written.translate(_MARKS)))
            if known.entries[key].label == "ORG" and (short := without_form(words)) != words:
                found.setdefault(short, set()).add(known.entries[key].entity_id)
    return {short: ids.pop() for short, ids in found.items() if len(ids) == 1}


def without_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """The name of a firm without what says that it is one: Alphabet Inc., Otto Group."""
    end = len(words)
    while end > 1 and (words[end - 1] == "." or words[end - 1].casefold() in firm_words()):
        end -= 1
    return words if words[end - 1] == "-" else words[:end]  # Euro-Gruppe


@cache
def firm_words() -> frozenset[str]:
    """Legal forms and the words for a group, which name nobody else than the firm before them."""
    return everywhere("legal_forms") | everywhere("firm_words")


def _name_forms(name: str, lang: Lang, *, genitive: bool) -> list[str]:
    if not genitive and not {"~", "+", "^"} & set(name):
        return [name]
    variants = [""]
    words = name.split(" ")
    for i, word in enumerate(words):
        if word.endswith("~"):
            stem = word[:-1].removesuffix(lang.adjective_base)
            ways = [stem + ending for ending in lang.adjective_endings] or [word[:-1]]
        elif word.endswith("+") and len(word) > 1:  # Kühne + Nagel
            ways = [word[:-1] + ending for ending in lang.noun_endings]
        elif (genitive and i == len(words) - 1 and any(c.islower() for c in word)) or word.endswith("^"):
            plain = word.removesuffix("^")
            ways = [plain, *(plain + ending for ending, after in lang.genitive if after.search(plain))]
        else:
            ways = [word]
        variants = [f"{left} {way}" if left else way for left in variants for way in ways]
    return variants
