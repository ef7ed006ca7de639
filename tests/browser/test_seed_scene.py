"""From Today to the cause in a click and to an assigned action in two more, on a phone too; Voice fits both widths."""

import pytest


@pytest.mark.parametrize("width", ["desk", "phone"])
def test_the_fall_leads_to_its_cause_and_to_somebody_who_acts(reader_of, width):
    reader = reader_of(width)
    page = reader.opens("/")
    row = page.locator("[class*='st-key-row-needs-']").filter(has_text="Trident")
    row.get_by_role("link").click()
    page.get_by_text("What fits in time: Borealis Health lowered Reliva").wait_for(timeout=60_000)
    reader.settled()
    assert reader.overflow_pixels() <= 0
    play = page.locator("[class*='st-key-row-play-']").first
    play.scroll_into_view_if_needed()
    play.get_by_role("button", name="Assign").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Assign").click()
    page.locator("[class*='st-key-row-action-']").first.wait_for()
    reader.opens("/")
    said = page.locator(".has-it").first.inner_text()
    assert "manager" in said and "due" in said
    assert reader.failures == []


@pytest.mark.parametrize("width", ["desk", "phone"])
def test_what_customers_say_fits_and_leads_to_their_words(reader_of, width):
    reader = reader_of(width)
    page = reader.opens("/voice")
    assert "wait for an answer" in page.locator(".lead").inner_text()
    assert reader.overflow_pixels() <= 0
    page.get_by_text("In their words").first.wait_for()
    assert page.locator(".quote").count() > 0
    assert reader.failures == []
