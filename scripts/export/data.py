"""Figures, indicators, outcomes and the ledger as tables, and the Frictionless package that tells of them.

Data Package 1.0 and Table Schema (specs.frictionlessdata.io).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from scripts.export.glossary import cited
from scripts.export.table import BETWEEN, as_csv
from scripts.join.ledger import ledger
from scripts.model.annotation import Bilingual, Figure, Label, Outcome
from scripts.model.edition import Edition, Report
from scripts.model.text import paragraph_address

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its Table Schema type and what it holds."""

    name: str
    type: str
    about: str


S, N = "string", "number"
PLACE = (
    Column("report", S, "id of the report"),
    Column("paragraph", S, "id of the paragraph"),
    Column("sentence", S, "id of the sentence"),
)
FIGURES = (
    Column("id", S, "permanent key"), *PLACE,
    Column("quote", S, "the words of the report, in Chinese"),
    Column("printed_zh", S, "the number as printed"), Column("printed_en", S, "the same in the translation"),
    Column("subject_zh", S, "what is counted, in Chinese"), Column("subject_en", S, "what is counted"),
    Column("value", N, "the value in the base unit"), Column("unit", S, "the base unit: a key of units.csv"),
    Column("hectares", N, "the area in hectares, where the unit is mu"),
    Column("period", S, "the year or date it is about, ISO 8601"),
    Column("kind", S, "result, target, growth, share, rank …"),
    Column("bound", S, "exact, about, at_least, at_most, over, nearly"),
    Column("indicator", S, "key of the indicator"), Column("geography_zh", S, "the area, in Chinese"),
    Column("geography_en", S, "the area"), Column("base_zh", S, "what it is compared with, in Chinese"),
    Column("base_en", S, "what it is compared with"), Column("related", S, "ids of related figures"),
    Column("note_zh", S, "a remark, in Chinese"), Column("note_en", S, "a remark"),
    Column("address", S, "permanent address of the sentence"),
)  # fmt: skip
INDICATORS = (
    Column("id", S, "permanent key"), Column("name_zh", S, "name, in Chinese"), Column("name_en", S, "name"),
    Column("definition_zh", S, "definition, in Chinese"), Column("definition_en", S, "definition"),
    Column("unit", S, "the base unit"),
)  # fmt: skip
OUTCOMES = (
    Column("id", S, "permanent key"), *PLACE, Column("quote", S, "the words of the report, in Chinese"),
    Column("figure", S, "id of the target"), Column("status", S, "met, not_met, partly, later …"),
    Column("period", S, "the period of the outcome"), Column("value", N, "the value of the outcome"),
    Column("unit", S, "its unit"), Column("text_zh", S, "what came of it, in Chinese"),
    Column("text_en", S, "what came of it"), Column("sources", S, "where it is said"),
    Column("address", S, "permanent address of the sentence"),
)  # fmt: skip
NUMBERS = (
    *PLACE, Column("start", "integer", "characters from the start of the sentence"),
    Column("end", "integer", "where it ends"), Column("printed", S, "the number as printed"),
    Column("claim", S, "figure, not_data, term, calendar, heading"), Column("by", S, "id of the entry"),
)  # fmt: skip
UNITS = (Column("id", S, "key"), Column("zh", S, "in Chinese"), Column("en", S, "in English"))
MU_PER_HECTARE = 15


def data_files(report: Report, edition: Edition, address: str = "") -> dict[str, str]:
    """name -> text of the CSV tables and of datapackage.json, for one report."""
    tables: dict[str, tuple[tuple[Column, ...], list[Row]]] = {
        "figures": (FIGURES, [_figure(f, report, address) for f in report.figures]),
        "outcomes": (OUTCOMES, [_outcome(o, report, address) for o in report.outcomes]),
        "indicators": (INDICATORS, _indicators(edition)),
        "numbers": (NUMBERS, _numbers(report, edition)),
        "units": (UNITS, [{"id": u.id, "zh": u.zh, "en": u.en} for u in _units(edition)]),
    }
    files = {
        f"{name}.csv": as_csv([c.name for c in columns], rows) for name, (columns, rows) in tables.items()
    }
    package = _package(report, {name: columns for name, (columns, _) in tables.items()}, address)
    return files | {"datapackage.json": json.dumps(package, ensure_ascii=False, indent=1) + "\n"}


def _units(edition: Edition) -> Iterable[Label]:
    return edition.vocabulary.get("units", {}).values()


def _place(report: Report, id: str, address: str) -> Row:
    span = report.anchors[id]
    segment = report.segment_of[span.sentence].id
    where = address + paragraph_address(report.id, segment, span.sentence)
    return {"report": report.id, "paragraph": segment, "sentence": span.sentence, "address": where}


def _both(key: str, text: Bilingual | None) -> Row:
    return {f"{key}_zh": text.zh if text else None, f"{key}_en": text.en if text else None}


def _figure(figure: Figure, report: Report, address: str) -> Row:
    hectares = round(figure.value / MU_PER_HECTARE, 2) if figure.unit == "mu" else None
    return {
        "id": figure.id, **_place(report, figure.id, address), "quote": figure.quote,
        **_both("printed", figure.printed), **_both("subject", figure.subject), "value": figure.value,
        "unit": figure.unit, "hectares": hectares, "period": figure.period, "kind": figure.kind,
        "bound": figure.bound, "indicator": figure.indicator or None,
        **_both("geography", figure.geography or report.card.place), **_both("base", figure.base),
        "related": BETWEEN.join(figure.related), **_both("note", figure.note),
    }  # fmt: skip


def _outcome(outcome: Outcome, report: Report, address: str) -> Row:
    return {
        "id": outcome.id, **_place(report, outcome.id, address), "quote": outcome.quote,
        "figure": outcome.figure or None, "status": outcome.status, "period": outcome.period,
        "value": outcome.value, "unit": outcome.unit or None, **_both("text", outcome.text),
        "sources": BETWEEN.join(cited(source) for source in outcome.sources),
    }  # fmt: skip


def _indicators(edition: Edition) -> list[Row]:
    return [
        {"id": i.id, **_both("name", i.name), **_both("definition", i.definition), "unit": i.unit}
        for i in edition.indicators
    ]


def _numbers(report: Report, edition: Edition) -> list[Row]:
    return [
        {"report": report.id, "paragraph": report.segment_of[n.sentence].id, "sentence": n.sentence,
         "start": n.start, "end": n.end, "printed": n.text, "claim": n.claim, "by": n.by or None}
        for n in ledger(report, edition)
    ]  # fmt: skip


def _package(report: Report, tables: Mapping[str, tuple[Column, ...]], address: str) -> Row:
    """The descriptor: what each table holds, its keys, the licence and how to cite it."""
    title = report.card.title
    return {
        "profile": "tabular-data-package",
        "name": report.id,
        "title": f"{title.zh} / {title.en}: figures, targets and outcomes",
        "homepage": f"{address}zh/{report.id}/" if address else "",
        "licenses": [LICENCE],
        "sources": [{"title": f"{title.zh}, {report.card.date}"}],
        "citation": f"{title.en} ({report.card.date}), annotated bilingual edition. {address}".strip(),
        "resources": [_resource(name, columns) for name, columns in tables.items()],
    }


def _resource(name: str, columns: tuple[Column, ...]) -> Row:
    schema: Row = {"fields": [{"name": c.name, "type": c.type, "description": c.about} for c in columns]}
    if columns[0].name == "id":
        schema["primaryKey"] = "id"
    keys = {"figures": {"indicator": "indicators"}, "outcomes": {"figure": "figures"}}.get(name, {})
    schema["foreignKeys"] = [
        {"fields": field, "reference": {"resource": table, "fields": "id"}} for field, table in keys.items()
    ]
    return {
        "name": name, "path": f"{name}.csv", "profile": "tabular-data-resource", "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8-sig", "schema": schema,
    }  # fmt: skip
