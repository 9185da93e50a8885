"""The teiHeader of a report: what the text is, who made the edition, and how it was encoded."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from scripts.export.data import LICENCE
from scripts.export.tei_elements import PINYIN, TONGUES, add, add_both, add_date, add_prose, add_source
from scripts.model.annotation import Bilingual
from scripts.model.edition import Edition, Report
from scripts.model.imprint import Imprint

NO_IMPRINT = Imprint(Bilingual("", ""), Bilingual("", ""), "", "")
LANGUAGES = {"zh": "Chinese, simplified", "en": "English, British spelling", PINYIN: "Chinese in pinyin"}
KINDS = {
    "lead": Bilingual("导语", "Opening line of a news item, not part of the speech"),
    "salutation": Bilingual("称呼", "Words addressed to the deputies"),
    "entry": Bilingual("条目", "Entry of a list"),
}
SEGMENTATION = Bilingual(
    "全篇按段编号（p1起，标题不计），段内按句编号（p57-s2）。编号一经写定不再更改。段间的空白只是来源的排版，这里不录；"
    "zh.yml 记有每处空白，可据以还原来源全文。",
    "Paragraphs are numbered through the whole report, headings not counted (p1 onwards), and sentences "
    "within their paragraph (p57-s2). An id once given never changes. White space between paragraphs is "
    "an accident of the source and is not kept here; zh.yml records it, so that the source can be rebuilt.",
)
CORRECTION = Bilingual(
    "原文一字未改，标点照来源；存疑之处另加编者按。",
    "The text is unaltered, punctuation included; what looks odd is told in editors’ notes.",
)
ALIGNMENT = Bilingual(
    "译文由本版所作，非官方译本，逐句对应：每句的 corresp 指向另一种语言的对应句，几句合译时指向其中每一句。",
    "The translation is the edition’s own and unofficial. It is aligned sentence by sentence: @corresp names "
    "the counterpart in the other language, or each of them where sentences are translated together.",
)
POINTING = Bilingual(
    "注释与正文分列于 standOff；target 用 string-range(句号,起点,长度) 指明所注的字，从句首起算，以字符计。",
    "Annotations stand apart from the text, in standOff. A target string-range(sentence,offset,length) "
    "says on which characters of the sentence it hangs, counted from its start.",
)


def header_element(report: Report, edition: Edition, address: str) -> Element:
    """A complete header for one report of the edition; `address` is the site's, or empty."""
    imprint = edition.imprint or NO_IMPRINT
    root = Element("teiHeader")
    file = SubElement(root, "fileDesc")
    _title(file, report, imprint)
    edited = SubElement(file, "editionStmt")
    add(edited, "edition", f"{imprint.title.en} {imprint.version}".strip(), n=imprint.version)
    _publication(file, imprint, f"{address}{report.id}/{report.id}.tei.xml" if address else "")
    _source(file, report)
    _encoding(root, report, edition)
    _profile(root, report)
    _revisions(root, report, imprint)
    return root


def short_header(report: Report, edition: Edition, page: str) -> Element:
    """The header of a fragment: title, source and licence; `page` is its permanent address, or empty."""
    root = Element("teiHeader")
    file = SubElement(root, "fileDesc")
    _title(file, report, edition.imprint or NO_IMPRINT)
    _publication(file, edition.imprint or NO_IMPRINT, page)
    described = SubElement(SubElement(file, "sourceDesc"), "bibl")
    add(described, "title", report.card.title.zh, "zh")
    add_date(described, report.card.date)
    return root


def _title(file: Element, report: Report, imprint: Imprint) -> None:
    stated = SubElement(file, "titleStmt")
    add_both(stated, "title", report.card.title)
    add_both(stated, "author", report.card.body)
    add_both(stated, "editor", imprint.editors)


def _publication(file: Element, imprint: Imprint, uri: str) -> None:
    """Who publishes it, where, when, and under which licence."""
    stated = SubElement(file, "publicationStmt")
    add_both(stated, "publisher", imprint.editors)
    if imprint.released:
        add_date(stated, imprint.released)
    if uri:
        add(stated, "idno", uri, type="URI")
    licence = add(SubElement(stated, "availability", status="free"), "licence", target=LICENCE["path"])
    licence.text = f"{LICENCE['title']}: notes and translation. The report itself is a government document."


def _source(file: Element, report: Report) -> None:
    card = report.card
    described = SubElement(file, "sourceDesc")
    bibl = SubElement(described, "bibl")
    add_both(bibl, "title", card.title)
    add_both(bibl, "author", card.body)
    add_date(bibl, card.date)
    add(bibl, "idno", card.sha256, type="sha256")
    add_prose(bibl, "note", card.origin, type="origin")
    for source in card.sources:
        add_source(described, source)


def _encoding(root: Element, report: Report, edition: Edition) -> None:
    encoding = SubElement(root, "encodingDesc")
    declared = SubElement(encoding, "editorialDecl")
    add_both(SubElement(declared, "segmentation"), "p", SEGMENTATION)
    add_both(SubElement(declared, "correction"), "p", CORRECTION)
    for statement in (ALIGNMENT, POINTING):
        add_both(declared, "p", statement)
    for language in TONGUES if report.translation.path else ("zh",):
        references = SubElement(encoding, "refsDecl", n=language)
        within = f"//text[@xml:id='text-{language}']//"
        for unit, match in (("division", "div"), ("paragraph", "p"), ("sentence", "s")):
            SubElement(references, "citeStructure", unit=unit, match=within + match,
                       use="@n" if match == "div" else "@xml:id")  # fmt: skip
    _taxonomies(encoding, edition)


def _taxonomies(encoding: Element, edition: Edition) -> None:
    """The vocabularies of the edition, for @ana to point at."""
    classes = SubElement(encoding, "classDecl")
    taxonomy = add(classes, "taxonomy", id="kinds")
    for kind, text in KINDS.items():
        add_both(add(taxonomy, "category", id=f"kind-{kind}"), "catDesc", text)
    for name, words in edition.vocabulary.items():
        taxonomy = add(classes, "taxonomy", id=name)
        for label in words.values():
            category = add(taxonomy, "category", id=f"{name}-{label.id}")
            add_both(category, "catDesc", Bilingual(label.zh, label.en))


def _profile(root: Element, report: Report) -> None:
    card = report.card
    profile = SubElement(root, "profileDesc")
    created = SubElement(profile, "creation")
    add_date(created, card.date)
    used = SubElement(profile, "langUsage")
    for language, name in LANGUAGES.items():
        add(used, "language", name, "en", ident=TONGUES.get(language, language))
    speaker = add(SubElement(SubElement(profile, "particDesc"), "listPerson"), "person", id="speaker")
    add_both(speaker, "persName", card.speaker)
    add_both(speaker, "occupation", card.role)
    setting = SubElement(SubElement(profile, "settingDesc"), "setting", who="#speaker")
    if card.place:
        add_both(setting, "name", card.place, type="place")
    add_date(setting, card.date)
    add_both(setting, "activity", card.occasion)


def _revisions(root: Element, report: Report, imprint: Imprint) -> None:
    """The release, and each correction of a published text, newest first."""
    revised = SubElement(root, "revisionDesc")
    add(revised, "change", f"Version {imprint.version}".strip(), when=imprint.released)
    live = {segment.id for segment in report.text.segments if segment.kind != "removed"}
    for erratum in sorted(report.errata, key=lambda e: e.date, reverse=True):
        target = f"#{erratum.id}" if erratum.id in {*live, *report.segment_of} else ""
        change = add(revised, "change", f"{erratum.was} → {erratum.now} ", when=erratum.date, target=target)
        add_both(change, "note", erratum.reason)
