"""The real edition: its layers fit, its documentation says what the code does."""

from __future__ import annotations

import dataclasses
import re
from decimal import Decimal

import pytest
import yaml

from scripts.join.anchor import find_all
from scripts.join.markup import to_html, to_inline
from scripts.model import annotation
from scripts.model.annotation import Figure, FirstUse, Indicator, Note, Outcome, Source, Term, Uncounted
from scripts.model.edition import Edition
from scripts.model.imprint import Imprint
from scripts.model.ledger import NotData
from scripts.model.release import Recorded
from scripts.model.report import Departure, Erratum, ReportCard, SplitHints
from scripts.model.story import Chart, Check, Highlight
from scripts.proof.chinese import quantities
from scripts.proof.quantity import plain
from scripts.publish.tree_files import bundles
from scripts.publish.workshop import open_workshop
from scripts.read.shape import Shaper
from scripts.read.yaml_tree import parse_yaml
from scripts.render.marks import index_report
from scripts.render.plan import plan
from scripts.render.typeset import english_quotes, spaced
from scripts.render.views import Reader
from tests.conftest import ROOT

DOCUMENTED = (
    Term, FirstUse, Note, Figure, Outcome, Indicator, Source, ReportCard, SplitHints, Erratum, Departure,
    Uncounted, NotData, Check, Chart, Highlight, Imprint, Recorded,
)  # fmt: skip
YES = {"zh": "必填", "en": "yes"}


def test_seeded(edition: Edition) -> None:
    report = edition.report["kaifeng-2020"]
    assert len(edition.terms) >= 40 and len(report.figures) >= 20
    assert all(t.gloss.zh and t.gloss.en for t in edition.terms)
    assert {t.status for t in edition.terms} == {"official", "press", "reference", "report", "unknown"}


def test_every_occurrence_is_the_terms_own_words(edition: Edition) -> None:
    report = edition.report["kaifeng-2020"]
    for term in edition.terms:
        for o in edition.occurrences[term.id]:
            sentence = next(s for _, s in report.text.sentences() if s.id == o.span.sentence)
            assert sentence.text[o.span.start : o.span.end] == o.sounding
    whole = report.text.join()
    plain_terms = [t for t in edition.terms if not t.only_in and not t.zh_variants]
    assert all(len(edition.occurrences[t.id]) == len(find_all(whole, t.zh)) for t in plain_terms)


def test_every_paragraph_is_on_one_reading_page(edition: Edition) -> None:
    report = edition.report["kaifeng-2020"]
    opening, pages = plan(report)
    read = [s.id for st in opening for s in st.segments]
    read += [s.id for p in pages for st in p.stretches for s in st.segments]
    assert read == [s.id for s in report.text.segments if s.kind not in ("title", "removed")]
    assert [p.slug for p in pages] == [
        "h1", *(f"h1-{n}" for n in range(1, 8)), "h2", *(f"h2-{n}" for n in range(1, 9)), "h3",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_marks_change_no_word_and_mark_a_term_once_a_section(edition: Edition, language: str) -> None:
    report = edition.report["kaifeng-2020"]
    reader = Reader(edition, report, language, index_report(edition, report))
    marked: dict[tuple[str, str], int] = {}
    for segment in report.text.segments:
        if segment.kind == "removed":
            continue
        view = reader.segment(segment)
        shown = [s for block in view.blocks for s in block]
        for sentence, was in zip(shown, segment.sentences, strict=True):
            assert "".join(r.text for r in sentence.runs) == report.words(was, language)
            for run in sentence.runs:
                if run.layer == "term":
                    home = segment.within
                    marked[home, run.id] = marked.get((home, run.id), 0) + 1
    stretches_of_h1 = {(home, id): n for (home, id), n in marked.items() if home not in ("h1", "h2", "")}
    assert stretches_of_h1 and set(stretches_of_h1.values()) == {1}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("cls", DOCUMENTED, ids=lambda c: c.__name__)
def test_the_data_model_page_says_what_the_classes_are(cls: type, language: str) -> None:
    page = (ROOT / f"docs/{language}/data-model.md").read_text("utf-8")
    section = page.split(f"{{ #{cls.__name__.lower()} }}")[1].split("\n## ")[0]
    rows = re.findall(r"^\|\s*`(\w+)`\s*\|\s*([^|]+?)\s*\|", section, re.MULTILINE)
    missing = dataclasses.MISSING
    said = [(name, required == YES[language]) for name, required in rows]
    assert said == [
        (f.name, f.default is missing and f.default_factory is missing)
        for f in dataclasses.fields(cls)
        if f.name != "where"
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_examples_to_paste_are_valid(language: str) -> None:
    page = (ROOT / f"docs/{language}/contribute.md").read_text("utf-8")
    kinds = {"gloss": Term, "printed": Figure, "kind": Note, "status": Outcome, "was": Erratum}
    shaped = 0
    for code in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL):
        node, faults = parse_yaml(code, "example")
        assert node and not faults
        if node.items:
            keys = node.items[0].mapping
            cls = next(cls for key, cls in kinds.items() if key in keys)
            shaper = Shaper("example")
            shaped += len(shaper.entries(cls, node))
            assert not shaper.problems
    assert shaped >= 6


def test_both_languages_have_the_same_anchors() -> None:
    for zh in sorted((ROOT / "docs/zh").glob("*.md")):
        ids = [
            re.findall(r"\{ #([\w-]+) \}", (ROOT / f"docs/{x}/{zh.name}").read_text("utf-8"))
            for x in ("zh", "en")
        ]
        assert ids[0] == ids[1] and len(ids[0]) >= 1


def test_every_interface_word_a_template_uses_is_there() -> None:
    shop = open_workshop(ROOT)
    used = {
        key
        for path in (ROOT / "overrides/pages").glob("*.html")
        for key in re.findall(r"\bt\.(\w+)|both\.(?:zh|en)\.(\w+)", path.read_text("utf-8"))
        for key in key
        if key
    } - {"language"}
    assert used <= set(shop.templates.interface)


def test_no_interface_word_is_idle() -> None:
    shop = open_workshop(ROOT)
    drawn = [p for p in (ROOT / "overrides/pages").iterdir() if p.is_file()]
    files = [*drawn, *(ROOT / "overrides/partials").rglob("*.html"), *(ROOT / "scripts").rglob("*.py")]
    text = "".join(p.read_text("utf-8") for p in files)
    assert [key for key in shop.templates.interface if not re.search(rf"\b{key}\b", text)] == []


def test_modules_stay_small() -> None:
    for path in (ROOT / "scripts").rglob("*.py"):
        text = path.read_text("utf-8")
        assert text.count("\n") <= 200, path
        assert (
            "mkdocs" not in re.findall(r"^\s*(?:from|import) (\w+)", text, re.M)
            or path.name == "mkdocs_glue.py"
        )


def test_bundles_name_files_that_exist() -> None:
    assert set(bundles(ROOT)) >= {"assets/edition.css", "assets/edition.js", "assets/search-worker.js"}


def test_units_have_both_names() -> None:
    words = yaml.safe_load((ROOT / "annotations/glossary/vocabulary.yml").read_text("utf-8"))
    lists = [v for k, v in words.items() if k != "link_hosts"]
    assert all(entry["zh"] and entry["en"] for entries in lists for entry in entries)
    named = {f.metadata["vocabulary"] for c in vars(annotation).values() if dataclasses.is_dataclass(c)
             for f in dataclasses.fields(c) if "vocabulary" in f.metadata}  # fmt: skip
    assert named <= set(words)


@pytest.mark.parametrize(
    ("printed", "values"),
    [("4.46万", ["44600"]), ("154.86亿元", ["15486000000"]), ("7.1亿美元", ["710000000"]), ("0.32%", ["0.32"]),
     ("1,087.6亿", ["108760000000"]), ("13.4∶38.6∶48.0", ["13.4", "38.6", "48.0"]), ("两万", ["20000"])],
)  # fmt: skip
def test_quantities(printed: str, values: list[str]) -> None:
    assert [q.value for q in quantities(printed)] == [Decimal(v) for v in values]


def test_small_typography() -> None:
    assert plain(Decimal("15486000000")) == "15,486,000,000" and plain(Decimal("7.50")) == "7.5"
    assert str(spaced("统领,全力<守>")) == '统领<span class="hw">,</span>全力&lt;守&gt;'
    assert str(spaced("1,087.6")) == "1,087.6"
    assert english_quotes("the city's \"four 'x'\"") == "the city’s “four ‘x’”"


@pytest.mark.parametrize(
    "payload",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
     "![a](data:text/html,x)", "<svg/onload=alert(1)>", "<a href='https://e'>x</a>", "{{ 7*7 }}"],
)  # fmt: skip
def test_nothing_active_survives_rendering(payload: str) -> None:
    for html in (to_html(payload), to_inline(payload)):
        assert not re.search(r"<(?!/?(?:p|em|strong|br)\b)", html)
        assert "49" not in html
