"""What a quotation is checked against: every sentence in both languages, with its place."""

from __future__ import annotations

import json
from collections.abc import Iterable

from scripts.model.edition import LANGUAGES, Edition, Report
from scripts.model.text import Segment
from scripts.render.plan import address_book
from scripts.render.templates import Templates
from scripts.render.traditional import traditional
from scripts.render.typeset import period_line
from scripts.render.views import place

SegmentRow = tuple[str, str, str, str, list[tuple[str, str, str, str]]]


def quote_index(edition: Edition, templates: Templates, address: str) -> str:
    """A script that sets EditionTexts, so that it loads from a folder on disk, too.

    A segment is [id, slug of its reading page, heading above, separator, sentences]; a sentence
    is [id, Chinese, white space after, English]. `address` is the site's, or empty.
    """
    texts = {
        "address": address,
        "traditional": traditional(report.source for report in edition.reports),
        "reports": [_report(report, templates) for report in edition.reports],
    }
    return f"var EditionTexts = {json.dumps(texts, ensure_ascii=False, separators=(',', ':'))};\n"


def _report(report: Report, templates: Templates) -> dict[str, object]:
    live = [s for s in report.text.segments if s.kind != "removed"]
    book = address_book(report)
    return {
        "id": report.id,
        "title": {language: report.card.title.of(language) for language in LANGUAGES},
        "source": {language: _source(report, templates, language) for language in LANGUAGES},
        "trails": _trails(report, live),
        "before": report.text.before,
        "segments": [_segment(report, segment, book.get(segment.id, "")) for segment in live],
        "gone": [s.id for s in report.text.segments if s.kind == "removed"],
    }


def _source(report: Report, templates: Templates, language: str) -> str:
    """Speaker, title and date, as they stand below a quotation."""
    card = report.card
    date = period_line(card.date, language)
    pattern = templates.words(language)["quote_source"]
    return pattern.format(card.speaker.of(language), card.title.of(language), date)


def _trails(report: Report, live: Iterable[Segment]) -> dict[str, dict[str, str]]:
    """For each heading with something under it, it and those above it, outermost first."""
    under = {s.within: s for s in live if s.within}
    return {
        heading: {language: " › ".join(place(report, s, language)) for language in LANGUAGES}
        for heading, s in under.items()
    }


def _segment(report: Report, segment: Segment, slug: str) -> SegmentRow:
    said = [(s, report.rendering(s)) for s in segment.sentences]
    rows = [(s.id, s.text, s.after, english.text if english else "") for s, english in said]
    return segment.id, slug, segment.within, segment.after, rows
