"""How is the evidence told, from the fall down to what customers say?"""

import streamlit as st

from signals import metrics, model
from signals.charts import choice, contribution, ladder, series
from signals.ui import figures, nav, parts, tables

SHOWN_QUOTES = 6


def opening(evidence: model.Evidence, *, latest: model.Morning) -> None:
    """What is claimed, as of which day, and the way to the present when that is not today."""
    parts.data_line(f"As it stood on {metrics.short_day(evidence.as_of, latest.as_of)}")
    parts.lead(evidence.headline if evidence.warning else evidence.subject.name)
    if evidence.as_of < latest.as_of:
        subject = {name: value for name, value in st.query_params.items() if name != "as_of"}
        label = f"As it stands now ({metrics.short_day(latest.as_of, latest.as_of)})"
        st.page_link(nav.page("warning"), label=label, query_params=subject)


def sales(evidence: model.Evidence) -> None:
    figures.show(series.weekly(evidence), evidence.weeks, key="weeks")


def first_choice(evidence: model.Evidence) -> None:
    sentence = evidence.sentences.get("first_choice", "")
    change = evidence.first_choice
    figure = choice.first_choice(change, sentence) if change else None
    if figure is not None:
        figures.show(figure, choice.table(change), key="choice")
    elif sentence:
        parts.sentence(sentence)


def prices(evidence: model.Evidence) -> None:
    figure = ladder.price_ladder(evidence)
    if figure is not None:
        figures.show(figure, evidence.prices, key="prices")
    elif sentence := evidence.sentences.get("prices"):
        parts.sentence(sentence)


def drivers(evidence: model.Evidence) -> None:
    sentence = evidence.sentences.get("drivers", "")
    if evidence.drivers:
        figures.show(
            contribution.contributions(evidence.drivers, sentence), contribution.table(evidence.drivers), key="drivers"
        )
    elif sentence:
        parts.sentence(sentence)


def customers(evidence: model.Evidence) -> None:
    if sentence := evidence.sentences.get("customers"):
        (parts.sentence if evidence.customers.empty else parts.step)(sentence)
    if not evidence.customers.empty:
        tables.behind(evidence.customers, currency=evidence.currency)


def words(evidence: model.Evidence) -> None:
    if sentence := evidence.sentences.get("words"):
        (parts.step if evidence.quotes else parts.sentence)(sentence)
    parts.quotes(evidence.quotes[:SHOWN_QUOTES], as_of=evidence.as_of)
    if evidence.quotes[SHOWN_QUOTES:]:
        with st.expander(f"{len(evidence.quotes[SHOWN_QUOTES:])} more"):
            parts.quotes(evidence.quotes[SHOWN_QUOTES:], as_of=evidence.as_of)


def certainty(evidence: model.Evidence) -> None:
    if sentence := evidence.sentences.get("certainty"):
        parts.section("How sure")
        parts.sentence(sentence)
