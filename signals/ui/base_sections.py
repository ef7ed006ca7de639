"""What does the Base page show, section by section?"""

import streamlit as st

from signals.charts import base as charts
from signals.detectors import whitespace
from signals.drivers.retention import SAVE_SHARES
from signals.model import BaseOfCustomers
from signals.triage import base_wording
from signals.ui import data, downloads, figures, parts, tables

PERCENT = 100
YEAR = "year"  # what winning costs is a year's question
PERIODS = {YEAR: "A year", "quarter": "The last whole quarter"}


def chosen_period() -> str:
    """The reader's choice, kept in the address."""
    return st.segmented_control(
        "Period",
        list(PERIODS),
        default="year",
        format_func=PERIODS.get,
        key="period",
        bind="query-params",
        required=True,
        label_visibility="collapsed",
    )


def bridge(base: BaseOfCustomers) -> None:
    """Acquire, keep, expand as one sum, then by segment, region and owner."""
    title = base_wording.bridge(base.ledger, base.currency)
    figure = charts.bridge(base.ledger, title, base_wording.period(base.ledger), base.currency)
    figures.show(figure, charts.bridge_table(base.ledger), key="bridge")
    parts.sentence(base_wording.rates(base.rates))
    counts = base.ledger.counts
    parts.facts(
        {"Won": f"{counts['new']:,}", base_wording.came_back(base.ledger): f"{counts['reactivated']:,}"}
        | {"Kept": f"{counts['retained']:,}", "Lost": f"{counts['lost']:,}"}
    )
    for part, name in base_wording.PARTS.items():
        own = base.parts[base.parts["part"] == part]
        if len(own) > 1:
            with st.expander(f"The same by {name}", key=f"by-{part}", on_change="rerun") as fold:
                if fold.open:
                    tables.bridge(own, name=name, currency=base.currency)
                    downloads.button(lambda own=own: own, name=f"base_by_{part}", key=f"{part}-download")


def costs(base: BaseOfCustomers) -> None:
    """What winning and keeping cost, and what the same sum would keep."""
    parts.section("What it costs")
    parts.sentence(base_wording.costs(base.costs, base.currency))
    low, high = _assumed(base)
    told = data.budget(base, low_share=low, high_share=high)
    if told is not None:
        parts.step(base_wording.budget(told, base.currency))
        for sentence in base_wording.assumptions(told, base.currency):
            parts.aside(sentence)


def cohorts(base: BaseOfCustomers) -> None:
    if len(base.cohorts) > 1:
        parts.section("Cohorts")
        title = base_wording.cohorts(base.cohorts)
        figures.show(charts.cohorts(base.cohorts, title), charts.table(base.cohorts), key="cohorts")


def lines(base: BaseOfCustomers) -> None:
    """How good the advice is on what else customers could buy; the advice itself stands on each customer's page."""
    parts.section("What else customers could buy")
    parts.sentence(base_wording.lines(base.rehearsal))
    parts.aside("What is suggested to whom, and why, stands on each customer's page.")
    with st.expander("How this is computed", key="lines-method"):
        parts.sentence(whitespace.METHOD)


def _assumed(base: BaseOfCustomers) -> tuple[float, float]:
    if data.budget(base, low_share=SAVE_SHARES[0], high_share=SAVE_SHARES[1]) is None:
        return SAVE_SHARES
    percent = tuple(round(PERCENT * each) for each in SAVE_SHARES)
    low, high = st.slider(
        "Of what would be lost, this much is kept (%): an assumption", 0, PERCENT, percent, step=5, key="kept"
    )
    return low / PERCENT, high / PERCENT
