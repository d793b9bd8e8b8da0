"""The section ``entities`` of a language file, ready for look-up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache, lru_cache
from typing import Any, cast, get_args

from depesche import resources
from depesche.entities.words import tokens
from depesche.errors import ResourceError
from depesche.records import Label

LABELS: frozenset[str] = frozenset(get_args(Label))


@dataclass(frozen=True, slots=True)
class Form:
    """How a name is built round a head word: the keys of an entry under ``forms`` in the language file.

    :param whole: words before which it is part of the whole that they lead to: Article 5 of the Treaty.
    :param common: words that are no name though they end as one: Naturgesetz.
    """

    label: Label
    left: int = 0
    joins: frozenset[str] = frozenset()
    right: frozenset[str] = frozenset()
    place: bool = False
    after: bool = False
    number: bool = False
    whole: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    ids: Mapping[str, str] = field(default_factory=dict)
    words: int = 2


@dataclass(frozen=True, slots=True)
class Lang:
    """The section ``entities`` of a language file, ready for look-up."""

    forms: Mapping[str, Form]
    endings: tuple[tuple[str, Form], ...]
    stems: tuple[str, ...]
    possessives: frozenset[str]
    governments: frozenset[str]
    conjunctions: frozenset[str]
    cabinets: frozenset[str]
    portfolios: frozenset[str]
    titles: frozenset[str]
    courtesies: frozenset[str]
    before_dates: frozenset[str]
    greeting: re.Pattern[str]
    closing: re.Pattern[str]
    street: re.Pattern[str]
    nobody: re.Pattern[str]
    particles: frozenset[str]
    never: frozenset[str]
    weak: frozenset[str]
    inside: frozenset[str]
    abbreviated: frozenset[str]
    number_words: frozenset[str]
    heads: Mapping[str, Label]
    suffix_heads: Mapping[str, Label]
    suffixes: tuple[str, ...]
    head_sizes: tuple[int, ...]
    determiners: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    of_things: frozenset[str]
    joined: frozenset[str]
    quarters: frozenset[str]
    to_places: frozenset[str]
    contracted: frozenset[str]
    to_times: frozenset[str]
    announces: frozenset[str]
    modifiers: frozenset[str]
    bare: re.Pattern[str]
    modifier: re.Pattern[str]
    sure_modifier: re.Pattern[str]
    after_name: re.Pattern[str]
    name_modifiers: frozenset[str]
    firm_nouns: re.Pattern[str]
    things: Mapping[Label, re.Pattern[str]]
    genitives: frozenset[str]
    groups: frozenset[str]
    counts: frozenset[str]
    tails: tuple[tuple[str, ...], ...]
    pronouns: Mapping[str, Label]
    expletive: frozenset[str]
    expletive_verbs: frozenset[str]
    genitive: tuple[tuple[str, re.Pattern[str]], ...]
    citizens: tuple[tuple[str, str], ...]
    adjective_endings: tuple[str, ...]
    adjective_base: str
    genitive_sign: str
    possessive_sign: str
    noun_endings: tuple[str, ...]
    compounds: bool
    compound_last: bool

    def is_sure(self, word: str) -> bool:
        return word[0].isupper() or bool(self.sure_modifier.match(word))


@cache
def language(lang: str) -> Lang:
    data = resources.language(lang, "entities")
    try:
        return _read_language(data)
    except (KeyError, TypeError, AttributeError, ValueError, re.error) as error:
        raise ResourceError(f"entities of language {lang!r}: {type(error).__name__} {error}") from error


def _read_language(data: Mapping[str, Any]) -> Lang:
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
            whole=word_set(item.get("whole", "")),
            common=word_set(item.get("common", "")),
            ids=item.get("ids", {}),
            words=item.get("words", 2),
        )
        for word in listed(item["heads"]):
            for shape in shapes(word):
                if shape.startswith("~"):
                    endings.append((shape[1:], form))
                else:
                    forms[shape] = form
    suffix_heads = labelled(data.get("suffixes", {}))
    mine = rf"{_letters('mine')}(?:,?\s{_letters('warm')}(?![\w-]))*"
    made: dict[str, Any] = {
        "forms": forms,
        "endings": tuple(sorted(endings, key=lambda e: (-len(e[0]), e[0]))),
        "stems": tuple(stem for stem, _ in endings),
        "heads": labelled(data["heads"]),
        "suffix_heads": {form.lower(): label for form, label in suffix_heads.items()},
        "suffixes": tuple(form.lower() for form in suffix_heads),
        "head_sizes": tuple(sorted({len(form) for form in suffix_heads}, reverse=True)),
        "things": {label_of(label): re.compile(nouns) for label, nouns in data["things"].items()},
        "tails": tuple(tuple(tokens(tail)) for tail in data["tails"]),
        "pronouns": labelled(data["pronouns"]),
        "genitive": tuple((item["ending"], re.compile(item["after"])) for item in data["genitive"]),
        "greeting": re.compile(_letters("salutation", "open") + r"(?![\w-])"),
        "closing": re.compile(
            rf"(?<![\w-])(?:{_letters('closing')}|{mine}|{_letters('before_name')})(?![\w-])[\s,.!:–—-]*"
        ),
        "nobody": re.compile(_letters("salutation", "nobody")),
        "citizens": tuple((item["ending"], item["city"]) for item in data["citizens"]),
        "adjective_endings": tuple(data["adjective_endings"]),
        "noun_endings": tuple(data["noun_endings"]),
    }
    # all others stand under their own names
    plain: dict[str, Callable[[Any], Any]] = {
        "frozenset[str]": word_set, "re.Pattern[str]": re.compile, "str": str, "bool": bool,
    }  # fmt: skip
    own = {one.name: plain[str(one.type)](data[one.name]) for one in fields(Lang) if one.name not in made}
    return Lang(**made, **own)


def _letters(*path: str) -> str:
    """How letters begin and end, in all languages, as one expression."""
    found = [resources.language(one, "letters") for one in resources.LANGUAGES]
    for key in path:
        found = [section[key] for section in found]
    return "(?:" + "|".join(map(str, found)) + ")"


@cache
def everywhere(key: str) -> frozenset[str]:
    """The words of all languages under a key, for what must be the same in each, such as an id."""
    return frozenset().union(*(word_set(resources.language(one, "entities")[key]) for one in resources.LANGUAGES))


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
    if label is None and lang.compounds and word[0].isupper() and len(word) > 7 and word.endswith(lang.suffixes):
        for size in lang.head_sizes:
            if len(word) > size + 2 and (label := lang.suffix_heads.get(word[-size:])) is not None:
                return label
    return label


def nameable(word: str, lang: Lang) -> bool:
    """Whether a word may stand in a name."""
    return word[0].isupper() and word.casefold() not in lang.never and not word[-1].isdigit() and "@" not in word


@lru_cache(1 << 14)
def thing(noun: str, lang: str) -> Label | None:
    """The label of a name right behind a noun that says what it is the name of: Pharmakonzern, Frachter."""
    known = language(lang)
    if known.firm_nouns.fullmatch(noun):
        return "ORG"
    return next((label for label, nouns in known.things.items() if nouns.fullmatch(noun)), None)
