"""How much less or more was sold where and when our price, or that of rivals, was lower?"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from signals.stats.panel_regression import (
    FEW_CLUSTERS,
    Coefficient,
    panel_regression,
    series_regression,
    within_units_and_times,
)

MAX_WEEKS = 156  # three years: older habits say little of today's
MIN_WEEKS = 52  # a whole round of seasons
LEVEL_WEEKS = 4  # a price seen in fewer weeks is a slip or a promotion
MIN_LEVEL_SHARE = 0.03  # between two levels; smaller steps drown in what else moves sales
MIN_SPREAD_SHARE = 0.02  # standard deviation of ln price; below, the range is wider than any elasticity
CARRIED_WEEKS = 4  # a rival's price is taken to hold so long after it was seen
MAX_ZERO_SHARE = 0.1  # of a place's weeks; a logarithm leaves them out: 8 % made -3.0 look like -2.6, 2 % did nothing
MAX_MIX_SHARE = 0.1  # of our price's variance may come from who bought: large orders are also the cheap ones
MIN_EFFECTIVE_PLACES = 3.0  # fewer: errors by place cover too rarely (stats/panel_regression.py)
RIVAL = "rival_price"  # and whatever column begins with it
OWN, CROSS = "own", "cross"
WHOSE = {OWN: "our price", CROSS: "rivals' prices"}
MIXED = "our price moved too much with who bought"
APART = "one place against the mean of the others, week by week, without its trend"
OVER_TIME = "weeks with each other, without season and trend"
WEEK_DAYS, YEAR_DAYS = 7, 365.25
SEASON_WAVES = 4  # the shortest lasts a quarter
NOT_STATED = ""

METHOD = f"""
Weekly quantities are set beside our price and the rivals' mean price, all in logarithms, over at least {MIN_WEEKS}
weeks in which all are known; a rival's price holds for {CARRIED_WEEKS} weeks after it was seen. A price counts only if
it moved: two levels seen in {LEVEL_WEEKS} weeks each, {MIN_LEVEL_SHARE:.0%} apart, and a standard deviation of
{MIN_SPREAD_SHARE:.0%}. Where prices differ between places, places are compared in the same weeks, so that seasons and
whatever else moves all places drop out. Where one place alone stands apart, it is compared with the mean of the others.
Where a price is the same everywhere, weeks are compared, without season and trend: what else changed then stays in.
Weeks without a sale are left out and counted; a place with more than {MAX_ZERO_SHARE:.0%} of them is not used. Our
price is revenue by quantity; where more than {MAX_MIX_SHARE:.0%} of its movement may come from who bought, nothing is
said of it. Observed side by side, not proof of cause.
"""


@dataclass(frozen=True)
class Elasticity:
    """% of quantity per % of price; None where it cannot be said, with the reason. Ranges: 95 % confidence."""

    own: float | None
    own_low: float | None
    own_high: float | None
    cross: float | None  # of the rivals' mean price, as if all of them moved
    cross_low: float | None
    cross_high: float | None
    weeks: int  # in which quantity, our price and a rival's are known
    units: int  # places, or what the panel calls so
    rivals: int  # prices in the mean
    zero_weeks: int  # weeks of places left out because nothing was sold
    left_out_units: int  # places with too many of them
    own_comparison: str | None = None  # what was compared with what
    cross_comparison: str | None = None
    own_changes: int | None = None  # lasting changes of the price in it, where the comparison is of one series
    cross_changes: int | None = None
    own_reason: str | None = None  # why it cannot be said
    cross_reason: str | None = None
    product_id: str | None = None

    @property
    def method(self) -> str:
        told = ((OWN, self.own_comparison), (CROSS, self.cross_comparison))
        return "; ".join(f"{name}: {comparison}" for name, comparison in told if comparison)

    @property
    def reason(self) -> str | None:
        return "; ".join(dict.fromkeys(filter(None, (self.own_reason, self.cross_reason)))) or None


def elasticity(sales: pd.DataFrame, competitor_prices: pd.DataFrame, as_of: date, *, product_id: str) -> Elasticity:
    """Of one product, in the last three years of weeks that end on `as_of`'s weekday.

    `sales` has sold_date, product_id, quantity, revenue and, where known, region and store; `competitor_prices` has
    observed_date, product_id (ours), competitor, competitor_product, price and, where known, region. A rival's price
    without a region holds wherever it was not seen with one; sales without regions take every rival's price.
    """
    panel = weekly_panel(sales, competitor_prices, as_of, product_id=product_id)
    return _elasticity(panel, product_id)


def panel_elasticity(panel: pd.DataFrame) -> Elasticity:
    """Of rows unit, week, quantity, own_price and rival_price, or several columns that begin so: their mean is taken.

    `week` is a whole number or a day, a unit what has its own level of sales, as a store. Several brands at once are
    told apart by `product`: stores are then compared brand by brand, as each brand has its own season. (Brands compared
    with each other, as units without `product`, make a season that a price follows look like its effect.) Errors go
    together within a unit, or within a `cluster` of units where named, as the stores of a price zone. A row of quantity
    0 is a week without a sale, no row a week of which nothing is known. `mix_variance`, where known, is the variance of
    ln own_price that comes from who bought.
    """
    return _elasticity(panel, None)


def weekly_panel(sales: pd.DataFrame, competitor_prices: pd.DataFrame, as_of: date, *, product_id: str) -> pd.DataFrame:
    """What `panel_elasticity` takes; arguments as for `elasticity`. Weeks are named by their last day."""
    lines = _bought(sales, pd.Timestamp(as_of).normalize(), product_id)
    keys = ["place", "unit", "week"]
    weekly = lines.groupby(keys)[["quantity", "revenue", "mix_variance"]].sum()
    weekly["own_price"] = weekly["revenue"] / weekly["quantity"]
    weekly = _with_empty_weeks(weekly.reset_index())
    rivals = _rivals_by_place(competitor_prices, as_of, product_id, places=weekly["place"].unique())
    return weekly.drop(columns="revenue").merge(rivals, on=["place", "week"], how="left")


# what the comparisons say


@dataclass(frozen=True)
class _Told:
    """One of the two elasticities: fields of Elasticity without its name."""

    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    comparison: str | None = None
    changes: int | None = None
    reason: str | None = None


def _elasticity(panel: pd.DataFrame, product_id: str | None) -> Elasticity:
    rows, counts = _usable(panel)
    why_not = _too_little(panel, rows)
    told = (_Told(reason=why_not),) * 2 if why_not else _both_told(rows)
    fields = {
        name if field == "estimate" else f"{name}_{field}": value
        for name, each in zip((OWN, CROSS), told, strict=True)
        for field, value in vars(each).items()
    }
    return Elasticity(**fields, **counts, product_id=product_id)


def _both_told(rows: pd.DataFrame) -> tuple[_Told, ...]:
    y, x = rows["volume"].to_numpy(), rows[[OWN, CROSS]].to_numpy()
    unit, week, cluster = (rows[name].to_numpy() for name in ("unit", "time", "cluster"))
    apart = within_units_and_times(x, unit=unit, time=week)
    found = panel_regression(y, x, unit=unit, time=week, cluster=cluster).coefficients
    return tuple(_told(rows, name, *each) for name, *each in zip((OWN, CROSS), apart.T, found, strict=True))


def _told(rows: pd.DataFrame, name: str, apart: np.ndarray, found: Coefficient) -> _Told:
    """By the first comparison that this price allows; `apart` is the price without effects of units and weeks."""
    if not _has_moved(rows["unit"].to_numpy(), rows[name].to_numpy()):
        return _Told(reason=f"{WHOSE[name]} hardly moved")
    if not _has_moved(rows["unit"].to_numpy(), apart):
        return _from_series(_mean_over_places(rows), name, OVER_TIME, controls=_season)
    if not found.effective_clusters >= MIN_EFFECTIVE_PLACES:
        return _from_series(_one_place_apart(rows, apart), name, APART, controls=_trend)
    if name == OWN and rows["mix_variance"].mean() > MAX_MIX_SHARE * apart.var():
        return _Told(reason=MIXED)
    few = found.effective_clusters < FEW_CLUSTERS
    comparison = f"{rows['place'].nunique()} places with each other in the same weeks"
    comparison += f", telling as much as {found.effective_clusters:.0f} equal ones" if few else ""
    return _Told(found.estimate, found.low, found.high, comparison)


def _from_series(series: pd.DataFrame, name: str, comparison: str, *, controls) -> _Told:
    if not _has_moved(np.zeros(len(series)), series[name].to_numpy()):
        return _Told(reason=f"{WHOSE[name]} hardly moved in weeks and places that can be compared")
    if name == OWN and series["mix_variance"].mean() > MAX_MIX_SHARE * series[OWN].var():
        return _Told(reason=MIXED)
    week = series["week"].to_numpy()
    regression = series_regression(
        series["volume"].to_numpy(), series[[OWN, CROSS]].to_numpy(), time=week, controls=controls(week)
    )
    found = regression.coefficients[(OWN, CROSS).index(name)]
    if found.reason:
        return _Told(reason=f"{WHOSE[name]} cannot be told apart: {found.reason}")
    return _Told(found.estimate, found.low, found.high, comparison, _lasting_changes(series[name].to_numpy()))


def _one_place_apart(rows: pd.DataFrame, apart: np.ndarray) -> pd.DataFrame:
    """By week: the place whose price stands apart most, less the mean of the others."""
    is_here = rows["unit"] == pd.Series(apart**2).groupby(rows["unit"]).sum().idxmax()
    here, others = (_mean_over_places(rows[each]).set_index("week") for each in (is_here, ~is_here))
    both = here.index.intersection(others.index)
    here, others = here.loc[both], others.loc[both]
    return (here - others).assign(mix_variance=here["mix_variance"] + others["mix_variance"]).reset_index()


def _mean_over_places(rows: pd.DataFrame) -> pd.DataFrame:
    """By week; each place counts from its own mean, so that places that come and go do not move the mean of all."""
    columns = ["volume", OWN, CROSS]
    centred = rows[columns] - rows.groupby("unit")[columns].transform("mean")
    by_week = centred.groupby(rows["week"]).mean()
    mix = rows.groupby("week")["mix_variance"].agg(["sum", "size"])
    return by_week.assign(mix_variance=mix["sum"] / mix["size"] ** 2).reset_index()


def _trend(week: np.ndarray) -> np.ndarray:
    return np.column_stack([np.ones(len(week)), (week - week.mean()) / YEAR_DAYS])


def _season(week: np.ndarray) -> np.ndarray:
    """Trend and waves of a year, a half, a third and a quarter.

    Steps by month of the year were tried: what a smooth season does within a month went into the price, and the range
    held the truth 88 to 93 times in 100 rather than 93 to 96.
    """
    angle = 2 * np.pi * week * WEEK_DAYS / YEAR_DAYS
    waves = [wave(number * angle) for number in range(1, SEASON_WAVES + 1) for wave in (np.sin, np.cos)]
    return np.column_stack([_trend(week), *waves])


def _has_moved(unit: np.ndarray, values: np.ndarray) -> bool:
    """In at least one place: enough, and between two levels seen for weeks."""
    order = np.lexsort((values, unit))
    unit, values = unit[order], values[order]
    first = np.flatnonzero(np.diff(unit, prepend=-1))
    places = [place for place in np.split(values, first[1:]) if len(place) >= LEVEL_WEEKS]
    return any(
        place[-LEVEL_WEEKS] - place[LEVEL_WEEKS - 1] >= MIN_LEVEL_SHARE and place.std() >= MIN_SPREAD_SHARE
        for place in places
    )


def _lasting_changes(prices: np.ndarray) -> int:
    """How often the price settled for LEVEL_WEEKS at another level than before."""
    windows = np.lib.stride_tricks.sliding_window_view(prices, LEVEL_WEEKS)
    settled = np.median(windows[np.ptp(windows, axis=1) < MIN_LEVEL_SHARE], axis=1)
    changes, level = 0, settled[0] if len(settled) else np.nan
    for price in settled:
        if abs(price - level) >= MIN_LEVEL_SHARE:
            changes, level = changes + 1, price
    return changes


# rows that can be used


def _usable(panel: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, int]]:
    """Rows place, unit, cluster, week, time, volume, own, cross (logarithms), mix_variance, sorted; and counts."""
    rivals = _rival_columns(panel)
    product = _texts(panel, "product")
    rows = pd.DataFrame(
        {
            "product": product,
            "place": _codes(_texts(panel, "unit")),
            "unit": _codes(product + "\n" + _texts(panel, "unit")),
            "cluster": _codes(_texts(panel, "cluster" if "cluster" in panel else "unit")),
            "week": _week_numbers(panel["week"]),
            "is_zero": panel["quantity"].astype(float) <= 0,
            "volume": _logarithm(panel["quantity"]),
            OWN: _logarithm(panel["own_price"]),
            "mix_variance": panel["mix_variance"].astype(float) if "mix_variance" in panel else 0.0,
            **{column: _logarithm(panel[column]) for column in rivals},
        },
        index=panel.index,
    ).sort_values(["unit", "week"], ignore_index=True)
    assert not rows.duplicated(["unit", "week"]).any(), "one row per unit and week; name the brand in `product`"
    rows["time"] = rows.groupby(["product", "week"]).ngroup()
    rows[CROSS] = _mean_of_rivals(rows, rivals)
    is_left_out = rows["is_zero"].groupby(rows["unit"]).transform("mean") > MAX_ZERO_SHARE
    used = rows[~is_left_out & rows[["volume", OWN, CROSS]].notna().all(axis=1)]
    counts = {
        "weeks": int(used["week"].nunique()),
        "units": int(used["place"].nunique()),
        "rivals": int(used[rivals].notna().any().sum()),
        "zero_weeks": int((rows["is_zero"] & ~is_left_out).sum()),
        "left_out_units": int(rows["place"][is_left_out].nunique()),
    }
    return used.drop(columns=["is_zero", "product", *rivals]).reset_index(drop=True), counts


def _too_little(panel: pd.DataFrame, rows: pd.DataFrame) -> str | None:
    weeks = rows["week"].nunique()
    if panel.empty:
        return "nothing was sold"
    if not panel[_rival_columns(panel)].notna().any(axis=None):
        return "no rival's price is known"
    if weeks < MIN_WEEKS:
        return f"sales and rivals' prices overlap in {weeks} weeks, {MIN_WEEKS} are needed"
    return None


def _rival_columns(panel: pd.DataFrame) -> list[str]:
    return sorted(column for column in panel if str(column).startswith(RIVAL))


def _mean_of_rivals(rows: pd.DataFrame, rivals: list[str]) -> pd.Series:
    """Mean of their logarithms, each as last seen; a chain of mean changes, so that who comes or goes moves nothing.

    A price is carried before the chain: with changes of those alone who were seen, it would drift away.
    """
    unit, seen = rows["unit"], rows[rivals].astype(float)
    last_seen = seen.notna().mul(rows["week"], axis=0).where(seen.notna()).groupby(unit).ffill()
    is_fresh = last_seen.rsub(rows["week"], axis=0) <= CARRIED_WEEKS
    prices = seen.groupby(unit).ffill()
    steps = (prices - prices.groupby(unit).shift()).where(is_fresh).mean(axis=1).fillna(0.0)
    return steps.groupby(unit).cumsum().where(is_fresh.any(axis=1))


def _codes(names: pd.Series) -> np.ndarray:
    return pd.factorize(names, sort=True)[0]


def _week_numbers(week: pd.Series) -> pd.Series:
    """Of days: whole weeks since 1970."""
    if pd.api.types.is_numeric_dtype(week):
        return week.astype(int)
    return pd.to_datetime(week).astype("datetime64[s]").astype("int64") // (WEEK_DAYS * 86_400)


def _logarithm(values: pd.Series) -> pd.Series:
    values = values.astype(float)
    return np.log(values.where(values > 0))


# weeks of order lines and of prices seen


def _bought(sales: pd.DataFrame, last: pd.Timestamp, product_id: str) -> pd.DataFrame:
    """Lines with something sold and paid, in whole weeks: place, unit, week, quantity, revenue, mix_variance."""
    day = pd.to_datetime(sales["sold_date"], format="ISO8601").dt.normalize()
    age = (last - day).dt.days // WEEK_DAYS
    is_whole = (age >= 0) & (age < min(MAX_WEEKS, ((last - day.min()).days + 1) // WEEK_DAYS if len(day) else 0))
    quantity, revenue = sales["quantity"].astype(float), sales["revenue"].astype(float)
    is_ours = (sales["product_id"] == product_id).fillna(False).astype(bool)
    place = _texts(sales, "region")
    lines = pd.DataFrame(
        {
            "place": place,
            "unit": place + "\n" + _texts(sales, "store"),
            "week": last - pd.to_timedelta(WEEK_DAYS * age, unit="D"),
            "quantity": quantity,
            "revenue": revenue,
        }
    )[is_ours & is_whole & (quantity > 0) & (revenue > 0)]
    return lines.assign(mix_variance=_mix_variance(lines))


def _mix_variance(lines: pd.DataFrame) -> pd.Series:
    """Each line's part of the variance of its week's ln price if lines of a week differ by who bought.

    What differs within a week is not a change of price; it would average out with the squared shares of quantity.
    """
    weeks = lines.groupby(["unit", "week"])
    price = np.log(lines["revenue"] / lines["quantity"])
    squares = (price - price.groupby([lines["unit"], lines["week"]]).transform("mean")) ** 2
    spare = len(lines) - weeks.ngroups
    within = squares.sum() / spare if spare else 0.0
    return within * (lines["quantity"] / weeks["quantity"].transform("sum")) ** 2


def _with_empty_weeks(weekly: pd.DataFrame) -> pd.DataFrame:
    """A row of quantity 0 for each week without a sale between a unit's first and last."""
    spans = weekly.groupby(["place", "unit"])["week"].agg(["min", "max"]).reset_index()
    weeks = pd.DataFrame({"week": np.sort(weekly["week"].unique())})
    every = spans.merge(weeks, how="cross")
    every = every[every["week"].between(every["min"], every["max"])].drop(columns=["min", "max"])
    return every.merge(weekly, on=["place", "unit", "week"], how="left").fillna({"quantity": 0.0, "mix_variance": 0.0})


def _rivals_by_place(prices: pd.DataFrame, as_of: date, product_id: str, *, places) -> pd.DataFrame:
    """Rows place, week and a column rival_price_n for each rival's product; NaN where it was not seen."""
    weekly = _seen(prices, pd.Timestamp(as_of).normalize(), product_id)
    if set(places) == {NOT_STATED}:  # nothing tells where ours was sold: every price may have been the rival
        weekly.index = pd.MultiIndex.from_arrays([weekly.index.map("\n".join), [NOT_STATED] * len(weekly)])
    rivals = weekly.index.get_level_values(0).unique()
    frames = [pd.DataFrame(columns=["place", "week"]).astype({"week": weekly.columns.dtype})]
    for place in places:
        here, anywhere = (weekly[weekly.index.get_level_values(1) == name].droplevel(1) for name in (place, NOT_STATED))
        seen = pd.concat([here, anywhere[~anywhere.index.isin(here.index)]]).reindex(rivals)
        columns = seen.T.set_axis([f"{RIVAL}_{number}" for number in range(len(rivals))], axis=1)
        frames.append(columns.rename_axis("week").reset_index().assign(place=place))
    return pd.concat(frames[1:] or frames, ignore_index=True)


def _seen(prices: pd.DataFrame, last: pd.Timestamp, product_id: str) -> pd.DataFrame:
    """Price by rival's product and region, a column a week: the median of what was seen."""
    day = pd.to_datetime(prices["observed_date"], format="ISO8601").dt.normalize()
    price = prices["price"].astype(float)
    age = (last - day).dt.days // WEEK_DAYS
    is_ours = (prices["product_id"] == product_id).fillna(False).astype(bool)
    seen = pd.DataFrame(
        {
            "rival": _texts(prices, "competitor") + "\n" + _texts(prices, "competitor_product"),
            "region": _texts(prices, "region"),
            "age": age,
            "price": price,
        }
    )[is_ours & (price > 0) & (age >= 0)]
    weeks = range(MAX_WEEKS - 1, -1, -1)
    weekly = seen.groupby(["rival", "region", "age"])["price"].median().unstack("age").reindex(columns=weeks)
    return weekly.astype(float).set_axis(last - pd.to_timedelta(WEEK_DAYS * np.array(weeks), unit="D"), axis=1)


def _texts(table: pd.DataFrame, column: str) -> pd.Series:
    if column not in table:
        return pd.Series(NOT_STATED, index=table.index, dtype=object)
    return table[column].astype(object).where(table[column].notna(), NOT_STATED).astype(str)
