"""Rules every annotation keeps, whatever report it belongs to."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import urlsplit

from scripts.join.values import address_fault, date_fault, id_fault, text_faults
from scripts.model.annotation import Bilingual, FirstUse, Source, Term
from scripts.model.edition import Edition
from scripts.model.problem import Placed, Problem, Where, nearest, unique

SUMS = ("left", "right")  # worked out, and thereby held to what a sum may be


def verify_annotations(edition: Edition, link_hosts: frozenset[str]) -> Iterator[Problem]:
    """Problems of terms, indicators, notes, figures and outcomes that need no text."""
    everything: list[Placed] = [*edition.terms, *edition.indicators]
    yield from unique(edition.terms, "id", "term id")
    yield from unique(edition.terms, "zh", "term")
    yield from unique(edition.indicators, "id", "indicator id")
    for report in edition.reports:
        own: list[Placed] = [*report.notes, *report.figures, *report.outcomes, *report.not_data]
        own += [*report.checks, *report.charts, *report.highlights]
        yield from unique(own, "id", "id")
        everything += own
    for entry in everything:
        yield from _entry(entry, edition, link_hosts)
    for term in edition.terms:
        yield from _term(term, edition)


def _entry(entry: Placed, edition: Edition, link_hosts: frozenset[str]) -> Iterator[Problem]:
    where, id = entry.where, entry.id
    if fault := id_fault(id):
        yield where.problem(fault, "id")
    if (period := getattr(entry, "period", "")) and (fault := date_fault("period", period)):
        yield where.problem(fault, "period")
    yield from words_known(entry, edition, where)
    yield from texts_plain(entry, where)
    for source in getattr(entry, "sources", ()):
        yield from verify_source(source, source.where, edition, link_hosts)


def texts_plain(entry: object, where: Where) -> Iterator[Problem]:
    """Every text of an entry is nothing but text."""
    for key, text in _texts(entry):
        if key in SUMS:
            continue
        for fault in text_faults(text):
            yield where.problem(f"{key}: {fault}; write plain text, *emphasis* at most", key)


def words_known(entry: object, edition: Edition, where: Where) -> Iterator[Problem]:
    """Every field with a vocabulary holds one of its words."""
    for field in dataclasses.fields(entry):  # type: ignore[arg-type]
        name = field.metadata.get("vocabulary")
        value = getattr(entry, field.name)
        if name and value and value not in edition.vocabulary.get(name, {}):
            known = nearest(value, edition.vocabulary.get(name, {}))
            yield where.problem(f"{field.name}: not in the vocabulary: {value}; {known}", field.name)


def _texts(entry: object) -> Iterator[tuple[str, str]]:
    for field in dataclasses.fields(entry):  # type: ignore[arg-type]
        value = getattr(entry, field.name)
        if isinstance(value, Bilingual):
            yield field.name, value.zh
            yield field.name, value.en
        elif isinstance(value, FirstUse):
            yield from ((field.name, text) for text in (value.zh, value.en))
        elif isinstance(value, tuple):
            yield from ((field.name, text) for item in value for text in _sides(item))
        elif isinstance(value, str):
            yield field.name, value


def _sides(item: object) -> tuple[str, ...]:
    if isinstance(item, Source):
        return item.title, item.publisher, item.number
    return (item.zh, item.en) if isinstance(item, Bilingual) else (item,) if isinstance(item, str) else ()


def verify_source(
    source: Source, where: Where, edition: Edition, link_hosts: frozenset[str]
) -> Iterator[Problem]:
    yield from words_known(source, edition, where)
    for name in ("date", "accessed"):
        value = getattr(source, name)
        if value and (fault := date_fault(name, value)):
            yield where.problem(fault, name)
    if not source.url:
        return
    if fault := address_fault(source.url):
        yield where.problem(fault, "url")
        return
    host = urlsplit(source.url).hostname or ""
    if not any(host == known or host.endswith(f".{known}") for known in link_hosts):
        hint = "leave the url out, or add the site to link_hosts in vocabulary.yml"
        yield where.problem(f"url: not a site this edition links to: {host}; {hint}", "url")
    if not source.accessed:
        yield where.problem(f"url: no date of access: {source.url}; add accessed: 2026-11-23", "url")


def _term(term: Term, edition: Edition) -> Iterator[Problem]:
    if not edition.occurrences.get(term.id):
        yield term.where.problem(f"zh: in no report: {term.zh}; copy the words from zh.yml", "zh")
    if term.status == "unknown" and term.looked_for is None:
        yield term.where.problem("missing: looked_for; status unknown says what was looked for", "status")
    if term.status not in ("unknown", "") and not term.sources:
        yield term.where.problem("missing: sources; without one the status is unknown", "status")
    yield from known_ids(term.related, edition.term, term.where, "related")
    if term.first_use and (fault := date_fault("first_use", term.first_use.date)):
        yield term.where.problem(fault, "first_use")


def known_ids(ids: Iterable[str], known: Collection[str], where: Where, key: str) -> Iterator[Problem]:
    """Every id named is one that exists."""
    for id in ids:
        if id not in known:
            yield where.problem(f"{key}: no such id: {id}; {nearest(id, known)}", key)
