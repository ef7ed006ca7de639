"""What is known of customers, one by one and all together?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from signals.model.evidence import Quote


@dataclass(frozen=True)
class CustomerAtRisk:
    """One customer with what the purchases alone say of them."""

    customer_id: str
    customer_name: str | None
    segment: str | None
    region: str | None
    account_owner: str | None
    state: str  # lost, about to be lost, watch, slowing or stable
    p_churn: float  # probability of no purchase in the horizon, 0-1
    p_lost: float  # probability that the present silence passes the customer's own limit, 0-1
    value_at_risk: float  # money a year
    days_since_last_order: int
    usual_gap_days: float
    last_order_date: date
    headline: str
    last_words: str | None = None  # verbatim
    last_words_date: date | None = None


@dataclass(frozen=True)
class Action:
    """What somebody was asked to do about a customer or a warning."""

    action_id: int
    warning_key: str | None  # one of warning and customer
    customer_id: str | None
    what: str
    owner: str
    due_date: date | None
    state: str  # open, done or dropped
    created_at: datetime  # UTC
    created_by: str
    closed_at: datetime | None = None


@dataclass(frozen=True)
class Ledger:
    """Customers won, kept and lost between two periods of equal length; the revenue parts sum exactly."""

    first_date: date
    last_date: date
    before_first_date: date
    counts: Mapping[str, int]  # new, retained, reactivated, lost
    revenue: Mapping[str, float]  # before, lost, contraction, expansion, reactivated, new, now


@dataclass(frozen=True)
class BaseRates:
    """How much of a base stayed. NaN where there was none."""

    grr: float  # share of the earlier revenue that is still there, at most 1
    nrr: float  # the same with what the kept customers bought more
    retention: float  # share of the earlier buyers who still buy, with a 95 % Wilson interval
    retention_low: float
    retention_high: float
    base_count: int  # earlier buyers


@dataclass(frozen=True)
class Costs:
    """What winning and keeping customers cost in a period. Money; None where there is no spending or nobody."""

    acquire: float
    retain: float
    won_count: int
    kept_count: int
    cost_of_winning: float | None  # a customer
    cost_of_keeping: float | None
    months_count: int  # of known spending


@dataclass(frozen=True)
class RetentionBudget:
    """What the sum spent on winning would keep if it went to the customers at risk. Money a year."""

    budget: float
    reached_count: int  # customers, the most at risk first
    expected_loss: float  # what they would take with them
    loss_low: float  # 80 % interval
    loss_high: float
    low_share: float  # of the loss that is assumed to be kept
    high_share: float
    kept_low: float
    kept_high: float
    customers_low: float
    customers_high: float
    break_even_share: float  # of the loss: from here on the revenue kept in a year covers the budget


@dataclass(frozen=True)
class Cohort:
    """The customers who first bought in one quarter, so many quarters later."""

    cohort_date: date  # first day of that quarter
    quarters: int  # since then; 0 is the quarter itself
    customers_count: int
    active_count: int  # who bought in that later quarter
    revenue: float


@dataclass(frozen=True)
class Newcomers:
    """The customers who first bought in one month, and how many came again within 90 days."""

    month: date
    customers_count: int
    returned_count: int


@dataclass(frozen=True)
class Treatment:
    """Customers with good experiences only beside those with a bad one; changes against a year before."""

    segment: str | None  # None: everybody
    well_count: int
    badly_count: int
    well_change_share: float
    badly_change_share: float
    difference_share: float
    low: float  # 95 % interval from resampled customers
    high: float


@dataclass(frozen=True)
class Recommendation:
    """The net promoter score of a segment over a year, in points, with a 95 % confidence interval."""

    segment: str | None  # None: everybody
    nps: float
    low: float
    high: float
    n: int  # customers


@dataclass(frozen=True)
class CustomerBase:
    """What is computed of all customers together on one day, beside their scores."""

    judged_date: date  # silences are counted up to here
    parameters: tuple[float, ...]  # of the model of repeat buying: r, alpha (days), a, b; empty where nobody bought
    people_count: int
    is_rough: bool  # too few came back for a fit
    cohorts: tuple[Cohort, ...]
    newcomers: tuple[Newcomers, ...]
    treatments: tuple[Treatment, ...]
    recommendations: tuple[Recommendation, ...]


@dataclass(frozen=True)
class CalibrationBin:
    """Cases of which a rehearsal stated a probability of about the same size, and how often it was so.

    Cases are days of series (one in seven), of which some lay in a rehearsed fall, or customers on a day.
    """

    low: float  # stated probability, 0-1
    high: float
    predicted: float  # mean of what was stated
    observed: float  # share of the cases in which it was so
    n: int  # cases


@dataclass(frozen=True)
class ChanceRehearsal:
    """A chance that was given to customers on past days, beside what became of it."""

    what: str  # did not return, or passed their limit
    n: int  # customers, once for each day
    bins: tuple[CalibrationBin, ...]
    error: float  # mean of |predicted − observed| over the customers
    area_under_curve: float  # chance that one to whom it happened had been given the higher chance


@dataclass(frozen=True)
class ListRehearsal:
    """Who stood on the morning lists of past days, and did they pass their own limit?"""

    first_date: date
    last_date: date
    mornings_count: int
    listed_count: int  # names whose limit has come since
    passed_count: int  # of them, without a purchase before it
    others_share: float  # the same share of all customers who were not lost on those days


@dataclass(frozen=True)
class LineRehearsal:
    """How often suggested lines were right in the company's own past. Shares have 95 % intervals."""

    method: str  # EASE or popularity in the segment
    first_date: date  # the last days known when the suggestions were made, the first and the last of them
    last_date: date
    asked_count: int  # customers who then bought something new, once for each day
    hit_share: float  # whose next new lines were among the five suggested
    hit_low: float
    hit_high: float
    popular_share: float  # the same of the five most bought lines that they did not have
    difference: float
    difference_low: float
    difference_high: float


@dataclass(frozen=True)
class CustomerRehearsal:
    """How the customers' scores and suggestions did on the company's own past."""

    as_of: date
    chances: tuple[ChanceRehearsal, ...]
    morning_list: ListRehearsal | None
    lines: LineRehearsal | None
    line_kind: str  # what a line is: product or category
    line_method: str  # how lines are suggested now
    lines_count: int  # that can be suggested
    customers_count: int  # whose purchases were learnt from


@dataclass(frozen=True)
class LineSuggestion:
    """A product line that a customer could still buy."""

    line: str  # id of a product, or a category
    name: str
    because: tuple[str, ...]  # names of bought lines that speak for it; empty: most bought in the segment
    buyers_share: float  # of the segment's customers, 0-1
    segment: str | None  # None: of all customers


@dataclass(frozen=True)
class CustomerFile:
    """Everything known of one customer as of one day."""

    as_of: date
    currency: str
    score: CustomerAtRisk | None  # None for a customer without purchases
    customer_id: str
    customer_name: str | None
    segment: str | None
    region: str | None
    account_owner: str | None
    email: str | None
    phone: str | None
    estimated_spend: float | None  # money a year with all suppliers, as the customers' export states it
    estimate_source: str | None
    limit_days: float | None
    revenue_year: float  # money, the year up to as_of, net of returns
    purchase_days: pd.DataFrame  # sold_date, revenue
    revenue_by_year: pd.DataFrame  # year, category, revenue
    prices: pd.DataFrame  # product_id, product_name, quantity, revenue, list_price: the year up to as_of
    feedback: pd.DataFrame  # as marts/feedback_of_customer, the newest first
    complaints: pd.DataFrame  # of them, open ones with answer_hours and is_in_time
    quotes: tuple[Quote, ...]
    suggestions: tuple[LineSuggestion, ...]
    experience: str | None  # good or bad, in the year before the last 90 days; None: nothing told
    treatment: Treatment | None  # of similar customers
    recommendation: Recommendation | None  # of similar customers


@dataclass(frozen=True)
class BaseOfCustomers:
    """One period of the base against the same a year before."""

    as_of: date
    currency: str
    period: str  # year or quarter
    ledger: Ledger | None  # None where the history does not reach back
    rates: BaseRates | None
    parts: pd.DataFrame  # part, name, counts and revenue of the bridge, grr, nrr, retention
    costs: Costs | None
    at_risk: pd.DataFrame  # p_lost, rate_year of customers who are not lost yet
    cohorts: tuple[Cohort, ...]
    newcomers: tuple[Newcomers, ...]
    rehearsal: CustomerRehearsal | None
