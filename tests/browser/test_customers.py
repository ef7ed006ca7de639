"""A director saves a customer: from the list to the call, the task and the file; the base adds up on both widths."""

import pytest

CUSTOMER = ".st-key-row-calls-0"


@pytest.mark.parametrize("width", ["desk", "phone"])
@pytest.mark.parametrize("path", ["/customers", "/base"])
def test_the_pages_fit_and_ask_nobody_else(reader_of, address, path, width):
    reader = reader_of(width)
    reader.opens(path)
    assert reader.overflow_pixels() <= 0
    assert reader.hosts == {address.split("/")[2]}
    assert reader.failures == []


def test_a_customer_is_assigned_and_called_from_the_row_and_both_stand_in_the_file(reader_of):
    reader = reader_of()
    page = reader.opens("/customers")
    name = page.locator(f"{CUSTOMER} .what").inner_text()
    page.locator(CUSTOMER).get_by_role("button", name="Assign").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text(name).wait_for()
    dialog.get_by_role("button", name="Assign").click()
    page.locator(f"{CUSTOMER} .has-it").wait_for()
    page.locator(CUSTOMER).get_by_role("button", name="Call").click()
    dialog.get_by_label("What the customer said, in their words").fill("We stay if deliveries come on time.")
    dialog.get_by_role("button", name="Save").click()
    dialog.wait_for(state="detached")
    reader.settled()
    page.locator(CUSTOMER).get_by_role("link").click()
    page.get_by_text("We stay if deliveries come on time.").first.wait_for()
    reader.settled()
    assert "Only local reader has ever spoken" in page.content() or "have spoken with them" in page.content()
    page.get_by_role("button", name="Done").click()
    page.get_by_text("; done").wait_for()
    page.get_by_role("button", name="Take back").click()
    page.get_by_text("We stay if deliveries come on time.").first.wait_for(state="detached")
    assert reader.failures == []


def test_what_i_heard_is_added_in_two_clicks_on_a_phone(reader_of):
    reader = reader_of("phone")
    page = reader.opens("/customers")
    page.locator(CUSTOMER).get_by_role("link").click()
    page.get_by_text("Add what I heard").click()
    page.get_by_label("What the customer said, in their words").fill("They open a second shop in spring.")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("They open a second shop in spring.").first.wait_for()
    reader.settled()
    assert reader.overflow_pixels() <= 0
    assert reader.failures == []


def test_the_quarter_is_one_click_away_and_stays_in_the_address(reader_of):
    reader = reader_of()
    page = reader.opens("/base")
    page.get_by_text("The last whole quarter").click()
    page.wait_for_url("**/base?period=*")
    reader.settled()
    assert "against as long from" in page.content()
    assert reader.failures == []
