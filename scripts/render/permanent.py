"""The pages that are plain HTML of our own: permanent paragraph pages, cover, 404."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from scripts.cite.sheet import Sheets
from scripts.model.edition import LANGUAGES, Edition, Report
from scripts.model.text import Segment, checksum
from scripts.render.cards import paragraph_card, site_cards
from scripts.render.marks import Index, index_report
from scripts.render.paired import paired
from scripts.render.plan import address_book
from scripts.render.preview import preview, quotation
from scripts.render.quotation import imprint_line
from scripts.render.templates import Templates
from scripts.render.typeset import paragraph_number
from scripts.render.views import HANS, Reader, place


@dataclass(frozen=True, slots=True)
class Side:
    """Where a paragraph stands, for a reader of one language; `root` leads to the language's pages."""

    language: str
    root: str
    href: str
    trail: list[str]
    state: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """Another paragraph that the page leads to."""

    id: str
    number: str


def permanent_pages(edition: Edition, templates: Templates, address: str) -> Iterator[tuple[str, str]]:
    """path -> HTML for every paragraph of every report. `address` is the site's, or empty."""
    for report in edition.reports:
        index, book = index_report(edition, report), address_book(report)
        sheets = Sheets.of(edition, report, address)
        for i, segment in enumerate(report.paragraphs):
            yield (
                f"{report.id}/{segment.id}/index.html",
                _page(edition, report, i, segment, index, book, templates, address, sheets),
            )


def _page(
    edition: Edition, report: Report, i: int, segment: Segment,
    index: Index, book: Mapping[str, str], templates: Templates, address: str, sheets: Sheets | None,
) -> str:  # fmt: skip
    zh, en = (Reader(edition, report, language, index) for language in LANGUAGES)
    pairs, glosses = paired(zh, en, segment)
    live, number = report.paragraphs, paragraph_number(segment.id)
    into = report.by_id.get(segment.into)
    card = paragraph_card(report, segment, templates)
    return templates.draw(
        "permanent.html",
        page_language=HANS,
        title=f"{report.card.title.zh} 第{number}段 · {report.card.short_title.en} ¶{number}",
        description=quotation(report, segment),
        address=f"{address}{report.id}/{segment.id}/" if address else "",
        site="../../", report=report, segment=segment, number=number, pairs=pairs, glosses=glosses,
        sides=[_side(r, segment, book) for r in (zh, en)],
        preview=preview(card, address),
        stone=segment.was if segment.kind == "removed" else "",
        into=_other(into) if into else None,
        took_in=[_other(s) for s in report.merged.get(segment.id, ())],
        errata=[e for e in report.errata if e.id == segment.id],
        figures=sum(len(index.figures.get(s.id, ())) for s in segment.sentences),
        previous=live[i - 1] if i else None,
        next=live[i + 1] if i + 1 < len(live) else None,
        check=checksum(segment.text or segment.was),
        cite=sheets.sheet(segment.id) if sheets else None,
        imprint=[imprint_line(edition, language, templates) for language in LANGUAGES],
    )  # fmt: skip


def _other(segment: Segment) -> Other:
    return Other(segment.id, paragraph_number(segment.id))


def _side(reader: Reader, segment: Segment, book: Mapping[str, str]) -> Side:
    report, language = reader.report, reader.language
    slug = book.get(segment.id, "")
    href = f"{report.id}/{slug}/#{segment.id}" if slug else f"{report.id}/#{segment.id}"
    state = _state(reader.edition, report, segment, language)
    return Side(language, f"../../{language}/", href, place(report, segment, language), state)


def _state(edition: Edition, report: Report, segment: Segment, language: str) -> str:
    """The least finished state of the paragraph's translation, in words."""
    order = list(edition.vocabulary.get("translation_statuses", {}))
    states = [r.status for s in segment.sentences if (r := report.rendering(s))]
    known = [s for s in states if s in order]
    return edition.label("translation_statuses", min(known, key=order.index), language) if known else ""


def front_pages(edition: Edition, templates: Templates, address: str) -> dict[str, str]:
    """The cover, which offers both languages, and the 404 page, which speaks both."""
    words = templates.words("zh")
    cover = templates.draw(
        "cover.html",
        page_language=HANS,
        title=f"{words['site_name']} · {templates.words('en')['site_name']}",
        description=f"{words['site_description']} {templates.words('en')['site_description']}",
        address=address,
        site="",
        edition=edition,
        preview=preview(site_cards(templates)[0], address),
    )
    missing = templates.draw(
        "not_found.html",
        page_language=HANS,
        title=f"404 · {words['not_found_title']}",
        description=words["not_found_text"],
        address=address,
        site=address or "/",
    )
    files = {"index.html": cover, "404.html": missing}
    return files | (_sitemaps(edition, address) if address else {})


def _sitemaps(edition: Edition, address: str) -> dict[str, str]:
    """robots.txt, an index of the languages' sitemaps, and one of the permanent pages."""
    pages = [f"{address}{r.id}/{s.id}/" for r in edition.reports for s in r.paragraphs]
    maps = [f"{address}{name}" for name in ("zh/sitemap.xml", "en/sitemap.xml", "permanent.xml")]
    return {
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n",
        "sitemap.xml": _locations("sitemapindex", "sitemap", maps),
        "permanent.xml": _locations("urlset", "url", pages),
    }


def _locations(root: str, item: str, addresses: list[str]) -> str:
    """A file of the sitemaps.org protocol 0.9."""
    rows = "".join(f"<{item}><loc>{escape(a)}</loc></{item}>\n" for a in addresses)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</{root}>\n'
