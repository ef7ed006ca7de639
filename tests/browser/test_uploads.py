"""Promises of the Uploads page, on a company of its own with two months of sales."""

import io
import re
import urllib.error
import urllib.request

import openpyxl
import pytest
from playwright.sync_api import expect

from signals.ingest import loads
from signals.store.engine import Store

expect.set_options(timeout=30_000)
HEADINGS = "order_id,sold_date,customer_id,product_id,region,quantity,revenue\n"
FIRST = HEADINGS + "".join(f"A-{day},2026-10-{day:02d},C-{day % 5},P-1,North,1,10.00\n" for day in range(1, 29))
SECOND = HEADINGS + "".join(f"B-{day},2026-11-{day:02d},C-{day % 5},P-2,South,2,20.00\n" for day in range(1, 21))
REFUSED = HEADINGS + (
    "R-1,2026-11-21,C-1,P-1,North,1,-5.20\n"
    "R-2,2026-11-21,C-1,P-1,North,1,=1+1\n"
    "R-3,2026-11-21,C-1,P-1,North,@SUM(1),1.00\n"
)
TWO_QUESTIONS = (
    HEADINGS.replace(",", ";") + "Q-1;01/10/2026;C-1;P-1;North;1;1.500\nQ-2;02/10/2026;C-1;P-1;North;1;2.500\n"
)


@pytest.fixture(scope="module")
def database_url(tmp_path_factory) -> str:
    """Two loads, made before the dashboard starts."""
    folder = tmp_path_factory.mktemp("uploads")
    url = f"duckdb:///{folder / 'uploads.duckdb'}"
    for name, text in (("october.csv", FIRST), ("november.csv", SECOND)):
        (folder / name).write_text(text)
        loads.load(Store(url), folder / name, person="tests")
    return url


def test_all_questions_of_a_file_are_answered_together(reader_of):
    reader = reader_of()
    page = reader.drops("two.csv", TWO_QUESTIONS)
    expect(page.get_by_role("radiogroup")).to_have_count(2)
    page.get_by_text("Point: 1,234.50").click()
    expect(page.get_by_role("button", name=re.compile("^Load"))).to_have_count(0)
    page.get_by_text("Day first").click()
    page.get_by_role("button", name="Load 2 rows").wait_for()
    reader.settled()
    assert reader.facts()["Amount"] == "4.00" and reader.facts()["Days"] == "1 October to 2 October 2026"
    page.get_by_role("button", name=re.compile("Day first.*Ask again")).click()
    expect(page.get_by_role("radiogroup")).to_have_count(1)
    assert reader.failures == []


def test_a_column_that_was_matched_can_be_said_not_to_be_in_the_file(reader_of):
    reader = reader_of()
    page = reader.drops("region.csv", HEADINGS + "N-1,2026-11-21,C-1,P-1,North,1,1.00\n")
    page.get_by_text("How it was understood").click()
    option = page.get_by_role("option", name="Not in this file")
    for _ in range(5):  # a list that is open while the preview is drawn anew closes
        reader.settled()
        page.get_by_role("combobox", name="Region").click()
        page.wait_for_timeout(1_000)
        if option.is_visible():
            break
    option.click()
    reader.settled()
    page.get_by_role("button", name="Load 1 row").click()
    page.get_by_text("region.csv is loaded").wait_for(timeout=60_000)
    assert reader.failures == []


def test_refused_lines_leave_as_csv_and_as_a_workbook_in_which_nothing_is_a_formula(reader_of):
    reader = reader_of()
    page = reader.drops("refused.csv", REFUSED)
    page.get_by_text("Refused: 2 rows").click()
    csv = _downloaded(page, "Download as CSV").decode("utf-8-sig")
    assert "'=1+1" in csv and "'@SUM(1)" in csv and not re.search(r"(^|[,\"])[=+@-]", csv, re.MULTILINE)
    sheet = openpyxl.load_workbook(io.BytesIO(_downloaded(page, "Download as Excel"))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "'=1+1" in [cell.value for cell in cells]
    assert not [
        cell.value for cell in cells if cell.data_type == "f" or str(cell.value).startswith(("=", "+", "-", "@"))
    ]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [3, 4]


def test_where_many_rows_are_refused_the_button_waits_for_a_yes(reader_of):
    page = reader_of().drops("refused.csv", REFUSED)
    button = page.get_by_role("button", name="Load 1 row and leave 2 out")
    expect(button).to_be_disabled()
    page.get_by_text("Yes, leave 2 rows out").click()
    expect(button).to_be_enabled()


def test_rows_that_vanished_from_an_export_go_only_if_the_analyst_says_so(reader_of):
    reader = reader_of()
    page = reader.drops("october.csv", "\n".join(FIRST.split("\n")[:-3]) + "\nA-28,2026-10-28,C-3,P-1,North,1,10.00\n")
    assert "Removed" not in reader.facts()
    page.get_by_text("Remove them").click()
    page.locator(".facts").get_by_text("Removed").wait_for()
    reader.settled()
    assert reader.facts()["Removed"] == "1"


def test_a_preview_says_what_today_would_say(reader_of):
    page = reader_of().drops("more.csv", HEADINGS + "M-1,2026-11-21,C-1,P-1,North,1,1.00\n")
    page.get_by_text("Today's warnings would stay as they are.").wait_for(timeout=60_000)


def test_a_large_file_comes_by_the_form_and_is_gone_when_it_is_loaded(reader_of, address):
    reader = reader_of("phone")
    page = reader.opens("/uploads")
    page.get_by_role("link", name="Send it here").click()
    assert reader.overflow_pixels() <= 0
    text = HEADINGS + "L-1,2026-11-21,C-1,P-1,,1,1.00"
    file = {"name": "large.csv", "mimeType": "text/csv", "buffer": text.encode()}
    page.set_input_files("input[type=file]", files=[file])
    page.get_by_role("button", name="Send it").click()
    page.wait_for_url("**/uploads?sent=*")
    sent = page.url
    reader.read()
    page.get_by_role("button", name="Load 1 row").click()
    page.get_by_text("large.csv is loaded").wait_for(timeout=60_000)
    assert "sent=" not in page.url
    page.goto(sent)
    page.get_by_text("This file is not here any more").wait_for()
    assert reader.failures == []


def test_a_form_on_another_site_cannot_send_a_file(reader_of, address):
    page = reader_of().opens("/uploads")
    link = f"{address}/{page.get_by_role('link', name='Send it here').get_attribute('href')}"
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na\r\n--x--\r\n'
    headers = {"Content-Type": "multipart/form-data; boundary=x", "Origin": "https://evil.example"}
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(urllib.request.Request(link, body, headers), timeout=10)
    refused.value.close()
    assert refused.value.code == 403


def test_a_colleagues_load_is_seen_and_leaves_my_preview_as_it_is(reader_of):
    mine, theirs = reader_of(), reader_of()
    mine.drops("mine.csv", HEADINGS + "X-1,2026-11-21,C-1,P-1,North,1,1.00\n")
    page = theirs.drops("theirs.csv", HEADINGS + "Y-1,2026-11-21,C-1,P-1,North,1,1.00\n")
    page.get_by_role("button", name="Load 1 row").click()
    page.get_by_text("theirs.csv is loaded").wait_for(timeout=60_000)
    mine.page.get_by_text("From another visit: theirs.csv is loaded").wait_for()
    mine.page.get_by_role("button", name="Load 1 row").wait_for()
    page.get_by_role("button", name="Undo").first.click()
    page.get_by_role("button", name="Take it back").click()
    page.get_by_text("theirs.csv was taken back. Every number is what it was before.").wait_for(timeout=60_000)
    assert mine.failures == theirs.failures == []


def _downloaded(page, label: str) -> bytes:
    with page.expect_download() as started:
        page.get_by_role("button", name=label).click()
    return started.value.path().read_bytes()
