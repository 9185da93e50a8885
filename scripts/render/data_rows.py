"""Targets beside results and outcomes, the checks, and the account of every number, made ready to draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from scripts.join.arithmetic import Verdict, verdicts
from scripts.join.ledger import ledger
from scripts.model.annotation import Figure, Outcome, Source
from scripts.model.edition import Edition, Report
from scripts.model.ledger import Numeral
from scripts.proof.quantity import plain
from scripts.render.glosses import inline
from scripts.render.lists import Anchor, in_text_order, place_of
from scripts.render.plan import address_book
from scripts.render.typeset import said


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target with the result of the year before and, where a page states one, the outcome."""

    name: str
    target: Figure
    place: Anchor
    results: tuple[tuple[Figure, Anchor], ...]
    outcome: Outcome | None
    outcome_status: str
    outcome_text: Markup
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check worked out: both sides as said, the verdict, and the figures it rests on."""

    verdict: Verdict
    statement: Markup
    note: Markup
    left: str
    right: str
    figures: tuple[tuple[str, Figure, Anchor], ...]


@dataclass(frozen=True, slots=True)
class Account:
    """How many numbers one kind of claim answers for, and the listed ones with their reasons."""

    figures: int
    digits: int
    counts: dict[str, int]
    listed: tuple[tuple[Numeral, str, Anchor], ...]


def target_rows(edition: Edition, report: Report, language: str) -> list[TargetRow]:
    """Every target of the report in the order of the text; those of shared indicators first."""
    book = address_book(report)
    outcomes = {outcome.figure: outcome for outcome in report.outcomes if outcome.figure}
    targets = [f for f in in_text_order(report, report.figures) if f.kind == "target"]
    rows = [_target(edition, report, t, outcomes.get(t.id), book, language) for t in targets]
    return sorted(rows, key=lambda row: not row.target.indicator)


def _target(
    edition: Edition, report: Report, target: Figure, outcome: Outcome | None,
    book: Mapping[str, str], language: str,
) -> TargetRow:  # fmt: skip
    shared = edition.indicator.get(target.indicator)
    return TargetRow(
        said(shared.name if shared else target.subject, language),
        target,
        place_of(report, book, target.id, target.quote),
        tuple((f, place_of(report, book, f.id, f.quote)) for f in _results(report, target)),
        outcome,
        edition.label("outcome_statuses", outcome.status, language) if outcome else "",
        inline(outcome.text, language) if outcome else Markup(""),
        outcome.sources if outcome else (),
    )


def _results(report: Report, target: Figure) -> list[Figure]:
    """Figures of the same indicator, or tied to the target, that are no targets themselves; in text order."""
    shared = report.of_indicator[target.indicator] if target.indicator else ()
    tied = [report.figure[id] for id in target.related if id in report.figure]
    found = {f.id: f for f in (*shared, *tied) if f.kind != "target" and f.unit == target.unit}
    return in_text_order(report, tuple(found.values()))


def check_rows(edition: Edition, report: Report, language: str) -> list[CheckRow]:
    """The checks in the order they are listed, worked out."""
    return [_check(edition, report, verdict, language) for verdict in verdicts(report)]


def _check(edition: Edition, report: Report, verdict: Verdict, language: str) -> CheckRow:
    book, check = address_book(report), verdict.check
    chosen = tuple(
        (name, report.figure[id], place_of(report, book, id, report.figure[id].quote))
        for name, id in zip("abcdefghijklmnopqrstuvwxyz", check.of, strict=False)
    )
    unit = edition.label("units", check.unit, language) if check.unit else ""
    space = "" if unit == "%" or language == "zh" else " "
    left, right = (f"{plain(round(side, 2))}{space}{unit}" for side in (verdict.left, verdict.right))
    note = inline(check.note, language) if check.note else Markup("")
    return CheckRow(verdict, inline(check.statement, language), note, left, right, chosen)


def account(edition: Edition, report: Report, language: str) -> Account:
    """Who answers for the numbers of the report; those listed as no data, with the reason of each."""
    numerals = ledger(report, edition)
    reasons = {entry.id: entry for entry in report.not_data}
    book = address_book(report)
    listed = tuple(
        (n, edition.label("not_data_reasons", reasons[n.by].reason, language),
         place_of(report, book, n.by, reasons[n.by].quote))
        for n in numerals if n.claim == "not_data"
    )  # fmt: skip
    return Account(len(report.figures), _digits(numerals), dict(Counter(n.claim for n in numerals)), listed)


def _digits(numerals: Iterable[Numeral]) -> int:
    return sum(n.digits for n in numerals)
