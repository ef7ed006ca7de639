"""Which topics does this company have beside the themes of the lexicon, and which text is about which?

Topics are learnt seldom and kept (`learned`); each text is then read by itself (`topics_of`), so that a topic means the
same from day to day.
"""

from collections import Counter, defaultdict
from functools import lru_cache
from zlib import crc32

import numpy as np
import pandas as pd

from signals.stats.topics import factors, tf_idf
from signals.voice.polarity import is_verdict
from signals.voice.stopwords import NEGATIONS, STOP_WORDS
from signals.voice.words import LONGEST_TEXT, WORD, words_of

LEARNED = ["topic", "name", "word", "weight"]
COLUMNS = ["row", "theme", "name"]
FEWEST_TEXTS = 100
MOST_TEXTS = 20_000  # learnt from; more change no topic and take longer
TEXTS_PER_TOPIC = 40
FEWEST_TOPICS = 3
RAREST = (5, 0.002)  # texts with a word, and their share: rarer is chance
COMMONEST = 0.5  # share of the texts with a word: commoner says nothing; 0.3 lost "dress" at a shop of dresses
SAME = 0.75  # the cosine with a topic learnt before from which it is that topic, and keeps its key and name
WORDS, NAME_WORDS, KEY_WORDS = 12, 3, 2  # the strongest of a topic that are kept, shown, and make its key
FAINT = 0.05  # of the weight of the strongest word: what is fainter is left out
ROOM = 3  # parts beside those known, so that what customers begin to speak of is found
ALIKE = 0.5  # the cosine of two topics from which they are one
HELD = 0.01  # of the texts: what fewer are about is no topic
ENOUGH = 0.3  # the share of a topic's weight that a text uses, in two words or more
HEAVY = 0.5  # the share from which one word is enough


def learned(texts: pd.Series, most: int = 20, before: pd.DataFrame | None = None) -> pd.DataFrame:
    """LEARNED: the words of each topic with their shares of its weight, the commonest topic and strongest word first.

    It starts from the topics learnt before, so that they change only as far as the texts did. Words are folded and
    singular; names are as customers write them, unescaped. The order of the texts changes nothing. Empty with fewer
    than FEWEST_TEXTS.
    """
    texts = _sample(texts)
    if len(texts) < FEWEST_TEXTS:
        return _table([], {})
    said = [_said(text) for text in texts]
    words, rows, columns = _vocabulary(said)
    count = min(most, max(FEWEST_TOPICS, len(texts) // TEXTS_PER_TOPIC))
    table = tf_idf(rows, columns, shape=(len(texts), len(words)))
    if before is None or before.empty:
        _, parts = factors(table, count)
    else:
        known = _vectors(before).reindex(columns=words, fill_value=0.0).to_numpy()
        _, parts = factors(table, count + ROOM, known=known)
    topics = _held([_strongest(part, words) for part in _distinct(parts)], said)[:most]
    return _table(topics, _spellings(texts, {word for topic in topics for word in list(topic)[:NAME_WORDS]}))


def matched(learnt: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """LEARNED, each topic under the key and name of the most alike of those learnt before, if one is SAME."""
    vectors, known = _vectors(learnt), _vectors(before)
    words = vectors.columns.union(known.columns)
    alike = vectors.reindex(columns=words, fill_value=0.0) @ known.reindex(columns=words, fill_value=0.0).T
    names = dict(zip(before["topic"], before["name"], strict=True))
    keys: dict[str, str] = {}
    for topic, old in (
        alike.stack().sort_values(ascending=False, kind="stable").loc[lambda cosine: cosine >= SAME].index
    ):
        if topic not in keys and old not in keys.values():
            keys[topic] = old
    name = [names.get(keys.get(row.topic), row.name_) for row in learnt.rename(columns={"name": "name_"}).itertuples()]
    return learnt.assign(topic=learnt["topic"].map(lambda topic: keys.get(topic, topic)), name=name)


def _vectors(learnt: pd.DataFrame) -> pd.DataFrame:
    """Topics by words, each of length one."""
    wide = learnt.pivot(index="topic", columns="word", values="weight").fillna(0.0)
    return wide.div(np.sqrt((wide**2).sum(axis=1)), axis=0)


def topics_of(texts: pd.Series, learnt: pd.DataFrame) -> pd.DataFrame:
    """row (the label of the text), theme (the topic's key) and name; a text may have several or none.

    In the order of the texts, then of the topics. Each text is read by itself: no other text changes its topics.
    """
    names = dict(zip(learnt["topic"], learnt["name"], strict=True))
    place = {topic: at for at, topic in enumerate(names)}
    uses = _uses((place[row.topic], row.word, row.weight) for row in learnt.itertuples())
    keys = list(names)
    found = [
        (label, keys[at])
        for label, text in zip(texts.index, texts, strict=True)
        if isinstance(text, str) and uses
        for at in _about(_said(text[:LONGEST_TEXT]), uses)
    ]
    themes = pd.Series([key for _, key in found], dtype="str")
    rows = pd.Index([label for label, _ in found], dtype=texts.index.dtype)
    return pd.DataFrame({"row": rows, "theme": themes, "name": themes.map(names).astype("str")})


def weights_of(texts: pd.Series, learnt: pd.DataFrame) -> pd.DataFrame:
    """Texts by topics: the share of a topic's weight that a text uses, 0 to 1."""
    shares = learnt.pivot(index="word", columns="topic", values="weight").fillna(0.0)
    return pd.DataFrame(
        [shares.loc[shares.index.isin(_said(text[:LONGEST_TEXT]))].sum() for text in texts], texts.index
    )


def _sample(texts: pd.Series) -> list[str]:
    """At most MOST_TEXTS, in an order of their own, so that a text more replaces one of the sample at most."""
    written = (text[:LONGEST_TEXT] for text in texts if isinstance(text, str) and text.strip())
    return sorted(written, key=lambda text: (crc32(text.encode("utf-8", "surrogatepass")), text))[:MOST_TEXTS]


@lru_cache(maxsize=100_000)
def _singular(word: str) -> str:
    """Without the s of a plural, in a way that needs no other word: dresses and dress, sizes and size are one."""
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "siu" else word


@lru_cache(maxsize=100_000)
def _tells(word: str) -> bool:
    """Is it a word of a subject? How somebody finds it is told by the polarity, and "great" made a topic of its own."""
    is_small = len(word) <= 2 or word.isdigit() or word in STOP_WORDS or word in NEGATIONS
    return not is_small and not is_verdict(word)


def _said(text: str) -> set[str]:
    return {_singular(word) for word in words_of(text) if _tells(word)}


def _vocabulary(said: list[set[str]]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The words neither too rare nor too common, and which text (row) has which of them (column)."""
    texts_with = Counter(word for words in said for word in words)
    least, greatest = max(RAREST[0], RAREST[1] * len(said)), COMMONEST * len(said)
    words = sorted(word for word, count in texts_with.items() if least <= count <= greatest)
    place = {word: at for at, word in enumerate(words)}
    pairs = [(row, place[word]) for row, each in enumerate(said) for word in sorted(each) if word in place]
    rows, columns = np.array(pairs, dtype=int).reshape(-1, 2).T
    return words, rows, columns


def _distinct(parts: np.ndarray) -> list[np.ndarray]:
    """Without unused parts and those like an earlier one; the rows are of length 1."""
    chosen: list[np.ndarray] = []
    for part in parts:
        if part.any() and all(part @ other < ALIKE for other in chosen):
            chosen.append(part)
    return chosen


def _strongest(part: np.ndarray, words: list[str]) -> dict[str, float]:
    """The shares of the strongest words, strongest first."""
    order = [at for at in np.argsort(-part.round(9), kind="stable")[:WORDS] if part[at] >= FAINT * part.max()]
    total = part[order].sum()
    return {words[at]: round(float(part[at] / total), 6) for at in order}


def _held(topics: list[dict[str, float]], said: list[set[str]]) -> list[dict[str, float]]:
    """The topics that HELD of the texts are about, commonest first, one for each key."""
    uses = _uses((at, word, weight) for at, topic in enumerate(topics) for word, weight in topic.items())
    texts_about = Counter(at for words in said for at in _about(words, uses))
    order = sorted(range(len(topics)), key=lambda at: (-texts_about[at], _key(topics[at])))
    first = {_key(topics[at]): topics[at] for at in reversed(order) if texts_about[at] >= HELD * len(said)}
    return [topics[at] for at in order if first.get(_key(topics[at])) is topics[at]]


def _uses(triples) -> dict[str, list[tuple[int, float]]]:
    """Of each word the topics it belongs to, with its weight there."""
    uses = defaultdict(list)
    for at, word, weight in triples:
        uses[word].append((at, weight))
    return dict(uses)


def _about(words: set[str], uses: dict[str, list[tuple[int, float]]]) -> list[int]:
    """The topics of which a text has enough: ENOUGH of the weight in two words, or one word of HEAVY weight."""
    used = defaultdict(list)
    for word in words & uses.keys():
        for at, weight in uses[word]:
            used[at].append(weight)
    return sorted(
        at
        for at, weights in used.items()
        if max(weights) >= HEAVY or (len(weights) > 1 and round(sum(sorted(weights)), 6) >= ENOUGH)
    )


def _key(topic: dict[str, float]) -> str:
    """The strongest words in the alphabet's order, which stays where their weights change places."""
    return "_".join(sorted(list(topic)[:KEY_WORDS]))


def _spellings(texts: list[str], words: set[str]) -> dict[str, str]:
    """The most frequent spelling of each word, the first in the alphabet of equals."""
    spellings = {word: Counter() for word in words}
    for text in texts if words else ():
        for folded, written in zip(words_of(text), WORD.findall(text), strict=True):
            if _singular(folded) in spellings:
                spellings[_singular(folded)][written] += 1
    return {word: min(found, key=lambda each: (-found[each], each)) for word, found in spellings.items()}


def _table(topics: list[dict[str, float]], spellings: dict[str, str]) -> pd.DataFrame:
    rows = [
        (_key(topic), ", ".join(spellings[each] for each in list(topic)[:NAME_WORDS]), word, weight)
        for topic in topics
        for word, weight in topic.items()
    ]
    return pd.DataFrame(rows, columns=LEARNED).astype(
        {"topic": "str", "name": "str", "word": "str", "weight": "float64"}
    )
