"""What does a product's quarter look like in a line of text?"""

import base64
from collections.abc import Sequence
from datetime import date

from signals.charts import theme

WIDTH, HEIGHT, MARGIN = 132, 34, 3
DAYS_A_WEEK = 7
MIN_WEEKS_BEFORE = 3  # fewer show no usual range


def sparkline(trend: Sequence[float], *, onset: date, as_of: date, tone: str) -> str:
    """An SVG of weekly revenue, oldest first, the last week ending on `as_of`; empty below two weeks.

    The weeks since the onset have the tone's colour; the grey band is the range of the weeks before.
    """
    if len(trend) < 2:
        return ""
    since = (as_of - onset).days // DAYS_A_WEEK + 1
    before = len(trend) - min(max(since, 1), len(trend))
    low, high = min(trend), max(trend)
    points = [(_across(week, len(trend)), _down(value, low, high)) for week, value in enumerate(trend)]
    parts = [
        _band(trend[:before], low, high),
        _line(points[: before + 1], theme.NEUTRAL),
        _line(points[max(before - 1, 0) :], theme.TONES[tone]),
        f'<circle cx="{points[-1][0]:.1f}" cy="{points[-1][1]:.1f}" r="2.6" fill="{theme.TONES[tone]}"/>',
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f"{''.join(parts)}</svg>"
    )


def data_address(svg: str) -> str:
    """The SVG as an address that an image can carry within itself."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _across(week: int, weeks: int) -> float:
    return MARGIN + (WIDTH - 2 * MARGIN) * week / (weeks - 1)


def _down(value: float, low: float, high: float) -> float:
    share = (value - low) / (high - low) if high > low else 0.5
    return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * share


def _band(before: Sequence[float], low: float, high: float) -> str:
    if len(before) < MIN_WEEKS_BEFORE:
        return ""
    top, bottom = _down(max(before), low, high), _down(min(before), low, high)
    return f'<rect x="0" y="{top:.1f}" width="{WIDTH}" height="{bottom - top:.1f}" fill="{theme.BAND}"/>'


def _line(points: Sequence[tuple[float, float]], colour: str) -> str:
    if len(points) < 2:
        return ""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.8" stroke-linejoin="round"/>'
