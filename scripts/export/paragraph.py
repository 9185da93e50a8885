"""Each paragraph as a JSON document of its own, and the JSON Schema (2020-12) that all of them keep.

The classes are the schema: both are made from them, so they cannot part.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from scripts.export.data import LICENCE
from scripts.export.edition import schema_of, value
from scripts.export.paragraph_form import (
    Addresses,
    Annotations,
    FigureHere,
    Heading,
    History,
    NoteHere,
    OutcomeHere,
    Paragraph,
    Place,
    Release,
    Removal,
    ReportName,
    SentencePair,
    Sums,
    TermHere,
)
from scripts.model.annotation import Bilingual
from scripts.model.edition import LANGUAGES, Edition, Report, Span
from scripts.model.report import Rendering
from scripts.model.text import Segment, Sentence, checksum, paragraph_address

SCHEMA = "paragraph.schema.json"
VERSION = "1"
H = TypeVar("H", TermHere, NoteHere, FigureHere, OutcomeHere)


def paragraph_files(edition: Edition, address: str = "") -> Iterator[tuple[str, str]]:
    """path -> text: ID/p57.json for every paragraph, and their schema. `address` is the site's."""
    for report in edition.reports:
        layers = hanging(edition, report, address)
        for segment in report.paragraphs:
            document = {"$schema": address + SCHEMA, "version": VERSION, "licence": LICENCE}
            document |= value(paragraph(edition, report, segment, layers, address))
            yield f"{report.id}/{segment.id}.json", json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def paragraph_schema(address: str = "") -> str:
    """The JSON Schema of every ID/p57.json."""
    form = schema_of(Paragraph)
    licence = {k: {"const": v} for k, v in LICENCE.items()}
    own = {
        "$schema": {"type": "string"},
        "version": {"const": VERSION},
        "licence": {"type": "object", "properties": licence, "required": list(licence)},
    }
    form["properties"] = own | form["properties"]
    form["required"] = list(form["properties"])
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": address + SCHEMA}
    return json.dumps(head | form, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class Hanging:
    """The annotations of a report by the segment they hang on; each list in the order of its file."""

    terms: Mapping[str, list[TermHere]]
    notes: Mapping[str, list[NoteHere]]
    figures: Mapping[str, list[FigureHere]]
    outcomes: Mapping[str, list[OutcomeHere]]


def hanging(edition: Edition, report: Report, address: str = "") -> Hanging:
    """Everything that hangs on the report, found once for all its paragraphs."""
    return Hanging(
        _by_segment(report, _terms(edition, report, address)),
        _by_segment(report, (NoteHere(_place(report, n.id), n) for n in report.notes)),
        _by_segment(report, (FigureHere(_place(report, f.id), f) for f in report.figures)),
        _by_segment(report, (OutcomeHere(_place(report, o.id), o) for o in report.outcomes)),
    )


def paragraph(
    edition: Edition, report: Report, segment: Segment, layers: Hanging, address: str = ""
) -> Paragraph:
    """One paragraph as a value; an erratum's `was` and `now` are checksums."""
    card, imprint, here = report.card, edition.imprint, f"{address}{report.id}/{segment.id}"
    zh = segment.was if segment.kind == "removed" else segment.text
    said = any(report.rendering(s) for s in segment.sentences)
    return Paragraph(
        segment.id, segment.kind,
        ReportName(report.id, card.title, card.speaker, card.role, card.date),
        tuple(_headings(report, segment)),
        Bilingual(zh, report.said(segment, "en") if said else ""),
        tuple(_sentence(report, segment, s, address) for s in segment.sentences),
        Sums(sha256(zh.encode()).hexdigest(), checksum(zh)), True,
        _annotations(segment, layers),
        _history(report, segment),
        Addresses(f"{here}/", f"{here}.json", f"{here}.txt", f"{here}.md", f"{here}/card.png"),
        Release(imprint.title, imprint.version, imprint.released) if imprint else None,
    )  # fmt: skip


def _headings(report: Report, segment: Segment) -> Iterator[Heading]:
    above = report.by_id.get(segment.within)
    if above:
        yield from _headings(report, above)
        yield Heading(above.id, Bilingual(above.text, report.said(above, "en")))


def _sentence(report: Report, segment: Segment, sentence: Sentence, address: str) -> SentencePair:
    english = report.rendering(sentence) or Rendering(status="")
    where = address + paragraph_address(report.id, segment.id, sentence.id)
    own = (sentence.id, where, sentence.text, sentence.after, sentence.head)
    return SentencePair(*own, english.text, english.status, english.with_id)


def _by_segment(report: Report, found: Iterable[H]) -> dict[str, list[H]]:
    groups: dict[str, list[H]] = {}
    for annotation in found:
        groups.setdefault(report.segment_of[annotation.at.sentence].id, []).append(annotation)
    return groups


def _annotations(segment: Segment, layers: Hanging) -> Annotations:
    order = {s.id: i for i, s in enumerate(segment.sentences)}
    terms = layers.terms.get(segment.id, ())
    return Annotations(
        tuple(sorted(terms, key=lambda t: (order[t.at.sentence], t.at.start, t.at.end))),
        tuple(layers.notes.get(segment.id, ())),
        tuple(layers.figures.get(segment.id, ())),
        tuple(layers.outcomes.get(segment.id, ())),
    )


def _place(report: Report, id: str) -> Place:
    return _words_at(report, report.anchors[id])


def _words_at(report: Report, span: Span) -> Place:
    text = report.sentence[span.sentence].text
    return Place(span.sentence, span.start, span.end, text[span.start : span.end])


def _terms(edition: Edition, report: Report, address: str) -> Iterator[TermHere]:
    """Every place where a term stands."""
    for term in edition.terms:
        entry = Bilingual(*(f"{address}{language}/glossary/#{term.id}" for language in LANGUAGES))
        for o in edition.places(term, report):
            yield TermHere(_words_at(report, o.span), term.id, term.zh, term.en, term.gloss, entry)


def _history(report: Report, segment: Segment) -> History:
    corrections = tuple(e for e in report.errata if e.id == segment.id)
    took_in = tuple(s.id for s in report.merged.get(segment.id, ()))
    removed = Removal(segment.was, segment.into) if segment.kind == "removed" else None
    return History(segment.first_sum, corrections, segment.gone, took_in, removed)
