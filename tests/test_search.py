"""The search as a reader meets it: everything that is there and nothing that is not, in a real browser."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from scripts.model.edition import Edition
from tests.search_truth import sampled, truth

Served = tuple[Path, str]
AWKWARD = {
    "zh": [
        "2019~2022年",
        "13.4:38.6:48.0",
        "散乱污” 企业",
        "，全力守底线",
        "“三散”",
        "贫",
        "％",
        "。",
        "(一)",
        "5G",
        "兩不愁三保障",
        "ＧＤＰ",
    ],
    "en": [
        "2019–2022",
        "13.4 : 38.6",
        "“three scattered”",
        "e",
        "15.486 billion",
        "People’s",
        "People's",
        "PARTY",
        "%",
        "三散",
    ],
}
FIRST = {"zh": ("traditional", "report-zh", "lemmas"), "en": ("report-en", "lemmas")}
LIMIT = 60_000


def ask(page: Page, query: str, within: str = ".md-search") -> Locator:
    """Type into a box and wait until everything is loaded and answered; its list, whole."""
    box, found = page.locator(f"{within} [name=q]"), page.locator(f"{within} [data-list]")
    box.fill(query)
    expect(found).to_have_attribute("data-answers", query)
    expect(found).to_have_attribute("aria-busy", "false")
    more = page.locator(f"{within} [data-more]")
    while more.is_visible():
        shown = found.locator("a").count()
        more.click()
        expect(found.locator("a").nth(shown)).to_be_attached(
            timeout=30_000
        )  # nine hundred rows, perhaps on a busy machine
    return found


def keys(found: Locator, how: str) -> list[str]:
    """The keys of the entries found in one way, in the order of the list."""
    return found.evaluate(
        "(l, how) => [...l.querySelectorAll(`[data-how=${how}] a`)].map(a => a.dataset.key)", how
    )


def opened(context: BrowserContext, served: Served, path: str) -> Page:
    page = context.new_page()
    page.goto(f"{served[1]}{path}")
    return page


@pytest.mark.parametrize(("language", "count"), [("zh", 200), ("en", 120)])
def test_finds_all_and_only(
    context: BrowserContext, served: Served, edition: Edition, language: str, count: int
) -> None:
    known = truth(edition, served[0], language)
    page = opened(context, served, f"{language}/")
    wrong = {}
    for query in [*sampled(edition, known, language, count), *AWKWARD[language]]:
        found = keys(ask(page, query), "exact")
        wanted = known.holding("两不愁三保障" if query == "兩不愁三保障" else query)
        if set(found) != wanted or len(found) != len(set(found)):
            wrong[query] = (sorted(set(found) - wanted), sorted(wanted - set(found)))
    assert wrong == {}


def test_several_words_in_any_order(context: BrowserContext, served: Served, edition: Edition) -> None:
    known = truth(edition, served[0], "zh")
    page = opened(context, served, "zh/")
    for query in ("贫困 农村", "兰考 人居 环境", "poverty 农村", '"精准 扶贫" 产业'):
        found = ask(page, query)
        wanted = set.intersection(*(known.holding(w) for w in query.split())) if '"' not in query else set()
        assert set(keys(found, "exact") + keys(found, "words")) == wanted, query


def test_a_phrase_in_quotation_marks(context: BrowserContext, served: Served, edition: Edition) -> None:
    page = opened(context, served, "en/")
    found = keys(ask(page, '"rural poor"'), "exact")
    assert set(found) == truth(edition, served[0], "en").holding("rural poor") and found
    assert keys(ask(page, '"poor rural"'), "exact") == []


@pytest.mark.parametrize(
    ("query", "how", "key"),
    [
        ("1087.6", "exact", "kaifeng-2020/p5"),
        ("1,087.6", "number", "kaifeng-2020/p5"),
        ("1,087.6亿元", "number", "kaifeng-2020/p5"),
        ("108.76 billion", "exact", "kaifeng-2020/p5"),
        ("44600", "number", "kaifeng-2020/p9"),
        ("４４，６００", "exact", "kaifeng-2020/p9"),
        ("15.486 billion yuan", "exact", "kaifeng-2020/p5"),
        ("liangbuchou", "pinyin", "glossary/liangbuchou-sanbaozhang"),
        ("liǎng bù chóu", "pinyin", "glossary/liangbuchou-sanbaozhang"),
        ("lbcsbz", "pinyin", "glossary/liangbuchou-sanbaozhang"),
        ("governing", "form", "kaifeng-2020/p17"),
        ("poverty", "exact", "kaifeng-2020/p9"),
    ],
)
def test_what_people_type(context: BrowserContext, served: Served, query: str, how: str, key: str) -> None:
    for language in ("zh", "en"):
        page = opened(context, served, f"{language}/")
        found = ask(page, query)
        ways = {w for w in ("exact", "words", "number", "form", "pinyin") if key in keys(found, w)}
        assert ways == {how}, (language, query, ways)


@pytest.mark.parametrize("query", ["p57", "57", "第57段", "¶57", "paragraph 57", "P57", "５７段"])
def test_a_number_leads_to_the_paragraph(context: BrowserContext, served: Served, query: str) -> None:
    page = opened(context, served, "zh/")
    ask(page, query)
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/kaifeng-2020/h2-7/#p57")
    expect(page.locator("#p57")).to_be_in_viewport()


def test_a_word_in_its_quotation_marks_leads_to_its_entry(context: BrowserContext, served: Served) -> None:
    page = opened(context, served, "zh/")
    found = ask(page, "“三散”")
    assert keys(found, "lead") == ["glossary/sansan"] and "kaifeng-2020/p9" in keys(found, "exact")


def test_results_say_where_the_words_are(context: BrowserContext, served: Served) -> None:
    page = opened(context, served, "zh/")
    item = ask(page, "rural poor").locator("li:has([data-key='kaifeng-2020/p9'])")
    expect(item.locator("[data-other]")).to_be_visible()
    expect(item.locator("[data-text]")).to_have_attribute("lang", "en-GB")
    own = ask(page, "脱贫").locator("li:has([data-key='kaifeng-2020/p9'])")
    expect(own.locator("[data-other]")).to_be_hidden()
    expect(own).to_contain_text("第9段 · 一、2019年工作回顾 › (一)打好攻坚补短板")


def test_filters_count_and_narrow(context: BrowserContext, served: Served) -> None:
    page = opened(context, served, "zh/")
    found = ask(page, "扶贫")
    every = keys(found, "exact")
    button = page.locator(".md-search [data-kinds] button[value=glossary]")
    terms = [k for k in every if k.startswith("glossary/")]
    expect(button.locator("[data-n]")).to_have_text(str(len(terms)))
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(found.locator("a")).to_have_count(len(terms))
    page.locator(".md-search [data-kinds] button[value='']").click()
    page.locator(".md-search [data-parts]").select_option("kaifeng-2020/h2")
    expect(page.locator(".md-search [data-status]")).not_to_have_text(f"{len(every)}处")
    assert all(k.startswith("kaifeng-2020/") for k in keys(found, "exact"))


def test_the_keyboard_is_enough(context: BrowserContext, served: Served) -> None:
    page = opened(context, served, "en/")
    page.keyboard.press("/")
    box = page.locator(".md-search [name=q]")
    expect(box).to_be_focused()
    links = ask(page, "poverty").locator("a")
    for press, n in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("End", -1), ("Home", 0)):
        page.keyboard.press(press)
        expect(links.nth(n if n >= 0 else links.count() - 1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    expect(page.locator(".md-search [role=status]")).to_have_text("20 results")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_search_has_an_address(context: BrowserContext, served: Served) -> None:
    page = opened(context, served, f"zh/search/?q={quote('三散')}")
    expect(page.locator(".search-page [name=q]")).to_have_value("三散")
    expect(page.locator(".search-page [data-key='glossary/sansan']")).to_be_visible()
    ask(page, "4.46万", ".search-page")
    page.wait_for_url(f"**/zh/search/?q={quote('4.46万')}")
    page.goto(f"{served[1]}zh/kaifeng-2020/?q={quote('三散')}")
    expect(page.locator(".md-search [data-key='glossary/sansan']")).to_be_visible()
    expect(page.locator(".md-search [data-whole]")).to_have_attribute(
        "href", f"{served[1]}zh/search/?q={quote('三散')}"
    )


def test_a_result_leads_to_the_hits(context: BrowserContext, served: Served) -> None:
    page = opened(context, served, "zh/")
    ask(page, "三散").locator("[data-key='kaifeng-2020/p9']").click()
    page.wait_for_url("**/zh/kaifeng-2020/h1-1/?h=*#p9")
    expect(page.locator("mark.hit.here")).to_have_text("三散")
    expect(page.locator("mark.hit.here")).to_be_in_viewport()
    expect(page.locator(".hits output")).to_contain_text("共")
    page.locator(".hits [data-close]").click()
    expect(page.locator("mark.hit")).to_have_count(0)
    assert "?h=" not in page.url


def test_hits_are_walked(context: BrowserContext, served: Served) -> None:
    page = opened(context, served, f"zh/kaifeng-2020/full/?h={quote('脱贫')}#p27")
    expect(page.locator("#p27 mark.hit.here")).to_be_in_viewport()
    first = page.locator(".hits output").inner_text()
    page.keyboard.press("]")
    expect(page.locator(".hits output")).not_to_have_text(first)
    page.locator(".hits [data-previous]").click()
    expect(page.locator(".hits output")).to_have_text(first)


def test_a_hit_across_marks_is_marked_whole(context: BrowserContext, served: Served) -> None:
    page = opened(context, served, "zh/kaifeng-2020/h1-1/?h=突出问题,全市又有4.46万农村#p9")
    expect(page.locator("#p9 mark.hit").first).to_be_visible()
    assert "".join(page.locator("#p9 mark.hit").all_inner_texts()) == "突出问题,全市又有4.46万农村"
    expect(page.locator(".hits output")).to_have_text("第1处，共1处")


@pytest.mark.parametrize("path", ["glossary/slogan/", "kaifeng-2020/figures/", "about/"])
def test_hits_are_marked_on_every_kind_of_page(context: BrowserContext, served: Served, path: str) -> None:
    page = opened(context, served, f"zh/{path}?h={quote('的')}&h=2019")
    expect(page.locator("mark.hit.here")).to_be_visible()


def test_nothing_found_helps(context: BrowserContext, served: Served) -> None:
    page = opened(context, served, "zh/")
    ask(page, "两不愁三保彰")
    none = page.locator(".md-search [data-none]")
    expect(none).to_be_visible()
    expect(none.locator("a[href$='glossary/a-z/']")).to_be_visible()
    none.locator("[data-shorter]").click()
    expect(page.locator(".md-search [name=q]")).to_have_value("两不愁三保")
    expect(page.locator(".md-search [data-key='glossary/liangbuchou-sanbaozhang']")).to_be_visible()


def test_the_counts_say_what_is_still_loading(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    held = []
    page.route("**/search/more-zh.json", lambda route: held.append(route))
    page.goto(f"{served[1]}zh/")
    box, status = page.locator(".md-search [name=q]"), page.locator(".md-search [data-status]")
    box.fill("编辑方法")
    expect(status).to_contain_text("还在载入")
    expect(page.locator(".md-search [data-none]")).to_be_hidden()
    held[0].continue_()
    expect(page.locator(".md-search [data-key='method#method']")).to_be_visible()
    expect(status).not_to_contain_text("还在载入")


def test_a_failed_load_is_told_and_tried_again(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.route("**/search/lemmas.json", lambda route: route.abort())
    page.goto(f"{served[1]}en/")
    page.locator(".md-search [name=q]").fill("poverty")
    expect(page.locator(".md-search [data-status]")).to_contain_text("could not be loaded")
    page.unroute("**/search/lemmas.json")
    ask(page, "poverty line")


def test_nothing_is_fetched_before_the_box_is_used(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.goto(f"{served[1]}zh/kaifeng-2020/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/search" in url]
    with page.expect_request("**/search/report-zh.json"):
        page.locator(".md-search [name=q]").focus()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_index_is_small(served: Served, edition: Edition, language: str) -> None:
    """What a reader waits for: the text in his language, headings, words of the glossary, figures."""
    sizes = [
        len(gzip.compress((served[0] / f"search/{name}.json").read_bytes(), 6)) for name in FIRST[language]
    ]
    assert sum(sizes) < LIMIT * len(edition.reports)


def test_the_index_has_one_entry_a_paragraph(served: Served) -> None:
    for language in ("zh", "en"):
        [report] = json.loads((served[0] / f"search/report-{language}.json").read_text("utf-8"))
        assert [id for id, *_ in report["segments"] if id[0] == "p"] == [f"p{n}" for n in range(1, 75)]


def test_without_javascript(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served[1]}zh/kaifeng-2020/")
    page.locator("header a.language", has_text="搜索").click()
    page.wait_for_url("**/zh/search/")
    page.locator("a:visible", has_text="音序").click()
    page.wait_for_url("**/zh/glossary/a-z/")
    context.close()


def test_from_a_folder(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.goto(f"{(served[0] / 'zh/search/index.html').as_uri()}?q={quote('三散')}")
    page.locator(".search-page [data-key='kaifeng-2020/p9']").click()
    page.wait_for_url("**/zh/kaifeng-2020/h1-1/index.html?h=*#p9")
    expect(page.locator("mark.hit.here")).to_have_text("三散")


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_anyone_can_use_it(browser: Browser, served: Served, language: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 780})
    page = opened(context, served, f"{language}/search/?q=2019")
    expect(page.locator(".search-page [data-list]")).to_have_attribute("aria-busy", "false")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{served[1]}{language}/?q=poverty")
    expect(page.locator(".md-search [data-list]")).to_have_attribute("aria-busy", "false")
    page.wait_for_timeout(600)  # until the theme's dialog has faded in: its colours are measured
    faults = Axe().run(page, context=".md-search").response["violations"]
    assert [(f["id"], [n["html"][:80] for n in f["nodes"]]) for f in faults] == []
    context.close()


@pytest.mark.parametrize("width", [360, 1440])
def test_a_hit_in_the_other_language_is_shown(browser: Browser, served: Served, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 780})
    page = opened(context, served, f"zh/?q={quote('rural poor')}")
    page.locator(".md-search [data-key='kaifeng-2020/p9']").click()
    page.wait_for_url("**/zh/kaifeng-2020/h1-1/?h=*#p9")
    expect(page.locator("#p9 .tx.en mark.hit.here")).to_be_in_viewport()
    page.reload()
    page.goto(f"{served[1]}zh/kaifeng-2020/h1-1/")
    expect(page.locator("#p9 .tx.en").first).to_be_hidden()
    context.close()
