"""Rows of the glossary, the figures, the outcomes and the editors' notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from scripts.model.annotation import Figure, Label, Note, Outcome, Source, Term
from scripts.model.edition import Edition, Occurrence, Report
from scripts.render.plan import address_book
from scripts.render.typeset import clipped, paragraph_number
from scripts.render.views import block, figure_gloss, inline

BEFORE, AFTER = 14, 18
E = TypeVar("E", Figure, Note, Outcome)


@dataclass(frozen=True, slots=True)
class Place:
    """A link to a paragraph, with the words around what is meant."""

    number: str
    href: str
    before: str = ""
    words: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class TermRow:
    term: Term
    gloss: Markup
    explanation: Markup
    looked_for: Markup
    places: tuple[Place, ...]
    related: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    figure: Figure
    place: Place
    facts: dict[str, str]
    note: Markup


@dataclass(frozen=True, slots=True)
class NoteRow:
    note: Note | Outcome
    place: Place
    label: str
    text: Markup
    looked_for: Markup
    sources: tuple[Source, ...]


def glossary_groups(edition: Edition, language: str) -> list[tuple[Label, list[TermRow]]]:
    """The glossary by category, in the vocabulary's order; within it by pinyin or alphabet."""
    books = {r.id: address_book(r) for r in edition.reports}
    groups = []
    for label in edition.vocabulary.get("categories", {}).values():
        terms = [t for t in edition.terms if t.category == label.id]
        terms.sort(key=lambda t: (t.id if language == "zh" else t.en.casefold(), t.id))
        if terms:
            groups.append((label, [_term_row(edition, t, language, books) for t in terms]))
    return groups


def _term_row(edition: Edition, term: Term, language: str, books: dict[str, dict[str, str]]) -> TermRow:
    occurrences = edition.occurrences.get(term.id, ())
    return TermRow(
        term,
        inline(term.gloss, language),
        block(term.explanation, language) if term.explanation else Markup(""),
        block(term.looked_for, language) if term.looked_for else Markup(""),
        tuple(_occurrence(edition.report[o.report], o, books[o.report]) for o in occurrences),
        tuple(edition.term[id] for id in term.related if id in edition.term),
    )


def _occurrence(report: Report, occurrence: Occurrence, book: dict[str, str]) -> Place:
    segment = report.by_id[occurrence.segment]
    sentence = next(s for s in segment.sentences if s.id == occurrence.span.sentence)
    start, end = occurrence.span.start, occurrence.span.end
    before, after = sentence.text[:start], sentence.text[end:]
    return Place(
        paragraph_number(segment.id),
        _href(report, book, segment.id, sentence.id),
        ("…" if len(before) > BEFORE else "") + before[-BEFORE:],
        sentence.text[start:end],
        clipped(after, AFTER),
    )


def _href(report: Report, book: dict[str, str], segment: str, anchor: str) -> str:
    slug = book.get(segment, "")
    return f"{report.id}/{slug}/#{anchor}" if slug else f"{report.id}/#{anchor}"


def place_of(report: Report, book: dict[str, str], id: str, words: str) -> Place:
    """Where an annotation hangs, as a link."""
    span = report.anchors[id]
    segment = report.segment_of[span.sentence]
    return Place(paragraph_number(segment.id), _href(report, book, segment.id, span.sentence), "", words)


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
    order = {s.id: i for i, (_, s) in enumerate(report.text.sentences())}
    anchored = [e for e in entries if e.id in report.anchors]
    return sorted(anchored, key=lambda e: (order[report.anchors[e.id].sentence], report.anchors[e.id].start))
