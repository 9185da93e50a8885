"""What readers and journalists do, whole ways of it: by keyboard, without scripts, offline, there and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import page_types as open_
from tests.page_types import ALL, LANGUAGES, MISQUOTED, SECTION, Served

WIDTHS = (360, 1440)
ONLY_WITH_SCRIPTS = "button, select, textarea, input:not([type=checkbox]), [role=menu], [role=button]"
SHOWN = "es => es.filter(e => e.checkVisibility({visibilityProperty: true})).map(e => e.outerHTML.slice(0, 160))"


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window that may copy; a test that names a `width` gets one as wide."""
    width = request.node.callspec.params.get("width", 1440) if hasattr(request.node, "callspec") else 1440
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser has to say against a page: errors, refusals of its policy, failed requests. None is right."""
    found: list[str] = []
    page.on("console", lambda m: m.type not in ("error", "warning") or found.append(f"console: {m.text}"))
    page.on("pageerror", lambda e: found.append(f"script: {e}"))
    left = "net::ERR_ABORTED"  # what was under way when one went on to another page
    page.on("requestfailed", lambda r: r.failure == left or found.append(f"failed: {r.url} {r.failure}"))
    page.on("response", lambda r: r.status < 400 or found.append(f"{r.status} {r.url}"))
    yield found
    assert found == []


def tab_to(page: Page, selector: str, most: int = 160) -> None:
    """The Tab key, until it is there."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the Tab key does not come to {selector}")


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def copies(page: Page, words: str) -> bool:
    """Whether what is copied comes to have these words."""
    for _ in range(50):
        if words in clipboard(page):
            return True
        page.wait_for_timeout(100)
    return False


@pytest.mark.parametrize("path", ALL)
def test_no_page_gives_cause_for_complaint(page: Page, served: Served, complaints: list[str], path: str) -> None:
    page.goto(served[1] + path)
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_opens_gives_cause_for_complaint(
    page: Page, served: Served, complaints: list[str], language: str, width: int
) -> None:
    page.goto(f"{served[1]}{language}/{SECTION}")
    for act in (open_.both, open_.settings, open_.sections, open_.shortcuts, open_.cite_dialog, open_.search):
        act(page)
        page.keyboard.press("Escape")
    page.goto(f"{served[1]}{language}/check-quotation/")
    open_.answered(page)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_by_keyboard_from_the_home_page_to_a_copied_citation(
    page: Page, served: Served, complaints: list[str], language: str, width: int
) -> None:
    page.goto(f"{served[1]}{language}/")
    tab_to(page, ".actions a.primary")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/kaifeng-2020/")
    tab_to(page, "#p2 .pnum")
    page.keyboard.press("Enter")
    tab = page.get_by_role("menu").get_by_role("menuitem")
    expect(tab.first).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    dialog = page.locator("dialog.cite-dialog")
    expect(dialog.locator(".cite-text")).not_to_be_empty()
    tab_to(page, "dialog [data-act=copy]", 12)
    page.keyboard.press("Enter")
    expect(dialog.locator("output")).not_to_be_empty()
    assert clipboard(page) == dialog.locator(".cite-text").text_content()
    assert f"{served[1]}kaifeng-2020/p2/" in clipboard(page)
    page.keyboard.press("Escape")
    expect(page.locator("#p2 .pnum")).to_be_focused()


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 800})
    yield context
    context.close()


@pytest.mark.parametrize("path", ALL)
def test_without_scripts_there_is_text_and_nothing_dead(
    plain: BrowserContext, served: Served, path: str
) -> None:
    page = plain.pages[0] if plain.pages else plain.new_page()
    page.goto(served[1] + path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.locator("h1").first).to_be_visible()
        assert len(page.locator("main").inner_text()) > 30
        assert page.locator(ONLY_WITH_SCRIPTS).evaluate_all(SHOWN) == [], width


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_links_lead_on(plain: BrowserContext, served: Served, language: str) -> None:
    page = plain.pages[0] if plain.pages else plain.new_page()
    page.set_viewport_size({"width": 1440, "height": 800})
    page.goto(f"{served[1]}{language}/")
    page.locator(".contents .sections a").first.click()
    page.wait_for_url(f"**/{language}/{SECTION}")
    page.locator("#p9 .own a.figure").first.click()
    expect(page.locator(".gloss:target")).to_be_in_viewport()
    page.locator("#p9 .pnum").click()
    page.wait_for_url("**/kaifeng-2020/p9/")
    page.locator("summary", has_text="Cite").click()
    expect(page.locator("details.cite dl")).to_be_visible()
    page.locator("a[rel=next]").click()
    page.wait_for_url("**/kaifeng-2020/p10/")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_offline_what_is_open_still_works(page: Page, served: Served, language: str, width: int) -> None:
    page.goto(f"{served[1]}{language}/{SECTION}")
    open_.search(page)  # its index is there now
    page.keyboard.press("Escape")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    open_.look_for(page, "4.46" if language == "zh" else "44,600")
    expect(page.locator(".md-search .found-item a[href*='#p9']").first).to_be_visible()
    page.keyboard.press("Escape")
    open_.popup(page)
    page.keyboard.press("Escape")
    for act, words in (("link", f"{served[1]}kaifeng-2020/p9/"), ("quote", page.locator("#p9 .own .s").nth(1).inner_text()[:8])):
        open_.paragraph_menu(page)
        page.locator(f".menu [data-act={act}]").click()
        expect(page.locator(".said")).not_to_be_empty()
        assert copies(page, words)
    open_.both(page)
    page.context.set_offline(False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_offline_a_quotation_is_checked(page: Page, served: Served, language: str) -> None:
    page.goto(f"{served[1]}{language}/check-quotation/")
    with page.expect_response("**/assets/quotations.js"):
        page.locator("textarea").focus()
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.locator("textarea").fill(MISQUOTED)
    page.locator("#quote-check [type=submit]").click()
    expect(page.locator(".quote-result del").first).to_be_visible()
    page.context.set_offline(False)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_back_and_forward_find_the_page_as_chosen(
    page: Page, served: Served, complaints: list[str], language: str, width: int
) -> None:
    page.goto(f"{served[1]}{language}/{SECTION}")
    open_.both(page)
    open_.popup(page)
    page.locator("#gloss-popup .go a").click()
    page.wait_for_url(f"**/{language}/glossary/**")
    page.go_back()
    page.wait_for_url(f"**/{SECTION}?text=both")
    expect(page.locator("html")).to_have_attribute("data-text", "both")
    expect(page.locator(".bar input[name=text][value=both]")).to_be_checked()
    expect(page.locator("#gloss-popup:visible")).to_have_count(0)
    open_.cite_dialog(page)
    page.locator("dialog .cite-more a").click()
    page.wait_for_url(f"**/{language}/cite/")
    page.go_back()
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.get_by_role("menu")).to_be_hidden()
    page.go_forward()
    page.wait_for_url(f"**/{language}/cite/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_back_and_forward_through_a_search(page: Page, served: Served, complaints: list[str], language: str) -> None:
    page.goto(f"{served[1]}{language}/{SECTION}")
    open_.look_for(page, "4.46" if language == "zh" else "44,600")
    page.locator(".md-search .found-item a[href*='#p9']").first.click()
    page.wait_for_url("**?h=*#p9*")
    expect(page.locator("#p9 mark.hit").first).to_be_visible()
    page.go_back()
    page.wait_for_url(f"**/{SECTION}")
    expect(page.locator("mark.hit")).to_have_count(0)
    page.go_forward()
    expect(page.locator("#p9 mark.hit").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_back_to_the_search_page(page: Page, served: Served, complaints: list[str], language: str) -> None:
    """Its address holds what was looked for, and finds it again."""
    page.goto(f"{served[1]}{language}/search/")
    open_.found(page)
    page.wait_for_url("**?q=2019")
    page.locator(".search-page .found-item a").nth(2).click()
    page.wait_for_url("**/kaifeng-2020/**")
    page.go_back()
    page.wait_for_url(f"**/{language}/search/?q=2019")
    expect(page.locator(".search-page [name=q]")).to_have_value("2019")
    expect(page.locator(".search-page .found-item").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_back_to_a_verdict(page: Page, served: Served, complaints: list[str], language: str) -> None:
    page.goto(f"{served[1]}{language}/check-quotation/")
    page.locator("textarea").fill(MISQUOTED)
    page.locator("#quote-check [type=submit]").click()
    page.locator(".quote-result .where a").first.click()
    page.wait_for_url("**/kaifeng-2020/**")
    page.go_back()
    expect(page.locator("textarea")).to_have_value(MISQUOTED)
    expect(page.locator(".quote-result del").first).to_be_visible()


@pytest.mark.parametrize("path", [f"zh/{SECTION}", "en/kaifeng-2020/full/", "kaifeng-2020/p9/", "zh/check-quotation/", "zh/search/", "en/glossary/"])
def test_from_a_folder_no_script_fails(page: Page, served: Served, path: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.goto((served[0] / path / "index.html").as_uri())
    expect(page.locator("h1").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    if path.endswith(SECTION):
        open_.popup(page)
        open_.both(page)
    if "check" in path:
        page.locator("textarea").fill(MISQUOTED)
        page.locator("#quote-check [type=submit]").click()
        expect(page.locator(".quote-result del").first).to_be_visible()
    if "search" in path:
        open_.found(page)
    assert errors == []
