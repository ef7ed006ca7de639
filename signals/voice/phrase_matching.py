"""Which phrases does a text contain? Phrases as `lexicon` writes them, texts as `themes` reads them.

Every word of a text is looked up once among the stems of all phrases; only a phrase of which every part has a stem in
the text is then looked for word by word. So thousands of phrases cost a text no more than its own words do.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

DENIED = "~"  # stands before a word of a text that somebody denies
STOP = "."
GAP = 3  # so many words between two of a phrase, never across a full stop or comma
SHORT = 4  # letters: "not", "too", "very", "was"
_WORD, _BEGINNING = re.compile(r"[a-z0-9]+"), re.compile(r"[a-z0-9]+\*")
_CHOICE = re.compile(r"(?:\(\?:(?P<several>[^()]*)\)|\[(?P<letters>[^\]]*)\]|(?P<letter>[a-z0-9]))(?P<may>\?)?")


@dataclass(frozen=True)
class _Part:
    """One place of a phrase: any of the stems, or several words of which each has its stem."""

    stems: frozenset[str]
    several: tuple[tuple[str, ...], ...]
    is_denied: bool | None  # None: may be or not
    after_gap: bool

    @cached_property
    def openings(self) -> frozenset[str]:
        """With one of these stems this part begins."""
        return self.stems | {words[0] for words in self.several}


@dataclass(frozen=True)
class _Phrase:
    topic: str
    language: str  # "" for all
    parts: tuple[_Part, ...]
    openings: tuple[frozenset[str], ...]  # of each part


@dataclass(frozen=True)
class _Text:
    words: list[str]
    stems: list[frozenset[str]]  # of each word


class Phrases:
    """The phrases of all topics, ready to be looked for: {language or "": {topic: phrases}}."""

    def __init__(self, phrases: Mapping[str, Mapping[str, str]], groups: Mapping[str, str]) -> None:
        found = [
            phrase
            for language, topics in phrases.items()
            for topic, written in topics.items()
            for phrase in _phrases(written, topic, language, groups)
        ]
        stems = {stem for phrase in found for part in phrase.parts for stem in _stems(part)}
        self._whole = {stem for stem in stems if _WORD.fullmatch(stem)}
        self._beginnings = {stem[:-1]: stem for stem in stems if _BEGINNING.fullmatch(stem)}
        others = sorted(stems - self._whole - set(self._beginnings.values()))
        self._others = [(stem, re.compile(stem.replace("*", "[a-z0-9]*"))) for stem in others]
        self._by_rarest: dict[str, list[_Phrase]] = {}
        for phrase in found:
            for stem in min(phrase.openings, key=_commonness):
                self._by_rarest.setdefault(stem, []).append(phrase)
        self._stems_of = lru_cache(maxsize=100_000)(self._stems_of_word)

    def topics_in(self, text: str, languages: Iterable[str]) -> set[str]:
        """The topics of which a phrase of all languages, or of one of these, is in the text."""
        words = text.split()
        read = _Text(words, [self._stems_of(word.lstrip(DENIED)) for word in words])
        inside, places = {"", *languages}, defaultdict(list)
        for at, stems in enumerate(read.stems):
            for stem in stems:
                places[stem].append(at)
        said = places.keys()
        topics: set[str] = set()
        for rarest in said & self._by_rarest.keys():
            for phrase in self._by_rarest[rarest]:
                if (
                    phrase.topic not in topics
                    and phrase.language in inside
                    and not any(opening.isdisjoint(said) for opening in phrase.openings)
                    and any(
                        _begins(phrase.parts, read, at) for stem in phrase.openings[0] & said for at in places[stem]
                    )
                ):
                    topics.add(phrase.topic)
        return topics

    def _stems_of_word(self, word: str) -> frozenset[str]:
        """The stems that a word has; a full stop has none."""
        if word == STOP:
            return frozenset()
        begun = (self._beginnings.get(word[:length]) for length in range(1, len(word) + 1))
        others = (stem for stem, pattern in self._others if pattern.fullmatch(word))
        return frozenset(stem for stem in (*begun, *others, word if word in self._whole else None) if stem)


def _begins(parts: Sequence[_Part], text: _Text, at: int) -> bool:
    """Do the parts follow one another from this word on?"""
    ends = _ends(parts[0], text, at)
    return any(len(parts) == 1 or any(_begins(parts[1:], text, on) for on in _ons(parts[1], text, end)) for end in ends)


def _ons(part: _Part, text: _Text, at: int) -> Iterator[int]:
    """The words at which a part may begin, the one before having ended before this word."""
    for on in range(at, min(at + (GAP if part.after_gap else 0) + 1, len(text.words))):
        if text.words[on] == STOP:
            return
        yield on


def _ends(part: _Part, text: _Text, at: int) -> Iterator[int]:
    """The words before which a part that begins at this word ends; none where it does not begin."""
    if part.is_denied is not None and part.is_denied != text.words[at].startswith(DENIED):
        return
    if not part.stems.isdisjoint(text.stems[at]):
        yield at + 1
    for words in part.several:
        here = text.stems[at : at + len(words)]
        if len(here) == len(words) and all(stem in stems for stem, stems in zip(words, here, strict=True)):
            yield at + len(words)


def _commonness(opening: frozenset[str]) -> int:
    """How often one of the stems may be said: a short word as often as a hundred long ones."""
    return sum(100 if len(stem) <= SHORT else 1 for stem in opening)


def _stems(part: _Part) -> set[str]:
    return {*part.stems, *(stem for words in part.several for stem in words)}


def _phrases(written: str, topic: str, language: str, groups: Mapping[str, str]) -> Iterator[_Phrase]:
    """`;` or a line's end parts phrases; `a <> b` is `a .. b` or `b .. a`."""
    joined = re.sub(r"\s+\.\.\s+", " .. ", re.sub(r"/\s+", "/", written))
    for line in joined.replace(";", "\n").splitlines():
        one, _, other = line.partition(" <> ")
        for order in (f"{one} .. {other}", f"{other} .. {one}") if other else (line,):
            words = order.split()
            parts = tuple(
                _part(_grouped(word, groups), gap)
                for word, gap in zip(words, [False, *(word == ".." for word in words)], strict=False)
                if word != ".."
            )
            if parts:
                yield _Phrase(topic, language, parts, tuple(part.openings for part in parts))


def _grouped(word: str, groups: Mapping[str, str]) -> str:
    """With the words of a group in place of its name."""
    mark = word[0] if word[0] in "+-" else ""
    stems = word.lstrip("+-").split("/")
    return mark + "/".join("/".join(groups[stem[1:]].split()) if stem.startswith("@") else stem for stem in stems)


@cache
def _part(word: str, after_gap: bool) -> _Part:
    """`late/delay*`: one of them; `+late`: not denied; `-late`: denied; `@delivery`: one of a group; `_` a space."""
    stems = [spelt for stem in word.lstrip("+-").split("/") for spelt in _spelt(stem)]
    several = tuple(tuple(stem.split("_")) for stem in stems if "_" in stem)
    is_denied = {"+": False, "-": True}.get(word[0])
    return _Part(frozenset(stem for stem in stems if "_" not in stem), several, is_denied, after_gap)


@cache
def _spelt(stem: str) -> list[str]:
    """Each spelling of `colou?r`, `gut[es]`, `car(?:e|ing)?`."""
    for found in _CHOICE.finditer(stem):
        letters, several, may = found["letters"], found["several"], found["may"]
        if letters is not None or several is not None or may:
            choices = several.split("|") if several is not None else list(letters or found["letter"])
            rest = _spelt(stem[found.end() :])
            return [
                stem[: found.start()] + choice + tail for choice in (*choices, "") if choice or may for tail in rest
            ]
    return [stem]
