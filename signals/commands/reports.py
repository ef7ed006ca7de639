"""How is a load told to a person: what was read, what it does, what is asked, and the command that answers?"""

import shlex
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from signals.model import LoadReport, Question, Refusal

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "pipes", " ": "spaces"}
SHOWN_LINES = 5  # on a screen; --json has them all
KEPT_LINES = 1000  # beside a file that was set aside
SHOWN_MONTHS = 24
REMOVE_VANISHED = ("--answer", "vanished", "remove")


def load_text(report: LoadReport, path: Path, told: Namespace) -> str:
    """`told` is the command line, so that an answer can be given by repeating it with one thing more."""
    understood = [*_understood(report), *_months(report)] if told.dry_run else []
    refused = _refused(report.rejects, SHOWN_LINES)
    if report.outcome == "load":
        parts = [_effect(report), *understood, *report.notes, *report.hints, *_vanished(report, path, told), *refused]
    else:
        parts = [f"{report.file}: {_stopped(report)}", *understood, *refused, *_how_to_go_on(report, path, told)]
    return "\n  ".join(parts)


def reason_text(reports: Sequence[LoadReport], path: Path, told: Namespace) -> str:
    """What stands beside a file that was set aside at `path`."""
    parts = []
    for report in reports:
        if report.outcome != "load":
            parts += [f"{report.file} was not loaded: {_stopped(report)}", *_how_to_go_on(report, path, told)]
            parts += _refused(report.rejects, KEPT_LINES)
    return "\n".join([*parts, ""])


def _effect(report: LoadReport) -> str:
    counts = (
        f"{report.rows_new:,} new, {report.rows_replaced:,} replaced, {report.rows_unchanged:,} unchanged, "
        f"{report.rows_rejected:,} refused"
    )
    name = f"load {report.load_id}" if report.load_id else "nothing is changed yet"
    return f"{report.file}: {report.kind}, {counts} ({name})"


def _stopped(report: LoadReport) -> str:
    """The sentence of a refusal, or that something is asked."""
    if report.outcome == "refuse":
        return f"refused ({report.reason}). {report.question}"
    count = len(report.questions)
    return "there is a question." if count == 1 else f"there are {count} questions."


def _how_to_go_on(report: LoadReport, path: Path, told: Namespace) -> Iterator[str]:
    if report.reason == "no_file":
        return
    if report.outcome == "refuse":
        yield f"Once this is mended: {command_line(path, told, [])}"
        if report.reason == "missing_column":
            yield "A column is named with --column OURS=THEIRS, what the file holds with --kind."
        return
    for question in report.questions:
        yield f"{question.text} ({question.reason})"
        yield f"    Answer with {' or '.join(map(_answer, _answers(question)))}"
    answers = [_answers(question) for question in report.questions]
    how = "For example" if any(len(each) > 1 for each in answers) else "To load it"
    yield f"{how}: {command_line(path, told, [each[0] for each in answers])}"


def command_line(path: Path, told: Namespace, answers: Iterable[Sequence[str]]) -> str:
    """The command as it was given, for one file, with these answers besides."""
    words = ["signals", "load", str(path)]
    for flag, value in (("--kind", told.kind), ("--profile", told.profile)):
        words += [flag, value] if value else []
    given = [("--column", *pair) for pair in told.column] + [("--answer", *pair) for pair in told.answer]
    return " ".join([shlex.join(words), *map(_answer, [*given, *answers])])


def _answers(question: Question) -> list[tuple[str, str, str]]:
    flag = "--column" if question.is_column else "--answer"
    return [(flag, question.key, answer) for answer in question.answers or ("VALUE",)]


def _answer(answer: Sequence[str]) -> str:
    flag, key, value = answer
    return shlex.join([flag, f"{key}={value}"])


def _understood(report: LoadReport) -> Iterator[str]:
    form = report.format
    if not form:
        return
    columns, confidence = form.get("columns", {}), form.get("confidence", {})
    known = {
        "": form.get("container"),
        "text in": form.get("encoding"),
        "columns parted by": DELIMITERS.get(form.get("delimiter"), form.get("delimiter")),
        "decimal": form.get("decimal"),
        "dates": _dates(form.get("date_format")),
        "headings in line": form.get("header_line"),
    }
    yield f"Read as {', '.join(f'{name} {value}'.strip() for name, value in known.items() if value)}."
    named = [_column(ours, theirs, confidence.get(ours, 1)) for ours, theirs in columns.items()]
    yield f"Columns: {', '.join(named)}."
    if form.get("unused"):
        yield f"Columns that serve nothing here: {', '.join(form['unused'])}."
    if report.profile:
        yield f"As remembered of {report.profile}."


def _column(ours: str, theirs: str, confidence: float) -> str:
    name = ours if ours == theirs else f"{ours} from {theirs!r}"
    return name if confidence >= 1 else f"{name} ({confidence:.0%} sure)"


def _dates(form: object) -> object:
    return " and ".join(f"{form[column]} ({column})" for column in form) if isinstance(form, dict) else form


def _months(report: LoadReport) -> Iterator[str]:
    """Only the months that change."""
    before, after = report.by_month_before, report.by_month_after
    changed = [month for month in sorted({*before, *after}) if before.get(month) != after.get(month)]
    for month in changed[:SHOWN_MONTHS]:
        yield f"{month}: {before.get(month, 0):>16,.2f} becomes {after.get(month, 0):>16,.2f}"
    if len(changed) > SHOWN_MONTHS:
        yield f"and {len(changed) - SHOWN_MONTHS} months more; --json has them all."


def _vanished(report: LoadReport, path: Path, told: Namespace) -> Iterator[str]:
    """The notes say how many; this is how they go."""
    if report.rows_vanished > report.rows_removed:
        yield f"To remove the vanished rows: {command_line(path, told, [REMOVE_VANISHED])}"


def _refused(rejects: Sequence[Refusal], most: int) -> Iterator[str]:
    """Counted by reason, and the first of them."""
    reasons = Counter(entry.reason for entry in rejects)
    if reasons:
        yield f"Refused lines: {', '.join(f'{count:,} {reason}' for reason, count in reasons.most_common())}."
    for entry in islice(rejects, most):
        yield f"    line {entry.line}: {entry.message}"
    if len(rejects) > most:
        yield f"    and {len(rejects) - most:,} more; signals load --dry-run --json lists them all."
