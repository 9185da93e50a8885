"""What reference managers and search engines read on a permanent page.

Highwire names (citation_*) and Dublin Core for Zotero's Embedded Metadata, a ContextObject
(COinS, Z39.88-2004) for its COinS translator, which comes first, and schema.org as JSON-LD.
All describe the Chinese text, which is the report; the locator stands where a page would.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from scripts.cite.place import Place
from scripts.model.edition import Report
from scripts.model.imprint import Imprint

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
HANS, ENGLISH = "zh-Hans", "en-GB"


def meta_tags(report: Report, imprint: Imprint, place: Place, url: str) -> list[tuple[str, str]]:
    """name and content of each tag; `url` is the page's, or empty where the site's is not known."""
    card = report.card
    tags = [
        ("citation_title", card.title.zh),
        ("citation_author", card.speaker.zh),
        ("citation_publication_date", card.date.replace("-", "/")),
        ("citation_technical_report_institution", card.body.zh),
        ("citation_language", "zh-CN"),
        ("citation_firstpage", f"第{place.number}段"),
        ("citation_public_url", url),
        ("DC.title", card.title.zh),
        ("DC.creator", card.speaker.zh),
        ("DC.date", card.date),
        ("DC.language", "zh-CN"),
        ("DC.publisher", card.body.zh),
        ("DC.isPartOf", imprint.title.zh),
        ("DC.identifier", url),
    ]
    return [(name, content) for name, content in tags if content]


def context_object(report: Report, imprint: Imprint, place: Place, url: str) -> str:
    """The title attribute of a span of class Z3988. Spaces as %20: not every reader undoes a plus."""
    card = report.card
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:book"),
        ("rft.genre", "report"),
        ("rft.btitle", card.title.zh),
        ("rft.au", card.speaker.zh),
        ("rft.date", card.date),
        ("rft.pages", f"第{place.number}段"),
        ("rft.pub", card.body.zh),
        ("rft.series", imprint.title.zh),
        ("rft.language", "zh-CN"),
        ("rft_id", url),
    ]
    return "&".join(f"{key}={quote(value, safe='')}" for key, value in pairs if value)


def paragraph_ld(report: Report, imprint: Imprint, place: Place, address: str) -> dict[str, Any]:
    """A paragraph as part of the report and of the edition, with its translation (schema.org)."""
    url = f"{address}{report.id}/{place.id}/" if address else ""
    whole = f"{address}zh/{report.id}/" if address else ""
    number = int(place.number) if place.number.isdigit() else place.number
    return _known({
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": url,
        "name": f"{report.card.title.zh} 第{place.number}段",
        "position": number,
        "inLanguage": HANS,
        "isPartOf": [_report(report, whole), _edition(imprint, address)],
        "workTranslation": {
            "@type": "CreativeWork",
            "inLanguage": ENGLISH,
            "translator": {"@type": "Organization", "name": imprint.editors.en},
            "license": LICENCE,
        },
    })  # fmt: skip


def _report(report: Report, url: str) -> dict[str, Any]:
    card = report.card
    speaker = {"name": card.speaker.zh, "alternateName": card.speaker.en, "jobTitle": card.role.zh}
    return _known({
        "@type": "Report",
        "@id": url,
        "name": card.title.zh,
        "alternateName": card.title.en,
        "author": {"@type": "Person", **speaker},
        "publisher": {"@type": "GovernmentOrganization", "name": card.body.zh},
        "datePublished": card.date,
        "inLanguage": HANS,
    })  # fmt: skip


def _edition(imprint: Imprint, url: str) -> dict[str, Any]:
    return _known({
        "@type": ["WebSite", "Dataset"],
        "@id": url,
        "name": imprint.title.zh,
        "alternateName": imprint.title.en,
        "editor": {"@type": "Organization", "name": imprint.editors.zh, "alternateName": imprint.editors.en},
        "version": imprint.version,
        "datePublished": imprint.released,
        "license": LICENCE,
    })  # fmt: skip


def _known(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in ("", None)}


def script_safe(data: Mapping[str, Any]) -> Markup:
    """JSON that cannot end the script element it stands in, nor begin a comment there."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(text)  # nosec: no mark of HTML is left in it
