"""TEI elements: made, filled with bilingual statements, and set out without touching mixed content."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from scripts.export.xml import DECLARATION
from scripts.join.markup import to_html
from scripts.model.annotation import Bilingual, Source

TEI = "http://www.tei-c.org/ns/1.0"
XML = "{http://www.w3.org/XML/1998/namespace}"
TONGUES: Mapping[str, str] = {"zh": "zh-Hans", "en": "en-GB"}
PINYIN = "zh-Latn-pinyin"
# These hold elements only, so white space between their children says nothing.
BLOCKS = frozenset({
    "TEI", "teiHeader", "fileDesc", "titleStmt", "editionStmt", "publicationStmt", "sourceDesc",
    "availability", "encodingDesc", "editorialDecl", "segmentation", "correction", "refsDecl", "classDecl",
    "taxonomy", "category", "profileDesc", "creation", "langUsage", "settingDesc", "setting", "particDesc",
    "revisionDesc", "standOff", "listPerson", "listPlace", "listOrg", "person", "place", "org", "list",
    "listAnnotation", "annotation", "text", "group", "body", "div", "dts:wrapper",
})  # fmt: skip
ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
TAGS = {"em": "emph", "strong": "emph", "br": "lb"}


def add(
    parent: Element, name: str, text: str = "", lang: str = "", id: str = "", **attributes: str
) -> Element:
    """A child element; empty attributes are left out."""
    given = {key: value for key, value in attributes.items() if value}
    if id:
        given[f"{XML}id"] = id
    if lang:
        given[f"{XML}lang"] = TONGUES.get(lang, lang)
    child = SubElement(parent, name, given)
    child.text = text or None
    return child


def add_both(parent: Element, name: str, text: Bilingual, **attributes: str) -> None:
    """The same statement twice, in Chinese and in English, as plain text."""
    for language in TONGUES:
        add(parent, name, text.of(language), language, **attributes)


def add_prose(parent: Element, name: str, text: Bilingual | None, **attributes: str) -> None:
    """An annotation's text in both languages; its emphasis and paragraphs become TEI's."""
    for language in TONGUES if text else ():
        child = add(parent, name, "", language, **attributes)
        _fill(child, text.of(language) if text else "")


def _fill(element: Element, markdown: str) -> None:
    root = fromstring(f"<r>{to_html(markdown).strip().replace('<br>', '<br/>')}</r>")
    for part in root.iter():
        part.tag = TAGS.get(part.tag, part.tag)
    paragraphs = list(root)
    if len(paragraphs) == 1 and paragraphs[0].tag == "p":
        root = paragraphs[0]
    else:
        for paragraph in paragraphs:
            paragraph.tail = None
        root.text = None
    element.text = root.text
    element.extend(root)


def add_date(parent: Element, date: str, **attributes: str) -> Element:
    """A year, month or day of ISO 8601, or two of them with a stroke between; else only in words."""
    start, stroke, end = date.partition("/")
    if not all(ISO_DATE.fullmatch(part) for part in ((start, end) if stroke else (start,))):
        return add(parent, "date", date, **attributes)
    known = {"from": start, "to": end} if stroke else {"when": start}
    return add(parent, "date", date, **known, **attributes)


def plain_text(markdown: str) -> str:
    """An annotation's text without its emphasis."""
    return "".join(fromstring(f"<r>{to_html(markdown).replace('<br>', '<br/>')}</r>").itertext()).strip()


def add_source(parent: Element, source: Source) -> None:
    """A source as a bibliographic citation; its tier as its type."""
    bibl = add(parent, "bibl", type=source.tier)
    add(bibl, "title", source.title)
    add(bibl, "publisher", source.publisher)
    if source.number:
        add(bibl, "idno", source.number)
    if source.date:
        add_date(bibl, source.date)
    if source.url:
        add(bibl, "ptr", target=source.url)
    if source.accessed:
        add_date(bibl, source.accessed, type="accessed")


def tei_document(root: Element) -> str:
    """The text of a TEI document: a line for each block, mixed content to the letter."""
    set_out(root)
    return DECLARATION + tostring(root, encoding="unicode", short_empty_elements=True) + "\n"


def set_out(element: Element) -> None:
    """Put each child of a block on its own line; leave all other elements as they are."""
    if element.tag not in BLOCKS or not len(element):
        return
    element.text = "\n"
    for child in element:
        child.tail = "\n"
        set_out(child)
