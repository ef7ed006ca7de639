"""Do fewer customers name the product first, and whom do they name instead?"""

import pandas as pd
import plotly.graph_objects as go

from signals.charts import theme
from signals.model import ShareChange

SHOWN_RIVALS = 4
PERCENT = 100


def first_choice(change: ShareChange, sentence: str) -> go.Figure | None:
    """Shares before and after with 95 % Wilson intervals; None where too few answered to draw a share."""
    if change.before_share is None or change.after_share is None:
        return None
    ours, *rivals = _rows(change)
    colour = theme.CONCERN if change.after_share < change.before_share else theme.IMPROVEMENT
    figure = go.Figure([_pair(ours, colour), *(_pair(rival, theme.NEUTRAL) for rival in rivals)])
    furthest = max(
        *_mark_ranges(figure, change, colour), *(share for _, *shares in (ours, *rivals) for share in shares)
    )
    theme.dressed(
        figure,
        title=sentence,
        subtitle=f"Named first, before (open, n = {change.before_count}) and now (filled, n = {change.after_count}); "
        "bars under ours: 95 % confidence intervals",
        x_title="Share naming the brand first (%)",
        y_title="Brand",
        height_pixels=120 + 46 * (1 + len(rivals)),
    )
    figure.update_layout(hovermode="closest", showlegend=False)
    figure.update_xaxes(range=[0, furthest * 1.06], showgrid=True)
    return figure.update_yaxes(range=[len(rivals) + 0.5, -0.7], title=None)


def table(change: ShareChange) -> pd.DataFrame:
    """The chart's numbers: share before and after by brand, with the range of ours."""
    ours = {
        "brand": change.brand,
        "share_before": change.before_share,
        "low_before": change.before_low,
        "high_before": change.before_high,
        "share_after": change.after_share,
        "low_after": change.after_low,
        "high_after": change.after_high,
    }
    rivals = ({"brand": name, "share_before": before, "share_after": after} for name, before, after in change.rivals)
    return pd.DataFrame([ours, *rivals])


def _rows(change: ShareChange) -> list[tuple[str, float, float]]:
    ours = (change.brand, change.before_share, change.after_share)
    return [
        (theme.inert(brand), before * PERCENT, after * PERCENT)
        for brand, before, after in (ours, *change.rivals[:SHOWN_RIVALS])
    ]


def _pair(row: tuple[str, float, float], colour: str) -> go.Scatter:
    brand, before, after = row
    return go.Scatter(
        x=[before, after],
        y=[brand, brand],
        mode="lines+markers+text",
        line={"color": colour, "width": 2},
        marker={"size": 12, "color": colour, "symbol": ["circle-open", "circle"]},
        text=["", f"{before:.0f} → {after:.0f} %"],
        textposition="top center",
        name=brand,
        hovertemplate="%{x:.1f} %",
    )


def _mark_ranges(figure: go.Figure, change: ShareChange, colour: str) -> list[float]:
    """Draws the intervals under our row; returns their upper ends in per cent."""
    ranges = (
        (change.before_low, change.before_high, 0.22, theme.NEUTRAL),
        (change.after_low, change.after_high, 0.34, colour),
    )
    drawn = [entry for entry in ranges if entry[0] is not None and entry[1] is not None]
    for low, high, y, line in drawn:
        ends = {"x0": low * PERCENT, "x1": high * PERCENT, "y0": y, "y1": y}
        figure.add_shape(type="line", **ends, line={"color": line, "width": 4}, opacity=0.6)
    return [high * PERCENT for _, high, _, _ in drawn] or [0.0]
