"""How is a failure written to the log without what customers said or bought?"""

import logging
import secrets
import traceback

log = logging.getLogger(__name__)


def recorded(error: BaseException, doing: str) -> str:
    """Logs the kind and place of the error, not its message, which may quote a row; returns the reader's reference."""
    reference = secrets.token_hex(4)
    place = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s failed, reference %s: %s\n%s", doing, reference, type(error).__name__, place)
    return reference
