"""How is a morning kept, so that a page reads it at once and what was said is never said otherwise later?"""

import json
from datetime import date, timedelta

import pandas as pd
import pyarrow as pa

from signals.model import SEVERITIES, Finding, Morning, Warning
from signals.pipeline.mornings import Computed
from signals.records import from_json, to_json
from signals.store.connection import Connection

LISTS_KEPT_DAYS = 14  # older mornings and their lists are made anew when asked for; what was said is kept for ever
SCORE_COLUMNS = [
    "customer_id", "state", "p_churn", "p_lost", "value_at_risk", "value_at_risk_year", "rate_year", "expected_revenue",
    "share_of_revenue", "days_since_last_order", "usual_gap_days", "limit_days", "purchase_days", "purchase_days_90",
    "usual_purchase_days_90", "first_date", "last_order_date", "is_one_time", "is_large_first_order", "is_dominant",
    "is_seasonal", "is_rough",
]  # fmt: skip
DAILY_TABLES = (
    "product_states",
    "subject_weeks",
    "customer_scores",
    "customer_classes",
    "bases",
    "outlooks",
    "quarter_parts",
)
CLASS_COLUMNS = ["period", "customer_id", "customer_class", "revenue_before", "revenue_now"]
DATES = ("week", "onset", "first_date", "last_order_date", "last_date")


def kept_morning(connection: Connection, as_of: date) -> Morning | None:
    """The morning as it was computed, unless a load has come or gone since."""
    rows = connection.rows("queries/morning", as_of=as_of)
    if not rows or rows[0]["facts_version"] != connection.value("queries/facts_version"):
        return None
    return from_json(Morning, rows[0]["summary"])


def warning_as_said(connection: Connection, warning_key: str, as_of: date) -> Warning | None:
    """What was last said of a warning up to a day."""
    rows = connection.rows("queries/warning_said", warning_key=warning_key, as_of=as_of)
    return from_json(Warning, rows[0]["said"]) if rows else None


def warnings_said(connection: Connection, as_of: date) -> tuple[Warning, ...]:
    """As they were said on this day, most urgent first."""
    rows = connection.rows("queries/warnings_said", as_of=as_of)
    warnings = [from_json(Warning, row["said"]) for row in rows]
    return tuple(sorted(warnings, key=_urgency))


def _urgency(warning: Warning) -> tuple[int, float, str]:
    """What has nothing at stake that could be counted stands last."""
    return SEVERITIES.index(warning.severity), -warning.stake if warning.stake > 0 else 0.0, warning.key


def keep(connection: Connection, computed: Computed, trends: pd.DataFrame, facts_version: int) -> None:
    """Replace everything that is kept of this day, but not what was said on it once a later day has been said."""
    morning = computed.morning
    day = {"as_of": morning.as_of, "oldest_date": morning.as_of - timedelta(days=LISTS_KEPT_DAYS)}
    connection.run("queries/delete_morning", **day)
    for table in DAILY_TABLES:
        connection.run(f"queries/delete_{table}", **day)
    summary = {"facts_version": facts_version, "computed_at": morning.computed_at, "summary": to_json(morning)}
    connection.insert("mornings", [{"as_of": morning.as_of} | summary])
    if not connection.value("queries/is_said_for_good", as_of=morning.as_of):
        _say(connection, morning)
    if computed.quarter is not None:
        parts = computed.quarter.drop(columns="name")
        fill(connection, "quarter_parts", parts, morning.as_of)
        if not connection.value("queries/is_later_said", as_of=morning.as_of):
            _say_quarter(connection, morning, parts)
    fill(connection, "product_states", _states(computed, trends), morning.as_of)
    fill(connection, "subject_weeks", computed.weeks, morning.as_of)
    fill(connection, "customer_scores", computed.scores[SCORE_COLUMNS], morning.as_of)
    fill(connection, "customer_classes", computed.classes[CLASS_COLUMNS], morning.as_of)
    if computed.base:
        connection.insert("bases", [{"as_of": morning.as_of, "summary": to_json(computed.base)}])
    if computed.outlook:
        connection.insert("outlooks", [{"as_of": morning.as_of, "summary": to_json(computed.outlook)}])


def fill(connection: Connection, table: str, frame: pd.DataFrame, as_of: date) -> None:
    """Append the rows of a day to a table; columns are matched by name."""
    if frame.empty:
        return
    kept = frame.assign(as_of=as_of)
    days = {name: pd.to_datetime(kept[name]).dt.date for name in DATES if name in kept}
    arrow = pa.Table.from_pandas(kept.assign(**days), preserve_index=False)
    connection.fill(table, arrow.to_reader())


def _say(connection: Connection, morning: Morning) -> None:
    """Write down what this day says, in place of what it said before a load or verdict of the same day."""
    for table in ("warning_days", "said_days"):
        connection.run(f"queries/delete_{table}", as_of=morning.as_of)
    connection.insert("said_days", [{"as_of": morning.as_of}])
    said = (*morning.warnings, *morning.beside_sales, *morning.noted)
    days = [
        {"as_of": morning.as_of, "warning_key": each.key, "severity": each.severity, "said": to_json(each)}
        for each in said
    ]
    connection.insert("warning_days", days)
    known = {row["warning_key"] for row in connection.rows("queries/warning_keys")}
    first = [
        {"warning_key": each.key, "metric": each.kind, "subject_key": each.subject.key,
         "first_warned": each.first_warned, "onset": each.onset}
        for each in said if each.key not in known
    ]  # fmt: skip
    connection.insert("warnings", first)


def _say_quarter(connection: Connection, morning: Morning, parts: pd.DataFrame) -> None:
    """Where this day says that the quarter and each of its parts will land; a day gone through later says nothing."""
    connection.run("queries/delete_nowcasts", as_of=morning.as_of)
    keys = [kind if kind == "company" else f"{kind}:{key or ''}" for kind, key in
            zip(parts["kind"], parts["key"], strict=True)]  # fmt: skip
    nowcast = morning.nowcast
    said = parts.drop(columns=["kind", "key"]).assign(
        subject_key=keys, quarter=nowcast.quarter, last_date=nowcast.last_date
    )
    fill(connection, "nowcasts", said, morning.as_of)


def _states(computed: Computed, trends: pd.DataFrame) -> pd.DataFrame:
    """One row a product; none where nothing but returns was ever sold."""
    products = pd.DataFrame([_state(each) for each in computed.findings if each.subject.kind == "product"])
    if products.empty:
        return products
    expected = computed.weeks.groupby("subject_key")["expected"].apply(lambda weeks: weeks.iloc[-4:].sum())
    table = products.merge(trends, on="product_id", how="left")
    if computed.products is not None:
        table = table.merge(computed.products, on="product_id", how="left")
    return table.assign(
        expected_28_days=table["subject_key"].map(expected),
        trend=[json.dumps([round(value, 2) for value in weeks]) for weeks in table["trend"]],
        warning_key=table["subject_key"].map(computed.keys).astype(object),
    )


def _state(finding: Finding) -> dict[str, object]:
    names = ("state", "evidence", "onset", "observed", "expected", "effect_share", "effect_low", "effect_high", "stake")
    values = {name: getattr(finding, name) for name in names}
    return {"subject_key": finding.subject.key, "product_id": finding.subject.product_id, **values}
