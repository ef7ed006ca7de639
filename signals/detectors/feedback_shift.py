"""Do customers tell us worse or better things than before, by more than chance brings when one looks every day?"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count

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
    evidence_of,
    told,
)
from signals.metrics import ACT_EVIDENCE, WATCH_EVIDENCE
from signals.stats.rolling import DAYS_A_WEEK, day_grid
from signals.stats.shifts import BEFORE_DAYS, NOISE_WEEKS, WINDOWS_DAYS, Tally, spread

DAYS = BEFORE_DAYS + max(WINDOWS_DAYS)  # the columns of a series; the last is as_of
OUTAGE_VOICES = 7.0  # expected; none of them is chance once in e⁷ = 1,100
COMPLAINT = "complaint"  # the source whose number tells, not its score
PER_ORDERS = 1000.0
SCORES = {"nps": (-100.0, 100.0), "csat": (0.0, 1.0), "ces": (1.0, 7.0), "stars": (1.0, 5.0)}  # least and most shown

METHOD = f"""
Scores, the share of negatives among them, complaints per {PER_ORDERS:,.0f} orders and the share of feedback that names
a theme: of the company, each product and each touchpoint, the last {min(WINDOWS_DAYS)} to {max(WINDOWS_DAYS)} days
against up to {BEFORE_DAYS // 7} weeks before them. Like is compared with like: source by source and product by product,
and scales are never mixed. What one customer says in one source within {DAYS_A_WEEK} days counts once. Of themes only
rises are told, and only as far as they are also named more often a day; the themes of a subject share one line. The
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
    said = _said(feedback, as_of)
    return list(_told(said, _orders(orders_a_day, said, as_of), _named(said, themes), as_of))


def shifts_before(
    wanted: Collection[Shift],
    feedback: pd.DataFrame,
    orders_a_day: pd.DataFrame,
    as_of: date,
    themes: pd.DataFrame | None = None,
) -> Iterator[tuple[date, list[Shift]]]:
    """`as_of`, the day before and so on for ever, each with what `shifts` says then of the series in `wanted`.

    `wanted` are records of any day. The feedback is read once, so that a day costs what its series cost.
    """
    as_of = pd.Timestamp(as_of).date()
    said = _said(feedback, as_of)
    named, keys = _named(said, themes), {each.key for each in wanted}
    has_complaints = any(each.metric == "complaints" for each in wanted)
    for back in count():
        day = as_of - timedelta(days=back)
        then = _earlier(said, back)
        orders = _orders(orders_a_day, then, day) if has_complaints else None
        yield day, [each for each in _told(then, orders, named, day, wanted) if each.key in keys]


def _told(
    said: "_Said",
    orders: "_Orders | None",
    named: dict[str, np.ndarray],
    as_of: date,
    wanted: Collection[Shift] | None = None,
) -> Iterator[Shift]:
    """All series, or those that are `wanted`, perhaps with some beside them; orders are needed for complaints alone."""
    made = {
        "score": lambda rows, subject: _scores(rows, subject, as_of, wanted),
        "negatives": lambda rows, subject: _negatives(rows, subject, as_of),
        "complaints": lambda rows, subject: _complaints(rows, orders, subject, as_of),
        "theme": lambda rows, subject: _themes(rows, named, subject, as_of, wanted),
    }
    for subject, rows in _subjects(said, wanted):
        for metric, series_of in made.items():
            if wanted is None or any(each.metric == metric and _is_about(each, subject) for each in wanted):
                yield from series_of(rows, subject)


def _is_about(wanted: Shift, subject: dict[str, str]) -> bool:
    return (wanted.product_id, wanted.touchpoint) == (subject.get("product_id"), subject.get("touchpoint"))


def _earlier(said: "_Said", back: int) -> "_Said":
    """What had been said so many days before."""
    rows = said.rows.assign(day=said.rows["day"] + back)
    return replace(said, rows=rows[rows["day"] < DAYS])


@dataclass(frozen=True)
class _Said:
    """What was said until as_of, the oldest first, in an order that the rows' own does not matter to."""

    rows: pd.DataFrame  # numbers only, so that choosing rows is cheap: day, place, value of tones, codes of names
    feedback_ids: pd.Series
    product_ids: pd.Index  # by their code; -1 is none
    touchpoints: pd.Index


@dataclass(frozen=True)
class _Orders:
    """Orders of the days of which complaints are known; 0 on all others."""

    counts: np.ndarray  # by product code and, in the last row, of all products × DAYS
    first_day: int
    last_day: int


def _said(feedback: pd.DataFrame, as_of: date) -> _Said:
    columns = ["feedback_id", "customer_id", "product_id", "touchpoint", "source", "scale", "tone"]
    told = feedback[columns].assign(
        day=_column(feedback["given_date"], as_of),
        score=feedback["score"].astype(float),
        has_words=feedback["verbatim"].notna() if "verbatim" in feedback else True,
    )
    told = told[told["day"] < DAYS].sort_values(["day", *columns, "score"], ignore_index=True)
    product, product_ids = pd.factorize(told["product_id"], sort=True)
    touchpoint, touchpoints = pd.factorize(told["touchpoint"], sort=True)
    channel = told.groupby(["source", "scale"], dropna=False).ngroup()
    rows = pd.DataFrame(
        {
            "day": told["day"],
            "customer": pd.factorize(told["customer_id"])[0],
            "channel": channel,
            "product": product,
            "touchpoint": touchpoint,
            "stratum": channel * (len(product_ids) + 1) + product + 1,
            "scale": pd.Categorical(told["scale"], categories=list(SCORES)).codes,
            "place": _places(told),
            "is_good": told["tone"].eq(GOOD).fillna(False).astype(float),
            "is_bad": told["tone"].eq(BAD).fillna(False).astype(float),
            "is_complaint": told["source"].eq(COMPLAINT).fillna(False).astype(bool),
            "has_words": told["has_words"],
        }
    )
    return _Said(rows, told["feedback_id"], pd.Index(product_ids), pd.Index(touchpoints))


def _places(told: pd.DataFrame) -> np.ndarray:
    """Each score's place between the least and the most that is shown, 0-1; NaN without one, and of complaints."""
    is_good, is_bad = (told["tone"].eq(tone).fillna(False).to_numpy(dtype=float) for tone in (GOOD, BAD))
    places = np.full(len(told), np.nan)
    for scale, (least, most) in SCORES.items():
        linear = np.clip((told["score"].to_numpy() - least) / (most - least), 0.0, 1.0)
        own = {"nps": 0.5 + 0.5 * (is_good - is_bad), "csat": is_good}.get(scale, linear)
        places = np.where(told["scale"].eq(scale).fillna(False).to_numpy(dtype=bool), own, places)
    is_left_out = told["score"].isna() | told["source"].eq(COMPLAINT).fillna(False)
    return np.where(is_left_out.to_numpy(dtype=bool), np.nan, places)


def _orders(orders_a_day: pd.DataFrame, said: _Said, as_of: date) -> _Orders:
    """Complaints are known from the first on record to the last day of orders, or to where feedback broke off."""
    days = _column(orders_a_day["sold_date"], as_of)
    first = said.rows.loc[said.rows["is_complaint"], "day"].min()
    first_day = DAYS if pd.isna(first) else max(int(first), 0)
    last_day = min(int(days[days < DAYS].max()) if (days < DAYS).any() else -1, _last_heard(said.rows["day"]))
    own = orders_a_day.assign(day=days)[days.between(first_day, last_day)]
    everything = np.bincount(own["day"], weights=own["orders"].astype(float), minlength=DAYS)
    code = said.product_ids.get_indexer(own["product_id"])
    shape = (len(said.product_ids), DAYS)
    counts = day_grid(code, own["day"].to_numpy(), shape=shape, weights=own["orders"].to_numpy(dtype=float))
    return _Orders(np.vstack([counts, everything]), first_day, last_day)


def _last_heard(days: pd.Series) -> int:
    """The last day, unless nothing at all was heard lately where OUTAGE_VOICES were to come: then the data is late."""
    heard = days[days >= 0]
    if not len(heard):
        return -1
    last, known_days = int(heard.max()), DAYS - int(heard.min())
    is_late = (DAYS - 1 - last) * len(heard) / known_days >= OUTAGE_VOICES
    return last if is_late else DAYS - 1


def _named(said: _Said, themes: pd.DataFrame | None) -> dict[str, np.ndarray]:
    """By theme, which of the rows are feedback that names it."""
    if themes is None:
        return {}
    rows = np.arange(len(said.rows))
    place = pd.Series(said.feedback_ids.index, index=said.feedback_ids)
    own = themes[["feedback_id", "theme"]].dropna()
    own = own[own["feedback_id"].isin(place.index)]
    return {theme: np.isin(rows, place.loc[ids]) for theme, ids in own.groupby("theme")["feedback_id"]}


def _column(dates: pd.Series, as_of: date) -> pd.Series:
    """The column of each date in a series' grid, below 0 where it is older."""
    days = pd.to_datetime(dates, format="ISO8601").dt.normalize()
    return DAYS - 1 - (pd.Timestamp(as_of) - days).dt.days


def _subjects(said: _Said, wanted: Collection[Shift] | None) -> Iterator[tuple[dict[str, str], pd.DataFrame]]:
    """The company, the products and the touchpoints of which something was said, or those that are `wanted`."""
    rows, is_recent = said.rows, (said.rows["day"] >= 0).to_numpy()
    told: list[tuple[dict[str, str], str | None, int]] = [({}, None, 0)] if is_recent.any() else []
    for kind, name, ids in (
        ("product", "product_id", said.product_ids),
        ("touchpoint", "touchpoint", said.touchpoints),
    ):
        codes = np.unique(rows[kind].to_numpy()[is_recent])
        told += [({name: ids[code]}, kind, code) for code in codes if code >= 0]
    for subject, kind, code in told:
        if wanted is None or any(_is_about(each, subject) for each in wanted):
            yield subject, rows if kind is None else rows[rows[kind] == code]


def _scores(
    rows: pd.DataFrame, subject: dict[str, str], as_of: date, wanted: Collection[Shift] | None
) -> Iterator[Shift]:
    """One record per scale, or of the scales that are `wanted`."""
    asked = SCORES if wanted is None else {each.scale for each in wanted}
    for code, (scale, (least, most)) in enumerate(SCORES.items()):
        if scale not in asked:
            continue
        own = rows[(rows["scale"] == code) & rows["place"].notna()]
        voices = _voices(own, _weekly(own), own["place"].to_numpy())
        if len(voices):
            counted = _counted(*_grids(voices), spread(voices["value"].to_numpy(), voices["stratum"].to_numpy()))
            series = Shift("score", TOO_FEW, **subject, scale=scale)
            yield told(series, counted, as_of, bad=FALL, origin=least, unit=most - least)


def _negatives(rows: pd.DataFrame, subject: dict[str, str], as_of: date) -> Iterator[Shift]:
    """The share of bad scores among all."""
    scored = rows[rows["place"].notna()]
    voices = _voices(scored, _weekly(scored), scored["is_bad"].to_numpy())
    if len(voices):
        yield told(Shift("negatives", TOO_FEW, **subject), _counted(*_grids(voices)), as_of, bad=RISE)


def _complaints(rows: pd.DataFrame, orders: _Orders, subject: dict[str, str], as_of: date) -> Iterator[Shift]:
    """Product by product; complaints of no product, or of one that nobody ordered, stand against all orders."""
    own = rows[rows["is_complaint"] & rows["day"].between(orders.first_day, orders.last_day)]
    voices = _voices(own, _weekly(own), np.ones(len(own)))
    if not len(voices):
        return
    is_ordered = orders.counts[:-1].any(axis=1)
    product = np.where(np.append(is_ordered, False)[voices["product"]], voices["product"], -1)
    strata, stratum = np.unique(product, return_inverse=True)
    sold = orders.counts[strata]
    in_all = orders.counts[-1]
    if "product_id" in subject:
        in_all = orders.counts[voices["product"].iloc[0]]
        sold = in_all[None, :]
    hits = day_grid(stratum, voices["day"].to_numpy(), shape=sold.shape)
    counted = _counted(hits, sold, is_rate=True)
    found = told(Shift("complaints", TOO_FEW, **subject), counted, as_of, bad=RISE)
    yield _of_orders(found, counted, in_all, as_of)


def _of_orders(found: Shift, counted: Counted, orders: np.ndarray, as_of: date) -> Shift:
    """Strata that share orders, or had no complaint, are no trials of their own: levels are per PER_ORDERS of all."""
    window = found.window_days(as_of)
    n, n_before = (_between(orders, *ages).item() for ages in ((0, window), (window, window + BEFORE_DAYS)))
    tally = counted.windows[window]
    compared = tally.trials[(tally.trials > 0) & (tally.trials_before > 0)].sum()
    levels = {
        name: float(PER_ORDERS * getattr(found, name) * compared / n)
        for name in ("observed", "expected", "effect", "effect_low", "effect_high")
        if getattr(found, name) is not None
    }
    return replace(found, n=round(n), n_before=round(n_before), **levels)


def _themes(
    rows: pd.DataFrame,
    named: dict[str, np.ndarray],
    subject: dict[str, str],
    as_of: date,
    wanted: Collection[Shift] | None,
) -> Iterator[Shift]:
    """Those named often enough to be judged; a rise is good news where more good than bad feedback names it."""
    is_named = np.any([np.zeros(len(rows), dtype=bool), *(places[rows.index] for places in named.values())], axis=0)
    spoken = rows[rows["has_words"] | is_named]
    voice = _weekly(spoken)
    mentions = {theme: places[spoken.index] for theme, places in named.items()}
    voices, is_counted = _voices(spoken, voice, np.zeros(len(spoken))), _is_counted(spoken, voice)
    values = {theme: _means(voice, own.astype(float))[is_counted] for theme, own in mentions.items() if own.any()}
    judged = [theme for theme, own in values.items() if own.sum() >= MIN_EVENTS]
    asked = judged if wanted is None else [theme for theme in judged if theme in {each.theme for each in wanted}]
    for theme in asked:
        hits, trials = _grids(voices.assign(value=values[theme]))
        found = told(
            Shift("theme", TOO_FEW, **subject, theme=theme),
            _counted(hits, trials),
            as_of,
            bad=RISE,
            ways=(RISE,),
            line_share=1.0 / len(judged),
            at_most=_evidence_a_day(hits, first_day=max(rows["day"].min(), 0)),
        )
        if found.state != TOO_FEW:
            yield _with_tone(found, spoken[mentions[theme]], as_of)


def _evidence_a_day(hits: np.ndarray, *, first_day: int) -> float:
    """That a theme is named on more occasions, not only more often because other things are said less."""
    days = np.broadcast_to((np.arange(DAYS) >= first_day).astype(float), hits.shape)
    return evidence_of(_counted(hits, days, is_rate=True), bad=RISE)[RISE]


def _with_tone(found: Shift, mentions: pd.DataFrame, as_of: date) -> Shift:
    if found.state == "stable":
        return found
    recent = mentions[mentions["day"] >= DAYS - found.window_days(as_of)]
    return replace(found, direction=GOOD if recent["is_good"].sum() > recent["is_bad"].sum() else BAD)


def _weekly(rows: pd.DataFrame) -> np.ndarray:
    """For each row the place of the row it counts with: what the customer first said in that channel within a week."""
    voice, days = np.arange(len(rows)), rows["day"].to_numpy()
    key = rows["customer"].to_numpy() * (rows["channel"].max() + 1 if len(rows) else 1) + rows["channel"].to_numpy()
    is_repeated = (rows["customer"] >= 0).to_numpy() & pd.Series(key).duplicated(keep=False).to_numpy()
    repeated = np.flatnonzero(is_repeated)
    first = None
    for place in repeated[np.argsort(key[repeated], kind="stable")]:
        if first is None or key[place] != key[first] or days[place] - days[first] >= DAYS_A_WEEK:
            first = place
        voice[place] = first
    return voice


def _voices(rows: pd.DataFrame, voice: np.ndarray, value: np.ndarray) -> pd.DataFrame:
    """What counts once: the first row of each week with the mean `value` of all; strata are numbered from 0."""
    is_counted = _is_counted(rows, voice)
    voices = rows[is_counted]
    stratum = np.unique(voices["stratum"], return_inverse=True)[1]
    return voices.assign(value=_means(voice, value)[is_counted], stratum=stratum)


def _is_counted(rows: pd.DataFrame, voice: np.ndarray) -> np.ndarray:
    return (np.bincount(voice, minlength=len(rows)) > 0) & (rows["day"] >= 0).to_numpy()


def _means(voice: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Of each voice the mean value of its rows."""
    counts = np.bincount(voice, minlength=len(voice))
    return np.bincount(voice, weights=value, minlength=len(voice)) / np.maximum(counts, 1)


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
