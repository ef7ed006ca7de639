"""Since when do customers say it more, or score lower, than was usual?"""

import pandas as pd
import plotly.graph_objects as go

from signals.charts import theme
from signals.model import Evidence

HEIGHT_PIXELS = 300
HEADROOM = 1.25  # above the highest week, for the words


def weekly(evidence: Evidence, title: str) -> go.Figure:
    """A bar a week of what is counted, a dot of what is scored; dashes where the usual lies and where it began."""
    told = evidence.voiced
    known = told.weeks.dropna(subset=["value"])
    is_since = known["week"] + pd.Timedelta(days=6) >= pd.Timestamp(evidence.warning.onset)
    colours = [theme.CONCERN if each else theme.NEUTRAL for each in is_since]
    hover = "week of %{x|%-d %b %Y}: %{y:.0f}" + ("" if told.is_count else ", n = %{customdata}") + "<extra></extra>"
    data = {"x": known["week"], "y": known["value"], "customdata": known["n"], "hovertemplate": hover}
    if told.is_count:
        figure = go.Figure(go.Bar(**data, marker={"color": colours}))
    else:
        figure = go.Figure(go.Scatter(**data, mode="markers", marker={"color": colours, "size": 8}))
    theme.dressed(
        figure,
        title=title,
        subtitle=f"{told.unit}; orange: since the onset; dashed: what was usual before",
        x_title="Week beginning",
        y_title=told.unit,
        height_pixels=HEIGHT_PIXELS,
    )
    if told.before is not None:
        figure.add_hline(y=told.before, line={"color": theme.NEUTRAL, "dash": "dot", "width": 1.5})
    onset = evidence.warning.onset
    figure.add_vline(x=pd.Timestamp(onset), line={"color": theme.CONCERN, "dash": "dash", "width": 1.5})
    figure.add_annotation(
        x=pd.Timestamp(onset), yref="paper", y=1.0, xanchor="right", xshift=-4, yanchor="top", showarrow=False,
        text=f"since about {onset:%-d %b}",
    )  # fmt: skip
    if told.is_count and len(known):
        figure.update_yaxes(range=[0, max(known["value"].max(), 1) * HEADROOM])
    return figure.update_layout(hovermode="closest", showlegend=False)
