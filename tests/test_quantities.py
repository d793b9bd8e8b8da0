from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.numbers import digits
from depesche.quantities import Quantity, find, same


def one(text: str, lang: str) -> Quantity:
    (found,) = find(text, lang)
    return found


@pytest.mark.parametrize(
    ("german", "english", "value", "unit"),
    [
        ("Sie kostete 3,2 Milliarden Euro.", "It cost €3.2bn.", 3_200_000_000, "EUR"),
        ("Es waren 1.500 Leute.", "There were 1,500 people.", 1500, None),
        ("Er zahlte 1.234,50 Euro.", "He paid 1,234.50 euros.", Fraction(2469, 2), "EUR"),
        ("Der Anteil liegt bei 47 Prozent.", "The share is 47 per cent.", 47, "%"),
        ("Siebenundvierzig stimmten zu.", "Forty-seven agreed.", 47, None),
        ("Es kamen zweitausenddreihundert.", "Two thousand three hundred came.", 2300, None),
        ("Ein Dutzend blieb.", "A dozen stayed.", 12, None),
        ("Eine halbe Million floh.", "Half a million fled.", 500_000, None),
        ("Ein Drittel lehnte ab.", "One in three declined.", Fraction(1, 3), None),
        ("Zwei Drittel lehnten ab.", "Two thirds declined.", Fraction(2, 3), None),
        ("Jeder fünfte ging.", "Every fifth left.", Fraction(1, 5), None),
        ("Das Tal ist 140 Meter tief.", "The valley is 140 metres deep.", 140, "m"),
        ("Der zwölfjährige Schüler kam.", "The 12-year-old pupil came.", 12, "year"),
        ("Die dreitägige Reise begann.", "The three-day trip began.", 3, "day"),
        ("Er fuhr 120 Kilometer pro Stunde.", "He drove 120 kilometres per hour.", 120, "km/h"),
        ("Das Bild brachte 80.000 Franken.", "The picture fetched 80,000 Swiss francs.", 80_000, "CHF"),
        ("Papst Pius XII. schwieg.", "Pope Pius XII kept silent.", 12, None),
    ],
)
def test_both_languages_give_the_same_value(german, english, value, unit) -> None:
    a, b = one(german, "de"), one(english, "en")
    assert (a.value, b.value) == (value, value)
    assert a.unit == unit or a.unit is None
    assert b.unit in (unit, None)
    assert same(a, b)


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("3,2 Milliarden Euro", "€3.2m"),
        ("2,9 Prozent", "29 per cent"),
        ("siebenundvierzig Leute", "seventy-four people"),
        ("1,7 Trillionen Dollar", "$1.7 trillion"),
        ("140 Meter", "140 feet"),
        ("35 Grad", "35 degrees Fahrenheit"),
        ("80.000 Franken", "80,000 euros"),
        ("ein Drittel der Leute", "two thirds of the people"),
        ("Papst Pius XII. schwieg", "Pope Pius XI kept silent"),
    ],
)
def test_another_value_or_unit_is_another(german, english) -> None:
    assert not same(one(german, "de"), one(english, "en"))


@pytest.mark.parametrize(
    ("german", "english"), [("35 Grad", "95 degrees Fahrenheit"), ("100 Kilometer", "62 miles"), ("die Hälfte", "50 %")]
)
def test_what_was_converted_is_the_same(german, english) -> None:
    assert same(one(german, "de"), one(english, "en"))


def test_a_range_shares_its_unit_and_magnitude() -> None:
    assert [(q.value, q.unit) for q in find("zwei bis drei Millionen Euro", "de")] == [
        (2_000_000, "EUR"), (3_000_000, "EUR"),
    ]  # fmt: skip
    assert [q.relation for q in find("Rents rose by 20 per cent to 900 euros.", "en")] == ["by", "to"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Nimm dich in Acht.", "de"), ("Die Elf gewann.", "de"), ("Hunderte kamen, einige hundert blieben.", "de"),
        ("Ein Mann und eine Frau.", "de"), ("Hundreds came, a few hundred stayed.", "en"), ("No one knew.", "en"),
        ("He drove a U2 and an A380.", "en"), ("A man and a woman.", "en"), ("In Elfmetern stark", "de"),
    ],
)  # fmt: skip
def test_no_number(text, lang) -> None:
    assert not find(text, lang)


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_figures_are_read_back_in_both_notations(whole, cents) -> None:
    english = f"{whole:,}.{cents:02}"
    german = english.translate(str.maketrans(",.", ".,"))
    expected = Fraction(whole * 100 + cents, 100)
    assert digits(english, "en") == digits(german, "de") == expected
    assert one(f"It was {whole:,} in all.", "en").value == one(f"Es waren {whole:,}".replace(",", ".") + " im Ganzen", "de").value


@settings(max_examples=300)
@given(st.text(st.sampled_from("1234567890.,-€$%½ eiznwohudrtasm\n'’"), max_size=60), st.sampled_from(["de", "en"]))
def test_spans_quote_the_text_whatever_it_is(text, lang) -> None:
    end = 0
    for q in find(text, lang):
        assert text[q.start : q.end] == q.text
        assert end <= q.start <= q.number_start < q.number_end <= q.end
        end = q.end


@pytest.mark.parametrize("unit", ["1,", "zwei", "hundert", "1 ", "tausend", "€1.", "a half ", "zwei Drittel "])
def test_long_runs_take_no_time(unit) -> None:
    find(unit * 20_000, "de")
    find(unit * 20_000, "en")
