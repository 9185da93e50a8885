"""The report as data: every number accounted for, sums that hold, packages other programs open."""

from __future__ import annotations

import contextlib
import json
import xml.etree.ElementTree as ElementTree
from collections import Counter
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from frictionless import Package, validate
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import BrowserContext

from scripts.cli import main
from scripts.export.data import data_files
from scripts.export.edition import edition_json, edition_schema
from scripts.join.arithmetic import calculate, verdicts
from scripts.join.ledger import NUMERAL, ledger
from scripts.model.edition import Edition
from scripts.render.typeset import bounded
from tests.test_bad_input import add, problems

Served = tuple[Path, str]
CHECKS = "annotations/kaifeng-2020/checks.yml"
CHARTS = "annotations/kaifeng-2020/charts.yml"


def test_252_of_252(edition: Edition) -> None:
    report = edition.reports[0]
    numerals = ledger(report, edition)
    assert sum(n.digits for n in numerals) == len(NUMERAL.findall(report.text.join())) == 252
    assert [n for n in numerals if not n.claim] == []
    known = {f.id for f in report.figures} | {n.id for n in report.not_data} | {t.id for t in edition.terms}
    assert all(n.by in known for n in numerals if n.claim in ("figure", "not_data", "term"))


def test_every_entry_answers_for_a_number(edition: Edition) -> None:
    """No figure and no listing that claims nothing, and none that claims another's number."""
    report = edition.reports[0]
    by = Counter(n.by for n in ledger(report, edition))
    assert [f.id for f in report.figures if not by[f.id]] == []
    assert [n.id for n in report.not_data if not by[n.id]] == []


def test_an_unclaimed_number_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / "annotations/kaifeng-2020/not-data.yml"
    text = file.read_text("utf-8")
    first = "- id: session-15-3"
    assert first in text
    after = text.index("\n- id: ", text.index(first) + 1)
    file.write_text(text[: text.index(first)] + text[after + 1 :], "utf-8")
    assert main(["--root", str(project), "coverage"]) == 1
    assert "number: 十五 in p1-s1 is not accounted for" in capsys.readouterr().err


def test_growth_is_tied_to_its_level(edition: Edition) -> None:
    """A growth of something the report also gives as a level names that figure."""
    report = edition.reports[0]
    figures = {f.id: f for f in report.figures}
    assert set(figures["budget-revenue-growth-2019"].related) & {"budget-revenue-2019"}
    shares = [f for f in report.figures if f.indicator in ("primary_share", "secondary_share", "tertiary_share")]
    assert len(shares) == 3
    assert all(len(set(f.related) & {g.id for g in shares}) == 2 for f in shares)


@pytest.mark.parametrize(
    ("expression", "value"),
    [("a + b", "3"), ("(a + b) * 2 - 1", "5"), ("b / a * 100", "200"), ("-a", "-1"), ("0.5", "0.5")],
)
def test_calculate(expression: str, value: str) -> None:
    assert calculate(expression, {"a": Decimal(1), "b": Decimal(2)}) == Decimal(value)


@pytest.mark.parametrize("bad", ["", "a +", "c", "a ** 2", "__import__('os')", "a if b else a", "1 / 0", "[a]", "a.b"])
def test_what_cannot_be_calculated(bad: str) -> None:
    with pytest.raises(ValueError):
        calculate(bad, {"a": Decimal(1), "b": Decimal(2)})


@given(st.text(max_size=30))
def test_no_expression_does_harm(expression: str) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(calculate(expression, {"a": Decimal(1)}), Decimal)


def test_the_sums_of_the_report(edition: Edition) -> None:
    found = {v.check.id: v for v in verdicts(edition.reports[0])}
    assert len(found) >= 8
    assert found["sector-shares"].agrees and found["sector-shares"].left == 100
    assert found["agreements-94-3"].agrees
    assert any(not v.agrees for v in found.values()), "one that does not agree is shown too"


def test_bad_checks_and_charts_are_told(project: Path) -> None:
    entry = "- {{id: c-{n}, statement: {{zh: 试, en: t}}, of: [{of}], left: {left}, right: '1'}}\n"
    line = add(project, CHECKS, entry.format(n=1, of="no-such", left="a") + entry.format(n=2, of="", left="x + 1"))
    chart = add(project, CHARTS, "- {id: k, title: {zh: 试, en: t}, kind: bars, figures: [gdp-growth-2019, retail-sales-2019]}\n")
    found = problems(project)
    assert f"{CHECKS}:{line}: of: no such figure: no-such" in found[0] or f"{CHECKS}:{line}: of: no such figure" in "".join(found)
    assert any(p.startswith(f"{CHECKS}:{line + 1}: left: x + 1: only numbers") for p in found)
    assert any(p.startswith(f"{CHARTS}:{chart}: figures: of several units: percent, yuan") for p in found)


def test_the_package_is_valid_to_frictionless(edition: Edition, tmp_path: Path) -> None:
    report = edition.reports[0]
    for name, text in data_files(report, edition, "https://example.org/r/").items():
        (tmp_path / name).write_bytes(text.encode("utf-8"))
    told = validate(str(tmp_path / "datapackage.json"))
    assert told.valid, told.flatten(["type", "note", "fieldName", "rowNumber"])
    package = Package(str(tmp_path / "datapackage.json"))
    rows = package.get_resource("figures").read_rows()
    assert len(rows) == len(report.figures)
    assert {r["id"]: r["value"] for r in rows} == {f.id: f.value for f in report.figures}
    assert package.licenses[0]["name"] == "CC-BY-4.0"


def test_the_whole_edition_fits_its_schema(edition: Edition) -> None:
    document, schema = json.loads(edition_json(edition)), json.loads(edition_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema)
    report = edition.reports[0]
    zh = "".join(s["zh"] + s["after"] for g in document["reports"][0]["segments"] for s in g["sentences"])
    assert zh.replace(" ", "") == "".join(s.text + s.after for _, s in report.text.sentences()).replace(" ", "")
    document["reports"][0]["figures"][0]["value"] = "7.5"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)


def test_charts_are_pictures_with_words(served: Served, edition: Edition) -> None:
    """Each chart is SVG with a title, a description and its values as text, on the page and as a file."""
    report = edition.reports[0]
    assert len(report.charts) >= 4
    figures = {f.id: f for f in report.figures}
    for language in ("zh", "en"):
        page = (served[0] / language / report.id / "year" / "index.html").read_text("utf-8")
        for chart in report.charts:
            path = served[0] / report.id / "charts" / f"{chart.id}.{language}.svg"
            root = ElementTree.parse(path).getroot()
            words = [e.text or "" for e in root.iter("{http://www.w3.org/2000/svg}text")]
            assert root.find("{http://www.w3.org/2000/svg}title").text == chart.title.of(language)  # type: ignore[union-attr]
            assert {bounded(figures[id], language) for id in chart.figures} <= set(words)
            assert f'charts/{chart.id}.{language}.svg"' in page


def test_targets_stand_beside_results(served: Served, context: BrowserContext, edition: Edition) -> None:
    page = context.new_page()
    page.goto(served[1] + "en/kaifeng-2020/targets/")
    row = page.locator("#gdp-growth-target-2020")
    assert "7.5%" in row.inner_text() and "7.2%" in row.inner_text() and "Not met" in row.inner_text()
    assert page.locator("tbody tr").count() == sum(f.kind == "target" for f in edition.reports[0].figures)
    page.locator("thead button", has_text="Target").click()
    values = [float(v) for v in page.locator("tbody td:nth-of-type(2)").evaluate_all("l => l.map(c => c.dataset.value)")]
    assert values == sorted(values)
    page.locator(".filtered input").fill("GDP")
    assert row.is_visible() and page.locator("tbody tr:visible").count() < 6


def test_the_tables_read_without_javascript(served: Served, edition: Edition) -> None:
    page = (served[0] / "zh/kaifeng-2020/targets/index.html").read_text("utf-8")
    assert all(f'id="{f.id}"' in page for f in edition.reports[0].figures if f.kind == "target")
