"""A report as a book in both languages: what the PDF and the EPUB are made from.

The text is cut into divisions (the opening, each part, each section); in each, a block of the
Chinese stands beside the English of the same sentences.
"""

from __future__ import annotations

from dataclasses import dataclass

from scripts.model.annotation import Bilingual
from scripts.model.edition import LANGUAGES, Edition, Report
from scripts.model.imprint import Imprint
from scripts.model.text import Segment
from scripts.render.marks import Index, index_report
from scripts.render.plan import Stretch, stretches
from scripts.render.views import Reader, SentenceView, heading_text
from scripts.render.volume_back import BackMatter, back_matter

Block = tuple[SentenceView, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A block of the Chinese, and the English of the same sentences."""

    zh: Block
    en: Block


@dataclass(frozen=True, slots=True)
class Passage:
    """A numbered paragraph, or a heading inside a division."""

    id: str
    kind: str
    number: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A stretch of the text. The opening stands under the report's title.

    `heading` is None where an earlier one goes on, which `resumes` names, or where the text has
    left all headings (kind closing). `notes` hang on the heading itself.
    """

    id: str
    kind: str
    heading: Bilingual | None
    resumes: Bilingual | None
    passages: tuple[Passage, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Volume:
    """One report with everything a book of it holds. `address` is the site's, or empty."""

    report: Report
    imprint: Imprint | None
    address: str
    divisions: tuple[Division, ...]
    back: BackMatter

    @property
    def name(self) -> str:
        """The path of its files from the site's root, without their endings."""
        return f"{self.report.id}/{self.report.id}"


def volume(edition: Edition, report: Report, address: str) -> Volume:
    """The book of one report."""
    index = index_report(edition, report)
    zh, en = (Reader(edition, report, language, index) for language in LANGUAGES)
    first, *others = stretches(report)
    divisions = [_opening(zh, en, first, index)]
    divisions += [_division(zh, en, stretch, index) for stretch in others]
    return Volume(report, edition.imprint, address, tuple(divisions), back_matter(edition, report))


def _opening(zh: Reader, en: Reader, stretch: Stretch, index: Index) -> Division:
    """What stands before the first heading, under the title."""
    report = zh.report
    passages = tuple(_passage(zh, en, s) for s in stretch.segments)
    title = report.by_id.get("title")
    if title is None:
        return Division("title", "opening", report.card.title, None, passages)
    named = Bilingual(report.said(title, "zh"), report.said(title, "en"))
    return Division(title.id, "opening", named, None, passages, _notes(index, title))


def _division(zh: Reader, en: Reader, stretch: Stretch, index: Index) -> Division:
    report, first = zh.report, stretch.segments[0]
    named = _named(report, stretch.heading)
    if first.id == stretch.heading:
        passages = tuple(_passage(zh, en, s) for s in stretch.segments[1:])
        return Division(first.id, first.kind, named, None, passages, _notes(index, first))
    passages = tuple(_passage(zh, en, s) for s in stretch.segments)
    return Division(first.id, "resumed" if named else "closing", None, named, passages)


def _notes(index: Index, segment: Segment) -> tuple[str, ...]:
    return tuple(id for s in segment.sentences for id in index.notes.get(s.id, []))


def _named(report: Report, heading: str) -> Bilingual | None:
    if not heading:
        return None
    return Bilingual(heading_text(report, heading, "zh"), heading_text(report, heading, "en"))


def _passage(zh: Reader, en: Reader, segment: Segment) -> Passage:
    left, right = zh.segment(segment), en.segment(segment)
    pairs = tuple(Pair(*blocks) for blocks in zip(left.blocks, right.blocks, strict=True))
    return Passage(segment.id, segment.kind, left.number, pairs)
