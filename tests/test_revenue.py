"""Revenue is without tax and after discount: by what the lines show, by name, by answer, else it is asked."""

from decimal import Decimal

import pytest
from exports import asked, taken


@pytest.fixture
def understand(written):
    return lambda text, *told, **answers: taken(written(text), *told, **answers)


def sales(columns: str, *lines: str) -> str:
    """Lines of an order each, of one product: what stands in `columns` behind them."""
    rows = (f"{number},2026-01-05,A,{line}\n" for number, line in enumerate(lines, 1))
    return f"order no,date,sku,{columns}\n" + "".join(rows)


def amounts(rows: list[dict]) -> list[Decimal]:
    return [row["revenue"].normalize() for row in rows]


def said(report, words: str) -> bool:
    return any(words in note for note in report.notes)


STATED = "qty,unit price,discount,total"


@pytest.mark.parametrize(
    "lines",
    [
        ("2,10,3,17", "1,5,0,5", "-1,10,3,-7"),  # an amount a line
        ("2,10,0.1,18", "1,5,0,5", "-1,10,0.1,-9"),  # a share
        ("2,10,10,18", "1,5,0,5", "-1,10,10,-9"),  # a percentage
    ],
)
def test_a_total_that_is_after_its_discount_is_not_lessened_again(understand, lines):
    report, rows = understand(sales(STATED, *lines))
    assert amounts(rows) == [Decimal(line.rsplit(",", 1)[1]) for line in lines]
    assert said(report, "total is after discount, as 3 of 3 lines show")


def test_a_total_that_is_quantity_times_price_leaves_the_discount_open(understand):
    text = sales(STATED, "2,10,3,20", "1,5,0,5")
    assert asked(understand(text)[0]) == {"discount": ("included", "amount", "percent")}
    assert amounts(understand(text, discount="included")[1]) == [20, 5]
    report, rows = understand(text, discount="amount")
    assert amounts(rows) == [17, 5]
    assert said(report, "discount is taken off total: 3.00 in sum")


@pytest.mark.parametrize(
    ("answer", "lines", "revenue"),
    [
        ("amount", ("2,10,3", "-2,10,3"), [17, -17]),
        ("amount", ("2,10,-3", "1,5,"), [17, 5]),
        ("rate", ("2,10,0.15", "3,1,0"), [17, 3]),
        ("percent", ("2,10,15", "3,1,0"), [17, 3]),
        ("included", ("2,10,3", "3,1,0"), [20, 3]),
    ],
)
def test_a_discount_beside_quantity_and_price_is_asked_about(understand, answer, lines, revenue):
    text = sales("qty,unit price,discount", *lines)
    share = "rate" if "0.15" in text else "percent"
    assert asked(understand(text)[0]) == {"discount": ("included", "amount", share)}
    assert amounts(understand(text, discount=answer)[1]) == revenue


def test_discounts_in_per_cent_are_shares(understand):
    _, rows = understand(sales(STATED, "2,10,15%,17", "1,5,0%,5", "1,5,,5"))
    assert amounts(rows) == [17, 5, 5]
    text = sales("qty,unit price,discount", "2,10,15%", "1,5,0%")
    assert asked(understand(text)[0]) == {"discount": ("included", "amount", "rate")}
    assert amounts(understand(text, discount="rate")[1]) == [17, 5]


def test_a_discount_that_is_nowhere_above_zero_is_none(understand):
    assert amounts(understand(sales(STATED, "2,10,0,20", "1,5,,5"))[1]) == [20, 5]


def test_a_column_of_discount_codes_is_no_discount(understand):
    report, rows = understand(sales("qty,unit price,discount", *["1,5,SUMMER"] * 6))
    assert amounts(rows) == [5] * 6
    assert said(report, "discount holds no amount: it is not used as discount")


def test_tax_that_the_total_contains_is_left_out(understand):
    report, rows = understand(sales("qty,unit price,tax,total", "2,10,3.80,23.80", "1,5,0.95,5.95"))
    assert amounts(rows) == [20, 5]
    assert said(report, "total contains tax, as 2 of 2 lines show: 4.75 of tax is left out of revenue")


def test_a_total_without_the_tax_that_its_price_contains_is_net(understand):
    report, rows = understand(sales("qty,unit price,tax,total", "2,11.90,3.80,20", "1,5.95,0.95,5"))
    assert amounts(rows) == [20, 5]
    assert said(report, "total is without tax, as 2 of 2 lines show")


@pytest.mark.parametrize("columns", ["qty,unit price,tax,total", "tax,total", "qty,unit price,tax"])
def test_where_no_line_shows_whether_tax_is_contained_it_is_asked(understand, columns):
    values = {"qty": "2", "unit price": "10", "tax": "3.2", "total": "20"}
    text = sales(columns, ",".join(values[name] for name in columns.split(",")))
    assert asked(understand(text)[0]) == {"tax": ("net", "gross")}
    assert amounts(understand(text, tax="net")[1]) == [20]
    assert amounts(understand(text, tax="gross")[1]) == [Decimal("16.8")]


def test_names_tell_net_and_gross(understand):
    assert amounts(understand(sales("Menge,MwSt,Nettobetrag", "2,3.2,20"))[1]) == [20]
    assert amounts(understand(sales("Menge,MwSt,Bruttobetrag", "2,3.2,20"))[1]) == [Decimal("16.8")]
    report, rows = understand(sales("qty,Total incl. tax,Total excl. tax", "2,23.8,20"))
    assert amounts(rows) == [20]
    report, _ = understand(sales("Quantité,Prix TTC", "2,10"))
    assert asked(report) == {"tax": ("net",)}
    report, rows = understand(sales("Quantité,Prix TTC", "2,10"), tax="net")
    assert amounts(rows) == [20]
    assert said(report, "revenue includes that tax")


def test_a_file_that_says_revenue_in_our_words_is_believed(understand):
    assert amounts(understand(sales("quantity,unit_price,discount,tax,revenue", "2,10,3,4,99"))[1]) == [99]


def test_a_stated_amount_that_contradicts_the_others_stands_and_is_counted(understand):
    lines = ["2,10,20"] * 98 + ["2,10,25", "1,4,1"]
    report, rows = understand(sales("qty,unit price,total", *lines))
    assert sum(amounts(rows)) == 98 * 20 + 26
    assert said(report, "On 2 of 100 lines total is not what quantity and price make (+2.00 in sum)")


def test_rounding_of_cents_is_no_contradiction(understand):
    report, _ = understand(sales("qty,unit price,total", "3,0.33,1.00", "100,0.07,7.20"))
    assert not said(report, "is not what quantity and price make")


def orders(columns: str, *lines: str) -> str:
    return f"order no,date,sku,{columns}\n" + "".join(
        f"{number},2026-01-05,{sku},{line}\n"
        for number, skus in enumerate(zip(lines[::2], lines[1::2], strict=True), 1)
        for sku, line in zip("AB", skus, strict=True)
    )


def test_an_orders_total_on_each_of_its_lines_is_counted_by_the_lines_own(understand):
    report, rows = understand(orders("qty,unit price,total", "1,5,15", "2,5,15", "1,1,3", "2,1,3", "1,7,9", "1,2,9"))
    assert sum(amounts(rows)) == 27
    assert said(report, "total is of the whole order")


def test_an_orders_total_that_is_no_sum_of_its_lines_is_asked_about(understand):
    text = orders("qty,unit price,total", "1,5,18", "2,5,18", "1,1,4", "2,1,4", "1,7,10", "1,2,10")
    assert asked(understand(text)[0]) == {"revenue": ("lines", "stated")}
    assert sum(amounts(understand(text, revenue="lines")[1])) == 27
    assert sum(amounts(understand(text, revenue="stated")[1])) == 64


def test_a_total_without_prices_that_repeats_within_orders_is_asked_about(understand):
    text = orders("total", "15", "15", "3", "3", "9", "9")
    assert asked(understand(text)[0]) == {"revenue": ("stated",)}
    assert sum(amounts(understand(text, revenue="stated")[1])) == 54


FIRST_LINES_ONLY = orders("qty,unit price,total", "1,5,15", "2,5,", "1,1,3", "2,1,", "1,7,9", "1,2,")


def test_an_orders_total_on_its_first_line_only_is_counted_by_the_lines_own(understand):
    report, rows = understand(FIRST_LINES_ONLY)
    assert sum(amounts(rows)) == 27
    assert said(report, "total is of the whole order")


def test_an_orders_total_on_its_first_line_is_found_among_many_orders_of_one_line(understand):
    alone = "".join(f"1{number},2026-01-05,C,2,5,10\n" for number in range(400))
    report, rows = understand(FIRST_LINES_ONLY + alone)
    assert sum(amounts(rows)) == 27 + 4000
    assert said(report, "total is of the whole order")


def test_an_orders_total_on_its_first_line_that_is_no_sum_of_its_lines_is_asked_about(understand):
    text = orders("qty,unit price,total", "1,5,18", "2,5,", "1,1,4", "2,1,", "1,7,10", "1,2,")
    report, _ = understand(text)
    assert asked(report) == {"revenue": ("lines", "stated")}
    assert "total is missing on 3 lines that have quantity and price" in report.question
    assert sum(amounts(understand(text, revenue="lines")[1])) == 27
    report, rows = understand(text, revenue="stated")
    assert sum(amounts(rows)) == 32
    assert [(entry.line, entry.reason, entry.column) for entry in report.rejects] == [
        (line, "missing_required", "total") for line in (3, 5, 7)
    ]


def test_a_total_that_a_few_lines_lack_is_quantity_times_price_there(understand):
    report, rows = understand(orders("qty,unit price,total", "1,5,5", "2,5,", "1,1,1", "2,1,2", "1,7,7", "1,2,2"))
    assert sum(amounts(rows)) == 27
    assert said(report, "total is missing on 1 line and counts as quantity × price there (10.00 in sum)")


def test_a_total_that_cannot_be_read_is_refused_and_not_made_up(understand):
    report, rows = understand(sales("qty,unit price,total", "1,5,5", "2,5,five"))
    assert amounts(rows) == [5]
    assert [(entry.line, entry.reason) for entry in report.rejects] == [(3, "bad_number")]
    assert not said(report, "is missing")


def test_a_total_that_a_few_lines_lack_and_that_is_not_quantity_times_price_is_asked_about(understand):
    text = sales("qty,unit price,total", "1,5,4", "2,5,9", "3,5,")
    assert asked(understand(text)[0]) == {"revenue": ("lines", "stated")}
    assert amounts(understand(text, revenue="stated")[1]) == [4, 9]
    assert amounts(understand(text, revenue="lines")[1]) == [5, 10, 15]


def test_lines_that_cost_the_same_by_their_own_prices_are_no_repeated_total(understand):
    text = orders("qty,unit price,total", "1,5,5", "1,5,5", "1,1,1", "1,1,1", "1,7,7", "1,7,7")
    assert sum(amounts(understand(text)[1])) == 26


def test_a_return_is_no_cancelled_sale(understand):
    _report, rows = understand(sales("qty,unit price,status", "2,10,shipped", "-2,10,refunded"))
    assert amounts(rows) == [20, -20]
    text = sales("qty,unit price,status", "2,10,shipped", "2,10,Refunded")
    assert asked(understand(text)[0]) == {"unsold": ("leave_out", "count")}


def test_repeats_count_once_when_it_is_so_answered(understand):
    text = "order no,date,sku,qty,unit price\n" + "1,2026-01-05,A,2,5\n" * 3 + "1,2026-01-05,A,1,5\n"
    report, rows = understand(text)
    assert (len(rows), sum(amounts(rows))) == (4, 35)
    assert said(report, "Answer repeats=once to count them once")
    report, rows = understand(text, repeats="once")
    assert (len(rows), sum(amounts(rows))) == (2, 15)
    assert [(entry.line, entry.reason) for entry in report.rejects] == [(3, "duplicate_row"), (4, "duplicate_row")]


def test_lines_of_one_order_and_product_that_differ_are_counted_and_said(understand):
    text = "order no,date,sku,qty,unit price\n1,2026-01-05,A,2,5\n1,2026-01-05,A,1,7\n1,2026-01-05,B,1,7\n"
    report, rows = understand(text)
    assert sum(amounts(rows)) == 24
    assert said(report, "1 line has the order and product of another line with other values")
    assert said(report, "(7.00). Answer repeats=first to count only the first")
    report, rows = understand(text + "1,2026-01-05,A,2,5\n", repeats="first")
    assert sum(amounts(rows)) == 17
    assert [(entry.line, entry.reason) for entry in report.rejects] == [
        (3, "conflicting_duplicate"), (5, "duplicate_row")
    ]  # fmt: skip


def test_lines_of_long_ago_are_kept_and_counted(understand):
    text = "order no,date,sku,amount\n1,1989-12-31,A,5\n2,1990-01-01,A,5\n"
    report, rows = understand(text)
    assert len(rows) == 2
    assert said(report, "1 dates lie before 1990")
