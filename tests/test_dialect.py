"""The most regular reading of the sample tells what separates and quotes its fields."""

import pytest

from signals.ingest.dialect import dialect_of

ROWS = [["id", "day", "name", "price"]] + [[f"{n}", f"2026-01-{n:02d}", f"Acme {n}", f"{n}.50"] for n in range(10, 22)]


def dialect(text: str):
    return dialect_of(text, is_whole=True)


def joined(delimiter: str) -> str:
    return "".join(delimiter.join(row) + "\n" for row in ROWS)


@pytest.mark.parametrize(
    "delimiter", [",", ";", "\t", "|", "^", "~", "\x1f", ", ", "; ", "||", "::", "|~|", "\\t", ":"]
)
def test_a_delimiter_is_recognised(delimiter):
    assert dialect(joined(delimiter)).delimiter == delimiter


def test_runs_of_blanks_are_one_delimiter():
    text = "".join(f" {n:05d}  {n % 7}   19970{n % 9 + 1}01  {n}.33\n" for n in range(20))
    assert (dialect(text).delimiter, dialect(text).has_runs) == (" ", True)


def test_a_directive_decides():
    assert dialect("sep=|\n" + joined(",").replace("Acme ", "Acme|")).delimiter == "|"


def test_decimal_commas_do_not_hide_the_semicolon():
    assert dialect(joined(";").replace(".50", ",50")).delimiter == ";"


def test_commas_in_text_do_not_hide_the_tab():
    assert dialect(joined("\t").replace("Acme", "Acme, Ltd, and others,")).delimiter == "\t"


def test_times_do_not_make_a_colon_or_a_blank_the_delimiter():
    assert dialect("when\n" + "".join(f"2026-01-{n:02d} 08:15\n" for n in range(1, 20))).delimiter == ","


def test_single_quotes_are_recognised_where_they_quote():
    text = "".join(",".join(f"'{cell}'" for cell in row) + "\n" for row in ROWS)
    assert dialect(text).quote == "'"
    assert dialect(joined(",").replace("Acme", "O'Brien")).quote == '"'
    assert dialect(joined(",").replace("Acme", "'t Hooft")).quote == '"'


@pytest.mark.parametrize("delimiter", [",", "^", "~", "||", ":", " "])
def test_single_quotes_are_recognised_beside_any_delimiter(delimiter):
    text = "".join(delimiter.join(f"'{c}'" if " " in c else c for c in row) + "\n" for row in ROWS)
    assert dialect(text.replace("Acme 1", f"it''s {delimiter} 1")).quote == "'"


def test_a_backslash_before_a_quote_is_an_escape():
    text = joined(",").replace("Acme 12", '"the \\"best\\", Acme"').replace("Acme 15", '"24\\""')
    assert dialect(text).escape == "\\"
    assert dialect(joined(",").replace("Acme 12", '"the ""best"", Acme"')).escape == ""


def test_a_backslash_inside_doubled_quotes_is_a_letter():
    text = joined(",").replace("Acme 12", '"8\\\'9"" long, Acme"').replace("Acme 14", '"a ""b"", c"')
    assert dialect(text).escape == ""


def test_one_column_has_no_delimiter_to_speak_of():
    assert dialect("email\nanna@example.org\nbob@example.org\n").delimiter == ","
