"""Which errors can a reader meet, and who must act on each?"""

from datetime import datetime


class SignalsError(Exception):
    """The family: every child carries a sentence that is fit for the reader."""


class IngestRejected(SignalsError):
    """An export could not be read as a table; the data's owner must act. `reason` is a code of the load's JSON."""

    def __init__(self, reason: str, message: str):
        super().__init__(message)
        self.reason = reason


class TooLittleHistory(SignalsError):
    """There is not enough data yet to answer; nobody has to act."""


class DatabaseBusy(SignalsError):
    """Another process holds the database; try again when it has finished."""

    def __init__(self, holder: str, since: datetime | None):
        when = f" since {since:%H:%M:%S}" if since else ""
        super().__init__(f"The database is in use by {holder}{when}. Try again in a moment.")
        self.holder = holder
        self.since = since


class DatabaseUnreachable(SignalsError):
    """There is no database at the address given; whoever runs the program must act."""


class OutOfRoom(SignalsError):
    """The disk or the memory is full; whoever runs the machine must make room."""


class SchemaMismatch(SignalsError):
    """The database was made by another version of this program."""


class UnknownLoad(SignalsError):
    """There is no load of this number, or it cannot be taken back now."""


class UnknownQuery(SignalsError):
    """A query was asked for by a name that no file in sql/ has; a developer must act."""


class UnknownSubject(SignalsError):
    """A warning, product or customer was asked for that the data does not have."""


class UnknownVerdict(SignalsError):
    """There is no verdict of this number, or it has been reverted."""


class VerdictRejected(SignalsError):
    """A verdict that says nothing, or speaks of impossible days; whoever gives it must say it otherwise."""


class RemarkRejected(SignalsError):
    """What somebody heard says nothing or is about nobody; whoever wrote it must say it otherwise."""


class UnknownRemark(SignalsError):
    """There is no remark of this name, or it came with a load, which is undone as a whole."""


class ActionRejected(SignalsError):
    """An action without a task or without somebody to do it; whoever gives it must say it otherwise."""


class UnknownAction(SignalsError):
    """There is no open action of this number."""
