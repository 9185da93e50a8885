"""Trace every term through every report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scripts.join.anchor import find_all
from scripts.model.annotation import Term
from scripts.model.edition import Occurrence, Report, Span
from scripts.model.text import Segment


def trace(terms: Iterable[Term], reports: Iterable[Report]) -> dict[str, tuple[Occurrence, ...]]:
    """Each term's occurrences in source order; `only_in` narrows a term of two meanings."""
    reports = tuple(reports)
    return {term.id: tuple(_of_term(term, reports)) for term in terms}


def _of_term(term: Term, reports: tuple[Report, ...]) -> Iterator[Occurrence]:
    for report in reports:
        whole = report.text.join()
        if not any(form in whole for form in (term.zh, *term.zh_variants)):
            continue
        for segment, sentence in report.text.sentences():
            if not term.only_in or {segment.id, sentence.id} & set(term.only_in):
                for start, form in forms_in(sentence.text, (term.zh, *term.zh_variants)):
                    span = Span(sentence.id, start, start + len(form))
                    yield Occurrence(report.id, segment.id, span, form)


def forms_in(text: str, forms: tuple[str, ...]) -> list[tuple[int, str]]:
    """Where any of the forms stands, longest first, none inside another."""
    taken: list[tuple[int, str]] = []
    for form in sorted(forms, key=len, reverse=True):
        for start in find_all(text, form):
            inside = any(s < start + len(form) and start < s + len(f) for s, f in taken)
            if not inside:
                taken.append((start, form))
    return sorted(taken)


def english_forms(term: Term, text: str) -> Iterator[tuple[int, int]]:
    """Where the English of a sentence renders the term, longer forms first.

    Case and the shape of an apostrophe make no difference.
    """
    for form in sorted((term.en, *term.en_variants), key=len, reverse=True):
        words = re.sub("['’]", "['’]", re.escape(form))
        for found in re.finditer(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE):
            yield found.span()


def english_form(term: Term, text: str) -> tuple[int, int] | None:
    """The first of them; None where the English has no form of the term."""
    return next(english_forms(term, text), None)


def segments_with(occurrences: Iterable[Occurrence], report: Report) -> list[Segment]:
    """The segments of a report in which the occurrences stand, each once, in order."""
    ids = {o.segment for o in occurrences if o.report == report.id}
    return [s for s in report.text.segments if s.id in ids]
