"""All layers into one Edition, with every problem of every layer."""

from __future__ import annotations

from dataclasses import replace

from scripts.join.anchor import Quoting, resolve
from scripts.join.concordance import trace
from scripts.join.verify_annotations import verify_annotations
from scripts.join.verify_frame import verify_frame
from scripts.join.verify_report import verify_report
from scripts.join.verify_stories import verify_stories
from scripts.model.edition import Edition, Report, Span
from scripts.model.problem import Problem
from scripts.model.project import Project, ReportFiles
from scripts.proof.translation import verify_translation


def join(project: Project) -> tuple[Edition, list[Problem]]:
    """The edition, and the problems found in joining. Pure."""
    problems: list[Problem] = []
    reports = tuple(_report(files, problems) for files in project.reports)
    edition = Edition(
        reports,
        tuple(sorted(project.terms, key=lambda t: t.id)),
        project.indicators,
        project.uncounted,
        project.vocabulary,
        trace(project.terms, reports),
        project.imprint,
    )
    problems += verify_frame(edition, project.link_hosts)
    problems += verify_annotations(edition, project.link_hosts)
    for report in reports:
        problems += verify_report(report, edition)
        problems += verify_translation(report, edition)
        problems += verify_stories(report)
    return edition, problems


def _report(files: ReportFiles, problems: list[Problem]) -> Report:
    bare = Report(
        files.id,
        files.card,
        files.text,
        files.source,
        files.translation,
        files.errata,
        files.notes,
        files.figures,
        files.outcomes,
        files.not_data,
        files.checks,
        files.charts,
        files.highlights,
    )
    targets = {**bare.by_id, **bare.segment_of}
    anchors: dict[str, Span] = {}
    entries: list[Quoting] = [*files.notes, *files.figures, *files.outcomes, *files.not_data]
    for entry in entries:
        span, problem = resolve(entry, targets)
        if span:
            anchors[entry.id] = span
        if problem:
            problems.append(problem)
    return replace(bare, anchors=anchors)
