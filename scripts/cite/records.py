"""Records for reference managers, as templates: biblatex, RIS and CSL-JSON.

biblatex, not the older BibTeX: date, urldate, langid, origtitle and pagination are its fields, and
the file is UTF-8. RIS lines end in CR LF. CSL-JSON is that of citation-style-language 1.0.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# A locator in words, for the note field of a record.
LOCATORS: Mapping[str, Mapping[str, str]] = {
    "zh": {"report": "", "paragraph": "第{number}段", "sentence": "第{number}段第{sentence}句"},
    "en": {"report": "", "paragraph": "para. {number}", "sentence": "para. {number}, sentence {sentence}"},
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {"lang": "zh-CN", "langid": "chinese", "genre": "政府工作报告", "unofficial": ""},
    "en": {"lang": "en-GB", "langid": "british", "genre": "government work report",
           "unofficial": "unofficial translation"},
}  # fmt: skip
REPORTS = ("report", "paragraph", "sentence")


def biblatex(language: str) -> dict[str, str]:
    """A template of each kind of place. What TeX would read is escaped in the values named _bib."""
    words, english = WORDS[language], language == "en"
    common = ["url = {{url}}", "urldate = {{accessed}}", f"langid = {{{words['langid']}}}"]
    forms = {}
    for kind in REPORTS:
        exact = LOCATORS[language][kind] if kind == "sentence" else ""
        note = _joined(exact, words["unofficial"])
        fields = ["author = {{author_bib}}", "title = {{title_bib}}"]
        fields += ["origtitle = {{original_bib}}", "origlanguage = {chinese}"] if english else []
        fields += [f"type = {{{words['genre']}}}", "institution = {{body_bib}}", "date = {{date}}",
                   "version = {{version}}"]  # fmt: skip
        if kind != "report":
            fields += ["pages = {{number}}", "bookpagination = {paragraph}"]
        fields += ["pagination = {paragraph}", *([f"note = {{{note}}}"] if note else []), *common]
        forms[kind] = _entry("report", fields)
    head = ["author = {{{editors_bib}}}"]
    tail = ["version = {{version}}", "date = {{released}}", *common]
    forms["figure"] = _entry("dataset", [*head, "title = {{what_bib}}", "publisher = {{site_bib}}", *tail])
    forms["term"] = _entry("inreference", [*head, "title = {{what_bib}}", "booktitle = {{site_bib}}", *tail])
    forms["edition"] = _entry("online", [*head, "title = {{site_bib}}", *tail])
    return forms


def _entry(kind: str, fields: list[str]) -> str:
    lines = "".join(f"  {field},\n" for field in fields)
    return f"@{kind}{{{{key}},\n{lines}}}\n"


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def ris(language: str) -> dict[str, str]:
    """A template of each kind of place."""
    words = WORDS[language]
    end = [("LA", words["lang"]), ("UR", "{url}"), ("Y2", "{accessed_ris}"), ("ER", "")]
    edition = [("AU", "{editors_ris}"), ("PY", "{released_year}"), ("DA", "{released_ris}")]
    edition += [("ET", "{version}")]
    forms = {}
    for kind in REPORTS:
        lines = [("TY", "RPRT"), ("AU", "{comma}"), ("TI", "{title}")]
        lines += [("PY", "{date_year}"), ("DA", "{date_ris}"), ("PB", "{body}"), ("ET", "{version}")]
        lines += [("M3", words["genre"])]
        lines += [("SP", LOCATORS[language][kind])] if kind != "report" else []
        lines += [("N1", note)] if (note := words["unofficial"]) else []
        forms[kind] = _lines([*lines, *end])
    forms["figure"] = _lines([("TY", "DATA"), ("TI", "{what}"), ("PB", "{site}"), *edition, *end])
    forms["term"] = _lines([("TY", "DICT"), ("TI", "{what}"), ("T2", "{site}"), *edition, *end])
    forms["edition"] = _lines([("TY", "ELEC"), ("TI", "{site}"), *edition, *end])
    return forms


def _lines(pairs: list[tuple[str, str]]) -> str:
    return "".join(f"{tag}  - {value}\r\n" for tag, value in pairs)


def csl(language: str, date: list[list[int]] | None, released: list[list[int]]) -> dict[str, Any]:
    """An object of each kind of place; `date` is the report's, `released` the edition's."""
    words = WORDS[language]
    end = {"URL": "{url}", "version": "{version}", "language": words["lang"]}
    forms: dict[str, Any] = {}
    for kind in REPORTS if date else ():
        note = _joined(LOCATORS[language][kind], words["unofficial"])
        forms[kind] = {
            "id": "{key}", "type": "report", "author": [_person(language)], "title": "{title}",
            **({"original-title": "{original}"} if language == "en" else {}), "genre": words["genre"],
            "publisher": "{body}", "issued": {"date-parts": date},
            **end, **({"note": note} if note else {}),
        }  # fmt: skip
    head = {"id": "{key}", "author": [{"literal": "{editors}"}]}
    tail = {"issued": {"date-parts": released}, **end}
    head_of = {**head, "title": "{what}"}
    forms["figure"] = {**head_of, "type": "dataset", "publisher": "{site}", **tail}
    forms["term"] = {**head_of, "type": "entry-dictionary", "container-title": "{site}", **tail}
    forms["edition"] = {**head, "type": "webpage", "title": "{site}", **tail}
    return forms


def _person(language: str) -> dict[str, str]:
    return {"literal": "{author}"} if language == "zh" else {"family": "{family}", "given": "{given}"}
