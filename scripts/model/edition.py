"""The whole edition joined: reports with their layers, glossary, vocabulary, concordance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from scripts.model.annotation import Figure, Indicator, Label, Note, Outcome, Term, Uncounted
from scripts.model.imprint import Imprint
from scripts.model.ledger import NotData
from scripts.model.report import Erratum, Rendering, ReportCard, Translation
from scripts.model.story import Chart, Check, Highlight
from scripts.model.text import Segment, Sentence, Text

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one sentence, in characters from its start."""

    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where a term's words stand; `sounding` is the form found there."""

    report: str
    segment: str
    span: Span
    sounding: str


@dataclass(frozen=True, eq=False)
class Report:
    """A report with everything that hangs on it. `anchors` maps annotation ids to places."""

    id: str
    card: ReportCard
    text: Text
    source: str
    translation: Translation
    errata: tuple[Erratum, ...] = ()
    notes: tuple[Note, ...] = ()
    figures: tuple[Figure, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    not_data: tuple[NotData, ...] = ()
    checks: tuple[Check, ...] = ()
    charts: tuple[Chart, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    anchors: Mapping[str, Span] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Segment]:
        return {segment.id: segment for segment in self.text.segments}

    @cached_property
    def segment_of(self) -> dict[str, Segment]:
        """The segment of each sentence id."""
        return {s.id: segment for segment, s in self.text.sentences()}

    @cached_property
    def sentence(self) -> dict[str, Sentence]:
        return {s.id: s for _, s in self.text.sentences()}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each sentence id in the text."""
        return {id: place for place, id in enumerate(self.sentence)}

    @cached_property
    def paragraphs(self) -> tuple[Segment, ...]:
        """All numbered segments in order, tombstones included."""
        return tuple(s for s in self.text.segments if s.numbered)

    @cached_property
    def living(self) -> tuple[Segment, ...]:
        """The numbered segments that are still in the text."""
        return tuple(s for s in self.paragraphs if s.kind != "removed")

    @cached_property
    def figure(self) -> dict[str, Figure]:
        return {figure.id: figure for figure in self.figures}

    @cached_property
    def note(self) -> dict[str, Note]:
        return {note.id: note for note in self.notes}

    @cached_property
    def merged(self) -> dict[str, tuple[Segment, ...]]:
        """The numbered segments that each segment took in."""
        merged: dict[str, tuple[Segment, ...]] = {}
        for segment in self.paragraphs:
            if segment.into:
                merged[segment.into] = (*merged.get(segment.into, ()), segment)
        return merged

    @cached_property
    def of_indicator(self) -> dict[str, tuple[Figure, ...]]:
        """The figures of each indicator, in the order of their file."""
        found: dict[str, list[Figure]] = {}
        for figure in self.figures:
            found.setdefault(figure.indicator, []).append(figure)
        return {indicator: tuple(figures) for indicator, figures in found.items()}

    @cached_property
    def _joined(self) -> dict[str, tuple[str, ...]]:
        joined: dict[str, tuple[str, ...]] = {}
        for id, rendering in self.translation.renderings.items():
            if rendering.with_id:
                joined[rendering.with_id] = (*joined.get(rendering.with_id, ()), id)
        return joined

    def answers(self, sentence: str) -> tuple[str, ...]:
        """The ids of the sentences whose words the translation of this one holds, itself first."""
        return (sentence, *self._joined.get(sentence, ()))

    def rendering(self, sentence: Sentence) -> Rendering | None:
        """The English of a sentence, or None while it is untranslated."""
        found = self.translation.renderings.get(sentence.id)
        return found if found and (found.text or found.with_id) else None

    def words(self, sentence: Sentence, language: str) -> str:
        """A sentence as a reader of `language` meets it: untranslated ones in Chinese."""
        found = self.rendering(sentence) if language == "en" else None
        return found.text if found else sentence.text

    def said(self, segment: Segment, language: str) -> str:
        """A whole segment for a reader of `language`."""
        if language == "zh":
            return segment.text
        return " ".join(w for s in segment.sentences if (w := self.words(s, "en")))


@dataclass(frozen=True)
class Edition:
    """Everything the pages are made from."""

    reports: tuple[Report, ...]
    terms: tuple[Term, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
    vocabulary: Mapping[str, Mapping[str, Label]] = field(default_factory=dict)
    occurrences: Mapping[str, tuple[Occurrence, ...]] = field(default_factory=dict)
    imprint: Imprint | None = None

    @cached_property
    def term(self) -> dict[str, Term]:
        return {term.id: term for term in self.terms}

    @cached_property
    def indicator(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def report(self) -> dict[str, Report]:
        return {report.id: report for report in self.reports}

    @cached_property
    def _traced(self) -> dict[str, dict[str, list[Occurrence]]]:
        traced: dict[str, dict[str, list[Occurrence]]] = {}
        for term, occurrences in self.occurrences.items():
            for occurrence in occurrences:
                traced.setdefault(occurrence.report, {}).setdefault(term, []).append(occurrence)
        return traced

    def used_in(self, report: Report) -> Iterator[tuple[str, Occurrence]]:
        """The occurrences in one report with the ids of their terms, term after term."""
        return ((term, o) for term, found in self._traced.get(report.id, {}).items() for o in found)

    def places(self, term: Term, report: Report) -> Sequence[Occurrence]:
        """Where a term stands in one report, in source order."""
        return self._traced.get(report.id, {}).get(term.id, ())

    def label(self, vocabulary: str, word: str, language: str) -> str:
        """A vocabulary word as readers see it."""
        found = self.vocabulary.get(vocabulary, {}).get(word)
        return found.of(language) if found else word
