"""What does the company look like this morning: what needs somebody, who slips away, where does the quarter land?"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pandas as pd

from signals.detectors import churn, downturn, lateness, paths
from signals.detectors.awaited import awaited_rulings
from signals.detectors.judgement import Judgement, judged
from signals.detectors.rulings import Ruling
from signals.model import ClosedWarning, CustomerBase, DataState, Finding, Ledger, Morning, Outlook, Warning
from signals.pipeline.arrivals import shares_of
from signals.pipeline.attempts import Attempts
from signals.pipeline.beside_sales import BesideSales, beside_sales
from signals.pipeline.calls import calls
from signals.pipeline.causes import complete_through, leading_drivers
from signals.pipeline.customer_base import YEAR, base_of, classes_of, ledger_of, no_classes, periods
from signals.pipeline.facts import YEAR_DAYS, Facts
from signals.pipeline.holiday_calendar import country_of, holiday_rulings, public_holidays
from signals.pipeline.outlook import nowcast_of, outlook_of, parts_of, tables_of
from signals.pipeline.product_facts import product_facts
from signals.pipeline.rulings import rulings_of
from signals.pipeline.trends import lines_of, trended
from signals.pipeline.voices import witnesses
from signals.settings import FALSE_DISCOVERY_RATE
from signals.triage import episodes, ruled, select, wording
from signals.triage.closed import closed_warnings
from signals.triage.good_news import GoodNews, good_news_of
from signals.triage.holiday_notes import with_holidays
from signals.triage.witnesses import with_second_witness

EXPLAINED = 12  # rows of Today whose drivers are looked for; the rest show theirs when opened


@dataclass(frozen=True)
class Computed:
    """A morning with the lists behind it."""

    morning: Morning
    findings: list[Finding]
    scores: pd.DataFrame
    base: CustomerBase | None  # None where it failed, as `failures` says
    classes: pd.DataFrame  # of customers: see `customer_base.classes_of`
    products: pd.DataFrame | None  # see `product_facts`; None where it failed
    weeks: pd.DataFrame  # subject_key, week, actual, expected, low, high
    keys: dict[str, str]  # subject key -> key of its warning
    quarter: pd.DataFrame | None  # see `outlook.parts_of`; None where it failed
    outlook: Outlook | None  # of the quarter; None where it failed


def computed(facts: Facts, *, computed_at: datetime) -> Computed:
    """Everything that one day's pages show; a pure function of the facts."""
    attempts = Attempts()
    states = attempts.at("How far the data reaches", lambda: _data_states(facts), ())
    holidays = attempts.at(
        "The public holidays", lambda: holidays_of(facts), public_holidays(None, facts.as_of, facts.as_of)
    )
    rulings = rulings_of(facts.verdicts, facts.events, facts.lines, facts.as_of)
    silent = (*_awaited_rulings(facts, states), *holiday_rulings(holidays))
    judgement = judged(facts.lines, facts.as_of, rulings=(*rulings, *silent))
    findings = downturn.findings_of(judgement, names=facts.names, rehearsal=facts.rehearsal)
    said = [each for each in facts.said if not each.warning.witness]
    replay = downturn.replay_of(judgement, facts.as_of - timedelta(days=episodes.REPLAY_DAYS - 1))
    current = _dated(judgement, episodes.continued(episodes.current(replay, facts.as_of), said))
    revenue_a_day = _revenue_a_day(facts)
    selected = with_holidays(
        _selected(facts, findings, current, revenue_a_day),
        holidays,
        facts.as_of,
        confirmed=ruled.confirmed_keys(facts.verdicts),
    )
    good = attempts.at(
        "Good news", lambda: _good_news(facts, judgement, findings, current, revenue_a_day), GoodNews((), ())
    )
    nobody = facts.customer_days.head(0)
    scored = attempts.at(
        "The customers at risk",
        lambda: _scored(facts),
        churn.scored(nobody, facts.as_of),
    )
    classes = attempts.at("Who came and went", lambda: classes_of(facts), no_classes())
    base = attempts.at("The base of customers", lambda: base_of(facts, scored), None)
    late = tuple(state for state in states if state.days_late)
    quarter = attempts.at("Where the quarter lands", lambda: parts_of(facts, tables_of(facts, late)), None)
    beside = attempts.at("What else is known of the products", lambda: product_facts(facts, quarter), None)
    complete = complete_through(late, facts.as_of)
    loudest = {each.subject.key: each.onset for each in findings if each.onset is not None}
    spoken = attempts.at("What speaks beside the sales", lambda: witnesses(facts), ())
    weighed = with_second_witness(selected.warnings, spoken, facts.as_of)
    urgent = sorted(weighed, key=lambda warning: warning.severity != "act")  # within, the order stays
    told = [
        _explained(facts, warning, complete) if place < EXPLAINED else warning
        for place, warning in enumerate(trended(facts, tuple(urgent), loudest))
    ]
    beside_them = attempts.at(
        "What customers say while sales are as usual",
        lambda: beside_sales(facts, spoken, (*told, *selected.noted), findings),
        BesideSales(),
    )
    morning = Morning(
        as_of=facts.as_of,
        data_through=facts.data_through,
        data_version=0,
        computed_at=computed_at,
        currency=facts.currency,
        false_discovery_rate=FALSE_DISCOVERY_RATE,
        warnings=tuple(told),
        noted=(*trended(facts, selected.noted, loudest), *beside_them.selected.noted),
        suppressed=(*selected.suppressed, *beside_them.selected.suppressed, *good.other),
        stable_count=len(selected.stable),
        stable_weeks=episodes.stable_weeks(replay, selected.stable, facts.as_of),
        unjudged=selected.unjudged,
        late=late,
        arrivals=states,
        regions_count=sum(state.kind == "region" for state in states),
        ledger=_ledger(facts, classes),
        nowcast=None if quarter is None else nowcast_of(facts, quarter),
        calls=attempts.at("The list of customers to call", lambda: calls(facts, scored.scores), ()),
        anonymous_share=facts.anonymous_share,
        good_news=trended(facts, good.news, {each.subject.key: each.onset for each in good.news}),
        judged_count=ruled.judged_count(facts.verdicts),
        noise_count=ruled.noise_count(facts.verdicts),
        witnesses=spoken,
        beside_sales=beside_them.selected.warnings,
        closed=_closed(facts, current, selected, said, beside_them),
    )
    outlook = None
    if quarter is not None:
        outlook = attempts.at("The quarter's course", lambda: outlook_of(facts, quarter, told, judgement, late), None)
    morning = replace(morning, failures=tuple(attempts.failures))
    keys = {warning.subject.key: warning.key for warning in (*told, *selected.noted)}
    return Computed(
        morning, findings, scored.scores, base, classes, beside, paths.weekly_paths(judgement), keys, quarter, outlook
    )


def _closed(facts: Facts, current, selected, said, beside_them: BesideSales) -> tuple[ClosedWarning, ...]:
    verdicts = [each for each in facts.verdicts if not each.warning.witness]
    of_sales = closed_warnings(current, selected=selected, said=said, verdicts=verdicts, as_of=facts.as_of)
    return tuple(sorted((*of_sales, *beside_them.closed), key=lambda each: each.closed_date, reverse=True))


def _data_states(facts: Facts) -> tuple[DataState, ...]:
    return lateness.data_states(facts.arrivals.sold, facts.arrivals.deliveries, facts.as_of)


def _awaited_rulings(facts: Facts, states: tuple[DataState, ...]) -> tuple[Ruling, ...]:
    """None where everything is in, so that nobody's share need be known."""
    if not any(state.is_silent(facts.as_of) for state in states):
        return ()
    return awaited_rulings(states, shares_of(facts.arrivals, facts.lines, facts.as_of), facts.as_of)


def holidays_of(facts: Facts) -> pd.DataFrame:
    by_region = facts.lines["region"].dropna().value_counts()
    country = country_of(facts.company, by_region.index[0] if len(by_region) else None)
    return public_holidays(country, facts.lines["sold_date"].min().date(), facts.as_of)


def _good_news(
    facts: Facts, judgement: Judgement, findings: list[Finding], current: pd.DataFrame, revenue_a_day: float
) -> GoodNews:
    return good_news_of(
        downturn.rises_of(judgement, names=facts.names),
        judged_count=sum(finding.state in select.JUDGED for finding in findings),
        episodes=current,
        events=facts.events,
        as_of=facts.as_of,
        currency=facts.currency,
        revenue_a_day=revenue_a_day,
        false_discovery_rate=FALSE_DISCOVERY_RATE,
    )


def _scored(facts: Facts) -> churn.Scored:
    return churn.scored(facts.customer_days, facts.as_of)


def _revenue_a_day(facts: Facts) -> float:
    """The mean of the last year."""
    year = facts.lines[facts.lines["sold_date"] > pd.Timestamp(facts.as_of - timedelta(days=YEAR_DAYS))]
    days = min(YEAR_DAYS, (facts.as_of - facts.lines["sold_date"].min().date()).days + 1)
    return float(year["revenue"].sum() / days)


def _selected(facts: Facts, findings: list[Finding], current: pd.DataFrame, revenue_a_day: float) -> select.Selected:
    return select.warnings_of(
        findings,
        current,
        events=facts.events,
        as_of=facts.as_of,
        currency=facts.currency,
        revenue_a_day=revenue_a_day,
        false_discovery_rate=FALSE_DISCOVERY_RATE,
        verdicts=facts.verdicts,
        withdrawn_on=facts.withdrawn_on,
    )


def _dated(judgement: Judgement, current: pd.DataFrame) -> pd.DataFrame:
    """The open episodes with the onset as it was first said, and the revenue since then."""
    told = current[current["is_open"]]
    is_new = told["onset"].isna()
    onsets = paths.onsets_of(judgement, told.loc[is_new, "series_key"], told.loc[is_new, "first_said"])
    onsets = told["onset"].where(~is_new, onsets.reindex(told.index))
    return current.assign(onset=onsets).join(paths.revenue_since(judgement, told["series_key"], onsets))


def _explained(facts: Facts, warning: Warning, complete: date) -> Warning:
    if warning.effect_share >= 0:
        return warning
    segments = facts.customer_names.set_index("customer_id")["segment"]
    lines = lines_of(facts, warning)
    lines = lines.assign(segment=lines["customer_id"].map(segments))
    drivers = leading_drivers(lines, warning, facts.as_of, complete=complete)
    headline = wording.headline(warning, facts.currency, facts.as_of, drivers=drivers or None)
    return replace(warning, drivers=drivers, headline=headline)


def _ledger(facts: Facts, classes: pd.DataFrame) -> Ledger | None:
    return ledger_of(classes, YEAR, periods(facts.as_of, facts.company.calendar)[YEAR])
