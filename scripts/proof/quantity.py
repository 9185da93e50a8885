"""What a number in running text says: its value, its unit, and how it is bounded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

# How much of the dimension's base unit one unit is. A translation may give hectares for mu.
DIMENSIONS: dict[str, tuple[str, Decimal]] = {
    "mu": ("area", Decimal(10_000) / 15),
    "hectare": ("area", Decimal(10_000)),
    "square_metre": ("area", Decimal(1)),
    "square_kilometre": ("area", Decimal(1_000_000)),
    "jin": ("mass", Decimal("0.5")),
    "kilogram": ("mass", Decimal(1)),
    "tonne": ("mass", Decimal(1_000)),
    "metre": ("length", Decimal(1)),
    "kilometre": ("length", Decimal(1_000)),
}
# A converted value is rounded by its writer; an unconverted one has to be the same.
CONVERTED = Decimal("0.006")
# Years, months and the like may be said once for several mentions, or be left to the context.
CALENDAR = ("year", "month")
# What a bound may be rendered by: 以上 is "at least" and, in official English, often "over".
RENDERED_BY = {
    "": ("",),
    "nearly": ("nearly",),
    "about": ("about",),
    "over": ("over",),
    "at_least": ("at_least", "over"),
    "at_most": ("at_most",),
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number as it stands: `text` from `start` to `end` of its sentence.

    `unit` is "" where things are merely counted. One that is not `required` may stay without
    a counterpart: an indefinite 一, "first", "both".
    """

    value: Decimal
    text: str
    start: int
    end: int
    unit: str = ""
    bound: str = ""
    required: bool = True

    def equals(self, other: Quantity) -> bool:
        """Whether both say the same amount; units of one dimension are converted."""
        mine, its = DIMENSIONS.get(self.unit), DIMENSIONS.get(other.unit)
        if not mine or not its or self.unit == other.unit:
            return self.value == other.value
        if mine[0] != its[0]:
            return False
        ours, theirs = self.value * mine[1], other.value * its[1]
        return abs(ours - theirs) <= CONVERTED * max(ours, theirs)

    def suits(self, other: Quantity) -> bool:
        """Whether the units can stand for each other: the same, or two of one dimension."""
        mine, its = DIMENSIONS.get(self.unit), DIMENSIONS.get(other.unit)
        return self.unit == other.unit or bool(mine and its and mine[0] == its[0])


def overlaps(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Whether a stretch shares a character with any of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)


def uncovered(found: Iterable[Quantity], covered: tuple[tuple[int, int], ...]) -> list[Quantity]:
    """In order, all but the numbers inside the covered stretches."""
    return sorted((q for q in found if not overlaps((q.start, q.end), covered)), key=lambda q: q.start)


def plain(value: Decimal) -> str:
    """A number with thousands separators and no needless zeros: 15486000000 -> 15,486,000,000."""
    return f"{value.normalize():,f}"
