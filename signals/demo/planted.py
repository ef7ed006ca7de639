"""What did the story do to the demo company, measured in the lines that were drawn?"""

from datetime import date

import pandas as pd

from signals.demo import story
from signals.demo.cast import Cast, day_of
from signals.demo.sales import Drawn
from signals.demo.story import Story
from signals.demo.truth import Downturn, Leaver, Trap, Truth


def planted(cast: Cast, drawn: Drawn, feedback: pd.DataFrame) -> Truth:
    """The company's truth, with the sizes as they came out for this seed."""
    told, accounts = cast.told, cast.customers.customer_id[cast.customers.is_account]
    return Truth(
        downturns=(
            _downturn(
                drawn, story.TRIDENT, told.trident_onset, "competitor price", (story.FALL_REGION,), tuple(accounts)
            ),
            _downturn(drawn, story.ORION, told.orion_onset, "packaging quality", (), ()),
        ),
        leavers=_leavers(cast, feedback),
        faded=_faded(cast),
        traps=_traps(told),
        late_sales=drawn.late,
    )


def _downturn(
    drawn: Drawn, product_id: str, onset: date, cause: str, regions: tuple[str, ...], customer_ids: tuple[str, ...]
) -> Downturn:
    lost = drawn.lost[drawn.lost.product_id == product_id]
    sold = pd.concat([drawn.sold, drawn.late])
    sold = sold[(sold.product_id == product_id) & (sold.sold_date >= pd.Timestamp(onset)) & (sold.quantity > 0)]
    return Downturn(
        product_id=product_id,
        onset=onset,
        cause=cause,
        effect_share=-len(lost) / (len(lost) + len(sold)),
        revenue_effect_share=-float(lost.revenue.sum() / (lost.revenue.sum() + sold.revenue.sum())),
        lost_revenue=round(float(lost.revenue.sum()), 2),
        regions=regions,
        customer_ids=customer_ids,
    )


def _leavers(cast: Cast, feedback: pd.DataFrame) -> tuple[Leaver, ...]:
    gone = cast.customers[cast.customers.leaving_cause.notna()].sort_values("left_day")
    complaints = feedback[feedback.source.eq("complaint")].merge(
        gone[["customer_id", "leaving_cause"]], on="customer_id"
    )
    touched = complaints.leaving_cause.map({"late deliveries": "delivery", "wrong invoices": "billing"})
    counts = complaints[complaints.touchpoint.eq(touched)].customer_id.value_counts()
    left = day_of(cast.told, gone.left_day).date
    rows = zip(gone.customer_id, left, gone.leaving_cause, strict=True)
    return tuple(Leaver(customer_id, day, cause, int(counts.get(customer_id, 0))) for customer_id, day, cause in rows)


def _faded(cast: Cast) -> dict[str, date]:
    gone = cast.customers[cast.customers.left_day.notna() & cast.customers.leaving_cause.isna()]
    return dict(zip(gone.customer_id, day_of(cast.told, gone.left_day).date, strict=True))


def _traps(told: Story) -> tuple[Trap, ...]:
    return (
        Trap("promotion's end", *told.promotion, (story.PROMOTED,)),
        Trap("huge order", told.huge_order, told.huge_order, (story.HUGE,)),
        Trap("late region file", told.late_from, told.last_day, region=story.LATE_REGION),
        Trap("stock-out", *told.stock_out, (story.STOCKED_OUT,)),
        Trap("region opening", told.region_opening, None, region=story.NEW_REGION),
        Trap("price rise", told.price_rise, None, (story.DEARER,)),
        Trap("launch", told.launch, None, (story.LAUNCHED,)),
        Trap("discontinued", told.discontinuation, None, (story.DISCONTINUED,)),
        Trap("quiet product", told.first_day, None, story.QUIET),
    )
