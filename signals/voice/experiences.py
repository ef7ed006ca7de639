"""Was what a customer told us a good or a bad experience?"""

import numpy as np
import pandas as pd

GOOD, BAD = "good", "bad"
COMPLAINT = "complaint"  # bad whatever its score: nobody complains of what went well
GOOD_FROM = {"nps": 9, "csat": 4, "stars": 4, "ces": 6}  # promoters, the two best of five, ease of six or seven
BAD_TO = {"nps": 6, "csat": 2, "stars": 2, "ces": 3}  # detractors, the two worst of five, ease of one to three


def tones(feedback: pd.DataFrame) -> pd.Series:
    """GOOD, BAD or missing (neither, or no score to tell) of each row of `source`, `score`, `scale`."""
    score, scale = feedback["score"].astype(float), feedback["scale"]
    is_good = score >= scale.map(GOOD_FROM).astype(float)
    is_bad = (score <= scale.map(BAD_TO).astype(float)) | feedback["source"].eq(COMPLAINT).fillna(False)
    return pd.Series(np.select([is_bad, is_good], [BAD, GOOD], ""), index=feedback.index).replace("", None)
