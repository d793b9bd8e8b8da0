"""Bytes to text, and dates of metadata: laws that hold for all input, and the cases that were met."""

from __future__ import annotations

import codecs
import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from depesche.ingest.decode import decode, is_mojibake
from depesche.ingest.published import edtf_of, in_name, in_url, is_edtf, published_of
from depesche.records import Published

LETTER = "Sehr geehrte Frau Müller,\r\ndie Größe beträgt „5 €“ – mit freundlichen Grüßen\n"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
CP1252 = st.binary().map(lambda data: data.decode("cp1252", "ignore"))
LABELS = ["utf-8", "latin-1", "utf-16", "utf-7", "rot13", "base64", "idna", "nonsense", "\0"]
VALUES = st.text() | st.none() | st.integers()
CHARSETS = st.none() | st.sampled_from(LABELS) | st.text()


@settings(deadline=None)
@given(data=st.binary() | TEXTS.map(lambda text: text.encode("utf-16")), declared=CHARSETS)
def test_decoding_never_raises_and_its_text_can_be_written(data: bytes, declared: str | None) -> None:
    decoded = decode(data, declared)
    decoded.text.encode("utf-8")
    assert decode(data, declared) == decoded


@settings(deadline=None)
@given(text=TEXTS)
@example("\ufeffx")
@example("a\r\nb\rc")
def test_utf8_with_a_mark_comes_back_as_it_was(text: str) -> None:
    decoded = decode(codecs.BOM_UTF8 + text.encode())
    assert (decoded.text, decoded.encoding, decoded.basis) == (text, "utf-8", "bom")


@settings(deadline=None)
@given(text=TEXTS)
def test_utf8_without_a_mark_comes_back_as_it_was(text: str) -> None:
    data = text.encode()
    if "\0" not in text and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        assert decode(data).text == text


@settings(deadline=None)
@given(text=CP1252)
def test_cp1252_comes_back_where_it_is_no_utf8(text: str) -> None:
    data = text.encode("cp1252")
    declared = decode(data, "windows-1252")
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)):
        assert text in (declared.text, data.decode("utf-8", "replace")) or declared.encoding == "utf-8"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if "\0" not in text and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)):
            assert decode(data).text == declared.text == text


@settings(deadline=None)
@given(data=st.binary(min_size=1))
def test_every_byte_of_cp1252_is_kept(data: bytes) -> None:
    text = data.decode("cp1252", "depesche.keep")
    assert len(text) == len(data)
    assert bytes(ord(c) if ord(c) < 256 else c.encode("cp1252")[0] for c in text) == data


@pytest.mark.parametrize(("data", "declared", "encoding", "basis"), [
    (LETTER.encode(), None, "utf-8", "content"),
    (LETTER.encode("cp1252"), None, "cp1252", "fallback"),
    (LETTER.encode("cp1252"), "iso-8859-1", "cp1252", "declared"), # what everybody means by Latin-1
    (LETTER.encode(), "iso-8859-1", "utf-8", "content"),
    (LETTER.encode("cp1252"), "utf-8", "cp1252", "fallback"),
    (LETTER.encode("utf-16"), None, "utf-16-le", "bom"),
    (codecs.BOM_UTF16_BE + LETTER.encode("utf-16-be"), "utf-8", "utf-16-be", "bom"),
    (LETTER.encode("utf-32"), None, "utf-32-le", "bom"),
    (LETTER.encode("utf-16-le"), None, "utf-16-le", "content"),
    (LETTER.encode("utf-16-be"), None, "utf-16-be", "content"),
    (LETTER.encode("mac_roman"), "macintosh", "mac-roman", "declared"),
    (LETTER.encode(), "unknown-8bit", "utf-8", "content"),
    (LETTER.encode(), "unicode_escape", "utf-8", "content"),
])
def test_a_german_letter(data: bytes, declared: str | None, encoding: str, basis: str) -> None:
    decoded = decode(data, declared)
    assert (decoded.text, decoded.encoding, decoded.basis) == (LETTER, encoding, basis)
    wrong = declared is not None and basis in ("content", "fallback")
    assert decoded.flags == (("charset_mismatch",) if wrong else ())


@pytest.mark.parametrize(("text", "expected"), [
    ("Mit freundlichen GrÃ¼ÃŸen", True), ("â€œHello,â€\x9d he said", True), ("K\ufffdln", True), ("5Â\xa0Uhr", True),
    (LETTER, False), ("São Paulo, Â, NAÇÃO, Ängste", False), ("“Hello,” he said – “no”", False),
])
def test_mojibake(text: str, expected: bool) -> None:
    assert is_mojibake(text) is expected


@settings(deadline=None)
@given(day=st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2099, 12, 31)))
def test_every_way_to_write_a_day_means_that_day(day: datetime.date) -> None:
    iso = day.isoformat()
    for value in (
        iso, iso + "T23:59:59-05:00", iso + " 00:01:00", iso.replace("-", ""), f"{day:%d.%m.%Y}",
        f"{day:%d.%m.%Y, %H:%M} Uhr", f"{day:%a, %d %b %Y 00:30:00 +0200}", f"{day.day} {day:%B %Y}",
        f"{day:%B} {day.day}, {day.year}",
    ):
        assert edtf_of(value) == iso, value


@pytest.mark.parametrize(("value", "expected"), [
    ("22. Juni 2023", "2023-06-22"), ("1. März 2021", "2021-03-01"), ("5. Jänner 2020", "2020-01-05"),
    ("Donnerstag, 22. Juni 2023, 14:30 Uhr", "2023-06-22"), ("3 March 2023 at 23:59 PST", "2023-03-03"),
    ("25/04/2023", "2023-04-25"), ("04/25/2023", "2023-04-25"), ("05/05/2023", "2023-05-05"),
    ("2023-06", "2023-06"), ("XXXX-04-25", "XXXX-04-25"), ("2023-06-01/..", "2023-06-01/.."), ("2023-21", "2023-21"),
    ("2023~", "2023~"), ("03/04/2023", None), ("gestern", None), ("2 hours ago", None), ("now", None),
    ("Juni 2023", None), ("June 22", None), ("22 Jun 23", None), ("1687392000", None), ("2023-02-30", None),
    ("2023-13", None), ("", None), ("/", None), ("../..", None), ("x" * 10_000, None), ("Montag", None),
    ("5 days before June 2023", None),
])
def test_dates_as_metadata_writes_them(value: str, expected: str | None) -> None:
    assert edtf_of(value) == expected


@settings(deadline=None)
@given(value=VALUES | st.dictionaries(st.sampled_from(["edtf", "basis"]), VALUES))
def test_whatever_stands_for_a_date_gives_edtf_or_nothing(value: object) -> None:
    published, flags = published_of(value)
    assert published.edtf is None or is_edtf(published.edtf)
    assert (published == Published()) or not flags


@pytest.mark.parametrize(("name", "expected"), [
    ("2023-06-22-title.txt", "2023-06-22"), ("20230622_x.html", "2023-06-22"), ("x_2023_06_22.md", "2023-06-22"),
    ("brief 22.06.2023.txt", "2023-06-22"), ("2023-06-22 und 20230622.txt", "2023-06-22"),
    ("2023-06-01_2023-06-30.txt", None), ("2023-13-01.txt", None), ("120230622.txt", None), ("2023-0622.txt", None),
    ("18500101.txt", None), ("000_66a098de51a96f95.txt", None), ("20231.txt", None), ("", None),
])
def test_dates_in_names(name: str, expected: str | None) -> None:
    assert in_name(name) == expected


def test_dates_in_addresses() -> None:
    assert in_url("https://x.example/2023/06/22/titel.html?d=2020-01-01") == "2023-06-22"
    assert in_url("https://x.example/2023/06/titel-5.html") is None
