"""What happens to the demo company, when, and how much: the planted facts that everything else is drawn around.

All dates are told for the default last day and move with it.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

LAST_DAY = date(2026, 11, 21)  # a Saturday, late enough for both falls to be visible
HISTORY_DAYS = 3 * 365 + 1  # three years, one of them a leap year

LATE_REGION, LATE_DAYS = "South-West", 3  # the region whose last file has not come
NEW_REGION = "Islands"
FALL_REGION = "North-East"  # home of the five accounts that leave Trident

RIVAL, RIVAL_BRAND = "Borealis Health", "Reliva"
TRIDENT, ORION = "P-101", "P-201"
PROMOTED, HUGE, STOCKED_OUT, DEARER = "P-303", "P-401", "P-501", "P-302"
LAUNCHED, DISCONTINUED = "P-505", "P-803"
QUIET = ("P-106", "P-205", "P-305", "P-603", "P-703")  # under one line a day: too few to judge

# Share of order lines that stop. Five accounts hold about a sixth of Trident's lines, so together about a quarter goes.
ACCOUNT_FALL, REGION_FALL, ELSEWHERE_FALL = 0.92, 0.50, 0.06
ORION_FALL = 0.24
PROMOTION_LIFT, PROMOTION_DISCOUNT = 1.5, 0.15
PRICE_RISE = 0.06
HUGE_QUANTITY = 9_000  # sales units; a usual line of that product has some seventy
LEAVERS_COUNT = 34


@dataclass(frozen=True)
class Story:
    """The dates, moved so that the story ends on `last_day`."""

    last_day: date
    first_day: date = field(init=False)
    rival_cut: date = field(init=False)  # Reliva becomes cheaper than Trident
    trident_onset: date = field(init=False)
    orion_onset: date = field(init=False)
    new_pack: date = field(init=False)  # first words about Orion's new blister pack
    promotion: tuple[date, date] = field(init=False)
    huge_order: date = field(init=False)
    stock_out: tuple[date, date] = field(init=False)
    region_opening: date = field(init=False)
    price_rise: date = field(init=False)
    launch: date = field(init=False)
    discontinuation: date = field(init=False)
    survey_start: date = field(init=False)  # first choice is asked from here on
    leaving: tuple[date, date] = field(init=False)  # the planted leavers go between these days

    def __post_init__(self) -> None:
        for name, told in TOLD.items():
            moved = tuple(map(self._moved, told)) if isinstance(told, tuple) else self._moved(told)
            object.__setattr__(self, name, moved)

    def _moved(self, day: date) -> date:
        return day + (self.last_day - LAST_DAY)

    @property
    def late_from(self) -> date:
        """First day that the late region has not sent."""
        return self.last_day - timedelta(days=LATE_DAYS - 1)


TOLD = {
    "first_day": LAST_DAY - timedelta(days=HISTORY_DAYS - 1),
    "rival_cut": date(2026, 10, 3),
    "trident_onset": date(2026, 10, 8),
    "orion_onset": date(2026, 10, 18),
    "new_pack": date(2026, 10, 12),
    "promotion": (date(2026, 8, 31), date(2026, 9, 20)),
    "huge_order": date(2026, 8, 18),
    "stock_out": (date(2026, 11, 10), date(2026, 11, 11)),
    "region_opening": date(2026, 4, 13),
    "price_rise": date(2026, 7, 1),
    "launch": date(2026, 10, 6),
    "discontinuation": date(2025, 6, 30),
    "survey_start": date(2026, 3, 23),
    "leaving": (date(2026, 8, 3), date(2026, 11, 6)),
}
