"""Rules for what holds the annotations: the reports' names and cards, the text's ids, the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.join.values import DEVICES, ID, SEGMENT, SENTENCE, TAKEN, date_fault, id_fault
from scripts.join.verify_annotations import texts_plain, verify_source
from scripts.model.annotation import Label
from scripts.model.edition import Edition, Report
from scripts.model.problem import Problem

AGAIN = "run: python -m scripts split, for this report"


def verify_frame(edition: Edition, link_hosts: frozenset[str]) -> Iterator[Problem]:
    """Problems of report folders, report.yml, errata.yml, zh.yml and vocabulary.yml."""
    for report in edition.reports:
        yield from _card(report, edition, link_hosts)
        yield from _ids(report)
    for name, words in edition.vocabulary.items():
        for label in words.values():
            yield from _label(label, anchor=name == "categories")


def _label(label: Label, *, anchor: bool) -> Iterator[Problem]:
    """A word's id is plain; that of a category is a page and an anchor, too."""
    plain = "" if ID.fullmatch(label.id) else f"id: {label.id}; use small letters, digits and underscores"
    if fault := id_fault(label.id) if anchor else plain:
        yield label.where.problem(fault, "id")
    yield from texts_plain(label, label.where)


def _card(report: Report, edition: Edition, link_hosts: frozenset[str]) -> Iterator[Problem]:
    card, id = report.card, report.id
    if not ID.fullmatch(id) or id in TAKEN or DEVICES.fullmatch(id) or SEGMENT.fullmatch(id):
        told = f"the folder's name is the report's address: {id}; use small letters, digits and hyphens"
        yield card.where.problem(f"{told}, and none of: {', '.join(sorted(TAKEN))}")
    yield from texts_plain(card, card.where)
    if fault := date_fault("date", card.date, whole=True):
        yield card.where.problem(fault, "date")
    for source in card.sources:
        yield from verify_source(source, card.where, edition, link_hosts)
    for erratum in report.errata:
        yield from texts_plain(erratum, erratum.where)
        if fault := date_fault("date", erratum.date):
            yield erratum.where.problem(fault, "date")


def _ids(report: Report) -> Iterator[Problem]:
    """The ids of zh.yml are addresses, too; the splitter writes no others."""
    for segment in report.text.segments:
        if not SEGMENT.fullmatch(segment.id):
            yield segment.where.problem(f"no id that the split gives: {segment.id}; {AGAIN}", "id")
        for id in (*(s.id for s in segment.sentences), *segment.gone):
            if not SENTENCE.fullmatch(id):
                yield segment.where.problem(f"no id that the split gives: {id}; {AGAIN}", "sentences")
