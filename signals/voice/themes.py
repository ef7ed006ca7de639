"""What do customers talk about, whatever their language?

A text is folded (case, accents, tags), its denied words are marked, and the phrases of every theme are looked for.
"""

import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import compute

from signals.voice import touchpoints as at
from signals.voice.lexicon import GROUPS, PHRASES

LONGEST = 5_000  # letters read of a text: a page or two; what follows is a forwarded thread
DENIED = "~"  # stands before a word that somebody denies: "not very friendly" is read "not ~very ~friendly"
DENIED_WORDS = 3  # after a denial, within its clause; four would reach "not sure, but the staff is friendly" uncommaed
NEGATIONS = (
    "not|no|never|cannot|without|hardly|barely|nor|neither|nothing|"
    "(?:do|does|did|is|was|are|were|wo|ca|could|would|should|has|have|had|ai)nt|"
    "nicht|kein|keine[nrms]?|nie|niemals|ohne|kaum|wenig|pas|jamais|aucune?|sans|peu|guere|"
    "nunca|jamas|sin|nada|poco|non|mai|senza|nao|sem|pouco"
)
BUT = "but|though|although|aber|sondern|jedoch|doch|mais|pero|sino|ma|pero|mas|porem"
HARMLESS = (  # looks like a denial and is none
    "not only|nicht nur|non seulement|pas seulement|no solo|non solo|nao so|no doubt|un peu|un poco|um pouco|un po|"
    "nicht zuletzt|no problem|kein problem|sans probleme|sin problemas?|senza problemi|sem problemas?"
)
_TAG, _APOSTROPHE, _STOP, _OTHER = (
    re.compile(pattern) for pattern in (r"<[^<>]{0,300}>", r"n['’]t\b", r"[.!?;:,()\n\r…]+", r"[^a-z0-9.]+")
)
_HARMLESS, _BUT = re.compile(rf"(?<= )(?:{HARMLESS})(?= )"), re.compile(rf"(?<= )(?={BUT} )")
_DENIAL = re.compile(rf"(?<= )(?:{NEGATIONS})((?: [a-z0-9]+){{1,{DENIED_WORDS}}})")
_WORD = f"{DENIED}?[a-z0-9]+"
_GAP = f"(?: {_WORD}){{0,3}}"  # so many words between two of a phrase, never across a full stop or comma


@dataclass(frozen=True)
class Theme:
    """What somebody talks about."""

    key: str
    name: str
    touchpoint: str  # the department it is about
    cause: str | None  # of signals.act's playbooks: what to do about it
    is_bad: bool | None  # None: may be praise or blame


_THEMES = (
    Theme("late_delivery", "Late or missing delivery", at.LOGISTICS, "delivery", True),
    Theme("quick_delivery", "Quick delivery", at.LOGISTICS, "delivery", False),
    Theme("damaged_delivery", "Damaged or incomplete delivery", at.LOGISTICS, "delivery", True),
    Theme("wrong_item", "Wrong item", at.ORDERS, "delivery", True),
    Theme("price_too_high", "Price too high", at.PRICES, "price", True),
    Theme("cheaper_competitor", "Cheaper or better competitor", at.PRICES, "competitor", True),
    Theme("good_value", "Good value", at.PRICES, "price", False),
    Theme("wrong_invoice", "Wrong invoice", at.BILLING, "billing", True),
    Theme("refund_and_payment", "Refund and payment", at.BILLING, "billing", None),
    Theme("poor_quality", "Poor quality", at.PRODUCT, "quality", True),
    Theme("works_well", "Works well", at.PRODUCT, "quality", False),
    Theme("does_not_work", "Does not work", at.PRODUCT, "quality", True),
    Theme("packaging", "Packaging and opening", at.PRODUCT, "quality", None),
    Theme("size_and_fit", "Size and fit", at.PRODUCT, "quality", None),
    Theme("material", "Material and feel", at.PRODUCT, "quality", None),
    Theme("look", "Colour and look", at.PRODUCT, "quality", None),
    Theme("taste_and_smell", "Taste and smell", at.PRODUCT, "quality", None),
    Theme("side_effects", "Side effects and safety", at.PRODUCT, "quality", True),
    Theme("out_of_stock", "Out of stock", at.LOGISTICS, "stock", True),
    Theme("waiting_time", "Waiting time", at.RECEPTION, "service", True),
    Theme("friendly_staff", "Friendly staff", at.SERVICE, "service", False),
    Theme("unfriendly_staff", "Unfriendly staff", at.SERVICE, "service", True),
    Theme("advice", "Advice and competence", at.SERVICE, "service", None),
    Theme("poor_communication", "Poor communication", at.SERVICE, "service", True),
    Theme("hard_to_reach", "Hard to reach by phone", at.RECEPTION, "service", True),
    Theme("website_trouble", "Website and app trouble", at.WEBSITE, "service", True),
    Theme("easy_ordering", "Easy ordering", at.ORDERS, "service", False),
    Theme("complaint_handling", "Complaint handling", at.CLAIMS, "service", None),
    Theme("returns", "Returns", at.CLAIMS, "service", None),
    Theme("contract", "Contract and conditions", at.PRICES, "price", None),
    Theme("facilities", "Cleanliness and facilities", at.MAINTENANCE, "service", None),
    Theme("visit", "Representative's visit", at.VISITS, "service", None),
    Theme("instructions", "Instructions and information", at.PRODUCT, "service", None),
    Theme("care", "Care and treatment", at.SERVICE, "service", None),
    Theme("food", "Food and drink", at.PRODUCT, "quality", None),
    Theme("parking", "Parking and access", at.RECEPTION, None, None),
)
THEMES: Mapping[str, Theme] = MappingProxyType({theme.key: theme for theme in _THEMES})


def themes_of(texts: pd.Series, names: Mapping[str, str] | None = None) -> pd.DataFrame:
    """row (the label of the text), theme and name (as the company calls it); a text may have several or none.

    In the order of the texts, then of THEMES. Each text is read by itself: no other text changes its themes.
    """
    written = {text: _read(text) for text in texts.dropna().unique() if isinstance(text, str)}
    read = pd.Series([written.get(text) for text in texts], dtype="str").dropna()
    unique = read.drop_duplicates()
    themes = pd.Series(_sets(unique), unique.to_numpy(), dtype="int64")
    return _table(texts.index[read.index], read.map(themes).to_numpy(), names or {})


_BITS = [1 << place for place in range(len(THEMES))]


def _sets(read: pd.Series) -> np.ndarray:
    """The set of themes of each text, a bit for each.

    Arrow is asked directly: the `str.contains` of pandas parses each long expression in Python, at every call.
    """
    texts = pa.array(read, pa.large_string())
    spoken = [compute.match_substring_regex(texts, pattern) for pattern in _PATTERNS.values()]
    return np.column_stack([each.to_numpy(zero_copy_only=False) for each in spoken]).astype(bool) @ _BITS


def _table(labels: pd.Index, sets: list[int], names: Mapping[str, str]) -> pd.DataFrame:
    """One row for each bit of each text's set of themes."""
    pairs = [
        (at, theme) for at, found in enumerate(sets) for theme, bit in zip(THEMES, _BITS, strict=True) if found & bit
    ]
    keys = pd.Series([theme for _, theme in pairs], dtype="str")
    shown = {key: names.get(key) or theme.name for key, theme in THEMES.items()}
    return pd.DataFrame(
        {"row": labels[[place for place, _ in pairs]], "theme": keys, "name": keys.map(shown).astype("str")}
    )


def _read(text: str) -> str:
    """` word word . word ~denied `: lower case, no accents, one space, a full stop between clauses."""
    plain = unicodedata.normalize("NFKD", html.unescape(_TAG.sub(" ", text[:LONGEST])).casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("œ", "oe")
    clauses = _STOP.sub(" . ", _APOSTROPHE.sub("nt", plain))
    words = f" {' '.join(_OTHER.sub(' ', clauses).split())} "
    return _DENIAL.sub(_denied, _BUT.sub(". ", _HARMLESS.sub("", words)).replace("  ", " "))


def _denied(found: re.Match) -> str:
    negation = found.group()[: found.start(1) - found.start()]
    return negation + found.group(1).replace(" ", f" {DENIED}")


def _pattern(phrases: str) -> str:
    """One expression of a theme, without look-around or groups, so that it is read in linear time (RE2)."""
    lines = (line.strip() for line in re.sub(r"/\s+", "/", phrases).replace(";", "\n").splitlines())
    return "(?:" + "|".join(_phrase(line) for line in lines if line) + ") "


def _phrase(line: str) -> str:
    """`a <> b` in either order with a gap, `a .. b` with a gap, `a b` without."""
    one, _, other = line.partition(" <> ")
    if not other:
        return _sequence(line)
    one, other = _sequence(one), _sequence(other)
    return f"(?:{one}{_GAP}{other}|{other}{_GAP}{one})"


def _sequence(words: str) -> str:
    return "".join(_GAP if word == ".." else _word(word) for word in words.split())


def _word(word: str) -> str:
    """`late/delay*`: one of them; `+late`: not denied; `-late`: denied; `@delivery`: one of a group; `_` a space."""
    mark = {"+": "", "-": DENIED}.get(word[0], f"{DENIED}?")
    stems = "/".join(_stems(stem) for stem in word.lstrip("+-").split("/"))
    return f" {mark}(?:{stems.replace('*', '[a-z0-9]*').replace('_', f' {DENIED}?').replace('/', '|')})"


def _stems(stem: str) -> str:
    return "/".join(GROUPS[stem[1:]].split()) if stem.startswith("@") else stem


_PATTERNS = {theme: _pattern(PHRASES[theme]) for theme in THEMES}
