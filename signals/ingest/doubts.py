"""What of a file's columns must be asked before it can be taken, or makes it impossible to take?"""

from collections.abc import Mapping

from signals.errors import IngestRejected
from signals.ingest import sales
from signals.ingest.contract import KINDS
from signals.ingest.headings import SPELLINGS, counts_multiples
from signals.ingest.mapping import Mapping_
from signals.model import Question

WITHOUT_ORDERS = Question(
    "missing_column",
    sales.ORDERS,
    "No column names the order. Choose the column that does, or let each customer's day count as one order.",
    (sales.BY_DAY,),
)
NOUNS = {"date": "date", "timestamp": "time", "month": "month", "number": "number", "money": "amount", "score": "score"}


def column_questions(mapping: Mapping_, answers: Mapping[str, str], *, is_kind_told: bool) -> list[Question]:
    """All that is to be asked about columns. Raises IngestRejected where no answer could help."""
    if not is_kind_told and not mapping.is_recognised:
        kinds = ", ".join(KINDS)
        raise IngestRejected(
            "missing_column", f"We do not recognise what this file holds. Choose one of {kinds}, and its columns."
        )
    _refuse_multiples(mapping)
    missing = [name for name in mapping.missing if name != sales.ORDER or answers.get(sales.ORDERS) != sales.BY_DAY]
    hopeless = [name for name in missing if name not in mapping.proposals and name != sales.ORDER]
    if hopeless or (missing and mapping.system and mapping.system.advice):
        raise IngestRejected("missing_column", _refusal(mapping, missing))
    questions = [_missing(mapping, name) for name in missing]
    return questions + [_rivals(name, headings) for name, headings in mapping.rivals.items()]


def are_open(questions: list[Question]) -> bool:
    """Whether what is asked must be known before the rows can be typed at all; the order of a date need not."""
    return any(question.is_column or question.key in (sales.ORDERS, "decimal") for question in questions)


def unbelieved(mapping: Mapping_) -> list[str]:
    """A note for each column whose name was not believed."""
    told = ((name, mapping.kind.field(name), heading) for name, heading in mapping.contradicted.items())
    return [f"{heading} holds no {NOUNS[field.type]}: it is not used as {name}." for name, field, heading in told]


def _refuse_multiples(mapping: Mapping_) -> None:
    for match in mapping.matches:
        if mapping.kind.field(match.field).type == "money" and counts_multiples(match.heading):
            sentence = f"{match.heading!r} is not in whole units of the currency. Export the amounts in units."
            raise IngestRejected("missing_column", sentence)


def _refusal(mapping: Mapping_, missing: list[str]) -> str:
    said = [f"No column for {', '.join(missing)} was found."]
    said += [sentence for sentence in unbelieved(mapping) if sentence.rsplit(" ", 1)[-1].rstrip(".") in missing]
    if mapping.system and mapping.system.advice:
        return " ".join([f"This looks like {mapping.system.name}.", *said, mapping.system.advice])
    known = "; ".join(f"{name}: {', '.join(SPELLINGS[name][:3])}" for name in missing)
    if mapping.kind.name == "sales" and "product_id" in missing and "revenue" not in missing:
        said.append("If each row is a whole order, take the export of order lines instead.")
    return " ".join([*said, f"Choose the column, or write a heading that we know ({known})."])


def _missing(mapping: Mapping_, name: str) -> Question:
    if name == sales.ORDER:
        return WITHOUT_ORDERS
    headings = mapping.proposals[name]
    price = next((match.heading for match in mapping.matches if match.field == "unit_price"), None)
    if name == "revenue" and headings == (price,):
        text = f"No column says how many units a line is. If each line is one unit, its revenue is {price}: is it?"
    else:
        text = f"No heading tells the column {name}. Which one is it?"
    return Question("missing_column", name, text, headings, is_column=True)


def _rivals(name: str, headings: tuple[str, ...]) -> Question:
    if len(set(headings)) == 1:
        sentence = f"{len(headings)} columns are called {headings[0]!r}. Give each its own heading."
        raise IngestRejected("duplicate_column", sentence)
    question = f"Which column is {name}: {' or '.join(headings)}?"
    return Question("ambiguous_column", name, question, tuple(headings), is_column=True)
