"""Promises of the pages, run through the entry script: each opens, says its part, shows customers' text as letters."""

import ast
import asyncio
import io
import re
import threading
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import builders
import openpyxl
import pandas as pd
import pytest
import streamlit as st
from reading import HOSTILE, opened, text_of

from signals import model
from signals.errors import DatabaseBusy, TooLittleHistory
from signals.ingest import loads
from signals.store.company import company
from signals.store.engine import Store
from signals.ui import consequences, downloads, inert, nav, server, tasks

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.usefixtures("answers")


@pytest.mark.parametrize("name", nav.TITLES)
def test_every_page_opens(name):
    test = opened(name)
    assert not test.exception and not test.error
    assert any('class="lead"' in element.proto.body for element in test.get("html"))


def test_today_says_the_sentence_before_the_rows_and_the_rows_before_the_customers():
    text = text_of(opened("today"))
    order = ["Data to", "1 thing needs you", "2026-Q4", "Needs you", "ACT", "WATCH", "Customers", "Call today", "NOTED"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_today_shows_at_most_five_rows_and_keeps_the_rest_behind_a_fold(answers):
    answers(morning=builders.morning(warnings=tuple(builders.warning(f"Product {number}") for number in range(7))))
    test = opened("today")
    assert test.get("expander")[0].proto.label.startswith("2 more")
    assert len([each for each in test.get("html") if 'class="row act"' in each.proto.body]) == 7


def test_a_figure_keeps_its_sign_and_unit_on_one_line():
    assert inert.markup("−€126 k so far, 21 % below") == "−\u2060€126\u00a0k so far, 21\u00a0% below"
    assert inert.markup("4 moths, 5 kings") == "4 moths, 5 kings"


def test_a_quiet_morning_says_that_nothing_needs_the_reader(answers):
    answers(morning=builders.morning(warnings=(), late=()))
    text = text_of(opened("today"))
    assert "Nothing needs you" in text and "Needs you\n" not in text


def test_good_news_is_no_concern(answers):
    rising = builders.warning(effect_share=0.12, effect_low=0.07, effect_high=0.17, observed=120.0, expected=107.0)
    answers(morning=builders.morning(warnings=(rising,)))
    row = next(each.proto.body for each in opened("today").get("html") if 'class="row' in each.proto.body)
    assert 'class="row good"' in row and "▲" in row


def test_suppressed_warnings_are_listed_with_their_reason():
    assert "carries most of it" in text_of(opened("today"))


def test_good_news_stands_quietly_after_the_customers_and_more_behind_a_fold(answers):
    rises = tuple(
        builders.warning(
            f"Rise {number}", severity="noted", effect_share=0.23, observed=219.0, expected=178.0, drivers=(), reason=""
        )
        for number in range(5)
    )
    answers(morning=builders.morning(good_news=rises))
    test = opened("today")
    text = text_of(test)
    places = [text.index(part) for part in ("Needs you", "Call today", "Good news", "▲ UP", "Noted and stable")]
    assert places == sorted(places)
    assert "2 more" in [each.proto.label for each in test.get("expander")]
    assert "Good news" not in text_of_morning(answers, good_news=())


def test_what_is_only_watched_needs_nobody(answers):
    watched = builders.warning(severity="watch")
    assert "To watch" in text_of_morning(answers, warnings=(watched,))
    assert "Needs you\n" not in text_of_morning(answers, warnings=(watched,))


def test_many_suppressed_rows_are_grouped_by_their_reason_and_none_is_lost(answers):
    folded = [
        builders.warning(f"Part {n}", headline=f"Part {n} fell.", reason=f"Said in the row of {n}: so.")
        for n in range(12)
    ]
    strange = builders.warning("Odd", headline="Odd fell.", reason=HOSTILE)
    answers(morning=builders.morning(suppressed=(*folded, strange)))
    bodies = [each.proto.body for each in opened("today").get("html") if "<details" in each.proto.body]
    assert ["Said in another row (12)" in bodies[0], "For another reason (1)" in bodies[1]] == [True, True]
    assert all(f"Part {n} fell." in bodies[0] for n in range(12))
    assert "<script" not in bodies[1] and "&lt;script" in bodies[1]


def test_what_has_come_in_is_told_of_each_and_what_closed_says_how(answers):
    arrivals = (
        model.DataState("channel", "Web", date(2026, 11, 16), 4),
        model.DataState("region", "North", date(2026, 11, 21), 0),
    )
    closed = (model.ClosedWarning(builders.warning("Solara"), date(2026, 11, 15), "Cleared by itself."),)
    answers(morning=builders.morning(arrivals=arrivals, closed=closed))
    test = opened("today")
    table = next(each.value for each in test.dataframe if "Usual rhythm" in each.value)
    assert list(table["State"]) == ["late by 4 selling days", "in"]
    assert list(table["What"]) == ["Web (channel)", "North (region)"]
    labels = [each.proto.label for each in test.get("expander")]
    assert "What has come in (1 late)" in labels and "Closed (1)" in labels
    assert "Cleared by itself." in text_of(test)


def test_the_settings_say_whose_holidays_count_until_somebody_decides(answers):
    test = opened("settings")
    box = next(each for each in test.selectbox if each.label == "Public holidays of")
    assert box.options[0].startswith("Not decided: neither the currency nor the largest region")
    assert any("Germany" in option for option in box.options)


def text_of_morning(answers, **changes) -> str:
    answers(morning=builders.morning(**changes))
    return text_of(opened("today"))


def test_a_failed_part_is_said(answers):
    answers(morning=builders.morning(failures=("The nowcast could not be computed.",)))
    assert "The nowcast could not be computed." in text_of(opened("today"))


def test_a_warning_reads_downwards_from_the_fall_to_the_words():
    text = text_of(opened("warning"))
    sentences = builders.evidence().sentences
    places = [
        text.index(sentences[step]) for step in ("sales", "first_choice", "prices", "drivers", "customers", "words")
    ]
    assert places == sorted(places)


def test_a_step_that_found_nothing_says_so_without_a_chart(answers):
    sentences = {
        **builders.evidence().sentences,
        "prices": "No price of a rival changed.",
        "drivers": "No single cause.",
    }
    nothing = builders.evidence(prices=pd.DataFrame(), drivers=(), first_choice=None, quotes=(), sentences=sentences)
    answers(evidence=nothing)
    test = opened("warning")
    assert not test.exception
    assert "No price of a rival changed." in text_of(test)
    assert len(test.get("plotly_chart")) == 1


def test_what_customers_say_has_a_page_of_its_own(answers):
    told = builders.voiced_evidence()
    answers(evidence=told)
    test = opened("warning")
    text = text_of(test)
    assert not test.exception
    order = [told.headline, told.sentences["voiced"], "Stars of Orion is 2.1.", told.sentences["sales"],
             told.sentences["customers"], told.sentences["words"], "The blister does not open.", "How sure",
             told.sentences["certainty"], "What to do", "Read what customers say of Orion", "Your verdict"]  # fmt: skip
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "Complaints of Orion came" not in text.replace(told.headline, "")  # once
    assert any("Customers who said it" in each.proto.alt for each in test.dataframe)
    captions = test.radio(key="verdict-choice").proto.captions
    assert any("until the year before holds it" in each for each in captions)
    test.button(key="assign-play-0").click().run()
    assert test.text_area[0].value == "Read what customers say of Orion, and answer everybody today"


def test_a_touchpoint_sells_nothing_and_has_its_page(answers):
    billing = builders.subject("Billing", kind="touchpoint", product_id=None, category=None, touchpoint="billing")
    answers(evidence=builders.voiced_evidence(subject=billing, weeks=builders.weeks().head(0)))
    test = opened("warning")
    assert not test.exception and len(test.get("plotly_chart")) == 1


def test_a_step_folds_under_its_sentence(answers):
    bodies = [each.proto.body for each in opened("warning").get("html")]
    folds = [body for body in bodies if 'class="fold"' in body]
    assert len(folds) >= 7
    for name in ("sales", "first_choice", "prices", "drivers", "customers", "words"):
        sentence = inert.markup(builders.evidence().sentences[name])
        assert any(sentence in body for body in folds), name


def test_an_older_day_leads_to_the_present(answers):
    answers(morning=builders.morning(as_of=builders.AS_OF.replace(day=22)))
    links = [each.proto.label for each in opened("warning").get("page_link")]
    assert any("As it stands now" in label for label in links)


def test_a_product_opens_with_the_same_bands():
    test = opened("warning", product="P-101")
    assert not test.exception and len(test.get("plotly_chart")) == 4


@pytest.mark.parametrize("name", ["warning", "customer"])
def test_a_page_opened_without_saying_which_asks(name):
    assert "Which" in text_of(opened(name, as_of="2026-11-21"))


def test_a_day_in_the_address_that_is_no_day_is_the_latest():
    assert not opened("today", as_of="tomorrow").exception


@pytest.mark.parametrize(
    ("error", "kind"),
    [(TooLittleHistory("There are no sales yet."), "info"), (DatabaseBusy("python (process 7)", None), "warning")],
)
def test_an_error_meant_for_the_reader_is_said_in_its_own_words(answers, error, kind):
    answers(morning=error)
    test = opened("today")
    assert not test.exception
    shown = test.get(kind)[0].value.replace("\\", "")
    assert shown == str(error)


def test_hostile_text_is_letters_on_every_page(answers):
    warning = builders.warning(HOSTILE, headline=HOSTILE, reason=HOSTILE, drivers=(builders.driver(name=HOSTILE),))
    person = builders.customer_at_risk(HOSTILE, headline=HOSTILE, last_words=HOSTILE, region=HOSTILE)
    sentences = dict.fromkeys(builders.evidence().sentences, HOSTILE)
    quotes = (builders.quote(HOSTILE, customer_name=HOSTILE, source=HOSTILE),)
    answers(
        morning=builders.morning(
            warnings=(warning,), noted=(), suppressed=(warning,), calls=(person,), failures=(HOSTILE,)
        ),
        evidence=builders.evidence(
            warning=warning,
            headline=HOSTILE,
            quotes=quotes,
            sentences=sentences,
        ),
        customer=builders.customer_file(
            customer_name=HOSTILE,
            quotes=quotes,
            score=person,
            email=HOSTILE,
            estimate_source=HOSTILE,
            suggestions=(model.LineSuggestion("L", HOSTILE, (HOSTILE,), 0.4, HOSTILE),),
            feedback=builders.remarks().assign(heard_by=HOSTILE, source=HOSTILE),
        ),
    )
    for name in ("today", "warning", "customers", "customer"):
        test = opened(name)
        assert not test.exception
        bodies = [each.proto.body for each in test.get("html")]
        assert any("&lt;script&gt;" in body for body in bodies)
        assert not [body for body in bodies if "<script" in body or "<img src=//" in body]
        for label in (each.proto.label for each in test.get("page_link")):
            assert not re.search(r"(?<!\\)[!\[\]()<>:]", label), label


def test_names_in_markdown_have_every_sign_escaped():
    escaped = inert.markdown(HOSTILE + " :red[x] $y$ `z` #h | a~b_c*d\n\n# new")
    assert re.sub(r"\\.", "", escaped).replace(" ", "").isalnum()
    assert "\n" not in escaped


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_formula_leaves_as_text(cell):
    frame = pd.DataFrame({cell: [cell], "number": [-1.5], "day": [pd.Timestamp(2026, 11, 21)]})
    written = downloads.csv(frame).decode("utf-8-sig")
    heading, line = written.split("\r\n")[:2] if cell != "\rx" else (written[:3], written[written.index("-1.5") - 5 :])
    assert "'" + cell in written and written.count("'") == 2
    assert "-1.5" in line and "'-1.5" not in written
    assert heading


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_formula_leaves_as_text_in_a_workbook_too_and_numbers_stay_numbers(cell):
    frame = pd.DataFrame({cell: [cell, None], "number": [-5.2, 3], "day": [pd.Timestamp(2026, 11, 21)] * 2})
    sheet = openpyxl.load_workbook(io.BytesIO(downloads.xlsx(frame))).active
    headings, row, last = sheet.iter_rows()
    text = "'" + cell.replace("\r", "\n")  # XML knows one kind of line end
    assert [headings[0].value, row[0].value] == [text, text]
    assert (row[1].data_type, row[1].value) == ("n", -5.2)
    assert row[2].value == datetime(2026, 11, 21) and last[0].value is None


def test_what_a_workbook_cannot_hold_is_no_fault_of_the_download(monkeypatch):
    monkeypatch.setattr(downloads, "SHEET_ROWS", 2)
    frame = pd.DataFrame({"text": ["a\x00b", "c", "d"]})
    book = openpyxl.load_workbook(io.BytesIO(downloads.xlsx(frame)))
    rows = [[cell.value for row in sheet.iter_rows() for cell in row] for sheet in book]
    assert rows == [["text", "a\ufffdb", "c"], ["text", "d"]]


def test_what_today_would_say_is_told_in_sentences():
    effect = model.WarningsEffect(date(2026, 11, 20), date(2026, 11, 21))
    assert consequences.effect_sentences(effect) == ["Today's warnings would stay as they are."]
    told = replace(effect, new=("Trident is 14 % below expected.",), gone=tuple(f"Product {n} fell." for n in range(7)))
    new, gone = consequences.effect_sentences(told)
    assert new == "With this file, Today would say: Trident is 14 % below expected."
    assert gone.startswith("It would no longer say: Product 0 fell.") and gone.endswith("And 2 more.")
    assert consequences.effect_sentences(replace(effect, reason="Too little history.")) == ["Too little history."]


def test_of_many_loads_the_last_twenty_have_buttons_and_all_stand_in_a_table(monkeypatch):
    listing = [builders.load_report(load_id=number, state="live") for number in range(300, 0, -1)]
    monkeypatch.setattr(loads, "listing", lambda store: listing)
    st.cache_data.clear()
    test = opened("uploads")
    assert [each.key for each in test.button if each.key.startswith("undo")] == [
        f"undo-{n}" for n in range(300, 280, -1)
    ]
    test.toggle(key="all-loads").set_value(True).run()
    assert len(test.dataframe[0].value) == 300
    assert not test.exception


def test_a_task_says_how_far_it_is_and_ends_when_nobody_waits_any_more():
    begun, ended = threading.Event(), []

    def work(task: tasks.Task) -> None:
        try:
            while True:
                task.tells("step")
                begun.set()
        finally:
            ended.append(task)

    task = tasks.start(tasks.Task("waiting"), work, apology="Sorry.")
    assert begun.wait(10) and task.progress().startswith("step")
    task.ends_unwanted()
    assert task.is_over_within(10) and ended and task.failure is None


@pytest.mark.parametrize(
    ("error", "said"), [(DatabaseBusy("python", None), "in use by python"), (ValueError("a row"), "Sorry. Reference")]
)
def test_a_task_that_fails_says_so_without_quoting_a_row(error, said):
    def work(_task):
        raise error

    task = tasks.start(tasks.Task("waiting"), work, apology="Sorry.")
    assert task.is_over_within(10) and said in task.failure and "a row" not in task.failure


def test_security_headers_are_on_every_answer():
    async def answer(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"ok"})

    sent = []

    async def keep(message):
        sent.append(message)

    asyncio.run(server.SecurityHeaders(answer)({"type": "http"}, None, keep))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert re.search(r"script-src 'self' 'sha256-[^']+=';", headers["content-security-policy"])


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.5", "signals.example", None])
def test_off_this_machine_nobody_reads_without_sign_in(address):
    before = st.config.get_option("server.address")
    st.config.set_option("server.address", address)
    try:
        test = opened("today")
    finally:
        st.config.set_option("server.address", before)
    assert "Sign-in is required" in test.error[0].value
    assert not [each for each in test.get("html") if "lead" in each.proto.body]


def test_an_error_is_logged_by_kind_and_place_without_its_message(caplog, monkeypatch):
    shown, said = [], " ".join(["Anna", "Meyer", "said: never again"])
    monkeypatch.setattr(st, "error", shown.append)
    try:
        raise ValueError(said)
    except ValueError as error:
        assert server.apologise(error)
    reference = re.search(r"[0-9a-f]{8}", shown[0]).group()
    assert reference in caplog.text and "ValueError" in caplog.text
    assert "Anna Meyer" not in caplog.text + shown[0]


def test_every_page_guards_itself_first_and_knows_no_data_library():
    for page in sorted((ROOT / "pages").glob("*.py")):
        tree = ast.parse(page.read_text())
        statements = [node for node in tree.body if not isinstance(node, ast.Import | ast.ImportFrom | ast.Assign)]
        assert ast.unparse(statements[1]) == "guard.require()", page.name
        imported = {
            alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
        }
        imported |= {node.module.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert imported <= {"streamlit", "signals"}, page.name


def test_no_page_lets_text_through_as_markup():
    sources = [*(ROOT / "pages").glob("*.py"), *(ROOT / "signals" / "ui").glob("*.py"), ROOT / "app.py"]
    assert not [path.name for path in sources if "unsafe_allow" in path.read_text()]


def test_a_decision_is_written_and_the_mornings_made_with_the_old_one_are_stale(tmp_path):
    store = Store(f"duckdb:///{tmp_path / 'pages.duckdb'}")
    test = opened("settings")
    test.selectbox[0].select("GBP")
    test.button[0].click().run()
    with store.reading() as connection:
        assert company(connection).currency == "GBP"
        assert connection.value("queries/facts_version") == 1
    assert "GBP" in test.selectbox[0].value


def test_how_many_refused_rows_pass_unasked_is_decided_and_in_the_audit_log(tmp_path):
    store = Store(f"duckdb:///{tmp_path / 'pages.duckdb'}")
    test = opened("settings")
    limit = test.number_input[0]
    assert (limit.value, limit.min, limit.max) == (5.0, 0.0, 50.0)
    limit.set_value(2.0)
    test.button[0].click().run()
    with store.reading() as connection:
        assert company(connection).refused_share_limit == 0.02
        logged = connection.execute("SELECT subject, detail FROM audit_log").fetchall()
    assert ("refused_share_limit", "0.02") in [tuple(row) for row in logged]


def test_saving_without_a_change_writes_nothing(tmp_path):
    test = opened("settings")
    before = Store(f"duckdb:///{tmp_path / 'pages.duckdb'}").data_version()
    test.button[0].click().run()
    assert Store(f"duckdb:///{tmp_path / 'pages.duckdb'}").data_version() == before
