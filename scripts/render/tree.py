"""The whole output as texts by path, in three folders: zh, en, and the site's root."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scripts.cite.data import cite_files
from scripts.export.epub import epub
from scripts.export.files import Export, exports, text_services
from scripts.export.paragraph import paragraph_files
from scripts.model.edition import LANGUAGES, Edition
from scripts.model.sheet import Sheet
from scripts.render.cards import card_sheets
from scripts.render.data_pages import chart_files
from scripts.render.epub_pages import epub_files
from scripts.render.nav import Nav, navigation
from scripts.render.pages import language_pages
from scripts.render.permanent import front_pages, permanent_pages
from scripts.render.print_book import book_sheet
from scripts.render.quotation import quotation_files
from scripts.render.quote_index import quote_index
from scripts.render.search_index import search_files
from scripts.render.templates import Templates
from scripts.render.volume import Volume, volume


@dataclass(frozen=True, slots=True)
class Tree:
    """Sources for MkDocs by language, files of the site's root, and what is typeset.

    `nav` and `words` (of the interface) are each language's, for the theme's frame.
    `epoch` is when the edition was released, in seconds of POSIX time: the only date a build knows.
    """

    languages: Mapping[str, Mapping[str, str]]
    root: Mapping[str, str | bytes]
    nav: Mapping[str, Nav]
    words: Mapping[str, Mapping[str, str]]
    sheets: tuple[Sheet, ...] = ()
    epoch: int = 0


def render(
    edition: Edition,
    templates: Templates,
    hand_written: Mapping[str, Mapping[str, str]],
    address: str = "",
    colours: Mapping[str, str] | None = None,
) -> Tree:
    """The edition as files. `hand_written` has each language's own pages; `address` the site's.

    `colours` are the style's, by name, for the preview cards; without them there are none.
    """
    languages = {}
    both = {language: templates.words(language) for language in LANGUAGES}
    books = [volume(edition, report, address) for report in edition.reports]
    downloads = (*_books(books, templates), *exports(edition, both, address))
    for language in LANGUAGES:
        files = dict(hand_written.get(language, {}))
        files |= language_pages(edition, language, templates, downloads)
        languages[language] = files
    root: dict[str, str | bytes] = dict(permanent_pages(edition, templates, address))
    root |= dict(paragraph_files(edition, address))
    root |= dict(quotation_files(edition, templates, address))
    root |= front_pages(edition, templates, address)
    root |= dict(chart_files(edition, templates))
    root |= search_files(edition, hand_written)
    root["assets/quotations.js"] = quote_index(edition, templates, address)
    root |= {export.path: export.content for export in downloads if export.content}
    root |= cite_files(edition, address)
    root |= dict(text_services(edition, both, address))
    nav = {language: navigation(edition, templates, language) for language in LANGUAGES}
    cards = tuple(card_sheets(edition, templates, colours)) if colours else ()
    printed = tuple(book_sheet(book, templates) for book in books)
    epoch = edition.imprint.epoch if edition.imprint else 0
    return Tree(languages, root, nav, both, (*cards, *printed), epoch)


def _books(books: list[Volume], templates: Templates) -> Iterator[Export]:
    """Each report as a PDF, whose bytes the press makes, and as an EPUB."""
    for book in books:
        yield Export(f"{book.name}.pdf", "export_pdf", book.report.id, "")
        yield Export(f"{book.name}.epub", "export_epub", book.report.id, epub(epub_files(book, templates)))
