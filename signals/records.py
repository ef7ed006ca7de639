"""How does a record of the model become JSON text, and the same record again?"""

import json
import math
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import pandas as pd

Record = TypeVar("Record")


def to_json(record: object) -> str:
    return json.dumps(plain(record), ensure_ascii=False, allow_nan=False)


def from_json(kind: type[Record], text: str) -> Record:
    """The record that `to_json` wrote, also an older version's: what is no field any more is left out."""
    return _read(kind, json.loads(text))


def plain(value: Any) -> Any:
    """Dicts, lists, strings and numbers only: money as text, dates as ISO, a missing or infinite number as null."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, pd.DataFrame):
        return {name: [plain(entry) for entry in column.tolist()] for name, column in value.items()}
    if isinstance(value, Mapping):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [plain(entry) for entry in value]
    if value is pd.NaT or value is pd.NA or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if isinstance(value, date | Decimal):
        return str(value) if isinstance(value, Decimal) else value.isoformat()
    return value.item() if hasattr(value, "item") else value


def _read(kind: Any, value: Any) -> Any:
    if value is None:
        return float("nan") if kind is float else None
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _read(next(part for part in arguments if part is not type(None)), value)
    if origin is tuple:
        parts = arguments[:1] * len(value) if arguments[1:] == (...,) else arguments
        return tuple(_read(part, entry) for part, entry in zip(parts, value, strict=True))
    if origin is not None:
        return {key: _read(arguments[1], entry) for key, entry in value.items()}
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: _read(hints[name], entry) for name, entry in value.items() if name in hints})
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    return kind(value) if kind in (Decimal, float) else value
