"""What stands behind a warning, or behind a product that nobody warned of?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from signals.detectors import preference, price_gap
from signals.drivers.elasticity import elasticity
from signals.errors import UnknownSubject
from signals.model import (
    Bridge,
    Cause,
    DataState,
    Driver,
    Evidence,
    Morning,
    PriceStep,
    ShareChange,
    Subject,
    Voiced,
    Warning,
    Witness,
)
from signals.pipeline.bridges import bridges_of
from signals.pipeline.causes import complete_through, leading_drivers, windows_of
from signals.pipeline.events import events_at
from signals.pipeline.given import verdicts_of
from signals.pipeline.holiday_calendar import country_of, largest_region, public_holidays
from signals.pipeline.keeping import warning_as_said
from signals.pipeline.lists import quotes_of
from signals.pipeline.refresh import morning
from signals.pipeline.spoken import contrasts, telling_first
from signals.pipeline.voiced import own_feedback, voiced_of
from signals.store.company import company
from signals.store.connection import Connection
from signals.store.engine import Store
from signals.triage import elasticity_wording, steps, voiced_wording
from signals.triage.causes import likely_causes
from signals.triage.causes import sentence as causes_sentence
from signals.triage.holiday_notes import KINDS as HOLIDAY_KINDS

HISTORY_DAYS = 400
CUSTOMERS_SHOWN = 20
EXPLAINING_DAYS = 182  # what ended or moved longer ago explains nothing


@dataclass(frozen=True)
class _Read:
    """What the database holds of one subject."""

    weeks: pd.DataFrame
    lines: pd.DataFrame
    feedback: pd.DataFrame
    prices: pd.DataFrame
    events: pd.DataFrame
    customers: pd.DataFrame
    quotes: tuple
    verdict_days: pd.DataFrame
    product_names: dict[str, str]
    list_price: float | None
    state: str | None  # the detector's, of a product


def evidence(store: Store, warning_key: str, as_of: date | None = None) -> Evidence:
    """The path behind a warning as of a day. Raises UnknownSubject."""
    told = morning(store, as_of)
    closed = (each.warning for each in told.closed)
    known = {
        each.key: each
        for each in (*closed, *told.suppressed, *told.good_news, *told.noted, *told.beside_sales, *told.warnings)
    }
    warning = known.get(warning_key) or _said_before(store, warning_key, told.as_of)
    return _evidence(store, told, warning.subject, warning)


def product_evidence(store: Store, product_id: str, as_of: date | None = None) -> Evidence:
    """The same path for any product. Raises UnknownSubject."""
    told = morning(store, as_of)
    for warning in (*told.warnings, *told.beside_sales, *told.noted, *told.good_news):
        if warning.subject.kind == "product" and warning.subject.product_id == product_id:
            return _evidence(store, told, warning.subject, warning)
    with store.reading() as connection:
        names = connection.frame("marts/product_names", as_of=told.as_of)
    row = names[names["product_id"] == product_id]
    if row.empty:
        raise UnknownSubject(f"There is no product {product_id} up to {told.as_of:%d %B %Y}.")
    name = row["product_name"].iloc[0]
    subject = Subject("product", product_id if pd.isna(name) else str(name), product_id=product_id)
    return _evidence(store, told, subject, None)


def _said_before(store: Store, warning_key: str, as_of: date) -> Warning:
    with store.reading() as connection:
        warning = warning_as_said(connection, warning_key, as_of)
        judged = [each.warning for each in verdicts_of(connection, warning_key) if each.as_of <= as_of]
    if warning is None and judged:  # said and answered on one day, which then says it no more
        return judged[-1]
    if warning is None:
        raise UnknownSubject(f"There was no warning {warning_key} up to {as_of:%d %B %Y}.")
    return warning


def _evidence(store: Store, told: Morning, subject: Subject, warning: Warning | None) -> Evidence:
    complete_date = _complete_date(told, subject)
    with store.reading() as connection:
        read = _read(connection, subject, warning, told.as_of, complete_date)
    choice = _first_choice(read.feedback, subject, told.as_of)
    price_steps = _price_steps(read, subject, told.as_of)
    complete = complete_through(told.late, told.as_of)
    drivers = (
        None
        if warning is None or not warning.is_fall
        else leading_drivers(read.lines, warning, told.as_of, complete=complete)
    )
    bridges = bridges_of(read.lines, warning, told.as_of, complete=complete) if warning else ()
    customers = _customers(read, warning, told.as_of)
    words = contrasts(own_feedback(read.feedback, subject), customers, warning, told.as_of)
    voiced = _voiced(read, warning, told.as_of)
    quotes = voiced.quotes if voiced else read.quotes
    witnesses = _witnesses(told, subject)
    causes = _causes(read, warning, witnesses, price_steps, bridges, drivers or (), told)
    sentences = steps.evidence_sentences(
        subject=subject,
        warning=warning,
        as_of=told.as_of,
        currency=told.currency,
        weeks=read.weeks,
        first_choice=choice,
        prices=read.prices,
        price_steps=price_steps,
        drivers=() if drivers is None else drivers,
        customers=customers,
        quotes=read.quotes,
        events=read.events,
        late=told.late,
        state=read.state,
    )
    return Evidence(
        subject=subject,
        as_of=told.as_of,
        currency=told.currency,
        warning=warning,
        headline=warning.headline if warning else sentences["sales"],
        weeks=read.weeks,
        events=read.events,
        first_choice=choice,
        prices=read.prices,
        own_prices=_own_prices(read.lines, subject, told.as_of),
        price_steps=price_steps,
        drivers=drivers or (),
        customers=customers,
        quotes=telling_first(quotes, words),
        sentences=_elasticity_sentence(read, subject, told.as_of)
        | sentences
        | _voiced_sentences(voiced, warning, told.as_of)
        | ({"causes": _fitting(causes, read)} if warning and warning.is_fall else {}),
        verdict_days=read.verdict_days,
        complete_date=complete_date,
        bridges=bridges,
        causes=causes,
        witnesses=witnesses,
        words=words,
        voiced=voiced,
    )


def _voiced(read: _Read, warning: Warning | None, as_of: date) -> Voiced | None:
    if warning is None or warning.witness is None:
        return None
    return voiced_of(read.feedback, read.customers, warning, as_of, read.product_names)


def _voiced_sentences(voiced: Voiced | None, warning: Warning | None, as_of: date) -> dict[str, str]:
    """In place of those that speak of a fall."""
    if voiced is None:
        return {}
    return {
        "voiced": voiced_wording.weeks(voiced),
        "customers": voiced_wording.speakers(voiced, warning, as_of),
        "words": voiced_wording.words(voiced, warning, as_of),
        "certainty": voiced_wording.certainty(warning.witness),
    }


def _complete_date(told: Morning, subject: Subject) -> date:
    """The last day that nothing of the subject is still to come for: no part of it that is late, or comes in weekly."""
    awaited = [state for state in told.arrivals if state.is_awaited(told.as_of) and _takes_part(state, subject)]
    return min((state.last_date for state in awaited), default=told.as_of)


def _takes_part(state: DataState, subject: Subject) -> bool:
    """What a subject is cut along tells which regions or channels it has; of sources nothing is known."""
    place = {"region": subject.region, "channel": subject.channel}.get(state.kind)
    return place is None or place == state.name


def _read(connection: Connection, subject: Subject, warning: Warning | None, as_of: date, complete_date: date) -> _Read:
    scope = {"product_id": subject.product_id, "category": None if subject.product_id else subject.category,
             "region": subject.region, "channel": subject.channel}  # fmt: skip
    weeks = connection.frame("queries/subject_weeks", as_of=as_of, subject_key=subject.key)
    names = connection.frame("marts/customer_names", as_of=as_of)
    scores = connection.frame("queries/customer_scores", as_of=as_of)
    states = connection.frame("queries/product_states", as_of=as_of).set_index("subject_key")["state"]
    products = connection.frame("marts/product_names", as_of=as_of).set_index("product_id")
    list_price = products["list_price"].get(subject.product_id)
    ends = weeks["week"] + pd.Timedelta(days=6)
    return _Read(
        weeks=weeks.assign(is_complete=ends <= pd.Timestamp(complete_date)),
        lines=connection.frame(
            "marts/subject_lines", as_of=as_of, first_date=as_of - timedelta(days=HISTORY_DAYS), **scope
        ),
        feedback=connection.frame("marts/feedback", as_of=as_of),
        prices=connection.frame("marts/competitor_prices", as_of=as_of, product_id=subject.product_id),
        events=_events(connection, subject, products, as_of),
        customers=names.merge(scores[["customer_id", "state"]], on="customer_id", how="left"),
        quotes=quotes_of(connection, as_of, product_id=subject.product_id) if subject.product_id else (),
        state=states.get(subject.key),
        verdict_days=_verdict_days(connection, warning),
        product_names=products["product_name"].dropna().to_dict(),
        list_price=None if list_price is None or pd.isna(list_price) else float(list_price),
    )


def _events(connection: Connection, subject: Subject, products: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """The subject's own events, launches beside it, and for a category or the company the public holidays."""
    events = events_at(connection, as_of)
    of_category = events["category"].fillna(events["product_id"].map(products["category"]))
    named = events["note"].fillna(events["product_id"].map(products["product_name"]))
    category = subject.category or products["category"].get(subject.product_id)
    own = _own_events(events.assign(of_category=of_category, note=named), subject, category, as_of)
    if subject.kind not in HOLIDAY_KINDS:
        return own
    country = country_of(company(connection), largest_region(connection))
    days = public_holidays(country, as_of - timedelta(days=EXPLAINING_DAYS), as_of)
    return pd.concat([own, days]).sort_values("first_date").reset_index(drop=True) if len(days) else own


def _own_events(events: pd.DataFrame, subject: Subject, category: str | None, as_of: date) -> pd.DataFrame:
    """Those that name nothing but parts of the subject, or launch a product beside it, and ended within half a year."""
    is_own = events["last_date"] >= pd.Timestamp(as_of - timedelta(days=EXPLAINING_DAYS))
    is_part = pd.Series(True, index=events.index)
    for column in ("product_id", "category", "region"):
        is_part &= events[column].isna() | (events[column] == getattr(subject, column))
    is_beside = (events["kind"] == "launch") & events["of_category"].notna() & (events["of_category"] == category)
    return events[is_own & (is_part | is_beside)].sort_values("first_date").reset_index(drop=True)


def _verdict_days(connection: Connection, warning: Warning | None) -> pd.DataFrame:
    said = verdicts_of(connection, warning.key) if warning else []
    rows = [(each.verdict, each.first_date, each.last_date, each.reason) for each in said if each.is_live]
    return pd.DataFrame(rows, columns=["verdict", "first_date", "last_date", "reason"])


def _first_choice(feedback: pd.DataFrame, subject: Subject, as_of: date) -> ShareChange | None:
    if subject.product_id is None:
        return None
    name = subject.name.removesuffix(f" in {subject.region or subject.channel}")
    found = preference.first_choice(
        feedback, as_of, product_id=subject.product_id, product_name=name, region=subject.region
    )
    if not found.n and not found.n_before:
        return None
    before, after = found.share_before, found.share
    return ShareChange(
        brand=found.product_name,
        before_share=before and before.estimate,
        before_low=before and before.low,
        before_high=before and before.high,
        before_count=found.n_before,
        after_share=after and after.estimate,
        after_low=after and after.low,
        after_high=after and after.high,
        after_count=found.n,
        probability_fell=found.change and found.change.probability_fell,
        rivals=_gains(found.instead),
    )


def _gains(rivals: tuple) -> tuple[tuple[str, float, float], ...]:
    """Brand, share before and after; the greatest gain first."""
    known = [(rival.name, rival.share_before or 0.0, rival.share) for rival in rivals]
    return tuple(sorted(known, key=lambda rival: rival[1] - rival[2]))


def _price_steps(read: _Read, subject: Subject, as_of: date) -> tuple[PriceStep, ...]:
    if subject.product_id is None or read.prices.empty:
        return ()
    gaps = price_gap.price_gaps(
        read.prices, read.lines, as_of, product_id=subject.product_id, list_price=read.list_price
    )
    now = {(gap.competitor, gap.competitor_product): gap for gap in gaps}
    return tuple(
        PriceStep(
            competitor=step.competitor,
            competitor_product=step.competitor_product,
            region=step.regions[0] if len(step.regions) == 1 else None,
            step_date=step.step_date,
            price_before=step.from_price,
            price_after=step.to_price,
            own_price=gap.own_price if (gap := now.get((step.competitor, step.competitor_product))) else None,
            gap_share=gap.gap_share if gap else None,
        )
        for step in price_gap.price_steps(read.prices, as_of, product_id=subject.product_id)
        if step.step_date >= as_of - timedelta(days=EXPLAINING_DAYS)
    )


def _witnesses(told: Morning, subject: Subject) -> tuple[Witness, ...]:
    """What speaks of the product, whichever part of it is asked about, or of the touchpoint."""
    if subject.touchpoint is not None:
        return tuple(each for each in told.witnesses if each.subject.touchpoint == subject.touchpoint)
    if subject.product_id is None:
        return ()
    return tuple(each for each in told.witnesses if each.subject.product_id == subject.product_id)


def _causes(
    read: _Read,
    warning: Warning | None,
    witnesses: Sequence[Witness],
    price_steps: tuple[PriceStep, ...],
    bridges: tuple[Bridge, ...],
    drivers: tuple[Driver, ...],
    told: Morning,
) -> tuple[Cause, ...]:
    if warning is None:
        return ()
    events = [
        (row.kind, row.first_date.date(), row.last_date.date(), None if pd.isna(row.note) else row.note)
        for row in read.events.itertuples()
    ]
    return likely_causes(
        warning,
        witnesses=witnesses,
        price_steps=price_steps,
        bridges=bridges,
        drivers=drivers,
        events=events,
        currency=told.currency,
        as_of=told.as_of,
    )


def _fitting(causes: tuple[Cause, ...], read: _Read) -> str:
    looked = {
        "competitors' prices": not read.prices.empty,
        "first choice and what customers say": not read.feedback.empty,
        "known events": not read.events.empty,
    }
    return causes_sentence(causes, [name for name, is_there in looked.items() if is_there])


def _elasticity_sentence(read: _Read, subject: Subject, as_of: date) -> dict[str, str]:
    """Nothing where no rival's price is on file."""
    if subject.product_id is None or read.prices.empty:
        return {}
    told = elasticity(read.lines, read.prices, as_of, product_id=subject.product_id)
    return {"elasticity": " ".join(elasticity_wording.sentences(told))}


def _own_prices(lines: pd.DataFrame, subject: Subject, as_of: date) -> pd.DataFrame:
    if subject.product_id is None:
        return pd.DataFrame(columns=["week", "price"])
    return price_gap.own_prices(lines, as_of, product_id=subject.product_id)


def _customers(read: _Read, warning: Warning | None, as_of: date) -> pd.DataFrame:
    """Whose purchases are missing since the onset, against their own share of the sixteen weeks before it."""
    columns = ["customer_id", "customer_name", "region", "account_owner", "observed", "expected", "state"]
    lines = read.lines.dropna(subset=["customer_id"])
    if warning is None or lines.empty or not warning.is_fall:
        return pd.DataFrame(columns=columns)
    windows = windows_of(warning.onset, as_of)
    first, last = pd.Timestamp(windows.baseline_first_date), pd.Timestamp(windows.baseline_last_date)
    whole = read.lines.loc[read.lines["sold_date"].between(first, last), "revenue"].sum()
    if whole <= 0:
        return pd.DataFrame(columns=columns)
    table = pd.DataFrame(
        {
            "observed": lines[lines["sold_date"] > last].groupby("customer_id")["revenue"].sum(),
            "expected": lines[lines["sold_date"].between(first, last)].groupby("customer_id")["revenue"].sum()
            * warning.expected
            / whole,
        }
    ).fillna(0.0)
    table = table.assign(missing=table["expected"] - table["observed"]).nlargest(CUSTOMERS_SHOWN, "missing")
    return table.reset_index().merge(read.customers, on="customer_id", how="left")[columns]
