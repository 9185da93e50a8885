"""Reading pages in a real browser: languages, notes in the margin, the paragraph menu, the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

Served = tuple[Path, str]
PAGE = "kaifeng-2020/h2-4/"


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    yield context
    context.close()


@pytest.fixture
def desk(context: BrowserContext) -> BrowserContext:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return context


def opened(context: BrowserContext, served: Served, path: str) -> Page:
    page = context.new_page()
    page.goto(served[1] + path)
    expect(page.locator(".reading-tools .bar")).to_be_visible()
    return page


def choose(page: Page, name: str, value: str) -> None:
    """As a reader does: the settings opened where the choice is in them, then the label clicked."""
    label = page.locator(f".bar label:has(input[name={name}][value={value}])")
    if not label.is_visible():
        page.locator(".settings summary").click()
    label.click()
    page.keyboard.press("Escape")


def clipboard(page: Page) -> str:
    expect(page.locator(".said")).not_to_be_empty()
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("en", "zh")])
def test_the_text_changes_language_in_place(
    desk: BrowserContext, served: Served, language: str, other: str
) -> None:
    page = opened(desk, served, f"{language}/{PAGE}")
    own, foreign = page.locator(f"#p41 .tx.{language}").first, page.locator(f"#p41 .tx.{other}").first
    expect(own).to_be_visible()
    expect(foreign).to_be_hidden()
    page.locator("#p41").scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, document.getElementById('p41').getBoundingClientRect().top - 200)")
    top = page.locator("#p41 .block").first.bounding_box()
    choose(page, "text", "both")
    expect(foreign).to_be_visible()
    left, right = (page.locator(f"#p41 .tx.{x}").first.bounding_box() for x in ("zh", "en"))
    assert top and left and right and abs(left["y"] - top["y"]) < 3, "the line being read stays"
    assert abs(left["y"] - right["y"]) < 6 and left["x"] + left["width"] < right["x"]
    assert page.url.endswith("?text=both")
    page.goto(f"{served[1]}{language}/kaifeng-2020/h1-1/")
    expect(page.locator(f"#p9 .tx.{other}").first).to_be_visible()
    choose(page, "text", other)
    expect(page.locator(f"#p9 .tx.{language}").first).to_be_hidden()
    page.goto(f"{served[1]}{language}/{PAGE}?text={language}")
    expect(foreign).to_be_hidden()


def test_on_a_phone_the_other_language_is_folded_under_each_block(
    phone: BrowserContext, served: Served
) -> None:
    page = opened(phone, served, f"zh/{PAGE}?text=both")
    english = page.locator("#p40 .tx.en").first
    expect(english).to_be_hidden()
    button = page.locator("#p40 .unfold").first
    button.tap()
    expect(english).to_be_visible()
    assert button.get_attribute("aria-expanded") == "true"
    expect(page.locator("#p41 .tx.en").first).to_be_hidden()
    button.tap()
    expect(english).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_pointing_at_a_sentence_lights_its_counterpart(desk: BrowserContext, served: Served) -> None:
    page = opened(desk, served, f"zh/{PAGE}?text=both")
    page.locator("#p40-s2").hover()
    lit = page.locator(".s.lit")
    expect(lit).to_have_count(2)
    assert {s.get_attribute("data-s") for s in lit.all()} == {"p40-s2"}
    page.mouse.move(5, 5)
    expect(lit).to_have_count(0)


def test_a_sentence_hidden_by_the_mode_is_still_reached(desk: BrowserContext, served: Served) -> None:
    page = opened(desk, served, f"zh/{PAGE}?text=en#p44-s1")
    expect(page.locator('#p44 .tx.en [data-s~="p44-s1"]')).to_be_in_viewport()


OVERLAPS = """() => {
  const rects = [...document.querySelectorAll('.mnote')].map(n => n.getBoundingClientRect());
  const over = rects.filter((a, i) => rects.some((b, j) => i < j && a.top < b.bottom && b.top < a.bottom));
  const text = Math.max(...[...document.querySelectorAll('.para')].map(p => p.getBoundingClientRect().right));
  return {count: rects.length, over: over.length, into: rects.filter(r => r.left < text).length,
          out: rects.filter(r => r.right > innerWidth).length};
}"""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("slug", ["h1-1", "h1-7", "h2-3", "h2-8", "h3"])
@pytest.mark.parametrize("size", ["m", "x"])
def test_margin_notes_stand_clear(
    desk: BrowserContext, served: Served, language: str, slug: str, size: str
) -> None:
    page = opened(desk, served, f"{language}/kaifeng-2020/{slug}/")
    choose(page, "size", size)
    page.wait_for_timeout(300)
    found = page.evaluate(OVERLAPS)
    assert found["over"] == found["into"] == found["out"] == 0
    assert found["count"] > 3 or size == "x"


def test_pointing_at_a_word_with_a_margin_note_lights_the_note(desk: BrowserContext, served: Served) -> None:
    page = opened(desk, served, "zh/kaifeng-2020/h1-1/")
    page.locator("#p9 .own a.term", has_text="三大攻坚战").hover()
    expect(page.locator(".mnote.lit")).to_contain_text("三项重点任务")
    expect(page.locator("#gloss-popup")).to_have_count(0)


def test_all_few_or_no_notes(desk: BrowserContext, served: Served) -> None:
    page = opened(desk, served, "zh/kaifeng-2020/h1-1/")
    line = "e => getComputedStyle(e).textDecorationLine"
    figure, slogan = page.locator("#p9 .own a.figure").first, page.locator("#p9 .own a.term.key").first
    assert figure.evaluate(line) == slogan.evaluate(line) == "underline"
    choose(page, "notes", "few")
    assert (figure.evaluate(line), slogan.evaluate(line)) == ("none", "underline")
    assert figure.get_attribute("tabindex") == "-1"
    choose(page, "notes", "none")
    assert slogan.evaluate(line) == "none"
    expect(page.locator("#p9 .own a.note").first).to_be_hidden()
    expect(page.locator(".mnote")).to_have_count(0)
    page.reload()
    assert slogan.evaluate(line) == "none"


def test_the_sheet_does_not_trap_scrolling(phone: BrowserContext, served: Served) -> None:
    page = opened(phone, served, "zh/kaifeng-2020/h1-1/")
    page.locator(".own a.term", has_text="三包三联三访").tap()
    sheet = page.locator("#gloss-popup")
    box = sheet.bounding_box()
    assert box and abs(box["y"] + box["height"] - 740) < 2 and box["height"] < 450
    before = page.evaluate("scrollY")
    page.mouse.move(box["x"] + 40, box["y"] + 30)
    page.mouse.wheel(0, 400)
    for _ in range(40):
        page.wait_for_timeout(50)
        if page.evaluate("scrollY") > before + 100:
            break
    assert page.evaluate("scrollY") > before + 100
    expect(sheet).to_be_visible()
    page.locator("h1").tap(position={"x": 2, "y": 2}, force=True)
    expect(sheet).to_be_hidden()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_paragraph_menu_by_keyboard(desk: BrowserContext, served: Served, language: str) -> None:
    page = opened(desk, served, f"{language}/{PAGE}")
    number = page.locator("#p41 .pnum")
    number.focus()
    page.keyboard.press("Enter")
    menu = page.get_by_role("menu")
    expect(menu.get_by_role("menuitem").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(menu.get_by_role("menuitem").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(number).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert clipboard(page) == f"{served[1]}kaifeng-2020/p41/"
    error = page.locator(".menu [data-act=error]")
    number.click()
    assert "kaifeng-2020%2Fp41" in str(error.get_attribute("href"))
    page.locator(".menu [data-act=page]").click()
    page.wait_for_url("**/kaifeng-2020/p41/")


def test_a_quotation_is_the_text_to_the_letter(desk: BrowserContext, served: Served) -> None:
    page = opened(desk, served, f"zh/{PAGE}")
    page.locator("#p40 .pnum").click()
    page.locator(".menu [data-act=quote]").click()
    words = "".join(page.locator("#p40 .tx.zh .s").all_text_contents())
    said = clipboard(page)
    # Inside quotation marks those of the text become single: GB/T 15834, 引号之内用单引号.
    words = words.replace("“", "‘").replace("”", "’")
    assert words in said and f"{served[1]}kaifeng-2020/p40/" in said and "按" not in words


def test_selected_words_are_quoted_with_their_sentence(desk: BrowserContext, served: Served) -> None:
    page = opened(desk, served, f"zh/{PAGE}")
    page.evaluate("""() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#p40-s2'));
      getSelection().addRange(range);
    }""")
    bar = page.locator(".selection")
    expect(bar).to_be_visible()
    bar.locator("[data-act=link]").click()
    assert clipboard(page).startswith(f"{served[1]}kaifeng-2020/p40/#s2:~:text=")


def test_the_keyboard_goes_from_paragraph_to_paragraph(desk: BrowserContext, served: Served) -> None:
    page = opened(desk, served, f"zh/{PAGE}")
    for expected in ("p39", "p40", "p41"):
        page.keyboard.press("j")
        expect(page.locator(f"#{expected} .pnum")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("#p40 .pnum")).to_be_focused()
    page.keyboard.press("?")
    expect(page.locator("dialog.shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("3")
    assert page.locator("html").get_attribute("data-text") == "both"
    page.keyboard.press("m")
    expect(page.get_by_role("menu")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".settings summary").click()
    choose(page, "keys", "off")
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    assert page.locator("html").get_attribute("data-text") == "both"


def test_what_was_read_is_remembered(desk: BrowserContext, served: Served) -> None:
    page = opened(desk, served, "zh/kaifeng-2020/h1-1/")
    page.locator("#p9").evaluate("e => e.scrollIntoView({block: 'end'})")
    page.wait_for_timeout(1500)
    page.goto(f"{served[1]}zh/{PAGE}")
    page.locator(".where summary").click()
    expect(page.locator(".where li", has_text="打好攻坚补短板").locator(".read")).to_have_text("已读1／1段")
    expect(page.locator(".where li.here")).to_contain_text(["区域协调"])


def test_without_scripts_the_page_speaks_its_language(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served[1]}en/{PAGE}")
    expect(page.locator("#p40 .tx.en").first).to_be_visible()
    expect(page.locator("#p40 .tx.zh").first).to_be_hidden()
    expect(page.locator(".reading-tools")).to_be_hidden()
    page.locator("#p40 .pnum").click()
    page.wait_for_url("**/kaifeng-2020/p40/")
    context.close()
