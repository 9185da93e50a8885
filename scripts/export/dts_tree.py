"""The citation tree of a report: parts, sections and paragraphs, as DTS units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scripts.model.edition import Report
from scripts.model.text import Segment


@dataclass(frozen=True, slots=True)
class Unit:
    """A citable unit; `level` counts from 1, `parent` is "" at the first level."""

    segment: Segment
    level: int
    parent: str

    @property
    def id(self) -> str:
        return self.segment.id

    @property
    def cite_type(self) -> str:
        """What the unit is called: a heading stands for its part or section."""
        kind = self.segment.kind
        return kind if self.segment.heading or kind == "title" else "paragraph"


def units(report: Report) -> tuple[Unit, ...]:
    """All units in document order, tombstones left out."""
    levels: dict[str, int] = {"": 0}
    found = []
    for segment in report.text.segments:
        if segment.kind != "removed":
            levels[segment.id] = levels[segment.within] + 1
            found.append(Unit(segment, levels[segment.id], segment.within))
    return tuple(found)


def below(unit: Unit, tree: tuple[Unit, ...], depth: int) -> list[Unit]:
    """The unit and what stands under it down to `depth` levels; -1 is all."""
    within = {unit.id}
    for other in tree:
        if other.parent in within and (depth < 0 or other.level <= unit.level + depth):
            within.add(other.id)
    return [other for other in tree if other.id in within]


def cite_structure(tree: tuple[Unit, ...], parents: frozenset[str] = frozenset({""})) -> list[dict[str, Any]]:
    """The kinds of units under the given ones, and under each of these kinds again."""
    types = dict.fromkeys(u.cite_type for u in tree if u.parent in parents)
    structures = []
    for name in types:
        ids = frozenset(u.id for u in tree if u.parent in parents and u.cite_type == name)
        inner = cite_structure(tree, ids)
        structure = {"@type": "CiteStructure", "citeType": name}
        structures.append(structure | ({"citeStructure": inner} if inner else {}))
    return structures
