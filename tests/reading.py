"""The pages as a reader meets them in tests: run through the entry script, with the package's answers given."""

import html
import re
from pathlib import Path

import builders
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[1]
HOSTILE = (
    "<script>alert(1)</script><img src=//evil.example/x> ![p](https://evil.example/p.png) "
    "[l](https://evil.example) www.evil.example"
)
PARAMETERS = {"warning": {"warning": "key"}, "customer": {"customer": "C-10042"}}
ANSWERS = {
    "morning": builders.morning,
    "evidence": builders.evidence,
    "product_evidence": lambda: builders.evidence(warning=None),
    "products": builders.products,
    "customers": builders.customers,
    "customer": builders.customer_file,
    "base": builders.base,
    "newcomers": builders.newcomers,
    "contacts": dict,
    "voice": builders.voice,
    "customer_rehearsal": builders.customer_rehearsal,
    "quarter": builders.quarter,
    "plan": builders.plan,
    "colleagues": lambda: ["M. Okafor", "T. Lindqvist"],
}


def answering(value):
    def answer(*_arguments):
        if isinstance(value, Exception):
            raise value
        return value

    return answer


def opened(name: str, **parameters: str) -> AppTest:
    test = AppTest.from_file(str(ROOT / "signals" / "ui" / "main.py"), default_timeout=30)
    test.run()
    for key, value in (parameters or PARAMETERS.get(name, {})).items():
        test.query_params[key] = value
    if name != "today":
        test.switch_page(f"../../pages/{name}.py").run()
    return test


def text_of(test: AppTest) -> str:
    """Everything that a reader sees as text, tags taken out."""
    bodies = [_letters(element.proto.body) for element in test.get("html")]
    labels = [element.proto.label for kind in ("page_link", "expander", "button") for element in test.get(kind)]
    messages = [element.value for kind in ("info", "warning", "error") for element in test.get(kind)]
    return "\n".join([*bodies, *labels, *messages])


def _letters(body: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", body)).replace("\u00a0", " ").replace("\u2060", "")
