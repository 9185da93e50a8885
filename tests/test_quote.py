"""The page "Check a quotation", in a real browser: what it says of texts, and how it is used."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from opencc import OpenCC
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.model.edition import Edition
from scripts.publish.workshop import open_workshop
from scripts.render.quote_index import quote_index
from tests.conftest import ROOT

Served = tuple[Path, str]
GOLDEN = yaml.safe_load((ROOT / "tests/golden/quotations.yml").read_text("utf-8"))
WORDS = yaml.safe_load((ROOT / "overrides/interface/quote.yml").read_text("utf-8"))
KINDS = ("width", "punctuation", "quotes", "traditional", "spaces", "lines", "case")
READ = """() => {
  const result = document.querySelector('.quote-result');
  const texts = (selector, of = result) => [...of.querySelectorAll(selector)].map((e) => e.textContent);
  const bare = (e) => { const copy = e?.cloneNode(true); copy?.querySelector('.unseen').remove(); return copy?.textContent ?? ''; };
  const changes = [];
  for (const mark of result.querySelectorAll('.diff del, .diff ins')) {
    if (mark.tagName === 'DEL') changes.push([bare(mark), mark.nextSibling?.tagName === 'INS' ? bare(mark.nextSibling) : '']);
    else if (mark.previousSibling?.tagName !== 'DEL') changes.push(['', bare(mark)]);
  }
  const places = '.find .where a:first-child, .more-places a, .quote-result > .where:not(h3 + .where) a:first-child';
  return {
    verdict: result.querySelector('h2').dataset.verdict, heading: result.querySelector('h2').textContent,
    places: [...document.querySelectorAll(places)].map((a) => [a.getAttribute('href'), a.textContent]),
    nearest: result.querySelector('h3 + .where a')?.getAttribute('href') ?? '',
    remarks: texts('.remarks').join(' '), numbers: texts('.numbers li'), missing: texts('.missing li'), changes,
  };
}"""


@dataclass(frozen=True)
class Asked:
    """The page in one language, and what it has answered."""

    page: Page

    def check(self, text: str) -> dict[str, Any]:
        self.page.locator("textarea").fill(text)
        self.page.locator("button[type=submit]").click()
        expect(self.page.locator(".quote-result h2")).to_be_focused()
        return dict(self.page.evaluate(READ))


@pytest.fixture(scope="module")
def asked(browser: Browser, served: Served) -> Iterator[Asked]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served[1]}zh/check-quotation/")
    yield Asked(page)
    context.close()


def sentence(href: str) -> str:
    """…/kaifeng-2020/p5/#s3 -> p5-s3, …/#h1-2 -> h1-2."""
    found = re.search(r"/(p\d+)/(?:#(s\d+))?$", href)
    return "-".join(filter(None, found.groups())) if found else href.split("#")[1]


def told(kind: str) -> str:
    return str(WORDS[f"quote_kind_{kind}"]["zh"])


def pasted(case: dict[str, Any]) -> str:
    return OpenCC("s2t").convert(case["paste"]) if case.get("form") == "traditional" else case["paste"]


@pytest.mark.parametrize("case", GOLDEN, ids=[f"{n}-{case['verdict']}" for n, case in enumerate(GOLDEN)])
def test_golden(asked: Asked, case: dict[str, Any]) -> None:
    answer = asked.check(pasted(case))
    assert answer["verdict"] == case["verdict"], answer
    assert [sentence(href) for href, _ in answer["places"]] == [at.split("..")[0] for at in case["at"]], (
        answer
    )
    for at, (_, label) in zip(case["at"], answer["places"], strict=True):
        assert "-s" not in at or f"{at.rsplit('-s')[-1]}句" in label
    said = f"{answer['heading']} {answer['remarks']}"
    assert {kind for kind in KINDS if told(kind) in said} == set(case.get("kinds", [])), said
    assert answer["changes"] == case.get("changes", [])
    numbers = case.get("numbers", [])
    assert len(answer["numbers"]) == len(numbers)
    assert all(
        f"“{p}”" in line and f"“{r}”" in line for (r, p), line in zip(numbers, answer["numbers"], strict=True)
    )
    for order in ("in", "out"):
        assert (WORDS[f"quote_order_{order}"]["zh"] in said) is (case.get("order") == order)
    assert answer["missing"] == case.get("missing", [])
    assert not case.get("nearest") or sentence(answer["nearest"]) == case["nearest"]
    cited = {
        name: WORDS[f"quote_cited_{name}"]["zh"].split("{}")[1] in said for name in ("here", "elsewhere")
    }
    assert cited == {name: case.get("cited") == name for name in cited}


def checked(page: Page, texts: list[str]) -> list[dict[str, Any]]:
    """What the check finds for many texts, in one call."""
    return list(page.evaluate(
        """(texts) => {
          const library = EditionVerdict.library(EditionTexts);
          return texts.map((text) => {
            const { verdict, finds } = EditionVerdict.check(library, text);
            return { verdict, finds: finds.map((f) => f.pieces.map(({ start, runs }) => ({ start, runs }))) };
          });
        }""", texts))  # fmt: skip


def letters(text: str) -> str:
    return re.sub(r"[^\w%~+]", "", text)


def stretches(source: str, seed: int, count: int) -> Iterator[tuple[int, str]]:
    """Random stretches of the report of six characters that count and more."""
    dice = random.Random(seed)
    while count:
        start, length = dice.randrange(len(source)), dice.choice((6, 8, 12, 20, 40, 120, 500))
        text = source[start : start + length]
        if len(re.findall(r"[\u4e00-\u9fff]", text)) >= 6:
            count -= 1
            yield start, text


@pytest.mark.parametrize("seed", range(3))
def test_any_stretch_is_word_for_word(asked: Asked, edition: Edition, seed: int) -> None:
    asked.check("开封")  # the texts are there once something was asked
    source = edition.reports[0].source
    wanted = list(stretches(source, seed, 200))
    for (start, text), found in zip(wanted, checked(asked.page, [t for _, t in wanted]), strict=True):
        assert found["verdict"] == "exact", text
        at = start + len(text) - len(text.lstrip())
        assert at in [piece["start"] for pieces in found["finds"] for piece in pieces], text


@pytest.mark.parametrize("seed", range(3))
def test_one_character_changed_is_shown_and_nothing_else(asked: Asked, edition: Edition, seed: int) -> None:
    asked.check("开封")
    source, dice = edition.reports[0].source, random.Random(seed)
    wanted = []
    for start, text in stretches(source, seed + 100, 200):
        at = dice.choice([i for i, c in enumerate(text) if re.match(r"[\u4e00-\u9fff0-9]", c)])
        other = "龘" if not text[at].isdigit() else str((int(text[at]) + dice.randrange(1, 9)) % 10)
        changed = text[:at] + other + text[at + 1 :]
        if letters(changed) not in letters(source):
            wanted.append((start, text, changed))
    assert len(wanted) > 150
    for (_, text, changed), found in zip(wanted, checked(asked.page, [c for *_, c in wanted]), strict=True):
        assert found["verdict"] == "near", changed
        shown = []
        for (piece,) in found["finds"]:
            differing = [run for run in piece["runs"] if "same" not in run]
            both = [
                "".join(run.get("same", run.get(side, "")) for run in piece["runs"])
                for side in ("printed", "pasted")
            ]
            shown.append((len(differing), *map(letters, both)))
        assert (1, letters(text), letters(changed)) in shown, (text, changed, shown)


def test_the_texts_are_the_report_to_the_letter(edition: Edition) -> None:
    script = quote_index(edition, open_workshop(ROOT).templates, "https://example.org/")
    texts = json.loads(script.removeprefix("var EditionTexts = ").removesuffix(";\n"))
    for report, row in zip(edition.reports, texts["reports"], strict=True):
        joined = "".join(
            "".join(zh + space for _, zh, space, _ in said) + after for *_, after, said in row["segments"]
        )
        assert row["before"] + joined == report.source
        english = {id: en for *_, said in row["segments"] for id, _, _, en in said}
        assert english == {
            s.id: (r.text if (r := report.rendering(s)) else "") for _, s in report.text.sentences()
        }


def test_several_reports_are_all_searched(asked: Asked) -> None:
    asked.check("开封")
    found = asked.page.evaluate(
        """() => {
          const [report] = EditionTexts.reports, other = { ...report, id: 'somewhere-2021' };
          const library = EditionVerdict.library({ ...EditionTexts, reports: [report, other] });
          return EditionVerdict.check(library, '三次产业结构').finds.map((f) => f.report.id);
        }""")  # fmt: skip
    assert found == ["kaifeng-2020", "somewhere-2021"]


def test_a_link_to_a_check(context: BrowserContext, served: Served) -> None:
    """?q= is answered at once; the theme's own search, which reads it too, stays shut."""
    page = context.new_page()
    text = "森林覆盖率提升到28.34%"
    page.goto(f"{served[1]}en/check-quotation/?q={quote(text)}")
    expect(page.locator(".quote-result h2")).to_have_attribute("data-verdict", "near")
    expect(page.locator("textarea")).to_have_value(text)
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(".md-search [name=q]")).to_have_value("")
    page.wait_for_url(f"**/?q={quote(text)}")


def test_by_keyboard(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.goto(f"{served[1]}zh/check-quotation/")
    page.get_by_label("要核对的文字").focus()
    page.keyboard.type("p57-s2")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="核对", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".quote-result h2")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kaifeng-2020/p57/#s2")


def test_a_quotation_is_copied_with_its_source(browser: Browser, served: Served) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{served[1]}zh/check-quotation/?q={quote('全市生产总值预计增长7.5％')}")
    page.locator("details.ready button").click()
    expect(page.locator(".quote-status")).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()").splitlines() == [
        "全市生产总值预计增长7.5%",
        f"——高建军：《2020年开封市政府工作报告》，2020年1月16日，第5段第3句，{served[1]}kaifeng-2020/p5/#s3",
    ]
    context.close()


def test_english_has_the_chinese_beneath(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.goto(f"{served[1]}en/check-quotation/?q={quote('An iron hand against pollution')}")
    expect(page.locator(".passage [lang=zh-Hans]")).to_have_text("铁腕治污染。")
    expect(page.locator(".not-official")).to_contain_text("not official")
    expect(page.locator("pre")).to_contain_text("unofficial translation")


def test_without_javascript_the_whole_report_is_named(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served[1]}en/check-quotation/")
    expect(page.locator("#quote-check form")).to_be_hidden()
    page.locator(".without-script a").click()
    page.wait_for_url("**/en/kaifeng-2020/full/")
    context.close()


def test_from_a_folder_on_disk(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.goto((served[0] / "zh/check-quotation/index.html").as_uri())
    Asked(page).check("全市生产总值预计增长7.5%")
    expect(page.locator(".quote-result h2")).to_have_attribute("data-verdict", "exact")


def test_it_says_so_when_the_texts_cannot_be_had(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    page.route("**/quotations.js", lambda route: route.abort())
    page.goto(f"{served[1]}zh/check-quotation/")
    page.locator("textarea").fill("全市生产总值")
    page.locator("button[type=submit]").click()
    expect(page.locator(".quote-status")).to_contain_text("没有取到报告全文")
    page.unroute("**/quotations.js")
    Asked(page).check("全市生产总值")


def test_the_texts_are_fetched_on_focus_only(context: BrowserContext, served: Served) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served[1]}zh/check-quotation/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "quotations" in url]
    with page.expect_response("**/assets/quotations.js"):
        page.locator("textarea").focus()
    assert all(url.startswith(served[1]) for url in asked)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("language", "width"), [("zh", 360), ("en", 360), ("zh", 1440), ("en", 768)])
def test_the_answer_is_accessible_and_fits(
    browser: Browser, served: Served, language: str, width: int, scheme: Any
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    text = "全市生产总值预计增长7.5%；一般公共预算收入154.68亿元，社会消费品零售总额1087.6亿元，大幅增长10.9%"
    page.goto(f"{served[1]}{language}/check-quotation/?q={quote(text)}")
    expect(page.locator(".quote-result del").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    results = Axe().run(page, context="#quote-check")
    assert results.response["violations"] == [], results.generate_report()
    context.close()
