"""Trace every term through every report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scripts.join.anchor import find_all
from scripts.model.annotation import Term
from scripts.model.edition import Occurrence, Report, Span
from scripts.model.text import Segment, Sentence


def trace(terms: Iterable[Term], reports: Iterable[Report]) -> dict[str, tuple[Occurrence, ...]]:
    """Each term's occurrences in source order; `only_in` narrows a term of two meanings."""
    texts = [(report.id, report.text.join(), tuple(report.text.sentences())) for report in reports]
    return {term.id: tuple(o for text in texts for o in _of_term(term, *text)) for term in terms}


def _of_term(
    term: Term, report: str, whole: str, sentences: tuple[tuple[Segment, Sentence], ...]
) -> Iterator[Occurrence]:
    forms, only_in = (term.zh, *term.zh_variants), frozenset(term.only_in)
    if not any(form in whole for form in forms):
        return
    for segment, sentence in sentences:
        if not only_in or segment.id in only_in or sentence.id in only_in:
            for start, form in forms_in(sentence.text, forms):
                span = Span(sentence.id, start, start + len(form))
                yield Occurrence(report, segment.id, span, form)


def forms_in(text: str, forms: tuple[str, ...]) -> list[tuple[int, str]]:
    """Where any of the forms stands, longest first, none inside another."""
    taken: list[tuple[int, str]] = []
    if not any(form in text for form in forms):
        return taken
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
