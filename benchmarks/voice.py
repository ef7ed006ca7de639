"""Does the polarity of a text follow the stars given with it, and do its themes follow the department?

.venv/bin/python -m benchmarks.voice [--reviews FILE]
"""

import argparse
import importlib
import importlib.util
import time
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import spearmanr

from signals.stats.calibration import area_under_curve
from signals.voice.polarity import polarity

DEFAULT_REVIEWS = Path(__file__).resolve().parents[2] / "shared" / "data" / "womens_clothing_reviews.csv.gz"
THEMES = "signals.voice.themes"
BAD_TO, GOOD_FROM = 2, 4  # stars
SHUFFLES = 20


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.voice", description=__doc__.splitlines()[0])
    parser.add_argument("--reviews", type=Path, default=DEFAULT_REVIEWS, help="Women's Clothing Reviews as one CSV")
    asked = parser.parse_args()
    if not asked.reviews.exists():
        raise SystemExit(f"{asked.reviews} is not here: nothing measured.")
    reviews = reviews_of(asked.reviews)
    figures = [("texts", f"{len(reviews):,}"), *polarity_figures(reviews), *theme_figures(reviews)]
    print("\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in figures)]))


def reviews_of(path: Path) -> pd.DataFrame:
    """`text` (title and review), `rating` in stars and `department` of each review that has a text."""
    raw = pd.read_csv(path)
    titled = raw["Title"].fillna("").add(". ").where(raw["Title"].notna(), "") + raw["Review Text"]
    return pd.DataFrame(
        {"text": titled, "rating": raw["Rating"].astype(float), "department": raw["Department Name"]}
    ).dropna(subset=["text"], ignore_index=True)


def polarity_figures(reviews: pd.DataFrame) -> list[tuple[str, str]]:
    started = time.process_time()
    told = polarity(reviews["text"])
    seconds = time.process_time() - started
    rating, is_told = reviews["rating"], told.notna()
    is_clear = is_told & ((rating <= BAD_TO) | (rating >= GOOD_FROM))
    area = area_under_curve(told[is_clear], rating[is_clear] >= GOOD_FROM)
    correlation = spearmanr(told[is_told], rating[is_told]).statistic
    return [
        ("with a polarity", f"{is_told.mean():.1%}"),
        (f"AUC, ≤ {BAD_TO} against ≥ {GOOD_FROM} stars", f"{area:.3f} (n = {is_clear.sum():,})"),
        ("rank correlation with the rating", f"{correlation:.3f} (n = {is_told.sum():,})"),
        ("polarities per CPU-second", f"{len(reviews) / max(seconds, 1e-3):,.0f}"),
    ]


def theme_figures(reviews: pd.DataFrame) -> list[tuple[str, str]]:
    """How many texts have a theme, and how often the department is that which is most frequent in the theme."""
    if importlib.util.find_spec(THEMES) is None:
        return [("themes", "signals/voice/themes.py is not here: left out")]
    themes = importlib.import_module(THEMES).themes_of(reviews["text"])
    department = reviews["department"].reindex(themes["row"]).to_numpy()
    theme = themes["theme"].to_numpy()[pd.notna(department)]
    department = department[pd.notna(department)]
    rng = np.random.default_rng(1)
    by_chance = [_purity(theme, rng.permutation(department)) for _ in range(SHUFFLES)]
    return [
        ("themes", f"{themes['theme'].nunique():,}"),
        ("with a theme", f"{themes['row'].nunique() / len(reviews):.1%}"),
        ("purity against the department", f"{_purity(theme, department):.3f} (n = {len(theme):,})"),
        (f"the same, departments shuffled ({SHUFFLES}×)", f"{np.mean(by_chance):.3f} (at most {max(by_chance):.3f})"),
    ]


def _purity(theme: np.ndarray, department: np.ndarray) -> float:
    return float(pd.crosstab(theme, department).max(axis=1).sum() / len(theme)) if len(theme) else float("nan")


if __name__ == "__main__":
    main()
