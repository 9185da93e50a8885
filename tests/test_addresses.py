"""Every address of the site leads somewhere, wherever it stands: in pages, metadata, data files and books.

tests/test_site.py follows the links that readers click; here are those that programs follow.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pikepdf
import pytest
from lxml import etree

from scripts.export.sources import citings
from scripts.model.edition import Edition

Served = tuple[Path, str]
TEXTS = (".html", ".xml", ".json", ".jsonld", ".txt", ".md", ".csv", ".tmx", ".tbx", ".js", ".css")
ID = re.compile(r"""\sid=(?:"([^"]+)"|'([^']+)'|([^\s>"']+))""")
# Where an address ends in running text; a template's hole is no address.
END = r"[^\s\"'<>|\\,;，。；、）)\]}]*"
LOADING = {"link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src", "form": "action"}


class References(HTMLParser):
    """What a page refers to besides its links: (what, address)."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {k: v or "" for k, v in attrs}
        if tag in LOADING and given.get(LOADING[tag]):
            rel = given.get("rel", "")
            self.found.append((f"{tag} {rel}".strip(), given[LOADING[tag]]))
        if tag == "meta" and re.search(r"(?:image|url|_pdf|_html)$", given.get("property", given.get("name", ""))):
            self.found.append((given.get("property", given.get("name", "")), given.get("content", "")))
        for key, value in given.items():
            if key.startswith("data-") and re.fullmatch(r"[\w./-]+\.(?:json|js|txt|md)", value):
                self.found.append((key, value))


class Site:
    """A built site, and whether an address of it leads somewhere."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        self.ids: dict[Path, frozenset[str]] = {}

    def leads(self, url: str) -> bool:
        """Whether there is a file at an absolute address of the site, with the id that it names."""
        parts = urlsplit(url)
        below = unquote(parts.path).removeprefix(urlsplit(self.address).path)
        path = self.folder / below
        path = path / "index.html" if path.is_dir() else path
        return path.is_file() and (not parts.fragment or path.suffix != ".html" or self._has(path, parts.fragment))

    def _has(self, path: Path, fragment: str) -> bool:
        if path not in self.ids:
            found = ID.findall(path.read_text("utf-8"))
            self.ids[path] = frozenset(a or b or c for a, b, c in found)
        return unquote(fragment) in self.ids[path]

    def of(self, path: Path) -> str:
        return self.address + path.relative_to(self.folder).as_posix()

    def texts(self) -> Iterator[tuple[Path, str]]:
        for path in sorted(self.folder.rglob("*")):
            if path.suffix in TEXTS and path.is_file():
                yield path, path.read_text("utf-8")


@pytest.fixture(scope="module")
def site(served: Served) -> Site:
    return Site(*served)


def test_every_address_written_anywhere_leads_somewhere(site: Site) -> None:
    """In data files, records, sitemaps, feeds of metadata: all text of the site is searched for its address."""
    absolute = re.compile(re.escape(site.address) + END)
    broken, count = set(), 0
    for path, written in site.texts():
        text = unescape(written) if path.suffix == ".html" else written
        for url in {u.rstrip(".:") for u in absolute.findall(text) if "{" not in u}:
            count += 1
            if not site.leads(url):
                broken.add(f"{path.relative_to(site.folder)}: {url}")
    assert sorted(broken) == [] and count > 5000


def test_every_reference_of_a_page_leads_somewhere(site: Site) -> None:
    """Alternates, canonical addresses, pictures to share, styles, scripts, and data that scripts ask for."""
    broken, kinds = [], set()
    for path, text in site.texts():
        if path.suffix != ".html" or path.name == "404.html":
            continue
        for what, value in References(text).found:
            url = urljoin(site.of(path), value)
            kinds.add(what)
            if url.startswith("data:") or (what.startswith("link") and not url.startswith(site.address)):
                continue
            if not url.startswith(site.address) or not site.leads(url):
                broken.append(f"{path.relative_to(site.folder)}: {what}: {value}")
    assert broken == []
    assert {"link alternate", "link canonical", "link stylesheet", "script", "og:image", "og:url"} <= kinds


def test_what_the_text_service_leads_to_is_there(site: Site) -> None:
    """Each member of a collection, each unit of a navigation, in the place that the entry's forms give."""
    entry = json.loads((site.folder / "dts/entry.json").read_text("utf-8"))
    assert {"collection", "navigation", "document"} <= set(entry)
    for path in sorted((site.folder / "dts/navigation").rglob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        resource = path.relative_to(site.folder / "dts/navigation").parts[0]
        for unit in told.get("member", []):
            assert (site.folder / f"dts/document/{resource}/ref/{unit['identifier']}.xml").is_file(), unit
    for path in sorted((site.folder / "dts/collection").rglob("*.json")):
        for member in json.loads(path.read_text("utf-8")).get("member", []):
            assert (site.folder / f"dts/collection/{member['@id'].rsplit('/', 1)[-1]}.json").is_file(), member


def test_books_lead_to_the_site_and_to_sources(site: Site, edition: Edition) -> None:
    """What a PDF or an EPUB links to outside itself is an address of the site or one of a source."""
    known = {c.source.url for c in citings(edition)}
    for report in edition.reports:
        book = site.folder / report.id / f"{report.id}.pdf"
        found = {*_of_pdf(book), *_of_epub(book.with_suffix(".epub"))}
        assert any(url.startswith(site.address) for url in found) and known & found
        lost = [url for url in found - known if not (url.startswith(site.address) and site.leads(url))]
        assert [u for u in lost if not u.startswith("https://creativecommons.org/licenses/")] == []


def _of_pdf(path: Path) -> Iterator[str]:
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            for annotation in page.get("/Annots", []):
                action = annotation.get("/A")
                if action is not None and action.get("/S") == "/URI":
                    yield str(action.URI)


def _of_epub(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as opened:
        names = set(opened.namelist())
        for name in sorted(n for n in names if n.endswith((".xhtml", ".opf", ".svg"))):
            for element in etree.fromstring(opened.read(name)).iter(etree.Element):
                for key in ("href", "src", "{http://www.w3.org/1999/xlink}href"):
                    value = element.get(key, "")
                    if value.startswith(("http://", "https://")):
                        yield value
                    elif value and not value.startswith("#"):
                        inside = urlsplit(urljoin(f"/{name}", value)).path.lstrip("/")
                        assert unquote(inside) in names, f"{name}: {value}"
