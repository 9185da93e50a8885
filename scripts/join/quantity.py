"""Printed Chinese quantities as numbers: 4.46万 is 44,600; 154.86亿元 is 15,486,000,000."""

from __future__ import annotations

import re
from decimal import Decimal

PRINTED = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(万亿|亿|千万|百万|万|千|百)?")
MULTIPLIERS = {
    "百": 100,
    "千": 1_000,
    "万": 10_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
    "万亿": 1_000_000_000_000,
}


def quantities(printed: str) -> list[Decimal]:
    """Every number in a printed string, multiplied out, in order."""
    return [
        Decimal(m[1].replace(",", "")) * MULTIPLIERS.get(m[2] or "", 1) for m in PRINTED.finditer(printed)
    ]


def plain(value: Decimal) -> str:
    """A number with thousands separators and no needless zeros: 15486000000 -> 15,486,000,000."""
    normal = value.normalize()
    return f"{normal:,f}"
