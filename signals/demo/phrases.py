"""How do the demo company's customers put it? Themes, and sentences joined at random from opener, core and tail."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from signals.demo.sentences import OPENERS, SENTENCES, TAILS
from signals.demo.story import RIVAL_BRAND

PLAIN_SHARE = 0.55  # of sentences without an opener; the same again for tails
TONES = {True: "good", False: "bad"}
COLLEAGUE = {
    "en": "your colleague",
    "de": "Ihr Kollege",
    "fr": "votre collègue",
    "es": "su colega",
    "it": "il vostro collega",
}


@dataclass(frozen=True)
class Theme:
    """What somebody talks about."""

    touchpoint: str
    is_praise: bool
    share: float  # of the usual praise or of the usual complaints; 0 belongs to the story


THEMES = {
    "late deliveries": Theme("delivery", False, 0.27),
    "wrong invoices": Theme("billing", False, 0.20),
    "long wait": Theme("call centre", False, 0.17),
    "website trouble": Theme("website", False, 0.14),
    "wrong items": Theme("order taking", False, 0.12),
    "slow claim": Theme("claims", False, 0.10),
    "hard blister": Theme("product", False, 0.0),
    "cheaper rival": Theme("prices", False, 0.0),
    "works well": Theme("product", True, 0.40),
    "quick delivery": Theme("delivery", True, 0.16),
    "good visit": Theme("sales visit", True, 0.16),
    "helpful call": Theme("call centre", True, 0.14),
    "easy ordering": Theme("website", True, 0.14),
}


@dataclass(frozen=True)
class Speaker:
    """Who says it: the language, whether a business speaks, and the representative who calls there, if any."""

    language: str
    is_business: bool
    owner: str | None


def themes(count: int, *, is_praise: bool, rng: np.random.Generator) -> np.ndarray:
    """So many themes as they usually come."""
    shares = {name: theme.share for name, theme in THEMES.items() if theme.is_praise == is_praise}
    return rng.choice(list(shares), count, p=list(shares.values()))


def sentence(theme: str, speaker: Speaker, *, product: str, rng: np.random.Generator) -> str:
    """One customer's words on a theme; the first letter is a capital."""
    tone = TONES[THEMES[theme].is_praise]
    core = _one(CORES[theme, speaker.language], speaker, rng=rng)
    opener, tail = (
        "" if rng.random() < PLAIN_SHARE else _one(part[tone, speaker.language], speaker, rng=rng)
        for part in (BEFORE, AFTER)
    )
    words = " ".join(filter(None, (opener, core, tail))).format(
        product=product,
        rival=RIVAL_BRAND,
        owner=speaker.owner or COLLEAGUE[speaker.language],
        days=rng.integers(3, 12),
        minutes=rng.integers(8, 40),
    )
    return words[0].upper() + words[1:]


def _one(choices: list[tuple[str, bool]], speaker: Speaker, *, rng: np.random.Generator) -> str:
    """A sentence that this speaker may say; a consumer who has none of his own borrows one."""
    fitting = [words for words, is_trade in choices if speaker.is_business or not is_trade]
    fitting = fitting or [words for words, _ in choices]
    return fitting[rng.integers(len(fitting))]


def _by_key(table: str) -> dict[tuple[str, str], list[tuple[str, bool]]]:
    """(theme or tone, language) -> the sentences, each with whether only a business says it."""
    found = defaultdict(list)
    for line in table.strip().splitlines():
        key, language, words = (cell.strip() for cell in line.split("|"))
        found[key, language.rstrip("*")].append((words, language.endswith("*")))
    return dict(found)


CORES, BEFORE, AFTER = map(_by_key, (SENTENCES, OPENERS, TAILS))
