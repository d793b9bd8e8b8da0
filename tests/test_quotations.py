"""Marks of both languages, single and double, nested, and apostrophes that are none."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.quotations import quotations


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Er sagte: „Ja“ und ‚nein‘.", ["Ja", "nein"]),
        ("He said: “Yes” and ‘no’.", ["Yes", "no"]),
        ("»So«, sagte er, «oder so».", ["So", "oder so"]),
        ("\"It's the players' union, isn't it?\" he asked.", ["It's the players' union, isn't it?"]),
        ("In the '90s Peter's dog wasn't 'old'.", ["old"]),
        ("„Er sagte ‚nie‘ zu mir“, klagte sie.", ["Er sagte ‚nie‘ zu mir"]),
        ("Vorher.\n\n> Das ist ein Zitat\n> über zwei Zeilen.\n\nNachher.", ["> Das ist ein Zitat\n> über zwei Zeilen."]),
        ("\"One paragraph.\n\"Another one,\" he said. \"A third.\"", ["One paragraph.", "Another one,", "A third."]),
        ("\"Never closed.\n\nThe text goes on \"here\".", ["here"]),
        ("A 6\" nail. It said \"now \" there.", ["now "]),
        ("il dit « oui »; „offen\n\n“geschlossen”", [" oui ", "geschlossen"]),
        ("", []),
        ("\"", []),
    ],
)  # fmt: skip
def test_what_stands_in_quotation(text, inside) -> None:
    assert [text[span.start : span.end] for span in quotations(text)] == inside


@settings(deadline=None, max_examples=500)
@given(st.text(alphabet="aB .,-\n>„“”»«‚‘’‹›\"'9", max_size=60))
def test_any_marks_give_spans_of_the_text_in_order(text: str) -> None:
    found = quotations(text)
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert [span.start for span in found] == sorted(span.start for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_long_line_of_marks_takes_no_longer_than_its_length() -> None:
    before = time.process_time()
    quotations('"a ' * 300_000)
    quotations("'a " * 300_000)
    assert time.process_time() - before < 5
