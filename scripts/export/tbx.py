"""The glossary as a termbase: TBX-Basic in the form of ISO 30042:2008, which CAT tools read."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from scripts.export.tmx import EN, LANG, ZH
from scripts.export.xml import document
from scripts.model.annotation import Term
from scripts.model.edition import Edition

PREFERRED, ADMITTED = "preferredTerm-admn-sts", "admittedTerm-admn-sts"


def tbx(edition: Edition, title: str) -> str:
    """Every term with its variants, definition, subject field and sources in both languages."""
    root = Element("martif", {"type": "TBX-Basic", LANG: EN})
    header = SubElement(root, "martifHeader")
    file = SubElement(header, "fileDesc")
    SubElement(SubElement(file, "titleStmt"), "title").text = title
    SubElement(SubElement(file, "sourceDesc"), "p").text = title
    SubElement(SubElement(header, "encodingDesc"), "p", type="XCSURI").text = "TBXBasicXCSV02.xcs"
    body = SubElement(SubElement(root, "text"), "body")
    for term in edition.terms:
        _entry(body, term, edition)
    return document(root, '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">')


def _entry(body: Element, term: Term, edition: Edition) -> None:
    entry = SubElement(body, "termEntry", id=f"t-{term.id}")
    SubElement(entry, "descrip", type="subjectField").text = edition.label("categories", term.category, "en")
    for source in term.sources:
        parts = (source.title, source.publisher, source.number, source.date, source.url)
        SubElement(entry, "admin", type="source").text = ", ".join(p for p in parts if p)
    _language(entry, ZH, term.zh, term.zh_variants, term.gloss.zh)
    _language(entry, EN, term.en, term.en_variants, term.gloss.en)


def _language(entry: Element, code: str, lemma: str, variants: Iterable[str], gloss: str) -> None:
    language = SubElement(entry, "langSet", {LANG: code})
    SubElement(language, "descrip", type="definition").text = gloss
    for form in (lemma, *variants):
        group = SubElement(language, "tig")
        SubElement(group, "term").text = form
        standing = PREFERRED if form == lemma else ADMITTED
        SubElement(group, "termNote", type="administrativeStatus").text = standing
