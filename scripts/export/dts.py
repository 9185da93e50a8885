"""A static Distributed Text Services 1.0 entry (dtsapi.org/versions/v1.0), conformance level 0.

Every valid call is a file: the URI templates (RFC 6570) expand to its path, and an absent
parameter leaves its place empty. A report is a collection of its texts, one a language. The
citation tree ends with the paragraph: a unit must answer every call, and some ten files a
sentence would be more than they are worth; inside a paragraph each <s> carries its id.
With no address known, every reference is relative to the response in which it stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scripts.export.data import LICENCE
from scripts.export.dts_tree import CiteTree, Unit, cite_tree
from scripts.export.tei_elements import TONGUES
from scripts.model.annotation import Bilingual
from scripts.model.edition import LANGUAGES, Edition, Report

CONTEXT = "https://dtsapi.org/context/v1.0.json"
ENTRY = "dts/entry.json"
ROOT = "reports"
Json = dict[str, Any]
Catalogue = dict[str, "Item"]


@dataclass(frozen=True, slots=True)
class Item:
    """A collection, or with `language` a text that can be read."""

    id: str
    title: Bilingual
    parents: tuple[str, ...]
    children: tuple[str, ...]
    report: Report | None = None
    language: str = ""


def catalogue(edition: Edition, title: Bilingual) -> Catalogue:
    """Everything the collection endpoint tells of, by id; the first is the root."""
    items = [Item(ROOT, title, (), tuple(report.id for report in edition.reports))]
    for report in edition.reports:
        texts = {language: f"{report.id}-{language}" for language in languages(report)}
        items.append(Item(report.id, report.card.title, (ROOT,), tuple(texts.values()), report))
        for language, id in texts.items():
            items.append(Item(id, report.card.title, (report.id,), (), report, language))
    return {item.id: item for item in items}


def languages(report: Report) -> tuple[str, ...]:
    """The languages a report can be read in."""
    return LANGUAGES if report.translation.path else ("zh",)


def site_from(path: str, address: str) -> str:
    """The site's root as a response at `path` refers to it."""
    return address or "../" * path.count("/")


def entry_point(address: str = "") -> str:
    """The entry: where the three endpoints are."""
    here = site_from(ENTRY, address) + "dts/"
    return _response({
        "@id": f"{here}entry.json", "@type": "EntryPoint",
        "collection": f"{here}collection{{/id,nav}}.json",
        "navigation": f"{here}navigation{{/resource}}/down{{/down}}/ref{{/ref}}.json",
        "document": f"{here}document{{/resource}}/ref{{/ref}}.xml",
    })  # fmt: skip


def dts_responses(edition: Edition, title: Bilingual, address: str = "") -> Iterator[tuple[str, str]]:
    """path -> JSON of every collection and navigation response. `title` names the root collection."""
    items = catalogue(edition, title)
    for id in ("", *items):
        item = items[id or ROOT]
        for nav in ("", "children", "parents"):
            path = "/".join(("dts/collection", *filter(None, (id, nav)))) + ".json"
            site = site_from(path, address)
            shown = item.parents if nav == "parents" else item.children
            members = [_described(items[other], site) for other in shown]
            listed = {"member": members} if members or nav or not item.language else {}
            yield path, _response(_described(item, site) | listed)
    for item in items.values():
        if item.language and item.report:
            yield from _navigation(item, cite_tree(item.report), address)


def _response(body: Json) -> str:
    return json.dumps({"@context": CONTEXT, "dtsVersion": "1.0", **body}, ensure_ascii=False) + "\n"


def _described(item: Item, site: str) -> Json:
    """A collection or text with its metadata and its own endpoints."""
    metadata: Json = {"title": _both(item.title), "license": LICENCE["path"]}
    known: Json = {}
    if item.report:
        card = item.report.card
        tongues = [item.language] if item.language else languages(item.report)
        metadata |= {"creator": _both(card.body), "date": card.date,
                     "language": [TONGUES[language] for language in tongues]}  # fmt: skip
        known["description"] = card.description.of(item.language or "en")
    if item.report and item.language:
        known |= _readable(item, site)
        known["download"] = f"{site}{item.report.id}/{item.report.id}.tei.xml"
        known["mediaTypes"] = ["application/tei+xml"]
    return {
        "@id": item.id, "@type": "Resource" if item.language else "Collection",
        "title": item.title.of(item.language or "en"),
        "totalParents": len(item.parents), "totalChildren": len(item.children),
        "collection": _collection(item, site), "dublinCore": metadata, **known,
    }  # fmt: skip


def _both(text: Bilingual) -> list[Json]:
    return [{"lang": tongue, "value": text.of(language)} for language, tongue in TONGUES.items()]


def _collection(item: Item, site: str) -> str:
    return f"{site}dts/collection/{item.id}{{/nav}}.json"


def _readable(item: Item, site: str) -> Json:
    assert item.report  # a text always has its report
    return {
        "navigation": f"{site}dts/navigation/{item.id}/down{{/down}}/ref{{/ref}}.json",
        "document": f"{site}dts/document/{item.id}/ref{{/ref}}.xml",
        "citationTrees": [{"@type": "CitationTree", "citeStructure": cite_tree(item.report).structure}],
    }


def _navigation(item: Item, tree: CiteTree, address: str) -> Iterator[tuple[str, str]]:
    """Every call that the specification calls valid, `down` as far as the tree goes."""
    deepest = max((unit.level for unit in tree.units), default=0)
    for down in (*range(1, deepest + 1), -1):
        members = [u for u in tree.units if down < 0 or u.level <= down]
        yield _navigated(item, f"down/{down}/ref", address, None, members)
    for unit in tree.units:
        yield _navigated(item, f"down/ref/{unit.id}", address, unit, None)
        yield _navigated(item, f"down/0/ref/{unit.id}", address, unit, tree.children[unit.parent])
        for down in (*range(1, max(1, deepest - unit.level) + 1), -1):
            yield _navigated(item, f"down/{down}/ref/{unit.id}", address, unit, tree.below(unit, down))


def _navigated(
    item: Item, call: str, address: str, unit: Unit | None, members: list[Unit] | None
) -> tuple[str, str]:
    path = f"dts/navigation/{item.id}/{call}.json"
    site = site_from(path, address)
    resource = {"@id": item.id, "@type": "Resource", "collection": _collection(item, site)}
    body: Json = {"@id": site + path, "@type": "Navigation", "resource": resource | _readable(item, site)}
    if unit:
        body["ref"] = _unit(unit, item)
    if members is not None:
        body["member"] = [_unit(member, item) for member in members]
    return path, _response(body)


def _unit(unit: Unit, item: Item) -> Json:
    """A unit; one with a heading bears it as its title."""
    told: Json = {
        "identifier": unit.id, "@type": "CitableUnit", "level": unit.level,
        "parent": unit.parent or None, "citeType": unit.cite_type,
    }  # fmt: skip
    if item.report and unit.cite_type != "paragraph":
        said = item.report.said(unit.segment, item.language)
        told["dublinCore"] = {"title": [{"lang": TONGUES[item.language], "value": said}]}
    return told
