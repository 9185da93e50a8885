"""A report of the edition as one TEI P5 document: header, annotations, and both texts aligned."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from scripts.export.tei_elements import TEI, XML, tei_document
from scripts.export.tei_header import header_element
from scripts.export.tei_standoff import standoff_element
from scripts.export.tei_text import text_element
from scripts.model.edition import Edition, Report


def tei(report: Report, edition: Edition, address: str = "") -> str:
    """The whole report, valid against tei_all. `address` is the site's, or empty.

    The Chinese <text> comes first in its <group>; a report with no translation has one <text>.
    """
    root = Element("TEI", {"xmlns": TEI, f"{XML}lang": "en-GB"})
    root.append(header_element(report, edition, address))
    standoff = standoff_element(report, edition)
    if standoff is not None:
        root.append(standoff)
    if not report.translation.path:
        root.append(text_element(report, "zh"))
    else:
        group = SubElement(SubElement(root, "text"), "group")
        group.extend(text_element(report, language) for language in ("zh", "en"))
    return tei_document(root)
