"""How much of the base stays, what does winning or keeping a customer cost, and what would a retention budget keep?"""

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np
import pandas as pd

from signals.drivers.customer_ledger import LOST, NEW, RETAINED
from signals.model import BaseRates, Costs, RetentionBudget
from signals.stats.rates import wilson

ACQUIRE, RETAIN = "acquire", "retain"
SAVE_SHARES = (0.10, 0.30)  # of those who would be lost: an assumption that the page states and the reader may change
Z80 = 1.2815515655446004


def rates(classes: pd.DataFrame) -> BaseRates:
    """GRR and NRR over the customers with revenue before, and the share of those who bought before and still buy.

    GRR = Σ min(now, before) / Σ before, NRR = Σ now / Σ before, so GRR ≤ NRR and GRR ≤ 1. NaN without any.
    """
    base = classes[classes["revenue_before"] > 0]
    before, now = base["revenue_before"].sum(), base["revenue_now"]
    kept = np.minimum(now, base["revenue_before"]).sum()
    names = classes["customer_class"]
    retained = int((names == RETAINED).sum())
    logo = wilson(retained, retained + int((names == LOST).sum()))
    return BaseRates(
        grr=float(kept / before) if before > 0 else float("nan"),
        nrr=float(now.sum() / before) if before > 0 else float("nan"),
        retention=logo.estimate,
        retention_low=logo.low,
        retention_high=logo.high,
        base_count=logo.n,
    )


def costs(spend: pd.DataFrame, counts: Mapping[str, int], as_of: date, *, months: int) -> Costs | None:
    """What winning one and keeping one cost, from the last whole `months` up to `as_of`; None where none is known.

    `counts` are of a period as long. Where spending is known for fewer months it is scaled up, and the result says so.
    """
    month = pd.to_datetime(spend["month"]).dt.to_period("M")
    last = pd.Timestamp(as_of + timedelta(days=1)).to_period("M") - 1
    known = spend[(month <= last) & (month > last - months)]
    months_count = int(known["month"].nunique())
    if not months_count:
        return None
    amounts = known.groupby("purpose")["amount"].sum() * months / months_count
    acquire, retain = (float(amounts.get(purpose, 0.0)) for purpose in (ACQUIRE, RETAIN))
    won, kept = counts[NEW], counts[RETAINED]
    return Costs(
        acquire=acquire,
        retain=retain,
        won_count=won,
        kept_count=kept,
        cost_of_winning=acquire / won if acquire and won else None,
        cost_of_keeping=retain / kept if retain and kept else None,
        months_count=months_count,
    )


def retention_budget(
    at_risk: pd.DataFrame, costs: Costs, *, low_share: float = SAVE_SHARES[0], high_share: float = SAVE_SHARES[1]
) -> RetentionBudget | None:
    """The sum that went into winning customers, spent on those at risk instead, each with what winning one costs.

    `at_risk`: customers who are not lost yet, p_lost and rate_year (money a year). Those with most at risk come first.
    What they would take with them is a sum of independent chances: its 80 % interval is a normal one. Of it, between
    low_share and high_share is kept. None where winning one has no known cost, or nobody is at risk.
    """
    if costs.cost_of_winning is None:
        return None
    reached = at_risk.assign(loss=at_risk["p_lost"] * at_risk["rate_year"]).nlargest(costs.won_count, "loss")
    expected = float(reached["loss"].sum())
    if expected <= 0:
        return None
    spread = float(np.sqrt((reached["p_lost"] * (1 - reached["p_lost"]) * reached["rate_year"] ** 2).sum()))
    budget = costs.cost_of_winning * len(reached)
    lost_low, lost_high = max(expected - Z80 * spread, 0.0), expected + Z80 * spread
    return RetentionBudget(
        budget=budget,
        reached_count=len(reached),
        expected_loss=expected,
        loss_low=lost_low,
        loss_high=lost_high,
        low_share=low_share,
        high_share=high_share,
        kept_low=low_share * lost_low,
        kept_high=high_share * lost_high,
        customers_low=low_share * float(reached["p_lost"].sum()),
        customers_high=high_share * float(reached["p_lost"].sum()),
        break_even_share=budget / expected,
    )
