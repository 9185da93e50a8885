"""The TEI file: valid, complete, true to the source to the letter, and every reference leads somewhere."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from scripts.export.tei import tei
from scripts.export.tei_elements import TONGUES
from scripts.join.alignment import alignment
from scripts.model.annotation import Bilingual, Term
from scripts.model.edition import Edition, Report
from scripts.model.report import Erratum, Rendering, Translation
from scripts.model.text import Segment, Sentence, Text
from tests.conftest import ROOT

ADDRESS = "https://example.org/r/"
SCHEMA = etree.RelaxNG(etree.parse(str(Path(__file__).parent / "schemas" / "tei-edition.rng")))
NS = {"t": "http://www.tei-c.org/ns/1.0", "xml": "http://www.w3.org/XML/1998/namespace"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RANGE = re.compile(r"#string-range\(([^,]+),(\d+),(\d+)\)")


def parsed(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def live(report: Report) -> list[Segment]:
    return [s for s in report.text.segments if s.kind != "removed"]


def valid(root: etree._Element) -> bool:
    assert SCHEMA.validate(root), str(SCHEMA.error_log)[:2000]
    return True


@pytest.fixture(scope="module")
def document(edition: Edition) -> etree._Element:
    return parsed(tei(edition.reports[0], edition, ADDRESS))


@pytest.fixture(scope="module")
def by_id(document: etree._Element) -> dict[str, etree._Element]:
    found = [e for e in document.iter(etree.Element) if e.get(ID)]
    ids = {e.get(ID): e for e in found}
    assert len(ids) == len(found), "an id is there twice"
    return ids


def test_valid(document: etree._Element, edition: Edition) -> None:
    assert valid(document)
    assert valid(parsed(tei(edition.reports[0], edition)))


def test_the_schema_refuses_what_tei_refuses(document: etree._Element) -> None:
    """A paragraph after a division is what TEI does not allow and this text would invite."""
    copy = parsed(etree.tostring(document).decode())
    body = copy.find(".//t:text[@xml:id='text-zh']/t:body", NS)
    assert body is not None
    body.append(body.find(".//t:p", NS))
    assert not SCHEMA.validate(copy)


def test_the_chinese_is_the_source(by_id: dict[str, etree._Element], edition: Edition) -> None:
    """Every segment to the letter; with the separators of zh.yml they join to source.txt."""
    report = edition.reports[0]
    whole = report.text.before
    for segment in live(report):
        said = "".join(by_id[segment.id].itertext())
        assert said == segment.text
        whole += said + segment.after
    assert whole == report.source


def test_paragraphs_are_in_order_and_under_their_headings(
    document: etree._Element, by_id: dict[str, etree._Element], edition: Edition
) -> None:
    report = edition.reports[0]
    for language in TONGUES:
        text = by_id[f"text-{language}"]
        ids = [p.get(ID).removesuffix("-en") for p in text.iter("{*}p", "{*}head")]
        assert ids == [s.id for s in live(report)]
        for p in text.iter("{*}p"):
            above = [d.get("n") for d in p.iterancestors("{*}div") if d.get("n")]
            within = report.by_id[p.get(ID).removesuffix("-en")].within
            assert (above[0] if above else "") == within
    assert [t.get(LANG) for t in document.iterfind("t:text/t:group/t:text", NS)] == ["zh-Hans", "en-GB"]


def test_sentences_are_aligned(by_id: dict[str, etree._Element], edition: Edition) -> None:
    for unit in alignment(edition.reports[0]):
        english = by_id[f"{unit.ids[0]}-en"]
        assert english.get("corresp") == " ".join(f"#{id}" for id in unit.ids)
        assert "".join(english.itertext()) == unit.en
        assert all(by_id[id].get("corresp") == f"#{unit.ids[0]}-en" for id in unit.ids)


def test_every_reference_leads_somewhere(document: etree._Element, by_id: dict[str, etree._Element]) -> None:
    names = ("target", "corresp", "ana", "who")
    told = [(e, e.get(n)) for e in document.iter(etree.Element) for n in names if e.get(n)]
    references = [r for _, value in told for r in value.split() if r.startswith("#")]
    plain = [r for r in references if not RANGE.fullmatch(r)]
    assert len(plain) > 2000
    assert [r for r in plain if r[1:] not in by_id] == []


def test_spans_are_the_words(by_id: dict[str, etree._Element], edition: Edition) -> None:
    """Every annotation is there, and its string-range picks out the words it is about."""
    report = edition.reports[0]

    def words(id: str) -> str:
        sentence, start, length = RANGE.fullmatch(by_id[id].get("target")).groups()  # type: ignore[union-attr]
        assert len(by_id[sentence]) == 0, "a sentence holds its text and nothing else"
        return by_id[sentence].text[int(start) : int(start) + int(length)]

    for layer, kind in ((report.figures, "figure"), (report.notes, "note"), (report.outcomes, "outcome")):
        for entry in layer:
            assert words(f"{kind}-{entry.id}") == entry.quote
    for term in edition.terms:
        for number, place in enumerate(edition.occurrences[term.id], 1):
            assert words(f"occurrence-{term.id}-{number}") == place.sounding
    annotations = [e for e in by_id.values() if e.tag.endswith("}annotation")]
    layers = (*report.figures, *report.notes, *report.outcomes)
    assert len(annotations) == len(layers) + sum(map(len, edition.occurrences.values()))


def test_names_are_lists_of_names(document: etree._Element, edition: Edition) -> None:
    for category, path in (("person", "person"), ("place", "place")):
        listed = {e.get(ID) for e in document.iterfind(f"t:standOff//t:{path}", NS)}
        assert listed == {f"t-{t.id}" for t in edition.terms if t.category == category}
    organisations = {"institution", "enterprise"}
    listed = {e.get(ID) for e in document.iterfind("t:standOff//t:org", NS)}
    assert listed == {f"t-{t.id}" for t in edition.terms if t.category in organisations}


def test_figures_are_measures(by_id: dict[str, etree._Element], edition: Edition) -> None:
    for figure in edition.reports[0].figures:
        measures = by_id[f"figure-{figure.id}"].findall(".//t:measure", NS)
        assert {float(m.get("quantity")) for m in measures} == {float(figure.value)}
        assert {m.get("unit") for m in measures} == {figure.unit}
        assert ["".join(m.itertext()) for m in measures] == [figure.printed.zh, figure.printed.en]


def test_a_corrected_text_is_told(edition: Edition) -> None:
    report = edition.reports[0]
    erratum = Erratum("p9", "aaaaaaaa", "bbbbbbbb", "2026-12-01", Bilingual("改字", "a character"))
    changed = dataclasses.replace(report, errata=(erratum,))
    root = parsed(tei(changed, edition, ADDRESS))
    assert valid(root)
    change = root.findall(".//t:revisionDesc/t:change", NS)[-1]
    assert (change.get("target"), change.get("when")) == ("#p9", "2026-12-01")
    assert "改字" in "".join(change.itertext())


def small(report: Report, en: dict[str, Rendering], *segments: Segment) -> Report:
    """A report of a few segments with nothing on it."""
    return Report("x", report.card, Text(segments), "", Translation(en, path="en.yml" if en else ""))


def sentences(*texts: str, of: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(f"{of}-s{i}", text) for i, text in enumerate(texts, 1))


def test_sentences_translated_together(edition: Edition) -> None:
    p1 = Segment("p1", "paragraph", sentences("甲。", "乙。", "丙。", of="p1"))
    en = {"p1-s1": Rendering("A and B."), "p1-s2": Rendering(with_id="p1-s1"), "p1-s3": Rendering("C.")}
    root = parsed(tei(small(edition.reports[0], en, p1), edition))
    assert valid(root)
    links = {e.get(ID): e.get("corresp") for e in root.iterfind(".//t:s", NS)}
    assert links == {
        "p1-s1": "#p1-s1-en", "p1-s2": "#p1-s1-en", "p1-s3": "#p1-s3-en",
        "p1-s1-en": "#p1-s1 #p1-s2", "p1-s3-en": "#p1-s3",
    }  # fmt: skip


def test_a_section_left_and_taken_up_again(edition: Edition) -> None:
    """Text after a section, then text of that section again, with a tombstone between."""
    chain = [
        Segment("h1", "part", (Sentence("h1", "一、甲"),)),
        Segment("h1-1", "section", (Sentence("h1-1", "(一)乙"),), within="h1"),
        Segment("p1", "paragraph", sentences("一。", of="p1"), within="h1-1"),
        Segment("p2", "paragraph", sentences("二。", of="p2"), within="h1"),
        Segment("p3", "removed", (), within="h1", was="旧。"),
        Segment("p4", "entry", sentences("四。", of="p4"), within="h1-1"),
        Segment("p5", "paragraph", sentences("五。", of="p5")),
    ]
    root = parsed(tei(small(edition.reports[0], {}, *chain), edition))
    assert valid(root)
    order = [
        (p.get("n"), p.getparent().get("type"), p.getparent().get("n"))
        for p in root.iterfind(".//t:text//t:p", NS)
    ]
    assert order == [
        ("1", "section", "h1-1"),
        ("2", "closing", None),
        ("4", "section", "h1-1"),
        ("5", "closing", None),
    ]
    assert root.find("t:standOff", NS) is None and root.find("t:text/t:group", NS) is None


def test_untranslated_sentences_stand_in_chinese(edition: Edition) -> None:
    p1 = Segment("p1", "paragraph", sentences("甲。", "乙。", of="p1"))
    root = parsed(tei(small(edition.reports[0], {"p1-s1": Rendering("A.")}, p1), edition))
    assert valid(root)
    english = root.findall(".//t:text[@xml:lang='en-GB']//t:s", NS)
    assert [(s.text, s.get(LANG), s.get("corresp")) for s in english] == [
        ("A.", None, "#p1-s1"), ("乙。", "zh-Hans", None),
    ]  # fmt: skip


def test_emphasis_and_paragraphs_of_an_explanation(edition: Edition) -> None:
    term = edition.terms[0]
    told = Bilingual("一 *二* & 三\n\n四", "one")
    changed: Term = dataclasses.replace(term, explanation=told)
    root = parsed(tei(edition.reports[0], dataclasses.replace(edition, terms=(changed,)), ADDRESS))
    assert valid(root)
    zh, en = root.findall(".//t:note[@type='explanation']", NS)
    assert [etree.tostring(p, encoding="unicode", with_tail=False).split(">", 1)[1] for p in zh] == [
        "一 <emph>二</emph> &amp; 三</p>", "四</p>",
    ]  # fmt: skip
    assert en.text == "one" and len(en) == 0


def test_the_same_edition_gives_the_same_file(edition: Edition) -> None:
    assert tei(edition.reports[0], edition, ADDRESS) == tei(edition.reports[0], edition, ADDRESS)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_example_for_scholars_runs(served: tuple[Path, str], edition: Edition, language: str) -> None:
    """The lines on the data page, run beside the built file as a reader would run them."""
    page = (ROOT / "docs" / language / "data.md").read_text("utf-8").split("{ #scholars }")[1]
    program = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert program
    folder = served[0] / "kaifeng-2020"
    command = [sys.executable, "-X", "utf8", "-c", program[1]]
    ran = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    figures = edition.reports[0].figures
    assert [line.split("\t")[1] for line in ran.stdout.splitlines()] == [f.quote for f in figures]
