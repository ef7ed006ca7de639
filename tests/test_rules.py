"""Every rule of refusal, question and note is told to the analyst, and every rule that is told exists."""

import ast
import re
from pathlib import Path

from signals.ingest.rules import RULES_TOLD

PACKAGE = Path(__file__).resolve().parents[1] / "signals"
CODE = re.compile(r"[a-z]+(_[a-z]+)*")
NAMING_CALLS = {  # call -> place of the reason among its arguments
    "Refused": 0, "IngestRejected": 0, "Question": 0, "refuse_where": 3, "declared": 1, "ignored": 1, "_left_out": 1,
    "_repaired": 1, "refused": 0,
}  # fmt: skip
NAMING_WORDS = {"reason", "fault", "header_fault"}
SAID_IN_NOTES = {"old_date", "unknown_id", "repeated_line", "own_currency"}  # kept rows: no code, a rule all the same


def codes_of(path: Path) -> set[str]:
    """The texts that a module gives as a reason: as that argument of a call, or assigned or compared to a reason."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = NAMING_CALLS.get(name)
            if place is not None and len(node.args) > place:
                found |= texts(node.args[place])
            found |= {text for word in node.keywords if word.arg in NAMING_WORDS for text in texts(word.value)}
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") in NAMING_WORDS for target in node.targets):
            found |= texts(node.value)
    return {code for code in found if CODE.fullmatch(code)}


def texts(node: ast.AST) -> set[str]:
    """The literal outcomes of an expression."""
    if isinstance(node, ast.IfExp):
        return texts(node.body) | texts(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def all_codes() -> set[str]:
    return set().union(*(codes_of(path) for path in (PACKAGE / "ingest").glob("*.py")))


def test_every_reason_that_the_package_gives_is_told():
    codes = all_codes()
    assert {"missing_required", "future_date", "no_rate", "not_sold", "ambiguous_tax", "unbalanced_quote"} <= codes
    assert codes - set(RULES_TOLD) == set()


def test_every_rule_says_what_happens_in_sentences():
    for code, sentence in RULES_TOLD.items():
        assert CODE.fullmatch(code)
        assert sentence[0].isupper() and sentence.endswith(".")


def test_rules_of_rows_that_are_kept_are_told_too():
    assert set(RULES_TOLD) >= SAID_IN_NOTES
    assert "1990" in RULES_TOLD["old_date"]
    assert "1,000,000,000,000" in RULES_TOLD["overflow"]


def test_the_codes_of_the_design_are_told():
    design = (
        "empty_file no_data_rows no_valid_rows missing_header missing_column duplicate_column ambiguous_column "
        "too_many_columns not_csv binary_file compressed_file html_file json_file xml_file excel_file bad_encoding "
        "field_too_long too_large ragged_row unbalanced_quote decimal_comma ambiguous_date ambiguous_number "
        "missing_required bad_number inconsistent_number not_finite overflow out_of_range negative_price bad_date "
        "inconsistent_date future_date truncated duplicate_key duplicate_row conflicting_duplicate mangled_id bad_id "
        "control_char missing_customer preamble blank rule repeated_header total_row footer directive"
    )
    assert set(design.split()) <= set(RULES_TOLD)
