"""What does a person say of a warning, from which day on, and who took it back?"""

from datetime import date, timedelta

from signals.errors import UnknownSubject, UnknownVerdict, VerdictRejected
from signals.model import EXPECTED, FALSE_ALARM, VERDICTS, Morning, Verdict, Warning
from signals.pipeline.given import verdicts_of
from signals.pipeline.keeping import warning_as_said
from signals.pipeline.refresh import morning
from signals.records import to_json
from signals.store.company import now, record
from signals.store.connection import Connection
from signals.store.engine import Store
from signals.triage.episodes import QUIET_DAYS
from signals.triage.ruled import EXPECTED_DAYS, LONGEST_REASON


def give(
    store: Store,
    warning_key: str,
    verdict: str,
    *,
    reason: str,
    person: str,
    as_of: date | None = None,
    first_date: date | None = None,
    last_date: date | None = None,
) -> Verdict:
    """Write a verdict on a warning as it stood on a day, the latest unless told; it holds from that day on.

    The days it speaks of, unless told: from the onset to that day; of what is expected 28 days more, of a false alarm
    56. Raises UnknownSubject for a warning that was not there, VerdictRejected for what cannot be said.
    """
    words = _checked(verdict, reason)
    told = morning(store, as_of)
    with store.writing() as connection:
        warning = _warning(connection, warning_key, told)
        first, last = first_date or warning.onset, last_date or _last_date(verdict, told.as_of)
        if last < first:
            raise VerdictRejected(f"The last day, {_day(last)}, lies before the first, {_day(first)}.")
        before = verdicts_of(connection, warning_key)
        given = Verdict(
            verdict_id=connection.value("queries/next_verdict_id"),
            warning_key=warning_key,
            verdict=verdict,
            reason=words,
            as_of=told.as_of,
            first_date=first,
            last_date=last,
            warning=warning,
            is_act=_was_act(connection, warning, told.as_of) or any(each.is_act for each in before),
            person=person,
            given_at=now(),
        )
        connection.insert("verdicts", [_row(given)])
        connection.run("queries/raise_facts_version")
        record(connection, person=person, verb="verdict", subject=warning_key, detail=f"{verdict}: {words}")
    return given


def revert(store: Store, verdict_id: int, *, person: str) -> Verdict:
    """Take a verdict back: every number is as if it had never been given. Raises UnknownVerdict."""
    with store.writing() as connection:
        found = _verdict(connection, verdict_id)
        if not found.is_live:
            raise UnknownVerdict(f"Verdict {verdict_id} has been reverted already.")
        connection.run("queries/mark_reverted", verdict_id=verdict_id, reverted_at=now(), reverted_by=person)
        connection.run("queries/raise_facts_version")
        detail = f"verdict {verdict_id}: {found.verdict}"
        record(connection, person=person, verb="revert", subject=found.warning_key, detail=detail)
        return _verdict(connection, verdict_id)


def listing(store: Store, warning_key: str | None = None) -> list[Verdict]:
    """Every verdict, the latest first, or those on one warning; reverted ones too."""
    with store.reading() as connection:
        return verdicts_of(connection, warning_key)[::-1]


def _checked(verdict: str, reason: str) -> str:
    """The reason on one line."""
    if verdict not in VERDICTS:
        raise VerdictRejected(f"There is no verdict “{verdict}”; say one of: {', '.join(VERDICTS)}.")
    words = " ".join(reason.split())
    if not words:
        raise VerdictRejected("A verdict needs a reason: those who read it later were not there.")
    if len(words) > LONGEST_REASON:
        raise VerdictRejected(f"A reason has at most {LONGEST_REASON:,} letters; this one has {len(words):,}.")
    return words


def _warning(connection: Connection, warning_key: str, told: Morning) -> Warning:
    """As it stands that day, else as it was last said before."""
    closed = (each.warning for each in told.closed)
    known = {each.key: each for each in (*closed, *told.suppressed, *told.noted, *told.beside_sales, *told.warnings)}
    warning = known.get(warning_key) or warning_as_said(connection, warning_key, told.as_of)
    if warning is not None:
        return warning
    first = connection.value("queries/first_said_day", warning_key=warning_key)
    if first is None:
        raise UnknownSubject(f"There is no warning {warning_key}.")
    raise VerdictRejected(f"On {_day(told.as_of)} there was no such warning yet; it was first said on {_day(first)}.")


def _last_date(verdict: str, as_of: date) -> date:
    return as_of + timedelta(days={EXPECTED: EXPECTED_DAYS, FALSE_ALARM: QUIET_DAYS}.get(verdict, 0))


def _was_act(connection: Connection, warning: Warning, as_of: date) -> bool:
    said = connection.value("queries/act_days", warning_key=warning.key, as_of=as_of)
    return warning.severity == "act" or said > 0


def _row(given: Verdict) -> dict[str, object]:
    names = ("verdict_id", "warning_key", "verdict", "reason", "as_of", "first_date", "last_date", "is_act", "person",
             "given_at")  # fmt: skip
    return {name: getattr(given, name) for name in names} | {"said": to_json(given.warning)}


def _verdict(connection: Connection, verdict_id: int) -> Verdict:
    found = [each for each in verdicts_of(connection) if each.verdict_id == verdict_id]
    if not found:
        raise UnknownVerdict(f"There is no verdict {verdict_id}.")
    return found[0]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
