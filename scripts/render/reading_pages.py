"""The pages of a report's text: its opening with the contents, its sections, and the whole on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model.edition import Report
from scripts.render.book import Book
from scripts.render.contents import Entry, contents_of, standing
from scripts.render.marks import Index, index_report
from scripts.render.plan import ReadingPage, Stretch, page_path, plan
from scripts.render.spread import Paired, Spread
from scripts.render.views import heading_text, numbers, place

LONGEST_DESCRIPTION = 150
# The margin is for notes.
HIDE = ["toc"]


@dataclass(frozen=True, slots=True)
class StretchView:
    """A stretch made ready: its heading's id if it begins with one, a label if it resumes."""

    heading: str
    resumes: str
    segments: tuple[Paired, ...]


@dataclass(frozen=True, slots=True)
class _Volume:
    """What the pages of one report in one language share."""

    book: Book
    report: Report
    index: Index
    contents: list[Entry]

    def spread(self) -> Spread:
        return Spread(self.book.edition, self.report, self.book.language, self.index)

    def page(self, template: str, path: str, title: str, about: str, spread: Spread, **data: object) -> str:
        return self.book.page(
            template, f"{self.report.id}/{path}", title, about, report=self.report, contents=self.contents,
            glosses=spread.glosses(), hide=HIDE, **data,
        )  # fmt: skip


def reading_pages(book: Book, report: Report) -> Iterator[tuple[str, str]]:
    """path below the report -> Markdown of each page of its text."""
    volume = _Volume(book, report, index_report(book.edition, report), contents_of(report, book.language))
    opening, pages = plan(report)
    yield "index.md", _opening(volume, opening)
    for page in pages:
        path = page_path(page, report)
        yield path, _section(volume, page, path)
    yield "full.md", _whole(volume, [*opening, *(s for page in pages for s in page.stretches)])


def _opening(volume: _Volume, opening: tuple[Stretch, ...]) -> str:
    book, card, spread = volume.book, volume.report.card, volume.spread()
    said = standing(volume.report, book.edition, book.templates, book.language)
    views = [_stretch(spread, stretch) for stretch in opening]
    title, about = card.title.of(book.language), card.description.of(book.language)
    return volume.page("report.html", "index.md", title, about, spread, stretches=views, standing=said)


def _section(volume: _Volume, page: ReadingPage, path: str) -> str:
    report, language, spread = volume.report, volume.book.language, volume.spread()
    title = heading_text(report, page.slug, language)
    data = {
        "slug": page.slug,
        "trail": place(report, report.by_id[page.slug], language),
        "sections": [entry for entry in volume.contents if entry.part == page.slug],
        "stretches": [_stretch(spread, stretch) for stretch in page.stretches],
        "range": numbers(page.paragraphs),
    }
    first = next((s for s in page.paragraphs if s.kind != "removed"), None)
    about = report.said(first, language)[:LONGEST_DESCRIPTION] if first else title
    return volume.page("section.html", path, title, about, spread, **data)


def _whole(volume: _Volume, stretches: list[Stretch]) -> str:
    language, card, spread = volume.book.language, volume.report.card, volume.spread()
    whole = volume.book.templates.words(language)["whole_report"]
    title = f"{whole}{'：' if language == 'zh' else ': '}{card.title.of(language)}"
    views = [_stretch(spread, stretch) for stretch in stretches]
    return volume.page("full.html", "full.md", title, card.description.of(language), spread, stretches=views)


def _stretch(spread: Spread, stretch: Stretch) -> StretchView:
    heading, segments = stretch.heading, stretch.segments
    begins = bool(segments) and segments[0].id == heading
    resumes = "" if begins or not segments else heading_text(spread.report, heading, spread.language)
    return StretchView(heading if begins else "", resumes, tuple(map(spread.segment, segments)))
