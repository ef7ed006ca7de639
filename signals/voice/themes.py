"""What do customers talk about, whatever their language?

A text is folded (case, accents, tags), its denied words are marked ("not very friendly" is read "not ~very ~friendly"),
and the phrases of every theme are looked for, in the languages that the text may be of.
"""

import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import pandas as pd

from signals.voice import touchpoints as at
from signals.voice.lexicon import GROUPS, PHRASES, PHRASES_OF
from signals.voice.phrase_matching import DENIED, Phrases
from signals.voice.stopwords import NEGATIONS_OF, STOP_WORDS_OF

LONGEST = 5_000  # letters read of a text: a page or two; what follows is a forwarded thread
MAY_BE = 0.5  # of the small words of the likeliest language: so many make a text one of this language as well
DENIED_WORDS = 3  # after a denial, within its clause; four would reach "not sure, but the staff is friendly" uncommaed
NEGATIONS = (
    "not|no|never|cannot|without|hardly|barely|nor|neither|nothing|"
    "(?:do|does|did|is|was|are|were|wo|ca|could|would|should|has|have|had|ai)nt|"
    "nicht|kein|keine[nrms]?|keinerlei|nie|niemals|ohne|kaum|wenig|pas|jamais|aucune?|sans|peu|guere|"
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
    Theme("waiting_time", "Waiting time", at.RECEPTION, "service", None),
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
    Theme("appointments", "Appointments and opening hours", at.RECEPTION, "service", None),
    Theme("clear_explanation", "Well explained and informed", at.SERVICE, "service", False),
    Theme("dignity", "Respect, privacy and involvement", at.SERVICE, "service", None),
    Theme("follow_up", "Follow-up and handover", at.SERVICE, "service", None),
    Theme("room", "Room, sleep and noise", at.MAINTENANCE, "service", None),
    Theme("journey", "Journey, cancellations and luggage", at.SERVICE, "service", None),
    Theme("network", "Connection and coverage", at.MAINTENANCE, "service", None),
    Theme("account", "Account and security", at.BILLING, "service", None),
    Theme("range", "Range and choice", at.PRODUCT, None, None),
    Theme("staffing", "Too few staff", at.SERVICE, "service", True),
)
THEMES: Mapping[str, Theme] = MappingProxyType({theme.key: theme for theme in _THEMES})


def themes_of(texts: pd.Series, names: Mapping[str, str] | None = None) -> pd.DataFrame:
    """row (the label of the text), theme and name (as the company calls it); a text may have several or none.

    In the order of the texts, then of THEMES. Each text is read by itself: no other text changes its themes.
    """
    written = {text: _read(text) for text in texts.dropna().unique() if isinstance(text, str)}
    read = pd.Series([written.get(text) for text in texts], dtype="str").dropna()
    bits = dict(zip(THEMES, _BITS, strict=True))
    sets = {text: sum(bits[theme] for theme in _lexicon().topics_in(text, _languages(text))) for text in read.unique()}
    themes = read.map(sets)
    return _table(texts.index[read.index], themes.to_numpy(), names or {})


_BITS = [1 << place for place in range(len(THEMES))]


def _languages(text: str) -> set[str]:
    """Those that the small words of a text may be of; all where there are none.

    A word of several languages counts for each of them by its share. So the English "a fast delivery" is not read for
    what "fast" and "a" mean elsewhere, and a text in two languages is read in both.
    """
    weights = dict.fromkeys(PHRASES_OF, 0.0)
    for word in text.replace(DENIED, "").split():
        for language in _SMALL_WORDS.get(word, ()):
            weights[language] += 1 / len(_SMALL_WORDS[word])
    most = max(weights.values())
    return {language for language, weight in weights.items() if weight >= MAY_BE * most}


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


_SMALL_WORDS = {
    word: [language for language in PHRASES_OF if word in STOP_WORDS_OF[language] | NEGATIONS_OF[language]]
    for language in PHRASES_OF
    for word in STOP_WORDS_OF[language] | NEGATIONS_OF[language]
}


@cache
def _lexicon() -> Phrases:
    """Made at the first text: half a second."""
    return Phrases({"": PHRASES, **PHRASES_OF}, GROUPS)
