"""Pure functions of a report, worked out once however many pages ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from scripts.model.edition import Report

V = TypeVar("V")


def once(function: Callable[[Report], V]) -> Callable[[Report], V]:
    """The same function; what it gave for a report is kept as long as the report is.

    Reports are told apart by identity, so the value is shared: callers must not change it.
    """
    known: WeakKeyDictionary[Report, Any] = WeakKeyDictionary()

    def remembered(report: Report) -> V:
        if report not in known:
            known[report] = function(report)
        found: V = known[report]
        return found

    remembered.__doc__ = function.__doc__
    return remembered
