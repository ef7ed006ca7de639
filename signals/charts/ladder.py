"""Did a competitor's price go below ours?"""

import pandas as pd
import plotly.graph_objects as go

from signals.charts import theme
from signals.model import Evidence

SHOWN_RIVALS = len(theme.RIVALS)
SHOWN_WEEKS = 52


def price_ladder(evidence: Evidence) -> go.Figure | None:
    """A year of every rival's price as steps, ours beside them, dated steps marked; None without any price."""
    if evidence.prices.empty:
        return None
    first = pd.Timestamp(evidence.as_of) - pd.Timedelta(weeks=SHOWN_WEEKS)
    prices = evidence.prices[pd.to_datetime(evidence.prices["observed_date"]) >= first]
    own_prices = evidence.own_prices[pd.to_datetime(evidence.own_prices["week"]) >= first]
    figure = go.Figure([*_rivals(prices), *_ours(own_prices)])
    for step in (step for step in evidence.price_steps if step.step_date >= first.date()):
        figure.add_annotation(
            x=step.step_date,
            y=step.price_after,
            text=theme.inert(f"{step.competitor} {step.price_before:.2f} → {step.price_after:.2f}"),
            ay=30,
            ax=0,
            arrowhead=2,
        )
    return theme.dressed(
        figure,
        title=evidence.sentences.get("prices", "Prices of competitors"),
        subtitle="Price a unit; ours is revenue by quantity, week by week",
        x_title="Observed",
        y_title=f"Price a unit ({evidence.currency})",
    )


def _rivals(prices: pd.DataFrame) -> list[go.Scatter]:
    """One line a rival's product: where several regions were seen, their mean on the day."""
    daily = prices.groupby(["competitor", "competitor_product", "observed_date"], as_index=False)["price"].mean()
    lines = list(daily.groupby(["competitor", "competitor_product"]))[:SHOWN_RIVALS]
    return [
        go.Scatter(
            x=line["observed_date"],
            y=line["price"],
            mode="lines",
            line={"shape": "hv", "color": colour, "width": 1.8},
            name=theme.inert(f"{competitor}: {product}"),
            hovertemplate="%{y:,.2f}",
        )
        for ((competitor, product), line), colour in zip(lines, theme.RIVALS, strict=False)
    ]


def _ours(own_prices: pd.DataFrame) -> list[go.Scatter]:
    if own_prices.empty:
        return []
    line = {"color": theme.OURS, "width": 3}
    return [
        go.Scatter(
            x=own_prices["week"], y=own_prices["price"], mode="lines", line=line, name="Ours", hovertemplate="%{y:,.2f}"
        )
    ]
