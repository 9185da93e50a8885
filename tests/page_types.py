"""Every type of page of the site, and what a reader can open on one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, expect

Served = tuple[Path, str]
LANGUAGES = ("zh", "en")
SECTION = "kaifeng-2020/h1-1/"
# Within a language.
THEME_PAGES = {
    "home": "",
    "contents": "kaifeng-2020/",
    "part": "kaifeng-2020/h2/",
    "section": SECTION,
    "full": "kaifeng-2020/full/",
    "glossary": "glossary/",
    "category": "glossary/place/",
    "a-z": "glossary/a-z/",
    "numbers": "glossary/numbers/",
    "names": "glossary/names/",
    "figures": "kaifeng-2020/figures/",
    "targets": "kaifeng-2020/targets/",
    "year": "kaifeng-2020/year/",
    "checks": "kaifeng-2020/checks/",
    "notes": "kaifeng-2020/notes/",
    "search": "search/",
    "downloads": "downloads/",
    "check-quotation": "check-quotation/",
    "cite": "cite/",
    "about": "about/",
    "method": "method/",
    "data": "data/",
    "contribute": "contribute/",
    "data-model": "data-model/",
    "404": "404.html",
}
# In both languages at once.
OWN_PAGES = {"cover": "", "permanent": "kaifeng-2020/p9/", "root-404": "404.html"}
ALL = [f"{language}/{path}" for language in LANGUAGES for path in THEME_PAGES.values()] + list(OWN_PAGES.values())

MISQUOTED = "一般公共预算收入154.68亿元，社会消费品零售总额1087.6亿元，大幅增长10.9%"


def popup(page: Page) -> None:
    page.locator(".own a.term").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.locator("#gloss-popup")).to_be_visible()


def sheet(page: Page) -> None:
    page.locator(".own a.term").first.tap()
    expect(page.locator("#gloss-popup")).to_be_visible()


def paragraph_menu(page: Page) -> None:
    page.locator("#p9 .pnum").click()
    expect(page.get_by_role("menu")).to_be_visible()


def cite_dialog(page: Page) -> None:
    page.locator("#p9 .pnum").click()
    page.locator(".menu [data-act=cite]").click()
    expect(page.locator("dialog.cite-dialog .cite-text")).not_to_be_empty()


def settings(page: Page) -> None:
    page.locator(".settings summary").click()
    expect(page.locator(".settings .panel")).to_be_visible()


def sections(page: Page) -> None:
    page.locator(".where summary").click()
    expect(page.locator(".where ol")).to_be_visible()


def shortcuts(page: Page) -> None:
    page.locator(".para .pnum").first.focus()
    page.keyboard.press("?")
    expect(page.locator("dialog.shortcuts")).to_be_visible()


def search(page: Page) -> None:
    look_for(page, "2019")
    expect(page.locator(".md-search .found-item").first).to_be_visible()


def look_for(page: Page, words: str) -> None:
    if page.viewport_size["width"] < 960:  # type: ignore[index]
        page.locator(".md-header label[for=__search]").first.click()
    page.locator(".md-search [name=q]").fill(words)


def drawer(page: Page) -> None:
    page.locator(".md-header label[for=__drawer]").click()
    expect(page.locator(".md-sidebar--primary .md-nav__link:visible").first).to_be_in_viewport()


def selection(page: Page) -> None:
    page.evaluate("""() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#p9 .own .s'));
      getSelection().addRange(range);
    }""")
    expect(page.locator(".selection")).to_be_visible()


def both(page: Page) -> None:
    page.locator(".bar label:has(input[name=text][value=both])").click()
    expect(page.locator("html")).to_have_attribute("data-text", "both")


def concordance(page: Page) -> None:
    page.locator("details.concordance summary").first.click()
    expect(page.locator("details.concordance ul").first).to_be_visible()


def behind(page: Page) -> None:
    for summary in page.locator("details.behind summary").all():
        summary.click()


def filtered(page: Page) -> None:
    page.locator(".filtered input").fill("GDP")
    expect(page.locator("output.count")).not_to_be_empty()


def folded_out(page: Page) -> None:
    for summary in page.locator("main details summary").all():
        summary.click()


def found(page: Page) -> None:
    page.locator(".search-page [name=q]").fill("2019")
    expect(page.locator(".search-page .found-item").first).to_be_visible()


def hits(page: Page) -> None:
    page.goto(page.url.split("?")[0] + "?h=2019#p9")
    expect(page.locator(".hits")).to_be_visible()


def answered(page: Page) -> None:
    page.goto(page.url.split("?")[0] + f"?q={quote(MISQUOTED)}")
    expect(page.locator(".quote-result del").first).to_be_visible()


# What opens: on which type of page, how, and the part of the page that is then new.
Opening = tuple[str, str, Callable[[Page], None], str]
DESK: tuple[Opening, ...] = (
    ("popup", "section", popup, "#gloss-popup"),
    ("paragraph menu", "section", paragraph_menu, "#p9"),
    ("cite dialog", "section", cite_dialog, "dialog.cite-dialog"),
    ("settings", "section", settings, ".reading-tools"),
    ("section list", "section", sections, ".reading-tools"),
    ("shortcuts", "section", shortcuts, "dialog.shortcuts"),
    ("search", "section", search, ".md-header"),
    ("selection", "section", selection, ".reading-tools"),
    ("both languages", "section", both, ".md-content"),
    ("concordance", "category", concordance, ".entry:first-child"),
    ("data of the charts", "year", behind, ".md-content"),
    ("filter", "figures", filtered, ".filtered"),
    ("verdict", "check-quotation", answered, "#quote-check"),
    ("found", "search", found, ".search-page"),
    ("hits", "section", hits, ".md-content"),
)
PHONE: tuple[Opening, ...] = (
    ("sheet", "section", sheet, "#gloss-popup"),
    ("paragraph menu", "section", paragraph_menu, "#p9"),
    ("settings", "section", settings, ".reading-tools"),
    ("section list", "section", sections, ".reading-tools"),
    ("search", "section", search, ".md-header"),
    ("found", "search", found, ".search-page"),
    ("hits", "section", hits, ".md-content"),
    ("drawer", "section", drawer, ".md-sidebar--primary"),
    ("both languages", "section", both, ".md-content"),
    ("cite dialog", "section", cite_dialog, "dialog.cite-dialog"),
)
