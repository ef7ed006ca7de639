"""Which themes are spoken of, and more or less often than before?"""

from datetime import date

import numpy as np
import pandas as pd

from signals.voice.words import contrast

RECENT_WEEKS = 8
BEFORE_WEEKS = 26
TREND_WEEKS = 13


def theme_trends(feedback: pd.DataFrame, themes: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """One row a theme, the most spoken of lately first.

    recent_count (voices of RECENT_WEEKS), usual_count (of as many weeks, by the BEFORE_WEEKS before), ratio (missing
    without any before), bad_share (of those with a tone), trend (voices of each of TREND_WEEKS weeks).
    """
    told = themes.merge(feedback[["feedback_id", "given_date", "tone"]], on="feedback_id")
    age_days = (pd.Timestamp(as_of) - told["given_date"]).dt.days.to_numpy()
    week = age_days // 7
    told = told.assign(
        week=week,
        is_recent=week < RECENT_WEEKS,
        is_before=(week >= RECENT_WEEKS) & (week < RECENT_WEEKS + BEFORE_WEEKS),
    )
    told = told[(week >= 0) & (told["is_recent"] | told["is_before"])]
    grouped = told.groupby(["theme", "name"])
    table = pd.DataFrame(
        {
            "recent_count": grouped["is_recent"].sum(),
            "usual_count": grouped["is_before"].sum() * RECENT_WEEKS / BEFORE_WEEKS,
            "bad_share": grouped["tone"].apply(lambda tones: (tones == "bad").sum() / max(tones.notna().sum(), 1)),
            "trend": grouped["week"].apply(_weeks),
        }
    )
    ratio = table["recent_count"] / table["usual_count"].where(table["usual_count"] > 0)
    ordered = table.assign(ratio=ratio).reset_index()
    return ordered.sort_values(["recent_count", "theme"], ascending=[False, True], ignore_index=True)


def more_than_before(feedback: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Phrases that more voices use in the last RECENT_WEEKS than in the BEFORE_WEEKS before; as `words.contrast`."""
    age_days = (pd.Timestamp(as_of) - feedback["given_date"]).dt.days
    said = feedback[age_days.between(0, 7 * (RECENT_WEEKS + BEFORE_WEEKS) - 1)]
    is_recent = age_days[said.index] < 7 * RECENT_WEEKS
    return contrast(said["verbatim"], said["customer_id"], is_recent.to_numpy())


def _weeks(weeks: pd.Series) -> list[int]:
    """Voices a week, the oldest first."""
    counted = np.bincount(weeks[weeks < TREND_WEEKS], minlength=TREND_WEEKS)
    return counted[::-1].tolist()
