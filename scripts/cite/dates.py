"""Dates as the styles write them. Each form is a pattern and the names of the months."""

from __future__ import annotations

import re
from collections.abc import Mapping

ENGLISH = (
    "January February March April May June July August September October November December"
)  # fmt: skip
# The suffix of a token -> the form of its date. MLA shortens months of more than four letters.
FORMS: Mapping[str, tuple[str, str]] = {
    "": ("{y}-{mm}-{dd}", ""),
    "_us": ("{month} {d}, {y}", ENGLISH),
    "_apa": ("{y}, {month} {d}", ENGLISH),
    "_mla": ("{d} {month} {y}", "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec."),
    "_zh": ("{y}年{m}月{d}日", ""),
    "_ris": ("{y}/{mm}/{dd}", ""),
    "_year": ("{y}", ""),
}
TOKEN = re.compile(r"\{(\w+)\}")


def written(date: str, pattern: str, months: str) -> str:
    """An ISO 8601 day in one form. Raises ValueError for anything but a whole day."""
    y, mm, dd = date.split("-")
    parts = {"y": y, "mm": mm, "dd": dd, "m": str(int(mm)), "d": str(int(dd))}
    parts["month"] = months.split(" ")[int(mm) - 1] if months else mm
    return TOKEN.sub(lambda found: parts[found[1]], pattern)


def forms_of(name: str, date: str) -> dict[str, str]:
    """The tokens of a date: date, date_us, date_zh, …"""
    return {f"{name}{suffix}": written(date, *form) for suffix, form in FORMS.items()}


def parts_of(date: str) -> list[list[int]]:
    """A date as CSL-JSON has it."""
    return [[int(part) for part in date.split("-")]]
