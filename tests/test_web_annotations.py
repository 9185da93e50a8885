"""Web Annotations: every selector resolves in the pages as built, and the file is JSON-LD that means so."""

from __future__ import annotations

import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import BrowserContext
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DC, DCTERMS, FOAF, RDF
from rdflib.plugins.shared.jsonld import context as jsonld

from scripts.export.web_annotations import CONTEXT, web_annotations
from scripts.export.web_targets import english_of, english_of_figure
from scripts.join.alignment import Unit
from scripts.model.annotation import Bilingual, Figure
from scripts.model.edition import Edition, Span

Served = tuple[Path, str]
ADDRESS = "https://example.org/r/"
FILE = f"{ADDRESS}kaifeng-2020/annotations.jsonld"
OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("http://www.w3.org/ns/activitystreams#")


def typed(iri: str, kind: str) -> dict[str, str]:
    return {"@id": iri, "@type": kind}


# What the context of the Web Annotation vocabulary says of the terms that are used here:
# tests fetch nothing.
STAND_IN = {"@context": {
    "oa": str(OA), "as": str(AS), "dc": str(DC), "dcterms": str(DCTERMS), "foaf": str(FOAF),
    "rdf": str(RDF), "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": typed("@id", "@id"), "type": typed("@type", "@id"),
    "Annotation": "oa:Annotation", "SpecificResource": "oa:SpecificResource", "TextualBody": "oa:TextualBody",
    "FragmentSelector": "oa:FragmentSelector", "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector", "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage", "Organization": "foaf:Organization",
    "body": typed("oa:hasBody", "@id"), "target": typed("oa:hasTarget", "@id"),
    "source": typed("oa:hasSource", "@id"), "selector": typed("oa:hasSelector", "@id"),
    "scope": typed("oa:hasScope", "@id"), "refinedBy": typed("oa:refinedBy", "@id"),
    "conformsTo": typed("dcterms:conformsTo", "@id"), "creator": typed("dcterms:creator", "@id"),
    "rights": typed("dcterms:rights", "@id"), "motivation": typed("oa:motivatedBy", "@vocab"),
    "purpose": typed("oa:hasPurpose", "@vocab"), "assessing": "oa:assessing", "commenting": "oa:commenting",
    "describing": "oa:describing", "identifying": "oa:identifying", "linking": "oa:linking",
    "value": "rdf:value", "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
    "start": typed("oa:start", "xsd:nonNegativeInteger"), "end": typed("oa:end", "xsd:nonNegativeInteger"),
    "language": "dc:language", "format": "dc:format", "name": "foaf:name", "label": "rdfs:label",
    "total": typed("as:totalItems", "xsd:nonNegativeInteger"), "first": typed("as:first", "@id"),
    "partOf": typed("as:partOf", "@id"), "startIndex": typed("as:startIndex", "xsd:nonNegativeInteger"),
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
}}  # fmt: skip

# Each annotation's selectors against the text of the element that its fragment names: its
# textContent, no white space changed, in code points.
RESOLVE = """items => items.map(({id, selector}) => {
  const element = document.getElementById(selector.value);
  if (!element) return `${id}: no element ${selector.value}`;
  const text = element.textContent, points = Array.from(text);
  const [quote, position] = selector.refinedBy;
  if (points.slice(position.start, position.end).join("") !== quote.exact) return `${id}: position`;
  const around = quote.prefix + quote.exact + quote.suffix;
  const at = text.indexOf(around);
  if (at < 0) return `${id}: quote`;
  if (text.indexOf(around, at + 1) >= 0) return `${id}: quote there twice`;
  if (Array.from(text.slice(0, at + quote.prefix.length)).length !== position.start) return `${id}: two places`;
  return null;
}).filter(fault => fault)"""


@pytest.fixture(scope="module")
def collection(edition: Edition) -> dict[str, Any]:
    return json.loads(web_annotations(edition.reports[0], edition, ADDRESS))


@pytest.fixture
def graph(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Graph:
    def offline(source: str, *_: object) -> tuple[dict[str, Any], None]:
        assert source == CONTEXT
        return STAND_IN, None

    monkeypatch.setattr(jsonld, "source_to_json", offline)
    return Graph().parse(data=web_annotations(edition.reports[0], edition, ADDRESS), format="json-ld")


def test_every_selector_resolves_in_the_built_pages(context: BrowserContext, served: Served) -> None:
    folder, _ = served
    file = json.loads((folder / "kaifeng-2020" / "annotations.jsonld").read_text("utf-8"))
    by_page: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for item in file["first"]["items"]:
        for target in item["target"]:
            by_page[target["source"]].append({"id": item["id"], "selector": target["selector"]})
    page = context.new_page()
    faults = []
    for source, items in by_page.items():
        response = page.goto(source, wait_until="domcontentloaded")
        assert response and response.ok, source
        faults += page.evaluate(RESOLVE, items)
    assert faults == []
    chinese = [i for items in by_page.values() for i in items if not i["selector"]["value"].startswith("e")]
    assert len(chinese) == file["total"] > 1000
    assert sum(map(len, by_page.values())) - len(chinese) > 700, "words of the translation"


def test_every_page_named_is_there(served: Served) -> None:
    """Where more is said of an annotation, and the scope: files of the site, the anchor in them."""
    folder, address = served
    file = json.loads((folder / "kaifeng-2020" / "annotations.jsonld").read_text("utf-8"))
    pages: dict[Path, str] = {}
    for item in file["first"]["items"]:
        about = item["body"][-1]["source"]
        assert about.startswith(address) and all(t["scope"].startswith(address) for t in item["target"])
        if item["body"][-1]["purpose"] == "identifying":
            continue  # the IRI of a concept in glossary.jsonld, tested there
        path, fragment = about.removeprefix(address).split("#")
        text = pages.setdefault(folder / path, (folder / path / "index.html").read_text("utf-8"))
        assert f'id="{fragment}"' in text, about


def test_terms_name_concepts_of_the_glossary(collection: dict[str, Any], edition: Edition) -> None:
    concepts = {f"{ADDRESS}zh/glossary/#{t.id}" for t in edition.terms if edition.occurrences[t.id]}
    named = [i["body"][-1]["source"] for i in collection["first"]["items"] if "#term-" in i["id"]]
    assert set(named) == concepts
    assert len(named) == sum(map(len, edition.occurrences.values()))


def test_nothing_is_left_out_and_ids_are_unique(collection: dict[str, Any], edition: Edition) -> None:
    report = edition.reports[0]
    ids = [item["id"] for item in collection["first"]["items"]]
    wanted = {f"{FILE}#{kind}-{entry.id}" for kind, layer in
              (("note", report.notes), ("figure", report.figures), ("outcome", report.outcomes)) for entry in layer}  # fmt: skip
    assert len(ids) == len(set(ids)) == collection["total"]
    assert {id for id in ids if "#term-" not in id} == wanted


def test_it_is_read_as_web_annotations(graph: Graph, collection: dict[str, Any], edition: Edition) -> None:
    """Expanded by rdflib: types, motivations, bodies in two languages, and selectors that refine."""
    annotations = set(graph.subjects(RDF.type, OA.Annotation))
    assert len(annotations) == collection["total"]
    for annotation in annotations:
        targets = list(graph.objects(annotation, OA.hasTarget))
        assert len(targets) in (1, 2)
        for target in targets:
            (selector,) = graph.objects(target, OA.hasSelector)
            assert (selector, RDF.type, OA.FragmentSelector) in graph
            kinds = {graph.value(refined, RDF.type) for refined in graph.objects(selector, OA.refinedBy)}
            assert kinds == {OA.TextQuoteSelector, OA.TextPositionSelector}
        texts = [b for b in graph.objects(annotation, OA.hasBody) if (b, RDF.type, OA.TextualBody) in graph]
        assert {str(graph.value(b, DC.language)) for b in texts} == {"zh-Hans", "en-GB"}
        assert graph.value(annotation, DCTERMS.creator) == URIRef(f"{FILE}#editors")
        assert graph.value(annotation, DCTERMS.rights) == URIRef(
            "https://creativecommons.org/licenses/by/4.0/"
        )
        assert graph.value(annotation, OA.motivatedBy) in {
            OA.commenting, OA.describing, OA.assessing, OA.identifying,
        }  # fmt: skip
    assert edition.imprint
    assert (URIRef(f"{FILE}#editors"), FOAF.name, Literal(edition.imprint.editors.en)) in graph
    note = edition.reports[0].notes[1]
    (target,) = graph.objects(URIRef(f"{FILE}#note-{note.id}"), OA.hasTarget)
    assert graph.value(target, OA.hasSource) == URIRef(f"{ADDRESS}kaifeng-2020/p1/")


def test_no_term_is_unknown_to_the_context(collection: dict[str, Any]) -> None:
    """A key that the context does not define would be dropped without a word."""
    used: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            used.update(value)
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(collection)
    assert used - {"@context"} <= set(STAND_IN["@context"])


def test_without_an_address_references_are_relative(edition: Edition) -> None:
    """They resolve against wherever the file is to the same addresses as when it is known."""
    relative = json.loads(web_annotations(edition.reports[0], edition))
    known = json.loads(web_annotations(edition.reports[0], edition, ADDRESS))
    for one, other in zip(relative["first"]["items"], known["first"]["items"], strict=True):
        assert urljoin(FILE, one["id"]) == other["id"]
        for here, there in zip(one["target"], other["target"], strict=True):
            assert urljoin(FILE, here["source"]) == there["source"]
            assert here["selector"] == there["selector"]
        assert urljoin(FILE, one["body"][-1]["source"]) == other["body"][-1]["source"]


def english(collection: dict[str, Any], id: str) -> list[tuple[str, int]]:
    """The words of the translation that an annotation is on, and where they begin."""
    (item,) = [i for i in collection["first"]["items"] if i["id"] == f"{FILE}#{id}"]
    selectors = [t["selector"]["refinedBy"] for t in item["target"][1:]]
    return [(quote["exact"], position["start"]) for quote, position in selectors]


def test_words_of_the_translation(edition: Edition, collection: dict[str, Any]) -> None:
    """A figure's are the number as printed; repeated terms are on one after the other."""
    figures = {f.id: f for f in edition.reports[0].figures}
    found = {id: english(collection, f"figure-{id}") for id in figures}
    assert all(words[0][0] == figures[id].printed.en for id, words in found.items() if words)
    assert sum(bool(words) for words in found.values()) > len(figures) / 2
    report, en = edition.reports[0], english_of(edition.reports[0])
    for term in edition.terms:
        spans = [o.span for o in edition.occurrences[term.id] if o.report == report.id]
        told = (
            [(span, english(collection, f"term-{term.id}-{n}")) for n, span in enumerate(spans, 1)]
            if len(spans) > 1
            else []
        )
        starts = [(en[span.sentence].ids, words[0][1]) for span, words in told if words]
        assert len(starts) == len(set(starts)), term.id


def test_a_number_inside_another_is_not_it() -> None:
    unit = Unit(("p1-s1",), "甲", "up 17.5%, then 1,7.5% and 7.5%")
    figure = Figure(
        "f",
        "p1-s1",
        "甲",
        Bilingual("7.5%", "7.5%"),
        Bilingual("甲", "a"),
        Decimal("7.5"),
        "2019",
        "percent",
        "growth",
    )
    assert english_of_figure(figure, Span("p1-s1", 0, 1), {"p1-s1": unit}) == Span("p1-s1", 26, 30)
    assert english_of_figure(figure, Span("p1-s2", 0, 1), {"p1-s1": unit}) is None
