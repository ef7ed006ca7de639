"""How was an uploaded file understood, and what does the analyst say to that?"""

import streamlit as st

from signals import metrics
from signals.ingest.contract import KINDS
from signals.model import LoadReport, Question
from signals.ui import data, guard, inert, parts, previews, said
from signals.ui.arrivals import File

ANSWERS = {
    "dmy": "Day first: 31/12/2026",
    "mdy": "Month first: 12/31/2026",
    "comma": "Comma: 1.234,50",
    "point": "Point: 1,234.50",
    "by_day": "Each customer's day is one order",
}
FORMAT_NAMES = {
    "encoding": "Letters",
    "delimiter": "Between columns",
    "decimal": "Decimal mark",
    "date_format": "Dates",
    "header_line": "Headings on line",
}
ASKED_ABOUT = ("decimal", "date_format")  # not decided while a question is open
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe", " ": "spaces"}
DATES = {"iso": "year first", "dmy": "day first", "mdy": "month first", "serial": "numbers of days"}
FIELDS = {"line_kind": "Kind of line", "part": "Sheet or part"}  # where our name says too little
OURS, USUAL = 1.0, 0.6  # confidence: the heading is our own name; a name that other systems use, or better
MOST_BUTTONS = 8  # answers; more of them are a list to choose from


def shown(file: File, report: LoadReport) -> None:
    """The verdict, all that is asked, and how the file was read."""
    parts.section("What this file is")
    parts.step(_verdict(report))
    _questions(file, report)
    _answered(file, report)
    _remembered(report)
    _how(file, report)


def _verdict(report: LoadReport) -> str:
    if report.outcome == "load":
        kind = f"{report.file} is an export of {_words(report.kind)}"
        return f"{kind}: {metrics.counted(report.rows_accepted, 'row')} can be loaded."
    if report.outcome == "ask" and len(report.questions) > 1:
        return f"{report.file} leaves {metrics.in_words(len(report.questions))} questions open."
    return report.question or "This file cannot be loaded."


def _questions(file: File, report: LoadReport) -> None:
    """One choice a question; the file is read again when all are answered."""
    for question in report.questions:
        if len(report.questions) > 1:
            parts.sentence(question.text)
        _choices(file, question)
    if len(report.questions) > 1:
        parts.aside("The file is read again when all of them are answered.")
    chosen = {question.key: st.session_state.get(_key(file, question)) for question in report.questions}
    if chosen and None not in chosen.values():
        for question in report.questions:
            said.reply(file, question, chosen[question.key])
        st.rerun()


def _choices(file: File, question: Question) -> None:
    named = {"key": _key(file, question), "index": None, "label_visibility": "collapsed"}
    if len(question.answers) > MOST_BUTTONS:
        st.selectbox(inert.markdown(question.text), question.answers, placeholder="Choose", **named)
    else:
        st.radio(inert.markdown(question.text), question.answers, format_func=_answer, **named)


def _key(file: File, question: Question) -> str:
    return f"asked-{file.file_id}-{question.key}"


def _answered(file: File, report: LoadReport) -> None:
    """What was answered can be asked again."""
    for key, value in said.about(file)["answers"].items():
        if key in said.ASKED_ELSEWHERE or key in {question.key for question in report.questions}:
            continue
        label = f"You said: {_answer(value)}\\. Ask again"
        st.button(label, key=f"again-{key}", type="tertiary", on_click=said.no_answer, args=(file, key))


def _remembered(report: LoadReport) -> None:
    """A note says what was told of earlier files with these headings; here it can be taken back."""
    if report.profile:
        label = "Forget what was told of such files before"
        st.button(label, key="forget", type="tertiary", on_click=_forget, args=(report.profile,))


def _forget(profile: str) -> None:
    data.forget(profile, person=guard.person())
    previews.again()


def _how(file: File, report: LoadReport) -> None:
    guessed = [name for name, sure in _confidence(report).items() if sure < USUAL]
    if guessed:
        names = metrics.listed([_words(name) for name in guessed])
        parts.sentence(f"Please check {names}: guessed from what the column holds, not from its name.")
    is_open = report.outcome != "load" or bool(guessed)
    with st.expander("How it was understood", expanded=is_open, key=f"understood-{file.file_id}"):
        decided = [name for name in FORMAT_NAMES if report.outcome != "ask" or name not in ASKED_ABOUT]
        described = {FORMAT_NAMES[name]: _described(report.format.get(name)) for name in decided}
        parts.facts({name: value for name, value in described.items() if value})
        _kind(file, report)
        if report.kind is None:
            return
        with st.grid(3, min_column_width=220):
            for field, headings in report.choices.items():
                with st.container(gap="xxsmall"):
                    _column(file, report, field, headings)


def _kind(file: File, report: LoadReport) -> None:
    key = f"kind-{file.file_id}"
    st.session_state.setdefault(key, report.kind)
    st.selectbox(
        "Kind of export",
        tuple(KINDS),
        key=key,
        format_func=_words,
        placeholder="Choose",
        on_change=lambda: said.kind(file, st.session_state[key]),
    )


def _column(file: File, report: LoadReport, field: str, headings: tuple[str, ...]) -> None:
    """The heading that serves one of our columns, and how sure that is."""
    key = f"column-{file.file_id}-{report.kind}-{field}"
    st.session_state[key] = (report.format.get("columns") or {}).get(field, said.NOT_IN_FILE)
    st.selectbox(
        FIELDS.get(field, _words(field).capitalize()),
        (said.NOT_IN_FILE, *headings),
        key=key,
        format_func=lambda heading: heading or "Not in this file",
        on_change=lambda: said.column(file, field, st.session_state[key]),
    )
    sure = _confidence(report).get(field, OURS)
    if sure < OURS:
        parts.aside("Recognised by its name" if sure >= USUAL else "Guessed from its content, please check")


def _confidence(report: LoadReport) -> dict[str, float]:
    return dict(report.format.get("confidence") or {})


def _answer(answer: str) -> str:
    return inert.markdown(ANSWERS.get(answer, answer))


def _words(name: str | None) -> str:
    return (name or "unknown").replace("_", " ")


def _described(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{_words(column)}: {_described(form)}" for column, form in value.items())
    return "" if value is None else (DELIMITERS | DATES).get(str(value), str(value))
