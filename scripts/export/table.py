"""Rows as CSV that spreadsheets and programs both read (RFC 4180, UTF-8 with a byte order mark)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

# Spreadsheets take UTF-8 for something else unless it begins with this mark.
BOM = "\ufeff"
# Between several values in one cell.
BETWEEN = " | "


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """A header and the rows; None is an empty cell."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: "" if value is None else value for key, value in row.items()})
    return BOM + out.getvalue()
