"""The printed book: what a reader, a screen reader and an archive need of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from scripts.cli import main
from scripts.model.edition import Edition
from scripts.model.sheet import Sheet
from scripts.publish.press import print_sheets
from scripts.render.rich import paragraphs
from tests.conftest import ROOT
from tests.pdf_text import Tagged, read_tagged

KAIFENG = "kaifeng-2020"
Served = tuple[Path, str]


@pytest.fixture(scope="module")
def path(served: Served) -> Path:
    return served[0] / KAIFENG / f"{KAIFENG}.pdf"


@pytest.fixture(scope="module")
def pdf(path: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def tagged(pdf: pikepdf.Pdf) -> list[Tagged]:
    return read_tagged(pdf)


def bare(text: str) -> str:
    """Without white space, and without the hyphens that a line's end may add."""
    return re.sub(r"[\s\u00ad-]", "", text)


def said(tagged: list[Tagged], language: str, without: tuple[str, ...] = ("Note", "Lbl")) -> str:
    return bare("".join(t.text for t in tagged if t.language == language and not {*without} & {*t.tags}))


def test_it_says_what_it_is(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"].startswith("2020年开封市政府工作报告 · Report on the Work")
        assert "xmp:CreateDate" not in metadata and "xmp:ModifyDate" not in metadata
    assert pdf.Root.Lang == "zh-CN" and pdf.Root.MarkInfo.Marked is True
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True


def test_every_font_is_embedded(pdf: pikepdf.Pdf) -> None:
    names = set()
    for page in pdf.pages:
        for font in page.resources.get("/Font", {}).values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            names.add(re.sub(r"^/\w{6}\+|-Identity-H$", "", str(font.BaseFont)))
    assert names == {"NotoSerifCJKsc-Regular", "NotoSerifCJKsc-Bold", "NotoNaskhArabic-Regular"}


def test_every_sentence_is_there_in_order_in_both_languages(tagged: list[Tagged], edition: Edition) -> None:
    report = edition.report[KAIFENG]
    text = {"zh": said(tagged, "zh-CN"), "en": said(tagged, "en-GB")}
    at = {"zh": 0, "en": 0}
    for segment, sentence in report.text.sentences():
        for language in ("zh", "en"):
            words = bare(report.words(sentence, language))
            words = words.rstrip("。.") if segment.heading else words
            found = text[language].find(words, at[language])
            assert found >= 0, f"{sentence.id} {language}: {words}"
            at[language] = found + len(words)


def test_every_note_and_every_gloss_is_there(tagged: list[Tagged], edition: Edition) -> None:
    report = edition.report[KAIFENG]
    everything = said(tagged, "zh-CN", ())
    for note in report.notes:
        assert bare(note.text.zh.replace("*", "")) in everything, note.id
    for term in edition.terms:
        assert bare(term.gloss.zh.replace("*", "")) in everything, term.id
    for figure in report.figures:
        assert bare(figure.subject.zh) in everything, figure.id


def test_paragraph_numbers_stand_in_the_margin_in_order(tagged: list[Tagged], edition: Edition) -> None:
    numbers = [s.id[1:] for s in edition.report[KAIFENG].paragraphs]
    shown = [t.text for t in tagged if t.tags == ("Document", "Div", "Div", "Link")]
    assert shown[: len(numbers)] == numbers


def test_bookmarks_are_the_headings_and_lead_to_them(
    pdf: pikepdf.Pdf, edition: Edition, tagged: list[Tagged]
) -> None:
    report = edition.report[KAIFENG]
    with pdf.open_outline() as outline:
        items = [(0, item) for item in outline.root]
        items += [(1, child) for item in outline.root for child in item.children]
    titles = [bare(item.title) for _, item in items]
    pages = {page.obj.objgen for page in pdf.pages}
    assert all(item.destination[0].objgen in pages for _, item in items)
    for segment in report.text.segments:
        if segment.heading:
            both = "".join(report.said(segment, language).rstrip("。.") for language in ("zh", "en"))
            assert bare(both) in titles, segment.id
    headings = "".join(bare(t.text) for t in tagged if t.tags[-1] in ("H1", "H2"))
    assert all(title in headings for title in titles)


def test_links_lead_somewhere(pdf: pikepdf.Pdf, served: Served) -> None:
    pages = {page.obj.objgen for page in pdf.pages}
    named = pikepdf.NameTree(pdf.Root.Names.Dests) if "/Dests" in pdf.Root.get("/Names", {}) else {}
    inside = outside = 0
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            action = annotation.get("/A")
            if action is not None and action.S == "/URI":
                outside += 1
                assert str(action.URI).startswith(("http://", "https://"))
                if str(action.URI).startswith(served[1]):
                    below = str(action.URI).removeprefix(served[1])
                    assert (served[0] / below / "index.html").exists(), below
                continue
            target = annotation.get("/Dest") if action is None else action.D
            target = target if isinstance(target, pikepdf.Array) else named[str(target)]
            target = target.D if isinstance(target, pikepdf.Dictionary) else target
            assert target[0].objgen in pages
            inside += 1
    assert inside > 1000 and outside > 74


def test_it_names_no_folder_of_the_machine(path: Path) -> None:
    for folder in (str(ROOT), str(path.parents[2]), "file:/"):
        assert folder.encode() not in path.read_bytes()


def test_while_one_writes_the_last_printing_will_do(tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/fonts").symlink_to(ROOT / "overrides/fonts")

    def sheet(words: str) -> Sheet:
        return Sheet(("a.pdf",), "pdf", f'#set text(font: "Noto Serif CJK SC")\n{words}', "1.7")

    first = print_sheets(tmp_path, [sheet("one")], draft=True)
    assert print_sheets(tmp_path, [sheet("two")], draft=True) == first
    second = print_sheets(tmp_path, [sheet("two")])
    assert second != first
    assert print_sheets(tmp_path, [sheet("three")], draft=True) == second
    folders = [p for p in (tmp_path / ".cache/press").iterdir() if p.is_dir()]
    assert len(folders) == 1  # earlier printings are gone


@pytest.mark.parametrize("lost", ["fonts", "glyph"])
def test_what_cannot_be_printed_is_told_and_the_last_site_stays(
    lost: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good one", "utf-8")
    if lost == "fonts":
        for font in (project / "overrides/fonts").glob("*.?tf"):
            font.unlink()
        expected = "overrides/fonts:1: no font in it; restore the fonts"
    else:
        notes = project / f"annotations/{KAIFENG}/notes.yml"
        notes.write_text(notes.read_text("utf-8").replace("题中的", "题中的\u0e01", 1), "utf-8")
        expected = (
            "overrides/fonts:1: no glyph in any font for: \u0e01 (U+0E01); put a font that has it there"
        )
    assert main(["--root", str(project), "site", "--out", str(site)]) == 1
    told = capsys.readouterr().err
    assert told.startswith(expected) and "Traceback" not in told
    assert [p.name for p in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text("utf-8") == "the last good one"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("plain &amp; simple", [[["plain & simple", ""]]]),
        ("an <em>odd</em> word", [[["an ", ""], ["odd", "em"], [" word", ""]]]),
        ("<p>one</p>\n<p><strong>two</strong></p>", [[["one", ""]], [["two", "strong"]]]),
        ("a<br>b", [[["a", ""], ["\n", ""], ["b", ""]]]),
        ("", []),
    ],
)
def test_annotations_as_runs(html: str, expected: list[list[list[str]]]) -> None:
    assert paragraphs(html) == expected


def test_the_imprint_says_how_to_cite_it(tagged: list[Tagged], served: Served, edition: Edition) -> None:
    assert edition.imprint is not None
    version, everything = edition.imprint.version, bare("".join(t.text for t in tagged))
    assert bare(f"高建军. 2020年开封市政府工作报告：注释本{version}版[R/OL]. 2020-01-16.") in everything
    assert bare("Gao, J. (2020, January 16). Report on the Work") in everything
    assert bare(f"{served[1]}{KAIFENG}/p57/") in everything
