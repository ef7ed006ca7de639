"""Identifiers stay as the source wrote them, words stay verbatim, and nothing is missing that is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.ingest.texts import Refused, id_of, is_float_like, is_missing, text_of


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("00123", "00123"),
        (" C-1 ", "C-1"),
        ("C\u200b1", "C1"),
        ("\ufeffC1", "C1"),
        ("A\u00a0B", "A B"),
        ("cafe\u0301", "café"),
        ("=1+1", "=1+1"),
        ("A\u3000B", "A B"),
        ("\u202aC1\u202c", "C1"),
        ("\u200b", None),
        ("3E10", "3E10"),
        ("1E-05", "1E-05"),
        ("1E5", "1E5"),  # a code, not a number that a spreadsheet destroyed
        ("", None),
    ],
)
def test_an_identifier_is_text_without_strays(text, identifier):
    assert id_of(text, is_float_like=False) == identifier


@pytest.mark.parametrize("text", ["1.23457E+11", "1,23457E+11", "5E+20"])
def test_an_identifier_that_a_spreadsheet_destroyed_is_refused(text):
    assert id_of(text, is_float_like=False).reason == "mangled_id"


def test_a_column_of_floats_loses_its_zeros_and_only_as_a_whole():
    assert is_float_like(["123.0", "7.0", ""])
    assert not is_float_like(["123.0", "A7"])
    assert not is_float_like(["1.10", "2.0"])
    assert not is_float_like(["", "NULL"])
    assert not is_float_like(["1.000", "2.000"])  # thousands, it may be
    assert is_float_like(["123,0", " 7,0 "])
    assert id_of("123,0", is_float_like=True) == "123"
    assert id_of("123.0", is_float_like=True) == "123"
    assert id_of("123.0", is_float_like=False) == "123.0"


@pytest.mark.parametrize("text", ["", "  ", "\u00a0", "NA", "n/a", "NULL", "None", "nan", "-", "#N/A", "\\N"])
def test_missing_markers(text):
    assert is_missing(text)
    assert text_of(text) is None


@pytest.mark.parametrize("text", ["0", "none of them", "Null Ltd", "nano", ".", "–x"])
def test_what_is_not_missing(text):
    assert text_of(text) == text


def test_an_identifier_of_the_length_of_a_letter_is_refused():
    assert id_of("x" * 200, is_float_like=False) == "x" * 200
    assert id_of("x" * 201, is_float_like=False).reason == "bad_id"


HOSTILE = ["<script>alert(1)</script>", "'; DROP TABLE sales; --", '=HYPERLINK("x")', "{{7*7}}", "%s %n", "a\nb", "🧟‍♀️"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_just_text(text):
    assert text_of(text) == text


@given(st.text(max_size=20), st.booleans())
def test_any_text_has_an_identifier_none_or_a_refusal(text, floats):
    found = id_of(text, is_float_like=floats)
    assert found is None or isinstance(found, Refused) or found == id_of(found, is_float_like=floats)


def test_a_long_number_is_refused_only_where_its_column_was_cut_off():
    assert id_of("12345678901234500000", is_float_like=False, is_cut_off=True).reason == "mangled_id"
    assert id_of("12345678901234500000", is_float_like=False) == "12345678901234500000"
    assert id_of("123456789012345", is_float_like=False, is_cut_off=True) == "123456789012345"
    assert id_of("ORDER-2026-0000000000", is_float_like=False, is_cut_off=True) == "ORDER-2026-0000000000"
