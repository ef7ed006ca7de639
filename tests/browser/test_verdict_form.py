"""A reader says that a warning is a false alarm, sees it leave Today, and takes it back."""


def first_warning(reader) -> tuple[str, str]:
    """Name and address of Today's first row."""
    page = reader.opens()
    name = reader.texts(".row.act .what")[0]
    page.get_by_role("link", name=f"Open {name}").first.click()
    page.wait_for_url("**/warning?**")
    reader.settled()
    return name, page.url.removeprefix(reader.address)


def acts(reader) -> list[str]:
    reader.opens()
    return reader.texts(".row.act .what")


def test_a_verdict_silences_a_warning_and_its_revert_brings_it_back(reader_of):
    reader = reader_of()
    before = acts(reader)
    name, path = first_warning(reader)
    page = reader.page
    page.get_by_text("What was it?").first.click()
    page.get_by_test_id("stRadioGroup").get_by_text("False alarm", exact=True).click()
    page.get_by_label("Why").fill("Counted <b>twice</b>")
    page.get_by_role("button", name="Give this verdict").click()
    page.get_by_text("False alarm: “Counted <b>twice</b>”.").wait_for(timeout=60_000)
    reader.settled()
    assert name not in acts(reader_of())
    assert "(so far 1 of 1)" in reader_of().opens().locator(".data-line").first.inner_text()

    reader.opens(path)
    page.get_by_role("button", name="Revert").click()
    page.get_by_text("reverted by").wait_for(timeout=60_000)
    assert acts(reader_of()) == before
    assert reader.failures == []


def test_the_form_fits_a_phone(reader_of):
    reader = reader_of("phone")
    first_warning(reader)
    page = reader.page
    page.get_by_text("Give another verdict").or_(page.get_by_text("What was it?")).first.click()
    page.get_by_test_id("stRadioGroup").get_by_text("Data error", exact=True).click()
    page.get_by_role("button", name="Give this verdict").wait_for()
    assert reader.overflow_pixels() <= 0
