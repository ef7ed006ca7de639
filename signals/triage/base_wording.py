"""How is it said how the base of customers moves, what that costs, and what is known of lines bought together?"""

from datetime import date, timedelta

from signals.metrics import counted, full_day, money, money_range, number, share, signed_money, signed_share
from signals.model import BaseRates, Cohort, Costs, CustomerRehearsal, Ledger, RetentionBudget

NO_LINES = (
    "How often suggested lines were right is rehearsed by the nightly refresh, once there is half a year of customers' "
    "purchases."
)
PARTS = {"segment": "segment", "region": "region", "account_owner": "account owner"}


def lead(ledger: Ledger | None, currency: str | None) -> str:
    """The page's one sentence."""
    if ledger is None:
        return "No sale names its customer, or the history is too short to compare with a year before"
    revenue, counts = ledger.revenue, ledger.counts
    net = counts["new"] + counts["reactivated"] - counts["lost"]
    moved = (
        f"{counted(abs(net), 'customer')} {'more' if net > 0 else 'fewer'} than a year before"
        if net
        else "as many customers as a year before"
    )
    change = signed_money(revenue["now"] - revenue["before"], currency)
    return f"{moved}, {change} in revenue" if not net else f"{moved}; {change} in revenue"


def period(ledger: Ledger) -> str:
    days = f"{full_day(ledger.first_date)} to {full_day(ledger.last_date)}"
    return f"{days}, against as long from {full_day(ledger.before_first_date)}"


def bridge(ledger: Ledger, currency: str | None) -> str:
    """The chart's title: what weighs most on either side."""
    revenue = ledger.revenue
    gains = {
        "new customers": revenue["new"],
        came_back(ledger).lower(): revenue["reactivated"],
        "customers who bought more": revenue["expansion"],
    }
    losses = {"customers who left": revenue["lost"], "customers who bought less": revenue["contraction"]}
    gain, loss = max(gains, key=gains.get), max(losses, key=losses.get)
    return (
        f"Most was gained from {gain} ({signed_money(gains[gain], currency)}), "
        f"most was lost with {loss} ({signed_money(-losses[loss], currency)})"
    )


def came_back(ledger: Ledger) -> str:
    """Between two quarters a year apart there is time to come for the first time."""
    before_last = ledger.before_first_date + (ledger.last_date - ledger.first_date)
    is_apart = before_last + timedelta(days=1) < ledger.first_date
    return "Customers who came back or came in between" if is_apart else "Customers who came back"


def rates(told: BaseRates) -> str:
    if not told.base_count or told.grr != told.grr:
        return "Nobody bought in the earlier period."
    return (
        f"Of the earlier revenue {share(told.grr)} is still there (GRR), {share(told.nrr)} with what the same "
        f"customers bought more (NRR); {share(told.retention)} of {number(told.base_count)} earlier buyers still buy "
        f"({share(told.retention_low)} to {share(told.retention_high)})."
    )


def costs(told: Costs | None, currency: str | None) -> str:
    if told is None:
        return "What winning and keeping costs is not known: load what was spent by month, to acquire and to retain."
    parts = []
    if told.cost_of_winning is not None:
        spent = f"{money(told.acquire, currency)} for {number(told.won_count)}"
        parts.append(f"winning one customer cost {money(told.cost_of_winning, currency)} ({spent})")
    if told.cost_of_keeping is not None:
        spent = f"{money(told.retain, currency)} for {number(told.kept_count)}"
        parts.append(f"keeping one {money(told.cost_of_keeping, currency)} ({spent})")
    if not parts:
        return "Nothing was spent on winning or keeping customers in this time."
    known = f"{parts[0][0].upper()}{parts[0][1:]}" + (f"; {parts[1]}" if len(parts) > 1 else "")
    times = told.cost_of_winning / told.cost_of_keeping if len(parts) > 1 else None
    ratio = f": {times:.0f} times as much to win as to keep" if times and times >= 2 else ""
    return f"{known}{ratio}. From the spending of {counted(told.months_count, 'whole month')}."


def budget(told: RetentionBudget, currency: str | None) -> str:
    """What the same sum would keep."""
    kept = f"{money(told.kept_low, currency)} to {money(told.kept_high, currency)}"
    return (
        f"{money(told.budget, currency)} spent on keeping instead would give each of the "
        f"{counted(told.reached_count, 'customer')} most at risk as much as winning one costs, and keep {kept} a year "
        f"({told.customers_low:.0f} to {told.customers_high:.0f} customers)."
    )


def assumptions(told: RetentionBudget, currency: str | None) -> tuple[str, ...]:
    """What that rests on, one sentence each."""
    loss = money_range(told.expected_loss, told.loss_low, told.loss_high, currency)
    return (
        f"Without it these customers would take {loss} a year with them: the sum of their chances to be lost times "
        "what they buy, range 80 %.",
        f"Of that, {share(told.low_share)} to {share(told.high_share)} is kept by what the money buys: an assumption, "
        "which you may change here; nothing in the data says how much.",
        f"The sum is what winning one costs, for each of {counted(told.reached_count, 'customer')}. "
        f"{_pays(told)} within a year; it would from {share(told.break_even_share)} on. Revenue, not margin.",
    )


def _pays(told: RetentionBudget) -> str:
    if told.kept_low >= told.budget:
        return "At these shares the revenue kept covers it"
    if told.kept_high < told.budget:
        return "At these shares the revenue kept does not cover it"
    return "At the higher of these shares the revenue kept covers it, at the lower it does not"


def cohorts(cells: tuple[Cohort, ...]) -> str:
    """How many of the newest cohorts that are old enough still buy after a year, against the oldest."""
    after_year = [each for each in cells if each.quarters == 4 and each.customers_count]
    if not after_year:
        return "No quarter of first purchases lies a year back yet."
    first, last = (
        after_year[1 if len(after_year) > 2 else 0],
        after_year[-1],
    )  # the very first hold who was there before
    told = f"Of those who first bought in {quarter(last.cohort_date)}, {_active(last)} bought again a year later"
    return told if first is last else f"{told}; of those of {quarter(first.cohort_date)}, {_active(first)}"


def quarter(first_day: date) -> str:
    return f"Q{(first_day.month + 2) // 3} {first_day.year}"


def _active(cell: Cohort) -> str:
    return f"{share(cell.active_count / cell.customers_count)} (n = {number(cell.customers_count)})"


def lines(rehearsal: CustomerRehearsal | None) -> str:
    """How often suggested lines were right, against the plainest advice."""
    if rehearsal is None or rehearsal.lines is None:
        return NO_LINES
    told = rehearsal.lines
    lines = "products" if rehearsal.line_kind == "product" else "categories"
    ours = f"{share(told.hit_share)} ({share(told.hit_low)} to {share(told.hit_high)})"
    found = (
        f"Of {counted(told.asked_count, 'customer')} who took up something new, {ours} began with at least one of the "
        f"five {lines} that we would have suggested; with one of the five most bought it was "
        f"{share(told.popular_share)}"
    )
    if told.difference_low > 0:
        return f"{found}. The difference, {signed_share(told.difference)}, is more than chance."
    return f"{found}: no better than the most bought, so take it as that."
