"""Which regions, channels or customers carry the change?"""

from collections.abc import Sequence
from dataclasses import asdict, fields

import pandas as pd
import plotly.graph_objects as go

from signals.charts import theme
from signals.model import Driver

PERCENT = 100


def contributions(drivers: Sequence[Driver], sentence: str) -> go.Figure:
    """Each driver's share of the change with its 95 % interval from resampled customers."""
    names = [theme.inert(f"{driver.name} ({driver.dimension})") for driver in drivers]
    shares = [driver.share * PERCENT for driver in drivers]
    bars = go.Bar(
        x=shares,
        y=names,
        orientation="h",
        marker={"color": [theme.CONCERN if driver.observed < driver.expected else theme.NEUTRAL for driver in drivers]},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [(driver.share_high - driver.share) * PERCENT for driver in drivers],
            "arrayminus": [(driver.share - driver.share_low) * PERCENT for driver in drivers],
            "color": theme.NEUTRAL,
        },
        hovertemplate="%{x:.0f} % of the change",
        name="Share of the change",
    )
    figure = theme.dressed(
        go.Figure([bars]),
        title=sentence,
        subtitle="Share of the change against expected; lines: 95 % ranges from resampled customers",
        x_title="Share of the change (%)",
        y_title="Where",
        height_pixels=110 + 40 * len(drivers),
    )
    figure.update_layout(hovermode="closest", showlegend=False, bargap=0.45)
    return figure.update_yaxes(autorange="reversed", title=None).update_xaxes(showgrid=True)


def table(drivers: Sequence[Driver]) -> pd.DataFrame:
    """The chart's numbers: observed and expected money, share of the change with its range."""
    return pd.DataFrame([asdict(driver) for driver in drivers], columns=[field.name for field in fields(Driver)])
