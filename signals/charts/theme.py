"""How do all charts look, and how is customers' text kept from becoming links in them?"""

import html

import plotly.graph_objects as go

CONCERN = "#d9650f"  # orange, improvement blue, neutral grey: told apart without red and green, on light and on dark
IMPROVEMENT = "#2f7fc1"
NEUTRAL = "#868e96"
OURS = IMPROVEMENT
BAND = "rgba(134, 142, 150, 0.20)"
SHADE = "rgba(134, 142, 150, 0.12)"
PARTS = (
    "#2f7fc1",
    "#7fb2dc",
    "#868e96",
    "#5b6fa8",
    "#4f9a9a",
    "#b9bfc6",
    "#8d7fb8",
    "#a8862a",
    "#3f6f5f",
    "#c9a6b8",
    "#6b4f3a",
)  # of a whole: no orange, nothing is wrong
RIVALS = ("#c4570c", "#7a5aa6", "#2a8a8a", "#a8862a", "#6b7280", "#a04668")

HEIGHT_PIXELS = 340
TONES = {"concern": CONCERN, "improvement": IMPROVEMENT, "neutral": NEUTRAL}


def inert(text: object) -> str:
    """Plotly turns <a>, <b> and their kin in any label into markup: shown as letters instead."""
    return html.escape(" ".join(str(text).split()), quote=False)


def tone_of(effect_share: float) -> str:
    """Of a warned sales figure: a fall is a concern."""
    return "concern" if effect_share < 0 else "improvement"


def lifted(figure: go.Figure) -> tuple[str, str, go.Figure]:
    """Title and subtitle as letters, and the figure without them: a long sentence would be cut on a narrow screen."""
    title = figure.layout.title
    texts = (html.unescape(text or "") for text in (title.text, title.subtitle.text))
    return *texts, go.Figure(figure).update_layout(title=None)


def dressed(
    figure: go.Figure, *, title: str, subtitle: str, x_title: str, y_title: str, height_pixels: int = HEIGHT_PIXELS
) -> go.Figure:
    """Title, axis titles and calm; fonts and backgrounds follow the reader's theme."""
    return figure.update_layout(
        title={"text": inert(title), "subtitle": {"text": inert(subtitle)}},
        height=height_pixels,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        hovermode="x unified",
        hoverlabel={"namelength": -1},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "xanchor": "left", "title": None},
        xaxis={"title": {"text": x_title}, "showgrid": False, "automargin": True, "fixedrange": True},
        yaxis={"title": {"text": y_title}, "zeroline": False, "automargin": True, "fixedrange": True},
        dragmode=False,
    )
