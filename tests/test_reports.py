"""A report comes back from the database as it was said, and its JSON is plain."""

import json
from datetime import date
from decimal import Decimal

from signals.ingest.reports import as_json, kept_report, kept_text
from signals.model import LoadReport, Refusal

REPORT = LoadReport(
    file="may.csv",
    kind="sales",
    outcome="load",
    load_id=3,
    state="live",
    rows_read=3,
    rows_accepted=2,
    rows_rejected=1,
    amount=Decimal("10.50"),
    amounts={"EUR": Decimal("10.50")},
    by_month={"2026-05": Decimal("10.50")},
    first_date=date(2026, 5, 1),
    last_date=date(2026, 5, 2),
    format={"delimiter": ";", "columns": {"order_id": "Beleg"}},
    rejects=(Refusal(4, "bad_date", "Datum «x» is not a date.", "Datum", "x"),),
    ignored=(
        Refusal(1, "preamble", "The line stands before the header."),
        Refusal(5, "footer", "A footer.", line_to=7),
    ),
    notes=("Ä note.",),
    extras={"nps": "12.5"},
    rows_vanished=2,
    rows_removed=2,
    vanished_amount=Decimal("3.00"),
    vanished=({"order_id": "7"}, {"order_id": "8"}),
    by_month_before={"2026-05": Decimal("3.00")},
    by_month_after={"2026-05": Decimal("10.50")},
    profile="shop",
)


def test_a_report_comes_back_as_it_was_kept():
    back = kept_report({"report": kept_text(REPORT), "load_id": 3, "state": "undone"})
    assert back.state == "undone"
    assert back.amounts == REPORT.amounts
    assert (back.amount, back.by_month, back.first_date, back.last_date) == (
        REPORT.amount, REPORT.by_month, REPORT.first_date, REPORT.last_date,
    )  # fmt: skip
    assert [(entry.line, entry.line_to or entry.line) for entry in back.ignored] == [(1, 1), (5, 7)]
    same = ("notes", "extras", "format", "rows_vanished", "rows_removed", "vanished_amount", "vanished",
            "by_month_before", "by_month_after", "profile")  # fmt: skip
    assert {name: getattr(back, name) for name in same} == {name: getattr(REPORT, name) for name in same}


def test_refused_rows_are_kept_in_their_own_table():
    assert "rejects" not in json.loads(kept_text(REPORT))


def test_the_json_is_plain_and_money_stays_exact():
    told = json.loads(json.dumps(as_json(REPORT)))
    assert (told["amount"], told["amounts"], told["first_date"]) == ("10.50", {"EUR": "10.50"}, "2026-05-01")
    assert told["nps"] == "12.5"
    assert not {"extras", "sample", "choices"} & set(told)


def test_a_refusal_says_where_it_ends():
    told = as_json(REPORT)
    assert [(entry["line"], entry["line_to"]) for entry in (*told["rejects"], *told["ignored"])] == [
        (4, 4),
        (1, 1),
        (5, 7),
    ]


def test_a_load_without_money_has_none():
    told = as_json(
        kept_report({"report": kept_text(LoadReport("a.csv", "products", "load")), "load_id": 1, "state": "live"})
    )
    assert (told["amount"], told["amounts"], told["by_month"], told["first_date"]) == (None, {}, {}, None)
