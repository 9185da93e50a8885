"""What a Web Annotation is about: a page of the site, a sentence on it, and the words there.

The page is a paragraph's permanent one, which has both languages: #s2 is the Chinese of its
second sentence, #e2 the English. Positions count Unicode code points in that element's text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from scripts.join.alignment import Unit, alignment
from scripts.join.concordance import english_forms
from scripts.model.annotation import Figure, Term
from scripts.model.edition import Report, Span
from scripts.model.text import paragraph_address

# The syntax of fragments in HTML, as the data model names it.
HTML_FRAGMENT = "http://tools.ietf.org/rfc/rfc3236"
# How many characters around the words tell two places apart.
AROUND = 16
Json = dict[str, Any]
English = Mapping[str, Unit]


def english_of(report: Report) -> English:
    """The aligned unit of each translated sentence id."""
    return {id: unit for unit in alignment(report) for id in unit.ids}


def chinese_target(report: Report, span: Span, site: str) -> Json:
    """Where the Chinese words stand. A title or heading has no page of its own and stands on
    that of the whole report, there without its closing full stop."""
    segment = report.segment_of[span.sentence]
    text = report.sentence[span.sentence].text
    if segment.numbered:
        page = site + paragraph_address(report.id, segment.id)
        return _target(page, span.sentence.rsplit("-", 1)[1], text, span.start, span.end)
    page = f"{site}zh/{report.id}/full/"
    return _target(page, segment.id, text.rstrip("。."), span.start, span.end)


def english_of_term(term: Term, span: Span, earlier: int, english: English) -> Span | None:
    """The words that render a term; of several in a sentence the one that is next in order.

    `earlier` is how many occurrences of the term the same sentence has before this one.
    """
    unit = english.get(span.sentence)
    taken: list[tuple[int, int]] = []
    for start, end in english_forms(term, unit.en) if unit else ():
        if not any(start < other_end and other_start < end for other_start, other_end in taken):
            taken.append((start, end))
    if not unit or earlier >= len(taken):
        return None
    return Span(unit.ids[0], *sorted(taken)[earlier])


def english_of_figure(figure: Figure, span: Span, english: English) -> Span | None:
    """The number as the translation prints it, where it stands there once."""
    unit = english.get(span.sentence)
    number = rf"(?<!\w)(?<!\d[.,]){re.escape(figure.printed.en)}(?!\w)"
    found = [match.span() for match in re.finditer(number, unit.en)] if unit else []
    return Span(unit.ids[0], *found[0]) if unit and len(found) == 1 else None


def english_target(report: Report, span: Span, english: English, site: str) -> Json | None:
    """Where the English words stand; None in a heading, whose page is Chinese."""
    segment = report.segment_of[span.sentence]
    if not segment.numbered:
        return None
    page = site + paragraph_address(report.id, segment.id)
    fragment = "e" + span.sentence.rsplit("-s", 1)[1]
    return _target(page, fragment, english[span.sentence].en, span.start, span.end)


def _target(page: str, fragment: str, text: str, start: int, end: int) -> Json:
    quote = {
        "type": "TextQuoteSelector", "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND],
    }  # fmt: skip
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    element = {"type": "FragmentSelector", "conformsTo": HTML_FRAGMENT, "value": fragment}
    selector = element | {"refinedBy": [quote, position]}
    return {"type": "SpecificResource", "source": page, "selector": selector}
