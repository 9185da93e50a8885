"""The pages of the glossary: by category, A to Z, numbers decoded, names, and the entries whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.render.book import Book
from scripts.render.glossary import TermRow, by_category, by_letter, entries, figures_in, names, with_numbers
from scripts.render.plan import category_page


def glossary_pages(book: Book) -> Iterator[tuple[str, str]]:
    """path -> Markdown of every glossary page of one language."""
    t = book.templates.words(book.language)
    rows = entries(book.edition, book.language)
    for name, template, words, data in _indexes(book, rows):
        path = f"glossary/{name}.md"
        yield path, book.page(template, path, t[words], t[f"{words}_intro"], **data)
    for group in by_category(book.edition, rows.values(), book.language):
        path = f"glossary/{category_page(group.id)}.md"
        about = t["category_intro"].format(group.name, len(group.rows))
        yield path, book.page("glossary_category.html", path, group.name, about, group=group, intro=about)


def _indexes(book: Book, rows: Mapping[str, TermRow]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Name, template, interface words and data of each index."""
    language, found = book.language, rows.values()
    groups = by_category(book.edition, found, language)
    statuses = Counter(row.term.status for row in found)
    yield "index", "glossary.html", "glossary", {"groups": groups, "statuses": statuses}
    yield "a-z", "glossary_a_z.html", "a_z", {"groups": by_letter(found, language)}
    decoded = {"groups": with_numbers(found), "figures_in": figures_in}
    yield "numbers", "glossary_numbers.html", "decoded", decoded
    yield "names", "glossary_names.html", "names", {"groups": names(book.edition, found, language)}
