"""Promises of the Track record page on the demo company: a click replays its history, and what comes stays."""

SECONDS = 300  # of a busy machine; a quiet one needs thirty


def test_a_click_replays_the_history_with_progress_and_the_record_stays(reader_of):
    reader = reader_of()
    page = reader.opens("/track_record")
    assert "How good would our warnings have been?" in reader.texts(".lead")
    page.get_by_role("button", name="Replay our history").click()
    page.get_by_text("Replayed to").wait_for(timeout=60_000)
    other = reader_of("phone")
    page_of_other = other.opens("/track_record")
    page_of_other.get_by_text("Replayed to").or_(page_of_other.get_by_text("Rehearsed")).first.wait_for(timeout=60_000)
    page.locator(".lead", has_text="we would have warned").wait_for(timeout=1000 * SECONDS)
    reader.settled()
    page.wait_for_selector(".js-plotly-plot")
    assert "we promise at most 1 in 10" in reader.texts(".lead")[0]
    assert page.locator(".row").count() >= 2
    assert page.get_by_text("What we can and cannot see").count() == 1
    assert page.get_by_text("orders a day we find").count() >= 2
    assert page.locator(".js-plotly-plot").count() == 2
    assert page.get_by_role("button", name="Replay").count() == 0
    assert reader.failures == []

    again = other.opens("/track_record")
    assert other.texts(".lead") == reader.texts(".lead")
    assert other.overflow_pixels() <= 0
    again.get_by_text("The numbers").first.click()
    again.get_by_role("button", name="Download as CSV").first.wait_for()
    assert other.failures == []


def test_after_the_replay_a_warning_says_how_sure_it_is(reader_of):
    reader = reader_of()
    page = reader.opens("/")
    name = reader.texts(".row .what")[0]
    page.get_by_role("link", name=f"Open {name}").first.click()
    page.wait_for_url("**/warning?**")
    page.get_by_text("In rehearsals on your own past").wait_for(timeout=30_000)
