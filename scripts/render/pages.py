"""Every page of one language, as Markdown and HTML by path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.export.files import Export
from scripts.model.annotation import Term
from scripts.model.edition import Edition, Report
from scripts.render.book import Book
from scripts.render.contents import contents_of, standing
from scripts.render.data_pages import data_pages
from scripts.render.glossary import COUNTED, terms_in_order
from scripts.render.glossary_pages import glossary_pages
from scripts.render.lists import figure_rows, note_rows
from scripts.render.plan import ReadingPage, page_path, plan
from scripts.render.templates import Templates
from scripts.render.views import Reader, SegmentView, heading_text, numbers, place

FEW = 5


@dataclass(frozen=True, slots=True)
class StretchView:
    """A stretch made ready: its heading's id if it begins with one, a label if it resumes."""

    heading: str
    resumes: str
    segments: tuple[SegmentView, ...]


def language_pages(
    edition: Edition, language: str, templates: Templates, downloads: tuple[Export, ...] = ()
) -> dict[str, str]:
    """path -> Markdown for every generated page of one language."""
    book = Book(edition, language, templates)
    pages = {"index.md": _home(book), **dict(glossary_pages(book))}
    pages["downloads.md"] = _downloads(book, downloads)
    pages["check-quotation.md"] = _check_quotation(book)
    for report in edition.reports:
        pages |= {f"{report.id}/{path}": text for path, text in _report(book, report)}
    return pages


def _home(book: Book) -> str:
    t = book.templates.words(book.language)
    contents = {r.id: contents_of(r, book.language) for r in book.edition.reports}
    few = {r.id: figure_rows(book.edition, r, book.language)[:6] for r in book.edition.reports}
    return book.page(
        "home.html",
        "index.md",
        t["site_name"],
        t["site_description"],
        contents=contents,
        few_figures=few,
        few_terms=_few_terms(book.edition),
        hide=["navigation", "toc"],
    )


def _few_terms(edition: Edition) -> list[Term]:
    """The first numbers in slogans that are decoded; any terms where none is."""
    with_items = {term.id: term for term in edition.terms if term.items and COUNTED.search(term.zh)}
    met = (id for report in edition.reports for id in terms_in_order(edition, report))
    return [with_items[id] for id in met if id in with_items][:FEW] or list(edition.terms[:FEW])


def _downloads(book: Book, downloads: tuple[Export, ...]) -> str:
    t = book.templates.words(book.language)
    title, intro = t["downloads_title"], t["downloads_intro"]
    return book.page("downloads.html", "downloads.md", title, intro, downloads=downloads)


def _check_quotation(book: Book) -> str:
    t = book.templates.words(book.language)
    return book.page("check_quotation.html", "check-quotation.md", t["check_quotation"], t["quote_intro"])


def _report(book: Book, report: Report) -> Iterator[tuple[str, str]]:
    opening, pages = plan(report)
    words = book.templates.words(book.language)
    title = report.card.title.of(book.language)
    about = report.card.description.of(book.language)
    reader = Reader(book.edition, report, book.language)
    index = reader.index
    data = {
        "report": report,
        "contents": contents_of(report, book.language),
        "standing": standing(report, book.edition, book.templates, book.language),
        "stretches": [_stretch(book, reader, s.heading, s.segments) for s in opening],
    }
    yield (
        "index.md",
        book.page("report.html", f"{report.id}/index.md", title, about, glosses=reader.glosses(), **data),
    )
    for page in pages:
        yield page_path(page, pages), _reading(book, report, page, pages, Reader(
            book.edition, report, book.language, index))  # fmt: skip
    whole = Reader(book.edition, report, book.language, index)
    everything = [_stretch(book, whole, s.heading, s.segments) for s in opening]
    everything += [_stretch(book, whole, s.heading, s.segments) for p in pages for s in p.stretches]
    yield "full.md", book.page(
        "full.html", f"{report.id}/full.md", f"{words['whole_report']}：{title}"
        if book.language == "zh" else f"{words['whole_report']}: {title}", about,
        report=report, stretches=everything, glosses=whole.glosses(),
    )  # fmt: skip
    yield from data_pages(book, report)
    t = book.templates.words(book.language)
    yield "notes.md", book.page(
        "notes.html", f"{report.id}/notes.md", t["notes"], t["notes_intro"],
        report=report, rows=note_rows(book.edition, report, book.language),
    )  # fmt: skip


def _reading(
    book: Book, report: Report, page: ReadingPage, pages: tuple[ReadingPage, ...], reader: Reader
) -> str:
    title = heading_text(report, page.slug, book.language)
    path = f"{report.id}/{page_path(page, pages)}"
    data = {
        "report": report,
        "slug": page.slug,
        "trail": place(report, report.by_id[page.slug], book.language),
        "sections": [entry for entry in contents_of(report, book.language) if entry.part == page.slug],
        "stretches": [_stretch(book, reader, s.heading, s.segments) for s in page.stretches],
        "range": numbers(page.paragraphs),
    }
    first = next((s for s in page.paragraphs if s.kind != "removed"), None)
    about = report.said(first, book.language)[:150] if first else title
    return book.page("section.html", path, title, about, glosses=reader.glosses(), **data)


def _stretch(book: Book, reader: Reader, heading: str, segments: tuple) -> StretchView:  # type: ignore[type-arg]
    begins = bool(segments) and segments[0].id == heading
    resumes = "" if begins or not segments else heading_text(reader.report, heading, book.language)
    views = tuple(reader.segment(s) for s in segments)
    return StretchView(heading if begins else "", resumes, views)
