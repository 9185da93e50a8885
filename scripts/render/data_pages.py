"""The pages of a report's data: the year in figures, targets and results, checks and the account."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.model.edition import LANGUAGES, Edition, Report
from scripts.render.book import Book
from scripts.render.chart import Drawing, draw
from scripts.render.data_rows import account, check_rows, target_rows
from scripts.render.lists import figure_rows, outcome_rows, place_of
from scripts.render.plan import address_book
from scripts.render.templates import Templates
from scripts.render.typeset import bounded, period_line


def data_pages(book: Book, report: Report) -> Iterator[tuple[str, str]]:
    """path below the report -> Markdown of each page of data."""
    edition, language = book.edition, book.language
    rows = figure_rows(edition, report, language)
    yield _page(book, report, "figures", rows=rows, kinds=edition.vocabulary["figure_kinds"])
    if report.highlights or report.charts:
        shown = {row.figure.id: row for row in rows}
        chosen = [(h, shown[h.figure]) for h in report.highlights if h.figure in shown]
        yield _page(book, report, "year", chosen=chosen, charts=_charts(book, report))
    targets = target_rows(edition, report, language)
    if targets:
        outcomes = outcome_rows(edition, report, language)
        yield _page(book, report, "targets", rows=targets, outcomes=outcomes)
    numbers = account(edition, report, language)
    yield _page(book, report, "checks", rows=check_rows(edition, report, language), account=numbers)


def chart_files(edition: Edition, templates: Templates) -> Iterator[tuple[str, str]]:
    """path from the site's root -> each chart as an SVG file of its own, in each language."""
    for report in edition.reports:
        for chart in report.charts:
            for language in LANGUAGES:
                drawing = draw(chart, report, language)
                text = templates.draw("chart.svg.html", language=language, drawing=drawing)
                yield f"{report.id}/charts/{chart.id}.{language}.svg", text.lstrip()


def _page(book: Book, report: Report, name: str, **data: object) -> tuple[str, str]:
    t = book.templates.words(book.language)
    path = f"{report.id}/{name}.md"
    text = book.page(f"{name}.html", path, t[f"{name}_title"], t[f"{name}_intro"], report=report, **data)
    return f"{name}.md", text


def _charts(book: Book, report: Report) -> list[tuple[Drawing, list[tuple[str, str, str, str]]]]:
    """Each drawing with its data: name, value as printed, period, and where it is said."""
    addresses = address_book(report)
    charts = []
    for chart in report.charts:
        drawing = draw(chart, report, book.language)
        table = [
            (name, bounded(figure, book.language), period_line(figure.period, book.language),
             place_of(report, addresses, figure.id, figure.quote).href)
            for name, figure in drawing.rows
        ]  # fmt: skip
        charts.append((drawing, table))
    return charts
