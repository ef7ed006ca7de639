"""Is the text a page or a data structure rather than a table?"""

import re

from signals.errors import IngestRejected

_KINDS = (
    (
        "html_file",
        "a web page",
        re.compile(r"(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body|table|meta|div)\b", re.I | re.S),
    ),
    ("xml_file", "XML", re.compile(r"<\?xml\b|<[A-Za-z][\w:.-]*(?:\s[^<>\n]*)?/?>\s*(?:<|\w[^<\n]*</)")),
    (
        "json_file",
        "JSON",
        re.compile(r"\[\s*(?:[\[{\"]|-?\d|\])|\{\s*[\"}]"),
    ),
    ("not_csv", "a rich text document", re.compile(r"\{\\rtf")),
)


def refuse_markup(text: str) -> None:
    """Raises if the text begins as HTML, XML or JSON begins."""
    head = text[:4096].lstrip()
    for reason, name, beginning in _KINDS:
        if beginning.match(head):
            raise IngestRejected(reason, f"The file is {name}, not a table; export it as CSV or xlsx.")
