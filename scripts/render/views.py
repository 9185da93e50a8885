"""What templates are given: segments, glosses, figures and notes made ready to draw."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from scripts.model.edition import Edition, Report
from scripts.model.text import Segment, Sentence
from scripts.render.glosses import Gloss, figure_gloss, note_gloss, term_gloss
from scripts.render.marks import Index, Run, index_report, mark
from scripts.render.typeset import heading_line, paragraph_number

HANS = "zh-Hans"
ENGLISH = "en-GB"


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence ready to draw; `answers` are the ids of the sentences whose words it holds."""

    id: str
    language: str
    runs: tuple[Run, ...]
    head: bool
    untranslated: bool
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SegmentView:
    """A segment as blocks of sentences: a run-in head opens a new block."""

    id: str
    kind: str
    number: str
    blocks: tuple[tuple[SentenceView, ...], ...]


@dataclass
class Reader:
    """One language's reader of one report on one page: knows what was marked so far."""

    edition: Edition
    report: Report
    language: str
    index: Index | None = None
    used: dict[str, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    section: str = ""

    def __post_init__(self) -> None:
        self.index = self.index or index_report(self.edition, self.report)

    def segment(self, segment: Segment) -> SegmentView:
        """The segment with its marks; a new heading lets terms be marked again."""
        home = segment.id if segment.heading else segment.within
        if home != self.section:
            self.section, self.seen = home, set()
        views = [self._sentence(s, segment.heading) for s in segment.sentences]
        number = paragraph_number(segment.id)
        return SegmentView(segment.id, segment.kind, number, _blocks(views))

    def _sentence(self, sentence: Sentence, bare: bool) -> SentenceView:
        rendering = self.report.rendering(sentence)
        missing = self.language == "en" and rendering is None
        language = HANS if self.language == "zh" or missing else ENGLISH
        text = self.report.words(sentence, self.language)
        runs: tuple[Run, ...] = (Run(text),) if bare else ()
        if not bare and text and self.index:
            runs = mark(self.edition, self.report, self.index, sentence, self.language, self.seen)
        self.used |= {run.id: run.layer for run in runs if run.layer}
        answers = self.report.answers(sentence.id) if self.language == "en" else (sentence.id,)
        return SentenceView(sentence.id, language, runs, sentence.head, missing, answers)

    def glosses(self) -> list[Gloss]:
        """An explanation of everything marked so far, in the order met."""
        return [self.gloss(id, layer) for id, layer in self.used.items()]

    def gloss(self, id: str, layer: str) -> Gloss:
        """The explanation of one term, figure or note."""
        if layer == "term":
            return term_gloss(self.edition.term[id], self.language)
        if layer == "figure":
            return figure_gloss(self.report.figure[id], self.edition, self.report, self.language)
        return note_gloss(self.report.note[id], self.edition, self.report, self.language)


def _blocks(sentences: list[SentenceView]) -> tuple[tuple[SentenceView, ...], ...]:
    """Cut before each head; a sentence whose words stand in another's is no longer shown, but still cuts."""
    blocks: list[list[SentenceView]] = [[]]
    for sentence in sentences:
        if sentence.head and blocks[-1]:
            blocks.append([])
        blocks[-1].append(sentence)
    return tuple(tuple(view for view in block if view.runs) for block in blocks)


def heading_text(report: Report, heading: str, language: str) -> str:
    """A heading as listed: in the reader's language, without its full stop."""
    segment = report.by_id.get(heading)
    return heading_line(report.said(segment, language)) if segment else ""


def place(report: Report, segment: Segment, language: str) -> list[str]:
    """The headings above a segment, outermost first."""
    trail: list[str] = []
    above = report.by_id.get(segment.within)
    while above:
        trail.insert(0, heading_text(report, above.id, language))
        above = report.by_id.get(above.within)
    return trail


def numbers(paragraphs: Iterable[Segment]) -> str:
    """A range of paragraph numbers: 57, or 57–60."""
    ids = [paragraph_number(s.id) for s in paragraphs if s.kind != "removed"]
    if not ids:
        return ""
    return ids[0] if len(ids) == 1 else f"{ids[0]}–{ids[-1]}"
