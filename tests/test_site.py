"""The built site as files: every link resolves, every page says its language, nothing leaks."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from scripts.cli import main
from scripts.model.edition import Edition
from scripts.publish.mkdocs_glue import build_site

Served = tuple[Path, str]


class Page(HTMLParser):
    """Ids, links and loaded resources of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.lang = ""
        self.alternates: dict[str, str] = {}
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {k: v or "" for k, v in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "html":
            self.lang = given.get("lang", "")
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "link" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]
        elif tag == "link" and given.get("rel") in ("stylesheet", "icon"):
            self.loads.append(given["href"])
        if tag in ("script", "img", "iframe", "source") and "src" in given:
            self.loads.append(given["src"])


class Words(HTMLParser):
    """The words of every sentence on a page, by its id; note marks and nothing else left out."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.words: dict[str, str] = {}
        self.inside, self.depth, self.silent = "", 0, 0
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {k: v or "" for k, v in attrs}
        if not self.inside and tag == "span" and "s" in given.get("class", "").split():
            self.inside, self.depth = given.get("id", f"en-{len(self.words)}"), 0
            self.words[self.inside] = ""
        if self.inside:
            self.depth += 1
            if given.get("class") == "note":
                self.silent = self.depth

    def handle_endtag(self, tag: str) -> None:
        if self.inside:
            self.silent = 0 if self.silent == self.depth else self.silent
            self.depth -= 1
            self.inside = self.inside if self.depth else ""

    def handle_data(self, data: str) -> None:
        if self.inside and not self.silent:
            self.words[self.inside] += data


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_has_the_text_to_the_letter(served: Served, edition: Edition, language: str) -> None:
    """Every sentence of the whole-report page, marks and all, is the text: no space more or less."""
    report = edition.reports[0]
    shown = Words(served[0] / language / report.id / "full" / "index.html").words
    wanted = {s.id: report.words(s, language) for segment, s in report.text.sentences()
              if not segment.heading and segment.kind != "title"}  # fmt: skip
    assert {id: words for id, words in shown.items() if id in wanted} == wanted


def test_a_permanent_page_has_both_texts_to_the_letter(served: Served, edition: Edition) -> None:
    report = edition.reports[0]
    for segment in report.paragraphs:
        shown = Words(served[0] / report.id / segment.id / "index.html").words
        zh = {s.id.split("-")[1]: s.text for s in segment.sentences}
        en = {s.id.split("-s")[1]: report.words(s, "en") for s in segment.sentences}
        assert shown == zh | {f"e{n}": words for n, words in en.items()}


@pytest.fixture(scope="session")
def pages(served: Served) -> dict[Path, Page]:
    return {path: Page(path) for path in sorted(served[0].rglob("*.html"))}


def internal(pages: dict[Path, Page], site: Path, address: str) -> Iterator[tuple[Path, str, Path, str]]:
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme and not link.startswith(address):
                continue
            if link.startswith(address):
                target = site / unquote(link[len(address) :].split("#")[0])
            elif parts.path:
                base = path.parent if not parts.path.startswith("/") else site.parent
                target = base / unquote(parts.path.lstrip("/") if parts.path.startswith("/") else parts.path)
            else:
                target = path
            target = target.resolve()
            yield path, link, target / "index.html" if target.is_dir() else target, parts.fragment


def test_every_link_and_anchor_resolves(pages: dict[Path, Page], served: Served) -> None:
    site, address = served
    broken = []
    for path, link, target, fragment in internal(pages, site, address):
        if path.parent.name in ("zh", "en") and path.name == "404.html":
            continue  # served from any depth; the site's own 404 stands at its root
        if not target.exists() or (
            fragment and target.suffix == ".html" and fragment not in pages[target].ids
        ):
            broken.append(f"{path.relative_to(site)}: {link}")
    assert broken == []


def test_ids_are_unique(pages: dict[Path, Page], served: Served) -> None:
    for path, page in pages.items():
        twice = {i for i in page.ids if page.ids.count(i) > 1}
        assert not twice, (path.relative_to(served[0]), twice)


def test_nothing_is_loaded_from_elsewhere(pages: dict[Path, Page], served: Served) -> None:
    for path, page in pages.items():
        for url in page.loads:
            assert not urlsplit(url).netloc or url.startswith(served[1]), (path, url)
    for css in served[0].rglob("*.css"):
        assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", css.read_text("utf-8")), css


def test_languages(pages: dict[Path, Page], served: Served) -> None:
    site, address = served
    for path, page in pages.items():
        part = path.relative_to(site).parts[0]
        assert page.lang == ("en-GB" if part == "en" else "zh-Hans")
        if part in ("zh", "en") and path.name == "index.html":
            where = path.relative_to(site / part).parent.as_posix()
            tail = "" if where == "." else f"{where}/"
            assert page.alternates == {
                "zh-Hans": f"{address}zh/{tail}",
                "en-GB": f"{address}en/{tail}",
                "x-default": f"{address}zh/{tail}",
            }
    slugs = [{p.relative_to(site / x) for p in (site / x).rglob("index.html")} for x in ("zh", "en")]
    assert slugs[0] == slugs[1]


def test_permanent_pages(pages: dict[Path, Page], served: Served) -> None:
    site, address = served
    for n in range(1, 75):
        path = site / f"kaifeng-2020/p{n}/index.html"
        text = path.read_text("utf-8")
        assert f'<link rel="canonical" href="{address}kaifeng-2020/p{n}/">' in text
        assert f"第{n}段" in text and 'property="og:description"' in text and 'lang="en-GB"' in text
        assert len(gzip.compress(text.encode())) < 15_000, "p15 has sixty annotations, in both languages"
    assert "s2" in pages[site / "kaifeng-2020/p57/index.html"].ids


def test_sitemaps_name_every_page(served: Served) -> None:
    site, address = served
    for language in ("zh", "en"):
        listed = re.findall(r"<loc>(.*?)</loc>", (site / language / "sitemap.xml").read_text("utf-8"))
        pages = {p.parent.relative_to(site).as_posix() for p in (site / language).rglob("index.html")}
        assert {url.removeprefix(address).rstrip("/") for url in listed} == pages
    assert f"{address}kaifeng-2020/p57/" in (site / "permanent.xml").read_text("utf-8")


def test_source_is_published_byte_for_byte(served: Served) -> None:
    original = Path(__file__).parent.parent / "docs/reports/kaifeng-2020/source.txt"
    assert (served[0] / "kaifeng-2020/source.txt").read_bytes() == original.read_bytes()


def test_nothing_of_the_workshop_is_published(served: Served) -> None:
    names = {p.name for p in served[0].rglob("*")}
    root = Path(__file__).resolve().parents[1]
    folders = [root / "overrides" / part for part in ("pages", "interface", "fonts", "assets/css", "partials")]
    assert not names & {p.name for folder in folders for p in folder.rglob("*") if p.is_file()}
    for path in served[0].rglob("*.html"):
        assert str(root) not in path.read_text("utf-8")


def test_a_failed_build_leaves_the_last_site(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build_site(project, site)
    before = sorted(p.relative_to(site) for p in site.rglob("*"))
    (project / "annotations/kaifeng-2020/notes.yml").write_text("- id: [\n", "utf-8")
    assert main(["--root", str(project), "site", "--out", str(site)]) == 1
    assert sorted(p.relative_to(site) for p in site.rglob("*")) == before


def test_a_second_report_is_two_folders(project: Path, tmp_path: Path) -> None:
    """A report with no translation, no annotation and no configuration builds and is listed."""
    import shutil

    new = project / "docs/reports/somewhere-2021"
    new.mkdir()
    old = project / "docs/reports/kaifeng-2020"
    (new / "source.txt").write_text(
        "某市政府工作报告\n各位代表：\n一、去年工作\n去年“三散”治理有成绩。\n二、今年工作\n今年要努力。\n",
        "utf-8",
    )
    shutil.copy(old / "report.yml", new / "report.yml")
    from hashlib import sha256

    card = (new / "report.yml").read_text("utf-8").split("split:")[0]
    sums = [sha256((f / "source.txt").read_bytes()).hexdigest() for f in (old, new)]
    (new / "report.yml").write_text(card.replace(*sums), "utf-8")
    assert main(["split", str(new)]) == 0
    site = tmp_path / "site"
    build_site(project, site)
    assert (site / "somewhere-2021/p2/index.html").exists()
    assert "somewhere-2021/p2" not in (site / "zh/glossary/index.html").read_text("utf-8")
    assert "somewhere-2021/h1/#p2-s1" in (site / "zh/glossary/slogan/index.html").read_text("utf-8")
    assert 'lang="zh-Hans"' in (site / "en/somewhere-2021/h1/index.html").read_text("utf-8")
