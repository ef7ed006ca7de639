"""Today's quiet parts as a reader meets them: what has come in, what was suppressed, what a warning's chart says."""


def test_what_has_come_in_and_what_was_suppressed_open_by_a_click(reader_of):
    reader = reader_of()
    page = reader.opens()
    assert "regions in (South-West: to" in reader.texts(".data-line")[0]
    page.get_by_text("What has come in (1 late)").click()
    page.locator(".st-key-arrived [data-testid=stDataFrame]").wait_for()
    page.get_by_text("Suppressed (").click()
    page.locator(".st-key-suppressed .aside, .st-key-suppressed .group").first.wait_for()
    assert reader.failures == []


def test_a_phone_reads_todays_quiet_parts_without_sideways_scrolling(reader_of):
    reader = reader_of("phone", "dark")
    page = reader.opens()
    page.get_by_text("What has come in (1 late)").click()
    page.locator(".st-key-arrived [data-testid=stDataFrame]").wait_for()
    assert reader.overflow_pixels() <= 0


def test_the_chart_of_a_warning_says_which_days_speak_loudest_and_which_are_not_complete(reader_of):
    reader = reader_of()
    page = reader.opens()
    page.get_by_role("link", name=f"Open {reader.texts('.row .what')[0]}").first.click()
    page.wait_for_selector(".js-plotly-plot .annotation-text")
    words = " ".join(reader.texts(".js-plotly-plot >> nth=0 >> .annotation-text"))
    assert "days speak loudest" in words and "not complete after" in words and "since about" in words
