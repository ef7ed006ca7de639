"""What does the Voice page show, section by section?"""

from itertools import groupby

import pandas as pd
import streamlit as st

from signals.charts import base, voice
from signals.model import Quote, VoiceOfCustomers
from signals.triage import voice_wording, words_wording
from signals.ui import data, downloads, figures, filters, guard, parts, tables
from signals.voice.balance import balances
from signals.voice.response_clock import PROMISED_HOURS, response_clock
from signals.voice.scores import score_months
from signals.voice.theme_trends import more_than_before, theme_trends

NARROWED_BY = ("product", "region", "segment", "touchpoint", "department", "stage")
SHOWN_QUOTES = 8
DAYS = 365


def opening(said: VoiceOfCustomers) -> VoiceOfCustomers:
    """The page's sentence, and the reader's choice of what is shown."""
    parts.lead(voice_wording.lead(_year(said), _waiting(said)))
    shown = filters.narrowed(said.feedback, NARROWED_BY, name="voice")
    return VoiceOfCustomers(said.as_of, shown, said.themes[said.themes["feedback_id"].isin(shown["feedback_id"])])


def scores(said: VoiceOfCustomers) -> None:
    """A chart a scale."""
    parts.section("Scores")
    months = score_months(said.feedback)
    if not months:
        parts.sentence("No score is on file here.")
    for scale, own in groupby(months, key=lambda each: each.scale):
        told = list(own)
        title = voice_wording.scores(told, voice_wording.last_told(told, said.as_of))
        figures.show(voice.scores(told, title), base.table(told), key=f"scores-{scale}")


def themes(said: VoiceOfCustomers) -> None:
    """What is spoken of, with the words behind each."""
    parts.section("Themes")
    table = theme_trends(said.feedback, said.themes, said.as_of)
    if table.empty:
        parts.sentence("No theme was spoken of in the last half-year.")
        return
    tables.themes(table)
    downloads.button(lambda: table.drop(columns="trend"), name="themes", key="themes-download")
    said_more = more_than_before(said.feedback, said.as_of)
    if len(said_more):
        parts.sentence(words_wording.more("everybody in the last eight weeks", said_more))
    names = dict(zip(table["theme"], table["name"], strict=True))
    chosen = st.selectbox(
        "Read the words", list(names), format_func=names.get, index=None, key="theme", bind="query-params",
        placeholder="Choose a theme",
    )  # fmt: skip
    if chosen is not None:
        spoken = said.themes.loc[said.themes["theme"] == chosen, "feedback_id"]
        quotes(said, said.feedback[said.feedback["feedback_id"].isin(spoken)], key=f"theme-{chosen}")
        _rename(chosen, names[chosen])


def balance(said: VoiceOfCustomers) -> None:
    """Good against bad, by department, with the line of five."""
    parts.section("Good and bad experiences")
    table = balances(said.feedback, "department")
    if table.empty:
        parts.sentence("No good or bad experience is told here.")
        return
    title = voice_wording.balance(table, "department")
    figures.show(voice.balance(table, "department", title), table, key="balance")


def answers(said: VoiceOfCustomers) -> None:
    """Who waits, how long, and who was answered within a day."""
    parts.section(f"Answered within {PROMISED_HOURS} hours")
    table = response_clock(said.feedback, "department", said.as_of)
    parts.sentence(voice_wording.clock(table))
    if len(table):
        tables.clock(table)


def words(said: VoiceOfCustomers) -> None:
    parts.section("In their words")
    quotes(said, said.feedback, key="words")


def quotes(said: VoiceOfCustomers, feedback: pd.DataFrame, *, key: str) -> None:
    """The newest words, all of them behind a fold, and the customers' pages."""
    spoken = feedback.dropna(subset=["verbatim"])
    if spoken.empty:
        parts.aside("Nobody's words are on file here.")
        return
    parts.quotes(_quotes(spoken.head(SHOWN_QUOTES)), as_of=said.as_of)
    if len(spoken) > SHOWN_QUOTES:
        with st.expander(f"All {len(spoken):,}", key=f"{key}-all", on_change="rerun") as fold:
            if fold.open:
                tables.voices(spoken)
                downloads.button(lambda: spoken, name="voices", key=f"{key}-download")


def _quotes(spoken: pd.DataFrame) -> list[Quote]:
    names = ("source", "customer_id", "customer_name", "product_id", "touchpoint", "score", "scale", "verbatim")
    return [
        Quote(
            given_date=row["given_date"].date(), **{name: None if pd.isna(row[name]) else row[name] for name in names}
        )
        for row in spoken.to_dict("records")
    ]


def _rename(theme: str, name: str) -> None:
    with st.expander("Call this theme otherwise", key=f"rename-{theme}"), st.form(f"rename-form-{theme}", border=False):
        words = st.text_input("Name", name, help="Empty: its own name again")
        if st.form_submit_button("Save"):
            with data.asking():
                data.name_theme(theme, words, person=guard.person())
            st.rerun()


def _year(said: VoiceOfCustomers) -> int:
    first = pd.Timestamp(said.as_of) - pd.Timedelta(days=DAYS)
    return int((said.feedback["given_date"] > first).sum())


def _waiting(said: VoiceOfCustomers) -> int:
    return int(response_clock(said.feedback, "department", said.as_of)["waiting_count"].sum())
