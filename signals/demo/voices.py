"""What do the demo company's customers say? Surveys and everyday feedback, tied to people who really bought."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from signals.demo import phrases, story
from signals.demo.answers import answered, worded
from signals.demo.cast import Cast, number_of
from signals.demo.causes import story_voices
from signals.demo.speakers import after_purchase, region_of, sorted_days

SURVEY_WORDS_SHARE, OTHER_WORDS_SHARE = 0.22, 0.95
TURNED_SHARE = 0.6  # of the unhappy after the turn who name the story's theme
HAPPY_FROM = 7  # of 10
KINDS = {  # source -> rows over the history, share of praise
    "complaint": (330, 0.0),
    "review": (360, 0.72),
    "call": (130, 0.45),
    "visit": (110, 0.6),
    "social": (50, 0.5),
    "heard": (50, 0.4),
}


@dataclass(frozen=True)
class Survey:
    """The question "which brand comes to your mind first", put to buyers of one product."""

    product_id: str
    answers_per_week: int
    turn: date
    before: float  # share that names ours
    after_home: float  # the same since the turn, in the North-East
    after_elsewhere: float
    rivals: tuple[str, ...]  # the strongest first
    rival_share: float  # of those who do not name ours and name the strongest rival
    rival_share_after: float
    theme: str  # what the unhappy talk about since the turn


def _surveys(cast: Cast) -> tuple[Survey, ...]:
    told, trident_rivals = cast.told, (story.RIVAL_BRAND, "Dolorex Forte", "Analgin Verde")
    return (
        Survey(story.TRIDENT, 66, told.trident_onset, 0.41, 0.18, 0.35, trident_rivals, 0.28, 0.45, "cheaper rival"),
        Survey(story.ORION, 40, told.orion_onset, 0.44, 0.34, 0.34, ("Alleriva", "Polenil"), 0.5, 0.5, "hard blister"),
    )


def feedback(cast: Cast, sales: pd.DataFrame, *, rng: np.random.Generator) -> pd.DataFrame:
    """One row a voice, in the order in which they were given; nothing after the last day."""
    buyers = sales[sales.customer_id.notna() & (sales.quantity > 0)]
    parts = [_asked(cast, buyers, survey, rng=rng) for survey in _surveys(cast)]
    parts += [_everyday(cast, buyers, source, rng=rng) for source in KINDS]
    parts += story_voices(cast, buyers, rng=rng)
    rows = pd.concat(parts, ignore_index=True).sort_values("day", kind="stable").reset_index(drop=True)
    return answered(cast, worded(cast, rows, rng=rng), rng=rng)


def _asked(cast: Cast, buyers: pd.DataFrame, survey: Survey, *, rng: np.random.Generator) -> pd.DataFrame:
    """Answers to first choice and "how likely would you recommend us", with words from some."""
    start = number_of(cast.told, cast.told.survey_start)
    count = round(survey.answers_per_week * (story.HISTORY_DAYS - start) / 7)
    days = sorted_days(start, story.HISTORY_DAYS, count, rng=rng)
    rows = after_purchase(cast, buyers[buyers.product_id == survey.product_id], days, rng=rng)
    is_after = days >= number_of(cast.told, survey.turn)
    first_choice = _first_choices(cast, survey, rows, is_after, rng=rng)
    is_ours = first_choice == _name(cast, survey)
    score = np.round(rng.normal(np.where(is_ours, 8.6, 6.6), np.where(is_ours, 1.3, 2.2))).clip(0, 10)
    is_turned = is_after & (score < HAPPY_FROM) & (rng.random(count) < TURNED_SHARE)
    theme = np.where(is_turned, survey.theme, _themes(score >= HAPPY_FROM, rng=rng))
    has_words = rng.random(count) < SURVEY_WORDS_SHARE
    return rows.assign(
        source="survey", scale="nps", score=score, first_choice=first_choice, theme=theme, has_words=has_words
    )


def _first_choices(
    cast: Cast, survey: Survey, rows: pd.DataFrame, is_after: np.ndarray, *, rng: np.random.Generator
) -> np.ndarray:
    """The brand that each answer names."""
    is_home = region_of(cast, rows.customer_id).eq(story.FALL_REGION)
    share = np.where(is_after, np.where(is_home, survey.after_home, survey.after_elsewhere), survey.before)
    is_strongest = rng.random(len(rows)) < np.where(is_after, survey.rival_share_after, survey.rival_share)
    strongest, *others = survey.rivals
    rival = np.where(is_strongest, strongest, rng.choice(others, len(rows)))
    luck = (
        pd.Series(rng.random(len(rows))).groupby(is_after).rank(pct=True)
    )  # even: the story's shares come out as told
    return np.where(luck <= share, _name(cast, survey), rival)


def _name(cast: Cast, survey: Survey) -> str:
    return cast.products.set_index("product_id").product_name[survey.product_id]


def _everyday(cast: Cast, buyers: pd.DataFrame, source: str, *, rng: np.random.Generator) -> pd.DataFrame:
    """What comes in on any day, about anything, in no relation to the story; reviews carry stars."""
    count, praise_share = KINDS[source]
    rows = after_purchase(cast, buyers, sorted_days(14, story.HISTORY_DAYS, count, rng=rng), rng=rng)
    is_praise = rng.random(count) < praise_share
    stars = np.where(is_praise, rng.choice([4.0, 5.0], count, p=[0.4, 0.6]), rng.choice([1.0, 2.0, 3.0], count))
    rows = rows.assign(
        source=source, theme=_themes(is_praise, rng=rng), has_words=rng.random(count) < OTHER_WORDS_SHARE
    )
    return rows.assign(score=stars, scale="stars") if source == "review" else rows


def _themes(is_praise: np.ndarray, *, rng: np.random.Generator) -> np.ndarray:
    praise, complaint = (phrases.themes(len(is_praise), is_praise=kind, rng=rng) for kind in (True, False))
    return np.where(is_praise, praise, complaint)
