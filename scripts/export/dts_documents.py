"""What the document endpoint answers: a text as TEI, whole or one citable unit of it.

A fragment is wrapped in dts:wrapper, as DTS 1.0 has it, under a short header that says what
it is from. References into the edition's whole TEI file name that file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from scripts.export.dts import languages, site_from
from scripts.export.dts_tree import cite_tree
from scripts.export.tei_elements import TEI, TONGUES, XML, tei_document
from scripts.export.tei_header import header_element, short_header
from scripts.export.tei_text import tei_id, text_element
from scripts.model.edition import Edition, Report

WRAPPER = {"xmlns:dts": "https://w3id.org/api/dts#"}
POINTING = ("corresp", "ana")


def dts_documents(edition: Edition, address: str = "") -> Iterator[tuple[str, str]]:
    """path -> TEI of every text and of every citable unit in it."""
    for report in edition.reports:
        for language in languages(report):
            text, endpoint = text_element(report, language), f"dts/document/{report.id}-{language}/ref"
            yield f"{endpoint}.xml", _whole(report, edition, text, site_from(endpoint, address), address)
            found = _parts(text)
            for unit in cite_tree(report).units:
                path = f"{endpoint}/{unit.id}.xml"
                page = f"{address}{report.id}/{unit.id}/" if address and unit.segment.numbered else ""
                parts = found.get(unit.id) or found.get(tei_id(unit.id, language), [])
                yield path, _fragment(report, edition, parts, language, site_from(path, address), page)


def _root(header: Element) -> Element:
    root = Element("TEI", {"xmlns": TEI, f"{XML}lang": TONGUES["en"]})
    root.append(header)
    return root


def _whole(report: Report, edition: Edition, text: Element, site: str, address: str) -> str:
    root = _root(header_element(report, edition, address))
    root.append(_elsewhere(text, report, site))
    return tei_document(root)


def _fragment(
    report: Report, edition: Edition, parts: list[Element], language: str, site: str, page: str
) -> str:
    root = _root(short_header(report, edition, page))
    body = SubElement(SubElement(root, "text", {f"{XML}lang": TONGUES[language]}), "body")
    wrapper = SubElement(body, "dts:wrapper", WRAPPER)
    wrapper.extend(_elsewhere(part, report, site) for part in parts)
    return tei_document(root)


def _parts(text: Element) -> Mapping[str, list[Element]]:
    """The elements of each unit: all divisions that bear its heading's id, or by xml:id the one of that."""
    divisions: dict[str, list[Element]] = {}
    others: dict[str, list[Element]] = {}
    for element in text.iter():
        if element.tag == "div":
            divisions.setdefault(element.get("n", ""), []).append(element)
        elif id := element.get(f"{XML}id"):
            others.setdefault(id, [element])
    return others | divisions


def _elsewhere(element: Element, report: Report, site: str) -> Element:
    """A copy whose references to other parts of the edition name the file that these are in."""
    copied = deepcopy(element)
    whole = f"{site}{report.id}/{report.id}.tei.xml#"
    for part in copied.iter():
        for name in POINTING:
            if name in part.attrib:
                part.set(name, part.attrib[name].replace("#", whole))
    return copied
