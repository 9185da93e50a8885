"""Rules for what is made of the figures: charts and highlights name figures that are there."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.join.arithmetic import verify_checks
from scripts.join.verify_annotations import known_ids
from scripts.model.edition import Report
from scripts.model.problem import Problem
from scripts.model.story import Chart


def verify_stories(report: Report) -> Iterator[Problem]:
    """Every problem of the checks, charts and highlights of one report."""
    figures = report.figure
    yield from verify_checks(report)
    for highlight in report.highlights:
        yield from known_ids([highlight.figure], figures, highlight.where, "figure")
    for chart in report.charts:
        yield from known_ids(chart.figures, figures, chart.where, "figures")
        units = {figures[id].unit for id in chart.figures if id in figures}
        yield from _chart(chart, units)


def _chart(chart: Chart, units: set[str]) -> Iterator[Problem]:
    if len(units) > 1:
        told = f"figures: of several units: {', '.join(sorted(units))}"
        yield chart.where.problem(f"{told}; draw one chart for each", "figures")
    if chart.kind in ("pairs", "slope") and len(chart.figures) % 2:
        told = f"figures: {len(chart.figures)}; {chart.kind} take them two by two, before and after"
        yield chart.where.problem(told, "figures")
    rows = len(chart.figures) // (2 if chart.kind in ("pairs", "slope") else 1)
    if chart.labels and len(chart.labels) != rows:
        told = f"labels: {len(chart.labels)} for {rows} rows; give one for each, or none"
        yield chart.where.problem(told, "labels")
