"""The glossary made ready to draw: entries with their concordance, and the indexes to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from scripts.join.concordance import english_form
from scripts.model.annotation import Label, Term
from scripts.model.edition import Edition, Occurrence, Report
from scripts.render.glosses import block, inline
from scripts.render.plan import address_book
from scripts.render.typeset import clipped, paragraph_number, said

BEFORE, AFTER = 14, 18
# English words are longer than Chinese characters.
WIDER = 3
NAMES = ("person", "place", "institution", "enterprise", "event", "document")
# 一 counts nothing in 统一, 一体, 一批, 一起.
COUNTED = re.compile(r"[0-9]+|(?:[二两双三四五六七八九十百千]|(?<!统)一(?![体批起码]))+")
SLOGANS = ("slogan", "local_policy", "provincial_policy")


@dataclass(frozen=True, slots=True)
class Line:
    """One language's words around an occurrence."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Place:
    """An occurrence in context: `zh` always, `en` where the translation has a form of the term."""

    number: str
    href: str
    zh: Line
    en: Line | None = None


@dataclass(frozen=True, slots=True)
class TermRow:
    """An entry whole: its texts in one language, its occurrences in both."""

    term: Term
    gloss: Markup
    explanation: Markup
    looked_for: Markup
    items: tuple[str, ...]
    first_use: str
    places: tuple[Place, ...]
    related: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading."""

    id: str
    name: str
    rows: tuple[TermRow, ...]


def entries(edition: Edition, language: str) -> dict[str, TermRow]:
    """Every entry by id, in the order a reader of the language looks them up."""
    books = {report.id: address_book(report) for report in edition.reports}
    terms = sorted(edition.terms, key=lambda t: sort_key(t, language))
    return {t.id: _row(edition, t, language, books) for t in terms}


def sort_key(term: Term, language: str) -> tuple[str, str]:
    """Pinyin without tones and spaces, or English without case."""
    return (_letters(term.pinyin if language == "zh" else term.en), term.id)


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in plain if c.isalnum())


def terms_in_order(edition: Edition, report: Report) -> list[str]:
    """The ids of the terms of a report in the order in which it first uses them."""
    first: dict[str, tuple[int, int]] = {}
    for id, o in edition.used_in(report):
        first.setdefault(id, (report.order[o.span.sentence], o.span.start))
    return sorted(first, key=lambda id: first[id])


def by_category(edition: Edition, rows: Iterable[TermRow], language: str) -> list[Group]:
    """The vocabulary's categories, in its order, without the empty ones."""
    rows = tuple(rows)
    labels: Iterable[Label] = edition.vocabulary.get("categories", {}).values()
    groups = [
        Group(label.id, label.of(language), tuple(r for r in rows if r.term.category == label.id))
        for label in labels
    ]
    return [group for group in groups if group.rows]


def by_letter(rows: Iterable[TermRow], language: str) -> list[Group]:
    """Under the first letter of pinyin or English; figures come first, under 0–9."""
    groups: dict[str, list[TermRow]] = {}
    for row in rows:
        first = sort_key(row.term, language)[0][:1].upper()
        letter = first if "A" <= first <= "Z" else "0–9"
        groups.setdefault(letter, []).append(row)
    return [Group(_anchor(letter), letter, tuple(found)) for letter, found in sorted(groups.items())]


def _anchor(letter: str) -> str:
    return "digits" if letter == "0–9" else f"letter-{letter.lower()}"


def with_numbers(rows: Iterable[TermRow]) -> dict[str, list[TermRow]]:
    """Slogans with a number in them: with their items, explained without a list, and unexplained."""
    counted = [r for r in rows if r.items or (r.term.category in SLOGANS and COUNTED.search(r.term.zh))]
    return {
        "decoded": [r for r in counted if r.items],
        "explained": [r for r in counted if not r.items and r.term.status != "unknown"],
        "unexplained": [r for r in counted if not r.items and r.term.status == "unknown"],
    }


def figures_in(term: Term) -> str:
    """The figures of a slogan, to be set large: 三大攻坚战 -> 三, 6+3+N -> 6·3."""
    return "·".join(COUNTED.findall(term.zh))


def names(edition: Edition, rows: Iterable[TermRow], language: str) -> list[Group]:
    """People, places, bodies, companies, events and documents, as an index."""
    groups = {group.id: group for group in by_category(edition, rows, language)}
    return [groups[id] for id in NAMES if id in groups]


def _row(edition: Edition, term: Term, language: str, books: Mapping[str, Mapping[str, str]]) -> TermRow:
    first = term.first_use
    return TermRow(
        term,
        inline(term.gloss, language),
        block(term.explanation, language) if term.explanation else Markup(""),
        block(term.looked_for, language) if term.looked_for else Markup(""),
        tuple(said(item, language) for item in term.items),
        f"{first.date}{'，' if language == 'zh' else ': '}{said(first, language)}" if first else "",
        tuple(_place(edition, term, o, books[o.report]) for o in edition.occurrences.get(term.id, ())),
        tuple(edition.term[id] for id in term.related if id in edition.term),
    )


def _place(edition: Edition, term: Term, occurrence: Occurrence, book: Mapping[str, str]) -> Place:
    report = edition.report[occurrence.report]
    segment = report.by_id[occurrence.segment]
    sentence = report.sentence[occurrence.span.sentence]
    zh = _line(sentence.text, occurrence.span.start, occurrence.span.end, 1)
    english = report.words(sentence, "en") if report.rendering(sentence) else ""
    form = english_form(term, english)
    return Place(
        paragraph_number(segment.id),
        href(report, book, segment.id, sentence.id),
        zh,
        _line(english, *form, WIDER) if form else None,
    )


def _line(text: str, start: int, end: int, scale: int) -> Line:
    before, after = text[:start], text[end:]
    shown = before[-BEFORE * scale :]
    cut = "…" if len(before) > len(shown) else ""
    return Line(cut + shown, text[start:end], clipped(after, AFTER * scale))


def href(report: Report, book: Mapping[str, str], segment: str, anchor: str) -> str:
    """Where a sentence is read, from the language's root."""
    slug = book.get(segment, "")
    return f"{report.id}/{slug}/#{anchor}" if slug else f"{report.id}/#{anchor}"
