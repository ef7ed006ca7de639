"""What an analyst said of a file is remembered with its load, under the source's name or its heading line."""

import json
from datetime import date
from decimal import Decimal

import pytest

from signals.errors import SignalsError
from signals.ingest import loads, profiles
from signals.model import LoadReport

GERMAN = "Belegnummer;Belegdatum;Artikelnummer;Betrag;Summe\n1;03/04/2026;A;5,50;9,00\n"
NEXT = GERMAN.replace("1;03", "2;04")
TOLD = {"columns": {"revenue": "Summe"}, "answers": {"date_order": "dmy"}}


@pytest.fixture
def load(store, written):
    """`load(text, **told)` -> report, on each database."""

    def load_text(text: str, name: str = "shop.csv", **told) -> LoadReport:
        return loads.load(store, written(text, name), person="ana", **told)

    return load_text


def test_a_named_source_is_remembered_and_used_where_it_is_named(load):
    first = load(GERMAN, profile="shop", kind="sales", **TOLD)
    assert (first.outcome, first.amount, first.first_date) == ("load", Decimal("9.00"), date(2026, 4, 3))
    second = load(NEXT, profile="shop")
    assert (second.outcome, second.amount, second.first_date) == ("load", Decimal("9.00"), date(2026, 4, 4))
    assert (first.profile, second.profile) == (None, "shop")
    assert load(NEXT.replace("2;04", "3;04")).outcome == "ask"


def test_what_was_told_of_a_heading_line_is_told_of_the_next_file(store, load):
    load(GERMAN, **TOLD)
    [remembered] = profiles.profiles(store)
    second = load(NEXT)
    assert (second.outcome, second.amount, second.first_date) == ("load", Decimal("9.00"), date(2026, 4, 4))
    assert second.profile == remembered.profile
    other = NEXT.replace("Belegnummer", "Nummer des Belegs")
    assert load(other, columns={"order_id": "Nummer des Belegs"}).outcome == "ask"


def test_headings_are_compared_as_loosely_as_everywhere(load):
    load(GERMAN, **TOLD)
    assert load(NEXT.replace("Belegdatum", "BELEGDATUM").replace("Summe", "summe ")).outcome == "load"


def test_what_is_told_later_counts_more_and_the_rest_stays(store, load):
    load(GERMAN, **TOLD)
    assert load(NEXT, answers={"date_order": "mdy"}).first_date == date(2026, 4, 4)
    [remembered] = profiles.profiles(store)
    assert (remembered.columns, remembered.answers) == ({"revenue": "Summe"}, {"date_order": "mdy"})


def test_a_profile_says_who_taught_it_and_from_what(store, load):
    load(GERMAN, **TOLD)
    [remembered] = profiles.profiles(store)
    assert (remembered.kind, remembered.columns, remembered.answers) == ("sales", *TOLD.values())
    assert remembered.headings == ("Belegnummer", "Belegdatum", "Artikelnummer", "Betrag", "Summe")
    assert (remembered.file, remembered.person) == ("shop.csv", "ana")
    assert remembered.profile == profiles.heading_name(remembered.headings)


def test_a_file_that_needed_nothing_teaches_nothing(store, load):
    load("order_id,sold_date,product_id,revenue\n1,2026-05-05,P,9.50\n")
    assert profiles.profiles(store) == []


def test_answers_about_one_file_are_not_remembered(store, load):
    text = "order_id,sold_date,product_id,revenue\n1,2026-05-05,P,9.50\n2,2026-13-05,P,9.50\n"
    assert load(text, answers={"refused": "accept", "vanished": "remove"}).outcome == "load"
    assert profiles.profiles(store) == []
    load(text.replace("9.50", "8.50"), profile="till", answers={"refused": "accept"})
    assert [each.answers for each in profiles.profiles(store)] == [{}]
    assert load(text.replace("9.50", "7.50"), profile="till").outcome == "ask"


def test_a_file_that_is_refused_or_only_looked_at_teaches_nothing(store, load, written):
    load("a,b\n1,2\n", **TOLD)
    loads.preview(store, written(GERMAN), **TOLD)
    assert profiles.profiles(store) == []


def test_what_is_forgotten_is_asked_again_and_the_audit_log_says_who(store, load):
    load(GERMAN, **TOLD)
    [remembered] = profiles.profiles(store)
    profiles.forget(store, remembered.profile, person="ben")
    assert profiles.profiles(store) == []
    assert load(NEXT).outcome == "ask"
    with store.reading() as connection:
        said = connection.execute("SELECT person, subject, detail FROM audit_log WHERE verb = 'profile'").all()
    assert sorted(map(tuple, said)) == [
        ("ana", remembered.profile, "shop.csv"),
        ("ben", remembered.profile, "forgotten"),
    ]


def test_nothing_can_be_forgotten_that_is_not_remembered(duckdb_store):
    with pytest.raises(SignalsError, match=r"Nothing is remembered of 'shop'\."):
        profiles.forget(duckdb_store, "shop", person="ben")


def test_the_same_file_is_the_same_with_or_without_its_answers(load):
    first = load(GERMAN, **TOLD)
    for told in ({}, TOLD, {"answers": {"date_order": "dmy"}}):
        again = load(GERMAN, name="copy.csv", **told)
        assert (again.load_id, again.rows_unchanged, again.rows_new) == (first.load_id, 1, 0), told


def test_a_source_that_an_older_program_remembered_still_works(store, load):
    with store.writing() as connection:
        row = {"profile": "shop", "kind": "sales", "answers": json.dumps(TOLD)}
        connection.insert("import_profiles", [row])
    assert load(GERMAN, profile="shop").amount == Decimal("9.00")
