"""The section ``entities`` of a language file, ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast, get_args

from depesche import resources
from depesche.entities.words import tokens
from depesche.errors import ResourceError
from depesche.records import Label

LABELS: frozenset[str] = frozenset(get_args(Label))


@dataclass(frozen=True, slots=True)
class Form:
    """How a name is built round a head word: the keys of an entry under ``forms`` in the language file."""

    label: Label
    left: int = 0
    joins: frozenset[str] = frozenset()
    right: frozenset[str] = frozenset()
    place: bool = False
    after: bool = False
    number: bool = False
    ids: Mapping[str, str] = field(default_factory=dict)
    words: int = 2


@dataclass(frozen=True, slots=True)
class Lang:
    """The section ``entities`` of a language file, ready for look-up."""

    forms: Mapping[str, Form]
    endings: tuple[tuple[str, Form], ...]
    titles: frozenset[tuple[str, ...]]
    title_lengths: Mapping[str, tuple[int, ...]]
    titles_after: frozenset[str]
    given: frozenset[str]
    particles: frozenset[str]
    no_person: frozenset[str]
    possessives: frozenset[str]
    teams: bool
    governments: frozenset[str]
    nobility: frozenset[str]
    conjunctions: frozenset[str]
    cabinets: frozenset[str]
    directions: frozenset[str]
    speech: frozenset[str]
    into: frozenset[str]
    proper_runs: bool
    proper_run: int
    surnames: int
    never: frozenset[str]
    weak: frozenset[str]
    inside: frozenset[str]
    abbreviated: frozenset[str]
    number_words: frozenset[str]
    heads: Mapping[str, Label]
    suffix_heads: Mapping[str, Label]
    head_sizes: tuple[int, ...]
    determiners: frozenset[str]
    articles: frozenset[str]
    place_heads: frozenset[str]
    no_acronym: frozenset[str]
    modifiers: frozenset[str]
    bare: re.Pattern[str]
    modifier: re.Pattern[str]
    sure_modifier: re.Pattern[str]
    after_name: re.Pattern[str]
    name_modifiers: frozenset[str]
    genitives: frozenset[str]
    groups: frozenset[str]
    tails: tuple[tuple[str, ...], ...]
    pronouns: Mapping[str, Label]
    expletive: frozenset[str]
    expletive_verbs: frozenset[str]
    genitive: tuple[tuple[str, re.Pattern[str]], ...]
    adjective_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    compounds: bool
    compound_last: bool

    @property
    def genitive_s(self) -> bool:
        return bool(self.genitive)

    def is_sure(self, word: str) -> bool:
        return word[0].isupper() or bool(self.sure_modifier.match(word))


@cache
def language(lang: str) -> Lang:
    data = resources.language(lang, "entities")
    try:
        given = frozenset().union(
            *(word_set(resources.language(one, "entities")["given"]) for one in resources.LANGUAGES)
        )
        return _read_language(data, given - word_set(data["not_given"]))
    except (KeyError, TypeError, AttributeError, ValueError, re.error) as error:
        raise ResourceError(f"entities of language {lang!r}: {type(error).__name__} {error}") from error


def _read_language(data: Mapping[str, Any], given: frozenset[str]) -> Lang:
    forms: dict[str, Form] = {}
    endings: list[tuple[str, Form]] = []
    for item in data["forms"]:
        form = Form(
            label=label_of(item["label"]),
            left=item.get("left", 0),
            joins=word_set(item.get("joins", "")),
            right=word_set(item.get("right", "")),
            place=item.get("place", False),
            after=item.get("after", False),
            number=item.get("number", False),
            ids=item.get("ids", {}),
            words=item.get("words", 2),
        )
        for word in listed(item["heads"]):
            for shape in shapes(word):
                if shape.startswith("~"):
                    endings.append((shape[1:], form))
                else:
                    forms[shape] = form
    titles = frozenset(tuple(tokens(shape)) for title in listed(data["titles"]) for shape in shapes(title))
    suffix_heads = labelled(data.get("suffixes", {}))
    return Lang(
        forms=forms,
        endings=tuple(sorted(endings, key=lambda e: (-len(e[0]), e[0]))),
        titles=titles,
        title_lengths=lengths(titles),
        titles_after=word_set(data["titles_after"]),
        given=given,
        surnames=data["surnames"],
        heads=labelled(data["heads"]),
        suffix_heads={form.lower(): label for form, label in suffix_heads.items()},
        head_sizes=tuple(sorted({len(form) for form in suffix_heads}, reverse=True)),
        bare=re.compile(data["bare"]),
        modifier=re.compile(data["modifier"]),
        sure_modifier=re.compile(data["sure_modifier"]),
        after_name=re.compile(data["after_name"]),
        tails=tuple(tuple(tokens(tail)) for tail in data["tails"]),
        pronouns=labelled(data["pronouns"]),
        genitive=tuple((item["ending"], re.compile(item["after"])) for item in data["genitive"]),
        adjective_endings=tuple(data["adjective_endings"]),
        noun_endings=tuple(data["noun_endings"]),
        teams=data["teams"],
        proper_runs=data["proper_runs"],
        proper_run=data["proper_run"],
        compounds=data["compounds"],
        compound_last=data["compound_last"],
        **{
            key: word_set(data[key])
            for key in (
                "particles",
                "no_person",
                "articles",
                "place_heads",
                "no_acronym",
                "possessives",
                "governments",
                "nobility",
                "conjunctions",
                "cabinets",
                "directions",
                "speech",
                "into",
                "never",
                "weak",
                "inside",
                "abbreviated",
                "number_words",
                "determiners",
                "modifiers",
                "name_modifiers",
                "genitives",
                "groups",
                "expletive",
                "expletive_verbs",
            )
        },
    )


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def listed(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


def shapes(item: str) -> list[str]:
    """``Senator -s -en`` gives Senator, Senators, Senatoren."""
    parts = item.split(" -")
    return [parts[0], *(parts[0] + ending for ending in parts[1:])]


def labelled(groups: Mapping[str, str]) -> dict[str, Label]:
    return {shape: label_of(label) for label, text in groups.items() for item in listed(text) for shape in shapes(item)}


def label_of(value: str) -> Label:
    if value not in LABELS:
        raise ValueError(f"{value!r} is no label; labels are {', '.join(sorted(LABELS))}")
    return cast("Label", value)


def lengths(forms: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    sizes: dict[str, set[int]] = {}
    for form in forms:
        sizes.setdefault(form[0], set()).add(len(form))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in sizes.items()}


def head(word: str, lang: Lang) -> Label | None:
    """The label of a noun that acts, or of a closed compound that ends in one (Energiekonzern)."""
    label = lang.heads.get(word)
    if label is None and lang.compounds and word[0].isupper() and len(word) > 7:
        for size in lang.head_sizes:
            if len(word) > size + 2 and (label := lang.suffix_heads.get(word[-size:])) is not None:
                return label
    return label
