"""Citing in a real browser: the same strings as in Python, and the dialog as a reader uses it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from scripts.cite.data import cite_data
from scripts.cite.fill import citations, quotation, record
from scripts.cite.place import Place, term_place
from scripts.model.edition import Edition
from tests.test_cite import DAY, FORMATS, places

Served = tuple[Path, str]
ALL = """([data, cases, day, formats]) => cases.map(([place, language, words]) => ({
  citations: EditionCite.citations(data, place, language, day)
    .map(({id, label, text, html, inText}) => [id, label, text, html, inText]),
  records: formats.map((format) => EditionCite.record(data, place, language, day, format)),
  quotation: words && EditionCite.quotation(data, place, language, words, day),
}))"""
WORDS = "推进“开封礼物”示范工程"


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


@pytest.mark.parametrize("address", ["https://example.org/", ""])
def test_the_browser_gives_the_strings_that_python_gives(
    page: Page, served: Served, edition: Edition, address: str
) -> None:
    assert edition.imprint
    data = cite_data(edition.imprint, address, edition.reports[0])
    cases = [
        (place, language, WORDS if place.kind in ("paragraph", "sentence", "report") else "")
        for language in ("zh", "en") for place in places(edition, language)
    ]  # fmt: skip
    page.goto(f"{served[1]}zh/glossary/place/")
    sent = [[dataclasses.asdict(place), language, words] for place, language, words in cases]
    found = page.evaluate(ALL, [data, sent, DAY, list(FORMATS)])
    assert len(found) == len(cases)
    for (place, language, words), given in zip(cases, found, strict=True):
        assert given["citations"] == [
            list(dataclasses.astuple(one)) for one in citations(data, place, language, DAY)
        ]
        assert given["records"] == [record(data, place, language, DAY, format) for format in FORMATS]
        if words:
            assert given["quotation"] == quotation(data, place, language, words, DAY)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_dialog_on_a_phone(page: Page, served: Served, edition: Edition, language: str) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.emulate_media(reduced_motion="reduce")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{served[1]}{language}/glossary/place/")
    term = next(t for t in edition.terms if t.category == "place")
    button = page.locator(f"#{term.id} .cite-button")
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog.cite-dialog")
    expect(dialog.locator(".cite-text")).not_to_be_empty()
    assert dialog.evaluate(
        "d => d.scrollWidth <= d.clientWidth && d.getBoundingClientRect().right <= innerWidth"
    )
    today = page.evaluate("EditionCite.today()")
    data = json.loads((served[0] / "cite.json").read_text("utf-8"))
    for style in data["styles"]:
        dialog.locator("select").select_option(style["id"])
        one = next(
            c for c in citations(data, term_place(term, language), language, today) if c.id == style["id"]
        )
        expect(dialog.locator(".cite-text")).to_have_text(one.text)
    dialog.locator("[data-act=copy]").click()
    expect(dialog.locator("output")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == one.text
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('.entry').id") == term.id


def test_the_other_language_and_a_style_are_remembered(page: Page, served: Served, edition: Edition) -> None:
    page.goto(f"{served[1]}zh/glossary/place/")
    term = next(t for t in edition.terms if t.category == "place")
    page.locator(f"#{term.id} .cite-button").click()
    dialog = page.locator("dialog.cite-dialog")
    dialog.locator("select").select_option("mla")
    dialog.locator("input[value=en]").check()
    expect(dialog.locator(".cite-text")).to_contain_text(f"{term.en} [{term.zh}]")
    page.keyboard.press("Escape")
    page.goto(f"{served[1]}zh/kaifeng-2020/figures/")
    page.locator("tbody tr").first.locator(".cite-button").click()
    expect(page.locator("dialog select")).to_have_value("mla")
    expect(page.locator("dialog .cite-text")).to_contain_text("Accessed")


def test_a_record_is_saved_without_a_server(page: Page, served: Served, edition: Edition) -> None:
    figure = edition.reports[0].figures[0]
    page.goto(f"{served[1]}zh/kaifeng-2020/figures/")
    page.locator(f"#{figure.id} .cite-button").click()
    expect(page.locator("dialog .cite-text")).not_to_be_empty()
    with page.expect_download() as waiting:
        page.locator("[data-record=bibtex] [data-act=save-record]").click()
    assert waiting.value.suggested_filename == f"figure-{figure.id}.bib"
    text = Path(waiting.value.path()).read_text("utf-8")
    assert text.startswith(f"@dataset{{kaifeng-2020-{figure.id},") and served[1] in text


def test_other_scripts_open_it_and_find_the_data(page: Page, served: Served) -> None:
    page.goto(f"{served[1]}en/kaifeng-2020/figures/")
    assert page.evaluate("EditionCiteDialog.address()") == f"{served[1]}kaifeng-2020/cite.json"
    page.evaluate("EditionCiteDialog.open({kind: 'sentence', number: '57', sentence: '2'})")
    page.locator("dialog select").select_option("apa")
    expect(page.locator("dialog .cite-in-text")).to_contain_text("(Gao, 2020, para. 57, sentence 2)")
    expect(page.locator("dialog .cite-text")).to_contain_text("kaifeng-2020/p57/#s2")


def test_the_menu_of_a_paragraph_opens_it(page: Page, served: Served) -> None:
    page.goto(f"{served[1]}en/kaifeng-2020/h2-7/")
    page.locator("#p57 .pnum").click()
    page.locator("[role=menuitem][data-act=cite]").click()
    dialog = page.locator("dialog.cite-dialog")
    expect(dialog.locator(".cite-what")).to_have_text("paragraph 57")
    expect(dialog.locator(".cite-text")).to_contain_text("January 16, 2020, para. 57, unofficial translation")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('.para').id") == "p57"


def test_a_day_may_be_given_as_a_date(page: Page, served: Served) -> None:
    page.goto(f"{served[1]}zh/kaifeng-2020/figures/")
    texts = page.evaluate("""async () => {
      const data = await EditionCite.load(EditionCiteDialog.address());
      const place = {kind: "paragraph", number: "57"};
      return [new Date(2026, 11, 1), "2026-12-01"].map((day) => [
        EditionCite.citations(data, place, "en", day), EditionCite.record(data, place, "en", day, "csl-json")]);
    }""")
    assert texts[0] == texts[1]


def test_the_address_is_found_out_where_the_build_did_not_know_it(page: Page, served: Served) -> None:
    page.goto(f"{served[1]}en/kaifeng-2020/figures/")
    page.route("**/cite.json", lambda route: route.fulfill(
        json=json.loads((served[0] / "kaifeng-2020/cite.json").read_text("utf-8")) | {"address": ""}
    ))  # fmt: skip
    page.evaluate("EditionCiteDialog.open({kind: 'paragraph', number: '57'})")
    expect(page.locator("dialog .cite-text")).to_contain_text(f"{served[1]}kaifeng-2020/p57/")


def test_failed_data_is_said(page: Page, served: Served) -> None:
    page.route("**/cite.json", lambda route: route.abort())
    page.goto(f"{served[1]}en/kaifeng-2020/figures/")
    page.locator(".cite-button").first.click()
    expect(page.locator("dialog output")).to_contain_text("could not be read")


def test_a_permanent_page_fills_in_today(page: Page, served: Served) -> None:
    page.goto(f"{served[1]}kaifeng-2020/p57/")
    page.locator("details.cite summary").click()
    expect(page.locator(".cite time").first).not_to_have_text("____")
    today = page.evaluate(
        "(() => { const d = new Date(); return [d.getFullYear(), d.getMonth() + 1, d.getDate()]; })()"
    )
    iso = f"{today[0]}-{today[1]:02}-{today[2]:02}"
    data = json.loads((served[0] / "kaifeng-2020/cite.json").read_text("utf-8"))
    shown = page.locator("details.cite dd").all_inner_texts()
    place = Place("paragraph", "57")
    both = [c.text for language in ("zh", "en") for c in citations(data, place, language, iso)]
    assert len(shown) == 5
    assert all(any(text.startswith(one) for one in both) for text in shown), shown


def test_without_a_script_there_is_a_blank_and_no_dead_button(
    served: Served, context: BrowserContext
) -> None:
    browser = context.browser
    assert browser
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{served[1]}kaifeng-2020/p57/")
    page.locator("details.cite summary").click()
    expect(page.locator("details.cite")).to_contain_text("[____]")
    page.goto(f"{served[1]}zh/kaifeng-2020/figures/")
    assert page.locator(".cite-button:visible").count() == 0
    plain.close()
