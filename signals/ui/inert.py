"""How is customers' text shown without becoming markup?"""

import html
import re

from signals.metrics import MINUS

MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=@&/])")

BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:%|k|m|bn)(?!\w))")
NO_BREAK_SPACE, WORD_JOINER = "\u00a0", "\u2060"


def markdown(text: object) -> str:
    """For labels and messages that Streamlit reads as markdown: every sign is escaped, on one line.

    Bare addresses become links in GitHub's markdown; escaping their dots, colons and slashes prevents it.
    """
    return MARKDOWN_SIGNS.sub(r"\\\1", " ".join(str(text).split()))


def markup(text: object) -> str:
    """For `st.html`: letters only, no tags, no attributes; a figure keeps its sign and unit on one line."""
    kept_together = BEFORE_UNIT.sub(NO_BREAK_SPACE, str(text)).replace(MINUS, MINUS + WORD_JOINER)
    return html.escape(kept_together, quote=True)
