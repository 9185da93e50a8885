"""Rows of the figures, the outcomes and the editors' notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from scripts.model.annotation import Figure, Note, Outcome, Source
from scripts.model.edition import Edition, Report
from scripts.render.glossary import href
from scripts.render.glosses import block, figure_gloss, inline
from scripts.render.plan import address_book
from scripts.render.typeset import paragraph_number

E = TypeVar("E", Figure, Note, Outcome)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link to the sentence an annotation hangs on, with the words it quotes."""

    number: str
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    figure: Figure
    place: Anchor
    facts: dict[str, str]
    note: Markup


@dataclass(frozen=True, slots=True)
class NoteRow:
    note: Note | Outcome
    place: Anchor
    label: str
    text: Markup
    looked_for: Markup
    sources: tuple[Source, ...]


def place_of(report: Report, book: Mapping[str, str], id: str, words: str) -> Anchor:
    """Where an annotation hangs, as a link."""
    span = report.anchors[id]
    segment = report.segment_of[span.sentence]
    return Anchor(paragraph_number(segment.id), href(report, book, segment.id, span.sentence), words)


def figure_rows(edition: Edition, report: Report, language: str) -> list[FigureRow]:
    """A report's figures in the order of the text."""
    book = address_book(report)
    rows = []
    for figure in in_text_order(report, report.figures):
        gloss = figure_gloss(figure, edition, report, language)
        note = inline(figure.note, language) if figure.note else Markup("")
        place = place_of(report, book, figure.id, figure.quote)
        rows.append(FigureRow(figure, place, dict(gloss.facts), note))
    return rows


def note_rows(edition: Edition, report: Report, language: str) -> list[NoteRow]:
    """A report's editors' notes in the order of the text."""
    book = address_book(report)
    return [
        NoteRow(
            note,
            place_of(report, book, note.id, note.quote),
            edition.label("note_kinds", note.kind, language),
            block(note.text, language),
            Markup(""),
            note.sources,
        )
        for note in in_text_order(report, report.notes)
    ]


def outcome_rows(edition: Edition, report: Report, language: str) -> list[NoteRow]:
    """What became of what the report announced, in the order of the text."""
    book = address_book(report)
    return [
        NoteRow(
            outcome,
            place_of(report, book, outcome.id, outcome.quote),
            edition.label("outcome_statuses", outcome.status, language),
            block(outcome.text, language),
            inline(outcome.looked_for, language) if outcome.looked_for else Markup(""),
            outcome.sources,
        )
        for outcome in in_text_order(report, report.outcomes)
    ]


def in_text_order(report: Report, entries: tuple[E, ...]) -> list[E]:
    """Anchored entries sorted by where they stand."""
    order, anchored = report.order, [e for e in entries if e.id in report.anchors]
    return sorted(anchored, key=lambda e: (order[report.anchors[e.id].sentence], report.anchors[e.id].start))
