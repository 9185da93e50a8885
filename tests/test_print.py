"""Pages on paper: what the screen shows, black on white, explanations as numbered notes."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from tests.pdf_text import all_text

Served = tuple[Path, str]
READING = "zh/kaifeng-2020/h2-1/"
HIDDEN = (".md-header", ".md-sidebar", ".md-footer", ".reading-tools", ".gloss .go")


@pytest.fixture
def page(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 900, "height": 900}, color_scheme="dark")
    return context.new_page()


def shown(page: Page, selector: str, pseudo: str = "", name: str = "display") -> str:
    script = "([s, p, n]) => getComputedStyle(document.querySelector(s), p || null).getPropertyValue(n)"
    return str(page.evaluate(script, [selector, pseudo, name]))


def test_a_reading_page_prints_its_text_and_numbered_notes(page: Page, served: Served) -> None:
    page.goto(f"{served[1]}{READING}")
    page.emulate_media(media="print", color_scheme="dark")
    for selector in HIDDEN:
        assert page.locator(selector).count() and not page.locator(selector).first.is_visible(), selector
    assert page.locator(".pnum").first.is_visible()
    number = page.locator("a.term[data-n]").first.get_attribute("data-n")
    assert shown(page, "a.term[data-n]", "::after", "content") == f'"{number}"'
    assert shown(page, f'.gloss[data-n="{number}"]', "::before", "content") == f'"{number}"'
    assert page.locator(f'.gloss[data-n="{number}"]').is_visible()
    assert shown(page, "a.note", "::before", "content") in ("none", "normal")
    assert shown(page, "body", name="background-color") == "rgb(255, 255, 255)"
    assert shown(page, ".tx.own", name="color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize(
    ("mode", "zh", "en"), [("zh", True, False), ("en", False, True), ("both", True, True)]
)
def test_what_is_shown_is_printed(mode: str, zh: bool, en: bool, page: Page, served: Served) -> None:
    page.goto(f"{served[1]}{READING}")
    page.locator(f"input[name=text][value={mode}]").check(force=True)
    page.set_viewport_size({"width": 650, "height": 900})  # a sheet is no wider than a telephone
    page.emulate_media(media="print")
    assert page.locator(".tx.zh").first.is_visible() is zh
    assert page.locator(".tx.en").first.is_visible() is en
    if zh and en:
        left, right = (page.locator(f".tx.{code}").first.bounding_box() for code in ("zh", "en"))
        assert left and right and left["x"] + left["width"] <= right["x"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_no_explanations_are_printed_where_none_are_shown(page: Page, served: Served) -> None:
    page.goto(f"{served[1]}{READING}")
    page.evaluate("document.documentElement.dataset.notes = 'none'")
    page.emulate_media(media="print")
    assert shown(page, "a.term[data-n]", "::after", "content") == "none"
    assert not page.locator(".glosses").first.is_visible()


@pytest.mark.parametrize(
    "path", [READING, "en/kaifeng-2020/full/", "kaifeng-2020/p57/", "zh/glossary/slogan/"]
)
def test_each_sheet_carries_the_title_and_its_number(
    path: str, page: Page, served: Served, tmp_path: Path
) -> None:
    page.goto(f"{served[1]}{path}")
    title = page.title()
    page.emulate_media(media="print")
    assert shown(page, "html", name="--printed-title") == f'"{title}"'
    target = tmp_path / "printed.pdf"
    page.pdf(path=target, format="A4", prefer_css_page_size=True)
    with pikepdf.open(target) as pdf:
        for number, sheet in enumerate(pdf.pages, 1):
            said = normalize("NFKC", all_text(sheet)).replace(" ", "")  # Chromium writes 一 as a radical
            assert normalize("NFKC", title).replace(" ", "") in said
            assert f"{number}/{len(pdf.pages)}" in said


def test_tables_print_as_tables(page: Page, served: Served) -> None:
    page.goto(f"{served[1]}zh/kaifeng-2020/figures/")
    page.set_viewport_size({"width": 650, "height": 900})
    page.emulate_media(media="print")
    assert shown(page, "table.figures thead") == "table-header-group"
    assert shown(page, "table.figures tbody tr") == "table-row"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
