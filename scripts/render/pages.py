"""Every page of one language, as Markdown and HTML by path."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.export.files import Export
from scripts.model.annotation import Term
from scripts.model.edition import Edition, Report
from scripts.render.book import Book
from scripts.render.contents import contents_of
from scripts.render.data_pages import data_pages
from scripts.render.glossary import COUNTED, terms_in_order
from scripts.render.glossary_pages import glossary_pages
from scripts.render.lists import figure_rows, note_rows
from scripts.render.reading_pages import reading_pages
from scripts.render.templates import Templates

FEW = 5


def language_pages(
    edition: Edition, language: str, templates: Templates, downloads: tuple[Export, ...] = ()
) -> dict[str, str]:
    """path -> Markdown for every generated page of one language."""
    book = Book(edition, language, templates)
    pages = {"index.md": _home(book), **dict(glossary_pages(book))}
    pages["downloads.md"] = _downloads(book, downloads)
    pages["search.md"] = _search(book)
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


def _search(book: Book) -> str:
    """The search page: the same box and list as in the header, with an address for each query."""
    t = book.templates.words(book.language)
    title, intro = t["search_title"], t["search_intro"]
    return book.page("search.html", "search.md", title, intro, hide=["navigation", "toc"])


def _check_quotation(book: Book) -> str:
    t = book.templates.words(book.language)
    return book.page("check_quotation.html", "check-quotation.md", t["check_quotation"], t["quote_intro"])


def _report(book: Book, report: Report) -> Iterator[tuple[str, str]]:
    yield from reading_pages(book, report)
    yield from data_pages(book, report)
    t = book.templates.words(book.language)
    rows = note_rows(book.edition, report, book.language)
    path = f"{report.id}/notes.md"
    yield "notes.md", book.page("notes.html", path, t["notes"], t["notes_intro"], report=report, rows=rows)
