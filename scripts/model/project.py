"""A project as read from disk, before anything is joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scripts.model.annotation import Figure, Indicator, Label, Note, Outcome, Term, Uncounted
from scripts.model.imprint import Imprint
from scripts.model.ledger import NotData
from scripts.model.release import Recorded
from scripts.model.report import Erratum, ReportCard, Translation
from scripts.model.story import Chart, Check, Highlight
from scripts.model.text import Text


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """One report as read, before anything is joined."""

    id: str
    card: ReportCard
    source: str
    text: Text
    translation: Translation
    errata: tuple[Erratum, ...] = ()
    notes: tuple[Note, ...] = ()
    figures: tuple[Figure, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    not_data: tuple[NotData, ...] = ()
    checks: tuple[Check, ...] = ()
    charts: tuple[Chart, ...] = ()
    highlights: tuple[Highlight, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """Everything read from disk."""

    reports: tuple[ReportFiles, ...] = ()
    terms: tuple[Term, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
    vocabulary: Mapping[str, Mapping[str, Label]] = field(default_factory=dict)
    link_hosts: frozenset[str] = frozenset()
    imprint: Imprint | None = None
    released: tuple[Recorded, ...] = ()
    errata: tuple[Erratum, ...] = ()
