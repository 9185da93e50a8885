"""Account for every number of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from scripts.join.anchor import find_all
from scripts.model.edition import Edition, Report, Span
from scripts.model.ledger import NotData, Numeral
from scripts.model.problem import Problem
from scripts.model.text import Sentence
from scripts.proof.chinese import ENUMERATOR, quantities
from scripts.proof.quantity import CALENDAR

# The numerals that are counted: 252 in the Kaifeng report.
NUMERAL = re.compile(r"\d+(?:\.\d+)?")
# First of its kind: 首个, 首家, 第一.
FIRST = re.compile(r"首(?:个|家|批|次|座|条|届|例|单)|(?<!十)第一(?=[;,。]|产业|位)")


def ledger(report: Report, edition: Edition) -> tuple[Numeral, ...]:
    """Every number in the order of the text, with what claims it.

    Numerals in figures all count; those written in characters where they count something.
    """
    claims = _claims(report, edition)
    uncounted = tuple(word.zh for word in edition.uncounted)
    found = (n for _, sentence in report.text.sentences() for n in _numerals(sentence, uncounted))
    return tuple(_claimed(numeral, claims.get(numeral.sentence, [])) for numeral in found)


def unclaimed(report: Report, edition: Edition) -> Iterator[Problem]:
    """A problem for each number that nothing answers for."""
    for numeral in ledger(report, edition):
        if not numeral.claim:
            segment = report.segment_of[numeral.sentence]
            text = report.sentence[numeral.sentence].text
            around = text[max(0, numeral.start - 8) : numeral.end + 8]
            told = f"number: {numeral.text} in {numeral.sentence} is not accounted for: …{around}…"
            cure = f"add a figure, or list it in annotations/{report.id}/not-data.yml"
            yield segment.where.problem(f"{told}; {cure}", "sentences")


def _numerals(sentence: Sentence, uncounted: tuple[str, ...]) -> Iterator[Numeral]:
    text = sentence.text
    names = [(at, at + len(word)) for word in uncounted for at in find_all(text, word)]
    found = [Numeral(sentence.id, m.start(), m.end(), m[0]) for m in NUMERAL.finditer(text)]
    found += [Numeral(sentence.id, m.start(), m.end(), m[0]) for m in FIRST.finditer(text)]
    for q in quantities(text, names):
        if q.required and not q.text[0].isdigit() and not any(_meets(n, q.start, q.end) for n in found):
            found.append(Numeral(sentence.id, q.start, q.end, q.text))
    head = ENUMERATOR.match(text)
    calendar = [(q.start, q.end) for q in quantities(text) if q.unit in CALENDAR]
    for numeral in sorted(found, key=lambda n: n.start):
        if head and numeral.end <= head.end():
            numeral = replace(numeral, claim="heading")
        elif any(_meets(numeral, a, b) for a, b in calendar) or _day(text, numeral):
            numeral = replace(numeral, claim="calendar")
        yield numeral


def _day(text: str, numeral: Numeral) -> bool:
    """The day of a date: 1月16日."""
    return text[numeral.end : numeral.end + 1] == "日" and text[: numeral.start].endswith("月")


def _meets(numeral: Numeral, start: int, end: int) -> bool:
    return numeral.start < end and start < numeral.end


Claim = tuple[int, int, str, str]


def _claims(report: Report, edition: Edition) -> dict[str, list[Claim]]:
    """By sentence, what claims numbers there: figures before listings before glossary terms."""
    claims: dict[str, list[Claim]] = {}
    for figure in report.figures:
        if span := report.anchors.get(figure.id):
            start = span.start + max(figure.quote.find(figure.printed.zh), 0)
            end = start + len(figure.printed.zh)
            claims.setdefault(span.sentence, []).append((start, end, "figure", figure.id))
    for entry in report.not_data:
        if span := report.anchors.get(entry.id):
            claims.setdefault(span.sentence, []).append(_of(span, entry))
    for term, o in edition.used_in(report):
        claims.setdefault(o.span.sentence, []).append((o.span.start, o.span.end, "term", term))
    return claims


def _of(span: Span, entry: NotData) -> Claim:
    return (span.start, span.end, "not_data", entry.id)


def _claimed(numeral: Numeral, claims: list[Claim]) -> Numeral:
    for start, end, claim, by in claims:
        covers = start <= numeral.start and numeral.end <= end
        if covers and not (claim == "term" and numeral.claim == "calendar"):
            return replace(numeral, claim=claim, by=by)
    return numeral
