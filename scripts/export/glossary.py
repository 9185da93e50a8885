"""The glossary as CSV, as JSON, and as a SKOS concept scheme in JSON-LD."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from scripts.export.table import as_csv
from scripts.model.annotation import Bilingual, Source, Term
from scripts.model.edition import Edition
from scripts.model.text import paragraph_address

COLUMNS = (
    "id", "zh", "zh_variants", "pinyin", "en", "en_variants", "category", "scope", "status", "rendering",
    "gloss_zh", "gloss_en", "explanation_zh", "explanation_en", "items_zh", "items_en", "first_use",
    "looked_for_zh", "looked_for_en", "related", "sources", "review", "paragraphs", "address",
)  # fmt: skip
SKOS = "http://www.w3.org/2004/02/skos/core#"
CONTEXT = {
    "skos": SKOS, "dct": "http://purl.org/dc/terms/", "ConceptScheme": "skos:ConceptScheme",
    "Concept": "skos:Concept", "Collection": "skos:Collection", "prefLabel": "skos:prefLabel",
    "altLabel": "skos:altLabel", "definition": "skos:definition", "note": "skos:scopeNote",
    "related": {"@id": "skos:related", "@type": "@id"}, "member": {"@id": "skos:member", "@type": "@id"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"}, "notation": "skos:notation",
    "topConceptOf": {"@id": "skos:topConceptOf", "@type": "@id"}, "title": "dct:title",
    "source": "dct:source",
}  # fmt: skip


def glossary_csv(edition: Edition, address: str = "") -> str:
    """One row a term; several values in a cell are separated by ' | ' (RFC 4180, UTF-8 with BOM)."""
    return as_csv(COLUMNS, (_row(term, edition, address) for term in edition.terms))


def _row(term: Term, edition: Edition, address: str) -> dict[str, str]:
    def side(text: Bilingual | None, language: str) -> str:
        return text.of(language) if text else ""

    first = term.first_use
    paragraphs = dict.fromkeys(f"{p['report']}/{p['paragraph']}" for p in places(term, edition, ""))
    return {
        "id": term.id, "zh": term.zh, "pinyin": term.pinyin, "en": term.en,
        "zh_variants": " | ".join(term.zh_variants), "en_variants": " | ".join(term.en_variants),
        "category": term.category, "scope": term.scope, "status": term.status, "rendering": term.rendering,
        "gloss_zh": term.gloss.zh, "gloss_en": term.gloss.en,
        "explanation_zh": side(term.explanation, "zh"), "explanation_en": side(term.explanation, "en"),
        "items_zh": " | ".join(i.zh for i in term.items), "items_en": " | ".join(i.en for i in term.items),
        "first_use": f"{first.date} {first.zh} / {first.en}" if first else "",
        "looked_for_zh": side(term.looked_for, "zh"), "looked_for_en": side(term.looked_for, "en"),
        "related": " | ".join(term.related), "review": term.review,
        "sources": " | ".join(cited(source) for source in term.sources),
        "paragraphs": " | ".join(paragraphs),
        "address": f"{address}zh/glossary/#{term.id}",
    }  # fmt: skip


def cited(source: Source) -> str:
    """A source on one line."""
    return ", ".join(p for p in (source.title, source.publisher, source.number, source.date, source.url) if p)


def places(term: Term, edition: Edition, address: str) -> list[dict[str, Any]]:
    """Where the reports use a term: sentence, characters from its start, and permanent address."""
    return [
        {
            "report": o.report,
            "paragraph": o.segment,
            "sentence": o.span.sentence,
            "start": o.span.start,
            "end": o.span.end,
            "form": o.sounding,
            "address": address + paragraph_address(o.report, o.segment, o.span.sentence),
        }
        for o in edition.occurrences.get(term.id, ())
    ]


def glossary_json(edition: Edition, address: str = "") -> str:
    """Every field of every term, with its occurrences; the labels of the vocabulary beside them."""
    terms = []
    for term in edition.terms:
        entry = asdict(term)
        for part in (entry, *entry["sources"]):
            del part["where"]
        terms.append(entry | {"occurrences": places(term, edition, address)})
    labels = {
        name: {word: {"zh": label.zh, "en": label.en} for word, label in words.items()}
        for name, words in edition.vocabulary.items()
    }
    return json.dumps({"terms": terms, "vocabulary": labels}, ensure_ascii=False, indent=1) + "\n"


def glossary_skos(edition: Edition, title: Bilingual, address: str = "") -> str:
    """Terms as concepts, categories as collections; `related` is made mutual, as SKOS has it."""
    scheme = f"{address}zh/glossary/"
    graph: list[dict[str, Any]] = [
        {"@id": scheme, "@type": "ConceptScheme", "title": _both(title.zh, title.en)}
    ]
    related: dict[str, set[str]] = {}
    for term in edition.terms:
        for other in term.related:
            related.setdefault(term.id, set()).add(other)
            related.setdefault(other, set()).add(term.id)
    graph += [_concept(term, scheme, sorted(related.get(term.id, ()))) for term in edition.terms]
    for label in edition.vocabulary.get("categories", {}).values():
        members = [f"{scheme}#{t.id}" for t in edition.terms if t.category == label.id]
        graph.append({"@id": f"{scheme}{label.id.replace('_', '-')}/", "@type": "Collection",
                      "prefLabel": _both(label.zh, label.en), "member": members})  # fmt: skip
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _concept(term: Term, scheme: str, related: list[str]) -> dict[str, Any]:
    variants = [{"@value": v, "@language": "zh-Hans"} for v in term.zh_variants]
    variants += [{"@value": v, "@language": "en"} for v in term.en_variants]
    return {
        "@id": f"{scheme}#{term.id}",
        "@type": "Concept",
        "inScheme": scheme,
        "topConceptOf": scheme,
        "notation": term.id,
        "prefLabel": _both(term.zh, term.en),
        "altLabel": variants,
        "definition": _both(term.gloss.zh, term.gloss.en),
        "note": _both(term.explanation.zh, term.explanation.en) if term.explanation else [],
        "related": [f"{scheme}#{id}" for id in related],
        "source": [cited(source) for source in term.sources],
    }


def _both(zh: str, en: str) -> list[dict[str, str]]:
    return [{"@value": zh, "@language": "zh-Hans"}, {"@value": en, "@language": "en"}]
