"""Promises of the running dashboard, from Today to an upload taken back."""

import re

import pytest

PAGES = ["/", "/products", "/customers", "/uploads", "/warning?product=P-101", "/warning", "/customer"]
UPLOAD = "order_id,sold_date,customer_id,product_id,region,quantity,revenue\n"
HOSTILE_NAME = "<img src=//evil.example/x.png>![p](https://evil.example/p.png)"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", ["desk", "phone"])
def test_every_page_opens_without_errors_or_sideways_scrolling(reader_of, width, theme):
    reader = reader_of(width, theme)
    for path in PAGES:
        page = reader.opens(path)
        assert page.locator(".stException, [data-testid=stAlertContentError]").count() == 0, path
        assert reader.overflow_pixels() <= 0, path
    assert reader.failures == []
    assert reader.hosts == {reader.address.removeprefix("http://")}


def test_todays_first_screen_answers_without_scrolling(reader_of):
    page = reader_of().opens()
    sentence, row = page.locator(".lead").bounding_box(), page.locator(".row").first.bounding_box()
    customers = page.get_by_role("heading", name="Customers", exact=True).bounding_box()
    assert sentence["y"] < row["y"] < customers["y"]
    assert customers["y"] + customers["height"] <= 900


def test_on_a_phone_the_sentence_and_the_first_row_come_first(reader_of):
    page = reader_of("phone").opens()
    row = page.locator(".row").first.bounding_box()
    assert row["y"] + row["height"] <= 844


def test_a_warning_opens_by_a_click_from_today_under_an_address_of_its_own(reader_of):
    reader = reader_of()
    page = reader.opens()
    name = reader.texts(".row .what")[0]
    page.get_by_role("link", name=f"Open {name}").first.click()
    page.wait_for_url("**/warning?**")
    page.wait_for_selector(".js-plotly-plot")
    reader.settled()
    assert "warning=" in page.url and "as_of=" in page.url
    headline = reader.texts(".lead")[0]
    assert name in headline
    assert reader_of().opens(page.url.removeprefix(reader.address)).locator(".lead").inner_text() == headline
    assert reader.failures == []


def test_a_customer_opens_by_a_click_from_today(reader_of):
    reader = reader_of()
    page = reader.opens()
    name = reader.texts(".person .what")[0]
    page.get_by_role("link", name=f"Open {name}").first.click()
    page.wait_for_url("**/customer?**")
    page.wait_for_selector(".js-plotly-plot")
    reader.settled()
    assert reader.texts(".lead") == [name]


def test_a_product_opens_from_the_table_however_it_is_sorted(reader_of):
    reader = reader_of()
    page = reader.opens("/products")
    table = page.get_by_test_id("stDataFrame").first
    table.locator("canvas").first.wait_for()
    page.wait_for_timeout(1000)  # the canvas draws its cells after it is there
    table.click(position={"x": 150, "y": 20})  # the heading: sorted by name
    page.wait_for_timeout(1000)
    assert page.url.endswith("/products")
    table.click(position={"x": 37, "y": 60})
    page.wait_for_url("**/warning?product=**")
    reader.settled()
    assert reader.texts(".lead") == ["Antisepta"]


def test_an_upload_is_seen_first_then_moves_the_numbers_and_undo_brings_them_back(reader_of):
    reader = reader_of()
    before = _numbers(reader)
    lines = [f"NEW-{number},2026-11-{10 + number},C-10585,P-101,North-East,10,900000" for number in range(1, 9)]
    reader.drops("large_order.csv", UPLOAD + "\n".join(lines) + "\nNEW-9,2026-99-99,C-10585,P-101,North-East,1,5\n")
    page = reader.page
    assert "sales" in page.locator(".step").first.inner_text()
    assert reader.facts()["New"] == "8" and reader.facts()["Refused"] == "1"
    assert _numbers(reader_of()) == before

    page.get_by_text("Yes, leave 1 row out").click()
    page.get_by_role("button", name="Load 8 rows").click()
    page.get_by_text("large_order.csv is loaded").wait_for(timeout=60_000)
    assert _numbers(reader_of()) != before

    page.get_by_role("button", name="Undo").first.click()
    page.get_by_role("button", name="Take it back").click()
    page.get_by_text("was taken back").wait_for(timeout=60_000)
    assert _numbers(reader_of()) == before
    assert reader.failures == []


def test_a_click_elsewhere_does_not_end_a_load(reader_of):
    reader = reader_of()
    reader.drops("small_order.csv", UPLOAD + "LATE-1,2026-11-20,C-10585,P-101,North-East,1,7.90\n")
    reader.page.get_by_role("button", name="Load 1 row").click()
    reader.page.get_by_role("link", name="Products").click()
    reader.page.wait_for_url("**/products")
    listed = reader_of()
    for _ in range(30):
        listed.opens("/uploads")
        if listed.page.get_by_text("small_order.csv", exact=True).count():
            break
        listed.page.wait_for_timeout(1000)
    assert listed.page.get_by_text("small_order.csv", exact=True).count() == 1


def test_an_ambiguous_date_is_asked_and_the_answer_is_taken(reader_of):
    reader = reader_of()
    reader.drops("asked.csv", UPLOAD + "Q-1,01/10/2026,C-1,P-101,North,1,7.90\nQ-2,02/10/2026,C-1,P-101,North,1,7.90\n")
    assert reader.page.get_by_role("button", name=re.compile("^Load")).count() == 0
    reader.page.get_by_text("Day first").click()
    reader.page.get_by_role("button", name="Load 2 rows").wait_for()
    assert "1 October" in reader.facts()["Days"]


def test_hostile_names_are_letters_and_ask_nobody(reader_of):
    reader = reader_of()
    reader.drops(f"{HOSTILE_NAME.replace('/', '')}.csv", f'product_id,product_name\nX-1,"{HOSTILE_NAME}"\n')
    reader.page.get_by_text("The first rows as they would be stored").click()
    reader.page.wait_for_timeout(1000)
    assert reader.hosts == {reader.address.removeprefix("http://")}
    assert "<img" in reader.page.locator(".step").first.inner_text()


def _numbers(reader) -> list[str]:
    reader.opens("/")
    return reader.texts(".lead") + reader.texts(".now") + reader.texts(".sentence") + reader.texts(".row .much")
