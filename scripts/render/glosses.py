"""Short explanations of terms, figures and notes, made ready to draw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from scripts.join.markup import to_html, to_inline
from scripts.model.annotation import Bilingual, Figure, Note, Source, Term
from scripts.model.edition import Edition, Report
from scripts.proof.quantity import DIMENSIONS, plain
from scripts.render.plan import entry_href
from scripts.render.typeset import bounded, period_line, said

MU_PER_HECTARE = DIMENSIONS["hectare"][1] / DIMENSIONS["mu"][1]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A short explanation: of a term, a figure or a note. `href` is from the language root."""

    id: str
    layer: str
    name: str
    also: str
    text: Markup
    facts: tuple[tuple[str, str], ...] = ()
    href: str = ""
    sources: tuple[Source, ...] = ()


def inline(text: Bilingual, language: str) -> Markup:
    """One sentence of an annotation, sanitised."""
    return Markup(to_inline(said(text, language)))


def block(text: Bilingual, language: str) -> Markup:
    """Paragraphs of an annotation, sanitised."""
    return Markup(to_html(said(text, language)))


def term_gloss(term: Term, language: str) -> Gloss:
    names = (term.zh, term.en) if language == "zh" else (term.en, term.zh)
    text = inline(term.gloss, language)
    return Gloss(term.id, "term", *names, text, (), entry_href(term), term.sources)


def figure_gloss(figure: Figure, edition: Edition, report: Report, language: str) -> Gloss:
    """A figure with its value in the base unit, period, kind, bound, base, and its indicator's others."""
    facts = [
        ("value", measured(figure, edition, language)),
        ("period", period_line(figure.period, language)),
        ("kind", edition.label("figure_kinds", figure.kind, language)),
    ]
    if figure.bound != "exact":
        facts.append(("bound", edition.label("bounds", figure.bound, language)))
    if figure.base:
        facts.append(("base", said(figure.base, language)))
    if figure.indicator in edition.indicator:
        facts.append(("indicator", said(edition.indicator[figure.indicator].name, language)))
        facts += [("others", other) for other in _others(figure, edition, report, language)]
    text = inline(figure.note, language) if figure.note else Markup("")
    href = f"{report.id}/figures/#{figure.id}"
    subject, printed = said(figure.subject, language), figure.printed.of(language)
    return Gloss(figure.id, "figure", subject, printed, text, tuple(facts), href, figure.sources)


def measured(figure: Figure, edition: Edition, language: str) -> str:
    """The value with its unit; an area in mu also in hectares."""
    unit = edition.label("units", figure.unit, language)
    space = "" if language == "zh" or unit == "%" else " "
    said = f"{plain(figure.value)}{space}{unit}"
    if figure.unit != "mu":
        return said
    hectares = plain(round(figure.value / MU_PER_HECTARE, 0))
    return f"{said}（合{hectares}公顷）" if language == "zh" else f"{said} ({hectares} hectares)"


def _others(figure: Figure, edition: Edition, report: Report, language: str) -> Iterator[str]:
    """The indicator's other figures in the report: 2020 Target 7.2%."""
    for other in report.of_indicator[figure.indicator]:
        if other.id != figure.id:
            kind = edition.label("figure_kinds", other.kind, language)
            when = period_line(other.period, language)
            said = bounded(other, language)
            yield f"{when}{kind}{said}" if language == "zh" else f"{when} {kind.lower()}: {said}"


def note_gloss(note: Note, edition: Edition, report: Report, language: str) -> Gloss:
    kind = edition.label("note_kinds", note.kind, language)
    href = f"{report.id}/notes/#{note.id}"
    return Gloss(note.id, "note", kind, "", inline(note.text, language), (), href, note.sources)
