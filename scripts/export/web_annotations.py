"""Every annotation of a report as W3C Web Annotations (JSON-LD), for annotation tools and servers.

Web Annotation Data Model, 2017. A target is the permanent page of a paragraph: the fragment
names the sentence, and within that element's text a quotation and a position name the words.
Positions count Unicode code points; white space is the text's own and is not normalised.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from scripts.export.data import LICENCE
from scripts.export.tei_elements import TONGUES, plain_text
from scripts.export.tei_glossary import NAMED
from scripts.export.tei_standoff import digits
from scripts.model.annotation import Bilingual, Figure
from scripts.model.edition import Edition, Report, Span
from scripts.model.text import Segment, Sentence, paragraph_address

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# The syntax of fragments in HTML, as the data model names it.
HTML_FRAGMENT = "http://tools.ietf.org/rfc/rfc3236"
# How many characters around the words tell two places apart.
AROUND = 16
Json = dict[str, Any]


def web_annotations(report: Report, edition: Edition, address: str = "") -> str:
    """An AnnotationCollection with all annotations on its one page; with no address, relative."""
    file = f"{address}{report.id}/annotations.jsonld" if address else ""
    items = list(_annotations(report, edition, address or "../", file))
    imprint = edition.imprint
    editors = {"id": f"{file}#editors", "type": "Organization"}
    collection = {
        "@context": CONTEXT,
        "id": f"{file}#collection",
        "type": "AnnotationCollection",
        "label": f"{report.card.title.zh} / {report.card.title.en}",
        "creator": editors | ({"name": imprint.editors.en} if imprint else {}),
        "rights": LICENCE["path"],
        "total": len(items),
        "first": {
            "id": f"{file}#page-1",
            "type": "AnnotationPage",
            "partOf": f"{file}#collection",
            "startIndex": 0,
            "items": items,
        },
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _annotations(report: Report, edition: Edition, site: str, file: str) -> Iterator[Json]:
    """Notes, figures and outcomes in the order of their files, then the terms at each occurrence."""
    here = f"{site}zh/{report.id}/"

    def annotation(id: str, motivation: str, span: Span, about: str, purpose: str, said: Bilingual) -> Json:
        seen = {"type": "SpecificResource", "source": about, "purpose": purpose}
        target = {"type": "SpecificResource", **_target(report, span, site), "scope": here}
        return {
            "id": f"{file}#{id}", "type": "Annotation", "motivation": motivation,
            "creator": f"{file}#editors", "rights": LICENCE["path"],
            "body": [*_bodies(said, motivation), seen], "target": target,
        }  # fmt: skip

    for note in report.notes:
        about = f"{here}notes/#{note.id}"
        yield annotation(
            f"note-{note.id}", "commenting", report.anchors[note.id], about, "linking", note.text
        )
    for figure in report.figures:
        about, span = f"{here}figures/#{figure.id}", report.anchors[figure.id]
        said = _measured(figure, edition)
        yield annotation(f"figure-{figure.id}", "describing", span, about, "linking", said)
    for outcome in report.outcomes:
        about, span = f"{here}targets/#outcome-{outcome.id}", report.anchors[outcome.id]
        yield annotation(f"outcome-{outcome.id}", "assessing", span, about, "linking", outcome.text)
    for term in edition.terms:
        motive = "identifying" if term.category in NAMED else "describing"
        places = [o.span for o in edition.occurrences.get(term.id, ()) if o.report == report.id]
        for number, span in enumerate(places, 1):
            about = f"{site}glossary#{term.id}"
            yield annotation(f"term-{term.id}-{number}", motive, span, about, "identifying", term.gloss)


def _bodies(said: Bilingual, purpose: str) -> list[Json]:
    """The same statement for readers of either language."""
    return [
        {"type": "TextualBody", "value": plain_text(said.of(language)), "format": "text/plain",
         "language": code, "purpose": purpose}
        for language, code in TONGUES.items()
    ]  # fmt: skip


def _measured(figure: Figure, edition: Edition) -> Bilingual:
    """A figure in words: what is counted, its value in the base unit, period and kind."""
    unit, kind = (Bilingual(edition.label(v, w, "zh"), edition.label(v, w, "en"))
                  for v, w in (("units", figure.unit), ("figure_kinds", figure.kind)))  # fmt: skip
    space = "" if unit.en == "%" else " "
    value = digits(figure.value)
    zh = f"{figure.subject.zh}：{value}{unit.zh}；{figure.period}；{kind.zh}。"
    en = f"{figure.subject.en}: {value}{space}{unit.en}; {figure.period}; {kind.en.lower()}."
    return Bilingual(zh + figure.note.zh, f"{en} {figure.note.en}") if figure.note else Bilingual(zh, en)


def _target(report: Report, span: Span, site: str) -> Json:
    """Page, sentence, and the words in it."""
    segment = report.segment_of[span.sentence]
    sentence = next(s for s in segment.sentences if s.id == span.sentence)
    text, source, fragment = _shown(report, segment, sentence, site)
    words = [
        {"type": "TextQuoteSelector", "exact": text[span.start : span.end],
         "prefix": text[max(0, span.start - AROUND) : span.start],
         "suffix": text[span.end : span.end + AROUND]},
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]  # fmt: skip
    selector = {
        "type": "FragmentSelector",
        "conformsTo": HTML_FRAGMENT,
        "value": fragment,
        "refinedBy": words,
    }
    return {"source": source, "selector": selector}


def _shown(report: Report, segment: Segment, sentence: Sentence, site: str) -> tuple[str, str, str]:
    """Text, page and fragment of a sentence. A title or heading has no page of its own and
    stands on that of the whole report, there without its closing full stop."""
    if segment.numbered:
        page = site + paragraph_address(report.id, segment.id)
        return sentence.text, page, sentence.id.rsplit("-", 1)[1]
    return sentence.text.rstrip("。."), f"{site}zh/{report.id}/full/", segment.id
