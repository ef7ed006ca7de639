"""What do demo, refresh, warnings, customers and nowcast answer? All that needs statistics."""

from argparse import Namespace

import pandas as pd

from signals import pipeline
from signals.commands import loads
from signals.commands.answer import Answer, Progress
from signals.demo import company as demo_company
from signals.ingest.loads import listing
from signals.metrics import money, share
from signals.model import ClosedWarning, DataState, Warning
from signals.records import plain
from signals.settings import ROOT
from signals.store.engine import Store
from signals.triage import digest as digest_of_morning
from signals.triage import first_lines, wording

DEMO_FOLDER = ROOT / "data" / "demo"
NO_MAIL = "No message was sent: sending mail is not set up yet. With --dry-run the message is printed."
OF_QUARTER = ("quarter", "first_date", "last_date")
PARTS_OF_QUARTER = {
    "product": ("products", "product_id"),
    "category": ("categories", "category"),
    "region": ("regions", "region"),
}
CUSTOMER_FIELDS = ["customer_id", "p_churn", "value_at_risk", "state", "days_since_last_order", "usual_gap_days"]


def demo(store: Store, told: Namespace, progress: Progress) -> Answer:
    if told.if_empty and listing(store):
        return Answer({"loads": []}, "The database holds loads already; the demo company was not loaded.")
    progress("Making the demo company…")
    files = demo_company.write(demo_company.make(), DEMO_FOLDER)
    answer = loads.load(store, loads.of_files(files), progress)
    pipeline.rehearse(store, progress=progress)
    pipeline.rehearse_customers(store, progress=progress)
    pipeline.learn_topics(store, progress=progress)
    pipeline.refresh(store, progress=progress)
    return answer


def refresh(store: Store, told: Namespace, progress: Progress) -> Answer:
    pipeline.rehearse(store, told.as_of, progress)
    pipeline.rehearse_customers(store, told.as_of, progress)
    pipeline.learn_topics(store, told.as_of, progress)
    done = pipeline.refresh(store, told.as_of, progress)
    over = f"{done.products:,} products and {done.customers:,} customers"
    text = f"As of {done.as_of}: {done.warnings} warnings over {over}."
    return Answer(plain(done), f"{text} {done.seconds} s")


def warnings(store: Store, told: Namespace, progress: Progress) -> Answer:
    morning = pipeline.morning(store, told.as_of)
    told = (*morning.warnings, *morning.beside_sales)
    lines = [first_lines.data_line(morning), first_lines.today(morning), *morning.failures]
    lines += [f"{each.severity.upper():<6} {each.headline}" for each in told]
    lines += [f"{'▲':<6} {each.headline}" for each in morning.good_news]
    body = {
        "as_of": plain(morning.as_of),
        "data_through": plain(morning.data_through),
        "currency": morning.currency,
        "false_discovery_rate": morning.false_discovery_rate,
        "warnings": [_warning(each) for each in told],
        "stable": morning.stable_count,
        "noted": [_warning(each) for each in morning.noted],
        "suppressed": [_warning(each) for each in morning.suppressed],
        "closed": [_closed(each) for each in morning.closed],
        "said": [_warning(each) for each in pipeline.said(store, morning.as_of)],
        "judged": morning.judged_count,
        "noise": morning.noise_count,
        "good_news": [_warning(each) for each in morning.good_news],
        "failures": list(morning.failures),
        "late": [_late(state) for state in morning.late],
        "unjudged": plain(morning.unjudged),
    }
    return Answer(body, "\n".join(lines))


def customers(store: Store, told: Namespace, progress: Progress) -> Answer:
    scores, morning = pipeline.customers_at_risk(store, told.as_of, horizon_days=told.horizon, top=told.top)
    rows = plain(scores[CUSTOMER_FIELDS].to_dict("records"))
    text = "\n".join(_customer_line(row, morning.currency) for row in scores.to_dict("records"))
    return Answer({"as_of": plain(morning.as_of), "customers": rows}, text or "No customer is at risk.")


def nowcast(store: Store, told: Namespace, progress: Progress) -> Answer:
    quarter = pipeline.quarter(store, told.as_of)
    nowcast = quarter.outlook.nowcast
    company = {name: value for name, value in plain(nowcast).items() if name not in OF_QUARTER}
    body = {name: plain(getattr(nowcast, name)) for name in OF_QUARTER}
    body |= {"as_of": plain(quarter.as_of), "days_left": quarter.days_left, "company": company}
    for kind, (several, key) in PARTS_OF_QUARTER.items():
        own = quarter.parts[quarter.parts["kind"] == kind].drop(columns="kind").rename(columns={"key": key})
        body[several] = plain(own.to_dict("records"))
    body |= {"said": plain(quarter.outlook.said), "stakes": plain(quarter.outlook.stakes)}
    return Answer(body, wording.nowcast(nowcast, quarter.currency, quarter.as_of))


def digest(store: Store, told: Namespace, progress: Progress) -> Answer:
    """The morning message; nothing is sent yet."""
    morning = pipeline.morning(store, told.as_of)
    message = digest_of_morning.message(morning)
    body = {
        "as_of": plain(morning.as_of),
        "to": told.to,
        "subject": message.subject,
        "text": message.text,
        "sent": False,
    }
    if not told.dry_run:
        return Answer(body, "", is_done=False, failure=NO_MAIL)
    heading = [f"To: {told.to}"] if told.to else []
    return Answer(body, "\n".join([*heading, f"Subject: {message.subject}", "", message.text]))


def _warning(warning: Warning) -> dict:
    """As DESIGN section 6 names the parts."""
    names = ("key", "kind", "severity", "headline", "onset", "first_warned", "observed", "expected", "effect_share",
             "effect_low", "effect_high", "stake", "probability", "is_certain", "reason", "life")  # fmt: skip
    told = {name: plain(getattr(warning, name)) for name in names}
    told |= {"subject": plain(warning.subject), "drivers": plain(warning.drivers)}
    return told | ({"witness": plain(warning.witness)} if warning.witness else {})


def _closed(closed: ClosedWarning) -> dict:
    return _warning(closed.warning) | {"closed_date": plain(closed.closed_date), "how": closed.how}


def _late(state: DataState) -> dict:
    told = plain(state)
    return told | ({"region": state.name} if state.kind == "region" else {})


def _customer_line(row: dict, currency: str) -> str:
    name = row["customer_id"] if pd.isna(row["customer_name"]) else f"{row['customer_id']} {row['customer_name']}"
    return (
        f"{name}: {row['state']}, silent {row['days_since_last_order']} days, "
        f"{share(row['p_churn'])} without a purchase, "
        f"{money(row['value_at_risk'], currency)} at risk"
    )
