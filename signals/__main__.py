"""The command line: `signals load`, `refresh`, `warnings` and the rest; `--help` tells all."""

import json
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from signals.commands.answer import sentence_of
from signals.errors import SignalsError
from signals.settings import environment_of

DONE, FAILED, INTERRUPTED = 0, 1, 130
DUCKDB_INTERRUPTED = "Query interrupted"  # what its RuntimeError says where Ctrl-C meets it at work


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit 0 done, 1 failed or refused, 2 wrong usage, 130 stopped with Ctrl-C."""
    try:
        return _run(arguments)
    except (SignalsError, OSError) as error:
        return _failed(sentence_of(error))
    except MemoryError:
        return _failed("There is not enough memory for this. What was not finished has changed nothing.")
    except (KeyboardInterrupt, RuntimeError) as error:
        if isinstance(error, RuntimeError) and str(error) != DUCKDB_INTERRUPTED:
            raise
        _progress("Stopped. What was not finished has changed nothing.")
        return INTERRUPTED


def _run(arguments: Sequence[str] | None) -> int:
    """The libraries are imported here, where a Ctrl-C is met: they take a second."""
    from signals.commands.parser import parsed
    from signals.store.engine import Store

    logging.getLogger("psycopg").setLevel(logging.ERROR)  # a cut COPY would speak before our own sentence
    told = parsed(arguments)
    environment = environment_of(os.environ)
    answer = told.run(Store(environment.database_url, environment.lock_wait_seconds), told, _progress)
    _say(json.dumps(answer.as_json, allow_nan=False) if told.json else answer.text)
    if answer.failure:
        _progress(answer.failure)
    return DONE if answer.is_done else FAILED


def _failed(sentence: str) -> int:
    _progress(sentence)
    return FAILED


def _say(text: str) -> None:
    """To standard output, which a reader such as `head` may close before the end."""
    letters = sys.stdout.encoding or "utf-8"
    try:
        print(text.encode(letters, "replace").decode(letters), flush=True)  # a terminal may not know every letter
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left unsaid must not fail at the end
        if not isinstance(error, BrokenPipeError):
            raise


def _progress(sentence: str) -> None:
    """To standard error; the work goes on where nobody reads it."""
    with suppress(OSError):
        print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
