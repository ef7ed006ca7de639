"""Which customers are slipping away, judged by their own rhythm, and what are they worth?

Everything is a function of a table of customer days (one row per customer and day: `revenue` net of returns,
`purchase_revenue` of the lines that were bought) and of `as_of`, so that a database can compute the table and a
notebook can pass its lines.
"""

from datetime import date

import numpy as np
import pandas as pd

from signals.stats import repeat_buying

LOST, ABOUT_TO_BE_LOST, WATCH, SLOWING, STABLE = STATES = ("lost", "about to be lost", "watch", "slowing", "stable")
HORIZON_DAYS = 90
LIMIT_GAPS = 3  # usual gaps of silence; a fixed horizon would call every slow buyer a risk
SHORTEST_LIMIT_DAYS = 90
SHORTEST_FAST_LIMIT_DAYS = 30  # where the usual gap of the base is at most FAST_GAP_DAYS
FAST_GAP_DAYS = 10
LIKELY_LOST_SHARE = 0.5  # p_lost from which a customer is about to be lost
WATCH_SHARE = 0.35  # p_lost
WATCH_LIMIT_SHARE = 0.55  # of the limit, in silence
MIN_AGE_DAYS = 30  # since the first purchase
MIN_HISTORY_DAYS = 120  # of the data; below, only silence against the limit speaks
YEAR_DAYS = 365
MIN_RATE_DAYS = 30  # a shorter history is not stretched to a year
CAP_MEDIAN_DAYS = 5  # usual days that one day may count for in the yearly rate, unless the 99th percentile allows more
SHRINK_DAYS = 2  # days of the base that each customer's own days are mixed with
SEASON_DAYS = 45  # by which this year's silence may be shifted against last year's
DOMINANT_SHARE = 0.2  # of a year's revenue
GAP_FACTOR = 2  # times the usual gap between selling days: a longer one at the end means that data is missing
UNKNOWN_GAP_DAYS = 30.0  # where nobody ever came back; three of them make the shortest limit
WEEKS = 104  # half a year of weekly looks, each at half a year against the year before
LOOKS = 26
SLOWING_LINE = np.log(3)  # until MIN_LINE_CUSTOMERS can set it
SLOWING_QUANTILE = 0.95  # of the highest evidence in half a year among those who did not slow down
MIN_LINE_CUSTOMERS = 100
SHOWN_DAYS = 90  # the window in which slowing down is worded
LIST_LENGTH = 10

METHOD = f"""
Each customer is compared with their own rhythm. The limit is {LIMIT_GAPS} of their usual gaps, at least
{SHORTEST_LIMIT_DAYS} days ({SHORTEST_FAST_LIMIT_DAYS} where customers usually return within {FAST_GAP_DAYS}). A
silence beyond it is called lost; before it, the chance that the silence will pass it comes from a model of repeat
buying fitted to all customers (MBG/NBD): {LIKELY_LOST_SHARE:.0%} or more is about to be lost, {WATCH_SHARE:.0%} or
more, or {WATCH_LIMIT_SHARE:.0%} of the limit passed, is watch. Slowing are customers with at least
{repeat_buying.MIN_BASE_VISITS} purchase days in a year who now come about half as often. A state is judged on the
rhythm up to the last purchase, so it stays or worsens until the customer buys. No alarm in the first {MIN_AGE_DAYS}
days of a customer, while data is missing, or in a silence that the customer also kept a year ago. Bought once:
counted, not listed, unless the order was among the largest tenth. Lines without a customer are in none of these
figures. With less than {MIN_HISTORY_DAYS} days of history only the silence speaks; with fewer than
{repeat_buying.MIN_REPEATERS} customers who came back the chances are rough.
"""

Day = date | str


def score_customers(sales: pd.DataFrame, as_of: Day, horizon_days: int = HORIZON_DAYS) -> pd.DataFrame:
    """Scores of everyone who ever bought, from order lines; see `score_days`."""
    return score_days(customer_days(sales), as_of, horizon_days)


def customer_days(sales: pd.DataFrame) -> pd.DataFrame:
    """Grain customer_id, sold_date: revenue (money, with returns) and purchase_revenue (lines with both above 0)."""
    columns = ["customer_id", "sold_date", "revenue", "purchase_revenue"]
    if "customer_id" not in sales:
        return pd.DataFrame({column: [] for column in columns})
    known = sales[sales["customer_id"].notna()]
    revenue = known["revenue"].astype(float)
    is_bought = (known["quantity"].astype(float) > 0) & (revenue > 0)
    lines = pd.DataFrame(
        {
            "customer_id": known["customer_id"],
            "sold_date": _days(known["sold_date"]),
            "revenue": revenue,
            "purchase_revenue": revenue.where(is_bought, 0.0),
        }
    )
    return lines.groupby(["customer_id", "sold_date"], observed=True).sum().round(4).reset_index()[columns]


def score_days(customer_days: pd.DataFrame, as_of: Day, horizon_days: int = HORIZON_DAYS) -> pd.DataFrame:
    """One row per customer with a purchase day up to `as_of`, by customer_id.

    p_churn: no purchase in the next horizon_days. p_lost: the silence passes limit_days. value_at_risk: money over
    the horizon, value_at_risk_year: p_lost times a year's revenue. Where the data ends early, everything but
    days_since_last_order is as of `judged_date`.
    """
    today = _day_number(as_of)
    days = _visible_days(customer_days, today)
    purchases = days[days["purchase_revenue"] > 0]
    if purchases.empty:
        return _no_scores()
    judged = _judged_day(days["day"].unique(), today)
    population_gap = _population_gap(purchases)
    scores = _rhythm(purchases, population_gap, judged)
    scores = _with_chances(scores, population_gap, horizon_days)
    scores = _with_money(scores, days, judged, horizon_days)
    scores = _with_slowing(scores, purchases, judged)
    scores["is_seasonal"] = _is_seasonal(scores, purchases, judged)
    scores["state"] = _states(scores, history_days=judged + 1 - days["day"].min())
    return _published(scores, today, judged)


def morning_list(scores: pd.DataFrame, top: int = LIST_LENGTH) -> pd.DataFrame:
    """Whom to call today: not lost yet, by the money of a year at risk.

    A dominant buyer stands apart (`dominant_buyers`).
    """
    is_named = ~scores["is_one_time"] | scores["is_large_first_order"]
    is_open = scores["state"].isin([ABOUT_TO_BE_LOST, WATCH, SLOWING])
    listed = scores[is_named & is_open & ~scores["is_dominant"] & (scores["value_at_risk_year"] > 0)]
    return listed.sort_values(["value_at_risk_year", "customer_id"], ascending=[False, True]).head(top)


def dominant_buyers(scores: pd.DataFrame) -> pd.DataFrame:
    """Those with over DOMINANT_SHARE of a year's revenue, whatever their state, largest first."""
    return scores[scores["is_dominant"]].sort_values(["share_of_revenue", "customer_id"], ascending=[False, True])


def _days(values) -> np.ndarray:
    whole = pd.to_datetime(pd.Series(values), format="ISO8601").to_numpy().astype("datetime64[D]")
    return whole.astype("datetime64[s]")  # the coarsest unit that pandas keeps


def _day_number(day: Day) -> int:
    return int(np.datetime64(pd.Timestamp(day).date(), "D").astype(int))


def _visible_days(customer_days, today) -> pd.DataFrame:
    """Of everyone who bought, sorted by customer and day; days and customers as whole numbers; nothing after today."""
    days = pd.DataFrame(
        {
            "customer_id": customer_days["customer_id"].array,
            "day": _days(customer_days["sold_date"]).astype("datetime64[D]").astype(np.int64),
            "revenue": customer_days["revenue"].astype(float).array,
            "purchase_revenue": customer_days["purchase_revenue"].astype(float).array,
        }
    )
    days = days[days["customer_id"].notna() & (days["day"] <= today)]
    codes, names = pd.factorize(days["customer_id"], sort=True)
    has_bought = np.bincount(codes, weights=days["purchase_revenue"] > 0, minlength=len(names)) > 0
    # Returns alone make nobody a customer.
    days = days.assign(customer=np.cumsum(has_bought)[codes] - 1)[has_bought[codes]]
    return days.sort_values(["customer", "day"], kind="stable", ignore_index=True)


def _judged_day(business_days, today) -> int:
    """Today, but at most GAP_FACTOR usual gaps after the last sale: then the shop is closed or the feed is late.

    So a gap makes nobody more silent. Judging on the last sale's day instead would turn the clock back over a holiday.
    """
    gaps = np.diff(np.sort(business_days)[-YEAR_DAYS:])
    return min(today, int(business_days.max() + GAP_FACTOR * np.median(gaps))) if len(gaps) else today


def _rhythm(purchases, population_gap, judged) -> pd.DataFrame:
    """Per customer: x, t_x, age, usual_gap_days, limit_days; times in days as of `judged`."""
    by_customer = purchases.groupby("customer")
    rhythm = by_customer.agg(
        customer_id=("customer_id", "first"),
        first=("day", "first"),
        last=("day", "last"),
        purchase_days=("day", "size"),
    )
    rhythm["x"] = rhythm["purchase_days"] - 1
    rhythm["t_x"] = rhythm["last"] - rhythm["first"]
    rhythm["age"] = judged + 1 - rhythm["first"]
    rhythm["silence"] = rhythm["age"] - rhythm["t_x"]
    rhythm["usual_gap_days"] = _usual_gaps(rhythm, purchases, population_gap)
    shortest = SHORTEST_FAST_LIMIT_DAYS if population_gap <= FAST_GAP_DAYS else SHORTEST_LIMIT_DAYS
    rhythm["limit_days"] = np.fmax(shortest, LIMIT_GAPS * rhythm["usual_gap_days"])
    return rhythm


def _gaps(purchases) -> pd.DataFrame:
    """Days between consecutive purchase days, with their customer."""
    same = purchases["customer"].diff().eq(0)
    return pd.DataFrame({"customer": purchases["customer"], "gap": purchases["day"].diff()})[same]


def _population_gap(purchases) -> float:
    """The median of the customers' own median gaps; NaN if nobody returned.

    One voice each: pooled, the daily buyers set it (32 days on a wholesaler where the first gap's median is 63; so 64).
    """
    gaps = _gaps(purchases)
    return float(gaps.groupby("customer")["gap"].median().median())


def _usual_gaps(rhythm, purchases, population_gap) -> np.ndarray:
    """The median of the own gaps; with fewer than two of them, their mean with two of the population's.

    NaN if nobody returned.
    """
    gaps = _gaps(purchases)
    own = _medians(gaps["customer"].to_numpy(), gaps["gap"].to_numpy(), size=len(rhythm))
    return np.where(rhythm["x"] >= 2, own, (rhythm["t_x"] + 2 * population_gap) / (rhythm["x"] + 2))


def _medians(groups, values, *, size) -> np.ndarray:
    """The median of each group 0 … size - 1; NaN where it has no value."""
    ordered = values[np.lexsort((values, groups))]
    counts = np.bincount(groups, minlength=size)
    start = np.cumsum(counts) - counts
    medians = np.full(size, np.nan)
    some = counts > 0
    low, high = (start + (counts - 1) // 2)[some], (start + counts // 2)[some]
    medians[some] = (ordered[low] + ordered[high]) / 2
    return medians


def _with_chances(rhythm, population_gap, horizon_days) -> pd.DataFrame:
    x, t_x, age = (rhythm[name].to_numpy() for name in ("x", "t_x", "age"))
    usual_gap = UNKNOWN_GAP_DAYS if np.isnan(population_gap) else population_gap
    model = repeat_buying.fitted_or_rough(x, t_x, age, usual_gap=usual_gap)
    return rhythm.assign(
        p_churn=repeat_buying.p_no_visit(model, x, t_x, age, days=horizon_days),
        p_lost=repeat_buying.p_silence_reaches(model, x, t_x, age, silence=rhythm["limit_days"].to_numpy()),
        expected_purchase_days=repeat_buying.expected_visits(model, x, t_x, age, days=horizon_days),
        is_rough=model.is_rough,
    )


def _with_money(scores, days, judged, horizon_days) -> pd.DataFrame:
    purchases = days[days["purchase_revenue"] > 0]
    size, bought = len(scores), purchases["purchase_revenue"].to_numpy()
    usual_day = np.median(bought)
    own_day = _medians(purchases["customer"].to_numpy(), bought, size=size)
    shrunk_day = _shrunk_mean(scores["purchase_days"] * own_day, scores["purchase_days"], usual_day)
    year = days[days["day"] > judged - YEAR_DAYS]
    cap = np.maximum(CAP_MEDIAN_DAYS * shrunk_day, np.quantile(bought, 0.99)).to_numpy()[year["customer"]]
    capped = np.clip(year["revenue"], -cap, cap)  # both ways, so that a huge order and its return next day still cancel
    # One order is no rhythm: stretched to a year, first-time buyers filled the morning list (6 of 10 on a wholesaler).
    seen_days = scores["age"].clip(MIN_RATE_DAYS, YEAR_DAYS).mask(scores["x"] == 0, YEAR_DAYS)
    rate = np.maximum(_sums(year["customer"], capped, size), 0) / seen_days
    share = _shares(np.maximum(_sums(year["customer"], year["revenue"], size), 0))
    mean_day = _shrunk_mean(_sums(days["customer"], days["revenue"], size), scores["purchase_days"], usual_day)
    return scores.assign(
        rate_year=rate * YEAR_DAYS,
        value_at_risk=scores["p_churn"] * rate * horizon_days,
        value_at_risk_year=scores["p_lost"] * rate * YEAR_DAYS,
        expected_revenue=scores["expected_purchase_days"] * np.maximum(mean_day, 0),
        share_of_revenue=share,
        is_dominant=share > DOMINANT_SHARE,
        is_one_time=scores["x"] == 0,
        is_large_first_order=(scores["x"] == 0) & (own_day > np.quantile(bought, 0.9)),
    )


def _shrunk_mean(total, purchase_days, usual_day):
    return (total + SHRINK_DAYS * usual_day) / (purchase_days + SHRINK_DAYS)


def _sums(groups, values, size) -> np.ndarray:
    return np.bincount(groups, weights=values, minlength=size)


def _shares(values) -> np.ndarray:
    total = values.sum()
    return values / total if total > 0 else np.zeros(len(values))


def _with_slowing(scores, purchases, judged) -> pd.DataFrame:
    """Adds is_slowing, and what is said of it: purchase days in the last SHOWN_DAYS, and how many are usual.

    Each customer's weeks are counted from their last purchase, so that the verdict changes on the day they buy, and
    then once a week. Whoever was slowing on a look since the last purchase still is.
    """
    repeats = purchases[purchases["customer"].diff().eq(0)]
    weeks_since = ((judged - scores["last"]) // 7).to_numpy()
    start = scores["last"].to_numpy() + 1 + 7 * (weeks_since - WEEKS)
    customer = repeats["customer"].to_numpy()
    column = (repeats["day"].to_numpy() - start[customer]) // 7
    customer, column = customer[column >= 0], column[column >= 0]
    able = np.bincount(customer, minlength=len(scores)) >= repeat_buying.MIN_BASE_VISITS
    row = np.cumsum(able) - 1
    seen = able[customer]
    weekly = np.bincount(row[customer[seen]] * WEEKS + column[seen], minlength=able.sum() * WEEKS).reshape(-1, WEEKS)
    is_slowing = np.zeros(len(scores), dtype=bool)
    is_slowing[able] = _slows(weekly, (scores["first"] - start).to_numpy()[able], weeks_since[able])
    return scores.assign(is_slowing=is_slowing, **_shown_rhythm(scores, repeats, judged))


def _slows(weekly, first_days, weeks_since) -> np.ndarray:
    """Whether the evidence passed the line on any look since the last purchase."""
    if not len(weekly):
        return np.zeros(0, dtype=bool)
    running = np.concatenate([np.zeros((len(weekly), 1)), np.cumsum(weekly, axis=1)], axis=1)
    running = np.asfortranarray(running)  # it is read by column
    looks = np.arange(WEEKS - LOOKS, WEEKS)
    evidence = np.column_stack([_look(running, first_days, week) for week in looks])
    since_purchase = looks >= WEEKS - 1 - weeks_since[:, None]
    kept = _kept_their_rate(running, first_days)
    return np.where(since_purchase, evidence, -np.inf).max(axis=1) >= _slowing_line(evidence[kept].max(axis=1))


def _look(running, first_days, week) -> np.ndarray:
    """The evidence of one week, from nothing later: as it was said then."""
    base, base_days = repeat_buying.base_year(running, first_days, week=week, weeks=LOOKS)
    if not base.any():
        return np.zeros(len(running))
    prior = repeat_buying.rate_prior(base[base > 0], base_days[base > 0])
    return repeat_buying.halving_evidence(running, first_days, prior=prior, week=week)


def _kept_their_rate(running, first_days) -> np.ndarray:
    """Came at least as often in the last half-year as in the year before it."""
    base, base_days = repeat_buying.base_year(running, first_days, week=WEEKS - 1, weeks=LOOKS)
    recent = running[:, -1] - running[:, -1 - LOOKS]
    return (base >= repeat_buying.MIN_BASE_VISITS) & (recent * base_days >= base * 7 * LOOKS)


def _slowing_line(maxima) -> float:
    """Never below SLOWING_LINE: there it would only drift from week to week (0.90 to 0.99 on a wholesaler)."""
    if len(maxima) < MIN_LINE_CUSTOMERS:
        return float(SLOWING_LINE)
    return max(float(SLOWING_LINE), float(np.quantile(maxima, SLOWING_QUANTILE)))


def _shown_rhythm(scores, repeats, judged) -> dict:
    size, day = len(scores), repeats["day"]
    begin = judged - SHOWN_DAYS
    in_base = (day <= begin) & (day > begin - YEAR_DAYS)
    base = np.bincount(repeats["customer"][in_base], minlength=size)
    base_days = begin - np.maximum(scores["first"], begin - YEAR_DAYS)
    usual = np.where(base >= repeat_buying.MIN_BASE_VISITS, base * SHOWN_DAYS / base_days.where(base_days > 0), np.nan)
    recent = np.bincount(repeats["customer"][day > begin], minlength=size) + (scores["first"] > begin)
    return {"purchase_days_90": recent.astype(int), "usual_purchase_days_90": usual}


def _is_seasonal(scores, purchases, judged) -> np.ndarray:
    """A year before the last purchase (± SEASON_DAYS) began a silence beyond the limit, which is not yet due to end."""
    span = judged + 2
    keys = (purchases["customer"] * span + purchases["day"]).to_numpy()
    day = purchases["day"].to_numpy()
    customer, last = scores.index.to_numpy(), scores["last"].to_numpy()
    year_before = last - YEAR_DAYS
    at = np.searchsorted(keys, customer * span + np.maximum(year_before + SEASON_DAYS, 0), side="right") - 1
    began = np.where(purchases["customer"].to_numpy()[at] == customer, day[at], -span)
    ended = day[np.minimum(at + 1, len(day) - 1)]
    is_alike = (at >= 0) & (np.abs(began - year_before) <= SEASON_DAYS) & (ended - began > scores["limit_days"])
    return (is_alike & (judged <= ended + YEAR_DAYS + SEASON_DAYS)).to_numpy()


def _states(scores, *, history_days) -> np.ndarray:
    """One of STATES, worsening only, until the customer buys.

    Given the fit, everything here rises with the silence. From day to day the fit drifts far less than a day of silence
    weighs, and slowing keeps its worst look since the last purchase: on a wholesaler 47 of 847,000 customer-days
    stepped back.
    """
    share = scores["silence"] / scores["limit_days"]
    has_history = history_days >= MIN_HISTORY_DAYS
    conditions = [
        (scores["age"] < MIN_AGE_DAYS) | scores["is_seasonal"],
        share > 1,
        has_history & (scores["p_lost"] >= LIKELY_LOST_SHARE),
        (has_history & (scores["p_lost"] >= WATCH_SHARE)) | (share > WATCH_LIMIT_SHARE),
        has_history & scores["is_slowing"],
    ]
    return np.select(conditions, [STABLE, LOST, ABOUT_TO_BE_LOST, WATCH, SLOWING], STABLE)


PUBLISHED = [
    "customer_id",
    "p_churn",
    "p_lost",
    "value_at_risk",
    "state",
    "days_since_last_order",
    "usual_gap_days",
    "limit_days",
    "value_at_risk_year",
    "rate_year",
    "expected_revenue",
    "purchase_days",
    "first_date",
    "last_order_date",
    "judged_date",
    "purchase_days_90",
    "usual_purchase_days_90",
    "share_of_revenue",
    "is_one_time",
    "is_large_first_order",
    "is_seasonal",
    "is_dominant",
    "is_rough",
]


def _published(scores, today, judged) -> pd.DataFrame:
    dates = {
        "first_date": _dates(scores["first"]),
        "last_order_date": _dates(scores["last"]),
        "judged_date": _dates(np.full(len(scores), judged)),
    }
    return scores.assign(days_since_last_order=today - scores["last"], **dates)[PUBLISHED].reset_index(drop=True)


def _dates(day_numbers) -> np.ndarray:
    return np.asarray(day_numbers).astype("datetime64[D]").astype("datetime64[s]")


def _no_scores() -> pd.DataFrame:
    """The columns of `score_days` with their types, without rows."""
    one = pd.DataFrame({"customer_id": ["a"], "sold_date": ["2001-01-01"], "revenue": [1.0], "purchase_revenue": [1.0]})
    return score_days(one, "2001-01-01").iloc[:0]
