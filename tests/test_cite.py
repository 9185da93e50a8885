"""Citations and records: against what the standards print, and for paragraph 57."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.cite.data import STYLES, cite_data
from scripts.cite.dates import FORMS, forms_of
from scripts.cite.fill import citations, filled, quotation, record
from scripts.cite.machine import script_safe
from scripts.cite.place import EDITION, REPORT, Place, figure_place, paragraph_place, term_place
from scripts.model.edition import Edition

ROOT = Path(__file__).resolve().parents[1]
DAY = "2026-12-01"
GOLDEN = yaml.load((ROOT / "tests/golden/citations.yml").read_text("utf-8"), yaml.BaseLoader)
FORMATS = ("bibtex", "ris", "csl-json")


@pytest.fixture(scope="module")
def data(edition: Edition) -> dict[str, Any]:
    """The data of Kaifeng 2020 as of a fixed version, so that a release changes no example."""
    assert edition.imprint
    imprint = dataclasses.replace(edition.imprint, version="0.3.0", released="2026-11-28")
    return cite_data(imprint, "…/", edition.reports[0])


def places(edition: Edition, language: str) -> list[Place]:
    """One of each kind, with the awkward ones: a quotation mark in a term, an inserted paragraph."""
    report = edition.reports[0]
    quoted = next(t for t in edition.terms if "“" in t.zh or "“" in t.en)
    return [
        paragraph_place("p57"), paragraph_place("p57a"), paragraph_place("p57", "p57-s2"),
        Place("paragraph", "57"), Place("sentence", "57", "2", url="http://copy.example/"), REPORT, EDITION,
        figure_place(report, report.figures[3], language), Place("figure", id="x", title="100% {of} C_2 & <b>*"),
        term_place(edition.terms[0], language), term_place(quoted, language),
    ]  # fmt: skip


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["place"])
def test_what_the_standards_print(case: dict[str, Any]) -> None:
    style = next(zh if case["language"] == "zh" else en for id, _, zh, en in STYLES if id == case["style"])
    template = getattr(style, case["form"]).replace("*", "")
    assert filled(template, case["tokens"]) == case["printed"]


def test_each_style_of_both_standards_is_held_by_a_printed_example() -> None:
    assert {case["style"] for case in GOLDEN} == {id for id, *_ in STYLES}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_examples_on_the_page_are_what_the_code_gives(data: dict[str, Any], language: str) -> None:
    page = (ROOT / f"docs/{language}/cite.md").read_text("utf-8")
    shown = {line[2:] for line in page.splitlines() if line.startswith("> ")}
    given_: dict[str, str] = {}
    for place in (paragraph_place("p57"), EDITION):
        for lang in ("zh", "en"):
            for one in citations(data, place, lang, DAY):
                given_[one.html.replace("<i>", "*").replace("</i>", "*").replace("&amp;", "&")] = one.in_text
    assert shown, "no example"
    assert shown <= set(given_)
    for line in shown:
        assert given_[line] in page
    assert record(data, paragraph_place("p57"), language, DAY, "ris")


def test_a_date_in_every_form() -> None:
    assert forms_of("d", "2020-06-05") == {
        "d": "2020-06-05", "d_us": "June 5, 2020", "d_apa": "2020, June 5", "d_mla": "5 June 2020",
        "d_zh": "2020年6月5日", "d_ris": "2020/06/05", "d_year": "2020",
    }  # fmt: skip
    assert forms_of("d", "2020-09-30")["d_mla"] == "30 Sept. 2020"
    assert all(len(months.split()) in (0, 12) for _, months in FORMS.values())
    with pytest.raises(ValueError, match="unpack"):
        forms_of("d", "2020-06")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_token_is_left_open(edition: Edition, data: dict[str, Any], language: str) -> None:
    for place in places(edition, language):
        texts = [one.text + one.in_text for one in citations(data, place, language, DAY)]
        assert len(texts) == len(STYLES)
        texts += [record(data, place, language, DAY, format) for format in FORMATS]
        for text in texts:
            # What is typed in a name is no token: the name of the figure above has "{of}" in it.
            assert not re.search(r"\{(?!of\})[a-z_]+\}(?!,\n)", re.sub(r"= \{.*\},", "", text)), text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_records(edition: Edition, data: dict[str, Any], language: str) -> None:
    for place in places(edition, language):
        bibtex = record(data, place, language, DAY, "bibtex")
        bare = bibtex.replace(r"\{", "").replace(r"\}", "")
        assert bare.count("{") == bare.count("}")
        assert re.match(r"@(report|dataset|inreference|online)\{[A-Za-z0-9-]+,\n", bibtex)
        assert all(re.match(r"  [a-z]+ = \{.*\},$", line) for line in bibtex.splitlines()[1:-1]), bibtex
        ris = record(data, place, language, DAY, "ris").split("\r\n")
        assert ris[0].startswith("TY  - ") and ris[-2:] == ["ER  - ", ""]
        assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in ris[:-1])
        (item,) = json.loads(record(data, place, language, DAY, "csl-json"))
        assert item["accessed"] == {"date-parts": [[2026, 12, 1]]}
        assert item["type"] in ("report", "dataset", "entry-dictionary", "webpage")


def test_the_english_record_says_that_the_translation_is_unofficial(data: dict[str, Any]) -> None:
    place = paragraph_place("p57")
    for format in FORMATS:
        assert "unofficial translation" in record(data, place, "en", DAY, format)
        assert "2020年开封市政府工作报告" in record(data, place, "zh", DAY, format)
    for one in citations(data, place, "en", DAY):
        assert "unofficial" in one.text.lower()


def test_biblatex_escapes_what_tex_would_read(data: dict[str, Any]) -> None:
    place = Place("figure", id="x", title="50% of $1 & #2_{a}~^\\")
    assert (
        r"title = {50\% of \$1 \& \#2\_\{a\}\textasciitilde{}\textasciicircum{}\textbackslash{}},"
        in record(data, place, "en", DAY, "bibtex")
    )


@given(st.text())
def test_a_name_is_never_read_as_a_form(name: str) -> None:
    assert filled("<{what}>{url}", {"what": name, "url": "u"}) == f"<{name}>u"


def test_html_is_escaped(data: dict[str, Any]) -> None:
    place = Place("figure", id="x", title="<b>*&\"'")
    for one in citations(data, place, "en", DAY):
        assert "<b>" not in one.html and "&lt;b&gt;*&amp;&quot;&#x27;" in one.html
        assert "<b>*&\"'" in one.text


def test_the_site_has_its_own_address_on_a_copy_too(edition: Edition, data: dict[str, Any]) -> None:
    place = Place("paragraph", "57", url="http://copy.example/kaifeng-2020/p57/")
    assert "copy" not in record(data, place, "zh", DAY, "ris")
    assert place.url in record(data | {"address": ""}, place, "zh", DAY, "ris")


def test_a_quotation(data: dict[str, Any]) -> None:
    place = paragraph_place("p57", "p57-s2")
    assert quotation(data, place, "zh", " 推进“开封礼物”示范工程 ", DAY) == (
        "“推进‘开封礼物’示范工程”（高建军：《2020年开封市政府工作报告》第57段第2句，…/kaifeng-2020/p57/#s2）"
    )
    assert quotation(data, paragraph_place("p57"), "en", "words", DAY) == (
        "“words” (Gao Jianjun, “Report on the Work of the Government of Kaifeng, 2020”, para. 57, "
        "unofficial translation, …/kaifeng-2020/p57/)"
    )


@given(
    st.recursive(st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
)
def test_json_cannot_leave_its_script_element(value: Any) -> None:
    text = script_safe({"x": value, "y": "</script><!--<script>&\u2028"})
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == {"x": value, "y": "</script><!--<script>&\u2028"}
