"""Which day is written here: 03.04.2026, 4 March 26, 2026-03-04T10:00Z?

Day and month are told apart over the whole column; where the column cannot decide, the analyst is asked.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from signals.ingest.headings import folded
from signals.ingest.texts import Parsed, Refused, is_missing

DMY, MDY = "dmy", "mdy"
FIRST_YEAR = 1900
TWO_DIGIT_PIVOT = 70  # 69 is 2069, 70 is 1970
EXCEL_EPOCH = date(1899, 12, 30)

_MONTHS = (
    "january jan januar janner janvier janv enero ene gennaio gen janeiro",
    "february feb februar feber fevrier fevr febrero febbraio fevereiro fev",
    "march mar marz mars marzo marco mrz maerz",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug aout agosto ago",
    "september sep sept septembre septiembre settembre set setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez decembre diciembre dic dicembre dezembro",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}

TIME = (
    r"(?:[T ,]+(?P<time>\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?)"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
ISO = re.compile(rf"(?P<y>\d{{4}})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}}){TIME}", re.I)
COMPACT = re.compile(rf"(?P<y>(?:19|20)\d{{2}})(?P<m>\d{{2}})(?P<d>\d{{2}}){TIME}", re.I)
SPLIT = re.compile(rf"(?P<a>\d{{1,2}})(?P<s>[-/.])\s?(?P<b>\d{{1,2}})(?P=s)\s?(?P<y>\d{{4}}|\d{{2}}){TIME}", re.I)
NAMED_DAY_FIRST = re.compile(
    rf"(?:[a-zà-ÿ]{{2,10}}\.?,? )?(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?[\s\-/]*"
    rf"(?:de )?(?P<name>[^\W\d_]{{3,10}})\.?,?[\s\-/]*(?:de )?(?P<y>\d{{4}}|\d{{2}}){TIME}",
    re.I,
)
NAMED_MONTH_FIRST = re.compile(
    rf"(?:[a-z]{{3,9}},? )?(?P<name>[^\W\d_]{{3,10}})\.?[\s\-/]*"
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?[\s\-/]+(?P<y>\d{{4}}){TIME}",
    re.I,
)
OFFSET = re.compile(r":\d{2}(?:\.\d+)?\s*([+-])(\d{2}):?(\d{2})$")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def order_of(texts: Iterable[str]) -> tuple[str | None, bool]:
    """(DMY, MDY or None where nothing decides, whether any text needs the order)."""
    votes, needed = {DMY: 0, MDY: 0}, False
    for text in texts:
        match = SPLIT.fullmatch(text.strip())
        if match is None:
            continue
        needed = True
        first, second = int(match["a"]), int(match["b"])
        if match["s"] == "." or first > 12 >= second:
            votes[DMY] += 1
        elif second > 12 >= first:
            votes[MDY] += 1
    if votes[DMY] == votes[MDY]:
        return None, needed
    return (DMY if votes[DMY] > votes[MDY] else MDY), needed


def date_of(text: str, *, order: str | None, today: date) -> Parsed:
    """The calendar day written in the text (its own offset), None where it is missing, or why it is refused."""
    stamp = moment_of(text, order=order, today=today)
    return stamp.date() if isinstance(stamp, datetime) else stamp


def moment_of(text: str, *, order: str | None, today: date) -> Parsed:
    """Day and time as written, without its zone."""
    if is_missing(text):
        return None
    found = _parsed(" ".join(text.split()), order)
    if not isinstance(found, datetime):
        return found
    if found.date() > today + timedelta(days=1):
        return Refused("future_date", f"lies after today, {today:%d %B %Y}")
    if found.year < FIRST_YEAR:
        return Refused("out_of_range", f"lies before {FIRST_YEAR}")
    return found


def timestamp_of(text: str, *, order: str | None, today: date) -> Parsed:
    """The moment in UTC; a text without a zone is taken as UTC."""
    found = moment_of(text, order=order, today=today)
    zone = OFFSET.search(text.strip())
    if isinstance(found, datetime) and zone:
        offset = timedelta(hours=int(zone[2]), minutes=int(zone[3]))
        return found - offset if zone[1] == "+" else found + offset
    return found


def _parsed(text: str, order: str | None) -> Parsed:
    for pattern in (ISO, COMPACT):
        match = pattern.fullmatch(text)
        if match:
            return _moment(match["y"], match["m"], match["d"], match["time"])
    match = SPLIT.fullmatch(text)
    if match:
        return _ordered(match, order)
    for pattern in (NAMED_DAY_FIRST, NAMED_MONTH_FIRST):
        match = pattern.fullmatch(text)
        month = MONTHS.get(folded(match["name"])) if match else None
        if month:
            return _moment(match["y"], month, match["d"], match["time"])
    return _counted(text) if NUMBER.fullmatch(text) else Refused("bad_date", "is not a date")


def _ordered(match: re.Match, order: str | None) -> Parsed:
    first, second = match["a"], match["b"]
    day, month = (first, second) if order != MDY else (second, first)
    found = _moment(match["y"], month, day, match["time"])
    if isinstance(found, Refused) and isinstance(_moment(match["y"], day, month, match["time"]), datetime):
        return Refused("inconsistent_date", "does not fit the order of day and month of its column")
    return found


def _moment(year: str, month: str | int, day: str | int, time: str | None) -> Parsed:
    whole_year = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < TWO_DIGIT_PIVOT else 1900)
    try:
        return datetime(whole_year, int(month), int(day)) + _time_of_day(time)
    except ValueError:
        return Refused("bad_date", "is no day of the calendar")


def _time_of_day(time: str | None) -> timedelta:
    if not time:
        return timedelta()
    parts = [int(part) for part in re.findall(r"\d+", time)[:3]]
    hour, minute, second = (*parts, 0, 0)[:3]
    half = re.search(r"[ap]", time, re.I)
    if half:
        hour = hour % 12 + (12 if half[0].lower() == "p" else 0)
    if hour > 23 or minute > 59 or second > 60:
        raise ValueError(time)
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _counted(text: str) -> Parsed:
    """Excel's serial days, or Unix seconds and milliseconds."""
    number = float(text)
    if 20_000 <= number < 80_000:
        return datetime.combine(EXCEL_EPOCH, datetime.min.time()) + timedelta(seconds=round(number * 86_400))
    for scale in (1, 1000):
        if 3e8 * scale <= number < 5e9 * scale:
            return datetime.fromtimestamp(number / scale, UTC).replace(tzinfo=None)
    return Refused("bad_date", "is not a date")
