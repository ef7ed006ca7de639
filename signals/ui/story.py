"""How is the evidence told, from the fall down to what customers say?"""

import streamlit as st

from signals import metrics, model
from signals.charts import bridge, choice, contribution, ladder, series
from signals.charts import voiced as voiced_chart
from signals.triage import bridge_wording, playbook, words_wording
from signals.triage.names import capital, place, subject_name
from signals.ui import contacting, data, figures, nav, parts, rows, tables

SHOWN_QUOTES = 6
BRIDGES = {  # kind -> the first bar, the last, what is folded away
    "price_volume_mix": ("Expected", "Sold", "Price, volume and mix"),
    "customers_orders_basket": ("Before", "Since", "Customers, orders and baskets"),
}


def opening(evidence: model.Evidence, *, latest: model.Morning) -> None:
    """What is claimed, as of which day, and the way to the present when that is not today."""
    parts.data_line(f"As it stood on {metrics.short_day(evidence.as_of, latest.as_of)}")
    parts.lead(evidence.headline if evidence.warning else evidence.subject.name)
    if evidence.as_of < latest.as_of:
        subject = {name: value for name, value in st.query_params.items() if name != "as_of"}
        label = f"As it stands now ({metrics.short_day(latest.as_of, latest.as_of)})"
        st.page_link(nav.page("warning"), label=label, query_params=subject)


def sales(evidence: model.Evidence) -> None:
    if evidence.voiced and evidence.weeks.empty:  # a touchpoint sells nothing
        return
    figures.behind(series.weekly(evidence), evidence.weeks, label="Week by week", key="weeks")


def voiced(evidence: model.Evidence) -> None:
    """What customers say, week by week, where that alone speaks; what else speaks of the same, below."""
    told = evidence.voiced
    if told is None:
        return
    figure = voiced_chart.weekly(evidence, evidence.sentences["voiced"])
    figures.behind(figure, told.weeks, label="Week by week", key="voiced")
    for witness in evidence.witnesses:
        if witness.is_bad and witness.series != evidence.warning.witness.series:
            parts.step(f"{capital(witness.sentence)}.")


def first_choice(evidence: model.Evidence) -> None:
    sentence = evidence.sentences.get("first_choice", "")
    change = evidence.first_choice
    figure = choice.first_choice(change, sentence) if change else None
    if figure is not None:
        figures.behind(figure, choice.table(change), label="Who is named first", key="choice")
    elif sentence:
        parts.sentence(sentence)


def prices(evidence: model.Evidence) -> None:
    figure = ladder.price_ladder(evidence)
    elasticity = evidence.sentences.get("elasticity", "")
    if figure is not None:
        figures.behind(figure, evidence.prices, label="The prices", key="prices", note=elasticity)
        return
    if sentence := evidence.sentences.get("prices"):
        parts.sentence(sentence)
    if elasticity:
        parts.aside(elasticity)


def bridges(evidence: model.Evidence) -> None:
    """Price, volume and mix; customers, orders and baskets."""
    for told in evidence.bridges:
        first, last, label = BRIDGES[told.kind]
        title = capital(bridge_wording.bridge(told, evidence.currency))
        figure = bridge.waterfall(told, title, evidence.currency, first=first, last=last)
        figures.behind(figure, bridge.table(told, first=first, last=last), label=label, key=told.kind)


def drivers(evidence: model.Evidence) -> None:
    if evidence.voiced:
        return
    sentence = evidence.sentences.get("drivers", "")
    if evidence.drivers:
        figure = contribution.contributions(evidence.drivers, sentence)
        figures.behind(figure, contribution.table(evidence.drivers), label="What carries it", key="drivers")
    elif sentence:
        parts.sentence(sentence)


def customers(evidence: model.Evidence) -> None:
    sentence = evidence.sentences.get("customers", "")
    if evidence.voiced and not evidence.voiced.speakers.empty:
        with parts.behind("The customers", key="customers", finding=sentence):
            tables.speakers(evidence.voiced.speakers)
    elif not evidence.customers.empty:
        with parts.behind("The customers", key="customers", finding=sentence):
            tables.behind(evidence.customers, currency=evidence.currency)
    elif sentence:
        parts.sentence(sentence)


def words(evidence: model.Evidence) -> None:
    """What speaks beside the sales, which words are used more, then the customers' own."""
    for witness in () if evidence.voiced else evidence.witnesses:
        if witness.metric not in ("price_gap", "first_choice"):
            parts.step(f"{capital(witness.sentence)}.")
    sentence = evidence.sentences.get("words", "")
    if not evidence.quotes:
        if sentence:
            parts.sentence(sentence)
        return
    with parts.behind("In their words", key="words", finding=sentence):
        for comparison, told in evidence.words.groupby("comparison", sort=False):
            parts.sentence(words_wording.more(comparison, told))
        parts.quotes(evidence.quotes[:SHOWN_QUOTES], as_of=evidence.as_of)
        if evidence.quotes[SHOWN_QUOTES:]:
            with st.expander(f"{len(evidence.quotes[SHOWN_QUOTES:])} more"):
                parts.quotes(evidence.quotes[SHOWN_QUOTES:], as_of=evidence.as_of)


def causes(evidence: model.Evidence) -> None:
    """What fits in time, right after the fall."""
    if sentence := evidence.sentences.get("causes"):
        parts.step(sentence)


def todo(evidence: model.Evidence) -> None:
    """What was asked of whom, and what the playbook proposes for what fits; each line can be given to somebody."""
    warning = evidence.warning
    if warning is None:
        return
    parts.section("What to do")
    with data.asking():
        given = data.actions(warning_key=warning.key)
    contacting.listed(given, evidence.as_of)
    if not (warning.is_fall or warning.witness):
        return
    taken = {action.what for action in given if action.state == "open"}
    proposed = [(number, play) for number, play in enumerate(_plays(evidence)) if play.what not in taken]
    for number, play in proposed[:1]:
        _proposed(play, warning, number)
    if proposed[1:]:
        with parts.behind(f"{len(proposed[1:])} more to do", key="plays"):
            for number, play in proposed[1:]:
                _proposed(play, warning, number)


def _plays(evidence: model.Evidence) -> tuple[playbook.Play, ...]:
    if told := evidence.warning.witness:
        return playbook.plays_on_words(told.cause, subject=subject_name(evidence.subject))
    cause = evidence.causes[0] if evidence.causes else None
    region = evidence.subject.region or next((d.name for d in evidence.drivers if d.dimension == "region"), None)
    where = (cause.place if cause else None) or region
    return playbook.plays(
        cause.kind if cause else playbook.UNKNOWN,
        subject=evidence.subject.name,
        rival=cause.rival if cause else None,
        place=place(where) if where else None,
    )


def _proposed(play: playbook.Play, warning: model.Warning, number: int) -> None:
    with st.container(key=f"row-play-{number}"):
        told, button = st.columns(rows.LINK_SHARE, vertical_alignment="center")
        with told.container(gap=None):
            parts.sentence(play.what)
            parts.aside(play.owner)
        if button.button("Assign", key=f"assign-play-{number}"):
            form = st.dialog("Assign")(contacting.assign)
            form(warning.headline, owner=play.owner, what=play.what, warning_key=warning.key)


def certainty(evidence: model.Evidence) -> None:
    if sentence := evidence.sentences.get("certainty"):
        parts.section("How sure")
        parts.sentence(sentence)
