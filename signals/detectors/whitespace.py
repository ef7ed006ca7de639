"""What else could this customer buy, why that, and how often was such advice right in the company's own past?

Everything is a function of a table of first purchases (one row per customer_id and line, with the `first_date` on
which the customer first bought the line) and of `as_of`. A line is a product, or a category where the products are
more than MOST_LINES. `segments` is a Series customer_id -> segment; who is missing there is compared with everybody.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from signals.stats import ease
from signals.stats.rates import Estimate

EASE, POPULARITY = METHODS = ("EASE", "popularity in the segment")
TOP = 5  # suggestions for a customer
MIN_BUYERS = 20  # of a line; with fewer, who else buys it is chance
MIN_LINES = 50  # below, there is too little to tell customers apart by
MOST_LINES = 3000  # the time to learn grows with its cube: 2 seconds here
PENALTY_SHARE = 0.5  # λ of the customers
MOST_WEIGHTS = 100  # of a line, so that they can be stored; 24.4 % right on a wholesaler, 24.5 with all 2,700
MOST_REASONS = 2
HORIZON_DAYS = 91
ORIGINS = 4
MIN_ASKED = 100  # customers; there the 95 % interval held the truth in 94 % of simulations, with 50 in 92 to 94
CHUNK_ROWS = 4096  # customers scored at a time: 100 MB

METHOD = f"""
A line is suggested to a customer who has not bought it when customers with the same lines bought it too. Every line
with at least {MIN_BUYERS} buyers is explained by all others (EASE, Steck 2019, penalty {PENALTY_SHARE:g} of the number
of customers, the {MOST_WEIGHTS} strongest weights kept); a line's score is the sum of the weights of what the customer
bought, and the reason is the at most {MOST_REASONS} bought lines that add most to it. A score of 0 or less is no
suggestion. With fewer than {MIN_LINES} such lines, those that most customers of the same segment buy are suggested; a
segment in which no line has {MIN_BUYERS} buyers is compared with all customers. Of more than {MOST_LINES:,} lines the
most bought are used.
How often it was right: on up to {ORIGINS} days, {HORIZON_DAYS} days apart, the suggestions are made from what was known
on that day. Each customer who then bought something new within {HORIZON_DAYS} days is asked once: was a line of their
first day with something new among the {TOP}? New is what the data did not hold before. The same is asked of the {TOP}
most bought lines that the customer did not have; with fewer than {MIN_ASKED} customers to ask nothing is claimed.
That customers buy two lines does not mean that one leads to the other.
"""

Day = date | str


@dataclass(frozen=True)
class Whitespace:
    """What the first purchases up to a day say about any customer."""

    method: str  # one of METHODS
    customers_count: int  # with at least one line
    lines_count: int  # that can be suggested
    affinities: pd.DataFrame  # because, line, weight: the strongest of each line; empty for popularity
    popularity: pd.DataFrame  # segment (missing: everybody), line, buyers_share (0-1), of at least MIN_BUYERS buyers


@dataclass(frozen=True)
class Suggestion:
    """A line that a customer could still buy."""

    line: str
    score: float  # sum of weights; for popularity the share of buyers
    because: tuple[str, ...]  # bought lines that speak for it, the strongest first; empty for popularity
    buyers_share: float  # of the customers of `segment` who buy it, 0-1
    segment: str | None  # None: of all customers


@dataclass(frozen=True)
class MethodResult:
    """How often one method was right. Each estimate's n is the number of different customers."""

    method: str
    origins: tuple[date, ...]  # the last days known when the suggestions were made
    asked_count: int  # a customer counts once per origin
    hit_rate: Estimate  # share of those asked whose next new lines were among the TOP suggested
    popularity_hit_rate: Estimate  # the same of the most bought lines
    segment_hit_rate: Estimate | None  # of the most bought lines in the segment; None without segments
    over_popularity: Estimate  # hit_rate less popularity_hit_rate, of the same customers
    over_segment: Estimate | None


@dataclass(frozen=True)
class Evaluation:
    """The methods that were in use at an origin, the latest first."""

    results: tuple[MethodResult, ...]


@dataclass(frozen=True)
class _Purchases:
    """First purchases as whole numbers: places in the sorted names, days since 1970."""

    customer: np.ndarray
    line: np.ndarray
    day: np.ndarray
    customers: pd.Index
    lines: pd.Index
    segment: np.ndarray  # of each of `customers`; one past the last where it is missing
    segments: pd.Index


@dataclass(frozen=True)
class _Knowledge:
    """What a day knew. Columns are the lines of `kept`, the most bought first."""

    kept: np.ndarray
    is_customer: np.ndarray
    has: np.ndarray  # customer, column of each purchase of a kept line
    shares: np.ndarray  # segments and, last, everybody × columns; 0 with fewer than MIN_BUYERS buyers
    links: ease.Links | None  # None for popularity

    @property
    def method(self) -> str:
        return POPULARITY if self.links is None else EASE


@dataclass(frozen=True)
class _Round:
    """Whom an origin asked, and whether each way of suggesting was right."""

    origin: int
    method: str
    customer: np.ndarray
    hits: np.ndarray  # customers × (ours, popularity, popularity in the segment)


def learned(first_purchases: pd.DataFrame, as_of: Day, segments: pd.Series) -> Whitespace:
    """Nothing after `as_of` is read. Without purchases there is nothing to suggest."""
    today = _day_number(as_of)
    purchases = _purchases(first_purchases, today, segments)
    knowledge = _knowledge(purchases, today)
    lines = purchases.lines.take(knowledge.kept)
    return Whitespace(
        method=knowledge.method,
        customers_count=int(knowledge.is_customer.sum()),
        lines_count=len(lines),
        affinities=_affinities(knowledge.links, lines),
        popularity=_popularity(knowledge.shares, lines, purchases.segments),
    )


def suggestions(
    model: Whitespace, bought: Iterable[str], segment: str | None, top: int = TOP
) -> tuple[Suggestion, ...]:
    """The best first, at most `top`; of equal scores the line that more customers buy, then by name.

    Nothing for a customer without lines, unless by popularity.
    """
    bought, segment = list(set(bought)), None if pd.isna(segment) else segment
    everybody = _shares(model.popularity, None)
    own = _shares(model.popularity, segment)
    if model.method == EASE:
        terms = model.affinities[model.affinities["because"].isin(bought)]
        scored = terms.groupby("line", observed=True)["weight"].sum().round(ease.DECIMALS)
    else:
        terms = model.affinities
        scored = everybody if own.empty else own
    ranked = pd.DataFrame({"score": scored, "buyers_share": everybody.reindex(scored.index)})
    ranked = ranked[(ranked["score"] > 0) & ~ranked.index.isin(bought)].rename_axis("line").reset_index()
    ranked = ranked.sort_values(["score", "buyers_share", "line"], ascending=[False, False, True]).head(top)
    return tuple(
        Suggestion(
            line=line,
            score=float(score),
            because=_because(terms, line),
            buyers_share=float(own.get(line, share)),
            segment=segment if line in own.index else None,
        )
        for line, score, share in ranked.itertuples(index=False)
    )


def evaluated(
    first_purchases: pd.DataFrame, as_of: Day, segments: pd.Series, rng: np.random.Generator
) -> Evaluation | None:
    """What the suggestions of ORIGINS past days were worth; None where the past is too short or too few were asked.

    `segments` have no dates: one that was drawn from later purchases would tell popularity in the segment the answer.
    """
    today = _day_number(as_of)
    purchases = _purchases(first_purchases, today, segments)
    rounds = [_round(purchases, origin) for origin in _origins(purchases, today)]
    methods = dict.fromkeys(one.method for one in reversed(rounds))
    results = [_result([one for one in rounds if one.method == method], purchases, rng) for method in methods]
    results = tuple(result for result in results if result.hit_rate.n >= MIN_ASKED)
    return Evaluation(results) if results else None


def _day_number(day: Day) -> int:
    return int(np.datetime64(pd.Timestamp(day).date(), "D").astype(int))


def _purchases(first_purchases: pd.DataFrame, today: int, segments: pd.Series) -> _Purchases:
    """Up to today, sorted by customer and line; of a pair that is named twice the earlier day."""
    frame = first_purchases[["customer_id", "line", "first_date"]].dropna()
    days = pd.to_datetime(frame["first_date"], format="ISO8601").to_numpy().astype("datetime64[D]").astype(np.int64)
    frame, days = frame[days <= today], days[days <= today]
    customer, customers = pd.factorize(frame["customer_id"], sort=True)
    line, lines = pd.factorize(frame["line"], sort=True)
    order = np.lexsort((days, line, customer))
    customer, line, days = customer[order], line[order], days[order]
    is_first = (np.diff(customer, prepend=-1) != 0) | (np.diff(line, prepend=-1) != 0)
    segment, names = pd.factorize(segments.reindex(customers), sort=True)
    segment = np.where(segment < 0, len(names), segment)
    return _Purchases(
        customer[is_first], line[is_first], days[is_first], pd.Index(customers), pd.Index(lines), segment, names
    )


def _knowledge(purchases: _Purchases, day: int) -> _Knowledge:
    is_known = purchases.day <= day
    customer, line = purchases.customer[is_known], purchases.line[is_known]
    is_customer = np.zeros(len(purchases.customers), dtype=bool)
    is_customer[customer] = True
    kept = _kept(np.bincount(line, minlength=len(purchases.lines)))
    column = _places(kept, size=len(purchases.lines))[line]
    has = np.array([customer[column >= 0], column[column >= 0]])
    return _Knowledge(
        kept=kept,
        is_customer=is_customer,
        has=has,
        shares=_buyers_shares(purchases, is_customer, has, columns_count=len(kept)),
        links=_links(is_customer, has, columns_count=len(kept)) if len(kept) >= MIN_LINES else None,
    )


def _kept(buyers) -> np.ndarray:
    """Lines that can be suggested, the most bought first, of equals the first by name."""
    order = np.argsort(-buyers, kind="stable")
    return order[buyers[order] >= MIN_BUYERS][:MOST_LINES]


def _places(chosen, *, size: int) -> np.ndarray:
    """Of each number below size its place among the chosen; -1 where it is not."""
    places = np.full(size, -1)
    places[chosen] = np.arange(len(chosen))
    return places


def _links(is_customer, has, *, columns_count: int) -> ease.Links:
    matrix = ease.pairs(*has, shape=(len(is_customer), columns_count))
    weights = ease.weights(ease.gram(matrix), penalty=PENALTY_SHARE * is_customer.sum())
    return ease.strongest(weights, most=MOST_WEIGHTS)


def _buyers_shares(purchases: _Purchases, is_customer, has, *, columns_count: int) -> np.ndarray:
    customer, column = has
    segments_count = len(purchases.segments)
    cells = (segments_count + 1) * columns_count
    buyers = np.bincount(purchases.segment[customer] * columns_count + column, minlength=cells)
    buyers = buyers.reshape(segments_count + 1, columns_count)
    buyers[-1] = buyers.sum(axis=0)
    sizes = np.bincount(purchases.segment[is_customer], minlength=segments_count + 1)
    sizes[-1] = sizes.sum()
    return np.where(buyers >= MIN_BUYERS, buyers / np.maximum(sizes, 1)[:, None], 0.0)


def _affinities(links: ease.Links | None, lines: pd.Index) -> pd.DataFrame:
    links = links or ease.Links(*[np.array([], dtype=int)] * 2, np.array([]), 0)
    order = np.lexsort((links.source, -links.weight, links.target))
    names = {"because": lines.take(links.source[order]), "line": lines.take(links.target[order])}
    return pd.DataFrame({**names, "weight": links.weight[order]})


def _popularity(shares, lines: pd.Index, segments: pd.Index) -> pd.DataFrame:
    segment, column = np.nonzero(shares)
    names = pd.Series(segments, dtype=None if len(segments) else "str").reindex(range(len(segments) + 1))
    taken = {"segment": names.take(segment).array, "line": lines.take(column)}
    return pd.DataFrame({**taken, "buyers_share": shares[segment, column]})


def _shares(popularity: pd.DataFrame, segment: str | None) -> pd.Series:
    """buyers_share by line."""
    is_asked = popularity["segment"].isna() if segment is None else popularity["segment"] == segment
    return popularity[is_asked].set_index("line")["buyers_share"]


def _because(terms: pd.DataFrame, line: str) -> tuple[str, ...]:
    speaking = terms[(terms["line"] == line) & (terms["weight"] > 0)]
    speaking = speaking.sort_values(["weight", "because"], ascending=[False, True])
    return tuple(speaking["because"].head(MOST_REASONS))


def _origins(purchases: _Purchases, today: int) -> list[int]:
    """The last days known, whose horizons have ended by today and before which lies at least a horizon."""
    if not len(purchases.day):
        return []
    earliest = purchases.day.min() + HORIZON_DAYS
    origins = [today - HORIZON_DAYS * number for number in range(ORIGINS, 0, -1)]
    return [origin for origin in origins if origin >= earliest]


def _round(purchases: _Purchases, origin: int) -> _Round:
    knowledge = _knowledge(purchases, origin)
    customer, line = _next_lines(purchases, knowledge, origin)
    asked = np.unique(customer)
    column = _places(knowledge.kept, size=len(purchases.lines))[line]
    wanted = np.array([customer[column >= 0], column[column >= 0]])
    parts = np.array_split(asked, max(1, -(-len(asked) // CHUNK_ROWS)))
    hits = np.concatenate([_hits(purchases, knowledge, wanted, part) for part in parts])
    return _Round(origin, knowledge.method, asked, hits)


def _next_lines(purchases: _Purchases, knowledge: _Knowledge, origin: int) -> tuple[np.ndarray, np.ndarray]:
    """Of customers known at the origin, the lines of their first day with a new line within the horizon."""
    is_later = (purchases.day > origin) & (purchases.day <= origin + HORIZON_DAYS)
    is_later &= knowledge.is_customer[purchases.customer]
    customer, line, day = (values[is_later] for values in (purchases.customer, purchases.line, purchases.day))
    first = np.full(len(purchases.customers), np.iinfo(np.int64).max)
    np.minimum.at(first, customer, day)
    is_next = day == first[customer]
    return customer[is_next], line[is_next]


def _hits(purchases: _Purchases, knowledge: _Knowledge, wanted, asked) -> np.ndarray:
    """Asked × (ours, popularity, popularity in the segment): is one of the TOP wanted?"""
    has, is_wanted = (_rows(pairs, asked, knowledge) for pairs in (knowledge.has, wanted))
    masked, is_wanted = has.toarray() > 0, is_wanted.toarray() > 0
    everybody, segment = knowledge.shares[-1:], knowledge.shares[_share_rows(knowledge, purchases.segment[asked])]
    ours = segment if knowledge.links is None else ease.scores(has, knowledge.links)
    hits = [_is_hit(scores, masked, is_wanted) for scores in (ours, everybody, segment)]
    return np.column_stack(hits)


def _rows(pairs, asked, knowledge: _Knowledge):
    """The pairs (customer, column) of the customers asked, as a matrix."""
    row = _places(asked, size=len(knowledge.is_customer))[pairs[0]]
    return ease.pairs(row[row >= 0], pairs[1][row >= 0], shape=(len(asked), len(knowledge.kept)))


def _share_rows(knowledge: _Knowledge, segment) -> np.ndarray:
    """The segment's row of the shares, or everybody's where no line of the segment has MIN_BUYERS buyers."""
    return np.where(knowledge.shares.any(axis=1)[segment], segment, len(knowledge.shares) - 1)


def _is_hit(scores, masked, is_wanted) -> np.ndarray:
    leaders = ease.leading(scores, masked=masked, count=TOP)
    if not is_wanted.shape[1]:
        return np.zeros(len(is_wanted), dtype=bool)
    return (np.take_along_axis(is_wanted, leaders, axis=1) & (leaders >= 0)).any(axis=1)


def _result(rounds: Sequence[_Round], purchases: _Purchases, rng: np.random.Generator) -> MethodResult:
    customer = np.concatenate([one.customer for one in rounds])
    ours, popularity, segment = np.concatenate([one.hits for one in rounds]).astype(float).T
    has_segments = len(purchases.segments) > 0
    return MethodResult(
        method=rounds[0].method,
        origins=tuple(np.array([one.origin for one in rounds]).astype("datetime64[D]").tolist()),
        asked_count=len(customer),
        hit_rate=ease.grouped_mean(ours, customer, rng),
        popularity_hit_rate=ease.grouped_mean(popularity, customer, rng),
        segment_hit_rate=ease.grouped_mean(segment, customer, rng) if has_segments else None,
        over_popularity=ease.grouped_mean(ours - popularity, customer, rng),
        over_segment=ease.grouped_mean(ours - segment, customer, rng) if has_segments else None,
    )
