"""What WCAG 2.2 asks of every type of page, in both languages, light and dark, and of all that opens."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import page_types as open_
from tests.page_types import DESK, LANGUAGES, OWN_PAGES, PHONE, SECTION, THEME_PAGES, Served
from tests.seen import CUT, LANGUAGE, MOVING, SMALL, STOP, UNSEEN

AXE = Axe()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# In the dark only colours differ: only the rules about them run, and of rows that are alike on the first.
ALIKE = [[f"{row}:nth-of-type(n+{n})"] for row, n in ((".para", 12), ("article.entry", 9), ("tbody > tr", 9), ("ul.lines > li", 9), (".gloss", 9))]  # fmt: skip
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 360, "height": 740}
CASES = [(f"{name}-{language}", f"{language}/{path}") for language in LANGUAGES for name, path in THEME_PAGES.items()]
CASES += list(OWN_PAGES.items())


def faults(page: Page, within: str = "html") -> list[str]:
    """What axe finds in a part of the page, light and dark, one line for each element."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        context: dict[str, Any] = {"include": [[within]]}
        rules: dict[str, Any] = {"runOnly": TAGS} if scheme == "light" else {"runOnly": COLOURS}
        if scheme == "dark" and within == "html":
            context["exclude"] = ALIKE
        response = AXE.run(page, context, {**rules, "resultTypes": ["violations"]}).response
        found += [
            f"{scheme}: {rule['id']}: {node['target']} {node['html'][:160]}"
            for rule in response["violations"] for node in rule["nodes"]
        ]  # fmt: skip
    page.emulate_media(color_scheme="light")
    return found


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce")  # type: ignore[arg-type]
    yield context
    context.close()


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=NARROW, has_touch=True, is_mobile=True, reduced_motion="reduce")  # type: ignore[arg-type]
    yield context
    context.close()


@pytest.fixture(scope="module", params=[path for _, path in CASES], ids=[name for name, _ in CASES])
def opened(desk: BrowserContext, served: Served, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of each type, loaded once for the tests that follow."""
    page = desk.new_page()
    page.goto(served[1] + request.param)
    yield page
    page.close()


def test_axe_finds_nothing(opened: Page) -> None:
    assert faults(opened) == []


def test_what_takes_focus_is_seen(opened: Page) -> None:
    assert opened.evaluate(UNSEEN) == []


def test_every_passage_names_its_language(opened: Page) -> None:
    assert opened.evaluate(LANGUAGE) == []


def test_every_table_has_a_name_and_heads(opened: Page) -> None:
    tables = "ts => ts.filter(t => !t.querySelector('th[scope]') && !t.tHead).map(t => t.outerHTML.slice(0, 200))"
    assert opened.locator("main table").evaluate_all(tables) == []


@pytest.mark.parametrize(("width", "text"), [(320, 1), (720, 1), (1440, 2)])
def test_nothing_is_cut_when_enlarged(opened: Page, width: int, text: int) -> None:
    """WCAG 1.4.10 at 320 px; 200 % zoom of a window of 1440; text alone at twice its size (1.4.4)."""
    opened.set_viewport_size({"width": width, "height": 700})
    own = opened.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    opened.evaluate("size => document.documentElement.style.fontSize = size", f"{own * text}px")
    found = opened.evaluate(CUT)
    opened.evaluate("document.documentElement.style.fontSize = ''")
    opened.set_viewport_size(WIDE)  # type: ignore[arg-type]
    assert found == []


@pytest.mark.parametrize(("name", "path"), CASES, ids=[name for name, _ in CASES])
def test_on_a_phone_targets_are_large_and_what_takes_focus_is_seen(
    phone: BrowserContext, served: Served, name: str, path: str
) -> None:
    page = phone.pages[0] if phone.pages else phone.new_page()
    page.goto(served[1] + path)
    assert page.evaluate(SMALL) == []
    assert page.evaluate(UNSEEN) == []
    assert page.locator("label[aria-label]:not([role])").count() == 0, "ARIA gives a label no name; words do"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("what", "name", "act", "within"), DESK, ids=[o[0] for o in DESK])
def test_what_opens_on_a_wide_window(
    desk: BrowserContext, served: Served, what: str, name: str, act: Any, within: str, language: str
) -> None:
    page = desk.new_page()
    page.goto(f"{served[1]}{language}/{THEME_PAGES[name]}")
    act(page)
    assert faults(page, within) == []
    assert page.evaluate(UNSEEN) == []
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("what", "name", "act", "within"), PHONE, ids=[o[0] for o in PHONE])
def test_what_opens_on_a_phone(
    phone: BrowserContext, served: Served, what: str, name: str, act: Any, within: str, language: str
) -> None:
    page = phone.new_page()
    page.goto(f"{served[1]}{language}/{THEME_PAGES[name]}")
    act(page)
    assert faults(page, within) == []
    assert page.evaluate(UNSEEN) == []
    assert page.evaluate(SMALL) == []
    page.close()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("path", ["zh/", f"en/{SECTION}", "zh/kaifeng-2020/figures/", "en/check-quotation/", "kaifeng-2020/p9/"])
def test_the_tab_key_goes_down_the_page_and_shows_where_it_is(
    desk: BrowserContext, served: Served, path: str, width: int
) -> None:
    page = desk.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served[1] + path)
    stops = []
    for _ in range(45):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if not stop or (stops and stop["order"] == stops[0]["order"]):
            break  # once round
        stops.append(stop)
    assert [s["fault"] for s in stops if s["fault"]] == []
    order = [s["order"] for s in stops]
    assert order == sorted(set(order)) and len(order) > 10, "the order of the document"
    page.close()


@pytest.mark.parametrize("path", ["zh/", f"zh/{SECTION}", "en/cite/", "en/404.html"])
def test_the_first_stop_skips_to_the_text(desk: BrowserContext, served: Served, path: str) -> None:
    page = desk.new_page()
    page.goto(served[1] + path)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip:focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-content') !== null")
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drawer_by_keyboard(desk: BrowserContext, served: Served, language: str) -> None:
    page = desk.new_page()
    page.set_viewport_size({"width": 720, "height": 600})
    page.goto(f"{served[1]}{language}/{SECTION}")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    drawer = page.locator("#__drawer")
    expect(drawer).to_be_focused()
    assert drawer.get_attribute("aria-label")
    page.keyboard.press("Space")
    links = page.locator(".md-sidebar--primary a:visible")
    expect(links.first).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()
    expect(drawer).to_be_focused()
    page.close()


BACK = {
    "settings": (".settings summary", ["Enter", "Escape"]),
    "section list": (".where summary", ["Enter", "Tab", "Escape"]),
    "paragraph menu": ("#p9 .pnum", ["Enter", "Escape"]),
    "cite dialog": ("#p9 .pnum", ["Enter", "ArrowDown", "ArrowDown", "ArrowDown", "Enter", "Tab", "Escape"]),
    "shortcuts": ("#p9 .pnum", ["?", "Escape"]),
    "popup": ("#p9 .own a.term >> nth=0", ["Escape"]),
    "search": ("#p9 .pnum", ["/", "2", "Escape"]),
}


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", BACK)
def test_what_is_closed_gives_the_focus_back(
    desk: BrowserContext, served: Served, what: str, language: str, width: int
) -> None:
    selector, keys = BACK[what]
    page = desk.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{served[1]}{language}/{SECTION}")
    page.locator(selector).focus()
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(60)
    expect(page.locator(selector)).to_be_focused()
    expect(page.locator("dialog[open], .fold-out[open], .menu:visible, #gloss-popup:visible, #__search:checked")).to_have_count(0)
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_moves_for_those_who_ask(desk: BrowserContext, served: Served, language: str) -> None:
    page = desk.new_page()
    page.goto(f"{served[1]}{language}/{SECTION}")
    assert page.evaluate(MOVING) == []
    open_.search(page)
    assert page.evaluate(MOVING) == []
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_forced_colours_state_and_marks_are_seen(
    desk: BrowserContext, served: Served, language: str
) -> None:
    page = desk.new_page()
    page.emulate_media(forced_colors="active")
    page.goto(f"{served[1]}{language}/{SECTION}")
    ground = "e => getComputedStyle(e).backgroundColor"
    chosen, other = (page.locator(f".choice-text input{c} + span").first for c in (":checked", ":not(:checked)"))
    assert chosen.evaluate(ground) != other.evaluate(ground)
    assert page.locator(".own a.term").first.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    page.goto(f"{served[1]}{language}/kaifeng-2020/year/")
    fills = "es => [...new Set(es.map(e => getComputedStyle(e).fill))]"
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert canvas not in page.locator("svg.chart :is(rect, text, circle.after)").evaluate_all(fills)
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_happens_is_said(desk: BrowserContext, served: Served, language: str) -> None:
    """Copied, found, filtered: each in a live region that is there before it speaks."""
    desk.grant_permissions(["clipboard-read", "clipboard-write"])
    page = desk.new_page()
    page.goto(f"{served[1]}{language}/{SECTION}")
    page.locator("#p9 .pnum").focus()
    page.keyboard.press("c")
    expect(page.locator("[role=status].said")).not_to_be_empty()
    open_.search(page)
    expect(page.locator(".md-search [role=status]")).to_contain_text(re.compile(r"\d"))
    page.goto(f"{served[1]}{language}/kaifeng-2020/figures/")
    open_.filtered(page)
    assert page.locator("output.count").evaluate("e => e.tagName") == "OUTPUT", "a status by its role"
    expect(page.locator(".margin:not([aria-hidden=true])")).to_have_count(0)
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_are_said_in_words(desk: BrowserContext, served: Served, language: str) -> None:
    page = desk.new_page()
    page.goto(f"{served[1]}{language}/kaifeng-2020/year/")
    charts = page.locator("figure.chart")
    assert charts.count() >= 4
    for chart in charts.all():
        drawing = chart.locator("svg[role=img]")
        named = str(drawing.get_attribute("aria-labelledby")).split()
        assert len(named) == 2 and all(page.locator(f"#{id}").text_content() for id in named)
        values = chart.locator("table td").all_text_contents()
        assert values and chart.locator("table th[scope=row]").count() * 2 == len(values)
    page.close()


def test_titles_tell_pages_apart(served: Served) -> None:
    titles: Counter[str] = Counter()
    for file in served[0].rglob("*.html"):
        if found := re.search(r"<title>(.*?)</title>", file.read_text("utf-8"), re.S):
            language = file.relative_to(served[0]).parts[0]
            titles[f"{language if language in LANGUAGES else ''}: {found[1].strip()}"] += 1
    assert {title: n for title, n in titles.items() if n > 1} == {}
