"""The number proof and the term proof: on single cases, on an official translation, on this report."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.join.alignment import alignment
from scripts.model.edition import Edition
from scripts.proof.chinese import quantities as chinese
from scripts.proof.english import quantities as english
from scripts.proof.numbers import compare
from scripts.proof.quantity import plain
from tests.measure import kaifeng_pairs, measure, national_pairs
from tests.test_bad_input import EN, add, problems

GOLDEN = Path(__file__).parent / "golden" / "numbers.yml"
CASES = yaml.load(GOLDEN.read_text("utf-8"), Loader=yaml.BaseLoader)
LISTED = "\ndepartures:\n- {{at: {at}, reason: test, {what}}}\n"


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['zh']} | {c['en']}")
def test_compare(case: dict[str, object]) -> None:
    zh, en = str(case["zh"]), str(case["en"])
    found = [[d.kind, d.zh.text if d.zh else "-", d.en.text if d.en else "-"] for d in compare(zh, en, year=2020)]
    assert found == case["differences"]


def test_national_report_false_alarms() -> None:
    """On the official English of the national report fewer than 3 % of the pairs are flagged."""
    measured = measure(national_pairs(), 2024)
    print(measured)
    assert measured.pairs > 400
    assert measured.false_alarms < 0.03 * measured.pairs


@pytest.mark.parametrize("corpus", ["national", "kaifeng"])
def test_single_errors_are_found(corpus: str, edition: Edition) -> None:
    pairs, year = (national_pairs(), 2024) if corpus == "national" else (kaifeng_pairs(edition), 2020)
    measured = measure(pairs, year)
    print(measured)
    assert len(measured.seeded) == 6, "every kind of error was made"
    assert measured.seeded.total() > (70 if corpus == "national" else 600)
    assert measured.found.total() >= 0.98 * measured.seeded.total()
    assert all(measured.found[kind] >= 0.9 * count for kind, count in measured.seeded.items() if count > 5)


def test_this_report_has_no_difference(edition: Edition) -> None:
    """The build proved it; this proves that the proof looked at every sentence."""
    report = edition.reports[0]
    units = alignment(report)
    assert [id for unit in units for id in unit.ids] == [s.id for _, s in report.text.sentences()]
    read = sum(len([q for q in chinese(u.zh) if q.text[0].isdigit()]) for u in units)
    names = sum(u.zh.count("5G") for u in units)
    assert (read, names) == (250, 2), "of the report's 252 numerals all but those in 5G are quantities"


@given(st.integers(1, 10**13), st.sampled_from(["万", "亿", ""]))
def test_any_amount_survives_translation(number: int, scale: str) -> None:
    amount = Decimal(number) * {"万": 10_000, "亿": 100_000_000, "": 1}[scale]
    zh = f"共{number}{scale}吨"
    assert compare(zh, f"a total of {plain(amount)} tonnes") == []
    assert compare(zh, f"a total of {plain(amount + 1)} tonnes") != []


@given(st.text(max_size=60), st.text(max_size=60))
def test_readers_take_any_text(zh: str, en: str) -> None:
    """No text makes a reader fail, and every number read is where it says it is."""
    for text, found in ((zh, chinese(zh)), (en, english(en))):
        assert all(text[q.start : q.end] and q.value >= 0 for q in found)
        assert all(first.end <= second.start for first, second in pairwise(found))


def _change(project: Path, old: str, new: str) -> int:
    """Replace in en.yml; returns the line changed."""
    file = project / EN
    text = file.read_text("utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_wrong_number_is_told_with_both_quantities(project: Path) -> None:
    line = _change(project, "general public budget revenue was 15.486 billion yuan", "general public budget revenue was 1.5486 billion yuan")
    found = [p for p in problems(project) if "number:" in p]
    assert len(found) == 1
    assert found[0].startswith(f"{EN}:{line}: number: not the same number: ")
    assert "154.86亿元 = 15,486,000,000 yuan in the Chinese" in found[0]
    assert "1.5486 billion yuan = 1,548,600,000 yuan in the English" in found[0]
    assert "(p5-s3: 全市生产总值" in found[0]
    assert "departures" in found[0]


def test_unrendered_term_is_told(project: Path) -> None:
    line = _change(project, "two assurances and three guarantees”. Another", "two worries and three guarantees”. Another")
    found = [p for p in problems(project) if "term:" in p]
    assert found and found[0].startswith(f"{EN}:{line}: term: 两不愁三保障 is not rendered by two assurances and three")


def test_departures_are_data_with_a_reason(project: Path) -> None:
    _change(project, "two assurances and three guarantees”. Another", "two worries and three guarantees”. Another")
    add(project, EN, LISTED.format(at="p9-s3", what="term: liangbuchou-sanbaozhang"))
    assert problems(project) == []


def test_departures_that_are_not_needed_are_told(project: Path) -> None:
    line = add(project, EN, LISTED.format(at="p9-s3", what="number: '80'")) + 2
    assert problems(project) == [f"{EN}:{line}: not needed: 80 is rendered in p9-s3; remove this departure"]


def test_departures_name_what_exists(project: Path) -> None:
    add(project, EN, LISTED.format(at="p999-s1", what="term: wuge-yipi"))
    assert "at: no such id: p999-s1" in "".join(problems(project))


def test_joined_sentences_are_proved_together(project: Path) -> None:
    """Two sentences in one translation: the numbers of both are looked for in it."""
    text = (project / EN).read_text("utf-8").split("\n")
    first, second = (next(i for i, line in enumerate(text) if line.startswith(f"  {id}:")) for id in ("p9-s3", "p9-s4"))
    words = text[second].split(": ", 1)[1].strip('"')
    text[first] = text[first].rstrip('"') + " " + words + ('"' if text[first].endswith('"') else "")
    text[second] = "  p9-s4: {joined_to: p9-s3}"
    (project / EN).write_text("\n".join(text), "utf-8")
    assert problems(project) == []
