"""The words a citation is filled with, in one language: what report.yml and CITATION.cff say."""

from __future__ import annotations

from scripts.cite.dates import forms_of
from scripts.model.imprint import Imprint
from scripts.model.report import ReportCard

BIBLATEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%",
    "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
})  # fmt: skip


def edition_values(imprint: Imprint, language: str) -> dict[str, str]:
    """Title, editors, version and date of the edition."""
    site, editors = imprint.title.of(language), imprint.editors.of(language)
    zh, version = language == "zh", imprint.version
    addition = f"注释本{version}版" if zh else f"unofficial translation, annotated edition {version}"
    return {
        "site": site,
        "editors": editors,
        "version": version,
        "addition": f"：{addition}",
        "addition_half": f"：{addition}" if zh else f": {addition}",
        "entry": "：词语注释" if zh else "：glossary entry",
        "entry_half": "：词语注释" if zh else ": glossary entry",
        "version_note": f" version {version}," if version else "",
        "version_bracket": f" (Version {version})" if version else "",
        "site_bib": site.translate(BIBLATEX),
        "editors_bib": editors.translate(BIBLATEX),
        # RIS takes what follows a comma for a given name.
        "editors_ris": editors.replace(",", ""),
        **forms_of("released", imprint.released),
    }


def report_values(id: str, card: ReportCard, language: str) -> dict[str, str]:
    """Author, title, body and date of a report. A pinyin name has the surname first."""
    author, title, body = (text.of(language) for text in (card.speaker, card.title, card.body))
    family, _, given = card.speaker.en.partition(" ")
    zh = language == "zh"
    known = {
        "report": id,
        "author": author,
        "author_zh": card.speaker.zh,
        "family": family,
        "given": given,
        "inverted": f"{family}, {given[:1]}.",
        "capitals": f"{family.upper()} {given}",
        "comma": author if zh else f"{family}, {given}",
        "title": title,
        "original": card.title.zh,
        "body": body,
        **forms_of("date", card.date),
    }
    place = card.place.en if card.place else ""
    escaped = title.translate(BIBLATEX)
    # A style that sets titles in small letters must leave a place its capital.
    guarded = escaped.replace(place, f"{{{place}}}") if place else escaped
    return known | {
        "author_bib": known["comma"].translate(BIBLATEX),
        "title_bib": guarded,
        "original_bib": card.title.zh.translate(BIBLATEX),
        "body_bib": body.translate(BIBLATEX),
    }
