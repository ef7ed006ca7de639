"""How does somebody type what is planned for a quarter?"""

from decimal import Decimal

import streamlit as st

from signals import metrics
from signals.model import LoadReport, Target
from signals.periods import Quarter
from signals.ui import data, downloads, guard, inert, nav, parts, tables

COMPANY = ("company", "", "The company")
COLUMNS = {"category": "category", "product": "product_id", "region": "region"}  # kind of part -> its column


def form(plan: data.Plan) -> None:
    """One target at a time; many come as a file on Uploads."""
    parts.section("Targets")
    parts.aside(
        "Quarters are held against their target where there is one. Many targets at once come as a file on Uploads: "
        "quarter, revenue_target and, where it is not the whole company's, category, product_id or region."
    )
    with st.form("target", border=False):
        quarter = st.selectbox("Quarter", plan.quarters, format_func=lambda each: _called(each, plan.quarters[0]))
        part = st.selectbox("Of", [COMPANY, *plan.parts], format_func=_part)
        amount = st.number_input(f"Revenue planned ({plan.currency})", min_value=0.0, value=None, step=1000.0)
        if st.form_submit_button("Save the target"):
            _save(quarter, part, amount)
    if plan.targets:
        _listed(plan)


def _save(quarter: Quarter, part: tuple[str, str, str], amount: float | None) -> None:
    if not amount:
        st.warning("Type the revenue that is planned.")
        return
    kind, key, _ = part
    named = {COLUMNS[kind]: key} if kind in COLUMNS else {}
    with data.asking():
        report = data.load_target(
            quarter=quarter.name, revenue_target=Decimal(str(amount)), person=guard.person(), **named
        )
    if report.outcome == "load" and not report.rows_rejected:
        st.toast(f"Saved as load {report.load_id}; Uploads takes it back.")
        st.rerun()
    st.error(inert.markdown(_refusal(report)))


def _refusal(report: LoadReport) -> str:
    return next((entry.message for entry in report.rejects), None) or report.question or "The target was not taken."


def _listed(plan: data.Plan) -> None:
    """What is planned; each row says which load brought it."""
    names = {key: name for kind, key, name in plan.parts if kind == "product"}
    rows = tables.targets([vars(each) | {"of": _of(each, names)} for each in plan.targets], currency=plan.currency)
    downloads.button(lambda: rows, name="targets", key="targets-download")
    st.page_link(nav.page("uploads"), label="Take a target back on Uploads")


def _of(target: Target, names: dict[str, str]) -> str:
    told = [names.get(target.product_id, target.product_id), target.category, target.region]
    return ", ".join(part for part in told if part) or COMPANY[2]


def _called(quarter: Quarter, running: Quarter) -> str:
    days = f"{metrics.on_day(quarter.first_date, running.first_date)} to {metrics.full_day(quarter.last_date)}"
    return f"{quarter.name} ({days})"


def _part(part: tuple[str, str, str]) -> str:
    kind, key, name = part
    if kind == COMPANY[0]:
        return name
    return f"{kind.capitalize()} {name}" + (f" ({key})" if kind == "product" and key != name else "")
