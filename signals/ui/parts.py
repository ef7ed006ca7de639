"""What do the pages share: headings, sentences, facts, quotes, all with customers' text made inert?"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

import streamlit as st

from signals import metrics, model
from signals.ui import data, inert, nav


def data_line(text: str) -> None:
    st.html(f'<p class="data-line">{inert.markup(text)}</p>')
    if busy := data.busy():
        st.html(f'<p class="data-line">{inert.markup(busy)} What you see is the last version before that.</p>')


def lead(sentence: str) -> None:
    """The one sentence of a page, as its heading."""
    st.html(f'<h1 class="lead">{inert.markup(sentence)}</h1>')


def now(sentence: str) -> None:
    st.html(f'<p class="now">{inert.markup(sentence)}</p>')


def section(name: str) -> None:
    st.html(f'<h2 class="section">{inert.markup(name)}</h2>')


def step(sentence: str) -> None:
    """A step of a story that has no chart."""
    st.html(f'<p class="step">{inert.markup(sentence)}</p>')


@contextmanager
def behind(label: str, *, key: str, finding: str = "", aside: str = "") -> Iterator[None]:
    """What a step of a story found, and what it rests on: below it, on a narrow screen behind one tap.

    look.css hides the next element while the fold is closed. It is the browser's own fold: a keyboard opens it, a
    screen reader says that it is closed, a tap asks nothing of the server, and it stays open when the page runs again.
    """
    told = "".join(
        f'<p class="{name}">{inert.markup(text)}</p>' for name, text in (("step", finding), ("aside", aside)) if text
    )
    st.html(f'{told}<details class="fold"><summary>{inert.markup(label)}</summary></details>')
    with st.container(key=f"behind-{key}"):
        yield


def sentence(text: str) -> None:
    st.html(f'<p class="sentence">{inert.markup(text)}</p>')


def aside(text: str) -> None:
    st.html(f'<p class="aside">{inert.markup(text)}</p>')


def facts(named: Mapping[str, str]) -> None:
    """A few figures with their names."""
    items = (f"<div><dt>{inert.markup(name)}</dt><dd>{inert.markup(value)}</dd></div>" for name, value in named.items())
    st.html(f'<dl class="facts">{"".join(items)}</dl>')


def quotes(said: Iterable[model.Quote], *, as_of: date) -> None:
    """Customers' own words, each with its day, source, score and speaker."""
    for quote in said:
        st.html(
            f'<blockquote class="quote">{inert.markup(quote.verbatim)}</blockquote>'
            f'<p class="said">{inert.markup(_origin(quote, as_of))}</p>'
        )


def nobody_asked(name: str) -> None:
    """A page that was opened without saying which."""
    lead(f"Which {name}?")
    sentence(f"Open a {name} from Today or from a list.")
    st.page_link(nav.page("today"), label="Go to Today")
    st.stop()


def _origin(quote: model.Quote, as_of: date) -> str:
    score = f"{quote.score:g} {quote.scale}" if quote.score is not None else None
    speaker = quote.customer_name or quote.customer_id or "no customer named"
    heard = f"heard by {quote.heard_by}" if quote.heard_by else None
    said = (metrics.on_day(quote.given_date, as_of), quote.source, quote.touchpoint, score, speaker, heard)
    return " · ".join(part for part in said if part)
