"""How does a target that somebody types get into the store? As a load of one line, which can be taken back like any."""

import csv
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from signals.ingest import loads
from signals.model import LoadReport
from signals.store.company import now
from signals.store.engine import Store

TARGET_COLUMNS = ("quarter", "category", "product_id", "region", "revenue_target")
FILE_NAME = "target typed on the Settings page"


def load_target(
    store: Store,
    *,
    quarter: str,
    revenue_target: Decimal,
    person: str,
    category: str | None = None,
    product_id: str | None = None,
    region: str | None = None,
) -> LoadReport:
    """Plan a quarter's revenue, of the company or of one category, product or region, in place of what was planned.

    The line says when it was typed, so that going back to an earlier figure is a load of its own.
    """
    cells = (quarter, category or "", product_id or "", region or "", str(revenue_target))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "target.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([*TARGET_COLUMNS, "typed_at"])
            writer.writerow([*cells, now().isoformat()])
        return loads.load(
            store,
            path,
            person=person,
            kind="targets",
            file_name=FILE_NAME,
            columns={name: name for name in TARGET_COLUMNS},
            answers={"decimal": "point"},
        )
