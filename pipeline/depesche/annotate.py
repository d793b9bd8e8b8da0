"""spaCy pipelines for German and English, and a text cut into parts of one language.

:func:`parse` gives tokens, lemmas and sentences; :func:`encode` adds what the encoder reads, for the parts of many
texts at once.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from depesche import resources
from depesche.errors import UsageError
from depesche.language import Language
from depesche.records import Segment, Span
from depesche.sentences import lexicon, paragraphs, split_sentences

if TYPE_CHECKING:
    from simplemma import Lemmatizer
    from simplemma.strategies import DictionaryLookupStrategy
    from spacy.language import Language as Nlp
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

PART_LENGTH = 50_000  # characters; spaCy refuses more than a million and is slower than linear on long texts
TOGETHER = 20_000  # tokens that the encoder is given at once
_PART = 4  # letters that a part of a compound has at least
LONG_TOKEN = 1_000  # characters without white space that no word or address has: cut, not tokenised
RUN_LETTERS = 12  # letters that a stretch in the other language needs to become a part of its own
TEXT = "depesche_text"  # key in doc.user_data, where doc.text is put together anew whenever it is asked for
PARAGRAPHS = "depesche_paragraphs"  # key in doc.user_data: hard breaks as the whole document shows them


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one language, which begins at ``start`` of the raw text.

    A token's offset in the raw text is ``start + token.idx``.

    :param lang: where it is no supported language, ``doc`` has tokens and nothing else.
    :param text: the same as ``doc.text``.
    """

    lang: str
    start: int
    text: str
    doc: Doc


def parse(text: str, language: Language) -> list[Part]:
    """Cut ``text`` into parts that cover it without gap or overlap, and annotate each.

    The documents live in the vocabulary of :func:`pipeline`: inside ``nlp.memory_zone()`` they die with the zone.
    """
    blocks = paragraphs(text)
    parts = []
    for start, end, lang in _ranges(text, language):
        supported = lang in resources.LANGUAGES
        nlp = pipeline(lang if supported else resources.LANGUAGES[0])
        own = text[start:end]
        doc = nlp.make_doc(own)
        doc.user_data |= {TEXT: own, PARAGRAPHS: _within(blocks, start, end)}
        parts.append(Part(lang, start, own, nlp(doc) if supported else doc))
    return parts


def parse_sentences(sentences: Sequence[str], lang: str) -> tuple[list[Part], list[Span]]:
    """A text that is cut into sentences already, in one language: joined by line breaks, each left whole.

    :returns: its parts, and where in the joined text each sentence stands.
    :raises UsageError: there is no such language.
    """
    nlp = pipeline(lang)
    parts, spans = [], []
    start = offset = 0
    block: list[str] = []
    for i, sentence in enumerate(sentences):
        spans.append(Span(offset, offset + len(sentence)))
        offset += len(sentence) + 1
        block.append(sentence)
        if i + 1 == len(sentences) or offset - start >= PART_LENGTH:
            text = "\n".join(block) + ("\n" if i + 1 < len(sentences) else "")
            doc = nlp.make_doc(text)
            own = [Span(s.start - start, s.end - start) for s in spans[-len(block) :] if s.end > s.start]
            doc.user_data |= {TEXT: text, PARAGRAPHS: own}
            parts.append(Part(lang, start, text, _cut_at(nlp(doc), [s.start for s in own])))
            start, block = offset, []
    return parts, spans


def _cut_at(doc: Doc, starts: Sequence[int]) -> Doc:
    """The doc with sentences that begin at ``starts`` and nowhere else."""
    from numpy import frombuffer

    flags = array("q", [-1]) * len(doc)
    at = 0
    for i, offset in enumerate(doc.to_array("IDX")):
        if i == 0 or (at < len(starts) and offset >= starts[at]):
            flags[i] = 1
            at = bisect_right(starts, offset, at)
    # one by one each flag would look through all tokens for flags set before
    values: Any = frombuffer(flags, dtype="uint64").reshape(-1, 1)
    return doc.from_array(["SENT_START"], values) if len(doc) else doc


def encode(parts: Iterable[Part], model: str = "") -> None:
    """Names, parts of speech and syntax into the docs of all parts, those of any number of texts.

    :param model: name or folder of a model; empty for the default.
    :raises ModelError: there is no such model.
    """
    from depesche import components

    reader = components.reader(model)
    for docs in _together(parts):
        components.encode(docs, reader, vectors=False)


@contextmanager
def ahead(model: str = "") -> Iterator[Callable[[Iterable[Part]], Callable[[], None]]]:
    """:func:`encode` in two: what is yielded begins to read parts, and returns what waits for it and sets their docs.

    Between the two the caller may work on other parts, as :func:`depesche.components.ahead` says.

    :raises ModelError: there is no such model.
    """
    from depesche import components

    with components.ahead(components.reader(model)) as begin:

        def begin_parts(parts: Iterable[Part]) -> Callable[[], None]:
            groups = _together(parts)
            first = next(groups, [])
            reading = begin(first)

            def finish() -> None:
                finish_last = reading
                for docs in groups:  # of an endless text one group is read ahead, not all of it
                    finish_next = begin(docs)
                    finish_last()
                    finish_last = finish_next
                finish_last()

            return finish

        yield begin_parts


def _together(parts: Iterable[Part]) -> Iterator[list[Doc]]:
    """The docs that the encoder is to read, about :data:`TOGETHER` tokens at once."""
    docs: list[Doc] = []
    size = 0
    for part in parts:
        if part.lang in resources.LANGUAGES:
            docs.append(part.doc)
            size += len(part.doc)
        if size > TOGETHER:
            yield docs
            docs, size = [], 0
    if docs:
        yield docs


def sentences(parts: Iterable[Part]) -> list[Span]:
    """The sentences of all supported parts, trimmed of white space, as offsets into the raw text."""
    found = []
    for part in parts:
        if part.lang not in resources.LANGUAGES:
            continue
        for first, end in sentence_bounds(part):
            words = part.text[first:end]
            if words.strip():
                start = part.start + first + len(words) - len(words.lstrip())
                found.append(Span(start, start + len(words.strip())))
    return found


def sentence_bounds(part: Part) -> list[tuple[int, int]]:
    """Start and end of the sentences in the text of a part; one sentence where nothing has cut it."""
    if not len(part.doc):
        return []
    marks, starts, lengths = part.doc.to_array(["SENT_START", "IDX", "LENGTH"]).T
    firsts = [0, *(int(i) + 1 for i in (marks[1:] == 1).nonzero()[0])]
    ends = starts + lengths
    return [
        (int(starts[first]), int(ends[after - 1]))
        for first, after in zip(firsts, [*firsts[1:], len(starts)], strict=True)
    ]


def pipeline(lang: str) -> Nlp:
    """The pipeline of a supported language without the encoder, one a process.

    :raises UsageError: for any other language.
    """
    if lang not in _pipelines:
        _pipelines[lang] = _built(lang)
    return _pipelines[lang]


_pipelines: dict[str, Nlp] = {}


def pipelines() -> list[Nlp]:
    """Those that have been asked for."""
    return list(_pipelines.values())


def forget_pipelines() -> None:
    """Build them anew when they are asked for again."""
    _pipelines.clear()


def load(lang: str, model: str = "") -> Nlp:
    """A pipeline of its own with the encoder at its end, for use as any spaCy pipeline."""
    from depesche import components

    nlp = _built(lang)
    nlp.add_pipe(components.NAME, config={"model": model})
    return nlp


def _built(lang: str) -> Nlp:
    import spacy
    from spacy.language import Language as Registry
    from spacy.util import registry

    if lang not in resources.LANGUAGES:
        raise UsageError(f"there is no pipeline for {lang!r}: only for {', '.join(resources.LANGUAGES)}")
    if not registry.has("tokenizers", _TOKENIZER):
        registry.tokenizers(_TOKENIZER)(lambda: _tokenizer)
    nlp = spacy.blank(lang, config={"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}})
    for name, factory in (("depesche_sentences", _sentence_component), ("depesche_lemmas", _lemma_component)):
        if not Registry.has_factory(name):
            Registry.factory(name, func=factory)
        nlp.add_pipe(name)
    return nlp


# --------------------------------------------------------------------------------------------------------------- parts


def _ranges(text: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """Start, end and language of each part."""
    runs = _runs(text, language)
    for i, (start, lang) in enumerate(runs):
        end = runs[i + 1][0] if i + 1 < len(runs) else len(text)
        for piece_start, piece_end in _pieces(text, start, end):
            yield piece_start, piece_end, lang


def _runs(text: str, language: Language) -> list[tuple[int, str]]:
    """Where a maximal run of one language begins, the first at 0."""
    units = [(u.start, u.end, u.lang) for u in _units(text, language.segments)]
    merged: list[tuple[int, int, str]] = []
    for start, end, lang in units:
        if merged and merged[-1][2] == lang:
            merged[-1] = (merged[-1][0], end, lang)
        else:
            merged.append((start, end, lang))
    runs: list[tuple[int, str]] = []
    for start, end, lang in merged:
        own = lang if sum(map(str.isalpha, text[start:end])) >= RUN_LETTERS else language.lang
        if not runs or runs[-1][1] != own:
            runs.append((start if runs else 0, own))
    return runs or [(0, language.lang)]


def _units(text: str, segments: Sequence[Segment]) -> Iterator[Segment]:
    """Paragraphs and sentences, cut where a quotation is a complete sentence in another language."""
    hosts = [s for s in segments if s.kind != "quotation"]
    quotes = deque(s for s in segments if s.kind == "quotation" and _complete(text[s.start : s.end]))
    for host in hosts:
        at = host.start
        while quotes and quotes[0].start < host.end:
            quote = quotes.popleft()
            if quote.start - 1 > at:
                yield replace(host, start=at, end=quote.start - 1)
            yield replace(quote, start=quote.start - 1, end=quote.end + 1)  # with its marks
            at = quote.end + 1
        if at < host.end:
            yield replace(host, start=at)


def _complete(quote: str) -> bool:
    words = quote.strip()
    return words[:1].isupper() and words[-1:] in ".!?…" and len(words.split()) >= 4


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces of at most :data:`PART_LENGTH`, cut behind a paragraph, else a sentence, else a word."""
    while end - start > PART_LENGTH:
        window = text[start : start + PART_LENGTH]
        cut = next((at for pattern in _CUTS if (at := _last(pattern, window)) > PART_LENGTH // 2), PART_LENGTH)
        yield start, start + cut
        start += cut
    yield start, end


_CUTS = tuple(map(re.compile, (r"\n\s*\n\s*", r"\n\s*", r"[.!?][\"'“”»«)\]]*\s+", r"\s+")))


def _last(pattern: re.Pattern[str], window: str) -> int:
    """Where the last match ends that leaves the next piece a beginning, or 0."""
    return max((m.end() for m in pattern.finditer(window, len(window) // 2)), default=0)


def _within(blocks: Sequence[Span], start: int, end: int) -> list[Span]:
    first = bisect_right(blocks, start, key=lambda block: block.end)
    after = bisect_left(blocks, end, key=lambda block: block.start)
    return [Span(max(b.start, start) - start, min(b.end, end) - start) for b in blocks[first:after]]


# -------------------------------------------------------------------------------------------------------------- tokens


class _Tokenizer:
    """A tokenizer that asks spaCy's once for each run of characters without white space, and never for a long one.

    spaCy's own memory is off inside a memory zone, and its affix rules are quadratic in length.
    """

    def __init__(self, inner: Callable[[str], Doc], vocab: Vocab, exceptions: Iterable[str]) -> None:
        self.inner = inner
        self.exceptions = frozenset(exceptions)
        self.vocab = vocab
        self.pieces = lru_cache(maxsize=1 << 16)(self._pieces)

    def __call__(self, text: str) -> Doc:
        from spacy.tokens import Doc as SpacyDoc

        words: list[str] = []
        spaces: list[bool] = []
        for run in _RUN.findall(text):
            spaced = run[-1] == " " and not run.isspace()
            pieces = self.pieces(run[:-1] if spaced else run)
            words += pieces
            spaces += [False] * (len(pieces) - 1)
            spaces.append(spaced)
        return SpacyDoc(self.vocab, words=words, spaces=spaces)

    def _pieces(self, run: str) -> list[str]:
        if run.isalpha() and len(run) < LONG_TOKEN and run not in self.exceptions:
            return [run]  # spaCy's rules cut at marks and figures alone
        if len(run) < LONG_TOKEN or run.isspace():
            return [token.text for token in self.inner(run)]
        return [run[i : i + LONG_TOKEN] for i in range(0, len(run), LONG_TOKEN)]


_RUN = re.compile(r"\S+ ?|\s+")
_TOKENIZER = "depesche.Tokenizer.v1"


def _tokenizer(nlp: Nlp) -> _Tokenizer:
    """The rules of spaCy, but that hyphen compounds stay whole and an abbreviation keeps its stop."""
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    rules: Any = nlp.Defaults
    infixes = [rule for rule in rules.infixes or () if not re.search(rule, "Handels-Blacklist")]
    stops = "|".join(sorted(map(re.escape, lexicon(nlp.lang).tokens), key=lambda word: (-len(word), word)))
    inner = Tokenizer(
        nlp.vocab,
        rules=rules.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(rules.prefixes).search,
        suffix_search=compile_suffix_regex(rules.suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=re.compile(rf"^(?:[^\W\d_]+[-/])*(?:{stops})\.$").match,
        url_match=rules.url_match,
    )
    return _Tokenizer(inner, nlp.vocab, rules.tokenizer_exceptions)


# ---------------------------------------------------------------------------------------------------------- components


def _sentence_component(nlp: Nlp, name: str) -> Callable[[Doc], Doc]:
    words = lexicon(nlp.lang)

    def split(doc: Doc) -> Doc:
        text = doc.user_data.get(TEXT) or doc.text
        blocks = doc.user_data[PARAGRAPHS] if PARAGRAPHS in doc.user_data else paragraphs(text)
        return _cut_at(doc, [s.start for block in blocks for s in split_sentences(text, block, words)])

    return split


def _lemma_component(nlp: Nlp, name: str) -> Callable[[Doc], Doc]:
    from numpy import frombuffer

    lang = nlp.lang

    def lemmatise(doc: Doc) -> Doc:
        if not len(doc):
            return doc
        strings = doc.vocab.strings
        known: dict[tuple[int, bool], tuple[int, bool]] = {}
        lemmas = array("Q")
        initial = True
        for orth, mark in doc.to_array(["ORTH", "SENT_START"]).tolist():
            key = orth, initial or mark == 1
            if key not in known:
                text = strings[orth]
                known[key] = strings.add(lemma(text, lang, initial=key[1])), key[1] and not text[0].isalnum()
            found, initial = known[key]
            lemmas.append(found)
        # one by one each token would be made a Python object
        values: Any = frombuffer(lemmas, dtype="uint64").reshape(-1, 1)
        return doc.from_array(["LEMMA"], values)

    return lemmatise


@lru_cache(maxsize=100_000)
def lemma(word: str, lang: str, *, initial: bool = False) -> str:
    """The base form of a word without its context: verbs in small letters, a participle as its verb.

    :param initial: whether the word opens a sentence, so that its capital says nothing.
    """
    rules = _lemma_rules(lang)
    if rules.sharp and "ss" in word:
        word = rules.sharp.sub(lambda stem: stem[0].replace("ss", "ß"), word)  # Massnahmen, as the Swiss write it
    small = word.lower()
    known = rules.forms.get(word) or (rules.forms.get(small) if initial or not rules.nouns_are_capital else None)
    if known or not small.islower():
        return known or word
    base = _dictionary(word, lang)
    if base[:1].isupper() and "ss" in word and "ß" not in word:
        base = base.replace("ß", "ss")  # "Prozess" is listed under its old spelling
    if initial and word != small:
        verb = _verb(small, lang, rules)
        if base.islower() or small in {verb[:-2] + "te", verb[:-2] + "ten", verb[:-2] + "ete", verb[:-2] + "eten"}:
            return verb
    if base == word != small and rules.nouns_are_capital and not is_word(word, lang):
        return _compound(word, lang)
    if base == word and word == small and (rules.nouns_are_capital or not is_word(word, lang)):
        return _verb(word, lang, rules)
    return _trusted(base, word, lang, rules)


def _compound(word: str, lang: str) -> str:
    """A compound noun that the dictionary does not list takes the base form of its last part: Exportlizenzen."""
    for cut in range(_PART, len(word) - _PART):
        last = word[cut:].capitalize()
        if is_word(last, lang):
            base = _dictionary(last, lang)
            return word[:cut] + base.lower() if base[:1].isupper() else word
    return word


def _trusted(base: str, word: str, lang: str, rules: _LemmaRules) -> str:
    """The dictionary also guesses by suffix: a base that it does not itself know gives way to a rule's."""
    return base if base == word or not base.islower() or is_word(base, lang) else _derived(word, lang, rules) or base


def _verb(small: str, lang: str, rules: _LemmaRules) -> str:
    base = rules.forms.get(small) or _dictionary(small, lang)
    return _derived(small, lang, rules) or small if base == small else _trusted(base, small, lang, rules)


def _derived(word: str, lang: str, rules: _LemmaRules) -> str | None:
    """By rule what the dictionary does not list: "verübt", "vorverlegt", "auszuspionieren"."""
    for pattern, replacement in rules.patterns:
        if pattern.match(word):
            base = pattern.sub(replacement, word)
            rest = rules.prefix.sub("", base)
            if base != word and any(is_word(b, lang) and _dictionary(b, lang) == b for b in (base, rest)):
                return base
    prefix = rules.prefix.match(word)
    if prefix and len(word) - prefix.end() > 4:
        rest = word[prefix.end() :]
        base = _dictionary(rest, lang)
        if base != rest and base.islower() and base.endswith("n") and is_word(rest, lang):
            return prefix.group() + base
    return None


@dataclass(frozen=True, slots=True)
class _LemmaRules:
    forms: dict[str, str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    prefix: re.Pattern[str]
    nouns_are_capital: bool
    sharp: re.Pattern[str] | None


@cache
def _lemma_rules(lang: str) -> _LemmaRules:
    data = resources.language(lang, "text")
    prefixes = "|".join(sorted(data["separable"].split(), key=lambda p: (-len(p), p))) or "(?!)"
    patterns = tuple((re.compile(p.replace("SEP", prefixes)), r) for p, r in data["lemma_rules"])
    stems = data["sharp_stems"].split()
    sharp = re.compile("|".join(stems), re.IGNORECASE) if stems else None
    return _LemmaRules(data["lemmas"], patterns, re.compile(f"^(?:{prefixes})"), data["nouns_are_capital"], sharp)


_NUL = "\0"  # a trie's keys end with it, and looking for one inside fails


def _dictionary(word: str, lang: str) -> str:
    return word if _NUL in word else str(_dictionaries()[0].lemmatize(word, lang))


@lru_cache(maxsize=1 << 14)
def is_word(word: str, lang: str) -> bool:
    """Whether the dictionary lists a word as it is written."""
    return _NUL not in word and _dictionaries()[1].get_lemma(word, lang) is not None


@cache
def _dictionaries() -> tuple[Lemmatizer, DictionaryLookupStrategy]:
    """The dictionaries with and without the rules around them.

    They are tries, built once a user in the cache folder: later processes map them in milliseconds instead of reading
    a million words for two seconds, and keep a tenth of the memory.
    """
    from simplemma import Lemmatizer as SimpleLemmatizer
    from simplemma.strategies import DefaultStrategy
    from simplemma.strategies import DictionaryLookupStrategy as Lookup
    from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory

    tries = TrieDictionaryFactory()
    rules = DefaultStrategy(dictionary_factory=tries)
    return SimpleLemmatizer(cache_max_size=1024, lemmatization_strategy=rules), Lookup(tries)
