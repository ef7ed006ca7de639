"""How do products and customers stand in a table, and how does a row open its page?"""

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from signals.charts.theme import NEUTRAL
from signals.ui import nav

ROW_PIXELS = 38
HEADING_PIXELS = 40
NO_VALUE = "–"
PERCENT = 100
STATE_PIXELS = 120  # the longest state, whole
MOST_ROWS = 14  # then the table scrolls


def products(frame: pd.DataFrame, *, currency: str) -> None:
    """Each row opens the product with the same bands as a warning."""
    config = {
        "product_name": st.column_config.TextColumn("Product", pinned=True, width="medium"),
        "state": st.column_config.TextColumn("State"),
        "difference": st.column_config.NumberColumn("Against expected", format="%+.0f %%"),
        "trend": st.column_config.LineChartColumn("13 weeks", width="small", color=NEUTRAL),
        "revenue_28_days": _money(f"28 days ({currency})"),
        "expected_28_days": _money(f"Expected ({currency})"),
        "revenue_year": _money(f"A year ({currency})"),
        "first_choice": st.column_config.NumberColumn("First choice", format="%.0f %%"),
        "first_choice_change": st.column_config.NumberColumn("Change (points)", format="%+.0f"),
        "price_gap": st.column_config.NumberColumn(
            "Price gap", format="%+.0f %%", help="Ours against the cheapest rival"
        ),
        "nps": st.column_config.NumberColumn("NPS", format="%+.0f"),
        "stars": st.column_config.NumberColumn("Stars", format="%.1f"),
        "returns": st.column_config.NumberColumn("Returned", format="%.1f %%"),
        "category_share": st.column_config.NumberColumn("Of its category", format="%.0f %%"),
        "quarter_gap": st.column_config.NumberColumn(f"Quarter on last year ({currency})", format="localized", step=1),
        "category": st.column_config.TextColumn("Category"),
    }
    config = {name: column for name, column in config.items() if name not in frame or frame[name].notna().any()}
    difference = (frame["revenue_28_days"] / frame["expected_28_days"] - 1) * PERCENT  # of the same row's 28 days
    percent = {name: frame[name] * PERCENT for name in ("first_choice", "price_gap", "returns", "category_share")}
    change = (frame["first_choice"] - frame["first_choice_before"]) * PERCENT
    shown = _in_words(frame).assign(difference=difference, first_choice_change=change, **percent)
    opened = _opened(shown, config, key="products", alt="Products with state, revenue and expectation")
    if opened is not None:
        open_product(opened["product_id"])


def customers(frame: pd.DataFrame, *, currency: str) -> None:
    """Each row opens the customer."""
    config = {
        "customer_name": st.column_config.TextColumn("Customer", pinned=True, width="medium"),
        "state": st.column_config.TextColumn("State"),
        "p_lost": st.column_config.NumberColumn("Likely lost", format="%.0f %%"),
        "value_at_risk_year": _money(f"At risk a year ({currency})"),
        "days_since_last_order": st.column_config.NumberColumn("Silent (days)"),
        "usual_gap_days": st.column_config.NumberColumn("Usual gap (days)", format="%.0f"),
        "last_order_date": st.column_config.DateColumn("Last bought", format="D MMM YYYY"),
        "purchase_days": st.column_config.NumberColumn("Purchase days"),
        "segment": st.column_config.TextColumn("Segment"),
        "region": st.column_config.TextColumn("Region"),
        "account_owner": st.column_config.TextColumn("Owner"),
        "customer_id": st.column_config.TextColumn("Id"),
    }
    _opening_customers(_in_words(frame), config, key="customers", alt="Customers by what is at risk")


def behind(frame: pd.DataFrame, *, currency: str) -> None:
    """The customers behind a change; each row opens its customer."""
    config = {
        "customer_name": st.column_config.TextColumn("Customer", pinned=True, width="medium"),
        "observed": _money(f"Bought ({currency})"),
        "expected": _money(f"Expected ({currency})"),
        "state": st.column_config.TextColumn("State", width=STATE_PIXELS),
        "region": st.column_config.TextColumn("Region"),
        "account_owner": st.column_config.TextColumn("Owner"),
        "customer_id": st.column_config.TextColumn("Id"),
    }
    _opening_customers(_in_words(frame), config, key="behind", alt="Customers behind the change")


def speakers(frame: pd.DataFrame) -> None:
    """Who said it; each row opens its customer."""
    config = {
        "customer_name": st.column_config.TextColumn("Customer", pinned=True, width="medium"),
        "voices_count": st.column_config.NumberColumn("Times"),
        "last_date": st.column_config.DateColumn("Last", format="D MMM YYYY"),
        "state": st.column_config.TextColumn("State", width=STATE_PIXELS),
        "region": st.column_config.TextColumn("Region"),
        "account_owner": st.column_config.TextColumn("Owner"),
        "customer_id": st.column_config.TextColumn("Id"),
    }
    _opening_customers(_in_words(frame), config, key="speakers", alt="Customers who said it")


def first_time_buyers(frame: pd.DataFrame, *, currency: str) -> None:
    """Who bought once and did not return; each row opens the customer."""
    config = {
        "customer_name": st.column_config.TextColumn("Customer", pinned=True, width="medium"),
        "first_date": st.column_config.DateColumn("Bought", format="D MMM YYYY"),
        "rate_year": _money(f"For ({currency})"),
        "segment": st.column_config.TextColumn("Segment"),
        "region": st.column_config.TextColumn("Region"),
        "account_owner": st.column_config.TextColumn("Owner"),
        "customer_id": st.column_config.TextColumn("Id"),
    }
    _opening_customers(_in_words(frame), config, key="gone", alt="First-time buyers who did not return")


def one_colleague(frame: pd.DataFrame, *, currency: str) -> None:
    """Whom only one colleague has ever spoken to; each row opens the customer."""
    config = {
        "customer_name": st.column_config.TextColumn("Customer", pinned=True, width="medium"),
        "colleague": st.column_config.TextColumn("Only contact"),
        "last_contact_date": st.column_config.DateColumn("Last spoken", format="D MMM YYYY"),
        "rate_year": _money(f"A year ({currency})"),
        "state": st.column_config.TextColumn("State"),
        "account_owner": st.column_config.TextColumn("Owner"),
        "customer_id": st.column_config.TextColumn("Id"),
    }
    _opening_customers(_in_words(frame), config, key="single", alt="Customers with one contact only")


def prices(frame: pd.DataFrame, *, currency: str) -> None:
    """What one customer paid for each product, against the list."""
    paid = frame["revenue"] / frame["quantity"]
    named = frame["product_name"].fillna(frame["product_id"])
    shown = frame.assign(product_name=named, paid=paid, against=(paid / frame["list_price"] - 1) * PERCENT)
    config = {
        "product_name": st.column_config.TextColumn("Product", width="medium"),
        "paid": st.column_config.NumberColumn(f"Paid each ({currency})", format="%.2f"),
        "list_price": st.column_config.NumberColumn(f"List ({currency})", format="%.2f"),
        "against": st.column_config.NumberColumn("Against list", format="%+.0f %%"),
        "quantity": st.column_config.NumberColumn("Units", format="localized"),
        "revenue": _money(f"Revenue ({currency})"),
    }
    plain(shown[list(config)], alt="Prices paid against list prices", config=config)


def complaints(frame: pd.DataFrame) -> None:
    """Open complaints, with how long the acknowledgement took."""
    config = {
        "given_date": st.column_config.DateColumn("Given", format="D MMM YYYY"),
        "touchpoint": st.column_config.TextColumn("About"),
        "answer_hours": st.column_config.NumberColumn("Acknowledged after (hours)", format="%.0f"),
        "verbatim": st.column_config.TextColumn("In their words", width="large"),
        "source": st.column_config.TextColumn("Source"),
    }
    plain(frame[list(config)], alt="Open complaints", config=config)


def themes(frame: pd.DataFrame) -> None:
    """What is spoken of lately, against before."""
    config = {
        "name": st.column_config.TextColumn("Theme", pinned=True, width="medium"),
        "recent_count": st.column_config.NumberColumn("Voices in 8 weeks"),
        "usual_count": st.column_config.NumberColumn("Usual in 8 weeks", format="%.1f"),
        "ratio": st.column_config.NumberColumn("Times as often", format="%.1f"),
        "trend": st.column_config.LineChartColumn("13 weeks", width="small", color=NEUTRAL),
    }
    plain(frame[list(config)], alt="Themes with how often they are spoken of", config=config)


def clock(frame: pd.DataFrame) -> None:
    """How complaints were answered, by department."""
    shown = frame.assign(in_time_share=frame["in_time_share"] * PERCENT)
    config = {
        "department": st.column_config.TextColumn("Department", pinned=True, width="medium"),
        "waiting_count": st.column_config.NumberColumn("Waiting"),
        "longest_wait_days": st.column_config.NumberColumn("Longest (days)", format="%.0f"),
        "in_time_share": st.column_config.NumberColumn("Within 24 hours", format="%.0f %%"),
        "complaints_count": st.column_config.NumberColumn("Complaints"),
    }
    plain(shown[list(config)], alt="Answers to complaints by department", config=config)


def voices(frame: pd.DataFrame) -> None:
    """Every word; each row opens its customer where one is known."""
    config = {
        "given_date": st.column_config.DateColumn("Given", format="D MMM YYYY", pinned=True),
        "verbatim": st.column_config.TextColumn("In their words", width="large"),
        "customer_name": st.column_config.TextColumn("Customer"),
        "product": st.column_config.TextColumn("Product"),
        "touchpoint": st.column_config.TextColumn("About"),
        "score": st.column_config.NumberColumn("Score", format="%.0f"),
        "scale": st.column_config.TextColumn("Scale"),
        "source": st.column_config.TextColumn("Source"),
        "customer_id": st.column_config.TextColumn("Id"),
    }
    _opening_customers(frame, config, key="voices", alt="What customers said")


def bridge(frame: pd.DataFrame, *, name: str, currency: str) -> None:
    """The bridge of each part of the base."""
    shares = {each: frame[each] * PERCENT for each in ("grr", "nrr", "retention")}
    percent = {"format": "%.0f %%"}
    config = {
        "name": st.column_config.TextColumn(name.capitalize(), pinned=True, width="medium"),
        "before": _money(f"Before ({currency})"),
        "lost": _money("Lost"),
        "contraction": _money("Bought less"),
        "expansion": _money("Bought more"),
        "reactivated": _money("Came back"),
        "new": _money("New"),
        "now": _money(f"Now ({currency})"),
        "grr": st.column_config.NumberColumn("GRR", **percent),
        "nrr": st.column_config.NumberColumn("NRR", **percent),
        "retention": st.column_config.NumberColumn("Still buy", **percent),
        "new_count": st.column_config.NumberColumn("Won"),
        "lost_count": st.column_config.NumberColumn("Lost (customers)"),
    }
    plain(frame.assign(**shares)[list(config)], alt=f"The bridge by {name}", config=config)


def quarter_parts(frame: pd.DataFrame, *, kind: str, name: str, currency: str) -> None:
    """Where each part of the quarter will land; a product's row opens the product."""
    against = "target" if frame["target"].notna().any() else "last_year"
    shown = frame.assign(gap=frame["estimate"] - frame[against])
    config = {
        "name": st.column_config.TextColumn(name, pinned=True, width="medium"),
        "actual_to_date": _money(f"So far ({currency})"),
        "estimate": _money(f"Estimate ({currency})"),
        "low80": _money("From (8 in 10)"),
        "high80": _money("To (8 in 10)"),
        "low95": _money("From (19 in 20)"),
        "high95": _money("To (19 in 20)"),
        "target": _money("Plan"),
        "last_year": _money("A year before"),
        "gap": st.column_config.NumberColumn(
            "On plan" if against == "target" else "On last year", format="localized", step=1
        ),
    }
    config = {name: column for name, column in config.items() if shown[name].notna().any()}
    alt = f"The quarter by {name.lower()}"
    if kind != "product":
        plain(shown[list(config)], alt=alt, config=config)
        return
    opened = _opened(shown, config, key="quarter-parts", alt=alt)
    if opened is not None:
        open_product(opened["key"])


def targets(rows: list[dict], *, currency: str) -> pd.DataFrame:
    """What is planned for the quarters; gives the table that is shown."""
    config = {
        "quarter": st.column_config.TextColumn("Quarter"),
        "of": st.column_config.TextColumn("Of", width="medium"),
        "revenue_target": _money(f"Planned ({currency})"),
        "load_id": st.column_config.NumberColumn("Load"),
    }
    frame = pd.DataFrame(rows)[list(config)].assign(revenue_target=lambda table: table["revenue_target"].astype(float))
    plain(frame, alt="Targets by quarter", config=config)
    return frame


def plain(frame: pd.DataFrame, *, alt: str, config: dict | None = None) -> None:
    st.dataframe(
        frame,
        hide_index=True,
        column_config=config,
        alt=alt,
        row_height=ROW_PIXELS,
        height=_height(len(frame)),
        placeholder=NO_VALUE,
    )


def _opening_customers(frame: pd.DataFrame, config: dict, *, key: str, alt: str) -> None:
    """As `_opened`; the row's customer opens where one is known."""
    opened = _opened(frame, config, key=key, alt=alt)
    if opened is not None and not pd.isna(opened["customer_id"]):
        open_customer(opened["customer_id"])


def _opened(frame: pd.DataFrame, config: dict, *, key: str, alt: str) -> pd.Series | None:
    """Shows the table with a button a row; the row whose button was clicked, if one was.

    Selecting a cell would be shorter, but a click on a heading selects one too, and a reader could no longer sort.
    """
    button = st.column_config.ButtonColumn("", key=f"{key}-open", pinned=True, type="tertiary", width="small")
    st.dataframe(
        frame.assign(open="Open"),
        hide_index=True,
        column_config={"open": button} | config,
        column_order=["open", *config],
        key=f"{key}-table",
        row_height=ROW_PIXELS,
        height=_height(len(frame)),
        placeholder=NO_VALUE,
        alt=alt,
    )
    clicked = st.session_state.get(f"{key}-open")
    return frame.iloc[clicked["row"]] if clicked else None


def names(frame: pd.DataFrame, id_column: str, name_column: str) -> dict[str, str]:
    """Names by id; who has none is called by the id."""
    called = frame[name_column].where(frame[name_column].notna(), frame[id_column])
    return dict(zip(frame[id_column], called, strict=True))


def finder(names: Mapping[str, str], open_page: Callable[[str], None], *, label: str, key: str) -> None:
    """A search box beside a table, for keyboards and screen readers; `names` by id."""
    chosen = st.selectbox(label, list(names), format_func=names.get, index=None, key=key, placeholder="Type a name")
    if chosen is not None:
        open_page(chosen)


def open_product(product_id: str) -> None:
    _open("warning", product=product_id)


def open_customer(customer_id: str) -> None:
    _open("customer", customer=customer_id)


def shown_day() -> dict[str, str]:
    """The day in the address, to go along with a link; nothing where the latest is shown."""
    return {name: value for name, value in st.query_params.items() if name == "as_of"}


def _open(page: str, **parameters: str) -> None:
    """The day that the reader looks at goes along."""
    st.switch_page(nav.page(page), query_params=parameters | shown_day())


def _money(label: str):
    return st.column_config.NumberColumn(label, format="localized", step=1)


def _in_words(frame: pd.DataFrame) -> pd.DataFrame:
    """As a reader sees it: shares in per cent, states without underscores, who has no name by the id."""
    shown = frame.assign(state=frame["state"].str.replace("_", " "))
    shares = {"p_lost": frame["p_lost"] * PERCENT} if "p_lost" in frame else {}
    called = {"customer_name": frame["customer_name"].fillna(frame["customer_id"])} if "customer_name" in frame else {}
    return shown.assign(**shares, **called)


def _height(rows: int) -> int:
    return HEADING_PIXELS + ROW_PIXELS * min(max(rows, 1), MOST_ROWS)
