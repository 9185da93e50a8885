"""Which words of a sentence are marked for the reader, and with what.

A term is marked where it first stands in a section, not each time; a figure where its
number is printed; a note where its quotation ends. Where marks overlap, the longer stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from scripts.join.concordance import english_form
from scripts.model.edition import Edition, Occurrence, Report
from scripts.model.text import Sentence
from scripts.render.plan import entry_href

# What nobody outside Henan can know by themselves.
KEY = ("slogan", "local_policy", "provincial_policy")
Layer = Literal["", "term", "figure", "note"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a sentence as shown; a note's is empty and stands at `start`."""

    start: int
    end: int
    layer: Layer
    id: str


@dataclass(frozen=True, slots=True)
class Run:
    """Text under one mark or none; a note's run has no text. A term's `href` leads to its entry.

    `key` marks what stays marked for a reader who wants few explanations.
    """

    text: str
    layer: Layer = ""
    id: str = ""
    href: str = ""
    key: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    """Occurrences, figures and notes of one report, by sentence id."""

    terms: Mapping[str, list[tuple[Occurrence, str]]]
    figures: Mapping[str, list[str]]
    notes: Mapping[str, list[str]]


def index_report(edition: Edition, report: Report) -> Index:
    """What hangs on each sentence, found once for all pages."""
    terms: dict[str, list[tuple[Occurrence, str]]] = {}
    for term_id, o in edition.used_in(report):
        terms.setdefault(o.span.sentence, []).append((o, term_id))
    figures: dict[str, list[str]] = {}
    notes: dict[str, list[str]] = {}
    for layer, entries in ((figures, report.figures), (notes, report.notes)):
        for entry in entries:
            if span := report.anchors.get(entry.id):
                layer.setdefault(span.sentence, []).append(entry.id)
    return Index(terms, figures, notes)


def mark(
    edition: Edition, report: Report, index: Index, sentence: Sentence, language: str, seen: set[str]
) -> tuple[Run, ...]:
    """A sentence as runs. `seen` holds the terms already marked in this section, and grows."""
    english = language == "en" and report.rendering(sentence) is not None
    text = report.words(sentence, language)
    terms = _terms(edition, index, sentence, text if english else "")
    wide = [m for m in terms if m.id not in seen]
    wide += _figures(report, index, sentence, text if english else "")
    kept = _longest(wide)
    seen |= {m.id for m in kept if m.layer == "term"}
    notes = list(_notes(report, index, sentence, text, kept, english))
    return tuple(_runs(edition, text, sorted([*kept, *notes], key=lambda m: (m.start, m.end))))


def _terms(edition: Edition, index: Index, sentence: Sentence, english: str) -> list[Mark]:
    found: dict[str, Mark] = {}
    for occurrence, term_id in index.terms.get(sentence.id, []):
        span = (occurrence.span.start, occurrence.span.end)
        if english:
            rendered = english_form(edition.term[term_id], english)
            if rendered is None:
                continue
            span = rendered
        found.setdefault(term_id, Mark(*span, "term", term_id))
    return list(found.values())


def _figures(report: Report, index: Index, sentence: Sentence, english: str) -> list[Mark]:
    marks = []
    for id in index.figures.get(sentence.id, []):
        figure = report.figure[id]
        start = english.find(figure.printed.en)
        length = len(figure.printed.en)
        if not english:
            start = report.anchors[figure.id].start + figure.quote.index(figure.printed.zh)
            length = len(figure.printed.zh)
        if start >= 0:
            marks.append(Mark(start, start + length, "figure", figure.id))
    return marks


def _longest(marks: list[Mark]) -> list[Mark]:
    """No two overlap; of two that would, the longer stays, then the earlier."""
    kept: list[Mark] = []
    for m in sorted(marks, key=lambda m: (m.start - m.end, m.start, m.layer)):
        if not any(m.start < k.end and k.start < m.end for k in kept):
            kept.append(m)
    return kept


def _notes(
    report: Report, index: Index, sentence: Sentence, text: str, kept: list[Mark], english: bool
) -> Iterator[Mark]:
    for id in index.notes.get(sentence.id, []):
        end = len(text) if english else report.anchors[id].end
        end = next((k.end for k in kept if k.start < end < k.end), end)
        yield Mark(end, end, "note", id)


def _runs(edition: Edition, text: str, marks: list[Mark]) -> Iterator[Run]:
    at = 0
    for m in marks:
        if m.start > at:
            yield Run(text[at : m.start])
        term = edition.term[m.id] if m.layer == "term" else None
        key = m.layer == "note" or (term is not None and (bool(term.items) or term.category in KEY))
        yield Run(text[m.start : m.end], m.layer, m.id, entry_href(term) if term else "", key)
        at = m.end
    if at < len(text):
        yield Run(text[at:])
