"""What a page weighs: no more than the untouched theme with the same words, and nothing shifts while it loads."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Page

from scripts.model.edition import Edition
from scripts.render.plan import plan
from scripts.render.spread import Spread
from tests.serving import serving

Served = tuple[Path, str]
SLUG = "h2-3"
# A page of ours may weigh this much for each byte of the theme's own with the same words.
ALLOWED = 1.1
WEB_FONT = re.compile(r"\.(?:woff2?|ttf|otf|eot)(?:\?|$)")


def loaded(browser: Browser, url: str) -> dict[str, int]:
    """Bytes after gzip of everything that opening a page asks for, by the end of its address."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2)
    page = context.new_page()
    found: dict[str, int] = {}
    page.on(
        "response", lambda r: found.update({r.url.split("/")[-1] or "page": len(gzip.compress(r.body(), 9))})
    )
    page.goto(url)
    page.wait_for_load_state("networkidle")
    context.close()
    return found


def plain_site(edition: Edition, folder: Path) -> Path:
    """The theme as it comes, with the words of our reading pages: both languages and the explanations."""
    report = edition.reports[0]
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# 报告\n", "utf-8")
    for page in plan(report)[1]:
        spread = Spread(edition, report, "zh")
        for stretch in page.stretches:
            for segment in stretch.segments:
                spread.segment(segment)
        words = [
            report.said(s, language)
            for st in page.stretches
            for s in st.segments
            for language in ("zh", "en")
        ]
        words += [
            f"**{g.name}** {g.also} {' · '.join(v for _, v in g.facts)} {g.text}" for g in spread.glosses()
        ]
        (docs / f"{page.slug}.md").write_text("\n\n".join(words) + "\n", "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: 报告\ntheme: {name: material, language: zh, font: false}\nplugins: [search]\n", "utf-8"
    )
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site")))
    return folder / "site"


def test_a_reading_page_is_no_heavier_than_the_theme(
    browser: Browser, served: Served, edition: Edition, tmp_path: Path
) -> None:
    with serving(plain_site(edition, tmp_path)) as address:
        theirs = loaded(browser, f"{address}{SLUG}/")
    ours = loaded(browser, f"{served[1]}zh/kaifeng-2020/{SLUG}/")
    print(f"\ntheme {sum(theirs.values())} {theirs}\nours {sum(ours.values())} {ours}")
    assert sum(theirs.values()) > 60_000 and sum(ours.values()) <= ALLOWED * sum(theirs.values())
    assert not [name for name in ours if WEB_FONT.search(name)]


# Kilobytes after gzip: a little above what they are, so that growth is noticed.
LIMITS = {
    "search/report-*.json": 40,
    "search/lemmas.json": 24,
    "kaifeng-2020/cite.json": 6, "zh/glossary/index.html": 75,
    "zh/glossary/*/index.html": 110, "zh/kaifeng-2020/full/index.html": 200, "assets/page.css": 6,
}  # fmt: skip


@pytest.mark.parametrize("pattern", LIMITS)
def test_files_keep_to_their_limits(served: Served, pattern: str) -> None:
    sizes = {p: len(gzip.compress(p.read_bytes(), 9)) for p in served[0].glob(pattern)}
    assert sizes and max(sizes.values()) <= LIMITS[pattern] * 1000, sizes


SHIFTS = """new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value; })
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 700);
})"""
PAGES = ("zh/", "en/kaifeng-2020/h2-3/", "zh/kaifeng-2020/h1-1/", "zh/kaifeng-2020/figures/",
         "en/glossary/slogan/", "kaifeng-2020/p9/")  # fmt: skip


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_shifts_while_a_page_loads(browser: Browser, served: Served, path: str, width: int) -> None:
    context: BrowserContext = browser.new_context(viewport={"width": width, "height": 800})
    page: Page = context.new_page()
    page.goto(f"{served[1]}{path}")
    shifted = page.evaluate(SHIFTS)
    context.close()
    assert shifted < 0.005
