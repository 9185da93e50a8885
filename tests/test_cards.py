"""Previews of shared links, the cards they show, and each paragraph's own page and files."""

from __future__ import annotations

import dataclasses
import io
import json
import re
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from PIL import Image
from playwright.sync_api import BrowserContext, expect

from scripts.export.paragraph import paragraph_files, paragraph_schema
from scripts.join.concordance import trace
from scripts.model.annotation import Bilingual
from scripts.model.edition import Edition, Report
from scripts.model.report import Erratum
from scripts.model.text import Segment, checksum
from scripts.publish.press import print_sheets
from scripts.publish.workshop import open_workshop
from scripts.render.cards import card_sheets, paragraph_card
from scripts.render.excerpt import PAIRS, ellipsis, excerpt
from scripts.render.permanent import permanent_pages
from scripts.render.quotation import quotation_files
from scripts.render.templates import Templates
from tests.conftest import ROOT

Served = tuple[Path, str]
ADDRESS = "https://example.org/reports/"
LAYERS = ("notes", "figures", "outcomes")
PAUSED = re.compile(r"[。！？!?.][”’」』）)]?$")


@given(st.text("各位代表,;。“”《》 abc.", max_size=80), st.integers(12, 40))
def test_an_excerpt_is_a_beginning_that_fits(text: str, room: int) -> None:
    cut = excerpt(text, room)
    assert len(cut) <= room
    if cut != text:
        assert text.startswith(cut.removesuffix(ellipsis(text)).rstrip())


@pytest.mark.parametrize(("text", "room", "wanted"), [
    ("短句。", 20, "短句。"),
    ("第一句话说完了。第二句话还很长很长很长。", 14, "第一句话说完了。……"),
    ("甲乙丙丁戊己庚,辛壬癸子丑寅卯辰巳午", 14, "甲乙丙丁戊己庚……"),
    ("他说“甲乙丙,丁戊己”,子丑寅卯辰巳午未申酉", 16, "他说“甲乙丙,丁戊己”……"),
    ("增长了1,000万元以上的数额还在继续增加", 10, "增长了1,000……"),
    ("One sentence ends here. Another, much longer, goes on and on.", 40, "One sentence ends here. …"),
    ("Up 1,000 at once and with no pause at all", 24, "Up 1,000 at once and …"),
])  # fmt: skip
def test_an_excerpt_ends_where_one_pauses(text: str, room: int, wanted: str) -> None:
    assert excerpt(text, room) == wanted


def test_no_card_ends_in_a_heading_or_an_open_quotation(edition: Edition, templates: Templates) -> None:
    for report in edition.reports:
        for segment in report.paragraphs:
            card = paragraph_card(report, segment, templates)
            said = (card.head + card.zh).removesuffix("……")
            assert segment.text.startswith(said)
            assert all(said.count(pair[0]) == said.count(pair[1]) for pair in PAIRS)
            heads = [s.text for s in segment.sentences if s.head]
            assert said == segment.text or not any(said.endswith(head) for head in heads)


@pytest.fixture(scope="session")
def templates() -> Templates:
    return open_workshop(ROOT).templates


def test_cards_are_pictures_of_the_right_size(served: Served, edition: Edition) -> None:
    report = edition.reports[0]
    names = ["card.png", "card-zh.png", "card-en.png", f"{report.id}/card.png"]
    names += [f"{report.id}/{s.id}/card.png" for s in report.paragraphs]
    pictures = {}
    for name in names:
        data = (served[0] / name).read_bytes()
        picture = Image.open(io.BytesIO(data)).convert("L")
        assert picture.size == (1200, 630) and len(data) < 300_000, name
        assert picture.getextrema()[0] < 60 < 240 < picture.getextrema()[1], "ink on paper"
        pictures[name] = data
    assert len(set(pictures.values())) == len(names), "no two alike"


def test_cards_are_the_same_each_time(edition: Edition, templates: Templates, tmp_path: Path) -> None:
    """Printed without the cache, twice, the cards of a site are the same bytes."""
    shop = open_workshop(ROOT)
    sheets = [next(card_sheets(edition, templates, shop.colours)) for _ in range(2)]
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/fonts").symlink_to(ROOT / "overrides/fonts")
    first = print_sheets(tmp_path, sheets[:1])
    (tmp_path / ".cache").rename(tmp_path / "aside")
    assert print_sheets(tmp_path, sheets[1:]) == first


META = re.compile(r'<meta (?:property|name)="([\w:]+)"[^>]*? content="([^"]*)">')


@pytest.mark.parametrize(
    "page",
    ["", "kaifeng-2020/p57/", "kaifeng-2020/p15/", "zh/", "en/", "zh/kaifeng-2020/h2-7/", "en/glossary/"],
)
def test_a_shared_link_shows_title_words_and_picture(served: Served, page: str) -> None:
    site, address = served
    found = dict(META.findall((site / page / "index.html").read_text("utf-8")))
    assert found["og:url"] == address + page
    assert found["og:title"] and found["og:image:alt"] and found["twitter:card"] == "summary_large_image"
    assert 20 <= len(found["og:description"]) <= 400 and "\n" not in found["og:description"]
    picture = Image.open(site / found["og:image"].removeprefix(address))
    assert found["og:image"].startswith(address)
    assert (found["og:image:width"], found["og:image:height"]) == tuple(map(str, picture.size))
    if page.endswith("p57/"):
        assert found["og:description"].startswith("深化文旅融合。出台大运河文化保护传承利用实施方案")
        assert "Deeper integration of culture and tourism." in found["og:description"]
        assert len(found["og:description"]) <= 200, "what X takes"


def test_without_an_address_no_picture_is_promised(edition: Edition, templates: Templates) -> None:
    _, page = next(iter(permanent_pages(edition, templates, "")))
    assert "og:image" not in page and 'content="summary"' in page


# --- a report with a history


@pytest.fixture(scope="session")
def aged(edition: Edition) -> Edition:
    """The edition with p3 corrected, p4 removed, p8 merged into p9, and a sentence of p9 gone."""
    report = edition.reports[0]
    was, now = "aaaaaaaa", checksum(report.by_id["p3"].text)
    erratum = Erratum("p3", was, now, "2026-12-01", Bilingual("改正误字。", "A misprint corrected."))
    segments = tuple(_aged(s) for s in report.text.segments)
    text = dataclasses.replace(report.text, segments=segments)
    here = {s.id for _, s in text.sentences()}
    anchors = {id: span for id, span in report.anchors.items() if span.sentence in here}
    layers = {name: tuple(e for e in getattr(report, name) if e.id in anchors) for name in LAYERS}
    old = dataclasses.replace(report, text=text, errata=(erratum,), anchors=anchors, **layers)
    return dataclasses.replace(edition, reports=(old,), occurrences=trace(edition.terms, (old,)))


def _aged(segment: Segment) -> Segment:
    gone = dataclasses.replace(segment, kind="removed", sentences=(), was=segment.text)
    if segment.id == "p9":
        return dataclasses.replace(segment, gone=("p9-s99",))
    return {"p4": gone, "p8": dataclasses.replace(gone, into="p9")}.get(segment.id, segment)


@pytest.fixture(scope="session")
def aged_pages(aged: Edition, templates: Templates) -> dict[str, str]:
    pages = permanent_pages(aged, templates, ADDRESS)
    return {path.split("/")[1]: " ".join(text.split()) for path, text in pages}


def test_a_correction_is_told_where_it_was_made(aged_pages: dict[str, str], edition: Edition) -> None:
    now = checksum(edition.reports[0].by_id["p3"].text)
    assert "2026年12月1日更正：改正误字。" in aged_pages["p3"]
    assert "Corrected on 1 December 2026: A misprint corrected." in aged_pages["p3"]
    assert f"aaaaaaaa → {now}" in aged_pages["p3"]
    assert "首次发布以来，本段未改" not in aged_pages["p3"] and "本段未改" in aged_pages["p5"]


def test_a_removed_paragraph_says_so_and_shows_its_last_words(
    aged_pages: dict[str, str], edition: Edition
) -> None:
    last = edition.reports[0].by_id["p8"].text
    assert last in re.sub(r"<[^>]+>", "", aged_pages["p8"])
    for told in (
        "该段已从原文中删去。",
        "This paragraph was removed",
        '<a href="../p9/">该段并入第9段。</a>',
        '<a href="../p9/">This paragraph was merged into paragraph 9.</a>',
    ):
        assert told in aged_pages["p8"]
    assert "该段并入" not in aged_pages["p4"] and "该段已从原文中删去。" in aged_pages["p4"]
    assert checksum(last) in aged_pages["p8"]


def test_a_paragraph_says_what_it_took_in_and_what_it_lost(aged_pages: dict[str, str]) -> None:
    assert '<a href="../p8/">原第8段并入本段。</a>' in aged_pages["p9"]
    assert re.search(r'id="s99"><p>原第99句已不在本段。', aged_pages["p9"]), (
        "its address still leads somewhere"
    )


def test_cards_tell_of_a_removal(aged: Edition, templates: Templates) -> None:
    report = aged.reports[0]
    card = paragraph_card(report, report.by_id["p4"], templates)
    assert card.mark == "第4段 ¶4 已删" and "removed" in card.en and card.zh == report.by_id["p4"].was


@pytest.mark.parametrize("which", ["edition", "aged"])
def test_every_paragraphs_json_keeps_to_its_schema(which: str, request: pytest.FixtureRequest) -> None:
    edition: Edition = request.getfixturevalue(which)
    validator = Draft202012Validator(json.loads(paragraph_schema(ADDRESS)))
    report = edition.reports[0]
    files = dict(paragraph_files(edition, ADDRESS))
    assert set(files) == {f"{report.id}/{s.id}.json" for s in report.paragraphs}
    for segment in report.paragraphs:
        document = json.loads(files[f"{report.id}/{segment.id}.json"])
        validator.validate(document)
        text = segment.text or segment.was
        assert document["checksum"] == {"sha256": sha256(text.encode()).hexdigest(), "short": checksum(text)}
        said = {s["id"]: s["zh"] for s in document["sentences"]}
        assert "".join(s["zh"] + s["after"] for s in document["sentences"]) == segment.text
        for entries in document["annotations"].values():
            for at in (entry["at"] for entry in entries):
                assert said[at["sentence"]][at["start"] : at["end"]] == at["words"] != ""
        assert document["edition"]["version"] == edition.imprint.version


def test_a_paragraphs_json_has_its_history(aged: Edition) -> None:
    files = {path: json.loads(text) for path, text in paragraph_files(aged, ADDRESS)}
    p3, p8, p9 = (files[f"kaifeng-2020/{p}.json"]["history"] for p in ("p3", "p8", "p9"))
    assert p3["corrections"][0]["date"] == "2026-12-01"
    assert p8["removed"]["merged_into"] == "p9" and p8["removed"]["was"]
    assert p9["took_in"] == ["p8"] and p9["gone_sentences"] == ["p9-s99"] and p9["removed"] is None


def test_a_json_that_lacks_something_is_refused(edition: Edition) -> None:
    validator = Draft202012Validator(json.loads(paragraph_schema()))
    document = json.loads(next(iter(paragraph_files(edition)))[1])
    for key in document:
        assert not validator.is_valid({k: v for k, v in document.items() if k != key}), key


def test_quotations_to_paste(aged: Edition, templates: Templates) -> None:
    files = dict(quotation_files(aged, templates, ADDRESS))
    for ext in ("txt", "md"):
        text = files[f"kaifeng-2020/p57.{ext}"]
        for told in (
            "深化文旅融合。",
            "Deeper integration of culture",
            "第57段",
            "paragraph 57",
            f"{ADDRESS}kaifeng-2020/p57/",
        ):
            assert told in text
    assert "原第4段（已删）" in files["kaifeng-2020/p4.txt"]
    assert "Unofficial translation" not in files["kaifeng-2020/p4.txt"]


def test_markdown_says_the_text_and_nothing_else(edition: Edition, templates: Templates) -> None:
    import html

    import markdown

    report: Report = edition.reports[0]
    files = dict(quotation_files(edition, templates, ADDRESS))
    for segment in report.paragraphs:
        drawn = markdown.markdown(files[f"{report.id}/{segment.id}.md"])
        words = html.unescape(re.sub(r"<[^>]+>|\s", "", drawn.split("</blockquote>")[0]))
        assert words.startswith(re.sub(r"\s", "", segment.text))


def test_the_page_leads_to_its_files(served: Served) -> None:
    folder = served[0] / "kaifeng-2020"
    page = (folder / "p57/index.html").read_text("utf-8")
    for kind, ext in (("application/json", "json"), ("text/plain", "txt"), ("text/markdown", "md")):
        assert f'<link rel="alternate" type="{kind}" href="../p57.{ext}">' in page
        assert f'<a href="../p57.{ext}">' in page and (folder / f"p57.{ext}").exists()


def test_what_a_page_needs_is_small(served: Served) -> None:
    import gzip

    needed = sum(len(gzip.compress((served[0] / f"assets/page.{x}").read_bytes())) for x in ("css", "js"))
    assert needed < 6_000


# --- in the browser


def test_a_sentence_address_marks_it_in_both_languages(served: Served, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{served[1]}kaifeng-2020/p57/#s2")
    paint = "e => getComputedStyle(e).backgroundColor"
    plain = page.locator("#s3").evaluate(paint)
    assert page.locator("#s2").evaluate(paint) == page.locator("#e2").evaluate(paint) != plain
    page.evaluate("location.hash = '#s3'")
    expect(page.locator("#e3")).to_have_class(re.compile(r"\btwin\b"))
    assert page.locator(".twin").count() == 1


def test_a_hard_word_leads_to_its_note_and_back_without_script(served: Served, browser) -> None:  # type: ignore[no-untyped-def]
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.goto(f"{served[1]}kaifeng-2020/p57/")
    page.click("#s2 a.term >> nth=0")
    assert page.url.endswith("#g-1") and page.locator("#g-1").is_visible()
    page.click("#g-1 a[href='#s2']")
    assert page.url.endswith("#s2")
    context.close()


def test_the_card_is_fetched_only_when_asked_for(served: Served, context: BrowserContext) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.goto(f"{served[1]}kaifeng-2020/p25/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith(".png")]
    page.click("details.share summary")
    expect(page.locator("details.share img")).to_have_js_property("naturalWidth", 1200)


@pytest.mark.parametrize("width", [360, 1440])
def test_languages_stand_side_by_side_where_there_is_room(
    served: Served, context: BrowserContext, width: int
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{served[1]}kaifeng-2020/p15/")
    tops = page.evaluate(
        "[...document.querySelectorAll('.pair.text')].map(p => [...p.children].map(c => c.getBoundingClientRect().top))"
    )
    assert len(tops) > 5
    assert all((abs(zh - en) < 12) is (width == 1440) for zh, en in tops)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
