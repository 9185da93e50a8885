"""The citation tree of a report: parts, sections and paragraphs, as DTS units."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from scripts.model.edition import Report
from scripts.model.once import once
from scripts.model.text import Segment


@dataclass(frozen=True, slots=True)
class Unit:
    """A citable unit; `level` counts from 1, `parent` is "" at the first level, `order` its place."""

    segment: Segment
    level: int
    parent: str
    order: int

    @property
    def id(self) -> str:
        return self.segment.id

    @property
    def cite_type(self) -> str:
        """What the unit is called: a heading stands for its part or section."""
        kind = self.segment.kind
        return kind if self.segment.heading or kind == "title" else "paragraph"


@dataclass(frozen=True)
class CiteTree:
    """All units in document order, tombstones left out."""

    units: tuple[Unit, ...]

    @cached_property
    def children(self) -> dict[str, list[Unit]]:
        """The units right under each, "" for the first level, in document order."""
        found: dict[str, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(unit.parent, []).append(unit)
        return found

    def below(self, unit: Unit, depth: int) -> list[Unit]:
        """The unit and what stands under it down to `depth` levels; -1 is all. In document order."""
        return sorted(self._below(unit, depth), key=lambda u: u.order)

    def _below(self, unit: Unit, depth: int) -> list[Unit]:
        inner = self.children.get(unit.id, []) if depth else []
        return [unit, *(found for child in inner for found in self._below(child, depth - 1))]

    @cached_property
    def structure(self) -> list[dict[str, Any]]:
        """The kinds of units at the first level, and under each of these kinds again."""
        return self._structure(self.children.get("", []))

    def _structure(self, siblings: list[Unit]) -> list[dict[str, Any]]:
        kinds: dict[str, list[Unit]] = {}
        for unit in siblings:
            kinds.setdefault(unit.cite_type, []).extend(self.children.get(unit.id, []))
        structures = []
        for name, under in kinds.items():
            inner = self._structure(sorted(under, key=lambda u: u.order))
            structure = {"@type": "CiteStructure", "citeType": name}
            structures.append(structure | ({"citeStructure": inner} if inner else {}))
        return structures


@once
def cite_tree(report: Report) -> CiteTree:
    """The citation tree of a report."""
    levels: dict[str, int] = {"": 0}
    found: list[Unit] = []
    for segment in report.text.segments:
        if segment.kind != "removed":
            levels[segment.id] = levels[segment.within] + 1
            found.append(Unit(segment, levels[segment.id], segment.within, len(found)))
    return CiteTree(tuple(found))
