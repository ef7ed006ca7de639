"""Does each department make good experiences enough for its bad ones?"""

import pandas as pd

from signals.voice.experiences import BAD, GOOD, tones

TO_COVER = 5  # good experiences that a bad one takes, as a rule of thumb
FEW = 20  # told experiences; fewer are said to be few
NO_DEPARTMENT = "not stated"


def balances(feedback: pd.DataFrame, by: str) -> pd.DataFrame:
    """One row a value of the column `by`: good_count, bad_count, ratio (good a bad one), is_covered, is_few.

    Those with most bad experiences first. Feedback without a tone is not counted; without a value it stands under
    NO_DEPARTMENT. The ratio is missing where nothing bad was told.
    """
    told = feedback.assign(tone=tones(feedback)).dropna(subset=["tone"])
    place = told[by].fillna(NO_DEPARTMENT)
    counts = pd.DataFrame(
        {
            "good_count": told["tone"].eq(GOOD).groupby(place).sum(),
            "bad_count": told["tone"].eq(BAD).groupby(place).sum(),
        }
    ).astype(int)
    ratio = counts["good_count"] / counts["bad_count"].where(counts["bad_count"] > 0)
    table = counts.assign(
        ratio=ratio,
        is_covered=counts["good_count"] >= TO_COVER * counts["bad_count"],
        is_few=counts.sum(axis=1) < FEW,
    )
    ordered = table.rename_axis(by).reset_index().sort_values(["bad_count", by], ascending=[False, True])
    return ordered.reset_index(drop=True)
