from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.duplicates import groups, signature

GERMAN = """Das Ministerium hat am Dienstag neue Regeln für die Ausfuhr von Maschinen vorgestellt. Danach brauchen Firmen
künftig eine Genehmigung, wenn sie Werkzeuge in Länder liefern wollen, die auf einer Liste stehen. Die Wirtschaft warnte
vor langen Wartezeiten, die Opposition sprach von einem überfälligen Schritt. In Kraft treten sollen die Regeln im Herbst,
sofern der Bundestag zustimmt. Ein Sprecher sagte, man habe sich eng mit den Partnern in Europa abgestimmt."""
ENGLISH = """On Tuesday the ministry presented new rules for the export of machines. Companies will need a licence if they
want to ship tools to countries that stand on a list. Industry warned of long delays while the opposition spoke of a step
that had been due for years. The rules are to take effect in autumn provided that parliament agrees. A spokesman said that
the matter had been closely coordinated with partners across Europe."""
OTHER = """Die neuen Regeln für die Ausfuhr stoßen in der Wirtschaft auf Kritik. Verbände fürchten, dass Anträge monatelang
liegen bleiben. Das Ministerium hatte am Dienstag angekündigt, dass Werkzeuge für bestimmte Länder nur noch mit Genehmigung
verkauft werden dürfen. Der Bundestag muss im Herbst noch darüber abstimmen. Aus der Opposition kam Zustimmung."""


def spun(text, share, seed=1):
    rng = random.Random(seed)
    return " ".join(f"wort{rng.randrange(10_000)}" if rng.random() < share else w for w in text.split())


def grouped(**texts):
    return groups({name: signature(text) for name, text in texts.items()})


@pytest.mark.parametrize("text", [GERMAN, ENGLISH])
@pytest.mark.parametrize("seed", range(5))
def test_copies_are_found_and_other_texts_are_not(text, seed) -> None:
    found = grouped(
        a=text, b=text.upper().replace(",", ""), c=f"(dpa) {text} Mehr dazu hier.", d=spun(text, 0.12, seed), other=OTHER
    )
    assert found == {"a": "a", "b": "a", "c": "a", "d": "a", "other": "other"}


def test_a_translation_is_no_copy() -> None:
    assert len(set(grouped(a=GERMAN, b=ENGLISH).values())) == 2


def test_short_texts_are_copies_only_if_they_are_the_same() -> None:
    found = grouped(a="Huawei schwieg am Montag.", b="HUAWEI schwieg, am Montag", c="Huawei schwieg am Dienstag.", d="", e=" ")
    assert found == {"a": "a", "b": "a", "c": "c", "d": "d", "e": "d"}


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(8)))
def test_the_order_does_not_matter(order) -> None:
    texts = [GERMAN, ENGLISH, OTHER, spun(GERMAN, 0.1), spun(ENGLISH, 0.1), GERMAN + " Ende.", "kurz", "kurz"]
    signatures = {f"d{i}": signature(text) for i, text in enumerate(texts)}
    assert groups({f"d{i}": signatures[f"d{i}"] for i in order}) == groups(signatures)
