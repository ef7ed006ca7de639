"""The pages' one door to the package: what does the database say, for which day, at which version?

Answers are cached by what they depend on: the database, its data version and the day. While another process writes to
the database the last version known goes on being shown.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import streamlit as st

from signals import model, pipeline, settings
from signals.act import actions as acting
from signals.errors import DatabaseBusy, SignalsError, TooLittleHistory
from signals.ingest import loads, profiles, typed
from signals.ingest.caution import waits_for_yes as waits
from signals.listen import heard
from signals.pipeline import effect
from signals.pipeline import verdicts as judging
from signals.store.company import company as decided_by
from signals.store.company import decide as write_decisions
from signals.store.engine import Store
from signals.ui import inert

PROBE_WAIT_SECONDS = 0.5  # a page asks for the version this long, then shows the last one it knows
KEPT_ANSWERS = 200
Plan = pipeline.Plan  # what `plan` gives
LINE = ("line", "line_to", "column", "value", "reason", "message")


@dataclass
class _Seen:
    version: int | None = None
    busy: DatabaseBusy | None = None


@contextmanager
def asking() -> Iterator[None]:
    """Around a page's questions: an error that is meant for the reader is said, and the page ends there."""
    try:
        yield
    except TooLittleHistory as error:
        st.info(inert.markdown(error))
        st.stop()
    except SignalsError as error:
        st.warning(inert.markdown(error))
        st.stop()


def chosen_day() -> date | None:
    """The day in the address, None for the latest; an address that names no day asks for the latest."""
    try:
        return date.fromisoformat(st.query_params.get("as_of", ""))
    except ValueError:
        return None


def store() -> Store:
    environment = settings.environment_of(os.environ)
    return _store(environment.database_url, environment.lock_wait_seconds)


def busy() -> DatabaseBusy | None:
    """Who holds the database just now, so that what is shown may be a version behind."""
    return _seen(store().url).busy


def morning(as_of: date | None = None) -> model.Morning:
    return _morning(*_version(), as_of)


def evidence(warning_key: str, as_of: date | None = None) -> model.Evidence:
    return _evidence(*_version(), warning_key, as_of)


def product_evidence(product_id: str, as_of: date | None = None) -> model.Evidence:
    return _product_evidence(*_version(), product_id, as_of)


def quarter(as_of: date | None = None) -> model.QuarterOfCompany:
    """Where the running quarter will land."""
    return _quarter(*_version(), as_of)


def products(as_of: date | None = None) -> pd.DataFrame:
    return _products(*_version(), as_of)


def customers(as_of: date | None = None) -> pd.DataFrame:
    return _customers(*_version(), as_of)


def customer(customer_id: str, as_of: date | None = None) -> model.CustomerFile:
    return _customer(*_version(), customer_id, as_of)


def base(period: str, as_of: date | None = None) -> model.BaseOfCustomers:
    """The base of customers over a year or a quarter."""
    return _base(*_version(), period, as_of)


def budget(base: model.BaseOfCustomers, **shares: float) -> model.RetentionBudget | None:
    """What a retention budget would keep, with the shares that the reader assumes."""
    return pipeline.budget(base, **shares)


def contacts(as_of: date | None = None) -> dict[str, date]:
    """When somebody of us last spoke with each customer."""
    return _contacts(*_version(), as_of)


def newcomers(as_of: date | None = None) -> tuple[model.Newcomers, ...]:
    return _newcomers(*_version(), as_of)


def customer_rehearsal(as_of: date | None = None) -> model.CustomerRehearsal | None:
    """How the customers' chances came true in the company's own past; None before the first rehearsal."""
    return _customer_rehearsal(*_version(), as_of)


def actions(*, customer_id: str | None = None, warning_key: str | None = None) -> list[model.Action]:
    """What people were asked to do, about anything or about one customer or warning; the open ones first."""
    return _actions(*_version(), customer_id, warning_key)


def colleagues() -> list[str]:
    """Names of those who may be asked to do something."""
    return _colleagues(*_version())


def assign(what: str, **told: object) -> None:
    acting.assign(store(), what, **told)


def close_action(action_id: int, *, person: str) -> None:
    acting.close(store(), action_id, person=person)


def note_heard(customer_id: str, words: str, **told: object) -> None:
    """Write down what a customer said."""
    heard.note(store(), customer_id, words, **told)


def take_back_heard(feedback_id: str, *, person: str) -> None:
    heard.take_back(store(), feedback_id, person=person)


def voice(as_of: date | None = None) -> model.VoiceOfCustomers:
    """Everything that customers said."""
    return _voice(*_version(), as_of)


def name_theme(theme: str, name: str, *, person: str) -> None:
    """What the company calls a theme."""
    pipeline.name_theme(store(), theme, name, person=person)


def listing() -> list[model.LoadReport]:
    return _listing(*_version())


def preview(store: Store, path: Path, **told: object) -> model.LoadReport:
    """How a file would be understood and what it would change; asked outside of any page, like the next ones."""
    return loads.preview(store, path, **told)


def warnings_effect(store: Store, path: Path, **told: object) -> model.WarningsEffect:
    """What Today would say with a file that it does not say now."""
    return effect.warnings_effect(store, path, **told)


def refused(store: Store, load_id: int) -> pd.DataFrame:
    """The lines that a load refused, for a download, which asks at the click."""
    return lines(loads.rejects(store, load_id))


def lines(refusals: Sequence[model.Refusal]) -> pd.DataFrame:
    """Refused lines as a table, where first, why last."""
    return pd.DataFrame([[getattr(each, name) for name in LINE] for each in refusals], columns=list(LINE))


def company() -> settings.Company:
    return _company(*_version())


def countries() -> list[str]:
    """ISO 3166 codes of the countries whose public holidays are known."""
    return pipeline.countries()


def guessed_country() -> str | None:
    """Whose holidays count as long as nobody decides."""
    return _guessed_country(*_version())


def decide(before: settings.Company, decided: settings.Company, *, person: str) -> bool:
    """Write what differs; whether anything did."""
    decisions = settings.decisions(before, decided)
    if decisions:
        with store().writing() as connection:
            write_decisions(connection, decisions, person=person)
    return bool(decisions)


def waits_for_yes(report: model.LoadReport, answers: Mapping[str, str]) -> bool:
    """Whether so many rows are refused that a load needs a yes of its own."""
    return waits(report, company(), answers)


def forget(profile: str, *, person: str) -> None:
    """The next file of a remembered source is asked about again."""
    profiles.forget(store(), profile, person=person)


def plan() -> pipeline.Plan:
    """What is planned for the quarters, and for what a target may be typed."""
    return _plan(*_version())


def load_target(**told: object) -> model.LoadReport:
    """Write a target down; it is a load, which can be taken back."""
    return typed.load_target(store(), **told)


def track_record() -> tuple[model.Backtest, bool] | None:
    """The history's replay that was kept last, and whether it knows all that is loaded; None before the first."""
    return _track_record(*_version())


def verdicts(warning_key: str) -> list[model.Verdict]:
    """What people said of a warning, the latest first."""
    return _verdicts(*_version(), warning_key)


def give_verdict(warning_key: str, verdict: str, **told: object) -> None:
    judging.give(store(), warning_key, verdict, **told)


def revert_verdict(verdict_id: int, *, person: str) -> None:
    judging.revert(store(), verdict_id, person=person)


def facts_version() -> int:
    """The number that every load, undo and decision raises."""
    return _facts_version(*_version())


@st.cache_resource(max_entries=4)
def _store(url: str, lock_wait_seconds: float) -> Store:
    return Store(url, lock_wait_seconds)


@st.cache_resource(max_entries=4)
def _seen(url: str) -> _Seen:
    return _Seen()


def _version() -> tuple[str, int]:
    url = store().url
    seen = _seen(url)
    try:
        seen.version = _store(url, PROBE_WAIT_SECONDS).data_version()
        seen.busy = None
    except DatabaseBusy as error:
        if seen.version is None:
            raise
        seen.busy = error
    return url, seen.version


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _morning(url: str, version: int, as_of: date | None) -> model.Morning:
    return pipeline.morning(store(), as_of)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _evidence(url: str, version: int, warning_key: str, as_of: date | None) -> model.Evidence:
    return pipeline.evidence(store(), warning_key, as_of)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _product_evidence(url: str, version: int, product_id: str, as_of: date | None) -> model.Evidence:
    return pipeline.product_evidence(store(), product_id, as_of)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _quarter(url: str, version: int, as_of: date | None) -> model.QuarterOfCompany:
    return pipeline.quarter(store(), as_of)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _products(url: str, version: int, as_of: date | None) -> pd.DataFrame:
    return pipeline.products(store(), as_of)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _customers(url: str, version: int, as_of: date | None) -> pd.DataFrame:
    return pipeline.customers(store(), as_of)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _customer(url: str, version: int, customer_id: str, as_of: date | None) -> model.CustomerFile:
    return pipeline.customer(store(), customer_id, as_of)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _base(url: str, version: int, period: str, as_of: date | None) -> model.BaseOfCustomers:
    return pipeline.base(store(), period, as_of)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _contacts(url: str, version: int, as_of: date | None) -> dict[str, date]:
    return pipeline.contacts(store(), as_of)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _newcomers(url: str, version: int, as_of: date | None) -> tuple[model.Newcomers, ...]:
    return pipeline.newcomers(store(), as_of)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _customer_rehearsal(url: str, version: int, as_of: date | None) -> model.CustomerRehearsal | None:
    return pipeline.customer_rehearsal(store(), as_of)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _actions(url: str, version: int, customer_id: str | None, warning_key: str | None) -> list[model.Action]:
    return acting.actions(store(), customer_id=customer_id, warning_key=warning_key)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _colleagues(url: str, version: int) -> list[str]:
    return pipeline.colleagues(store())


@st.cache_data(max_entries=8, show_spinner=False)
def _voice(url: str, version: int, as_of: date | None) -> model.VoiceOfCustomers:
    return pipeline.voice(store(), as_of)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _company(url: str, version: int) -> settings.Company:
    with store().reading() as connection:
        return decided_by(connection)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _plan(url: str, version: int) -> pipeline.Plan:
    return pipeline.plan(store())


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _guessed_country(url: str, version: int) -> str | None:
    return pipeline.guessed_country_of(store())


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _listing(url: str, version: int) -> list[model.LoadReport]:
    return loads.listing(store())


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _track_record(url: str, version: int) -> tuple[model.Backtest, bool] | None:
    return pipeline.latest_backtest(store())


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _verdicts(url: str, version: int, warning_key: str) -> list[model.Verdict]:
    return judging.listing(store(), warning_key)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _facts_version(url: str, version: int) -> int:
    with store().reading() as connection:
        return connection.value("queries/facts_version")
