"""Which words do the affected customers use more than the others, and which texts say best what all say?"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from functools import lru_cache

import numpy as np
import pandas as pd

from signals.stats.contrast import chance_of_as_many, log_odds
from signals.voice.stopwords import NEGATIONS, STOP_WORDS

COLUMNS = ["phrase", "z", "affected_count", "others_count", "affected_share", "others_share"]
LEAST_VOICES = 3  # two may be a coincidence, or one customer under two names
LEVEL = 0.05  # the chance that a word is told where the two groups talk alike
LONGEST_TEXT = 5_000  # letters: what comes after them is a pasted log or a thread quoted in full
MAIN_SHARE = 0.5  # a pair stands for its word where it makes up half of the word's voices; else the word stands alone
READABLE = (20, 300)  # letters: more than a cry, less than a letter
NEAR_DUPLICATE = 0.6  # of the words of two texts together, the share that both use
WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+(?:['’]t\b)?")  # keeps "don't" whole, parts "l'article"
PAIRED = re.compile(r"[\s'’-]+")  # what may stand between the two words of a phrase


def contrast(texts: pd.Series, customer_ids: pd.Series, is_affected: np.ndarray) -> pd.DataFrame:
    """Words and two-word phrases that affected voices use more than the others, strongest first: COLUMNS.

    A voice is a customer, who counts once per phrase, or a text without a customer; a customer with any affected text
    is affected. The shares are of the group's voices with a text. The prior of `log_odds` is what all say, as heavy as
    what the affected say. Phrases are as customers wrote them, unescaped. Empty with a group empty or nothing told.
    """
    is_text = _is_text(texts)
    voices, has_affected = _voices(np.asarray(customer_ids, object)[is_text], np.asarray(is_affected, bool)[is_text])
    texts = _cut(texts)
    told = _without_repetition(_beyond_chance(_used(texts, voices, has_affected), has_affected))
    surfaces = _surfaces(texts, set(told["key"]))
    told = told.assign(
        phrase=told["key"].map(surfaces).astype(object),
        affected_share=told["affected_count"] / max(has_affected.sum(), 1),
        others_share=told["others_count"] / max((~has_affected).sum(), 1),
    )
    return told[COLUMNS].reset_index(drop=True)


def representative(texts: pd.Series, count: int) -> list[Hashable]:
    """Index labels of up to `count` texts closest to the centroid of all by tf-idf, those of READABLE length first.

    Of near-duplicates the first only; a text of stop words alone represents nothing.
    """
    written = _cut(texts)
    telling = [[word for word in words_of(text) if _tells(word)] for text in written]
    words, closeness = [frozenset(each) for each in telling], _closeness(telling)
    order = sorted(
        (at for at in range(len(words)) if words[at]),
        key=lambda at: (
            not READABLE[0] <= len(written.iloc[at].strip()) <= READABLE[1],
            -closeness[at],
            written.iloc[at],
            str(written.index[at]),
        ),
    )
    chosen: list[int] = []
    for at in order:
        if len(chosen) >= count:
            break
        if all(_likeness(words[at], words[other]) < NEAR_DUPLICATE for other in chosen):
            chosen.append(at)
    return [written.index[at] for at in chosen]


def words_of(text: str) -> list[str]:
    """The words of a text, folded: lower case, without accents or apostrophes."""
    return [word for word, *_ in _words(text)]


def _is_text(texts: pd.Series) -> np.ndarray:
    return np.array([isinstance(text, str) for text in texts], dtype=bool)


def _cut(texts: pd.Series) -> pd.Series:
    """The texts that are there, as far as LONGEST_TEXT."""
    written = texts[_is_text(texts)]
    return pd.Series([text[:LONGEST_TEXT] for text in written], index=written.index, dtype=object)


def _voices(customer_ids, is_affected: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The voice of each text, numbered from 0, and whether each voice is affected."""
    voices, ids = pd.factorize(np.asarray(customer_ids, dtype=object))
    is_alone = voices == -1
    voices[is_alone] = len(ids) + np.arange(is_alone.sum())
    has_affected = np.zeros(voices.max(initial=-1) + 1, dtype=bool)
    has_affected[voices[is_affected]] = True
    return voices, has_affected


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold().replace("'", "").replace("’", ""))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word, folded, with where it starts and ends in the text."""
    return ((_folded(found.group()), found.start(), found.end()) for found in WORD.finditer(text))


@lru_cache(maxsize=100_000)
def _tells(word: str) -> bool:
    return len(word) > 1 and not word.isdigit() and word not in STOP_WORDS and word not in NEGATIONS


def _phrases(text: str) -> Iterator[tuple[str, int, int]]:
    """Each telling word, and each two neighbours of which the second tells and the first tells or denies it."""
    before, began, ended = "", 0, 0
    for word, start, end in _words(text):
        if _tells(word):
            yield word, start, end
            if (_tells(before) or before in NEGATIONS) and PAIRED.fullmatch(text, ended, start):
                yield f"{before} {word}", began, end
        before, began, ended = word, start, end


def _used(texts: pd.Series, voices: np.ndarray, has_affected: np.ndarray) -> pd.DataFrame:
    """By how many voices of either group each phrase is used: `key`, `affected_count`, `others_count`."""
    used_by = defaultdict(set)
    for text, voice in zip(texts, voices.tolist(), strict=True):
        used_by[voice].update(key for key, *_ in _phrases(text))
    affected, others = Counter(), Counter()
    for voice, keys in used_by.items():
        (affected if has_affected[voice] else others).update(keys)
    keys = sorted(affected.keys() | others.keys())
    return pd.DataFrame(
        {
            "key": pd.Series(keys, dtype=object),
            "affected_count": np.array([affected[key] for key in keys], dtype=int),
            "others_count": np.array([others[key] for key in keys], dtype=int),
        }
    )


def _beyond_chance(table: pd.DataFrame, has_affected: np.ndarray) -> pd.DataFrame:
    """Phrases whose users fall to the affected by lot less often than LEVEL in all looks (Bonferroni)."""
    affected, others = table["affected_count"].to_numpy(), table["others_count"].to_numpy()
    if not affected.sum() or not others.sum():
        return table.assign(z=np.nan).iloc[:0]
    prior = (affected + others) * affected.sum() / (affected.sum() + others.sum())
    table = table.assign(z=log_odds(affected, others, prior)[1])
    voices = {"voices_a": int(has_affected.sum()), "voices_b": int((~has_affected).sum())}
    chance = chance_of_as_many(affected, others, **voices)
    looks = int((affected + others >= LEAST_VOICES).sum())  # of either group, so that nothing affected chooses them
    told = table[(affected >= LEAST_VOICES) & (chance <= LEVEL / max(looks, 1))]
    return told.sort_values(["z", "key"], ascending=[False, True])


def _without_repetition(told: pd.DataFrame) -> pd.DataFrame:
    """Never both a phrase and a word inside it: the phrase where it is most of what the word is used for."""
    counts = dict(zip(told["key"], told["affected_count"], strict=True))
    pairs = {
        key
        for key, count in counts.items()
        if " " in key and all(count >= MAIN_SHARE * counts.get(word, 0) for word in key.split())
    }
    inside = {word for pair in pairs for word in pair.split()}
    is_told = [key in pairs if " " in key else key not in inside for key in told["key"]]
    return told[np.array(is_told, dtype=bool)]


def _surfaces(texts: pd.Series, keys: set[str]) -> dict[str, str]:
    """The most frequent spelling of each phrase, the first in the alphabet of equals."""
    spellings = {key: Counter() for key in keys}
    for text in texts if keys else ():
        for key, start, end in _phrases(text):
            if key in spellings:
                spellings[key][" ".join(text[start:end].split())] += 1
    return {key: min(found, key=lambda each: (-found[each], each)) for key, found in spellings.items()}


def _closeness(texts: list[list[str]]) -> np.ndarray:
    """The cosine of each text's tf-idf with the mean of all; rounded, so that the order of the rows changes nothing."""
    rows = np.repeat(np.arange(len(texts)), [len(words) for words in texts])
    columns, vocabulary = pd.factorize(np.array([word for words in texts for word in words], dtype=object), sort=True)
    cells, times = np.unique(rows * max(len(vocabulary), 1) + columns, return_counts=True)
    rows, columns = np.divmod(cells, max(len(vocabulary), 1))
    texts_with = np.bincount(columns, minlength=len(vocabulary))
    weights = (1 + np.log(times)) * np.log(1 + len(texts) / texts_with)[columns]
    weights /= np.sqrt(np.bincount(rows, weights**2, minlength=len(texts)))[rows]
    centre = np.bincount(columns, weights, minlength=len(vocabulary))
    length = np.sqrt((centre**2).sum()) or 1.0
    return (np.bincount(rows, weights * centre[columns], minlength=len(texts)) / length).round(9)


def _likeness(one: frozenset, other: frozenset) -> float:
    return len(one & other) / len(one | other)
