"""The command line: `signals load`, `refresh`, `warnings` and the rest; `--help` tells all."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from signals import commands
from signals.errors import SignalsError
from signals.ingest.contract import KINDS
from signals.settings import environment_of
from signals.store.engine import Store

DONE, FAILED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit 0 done, 1 failed or refused, 2 wrong usage."""
    told = _parser().parse_args(arguments)
    try:
        environment = environment_of(os.environ)
        answer = told.run(Store(environment.database_url, environment.lock_wait_seconds), told, _progress)
    except SignalsError as error:
        print(error, file=sys.stderr)
        return FAILED
    _say(json.dumps(answer.as_json, ensure_ascii=False, allow_nan=False) if told.json else answer.text)
    return DONE if answer.is_done else FAILED


def _say(text: str) -> None:
    """To standard output, which a reader such as `head` may close before the end."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _progress(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="signals", description="What changed in how customers behave.")
    verbs = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    load = _verb(verbs, "load", commands.load, "load exports; kind and format are recognised unless given")
    load.add_argument("files", nargs="+", type=Path, metavar="FILE")
    load.add_argument("--kind", choices=sorted(KINDS), help="what the file holds, if it is not recognised")
    load.add_argument("--profile", help="the source's name; its columns and answers are remembered under it")
    load.add_argument("--column", action="append", default=[], type=_pair, metavar="OURS=THEIRS")
    load.add_argument("--answer", action="append", default=[], type=_pair, metavar="KEY=VALUE")
    load.add_argument("--dry-run", action="store_true", help="tell what a load would do; nothing changes")
    undo = _verb(verbs, "undo", commands.undo, "take a load back")
    undo.add_argument("load_id", type=int)
    _verb(verbs, "loads", commands.loads_list, "list the loads")
    demo = _verb(verbs, "demo", commands.demo, "make and load the demo company")
    demo.add_argument("--if-empty", action="store_true", help="only if the database holds no load yet")
    _dated(_verb(verbs, "refresh", commands.refresh, "recompute marts, warnings and scores"))
    _dated(_verb(verbs, "warnings", commands.warnings, "what Today shows"))
    customers = _dated(_verb(verbs, "customers", commands.customers, "customers at risk"))
    customers.add_argument("--horizon", type=_days, default=90, metavar="DAYS", help="of p_churn (90)")
    customers.add_argument("--top", type=_days, default=10, metavar="N", help="how many, by value at risk (10)")
    _dated(_verb(verbs, "nowcast", commands.nowcast, "the running quarter"))
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


if __name__ == "__main__":
    sys.exit(main())
