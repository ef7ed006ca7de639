"""Which commands and options are there?"""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from signals.commands import loads
from signals.commands.answer import Answer, Progress
from signals.ingest.contract import KINDS
from signals.model import VERDICTS
from signals.store.engine import Store


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What the command line says; `run` is the command. Leaves with exit 2 where it is wrong."""
    parser = _parser()
    told = parser.parse_args(arguments)
    if told.command == "load" and told.watch and told.dry_run:
        parser.error("--dry-run looks at FILEs; it does not go with --watch")
    return told


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="signals", description="What changed in how customers behave.")
    verbs = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    load = _verb(verbs, "load", loads.load, "load exports; kind and format are recognised unless given")
    source = load.add_mutually_exclusive_group(required=True)
    source.add_argument("files", nargs="*", default=[], type=Path, metavar="FILE")
    takes = "take all that waits in FOLDER; it moves to FOLDER/loaded, or to FOLDER/set-aside with the reason"
    source.add_argument("--watch", type=Path, metavar="FOLDER", help=takes)
    load.add_argument("--kind", choices=sorted(KINDS), help="what the file holds, if it is not recognised")
    load.add_argument("--profile", help="the source's name; its columns and answers are remembered under it")
    load.add_argument("--column", action="append", default=[], type=_pair, metavar="OURS=THEIRS")
    load.add_argument("--answer", action="append", default=[], type=_pair, metavar="KEY=VALUE")
    load.add_argument("--dry-run", action="store_true", help="tell what a load would do; nothing changes")
    undo = _verb(verbs, "undo", loads.undo, "take a load back")
    undo.add_argument("load_id", type=int)
    _verb(verbs, "loads", loads.loads, "list the loads")
    demo = _verb(verbs, "demo", _mornings, "make and load the demo company")
    demo.add_argument("--if-empty", action="store_true", help="only if the database holds no load yet")
    _dated(_verb(verbs, "refresh", _mornings, "recompute marts, warnings and scores"))
    _dated(_verb(verbs, "warnings", _mornings, "what Today shows"))
    customers = _dated(_verb(verbs, "customers", _mornings, "customers at risk"))
    customers.add_argument("--horizon", type=_days, default=90, metavar="DAYS", help="of p_churn (90)")
    customers.add_argument("--top", type=_days, default=10, metavar="N", help="how many, by value at risk (10)")
    _dated(_verb(verbs, "nowcast", _mornings, "the running quarter"))
    digest = _dated(_verb(verbs, "digest", _mornings, "the morning message"))
    digest.add_argument("--to", metavar="WHOM", help="who is to read it")
    digest.add_argument("--dry-run", action="store_true", help="print the message; nothing is sent")
    backtest = _verb(verbs, "backtest", _backtest, "replay the company's history: what would have been said, what came")
    backtest.add_argument("--from", dest="first", type=_day, metavar="DATE", help="the first day (first one judged)")
    backtest.add_argument("--to", dest="last", type=_day, metavar="DATE", help="the last day that may be seen")
    _add_verdicts(verbs)
    return parser


def _add_verdicts(verbs) -> None:
    verdict = _dated(_verb(verbs, "verdict", _verdicts, "say what a warning was; it changes what is computed"))
    verdict.add_argument("warning_key", metavar="WARNING_KEY")
    verdict.add_argument("verdict", choices=VERDICTS, type=_words, metavar="VERDICT", help=", ".join(VERDICTS))
    verdict.add_argument("--reason", required=True, metavar="TEXT", help="why, for those who read it later")
    verdict.add_argument("--from", dest="first_date", type=_day, metavar="DATE", help="first day it speaks of")
    verdict.add_argument("--to", dest="last_date", type=_day, metavar="DATE", help="last day it speaks of")
    listed = _verb(verbs, "verdicts", _verdicts, "list the verdicts")
    listed.add_argument("--warning", dest="warning_key", metavar="KEY", help="those on one warning")
    revert = _verb(verbs, "revert", _verdicts, "take a verdict back")
    revert.add_argument("verdict_id", type=int)


def _verb(verbs, name: str, run: Callable, does: str) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=does, description=does)
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output and nothing else")
    parser.set_defaults(run=run)
    return parser


def _dated(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="the last day that may be seen")
    return parser


def _pair(text: str) -> tuple[str, str]:
    ours, mark, theirs = text.partition("=")
    if not mark:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form NAME=VALUE")
    return ours, theirs


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-11-21") from None


def _days(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not at least 1")
    return number


def _words(text: str) -> str:
    """Of two words one may be written: data-error."""
    return " ".join(text.replace("-", " ").split())


def _mornings(store: Store, told: argparse.Namespace, progress: Progress) -> Answer:
    """The commands that need statistics, imported only then: it takes a second."""
    from signals.commands import mornings

    return getattr(mornings, told.command)(store, told, progress)


def _verdicts(store: Store, told: argparse.Namespace, progress: Progress) -> Answer:
    """Imported only then, like the mornings that they change."""
    from signals.commands import verdicts

    return getattr(verdicts, told.command)(store, told, progress)


def _backtest(store: Store, told: argparse.Namespace, progress: Progress) -> Answer:
    from signals.commands import backtest

    return backtest.backtest(store, told, progress)
