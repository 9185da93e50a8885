"""What reference managers find on a permanent page, by the rules their readers go by, and its weight."""

from __future__ import annotations

import dataclasses
import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from scripts.cite.sheet import Sheets
from scripts.model.edition import Edition
from scripts.publish.workshop import open_workshop
from scripts.render.permanent import permanent_pages

Served = tuple[Path, str]
# What Zotero's Embedded Metadata translator takes from Highwire names.
HIGHWIRE = {
    "citation_title": "title", "citation_publication_date": "date", "citation_language": "language",
    "citation_technical_report_institution": "institution", "citation_public_url": "url",
    "citation_firstpage": "pages",
}  # fmt: skip


class Head(HTMLParser):
    """Meta tags by name, the JSON-LD, ContextObjects, and microdata."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.meta: dict[str, list[str]] = {}
        self.ld: list[str] = []
        self.coins: list[str] = []
        self.items: list[str] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "meta" and "name" in given:
            self.meta.setdefault(given["name"], []).append(given["content"])
        if tag == "span" and given.get("class") == "Z3988":
            self.coins.append(given["title"])
        if "itemtype" in given:
            self.items.append(given["itemtype"])
        self.inside = tag == "script" and given.get("type") == "application/ld+json"
        if self.inside:
            self.ld.append("")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.ld[-1] += data


@pytest.fixture(scope="module")
def page(served: Served) -> str:
    return (served[0] / "kaifeng-2020/p57/index.html").read_text("utf-8")


def embedded(head: Head) -> dict[str, str]:
    """The item that Zotero's translator makes: a report if an institution of reports is named."""
    item = {field: head.meta[name][0] for name, field in HIGHWIRE.items() if name in head.meta}
    item["type"] = "report" if "institution" in item else "journalArticle"
    item["authors"] = ";".join(head.meta.get("citation_author", []))
    return item


def context(title: str) -> dict[str, str]:
    """The item of a ContextObject, as Zotero reads it: a plus or %2B becomes a space."""
    assert "+" not in title and "%2B" not in title
    pairs = dict(parse_qsl(title, keep_blank_values=True))
    assert pairs["ctx_ver"] == "Z39.88-2004"
    assert pairs["rft_val_fmt"] == "info:ofi/fmt:kev:mtx:book"
    return {
        "type": pairs["rft.genre"], "title": pairs["rft.btitle"], "authors": pairs["rft.au"],
        "date": pairs["rft.date"].replace("-", "/"), "pages": pairs["rft.pages"],
        "institution": pairs["rft.pub"], "url": pairs["rft_id"], "language": pairs["rft.language"],
    }  # fmt: skip


def test_zotero_sees_the_report_and_the_paragraph(page: str, served: Served) -> None:
    head = Head(page)
    item = embedded(head)
    assert item == {
        "type": "report", "title": "2020年开封市政府工作报告", "authors": "高建军", "date": "2020/01/16",
        "institution": "开封市人民政府", "language": "zh-CN", "pages": "第57段",
        "url": f"{served[1]}kaifeng-2020/p57/",
    }  # fmt: skip
    # A name that a reader takes by its end must be there once, or the first would win.
    assert all(len(values) == 1 for name, values in head.meta.items() if name.startswith("citation_"))
    assert len(head.coins) == 1  # with two, Zotero would ask which
    assert context(head.coins[0]) == item


def test_dublin_core(page: str) -> None:
    meta = Head(page).meta
    assert meta["DC.title"] == ["2020年开封市政府工作报告"] and meta["DC.date"] == ["2020-01-16"]
    assert meta["DC.isPartOf"] == ["政府工作报告注释本"] and meta["DC.identifier"][0].endswith("/p57/")


def test_schema_org(page: str, served: Served) -> None:
    (text,) = Head(page).ld
    found: dict[str, Any] = json.loads(text)
    report, edition = found["isPartOf"]
    assert found["@context"] == "https://schema.org" and found["position"] == 57
    assert found["@id"] == f"{served[1]}kaifeng-2020/p57/" and found["inLanguage"] == "zh-Hans"
    assert report["@type"] == "Report" and report["datePublished"] == "2020-01-16"
    assert report["author"]["name"] == "高建军" and report["alternateName"].startswith("Report on")
    assert edition["version"] and edition["license"].startswith("https://creativecommons.org/")
    assert found["workTranslation"]["inLanguage"] == "en-GB" and found["workTranslation"]["translator"]


def test_every_permanent_page_has_them(served: Served, edition: Edition) -> None:
    for report in edition.reports:
        for segment in report.paragraphs:
            head = Head((served[0] / report.id / segment.id / "index.html").read_text("utf-8"))
            assert len(head.ld) == len(head.coins) == 1
            assert json.loads(head.ld[0])["@id"] == head.meta["citation_public_url"][0]


def test_where_the_address_is_not_known_none_is_invented(edition: Edition) -> None:
    sheets = Sheets.of(edition, edition.reports[0], "")
    assert sheets
    sheet = sheets.sheet("p57")
    assert "rft_id" not in sheet.coins and "@id" not in sheet.ld and not sheet.known
    assert not any("http" in content for _, content in sheet.tags)


def test_citations_weigh_at_most_two_kilobytes(page: str) -> None:
    """What the citations add to the heaviest part of a page: the whole against itself without them."""
    without = re.sub(r'<meta name="(citation_|DC\.).*\n', "", page)
    without = re.sub(r'<script type="application/ld\+json">.*?</script>', "", without, flags=re.S)
    without = re.sub(
        r'<details class="cite".*?</details>\s*<span class="Z3988".*?</span>', "", without, flags=re.S
    )
    assert len(without) < len(page) - 3000, "nothing was taken out"
    assert len(gzip.compress(page.encode())) - len(gzip.compress(without.encode())) <= 2000


def test_entries_are_defined_terms(served: Served, edition: Edition) -> None:
    for language in ("zh", "en"):
        folder = served[0] / language / "glossary"
        found = [Head(p.read_text("utf-8")).items for p in sorted(folder.glob("*/index.html"))]
        assert sum(i == "https://schema.org/DefinedTerm" for items in found for i in items) == len(
            edition.terms
        )


def test_an_edition_without_an_imprint_has_pages_without_citations(edition: Edition) -> None:
    templates = open_workshop(Path(__file__).resolve().parents[1]).templates
    bare = dataclasses.replace(edition, imprint=None)
    _, text = next(iter(permanent_pages(bare, templates, "")))
    assert "Z3988" not in text and "ld+json" not in text
