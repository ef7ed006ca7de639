"""Which commands and options are there?"""

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from signals.commands import loads
from signals.commands.answer import Answer, Progress
from signals.ingest.contract import KINDS
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
    return parser


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


def _mornings(store: Store, told: argparse.Namespace, progress: Progress) -> Answer:
    """The commands that need statistics, imported only then: it takes a second."""
    from signals.commands import mornings

    return getattr(mornings, told.command)(store, told, progress)
