"""How is the replay of the company's history started and told?"""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

import streamlit as st

from signals import metrics, model
from signals.charts import quarter, track
from signals.triage import promise, quarter_wording, track_wording
from signals.triage.names import capital, subject_name
from signals.ui import figures, inert, jobs, parts, tables

POLL_SECONDS = 0.7
SHOWN_WARNINGS = 12
SHOWN_QUARTERS = 8
WORDS = {promise.CONFIRMED: "✓ TRUE", promise.NOT_CONFIRMED: "✕ FALSE", promise.OPEN: "… OPEN"}
LOOKS = {promise.CONFIRMED: "", promise.NOT_CONFIRMED: "watch", promise.OPEN: "noted"}
SHARE = {"format": "%.0f %%"}


def invitation() -> None:
    """Before the first replay."""
    parts.sentence(
        "Your history can be gone through day by day, as if each morning had come: which warnings you would have "
        "read, how long before the quarter closed, and which of them were false. Falls are then rehearsed in your own "
        "past, so that you know what can be seen in sales like yours and what cannot."
    )
    _replay("Replay our history")


def opening(backtest: model.Backtest, *, is_current: bool) -> None:
    """The record in a sentence, and the way to renew it where the sales have changed since."""
    last = metrics.full_day(backtest.last_date)
    quarters = metrics.number(round(backtest.series_quarters))
    parts.data_line(f"History replayed to {last} · {quarters} series-quarters judged")
    parts.lead(track_wording.lead(backtest, _rates(backtest)))
    if not is_current:
        parts.sentence("Sales or decisions have changed since.")
    if not is_current or _is_running():
        _replay("Replay again")


def warnings(backtest: model.Backtest) -> None:
    """Each with the word of its outcome, the newest first."""
    if not backtest.warnings:
        return
    parts.section("What we would have said")
    shown, more = backtest.warnings[:SHOWN_WARNINGS], backtest.warnings[SHOWN_WARNINGS:]
    _rows(shown, backtest, name="newest")
    if more:
        with st.expander(f"{len(more)} earlier"):
            _rows(more, backtest, name="earlier")


def promised(backtest: model.Backtest) -> None:
    parts.section("The promise")
    rate = _rates(backtest)
    parts.step(track_wording.promised(rate, backtest.promise))
    alarms = rate.alarms_per_100_series_quarters
    parts.facts(
        {"Shown as Act": metrics.number(rate.act), "Decided": metrics.number(rate.decided)}
        | {"False": metrics.number(rate.false), "Promised": f"at most {metrics.share(backtest.promise)}"}
        | ({"Act per 100 series and quarter": f"{alarms:.2f}"} if alarms is not None else {})
    )


def seen(backtest: model.Backtest) -> None:
    parts.section("What we can and cannot see")
    if not backtest.detection:
        parts.sentence(track_wording.NOT_REHEARSED)
        return
    for volume, rows in groupby(backtest.detection, key=lambda row: row.volume):
        parts.sentence(track_wording.seen(volume, list(rows)))
    found = {
        f"In {days} days": st.column_config.NumberColumn(f"Found in {days} days", **SHARE) for days in (14, 28, 56)
    }
    tables.plain(track.seen(backtest.detection), alt="Share of rehearsed falls found", config=found)
    parts.aside(track_wording.controls(backtest.controls))


def certainty(backtest: model.Backtest) -> None:
    if backtest.calibration:
        parts.section("How sure")
        sentence = track_wording.calibration(backtest.calibration, backtest.calibration_error)
        figures.show(
            track.calibration(backtest.calibration, sentence), track.table(backtest.calibration), key="calibration"
        )


def nowcasts(backtest: model.Backtest) -> None:
    if backtest.nowcast:
        parts.section("The quarter, before it is reported")
        sentence = track_wording.nowcasts(backtest.nowcast)
        figures.show(track.nowcast(backtest.nowcast, sentence), track.table(backtest.nowcast), key="nowcasts")
        parts.sentence(track_wording.covered(backtest.nowcast))
    if backtest.products_nowcast:
        parts.sentence(quarter_wording.products(backtest.products_nowcast))
    if backtest.quarters:
        _quarters(backtest)


def method() -> None:
    with st.expander("How this is measured"):
        parts.sentence(promise.METHOD)


def _rates(backtest: model.Backtest) -> promise.Rates:
    return promise.rates(backtest.warnings, backtest.series_quarters)


def _rows(shown: Sequence[model.ReplayedWarning], backtest: model.Backtest, *, name: str) -> None:
    for number, warning in enumerate(shown):
        with st.container(key=f"row-{name}-{number}"):
            st.html(_row(warning, backtest.currency, backtest.last_date))


def _row(warning: model.ReplayedWarning, currency: str, as_of: date) -> str:
    said = metrics.signed_share(warning.effect_share)
    stake = metrics.signed_money(-warning.stake, currency)
    return f"""
<div class="row {LOOKS[warning.outcome]}">
  <span class="word">{WORDS[warning.outcome]}</span>
  <span class="what">{inert.markup(capital(subject_name(warning.subject)))}</span>
  <span class="much"><b>{inert.markup(said)}</b><small>when first said</small></span>
  <span class="much money">{inert.markup(stake)}<small>since {metrics.about_day(warning.onset, as_of)}</small></span>
  <span class="much">{metrics.counted(warning.lead_days_to_quarter_end, "day")}<small>before quarter end</small></span>
  <span class="why">{inert.markup(track_wording.told(warning, currency, as_of))}</span>
</div>"""


def _quarters(backtest: model.Backtest) -> None:
    """Each past quarter as it was seen in its middle, right or wrong; every week stands in the table."""
    parts.step("What was said of each quarter, and what it became")
    for said in track_wording.told_of(backtest.quarters)[:SHOWN_QUARTERS]:
        parts.sentence(quarter_wording.became(said, backtest.currency))
    table = quarter.quarters_table(backtest.quarters)
    figures.table_twin(table, key="quarters")


def _is_running() -> bool:
    task = jobs.replay()
    return task is not None and not task.is_over


def _replay(label: str) -> None:
    """The button, or how far the replay is; it goes on where the reader leaves the page."""
    if _is_running():
        _watched()
        return
    task = jobs.replay()
    if task is not None and task.failure:
        st.error(inert.markdown(task.failure))
    if st.button(label, type="primary", key="replay"):
        jobs.start_replay()
        st.rerun()


@st.fragment(run_every=POLL_SECONDS)
def _watched() -> None:
    if not _is_running():
        st.rerun()
    with st.container(border=True):
        parts.sentence(jobs.replay().progress())
