"""How does a reader note what a customer said, or ask a colleague to do something?"""

import re
from datetime import date, timedelta

import streamlit as st

from signals import metrics
from signals.listen.heard import MOST_LETTERS, SOURCES
from signals.model import Action, CustomerAtRisk, CustomerFile, Quote, Warning
from signals.triage import customer_wording, names, playbook
from signals.ui import data, guard, parts

TOUCHPOINTS = (  # where it happened, in the words of the company's departments
    "website", "call", "visit", "ordering", "prices", "delivery", "billing", "claims", "product", "service",
)  # fmt: skip
DUE_DAYS = 7
DIGITS = re.compile(r"[^+\d]")
SUGGESTED = "Call: ask how they are, and what we should do better"


def buttons(customer: CustomerAtRisk, *, name: str) -> None:
    """Call and assign, from a row."""
    who = customer.customer_name or customer.customer_id
    if st.button("Call", key=f"call-{name}"):
        st.dialog("Call")(call)(customer.customer_id, who)
    if st.button("Assign", key=f"assign-{name}"):
        assign_customer(customer.customer_id, who)


def heard(customer: CustomerFile) -> None:
    """The form for what a colleague heard, one click away."""
    with st.expander("Add what I heard", key=f"heard-{len(customer.feedback)}"):
        _form(customer.customer_id, source="heard", key="heard")


def actions(customer: CustomerFile) -> None:
    """What was asked about this customer, each open one with its way to be done; and the way to ask more."""
    with data.asking():
        given = data.actions(customer_id=customer.customer_id)
    listed(given, customer.as_of)
    if not given:
        parts.aside("Nobody has been asked to do anything about this customer.")
    if st.button("Assign", key="assign-customer"):
        assign_customer(customer.customer_id, customer.customer_name or customer.customer_id)


def listed(given: list[Action], as_of: date) -> None:
    """What was asked of whom; an open one can be marked as done."""
    for action in given:
        _action(action, as_of)


def has_it(given: list[Action], as_of: date) -> str:
    """Who has it: the latest open action in a few words; nothing where nobody does."""
    own = [action for action in given if action.state == "open"]
    return customer_wording.action(own[0].what, own[0].owner, own[0].due_date, as_of) if own else ""


def remarks(quotes: tuple[Quote, ...], *, as_of: date) -> None:
    """Customers' words; what was written down by hand here can be taken back."""
    for quote in quotes:
        if quote.heard_by != guard.person():
            parts.quotes([quote], as_of=as_of)
            continue
        with st.container(key=f"row-remark-{quote.feedback_id}"):
            told, back = st.columns((9, 1.3), vertical_alignment="center")
            with told:
                parts.quotes([quote], as_of=as_of)
            if back.button("Take back", key=f"back-{quote.feedback_id}"):
                with data.asking():
                    data.take_back_heard(quote.feedback_id, person=guard.person())
                st.rerun()


def call(customer_id: str, who: str) -> None:
    """How to reach a customer, and the form for what was said."""
    with data.asking():
        customer = data.customer(customer_id)
    parts.sentence(who)
    parts.facts({name: value for name, value in (("Telephone", customer.phone), ("Mail", customer.email)) if value})
    if digits := DIGITS.sub("", customer.phone or ""):
        st.link_button("Dial", f"tel:{digits}")
    if not (customer.phone or customer.email):
        parts.aside("No telephone number or address is on file.")
    parts.aside(customer_wording.spoke(customer))
    _form(customer_id, source="call", key="call-form")


def assign(about: str, *, owner: str | None, what: str, **subject: str) -> None:
    """The form that asks a colleague to do something about a customer (customer_id) or a warning (warning_key)."""
    parts.sentence(about)
    with data.asking():
        people = data.colleagues()
    people = [owner, *people] if owner and owner not in people else people
    with st.form("assign-form", border=False):
        chosen = st.selectbox(
            "To whom",
            people,
            index=people.index(owner) if owner else None,
            accept_new_options=True,
            placeholder="Choose or type a name",
        )
        task = st.text_area("What", what, height=68)
        due = st.date_input("By", date.today() + timedelta(days=DUE_DAYS))
        if st.form_submit_button("Assign", type="primary"):
            with data.asking():
                data.assign(task, owner=chosen or "", due_date=due, person=guard.person(), **subject)
            st.rerun()


def assign_customer(customer_id: str, who: str) -> None:
    """Opens the form over the page, with the account's owner in it."""
    with data.asking():
        owner = data.customer(customer_id).account_owner
    st.dialog("Assign")(assign)(who, owner=owner, what=SUGGESTED, customer_id=customer_id)


def assign_warning(warning: Warning) -> None:
    """Opens the form over the page, with the first line of the playbook in it."""
    play = playbook.plays_on_words(warning.witness.cause, subject=names.subject_name(warning.subject))[0]
    st.dialog("Assign")(assign)(warning.headline, owner=play.owner, what=play.what, warning_key=warning.key)


def _form(customer_id: str, *, source: str, key: str) -> None:
    with st.form(key, border=False, clear_on_submit=True):
        words = st.text_area("What the customer said, in their words", max_chars=MOST_LETTERS, height=96)
        how, about, day = st.columns(3)
        chosen = how.selectbox("How", SOURCES, index=SOURCES.index(source))
        touchpoint = about.selectbox("About", TOUCHPOINTS, index=None, placeholder="Anything")
        given = day.date_input("When", date.today(), max_value=date.today())
        if st.form_submit_button("Save", type="primary"):
            with data.asking():
                data.note_heard(
                    customer_id, words, person=guard.person(), source=chosen, touchpoint=touchpoint, given_date=given
                )
            st.toast("Noted. It stands on the customer's page.")
            st.rerun()


def _action(action: Action, as_of: date) -> None:
    with st.container(key=f"row-action-{action.action_id}"):
        told, done = st.columns((9, 1.3), vertical_alignment="center")
        with told.container(gap=None):
            parts.sentence(customer_wording.action(action.what, action.owner, action.due_date, as_of))
            given = f"Given by {action.created_by} on {metrics.on_day(action.created_at.date(), as_of)}"
            parts.aside(given if action.state == "open" else f"{given}; {action.state}")
        if action.state == "open" and done.button("Done", key=f"done-{action.action_id}"):
            with data.asking():
                data.close_action(action.action_id, person=guard.person())
            st.rerun()
