"""The aligned text as translation memory: TMX 1.4, level 1."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from scripts.export.xml import document
from scripts.join.alignment import alignment
from scripts.model.edition import Report
from scripts.model.text import paragraph_address

ZH, EN = "zh-CN", "en-GB"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def tmx(report: Report, address: str = "") -> str:
    """One translation unit an aligned unit: its ids, its status, its address, and both texts."""
    root = Element("tmx", version="1.4")
    SubElement(root, "header", {
        "creationtool": "government-work-reports", "creationtoolversion": "1", "segtype": "sentence",
        "o-tmf": "en.yml", "adminlang": EN, "srclang": ZH, "datatype": "plaintext",
    })  # fmt: skip
    body = SubElement(root, "body")
    for unit in alignment(report):
        entry = SubElement(body, "tu", tuid="+".join(unit.ids))
        SubElement(entry, "prop", type="x-status").text = unit.status
        where = paragraph_address(report.id, report.segment_of[unit.ids[0]].id, unit.ids[0])
        SubElement(entry, "prop", type="x-address").text = address + where
        for language, text in ((ZH, unit.zh), (EN, unit.en)):
            variant = SubElement(entry, "tuv", {LANG: language})
            SubElement(variant, "seg").text = text
    return document(root, '<!DOCTYPE tmx SYSTEM "tmx14.dtd">')
