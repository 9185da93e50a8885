"""Hold a report's translation against its Chinese: every number, and every glossary term.

A difference that is meant is listed under `departures` in en.yml with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from scripts.join.alignment import Unit, alignment
from scripts.join.anchor import find_all
from scripts.join.concordance import english_forms
from scripts.model.annotation import Term
from scripts.model.edition import Edition, Report
from scripts.model.problem import Problem, Where, nearest
from scripts.model.report import Departure
from scripts.proof.chinese import numbered_in_words
from scripts.proof.numbers import Difference, compare
from scripts.proof.quantity import Quantity, plain

Stretch = tuple[int, int]
SHOWN = 28
BOUNDS = {
    "": "no bound", "nearly": "nearly (近)", "about": "about (左右, 约)", "over": "over (超, 余)",
    "at_least": "at least (以上)", "at_most": "at most (以内)",
}  # fmt: skip
TOLD = {
    "unit": "another unit: {zh} in the Chinese, {en} in the English",
    "bound": "another bound: {zh}, {zh_bound}; {en}, {en_bound}",
    "order": "in another order than in the Chinese: {zh}, {en}",
    "value": "not the same number: {zh} in the Chinese, {en} in the English",
}


@dataclass(frozen=True, slots=True)
class Sounding:
    """A term in one aligned unit: where it stands on both sides; `inside` another term or not."""

    term: Term
    zh: tuple[Stretch, ...]
    en: tuple[Stretch, ...]
    inside: bool


@dataclass(slots=True)
class _Departures:
    """The listed departures of one report, and which of them were met."""

    listed: tuple[Departure, ...]
    met: set[Departure] = field(default_factory=set)

    def allow(self, unit: Unit, *, term: str = "", numbers: Iterable[str] = ()) -> bool:
        numbers = set(numbers)
        for departure in self.listed:
            if departure.at in unit.ids and (departure.term == term if term else departure.number in numbers):
                self.met.add(departure)
                return True
        return False


def verify_translation(report: Report, edition: Edition) -> Iterator[Problem]:
    """Every number and term of the report that the English does not render."""
    departures = _Departures(report.translation.departures)
    sounding = _by_sentence(report, edition)
    for unit in alignment(report):
        terms = _soundings(unit, edition, sounding)
        yield from _terms(unit, terms, report, departures)
        yield from _numbers(unit, terms, report, edition, departures)
    yield from _listed(report, edition, departures)


def _by_sentence(report: Report, edition: Edition) -> dict[str, dict[str, list[Stretch]]]:
    found: dict[str, dict[str, list[Stretch]]] = {}
    for id, o in edition.used_in(report):
        found.setdefault(o.span.sentence, {}).setdefault(id, []).append((o.span.start, o.span.end))
    return found


def _soundings(unit: Unit, edition: Edition, found: dict[str, dict[str, list[Stretch]]]) -> list[Sounding]:
    """The terms of a unit. One that only stands inside longer terms is rendered with them."""
    zh: dict[str, list[Stretch]] = {}
    for id, start in zip(unit.ids, unit.starts, strict=True):
        for term, spans in found.get(id, {}).items():
            zh.setdefault(term, []).extend((start + a, start + b) for a, b in spans)
    en = {term: list(english_forms(edition.term[term], unit.en)) for term in zh}
    of_all = [[span for spans in side.values() for span in spans] for side in (zh, en)]
    return [
        Sounding(
            edition.term[term],
            tuple(spans),
            tuple(sorted(en[term], key=lambda span: _inside(span, of_all[1]))[: len(spans)]),
            all(_inside(span, of_all[0]) for span in spans),
        )
        for term, spans in zh.items()
    ]


def _inside(span: Stretch, others: Iterable[Stretch]) -> bool:
    """Whether a longer stretch holds it."""
    return any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in others)


def _terms(
    unit: Unit, soundings: list[Sounding], report: Report, departures: _Departures
) -> Iterator[Problem]:
    for sounding in soundings:
        term = sounding.term
        if sounding.en or sounding.inside or departures.allow(unit, term=term.id):
            continue
        forms = " / ".join((term.en, *term.en_variants))
        told = f"term: {term.zh} is not rendered by {forms} in {unit.ids[0]}: {_shown(unit.en, 0, 0)}"
        cure = f"use the glossary's English, add an en_variant to {term.id}, or list it under departures"
        yield Problem(report.translation.path, unit.line, f"{told}; {cure}")


def _numbers(
    unit: Unit, terms: list[Sounding], report: Report, edition: Edition, departures: _Departures
) -> Iterator[Problem]:
    """The numbers; those written in characters inside a rendered term are the term's affair."""
    rendered = [s for s in terms if s.en and numbered_in_words(s.term.zh)]
    names = [(at, at + len(u.zh)) for u in edition.uncounted for at in find_all(unit.zh, u.zh)]
    differences = compare(
        unit.zh,
        unit.en,
        covered_zh=[*chain.from_iterable(s.zh for s in rendered), *names],
        covered_en=[*chain.from_iterable(s.en for s in rendered)],
        year=int(report.card.date[:4]) if report.card.date[:4].isdigit() else None,
    )
    for difference in differences:
        numbers = [q.text for q in (difference.zh, difference.en) if q]
        if not departures.allow(unit, numbers=numbers):
            yield Problem(report.translation.path, unit.line, _told(difference, unit))


def _told(difference: Difference, unit: Unit) -> str:
    zh, en = difference.zh, difference.en
    words = TOLD[difference.kind].format(
        zh=_quantity(zh), en=_quantity(en),
        zh_bound=BOUNDS[zh.bound if zh else ""], en_bound=BOUNDS[en.bound if en else ""],
    )  # fmt: skip
    at_zh = _shown(unit.zh, zh.start, zh.end) if zh else _shown(unit.zh, 0, 0)
    at_en = _shown(unit.en, en.start, en.end) if en else _shown(unit.en, 0, 0)
    return f"number: {words} ({unit.ids[0]}: {at_zh} | {at_en}); correct it, or list it under departures"


def _quantity(quantity: Quantity | None) -> str:
    if quantity is None:
        return "nothing"
    unit = f" {quantity.unit.replace('_', ' ')}" if quantity.unit else ""
    return f"{quantity.text} = {plain(quantity.value)}{unit}"


def _shown(text: str, start: int, end: int) -> str:
    begin, stop = max(0, start - SHOWN), min(len(text), end + SHOWN + (0 if end else SHOWN))
    return f"{'…' if begin else ''}{text[begin:stop]}{'…' if stop < len(text) else ''}"


def _listed(report: Report, edition: Edition, departures: _Departures) -> Iterator[Problem]:
    """Departures name what exists, and are struck out when they are no longer needed."""
    for departure in departures.listed:
        where: Where = departure.where
        if departure.at not in report.translation.renderings:
            near = nearest(departure.at, report.translation.renderings)
            yield where.problem(f"at: no such id: {departure.at}; {near}", "at")
        elif departure.term and departure.term not in edition.term:
            near = nearest(departure.term, edition.term)
            yield where.problem(f"term: no such id: {departure.term}; {near}", "term")
        elif departure not in departures.met:
            told = f"not needed: {departure.term or departure.number} is rendered in {departure.at}"
            yield where.problem(f"{told}; remove this departure")
