"""What do customers say: every voice of two years with whom and what it is about?"""

from collections.abc import Mapping
from datetime import date, timedelta

import pandas as pd

from signals.errors import SignalsError
from signals.model import VoiceOfCustomers
from signals.pipeline.lists import EVER
from signals.pipeline.refresh import morning
from signals.pipeline.topic_learning import kept_topics
from signals.store.company import NAME_OF_THEME, forget_setting, set_setting, theme_names
from signals.store.engine import Store
from signals.voice.experiences import tones
from signals.voice.themes import THEMES, themes_of
from signals.voice.topics import topics_of
from signals.voice.touchpoints import departments, stages

SHOWN_DAYS = 730
LONGEST_NAME = 60
TOPIC = "topic:"  # begins the key of a theme that was learnt


def voice(store: Store, as_of: date | None = None) -> VoiceOfCustomers:
    """All feedback of SHOWN_DAYS up to a day, the newest first. Raises TooLittleHistory without sales."""
    told = morning(store, as_of)
    with store.reading() as connection:
        feedback = connection.frame("marts/feedback", as_of=as_of or EVER)
        names = connection.frame("marts/product_names", as_of=told.as_of).set_index("product_id")["product_name"]
        renamed, topics = theme_names(connection), kept_topics(connection, told.as_of)
    first = pd.Timestamp(told.as_of - timedelta(days=SHOWN_DAYS))
    feedback = feedback[feedback["given_date"] > first].sort_values(
        ["given_date", "feedback_id"], ascending=False, ignore_index=True
    )
    told_of = feedback.assign(
        product=feedback["product_id"].map(names).fillna(feedback["product_id"]),
        department=departments(feedback["touchpoint"]),
        stage=stages(feedback["touchpoint"]),
        tone=tones(feedback),
    )
    return VoiceOfCustomers(told.as_of, told_of, themes_in(feedback, topics, renamed))


def themes_in(feedback: pd.DataFrame, topics: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """feedback_id, theme and name: those of the lexicon and the company's own topics; a voice may speak of several."""
    texts = feedback.set_index("feedback_id")["verbatim"].dropna()
    own = topics_of(texts, topics)
    keys = TOPIC + own["theme"]
    own = own.assign(theme=keys, name=keys.map(names).fillna(own["name"]))
    return pd.concat([themes_of(texts, names), own], ignore_index=True).rename(columns={"row": "feedback_id"})


def name_theme(store: Store, theme: str, name: str, *, person: str) -> None:
    """Call a theme otherwise; an empty name gives back its own. Raises SignalsError for what cannot be one."""
    words = " ".join(name.split())
    if not (theme in THEMES or theme.startswith(TOPIC)):
        raise SignalsError(f"There is no theme {theme}.")
    if len(words) > LONGEST_NAME:
        raise SignalsError(f"A theme's name has at most {LONGEST_NAME} letters; this one has {len(words)}.")
    is_own = theme in THEMES and words == THEMES[theme].name
    with store.writing() as connection:
        if words and not is_own:
            set_setting(connection, name=NAME_OF_THEME + theme, value=words, person=person)
        else:
            forget_setting(connection, name=NAME_OF_THEME + theme, person=person)
