"""Whether two names can be the same in two languages: Kiew and Kyiv, Köln and Cologne, Chruschtschow and Khrushchev."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from depesche import quantities
from depesche.entities.gazetteer import knowledge
from depesche.entities.grammar import everywhere
from depesche.entities.words import is_subsequence
from depesche.resources import LANGUAGES, language, load, path

_SPELLINGS = (  # what the languages, and their ways of writing Cyrillic, Arabic, Greek and Chinese, write differently
    (r"[^a-z]", ""), (r"x", "ks"), (r"ph", "f"), (r"[gk]h|^ch(?=[rl])", "k"), (r"th", "t"),
    (r"schtsch|shch|tsch|tch|dsch|sch|sh|zh|cz|sz|ch|dj|tz|ts|z|c(?=[eiy])|g(?=[ei])|j(?=[aou])", "s"),
    (r"ck|qu|q|c", "k"), (r"w|v", "v"), (r"b", "p"), (r"d", "t"), (r"g", "k"), (r"(?<=.)h", ""), (r"(.)\1+", r"\1"),
)  # fmt: skip
PLACES = frozenset({"GPE", "LOC", "NORP"})  # labels of places and of their people
_ROUGH = re.compile(r"^[ck]h(?=[aeiou])")
_SEMIVOWELS = str.maketrans("jy", "ii")
_VOWELS = re.compile(r"[aeiouy]+")
_RULES = tuple((re.compile(pattern), put) for pattern, put in _SPELLINGS)
_REPEATED = re.compile(r"(.)\1+")
_NUMBERED = re.compile(r"([^\W\d_]+) ?(\d{1,4})")
_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@lru_cache(1 << 16)
def plain(word: str) -> str:
    """Small letters without accents: ``Müller`` and ``Muller`` are one."""
    folded = unicodedata.normalize("NFKD", word.casefold().replace("ø", "o").replace("ł", "l").replace("đ", "d"))
    return "".join(c for c in folded if not unicodedata.combining(c))


@lru_cache(1 << 16)
def skeleton(word: str) -> str:
    """What the spellings of a name have in common: its consonants by sound, ``a`` for a vowel at its beginning."""
    found = _in_all("adjective_ending", r"(?<=...)(?:{})$").sub("", plain(word))
    for pattern, put in _RULES:
        found = pattern.sub(put, found)
    consonants = _REPEATED.sub(r"\1", _VOWELS.sub("", found).replace("j", ""))
    return ("a" if found[:1] in tuple("aeiouyj") else "") + consonants


@lru_cache(1 << 16)
def alike(a: str, b: str) -> bool:
    """Whether two words can be one name: the same letters, the same sounds, or one with an ending more."""
    first, second = plain(a), plain(b)
    if first == second or second in _given().get(first, ()) or second in _given().get(first.removesuffix("s"), ()):
        return True
    if len(first) > 3 and _letters(first) == _letters(second):
        return True
    short, long = sorted((first, second), key=len)
    if len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 4:
        return True
    if _common(first, second) >= max(5, 0.75 * len(short)):
        return True
    ours, theirs = skeleton(a), skeleton(b)
    if "c" in first + second and ours != theirs:  # Latin c: Mycenae, Mykene
        ours, theirs = skeleton(a.replace("c", "k")), skeleton(b.replace("c", "k"))
    if ours == theirs:
        close = len(first) == len(second) or (first[:1] == second[:1] and abs(len(first) - len(second)) < 3)
        return len(ours) > 2 or (len(ours) == 2 and close) or first[:2] == second[:2]
    near = 0.6 * max(len(first), len(second)) <= min(len(first), len(second))
    short, long = sorted((ours, theirs), key=len)
    if len(short) >= 3 and near and long.startswith(short) and len(long) - len(short) <= 2:
        return True
    return len(short) >= 5 and _one_apart(short, long)


def _letters(word: str) -> str:
    """A plain word with one letter for what stands for one of another alphabet: Khamenei, Chamenei; Yahya, Jahia."""
    return _ROUGH.sub("h", word).translate(_SEMIVOWELS)


def _common(a: str, b: str) -> int:
    """Letters that both begin with."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _one_apart(a: str, b: str) -> bool:
    """Whether two skeletons that begin alike differ by one sound."""
    if a[0] != b[0] or len(b) - len(a) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    return a[at + 1 :] == b[at + 1 :] if len(a) == len(b) else a[at:] == b[at + 1 :]


def pieces(name: str, lang: str) -> list[str]:
    """The words of a name that tell it from others: no articles, titles or single letters."""
    weak = _weak(lang) | everywhere("legal_forms")
    found = _PIECE.findall(re.sub(r"\b([A-Z])\.(?=[A-Z]\.)", r"\1", name))  # B.C. is BC
    kept = [word for word in found if len(word) > 1 and word.casefold() not in weak]
    return kept or found


def says_little(word: str, lang: str) -> bool:
    """Whether a word of a name says little of whose it is: a title, an article."""
    return word.casefold() in _weak(lang)


@cache
def _given() -> dict[str, frozenset[str]]:
    """Names that the languages translate: Karl and Charles, Johannes and John."""
    found: dict[str, set[str]] = {}
    for line in load("names")["translated"]:
        forms = [plain(form) for form in line.split()]
        for form in forms:
            found.setdefault(form, set()).update(forms)
    return {form: frozenset(others) for form, others in found.items()}


@cache
def _weak(lang: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in language(lang, "compare")["weak_in_names"])


@lru_cache(1 << 16)
def keys(piece: str) -> frozenset[str]:
    """Two words of which :func:`said` may take one for the other have one of these in common."""
    found = _keys(piece)
    for group, rest in _made_of(plain(piece)):
        found |= {f"#{group}", *(_keys(rest) if len(rest) >= _PART else ())}
    return frozenset(found)


def _keys(piece: str) -> set[str]:
    """The same for :func:`alike`."""
    word = plain(piece)
    found = {word, word[:_PART], f"~{_letters(word)}", *_given().get(word, ())}
    for sounds in {skeleton(piece), skeleton(piece.replace("c", "k"))}:
        found |= {f"={sounds}", f"={sounds[:3]}~"}
        if len(sounds) > 4:
            found |= {f"={sounds[:i]}{sounds[i + 1 :]}" for i in range(1, len(sounds))}
    return found


def same_words(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether each piece of the shorter name has its like in the longer one."""
    short, long = sorted((ours, theirs), key=len)
    return bool(short) and all(said(piece, long) for piece in short)


def said(piece: str, words: Sequence[str]) -> bool:
    """Whether one of the words is the piece of a name, or they translate it; each part of a compound by itself."""
    if any(alike(piece, word) for word in words):
        return True
    made = _made_of(plain(piece))
    others = [(group, rest) for word in words for group, rest in _made_of(plain(word))]
    ends = [*map(plain, words), *(rest for _, rest in others)]
    groups = {group for group, _ in others}
    for group, rest in made:
        if group in groups and (len(rest) < _END or _ends_with(rest, ends, groups)):
            return True
    return any(len(rest) >= _PART and alike(piece, rest) for _, rest in others)


def _ends_with(rest: str, ends: Sequence[str], groups: set[int]) -> bool:
    return any(alike(rest, end) or _begins_like(rest, end) for end in ends) or any(
        group in groups for group, after in _made_of(rest) if len(after) < _END
    )


def _begins_like(a: str, b: str) -> bool:
    return _common(a, b) >= max(_PART, 0.75 * len(a))


_END = 3  # letters that are more than an ending
_PART = 4  # letters that the rest of a compound has at least


@lru_cache(1 << 14)
def _made_of(word: str) -> tuple[tuple[int, str], ...]:
    """The groups of ``parts`` with which a word begins, longest beginning first, and what follows."""
    found = [
        (size, group, rest)
        for size in range(1, min(len(word), 16) + 1)
        for group in _parts().get(word[:size], ())
        if size > 2 or size == len(word)
        for rest in _rests(word[size:])
    ]
    return tuple((group, rest) for _, group, rest in sorted(found, reverse=True))


def _rests(ending: str) -> tuple[str, ...]:
    """What follows a part in a compound, with and without what may join them; nothing if it is an ending."""
    if _in_all("name_endings", "{}").fullmatch(ending):
        return ("",)
    without = _in_all("joints", "^(?:{})(?=[^aeiou])").sub("", ending) if len(ending) > _PART else ending
    return (ending,) if without == ending else (without, ending)


@cache
def _in_all(kind: str, pattern: str) -> re.Pattern[str]:
    """A pattern with what all languages have of a kind in it: a name may be in any."""
    found = [language(lang, "compare").get(kind) for lang in LANGUAGES]
    return re.compile(pattern.format("|".join(some for some in found if some)))


@cache
def _parts() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for group, line in enumerate(load("names")["parts"]):
        for stem in line.replace("|", " ").split():
            found[plain(stem)] = (*found.get(plain(stem), ()), group)
    return found


def translates(pieces: Sequence[str]) -> bool:
    """Whether one of the words is one that names are translated with (Oberbayern)."""
    return any(_made_of(plain(piece)) for piece in pieces)


def is_abbreviation(piece: str) -> bool:
    """EEA, EWR, KI: what is another abbreviation in another language."""
    return 1 < len(piece) < 7 and piece.isupper()


def abbreviates(short: str, words: Sequence[str]) -> bool:
    """Whether ``short`` (UN, BUPT) has the initials of the words, or the first letters of parts of a compound."""
    if not (1 < len(short) < 8 and sum(map(str.isupper, short)) >= max(2, len(short) - 1)):
        return False
    initials = "".join(word[0] for word in words).upper()
    letters = plain(short).upper()
    if len(words) > 1:
        long = min(len(initials), len(letters)) > 2
        within = is_subsequence(letters, initials) or is_subsequence(initials, letters)
        return initials == letters or (long and within)
    return len(letters) > 2 and is_subsequence(plain(letters), plain(words[0])) and letters[0] == initials[:1]


def same_number(a: str, b: str) -> bool:
    """Whether one is a letter and a number, and the other the same number of what begins with it: A7, Autobahn 7."""
    first, second = _NUMBERED.fullmatch(a), _NUMBERED.fullmatch(b)
    if not first or not second or first[2] != second[2]:
        return False
    short, long = sorted((first[1], second[1]), key=len)
    return len(short) == 1 and short.isupper() and long.startswith(short)


@cache
def _exonyms() -> dict[str, frozenset[int]]:
    """Places of the world by each of their names, in small letters (resources/places.txt)."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(path("places.txt").read_text(encoding="utf-8").splitlines()):
        if not line.startswith("#"):
            for name in line.split("|"):
                found.setdefault(plain(name), set()).add(number)
    return {name: frozenset(places) for name, places in found.items()}


def same_place(a: str, b: str) -> bool:
    """Whether some place bears both names (Köln, Cologne)."""
    places = _exonyms()
    return bool(places.get(plain(a), frozenset()) & places.get(plain(b), frozenset()))


@cache
def known_forms(lang: str) -> dict[str, frozenset[str]]:
    """The forms in one language, in small letters, of everything with an id; of a country those of its people too."""
    found: dict[str, set[str]] = {}
    for words, entry in knowledge().table(lang).forms.items():
        form = " ".join(words).casefold()
        if len(form) >= _PART:
            found.setdefault(root(entry.entity_id) or "", set()).add(form)
    return {entity_id: frozenset(forms) for entity_id, forms in found.items()}


def described(words: str, lang: str) -> list[tuple[str, int, int]]:
    """What is called otherwise in the other language: ids, and where the words for them stand."""
    return [
        (entity_id, *found.span()) for entity_id, pattern in _descriptions(lang) for found in pattern.finditer(words)
    ]


@cache
def _descriptions(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    entries = knowledge().entries
    return tuple((entries[key].entity_id, _phrases(said[lang])) for key, said in load("names")["described"].items())


def _phrases(written: str) -> re.Pattern[str]:
    forms = sorted((re.escape(form.strip()) for form in written.split("|")), key=len, reverse=True)
    whole = "|".join(forms).replace(r"\~", "(?:e[mnrs]?|e?s)?").replace(r"\*", r"\w*")
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)", re.IGNORECASE)


def state(entity_id: str | None) -> str | None:
    """The code of the state that a name stands for: a country, its people, its capital, its government's house."""
    known = root(entity_id)
    return _states().get(known, known) if known else None


@cache
def _states() -> dict[str, str]:
    entries = knowledge().entries
    return {entries[key].entity_id: code for code, some in load("names")["capitals"].items() for key in some.split()}


def places(pieces: Sequence[str], lang: str) -> frozenset[str]:
    """The ids of those words of a name that by themselves name a place: of Universität Bonn that of Bonn."""
    entries = (knowledge().table(lang).forms.get((piece,)) for piece in pieces)
    return frozenset(root(entry.entity_id) or "" for entry in entries if entry and entry.label in PLACES)


def root(entity_id: str | None) -> str | None:
    """The id of a country for its people, government and adjective, else the id itself."""
    if entity_id is None:
        return None
    found = entity_id.removeprefix("norp:")
    return found.removesuffix("-government").upper() if found.endswith("-government") else found



def description(words: str, lang: str) -> frozenset[str]:
    """What a phrase says in any language: numbers, ids of names, groups of words that translate each other, and the
    first letters of all others, which many words of the two languages share (Senatoren, senators).

    >>> sorted(description("neun republikanische Senatoren", "de") & description("nine Republican senators", "en"))
    ['9', '=republikan', 'sena']
    """
    found: set[str] = set()
    at = 0
    for quantity in quantities.find(words, lang):
        found |= _described(words[at : quantity.number_start], lang)
        found.add(str(quantity.value))
        at = quantity.end if quantity.unit else quantity.number_end
    return frozenset(found | _described(words[at:], lang))


def _described(words: str, lang: str) -> set[str]:
    found = set()
    for piece in pieces(words, lang):
        word = plain(piece)
        if word in _empty(lang) or len(word) < 2:
            continue
        made = _made_of(word)
        found.add(f"={_stems()[made[0][0]]}" if made else word[:_PART])
    return found


@cache
def _stems() -> list[str]:
    return [plain(line.split()[0]) for line in load("names")["parts"]]


@cache
def _empty(lang: str) -> frozenset[str]:
    return frozenset(plain(word) for word in language(lang, "compare")["empty_in_descriptions"])
