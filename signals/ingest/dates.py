"""Which day is written here: 03.04.2026, 4 March 26, 2026-03-04T10:00Z?

The order of day and month, and what makes a column's dates doubtful, come from `columns_of_dates`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from itertools import chain

from babel.dates import get_day_names, get_month_names

from signals.ingest.headings import folded
from signals.ingest.texts import STRAYS, Parsed, Refused, is_missing

DMY, MDY, YMD = "dmy", "mdy", "ymd"
ORDERS = {DMY: "day/month", MDY: "month/day", YMD: "year/month/day"}
FIRST_YEAR = 1900
TWO_DIGIT_PIVOT = 70  # 69 is 2069, 70 is 1970
EXCEL_EPOCH = date(1899, 12, 30)
LANGUAGES = ("en", "de", "de_AT", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb")
OTHER_MONTHS = {"janner": 1, "jaenner": 1, "feber": 2, "maerz": 3, "mrz": 3, "fev": 2, "sept": 9, "agos": 8, "oct": 10}
ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3}  # hours east
ZONES |= {"EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "JST": 9}
CALENDAR_DAY = "is no day of the calendar"
MIXED, DAY_BEFORE_MONTH, HALF_CONVERTED, NO_SERIALS = "mixed", "day before month", "half converted", "no serials"
DOUBTS = {  # why a column's date is refused that could be read alone
    MIXED: Refused("inconsistent_date", "can be read in two ways, and the column has dates of both"),
    DAY_BEFORE_MONTH: Refused(
        "inconsistent_date", "can be read in two ways, and other dates of the column have the day before the month"
    ),
    HALF_CONVERTED: Refused(
        "inconsistent_date",
        "has day and month swapped, it seems: a spreadsheet made days of the texts that it could read in its own "
        "order and left the others as text; export the column anew and do not open it in a spreadsheet",
    ),
    NO_SERIALS: Refused("bad_date", "is not a date; other numbers of the column have six digits"),
}
NO_DOUBTS: frozenset[str] = frozenset()

ZONE = r"(?P<zone>Z|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?|[A-Z]{2,5})(?: ?[(\[][^)\]]*[)\]])?"
HALF = r" ?[ap]\.? ?m\b\.?"
CLOCK = rf"(?P<time>\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}}(?:[.,]\d+)?)?(?:{HALF})?|\d{{1,2}}{HALF})(?: uhr)?"
TIME = rf"(?:(?:T|, ?| |:| - )(?:at )?{CLOCK} ?(?:{ZONE})?)?"
ORDINAL = r"(?:st|nd|rd|th|er|ème|º|ª|°|\.)"
NAME = r"(?P<name>[^\W\d_]{3,13})\.?"


def _pattern(day: str) -> re.Pattern:
    return re.compile(day + TIME, re.I)


NUMBERED = (
    _pattern(r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"),
    _pattern(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})"),
)
SPLIT = _pattern(r"(?P<a>\d{1,2})(?P<s>[-/.]) ?(?P<b>\d{1,2})(?P=s) ?(?P<y>\d{4}|\d{1,2})")
NAMED = (
    _pattern(rf"(?:(?:den|le|el|il) )?(?P<d>\d{{1,2}}){ORDINAL}?[ \-/.]*(?:(?:of|de|den) )?{NAME},?[ \-/.]*(?:del? )?"
             r"(?P<y>\d{4}|\d{2})"),
    _pattern(rf"{NAME}[ \-/.]*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?[ \-/]+(?P<y>\d{{4}})"),
    _pattern(rf"(?P<y>\d{{4}})[ \-/.]+{NAME}[ \-/.]*(?P<d>\d{{1,2}})"),
)  # fmt: skip
UNIX = re.compile(rf"{NAME} (?P<d>\d{{1,2}}) {CLOCK} (?:{ZONE} )?(?P<y>\d{{4}})", re.I)  # Jan 05 10:00:00 UTC 2026
STAMP = re.compile(
    r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})[T ]?(?P<time>\d{4}(?:\d{2}(?:\.?\d{3})?)?)"
    r"(?P<zone>Z|[+-]\d{2}:?\d{2})?"
)
WEEK_DAY = re.compile(r"(?P<y>\d{4})-?W(?P<w>\d{2})-?(?P<d>[1-7])", re.I)
YEAR_DAY = re.compile(r"(?P<y>\d{4})-(?P<d>\d{3})")
JSON_DATE = re.compile(r"\\?/Date\((?P<ms>-?\d+)(?P<zone>[+-]\d{4})?\)\\?/")
SERIAL = re.compile(r"[2-7]\d{4}(?:[.,]\d+)?")  # a spreadsheet's day from 1954 to 2118
SINCE_1970 = re.compile(r"[1-9]\d{8,18}(?:[.,]\d+)?")
MONTH = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?P<y>\d{4})[-/. ]?(?P<m>\d{2})",
        r"(?P<y>\d{4})[-/. ](?P<m>\d)",
        r"(?P<m>\d{1,2})[-/. ](?P<y>\d{4})",
        r"(?P<y>\d{4})[- ]?M(?P<m>\d{1,2})",
        rf"{NAME}[-/. ]*(?:del? )?'?(?P<y>\d{{4}}|\d{{2}})",
        rf"(?P<y>\d{{4}})[-/. ]*{NAME}",
    )
)


@dataclass(frozen=True)
class Stamp:
    """What is written: the day, the time since it began (24:00 is of the day that it ends), and the zone if any."""

    day: date
    time: timedelta = timedelta()
    zone: str = ""


def date_of(text: str, *, order: str | None, today: date, doubts: frozenset[str] = NO_DOUBTS) -> Parsed:
    """The calendar day written in the text (its own offset), None where it is missing, or why it is refused."""
    stamp = _stamp_of(text, order, today, doubts)
    return stamp.day if isinstance(stamp, Stamp) else stamp


def timestamp_of(text: str, *, order: str | None, today: date, doubts: frozenset[str] = NO_DOUBTS) -> Parsed:
    """The moment in UTC; a text without a zone is taken as UTC."""
    stamp = _stamp_of(text, order, today, doubts)
    if not isinstance(stamp, Stamp):
        return stamp
    offset = _offset(stamp.zone)
    if offset is None:
        return Refused("bad_date", f"has the time zone {stamp.zone}, which several countries use for different times")
    return datetime.combine(stamp.day, datetime.min.time()) + stamp.time - offset


def month_of(text: str, *, order: str | None, today: date, doubts: frozenset[str] = NO_DOUBTS) -> Parsed:
    """The first day of the month of 2026-01, 01/2026, Jan 2026, 2026M01 or of a whole date."""
    clean = cleaned(text)
    for pattern in MONTH:
        match = pattern.fullmatch(clean)
        month = match and (match["m"] if "m" in match.groupdict() else _months().get(folded(match["name"])))
        if month:
            stamp = _stamp(match["y"], month, "1")
            found = _checked(stamp, today) if isinstance(stamp, Stamp) else stamp
            return found.day if isinstance(found, Stamp) else found
    found = date_of(text, order=order, today=today, doubts=doubts)
    return found.replace(day=1) if isinstance(found, date) else found


def _stamp_of(text: str, order: str | None, today: date, doubts: frozenset[str]) -> Parsed:
    if is_missing(text):
        return None
    found = _written(cleaned(text), order, doubts)
    return _checked(found, today) if isinstance(found, Stamp) else found


def _checked(stamp: Stamp, today: date) -> Parsed:
    if stamp.day > today + timedelta(days=1):
        return Refused("future_date", f"lies after today, {today:%d %B %Y}")
    if stamp.day.year < FIRST_YEAR:
        return Refused("out_of_range", f"lies before {FIRST_YEAR}")
    return stamp


def cleaned(text: str) -> str:
    """One blank between words, nothing invisible."""
    return " ".join((text if text.isascii() else STRAYS.sub("", text)).split())


def _written(text: str, order: str | None, doubts: frozenset[str]) -> Parsed:
    for pattern in NUMBERED:
        match = pattern.fullmatch(text)
        if match:
            found = _stamp(match["y"], match["m"], match["d"], match["time"], match["zone"])
            return _year_first(found, doubts, has_marks="s" in match.groupdict()) if doubts else found
    if SERIAL.fullmatch(text):
        return _of_serial(text, doubts)
    rest = without_weekday(text)
    match = SPLIT.fullmatch(rest)
    if match:
        return _ordered(match, order, is_mixed=MIXED in doubts)
    # Mar is a month in one language and a Tuesday in another: only what is no date with it is read without it
    return next(chain(_spelled(text), _spelled(rest)), Refused("bad_date", "is not a date"))


def _spelled(text: str) -> Iterator[Parsed]:
    """What the rarer patterns find, in turn."""
    for pattern in (*NAMED, UNIX):
        match = pattern.fullmatch(text)
        month = match and _months().get(folded(match["name"]))
        if month:
            yield _stamp(match["y"], month, match["d"], match["time"], match["zone"])
    for pattern, read in _COUNTED:
        match = pattern.fullmatch(text)
        if match:
            yield read(match)


def without_weekday(text: str) -> str:
    """`Mon, 05 Jan 2026` -> `05 Jan 2026`."""
    if not text[:1].isalpha():
        return text
    word, _, rest = text.partition(" ")
    return rest if rest and folded(word) in _weekdays() else text


def _ordered(match: re.Match, order: str | None, *, is_mixed: bool) -> Parsed:
    first, second, last = match["a"], match["b"], match["y"]
    moment = match["time"], match["zone"]
    if order == YMD:
        other_order = Refused("inconsistent_date", "does not begin with the year as its column does")
        return other_order if len(last) == 4 else _stamp(first, second, last, *moment)
    if len(last) == 1:
        return Refused("bad_date", "is not a date")
    day, month = (second, first) if order == MDY else (first, second)
    found, other = _stamp(last, month, day, *moment), _stamp(last, day, month, *moment)
    if isinstance(found, Refused) and isinstance(other, Stamp):
        return Refused("inconsistent_date", "does not fit the order of day and month of its column")
    if is_mixed and found != other and isinstance(other, Stamp):
        return DOUBTS[MIXED]
    return found


def _year_first(found: Parsed, doubts: frozenset[str], *, has_marks: bool) -> Parsed:
    if isinstance(found, Refused) or not _can_be_swapped(found.day):
        return found
    if HALF_CONVERTED in doubts and has_marks:
        return DOUBTS[HALF_CONVERTED]
    return DOUBTS[DAY_BEFORE_MONTH] if DAY_BEFORE_MONTH in doubts else found


def _can_be_swapped(day: date) -> bool:
    return day.day <= 12 and day.day != day.month


def _stamp(year: str, month: str | int, day: str, time: str | None = None, zone: str | None = None) -> Parsed:
    try:
        return Stamp(date(year_of(year), int(month), int(day)), _time_of_day(time), (zone or "").upper())
    except ValueError:
        return Refused("bad_date", CALENDAR_DAY)


def year_of(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < TWO_DIGIT_PIVOT else 1900)


@lru_cache(86_400)  # the seconds of a day
def _time_of_day(time: str | None) -> timedelta:
    if not time:
        return timedelta()
    hour, minute, second = ([int(part) for part in re.findall(r"\d+", time)[:3]] + [0, 0])[:3]
    half = re.search(r"[ap]", time, re.I)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half[0].lower() == "p" else 0)
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        raise ValueError(time)
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _offset(zone: str) -> timedelta | None:
    """How far the zone's clock is ahead of UTC; None for a name that means several."""
    match = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})?", zone)
    if match:
        size = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return -size if match[1] == "-" else size
    hours = ZONES.get(zone or "UTC")
    return None if hours is None else timedelta(hours=hours)


def _run_together(match: re.Match) -> Parsed:
    digits = match["time"].replace(".", "")
    time = ":".join(digits[place : place + 2] for place in range(0, min(len(digits), 6), 2))
    return _stamp(match["y"], match["m"], match["d"], time, match["zone"])


def _of_week(match: re.Match) -> Parsed:
    try:
        return Stamp(date.fromisocalendar(int(match["y"]), int(match["w"]), int(match["d"])))
    except ValueError:
        return Refused("bad_date", CALENDAR_DAY)


def _of_year(match: re.Match) -> Parsed:
    year, day = int(match["y"]), int(match["d"])
    last = date(year, 12, 31).timetuple().tm_yday if year else 0
    return Stamp(date(year, 1, 1) + timedelta(days=day - 1)) if 1 <= day <= last else Refused("bad_date", CALENDAR_DAY)


def _of_json(match: re.Match) -> Parsed:
    """Milliseconds in UTC; the zone tells on which clock they are shown."""
    seconds = int(match["ms"]) / 1000
    if not -2.2e9 <= seconds < 5e9:
        return Refused("bad_date", CALENDAR_DAY)
    shown = datetime(1970, 1, 1) + timedelta(seconds=seconds) + _offset(match["zone"] or "")
    return Stamp(shown.date(), shown - datetime.combine(shown.date(), datetime.min.time()), match["zone"] or "")


def _of_serial(text: str, doubts: frozenset[str]) -> Parsed:
    """Days since the spreadsheet's epoch, and the part of a day."""
    if NO_SERIALS in doubts:
        return DOUBTS[NO_SERIALS]
    number = float(text.replace(",", "."))
    day = day_of_serial(text)
    if HALF_CONVERTED in doubts and _can_be_swapped(day):
        return DOUBTS[HALF_CONVERTED]
    return Stamp(day, timedelta(seconds=round(number % 1 * 86_400)))


def day_of_serial(text: str) -> date:
    return EXCEL_EPOCH + timedelta(days=int(text[:5]))


def _since_1970(match: re.Match) -> Parsed:
    """Seconds, or thousandths, millionths or billionths of them."""
    number = float(match[0].replace(",", "."))
    for scale in (1, 10**3, 10**6, 10**9):
        if 3e8 * scale <= number < 5e9 * scale:
            moment = datetime.fromtimestamp(number / scale, UTC).replace(tzinfo=None)
            return Stamp(moment.date(), moment - datetime.combine(moment.date(), datetime.min.time()))
    return Refused("bad_date", "is not a date")


_COUNTED = (
    (STAMP, _run_together),
    (WEEK_DAY, _of_week),
    (YEAR_DAY, _of_year),
    (JSON_DATE, _of_json),
    (SINCE_1970, _since_1970),
)


@cache
def _months() -> dict[str, int]:
    """Name, folded -> number of the month."""
    return OTHER_MONTHS | {
        folded(name): number
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, language).items()
    }


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(
        folded(name)
        for language in LANGUAGES
        for width in ("wide", "abbreviated", "short")
        for context in ("format", "stand-alone")
        for name in get_day_names(width, context, language).values()
    )
