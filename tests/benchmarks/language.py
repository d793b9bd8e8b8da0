"""Figures of the language room on parallel German and English sentences: ``python tests/benchmarks/language.py``."""

from __future__ import annotations

import gzip
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from depesche.detectors import EngineName
from depesche.language import Language, detect, detect_short

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "treebanks"
Labelled = tuple[str, str]


def sentences(name: str) -> list[str]:
    with gzip.open(DATA / f"{name}.conllu.gz", "rt", encoding="utf-8") as file:
        return [line[9:].strip() for line in file if line.startswith("# text = ")]


def parallel(step: int = 1) -> list[tuple[str, str]]:
    return list(zip(sentences("de_pud-ud-test"), sentences("en_pud-ud-test"), strict=True))[::step]


def whole(pairs: Sequence[tuple[str, str]]) -> list[Labelled]:
    return [(lang, text) for pair in pairs for lang, text in zip(("de", "en"), pair, strict=True)]


def first_words(items: Sequence[Labelled], count: int = 12) -> list[Labelled]:
    return [(lang, " ".join(text.split()[:count])) for lang, text in items]


def snippets(items: Sequence[Labelled], seed: int = 7) -> list[Labelled]:
    rng = random.Random(seed)
    cut = []
    for lang, text in items:
        words = text.split()
        count = rng.randint(3, 5)
        start = rng.randint(0, max(0, len(words) - count))
        cut.append((lang, " ".join(words[start : start + count])))
    return cut


def capitals(items: Sequence[Labelled]) -> list[Labelled]:
    return [(lang, text.upper()) for lang, text in first_words(items)]


def accuracy(items: Sequence[Labelled], ask: Callable[[str], str]) -> float:
    return sum(ask(text) == lang for lang, text in items) / len(items)


def swapped(items: Sequence[Labelled], ask: Callable[[str], str]) -> float:
    return sum(ask(text) not in (lang, "und") for lang, text in items) / len(items)


def coverage(text: str, result: Language, gold: str) -> list[bool]:
    """For each character that is no white space: is its language right? ``gold`` has ``d`` or ``e`` per character."""
    found = [result.lang[0]] * len(text)
    for segment in result.segments:
        found[segment.start : segment.end] = segment.lang[0] * (segment.end - segment.start)
    return [f == g for f, g, c in zip(found, gold, text, strict=True) if not c.isspace()]


def joined_pairs(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """German and English sentence in one paragraph, with the language of each character."""
    return [(f"{de} {en}", "d" * (len(de) + 1) + "e" * len(en)) for de, en in pairs]


def quotations(pairs: Sequence[tuple[str, str]], seed: int = 7) -> list[tuple[str, str]]:
    """Each sentence with six words of another pair's other side in quotation marks in its middle."""
    rng = random.Random(seed)
    made = []
    for i, pair in enumerate(pairs):
        side = i % 2
        words = pair[side].split()
        other = pairs[(i + 1) % len(pairs)][1 - side].split()
        start = rng.randint(0, max(0, len(other) - 6))
        quote = " ".join(other[start : start + 6])
        middle = len(words) // 2
        before, after = " ".join(words[:middle]) + " „", "“ " + " ".join(words[middle:])
        gold = "de"[side] * len(before) + "ed"[side] * len(quote) + "de"[side] * len(after)
        made.append((before + quote + after, gold))
    return made


def mixed(items: Sequence[tuple[str, str]], ask: Callable[[str], Language]) -> tuple[float, float]:
    """Share of characters in the right language, and of texts in which both languages were found."""
    right: list[bool] = []
    both = 0
    for text, gold in items:
        result = ask(text)
        right += coverage(text, result, gold)
        both += {"de", "en"} <= {s.lang for s in result.segments}
    return sum(right) / len(right), both / len(items)


def table(engine: EngineName, step: int = 1) -> None:
    pairs = parallel(step)
    items = whole(pairs)

    def short(text: str) -> str:
        return detect_short(text, engine=engine)[0]

    def full(text: str) -> str:
        return detect(text, engine=engine).lang

    sets = {"full": items, "12 words": first_words(items), "3-5 words": snippets(items), "capitals": capitals(items)}
    for name, rows in sets.items():
        for how, ask in (("detect_short", short), ("detect", full)):
            begin = time.perf_counter()
            right, swap = 100 * accuracy(rows, ask), 100 * swapped(rows, ask)
            speed = 2 * len(rows) / (time.perf_counter() - begin)
            row = f"{name:10} {how:13} {right:6.2f} % right {swap:5.2f} % wrong {speed:6.0f}/s"
            sys.stdout.write(f"{engine:11} {row}\n")
    for name, texts in (("pairs", joined_pairs(pairs)), ("quotation", quotations(pairs))):
        right, both = mixed(texts, lambda text: detect(text, engine=engine))
        sys.stdout.write(f"{engine:11} {name:10} {100 * right:6.2f} % of characters, both found {100 * both:6.2f} %\n")


if __name__ == "__main__":
    for each in ("langdetect", "fast"):
        table(each, int(sys.argv[1]) if len(sys.argv) > 1 else 1)
