"""Does the polarity of a text follow the stars given with it, do its themes follow the department, and which themes of
our own labelled sentences are found?

.venv/bin/python -m benchmarks.voice [--reviews FILE]
"""

import argparse
import time
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import spearmanr

from signals.stats.calibration import area_under_curve
from signals.voice import topics
from signals.voice.polarity import polarity
from signals.voice.themes import themes_of

DEFAULT_REVIEWS = Path(__file__).resolve().parents[2] / "shared" / "data" / "womens_clothing_reviews.csv.gz"
SENTENCES = {  # written by us: those that the phrases were written beside, and others written after them
    "beside": Path(__file__).parent / "said.txt",
    "after": Path(__file__).parent / "said_held_out.txt",
}
NO_THEME = "none"
LEARNT_FROM = 5_000  # reviews; the topics are told of the others
BAD_TO, GOOD_FROM = 2, 4  # stars
SHUFFLES = 20


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.voice", description=__doc__.splitlines()[0])
    parser.add_argument("--reviews", type=Path, default=DEFAULT_REVIEWS, help="Women's Clothing Reviews as one CSV")
    asked = parser.parse_args()
    show([row for written, path in SENTENCES.items() for row in sentence_figures(path, written)])
    if not asked.reviews.exists():
        raise SystemExit(f"{asked.reviews} is not here: nothing measured.")
    reviews = reviews_of(asked.reviews)
    show([("texts", f"{len(reviews):,}"), *polarity_figures(reviews), *theme_figures(reviews), *topic_figures(reviews)])


def show(figures: list[tuple[str, str]]) -> None:
    print("\n".join(["", "| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in figures)]))


def sentences_of(path: Path) -> pd.DataFrame:
    """`theme`, `language` and `text` of each sentence: a theme's own line, then a line a sentence."""
    rows, theme = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        language, _, text = line.partition(" ")
        if text:
            rows.append((theme, language, text))
        elif line:
            theme = line
    return pd.DataFrame(rows, columns=["theme", "language", "text"])


def sentence_figures(path: Path, written: str) -> list[tuple[str, str]]:
    """Of each language: how many sentences have their theme, and how many themes found are that of the sentence.

    A sentence has one theme here, so a second one that is as right counts as wrong: the precision is a lower bound.
    """
    sentences = sentences_of(path)
    found = themes_of(sentences["text"])
    is_right = found["theme"].to_numpy() == sentences["theme"].reindex(found["row"]).to_numpy()
    language = sentences["language"].reindex(found["row"]).to_numpy()
    rows = []
    for code in ("all", *sentences["language"].unique()):
        is_of = (sentences["language"] == code) | (code == "all")
        is_found = (language == code) | (code == "all")
        asked = int((is_of & (sentences["theme"] != NO_THEME)).sum())
        right, told = int((is_right & is_found).sum()), int(is_found.sum())
        share = f"recall {right / asked:.2f}, precision {right / told:.2f} (n = {asked})"
        rows.append(
            (
                f"sentences written {written}, {code}",
                share,
            )
        )
    return rows


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
    themes = themes_of(reviews["text"])
    return [
        ("themes", f"{themes['theme'].nunique():,}"),
        ("with a theme", f"{themes['row'].nunique() / len(reviews):.1%}"),
        *_agreement("themes", themes["theme"], reviews["department"].reindex(themes["row"])),
    ]


def topic_figures(reviews: pd.DataFrame) -> list[tuple[str, str]]:
    """The same of the topics learnt from some of the reviews and told of the others."""
    reviews = reviews.sample(frac=1, random_state=1)
    learnt, others = topics.learned(reviews["text"].head(LEARNT_FROM)), reviews.iloc[LEARNT_FROM:]
    told = topics.topics_of(others["text"], learnt)
    weights = topics.weights_of(others["text"], learnt)
    strongest = weights.idxmax(axis=1)[weights.max(axis=1) > 0]
    return [
        ("topics", f"{learnt['topic'].nunique():,}"),
        ("with a topic", f"{told['row'].nunique() / len(others):.1%}"),
        *_agreement("topics", told["theme"], others["department"].reindex(told["row"])),
        *_agreement("strongest topic", strongest, others["department"].reindex(strongest.index)),
    ]


def _agreement(name: str, theme: pd.Series, department: pd.Series) -> list[tuple[str, str]]:
    is_known = department.notna().to_numpy()
    theme, department = theme.to_numpy()[is_known], department.to_numpy()[is_known]
    rng = np.random.default_rng(1)
    by_lot = [_purity(theme, rng.permutation(department)) for _ in range(SHUFFLES)]
    return [
        (f"{name}: purity against the department", f"{_purity(theme, department):.3f} (n = {len(theme):,})"),
        (f"{name}: the same, departments shuffled ({SHUFFLES}×)", f"{np.mean(by_lot):.3f} (at most {max(by_lot):.3f})"),
        (f"{name}: normalised mutual information", f"{_shared_information(theme, department):.3f}"),
    ]


def _purity(theme: np.ndarray, department: np.ndarray) -> float:
    return float(pd.crosstab(theme, department).max(axis=1).sum() / len(theme)) if len(theme) else float("nan")


def _shared_information(one: np.ndarray, other: np.ndarray) -> float:
    """Mutual information over the geometric mean of the entropies (Strehl and Ghosh 2002, JMLR 3, eq. 2)."""
    joint = pd.crosstab(one, other).to_numpy() / len(one)
    apart = np.outer(joint.sum(axis=1), joint.sum(axis=0))
    shared = (joint[joint > 0] * np.log(joint[joint > 0] / apart[joint > 0])).sum()
    entropies = [-(share * np.log(share)).sum() for share in (joint.sum(axis=1), joint.sum(axis=0))]
    return float(shared / np.sqrt(np.prod(entropies)))


if __name__ == "__main__":
    main()
