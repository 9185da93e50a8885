"""What is made of a report's figures for readers: checks of its arithmetic, charts, a selection."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from scripts.model.annotation import Bilingual, word_from
from scripts.model.problem import NOWHERE, Where


@dataclass(frozen=True, slots=True)
class Check:
    """Whether two things the report says agree. The figures of `of` are a, b, c … in `left` and `right`.

    The two sides agree when they differ by no more than `tolerance`, which allows for rounding.
    """

    id: str
    statement: Bilingual
    of: tuple[str, ...]
    left: str
    right: str
    tolerance: Decimal = Decimal(0)
    unit: str = word_from("units", "")
    note: Bilingual | None = None
    where: Where = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of figures of one unit; `labels` name them where their subjects are too long."""

    id: str
    title: Bilingual
    figures: tuple[str, ...]
    kind: str = word_from("chart_kinds")
    labels: tuple[Bilingual, ...] = ()
    caption: Bilingual | None = None
    where: Where = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Highlight:
    """A figure a citizen cares about, with a line that says why."""

    id: str
    figure: str
    caption: Bilingual
    where: Where = field(default=NOWHERE, compare=False)
