"""What a reader does, in a real browser: search, explanations, language, no JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.test_search import ask

Served = tuple[Path, str]


@pytest.mark.parametrize("width", [360, 1440])
def test_a_term_explains_itself(browser: Browser, served: Served, width: int) -> None:
    phone = width < 500
    context = browser.new_context(viewport={"width": width, "height": 780}, has_touch=phone)
    page = context.new_page()
    page.goto(f"{served[1]}zh/kaifeng-2020/h1-1/")
    word, popup = page.locator("a.term", has_text="四个不摘"), page.locator("#gloss-popup")
    word.tap() if phone else word.hover()
    expect(popup).to_be_visible()
    expect(popup).to_contain_text("four no-removals")
    page.keyboard.press("Escape")
    expect(popup).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_a_term_explains_itself_on_focus(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.goto(f"{served[1]}en/kaifeng-2020/h1-1/")
    page.locator("a.pnum").first.focus()
    page.keyboard.press("Tab")
    expect(page.locator("#gloss-popup")).to_be_visible()
    described = str(page.locator("a.term").first.get_attribute("aria-describedby"))
    expect(page.locator(f"#{described}")).not_to_be_empty()


def test_the_language_switch_keeps_page_and_place(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.goto(f"{served[1]}zh/kaifeng-2020/full/#p57")
    page.locator("a.language").click()
    page.wait_for_url("**/en/kaifeng-2020/full/#*")
    expect(page.locator("#p57")).to_be_in_viewport()
    assert page.locator("html").get_attribute("lang") == "en-GB"


def test_without_javascript(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served[1]}zh/kaifeng-2020/h1-1/")
    expect(page.locator("#p9")).to_contain_text("精准促脱贫")
    page.locator("a.term", has_text="三大攻坚战").click()
    page.wait_for_url("**/zh/glossary/national-policy/#sanda-gongjianzhan")
    expect(page.locator("#sanda-gongjianzhan")).to_be_in_viewport()
    page.goto(served[1])
    page.locator("a", has_text="Enter the English edition").click()
    page.wait_for_url("**/en/")
    context.close()


def test_permanent_page(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.goto(f"{served[1]}kaifeng-2020/p57/#s2")
    expect(page.locator("main")).to_contain_text("深化文旅融合")
    expect(page.locator("main")).to_contain_text("Deeper integration of culture and tourism")
    page.locator("a[rel=next]").click()
    page.wait_for_url("**/kaifeng-2020/p58/")


PAGES = (
    "",
    "zh/",
    "en/",
    "zh/kaifeng-2020/",
    "zh/kaifeng-2020/h2-4/",
    "en/glossary/",
    "zh/kaifeng-2020/figures/",
    "en/about/",
    "kaifeng-2020/p9/",
)


@pytest.mark.parametrize("path", PAGES)
def test_no_request_leaves_and_none_fails(context: BrowserContext, served: Served, path: str) -> None:
    page = context.new_page()
    bad: list[str] = []
    page.on(
        "request", lambda r: r.url.startswith(("http://127.0.0.1", "data:", "blob:")) or bad.append(r.url)
    )
    page.on("response", lambda r: r.status < 400 or bad.append(f"{r.status} {r.url}"))
    page.on("console", lambda m: m.type != "error" or bad.append(m.text))
    page.on("pageerror", lambda e: bad.append(str(e)))
    page.goto(f"{served[1]}{path}")
    page.wait_for_load_state("networkidle")
    if page.locator(".md-search").count():
        ask(page, "开封")
    assert bad == []


@pytest.mark.parametrize("width", [360, 768])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_the_window(browser: Browser, served: Served, path: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 780})
    page = context.new_page()
    page.goto(f"{served[1]}{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_read_from_a_folder(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.goto((served[0] / "index.html").as_uri())
    page.locator("a", has_text="进入中文版").click()
    expect(page.locator("h1")).to_contain_text("2020年开封市政府工作报告")
    page.locator("a", has_text="读报告").click()
    page.wait_for_url("**/zh/kaifeng-2020/index.html")
