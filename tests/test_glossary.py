"""The glossary's pages, its coverage of the reports, and the ways to send corrections."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import BrowserContext

from scripts.cli import main
from scripts.join.coverage import REQUIRED, coverage
from scripts.model.edition import Edition
from scripts.render.glossary import by_letter, entries, figures_in, sort_key, with_numbers
from scripts.render.plan import category_page
from tests.conftest import REPOSITORY, ROOT

Served = tuple[Path, str]


def test_every_quotation_and_title_is_explained(edition: Edition) -> None:
    report = edition.reports[0]
    assert [gap for gap in coverage(edition, report) if gap.kind in REQUIRED] == []
    assert report.card.coverage == "full"


def test_coverage_fails_where_a_quotation_has_no_entry(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project / "annotations/glossary/terms/slogan.yml"
    text = file.read_text("utf-8")
    entry = next(e for e in re.split(r"(?m)^(?=- id: )", text) if "\n  zh: 八网\n" in e)
    file.write_text(text.replace(entry, ""), "utf-8")
    forget_related(project)
    assert main(["--root", str(project), "coverage"]) == 1
    told = capsys.readouterr()
    assert "no glossary entry for “八网” (p13-s9); add one" in told.err
    assert "quoted: 1 of 149 without an entry" in told.out


def test_a_report_may_list_its_gaps_without_failing(project: Path) -> None:
    card = project / "docs/reports/kaifeng-2020/report.yml"
    card.write_text(card.read_text("utf-8").replace("coverage: full", "coverage: listed"), "utf-8")
    (project / "annotations/glossary/terms/slogan.yml").unlink()
    forget_related(project)
    uncounted = project / "annotations/glossary/uncounted.yml"
    uncounted.write_text(uncounted.read_text("utf-8") + "- {zh: 双修, reason: test}\n", "utf-8")
    assert main(["--root", str(project), "coverage"]) == 0


def forget_related(project: Path) -> None:
    """Nobody refers to the terms taken out, and nobody was promised them."""
    (project / "docs/release.tsv").unlink()
    for path in (project / "annotations/glossary/terms").glob("*.yml"):
        path.write_text(re.sub(r"(?m)^  related: .*\n", "", path.read_text("utf-8")), "utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_entry_is_in_every_index(served: Served, edition: Edition, language: str) -> None:
    folder = served[0] / language / "glossary"
    index, a_z = ((folder / name).read_text("utf-8") for name in ("index.html", "a-z/index.html"))
    for term in edition.terms:
        page = (folder / category_page(term.category) / "index.html").read_text("utf-8")
        assert f'<article class="entry" id="{term.id}" ' in page
        assert f'<li id="{term.id}"' in index
        assert f'glossary/{category_page(term.category)}/#{term.id}"' in a_z


def test_order_and_letters(edition: Edition) -> None:
    for language in ("zh", "en"):
        rows = entries(edition, language)
        keys = [sort_key(row.term, language) for row in rows.values()]
        assert keys == sorted(keys)
        groups = by_letter(rows.values(), language)
        assert sum(len(g.rows) for g in groups) == len(edition.terms)
        assert groups[0].name == "0–9" and all(re.fullmatch("[A-Z]", g.name) for g in groups[1:])


def test_numbers_are_decoded(edition: Edition) -> None:
    rows = with_numbers(entries(edition, "en").values())
    battles = next(r for r in rows["decoded"] if r.term.id == "sanda-gongjianzhan")
    assert len(battles.items) == 3 and figures_in(battles.term) == "三"
    assert all(r.term.looked_for for r in rows["unexplained"])
    assert len(rows["decoded"]) >= 30


def test_both_languages_stand_in_the_concordance(edition: Edition) -> None:
    rows = entries(edition, "zh")
    for row in rows.values():
        assert len(row.places) == len(edition.occurrences[row.term.id])
        assert all(p.zh.words in (row.term.zh, *row.term.zh_variants) for p in row.places)
    with_english = sum(p.en is not None for row in rows.values() for p in row.places)
    assert with_english > 0.9 * sum(len(row.places) for row in rows.values())


def test_the_filter(served: Served, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(served[1] + "zh/glossary/")
    box = page.locator(".filtered input")
    for typed in ("三大攻坚战", "sanda gongjian", "sān dà", "critical BATTLES"):
        box.fill(typed)
        assert page.locator("#sanda-gongjianzhan").is_visible()
        assert page.locator("li[data-find]:visible").count() < 20
    box.fill("没有这样的词条")
    assert page.locator("li[data-find]:visible").count() == 0
    assert page.locator("output.count").inner_text() == "没有相符的词条。"
    assert page.locator("h2:visible").count() == 0
    box.fill("")
    assert page.locator("li[data-find]:visible").count() > 300


def test_issue_forms_are_prefilled(served: Served, edition: Edition) -> None:
    """The link fills the field that the form has."""
    forms = {name: yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}").read_text("utf-8"))
             for name in ("correction.yml", "source.yml")}  # fmt: skip
    for form in forms.values():
        assert next(f["id"] for f in form["body"]) == "place"
    page = (served[0] / "kaifeng-2020/p57/index.html").read_text("utf-8")
    assert f'href="{REPOSITORY}/issues/new?template=correction.yml&amp;place=kaifeng-2020/p57"' in page
    term = edition.terms[0]
    page = (served[0] / f"en/glossary/{category_page(term.category)}/index.html").read_text("utf-8")
    assert f'{REPOSITORY}/issues/new?template=source.yml&amp;place={term.category}/{term.id}"' in page
