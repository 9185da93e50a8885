"""The project many times over: one report as long as many, or many reports side by side.

Ids go on where the last copy ended (p75, h4 …); figures, notes and outcomes hang on each copy, and
measure indicators of its own, so that everything is there in proportion. The glossary stays as large.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from scripts.model.project import Project, ReportFiles
from scripts.model.report import Translation
from scripts.model.text import Segment, Text

LAYERS = ("notes", "figures", "outcomes", "not_data", "checks", "charts")


def longer(project: Project, times: int) -> Project:
    """The project with its first report repeated within itself."""
    report = project.reports[0]
    copies = [_copy(report, number) for number in range(times)]
    segments = tuple(s for copy in copies for s in copy.text.segments)
    text = Text(segments, report.text.before)
    english = {id: r for copy in copies for id, r in copy.translation.renderings.items()}
    layers = {name: tuple(e for copy in copies for e in getattr(copy, name)) for name in LAYERS}
    translation = replace(report.translation, renderings=english)
    grown = replace(report, text=text, source=text.join(), translation=translation, **layers)
    known = [replace(i, id=_own(i.id, n)) for n in range(times) for i in project.indicators]
    return replace(project, reports=(grown,), indicators=tuple(known), released=())


def side_by_side(project: Project, times: int) -> Project:
    """The project with as many reports: the first one, and again under other ids."""
    first = project.reports[0]
    others = (replace(first, id=f"report-{number}") for number in range(1, times))
    return replace(project, reports=(first, *others), released=())


def _copy(report: ReportFiles, number: int) -> ReportFiles:
    if not number:
        return report
    paragraphs = sum(s.numbered for s in report.text.segments)
    parts = sum(s.kind == "part" for s in report.text.segments)

    def moved(id: str) -> str:
        if found := re.fullmatch(r"p(\d+)(.*)", id):
            return f"p{int(found[1]) + number * paragraphs}{found[2]}"
        if found := re.fullmatch(r"h(\d+)(.*)", id):
            return f"h{int(found[1]) + number * parts}{found[2]}"
        return id

    def named(id: str) -> str:
        return _own(id, number)

    segments = tuple(_segment(s, moved) for s in report.text.segments if s.kind != "title")
    renderings = {
        moved(id): replace(r, with_id=moved(r.with_id))
        for id, r in report.translation.renderings.items()
        if id != "title"
    }
    layers = {name: tuple(_entry(e, moved, named) for e in getattr(report, name) if getattr(e, "at", "p") != "title")
              for name in LAYERS}  # fmt: skip
    return replace(report, text=Text(segments), translation=Translation(renderings), **layers)


def _own(id: str, number: int) -> str:
    joint = "_" if "_" in id else "-"
    return f"{id}{joint}copy{joint}{number}" if number else id


def _segment(segment: Segment, moved: Callable[[str], str]) -> Segment:
    sentences = tuple(replace(s, id=moved(s.id)) for s in segment.sentences)
    return replace(segment, id=moved(segment.id), within=moved(segment.within), sentences=sentences)


def _entry(entry: Any, moved: Callable[[str], str], named: Callable[[str], str]) -> Any:
    """An annotation on the copy, with whatever other annotations it names."""
    changed: dict[str, Any] = {"id": named(entry.id)}
    if hasattr(entry, "at"):
        changed["at"] = moved(entry.at)
    for key in ("related", "of", "figures"):
        if hasattr(entry, key):
            changed[key] = tuple(named(id) for id in getattr(entry, key))
    for key in ("figure", "indicator"):
        if getattr(entry, key, ""):
            changed[key] = named(getattr(entry, key))
    return replace(entry, **changed)
