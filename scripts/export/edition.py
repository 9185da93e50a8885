"""The whole edition as one JSON document, and the JSON Schema (2020-12) of its form.

Both are made from the same classes, so the schema cannot fall behind.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Union, get_args, get_origin, get_type_hints

from scripts.export.data import LICENCE
from scripts.model.annotation import Figure, Indicator, Label, Note, Outcome, Term
from scripts.model.edition import Edition, Report
from scripts.model.ledger import NotData
from scripts.model.report import Erratum, ReportCard
from scripts.model.story import Chart, Check, Highlight
from scripts.model.text import paragraph_address

SCHEMA = "edition.schema.json"
VERSION = "1"
# Where an entry stood in its file is no part of the edition.
LEFT_OUT = frozenset({"where", "line"})
LAYERS: dict[str, type] = {
    "notes": Note, "figures": Figure, "outcomes": Outcome, "not_data": NotData, "checks": Check,
    "charts": Chart, "highlights": Highlight, "errata": Erratum,
}  # fmt: skip
STRING = {"type": "string"}


def edition_json(edition: Edition, address: str = "") -> str:
    """Reports with all their layers; glossary, indicators and vocabulary; licence and citation."""
    document = {
        "$schema": address + SCHEMA,
        "version": VERSION,
        "licence": LICENCE,
        "citation": f"Government Work Reports, Annotated. {address}".strip(),
        "reports": [_report(report, address) for report in edition.reports],
        "terms": [value(term) for term in edition.terms],
        "indicators": [value(indicator) for indicator in edition.indicators],
        "vocabulary": {n: [value(x) for x in words.values()] for n, words in edition.vocabulary.items()},
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _report(report: Report, address: str) -> dict[str, Any]:
    segments = [
        {
            "id": segment.id,
            "kind": segment.kind,
            "within": segment.within,
            "address": address + paragraph_address(report.id, segment.id) if segment.numbered else "",
            "sentences": [
                {"id": s.id, "zh": s.text, "en": r.text if (r := report.rendering(s)) else "",
                 "en_status": r.status if r else "", "joined_to": r.with_id if r else "", "after": s.after}
                for s in segment.sentences
            ],
        }
        for segment in report.text.segments
    ]  # fmt: skip
    layers = {name: [value(entry) for entry in getattr(report, name)] for name in LAYERS}
    spans = report.anchors.items()
    anchors = {id: {"sentence": a.sentence, "start": a.start, "end": a.end} for id, a in spans}
    return {"id": report.id, "card": value(report.card), "segments": segments, **layers, "anchors": anchors}


def value(thing: Any) -> Any:
    """A dataclass as JSON: numbers as numbers, tuples as lists."""
    if dataclasses.is_dataclass(thing):
        fields = (f.name for f in dataclasses.fields(thing) if f.name not in LEFT_OUT)
        return {name: value(getattr(thing, name)) for name in fields}
    if isinstance(thing, tuple | list):
        return [value(item) for item in thing]
    if isinstance(thing, Mapping):
        return {key: value(item) for key, item in thing.items()}
    if isinstance(thing, Decimal):
        return int(thing) if thing == int(thing) else float(thing)
    return thing


def edition_schema(address: str = "") -> str:
    """The JSON Schema of edition.json."""
    sentence = _object({k: STRING for k in ("id", "zh", "en", "en_status", "joined_to", "after")})
    own = {k: STRING for k in ("id", "kind", "within", "address")}
    segment = _object({**own, "sentences": _list(sentence)})
    anchor = _object({"sentence": STRING, "start": {"type": "integer"}, "end": {"type": "integer"}})
    layers = {name: _list(schema_of(cls)) for name, cls in LAYERS.items()}
    report = _object({
        "id": STRING, "card": schema_of(ReportCard), "segments": _list(segment), **layers,
        "anchors": {"type": "object", "additionalProperties": anchor},
    })  # fmt: skip
    document = _object({
        "$schema": STRING, "version": {"const": VERSION},
        "licence": _object({k: STRING for k in LICENCE}), "citation": STRING,
        "reports": _list(report), "terms": _list(schema_of(Term)), "indicators": _list(schema_of(Indicator)),
        "vocabulary": {"type": "object", "additionalProperties": _list(schema_of(Label))},
    })  # fmt: skip
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": address + SCHEMA}
    return json.dumps(head | document, ensure_ascii=False, indent=1) + "\n"


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": dict(items)}


def schema_of(kind: Any) -> dict[str, Any]:
    """The schema of a type: a dataclass, a tuple of something, an optional, or a plain value."""
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        names = [f.name for f in dataclasses.fields(kind) if f.name not in LEFT_OUT]
        return _object({name: schema_of(hints[name]) for name in names})
    if get_origin(kind) in (Union, types.UnionType):
        return {"anyOf": [schema_of(arg) for arg in get_args(kind)]}
    if get_origin(kind) is tuple:
        return _list(schema_of(get_args(kind)[0]))
    plain = {str: "string", int: "integer", Decimal: "number", type(None): "null", bool: "boolean"}
    return {"type": plain[kind]}
