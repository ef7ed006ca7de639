"""How is customers' text shown without becoming markup?"""

import html
import re

MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=@&/])")


def markdown(text: object) -> str:
    """For labels and messages that Streamlit reads as markdown: every sign is escaped, on one line.

    Bare addresses become links in GitHub's markdown; escaping their dots, colons and slashes prevents it.
    """
    return MARKDOWN_SIGNS.sub(r"\\\1", " ".join(str(text).split()))


def markup(text: object) -> str:
    """For `st.html`: letters only, no tags, no attributes."""
    return html.escape(str(text), quote=True)
