"""What does one warning, or one customer to call, look like in a list?"""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from signals import metrics
from signals.charts import theme
from signals.charts.sparkline import data_address, sparkline
from signals.model import CustomerAtRisk, Warning
from signals.triage import names, wording
from signals.ui import contacting, data, inert, nav, tables

WORDS = {"act": "▼ ACT", "watch": "▽ WATCH", "noted": "○ NOTED", "stable": "● STABLE"}
RISE = {"▼": "▲", "▽": "△"}
GOOD = "▲ UP"
NOBODY = "Nobody has it yet."
LINK_SHARE = (9, 1.3)  # a row's width against its button's
LINKS_SHARE = (7.4, 2.6)  # and against three buttons


def warning_rows(warnings: tuple[Warning, ...], *, currency: str, as_of: date, name: str) -> None:
    """Severity, what, how much with its range, money, since when, a quarter in a line, why, who has it; the way in."""
    with data.asking():
        given = data.actions()
    for number, warning in enumerate(warnings):
        with st.container(key=f"row-{name}-{number}"):
            row, link = st.columns(LINK_SHARE, vertical_alignment="center")
            own = [action for action in given if action.warning_key == warning.key]
            row.html(_warning(warning, currency, as_of, contacting.has_it(own, as_of)))
            link.page_link(
                nav.page("warning"),
                label=_open(warning.subject.name),
                query_params={"warning": warning.key, "as_of": as_of.isoformat()},
            )


def voiced_rows(warnings: tuple[Warning, ...], *, as_of: date, name: str) -> None:
    """What customers say while they buy as before: since when, who has it; the way in, and to assign at once."""
    with data.asking():
        given = data.actions()
    for number, warning in enumerate(warnings):
        own = [action for action in given if action.warning_key == warning.key]
        with st.container(key=f"row-{name}-{number}"):
            row, links = st.columns(LINKS_SHARE, vertical_alignment="center")
            row.html(_voiced(warning, contacting.has_it(own, as_of) or NOBODY))
            with links.container(horizontal=True, gap="xxsmall", vertical_alignment="center"):
                st.page_link(
                    nav.page("warning"),
                    label=_open(warning.subject.name),
                    query_params={"warning": warning.key, "as_of": as_of.isoformat()},
                )
                if st.button("Assign", key=f"assign-{name}-{number}"):
                    contacting.assign_warning(warning)


def customer_rows(customers: tuple[CustomerAtRisk, ...], *, as_of: date, name: str) -> None:
    """Who, why, what it is worth, their last words, who has it; the way in, and to call or assign at once."""
    with data.asking():
        given, contacts = data.actions(), data.contacts(data.chosen_day())
    for number, customer in enumerate(customers):
        own = [each for each in given if each.customer_id == customer.customer_id]
        done = " ".join(filter(None, (contacting.has_it(own, as_of), _spoken(customer, contacts, as_of))))
        with st.container(key=f"row-{name}-{number}"):
            row, links = st.columns(LINKS_SHARE, vertical_alignment="center")
            row.html(_customer(customer, as_of, done))
            with links.container(horizontal=True, gap="xxsmall", vertical_alignment="center"):
                st.page_link(
                    nav.page("customer"),
                    label=_open(customer.customer_name or customer.customer_id),
                    query_params={"customer": customer.customer_id} | tables.shown_day(),
                )
                contacting.buttons(customer, name=f"{name}-{number}")


def _warning(warning: Warning, currency: str, as_of: date, has_it: str) -> str:
    if warning.witness:
        return _voiced(warning, has_it)
    tone = theme.tone_of(warning.effect_share)
    look = "good" if tone == "improvement" else warning.severity
    much = metrics.share_range(warning.effect_share, warning.effect_low, warning.effect_high)
    change, _, between = much.partition(" (")
    money = metrics.signed_money(warning.observed - warning.expected, currency)
    return f"""
<div class="row {look}">
  <span class="word">{_word(warning, tone)}</span>
  <span class="what">{inert.markup(warning.subject.name)}</span>
  <span class="much"><b>{change}</b><small>({between}</small></span>
  <span class="much money">{inert.markup(money)}<small>since {metrics.about_day(warning.onset, as_of)}</small></span>
  {_picture(warning, as_of, tone)}
  <span class="why">{inert.markup(_because(warning))}{_has_it(has_it)}</span>
</div>"""


def _voiced(warning: Warning, has_it: str) -> str:
    return f"""
<div class="row {warning.severity}">
  <span class="word">{WORDS[warning.severity]}</span>
  <span class="what">{inert.markup(names.capital(warning.subject.name))}</span>
  <span class="why">{inert.markup(f"{warning.headline} {warning.reason}")}{_has_it(has_it)}</span>
</div>"""


def _open(name: str) -> str:
    """The name is read aloud; the eye has it in the row already, so look.css hides what is emphasised."""
    return f"Open *{inert.markdown(name)}*" if name.strip() else "Open"


def _because(warning: Warning) -> str:
    clause = f"{names.capital(wording.driver_clause(warning.drivers))}." if warning.drivers else ""
    return f"{clause} {warning.reason}".strip()


def _word(warning: Warning, tone: str) -> str:
    word = WORDS[warning.severity]
    if tone == "improvement" and warning.severity == "noted":
        return GOOD
    return RISE.get(word[0], word[0]) + word[1:] if tone == "improvement" else word


def _picture(warning: Warning, as_of: date, tone: str) -> str:
    svg = sparkline(warning.trend, onset=warning.onset, as_of=as_of, tone=tone)
    alt = f"Revenue of the last {len(warning.trend)} weeks; grey: the range of the weeks before"
    return f'<img src="{data_address(svg)}" alt="{inert.markup(alt)}">' if svg else ""


def _spoken(customer: CustomerAtRisk, contacts: Mapping[str, date], as_of: date) -> str:
    """That somebody spoke with them since they last bought; nothing where nobody did."""
    day = contacts.get(customer.customer_id, customer.last_order_date)
    return f"Spoken with on {metrics.on_day(day, as_of)}." if day > customer.last_order_date else ""


def _has_it(told: str) -> str:
    return f' <span class="has-it">{inert.markup(told)}</span>' if told else ""


def _customer(customer: CustomerAtRisk, as_of: date, has_it: str) -> str:
    place = " · ".join(part for part in (customer.segment, customer.region, customer.account_owner) if part)
    return f"""
<div class="person">
  <p class="what">{inert.markup(customer.customer_name or customer.customer_id)}</p>
  <p class="why">{inert.markup(customer.headline)}</p>
  <p class="aside">{inert.markup(place)}</p>
  {_last_words(customer, as_of)}
  {_has_it(has_it)}
</div>"""


def _last_words(customer: CustomerAtRisk, as_of: date) -> str:
    if not customer.last_words:
        return ""
    day = metrics.on_day(customer.last_words_date, as_of) if customer.last_words_date else ""
    return f'<blockquote>{inert.markup(customer.last_words)}</blockquote><p class="said">{day}</p>'
