"""What do customers say: every voice of two years with whom and what it is about?"""

from collections.abc import Mapping
from datetime import date, timedelta

import pandas as pd

from signals.errors import SignalsError
from signals.model import VoiceOfCustomers
from signals.pipeline.lists import EVER
from signals.pipeline.refresh import morning
from signals.store.company import NAME_OF_THEME, forget_setting, set_setting, theme_names
from signals.store.engine import Store
from signals.voice.experiences import tones
from signals.voice.themes import THEMES, themes_of
from signals.voice.touchpoints import departments, stages

SHOWN_DAYS = 730
LONGEST_NAME = 60


def voice(store: Store, as_of: date | None = None) -> VoiceOfCustomers:
    """All feedback of SHOWN_DAYS up to a day, the newest first. Raises TooLittleHistory without sales."""
    told = morning(store, as_of)
    with store.reading() as connection:
        feedback = connection.frame("marts/feedback", as_of=as_of or EVER)
        names = connection.frame("marts/product_names", as_of=told.as_of).set_index("product_id")["product_name"]
        renamed = theme_names(connection)
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
    return VoiceOfCustomers(told.as_of, told_of, themes_in(feedback, renamed))


def themes_in(feedback: pd.DataFrame, names: Mapping[str, str] | None = None) -> pd.DataFrame:
    """feedback_id, theme and name; a voice may speak of several."""
    texts = feedback.set_index("feedback_id")["verbatim"].dropna()
    return themes_of(texts, names).rename(columns={"row": "feedback_id"})


def name_theme(store: Store, theme: str, name: str, *, person: str) -> None:
    """Call a theme otherwise; an empty name gives back its own. Raises SignalsError for what cannot be one."""
    words = " ".join(name.split())
    if theme not in THEMES or len(words) > LONGEST_NAME:
        raise SignalsError(
            f"A theme's name has at most {LONGEST_NAME} letters, and the theme must be one that is known."
        )
    with store.writing() as connection:
        if words and words != THEMES[theme].name:
            set_setting(connection, name=NAME_OF_THEME + theme, value=words, person=person)
        else:
            forget_setting(connection, name=NAME_OF_THEME + theme, person=person)
