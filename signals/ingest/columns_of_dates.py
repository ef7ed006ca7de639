"""How are the dates of a column written: in which order, and which of them cannot be trusted?

Day and month are told apart over the whole column; where nothing decides, the analyst is asked.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from signals.ingest import dates
from signals.ingest.dates import DMY, MDY, YMD, year_of

SEEN_DAYS = 8  # so many different numbers, and twice as many as at the other end, are days and no years
NEAR_YEARS = 3  # a year written in two digits that lies so near today is believed before one that does not
SLIP_SHARE = 0.05  # so few dates of the other kind are slips; more, and the column is of two systems
YEAR_FIRST = re.compile(
    r"(?P<y>(?:19|20)\d{2})(?:(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})|(?P<mm>\d{2})(?P<dd>\d{2}))(?!\d)"
)
SIX_DIGITS = re.compile(r"\d{6}")


@dataclass
class Orders:
    """What the texts of a column tell about the order of day, month and year, gathered text by text."""

    votes: Counter = field(default_factory=Counter)  # DMY or MDY -> texts that are a day only so
    count: int = 0  # texts whose order must be known
    dotted: int = 0  # of these, written with points
    firsts: set[int] = field(default_factory=set)  # in texts of three short numbers, the first and the last
    lasts: set[int] = field(default_factory=set)
    year_month_day: int = 0  # texts with the year in front that are a day only so
    year_day_month: int = 0
    serials: int = 0
    six_digits: int = 0
    converted: Counter = field(default_factory=Counter)  # after the 12th? -> days that a spreadsheet may have made

    def see(self, texts: Iterable[str]) -> "Orders":
        for text in texts:
            if text[:4].isdigit():
                self._count_year_first(text)
            else:
                match = dates.SPLIT.fullmatch(dates.without_weekday(dates.cleaned(text)))
                if match:
                    self._count_split(match)
        return self

    def _count_split(self, match: re.Match) -> None:
        first, second, year = match["a"], match["b"], match["y"]
        fits = [
            order
            for order, month, day in ((DMY, second, first), (MDY, first, second))
            if _is_day(year_of(year), int(month), int(day))
        ]
        if not fits and len(year) == 4:
            return
        self.count += 1
        self.dotted += match["s"] == "."
        if len(year) < 4:
            self.firsts.add(int(first))
            self.lasts.add(int(year))
        if len(fits) == 1:
            self.votes[fits[0]] += 1

    def _count_year_first(self, text: str) -> None:
        match = YEAR_FIRST.match(text)
        if match:
            year, month, day = int(match["y"]), int(match["m"] or match["mm"]), int(match["d"] or match["dd"])
            self.year_month_day += day > 12
            self.year_day_month += month > 12 and _is_day(year, day, month)
            if match["s"]:
                self.converted[day > 12] += 1
        elif dates.SERIAL.fullmatch(text.strip()):
            self.serials += 1
            self.converted[dates.day_of_serial(text).day > 12] += 1
        elif SIX_DIGITS.fullmatch(text.strip()):
            self.six_digits += 1

    @property
    def is_needed(self) -> bool:
        return self.count > 0

    @property
    def doubts(self) -> frozenset[str]:
        """Of `dates.DOUBTS`, those that hold for the column."""
        numbers = self.serials + self.six_digits
        held = {
            dates.MIXED: _is_no_slip(min(self.votes[DMY], self.votes[MDY]), self.votes.total()),
            dates.DAY_BEFORE_MONTH: 2 * self.year_day_month > self.year_month_day,
            dates.HALF_CONVERTED: self._is_half_converted,
            dates.NO_SERIALS: _is_no_slip(self.six_digits, numbers),
        }
        return frozenset(doubt for doubt, holds in held.items() if holds)

    @property
    def _is_half_converted(self) -> bool:
        """As after a spreadsheet opened month/day as day/month: it took for days all that it could, and no other."""
        told = max(self.votes.values(), default=0)
        return bool(told and self.converted[False]) and not (
            _is_no_slip(self.count - told, self.count) or _is_no_slip(self.converted[True], self.converted.total())
        )

    def order(self, today: date) -> str | None:
        """None where nothing decides. Numbers with points between them are day.month unless a month says otherwise."""
        if self.firsts and self._year_comes_first(today) is not False:
            return YMD if self._year_comes_first(today) else None
        if self.votes[DMY] != self.votes[MDY]:
            return DMY if self.votes[DMY] > self.votes[MDY] else MDY
        return DMY if self.dotted == self.count and not self.votes else None

    def choices(self, today: date) -> tuple[str, ...]:
        open_year = self.firsts and self._year_comes_first(today) is None
        return (DMY, MDY, YMD) if open_year else (DMY, MDY)

    def _year_comes_first(self, today: date) -> bool | None:
        """Of 26-01-05: the years of an export are near today, or else fewer than its days. None: it may be either."""
        if max(self.firsts) > 31 or max(self.lasts) > 31:
            return max(self.firsts) > 31 and max(self.lasts) <= 31
        if self.votes[MDY] or self.dotted == self.count:
            return False
        is_near = [all(_near(year, today) for year in years) for years in (self.firsts, self.lasts)]
        if is_near[0] != is_near[1]:
            return is_near[0]
        fewer, more = sorted((len(self.firsts), len(self.lasts)))
        if more < SEEN_DAYS or more < 2 * fewer:
            return None
        return len(self.firsts) == fewer


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_no_slip(few: int, of: int) -> bool:
    return few > SLIP_SHARE * of


def _near(year: int, today: date) -> bool:
    return 0 <= today.year - year_of(f"{year:02}") <= NEAR_YEARS
