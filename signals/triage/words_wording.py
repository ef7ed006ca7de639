"""How is it said which words some customers use more than others, or more than before?"""

import pandas as pd

from signals.metrics import listed, number
from signals.triage.names import capital

TOLD = 4  # phrases; the rest stands in the words themselves


def more(comparison: str, told: pd.DataFrame) -> str:
    """Everybody since then says “new blister” (34 voices, 2 others) more than the rest."""
    phrases = [
        f"“{row.phrase}” ({number(int(row.affected_count))} voices, {number(int(row.others_count))} others)"
        for row in told.head(TOLD).itertuples()
    ]
    verb = "says" if comparison.startswith("everybody") else "say"
    return f"{capital(comparison)} {verb} {listed(phrases)} more than the rest."
