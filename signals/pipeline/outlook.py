"""How does the running quarter stand: its total, its fan, what was said each week, and what makes the difference?"""

from collections.abc import Sequence
from datetime import timedelta

import pandas as pd

from signals.detectors import nowcast_replay, paths
from signals.detectors.judgement import Judgement
from signals.detectors.nowcast import MONEY, QuarterTables, nowcast_tables, quarter_fan
from signals.drivers import quarter_bridge
from signals.metrics import counted, on_day
from signals.model import Bridge, DataState, FanDay, Nowcast, Outlook, QuarterStake, RunningDay, Warning
from signals.periods import Quarter, year_before
from signals.pipeline.facts import Facts
from signals.pipeline.targets import KEYS, target_of_company, targets_of, unique
from signals.triage.names import NOT_STATED, capital, subject_name

COMPANY = "company"
USUAL_WEEKS = 8
NOT_PLANNED = "Planned for no product"
SILENT_DAYS = 28  # without a sale: it is sold no longer
RECENT_DAYS = 28  # of which a warning's loss a day is taken on to the quarter's end
PLAN, LAST_YEAR = "plan", "last year"
AMOUNT_OF = {PLAN: "target", LAST_YEAR: "last_year"}  # of the nowcast
BY_PRODUCT, BY_CAUSE = "by product", "by cause"


def tables_of(facts: Facts, late: Sequence[DataState]) -> QuarterTables:
    """With the days of a region or channel that are still to come taken at its usual level, as days to come are."""
    awaited = awaited_lines(facts, late)
    tables = nowcast_tables(pd.concat([facts.lines, awaited]), facts.as_of, facts.quarter)
    own = awaited[awaited["sold_date"] >= pd.Timestamp(facts.quarter.first_date)]
    return QuarterTables(
        products=_without(tables.products, own, "product_id", company=True),
        categories=_without(tables.categories, own, "category"),
        regions=_without(tables.regions, own, "region"),
    )


def awaited_lines(facts: Facts, late: Sequence[DataState]) -> pd.DataFrame:
    """What the missing days usually bring: the mean of the same weekday in eight weeks, by product; to the cent."""
    lines, missing = facts.lines, []
    is_told = pd.Series(False, index=lines.index)
    for state in _awaited(facts, late):
        last = pd.Timestamp(state.last_date)
        is_own = (lines[state.kind] == state.name) & ~is_told
        is_told |= is_own
        recent = lines[is_own & lines["sold_date"].between(last - pd.Timedelta(days=7 * USUAL_WEEKS - 1), last)]
        keys = ["product_id", "category", "region", "channel"]
        recent = recent.assign(weekday=recent["sold_date"].dt.day_of_week)
        usual = recent.groupby([*keys, "weekday"], dropna=False)["revenue"].sum() / USUAL_WEEKS
        usual = usual.clip(lower=0).round(2).reset_index()
        days = pd.Series(pd.date_range(last + pd.Timedelta(days=1), pd.Timestamp(facts.as_of)), name="sold_date")
        missing.append(usual.merge(days.to_frame().assign(weekday=days.dt.day_of_week), on="weekday"))
    if not missing:
        return lines.head(0)
    return pd.concat(missing, ignore_index=True).drop(columns="weekday").astype({"sold_date": lines["sold_date"].dtype})


def _awaited(facts: Facts, late: Sequence[DataState]) -> list[DataState]:
    """The regions and channels whose days are still to come; a source's days are those of its regions."""
    return [state for state in late if state.kind in ("region", "channel") and state.is_awaited(facts.as_of)]


def parts_of(facts: Facts, tables: QuarterTables) -> pd.DataFrame:
    """The company, then every category, product and region: kind, key, name, MONEY, target, last_year."""
    targets = unique(facts.targets)
    named = {"product": facts.names}
    of_kind = {"category": tables.categories, "product": tables.products.iloc[1:], "region": tables.regions}
    estimates = {kind: dict(zip(rows[KEYS[kind]], rows["estimate"], strict=True)) for kind, rows in of_kind.items()}
    company = tables.products.iloc[:1][list(MONEY)].assign(kind=COMPANY, key=None, name=None)
    company["target"] = target_of_company(targets, estimates)
    parts = [company]
    for kind, rows in of_kind.items():
        key = rows[KEYS[kind]]
        names, planned = named.get(kind, {}), targets_of(targets, kind)
        parts.append(
            rows[list(MONEY)].assign(
                kind=kind,
                key=key.astype(object).where(key.notna(), None),
                name=[names.get(each, NOT_STATED if pd.isna(each) else each) for each in key],
                target=[planned.get(each) for each in key],
            )
        )
    table = pd.concat([part.astype({"target": float, "key": object, "name": object}) for part in parts])
    return _with_last_year(facts, table.reset_index(drop=True))


def nowcast_of(facts: Facts, parts: pd.DataFrame) -> Nowcast:
    """The company's quarter."""
    row, quarter = parts.iloc[0], facts.quarter
    amounts = {name: None if pd.isna(row[name]) else float(row[name]) for name in (*MONEY, "target", "last_year")}
    return Nowcast(quarter=quarter.name, first_date=quarter.first_date, last_date=quarter.last_date, **amounts)


def outlook_of(
    facts: Facts,
    parts: pd.DataFrame,
    warnings: Sequence[Warning],
    judgement: Judgement,
    late: Sequence[DataState] = (),
) -> Outlook:
    """`warnings` are those that are open; noted ones are explained and take nothing."""
    nowcast = nowcast_of(facts, parts)
    awaited = awaited_lines(facts, late)
    stakes = _stakes(facts, warnings, judgement)
    calendar, quarter = facts.company.calendar, facts.quarter
    days = nowcast_replay.weekly_days(quarter, before=facts.as_of)
    said = nowcast_replay.said_in(facts.lines, quarter, days, calendar, through=facts.as_of)
    fan = quarter_fan(pd.concat([facts.lines, awaited]), facts.as_of, quarter)
    return Outlook(
        nowcast=nowcast,
        running=_running(facts),
        fan=tuple(FanDay(**_plain(row)) for row in fan.to_dict("records")),
        said=tuple(said),
        stakes=stakes,
        bridges=_bridges(facts, nowcast, parts, stakes, warnings),
        awaited=tuple(state.name for state in _awaited(facts, late)),
    )


def _without(table: pd.DataFrame, awaited: pd.DataFrame, part: str, *, company: bool = False) -> pd.DataFrame:
    """What is awaited has not been sold yet: it is part of the estimate alone."""
    if awaited.empty or table.empty:
        return table
    sums = awaited.groupby(awaited[part].fillna(NOT_STATED))["revenue"].sum()
    amounts = table[part].fillna(NOT_STATED).map(sums).fillna(0.0).to_numpy(dtype=float, copy=True)
    if company:
        amounts[0] = awaited["revenue"].sum()
    return table.assign(actual_to_date=(table["actual_to_date"] - amounts).round(2))


def _with_last_year(facts: Facts, parts: pd.DataFrame) -> pd.DataFrame:
    """`last_year` of each part; missing where the history does not reach back."""
    lines = facts.lines_of_quarter_last_year
    if lines is None:
        return parts.assign(last_year=float("nan"))
    sums = pd.Series(float(lines["revenue"].sum()), index=parts.index)
    for kind, column in KEYS.items():
        rows = parts["kind"] == kind
        revenue = lines.groupby(lines[column].fillna(NOT_STATED))["revenue"].sum()
        sums[rows] = parts.loc[rows, "key"].fillna(NOT_STATED).map(revenue).fillna(0.0).to_numpy()
    return parts.assign(last_year=sums.round(2))


def _running(facts: Facts) -> tuple[RunningDay, ...]:
    """Day by day; a year before the same day of the quarter, its last where the quarter then was shorter."""
    quarter, before = facts.quarter, year_before(facts.quarter, facts.company.calendar)
    now = _cumulated(facts.lines, quarter)
    lines = facts.lines_of_quarter_last_year
    passed = (facts.as_of - quarter.first_date).days
    then = None if lines is None else _cumulated(lines, before)
    return tuple(
        RunningDay(
            day=quarter.first_date + timedelta(days=number),
            total=float(now.iloc[number]) if number <= passed else None,
            last_year=None if then is None else float(then.iloc[min(number, len(then) - 1)]),
        )
        for number in range(quarter.days)
    )


def _cumulated(lines: pd.DataFrame, quarter: Quarter) -> pd.Series:
    days = pd.date_range(quarter.first_date, quarter.last_date)
    own = lines[lines["sold_date"].between(days[0], days[-1])]
    return own.groupby("sold_date")["revenue"].sum().reindex(days, fill_value=0.0).cumsum().round(2)


def _stakes(facts: Facts, warnings: Sequence[Warning], judgement: Judgement) -> tuple[QuarterStake, ...]:
    """Of the falls that are open: missing in this quarter, and as much a day as in the last weeks to its end."""
    falls = [warning for warning in warnings if warning.effect_share < 0 and warning.kind == "sales"]
    keys = pd.Series([warning.subject.key for warning in falls], dtype=object)
    onsets = pd.to_datetime(pd.Series([warning.onset for warning in falls], dtype=object))
    begun = onsets.clip(lower=pd.Timestamp(facts.quarter.first_date))
    recent = onsets.clip(lower=pd.Timestamp(facts.as_of - timedelta(days=RECENT_DAYS - 1)))
    days = (pd.Timestamp(facts.as_of) - recent).dt.days + 1
    so_far, lately = (paths.revenue_since(judgement, keys, first) for first in (begun, recent))
    missing = (so_far["expected"] - so_far["observed"]).clip(lower=0).fillna(0.0)
    a_day = ((lately["expected"] - lately["observed"]) / days).clip(lower=0).fillna(0.0)
    left = (facts.quarter.last_date - facts.as_of).days
    told = [
        QuarterStake(
            warning_key=warning.key,
            severity=warning.severity,
            name=capital(subject_name(warning.subject)),
            so_far=round(float(missing.iloc[row]), 2),
            to_come=round(float(a_day.iloc[row]) * left, 2),
        )
        for row, warning in enumerate(falls)
    ]
    return tuple(sorted(told, key=lambda each: (-(each.so_far + each.to_come), each.name)))


def _bridges(
    facts: Facts, nowcast: Nowcast, parts: pd.DataFrame, stakes: Sequence[QuarterStake], warnings: Sequence[Warning]
) -> tuple[Bridge, ...]:
    """From the plan and from last year, as far as they are known."""
    products = _products(facts, parts, warnings)
    told = [(each.name, each.so_far + each.to_come) for each in stakes]
    bases = {}
    if nowcast.target is not None and nowcast.last_year is not None:
        planned = targets_of(unique(facts.targets), "product")
        bases[PLAN] = quarter_bridge.shared_out(nowcast.target, planned, products.set_index("key")["last_year"])
    if nowcast.last_year is not None:
        bases[LAST_YEAR] = products.set_index("key")["last_year"]
    bridges = []
    for base, amounts in bases.items():
        own = products.assign(base=amounts.to_numpy())
        before, now = getattr(nowcast, AMOUNT_OF[base]), nowcast.estimate
        left = round(float(own["base"].sum()) - before, 2)
        by_cause = quarter_bridge.by_cause(own, told, prices=base == LAST_YEAR)
        for how, listed in ((BY_CAUSE, by_cause), (BY_PRODUCT, quarter_bridge.by_product(own))):
            rest = ((NOT_PLANNED, left),) if left else ()
            note = _note(facts, base, how, has_stakes=bool(told))
            bridges.append(Bridge(f"{base} {how}", before, (*rest, *listed), now, note))
    return tuple(bridges)


def _products(facts: Facts, parts: pd.DataFrame, warnings: Sequence[Warning]) -> pd.DataFrame:
    """What `quarter_bridge` needs of each product."""
    own = parts[parts["kind"] == "product"].reset_index(drop=True)
    days_sold = facts.lines.groupby("product_id")["sold_date"]
    first_sold, last_sold = days_sold.min(), days_sold.max()
    before = year_before(facts.quarter, facts.company.calendar)
    last_year = facts.lines_of_quarter_last_year
    sold = facts.lines["sold_date"]
    now = facts.lines[sold >= pd.Timestamp(facts.quarter.first_date)]
    warned = {warning.subject.product_id for warning in warnings}
    return own.assign(
        is_silent=own["key"].map(last_sold) <= pd.Timestamp(facts.as_of - timedelta(days=SILENT_DAYS)),
        is_new=own["key"].map(first_sold) > pd.Timestamp(before.last_date),
        is_warned=own["key"].isin(warned),
        price_now=own["key"].map(_mean_prices(now)),
        price_before=own["key"].map(_mean_prices(last_year) if last_year is not None else {}).astype(float),
    )


def _mean_prices(lines: pd.DataFrame) -> pd.Series:
    sums = lines[lines["quantity"] > 0].groupby("product_id")[["revenue", "quantity"]].sum()
    return sums["revenue"] / sums["quantity"]


def _note(facts: Facts, base: str, how: str, *, has_stakes: bool) -> str:
    left = (facts.quarter.last_date - facts.as_of).days
    if how == BY_CAUSE and has_stakes:
        till = f", and takes in the {counted(left, 'day')} left if the last four weeks go on" if left else ""
        return f"A warning's bar is what it has taken from this quarter so far{till}"
    if base == PLAN and not targets_of(unique(facts.targets), "product"):
        return "Products have no plan of their own: the company's is shared out as last year's quarter was"
    return f"Estimate as of {on_day(facts.as_of, facts.as_of)} against {base}"


def _plain(row: dict) -> dict:
    return {name: value.date() if name == "day" else None if pd.isna(value) else value for name, value in row.items()}
