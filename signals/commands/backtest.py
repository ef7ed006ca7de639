"""What does `signals backtest` answer?"""

from argparse import Namespace
from collections.abc import Iterator

from signals import pipeline
from signals.commands.answer import Answer, Progress
from signals.metrics import money, share, signed_share
from signals.model import ANY_KIND, Backtest, Detection, ReplayedWarning
from signals.records import plain
from signals.store.engine import Store
from signals.triage import promise, quarter_wording, track_wording
from signals.triage.names import capital, subject_name
from signals.triage.promise import Rates

WARNING_FIELDS = (
    "key", "headline", "first_warned", "onset", "effect_share", "stake", "lead_days_to_quarter_end", "quarter",
    "quarter_actual", "quarter_expected", "quarter_last_year", "after_share", "outcome", "verdict",
)  # fmt: skip


def backtest(store: Store, told: Namespace, progress: Progress) -> Answer:
    done = pipeline.backtest(store, told.first, told.last, progress)
    rate = promise.rates(done.warnings, done.series_quarters)
    return Answer(as_json(done, rate), "\n".join(_text(done, rate)))


def as_json(done: Backtest, rate: Rates) -> dict:
    """As DESIGN section 6 names the parts."""
    return {
        "from": plain(done.first_date),
        "to": plain(done.last_date),
        "seconds": done.seconds,
        "promise": done.promise,
        "currency": done.currency,
        "warnings": [_warning(each) for each in done.warnings],
        "rates": plain(rate),
        "detection": [_renamed(plain(each)) for each in done.detection],
        "controls": [_renamed(plain(each)) for each in done.controls],
        "calibration": [_bin(plain(each)) for each in done.calibration],
        "calibration_error": plain(done.calibration_error),
        "nowcast": plain(done.nowcast),
        "products_nowcast": plain(done.products_nowcast),
        "quarters": plain(done.quarters),
    }


def _warning(each: ReplayedWarning) -> dict:
    days = {"lead_days_to_reporting": each.lead_days_to_quarter_end + promise.REPORTING_DAYS}
    return {name: plain(getattr(each, name)) for name in WARNING_FIELDS} | days | {"subject": plain(each.subject)}


def _renamed(row: dict) -> dict:
    return {"class" if name == "volume" else name: value for name, value in row.items()}


def _bin(row: dict) -> dict:
    return {{"low": "from", "high": "to"}.get(name, name): value for name, value in row.items()}


def _text(done: Backtest, rate: Rates) -> Iterator[str]:
    yield track_wording.lead(done, rate)
    yield from (_line(each, done) for each in done.warnings)
    yield track_wording.promised(rate, done.promise)
    if done.rehearsed_days:
        yield from _rehearsed(done)
    else:
        yield track_wording.NOT_REHEARSED
    if done.nowcast:
        yield track_wording.nowcasts(done.nowcast)
        yield track_wording.covered(done.nowcast)
    if done.products_nowcast:
        yield quarter_wording.products(done.products_nowcast)
    yield from (quarter_wording.became(each, done.currency) for each in track_wording.told_of(done.quarters))
    yield f"Replayed in {done.seconds:g} s."


def _line(each: ReplayedWarning, done: Backtest) -> str:
    name = capital(subject_name(each.subject))
    said = f"{signed_share(each.effect_share)}, {money(-each.stake, done.currency)} by then"
    became = track_wording.became(each, done.currency, done.last_date)
    return f"{each.first_warned}  {track_wording.OUTCOMES[each.outcome]:<5}  {name}: {said}. {became}"


def _rehearsed(done: Backtest) -> Iterator[str]:
    yield "What we can and cannot see, by orders a day and size of the fall: found in 14, 28, 56 days"
    for row in done.detection:
        if row.kind == ANY_KIND and row.n:
            yield f"  {row.volume:<10}  −{share(row.drop)}  {_found(row)}  (n = {row.n})"
    if done.calibration:
        yield track_wording.calibration(done.calibration, done.calibration_error)


def _found(row: Detection) -> str:
    return "  ".join(f"{share(found):>5}" for found in (row.found_14, row.found_28, row.found_56))
