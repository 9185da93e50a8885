"""cite.json: the forms of all styles with the words of one report, for the browser to fill in."""

from __future__ import annotations

import json
from typing import Any

from scripts.cite import apa, chicago, gb7714, mla
from scripts.cite.dates import FORMS, parts_of
from scripts.cite.kinds import Style
from scripts.cite.records import biblatex, csl, ris
from scripts.cite.values import edition_values, report_values
from scripts.model.edition import LANGUAGES, Edition, Report
from scripts.model.imprint import Imprint

# id, name, and the forms in Chinese and English.
STYLES: tuple[tuple[str, str, Style, Style], ...] = (
    ("gb7714-2025", "GB/T 7714—2025", gb7714.ZH_2025, gb7714.EN_2025),
    ("gb7714-2015", "GB/T 7714—2015", gb7714.ZH_2015, gb7714.EN_2015),
    ("apa", "APA 7", apa.ZH, apa.EN),
    ("chicago", "Chicago 17", chicago.ZH, chicago.EN),
    ("mla", "MLA 9", mla.ZH, mla.EN),
)
# Kinds that need no report.
OF_EDITION = ("term", "edition")
QUOTATION = {
    "zh": ("“{words}”（{author}：《{title}》{at}，{url}）",
           {"paragraph": "第{number}段", "sentence": "第{number}段第{sentence}句", "report": ""}),
    "en": ("“{words}” ({author}, “{title}”{at}, unofficial translation, {url})",
           {"paragraph": ", para. {number}", "sentence": ", para. {number}, sentence {sentence}",
            "report": ""}),
}  # fmt: skip


def cite_data(imprint: Imprint, address: str, report: Report | None = None) -> dict[str, Any]:
    """The data of one report, or without one of what belongs to the edition alone."""
    kinds = None if report else OF_EDITION
    forms = {id: {"zh": _form(zh, kinds), "en": _form(en, kinds)} for id, _, zh, en in STYLES}
    date = parts_of(report.card.date) if report else None
    released = parts_of(imprint.released)
    records = {
        "bibtex": {language: _chosen(biblatex(language), kinds) for language in LANGUAGES},
        "ris": {language: _chosen(ris(language), kinds) for language in LANGUAGES},
        "csl-json": {language: _chosen(csl(language, date, released), kinds) for language in LANGUAGES},
    }
    return {
        "address": address,
        # From this file to the site, for a browser that must find out the address.
        "root": "../" if report else "./",
        "styles": [{"id": id, "label": label} for id, label, _, _ in STYLES],
        "dates": {suffix: list(form) for suffix, form in FORMS.items()},
        "values": {language: _values(imprint, report, language) for language in LANGUAGES},
        "forms": forms,
        "records": records,
        "quotation": {language: _quoted(language) for language in LANGUAGES} if report else {},
    }


def cite_files(edition: Edition, address: str) -> dict[str, str]:
    """path below the site's root -> cite.json, of each report and of the edition."""
    if edition.imprint is None:
        return {}
    whole = {"cite.json": cite_data(edition.imprint, address)}
    each = {f"{r.id}/cite.json": cite_data(edition.imprint, address, r) for r in edition.reports}
    return {path: json.dumps(data, ensure_ascii=False) + "\n" for path, data in (whole | each).items()}


def _values(imprint: Imprint, report: Report | None, language: str) -> dict[str, str]:
    own = report_values(report.id, report.card, language) if report else {}
    return edition_values(imprint, language) | own


def _form(style: Style, kinds: tuple[str, ...] | None) -> dict[str, dict[str, str]]:
    return {"entry": _chosen(style.kinds(), kinds), "in_text": {} if kinds else style.texts()}


def _chosen(forms: dict[str, Any], kinds: tuple[str, ...] | None) -> dict[str, Any]:
    return forms if kinds is None else {kind: forms[kind] for kind in kinds}


def _quoted(language: str) -> dict[str, str]:
    form, places = QUOTATION[language]
    return {kind: form.replace("{at}", at) for kind, at in places.items()}
