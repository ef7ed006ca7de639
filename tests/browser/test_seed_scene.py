"""From Today to the cause and to an assigned action, click by click, on a phone too; Voice fits both widths."""

import re

import pytest

MOST_CLICKS, MORE_TO_AN_ACTION = 4, 2
CHART = "[class*='st-key-behind-'] .js-plotly-plot"


class Clicks:
    """Counts what a reader has to press."""

    def __init__(self):
        self.count = 0

    def on(self, what) -> None:
        what.click()
        self.count += 1


@pytest.mark.parametrize("width", ["desk", "phone"])
def test_the_fall_leads_to_its_cause_and_to_somebody_who_acts(reader_of, width):
    reader, clicks = reader_of(width), Clicks()
    page = reader.opens("/")
    row = page.locator("[class*='st-key-row-needs-']").filter(has_text="Trident")
    clicks.on(row.get_by_role("link"))
    page.get_by_text("What fits in time: Borealis Health lowered Reliva").wait_for(timeout=60_000)
    reader.settled()
    prices = page.locator(".st-key-behind-prices .js-plotly-plot")
    if width == "phone":
        clicks.on(page.get_by_text("The prices", exact=True))
    prices.wait_for()
    assert reader.overflow_pixels() <= 0
    assert clicks.count <= MOST_CLICKS

    play = page.locator("[class*='st-key-row-play-']").first
    play.scroll_into_view_if_needed()
    clicks.on(play.get_by_role("button", name="Assign"))
    clicks.on(page.get_by_role("dialog").get_by_role("button", name="Assign"))
    page.locator("[class*='st-key-row-action-']").first.wait_for()
    assert clicks.count <= MOST_CLICKS + MORE_TO_AN_ACTION
    reader.opens("/")
    said = page.locator(".has-it").first.inner_text()
    assert "manager" in said and "due" in said
    assert reader.failures == []


def test_on_a_phone_each_step_is_a_sentence_and_a_tap_shows_what_it_rests_on(reader_of):
    reader = reader_of("phone")
    page = _trident(reader)
    charts, folds = page.locator(CHART), page.locator(".fold summary")
    assert charts.count() >= 5 and folds.count() >= 7
    assert not any(chart.is_visible() for chart in charts.all())
    assert all(fold.is_visible() for fold in folds.all())
    assert page.locator("[data-testid=stMain]").evaluate("each => each.scrollHeight") < 4 * 844

    folds.first.focus()
    page.keyboard.press("Enter")
    charts.first.wait_for()
    assert [chart.is_visible() for chart in charts.all()].count(True) == 1
    assert 300 < charts.first.bounding_box()["width"] <= 390
    page.get_by_text("The numbers", exact=True).first.click()
    page.locator(".st-key-behind-weeks [data-testid=stDataFrame]").wait_for()
    assert charts.first.is_visible()  # the page has run again
    assert reader.overflow_pixels() <= 0
    assert reader.failures == []


def test_on_a_desk_the_whole_story_is_open(reader_of):
    page = _trident(reader_of())
    page.locator(CHART).nth(4).wait_for()
    assert all(chart.is_visible() for chart in page.locator(CHART).all())
    assert not any(fold.is_visible() for fold in page.locator(".fold").all())


@pytest.mark.parametrize("width", ["desk", "phone"])
def test_what_customers_say_fits_and_leads_to_their_words(reader_of, width):
    reader = reader_of(width)
    page = reader.opens("/voice")
    assert "wait for an answer" in page.locator(".lead").inner_text()
    assert reader.overflow_pixels() <= 0
    page.get_by_text("In their words").first.wait_for()
    assert page.locator(".quote").count() > 0
    assert reader.failures == []


def _trident(reader):
    page = reader.opens("/warning?product=P-101")  # told by its warning
    page.locator(CHART).first.wait_for(state="attached")
    page.locator("summary").filter(has_text=re.compile("What was it|Give another")).wait_for()
    return reader.settled()
