"""How do the demo company's days differ? Weekdays, holidays, seasons, launches and promotions as factors on demand."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from signals.demo import cast, story
from signals.demo.story import Story

WEEKDAYS = np.array([1.25, 1.15, 1.08, 1.08, 1.15, 0.75, 0.22])  # Monday first
HOLIDAY_FACTOR = 0.7
DAY_NOISE, CATEGORY_NOISE, PRODUCT_DRIFT = 0.05, 0.02, 0.015  # standard deviations of the logarithm
SEASONS = {  # peak (month, day), height above the rest of the year, width in days
    "Cold & flu": ((1, 25), 0.35, 50),
    "Allergy": ((5, 5), 0.25, 35),
    "Skin care": ((7, 1), 0.12, 45),
    "Vitamins": ((1, 20), 0.15, 50),
    "Digestion": ((12, 28), 0.10, 16),
}
LEARNING_DAYS = 45  # a launched product comes up over this time


def holidays(told: Story) -> list[tuple[date, str]]:
    """Public holidays of the history, without the movable ones but Easter Monday."""
    fixed = {
        (1, 1): "New Year's Day",
        (5, 1): "Labour Day",
        (12, 25): "Christmas Day",
        (12, 26): "Second day of Christmas",
    }
    years = range(told.first_day.year, told.last_day.year + 1)
    named = [(date(year, *day), name) for year in years for day, name in fixed.items()]
    named += [(_easter(year) + timedelta(days=1), "Easter Monday") for year in years]
    return sorted((day, name) for day, name in named if told.first_day <= day <= told.last_day)


def day_factor(told: Story, *, rng: np.random.Generator) -> np.ndarray:
    """How many orders each day of the history brings, 1 on a mean day."""
    days = cast.day_of(told, np.arange(story.HISTORY_DAYS))
    factor = WEEKDAYS[days.day_of_week] * rng.lognormal(0, DAY_NOISE, len(days))
    return np.where(days.isin(pd.DatetimeIndex([day for day, _ in holidays(told)])), HOLIDAY_FACTOR, 1.0) * factor


def product_factor(told: Story, products: pd.DataFrame, *, rng: np.random.Generator) -> np.ndarray:
    """How readily each product (column) is taken on each day (row): season, drift, launch, promotion, stock-out."""
    category, names = products.category.factorize()
    day = np.arange(story.HISTORY_DAYS)
    season = np.column_stack([_season(told, name) for name in names])
    season = season * rng.lognormal(0, CATEGORY_NOISE, season.shape)
    return season[:, category] * _drift(len(day), len(products), rng=rng) * _life(told, products)


def _season(told: Story, category: str) -> np.ndarray:
    """A bell around the peak day, every year; flat where the category knows no season."""
    days = cast.day_of(told, np.arange(story.HISTORY_DAYS))
    if category not in SEASONS:
        return np.ones(len(days))
    (month, day), height, width_days = SEASONS[category]
    peak = date(2001, month, day).timetuple().tm_yday
    away = (np.asarray(days.day_of_year) - peak + 183) % 366 - 183
    return 1 + height * np.exp(-0.5 * (away / width_days) ** 2)


def _drift(days: int, products: int, *, rng: np.random.Generator) -> np.ndarray:
    """Slow waves of every product's own, with a period of 200 to 500 days."""
    period, phase = rng.uniform(200, 500, products), rng.uniform(0, 2 * np.pi, products)
    return np.exp(PRODUCT_DRIFT * np.sqrt(2) * np.sin(2 * np.pi * np.arange(days)[:, None] / period + phase))


def _life(told: Story, products: pd.DataFrame) -> np.ndarray:
    """Launch, discontinuation, promotion and stock-out: 1 where nothing of the kind happens."""
    factor = np.ones((story.HISTORY_DAYS, len(products)))
    column = {product_id: number for number, product_id in enumerate(products.product_id)}
    day = np.arange(story.HISTORY_DAYS)
    since_launch = day - cast.number_of(told, told.launch)
    factor[:, column[story.LAUNCHED]] = np.clip((since_launch + 10) / LEARNING_DAYS, 0, 1) * (since_launch >= 0)
    factor[:, column[story.DISCONTINUED]] = day <= cast.number_of(told, told.discontinuation)
    factor[_between(told, told.promotion), column[story.PROMOTED]] = story.PROMOTION_LIFT
    factor[_between(told, told.stock_out), column[story.STOCKED_OUT]] = 0.0
    return factor


def _between(told: Story, span: tuple[date, date]) -> slice:
    first, last = (cast.number_of(told, day) for day in span)
    return slice(first, last + 1)


def _easter(year: int) -> date:
    """Easter Sunday (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
