"""What stands behind the text of a book: notes, glossary, figures, targets and outcomes."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from scripts.model.annotation import Bilingual, Figure, Note, Outcome, Source, Term
from scripts.model.edition import Edition, Report
from scripts.render.glossary import sort_key, terms_in_order
from scripts.render.glosses import block, inline, measured
from scripts.render.lists import in_text_order
from scripts.render.typeset import paragraph_number, period_line


@dataclass(frozen=True, slots=True)
class Told:
    """A statement in both languages, as sanitised HTML."""

    zh: Markup
    en: Markup


@dataclass(frozen=True, slots=True)
class Credit:
    """A source in short form; `own` is the report itself."""

    source: Source
    own: bool


@dataclass(frozen=True, slots=True)
class NoteLeaf:
    """An editors' note with its number in the book and the paragraph it hangs on ("" is a heading)."""

    number: int
    id: str
    place: str
    segment: str
    label: Bilingual
    text: Told
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class EntryLeaf:
    """A glossary entry. `places` are ids and numbers of the paragraphs of this report that use it."""

    term: Term
    gloss: Told
    explanation: Told | None
    looked_for: Told | None
    first_use: Bilingual | None
    status: Bilingual
    places: tuple[tuple[str, str], ...]
    related: tuple[Term, ...]
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class FigureLeaf:
    """A row of the table of figures."""

    figure: Figure
    place: str
    segment: str
    value: Bilingual
    period: Bilingual
    kind: Bilingual
    bound: Bilingual | None


@dataclass(frozen=True, slots=True)
class OutcomeLeaf:
    """What became of something announced; `target` is the figure it answers, where it does."""

    outcome: Outcome
    place: str
    segment: str
    status: Bilingual
    text: Told
    looked_for: Told | None
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class BackMatter:
    """Notes in the order of the text, entries in that of pinyin, figures and outcomes of the text."""

    notes: tuple[NoteLeaf, ...]
    entries: tuple[EntryLeaf, ...]
    figures: tuple[FigureLeaf, ...]
    outcomes: tuple[OutcomeLeaf, ...]


def back_matter(edition: Edition, report: Report) -> BackMatter:
    """Everything of the report that its book explains."""
    notes = enumerate(in_text_order(report, report.notes), 1)
    terms = sorted((edition.term[id] for id in terms_in_order(edition, report)),
                   key=lambda term: sort_key(term, "zh"))  # fmt: skip
    return BackMatter(
        tuple(_note(edition, report, number, note) for number, note in notes),
        tuple(_entry(edition, report, term) for term in terms),
        tuple(_figure(edition, report, f) for f in in_text_order(report, report.figures)),
        tuple(_outcome(edition, report, o) for o in in_text_order(report, report.outcomes)),
    )


def _note(edition: Edition, report: Report, number: int, note: Note) -> NoteLeaf:
    label = _label(edition, "note_kinds", note.kind)
    credits = _credits(report, note.sources)
    return NoteLeaf(number, note.id, *_place(report, note.id), label, _inline(note.text), credits)


def _entry(edition: Edition, report: Report, term: Term) -> EntryLeaf:
    used = {s.segment: paragraph_number(s.segment) for s in edition.places(term, report)}
    first = term.first_use
    when = Bilingual(f"{first.date}，{first.zh}", f"{first.date}: {first.en}") if first else None
    return EntryLeaf(
        term,
        _inline(term.gloss),
        _blocks(term.explanation) if term.explanation else None,
        _inline(term.looked_for) if term.looked_for else None,
        when,
        _label(edition, "statuses", term.status),
        tuple(used.items()),
        tuple(edition.term[id] for id in term.related if id in edition.term),
        _credits(report, term.sources),
    )


def _figure(edition: Edition, report: Report, figure: Figure) -> FigureLeaf:
    return FigureLeaf(
        figure,
        *_place(report, figure.id),
        Bilingual(measured(figure, edition, "zh"), measured(figure, edition, "en")),
        Bilingual(period_line(figure.period, "zh"), period_line(figure.period, "en")),
        _label(edition, "figure_kinds", figure.kind),
        None if figure.bound == "exact" else _label(edition, "bounds", figure.bound),
    )


def _outcome(edition: Edition, report: Report, outcome: Outcome) -> OutcomeLeaf:
    return OutcomeLeaf(
        outcome,
        *_place(report, outcome.id),
        _label(edition, "outcome_statuses", outcome.status),
        _inline(outcome.text),
        _inline(outcome.looked_for) if outcome.looked_for else None,
        _credits(report, outcome.sources),
    )


def _place(report: Report, id: str) -> tuple[str, str]:
    """The number and the id of the segment an annotation hangs on."""
    segment = report.segment_of[report.anchors[id].sentence]
    return paragraph_number(segment.id), segment.id


def _label(edition: Edition, vocabulary: str, word: str) -> Bilingual:
    return Bilingual(*(edition.label(vocabulary, word, language) for language in ("zh", "en")))


def _inline(text: Bilingual) -> Told:
    return Told(inline(text, "zh"), inline(text, "en"))


def _blocks(text: Bilingual) -> Told:
    return Told(block(text, "zh"), block(text, "en"))


def _credits(report: Report, sources: tuple[Source, ...]) -> tuple[Credit, ...]:
    return tuple(Credit(s, s.tier == "report" and s.date == report.card.date) for s in sources)
