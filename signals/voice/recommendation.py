"""How likely is a customer to recommend us: by their own answers, else by those of similar customers?"""

from datetime import date

import pandas as pd

from signals.model import Recommendation
from signals.voice.scores import net_promoter_score

NPS = "nps"
RECENT_DAYS = 365


def recommendations(feedback: pd.DataFrame, segments: pd.Series, as_of: date) -> tuple[Recommendation, ...]:
    """The net promoter score of everybody (segment None) and of each segment, over a year up to `as_of`.

    The last answer of each customer counts, of several on a day the lowest; answers without a customer count for
    everybody. Nobody asked: empty.
    """
    answers = _answers(feedback, as_of)
    segment = answers["customer_id"].map(segments)
    groups = [(None, answers), *((name, answers[segment == name]) for name in sorted(segment.dropna().unique()))]
    return tuple(_recommendation(name, group["score"]) for name, group in groups if len(group))


def _answers(feedback, as_of) -> pd.DataFrame:
    given, last = pd.to_datetime(feedback["given_date"]), pd.Timestamp(as_of)
    is_recent = (given <= last) & (given > last - pd.Timedelta(days=RECENT_DAYS))
    answers = feedback[is_recent & feedback["scale"].eq(NPS).fillna(False) & feedback["score"].notna()]
    answers = answers.sort_values(["given_date", "score"], ascending=[True, False])
    is_last = ~answers.duplicated("customer_id", keep="last") | answers["customer_id"].isna()
    return answers[is_last]


def _recommendation(segment, scores) -> Recommendation:
    score = net_promoter_score(scores)
    return Recommendation(segment, score.estimate, score.low, score.high, score.n)
