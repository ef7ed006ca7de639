"""What does the Quarter page show, section by section?"""

from collections.abc import Sequence

import streamlit as st

from signals import metrics
from signals.charts import quarter as charts
from signals.charts.bridge import table as bridge_table
from signals.detectors import nowcast
from signals.model import QuarterOfCompany, QuarterStake
from signals.triage import quarter_wording
from signals.ui import downloads, figures, inert, nav, parts, tables

PARTS = {"product": "Product", "category": "Category", "region": "Region"}
LINK_SHARE = (9, 1.3)
SHOWN_STAKES = 5


def figures_of(quarter: QuarterOfCompany) -> None:
    """The estimate, its ranges and what it is held against."""
    company, currency = quarter.outlook.nowcast, quarter.currency
    told = {"So far": metrics.money(company.actual_to_date, currency)}
    if quarter.days_left:
        told["Estimate"] = metrics.money(company.estimate, currency)
        for name, low, high in (
            ("8 cases in 10", company.low80, company.high80),
            ("19 in 20", company.low95, company.high95),
        ):
            if low is not None:
                told[name] = metrics.money_span(low, high, currency)
    for name, amount in (("Plan", company.target), ("A year before", company.last_year)):
        if amount is not None:
            told[name] = metrics.money(amount, currency)
    parts.facts(told | {"Days left": metrics.number(quarter.days_left)})


def course(quarter: QuarterOfCompany) -> None:
    left = f"{metrics.counted(quarter.days_left, 'day')} left" if quarter.days_left else "The quarter is over"
    title = quarter_wording.plan_odds(quarter.outlook.nowcast, quarter.as_of) or left
    figures.show(charts.fan(quarter.outlook, title, quarter.currency), charts.fan_table(quarter.outlook), key="course")


def late(quarter: QuarterOfCompany) -> None:
    if told := quarter_wording.awaited(quarter.outlook):
        parts.aside(told)


def difference(quarter: QuarterOfCompany) -> None:
    """The open warnings, then the bridge from the plan or last year."""
    outlook = quarter.outlook
    if not (outlook.stakes or outlook.bridges):
        return
    parts.section("What makes the difference")
    shown, more = outlook.stakes[:SHOWN_STAKES], outlook.stakes[SHOWN_STAKES:]
    _stakes(shown, quarter, name="stake")
    if more:
        with st.expander(f"{len(more)} more open warnings, with less at stake"):
            _stakes(more, quarter, name="more")
    if outlook.bridges:
        _bridge(quarter)


def said(quarter: QuarterOfCompany) -> None:
    parts.section("What we said before")
    outlook = quarter.outlook
    sentence = quarter_wording.said(outlook, quarter.currency, quarter.as_of)
    if outlook.said:
        figures.show(charts.said(outlook, sentence, quarter.currency), charts.said_table(outlook), key="said")
    else:
        parts.sentence(sentence)


def by_part(quarter: QuarterOfCompany) -> None:
    """Every part with its range; they add up to the company."""
    kinds = [kind for kind in PARTS if (quarter.parts["kind"] == kind).any()]
    if not kinds:
        return
    parts.section("Part by part")
    kind = st.segmented_control(
        "By", kinds, default=kinds[0], format_func=PARTS.get, key="part", bind="query-params", required=True
    )
    own = quarter.parts[quarter.parts["kind"] == kind].drop(columns="kind")
    tables.quarter_parts(own, kind=kind, name=PARTS[kind], currency=quarter.currency)
    parts.aside(
        "The estimates add up to the company's, to the cent. Ranges do not: what one part misses, another makes up."
    )
    downloads.button(lambda: own, name=f"quarter_by_{kind}", key="quarter-download")


def method() -> None:
    with st.expander("How this is computed"):
        parts.sentence(nowcast.METHOD)


def _stakes(stakes: Sequence[QuarterStake], quarter: QuarterOfCompany, *, name: str) -> None:
    for number, each in enumerate(stakes):
        with st.container(key=f"row-{name}-{number}"):
            row, link = st.columns(LINK_SHARE, vertical_alignment="center")
            sentence = quarter_wording.stake(each, quarter.currency, quarter.outlook.nowcast, quarter.as_of)
            row.html(f'<p class="sentence"><b>{inert.markup(each.name)}</b>: {inert.markup(sentence)}</p>')
            link.page_link(
                nav.page("warning"),
                label=f"Open *{inert.markdown(each.name)}*",
                query_params={"warning": each.warning_key, "as_of": quarter.as_of.isoformat()},
            )


def _bridge(quarter: QuarterOfCompany) -> None:
    named = {each.kind: each for each in quarter.outlook.bridges}
    labels = {kind: f"From {kind}" for kind in named}
    chosen = st.segmented_control(
        "Bridge", list(named), default=next(iter(named)), format_func=labels.get, key="bridge", bind="query-params",
        required=True, label_visibility="collapsed",
    )  # fmt: skip
    told = named[chosen]
    first = "Plan" if chosen.startswith("plan") else "Last year"
    last = "Estimate" if quarter.days_left else "The quarter"
    title = quarter_wording.bridge(told, quarter.currency)
    figure = charts.bridge(told, title, quarter.currency, first=first, last=last)
    figures.show(figure, bridge_table(told, first=first, last=last), key="quarter-bridge")
