"""What surrounds the demo company's sales: rivals' prices, known events, targets and spending."""

from datetime import date

import numpy as np
import pandas as pd

from signals.demo import story
from signals.demo.cast import Cast, day_of
from signals.demo.seasons import holidays
from signals.demo.story import Story

OBSERVED_WEEKS = 104
MISSED_SHARE = 0.04  # of weeks in which nobody looked

# First price, then date>price, told for the default last day. Where no region stands, it is the price everywhere.
RIVALS = """
P-101 | Borealis Health   | Reliva           | North-East | web shop check | 8.30  2026-10-03>6.20
P-101 | Norden Pharma     | Dolorex Forte    |            | price panel    | 8.60  2025-09-06>8.80
P-101 | Casa Verde        | Analgin Verde    |            | field rep      | 8.10  2025-05-10>8.30
P-102 | Norden Pharma     | Mobigelo         |            | price panel    | 9.90  2026-02-07>9.70
P-201 | Borealis Health   | Alleriva         |            | web shop check | 9.50  2025-10-11>9.70
P-201 | Casa Verde        | Polenil          |            | field rep      | 8.90
P-202 | Casa Verde        | Polenil Plus     |            | field rep      | 10.90 2026-03-07>11.40
P-301 | Norden Pharma     | Grippalin        |            | price panel    | 8.30  2025-11-08>8.60
P-301 | Hartwell          | Coldaway Hot     |            | price panel    | 9.10
P-401 | Hartwell          | Stomalin         |            | price panel    | 8.90  2026-01-10>8.70
P-501 | Norden Pharma     | Sunnivit         |            | web shop check | 9.20
P-501 | Borealis Health   | Deevita          |            | web shop check | 10.40 2026-05-09>10.10
P-601 | Casa Verde        | Pellina          |            | field rep      | 9.80  2025-08-09>10.20
P-701 | Hartwell          | Nachtruh         |            | price panel    | 12.60 2026-06-13>12.20
"""

YEARLY_PROMOTIONS = (  # product, first month-day, last month-day, note
    ("P-202", (4, 6), (4, 26), "Pollen weeks: second pack at half price, in leaflets only"),
    ("P-501", (1, 8), (1, 28), "New year vitamins: window display"),
)
SPEND = {  # programme -> purpose, money a month, share of variation
    "Search advertising": ("acquire", 62_000, 0.10),
    "Trade fairs": ("acquire", 38_000, 0.45),
    "New pharmacy samples": ("acquire", 27_000, 0.15),
    "Key account days": ("retain", 11_000, 0.25),
    "Loyalty newsletter": ("retain", 4_500, 0.08),
}
TARGET_GROWTH = 1.05  # what the plan wants on top of the same quarter a year before
ROUNDED_TO = 1_000  # money


def competitor_prices(told: Story, *, rng: np.random.Generator) -> pd.DataFrame:
    """Weekly observations of every rival's item; some weeks are missed, never one of the last eight."""
    rows = [[cell.strip() for cell in line.split("|")] for line in RIVALS.strip().splitlines()]
    observed = day_of(told, story.HISTORY_DAYS - 1 - 7 * np.arange(OBSERVED_WEEKS)[::-1])
    frames = [_observed(told, row, observed, rng=rng) for row in rows]
    return pd.concat(frames).sort_values(["observed_date", "product_id", "competitor"]).reset_index(drop=True)


def _observed(told: Story, row: list[str], observed: pd.DatetimeIndex, *, rng: np.random.Generator) -> pd.DataFrame:
    product_id, competitor, item, region, source, steps = row
    first, *later = steps.split()
    price = np.full(len(observed), float(first))
    for step in later:
        day, new = step.split(">")
        moved = date.fromisoformat(day) + (told.last_day - story.LAST_DAY)
        price = np.where(observed >= pd.Timestamp(moved), float(new), price)
    is_seen = (rng.random(len(observed)) >= MISSED_SHARE) | (np.arange(len(observed)) >= len(observed) - 8)
    named = {"product_id": product_id, "competitor": competitor, "competitor_product": item}
    seen = pd.DataFrame(
        {"observed_date": observed, **named, "price": price, "region": region or None, "source": source}
    )
    return seen[is_seen].astype({"region": "str"})


def events(told: Story) -> pd.DataFrame:
    """What the company knows of, and nothing on the two products that fall."""
    rows = [("holiday", day, day, None, None, name) for day, name in holidays(told)]
    rows += [
        *_promotions(told),
        ("stock-out", *told.stock_out, story.STOCKED_OUT, None, "Supplier of the bottles late"),
        ("price change", told.price_rise, told.price_rise, story.DEARER, None, f"List price up {story.PRICE_RISE:.0%}"),
        ("launch", told.launch, told.launch, story.LAUNCHED, None, "Omegalis launched in all regions"),
        ("other", told.discontinuation, told.discontinuation, story.DISCONTINUED, None, "Burnova discontinued"),
        ("other", told.region_opening, told.region_opening, None, story.NEW_REGION, "Sales start on the Islands"),
    ]
    columns = ["kind", "first_date", "last_date", "product_id", "region", "note"]
    frame = pd.DataFrame(sorted(rows, key=lambda row: (row[1], row[5])), columns=columns)
    frame = frame.astype(
        {"first_date": "datetime64[s]", "last_date": "datetime64[s]", "product_id": "str", "region": "str"}
    )
    frame.insert(0, "event_id", [f"E-{number:03d}" for number in range(1, len(frame) + 1)])
    frame.insert(5, "category", pd.Series(pd.NA, index=frame.index, dtype="str"))
    return frame


def _promotions(told: Story) -> list[tuple]:
    years = range(told.first_day.year, told.last_day.year + 1)
    spans = [
        (date(year, *first), date(year, *last), product_id, note)
        for product_id, first, last, note in YEARLY_PROMOTIONS
        for year in years
    ]
    spans.append((*told.promotion, story.PROMOTED, f"Autumn offer, {story.PROMOTION_DISCOUNT:.0%} off"))
    seen = [span for span in spans if told.first_day <= span[0] and span[1] <= told.last_day]
    return [("promotion", first, last, product_id, None, note) for first, last, product_id, note in seen]


def targets(cast: Cast, sales: pd.DataFrame) -> pd.DataFrame:
    """The plan: last year's quarter plus some, for the company (category and product missing) and each category."""
    category = sales.product_id.map(cast.products.set_index("product_id").category)
    quarter = sales.sold_date.dt.to_period("Q")
    by_category = sales.revenue.groupby([quarter, category]).sum().unstack()
    is_whole = by_category.index.start_time >= pd.Timestamp(cast.told.first_day)
    plan = by_category[is_whole] * TARGET_GROWTH
    plan.index = plan.index + 4
    plan = (plan[plan.index.start_time <= pd.Timestamp(cast.told.last_day)] / ROUNDED_TO).round() * ROUNDED_TO
    rows = (
        plan.assign(company=plan.sum(axis=1))
        .melt(ignore_index=False, value_name="revenue_target")
        .reset_index(names="quarter")
    )
    missing = pd.Series(pd.NA, index=rows.index, dtype="str")
    category = rows.product_id.mask(rows.product_id.eq("company")).astype("str")
    named = rows.assign(
        quarter=rows.quarter.dt.strftime("%Y-Q%q"), category=category, product_id=missing, region=missing
    )
    columns = ["quarter", "category", "product_id", "region", "revenue_target"]
    return named[columns].sort_values(["quarter", "category"], na_position="first").reset_index(drop=True)


def spend(told: Story, *, rng: np.random.Generator) -> pd.DataFrame:
    """What winning and keeping customers cost, by month and programme."""
    months = pd.date_range(told.first_day, told.last_day, freq="MS", unit="s")
    frames = [
        pd.DataFrame(
            {
                "month": months,
                "purpose": purpose,
                "programme": name,
                "amount": (amount * rng.lognormal(0, sd, len(months))).round(2),
            }
        )
        for name, (purpose, amount, sd) in SPEND.items()
    ]
    return pd.concat(frames).sort_values(["month", "purpose", "programme"]).reset_index(drop=True)
