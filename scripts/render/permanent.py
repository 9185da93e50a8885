"""The pages that are plain HTML of our own: permanent paragraph pages, cover, 404."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from scripts.cite.sheet import Sheets
from scripts.model.edition import LANGUAGES, Edition, Report
from scripts.model.text import Segment, checksum
from scripts.render.marks import Index, index_report
from scripts.render.plan import address_book
from scripts.render.templates import Templates
from scripts.render.typeset import clipped, paragraph_number
from scripts.render.views import ENGLISH, HANS, Reader, SegmentView, place

LONGEST_DESCRIPTION = 150


@dataclass(frozen=True, slots=True)
class Side:
    """A paragraph in one language on its permanent page."""

    language: str
    lang: str
    number: str
    root: str
    href: str
    trail: list[str]
    view: SegmentView
    state: str = ""


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
    index: Index, book: dict[str, str], templates: Templates, address: str, sheets: Sheets | None,
) -> str:  # fmt: skip
    site = "../../"
    readers = [Reader(edition, report, language, index) for language in LANGUAGES]
    zh, en = (_side(r, segment, book, site) for r in readers)
    both = {g.id: g for g in readers[1].glosses()}
    pairs = [(g, both.get(g.id) or readers[1].gloss(g.id, g.layer)) for g in readers[0].glosses()]
    live = report.paragraphs
    number = paragraph_number(segment.id)
    title = f"{report.card.title.zh} 第{number}段 · {report.card.short_title.en} ¶{number}"
    into = report.by_id.get(segment.into)
    return templates.draw(
        "permanent.html",
        page_language=HANS,
        title=title,
        description=clipped(segment.text or segment.was, LONGEST_DESCRIPTION),
        address=f"{address}{report.id}/{segment.id}/" if address else "",
        site=site, report=report, zh=zh, en=en, glosses=pairs,
        stone=segment.was if segment.kind == "removed" else "",
        into={"id": into.id, "number": paragraph_number(into.id)} if into else None,
        previous=live[i - 1] if i else None,
        next=live[i + 1] if i + 1 < len(live) else None,
        sum=checksum(segment.text),
        cite=sheets.sheet(segment.id) if sheets else None,
    )  # fmt: skip


def _side(reader: Reader, segment: Segment, book: dict[str, str], site: str) -> Side:
    report, language = reader.report, reader.language
    slug = book.get(segment.id, "")
    href = f"{report.id}/{slug}/#{segment.id}" if slug else f"{report.id}/#{segment.id}"
    return Side(
        language,
        HANS if language == "zh" else ENGLISH,
        paragraph_number(segment.id),
        f"{site}{language}/",
        href,
        place(report, segment, language),
        reader.segment(segment),
        _state(reader.edition, report, segment, language),
    )


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
        description=words["site_description"],
        address=address,
        site="",
        edition=edition,
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
