"""Do customers tell us worse or better things than before, by more than chance brings when one looks every day?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from signals.detectors.shift import (
    BAD,
    FALL,
    GOOD,
    MIN_ANSWERS,
    MIN_EVENTS,
    RECENT_DAYS,
    RISE,
    TOO_FEW,
    Counted,
    Shift,
    told,
)
from signals.metrics import ACT_EVIDENCE, WATCH_EVIDENCE
from signals.stats.rolling import DAYS_A_WEEK, day_grid
from signals.stats.shifts import BEFORE_DAYS, NOISE_WEEKS, WINDOWS_DAYS, Tally
from signals.stats.shifts import spread as answer_spread

DAYS = BEFORE_DAYS + max(WINDOWS_DAYS)  # the columns of a series; the last is as_of
COMPLAINT = "complaint"  # the source whose number tells, not its score
PER_ORDERS = 1000.0
SCORES = {"nps": (-100.0, 100.0), "csat": (0.0, 1.0), "ces": (1.0, 7.0), "stars": (1.0, 5.0)}  # least and most shown

METHOD = f"""
Scores, the share of negatives among them, complaints per {PER_ORDERS:,.0f} orders and the share of feedback that names
a theme: of the company, each product and each touchpoint, the last {min(WINDOWS_DAYS)} to {max(WINDOWS_DAYS)} days
against up to {BEFORE_DAYS // 7} weeks before them. Like is compared with like: source by source and product by product,
and scales are never mixed. What one customer says in one source within {DAYS_A_WEEK} days counts once. Of themes only
rises are told, and only of those that are also named more often a day; the themes of a subject share one line. The
evidence S allows for few answers, for weeks that differ more than by chance, for a slowly wandering level and for
looking every day. We ring at S ≥ {ACT_EVIDENCE} and watch from {WATCH_EVIDENCE:g}: by chance about once in a hundred
series-quarters. With fewer than {MIN_ANSWERS} answers in the last {RECENT_DAYS // 7} weeks or before them, or with
fewer than {MIN_EVENTS} complaints or mentions, nothing is said.
"""


def shifts(
    feedback: pd.DataFrame, orders_a_day: pd.DataFrame, as_of: date, themes: pd.DataFrame | None = None
) -> list[Shift]:
    """The company's records, then each product's and each touchpoint's; none without feedback.

    `feedback` has feedback_id, given_date, customer_id, product_id, touchpoint, source, score, scale, tone (good, bad
    or missing, of `voice.experiences.tones`) and, where known, verbatim; `orders_a_day` sold_date, product_id, orders;
    `themes` feedback_id, theme. Nothing dated after `as_of` is read. Without orders there is no complaint rate.
    """
    as_of = pd.Timestamp(as_of).date()
    rows = _rows(feedback, as_of)
    orders = _orders(orders_a_day, rows, as_of)
    named = pd.DataFrame(columns=["feedback_id", "theme"]) if themes is None else themes[["feedback_id", "theme"]]
    return [
        each
        for subject, own in _subjects(rows)
        for each in (
            *_scores(own, subject, as_of),
            *_negatives(own, subject, as_of),
            *_complaints(own, orders, subject, as_of),
            *_themes(own, named, subject, as_of),
        )
    ]


@dataclass(frozen=True)
class _Orders:
    """Orders of the days of which complaints are known; 0 on all others."""

    product_ids: pd.Index
    counts: np.ndarray  # products and, in the last row, all of them × DAYS
    first_day: int
    last_day: int


def _rows(feedback: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """What was said until `as_of`, the oldest first, in an order that the rows' own does not matter to."""
    columns = ["feedback_id", "customer_id", "product_id", "touchpoint", "source", "scale", "tone"]
    rows = feedback[columns].assign(
        day=_column(feedback["given_date"], as_of),
        score=feedback["score"].astype(float),
        has_words=feedback["verbatim"].notna() if "verbatim" in feedback else True,
    )
    rows = rows[rows["day"] < DAYS]
    return rows.sort_values(["day", *columns, "score"], ignore_index=True)


def _orders(orders_a_day: pd.DataFrame, rows: pd.DataFrame, as_of: date) -> _Orders:
    """Complaints are known from the first on record to the last day of both orders and feedback."""
    days = _column(orders_a_day["sold_date"], as_of)
    first = rows.loc[rows["source"] == COMPLAINT, "day"].min()
    last = min(days[days < DAYS].max(), rows["day"].max())
    first_day, last_day = (int(max(day, 0)) if pd.notna(day) else DAYS for day in (first, last))
    own = orders_a_day.assign(day=days)[days.between(first_day, last_day)]
    code, product_ids = pd.factorize(own["product_id"], sort=True)
    counts = day_grid(code, own["day"].to_numpy(), shape=(len(product_ids), DAYS), weights=own["orders"].astype(float))
    return _Orders(pd.Index(product_ids), np.vstack([counts, counts.sum(axis=0)]), first_day, last_day)


def _column(dates: pd.Series, as_of: date) -> pd.Series:
    """The column of each date in a series' grid, below 0 where it is older."""
    days = pd.to_datetime(dates, format="ISO8601").dt.normalize()
    return DAYS - 1 - (pd.Timestamp(as_of) - days).dt.days


def _subjects(rows: pd.DataFrame) -> Iterator[tuple[dict[str, str], pd.DataFrame]]:
    """The company, the products and the touchpoints of which something was said."""
    recent = rows[rows["day"] >= 0]
    if len(recent):
        yield {}, rows
    for column in ("product_id", "touchpoint"):
        for name in sorted(recent[column].dropna().unique()):
            yield {column: name}, rows[rows[column].eq(name).fillna(False).astype(bool)]


def _scores(rows: pd.DataFrame, subject: dict[str, str], as_of: date) -> Iterator[Shift]:
    """One record per scale."""
    scored = rows[_is_scored(rows)]
    for scale in sorted(scored["scale"].unique()):
        own = scored[scored["scale"] == scale]
        voices = _voices(own, _weekly(own), _places(own, scale))
        if len(voices):
            least, most = SCORES[scale]
            spread = answer_spread(voices["value"].to_numpy(), voices["stratum"].to_numpy())
            series = Shift("score", TOO_FEW, **subject, scale=scale)
            yield told(series, _counted(*_grids(voices), spread), as_of, bad=FALL, origin=least, unit=most - least)


def _negatives(rows: pd.DataFrame, subject: dict[str, str], as_of: date) -> Iterator[Shift]:
    """The share of bad scores among all."""
    scored = rows[_is_scored(rows)]
    voices = _voices(scored, _weekly(scored), _is(scored["tone"], BAD))
    if len(voices):
        yield told(Shift("negatives", TOO_FEW, **subject), _counted(*_grids(voices)), as_of, bad=RISE)


def _complaints(rows: pd.DataFrame, orders: _Orders, subject: dict[str, str], as_of: date) -> Iterator[Shift]:
    """Product by product; complaints of no product, or of one that nobody ordered, stand against all orders."""
    own = rows[(rows["source"] == COMPLAINT) & rows["day"].between(orders.first_day, orders.last_day)]
    voices = _voices(own, _weekly(own), np.ones(len(own)))
    product = orders.product_ids.get_indexer(voices["product_id"])
    if "product_id" in subject:
        voices, product = voices[product >= 0], product[product >= 0]
    if not len(voices):
        return
    strata, stratum = np.unique(product, return_inverse=True)
    hits = day_grid(stratum, voices["day"].to_numpy(), shape=(len(strata), DAYS))
    counted = _counted(hits, orders.counts[strata], is_rate=True)
    found = told(Shift("complaints", TOO_FEW, **subject), counted, as_of, bad=RISE)
    yield _of_orders(found, counted, orders.counts[product[0] if "product_id" in subject else -1], as_of)


def _of_orders(found: Shift, counted: Counted, orders: np.ndarray, as_of: date) -> Shift:
    """Strata that share orders, or had no complaint, are no trials of their own: levels are per PER_ORDERS of all."""
    window = found.window_days(as_of)
    n, n_before = (_between(orders, *ages).item() for ages in ((0, window), (window, window + BEFORE_DAYS)))
    tally = counted.windows[window]
    compared = tally.trials[(tally.trials > 0) & (tally.trials_before > 0)].sum()
    levels = {
        name: PER_ORDERS * getattr(found, name) * compared / n
        for name in ("observed", "expected", "effect", "effect_low", "effect_high")
        if getattr(found, name) is not None
    }
    return replace(found, n=round(n), n_before=round(n_before), **levels)


def _themes(rows: pd.DataFrame, named: pd.DataFrame, subject: dict[str, str], as_of: date) -> list[Shift]:
    """Those named often enough to be judged; a rise is good news where more good than bad feedback names it."""
    spoken = rows[rows["has_words"] | rows["feedback_id"].isin(named["feedback_id"])]
    voice = _weekly(spoken)
    of_theme = {
        theme: spoken["feedback_id"].isin(ids).to_numpy()
        for theme, ids in named[named["feedback_id"].isin(spoken["feedback_id"])].groupby("theme")["feedback_id"]
    }
    voices = {theme: _voices(spoken, voice, is_named.astype(float)) for theme, is_named in of_theme.items()}
    judged = [theme for theme, own in voices.items() if own["value"].sum() >= MIN_EVENTS]
    found = []
    for theme in judged:
        hits, trials = _grids(voices[theme])
        each = told(
            Shift("theme", TOO_FEW, **subject, theme=theme),
            _counted(hits, trials),
            as_of,
            bad=RISE,
            ways=(RISE,),
            line_share=1.0 / len(judged),
            may_ring=lambda window, hits=hits: _is_oftener(hits, window, first=max(rows["day"].min(), 0)),
        )
        if each.state != TOO_FEW:
            found.append(_with_tone(each, spoken[of_theme[theme]], as_of))
    return found


def _is_oftener(hits: np.ndarray, window: int, *, first: int) -> bool:
    """More mentions a day in the window than before it: not only because other things are said less."""
    days_before = min(DAYS - window - first, BEFORE_DAYS)
    before = _between(hits, window, window + BEFORE_DAYS).sum()
    return days_before > 0 and _between(hits, 0, window).sum() / window > before / days_before


def _with_tone(found: Shift, mentions: pd.DataFrame, as_of: date) -> Shift:
    if found.state == "stable":
        return found
    recent = mentions[mentions["day"] >= DAYS - found.window_days(as_of)]
    good, bad = (_is(recent["tone"], tone).sum() for tone in (GOOD, BAD))
    return replace(found, direction=GOOD if good > bad else BAD if bad > good else None)


def _is_scored(rows: pd.DataFrame) -> pd.Series:
    return rows["score"].notna() & rows["scale"].isin(list(SCORES)) & (rows["source"] != COMPLAINT)


def _places(rows: pd.DataFrame, scale: str) -> np.ndarray:
    """Each score's place between the least and the most that is shown, 0-1."""
    if scale == "nps":
        return 0.5 + 0.5 * (_is(rows["tone"], GOOD) - _is(rows["tone"], BAD))
    if scale == "csat":
        return _is(rows["tone"], GOOD)
    least, most = SCORES[scale]
    return np.clip((rows["score"].to_numpy() - least) / (most - least), 0.0, 1.0)


def _is(tones: pd.Series, tone: str) -> np.ndarray:
    return tones.eq(tone).fillna(False).to_numpy(dtype=float)


def _weekly(rows: pd.DataFrame) -> np.ndarray:
    """For each row the place of the row it counts with: what the customer first said there within the week."""
    voice = np.arange(len(rows))
    days, keys = rows["day"].to_numpy(), ["customer_id", "source", "scale"]
    is_repeated = (rows["customer_id"].notna() & rows.duplicated(keys, keep=False)).to_numpy()
    repeated = rows[keys].assign(place=voice)[is_repeated]
    for _, places in repeated.groupby(keys, dropna=False)["place"]:
        first = places.iloc[0]
        for place in places:
            first = first if days[place] - days[first] < DAYS_A_WEEK else place
            voice[place] = first
    return voice


def _voices(rows: pd.DataFrame, voice: np.ndarray, value: np.ndarray) -> pd.DataFrame:
    """What counts once: the first row of each week with the mean `value` of all, and its stratum."""
    counts = np.bincount(voice, minlength=len(rows))
    means = np.bincount(voice, weights=value, minlength=len(rows)) / np.maximum(counts, 1)
    voices = rows.assign(value=means)[(counts > 0) & (rows["day"] >= 0)]
    return voices.assign(stratum=voices.groupby(["source", "scale", "product_id"], dropna=False).ngroup())


def _grids(voices: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Values and answers, strata × DAYS."""
    stratum, day = voices["stratum"].to_numpy(), voices["day"].to_numpy()
    shape = (int(stratum.max()) + 1, DAYS)
    return day_grid(stratum, day, shape=shape, weights=voices["value"]), day_grid(stratum, day, shape=shape)


def _counted(hits: np.ndarray, trials: np.ndarray, spread: float = 1.0, *, is_rate: bool = False) -> Counted:
    both = (hits, trials)
    windows = {
        window: Tally(
            *(_between(values, 0, window) for values in both),
            *(_between(values, window, window + BEFORE_DAYS) for values in both),
        )
        for window in WINDOWS_DAYS
    }
    weeks = [
        tuple(_between(values, DAYS_A_WEEK * week, DAYS_A_WEEK * (week + 1)) for values in both)
        for week in range(NOISE_WEEKS)
    ]
    return Counted(windows, weeks, spread, is_rate)


def _between(values: np.ndarray, newest: int, too_old: int) -> np.ndarray:
    """The sum over days that are `newest` days old and older, but not `too_old`."""
    return values[..., DAYS - too_old : DAYS - newest].sum(axis=-1, keepdims=True)
