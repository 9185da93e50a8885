"""The search index: one entry a heading, a paragraph, a term. Matching is the worker's job."""

from __future__ import annotations

import json
from collections.abc import Iterator

from scripts.model.edition import Edition, Report
from scripts.render.plan import address_book, entry_href
from scripts.render.templates import Templates
from scripts.render.typeset import paragraph_number
from scripts.render.views import heading_text, place

Entry = tuple[str, str, str, str]
STUB = json.dumps({"config": {"lang": ["en"], "separator": " ", "pipeline": []}, "docs": []})


def search_index(edition: Edition, language: str, templates: Templates) -> str:
    """JSON: a list of [address from the language root, kicker, title, text]."""
    entries = [*_terms(edition, language, templates)]
    for report in edition.reports:
        entries += _report(report, language, templates)
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":"))


def _terms(edition: Edition, language: str, templates: Templates) -> Iterator[Entry]:
    kicker = templates.words(language)["glossary"]
    for term in edition.terms:
        names = [term.zh, *term.zh_variants, term.en, *term.en_variants, term.pinyin]
        title = term.zh if language == "zh" else f"{term.en} · {term.zh}"
        text = f"{term.gloss.of(language)} {' · '.join(names)}"
        yield entry_href(term), kicker, title, text


def _report(report: Report, language: str, templates: Templates) -> Iterator[Entry]:
    book = address_book(report)
    t = templates.words(language)
    name = report.card.short_title.of(language)
    for segment in report.text.segments:
        if segment.kind in ("removed", "title"):
            continue
        slug = book[segment.id]
        href = f"{report.id}/{slug}/#{segment.id}" if slug else f"{report.id}/#{segment.id}"
        trail = place(report, segment, language)
        kicker = " › ".join([name, *trail])
        if segment.heading:
            yield href, kicker, heading_text(report, segment.id, language), ""
        else:
            title = t["paragraph"].format(paragraph_number(segment.id))
            yield href, kicker, title, report.said(segment, language)
