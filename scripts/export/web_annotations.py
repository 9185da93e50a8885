"""Every annotation of a report as W3C Web Annotations (JSON-LD), for annotation tools and servers.

Web Annotation Data Model, 2017. A target is the permanent page of a paragraph: the fragment
names the sentence, and within that element's text a quotation and a position name the words.
Positions count Unicode code points; white space is the text's own and is not normalised.
A term or figure has its words in the translation as a second target where these can be told.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.export.data import LICENCE
from scripts.export.tei_elements import TONGUES, plain_text
from scripts.export.tei_glossary import NAMED
from scripts.export.tei_standoff import digits
from scripts.export.web_targets import (
    English,
    Json,
    chinese_target,
    english_of,
    english_of_figure,
    english_of_term,
    english_target,
)
from scripts.model.annotation import Bilingual, Figure, Term
from scripts.model.edition import Edition, Report, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


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
    return json.dumps(collection, ensure_ascii=False, indent=0) + "\n"


@dataclass(frozen=True, slots=True)
class _Writer:
    """What every annotation of a report shares: its editors, its licence, and where its words stand."""

    report: Report
    site: str
    file: str
    english: English

    def write(
        self, id: str, motivation: str, span: Span, rendered: Span | None, about: Json, said: Bilingual
    ) -> Json:
        """One annotation on Chinese words and, where they are known, on those that render them."""
        targets = [chinese_target(self.report, span, self.site)]
        if rendered and (there := english_target(self.report, rendered, self.english, self.site)):
            targets.append(there)
        scope = f"{self.site}zh/{self.report.id}/"
        return {
            "id": f"{self.file}#{id}", "type": "Annotation", "motivation": motivation,
            "creator": f"{self.file}#editors", "rights": LICENCE["path"],
            "body": [*_bodies(said, motivation), about],
            "target": [target | {"scope": scope} for target in targets],
        }  # fmt: skip

    def page(self, path: str) -> Json:
        """The place on the site where the same is told with its sources."""
        where = f"{self.site}zh/{self.report.id}/{path}"
        return {"type": "SpecificResource", "source": where, "purpose": "linking"}


def _annotations(report: Report, edition: Edition, site: str, file: str) -> Iterator[Json]:
    """Notes, figures and outcomes in the order of their files, then the terms at each occurrence."""
    writer = _Writer(report, site, file, english_of(report))
    for note in report.notes:
        page, span = writer.page(f"notes/#{note.id}"), report.anchors[note.id]
        yield writer.write(f"note-{note.id}", "commenting", span, None, page, note.text)
    for figure in report.figures:
        page, span = writer.page(f"figures/#{figure.id}"), report.anchors[figure.id]
        rendered, said = english_of_figure(figure, span, writer.english), _measured(figure, edition)
        yield writer.write(f"figure-{figure.id}", "describing", span, rendered, page, said)
    for outcome in report.outcomes:
        page, span = writer.page(f"targets/#outcome-{outcome.id}"), report.anchors[outcome.id]
        yield writer.write(f"outcome-{outcome.id}", "assessing", span, None, page, outcome.text)
    for term in edition.terms:
        yield from _of_term(term, edition, writer)


def _of_term(term: Term, edition: Edition, writer: _Writer) -> Iterator[Json]:
    motive = "identifying" if term.category in NAMED else "describing"
    concept = f"{writer.site}zh/glossary/#{term.id}"
    about = {"type": "SpecificResource", "source": concept, "purpose": "identifying"}
    before: Counter[str] = Counter()
    for number, occurrence in enumerate(edition.places(term, writer.report), 1):
        span = occurrence.span
        unit = writer.english.get(span.sentence)
        head = unit.ids[0] if unit else span.sentence
        rendered = english_of_term(term, span, before[head], writer.english)
        before[head] += 1
        yield writer.write(f"term-{term.id}-{number}", motive, span, rendered, about, term.gloss)


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
