"""Are so many rows of a file refused that a human must say yes to the rest?"""

from collections.abc import Mapping
from dataclasses import replace

from signals.ingest.described import asking
from signals.ingest.profiles import ACCEPT_REFUSALS
from signals.model import LoadReport, Question
from signals.settings import Company

ACCEPT = "accept"
HARMLESS = frozenset({"duplicate_row", "not_sold"})  # one repeats another row, one is left out as was answered


def with_caution(report: LoadReport, decided: Company) -> LoadReport:
    """A hint where the load needs a yes, whether or not it was given."""
    if not _is_much_refused(report, decided):
        return report
    hint = f"{_counted(report)}, which needs the answer {ACCEPT_REFUSALS}={ACCEPT}."
    return replace(report, hints=(*report.hints, hint))


def waits_for_yes(report: LoadReport, decided: Company, answers: Mapping[str, str]) -> bool:
    return _is_much_refused(report, decided) and answers.get(ACCEPT_REFUSALS) != ACCEPT


def asking_for_yes(report: LoadReport) -> LoadReport:
    text = f"{_counted(report)}; the load waits for somebody to accept that."
    return asking(report, Question("many_refused", ACCEPT_REFUSALS, text, (ACCEPT,)))


def _is_much_refused(report: LoadReport, decided: Company) -> bool:
    harmless = sum(entry.reason in HARMLESS for entry in report.rejects)
    return report.rows_rejected - harmless > decided.refused_share_limit * report.rows_read


def _counted(report: LoadReport) -> str:
    return f"{report.rows_rejected:,} of {report.rows_read:,} rows are refused"
