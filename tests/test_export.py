"""The export files, each opened by a program that was not written here."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import RDF, SKOS
from translate.storage.tbx import tbxfile
from translate.storage.tmx import tmxfile

from scripts.export.files import exports
from scripts.export.glossary import COLUMNS
from scripts.join.alignment import alignment
from scripts.model.edition import Edition

ADDRESS = "https://example.org/r/"
WORDS = {lang: {"site_name": "N", "glossary_title": "G"} for lang in ("zh", "en")}


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, str]:
    return {export.path: str(export.content) for export in exports(edition, WORDS, ADDRESS)}


def test_tmx_is_read_by_translate_toolkit(files: dict[str, str], edition: Edition) -> None:
    store = tmxfile.parsestring(files["kaifeng-2020/kaifeng-2020.tmx"].encode())
    assert (store.sourcelanguage, store.body.getroottree().getroot().get("version")) == ("zh-CN", "1.4")
    wanted = {"+".join(u.ids): (u.zh, u.en) for u in alignment(edition.reports[0])}
    read = {u.xmlelement.get("tuid"): (u.source, u.target) for u in _in_english(store)}
    assert read == wanted
    props = {p.get("type"): p.text for p in store.units[-1].xmlelement.iter("{*}prop")}
    assert props["x-address"] == f"{ADDRESS}kaifeng-2020/p74/#s2"
    assert props["x-status"] in ("draft", "revised", "reviewed")


def _in_english(store: tmxfile) -> list:  # type: ignore[type-arg]
    store.settargetlanguage("en-GB")
    return list(store.units)


def test_tbx_is_read_by_translate_toolkit(files: dict[str, str], edition: Edition) -> None:
    store = tbxfile.parsestring(files["glossary.tbx"].encode())
    assert len(store.units) == len(edition.terms)
    by_id = {f"t-{t.id}": t for t in edition.terms}
    for unit in store.units:
        term = by_id[unit.xmlelement.get("id")]
        assert (unit.source, unit.target) == (term.zh, term.en)
        terms = {e.text for e in unit.xmlelement.iter("{*}term")}
        assert terms == {term.zh, term.en, *term.zh_variants, *term.en_variants}


def test_csv_rows(files: dict[str, str], edition: Edition) -> None:
    text = files["glossary.csv"]
    assert text.startswith("\ufeff"), "or a spreadsheet takes UTF-8 for something else"
    rows = list(csv.DictReader(io.StringIO(text[1:])))
    assert tuple(rows[0]) == COLUMNS
    assert [r["zh"] for r in rows] == [t.zh for t in edition.terms]
    first = edition.occurrences[rows[0]["id"]][0]
    assert rows[0]["paragraphs"].split(" | ")[0] == f"{first.report}/{first.segment}"


def test_json_has_every_field_and_place(files: dict[str, str], edition: Edition) -> None:
    data = json.loads(files["glossary.json"])
    assert len(data["terms"]) == len(edition.terms)
    for entry in data["terms"]:
        places = edition.occurrences[entry["id"]]
        assert [p["sentence"] for p in entry["occurrences"]] == [o.span.sentence for o in places]
        assert entry["status"] in data["vocabulary"]["statuses"]


def test_skos_is_read_by_rdflib(files: dict[str, str], edition: Edition) -> None:
    graph = Graph().parse(data=files["glossary.jsonld"], format="json-ld")
    scheme = Namespace(f"{ADDRESS}zh/glossary/#")
    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == len(edition.terms)
    assert len(set(graph.subjects(RDF.type, SKOS.ConceptScheme))) == 1
    for term in edition.terms:
        labels = {(o.language, str(o)) for o in graph.objects(scheme[term.id], SKOS.prefLabel)}
        assert labels == {("zh-hans", term.zh), ("en", term.en)} or labels == {("zh-Hans", term.zh), ("en", term.en)}
    pairs = set(graph.subject_objects(SKOS.related))
    assert all((b, a) in pairs for a, b in pairs), "skos:related is symmetric"
    members = set(graph.objects(None, SKOS.member))
    assert len(members) == len(edition.terms), "every concept is in a collection"


def test_downloads_page_links_every_file(served: tuple[Path, str], edition: Edition) -> None:
    folder, _ = served
    for language in ("zh", "en"):
        page = (folder / language / "downloads" / "index.html").read_text("utf-8")
        links = set(re.findall(r'href="([^"]+)" download', page))
        books = 2 * len(edition.reports)  # a PDF and an EPUB of each
        assert len(links) == len(exports(edition, WORDS)) + books
        assert all((folder / language / "downloads" / link).resolve().is_file() for link in links)
