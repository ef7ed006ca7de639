"""What does each command of the command line answer, as text and as JSON?"""

import getpass
from argparse import Namespace
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from signals import pipeline
from signals.demo import company as demo_company
from signals.ingest import loads as ingest
from signals.ingest.reports import as_json
from signals.metrics import money, share
from signals.model import LoadReport, Warning
from signals.records import plain
from signals.settings import ROOT
from signals.store.engine import Store
from signals.triage import wording

DEMO_FOLDER = ROOT / "data" / "demo"
CUSTOMER_FIELDS = ["customer_id", "p_churn", "value_at_risk", "state", "days_since_last_order", "usual_gap_days"]
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Answer:
    """What a command says. Not done: refused or asked back."""

    as_json: dict
    text: str
    is_done: bool = True


def load(store: Store, told: Namespace, progress: Progress) -> Answer:
    wishes = {"kind": told.kind, "profile": told.profile, "columns": dict(told.column), "answers": dict(told.answer)}
    reports = []
    for path in told.files:
        progress(f"Reading {path.name}…")
        reports.append(_loaded(store, path, wishes, is_dry=told.dry_run))
    return _loads_answer(reports)


def undo(store: Store, told: Namespace, progress: Progress) -> Answer:
    report = ingest.undo(store, told.load_id, person=person())
    return Answer(as_json(report), f"Load {report.load_id} ({report.file}) is taken back.")


def loads_list(store: Store, told: Namespace, progress: Progress) -> Answer:
    reports = ingest.listing(store)
    lines = [
        f"{each.load_id:>5}  {each.state:<7} {each.kind:<18} {each.rows_accepted:>10,}  {each.file}" for each in reports
    ]
    return Answer({"loads": [as_json(each) for each in reports]}, "\n".join(lines) or "There are no loads yet.")


def demo(store: Store, told: Namespace, progress: Progress) -> Answer:
    if told.if_empty and ingest.listing(store):
        return Answer({"loads": []}, "The database holds loads already; the demo company was not loaded.")
    progress("Making the demo company…")
    files = demo_company.write(demo_company.make(), DEMO_FOLDER)
    reports = []
    for path in files:
        progress(f"Loading {path.name}…")
        reports.append(ingest.load(store, path, person=person()))
    pipeline.refresh(store, progress=progress)
    return _loads_answer(reports)


def refresh(store: Store, told: Namespace, progress: Progress) -> Answer:
    done = pipeline.refresh(store, told.as_of, progress)
    over = f"{done.products:,} products and {done.customers:,} customers"
    text = f"As of {done.as_of}: {done.warnings} warnings over {over}."
    return Answer(plain(done), f"{text} {done.seconds} s")


def warnings(store: Store, told: Namespace, progress: Progress) -> Answer:
    morning = pipeline.morning(store, told.as_of)
    lines = [wording.data_line(morning), wording.today(morning)]
    lines += [f"{each.severity.upper():<6} {each.headline}" for each in morning.warnings]
    body = {
        "as_of": plain(morning.as_of),
        "data_through": plain(morning.data_through),
        "currency": morning.currency,
        "false_discovery_rate": morning.false_discovery_rate,
        "warnings": [_warning(each) for each in morning.warnings],
        "stable": morning.stable_count,
        "noted": [_warning(each) for each in morning.noted],
        "suppressed": [_warning(each) for each in morning.suppressed],
        "late": plain(morning.late),
        "unjudged": plain(morning.unjudged),
    }
    return Answer(body, "\n".join(lines))


def customers(store: Store, told: Namespace, progress: Progress) -> Answer:
    scores, morning = pipeline.customers_at_risk(store, told.as_of, horizon_days=told.horizon, top=told.top)
    rows = plain(scores[CUSTOMER_FIELDS].to_dict("records"))
    text = "\n".join(_customer_line(row, morning.currency) for row in scores.to_dict("records"))
    return Answer({"as_of": plain(morning.as_of), "customers": rows}, text or "No customer is at risk.")


def nowcast(store: Store, told: Namespace, progress: Progress) -> Answer:
    morning, products = pipeline.nowcast(store, told.as_of)
    company = plain(morning.nowcast)
    for name in ("quarter", "first_date", "last_date"):
        company.pop(name)
    text = wording.nowcast(morning.nowcast, morning.currency, morning.as_of)
    body = {"quarter": morning.nowcast.quarter, "as_of": plain(morning.as_of), "company": company,
            "products": plain(products.to_dict("records"))}  # fmt: skip
    return Answer(body, text)


def person() -> str:
    """Who runs the command, for the audit log."""
    return getpass.getuser()


def _loaded(store: Store, path: Path, wishes: dict, *, is_dry: bool) -> LoadReport:
    if not path.is_file():
        return LoadReport(file=path.name, kind=wishes["kind"], outcome="refuse", reason="no_file",
                          question=f"There is no file {path.name}.")  # fmt: skip
    if is_dry:
        return ingest.preview(store, path, **wishes)
    return ingest.load(store, path, person=person(), **wishes)


def _loads_answer(reports: list[LoadReport]) -> Answer:
    is_done = all(report.outcome == "load" for report in reports)
    return Answer({"loads": [as_json(report) for report in reports]}, "\n".join(map(_load_text, reports)), is_done)


def _load_text(report: LoadReport) -> str:
    if report.outcome != "load":
        verb = "refused" if report.outcome == "refuse" else "a question"
        return " ".join([f"{report.file}: {verb} ({report.reason}). {report.question}", *_how_to_answer(report)])
    counts = (
        f"{report.rows_new:,} new, {report.rows_replaced:,} replaced, {report.rows_unchanged:,} unchanged, "
        f"{report.rows_rejected:,} refused"
    )
    name = f"load {report.load_id}" if report.load_id else "not loaded"
    unused = report.format.get("unused")
    left = [f"Columns that serve nothing here: {', '.join(unused)}."] if unused else []
    reasons = Counter(entry.reason for entry in report.rejects)
    refused = [f"Refused: {count:,} {reason}." for reason, count in reasons.most_common()]
    return "\n  ".join([f"{report.file}: {report.kind}, {counts} ({name})", *report.notes, *refused, *left])


def _how_to_answer(report: LoadReport) -> list[str]:
    key, answers = report.extras.get("answer"), report.extras.get("answers", ())
    told = []
    if key:
        flag = "--column" if report.reason == "ambiguous_column" else "--answer"
        told.append(f"Answer with {' or '.join(f'{flag} {key}={answer}' for answer in answers)}.")
    if report.reason == "missing_column":
        told.append("Name a column with --column OURS=THEIRS, and the kind with --kind.")
    return told


def _warning(warning: Warning) -> dict:
    """As DESIGN section 6 names the parts."""
    names = ("key", "kind", "severity", "headline", "onset", "first_warned", "observed", "expected", "effect_share",
             "effect_low", "effect_high", "stake", "probability", "is_certain", "reason")  # fmt: skip
    told = {name: plain(getattr(warning, name)) for name in names}
    return told | {"subject": plain(warning.subject), "drivers": plain(warning.drivers)}


def _customer_line(row: dict, currency: str) -> str:
    name = row["customer_id"] if pd.isna(row["customer_name"]) else f"{row['customer_id']} {row['customer_name']}"
    return (
        f"{name}: {row['state']}, silent {row['days_since_last_order']} days, "
        f"{share(row['p_churn'])} without a purchase, "
        f"{money(row['value_at_risk'], currency)} at risk"
    )
