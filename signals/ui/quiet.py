"""What was looked at and needs nobody: what is stable, what could not be judged, what ended, what was suppressed?"""

from collections.abc import Sequence

import streamlit as st

from signals import metrics
from signals.model import ClosedWarning, DataState, Morning, Warning
from signals.triage import first_lines, kinds, names
from signals.ui import inert, parts

LISTED = 12  # suppressed rows; more are grouped by their reason


def counts(morning: Morning) -> None:
    """Stable products, then those without a judgement, then revenue without a customer's name."""
    stable = metrics.counted(morning.stable_count, "product")
    weeks = metrics.counted(morning.stable_weeks, "week")
    parts.facts(
        {"Stable": f"{stable}, {weeks}" if morning.stable_weeks else stable}
        | {
            names.capital(first_lines.STATES[state]): metrics.number(count)
            for state, count in morning.unjudged.items()
            if count
        }
        | (
            {"Revenue without a known customer": metrics.share(morning.anonymous_share)}
            if morning.anonymous_share
            else {}
        )
    )


def arrived(morning: Morning) -> None:
    """How far each region, channel and source reaches, behind a fold."""
    late = sum(state.days_late > 0 for state in morning.arrivals)
    label = f"What has come in ({late} late)" if late else "What has come in"
    with st.expander(label, key="arrived"):
        rows = [_arrived(state, morning) for state in morning.arrivals]
        widths = {name: st.column_config.TextColumn(name, width="medium") for name in ("What", "State")}
        alt = "How far the data of each region, channel and source reaches"
        st.dataframe(rows, hide_index=True, width="content", column_config=widths, alt=alt)


def closed(warnings: Sequence[ClosedWarning]) -> None:
    """What ended lately, and how."""
    for each in warnings:
        parts.sentence(each.warning.headline)
        parts.aside(each.how)


def suppressed(warnings: Sequence[Warning]) -> None:
    """What was not shown, each with its reason; many of them under their kind of reason, with its count."""
    if len(warnings) <= LISTED:
        for warning in warnings:
            parts.sentence(warning.headline)
            parts.aside(warning.reason)
        return
    for kind, group in kinds.by_reason(warnings).items():
        items = "".join(
            f"<li>{inert.markup(each.headline)} <small>{inert.markup(each.reason)}</small></li>" for each in group
        )
        summary = f"{inert.markup(kind)} ({len(group)})"
        st.html(f'<details class="group"><summary>{summary}</summary><ul>{items}</ul></details>')


def _arrived(state: DataState, morning: Morning) -> dict[str, object]:
    return {
        "What": f"{state.name} ({first_lines.KINDS[state.kind]})",
        "Last day": metrics.full_day(state.last_date),
        "Usual rhythm": first_lines.rhythm(state),
        "State": first_lines.standing(state, morning.as_of),
    }
