"""An export as the reading understands it, without any store: its report and the rows that would be taken."""

from datetime import date
from pathlib import Path

from signals.ingest.export import Circumstances, Wishes, understood
from signals.model import LoadReport

TODAY = date(2026, 11, 22)


def taken(
    path: Path,
    kind: str | None = None,
    columns: dict[str, str] | None = None,
    *,
    known: Circumstances | None = None,
    **answers: str,
) -> tuple[LoadReport, list[dict]]:
    """(report, accepted rows in the file's order); no rows where the file is refused or asked about."""
    wishes = Wishes(kind=kind, columns=columns, answers=answers)
    with understood(path, file_name=path.name, wishes=wishes, known=known or Circumstances(TODAY)) as export:
        if not export.is_loadable:
            return export.report, []
        found = export.bench.execute("SELECT * FROM accepted ORDER BY line")
        return export.report, found.to_arrow_table().to_pylist()


def asked(report: LoadReport) -> dict[str, tuple[str, ...]]:
    """The keys of the questions with their answers."""
    assert report.outcome == "ask", (report.outcome, report.question)
    return {question.key: question.answers for question in report.questions}
