"""What a release promised is kept: seeded accidents are told, what is logged passes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.cli import main
from scripts.join.permanence import promises, verify_release
from scripts.model.edition import Edition
from scripts.model.problem import Faulty
from scripts.model.release import Recorded
from scripts.publish.mkdocs_glue import build_site
from scripts.publish.workshop import open_workshop
from scripts.read.release import read_release
from tests.conftest import ROOT

ZH = "docs/reports/kaifeng-2020/zh.yml"
EN = "docs/reports/kaifeng-2020/en.yml"
FIGURES = "annotations/kaifeng-2020/figures.yml"


def edited(project: Path, path: str, pattern: str, new: str) -> None:
    file = project / path
    text, count = re.subn(pattern, new, file.read_text("utf-8"), count=1, flags=re.M | re.S)
    assert count == 1, pattern
    file.write_text(text, "utf-8")


def told(project: Path) -> list[str]:
    try:
        open_workshop(project)
    except Faulty as faulty:
        return [str(p) for p in faulty.problems if p.path == "docs/release.tsv"]
    return []


def test_the_record_is_of_this_edition(edition: Edition) -> None:
    last, problems = read_release(ROOT)
    assert not problems and len(last) > 1200
    recorded = {(p.kind, p.id, p.address, p.sum) for p in last}
    assert {(p.kind, p.id, p.address, p.sum) for p in promises(edition)} <= recorded, "run: scripts release"


def test_nothing_is_told_of_what_is_kept(project: Path) -> None:
    assert told(project) == []


def test_renumbering_is_told(project: Path) -> None:
    text = (project / ZH).read_text("utf-8")
    swapped = re.sub(r"\bp(57|58)\b", lambda m: f"p{115 - int(m[1])}", text)
    (project / ZH).write_text(swapped, "utf-8")
    found = told(project)
    assert any("a published paragraph means something else: kaifeng-2020/p57" in t for t in found)
    assert any("a published sentence means something else: kaifeng-2020/p58-s1" in t for t in found)


def test_a_deleted_term_is_told_unless_it_is_logged(project: Path) -> None:
    edited(project, "annotations/glossary/terms/slogan.yml", r"^- id: (\S+)\n.*?(?=^- id)", "")
    (found,) = [t for t in told(project) if "published term" in t]
    assert "is gone: glossary/" in found
    entry = found.split("errata.yml: ")[1].replace("date: …", "date: 2026-11-28")
    entry = entry.replace("reason: …", "reason: {zh: 并入他条, en: merged}")
    (project / "annotations/errata.yml").write_text(f"- {entry}\n", "utf-8")
    assert told(project) == []


def test_a_figure_with_another_value_is_told(project: Path) -> None:
    edited(project, FIGURES, r"value: 330000$", "value: 330001")
    (found,) = told(project)
    assert "a published figure means something else: kaifeng-2020/land-greened-2019" in found


def test_a_paragraph_split_again_is_told(project: Path) -> None:
    """Two sentences of p58 made one by hand: the text still joins, but an id is lost."""
    edited(project, ZH, r"    p58-s1: (.*?)\n    p58-s2: (.*?)\n", r"    p58-s1: \1\2\n")
    edited(project, EN, r"^ +p58-s2: [^\n]*\n", "")
    found = told(project)
    assert any("a published sentence is gone: kaifeng-2020/p58-s2" in t for t in found)


def test_a_page_with_another_name_stops_the_build(project: Path, tmp_path: Path) -> None:
    for language in ("zh", "en"):
        (project / f"docs/{language}/method.md").rename(project / f"docs/{language}/ways.md")
        for page in (project / f"docs/{language}").glob("*.md"):
            page.write_text(page.read_text("utf-8").replace("method.md", "ways.md"), "utf-8")
        for page in (project / "overrides/pages").glob("*.html"):
            page.write_text(page.read_text("utf-8").replace("method/#translation", "ways/"), "utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site", "utf-8")
    with pytest.raises((Faulty, RuntimeError)) as stopped:
        build_site(project, site, strict=False)
    assert isinstance(stopped.value, Faulty)
    lines = [str(p) for p in stopped.value.problems]
    assert any("a published address leads nowhere: zh/method/; keep its page" in line for line in lines)
    assert [p.read_text("utf-8") for p in site.iterdir()] == ["the last good site"] and not site.with_name("site.new").exists()


def test_a_report_that_vanished_is_told_once(edition: Edition) -> None:
    last = (Recorded("paragraph", "elsewhere-2019/p1", "elsewhere-2019/p1/", "x", 7),
            Recorded("figure", "elsewhere-2019/f", "", "x", 8))  # fmt: skip
    (found,) = verify_release(last, edition)
    assert found.line == 7 and "a published report is gone: elsewhere-2019" in found.message


def test_a_release_keeps_older_promises(project: Path) -> None:
    record = project / "docs/release.tsv"
    record.write_text(record.read_text("utf-8") + "page\tzh/old/\tzh/old/\t\n", "utf-8")
    assert main(["--root", str(project), "release"]) == 0
    assert "page\tzh/old/\tzh/old/\t\n" in record.read_text("utf-8")


@given(st.data())
def test_any_promise_with_another_sum_is_told(edition: Edition, data: st.DataObject) -> None:
    every = tuple(promises(edition))
    one = data.draw(st.sampled_from(every))
    changed = Recorded(one.kind, one.id, one.address, "00000000", 3)
    (found,) = verify_release([changed], edition)
    assert one.id in found.message and found.line == 3
