"""The exports of well-known systems and public retailers: loaded to the cent, asked about, or refused with advice."""

from datetime import date
from decimal import Decimal

import pytest
from exports import asked, taken


@pytest.fixture
def understand(written):
    """`understand(text, kind, columns, **answers)` -> (report, accepted rows in the file's order)."""
    return lambda text, *told, **answers: taken(written(text), *told, **answers)


def revenues(rows: list[dict]) -> list[Decimal]:
    return [row["revenue"].quantize(Decimal("0.01")) for row in rows]


def refused(report) -> str:
    assert (report.outcome, report.reason) == ("refuse", "missing_column")
    return report.question


SHOPIFY = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,"
    "Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount,"
    "Billing Name,Billing Country,Shipping Country,Vendor,Id,Source\n"
    "#1001,ann@example.com,paid,2026-03-01 10:00:00 +0100,fulfilled,EUR,47.00,5.00,8.00,60.00,,0.00,"
    "2026-03-01 09:58:12 +0100,2,Cup,10.00,CUP,1.00,Ann Ash,DE,DE,Us,501,web\n"
    "#1001,,,,,,,,,,,,,1,Plate,28.00,PLATE,0.00,,,,,,\n"
    "#1002,bob@example.com,{status},,,EUR,9.00,0.00,0.00,9.00,SUN,1.00,"
    "2026-03-02 11:00:00 +0100,1,Cup,10.00,CUP,0.00,Bob Birch,AT,AT,Us,502,pos\n"
)


def test_shopifys_order_columns_count_for_all_lines_and_its_totals_for_none(understand):
    report, rows = understand(SHOPIFY.format(status="paid"))
    assert report.kind == "sales"
    assert revenues(rows) == [Decimal("19.00"), Decimal("28.00"), Decimal("10.00")]
    assert [row["customer_id"] for row in rows] == ["ann@example.com", "ann@example.com", "bob@example.com"]
    assert [row["sold_date"] for row in rows] == [date(2026, 3, 1), date(2026, 3, 1), date(2026, 3, 2)]
    assert [row["region"] for row in rows] == ["DE", "DE", "AT"]
    assert report.amounts == {"EUR": Decimal("57.00")}
    assert any("In 1 orders the lines make another sum than Subtotal (+1.00 in all)" in note for note in report.notes)
    assert any("stand on an order's first line only" in note for note in report.notes)


def test_voided_orders_are_asked_about_and_left_out_or_counted_aloud(understand):
    text = SHOPIFY.format(status="voided")
    assert asked(understand(text)[0]) == {"unsold": ("leave_out", "count")}
    report, rows = understand(text, unsold="leave_out")
    assert revenues(rows) == [Decimal("19.00"), Decimal("28.00")]
    assert [(entry.line, entry.reason, entry.value) for entry in report.rejects] == [(4, "not_sold", "voided")]
    report, rows = understand(text, unsold="count")
    assert len(rows) == 3
    assert any("voided (1)" in note for note in report.notes)


def test_woocommerce_counts_the_line_after_its_discount(understand):
    report, rows = understand(
        "Order Number,Order Status,Order Date,Email (Billing),Country Code (Billing),Order Total Amount,SKU,Item #,"
        "Item Name,Quantity,Item Cost,Order Line Subtotal,Order Line Total,Discount Amount\n"
        "77,Completed,2026-03-01 10:00,ann@example.com,DE,31.00,CUP,1,Cup,2,10.00,20.00,18.00,2.00\n"
        "77,Completed,2026-03-01 10:00,ann@example.com,DE,31.00,PLATE,2,Plate,1,8.00,8.00,8.00,2.00\n"
    )
    assert revenues(rows) == [18, 8]
    assert [(row["order_id"], row["line_number"], row["product_id"]) for row in rows] == [
        ("77", "1", "CUP"),
        ("77", "2", "PLATE"),
    ]
    assert any("On 1 of 2 lines Order Line Total is not what quantity and price make" in note for note in report.notes)


def test_square_counts_net_sales(understand):
    report, rows = understand(
        "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,"
        "Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Customer ID,Customer Name\n"
        "03/15/2026,10:00:00,Berlin,Drinks,Latte,2,Regular,LAT,,$9.00,-$0.90,$8.10,$0.57,T1,P1,x,,,Payment,Mitte,C1,Ann\n"
        "03/15/2026,10:05:00,Berlin,Drinks,Latte,-1,Regular,LAT,,-$4.50,$0.00,-$4.50,-$0.32,T2,P2,x,,,Refund,Mitte,,\n"
    )
    assert report.amounts == {"": Decimal("3.60")}
    assert [row["product_id"] for row in rows] == ["LAT", "LAT"]
    assert [row["customer_id"] for row in rows] == ["C1", None]


SAP = (
    "VBELN;POSNR;FKDAT;AUDAT;KUNNR;MATNR;ARKTX;FKIMG;NETWR;WAERK;VKORG;VTWEG;KZWI1{}\n"
    "0090000001;000010;20260315;20260310;0000012345;000000000000004711;Becher;2,000;1.020,50;EUR;1000;10;1.100,00{}\n"
    "0090000001;000020;20260315;20260310;0000012345;4712;Teller;1,000;80,00-;EUR;1000;10;80,00-{}\n"
)


def test_saps_billing_lines(understand):
    report, rows = understand(SAP.format("", "", ""))
    assert report.amounts == {"EUR": Decimal("940.50")}
    assert rows[0]["product_id"] == "000000000000004711"
    assert (rows[0]["region"], rows[0]["channel"], rows[0]["line_number"]) == ("1000", "10", "000010")
    assert rows[0]["sold_date"] == date(2026, 3, 15)


def test_saps_net_value_is_without_its_tax(understand):
    report, _ = understand(SAP.format(";MWSBP", ";193,90", ";15,20-"))
    assert report.amounts == {"EUR": Decimal("940.50")}
    assert "NETWR is without MWSBP." in report.notes


def test_salesforces_open_opportunities_are_no_sales_unless_told(understand):
    text = (
        "Opportunity Name,Account Name,Stage,Close Date,Product Code,Product Name,Quantity,Sales Price,Total Price\n"
        "Spring,Ash Ltd,Closed Won,2026-03-15,CUP,Cup,10,4.00,40.00\n"
        "Autumn,Ash Ltd,Prospecting,2026-03-16,CUP,Cup,99,4.00,396.00\n"
    )
    assert asked(understand(text)[0]) == {"unsold": ("leave_out", "count")}
    assert revenues(understand(text, unsold="leave_out")[1]) == [40]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Record ID,Deal Name,Deal Stage,Amount,Close Date,Associated Company\n1,Spring,Closed won,40,2026-03-15,Ash\n",
         "line items"),
        ("Opportunity Name,Account Name,Stage,Amount,Close Date\nSpring,Ash,Closed Won,40,2026-03-15\n",
         "Opportunities with Products"),
        ("Store,DayOfWeek,Date,Sales,Customers,Open,Promo,StateHoliday,SchoolHoliday\n1,5,2015-07-31,5263,555,1,1,0,1\n",
         "Customers is a count"),
        ("Store,Dept,Date,Weekly_Sales,IsHoliday\n1,1,2010-02-05,24924.5,FALSE\n", "weekly totals"),
        ("household_key,BASKET_ID,DAY,PRODUCT_ID,QUANTITY,SALES_VALUE,STORE_ID,RETAIL_DISC,TRANS_TIME,WEEK_NO\n"
         + "".join(f"2375,2698484740{day},{day},1004906,1,1.39,364,-0.6,1631,1\n" for day in range(1, 9)),
         "DAY counts days"),
        ("order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\n"
         "a1,1,p1,s1,2017-09-19 09:45:35,58.90,13.29\n", "only the seller's limit"),
        ("Member_number,Date,itemDescription\n1808,21-07-2015,tropical fruit\n2552,05-01-2015,whole milk\n", "revenue"),
        ("Order ID,Date,Customer,Order Total\n1,2026-01-13,Ann,50\n", "product_id"),
    ],
)  # fmt: skip
def test_what_has_no_lines_of_sales_is_refused_with_advice(understand, text, told):
    assert told in refused(understand(text)[0])


def test_dunnhumby_with_a_date_is_taken(understand):
    report, rows = understand(
        "household_key,BASKET_ID,DATE,DAY,PRODUCT_ID,QUANTITY,SALES_VALUE,STORE_ID,RETAIL_DISC,TRANS_TIME,WEEK_NO\n"
        "2375,26984851472,2017-01-15,1,1004906,1,1.39,364,-0.6,1631,1\n"
        "2375,26984851472,2017-01-15,1,1033142,2,0.82,364,0,1631,1\n"
    )
    assert report.amount == Decimal("2.21")
    assert {row["order_id"] for row in rows} == {"26984851472"}


def test_uci_online_retail(understand):
    report, rows = understand(
        "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n"
        "489434,85048,LIGHTS,12,2009-12-01 07:45:00,6.95,13085.0,United Kingdom\n"
        "C489449,22087,PAPER,-12,2009-12-01 10:33:00,2.95,16321.0,Australia\n"
    )
    assert report.amount == Decimal("48.00")
    assert [row["customer_id"] for row in rows] == ["13085", "16321"]
    report, _ = understand(
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
        "536365,85123A,HOLDER,6,12/13/2010 8:26,2.55,17850,United Kingdom\n"
    )
    assert report.amount == Decimal("15.30")


def test_superstores_sales_are_after_discount_and_its_region_is_the_region(understand):
    report, rows = understand(
        "Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,"
        "Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit\n"
        "1,CA-2016-152156,11/18/2016,11/21/2016,Second Class,CG-12520,Claire Gute,Consumer,United States,Henderson,"
        "Kentucky,42420,South,FUR-BO-10001798,Furniture,Bookcases,Bush Bookcase,261.96,2,0.2,41.91\n"
    )
    assert revenues(rows) == [Decimal("261.96")]
    assert (rows[0]["region"], rows[0]["category"], rows[0].get("channel")) == ("South", "Furniture", None)
    assert any("after Discount" in note for note in report.notes)


def test_the_sales_sample_counts_sales_though_its_prices_are_capped(understand):
    header = (
        "ORDERNUMBER,QUANTITYORDERED,PRICEEACH,ORDERLINENUMBER,SALES,ORDERDATE,STATUS,QTR_ID,MONTH_ID,YEAR_ID,"
        "PRODUCTLINE,MSRP,PRODUCTCODE,CUSTOMERNAME,PHONE,CITY,STATE,COUNTRY,TERRITORY,DEALSIZE\n"
    )
    row = "10107,30,95.7,2,2871,2/24/2003 0:00,{},1,2,2003,Motorcycles,95,S10_1678,Land of Toys,1,NYC,NY,USA,NA,Small\n"
    capped = row.format("Shipped").replace("30,95.7,2,2871", "20,100,3,2500.40")
    report, rows = understand(header + row.format("Shipped") + capped)
    assert report.amount == Decimal("5371.40")
    assert [(row["customer_id"], row["region"], row["line_number"]) for row in rows] == [
        ("Land of Toys", "USA", "2"), ("Land of Toys", "USA", "3")
    ]  # fmt: skip
    assert any("On 1 of 2 lines SALES is not what quantity and price make (+500.40" in note for note in report.notes)
    assert asked(understand(header + row.format("Cancelled"))[0]) == {"unsold": ("leave_out", "count")}


def test_the_supermarkets_total_is_freed_of_its_tax(understand):
    report, _rows = understand(
        "Invoice ID,Branch,City,Customer type,Gender,Product line,Unit price,Quantity,Tax 5%,Total,Date,Time,Payment,"
        "cogs,gross margin percentage,gross income,Rating\n"
        "750-67-8428,A,Yangon,Member,Female,Health and beauty,74.69,7,26.1415,548.9715,1/5/2019,13:08,Ewallet,522.83,"
        "4.76,26.1415,9.1\n"
        "226-31-3081,C,Naypyitaw,Normal,Female,Electronic accessories,15.28,5,3.82,80.22,3/28/2019,10:29,Cash,76.4,"
        "4.76,3.82,9.6\n"
    )
    assert report.amount == Decimal("599.23")
    assert any("Total contains Tax 5%, as 2 of 2 lines show: 29.96" in note for note in report.notes)


TA_FENG = (
    "TRANSACTION_DT,CUSTOMER_ID,AGE_GROUP,PIN_CODE,PRODUCT_SUBCLASS,PRODUCT_ID,AMOUNT,ASSET,SALES_PRICE\n"
    "11/13/2000,1104905,45-49,115,110411,4710199010372,2,24,30\n"
    "11/14/2000,418683,45-49,115,120107,4710857472535,1,48,46\n"
)


def test_ta_fengs_amount_is_a_count(understand):
    assert asked(understand(TA_FENG)[0]) == {"orders": ("by_day",)}
    report, rows = understand(TA_FENG, orders="by_day")
    assert report.amount == 76
    assert [row["quantity"] for row in rows] == [2, 1]


def test_an_unknown_shops_amount_of_small_whole_numbers_beside_a_price_is_asked_about(understand):
    text = "order no,date,sku,Amount,Price\n" + "".join(f"{n},2026-01-13,A,{n % 4 + 1},9.99\n" for n in range(9))
    assert asked(understand(text)[0]) == {"revenue": ("Amount", "Price")}
    report, _ = understand(text, columns={"quantity": "Amount"})
    assert report.amount == Decimal("209.79")


def test_olists_items_joined_with_their_orders_are_one_unit_each(understand):
    report, rows = understand(
        "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value,order_purchase_timestamp,"
        "customer_unique_id\n"
        "a1,1,p1,s1,2017-09-19 09:45:35,58.90,13.29,2017-09-13 08:59:02,c1\n"
        "a1,2,p1,s1,2017-09-19 09:45:35,58.90,13.29,2017-09-13 08:59:02,c1\n"
    )
    assert report.amount == Decimal("117.80")
    assert rows[0]["sold_date"] == date(2017, 9, 13)


def test_hm_asks_for_orders_and_counts_prices(understand):
    text = (
        "t_dat,customer_id,article_id,price,sales_channel_id\n"
        "2018-09-20,000058a1,0663713001,0.0508,2\n2018-09-20,000058a1,0541518023,0.0305,2\n"
    )
    assert asked(understand(text)[0]) == {"orders": ("by_day",)}
    report, rows = understand(text, orders="by_day")
    assert report.amount == Decimal("0.08")
    assert [row["product_id"] for row in rows] == ["0663713001", "0541518023"]


def test_only_purchases_of_a_shops_events_are_sales(understand):
    text = (
        "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session\n"
        "2019-10-01 00:00:00 UTC,view,44600062,21,,shiseido,35.79,541312140,s1\n"
        "2019-10-01 00:02:14 UTC,purchase,1004856,20,electronics,samsung,130.76,543272936,s2\n"
        "2019-10-01 00:03:00 UTC,cart,1004856,20,electronics,samsung,130.76,543272936,s2\n"
    )
    assert set(asked(understand(text)[0])) == {"orders"}
    assert asked(understand(text, orders="by_day")[0]) == {"unsold": ("leave_out", "count")}
    report, _ = understand(text, orders="by_day", unsold="leave_out")
    assert report.amount == Decimal("130.76")
    assert {entry.reason for entry in report.rejects} == {"not_sold"}


def test_a_price_without_quantity_is_asked_about(understand):
    text = "order_id,date,product_id,price\n1,2026-01-13,A,5.00\n"
    assert asked(understand(text, "sales")[0]) == {"revenue": ("price",)}
    assert understand(text, "sales", {"revenue": "price"})[0].amount == 5


# feedback


def test_zendesks_satisfaction(understand):
    report, rows = understand(
        "Ticket ID,Created at,Solved at,Group,Satisfaction Score,Requester ID\n"
        "1,2026-03-01 10:00,2026-03-02 11:00,Billing,Good,r1\n2,2026-03-01 10:05,,Billing,Bad,r2\n"
        "3,2026-03-02 10:05,,Care,Offered,r3\n"
    )
    assert report.kind == "feedback"
    assert [(row["feedback_id"], row["score"], row["scale"], row["touchpoint"]) for row in rows] == [
        ("1", 5, "csat", "Billing"), ("2", 1, "csat", "Billing")
    ]  # fmt: skip
    assert [(entry.line, entry.reason) for entry in report.rejects] == [(4, "missing_required")]


def test_googles_reviews(understand):
    report, rows = understand(
        "Reviewer,Star Rating,Comment,Create Time\n"
        "Ann,FIVE,Great,2026-03-01T10:00:00Z\nBob,TWO,Slow,2026-03-02T10:00:00Z\n"
    )
    assert [(row["score"], row["scale"], row["source"], row["verbatim"]) for row in rows] == [
        (5, "stars", "review", "Great"), (2, "stars", "review", "Slow")
    ]  # fmt: skip
    assert report.outcome == "load"


def test_trustpilots_reviews(understand):
    report, rows = understand(
        "Review Id,Review Created (UTC),Review Consumer User Id,Review Title,Review Content,Review Stars,"
        "Company Reply Date (UTC),Reference Id\n"
        "r1,2026-03-01 10:00:00,u1,Good,Came on time,4,2026-03-02 09:00:00,1001\n"
    )
    assert (report.kind, report.outcome) == ("feedback", "load")
    assert (rows[0]["score"], rows[0]["scale"], rows[0]["verbatim"]) == (4, "stars", "Came on time")
    assert rows[0]["acknowledged_at"].day == 2


IMPORT_IDS = ("startDate", "endDate", "status", "progress", "recordedDate", "_recordId", "ext", "QID1G", "QID1", "QID2")
QUALTRICS = (
    "StartDate,EndDate,Status,Progress,RecordedDate,ResponseId,ExternalReference,Q1_NPS_GROUP,Q1,Q2\n"
    "Start Date,End Date,Response Type,Progress,Recorded Date,Response ID,External Data Reference,"
    "How likely are you to recommend us? - Group,How likely are you to recommend us?,Why did you give this score?\n"
    + ",".join(f'"{{""ImportId"":""{name}""}}"' for name in IMPORT_IDS)
    + "\n"
    + "".join(
        f"2026-03-01 10:00:0{n},2026-03-01 10:05:00,IP Address,100,2026-03-01 10:05:0{n},R_{n},C{n},"
        f"Promoter,{n + 1},fine\n"
        for n in range(2, 9)
    )
)


def test_qualtrics_three_rows_of_headings_do_not_become_answers(understand):
    report, rows = understand(QUALTRICS, "feedback")
    assert report.outcome == "load", report.question
    assert [row["score"] for row in rows] == [3, 4, 5, 6, 7, 8, 9]
    assert {row["customer_id"] for row in rows} == {f"C{n}" for n in range(2, 9)}
    assert {row["scale"] for row in rows} == {"nps"}
    assert not report.rejects
    assert [(entry.line, entry.reason) for entry in report.ignored] == [(3, "repeated_header")]


def test_surveymonkeys_questions_are_told_by_what_they_ask(understand):
    report, rows = understand(
        "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,"
        "How likely is it that you would recommend us to a friend or colleague?,What could we do better for you?\n"
        ",,,,,,Response,Open-Ended Response\n"
        "114,25,03/13/2026 10:00:01,03/13/2026 10:02:05,,ann@example.com,9,Nothing\n"
        "115,25,03/14/2026 11:00:01,03/14/2026 11:02:05,,bob@example.com,3,Faster post\n"
    )
    assert report.outcome == "load", report.question
    assert [(row["feedback_id"], row["score"], row["scale"], row["verbatim"]) for row in rows] == [
        ("114", 9, "nps", "Nothing"), ("115", 3, "nps", "Faster post")
    ]  # fmt: skip
    assert not report.rejects
    assert [(entry.line, entry.reason) for entry in report.ignored] == [(2, "repeated_header")]


def test_hubspots_feedback_submissions(understand):
    text = "Record ID,Survey name,Response date,Rating,Follow up response\n1,NPS,2026-03-01 10:00,9,Good\n"
    assert asked(understand(text, "feedback")[0]) == {"scale": ("nps", "none")}
    _, rows = understand(text, "feedback", scale="nps")
    assert [(row["feedback_id"], row["score"], row["verbatim"]) for row in rows] == [("1", 9, "Good")]
