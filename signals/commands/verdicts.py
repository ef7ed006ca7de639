"""What do verdict, verdicts and revert answer?"""

from argparse import Namespace

from signals.commands.answer import Answer, Progress
from signals.commands.loads import person
from signals.model import Verdict
from signals.pipeline import verdicts as judging
from signals.records import plain
from signals.store.engine import Store
from signals.triage import verdict_wording


def verdict(store: Store, told: Namespace, progress: Progress) -> Answer:
    given = judging.give(
        store,
        told.warning_key,
        told.verdict,
        reason=told.reason,
        person=person(),
        as_of=told.as_of,
        first_date=told.first_date,
        last_date=told.last_date,
    )
    effect = verdict_wording.effects(given.warning)[given.verdict]
    return Answer(_body(given), f"Verdict {given.verdict_id} on {given.warning_key}: {given.verdict}; {effect}.")


def verdicts(store: Store, told: Namespace, progress: Progress) -> Answer:
    listed = judging.listing(store, told.warning_key)
    lines = [line for each in listed for line in _lines(each)]
    return Answer({"verdicts": [_body(each) for each in listed]}, "\n".join(lines) or "There are no verdicts yet.")


def revert(store: Store, told: Namespace, progress: Progress) -> Answer:
    reverted = judging.revert(store, told.verdict_id, person=person())
    text = f"Verdict {reverted.verdict_id} ({reverted.verdict}) on {reverted.warning_key} is reverted."
    return Answer(_body(reverted), text)


def _body(verdict: Verdict) -> dict:
    """The record; of the warning its subject, headline and evidence as they were judged."""
    body = plain(verdict)
    warning = body.pop("warning")
    return body | {name: warning[name] for name in ("subject", "headline", "evidence")} | {"is_live": verdict.is_live}


def _lines(verdict: Verdict) -> tuple[str, str]:
    state = "live" if verdict.is_live else "reverted"
    told, given = (said(verdict, verdict.as_of) for said in (verdict_wording.told, verdict_wording.given))
    return f"{verdict.verdict_id:>5}  {state:<8}  {verdict.warning_key}", f"{'':17}{told} {given}"
