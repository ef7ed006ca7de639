"""Each query says its grain and keeps it, binds what it declares, reads what it says, sees nothing after `as_of`."""

# ruff: noqa: E501 - drawn tables are wide

import re
from datetime import date, datetime
from decimal import Decimal

import pandas as pd
import pytest

from signals.errors import UnknownQuery
from signals.store.engine import Store
from signals.store.queries import SQL, parameters, query, statements

NAMES = sorted(f"{path.parent.name}/{path.stem}" for path in SQL.glob("*/*.sql") if path.parent.name != "schema")
MARTS = [name for name in NAMES if name.startswith("marts/")]
SCHEMA = "".join(path.read_text() for path in sorted((SQL / "schema").glob("*.sql")))
TABLES = set(re.findall(r"CREATE TABLE (\w+)", SCHEMA))
AS_OF = date(2026, 1, 31)
EVERY_QUERY = pytest.mark.parametrize("name", NAMES)
EVERY_MART = pytest.mark.parametrize("name", MARTS)

FACTS = {
    "sales": """
load_id | order_id | line_number | sold_date  | customer_id | product_id | region | channel | quantity | revenue | line_kind | product_name | category | customer_name
--------+----------+-------------+------------+-------------+------------+--------+---------+----------+---------+-----------+--------------+----------+--------------
1       | 1        | 1           | 2026-01-05 | anna        | A          | north  | web     | 2        | 20      | product   | Cup          | Old      | Anna
1       | 1        | 2           | 2026-01-05 | anna        | A          | north  | web     | 2        | 20      | product   | Cup          | Old      | Anna
2       | 2        | 1           | 2026-01-05 | anna        | A          | north  | web     | 2        | 20      | product   | Cup          | Old      | Anna
1       | 3        | 1           | 2026-01-06 | anna        | B          | south  | shop    |          | -5      | product   | Mug          | Kitchen  | Anna
1       | 4        | 1           | 2026-01-06 |             | B          |        | shop    |          | 7.5     | product   | Mugg         |          |
1       | 5        | 1           | 2026-01-06 | ben         | POST       | north  | web     | 1        | 4       | postage   | Postage      |          |
1       | 6        | 1           | 2026-01-05 | ben         | B          | north  | shop    | 1        | 6       | product   | Mug          | Kitchen  |
1       | 7        | 1           | 2025-12-30 | anna        | B          | south  | shop    | 1        | 3       | product   | Mug          | Kitchen  | Anna
""",
    "products": """
product_id | product_name | category | list_price | discontinued_date
-----------+--------------+----------+------------+------------------
A          | Big cup      | Crockery | 12         | 2026-03-01
Z          | Never sold   | Crockery | 1          |
""",
    "customers": """
customer_id | customer_name | segment | region | account_owner | email    | phone | estimated_spend | estimate_source
------------+---------------+---------+--------+---------------+----------+-------+-----------------+----------------
anna        | Anna Ltd      | gold    |        | olga          | a@a.test | 123   | 500             | panel
dora        | Dora Ltd      |         | west   |               |          |       |                 |
""",
    "feedback": """
feedback_id | given_date | source    | customer_id | product_id | touchpoint | score | scale | first_choice | verbatim | heard_by
------------+------------+-----------+-------------+------------+------------+-------+-------+--------------+----------+---------
f1          | 2026-01-05 | survey    | anna        | A          | delivery   | 9     | nps   | Us           | Good     | olga
f2          | 2026-01-05 | survey    | anna        | A          | delivery   | 9     | nps   | Us           | Good     | olga
f3          | 2026-01-06 | complaint |             | B          |            |       |       |              | Bad      | olga
f4          | 2026-01-06 | survey    | anna        | A          |            | 3     | nps   | Them         |          |
""",
    "events": """
event_id | kind      | first_date | last_date  | product_id | note
---------+-----------+------------+------------+------------+-----
e1       | promotion | 2026-01-05 | 2026-03-01 | A          | Sale
e2       | promotion | 2026-01-05 | 2026-03-01 | A          | Sale
""",
    "competitor_prices": """
observed_date | product_id | competitor | competitor_product | price | region
--------------+------------+------------+--------------------+-------+-------
2026-01-05    | A          | Rival      | R                  | 9.5   |
2026-01-05    | A          | Rival      | R                  | 9.5   | north
2026-01-06    | A          | Rival      | R                  | 9.5   |
2026-01-05    | A          | Other      | R                  | 9.5   |
2026-01-05    | A          | Rival      | S                  | 9.5   |
2026-01-05    | B          | Rival      | R                  | 9.5   |
""",
    "targets": """
quarter | category | product_id | region | revenue_target
--------+----------+------------+--------+---------------
2026-Q1 |          |            |        | 1000
2026-Q1 | Crockery |            |        | 1000
2026-Q1 |          | A          |        | 1000
2026-Q1 |          |            | north  | 1000
2026-Q2 |          |            |        | 2000
2026/27-Q1 | Crockery |         |        | 1100
""",
    "spend": """
month      | purpose | programme | amount
-----------+---------+-----------+-------
2026-01-01 | acquire | Fairs     | 100
2026-01-01 | acquire |           | 100
2026-01-01 | retain  | Fairs     | 100
2025-12-01 | acquire | Fairs     | 100
""",
}  # fmt: skip

LATER = {
    "sales": """
order_id | line_number | sold_date  | customer_id | product_id | region | channel | quantity | revenue | line_kind | product_name | category | customer_name
---------+-------------+------------+-------------+------------+--------+---------+----------+---------+-----------+--------------+----------+--------------
8        | 1           | 2026-02-01 | anna        | B          | zone   | web     | 9        | 900     | product   | Zoo          | Zoo      | Zoe
8        | 2           | 2026-02-01 | zoe         | C          | zone   | web     | 9        | 900     | product   | Zoo          | Zoo      | Zoe
8        | 3           | 2026-02-01 | ben         | B          | zone   | web     | 9        | 900     | product   | Zoo          | Zoo      | Zoe
8        | 4           | 2026-02-01 | ben         | B          | zone   | web     | 9        | 900     | product   | Zoo          | Zoo      | Zoe
8        | 5           | 2026-02-01 | ben         | B          | zone   | web     | 9        | 900     | product   | Zoo          | Zoo      | Zoe
""",
    "feedback": """
feedback_id | given_date | source | customer_id | product_id | score | scale | verbatim
------------+------------+--------+-------------+------------+-------+-------+---------
f9          | 2026-02-01 | survey | anna        | A          | 0     | nps   | Later
f8          | 2026-02-01 | survey | ben         | A          | 0     | nps   | Later
""",
    "spend": """
month      | purpose | amount
-----------+---------+-------
2026-02-01 | acquire | 9
""",
    "events": """
event_id | kind    | first_date | last_date
---------+---------+------------+-----------
e9       | holiday | 2026-02-01 | 2026-02-01
""",
    "competitor_prices": """
observed_date | product_id | competitor | competitor_product | price
--------------+------------+------------+--------------------+------
2026-02-01    | A          | Rival      | R                  | 1
""",
}  # fmt: skip

ANY_SUBJECT = {"product_id": None, "category": None, "region": None, "channel": None}
VALUES = {  # what each mart is asked in these tests
    "marts/years_of_customer": {"customer_id": "anna"},
    "marts/customer_days": {"customer_id": None},
    "marts/first_purchases": {"customer_id": None},
    "marts/feedback_of_customer": {"customer_id": "anna"},
    "marts/prices_of_customer": {"customer_id": "anna", "first_date": date(2025, 12, 30)},
    "marts/customer_chances": {
        "judged_date": AS_OF,
        "year_date": date(2025, 1, 31),
        "horizon_days": 10,
        "r": 1.0,
        "alpha": 10.0,
        "a": 1.0,
        "b": 1.0,
    },
    "marts/revenue_shares": {"first_date": date(2026, 1, 1)},
    "marts/subject_lines": {"first_date": date(2025, 12, 1), **ANY_SUBJECT},
    "marts/quotes": {"customer_id": None, "product_id": None},
    "marts/competitor_prices": {"product_id": None},
    "marts/targets": {"quarter_name": "2026/27-Q1", "quarter_code": "2026-Q1"},
    "marts/data_days": {"first_date": date(2025, 12, 1)},
    "marts/load_products": {"first_date": date(2025, 12, 1)},
}

EXPECTED = {
    "marts/sales_lines": """
sold_date  | order_id | line_number | customer_id | product_id | region | channel | category | quantity | revenue
2026-01-05 | 1        | 1           | anna        | A          | north  | web     | Crockery | 2        | 20
2026-01-05 | 1        | 2           | anna        | A          | north  | web     | Crockery | 2        | 20
2026-01-05 | 2        | 1           | anna        | A          | north  | web     | Crockery | 2        | 20
2026-01-06 | 3        | 1           | anna        | B          | south  | shop    | Kitchen  | -1       | -5
2026-01-06 | 4        | 1           |             | B          |        | shop    |          | 1        | 7.5
2026-01-05 | 6        | 1           | ben         | B          | north  | shop    | Kitchen  | 1        | 6
2025-12-30 | 7        | 1           | anna        | B          | south  | shop    | Kitchen  | 1        | 3
""",
    "marts/subject_lines": """
sold_date  | order_id | line_number | customer_id | product_id | region | channel | segment | quantity | revenue
2026-01-05 | 1        | 1           | anna        | A          | north  | web     | gold    | 2        | 20
2026-01-05 | 1        | 2           | anna        | A          | north  | web     | gold    | 2        | 20
2026-01-05 | 2        | 1           | anna        | A          | north  | web     | gold    | 2        | 20
2026-01-06 | 3        | 1           | anna        | B          | south  | shop    | gold    | -1       | -5
2026-01-06 | 4        | 1           |             | B          |        | shop    |         | 1        | 7.5
2026-01-05 | 6        | 1           | ben         | B          | north  | shop    |         | 1        | 6
2025-12-30 | 7        | 1           | anna        | B          | south  | shop    | gold    | 1        | 3
""",
    "marts/customer_days": """
customer_id | sold_date  | revenue | purchase_revenue
anna        | 2025-12-30 | 3       | 3
anna        | 2026-01-05 | 60      | 60
anna        | 2026-01-06 | -5      | 0
ben         | 2026-01-05 | 6       | 6
ben         | 2026-01-06 | 4       | 0
""",
    "marts/customer_chances": """
customer_id | usual_gap_days | limit_days | rate_year | p_churn | p_lost | value_at_risk | value_at_risk_year
anna | 6 | 30 | 641.515 | 0.925887 | 0.972637 | 16.2732 | 623.961
ben | 6 | 30 | 10 | 0.954731 | 0.984043 | 0.26157 | 9.84043
""",
    "marts/first_purchases": """
customer_id | product_id | category | first_date
anna        | A          | Crockery | 2026-01-05
anna        | B          | Kitchen  | 2025-12-30
ben         | B          | Kitchen  | 2026-01-05
""",
    "marts/prices_of_customer": """
product_id | product_name | quantity | revenue | list_price
A          | Big cup      | 6        | 60      | 12
B          | Mug          | 1        | 3       |
""",
    "marts/feedback_of_customer": """
feedback_id | given_date | received_at | source | product_id | product_name | touchpoint | score | scale | verbatim | acknowledged_at | resolved_at | heard_by
f4          | 2026-01-06 |             | survey | A          | Big cup      |            | 3     | nps   |          |                 |             |
f2          | 2026-01-05 |             | survey | A          | Big cup      | delivery   | 9     | nps   | Good     |                 |             | olga
f1          | 2026-01-05 |             | survey | A          | Big cup      | delivery   | 9     | nps   | Good     |                 |             | olga
""",
    "marts/contacts": """
customer_id | colleagues_count | contacts_count | colleague | last_contact_date
anna        | 1                | 2              | olga      | 2026-01-05
""",
    "marts/spend": """
month      | purpose | programme | amount
2026-01-01 | acquire | Fairs     | 100
2026-01-01 | acquire |           | 100
2026-01-01 | retain  | Fairs     | 100
2025-12-01 | acquire | Fairs     | 100
""",
    "marts/years_of_customer": """
year | category | revenue
2025 | Kitchen  | 3
2026 | Crockery | 60
2026 | Kitchen  | -5
""",
    "marts/customer_names": """
customer_id | customer_name | segment | region | account_owner | email    | phone | estimated_spend | estimate_source
anna        | Anna Ltd      | gold    | south  | olga          | a@a.test | 123   | 500             | panel
ben         |               |         | north  |               |          |       |                 |
dora        | Dora Ltd      |         | west   |               |          |       |                 |
""",
    "marts/product_names": """
product_id | product_name | category | list_price | discontinued_date
A          | Big cup      | Crockery | 12         | 2026-03-01
B          | Mug          | Kitchen  |            |
""",
    "marts/data_days": """
load_id | region | channel | sold_date  | lines
1       | north  | web     | 2026-01-05 | 2
2       | north  | web     | 2026-01-05 | 1
1       | north  | shop    | 2026-01-05 | 1
1       | south  | shop    | 2026-01-06 | 1
1       |        | shop    | 2026-01-06 | 1
1       | south  | shop    | 2025-12-30 | 1
""",
    "marts/load_products": """
load_id | product_id | region | lines
1       | A          | north  | 2
2       | A          | north  | 1
1       | B          | south  | 2
1       | B          |        | 1
1       | B          | north  | 1
""",
    "marts/region_days": """
region | sold_date  | lines
 | 2026-01-06 | 1
north  | 2026-01-05 | 4
south  | 2025-12-30 | 1
south  | 2026-01-06 | 1
""",
    "marts/revenue_shares": """
revenue | anonymous_revenue
68.5    | 7.5
""",
    "marts/feedback": """
feedback_id | given_date | source    | customer_id | customer_name | segment | region | product_id | touchpoint | score | scale | first_choice | verbatim | received_at | acknowledged_at | resolved_at
f1          | 2026-01-05 | survey    | anna        | Anna Ltd      | gold    |        | A          | delivery   | 9     | nps   | Us           | Good     |             |                 |
f2          | 2026-01-05 | survey    | anna        | Anna Ltd      | gold    |        | A          | delivery   | 9     | nps   | Us           | Good     |             |                 |
f3          | 2026-01-06 | complaint |             |               |         |        | B          |            |       |       |              | Bad      |             |                 |
f4          | 2026-01-06 | survey    | anna        | Anna Ltd      | gold    |        | A          |            | 3     | nps   | Them         |          |             |                 |
""",
    "marts/quotes": """
given_date | source    | customer_id | customer_name | product_id | touchpoint | score | scale | verbatim
2026-01-06 | complaint |             |               | B          |            |       |       | Bad
2026-01-05 | survey    | anna        | Anna Ltd      | A          | delivery   | 9     | nps   | Good
2026-01-05 | survey    | anna        | Anna Ltd      | A          | delivery   | 9     | nps   | Good
""",
    "marts/events": """
event_id | kind      | first_date | last_date  | product_id | category | region | note
e1       | promotion | 2026-01-05 | 2026-03-01 | A          |          |        | Sale
e2       | promotion | 2026-01-05 | 2026-03-01 | A          |          |        | Sale
""",
    "marts/competitor_prices": """
observed_date | product_id | competitor | competitor_product | region | price
2026-01-05    | B          | Rival      | R                  |        | 9.5
2026-01-05    | A          | Rival      | R                  |        | 9.5
2026-01-05    | A          | Rival      | R                  | north  | 9.5
2026-01-06    | A          | Rival      | R                  |        | 9.5
2026-01-05    | A          | Other      | R                  |        | 9.5
2026-01-05    | A          | Rival      | S                  |        | 9.5
""",
    "marts/targets": """
quarter    | category | product_id | region | revenue_target
2026-Q1    |          |            |        | 1000
2026/27-Q1 | Crockery |            |        | 1100
2026-Q1    | Crockery |            |        | 1000
2026-Q1    |          | A          |        | 1000
2026-Q1    |          |            | north  | 1000
""",
}  # fmt: skip


def header(name: str) -> dict[str, str]:
    """The parts of a file's opening comment: grain, units, reads, params."""
    lines = []
    for line in (SQL / f"{name}.sql").read_text().splitlines():
        if not line.startswith("--"):
            break
        lines.append(line.removeprefix("-- "))
    return dict(line.split(": ", 1) for line in lines)


def listed(text: str) -> list[str]:
    """The names of a header's list, without what is said of them in parentheses."""
    return [part.strip() for part in re.sub(r"\([^)]*\)", "", text).split(",")]


def grain(name: str) -> list[str]:
    told = listed(header(name)["grain"])
    return [] if told[0].startswith(("one row", "the one row")) else told


def cells(drawn: str) -> list[dict[str, str | None]]:
    lines = [line for line in drawn.strip("\n").splitlines() if not line.startswith("--")]
    first, *rest = ([cell.strip() or None for cell in line.split("|")] for line in lines)
    return [dict(zip(first, row, strict=True)) for row in rest]


def typed(name: str, text: str | None) -> object:
    if text is None:
        return None
    if name.endswith("_date") or name == "month":
        return date.fromisoformat(text)
    if name == "load_id":
        return int(text)
    is_number = name in (
        "quantity",
        "revenue",
        "list_price",
        "price",
        "score",
        "revenue_target",
        "estimated_spend",
        "amount",
    )
    return Decimal(text) if is_number else text


def fill(store: Store, drawn: dict[str, str]) -> None:
    with store.writing() as connection:
        for table, text in drawn.items():
            rows = [{name: typed(name, cell) for name, cell in row.items()} for row in cells(text)]
            connection.insert(table, [{"load_id": 1, **row} for row in rows])


@pytest.fixture
def filled(store) -> Store:
    fill(store, FACTS)
    return store


def mart(store: Store, name: str) -> pd.DataFrame:
    values = VALUES.get(name, {}) | ({"as_of": AS_OF} if "as_of" in parameters(name) else {})
    with store.reading() as connection:
        return connection.frame(name, **values)


def as_text(frame: pd.DataFrame) -> list[tuple[str, ...]]:
    """Rows as a table would show them, in a settled order."""

    def text(value: object) -> str:
        if pd.isna(value):
            return ""
        return (
            f"{value:%Y-%m-%d}"
            if isinstance(value, pd.Timestamp)
            else f"{value:g}"
            if isinstance(value, float)
            else str(value)
        )

    return sorted(tuple(text(value) for value in row) for row in frame.itertuples(index=False))


@EVERY_QUERY
def test_a_query_has_a_header(name):
    told = header(name)
    assert told["grain"]
    assert set(told) <= {"grain", "units", "reads", "params"}
    assert ("params" in told) == bool(parameters(name))


@EVERY_QUERY
def test_a_query_binds_what_it_declares(name):
    assert set(listed(header(name).get("params", ""))) - {""} == parameters(name)


@EVERY_QUERY
def test_a_query_reads_the_tables_that_it_names(name):
    is_change = query(name).startswith(("DELETE", "UPDATE"))
    read = set() if is_change else set(re.findall(r"(?:FROM|JOIN)\s+(\w+)", query(name))) & TABLES
    assert set(listed(header(name).get("reads", ""))) - {""} == read


@EVERY_MART
def test_a_mart_reads_no_bookkeeping_and_no_other_mart(name):
    assert set(listed(header(name)["reads"])) <= {
        "sales", "products", "customers", "feedback", "competitor_prices", "events", "targets", "spend",
    }  # fmt: skip


@EVERY_MART
def test_a_mart_of_money_names_its_unit(name):
    final = query(name).rsplit("SELECT", 1)[1]
    if re.search(r"\b(revenue|price|amount|revenue_target)\b", final):
        assert "money" in header(name)["units"]


@EVERY_QUERY
def test_the_last_select_names_its_columns(name):
    assert not re.search(r"\bSELECT\s+\*", query(name)[query(name).rfind("SELECT") :])


@EVERY_QUERY
def test_a_query_is_one_statement_without_a_dialect(name):
    assert len(statements(SQL / f"{name}.sql")) == 1
    assert not re.search(r"::|\bQUALIFY\b|\bINTERVAL\b|date_trunc|\bILIKE\b", query(name))


def test_every_query_runs_on_an_empty_database(store):
    dates = dict.fromkeys(("as_of", "first_date", "oldest_date", "last_date", "asked_first_date"), AS_OF)
    moment = datetime(2026, 1, 5, 10)
    numbers = dict.fromkeys(("load_id", "verdict_id", "facts_version", "action_id", "horizon_days"), 1)
    told = dates | dict.fromkeys(("undone_at", "reverted_at", "closed_at"), moment) | numbers
    told |= dict.fromkeys(("judged_date", "year_date"), AS_OF) | dict.fromkeys(("r", "alpha", "a", "b"), 1.0)
    with store.writing() as connection:
        for name in NAMES:
            result = connection.execute(query(name), **{key: told.get(key, "x") for key in parameters(name)})
            assert result.returns_rows or query(name).startswith(("DELETE", "UPDATE")), name


@EVERY_MART
def test_a_mart_gives_the_hand_worked_rows(filled, name):
    frame, expected = mart(filled, name), cells(EXPECTED[name])
    assert list(frame.columns) == list(expected[0])
    assert as_text(frame) == sorted(tuple(cell or "" for cell in row.values()) for row in expected)


@EVERY_MART
def test_the_grain_is_unique_and_no_larger_than_it_must_be(filled, name):
    frame = mart(filled, name)
    if not grain(name):
        assert len(frame) == 1
        return
    shown = [column for column in grain(name) if column in frame]
    asked_or_left_out = set(grain(name)) - set(shown)
    assert asked_or_left_out <= parameters(name) | {"feedback_id"}
    if "feedback_id" not in asked_or_left_out:
        assert not frame.duplicated(shown).any()
    for column in set(shown) - parameters(name) if len(shown) > 1 else ():
        assert frame.duplicated([other for other in shown if other != column]).any(), column


@EVERY_MART
def test_the_future_is_invisible(filled, name):
    before = mart(filled, name)
    fill(filled, LATER)
    after = mart(filled, name)
    if "as_of" not in parameters(name) and "sold_date" in after:  # its rows are dated, so the reader can leave them out
        after = after[after["sold_date"] <= pd.Timestamp(AS_OF)]
    assert as_text(after) == as_text(before)


@pytest.mark.parametrize(
    ("asked", "orders"),
    [
        ({"product_id": "A"}, {"1", "2"}),
        ({"category": "Crockery"}, {"1", "2"}),
        ({"category": "Kitchen"}, {"3", "6", "7"}),
        ({"region": "south"}, {"3", "7"}),
        ({"channel": "shop", "product_id": "B"}, {"3", "4", "6", "7"}),
        ({"first_date": date(2026, 1, 6)}, {"3", "4"}),
    ],
)
def test_a_subject_has_its_own_lines(filled, asked, orders):
    values = VALUES["marts/subject_lines"] | asked
    with filled.reading() as connection:
        frame = connection.frame("marts/subject_lines", as_of=AS_OF, **values)
    assert set(frame["order_id"]) == orders


@pytest.mark.parametrize(
    ("asked", "count"), [({"customer_id": "anna"}, 2), ({"product_id": "B"}, 1), ({"product_id": "Z"}, 0)]
)
def test_quotes_are_of_whom_was_asked_for(filled, asked, count):
    with filled.reading() as connection:
        assert len(connection.frame("marts/quotes", as_of=AS_OF, **VALUES["marts/quotes"] | asked)) == count


def test_money_and_days_have_one_type_on_both_databases(filled):
    types = mart(filled, "marts/sales_lines").dtypes.astype(str).to_dict()
    assert (types["revenue"], types["quantity"], types["order_id"]) == ("float64", "float64", "str")
    assert types["sold_date"].startswith("datetime64")


def test_an_unknown_query_is_named():
    with pytest.raises(UnknownQuery, match=r"no query 'marts/dreams' in sql/"):
        query("marts/dreams")
